//! Sends real flows: who connects to whom, and what comes back.
//!
//! All flows of a lab run at once, on this thread: sockets are opened inside the namespaces and then waited for together.
//! Every namespace serves every port that a flow may come to, so that whatever arrives is answered.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::os::fd::{AsFd as _, AsRawFd as _};
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::socket::{SockaddrIn, recvfrom};
use socket2::{Domain, Protocol as Number, Socket, Type};

use crate::Outcome;
use crate::build::Built;
use crate::capture::{Capture, Seen};
use crate::scenario::Protocol;

/// How long all must be silent before a flow counts as lost: a packet crosses a lab in well under a millisecond, and what
/// comes late is still seen and judged.
const SILENCE: Duration = Duration::from_millis(25);
/// When to give up waiting for what was promised: below TCP's first repetition (1 s), which could take another way.
const DEADLINE: Duration = Duration::from_millis(850);

/// A flow to send.
#[derive(Clone, Debug)]
pub struct Probe {
    /// Type of service that marks it: its number, shifted past the two bits of congestion notification.
    pub service: u8,
    /// Namespace of the sender.
    pub space: String,
    /// Protocol.
    pub protocol: Protocol,
    /// Source address, where the sender has several.
    pub source: Option<Ipv4Addr>,
    /// Source port; 0 for any.
    pub source_port: u16,
    /// Destination.
    pub destination: SocketAddrV4,
    /// Whether an answer is promised: then it is waited for longer.
    pub promised: bool,
}

/// What came of a flow.
#[derive(Clone, Debug, Default)]
pub struct Result {
    /// Whether data came there and back.
    pub answered: bool,
    /// The namespace that served it and the client's address as it saw it.
    pub served: Option<(String, SocketAddr)>,
}

/// What came of all flows, with what was seen of each, by type of service.
#[derive(Debug, Default)]
pub struct Run {
    /// By type of service.
    pub results: BTreeMap<u8, Result>,
    /// By type of service.
    pub seen: BTreeMap<u8, Vec<Seen>>,
}

struct Server {
    space: String,
    socket: Socket,
    listens: bool,
    /// Who connected.
    client: Option<SocketAddr>,
}

struct Client {
    service: u8,
    protocol: Protocol,
    socket: Socket,
    promised: bool,
    sent: bool,
    done: bool,
}

/// Ports and addresses that each namespace serves.
#[derive(Clone, Debug, Default)]
pub struct Services {
    /// Addresses of each namespace.
    pub addresses: BTreeMap<String, Vec<Ipv4Addr>>,
    /// Ports with their protocol; the same everywhere.
    pub ports: BTreeSet<(bool, u16)>,
}

/// Sends all flows and waits for what comes of them.
///
/// # Errors
/// What the system says of sockets; that a destination can't be reached is no error.
pub fn run(built: &Built, services: &Services, probes: &[Probe]) -> Outcome<Run> {
    let mut servers = open_servers(built, services)?;
    let capture = Capture::open(built)?;
    let mut run = Run::default();
    let mut clients = Vec::new();
    for probe in probes {
        run.results.insert(probe.service, Result::default());
        if let Some(client) = send(built, probe)? {
            clients.push(client);
        }
    }
    wait(&mut servers, &mut clients, &capture, &mut run)?;
    Ok(run)
}

fn open_servers(built: &Built, services: &Services) -> Outcome<Vec<Server>> {
    let mut servers = Vec::new();
    for (space, addresses) in &services.addresses {
        built.home.inside(built.space(space)?, || {
            for (udp, port) in &services.ports {
                if *udp {
                    // Bound to one address: an answer must come from the address that was asked.
                    for address in addresses {
                        let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Number::UDP))?;
                        socket.set_nonblocking(true)?;
                        socket.bind(&SocketAddrV4::new(*address, *port).into())?;
                        servers.push(Server { space: space.clone(), socket, listens: false, client: None });
                    }
                } else {
                    let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Number::TCP))?;
                    socket.set_nonblocking(true)?;
                    socket.set_reuse_address(true)?;
                    socket.bind(&SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, *port).into())?;
                    socket.listen(128)?;
                    servers.push(Server { space: space.clone(), socket, listens: true, client: None });
                }
            }
            Ok(())
        })?;
    }
    Ok(servers)
}

/// Sends the first packet; `None` if the sender itself has no way to the destination.
fn send(built: &Built, probe: &Probe) -> Outcome<Option<Client>> {
    built.home.inside(built.space(&probe.space)?, || {
        let (kind, number) = match probe.protocol {
            Protocol::Tcp => (Type::STREAM, Number::TCP),
            Protocol::Udp => (Type::DGRAM, Number::UDP),
            Protocol::Icmp => (Type::RAW, Number::ICMPV4),
        };
        let socket = Socket::new(Domain::IPV4, kind, Some(number))?;
        socket.set_nonblocking(true)?;
        socket.set_tos_v4(u32::from(probe.service))?;
        if probe.protocol == Protocol::Tcp {
            socket.set_reuse_address(true)?;
            socket.set_tcp_nodelay(true)?;
        }
        let own = SocketAddrV4::new(probe.source.unwrap_or(Ipv4Addr::UNSPECIFIED), probe.source_port);
        socket.bind(&own.into()).map_err(|error| format!("{}: bind {own}: {error}", probe.space))?;
        let sent = match (socket.connect(&probe.destination.into()), probe.protocol) {
            (Ok(()), Protocol::Tcp) => true,
            (Ok(()), Protocol::Udp) => socket.send(&[probe.service]).is_ok(),
            (Ok(()), Protocol::Icmp) => socket.send(&echo(probe.service)).is_ok(),
            (Err(error), _) => {
                error.kind() == ErrorKind::WouldBlock || error.raw_os_error() == Some(IN_PROGRESS)
            }
        };
        let (service, protocol, promised) = (probe.service, probe.protocol, probe.promised);
        Ok(sent.then_some(Client { service, protocol, socket, promised, sent: false, done: false }))
    })
}

