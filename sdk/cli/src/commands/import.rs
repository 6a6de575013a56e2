//! The command that imports a real cluster.

use std::path::Path;

use super::import_apply::apply;
use crate::args::admin::ImportArgs;
use crate::args::cluster::Mode;
use crate::context::{Context, read};
use crate::exit::{Exit, Failure};
use crate::import::plan::{NetworkMode, PlanOptions, RouteManagement, plan};
use crate::import::{self, InputFile};
use crate::name::{CLUSTER, ids};
use crate::output::import_report::{self, Entry, Outcome};

pub(super) async fn run(context: &Context, args: ImportArgs) -> Result<Exit, Failure> {
    let mut files = args.files.as_slice();
    // `import az FILE…` and `import kubectl FILE…`: the word is for people, unless it is a file.
    if let [first, rest @ ..] = files
        && (first == Path::new("az") || first == Path::new("kubectl"))
        && !rest.is_empty()
    {
        files = rest;
    }
    let input: Result<Vec<InputFile>, Failure> = files
        .iter()
        .map(|path| Ok(InputFile { name: path.display().to_string(), bytes: read(path)? }))
        .collect();
    let reading = import::read(&input?)?;
    let cluster = match &context.global.cluster {
        Some(text) => ids(CLUSTER, text)?.pop(),
        None => None,
    };
    let mode = args.mode.map(|mode| match mode {
        Mode::Kubenet => NetworkMode::Kubenet,
        Mode::AzureCni => NetworkMode::AzureCni,
    });
    let planning = plan(&reading.inventory, &PlanOptions { cluster, mode });
    let drift = planning
        .plan
        .cluster
        .as_ref()
        .is_some_and(|cluster| cluster.route_management == RouteManagement::Observed);
    let findings: Vec<_> = reading.findings.into_iter().chain(planning.findings).collect();
    let dry_run = context.global.dry_run;
    let entries =
        if dry_run { import_report::planned(&planning.plan) } else { apply(context, &planning.plan).await? };
    let wide = context.printer.format == crate::args::Format::Wide;
    context.printer.value_or(
        || Ok(import_report::value(&entries, &findings)),
        || import_report::render(&entries, &findings, dry_run, wide),
    )?;
    if drift {
        context
            .printer
            .note("drift: the cluster's route table differs from its nodes; podnet holds it as it is.\n");
        context
            .printer
            .note("       see `podnet route reconcile TABLE --dry-run`; applying it repairs the table\n");
    }
    Ok(exit(&entries, drift))
}

/// Something that was refused weighs more than drift.
fn exit(entries: &[Entry], drift: bool) -> Exit {
    if entries.iter().any(|entry| matches!(entry.outcome, Outcome::Skipped(_))) {
        Exit::Conflict
    } else if drift {
        Exit::Drift
    } else {
        Exit::Ok
    }
}
