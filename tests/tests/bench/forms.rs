//! Each form of load, on a real server: what it measured, and that nothing of it is left.

use podnet_tests::server::{Home, Server};
use serde_json::Value;

/// As short as a run can be.
const SHORT: [&str; 6] = ["--duration", "200ms", "--warm-up", "100ms", "--repeats", "1"];

fn bench(server: &Server<'_>, arguments: &[&str]) -> Value {
    let mut command = server.podnet();
    command.args(["--timeout", "60", "-o", "json", "bench"]).args(arguments);
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {}\n{told}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

fn listed(server: &Server<'_>, noun: &str) -> Value {
    let output = server.podnet().args(["-o", "json", noun, "list"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_form_of_load_measures_something_and_holds_the_invariants() {
    let home = Home::new();
    let server = home.start();
    let forms: [(&str, &[&str]); 7] = [
        ("allocate", &["alloc", "--nodes", "4", "--pods", "50", "--in-flight", "8"]),
        ("allocate", &["alloc", "--nodes", "4", "--pods", "50", "--in-flight", "4", "--batch", "16"]),
        ("allocate", &["alloc", "--nodes", "4", "--pods", "50", "--in-flight", "32", "--stream"]),
        ("allocate", &["alloc", "--nodes", "4", "--pods", "50", "--rate", "500"]),
        ("release, allocate", &["churn", "--nodes", "1", "--pods", "50", "--in-flight", "8"]),
        ("release, allocate", &["churn", "--clusters", "2", "--nodes", "1", "--pods", "50", "--stream"]),
        ("trace", &["trace", "--nodes", "2", "--in-flight", "4", "--batch", "4"]),
    ];
    for (name, form) in forms {
        let arguments: Vec<&str> = form.iter().chain(&SHORT).copied().collect();
        let report = bench(&server, &arguments);
        let figure = &report["figures"][0];
        assert_eq!(figure["name"], name, "{form:?}");
        assert!(figure["operations"].as_u64().unwrap() > 0, "{form:?}: {report}");
        // A slow machine may not start in time what a schedule asks for; nothing else may fail.
        let errors = figure["errors"].as_object().unwrap();
        assert!(errors.keys().all(|why| why == "NOT_STARTED"), "{form:?}: {report}");
        assert_eq!(report["figures"][1]["name"], "echo", "{form:?}");
        assert!(report["ratio"]["median"].as_f64().unwrap() > 0.0, "{form:?}: {report}");
        assert!(report["invariants"]["operations"].as_u64().unwrap() > 0, "{form:?}: {report}");
    }
    for noun in ["cluster", "network"] {
        assert_eq!(listed(&server, noun)["items"], serde_json::json!([]), "{noun}");
    }
}

#[test]
fn pools_scale_and_watchers_watch() {
    let home = Home::new();
    let server = home.start();
    let scale = bench(&server, &["scale", "--nodes", "20", "--pods", "10", "--repeats", "2"]);
    assert_eq!(scale["figures"][0]["operations"], 40, "{scale}");
    assert_eq!(scale["figures"][1]["operations"], 40, "{scale}");
    let form =
        ["watch", "--watchers", "10", "--allocations", "--nodes", "1", "--pods", "50", "--in-flight", "4"];
    let arguments: Vec<&str> = form.iter().chain(&SHORT).copied().collect();
    let watch = bench(&server, &arguments);
    let note = watch["notes"][0].as_str().unwrap();
    assert!(!note.contains("saw 0 events") && note.contains("; 0 out of order; 0 watchers"), "{note}");
}

#[test]
fn the_page_is_one_file() {
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    let mut arguments = vec!["alloc", "--nodes", "2", "--in-flight", "4", "--html", path.to_str().unwrap()];
    arguments.extend(SHORT);
    bench(&server, &arguments);
    let page = std::fs::read_to_string(&path).unwrap();
    assert_eq!(page.matches("<svg").count(), 3);
    assert!(page.contains("Ratio to echo") && page.contains("duplicates 0"), "{page}");
}
