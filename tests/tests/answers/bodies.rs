//! What do the calls of these tests ask for? Requests with a request id, on one small network.

use podnet::v1;

pub(crate) const SUBNET: &str = "networks/vnet/subnets/nodes";
pub(crate) const TABLE: &str = "networks/vnet/routeTables/rt";
pub(crate) const CLUSTER: &str = "clusters/blue";
pub(crate) const POOL: &str = "clusters/blue/nodePools/main";

pub(crate) fn network() -> v1::CreateNetworkRequest {
    let network = v1::Network { address_prefixes: vec!["10.1.0.0/16".to_owned()], ..Default::default() };
    v1::CreateNetworkRequest { network_id: "vnet".to_owned(), network: Some(network), ..Default::default() }
}

pub(crate) fn subnet() -> v1::CreateSubnetRequest {
    v1::CreateSubnetRequest {
        parent: "networks/vnet".to_owned(),
        subnet_id: "nodes".to_owned(),
        subnet: Some(v1::Subnet { address_prefixes: vec!["10.1.0.0/24".to_owned()], ..Default::default() }),
        ..Default::default()
    }
}

pub(crate) fn labelled_subnet() -> v1::UpdateSubnetRequest {
    let meta = v1::Meta { labels: [("team".to_owned(), "blue".to_owned())].into(), ..Default::default() };
    let subnet = v1::Subnet { name: SUBNET.to_owned(), meta: Some(meta), ..Default::default() };
    v1::UpdateSubnetRequest { subnet: Some(subnet), ..Default::default() }
}

pub(crate) fn table() -> v1::CreateRouteTableRequest {
    v1::CreateRouteTableRequest {
        parent: "networks/vnet".to_owned(),
        route_table_id: "rt".to_owned(),
        route_table: Some(v1::RouteTable::default()),
        ..Default::default()
    }
}

pub(crate) fn association(table: &str) -> v1::SetSubnetRouteTableRequest {
    v1::SetSubnetRouteTableRequest {
        subnet: SUBNET.to_owned(),
        route_table: table.to_owned(),
        ..Default::default()
    }
}

/// A kubenet cluster that only watches its table, so that there is something to reconcile.
pub(crate) fn cluster() -> v1::CreateClusterRequest {
    let cluster = v1::Cluster {
        network: "networks/vnet".to_owned(),
        route_table: TABLE.to_owned(),
        route_management: v1::RouteManagement::Observed.into(),
        ..Default::default()
    };
    v1::CreateClusterRequest { cluster_id: "blue".to_owned(), cluster: Some(cluster), ..Default::default() }
}

pub(crate) fn pool() -> v1::CreateNodePoolRequest {
    v1::CreateNodePoolRequest {
        parent: CLUSTER.to_owned(),
        node_pool_id: "main".to_owned(),
        node_pool: Some(v1::NodePool { subnet: SUBNET.to_owned(), ..Default::default() }),
        ..Default::default()
    }
}

pub(crate) fn scale(node_count: u32) -> v1::ScaleNodePoolRequest {
    v1::ScaleNodePoolRequest { name: POOL.to_owned(), node_count, ..Default::default() }
}

pub(crate) fn node(id: &str) -> v1::CreateNodeRequest {
    v1::CreateNodeRequest {
        parent: CLUSTER.to_owned(),
        node_id: id.to_owned(),
        node: Some(v1::Node { node_pool: POOL.to_owned(), ..Default::default() }),
        ..Default::default()
    }
}

pub(crate) fn moved_node(id: &str, address: &str) -> v1::UpdateNodeRequest {
    let addresses = vec![address.to_owned()];
    let node = v1::Node { name: node_name(id), addresses, ..Default::default() };
    v1::UpdateNodeRequest { node: Some(node), ..Default::default() }
}

pub(crate) fn node_name(id: &str) -> String {
    format!("{CLUSTER}/nodes/{id}")
}

pub(crate) fn pod(node: &str, id: &str) -> v1::AllocateAddressRequest {
    let owner = v1::Owner { pod_uid: format!("uid-{id}"), pod: id.to_owned(), ..Default::default() };
    v1::AllocateAddressRequest {
        parent: CLUSTER.to_owned(),
        allocation_id: id.to_owned(),
        node: node_name(node),
        owner: Some(owner),
        ..Default::default()
    }
}

pub(crate) fn reconcile(etag: String) -> v1::ReconcileRouteTableRequest {
    v1::ReconcileRouteTableRequest { name: TABLE.to_owned(), etag, ..Default::default() }
}

pub(crate) fn service() -> v1::CreateServiceRequest {
    let port = v1::ServicePort { name: "http".to_owned(), port: 80, ..Default::default() };
    v1::CreateServiceRequest {
        parent: format!("{CLUSTER}/namespaces/shop"),
        service_id: "web".to_owned(),
        service: Some(v1::Service {
            r#type: v1::ServiceType::LoadBalancer.into(),
            ports: vec![port],
            session_affinity: v1::SessionAffinity::ClientIp.into(),
            ..Default::default()
        }),
        ..Default::default()
    }
}
