//! What do requests about addresses ask for?

use std::net::IpAddr;

use podnet_core::Command;
use podnet_core::address::{Family, parse_address};
use podnet_core::command::{
    AllocateSpec, AllocationUpdate, Place, ReleaseSpec, ReservationSpec, Supersede, SweepSpec,
};
use podnet_core::meta::Revision;
use podnet_core::model::{Allocation, Appliance, Machine, Owner, Purpose};
use podnet_core::name::{
    AllocationName, ClusterName, NameError, NetworkName, NodeName, ReservationName, SubnetName,
};
use podnet_core::pool::PoolKey;
use podnet_core::prefix::Prefix;
use podnet_core::state::Space;
use podnet_core::time::Timestamp;
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{immutable, meta, mutable, passed, resolve};
use super::network::{etag, group};
use super::network_policy::pod_traits;
use super::node::batch_item;
use crate::grpc::limits::SWEEP_IDS_MAX;
use crate::grpc::render::ipam as show;

/// Interface of a pod when the caller does not say (CNI's usual one).
const INTERFACE_DEFAULT: &str = "eth0";

/// Reads `AllocateAddress`.
pub(crate) fn allocate(request: &pb::AllocateAddressRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let spec = allocate_spec(&mut fields, request, parent.as_ref());
    fields.finish(|| Some(Command::Allocate(vec![spec?])))
}

/// Reads `BatchAllocateAddresses`.
pub(crate) fn batch_allocate(request: &pb::BatchAllocateAddressesRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let read = |(index, item): (usize, &pb::AllocateAddressRequest)| {
        fields.nested(&format!("requests[{index}]"), |fields| {
            batch_item(fields, &item.parent, &request.parent, &item.request_id, item.validate_only);
            allocate_spec(fields, item, parent.as_ref())
        })
    };
    let specs: Option<Vec<_>> = request.requests.iter().enumerate().map(read).collect();
    fields.finish(|| Some(Command::Allocate(specs?)))
}

fn allocate_spec(
    fields: &mut Fields,
    request: &pb::AllocateAddressRequest,
    cluster: Option<&ClusterName>,
) -> Option<AllocateSpec> {
    let id = fields.segment("allocation_id", &request.allocation_id);
    let node = fields.keep("node", NodeName::parse(&request.node));
    if let (Some(node), Some(cluster)) = (&node, cluster)
        && node.cluster_name() != *cluster
    {
        fields.refuse("node", format_args!("is not a node of {cluster}"));
    }
    let owner = owner(fields, request.owner.as_ref());
    let requested_addresses = fields.addresses("requested_addresses", &request.requested_addresses);
    let pod_traits = pod_traits(fields, request.pod_traits.as_ref());
    let supersede = match fields.word("supersede", request.supersede)? {
        pb::Supersede::Unspecified | pb::Supersede::KeepAddress => Supersede::KeepAddress,
        pb::Supersede::NewAddress => Supersede::NewAddress,
        pb::Supersede::Reject => Supersede::Reject,
    };
    Some(AllocateSpec {
        name: AllocationName { cluster: cluster?.cluster.clone(), allocation: id? },
        node: node?.node,
        owner,
        requested_addresses,
        supersede,
        pod_traits,
    })
}

fn owner(fields: &mut Fields, owner: Option<&pb::Owner>) -> Owner {
    let nobody = pb::Owner::default();
    let given = owner.unwrap_or(&nobody);
    fields.nested("owner", |fields| Owner {
        namespace: fields.text("namespace", &given.namespace),
        pod: fields.text("pod", &given.pod),
        pod_uid: fields.text("pod_uid", &given.pod_uid),
        container_id: fields.text("container_id", &given.container_id),
        interface: match fields.text("interface_name", &given.interface_name) {
            empty if empty.is_empty() => INTERFACE_DEFAULT.to_owned(),
            interface => interface,
        },
    })
}

