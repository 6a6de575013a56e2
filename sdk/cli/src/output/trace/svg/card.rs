//! What is written in the card of a hop, and how tall is it?

use podnet::v1::StepKind;

use super::canvas::{Anchor, Canvas, characters};
use super::icon;
use crate::output::trace::hop::{Hop, Told};
use crate::output::trace::said::Ending;
use crate::output::words::{elide, wrap};

/// Width of every card.
pub(super) const WIDTH: i32 = 194;
/// Between the border and the text.
const PADDING: i32 = 9;
/// Between the left and the right border, together, and the text.
const SIDES: i32 = 2 * PADDING - 4;
/// From one line to the next.
const LINE: i32 = 14;
/// Height of kind and name.
const HEAD: i32 = 42;
/// Between two steps.
const GAP: i32 = 6;
/// Most lines of one step; the rest is in its title.
const LINES_MAX: usize = 7;
/// Height of the middle of the arrows below the top of the card.
pub(super) const ARROW_AT: i32 = 21;

/// How a step looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    Plain,
    Quiet,
    Nat,
    Good,
    Bad,
    Warn,
}

impl Tone {
    /// Class of the background, of the bar at its side, and of the text; `None`: no background.
    fn classes(self) -> Option<[&'static str; 3]> {
        match self {
            Self::Plain | Self::Quiet => None,
            Self::Nat => Some(["nat", "nat-bar", "m nat-text"]),
            Self::Good => Some(["good", "good-bar", "m good-text"]),
            Self::Bad => Some(["bad", "bad-bar", "m bad-text"]),
            Self::Warn => Some(["warn", "warn-bar", "m warn-text"]),
        }
    }
}

/// A step on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    tone: Tone,
    full: String,
    verb: &'static str,
    /// Lines; the first continues the verb. Whether each belongs to the first part, the decision itself.
    lines: Vec<(bool, String)>,
}

/// A hop as a card.
#[derive(Debug, Clone)]
pub(super) struct Card {
    kind: crate::output::trace::place::Kind,
    name: String,
    blocks: Vec<Block>,
}

impl Card {
    /// The card of a hop.
    #[must_use]
    pub(super) fn new(hop: &Hop<'_>) -> Self {
        let blocks = hop.steps.iter().filter_map(block).collect();
        Self { kind: hop.place.kind, name: hop.place.name.clone(), blocks }
    }

    /// Its height.
    #[must_use]
    pub(super) fn height(&self) -> i32 {
        let blocks: i32 = self.blocks.iter().map(|block| height(block) + GAP).sum();
        HEAD + blocks + if self.blocks.is_empty() { 0 } else { 4 }
    }

    /// Draws it with its upper left corner at a position, as tall as it is told.
    pub(super) fn draw(&self, canvas: &mut Canvas, x: i32, y: i32, tall: i32) {
        canvas.open(&format!("{} {}", icon::word(self.kind), self.name));
        canvas.rect("card", [x, y, WIDTH, tall], 8);
        canvas.path("icon", x + PADDING, y + 6, icon::path(self.kind));
        canvas.text("k", Anchor::Start, x + PADDING + 20, y + 17, icon::word(self.kind));
        let name = elide(&self.name, characters(WIDTH - SIDES));
        canvas.text("m b", Anchor::Start, x + PADDING, y + 34, &name);
        canvas.close();
        let mut top = y + HEAD;
        for block in &self.blocks {
            draw(block, canvas, x, top);
            top += height(block) + GAP;
        }
    }
}

/// A step; arrows say that a packet arrives, and the band above the cards has what it starts with.
fn block(told: &Told<'_>) -> Option<Block> {
    let said = &told.said;
    if said.verb == "ARRIVE" {
        return None;
    }
    let tone = match (said.ending, told.step.kind()) {
        (Some(Ending::Delivered), _) => Tone::Good,
        (Some(Ending::Dropped), _) => Tone::Bad,
        (Some(Ending::Open), _) => Tone::Warn,
        (None, _) if said.rewrites => Tone::Nat,
        (None, StepKind::SkipNat) => Tone::Quiet,
        (None, _) if said.verb == "START" => Tone::Quiet,
        (None, _) => Tone::Plain,
    };
    let width = characters(WIDTH - SIDES);
    let mut parts = said.parts.iter().filter(|part| !part.is_empty());
    let first = parts.next().map_or_else(String::new, |part| format!(" {part}"));
    let mut lines: Vec<(bool, String)> =
        wrap(&format!("{}{first}", said.verb), width).into_iter().map(|line| (true, line)).collect();
    for part in parts {
        let halves = match part.split_once(" => ") {
            Some((old, new)) => vec![old.to_owned(), format!("=> {new}")],
            None => vec![part.clone()],
        };
        lines.extend(halves.iter().flat_map(|half| wrap(half, width)).map(|line| (false, line)));
    }
    if lines.len() > LINES_MAX {
        lines.truncate(LINES_MAX);
        if let Some((_, last)) = lines.last_mut() {
            *last = format!("{} …", last.chars().take(width.saturating_sub(2)).collect::<String>());
        }
    }
    if let Some((_, first)) = lines.first_mut() {
        *first = first.strip_prefix(said.verb).unwrap_or(first).to_owned();
    }
    Some(Block { tone, full: said.text(), verb: said.verb, lines })
}

fn height(block: &Block) -> i32 {
    let lines = i32::try_from(block.lines.len()).unwrap_or(i32::MAX / LINE);
    lines * LINE + if block.tone.classes().is_some() { 8 } else { 0 }
}

fn draw(block: &Block, canvas: &mut Canvas, x: i32, y: i32) {
    canvas.open(&block.full);
    let (decision, rest, mut baseline) = match block.tone.classes() {
        Some([fill, bar, text]) => {
            let tall = height(block);
            canvas.rect(fill, [x + 4, y, WIDTH - 8, tall], 3);
            canvas.rect(bar, [x + 4, y, 3, tall], 1);
            (text, text, y + 14)
        }
        None if block.tone == Tone::Quiet => ("m q", "m q", y + 10),
        None => ("m", "m q", y + 10),
    };
    for (index, (decides, line)) in block.lines.iter().enumerate() {
        let class = if *decides { decision } else { rest };
        let verb = if index == 0 { block.verb } else { "" };
        canvas.verb(class, x + PADDING, baseline, verb, line);
        baseline += LINE;
    }
    canvas.close();
}
