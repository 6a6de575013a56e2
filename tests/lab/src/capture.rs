//! Which packets were seen where: one packet socket for each namespace.
//!
//! Flows are told apart by the type-of-service byte, which nothing on the way rewrites. Must not know what was expected.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd as _, OwnedFd};

use nix::errno::Errno;
use nix::net::if_::if_indextoname;
use nix::sys::socket::{
    AddressFamily, LinkAddr, SockFlag, SockProtocol, SockType, recvfrom, setsockopt, socket, sockopt,
};

use crate::Outcome;
use crate::build::Built;
use crate::wiring::{Point, is_watched};

/// Room of a socket: thousands of packets of a lab.
const BUFFER_BYTES: usize = 4 << 20;
/// `PACKET_OUTGOING` of Linux: the packet leaves.
const OUTGOING: u8 = 4;

/// What is in the header of a packet that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Header {
    /// Protocol number.
    pub protocol: u8,
    /// Source.
    pub source: (Ipv4Addr, u16),
    /// Destination.
    pub destination: (Ipv4Addr, u16),
    /// Time to live.
    pub ttl: u8,
}

/// What kind of packet it is, as far as comparing needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of the flow.
    Flow,
    /// A refusal by TCP: whoever gets a packet that it knows nothing of sends one.
    Reset,
    /// An ICMP error.
    Error,
}

/// A packet that was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// Where.
    pub point: Point,
    /// Header.
    pub header: Header,
    /// Kind.
    pub kind: Kind,
}

/// The open sockets.
#[derive(Debug)]
pub struct Capture {
    sockets: Vec<(String, OwnedFd, BTreeMap<usize, String>)>,
}

impl Capture {
    /// Opens a socket in each namespace.
    ///
    /// # Errors
    /// Without the privilege (CAP_NET_RAW).
    pub fn open(built: &Built) -> Outcome<Self> {
        let mut sockets = Vec::new();
        for (name, space) in &built.spaces {
            let opened = built.home.inside(space, || {
                let kind = SockType::Datagram;
                let flags = SockFlag::SOCK_CLOEXEC | SockFlag::SOCK_NONBLOCK;
                let opened = socket(AddressFamily::Packet, kind, flags, SockProtocol::EthAll)?;
                setsockopt(&opened, sockopt::RcvBufForce, &BUFFER_BYTES)
                    .or_else(|_| setsockopt(&opened, sockopt::RcvBuf, &BUFFER_BYTES))?;
                let indices = (1..64u32).filter_map(|index| {
                    let name = if_indextoname(index).ok()?;
                    Some((usize::try_from(index).ok()?, name.to_string_lossy().into_owned()))
                });
                Ok((opened, indices.collect()))
            })?;
            sockets.push((name.clone(), opened.0, opened.1));
        }
        Ok(Self { sockets })
    }

    /// Takes everything that was seen since the last time, by type of service.
    ///
    /// # Errors
    /// What the system says.
    pub fn take(&self, into: &mut BTreeMap<u8, Vec<Seen>>) -> Outcome<usize> {
        let mut buffer = [0u8; 256];
        let mut count = 0;
        for (space, socket, interfaces) in &self.sockets {
            loop {
                let (length, address) = match recvfrom::<LinkAddr>(socket.as_raw_fd(), &mut buffer) {
                    Ok((length, Some(address))) => (length, address),
                    Ok((_, None)) => continue,
                    Err(Errno::EAGAIN) => break,
                    Err(Errno::ENETDOWN) => continue,
                    Err(error) => return Err(error.into()),
                };
                let Some(interface) = interfaces.get(&address.ifindex()) else { continue };
                let leaves = address.pkttype() == OUTGOING;
                let point = Point { space: space.clone(), interface: interface.clone(), leaves };
                if is_inner(interface) || !is_watched(&point) {
                    continue;
                }
                let Some((service, header, kind)) = buffer.get(..length.min(256)).and_then(read) else {
                    continue;
                };
                count += 1;
                into.entry(service).or_default().push(Seen { point, header, kind });
            }
        }
        Ok(count)
    }
}

fn is_inner(interface: &str) -> bool {
    interface == "lo" || is_bridge(interface) || interface.starts_with("veth")
}

/// Whether an interface is a node's bridge.
pub(crate) fn is_bridge(interface: &str) -> bool {
    ["cbr0", "azure0"].contains(&interface)
}

/// Type of service, header and kind of an IPv4 packet.
fn read(packet: &[u8]) -> Option<(u8, Header, Kind)> {
    let first = *packet.first()?;
    if first >> 4 != 4 {
        return None;
    }
    let start = usize::from(first & 0xf) * 4;
    let at = |index: usize| packet.get(index).copied();
    let address = |from: usize| Some(Ipv4Addr::new(at(from)?, at(from + 1)?, at(from + 2)?, at(from + 3)?));
    let number = |from: usize| Some(u16::from_be_bytes([at(from)?, at(from + 1)?]));
    let (service, ttl, protocol) = (at(1)? & 0xfc, at(8)?, at(9)?);
    let (source, destination) = (address(12)?, address(16)?);
    let mut kind = Kind::Flow;
    let (from, to) = match protocol {
        6 => {
            if at(start + 13)? & 0x04 != 0 {
                kind = Kind::Reset;
            }
            (number(start)?, number(start + 2)?)
        }
        17 => (number(start)?, number(start + 2)?),
        1 => {
            if ![0, 8].contains(&at(start)?) {
                kind = Kind::Error;
            }
            (0, 0)
        }
        _ => return None,
    };
    let header = Header { protocol, source: (source, from), destination: (destination, to), ttl };
    Some((service, header, kind))
}
