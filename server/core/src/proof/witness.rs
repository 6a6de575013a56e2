//! Where is a packet that shows a finding? Looked for only when one is asked for.
//!
//! Classes are gone through in their order, not in the one in which they came to be, so that a proof that followed many
//! changes shows what one from cold shows.

use super::contracts::{Proof, Sum};
use super::finding::{Finding, Invariant, Outcome, Report, Witness};
use super::host::{Class, Way};
use super::looks::Settled;
use super::pairs::{Statement, judge};
use super::report::Count;
use crate::state::State;

impl Proof {
    /// A witness of what is broken, else of what is not known; `None` if nothing is.
    pub(super) fn witness(&self, state: &State, report: &Report, finding: &Finding) -> Option<Witness> {
        match finding.outcome {
            Outcome::Holds | Outcome::NotApplicable => return None,
            Outcome::Violated | Outcome::Undetermined => {}
        }
        let settled = report.settled(self);
        let nodes = report.size.nodes;
        match finding.invariant {
            Invariant::PodToPodNoNat => self.of_pairs(settled, Statement::PodPod),
            Invariant::NodeToPodNoNat => self.of_pairs(settled, Statement::NodePod),
            Invariant::PodToNodeNoNat => self.of_pairs(settled, Statement::PodNode),
            Invariant::PodSelfIpIsSeenIp => self.of_pairs(settled, Statement::SelfIp),
            Invariant::ReturnPathExists => self.of_pairs(settled, Statement::Answered),
            Invariant::RoutePerNodeExact => self.of_routes(),
            Invariant::PodPrefixUnique => self.of_prefixes(),
            Invariant::NoRoutingLoop => self.loops(state, nodes).1,
            Invariant::ServiceHasReachableEndpoint => {
                let all_reach = !self.some_fail(settled);
                self.reachable_services(state, &report.settled, all_reach, nodes).1
            }
        }
    }

    fn of_pairs(&self, settled: &Settled, statement: Statement) -> Option<Witness> {
        let mut suspect = None;
        for from in &settled.classes {
            let home = self.of_home(settled, statement, from);
            let pairs = settled.classes.iter().flat_map(|to| self.of_classes(settled, statement, from, to));
            for (way, witness) in home.into_iter().chain(pairs) {
                match way {
                    Way::Good => {}
                    Way::Look => {
                        suspect.get_or_insert(witness);
                    }
                    Way::Drop => return Some(witness),
                }
            }
        }
        suspect
    }

    fn of_home(
        &self,
        settled: &Settled,
        statement: Statement,
        (class, sum): &(std::sync::Arc<Class>, Sum),
    ) -> Option<(Way, Witness)> {
        if !class.is_ready_node() || sum.squares == sum.pods {
            return None;
        }
        let (family, _, way, seen) = self.at_home(Some(settled), class);
        let way = match statement {
            Statement::PodPod => way,
            Statement::SelfIp => seen,
            Statement::NodePod | Statement::PodNode | Statement::Answered => return None,
        };
        let probe = settled.sieve_at_home(class, family).probe.map(|probe| (family, probe));
        Some((way, Witness::Home(class.clone(), probe)))
    }

    fn of_classes(
        &self,
        settled: &Settled,
        statement: Statement,
        (from, sum): &(std::sync::Arc<Class>, Sum),
        (to, to_sum): &(std::sync::Arc<Class>, Sum),
    ) -> Vec<(Way, Witness)> {
        let judgement = judge(from, to, &self.setting.families, Some(settled));
        let mut found = Vec::new();
        for line in &judgement.lines {
            let between = line.between;
            if Count::of(between, sum, to_sum, from == to).is_none() {
                continue;
            }
            for (_, mark) in line.marks.iter().filter(|(of, _)| *of == statement) {
                let Some(family) = self.setting.families.get(mark.family).copied() else { continue };
                let sieve = settled.sieve(between, from, to, family);
                let probe = sieve.probe.filter(|_| mark.by_filters);
                let (from, to) = (from.clone(), to.clone());
                found.push((mark.way, Witness::Pair { between, from, to, family, probe }));
            }
        }
        found
    }

    /// The first row that a table lacks, else the first that it has beyond.
    fn of_routes(&self) -> Option<Witness> {
        let width = self.setting.families.len();
        let classes = self.classes.sorted();
        let lacks = classes.iter().find_map(|(class, _)| Some((class, self.lacking_of(class).next()?)));
        if let Some((class, index)) = lacks {
            let family = self.setting.families.get(index % width)?;
            let (_, host) = self.hosts.iter().find(|(_, host)| host.class == *class)?;
            let row = host.blocks.iter().find(|block| block.0 == *family)?;
            return Some(Witness::Row { table: index / width, row: *row });
        }
        let tables = self.tables.iter().enumerate().filter(|(_, table)| table.nodes > 0);
        let mut strays = tables.filter_map(|(table, of)| {
            let row = self.strays(of).next()?;
            Some(Witness::Row { table, row })
        });
        strays.next()
    }

    fn of_prefixes(&self) -> Option<Witness> {
        let mut runs = self.runs.iter().zip(self.runs.iter().skip(1));
        let shared = runs.find(|((a, last), (b, _))| a.0 == b.0 && **last >= b.1);
        shared.map(|(_, ((family, first, _), _))| Witness::Shared(*family, *first))
    }
}
