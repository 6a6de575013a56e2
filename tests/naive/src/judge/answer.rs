//! What a judgement consists of, in a form that the domain's trace can be turned into too.

use std::collections::BTreeSet;
use std::fmt;

use podnet_core::flow::vocabulary::{AbortCause, DropCause, ForwardTarget, NatKind, Symmetry, Verdict};
use podnet_core::flow::{Packet, Place};

/// How a branch ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It arrives.
    Deliver,
    /// It is dropped.
    Drop(DropCause),
    /// It leaves the modelled world.
    Forward(ForwardTarget),
    /// The model can't go on.
    Abort(AbortCause),
}

/// A choice of route, at a subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The route that is taken, as text.
    pub winner: Option<Row>,
    /// The routes that match and lose, each with the reason.
    pub losers: BTreeSet<Row>,
}

/// A route as text, so that two judges can compare without sharing a type.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row(pub String);

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One branch of one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The forward branch that it answers; its own number for a forward branch.
    pub answers: usize,
    /// Share of new flows.
    pub weight: f64,
    /// How it ends.
    pub ending: Ending,
    /// Places in order, each with the packet as it leaves there; the last is where it ends.
    pub path: Vec<(Place, Packet)>,
    /// Choices of route, in order.
    pub choices: Vec<Choice>,
    /// Rewritings, in order.
    pub rewritings: Vec<(Place, NatKind)>,
    /// What security groups and policies said, in order, each with the place.
    pub filters: Vec<(Place, String)>,
}

/// What happens to a flow.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Verdict of the whole flow.
    pub overall: Verdict,
    /// Verdict of the way there.
    pub forward: Verdict,
    /// Verdict of the way back; `None` if there is none.
    pub reply: Option<Verdict>,
    /// How the two ways relate.
    pub symmetry: Symmetry,
    /// Branches there.
    pub there: Vec<Branch>,
    /// Branches back.
    pub back: Vec<Branch>,
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "    branch of {} weight {:.4} {:?}", self.answers, self.weight, self.ending)?;
        for (place, packet) in &self.path {
            let name = match place {
                Place::Gateway(of) | Place::OnPremises(of) => format!("{place} of {of}"),
                Place::Pod(_)
                | Place::Node(_)
                | Place::Vm(_)
                | Place::Subnet(_)
                | Place::LoadBalancer(_)
                | Place::NatGateway(_)
                | Place::Internet
                | Place::Nowhere => place.to_string(),
            };
            writeln!(f, "      {name:48} {packet} ttl {}", packet.ttl)?;
        }
        for choice in &self.choices {
            writeln!(f, "      route {:?}", choice.winner)?;
            for loser in &choice.losers {
                writeln!(f, "        lost {loser:?}")?;
            }
        }
        writeln!(f, "      rewritten {:?}", self.rewritings)?;
        self.filters.iter().try_for_each(|(place, text)| writeln!(f, "      filter at {place}: {text}"))
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  {} (there {}, back {}, {})",
            self.overall.text(),
            self.forward.text(),
            self.reply.map_or("-", Verdict::text),
            self.symmetry.text()
        )?;
        writeln!(f, "  there")?;
        self.there.iter().try_for_each(|branch| branch.fmt(f))?;
        writeln!(f, "  back")?;
        self.back.iter().try_for_each(|branch| branch.fmt(f))
    }
}
