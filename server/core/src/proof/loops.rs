//! Can a packet come twice to one place?
//!
//! Only a machine that passes on packets that are not for it can bring one back, and only a route with an appliance as
//! next hop brings such a packet there. Routes to the cluster's own nodes inside of its pod CIDR do not: a kubenet node
//! takes of that range what is for its own block and nothing else. So the few other routes to appliances are followed,
//! from machine to machine, for every atom of destinations of the tables that they connect.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use super::contracts::Proof;
use super::finding::{Doubt, Finding, Invariant, Outcome, Witness};
use super::host::{HostKey, Kind};
use super::rows::{Choice, RowKey, key_of, last_of};
use crate::address::{Family, number_of};
use crate::model::{NetworkMode, NextHop};
use crate::state::{AddressHolder, Space, State};

/// A table of nodes, and a destination that comes back from there.
type Round = (usize, (Family, u128));

/// Loops of one report that are held to a trace.
const TRACES_MAX: usize = 16;

/// What stands at a next hop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Carrier {
    /// A machine of the cluster's network that passes packets on, with the index of its table.
    Machine(HostKey, usize, bool),
    /// Something whose doing is not in the model.
    Unknown,
    /// It takes no packets of others.
    End,
}

impl Proof {
    pub(super) fn loops(&self, state: &State, nodes: u64) -> (Finding, Option<Witness>) {
        let mut finding = Finding::new(Invariant::NoRoutingLoop, Outcome::Holds);
        let mut witness = None;
        let carriers =
            if nodes == 0 || !self.has_odd_routes() { BTreeMap::new() } else { self.carriers(state) };
        if nodes == 0 {
            finding.outcome = Outcome::NotApplicable;
        } else if !carriers.is_empty() {
            let found = self.cycles(&carriers);
            if !found.is_empty() {
                let shown = self.shown(state, &found);
                let broken = match (shown, self.setting.filters) {
                    (None, _) => 0,
                    (Some(_), true) => 1,
                    (Some(_), false) => found.len(),
                };
                (finding.broken.prefixes, finding.unknown.prefixes) =
                    (broken as u64, (found.len() - broken) as u64);
                if shown.is_none() {
                    finding.outcome = Outcome::Undetermined;
                    finding.doubts.insert(Doubt::Filters);
                } else {
                    finding.outcome = Outcome::Violated;
                }
                let first = shown.or_else(|| found.first());
                witness = first.map(|(table, to)| Witness::Far { table: *table, to: *to });
            } else if carriers.values().any(|carrier| *carrier != Carrier::End && !is_node(*carrier)) {
                finding.outcome = Outcome::Undetermined;
                finding.doubts.insert(Doubt::Appliance);
                let open = carriers.iter().find(|(_, c)| **c != Carrier::End && !is_node(**c));
                witness =
                    open.map(|(((table, row), _), _)| Witness::Far { table: *table, to: (row.0, row.1) });
            }
        }
        (finding, witness)
    }

