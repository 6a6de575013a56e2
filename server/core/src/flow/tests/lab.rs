//! The kernel lab's two clusters as states: the addresses of kernel-lab.md sections 1 and 2, IPv6 beside them.

use std::net::IpAddr;
use std::time::Duration;

use crate::address::Family;
use crate::event::{Change, Event, Record};
use crate::flow::{EndpointRef, Flow, FlowResult, Scope, trace};
use crate::meta::{Meta, Revision};
use crate::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, Cluster, Endpoint, Gateway, GatewayKind,
    InboundDistribution, Interface, KeptOwner, Machine, Network, NetworkMode, NextHop, Node, NodePool,
    NodeState, OsType, Outbound, OutboundType, OwnerTexts, Peering, PodDataPath, Protocol, ProvisioningTool,
    Purpose, Reservation, Route, RouteManagement, RouteTable, Service, ServicePort, ServiceType,
    SessionAffinity, Subnet, TargetPort, TrafficPolicy,
};
use crate::name::{
    AllocationName, ClusterName, NetworkName, NodeName, NodePoolName, ReservationName, RouteTableName,
    Segment, ServiceName, SubnetName,
};
use crate::prefix::Prefix;
use crate::state::State;

pub(crate) const INTERNET: &str = "198.51.100.7";
pub(crate) const ON_PREMISES: &str = "192.168.50.10";
pub(crate) const FRONTEND: &str = "203.0.113.20";

/// A state under construction.
#[derive(Clone)]
pub(crate) struct Lab {
    pub(crate) state: State,
}

pub(crate) fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}
pub(crate) fn prefix(text: &str) -> Prefix {
    Prefix::parse(text).unwrap()
}
pub(crate) fn seg(text: &str) -> Segment {
    Segment::parse(text).unwrap()
}
pub(crate) fn cluster_name() -> ClusterName {
    ClusterName::parse("clusters/c").unwrap()
}
pub(crate) fn node_name(node: &str) -> NodeName {
    cluster_name().node(seg(node))
}
pub(crate) fn subnet_name(subnet: &str) -> SubnetName {
    SubnetName::parse(&format!("networks/lab/subnets/{subnet}")).unwrap()
}
pub(crate) fn table_name() -> RouteTableName {
    RouteTableName::parse("networks/lab/routeTables/aks-rt").unwrap()
}

/// A pod of the lab.
pub(crate) fn pod(name: &str) -> EndpointRef {
    EndpointRef::Pod { cluster: cluster_name(), namespace: "default".into(), pod: name.into() }
}
/// A node of the lab.
pub(crate) fn node(name: &str) -> EndpointRef {
    EndpointRef::Node(node_name(name))
}
/// Whatever has an address.
pub(crate) fn at(address: &str) -> EndpointRef {
    EndpointRef::Address(ip(address))
}

impl Lab {
    pub(crate) fn emit(&mut self, event: Event) {
        let revision = self.state.revision.next();
        let time = crate::time::Timestamp(revision.0);
        self.state.apply(&Record { revision, time, actor: "lab".into(), request: None, events: vec![event] });
    }

    /// Changes a cluster's settings.
    pub(crate) fn cluster(&mut self, change: impl FnOnce(&mut Cluster)) {
        let mut cluster = self.state.clusters.get(&cluster_name()).unwrap().as_ref().clone();
        change(&mut cluster);
        self.emit(Event::Cluster(Change::Updated(cluster)));
    }

    /// Changes a node.
    pub(crate) fn node(&mut self, name: &str, change: impl FnOnce(&mut Node)) {
        let mut node = self.state.nodes.get(&node_name(name)).unwrap().as_ref().clone();
        change(&mut node);
        self.emit(Event::Node(Change::Updated(node)));
    }

    /// Changes the service.
    pub(crate) fn service(&mut self, change: impl FnOnce(&mut Service)) {
        let mut service = self.state.services.values().next().unwrap().as_ref().clone();
        change(&mut service);
        self.emit(Event::Service(Change::Updated(service)));
    }

