//! How do all cases run in all languages? Each language has several harnesses, each with one case at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use podnet_workshop::in_ci;
use podnet_workshop::languages::{ALL, Language};
use serde_json::Map;

use crate::case::Case;
use crate::harness::{Answer, Harness};
use crate::options::Options;
use crate::proxy::{Aim, Proxy};
use crate::run::{Outcome, Run, Shared, Stop, places};
use crate::server::Place;
use crate::step::fill;

/// Harnesses of a language at a time when nobody says otherwise: most of a case is waiting.
const JOBS: usize = 4;

/// One column of the table: a language in one style, or why it is not there.
#[derive(Clone, Debug)]
pub struct Column {
    /// Language, and style where it has several.
    pub name: String,
    /// Version that the client says.
    pub version: String,
    /// Outcomes in the order of the cases; `None` for a case of other languages.
    pub outcomes: Vec<Option<Outcome>>,
    /// Why nothing ran.
    pub absent: Option<Absent>,
}

/// Why a language is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// A tool of the language cannot be found: a skip for people, a failure in CI.
    Tool(String),
    /// It has no harness, or its harness is not built or does not start: always a failure.
    Broken(String),
}

impl Absent {
    /// The words.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Tool(why) | Self::Broken(why) => why,
        }
    }
}

/// Runs the cases in the languages that are asked for.
pub async fn run(options: &Options, cases: Arc<Vec<Case>>, shared: Arc<Shared>) -> Vec<Column> {
    let running: Vec<_> = ALL
        .iter()
        .filter(|language| options.wants(language.name))
        .map(|language| {
            let (language, options) = (*language, options.clone());
            let (cases, shared) = (cases.clone(), shared.clone());
            tokio::spawn(async move { of_language(language, &options, cases, shared).await })
        })
        .collect();
    let mut columns = Vec::new();
    for one in running {
        columns.extend(one.await.unwrap_or_default());
    }
    columns
}

async fn of_language(
    language: Language,
    options: &Options,
    cases: Arc<Vec<Case>>,
    shared: Arc<Shared>,
) -> Vec<Column> {
    let missing = |absent: Absent| {
        vec![Column {
            name: language.name.to_owned(),
            version: String::new(),
            outcomes: Vec::new(),
            absent: Some(absent),
        }]
    };
    let absent = |why: String| missing(Absent::Broken(why));
    if !language.is_here() {
        let needed = options.all || !options.languages.is_empty();
        return if needed || in_ci() { absent("it has no harness".to_owned()) } else { Vec::new() };
    }
    // Programs run meanwhile, and the proxies of other languages' cases must not wait for them.
    let prepared = tokio::task::spawn_blocking(move || {
        language.ready(language.tools).map_err(|tool| Absent::Tool(tool.to_string()))?;
        (language.build)().map_err(Absent::Broken)
    });
    match prepared.await {
        Ok(Ok(())) => {}
        Ok(Err(why)) => return missing(why),
        Err(problem) => return absent(problem.to_string()),
    }
    let (version, styles) = match hello(&language).await {
        Ok(hello) => hello,
        Err(problem) => return absent(problem),
    };
    let mut columns = Vec::new();
    let count = if options.first_style { 1 } else { styles.len() };
    for style in styles.iter().take(count) {
        let name =
            if styles.len() == 1 { language.name.to_owned() } else { format!("{} ({style})", language.name) };
        let outcomes = of_style(language, style, options, &cases, &shared).await;
        let failed = outcomes.iter().flatten().any(|outcome| *outcome != Outcome::Passed);
        columns.push(Column { name, version: version.clone(), outcomes, absent: None });
        if failed && options.until_failure {
            break;
        }
    }
    columns
}

/// What a harness says of itself: the version of its client, and its styles.
pub(crate) async fn hello(language: &Language) -> Result<(String, Vec<String>), String> {
    let mut harness = Harness::start((language.harness)())?;
    let Answer::Done(hello) = harness.run("hello", "", Map::new()).await? else {
        return Err("the harness does not say hello".to_owned());
    };
    let version = hello.get("version").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    let styles = hello.get("styles").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
    let styles: Vec<String> = styles.iter().filter_map(|style| style.as_str().map(str::to_owned)).collect();
    Ok((version, if styles.is_empty() { vec![String::new()] } else { styles }))
}

