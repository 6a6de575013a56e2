//! Which resources of the domain do the filters of a scenario stand for? Commands, in the order in which they are legal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use podnet_core::Command;
use podnet_core::command::{
    AllocationUpdate, NamespaceSpec, NetworkPolicySpec, NodePoolUpdate, SecurityGroupSpec, SubnetUpdate,
};
use podnet_core::model::PodTraits;
use podnet_core::name::{
    AllocationName, ClusterName, NamespaceName, NetworkPolicyName, NetworkSecurityGroupName, NodePoolName,
    Segment, SubnetName,
};

use super::{Filters, Group, Guarded, NAMESPACE};
use crate::Outcome;

fn segment(text: &str) -> Outcome<Segment> {
    Ok(Segment::parse(text).map_err(|error| format!("{text}: {error}"))?)
}

fn group_name(network: &str, group: &str) -> Outcome<NetworkSecurityGroupName> {
    Ok(NetworkSecurityGroupName::parse(&format!("networks/{network}/networkSecurityGroups/{group}"))
        .map_err(|error| format!("{group}: {error}"))?)
}

fn create(network: &str, group: &Group, cluster: Option<&ClusterName>) -> Outcome<Command> {
    Ok(Command::CreateNetworkSecurityGroup(SecurityGroupSpec {
        name: group_name(network, &group.name)?,
        labels: BTreeMap::new(),
        rules: group.rules.clone(),
        cluster: cluster.cloned(),
    }))
}

impl Filters {
    /// Groups that stand before the machines.
    ///
    /// # Errors
    /// A name that can't be one.
    pub fn early(&self, network: &str) -> Outcome<Vec<Command>> {
        self.groups
            .iter()
            .filter(|group| !group.of_cluster)
            .map(|group| create(network, group, None))
            .collect()
    }

    /// The group of a machine's interface.
    ///
    /// # Errors
    /// A name that can't be one.
    pub fn of_machine(&self, network: &str, machine: &str) -> Outcome<Option<NetworkSecurityGroupName>> {
        let guard = |(guarded, _): &&(Guarded, String)| *guarded == Guarded::Machine(machine.to_owned());
        self.guards.iter().find(guard).map(|(_, group)| group_name(network, group)).transpose()
    }

    /// What follows when cluster, pools and pods stand. `pool_of` names the pool of a subnet's nodes.
    ///
    /// # Errors
    /// A name that can't be one.
    pub fn late(
        &self,
        network: &str,
        cluster: &ClusterName,
        pool_of: impl Fn(&str) -> Outcome<NodePoolName>,
    ) -> Outcome<Vec<Command>> {
        let mut commands = Vec::new();
        for group in self.groups.iter().filter(|group| group.of_cluster) {
            commands.push(create(network, group, Some(cluster))?);
        }
        for (guarded, group) in &self.guards {
            let group = Some(Some(group_name(network, group)?));
            commands.push(match guarded {
                Guarded::Machine(_) => continue,
                Guarded::Subnet(subnet) => Command::UpdateSubnet(SubnetUpdate {
                    name: SubnetName { network: segment(network)?, subnet: segment(subnet)? },
                    etag: None,
                    immutable: Vec::new(),
                    labels: None,
                    service_endpoints: None,
                    delegation: None,
                    cooldown: None,
                    network_security_group: group,
                }),
                Guarded::Nodes(subnet) => Command::UpdateNodePool(NodePoolUpdate {
                    name: pool_of(subnet)?,
                    etag: None,
                    immutable: Vec::new(),
                    labels: None,
                    surge: None,
                    network_security_group: group,
                }),
            });
        }
        self.policies(cluster, &mut commands)?;
        Ok(commands)
    }

    fn policies(&self, cluster: &ClusterName, commands: &mut Vec<Command>) -> Outcome<()> {
        let of_pods = self.traits.iter().map(|traits| traits.namespace.as_str());
        let of_policies = self.policies.iter().map(|policy| policy.namespace.as_str());
        let listed = self.namespaces.iter().map(|(name, _)| name.as_str());
        let needed = (!self.policies.is_empty()).then_some(NAMESPACE);
        let all: BTreeSet<&str> = of_pods.chain(of_policies).chain(listed).chain(needed).collect();
        for name in all {
            let labels =
                self.namespaces.iter().find(|(own, _)| own == name).map(|(_, labels)| labels.clone());
            commands.push(Command::CreateNamespace(NamespaceSpec {
                name: NamespaceName { cluster: cluster.cluster.clone(), namespace: segment(name)? },
                labels: labels.unwrap_or_default(),
            }));
        }
        for policy in &self.policies {
            commands.push(Command::CreateNetworkPolicy(NetworkPolicySpec {
                name: NetworkPolicyName::parse(&format!(
                    "{cluster}/namespaces/{}/networkPolicies/{}",
                    policy.namespace, policy.name
                ))
                .map_err(|error| format!("{}: {error}", policy.name))?,
                labels: BTreeMap::new(),
                pod_selector: policy.pods.clone(),
                ingress: policy.ingress.clone(),
                egress: policy.egress.clone(),
            }));
        }
        Ok(())
    }

    /// What policies read of a pod, where there are policies.
    ///
    /// # Errors
    /// A name that can't be one.
    pub fn of_pod(&self, cluster: &ClusterName, pod: &str) -> Outcome<Option<Command>> {
        let said = self.traits.iter().find(|traits| traits.pod == pod);
        if said.is_none() && self.policies.is_empty() {
            return Ok(None);
        }
        let traits = said.map(|said| PodTraits { labels: said.labels.clone(), ports: said.ports.clone() });
        Ok(Some(Command::UpdateAllocation(AllocationUpdate {
            name: AllocationName { cluster: cluster.cluster.clone(), allocation: segment(pod)? },
            etag: None,
            immutable: Vec::new(),
            pod_traits: Some(Some(Arc::new(traits.unwrap_or_default()))),
        })))
    }
}
