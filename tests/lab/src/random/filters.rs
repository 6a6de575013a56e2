//! Which security groups and network policies are there: some scenarios have none, most rules are about one thing.

use podnet_core::model::NetworkPolicyEngine;
use podnet_naive::Random;

use super::topology::Ground;
use crate::scenario::{Mode, Scenario};

/// Groups, who uses them, and policies; written in the words of a scenario, which its reader checks.
pub(super) fn filters(scenario: &mut Scenario, random: &mut Random, ground: &Ground) {
    let mut lines: Vec<String> = Vec::new();
    if random.percent(35) {
        groups(scenario, random, ground, &mut lines);
    }
    if random.percent(35) {
        policies(scenario, random, ground, &mut lines);
    }
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().collect();
        let Some((keyword, rest)) = words.split_first() else { continue };
        // A line that names nothing that is there is left out.
        let _read = scenario.filters.read(keyword, rest);
    }
}

fn groups(scenario: &Scenario, random: &mut Random, ground: &Ground, lines: &mut Vec<String>) {
    let mut names = vec!["ga"];
    lines.push("group ga".to_owned());
    if random.percent(40) {
        names.push("gb");
        lines.push("group gb".to_owned());
    }
    let kept = random.percent(45);
    if kept {
        lines.push("group gk cluster".to_owned());
    }
    for name in names.iter().copied().chain(kept.then_some("gk")) {
        for priority in [100, 110, 300, 700, 2000] {
            if random.percent(45) {
                lines.push(rule(random, ground, name, priority));
            }
        }
        for way in ["in", "out"] {
            if random.percent(50) {
                lines.push(format!("rule {name} rest-{way} {way} 4096 allow * * * *"));
            }
        }
    }
    for (subnet, _) in &scenario.subnets {
        if subnet != "GatewaySubnet" && random.percent(45) {
            lines.push(format!("guard subnet {subnet} {}", random.of(&names).copied().unwrap_or("ga")));
        }
    }
    let mut pools: Vec<&str> = scenario.nodes.iter().map(|node| node.subnet.as_str()).collect();
    pools.sort_unstable();
    pools.dedup();
    for pool in pools {
        if random.percent(60) {
            let own = random.of(&names).copied().unwrap_or("ga");
            lines.push(format!("guard nodes {pool} {}", if kept && random.percent(70) { "gk" } else { own }));
        }
    }
    let foreign = |subnet: &str| scenario.networks.iter().any(|(_, own, _)| own == subnet);
    for machine in scenario.machines.iter().filter(|machine| !foreign(&machine.subnet)) {
        if random.percent(30) {
            lines.push(format!("guard vm {} {}", machine.name, random.of(&names).copied().unwrap_or("ga")));
        }
    }
}

fn rule(random: &mut Random, ground: &Ground, group: &str, priority: u16) -> String {
    let way = random.pick(["in", "in", "out"]);
    let access = random.pick(["allow", "deny"]);
    let protocol = random.pick(["*", "*", "tcp", "tcp", "udp", "icmp"]);
    let mut side = || {
        let one = |random: &mut Random| {
            random.pick([
                "VirtualNetwork",
                "VirtualNetwork",
                "Internet",
                "AzureLoadBalancer",
                ground.nodes,
                ground.machines,
                ground.on_premises,
                "10.244.0.0/16",
                "10.244.0.0/25",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "10.0.0.0/8",
                "0.0.0.0/0",
            ])
        };
        match random.below(5) {
            0 | 1 => "*".to_owned(),
            2 | 3 => one(random).to_owned(),
            _ => format!("{},{}", one(random), one(random)),
        }
    };
    let (sources, destinations) = (side(), side());
    let ports = match protocol {
        "icmp" => "*",
        _ => random.pick([
            "*",
            "*",
            "8080",
            "9090",
            "80-90,8080",
            "30000-32767",
            "8000-8090,9090",
            "1024-65535",
        ]),
    };
    format!("rule {group} r{priority} {way} {priority} {access} {protocol} {sources} {destinations} {ports}")
}

fn policies(scenario: &mut Scenario, random: &mut Random, ground: &Ground, lines: &mut Vec<String>) {
    scenario.filters.engine = match scenario.mode {
        Mode::Kubenet => NetworkPolicyEngine::Calico,
        Mode::Transparent | Mode::Bridge => random.pick([
            NetworkPolicyEngine::AzureNpm,
            NetworkPolicyEngine::Calico,
            NetworkPolicyEngine::Cilium,
        ]),
    };
    lines.push("namespace blue team=blue".to_owned());
    lines.push("namespace red team=red".to_owned());
    for (pod, _) in &scenario.pods {
        let namespace = random.pick(["blue", "blue", "red"]);
        let labels = random.pick(["app=web", "app=db", "app=web,tier=front", "*"]);
        let ports = random.pick(["*", "http=tcp:8080", "http=tcp:9090,dns=udp:8080"]);
        lines.push(format!("traits {pod} {namespace} {labels} {ports}"));
    }
    for number in 0..random.pick([1, 1, 2, 3]) {
        let selector = random.pick(["*", "*", "app=web", "app=db", "app!=web", "tier", "!tier"]);
        let ways = random.pick([&["in"][..], &["in"], &["out"], &["in", "out"]]);
        let namespace = random.pick(["blue", "blue", "red"]);
        lines.push(format!("policy p{number} {namespace} {selector} {}", ways.join(" ")));
        for way in ways {
            for _ in 0..random.pick([0, 1, 1, 2]) {
                let mut line = format!("allow p{number} {way}");
                for _ in 0..random.pick([0, 1, 1, 2]) {
                    line += &peer(random, ground);
                }
                for _ in 0..random.pick([0, 0, 1, 2]) {
                    line.push_str(random.pick([
                        " tcp:8080",
                        " tcp:@http",
                        " udp:*",
                        " tcp:80-9000",
                        " udp:@dns",
                    ]));
                }
                lines.push(line);
            }
        }
    }
}

fn peer(random: &mut Random, ground: &Ground) -> String {
    let block =
        random.pick([ground.nodes, ground.machines, "10.244.0.0/16", "198.51.100.0/24", "10.0.0.0/8"]);
    match random.below(9) {
        0..=2 => " pods:app=web".to_owned(),
        3 => " pods:*".to_owned(),
        4 => format!(" spaces:team={}", random.pick(["red", "blue"])),
        5 => " both:team=blue|app=db".to_owned(),
        6 => " spaces:kubernetes.io/metadata.name=red".to_owned(),
        7 => format!(" block:0.0.0.0/0^{block}"),
        _ => format!(" block:{block}"),
    }
}
