//! Which machines, addresses and pods of a cluster do filters treat alike?
//!
//! Two addresses are of one kind if they are in the same prefixes and service tags of all rules; two pods, if no selector
//! of a policy tells them apart. This module must not know what filters do with them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use super::contracts::Proof;
use super::host::{Host, HostKey};
use crate::address::{Family, address_of, number_of};
use crate::flow::{EPHEMERAL_PORTS, Ports, fit_of_tag, groups_at, likeness};
use crate::meta::{Labels, Revision};
use crate::model::{
    AddressSelector, AllocatedAddresses, Allocation, Cluster, KeptOwner, NetworkPolicyEngine,
    NetworkSecurityGroup, Node, OwnerTexts, PodPort, PodTraits, PolicyPeer, PolicyPorts, PortSpan, Protocol,
    ServiceTag, Subnet,
};
use crate::name::{AllocationName, NamespaceName, Segment};
use crate::prefix::Prefix;
use crate::state::State;

/// Kinds of machines: more would be judged pair by pair for too long.
const PROFILES_MAX: usize = 64;
/// Stretches of ports that rules tell apart.
const PORTS_MAX: usize = 256;

/// A pod, or a place for one, as filters see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seat {
    /// Family of the address.
    pub(super) family: Family,
    /// Kind of the address.
    pub(super) address: u32,
    /// Kind of the pod; 0 for one that may come, without labels.
    pub(super) pod: u32,
}

/// What filters see of one machine.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// A node with it.
    pub(super) node: Arc<Node>,
    /// Pods and places for them.
    pub(super) pods: BTreeSet<Seat>,
    /// Those of them of which there is more than one.
    pub(super) several: BTreeSet<Seat>,
}

impl Profile {
    /// The node's own address.
    pub(super) fn own(&self, family: Family) -> Option<IpAddr> {
        self.node.address(family)
    }
}

/// What policies read of a pod: its namespace, and its labels and named ports if they are known.
type Traits<'s> = (&'s str, Option<(&'s Labels, &'s [PodPort])>);

/// All kinds of a cluster.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    profiles: Vec<Profile>,
    /// An address of each kind.
    addresses: Vec<IpAddr>,
    /// A pod of each kind.
    pods: Vec<Arc<Allocation>>,
    flows: Vec<(Protocol, Option<u16>, u16)>,
    marks: Marks,
}

/// What rules distinguish.
#[derive(Clone, Debug, Default)]
struct Marks {
    /// Prefixes that rules name.
    prefixes: BTreeSet<Prefix>,
    /// Tags that rules name, and subnets from where they are asked.
    tags: BTreeSet<ServiceTag>,
    subnets: Vec<Arc<Subnet>>,
    /// Numbers at which an address may be of another kind than the one before.
    edges: BTreeSet<(Family, u128)>,
    /// Kinds of addresses by what they fit.
    kinds: BTreeMap<Vec<u8>, u32>,
    /// Kinds of pods by what selects them.
    likeness: BTreeMap<Vec<u16>, u32>,
}

/// What makes a profile: the names of its groups and subnet, the kind of its own addresses, its pods.
type Key = (Vec<String>, Vec<u32>, [BTreeSet<Seat>; 2], (bool, bool));

