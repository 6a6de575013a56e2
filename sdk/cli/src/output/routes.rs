//! How are effective routes, choices among routes and plans for route tables shown?

use podnet::v1::{self, RouteChangeKind, RouteDriftKind, RouteOutcome, RouteSource, RouteState};

use super::table::Table;
use super::words::{camel, hop, hop_type, id, short, word};

/// Azure's word for the source of a route.
#[must_use]
pub fn source(source: RouteSource) -> &'static str {
    match source {
        RouteSource::Unspecified => "",
        RouteSource::User => "User",
        RouteSource::Bgp | RouteSource::SystemGateway => "VirtualNetworkGateway",
        RouteSource::SystemVnet
        | RouteSource::SystemPeering
        | RouteSource::SystemInternet
        | RouteSource::SystemReserved
        | RouteSource::SystemServiceEndpoint => "System",
        RouteSource::Node => "Node",
    }
}

/// Address or device of the next hop.
#[must_use]
pub fn next_hop(route: &v1::RouteCandidate) -> String {
    if route.next_hop_address.is_empty() { route.device.clone() } else { route.next_hop_address.clone() }
}

/// Why a route won or lost.
#[must_use]
pub fn why(route: &v1::RouteCandidate) -> String {
    if route.explanation.is_empty() {
        super::words::phrase(route.outcome().as_str_name(), "ROUTE_OUTCOME_")
    } else {
        route.explanation.clone()
    }
}

/// Routes in Azure's columns, plus which one wins and why.
#[must_use]
pub fn candidates<'a>(routes: impl IntoIterator<Item = &'a v1::RouteCandidate>, headers: bool) -> String {
    let mut table = Table::new(["SOURCE", "STATE", "PREFIX", "NEXT HOP TYPE", "NEXT HOP", "WINS", "WHY"]);
    for route in routes {
        let wins = if route.outcome() == RouteOutcome::Selected { "*" } else { " " };
        let why = match (why(route), route.route.as_str()) {
            (why, "") => why,
            (why, name) if why.is_empty() => id(name).to_owned(),
            (why, _) => why,
        };
        table.row([
            source(route.source()).to_owned(),
            state(route.state()),
            route.address_prefix.clone(),
            hop_type(route.next_hop_type()),
            next_hop(route),
            wins.to_owned(),
            why,
        ]);
    }
    table.render(headers)
}

fn state(state: RouteState) -> String {
    camel(state.as_str_name(), "ROUTE_STATE_")
}

/// Effective routes and how full the table is.
#[must_use]
pub fn effective(
    routes: &[v1::RouteCandidate],
    table: &str,
    count: u32,
    limit: u32,
    headers: bool,
) -> String {
    let text = candidates(routes, headers);
    match table {
        "" => text + "no route table is associated\n",
        table => text + &format!("table {}: {count} of {limit} routes\n", short(table)),
    }
}

/// The choice for one destination.
#[must_use]
pub fn lookup(response: &v1::LookupRouteResponse, headers: bool) -> String {
    let rows = response.winner.iter().chain(&response.losers);
    let text = candidates(rows, headers);
    if response.winner.is_some() { text } else { format!("no route matches: the packet is dropped\n{text}") }
}

/// Drift, plan and counts of a reconciliation. `planned`: nothing was changed yet.
#[must_use]
pub fn reconcile(response: &v1::ReconcileRouteTableResponse, planned: bool) -> String {
    let mut changes = Table::new(["", "ROUTE", "PREFIX", "", "NEXT HOP", "WHY"]);
    for change in &response.changes {
        if change.kind() == RouteChangeKind::AssociateTable {
            let table = response.route_table.as_ref().map_or("table", |table| id(&table.name));
            changes.row(["+", table, id(&change.subnet), "->", "associated", change.explanation.as_str()]);
            continue;
        }
        let Some(route) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        let next_hop = match (&change.before, &change.after) {
            (Some(before), Some(after)) if hop(before) != hop(after) => {
                format!("{} => {}", hop(before), hop(after))
            }
            _ => hop(route),
        };
        changes.row([
            sign(change.kind()).to_owned(),
            id(&route.name).to_owned(),
            route.address_prefix.clone(),
            "->".to_owned(),
            next_hop,
            change.explanation.clone(),
        ]);
    }
    let mut text = changes.render(false);
    for drift in response.drift.iter().filter(|drift| drift.kind() != RouteDriftKind::ForeignKept) {
        let kind = word(drift.kind().as_str_name(), "ROUTE_DRIFT_KIND_");
        text.extend([format!("! {kind}  {}\n", drift.explanation)]);
    }
    let table = response.route_table.as_ref();
    let (count, limit) = table.map(|table| (table.route_count, table.route_limit)).unwrap_or_default();
    let verb = |plan: &'static str, done: &'static str| if planned { plan } else { done };
    text.extend([format!(
        "{}: {} {}, {} {}, {} {}, {} foreign kept. {count}/{limit} routes.\n",
        verb("Plan", "Done"),
        response.add_count,
        verb("to add", "added"),
        response.replace_count,
        verb("to replace", "replaced"),
        response.remove_count,
        verb("to remove", "removed"),
        response.foreign_count,
    )]);
    text
}

