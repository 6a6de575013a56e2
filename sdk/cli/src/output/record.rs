//! Which columns does each kind of resource have?

use podnet::v1::{self, ResourceKind, resource::Resource};
use prost::Message;

use super::words::{
    addresses, camel, hop, hop_type, id, list, number, owner, short, time, version, word, yes,
};

/// A resource that can be shown as a row.
pub trait Record: Message + Sized {
    /// Name of the message in `podnet.v1`.
    const MESSAGE: &'static str;
    /// Headers.
    const COLUMNS: &'static [&'static str];
    /// Further headers of `-o wide`.
    const WIDE: &'static [&'static str];

    /// Resource name.
    fn name(&self) -> &str;
    /// Cells: those of the headers, then those of the further headers.
    fn cells(&self) -> Vec<String>;
}

/// A resource that can be watched.
pub trait Watched: Record {
    /// Its kind.
    const KIND: ResourceKind;

    /// The resource of an event, if it is of this kind.
    fn of(resource: Resource) -> Option<Self>;
}

macro_rules! records {
    ($($message:ident($this:ident): [$($column:literal)+] wide [$($wide:literal)*] $cells:expr;)+) => {$(
        impl Record for v1::$message {
            const MESSAGE: &'static str = stringify!($message);
            const COLUMNS: &'static [&'static str] = &[$($column),+];
            const WIDE: &'static [&'static str] = &[$($wide),*];

            fn name(&self) -> &str {
                &self.name
            }

            fn cells(&self) -> Vec<String> {
                let $this = self;
                $cells
            }
        }
    )+};
}

macro_rules! watched {
    ($($message:ident)+) => {$(
        impl Watched for v1::$message {
            const KIND: ResourceKind = ResourceKind::$message;

            fn of(resource: Resource) -> Option<Self> {
                if let Resource::$message(resource) = resource { Some(resource) } else { None }
            }
        }
    )+};
}

watched! { Network Subnet Reservation RouteTable Route Cluster NodePool Node Allocation Service }

fn versioned<const N: usize>(cells: [String; N], meta: Option<&v1::Meta>) -> Vec<String> {
    cells.into_iter().chain(version(meta)).collect()
}

/// Free of all, over the families.
fn free(usage: &[v1::AddressUsage]) -> String {
    let counts: Vec<String> =
        usage.iter().map(|usage| format!("{}/{}", usage.free_decimal, usage.capacity_decimal)).collect();
    list(&counts)
}

