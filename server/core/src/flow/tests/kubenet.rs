//! kubenet: each row of kernel-lab.md section 1, as the receiver and then the asker saw it.

use super::lab::*;
use super::text::{ends, full, summary};
use crate::flow::EndpointRef;
use crate::flow::vocabulary::{Symmetry, Verdict};

/// Masqueraded ports: the lab saw them kept or random; the model says which range.
const ANY: &str = "1024-65535";

struct Row {
    what: &'static str,
    from: EndpointRef,
    to: EndpointRef,
    arrives: String,
    answer: &'static str,
}

fn rows() -> Vec<Row> {
    let row = |what, from, to, arrives: &str, answer| Row {
        what,
        from,
        to,
        arrives: arrives.replace('*', ANY),
        answer,
    };
    vec![
        row(
            "pod to pod, same node: pure L2",
            pod("p11"),
            pod("p12"),
            "p12 10.244.1.2:5555 -> 10.244.1.3:80 ttl 64",
            "p11 10.244.1.3:80 -> 10.244.1.2:5555 ttl 64",
        ),
        row(
            "pod to pod, other node",
            pod("p11"),
            pod("p21"),
            "p21 10.244.1.2:5555 -> 10.244.2.2:80 ttl 61",
            "p11 10.244.2.2:80 -> 10.244.1.2:5555 ttl 61",
        ),
        row(
            "pod to its own node: no NAT",
            pod("p11"),
            node("node1"),
            "node1 10.244.1.2:5555 -> 10.240.0.4:80 ttl 64",
            "p11 10.240.0.4:80 -> 10.244.1.2:5555 ttl 64",
        ),
        row(
            "pod to another node: SNAT",
            pod("p11"),
            node("node2"),
            "node2 10.240.0.4:* -> 10.240.0.5:80 ttl 62",
            "p11 10.240.0.5:80 -> 10.244.1.2:5555 ttl 62",
        ),
        row(
            "node to its own pod: the bridge's address by source selection",
            node("node1"),
            pod("p11"),
            "p11 10.244.1.1:5555 -> 10.244.1.2:80 ttl 64",
            "node1 10.244.1.2:80 -> 10.244.1.1:5555 ttl 64",
        ),
        row(
            "node to another node's pod: no NAT",
            node("node1"),
            pod("p21"),
            "p21 10.240.0.4:5555 -> 10.244.2.2:80 ttl 62",
            "node1 10.244.2.2:80 -> 10.240.0.4:5555 ttl 62",
        ),
        row(
            "pod to a machine in the node subnet",
            pod("p11"),
            at("10.240.0.6"),
            "near 10.240.0.4:* -> 10.240.0.6:80 ttl 62",
            "p11 10.240.0.6:80 -> 10.244.1.2:5555 ttl 62",
        ),
        row(
            "pod to a machine in another subnet",
            pod("p11"),
            at("10.241.0.4"),
            "far 10.240.0.4:* -> 10.241.0.4:80 ttl 62",
            "p11 10.241.0.4:80 -> 10.244.1.2:5555 ttl 62",
        ),
        row(
            "machine in the node subnet to pod: answer not SNATed",
            at("10.240.0.6"),
            pod("p11"),
            "p11 10.240.0.6:5555 -> 10.244.1.2:80 ttl 62",
            "near 10.244.1.2:80 -> 10.240.0.6:5555 ttl 62",
        ),
        row(
            "pod to the Internet: node, then load balancer, ports of the first node",
            pod("p11"),
            at(INTERNET),
            "internet 203.0.113.10:1024-2047 -> 198.51.100.7:80 ttl 62",
            "p11 198.51.100.7:80 -> 10.244.1.2:5555 ttl 62",
        ),
        row(
            "pod to the Internet from the second node: its own block of ports",
            pod("p21"),
            at(INTERNET),
            "internet 203.0.113.10:2048-3071 -> 198.51.100.7:80 ttl 62",
            "p21 198.51.100.7:80 -> 10.244.2.2:5555 ttl 62",
        ),
        row(
            "pod to on-premises: node address",
            pod("p11"),
            at(ON_PREMISES),
            "on-premises 10.240.0.4:* -> 192.168.50.10:80 ttl 61",
            "p11 192.168.50.10:80 -> 10.244.1.2:5555 ttl 61",
        ),
        row(
            "IPv6 pod to pod, other node",
            at("fd00:244:0:1::2"),
            at("fd00:244:0:2::2"),
            "p21 [fd00:244:0:1::2]:5555 -> [fd00:244:0:2::2]:80 ttl 61",
            "p11 [fd00:244:0:2::2]:80 -> [fd00:244:0:1::2]:5555 ttl 61",
        ),
        row(
            "IPv6 pod to another node: not masqueraded",
            at("fd00:244:0:1::2"),
            at("fd00:240::20"),
            "node2 [fd00:244:0:1::2]:5555 -> [fd00:240::20]:80 ttl 62",
            "p11 [fd00:240::20]:80 -> [fd00:244:0:1::2]:5555 ttl 62",
        ),
    ]
}

