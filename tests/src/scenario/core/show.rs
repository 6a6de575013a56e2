//! What does a scenario show of the events that answer a command?

use podnet_core::State;
use podnet_core::command::Command;
use podnet_core::event::{Change, Event, ReleaseCause};
use podnet_core::model;
use podnet_core::model::{NetworkMode, NextHop, NodeState, RouteManagement, ServiceType};
use podnet_core::routes::Plan;

use super::routes::change_word;
use super::security;
use crate::scenario::names::short;
use crate::scenario::view::{Allocation, Node, Route, RouteChange, summary};

/// The lines for the answer to a command.
pub(super) fn outcome(command: &Command, before: &State, events: &[Event]) -> Vec<String> {
    match command {
        Command::CreateNodes(_)
        | Command::UpdateNode(_)
        | Command::DeleteNodes(_)
        | Command::ScaleNodePool(_) => node_lines(events),
        Command::SetSubnetRouteTable(wish) => {
            let table = before.subnets.get(&wish.subnet).and_then(|subnet| subnet.route_table.clone());
            vec![format!(
                "was {}",
                table.map_or_else(|| "none".to_owned(), |table| short(&table.to_string()))
            )]
        }
        Command::ReconcileRouteTable(_) => reconcile_lines(events),
        Command::Allocate(_) => allocation_lines(events),
        Command::Release(_) => release_lines(events),
        Command::Sweep(_) => sweep_lines(events),
        Command::DeleteNetwork(_)
        | Command::DeleteSubnet(_)
        | Command::DeleteReservation(_)
        | Command::DeleteRouteTable(_)
        | Command::DeleteRoute(_)
        | Command::DeleteCluster(_)
        | Command::DeleteNodePool(_)
        | Command::DeleteService(_)
        | Command::DeleteNetworkSecurityGroup(_)
        | Command::DeleteNamespace(_)
        | Command::DeleteNetworkPolicy(_)
        | Command::Tick => Vec::new(),
        Command::CreateNodePool(_) => {
            events.iter().filter(|e| matches!(e, Event::NodePool(_))).map(body).collect()
        }
        Command::CreateSubnet(_) => events.iter().take(1).map(body).collect(),
        Command::CreateNetwork(_)
        | Command::UpdateNetwork(_)
        | Command::UpdateSubnet(_)
        | Command::CreateReservation(_)
        | Command::CreateRouteTable(_)
        | Command::UpdateRouteTable(_)
        | Command::CreateRoute(_)
        | Command::UpdateRoute(_)
        | Command::CreateCluster(_)
        | Command::UpdateCluster(_)
        | Command::UpdateNodePool(_)
        | Command::CreateService(_)
        | Command::UpdateService(_)
        | Command::CreateNetworkSecurityGroup(_)
        | Command::UpdateNetworkSecurityGroup(_)
        | Command::CreateNamespace(_)
        | Command::UpdateNamespace(_)
        | Command::CreateNetworkPolicy(_)
        | Command::UpdateNetworkPolicy(_)
        | Command::UpdateAllocation(_) => events.iter().map(body).collect(),
    }
}

fn join<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// One line for the resource of an event.
fn body(event: &Event) -> String {
    match event {
        Event::Network(change) => network(change.body()),
        Event::Subnet(change) => subnet(change.body()),
        Event::Reservation(change) => {
            let body = change.body();
            format!("reservation {} {}", short(&body.name.to_string()), body.prefix)
        }
        Event::RouteTable(change) => table(change.body()),
        Event::Route(change) => route(change.body()).line(),
        Event::Cluster(change) => cluster(change.body()),
        Event::NodePool(change) => pool(change.body()),
        Event::Node(change) => node(change.body()).line(),
        Event::Service(change) => service(change.body()),
        Event::NetworkSecurityGroup(change) => security::group(change.body()),
        Event::Namespace(change) => security::namespace(change.body()),
        Event::NetworkPolicy(change) => security::policy(change.body()),
        Event::AllocationUpdated(body) => security::pod(body),
        Event::AllocationCreated(body) | Event::AllocationConfirmed(body) => allocation(body).line(),
        Event::AllocationMoved { allocation: body, .. }
        | Event::AllocationReleased { allocation: body, .. } => allocation(body).line(),
        Event::ReleaseConfirmed { name } | Event::AttachmentTombstoned { name, .. } => {
            short(&name.to_string())
        }
        Event::SweepObserved { node, .. } => short(&node.to_string()),
        Event::TimeAdvanced { .. } => String::new(),
    }
}