records! {
    Network(network): ["NAME" "PREFIXES" "GATEWAY" "PEERINGS"] wide ["REVISION" "ETAG"]
        versioned([
            id(&network.name).to_owned(),
            list(&network.address_prefixes),
            network.gateway.as_ref().map(|gateway| camel(gateway.kind().as_str_name(), "GATEWAY_KIND_").replace("Vpn", "VPN")).unwrap_or_default(),
            list(&network.peerings.iter().map(|peering| peering.name.as_str()).collect::<Vec<_>>()),
        ], network.meta.as_ref());
    Subnet(subnet): ["NAME" "PREFIXES" "ROUTE TABLE" "FREE"] wide ["SERVICE ENDPOINTS" "DELEGATION" "REVISION" "ETAG"]
        versioned([
            short(&subnet.name),
            list(&subnet.address_prefixes),
            id(&subnet.route_table).to_owned(),
            free(&subnet.usage),
            list(&subnet.service_endpoints),
            subnet.delegation.clone(),
        ], subnet.meta.as_ref());
    Reservation(reservation): ["NAME" "PREFIX" "PURPOSE" "DISPLAY NAME"] wide ["IP FORWARDING" "REVISION" "ETAG"]
        versioned([
            short(&reservation.name),
            reservation.address_prefix.clone(),
            camel(reservation.purpose().as_str_name(), "RESERVATION_PURPOSE_"),
            reservation.display_name.clone(),
            yes(reservation.ip_forwarding),
        ], reservation.meta.as_ref());
    RouteTable(table): ["NAME" "ROUTES" "CLUSTER" "SUBNETS"] wide ["GATEWAY ROUTES" "REVISION" "ETAG"]
        versioned([
            short(&table.name),
            format!("{}/{}", table.route_count, table.route_limit),
            id(&table.cluster).to_owned(),
            list(&table.subnets.iter().map(|subnet| id(subnet)).collect::<Vec<_>>()),
            if table.disable_bgp_route_propagation { "kept out" } else { "learned" }.to_owned(),
        ], table.meta.as_ref());
    Route(route): ["NAME" "PREFIX" "NEXT HOP TYPE" "NEXT HOP" "MANAGED BY"] wide ["NODE" "REVISION" "ETAG"]
        versioned([
            id(&route.name).to_owned(),
            route.address_prefix.clone(),
            hop_type(route.next_hop_type()),
            route.next_hop_address.clone(),
            route.meta.as_ref().map(|meta| meta.managed_by.clone()).unwrap_or_default(),
            id(&route.node).to_owned(),
        ], route.meta.as_ref());
    Cluster(cluster): ["NAME" "MODE" "NETWORK" "POD PREFIXES" "SERVICE PREFIXES" "NODES" "ROUTES"]
        wide ["ROUTE TABLE" "OUTBOUND" "OUTBOUND ADDRESSES" "FREE BLOCKS" "REVISION" "ETAG"]
        versioned([
            id(&cluster.name).to_owned(),
            word(cluster.network_mode().as_str_name(), "NETWORK_MODE_"),
            id(&cluster.network).to_owned(),
            list(&cluster.pod_prefixes),
            list(&cluster.service_prefixes),
            cluster.node_count.to_string(),
            word(cluster.route_management().as_str_name(), "ROUTE_MANAGEMENT_"),
            id(&cluster.route_table).to_owned(),
            cluster.outbound.as_ref().map(|outbound| word(outbound.r#type().as_str_name(), "OUTBOUND_TYPE_")).unwrap_or_default(),
            cluster.outbound.as_ref().map(|outbound| list(&outbound.outbound_addresses)).unwrap_or_default(),
            list(&cluster.block_usage.iter().map(|usage| format!("{}/{}", usage.free, usage.capacity)).collect::<Vec<_>>()),
        ], cluster.meta.as_ref());
    NodePool(pool): ["NAME" "NODES" "MAX PODS" "SUBNET" "OS"] wide ["SURGE" "REVISION" "ETAG"]
        versioned([
            short(&pool.name),
            pool.node_count.to_string(),
            pool.max_pods.to_string(),
            short(&pool.subnet),
            camel(pool.os_type().as_str_name(), "OS_TYPE_"),
            pool.surge.map(|surge| surge.to_string()).unwrap_or_default(),
        ], pool.meta.as_ref());
    Node(node): ["NAME" "STATE" "POOL" "ADDRESSES" "POD PREFIXES" "PODS"] wide ["POD ADDRESSES" "EXCLUDED" "UID" "REVISION" "ETAG"]
        versioned([
            id(&node.name).to_owned(),
            word(node.state().as_str_name(), "NODE_STATE_"),
            id(&node.node_pool).to_owned(),
            list(&node.addresses),
            list(&node.pod_prefixes),
            format!("{}/{}", node.pod_count, node.max_pods),
            range(&node.pod_addresses),
            yes(node.excluded_from_load_balancer),
            node.uid.clone(),
        ], node.meta.as_ref());
    Allocation(allocation): ["ID" "STATE" "ADDRESSES" "POD" "NODE"] wide ["POD UID" "INTERFACE" "POOL" "CREATED" "REUSABLE" "REVISION" "ETAG"]
        versioned([
            id(&allocation.name).to_owned(),
            word(allocation.state().as_str_name(), "ALLOCATION_STATE_"),
            addresses(&allocation.addresses),
            owner(allocation.owner.as_ref()),
            id(&allocation.node).to_owned(),
            allocation.owner.as_ref().map(|owner| owner.pod_uid.clone()).unwrap_or_default(),
            allocation.owner.as_ref().map(|owner| owner.interface_name.clone()).unwrap_or_default(),
            short(&allocation.pool),
            time(allocation.meta.as_ref().and_then(|meta| meta.create_time.as_ref())),
            time(allocation.reusable_time.as_ref()),
        ], allocation.meta.as_ref());
    Service(service): ["NAME" "TYPE" "CLUSTER ADDRESSES" "LOAD BALANCER" "PORTS" "ENDPOINTS"]
        wide ["EXTERNAL POLICY" "INTERNAL POLICY" "AFFINITY" "REVISION" "ETAG"]
        versioned([
            short(service.name.split_once('/').map_or(service.name.as_str(), |(_, rest)| rest.split_once('/').map_or(rest, |(_, rest)| rest))),
            camel(service.r#type().as_str_name(), "SERVICE_TYPE_").replace("Ip", "IP"),
            list(&service.cluster_addresses),
            list(&service.load_balancer_addresses),
            list(&service.ports.iter().map(port).collect::<Vec<_>>()),
            number(service.endpoints.len() as u64),
            camel(service.external_traffic_policy().as_str_name(), "TRAFFIC_POLICY_"),
            camel(service.internal_traffic_policy().as_str_name(), "TRAFFIC_POLICY_"),
            camel(service.session_affinity().as_str_name(), "SESSION_AFFINITY_"),
        ], service.meta.as_ref());
}

impl Record for v1::FreeRange {
    const MESSAGE: &'static str = "FreeRange";
    const COLUMNS: &'static [&'static str] = &["FIRST", "LAST", "COUNT"];
    const WIDE: &'static [&'static str] = &[];

    fn name(&self) -> &str {
        &self.first_address
    }

    fn cells(&self) -> Vec<String> {
        vec![self.first_address.clone(), self.last_address.clone(), self.count.to_string()]
    }
}

impl Record for v1::AddressHold {
    const MESSAGE: &'static str = "AddressHold";
    const COLUMNS: &'static [&'static str] = &["ADDRESS", "HOLDER", "POD", "NODE", "FROM", "UNTIL"];
    const WIDE: &'static [&'static str] = &["FIRST REVISION", "END REVISION"];

    fn name(&self) -> &str {
        &self.holder
    }

    fn cells(&self) -> Vec<String> {
        let until = if self.end_time.is_none() { "now".to_owned() } else { time(self.end_time.as_ref()) };
        vec![
            self.address.clone(),
            id(&self.holder).to_owned(),
            owner(self.owner.as_ref()),
            id(&self.node).to_owned(),
            time(self.start_time.as_ref()),
            until,
            self.start_revision.to_string(),
            number(self.end_revision.unsigned_abs()),
        ]
    }
}

