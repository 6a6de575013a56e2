//! Command line of podnet: a thin program over the Rust SDK.
//!
//! [`args`] is the grammar, [`commands`] make the calls, [`output`] turns answers into text, [`exit`] ends the process.
//! [`import`] reads what `az` and `kubectl` print; it knows nothing of all that. [`mod@bench`] puts a server under load.

pub mod args;
pub mod bench;
pub mod commands;
pub mod context;
pub mod endpoint;
pub mod exit;
pub mod hint;
pub mod import;
pub mod locale;
pub mod name;
pub mod output;
