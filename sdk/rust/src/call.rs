//! Which RPCs there are: one line for each unary RPC of the contract.
//!
//! The table pairs a request with its response and generated method, so that [`crate::Client::call`] is one function for all.

use podnet_proto::v1;
use tonic::transport::Channel;
use tonic::{Request, Response, Status};

use crate::client::MESSAGE_BYTES_MAX;

/// A request of a unary RPC.
pub trait Rpc: Clone + Send + 'static {
    /// Its response.
    type Response: Send;
    /// Whether it carries many items and gets the longer deadline.
    const BATCH: bool;

    /// The key of idempotency, if the RPC changes something.
    fn request_id_mut(&mut self) -> Option<&mut String>;

    /// Sends one attempt.
    fn send(
        channel: Channel,
        request: Request<Self>,
    ) -> impl Future<Output = Result<Response<Self::Response>, Status>> + Send;
}

macro_rules! rpcs {
    (@id numbered $self:ident) => { Some(&mut $self.request_id) };
    (@id plain $self:ident) => {{ let _ = $self; None }};
    (@batch batch) => { true };
    (@batch single) => { false };
    ($($module:ident::$client:ident { $($method:ident: $request:ident => $response:ident, $id:ident, $size:ident;)+ })+) => {$($(
        impl Rpc for v1::$request {
            type Response = v1::$response;
            const BATCH: bool = rpcs!(@batch $size);

            fn request_id_mut(&mut self) -> Option<&mut String> {
                rpcs!(@id $id self)
            }

            async fn send(channel: Channel, request: Request<Self>) -> Result<Response<Self::Response>, Status> {
                v1::$module::$client::new(channel)
                    .max_decoding_message_size(MESSAGE_BYTES_MAX)
                    .max_encoding_message_size(MESSAGE_BYTES_MAX)
                    .$method(request)
                    .await
            }
        }
    )+)+};
}

