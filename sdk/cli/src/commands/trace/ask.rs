//! How does a flow on the command line become a request, and what is called how in the answer?

use std::collections::{BTreeMap, BTreeSet};

use podnet::v1::{self, flow_endpoint::Endpoint};

use crate::args::trace::Proto;
use crate::context::Context;
use crate::endpoint::{self, End};
use crate::exit::Failure;
use crate::name::{ALLOCATION, NODE, RESERVATION, SERVICE, split};
use crate::output::trace::Question;
use crate::output::words::owner;

/// A flow as it was typed.
#[derive(Debug, Clone, Copy)]
pub(in crate::commands) struct Typed<'a> {
    /// Source.
    pub(in crate::commands) source: &'a str,
    /// Destination with port.
    pub(in crate::commands) destination: &'a str,
    /// Protocol.
    pub(in crate::commands) protocol: Proto,
    /// Source port.
    pub(in crate::commands) from_port: Option<u16>,
    /// Whether to use IPv6.
    pub(in crate::commands) ipv6: bool,
}

/// The flow, and the question in the words of whoever asks.
pub(in crate::commands) async fn flow(
    context: &Context,
    parent: &str,
    typed: Typed<'_>,
) -> Result<(v1::Flow, Question), Failure> {
    let (source, source_port) = endpoint::parse(typed.source)?;
    let (destination, destination_port) = endpoint::parse(typed.destination)?;
    let from_port = match (typed.from_port, source_port) {
        (Some(given), Some(other)) if given != other => {
            return Err(Failure::Usage(format!("source port {other} and --from-port {given} differ")));
        }
        (given, other) => given.or(other),
    };
    let (protocol, word) = match typed.protocol {
        Proto::Tcp => (v1::Protocol::Tcp, "tcp"),
        Proto::Udp => (v1::Protocol::Udp, "udp"),
        Proto::Sctp => (v1::Protocol::Sctp, "sctp"),
        Proto::Icmp => (v1::Protocol::Icmp, "icmp"),
    };
    let question = Question {
        pods: BTreeMap::new(),
        source: source.label(),
        destination: destination.label_with(destination_port),
        protocol: word.to_owned(),
    };
    let family = if typed.ipv6 { v1::IpFamily::Ipv6 } else { v1::IpFamily::Unspecified };
    let flow = v1::Flow {
        source: Some(resolve(context, parent, source).await?),
        destination: Some(resolve(context, parent, destination).await?),
        protocol: protocol.into(),
        source_port: from_port.unwrap_or_default().into(),
        destination_port: destination_port.unwrap_or_default().into(),
        family: family.into(),
        ..Default::default()
    };
    Ok((flow, question))
}

/// What people call the pods on the way. One that is gone by now is shown by the id of its allocation.
pub(in crate::commands) async fn pods(
    context: &Context,
    result: &v1::FlowResult,
) -> BTreeMap<String, String> {
    let traces = result.forward_traces.iter().chain(&result.return_traces);
    let places = traces.flat_map(|trace| &trace.steps).map(|step| step.place.as_str());
    let names: BTreeSet<&str> = places.filter(|place| place.contains("/allocations/")).collect();
    let mut pods = BTreeMap::new();
    for name in names {
        let request = v1::GetAllocationRequest { name: name.to_owned() };
        if let Ok(answer) = context.client.call(request).await {
            let label = owner(answer.allocation.as_ref().and_then(|allocation| allocation.owner.as_ref()));
            if !label.is_empty() {
                pods.insert(name.to_owned(), label);
            }
        }
    }
    pods
}

async fn resolve(context: &Context, cluster: &str, end: End) -> Result<v1::FlowEndpoint, Failure> {
    let below = |collection: &str, text: String| {
        if text.contains('/') { text } else { format!("{cluster}/{collection}/{text}") }
    };
    let cluster_name = || cluster.to_owned();
    let endpoint = match end {
        End::Pod { namespace, name: pod } => Endpoint::Pod(v1::PodReference {
            cluster: cluster_name(),
            namespace,
            pod,
            allocation: String::new(),
        }),
        End::Allocation(text) => Endpoint::Pod(v1::PodReference {
            allocation: context.name(ALLOCATION, &below("allocations", text)).await?,
            ..Default::default()
        }),
        End::Node(text) => Endpoint::Node(context.name(NODE, &below("nodes", text)).await?),
        End::Machine(text) => Endpoint::VirtualMachine(machine(context, cluster, &text).await?),
        End::Service { namespace, name } if namespace.contains('/') => {
            Endpoint::Service(v1::ServiceReference {
                service: context.name(SERVICE, &format!("{namespace}/{name}")).await?,
                ..Default::default()
            })
        }
        End::Service { namespace, name } => Endpoint::Service(v1::ServiceReference {
            cluster: cluster_name(),
            namespace,
            name,
            service: String::new(),
        }),
        End::Address(address) => Endpoint::Address(address.to_string()),
    };
    Ok(v1::FlowEndpoint { endpoint: Some(endpoint) })
}

/// `subnet/reservation` is in the network of the cluster.
async fn machine(context: &Context, cluster: &str, text: &str) -> Result<String, Failure> {
    if text.split('/').count() != 2 || context.global.network.is_some() {
        return context.name(RESERVATION, text).await;
    }
    let request = v1::GetClusterRequest { name: cluster.to_owned() };
    let network =
        context.client.call(request).await?.cluster.map(|cluster| cluster.network).unwrap_or_default();
    context.name(RESERVATION, &format!("{}/{text}", split(&network).1)).await
}
