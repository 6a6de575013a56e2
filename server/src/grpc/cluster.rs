//! `ClusterService`: parse, submit or read, render.

use std::ops::Bound::{Excluded, Unbounded};

use podnet_core::name::{ClusterName, NodeName, NodePoolName};
use podnet_proto::v1 as pb;
use podnet_proto::v1::cluster_service_server::ClusterService;
use tonic::{Request, Response, Status};

use super::parse::{self, cluster as read, node as read_node};
use super::render::around::Around;
use super::render::{self, cluster as show};
use super::shell::{Shell, found};

/// The service.
#[derive(Clone, Debug)]
pub(crate) struct Cluster(pub(crate) Shell);

#[tonic::async_trait]
impl ClusterService for Cluster {
    async fn create_cluster(
        &self,
        request: Request<pb::CreateClusterRequest>,
    ) -> Result<Response<pb::CreateClusterResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::CreateClusterResponse {
            cluster: done.cluster(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::create_cluster(&request), render).await
    }

    async fn get_cluster(
        &self,
        request: Request<pb::GetClusterRequest>,
    ) -> Result<Response<pb::GetClusterResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, ClusterName::parse)?;
        let snapshot = self.0.snapshot();
        let cluster = show::cluster(&snapshot.state, found(snapshot.state.clusters.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetClusterResponse { cluster: Some(cluster), cursor }))
    }

    async fn list_clusters(
        &self,
        request: Request<pb::ListClustersRequest>,
    ) -> Result<Response<pb::ListClustersResponse>, Status> {
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        let from = page.after(ClusterName::parse)?.map_or(Unbounded, Excluded);
        let rows = state.clusters.range((from, Unbounded)).map(|(_, body)| body);
        let (clusters, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::cluster(state, row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListClustersResponse { clusters, next_page_token, cursor }))
    }

    async fn update_cluster(
        &self,
        request: Request<pb::UpdateClusterRequest>,
    ) -> Result<Response<pb::UpdateClusterResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let name = request.cluster.as_ref().and_then(|cluster| ClusterName::parse(&cluster.name).ok());
        let current = name.and_then(|name| snapshot.state.clusters.get(&name));
        let current = current.map(|cluster| show::cluster(&snapshot.state, cluster));
        let render = move |done: &Around<'_>| pb::UpdateClusterResponse {
            cluster: done.cluster(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::update_cluster(&request, current.as_ref()), render).await
    }

    async fn delete_cluster(
        &self,
        request: Request<pb::DeleteClusterRequest>,
    ) -> Result<Response<pb::DeleteClusterResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::delete_cluster(&request)).await?;
        Ok(Response::new(pb::DeleteClusterResponse { cursor: done.cursor() }))
    }

    async fn create_node_pool(
        &self,
        request: Request<pb::CreateNodePoolRequest>,
    ) -> Result<Response<pb::CreateNodePoolResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::CreateNodePoolResponse {
            node_pool: done.node_pool(None),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::create_node_pool(&request), render).await
    }

    async fn get_node_pool(
        &self,
        request: Request<pb::GetNodePoolRequest>,
    ) -> Result<Response<pb::GetNodePoolResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, NodePoolName::parse)?;
        let snapshot = self.0.snapshot();
        let pool = show::node_pool(&snapshot.state, found(snapshot.state.node_pools.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNodePoolResponse { node_pool: Some(pool), cursor }))
    }

    async fn list_node_pools(
        &self,
        request: Request<pb::ListNodePoolsRequest>,
    ) -> Result<Response<pb::ListNodePoolsResponse>, Status> {
        let parent = parse::name("parent", &request.get_ref().parent, ClusterName::parse)?;
        let page = self.0.page(request.get_ref())?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent), &parent)?;
        let after = page.after(NodePoolName::parse)?;
        let rows = state
            .node_pools_of(&parent)
            .skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let (node_pools, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::node_pool(state, row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNodePoolsResponse { node_pools, next_page_token, cursor }))
    }

    async fn update_node_pool(
        &self,
        request: Request<pb::UpdateNodePoolRequest>,
    ) -> Result<Response<pb::UpdateNodePoolResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let name = request.node_pool.as_ref().and_then(|pool| NodePoolName::parse(&pool.name).ok());
        let current = name.and_then(|name| snapshot.state.node_pools.get(&name));
        let current = current.map(|pool| show::node_pool(&snapshot.state, pool));
        let render = move |done: &Around<'_>| pb::UpdateNodePoolResponse {
            node_pool: done.node_pool(None),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::update_node_pool(&request, current.as_ref()), render).await
    }

    async fn delete_node_pool(
        &self,
        request: Request<pb::DeleteNodePoolRequest>,
    ) -> Result<Response<pb::DeleteNodePoolResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let done = self.0.mutate(&caller, &request, read::delete_node_pool(&request)).await?;
        Ok(Response::new(pb::DeleteNodePoolResponse { cursor: done.cursor() }))
    }

    async fn scale_node_pool(
        &self,
        request: Request<pb::ScaleNodePoolRequest>,
    ) -> Result<Response<pb::ScaleNodePoolResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let name = NodePoolName::parse(&request.name).ok();
        let render = move |done: &Around<'_>| pb::ScaleNodePoolResponse {
            node_pool: done.node_pool(name.as_ref()),
            nodes_added: done.nodes(),
            nodes_removed: done.nodes_removed(),
            route_changes: done.route_changes("node pool scaled"),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read::scale_node_pool(&request), render).await
    }

    async fn create_node(
        &self,
        request: Request<pb::CreateNodeRequest>,
    ) -> Result<Response<pb::CreateNodeResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::CreateNodeResponse {
            node: done.nodes().into_iter().next(),
            route_changes: done.route_changes("node joined"),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read_node::create_node(&request), render).await
    }

    async fn get_node(
        &self,
        request: Request<pb::GetNodeRequest>,
    ) -> Result<Response<pb::GetNodeResponse>, Status> {
        let name = parse::name("name", &request.get_ref().name, NodeName::parse)?;
        let snapshot = self.0.snapshot();
        let node = show::node(&snapshot.state, found(snapshot.state.nodes.get(&name), &name)?);
        let cursor = render::cursor(&snapshot);
        Ok(Response::new(pb::GetNodeResponse { node: Some(node), cursor }))
    }

    async fn list_nodes(
        &self,
        request: Request<pb::ListNodesRequest>,
    ) -> Result<Response<pb::ListNodesResponse>, Status> {
        let request = request.get_ref();
        let parent = parse::name("parent", &request.parent, ClusterName::parse)?;
        let wanted = read_node::list_filter(request)?;
        let page = self.0.page(request)?;
        let state = &page.snapshot.state;
        found(state.clusters.get(&parent), &parent)?;
        let after = page.after(NodeName::parse)?;
        let rows =
            state.nodes_of(&parent).skip_while(|row| after.as_ref().is_some_and(|after| row.name <= *after));
        let rows = rows.filter(|row| wanted.matches(row));
        let (nodes, next_page_token) =
            page.fill(rows, |row| row.name.to_string(), |row| show::node(state, row));
        let cursor = render::cursor(&page.snapshot);
        Ok(Response::new(pb::ListNodesResponse { nodes, next_page_token, cursor }))
    }

    async fn update_node(
        &self,
        request: Request<pb::UpdateNodeRequest>,
    ) -> Result<Response<pb::UpdateNodeResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let snapshot = self.0.snapshot();
        let name = request.node.as_ref().and_then(|node| NodeName::parse(&node.name).ok());
        let current = name.and_then(|name| snapshot.state.nodes.get(&name));
        let current = current.map(|node| show::node(&snapshot.state, node));
        let render = move |done: &Around<'_>| pb::UpdateNodeResponse {
            node: done.nodes().into_iter().next(),
            route_changes: done.route_changes("address of the node changed"),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read_node::update_node(&request, current.as_ref()), render).await
    }

    async fn delete_node(
        &self,
        request: Request<pb::DeleteNodeRequest>,
    ) -> Result<Response<pb::DeleteNodeResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::DeleteNodeResponse {
            route_changes: done.route_changes("node left"),
            released_count: done.released_count(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read_node::delete_node(&request), render).await
    }

    async fn batch_create_nodes(
        &self,
        request: Request<pb::BatchCreateNodesRequest>,
    ) -> Result<Response<pb::BatchCreateNodesResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::BatchCreateNodesResponse {
            nodes: done.nodes(),
            route_changes: done.route_changes("node joined"),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read_node::batch_create_nodes(&request), render).await
    }

    async fn batch_delete_nodes(
        &self,
        request: Request<pb::BatchDeleteNodesRequest>,
    ) -> Result<Response<pb::BatchDeleteNodesResponse>, Status> {
        let (caller, request) = self.0.open(request);
        let render = move |done: &Around<'_>| pb::BatchDeleteNodesResponse {
            names: done.nodes_removed(),
            route_changes: done.route_changes("node left"),
            released_count: done.released_count(),
            cursor: done.cursor(),
        };
        self.0.answer(&caller, &request, read_node::batch_delete_nodes(&request), render).await
    }
}
