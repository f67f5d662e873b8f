"""What goes wrong on the way to a service, one way at a time: how it is brought about, and what the program must make of it.

A place is where a service is struck: the request that writes, or the question that is asked before it. The numbers are those of docs/faults.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from composer.connections import credentials
from composer.domain.delivery import DeliveryState
from tests.publishing.loopback_certificate import Certificate
from tests.ui.live_home import HERE, LiveHome
from tests.vendors.server import (
    Fault,
    Vendor,
    accepts_but_says,
    drips,
    floods,
    refuses,
    resets,
    resets_first,
    says_nothing,
)
from tests.vendors.slack import Slack

HTML = b"<html><body>Please log in to this network</body></html>"
FAULTS = {
    "refused": 33, "reset before": 41, "reset after": 41, "no answer": 40, "429": 47, "500": 50, "503": 50, "revoked": 51,
    "wrong JSON": 45, "portal": 36, "redirect": 53, "oversized": 44, "certificate": 35, "slow drip": 43,
}  # fmt: skip
"""Each way, with its number."""
TAKEN = {"reset after", "no answer", "500", "wrong JSON", "oversized", "slow drip"}
"""The service has taken it, and its answer does not say so."""
NOT_TAKEN = {"reset before", "503", "portal"}
"""It has not, and its answer does not say so either."""
TO_MEND = {"revoked", "redirect", "certificate"}
"""Proven not accepted, and somebody has to mend the connection."""
ELSEWHERE = {"refused", "certificate"}
"""The connection leads to where the service is not."""

PLACES = {
    "slack": ("POST", "chat.postMessage"),
    "slack channel": ("POST", "conversations.create"),
    "statuspage": ("(POST|PATCH)", "/incidents"),
    "statuspage asked": ("GET", "/incidents"),
    "sendgrid": ("POST", "/mail/send"),
    "pagerduty": ("POST", "/status_updates"),
    "pagerduty asked": ("GET", "/incidents/"),
    "smtp": ("", ""),
}
"""Where a service is struck: method and path, as regular expressions."""
SERVICES = ("slack", "statuspage", "sendgrid", "pagerduty", "smtp")
LOOKED_UP = {"slack", "statuspage", "sendgrid"}
"""What a look-up finds of it by itself."""

BY_SMTP = {
    "refused": DeliveryState.WAITING, "reset before": DeliveryState.SENT, "429": DeliveryState.SENT, "503": DeliveryState.SENT,
    "portal": DeliveryState.SENT, "redirect": DeliveryState.SENT, "500": DeliveryState.FAILED, "revoked": DeliveryState.FAILED,
    "certificate": DeliveryState.FAILED,
}  # fmt: skip
"""How it ends at a mail server, where what breaks before the mail's first byte is proof; all else is doubt."""


def pairs() -> list[tuple[str, str]]:
    """Every place with every fault; before a service is asked, nobody listens and nobody proves an identity in the same way."""
    return [
        (place, fault)
        for place in PLACES
        for fault in FAULTS
        if not ("asked" in place and fault in ELSEWHERE)
    ]


def ends(place: str, fault: str, *, first: bool = False) -> DeliveryState:
    """The state in which the round leaves what was struck once; in the `first` one the Slack channel is made before anything is posted in it."""
    if first and (place, fault) == ("slack", "refused"):
        return DeliveryState.QUEUED
    service, _, asked = place.partition(" ")
    if service == "smtp":
        return BY_SMTP.get(fault, DeliveryState.UNKNOWN)
    if fault in TO_MEND:
        return DeliveryState.FAILED
    if fault == "refused":
        return DeliveryState.WAITING
    if asked or fault == "429" or (fault in TAKEN and service in LOOKED_UP):
        return DeliveryState.SENT
    return DeliveryState.UNKNOWN


@dataclass
class Trouble:
    """A fault that waits for its request. `mend` is what a person does about the connection; `is_met` whether a request has met it, where that can be told."""

    mend: Callable[[], object] = lambda: None
    is_met: Callable[[], bool] = lambda: True


