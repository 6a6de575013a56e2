//! How does the server speak to operators: structured lines on standard error.
//!
//! Messages are constant, data is in fields. No request is dumped and no secret logged.

use std::io::IsTerminal;

use tracing_subscriber::fmt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, LogFormat};

/// Starts logging for the whole process. A second start is ignored, so that tests can run several servers.
pub fn start(config: &Config) {
    let builder = fmt()
        .with_max_level(config.log_level)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal());
    let started = match config.log_format {
        LogFormat::Json => builder.json().flatten_event(true).finish().try_init(),
        LogFormat::Text => builder.finish().try_init(),
    };
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
