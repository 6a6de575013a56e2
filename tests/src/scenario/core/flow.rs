//! What does the domain say happens to a packet?

use podnet_core::flow::{Detail, EndpointRef, Flow, Packet, Ports, Scope, Step as Hopped, Trace, trace};
use podnet_core::model::Protocol;
use podnet_core::name::{AllocationName, ClusterName, NodeName, ReservationName, ServiceName};

use super::parse::{address, name, word};
use super::{CoreWorld, refusal};
use crate::scenario::answer::Answer;
use crate::scenario::flow::{Branch, Hop, Traced, packet};
use crate::scenario::step::Step;

impl CoreWorld {
    /// Traces a flow.
    pub(super) fn trace(&self, step: &Step) -> Result<Answer, String> {
        let cluster = step.word(0)?;
        let protocols = [
            ("tcp", Protocol::Tcp),
            ("udp", Protocol::Udp),
            ("sctp", Protocol::Sctp),
            ("icmp", Protocol::Icmp),
        ];
        let flow = Flow {
            scope: Scope::Cluster(name("cluster", cluster, ClusterName::parse)?),
            source: end(cluster, step.needed("from")?)?,
            destination: end(cluster, step.needed("to")?)?,
            protocol: word(step.text_or("protocol", "tcp"), &protocols)?,
            source_port: None,
            destination_port: step.number("port")?,
            family: None,
            one_way: false,
            concurrent_flows: 0,
        };
        let result = match trace(&self.state, &flow) {
            Ok(result) => result,
            Err(rejection) => return Ok(Answer::Refused(refusal(&rejection))),
        };
        let verdicts = &result.verdicts;
        let branches = |way, traces: &[Trace]| -> Vec<_> {
            let hops = |trace: &Trace| trace.steps.iter().map(hop).collect();
            traces.iter().map(|trace| Branch { way, weight: trace.weight, hops: hops(trace) }).collect()
        };
        let traced = Traced {
            verdicts: [
                verdicts.overall.text().to_owned(),
                verdicts.forward.text().to_owned(),
                verdicts.reply.map_or("-", |verdict| verdict.text()).to_owned(),
                verdicts.symmetry.text().to_owned(),
            ],
            cause: result.cause.map(|cause| cause.explanation),
            branches: [branches("forward", &result.forward), branches("return", &result.reply)].concat(),
        };
        Ok(Answer::Shown(traced.lines()))
    }
}

/// `pod:id`, `node:name`, `vm:network/subnet/name`, `svc:namespace/name` or an address.
fn end(cluster: &str, text: &str) -> Result<EndpointRef, String> {
    Ok(match text.split_once(':') {
        Some(("pod", id)) => {
            EndpointRef::Allocation(name("allocation", &format!("{cluster}/{id}"), AllocationName::parse)?)
        }
        Some(("node", id)) => EndpointRef::Node(name("node", &format!("{cluster}/{id}"), NodeName::parse)?),
        Some(("vm", id)) => EndpointRef::VirtualMachine(name("reservation", id, ReservationName::parse)?),
        Some(("svc", id)) => {
            EndpointRef::Service(name("service", &format!("{cluster}/{id}"), ServiceName::parse)?)
        }
        Some(_) | None => EndpointRef::Address(address(text)?),
    })
}

fn hop(step: &Hopped) -> Hop {
    let known = |address| Packet::known(address).map(|address| address.to_string());
    let port = |ports: Ports| match ports {
        Ports::Absent => String::new(),
        Ports::One(port) => port.to_string(),
        Ports::Range(..) => "*".to_owned(),
    };
    let after = &step.after;
    let method = match &step.detail {
        Detail::Backend(choice) if choice.selected.is_some() => choice.method.to_owned(),
        _ => String::new(),
    };
    Hop {
        place: step.place.to_string(),
        kind: step.kind.text().to_owned(),
        method,
        packet: packet(
            (known(after.source), &port(after.source_ports)),
            (known(after.destination), &port(after.destination_ports)),
        ),
    }
}
