//! `SecurityService`: parse, submit or read, render.

use podnet_core::name::{
    ClusterName, NamespaceName, NetworkName, NetworkPolicyName, NetworkSecurityGroupName,
};
use podnet_proto::v1 as pb;
use podnet_proto::v1::security_service_server::SecurityService;
use tonic::{Request, Response, Status};

use super::parse::{self, network_policy as policies, security_group as groups};
use super::render::{self, network_policy as show_policy, security_group as show_group};
use super::shell::{Shell, found};

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Security(pub(crate) Shell);

#[tonic::async_trait]
impl SecurityService for Security {
    async fn create_network_security_group(
        &self,
        request: Request<pb::CreateNetworkSecurityGroupRequest>,
    ) -> Result<Response<pb::CreateNetworkSecurityGroupResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, groups::create(&request)).await?;
        let network_security_group = done.network_security_group();
        Ok(Response::new(pb::CreateNetworkSecurityGroupResponse {
            network_security_group,
            cursor: done.cursor(),
        }))
    }

    async fn get_network_security_group(
        &self,
        request: Request<pb::GetNetworkSecurityGroupRequest>,
    ) -> Result<Response<pb::GetNetworkSecurityGroupResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, NetworkSecurityGroupName::parse)?;
        let snapshot = self.0.snapshot();
        let group = show_group::group(found(snapshot.state.network_security_groups.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNetworkSecurityGroupResponse { network_security_group: Some(group), cursor }))
    }

    async fn list_network_security_groups(
        &self,
        request: Request<pb::ListNetworkSecurityGroupsRequest>,
    ) -> Result<Response<pb::ListNetworkSecurityGroupsResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, NetworkName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.networks.get(&parent), &parent)?;
        let after = page.after(NetworkSecurityGroupName::parse)?;
        let rows = state
            .network_security_groups_of(&parent)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (network_security_groups, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show_group::group(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNetworkSecurityGroupsResponse {
            network_security_groups,
            next_page_token,
            cursor,
        }))
    }

    async fn update_network_security_group(
        &self,
        request: Request<pb::UpdateNetworkSecurityGroupRequest>,
    ) -> Result<Response<pb::UpdateNetworkSecurityGroupResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let given = request.network_security_group.as_ref();
        let name = given.and_then(|group| NetworkSecurityGroupName::parse(&group.name).ok());
        let current = name.and_then(|name| snapshot.state.network_security_groups.get(&name));
        let current = current.map(|group| show_group::group(group));
        let done = self.0.mutate(&caller, &request, groups::update(&request, current.as_ref())).await?;
        let network_security_group = done.network_security_group();
        Ok(Response::new(pb::UpdateNetworkSecurityGroupResponse {
            network_security_group,
            cursor: done.cursor(),
        }))
    }

    async fn delete_network_security_group(
        &self,
        request: Request<pb::DeleteNetworkSecurityGroupRequest>,
    ) -> Result<Response<pb::DeleteNetworkSecurityGroupResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, groups::delete(&request)).await?;
        Ok(Response::new(pb::DeleteNetworkSecurityGroupResponse { cursor: done.cursor() }))
    }

    async fn create_namespace(
        &self,
        request: Request<pb::CreateNamespaceRequest>,
    ) -> Result<Response<pb::CreateNamespaceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, policies::create_namespace(&request)).await?;
        Ok(Response::new(pb::CreateNamespaceResponse { namespace: done.namespace(), cursor: done.cursor() }))
    }

    async fn get_namespace(
        &self,
        request: Request<pb::GetNamespaceRequest>,
    ) -> Result<Response<pb::GetNamespaceResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, NamespaceName::parse)?;
        let snapshot = self.0.snapshot();
        let namespace = show_policy::namespace(found(snapshot.state.namespaces.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNamespaceResponse { namespace: Some(namespace), cursor }))
    }

    async fn list_namespaces(
        &self,
        request: Request<pb::ListNamespacesRequest>,
    ) -> Result<Response<pb::ListNamespacesResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, ClusterName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent), &parent)?;
        let after = page.after(NamespaceName::parse)?;
        let rows = state
            .namespaces_of(&parent)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (namespaces, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show_policy::namespace(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNamespacesResponse { namespaces, next_page_token, cursor }))
    }

    async fn update_namespace(
        &self,
        request: Request<pb::UpdateNamespaceRequest>,
    ) -> Result<Response<pb::UpdateNamespaceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, policies::update_namespace(&request)).await?;
        Ok(Response::new(pb::UpdateNamespaceResponse { namespace: done.namespace(), cursor: done.cursor() }))
    }

    async fn delete_namespace(
        &self,
        request: Request<pb::DeleteNamespaceRequest>,
    ) -> Result<Response<pb::DeleteNamespaceResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, policies::delete_namespace(&request)).await?;
        Ok(Response::new(pb::DeleteNamespaceResponse { cursor: done.cursor() }))
    }

    async fn create_network_policy(
        &self,
        request: Request<pb::CreateNetworkPolicyRequest>,
    ) -> Result<Response<pb::CreateNetworkPolicyResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, policies::create(&request)).await?;
        let network_policy = done.network_policy();
        Ok(Response::new(pb::CreateNetworkPolicyResponse { network_policy, cursor: done.cursor() }))
    }

    async fn get_network_policy(
        &self,
        request: Request<pb::GetNetworkPolicyRequest>,
    ) -> Result<Response<pb::GetNetworkPolicyResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, NetworkPolicyName::parse)?;
        let snapshot = self.0.snapshot();
        let policy = show_policy::policy(found(snapshot.state.network_policies.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNetworkPolicyResponse { network_policy: Some(policy), cursor }))
    }

    async fn list_network_policies(
        &self,
        request: Request<pb::ListNetworkPoliciesRequest>,
    ) -> Result<Response<pb::ListNetworkPoliciesResponse>, Status> {
        let parent = parse::workload::parent(&request.get_ref().parent)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent.cluster), &parent.cluster)?;
        let after = page.after(NetworkPolicyName::parse)?;
        let rows = state
            .network_policies_of(&parent.cluster)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after))
            .filter(|row| parent.namespace.as_ref().is_none_or(|namespace| row.name.namespace == *namespace));
        let (network_policies, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show_policy::policy(row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNetworkPoliciesResponse { network_policies, next_page_token, cursor }))
    }

    async fn update_network_policy(
        &self,
        request: Request<pb::UpdateNetworkPolicyRequest>,
    ) -> Result<Response<pb::UpdateNetworkPolicyResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let given = request.network_policy.as_ref();
        let name = given.and_then(|policy| NetworkPolicyName::parse(&policy.name).ok());
        let current = name.and_then(|name| snapshot.state.network_policies.get(&name));
        let current = current.map(|policy| show_policy::policy(policy));
        let done = self.0.mutate(&caller, &request, policies::update(&request, current.as_ref())).await?;
        let network_policy = done.network_policy();
        Ok(Response::new(pb::UpdateNetworkPolicyResponse { network_policy, cursor: done.cursor() }))
    }

    async fn delete_network_policy(
        &self,
        request: Request<pb::DeleteNetworkPolicyRequest>,
    ) -> Result<Response<pb::DeleteNetworkPolicyResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, policies::delete(&request)).await?;
        Ok(Response::new(pb::DeleteNetworkPolicyResponse { cursor: done.cursor() }))
    }
}