    /// Changes the lab's network.
    pub(crate) fn network(&mut self, change: impl FnOnce(&mut Network)) {
        let mut network = self
            .state
            .networks
            .values()
            .find(|n| n.name.to_string() == "networks/lab")
            .unwrap()
            .as_ref()
            .clone();
        change(&mut network);
        self.emit(Event::Network(Change::Updated(network)));
    }

    /// Associates a subnet with the cluster's table, or with none.
    pub(crate) fn associate(&mut self, subnet: &str, table: Option<RouteTableName>) {
        let mut subnet = self.state.subnets.get(&subnet_name(subnet)).unwrap().as_ref().clone();
        subnet.route_table = table;
        self.emit(Event::Subnet(Change::Updated(subnet)));
    }

    /// Adds a route to the cluster's table.
    pub(crate) fn route(&mut self, name: &str, destination: &str, next_hop: NextHop) {
        let route = Route {
            name: table_name().route(seg(name)),
            meta: Meta::default(),
            prefix: prefix(destination),
            next_hop,
            node: None,
        };
        self.emit(Event::Route(Change::Created(route)));
    }

    /// Takes a route out of the cluster's table.
    pub(crate) fn unroute(&mut self, name: &str) {
        let route = self.state.routes.get(&table_name().route(seg(name))).unwrap().as_ref().clone();
        self.emit(Event::Route(Change::Deleted(route)));
    }

    /// Changes a route of the cluster's table.
    pub(crate) fn change_route(&mut self, name: &str, change: impl FnOnce(&mut Route)) {
        let mut route = self.state.routes.get(&table_name().route(seg(name))).unwrap().as_ref().clone();
        change(&mut route);
        self.emit(Event::Route(Change::Updated(route)));
    }

    /// Takes a node away.
    pub(crate) fn remove_node(&mut self, name: &str) {
        let node = self.state.nodes.get(&node_name(name)).unwrap().as_ref().clone();
        self.emit(Event::Node(Change::Deleted(node)));
    }

    /// Adds a virtual machine.
    pub(crate) fn machine(&mut self, subnet: &str, name: &str, address: &str, ip_forwarding: bool) {
        let vm = Reservation {
            network_security_group: None,
            name: ReservationName::parse(&format!("{}/reservations/{name}", subnet_name(subnet))).unwrap(),
            meta: Meta::default(),
            purpose: Purpose::VirtualMachine,
            prefix: Prefix::host(ip(address)),
            display_name: name.into(),
            ip_forwarding,
            machine: Machine::default(),
        };
        self.emit(Event::Reservation(Change::Created(vm)));
    }

    /// Reserves an address.
    pub(crate) fn reserve(&mut self, subnet: &str, name: &str, address: &str, purpose: Purpose) {
        self.machine(subnet, name, address, false);
        self.change_reservation(subnet, name, |reservation| reservation.purpose = purpose);
    }

    /// Changes what is known of a machine.
    pub(crate) fn change_machine(&mut self, subnet: &str, name: &str, change: impl FnOnce(&mut Machine)) {
        self.change_reservation(subnet, name, |reservation| change(&mut reservation.machine));
    }

    fn change_reservation(&mut self, subnet: &str, name: &str, change: impl FnOnce(&mut Reservation)) {
        let name = ReservationName::parse(&format!("{}/reservations/{name}", subnet_name(subnet))).unwrap();
        let mut reservation = self.state.reservations.get(&name).unwrap().as_ref().clone();
        change(&mut reservation);
        self.emit(Event::Reservation(Change::Updated(reservation)));
    }

    /// Changes the hub of [`hub_and_spoke`].
    pub(crate) fn hub(&mut self, change: impl FnOnce(&mut Network)) {
        let name = NetworkName::parse("networks/hub").unwrap();
        let mut hub = self.state.networks.get(&name).unwrap().as_ref().clone();
        change(&mut hub);
        self.emit(Event::Network(Change::Updated(hub)));
    }

