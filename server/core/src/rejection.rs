//! How does the domain say no: a closed list of reasons, each with its canonical code and its figures.
//!
//! A reason tells the caller what to do; every figure of the message is in the metadata too (AIP-193). This module must
//! not know how a refusal travels.

use std::collections::BTreeMap;
use std::fmt;

/// Canonical code of a refusal, named as in gRPC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The request is wrong whatever the state.
    InvalidArgument,
    /// Something named does not exist.
    NotFound,
    /// Something exists already with another content.
    AlreadyExists,
    /// The state says no.
    FailedPrecondition,
    /// A limit is reached.
    ResourceExhausted,
    /// Somebody else was faster; read again and redo.
    Aborted,
    /// Outside the valid range.
    OutOfRange,
    /// Not offered.
    Unimplemented,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $text:literal $code:ident;)+) => {
        /// Why the domain refuses. The texts are those of `ErrorReason` in the proto, without the prefix.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason { $($(#[$doc])* $name),+ }

        impl Reason {
            /// Every reason.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Name in the proto's enum, without `ERROR_REASON_`.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// Canonical code.
            pub fn code(self) -> Code {
                match self { $(Self::$name => Code::$code),+ }
            }
        }
    };
}

reasons! {
    /// A field is malformed, missing or out of its range.
    FieldInvalid "FIELD_INVALID" InvalidArgument;
    /// The field can't change after creation.
    FieldImmutable "FIELD_IMMUTABLE" InvalidArgument;
    /// The request id was used with another body.
    RequestIdReused "REQUEST_ID_REUSED" InvalidArgument;
    /// A prefix overlaps a range that the platform keeps for itself.
    CidrReserved "CIDR_RESERVED" FailedPrecondition;
    /// A prefix has a size that the platform refuses.
    CidrSize "CIDR_SIZE" FailedPrecondition;
    /// Two prefixes overlap that must not.
    CidrOverlap "CIDR_OVERLAP" FailedPrecondition;
    /// The service CIDR overlaps the pod CIDR.
    ServiceCidrOverlapsPodCidr "SERVICE_CIDR_OVERLAPS_POD_CIDR" FailedPrecondition;
    /// The service CIDR overlaps a subnet of the network.
    ServiceCidrOverlapsSubnet "SERVICE_CIDR_OVERLAPS_SUBNET" FailedPrecondition;
    /// The DNS address is not inside the service CIDR, or is its first address.
    DnsAddressOutsideServiceCidr "DNS_ADDRESS_OUTSIDE_SERVICE_CIDR" FailedPrecondition;
    /// A prefix is not inside the one that should hold it.
    CidrOutsideParent "CIDR_OUTSIDE_PARENT" FailedPrecondition;
    /// The named resource does not exist.
    ResourceNotFound "RESOURCE_NOT_FOUND" NotFound;
    /// The name is taken by other content.
    ResourceExists "RESOURCE_EXISTS" AlreadyExists;
    /// The resource has children or users.
    ResourceInUse "RESOURCE_IN_USE" FailedPrecondition;
    /// A limit of the platform on a count of resources is reached.
    ResourceLimitReached "RESOURCE_LIMIT_REACHED" ResourceExhausted;
    /// The resource changed since it was read.
    EtagMismatch "ETAG_MISMATCH" Aborted;
    /// The allocation id is live with another request.
    AllocationConflict "ALLOCATION_CONFLICT" AlreadyExists;
    /// The pod's interface has another attachment, and the caller asked not to supersede it.
    OwnerAlreadyAttached "OWNER_ALREADY_ATTACHED" AlreadyExists;
    /// The attachment was released; its id does not come back.
    AttachmentReleased "ATTACHMENT_RELEASED" FailedPrecondition;
    /// The requested address is held.
    AddressInUse "ADDRESS_IN_USE" AlreadyExists;
    /// The requested address is kept by the platform or by a reservation.
    AddressReserved "ADDRESS_RESERVED" FailedPrecondition;
    /// The requested address was released a moment ago.
    AddressCoolingDown "ADDRESS_COOLING_DOWN" FailedPrecondition;
    /// The requested address is not in the pool.
    AddressOutOfPool "ADDRESS_OUT_OF_POOL" OutOfRange;
    /// No address is free in the pool.
    PoolExhausted "POOL_EXHAUSTED" ResourceExhausted;
    /// No block of the pod CIDR is free for another node.
    BlockExhausted "BLOCK_EXHAUSTED" ResourceExhausted;
    /// The subnet has too few free addresses.
    SubnetFull "SUBNET_FULL" ResourceExhausted;
    /// No aligned free block of the wanted length.
    NoContiguousPrefix "NO_CONTIGUOUS_PREFIX" ResourceExhausted;
    /// The node has as many pods as it takes.
    NodePodLimitReached "NODE_POD_LIMIT_REACHED" ResourceExhausted;
    /// The cluster has as many nodes as it may.
    NodeLimitReached "NODE_LIMIT_REACHED" ResourceExhausted;
    /// The node still holds allocations.
    NodeNotEmpty "NODE_NOT_EMPTY" FailedPrecondition;
    /// The node of that name is another machine.
    NodeUidMismatch "NODE_UID_MISMATCH" FailedPrecondition;
    /// The batch has too many items.
    BatchTooLarge "BATCH_TOO_LARGE" InvalidArgument;
    /// Two items of a batch have one key.
    BatchItemDuplicate "BATCH_ITEM_DUPLICATE" InvalidArgument;
    /// The node takes no pods.
    NodeNotActive "NODE_NOT_ACTIVE" FailedPrecondition;
    /// The route table has as many routes as it may.
    RouteTableFull "ROUTE_TABLE_FULL" ResourceExhausted;
    /// The table has a route with this prefix.
    RoutePrefixExists "ROUTE_PREFIX_EXISTS" AlreadyExists;
    /// The route is kept by a cluster.
    RouteManaged "ROUTE_MANAGED" FailedPrecondition;
    /// The route table belongs to another cluster.
    RouteTableShared "ROUTE_TABLE_SHARED" FailedPrecondition;
    /// The subnet is used by another kubenet cluster.
    SubnetNotShareable "SUBNET_NOT_SHAREABLE" FailedPrecondition;
    /// The subnet is delegated to a service.
    SubnetDelegated "SUBNET_DELEGATED" FailedPrecondition;
    /// The resource is of another network.
    NetworkMismatch "NETWORK_MISMATCH" FailedPrecondition;
    /// The outbound type needs a default route that the table does not have.
    DefaultRouteMissing "DEFAULT_ROUTE_MISSING" FailedPrecondition;
    /// The table differs from what the nodes need.
    RouteDrift "ROUTE_DRIFT" FailedPrecondition;
    /// A sweep with an empty list, without saying that this is meant.
    SweepEmptyRefused "SWEEP_EMPTY_REFUSED" FailedPrecondition;
    /// The list of attachments is older than one that came before, or from the future.
    SweepObservationStale "SWEEP_OBSERVATION_STALE" FailedPrecondition;
    /// The revision or time is before what is kept.
    RevisionCompacted "REVISION_COMPACTED" OutOfRange;
    /// The revision is not there yet.
    RevisionInFuture "REVISION_IN_FUTURE" OutOfRange;
    /// Not offered in this version.
    FeatureDisabled "FEATURE_DISABLED" Unimplemented;
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Why.
    pub reason: Reason,
    /// Sentence for people: what is wrong, with figures, and what to do.
    pub message: String,
    /// Every figure of the message by key. Keys once sent stay.
    pub metadata: BTreeMap<&'static str, String>,
    /// The field of the request that is at fault, if one is.
    pub field: Option<String>,
}

