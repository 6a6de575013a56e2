//! Are proofs and tried changes what the documents promise, through the command line and the Rust SDK?
//!
//! The samples are real files; in both clusters one service has no endpoint, and kubenet masquerades towards nodes, so
//! there is always something that holds and something that does not.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Output, Stdio};

use podnet::v1::proof_service_client::ProofServiceClient;
use podnet::v1::watch_verification_response::Frame;
use podnet::v1::{self, Invariant, InvariantOutcome};
use podnet::{Client, Options};
use podnet_tests::server::{Home, Server};
use serde_json::Value;
use tokio_stream::StreamExt;

use crate::{AZURE_CNI, KUBENET, TABLE, import};

const NODE: &str = "aks-nodepool1-12345678-vmss000001";
const PODS_OF_NODE: &str = "10.244.1.0/24";

/// Runs the command line; its exit status and what it wrote.
fn podnet(server: &Server<'_>, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = server.podnet().args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// What a run of the command line must say, and with which status.
fn check(server: &Server<'_>, arguments: &[&str], status: i32, says: &[&str]) -> String {
    let (found, out, err) = podnet(server, arguments);
    assert_eq!(found, status, "{arguments:?}\n{out}\n{err}");
    let said = format!("{out}{err}");
    for word in says {
        assert!(said.contains(word), "{arguments:?} does not say {word:?}\n{said}");
    }
    said
}

/// The sample with its routes in the hands of people: podnet plans and does not repair by itself.
fn import_observed(server: &Server<'_>) {
    import(server, "kubenet");
    check(server, &["cluster", "update", KUBENET, "--route-management", "observed"], 0, &[]);
}

fn route() -> String {
    format!("{TABLE}/routes/{NODE}")
}

#[test]
fn verify_tells_what_holds_and_shows_what_does_not() {
    let home = Home::new();
    let server = home.start();
    import_observed(&server);
    import(&server, "azure-cni");
    let (cluster, cni) = (["--cluster", KUBENET], ["--cluster", AZURE_CNI]);
    let verify = |more: &[&'static str]| [&["verify"], &cluster[..], more].concat();

    check(&server, &verify(&["--invariant", "pod-to-pod-no-nat"]), 0, &["HOLDS", "108,570 pod pairs"]);
    let holding = verify(&["--invariant", "NODE_TO_POD_NO_NAT", "--invariant", "ROUTE_PER_NODE_EXACT"]);
    check(&server, &holding, 0, &["NODE_TO_POD_NO_NAT", "ROUTE_PER_NODE_EXACT"]);
    let not_applicable = [&["verify"], &cni[..], &["--invariant", "ROUTE_PER_NODE_EXACT"]].concat();
    check(&server, &not_applicable, 0, &["NOT_APPLICABLE"]);

    let all = check(&server, &verify(&[]), 1, &["VIOLATED", "add 10.240.0.0/22 to the non-masquerade list"]);
    assert_eq!(all.matches("counterexample of").count(), 1, "{all}");
    let explained = check(&server, &verify(&["--explain"]), 1, &["SERVICE_NO_ENDPOINTS", "NODE_MASQUERADE"]);
    assert_eq!(explained.matches("counterexample of").count(), 3, "{explained}");

    check(&server, &verify(&["--invariant", "PIGS_FLY"]), 3, &["is no invariant", "NO_ROUTING_LOOP"]);
    check(&server, &verify(&["--at-revision", "1"]), 3, &[KUBENET]);
    check(&server, &verify(&["--at-revision", "99999"]), 3, &["REVISION_IN_FUTURE"]);

    let before = revision(&server);
    check(&server, &["route", "delete", &route()], 0, &[]);
    check(&server, &verify(&["--invariant", "pod-to-pod-no-nat"]), 1, &["ROUTE_NONE", "reconcile"]);
    let at = before.to_string();
    let then = ["verify", "--cluster", KUBENET, "--invariant", "pod-to-pod-no-nat", "--at-revision", &at];
    check(&server, &then, 0, &["HOLDS", &format!("revision {before}")]);

    // What an appliance of others does with packets is not known.
    let appliance = ["reservation", "create", "vnet-kubenet/apps/appliance", "--prefix", "10.240.8.77"];
    check(&server, &[&appliance[..], &["--ip-forwarding"]].concat(), 0, &[]);
    let away = ["route", "create", &format!("{TABLE}/routes/away"), "--prefix", "10.77.0.0/16"];
    check(&server, &[&away[..], &["--next-hop", "10.240.8.77"]].concat(), 0, &[]);
    check(&server, &verify(&["--invariant", "NO_ROUTING_LOOP"]), 2, &["UNDETERMINED", "appliance"]);
}

#[test]
fn a_watch_tells_when_an_invariant_breaks_and_when_it_is_mended() {
    let home = Home::new();
    let server = home.start();
    import_observed(&server);
    let mut watching = watch(&server);
    let mut lines = BufReader::new(watching.stdout.take().unwrap()).lines();
    let mut frame = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    let opened = frame();
    assert_eq!(opened["opened"]["results"][0]["outcome"], "INVARIANT_OUTCOME_HOLDS", "{opened}");

    check(&server, &["route", "delete", &route()], 0, &[]);
    check(&server, &["route", "reconcile", TABLE], 0, &[]);
    for (before, after, pairs) in [("HOLDS", "VIOLATED", "48400"), ("VIOLATED", "HOLDS", "")] {
        let changed = frame();
        let change = &changed["changed"]["changes"][0];
        assert_eq!(change["outcomeBefore"], format!("INVARIANT_OUTCOME_{before}"), "{changed}");
        assert_eq!(change["result"]["outcome"], format!("INVARIANT_OUTCOME_{after}"), "{changed}");
        assert_eq!(change["result"]["extent"]["podPairs"].as_str().unwrap_or_default(), pairs, "{changed}");
        let names = changed["changed"]["changedResources"].to_string();
        assert!(names.contains(&route()), "{names}");
    }
    watching.kill().unwrap();
    watching.wait().unwrap();
}

fn watch(server: &Server<'_>) -> std::process::Child {
    let mut command: Command = server.podnet();
    command.args(["verify", "--cluster", KUBENET, "--watch", "--invariant", "pod-to-pod-no-nat"]);
    command.args(["-o", "ndjson"]).stdout(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_client_sees_the_same_and_goes_on_where_it_was() {
    let home = Home::new();
    let server = home.start();
    import_observed(&server);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let client = Client::connect(Options::new(server.url())).unwrap();
        let verify = |at_revision| v1::VerifyClusterRequest {
            parent: KUBENET.to_owned(),
            invariants: vec![Invariant::PodToPodNoNat.into()],
            at_revision,
        };
        let whole = client.call(verify(0)).await.unwrap();
        assert_eq!(whole.results[0].outcome(), InvariantOutcome::Holds);
        assert_eq!(whole.matrix.unwrap().rows, ["."]);
        let position = whole.cursor.unwrap();

        client.call(v1::DeleteRouteRequest { name: route(), ..Default::default() }).await.unwrap();
        let broken = client.call(verify(0)).await.unwrap();
        let result = &broken.results[0];
        assert_eq!(
            (result.outcome(), result.extent.unwrap().pod_pairs),
            (InvariantOutcome::Violated, 48_400)
        );
        let example = result.counterexample.clone().unwrap();
        assert!(!example.result.unwrap().forward_traces.is_empty() && example.flow.is_some());
        let then = client.call(verify(position.revision)).await.unwrap();
        assert_eq!(then.results[0].outcome(), InvariantOutcome::Holds, "as it was");

        // A watch from before the change begins with what was, and tells the change.
        let request = v1::WatchVerificationRequest {
            parent: KUBENET.to_owned(),
            invariants: vec![Invariant::PodToPodNoNat.into()],
            resume_token: position.resume_token,
            ..Default::default()
        };
        let mut stub = ProofServiceClient::new(client.channel());
        let mut frames = stub.watch_verification(request).await.unwrap().into_inner();
        let mut outcomes = Vec::new();
        while outcomes.len() < 2 {
            match frames.message().await.unwrap().unwrap().frame.unwrap() {
                Frame::Opened(opened) => outcomes.push(opened.results[0].outcome()),
                Frame::Changed(changed) => {
                    outcomes.push(changed.changes[0].result.as_ref().unwrap().outcome());
                    assert_eq!(changed.cursor.unwrap().revision, broken.cursor.as_ref().unwrap().revision);
                }
                Frame::Progress(_) => {}
            }
        }
        assert_eq!(outcomes, [InvariantOutcome::Holds, InvariantOutcome::Violated]);
    });
}

#[test]
fn what_if_tells_what_a_change_would_do_and_does_nothing() {
    let home = Home::new();
    let server = home.start();
    import_observed(&server);
    let before = revision(&server);
    let what_if = |more: &[&str], status, says: &[&str]| {
        check(&server, &[&["what-if", "--cluster", KUBENET], more].concat(), status, says)
    };
    let (route, table) = (route(), format!("{TABLE}/routes"));
    let flow = "pod:shop/web-5f6d8c9b77-4xk9d pod:shop/redis-0";

    let lost = ["lost    4 ordered node pairs", "POD_TO_POD_NO_NAT"];
    what_if(&["--remove-route", &route], 1, &lost);
    what_if(&["--remove-route", &route, "--flow", flow], 1, &["LOST"]);
    let into = format!("{table}/hole={PODS_OF_NODE}=none");
    what_if(&["--remove-route", &route, "--add-route", &into], 1, &lost);
    let again = format!("{table}/again={PODS_OF_NODE}=10.240.0.5");
    what_if(&["--remove-route", &route, "--add-route", &again], 0, &["lost    0 ordered node pairs"]);
    let harmless = format!("{table}/harmless=10.99.0.0/16=none");
    what_if(&["--add-route", &harmless, "--flow", flow], 0, &["SAME"]);
    // Nobody writes or removes the routes of nodes that come and go, as podnet only observes this table.
    what_if(&["--scale", "nodepool1=6"], 1, &["broken  POD_TO_POD_NO_NAT", "lost    0 ordered node pairs"]);
    what_if(&["--remove-node", NODE], 1, &["broken  ROUTE_PER_NODE_EXACT"]);
    what_if(&["--dissociate", "vnet-kubenet/aks-nodes"], 1, &["lost    6 ordered node pairs"]);
    let file = home.data().join("changes.yaml");
    let text = format!("parent: {KUBENET}\nchanges:\n- deleteRoute:\n    name: {route}\n");
    std::fs::write(&file, text).unwrap();
    let output = server.podnet().args(["what-if", "-o", "json", "-f"]).arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&answer["nodePairsLost"], &answer["prefixesLostCount"]),
        (&"4".into(), &3.into()),
        "{answer}"
    );
    let broken = answer["brokenInvariants"].to_string();
    assert!(broken.contains("POD_TO_POD_NO_NAT") && broken.contains("ROUTE_PER_NODE_EXACT"), "{broken}");

    assert_eq!(revision(&server), before, "nothing was changed");

    check(&server, &["cluster", "update", KUBENET, "--route-management", "managed"], 0, &[]);
    let before = revision(&server);
    what_if(&["--scale", "nodepool1=6"], 0, &["lost    0 ordered node pairs"]);
    what_if(&["--remove-node", NODE], 0, &["lost    0 ordered node pairs"]);
    what_if(&["--remove-route", &route], 2, &["refused change 1: ROUTE_MANAGED"]);
    what_if(&["--remove-route", &format!("{table}/nope")], 2, &["refused change 1: RESOURCE_NOT_FOUND"]);
    what_if(&[], 3, &["give at least one change"]);
    what_if(&["--scale", "nodepool1=many"], 3, &["is no number of nodes"]);

    assert_eq!(revision(&server), before, "nothing was changed");
}

