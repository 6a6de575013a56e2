from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ServiceType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SERVICE_TYPE_UNSPECIFIED: _ClassVar[ServiceType]
    SERVICE_TYPE_CLUSTER_IP: _ClassVar[ServiceType]
    SERVICE_TYPE_NODE_PORT: _ClassVar[ServiceType]
    SERVICE_TYPE_LOAD_BALANCER: _ClassVar[ServiceType]

class TrafficPolicy(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRAFFIC_POLICY_UNSPECIFIED: _ClassVar[TrafficPolicy]
    TRAFFIC_POLICY_CLUSTER: _ClassVar[TrafficPolicy]
    TRAFFIC_POLICY_LOCAL: _ClassVar[TrafficPolicy]

class SessionAffinity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_AFFINITY_UNSPECIFIED: _ClassVar[SessionAffinity]
    SESSION_AFFINITY_NONE: _ClassVar[SessionAffinity]
    SESSION_AFFINITY_CLIENT_IP: _ClassVar[SessionAffinity]
SERVICE_TYPE_UNSPECIFIED: ServiceType
SERVICE_TYPE_CLUSTER_IP: ServiceType
SERVICE_TYPE_NODE_PORT: ServiceType
SERVICE_TYPE_LOAD_BALANCER: ServiceType
TRAFFIC_POLICY_UNSPECIFIED: TrafficPolicy
TRAFFIC_POLICY_CLUSTER: TrafficPolicy
TRAFFIC_POLICY_LOCAL: TrafficPolicy
SESSION_AFFINITY_UNSPECIFIED: SessionAffinity
SESSION_AFFINITY_NONE: SessionAffinity
SESSION_AFFINITY_CLIENT_IP: SessionAffinity

class Service(_message.Message):
    __slots__ = ("name", "meta", "type", "cluster_addresses", "load_balancer_addresses", "internal", "ports", "external_traffic_policy", "internal_traffic_policy", "session_affinity", "session_affinity_timeout", "floating_ip_disabled", "health_check_node_port", "load_balancer_source_ranges", "endpoints")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    LOAD_BALANCER_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_TRAFFIC_POLICY_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_TRAFFIC_POLICY_FIELD_NUMBER: _ClassVar[int]
    SESSION_AFFINITY_FIELD_NUMBER: _ClassVar[int]
    SESSION_AFFINITY_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    FLOATING_IP_DISABLED_FIELD_NUMBER: _ClassVar[int]
    HEALTH_CHECK_NODE_PORT_FIELD_NUMBER: _ClassVar[int]
    LOAD_BALANCER_SOURCE_RANGES_FIELD_NUMBER: _ClassVar[int]
    ENDPOINTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    type: ServiceType
    cluster_addresses: _containers.RepeatedScalarFieldContainer[str]
    load_balancer_addresses: _containers.RepeatedScalarFieldContainer[str]
    internal: bool
    ports: _containers.RepeatedCompositeFieldContainer[ServicePort]
    external_traffic_policy: TrafficPolicy
    internal_traffic_policy: TrafficPolicy
    session_affinity: SessionAffinity
    session_affinity_timeout: _duration_pb2.Duration
    floating_ip_disabled: bool
    health_check_node_port: int
    load_balancer_source_ranges: _containers.RepeatedScalarFieldContainer[str]
    endpoints: _containers.RepeatedCompositeFieldContainer[ServiceEndpoint]
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., type: _Optional[_Union[ServiceType, str]] = ..., cluster_addresses: _Optional[_Iterable[str]] = ..., load_balancer_addresses: _Optional[_Iterable[str]] = ..., internal: bool = ..., ports: _Optional[_Iterable[_Union[ServicePort, _Mapping]]] = ..., external_traffic_policy: _Optional[_Union[TrafficPolicy, str]] = ..., internal_traffic_policy: _Optional[_Union[TrafficPolicy, str]] = ..., session_affinity: _Optional[_Union[SessionAffinity, str]] = ..., session_affinity_timeout: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., floating_ip_disabled: bool = ..., health_check_node_port: _Optional[int] = ..., load_balancer_source_ranges: _Optional[_Iterable[str]] = ..., endpoints: _Optional[_Iterable[_Union[ServiceEndpoint, _Mapping]]] = ...) -> None: ...

class ServicePort(_message.Message):
    __slots__ = ("name", "protocol", "port", "target_port", "target_port_name", "node_port")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    TARGET_PORT_FIELD_NUMBER: _ClassVar[int]
    TARGET_PORT_NAME_FIELD_NUMBER: _ClassVar[int]
    NODE_PORT_FIELD_NUMBER: _ClassVar[int]
    name: str
    protocol: _common_pb2.Protocol
    port: int
    target_port: int
    target_port_name: str
    node_port: int
    def __init__(self, name: _Optional[str] = ..., protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ..., port: _Optional[int] = ..., target_port: _Optional[int] = ..., target_port_name: _Optional[str] = ..., node_port: _Optional[int] = ...) -> None: ...

class ServiceEndpoint(_message.Message):
    __slots__ = ("address", "node", "allocation", "ready", "serving", "terminating", "port_overrides")
    class PortOverridesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    READY_FIELD_NUMBER: _ClassVar[int]
    SERVING_FIELD_NUMBER: _ClassVar[int]
    TERMINATING_FIELD_NUMBER: _ClassVar[int]
    PORT_OVERRIDES_FIELD_NUMBER: _ClassVar[int]
    address: str
    node: str
    allocation: str
    ready: bool
    serving: bool
    terminating: bool
    port_overrides: _containers.ScalarMap[str, int]
    def __init__(self, address: _Optional[str] = ..., node: _Optional[str] = ..., allocation: _Optional[str] = ..., ready: bool = ..., serving: bool = ..., terminating: bool = ..., port_overrides: _Optional[_Mapping[str, int]] = ...) -> None: ...

class CreateServiceRequest(_message.Message):
    __slots__ = ("parent", "service_id", "service", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ID_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    service_id: str
    service: Service
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., service_id: _Optional[str] = ..., service: _Optional[_Union[Service, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateServiceResponse(_message.Message):
    __slots__ = ("service", "cursor")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    service: Service
    cursor: _common_pb2.Cursor
    def __init__(self, service: _Optional[_Union[Service, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetServiceRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetServiceResponse(_message.Message):
    __slots__ = ("service", "cursor")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    service: Service
    cursor: _common_pb2.Cursor
    def __init__(self, service: _Optional[_Union[Service, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListServicesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListServicesResponse(_message.Message):
    __slots__ = ("services", "next_page_token", "cursor")
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    services: _containers.RepeatedCompositeFieldContainer[Service]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, services: _Optional[_Iterable[_Union[Service, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateServiceRequest(_message.Message):
    __slots__ = ("service", "update_mask", "request_id", "validate_only")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    service: Service
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, service: _Optional[_Union[Service, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateServiceResponse(_message.Message):
    __slots__ = ("service", "cursor")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    service: Service
    cursor: _common_pb2.Cursor
    def __init__(self, service: _Optional[_Union[Service, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteServiceRequest(_message.Message):
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

class DeleteServiceResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
