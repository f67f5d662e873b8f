"""Live rounds that are killed and restarted, the services they go to, and the five invariants, checked against the ledgers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.connections.accounts import PagerdutyAccount, SendgridAccount, SlackAccount, StatuspageAccount
from composer.connections.credentials import Credentials
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient, RecipientState
from composer.paths import HomePaths, Mode
from composer.record.record import Record
from composer.rendering import mail_payload
from tests.vendors import pagerduty, sendgrid, slack, statuspage
from tests.vendors.smtp import SmtpServer

SECRETS = (slack.TOKEN, statuspage.API_KEY, sendgrid.API_KEY, pagerduty.API_KEY)
READERS = 3
MESSAGES = {
    "slack": "slack_declaration",
    "statuspage": "status_investigating",
    "smtp": "executive_notification",
    "sendgrid": "customer_email",
    "pagerduty": "pagerduty_status_update",
}


@dataclass
class Services:
    """The services of one round."""

    slack: slack.Slack
    page: statuspage.Statuspage
    smtp: SmtpServer
    sendgrid: sendgrid.Sendgrid
    pagerduty: pagerduty.PagerDuty


@contextmanager
def services() -> Iterator[Services]:
    """All of them, with empty ledgers."""
    with ExitStack() as stack:
        yield Services(
            stack.enter_context(slack.Slack()),
            stack.enter_context(statuspage.Statuspage()),
            stack.enter_context(SmtpServer()),
            stack.enter_context(sendgrid.Sendgrid()),
            stack.enter_context(pagerduty.PagerDuty()),
        )


def keep_credentials(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    """Put each service's credential into the keyring of that environment."""
    with monkeypatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        held, here = Credentials(), "http://127.0.0.1"
        held.keep(SlackAccount("slack", here, (), "api"), slack.TOKEN)
        held.keep(StatuspageAccount("statuspage", here, "x"), statuspage.API_KEY)
        held.keep(SendgridAccount("sendgrid", here, "a@b.c"), sendgrid.API_KEY)
        held.keep(PagerdutyAccount("pagerduty", here, "a@b.c"), pagerduty.API_KEY)


def made_home(folder: Path, there: Services) -> Path:
    """A home whose connections lead to the services."""
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "connections.toml").write_text(
        f'[slack]\nbase_url = "{there.slack.url}/api"\n'
        f'[statuspage]\nbase_url = "{there.page.url}/v1"\npage_id = "{statuspage.PAGE}"\n'
        f'[sendgrid]\nbase_url = "{there.sendgrid.url}/v3"\nfrom = "Support <support@example.com>"\n'
        f'[pagerduty]\nbase_url = "{there.pagerduty.url}"\nfrom = "{pagerduty.USER}"\n'
        f'[smtp]\nhost = "127.0.0.1"\nport = {there.smtp.port}\nsecurity = "none"\nfrom = "Support <support@example.com>"\n'
        f"[executives]\nto = {json.dumps([f'e{n}@example.com' for n in range(READERS)])}\n[customers]\n",
        encoding="utf-8",
    )
    people = "".join(f"c{n}@example.com,Customer {n}\n" for n in range(READERS))
    (home / "customers.csv").write_text("email,name\n" + people, encoding="utf-8")
    return home


def publish_file(folder: Path, *vendors: str) -> Path:
    """A declared P0 with one message for each of these services."""
    started = datetime.now(UTC) - timedelta(minutes=70)
    content: dict[str, Any] = {
        "publish_id": "kill-live-1",
        "incident": {
            "title": "Checkout database out of connections",
            "severity": "P0",
            "impact_started_at": started.isoformat(),
            "detection": "Alert (Grafana)",
            "incident_commander": "@eng-lead",
            "technical_lead": "@payments-oncall",
            "components": {"payments": "major_outage"},
            "pagerduty_incident": "PABC123",
        },
        "phase": "investigating",
        "impact_ended_at": datetime.now(UTC).isoformat(),
        "notify": True,
        "messages": [MESSAGES[one] for one in vendors],
        "fields": {
            "impact": "~500 users can't pay", "brief_description": "failing payments", "customer_impact": "errors when paying",
            "executive_summary": "Card payments fail.", "users_affected": "about 40 %", "data_impact": "no",
            "current_actions": "Looking.", "next_update": "in 30 minutes", "what_happened": "Payments failed.",
            "impact_to_you": "Payments were late.", "what_we_did": "We went back.", "prevention": "We add a check.",
        },
    }  # fmt: skip
    file = folder / "publish.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def publish(home: Path, file: Path) -> list[str]:
    """The command that publishes."""
    return ["--home", str(home), "publish", str(file), "--live", "--json"]


def resume(home: Path) -> list[str]:
    """The command that goes on after a kill."""
    return ["--home", str(home), "deliveries", "--live", "--resume", "--json"]


def stored(home: Path) -> tuple[Delivery, ...]:
    """The deliveries of the record."""
    with Record.open(HomePaths(home).record(Mode.LIVE)) as record:
        return record.deliveries()


