//! Many flows from a file, answered as they come over one stream.

use std::path::Path;

use podnet::v1::{
    self, flow_service_client::FlowServiceClient, stream_trace_flows_response::Result as Answer,
};
use serde_json::json;
use tokio_stream::StreamExt;

use crate::args::trace::{Proto, TraceArgs};
use crate::args::{Format, trace};
use crate::context::{self, Context};
use crate::exit::{Exit, Failure};
use crate::output::json;
use crate::output::trace::{Question, batch};

use super::ask::{self, Typed};

/// Most flows in one file: they are held until they are answered.
const FLOWS_MAX: usize = 100_000;

pub(super) async fn run(context: &Context, args: &TraceArgs, path: &Path) -> Result<Exit, Failure> {
    if matches!(context.printer.format, Format::Md | Format::Mermaid | Format::Svg) {
        return Err(Failure::usage("a batch is a line for each flow: text, -o json or -o ndjson"));
    }
    let text = String::from_utf8(context::read(path)?)
        .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
    let lines: Vec<(usize, Line<'_>)> = lines(&text, args.proto)?;
    if lines.len() > FLOWS_MAX {
        return Err(Failure::Usage(format!("{} flows, at most {FLOWS_MAX}: split the file", lines.len())));
    }
    let parent = context.cluster().await?;
    let mut questions: Vec<Question> = Vec::with_capacity(lines.len());
    let mut requests = Vec::with_capacity(lines.len());
    for (index, (number, line)) in lines.iter().enumerate() {
        let typed = Typed {
            source: line.source,
            destination: line.destination,
            protocol: line.protocol,
            from_port: args.from_port,
            ipv6: args.ipv6,
        };
        let (flow, question) = ask::flow(context, &parent, typed).await.map_err(|failure| {
            if let Failure::Usage(text) = failure {
                Failure::Usage(format!("line {number}: {text}"))
            } else {
                failure
            }
        })?;
        questions.push(question);
        let trace = v1::TraceFlowRequest {
            parent: parent.clone(),
            flow: Some(flow),
            at_revision: args.at_revision,
            one_way: args.one_way,
        };
        let correlation_id = u64::try_from(index).unwrap_or(u64::MAX);
        requests.push(v1::StreamTraceFlowsRequest {
            correlation_id,
            trace: Some(trace),
            verdicts_only: false,
        });
    }
    let mut client = FlowServiceClient::new(context.client.channel());
    let answered = client.stream_trace_flows(tokio_stream::iter(requests)).await;
    let mut answers = answered.map_err(|status| context.client.error(&status))?.into_inner();
    let mut worst = Exit::Ok;
    while let Some(answer) = answers.next().await {
        let answer = answer.map_err(|status| context.client.error(&status))?;
        let index = usize::try_from(answer.correlation_id).unwrap_or(usize::MAX);
        let (Some(question), Some((number, _))) = (questions.get(index), lines.get(index)) else { continue };
        let (exit, printed) = print(context, question, *number, answer.result)?;
        worst = super::worse(worst, exit);
        super::read_enough(printed)?;
    }
    Ok(worst)
}

/// Prints one answer.
fn print(
    context: &Context,
    question: &Question,
    line: usize,
    answer: Option<Answer>,
) -> Result<(Exit, Result<(), Failure>), Failure> {
    let response = match answer {
        Some(Answer::Trace(response)) => response,
        Some(Answer::Error(status)) => {
            let object = json!({ "line": line, "flow": question.ends(), "error": status.message });
            let printed = if context.printer.is_lines() {
                context.printer.text(&json::line(&object)?)
            } else {
                context.printer.text(&batch::refused(question, &status.message))
            };
            return Ok((Exit::NoVerdict, printed));
        }
        None => return Err(Failure::Render("an answer without a result".into())),
    };
    let result = super::result(&response)?;
    let printed = if context.printer.is_lines() {
        let result = json::value("FlowResult", result)?;
        let object = json!({ "line": line, "flow": question.ends(), "result": result });
        context.printer.text(&json::line(&object)?)
    } else {
        context.printer.text(&batch::line(question, result))
    };
    Ok((super::exit(result.verdict()), printed))
}

/// A line of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line<'a> {
    source: &'a str,
    destination: &'a str,
    protocol: Proto,
}

/// `SOURCE DESTINATION [PROTOCOL]`, with their numbers; empty lines and those that begin with `#` are passed over.
fn lines(text: &str, otherwise: Proto) -> Result<Vec<(usize, Line<'_>)>, Failure> {
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let words: Vec<&str> = line.split_whitespace().collect();
        let (source, destination, protocol) = match words.as_slice() {
            [] => continue,
            [first, ..] if first.starts_with('#') => continue,
            [source, destination] => (*source, *destination, otherwise),
            [source, destination, protocol] => (*source, *destination, trace::protocol(protocol)?),
            _ => {
                return Err(Failure::Usage(format!("line {number}: give SOURCE DESTINATION [PROTOCOL]")));
            }
        };
        lines.push((number, Line { source, destination, protocol }));
    }
    Ok(lines)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn lines_have_two_ends_and_maybe_a_protocol() {
        let text = "# who reaches the database\n\npod:shop/web vm:apps/db:5432\npod:a/b 10.0.0.10:53 udp\n";
        let read = lines(text, Proto::Tcp).unwrap();
        let expected = |source, destination, protocol| Line { source, destination, protocol };
        assert_eq!(read[0], (3, expected("pod:shop/web", "vm:apps/db:5432", Proto::Tcp)));
        assert_eq!(read[1], (4, expected("pod:a/b", "10.0.0.10:53", Proto::Udp)));
        assert!(lines("one", Proto::Tcp).unwrap_err().to_string().starts_with("line 1: "));
        assert!(lines("a b quic", Proto::Tcp).is_err());
    }
}
