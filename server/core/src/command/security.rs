//! What can be asked for about security groups, namespaces, policies and what they read of pods.

use std::sync::Arc;

use crate::meta::Labels;
use crate::model::{LabelSelector, PodTraits, PolicyRule, SecurityRule};
use crate::name::{AllocationName, ClusterName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName};

/// A new network security group.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecurityGroupSpec {
    /// Name.
    pub name: NetworkSecurityGroupName,
    /// Labels.
    pub labels: Labels,
    /// Rules, in any order.
    pub rules: Vec<SecurityRule>,
    /// The cluster that keeps it.
    pub cluster: Option<ClusterName>,
}

/// Changes of a network security group; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecurityGroupUpdate {
    /// Name.
    pub name: NetworkSecurityGroupName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// Labels.
    pub labels: Option<Labels>,
    /// Rules.
    pub rules: Option<Vec<SecurityRule>>,
}

/// A new namespace.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NamespaceSpec {
    /// Name.
    pub name: NamespaceName,
    /// Labels.
    pub labels: Labels,
}

/// Changes of a namespace; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NamespaceUpdate {
    /// Name.
    pub name: NamespaceName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Labels.
    pub labels: Option<Labels>,
}

/// A new network policy, or the whole new content of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkPolicySpec {
    /// Name.
    pub name: NetworkPolicyName,
    /// Labels.
    pub labels: Labels,
    /// Pods that it is for.
    pub pod_selector: LabelSelector,
    /// What the pods may take; `None` for everything.
    pub ingress: Option<Vec<PolicyRule>>,
    /// What the pods may send; `None` for everything.
    pub egress: Option<Vec<PolicyRule>>,
}

/// Replaces the content of a network policy; the edge merges a field mask into the whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NetworkPolicyUpdate {
    /// Whole new content.
    pub spec: NetworkPolicySpec,
    /// Etag that it must have.
    pub etag: Option<String>,
}

/// Changes of what is known of the pod of an allocation; `None` keeps a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AllocationUpdate {
    /// Name.
    pub name: AllocationName,
    /// Etag that it must have.
    pub etag: Option<String>,
    /// Immutable fields that the caller wants to change.
    pub immutable: Vec<&'static str>,
    /// What network policies read of the pod.
    pub pod_traits: Option<Option<Arc<PodTraits>>>,
}
