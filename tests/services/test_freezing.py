"""What a round becomes when it is frozen: rows, and the exact bytes of each destination."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from composer import assets
from composer.clock import SimulatedClock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.domain.incident import EventKind
from composer.domain.plan import ComponentStatus
from composer.domain.record import Bundle, message_digest
from composer.domain.request import PublishRequest
from composer.rendering import mail_payload
from composer.services.core import Services
from tests.services.asking import NOW, SECRET, ask, new, open_services

ALL = (
    "slack_declaration", "status_investigating", "executive_notification", "pagerduty_status_update",
    "customer_email", "support_macro",
)  # fmt: skip
MAIL: dict[str, Any] = {
    "what_happened": "Payments failed.",
    "impact_to_you": "Some payments were late.",
    "what_we_did": "We went back.",
    "prevention": "We add a check.",
}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def everything(**more: Any) -> PublishRequest:
    """A round with one message for each channel."""
    usual: dict[str, Any] = {
        "impact_ended_at": NOW - timedelta(minutes=5),
        "messages": ALL,
        "values": MAIL,
    }
    return ask(new(impact_started_at=NOW - timedelta(minutes=70)), **{**usual, **more})


def frozen(services: Services, request: PublishRequest) -> Bundle:
    prepared = services.prepare(request)
    assert not prepared.is_blocked, prepared.findings
    return services.freeze(prepared)


def delivery(bundle: Bundle, template: str | None) -> Delivery:
    return next(one for one in bundle.deliveries if one.template == template)


def content(bundle: Bundle, template: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(delivery(bundle, template).payload)
    return found


def test_freezing_stores_nothing(services: Services) -> None:
    frozen(services, everything())
    assert services.record.incidents() == ()
    assert services.record.deliveries() == ()


def test_the_channel_is_made_first_and_once(services: Services) -> None:
    bundle = frozen(services, everything())
    assert [one.template for one in bundle.deliveries] == [None, *ALL]
    first = bundle.deliveries[0]
    assert (first.kind, first.message_id) == (DeliveryKind.CREATE_SLACK_CHANNEL, None)
    assert first.lane == delivery(bundle, "slack_declaration").lane
    made = content(bundle, None)
    assert made["name"] == "incident-2026-11-23-stripe-webhook-secret-rotated"
    assert made["topic"] == f"P0 Critical: {SECRET}"
    assert made["pin"] is True
    assert bundle.incident.creates_slack_channel is False
    page_only = frozen(services, ask(new(), messages=("status_investigating",)))
    assert page_only.incident.creates_slack_channel is True
    given = frozen(services, ask(new(slack_channel="ops")))
    assert DeliveryKind.CREATE_SLACK_CHANNEL not in {one.kind for one in given.deliveries}


def test_the_channel_is_made_with_the_first_slack_message_of_a_later_round(services: Services) -> None:
    published = services.publish(ask(new(), messages=("status_investigating",)))
    assert published.incident_id is not None
    bundle = frozen(services, ask(published.incident_id, messages=("slack_declaration", "slack_update")))
    assert [one.kind.value for one in bundle.deliveries] == ["create_slack_channel", "message", "message"]


def test_who_was_left_out_on_declaring_is_not_invited_by_a_later_round_either(tmp_path: Path) -> None:
    plan = assets.read_text("resources", "plan.toml")
    for handle, own in (("@cto", "U0CTO00001"), ("@support-lead", "U0SUPPORT1")):
        assert f'slack = "{handle}"\n' in plan
        plan = plan.replace(f'slack = "{handle}"\n', f'slack = "{handle}"\nslack_id = "{own}"\n')
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "plan.toml").write_text(plan, encoding="utf-8")
    with open_services(tmp_path) as services:
        declared = services.publish(ask(new(not_invited=("CTO",)), messages=("status_investigating",)))
        assert declared.incident_id is not None
        told = [one.text for one in services.record.events(declared.incident_id)]
        assert "Not invited to the Slack channel: CTO" in told
        bundle = frozen(services, ask(declared.incident_id, messages=("slack_declaration",)))
        assert content(bundle, None)["invite"] == ["U0SUPPORT1"]
        everybody = frozen(services, ask(new(), messages=("slack_declaration",)))
        assert content(everybody, None)["invite"] == ["U0CTO00001", "U0SUPPORT1"]


def test_every_payload_is_canonical_json_with_its_hash(services: Services) -> None:
    for one in frozen(services, everything()).deliveries:
        value = json.loads(one.payload)
        assert (
            one.payload
            == json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
        )
        assert one.payload_sha256 == sha256(one.payload).hexdigest()


def test_slack(services: Services) -> None:
    bundle = frozen(services, everything())
    said = content(bundle, "slack_declaration")
    assert said.keys() == {"text", "blocks", "unfurl_links", "unfurl_media", "slack_channel", "metadata"}
    assert said["slack_channel"] == bundle.incident.slack_channel
    assert said["metadata"] == {
        "event_type": "incident_composer_delivery",
        "event_payload": {
            "delivery_id": delivery(bundle, "slack_declaration").id,
            "incident_id": bundle.incident.id,
            "template": "slack_declaration",
            "severity": bundle.incident.severity,
            "phase": bundle.incident.phase,
        },
    }
    assert said["text"].startswith("DRILL")
    assert (said["unfurl_links"], said["unfurl_media"]) == (False, False)


def test_the_amended_declaration_differs_in_one_word(services: Services) -> None:
    bundle = frozen(services, everything())
    one = delivery(bundle, "slack_declaration")
    assert one.amend is not None
    assert one.amend_after == delivery(bundle, "status_investigating").id
    assert one.amend == one.payload.replace(b"Pending", b"Updated")
    assert {each.amend for each in bundle.deliveries if each is not one} == {None}
    alone = frozen(services, ask(new(), messages=("slack_declaration",)))
    assert delivery(alone, "slack_declaration").amend is None


def test_the_status_page(services: Services) -> None:
    bundle = frozen(services, ask(new()))
    said = content(bundle, "status_investigating")
    assert said.keys() == {"incident", "at", "started_at", "ended_at", "next_update_at", "language"}
    assert said["incident"] == {
        "id": bundle.incident.id,
        "name": "Problems with payments",
        "status": "investigating",
        "body": said["incident"]["body"],
        "components": {"payments": "major_outage", "api": "degraded_performance"},
        "impact": "critical",
        "deliver_notifications": True,
        "metadata": {"incident_composer": {"delivery_id": delivery(bundle, "status_investigating").id}},
    }
    assert said["incident"]["body"].startswith("DRILL")
    assert (said["at"], said["ended_at"]) == (NOW.isoformat(), None)
    assert said["next_update_at"] == (NOW + timedelta(minutes=20)).isoformat()
    assert said["started_at"] == (NOW - timedelta(minutes=8)).isoformat()
    ended = content(frozen(services, everything()), "status_investigating")
    assert ended["ended_at"] == (NOW - timedelta(minutes=5)).isoformat()


def test_whom_the_page_tells(services: Services) -> None:
    def tells(request: PublishRequest, template: str) -> bool:
        return bool(content(frozen(services, request), template)["incident"]["deliver_notifications"])

    assert tells(ask(new()), "status_investigating")
    assert not tells(ask(new(), notify=False), "status_investigating")
    published = services.publish(ask(new()))
    assert published.incident_id is not None
    clock = services.clock
    assert isinstance(clock, SimulatedClock)
    clock.advance(timedelta(minutes=21))
    news = ask(published.incident_id, values={"whats_new": "Nothing new."})
    assert not tells(news, "status_update"), "an update without news"
    assert tells(replace(news, notify=True), "status_update")
    named = ask(
        published.incident_id, values={"public_correction": "It was cards."}, messages=("status_correction",)
    )
    assert not tells(named, "status_correction"), "no row proposes it"


def test_mail(services: Services) -> None:
    bundle = frozen(services, everything())
    customers, executives = delivery(bundle, "customer_email"), delivery(bundle, "executive_notification")
    people = bundle.recipients[customers.id]
    assert [one.ordinal for one in people] == [0, 1, 2]
    assert len({one.message_id for one in (*people, *bundle.recipients[executives.id])}) == 5
    for one in people:
        assert re.fullmatch(
            rf"<{customers.id}\.{one.ordinal}\.[0-9a-f]{{8}}@composer\.invalid>", one.message_id
        )
        assert one.email not in one.message_id
    assert bundle.recipients.keys() == {customers.id, executives.id}
    said = content(bundle, "customer_email")
    assert said["sender"] == "Skillancer <support@skillancer.com>"
    assert said["headers"] == {
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": "<mailto:support@skillancer.com?subject=unsubscribe>",
    }
    assert content(bundle, "executive_notification")["headers"] == {"Auto-Submitted": "auto-generated"}
    mail = mail_payload.mail_for(customers.payload, people[1])
    assert mail == mail_payload.mail_for(customers.payload, people[1])
    assert "Dear Björn Beispiel" in mail.decode().replace("=C3=B6", "ö")
    assert b"Subject: DRILL" in mail


def test_pagerduty_and_the_clipboard(services: Services) -> None:
    bundle = frozen(services, everything())
    said = content(bundle, "pagerduty_status_update")
    assert said.keys() == {"pagerduty_incident", "message", "delivery_id"}
    assert said["pagerduty_incident"] == "PZ3K9"
    assert said["message"].startswith("DRILL")
    copy = delivery(bundle, "support_macro")
    assert (copy.state, copy.by, copy.finished_at) == (DeliveryState.BY_HAND, services.settings.who, NOW)
    assert content(bundle, "support_macro").keys() == {"text", "delivery_id"}


def test_practice_is_marked_in_every_text_and_the_words_are_the_stored_ones(services: Services) -> None:
    bundle = frozen(services, everything())
    assert {one.channel for one in bundle.messages} == set(Channel)
    for message in bundle.messages:
        assert message.sha256 == message_digest(message.subject, message.text)
        one = delivery(bundle, message.template)
        assert one.message_id == message.id
        assert "DRILL" in one.payload.decode()
        assert SECRET not in message.text or message.channel in (Channel.SLACK, Channel.PAGERDUTY)


def test_the_same_round_is_frozen_to_the_same_bytes_apart_from_ids(services: Services) -> None:
    prepared = services.prepare(everything())
    first, second = services.freeze(prepared), services.freeze(prepared)
    ids = re.compile(r"\b(?:dlv|msg|pub|evt|inc)-\d{8}-[0-9a-f]{12}(?:\.\d+\.[0-9a-f]{8})?")

    def plain(bundle: Bundle) -> list[Any]:
        return [
            [ids.sub("ID", one.payload.decode()) for one in bundle.deliveries],
            [ids.sub("ID", (one.amend or b"").decode()) for one in bundle.deliveries],
            [(one.template, one.subject, one.text, one.sha256) for one in bundle.messages],
            [ids.sub("ID", each.message_id) for some in bundle.recipients.values() for each in some],
        ]

    assert plain(first) == plain(second)
    assert {one.id for one in first.deliveries}.isdisjoint(one.id for one in second.deliveries)


def test_the_hold(services: Services) -> None:
    held = frozen(services, everything(hold_s=5))
    for one in held.deliveries:
        if one.channel is Channel.COPY:
            assert (one.state, one.hold_until) == (DeliveryState.BY_HAND, None)
        else:
            assert (one.state, one.queued_at) == (DeliveryState.HELD, None)
            assert one.hold_until == NOW + timedelta(seconds=5)
    at_once = frozen(services, ask(new(), hold_s=0))
    assert {(one.state, one.queued_at, one.hold_until) for one in at_once.deliveries} == {
        (DeliveryState.QUEUED, NOW, None)
    }


@pytest.mark.parametrize(
    ("setting", "hold_s", "mail_hold_s"), [(None, 5, 60), (0, 0, 0), (3, 3, 60), (90, 90, 90)]
)
def test_mass_mail_is_held_longer_unless_nothing_is_held(
    services: Services, setting: float | None, hold_s: float, mail_hold_s: float
) -> None:
    services.settings = services.settings._replace(hold_s=setting)

    def held_s(request: PublishRequest) -> float:
        until = frozen(services, request).deliveries[0].hold_until
        return 0 if until is None else (until - NOW).total_seconds()

    assert held_s(replace(ask(new()), hold_s=None)) == hold_s
    assert held_s(replace(everything(), hold_s=None)) == mail_hold_s
    assert held_s(replace(everything(), hold_s=1)) == 1


def test_the_timeline_of_a_declaration(services: Services) -> None:
    events = frozen(services, ask(new(impact_started_at=NOW - timedelta(minutes=8)))).events
    assert [(one.kind, one.text, one.at) for one in events] == [
        (EventKind.IMPACT, "Impact began", NOW - timedelta(minutes=8)),
        (
            EventKind.DECLARED,
            f"P0 declared: {SECRET}, #incident-2026-11-23-stripe-webhook-secret-rotated",
            NOW,
        ),
        (
            EventKind.PUBLISHED,
            "Published: Slack declaration, Status page, Executive notification, PagerDuty status update",
            NOW,
        ),
    ]
    late = frozen(services, everything(phase="monitoring", messages=("slack_declaration",))).events
    assert [one.text for one in late if one.kind in (EventKind.PHASE, EventKind.IMPACT)] == [
        "Impact began",
        "Phase: Monitoring",
        "Impact ended",
    ]


def test_the_timeline_of_changes(services: Services) -> None:
    published = services.publish(ask(new()))
    assert published.incident_id is not None
    changed = ask(
        published.incident_id, "identified", severity="P1", reason="Fewer are hurt.",
        components={"api": ComponentStatus.OPERATIONAL},
    )  # fmt: skip
    events = frozen(services, changed).events
    assert [(one.kind.value, one.text, one.reason) for one in events[:-1]] == [
        ("severity", "Severity P0 → P1", "Fewer are hurt."),
        ("phase", "Phase: Identified", "Fewer are hurt."),
        ("component", f"{services.plan.component('api').name}: Operational", ""),
    ]
    assert services.publish(changed).publish is not None
    resolved = ask(published.incident_id, "resolved", impact_ended_at=NOW)
    assert "Impact ended" in [one.text for one in frozen(services, resolved).events]
    assert services.publish(resolved).publish is not None
    again = ask(published.incident_id, "investigating", reason="It is back.")
    assert (EventKind.REOPENED, "Reopened: Investigating") in [
        (one.kind, one.text) for one in frozen(services, again).events
    ]
    said_again = ask(published.incident_id, "resolved", messages=("support_macro",))
    assert [one.kind for one in frozen(services, said_again).events] == [EventKind.PUBLISHED]


def test_a_blocked_round_can_not_be_frozen(services: Services) -> None:
    prepared = services.prepare(ask(new()))
    without = replace(prepared, messages=(replace(prepared.messages[0], message=None),))
    with pytest.raises(ValueError, match="blocked"):
        services.freeze(without)
