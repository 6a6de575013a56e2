//! What would make a table right: the changes, each with the kind of difference and its reason.
//!
//! A plan is made without changing anything; [`super::reconcile`] applies it. Routes of others are listed and kept.

use std::collections::BTreeSet;

use super::ownership::table_user;
use super::route::table_full;
use super::{drift, table, wanted};
use crate::command::Reconcile;
use crate::limits;
use crate::model::{NetworkMode, Route};
use crate::name::{ClusterName, NodeName, RouteName, RouteTableName, SubnetName};
use crate::prefix::Prefix;
use crate::rejection::{Reason, Rejection};
use crate::state::State;

/// What is done with one route or subnet, in the order of application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// A route is taken out.
    Remove,
    /// A route is corrected under its name, or taken over.
    Replace,
    /// A route is put in.
    Add,
    /// A subnet gets the table.
    AssociateTable,
    /// A route of somebody else stays as it is.
    KeepForeign,
}

/// How a table differs from what is needed (aks-networking.md section 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DriftClass {
    /// A prefix that is needed has no route.
    Missing,
    /// The route is for a node that is gone.
    StaleNode,
    /// The route has a prefix that its node does not hold, or that its manager no longer wants.
    StalePrefix,
    /// The prefix is right and the next hop is another; AKS never repairs this.
    WrongNextHop,
    /// The route lies in a pod CIDR, and no node is known for it.
    UnknownNameInPodPrefix,
    /// Another route has the prefix too.
    DuplicatePrefix,
    /// The route is somebody else's.
    ForeignKept,
    /// A subnet with nodes of the cluster has another table, or none.
    TableNotAssociated,
}

/// One change of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteChange {
    /// What is done.
    pub kind: ChangeKind,
    /// Why it has to be.
    pub class: DriftClass,
    /// The route as it is.
    pub before: Option<Route>,
    /// The route as it will be; its revisions are set when the plan is applied.
    pub after: Option<Route>,
    /// The node in question.
    pub node: Option<NodeName>,
    /// The subnet that gets the table.
    pub subnet: Option<SubnetName>,
    /// The reason as a sentence with figures.
    pub reason: String,
}

impl RouteChange {
    pub(super) fn new(kind: ChangeKind, class: DriftClass, reason: String) -> Self {
        Self { kind, class, before: None, after: None, node: None, subnet: None, reason }
    }

    pub(super) fn before(self, route: &Route) -> Self {
        Self { before: Some(route.clone()), node: self.node.or_else(|| route.node.clone()), ..self }
    }

    pub(super) fn after(self, route: Route) -> Self {
        Self { node: self.node.or_else(|| route.node.clone()), after: Some(route), ..self }
    }

    /// The prefix in question.
    pub fn prefix(&self) -> Option<Prefix> {
        self.after.as_ref().or(self.before.as_ref()).map(|route| route.prefix)
    }

    /// The route in question.
    pub fn route(&self) -> Option<&RouteName> {
        self.before.as_ref().or(self.after.as_ref()).map(|route| &route.name)
    }
}

/// What would make a table right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The table.
    pub table: RouteTableName,
    /// Whose routes.
    pub manager: String,
    /// Etag of what the plan rests on.
    pub etag: String,
    /// The changes in order of application, then by prefix and name.
    pub changes: Vec<RouteChange>,
    /// Why the plan can't be applied, if it can't: a route of somebody else is in the way.
    pub conflict: Option<Rejection>,
    /// Routes in the table now.
    pub routes_before: usize,
    /// Routes in the table afterwards.
    pub routes_after: usize,
}

impl Plan {
    /// Count of changes of a kind.
    pub fn count(&self, kind: ChangeKind) -> usize {
        self.changes.iter().filter(|change| change.kind == kind).count()
    }

    /// Routes that the table can still take afterwards; negative if they are too many.
    pub fn headroom(&self) -> i64 {
        limits::ROUTES_PER_TABLE_MAX as i64 - self.routes_after as i64
    }

    /// Whether the table has all that is needed and nothing that is stale.
    pub fn is_clean(&self) -> bool {
        self.conflict.is_none() && self.changes.iter().all(|change| change.kind == ChangeKind::KeepForeign)
    }

