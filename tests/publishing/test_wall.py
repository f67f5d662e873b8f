"""The wall: in practice nothing but loopback is connected to. No test here sends anything to another computer: refusal comes before connecting."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import NotLoopbackError
from composer.publishing.http import ExchangeError, HttpWire
from composer.publishing.smtp import open_smtp
from composer.publishing.wall import Wall, is_loopback

OUTSIDE = [
    "example.com", "api.slack.com", "127.0.0.1.example.com", "localhost.example.com", "localhost..", "notlocalhost", "",
    "0.0.0.0", "0", "::", "8.8.8.8", "134744072", "0x08080808", "010.8.8.8", "8.8", "::ffff:8.8.8.8", "::ffff:0.0.0.0", "fe80::1",
    "2001:4860:4860::8888", "10.0.0.1", "192.168.0.1", "169.254.169.254", "128.0.0.1", "126.255.255.255", "255.255.255.255",
    "64:ff9b::7f00:1", "127.0.0.1\x00.example.com", "xn--a", "a" * 300, "ĺocalhost",
]  # fmt: skip


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Every address that a connection was tried to; anything but loopback fails the test instead of being tried."""
    tried: list[object] = []
    connect = socket.socket.connect

    def watched(self: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address)
        assert is_loopback(str(address[0])), f"tried to reach {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    lookup = socket.getaddrinfo

    def asked(host, port, *args, **options):
        literal = options.get("flags", 0) & socket.AI_NUMERICHOST
        assert literal or host == "localhost", f"looked up {host}"
        return lookup(host, port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    yield tried
    assert all(is_loopback(str(address[0])) for address in tried if isinstance(address, tuple))


@pytest.fixture
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.mark.parametrize("host", OUTSIDE)
def test_nothing_outside_is_tried(host: str, attempts: list[object]) -> None:
    with pytest.raises(NotLoopbackError, match="Practice mode speaks to this computer only"):
        Wall(practice=True).connect(host, 80, 1)
    assert attempts == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "app.localhost",
        "::ffff:127.0.0.1",
    ],
)
def test_this_computer_is_reached(host: str, port: int, attempts: list[object]) -> None:
    Wall(practice=True).connect(host, port, 5).close()
    assert len(attempts) <= 2


def test_ipv6_loopback_is_reached(attempts: list[object]) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as server:
        Wall(practice=True).connect("::1", server.getsockname()[1], 5).close()
    assert len(attempts) == 1


def test_a_name_that_points_elsewhere_is_refused_whatever_it_is_called(
    monkeypatch: pytest.MonkeyPatch, attempts: list[object], port: int
) -> None:
    answers = iter([["127.0.0.1", "203.0.113.7"], ["127.0.0.1"], ["203.0.113.7"]])

    def changing(host, port, *_, **__):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in next(answers)]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    wall = Wall(practice=True)
    with pytest.raises(NotLoopbackError):
        wall.connect("localhost", port, 1)
    # Looked up once only: the second answer is used, the third (after the check) is never asked for.
    wall.connect("localhost", port, 5).close()
    assert next(answers) == ["203.0.113.7"]
    assert attempts == [("127.0.0.1", port)]


@pytest.mark.parametrize(
    "url",
    [f"http://{host}/" for host in ("example.com", "8.8.8.8", "134744072", "[::ffff:8.8.8.8]", "0.0.0.0")]
    + ["https://example.com/", "https://127.0.0.1.example.com/", "https://2130706433.example.com/"],
)
def test_http_obeys_the_wall(url: str, attempts: list[object]) -> None:
    marks: list[int] = []
    # Plain http stays here in live mode too.
    for practice in [True, False] if url.startswith("http:") else [True]:
        with HttpWire(Wall(practice=practice)) as wire, pytest.raises(NotLoopbackError):
            wire.send("POST", url, content=b"secret", on_wire=lambda: marks.append(1))
    assert attempts == []
    assert marks == []


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1@example.com/", "http://localhost:80@example.com/", "https://user:secret@127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd",
     "//127.0.0.1/", "127.0.0.1", "", "http://", "http://[::1", "http://127.0.0.1:99999/"],
)  # fmt: skip
def test_a_tricky_address_is_refused(url: str, attempts: list[object]) -> None:
    with HttpWire(Wall(practice=True)) as wire, pytest.raises(ExchangeError) as caught:
        wire.send("GET", url)
    assert not caught.value.on_wire
    assert "secret" not in str(caught.value)
    assert attempts == []


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_smtp_obeys_the_wall(security, attempts: list[object]) -> None:
    with pytest.raises(NotLoopbackError):
        open_smtp(Wall(practice=True), "smtp.example.com", 587, security)
    assert attempts == []


def test_smtp_without_encryption_stays_here_in_live_too(attempts: list[object]) -> None:
    with pytest.raises(NotLoopbackError, match="Without encryption"):
        open_smtp(Wall(practice=False), "203.0.113.7", 25, "none")
    assert attempts == []


@given(st.ip_addresses())
def test_only_loopback_counts_as_loopback(address) -> None:
    text = str(address)
    mapped = getattr(address, "ipv4_mapped", None)
    inside = str(mapped or address).startswith("127.") or text == "::1"
    assert is_loopback(text) == inside