/// Rules that would refuse packets are tried before they are made, and proved when they are.
#[test]
fn security_groups_and_policies_are_tried_and_proved() {
    let home = Home::new();
    let server = home.start();
    import(&server, "azure-cni");
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let client = Client::connect(Options::new(server.url())).unwrap();
        let network = v1::GetClusterRequest { name: AZURE_CNI.to_owned() };
        let network = client.call(network).await.unwrap().cluster.unwrap().network;
        let subnets = v1::ListSubnetsRequest { parent: network.clone(), ..Default::default() };
        let subnets: Vec<_> = client.list(subnets).collect::<Result<_, _>>().await.unwrap();
        let pools = v1::ListNodePoolsRequest { parent: AZURE_CNI.to_owned(), ..Default::default() };
        let pools: Vec<_> = client.list(pools).collect::<Result<_, _>>().await.unwrap();
        let subnet = subnets.iter().find(|subnet| subnet.name == pools[0].subnet).unwrap();
        let rule = |access: v1::SecurityRuleAccess| v1::SecurityRule {
            name: "dns".to_owned(),
            priority: 200,
            direction: v1::TrafficDirection::Inbound.into(),
            access: access.into(),
            protocol: v1::Protocol::Udp.into(),
            destination_ports: vec![v1::PortRange { first: 53, last: 53 }],
            ..Default::default()
        };
        let group = |access| v1::NetworkSecurityGroup { rules: vec![rule(access)], ..Default::default() };
        let create = v1::CreateNetworkSecurityGroupRequest {
            parent: network.clone(),
            network_security_group_id: "nsg".to_owned(),
            network_security_group: Some(group(v1::SecurityRuleAccess::Allow)),
            ..Default::default()
        };
        let name = format!("{network}/networkSecurityGroups/nsg");
        client.call(create).await.unwrap();
        let guard = format!("{}={name}", subnet.name);
        let what_if = ["what-if", "--cluster", AZURE_CNI];
        let flow = "pod:shop/api-7c9d6b8f45-4xk9d internet";
        check(&server, &[&what_if[..], &["--guard", &guard, "--flow", flow]].concat(), 0, &["SAME"]);

        let guarded = v1::Subnet { network_security_group: name.clone(), ..subnet.clone() };
        let update_mask = Some(podnet_mask("network_security_group"));
        let request = v1::UpdateSubnetRequest { subnet: Some(guarded), update_mask, ..Default::default() };
        client.call(request).await.unwrap();
        let pods = ["verify", "--cluster", AZURE_CNI, "--invariant", "pod-to-pod-no-nat"];
        check(&server, &pods, 0, &["HOLDS"]);

        let denied = v1::NetworkSecurityGroup { name: name.clone(), ..group(v1::SecurityRuleAccess::Deny) };
        let update = v1::UpdateNetworkSecurityGroupRequest {
            network_security_group: Some(denied),
            update_mask: Some(podnet_mask("rules")),
            ..Default::default()
        };
        let tried = v1::WhatIfRequest {
            parent: AZURE_CNI.to_owned(),
            changes: vec![v1::ProposedChange {
                change: Some(v1::proposed_change::Change::UpdateNetworkSecurityGroup(update.clone())),
            }],
            ..Default::default()
        };
        let tried = client.call(tried).await.unwrap();
        assert!(tried.broken_invariants().any(|broken| broken == Invariant::PodToPodNoNat), "{tried:?}");
        assert!(tried.node_pairs_lost > 0);
        check(&server, &pods, 0, &["HOLDS"]);
        client.call(update).await.unwrap();
        check(&server, &pods, 1, &["VIOLATED", "NSG_RULE_INBOUND", "/udp"]);
        check(&server, &[&what_if[..], &["--unguard", &subnet.name]].concat(), 0, &["mended  POD_TO_POD"]);

        let policy = v1::CreateNetworkPolicyRequest {
            parent: format!("{AZURE_CNI}/namespaces/shop"),
            network_policy_id: "closed".to_owned(),
            network_policy: Some(v1::NetworkPolicy {
                policy_types: vec![v1::TrafficDirection::Inbound.into()],
                ..Default::default()
            }),
            ..Default::default()
        };
        let engine = v1::Cluster {
            name: AZURE_CNI.to_owned(),
            network_policy_engine: v1::NetworkPolicyEngine::Calico.into(),
            ..Default::default()
        };
        let engine = v1::UpdateClusterRequest {
            cluster: Some(engine),
            update_mask: Some(podnet_mask("network_policy_engine")),
            ..Default::default()
        };
        client.call(engine).await.unwrap();
        let change = v1::proposed_change::Change::CreateNetworkPolicy(policy.clone());
        let unguard = v1::UpdateSubnetRequest {
            subnet: Some(v1::Subnet { name: subnet.name.clone(), ..Default::default() }),
            update_mask: Some(podnet_mask("network_security_group")),
            ..Default::default()
        };
        client.call(unguard).await.unwrap();
        check(&server, &pods, 0, &["HOLDS"]);
        let request = v1::WhatIfRequest {
            parent: AZURE_CNI.to_owned(),
            changes: vec![v1::ProposedChange { change: Some(change) }],
            ..Default::default()
        };
        let tried = client.call(request).await.unwrap();
        assert!(tried.broken_invariants().any(|broken| broken == Invariant::PodToPodNoNat), "{tried:?}");
        client.call(policy).await.unwrap();
        check(&server, &pods, 1, &["VIOLATED", "NETWORK_POLICY_INGRESS"]);
        let removed = ["--remove-policy", "shop/closed"];
        check(&server, &[&what_if[..], &removed].concat(), 0, &["mended  POD_TO_POD_NO_NAT"]);
    });
}

