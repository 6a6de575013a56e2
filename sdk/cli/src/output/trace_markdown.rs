//! How does a trace look in a ticket: Markdown with one table for each branch?

use podnet::v1;

use super::trace_step::{cause, line, tuple};
use super::trace_text::{Question, direction, ends, ways};
use super::words::word;

/// The whole trace, all steps of all branches.
#[must_use]
pub fn render(question: &Question, result: &v1::FlowResult) -> String {
    let verdict = word(result.verdict().as_str_name(), "VERDICT_");
    let mut text = format!("## {verdict}: {}\n\n{}\n", ends(question), ways(result));
    if let Some(found) = &result.cause {
        let way = direction(found.direction());
        text.extend([format!(
            "\n**Cause** ({way}): `{}` at `{}`: {}\n",
            cause(found),
            found.place,
            found.explanation
        )]);
        if !found.remediation.is_empty() {
            text.extend([format!("\n**Fix**: {}\n", found.remediation)]);
        }
    }
    for assumption in &result.assumptions {
        text.extend([format!("\n**Assumed**: {}\n", assumption.explanation)]);
    }
    for (title, traces) in [("Forward", &result.forward_traces), ("Return", &result.return_traces)] {
        for trace in traces {
            let outcome = word(trace.verdict().as_str_name(), "VERDICT_");
            text.extend([format!(
                "\n### {title} {} ({outcome}, {:.1}%)\n\n",
                trace.branch + 1,
                trace.weight * 100.0
            )]);
            text.push_str("| # | place | step | packet |\n|---|---|---|---|\n");
            for (index, step) in trace.steps.iter().enumerate() {
                let told = line(step);
                let packet = step.after.as_ref().or(step.before.as_ref()).map(tuple).unwrap_or_default();
                let place = question.pods.get(&step.place).unwrap_or(&told.place);
                let place = format!("{} {place}", told.place_kind);
                let cells = [place.trim(), &told.text, &packet].map(|cell| cell.replace('|', "\\|"));
                text.extend([format!("| {} | {} |\n", index + 1, cells.join(" | "))]);
            }
        }
    }
    text
}
