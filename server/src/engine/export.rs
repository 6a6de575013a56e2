//! How does a whole state leave the server: a header, data, a trailer with the checksum, never all of it in memory?
//!
//! The data are the pieces of a checkpoint, each behind its length as protobuf writes it, cut into parts of bounded size.

use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;
use prost::encoding::encode_varint;

use super::codec::Chunks;
use super::snapshot::Snapshot;
use crate::limits;
use crate::store::StoreId;

/// The version of the format that this server writes, and the newest that it reads.
pub(super) const FORMAT: u32 = 1;

/// What an export is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportHeader {
    /// Version of the format.
    pub format: u32,
    /// The store that it comes from.
    pub store_id: StoreId,
    /// Revision of the state.
    pub revision: Revision,
    /// Time of that revision.
    pub time: Timestamp,
}

/// How to tell that an export is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportTrailer {
    /// CRC-32C over all data.
    pub checksum: u32,
    /// Bytes of all data.
    pub size_bytes: u64,
    /// Entries in the data.
    pub record_count: u64,
}

/// One part of an export, in the order header, data, trailer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportPart {
    /// The first part.
    Header(ExportHeader),
    /// The next bytes, at most [`limits::EXPORT_PART_BYTES_MAX`].
    Data(Vec<u8>),
    /// The last part; without it an export is not whole.
    Trailer(ExportTrailer),
}

/// Gives the parts of a snapshot one after the other, until the sink wants no more.
pub(super) fn export(snapshot: &Snapshot, mut sink: impl FnMut(ExportPart) -> bool) {
    let (revision, time) = (snapshot.state.revision, snapshot.state.time);
    if !sink(ExportPart::Header(ExportHeader { format: FORMAT, store_id: snapshot.store_id, revision, time }))
    {
        return;
    }
    let mut trailer = ExportTrailer { checksum: 0, size_bytes: 0, record_count: 0 };
    let mut chunks = Chunks::of(&snapshot.state);
    for chunk in chunks.by_ref() {
        let mut framed = Vec::with_capacity(chunk.len() + 10);
        encode_varint(chunk.len() as u64, &mut framed);
        framed.extend_from_slice(&chunk);
        for data in framed.chunks(limits::EXPORT_PART_BYTES_MAX) {
            trailer.checksum = crc32c::crc32c_append(trailer.checksum, data);
            trailer.size_bytes += data.len() as u64;
            if !sink(ExportPart::Data(data.to_vec())) {
                return;
            }
        }
    }
    trailer.record_count = chunks.parts_count();
    // The last part: there is nothing to stop any more.
    let _more = sink(ExportPart::Trailer(trailer));
}
