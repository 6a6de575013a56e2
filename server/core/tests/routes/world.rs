//! A small world on which commands are decided and applied, one revision each.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use podnet_core::address::Family;
use podnet_core::command::{
    ClusterSpec, ClusterUpdate, Command, Delete, NetworkSpec, NodePoolSpec, NodeSpec, NodeUpdate, Reconcile,
    Request, RouteSpec, RouteTableSpec, SubnetRouteTable, SubnetSpec,
};
use podnet_core::decide::{Context, Outcome};
use podnet_core::meta::Revision;
use podnet_core::model::{
    Gateway, GatewayKind, InboundDistribution, Interface, NetworkMode, NextHop, NodeState, OsType, Outbound,
    OutboundType, Peering, PodDataPath, ProvisioningTool, Route, RouteManagement, Subnet,
};
use podnet_core::name::{
    ClusterName, NetworkName, NodeName, NodePoolName, RouteName, RouteTableName, SubnetName,
};
use podnet_core::prefix::Prefix;
use podnet_core::routes::{Plan, plan, table_etag};
use podnet_core::time::Timestamp;
use podnet_core::{Event, Reason, Record, Rejection, State, decide, invariants};

pub(crate) fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}

pub(crate) fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

pub(crate) fn appliance(text: &str) -> NextHop {
    NextHop::VirtualAppliance(address(text))
}

pub(crate) fn network() -> NetworkName {
    NetworkName::parse("networks/hub").unwrap()
}

pub(crate) fn subnet(id: &str) -> SubnetName {
    SubnetName::parse(&format!("networks/hub/subnets/{id}")).unwrap()
}

pub(crate) fn table(id: &str) -> RouteTableName {
    RouteTableName::parse(&format!("networks/hub/routeTables/{id}")).unwrap()
}

pub(crate) fn cluster(id: &str) -> ClusterName {
    ClusterName::parse(&format!("clusters/{id}")).unwrap()
}

pub(crate) fn node(id: &str) -> NodeName {
    NodeName::parse(&format!("clusters/prod/nodes/{id}")).unwrap()
}

pub(crate) fn route(table: &RouteTableName, id: &str) -> RouteName {
    RouteName::parse(&format!("{table}/routes/{id}")).unwrap()
}

/// A new route of the user's own.
pub(crate) fn route_spec(
    table: &RouteTableName,
    id: &str,
    destination: &str,
    next_hop: NextHop,
) -> RouteSpec {
    RouteSpec {
        name: route(table, id),
        labels: BTreeMap::new(),
        managed_by: String::new(),
        prefix: prefix(destination),
        next_hop,
        node: None,
    }
}

/// A kubenet cluster of the hub.
pub(crate) fn cluster_spec(id: &str) -> ClusterSpec {
    ClusterSpec {
        network_policy_engine: podnet_core::model::NetworkPolicyEngine::None,
        name: cluster(id),
        labels: BTreeMap::new(),
        network: network(),
        mode: NetworkMode::Kubenet,
        families: vec![Family::V4],
        pod_prefixes: vec![prefix("10.244.0.0/16")],
        node_prefix_length_v4: 24,
        node_prefix_length_v6: 64,
        service_prefixes: vec![prefix("10.0.0.0/16")],
        dns_address: None,
        route_table: None,
        route_management: RouteManagement::Managed,
        outbound: Outbound { kind: OutboundType::LoadBalancer, addresses: Vec::new(), allocated_ports: 0 },
        inbound_distribution: InboundDistribution::FiveTupleHash,
        non_masquerade_prefixes: None,
        provisioning_tool: ProvisioningTool::Cli,
        cooldown: Duration::from_secs(30),
        pod_data_path: PodDataPath::Transparent,
    }
}

pub(crate) fn peering(name: &str, remote: Option<&str>, prefixes: &[&str]) -> Peering {
    Peering {
        name: name.to_owned(),
        remote_network: remote.map(|name| NetworkName::parse(name).unwrap()),
        remote_prefixes: prefixes.iter().map(|p| prefix(p)).collect(),
        allow_virtual_network_access: true,
        allow_forwarded_traffic: true,
        allow_gateway_transit: false,
        use_remote_gateways: false,
    }
}

pub(crate) fn gateway(prefixes: &[&str]) -> Gateway {
    Gateway { kind: GatewayKind::Vpn, on_premises_prefixes: prefixes.iter().map(|p| prefix(p)).collect() }
}

