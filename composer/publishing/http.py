"""The only way out over HTTP.

No proxy from the environment (only the one that was set), no redirect, no retry, no HTTP/2; every connection goes through the wall; a reply is capped
(at 1 MiB, unless told) after decoding, and a whole exchange at 120 s on the wall clock. The on-wire mark is set just before the first byte of the request: whatever fails
earlier is proof that nothing was sent.
"""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import TracebackType
from typing import Any, Self

from composer.publishing import no_command_line  # noqa: F401 - imported for what it leaves out

# isort: split
import httpcore
import httpx

from composer.domain.errors import NotLoopbackError, UserFacingError
from composer.domain.sayings import Code, Said
from composer.logs import mask_secrets, register_secret
from composer.publishing.patience import left
from composer.publishing.streams import EXCHANGE, Exchange, WalledBackend
from composer.publishing.wall import Wall, is_this_computer

CONNECT_S = 10.0
WRITE_S = 30.0
READ_S = 60.0
DEADLINE_S = 120.0
KEPT_S = 15.0
"""How long an idle connection is kept: one that the service closes just as a request leaves makes doubt."""
REPLY_LIMIT = 1024 * 1024
ERROR_NUMBER = re.compile(r"\[Errno -?\d+\] ?")
"""What the system puts before its words; it tells a person nothing."""
_ON_WIRE_EVENT = "http11.send_request_headers.started"


