//! Network security groups: Azure's rules (aks-networking.md 8.2), one row for each.

use super::filters::rule;
use super::lab::*;
use super::text::{ends, full};
use crate::flow::vocabulary::{StepKind, Verdict};
use crate::flow::{EndpointRef, FlowResult};
use crate::model::{Gateway, GatewayKind};

/// How a flow ends: that of the first branch, or the verdict if it works.
fn end(result: &FlowResult) -> String {
    match result.verdicts.overall {
        Verdict::Reachable => "REACHABLE".to_owned(),
        Verdict::Unreachable | Verdict::Ambiguous | Verdict::Undetermined => {
            ends(&result.forward).first().cloned().unwrap_or_default()
        }
    }
}

fn check(lab: &Lab, source: EndpointRef, destination: EndpointRef, port: u16, wanted: &str) {
    let result = lab.tcp(source, destination, port);
    assert_eq!(end(&result), wanted, "{}", full(&result));
}

/// Rules of the group on the subnet of the nodes, in an Azure CNI cluster, and what becomes of a machine's flow to a pod.
#[test]
fn the_first_rule_by_priority_decides() {
    let denied = "nodes DROP NSG_RULE_INBOUND";
    for (rules, port, wanted) in [
        (&[][..], 22, "REACHABLE"),
        (&["100 in deny tcp * -> * 22"], 22, denied),
        (&["100 in deny tcp * -> * 22"], 23, "REACHABLE"),
        (&["100 in deny udp * -> * 22"], 22, "REACHABLE"),
        (&["100 in deny any * -> *"], 22, denied),
        (&["100 out deny any * -> *"], 22, "REACHABLE"),
        (&["200 in deny any * -> *", "100 in allow tcp * -> * 22"], 22, "REACHABLE"),
        (&["100 in deny any * -> *", "200 in allow tcp * -> * 22"], 22, denied),
        (&["100 in deny any 10.241.0.0/16 -> *"], 22, denied),
        (&["100 in deny any 10.242.0.0/16 -> *"], 22, "REACHABLE"),
        (&["100 in deny any * -> 10.240.0.10/32"], 22, denied),
        (&["100 in deny any * -> 10.240.0.11/32"], 22, "REACHABLE"),
        (&["100 in deny any VirtualNetwork -> VirtualNetwork"], 22, denied),
        (&["100 in deny any Internet -> *"], 22, "REACHABLE"),
        (&["100 in deny any AzureLoadBalancer -> *"], 22, "REACHABLE"),
        (&["100 in deny tcp * -> * 20-25"], 22, denied),
        (&["100 in deny tcp * -> * * from 5000-6000"], 22, denied),
        (&["100 in deny tcp * -> * * from 1-1000"], 22, "REACHABLE"),
        // A tag of Azure has public addresses only, so no private one is in it.
        (&["100 in deny any Storage -> *"], 22, "REACHABLE"),
    ] {
        let mut lab = azure_cni();
        lab.guard_subnet("nodes", rules);
        let result = lab.tcp(at("10.241.0.4"), pod("p11"), port);
        assert_eq!(end(&result), wanted, "{rules:?} {}", full(&result));
    }
}

#[test]
fn both_groups_must_allow_in_the_order_of_the_direction() {
    let deny_in = ["100 in deny any * -> *"];
    let deny_out = ["100 out deny any * -> *"];
    let mut lab = azure_cni();
    lab.guard_nodes(&deny_in);
    check(&lab, at("10.241.0.4"), pod("p11"), 22, "node1 DROP NSG_RULE_INBOUND");
    lab.guard_subnet("nodes", &deny_in);
    check(&lab, at("10.241.0.4"), pod("p11"), 22, "nodes DROP NSG_RULE_INBOUND");
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &deny_out);
    check(&lab, pod("p11"), at("10.241.0.4"), 22, "nodes DROP NSG_RULE_OUTBOUND");
    lab.guard_nodes(&deny_out);
    check(&lab, pod("p11"), at("10.241.0.4"), 22, "node1 DROP NSG_RULE_OUTBOUND");
}

#[test]
fn answers_of_a_flow_that_was_let_pass_pass() {
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["100 out deny any * -> *"]);
    check(&lab, at("10.241.0.4"), pod("p11"), 22, "REACHABLE");
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["100 in deny any * -> *"]);
    check(&lab, pod("p11"), at("10.241.0.4"), 22, "REACHABLE");
}

#[test]
fn machines_of_one_subnet_are_filtered_and_pods_of_one_node_are_not() {
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["100 in deny any * -> *"]);
    check(&lab, at("10.240.0.6"), node("node1"), 22, "nodes DROP NSG_RULE_INBOUND");
    check(&lab, pod("p11"), pod("p21"), 22, "nodes DROP NSG_RULE_INBOUND");
    check(&lab, pod("p11"), pod("p12"), 22, "REACHABLE");
}

#[test]
fn pods_of_kubenet_are_in_the_virtual_network_by_their_routes() {
    let mut lab = kubenet();
    lab.guard_subnet("nodes", &[]);
    check(&lab, pod("p11"), pod("p21"), 80, "REACHABLE");
    // The group sees the node in place of a pod that is masqueraded.
    let mut lab = kubenet();
    lab.guard_subnet("nodes", &["100 out deny any 10.244.0.0/16 -> *"]);
    check(&lab, pod("p11"), at("10.241.0.4"), 22, "REACHABLE");
    check(&lab, pod("p11"), pod("p21"), 22, "nodes DROP NSG_RULE_OUTBOUND");
}

