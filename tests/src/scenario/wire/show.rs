//! What does a scenario show of the messages that answer a call? The same lines as of the domain's events.

use podnet::v1 as pb;

use crate::scenario::names::{parent_and_id, short};
use crate::scenario::view::{Allocation, Node, Route, RouteChange, Usage, summary};

fn managed_by(meta: Option<&pb::Meta>) -> String {
    meta.map(|meta| meta.managed_by.clone()).unwrap_or_default()
}

fn option(word: &str, name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" {word}={}", short(name)) }
}

pub(super) fn network(body: &pb::Network) -> String {
    format!("network {} {}", short(&body.name), body.address_prefixes.join(","))
}

pub(super) fn subnet(body: &pb::Subnet) -> String {
    let table = option("table", &body.route_table);
    format!("subnet {} {}{table}", short(&body.name), body.address_prefixes.join(","))
}

pub(super) fn table(body: &pb::RouteTable) -> String {
    let by = managed_by(body.meta.as_ref());
    let by = if by.is_empty() { by } else { format!(" by={by}") };
    let propagation = if body.disable_bgp_route_propagation { " propagation=off" } else { "" };
    format!("table {}{by}{propagation}", short(&body.name))
}

pub(super) fn cluster(body: &pb::Cluster) -> String {
    let mode = body.network_mode().as_str_name().trim_start_matches("NETWORK_MODE_");
    let pods = body.pod_prefixes.join(",");
    let pods = if pods.is_empty() { pods } else { format!(" pods={pods}") };
    let table = option("table", &body.route_table);
    let observed = if body.route_management() == pb::RouteManagement::Observed { " OBSERVED" } else { "" };
    let (services, dns) = (body.service_prefixes.join(","), &body.dns_service_address);
    format!("cluster {} {mode}{pods} services={services} dns={dns}{table}{observed}", short(&body.name))
}

pub(super) fn pool(body: &pb::NodePool) -> String {
    format!("pool {} subnet={} max-pods={}", short(&body.name), short(&body.subnet), body.max_pods)
}

pub(super) fn service(body: &pb::Service) -> String {
    let kind = body.r#type().as_str_name().trim_start_matches("SERVICE_TYPE_");
    format!("service {} {kind} {}", short(&body.name), body.cluster_addresses.join(","))
}

pub(super) fn reservation(body: &pb::Reservation) -> String {
    format!("reservation {} {}", short(&body.name), body.address_prefix)
}

pub(super) fn node(body: &pb::Node) -> String {
    Node {
        name: body.name.clone(),
        addresses: body.addresses.clone(),
        pod_prefixes: body.pod_prefixes.clone(),
        pod_addresses: body.pod_addresses.iter().map(|pod| pod.address.clone()).collect(),
        state: match body.state() {
            pb::NodeState::Unspecified => "UNSPECIFIED",
            pb::NodeState::Ready => "READY",
            pb::NodeState::Cordoned => "CORDONED",
            pb::NodeState::NotReady => "NOT_READY",
        },
    }
    .line()
}

/// The spelling of Azure.
pub(super) fn next_hop(kind: pb::NextHopType, address: &str) -> String {
    let word = match kind {
        pb::NextHopType::Unspecified => "UNSPECIFIED",
        pb::NextHopType::VnetLocal => "VnetLocal",
        pb::NextHopType::VirtualAppliance => address,
        pb::NextHopType::VirtualNetworkGateway => "VirtualNetworkGateway",
        pb::NextHopType::Internet => "Internet",
        pb::NextHopType::None => "None",
        pb::NextHopType::VnetPeering => "VNetPeering",
        pb::NextHopType::VirtualNetworkServiceEndpoint => "VirtualNetworkServiceEndpoint",
        pb::NextHopType::LocalDevice => "LocalDevice",
    };
    word.to_owned()
}

pub(super) fn route(body: &pb::Route) -> Route {
    Route {
        name: body.name.clone(),
        prefix: body.address_prefix.clone(),
        next_hop: next_hop(body.next_hop_type(), &body.next_hop_address),
        managed_by: managed_by(body.meta.as_ref()),
    }
}

