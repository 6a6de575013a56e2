//! Which addresses of the planned subnets belong to somebody else than the cluster's nodes and pods?

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use super::cluster::PlannedCluster;
use super::desired::{DesiredNode, DesiredReservation, DesiredSubnet, ReservationPurpose};
use super::name::{Ids, Name};
use super::topology::Topology;
use crate::import::finding::{Finding, Findings, Rule};
use crate::import::inventory::Inventory;
use crate::import::nic::{IpConfiguration, NetworkInterface};
use crate::import::resource_id::ResourceId;
use crate::import::services::ServiceType;

/// The reservations by name.
pub(super) fn plan(
    inventory: &Inventory,
    cluster: Option<&PlannedCluster>,
    nodes: &[DesiredNode],
    topology: &Topology,
    findings: &mut Findings,
) -> Vec<DesiredReservation> {
    let mut book = Book::default();
    for node in nodes {
        let addresses = node.addresses.iter().chain(&node.secondary_addresses);
        book.holders.extend(addresses.map(|address| (*address, format!("node {}", node.name.id()))));
    }
    // Machines of the cluster are nodes to be: when no nodes were given, their addresses wait for them.
    let group = cluster.and_then(|cluster| cluster.node_resource_group.as_deref());
    let group = group.filter(|_| inventory.nodes.is_empty());
    for interface in &inventory.network_interfaces {
        if interface.virtual_machine.as_ref().is_some_and(|machine| is_in_group(machine, group)) {
            findings.push(Finding::new(
                Rule::MissingDocument,
                interface.source.clone(),
                "its machine is in the cluster's node resource group, and no nodes were given",
                "left out: its addresses are for the node; give kubectl get nodes together with it",
            ));
            continue;
        }
        add_interface(&mut book, interface, topology, findings);
    }
    if cluster.is_some_and(|cluster| cluster.desired.is_some()) || inventory.clusters.len() == 1 {
        add_left_out_nodes(&mut book, inventory, topology, findings);
    }
    for service in &inventory.services {
        if service.kind != ServiceType::LoadBalancer {
            continue;
        }
        for address in &service.load_balancer_addresses {
            let Some(subnet) = topology.subnet_of(*address) else { continue };
            let holder = format!("internal load balancer of service {}/{}", service.namespace, service.name);
            let frontend = book.frontends.contains(address);
            // Services may share one frontend address.
            if frontend || !book.claim(*address, &holder, &service.source, findings) {
                continue;
            }
            book.frontends.insert(*address);
            let wanted = format!("{}-{}", service.namespace, service.name);
            book.reserve(subnet, &wanted, *address, ReservationPurpose::InternalLoadBalancer, &holder, false);
            findings.push(Finding::new(
                Rule::AddressReserved,
                service.source.clone(),
                format!("{address} in {} is the {holder}", subnet.name),
                "reserved as INTERNAL_LOAD_BALANCER",
            ));
        }
    }
    report_unknown(inventory, nodes, topology, &book, findings);
    book.reservations.sort_by(|left, right| left.name.cmp(&right.name));
    book.reservations
}

#[derive(Default)]
struct Book {
    holders: BTreeMap<IpAddr, String>,
    frontends: BTreeSet<IpAddr>,
    ids: BTreeMap<Name, Ids>,
    reservations: Vec<DesiredReservation>,
}

impl Book {
    /// Whether the address is free for `holder`; reports when it is somebody else's.
    fn claim(
        &mut self,
        address: IpAddr,
        holder: &str,
        source: &crate::import::Source,
        findings: &mut Findings,
    ) -> bool {
        if let Some(other) = self.holders.get(&address) {
            findings.push(Finding::new(
                Rule::AddressConflict,
                source.clone(),
                format!("{address} is claimed by {holder} and by {other}"),
                format!("{other} keeps it"),
            ));
            return false;
        }
        self.holders.insert(address, holder.to_owned());
        true
    }

    fn reserve(
        &mut self,
        subnet: &DesiredSubnet,
        wanted: &str,
        address: IpAddr,
        purpose: ReservationPurpose,
        description: &str,
        ip_forwarding: bool,
    ) {
        let id = self.ids.entry(subnet.name.clone()).or_default().take_quietly(wanted);
        self.reservations.push(DesiredReservation {
            name: subnet.name.child("reservations", &id),
            address,
            purpose,
            description: description.to_owned(),
            ip_forwarding,
        });
    }
}

/// Nodes that are not imported hold their addresses all the same.
fn add_left_out_nodes(book: &mut Book, inventory: &Inventory, topology: &Topology, findings: &mut Findings) {
    for node in &inventory.nodes {
        for address in &node.internal_addresses {
            let Some(subnet) = topology.subnet_of(*address) else { continue };
            if book.holders.contains_key(address) {
                continue;
            }
            let holder = format!("node {}, which is not imported", node.name);
            book.holders.insert(*address, holder.clone());
            book.reserve(subnet, &node.name, *address, ReservationPurpose::VirtualMachine, &holder, true);
            findings.push(Finding::new(
                Rule::AddressReserved,
                node.source.clone(),
                format!("{address} in {} belongs to {holder}", subnet.name),
                "reserved as VIRTUAL_MACHINE",
            ));
        }
    }
}

