//! Does every form of a trace look as recorded?
//!
//! A case is a file `traces/<name>.json`: the question and the result as the server gave it (or would give it). Beside it
//! stand the forms. `cargo xtask bless` writes the forms anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::path::{Path, PathBuf};

use podnet::v1;
use podnet_cli::output::json;
use podnet_cli::output::trace::{Question, View, markdown, mermaid, svg, text};
use serde_json::Value;

/// Longest line of text.
const WIDTH: usize = 100;

fn cases() -> Vec<(PathBuf, Question, v1::FlowResult)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traces");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    paths.sort();
    paths.into_iter().map(|path| read(&path)).collect()
}

fn read(path: &Path) -> (PathBuf, Question, v1::FlowResult) {
    let case: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let word = |name: &str| case["question"][name].as_str().unwrap().to_owned();
    let pods = case["question"]["pods"].as_object().unwrap();
    let question = Question {
        source: word("source"),
        destination: word("destination"),
        protocol: word("protocol"),
        pods: pods.iter().map(|(name, pod)| (name.clone(), pod.as_str().unwrap().to_owned())).collect(),
    };
    let result = json::parse("FlowResult", &case["result"].to_string()).unwrap();
    (path.to_owned(), question, result)
}

fn plain(question: &Question, result: &v1::FlowResult, view: View) -> String {
    anstream::adapter::strip_str(&text::render(question, result, view)).to_string()
}

/// Suffix and text of each form.
fn forms(question: &Question, result: &v1::FlowResult) -> Vec<(&'static str, String)> {
    let view = View::default();
    vec![
        ("txt", plain(question, result, view)),
        ("explain.txt", plain(question, result, View { explain: true, all_branches: true, ..view })),
        ("ascii.txt", plain(question, result, View { unicode: false, all_branches: true, ..view })),
        ("md", markdown::render(question, result, view)),
        ("mmd", mermaid::render(question, result, view)),
        ("svg", svg::render(question, result, view)),
    ]
}

#[test]
fn every_form_is_as_recorded() {
    let bless = std::env::var_os("PODNET_BLESS").is_some();
    let cases = cases();
    assert!(cases.len() >= 6, "only {} cases", cases.len());
    let mut differing = Vec::new();
    for (path, question, result) in cases {
        for (suffix, form) in forms(&question, &result) {
            let recorded = path.with_extension(suffix);
            if bless {
                std::fs::write(recorded, form).unwrap();
            } else if std::fs::read_to_string(&recorded).ok() != Some(form) {
                differing.push(recorded.file_name().unwrap().to_owned());
            }
        }
    }
    assert!(differing.is_empty(), "{differing:?} differ: run `cargo xtask bless` and read what changed");
}

#[test]
fn the_same_result_gives_the_same_files() {
    for (path, question, result) in cases() {
        assert_eq!(forms(&question, &result), forms(&question, &result), "{}", path.display());
    }
}

#[test]
fn no_line_of_text_is_wider_than_a_terminal() {
    for (path, question, result) in cases() {
        for (suffix, form) in
            forms(&question, &result).into_iter().filter(|(suffix, _)| suffix.ends_with("txt"))
        {
            let long: Vec<&str> = form.lines().filter(|line| line.chars().count() > WIDTH).collect();
            assert!(long.is_empty(), "{}: {suffix}: {long:#?}", path.display());
        }
    }
}

#[test]
fn colours_say_nothing_that_words_do_not() {
    for (path, question, result) in cases() {
        let coloured = text::render(&question, &result, View::default());
        let plain = anstream::adapter::strip_str(&coloured).to_string();
        let verdict = result.verdict().as_str_name().trim_start_matches("VERDICT_").to_owned();
        assert!(coloured.contains('\u{1b}') && plain.starts_with(&verdict), "{}", path.display());
    }
}

/// Names and sentences with everything that is syntax somewhere.
const EVIL: &str = "a<b>&\"c'|d;#e\n```%%{init}%% end [x](y) --> -x\u{1b}[31m\u{0}]]><!--";

/// The first case with its names and sentences replaced.
fn evil() -> (Question, v1::FlowResult) {
    let (_, mut question, mut result) = cases().into_iter().next().unwrap();
    question.source = format!("pod {EVIL}");
    question.destination = EVIL.to_owned();
    let traces = result.forward_traces.iter_mut().chain(&mut result.return_traces);
    for step in traces.flat_map(|trace| &mut trace.steps) {
        step.description = EVIL.to_owned();
        if step.place.contains("/allocations/") {
            question.pods.insert(step.place.clone(), EVIL.to_owned());
        } else if let Some((parent, _)) = step.place.rsplit_once('/') {
            step.place = format!("{parent}/{}", EVIL.replace('/', "?"));
        }
    }
    for assumption in &mut result.assumptions {
        assumption.explanation = EVIL.to_owned();
    }
    let place = "networks/v/subnets/s".to_owned();
    let cause = Some(v1::flow_cause::Cause::Drop(v1::DropCause::RouteNone.into()));
    result.cause = Some(v1::FlowCause {
        cause,
        place,
        explanation: EVIL.to_owned(),
        remediation: EVIL.to_owned(),
        ..Default::default()
    });
    (question, result)
}

#[test]
fn names_cannot_break_a_picture() {
    let (question, result) = evil();
    let picture = svg::render(&question, &result, View::default());
    for forbidden in ["a<b", "&\"", "]]>", "<!--", "\u{1b}", "\u{0}"] {
        assert!(!picture.contains(forbidden), "{forbidden:?}");
    }
    let (mut open, mut rest) = (Vec::new(), picture.as_str());
    while let Some((_, tag)) = rest.split_once('<') {
        let (tag, after) = tag.split_once('>').expect("every tag is closed");
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        assert!(
            ["svg", "title", "desc", "style", "rect", "line", "path", "text", "tspan", "g"].contains(&name)
        );
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "tags close in order");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        rest = after;
    }
    assert!(open.is_empty(), "{open:?}");
    let references = picture.matches('&').count();
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].map(|entity| picture.matches(entity).count());
    assert_eq!(references, known.iter().sum::<usize>(), "every ampersand begins a reference");
}

#[test]
fn names_cannot_break_markdown_or_mermaid() {
    let (question, result) = evil();
    let page = markdown::render(&question, &result, View::default());
    assert!(!page.contains("<b>") && !page.contains("```") && !page.contains("<!--"), "{page}");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with('|')).collect();
    for row in rows {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
    }
    let diagram = mermaid::render(&question, &result, View::default());
    assert!(!diagram.contains("%%"), "{diagram}");
    for line in diagram.lines().skip(1) {
        let known = ["  accTitle: ", "  participant p", "  Note over p", "  p"];
        assert!(known.iter().any(|start| line.starts_with(start)), "{line}");
        let entities = line.split('#').skip(1).map(|rest| rest.split_once(';').map_or("", |(code, _)| code));
        let all_numbers =
            entities.clone().all(|code| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit()));
        assert!(all_numbers, "{line}");
        assert_eq!(line.matches(';').count(), entities.count(), "{line}");
    }
}

#[test]
fn the_mermaid_of_odd_names_is_recorded_for_the_real_parser() {
    let (question, result) = evil();
    let diagram = mermaid::render(&question, &result, View::default());
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/traces/odd-names.evil.mmd");
    if std::env::var_os("PODNET_BLESS").is_some() {
        std::fs::write(&recorded, &diagram).unwrap();
    }
    assert_eq!(std::fs::read_to_string(recorded).ok(), Some(diagram));
}
