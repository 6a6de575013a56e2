//! What becomes of packets whose next hop is not the machine that they are for: the state says, or else a trace.
//!
//! Only machines that have such a way are looked at, so a healthy cluster costs nothing here. This is the one place where
//! facts of the proof read the holder of an address.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use super::classes::Classes;
use super::contracts::{Proof, Sum};
use super::filter_kinds::Kinds;
use super::filters::{Filters, Sieve};
use super::host::{Class, Host, HostKey, Kind, Way, Ways, way_to_own, way_to_pods};
use super::pairs::{At, Between, Fate, fate};
use super::rows::{Choice, Piece};
use crate::address::{Family, address_of, number_of};
use crate::flow::vocabulary::{DropCause, StepKind, Verdict};
use crate::flow::{EndpointRef, Flow, Place, Scope, trace};
use crate::model::{NetworkMode, NextHop, Protocol};
use crate::name::NodeName;
use crate::state::{AddressHolder, Found, Space, State};

/// Traces of one report: enough for every kind of next hop that people write, and a few hundred microseconds.
const TRACES_MAX: usize = 16;

/// Classes after everything that can be looked up was looked up.
#[derive(Clone, Debug)]
pub(super) struct Settled {
    /// Classes that have machines with their sums, in order.
    pub(super) classes: Vec<(Arc<Class>, Sum)>,
    /// Machines whose class is not the one of their rows alone.
    pub(super) resolved: BTreeMap<HostKey, Arc<Class>>,
    /// What filters do; `None` where there are none.
    filters: Option<Arc<Filters>>,
}

impl Proof {
    /// The classes after looking up the ways that rows leave open, and the machines that get another one by that.
    pub(super) fn look_up(&self, state: &State) -> (Classes, BTreeMap<HostKey, Arc<Class>>) {
        let mut classes = self.classes.clone();
        let mut resolved = BTreeMap::new();
        let mut traces = TRACES_MAX;
        for (key, host) in self.looks.iter().filter_map(|key| Some((*key, self.hosts.get(key)?))) {
            let ways = self.resolve(state, key, host, &mut traces);
            let mut host = host.clone();
            classes.take(&host);
            let kind = host.class.kind;
            classes.put(&mut host, kind, &ways);
            resolved.insert(key, host.class);
        }
        (classes, resolved)
    }

    /// The classes, told apart by what filters do to them.
    pub(super) fn filtered(&self, state: &State, ways: &Settled) -> Settled {
        let mut filters = Filters::read(self, state);
        let mut classes: BTreeMap<Arc<Class>, Sum> = BTreeMap::new();
        let mut resolved = BTreeMap::new();
        for (key, host) in self.hosts.iter() {
            let profile = filters.profiles.get(&key).copied().unwrap_or_default();
            let class = Arc::new(Class { profile, ..(**ways.class(&key, host)).clone() });
            classes.entry(Arc::clone(&class)).or_default().add(host);
            resolved.insert(key, class);
        }
        filters.judge(self, state, classes.keys().map(|class| &**class));
        Settled { classes: classes.into_iter().collect(), resolved, filters: Some(Arc::new(filters)) }
    }

    fn resolve(&self, state: &State, key: HostKey, host: &Host, traces: &mut usize) -> Box<[Ways]> {
        let mut all = host.class.ways.clone();
        let width = self.setting.families.len();
        for (index, ways) in all.iter_mut().enumerate() {
            let (Some(table), Some(family)) =
                (self.tables.get(index / width), self.setting.families.get(index % width).copied())
            else {
                continue;
            };
            let Some(own) = host.address(family) else { continue };
            let looks = Looks { proof: self, state, key, table: index / width, family };
            if ways.pods == Way::Look {
                let runs = host.runs.iter().filter(|run| run.family == family);
                let pieces = runs.flat_map(|run| table.rows.pieces(family, run.first, run.last));
                let pieces = pieces.map(|piece| (way_to_pods(&piece, own, &self.setting), piece));
                ways.pods = looks.worst(pieces, true, traces);
            }
            if ways.own == Way::Look {
                let number = number_of(own);
                let pieces = table.rows.pieces(family, number, number);
                let pieces = pieces.map(|piece| (way_to_own(&piece, own), piece));
                ways.own = looks.worst(pieces, false, traces);
            }
        }
        all
    }

    /// Whether nothing that takes packets has the address, in the network and its peers.
    pub(super) fn is_nobody(&self, state: &State, address: IpAddr) -> bool {
        let network = &self.setting.network;
        let peers = state.networks.get(network).into_iter().flat_map(|own| &own.peerings);
        let nearby = peers.filter_map(|peering| peering.remote_network.as_ref());
        let mut all = std::iter::once(network).chain(nearby);
        match all.find_map(|name| state.find(&Space::Network(name.clone()), address)) {
            None => true,
            Some(Found { node: Some(_), .. }) => false,
            Some(Found { holder, .. }) => match holder {
                AddressHolder::Free
                | AddressHolder::Cooling(_)
                | AddressHolder::Platform
                | AddressHolder::Allocation(_) => true,
                AddressHolder::Node(_) | AddressHolder::Reservation(_) => false,
            },
        }
    }
}