rpcs! {
    admin_service_client::AdminServiceClient {
        get_server_info: GetServerInfoRequest => GetServerInfoResponse, plain, single;
        compact_log: CompactLogRequest => CompactLogResponse, numbered, single;
    }
    cluster_service_client::ClusterServiceClient {
        create_cluster: CreateClusterRequest => CreateClusterResponse, numbered, single;
        get_cluster: GetClusterRequest => GetClusterResponse, plain, single;
        list_clusters: ListClustersRequest => ListClustersResponse, plain, single;
        update_cluster: UpdateClusterRequest => UpdateClusterResponse, numbered, single;
        delete_cluster: DeleteClusterRequest => DeleteClusterResponse, numbered, single;
        create_node_pool: CreateNodePoolRequest => CreateNodePoolResponse, numbered, single;
        get_node_pool: GetNodePoolRequest => GetNodePoolResponse, plain, single;
        list_node_pools: ListNodePoolsRequest => ListNodePoolsResponse, plain, single;
        update_node_pool: UpdateNodePoolRequest => UpdateNodePoolResponse, numbered, single;
        delete_node_pool: DeleteNodePoolRequest => DeleteNodePoolResponse, numbered, single;
        scale_node_pool: ScaleNodePoolRequest => ScaleNodePoolResponse, numbered, batch;
        create_node: CreateNodeRequest => CreateNodeResponse, numbered, single;
        get_node: GetNodeRequest => GetNodeResponse, plain, single;
        list_nodes: ListNodesRequest => ListNodesResponse, plain, single;
        update_node: UpdateNodeRequest => UpdateNodeResponse, numbered, single;
        delete_node: DeleteNodeRequest => DeleteNodeResponse, numbered, single;
        batch_create_nodes: BatchCreateNodesRequest => BatchCreateNodesResponse, numbered, batch;
        batch_delete_nodes: BatchDeleteNodesRequest => BatchDeleteNodesResponse, numbered, batch;
    }
    flow_service_client::FlowServiceClient {
        trace_flow: TraceFlowRequest => TraceFlowResponse, plain, single;
        batch_trace_flows: BatchTraceFlowsRequest => BatchTraceFlowsResponse, plain, batch;
    }
    ipam_service_client::IpamServiceClient {
        allocate_address: AllocateAddressRequest => AllocateAddressResponse, numbered, single;
        update_allocation: UpdateAllocationRequest => UpdateAllocationResponse, numbered, single;
        release_address: ReleaseAddressRequest => ReleaseAddressResponse, numbered, single;
        batch_allocate_addresses: BatchAllocateAddressesRequest => BatchAllocateAddressesResponse, numbered, batch;
        batch_release_addresses: BatchReleaseAddressesRequest => BatchReleaseAddressesResponse, numbered, batch;
        get_allocation: GetAllocationRequest => GetAllocationResponse, plain, single;
        list_allocations: ListAllocationsRequest => ListAllocationsResponse, plain, single;
        lookup_address: LookupAddressRequest => LookupAddressResponse, plain, single;
        get_pool_usage: GetPoolUsageRequest => GetPoolUsageResponse, plain, single;
        list_pools: ListPoolsRequest => ListPoolsResponse, plain, single;
        list_free_ranges: ListFreeRangesRequest => ListFreeRangesResponse, plain, single;
        create_reservation: CreateReservationRequest => CreateReservationResponse, numbered, single;
        get_reservation: GetReservationRequest => GetReservationResponse, plain, single;
        list_reservations: ListReservationsRequest => ListReservationsResponse, plain, single;
        delete_reservation: DeleteReservationRequest => DeleteReservationResponse, numbered, single;
        sweep_allocations: SweepAllocationsRequest => SweepAllocationsResponse, numbered, single;
        list_address_history: ListAddressHistoryRequest => ListAddressHistoryResponse, plain, single;
    }
    network_service_client::NetworkServiceClient {
        create_network: CreateNetworkRequest => CreateNetworkResponse, numbered, single;
        get_network: GetNetworkRequest => GetNetworkResponse, plain, single;
        list_networks: ListNetworksRequest => ListNetworksResponse, plain, single;
        update_network: UpdateNetworkRequest => UpdateNetworkResponse, numbered, single;
        delete_network: DeleteNetworkRequest => DeleteNetworkResponse, numbered, single;
        create_subnet: CreateSubnetRequest => CreateSubnetResponse, numbered, single;
        get_subnet: GetSubnetRequest => GetSubnetResponse, plain, single;
        list_subnets: ListSubnetsRequest => ListSubnetsResponse, plain, single;
        update_subnet: UpdateSubnetRequest => UpdateSubnetResponse, numbered, single;
        delete_subnet: DeleteSubnetRequest => DeleteSubnetResponse, numbered, single;
    }
    proof_service_client::ProofServiceClient {
        verify_cluster: VerifyClusterRequest => VerifyClusterResponse, plain, batch;
        what_if: WhatIfRequest => WhatIfResponse, plain, batch;
    }
    route_service_client::RouteServiceClient {
        create_route_table: CreateRouteTableRequest => CreateRouteTableResponse, numbered, single;
        get_route_table: GetRouteTableRequest => GetRouteTableResponse, plain, single;
        list_route_tables: ListRouteTablesRequest => ListRouteTablesResponse, plain, single;
        update_route_table: UpdateRouteTableRequest => UpdateRouteTableResponse, numbered, single;
        delete_route_table: DeleteRouteTableRequest => DeleteRouteTableResponse, numbered, single;
        create_route: CreateRouteRequest => CreateRouteResponse, numbered, single;
        get_route: GetRouteRequest => GetRouteResponse, plain, single;
        list_routes: ListRoutesRequest => ListRoutesResponse, plain, single;
        update_route: UpdateRouteRequest => UpdateRouteResponse, numbered, single;
        delete_route: DeleteRouteRequest => DeleteRouteResponse, numbered, single;
        set_subnet_route_table: SetSubnetRouteTableRequest => SetSubnetRouteTableResponse, numbered, single;
        list_effective_routes: ListEffectiveRoutesRequest => ListEffectiveRoutesResponse, plain, single;
        lookup_route: LookupRouteRequest => LookupRouteResponse, plain, single;
        reconcile_route_table: ReconcileRouteTableRequest => ReconcileRouteTableResponse, numbered, single;
    }
    security_service_client::SecurityServiceClient {
        create_network_security_group: CreateNetworkSecurityGroupRequest => CreateNetworkSecurityGroupResponse, numbered, single;
        get_network_security_group: GetNetworkSecurityGroupRequest => GetNetworkSecurityGroupResponse, plain, single;
        list_network_security_groups: ListNetworkSecurityGroupsRequest => ListNetworkSecurityGroupsResponse, plain, single;
        update_network_security_group: UpdateNetworkSecurityGroupRequest => UpdateNetworkSecurityGroupResponse, numbered, single;
        delete_network_security_group: DeleteNetworkSecurityGroupRequest => DeleteNetworkSecurityGroupResponse, numbered, single;
        create_namespace: CreateNamespaceRequest => CreateNamespaceResponse, numbered, single;
        get_namespace: GetNamespaceRequest => GetNamespaceResponse, plain, single;
        list_namespaces: ListNamespacesRequest => ListNamespacesResponse, plain, single;
        update_namespace: UpdateNamespaceRequest => UpdateNamespaceResponse, numbered, single;
        delete_namespace: DeleteNamespaceRequest => DeleteNamespaceResponse, numbered, single;
        create_network_policy: CreateNetworkPolicyRequest => CreateNetworkPolicyResponse, numbered, single;
        get_network_policy: GetNetworkPolicyRequest => GetNetworkPolicyResponse, plain, single;
        list_network_policies: ListNetworkPoliciesRequest => ListNetworkPoliciesResponse, plain, single;
        update_network_policy: UpdateNetworkPolicyRequest => UpdateNetworkPolicyResponse, numbered, single;
        delete_network_policy: DeleteNetworkPolicyRequest => DeleteNetworkPolicyResponse, numbered, single;
    }
    workload_service_client::WorkloadServiceClient {
        create_service: CreateServiceRequest => CreateServiceResponse, numbered, single;
        get_service: GetServiceRequest => GetServiceResponse, plain, single;
        list_services: ListServicesRequest => ListServicesResponse, plain, single;
        update_service: UpdateServiceRequest => UpdateServiceResponse, numbered, single;
        delete_service: DeleteServiceRequest => DeleteServiceResponse, numbered, single;
    }
}
