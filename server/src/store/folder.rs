//! Answers: who owns the data folder, and which generation of the log is in force in it?
//!
//! ```text
//!   data folder/
//!     LOCK                    held exclusively while a server runs
//!     CURRENT                 the identity (identity.rs); replaced by a rename, so a switch is atomic
//!     generation-000001/      one complete log: the store of blocks (redb.rs, fjall.rs) and checkpoints/
//! ```
//!
//! A generation is built completely before `CURRENT` names it, and what `CURRENT` does not name is cleared on opening: a
//! crash at any moment of creating or importing leaves the earlier log, or none. It must not know what a record is.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::checkpoint::Checkpoints;
use super::engine::{self, Engine};
use super::identity::{FORMAT, Format, Identity, sync_folder};
use super::{StoreError, StoreId, StoreKind};

const LOCK_NAME: &str = "LOCK";
const GENERATION_PREFIX: &str = "generation-";

/// The data folder, locked for this process until it is dropped.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    lock: File,
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Said aloud, because a child that this process is just starting holds a copy of the descriptor for a moment.
        // Closing gives the lock back anyway, only later.
        drop(self.lock.unlock());
    }
}

/// One complete log on disk.
pub(super) struct Generation {
    pub(super) identity: Identity,
    pub(super) path: PathBuf,
    pub(super) engine: Arc<dyn Engine>,
    pub(super) checkpoints: Checkpoints,
}

impl Folder {
    /// Creates the folder if need be and locks it.
    pub(super) fn lock(path: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(path).map_err(|error| StoreError::io("create", path, error))?;
        let lock_path = path.join(LOCK_NAME);
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(|error| StoreError::io("open", &lock_path, error))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), lock }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: lock_path }),
            Err(TryLockError::Error(error)) => Err(StoreError::io("lock", &lock_path, error)),
        }
    }

    /// Opens the generation in force, or creates the first one with a random id.
    pub(super) fn open(&self, kind: StoreKind, supported: Format) -> Result<Generation, StoreError> {
        let Some(mut identity) = Identity::read(&self.path)? else {
            self.clear_except(None)?;
            return self.create(
                Identity {
                    format: supported,
                    kind,
                    store_id: StoreId::random(),
                    base_revision: 0,
                    generation: 1,
                },
                None,
            );
        };
        identity.check(&self.path, kind, supported)?;
        self.clear_except(Some(&identity.folder_name()))?;
        let path = self.path.join(identity.folder_name());
        if !path.is_dir() {
            return Err(StoreError::corrupt(&path, None, "the folder that CURRENT names is missing"));
        }
        let generation = Generation {
            engine: engine::open(kind, &path)?,
            checkpoints: Checkpoints::open(&path)?,
            identity: identity.clone(),
            path,
        };
        if identity.format < supported {
            // From here on records of this version may follow, which the older version would misread.
            identity.format = supported;
            identity.write(&self.path)?;
        }
        Ok(Generation { identity, ..generation })
    }

    /// Builds a new generation from a checkpoint and puts it in force.
    pub(super) fn install(
        &self,
        current: &Identity,
        store_id: StoreId,
        revision: u64,
        chunks: &mut dyn Iterator<Item = Vec<u8>>,
    ) -> Result<Generation, StoreError> {
        // An import that failed earlier may have left the folder of the same number.
        self.clear_except(Some(&current.folder_name()))?;
        let generation = current.generation + 1;
        let identity =
            Identity { format: FORMAT, kind: current.kind, store_id, base_revision: revision, generation };
        self.create(identity, Some(chunks))
    }

    /// Removes a generation that is no longer in force. What cannot be removed is cleared on the next start.
    pub(super) fn remove(&self, identity: &Identity) {
        drop(fs::remove_dir_all(self.path.join(identity.folder_name())));
    }

    fn create(
        &self,
        identity: Identity,
        checkpoint: Option<&mut dyn Iterator<Item = Vec<u8>>>,
    ) -> Result<Generation, StoreError> {
        let path = self.path.join(identity.folder_name());
        fs::create_dir(&path).map_err(|error| StoreError::io("create", &path, error))?;
        let engine = engine::create(identity.kind, &path)?;
        let checkpoints = Checkpoints::open(&path)?;
        if let Some(chunks) = checkpoint {
            checkpoints.write(identity.base_revision, chunks)?;
        }
        sync_folder(&path)?;
        sync_folder(&self.path)?;
        identity.write(&self.path)?;
        Ok(Generation { identity, path, engine, checkpoints })
    }

    fn clear_except(&self, kept: Option<&str>) -> Result<(), StoreError> {
        Identity::clear_unfinished(&self.path)?;
        let fail = |error| StoreError::io("list", &self.path, error);
        for entry in fs::read_dir(&self.path).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(GENERATION_PREFIX) && Some(name.as_ref()) != kept {
                fs::remove_dir_all(entry.path())
                    .map_err(|error| StoreError::io("remove", &entry.path(), error))?;
            }
        }
        Ok(())
    }
}
