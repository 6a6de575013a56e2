//! Results that the tests of all forms share.

use std::collections::BTreeMap;

use podnet::v1::{
    self, FlowDirection, NextHopType, PortRange, RouteOutcome, RouteSource, RouteState, StepKind, Verdict,
    trace_step::Detail,
};

use super::question::Question;

const POD: &str = "10.244.0.10";
const NODE: &str = "10.240.0.4";
const VM: &str = "10.250.1.10";

fn packet(source: &str, destination: &str, from: u32, to: u32) -> v1::Packet {
    let port = |port: u32| Some(PortRange { first: port, last: port });
    v1::Packet {
        source_address: source.into(),
        source_ports: port(from),
        destination_address: destination.into(),
        destination_ports: port(to),
        protocol: v1::Protocol::Tcp.into(),
        ..Default::default()
    }
}

fn step(kind: StepKind, place: &str, packets: [&v1::Packet; 2], detail: Option<Detail>) -> v1::TraceStep {
    v1::TraceStep {
        kind: kind.into(),
        place: place.into(),
        before: Some(packets[0].clone()),
        after: Some(packets[1].clone()),
        detail,
        ..Default::default()
    }
}

fn candidate(prefix: &str, kind: NextHopType, outcome: RouteOutcome) -> v1::RouteCandidate {
    v1::RouteCandidate {
        source: RouteSource::SystemVnet.into(),
        state: RouteState::Active.into(),
        address_prefix: prefix.into(),
        next_hop_type: kind.into(),
        outcome: outcome.into(),
        ..Default::default()
    }
}

/// A pod reaches a machine, whose reply is lost.
pub(super) fn result() -> v1::FlowResult {
    let sent = packet(POD, VM, 41000, 443);
    let masked = packet(NODE, VM, 41000, 443);
    let reply = packet(VM, NODE, 443, 41000);
    let nat = v1::NatRecord {
        kind: v1::NatKind::NodeMasquerade.into(),
        old_packet: Some(sent.clone()),
        new_packet: Some(masked.clone()),
        ..Default::default()
    };
    let route = v1::RouteDecision {
        winner: Some(candidate("10.250.0.0/16", NextHopType::VnetPeering, RouteOutcome::Selected)),
        losers: vec![candidate("10.0.0.0/8", NextHopType::None, RouteOutcome::ShorterPrefix)],
        ..Default::default()
    };
    let (pod, node) = ("clusters/prod/allocations/web-1", "clusters/prod/nodes/aks-0");
    let (subnet, vm) = ("networks/vnet/subnets/nodes", "networks/hub/subnets/vms/reservations/sql-1");
    let forward = v1::Trace {
        weight: 1.0,
        verdict: Verdict::Reachable.into(),
        steps: vec![
            step(StepKind::StartFromPod, pod, [&sent, &sent], None),
            step(StepKind::DecrementTtl, node, [&sent, &sent], None),
            step(StepKind::Nat, node, [&sent, &masked], Some(Detail::Nat(nat))),
            step(StepKind::ApplyRoute, subnet, [&masked, &masked], Some(Detail::Route(route))),
            step(StepKind::Deliver, vm, [&masked, &masked], None),
        ],
        ..Default::default()
    };
    let mut lost = step(StepKind::Drop, "networks/hub/subnets/vms", [&reply, &reply], None);
    lost.detail = Some(Detail::Drop(v1::DropCause::RouteNone.into()));
    let back = v1::Trace {
        weight: 1.0,
        verdict: Verdict::Unreachable.into(),
        steps: vec![step(StepKind::StartFromVm, vm, [&reply, &reply], None), lost],
        ..Default::default()
    };
    v1::FlowResult {
        verdict: Verdict::Unreachable.into(),
        forward_verdict: Verdict::Reachable.into(),
        return_verdict: Verdict::Unreachable.into(),
        symmetry: v1::Symmetry::ForwardOnly.into(),
        forward_traces: vec![forward],
        return_traces: vec![back],
        cause: Some(v1::FlowCause {
            direction: FlowDirection::Reply.into(),
            cause: Some(v1::flow_cause::Cause::Drop(v1::DropCause::RouteNone.into())),
            place: "networks/hub/subnets/vms".into(),
            explanation: "10.240.0.4 matches 10.0.0.0/8 None".into(),
            remediation: "remove the route 10.0.0.0/8 from the table of the subnet".into(),
        }),
        assumptions: vec![v1::Assumption {
            kind: v1::AssumptionKind::SessionsEmptyAtStart.into(),
            explanation: "no node knew this flow before its first packet".into(),
            ..Default::default()
        }],
        revision: 812,
    }
}

