//! Which filters does a scenario have: security groups and who uses them, network policies and what they read of pods.
//!
//! Rules are the domain's own types; [`text`] has the words for them, [`state`] makes the domain's resources.

pub mod state;
mod text;

use podnet_core::meta::Labels;
use podnet_core::model::{LabelSelector, NetworkPolicyEngine, PodPort, PolicyRule, SecurityRule};

/// All filters of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Security groups.
    pub groups: Vec<Group>,
    /// Who uses a group, and its name.
    pub guards: Vec<(Guarded, String)>,
    /// Who enforces policies.
    pub engine: NetworkPolicyEngine,
    /// Namespaces with their labels; those that pods and policies name are there anyway.
    pub namespaces: Vec<(String, Labels)>,
    /// What policies read of pods; the others have no labels, in namespace `default`.
    pub traits: Vec<Traits>,
    /// Policies; a name is there once in a scenario.
    pub policies: Vec<Policy>,
}

/// A security group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Name.
    pub name: String,
    /// Whether the cluster keeps it, with rules for its load balancers; then no machine can use it.
    pub of_cluster: bool,
    /// Rules.
    pub rules: Vec<SecurityRule>,
}

/// Who uses a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guarded {
    /// A subnet.
    Subnet(String),
    /// The interface of a machine.
    Machine(String),
    /// The interfaces of the nodes in a subnet.
    Nodes(String),
}

/// What policies read of a pod.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traits {
    /// Pod.
    pub pod: String,
    /// Namespace.
    pub namespace: String,
    /// Labels.
    pub labels: Labels,
    /// Named ports.
    pub ports: Vec<PodPort>,
}

/// A network policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Name.
    pub name: String,
    /// Namespace.
    pub namespace: String,
    /// Pods that it is for.
    pub pods: LabelSelector,
    /// What they may take.
    pub ingress: Option<Vec<PolicyRule>>,
    /// What they may send.
    pub egress: Option<Vec<PolicyRule>>,
}

/// Namespace of pods of which nothing is said.
pub const NAMESPACE: &str = "default";

impl Filters {
    /// Namespace of a pod.
    pub fn namespace_of(&self, pod: &str) -> &str {
        let said = self.traits.iter().find(|traits| traits.pod == pod);
        said.map_or(NAMESPACE, |traits| traits.namespace.as_str())
    }
}
