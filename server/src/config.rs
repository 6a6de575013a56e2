//! What is set, and by whom: flags before environment before file before defaults.
//!
//! Every setting is one line of [`SETTINGS`]: its name, default, and what it means. Values are read as text from all
//! sources, so that each source means the same, and parsed once; every problem is reported before a port is bound.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::store::StoreKind;

/// A setting: name as a flag, default, meaning with its range.
struct Setting {
    name: &'static str,
    default: &'static str,
    meaning: &'static str,
}

const fn setting(name: &'static str, default: &'static str, meaning: &'static str) -> Setting {
    Setting { name, default, meaning }
}

/// All settings, in the order in which they are shown.
const SETTINGS: &[Setting] = &[
    setting("listen", "127.0.0.1:7443", "Address and port to serve on; port 0 takes a free one"),
    setting(
        "metrics-listen",
        "",
        "Address and port of the metrics for Prometheus, as 127.0.0.1:9464, at /metrics, in plaintext; empty for none",
    ),
    setting("insecure", "false", "Serve plaintext on an address that is not loopback: true or false"),
    setting("tls-certificate", "", "PEM file of the server's certificate chain; empty for plaintext"),
    setting("tls-key", "", "PEM file of the certificate's private key"),
    setting(
        "tls-client-authority",
        "",
        "PEM file of authorities whose clients are let in; empty lets in all",
    ),
    setting("data-dir", "data", "Folder of the log; made if it is missing. Not used by the memory store"),
    setting("store", "fjall", "Log: fjall, redb, or memory (lost at exit)"),
    setting("checkpoint-records", "100000", "Revisions between two checkpoints, 1 to 10000000"),
    setting("reflection", "auto", "gRPC reflection: on, off, or auto (on for loopback only)"),
    setting(
        "web-origins",
        "",
        "Origins whose pages may call over gRPC-Web, separated by commas, as https://console.example; * for all",
    ),
    setting("calls-in-flight-max", "1024", "Calls of one connection at once, 1 to 65535; more are held back"),
    setting("deadline-max", "60s", "Longest time that a unary call may take, 1ms to 1h"),
    setting("drain-delay", "0s", "Time between reporting NOT_SERVING and refusing calls, up to 10m"),
    setting("drain-timeout", "10s", "Longest wait for calls in flight at shutdown, up to 10m"),
    setting("log-format", "json", "Format of the log on standard error: json or text"),
    setting("log-level", "info", "Lowest level that is logged: error, warn, info, debug or trace"),
];

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The default.
    Default,
    /// The file.
    File,
    /// The environment.
    Environment,
    /// A flag.
    Flag,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Default => "default",
            Self::File => "file",
            Self::Environment => "environment",
            Self::Flag => "flag",
        })
    }
}

/// When reflection is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reflection {
    /// Always.
    On,
    /// Never.
    Off,
    /// On loopback only.
    Auto,
}

/// Format of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// One JSON object for each line.
    Json,
    /// Text for people.
    Text,
}

/// Files of TLS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// Certificate chain.
    pub certificate: PathBuf,
    /// Private key.
    pub key: PathBuf,
    /// Authorities of clients; `None` lets in all.
    pub client_authority: Option<PathBuf>,
}

/// Everything that is set, parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// Address to serve on.
    pub listen: SocketAddr,
    /// Address of the metrics; `None` for no metrics.
    pub metrics_listen: Option<SocketAddr>,
    /// TLS; `None` for plaintext.
    pub tls: Option<TlsFiles>,
    /// Folder of the log.
    pub data_dir: PathBuf,
    /// Kind of log.
    pub store: StoreKind,
    /// Revisions between two checkpoints.
    pub checkpoint_records: u64,
    /// When reflection is served.
    pub reflection: Reflection,
    /// Origins whose pages may call from a browser; none by default.
    pub web_origins: Vec<String>,
    /// Calls of one connection at once.
    pub calls_in_flight_max: u32,
    /// Longest time of a unary call.
    pub deadline_max: Duration,
    /// Time between NOT_SERVING and refusing calls.
    pub drain_delay: Duration,
    /// Longest wait for calls in flight.
    pub drain_timeout: Duration,
    /// Format of the log.
    pub log_format: LogFormat,
    /// Lowest logged level.
    pub log_level: tracing::Level,
}

/// What the command line asks for besides settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Serve.
    Serve,
    /// Print the effective settings with their sources.
    PrintConfig,
    /// Only check the settings.
    Check,
}

/// A configuration with the text and source of every value.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The parsed settings.
    pub config: Config,
    /// What to do.
    pub action: Action,
    values: BTreeMap<&'static str, (String, Source)>,
}

