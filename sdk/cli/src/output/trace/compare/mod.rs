//! What differs between two traces of one flow, decision by decision?

pub mod json;
pub mod markdown;
pub mod text;

use podnet::v1::{self, trace_step::Detail};

use super::align::pairs;
use super::branches::{deciding, replies};
use super::hop::hops;
use super::question::Question;

/// One of the two traces.
#[derive(Debug, Clone)]
pub struct Side<'a> {
    /// What makes it differ, as `revision 52` or the name of a cluster.
    pub label: String,
    /// What was asked.
    pub question: &'a Question,
    /// What came of it.
    pub result: &'a v1::FlowResult,
}

/// A step of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Where.
    pub place: String,
    /// What is said: the verb with the first part, then the others.
    pub parts: Vec<String>,
    /// Word that steps are aligned by.
    key: String,
    /// What has to be the same for the decision to be the same.
    decision: String,
}

/// Steps that stand for each other; `None` where one side has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Step of the first trace.
    pub one: Option<Cell>,
    /// Step of the second trace.
    pub other: Option<Cell>,
}

impl Cell {
    /// What is said, on one line.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.join("  ")
    }
}

impl Row {
    /// Whether the decision differs.
    #[must_use]
    pub fn differs(&self) -> bool {
        match (&self.one, &self.other) {
            (Some(one), Some(other)) => one.decision != other.decision,
            (Some(_), None) | (None, Some(_)) | (None, None) => true,
        }
    }
}

/// Rows of both ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// From source to destination.
    pub forward: Vec<Row>,
    /// The way back.
    pub back: Vec<Row>,
}

impl Rows {
    /// How many decisions differ.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.forward.iter().chain(&self.back).filter(|row| row.differs()).count()
    }
}

/// Compares the branches that decide. Of two clusters names and addresses differ anyway, so that there only the kind of a
/// decision counts.
#[must_use]
pub fn rows(sides: &[Side<'_>; 2], kinds_only: bool) -> Rows {
    let [one, other] = sides;
    let ways = |side: &Side<'_>| {
        let forward = deciding(side.result);
        let back = forward.and_then(|trace| replies(side.result, trace).into_iter().next());
        [forward, back]
            .map(|trace| trace.map(|trace| cells(trace, side.question, kinds_only)).unwrap_or_default())
    };
    let ([one_forward, one_back], [other_forward, other_back]) = (ways(one), ways(other));
    Rows { forward: align(&one_forward, &other_forward), back: align(&one_back, &other_back) }
}

fn cells(trace: &v1::Trace, question: &Question, kinds_only: bool) -> Vec<Cell> {
    let mut cells = Vec::new();
    for hop in hops(trace, question, false) {
        for told in &hop.steps {
            let said = told.said.parts.iter().chain(&told.packet).filter(|part| !part.is_empty());
            let mut parts: Vec<String> = said.cloned().collect();
            let verb = told.said.verb;
            match parts.first_mut() {
                Some(first) => *first = format!("{verb} {first}"),
                None => parts.push(verb.to_owned()),
            }
            let place = hop.place.label();
            let decision = if kinds_only { kind(told.step) } else { format!("{place} {}", parts.join("  ")) };
            // A rewriting stands beside the one that does not happen, and a route beside a local one.
            let verb = match verb {
                "SKIP_NAT" => "NAT",
                "LOCAL" => "ROUTE",
                verb => verb,
            };
            let key = format!("{} {verb}", hop.place.kind.word());
            cells.push(Cell { place, parts, key, decision });
        }
    }
    cells
}

/// What a step decides, without names and addresses.
fn kind(step: &v1::TraceStep) -> String {
    let detail = match &step.detail {
        Some(Detail::Route(decision)) => {
            let winner = decision.winner.as_ref();
            winner.map_or_else(String::new, |route| {
                format!("{} {}", route.source().as_str_name(), route.next_hop_type().as_str_name())
            })
        }
        Some(Detail::Nat(record)) => record.kind().as_str_name().to_owned(),
        Some(Detail::SkipNat(skip)) => skip.reason().as_str_name().to_owned(),
        Some(Detail::Filter(decision)) => decision.outcome().as_str_name().to_owned(),
        Some(Detail::Drop(cause)) => {
            v1::DropCause::try_from(*cause).unwrap_or_default().as_str_name().to_owned()
        }
        Some(Detail::Forward(target)) => {
            v1::ForwardTarget::try_from(*target).unwrap_or_default().as_str_name().to_owned()
        }
        Some(Detail::Abort(cause)) => {
            v1::AbortCause::try_from(*cause).unwrap_or_default().as_str_name().to_owned()
        }
        Some(Detail::NextHop(_) | Detail::Backend(_) | Detail::Session(_)) | None => String::new(),
    };
    format!("{} {detail}", step.kind().as_str_name())
}

/// Pairs steps by the kinds of their places and their verbs.
fn align(one: &[Cell], other: &[Cell]) -> Vec<Row> {
    let keys = |cells: &[Cell]| cells.iter().map(|cell| cell.key.clone()).collect::<Vec<_>>();
    let cell = |cells: &[Cell], index: Option<usize>| index.and_then(|index| cells.get(index)).cloned();
    let pairs = pairs(&keys(one), &keys(other)).into_iter();
    pairs.map(|(i, j)| Row { one: cell(one, i), other: cell(other, j) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn only_decisions_that_differ_count() {
        let (question, one) = (sample::question(), sample::result());
        let mut other = one.clone();
        other.forward_traces[0].steps.remove(2);
        let side = |result| Side { label: String::new(), question: &question, result };
        assert_eq!(rows(&[side(&one), side(&one)], false).changes(), 0);
        let rows = rows(&[side(&one), side(&other)], false);
        let differing: Vec<&Row> = rows.forward.iter().filter(|row| row.differs()).collect();
        assert_eq!(differing.len(), 2, "{differing:#?}");
        assert!(differing[0].one.as_ref().is_some_and(|cell| cell.text().starts_with("NAT")));
        assert!(differing[0].other.is_none());
    }
}
