"""The only way out over HTTP.

No proxy from the environment, no redirect, no retry, no HTTP/2; every connection goes through the wall; a reply is capped at 1 MiB after
decoding, and a whole exchange at 120 s on the wall clock. The on-wire mark is set just before the first byte of the request: whatever fails
earlier is proof that nothing was sent.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any, Self

import httpcore
import httpx

from composer.domain.errors import NotLoopbackError, UserFacingError
from composer.publishing.wall import Wall

CONNECT_S = 10.0
WRITE_S = 30.0
READ_S = 60.0
DEADLINE_S = 120.0
REPLY_LIMIT = 1024 * 1024
_ON_WIRE_EVENT = "http11.send_request_headers.started"


class ExchangeError(UserFacingError):
    """An exchange that gave no whole reply. `on_wire` False proves that nothing was sent."""

    def __init__(self, message: str, *, on_wire: bool) -> None:
        super().__init__(message)
        self.on_wire = on_wire


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply: its status, its headers (names in lower case) and its decoded body of at most 1 MiB."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class _Exchange:
    """What the network side must know of the exchange that runs on this thread."""

    until: float
    loopback_only: bool

    def allow(self, timeout: float | None) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole exchange took too long")
        return left if timeout is None else min(timeout, left)


_exchange: ContextVar[_Exchange] = ContextVar("exchange")


@cache
def default_ssl_context() -> ssl.SSLContext:
    """The one TLS context of the program: certificates verified, TLS 1.2 at least. Building one takes some 30 ms."""
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        import certifi  # on a system without a store of its own

        context.load_verify_locations(certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _Stream(httpcore.NetworkStream):
    """A connection whose every step obeys the deadline of the exchange."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _exchange.get().allow(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _exchange.get().allow(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _exchange.get().allow(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _WalledBackend(httpcore.NetworkBackend):
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
        exchange = _exchange.get()
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


class _WalledTransport(httpx.HTTPTransport):
    """httpx's own transport over a pool that connects through the wall."""

    def __init__(self, wall: Wall, context: ssl.SSLContext) -> None:
        super().__init__(verify=context, trust_env=False, http2=False, retries=0)
        self._pool = httpcore.ConnectionPool(
            ssl_context=context, http1=True, http2=False, retries=0, network_backend=_WalledBackend(wall)
        )


class HttpWire:
    """Sends requests and gives whole replies; one for the whole program, safe to use from many threads.

    `ssl_context` is given by tests alone. Close it, or use it in a `with` block.
    """

    def __init__(
        self, wall: Wall, *, ssl_context: ssl.SSLContext | None = None, deadline_s: float = DEADLINE_S
    ) -> None:
        self._wall = wall
        self._deadline_s = deadline_s
        context = ssl_context or default_ssl_context()
        self._client = httpx.Client(
            transport=_WalledTransport(wall, context),
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(READ_S, connect=CONNECT_S, write=WRITE_S, pool=CONNECT_S),
            headers={"accept-encoding": "identity", "user-agent": "incident-composer"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._client.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        on_wire: Callable[[], None] = lambda: None,
    ) -> Reply:
        """Send one request and wait for the whole reply, a redirect included: it is given back and never followed.

        `on_wire` is called once, just before the first byte leaves; what it raises is passed on, and nothing is sent. Raises NotLoopbackError where the
        wall stands (plain http is for this computer alone, in every mode), ExchangeError where there is no whole reply.
        """
        asked = _parsed(url)
        mark = _Mark(on_wire)
        exchange = _Exchange(time.monotonic() + self._deadline_s, loopback_only=asked.scheme == "http")
        token = _exchange.set(exchange)
        try:
            request = self._client.build_request(
                method, asked, headers=dict(headers or {}), content=content, extensions={"trace": mark}
            )
            reply = self._client.send(request, stream=True)
            try:
                body = _whole_body(reply)
            finally:
                reply.close()
            return Reply(reply.status_code, dict(reply.headers), body)
        except NotLoopbackError:
            raise
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error) as trouble:
            # Whatever `on_wire` itself raised is no failure of the network and passes as it is.
            raise ExchangeError(_sentence(asked.host, trouble), on_wire=mark.passed) from trouble
        finally:
            _exchange.reset(token)


class _Mark:
    """httpx's trace hook: calls `on_wire` once, before the first byte of the request."""

    def __init__(self, on_wire: Callable[[], None]) -> None:
        self._on_wire = on_wire
        self.passed = False

    def __call__(self, event: str, _info: Mapping[str, Any]) -> None:
        if event == _ON_WIRE_EVENT and not self.passed:
            self._on_wire()
            self.passed = True


def _parsed(url: str) -> httpx.URL:
    try:
        asked = httpx.URL(url)
    except httpx.InvalidURL as trouble:
        raise ExchangeError("The address to send to is not a web address.", on_wire=False) from trouble
    if asked.scheme not in ("http", "https") or not asked.host:
        raise ExchangeError("The address to send to must begin with https://.", on_wire=False)
    if not 0 < (asked.port or 443) < 65536:
        raise ExchangeError("The address to send to has a port that can't be.", on_wire=False)
    if asked.userinfo:
        raise ExchangeError("The address to send to must not hold a name or password.", on_wire=False)
    return asked


def _whole_body(reply: httpx.Response) -> bytes:
    encoding = reply.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        inflate = None
    elif encoding in ("gzip", "x-gzip", "deflate"):
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    else:
        raise httpx.DecodingError(f"the reply is encoded as {encoding[:20]}, which was not asked for")
    body = bytearray()
    for raw in reply.iter_raw(64 * 1024):
        body += raw if inflate is None else inflate.decompress(raw, REPLY_LIMIT + 1 - len(body))
        if len(body) > REPLY_LIMIT:
            raise httpx.DecodingError("the reply is larger than 1 MiB")
    if inflate is not None and not inflate.eof:
        raise httpx.DecodingError("the encoded reply breaks off")
    return bytes(body)


def _sentence(host: str, trouble: Exception) -> str:
    match trouble:
        case httpx.ConnectTimeout():
            return f"{host} did not answer."
        case httpx.ConnectError():
            return f"{host} can't be reached: {_plain(trouble)}."
        case httpx.ReadTimeout() | httpx.WriteTimeout():
            return f"{host} took too long to answer."
        case _:
            return f"{host} gave no usable answer: {_plain(trouble)}."


def _plain(trouble: Exception) -> str:
    text = " ".join(str(trouble).split()) or type(trouble).__name__
    return "".join(sign for sign in text if sign.isprintable())[:300].rstrip(".")
