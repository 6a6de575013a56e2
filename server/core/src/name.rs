//! What is a resource called: typed names, their text form and their parts.
//!
//! A name is a path such as `clusters/prod/nodes/aks-np1-0`. Each kind has its own type, so that a subnet can't be
//! passed as a node. Order is by parts, so all children of a parent are neighbours in a map and `a` never mixes with
//! `ab`. This module must not know what the resources contain.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use thiserror::Error;

use crate::limits::NAME_SEGMENT_CHARACTERS_MAX;
use crate::text::Put;

/// One part of a name: 1 to 128 of `A-Z a-z 0-9 . _ -`, the first a letter or digit. Compared byte for byte.
#[derive(Clone, Eq, Hash)]
#[expect(clippy::derived_hash_with_manual_eq, reason = "texts are equal in both")]
pub struct Segment(Arc<str>);

// Names are mostly compared with themselves; then there is no need to read the text.
impl PartialEq for Segment {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl PartialOrd for Segment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Segment {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
    }
}

impl Segment {
    /// Parses one part.
    ///
    /// # Errors
    /// Refuses an empty or too long text and characters outside the set.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        let starts = text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
        if !starts || text.len() > NAME_SEGMENT_CHARACTERS_MAX || !text.bytes().all(legal) {
            return Err(NameError::Segment(text.chars().take(40).collect()));
        }
        Ok(Self(text.into()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Put for Segment {
    fn put(&self, text: &mut String) {
        text.push_str(&self.0);
    }
}

impl fmt::Debug for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is no name of the wanted kind.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// A part has an illegal form.
    #[error(
        "`{0}` is no legal name part; use 1 to 128 of A-Z a-z 0-9 . _ - and start with a letter or digit"
    )]
    Segment(String),
    /// The path has another shape.
    #[error("`{given}` is not of the form `{pattern}`")]
    Shape {
        /// The text as it was given, cut.
        given: String,
        /// The form that is wanted.
        pattern: &'static str,
    },
}

