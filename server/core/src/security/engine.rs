//! Which engine of network policies goes with which cluster (aks-networking.md 8.1).

use crate::model::{Cluster, NetworkMode, NetworkPolicyEngine, OsType};
use crate::rejection::{Reason, Rejection};

/// The engine goes with the network mode: kubenet has Calico only.
pub(crate) fn check_mode(cluster: &Cluster) -> Result<(), Rejection> {
    let name = match (cluster.mode, cluster.network_policy_engine) {
        (NetworkMode::AzureCni, _)
        | (NetworkMode::Kubenet, NetworkPolicyEngine::None | NetworkPolicyEngine::Calico) => return Ok(()),
        (NetworkMode::Kubenet, NetworkPolicyEngine::AzureNpm) => "AZURE_NPM",
        (NetworkMode::Kubenet, NetworkPolicyEngine::Cilium) => "CILIUM",
    };
    let message = format!("{name} does not work with KUBENET; use CALICO, or network mode AZURE_CNI");
    Err(Rejection::new(Reason::FieldInvalid, message)
        .with("network_mode", "KUBENET")
        .field("network_policy_engine"))
}

/// The engine runs on the operating system of a pool: Cilium on Linux only.
pub(crate) fn check_os(cluster: &Cluster, os: OsType) -> Result<(), Rejection> {
    match (cluster.network_policy_engine, os) {
        (NetworkPolicyEngine::Cilium, OsType::Windows) => {
            let message =
                format!("{} has CILIUM, which does not run on Windows nodes; use CALICO", cluster.name);
            Err(Rejection::invalid("os_type", message))
        }
        (
            NetworkPolicyEngine::None
            | NetworkPolicyEngine::AzureNpm
            | NetworkPolicyEngine::Calico
            | NetworkPolicyEngine::Cilium,
            OsType::Linux | OsType::Windows,
        ) => Ok(()),
    }
}
