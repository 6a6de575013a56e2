//! Is what was seen what one branch of the trace says: each packet that was predicted, and no other?

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::net::IpAddr;

use podnet_core::flow::packet::Ports;
use podnet_core::flow::vocabulary::AbortCause;
use podnet_core::flow::{FlowResult, Packet};
use podnet_core::model::Protocol;

use crate::Outcome;
use crate::capture::{Header, Kind, Seen};
use crate::expect::{Expected, Path, path, port_fits};
use crate::wiring::Wiring;

/// One branch and one of its answers.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Number of the forward branch.
    pub branch: usize,
    /// Its share of new flows.
    pub weight: f64,
    /// The way there.
    pub forward: Path,
    /// The way back, if it is delivered.
    pub reply: Option<Path>,
}

/// How a flow compares.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// The branch that was taken, or the one that comes nearest.
    pub branch: usize,
    /// What differs; empty if nothing does.
    pub problems: Vec<String>,
    /// Both columns, prediction beside sight.
    pub columns: String,
}

/// Everything that a result predicts, or why the model gives up.
///
/// # Errors
/// A place that the lab does not have.
pub fn candidates(wiring: &Wiring, result: &FlowResult) -> Outcome<Result<Vec<Candidate>, AbortCause>> {
    let mut all = Vec::new();
    for trace in &result.forward {
        let forward = match path(wiring, trace)? {
            Ok(forward) => forward,
            Err(cause) => return Ok(Err(cause)),
        };
        let (branch, weight) = (trace.branch, trace.weight);
        let replies: Vec<_> = result.reply.iter().filter(|reply| reply.forward_branch == branch).collect();
        if replies.is_empty() {
            all.push(Candidate { branch, weight, forward, reply: None });
            continue;
        }
        for reply in replies {
            let reply = match path(wiring, reply)? {
                Ok(reply) => reply,
                Err(cause) => return Ok(Err(cause)),
            };
            all.push(Candidate { branch, weight, forward: forward.clone(), reply: Some(reply) });
        }
    }
    Ok(Ok(all))
}

/// Compares with each candidate and takes the best.
pub fn compare(candidates: &[Candidate], seen: &[Seen], answered: bool) -> Verdict {
    let verdicts = candidates.iter().map(|candidate| one(candidate, seen, answered));
    verdicts.min_by_key(|verdict| verdict.problems.len()).unwrap_or_default()
}

impl Candidate {
    /// Whether the asker gets its answer.
    pub fn answers(&self) -> bool {
        self.forward.delivered && self.reply.as_ref().is_some_and(|reply| reply.delivered)
    }

    /// Whether an end of it is not predicted.
    pub fn is_open(&self) -> bool {
        self.forward.open_ended || self.reply.as_ref().is_some_and(|reply| reply.open_ended)
    }

    fn expected(&self) -> impl Iterator<Item = &Expected> {
        self.forward.expected.iter().chain(self.reply.iter().flat_map(|reply| &reply.expected))
    }
}

fn one(candidate: &Candidate, seen: &[Seen], answered: bool) -> Verdict {
    let mut left: BTreeSet<(crate::wiring::Point, Header)> = seen
        .iter()
        .filter(|seen| seen.kind == Kind::Flow)
        .map(|seen| (seen.point.clone(), seen.header))
        .collect();
    let mut bound = Bound::default();
    let mut verdict = Verdict { branch: candidate.branch, ..Verdict::default() };
    for expected in candidate.expected() {
        bound.come_to(&expected.packet);
        let found = left
            .iter()
            .find(|(point, header)| *point == expected.point && fits(&expected.packet, header, &bound));
        let found = found.cloned();
        let shown = match &found {
            Some((_, header)) => text(header),
            None if expected.optional => "-".to_owned(),
            None => "NOT SEEN".to_owned(),
        };
        let predicted = format!("{} ttl {}", expected.packet, expected.packet.ttl);
        row(&mut verdict.columns, &expected.point.to_string(), &predicted, &shown);
        match found {
            Some(found) => {
                bound.bind(&expected.packet, &found.1);
                left.remove(&found);
            }
            None if expected.optional => {}
            None => verdict.problems.push(format!("not seen at {}: {predicted}", expected.point)),
        }
    }
    let places: BTreeSet<&str> = candidate.expected().map(|expected| expected.point.space.as_str()).collect();
    let loops = candidate.forward.loops || candidate.reply.as_ref().is_some_and(|reply| reply.loops);
    for (point, header) in left {
        row(&mut verdict.columns, &point.to_string(), "-", &text(&header));
        let goes_round = loops && places.contains(point.space.as_str());
        if !goes_round && !candidate.is_open() {
            verdict.problems.push(format!("not predicted at {point}: {}", text(&header)));
        }
    }
    if candidate.forward.hops_differ || candidate.reply.as_ref().is_some_and(|reply| reply.hops_differ) {
        verdict.problems.push("the trace counts other passages of the network than the lab has".to_owned());
    }
    if !candidate.is_open() && candidate.answers() != answered {
        let word = |answers: bool| if answers { "an answer" } else { "no answer" };
        verdict.problems.push(format!("{} predicted, {} came", word(candidate.answers()), word(answered)));
    }
    verdict
}

