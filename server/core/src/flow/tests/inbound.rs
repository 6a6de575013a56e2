//! Services: from the Internet, from pods, from nodes and machines, under both policies (kernel-lab.md, AKS 6 and 7.3).

use super::lab::*;
use super::text::{ends, full, summary};
use crate::address::Family;
use crate::flow::balanced;
use crate::flow::vocabulary::{DropCause, Symmetry, Verdict};
use crate::flow::world::World;
use crate::model::{NodeState, TrafficPolicy};

const CLIENT: &str = "198.51.100.7:5555";

/// What the pods see, branch by branch, and that every answer comes back from the frontend.
fn inbound(lab: &Lab, seen: &[&str]) {
    let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(ends(&result.forward), seen, "{}", full(&result));
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
    assert_eq!(result.verdicts.symmetry, Symmetry::Symmetric);
    for answer in ends(&result.reply) {
        assert!(answer.starts_with(&format!("internet 203.0.113.20:80 -> {CLIENT}")), "{answer}");
    }
    let total: f64 = result.forward.iter().map(|trace| trace.weight).sum();
    assert!((total - 1.0).abs() < 1e-9);
}

#[test]
fn cluster_policy_in_kubenet_shows_the_bridge_to_local_pods_and_the_node_to_remote_ones() {
    let mut lab = kubenet();
    let seen = [
        "p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 62",
        "p21 10.240.0.4:1024-65535 -> 10.244.2.2:8080 ttl 60",
        "p11 10.240.0.5:1024-65535 -> 10.244.1.2:8080 ttl 60",
        "p21 10.244.2.1:1024-65535 -> 10.244.2.2:8080 ttl 62",
    ];
    inbound(&lab, &seen);
    lab.service(|s| s.floating_ip = false);
    inbound(&lab, &seen);
    let shown = full(&lab.tcp(at(INTERNET), at(FRONTEND), 80));
    let dnat = "load-balancer NAT LB_INBOUND_DNAT FABRIC 198.51.100.7:5555 -> 203.0.113.20:80 => 198.51.100.7:5555 -> 10.240.0.4:30080";
    assert!(shown.contains(dnat) && shown.contains("SERVICE_DNAT_NODE_PORT"), "{shown}");
}

#[test]
fn cluster_policy_in_azure_cni_shows_the_node_to_every_pod() {
    inbound(
        &azure_cni(),
        &[
            "p11 10.240.0.4:1024-65535 -> 10.240.0.10:8080 ttl 62",
            "p21 10.240.0.4:1024-65535 -> 10.240.0.20:8080 ttl 60",
            "p11 10.240.0.5:1024-65535 -> 10.240.0.10:8080 ttl 60",
            "p21 10.240.0.5:1024-65535 -> 10.240.0.20:8080 ttl 62",
        ],
    );
}

#[test]
fn local_policy_keeps_the_client_and_uses_nodes_with_endpoints() {
    let mut lab = kubenet();
    lab.service(|s| s.external_traffic_policy = TrafficPolicy::Local);
    inbound(
        &lab,
        &[
            "p11 198.51.100.7:5555 -> 10.244.1.2:8080 ttl 62",
            "p21 198.51.100.7:5555 -> 10.244.2.2:8080 ttl 62",
        ],
    );
    lab.service(|s| s.endpoints[1].ready = false);
    inbound(&lab, &["p11 198.51.100.7:5555 -> 10.244.1.2:8080 ttl 62"]);
    lab.service(|s| s.endpoints.clear());
    let none = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(ends(&none.forward), ["load-balancer DROP LB_NO_HEALTHY_BACKEND"]);

    let mut cni = azure_cni();
    cni.service(|s| s.external_traffic_policy = TrafficPolicy::Local);
    inbound(
        &cni,
        &[
            "p11 198.51.100.7:5555 -> 10.240.0.10:8080 ttl 62",
            "p21 198.51.100.7:5555 -> 10.240.0.20:8080 ttl 62",
        ],
    );
}

