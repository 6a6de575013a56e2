//! What is known of one node or virtual machine: where it stands, which addresses are its own and its pods', and how each
//! table leads to them.
//!
//! These are the local contracts of flow-tracing.md 6.2: each is about one machine and one table, and costs a few
//! look-ups to renew. Machines with equal contracts are of one class. This module must not know how classes are
//! compared.

use std::net::IpAddr;
use std::sync::Arc;

use super::by_family::{Form, Key};
use super::few::Few;
use super::rows::{Choice, Piece, RowKey, Seen, UserRows, key_of, last_of};
use super::setting::{Setting, Table};
use crate::address::{Family, address_of, number_of};
use crate::address_runs::AddressRuns;
use crate::flow::packet::is_private;
use crate::model::{NetworkMode, NextHop, Node, NodeState, Reservation};
use crate::name::Segment;
use crate::routes::EffectiveNextHop;

/// Key of a machine: its first address.
pub(super) type HostKey = (Family, u128);

impl Key for HostKey {
    type Four = u32;
    type Six = u128;

    fn form(self) -> Form<u32, u128> {
        let (family, number) = self;
        match family {
            #[expect(clippy::cast_possible_truncation, reason = "a number of IPv4 has 32 bits")]
            Family::V4 => Form::Four(number as u32),
            Family::V6 => Form::Six(number),
        }
    }

    fn of(form: Form<u32, u128>) -> Self {
        match form {
            Form::Four(number) => (Family::V4, u128::from(number)),
            Form::Six(number) => (Family::V6, number),
        }
    }
}

/// How a table leads to addresses of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Way {
    /// Every packet comes to the machine, and nothing on the way looks at it.
    Good,
    /// It depends on more than the row: a next hop that is not the machine. See [`super::looks`].
    Look,
    /// Some packet is dropped for certain.
    Drop,
}

impl Way {
    /// The worst of two: a packet needs both.
    pub(super) fn and(self, other: Self) -> Self {
        self.max(other)
    }

    /// This one, and behind it another: what a packet meets where it may never come to, or as another packet, is not known
    /// (law L18), and no trace would show it.
    pub(super) fn then(self, next: Self) -> Self {
        match self {
            Self::Good => next,
            Self::Look | Self::Drop => self,
        }
    }
}

/// What a machine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// A node of the cluster.
    Node {
        /// Whether it takes packets.
        ready: bool,
        /// Whether it may send and take packets that have addresses of pods (IP forwarding, in kubenet).
        carries: bool,
        /// Whether other pods' packets to its pods keep their source.
        keeps_to_pods: bool,
    },
    /// A virtual machine of the network.
    Machine,
}

/// How one table leads to a machine, in one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ways {
    /// To the addresses that its pods may get.
    pub(super) pods: Way,
    /// To its own address.
    pub(super) own: Way,
    /// Whether the table has the one route that kubenet wants for the pods, and no other of the same prefix.
    pub(super) exact: bool,
    /// Whether there is anything: a machine may lack the family.
    pub(super) present: bool,
}

/// All that decides how a machine sends and is reached.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Class {
    /// What it is.
    pub(super) kind: Kind,
    /// Index of the table that decides for what it sends.
    pub(super) table: usize,
    /// Whether pods' packets to its own IPv4 address keep their source.
    pub(super) keeps_to_own: bool,
    /// For each table, then family of the cluster.
    pub(super) ways: Box<[Ways]>,
    /// How filters see it; 0 where nothing filters, and before [`Settled`](super::looks::Settled).
    pub(super) profile: u32,
}

impl Class {
    /// Whether it is of nodes that take packets.
    pub(super) fn is_ready_node(&self) -> bool {
        matches!(self.kind, Kind::Node { ready: true, .. })
    }
}

/// A run of addresses that pods may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Family.
    pub(super) family: Family,
    /// First number.
    pub(super) first: u128,
    /// Last number.
    pub(super) last: u128,
}

/// A machine.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Host {
    /// The names of a node and its pool.
    pub(super) name: Option<(Segment, Segment)>,
    /// Pods that it may hold; 0 for a virtual machine.
    pub(super) pods: u32,
    /// Own addresses, one for each family at most.
    pub(super) addresses: Few<IpAddr>,
    /// Runs of pod addresses.
    pub(super) runs: Few<Run>,
    /// Blocks in kubenet, for which there should be a route.
    pub(super) blocks: Few<RowKey>,
    /// Its class.
    pub(super) class: Arc<Class>,
}

