//! What do requests about flows ask for?

use podnet_core::address::parse_address;
use podnet_core::flow::{EndpointRef, Flow, Scope};
use podnet_core::name::{
    AllocationName, ClusterName, NetworkName, NodeName, ReservationName, Segment, ServiceName,
};
use podnet_core::rejection::{Reason, Rejection};
use podnet_core::state::Space;
use podnet_proto::v1 as pb;
use podnet_proto::v1::flow_endpoint::Endpoint;

use super::fields::{Fields, Invalid};
use crate::grpc::limits::BATCH_FLOWS_MAX;
use crate::grpc::status::Refusal;

/// Reads `TraceFlow`.
pub(crate) fn trace_flow(request: &pb::TraceFlowRequest) -> Result<Flow, Invalid> {
    let scope = scope(&request.parent)?;
    let mut fields = Fields::default();
    let flow = fields.required("flow", request.flow.as_ref());
    let flow = flow
        .and_then(|flow| fields.nested("flow", |fields| self::flow(fields, &scope, flow, request.one_way)));
    fields.finish(|| flow)
}

/// Reads `BatchTraceFlows`.
pub(crate) fn batch_trace_flows(request: &pb::BatchTraceFlowsRequest) -> Result<Vec<Flow>, Refusal> {
    let scope = scope(&request.parent)?;
    let count = request.flows.len();
    if count == 0 || count > BATCH_FLOWS_MAX {
        let message = format!("the batch has {count} flows; send 1 to {BATCH_FLOWS_MAX}");
        let rejection = Rejection::new(Reason::BatchTooLarge, message);
        return Err(rejection.with("count", count).with("limit", BATCH_FLOWS_MAX).into());
    }
    let mut fields = Fields::default();
    let read = |(index, flow): (usize, &pb::Flow)| {
        fields.nested(&format!("flows[{index}]"), |fields| self::flow(fields, &scope, flow, request.one_way))
    };
    let flows: Option<Vec<_>> = request.flows.iter().enumerate().map(read).collect();
    Ok(fields.finish(|| flows)?)
}

fn scope(parent: &str) -> Result<Scope, Invalid> {
    Ok(match super::ipam::space(parent)? {
        Space::Network(name) => Scope::Network(name),
        Space::Pods(name) => Scope::Cluster(name),
    })
}

fn flow(fields: &mut Fields, scope: &Scope, flow: &pb::Flow, one_way: bool) -> Option<Flow> {
    let source = fields.nested("source", |fields| endpoint(fields, scope, flow.source.as_ref()));
    let destination =
        fields.nested("destination", |fields| endpoint(fields, scope, flow.destination.as_ref()));
    let protocol = super::workload::protocol(fields, flow.protocol);
    let port = |fields: &mut Fields, path: &str, value: u32| {
        let port: Option<u16> = fields.number(path, value, u32::from(u16::MAX));
        port.map(|port| (port != 0).then_some(port))
    };
    let source_port = port(fields, "source_port", flow.source_port);
    let destination_port = port(fields, "destination_port", flow.destination_port);
    let family = super::family(fields, "family", flow.family);
    Some(Flow {
        scope: scope.clone(),
        source: source?,
        destination: destination?,
        protocol: protocol?,
        source_port: source_port?,
        destination_port: destination_port?,
        family,
        one_way,
        concurrent_flows: flow.concurrent_flows,
    })
}

fn endpoint(fields: &mut Fields, scope: &Scope, endpoint: Option<&pb::FlowEndpoint>) -> Option<EndpointRef> {
    let end = fields.required("endpoint", endpoint.and_then(|endpoint| endpoint.endpoint.as_ref()))?;
    match end {
        Endpoint::Pod(pod) => fields.nested("pod", |fields| self::pod(fields, scope, pod)),
        Endpoint::Node(text) => fields.keep("node", NodeName::parse(text)).map(EndpointRef::Node),
        Endpoint::VirtualMachine(text) => {
            fields.keep("virtual_machine", ReservationName::parse(text)).map(EndpointRef::VirtualMachine)
        }
        Endpoint::Address(text) => fields.keep("address", parse_address(text)).map(EndpointRef::Address),
        Endpoint::Service(service) => {
            fields.nested("service", |fields| self::service(fields, scope, service))
        }
    }
}

fn pod(fields: &mut Fields, scope: &Scope, pod: &pb::PodReference) -> Option<EndpointRef> {
    if !pod.allocation.is_empty() {
        return fields
            .keep("allocation", AllocationName::parse(&pod.allocation))
            .map(EndpointRef::Allocation);
    }
    if pod.pod.is_empty() {
        fields.refuse("pod", "is required, or allocation");
    }
    let (namespace, name) = (fields.text("namespace", &pod.namespace), fields.text("pod", &pod.pod));
    Some(EndpointRef::Pod { cluster: cluster(fields, scope, &pod.cluster)?, namespace, pod: name })
}

fn service(fields: &mut Fields, scope: &Scope, service: &pb::ServiceReference) -> Option<EndpointRef> {
    if !service.service.is_empty() {
        return fields.keep("service", ServiceName::parse(&service.service)).map(EndpointRef::Service);
    }
    let namespace = fields.keep("namespace", Segment::parse(&service.namespace));
    let name = fields.keep("name", Segment::parse(&service.name));
    let cluster = cluster(fields, scope, &service.cluster)?.cluster;
    Some(EndpointRef::Service(ServiceName { cluster, namespace: namespace?, service: name? }))
}

/// The cluster of a reference; without one, that of the request.
fn cluster(fields: &mut Fields, scope: &Scope, text: &str) -> Option<ClusterName> {
    match scope {
        Scope::Cluster(name) if text.is_empty() => Some(name.clone()),
        Scope::Network(NetworkName { .. }) if text.is_empty() => {
            fields.refuse("cluster", "is required, because the parent of the request is a network");
            None
        }
        Scope::Cluster(_) | Scope::Network(_) => fields.keep("cluster", ClusterName::parse(text)),
    }
}
