"""A prepared round, frozen: the bundle of rows and exact bytes that one transaction stores."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.message import RenderedMessage
from composer.domain.plan import Plan
from composer.domain.record import Bundle, Message, Publish, message_digest
from composer.domain.security import SecurityState, approved_beforehand, switched_on
from composer.rendering import mail_payload, pagerduty, plain, slack, status_page
from composer.rendering.exact import exact_json
from composer.services.consents import event_of
from composer.services.inviting import left_out_words, slack_ids
from composer.services.letting_pass import Permissions, override_events
from composer.services.rounds import PreparedMessage, Round

SLACK_EVENT_TYPE = "incident_composer_delivery"
"""The event type of a Slack message's metadata, by which a look-up finds a delivery (docs/contract.md section 2)."""

PAGE_METADATA = "incident_composer"
"""The key of a status page incident's metadata under which the delivery's id stands."""

WITHDRAWN = "withdrawn"
"""Set in the payload of a correction that closes an incident on a page on which it has no place: nothing more of it goes there."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a channel's messages go: the account that carries them, and what a person reads as their destination.

    `makes_channels` is false where a Slack channel can't be made (an incoming webhook); `lacks_channel` says that the incident's was made elsewhere, or in vain, and not there.
    `knows_people` is false where the plan's Slack ids are nobody's: they are those of one workspace. `slack_channel` is set where a text of another channel goes to Slack: the
    Slack channel (name or id) that takes it.
    """

    account: str
    destination: str
    makes_channels: bool = True
    lacks_channel: bool = False
    knows_people: bool = True
    slack_channel: str | None = None


