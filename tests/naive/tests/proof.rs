//! Do the contracts of the proof say what traces of every pair say? On random worlds, with every fault that people make.
//!
//! The judge is the plain meaning of each invariant: pods are put at every address where a route, a block or the
//! non-masquerade list begins or ends, and every pair is traced. `PODNET_PROOF_SEEDS` sets how many worlds are tried,
//! `PODNET_PROOF_FIRST` the first.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::address::{Family, address_of, number_of};
use podnet_core::event::Event;
use podnet_core::flow::verdict::Cause;
use podnet_core::flow::vocabulary::{DropCause, NatKind, StepKind, Verdict};
use podnet_core::flow::{Detail, EndpointRef, Flow, FlowResult, Scope, trace};
use podnet_core::meta::Revision;
use podnet_core::model::{
    AllocatedAddress, AllocatedAddresses, Allocation, Cluster, KeptOwner, Node, NodeState, OwnerTexts,
    PodTraits, PolicyPorts, PortSpan, Protocol, Purpose, TrafficPolicy,
};
use podnet_core::name::{AllocationName, NodeName, Segment};
use podnet_core::proof::{Invariant, Outcome, Proof, verify};
use podnet_core::state::{AddressHolder, State};
use podnet_naive::generate::{self, Limits};

/// What brute force finds about one invariant.
#[derive(Debug, Default)]
struct Found {
    /// Pairs of nodes (or names) for which some packet breaks it.
    bad: BTreeMap<(String, String), String>,
    /// Pairs for which some packet is not decided, and none breaks it.
    open: BTreeSet<(String, String)>,
    /// Packets looked at.
    packets: usize,
}

impl Found {
    fn add(
        &mut self,
        from: &impl ToString,
        to: &impl ToString,
        (bad, open): (bool, bool),
        result: &FlowResult,
    ) {
        self.packets += 1;
        let pair = (from.to_string(), to.to_string());
        if bad {
            let why = result.cause.as_ref().map(|cause| cause.explanation.clone());
            self.bad.insert(pair, why.unwrap_or_default());
        } else if open {
            self.open.insert(pair);
        }
    }
}

struct Judge<'a> {
    cluster: &'a Cluster,
    state: State,
    nodes: Vec<Arc<Node>>,
    /// Addresses of pods of each ready node.
    pods: BTreeMap<NodeName, Vec<IpAddr>>,
    /// Protocols and ports that rules tell apart; one where nothing filters.
    ports: Vec<(Protocol, Option<u16>)>,
}

impl<'a> Judge<'a> {
    fn new(state: &State, cluster: &'a Cluster) -> Self {
        let mut state = state.clone();
        let nodes: Vec<_> = state.nodes_of(&cluster.name).cloned().collect();
        let nodes: Vec<_> = nodes.into_iter().filter(|node| node.state != NodeState::NotReady).collect();
        let mut marks = BTreeSet::new();
        let routes = state.routes.values().map(|route| route.prefix);
        let spaces = state.networks.values().flat_map(|network| {
            let peers = network.peerings.iter().flat_map(|peering| peering.remote_prefixes.clone());
            let gateway = network.gateway.iter().flat_map(|gateway| gateway.on_premises_prefixes.clone());
            network.address_prefixes.clone().into_iter().chain(peers).chain(gateway)
        });
        let list = cluster.non_masquerade_prefixes.iter().flatten().copied();
        for prefix in routes.chain(spaces).chain(list).collect::<Vec<_>>() {
            let (first, last) = (prefix.first_number(), prefix.last_number());
            for number in [Some(first), first.checked_sub(1), Some(last), last.checked_add(1)] {
                marks.extend(number.map(|number| (prefix.family(), number)));
            }
        }
        let held: BTreeSet<_> = state
            .allocations_of(&cluster.name)
            .flat_map(|pod| pod.addresses.iter().map(|held| held.address))
            .collect();
        let endpoints = state.services_of(&cluster.name).flat_map(|service| &service.endpoints);
        let awaited: BTreeSet<_> =
            endpoints.map(|endpoint| endpoint.address).filter(|address| !held.contains(address)).collect();
        let mut pods = BTreeMap::new();
        for node in &nodes {
            let mut chosen = BTreeSet::new();
            for family in &cluster.families {
                let can: Vec<u128> = match node.pod_prefix(*family) {
                    Some(block) => {
                        let last = block.last_number() - u128::from(*family == Family::V4);
                        let (first, last) = (block.first_number() + 2, last);
                        let inside = marks.iter().filter(|(f, n)| f == family && (first..=last).contains(n));
                        inside.map(|(_, number)| *number).chain([first, first + 1, last]).collect()
                    }
                    None => {
                        let all: Vec<_> = node.pod_addresses.of(*family).map(number_of).collect();
                        let inside = all.iter().copied().filter(|n| marks.contains(&(*family, *n)));
                        inside.chain(all.iter().copied().take(2)).chain(all.last().copied()).collect()
                    }
                };
                chosen.extend(can.into_iter().map(|number| address_of(*family, number)));
            }
            // A pod put where a service expects one would mend the service that is judged.
            chosen.retain(|address| !awaited.contains(address));
            let running = state.allocations_on(node).flat_map(|pod| &pod.addresses).map(|held| held.address);
            chosen.extend(running.filter(|address| cluster.families.contains(&Family::of(*address))));
            for address in &chosen {
                put(&mut state, cluster, node, *address);
            }
            pods.insert(node.name.clone(), chosen.into_iter().collect());
        }
        let ports = ports(&state, cluster);
        Self { cluster, state, nodes, pods, ports }
    }

