//! Answers: what bytes does one commit group become, and how is each record of it verified?
//!
//! A block is one group, stored as one value under the revision of its first record, so that a commit is one insertion
//! whatever the size of the group. It must not know where the value is kept.
//!
//! ```text
//!   record := length u32 LE | crc32c u32 LE over (revision u64 LE, payload) | payload
//!   block  := count u32 LE | record{count}                       (revisions are consecutive)
//! ```
//!
//! The checksum covers the revision, so that a record that turns up under another key is damage, too.

use bytes::{Buf, Bytes};

use super::{GROUP_BYTES_MAX, RECORD_BYTES_MAX, Record, StoreError};

const BLOCK_HEADER_BYTES: usize = 4;
const RECORD_HEADER_BYTES: usize = 8;

/// Refuses a group that is above a limit; otherwise the sum of its payloads in bytes.
pub(super) fn check_sizes(payloads: &[Bytes]) -> Result<usize, StoreError> {
    if let Some(payload) = payloads.iter().find(|payload| payload.len() > RECORD_BYTES_MAX) {
        return Err(StoreError::TooLarge {
            what: "a record",
            bytes: payload.len(),
            limit_bytes: RECORD_BYTES_MAX,
        });
    }
    let bytes: usize = payloads.iter().map(Bytes::len).sum();
    if bytes > GROUP_BYTES_MAX {
        return Err(StoreError::TooLarge { what: "a group", bytes, limit_bytes: GROUP_BYTES_MAX });
    }
    Ok(bytes)
}

/// Encodes a group, or refuses it for its size.
pub(super) fn encode(first_revision: u64, payloads: &[Bytes]) -> Result<Vec<u8>, StoreError> {
    let bytes = check_sizes(payloads)?;
    let mut block = Vec::with_capacity(BLOCK_HEADER_BYTES + bytes + payloads.len() * RECORD_HEADER_BYTES);
    // A group holds far fewer records than u32::MAX: each one is a command that waited in the writer's bounded queue.
    block.extend_from_slice(&(payloads.len() as u32).to_le_bytes());
    for (revision, payload) in (first_revision..).zip(payloads) {
        // RECORD_BYTES_MAX is far below u32::MAX.
        block.extend_from_slice(&(payload.len() as u32).to_le_bytes());
        block.extend_from_slice(&checksum(revision, payload).to_le_bytes());
        block.extend_from_slice(payload);
    }
    Ok(block)
}

/// The records of a block, each verified. After the first damaged one it ends.
pub(super) struct Records {
    revision: u64,
    records_left: u32,
    rest: Bytes,
}

/// A record that is not what was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Damage {
    pub(super) revision: u64,
    pub(super) detail: &'static str,
}

/// Opens a block. A block that ends inside its header gives one damaged record.
pub(super) fn decode(first_revision: u64, mut block: Bytes) -> Records {
    // Without a header, one record is promised that cannot be there.
    let records_left = block.try_get_u32_le().unwrap_or(1);
    Records { revision: first_revision, records_left, rest: block }
}

impl Iterator for Records {
    type Item = Result<Record, Damage>;

    fn next(&mut self) -> Option<Self::Item> {
        let revision = self.revision;
        if self.records_left == 0 {
            let surplus = std::mem::take(&mut self.rest);
            return (!surplus.is_empty())
                .then_some(Err(Damage { revision, detail: "the block is longer than its records" }));
        }
        let record = self.split_record(revision);
        if record.is_ok() {
            self.revision += 1;
            self.records_left -= 1;
        } else {
            self.records_left = 0;
            self.rest.clear();
        }
        Some(record)
    }
}

impl Records {
    fn split_record(&mut self, revision: u64) -> Result<Record, Damage> {
        if self.rest.len() < RECORD_HEADER_BYTES {
            return Err(Damage { revision, detail: "the block ends before its last record" });
        }
        let length = self.rest.get_u32_le() as usize;
        let expected = self.rest.get_u32_le();
        if length > self.rest.len() {
            return Err(Damage { revision, detail: "the record is longer than its block" });
        }
        let payload = self.rest.split_to(length);
        if checksum(revision, &payload) != expected {
            return Err(Damage { revision, detail: "the record's checksum (CRC-32C) does not match" });
        }
        Ok(Record { revision, payload })
    }
}

fn checksum(revision: u64, payload: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(&revision.to_le_bytes()), payload)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]
    use super::*;

    fn group() -> Vec<Bytes> {
        vec![Bytes::from_static(b"first"), Bytes::new(), Bytes::from_static(b"third record")]
    }

    #[test]
    fn gives_back_what_was_encoded() {
        let block = encode(7, &group()).unwrap();
        let records: Vec<Record> = decode(7, block.into()).map(Result::unwrap).collect();
        let expected: Vec<Record> =
            (7..).zip(group()).map(|(revision, payload)| Record { revision, payload }).collect();
        assert_eq!(records, expected);
    }

    #[test]
    fn notices_every_single_flipped_bit() {
        let block = encode(7, &group()).unwrap();
        for bit in 0..block.len() * 8 {
            let mut damaged = block.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            let result: Result<Vec<Record>, Damage> = decode(7, damaged.into()).collect();
            let Err(damage) = result else { panic!("bit {bit} flipped unnoticed") };
            assert!((7..=10).contains(&damage.revision), "bit {bit}: {damage:?}");
        }
    }

    #[test]
    fn notices_a_block_under_another_revision() {
        let block = encode(7, &group()).unwrap();
        let result: Result<Vec<Record>, Damage> = decode(8, block.into()).collect();
        assert_eq!(result.unwrap_err().revision, 8);
    }

    #[test]
    fn refuses_a_group_above_the_limit() {
        let chunk = Bytes::from(vec![0; RECORD_BYTES_MAX]);
        let records = vec![chunk; GROUP_BYTES_MAX / RECORD_BYTES_MAX + 1];
        assert!(matches!(encode(1, &records), Err(StoreError::TooLarge { what: "a group", .. })));
    }
}
