//! How is one way drawn: a band with the packet, the cards, and the arrows between them?

use super::canvas::{Anchor, Canvas, characters};
use super::card::{ARROW_AT, Card, WIDTH};
use crate::output::trace::hop::Hop;
use crate::output::trace::said::Ending;
use crate::output::trace::tuple::{destination, source};
use crate::output::words::elide;

/// Between two cards.
pub(super) const GAP: i32 = 38;
/// Height of the band with the packet.
pub(super) const BAND: i32 = 46;
/// Room for the edge of a packet that is lost beside the last card.
pub(super) const STUB: i32 = 128;

/// A way that is ready to be drawn.
#[derive(Debug)]
pub(super) struct Way<'a> {
    hops: &'a [Hop<'a>],
    columns: &'a [usize],
    cards: Vec<Card>,
    back: bool,
}

impl<'a> Way<'a> {
    /// The hops in their columns; the way back goes from right to left.
    #[must_use]
    pub(super) fn new(hops: &'a [Hop<'a>], columns: &'a [usize], back: bool) -> Self {
        Self { hops, columns, cards: hops.iter().map(Card::new).collect(), back }
    }

    /// Height of its cards.
    #[must_use]
    pub(super) fn cards_height(&self) -> i32 {
        self.cards.iter().map(Card::height).max().unwrap_or(0)
    }

    /// How it ends; `None`: it has no end.
    #[must_use]
    pub(super) fn ending(&self) -> Option<Ending> {
        self.hops.last().and_then(|hop| hop.steps.iter().find_map(|told| told.said.ending))
    }

    /// Whether the last card needs room beside it, in a picture of so many columns.
    #[must_use]
    pub(super) fn needs_stub(&self, count: usize) -> bool {
        let last = self.columns.last().copied();
        let at_border = if self.back { last == Some(0) } else { last.is_some_and(|last| last + 1 >= count) };
        at_border && !matches!(self.ending(), None | Some(Ending::Delivered))
    }

    /// Draws it below `y`, columns from `left` on.
    pub(super) fn draw(&self, canvas: &mut Canvas, left: i32, y: i32) {
        let (band, cards) = if self.back { (y + self.cards_height() + 10, y) } else { (y, y + BAND) };
        let tall = self.cards_height();
        self.draw_band(canvas, left, band);
        let at = |index: usize| left + column(self.columns.get(index).copied().unwrap_or(0));
        for (index, card) in self.cards.iter().enumerate() {
            card.draw(canvas, at(index), cards, tall);
            if index + 1 < self.cards.len() {
                let [from, to] = if self.back {
                    [at(index), at(index + 1) + WIDTH]
                } else {
                    [at(index) + WIDTH, at(index + 1)]
                };
                arrow(canvas, from, to, cards + ARROW_AT);
            }
        }
        if let Some(last) = self.cards.len().checked_sub(1) {
            let from = if self.back { at(last) } else { at(last) + WIDTH };
            self.draw_loss(canvas, from, cards + ARROW_AT);
        }
    }

    /// The edge that is not there: dashed, with a sign and the cause in words.
    fn draw_loss(&self, canvas: &mut Canvas, from: i32, y: i32) {
        let told = self.hops.last().and_then(|hop| hop.steps.iter().find(|told| told.said.ending.is_some()));
        let Some(told) = told else { return };
        let (line, bar, text, mark) = match told.said.ending {
            None | Some(Ending::Delivered) => return,
            Some(Ending::Dropped) => {
                ("lost", "bad-bar", "m b bad-text", "M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5")
            }
            Some(Ending::Open) => {
                ("open", "warn-bar", "m b warn-text", "M-2.5-1.5A2.5 2.5 0 1 1 0 1V1.5M0 4v.1")
            }
        };
        let sign = if self.back { -1 } else { 1 };
        let centre = from + sign * 52;
        canvas.open(&told.said.text());
        canvas.line(line, [from, y, centre - sign * 9, y]);
        canvas.rect(bar, [centre - 9, y - 9, 18, 18], 9);
        canvas.path("mark", centre, y, mark);
        let cause = told.said.parts.first().cloned().unwrap_or_default();
        let width = characters(STUB - 16);
        for (index, part) in crate::output::words::wrap(&cause, width).iter().take(3).enumerate() {
            let below = i32::try_from(index).unwrap_or(0) * 13;
            let anchor = if self.back { Anchor::End } else { Anchor::Start };
            canvas.text(text, anchor, from + sign * 10, y + 24 + below, part);
        }
        canvas.close();
    }

    /// The packet over the stretch where it is the same.
    fn draw_band(&self, canvas: &mut Canvas, left: i32, y: i32) {
        let middle = |index: usize| left + column(self.columns.get(index).copied().unwrap_or(0)) + WIDTH / 2;
        for (first, last) in self.stretches() {
            let Some(packet) = self.hops.get(first).and_then(|hop| hop.leaves) else { continue };
            let (a, b) = (middle(first).min(middle(last)), middle(first).max(middle(last)));
            let (a, b) = if a == b { (a - WIDTH / 2 + 6, b + WIDTH / 2 - 6) } else { (a + 5, b - 5) };
            // The wire is on the side of the cards.
            let (wire, text, tick) = if self.back { (y, y + 17, -5) } else { (y + 34, y + 11, 5) };
            canvas.line("wire", [a, wire, b, wire]);
            canvas.line("wire", [a, wire, a, wire + tick]);
            canvas.line("wire", [b, wire, b, wire + tick]);
            let room = characters(b - a + 12);
            let middle = i32::midpoint(a, b);
            let ends = [format!("src {}", source(packet)), format!("dst {}", destination(packet))];
            for (line, end) in [0, 15].into_iter().zip(ends) {
                canvas.text("m", Anchor::Middle, middle, text + line, &elide(&end, room));
            }
        }
    }

    /// First and last hop of each stretch on which the packet stays as it is.
    fn stretches(&self) -> Vec<(usize, usize)> {
        let ends = |index: usize| {
            let packet = self.hops.get(index).and_then(|hop| hop.leaves);
            packet.map(|packet| (source(packet), destination(packet)))
        };
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for edge in 0..self.hops.len().saturating_sub(1) {
            match stretches.last_mut() {
                Some((first, last)) if ends(*first) == ends(edge) => *last = edge + 1,
                Some(_) | None => stretches.push((edge, edge + 1)),
            }
        }
        if self.hops.len() == 1 {
            stretches.push((0, 0));
        }
        stretches
    }
}

/// Left border of a column.
#[must_use]
pub(super) fn column(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(0) * (WIDTH + GAP)
}

fn arrow(canvas: &mut Canvas, from: i32, to: i32, y: i32) {
    let (end, tip) = if to > from { (to - 8, "M0-4.5 8 0 0 4.5Z") } else { (to + 8, "M0-4.5-8 0 0 4.5Z") };
    canvas.line("arrow", [from, y, end, y]);
    canvas.path("tip", end, y, tip);
}
