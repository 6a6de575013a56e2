//! Which flows between machines of the cluster do security groups and network policies refuse?
//!
//! Routes decide by addresses alone; filters also by ports, protocols and labels. So machines are put together that
//! filters treat alike: their interfaces have the same groups, and their addresses and pods fit the same conditions of
//! rules. For each two such kinds every flow is judged that some rule may tell from others: TCP and UDP, one port for
//! each stretch between the ends of ranges, one address for each stretch that selectors tell apart. The judgements are
//! those of traces ([`crate::flow`]); this module must not know what a rule means.
//!
//! A flow is a new one, from a port that the sender's system chooses, to any port. Answers pass wherever the flow passed,
//! so filters decide nothing about return paths. Beside the pods that run, every free address that a pod may get is taken
//! to have one without labels, in a namespace of its own.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::contracts::Proof;
use super::filter_kinds::{Kinds, Profile, Seat};
use super::host::{Class, HostKey, Way};
use super::pairs::Between;
use crate::address::Family;
use crate::flow::{
    EPHEMERAL_PORTS, MASQUERADE_PORTS, Packet, Passing, Ports, TTL_START, at_interface, at_pod,
};
use crate::model::{Cluster, NetworkPolicyEngine, Protocol, TrafficDirection};
use crate::state::State;

/// Judgements of one report: some tenths of a second. Beyond that nothing is stated.
const JUDGEMENTS_MAX: usize = 1_000_000;

/// A flow that shows what filters do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Probe {
    /// Protocol.
    pub(super) protocol: Protocol,
    /// Port that it comes from, if that matters.
    pub(super) source_port: Option<u16>,
    /// Port that it goes to.
    pub(super) destination_port: u16,
    /// The pod that sends; `None` for the node.
    pub(super) source: Option<Seat>,
    /// The pod that it goes to; `None` for the node.
    pub(super) destination: Option<Seat>,
}

/// What filters do between machines of two kinds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sieve {
    /// Whether they let every flow pass, or refuse some, or it is not known.
    pub(super) way: Way,
    /// A flow that they refuse, or about which it is not known.
    pub(super) probe: Option<Probe>,
}

impl Sieve {
    pub(super) fn open() -> Self {
        Self { way: Way::Good, probe: None }
    }

    fn unknown() -> Self {
        Self { way: Way::Look, probe: None }
    }
}

/// What is asked: the profiles of both ends, what they are, and whether the source is rewritten.
type Question = (u32, u32, Between, Family, bool);

/// What filters do in a cluster.
#[derive(Clone, Debug, Default)]
pub(super) struct Filters {
    /// Profile of each node.
    pub(super) profiles: BTreeMap<HostKey, u32>,
    kinds: Kinds,
    across: BTreeMap<Question, Sieve>,
    home: BTreeMap<(u32, Family), Sieve>,
    /// Too much to judge: everything is open.
    overflow: bool,
}

impl Filters {
    /// Reads the kinds of machines; the judgements follow with [`Self::judge`].
    pub(super) fn read(proof: &Proof, state: &State) -> Self {
        let Some(cluster) = state.clusters.get(&proof.setting.cluster) else { return Self::default() };
        match Kinds::read(proof, state, cluster) {
            Some((kinds, profiles)) => Self { kinds, profiles, ..Self::default() },
            None => Self { overflow: true, ..Self::default() },
        }
    }