impl Loaded {
    /// The effective settings as a TOML file, each with its meaning and source.
    pub fn printed(&self) -> String {
        let mut text = String::new();
        for setting in SETTINGS {
            if let Some((value, source)) = self.values.get(setting.name) {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "# {} [{source}]\n{} = {value:?}", setting.meaning, setting.name);
            }
        }
        text
    }
}

/// Why there is no configuration: every problem, one for each line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

/// The command line of `podnetd`.
pub fn command() -> clap::Command {
    let flag = |name: &'static str, help: &'static str| clap::Arg::new(name).long(name).help(help);
    let mut command = clap::Command::new("podnetd")
        .about("The podnet server: addresses, routes and flows of AKS-style cluster networks")
        .version(env!("CARGO_PKG_VERSION"))
        .after_help("Each setting can also be given as PODNET_<NAME> in the environment (PODNET_DATA_DIR) or in the file.")
        .arg(flag("config", "TOML file with settings").value_name("FILE").env("PODNET_CONFIG"))
        .arg(flag("print-config", "Print the effective settings with their sources, and exit").action(clap::ArgAction::SetTrue))
        .arg(flag("check", "Check the settings, and exit").action(clap::ArgAction::SetTrue));
    for setting in SETTINGS {
        let help = format!("{} [default: {:?}]", setting.meaning, setting.default);
        command = command.arg(clap::Arg::new(setting.name).long(setting.name).value_name("VALUE").help(help));
    }
    command
}

/// Loads the configuration. `environment` looks a variable up, `read` reads a file.
///
/// # Errors
/// Unknown keys, values that can't be parsed, settings that don't go together: all of them at once.
pub fn load(
    matches: &clap::ArgMatches,
    environment: impl Fn(&str) -> Option<String>,
    read: impl Fn(&str) -> std::io::Result<String>,
) -> Result<Loaded, ConfigError> {
    let mut problems = Vec::new();
    let file = match matches.get_one::<String>("config") {
        Some(path) => file_values(path, read, &mut problems),
        None => BTreeMap::new(),
    };
    let mut values = BTreeMap::new();
    for setting in SETTINGS {
        let variable = format!("PODNET_{}", setting.name.to_uppercase().replace('-', "_"));
        let value = matches
            .get_one::<String>(setting.name)
            .map(|value| (value.clone(), Source::Flag))
            .or_else(|| environment(&variable).map(|value| (value, Source::Environment)))
            .or_else(|| file.get(setting.name).map(|value| (value.clone(), Source::File)))
            .unwrap_or_else(|| (setting.default.to_owned(), Source::Default));
        values.insert(setting.name, value);
    }
    let config = parse(&values, &mut problems);
    let action = match (matches.get_flag("print-config"), matches.get_flag("check")) {
        (true, _) => Action::PrintConfig,
        (false, true) => Action::Check,
        (false, false) => Action::Serve,
    };
    match config {
        Some(config) if problems.is_empty() => Ok(Loaded { config, action, values }),
        Some(_) | None => Err(ConfigError(problems)),
    }
}

fn file_values(
    path: &str,
    read: impl Fn(&str) -> std::io::Result<String>,
    problems: &mut Vec<String>,
) -> BTreeMap<String, String> {
    let text = match read(path) {
        Ok(text) => text,
        Err(error) => {
            problems.push(format!("{path}: {error}"));
            return BTreeMap::new();
        }
    };
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            problems.push(format!("{path}: {error}"));
            return BTreeMap::new();
        }
    };
    let mut values = BTreeMap::new();
    for (key, value) in table {
        let name = key.replace('_', "-");
        if !SETTINGS.iter().any(|setting| setting.name == name) {
            let known: Vec<_> = SETTINGS.iter().map(|setting| setting.name).collect();
            problems.push(format!("{path}: unknown key `{key}`; known are {}", known.join(", ")));
            continue;
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(yes) => yes.to_string(),
            toml::Value::Float(_)
            | toml::Value::Datetime(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_) => {
                problems.push(format!("{path}: `{key}` takes a string, a whole number, true or false"));
                continue;
            }
        };
        values.insert(name, text);
    }
    values
}

