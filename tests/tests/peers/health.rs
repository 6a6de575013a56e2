//! Is a server's health told as the standard health protocol says?

use std::process::Stdio;

use podnet_tests::server::Home;
use serde_json::{Deserializer, Value, json};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

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

/// A watch is open until its client ends it, which a probe never does; the drain must not wait for that.
#[test]
fn an_open_watch_does_not_hold_the_drain() {
    let home = Home::new().with(&["--store", "memory", "--drain-timeout", "10m"]);
    let mut server = home.start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let channel = tonic::transport::Channel::from_shared(server.url()).unwrap().connect_lazy();
        let request = HealthCheckRequest { service: String::new() };
        let mut watch = HealthClient::new(channel).watch(request).await.unwrap().into_inner();
        assert_eq!(watch.message().await.unwrap().unwrap().status(), ServingStatus::Serving);
        server.terminate();
        assert_eq!(watch.message().await.unwrap().unwrap().status(), ServingStatus::NotServing);
        assert_eq!(watch.message().await.unwrap(), None, "the server ends the stream");
    });
    assert!(server.wait().success());
    assert!(home.log().contains("\"drained\":true"), "{}", home.log());
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
