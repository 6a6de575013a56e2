from google.protobuf import field_mask_pb2 as _field_mask_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TrafficDirection(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRAFFIC_DIRECTION_UNSPECIFIED: _ClassVar[TrafficDirection]
    TRAFFIC_DIRECTION_INBOUND: _ClassVar[TrafficDirection]
    TRAFFIC_DIRECTION_OUTBOUND: _ClassVar[TrafficDirection]

class SecurityRuleAccess(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SECURITY_RULE_ACCESS_UNSPECIFIED: _ClassVar[SecurityRuleAccess]
    SECURITY_RULE_ACCESS_ALLOW: _ClassVar[SecurityRuleAccess]
    SECURITY_RULE_ACCESS_DENY: _ClassVar[SecurityRuleAccess]

class LabelOperator(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LABEL_OPERATOR_UNSPECIFIED: _ClassVar[LabelOperator]
    LABEL_OPERATOR_IN: _ClassVar[LabelOperator]
    LABEL_OPERATOR_NOT_IN: _ClassVar[LabelOperator]
    LABEL_OPERATOR_EXISTS: _ClassVar[LabelOperator]
    LABEL_OPERATOR_DOES_NOT_EXIST: _ClassVar[LabelOperator]
TRAFFIC_DIRECTION_UNSPECIFIED: TrafficDirection
TRAFFIC_DIRECTION_INBOUND: TrafficDirection
TRAFFIC_DIRECTION_OUTBOUND: TrafficDirection
SECURITY_RULE_ACCESS_UNSPECIFIED: SecurityRuleAccess
SECURITY_RULE_ACCESS_ALLOW: SecurityRuleAccess
SECURITY_RULE_ACCESS_DENY: SecurityRuleAccess
LABEL_OPERATOR_UNSPECIFIED: LabelOperator
LABEL_OPERATOR_IN: LabelOperator
LABEL_OPERATOR_NOT_IN: LabelOperator
LABEL_OPERATOR_EXISTS: LabelOperator
LABEL_OPERATOR_DOES_NOT_EXIST: LabelOperator

class NetworkSecurityGroup(_message.Message):
    __slots__ = ("name", "meta", "rules", "cluster")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    rules: _containers.RepeatedCompositeFieldContainer[SecurityRule]
    cluster: str
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., rules: _Optional[_Iterable[_Union[SecurityRule, _Mapping]]] = ..., cluster: _Optional[str] = ...) -> None: ...

class SecurityRule(_message.Message):
    __slots__ = ("name", "priority", "direction", "access", "protocol", "source_prefixes", "destination_prefixes", "source_ports", "destination_ports", "description")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    ACCESS_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    SOURCE_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    SOURCE_PORTS_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_PORTS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    name: str
    priority: int
    direction: TrafficDirection
    access: SecurityRuleAccess
    protocol: _common_pb2.Protocol
    source_prefixes: _containers.RepeatedScalarFieldContainer[str]
    destination_prefixes: _containers.RepeatedScalarFieldContainer[str]
    source_ports: _containers.RepeatedCompositeFieldContainer[_common_pb2.PortRange]
    destination_ports: _containers.RepeatedCompositeFieldContainer[_common_pb2.PortRange]
    description: str
    def __init__(self, name: _Optional[str] = ..., priority: _Optional[int] = ..., direction: _Optional[_Union[TrafficDirection, str]] = ..., access: _Optional[_Union[SecurityRuleAccess, str]] = ..., protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ..., source_prefixes: _Optional[_Iterable[str]] = ..., destination_prefixes: _Optional[_Iterable[str]] = ..., source_ports: _Optional[_Iterable[_Union[_common_pb2.PortRange, _Mapping]]] = ..., destination_ports: _Optional[_Iterable[_Union[_common_pb2.PortRange, _Mapping]]] = ..., description: _Optional[str] = ...) -> None: ...

class Namespace(_message.Message):
    __slots__ = ("name", "meta")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ...) -> None: ...

class LabelSelector(_message.Message):
    __slots__ = ("match_labels", "match_expressions")
    class MatchLabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MATCH_LABELS_FIELD_NUMBER: _ClassVar[int]
    MATCH_EXPRESSIONS_FIELD_NUMBER: _ClassVar[int]
    match_labels: _containers.ScalarMap[str, str]
    match_expressions: _containers.RepeatedCompositeFieldContainer[LabelRequirement]
    def __init__(self, match_labels: _Optional[_Mapping[str, str]] = ..., match_expressions: _Optional[_Iterable[_Union[LabelRequirement, _Mapping]]] = ...) -> None: ...

class LabelRequirement(_message.Message):
    __slots__ = ("key", "operator", "values")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPERATOR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    key: str
    operator: LabelOperator
    values: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, key: _Optional[str] = ..., operator: _Optional[_Union[LabelOperator, str]] = ..., values: _Optional[_Iterable[str]] = ...) -> None: ...

