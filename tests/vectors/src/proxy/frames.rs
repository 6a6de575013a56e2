//! Where does a message of gRPC end? Five bytes of flags and length, then the message; gRPC-Web puts trailers into one more.

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};

/// Flag of a frame of gRPC-Web that holds trailers.
pub const TRAILERS: u8 = 0x80;
/// Bytes before a message.
const PREFIX_BYTES: usize = 5;

/// Takes a stream of bytes apart.
#[derive(Debug, Default)]
pub struct Frames(BytesMut);

impl Frames {
    /// Adds bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// The next whole frame: its flags and its content.
    pub fn next_frame(&mut self) -> Option<(u8, Bytes)> {
        let flags = *self.0.first()?;
        let length = self
            .0
            .get(1..PREFIX_BYTES)?
            .iter()
            .fold(0usize, |length, byte| (length << 8) | usize::from(*byte));
        if self.0.len() < PREFIX_BYTES + length {
            return None;
        }
        self.0.advance(PREFIX_BYTES);
        Some((flags, self.0.split_to(length).freeze()))
    }
}

/// A frame of a content.
#[must_use]
pub fn frame(flags: u8, content: &[u8]) -> Bytes {
    let mut bytes = BytesMut::with_capacity(PREFIX_BYTES + content.len());
    bytes.put_u8(flags);
    bytes.put_u32(u32::try_from(content.len()).unwrap_or(u32::MAX));
    bytes.put_slice(content);
    bytes.freeze()
}

/// A field 999 with text, as a server newer than the client may send it.
#[must_use]
pub fn unknown_field(bytes: usize) -> Vec<u8> {
    // Key of field 999 with a length, then the length, both as variable-length numbers.
    let mut encoded = vec![0xba, 0x3e];
    let mut rest = bytes;
    while rest > 0x7f {
        encoded.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
        rest >>= 7;
    }
    encoded.push(u8::try_from(rest).unwrap_or(0));
    encoded.resize(encoded.len() + bytes, b'x');
    encoded
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::{Frames, frame, unknown_field};

    #[test]
    fn frames_are_found_wherever_the_bytes_are_cut() {
        let bytes = [frame(0, b"one"), frame(0, b""), frame(0x80, b"two")].concat();
        for cut in 0..bytes.len() {
            let mut frames = Frames::default();
            let mut found = Vec::new();
            for part in [&bytes[..cut], &bytes[cut..]] {
                frames.add(part);
                while let Some((flags, content)) = frames.next_frame() {
                    found.push((flags, content.to_vec()));
                }
            }
            assert_eq!(
                found,
                [(0, b"one".to_vec()), (0, Vec::new()), (0x80, b"two".to_vec())],
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn an_unknown_field_is_read_over() {
        for bytes in [3, 200, 70_000] {
            let cursor = podnet::v1::Cursor { revision: 7, ..Default::default() };
            let mut encoded = prost::Message::encode_to_vec(&cursor);
            encoded.extend(unknown_field(bytes));
            let read: podnet::v1::Cursor = prost::Message::decode(encoded.as_slice()).unwrap();
            assert_eq!(read, cursor);
        }
    }
}