/// Reads `UpdateAllocation`; `current` is the present allocation.
pub(crate) fn update_allocation(
    request: &pb::UpdateAllocationRequest,
    current: Option<&pb::Allocation>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let allocation = fields.required("allocation", request.allocation.as_ref());
    let update = allocation.and_then(|allocation| {
        let table: Vec<_> = [
            passed("name"),
            immutable("node", &allocation.node, current.map(|c| &c.node)),
            immutable("owner", &allocation.owner, current.map(|c| &c.owner)),
            mutable("pod_traits", &allocation.pod_traits),
            passed("pool"),
            passed("addresses"),
            passed("state"),
            passed("reusable_time"),
            passed("release_time"),
        ]
        .into_iter()
        .chain(meta(allocation.meta.as_ref()).into_iter().skip(1))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("allocation", |fields| {
            let traits = pod_traits(fields, allocation.pod_traits.as_ref());
            Some(AllocationUpdate {
                name: fields.keep("name", AllocationName::parse(&allocation.name))?,
                etag: etag(allocation.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                pod_traits: chosen.pick("pod_traits", traits),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateAllocation))
}

/// Reads `ReleaseAddress`.
pub(crate) fn release(request: &pb::ReleaseAddressRequest) -> Result<Command, Invalid> {
    let name = super::name("name", &request.name, AllocationName::parse)?;
    Ok(Command::Release(vec![ReleaseSpec { name, etag: Fields::etag(&request.etag) }]))
}

/// Reads `BatchReleaseAddresses`.
pub(crate) fn batch_release(request: &pb::BatchReleaseAddressesRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let read = |(index, item): (usize, &pb::ReleaseAddressRequest)| {
        fields.nested(&format!("requests[{index}]"), |fields| {
            batch_item(fields, "", &request.parent, &item.request_id, item.validate_only);
            let name = fields.keep("name", AllocationName::parse(&item.name))?;
            if parent.as_ref().is_some_and(|parent| *parent != name.cluster_name()) {
                fields.refuse("name", format_args!("is not an allocation of {}", request.parent));
            }
            Some(ReleaseSpec { name, etag: Fields::etag(&item.etag) })
        })
    };
    let specs: Option<Vec<_>> = request.requests.iter().enumerate().map(read).collect();
    fields.finish(|| Some(Command::Release(specs?)))
}

/// Reads `SweepAllocations`.
pub(crate) fn sweep(request: &pb::SweepAllocationsRequest) -> Result<SweepSpec, Invalid> {
    let mut fields = Fields::default();
    let node = fields.keep("node", NodeName::parse(&request.node));
    let given = fields.timestamp("observed_time", request.observed_time.as_ref());
    if request.observed_time.is_none() {
        fields.refuse("observed_time", "is required; say when the list was begun");
    }
    let count = request.valid_allocation_ids.len();
    if count > SWEEP_IDS_MAX {
        fields.refuse(
            "valid_allocation_ids",
            format_args!("has {count} entries; at most {SWEEP_IDS_MAX} are allowed"),
        );
        return fields.finish(|| None);
    }
    let ids = request.valid_allocation_ids.iter().enumerate();
    let valid =
        ids.filter_map(|(i, id)| fields.segment(format_args!("valid_allocation_ids[{i}]"), id)).collect();
    let allow_empty = request.allow_empty;
    fields.finish(|| Some(SweepSpec { node: node?, valid, observed: given?, allow_empty }))
}

/// Reads `CreateReservation`.
pub(crate) fn create_reservation(request: &pb::CreateReservationRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", SubnetName::parse(&request.parent));
    let id = fields.segment("reservation_id", &request.reservation_id);
    let reservation = fields.required("reservation", request.reservation.as_ref());
    let content = reservation.map(|reservation| {
        fields.nested("reservation", |fields| {
            let labels = fields.labels(reservation.meta.as_ref());
            let purpose = fields.word("purpose", reservation.purpose).map(|purpose| match purpose {
                pb::ReservationPurpose::VirtualMachine => Purpose::VirtualMachine,
                pb::ReservationPurpose::InternalLoadBalancer => Purpose::InternalLoadBalancer,
                pb::ReservationPurpose::PrivateEndpoint => Purpose::PrivateEndpoint,
                pb::ReservationPurpose::Unspecified | pb::ReservationPurpose::Other => Purpose::Other,
            });
            let display_name = fields.text("display_name", &reservation.display_name);
            let machine = machine(fields, reservation);
            let group = group(fields, &reservation.network_security_group);
            (labels, purpose, place(fields, reservation), display_name, machine, group)
        })
    });
    fields.finish(|| {
        let (parent, (labels, purpose, place, display_name, machine, group)) = (parent?, content?);
        Some(Command::CreateReservation(ReservationSpec {
            name: ReservationName { network: parent.network, subnet: parent.subnet, reservation: id? },
            labels,
            purpose: purpose?,
            place: place?,
            display_name,
            ip_forwarding: reservation?.ip_forwarding,
            machine: machine?,
            network_security_group: group,
        }))
    })
}

fn machine(fields: &mut Fields, reservation: &pb::Reservation) -> Option<Machine> {
    let appliance =
        fields.word("appliance_behavior", reservation.appliance_behavior).map(|word| match word {
            pb::ApplianceBehavior::Unspecified => Appliance::Unknown,
            pb::ApplianceBehavior::Router => Appliance::Router,
            pb::ApplianceBehavior::Firewall => Appliance::Firewall,
            pb::ApplianceBehavior::SourceNat => Appliance::SourceNat,
        });
    let public_addresses = fields.addresses("public_addresses", &reservation.public_addresses);
    Some(Machine { stopped: reservation.stopped, appliance: appliance?, public_addresses })
}

fn place(fields: &mut Fields, reservation: &pb::Reservation) -> Option<Place> {
    let family = super::family(fields, "family", reservation.family).unwrap_or(Family::V4);
    if !reservation.address_prefix.is_empty() {
        return fields.keep("address_prefix", Prefix::parse(&reservation.address_prefix)).map(Place::Exact);
    }
    if reservation.prefix_length == 0 {
        fields.refuse("address_prefix", "is required, or the prefix_length of a free prefix to find");
        return None;
    }
    let length = fields.number("prefix_length", reservation.prefix_length, u32::from(family.bits()))?;
    Some(Place::NextFree(family, length))
}

/// Reads `DeleteReservation`.
pub(crate) fn delete_reservation(request: &pb::DeleteReservationRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, ReservationName::parse)
        .map(Command::DeleteReservation)
}

/// A pool as the contract names it: by its cluster, node or subnet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PoolOf {
    /// Pod prefixes of a kubenet cluster.
    Cluster(ClusterName),
    /// Block or secondary addresses of a node.
    Node(NodeName),
    /// A subnet.
    Subnet(SubnetName),
}

impl PoolOf {
    /// Name.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Cluster(name) => name.to_string(),
            Self::Node(name) => name.to_string(),
            Self::Subnet(name) => name.to_string(),
        }
    }

    /// The keys that the pool may have in the state.
    pub(crate) fn keys(&self, family: Family) -> Vec<PoolKey> {
        match self {
            Self::Cluster(name) => vec![PoolKey::PodBlocks(name.clone(), family)],
            Self::Node(name) => {
                vec![PoolKey::NodeBlock(name.clone(), family), PoolKey::NodeAddresses(name.clone(), family)]
            }
            Self::Subnet(name) => vec![PoolKey::Subnet(name.clone(), family)],
        }
    }
}

/// Reads the name of a pool.
pub(crate) fn pool(text: &str) -> Result<PoolOf, Invalid> {
    let cluster = ClusterName::parse(text).map(PoolOf::Cluster);
    let node = || NodeName::parse(text).map(PoolOf::Node);
    let subnet = || SubnetName::parse(text).map(PoolOf::Subnet);
    cluster.or_else(|_| node()).or_else(|_| subnet()).map_err(|_| {
        let shown: String = text.chars().take(80).collect();
        let forms = [ClusterName::PATTERN, NodeName::PATTERN, SubnetName::PATTERN].join("`, `");
        Invalid::one("pool", format!("`{shown}` is no pool; name one as `{forms}`"))
    })
}

/// Reads the network or kubenet cluster that addresses are unique in.
pub(crate) fn space(text: &str) -> Result<Space, Invalid> {
    let network = NetworkName::parse(text).map(Space::Network);
    network.or_else(|_| ClusterName::parse(text).map(Space::Pods)).map_err(|_| {
        let shown: String = text.chars().take(80).collect();
        let forms = [NetworkName::PATTERN, ClusterName::PATTERN].join("` or `");
        Invalid::one("parent", format!("`{shown}` is not of the form `{forms}`"))
    })
}

/// What a list of allocations is restricted to, and how much it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AllocationFilter {
    node: Option<NodeName>,
    namespace: String,
    pod: String,
    pod_uid: String,
    basic: bool,
}

