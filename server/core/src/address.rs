//! What is an IP address to the domain: which family it has and which number it is.
//!
//! An address is handled as a number of 128 bits within its family, so that IPv4 and IPv6 share every algorithm.
//! This module must not know prefixes or pools.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use thiserror::Error;

/// Address family. Orders IPv4 before IPv6, the order of every dual-stack list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// IPv4: 32 bits.
    V4,
    /// IPv6: 128 bits.
    V6,
}

impl Family {
    /// Family of an address.
    pub fn of(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(_) => Self::V4,
            IpAddr::V6(_) => Self::V6,
        }
    }

    /// Length of an address in bits: 32 or 128.
    pub fn bits(self) -> u8 {
        match self {
            Self::V4 => 32,
            Self::V6 => 128,
        }
    }

    /// Word used in messages and metadata: `IPv4` or `IPv6`.
    pub fn word(self) -> &'static str {
        match self {
            Self::V4 => "IPv4",
            Self::V6 => "IPv6",
        }
    }
}

/// The number of an address within its family.
pub fn number_of(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

/// The address with this number. The number of an IPv4 address is cut to 32 bits, which callers keep by construction.
pub fn address_of(family: Family, number: u128) -> IpAddr {
    match family {
        Family::V4 => {
            IpAddr::V4(Ipv4Addr::from_bits(u32::try_from(number & 0xffff_ffff).unwrap_or(u32::MAX)))
        }
        Family::V6 => IpAddr::V6(Ipv6Addr::from_bits(number)),
    }
}

/// Why a text is no address that podnet accepts.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Not the text form of an address (RFC 4291, RFC 6943): leading zeros, zone ids and blanks are refused too.
    #[error(
        "`{0}` is not an IP address; write IPv4 as 10.0.0.4 (no leading zeros) and IPv6 as fd00::4 (no zone)"
    )]
    Malformed(String),
    /// IPv4-mapped IPv6: one address would have two spellings and two families.
    #[error("`{0}` is an IPv4-mapped IPv6 address; write it as the IPv4 address {1}")]
    Mapped(String, Ipv4Addr),
}

/// Parses an address; there is exactly one accepted meaning for each text and one canonical text for each address.
///
/// # Errors
/// Refuses what is not an address, leading zeros, zone ids, and IPv4-mapped IPv6 addresses.
pub fn parse_address(text: &str) -> Result<IpAddr, AddressError> {
    let shown = || text.chars().take(64).collect::<String>();
    let address: IpAddr = text.parse().map_err(|_| AddressError::Malformed(shown()))?;
    if let IpAddr::V6(v6) = address
        && let Some(v4) = v6.to_ipv4_mapped()
    {
        return Err(AddressError::Mapped(shown(), v4));
    }
    Ok(address)
}
