//! The commands that prove, and that try changes.

mod changes;
mod follow;

use std::path::Path;

use podnet::v1::{self, Invariant, InvariantOutcome};

use super::trace::{ask, read_enough};
use crate::args::Format;
use crate::args::proof::{VerifyArgs, WhatIfArgs};
use crate::args::trace::Proto;
use crate::context::{self, Context};
use crate::exit::{Exit, Failure};
use crate::locale;
use crate::output::json;
use crate::output::proof::{report, what_if as output};
use crate::output::trace::{Question, View, text};

pub(super) async fn verify(context: &Context, args: VerifyArgs) -> Result<Exit, Failure> {
    let invariants = args.invariants.iter().map(|word| invariant(word)).collect::<Result<Vec<i32>, _>>()?;
    let parent = context.cluster().await?;
    if args.watch {
        return follow::run(context, parent, invariants).await;
    }
    let request =
        v1::VerifyClusterRequest { parent: parent.clone(), at_revision: args.at_revision, invariants };
    let response = context.client.call(request).await?;
    let examples = match context.printer.format {
        Format::Table | Format::Wide | Format::Name => examples(context, &response, args.explain).await,
        Format::Json | Format::Ndjson | Format::Yaml | Format::Md | Format::Mermaid | Format::Svg => {
            Vec::new()
        }
    };
    let printed = match context.printer.format {
        Format::Md => context.printer.text(&report::markdown(&parent, &response)),
        Format::Mermaid | Format::Svg => {
            return Err(Failure::usage("a proof is text, -o md or -o json"));
        }
        Format::Table | Format::Wide | Format::Name | Format::Json | Format::Ndjson | Format::Yaml => {
            context.printer.message_or("VerifyClusterResponse", &response, || {
                let text = report::text(&parent, &response);
                std::iter::once(text).chain(examples).collect::<Vec<_>>().join("\n")
            })
        }
    };
    read_enough(printed)?;
    Ok(exit(&response.results))
}

/// Traces of what breaks an invariant: the first, or all.
async fn examples(context: &Context, response: &v1::VerifyClusterResponse, all: bool) -> Vec<String> {
    let unicode = locale::is_unicode(|name| std::env::var(name).ok());
    let mut texts = Vec::new();
    for result in response.results.iter().filter(|result| result.outcome() == InvariantOutcome::Violated) {
        let Some(example) = &result.counterexample else { continue };
        let (Some(flow), Some(trace)) = (&example.flow, &example.result) else { continue };
        let question = Question::of(flow).with_pods(ask::pods(context, trace).await);
        let title = report::example_title(result, example);
        texts.push(format!(
            "{title}\n{}",
            text::render(&question, trace, View { unicode, ..View::default() })
        ));
        if !all {
            break;
        }
    }
    texts
}

/// A violation is worse than what is not known.
fn exit(results: &[v1::InvariantResult]) -> Exit {
    let any = |outcome: InvariantOutcome| results.iter().any(|result| result.outcome() == outcome);
    if any(InvariantOutcome::Violated) {
        Exit::Unreachable
    } else if any(InvariantOutcome::Undetermined) || any(InvariantOutcome::Unspecified) {
        Exit::Undecided
    } else {
        Exit::Ok
    }
}

/// The number of an invariant by its name, in any case, with hyphens or underscores.
fn invariant(word: &str) -> Result<i32, Failure> {
    let name = word.to_ascii_uppercase().replace('-', "_");
    let found = Invariant::from_str_name(&format!("INVARIANT_{name}"));
    let found = found.filter(|invariant| *invariant != Invariant::Unspecified);
    found.map(i32::from).ok_or_else(|| {
        let all = (1..).map_while(|number| Invariant::try_from(number).ok());
        let names: Vec<&str> = all.map(report::name).collect();
        Failure::Usage(format!("`{word}` is no invariant: give one of {}", names.join(", ")))
    })
}

pub(super) async fn what_if(context: &Context, args: WhatIfArgs) -> Result<Exit, Failure> {
    if matches!(context.printer.format, Format::Md | Format::Mermaid | Format::Svg) {
        return Err(Failure::usage("what changes would do is text or -o json"));
    }
    let mut request = match &args.file {
        Some(path) => from_file(path)?,
        None => v1::WhatIfRequest::default(),
    };
    if request.parent.is_empty() {
        request.parent = context.cluster().await?;
    }
    if args.at_revision != 0 {
        request.at_revision = args.at_revision;
    }
    request.changes.extend(changes::of(context, &args).await?);
    if request.changes.is_empty() {
        return Err(Failure::usage("give at least one change: -f FILE, or flags as --remove-route"));
    }
    for flow in &args.flows {
        let (source, destination) = flow
            .split_once(char::is_whitespace)
            .ok_or_else(|| Failure::Usage(format!("--flow `{flow}`: give \"SOURCE DESTINATION\"")))?;
        let typed = ask::Typed {
            source: source.trim(),
            destination: destination.trim(),
            protocol: Proto::Tcp,
            from_port: None,
            ipv6: false,
        };
        request.flows.push(ask::flow(context, &request.parent, typed).await?.0);
    }
    let tried = request.changes.len();
    let response = context.client.call(request).await?;
    let printed = context.printer.message_or("WhatIfResponse", &response, || output::text(&response, tried));
    read_enough(printed)?;
    let lost = response.node_pairs_lost > 0
        || !response.broken_invariants.is_empty()
        || response.flows.iter().any(|flow| flow.lost);
    Ok(match (lost, response.refused.is_empty()) {
        (true, _) => Exit::Unreachable,
        (false, false) => Exit::Undecided,
        (false, true) => Exit::Ok,
    })
}

fn from_file(path: &Path) -> Result<v1::WhatIfRequest, Failure> {
    let text = String::from_utf8(context::read(path)?)
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    json::parse("WhatIfRequest", &text)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn invariants_are_known_by_name() {
        assert_eq!(invariant("pod-to-pod-no-nat").unwrap(), i32::from(Invariant::PodToPodNoNat));
        let failure = invariant("UNSPECIFIED").unwrap_err().to_string();
        assert!(failure.contains("NO_ROUTING_LOOP"), "{failure}");
    }
}
