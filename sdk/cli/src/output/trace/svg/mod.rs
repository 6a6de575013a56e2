//! How does a trace look as a picture: hops from left to right, the way back below?
//!
//! Self-contained: no script, no font, nothing to load. Every coordinate is a whole pixel that follows from the text, so
//! that the same result is the same file.

mod canvas;
mod card;
mod columns;
mod icon;
mod style;
mod way;

use podnet::v1::{self, Verdict};

use super::branches::{deciding, ending, others, replies};
use super::hop::hops;
use super::summary::{cause, percent, verdict, ways};
use super::{Question, View};
use crate::output::words::wrap;
use canvas::{Anchor, Canvas, escaped};
use way::{BAND, GAP, STUB, Way, column};

/// Around everything.
const MARGIN: i32 = 24;
/// Narrowest picture, so that sentences have room.
const WIDTH_MIN: i32 = 720;
/// Widest character of the text font on average, in tenths of a pixel.
const TEXT_ADVANCE: i32 = 72;
/// Width of a character of the headline.
const HEAD_ADVANCE: i32 = 9;
/// Column of sentences.
const SENTENCE_AT: i32 = 60;
/// From one line of text to the next.
const LINE: i32 = 18;

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
    let labels = |hops: &[super::hop::Hop<'_>]| hops.iter().map(|hop| hop.place.label()).collect::<Vec<_>>();
    let columns = columns::align(&labels(&forward_hops), &labels(&reply_hops));
    let forward = Way::new(&forward_hops, &columns.forward, false);
    let back = Way::new(&reply_hops, &columns.back, true);

    let left = MARGIN + if back.needs_stub(columns.count) { STUB } else { 0 };
    let right = if forward.needs_stub(columns.count) { STUB } else { 0 };
    let ends = i32::try_from(question.ends().chars().count()).unwrap_or(0) * HEAD_ADVANCE;
    let width = (left + column(columns.count) - GAP + right + MARGIN)
        .max(WIDTH_MIN)
        .max(MARGIN + badge(verdict(result.verdict())) + 14 + ends + MARGIN);
    let mut canvas = Canvas::default();
    let mut y = head(&mut canvas, question, result, width);
    if let Some(trace) = shown {
        let title = forward_title(result, trace, question);
        canvas.text("b", Anchor::Start, MARGIN, y, &title);
        y += 10;
        forward.draw(&mut canvas, left, y);
        y += BAND + forward.cards_height() + 34;
    }
    if !reply_hops.is_empty() {
        canvas.text("b", Anchor::Start, MARGIN, y, "return");
        y += 12;
        back.draw(&mut canvas, left, y);
        y += BAND + back.cards_height() + 34;
    }
    y = foot(&mut canvas, question, result, shown, (width, y));
    document(question, result, (width, y + MARGIN - LINE), canvas)
}

/// Width of the verdict with its sign.
fn badge(word: &str) -> i32 {
    i32::try_from(word.len()).unwrap_or(0) * 10 + 42
}

fn forward_title(result: &v1::FlowResult, trace: &v1::Trace, question: &Question) -> String {
    let branches = result.forward_traces.len();
    if branches < 2 {
        return "forward".to_owned();
    }
    let (share, ending) = (percent(trace.weight), ending(trace, question));
    format!("forward, branch {} of {branches}, {share} of new flows, {ending}", trace.branch + 1)
}

/// Verdict, ends, ways, cause and fix. Gives the baseline of what follows.
fn head(canvas: &mut Canvas, question: &Question, result: &v1::FlowResult, width: i32) -> i32 {
    let word = verdict(result.verdict());
    let (bar, sign) = match result.verdict() {
        Verdict::Reachable => ("good-bar", "M-4.5 0-1.5 3.5 4.5-4"),
        Verdict::Unreachable => ("bad-bar", "M-4-4 4 4M-4 4 4-4"),
        Verdict::Ambiguous => ("warn-bar", "M-4 4V0L0-4M0-4 4 0V4"),
        Verdict::Undetermined | Verdict::Unspecified => ("warn-bar", "M-3-2A3 3 0 1 1 0 1V2M0 5v.1"),
    };
    let badge = badge(word);
    canvas.rect(bar, [MARGIN, MARGIN - 4, badge, 28], 14);
    canvas.path("mark", MARGIN + 18, MARGIN + 10, sign);
    canvas.text("on", Anchor::Start, MARGIN + 34, MARGIN + 15, word);
    canvas.text("h", Anchor::Start, MARGIN + badge + 14, MARGIN + 15, &question.ends());
    let mut y = MARGIN + 46;
    canvas.text("q", Anchor::Start, MARGIN, y, &format!("{}  ·  revision {}", ways(result), result.revision));
    y += LINE + 4;
    if let Some(found) = &result.cause {
        y = sentence(canvas, ("cause", "bad-text b"), &cause(found, question), width, y);
        y = sentence(canvas, ("fix", "good-text b"), &found.remediation, width, y);
    }
    y + 10
}

/// The other branches and what was assumed.
fn foot(
    canvas: &mut Canvas,
    question: &Question,
    result: &v1::FlowResult,
    shown: Option<&v1::Trace>,
    (width, mut y): (i32, i32),
) -> i32 {
    if let Some(trace) = shown {
        y = sentence(canvas, ("others", "b"), &others(result, trace, question), width, y);
    }
    for assumption in &result.assumptions {
        y = sentence(canvas, ("assume", "q"), &assumption.explanation, width, y);
    }
    y
}

/// A word and a sentence beside it, over as many lines as it needs. Gives the next baseline.
fn sentence(canvas: &mut Canvas, (key, class): (&str, &str), text: &str, width: i32, mut y: i32) -> i32 {
    if text.is_empty() {
        return y;
    }
    canvas.text(class, Anchor::Start, MARGIN, y, key);
    let room = usize::try_from((width - 2 * MARGIN - SENTENCE_AT) * 10 / TEXT_ADVANCE).unwrap_or(20);
    let class = if class == "q" { "q" } else { "" };
    for line in wrap(text, room) {
        canvas.text(class, Anchor::Start, MARGIN + SENTENCE_AT, y, &line);
        y += LINE;
    }
    y
}

fn document(
    question: &Question,
    result: &v1::FlowResult,
    (width, height): (i32, i32),
    canvas: Canvas,
) -> String {
    let title = format!("{}: {}", verdict(result.verdict()), question.ends());
    let mut description = format!("{}. Revision {}.", ways(result), result.revision);
    if let Some(found) = &result.cause {
        description.extend([" Cause: ", &cause(found, question), "."]);
        if !found.remediation.is_empty() {
            description.extend([" Fix: ", &found.remediation, "."]);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">{}</title>\n\
         <desc id=\"description\">{}</desc>\n<style>\n{}\n</style>\n\
         <rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
        escaped(&title),
        escaped(&description),
        style::CSS,
        canvas.into_body()
    )
}