    pub(crate) fn join(&mut self, name: &str, addresses: [&str; 2], blocks: &[&str], pods: &[&str]) {
        let node = Node {
            name: node_name(name),
            meta: Meta::default(),
            pool: pool_name(),
            uid: name.into(),
            addresses: addresses.iter().map(|a| ip(a)).collect(),
            pod_prefixes: blocks.iter().map(|p| prefix(p)).collect(),
            pod_addresses: pods.iter().map(|a| ip(a)).collect(),
            max_pods: 30,
            state: NodeState::Active,
            excluded_from_load_balancers: false,
            interface: Interface::default(),
        };
        self.emit(Event::Node(Change::Created(node)));
    }

    pub(crate) fn place(&mut self, name: &str, node: &str, addresses: [(&str, u8, &str); 2]) {
        let held = |(address, prefix_length, gateway): &(&str, u8, &str)| AllocatedAddress {
            address: ip(address),
            prefix_length: *prefix_length,
            gateway: ip(gateway),
        };
        let owner = OwnerTexts { namespace: "default", pod: name, pod_uid: name, ..OwnerTexts::default() };
        let allocation = Allocation {
            pod_traits: None,
            name: AllocationName { cluster: seg("c"), allocation: seg(name) },
            node: seg(node),
            addresses: AllocatedAddresses::new(addresses.iter().map(held), []),
            owner: KeptOwner::new(&seg(name), owner),
            created_revision: Revision(1),
            revision: Revision(1),
            create_time: crate::time::Timestamp(1),
        };
        self.emit(Event::AllocationCreated(std::sync::Arc::new(allocation)));
    }

    /// Traces a TCP flow from port 5555.
    pub(crate) fn tcp(&self, source: EndpointRef, destination: EndpointRef, port: u16) -> FlowResult {
        trace(&self.state, &flow(source, destination, port)).unwrap()
    }

    /// As [`Self::tcp`], with a datagram.
    pub(crate) fn udp(&self, source: EndpointRef, destination: EndpointRef, port: u16) -> FlowResult {
        let asked = Flow { protocol: Protocol::Udp, ..flow(source, destination, port) };
        trace(&self.state, &asked).unwrap()
    }
}

pub(crate) fn flow(source: EndpointRef, destination: EndpointRef, port: u16) -> Flow {
    Flow {
        scope: Scope::Cluster(cluster_name()),
        source,
        destination,
        protocol: Protocol::Tcp,
        source_port: Some(5555),
        destination_port: Some(port),
        family: None,
        one_way: false,
        concurrent_flows: 0,
    }
}

fn pool_name() -> NodePoolName {
    NodePoolName::parse("clusters/c/nodePools/np").unwrap()
}

