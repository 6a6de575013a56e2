//! How does a figure look as a picture? Curves in one frame as SVG, without any script or file besides.

use std::fmt::Write;

use crate::bench::clock::seconds;
use crate::bench::figure::{Repeat, milliseconds};
use crate::bench::record::TIMELINE_STEP;

/// What can be drawn of a figure.
#[derive(Debug, Clone)]
pub struct Plot {
    /// Its name.
    pub name: String,
    /// Share of the calls, as number of nines times some steps, and the latency in milliseconds that they took at most.
    pub percentiles: Vec<(f64, f64)>,
    /// Seconds of the run, and operations per second then; a gap where the figure was not measured.
    pub rates: Vec<(f64, f64)>,
    /// Seconds of the run, and the longest latency then, in milliseconds.
    pub longest: Vec<(f64, f64)>,
}

/// Quantiles that are drawn: evenly apart on a scale of nines.
const QUANTILE_STEPS: u32 = 40;
/// Nines at the right end: 99.99 %.
const NINES: f64 = 4.0;

impl Plot {
    /// Of the repeats of a figure.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a picture")]
    pub fn of(name: &str, repeats: &[Repeat]) -> Self {
        let mut whole = repeats.first().map(|repeat| repeat.record.latency.clone());
        for repeat in repeats.iter().skip(1) {
            if let Some(whole) = &mut whole {
                // All have the same bounds, so that there is nothing that does not fit.
                let added = whole.add(&repeat.record.latency);
                debug_assert!(added.is_ok(), "{added:?}");
            }
        }
        let percentiles = whole.map_or_else(Vec::new, |whole| {
            let nines = |step: u32| f64::from(step) * NINES / f64::from(QUANTILE_STEPS);
            let at = |nines: f64| milliseconds(whole.value_at_quantile(1.0 - 10_f64.powf(-nines)));
            (0..=QUANTILE_STEPS).map(|step| (nines(step), at(nines(step)))).collect()
        });
        let (mut rates, mut longest) = (Vec::new(), Vec::new());
        for repeat in repeats {
            for (step, (operations, latency)) in &repeat.record.timeline {
                let at = seconds(step * TIMELINE_STEP);
                rates.push((at, *operations as f64 / seconds(TIMELINE_STEP)));
                longest.push((at, milliseconds(*latency)));
            }
        }
        Self { name: name.to_owned(), percentiles, rates, longest }
    }
}

/// Size of a frame, and what is left of it for the curves.
const SIZE: (f64, f64) = (720.0, 260.0);
const MARGIN: (f64, f64, f64, f64) = (64.0, 16.0, 12.0, 34.0);
/// Marks on each axis.
const MARKS: u32 = 4;

/// Curves in one frame. `mark` writes a place of the horizontal axis; `dots` leaves points unconnected.
pub(super) fn frame(
    title: &str,
    unit: &str,
    curves: &[(&str, &[(f64, f64)])],
    mark: impl Fn(f64) -> String,
    dots: bool,
) -> String {
    let points = || curves.iter().flat_map(|(_, points)| points.iter());
    let right = points().map(|point| point.0).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let left = points().map(|point| point.0).fold(right, f64::min);
    let top = points().map(|point| point.1).fold(0.0, f64::max).max(f64::MIN_POSITIVE) * 1.05;
    let (before, over, after, under) = MARGIN;
    let (width, height) = (SIZE.0 - before - after, SIZE.1 - over - under);
    let x = |value: f64| before + width * (value - left) / (right - left).max(f64::MIN_POSITIVE);
    let y = |value: f64| over + height * (1.0 - value / top);
    let mut svg = format!(
        "<figure><figcaption>{title} <small>({unit})</small></figcaption>\n<svg viewBox=\"0 0 {} {}\" role=\"img\">\n",
        SIZE.0, SIZE.1
    );
    for step in 0..=MARKS {
        let share = f64::from(step) / f64::from(MARKS);
        let (value, place) = (top * share, left + (right - left) * share);
        put(
            &mut svg,
            format_args!(
                "<line class=\"g\" x1=\"{before}\" x2=\"{:.1}\" y1=\"{1:.1}\" y2=\"{1:.1}\"/><text x=\"{2}\" y=\"{3:.1}\" class=\"e\">{4}</text>\n",
                before + width,
                y(value),
                before - 6.0,
                y(value) + 4.0,
                short(value)
            ),
        );
        put(
            &mut svg,
            format_args!(
                "<text x=\"{:.1}\" y=\"{:.1}\" class=\"m\">{}</text>\n",
                x(place),
                SIZE.1 - under + 18.0,
                mark(place)
            ),
        );
    }
    for (index, (_, points)) in curves.iter().enumerate() {
        if dots {
            for (at, value) in *points {
                put(
                    &mut svg,
                    format_args!(
                        "<circle class=\"c{index}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"2\"/>\n",
                        x(*at),
                        y(*value)
                    ),
                );
            }
        } else {
            let line: Vec<String> =
                points.iter().map(|(at, value)| format!("{:.1},{:.1}", x(*at), y(*value))).collect();
            put(&mut svg, format_args!("<polyline class=\"c{index}\" points=\"{}\"/>\n", line.join(" ")));
        }
    }
    svg.push_str("</svg><p>");
    for (index, (name, _)) in curves.iter().enumerate() {
        put(
            &mut svg,
            format_args!("<span class=\"k{index}\">\u{25a0} {}</span> ", super::html::escaped(name)),
        );
    }
    svg.push_str("</p></figure>\n");
    svg
}

/// Appends; a text takes everything.
fn put(text: &mut String, what: std::fmt::Arguments<'_>) {
    let written = text.write_fmt(what);
    debug_assert!(written.is_ok());
}

/// A number in few characters, as `71k` or `0.25`.
fn short(value: f64) -> String {
    match value {
        value if value >= 1e6 => format!("{:.1}M", value / 1e6),
        value if value >= 1e4 => format!("{:.0}k", value / 1e3),
        value if value >= 10.0 => format!("{value:.0}"),
        value => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0.25, 12.0, 71_000.0, 1_500_000.0].map(short), ["0.25", "12", "71k", "1.5M"]);
    }

    #[test]
    fn a_frame_holds_a_line_for_each_curve_inside_its_bounds() {
        let (one, two) = ([(0.0, 1.0), (1.0, 2.0)], [(0.5, 4.0)]);
        let svg = frame("Latency", "ms", &[("a<b", &one), ("echo", &two)], |at| format!("{at:.1}"), false);
        assert_eq!(svg.matches("<polyline").count(), 2);
        assert!(svg.contains("a&lt;b") && !svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }

    #[test]
    fn nothing_measured_is_an_empty_frame() {
        let svg = frame("Latency", "ms", &[("none", &[])], |at| format!("{at:.1}"), true);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }
}
