//! In which world do the clients work? One network with three clusters: kubenet, kubenet in dual stack, Azure CNI.

use podnet::{Client, Error, v1};

/// Clients at once.
pub const CLIENTS: usize = 9;
/// The clusters, each with a subnet of its name.
pub const CLUSTERS: [&str; 3] = ["kube", "dual", "cni"];
/// The table of user routes where the cluster has none of its own.
const USER_TABLE: &str = "networks/net/routeTables/user";

/// Where one client works. Only the shared node is used by others too.
#[derive(Clone, Debug)]
pub struct Place {
    /// First part of every id that the client chooses.
    pub prefix: String,
    /// The cluster.
    pub cluster: String,
    /// The client's own node pool.
    pub pool: String,
    /// A node on which every client of the cluster allocates.
    pub shared_node: String,
    /// The subnet of the cluster.
    pub subnet: String,
    /// The table that the client's routes are in; in kubenet the one that the cluster manages.
    pub route_table: String,
    /// Last byte but one of the client's route prefixes.
    pub index: usize,
}

/// Creates the world in an empty server.
///
/// # Errors
/// The first call that fails.
pub async fn create(client: &Client) -> Result<Vec<Place>, Error> {
    let cooldown = Some(prost_types::Duration { seconds: 1, nanos: 0 });
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let network =
        v1::Network { address_prefixes: texts(&["10.224.0.0/12", "fd00:a::/48"]), ..Default::default() };
    let create =
        v1::CreateNetworkRequest { network_id: "net".into(), network: Some(network), ..Default::default() };
    let _network = client.call(create).await?;
    let table = v1::CreateRouteTableRequest {
        parent: "networks/net".into(),
        route_table_id: "user".into(),
        route_table: Some(v1::RouteTable::default()),
        ..Default::default()
    };
    let _table = client.call(table).await?;

    let mut places = Vec::new();
    for (number, id) in CLUSTERS.iter().enumerate() {
        let dual = *id == "dual";
        let second = 224 + number;
        let mut address_prefixes = vec![format!("10.{second}.0.0/16")];
        if dual {
            address_prefixes.push("fd00:a::/64".to_owned());
        }
        let subnet = v1::Subnet { address_prefixes, cooldown, ..Default::default() };
        let _subnet = client
            .call(v1::CreateSubnetRequest {
                parent: "networks/net".into(),
                subnet_id: (*id).to_owned(),
                subnet: Some(subnet),
                ..Default::default()
            })
            .await?;
        places.extend(cluster(client, number, id, cooldown).await?);
    }
    Ok(places)
}

async fn cluster(
    client: &Client,
    number: usize,
    id: &str,
    cooldown: Option<prost_types::Duration>,
) -> Result<Vec<Place>, Error> {
    let mode = if id == "cni" { v1::NetworkMode::AzureCni } else { v1::NetworkMode::Kubenet };
    let mut cluster = v1::Cluster {
        network: "networks/net".into(),
        network_mode: mode as i32,
        cooldown,
        ..Default::default()
    };
    if id == "dual" {
        cluster.ip_families = vec![v1::IpFamily::Ipv4 as i32, v1::IpFamily::Ipv6 as i32];
        cluster.pod_prefixes = vec!["10.245.0.0/16".into(), "fd00:b::/48".into()];
    }
    let name = format!("clusters/{id}");
    let subnet = format!("networks/net/subnets/{id}");
    let _cluster = client
        .call(v1::CreateClusterRequest {
            cluster_id: id.to_owned(),
            cluster: Some(cluster),
            ..Default::default()
        })
        .await?;
    let members: Vec<usize> = (0..CLIENTS).filter(|index| index % CLUSTERS.len() == number).collect();
    let pools = std::iter::once("shared".to_owned()).chain(members.iter().map(|index| format!("c{index}")));
    for pool in pools {
        let node_pool = v1::NodePool { subnet: subnet.clone(), ..Default::default() };
        let _pool = client
            .call(v1::CreateNodePoolRequest {
                parent: name.clone(),
                node_pool_id: pool,
                node_pool: Some(node_pool),
                ..Default::default()
            })
            .await?;
    }
    let shared_node = format!("{name}/nodes/shared");
    let node = v1::Node { node_pool: format!("{name}/nodePools/shared"), ..Default::default() };
    let _node = client
        .call(v1::CreateNodeRequest {
            parent: name.clone(),
            node_id: "shared".into(),
            node: Some(node),
            ..Default::default()
        })
        .await?;
    let shown = client.call(v1::GetClusterRequest { name: name.clone() }).await?;
    let own_table = shown.cluster.map(|cluster| cluster.route_table).unwrap_or_default();
    let route_table = if own_table.is_empty() { USER_TABLE.to_owned() } else { own_table };
    let place = |index: usize| Place {
        prefix: format!("c{index}-"),
        cluster: name.clone(),
        pool: format!("{name}/nodePools/c{index}"),
        shared_node: shared_node.clone(),
        subnet: subnet.clone(),
        route_table: route_table.clone(),
        index,
    };
    Ok(members.into_iter().map(place).collect())
}
