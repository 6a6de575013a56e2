//! How is one revision written?

use bytes::Bytes;
use podnet_core::event::{Record, RequestMark};
use podnet_core::meta::Revision;
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use prost::Message;

use super::{DecodeError, Malformed, Moment, load_all, store_all};

/// The bytes of a revision.
#[must_use]
pub fn encode_record(record: &Record) -> Bytes {
    let moment = Moment { revision: record.revision, time: record.time };
    let message = stored::Record {
        revision: record.revision.0,
        time: record.time.0,
        actor: record.actor.clone(),
        request_id: record.request.as_ref().map(|mark| mark.id.clone()),
        fingerprint: record.request.as_ref().map_or(0, |mark| mark.fingerprint),
        events: store_all(&record.events, moment),
        answer: record.request.as_ref().map(|mark| mark.answer.clone()).unwrap_or_default(),
    };
    message.encode_to_vec().into()
}

/// The revision of some bytes, which the log keeps as `revision`.
///
/// # Errors
/// Names the revision and the field that this version cannot read.
pub fn decode_record(revision: u64, bytes: &[u8]) -> Result<Record, DecodeError> {
    decode(revision, bytes).map_err(|malformed| malformed.at(format!("revision {revision} of the log")))
}

fn decode(revision: u64, bytes: &[u8]) -> Result<Record, Malformed> {
    let message = stored::Record::decode(bytes).map_err(|error| Malformed::new("record", error))?;
    if message.revision != revision {
        return Err(Malformed::new("record.revision", format_args!("is {}", message.revision)));
    }
    let moment = Moment { revision: Revision(revision), time: Timestamp(message.time) };
    let (fingerprint, answer) = (message.fingerprint, message.answer);
    Ok(Record {
        revision: moment.revision,
        time: moment.time,
        actor: message.actor,
        request: message.request_id.map(|id| RequestMark { id, fingerprint, answer }),
        events: load_all(message.events, moment)?,
    })
}
