from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GatewayKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GATEWAY_KIND_UNSPECIFIED: _ClassVar[GatewayKind]
    GATEWAY_KIND_VPN: _ClassVar[GatewayKind]
    GATEWAY_KIND_EXPRESS_ROUTE: _ClassVar[GatewayKind]
GATEWAY_KIND_UNSPECIFIED: GatewayKind
GATEWAY_KIND_VPN: GatewayKind
GATEWAY_KIND_EXPRESS_ROUTE: GatewayKind

class Network(_message.Message):
    __slots__ = ("name", "meta", "address_prefixes", "gateway", "peerings")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    GATEWAY_FIELD_NUMBER: _ClassVar[int]
    PEERINGS_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    address_prefixes: _containers.RepeatedScalarFieldContainer[str]
    gateway: Gateway
    peerings: _containers.RepeatedCompositeFieldContainer[Peering]
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., address_prefixes: _Optional[_Iterable[str]] = ..., gateway: _Optional[_Union[Gateway, _Mapping]] = ..., peerings: _Optional[_Iterable[_Union[Peering, _Mapping]]] = ...) -> None: ...

class Gateway(_message.Message):
    __slots__ = ("kind", "on_premises_prefixes")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ON_PREMISES_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    kind: GatewayKind
    on_premises_prefixes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, kind: _Optional[_Union[GatewayKind, str]] = ..., on_premises_prefixes: _Optional[_Iterable[str]] = ...) -> None: ...

class Peering(_message.Message):
    __slots__ = ("name", "remote_network", "remote_prefixes", "allow_virtual_network_access", "allow_forwarded_traffic", "allow_gateway_transit", "use_remote_gateways")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REMOTE_NETWORK_FIELD_NUMBER: _ClassVar[int]
    REMOTE_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    ALLOW_VIRTUAL_NETWORK_ACCESS_FIELD_NUMBER: _ClassVar[int]
    ALLOW_FORWARDED_TRAFFIC_FIELD_NUMBER: _ClassVar[int]
    ALLOW_GATEWAY_TRANSIT_FIELD_NUMBER: _ClassVar[int]
    USE_REMOTE_GATEWAYS_FIELD_NUMBER: _ClassVar[int]
    name: str
    remote_network: str
    remote_prefixes: _containers.RepeatedScalarFieldContainer[str]
    allow_virtual_network_access: bool
    allow_forwarded_traffic: bool
    allow_gateway_transit: bool
    use_remote_gateways: bool
    def __init__(self, name: _Optional[str] = ..., remote_network: _Optional[str] = ..., remote_prefixes: _Optional[_Iterable[str]] = ..., allow_virtual_network_access: bool = ..., allow_forwarded_traffic: bool = ..., allow_gateway_transit: bool = ..., use_remote_gateways: bool = ...) -> None: ...

class Subnet(_message.Message):
    __slots__ = ("name", "meta", "address_prefixes", "route_table", "service_endpoints", "delegation", "cooldown", "usage", "network_security_group")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ENDPOINTS_FIELD_NUMBER: _ClassVar[int]
    DELEGATION_FIELD_NUMBER: _ClassVar[int]
    COOLDOWN_FIELD_NUMBER: _ClassVar[int]
    USAGE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    address_prefixes: _containers.RepeatedScalarFieldContainer[str]
    route_table: str
    service_endpoints: _containers.RepeatedScalarFieldContainer[str]
    delegation: str
    cooldown: _duration_pb2.Duration
    usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.AddressUsage]
    network_security_group: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., address_prefixes: _Optional[_Iterable[str]] = ..., route_table: _Optional[str] = ..., service_endpoints: _Optional[_Iterable[str]] = ..., delegation: _Optional[str] = ..., cooldown: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., usage: _Optional[_Iterable[_Union[_common_pb2.AddressUsage, _Mapping]]] = ..., network_security_group: _Optional[str] = ...) -> None: ...

class CreateNetworkRequest(_message.Message):
    __slots__ = ("network_id", "network", "request_id", "validate_only")
    NETWORK_ID_FIELD_NUMBER: _ClassVar[int]
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    network_id: str
    network: Network
    request_id: str
    validate_only: bool
    def __init__(self, network_id: _Optional[str] = ..., network: _Optional[_Union[Network, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNetworkResponse(_message.Message):
    __slots__ = ("network", "cursor")
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network: Network
    cursor: _common_pb2.Cursor
    def __init__(self, network: _Optional[_Union[Network, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNetworkRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNetworkResponse(_message.Message):
    __slots__ = ("network", "cursor")
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network: Network
    cursor: _common_pb2.Cursor
    def __init__(self, network: _Optional[_Union[Network, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNetworksRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNetworksResponse(_message.Message):
    __slots__ = ("networks", "next_page_token", "cursor")
    NETWORKS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    networks: _containers.RepeatedCompositeFieldContainer[Network]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, networks: _Optional[_Iterable[_Union[Network, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNetworkRequest(_message.Message):
    __slots__ = ("network", "update_mask", "request_id", "validate_only")
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    network: Network
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, network: _Optional[_Union[Network, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNetworkResponse(_message.Message):
    __slots__ = ("network", "cursor")
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network: Network
    cursor: _common_pb2.Cursor
    def __init__(self, network: _Optional[_Union[Network, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNetworkRequest(_message.Message):
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

class DeleteNetworkResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateSubnetRequest(_message.Message):
    __slots__ = ("parent", "subnet_id", "subnet", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SUBNET_ID_FIELD_NUMBER: _ClassVar[int]
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    subnet_id: str
    subnet: Subnet
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., subnet_id: _Optional[str] = ..., subnet: _Optional[_Union[Subnet, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateSubnetResponse(_message.Message):
    __slots__ = ("subnet", "cursor")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    subnet: Subnet
    cursor: _common_pb2.Cursor
    def __init__(self, subnet: _Optional[_Union[Subnet, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetSubnetRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetSubnetResponse(_message.Message):
    __slots__ = ("subnet", "cursor")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    subnet: Subnet
    cursor: _common_pb2.Cursor
    def __init__(self, subnet: _Optional[_Union[Subnet, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListSubnetsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListSubnetsResponse(_message.Message):
    __slots__ = ("subnets", "next_page_token", "cursor")
    SUBNETS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    subnets: _containers.RepeatedCompositeFieldContainer[Subnet]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, subnets: _Optional[_Iterable[_Union[Subnet, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateSubnetRequest(_message.Message):
    __slots__ = ("subnet", "update_mask", "request_id", "validate_only")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    subnet: Subnet
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, subnet: _Optional[_Union[Subnet, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateSubnetResponse(_message.Message):
    __slots__ = ("subnet", "cursor")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    subnet: Subnet
    cursor: _common_pb2.Cursor
    def __init__(self, subnet: _Optional[_Union[Subnet, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteSubnetRequest(_message.Message):
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

class DeleteSubnetResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