#[test]
fn arrives_as_in_the_lab() {
    let lab = kubenet();
    for row in rows() {
        let result = lab.tcp(row.from, row.to, 80);
        assert_eq!(ends(&result.forward), [row.arrives], "{}\n{}", row.what, full(&result));
        assert_eq!(ends(&result.reply), [row.answer], "{}\n{}", row.what, full(&result));
        assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", row.what);
        assert_eq!(result.verdicts.symmetry, Symmetry::Symmetric, "{}", row.what);
        assert_eq!(result.cause, None, "{}", row.what);
    }
}

#[test]
fn fails_as_in_the_lab() {
    let lab = kubenet();
    let rows = [
        (at("10.241.0.4"), pod("p11"), "machines DROP ROUTE_NONE"),
        (at(ON_PREMISES), pod("p11"), "on-premises DROP NO_ROUTE"),
        (at(INTERNET), pod("p11"), "internet DROP INTERNET_TO_PRIVATE_ADDRESS"),
        (at("10.240.0.6"), at("10.0.100.10"), "nodes DROP ROUTE_NONE"),
        (pod("p11"), at("172.20.0.1"), "nodes DROP ROUTE_NONE"),
        (pod("p11"), at("10.244.9.9"), "nodes DROP ROUTE_NONE"),
        (pod("p11"), at("10.244.1.77"), "node1 DROP NEIGHBOR_UNREACHABLE"),
        (pod("p11"), at("10.240.0.99"), "nodes DROP NEIGHBOR_UNREACHABLE"),
        (pod("p11"), at("10.0.1.1"), "nodes DROP ROUTE_NONE"),
        (at("fd00:244:0:1::2"), at("2001:db8:1::7"), "node1 DROP PRIVATE_TRAFFIC_TO_INTERNET"),
    ];
    for (from, to, end) in rows {
        let result = lab.tcp(from, to, 80);
        assert_eq!(ends(&result.forward), [end], "{}", full(&result));
        assert_eq!(result.verdicts.overall, Verdict::Unreachable);
        assert!(result.cause.is_some() && result.reply.is_empty());
    }
}

#[test]
fn every_step_of_a_pod_to_a_machine() {
    let result = kubenet().tcp(pod("p11"), at("10.241.0.4"), 443);
    let expected = "\
REACHABLE forward REACHABLE reply REACHABLE SYMMETRIC
forward 0 of branch 0 weight 1.000
  p11 START_FROM_POD 10.244.1.2:5555 -> 10.241.0.4:443
  p11 APPLY_ROUTE 0.0.0.0/0 eth0
  node1 ARRIVE_AT_NODE
  node1 APPLY_ROUTE 0.0.0.0/0 eth0
  node1 DECREMENT_TTL
  node1 NAT NODE_MASQUERADE POSTROUTING 10.244.1.2:5555 -> 10.241.0.4:443 => 10.240.0.4:1024-65535 -> 10.241.0.4:443
  node1 SETUP_SESSION s1
  nodes APPLY_ROUTE 10.241.0.0/16 VnetLocal beat 10.0.0.0/8 None ShorterPrefix, 0.0.0.0/0 Internet ShorterPrefix
  nodes DECREMENT_TTL
  far DELIVER 10.240.0.4:1024-65535 -> 10.241.0.4:443 ttl 62
reply 0 of branch 0 weight 1.000
  far START_FROM_VM 10.241.0.4:443 -> 10.240.0.4:1024-65535
  machines APPLY_ROUTE 10.240.0.0/16 VnetLocal beat 10.0.0.0/8 None ShorterPrefix, 0.0.0.0/0 Internet ShorterPrefix
  machines DECREMENT_TTL
  node1 ARRIVE_AT_NODE
  node1 MATCH_SESSION s1
  node1 NAT SESSION_REVERSE PREROUTING 10.241.0.4:443 -> 10.240.0.4:1024-65535 => 10.241.0.4:443 -> 10.244.1.2:5555
  node1 ROUTE_LOCAL 10.244.1.0/24 cbr0 beat 0.0.0.0/0 eth0
  node1 DECREMENT_TTL
  p11 DELIVER 10.241.0.4:443 -> 10.244.1.2:5555 ttl 62
";
    assert_eq!(full(&result), expected);
}

