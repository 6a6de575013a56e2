//! What is in the header of a packet, as far as forwarding reads it.
//!
//! Ports are exact, or a range where they are chosen when the packet is sent: a prediction that names one port of many
//! would be a guess (law L18). This module must not know where a packet is.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::address::Family;
use crate::model::Protocol;
use crate::text::{Put, put_all, text_of};

/// Time to live of a fresh packet (Linux default). The platform's own effect on it is not documented; figures are the
/// model's, which the kernel lab confirms.
pub const TTL_START: u8 = 64;
/// Ports that Linux takes for a client that does not ask for one (`ip_local_port_range`).
pub const EPHEMERAL_PORTS: Ports = Ports::Range(32_768, 60_999);
/// Ports that a masquerade takes for an unprivileged one: any of them, at random (ip-masq-agent uses `--random-fully`).
pub const MASQUERADE_PORTS: Ports = Ports::Range(1024, 65_535);

/// A port of a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ports {
    /// The protocol has none.
    Absent,
    /// Exactly this one.
    One(u16),
    /// One of these, first to last.
    Range(u16, u16),
}

impl Ports {
    /// The port, if it is exact.
    pub fn exact(self) -> Option<u16> {
        match self {
            Self::One(port) => Some(port),
            Self::Absent | Self::Range(..) => None,
        }
    }

    /// What a masquerade makes of a source port: Linux keeps to its class, below 512, below 1024 or above (seen in the
    /// kernel lab).
    #[must_use]
    pub fn masqueraded(self) -> Self {
        match self {
            Self::Absent => Self::Absent,
            Self::One(first) | Self::Range(first, _) if first < 512 => Self::Range(1, 511),
            Self::One(first) | Self::Range(first, _) if first < 1024 => Self::Range(600, 1023),
            Self::One(_) | Self::Range(..) => MASQUERADE_PORTS,
        }
    }

    /// These ports for a protocol that has any.
    #[must_use]
    pub fn of(protocol: Protocol, ports: Self) -> Self {
        match protocol {
            Protocol::Tcp | Protocol::Udp | Protocol::Sctp => ports,
            Protocol::Icmp => Self::Absent,
        }
    }
}

impl fmt::Display for Ports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&[self]))
    }
}

/// A packet. An address that is not in the model is the unspecified one of its family; see [`Packet::known`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Packet {
    /// Source address.
    pub source: IpAddr,
    /// Source port.
    pub source_ports: Ports,
    /// Destination address.
    pub destination: IpAddr,
    /// Destination port.
    pub destination_ports: Ports,
    /// Protocol.
    pub protocol: Protocol,
    /// Routed hops that are left.
    pub ttl: u8,
}

impl Packet {
    /// Family of both addresses.
    pub fn family(&self) -> Family {
        Family::of(self.destination)
    }

    /// The first answer to this packet: ends exchanged, time to live fresh.
    #[must_use]
    pub fn answer(&self) -> Self {
        Self {
            source: self.destination,
            source_ports: self.destination_ports,
            destination: self.source,
            destination_ports: self.source_ports,
            protocol: self.protocol,
            ttl: TTL_START,
        }
    }

    /// Whether both have the same addresses, ports and protocol.
    pub fn same_flow(&self, other: &Self) -> bool {
        Self { ttl: other.ttl, ..*self } == *other
    }

    /// An address that stands for one that is not in the model.
    pub fn unknown_address(family: Family) -> IpAddr {
        match family {
            Family::V4 => Ipv4Addr::UNSPECIFIED.into(),
            Family::V6 => Ipv6Addr::UNSPECIFIED.into(),
        }
    }

    /// The address, unless it is not in the model.
    pub fn known(address: IpAddr) -> Option<IpAddr> {
        (!address.is_unspecified()).then_some(address)
    }

    /// Takes a routed hop; `false` if none was left.
    pub fn take_hop(&mut self) -> bool {
        self.ttl = self.ttl.saturating_sub(1);
        self.ttl > 0
    }
}

/// `address:port`, with brackets around IPv6 and `?` for an address that is not known.
pub(super) fn socket(address: IpAddr, ports: Ports) -> String {
    text_of(&[&Socket(address, ports)])
}

struct Socket(IpAddr, Ports);

impl Put for Socket {
    fn put(&self, text: &mut String) {
        let Self(address, ports) = self;
        match address {
            _ if address.is_unspecified() => put_all(text, &[&"?", ports]),
            IpAddr::V6(_) if *ports != Ports::Absent => put_all(text, &[&"[", address, &"]", ports]),
            IpAddr::V4(_) | IpAddr::V6(_) => put_all(text, &[address, ports]),
        }
    }
}

impl Put for Ports {
    fn put(&self, text: &mut String) {
        match self {
            Self::Absent => {}
            Self::One(port) => put_all(text, &[&":", port]),
            Self::Range(first, last) => put_all(text, &[&":", first, &"-", last]),
        }
    }
}

impl Put for Packet {
    fn put(&self, text: &mut String) {
        let (from, to) =
            (Socket(self.source, self.source_ports), Socket(self.destination, self.destination_ports));
        put_all(text, &[&from, &" -> ", &to]);
    }
}

impl fmt::Display for Packet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&[self]))
    }
}

/// Whether an address can't be reached over the Internet: private, shared, link-local, loopback or multicast.
pub fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let shared = v4.octets()[0] == 100 && v4.octets()[1] & 0xc0 == 64;
            v4.is_private() || shared || v4.is_link_local() || v4.is_loopback() || v4.is_multicast()
        }
        IpAddr::V6(v6) => {
            v6.is_unique_local() || v6.is_unicast_link_local() || v6.is_loopback() || v6.is_multicast()
        }
    }
}