/// The state and what every command adds to it.
#[derive(Default)]
pub(crate) struct World {
    pub(crate) state: State,
}

impl World {
    /// A hub with this address space and two subnets, `nodes` and `machines`.
    pub(crate) fn new() -> Self {
        let mut world = Self::bare(&["10.224.0.0/12", "fd00:1::/48"], Vec::new(), None);
        world.subnet("nodes", &["10.224.0.0/16", "fd00:1:0:1::/64"], None);
        world.subnet("machines", &["10.225.0.0/16"], None);
        world
    }

    /// A hub without subnets.
    pub(crate) fn bare(space: &[&str], peerings: Vec<Peering>, gateway: Option<Gateway>) -> Self {
        let mut world = Self::default();
        world.network("networks/hub", space, peerings, gateway);
        world
    }

    pub(crate) fn network(
        &mut self,
        name: &str,
        space: &[&str],
        peerings: Vec<Peering>,
        gateway: Option<Gateway>,
    ) {
        self.run(Command::CreateNetwork(NetworkSpec {
            name: NetworkName::parse(name).unwrap(),
            labels: BTreeMap::new(),
            address_prefixes: space.iter().map(|p| prefix(p)).collect(),
            gateway,
            peerings,
        }));
    }

    /// Decides and applies, and looks after the laws.
    pub(crate) fn attempt(&mut self, command: Command) -> Result<Vec<Event>, Rejection> {
        let context = Context { now: Timestamp(self.state.time.0 + 1_000_000_000), actor: "test".to_owned() };
        match decide(&self.state, &Request::plain(command), &context)? {
            Outcome::Committed(events) => {
                self.state.apply(&Record {
                    revision: Revision(self.state.revision.0 + 1),
                    time: context.now,
                    actor: context.actor,
                    request: None,
                    events: events.clone(),
                });
                let found = invariants::check(&self.state);
                assert!(found.is_empty(), "{found:?}");
                Ok(events)
            }
            Outcome::Unchanged(_) => Ok(Vec::new()),
            Outcome::Replayed(_) => panic!("no request id was given"),
        }
    }

    pub(crate) fn run(&mut self, command: Command) -> Vec<Event> {
        self.attempt(command).unwrap()
    }

    /// The reason and figures of a refusal.
    pub(crate) fn refused(&mut self, command: Command) -> Rejection {
        let before = self.state.clone();
        let rejection = self.attempt(command).unwrap_err();
        assert!(self.state == before, "a refusal changes nothing");
        rejection
    }

    pub(crate) fn subnet(&mut self, id: &str, prefixes: &[&str], route_table: Option<RouteTableName>) {
        self.run(Command::CreateSubnet(SubnetSpec {
            network_security_group: None,
            name: subnet(id),
            labels: BTreeMap::new(),
            address_prefixes: prefixes.iter().map(|p| prefix(p)).collect(),
            route_table,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            cooldown: Duration::from_secs(30),
        }));
    }

    pub(crate) fn table(&mut self, id: &str) -> RouteTableName {
        self.run(Command::CreateRouteTable(RouteTableSpec {
            name: table(id),
            labels: BTreeMap::new(),
            disable_bgp_route_propagation: false,
        }));
        table(id)
    }

    pub(crate) fn route(&mut self, table: &RouteTableName, id: &str, destination: &str, next_hop: NextHop) {
        self.run(Command::CreateRoute(route_spec(table, id, destination, next_hop)));
    }

    /// A route that says it is kept by the cluster `prod`, for a node of it if one is named.
    pub(crate) fn kept_route(
        &mut self,
        table: &RouteTableName,
        id: &str,
        destination: &str,
        next_hop: &str,
        of: Option<&str>,
    ) {
        let spec = route_spec(table, id, destination, appliance(next_hop));
        let kept = RouteSpec { managed_by: cluster("prod").to_string(), node: of.map(node), ..spec };
        self.run(Command::CreateRoute(kept));
    }

    pub(crate) fn associate(
        &mut self,
        id: &str,
        table: Option<RouteTableName>,
    ) -> Result<Vec<Event>, Rejection> {
        self.attempt(Command::SetSubnetRouteTable(SubnetRouteTable { subnet: subnet(id), table, etag: None }))
    }

    pub(crate) fn pool(&mut self, cluster: &str, subnet_id: &str) -> Result<Vec<Event>, Rejection> {
        self.attempt(Command::CreateNodePool(NodePoolSpec {
            network_security_group: None,
            name: NodePoolName::parse(&format!("clusters/{cluster}/nodePools/{subnet_id}")).unwrap(),
            labels: BTreeMap::new(),
            subnet: subnet(subnet_id),
            max_pods: None,
            os: OsType::Linux,
            surge: 0,
        }))
    }

