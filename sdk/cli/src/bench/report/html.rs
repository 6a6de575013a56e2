//! How does a report look as a page? One file: table, ratio, invariants, and the curves as pictures inside.

use super::plot::{Plot, frame};
use super::text::thousands;
use super::{Report, text};

/// Colours of the curves, for light and dark.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}\
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .7rem;text-align:right;border-bottom:1px solid #8884}\
td:first-child,th:first-child{text-align:left}figure{margin:1.5rem 0}svg{width:100%}figcaption{font-weight:600}\
.g{stroke:#8884}text{font-size:12px;fill:currentColor}.e{text-anchor:end}.m{text-anchor:middle}\
polyline{fill:none;stroke-width:2}.c0{stroke:#d9480f}.c1{stroke:#1971c2}circle.c0{fill:#d9480f}circle.c1{fill:#1971c2}\
.k0{color:#d9480f}.k1{color:#1971c2}.bad{color:#c92a2a;font-weight:600}";

/// The page.
#[must_use]
pub fn render(report: &Report) -> String {
    let title = format!("podnet bench {}", escaped(&report.command));
    let heads: Vec<String> =
        text::HEADERS.iter().map(|head| format!("<th>{}</th>", head.to_lowercase())).collect();
    let rows: Vec<String> = report
        .figures
        .iter()
        .map(|figure| {
            let cells = text::row(figure).map(|cell| format!("<td>{}</td>", escaped(&cell)));
            format!("<tr>{}</tr>\n", cells.concat())
        })
        .collect();
    let seconds = |at: f64| format!("{at:.0} s");
    [
        format!(
            "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><style>{STYLE}</style>\n\
             <h1>{title}</h1>\n<p>{}<br>{}</p>\n",
            escaped(&report.load),
            escaped(&report.server)
        ),
        format!("<table><tr>{}</tr>\n{}</table>\n", heads.concat(), rows.concat()),
        judgement(report),
        frame("Latency by share of the calls", "ms", &curves(report, |plot| &plot.percentiles), nines, false),
        frame("Operations per second over the run", "1/s", &curves(report, |plot| &plot.rates), seconds, true),
        frame("Longest latency over the run", "ms", &curves(report, |plot| &plot.longest), seconds, true),
        "</html>\n".to_owned(),
    ]
    .concat()
}

/// One curve of each plot.
fn curves<'r>(
    report: &'r Report,
    points: impl Fn(&'r Plot) -> &'r Vec<(f64, f64)>,
) -> Vec<(&'r str, &'r [(f64, f64)])> {
    report.plots.iter().map(|plot| (plot.name.as_str(), points(plot).as_slice())).collect()
}

/// Ratio, errors, invariants and notes.
fn judgement(report: &Report) -> String {
    let mut lines = Vec::new();
    if let Some(ratio) = report.ratio {
        lines.push(format!(
            "<p>Ratio to {}: <b>{:.2}</b> ({:.2} to {:.2}), the median of the repeats' own ratios.</p>\n",
            escaped(&report.compared_with),
            ratio.median,
            ratio.lowest,
            ratio.highest
        ));
    }
    for figure in &report.figures {
        for (why, count) in &figure.errors {
            let count = thousands(f64::from(u32::try_from(*count).unwrap_or(u32::MAX)));
            lines.push(format!("<p>{}: {count} x {}</p>\n", escaped(&figure.name), escaped(why)));
        }
    }
    if let Some(findings) = &report.invariants {
        let class = if findings.hold() { "" } else { " class=\"bad\"" };
        lines.push(format!("<p{class}>Invariants: {}</p>\n", escaped(&findings.to_string())));
        lines.extend(findings.told.iter().map(|words| format!("<p class=\"bad\">{}</p>\n", escaped(words))));
    }
    lines.extend(report.notes.iter().map(|note| format!("<p>{}</p>\n", escaped(note))));
    lines.concat()
}

/// A place on the scale of nines, as a percentage.
fn nines(at: f64) -> String {
    let share = 100.0 * (1.0 - 10_f64.powf(-at));
    if at < 1.5 {
        format!("{share:.0} %")
    } else {
        format!(
            "{share:.*} %",
            if at < 2.5 {
                0
            } else if at < 3.5 {
                1
            } else {
                2
            }
        )
    }
}

/// Text that a page shows as it is.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_needs_nothing_but_itself() {
        let report = Report {
            command: "alloc".into(),
            load: "<script>".into(),
            server: String::new(),
            figures: Vec::new(),
            ratio: None,
            compared_with: String::new(),
            invariants: None,
            notes: Vec::new(),
            plots: Vec::new(),
        };
        let page = render(&report);
        for outside in ["http:", "https:", "<script", "src=", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}: {page}");
        }
    }

    #[test]
    fn places_on_the_scale_are_percentages() {
        assert_eq!([0.0, 1.0, 2.0, 3.0, 4.0].map(nines), ["0 %", "90 %", "99 %", "99.9 %", "99.99 %"]);
    }
}
