//! What happens between two machines, from the contracts of both: the lemma that makes pairs follow from machines.
//!
//! A packet's way between two machines of a cluster has four decisions, each with one place: the sender's node rewrites
//! the source or not, by destination alone; the sender's table leads to the receiver or not; the receiver's node rewrites
//! by the same list; and for the answer the receiver's table leads back, to the pod if the source was kept and to the
//! node if not, where connection tracking undoes the rest. This module must not know how many machines there are.

use super::few::Few;
use super::host::{Class, Kind, Way, Ways};
use super::looks::Settled;
use crate::address::Family;

/// Which ends a flow has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Between {
    /// A pod, and a pod of another node.
    PodPod,
    /// A node, and a pod of another one.
    NodePod,
    /// A pod, and another node.
    PodNode,
    /// A pod, and a virtual machine.
    PodMachine,
    /// A virtual machine, and a pod.
    MachinePod,
}

impl Between {
    /// All.
    pub(super) const ALL: [Self; 5] =
        [Self::PodPod, Self::NodePod, Self::PodNode, Self::PodMachine, Self::MachinePod];

    /// The statements that such flows are about.
    pub(super) fn statements(self) -> &'static [Statement] {
        match self {
            Self::PodPod => &[Statement::PodPod, Statement::SelfIp, Statement::Answered],
            Self::NodePod => &[Statement::NodePod, Statement::Answered],
            Self::PodNode => &[Statement::PodNode, Statement::SelfIp, Statement::Answered],
            Self::PodMachine | Self::MachinePod => &[Statement::Answered],
        }
    }
}

/// Statements about pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// Pods reach pods untouched.
    PodPod,
    /// Nodes reach pods untouched.
    NodePod,
    /// Pods reach nodes untouched.
    PodNode,
    /// What arrives has the source that it was sent with.
    SelfIp,
    /// What arrives is answered.
    Answered,
}

impl Statement {
    fn way(self, fate: Fate) -> Way {
        match self {
            Self::PodPod | Self::NodePod | Self::PodNode => fate.untouched(),
            Self::SelfIp => fate.seen_as_sent(),
            Self::Answered => fate.answered(),
        }
    }
}

/// What comes of one statement for flows between two classes, with the worst of their families.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// What comes of it.
    pub(super) way: Way,
    /// Index of the family.
    pub(super) family: usize,
    /// Whether the way to the receiver, and not the one back, is in question.
    pub(super) unreached: bool,
    /// Whether filters are.
    pub(super) by_filters: bool,
}

/// What comes of flows of one kind between two classes.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Of which kind.
    pub(super) between: Between,
    /// The statements that do not hold for all of them.
    pub(super) marks: Few<(Statement, Mark)>,
    /// Whether pods reach, and get answers, in every family.
    pub(super) reaches: bool,
}

/// What comes of all flows between two classes.
#[derive(Clone, Debug)]
pub(super) struct Judgement {
    /// The kinds of flows of which there is something to count.
    pub(super) lines: Box<[Line]>,
}

/// Judges the flows from machines of one class to those of another; `settled` knows the filters, if there are any.
pub(super) fn judge(from: &Class, to: &Class, families: &[Family], settled: Option<&Settled>) -> Judgement {
    let lines = Between::ALL.into_iter().filter_map(|between| line(between, from, to, families, settled));
    Judgement { lines: lines.collect() }
}

fn line(
    between: Between,
    from: &Class,
    to: &Class,
    families: &[Family],
    settled: Option<&Settled>,
) -> Option<Line> {
    let good = Mark { way: Way::Good, family: 0, unreached: false, by_filters: false };
    let (mut marks, mut reaches) = ([good; 3], true);
    for (index, family) in families.iter().enumerate() {
        let at = At { family: *family, index, width: families.len() };
        let fate = match settled {
            Some(settled) => settled.fate(between, from, to, at),
            None => fate(between, from, to, at),
        };
        let Some(fate) = fate else { continue };
        let by_filters = fate.filtered != Way::Good;
        let unreached = fate.forward != Way::Good || fate.rewritten || by_filters;
        for (statement, mark) in between.statements().iter().zip(&mut marks) {
            // A pair counts once, with the worst of its families.
            let way = statement.way(fate);
            if way >= mark.way {
                *mark = Mark { way, family: index, unreached, by_filters };
            }
        }
        if matches!(between, Between::PodPod | Between::PodNode) {
            reaches &= fate.both() == Way::Good;
        }
    }
    let marks = between.statements().iter().copied().zip(marks);
    let marks: Few<_> = marks.filter(|(_, mark)| mark.way != Way::Good).collect();
    (!reaches || !marks.is_empty()).then_some(Line { between, marks, reaches })
}

