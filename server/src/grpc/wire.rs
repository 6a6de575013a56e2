//! How is a message written as it is on the wire, at once and without the message?
//!
//! An answer with hundreds of traces is megabytes of short texts. As a message each would be a string of its own, counted,
//! copied and freed; here they go to the one place where they are sent from. What is written is what the generated code
//! would write: fields by number, absent where they have the default. This module must not know any message.

use podnet_core::text::Put;

/// A message under way.
#[derive(Debug, Default)]
pub(crate) struct Wire {
    bytes: Vec<u8>,
    /// A text before its length is known.
    text: String,
}

/// Kinds of fields (protobuf.dev, "Encoding").
const VARINT: u8 = 0;
const EIGHT_BYTES: u8 = 1;
const WITH_LENGTH: u8 = 2;

impl Wire {
    /// A message with room for this many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), text: String::new() }
    }

    /// What was written.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What was written, to be kept.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Begins again.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
    }

    /// A number; none for 0.
    pub(crate) fn number(&mut self, field: u32, value: impl Into<u64>) {
        let value = value.into();
        if value != 0 {
            self.present(field, value);
        }
    }

    /// A number of an optional field, also if it is 0.
    pub(crate) fn present(&mut self, field: u32, value: impl Into<u64>) {
        self.key(field, VARINT);
        self.varint(value.into());
    }

    /// A word of an enum, or a signed number.
    pub(crate) fn signed(&mut self, field: u32, value: impl Into<i64>) {
        self.number(field, value.into().cast_unsigned());
    }

    /// Whether something is so; none if not.
    pub(crate) fn flag(&mut self, field: u32, value: bool) {
        self.number(field, value);
    }

    /// A number with a fraction; none for 0.
    pub(crate) fn double(&mut self, field: u32, value: f64) {
        if value.to_bits() != 0 {
            self.key(field, EIGHT_BYTES);
            self.bytes.extend_from_slice(&value.to_le_bytes());
        }
    }

    /// A text; none if it is empty.
    pub(crate) fn text(&mut self, field: u32, text: &str) {
        if !text.is_empty() {
            self.message_of(field, text.as_bytes());
        }
    }

    /// A text that is being put together; none if it is empty.
    pub(crate) fn put(&mut self, field: u32, parts: &[&dyn Put]) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        podnet_core::text::put_all(&mut text, parts);
        self.text(field, &text);
        self.text = text;
    }

    /// A message whose fields are written already, also if there are none.
    pub(crate) fn message_of(&mut self, field: u32, fields: &[u8]) {
        self.key(field, WITH_LENGTH);
        self.varint(fields.len() as u64);
        self.bytes.extend_from_slice(fields);
    }

    /// A message inside of this one, also if it has no field.
    pub(crate) fn message(&mut self, field: u32, write: impl FnOnce(&mut Self)) {
        let start = self.begin(field, 1);
        write(self);
        self.end(start, 1);
    }

    /// Begins a message inside of this one, whose length will probably take so many bytes; gives where it starts.
    pub(crate) fn begin(&mut self, field: u32, length_bytes: usize) -> usize {
        self.key(field, WITH_LENGTH);
        self.bytes.resize(self.bytes.len() + length_bytes, 0);
        self.bytes.len()
    }

    /// Ends the message that starts there; its fields are moved if the length takes more bytes or less.
    pub(crate) fn end(&mut self, start: usize, length_bytes: usize) {
        let length = self.bytes.len() - start;
        let needed = length_of_varint(length);
        let begins = start - length_bytes + needed;
        if needed > length_bytes {
            self.bytes.resize(begins + length, 0);
        }
        if needed != length_bytes {
            self.bytes.copy_within(start..start + length, begins);
            self.bytes.truncate(begins + length);
        }
        let mut left = length;
        for byte in &mut self.bytes[begins - needed..begins] {
            *byte = low_bits(left as u64) | 0x80;
            left >>= 7;
        }
        self.bytes[begins - 1] &= 0x7f;
    }

    fn key(&mut self, field: u32, kind: u8) {
        self.varint(u64::from(field << 3) | u64::from(kind));
    }

    fn varint(&mut self, mut value: u64) {
        while value > 0x7f {
            self.bytes.push(low_bits(value) | 0x80);
            value >>= 7;
        }
        self.bytes.push(low_bits(value));
    }
}

/// The last seven bits.
fn low_bits(value: u64) -> u8 {
    value.to_le_bytes()[0] & 0x7f
}

/// Bytes of a length as a varint.
fn length_of_varint(mut length: usize) -> usize {
    let mut bytes = 1;
    while length > 0x7f {
        length >>= 7;
        bytes += 1;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use podnet_proto::v1 as pb;
    use prost::Message;

    use super::*;

    #[test]
    fn a_message_is_what_the_generated_code_writes() {
        // Lengths on both sides of where they take a byte more.
        for length in [0, 1, 10, 100, 119, 120, 127, 128, 129, 200, 16_370, 16_383, 16_384, 16_400, 70_000] {
            for length_bytes in [1, 2, 3] {
                let text = "x".repeat(length);
                let session = pb::Session {
                    id: text.clone(),
                    place: "p".to_owned(),
                    original: Some(pb::Packet { time_to_live: 300, ..pb::Packet::default() }),
                    reply: Some(pb::Packet::default()),
                };
                let step = pb::TraceStep {
                    kind: 2,
                    detail: Some(pb::trace_step::Detail::Session(session)),
                    ..pb::TraceStep::default()
                };
                let trace = pb::Trace { weight: 0.25, steps: vec![step], ..pb::Trace::default() };
                let mut wire = Wire::default();
                wire.number(1, 0_u32);
                wire.double(3, 0.25);
                wire.flag(4, false);
                let start = wire.begin(5, length_bytes);
                wire.signed(1, 2);
                wire.message(12, |wire| {
                    wire.put(1, &[&text]);
                    wire.text(2, "p");
                    wire.message(3, |wire| wire.number(6, 300_u32));
                    wire.message(4, |_| {});
                });
                wire.end(start, length_bytes);
                assert_eq!(wire.bytes(), trace.encode_to_vec(), "{length} in {length_bytes}");
            }
        }
        let mut wire = Wire::default();
        wire.signed(1, -1_i64);
        wire.text(2, "");
        assert_eq!(wire.into_bytes(), pb::Cursor { revision: -1, ..pb::Cursor::default() }.encode_to_vec());
    }
}
