//! Network policies of a node's pods, as their engine has them: behind the translation of the destination and before that
//! of the source, with the addresses of the pods that a selector means (aks-networking.md 8.1).

use podnet_core::address::Family;
use podnet_core::meta::Labels;
use podnet_core::model::{
    Allocation, LabelSelector, NetworkPolicy, NetworkPolicyEngine, PodTraits, PolicyPeer, PolicyPort,
    PolicyPorts, PolicyRule, Requirement,
};
use podnet_core::name::Segment;
use podnet_core::prefix::Prefix;

use super::kube_proxy::word;
use super::security::apart;
use super::{Host, Pod, World, list};
use crate::plan::Space;

/// Label that every namespace has.
const NAME: &str = "kubernetes.io/metadata.name";

fn chosen(selector: &LabelSelector, labels: &Labels) -> bool {
    let equal = selector.labels.iter().all(|(key, value)| labels.get(key) == Some(value));
    let required = selector.requirements.iter().all(|(key, requirement)| match requirement {
        Requirement::In(values) => labels.get(key).is_some_and(|value| values.contains(value)),
        Requirement::NotIn(values) => labels.get(key).is_none_or(|value| !values.contains(value)),
        Requirement::Exists => labels.contains_key(key),
        Requirement::DoesNotExist => !labels.contains_key(key),
    });
    equal && required
}

/// What podnet holds for a pod; nothing where an address was taken by hand.
fn held<'a>(world: &World<'a>, pod: &Pod) -> Option<&'a Allocation> {
    world.state.allocations.values().find(|held| held.name.allocation.as_str() == pod.name).map(AsRef::as_ref)
}

fn traits(world: &World<'_>, pod: &Pod) -> PodTraits {
    held(world, pod).and_then(|held| held.pod_traits.as_deref().cloned()).unwrap_or_default()
}

fn namespace<'a>(world: &World<'a>, pod: &Pod) -> &'a str {
    held(world, pod).map_or("", |held| held.owner().namespace)
}

fn labels_of(world: &World<'_>, name: &str) -> Labels {
    let known = world.state.namespaces.values().find(|known| known.name.namespace.as_str() == name);
    let mut labels = known.map(|known| known.meta.labels.clone()).unwrap_or_default();
    labels.insert(NAME.to_owned(), name.to_owned());
    labels
}

/// The rules of one node.
pub(super) fn render(world: &World<'_>, host: &Host<'_>, space: &mut Space) {
    if world.cluster.network_policy_engine == NetworkPolicyEngine::None
        || world.state.network_policies.is_empty()
    {
        return;
    }
    space.nft("table ip policies {");
    let mut jumps = Vec::new();
    for (number, pod) in world.pods.iter().enumerate().filter(|(_, pod)| pod.node == host.name) {
        for (way, side) in [("out", "saddr"), ("in", "daddr")] {
            let selects = |policy: &&NetworkPolicy| {
                rules(policy, way).is_some()
                    && policy.name.namespace.as_str() == namespace(world, pod)
                    && chosen(&policy.pod_selector, &traits(world, pod).labels)
            };
            let policies = world.state.network_policies.values().map(AsRef::as_ref).filter(selects);
            let policies: Vec<&NetworkPolicy> = policies.collect();
            if policies.is_empty() {
                continue;
            }
            space.nft(format!("chain {way}_{number} {{"));
            for policy in policies {
                for rule in rules(policy, way).into_iter().flatten() {
                    allowed(world, pod, (&policy.name.namespace, rule), way)
                        .into_iter()
                        .for_each(|line| space.nft(line));
                }
            }
            space.nft("drop");
            space.nft("}");
            // A packet that comes from elsewhere with a pod's address is not sent by the pod.
            let from_here = if way == "out" { "iifname != \"eth0\" " } else { "" };
            jumps.push(format!("{from_here}ip {side} {} jump {way}_{number}", pod.address));
        }
    }
    // What a node's own processes send and get does not pass here.
    space.nft("chain forward { type filter hook forward priority -10;");
    space.nft("ct state established ct direction reply accept");
    jumps.into_iter().for_each(|line| space.nft(line));
    space.nft("}");
    space.nft("}");
}

