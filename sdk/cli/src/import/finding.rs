//! What could podnet not take over as it was printed, and what did it do instead?

use std::fmt;
use std::sync::Arc;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was left out that does not belong to the model, or was told apart on purpose.
    Info,
    /// The model differs from the cluster, or the cluster from what it should be.
    Warning,
    /// An object could not be imported.
    Error,
}

impl Severity {
    /// The word for tables and logs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// Where something was read: file, and JSON path or object inside it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// File as the caller named it; `-` when a finding is about what was not given at all.
    pub file: Arc<str>,
    /// JSON path, or kind and name of an object.
    pub object: String,
}

impl Source {
    /// The same file, another object in it.
    #[must_use]
    pub fn object(&self, object: impl Into<String>) -> Self {
        Self { file: Arc::clone(&self.file), object: object.into() }
    }

    /// A place that is in no file: what a finding about the whole import carries.
    #[must_use]
    pub fn none(object: impl Into<String>) -> Self {
        Self { file: Arc::from("-"), object: object.into() }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file, self.object)
    }
}

macro_rules! rules {
    ($($(#[$inner:meta])* $variant:ident = $id:literal, $severity:ident;)+) => {
        /// The kinds of findings. Each has a stable id, so that findings can be filtered and counted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$inner])* $variant,)+
        }

        impl Rule {
            /// The stable id, in kebab case.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// How much findings of this kind matter.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

rules! {
    // Documents and values.
    /// A document of no kind that the import reads.
    UnrecognisedDocument = "unrecognised-document", Warning;
    /// A file, list or table without anything in it.
    EmptyDocument = "empty-document", Info;
    /// The same object occurs more than once.
    DuplicateObject = "duplicate-object", Warning;
    /// An object lacks a field without which it means nothing, such as its name.
    MissingField = "missing-field", Error;
    /// A field holds something of another type.
    WrongType = "wrong-type", Warning;
    /// A word that this version does not know.
    UnknownWord = "unknown-word", Warning;
    /// A prefix with host bits.
    HostBitsSet = "host-bits-set", Warning;
    /// A document that is needed for a complete model was not given.
    MissingDocument = "missing-document", Warning;

    // Cluster.
    /// Network plugin or mode that this version cannot hold.
    UnsupportedNetworkMode = "unsupported-network-mode", Error;
    /// No cluster could be told to be the one that the kubectl documents belong to.
    ClusterUnknown = "cluster-unknown", Error;
    /// A second cluster in the input.
    OtherCluster = "other-cluster", Warning;
    /// The cluster runs in a network that Azure manages, so `az aks show` does not name it.
    ManagedNetwork = "managed-network", Info;
    /// A subnet that is named, but not described by any document.
    SubnetUnknown = "subnet-unknown", Error;
    /// Public addresses of which only the resource ids are known.
    OutboundAddressUnknown = "outbound-address-unknown", Warning;
    /// An on-premises gateway whose prefixes are not in the input.
    GatewayPrefixesUnknown = "gateway-prefixes-unknown", Warning;
    /// A peering that does not carry traffic.
    PeeringNotConnected = "peering-not-connected", Warning;
    /// A Kubernetes name that is no resource id of podnet.
    NameUnusable = "name-unusable", Error;
    /// A name that had to be changed to be a resource id of podnet.
    NameChanged = "name-changed", Info;

    // Nodes.
    /// A node whose InternalIP is missing.
    NodeWithoutAddress = "node-without-address", Error;
    /// A node address outside every known subnet of its cluster.
    NodeOutsideSubnet = "node-outside-subnet", Error;
    /// More than one address or prefix of a family, where Kubernetes has one.
    ExtraOfFamily = "extra-of-family", Warning;
    /// Two nodes with one address.
    NodeAddressDuplicate = "node-address-duplicate", Error;
    /// A kubenet node without podCIDR: it has no pod network.
    NodeWithoutPodCidr = "node-without-pod-cidr", Warning;
    /// Two nodes with one podCIDR.
    PodCidrDuplicate = "pod-cidr-duplicate", Error;
    /// A podCIDR outside the cluster's pod CIDR.
    PodCidrOutsideCluster = "pod-cidr-outside-cluster", Error;
    /// A node of a pool that `az aks show` does not list.
    PoolUnknown = "pool-unknown", Warning;
    /// A node's pod capacity differs from its pool's max pods.
    MaxPodsDiffers = "max-pods-differs", Warning;
    /// Secondary addresses of an Azure CNI node that are not in the input.
    SecondaryAddressesUnknown = "secondary-addresses-unknown", Warning;

    // Routes.
    /// A route that is not the cluster's.
    ForeignRoute = "foreign-route", Info;
    /// A service tag where podnet needs a prefix.
    ServiceTagRoute = "service-tag-route", Warning;
    /// A route whose next hop cannot be used.
    RouteUnusable = "route-unusable", Warning;
    /// A node without its route.
    RouteMissing = "route-missing", Warning;
    /// A route in the pod CIDR whose node is gone.
    RouteStale = "route-stale", Warning;
    /// A route with a node's name and another prefix.
    RouteWrongPrefix = "route-wrong-prefix", Warning;
    /// A route to a node's prefix with another next hop.
    RouteWrongNextHop = "route-wrong-next-hop", Warning;
    /// A route to a node's prefix with a name that is not the node's.
    RouteWrongName = "route-wrong-name", Warning;
    /// Two routes with one prefix.
    RouteDuplicate = "route-duplicate", Warning;
    /// The cluster's table is not associated with its subnet.
    RouteTableDetached = "route-table-detached", Warning;

    // Subnet addresses.
    /// An address in a cluster's subnet that belongs to no node of it.
    AddressReserved = "address-reserved", Info;
    /// Addresses in a subnet whose owners are not in the input.
    AddressesUnknown = "addresses-unknown", Warning;
    /// An address that two owners claim.
    AddressConflict = "address-conflict", Error;

    // Pods.
    /// A pod in the node's own network.
    PodHostNetwork = "pod-host-network", Info;
    /// A finished pod that still shows an address.
    PodFinished = "pod-finished", Info;
    /// A pod that has no address yet.
    PodWithoutAddress = "pod-without-address", Info;
    /// A pod whose node is not in the input or was not imported.
    PodOnUnknownNode = "pod-on-unknown-node", Warning;
    /// A pod with the address of another live pod.
    PodAddressDuplicate = "pod-address-duplicate", Warning;
    /// A pod address that its node cannot hand out.
    PodAddressForeign = "pod-address-foreign", Warning;

    // Services.
    /// A Service that is only a name in the DNS.
    ServiceExternalName = "service-external-name", Info;
    /// A Service without a cluster address.
    ServiceHeadless = "service-headless", Info;
    /// A Service without selector: its endpoints are made by hand or by a controller.
    ServiceWithoutSelector = "service-without-selector", Info;
    /// A Service without a single endpoint.
    ServiceWithoutEndpoints = "service-without-endpoints", Warning;
    /// A Service without ports.
    ServiceWithoutPorts = "service-without-ports", Warning;
    /// A LoadBalancer Service that has no address yet.
    ServicePending = "service-pending", Warning;
    /// A Service that a load balancer announces by host name.
    ServiceHostname = "service-hostname", Warning;
    /// A named target port that no endpoint resolves.
    ServicePortUnresolved = "service-port-unresolved", Warning;
    /// Endpoints found by the Service's selector because no EndpointSlices were given.
    EndpointsFromSelector = "endpoints-from-selector", Info;
    /// A slice of DNS names.
    SliceOfNames = "slice-of-names", Info;
    /// A slice of no Service in the input.
    SliceWithoutService = "slice-without-service", Info;
    /// One endpoint in several slices.
    EndpointRepeated = "endpoint-repeated", Info;
}

/// One thing that could not be taken over as it was printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Kind of the finding; gives the severity.
    pub rule: Rule,
    /// Where.
    pub source: Source,
    /// What was found.
    pub what: String,
    /// What podnet did with it.
    pub done: String,
}

impl Finding {
    /// A finding of this kind.
    #[must_use]
    pub fn new(rule: Rule, source: Source, what: impl Into<String>, done: impl Into<String>) -> Self {
        Self { rule, source, what: what.into(), done: done.into() }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, source, what, done } = self;
        write!(formatter, "{} {}: {source}: {what}; {done}", rule.severity(), rule.id())
    }
}

/// Findings in the order in which they were made, and the file that is being read.
#[derive(Debug)]
pub(super) struct Findings {
    file: Arc<str>,
    list: Vec<Finding>,
}

impl Findings {
    pub(super) fn new() -> Self {
        Self { file: Arc::from("-"), list: Vec::new() }
    }

    pub(super) fn enter(&mut self, file: &str) {
        self.file = Arc::from(file);
    }

    pub(super) fn file(&self) -> Arc<str> {
        Arc::clone(&self.file)
    }

    pub(super) fn push(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}
