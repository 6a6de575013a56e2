//! The runner of the vectors: what was asked, run, shown, and judged by the exit status.
#![expect(
    clippy::print_stdout,
    reason = "what the runner finds is shown on the terminal; that is its user interface"
)]

use std::process::ExitCode;
use std::sync::Arc;

use podnet_vectors::options::Options;
use podnet_vectors::run::Shared;
use podnet_vectors::{case, certificates, planted, suite, table, throughput};
use podnet_workshop::root;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            println!("{problem}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<bool, String> {
    let options = Options::read(arguments)?;
    if options.planted {
        return planted::run(&options, |line| println!("{line}"));
    }
    if options.throughput {
        let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
        return runtime.block_on(throughput::run(&options, |line| println!("{line}"))).map(|()| true);
    }
    let (mut cases, worlds) = case::load(&root().join("tests/vectors"))?;
    cases.retain(|case| options.wants_case(&case.full_name()));
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let certificates = certificates::Certificates::make(folder.path()).map_err(|error| error.to_string())?;
    let shared = Arc::new(Shared { worlds, certificates });
    let cases = Arc::new(cases);
    let runtime = tokio::runtime::Runtime::new().map_err(|error| error.to_string())?;
    let columns = runtime.block_on(suite::run(&options, cases.clone(), shared));
    // What a broken client has left open would keep the runtime from ending.
    runtime.shutdown_background();
    let table = table::Table::of(&cases, &columns);
    let out = root().join("target/vectors");
    let written = std::fs::create_dir_all(&out)
        .and_then(|()| std::fs::write(out.join("parity.md"), table.markdown()))
        .and_then(|()| std::fs::write(out.join("parity.json"), format!("{:#}\n", table.json())));
    written.map_err(|error| format!("{}: {error}", out.display()))?;
    println!("{}", table.markdown());
    for problem in table.problems() {
        println!("- {problem}");
    }
    println!(
        "{} cases, {} columns, {} problems; target/vectors/parity.md",
        cases.len(),
        columns.len(),
        table.problems().len()
    );
    Ok(table.problems().is_empty())
}
