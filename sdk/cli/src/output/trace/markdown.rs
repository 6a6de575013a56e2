//! How does a trace look in a ticket: Markdown, with a table for each way?

use std::fmt::Write as _;

use podnet::v1;

use super::branches::{deciding, ending, others, replies};
use super::hop::hops;
use super::summary::{cause, percent, verdict, ways};
use super::{Question, View};

/// The trace: the branch that decides, or all of them.
#[must_use]
pub fn render(question: &Question, result: &v1::FlowResult, view: View) -> String {
    let mut text = format!(
        "## {}: {}\n\n{}. Revision {}.\n",
        verdict(result.verdict()),
        escaped(&question.ends()),
        escaped(&ways(result)),
        result.revision
    );
    if let Some(found) = &result.cause {
        line(&mut text, "Cause", &cause(found, question));
        line(&mut text, "Fix", &found.remediation);
    }
    let shown = match view.branch {
        Some(number) => result.forward_traces.get(number.saturating_sub(1)),
        None => deciding(result),
    };
    let forward: Vec<&v1::Trace> =
        if view.all_branches { result.forward_traces.iter().collect() } else { shown.into_iter().collect() };
    for trace in &forward {
        let branches = result.forward_traces.len();
        let branch = if branches > 1 {
            let (share, ending) = (percent(trace.weight), ending(trace, question));
            format!(", branch {} of {branches}: {share} of new flows, {ending}", trace.branch + 1)
        } else {
            String::new()
        };
        table(&mut text, &format!("Forward{branch}"), trace, question, view);
        let replies = replies(result, trace);
        let shown = if view.all_branches { replies.len() } else { 1 };
        for reply in replies.iter().take(shown) {
            table(&mut text, "Return", reply, question, view);
        }
    }
    if let (false, Some(shown)) = (view.all_branches, shown) {
        line(&mut text, "Others", &others(result, shown, question));
    }
    for (index, assumption) in result.assumptions.iter().enumerate() {
        let title = if index == 0 { "\nAssumed:\n\n" } else { "" };
        // A string takes all that is written to it.
        let _written = writeln!(text, "{title}- {}", escaped(&assumption.explanation));
    }
    text
}

fn line(text: &mut String, key: &str, value: &str) {
    if !value.is_empty() {
        let _written = write!(text, "\n**{key}**: {}\n", escaped(value));
    }
}

fn table(text: &mut String, title: &str, trace: &v1::Trace, question: &Question, view: View) {
    let _written = write!(text, "\n### {}\n\n", escaped(title));
    text.push_str("| # | where | step | what | packet after it |\n|---|---|---|---|---|\n");
    for (index, hop) in hops(trace, question, view.explain).iter().enumerate() {
        let (mut number, mut place) = ((index + 1).to_string(), escaped(&hop.place.label()));
        for told in &hop.steps {
            let parts: Vec<String> =
                told.said.parts.iter().filter(|part| !part.is_empty()).map(|part| escaped(part)).collect();
            let packet = match (&told.packet, told.said.rewrites) {
                (Some(packet), _) => escaped(packet),
                (None, true) => {
                    escaped(&told.step.after.as_ref().map(super::tuple::tuple).unwrap_or_default())
                }
                (None, false) => String::new(),
            };
            let verb = told.said.verb;
            let parts = parts.join("<br>");
            let _written = writeln!(text, "| {number} | {place} | {verb} | {parts} | {packet} |");
            number.clear();
            place.clear();
        }
    }
}

/// Text that is only text in Markdown, also in a table: nothing in it marks up, links or breaks a line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' => {
                escaped.push('\\');
                escaped.push(character);
            }
            control if control.is_control() => escaped.push(' '),
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn each_way_is_a_table() {
        let text = render(&sample::question(), &sample::result(), View::default());
        assert!(text.starts_with("## UNREACHABLE: pod shop/web-1 -&gt; vm vms/sql-1:443/tcp\n"), "{text}");
        let nat = "| 2 | node aks-0 | NAT | NODE\\_MASQUERADE<br>src 10.244.0.10:41000 =&gt; 10.240.0.4:41000 | 10.240.0.4:41000 -&gt; 10.250.1.10:443 |\n";
        assert!(text.contains(nat), "{text}");
        assert!(text.contains("\n### Return\n"), "{text}");
        assert!(text.contains("\n- no node knew this flow before its first packet\n"), "{text}");
    }

    #[test]
    fn names_cannot_break_the_table() {
        let mut question = sample::question();
        let evil = "a|b\n<script>`c`[d](e)".to_owned();
        question.pods.values_mut().for_each(|name| name.clone_from(&evil));
        let text = render(&question, &sample::result(), View::default());
        let row = text.lines().find(|line| line.contains("START")).unwrap();
        assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
        assert!(!text.contains("<script>") && text.contains("\\[d\\](e)"), "{text}");
    }
}
