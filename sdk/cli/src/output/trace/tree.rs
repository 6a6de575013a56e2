//! How do the branches hang together: a tree of choices with the share of each, and how each ends?

use podnet::v1::{self, trace_step::Detail};

use super::branches::outcome;
use super::place::Place;
use super::question::Question;
use super::summary::percent;
use super::tuple::joined;
use crate::output::words::{elide, id, wrap};

/// Longest name of a node that is shown whole.
const NAME_WIDTH: usize = 33;

/// A choice, and what follows it.
#[derive(Debug, Default)]
struct Node {
    label: String,
    share: f64,
    children: Vec<Self>,
    leaf: Option<String>,
}

/// Lines that join a child to its parent: for one that is followed by a sibling, and for the last.
struct Joints {
    child: &'static str,
    below: &'static str,
    last: &'static str,
}

const UNICODE: Joints = Joints { child: "├─ ", below: "│  ", last: "└─ " };
const ASCII: Joints = Joints { child: "|- ", below: "|  ", last: "`- " };

/// The tree, one line for each choice, at most `width` characters. Empty for a flow of one branch.
#[must_use]
pub fn lines(result: &v1::FlowResult, question: &Question, unicode: bool, width: usize) -> Vec<String> {
    if result.forward_traces.len() < 2 {
        return Vec::new();
    }
    let mut root = Node::default();
    for trace in &result.forward_traces {
        let mut node = &mut root;
        node.share += trace.weight;
        for label in choices(trace, question) {
            let position = node.children.iter().position(|child| child.label == label).unwrap_or_else(|| {
                node.children.push(Node { label, ..Node::default() });
                node.children.len() - 1
            });
            let Some(child) = node.children.get_mut(position) else { break };
            child.share += trace.weight;
            node = child;
        }
        node.leaf = Some(format!("#{} {}", trace.branch + 1, outcome(result, trace, question)));
    }
    let mut lines = vec![format!("branches  {}", result.forward_traces.len())];
    let joints = if unicode { &UNICODE } else { &ASCII };
    draw(&root, "", joints, width, &mut lines);
    lines
}

fn draw(node: &Node, prefix: &str, joints: &Joints, width: usize, lines: &mut Vec<String>) {
    let count = node.children.len();
    for (index, child) in node.children.iter().enumerate() {
        let (joint, below) =
            if index + 1 == count { (joints.last, "   ") } else { (joints.child, joints.below) };
        let line = format!("{prefix}{joint}{:>5}  {}", percent(child.share), child.label);
        let leaf = child.leaf.clone().unwrap_or_default();
        if line.chars().count() + 2 + leaf.chars().count() <= width {
            lines.push(format!("{line}  {leaf}").trim_end().to_owned());
        } else {
            lines.push(line);
            let indent = format!("{prefix}{below}       ");
            let room = width.saturating_sub(indent.chars().count());
            lines.extend(wrap(&leaf, room).into_iter().map(|part| format!("{indent}{part}")));
        }
        draw(child, &format!("{prefix}{below}"), joints, width, lines);
    }
}

/// What was chosen, from the start to the end of a branch. A place that was chosen just before is not named again.
fn choices(trace: &v1::Trace, question: &Question) -> Vec<String> {
    let mut before = "";
    let mut choices = Vec::new();
    for step in &trace.steps {
        let Some(Detail::Backend(choice)) = &step.detail else { continue };
        let Some(chosen) = choice.backends.iter().find(|backend| backend.selected) else { continue };
        let port = if chosen.port == 0 { String::new() } else { format!(":{}", chosen.port) };
        let on = if chosen.node.is_empty() {
            String::new()
        } else {
            format!(" on {}", elide(id(&chosen.node), NAME_WIDTH))
        };
        let at = if step.place == before {
            String::new()
        } else {
            format!("{} -> ", elide(&Place::new(&step.place, question).label(), NAME_WIDTH))
        };
        choices.push(format!("{at}{}{on}", joined(&chosen.address, &port)));
        before = &chosen.node;
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn shares_add_up_from_the_leaves() {
        let lines = lines(&sample::branching(), &sample::question(), true, 100);
        let expected = "\
branches  3
├─ 66.7%  load balancer -> 10.240.0.4 on aks-0
│  ├─ 33.3%  10.244.0.10:8080 on aks-0  #1 delivered both ways
│  └─ 33.3%  10.244.1.10:8080 on aks-1  #2 dropped ROUTE_NONE at subnet nodes
└─ 33.3%  load balancer -> 10.240.0.5 on aks-1
   └─ 33.3%  10.244.1.10:8080 on aks-1  #3 delivered both ways";
        assert_eq!(lines.join("\n"), expected);
    }

    #[test]
    fn in_ascii_it_is_the_same_tree() {
        let lines = lines(&sample::branching(), &sample::question(), false, 100);
        assert!(lines.iter().all(|line| line.is_ascii()));
        assert!(lines[2].starts_with("|  |- 33.3%  10.244.0.10"), "{lines:?}");
    }
}