    /// A kubenet cluster `prod` with a pool in `nodes`.
    pub(crate) fn with_cluster(spec: ClusterSpec) -> Self {
        let mut world = Self::new();
        world.run(Command::CreateCluster(spec));
        world.pool("prod", "nodes").unwrap();
        world
    }

    pub(crate) fn join(&mut self, id: &str) -> Result<Vec<Event>, Rejection> {
        self.attempt(Command::CreateNodes(vec![node_spec(id)]))
    }

    pub(crate) fn leave(&mut self, id: &str) -> Vec<Event> {
        self.run(Command::DeleteNodes(vec![Delete::new(node(id))]))
    }

    pub(crate) fn move_node(&mut self, id: &str, addresses: &[&str]) -> Result<Vec<Event>, Rejection> {
        self.attempt(Command::UpdateNode(NodeUpdate {
            name: node(id),
            etag: None,
            immutable: Vec::new(),
            labels: None,
            addresses: Some(addresses.iter().map(|a| address(a)).collect()),
            state: None,
            excluded_from_load_balancers: None,
            ip_forwarding: None,
            public_addresses: None,
        }))
    }

    pub(crate) fn manage(&mut self, id: &str, management: RouteManagement) -> Result<Vec<Event>, Rejection> {
        self.attempt(Command::UpdateCluster(ClusterUpdate {
            network_policy_engine: None,
            name: cluster(id),
            etag: None,
            immutable: Vec::new(),
            labels: None,
            route_management: Some(management),
            outbound: None,
            inbound_distribution: None,
            non_masquerade_prefixes: None,
            cooldown: None,
            pod_data_path: None,
        }))
    }

    pub(crate) fn body(&self, id: &str) -> &Subnet {
        self.state.subnets.get(&subnet(id)).unwrap()
    }

    /// The table of the cluster `prod`.
    pub(crate) fn cluster_table(&self) -> RouteTableName {
        self.state.clusters.get(&cluster("prod")).unwrap().route_table.clone().unwrap()
    }

    /// The routes of a table as `name prefix hop manager`, by name.
    pub(crate) fn routes(&self, table: &RouteTableName) -> Vec<String> {
        self.state.routes_of(table).map(|route| show(route)).collect()
    }

    pub(crate) fn etag(&self, table: &RouteTableName) -> String {
        table_etag(&self.state, self.state.route_tables.get(table).unwrap())
    }

    pub(crate) fn plan(&self, table: &RouteTableName) -> Plan {
        plan(&self.state, &wish(table)).unwrap()
    }

    pub(crate) fn reconcile(&mut self, table: &RouteTableName) -> Result<Vec<Event>, Rejection> {
        let etag = Some(self.etag(table));
        self.attempt(Command::ReconcileRouteTable(Reconcile { etag, ..wish(table) }))
    }
}

/// A reconciliation of the cluster that uses the table.
pub(crate) fn wish(table: &RouteTableName) -> Reconcile {
    Reconcile { table: table.clone(), manager: String::new(), desired: None, etag: None }
}

pub(crate) fn node_spec(id: &str) -> NodeSpec {
    NodeSpec {
        name: node(id),
        labels: BTreeMap::new(),
        pool: NodePoolName::parse("clusters/prod/nodePools/nodes").unwrap(),
        uid: String::new(),
        addresses: Vec::new(),
        pod_prefixes: Vec::new(),
        pod_addresses: Vec::new(),
        state: NodeState::Active,
        excluded_from_load_balancers: false,
        interface: Interface::default(),
    }
}

pub(crate) fn show(route: &Route) -> String {
    let hop = route.next_hop.address().map_or_else(|| route.next_hop.azure().to_owned(), |a| a.to_string());
    format!("{} {} {hop} {}", route.name.route, route.prefix, route.meta.managed_by).trim_end().to_owned()
}

/// Reason and figures in one line, for tables of refusals.
pub(crate) fn figures(rejection: &Rejection, keys: &[&str]) -> (Reason, Vec<String>) {
    let value = |key: &&str| {
        rejection.metadata.get(*key).unwrap_or_else(|| panic!("no {key} in {rejection:?}")).clone()
    };
    (rejection.reason, keys.iter().map(value).collect())
}
