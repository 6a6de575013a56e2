//! What is a prefix to the domain: a canonical CIDR block, with the arithmetic that pools and routes need.
//!
//! A [`Prefix`] has no host bits, by construction, so that a block has exactly one spelling. This module must not know
//! what a prefix is used for.

use std::cmp::Ordering;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnetwork::IpNetwork;
use thiserror::Error;

use crate::address::{AddressError, Family, address_of, number_of, parse_address};

/// A CIDR block without host bits. Orders by family, then first address, then length (the wider first).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Prefix(IpNetwork);

/// Why a text is no prefix that podnet accepts.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PrefixError {
    /// The address part is wrong.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// No `/length`, or a length that the family does not have.
    #[error("`{0}` is not a prefix; write it as address/length, for example 10.244.0.0/16")]
    Malformed(String),
    /// Host bits are set; masking them silently would hide typing errors.
    #[error("`{given}` has host bits set; the block that holds this address is {canonical}")]
    HostBits {
        /// The text as it was given.
        given: String,
        /// The block that contains the address.
        canonical: Prefix,
    },
}

impl Prefix {
    /// Parses `address/length`.
    ///
    /// # Errors
    /// Refuses malformed text, IPv4-mapped IPv6, and set host bits (naming the canonical block).
    pub fn parse(text: &str) -> Result<Self, PrefixError> {
        let shown = || text.chars().take(64).collect::<String>();
        let Some((address, length)) = text.split_once('/') else {
            return Err(PrefixError::Malformed(shown()));
        };
        let address = parse_address(address)?;
        let plain = !length.is_empty()
            && length.len() <= 3
            && length.bytes().all(|b| b.is_ascii_digit())
            && (length == "0" || !length.starts_with('0'));
        let length: u8 =
            if plain { length.parse().ok() } else { None }.ok_or_else(|| PrefixError::Malformed(shown()))?;
        let Some(canonical) = Self::containing(address, length) else {
            return Err(PrefixError::Malformed(shown()));
        };
        if canonical.first_number() != number_of(address) {
            return Err(PrefixError::HostBits { given: shown(), canonical });
        }
        Ok(canonical)
    }

    /// The block of this length that holds the address; `None` if the family has no such length.
    pub fn containing(address: IpAddr, length: u8) -> Option<Self> {
        let cut = u32::from(Family::of(address).bits().checked_sub(length)?);
        let first = match address {
            IpAddr::V4(v4) => {
                IpAddr::V4(Ipv4Addr::from_bits(v4.to_bits() & u32::MAX.checked_shl(cut).unwrap_or(0)))
            }
            IpAddr::V6(v6) => {
                IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & u128::MAX.checked_shl(cut).unwrap_or(0)))
            }
        };
        IpNetwork::new(first, length).ok().map(Self)
    }

    /// The block of one address: a /32 or a /128.
    pub fn host(address: IpAddr) -> Self {
        Self(IpNetwork::from(address))
    }

    /// The block that starts at a number; `None` if the length does not exist or host bits would be set.
    pub fn from_number(family: Family, first: u128, length: u8) -> Option<Self> {
        let prefix = Self::containing(address_of(family, first), length)?;
        (prefix.first_number() == first).then_some(prefix)
    }

    /// Address family.
    pub fn family(&self) -> Family {
        Family::of(self.0.ip())
    }

    /// Prefix length in bits.
    pub fn length(&self) -> u8 {
        self.0.prefix()
    }

    /// First address.
    pub fn first(&self) -> IpAddr {
        self.0.ip()
    }

    /// Last address.
    pub fn last(&self) -> IpAddr {
        address_of(self.family(), self.last_number())
    }

    /// The address after the first one, where bridges and gateways are; `None` if there is only one address.
    pub fn second(&self) -> Option<IpAddr> {
        let family = self.family();
        (self.length() < family.bits()).then(|| address_of(family, self.first_number() + 1))
    }

    /// Number of the first address.
    pub fn first_number(&self) -> u128 {
        number_of(self.0.ip())
    }

    /// Number of the last address.
    pub fn last_number(&self) -> u128 {
        self.first_number() | self.host_mask()
    }

    fn host_mask(&self) -> u128 {
        match self.family().bits() - self.length() {
            128 => u128::MAX,
            bits => (1 << bits) - 1,
        }
    }

    /// Count of addresses, saturating: `::/0` gives `u128::MAX`.
    pub fn size(&self) -> u128 {
        self.host_mask().saturating_add(1)
    }

    /// Whether the address is inside.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.0, address) {
            (IpNetwork::V4(own), IpAddr::V4(v4)) => {
                let differs = own.ip().to_bits() ^ v4.to_bits();
                differs.checked_shr(32 - u32::from(own.prefix())).unwrap_or(0) == 0
            }
            (IpNetwork::V6(own), IpAddr::V6(v6)) => {
                let differs = own.ip().to_bits() ^ v6.to_bits();
                differs.checked_shr(128 - u32::from(own.prefix())).unwrap_or(0) == 0
            }
            (IpNetwork::V4(_), IpAddr::V6(_)) | (IpNetwork::V6(_), IpAddr::V4(_)) => false,
        }
    }

    /// Whether the other prefix is inside or equal.
    pub fn contains_prefix(&self, other: &Self) -> bool {
        self.length() <= other.length() && self.contains(other.first())
    }

    /// Whether the two share an address.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.contains_prefix(other) || other.contains_prefix(self)
    }

    /// Count of child blocks of a length; `None` if the length is shorter than this prefix or not of this family.
    pub fn child_count(&self, length: u8) -> Option<u128> {
        if length < self.length() || length > self.family().bits() {
            return None;
        }
        Some(1u128.checked_shl(u32::from(length - self.length())).unwrap_or(u128::MAX))
    }

    /// The child block with an index, counted from the first address.
    pub fn child(&self, length: u8, index: u128) -> Option<Self> {
        if index >= self.child_count(length)? {
            return None;
        }
        let shift = u32::from(self.family().bits() - length);
        let offset = index.checked_shl(shift).unwrap_or(0);
        Self::from_number(self.family(), self.first_number() | offset, length)
    }

    /// The index of the child block of a length that holds the address; `None` if it is outside.
    pub fn child_index(&self, length: u8, address: IpAddr) -> Option<u128> {
        if !self.contains(address) || length < self.length() {
            return None;
        }
        let shift = u32::from(self.family().bits() - length);
        Some((number_of(address) - self.first_number()).checked_shr(shift).unwrap_or(0))
    }

    /// The value as the address library has it.
    pub fn network(&self) -> IpNetwork {
        self.0
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0.ip(), self.0.prefix())
    }
}

impl fmt::Debug for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for Prefix {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.family(), self.first_number(), self.length()).cmp(&(
            other.family(),
            other.first_number(),
            other.length(),
        ))
    }
}

impl PartialOrd for Prefix {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The first pair of prefixes of two lists that share an address.
pub fn first_overlap<'a>(left: &'a [Prefix], right: &'a [Prefix]) -> Option<(&'a Prefix, &'a Prefix)> {
    left.iter().find_map(|a| right.iter().find(|b| a.overlaps(b)).map(|b| (a, b)))
}
