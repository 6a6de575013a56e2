from google.protobuf import field_mask_pb2 as _field_mask_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class NextHopType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NEXT_HOP_TYPE_UNSPECIFIED: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_VNET_LOCAL: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_VIRTUAL_APPLIANCE: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_VIRTUAL_NETWORK_GATEWAY: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_INTERNET: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_NONE: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_VNET_PEERING: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_VIRTUAL_NETWORK_SERVICE_ENDPOINT: _ClassVar[NextHopType]
    NEXT_HOP_TYPE_LOCAL_DEVICE: _ClassVar[NextHopType]

class RouteSource(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_SOURCE_UNSPECIFIED: _ClassVar[RouteSource]
    ROUTE_SOURCE_USER: _ClassVar[RouteSource]
    ROUTE_SOURCE_BGP: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_VNET: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_PEERING: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_INTERNET: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_RESERVED: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_SERVICE_ENDPOINT: _ClassVar[RouteSource]
    ROUTE_SOURCE_SYSTEM_GATEWAY: _ClassVar[RouteSource]
    ROUTE_SOURCE_NODE: _ClassVar[RouteSource]

class RouteState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_STATE_UNSPECIFIED: _ClassVar[RouteState]
    ROUTE_STATE_ACTIVE: _ClassVar[RouteState]
    ROUTE_STATE_INVALID: _ClassVar[RouteState]
    ROUTE_STATE_PENDING: _ClassVar[RouteState]

class RouteOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_OUTCOME_UNSPECIFIED: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_SELECTED: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_SHORTER_PREFIX: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_LOWER_SOURCE_PRIORITY: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_BGP_OVERRIDDEN_BY_VNET_SYSTEM_ROUTE: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_SERVICE_TAG_ORDER: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_PROPAGATION_DISABLED: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_TABLE_NOT_ASSOCIATED: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_NOT_YET_EFFECTIVE: _ClassVar[RouteOutcome]
    ROUTE_OUTCOME_INVALID_NEXT_HOP: _ClassVar[RouteOutcome]

class RouteScope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_SCOPE_UNSPECIFIED: _ClassVar[RouteScope]
    ROUTE_SCOPE_POD: _ClassVar[RouteScope]
    ROUTE_SCOPE_NODE: _ClassVar[RouteScope]
    ROUTE_SCOPE_VNET: _ClassVar[RouteScope]

class RouteDriftKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_DRIFT_KIND_UNSPECIFIED: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_MISSING: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_STALE_NODE: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_STALE_PREFIX: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_WRONG_NEXT_HOP: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_UNKNOWN_NAME_IN_POD_PREFIX: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_DUPLICATE_PREFIX: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_FOREIGN_KEPT: _ClassVar[RouteDriftKind]
    ROUTE_DRIFT_KIND_TABLE_NOT_ASSOCIATED: _ClassVar[RouteDriftKind]

class RouteChangeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_CHANGE_KIND_UNSPECIFIED: _ClassVar[RouteChangeKind]
    ROUTE_CHANGE_KIND_ADD: _ClassVar[RouteChangeKind]
    ROUTE_CHANGE_KIND_REPLACE: _ClassVar[RouteChangeKind]
    ROUTE_CHANGE_KIND_REMOVE: _ClassVar[RouteChangeKind]
    ROUTE_CHANGE_KIND_KEEP_FOREIGN: _ClassVar[RouteChangeKind]
    ROUTE_CHANGE_KIND_ASSOCIATE_TABLE: _ClassVar[RouteChangeKind]
NEXT_HOP_TYPE_UNSPECIFIED: NextHopType
NEXT_HOP_TYPE_VNET_LOCAL: NextHopType
NEXT_HOP_TYPE_VIRTUAL_APPLIANCE: NextHopType
NEXT_HOP_TYPE_VIRTUAL_NETWORK_GATEWAY: NextHopType
NEXT_HOP_TYPE_INTERNET: NextHopType
NEXT_HOP_TYPE_NONE: NextHopType
NEXT_HOP_TYPE_VNET_PEERING: NextHopType
NEXT_HOP_TYPE_VIRTUAL_NETWORK_SERVICE_ENDPOINT: NextHopType
NEXT_HOP_TYPE_LOCAL_DEVICE: NextHopType
ROUTE_SOURCE_UNSPECIFIED: RouteSource
ROUTE_SOURCE_USER: RouteSource
ROUTE_SOURCE_BGP: RouteSource
ROUTE_SOURCE_SYSTEM_VNET: RouteSource
ROUTE_SOURCE_SYSTEM_PEERING: RouteSource
ROUTE_SOURCE_SYSTEM_INTERNET: RouteSource
ROUTE_SOURCE_SYSTEM_RESERVED: RouteSource
ROUTE_SOURCE_SYSTEM_SERVICE_ENDPOINT: RouteSource
ROUTE_SOURCE_SYSTEM_GATEWAY: RouteSource
ROUTE_SOURCE_NODE: RouteSource
ROUTE_STATE_UNSPECIFIED: RouteState
ROUTE_STATE_ACTIVE: RouteState
ROUTE_STATE_INVALID: RouteState
ROUTE_STATE_PENDING: RouteState
ROUTE_OUTCOME_UNSPECIFIED: RouteOutcome
ROUTE_OUTCOME_SELECTED: RouteOutcome
ROUTE_OUTCOME_SHORTER_PREFIX: RouteOutcome
ROUTE_OUTCOME_LOWER_SOURCE_PRIORITY: RouteOutcome
ROUTE_OUTCOME_BGP_OVERRIDDEN_BY_VNET_SYSTEM_ROUTE: RouteOutcome
ROUTE_OUTCOME_SERVICE_TAG_ORDER: RouteOutcome
ROUTE_OUTCOME_PROPAGATION_DISABLED: RouteOutcome
ROUTE_OUTCOME_TABLE_NOT_ASSOCIATED: RouteOutcome
ROUTE_OUTCOME_NOT_YET_EFFECTIVE: RouteOutcome
ROUTE_OUTCOME_INVALID_NEXT_HOP: RouteOutcome
ROUTE_SCOPE_UNSPECIFIED: RouteScope
ROUTE_SCOPE_POD: RouteScope
ROUTE_SCOPE_NODE: RouteScope
ROUTE_SCOPE_VNET: RouteScope
ROUTE_DRIFT_KIND_UNSPECIFIED: RouteDriftKind
ROUTE_DRIFT_KIND_MISSING: RouteDriftKind
ROUTE_DRIFT_KIND_STALE_NODE: RouteDriftKind
ROUTE_DRIFT_KIND_STALE_PREFIX: RouteDriftKind
ROUTE_DRIFT_KIND_WRONG_NEXT_HOP: RouteDriftKind
ROUTE_DRIFT_KIND_UNKNOWN_NAME_IN_POD_PREFIX: RouteDriftKind
ROUTE_DRIFT_KIND_DUPLICATE_PREFIX: RouteDriftKind
ROUTE_DRIFT_KIND_FOREIGN_KEPT: RouteDriftKind
ROUTE_DRIFT_KIND_TABLE_NOT_ASSOCIATED: RouteDriftKind
ROUTE_CHANGE_KIND_UNSPECIFIED: RouteChangeKind
ROUTE_CHANGE_KIND_ADD: RouteChangeKind
ROUTE_CHANGE_KIND_REPLACE: RouteChangeKind
ROUTE_CHANGE_KIND_REMOVE: RouteChangeKind
ROUTE_CHANGE_KIND_KEEP_FOREIGN: RouteChangeKind
ROUTE_CHANGE_KIND_ASSOCIATE_TABLE: RouteChangeKind

class RouteTable(_message.Message):
    __slots__ = ("name", "meta", "disable_bgp_route_propagation", "subnets", "route_count", "route_limit", "cluster")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    DISABLE_BGP_ROUTE_PROPAGATION_FIELD_NUMBER: _ClassVar[int]
    SUBNETS_FIELD_NUMBER: _ClassVar[int]
    ROUTE_COUNT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    disable_bgp_route_propagation: bool
    subnets: _containers.RepeatedScalarFieldContainer[str]
    route_count: int
    route_limit: int
    cluster: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., disable_bgp_route_propagation: bool = ..., subnets: _Optional[_Iterable[str]] = ..., route_count: _Optional[int] = ..., route_limit: _Optional[int] = ..., cluster: _Optional[str] = ...) -> None: ...

