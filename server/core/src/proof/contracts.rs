//! The contracts of a whole cluster, from cold: every machine against every table, and the sums that answers need.
//!
//! Nothing here looks at pairs of machines. A [`Proof`] is a function of the state; [`super::follow`] keeps it so at the
//! cost of what changed.

use std::collections::{BTreeMap, BTreeSet};

use super::by_family::{ByFamily, Slot};
use super::classes::Classes;
use super::host::{Host, HostKey, Kind, Way, Ways};
use super::rows::RowKey;
use super::services::Services;
use super::setting::{Setting, Table, platform_numbers};
use crate::address::{Family, number_of};
use crate::meta::Revision;
use crate::model::{Node, Purpose, Reservation, Service};
use crate::name::{ClusterName, RouteTableName};
use crate::state::State;

/// Machines of one class together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    /// Machines.
    pub(super) hosts: u64,
    /// Pods that they may hold.
    pub(super) pods: u64,
    /// Sum of the squares of those.
    pub(super) squares: u64,
}

impl Sum {
    pub(super) fn add(&mut self, host: &Host) {
        let pods = u64::from(host.pods);
        self.hosts += 1;
        self.pods += pods;
        self.squares += pods * pods;
    }

    pub(super) fn take(&mut self, host: &Host) {
        let pods = u64::from(host.pods);
        self.hosts -= 1;
        self.pods -= pods;
        self.squares -= pods * pods;
    }
}

/// The node that has a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    /// The node.
    pub(super) key: HostKey,
    /// Where it stands among the machines, so that it need not be looked up.
    pub(super) slot: Slot,
}

/// The same node; where it stands does not matter.
impl PartialEq for Owner {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// What is known of a cluster, machine by machine: enough to say which invariants hold, for how many pairs not, and where
/// to look for a counterexample.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The revision that it is of.
    pub(super) revision: Revision,
    pub(super) setting: Setting,
    /// Tables by name, none first.
    pub(super) tables: Vec<Table>,
    pub(super) hosts: ByFamily<HostKey, Host>,
    /// Own addresses beyond the first one.
    pub(super) further: ByFamily<HostKey, HostKey>,
    /// Runs of pod addresses by their start, with the node and the last number.
    pub(super) runs: BTreeMap<(Family, u128, HostKey), u128>,
    /// Neighbours among the runs that share an address.
    pub(super) overlaps: usize,
    pub(super) blocks: ByFamily<RowKey, Owner>,
    pub(super) classes: Classes,
    /// Machines with a way that is not decided by its row.
    pub(super) looks: BTreeSet<HostKey>,
    /// Addresses that are translated or balanced instead of routed, with their users.
    pub(super) virtuals: BTreeMap<(Family, u128), u32>,
    /// Those of them that a machine or pod may have too.
    pub(super) clashes: usize,
    pub(super) services: Services,
}

impl Proof {
    /// Evaluates a cluster from cold; `None` if it does not exist.
    pub fn evaluate(state: &State, cluster: &ClusterName) -> Option<Self> {
        let setting = Setting::read(state, cluster)?;
        let tables = tables_of(state, &setting);
        let classes = Classes::new(&setting);
        let mut proof = Self {
            revision: state.revision,
            setting,
            tables,
            hosts: ByFamily::default(),
            further: ByFamily::default(),
            runs: BTreeMap::new(),
            overlaps: 0,
            blocks: ByFamily::default(),
            classes,
            looks: BTreeSet::new(),
            virtuals: BTreeMap::new(),
            clashes: 0,
            services: Services::default(),
        };
        for number in platform_numbers() {
            proof.virtuals.insert((Family::V4, number), 1);
        }
        proof.read_hosts(state);
        proof.read_services(state);
        Some(proof)
    }

    /// The revision that it is of.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The cluster.
    pub fn cluster(&self) -> &ClusterName {
        &self.setting.cluster
    }

