//! What does a caller get to know of what was done? Answers are functions of the events of a revision.
//!
//! The same events give the same answer, so a repeated request is answered as the first one was (law L5). Counts inside
//! of resources are those of the latest revision.

use std::sync::Arc;

use podnet_core::event::{Change, Event, ReleaseCause};
use podnet_core::meta::Resource;
use podnet_core::model::{NodePool, Subnet};
use podnet_core::name::{NodePoolName, SubnetName};
use podnet_proto::v1 as pb;

use super::{cluster, ipam, network, network_policy, route, security_group, workload};
use crate::engine::{Answer, Snapshot};

/// A mutation that was answered, with the states around it.
#[derive(Debug)]
pub(crate) struct Done {
    /// What the engine answered.
    pub(crate) answer: Answer,
    /// What was published before the request was submitted.
    pub(crate) before: Arc<Snapshot>,
    /// What was published when it was answered: at or after its revision.
    pub(crate) after: Arc<Snapshot>,
}

/// The last body of a kind of resource among the events.
macro_rules! last_body {
    ($name:ident, $event:ident, $message:ident, $doc:literal, |$done:ident, $body:ident| $render:expr) => {
        #[doc = $doc]
        pub(crate) fn $name(&self) -> Option<pb::$message> {
            let $done = self;
            let mut bodies = self.answer.events().iter().rev().filter_map(|event| {
                if let Event::$event(change) = event { Some(change.body()) } else { None }
            });
            bodies.next().map(|$body| $render)
        }
    };
}

impl Done {
    /// Position of the answer.
    pub(crate) fn cursor(&self) -> Option<pb::Cursor> {
        Some(super::cursor_at(self.after.store_id, self.answer.revision()))
    }

    last_body!(network, Network, Network, "The network.", |_done, body| network::network(body));
    last_body!(subnet, Subnet, Subnet, "The subnet.", |done, body| network::subnet(&done.after.state, body));
    last_body!(
        reservation,
        Reservation,
        Reservation,
        "The reservation.",
        |_done, body| network::reservation(body)
    );
    last_body!(route_table, RouteTable, RouteTable, "The route table.", |done, body| {
        route::route_table(&done.after.state, body)
    });
    last_body!(route, Route, Route, "The route.", |_done, body| route::route(body));
    last_body!(cluster, Cluster, Cluster, "The cluster.", |done, body| cluster::cluster(
        &done.after.state,
        body
    ));
    last_body!(service, Service, Service, "The service.", |_done, body| workload::service(body));

    last_body!(
        network_security_group,
        NetworkSecurityGroup,
        NetworkSecurityGroup,
        "The network security group.",
        |_done, body| security_group::group(body)
    );
    last_body!(namespace, Namespace, Namespace, "The namespace.", |_done, body| {
        network_policy::namespace(body)
    });
    last_body!(network_policy, NetworkPolicy, NetworkPolicy, "The network policy.", |_done, body| {
        network_policy::policy(body)
    });

    /// The allocation whose pod is described anew.
    pub(crate) fn updated_allocation(&self) -> Option<pb::Allocation> {
        self.answer.events().iter().rev().find_map(|event| {
            if let Event::AllocationUpdated(body) = event { Some(ipam::allocation(body)) } else { None }
        })
    }

    /// The nodes that were created, changed or shown, in order.
    pub(crate) fn nodes(&self) -> Vec<pb::Node> {
        let bodies = self.answer.events().iter().filter_map(|event| {
            if let Event::Node(Change::Created(node) | Change::Updated(node)) = event {
                Some(node)
            } else {
                None
            }
        });
        bodies.map(|node| cluster::node(&self.after.state, node)).collect()
    }

    /// Names of the nodes that left.
    pub(crate) fn nodes_removed(&self) -> Vec<String> {
        let names = self.answer.events().iter().filter_map(|event| {
            if let Event::Node(Change::Deleted(node)) = event { Some(node.name.to_string()) } else { None }
        });
        names.collect()
    }

    /// The pool that was created, changed or scaled. Scaling in changes nodes only, so the pool is that of the state.
    pub(crate) fn node_pool(&self, name: Option<&NodePoolName>) -> Option<pb::NodePool> {
        let shown =
            self.answer.events().iter().rev().find_map(|event| {
                if let Event::NodePool(change) = event { Some(change.body()) } else { None }
            });
        let state = &self.after.state;
        let of_state = || name.and_then(|name| state.node_pools.get(name)).map(AsRef::as_ref);
        let body: &NodePool = shown.or_else(of_state)?;
        let mut pool = cluster::node_pool(state, body);
        if self.answer.kind == crate::engine::AnswerKind::Validated {
            // The state has not changed; the count is what it would be.
            let joined =
                self.answer.events().iter().filter(|e| matches!(e, Event::Node(Change::Created(_)))).count();
            let left = self.nodes_removed().len();
            let count = pool.node_count as usize + joined;
            pool.node_count = super::count(count.saturating_sub(left));
        }
        Some(pool)
    }

    /// What was done to routes.
    pub(crate) fn route_changes(&self, why: &str) -> Vec<pb::RouteChange> {
        route::changes(&self.before.state, self.answer.events(), why)
    }

    /// Count of allocations that were released.
    pub(crate) fn released_count(&self) -> u32 {
        let released = |event: &&Event| matches!(event, Event::AllocationReleased { .. });
        super::count(self.answer.events().iter().filter(released).count())
    }

    /// One answer for each attachment of an allocate, in the order of the request; without cursors.
    pub(crate) fn allocated(&self) -> Vec<pb::AllocateAddressResponse> {
        let mut superseded = String::new();
        let mut answers = Vec::new();
        for event in self.answer.events() {
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
        let answers = self.answer.events().iter().filter_map(|event| match event {
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

    /// The table that a subnet had before.
    pub(crate) fn previous_route_table(&self, subnet: Option<&SubnetName>) -> String {
        let before = subnet.and_then(|name| self.before.state.subnets.get(name));
        // A repeated request found the new table already; what it had before is not known any more.
        let known =
            before.filter(|before| before.meta.revision < self.answer.revision() || self.shows(before));
        known.and_then(|subnet| subnet.route_table.as_ref()).map(ToString::to_string).unwrap_or_default()
    }

    fn shows(&self, subnet: &Subnet) -> bool {
        self.answer.events().iter().any(|event| {
            if let Event::Subnet(change) = event {
                change.body().name() == subnet.name() && change.body() == subnet
            } else {
                false
            }
        })
    }
}