    /// A loop that packets run into. Routes make it, and a security group may refuse what would come there: a trace tells.
    fn shown<'f>(&self, state: &State, found: &'f [Round]) -> Option<&'f Round> {
        if !self.setting.filters {
            return found.first();
        }
        let settled = self.classes.settled();
        found.iter().take(TRACES_MAX).find(|(table, to)| {
            let example = self.example(state, &settled, &Witness::Far { table: *table, to: *to });
            example.is_some_and(|example| example.shows(Invariant::NoRoutingLoop))
        })
    }

    /// What stands at the next hops of routes that are not simply a node's own, reachable from the cluster's nodes.
    fn carriers(&self, state: &State) -> BTreeMap<((usize, RowKey), IpAddr), Carrier> {
        let mut carriers = BTreeMap::new();
        let start =
            self.tables.iter().enumerate().filter(|(_, table)| table.nodes > 0).map(|(index, _)| index);
        let mut waiting: Vec<_> = start.collect();
        let mut seen: BTreeSet<_> = waiting.iter().copied().collect();
        while let Some(index) = waiting.pop() {
            let Some(table) = self.tables.get(index) else { continue };
            for row in table.extra.iter().chain(&table.outer) {
                let Some((_, NextHop::VirtualAppliance(hop))) =
                    table.rows.users_at(*row).and_then(|rows| rows.first())
                else {
                    continue;
                };
                let carrier = self.carrier(state, *row, *hop);
                if let Carrier::Machine(_, next, _) = carrier
                    && seen.insert(next)
                {
                    waiting.push(next);
                }
                if carrier != Carrier::End {
                    carriers.insert(((index, *row), *hop), carrier);
                }
            }
        }
        carriers
    }

    fn carrier(&self, state: &State, row: RowKey, hop: IpAddr) -> Carrier {
        let key = self.host_at((Family::of(hop), number_of(hop)));
        let Some((key, host)) = key.and_then(|key| Some((key, self.hosts.get(&key)?))) else {
            return if self.is_nobody(state, hop) { Carrier::End } else { Carrier::Unknown };
        };
        match (host.class.kind, self.setting.mode) {
            (Kind::Node { ready: false, .. } | Kind::Node { carries: false, .. }, _) => Carrier::End,
            (Kind::Node { .. }, NetworkMode::AzureCni) => {
                let node = self.node_of(state, key);
                match node.and_then(|node| node.interface.ip_forwarding) {
                    Some(true) => Carrier::Unknown,
                    Some(false) | None => Carrier::End,
                }
            }
            (Kind::Node { .. }, NetworkMode::Kubenet) if self.setting.in_pods(row) => Carrier::End,
            (Kind::Node { .. }, NetworkMode::Kubenet) => Carrier::Machine(key, host.class.table, true),
            (Kind::Machine, _) => match state.find(&Space::Network(self.setting.network.clone()), hop) {
                Some(found) => match found.holder {
                    AddressHolder::Reservation(vm) if vm.ip_forwarding => {
                        Carrier::Machine(key, host.class.table, false)
                    }
                    AddressHolder::Reservation(_)
                    | AddressHolder::Allocation(_)
                    | AddressHolder::Node(_)
                    | AddressHolder::Platform
                    | AddressHolder::Cooling(_)
                    | AddressHolder::Free => Carrier::End,
                },
                None => Carrier::Unknown,
            },
        }
    }

    /// For each table of nodes, atoms of destinations that come back to a machine that they passed, one number each.
    fn cycles(&self, carriers: &BTreeMap<((usize, RowKey), IpAddr), Carrier>) -> Vec<Round> {
        let tables: BTreeSet<_> = carriers.keys().map(|((table, _), _)| *table).collect();
        let back =
            |carrier: &Carrier| matches!(carrier, Carrier::Machine(_, next, _) if tables.contains(next));
        if !carriers.values().any(back) {
            return Vec::new();
        }
        let mut points = BTreeSet::new();
        // A node takes packets to pods otherwise than others, so the pod CIDR has ends too.
        let pods: Vec<RowKey> = self.setting.pod_prefixes.iter().map(key_of).collect();
        for table in tables.iter().filter_map(|index| self.tables.get(*index)) {
            let rows = table.rows.users().map(|(row, _)| row).chain(table.rows.platform());
            for row in rows.chain(pods.iter().copied()) {
                // 0 stands for an address that is not known.
                points.insert((row.0, row.1.max(1)));
                if let Some(after) = last_of(row).checked_add(1) {
                    points.insert((row.0, after));
                }
            }
        }
        let starts =
            self.tables.iter().enumerate().filter(|(_, table)| table.nodes > 0).map(|(index, _)| index);
        starts
            .flat_map(|start| points.iter().map(move |point| (start, *point)))
            .filter(|(start, point)| {
                self.comes_back(carriers, *start, *point) && self.is_sent(*start, *point)
            })
            .collect()
    }

    /// Whether a node with a table, that takes packets and is not the destination itself, is there to send one.
    fn is_sent(&self, table: usize, to: (Family, u128)) -> bool {
        let itself = self.host_at(to);
        let mut senders = self.hosts.iter().filter(|(key, _)| Some(*key) != itself);
        senders.any(|(_, host)| host.is_ready_node() && host.class.table == table)
    }

    fn comes_back(
        &self,
        carriers: &BTreeMap<((usize, RowKey), IpAddr), Carrier>,
        start: usize,
        (family, number): (Family, u128),
    ) -> bool {
        // Services are translated before a route is chosen.
        if self.virtuals.contains_key(&(family, number)) {
            return false;
        }
        let mut table = start;
        let mut passed = BTreeSet::new();
        loop {
            let Some(rows) = self.tables.get(table).map(|table| &table.rows) else { return false };
            let (Choice::User(NextHop::VirtualAppliance(hop)), Some(row)) = rows.choose(family, number, None)
            else {
                return false;
            };
            match carriers.get(&((table, row), hop)) {
                Some(Carrier::Machine(_, _, true))
                    if self.setting.in_pods((family, number, family.bits())) =>
                {
                    return false;
                }
                // It takes what is for itself.
                Some(Carrier::Machine(key, _, _)) if self.host_at((family, number)) == Some(*key) => {
                    return false;
                }
                Some(Carrier::Machine(key, next, _)) if passed.insert(*key) => table = *next,
                Some(Carrier::Machine(..)) => return true,
                Some(Carrier::Unknown | Carrier::End) | None => return false,
            }
        }
    }
}

fn is_node(carrier: Carrier) -> bool {
    matches!(carrier, Carrier::Machine(_, _, true))
}
