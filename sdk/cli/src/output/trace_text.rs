//! How is a trace told to people: the answer first, then why, then each hop?

use std::collections::BTreeMap;

use anstyle::{AnsiColor, Style};
use podnet::v1::{self, FlowDirection, Verdict, trace_step::Detail};

use super::trace_route;
use super::trace_step::{Line, cause, is_detail, line, tuple};
use super::words::{count, elide, phrase, place, word, wrap};

/// Widest line.
pub const WIDTH: usize = 100;
/// Longest name of a place that is shown whole.
const PLACE_WIDTH: usize = 28;

/// What was asked, in the words of whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Source, as `pod shop/web-0`.
    pub source: String,
    /// Destination, as `10.240.1.10:443`.
    pub destination: String,
    /// Protocol in small letters.
    pub protocol: String,
    /// Namespace and name of pods by the resource names of their allocations; others are shown by their ids.
    pub pods: BTreeMap<String, String>,
}

/// How much to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Detailed {
    /// All steps, and all candidates of each choice of a route.
    pub explain: bool,
    /// All branches.
    pub all_branches: bool,
}

/// The whole trace. Verdicts are coloured; nothing is said by colour alone.
#[must_use]
pub fn render(question: &Question, result: &v1::FlowResult, detailed: Detailed) -> String {
    let mut lines = headline(question, result);
    if let Some(found) = &result.cause {
        let (kind, at) = place(&found.place);
        let at = format!("{kind} {at}");
        let at = if found.place.is_empty() { String::new() } else { format!(" at {}", at.trim()) };
        keyed(&mut lines, "cause", &format!("{}{at}: {}", cause(found), found.explanation));
        keyed(&mut lines, "fix", &found.remediation);
    }
    for assumption in &result.assumptions {
        keyed(&mut lines, "assume", &assumption.explanation);
    }
    let forward = shown(&result.forward_traces, detailed);
    for trace in &forward {
        let branch = branch_words(trace, &result.forward_traces, "");
        section(&mut lines, &format!("forward{branch}"), trace, question, detailed);
        let replies: Vec<&v1::Trace> =
            result.return_traces.iter().filter(|reply| reply.forward_branch == trace.branch).collect();
        let first = if detailed.all_branches { replies.len() } else { 1 };
        for reply in replies.iter().take(first) {
            let of = if result.forward_traces.len() > 1 { " of that branch" } else { "" };
            let share =
                if replies.len() > 1 { format!(", {:.0}%", reply.weight * 100.0) } else { String::new() };
            section(&mut lines, &format!("return{of}{share}"), reply, question, detailed);
        }
    }
    let hidden = result.forward_traces.len() - forward.len();
    if hidden > 0 {
        let branches = count(hidden as u64, "branch", "branches");
        lines.push(format!("{branches} with the same outcome not shown (--all-branches)"));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Verdict, ends and ways; on two lines if one is too long.
fn headline(question: &Question, result: &v1::FlowResult) -> Vec<String> {
    let verdict = word(result.verdict().as_str_name(), "VERDICT_");
    let style = verdict_style(result.verdict());
    let answer = format!("{}  {}", styled(style, &verdict), ends(question));
    let length = verdict.chars().count() + 2 + ends(question).chars().count();
    let ways = ways(result);
    if length + 4 + ways.chars().count() <= WIDTH {
        vec![format!("{answer}    {ways}")]
    } else {
        vec![answer, format!("{}{ways}", " ".repeat(verdict.chars().count() + 2))]
    }
}

/// Both ends and the protocol.
#[must_use]
pub fn ends(question: &Question) -> String {
    format!("{} -> {}/{}", question.source, question.destination, question.protocol)
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
        v1::Symmetry::AsymmetricButWorks => ", asymmetric",
        v1::Symmetry::Unspecified
        | v1::Symmetry::Symmetric
        | v1::Symmetry::ForwardOnly
        | v1::Symmetry::NotEvaluated => "",
    };
    format!("{forward}{back}{symmetry}  (revision {})", result.revision)
}

fn verdict_style(verdict: Verdict) -> Style {
    let colour = match verdict {
        Verdict::Reachable => AnsiColor::Green,
        Verdict::Unreachable => AnsiColor::Red,
        Verdict::Ambiguous | Verdict::Undetermined | Verdict::Unspecified => AnsiColor::Yellow,
    };
    colour.on_default().bold()
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// `key    text`, wrapped under itself; nothing for an empty text.
fn keyed(lines: &mut Vec<String>, key: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    for (index, part) in wrap(text, WIDTH - 8).into_iter().enumerate() {
        lines.push(format!("{:<8}{part}", if index == 0 { key } else { "" }));
    }
}

/// The branches to show: all, or the first of each outcome.
fn shown(traces: &[v1::Trace], detailed: Detailed) -> Vec<&v1::Trace> {
    let mut seen: Vec<Verdict> = Vec::new();
    let mut first = |trace: &&v1::Trace| {
        let new = !seen.contains(&trace.verdict());
        seen.push(trace.verdict());
        new || detailed.all_branches
    };
    traces.iter().filter(|trace| first(trace)).collect()
}

fn branch_words(trace: &v1::Trace, all: &[v1::Trace], of: &str) -> String {
    if all.len() < 2 {
        return String::new();
    }
    let verdict = phrase(trace.verdict().as_str_name(), "VERDICT_");
    format!(
        ", branch {} of {}{of}, {:.1}% of flows, {verdict}",
        trace.branch + 1,
        all.len(),
        trace.weight * 100.0
    )
}

/// Title and numbered hops. The packet is shown where it is new; a rewriting shows old and new itself.
fn section(lines: &mut Vec<String>, title: &str, trace: &v1::Trace, question: &Question, detailed: Detailed) {
    lines.push(String::new());
    lines.push(title.to_owned());
    let steps: Vec<&v1::TraceStep> =
        trace.steps.iter().filter(|step| detailed.explain || !is_detail(step)).collect();
    let told: Vec<Line> = steps.iter().map(|step| line(step)).collect();
    let label = |step: &v1::TraceStep, line: &Line| {
        let place = question.pods.get(&step.place).unwrap_or(&line.place);
        format!("{:<7}{}", line.place_kind, elide(place, PLACE_WIDTH)).trim_end().to_owned()
    };
    let labels: Vec<String> = steps.iter().zip(&told).map(|(step, line)| label(step, line)).collect();
    let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let mut packet: Option<&v1::Packet> = None;
    let mut last_place = "";
    for (index, ((step, told), label)) in steps.iter().zip(&told).zip(&labels).enumerate() {
        let place = if step.place == last_place { "" } else { label };
        last_place = &step.place;
        let mut text = told.text.clone();
        let shown = step.after.as_ref().or(step.before.as_ref());
        if shown.is_some() && shown != packet {
            if !told.rewrites || detailed.explain {
                text = format!("{text}  {}", shown.map(tuple).unwrap_or_default());
            }
            packet = shown;
        }
        let indent = 4 + width + 2;
        let mut parts = wrap(&text, WIDTH.saturating_sub(indent).max(30)).into_iter();
        let first = emphasised(parts.next().unwrap_or_default());
        lines.push(format!("{:>3} {place:<width$}  {first}", index + 1).trim_end().to_owned());
        lines.extend(parts.map(|part| format!("{}{}", " ".repeat(indent), part.trim_start())));
        if let (true, Some(Detail::Route(decision))) = (detailed.explain, &step.detail) {
            lines.extend(trace_route::lines(decision, 6));
        }
    }
}

/// Ends that are no delivery stand out.
fn emphasised(text: String) -> String {
    let style = match text.split(' ').next() {
        Some("DROP") => AnsiColor::Red,
        Some("DELIVER") => AnsiColor::Green,
        Some("ABORT") => AnsiColor::Yellow,
        Some(_) | None => return text,
    };
    let (word, rest) = text
        .split_once(' ')
        .map_or((text.as_str(), String::new()), |(word, rest)| (word, format!(" {rest}")));
    format!("{}{rest}", styled(style.on_default().bold(), word))
}

/// Which way a cause is about.
#[must_use]
pub fn direction(direction: FlowDirection) -> &'static str {
    match direction {
        FlowDirection::Unspecified => "",
        FlowDirection::Forward => "forward",
        FlowDirection::Reply => "reply",
    }
}

#[cfg(test)]
mod tests {
    use super::super::trace_markdown;
    use super::*;
    use podnet::v1::{NextHopType, PortRange, RouteOutcome, RouteSource, RouteState, StepKind};

    const POD: &str = "10.244.0.10";
    const NODE: &str = "10.240.0.4";
    const VM: &str = "10.250.1.10";

    fn port(port: u32) -> Option<PortRange> {
        Some(PortRange { first: port, last: port })
    }

    fn packet(source: &str, destination: &str, from: u32, to: u32) -> v1::Packet {
        v1::Packet {
            source_address: source.into(),
            source_ports: port(from),
            destination_address: destination.into(),
            destination_ports: port(to),
            protocol: v1::Protocol::Tcp.into(),
            ..Default::default()
        }
    }

    fn step(kind: StepKind, place: &str, packets: [&v1::Packet; 2], detail: Option<Detail>) -> v1::TraceStep {
        v1::TraceStep {
            kind: kind.into(),
            place: place.into(),
            before: Some(packets[0].clone()),
            after: Some(packets[1].clone()),
            detail,
            ..Default::default()
        }
    }

    fn candidate(prefix: &str, kind: NextHopType, outcome: RouteOutcome) -> v1::RouteCandidate {
        v1::RouteCandidate {
            source: RouteSource::SystemVnet.into(),
            state: RouteState::Active.into(),
            address_prefix: prefix.into(),
            next_hop_type: kind.into(),
            outcome: outcome.into(),
            ..Default::default()
        }
    }

    fn result() -> v1::FlowResult {
        let sent = packet(POD, VM, 41000, 443);
        let masked = packet(NODE, VM, 41000, 443);
        let reply = packet(VM, NODE, 443, 41000);
        let nat = v1::NatRecord {
            kind: v1::NatKind::NodeMasquerade.into(),
            old_packet: Some(sent.clone()),
            new_packet: Some(masked.clone()),
            ..Default::default()
        };
        let route = v1::RouteDecision {
            winner: Some(candidate("10.250.0.0/16", NextHopType::VnetPeering, RouteOutcome::Selected)),
            losers: vec![candidate("10.0.0.0/8", NextHopType::None, RouteOutcome::ShorterPrefix)],
            ..Default::default()
        };
        let (pod, node, vm) = (
            "clusters/prod/allocations/web-1",
            "clusters/prod/nodes/aks-0",
            "networks/hub/subnets/vms/reservations/sql-1",
        );
        let forward = v1::Trace {
            weight: 1.0,
            verdict: Verdict::Reachable.into(),
            steps: vec![
                step(StepKind::StartFromPod, pod, [&sent, &sent], None),
                step(StepKind::DecrementTtl, node, [&sent, &sent], None),
                step(StepKind::Nat, node, [&sent, &masked], Some(Detail::Nat(nat))),
                step(
                    StepKind::ApplyRoute,
                    "networks/vnet/subnets/nodes",
                    [&masked, &masked],
                    Some(Detail::Route(route)),
                ),
                step(StepKind::Deliver, vm, [&masked, &masked], None),
            ],
            ..Default::default()
        };
        let mut lost = step(StepKind::Drop, "networks/hub/subnets/vms", [&reply, &reply], None);
        lost.detail = Some(Detail::Drop(v1::DropCause::RouteNone.into()));
        let back = v1::Trace {
            weight: 1.0,
            verdict: Verdict::Unreachable.into(),
            steps: vec![step(StepKind::StartFromVm, vm, [&reply, &reply], None), lost],
            ..Default::default()
        };
        v1::FlowResult {
            verdict: Verdict::Unreachable.into(),
            forward_verdict: Verdict::Reachable.into(),
            return_verdict: Verdict::Unreachable.into(),
            symmetry: v1::Symmetry::ForwardOnly.into(),
            forward_traces: vec![forward],
            return_traces: vec![back],
            cause: Some(v1::FlowCause {
                direction: FlowDirection::Reply.into(),
                cause: Some(v1::flow_cause::Cause::Drop(v1::DropCause::RouteNone.into())),
                place: "networks/hub/subnets/vms".into(),
                explanation: "10.240.0.4 matches 10.0.0.0/8 None".into(),
                remediation: "remove the route 10.0.0.0/8 from the table of the subnet".into(),
            }),
            revision: 812,
            ..Default::default()
        }
    }

    fn question() -> Question {
        Question {
            source: "pod shop/web-1".into(),
            destination: "vm vms/sql-1:443".into(),
            protocol: "tcp".into(),
            pods: BTreeMap::from([("clusters/prod/allocations/web-1".to_owned(), "shop/web-1".to_owned())]),
        }
    }

    fn plain(detailed: Detailed) -> String {
        anstream::adapter::strip_str(&render(&question(), &result(), detailed)).to_string()
    }

    #[test]
    fn the_answer_comes_first_and_the_packet_only_when_it_changes() {
        let expected = "\
UNREACHABLE  pod shop/web-1 -> vm vms/sql-1:443/tcp    forward delivered, reply LOST  (revision 812)
cause   ROUTE_NONE at subnet vms: 10.240.0.4 matches 10.0.0.0/8 None
fix     remove the route 10.0.0.0/8 from the table of the subnet

forward
  1 pod    shop/web-1  START  10.244.0.10:41000 -> 10.250.1.10:443
  2 node   aks-0       NAT NODE_MASQUERADE  src 10.244.0.10:41000 => 10.240.0.4:41000
  3 subnet nodes       ROUTE 10.250.0.0/16 VnetPeering (system)  beat: 10.0.0.0/8 None (shorter)
  4 vm     sql-1       DELIVER

return
  1 vm     sql-1  START  10.250.1.10:443 -> 10.240.0.4:41000
  2 subnet vms    DROP ROUTE_NONE
";
        assert_eq!(plain(Detailed::default()), expected);
    }

    #[test]
    fn explained_routes_show_every_candidate() {
        let text = plain(Detailed { explain: true, all_branches: false });
        let expected = "\
  4 subnet nodes       ROUTE 10.250.0.0/16 VnetPeering (system)  beat: 10.0.0.0/8 None (shorter)
      SOURCE  STATE   PREFIX         NEXT HOP TYPE  NEXT HOP  WINS  WHY
      System  Active  10.250.0.0/16  VnetPeering    -         *     selected
      System  Active  10.0.0.0/8     None           -               shorter prefix
";
        assert!(text.contains(expected), "{text}");
        assert!(text.contains("  2 node   aks-0       DECREMENT_TTL\n"), "{text}");
    }

    #[test]
    fn no_line_is_wider_than_a_hundred_columns() {
        let mut result = result();
        if let Some(cause) = &mut result.cause {
            cause.explanation = "a long sentence of many words ".repeat(12);
        }
        let text = render(&question(), &result, Detailed { explain: true, all_branches: true });
        let text = anstream::adapter::strip_str(&text).to_string();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
    }

    #[test]
    fn other_branches_of_the_same_outcome_are_only_counted() {
        let mut result = result();
        let mut second = result.forward_traces.clone();
        second.iter_mut().for_each(|trace| trace.branch = 1);
        result.forward_traces.append(&mut second);
        result.forward_traces.iter_mut().for_each(|trace| trace.weight = 0.5);
        let text = render(&question(), &result, Detailed::default());
        assert!(text.contains("forward, branch 1 of 2, 50.0% of flows, reachable\n"), "{text}");
        assert!(text.ends_with("1 branch with the same outcome not shown (--all-branches)\n"), "{text}");
    }

    #[test]
    fn markdown_has_a_table_for_each_branch() {
        let text = trace_markdown::render(&question(), &result());
        assert!(text.starts_with("## UNREACHABLE: pod shop/web-1 -> vm vms/sql-1:443/tcp\n"), "{text}");
        assert!(
            text.contains("| 5 | vm sql-1 | DELIVER | 10.240.0.4:41000 -> 10.250.1.10:443 |\n"),
            "{text}"
        );
    }
}
