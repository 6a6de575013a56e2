//! `podnetd`: reads its configuration, serves, and stops in order.
//!
//! Prints `listening on ADDRESS:PORT` as the first line of standard output once it takes calls, and `metrics on URL` as
//! the second if they are served. Exit codes: 0 stopped in order, 1 could not serve, 2 the configuration is wrong.

use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;

use podnet_server::clock::Clock;
use podnet_server::config::{self, Action, Loaded};
use podnet_server::{serve, shutdown, telemetry, tls};

/// Costs of allocation weigh in a server of small messages: mimalloc takes about a tenth less time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Exit code of a wrong configuration.
const EXIT_CONFIG: u8 = 2;

fn main() -> ExitCode {
    let matches = config::command().get_matches();
    let environment = |name: &str| std::env::var(name).ok();
    let loaded = match config::load(&matches, environment, |path| std::fs::read_to_string(path)) {
        Ok(loaded) => loaded,
        Err(error) => {
            say(&mut io::stderr(), &format!("podnetd: the configuration is wrong\n{error}\n"));
            return ExitCode::from(EXIT_CONFIG);
        }
    };
    match loaded.action {
        Action::PrintConfig => say(&mut io::stdout(), &loaded.printed()),
        Action::Check => match loaded.config.tls.as_ref().map(tls::load).transpose() {
            Ok(_tls) => say(&mut io::stdout(), "the configuration is sound\n"),
            Err(error) => {
                say(&mut io::stderr(), &format!("podnetd: the configuration is wrong\n{error}\n"));
                return ExitCode::from(EXIT_CONFIG);
            }
        },
        Action::Serve => return run(&loaded),
    }
    ExitCode::SUCCESS
}

fn run(loaded: &Loaded) -> ExitCode {
    telemetry::start(&loaded.config);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let served = match runtime {
        Ok(runtime) => runtime.block_on(serve_until_stopped(loaded)),
        Err(error) => Err(error.into()),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = %error, "cannot serve");
            say(&mut io::stderr(), &format!("podnetd: {error}\n"));
            ExitCode::FAILURE
        }
    }
}

async fn serve_until_stopped(loaded: &Loaded) -> Result<(), serve::ServeError> {
    let stop = shutdown::on_signals()?;
    let bound = serve::bind(&loaded.config).await?;
    let metrics = bound.metrics_address()?;
    let metrics = metrics.map(|address| format!("metrics on http://{address}/metrics\n")).unwrap_or_default();
    let ready = |address: SocketAddr| say(&mut io::stdout(), &format!("listening on {address}\n{metrics}"));
    serve::serve(&loaded.config, bound, Clock::system(), stop, ready).await
}

/// Writes a text; nobody may be reading, which is no reason to stop.
fn say(out: &mut impl io::Write, text: &str) {
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written {
        tracing::debug!(%error, "nobody reads the output");
    }
}
