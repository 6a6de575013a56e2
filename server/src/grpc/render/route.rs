//! How do route tables, routes and their candidates look on the wire?

use podnet_core::State;
use podnet_core::event::{Change, Event};
use podnet_core::limits::ROUTES_PER_TABLE_MAX;
use podnet_core::model::{NextHop, Route, RouteTable};
use podnet_core::routes::{
    Candidate, CandidateOutcome, EffectiveNextHop, EffectiveRoute, RouteSource, RouteState, table_etag,
    table_subnets, table_user,
};
use podnet_proto::v1 as pb;

use super::{count, meta, optional};

/// A route table with what uses it.
pub(crate) fn route_table(state: &State, table: &RouteTable) -> pb::RouteTable {
    pb::RouteTable {
        name: table.name.to_string(),
        meta: Some(pb::Meta { etag: table_etag(state, table), ..meta(&table.name, &table.meta) }),
        disable_bgp_route_propagation: table.disable_bgp_route_propagation,
        subnets: table_subnets(state, &table.name).map(|subnet| subnet.name.to_string()).collect(),
        route_count: count(state.routes_of(&table.name).count()),
        route_limit: count(ROUTES_PER_TABLE_MAX),
        cluster: optional(table_user(state, &table.name).as_ref()),
    }
}

/// A route.
pub(crate) fn route(route: &Route) -> pb::Route {
    let kind = match route.next_hop {
        NextHop::VnetLocal => pb::NextHopType::VnetLocal,
        NextHop::VirtualAppliance(_) => pb::NextHopType::VirtualAppliance,
        NextHop::VirtualNetworkGateway => pb::NextHopType::VirtualNetworkGateway,
        NextHop::Internet => pb::NextHopType::Internet,
        NextHop::None => pb::NextHopType::None,
    };
    pb::Route {
        name: route.name.to_string(),
        meta: Some(meta(&route.name, &route.meta)),
        address_prefix: route.prefix.to_string(),
        next_hop_type: kind as i32,
        next_hop_address: optional(route.next_hop.address().as_ref()),
        node: optional(route.node.as_ref()),
    }
}

/// What a command did to routes, in the order in which it did it; `before` is the state that it found.
pub(crate) fn changes(before: &State, events: &[Event], why: &str) -> Vec<pb::RouteChange> {
    events.iter().filter_map(|event| change(before, event, why)).collect()
}

fn change(before: &State, event: &Event, why: &str) -> Option<pb::RouteChange> {
    let (kind, old, new) = match event {
        Event::Route(Change::Created(new)) => (pb::RouteChangeKind::Add, None, Some(route(new))),
        Event::Route(Change::Updated(new)) => {
            // The state before is looked up: the event has only what became of the route.
            let old = before.routes.get(&new.name).filter(|old| old.as_ref() != new);
            (pb::RouteChangeKind::Replace, old.map(|old| route(old)), Some(route(new)))
        }
        Event::Route(Change::Deleted(old)) => (pb::RouteChangeKind::Remove, Some(route(old)), None),
        Event::Subnet(Change::Updated(subnet)) => {
            let old = before.subnets.get(&subnet.name)?;
            if old.route_table == subnet.route_table || subnet.route_table.is_none() {
                return None;
            }
            return Some(pb::RouteChange {
                kind: pb::RouteChangeKind::AssociateTable as i32,
                subnet: subnet.name.to_string(),
                explanation: why.to_owned(),
                ..pb::RouteChange::default()
            });
        }
        Event::Subnet(Change::Created(_) | Change::Deleted(_))
        | Event::Network(_)
        | Event::Reservation(_)
        | Event::RouteTable(_)
        | Event::Cluster(_)
        | Event::NodePool(_)
        | Event::Node(_)
        | Event::Service(_)
        | Event::NetworkSecurityGroup(_)
        | Event::Namespace(_)
        | Event::NetworkPolicy(_)
        | Event::AllocationUpdated(_)
        | Event::AllocationCreated(_)
        | Event::AllocationConfirmed(_)
        | Event::ReleaseConfirmed { .. }
        | Event::AllocationMoved { .. }
        | Event::AllocationReleased { .. }
        | Event::AttachmentTombstoned { .. }
        | Event::SweepObserved { .. }
        | Event::TimeAdvanced { .. } => return None,
    };
    Some(pb::RouteChange {
        kind: kind as i32,
        before: old,
        after: new,
        subnet: String::new(),
        explanation: why.to_owned(),
    })
}

