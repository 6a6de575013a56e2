//! A disk that fails on purpose. This library is loaded before the C library (`LD_PRELOAD`) into the real program, so that
//! full disks, failing syncs, crashes at any byte and losses of power happen in the code that ships, without a mock.
//!
//! | variable | meaning |
//! |---|---|
//! | `PODNET_FAULT_DIR` | only files below this folder are affected; unset: nothing is |
//! | `PODNET_FAULT` | what happens and when, see `plan::Plan`; unset: nothing |
//! | `PODNET_FAULT_JOURNAL` | a file outside the folder that records what a loss of power could take away, see `journal` |
//!
//! Counts are over calls of this process in their order, so that a single-threaded store fails at the same place each time.
//! It must not know what the program is. Functions here replace those of the C library of the same name; each does what the
//! plan says and else calls the real one. `podnet_tests::faults` is the other half.

mod journal;
mod plan;
mod real;
mod state;

use libc::{c_char, c_int, c_void, iovec, off_t, off64_t, size_t, ssize_t};

use crate::plan::Verdict;
use crate::state::State;

/// Stands in for `write(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn write(fd: c_int, buffer: *const c_void, count: size_t) -> ssize_t {
    // SAFETY: the caller promises `count` readable bytes at `buffer`.
    state::on_file(fd, |state| unsafe { faulty_write(state, fd, buffer, count, None) })
        // SAFETY: the call is passed on as it came.
        .unwrap_or_else(|| unsafe { (real::functions().write)(fd, buffer, count) })
}

/// Stands in for `pwrite(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pwrite(fd: c_int, buffer: *const c_void, count: size_t, offset: off_t) -> ssize_t {
    // SAFETY: `off_t` and `off64_t` are the same type on the 64-bit systems where the trials run.
    unsafe { pwrite64(fd, buffer, count, offset) }
}

/// Stands in for `pwrite64(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pwrite64(
    fd: c_int,
    buffer: *const c_void,
    count: size_t,
    offset: off64_t,
) -> ssize_t {
    // SAFETY: the caller promises `count` readable bytes at `buffer`.
    state::on_file(fd, |state| unsafe { faulty_write(state, fd, buffer, count, Some(offset)) })
        // SAFETY: the call is passed on as it came.
        .unwrap_or_else(|| unsafe { (real::functions().pwrite64)(fd, buffer, count, offset) })
}

/// Stands in for `writev(2)`: for files in the folder it writes the first non-empty part, which is a legal short write.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn writev(fd: c_int, parts: *const iovec, count: c_int) -> ssize_t {
    state::on_file(fd, |state| {
        // SAFETY: the caller promises `count` parts at `parts`.
        let parts = unsafe { std::slice::from_raw_parts(parts, usize::try_from(count).unwrap_or(0)) };
        let Some(part) = parts.iter().find(|part| part.iov_len > 0) else { return 0 };
        // SAFETY: the caller promises `iov_len` readable bytes at `iov_base`.
        unsafe { faulty_write(state, fd, part.iov_base, part.iov_len, None) }
    })
    // SAFETY: the call is passed on as it came.
    .unwrap_or_else(|| unsafe { (real::functions().writev)(fd, parts, count) })
}

/// Stands in for `fsync(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fsync(fd: c_int) -> c_int {
    state::on_file(fd, |state| faulty_sync(state, fd, real::functions().fsync))
        // SAFETY: the call is passed on as it came.
        .unwrap_or_else(|| unsafe { (real::functions().fsync)(fd) })
}

/// Stands in for `fdatasync(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fdatasync(fd: c_int) -> c_int {
    state::on_file(fd, |state| faulty_sync(state, fd, real::functions().fdatasync))
        // SAFETY: the call is passed on as it came.
        .unwrap_or_else(|| unsafe { (real::functions().fdatasync)(fd) })
}

/// Stands in for `ftruncate(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ftruncate(fd: c_int, length: off_t) -> c_int {
    // SAFETY: `off_t` and `off64_t` are the same type on the 64-bit systems where the trials run.
    unsafe { ftruncate64(fd, length) }
}

/// Stands in for `ftruncate64(2)`.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ftruncate64(fd: c_int, length: off64_t) -> c_int {
    state::on_file(fd, |state| {
        if state.plan.before_other_call() == Verdict::Kill {
            kill();
        }
        state.record_truncation(fd, length);
        // SAFETY: the call is passed on as it came.
        unsafe { (real::functions().ftruncate64)(fd, length) }
    })
    // SAFETY: the call is passed on as it came.
    .unwrap_or_else(|| unsafe { (real::functions().ftruncate64)(fd, length) })
}

/// Stands in for `rename(2)`, which a plan can only kill at.
///
/// # Safety
/// As for the C function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn rename(from: *const c_char, to: *const c_char) -> c_int {
    // SAFETY: the caller promises a string that ends with 0.
    let path = unsafe { std::ffi::CStr::from_ptr(to) };
    let verdict = state::on_path(path.to_bytes(), |state| state.plan.before_other_call());
    if verdict == Some(Verdict::Kill) {
        kill();
    }
    // SAFETY: the call is passed on as it came.
    unsafe { (real::functions().rename)(from, to) }
}

/// Writes as much as the plan allows.
///
/// # Safety
/// `count` bytes must be readable at `buffer`.
unsafe fn faulty_write(
    state: &mut State,
    fd: c_int,
    buffer: *const c_void,
    count: size_t,
    offset: Option<off64_t>,
) -> ssize_t {
    let verdict = state.plan.before_write(count);
    let allowed = match verdict {
        Verdict::Pass => count,
        Verdict::WriteOnly(bytes) | Verdict::WriteThenKill(bytes) => bytes.min(count),
        Verdict::Fail(errno) => return fail(errno),
        Verdict::Kill => kill(),
    };
    state.record_write(fd, offset, allowed);
    let written = match offset {
        // SAFETY: `allowed` is at most `count`, and the caller vouches for those bytes.
        Some(offset) => unsafe { (real::functions().pwrite64)(fd, buffer, allowed, offset) },
        // SAFETY: as above.
        None => unsafe { (real::functions().write)(fd, buffer, allowed) },
    };
    if matches!(verdict, Verdict::WriteThenKill(_)) {
        kill();
    }
    written
}

fn faulty_sync(state: &mut State, fd: c_int, sync: unsafe extern "C" fn(c_int) -> c_int) -> c_int {
    match state.plan.before_sync() {
        Verdict::Pass | Verdict::WriteOnly(_) | Verdict::WriteThenKill(_) => {}
        // What was not synced stays in the journal: after such an error the system may have dropped it.
        Verdict::Fail(errno) => return fail(errno),
        Verdict::Kill => kill(),
    }
    // SAFETY: the call is passed on as it came.
    let result = unsafe { sync(fd) };
    if result == 0 {
        state.record_sync(fd);
    }
    result
}

fn fail<T: From<i8>>(errno: c_int) -> T {
    // SAFETY: the C library gives each thread its own `errno`.
    unsafe { *libc::__errno_location() = errno };
    T::from(-1)
}

/// Ends the process as `kill -9` does: nothing is flushed, nobody is told.
fn kill() -> ! {
    loop {
        // SAFETY: a process may signal itself. The signal cannot be caught, so the loop is not left.
        unsafe { libc::kill(libc::getpid(), libc::SIGKILL) };
    }
}
