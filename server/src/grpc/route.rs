//! `RouteService`: parse, submit or read, render.

use std::net::IpAddr;
use std::sync::Arc;

use podnet_core::address::{Family, parse_address};
use podnet_core::limits::ROUTES_PER_TABLE_MAX;
use podnet_core::model::Subnet;
use podnet_core::name::{NetworkName, RouteName, RouteTableName, SubnetName};
use podnet_core::routes::{effective_routes, lookup, plan, table_user};
use podnet_core::{Command, State};
use podnet_proto::v1 as pb;
use podnet_proto::v1::route_service_server::RouteService;
use tonic::{Request, Response, Status};

use super::limits::MATCHES_MAX;
use super::mutation::Mutation;
use super::parse::fields::Invalid;
use super::parse::{self, route as read};
use super::proof;
use super::render::around::Around;
use super::render::reconcile::Foreseen;
use super::render::{self, proof as show_proof, reconcile as show_plan, route as show};
use super::shell::{Shell, found};
use super::status::Refusal;

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Route(pub(crate) Shell);

#[tonic::async_trait]
impl RouteService for Route {
    async fn create_route_table(
        &self,
        request: Request<pb::CreateRouteTableRequest>,
    ) -> Result<Response<pb::CreateRouteTableResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::CreateRouteTableResponse {
            route_table: done.route_table(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::create_route_table(&request), render).await
    }

    async fn get_route_table(
        &self,
        request: Request<pb::GetRouteTableRequest>,
    ) -> Result<Response<pb::GetRouteTableResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, RouteTableName::parse)?;
        let snapshot = self.0.snapshot();
        let table = show::route_table(&snapshot.state, found(snapshot.state.route_tables.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetRouteTableResponse { route_table: Some(table), cursor }))
    }

    async fn list_route_tables(
        &self,
        request: Request<pb::ListRouteTablesRequest>,
    ) -> Result<Response<pb::ListRouteTablesResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, NetworkName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.networks.get(&parent), &parent)?;
        let after = page.after(RouteTableName::parse)?;
        let rows = state
            .route_tables_of(&parent)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (route_tables, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::route_table(state, row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListRouteTablesResponse { route_tables, next_page_token, cursor }))
    }

    async fn update_route_table(
        &self,
        request: Request<pb::UpdateRouteTableRequest>,
    ) -> Result<Response<pb::UpdateRouteTableResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::UpdateRouteTableResponse {
            route_table: done.route_table(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::update_route_table(&request), render).await
    }

    async fn delete_route_table(
        &self,
        request: Request<pb::DeleteRouteTableRequest>,
    ) -> Result<Response<pb::DeleteRouteTableResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::delete_route_table(&request)).await?;
        Ok(Response::new(pb::DeleteRouteTableResponse { cursor: done.cursor() }))
    }

    async fn create_route(
        &self,
        request: Request<pb::CreateRouteRequest>,
    ) -> Result<Response<pb::CreateRouteResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::create_route(&request)).await?;
        Ok(Response::new(pb::CreateRouteResponse { route: done.route(), cursor: done.cursor() }))
    }

    async fn get_route(
        &self,
        request: Request<pb::GetRouteRequest>,
    ) -> Result<Response<pb::GetRouteResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, RouteName::parse)?;
        let snapshot = self.0.snapshot();
        let route = show::route(found(snapshot.state.routes.get(&name), &name)?);
        Ok(Response::new(pb::GetRouteResponse { route: Some(route), cursor: render::cursor(&snapshot) }))
    }

    async fn list_routes(
        &self,
        request: Request<pb::ListRoutesRequest>,
    ) -> Result<Response<pb::ListRoutesResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, RouteTableName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.route_tables.get(&parent), &parent)?;
        let after = page.after(RouteName::parse)?;
        let rows =
            state.routes_of(&parent).skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (routes, next_page_token) = page.fill(rows, |row| row.name.to_string(), |row| show::route(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListRoutesResponse { routes, next_page_token, cursor }))
    }

    async fn update_route(
        &self,
        request: Request<pb::UpdateRouteRequest>,
    ) -> Result<Response<pb::UpdateRouteResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let name = request.route.as_ref().and_then(|route| RouteName::parse(&route.name).ok());
        let current = name.and_then(|name| snapshot.state.routes.get(&name)).map(|route| show::route(route));
        let done = self.0.mutate(&caller, &request, read::update_route(&request, current.as_ref())).await?;
        Ok(Response::new(pb::UpdateRouteResponse { route: done.route(), cursor: done.cursor() }))
    }

    async fn delete_route(
        &self,
        request: Request<pb::DeleteRouteRequest>,
    ) -> Result<Response<pb::DeleteRouteResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::delete_route(&request)).await?;
        Ok(Response::new(pb::DeleteRouteResponse { cursor: done.cursor() }))
    }

    async fn set_subnet_route_table(
        &self,
        request: Request<pb::SetSubnetRouteTableRequest>,
    ) -> Result<Response<pb::SetSubnetRouteTableResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let subnet = SubnetName::parse(&request.subnet).ok();
        let render = move |done: &Around<'_>| pb::SetSubnetRouteTableResponse {
            previous_route_table: done.previous_route_table(subnet.as_ref()),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::set_subnet_route_table(&request), render).await
    }

    async fn list_effective_routes(
        &self,
        request: Request<pb::ListEffectiveRoutesRequest>,
    ) -> Result<Response<pb::ListEffectiveRoutesResponse>, Status> {
        let request = request.get_ref();
        let at = read::effective_at(request)?;
        let revision = parse::at_revision(request.at_revision)?;
        let destination = optional_address("destination", &request.destination)?;
        let page = self.0.page_at(request, revision).await?;
        let state = &page.snapshot.state;
        let subnet = subnet_at(state, &at)?;
        let (routes, next_page_token) =
            page.fill_by_position(candidates(state, &subnet, destination), |row| row)?;
        let table = subnet.route_table.as_ref();
        Ok(Response::new(pb::ListEffectiveRoutesResponse {
            routes,
            next_page_token,
            route_table: render::optional(table),
            route_count: render::count(table.map_or(0, |table| state.routes_of(table).count())),
            route_limit: render::count(ROUTES_PER_TABLE_MAX),
            cursor: render::cursor(&page.snapshot),
        }))
    }

    async fn lookup_route(
        &self,
        request: Request<pb::LookupRouteRequest>,
    ) -> Result<Response<pb::LookupRouteResponse>, Status> {
        let request = request.get_ref();
        let from = read::lookup_from(request)?;
        let destination = parse_address(&request.destination).map_err(|e| Invalid::one("destination", e))?;
        let snapshot = self.0.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        let subnet = subnet_at(&snapshot.state, &from)?;
        let choice = lookup(&snapshot.state, &subnet, destination);
        Ok(Response::new(pb::LookupRouteResponse {
            winner: choice.winner.as_ref().map(show::candidate),
            losers: choice.losers.iter().take(MATCHES_MAX).map(show::candidate).collect(),
            cursor: render::cursor(&snapshot),
        }))
    }

    async fn reconcile_route_table(
        &self,
        request: Request<pb::ReconcileRouteTableRequest>,
    ) -> Result<Response<pb::ReconcileRouteTableResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let table = RouteTableName::parse(&request.name).ok();
        let user = table.as_ref().and_then(|table| table_user(&snapshot.state, table));
        let missing = table.filter(|table| !snapshot.state.route_tables.contains_key(table));
        let wish = match missing {
            Some(table) => Err(found::<()>(None, &table).err().unwrap_or_else(Refusal::page_token)),
            None => read::reconcile(&request, user.map(|user| user.to_string())).map_err(Refusal::from),
        };
        if request.validate_only {
            // What keeps a plan from being applied refuses the dry run too: it makes every check.
            let planned = wish.clone().and_then(|wish| {
                let plan = plan(&snapshot.state, &wish)?;
                plan.refusal().map_or(Ok(plan), |refusal| Err(refusal.into()))
            });
            let outcome = planned.as_ref().map(|_| ());
            self.0.log(
                &caller,
                pb::ReconcileRouteTableRequest::METHOD,
                &request.name,
                &request.request_id,
                outcome.is_ok().then_some(snapshot.state.revision),
                outcome.err(),
            );
            let mut answer = show_plan::planned(&snapshot, &planned?);
            answer.broken_invariants = show_proof::names(&proof::foresee(&snapshot, wish?).await?.broken);
            return Ok(Response::new(answer));
        }
        let again = wish.clone().ok();
        let foreseen = match &again {
            Some(wish) => proof::foresee(&snapshot, wish.clone()).await?,
            None => Foreseen { revision: snapshot.state.revision, broken: Vec::new() },
        };
        let render = move |done: &Around<'_>| show_plan::applied(done, again.as_ref(), &foreseen);
        self.0.answer(&caller, &request, wish.map(Command::ReconcileRouteTable), render).await
    }
}

