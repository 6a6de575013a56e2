//! What is the answer in one word: for a branch, for a direction, for the flow.
//!
//! REACHABLE needs the packet and its answer on every branch (law L15); what the model does not know is UNDETERMINED,
//! never a guess (law L18).

use std::borrow::Cow;
use std::sync::Arc;

use super::hop::Ending;
use super::step::Place;
use super::vocabulary::{
    AbortCause, AssumptionKind, DropCause, FlowDirection, ForwardTarget, Symmetry, Verdict,
};

/// Something that was relied on without being known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// What.
    pub kind: AssumptionKind,
    /// Where: resource name or address; empty for everywhere.
    pub place: String,
    /// The assumption as an English sentence.
    pub explanation: Cow<'static, str>,
}

/// The verdicts of a flow, without its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdicts {
    /// Of the whole flow.
    pub overall: Verdict,
    /// Whether the packet arrives.
    pub forward: Verdict,
    /// Whether the answer arrives; `None` if it was not traced.
    pub reply: Option<Verdict>,
    /// How the answer relates to the forward path.
    pub symmetry: Symmetry,
}

/// Why a flow does not work.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowCause {
    /// Way on which it fails.
    pub direction: FlowDirection,
    /// Cause.
    pub cause: Cause,
    /// Where.
    pub place: Arc<Place>,
    /// The cause as an English sentence with figures.
    pub explanation: String,
    /// What to change; empty if nothing is known to help.
    pub remediation: String,
}

/// What kind of end a failing branch has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Dropped.
    Drop(DropCause),
    /// Left the modelled world.
    Forward(ForwardTarget),
    /// Given up.
    Abort(AbortCause),
}

/// The verdict of one branch.
pub(super) fn of_ending(ending: &Ending) -> Verdict {
    match ending {
        Ending::Deliver(_) => Verdict::Reachable,
        Ending::Drop(_) => Verdict::Unreachable,
        Ending::Forward(_) | Ending::Abort(_) => Verdict::Undetermined,
    }
}

/// The verdict over branches.
pub(super) fn over(branches: impl IntoIterator<Item = Verdict>) -> Verdict {
    let (mut good, mut bad, mut open) = (false, false, false);
    for verdict in branches {
        match verdict {
            Verdict::Reachable => good = true,
            Verdict::Unreachable => bad = true,
            Verdict::Ambiguous => (good, bad) = (true, true),
            Verdict::Undetermined => open = true,
        }
    }
    match (good, bad, open) {
        (true, true, _) => Verdict::Ambiguous,
        (_, _, true) | (false, false, false) => Verdict::Undetermined,
        (true, false, false) => Verdict::Reachable,
        (false, true, false) => Verdict::Unreachable,
    }
}

/// How answers relate to forward paths; each pair is the places of a delivered branch and those of its answer.
pub(super) fn symmetry<'p>(
    reply: Option<Verdict>,
    pairs: impl Iterator<Item = (&'p [Arc<Place>], &'p [Arc<Place>])>,
) -> Symmetry {
    match reply {
        Some(Verdict::Reachable) => {
            let mirrored = |(there, back): (&[Arc<Place>], &[Arc<Place>])| there.iter().eq(back.iter().rev());
            if pairs.into_iter().all(mirrored) { Symmetry::Symmetric } else { Symmetry::AsymmetricButWorks }
        }
        Some(Verdict::Unreachable | Verdict::Ambiguous) => Symmetry::ForwardOnly,
        Some(Verdict::Undetermined) | None => Symmetry::NotEvaluated,
    }
}
