from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class IpFamily(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    IP_FAMILY_UNSPECIFIED: _ClassVar[IpFamily]
    IP_FAMILY_IPV4: _ClassVar[IpFamily]
    IP_FAMILY_IPV6: _ClassVar[IpFamily]

class Protocol(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROTOCOL_UNSPECIFIED: _ClassVar[Protocol]
    PROTOCOL_TCP: _ClassVar[Protocol]
    PROTOCOL_UDP: _ClassVar[Protocol]
    PROTOCOL_SCTP: _ClassVar[Protocol]
    PROTOCOL_ICMP: _ClassVar[Protocol]

class ResourceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESOURCE_KIND_UNSPECIFIED: _ClassVar[ResourceKind]
    RESOURCE_KIND_NETWORK: _ClassVar[ResourceKind]
    RESOURCE_KIND_SUBNET: _ClassVar[ResourceKind]
    RESOURCE_KIND_RESERVATION: _ClassVar[ResourceKind]
    RESOURCE_KIND_ROUTE_TABLE: _ClassVar[ResourceKind]
    RESOURCE_KIND_ROUTE: _ClassVar[ResourceKind]
    RESOURCE_KIND_CLUSTER: _ClassVar[ResourceKind]
    RESOURCE_KIND_NODE_POOL: _ClassVar[ResourceKind]
    RESOURCE_KIND_NODE: _ClassVar[ResourceKind]
    RESOURCE_KIND_ALLOCATION: _ClassVar[ResourceKind]
    RESOURCE_KIND_SERVICE: _ClassVar[ResourceKind]
    RESOURCE_KIND_NETWORK_SECURITY_GROUP: _ClassVar[ResourceKind]
    RESOURCE_KIND_NAMESPACE: _ClassVar[ResourceKind]
    RESOURCE_KIND_NETWORK_POLICY: _ClassVar[ResourceKind]
IP_FAMILY_UNSPECIFIED: IpFamily
IP_FAMILY_IPV4: IpFamily
IP_FAMILY_IPV6: IpFamily
PROTOCOL_UNSPECIFIED: Protocol
PROTOCOL_TCP: Protocol
PROTOCOL_UDP: Protocol
PROTOCOL_SCTP: Protocol
PROTOCOL_ICMP: Protocol
RESOURCE_KIND_UNSPECIFIED: ResourceKind
RESOURCE_KIND_NETWORK: ResourceKind
RESOURCE_KIND_SUBNET: ResourceKind
RESOURCE_KIND_RESERVATION: ResourceKind
RESOURCE_KIND_ROUTE_TABLE: ResourceKind
RESOURCE_KIND_ROUTE: ResourceKind
RESOURCE_KIND_CLUSTER: ResourceKind
RESOURCE_KIND_NODE_POOL: ResourceKind
RESOURCE_KIND_NODE: ResourceKind
RESOURCE_KIND_ALLOCATION: ResourceKind
RESOURCE_KIND_SERVICE: ResourceKind
RESOURCE_KIND_NETWORK_SECURITY_GROUP: ResourceKind
RESOURCE_KIND_NAMESPACE: ResourceKind
RESOURCE_KIND_NETWORK_POLICY: ResourceKind

class Meta(_message.Message):
    __slots__ = ("uid", "etag", "revision", "create_time", "update_time", "labels", "managed_by")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    UID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    MANAGED_BY_FIELD_NUMBER: _ClassVar[int]
    uid: str
    etag: str
    revision: int
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    labels: _containers.ScalarMap[str, str]
    managed_by: str
    def __init__(self, uid: _Optional[str] = ..., etag: _Optional[str] = ..., revision: _Optional[int] = ..., create_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., labels: _Optional[_Mapping[str, str]] = ..., managed_by: _Optional[str] = ...) -> None: ...

class Cursor(_message.Message):
    __slots__ = ("revision", "resume_token")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    RESUME_TOKEN_FIELD_NUMBER: _ClassVar[int]
    revision: int
    resume_token: str
    def __init__(self, revision: _Optional[int] = ..., resume_token: _Optional[str] = ...) -> None: ...

class AddressUsage(_message.Message):
    __slots__ = ("family", "capacity", "allocated", "cooling_down", "reserved", "free", "largest_free_prefix_length", "capacity_decimal", "free_decimal")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ALLOCATED_FIELD_NUMBER: _ClassVar[int]
    COOLING_DOWN_FIELD_NUMBER: _ClassVar[int]
    RESERVED_FIELD_NUMBER: _ClassVar[int]
    FREE_FIELD_NUMBER: _ClassVar[int]
    LARGEST_FREE_PREFIX_LENGTH_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_DECIMAL_FIELD_NUMBER: _ClassVar[int]
    FREE_DECIMAL_FIELD_NUMBER: _ClassVar[int]
    family: IpFamily
    capacity: int
    allocated: int
    cooling_down: int
    reserved: int
    free: int
    largest_free_prefix_length: int
    capacity_decimal: str
    free_decimal: str
    def __init__(self, family: _Optional[_Union[IpFamily, str]] = ..., capacity: _Optional[int] = ..., allocated: _Optional[int] = ..., cooling_down: _Optional[int] = ..., reserved: _Optional[int] = ..., free: _Optional[int] = ..., largest_free_prefix_length: _Optional[int] = ..., capacity_decimal: _Optional[str] = ..., free_decimal: _Optional[str] = ...) -> None: ...

class BlockUsage(_message.Message):
    __slots__ = ("family", "prefix_length", "capacity", "allocated", "cooling_down", "reserved", "free")
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    PREFIX_LENGTH_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ALLOCATED_FIELD_NUMBER: _ClassVar[int]
    COOLING_DOWN_FIELD_NUMBER: _ClassVar[int]
    RESERVED_FIELD_NUMBER: _ClassVar[int]
    FREE_FIELD_NUMBER: _ClassVar[int]
    family: IpFamily
    prefix_length: int
    capacity: int
    allocated: int
    cooling_down: int
    reserved: int
    free: int
    def __init__(self, family: _Optional[_Union[IpFamily, str]] = ..., prefix_length: _Optional[int] = ..., capacity: _Optional[int] = ..., allocated: _Optional[int] = ..., cooling_down: _Optional[int] = ..., reserved: _Optional[int] = ..., free: _Optional[int] = ...) -> None: ...

class PortRange(_message.Message):
    __slots__ = ("first", "last")
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LAST_FIELD_NUMBER: _ClassVar[int]
    first: int
    last: int
    def __init__(self, first: _Optional[int] = ..., last: _Optional[int] = ...) -> None: ...