/// Parses every value, noting each problem with its name and source.
fn parse(values: &BTreeMap<&'static str, (String, Source)>, problems: &mut Vec<String>) -> Option<Config> {
    let mut values = Values { values, problems };
    let listen: Option<SocketAddr> =
        values.read("listen", |text| text.parse().map_err(|_| "use ADDRESS:PORT"));
    let metrics_listen = values.read("metrics-listen", |text| match text {
        "" => Ok(None),
        _ => text.parse().map(Some).map_err(|_| "use ADDRESS:PORT, or nothing for no metrics"),
    });
    let insecure = values.read("insecure", boolean);
    let path = |text: &str| Ok((!text.is_empty()).then(|| PathBuf::from(text)));
    let certificate = values.read("tls-certificate", path);
    let key = values.read("tls-key", path);
    let client_authority = values.read("tls-client-authority", path);
    let data_dir =
        values.read(
            "data-dir",
            |text| {
                if text.is_empty() { Err("name a folder") } else { Ok(PathBuf::from(text)) }
            },
        );
    let store = values.read("store", |text| match text {
        "fjall" => Ok(StoreKind::Fjall),
        "redb" => Ok(StoreKind::Redb),
        "memory" => Ok(StoreKind::Memory),
        _ => Err("use fjall, redb or memory"),
    });
    let checkpoint_records = values.read("checkpoint-records", |text| number(text, 1, 10_000_000));
    let reflection = values.read("reflection", |text| match text {
        "on" => Ok(Reflection::On),
        "off" => Ok(Reflection::Off),
        "auto" => Ok(Reflection::Auto),
        _ => Err("use on, off or auto"),
    });
    let web_origins = values.read("web-origins", origins);
    let calls_in_flight_max = values.read("calls-in-flight-max", |text| number(text, 1, 65_535));
    let hour = Duration::from_secs(3600);
    let ten_minutes = Duration::from_secs(600);
    let deadline_max = values.read("deadline-max", |text| duration(text, Duration::from_millis(1), hour));
    let drain_delay = values.read("drain-delay", |text| duration(text, Duration::ZERO, ten_minutes));
    let drain_timeout = values.read("drain-timeout", |text| duration(text, Duration::ZERO, ten_minutes));
    let log_format = values.read("log-format", |text| match text {
        "json" => Ok(LogFormat::Json),
        "text" => Ok(LogFormat::Text),
        _ => Err("use json or text"),
    });
    let log_level =
        values.read("log-level", |text| text.parse().map_err(|_| "use error, warn, info, debug or trace"));
    let tls = match (certificate?, key?, client_authority?) {
        (Some(certificate), Some(key), client_authority) => {
            Some(TlsFiles { certificate, key, client_authority })
        }
        (None, None, None) => None,
        _ => {
            let message = "tls-certificate, tls-key: TLS needs both; tls-client-authority needs them too";
            values.problems.push(message.to_owned());
            return None;
        }
    };
    if tls.is_none() && !insecure? && !listen?.ip().is_loopback() {
        values.problems.push(format!(
            "listen: plaintext on {} lets everybody on the network in; set tls-certificate and tls-key, or insecure = true",
            listen?
        ));
    }
    Some(Config {
        listen: listen?,
        metrics_listen: metrics_listen?,
        tls,
        data_dir: data_dir?,
        store: store?,
        checkpoint_records: checkpoint_records?,
        reflection: reflection?,
        web_origins: web_origins?,
        calls_in_flight_max: u32::try_from(calls_in_flight_max?).ok()?,
        deadline_max: deadline_max?,
        drain_delay: drain_delay?,
        drain_timeout: drain_timeout?,
        log_format: log_format?,
        log_level: log_level?,
    })
}

struct Values<'a> {
    values: &'a BTreeMap<&'static str, (String, Source)>,
    problems: &'a mut Vec<String>,
}

impl Values<'_> {
    fn read<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, &'static str>) -> Option<T> {
        let (text, source) = self.values.get(name)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(advice) => {
                self.problems.push(format!("{name}: `{text}` (from {source}) is not allowed; {advice}"));
                None
            }
        }
    }
}

/// Origins as browsers send them: a scheme, a host, perhaps a port, and nothing else.
fn origins(text: &str) -> Result<Vec<String>, &'static str> {
    let all: Vec<String> = text.split(',').map(|origin| origin.trim().to_owned()).collect();
    let plain = |origin: &String| {
        let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        origin == "*"
            || rest.is_some_and(|host| {
                !host.is_empty() && host.bytes().all(|b| b.is_ascii_graphic() && b != b'/')
            })
    };
    match text {
        "" => Ok(Vec::new()),
        _ if all.iter().all(plain) => Ok(all),
        _ => Err("use origins such as https://console.example, without a path, or *"),
    }
}

fn boolean(text: &str) -> Result<bool, &'static str> {
    text.parse().map_err(|_| "use true or false")
}

fn number(text: &str, low: u64, high: u64) -> Result<u64, &'static str> {
    text.parse()
        .ok()
        .filter(|number| (low..=high).contains(number))
        .ok_or("use a whole number within the range that --help shows")
}

fn duration(text: &str, low: Duration, high: Duration) -> Result<Duration, &'static str> {
    humantime::parse_duration(text)
        .ok()
        .filter(|duration| (low..=high).contains(duration))
        .ok_or("use a time with a unit, such as 500ms or 30s, within the range that --help shows")
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
