//! How does a virtual network come, change and go.

use crate::command::{Delete, NetworkSpec, NetworkUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::{Gateway, Network, Peering};
use crate::name::NetworkName;
use crate::prefix::{Prefix, first_overlap};
use crate::rejection::{Reason, Rejection};
use crate::topology::cidr;

/// Creates a network.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &NetworkSpec) -> Result<(), Rejection> {
    if draft.state().networks.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let network = Network {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        address_prefixes: spec.address_prefixes.clone(),
        gateway: spec.gateway.clone(),
        peerings: spec.peerings.clone(),
    };
    check(&network)?;
    draft.emit(Event::Network(Change::Created(network)));
    Ok(())
}

/// Changes a network; subnets must stay inside its address space.
pub(crate) fn update(draft: &mut Draft<'_>, update: &NetworkUpdate) -> Result<(), Rejection> {
    let before = get(draft, &update.name)?;
    check_etag(&before, update.etag.as_ref())?;
    let mut after = before.clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(prefixes) = &update.address_prefixes {
        after.address_prefixes.clone_from(prefixes);
    }
    if let Some(gateway) = &update.gateway {
        after.gateway.clone_from(gateway);
    }
    if let Some(peerings) = &update.peerings {
        after.peerings.clone_from(peerings);
    }
    check(&after)?;
    for subnet in draft.state().subnets_of(&update.name) {
        for prefix in &subnet.address_prefixes {
            if !after.address_prefixes.iter().any(|space| space.contains_prefix(prefix)) {
                let message = format!(
                    "{} {prefix} would be outside the address space; delete the subnet first",
                    subnet.name
                );
                return Err(Rejection::new(Reason::ResourceInUse, message)
                    .with("resource", &update.name)
                    .with("user", &subnet.name));
            }
        }
    }
    for cluster in draft.state().clusters.values().filter(|cluster| cluster.network == update.name) {
        cidr::cluster_reserved("address_prefixes", &after.address_prefixes)?;
        if let Some((pods, space)) = first_overlap(&cluster.pod_prefixes, &after.address_prefixes) {
            return Err(cidr::overlap(format!("pod CIDR of {}", cluster.name), pods, &update.name, space)
                .platform("NetworkProfileCIDROverlapVNET"));
        }
    }
    draft.update(&before, after, Event::Network);
    Ok(())
}

/// Deletes a network that nothing is in.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<NetworkName>) -> Result<(), Rejection> {
    let Some(network) = draft.state().networks.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(network.as_ref(), delete.etag.as_ref())?;
    let state = draft.state();
    let user = state
        .subnets_of(&delete.name)
        .map(|subnet| subnet.name.to_string())
        .chain(state.route_tables_of(&delete.name).map(|table| table.name.to_string()))
        .chain(state.clusters.values().filter(|c| c.network == delete.name).map(|c| c.name.to_string()))
        .chain(state.network_security_groups_of(&delete.name).map(|group| group.name.to_string()))
        .next();
    if let Some(user) = user {
        return Err(in_use(&delete.name, &user));
    }
    draft.emit(Event::Network(Change::Deleted((*network).clone())));
    Ok(())
}

/// The refusal to delete what something uses.
pub(crate) fn in_use(name: &impl std::fmt::Display, user: &impl std::fmt::Display) -> Rejection {
    Rejection::new(Reason::ResourceInUse, format!("{name} is used by {user}; delete that first"))
        .with("resource", name)
        .with("user", user)
}

/// The network, or a refusal.
pub(crate) fn get(draft: &Draft<'_>, name: &NetworkName) -> Result<Network, Rejection> {
    draft
        .state()
        .networks
        .get(name)
        .map(|network| (**network).clone())
        .ok_or_else(|| Rejection::not_found(name))
}

fn check(network: &Network) -> Result<(), Rejection> {
    count("address_prefixes", network.address_prefixes.len())?;
    cidr::network_prefixes("address_prefixes", &network.address_prefixes)?;
    if let Some(Gateway { on_premises_prefixes, .. }) = &network.gateway {
        count("gateway.on_premises_prefixes", on_premises_prefixes.len())?;
    }
    count("peerings", network.peerings.len())?;
    for (index, peering) in network.peerings.iter().enumerate() {
        check_peering(network, index, peering)?;
    }
    Ok(())
}

fn check_peering(network: &Network, index: usize, peering: &Peering) -> Result<(), Rejection> {
    let field = format!("peerings[{index}]");
    if peering.name.is_empty() || network.peerings[..index].iter().any(|other| other.name == peering.name) {
        return Err(Rejection::invalid(format!("{field}.name"), "each peering needs a name of its own"));
    }
    count(&format!("{field}.remote_prefixes"), peering.remote_prefixes.len())?;
    if let Some((own, remote)) = first_overlap(&network.address_prefixes, &peering.remote_prefixes) {
        return Err(cidr::overlap(&network.name, own, format!("peering {}", peering.name), remote));
    }
    Ok(())
}

fn count(field: &str, count: usize) -> Result<(), Rejection> {
    if count <= limits::PREFIXES_MAX {
        return Ok(());
    }
    let message = format!("{field} has {count} entries; at most {} are allowed", limits::PREFIXES_MAX);
    Err(Rejection::invalid(field, message).with("count", count).with("limit", limits::PREFIXES_MAX))
}

/// Whether a prefix is inside one of a network's address prefixes.
pub(crate) fn holds(network: &Network, prefix: &Prefix) -> bool {
    network.address_prefixes.iter().any(|space| space.contains_prefix(prefix))
}