fn base(mode: NetworkMode) -> Lab {
    let mut lab = Lab { state: State::default() };
    let name = NetworkName::parse("networks/lab").unwrap();
    lab.emit(Event::Network(Change::Created(Network {
        name: name.clone(),
        meta: Meta::default(),
        address_prefixes: vec![prefix("10.240.0.0/16"), prefix("10.241.0.0/16"), prefix("fd00:240::/32")],
        gateway: Some(Gateway {
            kind: GatewayKind::Vpn,
            on_premises_prefixes: vec![prefix("192.168.50.0/24")],
        }),
        peerings: Vec::new(),
    })));
    let subnets =
        [("nodes", "10.240.0.0/16", "fd00:240::/64"), ("machines", "10.241.0.0/16", "fd00:240:1::/64")];
    for (subnet, v4, v6) in subnets {
        lab.emit(Event::Subnet(Change::Created(Subnet {
            network_security_group: None,
            name: subnet_name(subnet),
            meta: Meta::default(),
            address_prefixes: vec![prefix(v4), prefix(v6)],
            route_table: None,
            service_endpoints: Vec::new(),
            delegation: String::new(),
            cooldown: Duration::ZERO,
        })));
    }
    lab.emit(Event::Cluster(Change::Created(Cluster {
        network_policy_engine: crate::model::NetworkPolicyEngine::None,
        name: cluster_name(),
        meta: Meta::default(),
        network: name,
        mode,
        families: vec![Family::V4, Family::V6],
        pod_prefixes: match mode {
            NetworkMode::Kubenet => vec![prefix("10.244.0.0/16"), prefix("fd00:244::/48")],
            NetworkMode::AzureCni => Vec::new(),
        },
        node_prefix_length_v4: 24,
        node_prefix_length_v6: 64,
        service_prefixes: vec![prefix("10.0.0.0/16"), prefix("fd00:100::/108")],
        dns_address: ip("10.0.0.10"),
        route_table: (mode == NetworkMode::Kubenet).then(table_name),
        route_management: RouteManagement::Managed,
        outbound: Outbound {
            kind: OutboundType::LoadBalancer,
            addresses: vec![ip("203.0.113.10"), ip("2001:db8::10")],
            allocated_ports: 0,
        },
        inbound_distribution: InboundDistribution::FiveTupleHash,
        non_masquerade_prefixes: None,
        provisioning_tool: ProvisioningTool::Cli,
        cooldown: Duration::ZERO,
        pod_data_path: PodDataPath::Transparent,
    })));
    lab.emit(Event::NodePool(Change::Created(NodePool {
        network_security_group: None,
        name: pool_name(),
        meta: Meta::default(),
        subnet: subnet_name("nodes"),
        max_pods: 30,
        os: OsType::Linux,
        surge: 0,
        next_instance: 0,
    })));
    lab.machine("nodes", "near", "10.240.0.6", false);
    lab.machine("machines", "far", "10.241.0.4", false);
    lab.machine("machines", "far6", "fd00:240:1::4", false);
    lab
}

fn serve(lab: &mut Lab, endpoints: [(&str, &str, &str); 4]) {
    let endpoint = |(address, node, allocation): &(&str, &str, &str)| Endpoint {
        address: ip(address),
        node: Some(seg(node)),
        allocation: Some(seg(allocation)),
        ready: true,
        serving: true,
        terminating: false,
        ports: Vec::new(),
    };
    lab.emit(Event::Service(Change::Created(Service {
        name: ServiceName::parse("clusters/c/namespaces/default/services/web").unwrap(),
        meta: Meta::default(),
        kind: ServiceType::LoadBalancer,
        cluster_addresses: vec![ip("10.0.100.10"), ip("fd00:100::10")],
        load_balancer_addresses: vec![ip(FRONTEND), ip("2001:db8::20")],
        internal: false,
        floating_ip: true,
        ports: vec![ServicePort {
            name: "http".into(),
            protocol: Protocol::Tcp,
            port: 80,
            target_port: TargetPort::Number(8080),
            node_port: 30080,
        }],
        external_traffic_policy: TrafficPolicy::Cluster,
        internal_traffic_policy: TrafficPolicy::Cluster,
        session_affinity: SessionAffinity::None,
        health_check_node_port: 0,
        load_balancer_source_ranges: Vec::new(),
        endpoints: endpoints.iter().map(endpoint).collect(),
    })));
}

/// Kernel lab section 1.
pub(crate) fn kubenet() -> Lab {
    let mut lab = base(NetworkMode::Kubenet);
    lab.emit(Event::RouteTable(Change::Created(RouteTable {
        name: table_name(),
        meta: Meta::default(),
        disable_bgp_route_propagation: false,
    })));
    lab.associate("nodes", Some(table_name()));
    for n in ["1", "2"] {
        let (v4, v6) = (format!("10.240.0.{}", if n == "1" { 4 } else { 5 }), format!("fd00:240::{n}0"));
        let (block, block6) = (format!("10.244.{n}.0/24"), format!("fd00:244:0:{n}::/64"));
        lab.join(&format!("node{n}"), [&v4, &v6], &[&block, &block6], &[]);
        lab.route(&format!("node{n}"), &block, NextHop::VirtualAppliance(ip(&v4)));
        lab.route(&format!("node{n}-v6"), &block6, NextHop::VirtualAppliance(ip(&v6)));
        for (pod, last) in [(1, 2), (2, 3)] {
            let (a, g) = (format!("10.244.{n}.{last}"), format!("10.244.{n}.1"));
            let (a6, g6) = (format!("fd00:244:0:{n}::{last}"), format!("fd00:244:0:{n}::1"));
            lab.place(&format!("p{n}{pod}"), &format!("node{n}"), [(&a, 24, &g), (&a6, 64, &g6)]);
        }
    }
    serve(
        &mut lab,
        [
            ("10.244.1.2", "node1", "p11"),
            ("10.244.2.2", "node2", "p21"),
            ("fd00:244:0:1::2", "node1", "p11"),
            ("fd00:244:0:2::2", "node2", "p21"),
        ],
    );
    lab
}

