//! What does the domain know: addresses, pools, history, routes, resources.

use std::net::IpAddr;

use podnet_core::address::Family;
use podnet_core::ipam::usage::family_word;
use podnet_core::name::{ClusterName, NetworkName, NodeName, RouteTableName, SubnetName};
use podnet_core::pool::{Pool, PoolKey};
use podnet_core::routes::{CandidateOutcome, EffectiveRoute, RouteState, effective_routes, lookup};
use podnet_core::state::{AddressHolder, Found};

use super::parse::{address, family, name};
use super::{CoreWorld, show};
use crate::scenario::answer::Answer;
use crate::scenario::names::short;
use crate::scenario::step::{Step, Verb};
use crate::scenario::view::{Usage, summary};

impl CoreWorld {
    /// Answers a step that only looks.
    pub(super) fn read(&self, step: &Step) -> Result<Answer, String> {
        let lines = match step.verb {
            Verb::Find => self.find(address(step.word(0)?)?),
            Verb::Usage => self.usage(step)?,
            Verb::Free => self.free(step)?,
            Verb::History => self.history(step)?,
            Verb::Effective => self.effective(step)?,
            Verb::Lookup => self.lookup(step)?,
            _ => self.show(step)?,
        };
        Ok(Answer::Shown(lines))
    }

    fn find(&self, address: IpAddr) -> Vec<String> {
        let mut lines: Vec<_> = self.state.find_everywhere(address).iter().map(found).collect();
        lines.sort();
        lines
    }

    /// The pools of what a step names, by family.
    fn pools(&self, step: &Step) -> Result<Vec<(PoolKey, &Pool)>, String> {
        let (kind, text) = (step.word(0)?, step.word(1)?);
        let key = |family| {
            Ok(match kind {
                "subnet" => PoolKey::Subnet(name("subnet", text, SubnetName::parse)?, family),
                "cluster" => PoolKey::PodBlocks(name("cluster", text, ClusterName::parse)?, family),
                "node" => {
                    let node = name("node", text, NodeName::parse)?;
                    let node = self.state.nodes.get(&node).ok_or("no such node")?;
                    self.state.pod_pool_key(node, family)
                }
                _ => return Err(format!("`{kind}` has no pool")),
            })
        };
        let keys = [Family::V4, Family::V6].into_iter().map(key).collect::<Result<Vec<_>, String>>()?;
        Ok(keys.into_iter().filter_map(|key| Some((key.clone(), self.state.pool(&key)?))).collect())
    }

    fn usage(&self, step: &Step) -> Result<Vec<String>, String> {
        let shown = |(key, pool): (PoolKey, &Pool)| {
            let usage = podnet_core::ipam::usage::counts(pool);
            Usage {
                what: family_word(podnet_core::ipam::usage::family_of(&key)).to_owned(),
                capacity: usage.capacity.to_string(),
                allocated: usage.allocated,
                cooling: usage.cooling,
                reserved: usage.reserved,
                free: usage.free.to_string(),
            }
            .line()
        };
        Ok(self.pools(step)?.into_iter().map(shown).collect())
    }

