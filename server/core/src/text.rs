//! How is something put into a text that is being written, without the machinery of `fmt`?
//!
//! A trace is thousands of characters of names, addresses and sentences, and callers ask for hundreds of thousands of
//! traces: what `fmt` takes for padding and signs that nobody asks for is most of what writing takes. What is put is, to
//! the letter, what `Display` shows; tests hold both together. This module must not know what is written.

use std::fmt::Write;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use crate::prefix::Prefix;

/// Something with one text, which `Display` shows too.
pub trait Put {
    /// Puts its text behind what is written already.
    fn put(&self, text: &mut String);
}

/// Puts parts behind each other.
pub fn put_all(text: &mut String, parts: &[&dyn Put]) {
    parts.iter().for_each(|part| part.put(text));
}

/// A text of parts.
pub fn text_of(parts: &[&dyn Put]) -> String {
    let mut text = String::with_capacity(TEXT_EXPECTED);
    put_all(&mut text, parts);
    text
}

/// Room for most sentences.
const TEXT_EXPECTED: usize = 96;

impl Put for &str {
    fn put(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Put for String {
    fn put(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl<T: Put> Put for Arc<T> {
    fn put(&self, text: &mut String) {
        T::put(self, text);
    }
}

impl Put for u64 {
    fn put(&self, text: &mut String) {
        let (mut digits, mut first, mut left) = ([b'0'; 20], 20, *self);
        loop {
            first -= 1;
            let digit = (left % 10) as u8;
            digits[first] = b'0' + digit;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        text.push_str(str::from_utf8(&digits[first..]).unwrap_or_default());
    }
}

macro_rules! put_as_u64 {
    ($($number:ty),+) => {$(
        impl Put for $number {
            fn put(&self, text: &mut String) {
                u64::from(*self).put(text);
            }
        }
    )+};
}
put_as_u64!(u8, u16, u32);

impl Put for Ipv4Addr {
    fn put(&self, text: &mut String) {
        // 255.255.255.255 is the longest.
        let (mut letters, mut end) = ([b'.'; 15], 0);
        for (index, octet) in self.octets().into_iter().enumerate() {
            end += usize::from(index > 0);
            if octet >= 100 {
                letters[end] = b'0' + octet / 100;
                end += 1;
            }
            if octet >= 10 {
                letters[end] = b'0' + octet / 10 % 10;
                end += 1;
            }
            letters[end] = b'0' + octet % 10;
            end += 1;
        }
        text.push_str(str::from_utf8(&letters[..end]).unwrap_or_default());
    }
}

impl Put for IpAddr {
    fn put(&self, text: &mut String) {
        match self {
            Self::V4(v4) => v4.put(text),
            Self::V6(v6) => {
                // Writing to a string never fails.
                let _written = write!(text, "{v6}");
            }
        }
    }
}

impl Put for Prefix {
    fn put(&self, text: &mut String) {
        put_all(text, &[&self.first(), &"/", &self.length()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_what_is_shown() {
        for number in [0, 1, 9, 10, 99, 100, 101, 255, 256, 65_535, 1_000_000, u64::MAX] {
            assert_eq!(text_of(&[&number]), number.to_string());
        }
        for octet in 0..=255 {
            let address = IpAddr::V4(Ipv4Addr::new(octet, 255 - octet, octet / 2, 0));
            assert_eq!(text_of(&[&address]), address.to_string());
        }
        for text in
            ["0.0.0.0/0", "10.200.0.0/15", "255.255.255.255/32", "::/0", "fd00::/8", "2001:db8::1/128"]
        {
            let prefix = Prefix::parse(text).unwrap();
            assert_eq!(text_of(&[&prefix]), prefix.to_string());
            assert_eq!(text_of(&[&prefix.first()]), prefix.first().to_string());
        }
        assert_eq!(text_of(&[&"a", &"b".to_owned(), &Arc::new(7_u8)]), "ab7");
    }
    #[test]
    fn a_name_of_each_kind_is_put_as_it_is_shown() {
        let example = |pattern: &str| pattern.replace('{', "A-1.").replace('}', "_z");
        let texts = crate::name::put_and_shown(example);
        assert!(texts.len() > 10, "every kind: {texts:?}");
        for (put, shown) in texts {
            assert_eq!(put, shown);
            assert!(
                shown.starts_with("networks/A-1.network_z") || shown.starts_with("clusters/A-1.cluster_z")
            );
        }
        let segment = crate::name::Segment::parse("np1-0.b_C").unwrap();
        assert_eq!(text_of(&[&segment]), segment.to_string());
    }
}
