//! Commands of route tables.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, note_dry_run, shown};
use crate::args::route::RouteTableCommand;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{ROUTE_TABLE, SUBNET, split};
use crate::output::words::short;

pub(super) async fn run(context: &Context, command: RouteTableCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        RouteTableCommand::Create(spec) => {
            let (parent, route_table_id) = split(&context.name(ROUTE_TABLE, &spec.name).await?);
            let disable_bgp_route_propagation = spec.disable_bgp_route_propagation.unwrap_or_default();
            let route_table = Some(v1::RouteTable { disable_bgp_route_propagation, ..Default::default() });
            let request = v1::CreateRouteTableRequest {
                parent,
                route_table_id,
                route_table,
                request_id,
                validate_only,
            };
            changed(context, context.client.call(request).await?.route_table)
        }
        RouteTableCommand::Get(arg) => {
            let name = context.name(ROUTE_TABLE, &arg.name).await?;
            shown(context, context.client.call(v1::GetRouteTableRequest { name }).await?.route_table)
        }
        RouteTableCommand::List(args) => {
            let parent = context.network().await?;
            let request = v1::ListRouteTablesRequest { parent: parent.clone(), ..Default::default() };
            list_or_watch(context, args, &parent, request).await
        }
        RouteTableCommand::Update(spec) => {
            let name = context.name(ROUTE_TABLE, &spec.name).await?;
            let given = spec.disable_bgp_route_propagation;
            let update_mask = mask(&[("disable_bgp_route_propagation", given.is_some())])?;
            let disable_bgp_route_propagation = given.unwrap_or_default();
            let route_table =
                Some(v1::RouteTable { name, disable_bgp_route_propagation, ..Default::default() });
            let request = v1::UpdateRouteTableRequest { route_table, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.route_table)
        }
        RouteTableCommand::Associate { table, subnet, etag } => {
            let route_table = context.name(ROUTE_TABLE, &table).await?;
            let (network, _) = split(&route_table);
            let subnet = if subnet.contains('/') { subnet } else { format!("{network}/subnets/{subnet}") };
            associate(context, &subnet, route_table, etag).await
        }
        RouteTableCommand::Dissociate { subnet, etag } => {
            associate(context, &subnet, String::new(), etag).await
        }
        RouteTableCommand::Delete(which) => {
            let name = context.name(ROUTE_TABLE, &which.name).await?;
            let request = v1::DeleteRouteTableRequest {
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

/// An empty table takes the present one away.
async fn associate(
    context: &Context,
    subnet: &str,
    route_table: String,
    etag: String,
) -> Result<Exit, Failure> {
    let subnet = context.name(SUBNET, subnet).await?;
    let request = v1::SetSubnetRouteTableRequest {
        subnet: subnet.clone(),
        route_table: route_table.clone(),
        etag,
        request_id: context.request_id(),
        validate_only: context.global.dry_run,
    };
    let response = context.client.call(request).await?;
    context.printer.message_or("SetSubnetRouteTableResponse", &response, || {
        let none = |name: &str| if name.is_empty() { "none".to_owned() } else { short(name) };
        format!("{}: {} => {}\n", short(&subnet), none(&response.previous_route_table), none(&route_table))
    })?;
    note_dry_run(context);
    Ok(Exit::Ok)
}
