"""A live P0 from the declaration to the end, round by round: what is published in each phase, how a person settles what asks, and what the services then hold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SystemClock
from composer.connections import credentials
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, RecipientState
from composer.paths import Mode
from composer.publishing import http, smtp
from composer.publishing.http import HttpWire
from composer.record.record import Record
from tests.cli.command import RESOLUTION, UPDATE, Home, declaration
from tests.journey.live_faults import Troubles
from tests.live_facts import CUSTOMER, EXECUTIVE
from tests.publishing.loopback_certificate import Certificate
from tests.ui.live_home import HERE, SECRETS, LiveHome, live_home
from tests.vendors import smtp as mail_server
from tests.vendors.server import nobody
from tests.vendors.slack import Slack

PHASES = ("investigating", "identified", "monitoring", "resolved")
SETTLED = {DeliveryState.SENT, DeliveryState.BY_HAND}
PATIENCE_S = 0.7
"""How long the program waits here for an answer, and half of how long for a whole one."""

MESSAGES = {
    "investigating": ["slack_declaration", "status_investigating"],
    "identified": ["slack_update", "status_identified"],
    "monitoring": ["slack_update", "status_monitoring"],
    "resolved": ["slack_resolved", "status_resolved", "customer_email"],
}


class HurriedClock(SystemClock):
    """The real clock, but that waiting lets the time pass at once."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self._ahead

    def monotonic(self) -> float:
        return super().monotonic() + self._ahead.total_seconds()

    def wait(self, wake: Any, timeout_s: float) -> bool:
        if not wake.is_set():
            self._ahead += timedelta(seconds=max(0.0, timeout_s))
        return bool(wake.is_set())

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass."""
        self._ahead += timedelta(seconds=seconds)


class Journey:
    """One incident, published by command in a home whose connections lead to services with a memory."""

    def __init__(self, live: LiveHome, troubles: Troubles, clock: HurriedClock) -> None:
        self.live = live
        self.troubles = troubles
        self._clock = clock
        self._home = Home(live.home.root)
        self._incident_id: str | None = None
        self.said: list[str] = []

    def publish(self, phase: str) -> dict[str, DeliveryState]:
        """One round, and how it left what each service carries: sent, where nothing of it is otherwise."""
        known = {one.id for one in self.deliveries()}
        self._run("publish", str(self._home.write(self._content(phase))), "--live", "--json")
        ended: dict[str, DeliveryState] = {}
        for one in self.deliveries():
            if one.id not in known and ended.get(_name(one), DeliveryState.SENT) is DeliveryState.SENT:
                ended[_name(one)] = one.state
        return ended

    def settle(self) -> None:
        """What a person does until nothing asks any more: waits, has it looked up, looks there, sends again or says that it is there."""
        for _ in range(4):
            left = [one for one in self.deliveries() if one.state not in SETTLED]
            if not left:
                return
            unasked = [one for one in left if one.state is DeliveryState.UNKNOWN and one.looked_up is None]
            if unasked or any(one.state.is_under_way for one in left):
                self._clock.pass_by(90)  # a wait for a service that was away has its end
                self._run("deliveries", "--live", "--resume", "--json")
            for one in left:
                now = self.delivery(one.id)
                if now.state is DeliveryState.UNKNOWN and self.copies(now):
                    self._run("deliveries", "--live", "--by-hand", now.id)
                elif now.state in (DeliveryState.UNKNOWN, DeliveryState.FAILED):
                    self._run("deliveries", "--live", "--send-again", now.id)

    def deliveries(self) -> tuple[Delivery, ...]:
        """Those of the record."""
        file = self.live.home.record(Mode.LIVE)
        if not file.exists():
            return ()
        with Record.open(file) as record:
            return record.deliveries()

    def asks(self) -> bool:
        """Whether anything is not settled."""
        return any(one.state not in SETTLED for one in self.deliveries())

    def delivery(self, own: str) -> Delivery:
        """One of them."""
        return next(one for one in self.deliveries() if one.id == own)

    def _run(self, *words: str) -> None:
        answer = self._home.run(*words, "--debug")
        assert answer.status in (0, 3), answer.out + answer.err
        self.said += [answer.out, answer.err]

    def _content(self, phase: str) -> dict[str, Any]:
        now = self._clock.now()
        beside = ["executive_notification", "pagerduty_status_update"]
        more = {"phase": phase, "messages": MESSAGES[phase] + beside, "notify": True}
        if phase == "investigating":
            incident = {
                "severity": "P0",
                "impact_started_at": (now - timedelta(hours=2)).isoformat(),
                "pagerduty_incident": "PABC123",
            }
            return declaration(incident=incident, fields=EXECUTIVE, **more)
        if self._incident_id is None:
            self._incident_id = self.deliveries()[0].incident_id
        given = {"incident": {"id": self._incident_id}, **more}
        if phase != "resolved":
            words = {name: f"{text}, {phase}." for name, text in UPDATE.items()}
            executive = {**EXECUTIVE, "current_actions": f"Rewinding, {phase}."}
            return {**given, "fields": {**words, **executive, "brief_description": "failed payments"}}
        meeting = (now + timedelta(days=2)).isoformat()
        fields = {**EXECUTIVE, **CUSTOMER, **RESOLUTION, "postmortem_meeting_at": meeting}
        return {**given, "fields": fields, "impact_ended_at": now.isoformat()}

    # --- what the services hold --------------------------------------------------------------------------------------

    def copies(self, one: Delivery) -> int:
        """How often a delivery was accepted; of mail to many, the copies of those in doubt."""
        with Record.open(self.live.home.record(Mode.LIVE)) as record:
            people = record.recipients(one.id)
        if people:
            doubtful = [each for each in people if each.state is RecipientState.UNKNOWN]
            return sum(self._mails().count(each.message_id) for each in doubtful)
        return len(self._texts(one))

    def wrong(self) -> list[str]:
        """What of the promise does not hold in the end: everything settled, each message there once with the bytes that were frozen, nothing else, no secret anywhere."""
        live, told = self.live, []
        deliveries = self.deliveries()
        mails, expected, refused = Counter(self._mails()), 0, 0
        for one in deliveries:
            if one.state not in SETTLED:
                told.append(f"{_name(one)} is {one.state}: {one.error}")
            with Record.open(live.home.record(Mode.LIVE)) as record:
                people = record.recipients(one.id)
            for each in people:
                wanted = 0 if each.state is RecipientState.REFUSED else 1
                refused += 1 - wanted
                expected += wanted
                if mails[each.message_id] != wanted:
                    told.append(
                        f"{_name(one)} to {each.email} ({each.state}): {mails[each.message_id]} copies"
                    )
            if not people and len(self._texts(one)) != 1:
                told.append(f"{_name(one)} is there {len(self._texts(one))} times")
        if mails.total() != expected:
            told.append(f"{mails.total()} mails, not {expected}")
        entries = {
            "messages": (live.slack.ledger.of("message"), Channel.SLACK),
            "updates": (live.page.ledger.of("update"), Channel.STATUS_PAGE),
            "status updates": (live.pagerduty.ledger.of("status_update"), Channel.PAGERDUTY),
        }
        for what, (found, channel) in entries.items():
            count = sum(one.channel is channel and one.kind is DeliveryKind.MESSAGE for one in deliveries)
            if len(found) != count:
                told.append(f"{len(found)} {what}, not {count}")
        if refused > self._may_be_refused:
            told.append(f"{refused} readers were refused")
        if len(live.slack.channels) != 1:
            told.append(f"{len(live.slack.channels)} channels")
        if self.troubles.elsewhere.seen:
            told.append("a request went to another host")
        secrets = (*SECRETS, mail_server.PASSWORD)
        told += [f"a secret is in {file.name}" for secret in secrets for file in live.holds(secret)]
        told += ["a secret was printed" for secret in secrets for text in self.said if secret in text]
        return told

    _may_be_refused = 0

    def let_some_be_refused(self, count: int) -> None:
        """So many readers are named as refused in the end: their server says that they are not there."""
        self._may_be_refused += count

    def _mails(self) -> list[str]:
        by_sendgrid = [one["headers"]["Message-ID"] for one in self.live.sendgrid.mails()]
        return [one["message_id"] for one in self.live.smtp.ledger.of("mail")] + by_sendgrid

    def _texts(self, one: Delivery) -> list[str]:
        """The entries of the ledgers that are this delivery, with its very words."""
        payload = json.loads(one.payload)
        if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
            return [
                each["name"]
                for each in self.live.slack.ledger.of("channel")
                if each["name"] == payload["name"]
            ]
        match one.channel:
            case Channel.SLACK:
                found, words = self.live.slack.ledger.of("message"), payload["text"]
                return [
                    each["text"] for each in found if (each["delivery_id"], each["text"]) == (one.id, words)
                ]
            case Channel.STATUS_PAGE:
                found, words = self.live.page.ledger.of("update"), payload["incident"]["body"]
                return [
                    each["body"] for each in found if (each["delivery_id"], each["body"]) == (one.id, words)
                ]
            case _:
                found, words = self.live.pagerduty.ledger.of("status_update"), payload["message"]
                return [each["message"] for each in found if each["message"] == words]


def _name(one: Delivery) -> str:
    """The service that carries it, as the faults name it."""
    return "slack channel" if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL else one.account


@contextmanager
def journey(folder: Path, patch: pytest.MonkeyPatch, *, executives_by: str = "smtp") -> Iterator[Journey]:
    """A home with every connection, patient for less than a second, and a clock that need not be waited for."""
    patch.setattr(http, "READ_S", PATIENCE_S)
    patch.setattr(smtp, "REPLY_S", PATIENCE_S)
    patch.setattr(smtp, "FINAL_REPLY_S", PATIENCE_S)
    usual = HttpWire.__init__.__kwdefaults__ or {}
    patch.setattr(HttpWire.__init__, "__kwdefaults__", {**usual, "deadline_s": 2 * PATIENCE_S})
    clock = HurriedClock()
    patch.setattr("composer.services.opening.SystemClock", lambda: clock)
    certificate = Certificate.made(folder)
    with (
        live_home(folder, patch) as live,
        Slack() as elsewhere,
        certificate.https_server() as stranger,
        nobody() as away,
    ):
        live.slack.now = live.page.now = live.pagerduty.now = clock.now
        live.connect_all()
        live.smtp.auth = True
        live.ring.kept[credentials.SERVICE, f"smtp@{HERE}"] = mail_server.PASSWORD
        text = live.home.connections.read_text(encoding="utf-8")
        text = text.replace('security = "none"', 'security = "none"\nusername = "me"')
        text = text.replace("[executives]", f'[executives]\nvia = "{executives_by}"')
        live.home.connections.write_text(text, encoding="utf-8")
        yield Journey(live, Troubles(live, elsewhere, away, stranger.rstrip("/"), certificate), clock)
