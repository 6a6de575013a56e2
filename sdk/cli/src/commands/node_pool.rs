//! Commands of node pools.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, note_dry_run, shown};
use crate::args::cluster::NodePoolCommand;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{NODE_POOL, SUBNET, split};
use crate::output::routes;
use crate::output::words::{count, id, list};

pub(super) async fn run(context: &Context, command: NodePoolCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        NodePoolCommand::Create(spec) => {
            let (parent, node_pool_id) = split(&context.name(NODE_POOL, &spec.name).await?);
            let os_type = if spec.windows { v1::OsType::Windows } else { v1::OsType::Unspecified };
            let node_pool = v1::NodePool {
                subnet: subnet(context, &parent, &spec.subnet).await?,
                max_pods: spec.max_pods.unwrap_or_default(),
                os_type: os_type.into(),
                surge: spec.surge,
                ..Default::default()
            };
            let node_pool = Some(node_pool);
            let request =
                v1::CreateNodePoolRequest { parent, node_pool_id, node_pool, request_id, validate_only };
            changed(context, context.client.call(request).await?.node_pool)
        }
        NodePoolCommand::Get(arg) => {
            let name = context.name(NODE_POOL, &arg.name).await?;
            shown(context, context.client.call(v1::GetNodePoolRequest { name }).await?.node_pool)
        }
        NodePoolCommand::List(args) => {
            let parent = context.cluster().await?;
            let request = v1::ListNodePoolsRequest { parent: parent.clone(), ..Default::default() };
            list_or_watch(context, args, &parent, request).await
        }
        NodePoolCommand::Update { name, surge } => {
            let name = context.name(NODE_POOL, &name).await?;
            let update_mask = mask(&[("surge", true)])?;
            let node_pool = Some(v1::NodePool { name, surge: Some(surge), ..Default::default() });
            let request = v1::UpdateNodePoolRequest { node_pool, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.node_pool)
        }
        NodePoolCommand::Scale { name, nodes, force, etag } => {
            let name = context.name(NODE_POOL, &name).await?;
            let request =
                v1::ScaleNodePoolRequest { name, node_count: nodes, etag, force, request_id, validate_only };
            let response = context.client.call(request).await?;
            context.printer.message_or("ScaleNodePoolResponse", &response, || scaled(&response))?;
            note_dry_run(context);
            Ok(Exit::Ok)
        }
        NodePoolCommand::Delete(which) => {
            let name = context.name(NODE_POOL, &which.name).await?;
            let request = v1::DeleteNodePoolRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                request_id,
                validate_only,
            };
            context.client.call(request).await?;
            deleted(context, &name)
        }
    }
}

/// A bare id is in the network of the cluster.
async fn subnet(context: &Context, cluster: &str, text: &str) -> Result<String, Failure> {
    if text.contains('/') || context.global.network.is_some() {
        return context.name(SUBNET, text).await;
    }
    let request = v1::GetClusterRequest { name: cluster.to_owned() };
    let network =
        context.client.call(request).await?.cluster.map(|cluster| cluster.network).unwrap_or_default();
    Ok(format!("{network}/subnets/{text}"))
}

/// Nodes that joined and left, and their routes.
fn scaled(response: &v1::ScaleNodePoolResponse) -> String {
    let mut text: String = response
        .nodes_added
        .iter()
        .map(|node| {
            let pods = match node.pod_prefixes.as_slice() {
                [] => count(node.pod_addresses.len() as u64, "pod address", "pod addresses"),
                prefixes => list(prefixes),
            };
            format!("node  + {} {} {pods}\n", id(&node.name), list(&node.addresses))
        })
        .collect();
    text.extend(response.nodes_removed.iter().map(|name| format!("node  - {}\n", id(name))));
    text.push_str(&routes::changes(&response.route_changes));
    let total = response.node_pool.as_ref().map_or(0, |pool| pool.node_count);
    let pool = response.node_pool.as_ref().map_or("pool", |pool| id(&pool.name));
    let revision = response.cursor.as_ref().map_or(0, |cursor| cursor.revision);
    text.extend([format!("{pool} has {} at revision {revision}\n", count(total, "node", "nodes"))]);
    text
}