pub(super) fn allocation(body: &pb::Allocation) -> String {
    Allocation {
        name: body.name.clone(),
        node: parent_and_id(&body.node).1,
        addresses: body
            .addresses
            .iter()
            .map(|held| format!("{}/{}", held.address, held.prefix_length))
            .collect(),
        gateways: body.addresses.iter().map(|held| held.gateway.clone()).collect(),
    }
    .line()
}

/// Lines of nodes that came or changed, nodes that left, routes, and released allocations.
pub(super) fn nodes(
    nodes: &[pb::Node],
    left: &[String],
    changes: &[pb::RouteChange],
    released: u32,
) -> Vec<String> {
    let mut lines: Vec<_> = nodes.iter().map(node).collect();
    lines.extend(left.iter().map(|name| format!("left {}", short(name))));
    let mut lines = summary(&lines);
    let change = |change: &pb::RouteChange| {
        let line = match change.kind() {
            pb::RouteChangeKind::Add => RouteChange::Added(route(change.after.as_ref()?)),
            pb::RouteChangeKind::Replace => RouteChange::Replaced(route(change.after.as_ref()?)),
            pb::RouteChangeKind::Remove => RouteChange::Removed(route(change.before.as_ref()?)),
            pb::RouteChangeKind::Unspecified
            | pb::RouteChangeKind::KeepForeign
            | pb::RouteChangeKind::AssociateTable => return None,
        };
        Some(line.line())
    };
    lines.extend(summary(&changes.iter().filter_map(change).collect::<Vec<_>>()));
    if released > 0 {
        lines.push(format!("released {released}"));
    }
    lines
}

pub(super) fn allocated(answer: &pb::AllocateAddressResponse) -> String {
    let line = answer.allocation.as_ref().map(allocation).unwrap_or_default();
    let again = if answer.replayed { " again" } else { "" };
    let instead = if answer.superseded.is_empty() {
        String::new()
    } else {
        format!(" instead of {}", parent_and_id(&answer.superseded).1)
    };
    format!("{line}{again}{instead}")
}

pub(super) fn released(answer: &pb::ReleaseAddressResponse) -> String {
    if answer.released { "released" } else { "nothing to release" }.to_owned()
}

pub(super) fn address_usage(usage: &pb::AddressUsage) -> String {
    Usage {
        what: usage.family().as_str_name().trim_start_matches("IP_FAMILY_").to_owned(),
        capacity: usage.capacity_decimal.clone(),
        allocated: u128::from(usage.allocated),
        cooling: u128::from(usage.cooling_down),
        reserved: u128::from(usage.reserved),
        free: usage.free_decimal.clone(),
    }
    .line()
}

pub(super) fn block_usage(usage: &pb::BlockUsage) -> String {
    Usage {
        what: usage.family().as_str_name().trim_start_matches("IP_FAMILY_").to_owned(),
        capacity: usage.capacity.to_string(),
        allocated: u128::from(usage.allocated),
        cooling: u128::from(usage.cooling_down),
        reserved: u128::from(usage.reserved),
        free: usage.free.to_string(),
    }
    .line()
}

/// The lines of a plan: what is done, then why.
pub(super) fn plan(answer: &pb::ReconcileRouteTableResponse) -> Vec<String> {
    let join =
        |parts: [&str; 3]| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let change = |change: &pb::RouteChange| {
        let word = change.kind().as_str_name().trim_start_matches("ROUTE_CHANGE_KIND_");
        let route = change.before.as_ref().or(change.after.as_ref());
        let name = short(route.map_or(change.subnet.as_str(), |route| route.name.as_str()));
        join([word, &name, change.after.as_ref().or(route).map_or("", |route| &route.address_prefix)])
    };
    let drift = |drift: &pb::RouteDrift| {
        let word = drift.kind().as_str_name().trim_start_matches("ROUTE_DRIFT_KIND_");
        let name = short(if drift.route.is_empty() { &drift.subnet } else { &drift.route });
        format!("drift {}", join([word, &name, &drift.address_prefix]))
    };
    let mut done: Vec<_> = answer.changes.iter().map(change).collect();
    let mut why: Vec<_> = answer.drift.iter().map(drift).collect();
    done.sort();
    why.sort();
    done.extend(why);
    done
}
