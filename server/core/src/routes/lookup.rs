//! Which route does a packet to one destination take, and why does each other route that matches not win.
//!
//! The decision is that of the sender's subnet. Routes of the network's cluster tables that are not associated with the
//! subnet are shown as losers: a missing association is the most frequent cause of unreachable pods. This module must
//! not know what happens at the next hop; an appliance that does not exist or does not forward is the trace's matter.
//!
//! Only rows whose prefix holds the destination are ever compared; an index over prefixes finds the user's among them.

use std::fmt;
use std::net::IpAddr;

use super::effective::{EffectiveRoute, RouteSource, Rows, rows};
use crate::address::Family;
use crate::model::{Route, Subnet};
use crate::name::{RouteTableName, SubnetName};
use crate::prefix::Prefix;
use crate::state::State;
use crate::text::{Put, put_all, text_of};

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
    pub reason: Why,
}

/// Why a route won or lost; a sentence with figures when it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// It has the longest prefix.
    Longest(Prefix),
    /// Its prefix has this length, the winner's that one.
    Shorter(u8, u8),
    /// This system route goes before gateway routes of any length.
    Overridden(Prefix),
    /// A route of this source has the same prefix.
    SamePrefix(RouteSource),
    /// Another route of the same prefix goes first.
    Later,
    /// The table keeps gateway routes out.
    Withheld(RouteTableName),
    /// The subnet has another table, or none.
    NotAssociated(Box<Association>),
    /// It is one of the prefixes that a gateway advertises: the longest, or a shorter one.
    Advertised(bool),
}

/// What a subnet has instead of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Association {
    /// The subnet.
    pub subnet: SubnetName,
    /// Its table.
    pub has: Option<RouteTableName>,
    /// The table of the route.
    pub table: RouteTableName,
}

impl Put for Why {
    fn put(&self, text: &mut String) {
        match self {
            Self::Longest(prefix) => put_all(text, &[&"longest matching prefix: ", prefix]),
            Self::Shorter(own, winner) => put_all(text, &[&"shorter prefix: /", own, &" against /", winner]),
            Self::Overridden(prefix) => {
                put_all(text, &[&"the system route ", prefix, &" goes before gateway routes of any length"]);
            }
            Self::SamePrefix(source) => {
                let source = source.azure();
                put_all(
                    text,
                    &[&"the same prefix from source ", &source, &": user, then gateway, then system"],
                );
            }
            Self::Later => text.push_str("another route of the same prefix goes first"),
            Self::Withheld(table) => put_all(text, &[table, &" keeps gateway routes out of this subnet"]),
            Self::NotAssociated(association) => match &**association {
                Association { subnet, has: Some(has), table } => {
                    put_all(text, &[subnet, &" has ", has, &", not ", table]);
                }
                Association { subnet, has: None, table } => {
                    put_all(text, &[subnet, &" has no route table; ", table, &" is not associated"]);
                }
            },
            Self::Advertised(true) => text.push_str("longest advertised prefix"),
            Self::Advertised(false) => text.push_str("shorter prefix"),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(&[self]))
    }
}

/// The choice for one destination.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lookup {
    /// The route that is taken; `None` if no route matches, which drops the packet.
    pub winner: Option<Candidate>,
    /// All others that match: longest prefix first, then by source and name.
    pub losers: Vec<Candidate>,
}

/// Chooses the route of a packet that a network interface of the subnet sends to the destination, and says why each other
/// one lost.
pub fn lookup(state: &State, subnet: &Subnet, destination: IpAddr) -> Lookup {
    let (winner, Rows { listed, withheld }) = best(state, subnet, destination, true);
    let mut losers = Vec::with_capacity(listed.len() + withheld.len() + LOSERS_ELSEWHERE_EXPECTED);
    losers.extend(listed.into_iter().map(|row| lost(row, winner.as_ref())));
    losers.extend(withheld.into_iter().filter_map(|route| {
        let reason = Why::Withheld(subnet.route_table.clone()?);
        Some(Candidate { route, outcome: CandidateOutcome::PropagationDisabled, reason })
    }));
    for table in cluster_tables_elsewhere(state, subnet) {
        let routes = state.index.routes_to(table, destination);
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

/// The choice of [`lookup`] for who does not ask why the others lost: it names none of them.
pub fn choose(state: &State, subnet: &Subnet, destination: IpAddr) -> Lookup {
    let (winner, _) = best(state, subnet, destination, false);
    Lookup { winner: winner.map(won), losers: Vec::new() }
}

/// The route that is taken, and the rows that match beside it.
fn best(state: &State, subnet: &Subnet, destination: IpAddr, named: bool) -> (Option<EffectiveRoute>, Rows) {
    let family = Family::of(destination);
    let user = subnet.route_table.iter().flat_map(|table| state.index.routes_to(table, destination));
    let mut rows = rows(state, subnet, family, user, |prefix| prefix.contains(destination), named);
    let best = rows.listed.iter().enumerate().filter(|(_, row)| row.shadowed_by.is_none());
    let best = best.max_by_key(|(_, row)| row.prefix.length()).map(|(index, _)| index);
    (best.map(|index| rows.listed.remove(index)), rows)
}

/// Room for the routes of tables that are not associated, in most subnets.
const LOSERS_ELSEWHERE_EXPECTED: usize = 1;

fn won(route: EffectiveRoute) -> Candidate {
    let reason = Why::Longest(route.prefix);
    Candidate { route, outcome: CandidateOutcome::Selected, reason }
}

fn lost(route: EffectiveRoute, winner: Option<&EffectiveRoute>) -> Candidate {
    let (outcome, reason) = match (winner, &route.shadowed_by) {
        (Some(winner), _) if winner.prefix.length() > route.prefix.length() => {
            (CandidateOutcome::ShorterPrefix, Why::Shorter(route.prefix.length(), winner.prefix.length()))
        }
        (_, Some(shadow)) if shadow.source != RouteSource::User && route.source == RouteSource::Bgp => {
            (CandidateOutcome::BgpOverriddenByVnetSystemRoute, Why::Overridden(shadow.prefix))
        }
        (_, Some(shadow)) => (CandidateOutcome::LowerSourcePriority, Why::SamePrefix(shadow.source)),
        (_, None) => (CandidateOutcome::LowerSourcePriority, Why::Later),
    };
    Candidate { route, outcome, reason }
}

fn not_associated(route: &Route, subnet: &Subnet) -> Candidate {
    let (subnet, has) = (subnet.name.clone(), subnet.route_table.clone());
    let reason = Why::NotAssociated(Box::new(Association { subnet, has, table: route.name.table_name() }));
    let row = EffectiveRoute::new(route.prefix, RouteSource::User, route.next_hop.into());
    let route = EffectiveRoute { route: Some(route.name.clone()), ..row };
    Candidate { route, outcome: CandidateOutcome::TableNotAssociated, reason }
}

/// Tables of clusters of the network that the subnet is not associated with, by name.
fn cluster_tables_elsewhere<'a>(state: &'a State, subnet: &Subnet) -> Vec<&'a RouteTableName> {
    let network = subnet.name.network_name();
    let clusters = state.index.clusters_in(&network).iter();
    let tables = clusters.filter_map(|cluster| cluster.route_table.as_ref());
    let mut tables: Vec<_> = tables.filter(|table| subnet.route_table.as_ref() != Some(*table)).collect();
    tables.sort();
    tables.dedup();
    tables
}
