//! Do packets do what podnet predicts (law L17)?
//!
//! A scenario becomes a state of the domain and, by another reading of the rules, a lab of network namespaces. Real packets
//! are sent and seen at every hop; the trace of the same flow must say exactly what was seen.
//!
//! Reading order: [`scenario`], [`wiring`], [`render`](mod@render), [`plan`], [`netns`], [`build`](mod@build), [`probe`],
//! [`capture`], [`expect`], [`compare`](mod@compare), [`run`](mod@run); then [`random`], [`planted`], [`shrink`](mod@shrink), [`trial`].

pub mod build;
pub mod capture;
pub mod compare;
pub mod expect;
pub mod netns;
pub mod plan;
pub mod planted;
pub mod privilege;
pub mod probe;
pub mod random;
pub mod render;
pub mod run;
pub mod scenario;
pub mod shrink;
pub mod trial;
pub mod wiring;

/// What can't be done is a sentence.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
