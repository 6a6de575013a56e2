//! One flow twice: at two revisions, or in two clusters.

use crate::args::Format;
use crate::args::trace::TraceArgs;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{CLUSTER, split};
use crate::output::trace::compare::{self, Side};

use super::ask::Typed;

pub(super) async fn run(
    context: &Context,
    args: &TraceArgs,
    typed: Typed<'_>,
    parent: &str,
) -> Result<Exit, Failure> {
    let (one_question, one) = super::trace(context, args, typed, parent, args.at_revision).await?;
    let other_parent = match &args.compare_cluster {
        Some(cluster) => context.name(CLUSTER, cluster).await?,
        None => parent.to_owned(),
    };
    let other_typed = Typed {
        source: args.compare_source.as_deref().unwrap_or(typed.source),
        destination: args.compare_destination.as_deref().unwrap_or(typed.destination),
        ..typed
    };
    let at_revision = args.compare_revision.unwrap_or(args.at_revision);
    let (other_question, other) =
        super::trace(context, args, other_typed, &other_parent, at_revision).await?;
    let (one, other) = (super::result(&one)?, super::result(&other)?);
    let across_clusters = other_parent != parent;
    let label = |cluster: &str, revision: i64| {
        if across_clusters { split(cluster).1 } else { format!("revision {revision}") }
    };
    let sides = [
        Side { label: label(parent, one.revision), question: &one_question, result: one },
        Side { label: label(&other_parent, other.revision), question: &other_question, result: other },
    ];
    let rows = compare::rows(&sides, across_clusters);
    let printed = match context.printer.format {
        Format::Mermaid | Format::Svg => {
            return Err(Failure::usage("a comparison is text, -o md or -o json"));
        }
        Format::Md => context.printer.text(&compare::markdown::render(&sides, &rows)),
        Format::Table | Format::Wide | Format::Name | Format::Json | Format::Ndjson | Format::Yaml => {
            context.printer.value_or(
                || compare::json::value(&sides, &rows),
                || compare::text::render(&sides, &rows, super::unicode(args)),
            )
        }
    };
    super::read_enough(printed)?;
    Ok(super::worse(super::exit(one.verdict()), super::exit(other.verdict())))
}
