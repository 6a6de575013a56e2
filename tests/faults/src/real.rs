//! Answers: which functions of the C library stand behind ours?

use std::ffi::CStr;
use std::sync::OnceLock;

use libc::{c_char, c_int, c_void, iovec, off64_t, size_t, ssize_t};

/// The functions that ours replace.
pub(crate) struct Functions {
    pub(crate) write: unsafe extern "C" fn(c_int, *const c_void, size_t) -> ssize_t,
    pub(crate) pwrite64: unsafe extern "C" fn(c_int, *const c_void, size_t, off64_t) -> ssize_t,
    pub(crate) writev: unsafe extern "C" fn(c_int, *const iovec, c_int) -> ssize_t,
    pub(crate) fsync: unsafe extern "C" fn(c_int) -> c_int,
    pub(crate) fdatasync: unsafe extern "C" fn(c_int) -> c_int,
    pub(crate) ftruncate64: unsafe extern "C" fn(c_int, off64_t) -> c_int,
    pub(crate) rename: unsafe extern "C" fn(*const c_char, *const c_char) -> c_int,
}

/// The real functions, looked up once.
pub(crate) fn functions() -> &'static Functions {
    static FUNCTIONS: OnceLock<Functions> = OnceLock::new();
    FUNCTIONS.get_or_init(|| {
        // SAFETY: each field has the signature of the C function of its name.
        unsafe {
            Functions {
                write: next(c"write"),
                pwrite64: next(c"pwrite64"),
                writev: next(c"writev"),
                fsync: next(c"fsync"),
                fdatasync: next(c"fdatasync"),
                ftruncate64: next(c"ftruncate64"),
                rename: next(c"rename"),
            }
        }
    })
}

/// The next definition of a symbol after ours.
///
/// # Safety
/// `F` must be the pointer type of that function.
unsafe fn next<F: Copy>(name: &CStr) -> F {
    // SAFETY: the name ends with 0.
    let address = unsafe { libc::dlsym(libc::RTLD_NEXT, name.as_ptr()) };
    if address.is_null() || size_of::<F>() != size_of_val(&address) {
        // Without the real function no call can be answered, and nothing may unwind into C.
        std::process::abort();
    }
    // SAFETY: the sizes agree, the address is not null, and the caller vouches for the type.
    unsafe { std::mem::transmute_copy(&address) }
}
