//! Do the files for ghz and k6 name calls and fields that the contract has?

use std::path::PathBuf;

use podnet::v1;
use podnet_cli::output::json;
use serde_json::Value;

/// What the templates of ghz stand for, in a form that the fields take.
const TEMPLATES: [(&str, &str); 3] =
    [("{{.RequestNumber}}", "7"), ("{{newUUID}}", "2f7c"), ("{{.WorkerID}}", "g0c0")];

fn folder(name: &str) -> PathBuf {
    podnet_workshop::root().join("tests/load").join(name)
}

/// Whether the contract takes a body for a call.
fn fits(call: &str, body: &str) -> Result<(), String> {
    let parsed = match call {
        "podnet.v1.IpamService/AllocateAddress" => {
            json::parse::<v1::AllocateAddressRequest>("AllocateAddressRequest", body).map(drop)
        }
        "podnet.v1.IpamService/ReleaseAddress" => {
            json::parse::<v1::ReleaseAddressRequest>("ReleaseAddressRequest", body).map(drop)
        }
        "podnet.v1.IpamService/BatchAllocateAddresses" => {
            json::parse::<v1::BatchAllocateAddressesRequest>("BatchAllocateAddressesRequest", body).map(drop)
        }
        other => return Err(format!("no such call: {other}")),
    };
    parsed.map_err(|error| error.to_string())
}

#[test]
fn the_files_for_ghz_fit_the_contract() {
    let mut checked = 0;
    for entry in std::fs::read_dir(folder("ghz")).unwrap() {
        let path = entry.unwrap().path();
        let config: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut body = config["data"].to_string();
        for (template, value) in TEMPLATES {
            body = body.replace(template, value);
        }
        assert!(!body.contains("{{"), "{}: a template that nobody knows: {body}", path.display());
        fits(config["call"].as_str().unwrap(), &body)
            .unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        checked += 1;
    }
    assert!(checked >= 2, "only {checked} files");
}

#[test]
fn the_script_for_k6_fits_the_contract() {
    let script = std::fs::read_to_string(folder("k6/churn.js")).unwrap();
    let mut calls = 0;
    for part in script.split("client.invoke(").skip(1) {
        let (call, rest) = part.trim_start().trim_start_matches('\'').split_once('\'').unwrap();
        let (_, rest) = rest.split_once('{').unwrap();
        let (fields, _) = rest.split_once('}').unwrap();
        // A field of JavaScript is `name: expression` or `name`; what matters here is the name.
        let names = fields.split(',').map(|field| field.split(':').next().unwrap_or_default().trim());
        let body: Vec<String> =
            names.filter(|name| !name.is_empty()).map(|name| format!("\"{name}\": \"x\"")).collect();
        fits(call, &format!("{{{}}}", body.join(","))).unwrap_or_else(|why| panic!("{call}: {why}"));
        calls += 1;
    }
    assert_eq!(calls, 2);
}

#[test]
fn a_wrong_field_and_a_wrong_call_are_found() {
    assert!(fits("podnet.v1.IpamService/AllocateAddress", r#"{"allocationID":"x"}"#).is_err());
    assert!(fits("podnet.v1.IpamService/Allocate", "{}").is_err());
}
