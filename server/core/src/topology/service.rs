//! How does a Kubernetes Service come, change and go.

use crate::command::{Delete, ServiceSpec, ServiceUpdate};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::limits::{AFFINITY_DEFAULT, AFFINITY_MAX, AFFINITY_MIN};
use crate::meta::Meta;
use crate::model::{Protocol, Service, ServiceType, SessionAffinity};
use crate::name::ServiceName;
use crate::rejection::Rejection;
use crate::topology::cluster;

/// Creates a Service.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &ServiceSpec) -> Result<(), Rejection> {
    if draft.state().services.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    check(draft, spec)?;
    let meta = draft.new_meta(&spec.labels, "");
    draft.emit(Event::Service(Change::Created(build(spec, meta))));
    Ok(())
}

/// Changes a Service.
pub(crate) fn update(draft: &mut Draft<'_>, update: &ServiceUpdate) -> Result<(), Rejection> {
    let Some(before) = draft.state().services.get(&update.name).cloned() else {
        return Err(Rejection::not_found(&update.name));
    };
    check_etag(before.as_ref(), update.etag.as_ref())?;
    let spec = merged(&before, update);
    check(draft, &spec)?;
    let after = build(&spec, Meta { labels: spec.labels.clone(), ..before.meta.clone() });
    draft.update(before.as_ref(), after, Event::Service);
    Ok(())
}

/// What the Service would be.
fn merged(before: &Service, update: &ServiceUpdate) -> ServiceSpec {
    fn kept<T: Clone>(new: Option<&T>, old: &T) -> T {
        new.unwrap_or(old).clone()
    }
    let (by_client, timeout) = match before.session_affinity {
        SessionAffinity::None => (false, AFFINITY_DEFAULT),
        SessionAffinity::ClientIp(timeout) => (true, timeout),
    };
    let session_affinity = if update.affinity_by_client.unwrap_or(by_client) {
        SessionAffinity::ClientIp(update.affinity_timeout.unwrap_or(timeout))
    } else {
        SessionAffinity::None
    };
    let ranges = update.load_balancer_source_ranges.as_ref();
    ServiceSpec {
        name: before.name.clone(),
        labels: kept(update.labels.as_ref(), &before.meta.labels),
        kind: update.kind.unwrap_or(before.kind),
        cluster_addresses: kept(update.cluster_addresses.as_ref(), &before.cluster_addresses),
        load_balancer_addresses: kept(
            update.load_balancer_addresses.as_ref(),
            &before.load_balancer_addresses,
        ),
        internal: update.internal.unwrap_or(before.internal),
        floating_ip: update.floating_ip.unwrap_or(before.floating_ip),
        ports: kept(update.ports.as_ref(), &before.ports),
        external_traffic_policy: update.external_traffic_policy.unwrap_or(before.external_traffic_policy),
        internal_traffic_policy: update.internal_traffic_policy.unwrap_or(before.internal_traffic_policy),
        session_affinity,
        health_check_node_port: update.health_check_node_port.unwrap_or(before.health_check_node_port),
        load_balancer_source_ranges: kept(ranges, &before.load_balancer_source_ranges),
        endpoints: kept(update.endpoints.as_ref(), &before.endpoints),
    }
}

/// Deletes a Service.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<ServiceName>) -> Result<(), Rejection> {
    let Some(service) = draft.state().services.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(service.as_ref(), delete.etag.as_ref())?;
    draft.emit(Event::Service(Change::Deleted((*service).clone())));
    Ok(())
}

fn check(draft: &Draft<'_>, spec: &ServiceSpec) -> Result<(), Rejection> {
    let cluster = cluster::get(draft, &spec.name.cluster_name())?;
    for (field, count, limit) in [
        ("ports", spec.ports.len(), limits::SERVICE_PORTS_MAX),
        ("endpoints", spec.endpoints.len(), limits::SERVICE_ENDPOINTS_MAX),
    ] {
        if count > limit {
            let message = format!("{field} has {count} entries; at most {limit} are allowed");
            return Err(Rejection::invalid(field, message).with("count", count).with("limit", limit));
        }
    }
    if let SessionAffinity::ClientIp(timeout) = spec.session_affinity
        && !(AFFINITY_MIN..=AFFINITY_MAX).contains(&timeout)
    {
        let message = format!("{timeout:?} is not {AFFINITY_MIN:?} to {AFFINITY_MAX:?}");
        return Err(Rejection::invalid("session_affinity_timeout", message));
    }
    for (index, port) in spec.ports.iter().enumerate() {
        let field = format!("ports[{index}]");
        if port.port == 0 || port.protocol == Protocol::Icmp {
            return Err(Rejection::invalid(
                field,
                "a port has a number from 1 to 65535 and is TCP, UDP or SCTP",
            ));
        }
        let same = |other: &&crate::model::ServicePort| {
            (other.port, other.protocol) == (port.port, port.protocol) || other.name == port.name
        };
        if spec.ports[..index].iter().any(|other| same(&other)) {
            return Err(Rejection::invalid(
                field,
                "each port has a name of its own, and its number once for each protocol",
            ));
        }
    }
    for (index, address) in spec.cluster_addresses.iter().enumerate() {
        if !cluster.service_prefixes.iter().any(|prefix| prefix.contains(*address)) {
            let shown: Vec<_> = cluster.service_prefixes.iter().map(ToString::to_string).collect();
            let message =
                format!("{address} is not inside the service CIDR {} of {}", shown.join(", "), cluster.name);
            return Err(
                Rejection::invalid(format!("cluster_addresses[{index}]"), message).with("address", address)
            );
        }
        let other = draft
            .state()
            .services_of(&cluster.name)
            .find(|other| other.name != spec.name && other.cluster_addresses.contains(address));
        if let Some(other) = other {
            let message = format!("{address} is the address of {}; choose another", other.name);
            return Err(Rejection::new(crate::Reason::AddressInUse, message)
                .with("address", address)
                .with("holder", &other.name)
                .field(format!("cluster_addresses[{index}]")));
        }
    }
    if spec.kind != ServiceType::LoadBalancer && !spec.load_balancer_addresses.is_empty() {
        let message = "only a Service of type LOAD_BALANCER has frontend addresses";
        return Err(Rejection::invalid("load_balancer_addresses", message));
    }
    Ok(())
}

fn build(spec: &ServiceSpec, meta: Meta) -> Service {
    Service {
        name: spec.name.clone(),
        meta,
        kind: spec.kind,
        cluster_addresses: spec.cluster_addresses.clone(),
        load_balancer_addresses: spec.load_balancer_addresses.clone(),
        internal: spec.internal,
        floating_ip: spec.floating_ip,
        ports: spec.ports.clone(),
        external_traffic_policy: spec.external_traffic_policy,
        internal_traffic_policy: spec.internal_traffic_policy,
        session_affinity: spec.session_affinity,
        health_check_node_port: spec.health_check_node_port,
        load_balancer_source_ranges: spec.load_balancer_source_ranges.clone(),
        endpoints: spec.endpoints.clone(),
    }
}
