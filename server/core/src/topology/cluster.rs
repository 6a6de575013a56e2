//! How does a cluster come, change and go.

use crate::address::{Family, address_of};
use crate::command::{ClusterSpec, ClusterUpdate, Delete};
use crate::decide::{Draft, check_etag};
use crate::event::{Change, Event};
use crate::limits;
use crate::model::{Cluster, NetworkMode, RouteManagement};
use crate::name::ClusterName;
use crate::prefix::{Prefix, first_overlap};
use crate::rejection::{Reason, Rejection};
use crate::topology::{cidr, network, outbound, subnet};
use crate::{routes, security};

/// Default pod CIDR of a family in kubenet. AKS documents the IPv4 one; its IPv6 one is a /64, which holds a single
/// node block, so podnet takes the /48 around it.
const POD_PREFIX_DEFAULT: [&str; 2] = ["10.244.0.0/16", "fd12:3456:789a::/48"];
/// Default service CIDR of a family (AKS).
const SERVICE_PREFIX_DEFAULT: [&str; 2] = ["10.0.0.0/16", "fd12:3456:789b:1::/108"];
/// The DNS Service is the tenth address of the service CIDR (AKS).
const DNS_OFFSET: u128 = 10;

fn defaults(texts: [&str; 2], families: &[Family]) -> Vec<Prefix> {
    texts
        .iter()
        .filter_map(|text| Prefix::parse(text).ok())
        .filter(|p| families.contains(&p.family()))
        .collect()
}

/// Creates a cluster.
pub(crate) fn create(draft: &mut Draft<'_>, spec: &ClusterSpec) -> Result<(), Rejection> {
    if draft.state().clusters.contains_key(&spec.name) {
        return Err(Rejection::exists(&spec.name));
    }
    let network = network::get(draft, &spec.network)?;
    if spec.families != [Family::V4] && spec.families != [Family::V4, Family::V6] {
        return Err(Rejection::invalid("ip_families", "ip_families is IPv4, or IPv4 and IPv6 in this order"));
    }
    let or_default = |given: &[Prefix], texts| {
        if given.is_empty() { defaults(texts, &spec.families) } else { given.to_vec() }
    };
    let service_prefixes = or_default(&spec.service_prefixes, SERVICE_PREFIX_DEFAULT);
    cidr::service_prefixes(&service_prefixes, &spec.families)?;
    let pod_prefixes = match spec.mode {
        NetworkMode::Kubenet => or_default(&spec.pod_prefixes, POD_PREFIX_DEFAULT),
        NetworkMode::AzureCni => check_azure_cni(spec)?,
    };
    let dns_address = match (spec.dns_address, service_prefixes.first()) {
        (None, Some(prefix)) if prefix.size() > DNS_OFFSET => {
            address_of(prefix.family(), prefix.first_number() + DNS_OFFSET)
        }
        (None, _) => {
            return Err(Rejection::invalid(
                "dns_service_address",
                "the service CIDR has no tenth address; name one",
            ));
        }
        (Some(address), _) => address,
    };
    cidr::dns_address(dns_address, &service_prefixes)?;
    cidr::cluster_reserved("network", &network.address_prefixes)?;
    if let Some((pods, service)) = first_overlap(&pod_prefixes, &service_prefixes) {
        return Err(Rejection {
            reason: Reason::ServiceCidrOverlapsPodCidr,
            ..cidr::overlap("service_prefixes", service, "pod_prefixes", pods)
        });
    }
    let cluster = Cluster {
        name: spec.name.clone(),
        meta: draft.new_meta(&spec.labels, ""),
        network: spec.network.clone(),
        mode: spec.mode,
        families: spec.families.clone(),
        pod_prefixes,
        node_prefix_length_v4: spec.node_prefix_length_v4,
        node_prefix_length_v6: spec.node_prefix_length_v6,
        service_prefixes,
        dns_address,
        route_table: spec.route_table.clone(),
        route_management: spec.route_management,
        outbound: spec.outbound.clone(),
        inbound_distribution: spec.inbound_distribution,
        non_masquerade_prefixes: spec.non_masquerade_prefixes.clone(),
        provisioning_tool: spec.provisioning_tool,
        cooldown: spec.cooldown,
        pod_data_path: spec.pod_data_path,
        network_policy_engine: spec.network_policy_engine,
    };
    if cluster.mode == NetworkMode::Kubenet {
        cidr::pod_prefixes(&cluster.pod_prefixes, &cluster.families, |family| {
            cluster.node_prefix_length(family)
        })?;
        if let Some((pods, space)) = first_overlap(&cluster.pod_prefixes, &network.address_prefixes) {
            return Err(cidr::overlap("pod_prefixes", pods, &network.name, space)
                .platform("NetworkProfileCIDROverlapVNET"));
        }
    }
    for subnet in draft.state().subnets_of(&spec.network) {
        if let Some((service, own)) = first_overlap(&cluster.service_prefixes, &subnet.address_prefixes) {
            return Err(subnet::service_overlap(&cluster.name, service, &subnet.name, own));
        }
    }
    check_settings(&cluster)?;
    if let Some(table) = &cluster.route_table {
        routes::managed::check_brought_table(draft.state(), &cluster, table)?;
    }
    draft.emit(Event::Cluster(Change::Created(cluster)));
    Ok(())
}

