//! Which user-defined routes are there, and which of the cluster's own are missing or wrong; which subnets have a table.

use podnet_core::prefix::Prefix;
use podnet_naive::Random;

use super::topology::{Ground, POD_CIDR, host, node_address, prefix};
use crate::scenario::state::CLUSTER_TABLE;
use crate::scenario::{Mode, Route, Scenario};

/// A table that is nobody's own.
const OTHER_TABLE: &str = "extra";

pub(super) fn routes(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    let kubenet = scenario.mode == Mode::Kubenet;
    if scenario.outbound.kind == "udr" {
        // Such a cluster begins with a way out by an appliance.
        let appliance = scenario.machines.iter().find(|machine| machine.forwards.is_some());
        if let (Some(whole), Some(appliance)) = (prefix("0.0.0.0/0"), appliance) {
            let next_hop = appliance.address.to_string();
            add(scenario, if kubenet { CLUSTER_TABLE } else { OTHER_TABLE }, "out", whole, next_hop);
        }
    }
    if kubenet {
        own(scenario, random, ground);
    }
    let tables: &[&str] = if kubenet { &[CLUSTER_TABLE, CLUSTER_TABLE, OTHER_TABLE] } else { &[OTHER_TABLE] };
    for number in 0..random.pick([0, 0, 0, 1, 1, 2, 3]) {
        let table = random.of(tables).copied().unwrap_or(OTHER_TABLE);
        let (Some(prefix), Some(next_hop)) =
            (destination(scenario, random, ground), next_hop(scenario, random, ground))
        else {
            continue;
        };
        let default = prefix.length() == 0;
        let mut nodes = (0..scenario.nodes.len()).filter_map(|index| node_address(scenario, ground, index));
        if default
            && scenario.services.iter().any(|service| service.rewrites)
            && nodes.any(|address| address.to_string() == next_hop)
        {
            // The lab's load balancer takes a rewritten answer back where it leaves the network, the platform where it
            // enters: on its way back to the node it has another source here (RESULTS.md).
            continue;
        }
        let rewritten =
            scenario.services.iter().filter(|service| service.rewrites && service.kind == "internal");
        let mut frontends = rewritten.filter_map(|service| service.frontend);
        if frontends.any(|frontend| prefix.contains(frontend)) && next_hop.parse::<std::net::IpAddr>().is_ok()
        {
            // The machine would bring the flow back to the one router, which has it in mind untranslated (RESULTS.md).
            continue;
        }
        add(scenario, table, &format!("r{number}"), prefix, next_hop);
    }
    associations(scenario, random);
}

/// Routes of nodes that are missing, doubled or wrong.
fn own(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    for index in 0..scenario.nodes.len() {
        if !random.percent(15) {
            continue;
        }
        let Some(name) = scenario.nodes.get(index).map(|node| node.name.clone()) else { continue };
        scenario.withheld.push(name);
        if random.percent(60)
            && let Some(prefix) = prefix(&format!("10.244.{index}.0/24"))
            && let Some(next_hop) = next_hop(scenario, random, ground)
        {
            add(scenario, CLUSTER_TABLE, &format!("own{index}"), prefix, next_hop);
        }
    }
}

/// A table has a prefix once.
fn add(scenario: &mut Scenario, table: &str, name: &str, prefix: Prefix, next_hop: String) {
    let block = |index: usize| super::topology::prefix(&format!("10.244.{index}.0/24"));
    let own = table == CLUSTER_TABLE
        && scenario
            .nodes
            .iter()
            .enumerate()
            .any(|(index, node)| !scenario.withheld.contains(&node.name) && block(index) == Some(prefix));
    if own || scenario.routes.iter().any(|route| route.table == table && route.prefix == prefix) {
        return;
    }
    scenario.routes.push(Route { table: table.to_owned(), name: name.to_owned(), prefix, next_hop });
}

fn destination(scenario: &Scenario, random: &mut Random, ground: &Ground) -> Option<Prefix> {
    let of_host = |text: &str, number: u32, length: u8| format!("{}/{length}", host(text, number));
    let node = node_address(scenario, ground, 0).map(|address| format!("{address}/32"));
    let pod = random.below(3);
    prefix(&match random.below(17) {
        0..=3 => "0.0.0.0/0".to_owned(),
        4 | 5 => format!("10.244.{pod}.0/25"),
        6 => format!("10.244.{pod}.2/32"),
        7 => POD_CIDR.to_owned(),
        8 => ground.on_premises.to_owned(),
        9 => "198.51.100.0/24".to_owned(),
        10 => ground.machines.to_owned(),
        11 => of_host(ground.machines, 0, 28),
        12 => ground.nodes.to_owned(),
        13 => node?,
        14 => "203.0.113.0/24".to_owned(),
        15 => "10.0.0.0/8".to_owned(),
        _ => of_host(ground.on_premises, 0, 28),
    })
}

fn next_hop(scenario: &Scenario, random: &mut Random, ground: &Ground) -> Option<String> {
    let machine = |random: &mut Random| {
        let forwarding = scenario.machines.iter().find(|machine| machine.forwards.is_some());
        let any = random.of(&scenario.machines);
        forwarding.or(any).map(|machine| machine.address.to_string())
    };
    Some(match random.below(16) {
        0..=2 => "none".to_owned(),
        3 => "internet".to_owned(),
        4 => "vnet".to_owned(),
        5 => "gateway".to_owned(),
        6..=10 => machine(random)?,
        11 => random.of(&scenario.machines)?.address.to_string(),
        12 => host(ground.machines, 77).to_string(),
        _ => node_address(scenario, ground, random.below(scenario.nodes.len()))?.to_string(),
    })
}

fn associations(scenario: &mut Scenario, random: &mut Random) {
    let kubenet = scenario.mode == Mode::Kubenet;
    let names: Vec<String> = scenario.subnets.iter().map(|(name, _)| name.clone()).collect();
    for name in names {
        let of_nodes = scenario.nodes.iter().any(|node| node.subnet == name);
        let draw = random.below(20);
        if scenario.outbound.kind == "udr" && of_nodes {
            let table = if kubenet { CLUSTER_TABLE } else { OTHER_TABLE };
            scenario.associations.push((name, Some(table.to_owned())));
            continue;
        }
        let wanted = match (kubenet && of_nodes, draw) {
            (true, 0 | 1) => Some(None),
            (true, 2) => Some(Some(OTHER_TABLE)),
            (true, _) | (false, 10..) => None,
            (false, 0..=4) if kubenet => Some(Some(CLUSTER_TABLE)),
            (false, _) => Some(Some(OTHER_TABLE)),
        };
        if let Some(table) = wanted {
            scenario.associations.push((name, table.map(ToOwned::to_owned)));
        }
    }
    for table in [CLUSTER_TABLE, OTHER_TABLE] {
        let there = scenario.routes.iter().any(|route| route.table == table)
            || scenario.associations.iter().any(|(_, own)| own.as_deref() == Some(table));
        if there && random.percent(10) {
            scenario.unpropagated.push(table.to_owned());
        }
    }
}
