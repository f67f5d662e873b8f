"""The HTTP wire against real servers on loopback: what is sent, what is taken for a reply, when the mark is set."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from composer.domain.errors import NotLoopbackError
from composer.publishing.http import REPLY_LIMIT, ExchangeError, HttpWire, Proxy, default_ssl_context
from composer.publishing.wall import Wall
from tests.publishing.loopback_certificate import Certificate
from tests.vendors.proxy import proxy_to


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate.made(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def wire() -> Iterator[HttpWire]:
    with HttpWire(Wall(practice=True), deadline_s=20) as one:
        yield one


@contextmanager
def raw_server(answer: Callable[[socket.socket], None]) -> Iterator[tuple[str, list[bytes]]]:
    """A server that reads one request and then does as it likes with the connection."""
    seen: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)

        def serve() -> None:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(10)
                data = b""
                while b"\r\n\r\n" not in data:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    data += piece
                seen.append(data)
                try:
                    answer(connection)
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", seen
        thread.join()


def test_a_reply_is_given_whole(httpserver: HTTPServer, wire: HttpWire) -> None:
    marks: list[int] = []
    seen: list[Request] = []

    def handler(request: Request) -> Response:
        seen.append(request)
        assert marks == [1]
        return Response(request.get_data(), status=201, headers={"X-Id": "7"})

    httpserver.expect_request("/post").respond_with_handler(handler)
    url = httpserver.url_for("/post")
    reply = wire.send(
        "POST",
        url,
        headers={"Authorization": "Bearer x"},
        content=b"\x00exact\r\n",
        on_wire=lambda: marks.append(1),
    )
    assert (reply.status, reply.body, reply.headers["x-id"]) == (201, b"\x00exact\r\n", "7")
    assert seen[0].headers["Authorization"] == "Bearer x"
    assert seen[0].headers["Accept-Encoding"] == "identity"
    assert len(seen) == 1


def test_a_kept_connection_sets_the_mark_each_time(httpserver: HTTPServer, wire: HttpWire) -> None:
    httpserver.expect_request("/").respond_with_data("ok")
    marks: list[int] = []
    for number in range(3):
        wire.send("GET", httpserver.url_for("/"), on_wire=lambda: marks.append(1))
        assert len(marks) == number + 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(httpserver: HTTPServer, wire: HttpWire, status: int) -> None:
    other = httpserver.url_for("/other")
    httpserver.expect_request("/post").respond_with_data("", status=status, headers={"Location": other})
    assert wire.send("POST", httpserver.url_for("/post"), content=b"secret").status == status
    assert [request.path for request, _ in httpserver.log] == ["/post"]


def test_no_proxy_is_taken_from_the_environment(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    httpserver.expect_request("/").respond_with_data("ok")
    with HttpWire(Wall(practice=True)) as wire:
        assert wire.send("GET", httpserver.url_for("/")).body == b"ok"


def test_what_the_mark_raises_stops_the_request(wire: HttpWire) -> None:
    def refuse() -> None:
        raise RuntimeError("the record is full")

    with raw_server(lambda _: None) as (url, seen):
        with pytest.raises(RuntimeError, match="the record is full"):
            wire.send("POST", url, content=b"secret", on_wire=refuse)
        assert seen == []


def test_a_refused_connection_is_proof_that_nothing_was_sent(wire: HttpWire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ExchangeError, match=r"^127\.0\.0\.1 can't be reached: Connection refused") as caught:
        wire.send("GET", f"http://127.0.0.1:{port}/")
    assert not caught.value.on_wire


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: None,
        _reset,
        lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"),
        lambda c: c.sendall(b"not http\r\n\r\n"),
        lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}"),
        lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
        lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n" + gzip.compress(b"x" * 100)[:10]),
    ],
    ids=["closed", "reset", "half", "not_http", "brotli", "not_gzip", "torn_gzip"],
)  # fmt: skip
def test_a_lost_reply_is_doubt(answer, wire: HttpWire) -> None:
    with raw_server(answer) as (url, seen):
        with pytest.raises(ExchangeError) as caught:
            wire.send("POST", url, content=b"x")
        assert caught.value.on_wire
        assert len(seen) == 1


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress, None])
def test_a_reply_of_up_to_a_mebibyte_is_taken(compress, wire: HttpWire, httpserver: HTTPServer) -> None:
    body = b"x" * REPLY_LIMIT
    headers = {"Content-Encoding": "deflate" if compress is zlib.compress else "gzip"} if compress else {}
    httpserver.expect_request("/").respond_with_data(compress(body) if compress else body, headers=headers)
    assert wire.send("GET", httpserver.url_for("/")).body == body


@pytest.mark.parametrize("packed", [True, False])
def test_a_larger_reply_is_cut_off(packed: bool, wire: HttpWire) -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(
            b"HTTP/1.1 200 OK\r\n" + (b"Content-Encoding: gzip\r\n" if packed else b"") + b"\r\n"
        )
        if packed:
            connection.sendall(gzip.compress(bytes(200_000_000), 1))
        else:
            while True:
                connection.sendall(bytes(65536))

    with (
        raw_server(answer) as (url, _),
        pytest.raises(ExchangeError, match=r"larger than 1 MiB\.$") as caught,
    ):
        wire.send("GET", url)
    assert caught.value.on_wire


def test_a_slow_reply_ends_at_the_deadline() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.05)

    with HttpWire(Wall(practice=True), deadline_s=0.6) as wire, raw_server(drip) as (url, _):
        began = time.monotonic()
        with pytest.raises(ExchangeError, match="took too long") as caught:
            wire.send("GET", url)
        assert time.monotonic() - began < 30
        assert caught.value.on_wire


def test_tls_is_verified(certificate: Certificate) -> None:
    with certificate.https_server() as url:
        with HttpWire(Wall(practice=True), ssl_context=certificate.trusting()) as wire:
            assert wire.send("GET", url).body == b"ok"
        with (
            HttpWire(Wall(practice=True)) as wire,
            pytest.raises(ExchangeError, match="certificate") as caught,
        ):
            wire.send("GET", url)
        assert not caught.value.on_wire


def test_one_tls_context_is_shared_and_strict() -> None:
    context = default_ssl_context()
    assert context is default_ssl_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_many_threads_share_one_wire(httpserver: HTTPServer, wire: HttpWire) -> None:
    httpserver.expect_request("/").respond_with_handler(lambda request: Response(request.get_data()))
    url, wrong = httpserver.url_for("/"), []

    def ask(number: int) -> None:
        for _ in range(5):
            if wire.send("POST", url, content=str(number).encode()).body != str(number).encode():
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# --- the proxy that was set ---------------------------------------------------------------------------------------


def _port(url: str) -> int:
    return int(url.rstrip("/").rpartition(":")[2])


def test_a_proxy_is_used_when_it_was_set_and_the_mark_waits_for_the_request(certificate: Certificate) -> None:
    marks: list[int] = []
    with (
        certificate.https_server() as url,
        proxy_to(_port(url), password="hunter2") as proxy,
        HttpWire(
            Wall(practice=False),
            proxy=Proxy(proxy.url, "me", "hunter2"),
            ssl_context=certificate.trusting(),
        ) as wire,
    ):
        reply = wire.send("GET", "https://vendor.example/", on_wire=lambda: marks.append(len(proxy.asked)))
        assert reply.body == b"ok"
        assert marks == [1]
        assert proxy.asked[0].startswith("CONNECT vendor.example:443 ")
        # This computer is reached without it.
        assert wire.send("GET", url).body == b"ok"
        assert len(proxy.asked) == 1


def test_a_proxy_that_wants_a_password_is_named_and_nothing_was_sent(
    certificate: Certificate, caplog: pytest.LogCaptureFixture
) -> None:
    marks: list[int] = []
    with (
        certificate.https_server() as url,
        proxy_to(_port(url), password="another") as proxy,
        HttpWire(Wall(practice=False), proxy=Proxy(proxy.url, "me", "hunter2")) as wire,
        pytest.raises(ExchangeError, match=r"The proxy 127\.0\.0\.1 .*: 407") as caught,
    ):
        wire.send("POST", "https://vendor.example/", content=b"x", on_wire=lambda: marks.append(1))
    assert (caught.value.on_wire, caught.value.lasting, marks) == (False, True, [])
    assert "password" in str(caught.value)
    assert "hunter2" not in str(caught.value) + caplog.text + repr(Proxy(proxy.url, "me", "hunter2"))


def test_a_proxy_that_is_out_of_order_may_be_tried_again() -> None:
    with (
        proxy_to(1, answer="503 Busy") as proxy,
        HttpWire(Wall(practice=False), proxy=Proxy(proxy.url)) as wire,
        pytest.raises(ExchangeError, match="503 Busy") as caught,
    ):
        wire.send("POST", "https://vendor.example/", content=b"x")
    assert (caught.value.on_wire, caught.value.lasting) == (False, False)


def test_in_practice_a_proxy_is_no_way_around_the_wall() -> None:
    with proxy_to(1) as proxy, HttpWire(Wall(practice=True), proxy=Proxy(proxy.url)) as wire:
        with pytest.raises(NotLoopbackError):
            wire.send("GET", "https://vendor.example/")
        assert proxy.asked == []


def test_a_certificate_that_proves_nothing_is_not_tried_again(certificate: Certificate) -> None:
    with (
        certificate.https_server() as url,
        HttpWire(Wall(practice=True)) as wire,
        pytest.raises(ExchangeError, match="identity of 127") as caught,
    ):
        wire.send("GET", url)
    assert (caught.value.on_wire, caught.value.lasting) == (False, True)


def test_a_server_without_tls_is_not_tried_again(wire: HttpWire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(ExchangeError, match="can't be proved") as caught:
            wire.send("GET", f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join()
    assert (caught.value.on_wire, caught.value.lasting) == (False, True)


def test_39_a_server_that_stops_reading_is_doubt() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        HttpWire(Wall(practice=True), deadline_s=0.5) as wire,
    ):
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(ExchangeError, match="took too long") as caught:
            wire.send("POST", url, content=bytes(30_000_000))
    assert caught.value.on_wire


def test_34_a_name_that_can_not_be_found_is_proof_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with (
        HttpWire(Wall(practice=False)) as wire,
        pytest.raises(ExchangeError, match="can't be reached") as caught,
    ):
        wire.send("POST", "https://nowhere.example/")
    assert (caught.value.on_wire, caught.value.lasting) == (False, False)
