//! `WorkloadService`: parse, submit or read, render.

use podnet_core::name::ServiceName;
use podnet_proto::v1 as pb;
use podnet_proto::v1::workload_service_server::WorkloadService;
use tonic::{Request, Response, Status};

use super::parse::{self, workload as read};
use super::render::{self, workload as show};
use super::shell::{Shell, found};

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Workload(pub(crate) Shell);

#[tonic::async_trait]
impl WorkloadService for Workload {
    async fn create_service(
        &self,
        request: Request<pb::CreateServiceRequest>,
    ) -> Result<Response<pb::CreateServiceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::create_service(&request)).await?;
        Ok(Response::new(pb::CreateServiceResponse { service: done.service(), cursor: done.cursor() }))
    }

    async fn get_service(
        &self,
        request: Request<pb::GetServiceRequest>,
    ) -> Result<Response<pb::GetServiceResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, ServiceName::parse)?;
        let snapshot = self.0.snapshot();
        let service = show::service(found(snapshot.state.services.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetServiceResponse { service: Some(service), cursor }))
    }

    async fn list_services(
        &self,
        request: Request<pb::ListServicesRequest>,
    ) -> Result<Response<pb::ListServicesResponse>, Status> {
        let parent = read::parent(&request.get_ref().parent)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent.cluster), &parent.cluster)?;
        let after = page.after(ServiceName::parse)?;
        let rows = state
            .services_of(&parent.cluster)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after))
            .filter(|row| parent.namespace.as_ref().is_none_or(|namespace| row.name.namespace == *namespace));
        let (services, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::service(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListServicesResponse { services, next_page_token, cursor }))
    }

    async fn update_service(
        &self,
        request: Request<pb::UpdateServiceRequest>,
    ) -> Result<Response<pb::UpdateServiceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::update_service(&request)).await?;
        Ok(Response::new(pb::UpdateServiceResponse { service: done.service(), cursor: done.cursor() }))
    }

    async fn delete_service(
        &self,
        request: Request<pb::DeleteServiceRequest>,
    ) -> Result<Response<pb::DeleteServiceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::delete_service(&request)).await?;
        Ok(Response::new(pb::DeleteServiceResponse { cursor: done.cursor() }))
    }
}
