"""What all fake services share: a real HTTP server on loopback, a ledger, and faults that a test scripts.

The ledger is written at the moment of acceptance, before anything is answered, as a real service's database is. A test asserts against the
ledger: what the client believes is another matter.
"""

from __future__ import annotations

import gzip
import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Seen:
    """A request as it came in, whole."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON; None where it is none."""
        try:
            return json.loads(self.body) if self.body else None
        except ValueError:
            return None


@dataclass(frozen=True)
class Answer:
    """What the service answers."""

    status: int
    content: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        """The body's bytes."""
        if self.content is None:
            return b""
        return self.content if isinstance(self.content, bytes) else json.dumps(self.content).encode()


class Ledger:
    """What a service has accepted, in order; kept in a file too where one is named, for what outlives a process."""

    def __init__(self, file: Path | None = None) -> None:
        self.entries: list[dict[str, Any]] = []
        self._file = file
        self._lock = threading.Lock()

    def accept(self, kind: str, **what: Any) -> None:
        """Write down that something was accepted."""
        with self._lock:
            self.entries.append({"kind": kind, **what})
            if self._file is not None:
                with self._file.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(self.entries[-1]) + "\n")

    def of(self, kind: str) -> list[dict[str, Any]]:
        """All entries of a kind."""
        return [one for one in self.entries if one["kind"] == kind]


Send = Callable[["_Handler", Answer], None]


@dataclass
class Fault:
    """What becomes of one request in place of the plain answer.

    `accepted` tells whether the service does its work before it fails; `send` then answers, or does not.
    """

    accepted: bool
    send: Send


def _closes(handler: _Handler, _: Answer) -> None:
    handler.close_connection = True


def _resets(handler: _Handler, _: Answer) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    handler.close_connection = True


def _half(handler: _Handler, answer: Answer) -> None:
    whole = answer.raw or b"{}"
    handler.start(200, {"Content-Length": str(len(whole) + 50), "Content-Type": "application/json"})
    handler.wfile.write(whole)
    handler.close_connection = True


def refuses(status: int, content: Any = None, **headers: str) -> Fault:
    """The request is answered so, and nothing is accepted."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(False, lambda handler, _: handler.answer(Answer(status, content, given)))


def accepts_but_says(status: int, content: Any = None, **headers: str) -> Fault:
    """The request is accepted, and answered as if by something else."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault(True, lambda handler, _: handler.answer(Answer(status, content, given)))


def loses_reply() -> Fault:
    """The request is accepted, and the line closed without a word."""
    return Fault(True, _closes)


def resets() -> Fault:
    """The request is accepted, and the line torn down."""
    return Fault(True, _resets)


def resets_first() -> Fault:
    """The line is torn down, and nothing was accepted."""
    return Fault(False, _resets)


def breaks_off() -> Fault:
    """The request is accepted, and the answer breaks off in its middle."""
    return Fault(True, _half)


def hangs_up() -> Fault:
    """The line is closed without a word, and nothing was accepted."""
    return Fault(False, _closes)


def says_nothing(vendor: Vendor) -> Fault:
    """The request is accepted, and nothing is ever said."""

    def wait(handler: _Handler, _: Answer) -> None:
        vendor.over.wait(30)
        handler.close_connection = True

    return Fault(True, wait)


def takes_its_time(vendor: Vendor, seconds: float) -> Fault:
    """The request is accepted, and answered so much later."""

    def answer(handler: _Handler, answer: Answer) -> None:
        vendor.over.wait(seconds)
        handler.answer(answer)

    return Fault(True, answer)


def drips(vendor: Vendor) -> Fault:
    """The request is accepted, and the answer comes a byte at a time."""

    def drip(handler: _Handler, _: Answer) -> None:
        handler.start(200, {"Content-Length": "1000"})
        for _number in range(1000):
            handler.wfile.write(b" ")
            if vendor.over.wait(0.05):
                break
        handler.close_connection = True

    return Fault(True, drip)


def floods(*, packed: bool) -> Fault:
    """The request is accepted, and the answer is far larger than any should be."""

    def flood(handler: _Handler, _: Answer) -> None:
        handler.close_connection = True
        if packed:
            bomb = gzip.compress(bytes(50_000_000), 1)
            handler.start(200, {"Content-Encoding": "gzip", "Content-Length": str(len(bomb))})
            handler.wfile.write(bomb)
        else:
            handler.start(200, {})
            for _number in range(1000):
                handler.wfile.write(bytes(65536))

    return Fault(True, flood)


class Vendor:
    """A service with a memory. A subclass answers in `handle`; `faults` are scripted with `fail`."""

    def __init__(self, ledger: Ledger | None = None) -> None:
        self.ledger = ledger or Ledger()
        self.seen: list[Seen] = []
        self.over = threading.Event()
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._faults: list[tuple[str, str, Fault]] = []
        self._lock = threading.RLock()
        vendor = self

        class Handler(_Handler):
            service = vendor

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def fail(self, method: str, path: str, *faults: Fault) -> None:
        """Let the next requests whose method and path match (regular expressions) end so, one after the other."""
        with self._lock:
            self._faults += [(method, path, fault) for fault in faults]

    @property
    def has_faults(self) -> bool:
        """Whether something that was scripted has not happened yet."""
        return bool(self._faults)

    def forget_faults(self) -> None:
        """Let nothing that was scripted happen any more."""
        with self._lock:
            self._faults.clear()

    def requests(self, method: str, path: str) -> list[Seen]:
        """The requests that came in for a path (a regular expression)."""
        return [one for one in self.seen if one.method == method and re.search(path, one.path)]

    def handle(self, request: Seen) -> Answer:
        """The service's own work; called by one thread at a time."""
        raise NotImplementedError

    def fault_for(self, request: Seen) -> Fault | None:
        """The fault that was scripted for this request; it is used up."""
        with self._lock:
            for number, (method, path, fault) in enumerate(self._faults):
                if re.fullmatch(method, request.method) and re.search(path, request.path):
                    del self._faults[number]
                    return fault
        return None

    def work(self, request: Seen) -> Answer:
        """Take one request."""
        with self._lock:
            return self.handle(request)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        for connection in tuple(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is what many tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service: Vendor
    timeout = 30

    def _take(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Seen(self.command, parts.path, dict(parse_qsl(parts.query)), headers, body)
        self.service.seen.append(request)
        fault = self.service.fault_for(request)
        if fault is None:
            self.answer(self.service.work(request))
        else:
            fault.send(self, self.service.work(request) if fault.accepted else Answer(200))

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _take

    def answer(self, answer: Answer) -> None:
        raw = answer.raw
        kind = "text/html" if raw.startswith(b"<") else "application/json; charset=utf-8"
        self.start(answer.status, {"Content-Type": kind, "Content-Length": str(len(raw)), **answer.headers})
        self.wfile.write(raw)

    def start(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def nobody() -> Iterator[str]:
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    yield f"http://127.0.0.1:{port}"
