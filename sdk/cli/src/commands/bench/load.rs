//! The load tests whose load is a number of callers: allocating, churning, tracing.

use podnet::RetryPolicy;
use uuid::Uuid;

use super::{publish, server};
use crate::args::bench::{AllocArgs, ChurnArgs, FleetArgs, LoadArgs, ShapeArgs, TraceArgs};
use crate::bench::clock::Clock;
use crate::bench::figure::Figure;
use crate::bench::fleet::Fleet;
use crate::bench::progress::Progress;
use crate::bench::report::{Plot, Report, text};
use crate::bench::rig::Rig;
use crate::bench::run::{Load, Run, Shape};
use crate::context::Context;
use crate::exit::{Exit, Failure};

/// Pods of a node in a run that traces.
const TRACE_PODS: u32 = 30;

pub(super) async fn alloc(context: &Context, args: AllocArgs) -> Result<Exit, Failure> {
    let mut run = prepare(context, &args.load, shape(&args.shape), &args.fleet).await?;
    let report = measure(context, &mut run, "alloc", "allocate", Load::Fill, &args.load).await;
    finish(context, run, report, &args.load).await
}

pub(super) async fn churn(context: &Context, args: ChurnArgs) -> Result<Exit, Failure> {
    let slots = held(&args.fleet, args.fill);
    if slots == 0 {
        return Err(Failure::usage("no address would be held: give more --nodes or a higher --fill"));
    }
    let mut run = prepare(context, &args.load, shape(&args.shape), &args.fleet).await?;
    let report = match run.hold(slots).await {
        Ok(()) => {
            let load = Load::Churn { slots };
            measure(context, &mut run, "churn", "release, allocate", load, &args.load).await
        }
        Err(failure) => Err(failure),
    };
    finish(context, run, report, &args.load).await
}

pub(super) async fn trace(context: &Context, args: TraceArgs) -> Result<Exit, Failure> {
    let fleet = FleetArgs { clusters: 1, nodes: args.nodes, pods: TRACE_PODS };
    let slots = held(&fleet, 100);
    let shape = ShapeArgs { batch: args.batch, stream: false };
    let mut run = prepare(context, &args.load, self::shape(&shape), &fleet).await?;
    let report = match run.hold(slots).await {
        Ok(()) => measure(context, &mut run, "trace", "trace", Load::Trace { slots }, &args.load).await,
        Err(failure) => Err(failure),
    };
    finish(context, run, report, &args.load).await
}

/// Addresses that a share of a fleet has.
pub(super) fn held(fleet: &FleetArgs, percent: u32) -> u32 {
    let all = u64::from(fleet.clusters * fleet.nodes * fleet.pods);
    u32::try_from(all * u64::from(percent) / 100).unwrap_or(u32::MAX)
}

/// The form of the load.
pub(super) fn shape(args: &ShapeArgs) -> Shape {
    match (args.stream, args.batch) {
        (true, _) => Shape::Stream,
        (false, 1) => Shape::Unary,
        (false, batch) => Shape::Batch(usize::try_from(batch).unwrap_or(1)),
    }
}

/// Makes the fleet and the threads.
pub(super) async fn prepare(
    context: &Context,
    load: &LoadArgs,
    shape: Shape,
    fleet: &FleetArgs,
) -> Result<Run, Failure> {
    let mut options = context.client.options().clone();
    // What is tried again is not what was measured.
    options.retry = RetryPolicy::off();
    let clock = Clock::start();
    let connections = usize::try_from(load.connections).unwrap_or(1);
    let rig = Rig::start(&options, connections, clock, Progress::new(context.printer))?;
    let id = Uuid::new_v4().simple().to_string();
    let name = format!("bench-{}", id.get(..8).unwrap_or(&id));
    context.printer.note(&format!("preparing {name}: {} nodes\n", fleet.clusters * fleet.nodes));
    let fleet = Fleet::create(&context.client, &name, fleet).await?;
    let mut run = Run::new(clock, rig, fleet, load.in_flight(), shape);
    run.rate = load.rate.map(f64::from);
    Ok(run)
}

/// Echo and load by turns.
async fn measure(
    context: &Context,
    run: &mut Run,
    command: &str,
    name: &str,
    load: Load,
    args: &LoadArgs,
) -> Result<Report, Failure> {
    let printer = context.printer;
    if !args.warm_up.is_zero() {
        run.phase(Load::Echo, args.warm_up / 2).await?;
        run.phase(load, args.warm_up / 2).await?;
        run.longest_pause = 0;
    }
    let (mut echoes, mut repeats) = (Vec::new(), Vec::new());
    for repeat in 1..=args.repeats {
        printer.note(&format!("repeat {repeat} of {}:", args.repeats));
        if !args.no_echo {
            let echo = run.phase(Load::Echo, args.duration).await?;
            printer.note(&format!(" echo {}/s,", text::thousands(echo.rate())));
            echoes.push(echo);
        }
        let measured = run.phase(load, args.duration).await?;
        printer.note(&format!(" {name} {}/s\n", text::thousands(measured.rate())));
        repeats.push(measured);
    }
    let mut plots = vec![Plot::of(name, &repeats)];
    let mut figures = vec![Figure::of(name, repeats, run.longest_pause)];
    let mut ratio = None;
    if !echoes.is_empty() {
        plots.push(Plot::of("echo", &echoes));
        let echo = Figure::of("echo", echoes, 0);
        ratio = figures.first().map(|figure| figure.ratio(&echo));
        figures.push(echo);
    }
    Ok(Report {
        command: command.to_owned(),
        load: describe(run, args),
        server: server(context).await?,
        figures,
        ratio,
        compared_with: "echo".to_owned(),
        invariants: None,
        notes: Vec::new(),
        plots,
    })
}

/// The load in words.
pub(super) fn describe(run: &Run, args: &LoadArgs) -> String {
    let shape = match run.shape {
        Shape::Unary => "unary calls".to_owned(),
        Shape::Batch(size) => format!("batches of {size}"),
        Shape::Stream => "streams".to_owned(),
    };
    let pace = match args.rate {
        Some(rate) => format!("open loop, {rate} calls/s, at most {} in flight", run.in_flight),
        None => format!("closed loop, {} in flight", run.in_flight),
    };
    format!(
        "{shape}, {pace} over {} connections, {} x {} after {}",
        run.rig.connections(),
        args.repeats,
        humantime::format_duration(args.duration),
        humantime::format_duration(args.warm_up),
    )
}

/// Compares the books with the server, takes the fleet away, whatever came of the run, and publishes the report.
pub(super) async fn finish(
    context: &Context,
    mut run: Run,
    report: Result<Report, Failure>,
    args: &LoadArgs,
) -> Result<Exit, Failure> {
    let audited = run.audit(&context.client).await;
    let cleared = if args.keep { Ok(()) } else { clear(context, &mut run).await };
    let mut report = report?;
    audited.and(cleared)?;
    report.invariants = Some(run.ledger.findings().clone());
    publish(context, &report, args.html.as_deref())
}

/// Releases everything, which leaves nothing on the server, and deletes the fleet.
async fn clear(context: &Context, run: &mut Run) -> Result<(), Failure> {
    run.clear().await?;
    run.audit(&context.client).await?;
    run.fleet.delete(&context.client).await
}