    fn trace(&self, from: EndpointRef, to: EndpointRef, port: Option<u16>) -> FlowResult {
        self.trace_of(from, to, (Protocol::Tcp, port))
    }

    fn trace_of(
        &self,
        from: EndpointRef,
        to: EndpointRef,
        (protocol, port): (Protocol, Option<u16>),
    ) -> FlowResult {
        let flow = Flow {
            scope: Scope::Cluster(self.cluster.name.clone()),
            source: from,
            destination: to,
            protocol,
            source_port: None,
            destination_port: port,
            family: None,
            one_way: false,
            concurrent_flows: 0,
        };
        trace(&self.state, &flow).unwrap()
    }

    fn all(&self) -> BTreeMap<Invariant, Found> {
        let mut found: BTreeMap<Invariant, Found> = BTreeMap::new();
        for from in &self.nodes {
            for to in &self.nodes {
                self.pair(&mut found, from, to);
            }
            self.machines(&mut found, from);
            self.anywhere(&mut found, from);
            self.services(&mut found, from);
        }
        found
    }

    fn pair(&self, found: &mut BTreeMap<Invariant, Found>, from: &Node, to: &Node) {
        let add = |found: &mut BTreeMap<Invariant, Found>, invariant, result: &FlowResult| {
            found.entry(invariant).or_default().add(&from.name, &to.name, judge(invariant, result), result);
        };
        for a in &self.pods[&from.name] {
            for b in &self.pods[&to.name] {
                if a == b || Family::of(*a) != Family::of(*b) {
                    continue;
                }
                for kind in &self.ports {
                    let result = self.trace_of(EndpointRef::Address(*a), EndpointRef::Address(*b), *kind);
                    add(found, Invariant::PodToPodNoNat, &result);
                    add(found, Invariant::PodSelfIpIsSeenIp, &result);
                    add(found, Invariant::ReturnPathExists, &result);
                }
            }
            for own in to.addresses.iter().filter(|own| Family::of(**own) == Family::of(*a)) {
                for (protocol, port) in &self.ports {
                    let kind = (*protocol, port.or(Some(10_250)));
                    let result = self.trace_of(EndpointRef::Address(*a), EndpointRef::Address(*own), kind);
                    add(found, Invariant::PodToNodeNoNat, &result);
                    add(found, Invariant::PodSelfIpIsSeenIp, &result);
                    add(found, Invariant::ReturnPathExists, &result);
                }
            }
        }
        for own in &from.addresses {
            for b in self.pods[&to.name].iter().filter(|b| Family::of(**b) == Family::of(*own)) {
                for kind in &self.ports {
                    let result = self.trace_of(EndpointRef::Address(*own), EndpointRef::Address(*b), *kind);
                    add(found, Invariant::NodeToPodNoNat, &result);
                    add(found, Invariant::ReturnPathExists, &result);
                }
            }
        }
    }