class Troubles:
    """Brings faults about.

    `elsewhere` is the host that a redirect points to: what comes there is a leak. At the address `nobody` nobody listens, at `stranger` somebody whose
    `certificate` nobody has signed.
    """

    def __init__(
        self, live: LiveHome, elsewhere: Slack, nobody: str, stranger: str, certificate: Certificate
    ) -> None:
        self.live = live
        self.elsewhere = elsewhere
        self._nobody = nobody
        self._stranger = stranger
        self._certificate = certificate

    def strike(self, place: str, fault: str) -> Trouble:
        """Let the next request at that place go wrong so, once."""
        service = place.partition(" ")[0]
        if service == "smtp":
            return self._at_mail_server(fault)
        vendor = self._vendor(service)
        if fault in ELSEWHERE:
            away = self._nobody if fault == "refused" else self._stranger
            return Trouble(self._lead(vendor.url, away))
        vendor.fail(*PLACES[place], self._over_http(service, vendor, fault))
        return Trouble(is_met=lambda: not vendor.has_faults)

    def clear(self) -> None:
        """No fault waits any more."""
        for service in ("slack", "statuspage", "sendgrid", "pagerduty"):
            self._vendor(service).forget_faults()

    def _vendor(self, service: str) -> Vendor:
        found: Vendor = getattr(self.live, "page" if service == "statuspage" else service)
        return found

    def _over_http(self, service: str, vendor: Vendor, fault: str) -> Fault:
        match fault:
            case "reset before":
                return resets_first()
            case "reset after":
                return resets()
            case "no answer":
                return says_nothing(vendor)
            case "429":
                return refuses(429, Retry_After="3")
            case "500":
                return accepts_but_says(500)
            case "503":
                return refuses(503, Retry_After="1")
            case "revoked":
                revoked = {"ok": False, "error": "token_revoked"}
                return refuses(200, revoked) if service == "slack" else refuses(401, {"error": "revoked"})
            case "wrong JSON":
                return accepts_but_says(200, b'{"ok": tru')
            case "portal":
                return refuses(200, HTML)
            case "redirect":
                return refuses(307, Location=f"{self.elsewhere.url}/api/chat.postMessage")
            case "oversized":
                return floods(packed=False)
            case _:
                return drips(vendor)

    def _at_mail_server(self, fault: str) -> Trouble:
        server = self.live.smtp
        here = f"port = {server.port}"
        match fault:
            case "refused":
                return Trouble(self._lead(here, f"port = {self._nobody.rpartition(':')[2]}"))
            case "certificate":
                server.tls, server.starttls = self._certificate.serving(), True
                encrypted = 'security = "starttls"'
                trusting = f'{encrypted}\nca_file = "{self._certificate.file}"'
                text = self.live.home.connections.read_text(encoding="utf-8")
                self._lead(trusting if trusting in text else 'security = "none"', encrypted)
                return Trouble(lambda: self._lead(encrypted, trusting))
            case "revoked":
                server.password = f"{server.password}-and-more"

                def enter_again() -> None:
                    self.live.ring.kept[credentials.SERVICE, f"smtp@{HERE}"] = server.password

                return Trouble(enter_again)
        where, said = {
            "reset before": ("at_rcpt", "reset"),
            "reset after": ("at_end", "kept+reset"),
            "no answer": ("at_end", "kept+silence"),
            "429": ("at_rcpt", "451 4.7.1 try again later"),
            "500": ("at_mail", "554 5.3.0 failed"),
            "503": ("at_rcpt", "421 4.3.2 closing for maintenance"),
            "wrong JSON": ("at_end", "kept+what?"),
            "portal": ("at_greeting", "HTTP/1.1 400 Bad Request"),
            "redirect": ("at_rcpt", "551 5.1.6 try <pat@elsewhere.example>"),
            "oversized": ("at_end", "kept+endless"),
            "slow drip": ("at_end", "kept+drip"),
        }[fault]
        left = [said]
        setattr(server, where, lambda _: left.pop() if left else None)
        return Trouble(is_met=lambda: not left)

    def _lead(self, here: str, there: str) -> Callable[[], None]:
        """Write another address into the connections; what puts it back."""
        file = self.live.home.connections
        text = file.read_text(encoding="utf-8")
        assert here in text
        file.write_text(text.replace(here, there), encoding="utf-8")

        def back() -> None:
            now = file.read_text(encoding="utf-8")
            file.write_text(now.replace(there, here), encoding="utf-8")

        return back
