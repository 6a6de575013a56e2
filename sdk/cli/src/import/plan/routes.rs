//! Which routes does each table hold, whose are they, and is the cluster's table what its nodes say it should be?
//!
//! Ownership is data, never a name prefix. A route of the cluster's table is the cluster's when its name is exactly a
//! node's (or `<node>____<digits>`, as dual-stack clusters name them), or when its prefix is a node's podCIDR, or lies in
//! the cluster's pod CIDR: the last is the rule by which AKS's route controller itself deletes routes of vanished nodes.
//! Everything else is foreign and is never touched.

use std::collections::{BTreeMap, BTreeSet};

use ipnetwork::IpNetwork;

use super::cluster::PlannedCluster;
use super::desired::{DesiredNode, DesiredRoute, DesiredRouteTable, NetworkMode, NextHop, RouteManagement};
use super::name::{Ids, Name, id_of};
use super::nodes::PlannedNodes;
use super::topology::{Topology, holds};
use crate::import::finding::{Finding, Findings, Rule, Source};
use crate::import::inventory::Inventory;
use crate::import::route_table::{Destination, NextHopType, Route, RouteTable};

/// What the cluster is to do with its route table.
#[derive(Debug)]
pub(super) struct Management {
    pub(super) route_table: Option<Name>,
    pub(super) management: RouteManagement,
}

/// Plans all tables into `topology`.
pub(super) fn plan(
    inventory: &Inventory,
    cluster: Option<&PlannedCluster>,
    nodes: &PlannedNodes,
    topology: &mut Topology,
    findings: &mut Findings,
) -> Management {
    let kubenet = cluster.filter(|cluster| cluster.mode == NetworkMode::Kubenet);
    let own = kubenet.and_then(|cluster| own_table(cluster, topology, findings));
    let mut management = Management { route_table: own.clone(), management: RouteManagement::Managed };
    for table in &inventory.route_tables {
        let Some(name) = table_name(table, topology) else {
            findings.push(Finding::new(
                Rule::RouteTableDetached,
                table.source.clone(),
                "no given subnet has this route table, and it names none",
                "left out",
            ));
            continue;
        };
        let owner = kubenet.filter(|_| own.as_ref() == Some(&name));
        let mut routes = routes(table, &name, findings);
        if let Some(cluster) = owner
            && !claim(&mut routes, table, cluster, inventory, nodes, findings)
        {
            management.management = RouteManagement::Observed;
        }
        if owner.is_none()
            && let Some(cluster) = kubenet
        {
            report_detached(table, cluster, nodes, findings);
        }
        for route in routes.iter().filter(|route| route.desired.managed_by.is_none()) {
            findings.push(Finding::new(
                Rule::ForeignRoute,
                route.source.clone(),
                format!("{} is not a route of the cluster", describe(&route.desired)),
                "imported as the user's own route; podnet never changes it",
            ));
        }
        topology.route_tables.push(DesiredRouteTable {
            display_name: table.name.clone(),
            azure_id: table.id.as_ref().map(ToString::to_string),
            disable_bgp_route_propagation: table.disable_bgp_route_propagation,
            routes: routes.into_iter().map(|route| route.desired).collect(),
            name,
        });
    }
    add_undescribed(topology, findings);
    if let Some(cluster) = kubenet
        && own.is_none()
        && is_without_table(cluster, nodes, topology, findings)
    {
        management.management = RouteManagement::Observed;
    }
    topology.route_tables.sort_by(|left, right| left.name.cmp(&right.name));
    management
}

