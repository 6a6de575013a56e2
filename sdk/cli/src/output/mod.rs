//! How does an answer look? Pure functions from messages to text; only [`Printer`] writes, and it decides nothing.

pub mod check;
pub mod find;
pub mod import_report;
pub mod json;
pub mod proof;
pub mod record;
pub mod routes;
pub mod table;
pub mod trace;
pub mod usage;
pub mod words;

use std::io::Write;

use prost::Message;
use serde_json::Value;

use crate::args::Format;
use crate::exit::Failure;
use record::Record;
use table::Table;

/// Data goes to standard output, everything else to standard error. Colours only on a terminal.
#[derive(Debug, Clone, Copy)]
pub struct Printer {
    /// Form of data.
    pub format: Format,
    /// Whether tables have a header line.
    pub headers: bool,
}

impl Printer {
    /// Writes data as it is.
    pub fn text(&self, text: &str) -> Result<(), Failure> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
    }

    /// Events come as one object or name on a line, not in columns.
    #[must_use]
    pub fn is_lines(&self) -> bool {
        matches!(self.format, Format::Json | Format::Ndjson | Format::Yaml | Format::Name)
    }

    /// Writes a note for people. If nobody can read it, nothing is lost.
    pub fn note(&self, text: &str) {
        drop(anstream::stderr().lock().write_all(text.as_bytes()));
    }

    /// Writes a value as JSON or YAML, else the text.
    pub fn value_or(
        &self,
        value: impl FnOnce() -> Result<Value, Failure>,
        text: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.text(&json::pretty(&value()?)?),
            Format::Ndjson => self.text(&json::line(&value()?)?),
            Format::Yaml => self.text(&json::yaml(&value()?)?),
            Format::Table | Format::Wide | Format::Name | Format::Md | Format::Mermaid | Format::Svg => {
                self.text(&text())
            }
        }
    }

    /// Writes a message as JSON or YAML, else the text; `name` is its name in `podnet.v1`.
    pub fn message_or(
        &self,
        name: &str,
        message: &impl Message,
        text: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        self.value_or(|| json::value(name, message), text)
    }

    /// Writes one resource.
    pub fn one<R: Record>(&self, resource: &R) -> Result<(), Failure> {
        self.message_or(R::MESSAGE, resource, || self.rows(std::slice::from_ref(resource)))
    }

    /// Writes resources; as JSON and YAML an object with `items`.
    pub fn many<R: Record>(&self, resources: &[R]) -> Result<(), Failure> {
        if resources.is_empty() && matches!(self.format, Format::Table | Format::Wide) {
            self.note("Nothing found.\n");
            return Ok(());
        }
        if self.format == Format::Ndjson {
            let line = |resource: &R| json::line(&json::value(R::MESSAGE, resource)?);
            let lines: Result<String, Failure> = resources.iter().map(line).collect();
            return self.text(&lines?);
        }
        let items = || {
            let items: Result<Vec<Value>, Failure> =
                resources.iter().map(|resource| json::value(R::MESSAGE, resource)).collect();
            Ok(serde_json::json!({ "items": items? }))
        };
        self.value_or(items, || self.rows(resources))
    }

    fn rows<R: Record>(&self, resources: &[R]) -> String {
        if self.format == Format::Name {
            return resources.iter().map(|resource| format!("{}\n", resource.name())).collect();
        }
        let wide = self.format == Format::Wide;
        let mut table = Table::new(columns::<R>(wide));
        for resource in resources {
            table.row(cells(resource, wide));
        }
        table.render(self.headers)
    }
}

/// Headers of a kind of resource.
pub fn columns<R: Record>(wide: bool) -> Vec<String> {
    let all = R::COLUMNS.iter().chain(if wide { R::WIDE } else { &[] });
    all.map(|header| (*header).to_owned()).collect()
}

/// Cells of a resource, as many as it has headers.
pub fn cells<R: Record>(resource: &R, wide: bool) -> Vec<String> {
    let mut cells = resource.cells();
    cells.truncate(if wide { cells.len() } else { R::COLUMNS.len() });
    cells
}
