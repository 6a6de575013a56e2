//! Is a server's health told as the standard health protocol says?

use std::process::Stdio;

use podnet_tests::server::Home;
use serde_json::{Deserializer, Value, json};

use crate::contract;
use crate::grpcurl::Grpcurl;

const CHECK: &str = "grpc.health.v1.Health/Check";
const WATCH: &str = "grpc.health.v1.Health/Watch";

/// gRPC's number of NOT_FOUND.
const NOT_FOUND: u64 = 5;

#[test]
fn the_server_and_each_of_its_services_are_serving() {
    let Some(grpcurl) = Grpcurl::wanted_by("the_server_and_each_of_its_services_are_serving") else { return };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let contract = contract::services();
    let names = contract.keys().map(String::as_str).chain(["", "podnet.live"]);
    for name in names {
        let answer = grpcurl.ask(&server, CHECK, &json!({ "service": name }));
        assert_eq!(answer["status"], "SERVING", "{name:?}: {answer}");
    }
    let refusal = grpcurl.refusal(&server, CHECK, &json!({ "service": "podnet.v1.NoSuchService" }));
    assert_eq!(refusal.code, NOT_FOUND, "{}", refusal.status);
}

#[test]
fn whoever_watches_is_told_when_the_server_drains() {
    let Some(grpcurl) = Grpcurl::wanted_by("whoever_watches_is_told_when_the_server_drains") else { return };
    let home = Home::new().with(&["--store", "memory", "--drain-delay", "1s", "--drain-timeout", "1s"]);
    let server = home.start();
    let mut command = grpcurl.command();
    command.args(["-d", &json!({ "service": "" }).to_string(), &server.address().to_string(), WATCH]);
    let mut watch = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut answers = Deserializer::from_reader(watch.stdout.take().unwrap()).into_iter::<Value>();
    let mut status = || answers.next().map(|answer| answer.unwrap()["status"].clone());

    assert_eq!(status(), Some(json!("SERVING")));
    server.terminate();
    assert_eq!(status(), Some(json!("NOT_SERVING")));
    assert!(server.stop().success(), "a drained server ends well:\n{}", home.log());
    let _status = watch.wait().unwrap();
}