/// The table of the subnet of the cluster's pools.
fn own_table(cluster: &PlannedCluster, topology: &Topology, findings: &mut Findings) -> Option<Name> {
    let subnets: BTreeSet<&Name> = cluster.pools.iter().map(|pool| &pool.subnet).collect();
    let tables: BTreeSet<Name> =
        subnets.iter().filter_map(|name| topology.subnet(name)?.route_table.clone()).collect();
    if tables.len() > 1 {
        let names: Vec<&str> = tables.iter().map(Name::as_str).collect();
        findings.push(Finding::new(
            Rule::RouteTableDetached,
            Source::none(cluster.name.as_str()),
            format!("the cluster's subnets have different route tables: {}", names.join(", ")),
            "the first is taken as the cluster's; AKS wants one table for all subnets of a cluster",
        ));
    }
    tables.into_iter().next()
}

/// Whether the files show that no table leads to the cluster's nodes: their subnet is described, and has none.
fn is_without_table(
    cluster: &PlannedCluster,
    nodes: &PlannedNodes,
    topology: &Topology,
    findings: &mut Findings,
) -> bool {
    let described = cluster.pools.iter().find_map(|pool| topology.subnet(&pool.subnet));
    let Some(subnet) = described.filter(|_| !nodes.nodes.is_empty()) else { return false };
    findings.push(Finding::new(
        Rule::RouteTableDetached,
        Source::none(subnet.name.as_str()),
        "the subnet of the cluster's nodes has no route table: nothing leads to the pods of other nodes",
        "the cluster's routes are observed, not managed",
    ));
    true
}

/// The table's podnet name: as its subnet named it, else in the network of a subnet that it names itself.
fn table_name(table: &RouteTable, topology: &mut Topology) -> Option<Name> {
    if let Some(name) = table.id.as_ref().and_then(|id| topology.tables_by_id.get(id)) {
        return Some(name.clone());
    }
    let subnet = table.subnets.iter().find_map(|id| Some(topology.subnet_by_id(id)?.name.clone()))?;
    let network = subnet.parent()?;
    let name = network.child("routeTables", &id_of(&table.name));
    for id in &table.subnets {
        let Some(subnet) = topology.subnet_by_id(id).map(|subnet| subnet.name.clone()) else { continue };
        let known =
            topology.subnets.iter_mut().find(|known| known.name == subnet && known.route_table.is_none());
        if let Some(subnet) = known {
            subnet.route_table = Some(name.clone());
        }
    }
    if let Some(id) = &table.id {
        topology.tables_by_id.insert(id.clone(), name.clone());
    }
    Some(name)
}

/// Tables that subnets name and no document describes: they exist, with unknown routes.
fn add_undescribed(topology: &mut Topology, findings: &mut Findings) {
    let described: BTreeSet<Name> = topology.route_tables.iter().map(|table| table.name.clone()).collect();
    for (id, name) in topology.tables_by_id.iter().filter(|(_, name)| !described.contains(*name)) {
        findings.push(Finding::new(
            Rule::MissingDocument,
            Source::none(name.as_str()),
            format!("no document describes route table {}", id.name()),
            "planned without routes of the user; give az network route-table show",
        ));
        topology.route_tables.push(DesiredRouteTable {
            name: name.clone(),
            display_name: id.name().to_owned(),
            azure_id: Some(id.to_string()),
            disable_bgp_route_propagation: false,
            routes: Vec::new(),
        });
    }
}

struct Planned {
    source: Source,
    desired: DesiredRoute,
}

/// The routes of a table that podnet can hold, all without owner.
fn routes(table: &RouteTable, name: &Name, findings: &mut Findings) -> Vec<Planned> {
    let mut ids = Ids::default();
    let mut seen: BTreeMap<IpNetwork, String> = BTreeMap::new();
    let mut planned = Vec::new();
    for route in &table.routes {
        let Destination::Prefix(prefix) = route.destination else {
            let Destination::ServiceTag(tag) = &route.destination else { continue };
            findings.push(Finding::new(
                Rule::ServiceTagRoute,
                route.source.clone(),
                format!("the destination {tag:?} is a service tag, not a prefix"),
                "left out: podnet does not know the tag's prefixes, so traces ignore this route",
            ));
            continue;
        };
        let Some(next_hop) = next_hop(route, findings) else { continue };
        if let Some(other) = seen.insert(prefix, route.name.clone()) {
            findings.push(Finding::new(
                Rule::RouteDuplicate,
                route.source.clone(),
                format!("route {other} has the prefix {prefix} too"),
                "left out: a table holds one route per prefix",
            ));
            seen.insert(prefix, other);
            continue;
        }
        planned.push(Planned {
            source: route.source.clone(),
            desired: DesiredRoute {
                name: name.child("routes", &ids.take_quietly(&route.name)),
                display_name: route.name.clone(),
                prefix,
                next_hop,
                managed_by: None,
                node: None,
            },
        });
    }
    planned
}