impl Kinds {
    /// Reads the kinds of a cluster, and the profile of each node; `None` if there are too many.
    pub(super) fn read(
        proof: &Proof,
        state: &State,
        cluster: &Cluster,
    ) -> Option<(Self, BTreeMap<HostKey, u32>)> {
        let nodes =
            state.nodes_of(&cluster.name).filter_map(|node| Some((Host::key(&node.addresses)?, node)));
        let nodes: Vec<_> =
            nodes.filter(|(key, _)| proof.hosts.get(key).is_some_and(Host::is_ready_node)).collect();
        let mut kinds = Self { pods: vec![Arc::new(stranger(state, cluster))], ..Self::default() };
        kinds.read_marks(state, cluster, nodes.iter().map(|(_, node)| *node))?;
        let enforced = enforces(state, cluster);
        if enforced {
            let none = likeness(state, cluster, &kinds.pods[0]);
            kinds.marks.likeness.insert(none, 0);
        }
        let mut seen: BTreeMap<Key, u32> = BTreeMap::new();
        let mut profiles = BTreeMap::new();
        let mut known = BTreeMap::new();
        for (key, node) in nodes {
            let Some(host) = proof.hosts.get(&key) else { continue };
            let (mut pods, mut several) = (BTreeSet::new(), BTreeSet::new());
            // Where policies have an effect, a pod that may come is not the one that is there.
            let running = state.allocations_on(node).filter(|_| enforced).flat_map(|pod| &pod.addresses);
            let held: BTreeSet<_> =
                running.map(|held| (Family::of(held.address), number_of(held.address))).collect();
            for run in host.runs.iter() {
                for (first, last) in kinds.marks.stretches(run.family, run.first, run.last) {
                    let taken = held.range((run.family, first)..=(run.family, last)).count() as u128;
                    let free = (last - first + 1).saturating_sub(taken);
                    if free == 0 {
                        continue;
                    }
                    let address = kinds.kind_of(state, address_of(run.family, first));
                    let seat = Seat { family: run.family, address, pod: 0 };
                    if !pods.insert(seat) || free > 1 {
                        several.insert(seat);
                    }
                }
            }
            for pod in state.allocations_on(node).filter(|_| enforced) {
                let kind = kinds.pod_kind(state, cluster, pod, &mut known);
                for held in &pod.addresses {
                    let address = kinds.kind_of(state, held.address);
                    let seat = Seat { family: Family::of(held.address), address, pod: kind };
                    if !pods.insert(seat) {
                        several.insert(seat);
                    }
                }
            }
            let (subnet, groups) = groups_at(state, node);
            let gate =
                groups.iter().map(|group| group.name.to_string()).chain(subnet.map(|s| s.name.to_string()));
            let own = node.addresses.iter().map(|address| kinds.kind_of(state, *address)).collect();
            let keeps = (super::pairs::keeps_at_home(&host.class), host.class.keeps_to_own);
            let next = u32::try_from(seen.len()).ok()?;
            let profile =
                *seen.entry((gate.collect(), own, [pods.clone(), several.clone()], keeps)).or_insert(next);
            if profile == next {
                kinds.profiles.push(Profile { node: Arc::clone(node), pods, several });
            }
            profiles.insert(key, profile);
            if seen.len() > PROFILES_MAX {
                return None;
            }
        }
        Some((kinds, profiles))
    }

    /// A profile.
    pub(super) fn profile(&self, index: u32) -> Option<&Profile> {
        self.profiles.get(usize::try_from(index).ok()?)
    }

    /// An address of a seat's kind.
    pub(super) fn example(&self, seat: &Seat) -> Option<IpAddr> {
        self.addresses.get(usize::try_from(seat.address).ok()?).copied()
    }

    /// A pod of a seat's kind.
    pub(super) fn pod(&self, seat: &Seat) -> Option<&Arc<Allocation>> {
        self.pods.get(usize::try_from(seat.pod).ok()?)
    }

    /// Protocol, source port if it matters, and destination port of every kind of flow.
    pub(super) fn ports(&self) -> impl Iterator<Item = (Protocol, Option<u16>, u16)> + use<> {
        self.flows.clone().into_iter()
    }

    /// Where on a node a seat is: a pod of its kind that runs, or an address of its kind.
    pub(super) fn find(
        &self,
        state: &State,
        node: &Node,
        host: &Host,
        (seat, but): (&Seat, Option<&AllocationName>),
    ) -> Found {
        let Some(cluster) = state.clusters.get(&node.name.cluster_name()) else { return Found::Nothing };
        let enforced = enforces(state, cluster);
        let of_kind = |address: IpAddr| {
            let known = self.marks.kinds.get(&self.marks.fits(state, address));
            Family::of(address) == seat.family && known == Some(&seat.address)
        };
        for pod in state.allocations_on(node).filter(|pod| Some(&pod.name) != but) {
            let alike = || self.marks.likeness.get(&likeness(state, cluster, pod)) == Some(&seat.pod);
            if pod.addresses.iter().any(|held| of_kind(held.address)) && (!enforced || alike()) {
                return Found::Pod(pod.name.clone());
            }
        }
        let held: BTreeSet<IpAddr> = state
            .allocations_on(node)
            .flat_map(|pod| pod.addresses.iter().map(|held| held.address))
            .collect();
        for run in host.runs.iter().filter(|run| run.family == seat.family) {
            for (first, last) in self.marks.stretches(run.family, run.first, run.last) {
                if of_kind(address_of(run.family, first)) {
                    let mut all = (first..=last).map(|number| address_of(run.family, number));
                    if let Some(free) = all.find(|address| !held.contains(address)) {
                        return Found::Free(free);
                    }
                }
            }
        }
        Found::Nothing
    }

    fn kind_of(&mut self, state: &State, address: IpAddr) -> u32 {
        let fits = self.marks.fits(state, address);
        let next = u32::try_from(self.addresses.len()).unwrap_or(u32::MAX);
        let kind = *self.marks.kinds.entry(fits).or_insert(next);
        if kind == next {
            self.addresses.push(address);
        }
        kind
    }