/// A port as kubectl shows it, `80:30080/TCP`.
fn port(port: &v1::ServicePort) -> String {
    let protocol = match port.protocol() {
        v1::Protocol::Unspecified => "TCP".to_owned(),
        protocol @ (v1::Protocol::Tcp | v1::Protocol::Udp | v1::Protocol::Sctp | v1::Protocol::Icmp) => {
            word(protocol.as_str_name(), "PROTOCOL_")
        }
    };
    match port.node_port {
        0 => format!("{}/{protocol}", port.port),
        node_port => format!("{}:{node_port}/{protocol}", port.port),
    }
}

/// First and last of a node's addresses for pods, and how many.
fn range(addresses: &[v1::PodAddress]) -> String {
    match addresses {
        [] => String::new(),
        [only] => only.address.clone(),
        [first, .., last] => format!("{}..{} ({})", first.address, last.address, addresses.len()),
    }
}

/// One resource of any kind as one line for people: what matters most of it.
#[must_use]
pub fn summary(resource: &Resource) -> String {
    match resource {
        Resource::Network(network) => list(&network.address_prefixes),
        Resource::Subnet(subnet) => list(&subnet.address_prefixes),
        Resource::Reservation(reservation) => reservation.address_prefix.clone(),
        Resource::RouteTable(table) => format!("{} routes", table.route_count),
        Resource::Route(route) => format!("{} -> {}", route.address_prefix, hop(route)),
        Resource::Cluster(cluster) => word(cluster.network_mode().as_str_name(), "NETWORK_MODE_"),
        Resource::NodePool(pool) => format!("{} nodes", pool.node_count),
        Resource::Node(node) => {
            let pods = if node.pod_prefixes.is_empty() {
                range(&node.pod_addresses)
            } else {
                list(&node.pod_prefixes)
            };
            format!("{} {pods}", list(&node.addresses)).trim_end().to_owned()
        }
        Resource::Allocation(allocation) => {
            format!("{} {}", addresses(&allocation.addresses), owner(allocation.owner.as_ref()))
                .trim_end()
                .to_owned()
        }
        Resource::Service(service) => list(&service.cluster_addresses),
        Resource::NetworkSecurityGroup(group) => format!("{} rules", group.rules.len()),
        Resource::Namespace(namespace) => {
            let labels = namespace.meta.iter().flat_map(|meta| &meta.labels);
            labels.map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(",")
        }
        Resource::NetworkPolicy(policy) => {
            format!("{} ingress, {} egress rules", policy.ingress.len(), policy.egress.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{cells, columns, table::Table};
    use super::*;

    fn render<R: Record>(records: &[R], wide: bool) -> String {
        let mut table = Table::new(columns::<R>(wide));
        for record in records {
            table.row(cells(record, wide));
        }
        table.render(true)
    }

    #[test]
    fn nodes_show_addresses_blocks_and_pods() {
        let node = |name: &str, address: &str, prefix: &str, pods| v1::Node {
            name: format!("clusters/prod/nodes/{name}"),
            node_pool: "clusters/prod/nodePools/np1".into(),
            addresses: vec![address.into()],
            pod_prefixes: vec![prefix.into()],
            max_pods: 110,
            pod_count: pods,
            state: v1::NodeState::Ready.into(),
            ..Default::default()
        };
        let nodes = [
            node("aks-np1-0", "10.240.0.4", "10.244.0.0/24", 31),
            node("aks-np1-1", "10.240.0.5", "10.244.1.0/24", 0),
        ];
        let expected = "\
NAME       STATE  POOL  ADDRESSES   POD PREFIXES   PODS
aks-np1-0  READY  np1   10.240.0.4  10.244.0.0/24  31/110
aks-np1-1  READY  np1   10.240.0.5  10.244.1.0/24  0/110
";
        assert_eq!(render(&nodes, false), expected);
    }

    #[test]
    fn services_show_ports_as_kubectl_does() {
        let service = v1::Service {
            name: "clusters/prod/namespaces/shop/services/web".into(),
            r#type: v1::ServiceType::LoadBalancer.into(),
            cluster_addresses: vec!["10.0.7.1".into()],
            load_balancer_addresses: vec!["20.0.0.9".into()],
            ports: vec![v1::ServicePort { port: 80, node_port: 30080, ..Default::default() }],
            endpoints: vec![v1::ServiceEndpoint::default(); 2],
            ..Default::default()
        };
        let expected = "\
NAME      TYPE          CLUSTER ADDRESSES  LOAD BALANCER  PORTS         ENDPOINTS
shop/web  LoadBalancer  10.0.7.1           20.0.0.9       80:30080/TCP  2
";
        assert_eq!(render(&[service], false), expected);
    }

    #[test]
    fn wide_adds_columns_and_absent_values_are_dashes() {
        let table = v1::RouteTable {
            name: "networks/vnet/routeTables/rt".into(),
            route_limit: 400,
            ..Default::default()
        };
        let expected = "\
NAME     ROUTES  CLUSTER  SUBNETS  GATEWAY ROUTES  REVISION  ETAG
vnet/rt  0/400   -        -        learned         -         -
";
        assert_eq!(render(&[table], true), expected);
    }
}
