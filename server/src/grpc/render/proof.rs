//! How do proofs look on the wire?

use podnet_core::State;
use podnet_core::flow::{EndpointRef, Flow};
use podnet_core::proof::{Answer, Counterexample, Extent, Invariant, Matrix, Outcome, Report, Size};
use podnet_proto::v1 as pb;

use super::{flow, optional};

/// The number of an invariant in the contract.
pub(crate) fn invariant(invariant: Invariant) -> pb::Invariant {
    match invariant {
        Invariant::PodToPodNoNat => pb::Invariant::PodToPodNoNat,
        Invariant::NodeToPodNoNat => pb::Invariant::NodeToPodNoNat,
        Invariant::PodToNodeNoNat => pb::Invariant::PodToNodeNoNat,
        Invariant::PodSelfIpIsSeenIp => pb::Invariant::PodSelfIpIsSeenIp,
        Invariant::RoutePerNodeExact => pb::Invariant::RoutePerNodeExact,
        Invariant::PodPrefixUnique => pb::Invariant::PodPrefixUnique,
        Invariant::NoRoutingLoop => pb::Invariant::NoRoutingLoop,
        Invariant::ReturnPathExists => pb::Invariant::ReturnPathExists,
        Invariant::ServiceHasReachableEndpoint => pb::Invariant::ServiceHasReachableEndpoint,
    }
}

/// Invariants by their names in the contract.
pub(crate) fn names(invariants: &[Invariant]) -> Vec<String> {
    invariants.iter().map(|each| invariant(*each).as_str_name().to_owned()).collect()
}

/// The number of an outcome.
pub(crate) fn outcome(outcome: Outcome) -> i32 {
    let word = match outcome {
        Outcome::Holds => pb::InvariantOutcome::Holds,
        Outcome::Violated => pb::InvariantOutcome::Violated,
        Outcome::NotApplicable => pb::InvariantOutcome::NotApplicable,
        Outcome::Undetermined => pb::InvariantOutcome::Undetermined,
    };
    word as i32
}

/// An extent; absent if nothing is concerned.
pub(crate) fn extent(extent: &Extent) -> Option<pb::InvariantExtent> {
    let shown = pb::InvariantExtent {
        pod_pairs: extent.pod_pairs,
        pod_host_pairs: extent.pod_host_pairs,
        nodes: count(extent.nodes),
        prefixes: count(extent.prefixes),
        services: count(extent.services),
        node_pairs: extent.node_pairs,
    };
    (*extent != Extent::default()).then_some(shown)
}

/// What came of one invariant.
pub(crate) fn answer(state: &State, answer: &Answer, with_traces: bool) -> pb::InvariantResult {
    let finding = &answer.finding;
    let violated = finding.outcome == Outcome::Violated;
    pb::InvariantResult {
        invariant: invariant(finding.invariant) as i32,
        outcome: outcome(finding.outcome),
        extent: if violated { extent(&finding.broken) } else { None },
        undetermined: extent(&finding.unknown),
        explanation: answer.explanation.clone(),
        remediation: answer.remediation.clone(),
        counterexample: answer.example.as_ref().filter(|_| with_traces).map(|one| counterexample(state, one)),
        assumptions: answer.assumptions.iter().map(flow::assumption).collect(),
    }
}

fn counterexample(state: &State, example: &Counterexample) -> pb::Counterexample {
    pb::Counterexample {
        flow: Some(flow_of(&example.flow)),
        result: Some(flow::result(state, &example.result)),
        hypothetical_pods: example.hypothetical,
    }
}

/// A flow as it can be asked for.
pub(crate) fn flow_of(flow: &Flow) -> pb::Flow {
    use podnet_core::model::Protocol;
    let protocol = match flow.protocol {
        Protocol::Tcp => pb::Protocol::Tcp,
        Protocol::Udp => pb::Protocol::Udp,
        Protocol::Sctp => pb::Protocol::Sctp,
        Protocol::Icmp => pb::Protocol::Icmp,
    };
    pb::Flow {
        source: Some(endpoint(&flow.source)),
        destination: Some(endpoint(&flow.destination)),
        protocol: protocol as i32,
        source_port: flow.source_port.map_or(0, u32::from),
        destination_port: flow.destination_port.map_or(0, u32::from),
        family: flow.family.map_or(0, super::family),
        ..pb::Flow::default()
    }
}

fn endpoint(end: &EndpointRef) -> pb::FlowEndpoint {
    use pb::flow_endpoint::Endpoint;
    let endpoint = match end {
        EndpointRef::Allocation(name) => {
            Endpoint::Pod(pb::PodReference { allocation: name.to_string(), ..pb::PodReference::default() })
        }
        EndpointRef::Pod { cluster, namespace, pod } => Endpoint::Pod(pb::PodReference {
            allocation: String::new(),
            cluster: cluster.to_string(),
            namespace: namespace.clone(),
            pod: pod.clone(),
        }),
        EndpointRef::Node(name) => Endpoint::Node(name.to_string()),
        EndpointRef::VirtualMachine(name) => Endpoint::VirtualMachine(name.to_string()),
        EndpointRef::Address(address) => Endpoint::Address(address.to_string()),
        EndpointRef::Service(name) => Endpoint::Service(pb::ServiceReference {
            service: name.to_string(),
            ..pb::ServiceReference::default()
        }),
    };
    pb::FlowEndpoint { endpoint: Some(endpoint) }
}

/// Size of what was judged.
pub(crate) fn scope(report: &Report) -> pb::VerificationScope {
    let Size { nodes, nodes_not_ready, pods, pod_pairs, tables, classes, machines, services } = report.size;
    pb::VerificationScope {
        nodes: count(nodes),
        nodes_not_ready: count(nodes_not_ready),
        pods,
        pod_pairs,
        route_tables: count(tables),
        node_classes: count(classes),
        virtual_machines: count(machines),
        services: count(services),
    }
}

/// Who reaches whom.
pub(crate) fn matrix(matrix: Matrix) -> pb::VerificationMatrix {
    let class = |class: podnet_core::proof::NodeClass| pb::NodeClass {
        example_node: class.example.to_string(),
        nodes: count(class.nodes),
        pods: class.pods,
        route_table: optional(class.table.as_ref()),
    };
    pb::VerificationMatrix { classes: matrix.classes.into_iter().map(class).collect(), rows: matrix.rows }
}

/// A count, saturating.
pub(crate) fn count(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