impl Rejection {
    /// A refusal with its sentence.
    pub fn new(reason: Reason, message: impl Into<String>) -> Self {
        Self { reason, message: message.into(), metadata: BTreeMap::new(), field: None }
    }

    /// Adds a figure.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl fmt::Display) -> Self {
        self.metadata.insert(key, value.to_string());
        self
    }

    /// Names the platform's own error code (Azure documents or shows it).
    #[must_use]
    pub fn platform(self, code: &'static str) -> Self {
        self.with("platform_code", code)
    }

    /// Names the field at fault.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        let field = field.into();
        if self.reason == Reason::FieldInvalid {
            self.metadata.insert("field", field.clone());
        }
        self.field = Some(field);
        self
    }

    /// A field is malformed, missing or out of its range.
    pub fn invalid(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Reason::FieldInvalid, message).field(field)
    }

    /// The field can't change after creation.
    pub fn immutable(field: &str, advice: &str) -> Self {
        Self::new(Reason::FieldImmutable, format!("{field} can't change after creation; {advice}"))
            .with("field", field)
            .field(field)
    }

    /// The named resource does not exist.
    pub fn not_found(name: &impl fmt::Display) -> Self {
        Self::new(
            Reason::ResourceNotFound,
            format!("{name} does not exist; check the name or create it first"),
        )
        .with("resource", name)
    }

    /// The name is taken.
    pub fn exists(name: &impl fmt::Display) -> Self {
        Self::new(Reason::ResourceExists, format!("{name} exists already; update it, or choose another name"))
            .with("resource", name)
    }

    /// The resource changed since it was read.
    pub fn etag(name: &impl fmt::Display, given: &str, current: &str) -> Self {
        Self::new(
            Reason::EtagMismatch,
            format!(
                "{name} has etag {current}, not {given}: it changed since it was read; read it again and redo"
            ),
        )
        .with("resource", name)
        .with("current_etag", current)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.reason.text(), self.message)
    }
}

impl std::error::Error for Rejection {}
