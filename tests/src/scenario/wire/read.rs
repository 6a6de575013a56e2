//! Calls that only look. Lists are read in small pages, so that paging is seen to give the same as the whole.

use podnet::v1 as pb;

use super::message::timestamp;
use super::{WireWorld, show};
use crate::scenario::answer::Answer;
use crate::scenario::core::START;
use crate::scenario::names::{full, parent_and_id, short};
use crate::scenario::step::{Step, Verb, duration};
use crate::scenario::view::{Hold, summary};

/// Rows of one page.
const PAGE_SIZE: i32 = 7;

/// Reads every page of a list.
macro_rules! every_page {
    ($world:expr, $rows:ident, $request:expr) => {{
        let mut request = $request;
        let mut rows = Vec::new();
        loop {
            let response = match $world.call(request.clone()) {
                Ok(response) => response,
                Err(refused) => return Ok(refused),
            };
            rows.extend(response.$rows);
            if response.next_page_token.is_empty() {
                break rows;
            }
            request.page_token = response.next_page_token;
        }
    }};
}

macro_rules! call {
    ($world:expr, $request:expr) => {
        match $world.call($request) {
            Ok(response) => response,
            Err(refused) => return Ok(refused),
        }
    };
}

impl WireWorld {
    /// Answers a step that only looks.
    pub(super) fn read(&self, step: &Step) -> Result<Answer, String> {
        match step.verb {
            Verb::Find => self.find(step),
            Verb::Usage => self.usage(step),
            Verb::Free => {
                let pool = full(step.word(0)?, step.word(1)?);
                let request = pb::ListFreeRangesRequest {
                    pool,
                    page_size: PAGE_SIZE,
                    ..pb::ListFreeRangesRequest::default()
                };
                let ranges = every_page!(self, ranges, request);
                let line = |range: &pb::FreeRange| format!("{}..{}", range.first_address, range.last_address);
                Ok(Answer::Shown(summary(&ranges.iter().map(line).collect::<Vec<_>>())))
            }
            Verb::History => self.history(step),
            Verb::Effective => {
                let at = Some(pb::list_effective_routes_request::At::Subnet(full("subnet", step.word(0)?)));
                let page_size = PAGE_SIZE;
                let request = pb::ListEffectiveRoutesRequest {
                    at,
                    page_size,
                    ..pb::ListEffectiveRoutesRequest::default()
                };
                let rows = every_page!(self, routes, request);
                let is_ipv6 = step.text("family") == Some("ipv6");
                let rows = rows.iter().filter(|row| row.address_prefix.contains(':') == is_ipv6);
                Ok(Answer::Shown(summary(&rows.map(candidate).collect::<Vec<_>>())))
            }
            Verb::Lookup => {
                let request = pb::LookupRouteRequest {
                    source: Some(pb::lookup_route_request::Source::Subnet(full("subnet", step.word(0)?))),
                    destination: step.word(1)?.to_owned(),
                    at_revision: 0,
                };
                let response = call!(self, request);
                let line = |row: &pb::RouteCandidate| {
                    let outcome = row.outcome().as_str_name().trim_start_matches("ROUTE_OUTCOME_");
                    format!("{outcome} {}", candidate(row))
                };
                Ok(Answer::Shown(response.winner.iter().chain(&response.losers).map(line).collect()))
            }
            _ => self.show(step),
        }
    }

    fn find(&self, step: &Step) -> Result<Answer, String> {
        let address = step.word(0)?.to_owned();
        let response =
            call!(self, pb::LookupAddressRequest { address, ..pb::LookupAddressRequest::default() });
        let mut lines: Vec<_> = response.matches.iter().filter_map(found).collect();
        lines.sort();
        Ok(Answer::Shown(lines))
    }

    fn usage(&self, step: &Step) -> Result<Answer, String> {
        let kind = step.word(0)?;
        let response = call!(self, pb::GetPoolUsageRequest { pool: full(kind, step.word(1)?) });
        let pool = response.pool.unwrap_or_default();
        let lines = if kind == "cluster" {
            pool.block_usage.iter().map(show::block_usage).collect()
        } else {
            pool.usage.iter().map(show::address_usage).collect()
        };
        Ok(Answer::Shown(lines))
    }