class Route(_message.Message):
    __slots__ = ("name", "meta", "address_prefix", "next_hop_type", "next_hop_address", "node")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIX_FIELD_NUMBER: _ClassVar[int]
    NEXT_HOP_TYPE_FIELD_NUMBER: _ClassVar[int]
    NEXT_HOP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    address_prefix: str
    next_hop_type: NextHopType
    next_hop_address: str
    node: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., address_prefix: _Optional[str] = ..., next_hop_type: _Optional[_Union[NextHopType, str]] = ..., next_hop_address: _Optional[str] = ..., node: _Optional[str] = ...) -> None: ...

class RouteCandidate(_message.Message):
    __slots__ = ("scope", "source", "state", "address_prefix", "next_hop_type", "next_hop_address", "device", "route", "outcome", "explanation", "overridden_by")
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIX_FIELD_NUMBER: _ClassVar[int]
    NEXT_HOP_TYPE_FIELD_NUMBER: _ClassVar[int]
    NEXT_HOP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DEVICE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    OVERRIDDEN_BY_FIELD_NUMBER: _ClassVar[int]
    scope: RouteScope
    source: RouteSource
    state: RouteState
    address_prefix: str
    next_hop_type: NextHopType
    next_hop_address: str
    device: str
    route: str
    outcome: RouteOutcome
    explanation: str
    overridden_by: str
    def __init__(self, scope: _Optional[_Union[RouteScope, str]] = ..., source: _Optional[_Union[RouteSource, str]] = ..., state: _Optional[_Union[RouteState, str]] = ..., address_prefix: _Optional[str] = ..., next_hop_type: _Optional[_Union[NextHopType, str]] = ..., next_hop_address: _Optional[str] = ..., device: _Optional[str] = ..., route: _Optional[str] = ..., outcome: _Optional[_Union[RouteOutcome, str]] = ..., explanation: _Optional[str] = ..., overridden_by: _Optional[str] = ...) -> None: ...