fn rules<'a>(policy: &'a NetworkPolicy, way: &str) -> Option<&'a [PolicyRule]> {
    if way == "in" { policy.ingress.as_deref() } else { policy.egress.as_deref() }
}

/// What a rule lets pass: one line for each peer and port.
fn allowed(world: &World<'_>, pod: &Pod, (home, rule): (&Segment, &PolicyRule), way: &str) -> Vec<String> {
    let peers: Vec<String> = match rule.peers.as_slice() {
        [] => vec![String::new()],
        peers => peers.iter().filter_map(|peer| other_side(world, home, peer, way)).collect(),
    };
    let ports: Vec<String> = match rule.ports.as_slice() {
        [] => vec![String::new()],
        ports => ports.iter().flat_map(|port| targets(world, pod, port, way)).collect(),
    };
    peers.iter().flat_map(|peer| ports.iter().map(move |port| format!("{peer}{port}return"))).collect()
}

fn other_side(world: &World<'_>, home: &Segment, peer: &PolicyPeer, way: &str) -> Option<String> {
    let side = if way == "in" { "saddr" } else { "daddr" };
    match peer {
        PolicyPeer::Pods { pods, namespaces } => {
            let meant = |pod: &&Pod| {
                let name = namespace(world, pod);
                let near = match namespaces {
                    None => name == home.as_str(),
                    Some(wanted) => chosen(wanted, &labels_of(world, name)),
                };
                near && pods.as_ref().is_none_or(|wanted| chosen(wanted, &traits(world, pod).labels))
            };
            let addresses: Vec<_> = world.pods.iter().filter(meant).map(|pod| pod.address).collect();
            (!addresses.is_empty()).then(|| format!("ip {side} {{ {} }} ", list(addresses)))
        }
        PolicyPeer::IpBlock { prefix, except } if prefix.family() == Family::V4 => {
            let mut holes = except.clone();
            if world.cluster.network_policy_engine == NetworkPolicyEngine::Cilium {
                // Its blocks mean nobody of the cluster.
                holes.extend(world.pods.iter().map(|pod| Prefix::host(pod.address.into())));
                holes.extend(world.nodes.iter().map(|host| Prefix::host(host.address.into())));
            }
            let holes = apart(holes);
            let within = if prefix.length() == 0 { String::new() } else { format!("ip {side} {prefix} ") };
            let without =
                if holes.is_empty() { String::new() } else { format!("ip {side} != {{ {} }} ", list(holes)) };
            Some(format!("{within}{without}"))
        }
        PolicyPeer::IpBlock { .. } => None,
    }
}

/// A port that a rule allows. A name is that of a port of the pod that the packet goes to.
fn targets(world: &World<'_>, pod: &Pod, port: &PolicyPort, way: &str) -> Vec<String> {
    let protocol = word(port.protocol);
    match &port.ports {
        PolicyPorts::Any => vec![format!("meta l4proto {protocol} ")],
        PolicyPorts::Numbers(span) => vec![format!("{protocol} dport {}-{} ", span.first, span.last)],
        PolicyPorts::Name(name) => {
            let number = |pod: &Pod| {
                let traits = traits(world, pod);
                let named =
                    traits.ports.iter().find(|own| own.name == *name && own.protocol == port.protocol);
                named.map(|named| named.port)
            };
            if way == "in" {
                return number(pod).map(|number| format!("{protocol} dport {number} ")).into_iter().collect();
            }
            let to = |other: &Pod| {
                let number = number(other)?;
                Some(format!("ip daddr {} {protocol} dport {number} ", other.address))
            };
            world.pods.iter().filter_map(to).collect()
        }
    }
}
