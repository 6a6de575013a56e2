//! What is a scenario: a small topology, its faults, and flows through it, as data that a person can read and write.
//!
//! One line is one thing; [`parse`] reads the text and [`Display`](std::fmt::Display) writes it, so that a shrunk random
//! scenario is a file like those that are kept. [`state`] makes the domain's state from it. Must not know namespaces.

pub mod filters;
pub mod parse;
pub mod print;
pub mod state;

use std::net::IpAddr;

use podnet_core::model::Appliance;
use podnet_core::prefix::Prefix;

use self::filters::Filters;
use crate::Outcome;

/// How pods get addresses and reach the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// kubenet.
    Kubenet,
    /// Azure CNI with a host route for each pod.
    Transparent,
    /// Azure CNI with one bridge.
    Bridge,
}

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// What it shows, one line.
    pub title: String,
    /// Mode.
    pub mode: Mode,
    /// Whether the real CNI plugin attaches the pods.
    pub cni: bool,
    /// Subnets with their prefix; the first is that of the nodes.
    pub subnets: Vec<(String, Prefix)>,
    /// Other networks, each with one subnet: network, subnet, prefix of both.
    pub networks: Vec<(String, String, Prefix)>,
    /// Peerings of the networks; that of the nodes is called `lab`.
    pub peerings: Vec<Peering>,
    /// Prefixes behind the gateway; none means no gateway.
    pub on_premises: Vec<Prefix>,
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Pods with their node.
    pub pods: Vec<(String, String)>,
    /// Virtual machines.
    pub machines: Vec<Machine>,
    /// Services.
    pub services: Vec<Service>,
    /// User-defined routes: table, name, prefix, next hop. Routes of kubenet nodes are added unless withheld.
    pub routes: Vec<Route>,
    /// Nodes whose own route is not there.
    pub withheld: Vec<String>,
    /// Subnets and their table, where that is not the default (in kubenet the nodes' subnet has `aks`).
    pub associations: Vec<(String, Option<String>)>,
    /// Tables that keep gateway routes away.
    pub unpropagated: Vec<String>,
    /// The non-masquerade list, where it is not the mode's own.
    pub keep_source: Option<Vec<Prefix>>,
    /// Whether the load balancer takes nodes in turn.
    pub round_robin: bool,
    /// Way out.
    pub outbound: Outbound,
    /// Security groups and network policies.
    pub filters: Filters,
    /// Flows.
    pub flows: Vec<Flow>,
}

/// One side of a peering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peering {
    /// The network that has it.
    pub from: String,
    /// The other network.
    pub to: String,
    /// Whether the two may talk.
    pub access: bool,
    /// Whether it takes what the other network did not send itself.
    pub forwarded: bool,
    /// Whether the other may use this one's gateway.
    pub transit: bool,
    /// Whether this one uses the other's gateway.
    pub remote_gateway: bool,
}

/// The way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outbound {
    /// Kind: `load-balancer`, `nat-gateway`, `none`.
    pub kind: String,
    /// Public addresses.
    pub addresses: Vec<IpAddr>,
    /// Ports of each node; 0 follows the count of nodes.
    pub ports: u32,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Name.
    pub name: String,
    /// Subnet.
    pub subnet: String,
    /// Whether it is ready.
    pub ready: bool,
    /// Whether load balancers skip it.
    pub excluded: bool,
    /// Whether IP forwarding of its interface is as the mode wants it; else it is off.
    pub forwards: bool,
}

/// A virtual machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Name.
    pub name: String,
    /// Subnet.
    pub subnet: String,
    /// Address.
    pub address: IpAddr,
    /// What it does with packets that are not for it; `None`: its IP forwarding is off.
    pub forwards: Option<Appliance>,
}

