//! What does a caller get to know of what was done? Answers are functions of the events of a revision.
//!
//! The same events give the same answer, so a repeated request is answered as the first one was (law L5). What an answer
//! shows besides them, as counts, is in [`super::around`].

use std::ops::Deref;

use podnet_core::event::{Change, Event, Record, ReleaseCause};
use podnet_proto::v1 as pb;

use super::{ipam, network, network_policy, route, security_group, workload};
use crate::store::StoreId;

/// A mutation that was answered.
#[derive(Debug)]
pub(crate) struct Done<R> {
    /// The facts.
    pub(crate) record: R,
    /// The store.
    pub(crate) store_id: StoreId,
}

/// The last body of a kind of resource among the events.
macro_rules! last_body {
    ($name:ident, $event:ident, $message:ident, $doc:literal, $render:expr) => {
        #[doc = $doc]
        pub(crate) fn $name(&self) -> Option<pb::$message> {
            let mut bodies = self.record.events.iter().rev().filter_map(|event| {
                if let Event::$event(change) = event { Some(change.body()) } else { None }
            });
            bodies.next().map($render)
        }
    };
}

impl<R: Deref<Target = Record>> Done<R> {
    /// Position of the answer.
    pub(crate) fn cursor(&self) -> Option<pb::Cursor> {
        Some(super::cursor_at(self.store_id, self.record.revision))
    }

    last_body!(network, Network, Network, "The network.", network::network);
    last_body!(reservation, Reservation, Reservation, "The reservation.", network::reservation);
    last_body!(route, Route, Route, "The route.", route::route);
    last_body!(service, Service, Service, "The service.", workload::service);
    last_body!(
        network_security_group,
        NetworkSecurityGroup,
        NetworkSecurityGroup,
        "The network security group.",
        security_group::group
    );
    last_body!(namespace, Namespace, Namespace, "The namespace.", network_policy::namespace);
    last_body!(network_policy, NetworkPolicy, NetworkPolicy, "The network policy.", network_policy::policy);

    /// The allocation whose pod is described anew.
    pub(crate) fn updated_allocation(&self) -> Option<pb::Allocation> {
        self.record.events.iter().rev().find_map(|event| {
            if let Event::AllocationUpdated(body) = event { Some(ipam::allocation(body)) } else { None }
        })
    }

    /// Names of the nodes that left.
    pub(crate) fn nodes_removed(&self) -> Vec<String> {
        let names = self.record.events.iter().filter_map(|event| {
            if let Event::Node(Change::Deleted(node)) = event { Some(node.name.to_string()) } else { None }
        });
        names.collect()
    }

    /// Count of allocations that were released.
    pub(crate) fn released_count(&self) -> u32 {
        let released = |event: &&Event| matches!(event, Event::AllocationReleased { .. });
        super::count(self.record.events.iter().filter(released).count())
    }

    /// One answer for each attachment of an allocate, in the order of the request; without cursors.
    pub(crate) fn allocated(&self) -> Vec<pb::AllocateAddressResponse> {
        let mut superseded = String::new();
        let mut answers = Vec::new();
        for event in &self.record.events {
            let (allocation, replayed) = match event {
                Event::AllocationReleased { allocation, cause: ReleaseCause::Superseded, .. } => {
                    superseded = allocation.name.to_string();
                    continue;
                }
                Event::AllocationMoved { allocation, superseded: old, .. } => {
                    let mut name = allocation.name.clone();
                    name.allocation = old.clone();
                    superseded = name.to_string();
                    (allocation, false)
                }
                Event::AllocationCreated(allocation) => (allocation, false),
                Event::AllocationConfirmed(allocation) => (allocation, true),
                Event::AllocationReleased { .. }
                | Event::Network(_)
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
                | Event::NetworkPolicy(_)
                | Event::AllocationUpdated(_)
                | Event::ReleaseConfirmed { .. }
                | Event::AttachmentTombstoned { .. }
                | Event::SweepObserved { .. }
                | Event::TimeAdvanced { .. } => continue,
            };
            answers.push(pb::AllocateAddressResponse {
                allocation: Some(ipam::allocation(allocation)),
                replayed,
                superseded: std::mem::take(&mut superseded),
                cursor: None,
            });
        }
        answers
    }

    /// One answer for each attachment of a release, in the order of the request; without cursors.
    pub(crate) fn released(&self) -> Vec<pb::ReleaseAddressResponse> {
        let answers = self.record.events.iter().filter_map(|event| match event {
            Event::AllocationReleased { allocation, reusable, tombstone, .. } => {
                Some(pb::ReleaseAddressResponse {
                    released: true,
                    allocation: Some(ipam::released(allocation, *reusable, tombstone)),
                    cursor: None,
                })
            }
            Event::ReleaseConfirmed { .. } | Event::AttachmentTombstoned { .. } => {
                Some(pb::ReleaseAddressResponse::default())
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
            | Event::NetworkPolicy(_)
            | Event::AllocationUpdated(_)
            | Event::AllocationCreated(_)
            | Event::AllocationConfirmed(_)
            | Event::AllocationMoved { .. }
            | Event::SweepObserved { .. }
            | Event::TimeAdvanced { .. } => None,
        });
        answers.collect()
    }
}
