//! Answers: how is a checkpoint kept, so that it is seen only when it is whole?
//!
//! One file per checkpoint, beside the store of blocks and independent of its library, so that writing one never holds up
//! an append. It is written under another name, synced, and renamed. It must not know what the chunks mean.
//!
//! ```text
//!   file  := header chunk* end
//!   header:= "PODNETCP" | revision u64 LE | crc32c u32 LE over the 16 bytes before
//!   chunk := length u32 LE, not 0 | crc32c u32 LE over (index u64 LE, bytes) | bytes
//!   end   := 0 u32 | crc32c u32 LE over (count of chunks u64 LE)
//! ```

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use super::identity::sync_folder;
use super::{Checkpoint, StoreError};

/// How many checkpoints are kept: the newest, and one to fall back to should its file be damaged.
pub const CHECKPOINTS_KEPT: usize = 2;

/// Largest chunk of a checkpoint, in bytes.
pub const CHUNK_BYTES_MAX: usize = 16 << 20;

const FOLDER_NAME: &str = "checkpoints";
const SUFFIX: &str = ".checkpoint";
const TEMPORARY_SUFFIX: &str = ".unfinished";
const MAGIC: &[u8; 8] = b"PODNETCP";
const BUFFER_BYTES: usize = 256 << 10;

/// The folder of checkpoints of one generation.
#[derive(Clone, Debug)]
pub(super) struct Checkpoints {
    folder: PathBuf,
}

impl Checkpoints {
    /// Opens the folder, creating it if need be, and clears what a killed process left unfinished.
    pub(super) fn open(generation: &Path) -> Result<Self, StoreError> {
        let folder = generation.join(FOLDER_NAME);
        fs::create_dir_all(&folder).map_err(|error| StoreError::io("create", &folder, error))?;
        let checkpoints = Self { folder };
        for path in checkpoints.paths()? {
            if path.to_string_lossy().ends_with(TEMPORARY_SUFFIX) {
                fs::remove_file(&path).map_err(|error| StoreError::io("remove", &path, error))?;
            }
        }
        sync_folder(generation)?;
        Ok(checkpoints)
    }

    /// Writes one, durably, then removes all but the newest [`CHECKPOINTS_KEPT`].
    pub(super) fn write(
        &self,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<(), StoreError> {
        let temporary = self.folder.join(format!("{revision:020}{TEMPORARY_SUFFIX}"));
        let written = write_file(&temporary, revision, chunks);
        if let Err(error) = written {
            // The first error is the one to report; a file that stays is cleared on the next start.
            drop(fs::remove_file(&temporary));
            return Err(error);
        }
        let path = self.path(revision);
        fs::rename(&temporary, &path).map_err(|error| StoreError::io("write", &path, error))?;
        sync_folder(&self.folder)?;
        let revisions = self.revisions()?;
        for surplus in revisions.iter().rev().skip(CHECKPOINTS_KEPT) {
            let path = self.path(*surplus);
            fs::remove_file(&path).map_err(|error| StoreError::io("remove", &path, error))?;
        }
        Ok(())
    }

    /// The revisions that have a checkpoint, ascending.
    pub(super) fn revisions(&self) -> Result<Vec<u64>, StoreError> {
        let parse = |path: &PathBuf| path.file_name()?.to_str()?.strip_suffix(SUFFIX)?.parse().ok();
        let mut revisions: Vec<u64> = self.paths()?.iter().filter_map(parse).collect();
        revisions.sort_unstable();
        Ok(revisions)
    }

    /// Opens the newest one that is not above `revision`.
    pub(super) fn at_or_before(&self, revision: u64) -> Result<Option<Checkpoint>, StoreError> {
        let Some(revision) = self.revisions()?.into_iter().rfind(|found| *found <= revision) else {
            return Ok(None);
        };
        let path = self.path(revision);
        let file = File::open(&path).map_err(|error| StoreError::io("open", &path, error))?;
        let mut chunks = Chunks {
            file: BufReader::with_capacity(BUFFER_BYTES, file),
            path,
            revision,
            index: 0,
            ended: false,
        };
        chunks.read_header()?;
        Ok(Some(Checkpoint { revision, chunks: Box::new(chunks) }))
    }

    fn path(&self, revision: u64) -> PathBuf {
        self.folder.join(format!("{revision:020}{SUFFIX}"))
    }

    fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        fs::read_dir(&self.folder)
            .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
            .map_err(|error| StoreError::io("list", &self.folder, error))
    }
}

