"""What can be set about a connection, and what the gRPC stack makes of it. Nothing here touches the network."""

from __future__ import annotations

import ipaddress
import os
import threading
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import grpc

from .error import PodnetError
from .retry import Throttle
from .v1.errors import PreconditionFailed
from .v1.service_config import BACKOFF_FIRST, BACKOFF_MAX, NATIVE
from .v1.settings import Settings

VERSION = "0.1.0"
MESSAGE_BYTES_MAX = 16 * 1024 * 1024
"""Bytes of one message in either direction: answers carry up to 1,000 resources of a page."""


class Connection(Settings):
    """A client's settings, and the channel that they make."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._address, self._is_tls, local = _parse(self.target)
        if self.token and not (self._is_tls or local or self.token_over_plaintext):
            raise PreconditionFailed(
                grpc.StatusCode.FAILED_PRECONDITION,
                f"a token would go over plaintext to {self.target}; use https:// or set token_over_plaintext",
            )
        if (self.cert is None) != (self.key is None):
            raise _invalid("`cert` and `key` are given together or not at all")
        self._throttle = Throttle()
        self._lock = threading.Lock()
        self._retired: list[Any] = []
        self._channel: Any = None
        self._pem = self._read()

    def _settings(self) -> list[tuple[str, Any]]:
        """Arguments of the channel."""
        settings: list[tuple[str, Any]] = [
            ("grpc.primary_user_agent", f"podnet-python/{VERSION}"),
            ("grpc.service_config", NATIVE),
            ("grpc.enable_retries", int(self.retries)),
            # A batch larger than the buffer would be tried once only.
            ("grpc.per_rpc_retry_buffer_size", MESSAGE_BYTES_MAX),
            ("grpc.max_receive_message_length", MESSAGE_BYTES_MAX),
            ("grpc.max_send_message_length", MESSAGE_BYTES_MAX),
            # Reconnecting is as patient as retrying; the stack's own second would outlast all attempts.
            ("grpc.initial_reconnect_backoff_ms", int(BACKOFF_FIRST * 1000)),
            ("grpc.max_reconnect_backoff_ms", int(BACKOFF_MAX * 1000)),
            ("grpc.keepalive_time_ms", 30_000),
            # Clients of one process share no connection: each has its own certificates and its own troubles.
            ("grpc.use_local_subchannel_pool", 1),
        ]
        if self._address.startswith("unix:"):
            # The stack would name the path, which is no name of a host to every server.
            settings.append(("grpc.default_authority", "localhost"))
        if self.server_name:
            settings.append(("grpc.ssl_target_name_override", self.server_name))
        return settings

    def _open(self, stack: Any) -> Any:
        """Makes the channel of a stack, `grpc` or `grpc.aio`; it connects with the first call."""
        if not self._is_tls:
            return stack.insecure_channel(self._address, options=self._settings())
        credentials = grpc.ssl_channel_credentials(*self._pem)
        return stack.secure_channel(self._address, credentials, options=self._settings())

    def _renewed(self) -> bool:
        """Leaves a connection whose certificate files have changed since; the next call makes another."""
        with self._lock:
            pem = self._read()
            if pem == self._pem:
                return False
            # Streams on the old one go on until they end.
            self._retired.append(self._channel)
            self._pem, self._channel = pem, None
            return True

    def _channels(self) -> list[Any]:
        return [channel for channel in (*self._retired, self._channel) if channel is not None]

    def _read(self) -> list[bytes | None]:
        """Reads the authorities, the key and the certificate, in the order of the stack."""
        sources = (self.ca, self.key, self.cert) if self._is_tls else ()
        try:
            return [Path(one).read_bytes() if isinstance(one, str | os.PathLike) else one for one in sources]
        except OSError as error:
            raise _invalid(f"cannot read {error.filename}: {error.strerror}") from error


def _parse(target: str) -> tuple[str, bool, bool]:
    """Takes a target apart: the stack's address, whether it is TLS, and whether it is this machine."""
    if target.startswith("unix:/"):
        return target, False, True
    parts = urlsplit(target)
    try:
        port = parts.port
    except ValueError:
        port = None
    if parts.scheme not in ("http", "https") or not parts.hostname or not port or parts.path.strip("/"):
        raise _invalid(f"target `{target}` is none of http://host:port, https://host:port, unix:/path")
    try:
        local = ipaddress.ip_address(parts.hostname).is_loopback
    except ValueError:
        local = parts.hostname == "localhost"
    return parts.netloc, parts.scheme == "https", local


def _invalid(message: str) -> PodnetError:
    return PodnetError(grpc.StatusCode.INVALID_ARGUMENT, message)