/// What becomes of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fate {
    /// The way of the packet.
    pub(super) forward: Way,
    /// The way of the answer, if the packet arrives.
    pub(super) reply: Way,
    /// Whether the source is rewritten.
    pub(super) rewritten: bool,
    /// What security groups and network policies do to the packet; they let every answer pass.
    pub(super) filtered: Way,
}

impl Fate {
    /// Whether packet and answer arrive.
    pub(super) fn both(self) -> Way {
        self.arrives().then(self.reply)
    }

    /// Whether the packet arrives, in whatever form.
    pub(super) fn arrives(self) -> Way {
        match self.forward {
            Way::Good | Way::Drop => self.forward.and(self.filtered),
            Way::Look => Way::Look,
        }
    }

    /// Whether they would without filters.
    pub(super) fn routed(self) -> Way {
        self.forward.then(self.reply)
    }

    /// Whether packet and answer arrive as they were sent.
    pub(super) fn untouched(self) -> Way {
        match self.filtered {
            // Whatever lies behind a filter of which nothing is known is not seen.
            Way::Look => Way::Look,
            Way::Good | Way::Drop if self.rewritten => Way::Drop,
            Way::Good | Way::Drop => self.both(),
        }
    }

    /// Whether, if the packet arrives, the answer does.
    pub(super) fn answered(self) -> Way {
        match (self.forward, self.reply) {
            (Way::Drop, _) | (Way::Good, Way::Good) => Way::Good,
            (Way::Good, Way::Drop) => self.if_let_pass(),
            // What an unknown machine on the way does to one direction may concern the other.
            (Way::Look, _) | (Way::Good, Way::Look) => Way::Look,
        }
    }

    /// Whether, if the packet arrives, it has the source that it was sent with.
    pub(super) fn seen_as_sent(self) -> Way {
        match (self.forward, self.rewritten) {
            (Way::Drop, _) | (Way::Good, false) => Way::Good,
            (Way::Good, true) => self.if_let_pass(),
            (Way::Look, _) => Way::Look,
        }
    }

    /// That something becomes of a packet behind filters is certain only where they let every packet pass.
    fn if_let_pass(self) -> Way {
        if self.filtered == Way::Good { Way::Drop } else { Way::Look }
    }
}

/// The family at an index of a class' ways.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// The family.
    pub(super) family: Family,
    /// Its index among the cluster's families.
    pub(super) index: usize,
    /// Their count.
    pub(super) width: usize,
}

/// How a sender's table leads to a receiver.
fn toward<'c>(from: &Class, to: &'c Class, at: At) -> Option<&'c Ways> {
    to.ways.get(from.table * at.width + at.index).filter(|ways| ways.present)
}

/// What routes and nodes do to a flow between machines of two classes; `None` if they lack the family, or are not such
/// ends.
pub(super) fn fate(between: Between, from: &Class, to: &Class, at: At) -> Option<Fate> {
    let (there, back) = (toward(from, to, at)?, toward(to, from, at)?);
    let v6 = at.family == Family::V6;
    let good_if = |holds| if holds { Way::Good } else { Way::Drop };
    let pods = |class: &Class| match class.kind {
        Kind::Node { ready: true, carries, keeps_to_pods } => Some((carries, keeps_to_pods || v6)),
        Kind::Node { ready: false, .. } | Kind::Machine => None,
    };
    let is_machine = |class: &Class| class.kind == Kind::Machine;
    let kept_to_own = to.keeps_to_own || v6;
    // A pod's packet leaves under the pod's address or, rewritten, under the node's; the answer comes back to the same.
    let from_pod = |there: Way, kept: bool| {
        let (carries, _) = pods(from)?;
        let (sent, reply) =
            if kept { (good_if(carries), back.pods.and(good_if(carries))) } else { (Way::Good, back.own) };
        Some(Fate { forward: sent.then(there), reply, rewritten: !kept, filtered: Way::Good })
    };
    match between {
        Between::PodPod => {
            let (carries, kept) = pods(to)?;
            from_pod(there.pods.then(good_if(carries)), kept)
        }
        Between::PodNode => {
            pods(to)?;
            from_pod(there.own, kept_to_own)
        }
        Between::PodMachine if is_machine(to) => from_pod(there.own, kept_to_own),
        Between::NodePod | Between::MachinePod => {
            let (carries, kept) = pods(to)?;
            if is_machine(from) != (between == Between::MachinePod) {
                return None;
            }
            if between == Between::NodePod {
                pods(from)?;
            }
            let forward = there.pods.then(good_if(carries));
            // It is the receiver's node that rewrites what a node or machine sent.
            let rewritten = !kept && forward == Way::Good;
            Some(Fate { forward, reply: back.own, rewritten, filtered: Way::Good })
        }
        Between::PodMachine => None,
    }
}

/// Whether pods of one node keep their source towards each other.
pub(super) fn keeps_at_home(class: &Class) -> bool {
    match class.kind {
        Kind::Node { keeps_to_pods, .. } => keeps_to_pods,
        Kind::Machine => true,
    }
}
