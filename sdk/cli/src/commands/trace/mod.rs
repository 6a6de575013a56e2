//! The command that traces flows: one, many, or one in two ways.

pub(super) mod ask;
mod batch;
mod compare;

use podnet::v1;

use crate::args::Format;
use crate::args::trace::TraceArgs;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::locale;
use crate::output::trace::{Question, View, markdown, mermaid, svg, text};
use ask::Typed;

pub(super) async fn run(context: &Context, args: TraceArgs) -> Result<Exit, Failure> {
    if let Some(path) = &args.batch {
        return batch::run(context, &args, path).await;
    }
    let typed = typed(&args)?;
    let parent = context.cluster().await?;
    if args.compare_revision.is_some() || args.compare_cluster.is_some() {
        return compare::run(context, &args, typed, &parent).await;
    }
    let (question, response) = trace(context, &args, typed, &parent, args.at_revision).await?;
    let result = result(&response)?;
    let branch = args.branch.map(usize::try_from).transpose().ok().flatten();
    let branches = result.forward_traces.len();
    if branch.is_some_and(|number| number > branches) {
        return Err(Failure::usage(format!("--branch: the flow has {branches}, counted from 1")));
    }
    let view =
        View { explain: args.explain, all_branches: args.all_branches, branch, unicode: unicode(&args) };
    let printed =
        context.printer.message_or("TraceFlowResponse", &response, || match context.printer.format {
            Format::Md => markdown::render(&question, result, view),
            Format::Mermaid => mermaid::render(&question, result, view),
            Format::Svg => svg::render(&question, result, view),
            Format::Table | Format::Wide | Format::Name | Format::Json | Format::Ndjson | Format::Yaml => {
                text::render(&question, result, view)
            }
        });
    read_enough(printed)?;
    Ok(exit(result.verdict()))
}

/// Both ends have to be there.
fn typed(args: &TraceArgs) -> Result<Typed<'_>, Failure> {
    let (Some(source), Some(destination)) = (&args.source, &args.destination) else {
        return Err(Failure::usage("give a source and a destination, or --batch FILE"));
    };
    Ok(Typed { source, destination, protocol: args.proto, from_port: args.from_port, ipv6: args.ipv6 })
}

/// Asks about one flow at one revision.
async fn trace(
    context: &Context,
    args: &TraceArgs,
    typed: Typed<'_>,
    parent: &str,
    at_revision: i64,
) -> Result<(Question, v1::TraceFlowResponse), Failure> {
    let (flow, mut question) = ask::flow(context, parent, typed).await?;
    let request = v1::TraceFlowRequest {
        parent: parent.to_owned(),
        flow: Some(flow),
        at_revision,
        one_way: args.one_way,
    };
    let response = context.client.call(request).await?;
    question.pods = ask::pods(context, result(&response)?).await;
    Ok((question, response))
}

fn result(response: &v1::TraceFlowResponse) -> Result<&v1::FlowResult, Failure> {
    response.result.as_ref().ok_or_else(|| Failure::Render("the answer has no result".into()))
}

fn unicode(args: &TraceArgs) -> bool {
    !args.ascii && locale::is_unicode(|name| std::env::var(name).ok())
}

/// Whoever reads may stop, as `head` does; the verdict is known all the same.
pub(super) fn read_enough(printed: Result<(), Failure>) -> Result<(), Failure> {
    match printed {
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Scripts learn the verdict from the exit status.
fn exit(verdict: v1::Verdict) -> Exit {
    match verdict {
        v1::Verdict::Reachable => Exit::Ok,
        v1::Verdict::Unreachable => Exit::Unreachable,
        v1::Verdict::Ambiguous | v1::Verdict::Undetermined | v1::Verdict::Unspecified => Exit::Undecided,
    }
}

/// The worse of two: unreachable, then not decided, then reachable.
fn worse(one: Exit, other: Exit) -> Exit {
    let rank = |exit: Exit| match exit {
        Exit::Ok => 0,
        Exit::Undecided => 1,
        Exit::Unreachable => 2,
        Exit::NoVerdict
        | Exit::Usage
        | Exit::Server
        | Exit::NotFound
        | Exit::Conflict
        | Exit::Exhausted
        | Exit::NoRoute
        | Exit::Drift
        | Exit::Timeout => 3,
    };
    if rank(other) > rank(one) { other } else { one }
}
