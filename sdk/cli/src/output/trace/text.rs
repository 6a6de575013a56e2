//! How is a trace told to people: the answer first, then why, then each hop?

use anstyle::{AnsiColor, Style};
use podnet::v1::{self, Verdict};

use super::branches::{deciding, ending, others, replies};
use super::hop::{Hop, hops};
use super::lines::fold;
use super::said::{Ending, VERB_WIDTH};
use super::summary::{cause, percent, verdict, ways};
use super::{Question, View, candidates, tree};
use crate::output::words::{elide, printable, wrap};

/// Widest line.
pub const WIDTH: usize = 100;
/// Longest name of a place that is shown whole: that of a Deployment's pod.
const PLACE_WIDTH: usize = 25;
/// Kind of a place and a space.
const KIND_WIDTH: usize = 7;
/// Number of a hop and a space.
const NUMBER_WIDTH: usize = 4;
/// Column of what `cause`, `fix` and `assume` say.
const KEY_WIDTH: usize = 8;

/// The whole trace. Verdicts are coloured; nothing is said by colour alone.
#[must_use]
pub fn render(question: &Question, result: &v1::FlowResult, view: View) -> String {
    let mut lines = headline(question, result);
    if let Some(found) = &result.cause {
        keyed(&mut lines, "cause", &cause(found, question));
        keyed(&mut lines, "fix", &printable(&found.remediation));
    }
    if view.all_branches {
        let tree = tree::lines(result, question, view.unicode, WIDTH);
        if !tree.is_empty() {
            lines.push(String::new());
        }
        lines.extend(tree);
    }
    let shown = match view.branch {
        Some(number) => result.forward_traces.get(number.saturating_sub(1)),
        None => deciding(result),
    };
    if let Some(forward) = shown {
        ways_of(&mut lines, question, result, forward, view);
        if !view.all_branches {
            let others = others(result, forward, question);
            if !others.is_empty() {
                lines.push(String::new());
                keyed(&mut lines, "others", &format!("{others}; --all-branches shows them"));
            }
        }
    }
    lines.push(String::new());
    for assumption in &result.assumptions {
        keyed(&mut lines, "assume", &printable(&assumption.explanation));
    }
    keyed(&mut lines, "at", &format!("revision {}", result.revision));
    lines.push(String::new());
    let text = lines.join("\n");
    if view.unicode { text } else { text.replace('…', "~") }
}

/// The forward way and the reply that decides.
fn ways_of(
    lines: &mut Vec<String>,
    question: &Question,
    result: &v1::FlowResult,
    forward: &v1::Trace,
    view: View,
) {
    let branches = result.forward_traces.len();
    let title = if branches > 1 {
        let share = percent(forward.weight);
        let ending = ending(forward, question);
        format!("forward, branch {} of {branches}, {share} of new flows, {ending}", forward.branch + 1)
    } else {
        "forward".to_owned()
    };
    section(lines, &title, &hops(forward, question, view.explain), view.explain);
    let replies = replies(result, forward);
    if let Some(reply) = replies.first() {
        let title = if replies.len() > 1 {
            format!("return, branch {} of {}, {}", reply.branch + 1, replies.len(), percent(reply.weight))
        } else {
            "return".to_owned()
        };
        section(lines, &title, &hops(reply, question, view.explain), view.explain);
    }
}

/// Verdict, ends and ways; on two lines if one is too long.
fn headline(question: &Question, result: &v1::FlowResult) -> Vec<String> {
    let word = verdict(result.verdict());
    let ends = printable(&question.ends());
    let answer = format!("{}  {ends}", styled(verdict_style(result.verdict()), word));
    let length = word.len() + 2 + ends.chars().count();
    let ways = ways(result);
    if length + 4 + ways.chars().count() <= WIDTH {
        vec![format!("{answer}    {ways}")]
    } else {
        let indent = word.len() + 2;
        let mut ends = wrap(&ends, WIDTH - indent).into_iter();
        let first = ends.next().unwrap_or_default();
        let mut lines = vec![format!("{}  {first}", styled(verdict_style(result.verdict()), word))];
        lines.extend(ends.chain([ways]).map(|line| format!("{:indent$}{line}", "")));
        lines
    }
}

/// The colour of a verdict, bold.
#[must_use]
pub fn verdict_style(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Reachable => AnsiColor::Green,
        Verdict::Unreachable => AnsiColor::Red,
        Verdict::Ambiguous | Verdict::Undetermined | Verdict::Unspecified => AnsiColor::Yellow,
    };
    colour.on_default().bold()
}

/// Text in a style.
#[must_use]
pub fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// `key    text`, wrapped under itself; nothing for an empty text.
pub fn keyed(lines: &mut Vec<String>, key: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    for (index, part) in wrap(text, WIDTH - KEY_WIDTH).into_iter().enumerate() {
        lines.push(format!("{:<KEY_WIDTH$}{part}", if index == 0 { key } else { "" }));
    }
}