    fn pod_kind<'s>(
        &mut self,
        state: &'s State,
        cluster: &Cluster,
        pod: &'s Arc<Allocation>,
        known: &mut BTreeMap<Traits<'s>, u32>,
    ) -> u32 {
        let traits = pod.pod_traits.as_deref().map(|traits| (&traits.labels, traits.ports.as_slice()));
        if let Some(kind) = known.get(&(pod.owner().namespace, traits)) {
            return *kind;
        }
        let next = u32::try_from(self.pods.len()).unwrap_or(u32::MAX);
        let kind = *self.marks.likeness.entry(likeness(state, cluster, pod)).or_insert(next);
        if kind == next {
            self.pods.push(Arc::clone(pod));
        }
        known.insert((pod.owner().namespace, traits), kind);
        kind
    }

    fn read_marks<'n>(
        &mut self,
        state: &State,
        cluster: &Cluster,
        nodes: impl Iterator<Item = &'n Arc<Node>>,
    ) -> Option<()> {
        let marks = &mut self.marks;
        let mut ports = Stretches::default();
        let mut groups: BTreeMap<String, Arc<NetworkSecurityGroup>> = BTreeMap::new();
        let mut pools = BTreeSet::new();
        for node in nodes.filter(|node| pools.insert(node.pool.clone())) {
            let (subnet, of_node) = groups_at(state, node);
            groups.extend(of_node.into_iter().map(|group| (group.name.to_string(), Arc::clone(group))));
            marks.subnets.extend(subnet.cloned());
        }
        marks.subnets.sort_by(|a, b| a.name.cmp(&b.name));
        marks.subnets.dedup_by(|a, b| a.name == b.name);
        if !groups.is_empty() {
            use ServiceTag::{AzureLoadBalancer, Internet, VirtualNetwork};
            marks.tags.extend([VirtualNetwork, AzureLoadBalancer, Internet]);
        }
        for group in groups.values() {
            for rule in &group.rules {
                for selector in rule.sources.iter().chain(&rule.destinations) {
                    match selector {
                        AddressSelector::Prefix(prefix) => drop(marks.prefixes.insert(*prefix)),
                        AddressSelector::Tag(tag) => drop(marks.tags.insert(tag.clone())),
                    }
                }
                ports.add(&rule.destination_ports, &rule.source_ports);
            }
            for service in group.cluster.iter().flat_map(|keeper| state.services_of(keeper)) {
                marks.prefixes.extend(&service.load_balancer_source_ranges);
                let all = service.ports.iter().flat_map(|port| [port.port, port.node_port]);
                all.for_each(|port| ports.add(&[PortSpan { first: port, last: port }], &[]));
            }
        }
        for policy in state.network_policies_of(&cluster.name).filter(|_| enforces(state, cluster)) {
            for rule in policy.ingress.iter().chain(&policy.egress).flatten() {
                for peer in &rule.peers {
                    if let PolicyPeer::IpBlock { prefix, except } = peer {
                        marks.prefixes.insert(*prefix);
                        marks.prefixes.extend(except);
                    }
                }
                for port in &rule.ports {
                    match &port.ports {
                        PolicyPorts::Numbers(span) => ports.add(&[*span], &[]),
                        PolicyPorts::Any => {}
                        PolicyPorts::Name(_) => ports.named = true,
                    }
                }
            }
        }
        if ports.named {
            let traits = state.allocations_of(&cluster.name).filter_map(|pod| pod.pod_traits.as_ref());
            let named: BTreeSet<_> =
                traits.flat_map(|traits| traits.ports.iter().map(|port| port.port)).collect();
            named.into_iter().for_each(|port| ports.add(&[PortSpan { first: port, last: port }], &[]));
        }
        marks.read_edges(state);
        let taken =
            state.services_of(&cluster.name).flat_map(|service| service.ports.iter().map(|p| p.node_port));
        self.flows = ports.flows(&taken.collect())?;
        Some(())
    }
}

/// Where a seat is.
pub(super) enum Found {
    /// This pod.
    Pod(AllocationName),
    /// A pod may come here.
    Free(IpAddr),
    /// Nowhere on the node.
    Nothing,
}

impl Marks {
    /// What an address fits.
    fn fits(&self, state: &State, address: IpAddr) -> Vec<u8> {
        let prefixes = self.prefixes.iter().map(|prefix| u8::from(prefix.contains(address)));
        let tags = self.subnets.iter().flat_map(|subnet| self.tags.iter().map(move |tag| (subnet, tag)));
        let tags = tags.map(|(subnet, tag)| fit_of_tag(state, subnet, tag, address));
        let family = u8::from(Family::of(address) == Family::V6);
        std::iter::once(family).chain(prefixes).chain(tags).collect()
    }

