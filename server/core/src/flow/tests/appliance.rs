//! Virtual appliances as next hops: what each behaviour does with packets and with answers that it did not expect.

use super::lab::*;
use super::text::{ends, full, summary};
use crate::flow::vocabulary::{AssumptionKind, NatKind, Symmetry, Verdict};
use crate::flow::{Detail, FlowResult};
use crate::model::{Appliance, NextHop};

const PUBLIC: &str = "203.0.113.99";

/// A cluster whose subnet sends everything without another route to a firewall in another subnet.
fn forced(appliance: Appliance) -> Lab {
    let mut lab = kubenet();
    lab.machine("machines", "fw", "10.241.0.9", true);
    lab.change_machine("machines", "fw", |m| {
        m.appliance = appliance;
        m.public_addresses = vec![ip(PUBLIC)];
    });
    lab.route("all", "0.0.0.0/0", NextHop::VirtualAppliance(ip("10.241.0.9")));
    lab
}

fn rewritten(result: &FlowResult, kind: NatKind) -> bool {
    let steps = result.forward.iter().chain(&result.reply).flat_map(|trace| &trace.steps);
    steps.into_iter().any(|step| matches!(&step.detail, Detail::Nat(nat) if nat.kind == kind))
}

#[test]
fn a_firewall_puts_its_own_address_towards_the_internet_and_the_answer_comes_back_through_it() {
    for appliance in [Appliance::Firewall, Appliance::SourceNat] {
        let result = forced(appliance).tcp(pod("p11"), at(INTERNET), 443);
        assert_eq!(
            ends(&result.forward),
            [format!("internet {PUBLIC}:1024-65535 -> 198.51.100.7:443 ttl 60")],
            "{}",
            full(&result)
        );
        assert_eq!(ends(&result.reply), ["p11 198.51.100.7:443 -> 10.244.1.2:5555 ttl 60"]);
        assert_eq!(
            (result.verdicts.overall, result.verdicts.symmetry),
            (Verdict::Reachable, Symmetry::Symmetric)
        );
        assert!(rewritten(&result, NatKind::ApplianceSnat) && rewritten(&result, NatKind::InstancePublicIp));
    }
}

#[test]
fn a_router_does_not_translate_so_nothing_private_leaves_by_it() {
    let result = forced(Appliance::Router).tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(ends(&result.forward), ["fw DROP PRIVATE_TRAFFIC_TO_INTERNET"], "{}", full(&result));
}

#[test]
fn an_unknown_appliance_is_an_assumption_and_no_guess() {
    let result = forced(Appliance::Unknown).tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(ends(&result.forward), ["fw FORWARD INTERNET"], "{}", full(&result));
    assert_eq!(result.verdicts.overall, Verdict::Undetermined);
    for kind in [AssumptionKind::ApplianceForwardsUnchanged, AssumptionKind::OutboundAddressUnknown] {
        assert!(result.assumptions.iter().any(|assumption| assumption.kind == kind), "{kind:?}");
    }
}

/// The default route takes the answers of inbound flows to a firewall that did not see the requests (aks-networking.md 6).
#[test]
fn answers_of_balanced_flows_end_at_a_firewall_that_did_not_see_the_request() {
    let lab = forced(Appliance::Firewall);
    let result = lab.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(result.verdicts.forward, Verdict::Reachable, "{}", full(&result));
    assert!(ends(&result.reply).iter().all(|end| end == "fw DROP NO_SESSION_FOR_REPLY"), "{}", full(&result));
    let text = summary(&result);
    assert!(text.contains("FORWARD_ONLY") && text.contains("a request that it did not see"), "{text}");
    let fix = "fix let the request enter by networks/lab/subnets/machines/reservations/fw too (a DNAT rule there, or an \
               internal load balancer behind it), or add a route for 198.51.100.7 that does not lead to it";
    assert!(text.contains(fix), "{text}");

    let mut unknown = forced(Appliance::Unknown);
    let result = unknown.tcp(at(INTERNET), at(FRONTEND), 80);
    assert_eq!(result.verdicts.reply, Some(Verdict::Undetermined), "{}", full(&result));
    unknown.route("clients", "198.51.100.0/24", NextHop::Internet);
    assert_eq!(unknown.tcp(at(INTERNET), at(FRONTEND), 80).verdicts.overall, Verdict::Reachable);
}