/// Three branches of a load balancer and a service; the second is dropped.
pub(super) fn branching() -> v1::FlowResult {
    let sent = packet("198.51.100.250", "203.0.113.10", 41000, 80);
    let choose = |place: &str, address: &str, port: u32, node: &str, weight: f64| {
        let backend = v1::Backend {
            address: address.into(),
            port,
            node: format!("clusters/prod/nodes/{node}"),
            eligible: true,
            selected: true,
            weight,
            explanation: String::new(),
        };
        let choice = v1::BackendSelection { backends: vec![backend], ..Default::default() };
        step(StepKind::SelectBackend, place, [&sent, &sent], Some(Detail::Backend(choice)))
    };
    let branch = |number: u32, node: &str, address: &str, pod: &str, pod_node: &str, drops: bool| {
        let end = if drops {
            let cause = Detail::Drop(v1::DropCause::RouteNone.into());
            step(StepKind::Drop, "networks/vnet/subnets/nodes", [&sent, &sent], Some(cause))
        } else {
            step(StepKind::Deliver, "clusters/prod/allocations/web-1", [&sent, &sent], None)
        };
        let verdict = if drops { Verdict::Unreachable } else { Verdict::Reachable };
        v1::Trace {
            branch: number,
            forward_branch: number,
            weight: 1.0 / 3.0,
            verdict: verdict.into(),
            steps: vec![
                step(StepKind::StartFromInternet, "internet", [&sent, &sent], None),
                choose("load-balancer", address, 0, node, 0.5),
                choose(&format!("clusters/prod/nodes/{node}"), pod, 8080, pod_node, 0.5),
                end,
            ],
        }
    };
    let forward_traces = vec![
        branch(0, "aks-0", NODE, POD, "aks-0", false),
        branch(1, "aks-0", NODE, "10.244.1.10", "aks-1", true),
        branch(2, "aks-1", "10.240.0.5", "10.244.1.10", "aks-1", false),
    ];
    let reply = |number: u32| {
        let pod = "clusters/prod/allocations/web-1";
        v1::Trace {
            forward_branch: number,
            weight: 1.0,
            verdict: Verdict::Reachable.into(),
            steps: vec![
                step(StepKind::StartFromPod, pod, [&sent, &sent], None),
                step(StepKind::Deliver, "internet", [&sent, &sent], None),
            ],
            ..Default::default()
        }
    };
    v1::FlowResult {
        verdict: Verdict::Ambiguous.into(),
        forward_verdict: Verdict::Ambiguous.into(),
        return_verdict: Verdict::Reachable.into(),
        symmetry: v1::Symmetry::Symmetric.into(),
        forward_traces,
        return_traces: vec![reply(0), reply(2)],
        cause: Some(v1::FlowCause {
            direction: FlowDirection::Forward.into(),
            cause: Some(v1::flow_cause::Cause::Drop(v1::DropCause::RouteNone.into())),
            place: "networks/vnet/subnets/nodes".into(),
            ..Default::default()
        }),
        revision: 812,
        ..Default::default()
    }
}

/// What [`result`] answers.
pub(super) fn question() -> Question {
    Question {
        source: "pod shop/web-1".into(),
        destination: "vm vms/sql-1:443".into(),
        protocol: "tcp".into(),
        pods: BTreeMap::from([("clusters/prod/allocations/web-1".to_owned(), "shop/web-1".to_owned())]),
    }
}
