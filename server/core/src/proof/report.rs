//! Which invariants hold: sums over pairs of classes.
//!
//! Its cost is the square of the number of classes, whatever the number of machines; what is broken in a way that needs a
//! look at the state adds the machines concerned.

use std::collections::BTreeSet;

use super::contracts::{Proof, Sum};
use super::finding::{Doubt, Extent, Finding, Invariant, Outcome, Report, Size, Witness};
use super::host::{Class, Kind, Way};
use super::looks::Settled;
use super::pairs::{At, Between, Fate, keeps_at_home};
use crate::address::Family;
use crate::model::NetworkMode;
use crate::state::State;

/// What is summed up for one invariant about pairs.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) broken: Extent,
    pub(super) unknown: Extent,
    pub(super) witness: Option<Witness>,
    pub(super) suspect: Option<Witness>,
    /// Why something is not known.
    pub(super) doubts: BTreeSet<Doubt>,
    broken_at: Marks,
    unknown_at: Marks,
}

/// Classes that were counted already, by index.
#[derive(Default)]
struct Marks {
    ends: Vec<bool>,
    prefixes: Vec<bool>,
}

impl Marks {
    fn mark(list: &mut Vec<bool>, index: usize) -> bool {
        if list.len() <= index {
            list.resize(index + 1, false);
        }
        !std::mem::replace(&mut list[index], true)
    }
}

/// Pairs of one kind between two classes.
#[derive(Clone, Copy)]
struct Count {
    pod_pairs: u64,
    pod_host_pairs: u64,
    node_pairs: u64,
}

impl Count {
    fn of(between: Between, from: &Sum, to: &Sum, same: bool) -> Self {
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

    fn is_none(self) -> bool {
        self.pod_pairs == 0 && self.pod_host_pairs == 0
    }
}

/// A class with its place in the list.
#[derive(Clone, Copy)]
struct Member<'c> {
    index: usize,
    class: &'c Class,
    sum: &'c Sum,
}

impl Tally {
    /// Counts what became of the pairs of two classes; `target` is the class whose prefixes are in question.
    fn add(
        &mut self,
        way: Way,
        count: Count,
        ends: [Member<'_>; 2],
        target: Option<Member<'_>>,
        witness: impl FnOnce() -> Witness,
    ) {
        let (extent, marks, kept) = match way {
            Way::Good => return,
            Way::Drop => (&mut self.broken, &mut self.broken_at, &mut self.witness),
            Way::Look => (&mut self.unknown, &mut self.unknown_at, &mut self.suspect),
        };
        extent.pod_pairs += count.pod_pairs;
        extent.pod_host_pairs += count.pod_host_pairs;
        extent.node_pairs += count.node_pairs;
        for end in ends.into_iter().filter(|end| matches!(end.class.kind, Kind::Node { .. })) {
            if Marks::mark(&mut marks.ends, end.index) {
                extent.nodes += end.sum.hosts;
            }
        }
        if let Some(target) = target
            && Marks::mark(&mut marks.prefixes, target.index)
        {
            extent.prefixes += target.sum.hosts;
        }
        if kept.is_none() {
            *kept = Some(witness());
        }
    }
}

/// Sums of everything that is about pairs.
#[derive(Default)]
pub(super) struct Pairs {
    pod_pod: Tally,
    node_pod: Tally,
    pod_node: Tally,
    self_ip: Tally,
    answered: Tally,
    /// Whether every pod reaches every pod and node and gets answers.
    pub(super) all_reach: bool,
}

impl Proof {
    /// What came of every invariant, at the state that the proof is of.
    pub fn report(&self, state: &State) -> Report {
        let settled = self.settle(state);
        let size = self.size(&settled);
        let pairs = self.pairs(&settled);
        let mut findings = vec![
            self.about_pairs(Invariant::PodToPodNoNat, pairs.pod_pod, size.nodes),
            self.about_pairs(Invariant::NodeToPodNoNat, pairs.node_pod, size.nodes),
            self.about_pairs(Invariant::PodToNodeNoNat, pairs.pod_node, size.nodes),
            self.about_pairs(Invariant::PodSelfIpIsSeenIp, pairs.self_ip, size.nodes),
            self.routes(&settled),
            self.prefixes(size.nodes + size.nodes_not_ready),
            self.loops(state, size.nodes),
            self.about_pairs(Invariant::ReturnPathExists, pairs.answered, size.nodes),
            self.reachable_services(state, &settled, pairs.all_reach, size.nodes),
        ];
        for finding in &mut findings {
            self.doubt(finding);
        }
        Report { revision: self.revision, size, findings, settled }
    }

