//! How does a client name a position so that nobody mistakes it for one of another store?
//!
//! A resume token is base64url of the store id, the revision and a checksum. Clients treat it as opaque.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use podnet_core::meta::Revision;

use crate::store::StoreId;

/// Bytes of a token: store id, revision, CRC-32C.
const BYTES: usize = 16 + 8 + 4;

/// A position in the history of one store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The store.
    pub store_id: StoreId,
    /// The revision; 0 is the empty store.
    pub revision: Revision,
}

/// Why a text is no resume token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It was cut, changed or made up.
    #[error("the resume token is damaged; use it exactly as it was received, or list and watch from there")]
    Malformed,
}

impl Cursor {
    /// The opaque text of this position.
    #[must_use]
    pub fn token(&self) -> String {
        let mut bytes = Vec::with_capacity(BYTES);
        bytes.extend_from_slice(&self.store_id.as_u128().to_be_bytes());
        bytes.extend_from_slice(&self.revision.0.to_be_bytes());
        bytes.extend_from_slice(&crc32c::crc32c(&bytes).to_be_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The position of a token.
    ///
    /// # Errors
    /// The text is no token of any store.
    pub fn parse(token: &str) -> Result<Self, TokenError> {
        // A longer text is refused before it is decoded.
        if token.len() > 2 * BYTES {
            return Err(TokenError::Malformed);
        }
        let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| TokenError::Malformed)?;
        let (store_id, rest) = bytes.split_first_chunk::<16>().ok_or(TokenError::Malformed)?;
        let (revision, rest) = rest.split_first_chunk::<8>().ok_or(TokenError::Malformed)?;
        let checksum = <[u8; 4]>::try_from(rest).map_err(|_| TokenError::Malformed)?;
        if u32::from_be_bytes(checksum) != crc32c::crc32c(&bytes[..24]) {
            return Err(TokenError::Malformed);
        }
        Ok(Self {
            store_id: StoreId::from_u128(u128::from_be_bytes(*store_id)),
            revision: Revision(u64::from_be_bytes(*revision)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_and_any_other_text_is_refused() {
        let cursor = Cursor { store_id: StoreId::from_u128(7 << 100), revision: Revision(42) };
        let token = cursor.token();
        assert_eq!(Cursor::parse(&token), Ok(cursor));
        for position in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
            assert_eq!(
                Cursor::parse(&String::from_utf8_lossy(&changed)),
                Err(TokenError::Malformed),
                "{position}"
            );
        }
        for text in ["", "x", "!!!!", &token[1..], &format!("{token}AAAA"), &"A".repeat(10_000)] {
            assert_eq!(Cursor::parse(text), Err(TokenError::Malformed), "{text}");
        }
    }
}
