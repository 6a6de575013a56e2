//! Commands of nodes.

use podnet::v1;

use super::{deleted, list_or_watch, mask, note_dry_run, shown};
use crate::args::cluster::{NodeCommand, State};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{NODE, NODE_POOL, split};
use crate::output::routes;

pub(super) async fn run(context: &Context, command: NodeCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        NodeCommand::Create(spec) => {
            let (parent, node_id) = split(&context.name(NODE, &spec.name).await?);
            let pool =
                if spec.pool.contains('/') { spec.pool } else { format!("{parent}/nodePools/{}", spec.pool) };
            let node = v1::Node {
                node_pool: context.name(NODE_POOL, &pool).await?,
                uid: spec.uid,
                addresses: spec.addresses,
                pod_prefixes: spec.pod_prefixes,
                ..Default::default()
            };
            let node = Some(node);
            let request = v1::CreateNodeRequest { parent, node_id, node, request_id, validate_only };
            let response = context.client.call(request).await?;
            finish(context, response.node, &response.route_changes)
        }
        NodeCommand::Get(arg) => {
            let name = context.name(NODE, &arg.name).await?;
            shown(context, context.client.call(v1::GetNodeRequest { name }).await?.node)
        }
        NodeCommand::List { pool, state: wanted, list } => {
            let parent = context.cluster().await?;
            let request = v1::ListNodesRequest {
                parent: parent.clone(),
                node_pool: context.optional_name(NODE_POOL, pool.as_deref()).await?,
                state: state(wanted).into(),
                ..Default::default()
            };
            list_or_watch(context, list, &parent, request).await
        }
        NodeCommand::Update { name, state: wanted, addresses, exclude_from_load_balancer } => {
            let update_mask = mask(&[
                ("state", wanted.is_some()),
                ("addresses", !addresses.is_empty()),
                ("excluded_from_load_balancer", exclude_from_load_balancer.is_some()),
            ])?;
            let node = v1::Node {
                name: context.name(NODE, &name).await?,
                state: state(wanted).into(),
                addresses,
                excluded_from_load_balancer: exclude_from_load_balancer.unwrap_or_default(),
                ..Default::default()
            };
            let request = v1::UpdateNodeRequest { node: Some(node), update_mask, request_id, validate_only };
            let response = context.client.call(request).await?;
            finish(context, response.node, &response.route_changes)
        }
        NodeCommand::Delete { which, force } => {
            let name = context.name(NODE, &which.name).await?;
            let request = v1::DeleteNodeRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                force,
                request_id,
                validate_only,
            };
            let response = context.client.call(request).await?;
            let exit = deleted(context, &name)?;
            context.printer.note(&routes::changes(&response.route_changes));
            if response.released_count > 0 {
                context.printer.note(&format!("{} allocations released\n", response.released_count));
            }
            Ok(exit)
        }
    }
}

/// Prints the node; its routes are told on standard error, as they are not what was asked for.
fn finish(context: &Context, node: Option<v1::Node>, changes: &[v1::RouteChange]) -> Result<Exit, Failure> {
    let node = node.ok_or_else(|| Failure::Render("the answer has no node".into()))?;
    context.printer.one(&node)?;
    context.printer.note(&routes::changes(changes));
    note_dry_run(context);
    Ok(Exit::Ok)
}

fn state(state: Option<State>) -> v1::NodeState {
    match state {
        None => v1::NodeState::Unspecified,
        Some(State::Ready) => v1::NodeState::Ready,
        Some(State::Cordoned) => v1::NodeState::Cordoned,
        Some(State::NotReady) => v1::NodeState::NotReady,
    }
}
