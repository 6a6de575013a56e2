//! What do requests about clusters and node pools ask for?

use std::time::Duration;

use podnet_core::Command;
use podnet_core::address::{Family, parse_address};
use podnet_core::command::{ClusterSpec, ClusterUpdate, NodePoolSpec, NodePoolUpdate, Scale};
use podnet_core::limits::{COOLDOWN_DEFAULT, NODE_PREFIX_LENGTH_V4, NODE_PREFIX_LENGTH_V6};
use podnet_core::model::{
    InboundDistribution, NetworkMode, NetworkPolicyEngine, OsType, Outbound, OutboundType, PodDataPath,
    ProvisioningTool, RouteManagement,
};
use podnet_core::name::{ClusterName, NetworkName, NodePoolName, RouteTableName, SubnetName};
use podnet_core::prefix::Prefix;
use podnet_core::rejection::{Reason, Rejection};
use podnet_proto::v1 as pb;

use super::fields::{Fields, Invalid};
use super::mask::{immutable, meta, mutable, passed, resolve};
use super::network::{etag, group};
use crate::grpc::status::Refusal;

/// Extra nodes of an upgrade when the caller does not say (AKS).
const SURGE_DEFAULT: u32 = 1;

/// Reads `CreateCluster`.
pub(crate) fn create_cluster(request: &pb::CreateClusterRequest) -> Result<Command, Refusal> {
    let mut fields = Fields::default();
    let id = fields.segment("cluster_id", &request.cluster_id);
    let cluster = fields.required("cluster", request.cluster.as_ref());
    let mode = cluster.map(|cluster| mode(&mut fields, cluster.network_mode)).transpose()?.flatten();
    let spec = cluster.and_then(|cluster| fields.nested("cluster", |fields| spec(fields, cluster, mode, id)));
    Ok(fields.finish(|| spec.map(Command::CreateCluster))?)
}

fn spec(
    fields: &mut Fields,
    cluster: &pb::Cluster,
    mode: Option<NetworkMode>,
    id: Option<podnet_core::name::Segment>,
) -> Option<ClusterSpec> {
    let dns = (!cluster.dns_service_address.is_empty()).then(|| parse_address(&cluster.dns_service_address));
    let network = fields.keep("network", NetworkName::parse(&cluster.network));
    let length = |fields: &mut Fields, path: &str, value: u32, default: u8, bits: u32| {
        if value == 0 { Some(default) } else { fields.number(path, value, bits) }
    };
    let v4 =
        length(fields, "node_prefix_length_ipv4", cluster.node_prefix_length_ipv4, NODE_PREFIX_LENGTH_V4, 32);
    let v6 = length(
        fields,
        "node_prefix_length_ipv6",
        cluster.node_prefix_length_ipv6,
        NODE_PREFIX_LENGTH_V6,
        128,
    );
    let tool = match fields.word("provisioning_tool", cluster.provisioning_tool) {
        Some(pb::ProvisioningTool::Portal) => ProvisioningTool::Portal,
        Some(pb::ProvisioningTool::Cli) => ProvisioningTool::Cli,
        Some(pb::ProvisioningTool::Unspecified | pb::ProvisioningTool::Arm) | None => ProvisioningTool::Arm,
    };
    let settings = settings(fields, cluster);
    let families = families(fields, &cluster.ip_families);
    let labels = fields.labels(cluster.meta.as_ref());
    let pod_prefixes = fields.prefixes("pod_prefixes", &cluster.pod_prefixes);
    let service_prefixes = fields.prefixes("service_prefixes", &cluster.service_prefixes);
    let dns_address = dns.and_then(|dns| fields.keep("dns_service_address", dns));
    let route_table = fields.optional_name("route_table", &cluster.route_table, RouteTableName::parse);
    Some(ClusterSpec {
        name: ClusterName { cluster: id? },
        labels,
        network: network?,
        mode: mode?,
        families,
        pod_prefixes,
        node_prefix_length_v4: v4?,
        node_prefix_length_v6: v6?,
        service_prefixes,
        dns_address,
        route_table,
        route_management: settings.route_management,
        outbound: settings.outbound,
        inbound_distribution: settings.inbound_distribution,
        non_masquerade_prefixes: settings.non_masquerade_prefixes,
        provisioning_tool: tool,
        cooldown: settings.cooldown,
        pod_data_path: settings.pod_data_path,
        network_policy_engine: settings.network_policy_engine,
    })
}

