//! Load tests: each makes what its run needs, runs it, takes it away, and prints the report.

mod load;
mod scale;
mod watch;

use std::path::Path;

use podnet::v1;

use crate::args::bench::BenchCommand;
use crate::bench::report::{Report, html, text};
use crate::context::Context;
use crate::exit::{Exit, Failure};

pub(super) async fn run(context: &Context, command: BenchCommand) -> Result<Exit, Failure> {
    match command {
        BenchCommand::Alloc(args) => load::alloc(context, args).await,
        BenchCommand::Churn(args) => load::churn(context, args).await,
        BenchCommand::Trace(args) => load::trace(context, args).await,
        BenchCommand::Scale(args) => scale::run(context, args).await,
        BenchCommand::Watch(args) => watch::run(context, args).await,
    }
}

/// Prints a report, and writes its page.
fn publish(context: &Context, report: &Report, page: Option<&Path>) -> Result<Exit, Failure> {
    if let Some(path) = page {
        let failed = |error| Failure::File { path: path.to_owned(), error };
        std::fs::write(path, html::render(report)).map_err(failed)?;
    }
    let value = || serde_json::to_value(report).map_err(|error| Failure::Render(error.to_string()));
    context.printer.value_or(value, || text::render(report, context.printer.headers))?;
    Ok(if report.hold() { Exit::Ok } else { Exit::Drift })
}

/// Version and store of the server.
async fn server(context: &Context) -> Result<String, Failure> {
    let info = context.client.call(v1::GetServerInfoRequest {}).await?;
    Ok(format!("podnetd {}, store {}", info.version, info.store_kind))
}
