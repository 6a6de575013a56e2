//! How are events written?

use podnet_core::event::{Change, Event};
use podnet_core::name::AllocationName;
use podnet_core::pool::PoolKey;
use podnet_core::time::Timestamp;
use podnet_proto::store::v1 as stored;
use podnet_proto::store::v1::ChangeKind;
use podnet_proto::store::v1::event::Fact;

use super::scalar::{Code, load_number, name, store_number};
use super::{Malformed, Moment, Stored, required};

impl Stored for Event {
    type Message = stored::Event;

    fn store(&self, moment: Moment) -> stored::Event {
        let (change, fact) = match self {
            Self::Network(change) => change_of(change, moment, Fact::Network),
            Self::Subnet(change) => change_of(change, moment, Fact::Subnet),
            Self::Reservation(change) => change_of(change, moment, Fact::Reservation),
            Self::RouteTable(change) => change_of(change, moment, Fact::RouteTable),
            Self::Route(change) => change_of(change, moment, Fact::Route),
            Self::Cluster(change) => change_of(change, moment, Fact::Cluster),
            Self::NodePool(change) => change_of(change, moment, Fact::NodePool),
            Self::Node(change) => change_of(change, moment, Fact::Node),
            Self::Service(change) => change_of(change, moment, Fact::Service),
            Self::NetworkSecurityGroup(change) => change_of(change, moment, Fact::NetworkSecurityGroup),
            Self::Namespace(change) => change_of(change, moment, Fact::Namespace),
            Self::NetworkPolicy(change) => change_of(change, moment, Fact::NetworkPolicy),
            Self::AllocationCreated(_)
            | Self::AllocationUpdated(_)
            | Self::AllocationConfirmed(_)
            | Self::ReleaseConfirmed { .. }
            | Self::AllocationMoved { .. }
            | Self::AllocationReleased { .. }
            | Self::AttachmentTombstoned { .. }
            | Self::SweepObserved { .. }
            | Self::TimeAdvanced { .. } => (ChangeKind::Unspecified, address_fact(self, moment)),
        };
        stored::Event { change: i32::from(change), fact }
    }

    fn load(message: stored::Event, moment: Moment) -> Result<Self, Malformed> {
        let change = message.change;
        match message.fact.ok_or_else(|| Malformed::new("event.fact", "is missing or not known"))? {
            Fact::Network(body) => change_from(change, body, moment).map(Self::Network),
            Fact::Subnet(body) => change_from(change, body, moment).map(Self::Subnet),
            Fact::Reservation(body) => change_from(change, body, moment).map(Self::Reservation),
            Fact::RouteTable(body) => change_from(change, body, moment).map(Self::RouteTable),
            Fact::Route(body) => change_from(change, body, moment).map(Self::Route),
            Fact::Cluster(body) => change_from(change, body, moment).map(Self::Cluster),
            Fact::NodePool(body) => change_from(change, body, moment).map(Self::NodePool),
            Fact::Node(body) => change_from(change, body, moment).map(Self::Node),
            Fact::Service(body) => change_from(change, body, moment).map(Self::Service),
            Fact::NetworkSecurityGroup(body) => {
                change_from(change, body, moment).map(Self::NetworkSecurityGroup)
            }
            Fact::Namespace(body) => change_from(change, body, moment).map(Self::Namespace),
            Fact::NetworkPolicy(body) => change_from(change, body, moment).map(Self::NetworkPolicy),
            Fact::AllocationUpdated(body) => Stored::load(body, moment).map(Self::AllocationUpdated),
            Fact::AllocationCreated(body) => Stored::load(body, moment).map(Self::AllocationCreated),
            Fact::AllocationConfirmed(body) => Stored::load(body, moment).map(Self::AllocationConfirmed),
            Fact::ReleaseConfirmed(text) => {
                Ok(Self::ReleaseConfirmed { name: name("event.release_confirmed", &text)? })
            }
            Fact::AllocationMoved(moved) => Ok(Self::AllocationMoved {
                allocation: required("event.allocation_moved.allocation", moved.allocation, moment)?,
                superseded: name("event.allocation_moved.superseded", &moved.superseded)?,
                tombstone: required("event.allocation_moved.tombstone", moved.tombstone, moment)?,
            }),
            Fact::AllocationReleased(released) => Ok(Self::AllocationReleased {
                allocation: required("event.allocation_released.allocation", released.allocation, moment)?,
                reusable: Timestamp(released.reusable),
                tombstone: required("event.allocation_released.tombstone", released.tombstone, moment)?,
                cause: Code::of_code("event.allocation_released.cause", released.cause)?,
            }),
            Fact::AttachmentTombstoned(ended) => Ok(Self::AttachmentTombstoned {
                name: name::<AllocationName>("event.attachment_tombstoned.name", &ended.name)?,
                tombstone: required("event.attachment_tombstoned.tombstone", ended.tombstone, moment)?,
            }),
            Fact::SweepObserved(sweep) => Ok(Self::SweepObserved {
                node: name("event.sweep_observed.node", &sweep.node)?,
                suspects: sweep
                    .suspects
                    .iter()
                    .map(|id| name("event.sweep_observed.suspects", id))
                    .collect::<Result<_, _>>()?,
                observed: Timestamp(sweep.observed),
            }),
            Fact::TimeAdvanced(advanced) => {
                let number = |thawed: stored::PoolNumber| {
                    let pool: PoolKey = required("event.time_advanced.pool", thawed.pool, moment)?;
                    Ok((pool, load_number("event.time_advanced.number", &thawed.number)?))
                };
                let thawed = advanced.thawed.into_iter().map(number).collect::<Result<_, Malformed>>()?;
                Ok(Self::TimeAdvanced { thawed })
            }
        }
    }
}

