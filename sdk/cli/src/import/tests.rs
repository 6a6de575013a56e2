//! Does any input whatsoever come back as an answer or an error, never as a panic, and does every plan hold together? Do
//! files that are no JSON fail with their place? What the sample clusters become is tested in `tests/` of this crate.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

use std::collections::BTreeSet;

use ipnetwork::IpNetwork;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{ImportError, ImportPlan, InputFile, PlanOptions, Rule, plan, read};

/// Every word that the readers look for, so that random trees reach deep into them.
const WORDS: &[&str] = &[
    "kind",
    "apiVersion",
    "items",
    "value",
    "type",
    "properties",
    "metadata",
    "name",
    "namespace",
    "uid",
    "labels",
    "agentpool",
    "annotations",
    "spec",
    "status",
    "nodeName",
    "hostNetwork",
    "podIP",
    "podIPs",
    "ip",
    "hostIP",
    "phase",
    "containers",
    "ports",
    "containerPort",
    "protocol",
    "podCIDR",
    "podCIDRs",
    "providerID",
    "addresses",
    "address",
    "capacity",
    "pods",
    "conditions",
    "clusterIP",
    "clusterIPs",
    "selector",
    "targetPort",
    "port",
    "nodePort",
    "loadBalancer",
    "ingress",
    "hostname",
    "addressType",
    "endpoints",
    "ready",
    "id",
    "networkProfile",
    "networkPlugin",
    "podCidr",
    "agentPoolProfiles",
    "vnetSubnetId",
    "maxPods",
    "loadBalancerProfile",
    "effectiveOutboundIPs",
    "addressSpace",
    "addressPrefixes",
    "addressPrefix",
    "subnets",
    "routeTable",
    "ipConfigurations",
    "routes",
    "nextHopType",
    "nextHopIpAddress",
    "source",
    "state",
    "virtualNetworkPeerings",
    "peeringState",
    "privateIPAddress",
    "primary",
    "subnet",
    "virtualMachine",
    "macAddress",
    "publicIPAllocationMethod",
    "ipAddress",
    "gatewayType",
    "disableBgpRoutePropagation",
    "remoteAddressSpace",
    "kubernetes.io/service-name",
    "targetRef",
    "hints",
    "forZones",
];

/// Values that mean something at one place or another.
const TEXTS: &[&str] = &[
    "",
    "List",
    "PodList",
    "v1",
    "Node",
    "Pod",
    "Service",
    "EndpointSlice",
    "kubenet",
    "azure",
    "overlay",
    "none",
    "10.244.0.0/24",
    "10.244.0.7/24",
    "10.244.0.0/16",
    "10.224.0.4",
    "10.224.0.0/12",
    "::1",
    "fd00::/64",
    "0.0.0.0/0",
    "VirtualAppliance",
    "VnetLocal",
    "None",
    "ClusterIP",
    "LoadBalancer",
    "ExternalName",
    "Running",
    "Succeeded",
    "InternalIP",
    "IPv4",
    "FQDN",
    "n1",
    "n1____10244",
    "np1",
    "Default",
    "VirtualNetworkGateway",
    "65536",
    "http",
    "/subscriptions/0/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
    "azure:///subscriptions/0/virtualMachineScaleSets/s/virtualMachines/0",
    "/////",
    "é/日本",
    "Microsoft.ContainerService/ManagedClusters",
    "Microsoft.Network/virtualNetworks",
    "Microsoft.Network/routeTables",
    "Microsoft.Network/networkInterfaces",
    "Microsoft.Network/publicIPAddresses",
];

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(TEXTS).prop_map(str::to_owned), 1 => any::<String>()]
}

fn any_key() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(WORDS);
    prop_oneof![
        6 => word().prop_map(str::to_owned),
        1 => word().prop_map(str::to_ascii_uppercase),
        1 => any::<String>(),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u64..70_000).prop_map(Value::from),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(8, 128, 12, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..6).prop_map(Value::Array),
            3 => btree_map(any_key(), inner, 0..12)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<String, Value>>())),
        ]
    })
}