#[test]
fn the_load_balancer_leaves_out_nodes_that_are_down_or_excluded() {
    let mut lab = kubenet();
    lab.service(|s| s.endpoints.truncate(1));
    lab.node("node2", |n| n.excluded_from_load_balancers = true);
    inbound(&lab, &["p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 62"]);
    lab.node("node1", |n| n.state = NodeState::Cordoned);
    inbound(&lab, &["p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 62"]);
    lab.node("node1", |n| n.state = NodeState::NotReady);
    let none = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(ends(&none.forward), ["load-balancer DROP LB_NO_HEALTHY_BACKEND"]);
}

#[test]
fn frontends_refuse_other_ports_and_other_clients() {
    let mut lab = kubenet();
    assert_eq!(
        ends(&lab.tcp(at(INTERNET), at(FRONTEND), 443).forward),
        ["load-balancer DROP LB_RULE_MISMATCH"]
    );
    assert_eq!(
        ends(&lab.tcp(at(INTERNET), at("203.0.113.10"), 80).forward),
        ["load-balancer DROP LB_RULE_MISMATCH"]
    );
    lab.service(|s| s.load_balancer_source_ranges = vec![prefix("192.0.2.0/24")]);
    assert_eq!(
        ends(&lab.tcp(at(INTERNET), at(FRONTEND), 80).forward),
        ["load-balancer DROP SOURCE_RANGE_DENIED"]
    );
    lab.service(|s| s.load_balancer_source_ranges = vec![prefix("198.51.100.0/24")]);
    assert_eq!(lab.tcp(at(INTERNET), at(FRONTEND), 80).verdicts.overall, Verdict::Reachable);
}

#[test]
fn endpoints_that_shut_down_serve_only_when_none_is_ready() {
    let mut lab = kubenet();
    lab.service(|s| (s.endpoints[0].ready, s.endpoints[0].terminating) = (false, true));
    let seen = ends(&lab.tcp(pod("p12"), at("10.0.100.10"), 80).forward);
    assert_eq!(seen, ["p21 10.244.1.3:5555 -> 10.244.2.2:8080 ttl 61"]);
    lab.service(|s| s.endpoints[1].ready = false);
    let seen = ends(&lab.tcp(pod("p12"), at("10.0.100.10"), 80).forward);
    assert_eq!(seen, ["p11 10.244.1.3:5555 -> 10.244.1.2:8080 ttl 64"]);
    lab.service(|s| s.endpoints[0].serving = false);
    assert_eq!(
        ends(&lab.tcp(pod("p12"), at("10.0.100.10"), 80).forward),
        ["node1 DROP SERVICE_NO_ENDPOINTS"]
    );
}

#[test]
fn cluster_addresses_are_translated_on_the_sender_s_node() {
    let mut lab = kubenet();
    let other = lab.tcp(pod("p12"), at("10.0.100.10"), 80);
    assert_eq!(
        ends(&other.forward),
        ["p11 10.244.1.3:5555 -> 10.244.1.2:8080 ttl 64", "p21 10.244.1.3:5555 -> 10.244.2.2:8080 ttl 61"]
    );
    assert!(ends(&other.reply).iter().all(|end| end.starts_with("p12 10.0.100.10:80 -> 10.244.1.3:5555")));
    let own = lab.tcp(pod("p11"), at("10.0.100.10"), 80);
    assert_eq!(ends(&own.forward)[0], "p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 64");
    assert!(full(&own).contains("NAT SERVICE_HAIRPIN_SNAT"));
    let from_node = lab.tcp(node("node1"), at("10.0.100.10"), 80);
    assert_eq!(
        ends(&from_node.forward),
        [
            "p11 10.244.1.1:1024-65535 -> 10.244.1.2:8080 ttl 64",
            "p21 10.240.0.4:1024-65535 -> 10.244.2.2:8080 ttl 62"
        ]
    );
    for result in [&other, &own, &from_node] {
        assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(result));
    }
    let other_port = lab.tcp(pod("p12"), at("10.0.100.10"), 81);
    assert_eq!(ends(&other_port.forward), ["nodes DROP ROUTE_NONE"]);
    let cause = other_port.cause.unwrap().cause;
    assert_eq!(cause, crate::flow::verdict::Cause::Drop(DropCause::ServicePortNotFound));
    lab.service(|s| (s.internal_traffic_policy, s.endpoints[0].ready) = (TrafficPolicy::Local, false));
    lab.service(|s| s.endpoints[0].serving = false);
    assert_eq!(
        ends(&lab.tcp(pod("p12"), at("10.0.100.10"), 80).forward),
        ["node1 DROP SERVICE_NO_LOCAL_ENDPOINTS"]
    );
}