    fn history(&self, step: &Step) -> Result<Answer, String> {
        use pb::list_address_history_request::{Moment, Subject};
        let at_time = step.text("at-time").map(duration).transpose()?.map(|since| START.plus(since));
        let at_revision = step.number("at-revision")?.map(Moment::AtRevision);
        let request = pb::ListAddressHistoryRequest {
            parent: full(step.word(0)?, step.word(1)?),
            page_size: 1,
            subject: Some(match (step.text("holder"), step.text("pod"), step.text("uid")) {
                (Some(holder), _, _) => Subject::Allocation(holder.to_owned()),
                (None, None, None) => Subject::Address(step.word(2)?.to_owned()),
                (None, pod, uid) => Subject::Owner(pb::Owner {
                    namespace: "default".to_owned(),
                    pod: pod.unwrap_or_default().to_owned(),
                    pod_uid: uid.unwrap_or_default().to_owned(),
                    ..pb::Owner::default()
                }),
            }),
            moment: at_revision.or_else(|| at_time.map(|time| Moment::AtTime(timestamp(time)))),
            ..pb::ListAddressHistoryRequest::default()
        };
        let holds = every_page!(self, holds, request);
        let line = |hold: &pb::AddressHold| {
            let end = u64::try_from(hold.end_revision).ok().filter(|end| *end > 0);
            let start = u64::try_from(hold.start_revision).unwrap_or(0);
            Hold { address: hold.address.clone(), holder: hold.holder.clone(), start, end }.line()
        };
        Ok(Answer::Shown(holds.iter().map(line).collect()))
    }

    fn show(&self, step: &Step) -> Result<Answer, String> {
        let (what, text) = (step.word(0)?, step.word(1)?);
        let page_size = PAGE_SIZE;
        let lines: Vec<String> = match what {
            "routes" => {
                let parent = full("table", text);
                let request = pb::ListRoutesRequest { parent, page_size, page_token: String::new() };
                every_page!(self, routes, request).iter().map(|route| show::route(route).line()).collect()
            }
            "nodes" => {
                let parent = full("cluster", text);
                let request = pb::ListNodesRequest { parent, page_size, ..pb::ListNodesRequest::default() };
                every_page!(self, nodes, request).iter().map(show::node).collect()
            }
            "pools" => {
                let parent = full("cluster", text);
                let request = pb::ListNodePoolsRequest { parent, page_size, page_token: String::new() };
                every_page!(self, node_pools, request).iter().map(show::pool).collect()
            }
            "allocations" => {
                let parent = full("cluster", text);
                let request =
                    pb::ListAllocationsRequest { parent, page_size, ..pb::ListAllocationsRequest::default() };
                every_page!(self, allocations, request).iter().map(show::allocation).collect()
            }
            "tables" => {
                let parent = full("network", text);
                let request = pb::ListRouteTablesRequest { parent, page_size, page_token: String::new() };
                every_page!(self, route_tables, request).iter().map(show::table).collect()
            }
            "subnets" => {
                let parent = full("network", text);
                let request = pb::ListSubnetsRequest { parent, page_size, page_token: String::new() };
                every_page!(self, subnets, request).iter().map(show::subnet).collect()
            }
            "cluster" => {
                let response = call!(self, pb::GetClusterRequest { name: full("cluster", text) });
                response.cluster.iter().map(show::cluster).collect()
            }
            _ => return Err(format!("`{what}` can't be shown")),
        };
        Ok(Answer::Shown(summary(&lines)))
    }
}

fn candidate(row: &pb::RouteCandidate) -> String {
    let source = match row.source() {
        pb::RouteSource::User => "User",
        pb::RouteSource::Bgp | pb::RouteSource::SystemGateway => "VirtualNetworkGateway",
        pb::RouteSource::SystemVnet
        | pb::RouteSource::SystemPeering
        | pb::RouteSource::SystemInternet
        | pb::RouteSource::SystemReserved
        | pb::RouteSource::SystemServiceEndpoint => "Default",
        pb::RouteSource::Unspecified | pb::RouteSource::Node => "?",
    };
    let hop = show::next_hop(row.next_hop_type(), &row.next_hop_address);
    let name = if row.route.is_empty() { String::new() } else { format!(" {}", short(&row.route)) };
    let state = if row.state() == pb::RouteState::Invalid { " INVALID" } else { "" };
    format!("{} {source} -> {hop}{name}{state}", row.address_prefix)
}

/// What holds an address in a pool; wider answers, such as prefixes of peers, are left out.
fn found(entry: &pb::AddressMatch) -> Option<String> {
    let node =
        if entry.node.is_empty() { String::new() } else { format!(" on {}", parent_and_id(&entry.node).1) };
    Some(match entry.scope() {
        pb::AddressScope::Allocation => format!("ALLOCATION {}{node}", short(&entry.resource)),
        pb::AddressScope::Node => format!("NODE {}", short(&entry.resource)),
        pb::AddressScope::NodeSecondary => format!("NODE_SECONDARY{node}"),
        pb::AddressScope::Reservation => format!("RESERVATION {}", short(&entry.resource)),
        pb::AddressScope::PlatformReserved => "PLATFORM_RESERVED".to_owned(),
        pb::AddressScope::CoolingDown => {
            let until = entry.description.split_once(" until ").map_or("", |(_, until)| until);
            format!("COOLING_DOWN until {until}")
        }
        pb::AddressScope::Free => "FREE".to_owned(),
        pb::AddressScope::Unspecified
        | pb::AddressScope::Service
        | pb::AddressScope::Outbound
        | pb::AddressScope::ServicePrefix
        | pb::AddressScope::PeeredNetwork
        | pb::AddressScope::OnPremises => return None,
    })
}
