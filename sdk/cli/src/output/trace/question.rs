//! What was asked, in the words of whoever asked?

use std::collections::BTreeMap;

use podnet::v1::{self, flow_endpoint::Endpoint};

use crate::output::words::id;

/// What was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Source, as `pod shop/web-0`.
    pub source: String,
    /// Destination, as `10.240.1.10:443`.
    pub destination: String,
    /// Protocol in small letters.
    pub protocol: String,
    /// Namespace and name of pods by the resource names of their allocations; others are shown by their ids.
    pub pods: BTreeMap<String, String>,
}

impl Question {
    /// The question that a flow stands for.
    #[must_use]
    pub fn of(flow: &v1::Flow) -> Self {
        let port = match flow.destination_port {
            0 => String::new(),
            port => format!(":{port}"),
        };
        let protocol = match flow.protocol() {
            v1::Protocol::Unspecified | v1::Protocol::Tcp => "tcp",
            v1::Protocol::Udp => "udp",
            v1::Protocol::Sctp => "sctp",
            v1::Protocol::Icmp => "icmp",
        };
        Self {
            source: end(flow.source.as_ref()),
            destination: format!("{}{port}", end(flow.destination.as_ref())),
            protocol: protocol.to_owned(),
            pods: BTreeMap::new(),
        }
    }

    /// With what people call the pods, also at the ends.
    #[must_use]
    pub fn with_pods(mut self, pods: BTreeMap<String, String>) -> Self {
        for (allocation, pod) in &pods {
            let (by_id, by_name) = (format!("pod {}", id(allocation)), format!("pod {pod}"));
            self.source = self.source.replace(&by_id, &by_name);
            self.destination = self.destination.replace(&by_id, &by_name);
        }
        self.pods = pods;
        self
    }

    /// Both ends and the protocol.
    #[must_use]
    pub fn ends(&self) -> String {
        format!("{} -> {}/{}", self.source, self.destination, self.protocol)
    }
}

/// One end of a flow in words.
fn end(end: Option<&v1::FlowEndpoint>) -> String {
    match end.and_then(|end| end.endpoint.as_ref()) {
        None => "*".to_owned(),
        Some(Endpoint::Pod(pod)) if !pod.pod.is_empty() => format!("pod {}/{}", pod.namespace, pod.pod),
        Some(Endpoint::Pod(pod)) => format!("pod {}", id(&pod.allocation)),
        Some(Endpoint::Node(name)) => format!("node {}", id(name)),
        Some(Endpoint::VirtualMachine(name)) => format!("vm {}", id(name)),
        Some(Endpoint::Address(address)) if address.contains(':') => format!("[{address}]"),
        Some(Endpoint::Address(address)) => address.clone(),
        Some(Endpoint::Service(service)) if !service.name.is_empty() => {
            format!("svc {}/{}", service.namespace, service.name)
        }
        Some(Endpoint::Service(service)) => format!("svc {}", id(&service.service)),
    }
}
