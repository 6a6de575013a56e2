//! How are information about a server and the findings of its checks shown?

use std::collections::BTreeMap;

use podnet::v1;

use super::table::Table;
use super::words::time;

/// What a server says of itself.
#[must_use]
pub fn info(info: &v1::GetServerInfoResponse) -> String {
    let mut table = Table::new(["", ""]);
    let revision = info.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    table.row(["version", &format!("{} (API {})", info.version, info.api_version)]);
    table.row(["store", &format!("{} {}", info.store_kind, info.store_id)]);
    table.row(["revision", &format!("{revision} (history from {})", info.compact_revision)]);
    table.row(["started", &time(info.start_time.as_ref())]);
    table.row(["features", &info.features.join(" ")]);
    let limits: BTreeMap<_, _> = info.limits.clone().into_iter().collect();
    for (index, (name, value)) in limits.iter().enumerate() {
        table.row([if index == 0 { "limits" } else { " " }, &format!("{name} = {value}")]);
    }
    table.render(false)
}

/// Findings, then what was checked.
#[must_use]
pub fn findings(
    findings: &[v1::ConsistencyFinding],
    summary: &v1::ConsistencySummary,
    headers: bool,
) -> String {
    let mut table = Table::new(["LAW", "RESOURCE", "FINDING"]);
    for finding in findings {
        table.row([&finding.law, &finding.resource, &finding.description]);
    }
    let mut text = if table.is_empty() { String::new() } else { table.render(headers) };
    let counts: BTreeMap<_, _> = summary.checked_counts.clone().into_iter().collect();
    let counts: Vec<String> = counts.iter().map(|(law, count)| format!("{law}: {count}")).collect();
    let revision = summary.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    let verdict = if summary.finding_count == 0 {
        "all laws hold".to_owned()
    } else {
        format!("{} findings", summary.finding_count)
    };
    text.extend([format!("{verdict} at revision {revision}; checked {}\n", counts.join(", "))]);
    text
}
