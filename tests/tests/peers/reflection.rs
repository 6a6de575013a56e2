//! Does the server describe itself, wholly, in both versions of reflection?

use std::collections::BTreeSet;

use podnet_tests::server::Home;
use serde_json::json;

use crate::contract;
use crate::grpcurl::Grpcurl;

/// What a server has beside its own services.
const STANDARD: [&str; 3] = [
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
];

#[test]
fn every_service_is_listed_and_every_method_described() {
    let Some(grpcurl) = Grpcurl::wanted_by("every_service_is_listed_and_every_method_described") else {
        return;
    };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let contract = contract::services();

    let listed: BTreeSet<String> = grpcurl.lines(&server, &["list"]).into_iter().collect();
    let promised = contract.keys().map(String::as_str).chain(STANDARD).map(str::to_owned).collect();
    assert_eq!(listed, promised);

    for (service, methods) in &contract {
        let described = grpcurl.lines(&server, &["list", service]);
        let described: BTreeSet<&str> = described.iter().filter_map(|name| name.rsplit('.').next()).collect();
        assert_eq!(described, methods.iter().map(String::as_str).collect(), "{service}");
    }
}

#[test]
fn a_request_is_described_with_its_fields() {
    let Some(grpcurl) = Grpcurl::wanted_by("a_request_is_described_with_its_fields") else {
        return;
    };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let text = grpcurl.lines(&server, &["describe", "podnet.v1.AllocateAddressRequest"]).join("\n");
    for expected in ["string allocation_id = 2", "podnet.v1.Owner owner = 4", "bool validate_only = 15"] {
        assert!(text.contains(expected), "no `{expected}` in:\n{text}");
    }
}

#[test]
fn both_versions_of_reflection_answer() {
    let Some(grpcurl) = Grpcurl::wanted_by("both_versions_of_reflection_answer") else { return };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    for version in ["v1", "v1alpha"] {
        let method = format!("grpc.reflection.{version}.ServerReflection/ServerReflectionInfo");
        let answer = grpcurl.ask(&server, &method, &json!({ "list_services": "" }));
        let services = answer["listServicesResponse"]["service"].as_array();
        let has = |name: &str| services.is_some_and(|all| all.iter().any(|service| service["name"] == *name));
        assert!(has("podnet.v1.IpamService"), "{version}: {answer}");

        let symbol = json!({ "file_containing_symbol": "podnet.v1.WatchService.Watch" });
        let answer = grpcurl.ask(&server, &method, &symbol);
        let files = answer["fileDescriptorResponse"]["fileDescriptorProto"].as_array().map(Vec::len);
        assert!(files.is_some_and(|files| files > 0), "{version}: {answer}");
    }
}

#[test]
fn a_server_that_is_told_so_does_not_describe_itself() {
    let Some(grpcurl) = Grpcurl::wanted_by("a_server_that_is_told_so_does_not_describe_itself") else {
        return;
    };
    let home = Home::new().with(&["--store", "memory", "--reflection", "off"]);
    let server = home.start();
    let mut command = grpcurl.command();
    let output = command.arg(server.address().to_string()).arg("list").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("does not support the reflection API"), "{said}");
}
