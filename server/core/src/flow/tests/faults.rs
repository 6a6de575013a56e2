//! What goes wrong with routes, next hops and ways out, and what the trace says about it.

use super::lab::*;
use super::text::{ends, full, summary};
use crate::flow::vocabulary::{AssumptionKind, Verdict};
use crate::flow::{EndpointRef, Flow, Scope, trace};
use crate::model::{NextHop, NodeState, OutboundType, Protocol};
use crate::name::{AllocationName, NetworkName, ReservationName};
use crate::rejection::Reason;

fn appliance(address: &str) -> NextHop {
    NextHop::VirtualAppliance(ip(address))
}

#[test]
fn next_hops_that_can_t_take_the_packet() {
    let mut lab = kubenet();
    lab.unroute("node2");
    let cases = [
        ("10.240.0.4", "node1 DROP ROUTE_NEXT_HOP_WRONG_NODE"),
        ("10.240.0.77", "nodes DROP ROUTE_NEXT_HOP_NOT_FOUND"),
        ("10.99.0.4", "nodes DROP ROUTE_NEXT_HOP_NOT_RESOLVED"),
        ("10.241.0.4", "far DROP IP_FORWARDING_DISABLED"),
    ];
    for (hop, end) in cases {
        let mut lab = lab.clone();
        lab.route("broken", "10.244.2.0/24", appliance(hop));
        let result = lab.tcp(pod("p11"), pod("p21"), 80);
        assert_eq!(ends(&result.forward), [end], "{}", full(&result));
        let fix = &result.cause.as_ref().unwrap().remediation;
        assert!(!fix.is_empty(), "{}", summary(&result));
    }
    lab.route("node2", "10.244.2.0/24", appliance("10.240.0.5"));
    lab.node("node2", |n| n.state = NodeState::NotReady);
    let down = lab.tcp(pod("p11"), pod("p21"), 80);
    assert_eq!(ends(&down.forward), ["node2 DROP ROUTE_NEXT_HOP_NOT_RUNNING"]);
    assert_eq!(ends(&lab.tcp(pod("p21"), pod("p22"), 80).forward), ["node2 DROP NODE_NOT_READY"]);
}

#[test]
fn an_appliance_passes_on_what_its_interface_may_forward() {
    let mut lab = kubenet();
    lab.machine("machines", "nva", "10.241.0.9", true);
    lab.route("far", "10.241.0.4/32", appliance("10.241.0.9"));
    let result = lab.tcp(pod("p11"), at("10.241.0.4"), 80);
    assert_eq!(ends(&result.forward), ["far 10.240.0.4:1024-65535 -> 10.241.0.4:80 ttl 60"]);
    assert_eq!(result.verdicts.overall, Verdict::Reachable);
    assert_eq!(
        result.verdicts.symmetry.text(),
        "ASYMMETRIC_BUT_WORKS",
        "the answer does not pass the appliance"
    );
    assert!(result.assumptions.iter().any(|a| a.kind == AssumptionKind::ApplianceForwardsUnchanged));
}

#[test]
fn an_appliance_in_the_routed_subnet_loops() {
    let mut lab = kubenet();
    lab.machine("nodes", "nva", "10.240.0.9", true);
    lab.route("all", "0.0.0.0/0", appliance("10.240.0.9"));
    let result = lab.tcp(pod("p11"), at(INTERNET), 80);
    assert_eq!(ends(&result.forward), ["nva DROP ROUTING_LOOP"]);
}

#[test]
fn a_default_route_to_an_appliance_takes_what_has_no_route() {
    let mut lab = kubenet();
    lab.machine("machines", "nva", "10.241.0.9", true);
    lab.route("all", "0.0.0.0/0", appliance("10.241.0.9"));
    let stray = lab.tcp(pod("p11"), at("10.244.9.9"), 80);
    assert_eq!(ends(&stray.forward), ["machines DROP ROUTE_NONE"], "{}", full(&stray));
    let out = lab.tcp(pod("p11"), at(INTERNET), 80);
    assert_eq!(ends(&out.forward), ["nva FORWARD INTERNET"]);
    assert_eq!(out.verdicts.overall, Verdict::Undetermined);
    assert!(out.assumptions.iter().any(|a| a.kind == AssumptionKind::OutboundAddressUnknown));
}