async fn of_style(
    language: Language,
    style: &str,
    options: &Options,
    cases: &Arc<Vec<Case>>,
    shared: &Arc<Shared>,
) -> Vec<Option<Outcome>> {
    let next = Arc::new(Mutex::new(0..cases.len()));
    let found = Arc::new(Mutex::new(BTreeMap::new()));
    let until_failure = options.until_failure;
    let workers: Vec<_> = (0..if options.jobs == 0 { JOBS } else { options.jobs })
        .map(|_| {
            let (next, found) = (next.clone(), found.clone());
            let (cases, shared, style) = (cases.clone(), shared.clone(), style.to_owned());
            tokio::spawn(async move {
                let mut harness = None;
                loop {
                    let index = next.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, case)) = index.and_then(|index| Some((index, cases.get(index)?))) else {
                        return;
                    };
                    if !case.languages.is_empty() && !case.languages.iter().any(|name| name == language.name)
                    {
                        continue;
                    }
                    let outcome = one(&language, &style, case, &shared, &mut harness, index).await;
                    if until_failure && outcome != Outcome::Passed {
                        *next.lock().unwrap_or_else(PoisonError::into_inner) = 0..0;
                    }
                    found.lock().unwrap_or_else(PoisonError::into_inner).insert(index, outcome);
                }
            })
        })
        .collect();
    for worker in workers {
        // A worker that panicked leaves its case without an outcome, which the table shows as failed.
        let _ended = worker.await.is_ok();
    }
    let mut found = std::mem::take(&mut *found.lock().unwrap_or_else(PoisonError::into_inner));
    let mine =
        |case: &Case| case.languages.is_empty() || case.languages.iter().any(|name| name == language.name);
    let of = |(index, case)| {
        // What was not reached because another failed says nothing.
        let lost =
            || (mine(case) && !until_failure).then(|| Outcome::Failed("the runner lost it".to_owned()));
        found.remove(&index).or_else(lost)
    };
    cases.iter().enumerate().map(of).collect()
}

/// Runs one case; a harness that a case has left in disorder is replaced.
async fn one(
    language: &Language,
    style: &str,
    case: &Case,
    shared: &Arc<Shared>,
    kept: &mut Option<Harness>,
    index: usize,
) -> Outcome {
    let outcome = prepared(language, style, case, shared, kept, index).await;
    match outcome {
        Ok(()) => Outcome::Passed,
        Err(Stop::Missing(why)) => Outcome::Missing(why),
        Err(Stop::Failed(problem)) => {
            *kept = None;
            Outcome::Failed(problem)
        }
    }
}

async fn prepared(
    language: &Language,
    style: &str,
    case: &Case,
    shared: &Arc<Shared>,
    kept: &mut Option<Harness>,
    index: usize,
) -> Result<(), Stop> {
    let (durable, settings) = (case.durable, case.settings.clone());
    let (folder, mut place) = aside(move || {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        Ok((folder, Place::new(durable, &settings)?))
    })
    .await?;
    let proxy = Proxy::new().only_for(language.name);
    proxy.aim(Aim::Server(place.start().await?));
    let names = places(case, shared, &proxy, folder.path()).await?;
    let own = !case.environment.is_empty();
    if kept.is_none() || own {
        let mut command = (language.harness)();
        for (name, value) in &case.environment {
            let value = fill(&serde_json::json!(value), &names);
            command.env(name, value.as_str().unwrap_or_default());
        }
        *kept = Some(aside(move || Harness::start(command)).await?);
    }
    let Some(harness) = kept.as_mut() else { return Ok(()) };
    let mut run = Run {
        shared: shared.clone(),
        case,
        style,
        language: language.name,
        harness,
        names,
        place,
        proxy,
        connected: false,
        prefix: format!("{index}-"),
    };
    let ended = run.steps().await;
    run.proxy.cut();
    let stopped = run.place.stop().await;
    let place = run.place;
    if own {
        *kept = None;
    }
    aside(move || {
        drop((place, folder));
        Ok(())
    })
    .await?;
    ended?;
    Ok(stopped?)
}

/// Does what waits for the disk on a thread of its own. The threads of the runtime carry the connections of all cases: a
/// disk that is busy for seconds would make clients give up what is only slow here.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, String> {
    tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())?
}
