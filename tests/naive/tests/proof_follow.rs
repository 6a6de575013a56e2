//! Is a proof that follows each revision the one from cold? After every command of random worlds, and of random changes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

use std::collections::BTreeMap;

use podnet_core::address::address_of;
use podnet_core::command::{
    AllocateSpec, Command, Delete, NodeUpdate, ReleaseSpec, Request, RouteSpec, RouteUpdate,
    SubnetRouteTable, Supersede,
};
use podnet_core::decide::{Context, Outcome};
use podnet_core::meta::Labels;
use podnet_core::model::{NextHop, NodeState, Owner};
use podnet_core::name::{AllocationName, ClusterName, Segment};
use podnet_core::prefix::Prefix;
use podnet_core::proof::Proof;
use podnet_core::time::Timestamp;
use podnet_core::{Record, State, decide};
use podnet_naive::Random;
use podnet_naive::generate::{self, Limits};

/// A state with the proofs of its clusters, which follow.
#[derive(Default)]
struct Followed {
    state: State,
    proofs: BTreeMap<ClusterName, Proof>,
    revisions: u32,
}

impl Followed {
    fn attempt(&mut self, command: Command, about: &str) {
        let now = Timestamp(self.state.time.0 + 1_000_000_000);
        let context = Context { now, actor: "trial".to_owned() };
        let request = Request::plain(command);
        let Ok(Outcome::Committed(events)) = decide(&self.state, &request, &context) else { return };
        let before = self.state.clone();
        let revision = before.revision.next();
        let record = Record { revision, time: now, actor: context.actor, request: None, events };
        self.state.apply(&record);
        self.revisions += 1;
        let names: Vec<_> = self.proofs.keys().cloned().collect();
        for name in names {
            let proof = self.proofs.get_mut(&name).unwrap();
            let old = proof.report(&before);
            let moved = proof.follow(&before, &self.state, &record.events);
            let cold = Proof::evaluate(&self.state, &name);
            let Some(cold) = cold else {
                assert_eq!(moved, None, "{about}: {name} is gone");
                self.proofs.remove(&name);
                continue;
            };
            if *proof != cold {
                let (a, b) = (format!("{proof:#?}"), format!("{cold:#?}"));
                for (a, b) in a.lines().zip(b.lines()).filter(|(a, b)| a != b).take(12) {
                    println!("follow {a}\ncold   {b}");
                }
            }
            assert!(*proof == cold, "{about} {name}: not as from cold after {:?}", record.events);
            let new = proof.report(&self.state);
            let from_cold = cold.report(&self.state);
            assert_eq!(new.size, from_cold.size, "{about} {name}");
            for (followed, cold) in new.findings.iter().zip(&from_cold.findings) {
                assert!(followed.says_the_same(cold), "{about} {name}: {followed:?}, from cold {cold:?}");
            }
            if moved == Some(false) {
                for (old, new) in old.findings.iter().zip(&new.findings) {
                    assert!(old.says_the_same(new), "{about} {name}: {old:?} became {new:?} unsaid");
                }
            }
        }
        for name in self.state.clusters.keys() {
            if !self.proofs.contains_key(name) {
                self.proofs.insert(name.clone(), Proof::evaluate(&self.state, name).unwrap());
            }
        }
    }
}

