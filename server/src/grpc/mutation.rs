//! What do all mutating requests have in common: name, resource, idempotency key and dry run?

use std::hash::Hasher;

use podnet_core::meta::Fingerprint;
use podnet_proto::v1 as pb;
use prost::Message;

/// A request that changes something.
pub(crate) trait Mutation {
    /// Full name of the method.
    const METHOD: &'static str;
    /// Field of the request that has the resource; refusals of the domain name fields below it.
    const FIELD: &'static str;
    /// Key of idempotency; empty for none.
    fn request_id(&self) -> &str;
    /// Whether only to say what would happen.
    fn validate_only(&self) -> bool;
    /// Name of the resource, or of its parent, for the log.
    fn resource(&self) -> String;
    /// Fingerprint of the request as it was sent, but for its key of idempotency: the encoding is the same for the same
    /// message, since maps are ordered.
    fn fingerprint(&self) -> u64;
}

macro_rules! mutations {
    ($($request:ident $method:literal $field:literal |$value:ident| $resource:expr;)+) => {$(
        impl Mutation for pb::$request {
            const METHOD: &'static str = concat!("podnet.v1.", $method);
            const FIELD: &'static str = $field;
            fn request_id(&self) -> &str { &self.request_id }
            fn validate_only(&self) -> bool { self.validate_only }
            fn resource(&self) -> String {
                let $value = self;
                $resource
            }
            fn fingerprint(&self) -> u64 {
                let sent = Self { request_id: String::new(), ..self.clone() };
                let mut hasher = Fingerprint::default();
                hasher.write(Self::METHOD.as_bytes());
                hasher.write(&sent.encode_to_vec());
                hasher.finish()
            }
        }
    )+};
}

/// The name inside of a resource that may be absent.
macro_rules! name_in {
    ($resource:expr) => {
        $resource.as_ref().map(|resource| resource.name.clone()).unwrap_or_default()
    };
}

mutations! {
    CreateNetworkRequest "NetworkService/CreateNetwork" "network" |r| format!("networks/{}", r.network_id);
    UpdateNetworkRequest "NetworkService/UpdateNetwork" "network" |r| name_in!(r.network);
    DeleteNetworkRequest "NetworkService/DeleteNetwork" "" |r| r.name.clone();
    CreateSubnetRequest "NetworkService/CreateSubnet" "subnet" |r| format!("{}/subnets/{}", r.parent, r.subnet_id);
    UpdateSubnetRequest "NetworkService/UpdateSubnet" "subnet" |r| name_in!(r.subnet);
    DeleteSubnetRequest "NetworkService/DeleteSubnet" "" |r| r.name.clone();
    CreateClusterRequest "ClusterService/CreateCluster" "cluster" |r| format!("clusters/{}", r.cluster_id);
    UpdateClusterRequest "ClusterService/UpdateCluster" "cluster" |r| name_in!(r.cluster);
    DeleteClusterRequest "ClusterService/DeleteCluster" "" |r| r.name.clone();
    CreateNodePoolRequest "ClusterService/CreateNodePool" "node_pool" |r| format!("{}/nodePools/{}", r.parent, r.node_pool_id);
    UpdateNodePoolRequest "ClusterService/UpdateNodePool" "node_pool" |r| name_in!(r.node_pool);
    DeleteNodePoolRequest "ClusterService/DeleteNodePool" "" |r| r.name.clone();
    ScaleNodePoolRequest "ClusterService/ScaleNodePool" "" |r| r.name.clone();
    CreateNodeRequest "ClusterService/CreateNode" "node" |r| format!("{}/nodes/{}", r.parent, r.node_id);
    UpdateNodeRequest "ClusterService/UpdateNode" "node" |r| name_in!(r.node);
    DeleteNodeRequest "ClusterService/DeleteNode" "" |r| r.name.clone();
    BatchCreateNodesRequest "ClusterService/BatchCreateNodes" "requests" |r| r.parent.clone();
    BatchDeleteNodesRequest "ClusterService/BatchDeleteNodes" "" |r| r.parent.clone();
    CreateServiceRequest "WorkloadService/CreateService" "service" |r| format!("{}/services/{}", r.parent, r.service_id);
    UpdateServiceRequest "WorkloadService/UpdateService" "service" |r| name_in!(r.service);
    DeleteServiceRequest "WorkloadService/DeleteService" "" |r| r.name.clone();
    CreateNetworkSecurityGroupRequest "SecurityService/CreateNetworkSecurityGroup" "network_security_group" |r| format!("{}/networkSecurityGroups/{}", r.parent, r.network_security_group_id);
    UpdateNetworkSecurityGroupRequest "SecurityService/UpdateNetworkSecurityGroup" "network_security_group" |r| name_in!(r.network_security_group);
    DeleteNetworkSecurityGroupRequest "SecurityService/DeleteNetworkSecurityGroup" "" |r| r.name.clone();
    CreateNamespaceRequest "SecurityService/CreateNamespace" "namespace" |r| format!("{}/namespaces/{}", r.parent, r.namespace_id);
    UpdateNamespaceRequest "SecurityService/UpdateNamespace" "namespace" |r| name_in!(r.namespace);
    DeleteNamespaceRequest "SecurityService/DeleteNamespace" "" |r| r.name.clone();
    CreateNetworkPolicyRequest "SecurityService/CreateNetworkPolicy" "network_policy" |r| format!("{}/networkPolicies/{}", r.parent, r.network_policy_id);
    UpdateNetworkPolicyRequest "SecurityService/UpdateNetworkPolicy" "network_policy" |r| name_in!(r.network_policy);
    DeleteNetworkPolicyRequest "SecurityService/DeleteNetworkPolicy" "" |r| r.name.clone();
    UpdateAllocationRequest "IpamService/UpdateAllocation" "allocation" |r| name_in!(r.allocation);
    AllocateAddressRequest "IpamService/AllocateAddress" "" |r| format!("{}/allocations/{}", r.parent, r.allocation_id);
    ReleaseAddressRequest "IpamService/ReleaseAddress" "" |r| r.name.clone();
    BatchAllocateAddressesRequest "IpamService/BatchAllocateAddresses" "requests" |r| r.parent.clone();
    BatchReleaseAddressesRequest "IpamService/BatchReleaseAddresses" "requests" |r| r.parent.clone();
    CreateReservationRequest "IpamService/CreateReservation" "reservation" |r| format!("{}/reservations/{}", r.parent, r.reservation_id);
    DeleteReservationRequest "IpamService/DeleteReservation" "" |r| r.name.clone();
    SweepAllocationsRequest "IpamService/SweepAllocations" "" |r| r.node.clone();
    CreateRouteTableRequest "RouteService/CreateRouteTable" "route_table" |r| format!("{}/routeTables/{}", r.parent, r.route_table_id);
    UpdateRouteTableRequest "RouteService/UpdateRouteTable" "route_table" |r| name_in!(r.route_table);
    DeleteRouteTableRequest "RouteService/DeleteRouteTable" "" |r| r.name.clone();
    CreateRouteRequest "RouteService/CreateRoute" "route" |r| format!("{}/routes/{}", r.parent, r.route_id);
    UpdateRouteRequest "RouteService/UpdateRoute" "route" |r| name_in!(r.route);
    DeleteRouteRequest "RouteService/DeleteRoute" "" |r| r.name.clone();
    SetSubnetRouteTableRequest "RouteService/SetSubnetRouteTable" "" |r| r.subnet.clone();
    ReconcileRouteTableRequest "RouteService/ReconcileRouteTable" "" |r| r.name.clone();
}
