//! How is a choice among routes said: the winner, what it beat, and what could not take part?

use podnet::v1::{self, NextHopType, RouteCandidate, RouteOutcome, RouteSource};

use crate::output::routes::next_hop as hop;
use crate::output::trace::place::Place;
use crate::output::trace::question::Question;
use crate::output::words::hop_type;

/// The winner; the best that it beat; the best that could not take part.
pub(super) fn parts(decision: &v1::RouteDecision) -> Vec<String> {
    let mut parts = vec![decision.winner.as_ref().map_or_else(|| "no route matches".to_owned(), winner)];
    for (word, out_of_play) in [("beat", false), ("unused", true)] {
        let mut losers = decision.losers.iter().filter(|route| is_out_of_play(route) == out_of_play);
        if let Some(best) = losers.next() {
            let more = match losers.count() {
                0 => String::new(),
                more => format!(", {more} more"),
            };
            parts.push(format!(
                "{word}: {}{} ({}){more}",
                best.address_prefix,
                typed(best),
                reason(best.outcome())
            ));
        }
    }
    parts
}

/// It was not even compared: it is not in effect here.
fn is_out_of_play(route: &RouteCandidate) -> bool {
    match route.outcome() {
        RouteOutcome::PropagationDisabled
        | RouteOutcome::TableNotAssociated
        | RouteOutcome::NotYetEffective
        | RouteOutcome::InvalidNextHop => true,
        RouteOutcome::Unspecified
        | RouteOutcome::Selected
        | RouteOutcome::ShorterPrefix
        | RouteOutcome::LowerSourcePriority
        | RouteOutcome::BgpOverriddenByVnetSystemRoute
        | RouteOutcome::ServiceTagOrder => false,
    }
}

fn winner(route: &RouteCandidate) -> String {
    let hop = hop(route);
    let via = if hop.is_empty() || hop == route.address_prefix {
        String::new()
    } else if hop == route.device {
        format!(" dev {hop}")
    } else {
        format!(" via {hop}")
    };
    let source = match maker(route.source()) {
        "" => String::new(),
        maker => format!(" ({maker})"),
    };
    format!("{}{}{via}{source}", route.address_prefix, typed(route))
}

/// Who made a route, in a word.
fn maker(source: RouteSource) -> &'static str {
    match source {
        RouteSource::Unspecified | RouteSource::Node => "",
        RouteSource::User => "user",
        RouteSource::Bgp => "bgp",
        RouteSource::SystemGateway => "gateway",
        RouteSource::SystemVnet
        | RouteSource::SystemPeering
        | RouteSource::SystemInternet
        | RouteSource::SystemReserved
        | RouteSource::SystemServiceEndpoint => "system",
    }
}

/// A node's own route is told by its device; the type would say nothing more.
fn typed(route: &RouteCandidate) -> String {
    match route.next_hop_type() {
        NextHopType::Unspecified | NextHopType::LocalDevice => String::new(),
        kind @ (NextHopType::VnetLocal
        | NextHopType::VirtualAppliance
        | NextHopType::VirtualNetworkGateway
        | NextHopType::Internet
        | NextHopType::None
        | NextHopType::VnetPeering
        | NextHopType::VirtualNetworkServiceEndpoint) => format!(" {}", hop_type(kind)),
    }
}

/// Why a route lost, in a word or two.
fn reason(outcome: RouteOutcome) -> &'static str {
    match outcome {
        RouteOutcome::Unspecified | RouteOutcome::Selected => "lost",
        RouteOutcome::ShorterPrefix => "shorter",
        RouteOutcome::LowerSourcePriority => "lower source",
        RouteOutcome::BgpOverriddenByVnetSystemRoute => "BGP, vnet route first",
        RouteOutcome::ServiceTagOrder => "service tag order",
        RouteOutcome::PropagationDisabled => "propagation disabled",
        RouteOutcome::TableNotAssociated => "table not associated",
        RouteOutcome::NotYetEffective => "not yet effective",
        RouteOutcome::InvalidNextHop => "invalid next hop",
    }
}

/// Who has the address of the next hop.
pub(super) fn next_hop(found: &v1::NextHopResolution, question: &Question) -> String {
    if found.owner.is_empty() {
        return format!("{} is nobody's", found.address);
    }
    format!("{} is {}", found.address, Place::new(&found.owner, question).label())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(prefix: &str, kind: NextHopType, outcome: RouteOutcome) -> RouteCandidate {
        RouteCandidate {
            source: RouteSource::SystemVnet.into(),
            address_prefix: prefix.into(),
            next_hop_type: kind.into(),
            outcome: outcome.into(),
            ..Default::default()
        }
    }

    #[test]
    fn the_winner_what_it_beat_and_what_was_not_in_effect() {
        let decision = v1::RouteDecision {
            winner: Some(route("10.0.0.0/8", NextHopType::None, RouteOutcome::Selected)),
            losers: vec![
                route("10.244.0.0/24", NextHopType::VirtualAppliance, RouteOutcome::TableNotAssociated),
                route("0.0.0.0/0", NextHopType::Internet, RouteOutcome::ShorterPrefix),
                route("0.0.0.0/0", NextHopType::Internet, RouteOutcome::LowerSourcePriority),
            ],
            ..Default::default()
        };
        let expected = [
            "10.0.0.0/8 None (system)",
            "beat: 0.0.0.0/0 Internet (shorter), 1 more",
            "unused: 10.244.0.0/24 VirtualAppliance (table not associated)",
        ];
        assert_eq!(parts(&decision), expected);
        assert_eq!(parts(&v1::RouteDecision::default()), ["no route matches"]);
    }

    #[test]
    fn a_nodes_own_route_is_told_by_its_device_or_gateway() {
        let mut own = route("10.244.0.0/24", NextHopType::LocalDevice, RouteOutcome::Selected);
        own.source = RouteSource::Node.into();
        own.device = "cbr0".into();
        assert_eq!(winner(&own), "10.244.0.0/24 dev cbr0");
        own.next_hop_address = "10.240.0.1".into();
        assert_eq!(winner(&own), "10.244.0.0/24 via 10.240.0.1");
    }
}
