//! How are addresses of a subnet kept for virtual machines, load balancer frontends and others.

use crate::address::Family;
use crate::command::{Delete, Place, ReservationSpec};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::ipam::usage;
use crate::limits;
use crate::model::Reservation;
use crate::name::ReservationName;
use crate::pool::{Pool, PoolKey};
use crate::prefix::Prefix;
use crate::rejection::{Reason, Rejection};
use crate::security;
use crate::topology::node_addresses::check_public_addresses;
use crate::topology::{refuse_taken, subnet};

/// Reserves an exact block or the next free one.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &ReservationSpec) -> Result<(), Rejection> {
    if draft.state().reservations.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let subnet = subnet::get(draft, &spec.name.subnet_name())?;
    if spec.display_name.len() > limits::TEXT_BYTES_MAX {
        let limit = limits::TEXT_BYTES_MAX;
        return Err(Rejection::invalid("display_name", format!("display_name is longer than {limit} bytes")));
    }
    check_public_addresses(&spec.machine.public_addresses)?;
    security::group::check_use(draft, &subnet.name.network_name(), spec.network_security_group.as_ref())?;
    let family = match spec.place {
        Place::Exact(prefix) => prefix.family(),
        Place::NextFree(family, _) => family,
    };
    let key = PoolKey::Subnet(subnet.name.clone(), family);
    let Some(pool) = draft.state().pool(&key) else {
        let message = format!("{} has no {} prefix", subnet.name, family.word());
        return Err(Rejection::invalid("address_prefix", message));
    };
    let prefix = match spec.place {
        Place::Exact(prefix) => exact(&subnet.name, pool, prefix)?,
        Place::NextFree(family, length) => next_free(&key, pool, family, length)?,
    };
    let reservation = Reservation {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        purpose: spec.purpose,
        prefix,
        display_name: spec.display_name.clone(),
        ip_forwarding: spec.ip_forwarding,
        machine: spec.machine.clone(),
        network_security_group: spec.network_security_group.clone(),
    };
    draft.emit(Event::Reservation(Change::Created(reservation)));
    Ok(())
}

fn exact(subnet: &crate::name::SubnetName, pool: &Pool, prefix: Prefix) -> Result<Prefix, Rejection> {
    let key = PoolKey::Subnet(subnet.clone(), prefix.family());
    let (first, last) = (prefix.first_number(), prefix.last_number());
    if first < pool.low() || last > pool.high() {
        let message = format!("{prefix} is not inside {subnet}; reserve addresses of that subnet");
        return Err(Rejection::new(Reason::AddressOutOfPool, message)
            .with("address", prefix)
            .with("pool", subnet)
            .with("prefixes", usage::prefix_of(&key, pool))
            .field("address_prefix"));
    }
    if let Some((number, status)) = pool.first_taken(first, last) {
        let taken = crate::address::address_of(prefix.family(), number);
        refuse_taken(&status, &taken.to_string(), subnet, "address_prefix")?;
    }
    Ok(prefix)
}

fn next_free(key: &PoolKey, pool: &Pool, family: Family, length: u8) -> Result<Prefix, Rejection> {
    if length > family.bits() {
        let message = format!("an {} prefix has at most {} bits, not {length}", family.word(), family.bits());
        return Err(Rejection::invalid("prefix_length", message));
    }
    let bits = u32::from(family.bits() - length);
    let found = pool.best_fit(bits).and_then(|first| Prefix::from_number(family, first, length));
    found.ok_or_else(|| {
        let name = usage::pool_name(key);
        let largest = usage::largest_free_prefix_length(pool, family);
        let shown = largest.map(|length| length.to_string()).unwrap_or_default();
        let advice = largest
            .map_or_else(|| "nothing is free".to_owned(), |length| format!("the largest is a /{length}"));
        let message =
            format!("no free aligned /{length} is left in {name}: {advice}; ask for a smaller prefix");
        let rejection = Rejection::new(Reason::NoContiguousPrefix, message)
            .with("pool", name)
            .with("wanted_prefix_length", length)
            .with("largest_free_prefix_length", shown);
        usage::figures(rejection, pool)
    })
}

/// Gives reserved addresses back; they cool down.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<ReservationName>) -> Result<(), Rejection> {
    let Some(reservation) = draft.state().reservations.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(reservation.as_ref(), delete.etag.as_ref())?;
    draft.emit(Event::Reservation(Change::Deleted((*reservation).clone())));
    Ok(())
}
