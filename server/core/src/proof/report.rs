//! Which invariants hold: sums over pairs of classes.
//!
//! What two classes come to is known before (`classes`); so a report adds up figures, at a cost of the square of the number
//! of classes, whatever the number of machines. What is broken in a way that needs a look at the state adds the machines
//! concerned. Where a packet is to be found that shows a finding is a matter of [`super::witness`].

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::classes::Entry;
use super::contracts::{Proof, Sum};
use super::finding::{Doubt, Doubts, Extent, Finding, Invariant, Outcome, Report, Size};
use super::host::{Class, Kind, Way};
use super::looks::Settled;
use super::pairs::{Between, Judgement, Mark, Statement, judge, keeps_at_home};
use super::rows::RowKey;
use super::setting::Table;
use crate::address::Family;
use crate::model::NetworkMode;
use crate::state::State;

/// What is summed up for one statement about pairs.
#[derive(Default)]
struct Tally {
    broken: Sums,
    unknown: Sums,
    /// Why something is not known.
    doubts: Doubts,
}

/// Pairs, and the classes whose machines and prefixes are concerned.
#[derive(Default)]
struct Sums {
    count: Count,
    ends: Set,
    prefixes: Set,
}

/// A set of classes by index; small ones cost no allocation, and next to nothing to put in or drop.
#[derive(Default)]
struct Set {
    near: u64,
    #[expect(clippy::box_collection, reason = "nearly always absent, and a word then")]
    far: Option<Box<BTreeSet<usize>>>,
}

impl Set {
    fn insert(&mut self, index: usize) {
        if index >= 64 {
            self.far.get_or_insert_default().insert(index);
        } else {
            self.near |= 1 << index;
        }
    }

    /// Machines of the classes together.
    fn machines(&self, entries: &[Entry]) -> u64 {
        let of = |index: usize| entries.get(index).map_or(0, |entry| entry.sum.hosts);
        let (mut machines, mut near) = (0, self.near);
        while near > 0 {
            machines += of(near.trailing_zeros() as usize);
            near &= near - 1;
        }
        machines + self.far.iter().flat_map(|far| far.iter()).map(|index| of(*index)).sum::<u64>()
    }
}

impl Sums {
    fn extent(&self, entries: &[Entry]) -> Extent {
        let Count { pod_pairs, pod_host_pairs, node_pairs } = self.count;
        if self.count.is_none() {
            return Extent::default();
        }
        let (nodes, prefixes) = (self.ends.machines(entries), self.prefixes.machines(entries));
        Extent { pod_pairs, pod_host_pairs, node_pairs, nodes, prefixes, services: 0 }
    }
}

/// Pairs of one kind between two classes.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    pod_pairs: u64,
    pod_host_pairs: u64,
    node_pairs: u64,
}

impl Count {
    pub(super) fn of(between: Between, from: &Sum, to: &Sum, same: bool) -> Self {
        let nodes = if same { from.hosts * from.hosts.saturating_sub(1) } else { from.hosts * to.hosts };
        let across = |pods: u64, hosts: u64| if same { pods * hosts.saturating_sub(1) } else { pods * hosts };
        match between {
            Between::PodPod => {
                let all = from.pods * to.pods;
                let pod_pairs = if same { all - from.squares } else { all };
                Self { pod_pairs, pod_host_pairs: 0, node_pairs: nodes }
            }
            Between::PodNode => {
                Self { pod_pairs: 0, pod_host_pairs: across(from.pods, to.hosts), node_pairs: nodes }
            }
            Between::NodePod => {
                Self { pod_pairs: 0, pod_host_pairs: across(to.pods, from.hosts), node_pairs: nodes }
            }
            Between::PodMachine => Self { pod_pairs: 0, pod_host_pairs: from.pods * to.hosts, node_pairs: 0 },
            Between::MachinePod => Self { pod_pairs: 0, pod_host_pairs: from.hosts * to.pods, node_pairs: 0 },
        }
    }

    pub(super) fn is_none(self) -> bool {
        self.pod_pairs == 0 && self.pod_host_pairs == 0
    }
}

/// A class with its place in the list.
#[derive(Clone, Copy)]
struct Member<'c> {
    index: usize,
    class: &'c Class,
    sum: &'c Sum,
    is_node: bool,
}

