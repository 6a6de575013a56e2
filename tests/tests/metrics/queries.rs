//! Does every query that is shipped ask for what a real server shows: names, labels, values of labels?
//!
//! The dashboard and the alerts are read as Grafana and Prometheus read them, and their queries are parsed. What a query
//! picks must be on the page of a server that has done one of each.

use std::collections::BTreeMap;

use podnet_tests::metrics::Samples;
use podnet_tests::server::Home;
use podnet_workshop::root;
use promql::{AggregationAction, LabelMatch, LabelMatchOp, Node, ParserOptions, Vector};
use serde_json::Value;

use crate::figures;

const DASHBOARD: &str = "server/deploy/grafana/podnet.json";
const ALERTS: &str = "server/deploy/prometheus/alerts.yml";
/// What Prometheus adds to every figure, and the figure that it makes itself.
const ADDED_LABELS: [&str; 2] = ["instance", "job"];
const ADDED_FIGURE: &str = "up";
/// What Grafana puts in place of its variables.
const VARIABLES: [(&str, &str); 3] =
    [("$__rate_interval", "5m"), ("$instance", ".*"), ("${source}", "prometheus")];
/// Functions and aggregations of Prometheus that are used, with their count of arguments.
const FUNCTIONS: [(&str, usize); 6] =
    [("sum", 1), ("rate", 1), ("histogram_quantile", 2), ("predict_linear", 2), ("topk", 2), ("bottomk", 2)];

