//! How does a state become a plan: the author's reading of Azure's and Kubernetes' rules, apart from the tracer.
//!
//! Nothing here asks the tracer or the domain's choice of routes; it reads what is configured and writes what Linux has to
//! do (flow-tracing.md 4, aks-networking.md 1.7, 4, 5 and 7, kernel-lab.md 1 and 2). IPv4.

mod fabric;
mod kube_proxy;
mod node;
mod outside;
mod peers;
mod policy;
mod routes;
mod security;

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};

use podnet_core::State;
use podnet_core::address::Family;
use podnet_core::model::{Cluster, Network, Node, NodeState, Reservation, Service, Subnet};
use podnet_core::name::NodePoolName;

use crate::Outcome;
use crate::plan::Plan;

/// MAC of every port of the virtual network, as Azure has it.
pub(crate) const FABRIC_MAC: &str = "12:34:56:78:9a:bc";

/// What a lab needs besides the state.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Hosts on the Internet and on premises that flows name.
    pub hosts: BTreeSet<Ipv4Addr>,
    /// Whether the real CNI plugin attaches the pods.
    pub cni: bool,
    /// Ports that flows ask for: what tells a request from an answer where no connection says it.
    pub ports: BTreeSet<u16>,
}

/// Makes the plan.
///
/// # Errors
/// Where the state has what a lab can't show (no IPv4, no cluster).
pub fn render(state: &State, extras: &Extras) -> Outcome<Plan> {
    let world = World::of(state)?;
    let mut plan = Plan::default();
    plan.spaces.push(fabric::render(&world)?);
    for node in &world.nodes {
        plan.spaces.push(node::render(&world, node, extras)?);
    }
    for pod in &world.pods {
        plan.spaces.push(node::render_pod(&world, pod, extras)?);
    }
    for machine in &world.machines {
        plan.spaces.push(node::render_machine(machine, extras));
    }
    // Each makes the link to what is behind it, after the fabric made the link to it.
    plan.spaces.push(outside::balancer(&world));
    plan.spaces.extend(world.nat.iter().map(|subnet| outside::nat_gateway(&world, subnet)));
    plan.spaces.push(outside::internet(&world, extras));
    if let Some(gateway) = &world.network.gateway {
        plan.spaces.push(outside::gateway(&world, gateway));
        plan.spaces.push(outside::on_premises(&world, gateway, extras));
    }
    Ok(plan)
}

/// The state, in the words of a lab.
pub(crate) struct World<'a> {
    pub(crate) state: &'a State,
    pub(crate) network: &'a Network,
    /// All networks, that of the cluster among them.
    pub(crate) networks: Vec<&'a Network>,
    pub(crate) cluster: &'a Cluster,
    pub(crate) subnets: Vec<&'a Subnet>,
    pub(crate) nodes: Vec<Host<'a>>,
    pub(crate) pods: Vec<Pod>,
    pub(crate) machines: Vec<Machine<'a>>,
    pub(crate) services: Vec<&'a Service>,
    pub(crate) nat: Vec<String>,
}

/// A node.
pub(crate) struct Host<'a> {
    pub(crate) name: String,
    pub(crate) node: &'a Node,
    pub(crate) subnet: &'a Subnet,
    pub(crate) address: Ipv4Addr,
    pub(crate) ready: bool,
}

/// A pod.
pub(crate) struct Pod {
    pub(crate) name: String,
    pub(crate) node: String,
    pub(crate) address: Ipv4Addr,
    pub(crate) length: u8,
}

/// A virtual machine.
pub(crate) struct Machine<'a> {
    pub(crate) name: String,
    pub(crate) vm: &'a Reservation,
    pub(crate) subnet: &'a Subnet,
    pub(crate) address: Ipv4Addr,
}

