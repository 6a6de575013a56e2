//! What do the `.proto` files promise, read as text, so that nothing of ours stands between them and what a peer sees?

use std::collections::{BTreeMap, BTreeSet};

/// Each service of `podnet.v1` by its full name, with the names of its methods.
pub(crate) fn services() -> BTreeMap<String, BTreeSet<String>> {
    let folder = podnet_workshop::root().join("proto/podnet/v1");
    let mut services = BTreeMap::<String, BTreeSet<String>>::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of the contract") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a readable .proto file");
        let mut service = None;
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("service ").and_then(|rest| rest.strip_suffix(" {")) {
                service = Some(services.entry(format!("podnet.v1.{name}")).or_default());
            } else if let Some((name, _)) =
                line.trim_start().strip_prefix("rpc ").and_then(|rest| rest.split_once('('))
            {
                service.as_mut().expect("a method is in a service").insert(name.to_owned());
            }
        }
    }
    assert!(services.len() >= 8, "the contract has {} services", services.len());
    services
}
