//! What kube-proxy does in the cases that the lecture does not name: ICMP, the host network, node ports, pods at frontends.

use super::lab::*;
use super::text::{ends, full};
use crate::flow::vocabulary::{DropCause, NatKind, StepKind, Verdict};
use crate::flow::{Detail, Flow, FlowResult, trace};
use crate::model::{Protocol, TrafficPolicy};

fn icmp(lab: &Lab, from: crate::flow::EndpointRef, to: crate::flow::EndpointRef) -> FlowResult {
    trace(&lab.state, &Flow { protocol: Protocol::Icmp, ..flow(from, to, 0) }).unwrap()
}

#[test]
fn icmp_is_never_translated_by_a_service() {
    let lab = kubenet();
    let ping = icmp(&lab, pod("p11"), at("10.0.100.10"));
    assert_eq!(ends(&ping.forward), ["nodes DROP ROUTE_NONE"], "{}", full(&ping));
    assert!(full(&ping).contains("node1 SKIP_NAT SERVICE_DNAT_CLUSTER_IP NO_RULE_MATCHED"));
    let frontend = icmp(&lab, at(INTERNET), at(FRONTEND));
    assert_eq!(ends(&frontend.forward), ["load-balancer DROP LB_RULE_MISMATCH"]);
    let node_port = icmp(&lab, pod("p11"), at("10.240.0.4"));
    assert_eq!(node_port.verdicts.overall, Verdict::Reachable, "{}", full(&node_port));
    let masqueraded = icmp(&lab, pod("p11"), at("10.241.0.4"));
    assert_eq!(ends(&masqueraded.forward), ["far 10.240.0.4 -> 10.241.0.4 ttl 62"]);
    assert_eq!(ends(&masqueraded.reply), ["p11 10.241.0.4 -> 10.244.1.2 ttl 62"]);
}

/// kube-proxy's KUBE-EXT chain has no match of the source under policy Cluster: pods are masqueraded too.
#[test]
fn pods_are_masqueraded_at_frontends_and_node_ports_under_policy_cluster_only() {
    let mut lab = kubenet();
    for (to, port) in [(FRONTEND, 80), ("10.240.0.4", 30080)] {
        let seen = ends(&lab.tcp(pod("p12"), at(to), port).forward);
        let expected = [
            "p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 64",
            "p21 10.240.0.4:1024-65535 -> 10.244.2.2:8080 ttl 61",
        ];
        assert_eq!(seen, expected, "{to}");
    }
    lab.service(|s| s.external_traffic_policy = TrafficPolicy::Local);
    let seen = ends(&lab.tcp(pod("p12"), at("10.240.0.4"), 30080).forward);
    let expected =
        ["p11 10.244.1.3:5555 -> 10.244.1.2:8080 ttl 64", "p21 10.244.1.3:5555 -> 10.244.2.2:8080 ttl 61"];
    assert_eq!(seen, expected);
    let process = ends(&lab.tcp(node("node1"), at(FRONTEND), 80).forward);
    assert_eq!(process.len(), 2, "{process:?}");
    assert!(process.iter().all(|end| end.contains(":1024-65535 -> ")), "{process:?}");
}

#[test]
fn the_bridge_s_address_is_the_node_too() {
    let lab = kubenet();
    let result = lab.tcp(pod("p12"), at("10.244.1.1"), 30080);
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
    assert!(full(&result).contains("NAT SERVICE_DNAT_NODE_PORT"));
}

#[test]
fn an_endpoint_on_the_host_network_is_a_process_of_its_node() {
    let mut lab = kubenet();
    lab.service(|s| {
        s.endpoints.truncate(2);
        s.endpoints[0].address = ip("10.240.0.4");
        s.endpoints[1].address = ip("10.240.0.5");
    });
    let result = lab.tcp(pod("p12"), at("10.0.100.10"), 80);
    let expected = [
        "node1 10.244.1.3:5555 -> 10.240.0.4:8080 ttl 64",
        "node2 10.240.0.4:1024-65535 -> 10.240.0.5:8080 ttl 62",
    ];
    assert_eq!(ends(&result.forward), expected, "{}", full(&result));
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
    let outside = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(outside.verdicts.overall, Verdict::Reachable, "{}", full(&outside));
}

#[test]
fn a_source_outside_the_cluster_is_masqueraded_at_a_cluster_address() {
    let mut lab = kubenet();
    lab.route("services", "10.0.0.0/16", crate::model::NextHop::VirtualAppliance(ip("10.240.0.4")));
    let result = lab.tcp(at("10.240.0.6"), at("10.0.100.10"), 80);
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
    assert!(full(&result).contains("NAT EXTERNAL_TRAFFIC_SNAT"));
}

#[test]
fn a_probe_of_policy_local_asks_for_ready_endpoints_and_not_for_those_that_shut_down() {
    let mut lab = kubenet();
    lab.service(|s| {
        s.external_traffic_policy = TrafficPolicy::Local;
        for endpoint in &mut s.endpoints {
            (endpoint.ready, endpoint.serving, endpoint.terminating) = (false, true, true);
        }
    });
    let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(ends(&result.forward), ["load-balancer DROP LB_NO_HEALTHY_BACKEND"], "{}", full(&result));
    let node_port = lab.tcp(at("10.240.0.6"), at("10.240.0.4"), 30080);
    assert_eq!(node_port.verdicts.overall, Verdict::Reachable, "{}", full(&node_port));
}

#[test]
fn interfaces_without_ip_forwarding_stop_the_pods_of_other_nodes() {
    let mut lab = kubenet();
    lab.node("node1", |n| n.interface.ip_forwarding = Some(false));
    let source = lab.tcp(pod("p11"), pod("p21"), 80);
    assert_eq!(ends(&source.forward), ["node1 DROP SPOOFED_SOURCE"]);
    lab.node("node1", |n| n.interface.ip_forwarding = None);
    lab.node("node2", |n| n.interface.ip_forwarding = Some(false));
    let destination = lab.tcp(pod("p11"), pod("p21"), 80);
    assert_eq!(ends(&destination.forward), ["node2 DROP IP_FORWARDING_DISABLED"]);
    let cause = destination.cause.unwrap();
    assert_eq!(cause.cause, crate::flow::verdict::Cause::Drop(DropCause::IpForwardingDisabled));
    let mut cni = azure_cni();
    cni.node("node1", |n| n.interface.ip_forwarding = Some(true));
    assert_eq!(cni.tcp(pod("p11"), pod("p21"), 80).verdicts.overall, Verdict::Reachable);
}

#[test]
fn each_routed_hop_is_a_step() {
    let result = kubenet().tcp(pod("p11"), pod("p21"), 80);
    let steps = &result.forward[0].steps;
    let places: Vec<_> = steps
        .iter()
        .filter(|step| step.kind == StepKind::DecrementTtl)
        .map(|step| (step.place.to_string(), step.before.ttl, step.after.ttl))
        .collect();
    let at = |place: &str, before: u8| (place.to_owned(), before, before - 1);
    let expected = [
        at("clusters/c/nodes/node1", 64),
        at("networks/lab/subnets/nodes", 63),
        at("clusters/c/nodes/node2", 62),
    ];
    assert_eq!(places, expected);
    let changed = |step: &&crate::flow::Step| matches!(&step.detail, Detail::Nat(nat) if nat.kind == NatKind::NodeMasquerade);
    assert!(!steps.iter().any(|step| changed(&step)));
}