    /// Judges all flows between these classes.
    pub(super) fn judge<'c>(
        &mut self,
        proof: &Proof,
        state: &State,
        classes: impl Iterator<Item = &'c Class> + Clone,
    ) {
        let Some(cluster) = state.clusters.get(&proof.setting.cluster) else { return };
        if self.overflow {
            return;
        }
        let mut work = Work { filters: self, state, cluster, left: JUDGEMENTS_MAX };
        let (mut across, mut home) = (BTreeMap::new(), BTreeMap::new());
        for from in classes.clone().filter(|class| class.is_ready_node()) {
            for family in &proof.setting.families {
                home.entry((from.profile, *family)).or_insert_with(|| work.home(from.profile, *family));
                for to in classes.clone().filter(|class| class.is_ready_node()) {
                    for between in [Between::PodPod, Between::NodePod, Between::PodNode] {
                        let question = question(between, from, to, *family);
                        across.entry(question).or_insert_with(|| work.across(question));
                    }
                }
            }
        }
        self.overflow = work.left == 0;
        (self.across, self.home) = (across, home);
    }

    /// What filters do to flows between machines of two classes.
    pub(super) fn between(&self, between: Between, from: &Class, to: &Class, family: Family) -> Sieve {
        match between {
            // The groups of machines are not judged: only what arrives at them, or from them, is in question.
            Between::PodMachine | Between::MachinePod => return Sieve::unknown(),
            Between::PodPod | Between::NodePod | Between::PodNode => {}
        }
        if self.overflow {
            return Sieve::unknown();
        }
        self.across.get(&question(between, from, to, family)).cloned().unwrap_or_else(Sieve::open)
    }

    /// What policies do to flows between pods of one node of a class.
    pub(super) fn at_home(&self, of: &Class, family: Family) -> Sieve {
        if self.overflow {
            return Sieve::unknown();
        }
        self.home.get(&(of.profile, family)).cloned().unwrap_or_else(Sieve::open)
    }

    /// The kinds of addresses and pods.
    pub(super) fn kinds(&self) -> &Kinds {
        &self.kinds
    }
}

fn question(between: Between, from: &Class, to: &Class, family: Family) -> Question {
    let kept = family == Family::V6
        || match between {
            Between::PodNode => to.keeps_to_own,
            Between::PodPod | Between::NodePod | Between::PodMachine | Between::MachinePod => {
                super::pairs::keeps_at_home(to)
            }
        };
    (from.profile, to.profile, between, family, !kept)
}

/// One end of a flow that is judged.
#[derive(Clone, Copy)]
enum End<'a> {
    Node,
    Pod(&'a Seat),
}

struct Work<'a> {
    filters: &'a Filters,
    state: &'a State,
    cluster: &'a Cluster,
    left: usize,
}

