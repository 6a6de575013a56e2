//! Which text do the bytes of a file hold? Knows byte order marks, nothing about JSON.

use std::borrow::Cow;

use super::error::{ImportError, MAX_FILE_BYTES};

/// The text of a file. PowerShell's `>` writes UTF-16 with a byte order mark, other tools put one before UTF-8.
pub(super) fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, ImportError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge {
            file: file.to_owned(),
            bytes: bytes.len(),
            limit: MAX_FILE_BYTES,
        });
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(file, rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(file, rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(file, rest, 3),
        all => utf8(file, all, 0),
    }
}

fn utf8<'a>(file: &str, bytes: &'a [u8], skipped: usize) -> Result<Cow<'a, str>, ImportError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            Err(ImportError::NotText { file: file.to_owned(), position: skipped + error.valid_up_to() })
        }
    }
}

fn utf16(file: &str, bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, ImportError> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        // Half a unit at the end: a surrogate without its partner, which the decoder refuses.
        [_] | [] | [_, _, _, ..] => 0xd800,
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut position = 2;
    for character in char::decode_utf16(units) {
        let Ok(character) = character else {
            return Err(ImportError::NotText { file: file.to_owned(), position });
        };
        text.push(character);
        position += character.len_utf16() * 2;
    }
    Ok(Cow::Owned(text))
}
