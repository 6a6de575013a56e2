//! The load test of growing and shrinking a pool.

use uuid::Uuid;

use super::{publish, server};
use crate::args::bench::{FleetArgs, ScaleArgs};
use crate::bench::clock::Clock;
use crate::bench::figure::{Figure, Repeat};
use crate::bench::fleet::Fleet;
use crate::bench::invariant::Findings;
use crate::bench::report::{Plot, Report, text};
use crate::bench::scale::scale;
use crate::context::Context;
use crate::exit::{Exit, Failure};

pub(super) async fn run(context: &Context, args: ScaleArgs) -> Result<Exit, Failure> {
    let id = Uuid::new_v4().simple().to_string();
    let name = format!("bench-{}", id.get(..8).unwrap_or(&id));
    let fleet = FleetArgs { clusters: 1, nodes: 0, pods: args.pods };
    let fleet = Fleet::create(&context.client, &name, &fleet).await?;
    let mut findings = Findings::default();
    let measured = measure(context, &args, &fleet, &mut findings).await;
    let deleted = fleet.delete(&context.client).await;
    let (grown, shrunk) = measured?;
    deleted?;
    let plots = vec![Plot::of("grow", &grown), Plot::of("shrink", &shrunk)];
    let report = Report {
        command: "scale".to_owned(),
        load: format!(
            "0 to {} nodes of {} addresses and back, each in one call, {} times",
            args.nodes, args.pods, args.repeats
        ),
        server: server(context).await?,
        figures: vec![Figure::of("grow", grown, 0), Figure::of("shrink", shrunk, 0)],
        ratio: None,
        compared_with: String::new(),
        invariants: Some(findings),
        notes: vec!["an operation is a node, with its address and those of its pods".to_owned()],
        plots,
    };
    publish(context, &report, args.html.as_deref())
}

async fn measure(
    context: &Context,
    args: &ScaleArgs,
    fleet: &Fleet,
    findings: &mut Findings,
) -> Result<(Vec<Repeat>, Vec<Repeat>), Failure> {
    let cluster = fleet.clusters.first().map_or("", String::as_str);
    let pool = format!("{cluster}/nodePools/bench");
    let clock = Clock::start();
    let (mut grown, mut shrunk) = (Vec::new(), Vec::new());
    for repeat in 1..=args.repeats {
        let more = scale(&context.client, clock, &pool, args.nodes, findings).await?;
        let fewer = scale(&context.client, clock, &pool, 0, findings).await?;
        let (up, down) = (text::thousands(more.rate()), text::thousands(fewer.rate()));
        context.printer.note(&format!("repeat {repeat} of {}: grow {up}/s, shrink {down}/s\n", args.repeats));
        grown.push(more);
        shrunk.push(fewer);
    }
    Ok((grown, shrunk))
}
