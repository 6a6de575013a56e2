//! What is a Kubernetes NetworkPolicy, and what it selects by: labels of pods and of namespaces.

use std::collections::BTreeSet;

use crate::meta::{Labels, Meta, Resource};
use crate::model::network::resource;
use crate::model::{PortSpan, Protocol};
use crate::name::{NamespaceName, NetworkPolicyName};
use crate::prefix::Prefix;

/// Who enforces the policies of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkPolicyEngine {
    /// Nobody; policies have no effect.
    #[default]
    None,
    /// Azure Network Policy Manager.
    AzureNpm,
    /// Calico.
    Calico,
    /// Cilium.
    Cilium,
}

/// A namespace, for its labels, which are those of its bookkeeping.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Namespace {
    /// Name.
    pub name: NamespaceName,
    /// Bookkeeping.
    pub meta: Meta,
}

/// A named port of a container of a pod.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PodPort {
    /// Name.
    pub name: String,
    /// Number.
    pub port: u16,
    /// Protocol.
    pub protocol: Protocol,
}

/// What policies read of a pod.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PodTraits {
    /// Labels.
    pub labels: Labels,
    /// Named ports.
    pub ports: Vec<PodPort>,
}

/// How the value of a label is compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// The label is there, with one of the values.
    In(BTreeSet<String>),
    /// The label is not there, or has none of the values.
    NotIn(BTreeSet<String>),
    /// The label is there.
    Exists,
    /// The label is not there.
    DoesNotExist,
}

/// Chooses by labels; all requirements must hold, and without any everything is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct LabelSelector {
    /// Labels that must have these values.
    pub labels: Labels,
    /// Further requirements, by the key of the label.
    pub requirements: Vec<(String, Requirement)>,
}

/// The other side of a packet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PolicyPeer {
    /// Pods.
    Pods {
        /// Which; `None` for all of the namespaces.
        pods: Option<LabelSelector>,
        /// Namespaces; `None` for that of the policy.
        namespaces: Option<LabelSelector>,
    },
    /// Addresses.
    IpBlock {
        /// Range.
        prefix: Prefix,
        /// Holes in it.
        except: Vec<Prefix>,
    },
}

/// Which ports of a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PolicyPorts {
    /// All.
    Any,
    /// These.
    Numbers(PortSpan),
    /// The port of this name of the destination pod.
    Name(String),
}

/// Ports that a rule allows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PolicyPort {
    /// Protocol.
    pub protocol: Protocol,
    /// Ports.
    pub ports: PolicyPorts,
}

/// What a policy allows: packets with one of the peers, at one of the ports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PolicyRule {
    /// Other sides; empty for any.
    pub peers: Vec<PolicyPeer>,
    /// Destination ports; empty for any.
    pub ports: Vec<PolicyPort>,
}

/// A network policy.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkPolicy {
    /// Name.
    pub name: NetworkPolicyName,
    /// Bookkeeping.
    pub meta: Meta,
    /// Pods of the namespace that it is for.
    pub pod_selector: LabelSelector,
    /// What the pods may take; `None` if it does not restrict what comes in.
    pub ingress: Option<Vec<PolicyRule>>,
    /// What the pods may send; `None` if it does not restrict what goes out.
    pub egress: Option<Vec<PolicyRule>>,
}

resource!(Namespace: NamespaceName, NetworkPolicy: NetworkPolicyName);
