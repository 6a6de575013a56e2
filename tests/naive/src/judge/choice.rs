//! Which route does a packet take that leaves a network interface of a subnet, and why do the others lose.
//!
//! The rules are Azure's (virtual-networks-udr-overview): the longest prefix; at equal length user, then gateway, then
//! platform; rows of the network, its peers and service endpoints go before gateway rows of any length; a user's default
//! route takes the rows for reserved ranges away.

use std::collections::BTreeSet;
use std::net::IpAddr;

use podnet_core::State;
use podnet_core::model::{Network, NextHop, Subnet};
use podnet_core::name::{NetworkName, RouteName, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::routes::{CandidateOutcome, EffectiveNextHop, RouteSource};

use super::answer::{Choice, Row};
use super::who::{inside, within};

/// A row that matches.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    prefix: Prefix,
    source: RouteSource,
    pub(super) hop: EffectiveNextHop,
    name: Option<RouteName>,
    /// Whether the associated table keeps it out, or it is in a table that is not associated.
    out: Option<CandidateOutcome>,
}

/// The text in which routes are compared.
pub(super) fn row(
    prefix: &Prefix,
    source: RouteSource,
    hop: &EffectiveNextHop,
    name: Option<&RouteName>,
    outcome: CandidateOutcome,
) -> Row {
    let name = name.map(ToString::to_string).unwrap_or_default();
    Row(format!("{prefix} {source:?} {hop:?} {name} {outcome:?}"))
}

const RESERVED: [&str; 4] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

fn of_platform(prefix: Prefix, source: RouteSource, hop: EffectiveNextHop) -> Candidate {
    Candidate { prefix, source, hop, name: None, out: None }
}

/// All rows of a subnet, whether or not they match.
fn rows(state: &State, subnet: &Subnet, network: &Network) -> Vec<Candidate> {
    let mut rows = Vec::new();
    for space in &network.address_prefixes {
        rows.push(of_platform(*space, RouteSource::SystemVnet, EffectiveNextHop::VnetLocal));
    }
    for peering in network.peerings.iter().filter(|peering| peering.allow_virtual_network_access) {
        let known = peering.remote_network.as_ref().and_then(|name| state.networks.get(name));
        let spaces = if peering.remote_prefixes.is_empty() {
            known.map(|remote| remote.address_prefixes.clone()).unwrap_or_default()
        } else {
            peering.remote_prefixes.clone()
        };
        for space in spaces {
            let hop = EffectiveNextHop::VnetPeering(peering.remote_network.clone());
            rows.push(of_platform(space, RouteSource::SystemPeering, hop));
        }
    }
    for gateway in gateways(state, network) {
        for learned in &gateway.1 {
            rows.push(of_platform(*learned, RouteSource::Bgp, EffectiveNextHop::VirtualNetworkGateway));
        }
    }
    for text in ["0.0.0.0/0", "::/0"] {
        let every = Prefix::parse(text).ok();
        rows.extend(
            every.map(|all| of_platform(all, RouteSource::SystemInternet, EffectiveNextHop::Internet)),
        );
    }
    let taken: Vec<_> =
        rows.iter().filter(|row| row.source != RouteSource::Bgp).map(|row| row.prefix).collect();
    for text in RESERVED {
        let Ok(range) = Prefix::parse(text) else { continue };
        // A network, its own or a peer's, that has the whole range takes the row's place.
        if !taken.iter().any(|space| space.length() > 0 && within(&range, space)) {
            rows.push(of_platform(range, RouteSource::SystemReserved, EffectiveNextHop::None));
        }
    }
    for route in
        state.routes.values().filter(|route| Some(&route.name.table_name()) == subnet.route_table.as_ref())
    {
        rows.push(user(route.prefix, route.next_hop, &route.name, None));
    }
    let disabled = subnet
        .route_table
        .as_ref()
        .and_then(|name| state.route_tables.values().find(|table| table.name == *name))
        .is_some_and(|table| table.disable_bgp_route_propagation);
    for row in rows.iter_mut().filter(|row| disabled && row.source == RouteSource::Bgp) {
        row.out = Some(CandidateOutcome::PropagationDisabled);
    }
    // Tables of kubenet clusters of this network that the subnet does not have: shown, for they are often forgotten.
    for cluster in state.clusters.values().filter(|cluster| cluster.network == network.name) {
        let Some(table) =
            cluster.route_table.as_ref().filter(|name| Some(*name) != subnet.route_table.as_ref())
        else {
            continue;
        };
        for route in state.routes.values().filter(|route| route.name.table_name() == *table) {
            rows.push(user(
                route.prefix,
                route.next_hop,
                &route.name,
                Some(CandidateOutcome::TableNotAssociated),
            ));
        }
    }
    rows
}

