"""The wall around practice: nothing but loopback is ever connected to, whatever an address looks like.

A host is turned into addresses once, every one of them is checked, and the connection is made to a checked address, so that a name can't
change its mind between check and use. In practice a name other than *localhost* isn't even looked up, because the question alone would leave
this computer.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import Any

from composer.domain.errors import NotLoopbackError
from composer.domain.sayings import Code, told
from composer.files import is_on_paper

_NEXT_STEP = told(Code.SWITCH_TO_LIVE)


class Wall:
    """Opens every TCP connection of the program. In `practice` (or where `loopback_only` is asked) only to this computer."""

    def __init__(self, *, practice: bool) -> None:
        self.practice = practice

    def connect(
        self, host: str, port: int, timeout_s: float, *, loopback_only: bool = False
    ) -> socket.socket:
        """A connection to the first address of `host` that answers, within `timeout_s` seconds in all.

        Raises NotLoopbackError before anything is sent where the wall stands, OSError where no address can be reached.
        """
        if is_on_paper():
            raise RuntimeError("a dry run opens no connection")
        walled = self.practice or loopback_only
        addresses = self._addresses(host, port, walled=walled)
        until = time.monotonic() + timeout_s
        failure: OSError = TimeoutError(f"{host} did not answer within {timeout_s:.0f} s")
        for family, kind, protocol, address in addresses:
            left = until - time.monotonic()
            if left <= 0:
                break
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(left)
                connection.connect(address)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as trouble:
                connection.close()
                failure = trouble
                continue
            return connection
        raise failure

    def _addresses(
        self, host: str, port: int, *, walled: bool
    ) -> list[tuple[socket.AddressFamily, socket.SocketKind, int, Any]]:
        if not host.isprintable():  # some systems stop reading a name at a NUL
            raise _refused(repr(host), walled_by_mode=self.practice)
        flags = 0
        if walled and _is_localhost(host):
            host = "localhost"  # whatever its spelling: the network is never asked what it might mean
        elif walled:
            flags = (
                socket.AI_NUMERICHOST
            )  # a literal address in any spelling; a name fails without being looked up
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
        except (socket.gaierror, ValueError) as trouble:
            if flags:
                raise _refused(host, walled_by_mode=self.practice) from None
            if isinstance(trouble, ValueError):
                raise socket.gaierror(socket.EAI_NONAME, "not a host name") from None
            raise
        if walled:
            for _, _, _, _, address in found:
                if not is_loopback(str(address[0])):
                    raise _refused(host, walled_by_mode=self.practice)
        return [(family, kind, protocol, address) for family, kind, protocol, _, address in found]


def is_loopback(address: str) -> bool:
    """Whether a literal IP address is this computer's own loopback (127.0.0.0/8, ::1, or the first written as IPv6)."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return bool((mapped or parsed).is_loopback)


def is_this_computer(host: str) -> bool:
    """Whether a host as written can be nothing but this computer."""
    return _is_localhost(host) or is_loopback(host)


def _is_localhost(host: str) -> bool:
    name = host.casefold().removesuffix(".")
    return name == "localhost" or name.endswith(".localhost")


def _refused(host: str, *, walled_by_mode: bool) -> NotLoopbackError:
    if walled_by_mode:
        return NotLoopbackError(told(Code.PRACTICE_WALL, host=host), next_step=_NEXT_STEP)
    return NotLoopbackError(
        told(Code.PLAIN_WALL, host=host),
        next_step=told(Code.USE_HTTPS),
    )
