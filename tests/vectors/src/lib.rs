//! Do the clients of all languages behave alike? One set of cases, a real server behind a recording proxy, and a harness
//! for each language.
//!
//! ```text
//! case ──► run ──► harness (a process of the language, lines of JSON) ──► client ──► proxy ──► podnetd, in this process
//!           │                                                              faults, records
//!           └──── expect ◄──── answers of the harness, records of the proxy, reads of the server
//! ```
//!
//! Must not know a language: `podnet_workshop::languages` has them.

pub mod case;
pub mod certificates;
pub mod contract;
pub mod direct;
pub mod expect;
pub mod harness;
pub mod options;
pub mod planted;
pub mod proxy;
pub mod run;
pub mod server;
pub mod step;
pub mod suite;
pub mod table;
pub mod throughput;
pub mod wire;
