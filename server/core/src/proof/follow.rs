//! How does a proof keep up with the state, at the cost of what changed?
//!
//! A route renews the facts of the machines whose addresses its prefix holds, for its table; a node those of the node; a
//! service or pod those of the services with its address. What concerns all machines alike, as the masquerade list, an
//! association, a peering or a default route, is evaluated from cold, and so is what the rules never do (two changes of
//! one thing in a revision, shared prefixes). The result is the one from cold in every case; tests hold it to that.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::by_family::{ByFamily, Slot};
use super::contracts::{Owner, Proof, is_machine, needs_look, node_table};
use super::few::Few;
use super::host::{Host, HostKey, Run};
use super::rows::{RowKey, key_of, last_of};
use super::setting::filters;
use crate::address::{Family, number_of};
use crate::event::{Change, Event};
use crate::model::{Allocation, NetworkMode, Node, Route, Service};
use crate::name::{RouteTableName, ServiceName};
use crate::state::State;

/// That a change is too wide, or too odd, to be followed piece by piece.
struct Cold;

/// What is to be renewed after all events are taken in.
#[derive(Default)]
struct Dirty {
    /// Rows of tables, with where they stand if that is known.
    rows: Few<(usize, RowKey, Option<Slot>)>,
    services: BTreeSet<ServiceName>,
    changed: bool,
}

impl Proof {
    /// Brings the proof from the state before a revision to the one after it. Gives whether a report may differ, or `None`
    /// if the cluster is gone.
    pub fn follow(&mut self, before: &State, after: &State, events: &[Event]) -> Option<bool> {
        let changed = match self.take_in(before, after, events) {
            Ok(changed) => changed,
            Err(Cold) => {
                *self = Self::evaluate(after, &self.setting.cluster.clone())?;
                true
            }
        };
        self.revision = after.revision;
        // What is looked up in the state, as filters are, may come out otherwise after any change of it.
        Some(changed || self.setting.filters || !self.looks.is_empty() || self.has_odd_routes())
    }

    /// Whether some table has a route to an appliance that is not simply a node's own.
    pub(super) fn has_odd_routes(&self) -> bool {
        self.tables.iter().any(|table| !table.extra.is_empty() || !table.outer.is_empty())
    }

    fn take_in(&mut self, before: &State, after: &State, events: &[Event]) -> Result<bool, Cold> {
        if self.overlaps > 0 {
            return Err(Cold);
        }
        self.tables.iter_mut().for_each(|table| table.rows.tidy());
        let mut dirty = Dirty::default();
        let mut seen = Seen { alone: events.len() == 1, ..Seen::default() };
        for event in events {
            self.take(before, after, event, &mut dirty, &mut seen)?;
        }
        if self.overlaps > 0 {
            return Err(Cold);
        }
        for (table, row, slot) in dirty.rows.iter() {
            self.renew_row(*table, *row, *slot);
        }
        for name in &dirty.services {
            self.judge_service(after, name);
        }
        Ok(dirty.changed)
    }