impl Host {
    /// A node.
    pub(super) fn node(node: &Node, table: usize, setting: &Setting) -> Self {
        let runs: Few<Run> = match setting.mode {
            NetworkMode::Kubenet => node.pod_prefixes.iter().filter_map(block_run).collect(),
            NetworkMode::AzureCni => address_runs(&node.pod_addresses).collect(),
        };
        let kind = node_kind(node, setting, setting.keep.holds_all(&runs));
        let addresses: Few<_> = node.addresses.iter().copied().collect();
        Self {
            name: Some((node.name.node.clone(), node.pool.pool.clone())),
            pods: node.max_pods,
            class: Arc::new(bare_class(&addresses, kind, table, setting)),
            addresses,
            runs,
            blocks: node.pod_prefixes.iter().map(key_of).collect(),
        }
    }

    /// Of what kind the node is now, if nothing else about it has changed: else `None`.
    pub(super) fn kind_now(&self, node: &Node, setting: &Setting) -> Option<Kind> {
        let Kind::Node { keeps_to_pods, .. } = self.class.kind else { return None };
        let (name, pool) = self.name.as_ref()?;
        let same = *name == node.name.node
            && *pool == node.pool.pool
            && self.pods == node.max_pods
            && *self.addresses == *node.addresses
            && self.blocks.iter().copied().eq(node.pod_prefixes.iter().map(key_of))
            && match setting.mode {
                NetworkMode::Kubenet => true,
                NetworkMode::AzureCni => self.runs.iter().copied().eq(address_runs(&node.pod_addresses)),
            };
        same.then(|| node_kind(node, setting, keeps_to_pods))
    }

    /// A virtual machine; its first address stands for it, as in a trace.
    pub(super) fn machine(vm: &Reservation, table: usize, setting: &Setting) -> Self {
        let addresses = Few::One(vm.prefix.first());
        let class = Arc::new(bare_class(&addresses, Kind::Machine, table, setting));
        Self { name: None, pods: 0, addresses, runs: Few::default(), blocks: Few::default(), class }
    }

    /// The key.
    pub(super) fn key(addresses: &[IpAddr]) -> Option<HostKey> {
        addresses.first().map(|address| (Family::of(*address), number_of(*address)))
    }

    /// The own address of a family.
    pub(super) fn address(&self, family: Family) -> Option<IpAddr> {
        self.addresses.iter().copied().find(|address| Family::of(*address) == family)
    }

    /// Whether it is a node that takes packets.
    pub(super) fn is_ready_node(&self) -> bool {
        self.class.is_ready_node()
    }

    /// How a table leads here.
    pub(super) fn ways_from(&self, table: &Table, family: Family, setting: &Setting) -> Ways {
        let own = self.address(family);
        let mut ways = Ways { pods: Way::Good, own: Way::Good, exact: true, present: own.is_some() };
        let Some(own) = own else { return ways };
        ways.pods = self.way_of_pods(table, own, setting, None);
        ways.own = self.way_of_own(table, own);
        ways.exact = self.is_exact(table, own, setting, None);
        ways
    }

    /// [`Host::ways_from`], if it was known before one row of the table changed.
    pub(super) fn ways_after(
        &self,
        table: &Table,
        changed: Seen<'_>,
        known: Ways,
        setting: &Setting,
    ) -> Ways {
        let row = changed.row;
        let Some(own) = self.address(row.0) else { return known };
        let mut ways = Ways {
            pods: self.way_of_pods(table, own, setting, Some(changed)),
            exact: self.is_exact(table, own, setting, Some(changed)),
            ..known
        };
        if (row.1..=last_of(row)).contains(&number_of(own)) {
            ways.own = self.way_of_own(table, own);
        }
        ways
    }

    fn way_of_pods(&self, table: &Table, own: IpAddr, setting: &Setting, seen: Option<Seen<'_>>) -> Way {
        let family = Family::of(own);
        let runs = self.runs.iter().filter(|run| run.family == family);
        let pieces = runs.flat_map(|run| table.rows.pieces_with(family, run.first, run.last, seen));
        pieces.fold(Way::Good, |worst, piece| worst.and(way_to_pods(&piece, own, setting)))
    }

