//! What is an SVG document made of: boxes, lines and text at whole pixels, with every text escaped?

use std::fmt::Write as _;

/// Advance of one character of the fixed-width font, in hundredths of a pixel.
const ADVANCE: i32 = 662;

/// Elements one after the other; later ones are drawn above.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    body: String,
}

/// Where a text begins, or is centred, or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas {
    /// A box with round corners.
    pub(super) fn rect(&mut self, class: &str, [x, y, width, height]: [i32; 4], radius: i32) {
        // A string takes all that is written to it, here and below.
        let _written = writeln!(
            self.body,
            r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"/>"#
        );
    }

    /// A line.
    pub(super) fn line(&mut self, class: &str, [x1, y1, x2, y2]: [i32; 4]) {
        let _written =
            writeln!(self.body, r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#);
    }

    /// A shape moved to a position; `data` is path data of ours.
    pub(super) fn path(&mut self, class: &str, x: i32, y: i32, data: &str) {
        let _written =
            writeln!(self.body, r#"<path class="{class}" transform="translate({x} {y})" d="{data}"/>"#);
    }

    /// A text on one line, with its baseline at `y`.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, x: i32, y: i32, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let _written =
            writeln!(self.body, r#"<text class="{class}" x="{x}" y="{y}"{anchor}>{}</text>"#, escaped(text));
    }

    /// A text whose first word stands out.
    pub(super) fn verb(&mut self, class: &str, x: i32, y: i32, verb: &str, rest: &str) {
        let verb =
            if verb.is_empty() { String::new() } else { format!(r#"<tspan class="b">{verb}</tspan>"#) };
        let _written =
            writeln!(self.body, r#"<text class="{class}" x="{x}" y="{y}">{verb}{}</text>"#, escaped(rest));
    }

    /// Opens a group that readers of the page hear as `title`.
    pub(super) fn open(&mut self, title: &str) {
        let _written = writeln!(self.body, "<g><title>{}</title>", escaped(title));
    }

    /// Closes the group.
    pub(super) fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// The elements.
    #[must_use]
    pub(super) fn into_body(self) -> String {
        self.body
    }
}

/// How many characters of the fixed-width font fit.
#[must_use]
pub(super) fn characters(width: i32) -> usize {
    usize::try_from(width * 100 / ADVANCE).unwrap_or(0)
}

/// Text as XML: no markup, and no character that XML 1.0 forbids.
#[must_use]
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            control if control.is_control() => escaped.push(' '),
            plain => escaped.push(plain),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        assert_eq!(escaped("<a href=\"x\">&'\u{0}\n"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;  ");
    }
}
