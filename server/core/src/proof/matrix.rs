//! Who reaches whom, by classes of nodes, for people to look at.

use super::contracts::Proof;
use super::finding::Report;
use super::host::{Class, Kind, Way};
use super::looks::Settled;
use super::pairs::{At, Between, Fate, keeps_at_home};
use crate::address::Family;
use crate::name::{NodeName, RouteTableName};
use crate::state::State;

/// Classes that a matrix shows; more no one reads, and the size says how many there are.
const MATRIX_CLASSES_MAX: usize = 64;

/// Nodes that reach and are reached alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeClass {
    /// First node by name.
    pub example: NodeName,
    /// Number of nodes.
    pub nodes: u64,
    /// Pods that they may hold.
    pub pods: u64,
    /// The table that decides for them.
    pub table: Option<RouteTableName>,
}

/// Rows send, columns receive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Classes in the order of their first nodes.
    pub classes: Vec<NodeClass>,
    /// A letter for each pair: `.` untouched both ways, `N` rewritten, `R` no answer, `X` does not arrive, `?` not known,
    /// `-` no such pair.
    pub rows: Vec<String>,
}

impl Proof {
    /// The matrix of pods to pods.
    pub fn matrix(&self, state: &State, report: &Report) -> Matrix {
        let settled = report.settled(self);
        let mut found: Vec<(&Class, NodeClass)> = Vec::new();
        for node in state.nodes_of(&self.setting.cluster) {
            let host =
                super::host::Host::key(&node.addresses).and_then(|key| Some((key, self.hosts.get(&key)?)));
            let Some((key, host)) = host.filter(|(_, host)| host.is_ready_node()) else { continue };
            let class: &Class = settled.class(&key, host);
            if let Some((_, known)) = found.iter_mut().find(|(known, _)| *known == class) {
                known.nodes += 1;
                known.pods += u64::from(host.pods);
            } else if found.len() < MATRIX_CLASSES_MAX {
                let table = self.tables.get(class.table).and_then(|table| table.name.clone());
                let of =
                    NodeClass { example: node.name.clone(), nodes: 1, pods: u64::from(host.pods), table };
                found.push((class, of));
            }
        }
        let row = |(from, of): &(&Class, NodeClass)| {
            let letters =
                found.iter().map(|(to, _)| self.letter(settled, from, to, *from == *to && of.nodes == 1));
            letters.collect()
        };
        let rows = found.iter().map(row).collect();
        Matrix { classes: found.into_iter().map(|(_, class)| class).collect(), rows }
    }

    fn letter(&self, settled: &Settled, from: &Class, to: &Class, alone: bool) -> char {
        if alone {
            let kept = keeps_at_home(from) || !self.setting.families.contains(&Family::V4);
            let home = self.setting.families.iter().map(|family| settled.sieve_at_home(from, *family).way);
            let home = home.max().unwrap_or(Way::Good);
            return if matches!(from.kind, Kind::Machine) {
                '-'
            } else if home != Way::Good {
                if home == Way::Drop { 'X' } else { '?' }
            } else if kept {
                '.'
            } else {
                'N'
            };
        }
        let width = self.setting.families.len();
        let ats = self.setting.families.iter().enumerate();
        let fates = ats.filter_map(|(index, family)| {
            settled.fate(Between::PodPod, from, to, At { family: *family, index, width })
        });
        fates.map(letter_of).max_by_key(|letter| ".NR?X".find(*letter)).unwrap_or('-')
    }
}

fn letter_of(fate: Fate) -> char {
    match (fate.arrives(), fate.reply, fate.rewritten) {
        (Way::Drop, _, _) => 'X',
        (Way::Good, Way::Drop, _) => 'R',
        (Way::Look, _, _) | (_, Way::Look, _) => '?',
        (Way::Good, Way::Good, true) => 'N',
        (Way::Good, Way::Good, false) => '.',
    }
}
