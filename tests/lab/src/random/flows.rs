//! Which flows are sent: from anything to anything, most of them to what is there.

use std::net::IpAddr;

use podnet_naive::Random;

use super::topology::{Ground, host};
use crate::scenario::{End, Flow, Protocol, Scenario, Wanted};

/// Flow lines of a scenario.
const LINES: (usize, usize) = (10, 18);
const INTERNET: [u8; 4] = [198, 51, 100, 7];

pub(super) fn flows(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    for _ in 0..random.between(LINES.0, LINES.1) {
        let Some(source) = source(scenario, random, ground) else { continue };
        let Some(target) = target(scenario, random, ground, &source) else { continue };
        let on_premises = |end: &End| match end {
            End::Address(address) => scenario.on_premises.iter().any(|prefix| prefix.contains(*address)),
            End::Pod(_) | End::Node(_) | End::Machine(_) => false,
        };
        // What on-premises hosts say to each other is not the network's.
        if source == target.end || (on_premises(&source) && on_premises(&target.end)) {
            continue;
        }
        let protocol = match (target.udp, random.below(10)) {
            (_, 0) => Protocol::Icmp,
            (Some(true), 1..=8) | (Some(false), 9) | (None, 7..) => Protocol::Udp,
            (Some(false), 1..=8) | (Some(true), 9..) | (Some(_) | None, _) => Protocol::Tcp,
        };
        scenario.flows.push(Flow {
            protocol,
            source,
            destination: target.end,
            port: if protocol == Protocol::Icmp { 0 } else { target.port },
            source_port: None,
            times: target.times,
            wanted: Wanted::default(),
        });
    }
}

struct Target {
    end: End,
    port: u16,
    /// Protocol that its service takes.
    udp: Option<bool>,
    times: u16,
}

fn source(scenario: &Scenario, random: &mut Random, ground: &Ground) -> Option<End> {
    Some(match random.below(20) {
        0..=9 => End::Pod(random.of(&scenario.pods)?.0.clone()),
        10..=12 => End::Node(random.of(&scenario.nodes)?.name.clone()),
        13..=15 => End::Machine(random.of(&scenario.machines)?.name.clone()),
        16 | 17 if !scenario.on_premises.is_empty() => End::Address(host(ground.on_premises, 10)),
        _ => End::Address(IpAddr::from(INTERNET)),
    })
}

fn target(scenario: &Scenario, random: &mut Random, ground: &Ground, source: &End) -> Option<Target> {
    let port = random.pick([8080, 8080, 8080, 9090]);
    let plain = |end: End| Some(Target { end, port, udp: None, times: 1 });
    if *source == End::Address(IpAddr::from(INTERNET)) {
        // What is private can't be asked for on the Internet.
        let public = |target: &Target| matches!(target.end, End::Address(IpAddr::V4(v4)) if !v4.is_private());
        let asked = if random.percent(85) { service(scenario, random).filter(public) } else { None };
        let address = scenario.outbound.addresses.first().copied()?;
        return asked.or_else(|| plain(End::Address(address)));
    }
    match random.below(20) {
        0..=5 => plain(End::Pod(random.of(&scenario.pods)?.0.clone())),
        6 | 7 => plain(End::Node(random.of(&scenario.nodes)?.name.clone())),
        8 | 9 => plain(End::Machine(random.of(&scenario.machines)?.name.clone())),
        10 | 11 => plain(End::Address(IpAddr::from(INTERNET))),
        12 => plain(End::Address(host(ground.on_premises, 10))),
        13 => plain(End::Address(nobody(random, ground))),
        _ => service(scenario, random),
    }
}

/// Addresses that nothing has, of every kind of range.
fn nobody(random: &mut Random, ground: &Ground) -> IpAddr {
    random.pick([
        IpAddr::from([10, 244, 0, 99]),
        IpAddr::from([10, 244, 9, 9]),
        IpAddr::from([10, 9, 9, 9]),
        IpAddr::from([172, 31, 1, 1]),
        IpAddr::from([10, 0, 100, 99]),
        IpAddr::from([203, 0, 113, 99]),
        host(ground.nodes, 180),
        host(ground.machines, 180),
        host(ground.on_premises, 20),
    ])
}

fn service(scenario: &Scenario, random: &mut Random) -> Option<Target> {
    let service = random.of(&scenario.services)?;
    let [port, _, node_port] = service.ports;
    let times = random.pick([1, 3, 6]);
    let udp = Some(service.udp);
    let port = if random.percent(92) { port } else { port + 100 };
    Some(match (service.frontend, random.below(10)) {
        (Some(frontend), 0..=5) => Target { end: End::Address(frontend), port, udp, times },
        (_, 6 | 7) if service.kind != "cluster-ip" => {
            let node = random.of(&scenario.nodes)?.name.clone();
            Target { end: End::Node(node), port: node_port, udp, times }
        }
        _ => Target { end: End::Address(service.address), port, udp, times },
    })
}