/// Reads `UpdateCluster`; `current` is the present cluster.
pub(crate) fn update_cluster(
    request: &pb::UpdateClusterRequest,
    current: Option<&pb::Cluster>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let cluster = fields.required("cluster", request.cluster.as_ref());
    let update = cluster.and_then(|cluster| {
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table(cluster, current));
        fields.nested("cluster", |fields| {
            let labels = fields.labels(cluster.meta.as_ref());
            let settings = settings(fields, cluster);
            Some(ClusterUpdate {
                name: fields.keep("name", ClusterName::parse(&cluster.name))?,
                etag: etag(cluster.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                labels: chosen.pick("meta.labels", labels),
                route_management: chosen.pick("route_management", settings.route_management),
                outbound: chosen.pick("outbound", settings.outbound),
                inbound_distribution: chosen.pick("inbound_distribution", settings.inbound_distribution),
                non_masquerade_prefixes: chosen
                    .pick("non_masquerade_prefixes", settings.non_masquerade_prefixes),
                cooldown: chosen.pick("cooldown", settings.cooldown),
                pod_data_path: chosen.pick("pod_data_path", settings.pod_data_path),
                network_policy_engine: chosen.pick("network_policy_engine", settings.network_policy_engine),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateCluster))
}

fn table(given: &pb::Cluster, current: Option<&pb::Cluster>) -> Vec<super::mask::Field> {
    macro_rules! fixed {
        ($($field:ident),+) => { [$(immutable(stringify!($field), &given.$field, current.map(|c| &c.$field))),+] };
    }
    macro_rules! open {
        ($($field:ident),+) => { [$(mutable(stringify!($field), &given.$field)),+] };
    }
    let fixed = fixed!(
        network,
        network_mode,
        pod_prefixes,
        node_prefix_length_ipv4,
        node_prefix_length_ipv6,
        service_prefixes,
        dns_service_address,
        ip_families,
        route_table,
        provisioning_tool
    );
    let open = open!(
        route_management,
        outbound,
        inbound_distribution,
        non_masquerade_prefixes,
        cooldown,
        pod_data_path,
        network_policy_engine
    );
    let passed = [passed("name"), passed("node_count"), passed("usage"), passed("block_usage")];
    passed.into_iter().chain(fixed).chain(open).chain(meta(given.meta.as_ref())).collect()
}

/// Reads `DeleteCluster`.
pub(crate) fn delete_cluster(request: &pb::DeleteClusterRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, request.force, ClusterName::parse)
        .map(Command::DeleteCluster)
}

/// Reads `CreateNodePool`.
pub(crate) fn create_node_pool(request: &pb::CreateNodePoolRequest) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let parent = fields.keep("parent", ClusterName::parse(&request.parent));
    let id = fields.segment("node_pool_id", &request.node_pool_id);
    let pool = fields.required("node_pool", request.node_pool.as_ref());
    let spec = pool.and_then(|pool| {
        fields.nested("node_pool", |fields| {
            let labels = fields.labels(pool.meta.as_ref());
            let os = match fields.word("os_type", pool.os_type) {
                Some(pb::OsType::Windows) => OsType::Windows,
                Some(pb::OsType::Unspecified | pb::OsType::Linux) | None => OsType::Linux,
            };
            let subnet = fields.keep("subnet", SubnetName::parse(&pool.subnet))?;
            let group = group(fields, &pool.network_security_group);
            Some((labels, os, subnet, group))
        })
    });
    fields.finish(|| {
        let ((labels, os, subnet, group), pool) = (spec?, pool?);
        Some(Command::CreateNodePool(NodePoolSpec {
            name: NodePoolName { cluster: parent?.cluster, pool: id? },
            labels,
            subnet,
            max_pods: (pool.max_pods != 0).then_some(pool.max_pods),
            os,
            surge: pool.surge.unwrap_or(SURGE_DEFAULT),
            network_security_group: group,
        }))
    })
}

/// Reads `UpdateNodePool`; `current` is the present pool.
pub(crate) fn update_node_pool(
    request: &pb::UpdateNodePoolRequest,
    current: Option<&pb::NodePool>,
) -> Result<Command, Invalid> {
    let mut fields = Fields::default();
    let pool = fields.required("node_pool", request.node_pool.as_ref());
    let update = pool.and_then(|pool| {
        let table: Vec<_> = [
            passed("name"),
            immutable("subnet", &pool.subnet, current.map(|c| &c.subnet)),
            immutable("max_pods", &pool.max_pods, current.map(|c| &c.max_pods)),
            immutable("os_type", &pool.os_type, current.map(|c| &c.os_type)),
            mutable("surge", &pool.surge),
            mutable("network_security_group", &pool.network_security_group),
            passed("node_count"),
        ]
        .into_iter()
        .chain(meta(pool.meta.as_ref()))
        .collect();
        let chosen = resolve(&mut fields, request.update_mask.as_ref(), &table);
        fields.nested("node_pool", |fields| {
            let labels = fields.labels(pool.meta.as_ref());
            let group = group(fields, &pool.network_security_group);
            Some(NodePoolUpdate {
                name: fields.keep("name", NodePoolName::parse(&pool.name))?,
                etag: etag(pool.meta.as_ref()),
                immutable: chosen.immutable.clone(),
                labels: chosen.pick("meta.labels", labels),
                surge: chosen.pick("surge", pool.surge.unwrap_or(SURGE_DEFAULT)),
                network_security_group: chosen.pick("network_security_group", group),
            })
        })
    });
    fields.finish(|| update.map(Command::UpdateNodePool))
}

/// Reads `DeleteNodePool`.
pub(crate) fn delete_node_pool(request: &pb::DeleteNodePoolRequest) -> Result<Command, Invalid> {
    super::delete(&request.name, &request.etag, request.allow_missing, false, NodePoolName::parse)
        .map(Command::DeleteNodePool)
}

/// Reads `ScaleNodePool`.
pub(crate) fn scale_node_pool(request: &pb::ScaleNodePoolRequest) -> Result<Command, Invalid> {
    let pool = super::name("name", &request.name, NodePoolName::parse)?;
    let etag = Fields::etag(&request.etag);
    Ok(Command::ScaleNodePool(Scale { pool, node_count: request.node_count, force: request.force, etag }))
}

/// Settings of a cluster that can change.
struct Settings {
    route_management: RouteManagement,
    outbound: Outbound,
    inbound_distribution: InboundDistribution,
    non_masquerade_prefixes: Option<Vec<Prefix>>,
    cooldown: Duration,
    pod_data_path: PodDataPath,
    network_policy_engine: NetworkPolicyEngine,
}

fn settings(fields: &mut Fields, cluster: &pb::Cluster) -> Settings {
    Settings {
        route_management: match fields.word("route_management", cluster.route_management) {
            Some(pb::RouteManagement::Observed) => RouteManagement::Observed,
            Some(pb::RouteManagement::Unspecified | pb::RouteManagement::Managed) | None => {
                RouteManagement::Managed
            }
        },
        outbound: outbound(fields, cluster.outbound.as_ref()),
        inbound_distribution: match fields.word("inbound_distribution", cluster.inbound_distribution) {
            Some(pb::InboundDistribution::RoundRobin) => InboundDistribution::RoundRobin,
            Some(pb::InboundDistribution::Unspecified | pb::InboundDistribution::FiveTupleHash) | None => {
                InboundDistribution::FiveTupleHash
            }
        },
        non_masquerade_prefixes: cluster
            .non_masquerade_prefixes
            .as_ref()
            .map(|list| fields.prefixes("non_masquerade_prefixes.prefixes", &list.prefixes)),
        cooldown: fields.duration("cooldown", cluster.cooldown.as_ref()).unwrap_or(COOLDOWN_DEFAULT),
        pod_data_path: match fields.word("pod_data_path", cluster.pod_data_path) {
            Some(pb::PodDataPath::Bridge) => PodDataPath::Bridge,
            Some(pb::PodDataPath::Unspecified | pb::PodDataPath::Transparent) | None => {
                PodDataPath::Transparent
            }
        },
        network_policy_engine: match fields.word("network_policy_engine", cluster.network_policy_engine) {
            Some(pb::NetworkPolicyEngine::AzureNpm) => NetworkPolicyEngine::AzureNpm,
            Some(pb::NetworkPolicyEngine::Calico) => NetworkPolicyEngine::Calico,
            Some(pb::NetworkPolicyEngine::Cilium) => NetworkPolicyEngine::Cilium,
            Some(pb::NetworkPolicyEngine::Unspecified | pb::NetworkPolicyEngine::None) | None => {
                NetworkPolicyEngine::None
            }
        },
    }
}

fn outbound(fields: &mut Fields, outbound: Option<&pb::Outbound>) -> Outbound {
    let Some(outbound) = outbound else {
        return Outbound { kind: OutboundType::LoadBalancer, addresses: Vec::new(), allocated_ports: 0 };
    };
    fields.nested("outbound", |fields| Outbound {
        kind: match fields.word("type", outbound.r#type) {
            Some(pb::OutboundType::UserDefinedRouting) => OutboundType::UserDefinedRouting,
            Some(pb::OutboundType::NatGateway) => OutboundType::NatGateway,
            Some(pb::OutboundType::None) => OutboundType::None,
            Some(pb::OutboundType::Unspecified | pb::OutboundType::LoadBalancer) | None => {
                OutboundType::LoadBalancer
            }
        },
        addresses: fields.addresses("outbound_addresses", &outbound.outbound_addresses),
        allocated_ports: outbound.allocated_outbound_ports,
    })
}

/// The mode; those that this version does not have are refused as such.
fn mode(fields: &mut Fields, value: i32) -> Result<Option<NetworkMode>, Refusal> {
    let later = |mode: pb::NetworkMode| {
        let word = mode.as_str_name();
        let message = format!("{word} is not offered in this version; use KUBENET or AZURE_CNI");
        Err(Refusal::from(Rejection::new(Reason::FeatureDisabled, message).with("feature", word)))
    };
    match fields.word("cluster.network_mode", value) {
        None => Ok(None),
        Some(pb::NetworkMode::Unspecified | pb::NetworkMode::Kubenet) => Ok(Some(NetworkMode::Kubenet)),
        Some(pb::NetworkMode::AzureCni) => Ok(Some(NetworkMode::AzureCni)),
        Some(mode @ (pb::NetworkMode::AzureCniOverlay | pb::NetworkMode::AzureCniPodSubnet)) => later(mode),
    }
}

fn families(fields: &mut Fields, values: &[i32]) -> Vec<Family> {
    if values.is_empty() {
        return vec![Family::V4];
    }
    let read = |(index, value): (usize, &i32)| {
        let path = format!("ip_families[{index}]");
        let family = super::family(fields, &path, *value);
        if family.is_none() && *value == 0 {
            fields.refuse(path, "is not stated; name IP_FAMILY_IPV4 or IP_FAMILY_IPV6");
        }
        family
    };
    values.iter().enumerate().filter_map(read).collect()
}
