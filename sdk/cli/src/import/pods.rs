//! What does `kubectl get pods` say about a pod?

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::nodes::condition;
use super::open_enum::open_enum;
use super::services::Protocol;

open_enum! {
    /// `status.phase`.
    PodPhase {
        /// Not yet running.
        Pending = "Pending",
        /// At least one container runs or starts.
        Running = "Running",
        /// Ended well; its address is free again although it may still be shown.
        Succeeded = "Succeeded",
        /// Ended badly; its address is free again although it may still be shown.
        Failed = "Failed",
        /// The node does not answer.
        Unknown = "Unknown",
    }
}

/// A pod.
#[derive(Debug, Clone)]
pub struct Pod {
    /// Where it was read.
    pub source: Source,
    /// Namespace.
    pub namespace: String,
    /// Name.
    pub name: String,
    /// Kubernetes UID.
    pub uid: Option<String>,
    /// Node it is placed on.
    pub node: Option<String>,
    /// Whether it uses its node's network.
    pub host_network: bool,
    /// Phase.
    pub phase: Option<PodPhase>,
    /// Addresses, one per family at most.
    pub addresses: Vec<IpAddr>,
    /// Addresses of its node.
    pub host_addresses: Vec<IpAddr>,
    /// Whether it is ready.
    pub ready: bool,
    /// Whether it is being deleted.
    pub terminating: bool,
    /// Time of creation, RFC 3339, as written.
    pub created: Option<String>,
    /// Labels.
    pub labels: BTreeMap<String, String>,
    /// Ports of its containers.
    pub ports: Vec<ContainerPort>,
}

/// A port that a container declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContainerPort {
    /// Name, if it has one.
    pub name: Option<String>,
    /// Port number.
    pub port: u16,
    /// Protocol.
    pub protocol: Protocol,
}

impl Pod {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let metadata = json.get("metadata");
        let source = json.source(findings);
        let Some(name) = metadata.get("name").text(findings) else {
            findings.push(Finding::new(Rule::MissingField, source, "a pod without a name", "left out"));
            return None;
        };
        let namespace = metadata.get("namespace").text(findings).unwrap_or_else(|| "default".to_owned());
        let (spec, status) = (json.get("spec"), json.get("status"));
        Some(Self {
            source: source.object(format!("pod {namespace}/{name}")),
            uid: metadata.get("uid").text(findings),
            node: spec.get("nodeName").text(findings),
            host_network: spec.get("hostNetwork").boolean(findings).unwrap_or(false),
            phase: status.get("phase").word(findings),
            addresses: addresses(&status, "podIPs", "podIP", findings),
            host_addresses: addresses(&status, "hostIPs", "hostIP", findings),
            ready: condition(&status, "Ready") == Some(true),
            terminating: metadata.get("deletionTimestamp").exists(),
            created: metadata.get("creationTimestamp").text(findings),
            labels: text_map(&metadata.get("labels")),
            ports: spec.get("containers").items().iter().flat_map(|item| ports(item, findings)).collect(),
            namespace,
            name,
        })
    }
}

impl Pod {
    /// Whether the pod may hold an address. Of a finished pod the address shown is stale.
    #[must_use]
    pub fn holds_address(&self) -> bool {
        match self.phase {
            Some(PodPhase::Succeeded | PodPhase::Failed) => false,
            Some(PodPhase::Pending | PodPhase::Running | PodPhase::Unknown | PodPhase::Other(_)) | None => {
                true
            }
        }
    }
}

/// Entries of an object whose values are text.
pub(super) fn text_map(json: &Json<'_>) -> BTreeMap<String, String> {
    json.entries().into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// The addresses of the list of `{"ip": ...}`, or the single address beside it.
fn addresses<'a>(json: &Json<'a>, list: &'a str, single: &'a str, findings: &mut Findings) -> Vec<IpAddr> {
    let list = json.get(list).items();
    if list.is_empty() {
        return json.get(single).addresses(findings);
    }
    let mut addresses: Vec<IpAddr> = Vec::with_capacity(list.len());
    for item in &list {
        let item = if item.is_object() { item.get("ip") } else { item.clone() };
        let address = item.address(findings);
        addresses.extend(address.filter(|address| !addresses.contains(address)));
    }
    addresses
}

fn ports(container: &Json<'_>, findings: &mut Findings) -> Vec<ContainerPort> {
    let ports = container.get("ports").items();
    let read = |port: &Json<'_>, findings: &mut Findings| {
        Some(ContainerPort {
            name: port.get("name").text(findings),
            port: port.get("containerPort").number(findings)?,
            protocol: port.get("protocol").word(findings).unwrap_or(Protocol::Tcp),
        })
    };
    ports.iter().filter_map(|port| read(port, findings)).collect()
}
