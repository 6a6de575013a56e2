//! Which outside programs do tests use, where do they stand, and how do they get there?
//!
//! A test asks [`want`]; `cargo xtask` calls [`install()`]. Everything goes into `target/tools`, which a clean removes.
//! Must not know what a test does with the program.

mod find;
mod install;
mod pins;

pub use find::{Missing, find, want};
pub use install::{InstallError, install};
pub use pins::{
    ALL, BUF, CARGO_DENY, CHROMIUM, CNI, COMPOSE, DOCKER, DOCKERD, GO, GRPCURL, IP, JDK, MAVEN, NFT, NODE,
    NPM, PROTOC_GEN_ES, PROTOC_GEN_GO, PROTOC_GEN_GO_GRPC, PYTHON, PYTHON_NEWEST, PYTHON_OLDEST, STATICCHECK,
    Source, TYPOS, Tool, VALGRIND,
};

use std::path::PathBuf;

/// The folder that holds every tool which is not the system's own; a copy of the tree takes that of `PODNET_TOOLS`.
#[must_use]
pub fn folder() -> PathBuf {
    std::env::var_os("PODNET_TOOLS").map_or_else(|| crate::root().join("target").join("tools"), PathBuf::from)
}
