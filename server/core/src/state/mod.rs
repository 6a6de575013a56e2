//! What holds at a revision: every resource, every pool, and what is remembered for a while.
//!
//! The maps are persistent, so a clone is a handful of pointer copies: readers and drafts take one and never wait. The
//! state changes only by [`State::apply`]; nothing here decides.

mod allocations;
mod attachments;
mod by_address;
mod by_number;
mod evolve;
mod history;
mod index;
mod lookup;
mod many;
mod parts;
mod pools;
mod remembered;

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

pub use allocations::Allocations;
pub use attachments::Attachments;
pub use history::{History, HistoryEntry, PastHolder, Space};
pub(crate) use index::Addresses;
pub use index::Index;
pub use lookup::{AddressHolder, Found};
pub use parts::{Head, Part, Rebuild};
pub use pools::Pools;
pub use remembered::{Remembered, Requests, Tombstones};

use crate::address::{Family, address_of};
use crate::meta::Revision;
use crate::model::{
    Allocation, Cluster, Namespace, Network, NetworkPolicy, NetworkSecurityGroup, Node, NodePool,
    Reservation, Route, RouteTable, Service, Subnet,
};
use crate::name::{
    AllocationName, ClusterName, NamespaceName, NetworkName, NetworkPolicyName, NetworkSecurityGroupName,
    NodeName, NodePoolName, ReservationName, RouteName, RouteTableName, Segment, ServiceName, SubnetName,
};
use crate::pool::{Pool, PoolKey};
use crate::time::Timestamp;

/// Resources of one kind by name.
pub type Resources<N, T> = OrdMap<N, Arc<T>>;

/// Everything that holds at one revision.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The last revision applied; 0 before the first.
    pub revision: Revision,
    /// Time of that revision.
    pub time: Timestamp,
    /// Virtual networks.
    pub networks: Resources<NetworkName, Network>,
    /// Subnets.
    pub subnets: Resources<SubnetName, Subnet>,
    /// Reservations.
    pub reservations: Resources<ReservationName, Reservation>,
    /// Route tables.
    pub route_tables: Resources<RouteTableName, RouteTable>,
    /// Routes.
    pub routes: Resources<RouteName, Route>,
    /// Clusters.
    pub clusters: Resources<ClusterName, Cluster>,
    /// Node pools.
    pub node_pools: Resources<NodePoolName, NodePool>,
    /// Nodes.
    pub nodes: Resources<NodeName, Node>,
    /// Kubernetes Services.
    pub services: Resources<ServiceName, Service>,
    /// Network security groups.
    pub network_security_groups: Resources<NetworkSecurityGroupName, NetworkSecurityGroup>,
    /// Namespaces that are known by more than their name.
    pub namespaces: Resources<NamespaceName, Namespace>,
    /// Network policies.
    pub network_policies: Resources<NetworkPolicyName, NetworkPolicy>,
    /// Live allocations.
    pub allocations: Allocations,
    /// Live allocation of each pod interface.
    pub attachments: Attachments,
    /// Who holds which number.
    pub pools: Pools,
    /// Ends of cool-downs in order of time: pool and first number of the run.
    pub cooling: OrdSet<(Timestamp, PoolKey, u128)>,
    /// First observation of attachments that a sweep did not see.
    pub suspects: OrdMap<AllocationName, Timestamp>,
    /// When each node's attachments were listed last for a sweep.
    pub observations: OrdMap<NodeName, Timestamp>,
    /// Request ids and the revisions that answered them.
    pub requests: Requests,
    /// Released attachments.
    pub tombstones: Tombstones,
    /// Who is where: what follows from all of this, by what one looks for.
    pub index: Index,
    /// Holdings that ended.
    pub history: History,
}

impl State {
    /// A pool, if it exists.
    pub fn pool(&self, key: &PoolKey) -> Option<&Pool> {
        self.pools.get(key)
    }

