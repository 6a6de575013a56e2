//! Load tests: makes what a run needs, runs it, takes it away, and prints the report.

use podnet::{RetryPolicy, v1};
use uuid::Uuid;

use crate::args::bench::{AllocArgs, BenchCommand, ChurnArgs, FleetArgs, LoadArgs};
use crate::bench::clock::Clock;
use crate::bench::figure::Figure;
use crate::bench::fleet::Fleet;
use crate::bench::report::{Report, text};
use crate::bench::rig::Rig;
use crate::bench::run::{Load, Run};
use crate::context::Context;
use crate::exit::{Exit, Failure};

pub(super) async fn run(context: &Context, command: BenchCommand) -> Result<Exit, Failure> {
    match command {
        BenchCommand::Alloc(args) => alloc(context, args).await,
        BenchCommand::Churn(args) => churn(context, args).await,
    }
}

async fn alloc(context: &Context, args: AllocArgs) -> Result<Exit, Failure> {
    let mut run = prepare(context, &args.load, &args.fleet).await?;
    let report = measure(context, &mut run, "alloc", "allocate", Load::Fill, &args.load).await;
    finish(context, run, report, args.load.keep).await
}

async fn churn(context: &Context, args: ChurnArgs) -> Result<Exit, Failure> {
    let slots = args.fleet.clusters * args.fleet.nodes * args.fleet.pods / 100 * args.fill;
    let needed = args.load.in_flight * args.load.batch;
    if slots < needed {
        return Err(Failure::Usage(format!(
            "{slots} addresses are held, but {needed} are in flight: give more --nodes, or less --in-flight"
        )));
    }
    let mut run = prepare(context, &args.load, &args.fleet).await?;
    let report = match run.hold(slots).await {
        Ok(()) => {
            let load = Load::Churn { slots };
            measure(context, &mut run, "churn", "release and allocate", load, &args.load).await
        }
        Err(failure) => Err(failure),
    };
    finish(context, run, report, args.load.keep).await
}

/// Makes the fleet and the threads.
async fn prepare(context: &Context, load: &LoadArgs, fleet: &FleetArgs) -> Result<Run, Failure> {
    let mut options = context.client.options().clone();
    // What is tried again is not what was measured.
    options.retry = RetryPolicy::off();
    let clock = Clock::start();
    let connections = usize::try_from(load.connections).unwrap_or(1);
    let rig = Rig::start(&options, connections, clock)?;
    let id = Uuid::new_v4().simple().to_string();
    let name = format!("bench-{}", id.get(..8).unwrap_or(&id));
    context.printer.note(&format!("preparing {name}: {} nodes\n", fleet.clusters * fleet.nodes));
    let fleet = Fleet::create(&context.client, &name, fleet).await?;
    let batch = usize::try_from(load.batch).unwrap_or(1);
    Ok(Run::new(clock, rig, fleet, load.in_flight, batch))
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
    run.audit(&context.client).await?;
    let info = context.client.call(v1::GetServerInfoRequest {}).await?;
    let mut figures = vec![Figure::of(name, repeats, run.longest_pause)];
    let mut ratio = None;
    if !echoes.is_empty() {
        let echo = Figure::of("echo", echoes, 0);
        ratio = figures.first().map(|figure| figure.ratio(&echo));
        figures.push(echo);
    }
    let shape = if args.batch > 1 { format!("batches of {}", args.batch) } else { "unary calls".to_owned() };
    Ok(Report {
        command: command.to_owned(),
        load: format!(
            "{shape}, closed loop, {} in flight over {} connections, {} x {} after {}",
            args.in_flight,
            run.rig.connections(),
            args.repeats,
            humantime::format_duration(args.duration),
            humantime::format_duration(args.warm_up),
        ),
        server: format!("podnetd {}, store {}", info.version, info.store_kind),
        figures,
        ratio,
        invariants: None,
    })
}

/// Takes the fleet away, whatever came of the run, and prints the report.
async fn finish(
    context: &Context,
    mut run: Run,
    report: Result<Report, Failure>,
    keep: bool,
) -> Result<Exit, Failure> {
    let cleared = if keep { Ok(()) } else { clear(context, &mut run).await };
    let mut report = report?;
    cleared?;
    let findings = run.ledger.findings().clone();
    let exit = if findings.hold() { Exit::Ok } else { Exit::Drift };
    report.invariants = Some(findings);
    let value = || serde_json::to_value(&report).map_err(|error| Failure::Render(error.to_string()));
    context.printer.value_or(value, || text::render(&report, context.printer.headers))?;
    Ok(exit)
}

/// Releases everything, which leaves nothing on the server, and deletes the fleet.
async fn clear(context: &Context, run: &mut Run) -> Result<(), Failure> {
    run.clear().await?;
    run.audit(&context.client).await?;
    run.fleet.delete(&context.client).await
}
