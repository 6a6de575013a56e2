//! What can a caller do about an error of each reason?

use podnet::v1::ErrorReason;

/// The reason as scripts match it, as `POOL_EXHAUSTED`.
#[must_use]
pub fn reason_name(reason: ErrorReason) -> &'static str {
    let name = reason.as_str_name();
    name.strip_prefix("ERROR_REASON_").unwrap_or(name)
}

/// One line of advice in terms of this command line. Empty: there is none.
#[must_use]
pub fn of_reason(reason: ErrorReason) -> &'static str {
    match reason {
        ErrorReason::Unspecified => "",
        ErrorReason::FieldInvalid => "fix the fields named above",
        ErrorReason::FieldImmutable => "leave the field as it is, or delete the resource and create it anew",
        ErrorReason::RequestIdReused => "take a new --request-id: this one was used for another request",
        ErrorReason::PageTokenInvalid => "start the list again",
        ErrorReason::BatchTooLarge => "split the request",
        ErrorReason::BatchItemDuplicate => "remove one of the two items",
        ErrorReason::ResourceNotFound => "check the name with `list`; parents have to exist first",
        ErrorReason::ResourceExists => "choose another name, or `update` the one that is there",
        ErrorReason::ResourceInUse => "remove what uses it first",
        ErrorReason::EtagMismatch => {
            "it has changed: `get` it again, decide again, then repeat with the new etag"
        }
        ErrorReason::RequestInProgress => "wait, then repeat with the same --request-id",
        ErrorReason::AllocationConflict => "the id is taken by another attachment: use another id",
        ErrorReason::OwnerAlreadyAttached => "release the other allocation, or use --supersede keep-address",
        ErrorReason::AttachmentReleased => "an attachment id is used once: make a new sandbox with a new id",
        ErrorReason::AddressInUse => {
            "`podnet ip find` says who holds it; ask for another address, or for any"
        }
        ErrorReason::AddressCoolingDown => "wait until the cool-down ends, or ask for another address",
        ErrorReason::AddressReserved => "the platform keeps this address: ask for another",
        ErrorReason::AddressOutOfPool => "`podnet ip usage --blocks` shows what each node can give",
        ErrorReason::PoolExhausted => "wait for the end of the next cool-down, or schedule on another node",
        ErrorReason::BlockExhausted => {
            "no block is left in the pod prefix: remove nodes, or use a cluster with a larger prefix"
        }
        ErrorReason::SubnetFull => "remove nodes or reservations, or use a larger subnet",
        ErrorReason::NodePodLimitReached => "schedule on another node; max pods is fixed for the pool",
        ErrorReason::NodeLimitReached => "the cluster has as many nodes as it may",
        ErrorReason::RouteTableFull => {
            "remove routes of your own; beyond 400 nodes use an overlay network instead of kubenet"
        }
        ErrorReason::NoContiguousPrefix => "ask for a smaller prefix; `podnet ip free` shows the holes",
        ErrorReason::ResourceLimitReached => "remove some first; `podnet server info` shows the limits",
        ErrorReason::RateLimited => "slow down, then repeat",
        ErrorReason::Overloaded => "repeat later",
        ErrorReason::NodeNotActive => {
            "use another node, or set its state with `podnet node update --state ready`"
        }
        ErrorReason::NodeNotEmpty => {
            "drain the node first, or use --force to release the addresses of its pods"
        }
        ErrorReason::NodeUidMismatch => "another machine has this name: delete that node first",
        ErrorReason::CidrOverlap => "choose a prefix that overlaps none of the named ones",
        ErrorReason::CidrReserved => "choose a prefix outside of the platform's ranges",
        ErrorReason::CidrOutsideParent => "choose a prefix inside the parent, or widen the parent",
        ErrorReason::CidrSize => "choose a prefix of an allowed length",
        ErrorReason::ServiceCidrOverlapsSubnet => "choose a service prefix outside of the network",
        ErrorReason::ServiceCidrOverlapsPodCidr => "choose a service prefix outside of the pod prefix",
        ErrorReason::DnsAddressOutsideServiceCidr => {
            "choose an address inside the service prefix, not its first"
        }
        ErrorReason::SubnetDelegated => "use a subnet that is not delegated",
        ErrorReason::SubnetNotShareable => "a kubenet cluster needs a subnet for itself: use another subnet",
        ErrorReason::NetworkMismatch => "all parts have to be of one network",
        ErrorReason::RoutePrefixExists => {
            "a table has one route for each prefix: update or delete the other one"
        }
        ErrorReason::RouteManaged => {
            "the route is kept for a node: change the node, or set --route-management observed"
        }
        ErrorReason::RouteTableShared => "use a table of its own for each kubenet cluster",
        ErrorReason::RouteDrift => "look at `podnet route reconcile TABLE --dry-run`, then apply it",
        ErrorReason::DefaultRouteMissing => "add a route for 0.0.0.0/0 to the table first",
        ErrorReason::SweepEmptyRefused => "if the node really has no pod, say --allow-empty",
        ErrorReason::SweepObservationStale => "observe the node again",
        ErrorReason::FeatureDisabled => {
            "this version or server does not have it; `podnet server info` lists the features"
        }
        ErrorReason::RevisionCompacted => "ask for compact_revision or later",
        ErrorReason::RevisionInFuture => "ask for current_revision or earlier",
        ErrorReason::StoreChanged => "the store was replaced: start again without a token",
        ErrorReason::StoreNotEmpty => "add --replace if everything that is there shall go",
        ErrorReason::SnapshotInvalid => "export again: the file is cut off or damaged",
        ErrorReason::WatchLagged => "watch again from the last token",
        ErrorReason::StreamLimitReached => "close other streams, or wait",
        ErrorReason::ServerStarting => "repeat later: the server reads its log",
        ErrorReason::ServerDraining => "repeat: the server stops and another may take over",
        ErrorReason::StoreReadOnly => "see the log of the server: it cannot write",
        ErrorReason::DeadlineExceeded => "give more time with --timeout, or ask for less",
        ErrorReason::CredentialsInvalid => "check the certificate and key",
        ErrorReason::RoleRequired => "ask for the role that is named",
        ErrorReason::InvariantViolated => {
            "this is a fault of podnet: please report it with `podnet snapshot export`"
        }
        ErrorReason::LogCorrupt => "restore a snapshot; see the log of the server",
    }
}
