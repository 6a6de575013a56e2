//! The command that traces a flow.

use std::collections::{BTreeMap, BTreeSet};

use podnet::v1::{self, flow_endpoint::Endpoint};

use crate::args::Format;
use crate::args::trace::{Proto, TraceArgs};
use crate::context::Context;
use crate::endpoint::{self, End};
use crate::exit::{Exit, Failure};
use crate::locale;
use crate::name::{ALLOCATION, NODE, RESERVATION, SERVICE, split};
use crate::output::trace::{Question, View, markdown, mermaid, svg, text};
use crate::output::words::owner;

pub(super) async fn run(context: &Context, args: TraceArgs) -> Result<Exit, Failure> {
    let (source, source_port) = endpoint::parse(&args.source)?;
    let (destination, destination_port) = endpoint::parse(&args.destination)?;
    let from_port = match (args.from_port, source_port) {
        (Some(given), Some(other)) if given != other => {
            return Err(Failure::Usage(format!("source port {other} and --from-port {given} differ")));
        }
        (given, other) => given.or(other),
    };
    let parent = context.cluster().await?;
    let (protocol, word) = match args.proto {
        Proto::Tcp => (v1::Protocol::Tcp, "tcp"),
        Proto::Udp => (v1::Protocol::Udp, "udp"),
        Proto::Sctp => (v1::Protocol::Sctp, "sctp"),
        Proto::Icmp => (v1::Protocol::Icmp, "icmp"),
    };
    let mut question = Question {
        pods: BTreeMap::new(),
        source: source.label(),
        destination: destination.label_with(destination_port),
        protocol: word.to_owned(),
    };
    let family = if args.ipv6 { v1::IpFamily::Ipv6 } else { v1::IpFamily::Unspecified };
    let flow = v1::Flow {
        source: Some(resolve(context, &parent, source).await?),
        destination: Some(resolve(context, &parent, destination).await?),
        protocol: protocol.into(),
        source_port: from_port.unwrap_or_default().into(),
        destination_port: destination_port.unwrap_or_default().into(),
        family: family.into(),
        ..Default::default()
    };
    let request = v1::TraceFlowRequest {
        parent,
        flow: Some(flow),
        at_revision: args.at_revision,
        one_way: args.one_way,
    };
    let response = context.client.call(request).await?;
    let result =
        response.result.as_ref().ok_or_else(|| Failure::Render("the answer has no result".into()))?;
    question.pods = pods(context, result).await;
    let branch = args.branch.map(usize::try_from).transpose().ok().flatten();
    let branches = result.forward_traces.len();
    if branch.is_some_and(|number| number > branches) {
        return Err(Failure::usage(format!("--branch: the flow has {branches}, counted from 1")));
    }
    let unicode = !args.ascii && locale::is_unicode(|name| std::env::var(name).ok());
    let view = View { explain: args.explain, all_branches: args.all_branches, branch, unicode };
    let printed =
        context.printer.message_or("TraceFlowResponse", &response, || match context.printer.format {
            Format::Md => markdown::render(&question, result, view),
            Format::Mermaid => mermaid::render(&question, result, view),
            Format::Svg => svg::render(&question, result, view),
            Format::Table | Format::Wide | Format::Name | Format::Json | Format::Ndjson | Format::Yaml => {
                text::render(&question, result, view)
            }
        });
    match printed {
        // Whoever reads has read enough; the verdict is known all the same.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        other => other?,
    }
    Ok(exit(result.verdict()))
}

/// What people call the pods on the way. One that is gone by now is shown by the id of its allocation.
async fn pods(context: &Context, result: &v1::FlowResult) -> BTreeMap<String, String> {
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

/// Scripts learn the verdict from the exit status.
fn exit(verdict: v1::Verdict) -> Exit {
    match verdict {
        v1::Verdict::Reachable => Exit::Ok,
        v1::Verdict::Unreachable => Exit::Unreachable,
        v1::Verdict::Ambiguous | v1::Verdict::Undetermined | v1::Verdict::Unspecified => Exit::Undecided,
    }
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