/// The subnet whose routes apply.
fn subnet_at(state: &State, at: &read::RoutesAt) -> Result<Arc<Subnet>, Refusal> {
    let name = match at {
        read::RoutesAt::Subnet(name) => name.clone(),
        read::RoutesAt::Node(name) => {
            let node = found(state.nodes.get(name), name)?;
            found(state.node_pools.get(&node.pool), &node.pool)?.subnet.clone()
        }
    };
    found(state.subnets.get(&name), &name).cloned()
}

/// The rows of a subnet; with a destination, its candidates are marked and all others are as they are.
fn candidates(state: &State, subnet: &Subnet, destination: Option<IpAddr>) -> Vec<pb::RouteCandidate> {
    let families = [Family::V4, Family::V6].into_iter().filter(|family| subnet.prefix(*family).is_some());
    let choice = destination.map(|destination| lookup(state, subnet, destination)).unwrap_or_default();
    let marked: Vec<_> = choice.winner.iter().chain(&choice.losers).collect();
    families
        .flat_map(|family| effective_routes(state, subnet, family))
        .map(|row| match marked.iter().find(|candidate| candidate.route == row) {
            Some(candidate) => show::candidate(candidate),
            None => show::effective(&row),
        })
        .collect()
}

fn optional_address(field: &str, text: &str) -> Result<Option<IpAddr>, Invalid> {
    if text.is_empty() {
        Ok(None)
    } else {
        parse_address(text).map(Some).map_err(|error| Invalid::one(field, error))
    }
}