/// `EINPROGRESS`.
const IN_PROGRESS: i32 = 115;

/// An echo request with its checksum.
fn echo(service: u8) -> [u8; 12] {
    let mut packet = [8, 0, 0, 0, 0x10, service, 0, 1, b'l', b'a', b'b', service];
    let words = packet.chunks_exact(2).map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]])));
    let mut sum: u32 = words.sum();
    while sum > 0xffff {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    let [high, low] = (!u16::try_from(sum).unwrap_or(0)).to_be_bytes();
    packet[2] = high;
    packet[3] = low;
    packet
}

#[expect(clippy::disallowed_methods, reason = "waits for packets, with a deadline")]
fn wait(servers: &mut Vec<Server>, clients: &mut [Client], capture: &Capture, run: &mut Run) -> Outcome<()> {
    let begin = Instant::now();
    let mut last = begin;
    loop {
        let mut moved = capture.take(&mut run.seen)? > 0;
        moved |= serve(servers, run)?;
        for client in clients.iter_mut().filter(|client| !client.done) {
            moved |= hear(client, run)?;
        }
        if moved {
            last = Instant::now();
            continue;
        }
        let open = clients.iter().any(|client| client.promised && !client.done);
        let quiet = last.elapsed();
        if (!open && quiet >= SILENCE) || begin.elapsed() >= DEADLINE {
            return Ok(());
        }
        let mut waiting: Vec<PollFd<'_>> =
            servers.iter().map(|server| PollFd::new(server.socket.as_fd(), PollFlags::POLLIN)).collect();
        let unanswered = clients.iter().filter(|client| !client.done);
        waiting.extend(unanswered.map(|client| {
            let connecting = client.protocol == Protocol::Tcp && !client.sent;
            PollFd::new(
                client.socket.as_fd(),
                if connecting { PollFlags::POLLOUT } else { PollFlags::POLLIN },
            )
        }));
        let left = SILENCE.saturating_sub(quiet).max(Duration::from_millis(1));
        poll(&mut waiting, PollTimeout::try_from(left)?)?;
    }
}

/// Answers what came to the servers.
fn serve(servers: &mut Vec<Server>, run: &mut Run) -> Outcome<bool> {
    let mut accepted = Vec::new();
    let mut moved = false;
    let mut ended = Vec::new();
    for (index, server) in servers.iter_mut().enumerate() {
        if server.listens {
            while let Ok((socket, client)) = server.socket.accept() {
                socket.set_nonblocking(true)?;
                let (space, client) = (server.space.clone(), client.as_socket());
                accepted.push(Server { space, socket, listens: false, client });
            }
            continue;
        }
        let stream = server.socket.r#type()? == Type::STREAM;
        let mut service = [0u8; 1];
        let peer = if stream {
            match (&server.socket).read(&mut service) {
                Ok(1) => server.client,
                Ok(_) => {
                    ended.push(index);
                    None
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => None,
                Err(_) => {
                    ended.push(index);
                    None
                }
            }
        } else {
            // A datagram is its own mark, so that the answer can carry the same.
            match recvfrom::<SockaddrIn>(server.socket.as_raw_fd(), &mut service) {
                Ok((1, from)) => from.map(|from| SocketAddr::V4(from.into())),
                Ok(_) | Err(_) => None,
            }
        };
        let Some(peer) = peer else { continue };
        moved = true;
        let result = run.results.entry(service[0]).or_default();
        result.served = Some((server.space.clone(), peer));
        let _answered = if stream {
            (&server.socket).write(&service)
        } else {
            server.socket.set_tos_v4(u32::from(service[0]))?;
            server.socket.send_to(&service, &peer.into())
        };
    }
    for index in ended.into_iter().rev() {
        drop(servers.swap_remove(index));
    }
    moved |= !accepted.is_empty();
    servers.extend(accepted);
    Ok(moved)
}

/// Takes what came back to a client.
fn hear(client: &mut Client, run: &mut Run) -> Outcome<bool> {
    if client.protocol == Protocol::Tcp && !client.sent {
        if client.socket.take_error()?.is_some() {
            client.done = true;
            return Ok(true);
        }
        if client.socket.peer_addr().is_err() {
            return Ok(false);
        }
        client.sent = (&client.socket).write(&[client.service]).is_ok();
        return Ok(client.sent);
    }
    let mut buffer = [0u8; 64];
    match (&client.socket).read(&mut buffer) {
        Ok(length) => {
            let answered = match client.protocol {
                Protocol::Tcp | Protocol::Udp => length == 1 && buffer[0] == client.service,
                // The header of the network is in front; type 0 is the answer to an echo.
                Protocol::Icmp => length > 31 && buffer[20] == 0 && buffer[31] == client.service,
            };
            if answered {
                run.results.entry(client.service).or_default().answered = true;
            }
            client.done |= answered || client.protocol == Protocol::Tcp;
            Ok(true)
        }
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(false),
        Err(_) => {
            client.done = true;
            Ok(true)
        }
    }
}
