from google.protobuf import field_mask_pb2 as _field_mask_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.rpc import status_pb2 as _status_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AllocationState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ALLOCATION_STATE_UNSPECIFIED: _ClassVar[AllocationState]
    ALLOCATION_STATE_ACTIVE: _ClassVar[AllocationState]
    ALLOCATION_STATE_RELEASED: _ClassVar[AllocationState]

class Supersede(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SUPERSEDE_UNSPECIFIED: _ClassVar[Supersede]
    SUPERSEDE_KEEP_ADDRESS: _ClassVar[Supersede]
    SUPERSEDE_NEW_ADDRESS: _ClassVar[Supersede]
    SUPERSEDE_REJECT: _ClassVar[Supersede]

class AllocationView(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ALLOCATION_VIEW_UNSPECIFIED: _ClassVar[AllocationView]
    ALLOCATION_VIEW_BASIC: _ClassVar[AllocationView]
    ALLOCATION_VIEW_FULL: _ClassVar[AllocationView]

class ReservationPurpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESERVATION_PURPOSE_UNSPECIFIED: _ClassVar[ReservationPurpose]
    RESERVATION_PURPOSE_VIRTUAL_MACHINE: _ClassVar[ReservationPurpose]
    RESERVATION_PURPOSE_INTERNAL_LOAD_BALANCER: _ClassVar[ReservationPurpose]
    RESERVATION_PURPOSE_PRIVATE_ENDPOINT: _ClassVar[ReservationPurpose]
    RESERVATION_PURPOSE_OTHER: _ClassVar[ReservationPurpose]

class ApplianceBehavior(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLIANCE_BEHAVIOR_UNSPECIFIED: _ClassVar[ApplianceBehavior]
    APPLIANCE_BEHAVIOR_ROUTER: _ClassVar[ApplianceBehavior]
    APPLIANCE_BEHAVIOR_FIREWALL: _ClassVar[ApplianceBehavior]
    APPLIANCE_BEHAVIOR_SOURCE_NAT: _ClassVar[ApplianceBehavior]

class PoolKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    POOL_KIND_UNSPECIFIED: _ClassVar[PoolKind]
    POOL_KIND_CLUSTER_POD_PREFIX: _ClassVar[PoolKind]
    POOL_KIND_NODE_BLOCK: _ClassVar[PoolKind]
    POOL_KIND_NODE_ADDRESSES: _ClassVar[PoolKind]
    POOL_KIND_SUBNET: _ClassVar[PoolKind]

class AddressScope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ADDRESS_SCOPE_UNSPECIFIED: _ClassVar[AddressScope]
    ADDRESS_SCOPE_ALLOCATION: _ClassVar[AddressScope]
    ADDRESS_SCOPE_NODE: _ClassVar[AddressScope]
    ADDRESS_SCOPE_NODE_SECONDARY: _ClassVar[AddressScope]
    ADDRESS_SCOPE_RESERVATION: _ClassVar[AddressScope]
    ADDRESS_SCOPE_SERVICE: _ClassVar[AddressScope]
    ADDRESS_SCOPE_OUTBOUND: _ClassVar[AddressScope]
    ADDRESS_SCOPE_PLATFORM_RESERVED: _ClassVar[AddressScope]
    ADDRESS_SCOPE_COOLING_DOWN: _ClassVar[AddressScope]
    ADDRESS_SCOPE_FREE: _ClassVar[AddressScope]
    ADDRESS_SCOPE_SERVICE_PREFIX: _ClassVar[AddressScope]
    ADDRESS_SCOPE_PEERED_NETWORK: _ClassVar[AddressScope]
    ADDRESS_SCOPE_ON_PREMISES: _ClassVar[AddressScope]

class SweepOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SWEEP_OUTCOME_UNSPECIFIED: _ClassVar[SweepOutcome]
    SWEEP_OUTCOME_MARKED: _ClassVar[SweepOutcome]
    SWEEP_OUTCOME_RELEASED: _ClassVar[SweepOutcome]
    SWEEP_OUTCOME_KEPT: _ClassVar[SweepOutcome]

class SweepKeepReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SWEEP_KEEP_REASON_UNSPECIFIED: _ClassVar[SweepKeepReason]
    SWEEP_KEEP_REASON_GRACE_PERIOD: _ClassVar[SweepKeepReason]
    SWEEP_KEEP_REASON_NEWER_THAN_OBSERVATION: _ClassVar[SweepKeepReason]
    SWEEP_KEEP_REASON_CHANGED_SINCE_MARK: _ClassVar[SweepKeepReason]
ALLOCATION_STATE_UNSPECIFIED: AllocationState
ALLOCATION_STATE_ACTIVE: AllocationState
ALLOCATION_STATE_RELEASED: AllocationState
SUPERSEDE_UNSPECIFIED: Supersede
SUPERSEDE_KEEP_ADDRESS: Supersede
SUPERSEDE_NEW_ADDRESS: Supersede
SUPERSEDE_REJECT: Supersede
ALLOCATION_VIEW_UNSPECIFIED: AllocationView
ALLOCATION_VIEW_BASIC: AllocationView
ALLOCATION_VIEW_FULL: AllocationView
RESERVATION_PURPOSE_UNSPECIFIED: ReservationPurpose
RESERVATION_PURPOSE_VIRTUAL_MACHINE: ReservationPurpose
RESERVATION_PURPOSE_INTERNAL_LOAD_BALANCER: ReservationPurpose
RESERVATION_PURPOSE_PRIVATE_ENDPOINT: ReservationPurpose
RESERVATION_PURPOSE_OTHER: ReservationPurpose
APPLIANCE_BEHAVIOR_UNSPECIFIED: ApplianceBehavior
APPLIANCE_BEHAVIOR_ROUTER: ApplianceBehavior
APPLIANCE_BEHAVIOR_FIREWALL: ApplianceBehavior
APPLIANCE_BEHAVIOR_SOURCE_NAT: ApplianceBehavior
POOL_KIND_UNSPECIFIED: PoolKind
POOL_KIND_CLUSTER_POD_PREFIX: PoolKind
POOL_KIND_NODE_BLOCK: PoolKind
POOL_KIND_NODE_ADDRESSES: PoolKind
POOL_KIND_SUBNET: PoolKind
ADDRESS_SCOPE_UNSPECIFIED: AddressScope
ADDRESS_SCOPE_ALLOCATION: AddressScope
ADDRESS_SCOPE_NODE: AddressScope
ADDRESS_SCOPE_NODE_SECONDARY: AddressScope
ADDRESS_SCOPE_RESERVATION: AddressScope
ADDRESS_SCOPE_SERVICE: AddressScope
ADDRESS_SCOPE_OUTBOUND: AddressScope
ADDRESS_SCOPE_PLATFORM_RESERVED: AddressScope
ADDRESS_SCOPE_COOLING_DOWN: AddressScope
ADDRESS_SCOPE_FREE: AddressScope
ADDRESS_SCOPE_SERVICE_PREFIX: AddressScope
ADDRESS_SCOPE_PEERED_NETWORK: AddressScope
ADDRESS_SCOPE_ON_PREMISES: AddressScope
SWEEP_OUTCOME_UNSPECIFIED: SweepOutcome
SWEEP_OUTCOME_MARKED: SweepOutcome
SWEEP_OUTCOME_RELEASED: SweepOutcome
SWEEP_OUTCOME_KEPT: SweepOutcome
SWEEP_KEEP_REASON_UNSPECIFIED: SweepKeepReason
SWEEP_KEEP_REASON_GRACE_PERIOD: SweepKeepReason
SWEEP_KEEP_REASON_NEWER_THAN_OBSERVATION: SweepKeepReason
SWEEP_KEEP_REASON_CHANGED_SINCE_MARK: SweepKeepReason

class Owner(_message.Message):
    __slots__ = ("namespace", "pod", "pod_uid", "container_id", "interface_name")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    POD_FIELD_NUMBER: _ClassVar[int]
    POD_UID_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_ID_FIELD_NUMBER: _ClassVar[int]
    INTERFACE_NAME_FIELD_NUMBER: _ClassVar[int]
    namespace: str
    pod: str
    pod_uid: str
    container_id: str
    interface_name: str
    def __init__(self, namespace: _Optional[str] = ..., pod: _Optional[str] = ..., pod_uid: _Optional[str] = ..., container_id: _Optional[str] = ..., interface_name: _Optional[str] = ...) -> None: ...

class AllocatedAddress(_message.Message):
    __slots__ = ("address", "prefix_length", "gateway", "family")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PREFIX_LENGTH_FIELD_NUMBER: _ClassVar[int]
    GATEWAY_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    address: str
    prefix_length: int
    gateway: str
    family: _common_pb2.IpFamily
    def __init__(self, address: _Optional[str] = ..., prefix_length: _Optional[int] = ..., gateway: _Optional[str] = ..., family: _Optional[_Union[_common_pb2.IpFamily, str]] = ...) -> None: ...

class Allocation(_message.Message):
    __slots__ = ("name", "meta", "node", "pool", "addresses", "owner", "state", "reusable_time", "release_time", "pod_traits")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    POOL_FIELD_NUMBER: _ClassVar[int]
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REUSABLE_TIME_FIELD_NUMBER: _ClassVar[int]
    RELEASE_TIME_FIELD_NUMBER: _ClassVar[int]
    POD_TRAITS_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    node: str
    pool: str
    addresses: _containers.RepeatedCompositeFieldContainer[AllocatedAddress]
    owner: Owner
    state: AllocationState
    reusable_time: _timestamp_pb2.Timestamp
    release_time: _timestamp_pb2.Timestamp
    pod_traits: PodTraits
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., node: _Optional[str] = ..., pool: _Optional[str] = ..., addresses: _Optional[_Iterable[_Union[AllocatedAddress, _Mapping]]] = ..., owner: _Optional[_Union[Owner, _Mapping]] = ..., state: _Optional[_Union[AllocationState, str]] = ..., reusable_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., release_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., pod_traits: _Optional[_Union[PodTraits, _Mapping]] = ...) -> None: ...

class PodTraits(_message.Message):
    __slots__ = ("labels", "ports")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    LABELS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    labels: _containers.ScalarMap[str, str]
    ports: _containers.RepeatedCompositeFieldContainer[PodPort]
    def __init__(self, labels: _Optional[_Mapping[str, str]] = ..., ports: _Optional[_Iterable[_Union[PodPort, _Mapping]]] = ...) -> None: ...

class PodPort(_message.Message):
    __slots__ = ("name", "port", "protocol")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    name: str
    port: int
    protocol: _common_pb2.Protocol
    def __init__(self, name: _Optional[str] = ..., port: _Optional[int] = ..., protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ...) -> None: ...

class AllocateAddressRequest(_message.Message):
    __slots__ = ("parent", "allocation_id", "node", "owner", "requested_addresses", "supersede", "pod_traits", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_ID_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDE_FIELD_NUMBER: _ClassVar[int]
    POD_TRAITS_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    allocation_id: str
    node: str
    owner: Owner
    requested_addresses: _containers.RepeatedScalarFieldContainer[str]
    supersede: Supersede
    pod_traits: PodTraits
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., allocation_id: _Optional[str] = ..., node: _Optional[str] = ..., owner: _Optional[_Union[Owner, _Mapping]] = ..., requested_addresses: _Optional[_Iterable[str]] = ..., supersede: _Optional[_Union[Supersede, str]] = ..., pod_traits: _Optional[_Union[PodTraits, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class AllocateAddressResponse(_message.Message):
    __slots__ = ("allocation", "replayed", "superseded", "cursor")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    REPLAYED_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDED_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    allocation: Allocation
    replayed: bool
    superseded: str
    cursor: _common_pb2.Cursor
    def __init__(self, allocation: _Optional[_Union[Allocation, _Mapping]] = ..., replayed: bool = ..., superseded: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateAllocationRequest(_message.Message):
    __slots__ = ("allocation", "update_mask", "request_id", "validate_only")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    allocation: Allocation
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, allocation: _Optional[_Union[Allocation, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateAllocationResponse(_message.Message):
    __slots__ = ("allocation", "cursor")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    allocation: Allocation
    cursor: _common_pb2.Cursor
    def __init__(self, allocation: _Optional[_Union[Allocation, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ReleaseAddressRequest(_message.Message):
    __slots__ = ("name", "etag", "request_id", "validate_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    request_id: str
    validate_only: bool
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ReleaseAddressResponse(_message.Message):
    __slots__ = ("released", "allocation", "cursor")
    RELEASED_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    released: bool
    allocation: Allocation
    cursor: _common_pb2.Cursor
    def __init__(self, released: bool = ..., allocation: _Optional[_Union[Allocation, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class BatchAllocateAddressesRequest(_message.Message):
    __slots__ = ("parent", "requests", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    requests: _containers.RepeatedCompositeFieldContainer[AllocateAddressRequest]
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., requests: _Optional[_Iterable[_Union[AllocateAddressRequest, _Mapping]]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class BatchAllocateAddressesResponse(_message.Message):
    __slots__ = ("responses", "cursor")
    RESPONSES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    responses: _containers.RepeatedCompositeFieldContainer[AllocateAddressResponse]
    cursor: _common_pb2.Cursor
    def __init__(self, responses: _Optional[_Iterable[_Union[AllocateAddressResponse, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class BatchReleaseAddressesRequest(_message.Message):
    __slots__ = ("parent", "requests", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    requests: _containers.RepeatedCompositeFieldContainer[ReleaseAddressRequest]
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., requests: _Optional[_Iterable[_Union[ReleaseAddressRequest, _Mapping]]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class BatchReleaseAddressesResponse(_message.Message):
    __slots__ = ("responses", "cursor")
    RESPONSES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    responses: _containers.RepeatedCompositeFieldContainer[ReleaseAddressResponse]
    cursor: _common_pb2.Cursor
    def __init__(self, responses: _Optional[_Iterable[_Union[ReleaseAddressResponse, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class StreamAddressesRequest(_message.Message):
    __slots__ = ("correlation_id", "allocate", "release")
    CORRELATION_ID_FIELD_NUMBER: _ClassVar[int]
    ALLOCATE_FIELD_NUMBER: _ClassVar[int]
    RELEASE_FIELD_NUMBER: _ClassVar[int]
    correlation_id: int
    allocate: AllocateAddressRequest
    release: ReleaseAddressRequest
    def __init__(self, correlation_id: _Optional[int] = ..., allocate: _Optional[_Union[AllocateAddressRequest, _Mapping]] = ..., release: _Optional[_Union[ReleaseAddressRequest, _Mapping]] = ...) -> None: ...

class StreamAddressesResponse(_message.Message):
    __slots__ = ("correlation_id", "allocate", "release", "error")
    CORRELATION_ID_FIELD_NUMBER: _ClassVar[int]
    ALLOCATE_FIELD_NUMBER: _ClassVar[int]
    RELEASE_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    correlation_id: int
    allocate: AllocateAddressResponse
    release: ReleaseAddressResponse
    error: _status_pb2.Status
    def __init__(self, correlation_id: _Optional[int] = ..., allocate: _Optional[_Union[AllocateAddressResponse, _Mapping]] = ..., release: _Optional[_Union[ReleaseAddressResponse, _Mapping]] = ..., error: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...

class GetAllocationRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetAllocationResponse(_message.Message):
    __slots__ = ("allocation", "cursor")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    allocation: Allocation
    cursor: _common_pb2.Cursor
    def __init__(self, allocation: _Optional[_Union[Allocation, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class AllocationFilter(_message.Message):
    __slots__ = ("node", "namespace", "pod", "pod_uid")
    NODE_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    POD_FIELD_NUMBER: _ClassVar[int]
    POD_UID_FIELD_NUMBER: _ClassVar[int]
    node: str
    namespace: str
    pod: str
    pod_uid: str
    def __init__(self, node: _Optional[str] = ..., namespace: _Optional[str] = ..., pod: _Optional[str] = ..., pod_uid: _Optional[str] = ...) -> None: ...

class ListAllocationsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "filter", "view")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    filter: AllocationFilter
    view: AllocationView
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., filter: _Optional[_Union[AllocationFilter, _Mapping]] = ..., view: _Optional[_Union[AllocationView, str]] = ...) -> None: ...

class ListAllocationsResponse(_message.Message):
    __slots__ = ("allocations", "next_page_token", "cursor")
    ALLOCATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    allocations: _containers.RepeatedCompositeFieldContainer[Allocation]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, allocations: _Optional[_Iterable[_Union[Allocation, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class LookupAddressRequest(_message.Message):
    __slots__ = ("address", "parent", "at_revision")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    address: str
    parent: str
    at_revision: int
    def __init__(self, address: _Optional[str] = ..., parent: _Optional[str] = ..., at_revision: _Optional[int] = ...) -> None: ...

class LookupAddressResponse(_message.Message):
    __slots__ = ("matches", "cursor")
    MATCHES_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    matches: _containers.RepeatedCompositeFieldContainer[AddressMatch]
    cursor: _common_pb2.Cursor
    def __init__(self, matches: _Optional[_Iterable[_Union[AddressMatch, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class AddressMatch(_message.Message):
    __slots__ = ("scope", "resource", "pool", "prefix", "node", "network", "route", "allocation", "reservation", "description")
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    POOL_FIELD_NUMBER: _ClassVar[int]
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    scope: AddressScope
    resource: str
    pool: str
    prefix: str
    node: str
    network: str
    route: str
    allocation: Allocation
    reservation: Reservation
    description: str
    def __init__(self, scope: _Optional[_Union[AddressScope, str]] = ..., resource: _Optional[str] = ..., pool: _Optional[str] = ..., prefix: _Optional[str] = ..., node: _Optional[str] = ..., network: _Optional[str] = ..., route: _Optional[str] = ..., allocation: _Optional[_Union[Allocation, _Mapping]] = ..., reservation: _Optional[_Union[Reservation, _Mapping]] = ..., description: _Optional[str] = ...) -> None: ...

class AddressPool(_message.Message):
    __slots__ = ("name", "kind", "prefixes", "usage", "block_usage", "parent_pool")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PREFIXES_FIELD_NUMBER: _ClassVar[int]
    USAGE_FIELD_NUMBER: _ClassVar[int]
    BLOCK_USAGE_FIELD_NUMBER: _ClassVar[int]
    PARENT_POOL_FIELD_NUMBER: _ClassVar[int]
    name: str
    kind: PoolKind
    prefixes: _containers.RepeatedScalarFieldContainer[str]
    usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.AddressUsage]
    block_usage: _containers.RepeatedCompositeFieldContainer[_common_pb2.BlockUsage]
    parent_pool: str
    def __init__(self, name: _Optional[str] = ..., kind: _Optional[_Union[PoolKind, str]] = ..., prefixes: _Optional[_Iterable[str]] = ..., usage: _Optional[_Iterable[_Union[_common_pb2.AddressUsage, _Mapping]]] = ..., block_usage: _Optional[_Iterable[_Union[_common_pb2.BlockUsage, _Mapping]]] = ..., parent_pool: _Optional[str] = ...) -> None: ...

class GetPoolUsageRequest(_message.Message):
    __slots__ = ("pool",)
    POOL_FIELD_NUMBER: _ClassVar[int]
    pool: str
    def __init__(self, pool: _Optional[str] = ...) -> None: ...

class GetPoolUsageResponse(_message.Message):
    __slots__ = ("pool", "cursor")
    POOL_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    pool: AddressPool
    cursor: _common_pb2.Cursor
    def __init__(self, pool: _Optional[_Union[AddressPool, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListPoolsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "kind")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    kind: PoolKind
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., kind: _Optional[_Union[PoolKind, str]] = ...) -> None: ...

class ListPoolsResponse(_message.Message):
    __slots__ = ("pools", "next_page_token", "cursor")
    POOLS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    pools: _containers.RepeatedCompositeFieldContainer[AddressPool]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, pools: _Optional[_Iterable[_Union[AddressPool, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class FreeRange(_message.Message):
    __slots__ = ("first_address", "last_address", "count")
    FIRST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    LAST_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    first_address: str
    last_address: str
    count: int
    def __init__(self, first_address: _Optional[str] = ..., last_address: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...

class ListFreeRangesRequest(_message.Message):
    __slots__ = ("pool", "page_size", "page_token", "family")
    POOL_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    pool: str
    page_size: int
    page_token: str
    family: _common_pb2.IpFamily
    def __init__(self, pool: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., family: _Optional[_Union[_common_pb2.IpFamily, str]] = ...) -> None: ...

class ListFreeRangesResponse(_message.Message):
    __slots__ = ("ranges", "next_page_token", "cursor")
    RANGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    ranges: _containers.RepeatedCompositeFieldContainer[FreeRange]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, ranges: _Optional[_Iterable[_Union[FreeRange, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class Reservation(_message.Message):
    __slots__ = ("name", "meta", "purpose", "address_prefix", "prefix_length", "family", "display_name", "ip_forwarding", "stopped", "appliance_behavior", "public_addresses", "network_security_group")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_PREFIX_FIELD_NUMBER: _ClassVar[int]
    PREFIX_LENGTH_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    IP_FORWARDING_FIELD_NUMBER: _ClassVar[int]
    STOPPED_FIELD_NUMBER: _ClassVar[int]
    APPLIANCE_BEHAVIOR_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    purpose: ReservationPurpose
    address_prefix: str
    prefix_length: int
    family: _common_pb2.IpFamily
    display_name: str
    ip_forwarding: bool
    stopped: bool
    appliance_behavior: ApplianceBehavior
    public_addresses: _containers.RepeatedScalarFieldContainer[str]
    network_security_group: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., purpose: _Optional[_Union[ReservationPurpose, str]] = ..., address_prefix: _Optional[str] = ..., prefix_length: _Optional[int] = ..., family: _Optional[_Union[_common_pb2.IpFamily, str]] = ..., display_name: _Optional[str] = ..., ip_forwarding: bool = ..., stopped: bool = ..., appliance_behavior: _Optional[_Union[ApplianceBehavior, str]] = ..., public_addresses: _Optional[_Iterable[str]] = ..., network_security_group: _Optional[str] = ...) -> None: ...

class CreateReservationRequest(_message.Message):
    __slots__ = ("parent", "reservation_id", "reservation", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_ID_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    reservation_id: str
    reservation: Reservation
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., reservation_id: _Optional[str] = ..., reservation: _Optional[_Union[Reservation, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateReservationResponse(_message.Message):
    __slots__ = ("reservation", "cursor")
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    reservation: Reservation
    cursor: _common_pb2.Cursor
    def __init__(self, reservation: _Optional[_Union[Reservation, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetReservationRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetReservationResponse(_message.Message):
    __slots__ = ("reservation", "cursor")
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    reservation: Reservation
    cursor: _common_pb2.Cursor
    def __init__(self, reservation: _Optional[_Union[Reservation, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListReservationsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListReservationsResponse(_message.Message):
    __slots__ = ("reservations", "next_page_token", "cursor")
    RESERVATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    reservations: _containers.RepeatedCompositeFieldContainer[Reservation]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, reservations: _Optional[_Iterable[_Union[Reservation, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteReservationRequest(_message.Message):
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

class DeleteReservationResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class SweepAllocationsRequest(_message.Message):
    __slots__ = ("node", "valid_allocation_ids", "observed_time", "allow_empty", "request_id", "validate_only")
    NODE_FIELD_NUMBER: _ClassVar[int]
    VALID_ALLOCATION_IDS_FIELD_NUMBER: _ClassVar[int]
    OBSERVED_TIME_FIELD_NUMBER: _ClassVar[int]
    ALLOW_EMPTY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    node: str
    valid_allocation_ids: _containers.RepeatedScalarFieldContainer[str]
    observed_time: _timestamp_pb2.Timestamp
    allow_empty: bool
    request_id: str
    validate_only: bool
    def __init__(self, node: _Optional[str] = ..., valid_allocation_ids: _Optional[_Iterable[str]] = ..., observed_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., allow_empty: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class SweepAllocationsResponse(_message.Message):
    __slots__ = ("findings", "valid_count", "cursor")
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    VALID_COUNT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    findings: _containers.RepeatedCompositeFieldContainer[SweepFinding]
    valid_count: int
    cursor: _common_pb2.Cursor
    def __init__(self, findings: _Optional[_Iterable[_Union[SweepFinding, _Mapping]]] = ..., valid_count: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class SweepFinding(_message.Message):
    __slots__ = ("allocation", "outcome", "keep_reason", "mark_time", "releasable_time")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    KEEP_REASON_FIELD_NUMBER: _ClassVar[int]
    MARK_TIME_FIELD_NUMBER: _ClassVar[int]
    RELEASABLE_TIME_FIELD_NUMBER: _ClassVar[int]
    allocation: str
    outcome: SweepOutcome
    keep_reason: SweepKeepReason
    mark_time: _timestamp_pb2.Timestamp
    releasable_time: _timestamp_pb2.Timestamp
    def __init__(self, allocation: _Optional[str] = ..., outcome: _Optional[_Union[SweepOutcome, str]] = ..., keep_reason: _Optional[_Union[SweepKeepReason, str]] = ..., mark_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., releasable_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListAddressHistoryRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "address", "allocation", "owner", "at_time", "at_revision", "span")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    AT_TIME_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    address: str
    allocation: str
    owner: Owner
    at_time: _timestamp_pb2.Timestamp
    at_revision: int
    span: TimeSpan
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., address: _Optional[str] = ..., allocation: _Optional[str] = ..., owner: _Optional[_Union[Owner, _Mapping]] = ..., at_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., at_revision: _Optional[int] = ..., span: _Optional[_Union[TimeSpan, _Mapping]] = ...) -> None: ...

class TimeSpan(_message.Message):
    __slots__ = ("start_time", "end_time")
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    start_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, start_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ListAddressHistoryResponse(_message.Message):
    __slots__ = ("holds", "next_page_token", "oldest_revision", "cursor")
    HOLDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    OLDEST_REVISION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    holds: _containers.RepeatedCompositeFieldContainer[AddressHold]
    next_page_token: str
    oldest_revision: int
    cursor: _common_pb2.Cursor
    def __init__(self, holds: _Optional[_Iterable[_Union[AddressHold, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., oldest_revision: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class AddressHold(_message.Message):
    __slots__ = ("address", "holder", "owner", "node", "start_revision", "start_time", "end_revision", "end_time")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    START_REVISION_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_REVISION_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    address: str
    holder: str
    owner: Owner
    node: str
    start_revision: int
    start_time: _timestamp_pb2.Timestamp
    end_revision: int
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, address: _Optional[str] = ..., holder: _Optional[str] = ..., owner: _Optional[_Union[Owner, _Mapping]] = ..., node: _Optional[str] = ..., start_revision: _Optional[int] = ..., start_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., end_revision: _Optional[int] = ..., end_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
