//! Commands of networks.

use podnet::v1;

use super::{changed, deleted, list_or_watch, mask, shown};
use crate::args::network::{GatewayKind, NetworkCommand, NetworkSpec};
use crate::context::{Context, resource, set_list};
use crate::exit::{Exit, Failure};
use crate::name::{NETWORK, split};

pub(super) async fn run(context: &Context, command: NetworkCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        NetworkCommand::Create(spec) => {
            let name = context.name(NETWORK, &spec.name).await?;
            let network = Some(network(spec)?);
            let request =
                v1::CreateNetworkRequest { network_id: split(&name).1, network, request_id, validate_only };
            changed(context, context.client.call(request).await?.network)
        }
        NetworkCommand::Get(arg) => {
            let name = context.name(NETWORK, &arg.name).await?;
            shown(context, context.client.call(v1::GetNetworkRequest { name }).await?.network)
        }
        NetworkCommand::List(args) => {
            list_or_watch(context, args, "", v1::ListNetworksRequest::default()).await
        }
        NetworkCommand::Update(spec) => {
            let name = context.name(NETWORK, &spec.name).await?;
            let update_mask = if spec.file.file.is_some() {
                None
            } else {
                mask(&[("address_prefixes", !spec.prefixes.is_empty()), ("gateway", spec.gateway.is_some())])?
            };
            let network = Some(v1::Network { name, ..network(spec)? });
            let request = v1::UpdateNetworkRequest { network, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.network)
        }
        NetworkCommand::Delete { which, force } => {
            let name = context.name(NETWORK, &which.name).await?;
            let request = v1::DeleteNetworkRequest {
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

fn network(spec: NetworkSpec) -> Result<v1::Network, Failure> {
    let mut network: v1::Network = resource("Network", &spec.file)?;
    set_list(&mut network.address_prefixes, spec.prefixes);
    if let Some(kind) = spec.gateway {
        let kind = match kind {
            GatewayKind::Vpn => v1::GatewayKind::Vpn,
            GatewayKind::ExpressRoute => v1::GatewayKind::ExpressRoute,
        };
        network.gateway =
            Some(v1::Gateway { kind: kind.into(), on_premises_prefixes: spec.on_premises_prefixes });
    }
    Ok(network)
}
