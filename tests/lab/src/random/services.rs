//! Which services are there, with their policies, endpoints and health.

use std::net::IpAddr;

use podnet_naive::Random;

use super::topology::{Ground, host, prefix};
use crate::scenario::{Health, Scenario, Service};

pub(super) fn services(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    for number in 0..random.pick([0u8, 1, 1, 2, 2, 3]) {
        let made = service(scenario, random, ground, number);
        scenario.services.push(made);
    }
}

fn service(scenario: &Scenario, random: &mut Random, ground: &Ground, number: u8) -> Service {
    let kind = match random.below(20) {
        0..=4 => "cluster-ip",
        5..=7 => "node-port",
        8..=15 => "load-balancer",
        _ => "internal",
    };
    let outside = ["load-balancer", "internal"].contains(&kind);
    let frontend = match kind {
        "load-balancer" => Some(IpAddr::from([203, 0, 113, 20 + number])),
        "internal" => {
            let subnet = if random.percent(70) { ground.nodes } else { ground.machines };
            Some(host(subnet, 100 + u32::from(number)))
        }
        _ => None,
    };
    let health = |random: &mut Random| match random.below(10) {
        0..=6 => Health::Ready,
        7 | 8 => Health::Terminating,
        _ => Health::Unready,
    };
    let mut endpoints = Vec::new();
    for (pod, _) in &scenario.pods {
        if random.percent(55) {
            endpoints.push((pod.clone(), health(random)));
        }
    }
    let ranges = if outside && random.percent(15) {
        let wide = random.pick([
            ["198.51.100.0/29", "203.0.113.0/24"],
            ["198.51.100.0/24", ground.machines],
            [ground.nodes, ground.machines],
            ["203.0.113.0/24", ground.on_premises],
        ]);
        wide.iter().filter_map(|text| prefix(text)).collect()
    } else {
        Vec::new()
    };
    let port = u16::from(number);
    Service {
        name: format!("s{number}"),
        kind: kind.to_owned(),
        udp: random.percent(20),
        address: IpAddr::from([10, 0, 100, 10 + number]),
        frontend,
        ports: [80 + port, random.pick([8080, 8080, 8081]), 30_080 + port],
        external_local: kind != "cluster-ip" && random.percent(35),
        internal_local: random.percent(20),
        rewrites: outside && random.percent(30),
        affinity: random.percent(15),
        ranges,
        endpoints,
    }
}
