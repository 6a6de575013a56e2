//! Answers: is this call about a file of ours, and what happened in this process so far?

use std::ffi::CString;
use std::io::Write as _;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::sync::{Mutex, OnceLock, PoisonError};

use libc::{c_int, off64_t};

use crate::journal::{self, Journal};
use crate::plan::Plan;

/// What the process knows about its faults. One lock around it and the real call keeps the journal in the order of events.
pub(crate) struct State {
    folder: Vec<u8>,
    pub(crate) plan: Plan,
    journal: Option<Journal>,
}

/// Runs `call` if the descriptor is a file (or folder) below the folder of faults.
pub(crate) fn on_file<T>(fd: c_int, call: impl FnOnce(&mut State) -> T) -> Option<T> {
    // Standard streams are never below the folder; this also keeps the message of a bad plan out of the lock.
    if fd <= 2 { None } else { with_state(|state| state.owns(&path_of(fd)?).then(|| call(state))) }
}

/// Runs `call` if the path is below the folder of faults.
pub(crate) fn on_path<T>(path: &[u8], call: impl FnOnce(&mut State) -> T) -> Option<T> {
    with_state(|state| state.owns(path).then(|| call(state)))
}

fn with_state<T>(call: impl FnOnce(&mut State) -> Option<T>) -> Option<T> {
    static STATE: OnceLock<Option<Mutex<State>>> = OnceLock::new();
    let state = STATE.get_or_init(|| State::from_environment().map(Mutex::new)).as_ref()?;
    call(&mut state.lock().unwrap_or_else(PoisonError::into_inner))
}

impl State {
    fn from_environment() -> Option<Self> {
        let mut folder = std::env::var_os("PODNET_FAULT_DIR")?.into_vec();
        folder.push(b'/');
        let plan = match std::env::var("PODNET_FAULT") {
            Ok(text) => Plan::parse(&text).unwrap_or_else(|| {
                // A trial whose fault never comes would pass for the wrong reason.
                drop(writeln!(std::io::stderr(), "PODNET_FAULT={text:?} is not a plan"));
                std::process::abort()
            }),
            Err(_) => Plan::Nothing,
        };
        let journal = std::env::var_os("PODNET_FAULT_JOURNAL").map(|path| Journal::open(path.as_bytes()));
        Some(Self { folder, plan, journal })
    }

    fn owns(&self, path: &[u8]) -> bool {
        path.starts_with(&self.folder) || path == self.folder.strip_suffix(b"/").unwrap_or_default()
    }

    /// To be called before `count` bytes are written, at `offset` or where the descriptor stands.
    pub(crate) fn record_write(&mut self, fd: c_int, offset: Option<off64_t>, count: usize) {
        if let (Some(journal), Some(path)) = (&mut self.journal, path_of(fd)) {
            journal.before_write(&path, fd, offset.unwrap_or_else(|| journal::position(fd)), count);
        }
    }

    /// To be called before a file is cut or extended.
    pub(crate) fn record_truncation(&mut self, fd: c_int, length: off64_t) {
        if let (Some(journal), Some(path)) = (&mut self.journal, path_of(fd)) {
            journal.before_truncation(&path, fd, length);
        }
    }

    /// To be called after a sync has succeeded.
    pub(crate) fn record_sync(&mut self, fd: c_int) {
        if let (Some(journal), Some(path)) = (&mut self.journal, path_of(fd)) {
            journal.after_sync(&path);
        }
    }
}

/// The path behind a descriptor, as the kernel tells it.
fn path_of(fd: c_int) -> Option<Vec<u8>> {
    let link = CString::new(format!("/proc/self/fd/{fd}")).ok()?;
    let mut path = vec![0u8; libc::PATH_MAX as usize];
    // SAFETY: the link ends with 0 and the buffer has the length that is given.
    let length = unsafe { libc::readlink(link.as_ptr(), path.as_mut_ptr().cast(), path.len()) };
    path.truncate(usize::try_from(length).ok()?);
    Some(path)
}