macro_rules! names {
    ($($(#[$doc:meta])* $type:ident { $($collection:literal $field:ident),+ } $pattern:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Eq, PartialOrd, Ord, Hash)]
        #[expect(clippy::derived_hash_with_manual_eq, reason = "names are equal in all parts in both")]
        pub struct $type { $(#[doc = concat!("The part after `", $collection, "/`.")] pub $field: Segment),+ }

        impl $type {
            /// The form of this name.
            pub const PATTERN: &str = $pattern;

            /// Parses the text form.
            ///
            /// # Errors
            /// Refuses another shape or an illegal part.
            pub fn parse(text: &str) -> Result<Self, NameError> {
                let shape = || NameError::Shape { given: text.chars().take(80).collect(), pattern: Self::PATTERN };
                let mut parts = text.split('/');
                $(
                    if parts.next() != Some($collection) { return Err(shape()); }
                    let $field = Segment::parse(parts.next().ok_or_else(shape)?)?;
                )+
                if parts.next().is_some() { return Err(shape()); }
                Ok(Self { $($field),+ })
            }
        }

        // The last part first: siblings differ there, and what they share need not be read then.
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                let rest = || true;
                $(let rest = || self.$field == other.$field && rest();)+
                rest()
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                // Piece by piece: names are in every answer and every line of the log.
                let mut separator = "";
                $(
                    f.write_str(separator)?;
                    f.write_str(concat!($collection, "/"))?;
                    f.write_str(self.$field.as_str())?;
                    separator = "/";
                )+
                let _ = separator;
                Ok(())
            }
        }

        impl Put for $type {
            fn put(&self, text: &mut String) {
                let mut separator = "";
                $(
                    text.push_str(separator);
                    text.push_str(concat!($collection, "/"));
                    text.push_str(self.$field.as_str());
                    separator = "/";
                )+
                let _ = separator;
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(self, f) }
        }
    )+

        /// A name of each kind, from what `example` makes of its form: its text as it is put, and as it is shown.
        #[cfg(test)]
        pub(crate) fn put_and_shown(example: impl Fn(&str) -> String) -> Vec<(String, String)> {
            let mut texts = Vec::new();
            $(
                let name = $type::parse(&example($type::PATTERN)).unwrap();
                texts.push((crate::text::text_of(&[&name]), name.to_string()));
            )+
            texts
        }
    };
}

names! {
    /// A virtual network.
    NetworkName { "networks" network } "networks/{network}";
    /// A subnet of a virtual network.
    SubnetName { "networks" network, "subnets" subnet } "networks/{network}/subnets/{subnet}";
    /// A reservation in a subnet.
    ReservationName { "networks" network, "subnets" subnet, "reservations" reservation } "networks/{network}/subnets/{subnet}/reservations/{reservation}";
    /// A route table.
    RouteTableName { "networks" network, "routeTables" table } "networks/{network}/routeTables/{route_table}";
    /// A route of a route table.
    RouteName { "networks" network, "routeTables" table, "routes" route } "networks/{network}/routeTables/{route_table}/routes/{route}";
    /// A network security group.
    NetworkSecurityGroupName { "networks" network, "networkSecurityGroups" group } "networks/{network}/networkSecurityGroups/{network_security_group}";
    /// A cluster.
    ClusterName { "clusters" cluster } "clusters/{cluster}";
    /// A node pool of a cluster.
    NodePoolName { "clusters" cluster, "nodePools" pool } "clusters/{cluster}/nodePools/{node_pool}";
    /// A node of a cluster.
    NodeName { "clusters" cluster, "nodes" node } "clusters/{cluster}/nodes/{node}";
    /// A Kubernetes Service of a cluster.
    ServiceName { "clusters" cluster, "namespaces" namespace, "services" service } "clusters/{cluster}/namespaces/{namespace}/services/{service}";
    /// A namespace of a cluster.
    NamespaceName { "clusters" cluster, "namespaces" namespace } "clusters/{cluster}/namespaces/{namespace}";
    /// A network policy of a namespace.
    NetworkPolicyName { "clusters" cluster, "namespaces" namespace, "networkPolicies" policy } "clusters/{cluster}/namespaces/{namespace}/networkPolicies/{network_policy}";
    /// An allocation: one attachment of a pod's interface.
    AllocationName { "clusters" cluster, "allocations" allocation } "clusters/{cluster}/allocations/{allocation}";
}

impl SubnetName {
    /// The network that the subnet is part of.
    pub fn network_name(&self) -> NetworkName {
        NetworkName { network: self.network.clone() }
    }
}

impl NetworkSecurityGroupName {
    /// The network that the group belongs to.
    pub fn network_name(&self) -> NetworkName {
        NetworkName { network: self.network.clone() }
    }
}

impl NetworkPolicyName {
    /// The namespace that the policy is in.
    pub fn namespace_name(&self) -> NamespaceName {
        NamespaceName { cluster: self.cluster.clone(), namespace: self.namespace.clone() }
    }
}

impl ReservationName {
    /// The subnet that the reservation is in.
    pub fn subnet_name(&self) -> SubnetName {
        SubnetName { network: self.network.clone(), subnet: self.subnet.clone() }
    }
}

impl RouteTableName {
    /// The network that the table belongs to.
    pub fn network_name(&self) -> NetworkName {
        NetworkName { network: self.network.clone() }
    }

    /// The name of a route of this table.
    pub fn route(&self, route: Segment) -> RouteName {
        RouteName { network: self.network.clone(), table: self.table.clone(), route }
    }
}

impl RouteName {
    /// The table of the route.
    pub fn table_name(&self) -> RouteTableName {
        RouteTableName { network: self.network.clone(), table: self.table.clone() }
    }
}

impl ClusterName {
    /// The name of a node of this cluster.
    pub fn node(&self, node: Segment) -> NodeName {
        NodeName { cluster: self.cluster.clone(), node }
    }
}

macro_rules! in_cluster {
    ($($type:ident),+) => {$(
        impl $type {
            /// The cluster that it is part of.
            pub fn cluster_name(&self) -> ClusterName {
                ClusterName { cluster: self.cluster.clone() }
            }
        }
    )+};
}
in_cluster!(NodePoolName, NodeName, ServiceName, AllocationName, NamespaceName, NetworkPolicyName);

impl Segment {
    /// The same text in memory of its own. Who counts holders of the copy does not meet who counts those of this one, which
    /// would wait for each other on two cores.
    pub(crate) fn copied(&self) -> Self {
        Self((&*self.0).into())
    }

    /// Sorts before every legal part: the start of a range over the children of a parent.
    pub(crate) fn lowest() -> Self {
        Self("".into())
    }

    /// A part that podnet makes itself from legal parts; cut to the longest legal length.
    pub(crate) fn generated(text: &str) -> Self {
        Self(text.chars().take(NAME_SEGMENT_CHARACTERS_MAX).collect::<String>().into())
    }
}
