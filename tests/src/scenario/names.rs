//! How are short names of scenarios and full resource names turned into each other?

/// Collections of a full name, by what is named.
const KINDS: [(&str, &[&str]); 12] = [
    ("network", &["networks"]),
    ("subnet", &["networks", "subnets"]),
    ("reservation", &["networks", "subnets", "reservations"]),
    ("table", &["networks", "routeTables"]),
    ("route", &["networks", "routeTables", "routes"]),
    ("cluster", &["clusters"]),
    ("pool", &["clusters", "nodePools"]),
    ("node", &["clusters", "nodes"]),
    ("service", &["clusters", "namespaces", "services"]),
    ("nsg", &["networks", "networkSecurityGroups"]),
    ("namespace", &["clusters", "namespaces"]),
    ("policy", &["clusters", "namespaces", "networkPolicies"]),
];

/// `hub/nodes` as a `subnet` is `networks/hub/subnets/nodes`. Parts that are missing stay missing.
#[must_use]
pub fn full(kind: &str, short: &str) -> String {
    let collections: &[&str] = match kind {
        "allocation" => &["clusters", "allocations"],
        _ => KINDS.iter().find(|(name, _)| *name == kind).map_or(&[], |(_, collections)| *collections),
    };
    let parts = collections.iter().zip(short.splitn(collections.len().max(1), '/'));
    parts.map(|(collection, part)| format!("{collection}/{part}")).collect::<Vec<_>>().join("/")
}

/// `networks/hub/subnets/nodes` is `hub/nodes`.
#[must_use]
pub fn short(full: &str) -> String {
    full.split('/').skip(1).step_by(2).collect::<Vec<_>>().join("/")
}

/// Parent and last part of a full name: `networks/hub/subnets/nodes` is `networks/hub` and `nodes`.
#[must_use]
pub fn parent_and_id(full: &str) -> (String, String) {
    let parts: Vec<_> = full.split('/').collect();
    let split = parts.len().saturating_sub(2);
    (parts[..split].join("/"), parts.last().map(|id| (*id).to_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        for (kind, text) in
            [("subnet", "hub/nodes"), ("allocation", "prod/a1"), ("service", "prod/default/web")]
        {
            assert_eq!(short(&full(kind, text)), text);
        }
        assert_eq!(full("route", "hub/rt/r1"), "networks/hub/routeTables/rt/routes/r1");
        assert_eq!(parent_and_id("clusters/prod/nodes/n1"), ("clusters/prod".to_owned(), "n1".to_owned()));
        assert_eq!(parent_and_id("networks/hub"), (String::new(), "hub".to_owned()));
    }
}
