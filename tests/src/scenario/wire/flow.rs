//! What does a server say happens to a packet?

use podnet::v1 as pb;
use podnet::v1::flow_endpoint::Endpoint;
use podnet::v1::trace_step::Detail;

use super::WireWorld;
use super::message::word;
use crate::scenario::answer::Answer;
use crate::scenario::flow::{Branch, Hop, Traced, packet};
use crate::scenario::names::full;
use crate::scenario::step::Step;

impl WireWorld {
    /// Traces a flow.
    pub(super) fn trace(&self, step: &Step) -> Result<Answer, String> {
        let cluster = step.word(0)?;
        let protocols = [
            ("tcp", pb::Protocol::Tcp as i32),
            ("udp", pb::Protocol::Udp as i32),
            ("sctp", pb::Protocol::Sctp as i32),
            ("icmp", pb::Protocol::Icmp as i32),
        ];
        let flow = pb::Flow {
            source: Some(end(cluster, step.needed("from")?)),
            destination: Some(end(cluster, step.needed("to")?)),
            protocol: word(step.text_or("protocol", "tcp"), &protocols)?,
            destination_port: step.number("port")?.unwrap_or(0),
            ..pb::Flow::default()
        };
        let request = pb::TraceFlowRequest {
            parent: full("cluster", cluster),
            flow: Some(flow),
            ..pb::TraceFlowRequest::default()
        };
        let response = match self.call(request) {
            Ok(response) => response,
            Err(refused) => return Ok(refused),
        };
        let result = response.result.ok_or("the answer has no result")?;
        let verdict = |verdict: pb::Verdict| match verdict {
            pb::Verdict::Unspecified => "-".to_owned(),
            verdict => verdict.as_str_name().trim_start_matches("VERDICT_").to_owned(),
        };
        let branches = |way, traces: &[pb::Trace]| -> Vec<_> {
            let hops = |trace: &pb::Trace| trace.steps.iter().map(hop).collect();
            traces.iter().map(|trace| Branch { way, weight: trace.weight, hops: hops(trace) }).collect()
        };
        let traced = Traced {
            verdicts: [
                verdict(result.verdict()),
                verdict(result.forward_verdict()),
                verdict(result.return_verdict()),
                result.symmetry().as_str_name().trim_start_matches("SYMMETRY_").to_owned(),
            ],
            cause: result.cause.map(|cause| cause.explanation),
            branches: [
                branches("forward", &result.forward_traces),
                branches("return", &result.return_traces),
            ]
            .concat(),
        };
        Ok(Answer::Shown(traced.lines()))
    }
}

/// `pod:id`, `node:name`, `vm:network/subnet/name`, `svc:namespace/name` or an address.
fn end(cluster: &str, text: &str) -> pb::FlowEndpoint {
    let within = |kind, id: &str| full(kind, &format!("{cluster}/{id}"));
    let endpoint = match text.split_once(':') {
        Some(("pod", id)) => Endpoint::Pod(pb::PodReference {
            allocation: within("allocation", id),
            ..pb::PodReference::default()
        }),
        Some(("node", id)) => Endpoint::Node(within("node", id)),
        Some(("vm", id)) => Endpoint::VirtualMachine(full("reservation", id)),
        Some(("svc", id)) => Endpoint::Service(pb::ServiceReference {
            service: within("service", id),
            ..pb::ServiceReference::default()
        }),
        Some(_) | None => Endpoint::Address(text.to_owned()),
    };
    pb::FlowEndpoint { endpoint: Some(endpoint) }
}

fn hop(step: &pb::TraceStep) -> Hop {
    let method = match &step.detail {
        Some(Detail::Backend(choice)) if choice.backends.iter().any(|backend| backend.selected) => {
            choice.method.clone()
        }
        _ => String::new(),
    };
    let after = step.after.clone().unwrap_or_default();
    let known = |address: &String| (!address.is_empty()).then(|| address.clone());
    let port = |ports: Option<pb::PortRange>| match ports {
        None => String::new(),
        Some(ports) if ports.first == ports.last => ports.first.to_string(),
        Some(_) => "*".to_owned(),
    };
    Hop {
        place: step.place.clone(),
        method,
        kind: step.kind().as_str_name().trim_start_matches("STEP_KIND_").to_owned(),
        packet: packet(
            (known(&after.source_address), &port(after.source_ports)),
            (known(&after.destination_address), &port(after.destination_ports)),
        ),
    }
}
