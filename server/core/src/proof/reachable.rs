//! Has every service an endpoint that answers, seen from every node?

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::contracts::{Proof, Sum};
use super::finding::{Doubt, Extent, Finding, Invariant, Outcome, Witness};
use super::host::{Class, Host, HostKey, Way, way_to_pods};
use super::looks::Settled;
use super::pairs::{At, Between};
use super::rows::last_of;
use super::services::{Choice, Spot, Standing, choices, is_local};
use super::setting::Table;
use crate::model::{NetworkMode, Service};
use crate::state::State;

/// Where the endpoints of a choice are: nodes by class, apart for pods and for nodes themselves.
type Spots<'a> = BTreeMap<(Between, &'a Class), Vec<HostKey>>;

impl Proof {
    pub(super) fn reachable_services(
        &self,
        state: &State,
        settled: &OnceLock<Settled>,
        all_reach: bool,
        nodes: u64,
    ) -> (Finding, Option<Witness>) {
        let invariant = Invariant::ServiceHasReachableEndpoint;
        let (mut broken, mut unknown) = (Extent::default(), Extent::default());
        let (mut witness, mut suspect) = (None, None);
        if all_reach {
            (broken.services, unknown.services) = (self.services.fallen as u64, self.services.unknown as u64);
            let mut all = self.services.all.values();
            let of = |wanted: Standing| move |row: &&(std::sync::Arc<Service>, Standing)| row.1 == wanted;
            let name = |row: &(std::sync::Arc<Service>, Standing)| Witness::Service(row.0.name.clone(), None);
            if self.services.fallen > 0 {
                witness = all.find(of(Standing::Falls)).map(name);
            } else if self.services.unknown > 0 {
                suspect = all.find(of(Standing::Unknown)).map(name);
            }
        } else if !self.services.all.is_empty() {
            let settled = settled.get_or_init(|| self.classes.settled());
            let uneven = self.uneven();
            for (service, standing) in self.services.all.values() {
                let (standing, client) = match standing {
                    Standing::Falls => (Standing::Falls, None),
                    Standing::Stands | Standing::Unknown => {
                        self.judge_from_all(state, settled, &uneven, service)
                    }
                };
                let extent = match standing {
                    Standing::Stands => continue,
                    Standing::Unknown => {
                        suspect.get_or_insert_with(|| Witness::Service(service.name.clone(), client));
                        &mut unknown
                    }
                    Standing::Falls => {
                        witness.get_or_insert_with(|| Witness::Service(service.name.clone(), client));
                        &mut broken
                    }
                };
                extent.services += 1;
            }
        }
        let outcome = match (self.services.all.len(), broken.services, unknown.services) {
            _ if nodes == 0 => Outcome::NotApplicable,
            (0, _, _) => Outcome::NotApplicable,
            (_, 0, 0) => Outcome::Holds,
            (_, 0, _) => Outcome::Undetermined,
            (_, _, _) => Outcome::Violated,
        };
        let doubts = match (unknown.services, all_reach) {
            (0, _) => &[][..],
            (_, true) => &[Doubt::Endpoint],
            (_, false) if self.setting.filters => &[Doubt::Endpoint, Doubt::NextHop, Doubt::Filters],
            (_, false) => &[Doubt::Endpoint, Doubt::NextHop],
        };
        let doubts = doubts.iter().copied().collect();
        (Finding { invariant, outcome, broken, unknown, doubts }, witness.or(suspect))
    }

