"""Connections as httpcore wants them: made through the wall, and each step within the deadline of the exchange that runs on this thread."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpcore

from composer.publishing.wall import Wall


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the network side must know of the exchange that runs on this thread."""

    until: float
    loopback_only: bool

    def allow(self, timeout: float | None) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole exchange took too long")
        return left if timeout is None else min(timeout, left)


EXCHANGE: ContextVar[Exchange] = ContextVar("exchange")
"""The one that runs on this thread."""


class _Stream(httpcore.NetworkStream):
    """A connection whose every step obeys the deadline of the exchange."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, EXCHANGE.get().allow(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, EXCHANGE.get().allow(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = EXCHANGE.get().allow(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class WalledBackend(httpcore.NetworkBackend):
    """Connects through the wall."""

    def __init__(self, wall: Wall) -> None:
        self._wall = wall

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        exchange = EXCHANGE.get()
        left = exchange.allow(timeout)
        try:
            connection = self._wall.connect(host, port, left, loopback_only=exchange.loopback_only)
        except TimeoutError as trouble:
            raise httpcore.ConnectTimeout(str(trouble)) from trouble
        except OSError as trouble:
            raise httpcore.ConnectError(str(trouble)) from trouble
        return _Stream(_SocketStream(connection))

    def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise httpcore.ConnectError(f"no connection to {path}: only TCP is spoken")


class _SocketStream(httpcore.NetworkStream):
    """A socket as httpcore wants it; its own class for that is not public."""

    def __init__(self, connection: Any) -> None:
        self._socket = connection

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._socket.settimeout(timeout)
            data: bytes = self._socket.recv(max_bytes)
        except TimeoutError as trouble:
            raise httpcore.ReadTimeout(str(trouble)) from trouble
        except OSError as trouble:
            raise httpcore.ReadError(str(trouble)) from trouble
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._socket.settimeout(timeout)
            self._socket.sendall(buffer)
        except TimeoutError as trouble:
            raise httpcore.WriteTimeout(str(trouble)) from trouble
        except OSError as trouble:
            raise httpcore.WriteError(str(trouble)) from trouble

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            self._socket.settimeout(timeout)
            return _SocketStream(ssl_context.wrap_socket(self._socket, server_hostname=server_hostname))
        except TimeoutError as trouble:
            self.close()
            raise httpcore.ConnectTimeout(str(trouble)) from trouble
        except OSError as trouble:
            self.close()
            raise httpcore.ConnectError(str(trouble)) from trouble

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            return _is_readable(self._socket)
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        if info == "server_addr":
            return self._socket.getpeername()
        return self._socket if info == "socket" else None


def _is_readable(connection: Any) -> bool:
    import select

    if connection.fileno() < 0:
        return True
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(connection, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([connection], [], [], 0)[0])