/// A machine, seen from a table.
struct Looks<'a> {
    proof: &'a Proof,
    state: &'a State,
    key: HostKey,
    table: usize,
    family: Family,
}

impl Looks<'_> {
    fn worst<'p>(
        &self,
        pieces: impl Iterator<Item = (Way, Piece<'p>)>,
        to_pods: bool,
        traces: &mut usize,
    ) -> Way {
        let mut worst = Way::Good;
        for (way, piece) in pieces {
            let way = if way == Way::Look { self.look(&piece, to_pods, traces) } else { way };
            worst = worst.and(way);
            if worst == Way::Drop {
                break;
            }
        }
        worst
    }

    fn look(&self, piece: &Piece<'_>, to_pods: bool, traces: &mut usize) -> Way {
        if let Choice::User(NextHop::VirtualAppliance(hop)) = piece.choice {
            let node = self.proof.host_at((self.family, number_of(hop)));
            let node = node.filter(|node| self.proof.hosts.get(node).is_some_and(|host| host.pods > 0));
            // Another node of a kubenet cluster takes no packet of the pod CIDR that is not for its own block.
            if node.is_some() && to_pods && self.proof.setting.mode == NetworkMode::Kubenet {
                return Way::Drop;
            }
            if node.is_none() && self.proof.is_nobody(self.state, hop) {
                return Way::Drop;
            }
        }
        if *traces == 0 {
            return Way::Look;
        }
        *traces -= 1;
        self.trace(address_of(self.family, piece.first))
    }

    /// A packet of a machine with the table; that it does not arrive for certain is all that is learned.
    fn trace(&self, to: IpAddr) -> Way {
        let other = |(key, host): &(HostKey, &Host)| *key != self.key && host.class.table == self.table;
        let senders = self.proof.hosts.iter().filter(other);
        let sender = senders.filter(|(_, host)| host.is_ready_node() || host.class.kind == Kind::Machine);
        let Some((_, sender)) = sender.into_iter().next() else { return Way::Look };
        let Some(source) = sender.address(self.family) else { return Way::Look };
        let flow = Flow {
            scope: Scope::Cluster(self.proof.setting.cluster.clone()),
            source: EndpointRef::Address(source),
            destination: EndpointRef::Address(to),
            protocol: Protocol::Tcp,
            source_port: None,
            destination_port: None,
            family: Some(self.family),
            one_way: true,
            concurrent_flows: 0,
        };
        let Ok(result) = trace(self.state, &flow) else { return Way::Look };
        let Some(cause) = result.cause.filter(|_| result.verdicts.forward == Verdict::Unreachable) else {
            return Way::Look;
        };
        // What an appliance does to a packet of one flow, it need not do to the answer of another.
        let mut steps = result.forward.iter().flat_map(|branch| &branch.steps);
        if steps.any(|step| step.kind == StepKind::ArriveAtAppliance) {
            return Way::Look;
        }
        // The packet came to the node; that no pod has this very address now is not the question.
        let arrived = cause.cause == crate::flow::verdict::Cause::Drop(DropCause::NeighborUnreachable)
            && matches!(&*cause.place, Place::Node(name) if self.is_it(name));
        if arrived { Way::Look } else { Way::Drop }
    }

    fn is_it(&self, name: &NodeName) -> bool {
        let node = self.state.nodes.get(name);
        node.is_some_and(|node| Host::key(&node.addresses) == Some(self.key))
    }
}

impl Settled {
    /// Where nothing filters.
    pub(super) fn new(classes: &Classes, resolved: BTreeMap<HostKey, Arc<Class>>) -> Self {
        Self { classes: classes.sorted(), resolved, filters: None }
    }

    /// The class of a machine.
    pub(super) fn class<'a>(&'a self, key: &HostKey, host: &'a Host) -> &'a Arc<Class> {
        self.resolved.get(key).unwrap_or(&host.class)
    }

    /// What becomes of a flow between machines of two classes; `None` if they lack the family, or are not such ends.
    pub(super) fn fate(&self, between: Between, from: &Class, to: &Class, at: At) -> Option<Fate> {
        let filtered = self.sieve(between, from, to, at.family).way;
        Some(Fate { filtered, ..fate(between, from, to, at)? })
    }

    /// What filters do to flows between machines of two classes.
    pub(super) fn sieve(&self, between: Between, from: &Class, to: &Class, family: Family) -> Sieve {
        let filters = self.filters.as_ref();
        filters.map_or_else(Sieve::open, |filters| filters.between(between, from, to, family))
    }

    /// What filters do to flows between pods of one node of a class.
    pub(super) fn sieve_at_home(&self, of: &Class, family: Family) -> Sieve {
        self.filters.as_ref().map_or_else(Sieve::open, |filters| filters.at_home(of, family))
    }

    /// The kinds of addresses and pods that filters tell apart.
    pub(super) fn kinds(&self) -> Option<&Kinds> {
        self.filters.as_ref().map(|filters| filters.kinds())
    }
}
