//! Can a cluster be built, used and misused with JSON and nothing else?

use podnet_tests::server::Home;
use serde_json::{Value, json};

use crate::grpcurl::{Grpcurl, Refusal};

/// gRPC's numbers of the codes that are met here.
const INVALID_ARGUMENT: u64 = 3;
const NOT_FOUND: u64 = 5;
const ALREADY_EXISTS: u64 = 6;

#[test]
fn a_cluster_is_built_and_gives_addresses() {
    let Some(grpcurl) = Grpcurl::wanted_by("a_cluster_is_built_and_gives_addresses") else { return };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();
    let ask = |method: &str, request: Value| grpcurl.ask(&server, &format!("podnet.v1.{method}"), &request);

    let network = json!({ "address_prefixes": ["10.240.0.0/16"] });
    let created = ask("NetworkService/CreateNetwork", json!({ "network_id": "hub", "network": network }));
    assert_eq!(created["network"]["name"], "networks/hub");
    let subnet = json!({ "address_prefixes": ["10.240.0.0/16"] });
    ask(
        "NetworkService/CreateSubnet",
        json!({ "parent": "networks/hub", "subnet_id": "nodes", "subnet": subnet }),
    );
    ask(
        "ClusterService/CreateCluster",
        json!({ "cluster_id": "prod", "cluster": { "network": "networks/hub" } }),
    );
    let pool = json!({ "subnet": "networks/hub/subnets/nodes" });
    ask(
        "ClusterService/CreateNodePool",
        json!({ "parent": "clusters/prod", "node_pool_id": "np1", "node_pool": pool }),
    );
    let node = json!({ "node_pool": "clusters/prod/nodePools/np1" });
    let node =
        ask("ClusterService/CreateNode", json!({ "parent": "clusters/prod", "node_id": "n1", "node": node }));
    assert_eq!(node["node"]["addresses"], json!(["10.240.0.4"]), "{node}");
    assert_eq!(node["node"]["podPrefixes"], json!(["10.244.0.0/24"]), "{node}");

    let request = json!({
        "parent": "clusters/prod",
        "allocation_id": "sandbox1-eth0",
        "node": "clusters/prod/nodes/n1",
        "owner": { "namespace": "shop", "pod": "web-0", "pod_uid": "9b1f5b2e", "container_id": "sandbox1" },
    });
    let first = ask("IpamService/AllocateAddress", request.clone());
    let address = &first["allocation"]["addresses"][0];
    assert_eq!(
        *address,
        json!({ "address": "10.244.0.2", "prefixLength": 24, "gateway": "10.244.0.1", "family": "IP_FAMILY_IPV4" })
    );
    let again = ask("IpamService/AllocateAddress", request);
    assert_eq!(again["replayed"], true, "{again}");
    assert_eq!(again["allocation"], first["allocation"]);

    let routes = ask("RouteService/ListRouteTables", json!({ "parent": "networks/hub" }));
    let table = routes["routeTables"][0]["name"].as_str().expect("a route table for the cluster");
    let routes = ask("RouteService/ListRoutes", json!({ "parent": table }));
    assert_eq!(routes["routes"].as_array().map(Vec::len), Some(1), "one route for one node: {routes}");

    let refused = grpcurl.refusal(
        &server,
        "podnet.v1.NetworkService/CreateNetwork",
        &json!({ "network_id": "hub", "network": network }),
    );
    check(&refused, ALREADY_EXISTS, "RESOURCE_EXISTS", &json!({ "resource": "networks/hub" }));
}

#[test]
fn a_refusal_shows_its_reason_and_figures() {
    let Some(grpcurl) = Grpcurl::wanted_by("a_refusal_shows_its_reason_and_figures") else { return };
    let home = Home::new().with(&["--store", "memory"]);
    let server = home.start();

    let refused = grpcurl.refusal(
        &server,
        "podnet.v1.NetworkService/GetNetwork",
        &json!({ "name": "networks/nowhere" }),
    );
    check(&refused, NOT_FOUND, "RESOURCE_NOT_FOUND", &json!({ "resource": "networks/nowhere" }));

    let refused = grpcurl.refusal(
        &server,
        "podnet.v1.NetworkService/CreateNetwork",
        &json!({ "network_id": "hub", "network": { "address_prefixes": ["10.240.0.1/16"] } }),
    );
    assert_eq!(refused.code, INVALID_ARGUMENT, "{}", refused.status);
    assert_eq!(refused.detail("ErrorInfo")["reason"], "ERROR_REASON_FIELD_INVALID", "{}", refused.status);
    let violation = &refused.detail("BadRequest")["fieldViolations"][0];
    assert_eq!(violation["field"], "network.address_prefixes[0]", "{}", refused.status);
}

/// The code, the reason, and metadata of which `metadata` is a part.
fn check(refusal: &Refusal, code: u64, reason: &str, metadata: &Value) {
    assert_eq!(refusal.code, code, "{}", refusal.status);
    let info = refusal.detail("ErrorInfo");
    assert_eq!(info["reason"], format!("ERROR_REASON_{reason}"), "{}", refusal.status);
    assert_eq!(info["domain"], "podnet", "{}", refusal.status);
    for (key, value) in metadata.as_object().expect("an object") {
        assert_eq!(info["metadata"][key], *value, "{key} in {}", refusal.status);
    }
}