#[test]
fn premises_are_near_only_behind_a_gateway_that_is_shared() {
    let mut lab = hub_and_spoke();
    lab.network(|n| n.peerings[0].use_remote_gateways = true);
    let premises = vec![prefix("198.51.100.0/24")];
    lab.hub(|hub| hub.gateway = Some(Gateway { kind: GatewayKind::Vpn, on_premises_prefixes: premises }));
    lab.guard_subnet("nodes", &["100 out deny any * -> VirtualNetwork"]);
    check(&lab, node("node1"), at(INTERNET), 443, "REACHABLE");
    // A network with a gateway of its own does not use the peer's.
    lab.hub(|hub| hub.peerings[0].allow_gateway_transit = true);
    check(&lab, node("node1"), at(INTERNET), 443, "REACHABLE");
}

#[test]
fn the_addresses_of_the_platform_are_exempt() {
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["100 out deny any * -> *"]);
    for address in ["168.63.129.16", "169.254.169.254"] {
        let result = lab.tcp(pod("p11"), at(address), 80);
        assert_eq!(end(&result), "nodes FORWARD SERVICE_ENDPOINT", "{}", full(&result));
    }
}

#[test]
fn internet_clients_need_a_rule_which_a_kept_group_has_for_each_service() {
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &[]);
    check(&lab, at(INTERNET), at(FRONTEND), 80, "nodes DROP NSG_RULE_INBOUND");
    let cause = lab.tcp(at(INTERNET), at(FRONTEND), 80).cause.unwrap();
    assert_eq!(
        cause.remediation,
        "add an inbound rule to networks/lab/networkSecurityGroups/nodes-nsg that allows tcp from 198.51.100.7 \
         to 203.0.113.20:80"
    );
    lab.keep("nodes-nsg");
    check(&lab, at(INTERNET), at(FRONTEND), 80, "REACHABLE");
    lab.service(|service| service.floating_ip = false);
    check(&lab, at(INTERNET), at(FRONTEND), 80, "REACHABLE");
    lab.service(|service| service.internal = true);
    let group = lab.state.network_security_groups.values().next().unwrap();
    assert!(group.rules.is_empty(), "rules for services are not stored");
}

#[test]
fn a_probe_that_is_kept_away_makes_backends_unhealthy() {
    let mut lab = azure_cni();
    lab.guard_subnet(
        "nodes",
        &["100 in allow tcp Internet -> * 80", "200 in deny any AzureLoadBalancer -> *"],
    );
    check(&lab, at(INTERNET), at(FRONTEND), 80, "load-balancer DROP LB_NO_HEALTHY_BACKEND");
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["100 in allow tcp Internet -> * 80", "200 in deny any Internet -> *"]);
    check(&lab, at(INTERNET), at(FRONTEND), 80, "REACHABLE");
}

#[test]
fn what_is_not_known_is_not_guessed() {
    for (rule, wanted) in [
        ("100 out deny tcp * -> Storage 443", "nodes ABORT CONFIG_NOT_FOUND"),
        ("100 out allow tcp * -> Storage 443", "REACHABLE"),
        ("100 out deny tcp * -> Storage 80", "REACHABLE"),
        // The node chooses the port when it masquerades.
        ("100 out deny tcp * -> * 443 from 1024-2048", "nodes ABORT CONFIG_NOT_FOUND"),
        ("100 out deny tcp * -> * 443 from 1-1023", "REACHABLE"),
    ] {
        let mut lab = azure_cni();
        lab.guard_subnet("nodes", &[rule]);
        check(&lab, pod("p11"), at(INTERNET), 443, wanted);
    }
}

#[test]
fn a_denial_names_its_rule_and_the_rule_to_add() {
    let mut lab = azure_cni();
    lab.guard_subnet("nodes", &["300 in deny tcp * -> * 22"]);
    let result = lab.tcp(at("10.241.0.4"), pod("p11"), 22);
    let cause = result.cause.as_ref().unwrap();
    assert_eq!(
        cause.explanation,
        "rule r300 (priority 300) of networks/lab/networkSecurityGroups/nodes-nsg denies tcp 10.241.0.4:5555 -> \
         10.240.0.10:22"
    );
    assert!(
        cause.remediation.ends_with("to 10.240.0.10:22 with a priority below 300"),
        "{}",
        cause.remediation
    );
    let step = result.forward[0].steps.iter().find(|step| step.kind == StepKind::ApplyNsgInbound).unwrap();
    assert!(
        crate::flow::references(&lab.state, step).iter().any(|r| r.name.ends_with("nodes-nsg")),
        "{step:?}"
    );
    assert_eq!(rule("300 in deny tcp * -> * 22").name, "r300");
}

#[test]
fn without_groups_there_are_no_steps_about_them() {
    let result = kubenet().tcp(pod("p11"), pod("p21"), 80);
    let filters = [
        StepKind::ApplyNsgInbound,
        StepKind::ApplyNsgOutbound,
        StepKind::SkipNsgInbound,
        StepKind::ApplyIngressNetworkPolicy,
    ];
    assert!(result.forward[0].steps.iter().all(|step| !filters.contains(&step.kind)));
}
