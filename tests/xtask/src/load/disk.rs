//! How long does this disk take for one sync? What the latency of a durable answer is measured against.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::Instant;

use crate::failure::Failure;

/// Syncs that are measured.
const SYNCS: usize = 200;
/// Bytes of each write.
const BLOCK: [u8; 4096] = [1; 4096];

/// Median of a write into a file that has its size already, with `fdatasync`, in milliseconds.
#[expect(clippy::disallowed_methods, reason = "the disk is measured in real time")]
pub(crate) fn sync_milliseconds(folder: &Path) -> Result<f64, Failure> {
    let path = folder.join("sync");
    let measure = || -> std::io::Result<f64> {
        let mut file = File::create(&path)?;
        for _ in 0..SYNCS {
            file.write_all(&BLOCK)?;
        }
        file.sync_all()?;
        file.seek(SeekFrom::Start(0))?;
        let mut taken = Vec::with_capacity(SYNCS);
        for _ in 0..SYNCS {
            let start = Instant::now();
            file.write_all(&BLOCK)?;
            file.sync_data()?;
            taken.push(start.elapsed().as_secs_f64() * 1e3);
        }
        taken.sort_by(f64::total_cmp);
        Ok(taken[SYNCS / 2])
    };
    measure().map_err(|source| Failure::Io { action: "sync", path: path.display().to_string(), source })
}
