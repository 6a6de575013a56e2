//! What does `kubectl get nodes` say about a node?

use std::net::IpAddr;

use ipnetwork::IpNetwork;

use super::aks::list_or_single;
use super::finding::{Finding, Findings, Rule, Source};
use super::json::Json;
use super::resource_id::ResourceId;

/// A node of a cluster.
#[derive(Debug, Clone)]
pub struct ClusterNode {
    /// Where it was read.
    pub source: Source,
    /// Name.
    pub name: String,
    /// Kubernetes UID.
    pub uid: Option<String>,
    /// Node pool, from the labels.
    pub pool: Option<String>,
    /// Resource group of the cluster's nodes, from the labels: tells clusters apart.
    pub cluster_label: Option<String>,
    /// Availability zone, from the labels.
    pub zone: Option<String>,
    /// The Azure machine.
    pub machine: Option<ResourceId>,
    /// Addresses of type `InternalIP`, one per family at most.
    pub internal_addresses: Vec<IpAddr>,
    /// Pod prefixes of the node, one per family at most.
    pub pod_prefixes: Vec<IpNetwork>,
    /// Most pods that the node takes.
    pub pod_capacity: Option<u32>,
    /// Whether the node is ready.
    pub ready: Option<bool>,
    /// Whether load balancers leave the node out, from the labels.
    pub excluded_from_load_balancers: bool,
}

impl ClusterNode {
    pub(super) fn read(json: &Json<'_>, findings: &mut Findings) -> Option<Self> {
        let metadata = json.get("metadata");
        let source = json.source(findings);
        let Some(name) = metadata.get("name").text(findings) else {
            findings.push(Finding::new(Rule::MissingField, source, "a node without a name", "left out"));
            return None;
        };
        let labels = metadata.get("labels").entries();
        let label = |key: &str| {
            labels
                .iter()
                .find(|(name, value)| *name == key && !value.is_empty())
                .map(|(_, value)| (*value).to_owned())
        };
        let (spec, status) = (json.get("spec"), json.get("status"));
        let addresses = status.get("addresses").items();
        Some(Self {
            source: source.object(format!("node {name}")),
            uid: metadata.get("uid").text(findings),
            pool: label("kubernetes.azure.com/agentpool").or_else(|| label("agentpool")),
            cluster_label: label("kubernetes.azure.com/cluster"),
            zone: label("topology.kubernetes.io/zone"),
            machine: spec.get("providerID").resource_id(findings),
            internal_addresses: addresses
                .iter()
                .filter(|address| address.get("type").peek() == Some("InternalIP"))
                .filter_map(|address| address.get("address").address(findings))
                .collect(),
            pod_prefixes: list_or_single(&spec, "podCIDRs", "podCIDR", findings),
            pod_capacity: status.get("capacity").get("pods").number(findings),
            ready: condition(&status, "Ready"),
            excluded_from_load_balancers: labels
                .iter()
                .any(|(name, _)| *name == "node.kubernetes.io/exclude-from-external-load-balancers"),
            name,
        })
    }
}

/// The condition `name` of a status; absent when it is not listed or not known.
pub(super) fn condition(status: &Json<'_>, name: &str) -> Option<bool> {
    let conditions = status.get("conditions").items();
    let condition = conditions.iter().find(|condition| condition.get("type").peek() == Some(name))?;
    match condition.get("status").peek() {
        Some("True") => Some(true),
        Some("False") => Some(false),
        Some(_) | None => None,
    }
}