#[test]
fn every_step_of_a_pod_to_another_node_s_pod() {
    let result = kubenet().tcp(pod("p11"), pod("p21"), 80);
    let forward = "\
forward 0 of branch 0 weight 1.000
  p11 START_FROM_POD 10.244.1.2:5555 -> 10.244.2.2:80
  p11 APPLY_ROUTE 0.0.0.0/0 eth0
  node1 ARRIVE_AT_NODE
  node1 APPLY_ROUTE 0.0.0.0/0 eth0
  node1 DECREMENT_TTL
  node1 SKIP_NAT NODE_MASQUERADE DESTINATION_IN_NON_MASQUERADE_RANGE 10.244.0.0/16 default
  node1 SETUP_SESSION s1
  node1 CHECK_IP_FORWARDING
  nodes APPLY_ROUTE 10.244.2.0/24 VirtualAppliance beat 10.0.0.0/8 None ShorterPrefix, 0.0.0.0/0 Internet ShorterPrefix
  nodes DECREMENT_TTL
  nodes RESOLVE_NEXT_HOP 10.240.0.5 is clusters/c/nodes/node2
  node2 CHECK_IP_FORWARDING
  node2 ARRIVE_AT_NODE
  node2 ROUTE_LOCAL 10.244.2.0/24 cbr0 beat 0.0.0.0/0 eth0
  node2 DECREMENT_TTL
  node2 SKIP_NAT NODE_MASQUERADE DESTINATION_IN_NON_MASQUERADE_RANGE 10.244.0.0/16 default
  node2 SETUP_SESSION s2
  p21 DELIVER 10.244.1.2:5555 -> 10.244.2.2:80 ttl 61
";
    assert!(full(&result).contains(forward), "{}", full(&result));
}

#[test]
fn a_listed_range_keeps_the_pod_s_address_and_the_answer_needs_the_table() {
    let mut lab = kubenet();
    lab.cluster(|c| {
        c.non_masquerade_prefixes =
            Some(vec![prefix("10.244.0.0/16"), prefix("10.240.0.0/15"), prefix("192.168.0.0/16")]);
    });
    let near = lab.tcp(pod("p11"), at("10.240.0.6"), 80);
    assert_eq!(ends(&near.forward), ["near 10.244.1.2:5555 -> 10.240.0.6:80 ttl 62"]);
    assert_eq!(near.verdicts.overall, Verdict::Reachable);
    let node = lab.tcp(pod("p11"), node("node2"), 80);
    assert_eq!(ends(&node.forward), ["node2 10.244.1.2:5555 -> 10.240.0.5:80 ttl 62"]);
    assert_eq!(node.verdicts.overall, Verdict::Reachable);

    let lost = lab.tcp(pod("p11"), at("10.241.0.4"), 80);
    let expected = "\
UNREACHABLE forward REACHABLE reply UNREACHABLE FORWARD_ONLY
cause REPLY Drop(RouteTableNotAssociated) at networks/lab/subnets/machines: 10.244.1.2 matches 10.0.0.0/8 None \
(Default); 10.244.1.0/24 of networks/lab/routeTables/aks-rt would match, and that table is not associated with \
networks/lab/subnets/machines
fix associate networks/lab/routeTables/aks-rt with networks/lab/subnets/machines, or take the range of 10.241.0.4 out \
of the non-masquerade list of clusters/c
";
    assert_eq!(summary(&lost), expected);
    lab.associate("machines", Some(table_name()));
    assert_eq!(lab.tcp(pod("p11"), at("10.241.0.4"), 80).verdicts.overall, Verdict::Reachable);
    assert_eq!(lab.tcp(at("10.241.0.4"), pod("p11"), 80).verdicts.overall, Verdict::Reachable);

    let premises = lab.tcp(pod("p11"), at(ON_PREMISES), 80);
    assert_eq!(ends(&premises.reply), ["on-premises DROP NO_RETURN_ROUTE"]);
    assert_eq!(premises.verdicts.symmetry, Symmetry::ForwardOnly);
}

#[test]
fn an_empty_list_masquerades_everything() {
    let mut lab = kubenet();
    lab.cluster(|c| c.non_masquerade_prefixes = Some(Vec::new()));
    let result = lab.tcp(pod("p11"), pod("p21"), 80);
    assert_eq!(ends(&result.forward), ["p21 10.244.2.1:1024-65535 -> 10.244.2.2:80 ttl 61"], "by both nodes");
    assert!(full(&result).contains("=> 10.240.0.4:1024-65535 -> 10.244.2.2:80"));
    assert_eq!(result.verdicts.overall, Verdict::Reachable);
}