/// The facts that are no change of a resource.
fn address_fact(event: &Event, moment: Moment) -> Option<Fact> {
    match event {
        Event::AllocationCreated(allocation) => Some(Fact::AllocationCreated(allocation.store(moment))),
        Event::AllocationConfirmed(allocation) => Some(Fact::AllocationConfirmed(allocation.store(moment))),
        Event::ReleaseConfirmed { name } => Some(Fact::ReleaseConfirmed(name.to_string())),
        Event::AllocationUpdated(allocation) => Some(Fact::AllocationUpdated(allocation.store(moment))),
        Event::AllocationMoved { allocation, superseded, tombstone } => {
            Some(Fact::AllocationMoved(stored::AllocationMoved {
                allocation: Some(allocation.store(moment)),
                superseded: superseded.to_string(),
                tombstone: Some(tombstone.store(moment)),
            }))
        }
        Event::AllocationReleased { allocation, reusable, tombstone, cause } => {
            Some(Fact::AllocationReleased(stored::AllocationReleased {
                allocation: Some(allocation.store(moment)),
                reusable: reusable.0,
                tombstone: Some(tombstone.store(moment)),
                cause: cause.code(),
            }))
        }
        Event::AttachmentTombstoned { name, tombstone } => {
            let (name, tombstone) = (name.to_string(), Some(tombstone.store(moment)));
            Some(Fact::AttachmentTombstoned(stored::AttachmentTombstoned { name, tombstone }))
        }
        Event::SweepObserved { node, observed, suspects } => {
            Some(Fact::SweepObserved(stored::SweepObserved {
                node: node.to_string(),
                suspects: suspects.iter().map(ToString::to_string).collect(),
                observed: observed.0,
            }))
        }
        Event::TimeAdvanced { thawed } => {
            let number = |(pool, number): &(PoolKey, u128)| stored::PoolNumber {
                pool: Some(pool.store(moment)),
                number: store_number(*number),
            };
            Some(Fact::TimeAdvanced(stored::TimeAdvanced { thawed: thawed.iter().map(number).collect() }))
        }
        Event::Network(_)
        | Event::Subnet(_)
        | Event::Reservation(_)
        | Event::RouteTable(_)
        | Event::Route(_)
        | Event::Cluster(_)
        | Event::NodePool(_)
        | Event::Node(_)
        | Event::Service(_)
        | Event::NetworkSecurityGroup(_)
        | Event::Namespace(_)
        | Event::NetworkPolicy(_) => None,
    }
}

fn change_of<T: Stored>(
    change: &Change<T>,
    moment: Moment,
    fact: impl FnOnce(T::Message) -> Fact,
) -> (ChangeKind, Option<Fact>) {
    let kind = match change {
        Change::Created(_) => ChangeKind::Created,
        Change::Updated(_) => ChangeKind::Updated,
        Change::Deleted(_) => ChangeKind::Deleted,
    };
    (kind, Some(fact(change.body().store(moment))))
}

fn change_from<T: Stored>(kind: i32, body: T::Message, moment: Moment) -> Result<Change<T>, Malformed> {
    let body = T::load(body, moment)?;
    match ChangeKind::try_from(kind) {
        Ok(ChangeKind::Created) => Ok(Change::Created(body)),
        Ok(ChangeKind::Updated) => Ok(Change::Updated(body)),
        Ok(ChangeKind::Deleted) => Ok(Change::Deleted(body)),
        Ok(ChangeKind::Unspecified) | Err(_) => {
            Err(Malformed::new("event.change", format_args!("{kind} is not known")))
        }
    }
}
