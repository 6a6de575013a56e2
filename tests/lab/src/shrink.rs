//! What is the smallest scenario in which packets still do something else than predicted?
//!
//! One thing after the other is left out or put back to its default, while the mismatch stays. Must not know what differs.

use crate::scenario::{Health, Machine, Mode, Node, Scenario, Service};

/// Scenarios that are tried before giving up; each is a lab of its own.
pub const TRIALS_MAX: usize = 400;

/// The smallest scenario found on which the test still says yes.
pub fn shrink(scenario: &Scenario, mut differs: impl FnMut(&Scenario) -> bool) -> Scenario {
    let mut best = scenario.clone();
    let mut trials = 0;
    loop {
        let before = best.clone();
        let mut at = 0;
        while let Some(tried) = smaller(&best).into_iter().nth(at) {
            if trials == TRIALS_MAX {
                return best;
            }
            trials += 1;
            if differs(&tried) {
                // What came next is now at the same place.
                best = tried;
            } else {
                at += 1;
            }
        }
        if best == before {
            return best;
        }
    }
}

/// Every scenario that is one step smaller, large steps first. Not all are legal.
fn smaller(scenario: &Scenario) -> Vec<Scenario> {
    let mut all = Vec::new();
    let mut step = |change: &dyn Fn(&mut Scenario)| {
        let mut made = scenario.clone();
        change(&mut made);
        if made != *scenario {
            all.push(made);
        }
    };
    let flows = scenario.flows.len();
    if flows > 2 {
        step(&|s| drop(s.flows.drain(..flows / 2)));
        step(&|s| s.flows.truncate(flows / 2));
    }
    (0..flows).for_each(|index| step(&|s| drop(s.flows.remove(index))));
    (0..scenario.services.len()).for_each(|index| step(&|s| drop(s.services.remove(index))));
    for node in &scenario.nodes {
        step(&|s| without_node(s, node));
    }
    for (pod, _) in &scenario.pods {
        step(&|s| {
            s.pods.retain(|(own, _)| own != pod);
            s.services.iter_mut().for_each(|service| service.endpoints.retain(|(own, _)| own != pod));
        });
    }
    (0..scenario.machines.len()).for_each(|index| step(&|s| drop(s.machines.remove(index))));
    (0..scenario.routes.len()).for_each(|index| step(&|s| drop(s.routes.remove(index))));
    (0..scenario.withheld.len()).for_each(|index| step(&|s| drop(s.withheld.remove(index))));
    (0..scenario.associations.len()).for_each(|index| step(&|s| drop(s.associations.remove(index))));
    (0..scenario.unpropagated.len()).for_each(|index| step(&|s| drop(s.unpropagated.remove(index))));
    for index in 1..scenario.subnets.len() {
        step(&|s| drop(s.subnets.remove(index)));
    }
    let filters = &scenario.filters;
    (0..filters.guards.len()).for_each(|index| step(&|s| drop(s.filters.guards.remove(index))));
    (0..filters.policies.len()).for_each(|index| step(&|s| drop(s.filters.policies.remove(index))));
    (0..filters.traits.len()).for_each(|index| step(&|s| drop(s.filters.traits.remove(index))));
    (0..filters.namespaces.len()).for_each(|index| step(&|s| drop(s.filters.namespaces.remove(index))));
    for (index, group) in filters.groups.iter().enumerate() {
        step(&|s| drop(s.filters.groups.remove(index)));
        for rule in 0..group.rules.len() {
            step(&|s| {
                let own = s.filters.groups.get_mut(index);
                own.into_iter().for_each(|group| drop(group.rules.remove(rule)));
            });
        }
    }
    for index in 0..scenario.networks.len() {
        step(&|s| {
            let (network, subnet, _) = s.networks.remove(index);
            s.peerings.retain(|peering| peering.from != network && peering.to != network);
            s.machines.retain(|machine| machine.subnet != subnet);
        });
    }
    (0..scenario.peerings.len()).for_each(|index| step(&|s| drop(s.peerings.remove(index))));
    let plain = Scenario::default();
    step(&|s| s.on_premises.clear());
    step(&|s| s.keep_source = None);
    step(&|s| s.round_robin = false);
    step(&|s| s.cni = false);
    step(&|s| s.outbound.ports = 0);
    step(&|s| s.outbound.kind.clone_from(&plain.outbound.kind));
    step(&|s| s.outbound.addresses.truncate(1));
    step(&|s| {
        if s.mode == Mode::Bridge {
            s.mode = Mode::Transparent;
        }
    });
    for index in 0..scenario.nodes.len() {
        for change in [
            (|node| node.ready = true) as fn(&mut Node),
            |node| node.excluded = false,
            |node| node.forwards = true,
        ] {
            step(&|s| s.nodes.get_mut(index).into_iter().for_each(change));
        }
    }
    for index in 0..scenario.machines.len() {
        let change: fn(&mut Machine) = |machine| machine.forwards = None;
        step(&|s| s.machines.get_mut(index).into_iter().for_each(change));
    }
    for (index, service) in scenario.services.iter().enumerate() {
        for change in [
            (|service| service.ranges.clear()) as fn(&mut Service),
            |service| service.affinity = false,
            |service| service.rewrites = false,
            |service| service.internal_local = false,
            |service| service.external_local = false,
            |service| service.udp = false,
            |service| service.endpoints.iter_mut().for_each(|(_, health)| *health = Health::Ready),
        ] {
            step(&|s| s.services.get_mut(index).into_iter().for_each(change));
        }
        for endpoint in 0..service.endpoints.len() {
            step(&|s| {
                let own = s.services.get_mut(index);
                own.into_iter().for_each(|service| drop(service.endpoints.remove(endpoint)));
            });
        }
    }
    (0..flows)
        .for_each(|index| step(&|s| s.flows.get_mut(index).into_iter().for_each(|flow| flow.times = 1)));
    all
}

fn without_node(scenario: &mut Scenario, node: &Node) {
    let gone = |pod: &str| scenario.pods.iter().any(|(name, on)| name == pod && *on == node.name);
    for service in &mut scenario.services {
        service.endpoints.retain(|(pod, _)| !gone(pod));
    }
    scenario.pods.retain(|(_, on)| *on != node.name);
    scenario.withheld.retain(|name| *name != node.name);
    scenario.nodes.retain(|own| own != node);
}

#[cfg(test)]
mod tests {
    use super::shrink;
    use crate::random::scenario;
    use crate::scenario::state::state;

    #[test]
    fn what_a_mismatch_does_not_need_is_left_out() {
        // Stands for a mismatch that needs one machine and a flow to it.
        let needs = |tried: &crate::scenario::Scenario| {
            let there = tried.machines.iter().any(|machine| machine.name == "far");
            there
                && tried.flows.iter().any(|flow| flow.to_string().contains("vm:far"))
                && state(tried).is_ok()
        };
        let seed = (0..).find(|seed| needs(&scenario(*seed)) && scenario(*seed).services.len() > 1);
        let small = shrink(&scenario(seed.unwrap_or(0)), needs);
        assert!(needs(&small));
        let size = (small.machines.len(), small.flows.len(), small.services.len(), small.routes.len());
        assert_eq!(size, (1, 1, 0, 0), "{small}");
        assert!(small.pods.len() + small.nodes.len() <= 1, "{small}");
    }
}
