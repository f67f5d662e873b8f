"""A security incident: the switch on the incident, the regulators' clocks, and what the public has read so far."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from composer.domain.channel import PUBLIC, Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, WentStale
from composer.domain.errors import IllegalTransitionError, RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.on_page import OnPage, as_sent
from composer.domain.record import Message
from composer.domain.sayings import Code, told
from composer.domain.security import (
    SUSPENDED,
    SecurityState,
    code_names_in,
    free_code_name,
    security_state,
    switched_on,
)
from composer.rendering.slack_channel import free_name, private_channel_name
from composer.services.core import Services
from composer.services.freezing import security_words
from composer.services.made_channel import makes_channel
from composer.services.titles import title_of
from composer.services.what_went_out import has_gone_out
from composer.toml.document import nearest

SAID_TO_READERS = (DeliveryKind.MESSAGE, DeliveryKind.POSTMORTEM, DeliveryKind.BACKFILL)
"""What a channel's readers read: paging a responder goes on."""
AHEAD = timedelta(minutes=1)
"""Clocks of two people differ by so much."""


@dataclass(frozen=True, slots=True)
class PublicText:
    """One text that the public has read, or may have: as it left, to which place, and what became of it. `page` is what it showed on the status page beside the text (None: it was a mail)."""

    delivery: Delivery
    message: Message
    title: str
    page: OnPage | None = None


def state_of(services: Services, incident_id: str) -> SecurityState | None:
    """How an incident stands as a security incident; None where it is none."""
    incident = services.incident(incident_id)
    return security_state(services.plan, incident, services.record.events(incident_id))


def begin(
    services: Services, incident_id: str, *, private: bool, aware_at: datetime | None = None
) -> SecurityState:
    """Make an incident a security incident; one that is stays as it is. Public texts that wait to leave ask a person from then on, and a round that is still held is taken back if it has any.

    `private`: what follows in Slack goes to a new private channel, which the next post makes. Else the channel stays in use that everybody in Slack can read. `aware_at` is since when it
    is known (None: now). RefusedError where that lies ahead.
    """
    before = services.incident(incident_id)
    known = security_state(services.plan, before, services.record.events(incident_id))
    now = services.clock.now()
    aware_at = now if aware_at is None else aware_at.astimezone(UTC)
    if aware_at > now + AHEAD:
        raise RefusedError(told(Code.AWARE_IN_FUTURE))
    if known is not None:
        return known
    if took_back := _take_back_what_is_held(services, incident_id):
        before = services.incident(incident_id)
    rules = services.plan.security
    had = code_names_in(services.record.events(incident_id))
    name = had[-1] if had else free_code_name(rules.code_names, services.code_names(), before.title)
    made_private = _is_private(services, before)
    held = rules.holding_statement
    values = dict(before.values)
    if held is not None and held.field in services.library.catalogue:
        values.setdefault(held.field, held.text)
    after = replace(before, security=True, values=values)
    text = security_words(name)
    if private and not made_private:
        day = before.impact_started_at.astimezone(UTC).date()
        taken = {one.slack_channel for one in services.record.incidents()}
        channel = free_name(private_channel_name(rules.slack_channel_pattern, day, name), taken)
        after = replace(after, slack_channel=channel, creates_slack_channel=True)
        text = f"{text}; from now on in {channel}, {before.slack_channel} stays as it is"
    if took_back:
        text = f"{text}; what was still held was taken back"
    mark = switched_on(name, "" if private or made_private else before.slack_channel)
    _stop_what_waits(services, incident_id)  # first: if this is cut short, nothing has left that should not
    _store(
        services, before, after, _event(services, before, EventKind.SECURITY, text, at=aware_at, mark=mark)
    )
    found = state_of(services, incident_id)
    if found is None:
        raise RefusedError(told(Code.NO_SECURITY_INCIDENT))  # somebody ended it in the same moment
    return found


def _take_back_what_is_held(services: Services, incident_id: str) -> bool:
    """Take the rounds back that are held and would tell the public something: a hold can't be half taken back. Whether there were any; one whose hold has just ended waits by now."""
    held = {
        one.publish_id: None
        for one in services.record.deliveries(incident_id=incident_id, states={DeliveryState.HELD})
        if one.channel in SUSPENDED and one.kind in SAID_TO_READERS
    }
    # The newest first: an older one gives back what was before it.
    taken = [services.take_back(publish_id) for publish_id in reversed(held)]
    return any(taken)


