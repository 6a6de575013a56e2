//! Who is the other side of a packet, and is it one of those that a policy allows?

use std::net::IpAddr;
use std::sync::Arc;

use super::fit::Fit;
use super::selector;
use crate::flow::packet::Packet;
use crate::flow::world::World;
use crate::model::{Allocation, Cluster, NetworkPolicyEngine, PolicyPeer};
use crate::name::{ClusterName, NamespaceName, Segment};
use crate::state::AddressHolder;

/// The other side of a packet, as a policy sees it by its address.
#[derive(Clone, Debug)]
pub(super) enum OtherSide {
    /// A pod of the cluster.
    Pod(Arc<Allocation>),
    /// A node of the cluster.
    Node,
    /// Any other address.
    Address,
    /// Outside, at an address that is not known.
    Unknown,
}

impl OtherSide {
    /// What an address is to the policies of a cluster.
    pub(super) fn of(world: World<'_>, cluster: &Cluster, address: IpAddr) -> Self {
        let Some(address) = Packet::known(address) else { return Self::Unknown };
        let pods = world.state.pod_space(&cluster.name).and_then(|space| world.state.find(&space, address));
        if let Some(AddressHolder::Allocation(pod)) = pods.map(|found| found.holder)
            && pod.name.cluster == cluster.name.cluster
        {
            return Self::Pod(pod);
        }
        match world.find(&cluster.network, address).map(|found| found.holder) {
            Some(AddressHolder::Node(node)) if node.name.cluster == cluster.name.cluster => Self::Node,
            Some(_) | None => Self::Address,
        }
    }

    /// The pod, if it is one.
    pub(super) fn pod(&self) -> Option<&Arc<Allocation>> {
        match self {
            Self::Pod(pod) => Some(pod),
            Self::Node | Self::Address | Self::Unknown => None,
        }
    }

    /// Whether a peer of a policy in a namespace means it.
    pub(super) fn fit(
        &self,
        world: World<'_>,
        cluster: &Cluster,
        namespace: &Segment,
        peer: &PolicyPeer,
        address: IpAddr,
    ) -> Fit {
        match peer {
            PolicyPeer::IpBlock { prefix, except } => match self {
                Self::Pod(_) | Self::Node if cluster.network_policy_engine == NetworkPolicyEngine::Cilium => {
                    Fit::No
                }
                Self::Pod(_) | Self::Node | Self::Address => {
                    let hole = except.iter().any(|hole| hole.contains(address));
                    Fit::of(prefix.contains(address) && !hole)
                }
                Self::Unknown => Fit::Unknown,
            },
            PolicyPeer::Pods { pods, namespaces } => {
                let Some(pod) = self.pod() else { return Fit::No };
                let text = pod.owner().namespace;
                let in_namespace = match namespaces {
                    None => Fit::of(text == namespace.as_str()),
                    Some(wanted) => {
                        let known = namespace_of(&cluster.name, text);
                        let known = known.and_then(|name| world.state.namespaces.get(&name));
                        selector::namespace(wanted, text, known.map(AsRef::as_ref))
                    }
                };
                let chosen = pods.as_ref().map(|wanted| selector::pod(wanted, pod.pod_traits.as_deref()));
                Fit::all([in_namespace, chosen.unwrap_or(Fit::Yes)])
            }
        }
    }
}

/// The namespace of a pod; `None` if the holder is in none.
pub(super) fn namespace_of(cluster: &ClusterName, text: &str) -> Option<NamespaceName> {
    let namespace = Segment::parse(text).ok()?;
    Some(NamespaceName { cluster: cluster.cluster.clone(), namespace })
}
