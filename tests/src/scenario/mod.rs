//! What must podnet answer, step by step? Scenarios are data (`tests/scenarios/`), run on the domain and over the wire.
//!
//! [`script`] reads a file into steps with their expected answers, [`step`] says what a step may be, [`answer`] is what
//! comes of one, [`world`] is what a step is done to, [`run`] compares. The same expectation holds in every world: a
//! difference is a defect of the shell around the domain.

#![expect(clippy::format_push_string, reason = "answers are a few lines, built for people")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on fails"))]

pub mod answer;
pub mod contract;
pub mod core;
pub mod flow;
pub mod names;
pub mod run;
pub mod script;
pub mod step;
pub mod view;
pub mod wire;
pub mod world;