    /// Why the plan can't be applied, if it can't.
    pub fn refusal(&self) -> Option<Rejection> {
        let full = || table_full(&self.table, self.routes_before, self.routes_after);
        self.conflict.clone().or_else(|| (self.headroom() < 0).then(full))
    }
}

/// Plans a reconciliation. Without a manager, the cluster that uses the table is meant.
///
/// # Errors
/// A table or cluster that does not exist, a table that the cluster does not use, another etag than the given, and a
/// wanted list that is missing, superfluous or contradicts itself. What only keeps a plan from being applied is part of
/// the plan.
pub fn plan(state: &State, wish: &Reconcile) -> Result<Plan, Rejection> {
    let body = table::get(state, &wish.table)?;
    table::check_table_etag(state, &body, wish.etag.as_ref())?;
    let cluster = if wish.manager.is_empty() {
        Some(table_user(state, &wish.table).ok_or_else(|| no_cluster(&wish.table, None))?)
    } else {
        ClusterName::parse(&wish.manager).ok()
    };
    let manager = cluster.as_ref().map_or_else(|| wish.manager.clone(), ToString::to_string);
    let (mut changes, conflict) = match (&cluster, &wish.desired) {
        (Some(name), None) => {
            let cluster = state.clusters.get(name).ok_or_else(|| Rejection::not_found(name))?;
            if cluster.mode != NetworkMode::Kubenet || cluster.route_table.as_ref() != Some(&wish.table) {
                return Err(no_cluster(&wish.table, Some(name)));
            }
            drift::compare(state, cluster, &wish.table)
        }
        (None, Some(desired)) => wanted::compare(state, &wish.table, &manager, desired)?,
        (Some(name), Some(_)) => {
            let message = format!("the nodes of {name} say which routes it needs; leave desired out");
            return Err(Rejection::invalid("desired", message));
        }
        (None, None) => {
            let message = format!("{manager} is no cluster; say which routes it wants");
            return Err(Rejection::invalid("desired", message));
        }
    };
    keep_foreign(state, wish, &manager, cluster.as_ref(), &mut changes);
    changes.sort_by(|a, b| {
        let key = |c: &RouteChange| (c.kind, c.prefix(), c.route().cloned(), c.subnet.clone());
        key(a).cmp(&key(b))
    });
    let count = |kind| changes.iter().filter(|change: &&RouteChange| change.kind == kind).count();
    let routes_before = state.routes_of(&wish.table).count();
    let routes_after = routes_before + count(ChangeKind::Add) - count(ChangeKind::Remove);
    let etag = table::table_etag(state, &body);
    Ok(Plan { table: wish.table.clone(), manager, etag, changes, conflict, routes_before, routes_after })
}

/// Lists what stays: every route of others that no change is about.
fn keep_foreign(
    state: &State,
    wish: &Reconcile,
    manager: &str,
    cluster: Option<&ClusterName>,
    changes: &mut Vec<RouteChange>,
) {
    let named: BTreeSet<_> =
        changes.iter().filter_map(|change| change.before.as_ref()).map(|r| r.name.clone()).collect();
    let pods =
        cluster.and_then(|name| state.clusters.get(name)).map(|c| c.pod_prefixes.clone()).unwrap_or_default();
    let foreign = state.routes_of(&wish.table).filter(|route| route.meta.managed_by != manager);
    for route in foreign.filter(|route| !named.contains(&route.name)) {
        let inside =
            pods.iter().find(|p| p.contains(route.prefix.first()) || p.contains(route.prefix.last()));
        let (class, reason) = match inside {
            Some(pods) => (
                DriftClass::UnknownNameInPodPrefix,
                format!(
                    "{} lies in the pod CIDR {pods} and is not the cluster's; AKS deletes it, podnet keeps it",
                    route.prefix
                ),
            ),
            None => (DriftClass::ForeignKept, "not a route of the manager".to_owned()),
        };
        changes.push(RouteChange::new(ChangeKind::KeepForeign, class, reason).before(route));
    }
}

fn no_cluster(table: &RouteTableName, cluster: Option<&ClusterName>) -> Rejection {
    let message = match cluster {
        Some(cluster) => {
            format!("{table} is not the route table of {cluster}; name the table of a kubenet cluster")
        }
        None => format!("no kubenet cluster uses {table}; name the table of one"),
    };
    Rejection::new(Reason::NetworkMismatch, message).with("name", table).with("network", table.network_name())
}
