//! How do the words of a scenario become values of the domain?

use std::fmt::Display;
use std::net::IpAddr;

use podnet_core::address::{Family, parse_address};
use podnet_core::model::NextHop;
use podnet_core::name::Segment;
use podnet_core::prefix::Prefix;

use crate::scenario::names::full;

/// A full name of a kind from its short form.
pub(super) fn name<N, E: Display>(
    kind: &str,
    short: &str,
    parse: impl FnOnce(&str) -> Result<N, E>,
) -> Result<N, String> {
    let full = full(kind, short);
    parse(&full).map_err(|error| format!("{short}: {error}"))
}

pub(super) fn segment(text: &str) -> Result<Segment, String> {
    Segment::parse(text).map_err(|error| error.to_string())
}

pub(super) fn segments<C: FromIterator<Segment>>(texts: &[&str]) -> Result<C, String> {
    texts.iter().map(|text| segment(text)).collect()
}

pub(super) fn prefix(text: &str) -> Result<Prefix, String> {
    Prefix::parse(text).map_err(|error| error.to_string())
}

pub(super) fn prefixes(texts: &[&str]) -> Result<Vec<Prefix>, String> {
    texts.iter().map(|text| prefix(text)).collect()
}

pub(super) fn address(text: &str) -> Result<IpAddr, String> {
    parse_address(text).map_err(|error| error.to_string())
}

/// Addresses; `a..b` is a run of them.
pub(super) fn addresses(texts: &[&str]) -> Result<Vec<IpAddr>, String> {
    texts.iter().map(|text| address(text)).collect()
}

pub(super) fn family(text: &str) -> Result<Family, String> {
    match text {
        "ipv4" => Ok(Family::V4),
        "ipv6" => Ok(Family::V6),
        _ => Err(format!("`{text}` is no family")),
    }
}

pub(super) fn next_hop(text: &str) -> Result<NextHop, String> {
    Ok(match text {
        "vnet" => NextHop::VnetLocal,
        "gateway" => NextHop::VirtualNetworkGateway,
        "internet" => NextHop::Internet,
        "none" => NextHop::None,
        _ => NextHop::VirtualAppliance(address(text)?),
    })
}

pub(super) fn word<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, String> {
    words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value).ok_or_else(|| format!("`{text}`?"))
}
