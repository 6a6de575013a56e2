//! How does an exported state come in: checked whole before anything changes, then in place of what is there?

use bytes::{Buf, BytesMut};
use podnet_core::meta::Revision;
use podnet_core::{State, invariants};

use super::codec::{Chunks, DecodeError, PieceDecoder, PieceReader};
use super::export::{ExportHeader, ExportTrailer, FORMAT};
use crate::store::{CHUNK_BYTES_MAX, Log, StoreError, StoreId};

/// Why an export is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is of a newer version.
    #[error(
        "the export has format {found}, this server reads 1 to {supported}; import it with the newer server"
    )]
    Format {
        /// The format of the export.
        found: u32,
        /// The newest format that is read.
        supported: u32,
    },
    /// Its bytes are not those that were exported, or not all of them.
    #[error("the export is damaged or cut off: {detail}; export again")]
    Damaged {
        /// What does not match.
        detail: String,
    },
    /// Its content is not of this version.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// It is whole, and a law does not hold in its state.
    #[error(
        "the state in the export breaks {violations} laws, first {law}: {what}; check the server that it comes from"
    )]
    Unsound {
        /// How many violations were found.
        violations: usize,
        /// The law of the first one.
        law: &'static str,
        /// What is wrong, with names and figures.
        what: String,
    },
}

/// Why a whole export was not taken over; the store is as it was.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// There is data, and it was not said that it may go.
    #[error(
        "the store has data up to revision {revision}; say that it is to be replaced, or start with an empty folder"
    )]
    NotEmpty {
        /// The latest revision.
        revision: Revision,
    },
    /// The log refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The engine stops.
    #[error("the server stops; repeat on the next one")]
    Stopping,
    /// Too many requests wait.
    #[error("too many requests wait; repeat after a pause")]
    Overloaded,
}

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The new id of the store; tokens of the old one are refused.
    pub store_id: StoreId,
    /// Its revision.
    pub revision: Revision,
}

/// A whole, checked state that is to be taken over.
#[derive(Debug)]
pub struct Import {
    pub(super) state: State,
    /// Entries in it.
    pub record_count: u64,
}

impl Import {
    /// The state.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Puts the state in place of what a log has that no engine uses, under a new id.
    ///
    /// # Errors
    /// The log has data and `replace` is not set, or it refuses; it is as it was then.
    pub fn install_into(&self, log: &mut dyn Log, replace: bool) -> Result<Installed, InstallError> {
        if !replace && log.last_revision() != 0 {
            return Err(InstallError::NotEmpty { revision: Revision(log.last_revision()) });
        }
        let (store_id, revision) = (StoreId::random(), self.state.revision);
        log.install(store_id, revision.0, &mut Chunks::of(&self.state))?;
        Ok(Installed { store_id, revision })
    }
}

/// Reads an export as it comes in.
pub struct ImportReader {
    header: ExportHeader,
    decoder: PieceDecoder,
    pieces: PieceReader,
    /// Bytes of a piece that is not whole yet.
    waiting: BytesMut,
    checksum: u32,
    size_bytes: u64,
}

impl ImportReader {
    /// Begins with the header.
    ///
    /// # Errors
    /// The format is not read by this version.
    pub fn new(header: ExportHeader) -> Result<Self, ImportError> {
        if header.format == 0 || header.format > FORMAT {
            return Err(ImportError::Format { found: header.format, supported: FORMAT });
        }
        Ok(Self {
            header,
            decoder: PieceDecoder::default(),
            pieces: PieceReader::default(),
            waiting: BytesMut::new(),
            checksum: 0,
            size_bytes: 0,
        })
    }

    /// Takes the next bytes, cut wherever.
    ///
    /// # Errors
    /// They are no export.
    pub fn data(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        self.checksum = crc32c::crc32c_append(self.checksum, bytes);
        self.size_bytes += bytes.len() as u64;
        self.waiting.extend_from_slice(bytes);
        while let Some((prefix, length)) = self.frame()? {
            if self.waiting.len() - prefix < length {
                break;
            }
            self.waiting.advance(prefix);
            let chunk = self.waiting.split_to(length);
            self.pieces.add(self.decoder.decode(&chunk)?);
        }
        Ok(())
    }

    /// Length of the next piece and of what is before it; `None` while it is not there yet.
    fn frame(&self) -> Result<Option<(usize, usize)>, ImportError> {
        let mut rest = self.waiting.as_ref();
        match prost::encoding::decode_varint(&mut rest) {
            Ok(length) => match usize::try_from(length) {
                Ok(length) if length <= CHUNK_BYTES_MAX => {
                    Ok(Some((self.waiting.len() - rest.len(), length)))
                }
                Ok(_) | Err(_) => {
                    Err(damaged(format!("a piece of {length} bytes is above {CHUNK_BYTES_MAX}")))
                }
            },
            Err(_) if self.waiting.len() < 10 => Ok(None),
            Err(error) => Err(damaged(format!("a length is malformed: {error}"))),
        }
    }

    /// Ends with the trailer: everything is checked, nothing is changed yet.
    ///
    /// # Errors
    /// Bytes are missing or changed, the content is not what the header says, or a law does not hold in it.
    pub fn finish(self, trailer: ExportTrailer) -> Result<Import, ImportError> {
        let record_count = self.pieces.parts_count();
        let found = ExportTrailer { checksum: self.checksum, size_bytes: self.size_bytes, record_count };
        if found != trailer || !self.waiting.is_empty() {
            return Err(damaged(format!(
                "it has {} bytes, {} entries and checksum {:08x}; its trailer says {}, {} and {:08x}",
                found.size_bytes,
                found.record_count,
                found.checksum,
                trailer.size_bytes,
                trailer.record_count,
                trailer.checksum
            )));
        }
        let state = self.pieces.finish()?;
        if state.revision != self.header.revision {
            return Err(damaged(format!(
                "it holds revision {}, not {}",
                state.revision, self.header.revision
            )));
        }
        let violations = invariants::check(&state);
        if let Some(first) = violations.first() {
            let (law, what) = (first.law, first.what.clone());
            return Err(ImportError::Unsound { violations: violations.len(), law, what });
        }
        Ok(Import { state, record_count })
    }
}

fn damaged(detail: String) -> ImportError {
    ImportError::Damaged { detail }
}