@dataclass(frozen=True, slots=True)
class MailList:
    """To whom a channel's mail goes, and from whom it comes (`Name <address>`)."""

    sender: str
    recipients: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What freezing needs beside the round: the ways out, the mail lists, who is at the keyboard, and how ids are made.

    `people` are the fields that hold a person, whom Slack may mention; `hold_s` is in seconds; `permissions` are what earlier rounds let pass.
    """

    plan: Plan
    ways: Callable[[Channel, Incident], Sequence[Way]]
    mail: Mapping[Channel, MailList]
    by: str
    new_id: Callable[[str, datetime], str]
    hold_s: float
    people: tuple[str, ...] = ()
    permissions: Permissions = field(default_factory=dict)


def freeze(prepared: Round, setting: Setting, now: datetime) -> Bundle:
    """Everything that publishing the round stores. The round must not be blocked."""
    incident, before, request = prepared.incident, prepared.before, prepared.request
    publish_id = setting.new_id("pub", now)
    publish = Publish(
        id=publish_id,
        incident_id=incident.id,
        at=now,
        severity=incident.severity,
        phase=incident.phase,
        by=setting.by,
        key=request.key,
        content_sha256=request.content_sha256,
        before=before,
    )
    work = _Freezer(prepared, setting, now, publish_id)
    for message in prepared.messages:
        work.add(message)
    return Bundle(
        incident=replace(incident, creates_slack_channel=False) if work.creates else incident,
        expected_revision=None if before is None else before.revision,
        publish=publish,
        messages=tuple(work.messages),
        deliveries=tuple(work.deliveries),
        recipients=work.recipients,
        events=tuple(_events(prepared, setting, now)),
        draft_id=request.draft_id,
    )


class _Freezer:
    """Collects the messages and deliveries of one round."""

    def __init__(self, prepared: Round, setting: Setting, now: datetime, publish_id: str) -> None:
        self.round = prepared
        self.setting = setting
        self.now = now
        self.publish_id = publish_id
        self.messages: list[Message] = []
        self.deliveries: list[Delivery] = []
        self.recipients: dict[str, tuple[Recipient, ...]] = {}
        self.creates: set[str] = set()
        """The workspaces in which the round makes the incident's channel."""
        # The first status page message's delivery: what is amended waits for it, and may be stored before it.
        self.page = next((one for one in prepared.messages if one.head.channel is Channel.STATUS_PAGE), None)
        self.page_delivery = None if self.page is None else setting.new_id("dlv", now)
        self.page_delivers = False

    def add(self, prepared: PreparedMessage) -> None:
        rendered = prepared.message
        if rendered is None:
            raise ValueError("a blocked round can't be frozen")
        message = self._message(prepared, rendered)
        for way in self._ways(prepared.head.channel):
            self._add_delivery(prepared, rendered, message, way)

    def _ways(self, channel: Channel) -> Sequence[Way]:
        ways = self.setting.ways(channel, self.round.incident)
        wanted = self.round.request.accounts
        # Where none of those that were asked for is left, a text that is said all the same must not vanish.
        return [one for one in ways if wanted is None or one.account in wanted] or ways

    def _add_delivery(
        self, prepared: PreparedMessage, rendered: RenderedMessage, message: Message, way: Way
    ) -> None:
        incident, channel = self.round.incident, prepared.head.channel
        if (
            channel is Channel.SLACK
            and (incident.creates_slack_channel or way.lacks_channel)
            and way.makes_channels
            and way.account not in self.creates
        ):
            self.creates.add(way.account)
            left_out = self.round.not_invited
            state = self.round.security
            payload = exact_json(
                _creation(self.setting.plan, incident, left_out, state, invites=way.knows_people)
            )
            self._deliver(way, channel, DeliveryKind.CREATE_SLACK_CHANNEL, None, None, payload)
        # Where there are several pages, what is amended waits for the first one.
        if prepared is self.page and not self.page_delivers and self.page_delivery is not None:
            self.page_delivers = True
            delivery_id = self.page_delivery
        else:
            delivery_id = self.setting.new_id("dlv", self.now)
        payload = self._payload(prepared, rendered, delivery_id, way)
        amend = None
        if prepared.amended is not None and self.page_delivery is not None:
            amend = self._payload(prepared, prepared.amended, delivery_id, way)
        self._deliver(
            way, channel, DeliveryKind.MESSAGE, prepared.head.name, message.id, payload, delivery_id, amend
        )
        mailed = channel in self.setting.mail and way.slack_channel is None
        if mailed and self.setting.mail[channel].recipients:
            self.recipients[delivery_id] = tuple(
                Recipient(ordinal, name, email, mail_id(delivery_id, ordinal, email))
                for ordinal, (name, email) in enumerate(self.setting.mail[channel].recipients)
            )

    def _message(self, prepared: PreparedMessage, rendered: RenderedMessage) -> Message:
        incident = self.round.incident
        values, subject, text = prepared.values, rendered.subject_text, rendered.text
        message = Message(
            id=self.setting.new_id("msg", self.now),
            publish_id=self.publish_id,
            incident_id=incident.id,
            template=prepared.head.name,
            channel=prepared.head.channel,
            at=self.now,
            severity=incident.severity,
            phase=incident.phase,
            subject=subject,
            text=text,
            values={name: value for name in prepared.head.fields if (value := values.get(name)) is not None},
            language=rendered.language,
            sha256=message_digest(subject, text),
            promise_at=prepared.promise_at,
        )
        self.messages.append(message)
        return message

    def _deliver(
        self,
        way: Way,
        channel: Channel,
        kind: DeliveryKind,
        template: str | None,
        message_id: str | None,
        payload: bytes,
        delivery_id: str | None = None,
        amend: bytes | None = None,
    ) -> None:
        incident = self.round.incident
        hold_until = self.now + timedelta(seconds=self.setting.hold_s) if self.setting.hold_s > 0 else None
        state = DeliveryState.HELD if hold_until else DeliveryState.QUEUED
        # A text for the clipboard is handed to a person at once; nothing has to be carried anywhere.
        by_hand = channel is Channel.COPY
        self.deliveries.append(
            Delivery(
                id=delivery_id or self.setting.new_id("dlv", self.now),
                publish_id=self.publish_id,
                incident_id=incident.id,
                message_id=message_id,
                sequence=0,
                channel=channel,
                kind=kind,
                template=template,
                account=way.account,
                destination=way.destination,
                payload=payload,
                payload_sha256=hashlib.sha256(payload).hexdigest(),
                severity=incident.severity,
                phase=incident.phase,
                created_at=self.now,
                state=DeliveryState.BY_HAND if by_hand else state,
                hold_until=None if by_hand else hold_until,
                queued_at=None if hold_until else self.now,
                finished_at=self.now if by_hand else None,
                by=self.setting.by if by_hand else None,
                amend=amend,
                amend_after=self.page_delivery if amend is not None else None,
                stop_after=self.round.request.first_batch if channel is Channel.EMAIL else None,
            )
        )

    def _payload(
        self, prepared: PreparedMessage, rendered: RenderedMessage, delivery_id: str, way: Way
    ) -> bytes:
        """The exact bytes that the destination gets."""
        incident, plan = self.round.incident, self.setting.plan
        if way.slack_channel is not None:
            return self._slack_payload(prepared, slack.headed(rendered), delivery_id, way, way.slack_channel)
        match prepared.head.channel:
            case Channel.SLACK:
                return self._slack_payload(prepared, rendered, delivery_id, way, incident.slack_channel)
            case Channel.STATUS_PAGE:
                return exact_json(self._page_payload(prepared, rendered, delivery_id))
            case Channel.EMAIL | Channel.EXECUTIVE:
                headers = {"Auto-Submitted": "auto-generated"}
                if prepared.head.channel is Channel.EMAIL:
                    headers["List-Unsubscribe"] = (
                        f"<mailto:{plan.organisation.support_email}?subject=unsubscribe>"
                    )
                sender = self.setting.mail[prepared.head.channel].sender
                return mail_payload.freeze(rendered, sender=sender, date=self.now, headers=headers)
            case Channel.PAGERDUTY:
                return exact_json(
                    {
                        "delivery_id": delivery_id,
                        "message": pagerduty.status_update(rendered),
                        "pagerduty_incident": incident.pagerduty_incident,
                    }
                )
            case Channel.COPY:
                return exact_json({"delivery_id": delivery_id, "text": plain.text(rendered)})

    def _slack_payload(
        self,
        prepared: PreparedMessage,
        rendered: RenderedMessage,
        delivery_id: str,
        way: Way,
        slack_channel: str,
    ) -> bytes:
        incident = self.round.incident
        mentions = _mentions(self.setting.plan) if way.knows_people else {}
        content = slack.payload(rendered, mentions, people=self.setting.people)
        # Beside the marker what another computer must know to take the incident over; every member can read it.
        facts = {
            "delivery_id": delivery_id,
            "incident_id": incident.id,
            "phase": incident.phase,
            "severity": incident.severity,
            "template": prepared.head.name,
        }
        metadata = {"event_payload": facts, "event_type": SLACK_EVENT_TYPE}
        content |= {"metadata": metadata, "slack_channel": slack_channel}
        state = self.round.security
        if (
            state is not None
            and prepared.head.channel is Channel.SLACK
            and slack_channel != state.open_channel
        ):
            content["private"] = True
        return exact_json(dict(sorted(content.items())))

    def _page_payload(
        self, prepared: PreparedMessage, rendered: RenderedMessage, delivery_id: str
    ) -> dict[str, Any]:
        incident, page, notify = self.round.incident, prepared.page, self.round.request.notify
        if page is None:
            raise ValueError("a message of the status page says what it shows there")
        if notify is None:
            row = next((row for row in self.round.rows if row.template == prepared.head.name), None)
            notify = bool(row.notify) if row is not None else False
        return {
            "at": self.now.isoformat(),
            "ended_at": page.ended_at.isoformat() if page.ended_at else None,
            "incident": {
                "body": status_page.body(rendered),
                "components": {key: status.value for key, status in sorted(page.components.items())},
                "deliver_notifications": notify,
                "id": incident.id,
                "impact": page.impact,
                "metadata": {PAGE_METADATA: {"delivery_id": delivery_id}},
                "name": page.title,
                "status": page.status.value,
            },
            "language": rendered.language,
            "next_update_at": prepared.promise_at.isoformat() if prepared.promise_at else None,
            # Untold is when it began, too: the page has it begin with what is said.
            "started_at": (page.started_at or self.now).isoformat(),
        }


