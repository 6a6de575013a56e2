//! How do a tool's routes in a table differ from the list that it wants.
//!
//! A tool other than a cluster names its routes itself, so they are matched by name.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{ChangeKind, DriftClass, RouteChange};
use super::route::{check_next_hop, prefix_exists};
use crate::command::RouteSpec;
use crate::limits;
use crate::meta::Meta;
use crate::model::Route;
use crate::name::RouteTableName;
use crate::rejection::Rejection;
use crate::state::State;

/// The changes that bring the manager's routes to the list, and what is in the way.
pub(super) fn compare(
    state: &State,
    table: &RouteTableName,
    manager: &str,
    desired: &[RouteSpec],
) -> Result<(Vec<RouteChange>, Option<Rejection>), Rejection> {
    check(state, table, manager, desired)?;
    let mut changes = Vec::new();
    let mut conflict = None;
    let routes: BTreeMap<_, _> = state.routes_of(table).map(|route| (&route.name, route)).collect();
    for spec in desired {
        let other =
            routes.values().find(|route| route.prefix == spec.prefix && route.meta.managed_by != manager);
        if let Some(other) = other {
            let reason = format!("{manager} wants this prefix for {}", spec.name);
            let change = RouteChange::new(ChangeKind::KeepForeign, DriftClass::DuplicatePrefix, reason);
            changes.push(change.before(other));
            conflict.get_or_insert_with(|| prefix_exists(&spec.name, other));
            continue;
        }
        let Some(before) = routes.get(&spec.name) else {
            let change = RouteChange::new(
                ChangeKind::Add,
                DriftClass::Missing,
                format!("no route leads to {}", spec.prefix),
            );
            changes.push(change.after(Route {
                name: spec.name.clone(),
                meta: Meta { managed_by: manager.to_owned(), labels: spec.labels.clone(), ..Meta::default() },
                prefix: spec.prefix,
                next_hop: spec.next_hop,
                node: None,
            }));
            continue;
        };
        if before.meta.managed_by != manager {
            conflict.get_or_insert_with(|| Rejection::exists(&spec.name));
            continue;
        }
        let mut after = (***before).clone();
        (after.prefix, after.next_hop) = (spec.prefix, spec.next_hop);
        after.meta.labels.clone_from(&spec.labels);
        if after == ***before {
            continue;
        }
        let (class, reason) = if after.prefix == before.prefix {
            (DriftClass::WrongNextHop, format!("{manager} wants {} and its labels", spec.next_hop.azure()))
        } else {
            (DriftClass::StalePrefix, format!("{manager} wants {}", spec.prefix))
        };
        changes.push(RouteChange::new(ChangeKind::Replace, class, reason).before(before).after(after));
    }
    let kept: BTreeSet<_> = desired.iter().map(|spec| &spec.name).collect();
    let own = routes.values().filter(|route| route.meta.managed_by == manager && !kept.contains(&route.name));
    changes.extend(own.map(|route| {
        let reason = format!("{manager} no longer wants {}", route.prefix);
        RouteChange::new(ChangeKind::Remove, DriftClass::StalePrefix, reason).before(route)
    }));
    Ok((changes, conflict))
}

fn check(
    state: &State,
    table: &RouteTableName,
    manager: &str,
    desired: &[RouteSpec],
) -> Result<(), Rejection> {
    if desired.len() > limits::BATCH_ITEMS_MAX {
        let message =
            format!("desired has {} routes; send at most {}", desired.len(), limits::BATCH_ITEMS_MAX);
        return Err(Rejection::invalid("desired", message));
    }
    let (mut names, mut prefixes) = (BTreeSet::new(), BTreeSet::new());
    for spec in desired {
        let refuse = |what: &str| Err(Rejection::invalid("desired", format!("{}: {what}", spec.name)));
        if spec.name.table_name() != *table {
            return refuse("is a route of another table");
        }
        if spec.node.is_some() || !(spec.managed_by.is_empty() || spec.managed_by == manager) {
            return refuse("leave node out, and managed_by out or at the manager's name");
        }
        if !names.insert(&spec.name) || !prefixes.insert(spec.prefix) {
            return refuse("its name or prefix is in the list twice; send each once");
        }
        check_next_hop(state, table, spec.prefix, spec.next_hop)?;
    }
    Ok(())
}