fn change(state: &State, random: &mut Random, number: usize) -> Option<Command> {
    let routes: Vec<_> = state.routes.values().cloned().collect();
    let nodes: Vec<_> = state.nodes.values().cloned().collect();
    let tables: Vec<_> = state.route_tables.keys().cloned().collect();
    let pods: Vec<_> = state.allocations.keys().cloned().collect();
    let hop = |random: &mut Random| match random.below(6) {
        0 => NextHop::None,
        1 => NextHop::VnetLocal,
        2 => NextHop::Internet,
        _ => {
            let node = random.of(&nodes);
            let vm = state.reservations.values().map(|vm| vm.prefix.first()).next();
            let any = node.map(|node| node.addresses[0]).or(vm).unwrap_or_else(|| [10, 9, 9, 9].into());
            NextHop::VirtualAppliance(if random.percent(20) { vm.unwrap_or(any) } else { any })
        }
    };
    let update = |node: &podnet_core::model::Node| NodeUpdate {
        name: node.name.clone(),
        etag: None,
        immutable: Vec::new(),
        labels: None,
        addresses: None,
        state: None,
        excluded_from_load_balancers: None,
        ip_forwarding: None,
        public_addresses: None,
    };
    Some(match random.below(12) {
        0 | 1 => Command::DeleteRoute(Delete::new(random.of(&routes)?.name.clone())),
        2 | 3 => {
            let route = random.of(&routes)?;
            let next_hop = Some(hop(random)).filter(|_| random.percent(80));
            let prefix = next_hop.is_none().then(|| halved(route.prefix, random)).flatten();
            Command::UpdateRoute(RouteUpdate {
                name: route.name.clone(),
                etag: None,
                labels: None,
                prefix,
                next_hop,
            })
        }
        4..=6 => {
            let node = random.of(&nodes)?;
            let block = node.pod_prefixes.first().copied();
            let block = block.unwrap_or_else(|| Prefix::host(node.pod_addresses.iter().next().unwrap()));
            let prefix = if random.percent(40) { block } else { halved(block, random)? };
            Command::CreateRoute(RouteSpec {
                name: random.of(&tables)?.route(Segment::parse(&format!("f{number}")).unwrap()),
                labels: Labels::new(),
                managed_by: String::new(),
                prefix,
                next_hop: hop(random),
                node: None,
            })
        }
        7 => {
            let node = random.of(&nodes)?;
            let state = random.pick([NodeState::Active, NodeState::NotReady, NodeState::Cordoned]);
            Command::UpdateNode(NodeUpdate { state: Some(state), ..update(node) })
        }
        8 => Command::DeleteNodes(vec![Delete::forced(random.of(&nodes)?.name.clone())]),
        9 => Command::Release(vec![ReleaseSpec { name: random.of(&pods)?.clone(), etag: None }]),
        10 => {
            let node = random.of(&nodes)?;
            let allocation = Segment::parse(&format!("p{number}")).unwrap();
            Command::Allocate(vec![AllocateSpec {
                name: AllocationName { cluster: node.name.cluster.clone(), allocation },
                node: node.name.node.clone(),
                owner: Owner { pod_uid: format!("u{number}"), ..Owner::default() },
                requested_addresses: Vec::new(),
                supersede: Supersede::Reject,
                pod_traits: None,
            }])
        }
        _ => {
            let subnets: Vec<_> = state.subnets.keys().cloned().collect();
            let subnet = random.of(&subnets)?.clone();
            let table = random.of(&tables).cloned().filter(|_| random.percent(70));
            Command::SetSubnetRouteTable(SubnetRouteTable { subnet, table, etag: None })
        }
    })
}

/// A longer prefix inside of one.
fn halved(prefix: Prefix, random: &mut Random) -> Option<Prefix> {
    let bits = prefix.family().bits();
    let length = prefix.length() + u8::try_from(random.between(1, 8)).ok()?;
    let offset = u128::from(random.bits()) % prefix.size().min(1 << 16);
    Prefix::containing(address_of(prefix.family(), prefix.first_number() + offset), length.min(bits))
}

#[test]
fn a_proof_that_follows_is_the_one_from_cold() {
    let seeds: u64 = std::env::var("PODNET_PROOF_SEEDS").ok().and_then(|s| s.parse().ok()).unwrap_or(40);
    let mut revisions = 0;
    for seed in 0..seeds {
        let world = generate::world(seed, Limits { rows_by_blocks: seed % 2 == 1, ..Limits::default() });
        let mut followed = Followed::default();
        for command in &world.commands {
            followed.attempt(command.clone(), &format!("seed {seed}"));
        }
        let mut random = Random::new(seed);
        for number in 0..60 {
            if let Some(command) = change(&followed.state, &mut random, number) {
                followed.attempt(command, &format!("seed {seed} change {number}"));
            }
        }
        revisions += followed.revisions;
    }
    assert!(u64::from(revisions) > seeds * 20, "only {revisions} revisions were tried");
}
