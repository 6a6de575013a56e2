//! Answers: what could a loss of power take away? For each change since the last sync of a file, what was there before.
//!
//! The harness undoes any part of it after the process is dead. Entries, integers in little endian:
//!
//! ```text
//!   entry := kind u8 | path length u32 | path | offset u64 | count u64 | file length before u64 | old length u32 | old bytes
//!   kind  := 1 change: of the `count` bytes at the offset, these stood there, then zeros, up to the file length before
//!            2 sync: the file's earlier entries are settled
//! ```

use std::ffi::CString;

use libc::{c_int, off64_t};

use crate::real;

const CHANGE: u8 = 1;
const SYNC: u8 = 2;

pub(crate) struct Journal {
    fd: c_int,
}

impl Journal {
    pub(crate) fn open(path: &[u8]) -> Self {
        let fd = CString::new(path).map_or(-1, |path| {
            // SAFETY: the path ends with 0.
            unsafe { libc::open(path.as_ptr(), libc::O_CREAT | libc::O_WRONLY | libc::O_APPEND, 0o600) }
        });
        if fd < 0 {
            // A trial that cannot undo would pass for the wrong reason.
            std::process::abort();
        }
        Self { fd }
    }

    pub(crate) fn before_write(&mut self, path: &[u8], fd: c_int, offset: off64_t, count: usize) {
        let old = read_old(fd, offset, count as u64);
        self.entry(CHANGE, path, (offset.cast_unsigned(), count as u64), length_of(fd), &old);
    }

    pub(crate) fn before_truncation(&mut self, path: &[u8], fd: c_int, length: off64_t) {
        let before = length_of(fd);
        let cut = before.saturating_sub(length.cast_unsigned());
        let old = read_old(fd, length, cut);
        self.entry(CHANGE, path, (length.cast_unsigned(), cut), before, &old);
    }

    pub(crate) fn after_sync(&mut self, path: &[u8]) {
        self.entry(SYNC, path, (0, 0), 0, &[]);
    }

    fn entry(&mut self, kind: u8, path: &[u8], (offset, count): (u64, u64), length_before: u64, old: &[u8]) {
        // Zeros at the end need not be kept: preallocated files are full of them.
        let kept = old.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        let old = &old[..kept];
        let mut entry = vec![kind];
        // Paths are shorter than PATH_MAX; what one call changes is far below 4 GiB.
        entry.extend_from_slice(&(path.len() as u32).to_le_bytes());
        entry.extend_from_slice(path);
        entry.extend_from_slice(&offset.to_le_bytes());
        entry.extend_from_slice(&count.to_le_bytes());
        entry.extend_from_slice(&length_before.to_le_bytes());
        entry.extend_from_slice(&(old.len() as u32).to_le_bytes());
        entry.extend_from_slice(old);
        // SAFETY: the vector has that many bytes.
        let written = unsafe { (real::functions().write)(self.fd, entry.as_ptr().cast(), entry.len()) };
        if usize::try_from(written) != Ok(entry.len()) {
            std::process::abort();
        }
    }
}

/// Where the next write of this descriptor goes.
pub(crate) fn position(fd: c_int) -> off64_t {
    // SAFETY: these only ask about a descriptor.
    let (flags, position) = unsafe { (libc::fcntl(fd, libc::F_GETFL), libc::lseek64(fd, 0, libc::SEEK_CUR)) };
    if flags & libc::O_APPEND != 0 { length_of(fd).cast_signed() } else { position }
}

fn length_of(fd: c_int) -> u64 {
    // SAFETY: all zeros is a valid value of this plain structure, which the call then fills.
    let mut status: libc::stat64 = unsafe { std::mem::zeroed() };
    // SAFETY: the structure is valid for writing.
    let result = unsafe { libc::fstat64(fd, &raw mut status) };
    if result == 0 { status.st_size.cast_unsigned() } else { 0 }
}

/// What stands in a range, up to the end of the file. The descriptor itself may be write-only.
fn read_old(fd: c_int, offset: off64_t, count: u64) -> Vec<u8> {
    let mut old = vec![0; usize::try_from(count).unwrap_or(0)];
    let Ok(link) = CString::new(format!("/proc/self/fd/{fd}")) else { return Vec::new() };
    // SAFETY: the link ends with 0.
    let readable = unsafe { libc::open(link.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) };
    let mut filled = 0;
    while filled < old.len() {
        let rest = &mut old[filled..];
        let at = offset + filled as off64_t;
        // SAFETY: the slice has that many writable bytes.
        let read = unsafe { libc::pread64(readable, rest.as_mut_ptr().cast(), rest.len(), at) };
        match usize::try_from(read) {
            Ok(0) | Err(_) => break,
            Ok(read) => filled += read,
        }
    }
    // SAFETY: the descriptor was opened above and is not used after this.
    unsafe { libc::close(readable) };
    old.truncate(filled);
    old
}
