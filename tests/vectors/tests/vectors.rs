//! Do the clients pass every vector, and does the server answer browsers? `cargo xtask vectors` also runs every style.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a skip is shown with its name")]

use std::collections::BTreeMap;
use std::sync::Arc;

use podnet_vectors::certificates::Certificates;
use podnet_vectors::options::Options;
use podnet_vectors::run::Shared;
use podnet_vectors::server::Place;
use podnet_vectors::suite::Absent;
use podnet_vectors::{case, suite, table};
use podnet_workshop::{in_ci, root};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// The short form of `cargo xtask vectors`: every case, each language in its first style.
#[test]
fn every_language_passes_every_vector() {
    let (cases, worlds) = case::load(&root().join("tests/vectors")).unwrap();
    assert!(cases.len() >= 150, "only {} cases", cases.len());
    let folder = tempfile::tempdir().unwrap();
    let certificates = Certificates::make(folder.path()).unwrap();
    let (cases, shared) = (Arc::new(cases), Arc::new(Shared { worlds, certificates }));
    let options = Options { first_style: true, ..Options::default() };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let columns = runtime.block_on(suite::run(&options, cases.clone(), shared));
    runtime.shutdown_background();
    let (absent, here): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|column| matches!(column.absent, Some(Absent::Tool(_))));
    for (name, why) in absent.iter().filter_map(|column| Some((&column.name, column.absent.as_ref()?.why())))
    {
        assert!(!in_ci(), "{name}: {why}");
        println!("skipped the vectors of {name}: {why}");
    }
    let table = table::Table::of(&cases, &here);
    assert!(table.problems().is_empty(), "{}\n{}", table.markdown(), table.problems().join("\n"));
}

/// What the server says to one request of HTTP/1.1, until it closes the connection.
async fn said(settings: &[(&str, &str)], request: &[u8]) -> String {
    let settings: BTreeMap<String, String> =
        settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut place = Place::new(false, &settings).unwrap();
    let address = place.start().await.unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    place.stop().await.unwrap();
    String::from_utf8_lossy(&answer).to_lowercase()
}

fn call(path: &str, headers: &str) -> Vec<u8> {
    let head = format!(
        "POST /podnet.v1.{path} HTTP/1.1\r\nhost: podnet\r\nconnection: close\r\ncontent-length: 5\r\n\
         content-type: application/grpc-web+proto\r\nx-grpc-web: 1\r\n{headers}\r\n"
    );
    [head.as_bytes(), &[0; 5]].concat()
}

#[tokio::test]
async fn a_browser_is_answered_on_the_port_of_grpc() {
    let answer = said(&[], &call("AdminService/GetServerInfo", "")).await;
    assert!(answer.starts_with("http/1.1 200") && answer.contains("application/grpc-web+proto"), "{answer}");
    assert!(answer.contains("grpc-status:0"), "{answer}");
}

#[tokio::test]
async fn a_refusal_over_grpc_web_has_its_details() {
    let answer = said(&[], &call("ClusterService/GetCluster", "")).await;
    assert!(answer.contains("grpc-status: 3") || answer.contains("grpc-status:3"), "{answer}");
    assert!(answer.contains("grpc-status-details-bin"), "{answer}");
}

#[tokio::test]
async fn a_browser_whose_time_is_over_is_told_so() {
    let answer = said(&[], &call("AdminService/GetServerInfo", "grpc-timeout: 1n\r\n")).await;
    assert!(answer.contains("grpc-status: 4") || answer.contains("grpc-status:4"), "{answer}");
}

/// What a browser asks before a page of another origin may call.
fn preflight(origin: &str) -> Vec<u8> {
    let head = format!(
        "OPTIONS /podnet.v1.AdminService/GetServerInfo HTTP/1.1\r\nhost: podnet\r\nconnection: close\r\n\
         origin: {origin}\r\naccess-control-request-method: POST\r\n\
         access-control-request-headers: content-type,x-grpc-web,grpc-timeout,authorization\r\n\r\n"
    );
    head.into_bytes()
}

#[tokio::test]
async fn pages_of_no_origin_may_call_by_default() {
    let answer = said(&[], &preflight("https://console.example")).await;
    assert!(!answer.contains("access-control-allow-origin"), "{answer}");
}

#[tokio::test]
async fn pages_of_a_named_origin_may_call_and_others_may_not() {
    let settings = [("web-origins", "https://console.example,http://localhost:5173")];
    let answer = said(&settings, &preflight("https://console.example")).await;
    assert!(answer.contains("access-control-allow-origin: https://console.example"), "{answer}");
    assert!(answer.contains("grpc-timeout") && answer.contains("authorization"), "{answer}");
    let answer = said(&settings, &preflight("https://other.example")).await;
    assert!(!answer.contains("access-control-allow-origin"), "{answer}");
}

/// The numbers of the table that all clients share are those that Rust has built in, and its names are the contract's.
#[test]
fn rust_has_the_numbers_of_the_shared_table() {
    let text = std::fs::read_to_string(root().join("sdk/service_config.json")).unwrap();
    let table: serde_json::Value = serde_json::from_str(&text).unwrap();
    let seconds = |value: &serde_json::Value| {
        let text = value.as_str().unwrap().strip_suffix('s').unwrap();
        std::time::Duration::from_secs_f64(text.parse().unwrap())
    };
    let options = podnet::Options::new("http://127.0.0.1:1");
    let [unary, batch, streams] = &table["methodConfig"].as_array().unwrap()[..] else { panic!("{table}") };
    assert_eq!(
        (seconds(&unary["timeout"]), seconds(&batch["timeout"])),
        (options.deadline, options.batch_deadline)
    );
    for entry in [unary, batch] {
        let policy = &entry["retryPolicy"];
        assert_eq!(policy["maxAttempts"], options.retry.attempts_max);
        assert_eq!(seconds(&policy["initialBackoff"]), options.retry.backoff_initial);
        assert_eq!(seconds(&policy["maxBackoff"]), options.retry.backoff_max);
        assert_eq!(policy["backoffMultiplier"], 2);
        assert_eq!(policy["retryableStatusCodes"], serde_json::json!(["UNAVAILABLE"]));
    }
    assert_eq!(table["retryThrottling"], serde_json::json!({"maxTokens": 100, "tokenRatio": 0.1}));
    let named = |entry: &serde_json::Value, method: &prost_reflect::MethodDescriptor| {
        let service = method.parent_service().full_name().to_owned();
        entry["name"]
            .as_array()
            .unwrap()
            .contains(&serde_json::json!({"service": service, "method": method.name()}))
    };
    for service in podnet_vectors::contract::pool().services() {
        let whole = serde_json::json!({"service": service.full_name()});
        assert!(unary["name"].as_array().unwrap().contains(&whole), "{}", service.full_name());
        for method in service.methods() {
            let name = method.name();
            let stream = method.is_client_streaming() || method.is_server_streaming();
            let many =
                name.starts_with("Batch") || ["ScaleNodePool", "VerifyCluster", "WhatIf"].contains(&name);
            assert_eq!((named(streams, &method), named(batch, &method)), (stream, many && !stream), "{name}");
        }
    }
}
