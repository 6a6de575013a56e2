//! What would changes do: the same commands, decided on a copy of the state that is thrown away.

use std::collections::BTreeMap;

use super::contracts::Proof;
use super::finding::Report;
use super::host::{Class, Host, Way};
use super::pairs::{At, Between};
use crate::command::{Command, Request};
use crate::decide::{Context, Outcome, decide};
use crate::event::{Event, Record};
use crate::name::NodeName;
use crate::rejection::Rejection;
use crate::state::State;

/// A copy of a state to try commands on.
#[derive(Clone, Debug)]
pub struct Fork {
    /// The state with the commands so far.
    pub state: State,
}

impl Fork {
    /// A copy; it costs a few pointers.
    pub fn of(state: &State) -> Self {
        Self { state: state.clone() }
    }

    /// Tries a command after those before it.
    ///
    /// # Errors
    /// The refusal that the command would meet; the copy is as it was then.
    pub fn attempt(&mut self, command: Command) -> Result<(), Rejection> {
        let context = Context { now: self.state.time, actor: "what-if".to_owned() };
        match decide(&self.state, &Request::plain(command), &context)? {
            Outcome::Committed(events) => self.apply(events),
            Outcome::Unchanged(_) | Outcome::Replayed(_) => {}
        }
        Ok(())
    }

    fn apply(&mut self, events: Vec<Event>) {
        let revision = self.state.revision.next();
        let (time, actor) = (self.state.time, "what-if".to_owned());
        self.state.apply(&Record { revision, time, actor, request: None, events });
    }
}

/// What becomes of the way to the pods of one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeReach {
    /// The node.
    pub node: NodeName,
    /// Other nodes whose pods reach these pods, with answers, only afterwards.
    pub gained: u64,
    /// Other nodes whose pods reach these pods, with answers, only before.
    pub lost: u64,
}

/// Who reaches whom before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Nodes with a difference: those that lose first, then by name.
    pub nodes: Vec<NodeReach>,
    /// Ordered pairs of nodes, there before and after, that are won.
    pub pairs_gained: u64,
    /// Ordered pairs of nodes, there before and after, that are lost.
    pub pairs_lost: u64,
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The state.
    pub state: &'a State,
    /// Its proof.
    pub proof: &'a Proof,
    /// Its report.
    pub report: &'a Report,
}

impl<'a> Side<'a> {
    fn classes(&self) -> BTreeMap<&'a NodeName, &'a Class> {
        let (proof, settled) = (self.proof, self.report.settled(self.proof));
        let class = |node: &'a crate::model::Node| {
            let key = Host::key(&node.addresses)?;
            Some((&node.name, &**settled.class(&key, proof.hosts.get(&key)?)))
        };
        self.state.nodes_of(&proof.setting.cluster).filter_map(|node| class(node)).collect()
    }

    fn reaches(&self, from: &Class, to: &Class) -> bool {
        let families = &self.proof.setting.families;
        let at = |(index, family)| At { family, index, width: families.len() };
        let settled = self.report.settled(self.proof);
        let each = families.iter().copied().enumerate();
        let mut fates = each.map(|each| settled.fate(Between::PodPod, from, to, at(each)));
        fates.all(|fate| fate.is_some_and(|fate| fate.both() == Way::Good))
    }
}

/// Compares who reaches whom. Nodes are put together by their classes on both sides, so that the cost is linear in nodes
/// and square in classes.
pub fn compare(before: Side<'_>, after: Side<'_>) -> Reach {
    let (old, new) = (before.classes(), after.classes());
    let mut joint: BTreeMap<(&Class, &Class), Vec<&NodeName>> = BTreeMap::new();
    for (node, class) in &old {
        if let Some(later) = new.get(node) {
            joint.entry((class, later)).or_default().push(node);
        }
    }
    let mut reach = Reach::default();
    for ((to_old, to_new), targets) in &joint {
        let (mut gained, mut lost) = (0, 0);
        for ((from_old, from_new), sources) in &joint {
            let itself = (from_old, from_new) == (to_old, to_new);
            let others = sources.len() as u64 - u64::from(itself);
            match (before.reaches(from_old, to_old), after.reaches(from_new, to_new)) {
                (true, false) => lost += others,
                (false, true) => gained += others,
                (true, true) | (false, false) => {}
            }
        }
        if gained == 0 && lost == 0 {
            continue;
        }
        reach.pairs_gained += gained * targets.len() as u64;
        reach.pairs_lost += lost * targets.len() as u64;
        reach.nodes.extend(targets.iter().map(|node| NodeReach { node: (*node).clone(), gained, lost }));
    }
    reach.nodes.sort_by(|a, b| (b.lost > 0, &a.node).cmp(&(a.lost > 0, &b.node)));
    reach
}
