"""Live sending over real HTTP and SMTP to this computer, through the program's own wires, against the bare libraries and against the service alone."""

from __future__ import annotations

import os
import smtplib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from benchmarks.loopback import There, loopback
from benchmarks.measuring import Subject, timed
from benchmarks.rounds import close_incident, practice_services, prepared_declaration
from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState, Recipient
from composer.domain.message import RenderedMessage, Segment
from composer.domain.record import Bundle
from composer.publishing.api import Api
from composer.publishing.boot import boot_id
from composer.publishing.destinations.sendgrid import Sendgrid, Words
from composer.publishing.destinations.slack_webhook import SlackWebhook
from composer.publishing.destinations.smtp_mail import SmtpMail, SmtpServer
from composer.publishing.http import HttpWire
from composer.publishing.outbox import Outbox
from composer.publishing.owners import Owner
from composer.publishing.pacing import Pace
from composer.publishing.port import Destination
from composer.publishing.wall import Wall
from composer.record.high_water import HighWater
from composer.record.record import Record
from composer.rendering import mail_payload
from composer.services.core import Services
from composer.services.freezing import mail_id

FAN_OUT, FIRST, HANGING, COMMITS, SMTP, MEMORY = 1.10, 1.25, 1.05, 4.0, 1 / 0.7, 1.10
VENDORS = 6
MAILS = 100
READERS = 50_000
BATCH = 1_000
SENDER = "Acme Support <support@example.com>"
_TEXT = "We are sorry for the trouble you had with payments today.\n\n" * 12
_PAGE = f"<html><body><p>{_TEXT}</p></body></html>"


@contextmanager
def subjects(folder: Path, *, mails: int = MAILS, readers: int = READERS) -> Iterator[list[Subject]]:
    """What is measured on sending."""
    with loopback() as there, practice_services(folder) as services, ExitStack() as stack:
        counted = stack.enter_context(_Counted.open(services.record.path))
        # As live mode does: what leaves is counted, and told outside of the record.
        counted.guard(
            HighWater(folder / "record.high-water", folder / "beyond", boot_id()), services.clock.now()
        )
        wire = stack.enter_context(HttpWire(Wall(practice=False)))
        desk = _Desk(services, counted, there, folder, stack)
        warm = desk.webhooks(lambda: wire)
        yield [
            Subject(
                f"{VENDORS} deliveries of 200 ms over HTTP / the slowest request alone",
                lambda: (desk.request(), desk.carried(warm)),
                FAN_OUT,
            ),
            Subject("the first of them after a start / the slowest alone", desk.first, FIRST),
            Subject(
                "five deliveries beside one that hangs / beside one that does not",
                lambda: (desk.five(warm, hangs=False), desk.five(warm, hangs=True)),
                HANGING,
            ),
            Subject(
                "commits per delivery / one",
                lambda: (1.0, desk.commits(warm)),
                COMMITS,
                runs=3,
                unit="",
            ),
            Subject(
                f"{mails} mails by SMTP / a bare smtplib loop",
                lambda: (desk.bare_smtp(mails), desk.smtp(mails)),
                SMTP,
            ),
            Subject(
                f"memory after {readers:,} readers by SendGrid / after the first batch",
                lambda: desk.memory(readers),
                MEMORY,
                runs=1,
                warm_up=0,
                unit="MB",
            ),
        ]


class _Counted(Record):
    """A record that counts its commits."""

    commits = 0

    @contextmanager
    def _writing(self, *, soon: bool = False) -> Iterator[Any]:
        with super()._writing(soon=soon) as connection:
            yield connection
        self.commits += 1


