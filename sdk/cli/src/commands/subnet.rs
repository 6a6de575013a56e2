//! Commands of subnets.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, shown};
use crate::args::network::SubnetCommand;
use crate::context::{Context, seconds};
use crate::exit::{Exit, Failure};
use crate::name::{ROUTE_TABLE, SUBNET, split};

pub(super) async fn run(context: &Context, command: SubnetCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        SubnetCommand::Create(spec) => {
            let (parent, subnet_id) = split(&context.name(SUBNET, &spec.name).await?);
            let table = spec.route_table.as_deref().map(|table| in_network(&parent, table));
            let subnet = v1::Subnet {
                address_prefixes: spec.prefixes,
                route_table: context.optional_name(ROUTE_TABLE, table.as_deref()).await?,
                service_endpoints: spec.service_endpoints,
                delegation: spec.delegation.unwrap_or_default(),
                cooldown: spec.cooldown.map(seconds),
                ..Default::default()
            };
            let subnet = Some(subnet);
            let request = v1::CreateSubnetRequest { parent, subnet_id, subnet, request_id, validate_only };
            changed(context, context.client.call(request).await?.subnet)
        }
        SubnetCommand::Get(arg) => {
            let name = context.name(SUBNET, &arg.name).await?;
            shown(context, context.client.call(v1::GetSubnetRequest { name }).await?.subnet)
        }
        SubnetCommand::List(args) => {
            let parent = context.network().await?;
            let request = v1::ListSubnetsRequest { parent: parent.clone(), ..Default::default() };
            list_or_watch(context, args, &parent, request).await
        }
        SubnetCommand::Update(spec) => {
            if spec.route_table.is_some() {
                return Err(Failure::usage("use `podnet routetable associate TABLE --subnet SUBNET`"));
            }
            let update_mask = mask(&[
                ("address_prefixes", !spec.prefixes.is_empty()),
                ("service_endpoints", !spec.service_endpoints.is_empty()),
                ("delegation", spec.delegation.is_some()),
                ("cooldown", spec.cooldown.is_some()),
            ])?;
            let subnet = v1::Subnet {
                name: context.name(SUBNET, &spec.name).await?,
                address_prefixes: spec.prefixes,
                service_endpoints: spec.service_endpoints,
                delegation: spec.delegation.unwrap_or_default(),
                cooldown: spec.cooldown.map(seconds),
                ..Default::default()
            };
            let subnet = Some(subnet);
            let request = v1::UpdateSubnetRequest { subnet, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.subnet)
        }
        SubnetCommand::Delete(which) => {
            let name = context.name(SUBNET, &which.name).await?;
            let request = v1::DeleteSubnetRequest {
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

/// A bare id is in the network of the subnet.
fn in_network(network: &str, text: &str) -> String {
    if text.contains('/') { text.to_owned() } else { format!("{network}/routeTables/{text}") }
}
