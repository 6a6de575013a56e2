//! How is said what a policy or a security group decided?

use podnet::v1::{self, StepKind};

use crate::output::words::{id, printable, word};

/// Direction, outcome, rule and reason.
pub(super) fn parts(kind: StepKind, decision: &v1::FilterDecision) -> Vec<String> {
    let outcome = word(decision.outcome().as_str_name(), "FILTER_OUTCOME_");
    let verdict = format!("{} {outcome}", direction(kind)).trim().to_owned();
    let rule = if decision.rule.is_empty() {
        String::new()
    } else {
        format!("by {}", printable(id(&decision.rule)))
    };
    vec![verdict, rule, printable(&decision.explanation)]
}

/// Which way a filter is about.
pub(super) fn direction(kind: StepKind) -> &'static str {
    let name = kind.as_str_name();
    let directions =
        [("EGRESS", "egress"), ("INGRESS", "ingress"), ("OUTBOUND", "outbound"), ("INBOUND", "inbound")];
    directions.into_iter().find(|(word, _)| name.contains(word)).map_or("", |(_, direction)| direction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_says_direction_outcome_and_rule() {
        let decision = v1::FilterDecision {
            resource: String::new(),
            outcome: v1::FilterOutcome::Denied.into(),
            rule: "networks/v/securityGroups/nsg/rules/deny-all".into(),
            explanation: "priority 4096 matches every packet".into(),
        };
        let expected = ["inbound DENIED", "by deny-all", "priority 4096 matches every packet"];
        assert_eq!(parts(StepKind::ApplyNsgInbound, &decision), expected);
    }
}