    fn read_hosts(&mut self, state: &State) {
        let pools = state.node_pools_of(&self.setting.cluster);
        let tables: Vec<_> = pools
            .filter_map(|pool| Some((&pool.name, self.table_index(node_table(state, &pool.name)?.as_ref())?)))
            .collect();
        let table_of =
            |node: &Node| tables.iter().find(|(pool, _)| **pool == node.pool).map(|(_, index)| *index);
        // Sorted before anything is made of them: what is moved then is small.
        let mut all: Vec<(HostKey, usize, Source<'_>)> = Vec::new();
        for node in state.nodes_of(&self.setting.cluster) {
            if let (Some(table), Some(key)) = (table_of(node), Host::key(&node.addresses)) {
                all.push((key, table, Source::Node(node)));
            }
        }
        for subnet in state.subnets_of(&self.setting.network) {
            for vm in state.reservations_of(&subnet.name).filter(|vm| is_machine(vm)) {
                let key = Host::key(&[vm.prefix.first()]);
                if let (Some(table), Some(key)) = (self.table_index(subnet.route_table.as_ref()), key) {
                    all.push((key, table, Source::Machine(vm)));
                }
            }
        }
        all.sort_by_key(|(key, _, _)| *key);
        let mut hosts: Vec<(HostKey, Host)> = Vec::with_capacity(all.len());
        for (key, table, source) in all {
            let host = match source {
                Source::Node(node) => Host::node(node, table, &self.setting),
                Source::Machine(vm) => Host::machine(vm, table, &self.setting),
            };
            hosts.push((key, host));
        }
        let mut ways = Vec::new();
        for (key, host) in &mut hosts {
            ways.clear();
            self.ways_of(host, &mut ways);
            let kind = host.class.kind;
            self.classes.put(host, kind, &ways);
            if ways.iter().any(needs_look) {
                self.looks.insert(*key);
            }
            if let Kind::Node { .. } = host.class.kind {
                self.tables[host.class.table].nodes += 1;
            }
        }
        self.file_rows(&hosts);
        let each = || hosts.iter();
        self.runs = each()
            .flat_map(|(key, host)| {
                host.runs.iter().map(move |run| ((run.family, run.first, *key), run.last))
            })
            .collect();
        self.blocks = each()
            .zip(0..)
            .flat_map(|((key, host), slot)| {
                host.blocks.iter().map(move |block| (*block, Owner { key: *key, slot }))
            })
            .collect();
        self.further = each()
            .flat_map(|(key, host)| {
                let further = host.addresses.iter().skip(1);
                further.map(|address| ((Family::of(*address), number_of(*address)), *key))
            })
            .collect();
        let mut before: Option<(Family, u128)> = None;
        for ((family, first, _), last) in &self.runs {
            self.overlaps += usize::from(before.is_some_and(|(f, end)| f == *family && end >= *first));
            before = Some((*family, *last));
        }
        self.hosts = hosts.into_iter().collect();
    }

    /// Finds the extra and outer rows of every table.
    fn file_rows(&mut self, hosts: &[(HostKey, Host)]) {
        let width = self.setting.families.len();
        let mut blocks: Vec<(RowKey, &Host)> =
            hosts.iter().flat_map(|(_, host)| host.blocks.iter().map(move |block| (*block, host))).collect();
        // Of two machines with one block the last one has it, as in the map.
        blocks.sort_by_key(|(block, _)| *block);
        for index in 0..self.tables.len() {
            let mut blocks = blocks.iter().peekable();
            let mut filed = Vec::new();
            for (key, _) in self.tables[index].rows.users() {
                let mut owner = None;
                while let Some((block, host)) = blocks.next_if(|(block, _)| *block <= key) {
                    owner = (*block == key).then_some(*host);
                }
                let family = self.setting.families.iter().position(|family| *family == key.0);
                let ways = owner.zip(family).and_then(|(host, at)| host.class.ways.get(index * width + at));
                if !ways.is_some_and(|ways| ways.exact) {
                    filed.push(key);
                }
            }
            for key in filed {
                self.tables[index].note(&self.setting, key, None, false);
            }
        }
    }

    fn read_services(&mut self, state: &State) {
        let network = self.setting.network.clone();
        let clusters = state.clusters.values().filter(|cluster| cluster.network == network);
        for service in clusters.flat_map(|cluster| state.services_of(&cluster.name)) {
            self.add_virtuals(service);
            if service.name.cluster_name() == self.setting.cluster {
                self.services.put(service);
            }
        }
        let names: Vec<_> = self.services.all.keys().cloned().collect();
        for name in names {
            self.judge_service(state, &name);
        }
        self.clashes = self.virtuals.keys().filter(|address| self.is_real(**address)).count();
    }

    /// Counts the addresses of a service.
    pub(super) fn add_virtuals(&mut self, service: &Service) {
        for address in self.virtuals_of(service) {
            *self.virtuals.entry(address).or_default() += 1;
        }
    }

    /// Addresses at which a service, and no route, decides about packets of this cluster.
    pub(super) fn virtuals_of(&self, service: &Service) -> Vec<(Family, u128)> {
        let own = service.name.cluster_name() == self.setting.cluster;
        let virtual_ = if own { service.cluster_addresses.as_slice() } else { &[] };
        let balanced = if own || service.internal { service.load_balancer_addresses.as_slice() } else { &[] };
        let all = virtual_.iter().chain(balanced);
        all.map(|address| (Family::of(*address), number_of(*address))).collect()
    }

    /// Whether a machine has an address, or its pods may get it.
    pub(super) fn is_real(&self, address: (Family, u128)) -> bool {
        self.host_at(address).is_some() || self.run_at(address).is_some()
    }

    /// The machine that has an address as its own.
    pub(super) fn host_at(&self, address: (Family, u128)) -> Option<HostKey> {
        if self.hosts.contains_key(&address) { Some(address) } else { self.further.get(&address).copied() }
    }

    /// The node whose pods may get an address.
    pub(super) fn run_at(&self, (family, number): (Family, u128)) -> Option<HostKey> {
        let end = (family, number, (Family::V6, u128::MAX));
        let ((_, _, key), last) = self.runs.range((family, 0, (Family::V4, 0))..=end).next_back()?;
        (*last >= number).then_some(*key)
    }

    /// The index of a table.
    pub(super) fn table_index(&self, name: Option<&RouteTableName>) -> Option<usize> {
        self.tables.binary_search_by(|table| table.name.as_ref().cmp(&name)).ok()
    }

    /// How every table leads to a machine.
    pub(super) fn ways_of(&self, host: &Host, ways: &mut Vec<Ways>) {
        let families = &self.setting.families;
        let each = |table| families.iter().map(move |family| host.ways_from(table, *family, &self.setting));
        ways.extend(self.tables.iter().flat_map(each));
    }
}

/// What a machine is made of.
enum Source<'a> {
    Node(&'a Node),
    Machine(&'a Reservation),
}

/// Whether a way is not decided by its row.
pub(super) fn needs_look(ways: &Ways) -> bool {
    ways.pods == Way::Look || ways.own == Way::Look
}

/// The table of a node pool's subnet; `None` if pool or subnet are not there.
pub(super) fn node_table(state: &State, pool: &crate::name::NodePoolName) -> Option<Option<RouteTableName>> {
    let pool = state.node_pools.get(pool)?;
    Some(state.subnets.get(&pool.subnet)?.route_table.clone())
}

/// Whether a reservation is a virtual machine that runs.
pub(super) fn is_machine(vm: &Reservation) -> bool {
    vm.purpose == Purpose::VirtualMachine && !vm.machine.stopped
}

/// The tables that decide for the cluster's nodes and the network's virtual machines.
fn tables_of(state: &State, setting: &Setting) -> Vec<Table> {
    let pools = state.node_pools_of(&setting.cluster).filter_map(|pool| node_table(state, &pool.name));
    let subnets = state.subnets_of(&setting.network);
    let with_machines = subnets.filter(|subnet| state.reservations_of(&subnet.name).any(|vm| is_machine(vm)));
    let names: BTreeSet<_> = pools.chain(with_machines.map(|subnet| subnet.route_table.clone())).collect();
    names.into_iter().map(|name| Table::read(state, setting, name)).collect()
}