    fn machines(&self, found: &mut BTreeMap<Invariant, Found>, node: &Node) {
        let machines = self.state.reservations.values().filter(|vm| {
            vm.purpose == Purpose::VirtualMachine
                && !vm.machine.stopped
                && vm.name.network == self.cluster.network.network
        });
        for vm in machines {
            let at = vm.prefix.first();
            for pod in self.pods[&node.name].iter().filter(|pod| Family::of(**pod) == Family::of(at)) {
                let there = self.trace(EndpointRef::Address(*pod), EndpointRef::Address(at), None);
                let back = self.trace(EndpointRef::Address(at), EndpointRef::Address(*pod), None);
                for result in [there, back] {
                    let of = found.entry(Invariant::ReturnPathExists).or_default();
                    of.add(&node.name, &vm.name, judge(Invariant::ReturnPathExists, &result), &result);
                }
            }
        }
    }

    fn anywhere(&self, found: &mut BTreeMap<Invariant, Found>, node: &Node) {
        let mut probes = BTreeSet::new();
        for route in self.state.routes.values() {
            let prefix = route.prefix;
            let (first, last) = (prefix.first_number().max(1), prefix.last_number());
            probes.extend([first, last].map(|number| address_of(prefix.family(), number)));
            probes.extend(last.checked_add(1).map(|number| address_of(prefix.family(), number)));
        }
        for probe in probes.into_iter().filter(|p| self.cluster.families.contains(&Family::of(*p))) {
            let result = self.trace(EndpointRef::Node(node.name.clone()), EndpointRef::Address(probe), None);
            let is_loop = result.cause.as_ref().is_some_and(|cause| {
                matches!(cause.cause, Cause::Drop(DropCause::RoutingLoop | DropCause::TtlExceeded))
            });
            found.entry(Invariant::NoRoutingLoop).or_default().add(
                &node.name,
                &probe,
                (is_loop, false),
                &result,
            );
        }
    }

    fn services(&self, found: &mut BTreeMap<Invariant, Found>, node: &Node) {
        for service in self.state.services_of(&self.cluster.name) {
            for address in &service.cluster_addresses {
                let pods = &self.pods[&node.name];
                let Some(pod) = pods.iter().find(|pod| Family::of(**pod) == Family::of(*address)) else {
                    continue;
                };
                for port in &service.ports {
                    let flow = Flow {
                        scope: Scope::Cluster(self.cluster.name.clone()),
                        source: EndpointRef::Address(*pod),
                        destination: EndpointRef::Address(*address),
                        protocol: port.protocol,
                        source_port: None,
                        destination_port: Some(port.port),
                        family: None,
                        one_way: false,
                        concurrent_flows: 0,
                    };
                    let result = trace(&self.state, &flow).unwrap();
                    let none_here = |result: &FlowResult| {
                        let local = service.internal_traffic_policy == TrafficPolicy::Local;
                        let why = result.cause.as_ref().map(|cause| cause.explanation.as_str());
                        local && why.is_some_and(|why| why.contains("no ready endpoint on"))
                    };
                    // Policy Local drops on purpose on a node without an endpoint, as long as some node has one.
                    let on_purpose = none_here(&result)
                        && self.nodes.iter().any(|other| {
                            let pods = &self.pods[&other.name];
                            let pod = pods.iter().find(|pod| Family::of(**pod) == Family::of(*address));
                            pod.is_some_and(|pod| {
                                let flow = Flow { source: EndpointRef::Address(*pod), ..flow.clone() };
                                let result = trace(&self.state, &flow).unwrap();
                                result.verdicts.overall != Verdict::Unreachable
                            })
                        });
                    let verdict = result.verdicts.overall;
                    let of = found.entry(Invariant::ServiceHasReachableEndpoint).or_default();
                    let bad = verdict == Verdict::Unreachable && !on_purpose;
                    let some = result.forward.iter().any(|branch| branch.verdict == Verdict::Reachable);
                    of.add(&service.name, &"any", (bad, verdict == Verdict::Undetermined && !some), &result);
                }
            }
        }
    }
}

