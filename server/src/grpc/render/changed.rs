//! Which fields of a resource changed, and what was it before?
//!
//! A watch follows the state from its own position, so that counts and earlier contents are those of the revision that
//! it shows, however far it is behind.

use std::sync::Arc;

use podnet_core::State;
use podnet_core::event::Record;
use podnet_core::name::{
    AllocationName, ClusterName, NamespaceName, NetworkName, NetworkPolicyName, NetworkSecurityGroupName,
    NodeName, NodePoolName, ReservationName, RouteName, RouteTableName, ServiceName, SubnetName,
};
use podnet_proto::v1 as pb;
use podnet_proto::v1::resource::Resource as Body;

use super::resource::Changed;
use super::{cluster, ipam, network, network_policy, route, security_group, workload};

/// The state at the position of a watch.
#[derive(Clone, Debug)]
pub(crate) struct Followed {
    /// As of the last record that was followed.
    state: State,
    /// Records that came since, and that showed the watcher nothing.
    unseen: Vec<Arc<Record>>,
}

impl Followed {
    /// A watch that begins with a state.
    pub(crate) fn new(state: State) -> Self {
        Self { state, unseen: Vec::new() }
    }

    /// Takes in a record of which nothing is shown. It is followed only when a later one needs the state, or when no
    /// state to go on from is known: a thousand watches would each do the writer's work again.
    pub(crate) fn pass(&mut self, record: &Arc<Record>) {
        self.unseen.push(Arc::clone(record));
    }

    /// Takes in a record; answers the states before and after it.
    pub(crate) fn follow(&mut self, record: &Record) -> (State, &State) {
        self.catch_up();
        let before = self.state.clone();
        self.state.apply(record);
        (before, &self.state)
    }

    /// Goes on from a state that is known to be that of all records so far.
    pub(crate) fn stand_at(&mut self, state: State) {
        self.state = state;
        self.unseen.clear();
    }

    /// Follows what was passed over. To be asked after each batch of the feed, which bounds the work and the memory.
    pub(crate) fn catch_up(&mut self) {
        for record in self.unseen.drain(..) {
            self.state.apply(&record);
        }
    }
}

/// A resource as it was; `None` if it was not there.
pub(crate) fn previous(before: &State, changed: &Changed) -> Option<pb::Resource> {
    let name = changed.name.as_str();
    macro_rules! look {
        ($map:ident, $type:ident, $body:ident, $render:expr) => {{
            let found = before.$map.get(&$type::parse(name).ok()?)?;
            Body::$body($render(found))
        }};
    }
    let body = match changed.of {
        pb::ResourceKind::Network => look!(networks, NetworkName, Network, network::network),
        pb::ResourceKind::Subnet => look!(subnets, SubnetName, Subnet, |r| network::subnet(before, r)),
        pb::ResourceKind::Reservation => {
            look!(reservations, ReservationName, Reservation, network::reservation)
        }
        pb::ResourceKind::RouteTable => {
            look!(route_tables, RouteTableName, RouteTable, |r| route::route_table(before, r))
        }
        pb::ResourceKind::Route => look!(routes, RouteName, Route, route::route),
        pb::ResourceKind::Cluster => look!(clusters, ClusterName, Cluster, |r| cluster::cluster(before, r)),
        pb::ResourceKind::NodePool => {
            look!(node_pools, NodePoolName, NodePool, |r| cluster::node_pool(before, r))
        }
        pb::ResourceKind::Node => look!(nodes, NodeName, Node, |r| cluster::node(before, r)),
        pb::ResourceKind::Allocation => {
            look!(allocations, AllocationName, Allocation, ipam::allocation)
        }
        pb::ResourceKind::Service => look!(services, ServiceName, Service, workload::service),
        pb::ResourceKind::NetworkSecurityGroup => {
            look!(
                network_security_groups,
                NetworkSecurityGroupName,
                NetworkSecurityGroup,
                security_group::group
            )
        }
        pb::ResourceKind::Namespace => look!(namespaces, NamespaceName, Namespace, network_policy::namespace),
        pb::ResourceKind::NetworkPolicy => {
            look!(network_policies, NetworkPolicyName, NetworkPolicy, network_policy::policy)
        }
        pb::ResourceKind::Unspecified => return None,
    };
    Some(pb::Resource { resource: Some(body) })
}

/// Paths of the fields that differ, without the server's bookkeeping, which always does.
pub(crate) fn fields_changed(old: &pb::Resource, new: &pb::Resource) -> prost_types::FieldMask {
    let mut paths = Vec::new();
    macro_rules! compare {
        ($($body:ident { $($field:ident),* $(,)? })+) => {
            match (&old.resource, &new.resource) {
                $((Some(Body::$body(old)), Some(Body::$body(new))) => {
                    let labels = |meta: &Option<pb::Meta>| meta.clone().unwrap_or_default().labels;
                    if labels(&old.meta) != labels(&new.meta) {
                        paths.push("meta.labels".to_owned());
                    }
                    $(if old.$field != new.$field {
                        paths.push(stringify!($field).trim_start_matches("r#").to_owned());
                    })*
                })+
                _different_kinds => {}
            }
        };
    }
    compare! {
        Network { address_prefixes, gateway, peerings }
        Subnet { address_prefixes, route_table, service_endpoints, delegation, cooldown, usage, network_security_group }
        Reservation {
            purpose, address_prefix, prefix_length, family, display_name, ip_forwarding, stopped, appliance_behavior,
            public_addresses, network_security_group,
        }
        RouteTable { disable_bgp_route_propagation, subnets, route_count, route_limit, cluster }
        Route { address_prefix, next_hop_type, next_hop_address, node }
        Cluster {
            network, network_mode, pod_prefixes, node_prefix_length_ipv4, node_prefix_length_ipv6, service_prefixes,
            dns_service_address, ip_families, route_table, route_management, outbound, inbound_distribution,
            non_masquerade_prefixes, provisioning_tool, cooldown, pod_data_path, node_count, usage, block_usage, network_policy_engine,
        }
        NodePool { subnet, max_pods, os_type, surge, node_count, network_security_group }
        Node {
            node_pool, uid, addresses, pod_prefixes, pod_addresses, max_pods, state, excluded_from_load_balancer,
            pod_count, usage, ip_forwarding, public_addresses,
        }
        Allocation { node, pool, addresses, owner, state, reusable_time, release_time, pod_traits }
        Service {
            r#type, cluster_addresses, load_balancer_addresses, internal, ports, external_traffic_policy,
            internal_traffic_policy, session_affinity, session_affinity_timeout, floating_ip_disabled,
            health_check_node_port, load_balancer_source_ranges, endpoints,
        }
        NetworkSecurityGroup { rules, cluster }
        Namespace {}
        NetworkPolicy { pod_selector, policy_types, ingress, egress }
    }
    prost_types::FieldMask { paths }
}