fn file(bytes: impl Into<Vec<u8>>) -> InputFile {
    InputFile { name: "input.json".to_owned(), bytes: bytes.into() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn arbitrary_json_never_panics(values in vec(any_json(), 1..4), cluster in proptest::option::of(any_text())) {
        let files: Vec<InputFile> = values.iter().map(|value| file(value.to_string())).collect();
        let reading = read(&files).expect("what serde_json prints is JSON");
        let options = PlanOptions { cluster, mode: None };
        let first = plan(&reading.inventory, &options);
        check_plan(&first.plan)?;
        let second = plan(&reading.inventory, &options);
        prop_assert_eq!(first.plan, second.plan);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        match read(&[file(bytes)]) {
            Ok(reading) => prop_assert!(reading.inventory.nodes.is_empty()),
            Err(error) => prop_assert!(error.to_string().starts_with("input.json:")),
        }
    }

    #[test]
    fn cut_and_changed_documents_never_panic(at in 0_usize..3_000, byte in any::<u8>(), cut in any::<bool>()) {
        let sample = include_bytes!("../../../../tests/samples/quirks/rest-nesting.json");
        let mut bytes = sample.to_vec();
        if cut {
            bytes.truncate(at);
        } else if let Some(changed) = bytes.get_mut(at) {
            *changed = byte;
        }
        if let Ok(reading) = read(&[file(bytes)]) {
            let planning = plan(&reading.inventory, &PlanOptions::default());
            prop_assert!(planning.plan.steps().count() < 1_000);
        }
    }
}

/// The sample clusters, each file one document.
fn sample(folder: &str, names: &[&str]) -> Vec<Value> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/samples").join(folder);
    let text = |name: &&str| std::fs::read_to_string(root.join(format!("{name}.json"))).unwrap();
    names.iter().map(|name| serde_json::from_str(&text(name)).unwrap()).collect()
}