pub(super) fn network(body: &model::Network) -> String {
    format!("network {} {}", body.name.network, join(&body.address_prefixes))
}

pub(super) fn subnet(body: &model::Subnet) -> String {
    let table =
        body.route_table.as_ref().map_or_else(String::new, |t| format!(" table={}", short(&t.to_string())));
    format!("subnet {} {}{table}", short(&body.name.to_string()), join(&body.address_prefixes))
}

pub(super) fn table(body: &model::RouteTable) -> String {
    let by =
        if body.meta.managed_by.is_empty() { String::new() } else { format!(" by={}", body.meta.managed_by) };
    let propagation = if body.disable_bgp_route_propagation { " propagation=off" } else { "" };
    format!("table {}{by}{propagation}", short(&body.name.to_string()))
}

pub(super) fn cluster(body: &model::Cluster) -> String {
    let mode = match body.mode {
        NetworkMode::Kubenet => "KUBENET",
        NetworkMode::AzureCni => "AZURE_CNI",
    };
    let pods = if body.pod_prefixes.is_empty() {
        String::new()
    } else {
        format!(" pods={}", join(&body.pod_prefixes))
    };
    let table =
        body.route_table.as_ref().map_or_else(String::new, |t| format!(" table={}", short(&t.to_string())));
    let observed = if body.route_management == RouteManagement::Observed { " OBSERVED" } else { "" };
    let services = join(&body.service_prefixes);
    format!(
        "cluster {} {mode}{pods} services={services} dns={}{table}{observed}",
        body.name.cluster, body.dns_address
    )
}

pub(super) fn pool(body: &model::NodePool) -> String {
    let subnet = short(&body.subnet.to_string());
    format!("pool {} subnet={subnet} max-pods={}", short(&body.name.to_string()), body.max_pods)
}

fn service(body: &model::Service) -> String {
    let kind = match body.kind {
        ServiceType::ClusterIp => "CLUSTER_IP",
        ServiceType::NodePort => "NODE_PORT",
        ServiceType::LoadBalancer => "LOAD_BALANCER",
    };
    format!("service {} {kind} {}", short(&body.name.to_string()), join(&body.cluster_addresses))
}

pub(super) fn node(body: &model::Node) -> Node {
    Node {
        name: body.name.to_string(),
        addresses: body.addresses.iter().map(ToString::to_string).collect(),
        pod_prefixes: body.pod_prefixes.iter().map(ToString::to_string).collect(),
        pod_addresses: body.pod_addresses.iter().map(|address| address.to_string()).collect(),
        state: match body.state {
            NodeState::Active => "READY",
            NodeState::Cordoned => "CORDONED",
            NodeState::NotReady => "NOT_READY",
        },
    }
}

pub(super) fn route(body: &model::Route) -> Route {
    Route {
        name: body.name.to_string(),
        prefix: body.prefix.to_string(),
        next_hop: next_hop(body.next_hop),
        managed_by: body.meta.managed_by.clone(),
    }
}

fn next_hop(next_hop: NextHop) -> String {
    next_hop.address().map_or_else(|| next_hop.azure().to_owned(), |address| address.to_string())
}

pub(super) fn allocation(body: &model::Allocation) -> Allocation {
    Allocation {
        name: body.name.to_string(),
        node: body.node.to_string(),
        addresses: body
            .addresses
            .iter()
            .map(|held| format!("{}/{}", held.address, held.prefix_length))
            .collect(),
        gateways: body.addresses.iter().map(|held| held.gateway.to_string()).collect(),
    }
}

fn node_lines(events: &[Event]) -> Vec<String> {
    let (mut nodes, mut routes, mut released) = (Vec::new(), Vec::new(), 0);
    for event in events {
        match event {
            Event::Node(Change::Created(body) | Change::Updated(body)) => nodes.push(node(body).line()),
            Event::Node(Change::Deleted(body)) => {
                nodes.push(format!("left {}", short(&body.name.to_string())));
            }
            Event::Route(Change::Created(body)) => routes.push(RouteChange::Added(route(body)).line()),
            Event::Route(Change::Updated(body)) => routes.push(RouteChange::Replaced(route(body)).line()),
            Event::Route(Change::Deleted(body)) => routes.push(RouteChange::Removed(route(body)).line()),
            Event::AllocationReleased { .. } => released += 1,
            _ => {}
        }
    }
    let mut lines = summary(&nodes);
    lines.extend(summary(&routes));
    if released > 0 {
        lines.push(format!("released {released}"));
    }
    lines
}