def violations(
    home: Path, there: Services, *, resends: Mapping[str, int] | None = None, settled: bool = True
) -> list[str]:
    """What of the invariants does not hold: nothing lost, nothing twice, honest states, the frozen text, no secret in any file.

    `resends` counts how often a person wanted each delivery sent again (by its id, or by id and ordinal of a copy in doubt). Where it is not `settled`, something may still be on its way.
    """
    wrong: list[str] = []
    again = resends or {}
    with Record.open(HomePaths(home).record(Mode.LIVE)) as record:
        for one in record.deliveries():
            left = one.state in (DeliveryState.SENDING, DeliveryState.HELD, DeliveryState.QUEUED)
            # What a person has paused waits for them.
            if settled and left and not (one.is_paused and one.state is DeliveryState.QUEUED):
                wrong.append(f"I1 {one.template} {one.id} was left {one.state}")
            people = record.recipients(one.id)
            for person in people:
                copies = _copies(there, person.message_id)
                told_again = again.get(f"{one.id} {person.ordinal}", 0)
                what = f"{one.template} {one.id} to {person.email}"
                wrong += _judged(what, len(copies) - told_again, person.state, settled=settled)
                wrong += [
                    f"I4 {what} arrived as {copy!r}" for copy in copies if not _is_frozen(copy, one, person)
                ]
            if not people:
                texts = _accepted(there, one)
                wrong += _judged(
                    f"{one.template} {one.id}",
                    len(texts) - again.get(one.id, 0),
                    one.state,
                    settled=settled,
                )
                wrong += [
                    f"I4 {one.template} {one.id} arrived as {text!r}"
                    for text in texts
                    if text != _frozen(one)
                ]
    wrong += _strangers(home, there)
    for file in home.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            wrong += [f"I5 {file.name} holds a secret" for secret in SECRETS if secret.encode() in data]
    return wrong


def _judged(
    what: str, times: int, state: DeliveryState | RecipientState, *, settled: bool = True
) -> list[str]:
    wrong = []
    if times > 1:
        wrong.append(f"I2 {what} arrived {times} times")
    if state in (DeliveryState.SENT, RecipientState.ACCEPTED) and not times and settled:
        wrong.append(f"I3 {what} is {state} and never arrived")
    honest = (DeliveryState.SENT, DeliveryState.UNKNOWN, RecipientState.ACCEPTED, RecipientState.UNKNOWN)
    if times > 0 and state not in honest and settled:
        wrong.append(f"I3 {what} is {state} and arrived")
    return wrong


def _strangers(home: Path, there: Services) -> list[str]:
    """What a service accepted and the record knows nothing of; tests that a person sent to themselves are no part of it."""
    with Record.open(HomePaths(home).record(Mode.LIVE)) as record:
        stored = record.deliveries()
        copies = {person.message_id for one in stored for person in record.recipients(one.id)}
    known, words = (
        {one.id for one in stored},
        [_frozen(one) for one in stored if one.channel is Channel.PAGERDUTY],
    )
    found = [one["delivery_id"] for one in there.slack.ledger.of("message") + there.page.ledger.of("update")]
    mails = [one["message_id"] for one in there.smtp.ledger.of("mail")]
    mails += [one["headers"]["Message-ID"] for one in there.sendgrid.mails()]
    duty = [one["message"] for one in there.pagerduty.ledger.of("status_update")]
    strange = [one for one in found if one not in known]
    strange += [one for one in mails if one not in copies and not one.startswith("<tst-")]
    strange += [one for one in duty if not one.startswith(tuple(words))]
    return [f"I1 the record knows nothing of {one!r}, which arrived" for one in strange]


def _copies(there: Services, message_id: str) -> list[dict[str, Any]]:
    """What was accepted under a Message-ID."""
    by_smtp = [one for one in there.smtp.ledger.of("mail") if one["message_id"] == message_id]
    return by_smtp + [one for one in there.sendgrid.mails() if one["headers"]["Message-ID"] == message_id]


def _is_frozen(copy: dict[str, Any], one: Delivery, person: Recipient) -> bool:
    if "raw" in copy:
        return bool(copy["raw"].encode() == mail_payload.mail_for(one.payload, person))
    mail, marks = mail_payload.mail_for_all(one.payload), mail_payload.marks_for(one.payload, person)
    words = [mail.subject, mail.text, mail.html]
    for mark, value in marks.items():
        words = [text.replace(mark, value) for text in words]
    return [copy["subject"], copy["text"], copy["html"]] == words


def _accepted(there: Services, one: Delivery) -> list[str]:
    """The texts that a service accepted for a delivery."""
    if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
        names = [each["name"] for each in there.slack.ledger.of("channel")]
        return [name for name in names if name == _frozen(one)]
    match one.channel:
        case Channel.SLACK:
            return [
                each["text"] for each in there.slack.ledger.of("message") if each["delivery_id"] == one.id
            ]
        case Channel.STATUS_PAGE:
            return [each["body"] for each in there.page.ledger.of("update") if each["delivery_id"] == one.id]
        case _:  # PagerDuty keeps no id of ours: the words tell which one it is
            texts = [each["message"] for each in there.pagerduty.ledger.of("status_update")]
            return [text for text in texts if text.startswith(_frozen(one))]


def _frozen(one: Delivery) -> str:
    payload = json.loads(one.payload)
    if one.kind is DeliveryKind.CREATE_SLACK_CHANNEL:
        return str(payload["name"])
    if one.channel is Channel.STATUS_PAGE:
        return str(payload["incident"]["body"])
    return str(payload.get("text", payload.get("message")))