/// All places of a document, as JSON pointers.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| {
                places(value, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            });
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| places(value, format!("{at}/{index}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    found.push(at);
}

/// What must hold of every plan, whatever the files said.
fn check_plan(plan: &ImportPlan) -> Result<(), TestCaseError> {
    let mut names = BTreeSet::new();
    for step in plan.steps() {
        prop_assert!(names.insert(step.name().clone()), "two objects are called {}", step.name());
    }
    for table in &plan.route_tables {
        let prefixes: BTreeSet<_> = table.routes.iter().map(|route| route.prefix).collect();
        prop_assert_eq!(prefixes.len(), table.routes.len(), "two routes of one prefix in {}", table.name);
        prop_assert!(
            table.routes.iter().all(|route| route.node.as_ref().is_none_or(|node| names.contains(node)))
        );
    }
    let mut held = BTreeSet::new();
    let mut blocks: Vec<IpNetwork> = Vec::new();
    for node in &plan.nodes {
        prop_assert!(names.contains(&node.pool), "{} is in no planned pool", node.name);
        for address in node.addresses.iter().chain(&node.secondary_addresses) {
            prop_assert!(held.insert(*address), "two nodes hold {address}");
        }
        for prefix in &node.pod_prefixes {
            let overlap =
                |other: &IpNetwork| other.contains(prefix.network()) || prefix.contains(other.network());
            prop_assert!(!blocks.iter().any(overlap), "two nodes hold {prefix}");
            blocks.push(*prefix);
        }
    }
    let reserved: BTreeSet<_> = plan.reservations.iter().map(|reservation| reservation.address).collect();
    prop_assert_eq!(reserved.len(), plan.reservations.len(), "an address is reserved twice");
    prop_assert!(reserved.is_disjoint(&held), "a reservation takes an address of a node");
    let mut pods = BTreeSet::new();
    for allocation in &plan.allocations {
        let node = plan.nodes.iter().find(|node| node.name == allocation.node);
        prop_assert!(node.is_some(), "{} is on no planned node", allocation.name);
        for address in &allocation.addresses {
            prop_assert!(pods.insert(*address), "two pods hold {address}");
            let given = node.is_some_and(|node| {
                node.secondary_addresses.contains(address)
                    || node.pod_prefixes.iter().any(|prefix| prefix.contains(*address))
            });
            prop_assert!(given, "{} has an address that its node cannot give", allocation.name);
        }
    }
    for endpoint in plan.services.iter().flat_map(|service| &service.endpoints) {
        prop_assert!(endpoint.node.as_ref().is_none_or(|node| names.contains(node)));
        prop_assert!(endpoint.allocation.as_ref().is_none_or(|allocation| names.contains(allocation)));
    }
    Ok(())
}

/// One change of a document: where, as a fraction of its places; what is put there; from where a value is copied.
type Change = (prop::sample::Index, Option<String>, Option<prop::sample::Index>);

fn mutate(documents: &mut [Value], changes: &[(prop::sample::Index, Change)]) {
    for (which, (at, text, from)) in changes {
        let document = which.get_mut(documents);
        let mut found = Vec::new();
        places(document, String::new(), &mut found);
        // Most places of real output mean nothing to the import: change those that do.
        found.retain(|place| {
            place.rsplit('/').next().is_some_and(|last| WORDS.contains(&last) || last.parse::<u32>().is_ok())
        });
        if found.is_empty() {
            continue;
        }
        let target = at.get(found.as_slice()).clone();
        // A copy from a place of the same name makes what real trouble is made of: one address in two places.
        let last = |place: &str| place.rsplit('/').next().map(str::to_owned);
        let alike: Vec<&String> = found.iter().filter(|place| last(place) == last(&target)).collect();
        let copied =
            from.as_ref().and_then(|from| document.pointer(from.get(alike.as_slice()).as_str()).cloned());
        let new = copied.or_else(|| text.clone().map(Value::String)).unwrap_or(Value::Null);
        if let Some(target) = document.pointer_mut(&target) {
            *target = new;
        }
    }
}

fn any_changes() -> impl Strategy<Value = Vec<(prop::sample::Index, Change)>> {
    let index = any::<prop::sample::Index>;
    let change = (index(), proptest::option::of(any_text()), proptest::option::of(index()));
    vec((index(), change), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn plans_of_damaged_kubenet_clusters_hold_together(changes in any_changes()) {
        let names = ["aks", "vnet", "route-table", "nics", "nodes", "nodes", "pods", "services", "endpointslices"];
        let mut documents = sample("kubenet", &names);
        mutate(&mut documents, &changes);
        check_documents(&documents)?;
    }

    #[test]
    fn plans_of_damaged_azure_cni_clusters_hold_together(changes in any_changes()) {
        let names = ["aks", "vnet", "nics", "vmss-nics-user", "nodes", "pods", "services", "endpointslices"];
        let mut documents = sample("azure-cni", &names);
        mutate(&mut documents, &changes);
        check_documents(&documents)?;
    }
}

fn check_documents(documents: &[Value]) -> Result<(), TestCaseError> {
    let files: Vec<InputFile> = documents.iter().map(|document| file(document.to_string())).collect();
    let reading = read(&files).expect("what serde_json prints is JSON");
    check_plan(&plan(&reading.inventory, &PlanOptions::default()).plan)
}

#[test]
fn a_fault_is_told_with_its_place() {
    let error = read(&[file("{\n  \"items\": [1, 2\n")]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "input.json:3:0: EOF while parsing a list; \
         give the output of az or kubectl with -o json, unchanged and complete"
    );
    let error = read(&[file("kubectl: command not found")]).unwrap_err();
    assert!(error.to_string().starts_with("input.json:1:1: expected value;"), "{error}");
}

#[test]
fn deep_nesting_is_refused_with_its_place() {
    let error = read(&[file("[".repeat(1_000_000))]).unwrap_err();
    let ImportError::Syntax { line, column, message, .. } = error else { panic!("{error}") };
    assert_eq!((line, column, message.as_str()), (1, 128, "recursion limit exceeded"));
}

#[test]
fn a_file_beyond_the_limit_is_refused() {
    let error = read(&[file(vec![b' '; super::MAX_FILE_BYTES + 1])]).unwrap_err();
    assert!(error.to_string().starts_with("input.json: 268435457 bytes, the limit is 268435456;"), "{error}");
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let error = read(&[file(b"{\"name\": \"\xff\"}".as_slice())]).unwrap_err();
    assert_eq!(error, ImportError::NotText { file: "input.json".to_owned(), position: 10 });
    let error = read(&[file(b"\xff\xfe{\0\xd8".as_slice())]).unwrap_err();
    assert_eq!(error, ImportError::NotText { file: "input.json".to_owned(), position: 4 });
}

#[test]
fn files_written_by_powershell_are_read() {
    let text = "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"ä\"}}";
    let little: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> =
        [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let marked: Vec<u8> = b"\xef\xbb\xbf".iter().copied().chain(text.bytes()).collect();
    for bytes in [little, big, marked] {
        let reading = read(&[file(bytes)]).unwrap();
        assert_eq!(reading.inventory.nodes.first().unwrap().name, "ä");
    }
}

#[test]
fn documents_may_follow_each_other_in_one_file() {
    let reading =
        read(&[file("{\"a\":1}\n[]\n{\"kind\":\"Node\",\"apiVersion\":\"v1\",\"metadata\":{}}")]).unwrap();
    let rules: Vec<(Rule, &str)> =
        reading.findings.iter().map(|finding| (finding.rule, finding.source.object.as_str())).collect();
    assert_eq!(
        rules,
        [
            (Rule::UnrecognisedDocument, "$"),
            (Rule::EmptyDocument, "document 2 $"),
            (Rule::MissingField, "document 3 $"),
        ]
    );
}
