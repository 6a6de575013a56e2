//! How does a subnet come, change and go.
//!
//! Prefixes of a subnet can't change: Azure refuses it for a subnet in use, and growing in place duplicated CIDRs
//! elsewhere (cilium#41986). A new subnet and a new pool are the way.

use crate::command::{Delete, SubnetSpec, SubnetUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::Subnet;
use crate::name::SubnetName;
use crate::pool::PoolKey;
use crate::prefix::first_overlap;
use crate::rejection::{Reason, Rejection};
use crate::topology::{cidr, network};
use crate::{routes, security};

/// Creates a subnet.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &SubnetSpec) -> Result<(), Rejection> {
    let name = &spec.name;
    if draft.state().subnets.contains_key(name) {
        return Err(Rejection::exists(name));
    }
    let network = network::get(draft, &name.network_name())?;
    cidr::subnet_prefixes("address_prefixes", &spec.address_prefixes)?;
    if let Some(prefix) = spec.address_prefixes.iter().find(|prefix| !network::holds(&network, prefix)) {
        let message =
            format!("{prefix} is not inside the address space of {}; widen the network first", network.name);
        return Err(Rejection::new(Reason::CidrOutsideParent, message)
            .with("prefix", prefix)
            .with("parent", &network.name)
            .field("address_prefixes"));
    }
    let siblings: Vec<_> = draft.state().subnets_of(&network.name).cloned().collect();
    if siblings.len() >= limits::SUBNETS_PER_NETWORK_MAX {
        let limit = limits::SUBNETS_PER_NETWORK_MAX;
        let message =
            format!("{} has {limit} subnets, the limit of Azure; use another network", network.name);
        return Err(Rejection::new(Reason::ResourceLimitReached, message)
            .with("limit", limit)
            .with("count", siblings.len()));
    }
    for sibling in &siblings {
        if let Some((own, other)) = first_overlap(&spec.address_prefixes, &sibling.address_prefixes) {
            return Err(cidr::overlap(name, own, &sibling.name, other));
        }
    }
    for cluster in draft.state().clusters.values().filter(|cluster| cluster.network == network.name) {
        if let Some((service, own)) = first_overlap(&cluster.service_prefixes, &spec.address_prefixes) {
            return Err(service_overlap(&cluster.name, service, name, own));
        }
    }
    check_cooldown("address_cooldown", spec.cooldown)?;
    security::group::check_use(draft, &network.name, spec.network_security_group.as_ref())?;
    let subnet = Subnet {
        name: name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        address_prefixes: spec.address_prefixes.clone(),
        route_table: None,
        service_endpoints: spec.service_endpoints.clone(),
        delegation: spec.delegation.clone(),
        cooldown: spec.cooldown,
        network_security_group: spec.network_security_group.clone(),
    };
    draft.emit(Event::Subnet(Change::Created(subnet)));
    if let Some(table) = &spec.route_table {
        let wish =
            crate::command::SubnetRouteTable { subnet: name.clone(), table: Some(table.clone()), etag: None };
        routes::association::set(draft, &wish)?;
    }
    Ok(())
}

/// Changes a subnet.
pub(crate) fn update(draft: &mut Draft<'_>, update: &SubnetUpdate) -> Result<(), Rejection> {
    let before = get(draft, &update.name)?;
    check_etag(&before, update.etag.as_ref())?;
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "create another subnet, and a node pool in it"));
    }
    let mut after = before.clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(endpoints) = &update.service_endpoints {
        after.service_endpoints.clone_from(endpoints);
    }
    if let Some(delegation) = &update.delegation {
        if let Some(user) = pool_user(draft, &update.name).filter(|_| !delegation.is_empty()) {
            let message = format!("{} has nodes of {user}; a node subnet can't be delegated", update.name);
            return Err(Rejection::new(Reason::ResourceInUse, message)
                .with("resource", &update.name)
                .with("user", user));
        }
        after.delegation.clone_from(delegation);
    }
    if let Some(cooldown) = update.cooldown {
        check_cooldown("address_cooldown", cooldown)?;
        after.cooldown = cooldown;
    }
    if let Some(group) = &update.network_security_group {
        security::group::check_use(draft, &update.name.network_name(), group.as_ref())?;
        after.network_security_group.clone_from(group);
    }
    draft.update(&before, after, Event::Subnet);
    Ok(())
}

/// Deletes a subnet that nothing is in.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<SubnetName>) -> Result<(), Rejection> {
    let Some(subnet) = draft.state().subnets.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(subnet.as_ref(), delete.etag.as_ref())?;
    if let Some(user) = pool_user(draft, &delete.name) {
        return Err(network::in_use(&delete.name, &user));
    }
    if let Some(reservation) = draft.state().reservations_of(&delete.name).next() {
        return Err(network::in_use(&delete.name, &reservation.name));
    }
    let held = subnet
        .address_prefixes
        .iter()
        .filter_map(|prefix| draft.state().pool(&PoolKey::Subnet(delete.name.clone(), prefix.family())))
        .map(|pool| pool.held_count())
        .sum::<usize>();
    if held > 0 {
        return Err(network::in_use(&delete.name, &format!("{held} held addresses")));
    }
    draft.emit(Event::Subnet(Change::Deleted((*subnet).clone())));
    Ok(())
}

/// The subnet, or a refusal.
pub(crate) fn get(draft: &Draft<'_>, name: &SubnetName) -> Result<Subnet, Rejection> {
    draft.state().subnets.get(name).map(|subnet| (**subnet).clone()).ok_or_else(|| Rejection::not_found(name))
}

/// A cool-down is at most a day.
pub(crate) fn check_cooldown(field: &str, cooldown: std::time::Duration) -> Result<(), Rejection> {
    if cooldown <= limits::COOLDOWN_MAX {
        return Ok(());
    }
    let limit = limits::COOLDOWN_MAX.as_secs();
    let message = format!("{field} of {} s is over the limit of {limit} s", cooldown.as_secs());
    Err(Rejection::invalid(field, message).with("limit_seconds", limit))
}

/// The refusal of a service CIDR that overlaps a subnet.
pub(crate) fn service_overlap(
    cluster: &impl std::fmt::Display,
    service: &crate::prefix::Prefix,
    subnet: &SubnetName,
    prefix: &crate::prefix::Prefix,
) -> Rejection {
    let message = format!(
        "the specified service CIDR {service} of {cluster} is conflicted with an existing subnet CIDR {prefix} ({subnet}); \
         choose a service CIDR outside the virtual network"
    );
    Rejection::new(Reason::ServiceCidrOverlapsSubnet, message)
        .with("name", cluster)
        .with("prefix", service)
        .with("other_prefix", prefix)
        .with("other_name", subnet)
        .platform("ServiceCidrOverlapExistingSubnetsCidr")
        .field("service_prefixes")
}

fn pool_user(draft: &Draft<'_>, name: &SubnetName) -> Option<String> {
    draft.state().node_pools.values().find(|pool| pool.subnet == *name).map(|pool| pool.name.to_string())
}
