//! Ways out: their order, public addresses of machines, and source ports that run out.

use super::lab::*;
use super::text::{ends, full, summary};
use crate::flow::{Flow, trace};
use crate::model::{OutboundType, Protocol};

const OWN: &str = "203.0.113.77";

fn out(lab: &Lab) -> Vec<String> {
    ends(&lab.tcp(pod("p11"), at(INTERNET), 80).forward)
}

#[test]
fn a_nat_gateway_goes_before_a_public_address_and_that_before_the_load_balancer() {
    let mut lab = kubenet();
    assert_eq!(out(&lab), ["internet 203.0.113.10:1024-2047 -> 198.51.100.7:80 ttl 62"]);
    lab.node("node1", |n| n.interface.public_addresses = vec![ip(OWN)]);
    assert_eq!(out(&lab), ["internet 203.0.113.77:1024-65535 -> 198.51.100.7:80 ttl 62"]);
    for kind in [OutboundType::UserDefinedRouting, OutboundType::None] {
        lab.cluster(|c| c.outbound.kind = kind);
        assert_eq!(out(&lab), ["internet 203.0.113.77:1024-65535 -> 198.51.100.7:80 ttl 62"]);
    }
    lab.cluster(|c| c.outbound.kind = OutboundType::NatGateway);
    assert_eq!(out(&lab), ["internet 203.0.113.10:1024-65535 -> 198.51.100.7:80 ttl 62"]);
    let machine = lab.tcp(at("10.240.0.6"), at(INTERNET), 80);
    assert_eq!(ends(&machine.forward), ["internet 203.0.113.10:1024-65535 -> 198.51.100.7:80 ttl 63"]);
    assert_eq!(machine.verdicts.overall, crate::flow::vocabulary::Verdict::Reachable);
    lab.cluster(|c| c.outbound.addresses.push(ip("203.0.113.11")));
    assert_eq!(out(&lab), ["internet ?:1024-65535 -> 198.51.100.7:80 ttl 62"]);
}

#[test]
fn a_public_address_of_a_machine_works_both_ways_and_for_every_protocol() {
    let mut lab = kubenet();
    lab.node("node1", |n| n.interface.public_addresses = vec![ip(OWN)]);
    let into = lab.tcp(at(INTERNET), at(OWN), 30080);
    assert_eq!(into.verdicts.overall, crate::flow::vocabulary::Verdict::Reachable, "{}", full(&into));
    assert!(
        ends(&into.reply).iter().all(|end| end.starts_with("internet 203.0.113.77:30080 -> 198.51.100.7"))
    );
    let ping = Flow { protocol: Protocol::Icmp, ..flow(at(INTERNET), at(OWN), 0) };
    let ping = trace(&lab.state, &ping).unwrap();
    assert_eq!(ends(&ping.forward), ["node1 198.51.100.7 -> 10.240.0.4 ttl 63"]);
    assert_eq!(ends(&ping.reply), ["internet 203.0.113.77 -> 198.51.100.7 ttl 63"], "{}", full(&ping));
    // The way in decides about the way out, even where a NAT gateway would take new flows.
    lab.cluster(|c| c.outbound.kind = OutboundType::NatGateway);
    let into = lab.tcp(at(INTERNET), at(OWN), 22);
    assert_eq!(ends(&into.reply), ["internet 203.0.113.77:22 -> 198.51.100.7:5555 ttl 63"]);
}

#[test]
fn ports_run_out_for_each_destination_and_the_figures_say_so() {
    let mut lab = kubenet();
    let with = |lab: &Lab, concurrent_flows, protocol| {
        let wanted = Flow { concurrent_flows, protocol, ..flow(pod("p11"), at(INTERNET), 443) };
        trace(&lab.state, &wanted).unwrap()
    };
    let last = with(&lab, 1023, Protocol::Tcp);
    assert_eq!(ends(&last.forward), ["internet 203.0.113.10:1024-2047 -> 198.51.100.7:443 ttl 62"]);
    let none = with(&lab, 1024, Protocol::Tcp);
    assert_eq!(ends(&none.forward), ["load-balancer DROP SNAT_PORTS_EXHAUSTED"]);
    let text = summary(&none);
    let cause = "clusters/c/nodes/node1 has 1024 ports for flows to 198.51.100.7:443/tcp, and 1024 flows hold them; other \
                 destinations are not concerned";
    assert!(text.contains(cause) && text.contains("set a fixed number of ports"), "{text}");
    let udp = summary(&with(&lab, 1024, Protocol::Udp));
    assert!(udp.contains("flows to 198.51.100.7 (any UDP port)"), "{udp}");

    lab.cluster(|c| {
        c.outbound.allocated_ports = 32_000;
        c.outbound.addresses = vec![ip("203.0.113.10"), ip("203.0.113.20")];
    });
    let fixed = |lab: &Lab, from| ends(&lab.tcp(pod(from), at("192.0.2.1"), 443).forward);
    assert_eq!(fixed(&lab, "p21"), ["internet 203.0.113.10:33024-65023 -> 192.0.2.1:443 ttl 62"]);
    lab.cluster(|c| c.outbound.addresses = vec![ip(FRONTEND), ip("203.0.113.10")]);
    // A rule of the load balancer takes 8 ports of the address, so only one block of 32,000 is left on it.
    assert_eq!(fixed(&lab, "p11"), ["internet 203.0.113.20:1024-33023 -> 192.0.2.1:443 ttl 62"]);
    assert_eq!(fixed(&lab, "p21"), ["internet 203.0.113.10:1024-33023 -> 192.0.2.1:443 ttl 62"]);

    lab.cluster(|c| c.outbound.kind = OutboundType::NatGateway);
    let gateway = with(&lab, 2 * 64_512, Protocol::Tcp);
    assert_eq!(ends(&gateway.forward), ["nat-gateway DROP SNAT_PORTS_EXHAUSTED"]);
    assert_eq!(ends(&with(&lab, 2 * 64_512 - 1, Protocol::Tcp).forward).len(), 1);
}
