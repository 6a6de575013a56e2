//! Azure CNI: each row of kernel-lab.md section 2, with the agent's default list (aks-networking.md 5.4).

use super::lab::*;
use super::text::{ends, full};
use crate::flow::EndpointRef;
use crate::flow::vocabulary::{Symmetry, Verdict};
use crate::model::PodDataPath;

fn check(lab: &Lab, what: &str, from: EndpointRef, to: EndpointRef, arrives: &str, answer: &str) {
    let result = lab.tcp(from, to, 80);
    assert_eq!(ends(&result.forward), [arrives.replace('*', "1024-65535")], "{what}\n{}", full(&result));
    assert_eq!(ends(&result.reply), [answer], "{what}\n{}", full(&result));
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{what}");
    assert_eq!(result.verdicts.symmetry, Symmetry::Symmetric, "{what}");
}

#[test]
fn arrives_as_in_the_lab() {
    let lab = azure_cni();
    check(
        &lab,
        "same node",
        pod("p11"),
        pod("p12"),
        "p12 10.240.0.10:5555 -> 10.240.0.11:80 ttl 63",
        "p11 10.240.0.11:80 -> 10.240.0.10:5555 ttl 63",
    );
    check(
        &lab,
        "other node",
        pod("p11"),
        pod("p21"),
        "p21 10.240.0.10:5555 -> 10.240.0.20:80 ttl 61",
        "p11 10.240.0.20:80 -> 10.240.0.10:5555 ttl 61",
    );
    check(
        &lab,
        "own node",
        pod("p11"),
        node("node1"),
        "node1 10.240.0.10:5555 -> 10.240.0.4:80 ttl 64",
        "p11 10.240.0.4:80 -> 10.240.0.10:5555 ttl 64",
    );
    check(
        &lab,
        "another node: no NAT",
        pod("p11"),
        node("node2"),
        "node2 10.240.0.10:5555 -> 10.240.0.5:80 ttl 62",
        "p11 10.240.0.5:80 -> 10.240.0.10:5555 ttl 62",
    );
    check(
        &lab,
        "node to pod: no NAT",
        node("node1"),
        pod("p21"),
        "p21 10.240.0.4:5555 -> 10.240.0.20:80 ttl 62",
        "node1 10.240.0.20:80 -> 10.240.0.4:5555 ttl 62",
    );
    check(
        &lab,
        "node to its own pod",
        node("node1"),
        pod("p11"),
        "p11 10.240.0.4:5555 -> 10.240.0.10:80 ttl 64",
        "node1 10.240.0.10:80 -> 10.240.0.4:5555 ttl 64",
    );
    check(
        &lab,
        "near machine: no NAT",
        pod("p11"),
        at("10.240.0.6"),
        "near 10.240.0.10:5555 -> 10.240.0.6:80 ttl 62",
        "p11 10.240.0.6:80 -> 10.240.0.10:5555 ttl 62",
    );
    check(
        &lab,
        "far machine: no NAT",
        pod("p11"),
        at("10.241.0.4"),
        "far 10.240.0.10:5555 -> 10.241.0.4:80 ttl 62",
        "p11 10.241.0.4:80 -> 10.240.0.10:5555 ttl 62",
    );
    check(
        &lab,
        "near machine to pod",
        at("10.240.0.6"),
        pod("p11"),
        "p11 10.240.0.6:5555 -> 10.240.0.10:80 ttl 62",
        "near 10.240.0.10:80 -> 10.240.0.6:5555 ttl 62",
    );
    check(
        &lab,
        "far machine to pod",
        at("10.241.0.4"),
        pod("p11"),
        "p11 10.241.0.4:5555 -> 10.240.0.10:80 ttl 62",
        "far 10.240.0.10:80 -> 10.241.0.4:5555 ttl 62",
    );
    check(
        &lab,
        "on-premises to pod: no extra route",
        at(ON_PREMISES),
        pod("p11"),
        "p11 192.168.50.10:5555 -> 10.240.0.10:80 ttl 61",
        "on-premises 10.240.0.10:80 -> 192.168.50.10:5555 ttl 61",
    );
    check(
        &lab,
        "Internet: node address, then the load balancer",
        pod("p11"),
        at(INTERNET),
        "internet 203.0.113.10:1024-2047 -> 198.51.100.7:80 ttl 62",
        "p11 198.51.100.7:80 -> 10.240.0.10:5555 ttl 62",
    );
    check(
        &lab,
        "IPv6 other node",
        at("fd00:240::11"),
        at("fd00:240::21"),
        "p21 [fd00:240::11]:5555 -> [fd00:240::21]:80 ttl 61",
        "p11 [fd00:240::21]:80 -> [fd00:240::11]:5555 ttl 61",
    );
    check(
        &lab,
        "IPv6 machine",
        at("fd00:240::11"),
        at("fd00:240:1::4"),
        "far6 [fd00:240::11]:5555 -> [fd00:240:1::4]:80 ttl 62",
        "p11 [fd00:240:1::4]:80 -> [fd00:240::11]:5555 ttl 62",
    );
}

