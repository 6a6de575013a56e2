//! Answers: which log is in this folder, in which format, and which of its sub-folders is in force?
//!
//! The file `CURRENT` is the one switch: it is replaced by a rename, so that creating a log and importing one are atomic.
//! It must not know what a generation folder holds.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::str::FromStr;

use super::{StoreError, StoreId, StoreKind};

/// The format this version writes. Raise `minor` when an older version could not read what is written, `major` when this
/// version could not read what an older one wrote.
pub const FORMAT: Format = Format { major: 1, minor: 0 };

const FILE_NAME: &str = "CURRENT";
const TEMPORARY_NAME: &str = "CURRENT.new";

/// Version of everything below the data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    /// Another major number cannot be read.
    pub major: u16,
    /// A smaller minor number can be read; a larger one may hold records that would be misunderstood, and is refused.
    pub minor: u16,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || format!("format {text:?} is not major.minor");
        let (major, minor) = text.split_once('.').ok_or_else(bad)?;
        Ok(Self { major: major.parse().map_err(|_| bad())?, minor: minor.parse().map_err(|_| bad())? })
    }
}

/// The contents of `CURRENT`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) format: Format,
    pub(super) kind: StoreKind,
    pub(super) store_id: StoreId,
    /// The revision before the first one of this generation: 0, or that of the imported checkpoint.
    pub(super) base_revision: u64,
    /// Counts imports; names the folder in force.
    pub(super) generation: u64,
}

impl Identity {
    pub(super) fn folder_name(&self) -> String {
        format!("generation-{:06}", self.generation)
    }

    /// Reads `CURRENT`, or `None` when the folder holds no log.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, StoreError> {
        let path = folder.join(FILE_NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(StoreError::corrupt(&path, None, "it is not text"));
            }
            Err(error) => return Err(StoreError::io("read", &path, error)),
        };
        text.parse().map(Some).map_err(|unreadable| match unreadable {
            Unreadable::TooNew(found) => {
                StoreError::FormatTooNew { path: folder.to_owned(), found, supported: FORMAT }
            }
            Unreadable::Damaged(detail) => StoreError::corrupt(&path, None, detail),
        })
    }

    /// Replaces `CURRENT`, durably.
    pub(super) fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let temporary = folder.join(TEMPORARY_NAME);
        let path = folder.join(FILE_NAME);
        let fail = |error| StoreError::io("write", &path, error);
        let mut file = File::create(&temporary).map_err(fail)?;
        file.write_all(self.to_string().as_bytes()).map_err(fail)?;
        file.sync_all().map_err(fail)?;
        fs::rename(&temporary, &path).map_err(fail)?;
        sync_folder(folder)
    }

    /// Removes what a killed process left of a replacement.
    pub(super) fn clear_unfinished(folder: &Path) -> Result<(), StoreError> {
        let temporary = folder.join(TEMPORARY_NAME);
        match fs::remove_file(&temporary) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::io("remove", &temporary, error))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Refuses what this version cannot read.
    pub(super) fn check(&self, folder: &Path, asked: StoreKind, supported: Format) -> Result<(), StoreError> {
        if self.format > supported {
            return Err(StoreError::FormatTooNew { path: folder.to_owned(), found: self.format, supported });
        }
        if self.format.major < supported.major {
            let detail =
                format!("format {} is too old, this version reads {}.x", self.format, supported.major);
            return Err(StoreError::corrupt(folder, None, detail));
        }
        if self.kind != asked {
            return Err(StoreError::KindMismatch { path: folder.to_owned(), found: self.kind, asked });
        }
        Ok(())
    }
}

/// Makes the names in a folder durable.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    File::open(folder).and_then(|file| file.sync_all()).map_err(|error| StoreError::io("sync", folder, error))
}

const MAGIC: &str = "podnet-log";

impl fmt::Display for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = format!(
            "{MAGIC}\nformat {}\nkind {}\nstore_id {}\nbase_revision {}\ngeneration {}\n",
            self.format, self.kind, self.store_id, self.base_revision, self.generation
        );
        writeln!(formatter, "{body}crc32c {:08x}", crc32c::crc32c(body.as_bytes()))
    }
}

/// Why `CURRENT` cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    TooNew(Format),
    Damaged(String),
}

impl From<String> for Unreadable {
    fn from(detail: String) -> Self {
        Self::Damaged(detail)
    }
}

impl FromStr for Identity {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (body, checksum) = text.split_once("crc32c ").ok_or_else(|| "it has no checksum".to_owned())?;
        let mut lines = body.lines();
        if lines.next() != Some(MAGIC) {
            return Err("it does not name a podnet log".to_owned().into());
        }
        let mut value = |name: &str| {
            lines
                .next()
                .and_then(|line| line.strip_prefix(name)?.strip_prefix(' '))
                .ok_or_else(|| format!("{name} is missing"))
        };
        // The format is judged before the rest, because a newer major version may have other lines.
        let format: Format = value("format")?.parse()?;
        if format.major > FORMAT.major {
            return Err(Unreadable::TooNew(format));
        }
        if checksum != format!("{:08x}\n", crc32c::crc32c(body.as_bytes())) {
            return Err("its checksum (CRC-32C) does not match".to_owned().into());
        }
        let number =
            |name: &str, text: &str| text.parse::<u64>().map_err(|_| format!("{name} is not a number"));
        Ok(Self {
            format,
            kind: value("kind")?.parse().map_err(|error: StoreError| error.to_string())?,
            store_id: value("store_id")?.parse().map_err(|error: uuid::Error| error.to_string())?,
            base_revision: number("base_revision", value("base_revision")?)?,
            generation: number("generation", value("generation")?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn identity() -> Identity {
        Identity {
            format: Format { major: 1, minor: 2 },
            kind: StoreKind::Redb,
            store_id: StoreId::from_u128(0x1234),
            base_revision: 17,
            generation: 3,
        }
    }

    #[test]
    fn reads_what_it_wrote() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Identity::read(folder.path()).unwrap(), None);
        identity().write(folder.path()).unwrap();
        assert_eq!(Identity::read(folder.path()).unwrap(), Some(identity()));
    }

    #[test]
    fn notices_every_changed_character() {
        let text = identity().to_string();
        for position in 0..text.len() {
            let mut damaged = text.clone().into_bytes();
            damaged[position] ^= 1;
            let parsed = String::from_utf8(damaged).unwrap().parse::<Identity>();
            assert!(parsed.is_err(), "character {position}: {parsed:?}");
        }
    }

    #[test]
    fn judges_a_newer_major_version_by_its_format_line_alone() {
        let text = "podnet-log\nformat 2.0\nand something unknown\ncrc32c 0\n";
        let newer = Format { major: 2, minor: 0 };
        assert_eq!(text.parse::<Identity>(), Err(Unreadable::TooNew(newer)));
    }

    #[test]
    fn an_older_minor_opens_and_anything_newer_is_refused() {
        let folder = Path::new("data");
        let check = |major, minor| identity().check(folder, StoreKind::Redb, Format { major, minor });
        assert!(check(1, 2).is_ok());
        assert!(check(1, 3).is_ok());
        assert!(matches!(check(1, 1), Err(StoreError::FormatTooNew { .. })));
        assert!(matches!(check(0, 9), Err(StoreError::FormatTooNew { .. })));
        assert!(matches!(check(2, 0), Err(StoreError::Corrupt { .. })));
    }
}