def _stop_what_waits(services: Services, incident_id: str) -> None:
    """Let what was published before for the public, and has not left, ask a person. What is leaving by now is as good as out; a mail that was paused asks already."""
    for one in services.record.deliveries(
        incident_id=incident_id, states={DeliveryState.QUEUED, DeliveryState.WAITING}
    ):
        if one.channel in SUSPENDED and one.kind in SAID_TO_READERS and not one.is_paused:
            with suppress(IllegalTransitionError):  # it is leaving
                services.record.apply(one.id, WentStale(services.clock.now(), told(Code.SECURITY_SINCE)))


def _is_private(services: Services, incident: Incident) -> bool:
    """Whether the incident's Slack channel was made private: it was a security incident before."""
    return any(
        makes_channel(one, incident.slack_channel) and json.loads(one.payload).get("private") is True
        for one in services.record.deliveries(incident_id=incident.id)
    )


def open_private_channel(services: Services, incident_id: str) -> Incident:
    """Let what follows of a security incident go to a new private channel, which the next post makes."""
    before = services.incident(incident_id)
    known = security_state(services.plan, before, services.record.events(incident_id))
    if known is None:
        raise RefusedError(told(Code.NO_SECURITY_INCIDENT))
    rules = services.plan.security
    day = before.impact_started_at.astimezone(UTC).date()
    taken = {one.slack_channel for one in services.record.incidents()}
    channel = free_name(
        private_channel_name(rules.slack_channel_pattern, day, known.code_name or "case"), taken
    )
    text = f"From now on in {channel}, {before.slack_channel} stays as it is"
    mark = switched_on(known.code_name)
    event = _event(services, before, EventKind.SECURITY, text, at=known.aware_at, mark=mark)
    return _store(services, before, replace(before, slack_channel=channel, creates_slack_channel=True), event)


def end(services: Services, incident_id: str, reason: str) -> Incident:
    """Make it an incident like any other again, for a reason that is recorded: its public messages are due again. The Slack channel stays."""
    before = services.incident(incident_id)
    if not before.security:
        raise RefusedError(told(Code.NO_SECURITY_INCIDENT))
    if not reason.strip():
        raise RefusedError(told(Code.SECURITY_OVER_REASON))
    event = _event(
        services, before, EventKind.SECURITY_OVER, "No security incident any more", reason=reason.strip()
    )
    return _store(services, before, replace(before, security=False), event)


def regulator_told(
    services: Services, incident_id: str, key: str, note: str, at: datetime | None = None
) -> SecurityState:
    """Record that a regulator's deadline was met: `note` says who was notified and how, `at` when (None: now)."""
    before = services.incident(incident_id)
    if not before.security:
        raise RefusedError(told(Code.NO_SECURITY_INCIDENT))
    rules = {one.key: one for one in services.plan.security.regulators}
    if key not in rules:
        raise RefusedError(told(Code.NO_REGULATOR, key=f"{key}{nearest(key, rules)}"))
    if not note.strip():
        raise RefusedError(told(Code.REGULATOR_NOTE))
    now = services.clock.now()
    moment = now if at is None else at.astimezone(UTC)
    if moment > now + AHEAD:
        raise RefusedError(told(Code.REGULATOR_FUTURE))
    text = f"{rules[key].label}: notified"
    services.record.add_event(
        _event(services, before, EventKind.REGULATOR, text, at=moment, mark=key, reason=note.strip())
    )
    found = state_of(services, incident_id)
    if found is None:
        raise RefusedError(told(Code.NO_SECURITY_INCIDENT))
    return found


def public_so_far(services: Services, incident_id: str) -> tuple[PublicText, ...]:
    """Every public text of an incident that left, or may have, the newest first."""
    messages = {one.id: one for one in services.record.messages(incident_id=incident_id)}
    found = []
    for one in services.record.deliveries(incident_id=incident_id):
        message = messages.get(one.message_id or "")
        if message is not None and has_gone_out(one) and one.channel in PUBLIC:
            page = as_sent(json.loads(one.payload)) if one.channel is Channel.STATUS_PAGE else None
            found.append(PublicText(one, message, title_of(services, one), page))
    return tuple(sorted(found, key=lambda one: one.delivery.sequence, reverse=True))


def _event(
    services: Services,
    incident: Incident,
    kind: EventKind,
    text: str,
    *,
    at: datetime | None = None,
    mark: str | None = None,
    reason: str = "",
) -> TimelineEvent:
    now = services.clock.now()
    return TimelineEvent(
        services.new_id("evt", now),
        incident.id,
        now if at is None else at,
        now,
        kind,
        text,
        services.settings.who,
        reason,
        template=mark,
    )


def _store(services: Services, before: Incident, after: Incident, event: TimelineEvent) -> Incident:
    services.record.save_incident(after, before.revision, (event,))
    return services.incident(before.id)