class _Desk:
    """The record, the service, and what carries deliveries there."""

    def __init__(
        self, services: Services, record: _Counted, there: There, folder: Path, stack: ExitStack
    ) -> None:
        self._services = services
        self._record = record
        self._there = there
        self._owner = Owner(folder / "owners")
        stack.callback(self._owner.release)
        self._bare = HTTPConnection("127.0.0.1", int(there.http.rpartition(":")[2]))
        stack.callback(self._bare.close)

    def request(self, path: str = "/slow") -> float:
        """One request by the standard library."""

        def ask() -> None:
            self._bare.request("POST", path, b"{}")
            self._bare.getresponse().read()

        return timed(ask)

    def webhooks(self, wire: Callable[[], HttpWire], hanging: int = 0) -> dict[str, Destination]:
        """Six of them, of which so many hang."""
        paths = ["/hang"] * hanging + ["/slow"] * (VENDORS - hanging)

        def address(path: str) -> Callable[[], str]:
            return lambda: self._there.http + path

        return {f"vendor.{number}": SlackWebhook(wire, address(path)) for number, path in enumerate(paths)}

    def carried(self, destinations: dict[str, Destination]) -> float:
        """The time until all of them are stored as sent."""
        bundle = self._stored(list(destinations))
        outbox = self._outbox(destinations)
        seconds = timed(lambda: outbox.carry_out([bundle.publish.id]))
        self._ended(bundle)
        return seconds

    def first(self) -> tuple[float, float]:
        """With a wire that is opened when it is first needed, as after a start."""
        floor = self.request()
        opened: list[HttpWire] = []
        opening = threading.Lock()

        def wire() -> HttpWire:
            with opening:
                if not opened:
                    opened.append(HttpWire(Wall(practice=False)))
                return opened[0]

        try:
            return floor, self.carried(self.webhooks(wire))
        finally:
            for one in opened:
                one.close()

    def five(self, warm: dict[str, Destination], *, hangs: bool) -> float:
        """The time until the other five are stored as sent."""
        destinations = dict(warm)
        if hangs:
            destinations["vendor.0"] = SlackWebhook(
                warm["vendor.0"]._wire,
                lambda: f"{self._there.http}/hang",  # type: ignore[attr-defined]
            )
        bundle = self._stored(list(destinations))
        done, left = threading.Event(), set(list(destinations)[1:])

        def changed(delivery: Delivery) -> None:
            if delivery.state is DeliveryState.SENT:
                left.discard(delivery.account)
                if not left:
                    done.set()

        outbox = self._outbox(destinations, changed)
        carrying = threading.Thread(target=outbox.carry_out, args=([bundle.publish.id],))
        began = time.perf_counter()
        carrying.start()
        if not done.wait(10):
            raise RuntimeError("the other five did not end")
        seconds = time.perf_counter() - began
        if hangs:
            self.request("/release")
        carrying.join()
        self._ended(bundle)
        return seconds

    def commits(self, destinations: dict[str, Destination]) -> float:
        """How many commits a delivery costs, its share of the publish with it."""
        self._record.commits = 0
        bundle = self._stored(list(destinations))
        self._outbox(destinations).carry_out([bundle.publish.id])
        commits = self._record.commits
        self._ended(bundle)
        return commits / len(bundle.deliveries)

    # --- mail ----------------------------------------------------------------------------------------------------

    def bare_smtp(self, count: int) -> float:
        """What anybody would write: one connection, a mail made and sent for each reader."""

        def loop() -> None:
            with smtplib.SMTP("127.0.0.1", self._there.smtp, local_hostname="[127.0.0.1]") as server:
                for one in _readers("bare", count):
                    mail = EmailMessage(policy=policy.SMTP)
                    mail["From"], mail["To"] = SENDER, f"{one.name} <{one.email}>"
                    mail["Subject"], mail["Message-ID"] = "Payments", one.message_id
                    mail.set_content(f"Dear {one.name},\n\n{_TEXT}")
                    mail.add_alternative(_PAGE, subtype="html")
                    server.sendmail("support@example.com", [one.email], mail.as_bytes())

        return timed(loop)

    def smtp(self, count: int) -> float:
        """The same number through the program, each copy's fate stored."""
        account = SmtpServer("127.0.0.1", self._there.smtp, "none", "support@example.com", None, None)
        destinations: dict[str, Destination] = {
            "smtp": SmtpMail(Wall(practice=False), account, mail_payload.mail_for)
        }
        return self._mailed(destinations, count)

    def memory(self, count: int) -> tuple[float, float]:
        """Megabytes of this process after the first batch, and the most until all are sent."""
        with HttpWire(Wall(practice=False)) as wire:
            pace = Pace(SystemClock(), every_s=0.001, burst=100)
            api = Api(lambda: wire, f"{self._there.http}/v3", lambda: "benchmark", pace)
            weighed: list[float] = []
            right = api.send

            def send(*arguments: Any, **more: Any) -> Any:
                reply = right(*arguments, **more)
                weighed.append(_megabytes())
                return reply

            api.send = send  # type: ignore[method-assign]
            self._mailed(
                {
                    "sendgrid": Sendgrid(
                        api,
                        Words(mail_payload.mail_for_all, mail_payload.marks_for),
                        "support@skillancer.example",
                    )
                },
                count,
            )
            return weighed[0], max(weighed)

    def _mailed(self, destinations: dict[str, Destination], count: int) -> float:
        (account,) = destinations
        bundle = self._stored([account], readers=count)
        outbox = self._outbox(destinations)
        seconds = timed(lambda: outbox.carry_out([bundle.publish.id]))
        self._ended(bundle)
        return seconds

    # --- the record ------------------------------------------------------------------------------------------------

    def _outbox(
        self, destinations: dict[str, Destination], on_change: Callable[[Delivery], None] | None = None
    ) -> Outbox:
        return Outbox(
            self._record, destinations, SystemClock(), self._owner,
            stale_after=timedelta(hours=1), on_change=on_change,
        )  # fmt: skip

    def _stored(self, accounts: Sequence[str], readers: int = 0) -> Bundle:
        bundle = self._services.freeze(prepared_declaration(self._services))
        sample = next(one for one in bundle.deliveries if one.message_id == bundle.messages[0].id)
        deliveries = tuple(
            replace(sample, id=f"{sample.id}-{account}", account=account, amend=None, amend_after=None)
            for account in accounts
        )
        recipients = {}
        if readers:
            (one,) = deliveries
            payload = _mail()
            digest = _digest(payload)
            deliveries = (replace(one, channel=Channel.EMAIL, payload=payload, payload_sha256=digest),)
            recipients = {one.id: tuple(_readers(one.id, readers))}
        bundle = replace(bundle, deliveries=deliveries, recipients=recipients)
        self._record.store(bundle)
        return bundle

    def _ended(self, bundle: Bundle) -> None:
        states = {one.state for one in self._record.deliveries(publish_id=bundle.publish.id)}
        if states != {DeliveryState.SENT}:
            raise RuntimeError(f"the deliveries of the benchmark ended as {states}")
        close_incident(self._services, bundle.incident.id)


def _readers(delivery_id: str, count: int) -> Iterator[Recipient]:
    for number in range(count):
        address = f"reader{number}@example.com"
        yield Recipient(number, f"Reader {number}", address, mail_id(delivery_id, number, address))


def _mail() -> bytes:
    """The mail, frozen as in life."""
    body = (Segment("Dear "), Segment("Customer", "customer_name"), Segment(f",\n\n{_TEXT}"))
    message = RenderedMessage("customer_email", Channel.EMAIL, body, (Segment("Payments"),))
    headers = {"Auto-Submitted": "auto-generated"}
    return mail_payload.freeze(message, sender=SENDER, date=datetime.now(UTC), headers=headers)


def _digest(payload: bytes) -> str:
    import hashlib

    return hashlib.sha256(payload).hexdigest()


def _megabytes() -> float:
    """What this process holds in memory now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