def _creation(
    plan: Plan,
    incident: Incident,
    left_out: Sequence[str],
    security: SecurityState | None,
    *,
    invites: bool,
) -> dict[str, Any]:
    severity = plan.severity(incident.severity)
    if security is not None:  # nothing of it tells what happened
        return {
            "invite": slack_ids(plan, severity.key, left_out, security=True) if invites else [],
            "name": incident.slack_channel.lstrip("#"),
            "pin": True,
            "private": True,
            "purpose": f"{plan.organisation.name} incident {incident.id}"[:250],
            "topic": f"{severity.key} {security.code_name}"[:250],
        }
    return {
        "invite": slack_ids(plan, severity.key, left_out) if invites else [],
        "name": incident.slack_channel.lstrip("#"),
        "pin": True,
        "purpose": f"{plan.organisation.name} incident {incident.id}"[:250],
        "topic": f"{severity.key} {severity.label}: {incident.title}"[:250],
    }


def security_words(code_name: str) -> str:
    """What the timeline tells where an incident becomes a security incident."""
    return f"Security incident, code name {code_name}: nothing public without its approvals"


def _mentions(plan: Plan) -> dict[str, str]:
    return {
        contact.slack: contact.slack_id for contact in plan.contacts if contact.slack and contact.slack_id
    }