/// Kernel lab section 2.
pub(crate) fn azure_cni() -> Lab {
    let mut lab = base(NetworkMode::AzureCni);
    let nodes = [
        ("1", "10.240.0.4", ["10.240.0.10", "10.240.0.11"]),
        ("2", "10.240.0.5", ["10.240.0.20", "10.240.0.21"]),
    ];
    for (n, address, pods) in nodes {
        let v6 = [format!("fd00:240::{n}1"), format!("fd00:240::{n}2")];
        let all: Vec<&str> = pods.iter().copied().chain(v6.iter().map(String::as_str)).collect();
        lab.join(&format!("node{n}"), [address, &format!("fd00:240::{n}0")], &[], &all);
        for (index, pod) in [0, 1].into_iter().zip(["1", "2"]) {
            let v4 = (pods[index], 16, "169.254.1.1");
            lab.place(&format!("p{n}{pod}"), &format!("node{n}"), [v4, (&v6[index], 64, "fe80::1")]);
        }
    }
    serve(
        &mut lab,
        [
            ("10.240.0.10", "node1", "p11"),
            ("10.240.0.20", "node2", "p21"),
            ("fd00:240::11", "node1", "p11"),
            ("fd00:240::21", "node2", "p21"),
        ],
    );
    lab
}

/// The kubenet lab as a spoke of a hub that has a firewall at 10.9.0.4.
pub(crate) fn hub_and_spoke() -> Lab {
    let mut lab = kubenet();
    let peering = |remote: &str, prefixes: &[&str]| Peering {
        name: remote.into(),
        remote_network: Some(NetworkName::parse(&format!("networks/{remote}")).unwrap()),
        remote_prefixes: prefixes.iter().map(|p| prefix(p)).collect(),
        allow_virtual_network_access: true,
        allow_forwarded_traffic: true,
        allow_gateway_transit: false,
        use_remote_gateways: false,
    };
    lab.network(|n| n.peerings.push(peering("hub", &["10.9.0.0/16"])));
    let hub = NetworkName::parse("networks/hub").unwrap();
    lab.emit(Event::Network(Change::Created(Network {
        name: hub,
        meta: Meta::default(),
        address_prefixes: vec![prefix("10.9.0.0/16")],
        gateway: None,
        peerings: vec![peering("lab", &["10.240.0.0/16", "10.241.0.0/16"])],
    })));
    let subnet = SubnetName::parse("networks/hub/subnets/firewall").unwrap();
    lab.emit(Event::Subnet(Change::Created(Subnet {
        network_security_group: None,
        name: subnet.clone(),
        meta: Meta::default(),
        address_prefixes: vec![prefix("10.9.0.0/24")],
        route_table: None,
        service_endpoints: Vec::new(),
        delegation: String::new(),
        cooldown: Duration::ZERO,
    })));
    lab.emit(Event::Reservation(Change::Created(Reservation {
        network_security_group: None,
        name: ReservationName::parse(&format!("{subnet}/reservations/fw")).unwrap(),
        meta: Meta::default(),
        purpose: Purpose::VirtualMachine,
        prefix: Prefix::host(ip("10.9.0.4")),
        display_name: "fw".into(),
        ip_forwarding: true,
        machine: Machine {
            stopped: false,
            appliance: crate::model::Appliance::Firewall,
            public_addresses: vec![ip("203.0.113.99")],
        },
    })));
    lab
}