/// One flow for each protocol and stretch of ports that some rule tells from others.
fn ports(state: &State, cluster: &Cluster) -> Vec<(Protocol, Option<u16>)> {
    let groups = state.network_security_groups.values().flat_map(|group| &group.rules);
    let mut spans: Vec<_> = groups.flat_map(|rule| rule.destination_ports.clone()).collect();
    let policies = state.network_policies_of(&cluster.name);
    let rules = policies.flat_map(|policy| policy.ingress.iter().chain(&policy.egress).flatten());
    for port in rules.flat_map(|rule| &rule.ports) {
        match &port.ports {
            PolicyPorts::Numbers(span) => spans.push(*span),
            PolicyPorts::Name(_) => spans.extend([80, 8080].map(|port| PortSpan { first: port, last: port })),
            PolicyPorts::Any => {}
        }
    }
    if state.network_security_groups.is_empty() && state.network_policies.is_empty() {
        return vec![(Protocol::Tcp, None)];
    }
    let ends = spans.iter().flat_map(|span| [Some(span.first), span.last.checked_add(1)]).flatten();
    let starts: BTreeSet<u16> = ends.chain([1]).collect();
    let taken: BTreeSet<u16> =
        state.services_of(&cluster.name).flat_map(|s| s.ports.iter().map(|port| port.node_port)).collect();
    let each = starts.into_iter().filter(|port| *port > 0 && !taken.contains(port));
    each.flat_map(|port| [Protocol::Tcp, Protocol::Udp].map(|protocol| (protocol, Some(port)))).collect()
}

/// Whether a trace breaks an invariant, and whether it leaves it open.
fn judge(invariant: Invariant, result: &FlowResult) -> (bool, bool) {
    let steps = result.forward.iter().flat_map(|branch| &branch.steps);
    let rewritten = steps
        .into_iter()
        .any(|step| matches!(&step.detail, Detail::Nat(record) if record.kind != NatKind::SessionReverse));
    let verdicts = result.verdicts;
    let relies = result.assumptions.iter().any(|assumption| {
        use podnet_core::flow::vocabulary::AssumptionKind::{
            ApplianceForwardsUnchanged, OnPremisesRoutesSymmetric, PeeredNetworkReturns,
        };
        matches!(
            assumption.kind,
            ApplianceForwardsUnchanged | OnPremisesRoutesSymmetric | PeeredNetworkReturns
        )
    });
    let works = |verdict| verdict == Verdict::Reachable;
    let open = relies || [verdicts.overall, verdicts.forward].contains(&Verdict::Undetermined);
    match invariant {
        Invariant::PodSelfIpIsSeenIp => {
            let mut steps = result.forward.iter().flat_map(|branch| &branch.steps);
            let by_others = steps.any(|step| {
                matches!(
                    step.kind,
                    StepKind::ArriveAtAppliance | StepKind::ArriveAtGateway | StepKind::Forward
                )
            });
            (
                works(verdicts.forward) && rewritten && !by_others,
                by_others && verdicts.forward != Verdict::Unreachable,
            )
        }
        Invariant::ReturnPathExists => {
            let bad = works(verdicts.forward) && verdicts.reply == Some(Verdict::Unreachable);
            // Where a filter lets a packet pass, it lets the answer pass: that it may not is nothing open here.
            let cause = result.cause.as_ref().map(|cause| cause.explanation.as_str());
            let by_filter = cause.is_some_and(|cause| cause.contains("is not known: "));
            (bad, open && !bad && !by_filter && verdicts.forward != Verdict::Unreachable)
        }
        Invariant::PodToPodNoNat
        | Invariant::NodeToPodNoNat
        | Invariant::PodToNodeNoNat
        | Invariant::RoutePerNodeExact
        | Invariant::PodPrefixUnique
        | Invariant::NoRoutingLoop
        | Invariant::ServiceHasReachableEndpoint => {
            let bad = verdicts.overall == Verdict::Unreachable || rewritten;
            (bad, open && !bad)
        }
    }
}

/// Puts a pod at an address of a node, if none is there.
fn put(state: &mut State, cluster: &Cluster, node: &Node, address: IpAddr) {
    let space = state.pod_space(&cluster.name).unwrap();
    if matches!(state.find(&space, address).unwrap().holder, AddressHolder::Allocation(_)) {
        return;
    }
    let family = Family::of(address);
    let (prefix_length, gateway) = match node.pod_prefix(family) {
        Some(block) => (block.length(), address_of(family, block.first_number() + 1)),
        None => {
            let subnet = &state.subnets[&state.node_pools[&node.pool].subnet];
            let prefix = subnet.prefix(family).unwrap();
            let gateway = match cluster.pod_data_path {
                podnet_core::model::PodDataPath::Transparent => "169.254.1.1".parse().unwrap(),
                podnet_core::model::PodDataPath::Bridge => address_of(family, prefix.first_number() + 1),
            };
            (prefix.length(), gateway)
        }
    };
    let id = format!("x-{}-{}", node.name.node, address.to_string().replace(':', "."));
    let owner = OwnerTexts { pod: &id, namespace: "strange", ..OwnerTexts::default() };
    let name =
        AllocationName { cluster: node.name.cluster.clone(), allocation: Segment::parse(&id).unwrap() };
    let allocation = Allocation {
        node: node.name.node.clone(),
        addresses: AllocatedAddresses::new([AllocatedAddress { address, prefix_length, gateway }], []),
        owner: KeptOwner::new(&name.allocation, owner),
        name,
        created_revision: Revision(0),
        revision: Revision(0),
        create_time: state.time,
        pod_traits: Some(Arc::new(PodTraits::default())),
    };
    let (revision, time) = (state.revision, state.time);
    state.evolve(&Event::AllocationCreated(Arc::new(allocation)), revision, time);
}

