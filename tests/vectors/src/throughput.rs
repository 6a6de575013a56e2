//! How fast is each client? The load of each harness against a real server of the same build, beside calls that carry
//! nothing. Must not judge the numbers.

use podnet_tests::server::Home;
use podnet_workshop::languages::{ALL, Language};
use serde_json::{Map, Value, json};

use crate::direct::Direct;
use crate::harness::{Answer, Harness};
use crate::options::Options;
use crate::suite::hello;

/// Nodes that addresses are taken on, of up to 250 each.
const NODES: usize = 100;
/// Addresses of one batch call.
const BATCH_SIZE: usize = 256;
/// Addresses that a stream takes before it gives them back: more than a server lets be unanswered.
const WINDOW: usize = 1024;
/// About how long each row is measured; its count comes from a first run.
const SECONDS: f64 = 2.0;

/// A column of the table.
struct Shape {
    title: &'static str,
    shape: &'static str,
    in_flight: usize,
    /// Operations of the first run, which also warms up; counts are multiples of it.
    first: usize,
    /// The echo that it is compared with.
    echo: Option<usize>,
}

/// The echoes come first, since the others are compared with them.
const SHAPES: [Shape; 6] = [
    Shape { title: "echo, 1 in flight", shape: "echo", in_flight: 1, first: 500, echo: None },
    Shape { title: "echo, 16", shape: "echo", in_flight: 16, first: 1000, echo: None },
    Shape { title: "unary, 1", shape: "unary", in_flight: 1, first: 200, echo: Some(0) },
    Shape { title: "unary, 16", shape: "unary", in_flight: 16, first: 1000, echo: Some(1) },
    Shape { title: "batch of 256", shape: "batch", in_flight: 1, first: 20 * BATCH_SIZE, echo: Some(1) },
    Shape { title: "stream", shape: "stream", in_flight: WINDOW, first: 2 * WINDOW, echo: Some(1) },
];

/// Measures the languages that are asked for, and shows a row of a table for each style as it comes.
///
/// # Errors
/// A language cannot run, or a load fails.
pub async fn run(options: &Options, show: impl Fn(&str)) -> Result<(), String> {
    let home = Home::new();
    let server = home.start();
    let straight = Direct::to(server.address())?;
    let nodes = prepare(&straight).await?;
    let titles: Vec<&str> = SHAPES.iter().map(|shape| shape.title).collect();
    show(&format!("| operations a second | {} |\n|---|{}", titles.join(" | "), "---:|".repeat(SHAPES.len())));
    for language in ALL.iter().filter(|language| options.wants(language.name)) {
        language.ready(language.tools).map_err(|missing| missing.to_string())?;
        (language.build)()?;
        let (_version, styles) = hello(language).await?;
        for style in &styles {
            let row = measured(language, style, &server.url(), &nodes).await?;
            let several = if styles.len() == 1 { String::new() } else { format!(" ({style})") };
            show(&format!("| {}{several} | {} |", language.name, row.join(" | ")));
        }
    }
    let held = straight.ask("ListAllocations", &json!({"parent": "clusters/prod", "page_size": 1})).await?;
    match held["allocations"].as_array().map_or(0, Vec::len) {
        0 => Ok(()),
        _ => Err(format!("a load left something behind: {held}")),
    }
}

/// A cluster whose addresses can be taken again at once.
async fn prepare(server: &Direct) -> Result<Vec<String>, String> {
    let network = json!({"network_id": "hub", "network": {"address_prefixes": ["10.240.0.0/16"]}});
    server.ask("CreateNetwork", &network).await?;
    let subnet = json!({"parent": "networks/hub", "subnet_id": "nodes", "subnet": {"address_prefixes": ["10.240.0.0/17"]}});
    server.ask("CreateSubnet", &subnet).await?;
    let cluster = json!({"cluster_id": "prod", "cluster": {
        "network": "networks/hub", "network_mode": "NETWORK_MODE_KUBENET", "cooldown": "0s",
        "pod_prefixes": ["10.244.0.0/16"], "service_prefixes": ["10.0.0.0/16"],
    }});
    server.ask("CreateCluster", &cluster).await?;
    let pool = json!({"parent": "clusters/prod", "node_pool_id": "np",
        "node_pool": {"subnet": "networks/hub/subnets/nodes", "max_pods": 250}});
    server.ask("CreateNodePool", &pool).await?;
    let one = |index: usize| json!({"node_id": format!("n{index}"), "node": {"node_pool": "clusters/prod/nodePools/np"}});
    let nodes: Vec<Value> = (0..NODES).map(one).collect();
    server.ask("BatchCreateNodes", &json!({"parent": "clusters/prod", "requests": nodes})).await?;
    Ok((0..NODES).map(|index| format!("clusters/prod/nodes/n{index}")).collect())
}

/// Operations a second of each shape, with the share of its echo.
async fn measured(
    language: &Language,
    style: &str,
    target: &str,
    nodes: &[String],
) -> Result<Vec<String>, String> {
    let mut harness = Harness::start((language.harness)())?;
    done(&mut harness, "connect", json!({"target": target, "style": style})).await?;
    let (mut rates, mut shown) = (Vec::new(), Vec::new());
    for (place, shape) in SHAPES.iter().enumerate() {
        let load = |count: usize, run: &str| {
            json!({
                "shape": shape.shape, "count": count, "in_flight": shape.in_flight, "batch_size": BATCH_SIZE,
                "parent": "clusters/prod", "nodes": nodes,
                "prefix": format!("{}{style}-{place}-{run}", language.name),
            })
        };
        let first = rate(&done(&mut harness, "load", load(shape.first, "first")).await?)?;
        let times = (first * SECONDS / number(shape.first)).round().clamp(1.0, 500.0);
        // Small, whole and positive, so that nothing is lost.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1 to 500")]
        let count = shape.first * times as usize;
        let rate = rate(&done(&mut harness, "load", load(count, "second")).await?)?;
        let ratio = shape.echo.and_then(|echo| rates.get(echo)).map(|echo: &f64| rate / echo);
        shown.push(ratio.map_or_else(|| format!("{rate:.0}"), |ratio| format!("{rate:.0} (× {ratio:.2})")));
        rates.push(rate);
    }
    Ok(shown)
}

async fn done(harness: &mut Harness, operation: &str, args: Value) -> Result<Value, String> {
    let args: Map<String, Value> = args.as_object().cloned().unwrap_or_default();
    match harness.run(operation, "c", args).await? {
        Answer::Done(done) => Ok(done),
        Answer::Failed(error) => Err(format!("{operation}: {error}")),
        Answer::Unsupported(why) => Err(format!("{operation}: {why}")),
    }
}

fn rate(done: &Value) -> Result<f64, String> {
    match (done["operations"].as_f64(), done["seconds"].as_f64()) {
        (Some(operations), Some(seconds)) if seconds > 0.0 => Ok(operations / seconds),
        _ => Err(format!("a load without operations and seconds: {done}")),
    }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
