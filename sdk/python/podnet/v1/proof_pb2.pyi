from google.protobuf import duration_pb2 as _duration_pb2
from podnet.v1 import cluster_pb2 as _cluster_pb2
from podnet.v1 import common_pb2 as _common_pb2
from podnet.v1 import error_reason_pb2 as _error_reason_pb2
from podnet.v1 import flow_pb2 as _flow_pb2
from podnet.v1 import network_pb2 as _network_pb2
from podnet.v1 import route_pb2 as _route_pb2
from podnet.v1 import security_pb2 as _security_pb2
from podnet.v1 import workload_pb2 as _workload_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class VerifyClusterRequest(_message.Message):
    __slots__ = ("parent", "at_revision", "invariants")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    parent: str
    at_revision: int
    invariants: _containers.RepeatedScalarFieldContainer[_flow_pb2.Invariant]
    def __init__(self, parent: _Optional[str] = ..., at_revision: _Optional[int] = ..., invariants: _Optional[_Iterable[_Union[_flow_pb2.Invariant, str]]] = ...) -> None: ...

class VerifyClusterResponse(_message.Message):
    __slots__ = ("results", "matrix", "scope", "cursor")
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    MATRIX_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[InvariantResult]
    matrix: VerificationMatrix
    scope: VerificationScope
    cursor: _common_pb2.Cursor
    def __init__(self, results: _Optional[_Iterable[_Union[InvariantResult, _Mapping]]] = ..., matrix: _Optional[_Union[VerificationMatrix, _Mapping]] = ..., scope: _Optional[_Union[VerificationScope, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class VerificationScope(_message.Message):
    __slots__ = ("nodes", "nodes_not_ready", "pods", "pod_pairs", "route_tables", "node_classes", "virtual_machines", "services")
    NODES_FIELD_NUMBER: _ClassVar[int]
    NODES_NOT_READY_FIELD_NUMBER: _ClassVar[int]
    PODS_FIELD_NUMBER: _ClassVar[int]
    POD_PAIRS_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLES_FIELD_NUMBER: _ClassVar[int]
    NODE_CLASSES_FIELD_NUMBER: _ClassVar[int]
    VIRTUAL_MACHINES_FIELD_NUMBER: _ClassVar[int]
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    nodes: int
    nodes_not_ready: int
    pods: int
    pod_pairs: int
    route_tables: int
    node_classes: int
    virtual_machines: int
    services: int
    def __init__(self, nodes: _Optional[int] = ..., nodes_not_ready: _Optional[int] = ..., pods: _Optional[int] = ..., pod_pairs: _Optional[int] = ..., route_tables: _Optional[int] = ..., node_classes: _Optional[int] = ..., virtual_machines: _Optional[int] = ..., services: _Optional[int] = ...) -> None: ...

class InvariantResult(_message.Message):
    __slots__ = ("invariant", "outcome", "extent", "undetermined", "explanation", "remediation", "counterexample", "assumptions")
    INVARIANT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    EXTENT_FIELD_NUMBER: _ClassVar[int]
    UNDETERMINED_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    REMEDIATION_FIELD_NUMBER: _ClassVar[int]
    COUNTEREXAMPLE_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    invariant: _flow_pb2.Invariant
    outcome: _flow_pb2.InvariantOutcome
    extent: InvariantExtent
    undetermined: InvariantExtent
    explanation: str
    remediation: str
    counterexample: Counterexample
    assumptions: _containers.RepeatedCompositeFieldContainer[_flow_pb2.Assumption]
    def __init__(self, invariant: _Optional[_Union[_flow_pb2.Invariant, str]] = ..., outcome: _Optional[_Union[_flow_pb2.InvariantOutcome, str]] = ..., extent: _Optional[_Union[InvariantExtent, _Mapping]] = ..., undetermined: _Optional[_Union[InvariantExtent, _Mapping]] = ..., explanation: _Optional[str] = ..., remediation: _Optional[str] = ..., counterexample: _Optional[_Union[Counterexample, _Mapping]] = ..., assumptions: _Optional[_Iterable[_Union[_flow_pb2.Assumption, _Mapping]]] = ...) -> None: ...

class InvariantExtent(_message.Message):
    __slots__ = ("pod_pairs", "pod_host_pairs", "nodes", "prefixes", "services", "node_pairs")
    POD_PAIRS_FIELD_NUMBER: _ClassVar[int]
    POD_HOST_PAIRS_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    PREFIXES_FIELD_NUMBER: _ClassVar[int]
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    NODE_PAIRS_FIELD_NUMBER: _ClassVar[int]
    pod_pairs: int
    pod_host_pairs: int
    nodes: int
    prefixes: int
    services: int
    node_pairs: int
    def __init__(self, pod_pairs: _Optional[int] = ..., pod_host_pairs: _Optional[int] = ..., nodes: _Optional[int] = ..., prefixes: _Optional[int] = ..., services: _Optional[int] = ..., node_pairs: _Optional[int] = ...) -> None: ...

class Counterexample(_message.Message):
    __slots__ = ("flow", "result", "hypothetical_pods")
    FLOW_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    HYPOTHETICAL_PODS_FIELD_NUMBER: _ClassVar[int]
    flow: _flow_pb2.Flow
    result: _flow_pb2.FlowResult
    hypothetical_pods: bool
    def __init__(self, flow: _Optional[_Union[_flow_pb2.Flow, _Mapping]] = ..., result: _Optional[_Union[_flow_pb2.FlowResult, _Mapping]] = ..., hypothetical_pods: bool = ...) -> None: ...

class VerificationMatrix(_message.Message):
    __slots__ = ("classes", "rows")
    CLASSES_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    classes: _containers.RepeatedCompositeFieldContainer[NodeClass]
    rows: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, classes: _Optional[_Iterable[_Union[NodeClass, _Mapping]]] = ..., rows: _Optional[_Iterable[str]] = ...) -> None: ...

class NodeClass(_message.Message):
    __slots__ = ("example_node", "nodes", "pods", "route_table")
    EXAMPLE_NODE_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    PODS_FIELD_NUMBER: _ClassVar[int]
    ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    example_node: str
    nodes: int
    pods: int
    route_table: str
    def __init__(self, example_node: _Optional[str] = ..., nodes: _Optional[int] = ..., pods: _Optional[int] = ..., route_table: _Optional[str] = ...) -> None: ...

class WatchVerificationRequest(_message.Message):
    __slots__ = ("parent", "invariants", "resume_token", "progress_interval", "outcomes_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    RESUME_TOKEN_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    OUTCOMES_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    invariants: _containers.RepeatedScalarFieldContainer[_flow_pb2.Invariant]
    resume_token: str
    progress_interval: _duration_pb2.Duration
    outcomes_only: bool
    def __init__(self, parent: _Optional[str] = ..., invariants: _Optional[_Iterable[_Union[_flow_pb2.Invariant, str]]] = ..., resume_token: _Optional[str] = ..., progress_interval: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., outcomes_only: bool = ...) -> None: ...

class WatchVerificationResponse(_message.Message):
    __slots__ = ("opened", "changed", "progress")
    OPENED_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    opened: VerificationOpened
    changed: VerificationChanged
    progress: VerificationProgress
    def __init__(self, opened: _Optional[_Union[VerificationOpened, _Mapping]] = ..., changed: _Optional[_Union[VerificationChanged, _Mapping]] = ..., progress: _Optional[_Union[VerificationProgress, _Mapping]] = ...) -> None: ...

class VerificationOpened(_message.Message):
    __slots__ = ("cursor", "results", "scope")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    results: _containers.RepeatedCompositeFieldContainer[InvariantResult]
    scope: VerificationScope
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ..., results: _Optional[_Iterable[_Union[InvariantResult, _Mapping]]] = ..., scope: _Optional[_Union[VerificationScope, _Mapping]] = ...) -> None: ...

class VerificationChanged(_message.Message):
    __slots__ = ("cursor", "changes", "changed_resources")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    CHANGED_RESOURCES_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    changes: _containers.RepeatedCompositeFieldContainer[InvariantChange]
    changed_resources: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ..., changes: _Optional[_Iterable[_Union[InvariantChange, _Mapping]]] = ..., changed_resources: _Optional[_Iterable[str]] = ...) -> None: ...

class InvariantChange(_message.Message):
    __slots__ = ("outcome_before", "extent_before", "result")
    OUTCOME_BEFORE_FIELD_NUMBER: _ClassVar[int]
    EXTENT_BEFORE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    outcome_before: _flow_pb2.InvariantOutcome
    extent_before: InvariantExtent
    result: InvariantResult
    def __init__(self, outcome_before: _Optional[_Union[_flow_pb2.InvariantOutcome, str]] = ..., extent_before: _Optional[_Union[InvariantExtent, _Mapping]] = ..., result: _Optional[_Union[InvariantResult, _Mapping]] = ...) -> None: ...

class VerificationProgress(_message.Message):
    __slots__ = ("cursor",)
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    cursor: _common_pb2.Cursor
    def __init__(self, cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class WhatIfRequest(_message.Message):
    __slots__ = ("parent", "changes", "flows", "at_revision", "outcomes_only")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    FLOWS_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    OUTCOMES_ONLY_FIELD_NUMBER: _ClassVar[int]
    parent: str
    changes: _containers.RepeatedCompositeFieldContainer[ProposedChange]
    flows: _containers.RepeatedCompositeFieldContainer[_flow_pb2.Flow]
    at_revision: int
    outcomes_only: bool
    def __init__(self, parent: _Optional[str] = ..., changes: _Optional[_Iterable[_Union[ProposedChange, _Mapping]]] = ..., flows: _Optional[_Iterable[_Union[_flow_pb2.Flow, _Mapping]]] = ..., at_revision: _Optional[int] = ..., outcomes_only: bool = ...) -> None: ...

class ProposedChange(_message.Message):
    __slots__ = ("create_route", "update_route", "delete_route", "set_subnet_route_table", "reconcile_route_table", "update_route_table", "create_node", "update_node", "delete_node", "scale_node_pool", "update_cluster", "update_network", "create_service", "update_service", "delete_service", "create_network_security_group", "update_network_security_group", "delete_network_security_group", "create_network_policy", "update_network_policy", "delete_network_policy", "create_namespace", "update_namespace", "delete_namespace", "update_subnet", "update_node_pool")
    CREATE_ROUTE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_ROUTE_FIELD_NUMBER: _ClassVar[int]
    DELETE_ROUTE_FIELD_NUMBER: _ClassVar[int]
    SET_SUBNET_ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    RECONCILE_ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_ROUTE_TABLE_FIELD_NUMBER: _ClassVar[int]
    CREATE_NODE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NODE_FIELD_NUMBER: _ClassVar[int]
    DELETE_NODE_FIELD_NUMBER: _ClassVar[int]
    SCALE_NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    UPDATE_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NETWORK_FIELD_NUMBER: _ClassVar[int]
    CREATE_SERVICE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_SERVICE_FIELD_NUMBER: _ClassVar[int]
    DELETE_SERVICE_FIELD_NUMBER: _ClassVar[int]
    CREATE_NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    DELETE_NETWORK_SECURITY_GROUP_FIELD_NUMBER: _ClassVar[int]
    CREATE_NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    DELETE_NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    CREATE_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    DELETE_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    UPDATE_SUBNET_FIELD_NUMBER: _ClassVar[int]
    UPDATE_NODE_POOL_FIELD_NUMBER: _ClassVar[int]
    create_route: _route_pb2.CreateRouteRequest
    update_route: _route_pb2.UpdateRouteRequest
    delete_route: _route_pb2.DeleteRouteRequest
    set_subnet_route_table: _route_pb2.SetSubnetRouteTableRequest
    reconcile_route_table: _route_pb2.ReconcileRouteTableRequest
    update_route_table: _route_pb2.UpdateRouteTableRequest
    create_node: _cluster_pb2.CreateNodeRequest
    update_node: _cluster_pb2.UpdateNodeRequest
    delete_node: _cluster_pb2.DeleteNodeRequest
    scale_node_pool: _cluster_pb2.ScaleNodePoolRequest
    update_cluster: _cluster_pb2.UpdateClusterRequest
    update_network: _network_pb2.UpdateNetworkRequest
    create_service: _workload_pb2.CreateServiceRequest
    update_service: _workload_pb2.UpdateServiceRequest
    delete_service: _workload_pb2.DeleteServiceRequest
    create_network_security_group: _security_pb2.CreateNetworkSecurityGroupRequest
    update_network_security_group: _security_pb2.UpdateNetworkSecurityGroupRequest
    delete_network_security_group: _security_pb2.DeleteNetworkSecurityGroupRequest
    create_network_policy: _security_pb2.CreateNetworkPolicyRequest
    update_network_policy: _security_pb2.UpdateNetworkPolicyRequest
    delete_network_policy: _security_pb2.DeleteNetworkPolicyRequest
    create_namespace: _security_pb2.CreateNamespaceRequest
    update_namespace: _security_pb2.UpdateNamespaceRequest
    delete_namespace: _security_pb2.DeleteNamespaceRequest
    update_subnet: _network_pb2.UpdateSubnetRequest
    update_node_pool: _cluster_pb2.UpdateNodePoolRequest
    def __init__(self, create_route: _Optional[_Union[_route_pb2.CreateRouteRequest, _Mapping]] = ..., update_route: _Optional[_Union[_route_pb2.UpdateRouteRequest, _Mapping]] = ..., delete_route: _Optional[_Union[_route_pb2.DeleteRouteRequest, _Mapping]] = ..., set_subnet_route_table: _Optional[_Union[_route_pb2.SetSubnetRouteTableRequest, _Mapping]] = ..., reconcile_route_table: _Optional[_Union[_route_pb2.ReconcileRouteTableRequest, _Mapping]] = ..., update_route_table: _Optional[_Union[_route_pb2.UpdateRouteTableRequest, _Mapping]] = ..., create_node: _Optional[_Union[_cluster_pb2.CreateNodeRequest, _Mapping]] = ..., update_node: _Optional[_Union[_cluster_pb2.UpdateNodeRequest, _Mapping]] = ..., delete_node: _Optional[_Union[_cluster_pb2.DeleteNodeRequest, _Mapping]] = ..., scale_node_pool: _Optional[_Union[_cluster_pb2.ScaleNodePoolRequest, _Mapping]] = ..., update_cluster: _Optional[_Union[_cluster_pb2.UpdateClusterRequest, _Mapping]] = ..., update_network: _Optional[_Union[_network_pb2.UpdateNetworkRequest, _Mapping]] = ..., create_service: _Optional[_Union[_workload_pb2.CreateServiceRequest, _Mapping]] = ..., update_service: _Optional[_Union[_workload_pb2.UpdateServiceRequest, _Mapping]] = ..., delete_service: _Optional[_Union[_workload_pb2.DeleteServiceRequest, _Mapping]] = ..., create_network_security_group: _Optional[_Union[_security_pb2.CreateNetworkSecurityGroupRequest, _Mapping]] = ..., update_network_security_group: _Optional[_Union[_security_pb2.UpdateNetworkSecurityGroupRequest, _Mapping]] = ..., delete_network_security_group: _Optional[_Union[_security_pb2.DeleteNetworkSecurityGroupRequest, _Mapping]] = ..., create_network_policy: _Optional[_Union[_security_pb2.CreateNetworkPolicyRequest, _Mapping]] = ..., update_network_policy: _Optional[_Union[_security_pb2.UpdateNetworkPolicyRequest, _Mapping]] = ..., delete_network_policy: _Optional[_Union[_security_pb2.DeleteNetworkPolicyRequest, _Mapping]] = ..., create_namespace: _Optional[_Union[_security_pb2.CreateNamespaceRequest, _Mapping]] = ..., update_namespace: _Optional[_Union[_security_pb2.UpdateNamespaceRequest, _Mapping]] = ..., delete_namespace: _Optional[_Union[_security_pb2.DeleteNamespaceRequest, _Mapping]] = ..., update_subnet: _Optional[_Union[_network_pb2.UpdateSubnetRequest, _Mapping]] = ..., update_node_pool: _Optional[_Union[_cluster_pb2.UpdateNodePoolRequest, _Mapping]] = ...) -> None: ...

class WhatIfResponse(_message.Message):
    __slots__ = ("invariants", "reachability", "node_pairs_gained", "node_pairs_lost", "flows", "refused", "broken_invariants", "mended_invariants", "prefixes_lost_count", "prefixes_gained_count", "cursor")
    INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    REACHABILITY_FIELD_NUMBER: _ClassVar[int]
    NODE_PAIRS_GAINED_FIELD_NUMBER: _ClassVar[int]
    NODE_PAIRS_LOST_FIELD_NUMBER: _ClassVar[int]
    FLOWS_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    BROKEN_INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    MENDED_INVARIANTS_FIELD_NUMBER: _ClassVar[int]
    PREFIXES_LOST_COUNT_FIELD_NUMBER: _ClassVar[int]
    PREFIXES_GAINED_COUNT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    invariants: _containers.RepeatedCompositeFieldContainer[InvariantComparison]
    reachability: _containers.RepeatedCompositeFieldContainer[ReachabilityChange]
    node_pairs_gained: int
    node_pairs_lost: int
    flows: _containers.RepeatedCompositeFieldContainer[FlowComparison]
    refused: _containers.RepeatedCompositeFieldContainer[RefusedChange]
    broken_invariants: _containers.RepeatedScalarFieldContainer[_flow_pb2.Invariant]
    mended_invariants: _containers.RepeatedScalarFieldContainer[_flow_pb2.Invariant]
    prefixes_lost_count: int
    prefixes_gained_count: int
    cursor: _common_pb2.Cursor
    def __init__(self, invariants: _Optional[_Iterable[_Union[InvariantComparison, _Mapping]]] = ..., reachability: _Optional[_Iterable[_Union[ReachabilityChange, _Mapping]]] = ..., node_pairs_gained: _Optional[int] = ..., node_pairs_lost: _Optional[int] = ..., flows: _Optional[_Iterable[_Union[FlowComparison, _Mapping]]] = ..., refused: _Optional[_Iterable[_Union[RefusedChange, _Mapping]]] = ..., broken_invariants: _Optional[_Iterable[_Union[_flow_pb2.Invariant, str]]] = ..., mended_invariants: _Optional[_Iterable[_Union[_flow_pb2.Invariant, str]]] = ..., prefixes_lost_count: _Optional[int] = ..., prefixes_gained_count: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class InvariantComparison(_message.Message):
    __slots__ = ("before", "after")
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    before: InvariantResult
    after: InvariantResult
    def __init__(self, before: _Optional[_Union[InvariantResult, _Mapping]] = ..., after: _Optional[_Union[InvariantResult, _Mapping]] = ...) -> None: ...

class ReachabilityChange(_message.Message):
    __slots__ = ("node", "pod_prefixes", "nodes_gained", "nodes_lost")
    NODE_FIELD_NUMBER: _ClassVar[int]
    POD_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    NODES_GAINED_FIELD_NUMBER: _ClassVar[int]
    NODES_LOST_FIELD_NUMBER: _ClassVar[int]
    node: str
    pod_prefixes: _containers.RepeatedScalarFieldContainer[str]
    nodes_gained: int
    nodes_lost: int
    def __init__(self, node: _Optional[str] = ..., pod_prefixes: _Optional[_Iterable[str]] = ..., nodes_gained: _Optional[int] = ..., nodes_lost: _Optional[int] = ...) -> None: ...

class FlowComparison(_message.Message):
    __slots__ = ("flow", "before", "after", "after_refusal", "gained", "lost")
    FLOW_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    AFTER_REFUSAL_FIELD_NUMBER: _ClassVar[int]
    GAINED_FIELD_NUMBER: _ClassVar[int]
    LOST_FIELD_NUMBER: _ClassVar[int]
    flow: _flow_pb2.Flow
    before: _flow_pb2.FlowResult
    after: _flow_pb2.FlowResult
    after_refusal: str
    gained: bool
    lost: bool
    def __init__(self, flow: _Optional[_Union[_flow_pb2.Flow, _Mapping]] = ..., before: _Optional[_Union[_flow_pb2.FlowResult, _Mapping]] = ..., after: _Optional[_Union[_flow_pb2.FlowResult, _Mapping]] = ..., after_refusal: _Optional[str] = ..., gained: bool = ..., lost: bool = ...) -> None: ...

class RefusedChange(_message.Message):
    __slots__ = ("index", "reason", "message", "metadata")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    INDEX_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    index: int
    reason: _error_reason_pb2.ErrorReason
    message: str
    metadata: _containers.ScalarMap[str, str]
    def __init__(self, index: _Optional[int] = ..., reason: _Optional[_Union[_error_reason_pb2.ErrorReason, str]] = ..., message: _Optional[str] = ..., metadata: _Optional[_Mapping[str, str]] = ...) -> None: ...
