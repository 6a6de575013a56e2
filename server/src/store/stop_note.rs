//! Answers: how far did the log reach when it was last closed in peace?
//!
//! The last commit of a log that was not closed may be torn, and is cut. A last commit that does not verify although the
//! log was closed is damage, and only this note tells the two apart. It is a lower bound that can only become too low, so a
//! note that is old, torn or missing does no harm, and it needs no sync.

use std::fs;
use std::path::Path;

const FILE_NAME: &str = "CLOSED";

/// Notes that everything up to `revision` was durable.
pub(super) fn write(generation: &Path, revision: u64) {
    // Without a note the next start is as after a crash, which is always right.
    drop(fs::write(generation.join(FILE_NAME), line(revision)));
}

/// The revision of the note; 0 when there is none to be trusted.
pub(super) fn read(generation: &Path) -> u64 {
    let parse = |text: String| {
        let revision = text.split(' ').next()?.parse().ok()?;
        (text == line(revision)).then_some(revision)
    };
    fs::read_to_string(generation.join(FILE_NAME)).ok().and_then(parse).unwrap_or(0)
}

fn line(revision: u64) -> String {
    format!("{revision} {:08x}\n", crc32c::crc32c(&revision.to_le_bytes()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn only_a_whole_note_is_trusted() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()), 0);
        write(folder.path(), 812);
        assert_eq!(read(folder.path()), 812);
        let path = folder.path().join(FILE_NAME);
        let whole = fs::read(&path).unwrap();
        for bit in 0..whole.len() * 8 {
            let mut damaged = whole.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            fs::write(&path, damaged).unwrap();
            assert_eq!(read(folder.path()), 0, "bit {bit}");
        }
        fs::write(&path, &whole[..whole.len() - 1]).unwrap();
        assert_eq!(read(folder.path()), 0);
    }
}