fn next_hop(route: &Route, findings: &mut Findings) -> Option<NextHop> {
    let what = match (&route.next_hop_type, route.next_hop_address) {
        (Some(NextHopType::VirtualAppliance), Some(address)) => {
            return Some(NextHop::VirtualAppliance(address));
        }
        (Some(NextHopType::VnetLocal), _) => return Some(NextHop::VnetLocal),
        (Some(NextHopType::Internet), _) => return Some(NextHop::Internet),
        (Some(NextHopType::VirtualNetworkGateway), _) => return Some(NextHop::VirtualNetworkGateway),
        (Some(NextHopType::None), _) => return Some(NextHop::None),
        (Some(NextHopType::VirtualAppliance), None) => "a virtual appliance without address".to_owned(),
        (
            Some(
                other @ (NextHopType::VnetPeering
                | NextHopType::VnetGlobalPeering
                | NextHopType::ServiceEndpoint
                | NextHopType::InterfaceEndpoint
                | NextHopType::Other(_)),
            ),
            _,
        ) => format!("{other}, which no user route can have"),
        (None, _) => "absent".to_owned(),
    };
    findings.push(Finding::new(
        Rule::RouteUnusable,
        route.source.clone(),
        format!("the next hop is {what}"),
        "left out",
    ));
    None
}

/// Marks the cluster's routes in its own table, reports the drift, and tells whether there is none.
fn claim(
    routes: &mut [Planned],
    table: &RouteTable,
    cluster: &PlannedCluster,
    inventory: &Inventory,
    nodes: &PlannedNodes,
    findings: &mut Findings,
) -> bool {
    let pod_prefixes =
        cluster.desired.as_ref().map(|desired| desired.pod_prefixes.as_slice()).unwrap_or_default();
    if inventory.nodes.is_empty() {
        let owned = routes.iter_mut().filter(|route| holds(pod_prefixes, route.desired.prefix.network()));
        owned.for_each(|route| route.desired.managed_by = Some(cluster.name.clone()));
        findings.push(Finding::new(
            Rule::MissingDocument,
            table.source.clone(),
            "without nodes it cannot be told whether the cluster's routes are right",
            "held as it is, without judgement; give kubectl get nodes",
        ));
        return false;
    }
    let wanted: BTreeMap<IpNetwork, &DesiredNode> = nodes
        .nodes
        .iter()
        .flat_map(|node| node.pod_prefixes.iter().map(move |prefix| (*prefix, node)))
        .collect();
    let names: BTreeSet<String> = inventory.nodes.iter().map(|node| node.name.to_ascii_lowercase()).collect();
    let by_name: BTreeMap<String, &DesiredNode> =
        nodes.nodes.iter().map(|node| (node.name.id().to_ascii_lowercase(), node)).collect();
    let mut missing = wanted.clone();
    let mut clean = true;
    for route in routes.iter_mut() {
        let named = node_name(&route.desired.display_name);
        let node = wanted.get(&route.desired.prefix);
        let in_pods = holds(pod_prefixes, route.desired.prefix.network());
        if node.is_none() && !names.contains(&named) && !in_pods {
            continue;
        }
        route.desired.managed_by = Some(cluster.name.clone());
        route.desired.node = node.or_else(|| by_name.get(&named)).map(|node| node.name.clone());
        let drift = match node {
            Some(node) => {
                missing.remove(&route.desired.prefix);
                compare(&route.desired, &named, node)
            }
            None if names.contains(&named) => Some((
                Rule::RouteWrongPrefix,
                format!("{} has the name of a node whose podCIDR it is not", describe(&route.desired)),
            )),
            None => Some((
                Rule::RouteStale,
                format!("{} lies in the pod CIDR, and no node has this podCIDR", describe(&route.desired)),
            )),
        };
        if let Some((rule, what)) = drift {
            clean = false;
            findings.push(Finding::new(
                rule,
                route.source.clone(),
                what,
                "imported as the cluster's route; the cluster's routes are observed, not managed",
            ));
        }
    }
    for (prefix, node) in missing {
        clean = false;
        findings.push(Finding::new(
            Rule::RouteMissing,
            table.source.object(format!("{} node {}", table.source.object, node.name.id())),
            format!("no usable route leads to {prefix}, the node's podCIDR"),
            "the cluster's routes are observed, not managed",
        ));
    }
    for node in nodes.nodes.iter().filter(|node| node.pod_prefixes.is_empty()) {
        clean = false;
        findings.push(Finding::new(
            Rule::RouteMissing,
            table.source.object(format!("{} node {}", table.source.object, node.name.id())),
            "the node has no podCIDR, so no route leads to its pods",
            "the cluster's routes are observed, not managed",
        ));
    }
    clean
}

