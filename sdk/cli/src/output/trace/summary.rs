//! What is the answer in a few words: the verdict, both ways, the cause?

use podnet::v1::{self, FlowDirection, Verdict, flow_cause::Cause};

use super::place::Place;
use super::question::Question;
use crate::output::words::{printable, word};

/// The verdict as its enum name; unknown ones are undetermined.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Reachable => "REACHABLE",
        Verdict::Unreachable => "UNREACHABLE",
        Verdict::Ambiguous => "AMBIGUOUS",
        Verdict::Undetermined | Verdict::Unspecified => "UNDETERMINED",
    }
}

/// What becomes of packet and reply.
#[must_use]
pub fn ways(result: &v1::FlowResult) -> String {
    let forward = match result.forward_verdict() {
        Verdict::Reachable => "forward delivered",
        Verdict::Unreachable => "forward LOST",
        Verdict::Ambiguous => "forward delivered on SOME branches",
        Verdict::Undetermined | Verdict::Unspecified => "forward UNKNOWN",
    };
    let back = match result.return_verdict() {
        Verdict::Reachable => ", reply delivered",
        Verdict::Unreachable => ", reply LOST",
        Verdict::Ambiguous => ", reply delivered on SOME branches",
        Verdict::Undetermined => ", reply UNKNOWN",
        Verdict::Unspecified => "",
    };
    let symmetry = match result.symmetry() {
        v1::Symmetry::AsymmetricButWorks => " by another path",
        v1::Symmetry::Unspecified
        | v1::Symmetry::Symmetric
        | v1::Symmetry::ForwardOnly
        | v1::Symmetry::NotEvaluated => "",
    };
    format!("{forward}{back}{symmetry}")
}

/// A cause as its enum name without prefix.
#[must_use]
pub fn cause_word(cause: &v1::FlowCause) -> String {
    match cause.cause {
        Some(Cause::Drop(value)) => {
            word(v1::DropCause::try_from(value).unwrap_or_default().as_str_name(), "DROP_CAUSE_")
        }
        Some(Cause::Abort(value)) => {
            word(v1::AbortCause::try_from(value).unwrap_or_default().as_str_name(), "ABORT_CAUSE_")
        }
        Some(Cause::Forward(value)) => {
            let target = v1::ForwardTarget::try_from(value).unwrap_or_default();
            format!("LEAVES_TO_{}", word(target.as_str_name(), "FORWARD_TARGET_"))
        }
        None => String::new(),
    }
}

/// The cause with its place and explanation: `ROUTE_NONE at subnet vms, on the way back: …`.
#[must_use]
pub fn cause(cause: &v1::FlowCause, question: &Question) -> String {
    let mut text = cause_word(cause);
    if !cause.place.is_empty() {
        text.extend([" at ", &Place::new(&cause.place, question).label()]);
    }
    match cause.direction() {
        FlowDirection::Reply => text.push_str(", on the way back"),
        FlowDirection::Forward | FlowDirection::Unspecified => {}
    }
    if !cause.explanation.is_empty() {
        text.extend([": ", &printable(&cause.explanation)]);
    }
    text
}

/// `33.3%`, `50%`: a share without digits that say nothing.
#[must_use]
pub fn percent(share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    format!("{}%", text.strip_suffix(".0").unwrap_or(&text))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_cause_says_where_and_on_which_way() {
        let result = sample::result();
        assert_eq!(ways(&result), "forward delivered, reply LOST");
        let text = cause(result.cause.as_ref().unwrap(), &sample::question());
        assert_eq!(text, "ROUTE_NONE at subnet vms, on the way back: 10.240.0.4 matches 10.0.0.0/8 None");
    }

    #[test]
    fn shares_have_a_digit_where_it_says_something() {
        assert_eq!([0.5, 1.0, 1.0 / 3.0].map(percent), ["50%", "100%", "33.3%"]);
    }
}