fn is_in_group(machine: &ResourceId, group: Option<&str>) -> bool {
    let own = machine.segment("resourceGroups");
    own.zip(group).is_some_and(|(own, group)| own.eq_ignore_ascii_case(group))
}

fn add_interface(
    book: &mut Book,
    interface: &NetworkInterface,
    topology: &Topology,
    findings: &mut Findings,
) {
    let (purpose, word, holder) = match (&interface.private_endpoint, &interface.virtual_machine) {
        (Some(endpoint), _) => {
            let holder = format!("private endpoint {}", endpoint.name());
            (ReservationPurpose::PrivateEndpoint, "PRIVATE_ENDPOINT", holder)
        }
        (None, Some(machine)) => (
            ReservationPurpose::VirtualMachine,
            "VIRTUAL_MACHINE",
            format!("virtual machine {}", machine_name(machine)),
        ),
        (None, None) => (ReservationPurpose::Other, "OTHER", format!("network interface {}", interface.name)),
    };
    // Interfaces of scale set instances all have one name: theirs is the machine's.
    let base = match &interface.virtual_machine {
        Some(machine) if machine.segment("virtualMachineScaleSets").is_some() => machine_name(machine),
        Some(machine) if interface.primary => machine.name().to_owned(),
        Some(_) | None => interface.name.clone(),
    };
    let mut reserved: Vec<(IpAddr, &Name)> = Vec::new();
    for configuration in &interface.ip_configurations {
        let Some(address) = configuration.address else { continue };
        let Some(subnet) = subnet_of(configuration, address, topology) else { continue };
        if book.holders.get(&address).is_some_and(|holder| holder.starts_with("node ")) {
            continue;
        }
        if !book.claim(address, &holder, &interface.source, findings) {
            continue;
        }
        let wanted =
            if configuration.primary { base.clone() } else { format!("{base}-{}", configuration.name) };
        book.reserve(subnet, &wanted, address, purpose, &holder, interface.ip_forwarding == Some(true));
        reserved.push((address, &subnet.name));
    }
    if let Some((first, subnet)) = reserved.first() {
        let more = match reserved.len() - 1 {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        findings.push(Finding::new(
            Rule::AddressReserved,
            interface.source.clone(),
            format!("{first}{more} in {subnet} belongs to {holder}, which is no node of the cluster"),
            format!("reserved as {word}"),
        ));
    }
}

fn subnet_of<'a>(
    configuration: &IpConfiguration,
    address: IpAddr,
    topology: &'a Topology,
) -> Option<&'a DesiredSubnet> {
    match &configuration.subnet {
        Some(id) => topology.subnet_by_id(id),
        None => topology.subnet_of(address),
    }
}

/// The machine's name; `<scale set>-<instance>` for an instance of a scale set.
fn machine_name(machine: &ResourceId) -> String {
    match machine.segment("virtualMachineScaleSets") {
        Some(set) => format!("{set}-{}", machine.name()),
        None => machine.name().to_owned(),
    }
}

/// Addresses that Azure says are taken in the nodes' subnets, without any document that tells which they are.
fn report_unknown(
    inventory: &Inventory,
    nodes: &[DesiredNode],
    topology: &Topology,
    book: &Book,
    findings: &mut Findings,
) {
    let described: BTreeSet<&ResourceId> = inventory
        .network_interfaces
        .iter()
        .flat_map(|interface| &interface.ip_configurations)
        .filter_map(|configuration| configuration.id.as_ref())
        .collect();
    let machines: BTreeSet<ResourceId> =
        nodes.iter().filter_map(|node| node.machine.as_deref()).map(ResourceId::new).collect();
    for subnet in inventory.networks.iter().flat_map(|network| &network.subnets) {
        let Some(planned) = subnet.id.as_ref().and_then(|id| topology.subnet_by_id(id)) else { continue };
        let holds = |address: &IpAddr| super::topology::holds(&planned.prefixes, *address);
        if !nodes.iter().any(|node| node.addresses.iter().any(holds)) {
            continue;
        }
        let mut frontends = 0;
        let mut unknown: Vec<&ResourceId> = Vec::new();
        for id in &subnet.ip_configurations {
            if id.segment("loadBalancers").is_some() {
                frontends += 1;
            } else if !described.contains(id)
                && !id.up_to("virtualMachines").is_some_and(|machine| machines.contains(&machine))
            {
                unknown.push(id);
            }
        }
        let known = book.frontends.iter().filter(|address| holds(address)).count();
        let frontends = frontends - known.min(frontends);
        if unknown.is_empty() && frontends == 0 {
            continue;
        }
        let example = unknown.first().map_or_else(String::new, |id| format!(", such as {id}"));
        findings.push(Finding::new(
            Rule::AddressesUnknown,
            subnet.source.clone(),
            format!(
                "{} interfaces and {frontends} load balancer frontends hold addresses that no document tells{example}",
                unknown.len()
            ),
            "podnet may give those addresses away; give az network nic list, az vmss nic list and kubectl get services",
        ));
    }
}
