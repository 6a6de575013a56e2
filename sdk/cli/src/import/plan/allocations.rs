//! Which pods hold which addresses?

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::cluster::PlannedCluster;
use super::desired::{DesiredAllocation, DesiredNode, DesiredReservation, NetworkMode, PodOwner};
use super::name::Ids;
use super::nodes::PlannedNodes;
use super::topology::{holds, one_per_family};
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::pods::{Pod, PodPhase};

/// The interface that a pod has in its own network namespace.
const INTERFACE: &str = "eth0";

/// The allocations by namespace and pod.
pub(super) fn plan(
    inventory: &Inventory,
    cluster: &PlannedCluster,
    nodes: &PlannedNodes,
    reservations: &[DesiredReservation],
    findings: &mut Findings,
) -> Vec<DesiredAllocation> {
    let mut candidates: Vec<(&Pod, &DesiredNode)> = Vec::new();
    for pod in &inventory.pods {
        match candidate(pod, cluster, nodes) {
            Ok(node) => candidates.push((pod, node)),
            Err((rule, what, done)) => findings.push(Finding::new(rule, pod.source.clone(), what, done)),
        }
    }
    let mut holders: BTreeMap<IpAddr, String> = BTreeMap::new();
    for reservation in reservations {
        holders.insert(reservation.address, reservation.description.clone());
    }
    for node in &nodes.nodes {
        holders.extend(node.addresses.iter().map(|address| (*address, format!("node {}", node.name.id()))));
    }
    // Of two pods with one address the one that surely holds it comes first.
    candidates.sort_by_key(|(pod, _)| strength(pod));
    let mut allocations = Vec::with_capacity(candidates.len());
    let mut ids = Ids::default();
    for (pod, node) in candidates {
        let addresses = one_per_family(&pod.addresses, IpAddr::is_ipv6, &pod.source, findings);
        if let Some((address, holder)) = addresses.iter().find_map(|a| Some((a, holders.get(a)?))) {
            findings.push(Finding::new(
                Rule::PodAddressDuplicate,
                pod.source.clone(),
                format!("{address} is the address of {holder} too"),
                format!("left out; {holder} keeps the address"),
            ));
            continue;
        }
        let who = format!("pod {}/{}", pod.namespace, pod.name);
        holders.extend(addresses.iter().map(|address| (*address, who.clone())));
        allocations.push(allocation(pod, node, cluster, addresses, &mut ids));
    }
    allocations.sort_by(|left, right| {
        let key = |owner: &PodOwner| (owner.namespace.clone(), owner.pod.clone());
        key(&left.owner).cmp(&key(&right.owner))
    });
    allocations
}

/// Sorts first what is more sure to hold its address: running, not being deleted, ready, older.
fn strength(pod: &Pod) -> (bool, bool, bool, Option<&str>) {
    (pod.phase != Some(PodPhase::Running), pod.terminating, !pod.ready, pod.created.as_deref())
}

type Refusal = (Rule, String, &'static str);

/// The node on which the pod holds its addresses, or why it holds none.
fn candidate<'a>(
    pod: &Pod,
    cluster: &PlannedCluster,
    nodes: &'a PlannedNodes,
) -> Result<&'a DesiredNode, Refusal> {
    if !pod.holds_address() {
        let phase = pod.phase.as_ref().map_or("unknown", PodPhase::as_str);
        return Err(match pod.addresses.first() {
            Some(address) => (
                Rule::PodFinished,
                format!("the pod is {phase} and still shows {address}"),
                "left out: a finished pod's address is free again",
            ),
            None => (Rule::PodFinished, format!("the pod is {phase}"), "left out: it holds no address"),
        });
    }
    if pod.host_network {
        return Err((
            Rule::PodHostNetwork,
            "the pod is in its node's own network".to_owned(),
            "left out: it uses the node's address and holds none",
        ));
    }
    let Some(first) = pod.addresses.first() else {
        let place =
            pod.node.as_ref().map_or_else(|| "on no node yet".to_owned(), |node| format!("on {node}"));
        let what = format!("the pod is {place} and has no address");
        return Err((Rule::PodWithoutAddress, what, "left out: it asks for an address when it starts"));
    };
    let Some(node) = pod.node.as_deref().and_then(|node| nodes.get(node)) else {
        let node = pod.node.as_deref().unwrap_or("no node");
        let what = format!("{first} is on {node}, which is not imported");
        return Err((Rule::PodOnUnknownNode, what, "left out; give kubectl get nodes of the same time"));
    };
    if node.addresses.contains(first) {
        let what =
            format!("{first} is the address of its node {}, and hostNetwork is not set", node.name.id());
        return Err((Rule::PodHostNetwork, what, "left out: it uses the node's address and holds none"));
    }
    let foreign = |address: &&IpAddr| match cluster.mode {
        NetworkMode::Kubenet => !holds(&node.pod_prefixes, **address),
        NetworkMode::AzureCni => !node.secondary_addresses.contains(address),
    };
    match pod.addresses.iter().find(foreign) {
        None => Ok(node),
        Some(address) => {
            let held = match cluster.mode {
                NetworkMode::Kubenet => "podCIDR",
                NetworkMode::AzureCni => "network interface",
            };
            let what = format!("{address} is not in the {held} of its node {}", node.name.id());
            Err((Rule::PodAddressForeign, what, "left out: the node cannot have given this address"))
        }
    }
}

fn allocation(
    pod: &Pod,
    node: &DesiredNode,
    cluster: &PlannedCluster,
    addresses: Vec<IpAddr>,
    ids: &mut Ids,
) -> DesiredAllocation {
    let id = match &pod.uid {
        Some(uid) => format!("{uid}-{INTERFACE}"),
        None => format!("{}.{}-{INTERFACE}", pod.namespace, pod.name),
    };
    DesiredAllocation {
        name: cluster.name.child("allocations", &ids.take_quietly(&id)),
        node: node.name.clone(),
        addresses,
        owner: PodOwner {
            namespace: pod.namespace.clone(),
            pod: pod.name.clone(),
            pod_uid: pod.uid.clone(),
            interface: INTERFACE.to_owned(),
        },
    }
}