#[test]
fn on_premises_sees_the_node_unless_its_range_is_listed() {
    let mut lab = azure_cni();
    check(
        &lab,
        "AKS default",
        pod("p11"),
        at(ON_PREMISES),
        "on-premises 10.240.0.4:* -> 192.168.50.10:80 ttl 61",
        "p11 192.168.50.10:80 -> 10.240.0.10:5555 ttl 61",
    );
    lab.cluster(|c| {
        c.non_masquerade_prefixes = Some(vec![prefix("10.240.0.0/15"), prefix("192.168.50.0/24")]);
    });
    check(
        &lab,
        "the lab's list",
        pod("p11"),
        at(ON_PREMISES),
        "on-premises 10.240.0.10:5555 -> 192.168.50.10:80 ttl 61",
        "p11 192.168.50.10:80 -> 10.240.0.10:5555 ttl 61",
    );
}

#[test]
fn a_secondary_address_has_no_way_out() {
    let mut lab = azure_cni();
    lab.cluster(|c| c.non_masquerade_prefixes = Some(vec![prefix("0.0.0.0/0")]));
    let result = lab.tcp(pod("p11"), at(INTERNET), 80);
    assert_eq!(ends(&result.forward), ["node1 DROP NO_OUTBOUND_METHOD"]);
    let v6 = azure_cni().tcp(at("fd00:240::11"), at("2001:db8:1::7"), 80);
    assert_eq!(ends(&v6.forward), ["node1 DROP NO_OUTBOUND_METHOD"]);
}

#[test]
fn the_older_bridge_takes_no_routed_hop() {
    let mut lab = azure_cni();
    lab.cluster(|c| c.pod_data_path = PodDataPath::Bridge);
    check(
        &lab,
        "same node",
        pod("p11"),
        pod("p12"),
        "p12 10.240.0.10:5555 -> 10.240.0.11:80 ttl 64",
        "p11 10.240.0.11:80 -> 10.240.0.10:5555 ttl 64",
    );
    check(
        &lab,
        "other node: the lab saw 63",
        pod("p11"),
        pod("p21"),
        "p21 10.240.0.10:5555 -> 10.240.0.20:80 ttl 63",
        "p11 10.240.0.20:80 -> 10.240.0.10:5555 ttl 63",
    );
}

#[test]
fn an_address_that_no_pod_has_is_unreachable_at_its_node() {
    let mut lab = azure_cni();
    lab.join("node3", ["10.240.0.7", "fd00:240::30"], &[], &["10.240.0.30"]);
    let result = lab.tcp(pod("p11"), at("10.240.0.30"), 80);
    assert_eq!(ends(&result.forward), ["node3 DROP NEIGHBOR_UNREACHABLE"]);
}