impl AllocationFilter {
    /// Whether an allocation is to be shown.
    pub(crate) fn matches(&self, allocation: &Allocation) -> bool {
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        let owner = allocation.owner();
        self.node.as_ref().is_none_or(|node| node.node == allocation.node)
            && is(&self.namespace, owner.namespace)
            && is(&self.pod, owner.pod)
            && is(&self.pod_uid, owner.pod_uid)
    }

    /// The allocation in the view that was asked for.
    pub(crate) fn render(&self, allocation: &Allocation) -> pb::Allocation {
        if self.basic { show::allocation_basic(allocation) } else { show::allocation(allocation) }
    }
}

/// Reads filter and view of `ListAllocations`.
pub(crate) fn allocation_filter(request: &pb::ListAllocationsRequest) -> Result<AllocationFilter, Invalid> {
    let mut fields = Fields::default();
    let given = request.filter.clone().unwrap_or_default();
    let basic = match fields.word("view", request.view) {
        Some(pb::AllocationView::Basic) => true,
        Some(pb::AllocationView::Unspecified | pb::AllocationView::Full) | None => false,
    };
    let node = fields.nested("filter", |fields| fields.optional_name("node", &given.node, NodeName::parse));
    if node.as_ref().is_some_and(|node| node.cluster_name().to_string() != request.parent) {
        fields.refuse("filter.node", format_args!("is not a node of {}", request.parent));
    }
    let pb::AllocationFilter { namespace, pod, pod_uid, .. } = given;
    fields.finish(|| Some(AllocationFilter { node, namespace, pod, pod_uid, basic }))
}

