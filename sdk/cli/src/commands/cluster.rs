//! Commands of clusters.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, shown};
use crate::args::cluster::{ClusterCommand, ClusterSpec, Distribution, Management, Mode, Outbound, Tool};
use crate::context::{Context, resource, seconds, set, set_list};
use crate::exit::{Exit, Failure};
use crate::name::{CLUSTER, ROUTE_TABLE, split};

pub(super) async fn run(context: &Context, command: ClusterCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        ClusterCommand::Create(spec) => {
            let cluster_id = split(&context.name(CLUSTER, &spec.name).await?).1;
            let mut cluster = cluster(context, *spec).await?;
            if cluster.network.is_empty() {
                cluster.network = context.network().await?;
            }
            let cluster = Some(cluster);
            let request = v1::CreateClusterRequest { cluster_id, cluster, request_id, validate_only };
            changed(context, context.client.call(request).await?.cluster)
        }
        ClusterCommand::Get(arg) => {
            let name = context.name(CLUSTER, &arg.name).await?;
            shown(context, context.client.call(v1::GetClusterRequest { name }).await?.cluster)
        }
        ClusterCommand::List(args) => {
            list_or_watch(context, args, "", v1::ListClustersRequest::default()).await
        }
        ClusterCommand::Update(spec) => {
            let name = context.name(CLUSTER, &spec.name).await?;
            let update_mask = if spec.file.file.is_some() { None } else { given(&spec)? };
            let cluster = Some(v1::Cluster { name, ..cluster(context, *spec).await? });
            let request = v1::UpdateClusterRequest { cluster, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.cluster)
        }
        ClusterCommand::Delete { which, force } => {
            let name = context.name(CLUSTER, &which.name).await?;
            let request = v1::DeleteClusterRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                force,
                request_id,
                validate_only,
            };
            context.client.call(request).await?;
            deleted(context, &name)
        }
    }
}

/// Fields that were given; the server says which of them can change.
fn given(spec: &ClusterSpec) -> Result<Option<prost_types::FieldMask>, Failure> {
    mask(&[
        ("network_mode", spec.mode.is_some()),
        ("pod_prefixes", !spec.pod_prefixes.is_empty()),
        ("node_prefix_length_ipv4", spec.node_prefix_length.is_some()),
        ("service_prefixes", !spec.service_prefixes.is_empty()),
        ("dns_service_address", spec.dns_service_address.is_some()),
        ("ip_families", spec.dual_stack),
        ("route_table", spec.route_table.is_some()),
        ("route_management", spec.route_management.is_some()),
        ("outbound", spec.outbound_type.is_some() || !spec.outbound_addresses.is_empty()),
        ("inbound_distribution", spec.inbound_distribution.is_some()),
        ("non_masquerade_prefixes", !spec.non_masquerade_prefixes.is_empty()),
        ("provisioning_tool", spec.provisioning_tool.is_some()),
        ("cooldown", spec.cooldown.is_some()),
    ])
}

/// The mode in the contract's words.
pub(super) fn mode(mode: Mode) -> v1::NetworkMode {
    match mode {
        Mode::Kubenet => v1::NetworkMode::Kubenet,
        Mode::AzureCni => v1::NetworkMode::AzureCni,
    }
}

async fn cluster(context: &Context, spec: ClusterSpec) -> Result<v1::Cluster, Failure> {
    let mut cluster: v1::Cluster = resource("Cluster", &spec.file)?;
    set(&mut cluster.network_mode, spec.mode.map(|given| mode(given).into()));
    set_list(&mut cluster.pod_prefixes, spec.pod_prefixes);
    set(&mut cluster.node_prefix_length_ipv4, spec.node_prefix_length);
    set_list(&mut cluster.service_prefixes, spec.service_prefixes);
    set(&mut cluster.dns_service_address, spec.dns_service_address);
    if spec.dual_stack {
        cluster.ip_families = vec![v1::IpFamily::Ipv4.into(), v1::IpFamily::Ipv6.into()];
    }
    if let Some(table) = &spec.route_table {
        cluster.route_table = context.name(ROUTE_TABLE, table).await?;
    }
    let management = |given| match given {
        Management::Managed => v1::RouteManagement::Managed.into(),
        Management::Observed => v1::RouteManagement::Observed.into(),
    };
    set(&mut cluster.route_management, spec.route_management.map(management));
    if spec.outbound_type.is_some() || !spec.outbound_addresses.is_empty() {
        let outbound = cluster.outbound.get_or_insert_default();
        let kind = |given| match given {
            Outbound::LoadBalancer => v1::OutboundType::LoadBalancer.into(),
            Outbound::UserDefinedRouting => v1::OutboundType::UserDefinedRouting.into(),
            Outbound::NatGateway => v1::OutboundType::NatGateway.into(),
            Outbound::None => v1::OutboundType::None.into(),
        };
        set(&mut outbound.r#type, spec.outbound_type.map(kind));
        set_list(&mut outbound.outbound_addresses, spec.outbound_addresses);
    }
    let distribution = |given| match given {
        Distribution::FiveTupleHash => v1::InboundDistribution::FiveTupleHash.into(),
        Distribution::RoundRobin => v1::InboundDistribution::RoundRobin.into(),
    };
    set(&mut cluster.inbound_distribution, spec.inbound_distribution.map(distribution));
    if !spec.non_masquerade_prefixes.is_empty() {
        cluster.non_masquerade_prefixes =
            Some(v1::NonMasqueradePrefixes { prefixes: spec.non_masquerade_prefixes });
    }
    let tool = |given| match given {
        Tool::Portal => v1::ProvisioningTool::Portal.into(),
        Tool::Cli => v1::ProvisioningTool::Cli.into(),
        Tool::Arm => v1::ProvisioningTool::Arm.into(),
    };
    set(&mut cluster.provisioning_tool, spec.provisioning_tool.map(tool));
    if let Some(cooldown) = spec.cooldown {
        cluster.cooldown = Some(seconds(cooldown));
    }
    Ok(cluster)
}
