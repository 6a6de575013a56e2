//! Which route does a packet to one destination take, and why does each other route that matches not win.
//!
//! The decision is that of the sender's subnet. Routes of the network's cluster tables that are not associated with the
//! subnet are shown as losers: a missing association is the most frequent cause of unreachable pods. This module must
//! not know what happens at the next hop; an appliance that does not exist or does not forward is the trace's matter.
//!
//! Only rows whose prefix holds the destination are ever compared; an index over prefixes finds the user's among them.

use std::net::IpAddr;

use super::effective::{EffectiveRoute, RouteSource, rows};
use crate::address::Family;
use crate::model::{Route, Subnet};
use crate::name::RouteTableName;
use crate::state::State;

/// Why a matching route won or lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CandidateOutcome {
    /// It is taken.
    Selected,
    /// Another route matches with a longer prefix.
    ShorterPrefix,
    /// Another route of the same prefix has a source that goes first.
    LowerSourcePriority,
    /// A system route for the network, a peer or a service endpoint goes before gateway routes of any length.
    BgpOverriddenByVnetSystemRoute,
    /// Another route of the same prefix is explicit or has a narrower service tag. The model has no service tags yet, so
    /// no lookup gives this.
    ServiceTagOrder,
    /// The table keeps gateway routes out of the subnet.
    PropagationDisabled,
    /// The route is in a table that is not associated with the subnet.
    TableNotAssociated,
    /// The route was written and is not in effect yet. In this model a route is in effect with its revision, so no
    /// lookup gives this.
    NotYetEffective,
    /// The next hop can't work. A trace says this of the route that a lookup selected; Azure selects it all the same.
    InvalidNextHop,
}

/// A route that matches the destination.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The route.
    pub route: EffectiveRoute,
    /// Whether and why it won or lost.
    pub outcome: CandidateOutcome,
    /// The outcome as a sentence with figures.
    pub reason: String,
}

/// The choice for one destination.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lookup {
    /// The route that is taken; `None` if no route matches, which drops the packet.
    pub winner: Option<Candidate>,
    /// All others that match: longest prefix first, then by source and name.
    pub losers: Vec<Candidate>,
}

/// Chooses the route of a packet that a network interface of the subnet sends to the destination.
pub fn lookup(state: &State, subnet: &Subnet, destination: IpAddr) -> Lookup {
    let family = Family::of(destination);
    let user = subnet.route_table.iter().flat_map(|table| state.index.routes_to(table, destination));
    let rows = rows(state, subnet, family, user, |prefix| prefix.contains(destination));
    let mut listed = rows.listed;
    let best = listed.iter().enumerate().filter(|(_, row)| row.shadowed_by.is_none());
    let best = best.max_by_key(|(_, row)| row.prefix.length()).map(|(index, _)| index);
    let winner = best.map(|index| listed.remove(index));
    let mut losers: Vec<_> = listed.into_iter().map(|row| lost(row, winner.as_ref())).collect();
    losers.extend(rows.withheld.into_iter().map(|row| {
        let table = subnet.route_table.as_ref().map(ToString::to_string).unwrap_or_default();
        let reason = format!("{table} keeps gateway routes out of this subnet");
        Candidate { route: row, outcome: CandidateOutcome::PropagationDisabled, reason }
    }));
    for table in cluster_tables_elsewhere(state, subnet) {
        let routes = state.index.routes_to(&table, destination);
        losers.extend(routes.map(|route| not_associated(route, subnet)));
    }
    losers.sort_by(|a, b| {
        let key = |c: &Candidate| (c.route.prefix.family().bits() - c.route.prefix.length(), c.route.source);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.route.route.cmp(&b.route.route))
            .then_with(|| a.outcome.cmp(&b.outcome))
    });
    Lookup { winner: winner.map(won), losers }
}

fn won(route: EffectiveRoute) -> Candidate {
    let reason = format!("longest matching prefix: {}", route.prefix);
    Candidate { route, outcome: CandidateOutcome::Selected, reason }
}

fn lost(route: EffectiveRoute, winner: Option<&EffectiveRoute>) -> Candidate {
    let (outcome, reason) = match (winner, &route.shadowed_by) {
        (Some(winner), _) if winner.prefix.length() > route.prefix.length() => (
            CandidateOutcome::ShorterPrefix,
            format!("shorter prefix: /{} against /{}", route.prefix.length(), winner.prefix.length()),
        ),
        (_, Some(shadow)) if shadow.source != RouteSource::User && route.source == RouteSource::Bgp => (
            CandidateOutcome::BgpOverriddenByVnetSystemRoute,
            format!("the system route {} goes before gateway routes of any length", shadow.prefix),
        ),
        (_, Some(shadow)) => (
            CandidateOutcome::LowerSourcePriority,
            format!("the same prefix from source {}: user, then gateway, then system", shadow.source.azure()),
        ),
        (_, None) => {
            (CandidateOutcome::LowerSourcePriority, "another route of the same prefix goes first".to_owned())
        }
    };
    Candidate { route, outcome, reason }
}

fn not_associated(route: &Route, subnet: &Subnet) -> Candidate {
    let reason = match &subnet.route_table {
        Some(table) => format!("{} has {table}, not {}", subnet.name, route.name.table_name()),
        None => format!("{} has no route table; {} is not associated", subnet.name, route.name.table_name()),
    };
    let row = EffectiveRoute::new(route.prefix, RouteSource::User, route.next_hop.into());
    let route = EffectiveRoute { route: Some(route.name.clone()), ..row };
    Candidate { route, outcome: CandidateOutcome::TableNotAssociated, reason }
}

/// Tables of clusters of the network that the subnet is not associated with, by name.
fn cluster_tables_elsewhere(state: &State, subnet: &Subnet) -> Vec<RouteTableName> {
    let network = subnet.name.network_name();
    let clusters = state.index.clusters_in(&network).iter();
    let mut tables: Vec<_> = clusters.filter_map(|cluster| cluster.route_table.clone()).collect();
    tables.retain(|table| subnet.route_table.as_ref() != Some(table));
    tables.sort();
    tables.dedup();
    tables
}