class ExchangeError(UserFacingError):
    """An exchange that gave no whole reply.

    `on_wire` False proves that nothing was sent. `lasting` is true where trying again as it is can't help: a certificate, an address, a credential.
    `retry_after_s` is set where it is known when to try again.
    """

    def __init__(
        self,
        message: str | Said,
        *,
        on_wire: bool,
        lasting: bool = False,
        retry_after_s: float | None = None,
        next_step: str | None = None,
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.on_wire = on_wire
        self.lasting = lasting
        self.retry_after_s = retry_after_s


@dataclass(frozen=True, slots=True)
class Proxy:
    """The proxy that https goes through, where one was set. The password is in no repr."""

    url: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply: its status, its headers (names in lower case) and its decoded body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request just before its first byte leaves, whole. `proxy` is the host that it would go through."""

    method: str
    url: str
    headers: Sequence[tuple[str, str]]
    content: bytes
    proxy: str = ""


Answering = Callable[[Outgoing], Reply]
"""Takes a request in place of the network."""


@cache
def default_ssl_context() -> ssl.SSLContext:
    """The one TLS context of the program: certificates verified, TLS 1.2 at least. Building one takes some 30 ms."""
    context = ssl.create_default_context()
    if not context.get_ca_certs():
        import certifi  # on a system without a store of its own

        context.load_verify_locations(certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _WalledTransport(httpx.HTTPTransport):
    """httpx's own transport over a pool that connects through the wall."""

    def __init__(self, wall: Wall, context: ssl.SSLContext, proxy: Proxy | None = None) -> None:
        super().__init__(verify=context, trust_env=False, http2=False, retries=0)
        backend = WalledBackend(wall)
        if proxy is None:
            self._pool = httpcore.ConnectionPool(
                ssl_context=context,
                http1=True,
                http2=False,
                retries=0,
                keepalive_expiry=KEPT_S,
                network_backend=backend,
            )
            return
        known = None if proxy.username is None else (proxy.username, proxy.password or "")
        if known is not None:
            register_secret(":".join(known))  # as the proxy is told it, and may say it back
        self._pool = httpcore.HTTPProxy(
            proxy.url,
            proxy_auth=known and (known[0].encode(), known[1].encode()),
            ssl_context=context,
            proxy_ssl_context=default_ssl_context() if proxy.url.startswith("https:") else None,
            http1=True,
            http2=False,
            retries=0,
            keepalive_expiry=KEPT_S,
            network_backend=backend,
        )


class _AnsweredTransport(httpx.BaseTransport):
    """No connection: each request is given to `answering` as it would have left."""

    def __init__(self, answering: Answering, proxy: str = "") -> None:
        self._answering = answering
        self._proxy = proxy

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        headers = [(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers.raw]
        asked = Outgoing(request.method, str(request.url), headers, request.read(), self._proxy)
        reply = self._answering(asked)
        return httpx.Response(reply.status, headers=dict(reply.headers), stream=httpx.ByteStream(reply.body))


class HttpWire:
    """Sends requests and gives whole replies; one for the whole program, safe to use from many threads.

    A reply may have `reply_limit` bytes once it is decoded. `proxy` carries what goes to other computers; in practice nothing does, and it is left alone. `ssl_context` is given by tests alone. With
    `answering` no connection is ever opened: it is given every request as it would leave, and answers it. Close it, or use it in a `with` block.
    """

    def __init__(
        self,
        wall: Wall,
        *,
        proxy: Proxy | None = None,
        ssl_context: ssl.SSLContext | None = None,
        deadline_s: float = DEADLINE_S,
        reply_limit: int = REPLY_LIMIT,
        answering: Answering | None = None,
    ) -> None:
        self._deadline_s = deadline_s
        self._reply_limit = reply_limit
        self._proxy_host = "" if proxy is None else httpx.URL(proxy.url).host
        through: httpx.BaseTransport | None = None
        if answering is not None:
            direct: httpx.BaseTransport = _AnsweredTransport(answering)
            if proxy is not None and not wall.practice:
                through = _AnsweredTransport(answering, self._proxy_host)
        else:
            context = ssl_context or default_ssl_context()
            direct = _WalledTransport(wall, context)
            if proxy is not None and not wall.practice:
                through = _WalledTransport(wall, context, proxy)
        self._direct = self._client(direct)
        self._proxied = None if through is None else self._client(through)

    @staticmethod
    def _client(transport: httpx.BaseTransport) -> httpx.Client:
        return httpx.Client(
            transport=transport,
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
        for client in (self._direct, self._proxied):
            if client is not None:
                client.close()

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
        client = self._direct
        if self._proxied is not None and asked.scheme == "https" and not is_this_computer(asked.host):
            client = self._proxied
        mark = _Mark(on_wire)
        exchange = Exchange(time.monotonic() + left(self._deadline_s), loopback_only=asked.scheme == "http")
        token = EXCHANGE.set(exchange)
        try:
            request = client.build_request(
                method, asked, headers=dict(headers or {}), content=content, extensions={"trace": mark}
            )
            reply = client.send(request, stream=True)
            try:
                body = _whole_body(reply, self._reply_limit)
            finally:
                reply.close()
            return Reply(reply.status_code, dict(reply.headers), body)
        except NotLoopbackError:
            raise
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, zlib.error) as trouble:
            # Whatever `on_wire` itself raised is no failure of the network and passes as it is.
            proxy_host = self._proxy_host if client is self._proxied else None
            raise _failure(asked.host, proxy_host, trouble, on_wire=mark.passed) from trouble
        finally:
            EXCHANGE.reset(token)


class _Mark:
    """httpx's trace hook: calls `on_wire` once, before the first byte of the request."""

    def __init__(self, on_wire: Callable[[], None]) -> None:
        self._on_wire = on_wire
        self.passed = False

    def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        # What is said to a proxy before it connects us through is not yet the request.
        if event == _ON_WIRE_EVENT and not self.passed and info["request"].method != b"CONNECT":
            self._on_wire()
            self.passed = True


def _parsed(url: str) -> httpx.URL:
    try:
        asked = httpx.URL(url)
    except httpx.InvalidURL as trouble:
        raise _wrong_address("is not a web address") from trouble
    if asked.scheme not in ("http", "https") or not asked.host:
        raise _wrong_address("must begin with https://")
    if not 0 < (asked.port or 443) < 65536:
        raise _wrong_address("has a port that can't be")
    if asked.userinfo:
        raise _wrong_address("must not hold a name or password")
    return asked


def _wrong_address(what: str) -> ExchangeError:
    return ExchangeError(f"The address to send to {what}.", on_wire=False, lasting=True)


def _whole_body(reply: httpx.Response, limit: int) -> bytes:
    encoding = reply.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        inflate = None
    elif encoding in ("gzip", "x-gzip", "deflate"):
        inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)
    else:
        raise httpx.DecodingError(f"the reply is encoded as {encoding[:20]}, which was not asked for")
    body = bytearray()
    for raw in reply.iter_raw(64 * 1024):
        body += raw if inflate is None else inflate.decompress(raw, limit + 1 - len(body))
        if len(body) > limit:
            raise httpx.DecodingError(f"the reply is larger than {limit // 1024 // 1024} MiB")
    if inflate is not None and not inflate.eof:
        raise httpx.DecodingError("the encoded reply breaks off")
    return bytes(body)


def _failure(host: str, proxy: str | None, trouble: Exception, *, on_wire: bool) -> ExchangeError:
    """An exchange's failure in a sentence, and whether trying again can help."""
    if isinstance(trouble, httpx.ProxyError):
        code = _plain(trouble)
        wants = Code.PROXY_WANTS_PASSWORD if code.startswith("407") else Code.PROXY_REFUSED
        said = Said.of(wants, proxy=proxy or "", host=host, reason=code)
        return ExchangeError(said, on_wire=on_wire, lasting=code.startswith("4"))
    if _certificate_trouble(trouble):
        said = Said.of(Code.IDENTITY, host=host, reason=_plain(trouble))
        return ExchangeError(said, on_wire=on_wire, lasting=not on_wire)
    match trouble:
        case httpx.ConnectTimeout():
            direct, by_proxy, told = Code.NO_ANSWER_AT, Code.NO_ANSWER_BY_PROXY, {}
        case httpx.ConnectError():
            direct, by_proxy = Code.UNREACHABLE, Code.UNREACHABLE_BY_PROXY
            told = {"reason": _plain(trouble)}
        case httpx.ReadTimeout() | httpx.WriteTimeout():
            direct, by_proxy, told = Code.TOO_SLOW, Code.TOO_SLOW_BY_PROXY, {}
        case _:
            direct, by_proxy, told = Code.UNUSABLE, Code.UNUSABLE_BY_PROXY, {"reason": _plain(trouble)}
    if proxy:
        return ExchangeError(Said.of(by_proxy, host=host, proxy=proxy, **told), on_wire=on_wire)
    return ExchangeError(Said.of(direct, host=host, **told), on_wire=on_wire)


def _certificate_trouble(trouble: BaseException | None) -> bool:
    """Whether encryption could not be agreed on: no certificate of theirs, or no version that is safe. A line that broke off is none."""
    while trouble is not None:
        if isinstance(trouble, ssl.SSLError):
            return not isinstance(trouble, ssl.SSLEOFError | ssl.SSLZeroReturnError | TimeoutError)
        trouble = trouble.__cause__ or trouble.__context__
    return False


def _plain(trouble: Exception) -> str:
    text = ERROR_NUMBER.sub("", " ".join(str(trouble).split())) or type(trouble).__name__
    shown = "".join(sign for sign in text if sign.isprintable())[:300].rstrip(".")
    return mask_secrets(shown)
