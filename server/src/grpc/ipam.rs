//! `IpamService`: parse, submit or read, render.

use std::sync::Arc;

use podnet_core::Command;
use podnet_core::address::parse_address;
use podnet_core::name::{AllocationName, ClusterName, NodeName, ReservationName, SubnetName};
use podnet_proto::v1 as pb;
use podnet_proto::v1::ipam_service_server::IpamService;
use tonic::{Request, Response, Status, Streaming};

use super::address_stream::{self, Answers};
use super::limits::MATCHES_MAX;
use super::parse::fields::Invalid;
use super::parse::ipam::Subject;
use super::parse::{self, ipam as read};
use super::render::around::Around;
use super::render::{self, history, ipam as show, lookup, network as show_network, pools, sweep};
use super::shell::{Shell, found};
use super::workers::Workers;

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Ipam {
    shell: Shell,
    workers: Workers,
}

impl Ipam {
    /// The service with workers of its own.
    pub(crate) fn new(shell: Shell) -> Self {
        Self { shell, workers: Workers::of_this_machine() }
    }
}

#[tonic::async_trait]
impl IpamService for Ipam {
    type StreamAddressesStream = Answers;

    async fn allocate_address(
        &self,
        request: Request<pb::AllocateAddressRequest>,
    ) -> Result<Response<pb::AllocateAddressResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        Ok(Response::new(address_stream::allocate(&self.shell, &caller, &request).await?))
    }

    async fn update_allocation(
        &self,
        request: Request<pb::UpdateAllocationRequest>,
    ) -> Result<Response<pb::UpdateAllocationResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let snapshot = self.shell.snapshot();
        let given = request.allocation.as_ref();
        let name = given.and_then(|allocation| AllocationName::parse(&allocation.name).ok());
        let current = name.and_then(|name| snapshot.state.allocations.get(&name));
        let current = current.map(|allocation| show::allocation(allocation));
        let command = read::update_allocation(&request, current.as_ref());
        let done = self.shell.mutate(&caller, &request, command).await?;
        let allocation = done.updated_allocation();
        Ok(Response::new(pb::UpdateAllocationResponse { allocation, cursor: done.cursor() }))
    }

    async fn release_address(
        &self,
        request: Request<pb::ReleaseAddressRequest>,
    ) -> Result<Response<pb::ReleaseAddressResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        Ok(Response::new(address_stream::release(&self.shell, &caller, &request).await?))
    }

    async fn batch_allocate_addresses(
        &self,
        request: Request<pb::BatchAllocateAddressesRequest>,
    ) -> Result<Response<pb::BatchAllocateAddressesResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let done = self.shell.mutate(&caller, &request, read::batch_allocate(&request)).await?;
        let (responses, cursor) = (done.allocated(), done.cursor());
        Ok(Response::new(pb::BatchAllocateAddressesResponse { responses, cursor }))
    }

    async fn batch_release_addresses(
        &self,
        request: Request<pb::BatchReleaseAddressesRequest>,
    ) -> Result<Response<pb::BatchReleaseAddressesResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let done = self.shell.mutate(&caller, &request, read::batch_release(&request)).await?;
        let (responses, cursor) = (done.released(), done.cursor());
        Ok(Response::new(pb::BatchReleaseAddressesResponse { responses, cursor }))
    }

    async fn stream_addresses(
        &self,
        request: Request<Streaming<pb::StreamAddressesRequest>>,
    ) -> Result<Response<Self::StreamAddressesStream>, Status> {
        let caller = self.shell.caller(&request);
        Ok(address_stream::open(self.shell.clone(), caller, request.into_inner()))
    }

    async fn get_allocation(
        &self,
        request: Request<pb::GetAllocationRequest>,
    ) -> Result<Response<pb::GetAllocationResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, AllocationName::parse)?;
        let snapshot = self.shell.snapshot();
        let allocation = show::allocation(found(snapshot.state.allocations.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetAllocationResponse { allocation: Some(allocation), cursor }))
    }

    async fn list_allocations(
        &self,
        request: Request<pb::ListAllocationsRequest>,
    ) -> Result<Response<pb::ListAllocationsResponse>, Status> {
        let request = request.get_ref();
        let parent = parse::name("parent", &request.parent, ClusterName::parse)?;
        let wanted = read::allocation_filter(request)?;
        let page = self.shell.page(request)?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent), &parent)?;
        let after = page.after(AllocationName::parse)?;
        let rows = pools::allocations_after(state, &parent, after).filter(|row| wanted.matches(row));
        let (allocations, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| wanted.render(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListAllocationsResponse { allocations, next_page_token, cursor }))
    }

    async fn lookup_address(
        &self,
        request: Request<pb::LookupAddressRequest>,
    ) -> Result<Response<pb::LookupAddressResponse>, Status> {
        let request = request.get_ref();
        let address = parse_address(&request.address).map_err(|error| Invalid::one("address", error))?;
        let within = if request.parent.is_empty() { None } else { Some(read::space(&request.parent)?) };
        let snapshot = self.shell.snapshot_at(parse::at_revision(request.at_revision)?).await?;
        if let Some(space) = &within {
            pools::space_exists(&snapshot.state, space)?;
        }
        let mut matches = lookup::matches(&snapshot.state, address, within.as_ref());
        matches.truncate(MATCHES_MAX);
        Ok(Response::new(pb::LookupAddressResponse { matches, cursor: render::cursor(&snapshot) }))
    }

    async fn get_pool_usage(
        &self,
        request: Request<pb::GetPoolUsageRequest>,
    ) -> Result<Response<pb::GetPoolUsageResponse>, Status> {
        let pool = read::pool(&request.get_ref().pool)?;
        let snapshot = self.shell.snapshot();
        let shown = found(show::pool(&snapshot.state, &pool), &pool.name())?;
        Ok(Response::new(pb::GetPoolUsageResponse { pool: Some(shown), cursor: render::cursor(&snapshot) }))
    }

    async fn list_pools(
        &self,
        request: Request<pb::ListPoolsRequest>,
    ) -> Result<Response<pb::ListPoolsResponse>, Status> {
        let request = request.get_ref();
        let wanted = read::pool_filter(request)?;
        let page = self.shell.page(request)?;
        let state = &page.snapshot.state;
        let after = page.after(|text| Ok::<_, Invalid>(text.to_owned()))?;
        let rows = pools::below(state, &wanted)?;
        let rows =
            rows.into_iter().skip_while(|pool| after.as_ref().is_some_and(|after| pool.name() <= *after));
        let rows = rows.filter_map(|pool| show::pool(state, &pool)).filter(|pool| wanted.shows(pool));
        let (pools, next_page_token) = page.fill(rows, |pool| pool.name.clone(), |pool| pool);
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListPoolsResponse { pools, next_page_token, cursor }))
    }

    async fn list_free_ranges(
        &self,
        request: Request<pb::ListFreeRangesRequest>,
    ) -> Result<Response<pb::ListFreeRangesResponse>, Status> {
        let request = request.get_ref();
        let pool = read::pool(&request.pool)?;
        let families = read::families(request.family)?;
        let page = self.shell.page(request)?;
        let state = &page.snapshot.state;
        found(show::pool(state, &pool), &pool.name())?;
        let after = page.after(parse_address)?;
        let rows = pools::free_ranges(state, &pool, &families, after);
        let (ranges, next_page_token) = page.fill(rows, |row| row.last_address.clone(), |row| row);
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListFreeRangesResponse { ranges, next_page_token, cursor }))
    }

    async fn create_reservation(
        &self,
        request: Request<pb::CreateReservationRequest>,
    ) -> Result<Response<pb::CreateReservationResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let done = self.shell.mutate(&caller, &request, read::create_reservation(&request)).await?;
        Ok(Response::new(pb::CreateReservationResponse {
            reservation: done.reservation(),
            cursor: done.cursor(),
        }))
    }

    async fn get_reservation(
        &self,
        request: Request<pb::GetReservationRequest>,
    ) -> Result<Response<pb::GetReservationResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, ReservationName::parse)?;
        let snapshot = self.shell.snapshot();
        let reservation = show_network::reservation(found(snapshot.state.reservations.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetReservationResponse { reservation: Some(reservation), cursor }))
    }

    async fn list_reservations(
        &self,
        request: Request<pb::ListReservationsRequest>,
    ) -> Result<Response<pb::ListReservationsResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, SubnetName::parse)?;
        let page = self.shell.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.subnets.get(&parent), &parent)?;
        let after = page.after(pools::parse_reservation_key)?;
        let rows = pools::reservations(state, &parent, after.as_ref());
        let (reservations, next_page_token) =
            page.fill(rows, |row| pools::reservation_key(row), |row| show_network::reservation(&row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListReservationsResponse { reservations, next_page_token, cursor }))
    }

    async fn delete_reservation(
        &self,
        request: Request<pb::DeleteReservationRequest>,
    ) -> Result<Response<pb::DeleteReservationResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let done = self.shell.mutate(&caller, &request, read::delete_reservation(&request)).await?;
        Ok(Response::new(pb::DeleteReservationResponse { cursor: done.cursor() }))
    }

    async fn sweep_allocations(
        &self,
        request: Request<pb::SweepAllocationsRequest>,
    ) -> Result<Response<pb::SweepAllocationsResponse>, Status> {
        let (caller, request) = self.shell.open(request);
        let spec = read::sweep(&request);
        let (node, wanted) = (NodeName::parse(&request.node).ok(), spec.as_ref().ok().cloned());
        let render = move |done: &Around<'_>| {
            let found = wanted.as_ref().map(|wanted| sweep::findings(done, node.as_ref(), wanted));
            let (findings, valid_count) = found.unwrap_or_default();
            pb::SweepAllocationsResponse { findings, valid_count, cursor: done.cursor() }
        };
        self.shell.answer(&caller, &request, spec.map(Command::Sweep), render).await
    }

    async fn list_address_history(
        &self,
        request: Request<pb::ListAddressHistoryRequest>,
    ) -> Result<Response<pb::ListAddressHistoryResponse>, Status> {
        let request = request.get_ref();
        let space = read::space(&request.parent)?;
        let question = read::history(request)?;
        let page = self.shell.page(request)?;
        let state = &page.snapshot.state;
        pools::space_exists(state, &space)?;
        history::check(state, &question)?;
        let rows = match question.subject {
            Subject::Address(_) => history::holds(state, &space, &question),
            // Off the thread that serves calls: a history has up to a million entries.
            Subject::Holder(_) | Subject::Pod(_) => {
                let snapshot = Arc::clone(&page.snapshot);
                let work = move || history::holds(&snapshot.state, &space, &question);
                self.workers.run(work).await?
            }
        };
        let (holds, next_page_token) = page.fill_by_position(rows, |row| row)?;
        let oldest_revision = render::revision(state.history.complete_since());
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListAddressHistoryResponse { holds, next_page_token, oldest_revision, cursor }))
    }
}