/// The node that a route's name stands for: `<node>` or `<node>____<digits>`.
fn node_name(route: &str) -> String {
    let node = match route.rsplit_once("____") {
        Some((node, digits)) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            node
        }
        Some(_) | None => route,
    };
    node.to_ascii_lowercase()
}

/// How the route of a node's prefix differs from what the node says.
fn compare(route: &DesiredRoute, named: &str, node: &DesiredNode) -> Option<(Rule, String)> {
    let right = match route.next_hop {
        NextHop::VirtualAppliance(address) => node.addresses.contains(&address),
        NextHop::VnetLocal | NextHop::Internet | NextHop::VirtualNetworkGateway | NextHop::None => false,
    };
    let (node, addresses) = (node.name.id(), &node.addresses);
    if !right {
        let addresses: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        let what = format!(
            "{} is the route of node {node}, whose address is {}",
            describe(route),
            addresses.join(" and ")
        );
        return Some((Rule::RouteWrongNextHop, what));
    }
    (named != node.to_ascii_lowercase())
        .then(|| (Rule::RouteWrongName, format!("{} is the route of node {node}", describe(route))))
}

/// A table that holds the cluster's routes without being the table of its subnet.
fn report_detached(
    table: &RouteTable,
    cluster: &PlannedCluster,
    nodes: &PlannedNodes,
    findings: &mut Findings,
) {
    let wanted = |route: &&Route| {
        nodes
            .nodes
            .iter()
            .any(|node| route.prefix().is_some_and(|prefix| node.pod_prefixes.contains(&prefix)))
    };
    let count = table.routes.iter().filter(wanted).count();
    if count > 0 {
        findings.push(Finding::new(
            Rule::RouteTableDetached,
            table.source.clone(),
            format!(
                "{count} of its routes lead to nodes of {}, whose subnet does not have this table",
                cluster.name
            ),
            "imported with all routes as the user's own",
        ));
    }
}

fn describe(route: &DesiredRoute) -> String {
    let hop = match route.next_hop {
        NextHop::VirtualAppliance(address) => format!("virtual appliance {address}"),
        NextHop::VnetLocal => "the network".to_owned(),
        NextHop::Internet => "the Internet".to_owned(),
        NextHop::VirtualNetworkGateway => "the gateway".to_owned(),
        NextHop::None => "nowhere".to_owned(),
    };
    format!("{} to {hop}", route.prefix)
}