impl Work<'_> {
    fn across(&mut self, (from, to, between, family, rewritten): Question) -> Sieve {
        let kinds = &self.filters.kinds;
        let (Some(from), Some(to)) = (kinds.profile(from), kinds.profile(to)) else {
            return Sieve::unknown();
        };
        let senders = ends(from, matches!(between, Between::NodePod), family);
        let receivers = ends(to, matches!(between, Between::PodNode), family);
        let seen = |work: &mut Self, sender: End<'_>, receiver: End<'_>, packet: Packet| {
            let mut wire = packet;
            if rewritten && matches!(sender, End::Pod(_)) {
                wire.source = from.own(family)?;
                wire.source_ports = MASQUERADE_PORTS;
            }
            let policies = work.leaves(sender, receiver, &packet);
            let out = || at_interface(work.state, &from.node, TrafficDirection::Outbound, &wire);
            let inward = || at_interface(work.state, &to.node, TrafficDirection::Inbound, &wire);
            let other = if rewritten { End::Node } else { sender };
            let each = [policies, out(), inward(), work.enters(other, receiver, &wire)];
            // The first that does not let it pass ends it, as in a trace.
            each.into_iter().find(|passing| *passing != Passing::Passes)
        };
        self.worst(&senders, &receivers, (from, to, family), seen)
    }

    fn home(&mut self, profile: u32, family: Family) -> Sieve {
        let Some(of) = self.filters.kinds.profile(profile) else { return Sieve::unknown() };
        let all = ends(of, false, family);
        let seen = |work: &mut Self, sender: End<'_>, receiver: End<'_>, packet: Packet| {
            // A pod does not need others to reach itself.
            if seat(sender) == seat(receiver) && seat(sender).is_some_and(|seat| !of.several.contains(&seat))
            {
                return None;
            }
            let each = [work.leaves(sender, receiver, &packet), work.enters(sender, receiver, &packet)];
            each.into_iter().find(|passing| *passing != Passing::Passes)
        };
        self.worst(&all, &all, (of, of, family), seen)
    }

    /// Judges every kind of flow until one is refused.
    fn worst(
        &mut self,
        senders: &[End<'_>],
        receivers: &[End<'_>],
        (from, to, family): (&Profile, &Profile, Family),
        mut seen: impl FnMut(&mut Self, End<'_>, End<'_>, Packet) -> Option<Passing>,
    ) -> Sieve {
        let mut sieve = Sieve::open();
        let kinds = &self.filters.kinds;
        for sender in senders {
            for receiver in receivers {
                let (Some(source), Some(destination)) =
                    (address(kinds, *sender, from, family), address(kinds, *receiver, to, family))
                else {
                    continue;
                };
                for (protocol, source_port, destination_port) in kinds.ports() {
                    if self.left == 0 {
                        return Sieve::unknown();
                    }
                    self.left -= 1;
                    let packet = Packet {
                        source,
                        source_ports: source_port.map_or(EPHEMERAL_PORTS, Ports::One),
                        destination,
                        destination_ports: Ports::One(destination_port),
                        protocol,
                        ttl: TTL_START,
                    };
                    let way = match seen(self, *sender, *receiver, packet) {
                        None | Some(Passing::Passes) => continue,
                        Some(Passing::Unknown) if sieve.way == Way::Look => continue,
                        Some(Passing::Unknown) => Way::Look,
                        Some(Passing::Refused) => Way::Drop,
                    };
                    let (source, destination) = (seat(*sender), seat(*receiver));
                    let probe = Probe { protocol, source_port, destination_port, source, destination };
                    sieve = Sieve { way, probe: Some(probe) };
                    if way == Way::Drop {
                        return sieve;
                    }
                }
            }
        }
        sieve
    }

    /// What the policies of a pod say of what it sends.
    fn leaves(&self, sender: End<'_>, receiver: End<'_>, packet: &Packet) -> Passing {
        self.policies(sender, receiver, TrafficDirection::Outbound, packet)
    }

    /// What the policies of a pod say of what comes to it.
    fn enters(&self, sender: End<'_>, receiver: End<'_>, packet: &Packet) -> Passing {
        self.policies(receiver, sender, TrafficDirection::Inbound, packet)
    }

    fn policies(&self, at: End<'_>, other: End<'_>, way: TrafficDirection, packet: &Packet) -> Passing {
        if self.cluster.network_policy_engine == NetworkPolicyEngine::None {
            return Passing::Passes;
        }
        let kinds = &self.filters.kinds;
        let pod = |end| match end {
            End::Pod(seat) => kinds.pod(seat),
            End::Node => None,
        };
        match pod(at) {
            Some(pod_at) => at_pod(self.state, self.cluster, (pod_at, pod(other)), way, packet),
            None => Passing::Passes,
        }
    }
}

fn ends(of: &Profile, is_node: bool, family: Family) -> Vec<End<'_>> {
    if is_node {
        return vec![End::Node];
    }
    // Pods that run come first, as their flows are the better examples.
    of.pods.iter().rev().filter(|seat| seat.family == family).map(End::Pod).collect()
}

fn address(kinds: &Kinds, end: End<'_>, of: &Profile, family: Family) -> Option<IpAddr> {
    match end {
        End::Node => of.own(family),
        End::Pod(seat) => kinds.example(seat),
    }
}

fn seat(end: End<'_>) -> Option<Seat> {
    match end {
        End::Node => None,
        End::Pod(seat) => Some(*seat),
    }
}
