from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from podnet.v1 import cluster_pb2 as _cluster_pb2
from podnet.v1 import common_pb2 as _common_pb2
from podnet.v1 import ipam_pb2 as _ipam_pb2
from podnet.v1 import network_pb2 as _network_pb2
from podnet.v1 import route_pb2 as _route_pb2
from podnet.v1 import security_pb2 as _security_pb2
from podnet.v1 import workload_pb2 as _workload_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WatchEventType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WATCH_EVENT_TYPE_UNSPECIFIED: _ClassVar[WatchEventType]
    WATCH_EVENT_TYPE_ADDED: _ClassVar[WatchEventType]
    WATCH_EVENT_TYPE_MODIFIED: _ClassVar[WatchEventType]
    WATCH_EVENT_TYPE_REMOVED: _ClassVar[WatchEventType]
WATCH_EVENT_TYPE_UNSPECIFIED: WatchEventType
WATCH_EVENT_TYPE_ADDED: WatchEventType
WATCH_EVENT_TYPE_MODIFIED: WatchEventType
WATCH_EVENT_TYPE_REMOVED: WatchEventType

class WatchRequest(_message.Message):
    __slots__ = ("parent", "kinds", "resume_token", "include_snapshot", "progress_interval", "include_previous")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    KINDS_FIELD_NUMBER: _ClassVar[int]
    RESUME_TOKEN_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    kinds: _containers.RepeatedScalarFieldContainer[_common_pb2.ResourceKind]
    resume_token: str
    include_snapshot: bool
    progress_interval: _duration_pb2.Duration
    include_previous: bool
    def __init__(self, parent: _Optional[str] = ..., kinds: _Optional[_Iterable[_Union[_common_pb2.ResourceKind, str]]] = ..., resume_token: _Optional[str] = ..., include_snapshot: bool = ..., progress_interval: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., include_previous: bool = ...) -> None: ...

class WatchResponse(_message.Message):
    __slots__ = ("opened", "batch", "progress")
    OPENED_FIELD_NUMBER: _ClassVar[int]
    BATCH_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    opened: WatchOpened
    batch: WatchBatch
    progress: WatchProgress
    def __init__(self, opened: _Optional[_Union[WatchOpened, _Mapping]] = ..., batch: _Optional[_Union[WatchBatch, _Mapping]] = ..., progress: _Optional[_Union[WatchProgress, _Mapping]] = ...) -> None: ...

class WatchOpened(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class WatchBatch(_message.Message):
    __slots__ = ("cursor", "events", "more_in_revision")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    MORE_IN_REVISION_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    events: _containers.RepeatedCompositeFieldContainer[WatchEvent]
    more_in_revision: bool
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ..., events: _Optional[_Iterable[_Union[WatchEvent, _Mapping]]] = ..., more_in_revision: bool = ...) -> None: ...

class WatchProgress(_message.Message):
    __slots__ = ("cursor", "snapshot_complete")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_COMPLETE_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    snapshot_complete: bool
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ..., snapshot_complete: bool = ...) -> None: ...

class WatchEvent(_message.Message):
    __slots__ = ("type", "name", "resource", "previous", "changed", "revision", "change_time", "actor", "request_id")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CHANGE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    type: WatchEventType
    name: str
    resource: Resource
    previous: Resource
    changed: _field_mask_pb2.FieldMask
    revision: int
    change_time: _timestamp_pb2.Timestamp
    actor: str
    request_id: str
    def __init__(self, type: _Optional[_Union[WatchEventType, str]] = ..., name: _Optional[str] = ..., resource: _Optional[_Union[Resource, _Mapping]] = ..., previous: _Optional[_Union[Resource, _Mapping]] = ..., changed: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., revision: _Optional[int] = ..., change_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[str] = ..., request_id: _Optional[str] = ...) -> None: ...

class Resource(_message.Message):
    __slots__ = ("network", "subnet", "reservation", "route_table", "route", "cluster", "node_pool", "node", "allocation", "service", "network_security_group", "namespace", "network_policy")
    NETWORK_FIELD_NUMBER: _ClassVar[int]
    SUBNET_FIELD_NUMBER: _ClassVar[int]
    RESERVATION_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    network: _network_pb2.Network
    subnet: _network_pb2.Subnet
    reservation: _ipam_pb2.Reservation
    route_table: _route_pb2.RouteTable
    route: _route_pb2.Route
    cluster: _cluster_pb2.Cluster
    node_pool: _cluster_pb2.NodePool
    node: _cluster_pb2.Node
    allocation: _ipam_pb2.Allocation
    service: _workload_pb2.Service
    network_security_group: _security_pb2.NetworkSecurityGroup
    namespace: _security_pb2.Namespace
    network_policy: _security_pb2.NetworkPolicy
    def __init__(self, network: _Optional[_Union[_network_pb2.Network, _Mapping]] = ..., subnet: _Optional[_Union[_network_pb2.Subnet, _Mapping]] = ..., reservation: _Optional[_Union[_ipam_pb2.Reservation, _Mapping]] = ..., route_table: _Optional[_Union[_route_pb2.RouteTable, _Mapping]] = ..., route: _Optional[_Union[_route_pb2.Route, _Mapping]] = ..., cluster: _Optional[_Union[_cluster_pb2.Cluster, _Mapping]] = ..., node_pool: _Optional[_Union[_cluster_pb2.NodePool, _Mapping]] = ..., node: _Optional[_Union[_cluster_pb2.Node, _Mapping]] = ..., allocation: _Optional[_Union[_ipam_pb2.Allocation, _Mapping]] = ..., service: _Optional[_Union[_workload_pb2.Service, _Mapping]] = ..., network_security_group: _Optional[_Union[_security_pb2.NetworkSecurityGroup, _Mapping]] = ..., namespace: _Optional[_Union[_security_pb2.Namespace, _Mapping]] = ..., network_policy: _Optional[_Union[_security_pb2.NetworkPolicy, _Mapping]] = ...) -> None: ...