#[test]
fn a_pod_s_packet_to_the_frontend_never_reaches_the_load_balancer() {
    let mut lab = kubenet();
    lab.service(|s| s.external_traffic_policy = TrafficPolicy::Local);
    let result = lab.tcp(pod("p12"), at(FRONTEND), 80);
    assert_eq!(
        ends(&result.forward),
        ["p11 10.244.1.3:5555 -> 10.244.1.2:8080 ttl 64", "p21 10.244.1.3:5555 -> 10.244.2.2:8080 ttl 61"]
    );
    assert!(!full(&result).contains("load-balancer"));
    assert_eq!(result.verdicts.overall, Verdict::Reachable);
}

#[test]
fn a_machine_reaches_a_node_port() {
    let result = kubenet().tcp(at("10.240.0.6"), at("10.240.0.5"), 30080);
    assert_eq!(
        ends(&result.forward),
        [
            "p11 10.240.0.5:1024-65535 -> 10.244.1.2:8080 ttl 60",
            "p21 10.244.2.1:1024-65535 -> 10.244.2.2:8080 ttl 62"
        ]
    );
    assert!(
        ends(&result.reply).iter().all(|end| end.starts_with("near 10.240.0.5:30080 -> 10.240.0.6:5555"))
    );
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
}

#[test]
fn an_internal_load_balancer_serves_machines_and_premises() {
    for (mut lab, client) in [(kubenet(), "10.241.0.4"), (azure_cni(), ON_PREMISES)] {
        lab.service(|s| (s.internal, s.load_balancer_addresses) = (true, vec![ip("10.240.0.200")]));
        let result = lab.tcp(at(client), at("10.240.0.200"), 80);
        assert_eq!(result.forward.len(), 4, "{}", full(&result));
        assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));
        let wanted = format!("10.240.0.200:80 -> {client}:5555");
        assert!(ends(&result.reply).iter().all(|end| end.contains(&wanted)), "{}", full(&result));
    }
}

#[test]
fn some_branches_may_deliver_and_others_not() {
    let mut lab = kubenet();
    lab.unroute("node2");
    let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(ends(&result.forward)[1], "nodes DROP ROUTE_NONE");
    let expected = "\
AMBIGUOUS forward AMBIGUOUS reply REACHABLE SYMMETRIC
cause FORWARD Drop(RouteNone) at networks/lab/subnets/nodes: 10.244.2.2 matches 10.0.0.0/8 None (Default)
fix reconcile networks/lab/routeTables/aks-rt: it has no route to the pods of clusters/c/nodes/node2
";
    assert_eq!(summary(&result), expected, "{}", full(&result));
}

#[test]
fn the_index_of_balanced_nodes_and_a_scan_give_the_same_backends() {
    for base in [kubenet(), azure_cni()] {
        for policy in [TrafficPolicy::Cluster, TrafficPolicy::Local] {
            for state in [NodeState::Active, NodeState::Cordoned, NodeState::NotReady] {
                for (excluded, gone) in [(false, false), (true, false), (false, true)] {
                    let mut lab = base.clone();
                    lab.service(|s| s.external_traffic_policy = policy);
                    lab.node("node2", |node| {
                        node.state = state;
                        node.excluded_from_load_balancers = excluded;
                        node.addresses.retain(|address| !gone || address.is_ipv6());
                    });
                    let world = World::new(&lab.state, 0, None);
                    for service in lab.state.services.values() {
                        for family in [Family::V4, Family::V6] {
                            let agree = balanced::agree(world, service, &service.ports[0], family);
                            assert!(agree, "{} {policy:?} {state:?} {excluded} {gone}", service.name);
                        }
                    }
                }
            }
        }
    }
}