/// Whether anything is not as it should be.
#[must_use]
pub fn has_drift(response: &v1::ReconcileRouteTableResponse) -> bool {
    response.drift.iter().any(|drift| drift.kind() != RouteDriftKind::ForeignKept)
}

fn sign(kind: RouteChangeKind) -> &'static str {
    match kind {
        RouteChangeKind::Unspecified => "?",
        RouteChangeKind::Add | RouteChangeKind::AssociateTable => "+",
        RouteChangeKind::Replace => "~",
        RouteChangeKind::Remove => "-",
        RouteChangeKind::KeepForeign => "=",
    }
}

/// Routes that changed together with nodes, one line each.
#[must_use]
pub fn changes(changes: &[v1::RouteChange]) -> String {
    let line = |change: &v1::RouteChange| {
        let route = change.after.as_ref().or(change.before.as_ref())?;
        Some(format!(
            "route {} {} {} -> {}\n",
            sign(change.kind()),
            id(&route.name),
            route.address_prefix,
            hop(route)
        ))
    };
    changes.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use podnet::v1::NextHopType;

    fn candidate(
        source: RouteSource,
        state: RouteState,
        prefix: &str,
        kind: NextHopType,
        hop: &str,
        outcome: RouteOutcome,
        why: &str,
    ) -> v1::RouteCandidate {
        v1::RouteCandidate {
            source: source.into(),
            state: state.into(),
            address_prefix: prefix.into(),
            next_hop_type: kind.into(),
            next_hop_address: hop.into(),
            outcome: outcome.into(),
            explanation: why.into(),
            ..Default::default()
        }
    }

    #[test]
    fn effective_routes_are_in_azures_columns() {
        let routes = [
            candidate(
                RouteSource::User,
                RouteState::Active,
                "10.244.2.0/24",
                NextHopType::VirtualAppliance,
                "10.240.0.6",
                RouteOutcome::Selected,
                "longest prefix (24)",
            ),
            candidate(
                RouteSource::User,
                RouteState::Active,
                "0.0.0.0/0",
                NextHopType::VirtualAppliance,
                "10.250.0.4",
                RouteOutcome::ShorterPrefix,
                "",
            ),
            candidate(
                RouteSource::SystemInternet,
                RouteState::Invalid,
                "0.0.0.0/0",
                NextHopType::Internet,
                "",
                RouteOutcome::LowerSourcePriority,
                "overridden by User 0.0.0.0/0",
            ),
        ];
        let expected = "\
SOURCE  STATE    PREFIX         NEXT HOP TYPE     NEXT HOP    WINS  WHY
User    Active   10.244.2.0/24  VirtualAppliance  10.240.0.6  *     longest prefix (24)
User    Active   0.0.0.0/0      VirtualAppliance  10.250.0.4        shorter prefix
System  Invalid  0.0.0.0/0      Internet          -                 overridden by User 0.0.0.0/0
table vnet/rt-prod: 3 of 400 routes
";
        assert_eq!(effective(&routes, "networks/vnet/routeTables/rt-prod", 3, 400, true), expected);
    }

    #[test]
    fn a_plan_shows_additions_removals_and_foreign_routes() {
        let route = |name: &str, prefix: &str, hop: &str| v1::Route {
            name: format!("networks/vnet/routeTables/rt/routes/{name}"),
            address_prefix: prefix.into(),
            next_hop_type: NextHopType::VirtualAppliance.into(),
            next_hop_address: hop.into(),
            ..Default::default()
        };
        let change = |kind: RouteChangeKind,
                      before: Option<v1::Route>,
                      after: Option<v1::Route>,
                      why: &str| v1::RouteChange {
            kind: kind.into(),
            before,
            after,
            explanation: why.into(),
            ..Default::default()
        };
        let foreign = route("to-firewall", "0.0.0.0/0", "10.250.0.4");
        let response = v1::ReconcileRouteTableResponse {
            changes: vec![
                change(
                    RouteChangeKind::Add,
                    None,
                    Some(route("aks-3", "10.244.3.0/24", "10.240.0.7")),
                    "node joined",
                ),
                change(
                    RouteChangeKind::Remove,
                    Some(route("aks-1", "10.244.1.0/24", "10.240.0.5")),
                    None,
                    "node gone",
                ),
                change(
                    RouteChangeKind::KeepForeign,
                    Some(foreign.clone()),
                    Some(foreign),
                    "not the cluster's, kept",
                ),
            ],
            drift: vec![v1::RouteDrift {
                kind: RouteDriftKind::Missing.into(),
                explanation: "aks-3 has no route for 10.244.3.0/24".into(),
                ..Default::default()
            }],
            add_count: 1,
            remove_count: 1,
            foreign_count: 1,
            route_table: Some(v1::RouteTable { route_count: 3, route_limit: 400, ..Default::default() }),
            ..Default::default()
        };
        let expected = "\
+  aks-3        10.244.3.0/24  ->  10.240.0.7  node joined
-  aks-1        10.244.1.0/24  ->  10.240.0.5  node gone
=  to-firewall  0.0.0.0/0      ->  10.250.0.4  not the cluster's, kept
! MISSING  aks-3 has no route for 10.244.3.0/24
Plan: 1 to add, 0 to replace, 1 to remove, 1 foreign kept. 3/400 routes.
";
        assert_eq!(reconcile(&response, true), expected);
        assert!(has_drift(&response));
    }
}
