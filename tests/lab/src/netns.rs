//! What is a network namespace of the lab, and how does a thread step into one and back?
//!
//! A namespace has no name: it lives as long as this process holds its file, so that nothing is ever left behind, however
//! the process ends. Sockets that were opened inside stay inside. Must not know what is built in it.

use std::fs::File;
use std::os::fd::AsRawFd as _;

use nix::sched::{CloneFlags, setns, unshare};

use crate::Outcome;

const OWN: &str = "/proc/thread-self/ns/net";

/// A network namespace.
#[derive(Debug)]
pub struct Namespace(File);

/// The namespace that a thread comes from.
#[derive(Debug)]
pub struct Home(File);

impl Home {
    /// That of this thread.
    ///
    /// # Errors
    /// Where /proc is not readable.
    pub fn of_this_thread() -> Outcome<Self> {
        Ok(Self(File::open(OWN)?))
    }

    /// Makes a namespace.
    ///
    /// # Errors
    /// Without the privilege (CAP_SYS_ADMIN).
    pub fn create(&self) -> Outcome<Namespace> {
        unshare(CloneFlags::CLONE_NEWNET)?;
        let made = File::open(OWN);
        setns(&self.0, CloneFlags::CLONE_NEWNET)?;
        Ok(Namespace(made?))
    }

    /// Does something inside a namespace, on this thread; programs that it starts are inside too.
    ///
    /// # Errors
    /// Those of the work, and of the way in and out.
    pub fn inside<T>(&self, space: &Namespace, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        setns(&space.0, CloneFlags::CLONE_NEWNET)?;
        let done = work();
        setns(&self.0, CloneFlags::CLONE_NEWNET)?;
        done
    }
}

impl Namespace {
    /// A path to it for other programs, as long as this process lives.
    pub fn path(&self) -> String {
        format!("/proc/{}/fd/{}", std::process::id(), self.0.as_raw_fd())
    }
}