class NetworkPolicy(_message.Message):
    __slots__ = ("name", "meta", "pod_selector", "policy_types", "ingress", "egress")
    NAME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    POD_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    POLICY_TYPES_FIELD_NUMBER: _ClassVar[int]
    INGRESS_FIELD_NUMBER: _ClassVar[int]
    EGRESS_FIELD_NUMBER: _ClassVar[int]
    name: str
    meta: _common_pb2.Meta
    pod_selector: LabelSelector
    policy_types: _containers.RepeatedScalarFieldContainer[TrafficDirection]
    ingress: _containers.RepeatedCompositeFieldContainer[NetworkPolicyRule]
    egress: _containers.RepeatedCompositeFieldContainer[NetworkPolicyRule]
    def __init__(self, name: _Optional[str] = ..., meta: _Optional[_Union[_common_pb2.Meta, _Mapping]] = ..., pod_selector: _Optional[_Union[LabelSelector, _Mapping]] = ..., policy_types: _Optional[_Iterable[_Union[TrafficDirection, str]]] = ..., ingress: _Optional[_Iterable[_Union[NetworkPolicyRule, _Mapping]]] = ..., egress: _Optional[_Iterable[_Union[NetworkPolicyRule, _Mapping]]] = ...) -> None: ...

class NetworkPolicyRule(_message.Message):
    __slots__ = ("peers", "ports")
    PEERS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    peers: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPeer]
    ports: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPort]
    def __init__(self, peers: _Optional[_Iterable[_Union[NetworkPolicyPeer, _Mapping]]] = ..., ports: _Optional[_Iterable[_Union[NetworkPolicyPort, _Mapping]]] = ...) -> None: ...

class NetworkPolicyPeer(_message.Message):
    __slots__ = ("pod_selector", "namespace_selector", "ip_block")
    POD_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    IP_BLOCK_FIELD_NUMBER: _ClassVar[int]
    pod_selector: LabelSelector
    namespace_selector: LabelSelector
    ip_block: IpBlock
    def __init__(self, pod_selector: _Optional[_Union[LabelSelector, _Mapping]] = ..., namespace_selector: _Optional[_Union[LabelSelector, _Mapping]] = ..., ip_block: _Optional[_Union[IpBlock, _Mapping]] = ...) -> None: ...

class IpBlock(_message.Message):
    __slots__ = ("prefix",)
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    EXCEPT_FIELD_NUMBER: _ClassVar[int]
    prefix: str
    def __init__(self, prefix: _Optional[str] = ..., **kwargs) -> None: ...

class NetworkPolicyPort(_message.Message):
    __slots__ = ("protocol", "port", "end_port", "port_name")
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    END_PORT_FIELD_NUMBER: _ClassVar[int]
    PORT_NAME_FIELD_NUMBER: _ClassVar[int]
    protocol: _common_pb2.Protocol
    port: int
    end_port: int
    port_name: str
    def __init__(self, protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ..., port: _Optional[int] = ..., end_port: _Optional[int] = ..., port_name: _Optional[str] = ...) -> None: ...