class RouteDrift(_message.Message):
    __slots__ = ("kind", "route", "node", "subnet", "address_prefix", "explanation")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIX_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    kind: RouteDriftKind
    route: str
    node: str
    subnet: str
    address_prefix: str
    explanation: str
    def __init__(self, kind: _Optional[_Union[RouteDriftKind, str]] = ..., route: _Optional[str] = ..., node: _Optional[str] = ..., subnet: _Optional[str] = ..., address_prefix: _Optional[str] = ..., explanation: _Optional[str] = ...) -> None: ...

class RouteChange(_message.Message):
    __slots__ = ("kind", "before", "after", "subnet", "explanation")
    KIND_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    kind: RouteChangeKind
    before: Route
    after: Route
    subnet: str
    explanation: str
    def __init__(self, kind: _Optional[_Union[RouteChangeKind, str]] = ..., before: _Optional[_Union[Route, _Mapping]] = ..., after: _Optional[_Union[Route, _Mapping]] = ..., subnet: _Optional[str] = ..., explanation: _Optional[str] = ...) -> None: ...

class CreateRouteTableRequest(_message.Message):
    __slots__ = ("parent", "route_table_id", "route_table", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_ID_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    route_table_id: str
    route_table: RouteTable
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., route_table_id: _Optional[str] = ..., route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateRouteTableResponse(_message.Message):
    __slots__ = ("route_table", "cursor")
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_table: RouteTable
    cursor: _common_pb2.Cursor
    def __init__(self, route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetRouteTableRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetRouteTableResponse(_message.Message):
    __slots__ = ("route_table", "cursor")
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_table: RouteTable
    cursor: _common_pb2.Cursor
    def __init__(self, route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListRouteTablesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListRouteTablesResponse(_message.Message):
    __slots__ = ("route_tables", "next_page_token", "cursor")
    ROUTE_TABLES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_tables: _containers.RepeatedCompositeFieldContainer[RouteTable]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, route_tables: _Optional[_Iterable[_Union[RouteTable, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateRouteTableRequest(_message.Message):
    __slots__ = ("route_table", "update_mask", "request_id", "validate_only")
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    route_table: RouteTable
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateRouteTableResponse(_message.Message):
    __slots__ = ("route_table", "cursor")
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_table: RouteTable
    cursor: _common_pb2.Cursor
    def __init__(self, route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteRouteTableRequest(_message.Message):
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

class DeleteRouteTableResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateRouteRequest(_message.Message):
    __slots__ = ("parent", "route_id", "route", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_ID_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    route_id: str
    route: Route
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., route_id: _Optional[str] = ..., route: _Optional[_Union[Route, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateRouteResponse(_message.Message):
    __slots__ = ("route", "cursor")
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route: Route
    cursor: _common_pb2.Cursor
    def __init__(self, route: _Optional[_Union[Route, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetRouteRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetRouteResponse(_message.Message):
    __slots__ = ("route", "cursor")
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route: Route
    cursor: _common_pb2.Cursor
    def __init__(self, route: _Optional[_Union[Route, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListRoutesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListRoutesResponse(_message.Message):
    __slots__ = ("routes", "next_page_token", "cursor")
    ROUTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    routes: _containers.RepeatedCompositeFieldContainer[Route]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, routes: _Optional[_Iterable[_Union[Route, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateRouteRequest(_message.Message):
    __slots__ = ("route", "update_mask", "request_id", "validate_only")
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    route: Route
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, route: _Optional[_Union[Route, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateRouteResponse(_message.Message):
    __slots__ = ("route", "cursor")
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route: Route
    cursor: _common_pb2.Cursor
    def __init__(self, route: _Optional[_Union[Route, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteRouteRequest(_message.Message):
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

class DeleteRouteResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class SetSubnetRouteTableRequest(_message.Message):
    __slots__ = ("subnet", "route_table", "etag", "request_id", "validate_only")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    subnet: str
    route_table: str
    etag: str
    request_id: str
    validate_only: bool
    def __init__(self, subnet: _Optional[str] = ..., route_table: _Optional[str] = ..., etag: _Optional[str] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class SetSubnetRouteTableResponse(_message.Message):
    __slots__ = ("previous_route_table", "cursor")
    PREVIOUS_ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    previous_route_table: str
    cursor: _common_pb2.Cursor
    def __init__(self, previous_route_table: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListEffectiveRoutesRequest(_message.Message):
    __slots__ = ("subnet", "node", "page_size", "page_token", "destination", "at_revision")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    subnet: str
    node: str
    page_size: int
    page_token: str
    destination: str
    at_revision: int
    def __init__(self, subnet: _Optional[str] = ..., node: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., destination: _Optional[str] = ..., at_revision: _Optional[int] = ...) -> None: ...

class ListEffectiveRoutesResponse(_message.Message):
    __slots__ = ("routes", "next_page_token", "route_table", "route_count", "route_limit", "cursor")
    ROUTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_COUNT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    routes: _containers.RepeatedCompositeFieldContainer[RouteCandidate]
    next_page_token: str
    route_table: str
    route_count: int
    route_limit: int
    cursor: _common_pb2.Cursor
    def __init__(self, routes: _Optional[_Iterable[_Union[RouteCandidate, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., route_table: _Optional[str] = ..., route_count: _Optional[int] = ..., route_limit: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class LookupRouteRequest(_message.Message):
    __slots__ = ("subnet", "node", "destination", "at_revision")
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    subnet: str
    node: str
    destination: str
    at_revision: int
    def __init__(self, subnet: _Optional[str] = ..., node: _Optional[str] = ..., destination: _Optional[str] = ..., at_revision: _Optional[int] = ...) -> None: ...

class LookupRouteResponse(_message.Message):
    __slots__ = ("winner", "losers", "cursor")
    WINNER_FIELD_NUMBER: _ClassVar[int]
    LOSERS_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    winner: RouteCandidate
    losers: _containers.RepeatedCompositeFieldContainer[RouteCandidate]
    cursor: _common_pb2.Cursor
    def __init__(self, winner: _Optional[_Union[RouteCandidate, _Mapping]] = ..., losers: _Optional[_Iterable[_Union[RouteCandidate, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ReconcileRouteTableRequest(_message.Message):
    __slots__ = ("name", "manager", "desired", "etag", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    MANAGER_FIELD_NUMBER: _ClassVar[int]
    DESIRED_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    manager: str
    desired: _containers.RepeatedCompositeFieldContainer[Route]
    etag: str
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., manager: _Optional[str] = ..., desired: _Optional[_Iterable[_Union[Route, _Mapping]]] = ..., etag: _Optional[str] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ReconcileRouteTableResponse(_message.Message):
    __slots__ = ("route_table", "drift", "changes", "add_count", "replace_count", "remove_count", "foreign_count", "broken_invariants", "cursor")
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    DRIFT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    ADD_COUNT_FIELD_NUMBER: _ClassVar[int]
    REPLACE_COUNT_FIELD_NUMBER: _ClassVar[int]
    REMOVE_COUNT_FIELD_NUMBER: _ClassVar[int]
    FOREIGN_COUNT_FIELD_NUMBER: _ClassVar[int]
    BROKEN_INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    route_table: RouteTable
    drift: _containers.RepeatedCompositeFieldContainer[RouteDrift]
    changes: _containers.RepeatedCompositeFieldContainer[RouteChange]
    add_count: int
    replace_count: int
    remove_count: int
    foreign_count: int
    broken_invariants: _containers.RepeatedScalarFieldContainer[str]
    cursor: _common_pb2.Cursor
    def __init__(self, route_table: _Optional[_Union[RouteTable, _Mapping]] = ..., drift: _Optional[_Iterable[_Union[RouteDrift, _Mapping]]] = ..., changes: _Optional[_Iterable[_Union[RouteChange, _Mapping]]] = ..., add_count: _Optional[int] = ..., replace_count: _Optional[int] = ..., remove_count: _Optional[int] = ..., foreign_count: _Optional[int] = ..., broken_invariants: _Optional[_Iterable[str]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