/// Worlds beyond those of every run in which contracts and traces differed once.
const FOUND: [u64; 3] = [426, 479, 1402];

#[test]
fn contracts_say_what_traces_of_every_pair_say() {
    let seeds: u64 = std::env::var("PODNET_PROOF_SEEDS").ok().and_then(|s| s.parse().ok()).unwrap_or(150);
    let first: u64 = std::env::var("PODNET_PROOF_FIRST").ok().and_then(|s| s.parse().ok()).unwrap_or(0);
    let mut tallies: BTreeMap<(Invariant, Outcome), u32> = BTreeMap::new();
    let (mut packets, mut clusters) = (0, 0);
    for seed in (first..first + seeds).chain(FOUND) {
        let (faults, plain_filters, rows_by_blocks) = (seed % 4 != 0, seed % 3 == 2, seed % 5 < 2);
        let rows_by_blocks = rows_by_blocks && !FOUND.contains(&seed);
        let limits = Limits { nodes: 4, faults, plain_filters, rows_by_blocks, ..Limits::default() };
        let world = generate::world(seed, limits);
        for cluster in world.state.clusters.values() {
            clusters += 1;
            let proof = Proof::evaluate(&world.state, &cluster.name).unwrap();
            let report = proof.report(&world.state);
            let answers = verify(&world.state, &proof, &report, &Invariant::ALL);
            let found = Judge::new(&world.state, cluster).all();
            for answer in &answers {
                let finding = &answer.finding;
                let invariant = finding.invariant;
                let stated = report.finding(invariant).unwrap();
                *tallies.entry((invariant, finding.outcome)).or_default() += 1;
                let shown = answer.example.as_ref().map(|example| (&example.flow, &example.result.cause));
                let about = format!(
                    "seed {seed} {} {invariant:?}: {:?} broken {:?} unknown {:?}; {}; {shown:?}",
                    cluster.name, finding.outcome, finding.broken, finding.unknown, answer.explanation
                );
                assert_eq!(stated.outcome, finding.outcome, "the example shows what is stated: {about}");
                let Some(found) = found.get(&invariant) else { continue };
                packets += found.packets;
                match finding.outcome {
                    Outcome::Holds => {
                        assert!(found.bad.is_empty(), "{about}\nbut {:?}", found.bad);
                        assert!(found.open.is_empty(), "{about}\nopen {:?}", found.open);
                    }
                    Outcome::Violated => {
                        assert!(answer.example.is_some(), "{about}");
                        let has_own_example = matches!(invariant, Invariant::NoRoutingLoop);
                        assert!(has_own_example || !found.bad.is_empty(), "{about}\nbut no packet shows it");
                        let exact = finding.unknown == podnet_core::proof::Extent::default();
                        if exact
                            && matches!(
                                invariant,
                                Invariant::PodToPodNoNat
                                    | Invariant::PodToNodeNoNat
                                    | Invariant::NodeToPodNoNat
                            )
                        {
                            assert_eq!(
                                finding.broken.node_pairs,
                                found.bad.len() as u64,
                                "{about}\n{:?}",
                                found.bad
                            );
                        }
                    }
                    Outcome::NotApplicable => assert!(found.bad.is_empty(), "{about}\n{:?}", found.bad),
                    Outcome::Undetermined => {}
                }
            }
        }
    }
    println!("{clusters} clusters, {packets} packets");
    for ((invariant, outcome), count) in &tallies {
        println!("{invariant:?} {outcome:?} {count}");
    }
}
