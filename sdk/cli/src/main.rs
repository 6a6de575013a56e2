//! The program `podnet`: reads the command line, runs one command, ends with its status.

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use podnet_cli::args::{Cli, Command};
use podnet_cli::commands;
use podnet_cli::context::Context;
use podnet_cli::exit::{Exit, Failure};
use podnet_cli::output::Printer;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, all else is wrong usage. Nobody to read it is nothing to report.
            drop(error.print());
            return if error.use_stderr() { Exit::Usage } else { Exit::Ok }.into();
        }
    };
    let printer = Printer { format: cli.global.output, headers: !cli.global.no_headers };
    match run(cli, printer) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            printer.note(&failure.text());
            failure.exit().into()
        }
    }
}

fn run(cli: Cli, printer: Printer) -> Result<Exit, Failure> {
    if let Command::Completion(args) = &cli.command {
        let mut script = Vec::new();
        clap_complete::generate(args.shell, &mut Cli::command(), "podnet", &mut script);
        printer.text(&String::from_utf8_lossy(&script))?;
        return Ok(Exit::Ok);
    }
    if matches!(cli.command, Command::Version) {
        printer.text(concat!("podnet ", env!("CARGO_PKG_VERSION"), "\n"))?;
        return Ok(Exit::Ok);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Render(format!("runtime: {error}")))?;
    runtime.block_on(async {
        let context = Context::new(cli.global)?;
        commands::run(&context, cli.command).await
    })
}
