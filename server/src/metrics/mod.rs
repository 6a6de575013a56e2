//! Which figures does the server keep about itself, and how does a monitor read them?
//!
//! ```text
//!   hot path ─▶ plain atomics: calls.rs, refusals.rs, commits.rs ─┐
//!                                                                 ├─▶ page.rs, on request only ─▶ port.rs, own port
//!   published snapshot ─▶ counted at the scrape: pools.rs ────────┘
//! ```
//!
//! What a revision says is counted when somebody asks, never kept up to date on the way of a change. Labels come from
//! closed lists or from resources whose count is limited: never a pod, an address or an owner. This module must not know
//! how a request is decided or made durable.

mod calls;
mod commits;
mod histogram;
mod page;
mod pools;
mod port;
mod process;
mod refusals;
#[cfg(test)]
mod tests;
mod watchers;

pub(crate) use self::calls::CallsLayer;
pub(crate) use self::commits::Commits;
pub(crate) use self::page::Page;
pub(crate) use self::port::serve;
pub(crate) use self::refusals::count as count_refusal;
pub(crate) use self::watchers::{Watcher, Watchers};
