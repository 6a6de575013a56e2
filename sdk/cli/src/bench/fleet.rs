//! Where does a run allocate? A network, clusters and nodes of its own, numbered as slots: each slot is one pod interface.
//!
//! Knows the contract's resources; must not know how the load is made.

use podnet::{Client, v1};
use tokio_stream::StreamExt;

use crate::args::bench::FleetArgs;
use crate::exit::Failure;

/// Prefix of the network: room for eight clusters of 5,000 nodes with 250 addresses each.
const NETWORK_PREFIX: &str = "10.0.0.0/8";
/// Nodes that join in one revision: 251 addresses each have to fit into one record of the log.
const NODES_AT_ONCE: u32 = 250;

/// The clusters of a run.
#[derive(Debug, Clone)]
pub struct Fleet {
    /// What every name of the run begins with.
    pub run: String,
    /// Resource names.
    pub clusters: Vec<String>,
    /// Resource names of the nodes of each cluster.
    pub nodes: Vec<Vec<String>>,
    /// Addresses of each node.
    pub pods: u32,
}

impl Fleet {
    /// Makes it: the mode is AZURE_CNI, where a node has up to 250 addresses and no route table ends the fleet at 400 nodes.
    /// A released address can be allocated again at once, so that churn is not about waiting.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn create(client: &Client, run: &str, args: &FleetArgs) -> Result<Self, Failure> {
        let network = format!("networks/{run}");
        let body = v1::Network { address_prefixes: vec![NETWORK_PREFIX.to_owned()], ..Default::default() };
        let request = v1::CreateNetworkRequest {
            network_id: run.to_owned(),
            network: Some(body),
            ..Default::default()
        };
        client.call(request).await?;
        let mut fleet =
            Self { run: run.to_owned(), clusters: Vec::new(), nodes: Vec::new(), pods: args.pods };
        for number in 0..args.clusters {
            let name = format!("{run}-{number}");
            let subnet = v1::CreateSubnetRequest {
                parent: network.clone(),
                subnet_id: name.clone(),
                subnet: Some(v1::Subnet {
                    address_prefixes: vec![format!("10.{}.0.0/11", number * 32)],
                    ..Default::default()
                }),
                ..Default::default()
            };
            client.call(subnet).await?;
            let cluster = v1::Cluster {
                network: network.clone(),
                network_mode: v1::NetworkMode::AzureCni.into(),
                service_prefixes: vec![format!("172.{}.0.0/16", 16 + number)],
                cooldown: Some(prost_types::Duration::default()),
                ..Default::default()
            };
            let request = v1::CreateClusterRequest {
                cluster_id: name.clone(),
                cluster: Some(cluster),
                ..Default::default()
            };
            client.call(request).await?;
            let parent = format!("clusters/{name}");
            let pool = v1::NodePool {
                subnet: format!("{network}/subnets/{name}"),
                max_pods: args.pods,
                ..Default::default()
            };
            let request = v1::CreateNodePoolRequest {
                parent: parent.clone(),
                node_pool_id: "bench".to_owned(),
                node_pool: Some(pool),
                ..Default::default()
            };
            client.call(request).await?;
            fleet.clusters.push(parent.clone());
            let mut count = 0;
            while count < args.nodes {
                count = args.nodes.min(count + NODES_AT_ONCE);
                scale(client, &parent, count).await?;
            }
            fleet.nodes.push(node_names(client, &parent).await?);
        }
        Ok(fleet)
    }

    /// Takes it away, with all that is allocated in it.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn delete(&self, client: &Client) -> Result<(), Failure> {
        for cluster in &self.clusters {
            let name = format!("{cluster}/nodePools/bench");
            let answer = client.call(v1::GetNodePoolRequest { name }).await?;
            let mut count = answer.node_pool.map_or(0, |pool| pool.node_count);
            while count > 0 {
                count = count.saturating_sub(NODES_AT_ONCE);
                scale(client, cluster, count).await?;
            }
            let pool = v1::DeleteNodePoolRequest {
                name: format!("{cluster}/nodePools/bench"),
                ..Default::default()
            };
            client.call(pool).await?;
            let request =
                v1::DeleteClusterRequest { name: cluster.clone(), force: true, ..Default::default() };
            client.call(request).await?;
        }
        let name = format!("networks/{}", self.run);
        for cluster in &self.clusters {
            let subnet = cluster.trim_start_matches("clusters/");
            let name = format!("{name}/subnets/{subnet}");
            client.call(v1::DeleteSubnetRequest { name, ..Default::default() }).await?;
        }
        client.call(v1::DeleteNetworkRequest { name, ..Default::default() }).await?;
        Ok(())
    }

    /// Number of slots.
    #[must_use]
    pub fn slots(&self) -> u32 {
        let nodes: usize = self.nodes.iter().map(Vec::len).sum();
        u32::try_from(nodes).unwrap_or(u32::MAX).saturating_mul(self.pods)
    }

    /// Number of slots in each cluster.
    fn slots_of_a_cluster(&self) -> u32 {
        self.slots() / u32::try_from(self.clusters.len()).unwrap_or(1).max(1)
    }

    /// Which cluster a slot is in.
    #[must_use]
    pub fn cluster_of(&self, slot: u32) -> usize {
        let cluster = slot / self.slots_of_a_cluster().max(1);
        usize::try_from(cluster).unwrap_or(usize::MAX).min(self.clusters.len().saturating_sub(1))
    }

    /// The request that allocates a slot. Slots that follow one another are on different nodes.
    #[must_use]
    pub fn allocate(&self, slot: u32, request_id: String) -> v1::AllocateAddressRequest {
        let cluster = self.cluster_of(slot);
        let nodes = self.nodes.get(cluster).map_or(&[][..], Vec::as_slice);
        let node = nodes.get(usize::try_from(slot).unwrap_or(0) % nodes.len().max(1)).cloned();
        v1::AllocateAddressRequest {
            parent: self.clusters.get(cluster).cloned().unwrap_or_default(),
            allocation_id: format!("{}-{slot}", self.run),
            node: node.unwrap_or_default(),
            owner: Some(v1::Owner {
                namespace: "bench".to_owned(),
                pod: format!("pod-{slot}"),
                pod_uid: format!("{}-{slot}", self.run),
                ..Default::default()
            }),
            request_id,
            ..Default::default()
        }
    }

    /// The request that releases a slot.
    #[must_use]
    pub fn release(&self, slot: u32, request_id: String) -> v1::ReleaseAddressRequest {
        let cluster = self.clusters.get(self.cluster_of(slot)).map_or("", String::as_str);
        let name = format!("{cluster}/allocations/{}-{slot}", self.run);
        v1::ReleaseAddressRequest { name, request_id, ..Default::default() }
    }

    /// The slot of an allocation's name.
    #[must_use]
    pub fn slot_of(&self, allocation: &str) -> Option<u32> {
        allocation.rsplit_once('-').and_then(|(_, slot)| slot.parse().ok())
    }
}

async fn scale(client: &Client, cluster: &str, node_count: u32) -> Result<(), Failure> {
    let name = format!("{cluster}/nodePools/bench");
    client.call(v1::ScaleNodePoolRequest { name, node_count, force: true, ..Default::default() }).await?;
    Ok(())
}

async fn node_names(client: &Client, cluster: &str) -> Result<Vec<String>, Failure> {
    let request = v1::ListNodesRequest { parent: cluster.to_owned(), page_size: 1000, ..Default::default() };
    let mut pages = std::pin::pin!(client.list(request));
    let mut names = Vec::new();
    while let Some(node) = pages.next().await {
        names.push(node?.name);
    }
    Ok(names)
}