    fn read_edges(&mut self, state: &State) {
        let mut all: Vec<Prefix> = self.prefixes.iter().copied().collect();
        for network in state.networks.values().filter(|_| !self.tags.is_empty()) {
            all.extend(&network.address_prefixes);
            all.extend(network.gateway.iter().flat_map(|gateway| &gateway.on_premises_prefixes));
            all.extend(network.peerings.iter().flat_map(|peering| &peering.remote_prefixes));
        }
        let tables = self.subnets.iter().filter_map(|subnet| subnet.route_table.as_ref());
        let tables: BTreeSet<_> = tables.filter(|_| !self.tags.is_empty()).collect();
        all.extend(tables.into_iter().flat_map(|table| state.routes_of(table)).map(|route| route.prefix));
        let ends = all.iter().flat_map(|prefix| {
            let after = prefix.last_number().checked_add(1);
            std::iter::once(prefix.first_number()).chain(after).map(|number| (prefix.family(), number))
        });
        self.edges = ends.collect();
    }

    /// Parts of a range that are of one kind each.
    fn stretches(&self, family: Family, first: u128, last: u128) -> Vec<(u128, u128)> {
        let inside = self.edges.range((family, first)..=(family, last)).map(|(_, number)| *number);
        let starts: Vec<u128> =
            std::iter::once(first).chain(inside.filter(|number| *number > first)).collect();
        let ends = starts.iter().skip(1).map(|next| next - 1).chain(std::iter::once(last));
        starts.iter().copied().zip(ends).collect()
    }
}

/// Ports at which rules begin to mean something else.
#[derive(Default)]
struct Stretches {
    destinations: BTreeSet<u16>,
    sources: BTreeSet<u16>,
    named: bool,
}

impl Stretches {
    fn add(&mut self, destinations: &[PortSpan], sources: &[PortSpan]) {
        let starts = |spans: &[PortSpan]| -> Vec<u16> {
            spans.iter().flat_map(|span| [Some(span.first), span.last.checked_add(1)]).flatten().collect()
        };
        self.destinations.extend(starts(destinations));
        self.sources.extend(starts(sources));
    }

    /// A flow for each stretch; ports of nodes that services take are not asked for. `None` if there are too many.
    fn flows(&mut self, taken: &BTreeSet<u16>) -> Option<Vec<(Protocol, Option<u16>, u16)>> {
        self.destinations.insert(1);
        self.destinations.remove(&0);
        let starts: Vec<_> = self.destinations.iter().copied().collect();
        let ends = starts.iter().skip(1).map(|next| next - 1).chain(std::iter::once(u16::MAX));
        let free = |(first, last): (&u16, u16)| (*first..=last).find(|port| !taken.contains(port));
        let destinations: Vec<_> = starts.iter().zip(ends).filter_map(free).collect();
        let sources: Vec<Option<u16>> = match EPHEMERAL_PORTS {
            Ports::Range(first, last) if !self.sources.is_empty() => {
                let inside = self.sources.range(first..=last).copied();
                std::iter::once(first).chain(inside).collect::<BTreeSet<_>>().into_iter().map(Some).collect()
            }
            Ports::Range(..) | Ports::One(_) | Ports::Absent => vec![None],
        };
        if destinations.len() * sources.len() > PORTS_MAX {
            return None;
        }
        let mut flows = Vec::new();
        for protocol in [Protocol::Tcp, Protocol::Udp] {
            for destination in &destinations {
                flows.extend(sources.iter().map(|source| (protocol, *source, *destination)));
            }
        }
        Some(flows)
    }
}

/// Whether policies have an effect.
fn enforces(state: &State, cluster: &Cluster) -> bool {
    cluster.network_policy_engine != NetworkPolicyEngine::None
        && state.network_policies_of(&cluster.name).next().is_some()
}

/// A pod that may come: without labels, in a namespace that is no one else's.
pub(super) fn stranger(state: &State, cluster: &Cluster) -> Allocation {
    let is_free = |text: &String| {
        Segment::parse(text).is_ok_and(|namespace| {
            let name = NamespaceName { cluster: cluster.name.cluster.clone(), namespace };
            !state.namespaces.contains_key(&name) && state.network_policies_in(&name).next().is_none()
        })
    };
    let mut names = (0..=u16::MAX).map(|number| format!("hypothetical-{number}"));
    let name = AllocationName {
        cluster: cluster.name.cluster.clone(),
        allocation: Segment::generated("hypothetical-0"),
    };
    let namespace = names.find(is_free).unwrap_or_default();
    let owner = OwnerTexts { namespace: &namespace, ..OwnerTexts::default() };
    Allocation {
        node: Segment::lowest(),
        addresses: AllocatedAddresses::default(),
        owner: KeptOwner::new(&name.allocation, owner),
        name,
        created_revision: Revision(0),
        revision: Revision(0),
        create_time: state.time,
        pod_traits: Some(Arc::new(PodTraits::default())),
    }
}
