from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from podnet.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetServerInfoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetServerInfoResponse(_message.Message):
    __slots__ = ("version", "api_version", "store_id", "store_kind", "compact_revision", "limits", "features", "start_time", "server_time", "request_id_window", "tombstone_window", "cursor")
    class LimitsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    VERSION_FIELD_NUMBER: _ClassVar[int]
    API_VERSION_FIELD_NUMBER: _ClassVar[int]
    STORE_ID_FIELD_NUMBER: _ClassVar[int]
    STORE_KIND_FIELD_NUMBER: _ClassVar[int]
    COMPACT_REVISION_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    FEATURES_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    SERVER_TIME_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_WINDOW_FIELD_NUMBER: _ClassVar[int]
    TOMBSTONE_WINDOW_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    version: str
    api_version: str
    store_id: str
    store_kind: str
    compact_revision: int
    limits: _containers.ScalarMap[str, int]
    features: _containers.RepeatedScalarFieldContainer[str]
    start_time: _timestamp_pb2.Timestamp
    server_time: _timestamp_pb2.Timestamp
    request_id_window: _duration_pb2.Duration
    tombstone_window: _duration_pb2.Duration
    cursor: _common_pb2.Cursor
    def __init__(self, version: _Optional[str] = ..., api_version: _Optional[str] = ..., store_id: _Optional[str] = ..., store_kind: _Optional[str] = ..., compact_revision: _Optional[int] = ..., limits: _Optional[_Mapping[str, int]] = ..., features: _Optional[_Iterable[str]] = ..., start_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., server_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., request_id_window: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., tombstone_window: _Optional[_Union[_duration_pb2.Duration, _Mapping]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class SnapshotHeader(_message.Message):
    __slots__ = ("format_version", "store_id", "revision", "export_time", "server_version", "checksum_algorithm")
    FORMAT_VERSION_FIELD_NUMBER: _ClassVar[int]
    STORE_ID_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    EXPORT_TIME_FIELD_NUMBER: _ClassVar[int]
    SERVER_VERSION_FIELD_NUMBER: _ClassVar[int]
    CHECKSUM_ALGORITHM_FIELD_NUMBER: _ClassVar[int]
    format_version: int
    store_id: str
    revision: int
    export_time: _timestamp_pb2.Timestamp
    server_version: str
    checksum_algorithm: str
    def __init__(self, format_version: _Optional[int] = ..., store_id: _Optional[str] = ..., revision: _Optional[int] = ..., export_time: _Optional[_Union[_timestamp_pb2.Timestamp, _Mapping]] = ..., server_version: _Optional[str] = ..., checksum_algorithm: _Optional[str] = ...) -> None: ...

class SnapshotTrailer(_message.Message):
    __slots__ = ("checksum", "size_bytes", "record_count")
    CHECKSUM_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    RECORD_COUNT_FIELD_NUMBER: _ClassVar[int]
    checksum: str
    size_bytes: int
    record_count: int
    def __init__(self, checksum: _Optional[str] = ..., size_bytes: _Optional[int] = ..., record_count: _Optional[int] = ...) -> None: ...

class ExportSnapshotRequest(_message.Message):
    __slots__ = ("at_revision",)
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    at_revision: int
    def __init__(self, at_revision: _Optional[int] = ...) -> None: ...

class ExportSnapshotResponse(_message.Message):
    __slots__ = ("header", "data", "trailer", "remaining_bytes")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    TRAILER_FIELD_NUMBER: _ClassVar[int]
    REMAINING_BYTES_FIELD_NUMBER: _ClassVar[int]
    header: SnapshotHeader
    data: bytes
    trailer: SnapshotTrailer
    remaining_bytes: int
    def __init__(self, header: _Optional[_Union[SnapshotHeader, _Mapping]] = ..., data: _Optional[bytes] = ..., trailer: _Optional[_Union[SnapshotTrailer, _Mapping]] = ..., remaining_bytes: _Optional[int] = ...) -> None: ...

class ImportSnapshotRequest(_message.Message):
    __slots__ = ("header", "data", "trailer", "replace", "request_id", "validate_only")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    TRAILER_FIELD_NUMBER: _ClassVar[int]
    REPLACE_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    header: SnapshotHeader
    data: bytes
    trailer: SnapshotTrailer
    replace: bool
    request_id: str
    validate_only: bool
    def __init__(self, header: _Optional[_Union[SnapshotHeader, _Mapping]] = ..., data: _Optional[bytes] = ..., trailer: _Optional[_Union[SnapshotTrailer, _Mapping]] = ..., replace: bool = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class ImportSnapshotResponse(_message.Message):
    __slots__ = ("record_count", "store_id", "cursor")
    RECORD_COUNT_FIELD_NUMBER: _ClassVar[int]
    STORE_ID_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    record_count: int
    store_id: str
    cursor: _common_pb2.Cursor
    def __init__(self, record_count: _Optional[int] = ..., store_id: _Optional[str] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CheckConsistencyRequest(_message.Message):
    __slots__ = ("include_log",)
    INCLUDE_LOG_FIELD_NUMBER: _ClassVar[int]
    include_log: bool
    def __init__(self, include_log: bool = ...) -> None: ...

class CheckConsistencyResponse(_message.Message):
    __slots__ = ("finding", "summary")
    FINDING_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    finding: ConsistencyFinding
    summary: ConsistencySummary
    def __init__(self, finding: _Optional[_Union[ConsistencyFinding, _Mapping]] = ..., summary: _Optional[_Union[ConsistencySummary, _Mapping]] = ...) -> None: ...

class ConsistencyFinding(_message.Message):
    __slots__ = ("law", "resource", "description")
    LAW_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    law: str
    resource: str
    description: str
    def __init__(self, law: _Optional[str] = ..., resource: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class ConsistencySummary(_message.Message):
    __slots__ = ("finding_count", "checked_counts", "cursor")
    class CheckedCountsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    FINDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    CHECKED_COUNTS_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    finding_count: int
    checked_counts: _containers.ScalarMap[str, int]
    cursor: _common_pb2.Cursor
    def __init__(self, finding_count: _Optional[int] = ..., checked_counts: _Optional[_Mapping[str, int]] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...

class CompactLogRequest(_message.Message):
    __slots__ = ("revision", "request_id", "validate_only")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VALIDATE_ONLY_FIELD_NUMBER: _ClassVar[int]
    revision: int
    request_id: str
    validate_only: bool
    def __init__(self, revision: _Optional[int] = ..., request_id: _Optional[str] = ..., validate_only: bool = ...) -> None: ...

class CompactLogResponse(_message.Message):
    __slots__ = ("compact_revision", "cursor")
    COMPACT_REVISION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    compact_revision: int
    cursor: _common_pb2.Cursor
    def __init__(self, compact_revision: _Optional[int] = ..., cursor: _Optional[_Union[_common_pb2.Cursor, _Mapping]] = ...) -> None: ...
