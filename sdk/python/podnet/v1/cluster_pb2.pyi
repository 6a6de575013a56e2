from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from podnet.v1 import common_pb2 as _common_pb2
from podnet.v1 import route_pb2 as _route_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class NetworkMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NETWORK_MODE_UNSPECIFIED: _ClassVar[NetworkMode]
    NETWORK_MODE_KUBENET: _ClassVar[NetworkMode]
    NETWORK_MODE_AZURE_CNI: _ClassVar[NetworkMode]
    NETWORK_MODE_AZURE_CNI_OVERLAY: _ClassVar[NetworkMode]
    NETWORK_MODE_AZURE_CNI_POD_SUBNET: _ClassVar[NetworkMode]

class RouteManagement(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_MANAGEMENT_UNSPECIFIED: _ClassVar[RouteManagement]
    ROUTE_MANAGEMENT_MANAGED: _ClassVar[RouteManagement]
    ROUTE_MANAGEMENT_OBSERVED: _ClassVar[RouteManagement]

class OutboundType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OUTBOUND_TYPE_UNSPECIFIED: _ClassVar[OutboundType]
    OUTBOUND_TYPE_LOAD_BALANCER: _ClassVar[OutboundType]
    OUTBOUND_TYPE_USER_DEFINED_ROUTING: _ClassVar[OutboundType]
    OUTBOUND_TYPE_NAT_GATEWAY: _ClassVar[OutboundType]
    OUTBOUND_TYPE_NONE: _ClassVar[OutboundType]

class InboundDistribution(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INBOUND_DISTRIBUTION_UNSPECIFIED: _ClassVar[InboundDistribution]
    INBOUND_DISTRIBUTION_FIVE_TUPLE_HASH: _ClassVar[InboundDistribution]
    INBOUND_DISTRIBUTION_ROUND_ROBIN: _ClassVar[InboundDistribution]

class ProvisioningTool(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROVISIONING_TOOL_UNSPECIFIED: _ClassVar[ProvisioningTool]
    PROVISIONING_TOOL_PORTAL: _ClassVar[ProvisioningTool]
    PROVISIONING_TOOL_CLI: _ClassVar[ProvisioningTool]
    PROVISIONING_TOOL_ARM: _ClassVar[ProvisioningTool]

class NetworkPolicyEngine(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NETWORK_POLICY_ENGINE_UNSPECIFIED: _ClassVar[NetworkPolicyEngine]
    NETWORK_POLICY_ENGINE_NONE: _ClassVar[NetworkPolicyEngine]
    NETWORK_POLICY_ENGINE_AZURE_NPM: _ClassVar[NetworkPolicyEngine]
    NETWORK_POLICY_ENGINE_CALICO: _ClassVar[NetworkPolicyEngine]
    NETWORK_POLICY_ENGINE_CILIUM: _ClassVar[NetworkPolicyEngine]

class PodDataPath(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    POD_DATA_PATH_UNSPECIFIED: _ClassVar[PodDataPath]
    POD_DATA_PATH_TRANSPARENT: _ClassVar[PodDataPath]
    POD_DATA_PATH_BRIDGE: _ClassVar[PodDataPath]

class OsType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OS_TYPE_UNSPECIFIED: _ClassVar[OsType]
    OS_TYPE_LINUX: _ClassVar[OsType]
    OS_TYPE_WINDOWS: _ClassVar[OsType]

class NodeState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NODE_STATE_UNSPECIFIED: _ClassVar[NodeState]
    NODE_STATE_READY: _ClassVar[NodeState]
    NODE_STATE_CORDONED: _ClassVar[NodeState]
    NODE_STATE_NOT_READY: _ClassVar[NodeState]
NETWORK_MODE_UNSPECIFIED: NetworkMode
NETWORK_MODE_KUBENET: NetworkMode
NETWORK_MODE_AZURE_CNI: NetworkMode
NETWORK_MODE_AZURE_CNI_OVERLAY: NetworkMode
NETWORK_MODE_AZURE_CNI_POD_SUBNET: NetworkMode
ROUTE_MANAGEMENT_UNSPECIFIED: RouteManagement
ROUTE_MANAGEMENT_MANAGED: RouteManagement
ROUTE_MANAGEMENT_OBSERVED: RouteManagement
OUTBOUND_TYPE_UNSPECIFIED: OutboundType
OUTBOUND_TYPE_LOAD_BALANCER: OutboundType
OUTBOUND_TYPE_USER_DEFINED_ROUTING: OutboundType
OUTBOUND_TYPE_NAT_GATEWAY: OutboundType
OUTBOUND_TYPE_NONE: OutboundType
INBOUND_DISTRIBUTION_UNSPECIFIED: InboundDistribution
INBOUND_DISTRIBUTION_FIVE_TUPLE_HASH: InboundDistribution
INBOUND_DISTRIBUTION_ROUND_ROBIN: InboundDistribution
PROVISIONING_TOOL_UNSPECIFIED: ProvisioningTool
PROVISIONING_TOOL_PORTAL: ProvisioningTool
PROVISIONING_TOOL_CLI: ProvisioningTool
PROVISIONING_TOOL_ARM: ProvisioningTool
NETWORK_POLICY_ENGINE_UNSPECIFIED: NetworkPolicyEngine
NETWORK_POLICY_ENGINE_NONE: NetworkPolicyEngine
NETWORK_POLICY_ENGINE_AZURE_NPM: NetworkPolicyEngine
NETWORK_POLICY_ENGINE_CALICO: NetworkPolicyEngine
NETWORK_POLICY_ENGINE_CILIUM: NetworkPolicyEngine
POD_DATA_PATH_UNSPECIFIED: PodDataPath
POD_DATA_PATH_TRANSPARENT: PodDataPath
POD_DATA_PATH_BRIDGE: PodDataPath
OS_TYPE_UNSPECIFIED: OsType
OS_TYPE_LINUX: OsType
OS_TYPE_WINDOWS: OsType
NODE_STATE_UNSPECIFIED: NodeState
NODE_STATE_READY: NodeState
NODE_STATE_CORDONED: NodeState
NODE_STATE_NOT_READY: NodeState

class Cluster(_message.Message):
    __slots__ = ("name", "meta", "network", "network_mode", "pod_prefixes", "node_prefix_length_ipv4", "node_prefix_length_ipv6", "service_prefixes", "dns_service_address", "ip_families", "route_table", "route_management", "outbound", "inbound_distribution", "non_masquerade_prefixes", "provisioning_tool", "cooldown", "pod_data_path", "node_count", "usage", "block_usage", "network_policy_engine")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    NETWORK_MODE_FIELD_NUMBER: _ClassVar[int]
    POD_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    NODE_PREFIX_LENGTH_IPV4_FIELD_NUMBER: _ClassVar[int]
    NODE_PREFIX_LENGTH_IPV6_FIELD_NUMBER: _ClassVar[int]
    SERVICE_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    DNS_SERVICE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    IP_FAMILIES_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_MANAGEMENT_FIELD_NUMBER: _ClassVar[int]
    OUTBOUND_FIELD_NUMBER: _ClassVar[int]
    INBOUND_DISTRIBUTION_FIELD_NUMBER: _ClassVar[int]
    NON_MASQUERADE_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    PROVISIONING_TOOL_FIELD_NUMBER: _ClassVar[int]
    COOLDOWN_FIELD_NUMBER: _ClassVar[int]
    POD_DATA_PATH_FIELD_NUMBER: _ClassVar[int]
    NODE_COUNT_FIELD_NUMBER: _ClassVar[int]
    USAGE_FIELD_NUMBER: _ClassVar[int]
    BLOCK_USAGE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_POLICY_ENGINE_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    network: str
    network_mode: NetworkMode
    pod_prefixes: _containers.RepeatedScalarFieldContainer[str]
    node_prefix_length_ipv4: int
    node_prefix_length_ipv6: int
    service_prefixes: _containers.RepeatedScalarFieldContainer[str]
    dns_service_address: str
    ip_families: _containers.RepeatedScalarFieldContainer[_common_pb2.IpFamily]
    route_table: str
    route_management: RouteManagement
    outbound: Outbound
    inbound_distribution: InboundDistribution
    non_masquerade_prefixes: NonMasqueradePrefixes
    provisioning_tool: ProvisioningTool
    cooldown: _duration_pb2.Duration
    pod_data_path: PodDataPath
    node_count: int
    usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.AddressUsage]
    block_usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.BlockUsage]
    network_policy_engine: NetworkPolicyEngine
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., network: _Optional[str] = ..., network_mode: _Optional[_Union[NetworkMode, str]] = ..., pod_prefixes: _Optional[_Iterable[str]] = ..., node_prefix_length_ipv4: _Optional[int] = ..., node_prefix_length_ipv6: _Optional[int] = ..., service_prefixes: _Optional[_Iterable[str]] = ..., dns_service_address: _Optional[str] = ..., ip_families: _Optional[_Iterable[_Union[_common_pb2.IpFamily, str]]] = ..., route_table: _Optional[str] = ..., route_management: _Optional[_Union[RouteManagement, str]] = ..., outbound: _Optional[_Union[Outbound, _Mapping]] = ..., inbound_distribution: _Optional[_Union[InboundDistribution, str]] = ..., non_masquerade_prefixes: _Optional[_Union[NonMasqueradePrefixes, _Mapping]] = ..., provisioning_tool: _Optional[_Union[ProvisioningTool, str]] = ..., cooldown: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., pod_data_path: _Optional[_Union[PodDataPath, str]] = ..., node_count: _Optional[int] = ..., usage: _Optional[_Iterable[_Union[_common_pb2.AddressUsage, _Mapping]]] = ..., block_usage: _Optional[_Iterable[_Union[_common_pb2.BlockUsage, _Mapping]]] = ..., network_policy_engine: _Optional[_Union[NetworkPolicyEngine, str]] = ...) -> None: ...

class Outbound(_message.Message):
    __slots__ = ("type", "outbound_addresses", "allocated_outbound_ports")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    OUTBOUND_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    ALLOCATED_OUTBOUND_PORTS_FIELD_NUMBER: _ClassVar[int]
    type: OutboundType
    outbound_addresses: _containers.RepeatedScalarFieldContainer[str]
    allocated_outbound_ports: int
    def __init__(self, type: _Optional[_Union[OutboundType, str]] = ..., outbound_addresses: _Optional[_Iterable[str]] = ..., allocated_outbound_ports: _Optional[int] = ...) -> None: ...

class NonMasqueradePrefixes(_message.Message):
    __slots__ = ("prefixes",)
    PREFIXES_FIELD_NUMBER: _ClassVar[int]
    prefixes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, prefixes: _Optional[_Iterable[str]] = ...) -> None: ...

class NodePool(_message.Message):
    __slots__ = ("name", "meta", "subnet", "max_pods", "os_type", "surge", "node_count", "network_security_group")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    MAX_PODS_FIELD_NUMBER: _ClassVar[int]
    OS_TYPE_FIELD_NUMBER: _ClassVar[int]
    SURGE_FIELD_NUMBER: _ClassVar[int]
    NODE_COUNT_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    subnet: str
    max_pods: int
    os_type: OsType
    surge: int
    node_count: int
    network_security_group: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., subnet: _Optional[str] = ..., max_pods: _Optional[int] = ..., os_type: _Optional[_Union[OsType, str]] = ..., surge: _Optional[int] = ..., node_count: _Optional[int] = ..., network_security_group: _Optional[str] = ...) -> None: ...