fn row(columns: &mut String, point: &str, predicted: &str, seen: &str) {
    // Writing to a string cannot fail.
    let _written = writeln!(columns, "    {point:<22} {predicted:<58} {seen}");
}

fn text(header: &Header) -> String {
    let end = |(address, port): (std::net::Ipv4Addr, u16)| match port {
        0 => address.to_string(),
        port => format!("{address}:{port}"),
    };
    format!("{} -> {} ttl {}", end(header.source), end(header.destination), header.ttl)
}

fn fits(packet: &Packet, header: &Header, bound: &Bound) -> bool {
    let same =
        |address: IpAddr, seen: std::net::Ipv4Addr| address.is_unspecified() || address == IpAddr::V4(seen);
    let protocol = match packet.protocol {
        Protocol::Tcp => 6,
        Protocol::Udp => 17,
        Protocol::Icmp => 1,
        Protocol::Sctp => 132,
    };
    let source = match (packet.source_ports, bound.source(packet)) {
        (Ports::Range(..), Some(port)) => port == header.source.1,
        (ports, _) => port_fits(ports, header.source.1),
    };
    let destination = match (packet.destination_ports, bound.destination(packet)) {
        (Ports::Range(..), Some(taken)) => taken.contains(&header.destination.1),
        (ports, _) => port_fits(ports, header.destination.1),
    };
    header.protocol == protocol
        && header.ttl == packet.ttl
        && same(packet.source, header.source.0)
        && same(packet.destination, header.destination.0)
        && source
        && destination
}

/// An address with the ports of which it has one.
type Ranged = (IpAddr, u16, u16);

fn ranged(address: IpAddr, ports: Ports) -> Option<Ranged> {
    match ports {
        Ports::Range(first, last) => Some((address, first, last)),
        Ports::One(_) | Ports::Absent => None,
    }
}

/// Which port of a range was taken. From one rewriting of the source to the next it is the same; the answer has one of
/// those of the way there.
#[derive(Clone, Debug, Default)]
struct Bound {
    now: Option<Ranged>,
    port: Option<u16>,
    taken: BTreeMap<Ranged, BTreeSet<u16>>,
}

impl Bound {
    fn come_to(&mut self, packet: &Packet) {
        let source = ranged(packet.source, packet.source_ports);
        if source != self.now {
            (self.now, self.port) = (source, None);
        }
    }

    fn source(&self, packet: &Packet) -> Option<u16> {
        self.port.filter(|_| self.now == ranged(packet.source, packet.source_ports))
    }

    fn destination(&self, packet: &Packet) -> Option<&BTreeSet<u16>> {
        self.taken.get(&ranged(packet.destination, packet.destination_ports)?)
    }

    fn bind(&mut self, packet: &Packet, header: &Header) {
        if let Some(own) = ranged(packet.source, packet.source_ports) {
            self.port = Some(header.source.1);
            self.taken.entry(own).or_default().insert(header.source.1);
        }
        if let Some(other) = ranged(packet.destination, packet.destination_ports) {
            self.taken.entry(other).or_default().insert(header.destination.1);
        }
    }
}

#[cfg(test)]
mod tests;
