//! Commands of routes.

use podnet::v1::{self, list_effective_routes_request::At, lookup_route_request::Source};

use super::{changed, deleted, list_or_watch, mask, note_dry_run, shown};
use crate::args::route::{AtArgs, HopType, RouteCommand, RouteSpec};
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::name::{NODE, ROUTE, ROUTE_TABLE, SUBNET, split};
use crate::output::routes;

pub(super) async fn run(context: &Context, command: RouteCommand) -> Result<Exit, Failure> {
    let (request_id, validate_only) = (context.request_id(), context.global.dry_run);
    match command {
        RouteCommand::List { table, list } => {
            let parent = context.name(ROUTE_TABLE, &table).await?;
            let request = v1::ListRoutesRequest { parent: parent.clone(), ..Default::default() };
            list_or_watch(context, list, &parent, request).await
        }
        RouteCommand::Get(arg) => {
            let name = context.name(ROUTE, &arg.name).await?;
            shown(context, context.client.call(v1::GetRouteRequest { name }).await?.route)
        }
        RouteCommand::Create(spec) => {
            let (parent, route_id) = split(&context.name(ROUTE, &spec.name).await?);
            if spec.prefix.is_none() {
                return Err(Failure::usage("a route needs --prefix"));
            }
            let route = Some(route(spec));
            let request = v1::CreateRouteRequest { parent, route_id, route, request_id, validate_only };
            changed(context, context.client.call(request).await?.route)
        }
        RouteCommand::Update(spec) => {
            let name = context.name(ROUTE, &spec.name).await?;
            let hop = spec.kind.is_some() || spec.next_hop.is_some();
            let update_mask = mask(&[
                ("address_prefix", spec.prefix.is_some()),
                ("next_hop_type", hop),
                ("next_hop_address", hop),
            ])?;
            let route = Some(v1::Route { name, ..route(spec) });
            let request = v1::UpdateRouteRequest { route, update_mask, request_id, validate_only };
            changed(context, context.client.call(request).await?.route)
        }
        RouteCommand::Delete(which) => {
            let name = context.name(ROUTE, &which.name).await?;
            let request = v1::DeleteRouteRequest {
                name: name.clone(),
                etag: which.etag,
                allow_missing: which.allow_missing,
                request_id,
                validate_only,
            };
            context.client.call(request).await?;
            deleted(context, &name)
        }
        RouteCommand::Effective { at, to } => effective(context, at, to.unwrap_or_default()).await,
        RouteCommand::Lookup { destination, at } => {
            let source = match place(context, &at).await? {
                Place::Subnet(name) => Source::Subnet(name),
                Place::Node(name) => Source::Node(name),
            };
            let request =
                v1::LookupRouteRequest { source: Some(source), destination, at_revision: at.at_revision };
            let response = context.client.call(request).await?;
            let headers = context.printer.headers;
            context
                .printer
                .message_or("LookupRouteResponse", &response, || routes::lookup(&response, headers))?;
            Ok(if response.winner.is_some() { Exit::Ok } else { Exit::NoRoute })
        }
        RouteCommand::Reconcile { table, manager, etag } => reconcile(context, &table, manager, etag).await,
    }
}

enum Place {
    Subnet(String),
    Node(String),
}

async fn place(context: &Context, at: &AtArgs) -> Result<Place, Failure> {
    match (&at.subnet, &at.node) {
        (Some(subnet), _) => Ok(Place::Subnet(context.name(SUBNET, subnet).await?)),
        (None, Some(node)) => Ok(Place::Node(context.name(NODE, node).await?)),
        (None, None) => Err(Failure::usage("say where: --subnet or --node")),
    }
}

/// Pages are fetched by hand here: the first also says how full the table is.
async fn effective(context: &Context, args: AtArgs, destination: String) -> Result<Exit, Failure> {
    let at = match place(context, &args).await? {
        Place::Subnet(name) => At::Subnet(name),
        Place::Node(name) => At::Node(name),
    };
    let mut request = v1::ListEffectiveRoutesRequest {
        at: Some(at),
        destination,
        at_revision: args.at_revision,
        ..Default::default()
    };
    let mut all = context.client.call(request.clone()).await?;
    while !all.next_page_token.is_empty() {
        request.page_token.clone_from(&all.next_page_token);
        let page = context.client.call(request.clone()).await?;
        all.routes.extend(page.routes);
        all.next_page_token = page.next_page_token;
    }
    if !request.destination.is_empty() {
        // The rest does not match the address at all.
        all.routes.retain(|route| route.outcome() != v1::RouteOutcome::Unspecified);
    }
    context.printer.message_or("ListEffectiveRoutesResponse", &all, || {
        routes::effective(
            &all.routes,
            &all.route_table,
            all.route_count,
            all.route_limit,
            context.printer.headers,
        )
    })?;
    Ok(Exit::Ok)
}

/// Without an etag the plan is made first, and applied to exactly the table that it was made for.
async fn reconcile(context: &Context, table: &str, manager: String, etag: String) -> Result<Exit, Failure> {
    let name = context.name(ROUTE_TABLE, table).await?;
    let dry_run = context.global.dry_run;
    let plan =
        v1::ReconcileRouteTableRequest { name, manager, etag, validate_only: true, ..Default::default() };
    let mut response = context.client.call(plan.clone()).await?;
    if !dry_run {
        let planned = response.route_table.as_ref().and_then(|table| table.meta.as_ref());
        let etag = if plan.etag.is_empty() {
            planned.map(|meta| meta.etag.clone()).unwrap_or_default()
        } else {
            plan.etag.clone()
        };
        let request = v1::ReconcileRouteTableRequest {
            etag,
            validate_only: false,
            request_id: context.request_id(),
            ..plan
        };
        response = context.client.call(request).await?;
    }
    context
        .printer
        .message_or("ReconcileRouteTableResponse", &response, || routes::reconcile(&response, dry_run))?;
    note_dry_run(context);
    Ok(if dry_run && routes::has_drift(&response) { Exit::Drift } else { Exit::Ok })
}

fn route(spec: RouteSpec) -> v1::Route {
    let kind = match (spec.kind, &spec.next_hop) {
        (Some(HopType::VirtualAppliance), _) | (None, Some(_)) => v1::NextHopType::VirtualAppliance,
        (Some(HopType::VnetLocal), _) => v1::NextHopType::VnetLocal,
        (Some(HopType::VirtualNetworkGateway), _) => v1::NextHopType::VirtualNetworkGateway,
        (Some(HopType::Internet), _) => v1::NextHopType::Internet,
        (Some(HopType::None), _) => v1::NextHopType::None,
        (None, None) => v1::NextHopType::Unspecified,
    };
    let managed = !spec.managed_by.is_empty();
    v1::Route {
        meta: managed.then(|| v1::Meta { managed_by: spec.managed_by, ..Default::default() }),
        address_prefix: spec.prefix.unwrap_or_default(),
        next_hop_type: kind.into(),
        next_hop_address: spec.next_hop.unwrap_or_default(),
        ..Default::default()
    }
}
