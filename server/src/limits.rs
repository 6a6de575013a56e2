//! Every bound of the server, each with the reason for its number (law L19).
//!
//! Bounds of the domain are in `podnet_core::limits`, those of the log in [`crate::store`].

use std::time::Duration;

/// Commands that wait for the writer; one more is shed with a retryable error. Four full batches: what waits longer than
/// that is better repeated by the caller.
pub const QUEUE_JOBS_MAX: usize = 16_384;
/// Commands of one batch, that is of one sync. Batches of 256 already hide the sync; more only add latency.
pub const BATCH_JOBS_MAX: usize = 4096;
/// Bytes of records at which a batch is closed; with one more record it stays below the log's bound of a group.
pub const BATCH_BYTES: usize = 8 << 20;
/// Bytes of one record; a command that needs more is refused. Below the log's bound by a chunk, so that every resource
/// of a record fits a chunk too.
pub const RECORD_BYTES_MAX: usize = 15 << 20;
/// Time after which an idle writer looks whether something cooled down or expired.
pub const IDLE_TICK: Duration = Duration::from_secs(1);

/// Records that watchers find in memory. A minute of a busy cluster; slower watchers read the log.
pub const FEED_RECORDS_MAX: usize = 16_384;
/// Bytes of the records that watchers find in memory, as encoded.
pub const FEED_BYTES_MAX: usize = 32 << 20;
/// Records that a watcher gets at once.
pub const FEED_BATCH_RECORDS_MAX: usize = 256;
/// Records that a watcher passes over at one look, if it wants none of them: as many as are in memory.
pub const FEED_PASS_RECORDS_MAX: usize = 16_384;
/// Time after which a watcher looks again that has passed over records. Forty looks a second of each watcher leave callers
/// most of a busy server; on a quiet one nobody waits, since a pause follows only a look that found something.
pub const FEED_PAUSE: Duration = Duration::from_millis(25);
/// Bytes of records that are read from the log at once.
pub const READ_BYTES_MAX: usize = 8 << 20;
/// Records that are read from the log at once.
pub const READ_RECORDS_MAX: usize = 4096;

/// Size at which a piece of a checkpoint is closed.
pub const CHUNK_BYTES: usize = 256 << 10;
/// Pieces of a checkpoint that are read ahead at a start while others are put in their place.
pub const PIECES_AHEAD_MAX: usize = 8;
/// Records after which a checkpoint is written. Bounds the time to recover: a million small records replay in seconds.
pub const CHECKPOINT_RECORDS: u64 = 200_000;
/// Bytes of records after which a checkpoint is written.
pub const CHECKPOINT_BYTES: u64 = 64 << 20;

/// How long records are kept for watchers and for reads at a revision.
pub const HISTORY_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);
/// Records kept at most, whatever their age, beside those that answer a remembered request.
pub const HISTORY_RECORDS_MAX: u64 = 1_000_000;

/// States that are rebuilt at once for reads at a revision; each is as large as the live one.
pub const PAST_READS_MAX: usize = 2;
/// Bytes of one message of an export or import.
pub const EXPORT_PART_BYTES_MAX: usize = 1 << 20;
/// Parts of an export that wait for a slow reader.
pub const EXPORT_PARTS_WAITING_MAX: usize = 4;

/// Monitors that are answered at once; one more waits. A few ask every few seconds.
pub const METRICS_CONNECTIONS_MAX: usize = 8;
/// Longest time of one monitor's connection: a page of the largest store takes well under a second.
pub const METRICS_CONNECTION: Duration = Duration::from_secs(10);
/// Connections that were accepted and wait for their core, which takes them between two calls. More wait in the system.
pub const CONNECTIONS_WAITING_MAX: usize = 64;

/// How long the server that answers probes during recovery may take to end its open calls; a probe takes milliseconds.
pub const EARLY_SERVER_GRACE: Duration = Duration::from_secs(1);
