from google.rpc import status_pb2 as _status_pb2
from podnet.v1 import common_pb2 as _common_pb2
from podnet.v1 import route_pb2 as _route_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Verdict(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VERDICT_UNSPECIFIED: _ClassVar[Verdict]
    VERDICT_REACHABLE: _ClassVar[Verdict]
    VERDICT_UNREACHABLE: _ClassVar[Verdict]
    VERDICT_AMBIGUOUS: _ClassVar[Verdict]
    VERDICT_UNDETERMINED: _ClassVar[Verdict]

class Symmetry(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SYMMETRY_UNSPECIFIED: _ClassVar[Symmetry]
    SYMMETRY_SYMMETRIC: _ClassVar[Symmetry]
    SYMMETRY_ASYMMETRIC_BUT_WORKS: _ClassVar[Symmetry]
    SYMMETRY_FORWARD_ONLY: _ClassVar[Symmetry]
    SYMMETRY_NOT_EVALUATED: _ClassVar[Symmetry]

class FlowDirection(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FLOW_DIRECTION_UNSPECIFIED: _ClassVar[FlowDirection]
    FLOW_DIRECTION_FORWARD: _ClassVar[FlowDirection]
    FLOW_DIRECTION_REPLY: _ClassVar[FlowDirection]

class StepKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STEP_KIND_UNSPECIFIED: _ClassVar[StepKind]
    STEP_KIND_START_FROM_POD: _ClassVar[StepKind]
    STEP_KIND_START_FROM_NODE: _ClassVar[StepKind]
    STEP_KIND_START_FROM_VM: _ClassVar[StepKind]
    STEP_KIND_START_FROM_ONPREM: _ClassVar[StepKind]
    STEP_KIND_START_FROM_INTERNET: _ClassVar[StepKind]
    STEP_KIND_START_FROM_SERVICE: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_POD: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_NODE: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_BRIDGE: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_VNET: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_LOAD_BALANCER: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_GATEWAY: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_APPLIANCE: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_VM: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_INTERNET: _ClassVar[StepKind]
    STEP_KIND_ARRIVE_AT_ONPREM: _ClassVar[StepKind]
    STEP_KIND_RESOLVE_SERVICE: _ClassVar[StepKind]
    STEP_KIND_RESOLVE_NEXT_HOP: _ClassVar[StepKind]
    STEP_KIND_APPLY_ROUTE: _ClassVar[StepKind]
    STEP_KIND_ROUTE_LOCAL: _ClassVar[StepKind]
    STEP_KIND_APPLY_EGRESS_NETWORK_POLICY: _ClassVar[StepKind]
    STEP_KIND_APPLY_INGRESS_NETWORK_POLICY: _ClassVar[StepKind]
    STEP_KIND_APPLY_NSG_OUTBOUND: _ClassVar[StepKind]
    STEP_KIND_APPLY_NSG_INBOUND: _ClassVar[StepKind]
    STEP_KIND_SKIP_EGRESS_NETWORK_POLICY: _ClassVar[StepKind]
    STEP_KIND_SKIP_INGRESS_NETWORK_POLICY: _ClassVar[StepKind]
    STEP_KIND_SKIP_NSG_OUTBOUND: _ClassVar[StepKind]
    STEP_KIND_SKIP_NSG_INBOUND: _ClassVar[StepKind]
    STEP_KIND_CHECK_IP_FORWARDING: _ClassVar[StepKind]
    STEP_KIND_CHECK_ANTI_SPOOF: _ClassVar[StepKind]
    STEP_KIND_CHECK_HAIRPIN: _ClassVar[StepKind]
    STEP_KIND_DECREMENT_TTL: _ClassVar[StepKind]
    STEP_KIND_ANALYZE_LOAD_BALANCER_BACKEND: _ClassVar[StepKind]
    STEP_KIND_SELECT_BACKEND: _ClassVar[StepKind]
    STEP_KIND_NAT: _ClassVar[StepKind]
    STEP_KIND_SKIP_NAT: _ClassVar[StepKind]
    STEP_KIND_SETUP_SESSION: _ClassVar[StepKind]
    STEP_KIND_MATCH_SESSION: _ClassVar[StepKind]
    STEP_KIND_DELIVER: _ClassVar[StepKind]
    STEP_KIND_DROP: _ClassVar[StepKind]
    STEP_KIND_FORWARD: _ClassVar[StepKind]
    STEP_KIND_ABORT: _ClassVar[StepKind]

class NatKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NAT_KIND_UNSPECIFIED: _ClassVar[NatKind]
    NAT_KIND_NODE_MASQUERADE: _ClassVar[NatKind]
    NAT_KIND_SERVICE_DNAT_CLUSTER_IP: _ClassVar[NatKind]
    NAT_KIND_SERVICE_DNAT_NODE_PORT: _ClassVar[NatKind]
    NAT_KIND_SERVICE_DNAT_LOAD_BALANCER: _ClassVar[NatKind]
    NAT_KIND_SERVICE_HAIRPIN_SNAT: _ClassVar[NatKind]
    NAT_KIND_EXTERNAL_TRAFFIC_SNAT: _ClassVar[NatKind]
    NAT_KIND_LB_INBOUND_DNAT: _ClassVar[NatKind]
    NAT_KIND_LB_FLOATING_IP: _ClassVar[NatKind]
    NAT_KIND_LB_OUTBOUND_SNAT: _ClassVar[NatKind]
    NAT_KIND_NAT_GATEWAY: _ClassVar[NatKind]
    NAT_KIND_INSTANCE_PUBLIC_IP: _ClassVar[NatKind]
    NAT_KIND_DEFAULT_OUTBOUND: _ClassVar[NatKind]
    NAT_KIND_SESSION_REVERSE: _ClassVar[NatKind]
    NAT_KIND_APPLIANCE_SNAT: _ClassVar[NatKind]

class NatHook(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NAT_HOOK_UNSPECIFIED: _ClassVar[NatHook]
    NAT_HOOK_PREROUTING: _ClassVar[NatHook]
    NAT_HOOK_OUTPUT: _ClassVar[NatHook]
    NAT_HOOK_POSTROUTING: _ClassVar[NatHook]
    NAT_HOOK_FABRIC: _ClassVar[NatHook]

class NatSkipReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    NAT_SKIP_REASON_UNSPECIFIED: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_DESTINATION_IN_NON_MASQUERADE_RANGE: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_DESTINATION_ON_SAME_NODE: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_DESTINATION_LOCAL_ADDRESS: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_RETURN_PACKET: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_HOST_NETWORK_POD: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_MASQUERADE_DISABLED: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_FLOW_ALREADY_TRACKED: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_NO_RULE_MATCHED: _ClassVar[NatSkipReason]
    NAT_SKIP_REASON_IPV6_NOT_MASQUERADED: _ClassVar[NatSkipReason]

class DropCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DROP_CAUSE_UNSPECIFIED: _ClassVar[DropCause]
    DROP_CAUSE_NO_ROUTE: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NONE: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NEXT_HOP_NOT_RESOLVED: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NEXT_HOP_NOT_FOUND: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NEXT_HOP_NOT_RUNNING: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NEXT_HOP_WRONG_NODE: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_TABLE_NOT_ASSOCIATED: _ClassVar[DropCause]
    DROP_CAUSE_ROUTE_NOT_YET_EFFECTIVE: _ClassVar[DropCause]
    DROP_CAUSE_IP_FORWARDING_DISABLED: _ClassVar[DropCause]
    DROP_CAUSE_SPOOFED_SOURCE: _ClassVar[DropCause]
    DROP_CAUSE_NEIGHBOR_UNREACHABLE: _ClassVar[DropCause]
    DROP_CAUSE_ROUTING_LOOP: _ClassVar[DropCause]
    DROP_CAUSE_TTL_EXCEEDED: _ClassVar[DropCause]
    DROP_CAUSE_POD_NOT_RUNNING: _ClassVar[DropCause]
    DROP_CAUSE_NODE_NOT_READY: _ClassVar[DropCause]
    DROP_CAUSE_VM_NOT_RUNNING: _ClassVar[DropCause]
    DROP_CAUSE_NETWORK_POLICY_EGRESS: _ClassVar[DropCause]
    DROP_CAUSE_NETWORK_POLICY_INGRESS: _ClassVar[DropCause]
    DROP_CAUSE_NSG_RULE_OUTBOUND: _ClassVar[DropCause]
    DROP_CAUSE_NSG_RULE_INBOUND: _ClassVar[DropCause]
    DROP_CAUSE_SERVICE_NO_ENDPOINTS: _ClassVar[DropCause]
    DROP_CAUSE_SERVICE_NO_LOCAL_ENDPOINTS: _ClassVar[DropCause]
    DROP_CAUSE_SERVICE_PORT_NOT_FOUND: _ClassVar[DropCause]
    DROP_CAUSE_LB_NO_HEALTHY_BACKEND: _ClassVar[DropCause]
    DROP_CAUSE_LB_RULE_MISMATCH: _ClassVar[DropCause]
    DROP_CAUSE_SNAT_PORTS_EXHAUSTED: _ClassVar[DropCause]
    DROP_CAUSE_NO_OUTBOUND_METHOD: _ClassVar[DropCause]
    DROP_CAUSE_PROTOCOL_NOT_NATTABLE: _ClassVar[DropCause]
    DROP_CAUSE_FRAGMENT_DROPPED: _ClassVar[DropCause]
    DROP_CAUSE_PRIVATE_TRAFFIC_TO_INTERNET: _ClassVar[DropCause]
    DROP_CAUSE_INTERNET_TO_PRIVATE_ADDRESS: _ClassVar[DropCause]
    DROP_CAUSE_NO_RETURN_ROUTE: _ClassVar[DropCause]
    DROP_CAUSE_NO_SESSION_FOR_REPLY: _ClassVar[DropCause]
    DROP_CAUSE_REPLY_SOURCE_MISMATCH: _ClassVar[DropCause]
    DROP_CAUSE_HAIRPIN_DISABLED: _ClassVar[DropCause]
    DROP_CAUSE_UNKNOWN_INTERNAL_ADDRESS: _ClassVar[DropCause]
    DROP_CAUSE_UNKNOWN_EXTERNAL_ADDRESS: _ClassVar[DropCause]
    DROP_CAUSE_SOURCE_RANGE_DENIED: _ClassVar[DropCause]
    DROP_CAUSE_PEERING_FORBIDS: _ClassVar[DropCause]

class AbortCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ABORT_CAUSE_UNSPECIFIED: _ClassVar[AbortCause]
    ABORT_CAUSE_UNKNOWN_IP: _ClassVar[AbortCause]
    ABORT_CAUSE_AMBIGUOUS_IP: _ClassVar[AbortCause]
    ABORT_CAUSE_MISMATCHED_IP_VERSION: _ClassVar[AbortCause]
    ABORT_CAUSE_INVALID_ARGUMENT: _ClassVar[AbortCause]
    ABORT_CAUSE_TRACE_TOO_LONG: _ClassVar[AbortCause]
    ABORT_CAUSE_TOO_MANY_BRANCHES: _ClassVar[AbortCause]
    ABORT_CAUSE_CONFIG_NOT_FOUND: _ClassVar[AbortCause]
    ABORT_CAUSE_UNSUPPORTED_FEATURE: _ClassVar[AbortCause]
    ABORT_CAUSE_STATE_VERSION_GONE: _ClassVar[AbortCause]
    ABORT_CAUSE_PERMISSION_DENIED: _ClassVar[AbortCause]

class ForwardTarget(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FORWARD_TARGET_UNSPECIFIED: _ClassVar[ForwardTarget]
    FORWARD_TARGET_INTERNET: _ClassVar[ForwardTarget]
    FORWARD_TARGET_ONPREM_GATEWAY: _ClassVar[ForwardTarget]
    FORWARD_TARGET_PEERED_VNET: _ClassVar[ForwardTarget]
    FORWARD_TARGET_VIRTUAL_APPLIANCE: _ClassVar[ForwardTarget]
    FORWARD_TARGET_SERVICE_ENDPOINT: _ClassVar[ForwardTarget]

class FilterOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FILTER_OUTCOME_UNSPECIFIED: _ClassVar[FilterOutcome]
    FILTER_OUTCOME_ALLOWED: _ClassVar[FilterOutcome]
    FILTER_OUTCOME_DENIED: _ClassVar[FilterOutcome]
    FILTER_OUTCOME_NOT_APPLIED: _ClassVar[FilterOutcome]

class AssumptionKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ASSUMPTION_KIND_UNSPECIFIED: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_REMOTE_HOST_ANSWERS: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_APPLIANCE_FORWARDS_UNCHANGED: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_ON_PREMISES_ROUTES_SYMMETRIC: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_SESSIONS_EMPTY_AT_START: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_HEALTH_PROBES_GREEN: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_OUTBOUND_ADDRESS_UNKNOWN: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_PEERED_NETWORK_RETURNS: _ClassVar[AssumptionKind]
    ASSUMPTION_KIND_SOURCE_PORT_EPHEMERAL: _ClassVar[AssumptionKind]

class Invariant(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INVARIANT_UNSPECIFIED: _ClassVar[Invariant]
    INVARIANT_POD_TO_POD_NO_NAT: _ClassVar[Invariant]
    INVARIANT_NODE_TO_POD_NO_NAT: _ClassVar[Invariant]
    INVARIANT_POD_TO_NODE_NO_NAT: _ClassVar[Invariant]
    INVARIANT_POD_SELF_IP_IS_SEEN_IP: _ClassVar[Invariant]
    INVARIANT_ROUTE_PER_NODE_EXACT: _ClassVar[Invariant]
    INVARIANT_POD_PREFIX_UNIQUE: _ClassVar[Invariant]
    INVARIANT_NO_ROUTING_LOOP: _ClassVar[Invariant]
    INVARIANT_RETURN_PATH_EXISTS: _ClassVar[Invariant]
    INVARIANT_SERVICE_HAS_REACHABLE_ENDPOINT: _ClassVar[Invariant]

class InvariantOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INVARIANT_OUTCOME_UNSPECIFIED: _ClassVar[InvariantOutcome]
    INVARIANT_OUTCOME_HOLDS: _ClassVar[InvariantOutcome]
    INVARIANT_OUTCOME_VIOLATED: _ClassVar[InvariantOutcome]
    INVARIANT_OUTCOME_NOT_APPLICABLE: _ClassVar[InvariantOutcome]
    INVARIANT_OUTCOME_UNDETERMINED: _ClassVar[InvariantOutcome]
VERDICT_UNSPECIFIED: Verdict
VERDICT_REACHABLE: Verdict
VERDICT_UNREACHABLE: Verdict
VERDICT_AMBIGUOUS: Verdict
VERDICT_UNDETERMINED: Verdict
SYMMETRY_UNSPECIFIED: Symmetry
SYMMETRY_SYMMETRIC: Symmetry
SYMMETRY_ASYMMETRIC_BUT_WORKS: Symmetry
SYMMETRY_FORWARD_ONLY: Symmetry
SYMMETRY_NOT_EVALUATED: Symmetry
FLOW_DIRECTION_UNSPECIFIED: FlowDirection
FLOW_DIRECTION_FORWARD: FlowDirection
FLOW_DIRECTION_REPLY: FlowDirection
STEP_KIND_UNSPECIFIED: StepKind
STEP_KIND_START_FROM_POD: StepKind
STEP_KIND_START_FROM_NODE: StepKind
STEP_KIND_START_FROM_VM: StepKind
STEP_KIND_START_FROM_ONPREM: StepKind
STEP_KIND_START_FROM_INTERNET: StepKind
STEP_KIND_START_FROM_SERVICE: StepKind
STEP_KIND_ARRIVE_AT_POD: StepKind
STEP_KIND_ARRIVE_AT_NODE: StepKind
STEP_KIND_ARRIVE_AT_BRIDGE: StepKind
STEP_KIND_ARRIVE_AT_VNET: StepKind
STEP_KIND_ARRIVE_AT_LOAD_BALANCER: StepKind
STEP_KIND_ARRIVE_AT_GATEWAY: StepKind
STEP_KIND_ARRIVE_AT_APPLIANCE: StepKind
STEP_KIND_ARRIVE_AT_VM: StepKind
STEP_KIND_ARRIVE_AT_INTERNET: StepKind
STEP_KIND_ARRIVE_AT_ONPREM: StepKind
STEP_KIND_RESOLVE_SERVICE: StepKind
STEP_KIND_RESOLVE_NEXT_HOP: StepKind
STEP_KIND_APPLY_ROUTE: StepKind
STEP_KIND_ROUTE_LOCAL: StepKind
STEP_KIND_APPLY_EGRESS_NETWORK_POLICY: StepKind
STEP_KIND_APPLY_INGRESS_NETWORK_POLICY: StepKind
STEP_KIND_APPLY_NSG_OUTBOUND: StepKind
STEP_KIND_APPLY_NSG_INBOUND: StepKind
STEP_KIND_SKIP_EGRESS_NETWORK_POLICY: StepKind
STEP_KIND_SKIP_INGRESS_NETWORK_POLICY: StepKind
STEP_KIND_SKIP_NSG_OUTBOUND: StepKind
STEP_KIND_SKIP_NSG_INBOUND: StepKind
STEP_KIND_CHECK_IP_FORWARDING: StepKind
STEP_KIND_CHECK_ANTI_SPOOF: StepKind
STEP_KIND_CHECK_HAIRPIN: StepKind
STEP_KIND_DECREMENT_TTL: StepKind
STEP_KIND_ANALYZE_LOAD_BALANCER_BACKEND: StepKind
STEP_KIND_SELECT_BACKEND: StepKind
STEP_KIND_NAT: StepKind
STEP_KIND_SKIP_NAT: StepKind
STEP_KIND_SETUP_SESSION: StepKind
STEP_KIND_MATCH_SESSION: StepKind
STEP_KIND_DELIVER: StepKind
STEP_KIND_DROP: StepKind
STEP_KIND_FORWARD: StepKind
STEP_KIND_ABORT: StepKind
NAT_KIND_UNSPECIFIED: NatKind
NAT_KIND_NODE_MASQUERADE: NatKind
NAT_KIND_SERVICE_DNAT_CLUSTER_IP: NatKind
NAT_KIND_SERVICE_DNAT_NODE_PORT: NatKind
NAT_KIND_SERVICE_DNAT_LOAD_BALANCER: NatKind
NAT_KIND_SERVICE_HAIRPIN_SNAT: NatKind
NAT_KIND_EXTERNAL_TRAFFIC_SNAT: NatKind
NAT_KIND_LB_INBOUND_DNAT: NatKind
NAT_KIND_LB_FLOATING_IP: NatKind
NAT_KIND_LB_OUTBOUND_SNAT: NatKind
NAT_KIND_NAT_GATEWAY: NatKind
NAT_KIND_INSTANCE_PUBLIC_IP: NatKind
NAT_KIND_DEFAULT_OUTBOUND: NatKind
NAT_KIND_SESSION_REVERSE: NatKind
NAT_KIND_APPLIANCE_SNAT: NatKind
NAT_HOOK_UNSPECIFIED: NatHook
NAT_HOOK_PREROUTING: NatHook
NAT_HOOK_OUTPUT: NatHook
NAT_HOOK_POSTROUTING: NatHook
NAT_HOOK_FABRIC: NatHook
NAT_SKIP_REASON_UNSPECIFIED: NatSkipReason
NAT_SKIP_REASON_DESTINATION_IN_NON_MASQUERADE_RANGE: NatSkipReason
NAT_SKIP_REASON_DESTINATION_ON_SAME_NODE: NatSkipReason
NAT_SKIP_REASON_DESTINATION_LOCAL_ADDRESS: NatSkipReason
NAT_SKIP_REASON_RETURN_PACKET: NatSkipReason
NAT_SKIP_REASON_HOST_NETWORK_POD: NatSkipReason
NAT_SKIP_REASON_MASQUERADE_DISABLED: NatSkipReason
NAT_SKIP_REASON_FLOW_ALREADY_TRACKED: NatSkipReason
NAT_SKIP_REASON_NO_RULE_MATCHED: NatSkipReason
NAT_SKIP_REASON_IPV6_NOT_MASQUERADED: NatSkipReason
DROP_CAUSE_UNSPECIFIED: DropCause
DROP_CAUSE_NO_ROUTE: DropCause
DROP_CAUSE_ROUTE_NONE: DropCause
DROP_CAUSE_ROUTE_NEXT_HOP_NOT_RESOLVED: DropCause
DROP_CAUSE_ROUTE_NEXT_HOP_NOT_FOUND: DropCause
DROP_CAUSE_ROUTE_NEXT_HOP_NOT_RUNNING: DropCause
DROP_CAUSE_ROUTE_NEXT_HOP_WRONG_NODE: DropCause
DROP_CAUSE_ROUTE_TABLE_NOT_ASSOCIATED: DropCause
DROP_CAUSE_ROUTE_NOT_YET_EFFECTIVE: DropCause
DROP_CAUSE_IP_FORWARDING_DISABLED: DropCause
DROP_CAUSE_SPOOFED_SOURCE: DropCause
DROP_CAUSE_NEIGHBOR_UNREACHABLE: DropCause
DROP_CAUSE_ROUTING_LOOP: DropCause
DROP_CAUSE_TTL_EXCEEDED: DropCause
DROP_CAUSE_POD_NOT_RUNNING: DropCause
DROP_CAUSE_NODE_NOT_READY: DropCause
DROP_CAUSE_VM_NOT_RUNNING: DropCause
DROP_CAUSE_NETWORK_POLICY_EGRESS: DropCause
DROP_CAUSE_NETWORK_POLICY_INGRESS: DropCause
DROP_CAUSE_NSG_RULE_OUTBOUND: DropCause
DROP_CAUSE_NSG_RULE_INBOUND: DropCause
DROP_CAUSE_SERVICE_NO_ENDPOINTS: DropCause
DROP_CAUSE_SERVICE_NO_LOCAL_ENDPOINTS: DropCause
DROP_CAUSE_SERVICE_PORT_NOT_FOUND: DropCause
DROP_CAUSE_LB_NO_HEALTHY_BACKEND: DropCause
DROP_CAUSE_LB_RULE_MISMATCH: DropCause
DROP_CAUSE_SNAT_PORTS_EXHAUSTED: DropCause
DROP_CAUSE_NO_OUTBOUND_METHOD: DropCause
DROP_CAUSE_PROTOCOL_NOT_NATTABLE: DropCause
DROP_CAUSE_FRAGMENT_DROPPED: DropCause
DROP_CAUSE_PRIVATE_TRAFFIC_TO_INTERNET: DropCause
DROP_CAUSE_INTERNET_TO_PRIVATE_ADDRESS: DropCause
DROP_CAUSE_NO_RETURN_ROUTE: DropCause
DROP_CAUSE_NO_SESSION_FOR_REPLY: DropCause
DROP_CAUSE_REPLY_SOURCE_MISMATCH: DropCause
DROP_CAUSE_HAIRPIN_DISABLED: DropCause
DROP_CAUSE_UNKNOWN_INTERNAL_ADDRESS: DropCause
DROP_CAUSE_UNKNOWN_EXTERNAL_ADDRESS: DropCause
DROP_CAUSE_SOURCE_RANGE_DENIED: DropCause
DROP_CAUSE_PEERING_FORBIDS: DropCause
ABORT_CAUSE_UNSPECIFIED: AbortCause
ABORT_CAUSE_UNKNOWN_IP: AbortCause
ABORT_CAUSE_AMBIGUOUS_IP: AbortCause
ABORT_CAUSE_MISMATCHED_IP_VERSION: AbortCause
ABORT_CAUSE_INVALID_ARGUMENT: AbortCause
ABORT_CAUSE_TRACE_TOO_LONG: AbortCause
ABORT_CAUSE_TOO_MANY_BRANCHES: AbortCause
ABORT_CAUSE_CONFIG_NOT_FOUND: AbortCause
ABORT_CAUSE_UNSUPPORTED_FEATURE: AbortCause
ABORT_CAUSE_STATE_VERSION_GONE: AbortCause
ABORT_CAUSE_PERMISSION_DENIED: AbortCause
FORWARD_TARGET_UNSPECIFIED: ForwardTarget
FORWARD_TARGET_INTERNET: ForwardTarget
FORWARD_TARGET_ONPREM_GATEWAY: ForwardTarget
FORWARD_TARGET_PEERED_VNET: ForwardTarget
FORWARD_TARGET_VIRTUAL_APPLIANCE: ForwardTarget
FORWARD_TARGET_SERVICE_ENDPOINT: ForwardTarget
FILTER_OUTCOME_UNSPECIFIED: FilterOutcome
FILTER_OUTCOME_ALLOWED: FilterOutcome
FILTER_OUTCOME_DENIED: FilterOutcome
FILTER_OUTCOME_NOT_APPLIED: FilterOutcome
ASSUMPTION_KIND_UNSPECIFIED: AssumptionKind
ASSUMPTION_KIND_REMOTE_HOST_ANSWERS: AssumptionKind
ASSUMPTION_KIND_APPLIANCE_FORWARDS_UNCHANGED: AssumptionKind
ASSUMPTION_KIND_ON_PREMISES_ROUTES_SYMMETRIC: AssumptionKind
ASSUMPTION_KIND_SESSIONS_EMPTY_AT_START: AssumptionKind
ASSUMPTION_KIND_HEALTH_PROBES_GREEN: AssumptionKind
ASSUMPTION_KIND_OUTBOUND_ADDRESS_UNKNOWN: AssumptionKind
ASSUMPTION_KIND_PEERED_NETWORK_RETURNS: AssumptionKind
ASSUMPTION_KIND_SOURCE_PORT_EPHEMERAL: AssumptionKind
INVARIANT_UNSPECIFIED: Invariant
INVARIANT_POD_TO_POD_NO_NAT: Invariant
INVARIANT_NODE_TO_POD_NO_NAT: Invariant
INVARIANT_POD_TO_NODE_NO_NAT: Invariant
INVARIANT_POD_SELF_IP_IS_SEEN_IP: Invariant
INVARIANT_ROUTE_PER_NODE_EXACT: Invariant
INVARIANT_POD_PREFIX_UNIQUE: Invariant
INVARIANT_NO_ROUTING_LOOP: Invariant
INVARIANT_RETURN_PATH_EXISTS: Invariant
INVARIANT_SERVICE_HAS_REACHABLE_ENDPOINT: Invariant
INVARIANT_OUTCOME_UNSPECIFIED: InvariantOutcome
INVARIANT_OUTCOME_HOLDS: InvariantOutcome
INVARIANT_OUTCOME_VIOLATED: InvariantOutcome
INVARIANT_OUTCOME_NOT_APPLICABLE: InvariantOutcome
INVARIANT_OUTCOME_UNDETERMINED: InvariantOutcome

class FlowEndpoint(_message.Message):
    __slots__ = ("pod", "node", "virtual_machine", "address", "service")
    POD_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    VIRTUAL_MACHINE_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    pod: PodReference
    node: str
    virtual_machine: str
    address: str
    service: ServiceReference
    def __init__(self, pod: _Optional[_Union[PodReference, _Mapping]] = ..., node: _Optional[str] = ..., virtual_machine: _Optional[str] = ..., address: _Optional[str] = ..., service: _Optional[_Union[ServiceReference, _Mapping]] = ...) -> None: ...

class PodReference(_message.Message):
    __slots__ = ("allocation", "cluster", "namespace", "pod")
    ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    POD_FIELD_NUMBER: _ClassVar[int]
    allocation: str
    cluster: str
    namespace: str
    pod: str
    def __init__(self, allocation: _Optional[str] = ..., cluster: _Optional[str] = ..., namespace: _Optional[str] = ..., pod: _Optional[str] = ...) -> None: ...

class ServiceReference(_message.Message):
    __slots__ = ("service", "cluster", "namespace", "name")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    service: str
    cluster: str
    namespace: str
    name: str
    def __init__(self, service: _Optional[str] = ..., cluster: _Optional[str] = ..., namespace: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class Flow(_message.Message):
    __slots__ = ("source", "destination", "protocol", "source_port", "destination_port", "family", "concurrent_flows")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    SOURCE_PORT_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_PORT_FIELD_NUMBER: _ClassVar[int]
    FAMILY_FIELD_NUMBER: _ClassVar[int]
    CONCURRENT_FLOWS_FIELD_NUMBER: _ClassVar[int]
    source: FlowEndpoint
    destination: FlowEndpoint
    protocol: _common_pb2.Protocol
    source_port: int
    destination_port: int
    family: _common_pb2.IpFamily
    concurrent_flows: int
    def __init__(self, source: _Optional[_Union[FlowEndpoint, _Mapping]] = ..., destination: _Optional[_Union[FlowEndpoint, _Mapping]] = ..., protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ..., source_port: _Optional[int] = ..., destination_port: _Optional[int] = ..., family: _Optional[_Union[_common_pb2.IpFamily, str]] = ..., concurrent_flows: _Optional[int] = ...) -> None: ...

class TraceFlowRequest(_message.Message):
    __slots__ = ("parent", "flow", "at_revision", "one_way")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FLOW_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    ONE_WAY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    flow: Flow
    at_revision: int
    one_way: bool
    def __init__(self, parent: _Optional[str] = ..., flow: _Optional[_Union[Flow, _Mapping]] = ..., at_revision: _Optional[int] = ..., one_way: bool = ...) -> None: ...

class TraceFlowResponse(_message.Message):
    __slots__ = ("result", "cursor")
    RESULT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    result: FlowResult
    cursor: _common_pb2.Cursor
    def __init__(self, result: _Optional[_Union[FlowResult, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class BatchTraceFlowsRequest(_message.Message):
    __slots__ = ("parent", "flows", "at_revision", "one_way", "verdicts_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    FLOWS_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    ONE_WAY_FIELD_NUMBER: _ClassVar[int]
    VERDICTS_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    flows: _containers.RepeatedCompositeFieldContainer[Flow]
    at_revision: int
    one_way: bool
    verdicts_only: bool
    def __init__(self, parent: _Optional[str] = ..., flows: _Optional[_Iterable[_Union[Flow, _Mapping]]] = ..., at_revision: _Optional[int] = ..., one_way: bool = ..., verdicts_only: bool = ...) -> None: ...

class BatchTraceFlowsResponse(_message.Message):
    __slots__ = ("results", "cursor")
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[FlowResult]
    cursor: _common_pb2.Cursor
    def __init__(self, results: _Optional[_Iterable[_Union[FlowResult, _Mapping]]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class StreamTraceFlowsRequest(_message.Message):
    __slots__ = ("correlation_id", "trace", "verdicts_only")
    CORRELATION_ID_FIELD_NUMBER: _ClassVar[int]
    TRACE_FIELD_NUMBER: _ClassVar[int]
    VERDICTS_ONLY_FIELD_NUMBER: _ClassVar[int]
    correlation_id: int
    trace: TraceFlowRequest
    verdicts_only: bool
    def __init__(self, correlation_id: _Optional[int] = ..., trace: _Optional[_Union[TraceFlowRequest, _Mapping]] = ..., verdicts_only: bool = ...) -> None: ...

class StreamTraceFlowsResponse(_message.Message):
    __slots__ = ("correlation_id", "trace", "error")
    CORRELATION_ID_FIELD_NUMBER: _ClassVar[int]
    TRACE_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    correlation_id: int
    trace: TraceFlowResponse
    error: _status_pb2.Status
    def __init__(self, correlation_id: _Optional[int] = ..., trace: _Optional[_Union[TraceFlowResponse, _Mapping]] = ..., error: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...

class FlowResult(_message.Message):
    __slots__ = ("verdict", "forward_verdict", "return_verdict", "symmetry", "forward_traces", "return_traces", "cause", "assumptions", "revision")
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    FORWARD_VERDICT_FIELD_NUMBER: _ClassVar[int]
    RETURN_VERDICT_FIELD_NUMBER: _ClassVar[int]
    SYMMETRY_FIELD_NUMBER: _ClassVar[int]
    FORWARD_TRACES_FIELD_NUMBER: _ClassVar[int]
    RETURN_TRACES_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    verdict: Verdict
    forward_verdict: Verdict
    return_verdict: Verdict
    symmetry: Symmetry
    forward_traces: _containers.RepeatedCompositeFieldContainer[Trace]
    return_traces: _containers.RepeatedCompositeFieldContainer[Trace]
    cause: FlowCause
    assumptions: _containers.RepeatedCompositeFieldContainer[Assumption]
    revision: int
    def __init__(self, verdict: _Optional[_Union[Verdict, str]] = ..., forward_verdict: _Optional[_Union[Verdict, str]] = ..., return_verdict: _Optional[_Union[Verdict, str]] = ..., symmetry: _Optional[_Union[Symmetry, str]] = ..., forward_traces: _Optional[_Iterable[_Union[Trace, _Mapping]]] = ..., return_traces: _Optional[_Iterable[_Union[Trace, _Mapping]]] = ..., cause: _Optional[_Union[FlowCause, _Mapping]] = ..., assumptions: _Optional[_Iterable[_Union[Assumption, _Mapping]]] = ..., revision: _Optional[int] = ...) -> None: ...

class FlowCause(_message.Message):
    __slots__ = ("direction", "drop", "abort", "forward", "place", "explanation", "remediation")
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    DROP_FIELD_NUMBER: _ClassVar[int]
    ABORT_FIELD_NUMBER: _ClassVar[int]
    FORWARD_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    REMEDIATION_FIELD_NUMBER: _ClassVar[int]
    direction: FlowDirection
    drop: DropCause
    abort: AbortCause
    forward: ForwardTarget
    place: str
    explanation: str
    remediation: str
    def __init__(self, direction: _Optional[_Union[FlowDirection, str]] = ..., drop: _Optional[_Union[DropCause, str]] = ..., abort: _Optional[_Union[AbortCause, str]] = ..., forward: _Optional[_Union[ForwardTarget, str]] = ..., place: _Optional[str] = ..., explanation: _Optional[str] = ..., remediation: _Optional[str] = ...) -> None: ...

class Trace(_message.Message):
    __slots__ = ("branch", "forward_branch", "weight", "verdict", "steps")
    BRANCH_FIELD_NUMBER: _ClassVar[int]
    FORWARD_BRANCH_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    branch: int
    forward_branch: int
    weight: float
    verdict: Verdict
    steps: _containers.RepeatedCompositeFieldContainer[TraceStep]
    def __init__(self, branch: _Optional[int] = ..., forward_branch: _Optional[int] = ..., weight: _Optional[float] = ..., verdict: _Optional[_Union[Verdict, str]] = ..., steps: _Optional[_Iterable[_Union[TraceStep, _Mapping]]] = ...) -> None: ...

class Packet(_message.Message):
    __slots__ = ("source_address", "source_ports", "destination_address", "destination_ports", "protocol", "time_to_live")
    SOURCE_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_PORTS_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    DESTINATION_PORTS_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    TIME_TO_LIVE_FIELD_NUMBER: _ClassVar[int]
    source_address: str
    source_ports: _common_pb2.PortRange
    destination_address: str
    destination_ports: _common_pb2.PortRange
    protocol: _common_pb2.Protocol
    time_to_live: int
    def __init__(self, source_address: _Optional[str] = ..., source_ports: _Optional[_Union[_common_pb2.PortRange, _Mapping]] = ..., destination_address: _Optional[str] = ..., destination_ports: _Optional[_Union[_common_pb2.PortRange, _Mapping]] = ..., protocol: _Optional[_Union[_common_pb2.Protocol, str]] = ..., time_to_live: _Optional[int] = ...) -> None: ...

class TraceStep(_message.Message):
    __slots__ = ("kind", "place", "description", "before", "after", "route", "next_hop", "nat", "skip_nat", "backend", "filter", "session", "drop", "forward", "abort", "references")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    NEXT_HOP_FIELD_NUMBER: _ClassVar[int]
    NAT_FIELD_NUMBER: _ClassVar[int]
    SKIP_NAT_FIELD_NUMBER: _ClassVar[int]
    BACKEND_FIELD_NUMBER: _ClassVar[int]
    FILTER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    DROP_FIELD_NUMBER: _ClassVar[int]
    FORWARD_FIELD_NUMBER: _ClassVar[int]
    ABORT_FIELD_NUMBER: _ClassVar[int]
    REFERENCES_FIELD_NUMBER: _ClassVar[int]
    kind: StepKind
    place: str
    description: str
    before: Packet
    after: Packet
    route: RouteDecision
    next_hop: NextHopResolution
    nat: NatRecord
    skip_nat: NatSkip
    backend: BackendSelection
    filter: FilterDecision
    session: Session
    drop: DropCause
    forward: ForwardTarget
    abort: AbortCause
    references: _containers.RepeatedCompositeFieldContainer[Reference]
    def __init__(self, kind: _Optional[_Union[StepKind, str]] = ..., place: _Optional[str] = ..., description: _Optional[str] = ..., before: _Optional[_Union[Packet, _Mapping]] = ..., after: _Optional[_Union[Packet, _Mapping]] = ..., route: _Optional[_Union[RouteDecision, _Mapping]] = ..., next_hop: _Optional[_Union[NextHopResolution, _Mapping]] = ..., nat: _Optional[_Union[NatRecord, _Mapping]] = ..., skip_nat: _Optional[_Union[NatSkip, _Mapping]] = ..., backend: _Optional[_Union[BackendSelection, _Mapping]] = ..., filter: _Optional[_Union[FilterDecision, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., drop: _Optional[_Union[DropCause, str]] = ..., forward: _Optional[_Union[ForwardTarget, str]] = ..., abort: _Optional[_Union[AbortCause, str]] = ..., references: _Optional[_Iterable[_Union[Reference, _Mapping]]] = ...) -> None: ...

class Reference(_message.Message):
    __slots__ = ("name", "etag")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    name: str
    etag: str
    def __init__(self, name: _Optional[str] = ..., etag: _Optional[str] = ...) -> None: ...

class RouteDecision(_message.Message):
    __slots__ = ("scope", "winner", "losers")
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    WINNER_FIELD_NUMBER: _ClassVar[int]
    LOSERS_FIELD_NUMBER: _ClassVar[int]
    scope: _route_pb2.RouteScope
    winner: _route_pb2.RouteCandidate
    losers: _containers.RepeatedCompositeFieldContainer[_route_pb2.RouteCandidate]
    def __init__(self, scope: _Optional[_Union[_route_pb2.RouteScope, str]] = ..., winner: _Optional[_Union[_route_pb2.RouteCandidate, _Mapping]] = ..., losers: _Optional[_Iterable[_Union[_route_pb2.RouteCandidate, _Mapping]]] = ...) -> None: ...

class NextHopResolution(_message.Message):
    __slots__ = ("address", "owner")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    address: str
    owner: str
    def __init__(self, address: _Optional[str] = ..., owner: _Optional[str] = ...) -> None: ...

class NatRecord(_message.Message):
    __slots__ = ("kind", "hook", "old_packet", "new_packet", "rule", "port_allocation", "session_id")
    KIND_FIELD_NUMBER: _ClassVar[int]
    HOOK_FIELD_NUMBER: _ClassVar[int]
    OLD_PACKET_FIELD_NUMBER: _ClassVar[int]
    NEW_PACKET_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    PORT_ALLOCATION_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    kind: NatKind
    hook: NatHook
    old_packet: Packet
    new_packet: Packet
    rule: str
    port_allocation: PortAllocation
    session_id: str
    def __init__(self, kind: _Optional[_Union[NatKind, str]] = ..., hook: _Optional[_Union[NatHook, str]] = ..., old_packet: _Optional[_Union[Packet, _Mapping]] = ..., new_packet: _Optional[_Union[Packet, _Mapping]] = ..., rule: _Optional[str] = ..., port_allocation: _Optional[_Union[PortAllocation, _Mapping]] = ..., session_id: _Optional[str] = ...) -> None: ...

class PortAllocation(_message.Message):
    __slots__ = ("ports", "in_use", "capacity")
    PORTS_FIELD_NUMBER: _ClassVar[int]
    IN_USE_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    ports: _common_pb2.PortRange
    in_use: int
    capacity: int
    def __init__(self, ports: _Optional[_Union[_common_pb2.PortRange, _Mapping]] = ..., in_use: _Optional[int] = ..., capacity: _Optional[int] = ...) -> None: ...

class NatSkip(_message.Message):
    __slots__ = ("kind", "reason", "prefix", "prefix_is_default")
    KIND_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    PREFIX_IS_DEFAULT_FIELD_NUMBER: _ClassVar[int]
    kind: NatKind
    reason: NatSkipReason
    prefix: str
    prefix_is_default: bool
    def __init__(self, kind: _Optional[_Union[NatKind, str]] = ..., reason: _Optional[_Union[NatSkipReason, str]] = ..., prefix: _Optional[str] = ..., prefix_is_default: bool = ...) -> None: ...

class BackendSelection(_message.Message):
    __slots__ = ("service", "port_name", "method", "backends")
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    PORT_NAME_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    BACKENDS_FIELD_NUMBER: _ClassVar[int]
    service: str
    port_name: str
    method: str
    backends: _containers.RepeatedCompositeFieldContainer[Backend]
    def __init__(self, service: _Optional[str] = ..., port_name: _Optional[str] = ..., method: _Optional[str] = ..., backends: _Optional[_Iterable[_Union[Backend, _Mapping]]] = ...) -> None: ...

class Backend(_message.Message):
    __slots__ = ("address", "port", "node", "eligible", "selected", "weight", "explanation")
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    NODE_FIELD_NUMBER: _ClassVar[int]
    ELIGIBLE_FIELD_NUMBER: _ClassVar[int]
    SELECTED_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    address: str
    port: int
    node: str
    eligible: bool
    selected: bool
    weight: float
    explanation: str
    def __init__(self, address: _Optional[str] = ..., port: _Optional[int] = ..., node: _Optional[str] = ..., eligible: bool = ..., selected: bool = ..., weight: _Optional[float] = ..., explanation: _Optional[str] = ...) -> None: ...

class FilterDecision(_message.Message):
    __slots__ = ("outcome", "rule", "explanation", "resource")
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    outcome: FilterOutcome
    rule: str
    explanation: str
    resource: str
    def __init__(self, outcome: _Optional[_Union[FilterOutcome, str]] = ..., rule: _Optional[str] = ..., explanation: _Optional[str] = ..., resource: _Optional[str] = ...) -> None: ...

class Session(_message.Message):
    __slots__ = ("id", "place", "original", "reply")
    ID_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    ORIGINAL_FIELD_NUMBER: _ClassVar[int]
    REPLY_FIELD_NUMBER: _ClassVar[int]
    id: str
    place: str
    original: Packet
    reply: Packet
    def __init__(self, id: _Optional[str] = ..., place: _Optional[str] = ..., original: _Optional[_Union[Packet, _Mapping]] = ..., reply: _Optional[_Union[Packet, _Mapping]] = ...) -> None: ...

class Assumption(_message.Message):
    __slots__ = ("kind", "place", "explanation")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    kind: AssumptionKind
    place: str
    explanation: str
    def __init__(self, kind: _Optional[_Union[AssumptionKind, str]] = ..., place: _Optional[str] = ..., explanation: _Optional[str] = ...) -> None: ...