#[test]
fn an_appliance_between_subnets_must_see_both_ways() {
    let mut lab = forced(Appliance::Firewall);
    lab.route("far", "10.241.0.0/16", NextHop::VirtualAppliance(ip("10.241.0.9")));
    let result = lab.tcp(node("node1"), at("10.241.0.4"), 80);
    assert_eq!(ends(&result.forward), ["far 10.240.0.4:5555 -> 10.241.0.4:80 ttl 61"], "{}", full(&result));
    // The answer does not pass the firewall, which takes the rest of the connection for stray; a datagram has no rest.
    let answered = &result.reply[0].steps;
    assert_eq!(ends(&result.reply), ["node1 DROP NO_SESSION_FOR_REPLY"], "{}", full(&result));
    assert!(answered.iter().any(|step| step.description.to_string().contains("machines/reservations/fw")));
    assert_eq!(result.verdicts.symmetry, Symmetry::ForwardOnly);
    let datagram = lab.udp(node("node1"), at("10.241.0.4"), 80);
    assert_eq!(datagram.verdicts.symmetry, Symmetry::AsymmetricButWorks, "{}", full(&datagram));
    lab.change_machine("machines", "fw", |m| m.appliance = Appliance::Router);
    let routed = lab.tcp(node("node1"), at("10.241.0.4"), 80);
    assert_eq!(routed.verdicts.symmetry, Symmetry::AsymmetricButWorks, "{}", full(&routed));
    lab.change_machine("machines", "fw", |m| m.appliance = Appliance::SourceNat);
    let result = lab.tcp(node("node1"), at("10.241.0.4"), 80);
    assert_eq!(
        ends(&result.forward),
        ["far 10.241.0.9:1024-65535 -> 10.241.0.4:80 ttl 61"],
        "{}",
        full(&result)
    );
    assert_eq!(
        (result.verdicts.overall, result.verdicts.symmetry),
        (Verdict::Reachable, Symmetry::Symmetric)
    );
}

#[test]
fn machines_that_are_stopped_take_and_send_nothing() {
    let mut lab = forced(Appliance::Firewall);
    lab.change_machine("machines", "fw", |m| m.stopped = true);
    let through = lab.tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(ends(&through.forward), ["fw DROP ROUTE_NEXT_HOP_NOT_RUNNING"]);
    let to = lab.tcp(node("node1"), at("10.241.0.9"), 22);
    assert_eq!(ends(&to.forward), ["fw DROP VM_NOT_RUNNING"]);
    assert_eq!(ends(&lab.tcp(at("10.241.0.9"), node("node1"), 22).forward), ["fw DROP VM_NOT_RUNNING"]);
    assert!(summary(&to).contains("fix bring the machine back"));
}

#[test]
fn an_appliance_in_a_peered_network_is_used_if_the_peering_allows_it() {
    let mut lab = hub_and_spoke();
    lab.route("all", "0.0.0.0/0", NextHop::VirtualAppliance(ip("10.9.0.4")));
    let result = lab.tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(
        ends(&result.forward),
        ["internet 203.0.113.99:1024-65535 -> 198.51.100.7:443 ttl 60"],
        "{}",
        full(&result)
    );
    assert_eq!(result.verdicts.overall, Verdict::Reachable, "{}", full(&result));

    lab.hub(|hub| hub.peerings[0].allow_virtual_network_access = false);
    let refused = lab.tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(ends(&refused.forward), ["nodes DROP PEERING_FORBIDS"], "{}", full(&refused));
}

#[test]
fn what_stands_behind_an_internal_load_balancer_is_not_guessed() {
    let mut lab = kubenet();
    lab.reserve("machines", "ilb", "10.241.0.8", crate::model::Purpose::InternalLoadBalancer);
    lab.route("all", "0.0.0.0/0", NextHop::VirtualAppliance(ip("10.241.0.8")));
    let result = lab.tcp(pod("p11"), at(INTERNET), 443);
    assert_eq!(ends(&result.forward), ["nodes FORWARD VIRTUAL_APPLIANCE"], "{}", full(&result));
    assert!(result.assumptions.iter().any(|a| a.kind == AssumptionKind::ApplianceForwardsUnchanged));
}
