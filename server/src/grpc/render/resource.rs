//! How does a change look to a watcher: what happened, to what, and the resource itself?

use podnet_core::State;
use podnet_core::event::{Change, Event};
use podnet_core::model::Allocation;
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

        /// Every resource of a state, kind after kind, parents first.
        pub(crate) fn of_state(state: &State) -> impl Iterator<Item = Changed> + '_ {
            std::iter::empty()
                $(.chain(state.$map.values().map(move |value| {
                    let ($state, $value) = (state, value.as_ref());
                    Changed {
                        kind: pb::WatchEventType::Added,
                        of: pb::ResourceKind::$event,
                        name: $value.name.to_string(),
                        body: pb::Resource { resource: Some(Body::$body($render)) },
                    }
                })))+
                .chain(state.allocations.values().map(|allocation| {
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
