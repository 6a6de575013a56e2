//! How does the page look: for each flow the command, the text and the picture?

use std::fmt::Write as _;

use crate::cluster::Cluster;
use crate::flow::Flow;

/// A flow with what the tool says.
#[derive(Debug)]
pub(crate) struct Trace {
    pub(crate) flow: Flow,
    pub(crate) text: String,
    pub(crate) picture: String,
}

/// The page.
pub(crate) fn render(clusters: &[(Cluster, Vec<Trace>)]) -> String {
    let mut page = "\
# The lecture's flows

What happens to a packet in a kubenet and in an Azure CNI cluster, hop by hop and both ways, as `podnet trace` tells it. Every
text and every picture on this page was printed by the tool, asked of a server that holds the sample clusters in
[`tests/samples`](../../../tests/samples/README.md). `cargo xtask flows` makes the page anew, and a test fails while it is not
what the tool says.

How to read it: each number is a place; the packet is written where it is new; `NAT` has old `=>` new; `SKIP_NAT` says why a
possible rewriting did not happen; `beat` is the best route that lost. `--explain` shows every candidate and every check.

"
    .to_owned();
    contents(&mut page, clusters);
    for (cluster, traces) in clusters {
        // A string takes all that is written to it, here and below.
        let _written = write!(page, "\n## {}\n\n{}\n", cluster.title, cluster.about);
        if !cluster.setup.is_empty() {
            let lines: Vec<String> =
                cluster.setup.iter().map(|arguments| format!("podnet {}\n", arguments.join(" "))).collect();
            let _written = write!(page, "\n```sh\n{}```\n", lines.concat());
        }
        for trace in traces {
            section(&mut page, cluster, trace);
        }
    }
    page
}

/// One row for each flow, one column for each cluster: the verdict, linked to the picture.
fn contents(page: &mut String, clusters: &[(Cluster, Vec<Trace>)]) {
    let titles: Vec<&str> = clusters.iter().map(|(cluster, _)| cluster.title).collect();
    let _written = writeln!(page, "| flow | {} |", titles.join(" | "));
    let _written = writeln!(page, "|---|{}", "---|".repeat(titles.len()));
    let rows = clusters.first().map_or(0, |(_, traces)| traces.len());
    for row in 0..rows {
        let traces = clusters.iter().filter_map(|(_, traces)| traces.get(row));
        let cells: Vec<String> =
            traces.clone().map(|trace| format!("[{}]({})", verdict(trace), trace.picture)).collect();
        let title = traces.map(|trace| trace.flow.title).next().unwrap_or_default();
        let _written = writeln!(page, "| {title} | {} |", cells.join(" | "));
    }
}

/// First word of the answer.
fn verdict(trace: &Trace) -> &str {
    trace.text.split_whitespace().next().unwrap_or_default()
}

fn section(page: &mut String, cluster: &Cluster, trace: &Trace) {
    let Trace { flow, text, picture } = trace;
    let command = format!("podnet --cluster {} trace {}", cluster.name, flow.arguments.join(" "));
    let _written = write!(
        page,
        "\n### {}: {}\n\n{}\n\n![{}, {}: {}]({picture})\n\n```text\n$ {command}\n{text}```\n",
        cluster.title,
        flow.title,
        flow.about,
        flow.title,
        cluster.title,
        verdict(trace),
    );
}
