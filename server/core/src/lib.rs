//! The domain of podnet: addresses, nodes, routes and flows of AKS-style cluster networks, without any I/O.
//!
//! There is one [`State`], changed by nothing but [`Event`]s. A [`Command`] is turned into events by
//! [`decide()`], which reads the state and touches nothing; [`State::apply`] folds a [`Record`] (the events of one
//! command, that is one revision) into the state and cannot fail. Time and the names of actors are arguments, so the
//! same log gives the same state on every machine (DESIGN D1, D2, L4).
//!
//! Reading order: [`prefix`], [`name`], [`pool`] (how addresses are held), [`model`] (the resources), [`event`],
//! [`command`], [`state`], [`decide()`], then one folder for each bounded context: [`topology`], [`ipam`], [`routes`],
//! [`security`], [`flow`], [`proof`]. [`invariants`] states the laws and is never called by the code that it judges.
//!
//! This crate must not know clocks, randomness, sockets, files, threads, environment variables, protobuf or async.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod address;
pub mod address_runs;
pub mod command;
pub mod decide;
pub mod event;
pub mod flow;
pub mod interval_set;
pub mod invariants;
pub mod ipam;
pub mod limits;
pub mod meta;
pub mod model;
pub mod name;
pub mod pool;
pub mod prefix;
pub mod proof;
pub mod rejection;
pub mod routes;
pub mod security;
pub mod state;
pub mod text;
pub mod time;
pub mod topology;

pub use command::{Command, Request};
pub use decide::{Context, Outcome, decide};
pub use event::{Change, Event, Record};
pub use rejection::{Code, Reason, Rejection};
pub use state::State;