    fn size(&self, settled: &Settled) -> Size {
        let mut size = Size { tables: self.tables.len() as u64, ..Size::default() };
        for (class, sum) in &settled.classes {
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

    fn pairs(&self, settled: &Settled) -> Pairs {
        let mut pairs = Pairs { all_reach: true, ..Pairs::default() };
        let members: Vec<_> = settled
            .classes
            .iter()
            .enumerate()
            .map(|(index, (class, sum))| Member { index, class, sum })
            .collect();
        for from in &members {
            if from.class.is_ready_node() {
                self.home(&mut pairs, settled, *from);
            }
            for to in &members {
                self.between(&mut pairs, settled, *from, *to);
            }
        }
        pairs
    }

    /// All flows from machines of one class to other machines of another, or of the same.
    fn between(&self, pairs: &mut Pairs, settled: &Settled, from: Member<'_>, to: Member<'_>) {
        let width = self.setting.families.len();
        let all =
            [Between::PodPod, Between::NodePod, Between::PodNode, Between::PodMachine, Between::MachinePod];
        for between in all {
            let count = Count::of(between, from.sum, to.sum, from.index == to.index);
            if count.is_none() {
                continue;
            }
            // A pair counts once, with the worst of its families.
            let ats = self.setting.families.iter().enumerate();
            let ats = ats.map(|(index, family)| At { family: *family, index, width });
            let fates: Vec<_> =
                ats.filter_map(|at| Some((at, settled.fate(between, from.class, to.class, at)?))).collect();
            let add = |tally: &mut Tally, judge: fn(Fate) -> Way| {
                let worst = fates.iter().map(|(at, fate)| (judge(*fate), at, fate));
                let Some((way, at, fate)) = worst.max_by_key(|(way, _, _)| *way) else { return };
                let by_filters = fate.filtered != Way::Good;
                let unreached = fate.forward != Way::Good || fate.rewritten || by_filters;
                let target = if unreached { to } else { from };
                let target = Some(target).filter(|target| target.sum.pods > 0);
                let witness = || Witness::Pair {
                    between,
                    from: from.class.clone(),
                    to: to.class.clone(),
                    family: at.family,
                    probe: settled
                        .sieve(between, from.class, to.class, at.family)
                        .probe
                        .filter(|_| by_filters),
                };
                if way == Way::Look {
                    tally.doubts.insert(if by_filters { Doubt::Filters } else { Doubt::NextHop });
                }
                tally.add(way, count, [from, to], target, witness);
            };
            match between {
                Between::PodPod => {
                    add(&mut pairs.pod_pod, Fate::untouched);
                    add(&mut pairs.self_ip, Fate::seen_as_sent);
                }
                Between::NodePod => add(&mut pairs.node_pod, Fate::untouched),
                Between::PodNode => {
                    add(&mut pairs.pod_node, Fate::untouched);
                    add(&mut pairs.self_ip, Fate::seen_as_sent);
                }
                Between::PodMachine | Between::MachinePod => {}
            }
            add(&mut pairs.answered, Fate::answered);
            if matches!(between, Between::PodPod | Between::PodNode) {
                pairs.all_reach &= fates.iter().all(|(_, fate)| fate.both() == Way::Good);
            }
        }
    }

    fn about_pairs(&self, invariant: Invariant, tally: Tally, nodes: u64) -> Finding {
        let has = |extent: &Extent| extent.pod_pairs > 0 || extent.pod_host_pairs > 0;
        let outcome = match (nodes, has(&tally.broken), has(&tally.unknown)) {
            (0, _, _) => Outcome::NotApplicable,
            (_, true, _) => Outcome::Violated,
            (_, false, true) => Outcome::Undetermined,
            (_, false, false) => Outcome::Holds,
        };
        let doubts = tally.doubts.into_iter().collect();
        let witness = tally.witness.or(tally.suspect);
        Finding { invariant, outcome, broken: tally.broken, unknown: tally.unknown, witness, doubts }
    }

    fn routes(&self, settled: &Settled) -> Finding {
        let invariant = Invariant::RoutePerNodeExact;
        let nodes: usize = self.tables.iter().map(|table| table.nodes).sum();
        let mut finding = Finding {
            invariant,
            outcome: Outcome::NotApplicable,
            broken: Extent::default(),
            unknown: Extent::default(),
            witness: None,
            doubts: Vec::new(),
        };
        if self.setting.mode != NetworkMode::Kubenet || nodes == 0 {
            return finding;
        }
        let width = self.setting.families.len();
        let used = |index: usize| self.tables.get(index / width).is_some_and(|table| table.nodes > 0);
        for (class, sum) in settled.classes.iter().filter(|(class, _)| class.kind != Kind::Machine) {
            let lacking = class.ways.iter().enumerate();
            let lacking = lacking.filter(|(index, ways)| used(*index) && ways.present && !ways.exact);
            let lacking: Vec<_> = lacking.map(|(index, _)| index).collect();
            if let Some(first) = lacking.first() {
                finding.broken.nodes += sum.hosts;
                finding.broken.prefixes += sum.hosts * lacking.len() as u64;
                finding.witness.get_or_insert_with(|| Witness::Lacking(class.clone(), *first));
            }
        }
        for (index, table) in self.tables.iter().enumerate().filter(|(_, table)| table.nodes > 0) {
            for row in table.extra.iter().filter(|row| !self.blocks.contains_key(row)) {
                finding.broken.prefixes += 1;
                finding.witness.get_or_insert(Witness::Row { table: index, row: *row });
            }
        }
        let clean = finding.broken == Extent::default();
        finding.outcome = if clean { Outcome::Holds } else { Outcome::Violated };
        finding
    }

    /// The block of the first machine of a class that lacks its row in a table.
    pub(super) fn lacking(&self, settled: &Settled, class: &Class, index: usize) -> Option<Witness> {
        let width = self.setting.families.len();
        let family = self.setting.families.get(index % width)?;
        let (_, host) = self.hosts.iter().find(|(key, host)| settled.class(key, host) == class)?;
        let row = host.blocks.iter().find(|block| block.0 == *family)?;
        Some(Witness::Row { table: index / width, row: *row })
    }

    fn prefixes(&self, nodes: u64) -> Finding {
        let outcome = match (nodes, self.overlaps) {
            (0, _) => Outcome::NotApplicable,
            (_, 0) => Outcome::Holds,
            (_, _) => Outcome::Violated,
        };
        let broken = Extent { prefixes: self.overlaps as u64, ..Extent::default() };
        let mut runs = self.runs.iter().zip(self.runs.iter().skip(1));
        // Nothing is looked for while nothing is shared.
        let shared = if self.overlaps == 0 {
            None
        } else {
            runs.find(|((a, last), (b, _))| a.0 == b.0 && **last >= b.1)
        };
        let witness = shared.map(|(_, ((family, first, _), _))| Witness::Shared(*family, *first));
        let invariant = Invariant::PodPrefixUnique;
        Finding { invariant, outcome, broken, unknown: Extent::default(), witness, doubts: Vec::new() }
    }

    /// What the lemma rests on and does not hold makes what holds by it open.
    fn doubt(&self, finding: &mut Finding) {
        if matches!(finding.invariant, Invariant::RoutePerNodeExact | Invariant::PodPrefixUnique) {
            return;
        }
        let reasons = [(self.clashes > 0, Doubt::VirtualIsReal), (self.overlaps > 0, Doubt::SharedPrefix)];
        finding.doubts.extend(reasons.into_iter().filter(|(is, _)| *is).map(|(_, doubt)| doubt));
        if finding.outcome == Outcome::Holds && !finding.doubts.is_empty() {
            finding.outcome = Outcome::Undetermined;
        }
    }

    /// Pods of one node: the node's bridge or host routes deliver, its masquerade list decides about the source, and
    /// policies about who may.
    fn home(&self, pairs: &mut Pairs, settled: &Settled, of: Member<'_>) {
        let pod_pairs = of.sum.squares - of.sum.pods;
        let count = Count { pod_pairs, pod_host_pairs: 0, node_pairs: of.sum.hosts };
        if pod_pairs == 0 {
            return;
        }
        let sieves =
            self.setting.families.iter().map(|family| (*family, settled.sieve_at_home(of.class, *family)));
        let Some((family, sieve)) = sieves.max_by_key(|(_, sieve)| sieve.way) else { return };
        let rewritten = !keeps_at_home(of.class) && self.setting.families.contains(&Family::V4);
        pairs.all_reach &= sieve.way == Way::Good;
        let (way, seen) = match (sieve.way, rewritten) {
            (Way::Look | Way::Drop, true) => (sieve.way, Way::Look),
            (Way::Look | Way::Drop, false) => (sieve.way, Way::Good),
            (Way::Good, true) => (Way::Drop, Way::Drop),
            (Way::Good, false) => return,
        };
        let probe = sieve.probe.map(|probe| (family, probe));
        for (tally, way) in [(&mut pairs.pod_pod, way), (&mut pairs.self_ip, seen)] {
            if way == Way::Look {
                tally.doubts.insert(Doubt::Filters);
            }
            tally.add(way, count, [of, of], Some(of), || Witness::Home(of.class.clone(), probe.clone()));
        }
    }
}
