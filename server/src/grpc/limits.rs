//! Every bound of the gRPC shell, each with the reason for its number (law L19).

use std::time::Duration;

/// Entries of a page when the caller does not say (AIP-158).
pub const PAGE_SIZE_DEFAULT: usize = 100;
/// Entries of a page at most; a larger wish counts as this one.
pub const PAGE_SIZE_MAX: usize = 1000;
/// Snapshots kept so that later pages show the revision of the first one. A list is read within seconds, and each held
/// snapshot keeps what changed since alive.
pub const PAGE_SNAPSHOTS_MAX: usize = 32;
/// Bytes of a page token that are looked at; ours are below 600.
pub const PAGE_TOKEN_BYTES_MAX: usize = 2048;

/// Bytes of the details of one status. Python's gRPC fails above about 5.5 kB of trailers and Java's above 6 kB.
pub const STATUS_BYTES_MAX: usize = 4096;
/// Field violations of one status.
pub const VIOLATIONS_MAX: usize = 20;
/// Bytes of a message of a status.
pub const STATUS_MESSAGE_BYTES_MAX: usize = 800;
/// Bytes of one value of a status' metadata.
pub const METADATA_VALUE_BYTES_MAX: usize = 200;

/// Bytes of one message, both ways: gRPC's default on the client's side.
pub const MESSAGE_BYTES_MAX: usize = 4 << 20;
/// Bytes of a key of a label.
pub const LABEL_KEY_BYTES_MAX: usize = 128;
/// Bytes of a value of a label.
pub const LABEL_VALUE_BYTES_MAX: usize = 256;
/// Flows of one batch.
pub const BATCH_FLOWS_MAX: usize = 1000;
/// Flows that one piece of a batch traces in one go on one core: about a millisecond, so that others get in between.
pub const BATCH_PIECE_FLOWS: usize = 64;
/// Pieces of traces, proofs and looks through the history that wait for a core at most: worked off in seconds.
pub const WORK_PIECES_WAITING_MAX: usize = 4096;
/// Flows of one stream of traces that may be unanswered.
pub const STREAM_TRACES_MAX: usize = 256;
/// Ids in one sweep; a node has at most 250 pods, and their ids fit one message.
pub const SWEEP_IDS_MAX: usize = 10_000;
/// Matches of one lookup of an address or of a route.
pub const MATCHES_MAX: usize = 1000;
/// Events of one frame of a watch.
pub const WATCH_EVENTS_MAX: usize = 1000;
/// Frames that wait for a slow watcher before the watch waits itself; what it falls behind is read from the log.
pub const WATCH_FRAMES_WAITING_MAX: usize = 16;
/// Time between two marks of progress when the caller does not say.
pub const WATCH_PROGRESS_DEFAULT: Duration = Duration::from_secs(10);
/// Shortest and longest time between two marks of progress.
pub const WATCH_PROGRESS_RANGE: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(600));
/// Resource names that a change of an outcome lists; the watch of resources shows all.
pub const WATCH_NAMES_MAX: usize = 20;
/// Changes that one what-if tries, as the contract says; each is decided on the copy before the next.
pub const WHAT_IF_CHANGES_MAX: usize = 100;
/// Flows that one what-if traces, twice each, as the contract says.
pub const WHAT_IF_FLOWS_MAX: usize = 100;
/// Nodes that one what-if lists with what they gain or lose, as the contract says; the counts are of all.
pub const WHAT_IF_NODES_MAX: usize = 1000;
/// Kinds that a watch names; there are ten.
pub const WATCH_KINDS_MAX: usize = 32;

/// Pause that a shed caller is asked for. A queue of 16,384 is worked off in well under a second.
pub const OVERLOADED_RETRY: Duration = Duration::from_millis(200);
/// Pause that a caller is asked for while the server starts or drains: a replacement takes seconds.
pub const UNAVAILABLE_RETRY: Duration = Duration::from_secs(1);

/// Operations of one address stream that may be unanswered: more than one sync takes, and few enough to be fair.
pub const STREAM_OPERATIONS_MAX: usize = 256;
/// Watches at a time. Each follows the state at its own pace and holds what it has not shown yet.
pub const WATCHES_MAX: usize = 1000;
/// Exports at a time. Each keeps its revision in memory until its reader is done, and a thread of the pool for blocking
/// work.
pub const EXPORTS_MAX: usize = 8;
/// Checks of consistency at a time. Each keeps a core busy; with the log it also rebuilds a whole state.
pub const CHECKS_MAX: usize = 2;
/// Imports at a time. Each holds a whole state beside the one that is served.
pub const IMPORTS_MAX: usize = 1;
/// Time without traffic after which a connection is probed, so that dead clients go.
pub const KEEPALIVE_INTERVAL: Duration = Duration::from_secs(30);
/// Time in which a probed connection has to answer.
pub const KEEPALIVE_TIMEOUT: Duration = Duration::from_secs(20);