    /// Subnets of a network, by name.
    pub fn subnets_of<'a>(
        &'a self,
        network: &NetworkName,
    ) -> impl Iterator<Item = &'a Arc<Subnet>> + use<'a> {
        let network = network.clone();
        let from = SubnetName { network: network.network.clone(), subnet: Segment::lowest() };
        children(&self.subnets, from, move |name| name.network == network.network)
    }

    /// Reservations of a subnet, by name.
    pub fn reservations_of<'a>(
        &'a self,
        subnet: &SubnetName,
    ) -> impl Iterator<Item = &'a Arc<Reservation>> + use<'a> {
        let subnet = subnet.clone();
        let from = ReservationName {
            network: subnet.network.clone(),
            subnet: subnet.subnet.clone(),
            reservation: Segment::lowest(),
        };
        children(&self.reservations, from, move |name| {
            name.network == subnet.network && name.subnet == subnet.subnet
        })
    }

    /// Route tables of a network, by name.
    pub fn route_tables_of<'a>(
        &'a self,
        network: &NetworkName,
    ) -> impl Iterator<Item = &'a Arc<RouteTable>> + use<'a> {
        let network = network.clone();
        let from = RouteTableName { network: network.network.clone(), table: Segment::lowest() };
        children(&self.route_tables, from, move |name| name.network == network.network)
    }

    /// Routes of a table, by name.
    pub fn routes_of<'a>(&'a self, table: &RouteTableName) -> impl Iterator<Item = &'a Arc<Route>> + use<'a> {
        let table = table.clone();
        children(&self.routes, table.route(Segment::lowest()), move |name| {
            name.table == table.table && name.network == table.network
        })
    }

    /// Node pools of a cluster, by name.
    pub fn node_pools_of<'a>(
        &'a self,
        cluster: &ClusterName,
    ) -> impl Iterator<Item = &'a Arc<NodePool>> + use<'a> {
        let cluster = cluster.clone();
        let from = NodePoolName { cluster: cluster.cluster.clone(), pool: Segment::lowest() };
        children(&self.node_pools, from, move |name| name.cluster == cluster.cluster)
    }

    /// Nodes of a cluster, by name.
    pub fn nodes_of<'a>(&'a self, cluster: &ClusterName) -> impl Iterator<Item = &'a Arc<Node>> + use<'a> {
        let cluster = cluster.clone();
        children(&self.nodes, cluster.node(Segment::lowest()), move |name| name.cluster == cluster.cluster)
    }

    /// Kubernetes Services of a cluster, by namespace and name.
    pub fn services_of<'a>(
        &'a self,
        cluster: &ClusterName,
    ) -> impl Iterator<Item = &'a Arc<Service>> + use<'a> {
        let cluster = cluster.clone();
        let from = ServiceName {
            cluster: cluster.cluster.clone(),
            namespace: Segment::lowest(),
            service: Segment::lowest(),
        };
        children(&self.services, from, move |name| name.cluster == cluster.cluster)
    }

    /// Network security groups of a network, by name.
    pub fn network_security_groups_of<'a>(
        &'a self,
        network: &NetworkName,
    ) -> impl Iterator<Item = &'a Arc<NetworkSecurityGroup>> + use<'a> {
        let network = network.clone();
        let from = NetworkSecurityGroupName { network: network.network.clone(), group: Segment::lowest() };
        children(&self.network_security_groups, from, move |name| name.network == network.network)
    }

    /// Namespaces of a cluster, by name.
    pub fn namespaces_of<'a>(
        &'a self,
        cluster: &ClusterName,
    ) -> impl Iterator<Item = &'a Arc<Namespace>> + use<'a> {
        let cluster = cluster.clone();
        let from = NamespaceName { cluster: cluster.cluster.clone(), namespace: Segment::lowest() };
        children(&self.namespaces, from, move |name| name.cluster == cluster.cluster)
    }

    /// Network policies of a cluster, by namespace and name.
    pub fn network_policies_of<'a>(
        &'a self,
        cluster: &ClusterName,
    ) -> impl Iterator<Item = &'a Arc<NetworkPolicy>> + use<'a> {
        let cluster = cluster.clone();
        let from = NetworkPolicyName {
            cluster: cluster.cluster.clone(),
            namespace: Segment::lowest(),
            policy: Segment::lowest(),
        };
        children(&self.network_policies, from, move |name| name.cluster == cluster.cluster)
    }

    /// Network policies of a namespace, by name.
    pub fn network_policies_in<'a>(
        &'a self,
        namespace: &NamespaceName,
    ) -> impl Iterator<Item = &'a Arc<NetworkPolicy>> + use<'a> {
        let namespace = namespace.clone();
        let from = NetworkPolicyName {
            cluster: namespace.cluster.clone(),
            namespace: namespace.namespace.clone(),
            policy: Segment::lowest(),
        };
        children(&self.network_policies, from, move |name| {
            name.namespace == namespace.namespace && name.cluster == namespace.cluster
        })
    }

    /// Allocations of a cluster, by id.
    pub fn allocations_of<'a>(
        &'a self,
        cluster: &ClusterName,
    ) -> impl Iterator<Item = &'a Arc<Allocation>> + use<'a> {
        self.allocations.of(cluster)
    }

    /// The pool of a node's pod addresses of a family.
    pub fn pod_pool_key(&self, node: &Node, family: Family) -> PoolKey {
        if node.pod_prefixes.is_empty() {
            PoolKey::NodeAddresses(node.name.clone(), family)
        } else {
            PoolKey::NodeBlock(node.name.clone(), family)
        }
    }

    /// Live allocations on a node, in the order of the pool of their IPv4 addresses.
    pub fn allocations_on<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = &'a Arc<Allocation>> {
        let key = self.pod_pool_key(node, Family::V4);
        let space = self.pod_space(&node.name.cluster_name()).and_then(|space| self.index.space(&space));
        let address = move |number: u128| match &key {
            PoolKey::NodeAddresses(..) => node.pod_addresses.at(Family::V4, usize::try_from(number).ok()?),
            PoolKey::NodeBlock(..) | PoolKey::Subnet(..) | PoolKey::PodBlocks(..) => {
                Some(address_of(Family::V4, number))
            }
        };
        let held = self.pool(&self.pod_pool_key(node, Family::V4)).into_iter().flat_map(Pool::held);
        held.filter_map(move |(number, _)| space?.pod_at(address(number)?))
    }

    /// Count of live allocations on a node.
    pub fn allocation_count_on(&self, node: &Node) -> usize {
        self.pool(&self.pod_pool_key(node, Family::V4)).map_or(0, Pool::held_count)
    }
}

/// Entries of a map from a key on, as long as they belong to the parent.
fn children<'a, N: Ord + Clone, T>(
    map: &'a OrdMap<N, Arc<T>>,
    from: N,
    belongs: impl Fn(&N) -> bool + 'a,
) -> impl Iterator<Item = &'a Arc<T>> {
    map.range(from..).take_while(move |(name, _)| belongs(name)).map(|(_, body)| body)
}