def mail_id(delivery_id: str, ordinal: int, email: str) -> str:
    """The stable Message-ID of one copy: the same on every attempt, and short enough that no mail program
    sees the header folded. It says nothing about the recipient."""
    digest = hashlib.sha256(f"{delivery_id}\0{ordinal}\0{email}".encode()).hexdigest()[:8]
    return f"<{delivery_id}.{ordinal}.{digest}@composer.invalid>"


def _events(prepared: Round, setting: Setting, now: datetime) -> Sequence[TimelineEvent]:
    """What the timeline tells of the round, in the order in which it is read."""
    incident, before, request, plan = prepared.incident, prepared.before, prepared.request, setting.plan
    events: list[TimelineEvent] = []

    def entry(kind: EventKind, at: datetime, text: str, reason: str) -> TimelineEvent:
        event_id = setting.new_id("evt", now)
        return TimelineEvent(event_id, incident.id, at, now, kind, text, setting.by, reason)

    def add(kind: EventKind, text: str, at: datetime = now, reason: str = "") -> None:
        events.append(entry(kind, at, text, reason))

    def add_marked(kind: EventKind, text: str, mark: str) -> None:
        event_id = setting.new_id("evt", now)
        events.append(TimelineEvent(event_id, incident.id, now, now, kind, text, setting.by, template=mark))

    if before is None or before.taken_back_at is not None:
        if before is None:
            add(EventKind.IMPACT, "Impact began", incident.impact_started_at)
        channel = f", {incident.slack_channel}" if incident.slack_channel else ""
        again = "" if before is None else " again"
        add(EventKind.DECLARED, f"{incident.severity} declared{again}: {incident.title}{channel}")
        if prepared.security is not None and before is None:
            name = prepared.security.code_name
            add_marked(EventKind.SECURITY, security_words(name), switched_on(name))
        for role in prepared.not_invited if before is None else ():
            add(EventKind.ROLE, left_out_words(role))
        if request.phase != plan.phases[0].key:
            add(EventKind.PHASE, f"Phase: {plan.phase(incident.phase).label}", reason=request.reason)
    else:
        if before.severity != incident.severity:
            text = f"Severity {before.severity} → {incident.severity}"
            add(EventKind.SEVERITY, text, reason=request.reason)
        if not before.is_open and incident.is_open:
            add(EventKind.REOPENED, f"Reopened: {plan.phase(incident.phase).label}", reason=request.reason)
        elif before.phase != incident.phase:
            add(EventKind.PHASE, f"Phase: {plan.phase(incident.phase).label}", reason=request.reason)
        for key, status in incident.components.items():
            if before.components.get(key) is not status:
                name = plan.component(key).name
                label = plan.words.component_status.get(status.value, status.value)
                add(EventKind.COMPONENT, f"{name}: {label}")
    ended = incident.impact_ended_at
    if ended is not None and (before is None or before.impact_ended_at != ended):
        add(EventKind.IMPACT, "Impact ended", ended)
    heads = {message.head.name: message.head for message in prepared.messages}
    for consent in prepared.consents:
        head = heads[consent.template]
        events.append(event_of(plan, head, consent, incident.id, setting.by, setting.new_id))
    held = plan.security.holding_statement
    for message in prepared.messages:
        text = message.message.text if message.message is not None else ""
        if held is not None and incident.security and approved_beforehand(plan, message.head.name, text):
            add(
                EventKind.NOTE,
                f"{message.head.title}: as approved beforehand by {held.approved_by} on {held.approved_on}",
            )
    events += override_events(
        request, setting.permissions, prepared.findings, partial(entry, EventKind.OVERRIDE, now)
    )
    titles = ", ".join(dict.fromkeys(message.head.title for message in prepared.messages))
    add(EventKind.PUBLISHED, f"Published: {titles}")
    return events