impl<'a> World<'a> {
    fn of(state: &'a State) -> Outcome<Self> {
        let cluster = state.clusters.values().next().ok_or("a lab has a cluster")?;
        let network = state.networks.get(&cluster.network).ok_or("a cluster has a network")?;
        let subnets: Vec<&Subnet> = state.subnets.values().map(AsRef::as_ref).collect();
        let pool_subnet = |name: &NodePoolName| {
            let pool = state.node_pools.get(name)?;
            state.subnets.get(&pool.subnet).map(AsRef::as_ref)
        };
        let mut nodes = Vec::new();
        for node in state.nodes.values() {
            nodes.push(Host {
                name: node.name.node.to_string(),
                node,
                subnet: pool_subnet(&node.pool).ok_or("a pool has a subnet")?,
                address: v4(node.address(Family::V4)).ok_or("a node has an IPv4 address")?,
                ready: node.state != NodeState::NotReady,
            });
        }
        let mut pods = Vec::new();
        for pod in state.allocations.values() {
            let held = pod.addresses.iter().find(|held| held.address.is_ipv4()).ok_or("a pod has IPv4")?;
            pods.push(Pod {
                name: pod.name.allocation.to_string(),
                node: pod.node.to_string(),
                address: v4(Some(held.address)).ok_or("IPv4")?,
                length: held.prefix_length,
            });
        }
        let mut machines = Vec::new();
        for vm in state.reservations.values() {
            if vm.purpose != podnet_core::model::Purpose::VirtualMachine {
                continue;
            }
            let subnet = state.subnets.get(&vm.name.subnet_name()).ok_or("a machine has a subnet")?;
            let address = v4(Some(vm.prefix.first())).ok_or("a machine has IPv4")?;
            machines.push(Machine { name: vm.name.reservation.to_string(), vm, subnet, address });
        }
        let services = state.services.values().map(AsRef::as_ref).collect();
        let nat = crate::wiring::nat_subnets(state);
        let networks = state.networks.values().map(AsRef::as_ref).collect();
        Ok(Self { state, network, networks, cluster, subnets, nodes, pods, machines, services, nat })
    }

    /// Addresses of each interface in the virtual network, by the name of its machine: the first is the primary one.
    pub(crate) fn interfaces(&self) -> BTreeMap<String, Interface> {
        let nodes = self.nodes.iter().map(|host| {
            let secondary = host.node.pod_addresses.of(Family::V4).filter_map(|address| v4(Some(address)));
            let addresses = std::iter::once(host.address).chain(secondary).collect();
            let by_mode = self.cluster.mode == podnet_core::model::NetworkMode::Kubenet;
            let forwards = host.node.interface.ip_forwarding.unwrap_or(by_mode);
            (
                host.name.clone(),
                Interface {
                    addresses,
                    forwards,
                    subnet: host.subnet.name.subnet.to_string(),
                    network: host.subnet.name.network.to_string(),
                },
            )
        });
        let machines = self.machines.iter().map(|machine| {
            let subnet = machine.subnet.name.subnet.to_string();
            let network = machine.subnet.name.network.to_string();
            let interface = Interface {
                addresses: vec![machine.address],
                forwards: machine.vm.ip_forwarding,
                subnet,
                network,
            };
            (machine.name.clone(), interface)
        });
        nodes.chain(machines).collect()
    }

    /// Nodes that the load balancer gives flows of a service to.
    pub(crate) fn backends(&self, service: &Service) -> Vec<&Host<'a>> {
        let local = service.external_traffic_policy == podnet_core::model::TrafficPolicy::Local;
        let takes = |host: &&Host<'a>| {
            // The health probe of policy Local fails as soon as no endpoint is ready, also while one still serves.
            let ready = kube_proxy::usable(service, Some(&host.name));
            let has_endpoint = ready.iter().any(|endpoint| endpoint.ready);
            host.ready
                && !host.node.excluded_from_load_balancers
                && (!local || has_endpoint)
                && !security::denies_probe(self, service, host)
        };
        self.nodes.iter().filter(takes).collect()
    }
}

/// An interface in the virtual network.
pub(crate) struct Interface {
    pub(crate) addresses: Vec<Ipv4Addr>,
    pub(crate) forwards: bool,
    pub(crate) subnet: String,
    pub(crate) network: String,
}

/// The IPv4 address, if it is one.
pub(crate) fn v4(address: Option<IpAddr>) -> Option<Ipv4Addr> {
    match address? {
        IpAddr::V4(v4) => Some(v4),
        IpAddr::V6(_) => None,
    }
}

/// A MAC that follows from the address.
pub(crate) fn mac(address: Ipv4Addr) -> String {
    let [a, b, c, d] = address.octets();
    format!("02:00:{a:02x}:{b:02x}:{c:02x}:{d:02x}")
}

/// The gateway of a subnet: its first host.
pub(crate) fn gateway_address(subnet: &Subnet) -> Ipv4Addr {
    let first = subnet.prefix(Family::V4).and_then(|prefix| v4(Some(prefix.first())));
    Ipv4Addr::from(u32::from(first.unwrap_or(Ipv4Addr::UNSPECIFIED)) + 1)
}

/// `a, b, c` as nft has it.
pub(crate) fn list<T: std::fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}