class Node(_message.Message):
    __slots__ = ("name", "meta", "node_pool", "uid", "addresses", "pod_prefixes", "pod_addresses", "max_pods", "state", "excluded_from_load_balancer", "pod_count", "usage", "ip_forwarding", "public_addresses")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    UID_FIELD_NUMBER: _ClassVar[int]
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    POD_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    POD_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    MAX_PODS_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_FROM_LOAD_BALANCER_FIELD_NUMBER: _ClassVar[int]
    POD_COUNT_FIELD_NUMBER: _ClassVar[int]
    USAGE_FIELD_NUMBER: _ClassVar[int]
    IP_FORWARDING_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    node_pool: str
    uid: str
    addresses: _containers.RepeatedScalarFieldContainer[str]
    pod_prefixes: _containers.RepeatedScalarFieldContainer[str]
    pod_addresses: _containers.RepeatedCompositeFieldContainer[PodAddress]
    max_pods: int
    state: NodeState
    excluded_from_load_balancer: bool
    pod_count: int
    usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.AddressUsage]
    ip_forwarding: bool
    public_addresses: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., node_pool: _Optional[str] = ..., uid: _Optional[str] = ..., addresses: _Optional[_Iterable[str]] = ..., pod_prefixes: _Optional[_Iterable[str]] = ..., pod_addresses: _Optional[_Iterable[_Union[PodAddress, _Mapping]]] = ..., max_pods: _Optional[int] = ..., state: _Optional[_Union[NodeState, str]] = ..., excluded_from_load_balancer: bool = ..., pod_count: _Optional[int] = ..., usage: _Optional[_Iterable[_Union[_common_pb2.AddressUsage, _Mapping]]] = ..., ip_forwarding: bool = ..., public_addresses: _Optional[_Iterable[str]] = ...) -> None: ...