    /// The worst of all ports, and a node that sees it.
    fn judge_from_all(
        &self,
        state: &State,
        settled: &Settled,
        uneven: &BTreeSet<HostKey>,
        service: &Service,
    ) -> (Standing, Option<HostKey>) {
        let mut worst = (Standing::Stands, None);
        for choice in choices(service) {
            let mut spots = Spots::new();
            let mut elsewhere = false;
            for endpoint in &choice.endpoints {
                let (between, key) = match self.spot(state, *endpoint) {
                    Spot::Pod(key) => (Between::PodPod, key),
                    Spot::Node(key) => (Between::PodNode, key),
                    Spot::Elsewhere => {
                        elsewhere = true;
                        continue;
                    }
                    Spot::Nowhere => continue,
                };
                let Some(host) = self.hosts.get(&key) else { continue };
                let keys = spots.entry((between, settled.class(&key, host))).or_default();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            // Under policy Local a node without an endpoint of its own drops on purpose.
            if is_local(service) && !spots.is_empty() {
                if self.some_node_has_strangers(state, service, &choice) {
                    worst = worst.max((Standing::Unknown, None));
                }
                continue;
            }
            for (class, sum) in &settled.classes {
                let found = self.seen_from(settled, uneven, &choice, (class, sum), (&spots, elsewhere));
                if found.0 > worst.0 {
                    worst = found;
                }
            }
        }
        worst
    }

    /// What nodes of one class see of a choice.
    fn seen_from(
        &self,
        settled: &Settled,
        uneven: &BTreeSet<HostKey>,
        choice: &Choice,
        (class, sum): (&Class, &Sum),
        (spots, elsewhere): (&Spots<'_>, bool),
    ) -> (Standing, Option<HostKey>) {
        let Some(index) = self.setting.families.iter().position(|family| *family == choice.family) else {
            return (Standing::Stands, None);
        };
        let at = At { family: choice.family, index, width: self.setting.families.len() };
        // Whether it is a class of nodes that take packets shows in that it has a fate with itself.
        if settled.fate(Between::PodPod, class, class, at).is_none() {
            return (Standing::Stands, None);
        }
        let ways = spots.keys().filter_map(|(between, to)| {
            let fate = settled.fate(*between, class, to, at)?;
            // Filters may let just the port of the service pass.
            Some(fate.routed().and(if fate.filtered == Way::Good { Way::Good } else { Way::Look }))
        });
        let best = ways.min().unwrap_or(Way::Drop);
        let best = if elsewhere { best.min(Way::Look) } else { best };
        if best == Way::Good {
            return (Standing::Stands, None);
        }
        let mut homes: Vec<_> =
            spots.iter().filter(|((_, to), _)| *to == class).flat_map(|(_, keys)| keys).collect();
        // Nor is it known of endpoints on the node itself.
        if settled.sieve_at_home(class, at.family).way != Way::Good {
            homes.clear();
        }
        homes.sort_unstable();
        homes.dedup();
        if homes.len() as u64 >= sum.hosts {
            return (Standing::Stands, None);
        }
        let mut hosts = self.hosts.iter().filter(|(key, host)| **settled.class(key, host) == *class);
        let client = hosts.find(|(key, _)| !homes.contains(&key)).map(|(key, _)| key);
        // What a class says is of the worst of a machine's pods; the endpoint, or who asks, may be another one.
        let is_uneven = |key: &HostKey| uneven.contains(key);
        let of_class =
            |key: &HostKey| self.hosts.get(key).is_some_and(|host| **settled.class(key, host) == *class);
        let of_another = spots.values().flatten().any(is_uneven) || uneven.iter().any(of_class);
        let falls = best == Way::Drop && !of_another;
        (if falls { Standing::Falls } else { Standing::Unknown }, client)
    }

    /// Machines some of whose pods a table leads to otherwise than to others: a row begins or ends among them.
    fn uneven(&self) -> BTreeSet<HostKey> {
        if self.overlaps > 0 {
            return self.hosts.iter().map(|(key, _)| key).collect();
        }
        let mut uneven = BTreeSet::new();
        for table in &self.tables {
            let users: Vec<_> = match self.setting.mode {
                NetworkMode::Kubenet => self.strays(table).collect(),
                NetworkMode::AzureCni => table.rows.users().map(|(row, _)| row).collect(),
            };
            // A row that cuts a run has an end in it.
            let rows = users.into_iter().chain(table.rows.platform());
            let ends = rows.flat_map(|row| [row.1, last_of(row)].map(|number| (row.0, number)));
            for key in ends.filter_map(|end| self.run_at(end)) {
                if !uneven.contains(&key)
                    && self.hosts.get(&key).is_some_and(|host| self.is_uneven(table, host))
                {
                    uneven.insert(key);
                }
            }
        }
        uneven
    }

    fn is_uneven(&self, table: &Table, host: &Host) -> bool {
        host.runs.iter().any(|run| {
            let Some(own) = host.address(run.family) else { return false };
            let pieces = table.rows.pieces(run.family, run.first, run.last);
            let mut ways = pieces.map(|piece| way_to_pods(&piece, own, &self.setting));
            let first = ways.next();
            ways.any(|way| Some(way) != first)
        })
    }
}