    fn free(&self, step: &Step) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        for (key, pool) in self.pools(step)? {
            let family = podnet_core::ipam::usage::family_of(&key);
            let address = |number| podnet_core::address::address_of(family, number);
            lines.extend(pool.gaps().map(|(first, last)| format!("{}..{}", address(first), address(last))));
        }
        Ok(summary(&lines))
    }

    fn effective(&self, step: &Step) -> Result<Vec<String>, String> {
        let subnet = name("subnet", step.word(0)?, SubnetName::parse)?;
        let subnet = self.state.subnets.get(&subnet).ok_or("no such subnet")?;
        let rows = effective_routes(&self.state, subnet, family(step.text_or("family", "ipv4"))?);
        Ok(summary(&rows.iter().map(effective_line).collect::<Vec<_>>()))
    }

    fn lookup(&self, step: &Step) -> Result<Vec<String>, String> {
        let subnet = name("subnet", step.word(0)?, SubnetName::parse)?;
        let subnet = self.state.subnets.get(&subnet).ok_or("no such subnet")?;
        let found = lookup(&self.state, subnet, address(step.word(1)?)?);
        let line = |candidate: &podnet_core::routes::Candidate| {
            format!("{} {}", outcome(candidate.outcome), effective_line(&candidate.route))
        };
        Ok(found.winner.iter().chain(&found.losers).map(line).collect())
    }

    fn show(&self, step: &Step) -> Result<Vec<String>, String> {
        let (what, text) = (step.word(0)?, step.word(1)?);
        let state = &self.state;
        let lines: Vec<String> = match what {
            "routes" => {
                let table = name("table", text, RouteTableName::parse)?;
                state.routes_of(&table).map(|route| show::route(route).line()).collect()
            }
            "nodes" => {
                let cluster = name("cluster", text, ClusterName::parse)?;
                state.nodes_of(&cluster).map(|node| show::node(node).line()).collect()
            }
            "pools" => {
                let cluster = name("cluster", text, ClusterName::parse)?;
                state.node_pools_of(&cluster).map(|pool| show::pool(pool)).collect()
            }
            "allocations" => {
                let cluster = name("cluster", text, ClusterName::parse)?;
                state.allocations_of(&cluster).map(|body| show::allocation(body).line()).collect()
            }
            "tables" => {
                let network = name("network", text, NetworkName::parse)?;
                state.route_tables_of(&network).map(|table| show::table(table)).collect()
            }
            "subnets" => {
                let network = name("network", text, NetworkName::parse)?;
                state.subnets_of(&network).map(|subnet| show::subnet(subnet)).collect()
            }
            "cluster" => {
                let cluster = name("cluster", text, ClusterName::parse)?;
                state.clusters.get(&cluster).map(|cluster| show::cluster(cluster)).into_iter().collect()
            }
            _ => return Err(format!("`{what}` can't be shown")),
        };
        Ok(summary(&lines))
    }
}

fn found(found: &Found) -> String {
    let node = found.node.as_ref().map_or_else(String::new, |node| format!(" on {}", node.name.node));
    match &found.holder {
        AddressHolder::Allocation(body) => format!("ALLOCATION {}{node}", short(&body.name.to_string())),
        AddressHolder::Node(body) => format!("NODE {}", short(&body.name.to_string())),
        AddressHolder::Reservation(body) => format!("RESERVATION {}", short(&body.name.to_string())),
        AddressHolder::Platform => "PLATFORM_RESERVED".to_owned(),
        AddressHolder::Cooling(until) => format!("COOLING_DOWN until {until}"),
        AddressHolder::Free if found.node.is_some() && found.subnet.is_some() => {
            format!("NODE_SECONDARY{node}")
        }
        AddressHolder::Free => "FREE".to_owned(),
    }
}

fn effective_line(row: &EffectiveRoute) -> String {
    let hop =
        row.next_hop.address().map_or_else(|| row.next_hop.azure().to_owned(), |address| address.to_string());
    let name = row.route.as_ref().map_or_else(String::new, |name| format!(" {}", short(&name.to_string())));
    let state = if row.state() == RouteState::Invalid { " INVALID" } else { "" };
    format!("{} {} -> {hop}{name}{state}", row.prefix, row.source.azure())
}

fn outcome(outcome: CandidateOutcome) -> &'static str {
    match outcome {
        CandidateOutcome::Selected => "SELECTED",
        CandidateOutcome::ShorterPrefix => "SHORTER_PREFIX",
        CandidateOutcome::LowerSourcePriority => "LOWER_SOURCE_PRIORITY",
        CandidateOutcome::BgpOverriddenByVnetSystemRoute => "BGP_OVERRIDDEN_BY_VNET_SYSTEM_ROUTE",
        CandidateOutcome::ServiceTagOrder => "SERVICE_TAG_ORDER",
        CandidateOutcome::PropagationDisabled => "PROPAGATION_DISABLED",
        CandidateOutcome::TableNotAssociated => "TABLE_NOT_ASSOCIATED",
        CandidateOutcome::NotYetEffective => "NOT_YET_EFFECTIVE",
        CandidateOutcome::InvalidNextHop => "INVALID_NEXT_HOP",
    }
}