    fn take<'e>(
        &mut self,
        before: &State,
        after: &State,
        event: &'e Event,
        dirty: &mut Dirty,
        seen: &mut Seen<'e>,
    ) -> Result<(), Cold> {
        match event {
            Event::Route(change) => self.take_route(before, change, dirty, seen),
            Event::Node(change) => self.take_node(before, after, change, dirty, seen),
            Event::Service(change) => self.take_service(before, after, change, dirty),
            Event::AllocationCreated(pod) | Event::AllocationReleased { allocation: pod, .. } => {
                self.take_pod(pod, dirty);
                Ok(())
            }
            Event::AllocationMoved { allocation, .. } => {
                self.take_pod(allocation, dirty);
                Ok(())
            }
            Event::NetworkPolicy(_) | Event::NetworkSecurityGroup(_) => {
                self.take_filters(after, dirty);
                Ok(())
            }
            Event::Reservation(change) => {
                let name = &change.body().name;
                let was = before.reservations.get(name).is_some_and(|vm| is_machine(vm));
                if name.network == self.setting.network.network && (was || is_machine(change.body())) {
                    return Err(Cold);
                }
                self.take_filters(after, dirty);
                Ok(())
            }
            Event::RouteTable(change) => match self.table_index(Some(&change.body().name)) {
                Some(_) => Err(Cold),
                None => Ok(()),
            },
            // A subnet of another network is nothing to this one, and a network may be its peer.
            Event::Subnet(change) if change.body().name.network != self.setting.network.network => Ok(()),
            Event::NodePool(change) if change.body().name.cluster != self.setting.cluster.cluster => Ok(()),
            Event::Cluster(change) if change.body().name != self.setting.cluster => Ok(()),
            Event::Network(_) | Event::Subnet(_) | Event::NodePool(_) | Event::Cluster(_) => Err(Cold),
            Event::Namespace(_)
            | Event::AllocationUpdated(_)
            | Event::AllocationConfirmed(_)
            | Event::ReleaseConfirmed { .. }
            | Event::AttachmentTombstoned { .. }
            | Event::SweepObserved { .. }
            | Event::TimeAdvanced { .. } => Ok(()),
        }
    }

    fn take_route<'e>(
        &mut self,
        before: &State,
        change: &'e Change<Route>,
        dirty: &mut Dirty,
        seen: &mut Seen<'e>,
    ) -> Result<(), Cold> {
        let route = change.body();
        let Some(index) = self.table_of_route(route) else { return Ok(()) };
        seen.once(&route.name)?;
        let key = key_of(&route.prefix);
        let old = match change {
            Change::Created(_) => None,
            Change::Deleted(_) => Some(key),
            // Mostly its prefix is the same, which is found at once.
            Change::Updated(_) if self.has_route(index, key, route) => Some(key),
            Change::Updated(_) => Some(key_of(&before.routes.get(&route.name).ok_or(Cold)?.prefix)),
        };
        if key.2 == 0 || old.is_some_and(|old| old.2 == 0) {
            return Err(Cold);
        }
        let Some(table) = self.tables.get_mut(index) else { return Err(Cold) };
        let deleted = matches!(change, Change::Deleted(_));
        if let Some(old) = old.filter(|old| deleted || *old != key) {
            let slot = table.rows.remove(old, &route.name.route);
            dirty.rows.push((index, old, slot));
        }
        if !deleted {
            let slot = table.rows.insert(key, route.name.route.clone(), route.next_hop);
            dirty.rows.push((index, key, Some(slot)));
        }
        dirty.changed = true;
        Ok(())
    }

    fn has_route(&self, table: usize, key: RowKey, route: &Route) -> bool {
        let rows = self.tables.get(table).and_then(|table| table.rows.users_at(key));
        rows.is_some_and(|rows| rows.iter().any(|(name, _)| *name == route.name.route))
    }

    fn table_of_route(&self, route: &Route) -> Option<usize> {
        self.tables.iter().position(|table| {
            let is_it =
                |name: &RouteTableName| name.table == route.name.table && name.network == route.name.network;
            table.name.as_ref().is_some_and(is_it)
        })
    }

    /// Renews the facts that a row of a table decides; `slot` is where it stands, if that is known.
    fn renew_row(&mut self, table: usize, row: RowKey, slot: Option<Slot>) {
        let (family, first, last) = (row.0, row.1, last_of(row));
        let owner = self.owner_of(row);
        let mut hosts: Few<HostKey> = match owner {
            Some(owner) => Few::One(owner.key),
            None => self.runs_into(row).collect(),
        };
        let (first, last) = ((family, first), (family, last));
        if may_hold_some(row, &self.hosts) || may_hold_some(row, &self.further) {
            let own = self.hosts.between(first, last).map(|(key, _)| key);
            let further = self.further.between(first, last);
            let further = further.filter_map(|(_, slot)| self.further.at(slot).copied());
            let all: BTreeSet<HostKey> = hosts.iter().copied().chain(own).chain(further).collect();
            hosts = all.into_iter().collect();
        }
        let mut filed = false;
        for key in hosts.iter() {
            filed |= self.renew_host(*key, owner, table, (row, slot));
        }
        if !filed {
            self.refile(table, row);
        }
    }

    /// The node whose block a row is, if it is surely the only one whose pods may get an address of the row: as runs are
    /// disjoint here, and that of a block of four addresses or more leaves no room beside it for that of another block.
    fn owner_of(&self, row: RowKey) -> Option<Owner> {
        let is_block = self.setting.mode == NetworkMode::Kubenet && row.0.bits() - row.2 >= 2;
        if is_block { self.blocks.get(&row).copied() } else { None }
    }

    /// Nodes whose pods may get an address of a row. Runs are disjoint here: those that reach into the row are the last
    /// ones that begin up to its end.
    fn runs_into(&self, row: RowKey) -> impl Iterator<Item = HostKey> + '_ {
        let (family, first, last) = (row.0, row.1, last_of(row));
        let begun = self.runs.range(..=(family, last, (Family::V6, u128::MAX))).rev();
        let inside = begun.take_while(move |((of, _, _), end)| *of == family && **end >= first);
        inside.map(|((_, _, key), _)| *key)
    }

    /// Renews what a table says of a machine after one of its rows changed; says whether that row was filed with it.
    /// `owner` is the machine whose block the row is, if that was found out.
    fn renew_host(
        &mut self,
        key: HostKey,
        owner: Option<Owner>,
        table: usize,
        (row, slot): (RowKey, Option<Slot>),
    ) -> bool {
        let (family, width) = (row.0, self.setting.families.len());
        let Some(at) = self.setting.families.iter().position(|each| *each == family) else { return false };
        let owner = owner.filter(|owner| owner.key == key);
        let host = match owner {
            Some(Owner { slot, .. }) => self.hosts.at_mut(slot),
            None => self.hosts.get_mut(&key),
        };
        let Some(host) = host else { return false };
        let Some(of) = self.tables.get_mut(table) else { return false };
        let index = table * width + at;
        let known = host.class.ways.get(index);
        let ways = known.map_or_else(
            || host.ways_from(of, family, &self.setting),
            |known| host.ways_after(of, of.rows.see(row, slot), *known, &self.setting),
        );
        if known == Some(&ways) {
            return false;
        }
        self.classes.change_way(host, index, ways);
        if host.class.ways.iter().any(needs_look) {
            self.looks.insert(key);
        } else {
            self.looks.remove(&key);
        }
        if let [block] = *host.blocks
            && block == row
            && owner.is_some()
        {
            of.note(&self.setting, block, slot, ways.exact);
            return true;
        }
        let blocks = host.blocks.clone();
        for block in blocks.iter() {
            self.refile(table, *block);
        }
        blocks.contains(&row)
    }

    /// Takes a machine out of its class and the machines.
    fn uncount(&mut self, key: HostKey) -> Option<Host> {
        let host = self.hosts.remove(&key)?;
        self.classes.take(&host);
        self.looks.remove(&key);
        Some(host)
    }

    /// Files a row again among the extra and outer ones.
    fn refile(&mut self, table: usize, row: RowKey) {
        let width = self.setting.families.len();
        let at = self.setting.families.iter().position(|family| *family == row.0);
        let owner = self.blocks.get(&row).and_then(|owner| self.hosts.at(owner.slot));
        let ways = owner.zip(at).and_then(|(host, at)| host.class.ways.get(table * width + at));
        let exact = ways.is_some_and(|ways| ways.exact);
        if let Some(table) = self.tables.get_mut(table) {
            table.note(&self.setting, row, None, exact);
        }
    }

    fn take_node<'e>(
        &mut self,
        before: &State,
        after: &State,
        change: &'e Change<Node>,
        dirty: &mut Dirty,
        seen: &mut Seen<'e>,
    ) -> Result<(), Cold> {
        let node = change.body();
        if node.name.cluster != self.setting.cluster.cluster {
            return Ok(());
        }
        dirty.changed = true;
        if matches!(change, Change::Updated(_)) && self.take_kind(node, dirty) {
            return Ok(());
        }
        seen.node(&node.name.node)?;
        match change {
            Change::Created(_) => {}
            Change::Deleted(node) => self.remove_node(node, dirty)?,
            Change::Updated(_) => self.remove_node(before.nodes.get(&node.name).ok_or(Cold)?, dirty)?,
        }
        if matches!(change, Change::Deleted(_)) {
            return Ok(());
        }
        let name = node_table(after, &node.pool).ok_or(Cold)?;
        let index = self.table_index(name.as_ref()).ok_or(Cold)?;
        self.add_node(node, index, dirty)
    }

    /// Takes in what a node is now, if nothing else about it has changed.
    fn take_kind(&mut self, node: &Node, dirty: &mut Dirty) -> bool {
        let Some(key) = Host::key(&node.addresses) else { return false };
        let Some(host) = self.hosts.get_mut(&key) else { return false };
        let Some(kind) = host.kind_now(node, &self.setting) else { return false };
        if kind == host.class.kind {
            return true;
        }
        self.classes.take(host);
        let like = Arc::clone(&host.class);
        self.classes.put(host, kind, &like.ways);
        if !self.services.served.is_empty() {
            let host = host.clone();
            self.touch_services(&host, dirty);
        }
        true
    }

    fn remove_node(&mut self, node: &Node, dirty: &mut Dirty) -> Result<(), Cold> {
        let key = Host::key(&node.addresses).ok_or(Cold)?;
        let real = self.real_of(key);
        let host = self.uncount(key).ok_or(Cold)?;
        self.clashes -= real.len();
        for run in host.runs.iter() {
            self.cut_run(key, run);
        }
        for address in host.addresses.iter().skip(1) {
            self.further.remove(&(Family::of(*address), number_of(*address)));
        }
        if let Some(table) = self.tables.get_mut(host.class.table) {
            table.nodes -= 1;
        }
        for block in host.blocks.iter() {
            self.blocks.remove(block);
            (0..self.tables.len()).for_each(|table| self.refile(table, *block));
        }
        self.touch_services(&host, dirty);
        Ok(())
    }

    fn add_node(&mut self, node: &Node, table: usize, dirty: &mut Dirty) -> Result<(), Cold> {
        let key = Host::key(&node.addresses).ok_or(Cold)?;
        if self.hosts.contains_key(&key) {
            return Err(Cold);
        }
        let mut host = Host::node(node, table, &self.setting);
        let mut ways = Vec::new();
        self.ways_of(&host, &mut ways);
        for run in host.runs.iter() {
            self.put_run(key, run);
        }
        for address in host.addresses.iter().skip(1) {
            let _slot = self.further.insert((Family::of(*address), number_of(*address)), key);
        }
        if let Some(table) = self.tables.get_mut(table) {
            table.nodes += 1;
        }
        self.touch_services(&host, dirty);
        let blocks = host.blocks.clone();
        let kind = host.class.kind;
        self.classes.put(&mut host, kind, &ways);
        if ways.iter().any(needs_look) {
            self.looks.insert(key);
        }
        let slot = self.hosts.insert(key, host);
        for block in blocks.iter().copied() {
            let _slot = self.blocks.insert(block, Owner { key, slot });
            (0..self.tables.len()).for_each(|table| self.refile(table, block));
        }
        self.clashes += self.real_of(key).len();
        Ok(())
    }

    /// Translated addresses that a machine has or may give to pods.
    fn real_of(&self, key: HostKey) -> BTreeSet<(Family, u128)> {
        let Some(host) = self.hosts.get(&key) else { return BTreeSet::new() };
        let runs = host.runs.iter().flat_map(|run| {
            let range = (run.family, run.first)..=(run.family, run.last);
            self.virtuals.range(range).map(|(address, _)| *address)
        });
        let own = host.addresses.iter().map(|address| (Family::of(*address), number_of(*address)));
        runs.chain(own.filter(|address| self.virtuals.contains_key(address))).collect()
    }

    fn put_run(&mut self, key: HostKey, run: &Run) {
        let at = (run.family, run.first, key);
        let (prev, next) = self.neighbours(at);
        self.overlaps -= usize::from(prev.is_some_and(|last| next.is_some_and(|first| last >= first)));
        self.overlaps += usize::from(prev.is_some_and(|last| last >= run.first));
        self.overlaps += usize::from(next.is_some_and(|first| run.last >= first));
        self.runs.insert(at, run.last);
    }

    fn cut_run(&mut self, key: HostKey, run: &Run) {
        let at = (run.family, run.first, key);
        self.runs.remove(&at);
        let (prev, next) = self.neighbours(at);
        self.overlaps -= usize::from(prev.is_some_and(|last| last >= run.first));
        self.overlaps -= usize::from(next.is_some_and(|first| run.last >= first));
        self.overlaps += usize::from(prev.is_some_and(|last| next.is_some_and(|first| last >= first)));
    }

    /// End of the run before a place, and start of the one behind it, in its family.
    fn neighbours(&self, at: (Family, u128, HostKey)) -> (Option<u128>, Option<u128>) {
        let prev = self.runs.range(..at).next_back().filter(|((family, _, _), _)| *family == at.0);
        let next = self.runs.range(at..).next().filter(|((family, _, _), _)| *family == at.0);
        (prev.map(|(_, last)| *last), next.map(|((_, first, _), _)| *first))
    }

    fn touch_services(&self, host: &Host, dirty: &mut Dirty) {
        if self.services.served.is_empty() {
            return;
        }
        for run in host.runs.iter() {
            dirty.services.extend(self.services.served_at(run.family, run.first, run.last));
        }
        for address in host.addresses.iter() {
            let number = number_of(*address);
            dirty.services.extend(self.services.served_at(Family::of(*address), number, number));
        }
    }

    fn take_pod(&self, pod: &Allocation, dirty: &mut Dirty) {
        if pod.name.cluster != self.setting.cluster.cluster || self.services.served.is_empty() {
            return;
        }
        for held in &pod.addresses {
            let number = number_of(held.address);
            dirty.services.extend(self.services.served_at(Family::of(held.address), number, number));
        }
        dirty.changed |= !dirty.services.is_empty();
    }

    fn take_service(
        &mut self,
        before: &State,
        after: &State,
        change: &Change<Service>,
        dirty: &mut Dirty,
    ) -> Result<(), Cold> {
        let service = change.body();
        let cluster = after.clusters.get(&service.name.cluster_name());
        let cluster = cluster.or_else(|| before.clusters.get(&service.name.cluster_name()));
        if cluster.is_none_or(|cluster| cluster.network != self.setting.network) {
            return Ok(());
        }
        dirty.changed = true;
        let own = service.name.cluster_name() == self.setting.cluster;
        if !matches!(change, Change::Created(_)) {
            let old = before.services.get(&service.name).ok_or(Cold)?;
            for address in self.virtuals_of(old) {
                self.drop_virtual(address);
            }
        }
        if own {
            self.services.take(&service.name);
            dirty.services.remove(&service.name);
        }
        if matches!(change, Change::Deleted(_)) {
            return Ok(());
        }
        let body = after.services.get(&service.name).ok_or(Cold)?;
        if body.as_ref() != service {
            return Err(Cold);
        }
        for address in self.virtuals_of(service) {
            let known = self.virtuals.contains_key(&address);
            *self.virtuals.entry(address).or_default() += 1;
            self.clashes += usize::from(!known && self.is_real(address));
        }
        if own {
            self.services.put(body);
            dirty.services.insert(service.name.clone());
        }
        Ok(())
    }

    fn drop_virtual(&mut self, address: (Family, u128)) {
        let Some(users) = self.virtuals.get_mut(&address) else { return };
        *users -= 1;
        if *users == 0 {
            self.virtuals.remove(&address);
            self.clashes -= usize::from(self.is_real(address));
        }
    }

    fn take_filters(&mut self, after: &State, dirty: &mut Dirty) {
        if let Some(cluster) = after.clusters.get(&self.setting.cluster) {
            let now = filters(after, cluster);
            dirty.changed |= now != self.setting.filters;
            self.setting.filters = now;
        }
    }
}

