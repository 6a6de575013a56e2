//! What does the log hold in a trial? Every record follows from its revision, so that whoever reads it can judge it.
//!
//! `log_writer` (the program that suffers) and `tests/store` (which looks at what is left) agree through this file.

use bytes::Bytes;

use crate::random::Random;

/// How many groups the writer appends between two checkpoints.
pub const GROUPS_PER_CHECKPOINT: u64 = 5;

/// How many revisions before a checkpoint compaction keeps.
pub const REVISIONS_KEPT: u64 = 20;

/// The payload of a revision: mostly small, now and then several pages.
#[must_use]
pub fn payload(revision: u64) -> Bytes {
    let mut random = Random::new(revision);
    let length = if random.below(40) == 0 { 4000 + random.below(30_000) } else { random.below(600) };
    let words = (0..length.div_ceil(8)).flat_map(|_| random.bits().to_le_bytes());
    words.take(length as usize).collect()
}

/// How many records the group has that starts at a revision.
#[must_use]
pub fn group_size(first_revision: u64) -> u64 {
    1 + Random::new(!first_revision).below(20)
}

/// Whether a log may end at this revision: groups are whole.
#[must_use]
pub fn is_group_end(revision: u64) -> bool {
    let mut end = 0;
    while end < revision {
        end += group_size(end + 1);
    }
    end == revision
}

/// The chunks of the checkpoint at a revision.
pub fn checkpoint_chunks(revision: u64) -> impl Iterator<Item = Vec<u8>> {
    let mut random = Random::new(revision ^ 0xc4ec);
    (0..=revision % 4).map(move |_| (0..100 + random.below(9000)).map(|_| random.bits() as u8).collect())
}
