//! How does a trace look as a sequence diagram in the language of Mermaid?

use std::fmt::Write as _;

use podnet::v1;

use super::branches::{deciding, ending, others, replies};
use super::hop::{Hop, hops};
use super::said::{Ending, Said};
use super::summary::{cause, percent, verdict, ways};
use super::tuple::tuple;
use super::{Question, View};

/// A diagram under construction: each place is one participant on both ways.
#[derive(Default)]
struct Diagram {
    participants: Vec<String>,
    lines: Vec<String>,
}

impl Diagram {
    /// Name of the participant for a place; a new one is added on the right.
    fn participant(&mut self, label: &str) -> String {
        let known = self.participants.iter().position(|known| known == label);
        let index = known.unwrap_or_else(|| {
            self.participants.push(label.to_owned());
            self.participants.len() - 1
        });
        format!("p{}", index + 1)
    }

    fn note(&mut self, over: &str, lines: &[String]) {
        let text: Vec<String> = lines.iter().filter(|line| !line.is_empty()).map(|l| escaped(l)).collect();
        if !text.is_empty() {
            self.lines.push(format!("Note over {over}: {}", text.join("<br/>")));
        }
    }

    /// A note over all participants; there has to be one.
    fn banner(&mut self, lines: &[String]) {
        let over = match self.participants.len() {
            1 => "p1".to_owned(),
            count => format!("p1,p{count}"),
        };
        self.note(&over, lines);
    }
}

/// The branch that decides, or the one that was chosen.
#[must_use]
pub fn render(question: &Question, result: &v1::FlowResult, view: View) -> String {
    let shown = match view.branch {
        Some(number) => result.forward_traces.get(number.saturating_sub(1)),
        None => deciding(result),
    };
    let reply = shown.and_then(|forward| replies(result, forward).into_iter().next());
    let forward_hops = shown.map(|trace| hops(trace, question, view.explain)).unwrap_or_default();
    let reply_hops = reply.map(|trace| hops(trace, question, view.explain)).unwrap_or_default();
    let mut diagram = Diagram::default();
    for hop in forward_hops.iter().chain(reply_hops.iter().rev()) {
        diagram.participant(&hop.place.label());
    }
    if !diagram.participants.is_empty() {
        head(&mut diagram, question, result);
        let title = match shown {
            Some(trace) if result.forward_traces.len() > 1 => format!(
                "forward, branch {} of {}, {} of new flows, {}",
                trace.branch + 1,
                result.forward_traces.len(),
                percent(trace.weight),
                ending(trace, question)
            ),
            Some(_) | None => "forward".to_owned(),
        };
        way(&mut diagram, &title, &forward_hops);
        if !reply_hops.is_empty() {
            way(&mut diagram, "return", &reply_hops);
        }
        let mut foot = vec![shown.map(|trace| others(result, trace, question)).unwrap_or_default()];
        foot.extend(
            result.assumptions.iter().map(|assumption| format!("assumed: {}", assumption.explanation)),
        );
        foot.push(format!("revision {}", result.revision));
        diagram.banner(&foot);
    }
    let mut text = "sequenceDiagram\n".to_owned();
    // A string takes all that is written to it.
    let _written = writeln!(text, "  accTitle: {} {}", verdict(result.verdict()), escaped(&question.ends()));
    for (index, label) in diagram.participants.iter().enumerate() {
        let _written = writeln!(text, "  participant p{} as {}", index + 1, escaped(label));
    }
    for line in &diagram.lines {
        let _written = writeln!(text, "  {line}");
    }
    text
}

fn head(diagram: &mut Diagram, question: &Question, result: &v1::FlowResult) {
    let mut lines = vec![format!("{}: {}", verdict(result.verdict()), question.ends()), ways(result)];
    if let Some(found) = &result.cause {
        lines.push(format!("cause: {}", cause(found, question)));
        if !found.remediation.is_empty() {
            lines.push(format!("fix: {}", found.remediation));
        }
    }
    diagram.banner(&lines);
}