#[test]
fn every_query_asks_for_what_a_server_shows() {
    let home = Home::new().with(&["--metrics-listen", "127.0.0.1:0"]);
    let server = home.start();
    figures::cluster(&server);
    figures::done(&server, &["ip", "alloc", "--cluster", "c1", "--node", "n1", "a-eth0"]);
    let samples = Samples::of(&server);
    server.stop();

    let queries = queries();
    assert!(queries.len() > 30, "{} queries", queries.len());
    let mut problems = Vec::new();
    for (place, query) in &queries {
        problems
            .extend(wrong(query, &samples).into_iter().map(|problem| format!("{place}: {problem}: {query}")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));

    // And the other way round: what nobody looks at should not be made.
    let all = queries.iter().map(|(_, query)| query.as_str()).collect::<Vec<_>>().join("\n");
    let unseen: Vec<_> =
        samples.types().map(|(family, _)| family).filter(|family| !all.contains(family)).collect();
    assert_eq!(unseen, ["process_start_time_seconds"], "figures that no query asks for");
}

#[test]
fn a_wrong_query_is_found() {
    let page = "# TYPE podnet_nodes gauge\npodnet_nodes{cluster=\"c1\",pool=\"p\"} 1\n# EOF\n";
    let samples = Samples::parse(page.to_owned()).unwrap();
    for right in [
        "podnet_nodes",
        "sum by (pool, instance) (podnet_nodes{cluster=\"c1\"})",
        "up == 0",
        "podnet_nodes{cluster!=\"\"}",
    ] {
        assert_eq!(wrong(right, &samples), Vec::<String>::new(), "{right}");
    }
    for query in [
        "podnet_node",
        "podnet_nodes{cluster=\"c2\"}",
        "podnet_nodes{node=\"n\"}",
        "podnet_nodes{node=~\"n.*\"}",
        "sum by (node) (podnet_nodes)",
        "sum(podnet_nodes",
        "summe(podnet_nodes)",
        "rate(podnet_nodes[5m], 2)",
        "rate(podnet_nodes)",
        "podnet_nodes / podnet_nods",
    ] {
        assert_eq!(wrong(query, &samples).len(), 1, "{query}");
    }
}

#[test]
fn the_dashboard_is_one_that_grafana_takes() {
    let dashboard = dashboard();
    let panels = dashboard["panels"].as_array().unwrap();
    let mut places = BTreeMap::new();
    for panel in panels {
        let id = panel["id"].as_u64().unwrap();
        assert!(places.insert(id, panel["title"].as_str().unwrap()).is_none(), "panel {id} is there twice");
        let place = &panel["gridPos"];
        assert!(place["x"].as_u64().unwrap() + place["w"].as_u64().unwrap() <= 24, "{panel}");
        let described = panel["description"].as_str().is_some_and(|text| !text.is_empty());
        assert!(described || panel["type"] == "row", "{panel}");
    }
    assert!(dashboard["schemaVersion"].as_u64().is_some() && dashboard["uid"] == "podnet");
}

/// What is wrong with a query.
fn wrong(query: &str, samples: &Samples) -> Vec<String> {
    let query = VARIABLES.iter().fold(query.to_owned(), |text, (name, value)| text.replace(name, value));
    let mut problems = Vec::new();
    match promql::parse(query.as_bytes(), &ParserOptions::default()) {
        Ok(node) => drop(walk(&node, samples, &mut problems)),
        Err(error) => problems.push(format!("no query: {error:?}")),
    }
    problems
}

/// Looks into a part of a query; gives the labels that its result may have.
fn walk(node: &Node, samples: &Samples, problems: &mut Vec<String>) -> Vec<String> {
    match node {
        Node::Vector(vector) => selected(vector, samples, problems),
        Node::Operator { args, .. } => args.iter().flat_map(|part| walk(part, samples, problems)).collect(),
        Node::Negation(part) => walk(part, samples, problems),
        Node::Scalar(_) | Node::String(_) => Vec::new(),
        Node::Function { name, args, aggregation } => {
            let before = problems.len();
            let labels: Vec<_> = args.iter().flat_map(|part| walk(part, samples, problems)).collect();
            if problems.len() > before {
                return labels;
            }
            let ranged =
                args.iter().any(|part| matches!(part, Node::Vector(vector) if vector.range.is_some()));
            if !FUNCTIONS.contains(&(name, args.len())) {
                problems.push(format!("{name} of {} is no function that is used", args.len()));
            } else if ranged != ["rate", "predict_linear"].contains(&name.as_str()) {
                problems.push(format!("{name} takes another kind of figures"));
            }
            let Some(grouped) = aggregation else { return labels };
            let missing = grouped.labels.iter().find(|label| !known(label, &labels));
            problems.extend(missing.map(|label| format!("nothing has the label {label}")));
            match grouped.action {
                AggregationAction::By => grouped.labels.clone(),
                AggregationAction::Without => labels,
            }
        }
    }
}

/// Looks for the figures of a selector.
fn selected(vector: &Vector, samples: &Samples, problems: &mut Vec<String>) -> Vec<String> {
    let text = |label: &LabelMatch| String::from_utf8_lossy(&label.value).into_owned();
    let (name, matches): (Vec<_>, Vec<_>) = vector.labels.iter().partition(|label| label.name == "__name__");
    let name = name.first().map(|label| text(label)).unwrap_or_default();
    if name == ADDED_FIGURE {
        return Vec::new();
    }
    let found: Vec<_> = samples.all(&name).map(|(labels, _)| labels).collect();
    let labels: Vec<String> = found.iter().flat_map(|labels| labels.keys().cloned()).collect();
    let fits = |label: &LabelMatch| {
        let wanted = text(label);
        let equal =
            |labels: &&BTreeMap<String, String>| labels.get(&label.name).is_some_and(|own| *own == wanted);
        known(&label.name, &labels)
            && (ADDED_LABELS.contains(&label.name.as_str())
                || label.op != LabelMatchOp::Eq
                || found.iter().any(equal))
    };
    if found.is_empty() {
        problems.push(format!("no figure is named {name}"));
    } else if let Some(label) = matches.into_iter().find(|label| !fits(label)) {
        problems.push(format!("no {name} has {} {}", label.name, text(label)));
    }
    labels
}

fn known(label: &str, labels: &[String]) -> bool {
    ADDED_LABELS.contains(&label) || labels.iter().any(|own| own == label)
}

/// Every query that is shipped, with its place.
fn queries() -> Vec<(String, String)> {
    let alerts = std::fs::read_to_string(root().join(ALERTS)).unwrap();
    let alerts: Value = serde_norway::from_str(&alerts).unwrap();
    let mut queries = Vec::new();
    for rule in
        alerts["groups"].as_array().unwrap().iter().flat_map(|group| group["rules"].as_array().unwrap())
    {
        let name = rule["alert"].as_str().unwrap();
        assert!(
            rule["annotations"]["summary"].is_string() && rule["labels"]["severity"].is_string(),
            "{name}"
        );
        queries.push((format!("alert {name}"), rule["expr"].as_str().unwrap().to_owned()));
    }
    for panel in dashboard()["panels"].as_array().unwrap() {
        for target in panel["targets"].as_array().into_iter().flatten() {
            let query = target["expr"].as_str().unwrap().to_owned();
            queries.push((format!("panel {}", panel["title"]), query));
        }
    }
    queries
}

fn dashboard() -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join(DASHBOARD)).unwrap()).unwrap()
}