impl Tally {
    /// Counts what became of the pairs of two classes; `target` is the class whose prefixes are in question.
    fn add(&mut self, way: Way, count: Count, ends: [Member<'_>; 2], target: Member<'_>) {
        let sums = match way {
            Way::Good => return,
            Way::Drop => &mut self.broken,
            Way::Look => &mut self.unknown,
        };
        sums.count.pod_pairs += count.pod_pairs;
        sums.count.pod_host_pairs += count.pod_host_pairs;
        sums.count.node_pairs += count.node_pairs;
        for end in ends.into_iter().filter(|end| end.is_node) {
            sums.ends.insert(end.index);
        }
        if target.sum.pods > 0 {
            sums.prefixes.insert(target.index);
        }
    }

    fn mark(&mut self, mark: Mark, count: Count, [from, to]: [Member<'_>; 2]) {
        if mark.way == Way::Look {
            self.doubts.insert(if mark.by_filters { Doubt::Filters } else { Doubt::NextHop });
        }
        self.add(mark.way, count, [from, to], if mark.unreached { to } else { from });
    }

    fn finding(&self, invariant: Invariant, nodes: u64, entries: &[Entry]) -> Finding {
        let outcome = match (nodes, self.broken.count.is_none(), self.unknown.count.is_none()) {
            (0, _, _) => Outcome::NotApplicable,
            (_, false, _) => Outcome::Violated,
            (_, true, false) => Outcome::Undetermined,
            (_, true, true) => Outcome::Holds,
        };
        let (broken, unknown) = (self.broken.extent(entries), self.unknown.extent(entries));
        Finding { invariant, outcome, broken, unknown, doubts: self.doubts }
    }
}

/// Sums of everything that is about pairs.
#[derive(Default)]
struct Pairs {
    tallies: [Tally; 5],
    /// Whether some pod does not reach some pod or node, or gets no answer.
    some_fail: bool,
}

impl Pairs {
    fn of(&mut self, statement: Statement) -> &mut Tally {
        &mut self.tallies[statement as usize]
    }
}

impl Proof {
    /// What came of every invariant, at the state that the proof is of.
    pub fn report(&self, state: &State) -> Report {
        if self.setting.filters {
            let (classes, resolved) = self.look_up(state);
            let filtered = self.filtered(state, &Settled::new(&classes, resolved));
            let (entries, judgements) = self.told_apart(&filtered);
            self.report_of(state, &entries, &judgements, Some(filtered))
        } else if self.looks.is_empty() {
            let (entries, judgements) = self.classes.all();
            self.report_of(state, entries, judgements, None)
        } else {
            let (classes, resolved) = self.look_up(state);
            let (entries, judgements) = classes.all();
            self.report_of(state, entries, judgements, Some(Settled::new(&classes, resolved)))
        }
    }

    fn report_of(
        &self,
        state: &State,
        entries: &[Entry],
        judgements: &[Vec<Judgement>],
        looked_up: Option<Settled>,
    ) -> Report {
        let size = self.size(entries);
        let mut pairs = Pairs::default();
        let filtered = looked_up.as_ref().filter(|_| self.setting.filters);
        self.add_pairs(&mut pairs, entries, judgements, filtered);
        let settled = looked_up.map_or_else(OnceLock::new, OnceLock::from);
        let nodes = size.nodes;
        let about = |invariant, statement: Statement| {
            pairs.tallies[statement as usize].finding(invariant, nodes, entries)
        };
        let mut findings = [
            about(Invariant::PodToPodNoNat, Statement::PodPod),
            about(Invariant::NodeToPodNoNat, Statement::NodePod),
            about(Invariant::PodToNodeNoNat, Statement::PodNode),
            about(Invariant::PodSelfIpIsSeenIp, Statement::SelfIp),
            self.routes(),
            self.prefixes(nodes + size.nodes_not_ready),
            self.loops(state, nodes).0,
            about(Invariant::ReturnPathExists, Statement::Answered),
            self.reachable_services(state, &settled, !pairs.some_fail, nodes).0,
        ];
        for finding in &mut findings {
            self.doubt(finding);
        }
        Report { revision: self.revision, size, findings, settled }
    }

    /// Whether some pod does not reach some pod or node, or gets no answer.
    pub(super) fn some_fail(&self, settled: &Settled) -> bool {
        let (entries, judgements) = self.told_apart(settled);
        let mut pairs = Pairs::default();
        self.add_pairs(&mut pairs, &entries, &judgements, Some(settled));
        pairs.some_fail
    }

    /// Classes that filters tell apart, and what becomes of flows between each two of them.
    fn told_apart(&self, settled: &Settled) -> (Vec<Entry>, Vec<Vec<Judgement>>) {
        let entry = |(class, sum): &(std::sync::Arc<Class>, Sum)| Entry { class: class.clone(), sum: *sum };
        let entries: Vec<_> = settled.classes.iter().map(entry).collect();
        let families = &self.setting.families;
        let row = |from: &Entry| {
            let to = entries.iter();
            to.map(|to| judge(&from.class, &to.class, families, Some(settled))).collect::<Vec<_>>()
        };
        let judgements = entries.iter().map(row).collect();
        (entries, judgements)
    }

    fn size(&self, entries: &[Entry]) -> Size {
        let mut size = Size { tables: self.tables.len() as u64, ..Size::default() };
        for Entry { class, sum } in entries.iter().filter(|entry| entry.sum.hosts > 0) {
            match class.kind {
                Kind::Node { ready: true, .. } => {
                    size.nodes += sum.hosts;
                    size.pods += sum.pods;
                    size.classes += 1;
                }
                Kind::Node { ready: false, .. } => size.nodes_not_ready += sum.hosts,
                Kind::Machine => size.machines += sum.hosts,
            }
        }
        size.pod_pairs = size.pods * size.pods.saturating_sub(1);
        size.services = self.services.all.len() as u64;
        size
    }

    fn add_pairs(
        &self,
        pairs: &mut Pairs,
        entries: &[Entry],
        judgements: &[Vec<Judgement>],
        settled: Option<&Settled>,
    ) {
        let members = || {
            let there = entries.iter().enumerate().filter(|(_, entry)| entry.sum.hosts > 0);
            there.map(|(index, Entry { class, sum })| {
                let is_node = class.kind != Kind::Machine;
                Member { index, class, sum, is_node }
            })
        };
        for from in members() {
            if from.class.is_ready_node() {
                self.home(pairs, settled, from);
            }
            let Some(row) = judgements.get(from.index) else { continue };
            for to in members() {
                let lines = row.get(to.index).map_or(&[][..], |judgement| &judgement.lines);
                for line in lines {
                    let count = Count::of(line.between, from.sum, to.sum, from.index == to.index);
                    if count.is_none() {
                        continue;
                    }
                    for (statement, mark) in line.marks.iter() {
                        pairs.of(*statement).mark(*mark, count, [from, to]);
                    }
                    pairs.some_fail |= !line.reaches;
                }
            }
        }
    }

    fn routes(&self) -> Finding {
        let nodes: usize = self.tables.iter().map(|table| table.nodes).sum();
        let mut finding = Finding::new(Invariant::RoutePerNodeExact, Outcome::NotApplicable);
        if self.setting.mode != NetworkMode::Kubenet || nodes == 0 {
            return finding;
        }
        let (entries, _) = self.classes.all();
        for Entry { class, sum } in entries.iter().filter(|entry| entry.sum.hosts > 0) {
            let lacking = self.lacking_of(class).count() as u64;
            if lacking > 0 {
                finding.broken.nodes += sum.hosts;
                finding.broken.prefixes += sum.hosts * lacking;
            }
        }
        let used = self.tables.iter().filter(|table| table.nodes > 0);
        finding.broken.prefixes += used.map(|table| self.strays(table).count() as u64).sum::<u64>();
        let clean = finding.broken == Extent::default();
        finding.outcome = if clean { Outcome::Holds } else { Outcome::Violated };
        finding
    }

    /// Indexes of the ways of a class of nodes that lack their row.
    pub(super) fn lacking_of<'c>(&'c self, class: &'c Class) -> impl Iterator<Item = usize> + 'c {
        let width = self.setting.families.len();
        let used = move |index: usize| self.tables.get(index / width).is_some_and(|table| table.nodes > 0);
        let ways = class.ways.iter().enumerate().filter(|_| class.kind != Kind::Machine);
        let lacking = ways.filter(move |(index, ways)| ways.present && !ways.exact && used(*index));
        lacking.map(|(index, _)| index)
    }

    /// Rows of a table inside of the pod CIDR that are of no node.
    pub(super) fn strays<'t>(&'t self, table: &'t Table) -> impl Iterator<Item = RowKey> + 't {
        table.extra.iter().copied().filter(|row| !self.blocks.contains_key(row))
    }

    fn prefixes(&self, nodes: u64) -> Finding {
        let outcome = match (nodes, self.overlaps) {
            (0, _) => Outcome::NotApplicable,
            (_, 0) => Outcome::Holds,
            (_, _) => Outcome::Violated,
        };
        let broken = Extent { prefixes: self.overlaps as u64, ..Extent::default() };
        Finding { broken, ..Finding::new(Invariant::PodPrefixUnique, outcome) }
    }

    /// What the lemma rests on and does not hold makes what holds by it open.
    fn doubt(&self, finding: &mut Finding) {
        if matches!(finding.invariant, Invariant::RoutePerNodeExact | Invariant::PodPrefixUnique) {
            return;
        }
        if self.clashes > 0 {
            finding.doubts.insert(Doubt::VirtualIsReal);
        }
        if self.overlaps > 0 {
            finding.doubts.insert(Doubt::SharedPrefix);
        }
        if finding.outcome == Outcome::Holds && !finding.doubts.is_empty() {
            finding.outcome = Outcome::Undetermined;
        }
    }

    /// Pods of one node: the node's bridge or host routes deliver, its masquerade list decides about the source, and
    /// policies about who may.
    fn home(&self, pairs: &mut Pairs, settled: Option<&Settled>, of: Member<'_>) {
        let pod_pairs = of.sum.squares - of.sum.pods;
        let count = Count { pod_pairs, pod_host_pairs: 0, node_pairs: of.sum.hosts };
        if pod_pairs == 0 {
            return;
        }
        let (_, passes, way, seen) = self.at_home(settled, of.class);
        pairs.some_fail |= !passes;
        for (statement, way) in [(Statement::PodPod, way), (Statement::SelfIp, seen)] {
            let tally = pairs.of(statement);
            if way == Way::Look {
                tally.doubts.insert(Doubt::Filters);
            }
            tally.add(way, count, [of, of], of);
        }
    }

    /// What comes of flows between pods of one node of a class: the family in question, whether filters let all pass,
    /// whether packets arrive untouched, and whether their source is the one that was sent.
    pub(super) fn at_home(&self, settled: Option<&Settled>, class: &Class) -> (Family, bool, Way, Way) {
        let families = &self.setting.families;
        let sieved = settled.and_then(|settled| {
            let sieves = families.iter().map(|family| (*family, settled.sieve_at_home(class, *family).way));
            sieves.max_by_key(|(_, way)| *way)
        });
        let (family, way) = sieved.unwrap_or((Family::V4, Way::Good));
        let rewritten = !keeps_at_home(class) && families.contains(&Family::V4);
        match (way, rewritten) {
            (Way::Look | Way::Drop, true) => (family, false, way, Way::Look),
            (Way::Look | Way::Drop, false) => (family, false, way, Way::Good),
            (Way::Good, true) => (family, true, Way::Drop, Way::Drop),
            (Way::Good, false) => (family, true, Way::Good, Way::Good),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_set_counts_each_class_once_near_and_far() {
        let class = Arc::new(Class {
            kind: Kind::Machine,
            table: 0,
            keeps_to_own: true,
            ways: Box::default(),
            profile: 0,
        });
        let entry = |index: u64| {
            let sum = Sum { hosts: 1 << (index % 50), ..Sum::default() };
            Entry { class: Arc::clone(&class), sum }
        };
        let entries: Vec<_> = (0..200).map(entry).collect();
        let mut set = Set::default();
        for index in [3, 63, 64, 199, 3, 64, 199, 0] {
            set.insert(index);
        }
        let wanted: u64 = [0, 3, 63, 64, 199].into_iter().map(|index: usize| entries[index].sum.hosts).sum();
        assert_eq!(set.machines(&entries), wanted);
    }
}
