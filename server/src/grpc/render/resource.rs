//! How does a change look to a watcher: what happened, to what, and the resource itself?

use std::fmt::Display;

use podnet_core::State;
use podnet_core::event::{Change, Event};
use podnet_core::model::Allocation;
use podnet_core::name::AllocationName;
use podnet_proto::v1 as pb;
use podnet_proto::v1::resource::Resource as Body;

use super::{cluster, ipam, network, network_policy, route, security_group, workload};

/// One change of one resource, before it is filtered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Changed {
    /// What happened.
    pub(crate) kind: pb::WatchEventType,
    /// Kind of the resource.
    pub(crate) of: pb::ResourceKind,
    /// Its name.
    pub(crate) name: String,
    /// The resource.
    pub(crate) body: pb::Resource,
}

macro_rules! resources {
    ($($event:ident $map:ident $body:ident |$state:ident, $value:ident| $render:expr;)+) => {
        /// The changes of one event; `after` is the state at or after its revision, for counts.
        pub(crate) fn of_event(after: &State, event: &Event) -> Vec<Changed> {
            match event {
                $(Event::$event(change) => {
                    let ($state, $value) = (after, change.body());
                    vec![Changed {
                        kind: kind(change),
                        of: pb::ResourceKind::$event,
                        name: $value.name.to_string(),
                        body: pb::Resource { resource: Some(Body::$body($render)) },
                    }]
                })+
                Event::AllocationCreated(allocation) => {
                    vec![of_allocation(pb::WatchEventType::Added, ipam::allocation(allocation))]
                }
                Event::AllocationUpdated(allocation) => {
                    vec![of_allocation(pb::WatchEventType::Modified, ipam::allocation(allocation))]
                }
                Event::AllocationMoved { allocation, superseded, tombstone } => {
                    let mut old = Allocation::clone(allocation);
                    old.name.allocation = superseded.clone();
                    let mut gone = ipam::released(&old, tombstone.released, tombstone);
                    // Its addresses went on to the new attachment and do not cool down.
                    gone.reusable_time = None;
                    vec![
                        of_allocation(pb::WatchEventType::Removed, gone),
                        of_allocation(pb::WatchEventType::Added, ipam::allocation(allocation)),
                    ]
                }
                Event::AllocationReleased { allocation, reusable, tombstone, .. } => {
                    let gone = ipam::released(allocation, *reusable, tombstone);
                    vec![of_allocation(pb::WatchEventType::Removed, gone)]
                }
                Event::AllocationConfirmed(_)
                | Event::ReleaseConfirmed { .. }
                | Event::AttachmentTombstoned { .. }
                | Event::SweepObserved { .. }
                | Event::TimeAdvanced { .. } => Vec::new(),
            }
        }

        /// Whether an event changes a resource of a kind and a name that are looked for. Nothing is rendered for it.
        pub(crate) fn touches(event: &Event, wanted: impl Fn(pb::ResourceKind, &dyn Display) -> bool) -> bool {
            let allocation = |name: &AllocationName| wanted(pb::ResourceKind::Allocation, name);
            match event {
                $(Event::$event(change) => wanted(pb::ResourceKind::$event, &change.body().name),)+
                Event::AllocationCreated(body) | Event::AllocationUpdated(body) => allocation(&body.name),
                Event::AllocationMoved { allocation: body, superseded, .. } => {
                    let old = AllocationName { allocation: superseded.clone(), ..body.name.clone() };
                    allocation(&body.name) || allocation(&old)
                }
                Event::AllocationReleased { allocation: body, .. } => allocation(&body.name),
                Event::AllocationConfirmed(_)
                | Event::ReleaseConfirmed { .. }
                | Event::AttachmentTombstoned { .. }
                | Event::SweepObserved { .. }
                | Event::TimeAdvanced { .. } => false,
            }
        }

        /// The resources of a state that are wanted, by kind and then by name, kind after kind, parents first.
        pub(crate) fn of_state<'a>(
            state: &'a State,
            wanted_kind: impl Fn(pb::ResourceKind) -> bool + Copy + 'a,
            wanted_name: impl Fn(&dyn Display) -> bool + Copy + 'a,
        ) -> impl Iterator<Item = Changed> + 'a {
            std::iter::empty()
                $(.chain(wanted_kind(pb::ResourceKind::$event).then(|| state.$map.values()).into_iter().flatten()
                    .filter(move |value| wanted_name(&value.name)).map(move |value| {
                    let ($state, $value) = (state, value.as_ref());
                    Changed {
                        kind: pb::WatchEventType::Added,
                        of: pb::ResourceKind::$event,
                        name: $value.name.to_string(),
                        body: pb::Resource { resource: Some(Body::$body($render)) },
                    }
                })))+
                .chain(wanted_kind(pb::ResourceKind::Allocation).then(|| state.allocations.values()).into_iter().flatten()
                    .filter(move |value| wanted_name(&value.name)).map(|allocation| {
                    of_allocation(pb::WatchEventType::Added, ipam::allocation(allocation))
                }))
        }
    };
}
resources! {
    Network networks Network |_state, value| network::network(value);
    Subnet subnets Subnet |state, value| network::subnet(state, value);
    Reservation reservations Reservation |_state, value| network::reservation(value);
    RouteTable route_tables RouteTable |state, value| route::route_table(state, value);
    Route routes Route |_state, value| route::route(value);
    Cluster clusters Cluster |state, value| cluster::cluster(state, value);
    NodePool node_pools NodePool |state, value| cluster::node_pool(state, value);
    Node nodes Node |state, value| cluster::node(state, value);
    Service services Service |_state, value| workload::service(value);
    NetworkSecurityGroup network_security_groups NetworkSecurityGroup |_state, value| security_group::group(value);
    Namespace namespaces Namespace |_state, value| network_policy::namespace(value);
    NetworkPolicy network_policies NetworkPolicy |_state, value| network_policy::policy(value);
}

fn kind<T>(change: &Change<T>) -> pb::WatchEventType {
    match change {
        Change::Created(_) => pb::WatchEventType::Added,
        Change::Updated(_) => pb::WatchEventType::Modified,
        Change::Deleted(_) => pb::WatchEventType::Removed,
    }
}

fn of_allocation(kind: pb::WatchEventType, allocation: pb::Allocation) -> Changed {
    Changed {
        kind,
        of: pb::ResourceKind::Allocation,
        name: allocation.name.clone(),
        body: pb::Resource { resource: Some(Body::Allocation(allocation)) },
    }
}

/// Bookkeeping of a resource.
pub(crate) fn meta(resource: &pb::Resource) -> Option<&pb::Meta> {
    match resource.resource.as_ref()? {
        Body::Network(value) => value.meta.as_ref(),
        Body::Subnet(value) => value.meta.as_ref(),
        Body::Reservation(value) => value.meta.as_ref(),
        Body::RouteTable(value) => value.meta.as_ref(),
        Body::Route(value) => value.meta.as_ref(),
        Body::Cluster(value) => value.meta.as_ref(),
        Body::NodePool(value) => value.meta.as_ref(),
        Body::Node(value) => value.meta.as_ref(),
        Body::Allocation(value) => value.meta.as_ref(),
        Body::Service(value) => value.meta.as_ref(),
        Body::NetworkSecurityGroup(value) => value.meta.as_ref(),
        Body::Namespace(value) => value.meta.as_ref(),
        Body::NetworkPolicy(value) => value.meta.as_ref(),
    }
}
