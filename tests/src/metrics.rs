//! How does a test read the metrics of a server? As a monitor does: over HTTP, from the text.
//!
//! A small reader of the format of OpenMetrics, strict where our server could break it: names and labels, a type before
//! the figures of a family, each figure once, an end. Must not know which figures there should be.
#![expect(clippy::panic, reason = "a test without its figures cannot go on")]

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use crate::server::Server;

/// Longest wait for a page; generous, since it only ends runs that hang.
const DEADLINE: Duration = Duration::from_secs(60);

/// Labels of a figure.
pub type Labels = BTreeMap<String, String>;

/// The figures of one page.
#[derive(Clone, Debug)]
pub struct Samples {
    text: String,
    /// Type of each family, by its name.
    types: BTreeMap<String, String>,
    figures: BTreeMap<(String, Labels), f64>,
}

impl Samples {
    /// The present figures of a server with `--metrics-listen`.
    ///
    /// # Panics
    /// Where there are none, or their text is not of the format.
    #[must_use]
    pub fn of(server: &Server<'_>) -> Self {
        let (head, body) = get(server.metrics_address(), "GET", "/metrics");
        assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
        assert!(
            head.to_lowercase().contains("content-type: application/openmetrics-text; version=1.0.0"),
            "{head}"
        );
        Self::parse(body).unwrap_or_else(|problem| panic!("{problem}"))
    }

    /// Reads a page.
    ///
    /// # Errors
    /// The first line that is not of the format.
    pub fn parse(text: String) -> Result<Self, String> {
        let (mut types, mut figures) = (BTreeMap::new(), BTreeMap::new());
        let body = text.strip_suffix("# EOF\n").ok_or("the page does not end with # EOF")?;
        for line in body.lines() {
            let wrong = |what: &str| format!("{what} in `{line}`");
            if let Some(rest) = line.strip_prefix("# TYPE ") {
                let (name, kind) = rest.split_once(' ').ok_or_else(|| wrong("no type"))?;
                if types.insert(name.to_owned(), kind.to_owned()).is_some() {
                    return Err(wrong("a second type"));
                }
            } else if !line.starts_with("# HELP ") && !line.starts_with("# UNIT ") {
                let (name, labels, value) = figure(line).map_err(wrong)?;
                let family = types.iter().find(|(family, kind)| belongs(&name, family, kind));
                family.ok_or_else(|| wrong("no type before the figure"))?;
                if figures.insert((name, labels), value).is_some() {
                    return Err(wrong("a figure for the second time"));
                }
            }
        }
        Ok(Self { text, types, figures })
    }

    /// The page as it came.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Names of all figures, as queries name them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.figures.keys().map(|(name, _)| name.as_str())
    }

    /// Every family with its type.
    pub fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        self.types.iter().map(|(name, kind)| (name.as_str(), kind.as_str()))
    }

    /// All figures of a name, with their labels.
    pub fn all(&self, name: &str) -> impl Iterator<Item = (&Labels, f64)> {
        let of_name = self.figures.iter().filter(move |((own, _), _)| own == name);
        of_name.map(|((_, labels), value)| (labels, *value))
    }

    /// The only figure of a name that has these labels, whatever others it has.
    ///
    /// # Panics
    /// Where there is none, or more than one.
    #[must_use]
    pub fn one(&self, name: &str, labels: &[(&str, &str)]) -> f64 {
        let has =
            |own: &Labels| labels.iter().all(|(key, value)| own.get(*key).is_some_and(|own| own == value));
        let found: Vec<_> = self.all(name).filter(|(own, _)| has(own)).collect();
        match found.as_slice() {
            [(_, value)] => *value,
            other => panic!("{name} {labels:?} is {other:?} in\n{}", self.text),
        }
    }

    /// Compares the only figure of a name that has these labels.
    ///
    /// # Panics
    /// Where it is another.
    pub fn check(&self, name: &str, labels: &[(&str, &str)], expected: f64) {
        let found = self.one(name, labels);
        assert!((found - expected).abs() < 1e-9, "{name} {labels:?} is {found} and not {expected}");
    }
}

/// Whether a figure is one of a family.
fn belongs(name: &str, family: &str, kind: &str) -> bool {
    let endings: &[&str] = match kind {
        "counter" => &["_total"],
        "info" => &["_info"],
        "histogram" => &["_bucket", "_sum", "_count"],
        _ => &[""],
    };
    name.strip_prefix(family).is_some_and(|ending| endings.contains(&ending))
}

/// One line: name, labels, value.
fn figure(line: &str) -> Result<(String, Labels, f64), &'static str> {
    let (head, value) = line.rsplit_once(' ').ok_or("no value")?;
    let value = value.parse().map_err(|_| "no number")?;
    let word = |text: &str| {
        let mut characters = text.chars();
        characters.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
            && characters.all(|next| next.is_ascii_alphanumeric() || next == '_')
    };
    let (name, rest) = match head.split_once('{') {
        Some((name, rest)) => (name, rest.strip_suffix('}').ok_or("no end of the labels")?),
        None => (head, ""),
    };
    if !word(name) {
        return Err("a name of other characters");
    }
    let (mut labels, mut rest) = (Labels::new(), rest);
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").ok_or("no value of a label")?;
        // None of our labels needs a quotation mark; one that came in would be seen here.
        let (value, after) = after.split_once('"').ok_or("no end of a label")?;
        if !word(key) || labels.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err("a label of other characters, or twice");
        }
        rest = after.strip_prefix(',').unwrap_or(after);
    }
    Ok((name.to_owned(), labels, value))
}

/// Asks a port for a path; gives the head and the body of the answer.
///
/// # Panics
/// Where nobody answers.
#[must_use]
pub fn get(address: SocketAddr, method: &str, path: &str) -> (String, String) {
    let ask = || {
        let mut connection = TcpStream::connect(address)?;
        connection.set_read_timeout(Some(DEADLINE))?;
        write!(connection, "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n")?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        Ok::<_, std::io::Error>(answer)
    };
    let answer = ask().unwrap_or_else(|error| panic!("{method} http://{address}{path}: {error}"));
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    (head.to_owned(), body.to_owned())
}
