//! How does a name on the command line become a resource name? Full names and the last ids of them are understood.

use crate::exit::Failure;

/// Collections of a kind of resource, from the outermost.
pub type Shape = &'static [&'static str];

/// `networks/{network}`
pub const NETWORK: Shape = &["networks"];
/// `networks/{network}/subnets/{subnet}`
pub const SUBNET: Shape = &["networks", "subnets"];
/// `networks/{network}/subnets/{subnet}/reservations/{reservation}`
pub const RESERVATION: Shape = &["networks", "subnets", "reservations"];
/// `networks/{network}/networkSecurityGroups/{network_security_group}`
pub const NETWORK_SECURITY_GROUP: Shape = &["networks", "networkSecurityGroups"];
/// `networks/{network}/routeTables/{route_table}`
pub const ROUTE_TABLE: Shape = &["networks", "routeTables"];
/// `networks/{network}/routeTables/{route_table}/routes/{route}`
pub const ROUTE: Shape = &["networks", "routeTables", "routes"];
/// `clusters/{cluster}`
pub const CLUSTER: Shape = &["clusters"];
/// `clusters/{cluster}/nodePools/{node_pool}`
pub const NODE_POOL: Shape = &["clusters", "nodePools"];
/// `clusters/{cluster}/nodes/{node}`
pub const NODE: Shape = &["clusters", "nodes"];
/// `clusters/{cluster}/allocations/{allocation}`
pub const ALLOCATION: Shape = &["clusters", "allocations"];
/// `clusters/{cluster}/namespaces/{namespace}/services/{service}`
pub const SERVICE: Shape = &["clusters", "namespaces", "services"];
/// `clusters/{cluster}/namespaces/{namespace}/networkPolicies/{network_policy}`
pub const NETWORK_POLICY: Shape = &["clusters", "namespaces", "networkPolicies"];

/// The ids in `text`: all of them if it is a full name, else the last ones.
///
/// # Errors
/// `text` is neither.
pub fn ids(shape: Shape, text: &str) -> Result<Vec<String>, Failure> {
    let parts: Vec<&str> = text.split('/').collect();
    let full = parts.len() == 2 * shape.len() && parts.iter().step_by(2).eq(shape);
    let ids: Vec<&str> = if full { parts.iter().skip(1).step_by(2).copied().collect() } else { parts };
    if ids.len() > shape.len() || ids.iter().any(|id| id.is_empty()) {
        return Err(Failure::Usage(format!(
            "`{text}` is no name: give {}, or its last parts",
            example(shape)
        )));
    }
    Ok(ids.into_iter().map(str::to_owned).collect())
}

/// The resource name of these ids, as many as the shape has collections.
#[must_use]
pub fn join(shape: Shape, ids: &[String]) -> String {
    shape.iter().zip(ids).map(|(collection, id)| format!("{collection}/{id}")).collect::<Vec<_>>().join("/")
}

/// Name of the parent and the last id.
#[must_use]
pub fn split(name: &str) -> (String, String) {
    let (rest, id) = name.rsplit_once('/').unwrap_or(("", name));
    let parent = rest.rsplit_once('/').map_or("", |(parent, _)| parent);
    (parent.to_owned(), id.to_owned())
}

/// What a full name of this shape looks like.
#[must_use]
pub fn example(shape: Shape) -> String {
    let part =
        |collection: &&str| format!("{collection}/{}", collection.trim_end_matches('s').to_ascii_uppercase());
    shape.iter().map(part).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn full_and_short_names_have_the_same_ids() {
        assert_eq!(ids(SUBNET, "networks/vnet/subnets/nodes").unwrap(), ["vnet", "nodes"]);
        assert_eq!(ids(SUBNET, "vnet/nodes").unwrap(), ["vnet", "nodes"]);
        assert_eq!(ids(SUBNET, "nodes").unwrap(), ["nodes"]);
        assert_eq!(join(SUBNET, &ids(SUBNET, "vnet/nodes").unwrap()), "networks/vnet/subnets/nodes");
    }

    #[test]
    fn other_names_are_refused_with_an_example() {
        for text in ["", "a/b/c", "clusters/a/subnets/b", "a/"] {
            let failure = ids(SUBNET, text).unwrap_err();
            assert!(failure.to_string().contains("networks/NETWORK/subnets/SUBNET"), "{failure}");
        }
    }

    #[test]
    fn a_name_splits_into_parent_and_id() {
        assert_eq!(split("clusters/c/nodes/n"), ("clusters/c".to_owned(), "n".to_owned()));
        assert_eq!(split("clusters/c"), (String::new(), "c".to_owned()));
    }
}
