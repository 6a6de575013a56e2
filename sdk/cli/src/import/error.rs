//! Why can a file not be read at all? (What is merely odd inside a readable file is a [`Finding`](super::Finding).)

/// Largest file that is read, in bytes (256 MiB): some 50,000 pods as `kubectl` prints them. It bounds memory, because
/// the whole file is held as a tree while it is read.
pub const MAX_FILE_BYTES: usize = 256 << 20;

/// A file that is not a sequence of JSON documents. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is larger than [`MAX_FILE_BYTES`].
    #[error(
        "{file}: {bytes} bytes, the limit is {limit}; print it in parts, for example one namespace at a time \
         (kubectl get pods -n <namespace> -o json), and give all parts"
    )]
    TooLarge {
        /// File as the caller named it.
        file: String,
        /// Size of the file in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The file is neither UTF-8 nor UTF-16 with a byte order mark.
    #[error(
        "{file}: byte {position} is not UTF-8 text; write the file with -o json and without changing its encoding"
    )]
    NotText {
        /// File as the caller named it.
        file: String,
        /// Offset in bytes, from 0, of the first byte that does not belong.
        position: usize,
    },
    /// The text is not JSON, or is nested deeper than 128 levels.
    #[error(
        "{file}:{line}:{column}: {message}; give the output of az or kubectl with -o json, unchanged and complete"
    )]
    Syntax {
        /// File as the caller named it.
        file: String,
        /// Line of the fault.
        line: usize,
        /// Column of the fault.
        column: usize,
        /// What the JSON parser says.
        message: String,
    },
}