class PodAddress(_message.Message):
    __slots__ = ("address", "in_use")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    IN_USE_FIELD_NUMBER: _ClassVar[int]
    address: str
    in_use: bool
    def __init__(self, address: _Optional[str] = ..., in_use: bool = ...) -> None: ...

class CreateClusterRequest(_message.Message):
    __slots__ = ("cluster_id", "cluster", "request_id", "validate_only")
    CLUSTER_ID_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    cluster_id: str
    cluster: Cluster
    request_id: str
    validate_only: bool
    def __init__(self, cluster_id: _Optional[str] = ..., cluster: _Optional[_Union[Cluster, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateClusterResponse(_message.Message):
    __slots__ = ("cluster", "cursor")
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cluster: Cluster
    cursor: _common_pb2.Cursor
    def __init__(self, cluster: _Optional[_Union[Cluster, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetClusterRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetClusterResponse(_message.Message):
    __slots__ = ("cluster", "cursor")
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cluster: Cluster
    cursor: _common_pb2.Cursor
    def __init__(self, cluster: _Optional[_Union[Cluster, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListClustersRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListClustersResponse(_message.Message):
    __slots__ = ("clusters", "next_page_token", "cursor")
    CLUSTERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    clusters: _containers.RepeatedCompositeFieldContainer[Cluster]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, clusters: _Optional[_Iterable[_Union[Cluster, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateClusterRequest(_message.Message):
    __slots__ = ("cluster", "update_mask", "request_id", "validate_only")
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    cluster: Cluster
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, cluster: _Optional[_Union[Cluster, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateClusterResponse(_message.Message):
    __slots__ = ("cluster", "cursor")
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cluster: Cluster
    cursor: _common_pb2.Cursor
    def __init__(self, cluster: _Optional[_Union[Cluster, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteClusterRequest(_message.Message):
    __slots__ = ("name", "etag", "allow_missing", "force", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    ALLOW_MISSING_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    allow_missing: bool
    force: bool
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., allow_missing: bool = ..., force: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class DeleteClusterResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateNodePoolRequest(_message.Message):
    __slots__ = ("parent", "node_pool_id", "node_pool", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NODE_POOL_ID_FIELD_NUMBER: _ClassVar[int]
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    node_pool_id: str
    node_pool: NodePool
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., node_pool_id: _Optional[str] = ..., node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNodePoolResponse(_message.Message):
    __slots__ = ("node_pool", "cursor")
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node_pool: NodePool
    cursor: _common_pb2.Cursor
    def __init__(self, node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNodePoolRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNodePoolResponse(_message.Message):
    __slots__ = ("node_pool", "cursor")
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node_pool: NodePool
    cursor: _common_pb2.Cursor
    def __init__(self, node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNodePoolsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNodePoolsResponse(_message.Message):
    __slots__ = ("node_pools", "next_page_token", "cursor")
    NODE_POOLS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node_pools: _containers.RepeatedCompositeFieldContainer[NodePool]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, node_pools: _Optional[_Iterable[_Union[NodePool, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNodePoolRequest(_message.Message):
    __slots__ = ("node_pool", "update_mask", "request_id", "validate_only")
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    node_pool: NodePool
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNodePoolResponse(_message.Message):
    __slots__ = ("node_pool", "cursor")
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node_pool: NodePool
    cursor: _common_pb2.Cursor
    def __init__(self, node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNodePoolRequest(_message.Message):
    __slots__ = ("name", "etag", "allow_missing", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    ALLOW_MISSING_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    allow_missing: bool
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., allow_missing: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class DeleteNodePoolResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateNodeRequest(_message.Message):
    __slots__ = ("parent", "node_id", "node", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NODE_ID_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    node_id: str
    node: Node
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., node_id: _Optional[str] = ..., node: _Optional[_Union[Node, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNodeResponse(_message.Message):
    __slots__ = ("node", "route_changes", "cursor")
    NODE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node: Node
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    cursor: _common_pb2.Cursor
    def __init__(self, node: _Optional[_Union[Node, _Mapping]] = ..., route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNodeRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNodeResponse(_message.Message):
    __slots__ = ("node", "cursor")
    NODE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node: Node
    cursor: _common_pb2.Cursor
    def __init__(self, node: _Optional[_Union[Node, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNodesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "node_pool", "state")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    node_pool: str
    state: NodeState
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., node_pool: _Optional[str] = ..., state: _Optional[_Union[NodeState, str]] = ...) -> None: ...

class ListNodesResponse(_message.Message):
    __slots__ = ("nodes", "next_page_token", "cursor")
    NODES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    nodes: _containers.RepeatedCompositeFieldContainer[Node]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, nodes: _Optional[_Iterable[_Union[Node, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNodeRequest(_message.Message):
    __slots__ = ("node", "update_mask", "request_id", "validate_only")
    NODE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    node: Node
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, node: _Optional[_Union[Node, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNodeResponse(_message.Message):
    __slots__ = ("node", "route_changes", "cursor")
    NODE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node: Node
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    cursor: _common_pb2.Cursor
    def __init__(self, node: _Optional[_Union[Node, _Mapping]] = ..., route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNodeRequest(_message.Message):
    __slots__ = ("name", "etag", "allow_missing", "force", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    ALLOW_MISSING_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    allow_missing: bool
    force: bool
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., allow_missing: bool = ..., force: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class DeleteNodeResponse(_message.Message):
    __slots__ = ("route_changes", "released_count", "cursor")
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    RELEASED_COUNT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    released_count: int
    cursor: _common_pb2.Cursor
    def __init__(self, route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., released_count: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ScaleNodePoolRequest(_message.Message):
    __slots__ = ("name", "node_count", "etag", "force", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NODE_COUNT_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    node_count: int
    etag: str
    force: bool
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., node_count: _Optional[int] = ..., etag: _Optional[str] = ..., force: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ScaleNodePoolResponse(_message.Message):
    __slots__ = ("node_pool", "nodes_added", "nodes_removed", "route_changes", "cursor")
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    NODES_ADDED_FIELD_NUMBER: _ClassVar[int]
    NODES_REMOVED_FIELD_NUMBER: _ClassVar[int]
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    node_pool: NodePool
    nodes_added: _containers.RepeatedCompositeFieldContainer[Node]
    nodes_removed: _containers.RepeatedScalarFieldContainer[str]
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    cursor: _common_pb2.Cursor
    def __init__(self, node_pool: _Optional[_Union[NodePool, _Mapping]] = ..., nodes_added: _Optional[_Iterable[_Union[Node, _Mapping]]] = ..., nodes_removed: _Optional[_Iterable[str]] = ..., route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class BatchCreateNodesRequest(_message.Message):
    __slots__ = ("parent", "requests", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    requests: _containers.RepeatedCompositeFieldContainer[CreateNodeRequest]
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., requests: _Optional[_Iterable[_Union[CreateNodeRequest, _Mapping]]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class BatchCreateNodesResponse(_message.Message):
    __slots__ = ("nodes", "route_changes", "cursor")
    NODES_FIELD_NUMBER: _ClassVar[int]
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    nodes: _containers.RepeatedCompositeFieldContainer[Node]
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    cursor: _common_pb2.Cursor
    def __init__(self, nodes: _Optional[_Iterable[_Union[Node, _Mapping]]] = ..., route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class BatchDeleteNodesRequest(_message.Message):
    __slots__ = ("parent", "names", "allow_missing", "force", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    ALLOW_MISSING_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    names: _containers.RepeatedScalarFieldContainer[str]
    allow_missing: bool
    force: bool
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., names: _Optional[_Iterable[str]] = ..., allow_missing: bool = ..., force: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class BatchDeleteNodesResponse(_message.Message):
    __slots__ = ("names", "route_changes", "released_count", "cursor")
    NAMES_FIELD_NUMBER: _ClassVar[int]
    ROUTE_CHANGES_FIELD_NUMBER: _ClassVar[int]
    RELEASED_COUNT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    names: _containers.RepeatedScalarFieldContainer[str]
    route_changes: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteChange]
    released_count: int
    cursor: _common_pb2.Cursor
    def __init__(self, names: _Optional[_Iterable[str]] = ..., route_changes: _Optional[_Iterable[_Union[_route_pb2.RouteChange, _Mapping]]] = ..., released_count: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
