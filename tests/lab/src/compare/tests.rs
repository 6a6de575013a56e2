//! Whatever one packet does otherwise is said: each test changes one thing of what a lab would see.

use std::net::{IpAddr, Ipv4Addr};

use podnet_core::flow::Packet;
use podnet_core::flow::packet::Ports;

use super::{Candidate, Verdict, candidates, compare};
use crate::Outcome;
use crate::capture::{Header, Kind, Seen};
use crate::run::predicted;
use crate::scenario::{Scenario, kept};

/// A flow of the first scenario of the kubenet lab; its lines are tried in order until one begins so.
fn flow(beginning: &str) -> Outcome<(Vec<Candidate>, Vec<Seen>)> {
    let scenario: Scenario = kept()?.into_iter().next().ok_or("a scenario")?;
    let line = scenario.flows.iter().find(|flow| flow.to_string().starts_with(beginning));
    let (wiring, result) = predicted(&scenario, line.ok_or("no such flow")?)?;
    let all = candidates(&wiring, &result)?.map_err(|cause| cause.text())?;
    let first = all.first().ok_or("a candidate")?;
    let seen = first.expected().map(|expected| Seen {
        point: expected.point.clone(),
        header: header(&expected.packet),
        kind: Kind::Flow,
    });
    let seen = seen.collect();
    Ok((all, seen))
}

/// A packet that fits: of a range, the first port.
fn header(packet: &Packet) -> Header {
    let end = |address: IpAddr, ports: Ports| {
        let address = match address {
            IpAddr::V4(address) => address,
            IpAddr::V6(_) => Ipv4Addr::UNSPECIFIED,
        };
        let port = match ports {
            Ports::Absent => 0,
            Ports::One(port) | Ports::Range(port, _) => port,
        };
        (address, port)
    };
    Header {
        protocol: 6,
        source: end(packet.source, packet.source_ports),
        destination: end(packet.destination, packet.destination_ports),
        ttl: packet.ttl,
    }
}

/// Compares after one change.
fn changed(beginning: &str, change: impl FnOnce(&mut Vec<Seen>)) -> Verdict {
    let (candidates, mut seen) = flow(beginning).unwrap_or_default();
    assert!(candidates.iter().any(Candidate::answers), "{beginning}");
    change(&mut seen);
    compare(&candidates, &seen, true)
}

/// The packet that was seen at a point.
fn at<'s>(seen: &'s mut [Seen], point: &str) -> Option<&'s mut Seen> {
    seen.iter_mut().find(|seen| seen.point.to_string() == point)
}

fn says(verdict: &Verdict, words: &str) {
    let said = verdict.problems.iter().any(|problem| problem.contains(words));
    assert!(said, "no `{words}` in {:?}\n{}", verdict.problems, verdict.columns);
}

const TO_POD: &str = "flow tcp pod:p11 pod:p21";
const TO_MACHINE: &str = "flow tcp pod:p11 vm:far";

#[test]
fn what_was_predicted_is_no_mismatch() {
    for beginning in [TO_POD, TO_MACHINE] {
        let verdict = changed(beginning, |_| {});
        assert_eq!(verdict.problems, Vec::<String>::new(), "{}", verdict.columns);
    }
}

#[test]
fn a_wrong_time_to_live_is_a_mismatch() {
    let verdict =
        changed(TO_POD, |seen| at(seen, "node2 eth0 in").into_iter().for_each(|seen| seen.header.ttl += 1));
    says(&verdict, "not seen at node2 eth0 in");
    says(&verdict, "not predicted at node2 eth0 in");
}

#[test]
fn a_wrong_address_is_a_mismatch() {
    let verdict = changed(TO_MACHINE, |seen| {
        at(seen, "far eth0 in")
            .into_iter()
            .for_each(|seen| seen.header.source.0 = Ipv4Addr::new(10, 244, 0, 2));
    });
    says(&verdict, "not predicted at far eth0 in: 10.244.0.2");
}

#[test]
fn a_wrong_port_is_a_mismatch() {
    let verdict = changed(TO_POD, |seen| {
        at(seen, "p21 eth0 in").into_iter().for_each(|seen| seen.header.destination.1 = 8081);
    });
    says(&verdict, "not seen at p21 eth0 in");
}

#[test]
fn a_port_of_the_range_that_changes_on_the_way_is_a_mismatch() {
    let verdict = changed(TO_MACHINE, |seen| {
        at(seen, "far eth0 in").into_iter().for_each(|seen| seen.header.source.1 += 1);
    });
    says(&verdict, "not seen at far eth0 in");
    let verdict = changed(TO_MACHINE, |seen| {
        at(seen, "far eth0 out").into_iter().for_each(|seen| seen.header.destination.1 += 1);
    });
    says(&verdict, "not seen at far eth0 out");
}

#[test]
fn a_missing_hop_is_a_mismatch() {
    let verdict = changed(TO_POD, |seen| seen.retain(|seen| seen.point.to_string() != "vnet p-node2 out"));
    says(&verdict, "not seen at vnet p-node2 out");
}

#[test]
fn an_additional_hop_is_a_mismatch() {
    let verdict = changed(TO_POD, |seen| {
        let mut more = seen.last().cloned().into_iter().collect::<Vec<_>>();
        more.iter_mut().for_each(|seen| seen.point.space = "near".to_owned());
        seen.extend(more);
    });
    says(&verdict, "not predicted at near eth0 in");
}

#[test]
fn an_answer_by_another_way_is_a_mismatch() {
    let verdict = changed(TO_POD, |seen| {
        for seen in seen.iter_mut().filter(|seen| seen.header.source.1 == 8080) {
            seen.point.interface = seen.point.interface.replace("p-node1", "p-near");
        }
    });
    says(&verdict, "not seen at vnet p-node1 out");
    says(&verdict, "not predicted at vnet p-near out");
}

#[test]
fn an_answer_that_does_not_come_is_a_mismatch() {
    let (candidates, seen) = flow(TO_POD).unwrap_or_default();
    says(&compare(&candidates, &seen, false), "an answer predicted, no answer came");
}