fn check_azure_cni(spec: &ClusterSpec) -> Result<Vec<Prefix>, Rejection> {
    let refuse = |field: &str, message: &str| {
        Rejection::new(Reason::FieldInvalid, message).with("network_mode", "AZURE_CNI").field(field)
    };
    if !spec.pod_prefixes.is_empty() {
        return Err(refuse(
            "pod_prefixes",
            "pods of AZURE_CNI get addresses of the node subnet; leave pod_prefixes empty",
        ));
    }
    if spec.families.contains(&Family::V6) {
        return Err(refuse(
            "ip_families",
            "AZURE_CNI with node subnets is IPv4 only; use KUBENET for dual stack",
        ));
    }
    if spec.route_table.is_some() {
        return Err(refuse(
            "route_table",
            "AZURE_CNI needs no route table; associate user tables with the subnet",
        ));
    }
    if spec.route_management == RouteManagement::Observed {
        return Err(refuse(
            "route_management",
            "AZURE_CNI keeps no routes; leave route_management at its default",
        ));
    }
    Ok(Vec::new())
}

/// Changes a cluster. Mode and address ranges stay (law L13).
pub(crate) fn update(draft: &mut Draft<'_>, update: &ClusterUpdate) -> Result<(), Rejection> {
    let before = get(draft, &update.name)?;
    check_etag(&before, update.etag.as_ref())?;
    if let Some(field) = update.immutable.first() {
        return Err(Rejection::immutable(field, "create another cluster and move the workload"));
    }
    let mut after = before.clone();
    if let Some(labels) = &update.labels {
        after.meta.labels.clone_from(labels);
    }
    if let Some(outbound) = &update.outbound {
        after.outbound.clone_from(outbound);
        for pool in draft.state().node_pools_of(&update.name) {
            if let Some(subnet) = draft.state().subnets.get(&pool.subnet) {
                routes::association::check_default_route(draft.state(), &after, subnet)?;
            }
        }
    }
    if let Some(distribution) = update.inbound_distribution {
        after.inbound_distribution = distribution;
    }
    if let Some(prefixes) = &update.non_masquerade_prefixes {
        after.non_masquerade_prefixes.clone_from(prefixes);
    }
    if let Some(cooldown) = update.cooldown {
        after.cooldown = cooldown;
    }
    if let Some(path) = update.pod_data_path {
        after.pod_data_path = path;
    }
    if let Some(engine) = update.network_policy_engine {
        after.network_policy_engine = engine;
        for pool in draft.state().node_pools_of(&update.name) {
            security::engine::check_os(&after, pool.os)?;
        }
    }
    if let Some(management) = update.route_management {
        if before.mode == NetworkMode::AzureCni && management == RouteManagement::Observed {
            let message = "AZURE_CNI keeps no routes; leave route_management at its default";
            return Err(Rejection::new(Reason::FieldInvalid, message).field("route_management"));
        }
        if management == RouteManagement::Managed && before.route_management == RouteManagement::Observed {
            routes::reconcile::refuse_drift(draft.state(), &before)?;
        }
        after.route_management = management;
    }
    check_settings(&after)?;
    outbound::check_nodes(&after.outbound, draft.state().nodes_of(&update.name).count())?;
    draft.update(&before, after, Event::Cluster);
    Ok(())
}

fn check_settings(cluster: &Cluster) -> Result<(), Rejection> {
    security::engine::check_mode(cluster)?;
    outbound::check(&cluster.outbound)?;
    subnet::check_cooldown("cooldown", cluster.cooldown)?;
    let count = cluster.non_masquerade_prefixes.as_ref().map_or(0, Vec::len);
    if count > limits::NON_MASQUERADE_PREFIXES_MAX {
        let limit = limits::NON_MASQUERADE_PREFIXES_MAX;
        let message =
            format!("non_masquerade_prefixes has {count} entries; ip-masq-agent takes at most {limit}");
        return Err(Rejection::invalid("non_masquerade_prefixes", message).with("limit", limit));
    }
    Ok(())
}

/// Deletes a cluster without node pools, and the route table that it made for itself.
pub(crate) fn delete(draft: &mut Draft<'_>, delete: &Delete<ClusterName>) -> Result<(), Rejection> {
    let Some(cluster) = draft.state().clusters.get(&delete.name).cloned() else {
        return if delete.allow_missing { Ok(()) } else { Err(Rejection::not_found(&delete.name)) };
    };
    check_etag(cluster.as_ref(), delete.etag.as_ref())?;
    if let Some(pool) = draft.state().node_pools_of(&delete.name).next() {
        return Err(network::in_use(&delete.name, &pool.name));
    }
    let services: Vec<_> = draft.state().services_of(&delete.name).cloned().collect();
    if let Some(service) = services.first()
        && !delete.force
    {
        return Err(network::in_use(&delete.name, &service.name));
    }
    security::refuse_cluster_in_use(draft, &delete.name, delete.force)?;
    for service in services {
        draft.emit(Event::Service(Change::Deleted((*service).clone())));
    }
    security::cluster_left(draft, &delete.name);
    routes::managed::cluster_left(draft, &cluster);
    draft.emit(Event::Cluster(Change::Deleted((*cluster).clone())));
    Ok(())
}

/// The cluster, or a refusal.
pub(crate) fn get(draft: &Draft<'_>, name: &ClusterName) -> Result<Cluster, Rejection> {
    draft
        .state()
        .clusters
        .get(name)
        .map(|cluster| (**cluster).clone())
        .ok_or_else(|| Rejection::not_found(name))
}