fn reconcile_lines(events: &[Event]) -> Vec<String> {
    let count = |is: fn(&Change<model::Route>) -> bool| {
        events.iter().filter(|event| matches!(event, Event::Route(change) if is(change))).count()
    };
    let added = count(|change| matches!(change, Change::Created(_)));
    let replaced = count(|change| matches!(change, Change::Updated(_)));
    let removed = count(|change| matches!(change, Change::Deleted(_)));
    vec![format!("added={added} replaced={replaced} removed={removed}")]
}

fn allocation_lines(events: &[Event]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut ended = None;
    for event in events {
        let line = body(event);
        match event {
            Event::AllocationReleased { allocation, cause: ReleaseCause::Superseded, .. } => {
                ended = Some(allocation.name.allocation.clone());
            }
            Event::AllocationMoved { superseded, .. } => {
                lines.push(format!("{line} instead of {superseded}"));
            }
            Event::AllocationConfirmed(_) => lines.push(format!("{line} again")),
            Event::AllocationCreated(_) => {
                let instead = ended.take().map_or_else(String::new, |ended| format!(" instead of {ended}"));
                lines.push(format!("{line}{instead}"));
            }
            _ => {}
        }
    }
    summary(&lines)
}

fn release_lines(events: &[Event]) -> Vec<String> {
    let line = |event: &Event| match event {
        Event::AllocationReleased { .. } => Some("released".to_owned()),
        Event::ReleaseConfirmed { .. } | Event::AttachmentTombstoned { .. } => {
            Some("nothing to release".to_owned())
        }
        _ => None,
    };
    summary(&events.iter().filter_map(line).collect::<Vec<_>>())
}

fn sweep_lines(events: &[Event]) -> Vec<String> {
    let mut lines = Vec::new();
    for event in events {
        match event {
            Event::SweepObserved { suspects, .. } => {
                lines.extend(suspects.iter().map(|suspect| format!("suspect {suspect}")));
            }
            Event::AllocationReleased { allocation, .. } => {
                lines.push(format!("released {}", allocation.name.allocation));
            }
            _ => {}
        }
    }
    lines.sort();
    lines
}

/// The lines of a plan: what is done, then why.
pub(super) fn plan(plan: &Plan) -> Vec<String> {
    let subject = |change: &podnet_core::routes::RouteChange| {
        let name = change.route().map(|name| short(&name.to_string()));
        let name =
            name.or_else(|| change.subnet.as_ref().map(|name| short(&name.to_string()))).unwrap_or_default();
        let prefix = change.prefix().map(|prefix| format!(" {prefix}")).unwrap_or_default();
        format!("{name}{prefix}")
    };
    let mut done: Vec<_> = plan
        .changes
        .iter()
        .map(|change| format!("{} {}", change_word(change.kind), subject(change)))
        .collect();
    // A route that is missing has no name yet.
    let missing = |change: &podnet_core::routes::RouteChange| {
        let prefix = change.prefix().map(|prefix| prefix.to_string()).unwrap_or_default();
        if change.class == podnet_core::routes::DriftClass::Missing { prefix } else { subject(change) }
    };
    let mut why: Vec<_> = plan
        .changes
        .iter()
        .map(|change| format!("drift {} {}", drift_word(change.class), missing(change)))
        .collect();
    done.sort();
    why.sort();
    done.extend(why);
    done
}

fn drift_word(class: podnet_core::routes::DriftClass) -> &'static str {
    use podnet_core::routes::DriftClass;
    match class {
        DriftClass::Missing => "MISSING",
        DriftClass::StaleNode => "STALE_NODE",
        DriftClass::StalePrefix => "STALE_PREFIX",
        DriftClass::WrongNextHop => "WRONG_NEXT_HOP",
        DriftClass::UnknownNameInPodPrefix => "UNKNOWN_NAME_IN_POD_PREFIX",
        DriftClass::DuplicatePrefix => "DUPLICATE_PREFIX",
        DriftClass::ForeignKept => "FOREIGN_KEPT",
        DriftClass::TableNotAssociated => "TABLE_NOT_ASSOCIATED",
    }
}
