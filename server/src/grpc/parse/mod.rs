//! What does a message ask for? From the contract's messages to commands of the domain, one file for each context.
//!
//! Everything that can be said about a request without the state is said here, with the path of the field. What needs
//! the state is the domain's to decide. Nothing here may panic, whatever the message (law L21).

pub(crate) mod cluster;
pub(crate) mod fields;
pub(crate) mod flow;
pub(crate) mod ipam;
mod mask;
pub(crate) mod network;
pub(crate) mod network_policy;
pub(crate) mod node;
pub(crate) mod proof;
pub(crate) mod route;
pub(crate) mod security_group;
#[cfg(test)]
mod tests;
pub(crate) mod workload;

use podnet_core::address::Family;
use podnet_core::command::Delete;
use podnet_core::name::NameError;
use podnet_proto::v1 as pb;

use self::fields::{Fields, Invalid};

/// A name as the only field that matters.
pub(crate) fn name<N>(
    field: &str,
    text: &str,
    parse: impl FnOnce(&str) -> Result<N, NameError>,
) -> Result<N, Invalid> {
    parse(text).map_err(|error| Invalid::one(field, error))
}

/// A deletion; every one has these fields, and some the flag `force`.
pub(crate) fn delete<N>(
    text: &str,
    etag: &str,
    allow_missing: bool,
    force: bool,
    parse: impl FnOnce(&str) -> Result<N, NameError>,
) -> Result<Delete<N>, Invalid> {
    Ok(Delete { name: name("name", text, parse)?, etag: Fields::etag(etag), allow_missing, force })
}

/// A family; `None` if it is not stated.
pub(crate) fn family(fields: &mut Fields, path: &str, value: i32) -> Option<Family> {
    match fields.word(path, value)? {
        pb::IpFamily::Unspecified => None,
        pb::IpFamily::Ipv4 => Some(Family::V4),
        pb::IpFamily::Ipv6 => Some(Family::V6),
    }
}

/// A revision to look at; `None` for the latest.
pub(crate) fn at_revision(value: i64) -> Result<Option<u64>, Invalid> {
    match u64::try_from(value) {
        Ok(0) => Ok(None),
        Ok(revision) => Ok(Some(revision)),
        Err(_) => Err(Invalid::one(
            "at_revision",
            format!("{value} is negative; give a revision, or 0 for the latest"),
        )),
    }
}