/// Who made a route.
pub(super) fn source(source: RouteSource) -> pb::RouteSource {
    match source {
        RouteSource::User => pb::RouteSource::User,
        RouteSource::Bgp => pb::RouteSource::Bgp,
        RouteSource::SystemVnet => pb::RouteSource::SystemVnet,
        RouteSource::SystemPeering => pb::RouteSource::SystemPeering,
        RouteSource::SystemServiceEndpoint => pb::RouteSource::SystemServiceEndpoint,
        RouteSource::SystemGateway => pb::RouteSource::SystemGateway,
        RouteSource::SystemInternet => pb::RouteSource::SystemInternet,
        RouteSource::SystemReserved => pb::RouteSource::SystemReserved,
    }
}

/// Why a route won or lost.
pub(super) fn outcome(outcome: CandidateOutcome) -> pb::RouteOutcome {
    match outcome {
        CandidateOutcome::Selected => pb::RouteOutcome::Selected,
        CandidateOutcome::ShorterPrefix => pb::RouteOutcome::ShorterPrefix,
        CandidateOutcome::LowerSourcePriority => pb::RouteOutcome::LowerSourcePriority,
        CandidateOutcome::BgpOverriddenByVnetSystemRoute => pb::RouteOutcome::BgpOverriddenByVnetSystemRoute,
        CandidateOutcome::ServiceTagOrder => pb::RouteOutcome::ServiceTagOrder,
        CandidateOutcome::PropagationDisabled => pb::RouteOutcome::PropagationDisabled,
        CandidateOutcome::TableNotAssociated => pb::RouteOutcome::TableNotAssociated,
        CandidateOutcome::NotYetEffective => pb::RouteOutcome::NotYetEffective,
        CandidateOutcome::InvalidNextHop => pb::RouteOutcome::InvalidNextHop,
    }
}

/// Where a route sends packets.
pub(super) fn next_hop_type(next_hop: &EffectiveNextHop) -> pb::NextHopType {
    match next_hop {
        EffectiveNextHop::VnetLocal => pb::NextHopType::VnetLocal,
        EffectiveNextHop::VnetPeering(_) => pb::NextHopType::VnetPeering,
        EffectiveNextHop::Internet => pb::NextHopType::Internet,
        EffectiveNextHop::VirtualAppliance(_) => pb::NextHopType::VirtualAppliance,
        EffectiveNextHop::VirtualNetworkGateway => pb::NextHopType::VirtualNetworkGateway,
        EffectiveNextHop::ServiceEndpoint => pb::NextHopType::VirtualNetworkServiceEndpoint,
        EffectiveNextHop::None => pb::NextHopType::None,
    }
}

/// Whether a route takes part in the choice.
pub(super) fn state(state: RouteState) -> pb::RouteState {
    match state {
        RouteState::Active => pb::RouteState::Active,
        RouteState::Invalid => pb::RouteState::Invalid,
    }
}

/// A route that holds in a subnet, without a destination.
pub(crate) fn effective(route: &EffectiveRoute) -> pb::RouteCandidate {
    let shadow = route.shadowed_by.as_ref();
    pb::RouteCandidate {
        scope: pb::RouteScope::Vnet as i32,
        source: source(route.source) as i32,
        state: state(route.state()) as i32,
        address_prefix: route.prefix.to_string(),
        next_hop_type: next_hop_type(&route.next_hop) as i32,
        next_hop_address: optional(route.next_hop.address().as_ref()),
        device: String::new(),
        route: optional(route.route.as_ref()),
        outcome: pb::RouteOutcome::Unspecified as i32,
        explanation: String::new(),
        overridden_by: shadow.map(|s| format!("{} {}", s.prefix, s.source.azure())).unwrap_or_default(),
    }
}

/// A route that matches a destination, with why it won or lost.
pub(crate) fn candidate(candidate: &Candidate) -> pb::RouteCandidate {
    pb::RouteCandidate {
        outcome: outcome(candidate.outcome) as i32,
        explanation: candidate.reason.to_string(),
        ..effective(&candidate.route)
    }
}
