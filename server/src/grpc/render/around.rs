//! What do answers show besides their events: counts and earlier contents, as of their own revision.
//!
//! Rendered once, by the writer, and kept with the revision; see [`crate::engine::Render`].

use std::ops::Deref;

use podnet_core::State;
use podnet_core::event::{Change, Event, Record};
use podnet_core::model::NodePool;
use podnet_core::name::{NodePoolName, SubnetName};
use podnet_proto::v1 as pb;

use super::answer::Done;
use super::{cluster, network, optional, route};
use crate::engine::{AnswerKind, Decided};

/// A mutation with the states around it.
#[derive(Debug)]
pub(crate) struct Around<'a> {
    done: Done<&'a Record>,
    /// What came of the request.
    pub(crate) kind: AnswerKind,
    /// What the command found.
    pub(crate) before: &'a State,
    /// What it left; of a dry run, what it would leave.
    pub(crate) after: &'a State,
}

impl<'a> Deref for Around<'a> {
    type Target = Done<&'a Record>;

    fn deref(&self) -> &Self::Target {
        &self.done
    }
}

impl<'a> From<&Decided<'a>> for Around<'a> {
    fn from(decided: &Decided<'a>) -> Self {
        let Decided { kind, record, before, after, store_id } = *decided;
        Self { done: Done { record, store_id }, kind, before, after }
    }
}

/// The last body of a kind of resource among the events.
macro_rules! last_body {
    ($name:ident, $event:ident, $message:ident, $doc:literal, $render:expr) => {
        #[doc = $doc]
        pub(crate) fn $name(&self) -> Option<pb::$message> {
            let mut bodies = self.record.events.iter().rev().filter_map(|event| {
                if let Event::$event(change) = event { Some(change.body()) } else { None }
            });
            bodies.next().map(|body| $render(self.after, body))
        }
    };
}

impl Around<'_> {
    last_body!(subnet, Subnet, Subnet, "The subnet.", network::subnet);
    last_body!(route_table, RouteTable, RouteTable, "The route table.", route::route_table);
    last_body!(cluster, Cluster, Cluster, "The cluster.", cluster::cluster);

    /// The nodes that were created, changed or shown, in order.
    pub(crate) fn nodes(&self) -> Vec<pb::Node> {
        let bodies = self.record.events.iter().filter_map(|event| {
            if let Event::Node(Change::Created(node) | Change::Updated(node)) = event {
                Some(node)
            } else {
                None
            }
        });
        bodies.map(|node| cluster::node(self.after, node)).collect()
    }

    /// The pool that was created, changed or scaled. Scaling in changes nodes only, so the pool is that of the state.
    pub(crate) fn node_pool(&self, name: Option<&NodePoolName>) -> Option<pb::NodePool> {
        let shown =
            self.record.events.iter().rev().find_map(|event| {
                if let Event::NodePool(change) = event { Some(change.body()) } else { None }
            });
        let of_state = || name.and_then(|name| self.after.node_pools.get(name)).map(AsRef::as_ref);
        let body: &NodePool = shown.or_else(of_state)?;
        Some(cluster::node_pool(self.after, body))
    }

    /// What was done to routes.
    pub(crate) fn route_changes(&self, why: &str) -> Vec<pb::RouteChange> {
        route::changes(self.before, &self.record.events, why)
    }

    /// The table that a subnet had before.
    pub(crate) fn previous_route_table(&self, subnet: Option<&SubnetName>) -> String {
        let before = subnet.and_then(|name| self.before.subnets.get(name));
        optional(before.and_then(|subnet| subnet.route_table.as_ref()))
    }
}
