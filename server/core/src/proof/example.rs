//! A packet that shows what is stated: a flow between machines of the classes in question, and its trace.
//!
//! The trace is made by the code that answers traces (DESIGN D5). Where no pod runs at the place in question, one is put
//! there on a copy of the state. This module must not know why the flow fails; the trace says that.

use std::net::IpAddr;
use std::sync::Arc;

use super::contracts::Proof;
use super::filter_kinds::{Found, Seat, stranger};
use super::filters::Probe;
use super::finding::{Invariant, Witness};
use super::host::{Class, Host, HostKey, Way, way_to_pods};
use super::looks::Settled;
use super::pairs::Between;
use super::services::choices;
use crate::address::{Family, address_of, number_of};
use crate::event::Event;
use crate::flow::verdict::Cause;
use crate::flow::vocabulary::{AbortCause, DropCause, StepKind, Verdict};
use crate::flow::{Detail, EndpointRef, Flow, FlowResult, Scope, trace};
use crate::meta::Revision;
use crate::model::{AllocatedAddress, AllocatedAddresses, Allocation, KeptOwner, Node, OwnerTexts, Protocol};
use crate::name::{AllocationName, NodeName, Segment, ServiceName};
use crate::state::{AddressHolder, Space, State};

/// Port that is tried on a node: the kubelet's.
const NODE_PORT: u16 = 10_250;

/// A flow and what happens to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Counterexample {
    /// The flow.
    pub flow: Flow,
    /// Its trace.
    pub result: FlowResult,
    /// Whether a pod of it was only put there for the trace.
    pub hypothetical: bool,
}

impl Counterexample {
    /// Whether the trace shows that the invariant does not hold.
    pub(super) fn shows(&self, invariant: Invariant) -> bool {
        let verdicts = self.result.verdicts;
        let is_bad = |verdict| matches!(verdict, Verdict::Unreachable | Verdict::Ambiguous);
        let fails = is_bad(verdicts.overall);
        match invariant {
            Invariant::PodToPodNoNat | Invariant::NodeToPodNoNat | Invariant::PodToNodeNoNat => {
                fails || self.rewrites()
            }
            Invariant::PodSelfIpIsSeenIp => verdicts.forward == Verdict::Reachable && self.rewrites(),
            Invariant::ReturnPathExists => {
                verdicts.forward == Verdict::Reachable && verdicts.reply.is_some_and(is_bad)
            }
            Invariant::ServiceHasReachableEndpoint => fails,
            Invariant::NoRoutingLoop => self.result.cause.as_ref().is_some_and(|cause| {
                matches!(
                    cause.cause,
                    Cause::Drop(DropCause::RoutingLoop | DropCause::TtlExceeded)
                        | Cause::Abort(AbortCause::TraceTooLong)
                )
            }),
            // Statements about the store, which a packet illustrates and need not show.
            Invariant::RoutePerNodeExact | Invariant::PodPrefixUnique => true,
        }
    }

    /// Whether the packet has another source or destination somewhere on its way.
    pub(super) fn rewrites(&self) -> bool {
        let steps = self.result.forward.iter().flat_map(|branch| &branch.steps);
        steps.into_iter().any(|step| step.kind == StepKind::Nat && matches!(step.detail, Detail::Nat(_)))
    }
}

impl Proof {
    /// Makes the packet of a witness; `None` if there is no machine to send it.
    pub(super) fn example(
        &self,
        state: &State,
        settled: &Settled,
        witness: &Witness,
    ) -> Option<Counterexample> {
        Stage { proof: self, settled, state: state.clone(), hypothetical: false, put: 0, kept: Vec::new() }
            .play(witness)
    }

    /// The node of a key.
    pub(super) fn node_of<'s>(&self, state: &'s State, key: HostKey) -> Option<&'s Arc<Node>> {
        state.nodes_of(&self.setting.cluster).find(|node| Host::key(&node.addresses) == Some(key))
    }
}

/// A copy of the state on which pods may be put.
struct Stage<'a> {
    proof: &'a Proof,
    settled: &'a Settled,
    state: State,
    hypothetical: bool,
    put: usize,
    /// Addresses that no pod is put at: an endpoint without a pod would get one.
    kept: Vec<IpAddr>,
}

