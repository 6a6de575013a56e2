//! The program `podnet`: reads the command line, runs one command, ends with its status.

use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use podnet_cli::args::{Cli, Command, meant_verdict};
use podnet_cli::commands;
use podnet_cli::context::Context;
use podnet_cli::exit::{Exit, Failure};
use podnet_cli::output::Printer;

/// `podnet bench` spends half of its time on small messages; the other commands do not notice.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, all else is wrong usage. Nobody to read it is nothing to report.
            drop(error.print());
            return match (error.use_stderr(), meant_verdict(std::env::args_os())) {
                (false, _) => Exit::Ok,
                (true, false) => Exit::Usage,
                (true, true) => Exit::NoVerdict,
            }
            .into();
        }
    };
    let printer = Printer { format: cli.global.output, headers: !cli.global.no_headers };
    let gives_verdict = cli.command.gives_verdict();
    match run(cli, printer) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            printer.note(&failure.text());
            if gives_verdict { Exit::NoVerdict } else { failure.exit() }.into()
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
