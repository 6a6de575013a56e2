"""What went wrong: canonical code, reason of the contract, figures, and when to come back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

import grpc
from google.rpc import error_details_pb2, status_pb2

from .v1.reason import Reason

_CODES = {code.value[0]: code for code in grpc.StatusCode}


@dataclass(frozen=True)
class Violation:
    """A field of the request that is at fault."""

    field: str
    """Path of the field."""
    description: str
    """What is wrong with it."""


class PodnetError(Exception):
    """A call that failed. Branch by `reason`, or by the subclass."""

    code: grpc.StatusCode
    """Canonical code."""
    reason: Reason | str | None = None
    """Reason of the contract; plain text if it is newer than this client; `None` if it is not podnet that answered."""
    message: str
    """A sentence for people."""
    metadata: dict[str, str]
    """Figures by key, as the contract documents for the reason."""
    violations: tuple[Violation, ...] = ()
    """Fields at fault."""
    retry_after: float | None = None
    """Seconds after which the server wants to be asked again."""
    request_id: str | None = None
    """The `request_id` that the call had, if its request has the field."""
    attempts: int = 1
    """Attempts that were made; those of the gRPC stack count as its most, since it does not tell."""
    pushback: float | None = None
    """`grpc-retry-pushback-ms` in seconds; negative: the server wants no further attempt."""

    _kinds: ClassVar[dict[str, type[PodnetError]]] = {}

    def __init_subclass__(cls, of: Iterable[str] = ()) -> None:
        """Makes errors of these codes or reasons this class."""
        PodnetError._kinds.update(dict.fromkeys(of, cls))

    def __init__(self, code: grpc.StatusCode, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.metadata = {}

    def __str__(self) -> str:
        reason = f" {self.reason_name}" if self.reason else ""
        return f"{self.code.name}{reason}: {self.message}"

    @property
    def reason_name(self) -> str:
        """The reason without its prefix, as `POOL_EXHAUSTED`; empty if there is none."""
        text = self.reason.value if isinstance(self.reason, Reason) else self.reason or ""
        return text.removeprefix("ERROR_REASON_")

    @property
    def of_transport(self) -> bool:
        """Whether no server was reached, or the connection was lost."""
        return self.code is grpc.StatusCode.UNAVAILABLE and self.reason is None

    @property
    def told_to_stop(self) -> bool:
        """Whether the server asked for no further attempt."""
        return self.pushback is not None and self.pushback < 0

    @staticmethod
    def of(error: grpc.RpcError) -> PodnetError:
        """Reads what the gRPC stack raised, also for callers of the generated stubs."""
        # Not `dict` of it: the asynchronous stack's metadata looks like a mapping.
        pairs: Any = error.trailing_metadata() or ()
        trailers: dict[str, Any] = dict(tuple(pairs))
        status = status_pb2.Status()
        try:
            status.ParseFromString(trailers.get("grpc-status-details-bin", b""))
        except Exception:  # A proxy's own idea of details; the code and the text are still good.
            status.Clear()
        status.code, status.message = error.code().value[0], error.details() or ""
        failure = PodnetError.of_status(status)
        if (pushback := trailers.get("grpc-retry-pushback-ms")) is not None:
            # gRFC A6: a value that cannot be read means stop.
            failure.pushback = int(pushback) / 1000 if pushback.isdigit() else -1.0
        return failure

    @staticmethod
    def of_status(status: status_pb2.Status) -> PodnetError:
        """Reads a status, such as that of one operation of a stream."""
        info, bad = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
        retry = error_details_pb2.RetryInfo()
        failed = {type(part) for packed in status.details for part in (info, bad, retry) if packed.Unpack(part)}
        code = _CODES.get(status.code, grpc.StatusCode.UNKNOWN)
        by_code = PodnetError._kinds.get(code.name, PodnetError)
        failure = PodnetError._kinds.get(info.reason, by_code)(code, status.message)
        if info.reason:
            known = info.reason in Reason._value2member_map_
            failure.reason = Reason(info.reason) if known else info.reason
        failure.metadata = dict(info.metadata)
        failure.violations = tuple(Violation(one.field, one.description) for one in bad.field_violations)
        if type(retry) in failed:
            failure.retry_after = retry.retry_delay.seconds + retry.retry_delay.nanos / 1e9
        return failure