#[test]
fn blocks_of_ports_follow_the_pool_and_end() {
    let mut lab = kubenet();
    lab.cluster(|c| c.outbound.allocated_ports = 40_000);
    assert_eq!(
        ends(&lab.tcp(pod("p11"), at(INTERNET), 80).forward),
        ["internet 203.0.113.10:1024-41023 -> 198.51.100.7:80 ttl 62"]
    );
    assert_eq!(
        ends(&lab.tcp(pod("p21"), at(INTERNET), 80).forward),
        ["load-balancer DROP SNAT_PORTS_EXHAUSTED"]
    );
    lab.cluster(|c| c.outbound.addresses.push(ip("203.0.113.11")));
    assert_eq!(
        ends(&lab.tcp(pod("p21"), at(INTERNET), 80).forward),
        ["internet 203.0.113.11:1024-41023 -> 198.51.100.7:80 ttl 62"]
    );

    let mut large = kubenet();
    for n in 3..=51u8 {
        let v4 = format!("10.240.1.{n}");
        large.join(&format!("node9{n:02}"), [&v4, &format!("fd00:240::9:{n}")], &[], &[]);
    }
    let seen = ends(&large.tcp(pod("p21"), at(INTERNET), 80).forward);
    assert_eq!(
        seen,
        ["internet 203.0.113.10:1536-2047 -> 198.51.100.7:80 ttl 62"],
        "51 nodes: 512 ports each"
    );
}

#[test]
fn ways_out() {
    let mut lab = kubenet();
    for (kind, end) in [
        (OutboundType::None, "node1 DROP NO_OUTBOUND_METHOD"),
        (OutboundType::UserDefinedRouting, "node1 DROP NO_OUTBOUND_METHOD"),
        (OutboundType::NatGateway, "internet 203.0.113.10:1024-65535 -> 198.51.100.7:80 ttl 62"),
    ] {
        lab.cluster(|c| c.outbound.kind = kind);
        let result = lab.tcp(pod("p11"), at(INTERNET), 80);
        assert_eq!(ends(&result.forward), [end], "{}", full(&result));
        assert_eq!(result.verdicts.overall == Verdict::Reachable, kind == OutboundType::NatGateway);
    }
    lab.cluster(|c| (c.outbound.kind, c.outbound.addresses) = (OutboundType::LoadBalancer, Vec::new()));
    let unknown = lab.tcp(pod("p11"), at(INTERNET), 80);
    assert_eq!(ends(&unknown.forward), ["internet ?:1024-2047 -> 198.51.100.7:80 ttl 62"]);
    assert_eq!(unknown.verdicts.overall, Verdict::Reachable);
    assert!(unknown.assumptions.iter().any(|a| a.kind == AssumptionKind::OutboundAddressUnknown));
    let ping = Flow { protocol: Protocol::Icmp, ..flow(pod("p11"), at(INTERNET), 0) };
    assert_eq!(
        ends(&trace(&lab.state, &ping).unwrap().forward),
        ["load-balancer DROP PROTOCOL_NOT_NATTABLE"]
    );
    let ping = Flow { protocol: Protocol::Icmp, ..flow(pod("p11"), pod("p21"), 0) };
    assert_eq!(ends(&trace(&lab.state, &ping).unwrap().forward), ["p21 10.244.1.2 -> 10.244.2.2 ttl 61"]);
}

#[test]
fn a_machine_on_the_internet_and_the_platform_are_not_guessed() {
    let lab = kubenet();
    let cases = [
        (at("10.241.0.4"), at(INTERNET), "far FORWARD INTERNET"),
        (pod("p11"), at("168.63.129.16"), "nodes FORWARD SERVICE_ENDPOINT"),
        (at("10.9.9.9"), pod("p11"), "unknown ABORT UNKNOWN_IP"),
        (at("10.244.1.99"), pod("p11"), "unknown ABORT UNKNOWN_IP"),
        (at("10.0.100.10"), pod("p11"), "unknown ABORT INVALID_ARGUMENT"),
        (at(INTERNET), at("192.0.2.1"), "internet ABORT INVALID_ARGUMENT"),
        (pod("p11"), at("fe80::1"), "p11 ABORT MISMATCHED_IP_VERSION"),
    ];
    for (from, to, end) in cases {
        if end.contains("MISMATCHED") {
            let wanted = Flow { family: Some(crate::address::Family::V4), ..flow(from, to, 80) };
            assert_eq!(ends(&trace(&lab.state, &wanted).unwrap().forward), [end]);
            continue;
        }
        let result = lab.tcp(from, to, 80);
        assert_eq!(ends(&result.forward), [end], "{}", full(&result));
        assert_eq!(result.verdicts.overall, Verdict::Undetermined);
    }
}

#[test]
fn names_that_do_not_exist_are_refused() {
    let lab = kubenet();
    let gone = [
        EndpointRef::Allocation(AllocationName::parse("clusters/c/allocations/none").unwrap()),
        EndpointRef::Node(node_name("none")),
        EndpointRef::VirtualMachine(
            ReservationName::parse("networks/lab/subnets/nodes/reservations/none").unwrap(),
        ),
        pod("none"),
    ];
    for end in gone {
        let refused = trace(&lab.state, &flow(pod("p11"), end, 80)).unwrap_err();
        assert_eq!(refused.reason, Reason::ResourceNotFound);
    }
    let elsewhere = Scope::Network(NetworkName::parse("networks/none").unwrap());
    let refused =
        trace(&lab.state, &Flow { scope: elsewhere, ..flow(pod("p11"), pod("p12"), 80) }).unwrap_err();
    assert_eq!(refused.reason, Reason::ResourceNotFound);
}
