//! What is in the files of cases?

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

/// One case: what the server holds, which faults stand between, what a client does, and what must come out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it shows, in a few words; unique within its file.
    pub name: String,
    /// The behaviour of `README.md` that it judges, as `F5`.
    pub feature: String,
    /// Letter of the file: the class.
    #[serde(skip)]
    pub class: String,
    /// Name of a world in `worlds.yaml` that the server begins with; none for an empty server.
    #[serde(default)]
    pub world: Option<String>,
    /// Only these languages have the behaviour; empty for all.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Environment of the harness; a value may name places as `$http`.
    #[serde(default)]
    pub environment: BTreeMap<String, String>,
    /// Whether the log outlives a restart of the server.
    #[serde(default)]
    pub durable: bool,
    /// More settings of `podnetd`, by flag without dashes.
    #[serde(default)]
    pub settings: BTreeMap<String, String>,
    /// What the first `connect` says beside the target.
    #[serde(default)]
    pub connect: Map<String, Value>,
    /// Faults of the proxy.
    #[serde(default)]
    pub faults: Vec<Value>,
    /// What happens, in order.
    pub steps: Vec<Value>,
    /// The case once for each row, with the row's values for `$name`; each has a `name`.
    #[serde(default)]
    pub rows: Vec<Map<String, Value>>,
    /// Values for `$name` of its row.
    #[serde(skip)]
    pub values: BTreeMap<String, Value>,
}

impl Case {
    /// Class and name, which no other case has.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.class, self.name)
    }
}

/// Named lists of calls that prepare a server.
pub type Worlds = BTreeMap<String, Vec<Value>>;

/// Reads all cases, each row as a case of its own, and the worlds.
///
/// # Errors
/// Files that cannot be read, unknown keys, names that are not unique.
pub fn load(folder: &Path) -> Result<(Vec<Case>, Worlds), String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    let (mut cases, mut worlds) = (Vec::new(), Worlds::new());
    for path in paths {
        let problem = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| problem(&error))?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if stem == "worlds" {
            worlds = serde_norway::from_str(&text).map_err(|error| problem(&error))?;
            continue;
        }
        let class = stem.split('-').next().unwrap_or_default().to_uppercase();
        let listed: Vec<Case> = serde_norway::from_str(&text).map_err(|error| problem(&error))?;
        for mut case in listed {
            case.class.clone_from(&class);
            cases.extend(expand(case).map_err(|error| problem(&error))?);
        }
    }
    let mut names = std::collections::BTreeSet::new();
    match cases.iter().find(|case| !names.insert((case.class.clone(), case.name.clone()))) {
        Some(twice) => Err(format!("class {} has two cases `{}`", twice.class, twice.name)),
        None => Ok((cases, worlds)),
    }
}

fn expand(mut case: Case) -> Result<Vec<Case>, String> {
    let rows = std::mem::take(&mut case.rows);
    if rows.is_empty() {
        return Ok(vec![case]);
    }
    let one = |row: Map<String, Value>| {
        let name = row.get("name").and_then(Value::as_str);
        let name = name.ok_or_else(|| format!("a row of `{}` has no name", case.name))?;
        let mut made = case.clone();
        made.name = format!("{}: {name}", case.name);
        made.values = row.into_iter().collect();
        Ok(made)
    };
    rows.into_iter().map(one).collect()
}