/// What a list of pools is restricted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PoolFilter {
    /// Cluster or network whose pools are shown; `None` for all.
    pub(crate) parent: Option<Space>,
    kind: pb::PoolKind,
}

impl PoolFilter {
    /// Whether a pool is to be shown.
    pub(crate) fn shows(&self, pool: &pb::AddressPool) -> bool {
        self.kind == pb::PoolKind::Unspecified || pool.kind() == self.kind
    }
}

/// Reads the filter of `ListPools`.
pub(crate) fn pool_filter(request: &pb::ListPoolsRequest) -> Result<PoolFilter, Invalid> {
    let mut fields = Fields::default();
    let kind = fields.word("kind", request.kind);
    let kind = fields.finish(|| kind)?;
    let parent = if request.parent.is_empty() { None } else { Some(space(&request.parent)?) };
    Ok(PoolFilter { parent, kind })
}

/// The families to list: one, or both in order.
pub(crate) fn families(value: i32) -> Result<Vec<Family>, Invalid> {
    let mut fields = Fields::default();
    let family = super::family(&mut fields, "family", value);
    fields.finish(|| Some(family.map_or_else(|| vec![Family::V4, Family::V6], |family| vec![family])))
}

/// Whose history is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Of an address.
    Address(IpAddr),
    /// Of a holder.
    Holder(Holder),
    /// Of a pod.
    Pod(Owner),
}

/// Who may hold an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    Allocation(AllocationName),
    Node(NodeName),
    Reservation(ReservationName),
}

impl Holder {
    fn parse(text: &str) -> Result<Self, NameError> {
        let node = || NodeName::parse(text).map(Self::Node);
        let reservation = || ReservationName::parse(text).map(Self::Reservation);
        // Where it is none of them, what an allocation is called is told: they are asked for mostly.
        AllocationName::parse(text)
            .map(Self::Allocation)
            .or_else(|error| node().or_else(|_| reservation()).map_err(|_| error))
    }
}

/// When it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The whole history that is kept.
    Ever,
    /// At a time.
    At(Timestamp),
    /// At a revision.
    Revision(Revision),
    /// From a time to before another.
    Span(Timestamp, Timestamp),
}

/// A question to the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// Whose.
    pub(crate) subject: Subject,
    /// When.
    pub(crate) moment: Moment,
}

/// Reads subject and moment of `ListAddressHistory`.
pub(crate) fn history(request: &pb::ListAddressHistoryRequest) -> Result<Question, Invalid> {
    use pb::list_address_history_request::{Moment as When, Subject as Whose};
    let mut fields = Fields::default();
    let subject = match &request.subject {
        Some(Whose::Address(text)) => fields.keep("address", parse_address(text)).map(Subject::Address),
        Some(Whose::Allocation(text)) if text.is_empty() => fields.required("allocation", None),
        Some(Whose::Allocation(text)) => fields.keep("allocation", Holder::parse(text)).map(Subject::Holder),
        Some(Whose::Owner(pod)) => {
            if pod.pod_uid.is_empty() && pod.pod.is_empty() {
                fields.refuse("owner", "needs a pod_uid, or namespace and pod");
            }
            Some(Subject::Pod(owner(&mut fields, Some(pod))))
        }
        None => {
            fields.refuse("subject", "is required; give address, allocation or owner");
            None
        }
    };
    let moment = match &request.moment {
        None => Some(Moment::Ever),
        Some(When::AtTime(time)) => fields.timestamp("at_time", Some(time)).map(Moment::At),
        Some(When::AtRevision(revision)) => match u64::try_from(*revision) {
            Ok(revision) => Some(Moment::Revision(Revision(revision))),
            Err(_) => {
                fields.refuse("at_revision", "is negative");
                None
            }
        },
        Some(When::Span(span)) => {
            let start = fields.timestamp("span.start_time", span.start_time.as_ref());
            let end = fields.timestamp("span.end_time", span.end_time.as_ref());
            Some(Moment::Span(start.unwrap_or_default(), end.unwrap_or(Timestamp(u64::MAX))))
        }
    };
    fields.finish(|| Some(Question { subject: subject?, moment: moment? }))
}