class CreateNetworkSecurityGroupRequest(_message.Message):
    __slots__ = ("parent", "network_security_group_id", "network_security_group", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    network_security_group_id: str
    network_security_group: NetworkSecurityGroup
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., network_security_group_id: _Optional[str] = ..., network_security_group: _Optional[_Union[NetworkSecurityGroup, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNetworkSecurityGroupResponse(_message.Message):
    __slots__ = ("network_security_group", "cursor")
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_security_group: NetworkSecurityGroup
    cursor: _common_pb2.Cursor
    def __init__(self, network_security_group: _Optional[_Union[NetworkSecurityGroup, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNetworkSecurityGroupRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNetworkSecurityGroupResponse(_message.Message):
    __slots__ = ("network_security_group", "cursor")
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_security_group: NetworkSecurityGroup
    cursor: _common_pb2.Cursor
    def __init__(self, network_security_group: _Optional[_Union[NetworkSecurityGroup, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNetworkSecurityGroupsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNetworkSecurityGroupsResponse(_message.Message):
    __slots__ = ("network_security_groups", "next_page_token", "cursor")
    NETWORK_SECURITY_GROUPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_security_groups: _containers.RepeatedCompositeFieldContainer[NetworkSecurityGroup]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, network_security_groups: _Optional[_Iterable[_Union[NetworkSecurityGroup, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNetworkSecurityGroupRequest(_message.Message):
    __slots__ = ("network_security_group", "update_mask", "request_id", "validate_only")
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    network_security_group: NetworkSecurityGroup
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, network_security_group: _Optional[_Union[NetworkSecurityGroup, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNetworkSecurityGroupResponse(_message.Message):
    __slots__ = ("network_security_group", "cursor")
    NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_security_group: NetworkSecurityGroup
    cursor: _common_pb2.Cursor
    def __init__(self, network_security_group: _Optional[_Union[NetworkSecurityGroup, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNetworkSecurityGroupRequest(_message.Message):
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

class DeleteNetworkSecurityGroupResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateNamespaceRequest(_message.Message):
    __slots__ = ("parent", "namespace_id", "namespace", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_ID_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    namespace_id: str
    namespace: Namespace
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., namespace_id: _Optional[str] = ..., namespace: _Optional[_Union[Namespace, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNamespaceResponse(_message.Message):
    __slots__ = ("namespace", "cursor")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    namespace: Namespace
    cursor: _common_pb2.Cursor
    def __init__(self, namespace: _Optional[_Union[Namespace, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNamespaceRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNamespaceResponse(_message.Message):
    __slots__ = ("namespace", "cursor")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    namespace: Namespace
    cursor: _common_pb2.Cursor
    def __init__(self, namespace: _Optional[_Union[Namespace, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNamespacesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNamespacesResponse(_message.Message):
    __slots__ = ("namespaces", "next_page_token", "cursor")
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    namespaces: _containers.RepeatedCompositeFieldContainer[Namespace]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, namespaces: _Optional[_Iterable[_Union[Namespace, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNamespaceRequest(_message.Message):
    __slots__ = ("namespace", "update_mask", "request_id", "validate_only")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    namespace: Namespace
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, namespace: _Optional[_Union[Namespace, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNamespaceResponse(_message.Message):
    __slots__ = ("namespace", "cursor")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    namespace: Namespace
    cursor: _common_pb2.Cursor
    def __init__(self, namespace: _Optional[_Union[Namespace, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNamespaceRequest(_message.Message):
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

class DeleteNamespaceResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CreateNetworkPolicyRequest(_message.Message):
    __slots__ = ("parent", "network_policy_id", "network_policy", "request_id", "validate_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    NETWORK_POLICY_ID_FIELD_NUMBER: _ClassVar[int]
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    network_policy_id: str
    network_policy: NetworkPolicy
    request_id: str
    validate_only: bool
    def __init__(self, parent: _Optional[str] = ..., network_policy_id: _Optional[str] = ..., network_policy: _Optional[_Union[NetworkPolicy, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CreateNetworkPolicyResponse(_message.Message):
    __slots__ = ("network_policy", "cursor")
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_policy: NetworkPolicy
    cursor: _common_pb2.Cursor
    def __init__(self, network_policy: _Optional[_Union[NetworkPolicy, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class GetNetworkPolicyRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetNetworkPolicyResponse(_message.Message):
    __slots__ = ("network_policy", "cursor")
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_policy: NetworkPolicy
    cursor: _common_pb2.Cursor
    def __init__(self, network_policy: _Optional[_Union[NetworkPolicy, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class ListNetworkPoliciesRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNetworkPoliciesResponse(_message.Message):
    __slots__ = ("network_policies", "next_page_token", "cursor")
    NETWORK_POLICIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_policies: _containers.RepeatedCompositeFieldContainer[NetworkPolicy]
    next_page_token: str
    cursor: _common_pb2.Cursor
    def __init__(self, network_policies: _Optional[_Iterable[_Union[NetworkPolicy, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class UpdateNetworkPolicyRequest(_message.Message):
    __slots__ = ("network_policy", "update_mask", "request_id", "validate_only")
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    network_policy: NetworkPolicy
    update_mask: _field_mask_pb2.FieldMask
    request_id: str
    validate_only: bool
    def __init__(self, network_policy: _Optional[_Union[NetworkPolicy, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class UpdateNetworkPolicyResponse(_message.Message):
    __slots__ = ("network_policy", "cursor")
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    network_policy: NetworkPolicy
    cursor: _common_pb2.Cursor
    def __init__(self, network_policy: _Optional[_Union[NetworkPolicy, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class DeleteNetworkPolicyRequest(_message.Message):
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

class DeleteNetworkPolicyResponse(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