fn user(prefix: Prefix, hop: NextHop, name: &RouteName, out: Option<CandidateOutcome>) -> Candidate {
    let hop = match hop {
        NextHop::VnetLocal => EffectiveNextHop::VnetLocal,
        NextHop::VirtualAppliance(address) => EffectiveNextHop::VirtualAppliance(address),
        NextHop::VirtualNetworkGateway => EffectiveNextHop::VirtualNetworkGateway,
        NextHop::Internet => EffectiveNextHop::Internet,
        NextHop::None => EffectiveNextHop::None,
    };
    Candidate { prefix, source: RouteSource::User, hop, name: Some(name.clone()), out }
}

/// Gateways that a network sends to: its own, else those of peers that offer theirs.
pub(super) fn gateways(state: &State, network: &Network) -> Vec<(NetworkName, Vec<Prefix>)> {
    if let Some(own) = &network.gateway {
        return vec![(network.name.clone(), own.on_premises_prefixes.clone())];
    }
    let mut found = Vec::new();
    for peering in network.peerings.iter().filter(|peering| peering.use_remote_gateways) {
        let Some(remote) = peering.remote_network.as_ref().and_then(|name| state.networks.get(name)) else {
            continue;
        };
        let offers = |back: &podnet_core::model::Peering| {
            back.remote_network.as_ref() == Some(&network.name) && back.allow_gateway_transit
        };
        if let Some(gateway) = remote.gateway.as_ref().filter(|_| remote.peerings.iter().any(offers)) {
            found.push((remote.name.clone(), gateway.on_premises_prefixes.clone()));
        }
    }
    found
}

/// Who goes first at one prefix.
fn rank(source: RouteSource) -> u8 {
    match source {
        RouteSource::User => 0,
        RouteSource::SystemVnet | RouteSource::SystemPeering | RouteSource::SystemServiceEndpoint => 1,
        RouteSource::Bgp | RouteSource::SystemGateway => 2,
        RouteSource::SystemInternet | RouteSource::SystemReserved => 3,
    }
}

/// The choice for a destination.
pub(super) fn choose(state: &State, subnet: &SubnetName, to: IpAddr) -> Option<(Choice, Option<Candidate>)> {
    let subnet = state.subnets.values().find(|candidate| candidate.name == *subnet)?;
    let network = state.networks.values().find(|network| network.name.network == subnet.name.network)?;
    let all = rows(state, subnet, network);
    let default_taken = |row: &Candidate| {
        row.out.is_none()
            && row.prefix.length() == 0
            && row.prefix.first().is_ipv4() == to.is_ipv4()
            && row.source == RouteSource::User
    };
    let default_taken = all.iter().any(default_taken);
    let mut matching: Vec<Candidate> = all
        .iter()
        .filter(|row| inside(&row.prefix, to))
        .filter(|row| !(row.source == RouteSource::SystemReserved && default_taken))
        .cloned()
        .collect();
    // An overridden reserved row vanishes; every other one stays listed.
    let active = |row: &&Candidate| row.out.is_none();
    let covered: Vec<_> = matching.iter().filter(active).map(|row| (row.prefix, row.source)).collect();
    matching.retain(|row| {
        row.source != RouteSource::SystemReserved
            || !covered
                .iter()
                .any(|(prefix, source)| *prefix == row.prefix && rank(*source) < rank(row.source))
    });
    let outranked = |row: &Candidate| {
        row.source == RouteSource::Bgp
            && matching.iter().any(|other| {
                rank(other.source) == 1 && other.out.is_none() && within(&row.prefix, &other.prefix)
            })
    };
    let mut best: Option<Candidate> = None;
    for row in &matching {
        if row.out.is_some() || outranked(row) {
            continue;
        }
        let better = best.as_ref().is_none_or(|best| {
            row.prefix.length() > best.prefix.length()
                || (row.prefix.length() == best.prefix.length() && rank(row.source) < rank(best.source))
        });
        if better {
            best = Some(row.clone());
        }
    }
    let mut losers = BTreeSet::new();
    let mut taken = false;
    for row_ in &matching {
        let is_best = best.as_ref().is_some_and(|best| {
            best.prefix == row_.prefix
                && best.source == row_.source
                && best.name == row_.name
                && row_.out.is_none()
        });
        if is_best && !taken {
            taken = true;
            continue;
        }
        let same =
            best.as_ref().is_some_and(|best| row_.prefix == best.prefix && best.source == RouteSource::User);
        let shorter = best.as_ref().is_some_and(|best| row_.prefix.length() < best.prefix.length());
        let outcome = match row_.out {
            Some(outcome) => outcome,
            None if shorter => CandidateOutcome::ShorterPrefix,
            None if same => CandidateOutcome::LowerSourcePriority,
            None if outranked(row_) => CandidateOutcome::BgpOverriddenByVnetSystemRoute,
            None => CandidateOutcome::LowerSourcePriority,
        };
        losers.insert(row(&row_.prefix, row_.source, &row_.hop, row_.name.as_ref(), outcome));
    }
    let winner = best.as_ref().map(|best| {
        row(&best.prefix, best.source, &best.hop, best.name.as_ref(), CandidateOutcome::Selected)
    });
    Some((Choice { winner, losers }, best))
}