/// Whether some address of a map may be in a row: none is if all are before it or behind it.
fn may_hold_some<V>(row: RowKey, addresses: &ByFamily<HostKey, V>) -> bool {
    let span = addresses.span((row.0, row.1));
    span.is_some_and(|(first, last)| last.1 >= row.1 && first.1 <= last_of(row))
}

/// Names that events of the revision were about already.
#[derive(Default)]
struct Seen<'e> {
    /// Whether there is only one event.
    alone: bool,
    routes: Vec<&'e crate::name::RouteName>,
    nodes: Vec<&'e crate::name::Segment>,
}

impl<'e> Seen<'e> {
    fn once(&mut self, name: &'e crate::name::RouteName) -> Result<(), Cold> {
        if self.alone {
            return Ok(());
        }
        // A scale of 5,000 nodes has as many routes; from there on cold is as fast.
        if self.routes.len() > PIECES_MAX || self.routes.contains(&name) {
            return Err(Cold);
        }
        self.routes.push(name);
        Ok(())
    }

    fn node(&mut self, name: &'e crate::name::Segment) -> Result<(), Cold> {
        if self.alone {
            return Ok(());
        }
        if self.nodes.len() > PIECES_MAX || self.nodes.contains(&name) {
            return Err(Cold);
        }
        self.nodes.push(name);
        Ok(())
    }
}

/// Routes or nodes of one revision that are followed one by one.
const PIECES_MAX: usize = 64;
