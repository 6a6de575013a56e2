//! The load test of watchers: churn without them and with them, by turns.

use podnet::v1;

use super::load::{describe, finish, held, prepare, shape};
use super::server;
use crate::args::bench::WatchArgs;
use crate::bench::figure::Figure;
use crate::bench::report::{Plot, Report, text};
use crate::bench::run::{Load, Run};
use crate::bench::watchers::{Watched, Watchers};
use crate::context::Context;
use crate::exit::{Exit, Failure};

/// Percent of the addresses that are held.
const FILL: u32 = 90;

pub(super) async fn run(context: &Context, args: WatchArgs) -> Result<Exit, Failure> {
    let mut run = prepare(context, &args.load, shape(&args.shape), &args.fleet).await?;
    let report = measure(context, &mut run, &args).await;
    finish(context, run, report, &args.load).await
}

async fn measure(context: &Context, run: &mut Run, args: &WatchArgs) -> Result<Report, Failure> {
    let slots = held(&args.fleet, FILL);
    run.hold(slots).await?;
    let load = Load::Churn { slots };
    let parent = run.fleet.clusters.first().cloned().unwrap_or_default();
    let mut kinds = vec![v1::ResourceKind::Node, v1::ResourceKind::Route];
    if args.allocations {
        kinds.push(v1::ResourceKind::Allocation);
    }
    let count = usize::try_from(args.watchers).unwrap_or(usize::MAX);
    if !args.load.warm_up.is_zero() {
        run.phase(load, args.load.warm_up).await?;
        run.longest_pause = 0;
    }
    let mut all = Watched { events: 0, disorders: 0, failures: 0 };
    let (mut alone, mut watched) = (Vec::new(), Vec::new());
    for repeat in 1..=args.load.repeats {
        let base = run.phase(load, args.load.duration).await?;
        let watchers = Watchers::start(context.client.options(), count, &parent, &kinds).await?;
        let measured = run.phase(load, args.load.duration).await;
        let seen = watchers.stop().await;
        let measured = measured?;
        context.printer.note(&format!(
            "repeat {repeat} of {}: without {}/s, with {} watchers {}/s, {} events\n",
            args.load.repeats,
            text::thousands(base.rate()),
            args.watchers,
            text::thousands(measured.rate()),
            seen.events,
        ));
        all.events += seen.events;
        all.disorders += seen.disorders;
        all.failures += seen.failures;
        alone.push(base);
        watched.push(measured);
    }
    let plots = vec![Plot::of("watched", &watched), Plot::of("not watched", &alone)];
    let with = Figure::of(&format!("{} watchers", args.watchers), watched, run.longest_pause);
    let without = Figure::of("none", alone, 0);
    run.ledger.add_disorders(all.disorders);
    Ok(Report {
        command: "watch".to_owned(),
        load: describe(run, &args.load),
        server: server(context).await?,
        ratio: Some(with.ratio(&without)),
        compared_with: "no watchers".to_owned(),
        figures: vec![with, without],
        invariants: None,
        notes: vec![format!(
            "watchers saw {} events; {} out of order; {} watchers were ended by the server",
            all.events, all.disorders, all.failures
        )],
        plots,
    })
}