    fn way_of_own(&self, table: &Table, own: IpAddr) -> Way {
        let pieces = table.rows.pieces(Family::of(own), number_of(own), number_of(own));
        pieces.fold(Way::Good, |worst, piece| worst.and(way_to_own(&piece, own)))
    }

    fn is_exact(&self, table: &Table, own: IpAddr, setting: &Setting, seen: Option<Seen<'_>>) -> bool {
        let mut blocks = self.blocks.iter().filter(|block| block.0 == Family::of(own));
        let rows = |block: RowKey| match seen {
            Some(seen) if seen.row == block => seen.rows,
            Some(_) | None => table.rows.users_at(block),
        };
        setting.mode != NetworkMode::Kubenet || blocks.all(|block| is_exact(rows(*block), own))
    }
}

fn node_kind(node: &Node, setting: &Setting, keeps_to_pods: bool) -> Kind {
    Kind::Node { ready: node.state != NodeState::NotReady, carries: setting.carries(node), keeps_to_pods }
}

/// The class of a machine before the ways to it are known.
fn bare_class(addresses: &[IpAddr], kind: Kind, table: usize, setting: &Setting) -> Class {
    let keeps_to_own = addresses
        .iter()
        .filter(|address| Family::of(**address) == Family::V4)
        .all(|address| setting.keep.holds(number_of(*address)));
    Class { kind, table, keeps_to_own, ways: Box::default(), profile: 0 }
}

/// Whether a table has exactly the route that a node's block needs, by its rows of that prefix.
fn is_exact(rows: Option<&UserRows>, own: IpAddr) -> bool {
    rows.is_some_and(|rows| matches!(&**rows, [(_, NextHop::VirtualAppliance(hop))] if *hop == own))
}

/// What a piece of a run comes to.
pub(super) fn way_to_pods(piece: &Piece<'_>, own: IpAddr, setting: &Setting) -> Way {
    let local = match setting.mode {
        NetworkMode::AzureCni => Way::Good,
        NetworkMode::Kubenet if setting.pods_in_network => Way::Look,
        // No interface of the network has an address of the pod CIDR.
        NetworkMode::Kubenet => Way::Drop,
    };
    way(piece, own, local)
}

/// What the piece with a machine's own address comes to.
pub(super) fn way_to_own(piece: &Piece<'_>, own: IpAddr) -> Way {
    way(piece, own, Way::Good)
}

fn way(piece: &Piece<'_>, own: IpAddr, local: Way) -> Way {
    let family = Family::of(own);
    let internet = || {
        let private = |number| is_private(address_of(family, number));
        if private(piece.first) && private(piece.last) { Way::Drop } else { Way::Look }
    };
    match &piece.choice {
        Choice::Nothing | Choice::User(NextHop::None) | Choice::Platform(EffectiveNextHop::None) => Way::Drop,
        Choice::User(NextHop::VnetLocal) | Choice::Platform(EffectiveNextHop::VnetLocal) => local,
        Choice::User(NextHop::VirtualAppliance(hop))
        | Choice::Platform(EffectiveNextHop::VirtualAppliance(hop))
            if *hop == own =>
        {
            Way::Good
        }
        Choice::User(NextHop::Internet) | Choice::Platform(EffectiveNextHop::Internet) => internet(),
        Choice::User(NextHop::VirtualAppliance(_) | NextHop::VirtualNetworkGateway)
        | Choice::Platform(
            EffectiveNextHop::VirtualAppliance(_)
            | EffectiveNextHop::VirtualNetworkGateway
            | EffectiveNextHop::VnetPeering(_)
            | EffectiveNextHop::ServiceEndpoint,
        ) => Way::Look,
    }
}

/// The addresses of a block that a pod may get (see [`crate::ipam`]): not the network, not the bridge, and for IPv4 not
/// the broadcast address.
fn block_run(block: &crate::prefix::Prefix) -> Option<Run> {
    let family = block.family();
    let last = match family {
        Family::V4 => block.last_number().saturating_sub(1),
        Family::V6 => block.last_number(),
    };
    let first = block.first_number().saturating_add(2);
    (first <= last).then_some(Run { family, first, last })
}

/// The runs of a node's secondary addresses.
fn address_runs(addresses: &AddressRuns) -> impl Iterator<Item = Run> + '_ {
    addresses.runs().iter().map(|run| {
        let (first, last) = run.numbers();
        Run { family: run.family(), first, last }
    })
}