/// Notes where something is decided, arrows with the packet between places, a cross where it is lost.
fn way(diagram: &mut Diagram, title: &str, hops: &[Hop<'_>]) {
    diagram.banner(&[title.to_owned()]);
    for (index, hop) in hops.iter().enumerate() {
        let here = diagram.participant(&hop.place.label());
        let notes: Vec<String> = hop
            .steps
            .iter()
            .filter(|told| is_worth_a_note(&told.said))
            .map(|told| told.said.text())
            .collect();
        diagram.note(&here, &notes);
        let end = hop.steps.iter().find(|told| told.said.ending.is_some());
        match (hops.get(index + 1), end) {
            (Some(next), _) => {
                let there = diagram.participant(&next.place.label());
                let packet = hop.leaves.map(tuple).unwrap_or_default();
                diagram.lines.push(format!("{here}->>{there}: {}", escaped(&packet)));
            }
            (None, Some(told)) => {
                let arrow = match told.said.ending {
                    Some(Ending::Delivered) | None => continue,
                    Some(Ending::Dropped) => "-x",
                    Some(Ending::Open) => "--x",
                };
                diagram.lines.push(format!("{here}{arrow}{here}: {}", escaped(&told.said.text())));
            }
            (None, None) => {}
        }
    }
}

/// Arrows say that a packet starts, arrives or is lost; that it is delivered is said by a note.
fn is_worth_a_note(said: &Said) -> bool {
    match said.ending {
        Some(Ending::Delivered) => true,
        Some(Ending::Dropped | Ending::Open) => false,
        None => !matches!(said.verb, "START" | "ARRIVE"),
    }
}

/// Text that is only text in Mermaid: everything that could be syntax is written as an entity.
#[must_use]
pub fn escaped(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    // At the start of a text these words are options of the layout.
    let mut entity = ["wrap:", "nowrap:"].iter().any(|word| lower.starts_with(word));
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        // The word `end` closes a block, wherever it stands.
        let before = text.get(..index).and_then(|text| text.chars().next_back());
        let after = text.get(index + 3..).and_then(|text| text.chars().next());
        let alone = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        entity |=
            lower.get(index..).is_some_and(|rest| rest.starts_with("end")) && alone(before) && alone(after);
        let plain = character.is_alphanumeric() || " .,:/()[]=+-_'?!@*".contains(character);
        if character.is_control() {
            escaped.push(' ');
        } else if plain && !entity {
            escaped.push(character);
        } else {
            // A string takes all that is written to it.
            let _written = write!(escaped, "#{};", u32::from(character));
        }
        entity = false;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn places_are_participants_and_a_loss_is_a_cross() {
        let expected = "\
sequenceDiagram
  accTitle: UNREACHABLE pod shop/web-1 -#62; vm vms/sql-1:443/tcp
  participant p1 as pod shop/web-1
  participant p2 as node aks-0
  participant p3 as subnet nodes
  participant p4 as vm sql-1
  participant p5 as subnet vms
  Note over p1,p5: UNREACHABLE: pod shop/web-1 -#62; vm vms/sql-1:443/tcp<br/>forward delivered, reply LOST<br/>cause: ROUTE_NONE at subnet vms, on the way back: 10.240.0.4 matches 10.0.0.0/8 None<br/>fix: remove the route 10.0.0.0/8 from the table of the subnet
  Note over p1,p5: forward
  p1->>p2: 10.244.0.10:41000 -#62; 10.250.1.10:443
  Note over p2: NAT  NODE_MASQUERADE  src 10.244.0.10:41000 =#62; 10.240.0.4:41000
  p2->>p3: 10.240.0.4:41000 -#62; 10.250.1.10:443
  Note over p3: ROUTE  10.250.0.0/16 VnetPeering (system)  beat: 10.0.0.0/8 None (shorter)
  p3->>p4: 10.240.0.4:41000 -#62; 10.250.1.10:443
  Note over p4: DELIVER
  Note over p1,p5: return
  p4->>p5: 10.250.1.10:443 -#62; 10.240.0.4:41000
  p5-xp5: DROP  ROUTE_NONE
  Note over p1,p5: assumed: no node knew this flow before its first packet<br/>revision 812
";
        // The participant that only the way back visits stands where it was met, from the left.
        let text = render(&sample::question(), &sample::result(), View::default());
        assert_eq!(text, expected);
    }

    #[test]
    fn text_is_never_syntax() {
        assert_eq!(escaped("a;b#c\nd<e>"), "a#59;b#35;c d#60;e#62;");
        assert_eq!(escaped("end"), "#101;nd");
        assert_eq!(escaped("pod x/end append"), "pod x/#101;nd append");
        assert_eq!(escaped("wrap:x"), "#119;rap:x");
        assert_eq!(escaped("%%{init}"), "#37;#37;#123;init#125;");
    }
}