fn write_file(
    path: &Path,
    revision: u64,
    chunks: &mut dyn Iterator<Item = Vec<u8>>,
) -> Result<(), StoreError> {
    let fail = |error| StoreError::io("write", path, error);
    let file = File::create(path).map_err(fail)?;
    let mut file = BufWriter::with_capacity(BUFFER_BYTES, file);
    file.write_all(&header(revision)).map_err(fail)?;
    let mut count: u64 = 0;
    for chunk in chunks.filter(|chunk| !chunk.is_empty()) {
        if chunk.len() > CHUNK_BYTES_MAX {
            return Err(StoreError::TooLarge {
                what: "a checkpoint chunk",
                bytes: chunk.len(),
                limit_bytes: CHUNK_BYTES_MAX,
            });
        }
        // CHUNK_BYTES_MAX is far below u32::MAX.
        file.write_all(&(chunk.len() as u32).to_le_bytes()).map_err(fail)?;
        file.write_all(&checksum(count, &chunk).to_le_bytes()).map_err(fail)?;
        file.write_all(&chunk).map_err(fail)?;
        count += 1;
    }
    file.write_all(&0u32.to_le_bytes()).map_err(fail)?;
    file.write_all(&checksum(count, &[]).to_le_bytes()).map_err(fail)?;
    file.into_inner().map_err(|error| fail(error.into_error()))?.sync_all().map_err(fail)
}

fn header(revision: u64) -> [u8; 20] {
    let mut header = [0; 20];
    header[..8].copy_from_slice(MAGIC);
    header[8..16].copy_from_slice(&revision.to_le_bytes());
    let crc = crc32c::crc32c(&header[..16]);
    header[16..].copy_from_slice(&crc.to_le_bytes());
    header
}

fn checksum(index: u64, bytes: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(&index.to_le_bytes()), bytes)
}

struct Chunks {
    file: BufReader<File>,
    path: PathBuf,
    revision: u64,
    index: u64,
    ended: bool,
}

impl Chunks {
    fn read_header(&mut self) -> Result<(), StoreError> {
        let mut found = [0; 20];
        self.fill(&mut found)?;
        if found == header(self.revision) { Ok(()) } else { Err(self.corrupt("its header does not match")) }
    }

    fn read_chunk(&mut self) -> Result<Option<Vec<u8>>, StoreError> {
        let (length, expected) = (self.read_u32()? as usize, self.read_u32()?);
        if length > CHUNK_BYTES_MAX {
            return Err(self.corrupt("a chunk's length is above the limit"));
        }
        let mut chunk = vec![0; length];
        self.fill(&mut chunk)?;
        if checksum(self.index, &chunk) != expected {
            return Err(self.corrupt("a chunk's checksum (CRC-32C) does not match"));
        }
        self.index += 1;
        Ok((length > 0).then_some(chunk))
    }

    fn read_u32(&mut self) -> Result<u32, StoreError> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), StoreError> {
        self.file.read_exact(bytes).map_err(|error| {
            if error.kind() == io::ErrorKind::UnexpectedEof {
                self.corrupt("the file is too short")
            } else {
                StoreError::io("read", &self.path, error)
            }
        })
    }

    fn corrupt(&self, detail: &str) -> StoreError {
        StoreError::corrupt(&self.path, self.revision, format!("checkpoint chunk {}: {detail}", self.index))
    }
}

impl Iterator for Chunks {
    type Item = Result<Vec<u8>, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let chunk = self.read_chunk().transpose();
        self.ended = !matches!(chunk, Some(Ok(_)));
        chunk
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn written(chunks: &[&[u8]]) -> (tempfile::TempDir, Checkpoints) {
        let folder = tempfile::tempdir().unwrap();
        let checkpoints = Checkpoints::open(folder.path()).unwrap();
        checkpoints.write(9, &mut chunks.iter().map(|chunk| chunk.to_vec())).unwrap();
        (folder, checkpoints)
    }

    fn read(checkpoints: &Checkpoints) -> Result<Vec<Vec<u8>>, StoreError> {
        checkpoints.at_or_before(u64::MAX)?.unwrap().chunks.collect()
    }

    #[test]
    fn gives_back_the_chunks_in_order() {
        let (_folder, checkpoints) = written(&[b"one", b"two", b"three"]);
        assert_eq!(read(&checkpoints).unwrap(), [b"one".to_vec(), b"two".to_vec(), b"three".to_vec()]);
        let (_folder, checkpoints) = written(&[]);
        assert_eq!(read(&checkpoints).unwrap(), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn notices_every_flipped_bit_and_every_cut() {
        let (_folder, checkpoints) = written(&[b"one", b"two"]);
        let whole = fs::read(checkpoints.path(9)).unwrap();
        for bit in 0..whole.len() * 8 {
            let mut damaged = whole.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            fs::write(checkpoints.path(9), damaged).unwrap();
            let error = read(&checkpoints).unwrap_err();
            assert!(matches!(error, StoreError::Corrupt { revision: Some(9), .. }), "bit {bit}: {error}");
        }
        for length in 0..whole.len() {
            fs::write(checkpoints.path(9), &whole[..length]).unwrap();
            let error = read(&checkpoints).unwrap_err();
            assert!(
                matches!(error, StoreError::Corrupt { revision: Some(9), .. }),
                "length {length}: {error}"
            );
        }
    }

    #[test]
    fn clears_unfinished_files_on_opening() {
        let (folder, checkpoints) = written(&[b"one"]);
        let unfinished = checkpoints.folder.join(format!("{:020}{TEMPORARY_SUFFIX}", 12));
        fs::write(&unfinished, b"half").unwrap();
        assert_eq!(checkpoints.revisions().unwrap(), [9]);
        Checkpoints::open(folder.path()).unwrap();
        assert!(!unfinished.exists());
    }
}
