//! What is a sentence of a trace before somebody reads it: the facts and how to say them.
//!
//! Most traces are judged and not read, and writing takes longer than finding out. A sentence keeps what it needs and is
//! written each time it is shown. Facts of the kinds that nearly every step has are kept in place; others need memory.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use super::packet::Packet;
use super::step::Place;
use crate::prefix::Prefix;
use crate::text::{Put, text_of};

/// A sentence, written when it is shown.
#[derive(Clone)]
pub struct Text(Words);

#[derive(Clone)]
enum Words {
    Fixed(&'static str),
    Written(String),
    Hops(u8, u8, fn(&mut String, u8, u8)),
    Address(IpAddr, fn(&mut String, IpAddr)),
    Packet(Packet, fn(&mut String, Packet)),
    Inside(IpAddr, Prefix, fn(&mut String, IpAddr, Prefix)),
    Route(Prefix, &'static str, Option<IpAddr>, WriteRoute),
    Owner(IpAddr, Option<Arc<Place>>, fn(&mut String, IpAddr, Option<&Place>)),
    Later(Arc<dyn Fn() -> String + Send + Sync>),
}

/// Writes a prefix, a device or kind of next hop, and an address.
type WriteRoute = fn(&mut String, Prefix, &'static str, Option<IpAddr>);

impl Text {
    /// A sentence that these facts make.
    pub(super) fn later(write: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Words::Later(Arc::new(write)))
    }

    /// About a time to live before and after.
    pub(super) fn of_hops(before: u8, after: u8, write: fn(&mut String, u8, u8)) -> Self {
        Self(Words::Hops(before, after, write))
    }

    /// About an address.
    pub(super) fn of_address(address: IpAddr, write: fn(&mut String, IpAddr)) -> Self {
        Self(Words::Address(address, write))
    }

    /// About a packet.
    pub(super) fn of_packet(packet: Packet, write: fn(&mut String, Packet)) -> Self {
        Self(Words::Packet(packet, write))
    }

    /// About an address in a prefix.
    pub(super) fn of_inside(address: IpAddr, prefix: Prefix, write: fn(&mut String, IpAddr, Prefix)) -> Self {
        Self(Words::Inside(address, prefix, write))
    }

    /// About a route.
    pub(super) fn of_route(
        prefix: Prefix,
        word: &'static str,
        gateway: Option<IpAddr>,
        write: WriteRoute,
    ) -> Self {
        Self(Words::Route(prefix, word, gateway, write))
    }

    /// About an address and a machine, if there is one.
    pub(super) fn of_owner(
        address: IpAddr,
        owner: Option<Arc<Place>>,
        write: fn(&mut String, IpAddr, Option<&Place>),
    ) -> Self {
        Self(Words::Owner(address, owner, write))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Words::Written(text))
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Words::Fixed(text))
    }
}

impl Put for Text {
    fn put(&self, text: &mut String) {
        match &self.0 {
            Words::Fixed(fixed) => text.push_str(fixed),
            Words::Written(written) => text.push_str(written),
            Words::Hops(before, after, write) => write(text, *before, *after),
            Words::Address(address, write) => write(text, *address),
            Words::Packet(packet, write) => write(text, *packet),
            Words::Inside(address, prefix, write) => write(text, *address, *prefix),
            Words::Route(prefix, word, gateway, write) => write(text, *prefix, word, *gateway),
            Words::Owner(address, owner, write) => write(text, *address, owner.as_deref()),
            Words::Later(write) => text.push_str(&write()),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&[self]))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}