impl Stage<'_> {
    fn play(mut self, witness: &Witness) -> Option<Counterexample> {
        match witness {
            Witness::Pair { from, to, family, probe: Some(probe), .. } => {
                let sender = self.first(from, None)?;
                let receiver = self.first(to, Some(sender))?;
                self.probe(probe, sender, receiver, *family)
            }
            Witness::Pair { between, from, to, family, probe: None } => {
                let sender = self.first(from, None)?;
                let receiver = self.first(to, Some(sender))?;
                self.pair(*between, sender, receiver, *family)
            }
            Witness::Home(class, Some((family, probe))) => {
                let home = self.first(class, None)?;
                self.probe(probe, home, home, *family)
            }
            Witness::Home(class, None) => {
                let home = self.first(class, None)?;
                let source = self.pod(home, Family::V4, None, None)?;
                let destination = self.pod(home, Family::V4, None, Some(&source))?;
                self.trace(
                    EndpointRef::Allocation(source),
                    EndpointRef::Allocation(destination),
                    Some(Family::V4),
                    None,
                )
            }
            Witness::Row { table, row } => match self.proof.blocks.get(row).map(|owner| owner.key) {
                Some(owner) => {
                    let sender =
                        self.sender(*table, Some(owner)).or_else(|| self.sender_of_nodes(Some(owner)))?;
                    self.pair(Between::PodPod, sender, owner, row.0)
                }
                None => {
                    let last = super::rows::last_of(*row);
                    self.far(*table, (row.0, row.1.saturating_add(2).min(last)))
                }
            },
            Witness::Shared(family, number) => {
                let sender = self.sender_of_nodes(None)?;
                self.by_node(sender, (*family, *number))
            }
            Witness::Far { table, to } => self.far(*table, *to),
            Witness::Service(name, client) => self.service(name, *client),
        }
    }

    /// The first machine of a class that takes packets, other than one.
    fn first(&self, class: &Class, but: Option<HostKey>) -> Option<HostKey> {
        let mut hosts = self.proof.hosts.iter().filter(|(key, _)| Some(*key) != but);
        hosts.find(|(key, host)| **self.settled.class(key, host) == *class).map(|(key, _)| key)
    }

    fn sender(&self, table: usize, but: Option<HostKey>) -> Option<HostKey> {
        let mut hosts = self.proof.hosts.iter().filter(|(key, _)| Some(*key) != but);
        hosts.find(|(_, host)| host.is_ready_node() && host.class.table == table).map(|(key, _)| key)
    }

    fn sender_of_nodes(&self, but: Option<HostKey>) -> Option<HostKey> {
        let mut hosts = self.proof.hosts.iter().filter(|(key, _)| Some(*key) != but);
        hosts.find(|(_, host)| host.is_ready_node()).map(|(key, _)| key)
    }

    fn pair(
        &mut self,
        between: Between,
        sender: HostKey,
        receiver: HostKey,
        family: Family,
    ) -> Option<Counterexample> {
        let tables =
            (self.proof.hosts.get(&sender)?.class.table, self.proof.hosts.get(&receiver)?.class.table);
        let mut port = None;
        let source = match between {
            Between::PodPod | Between::PodNode | Between::PodMachine => {
                EndpointRef::Allocation(self.pod(sender, family, Some(tables.1), None)?)
            }
            Between::NodePod => EndpointRef::Node(self.name_of(sender)?),
            Between::MachinePod => self.machine(sender)?,
        };
        let destination = match between {
            Between::PodPod | Between::NodePod | Between::MachinePod => {
                EndpointRef::Allocation(self.pod(receiver, family, Some(tables.0), None)?)
            }
            Between::PodNode => {
                port = Some(self.free_port());
                EndpointRef::Node(self.name_of(receiver)?)
            }
            Between::PodMachine => self.machine(receiver)?,
        };
        self.trace(source, destination, Some(family), port)
    }

    /// A certain flow between pods or nodes of certain kinds.
    fn probe(
        &mut self,
        probe: &Probe,
        sender: HostKey,
        receiver: HostKey,
        family: Family,
    ) -> Option<Counterexample> {
        let mut taken = None;
        let source = match &probe.source {
            Some(seat) => {
                let pod = self.seated(sender, seat, None)?;
                taken = Some(pod.clone());
                EndpointRef::Allocation(pod)
            }
            None => EndpointRef::Node(self.name_of(sender)?),
        };
        let destination = match &probe.destination {
            Some(seat) => EndpointRef::Allocation(self.seated(receiver, seat, taken.as_ref())?),
            None => EndpointRef::Node(self.name_of(receiver)?),
        };
        let flow = self.flow(source, destination, Some(family), Some(probe.destination_port));
        self.run(Flow { protocol: probe.protocol, source_port: probe.source_port, ..flow })
    }

    /// A pod of a kind on a node, other than one; put there if none runs and one may.
    fn seated(&mut self, home: HostKey, seat: &Seat, but: Option<&AllocationName>) -> Option<AllocationName> {
        let node = Arc::clone(self.proof.node_of(&self.state, home)?);
        let host = self.proof.hosts.get(&home)?;
        match self.settled.kinds()?.find(&self.state, &node, host, (seat, but)) {
            Found::Pod(name) => Some(name),
            Found::Free(address) => self.put(&node, address),
            Found::Nothing => None,
        }
    }

    /// A port that is no node port of a service, whose rules would take it.
    fn free_port(&self) -> u16 {
        let services = self.state.services_of(&self.proof.setting.cluster);
        let taken: Vec<_> =
            services.flat_map(|s| s.ports.iter().map(|port| port.node_port).collect::<Vec<_>>()).collect();
        let mut ports = std::iter::once(NODE_PORT).chain(1..=u16::MAX);
        ports.find(|port| !taken.contains(port)).unwrap_or(NODE_PORT)
    }

    fn far(&self, table: usize, to: (Family, u128)) -> Option<Counterexample> {
        // What a machine sends to itself does not leave it.
        let itself = self.proof.host_at(to);
        let sender = self.sender(table, itself).or_else(|| self.sender_of_nodes(itself))?;
        self.by_node(sender, to)
    }

    fn by_node(&self, sender: HostKey, (family, number): (Family, u128)) -> Option<Counterexample> {
        let destination = EndpointRef::Address(address_of(family, number));
        self.trace(EndpointRef::Node(self.name_of(sender)?), destination, Some(family), None)
    }

    fn service(&mut self, name: &ServiceName, client: Option<HostKey>) -> Option<Counterexample> {
        let service = Arc::clone(self.state.services.get(name)?);
        let client = client.or_else(|| self.sender_of_nodes(None))?;
        self.kept = service.endpoints.iter().map(|endpoint| endpoint.address).collect();
        // One that fails for certain goes before one of which something is not known, as between two families.
        let (mut open, mut last) = (None, None);
        let ports: Vec<_> = service.ports.iter().map(|port| (port.port, port.protocol)).collect();
        let families: Vec<_> = choices(&service).map(|choice| choice.family).collect();
        for family in families {
            let Some(pod) = self.pod(client, family, None, None) else { continue };
            for (port, protocol) in &ports {
                let source = EndpointRef::Allocation(pod.clone());
                let destination = EndpointRef::Service(name.clone());
                let flow =
                    Flow { protocol: *protocol, ..self.flow(source, destination, Some(family), Some(*port)) };
                let example = self.run(flow)?;
                match example.result.verdicts.overall {
                    Verdict::Unreachable => return Some(example),
                    Verdict::Ambiguous | Verdict::Undetermined => open = open.or(Some(example)),
                    Verdict::Reachable => last = Some(example),
                }
            }
        }
        open.or(last)
    }

    fn name_of(&self, key: HostKey) -> Option<NodeName> {
        self.proof.node_of(&self.state, key).map(|node| node.name.clone())
    }

    fn machine(&self, key: HostKey) -> Option<EndpointRef> {
        let network = Space::Network(self.proof.setting.network.clone());
        match self.state.find(&network, address_of(key.0, key.1))?.holder {
            AddressHolder::Reservation(vm) => Some(EndpointRef::VirtualMachine(vm.name.clone())),
            AddressHolder::Allocation(_)
            | AddressHolder::Node(_)
            | AddressHolder::Platform
            | AddressHolder::Cooling(_)
            | AddressHolder::Free => None,
        }
    }

    /// A pod of a node, where a table does not lead to it or its packets are rewritten, if there is such a place.
    fn pod(
        &mut self,
        home: HostKey,
        family: Family,
        seen_from: Option<usize>,
        but: Option<&AllocationName>,
    ) -> Option<AllocationName> {
        let node = Arc::clone(self.proof.node_of(&self.state, home)?);
        let (first, last) = self.place(home, family, seen_from)?;
        let inside = |held: AllocatedAddress| {
            Family::of(held.address) == family && (first..=last).contains(&number_of(held.address))
        };
        let mut pods = self.state.allocations_on(&node).filter(|pod| Some(&pod.name) != but);
        let found = pods.find(|pod| pod.addresses.iter().any(inside)).map(|pod| pod.name.clone());
        drop(pods);
        if found.is_some() {
            return found;
        }
        let taken = but.and_then(|name| self.state.allocations.get(name)).map(|pod| pod.addresses.clone());
        let taken: Vec<_> = taken.iter().flatten().map(|held| number_of(held.address)).collect();
        let kept = |number| self.kept.contains(&address_of(family, number));
        let number = (first..=last).find(|number| !taken.contains(number) && !kept(*number))?;
        self.put(&node, address_of(family, number))
    }

    /// The run of addresses that is in question.
    fn place(&self, home: HostKey, family: Family, seen_from: Option<usize>) -> Option<(u128, u128)> {
        let setting = &self.proof.setting;
        let host = self.proof.hosts.get(&home)?;
        let own = host.address(family)?;
        let runs = || host.runs.iter().filter(move |run| run.family == family);
        let table = seen_from.and_then(|index| self.proof.tables.get(index));
        let pieces = table
            .into_iter()
            .flat_map(|table| runs().flat_map(move |run| table.rows.pieces(family, run.first, run.last)));
        let worst = pieces
            .map(|piece| (way_to_pods(&piece, own, setting), piece.first, piece.last))
            .filter(|(way, _, _)| *way != Way::Good)
            .max_by_key(|(way, first, _)| (*way, std::cmp::Reverse(*first)));
        if let Some((_, first, last)) = worst {
            return Some((first, last));
        }
        let rewritten = runs().filter(|_| family == Family::V4).find_map(|run| {
            let number = setting.keep.first_outside(run.first, run.last)?;
            Some((number, setting.keep.end_of_gap(number, run.last)))
        });
        rewritten.or_else(|| runs().next().map(|run| (run.first, run.last)))
    }

    /// Puts a pod at an address of a node.
    fn put(&mut self, node: &Node, address: IpAddr) -> Option<AllocationName> {
        let family = Family::of(address);
        let cluster = self.state.clusters.get(&self.proof.setting.cluster)?;
        let (prefix_length, gateway) = crate::ipam::interface_of(&self.state, cluster, node, family)?;
        let stranger = stranger(&self.state, cluster);
        let mut name;
        loop {
            self.put += 1;
            name = AllocationName {
                cluster: node.name.cluster.clone(),
                allocation: Segment::generated(&format!("hypothetical-{}", self.put)),
            };
            if !self.state.allocations.contains_key(&name) {
                break;
            }
        }
        let allocation = Allocation {
            name: name.clone(),
            node: node.name.node.clone(),
            addresses: AllocatedAddresses::new([AllocatedAddress { address, prefix_length, gateway }], []),
            owner: KeptOwner::new(
                &name.allocation,
                OwnerTexts { pod: name.allocation.as_str(), ..stranger.owner() },
            ),
            created_revision: Revision(0),
            revision: Revision(0),
            create_time: self.state.time,
            pod_traits: stranger.pod_traits,
        };
        let (revision, time) = (self.state.revision, self.state.time);
        self.state.evolve(&Event::AllocationCreated(Arc::new(allocation)), revision, time);
        self.hypothetical = true;
        Some(name)
    }

    fn flow(
        &self,
        source: EndpointRef,
        destination: EndpointRef,
        family: Option<Family>,
        destination_port: Option<u16>,
    ) -> Flow {
        Flow {
            scope: Scope::Cluster(self.proof.setting.cluster.clone()),
            source,
            destination,
            protocol: Protocol::Tcp,
            source_port: None,
            destination_port,
            family,
            one_way: false,
            concurrent_flows: 0,
        }
    }

    fn trace(
        &self,
        source: EndpointRef,
        destination: EndpointRef,
        family: Option<Family>,
        port: Option<u16>,
    ) -> Option<Counterexample> {
        self.run(self.flow(source, destination, family, port))
    }

    fn run(&self, flow: Flow) -> Option<Counterexample> {
        let result = trace(&self.state, &flow).ok()?;
        Some(Counterexample { flow, result, hypothetical: self.hypothetical })
    }
}
