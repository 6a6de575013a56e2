//! Tasks of the podnet repository: `cargo xtask <verb>`. One verb per file; [`VERBS`] is the whole list.
#![expect(
    clippy::print_stdout,
    reason = "what a task does is shown on the terminal; that is its user interface"
)]

mod bench;
mod bless;
mod ci;
mod contract;
mod crash;
mod demo;
mod deny;
mod failure;
mod flows;
mod flows_judge;
mod r#gen;
mod image;
mod lab;
mod lint;
mod load;
mod model;
mod planted;
mod report;
mod shell;
mod stats;
mod test;
mod tools;
mod trials;
mod vectors;

use std::process::ExitCode;

use failure::Failure;
use report::Report;

/// One task: its name, a line of help, and what it does with the arguments after its name.
struct Verb {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Report, &[String]) -> Result<(), Failure>,
}

/// In the order of the help text.
const VERBS: &[Verb] = &[
    Verb { name: "demo", about: "start the server with a sample cluster loaded [--once]", run: demo::run },
    Verb { name: "ci", about: "everything that CI runs: tools, lint, tests, deny", run: ci::run },
    Verb { name: "test", about: "set up tools, then all tests [cargo test arguments]", run: test::run },
    Verb {
        name: "lint",
        about: "format, clippy, rustdoc, contract lint and breaking changes",
        run: lint::run,
    },
    Verb {
        name: "gen",
        about: "all generated code from the .proto files [language] [--check]",
        run: r#gen::run,
    },
    Verb { name: "deny", about: "licences, sources, bans and advisories of dependencies", run: deny::run },
    Verb { name: "tools", about: "install the outside programs that tests use", run: tools::run },
    Verb {
        name: "bless",
        about: "accept the contract, scenarios and forms of traces as they are now",
        run: bless::run,
    },
    Verb { name: "flows", about: "make the page of the lecture's flows anew", run: flows::run },
    Verb {
        name: "model",
        about: "the domain in lock-step with the oracle, a million operations [count]",
        run: model::run,
    },
    Verb {
        name: "flows-judge",
        about: "random flows before the domain and a naive evaluator, 5 million [--flows N] [--seed S] [--threads T]",
        run: flows_judge::run,
    },
    Verb {
        name: "planted",
        about: "each fault of tests/naive/planted.txt is noticed by the naive evaluator [name]",
        run: planted::run,
    },
    Verb {
        name: "image",
        about: "static programs for the container image, in target/image [--dev]",
        run: image::run,
    },
    Verb {
        name: "crash",
        about: "kills and faults against the real server, nothing acknowledged lost [--trials 200] [--seed S]",
        run: crash::run,
    },
    Verb {
        name: "trials",
        about: "overload, then kills and faults under load: nothing lost, nothing doubled [--long]",
        run: trials::run,
    },
    Verb {
        name: "lab",
        about: "real packets in network namespaces against their traces [title] [--random 1000] [--seed S] [--planted]",
        run: lab::run,
    },
    Verb {
        name: "vectors",
        about: "every client against one set of cases, with the table [--language A,B] [--case TEXT] [--all] [--planted]",
        run: vectors::run,
    },
    Verb {
        name: "bench",
        about: "all benchmarks [name of one | instructions --bless | clients --language A,B | load --long]",
        run: bench::run,
    },
    Verb {
        name: "stats",
        about: "files and lines per crate, and code per client beside its goal",
        run: stats::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", usage());
        return ExitCode::from(2);
    };
    if ["help", "-h", "--help"].contains(&name.as_str()) {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        println!("unknown task `{name}`\n\n{}", usage());
        return ExitCode::from(2);
    };
    let mut report = Report::start();
    let outcome = (verb.run)(&mut report, rest);
    report.finish(outcome)
}

fn usage() -> String {
    let lines: Vec<String> = VERBS.iter().map(|verb| format!("  {:12}{}\n", verb.name, verb.about)).collect();
    format!("cargo xtask <task>\n\n{}", lines.concat())
}
