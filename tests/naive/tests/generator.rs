//! Do random worlds have what flows can go wrong by, and does a seed give the same world again?

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use podnet_core::flow::vocabulary::Verdict;
use podnet_core::flow::{FlowResult, trace};
use podnet_core::invariants;
use podnet_core::model::{NetworkMode, RouteManagement};
use podnet_naive::generate::{self, Limits};
use podnet_naive::{Ends, Random, World};

#[test]
fn a_seed_gives_the_same_world_again() {
    for seed in 0..40 {
        let limits = Limits { filters: seed % 2 == 1, ..Limits::default() };
        let world = generate::world(seed, limits);
        assert!(world.state == generate::world(seed, limits).state);
        assert!(world.state == World::of(&world.commands).state, "the accepted commands make the state");
        assert_eq!(invariants::check(&world.state), Vec::new());
    }
}

#[test]
fn worlds_are_of_every_kind_and_flows_have_every_verdict() {
    let (mut kubenet, mut cni, mut dual, mut observed, mut services, mut nodes) = (0, 0, 0, 0, 0, 0);
    let mut verdicts = [0_u32; 4];
    for seed in 0..60 {
        let state = generate::world(seed, Limits::default()).state;
        for cluster in state.clusters.values() {
            match cluster.mode {
                NetworkMode::Kubenet => kubenet += 1,
                NetworkMode::AzureCni => cni += 1,
            }
            dual += u32::from(cluster.families.len() == 2);
            observed += u32::from(cluster.route_management == RouteManagement::Observed);
        }
        services += state.services.len();
        nodes += state.nodes.len();
        let (ends, mut random) = (Ends::of(&state), Random::new(seed));
        for _ in 0..100 {
            let flow = ends.flow(&mut random).unwrap();
            let FlowResult { verdicts: found, .. } = trace(&state, &flow).unwrap();
            verdicts[match found.overall {
                Verdict::Reachable => 0,
                Verdict::Unreachable => 1,
                Verdict::Ambiguous => 2,
                Verdict::Undetermined => 3,
            }] += 1;
        }
    }
    assert!(kubenet > 20 && cni > 20 && dual > 5 && observed > 5 && services > 60 && nodes > 100);
    assert!(verdicts.iter().all(|count| *count > 10), "{verdicts:?}");
}

#[test]
fn worlds_with_filters_have_groups_and_policies_in_use() {
    let (mut groups, mut guarded, mut policies, mut known) = (0, 0, 0, 0);
    for seed in 0..60 {
        let state = generate::world(seed, Limits { filters: true, ..Limits::default() }).state;
        groups += state.network_security_groups.len();
        guarded += state.subnets.values().filter(|subnet| subnet.network_security_group.is_some()).count();
        guarded += state.node_pools.values().filter(|pool| pool.network_security_group.is_some()).count();
        guarded += state.reservations.values().filter(|held| held.network_security_group.is_some()).count();
        policies += state.network_policies.len();
        known += state.allocations.values().filter(|pod| pod.pod_traits.is_some()).count();
    }
    assert!(
        groups > 60 && guarded > 60 && policies > 20 && known > 60,
        "{groups} {guarded} {policies} {known}"
    );
}