/// Title and numbered hops, in columns.
fn section(lines: &mut Vec<String>, title: &str, hops: &[Hop<'_>], explain: bool) {
    let name = |hop: &Hop<'_>| elide(&hop.place.name, PLACE_WIDTH);
    let names = hops.iter().map(|hop| name(hop).chars().count()).max().unwrap_or(0);
    let said_at = NUMBER_WIDTH + KIND_WIDTH + names + 2;
    let parts_at = said_at + VERB_WIDTH + 2;
    lines.push(String::new());
    lines.push(if title.chars().count() + 2 <= parts_at {
        format!("{title:<parts_at$}src -> dst")
    } else {
        title.to_owned()
    });
    for (index, hop) in hops.iter().enumerate() {
        let mut place = format!("{:>3} {:<KIND_WIDTH$}{}", index + 1, hop.place.kind.word(), name(hop));
        for told in &hop.steps {
            let mut parts = told.said.parts.clone();
            parts.extend(told.packet.clone());
            let mut folded = fold(&parts, WIDTH - parts_at).into_iter();
            let gap = VERB_WIDTH + 2 - told.said.verb.len();
            let verb = emphasised(told.said.verb, told.said.ending);
            let first = folded.next().unwrap_or_default();
            let line = format!("{place:<said_at$}{verb}{:gap$}{first}", "");
            lines.push(line.trim_end().to_owned());
            lines.extend(folded.map(|part| format!("{:parts_at$}{part}", "")));
            if explain {
                let indent = NUMBER_WIDTH + 2;
                let table = candidates::lines(told.step, WIDTH - indent);
                lines.extend(table.into_iter().map(|line| format!("{:indent$}{line}", "")));
            }
            place.clear();
        }
    }
}

/// Ends stand out.
fn emphasised(verb: &str, ending: Option<Ending>) -> String {
    let colour = match ending {
        None => return verb.to_owned(),
        Some(Ending::Delivered) => AnsiColor::Green,
        Some(Ending::Dropped) => AnsiColor::Red,
        Some(Ending::Open) => AnsiColor::Yellow,
    };
    styled(colour.on_default().bold(), verb)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn plain(result: &v1::FlowResult, view: View) -> String {
        anstream::adapter::strip_str(&render(&sample::question(), result, view)).to_string()
    }

    #[test]
    fn the_answer_comes_first_and_the_packet_only_when_it_changes() {
        let expected = "\
UNREACHABLE  pod shop/web-1 -> vm vms/sql-1:443/tcp    forward delivered, reply LOST
cause   ROUTE_NONE at subnet vms, on the way back: 10.240.0.4 matches 10.0.0.0/8 None
fix     remove the route 10.0.0.0/8 from the table of the subnet

forward                          src -> dst
  1 pod    shop/web-1  START     10.244.0.10:41000 -> 10.250.1.10:443
  2 node   aks-0       NAT       NODE_MASQUERADE  src 10.244.0.10:41000 => 10.240.0.4:41000
  3 subnet nodes       ROUTE     10.250.0.0/16 VnetPeering (system)  beat: 10.0.0.0/8 None (shorter)
  4 vm     sql-1       DELIVER

return                      src -> dst
  1 vm     sql-1  START     10.250.1.10:443 -> 10.240.0.4:41000
  2 subnet vms    DROP      ROUTE_NONE

assume  no node knew this flow before its first packet
at      revision 812
";
        assert_eq!(plain(&sample::result(), View::default()), expected);
    }

    #[test]
    fn explained_choices_show_every_candidate() {
        let text = plain(&sample::result(), View { explain: true, ..View::default() });
        let expected = "\
  3 subnet nodes       ROUTE     10.250.0.0/16 VnetPeering (system)  beat: 10.0.0.0/8 None (shorter)
         PREFIX         SOURCE  NEXT HOP     STATE   REASON
      *  10.250.0.0/16  System  VnetPeering  Active  selected
         10.0.0.0/8     System  None         Active  shorter prefix
";
        assert!(text.contains(expected), "{text}");
        assert!(text.contains("  2 node   aks-0       TTL\n"), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_a_hundred_columns() {
        let mut result = sample::result();
        if let Some(cause) = &mut result.cause {
            cause.explanation = "a long sentence of many words ".repeat(12);
        }
        result.forward_traces[0].steps[0].place = format!("clusters/c/allocations/{}", "x".repeat(90));
        let text = plain(&result, View { explain: true, all_branches: true, ..View::default() });
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
    }

    #[test]
    fn in_ascii_long_names_are_cut_with_a_tilde() {
        let mut result = sample::result();
        result.forward_traces[0].steps[0].place = format!("clusters/c/allocations/{}", "x".repeat(90));
        let text = plain(&result, View { unicode: false, all_branches: true, ..View::default() });
        assert!(text.is_ascii() && text.contains("xx~xx"), "{text}");
    }

    #[test]
    fn the_deciding_branch_is_shown_and_the_others_are_counted() {
        let text = plain(&sample::branching(), View::default());
        let title = "forward, branch 2 of 3, 33.3% of new flows, dropped ROUTE_NONE at subnet nodes\n";
        assert!(text.contains(title), "{text}");
        let others = "others  2 more branches, 66.7% of new flows: all delivered both ways; --all-branches shows them\n";
        assert!(text.contains(others), "{text}");
        let first = plain(&sample::branching(), View { branch: Some(1), ..View::default() });
        assert!(first.contains("forward, branch 1 of 3, 33.3% of new flows, delivered\n"), "{first}");
    }

    #[test]
    fn names_cannot_move_the_cursor() {
        let mut question = sample::question();
        question.source = "pod \u{1b}[2Jx".into();
        let text = render(&question, &sample::result(), View::default());
        assert!(text.contains("pod \\u{1b}[2Jx"), "{text}");
    }
}
