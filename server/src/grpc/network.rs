//! `NetworkService`: parse, submit or read, render.

use std::ops::Bound::{Excluded, Unbounded};

use podnet_core::name::{NetworkName, SubnetName};
use podnet_proto::v1 as pb;
use podnet_proto::v1::network_service_server::NetworkService;
use tonic::{Request, Response, Status};

use super::parse::network as parse;
use super::render::around::Around;
use super::render::{self, network as show};
use super::shell::{Shell, found};

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Network(pub(crate) Shell);

#[tonic::async_trait]
impl NetworkService for Network {
    async fn create_network(
        &self,
        request: Request<pb::CreateNetworkRequest>,
    ) -> Result<Response<pb::CreateNetworkResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, parse::create_network(&request)).await?;
        Ok(Response::new(pb::CreateNetworkResponse { network: done.network(), cursor: done.cursor() }))
    }

    async fn get_network(
        &self,
        request: Request<pb::GetNetworkRequest>,
    ) -> Result<Response<pb::GetNetworkResponse>, Status> {
        let name = super::parse::name("name", &request.get_ref().name, NetworkName::parse)?;
        let snapshot = self.0.snapshot();
        let network = show::network(found(snapshot.state.networks.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNetworkResponse { network: Some(network), cursor }))
    }

    async fn list_networks(
        &self,
        request: Request<pb::ListNetworksRequest>,
    ) -> Result<Response<pb::ListNetworksResponse>, Status> {
        let page = self.0.page(request.get_ref())?;
        let from = page.after(NetworkName::parse)?.map_or(Unbounded, Excluded);
        let rows = page.snapshot.state.networks.range((from, Unbounded)).map(|(_, body)| body);
        let (networks, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::network(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNetworksResponse { networks, next_page_token, cursor }))
    }

    async fn update_network(
        &self,
        request: Request<pb::UpdateNetworkRequest>,
    ) -> Result<Response<pb::UpdateNetworkResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, parse::update_network(&request)).await?;
        Ok(Response::new(pb::UpdateNetworkResponse { network: done.network(), cursor: done.cursor() }))
    }

    async fn delete_network(
        &self,
        request: Request<pb::DeleteNetworkRequest>,
    ) -> Result<Response<pb::DeleteNetworkResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, parse::delete_network(&request)).await?;
        Ok(Response::new(pb::DeleteNetworkResponse { cursor: done.cursor() }))
    }

    async fn create_subnet(
        &self,
        request: Request<pb::CreateSubnetRequest>,
    ) -> Result<Response<pb::CreateSubnetResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::CreateSubnetResponse {
            subnet: done.subnet(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, parse::create_subnet(&request), render).await
    }

    async fn get_subnet(
        &self,
        request: Request<pb::GetSubnetRequest>,
    ) -> Result<Response<pb::GetSubnetResponse>, Status> {
        let name = super::parse::name("name", &request.get_ref().name, SubnetName::parse)?;
        let snapshot = self.0.snapshot();
        let subnet = show::subnet(&snapshot.state, found(snapshot.state.subnets.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetSubnetResponse { subnet: Some(subnet), cursor }))
    }

    async fn list_subnets(
        &self,
        request: Request<pb::ListSubnetsRequest>,
    ) -> Result<Response<pb::ListSubnetsResponse>, Status> {
        let parent = super::parse::name("parent", &request.get_ref().parent, NetworkName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.networks.get(&parent), &parent)?;
        let after = page.after(SubnetName::parse)?;
        let rows = state
            .subnets_of(&parent)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (subnets, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::subnet(state, row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListSubnetsResponse { subnets, next_page_token, cursor }))
    }

    async fn update_subnet(
        &self,
        request: Request<pb::UpdateSubnetRequest>,
    ) -> Result<Response<pb::UpdateSubnetResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let name = request.subnet.as_ref().and_then(|subnet| SubnetName::parse(&subnet.name).ok());
        let current = name.and_then(|name| snapshot.state.subnets.get(&name));
        let current = current.map(|subnet| show::subnet(&snapshot.state, subnet));
        let render = move |done: &Around<'_>| pb::UpdateSubnetResponse {
            subnet: done.subnet(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, parse::update_subnet(&request, current.as_ref()), render).await
    }

    async fn delete_subnet(
        &self,
        request: Request<pb::DeleteSubnetRequest>,
    ) -> Result<Response<pb::DeleteSubnetResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, parse::delete_subnet(&request)).await?;
        Ok(Response::new(pb::DeleteSubnetResponse { cursor: done.cursor() }))
    }
}