/// A service with one port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Name.
    pub name: String,
    /// `cluster-ip`, `node-port`, `load-balancer` or `internal`.
    pub kind: String,
    /// Whether it is UDP; else TCP.
    pub udp: bool,
    /// Virtual address.
    pub address: IpAddr,
    /// Frontend.
    pub frontend: Option<IpAddr>,
    /// Port, port of the pods, port of the nodes.
    pub ports: [u16; 3],
    /// Whether the external policy is Local.
    pub external_local: bool,
    /// Whether the internal policy is Local.
    pub internal_local: bool,
    /// Whether the load balancer rewrites the destination to the node and its port, instead of keeping it.
    pub rewrites: bool,
    /// Whether clients come back to the same endpoint.
    pub affinity: bool,
    /// Clients that are let in; none means all.
    pub ranges: Vec<Prefix>,
    /// Pods behind it.
    pub endpoints: Vec<(String, Health)>,
}

/// How a pod stands behind a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// Takes new flows.
    Ready,
    /// Shuts down and still answers.
    Terminating,
    /// Does not answer.
    Unready,
}

/// A user-defined route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Table.
    pub table: String,
    /// Name.
    pub name: String,
    /// Destination.
    pub prefix: Prefix,
    /// `none`, `internet`, `vnet`, `gateway` or the address of an appliance.
    pub next_hop: String,
}

/// One end of a flow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A pod.
    Pod(String),
    /// A process of a node.
    Node(String),
    /// A virtual machine.
    Machine(String),
    /// Whatever has an address.
    Address(IpAddr),
}

/// Protocol of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// TCP: a connection with data there and back.
    Tcp,
    /// UDP: a datagram and an answer.
    Udp,
    /// ICMP: an echo.
    Icmp,
}

/// A flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Protocol.
    pub protocol: Protocol,
    /// Source.
    pub source: End,
    /// Destination.
    pub destination: End,
    /// Destination port.
    pub port: u16,
    /// Source port; `None` for any.
    pub source_port: Option<u16>,
    /// How often, each time from another source port.
    pub times: u16,
    /// What a person says must come of it.
    pub wanted: Wanted,
}

/// What must come of a flow, as far as said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Whether an answer comes.
    pub answered: Option<bool>,
    /// Addresses that the receivers see as source, all of them.
    pub seen: Vec<IpAddr>,
    /// Time to live at the receiver.
    pub ttl: Option<u8>,
    /// How many of the flows get an answer at the same time.
    pub answers: Option<u16>,
    /// Cause of the failure, in the contract's word.
    pub cause: Option<String>,
}

/// Every kept scenario.
///
/// # Errors
/// The first line that is not understood.
pub fn kept() -> Outcome<Vec<Scenario>> {
    let files = [
        ("kubenet", include_str!("../../scenarios/kubenet.txt")),
        ("services", include_str!("../../scenarios/services.txt")),
        ("azure_cni", include_str!("../../scenarios/azure_cni.txt")),
        ("filters", include_str!("../../scenarios/filters.txt")),
        ("peers", include_str!("../../scenarios/peers.txt")),
        ("found", include_str!("../../scenarios/found.txt")),
    ];
    let mut kept = Vec::new();
    for (file, text) in files {
        kept.extend(parse::parse(text).map_err(|error| format!("{file}: {error}"))?);
    }
    Ok(kept)
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            title: String::new(),
            mode: Mode::Kubenet,
            cni: false,
            subnets: Vec::new(),
            networks: Vec::new(),
            peerings: Vec::new(),
            on_premises: Vec::new(),
            nodes: Vec::new(),
            pods: Vec::new(),
            machines: Vec::new(),
            services: Vec::new(),
            routes: Vec::new(),
            withheld: Vec::new(),
            associations: Vec::new(),
            unpropagated: Vec::new(),
            keep_source: None,
            round_robin: false,
            outbound: Outbound { kind: "load-balancer".to_owned(), addresses: Vec::new(), ports: 0 },
            filters: Filters::default(),
            flows: Vec::new(),
        }
    }
}

impl Scenario {
    /// Every flow on its own: repeated ones one by one, each with the index of the line that it comes from.
    pub fn each_flow(&self) -> impl Iterator<Item = (usize, &Flow)> {
        let lines = self.flows.iter().enumerate();
        lines.flat_map(|(line, flow)| (0..flow.times).map(move |_| (line, flow)))
    }
}