fn podnet_mask(path: &str) -> prost_types::FieldMask {
    prost_types::FieldMask { paths: vec![path.to_owned()] }
}

#[test]
fn a_reconciliation_that_breaks_an_invariant_is_flagged() {
    let home = Home::new();
    let server = home.start();
    import_observed(&server);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let client = Client::connect(Options::new(server.url())).unwrap();
        let etag = async || {
            let table = client.call(v1::GetRouteTableRequest { name: TABLE.to_owned() }).await.unwrap();
            table.route_table.unwrap().meta.unwrap().etag
        };
        let hole = v1::Route {
            name: format!("{TABLE}/routes/hole"),
            address_prefix: "10.244.1.0/25".to_owned(),
            next_hop_type: v1::NextHopType::None.into(),
            ..Default::default()
        };
        let wish = |etag: String, desired: &[v1::Route], validate_only| v1::ReconcileRouteTableRequest {
            name: TABLE.to_owned(),
            manager: "terraform".to_owned(),
            desired: desired.to_vec(),
            etag,
            validate_only,
            ..Default::default()
        };
        let has = |broken: &[String]| broken.iter().any(|name| name == "INVARIANT_POD_TO_POD_NO_NAT");
        let planned = client.call(wish(String::new(), std::slice::from_ref(&hole), true)).await.unwrap();
        assert!(has(&planned.broken_invariants), "{planned:?}");
        let applied = client.call(wish(etag().await, &[hole], false)).await.unwrap();
        assert_eq!(applied.broken_invariants, planned.broken_invariants);
        assert_eq!(applied.add_count, 1);
        let mended = client.call(wish(etag().await, &[], false)).await.unwrap();
        assert_eq!((mended.broken_invariants.len(), mended.remove_count), (0, 1), "{mended:?}");
    });
}

fn revision(server: &Server<'_>) -> i64 {
    let (_, out, _) = podnet(server, &["server", "info", "-o", "json"]);
    let info: Value = serde_json::from_str(&out).unwrap();
    info["cursor"]["revision"].as_str().unwrap().parse().unwrap()
}
