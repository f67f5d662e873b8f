"""Putting a round right in one act, over all its channels: a labelled correction where the wrong text went, other words in place where that was asked for, components back, the right phase.

What each service allows is known: a post and an update on the page can be given other words, a mail can't; an executive notification and a PagerDuty status update are
followed by the next one. A mail that is still leaving is stopped first, and the rest of it never leaves once the correction's hold is over; taken back before, it is paused.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient, RecipientState
from composer.domain.departure import Leaving
from composer.domain.errors import RefusedError
from composer.domain.fields import Field, FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.message import RenderedMessage
from composer.domain.plan import ComponentStatus
from composer.domain.record import Bundle, Publish
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, together, told
from composer.services.core import Published, Services
from composer.services.correcting import REACHED, addressed, rewrite, rewritten_payload, who_may_have
from composer.services.correction_places import places
from composer.services.dry_running import would_leave
from composer.services.freezing import WITHDRAWN
from composer.services.mailing import pause_mail
from composer.services.rewritten import rewritten_text
from composer.services.stopped_mail import STOPPED
from composer.services.titles import title_of

LEAVING = frozenset({DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.WAITING})
STOP_S = 15.0
"""How long the copies that leave at this very moment are waited for."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is to be put right, and how.

    `deliveries` are the wrong ones, of one incident; `words` the correction's fields by name (one for internal readers, one for the public). `in_place` are other
    words for single deliveries, where the service takes them; with `labelled` they follow the labelled correction, without it nothing else is said. `phase` is the right one
    where it was wrong; `components` the right states. `withdrawn` are those of `deliveries` that went to a page on which the incident has no place: there it is closed, its components go
    back, and nothing more of it goes there. `hold_s` None takes the plan's.
    """

    deliveries: tuple[str, ...]
    words: Mapping[str, FieldValue]
    reason: str
    in_place: Mapping[str, str] = field(default_factory=dict)
    phase: str | None = None
    components: Mapping[str, ComponentStatus] | None = None
    notify: bool = True
    hold_s: float | None = None
    labelled: bool = True
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PutRight:
    """What was done. `reached` is how many get a mail's correction, of whom `doubtful` only may have got the wrong one; `left` names what can't be corrected, with the reason."""

    published: Published
    reached: int = 0
    doubtful: tuple[Recipient, ...] = ()
    left: tuple[str, ...] = ()


def asked_for(services: Services, deliveries: Sequence[Delivery]) -> tuple[Field, ...]:
    """The fields that the corrections of these deliveries ask for."""
    catalogue = services.library.catalogue
    templates = [services.library.correction(one.channel) for one in deliveries]
    names = [name for one in templates if one is not None for name in one.head.required]
    return tuple(catalogue[name] for name in dict.fromkeys(names) if not catalogue[name].derived)


def corrections(
    services: Services, wrong: Wrong
) -> tuple[Mapping[Channel, RenderedMessage], tuple[Finding, ...]]:
    """The labelled corrections as they would be said, by channel, and what a check notices in them. Nothing is stored."""
    request = correcting(services, wrong)
    if request is None:
        return {}, ()
    services.learn()
    prepared = services.prepare(request)
    texts = {one.head.channel: one.message for one in prepared.messages if one.message is not None}
    return texts, prepared.findings


def correcting(services: Services, wrong: Wrong) -> PublishRequest | None:
    """The round of labelled corrections that this asks for; None where nothing can be said."""
    found = [services.record.delivery(one) for one in dict.fromkeys(wrong.deliveries)]
    right = [one for one in found if _can_be_corrected(services, one)]
    return _request(services, wrong, right) if right and wrong.labelled else None


def put_right(services: Services, wrong: Wrong) -> PutRight:
    """Store the whole correction, carry it out afterwards. Done again with the same content, it goes on where it stopped, and nothing is said twice.

    With a blocking finding nothing is stored. RefusedError where there is nothing to put right, a reason is missing, or a mail that leaves could not be stopped.
    """
    found = [services.record.delivery(one) for one in dict.fromkeys(wrong.deliveries)]
    if not found or len({one.incident_id for one in found}) > 1:
        raise RefusedError(told(Code.NAME_THE_WRONG))
    if not wrong.reason.strip():
        raise RefusedError(told(Code.PUT_RIGHT_ASKS_REASON))
    key, known = _known(services, wrong)
    if known is not None:
        return _go_on(services, known, found)
    stray = [one for one in wrong.withdrawn if one not in wrong.deliveries]
    if stray or (wrong.withdrawn and not wrong.labelled):
        raise RefusedError(told(Code.WITHDRAWN_IS_CORRECTED))
    found = [_stopped(services, one) for one in found]
    right = [one for one in found if wrong.labelled and _can_be_corrected(services, one)]
    left = [_why_not(services, one) for one in found if wrong.labelled and one not in right]
    reached = {one.id: who_may_have(services, one) for one in right if one.channel is Channel.EMAIL}
    in_place = [one for one in found if one.id in wrong.in_place]
    if not right and not in_place:
        stopped = any(one.is_paused for one in found)
        raise RefusedError(
            told(Code.NOBODY_GOT_ANY),
            next_step="The mail is stopped: let it be, or let it go on." if stopped else None,
        )
    if not right:
        for one in in_place:
            if rewritten_text(one) != wrong.in_place[one.id]:
                rewrite(services, one.id, wrong.in_place[one.id], wrong.reason)
        return PutRight(Published(found[0].incident_id, None, (), ()), left=tuple(left))
    bundle, prepared, unplaced = _frozen(services, wrong, right, reached, key)
    left += [_no_way(services, one) for one in unplaced]
    if bundle is None:
        return PutRight(prepared, left=tuple(left))
    if not bundle.deliveries:
        raise RefusedError(left[-1], next_step=told(Code.ADD_CONNECTION))
    publish = services.record.store(bundle)
    deliveries = services.record.deliveries(publish_id=publish.id)
    published = Published(publish.incident_id, publish, deliveries, prepared.findings)
    _finish(services, deliveries, found)
    everybody = [one for people in reached.values() for one in people]
    doubtful = tuple(one for one in everybody if one.state is not RecipientState.ACCEPTED)
    return PutRight(published, len(everybody), doubtful, tuple(left))


def would_put_right(services: Services, wrong: Wrong) -> tuple[Leaving, ...]:
    """What `put_right` would send, for a dry run; nothing is stored, and no mail is stopped. RefusedError as there, and where a finding blocks it."""
    found = [services.record.delivery(one) for one in dict.fromkeys(wrong.deliveries)]
    right = [one for one in found if wrong.labelled and _can_be_corrected(services, one)]
    reached = {one.id: who_may_have(services, one) for one in right if one.channel is Channel.EMAIL}
    if not right:
        changed = [
            replace(one, amend=rewritten_payload(services, one.id, wrong.in_place[one.id], wrong.reason)[0])
            for one in found
            if one.id in wrong.in_place
        ]
        if not changed:
            raise RefusedError(told(Code.NOBODY_GOT_ANY))
        return would_leave(services, changed, {}, amended=[one.id for one in changed])
    bundle, prepared, _unplaced = _frozen(services, wrong, right, reached, _known(services, wrong)[0])
    if bundle is None:
        raise RefusedError(next(one.text for one in prepared.findings if one.level is Level.BLOCKING))
    changed = [
        replace(services.record.delivery(own), amend=payload, amend_after=after)
        for own, (payload, after) in (bundle.rewrites or {}).items()
    ]
    return would_leave(services, (*bundle.deliveries, *changed), bundle.recipients)


def after_the_hold(services: Services, wrong: Wrong, publish_id: str) -> None:
    """What is left to do once the correction stored as that publish was carried out: the rest of a stopped mail is let be. Nothing, where it was taken back."""
    corrections = services.record.deliveries(publish_id=publish_id)
    _finish(services, corrections, [services.record.delivery(one) for one in wrong.deliveries])


def let_rest_be(services: Services, paused: Sequence[Delivery]) -> None:
    """Let be the rest of each of these paused mails that a correction stopped, unless that can still be taken back."""
    for one in paused:
        for publish in services.record.publishes(one.incident_id):
            if one.id in _stopped_by(publish):
                _finish(services, services.record.deliveries(publish_id=publish.id), [one])


def _request(
    services: Services, wrong: Wrong, right: Sequence[Delivery], key: str | None = None
) -> PublishRequest:
    incident = services.incident(right[0].incident_id)
    templates = [services.library.correction(one.channel) for one in right]
    return PublishRequest(
        phase=wrong.phase or incident.phase,
        content_sha256=_digest(wrong),
        incident_id=incident.id,
        key=key,
        reason=wrong.reason.strip(),
        values=dict(wrong.words),
        components=None if wrong.components is None else dict(wrong.components),
        messages=tuple(dict.fromkeys(one.head.name for one in templates if one is not None)),
        notify=wrong.notify,
        hold_s=wrong.hold_s,
    )


def _frozen(
    services: Services,
    wrong: Wrong,
    right: Sequence[Delivery],
    reached: Mapping[str, tuple[Recipient, ...]],
    key: str,
) -> tuple[Bundle | None, Published, list[Delivery]]:
    """The round of corrections, to just the places where the wrong texts went; and those of the wrong ones to whose place no way leads any more."""
    incident = services.incident(right[0].incident_id)
    services.learn()
    prepared = services.prepare(_request(services, wrong, right, key))
    if prepared.is_blocked:
        return None, Published(incident.id, None, (), prepared.findings), []
    bundle = services.freeze(prepared)
    found = places(right, bundle.deliveries, services.ways_out.mail_accounts)
    unplaced = [one for one in right if one.lane not in found.by_lane]
    right = [one for one in right if one.lane in found.by_lane]
    puts_right = {one.id: found.by_lane[one.lane] for one in right}
    closed = {puts_right[one.id] for one in right if one.id in wrong.withdrawn}
    deliveries = tuple(_closing(services, one) if one.id in closed else one for one in found.deliveries)
    rewrites, edits = _rewrites(services, wrong, right, puts_right)
    recipients = {
        one.id: addressed(
            one.id,
            tuple(who for each in right if puts_right[each.id] == one.id for who in reached.get(each.id, ())),
        )
        for one in deliveries
        if one.channel is Channel.EMAIL
    }
    said = {one.message_id for one in deliveries}
    messages = tuple(one for one in bundle.messages if one.id in said)
    now = services.clock.now()
    titles = ", ".join(
        dict.fromkeys(title_of(services, services.record.delivery(one)) for one in wrong.deliveries)
    )
    event = TimelineEvent(
        services.new_id("evt", now), incident.id, now, now, EventKind.NOTE, f"Put right: {titles}",
        services.settings.who, wrong.reason.strip(),
    )  # fmt: skip
    bundle = replace(
        bundle,
        messages=messages,
        deliveries=deliveries,
        recipients=recipients,
        events=(*bundle.events, event, *edits),
        rewrites=rewrites,
    )
    return bundle, Published(incident.id, None, (), prepared.findings), unplaced


def _closing(services: Services, one: Delivery) -> Delivery:
    """A correction that closes the incident on a page on which it has no place."""
    payload = json.loads(one.payload)
    said = payload["incident"]
    said["status"] = next(each.page_status.value for each in services.plan.phases if each.resolves)
    said["components"] = dict.fromkeys(said["components"], ComponentStatus.OPERATIONAL.value)
    content = json.dumps(
        payload | {WITHDRAWN: True}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode()
    return replace(one, payload=content, payload_sha256=hashlib.sha256(content).hexdigest())


def _rewrites(
    services: Services, wrong: Wrong, right: Sequence[Delivery], puts_right: Mapping[str, str]
) -> tuple[dict[str, tuple[bytes, str]], list[TimelineEvent]]:
    """Other words in place, each after the correction that goes to the same place; so a round that is taken back changes nothing."""
    rewrites, events = {}, []
    for one in right:
        text = wrong.in_place.get(one.id)
        if text is not None and rewritten_text(one) != text:
            payload, event = rewritten_payload(services, one.id, text, wrong.reason)
            rewrites[one.id] = payload, puts_right[one.id]
            events.append(event)
    return rewrites, events


def _go_on(services: Services, known: Publish, found: Sequence[Delivery]) -> PutRight:
    deliveries = services.record.deliveries(publish_id=known.id)
    _finish(services, deliveries, found)
    people = [who for one in deliveries for who in services.record.recipients(one.id)]
    return PutRight(Published(known.incident_id, known, deliveries, (), again=True), len(people))


def _finish(services: Services, corrections: Sequence[Delivery], found: Sequence[Delivery]) -> None:
    """The rest of a stopped mail is let be, once the correction can't be taken back any more. Doing it twice changes nothing more."""
    if any(one.state in (DeliveryState.HELD, DeliveryState.CANCELLED) for one in corrections):
        return
    for one in found:
        now = services.record.delivery(one.id)
        if now.is_paused and now.state in STOPPED:
            services.let_be(one.id)


# --- what can be put right ----------------------------------------------------------------------------------------------


def _stopped(services: Services, one: Delivery) -> Delivery:
    """The delivery with nothing of it leaving any more."""
    if one.state not in LEAVING or not any(services.record.recipient_counts(one.id).values()):
        return one
    pause_mail(services, one.id)
    services.outbox.recover()  # where the process that was sending it is gone, nobody else says so
    until = services.clock.monotonic() + STOP_S
    while services.clock.monotonic() < until:
        one = services.record.delivery(one.id)
        if one.state is not DeliveryState.SENDING:
            return one
        services.clock.wait(threading.Event(), 0.05)
    raise RefusedError(
        told(Code.LEAVING_NOW),
        next_step=told(Code.IN_A_MOMENT),
    )


def _can_be_corrected(services: Services, one: Delivery) -> bool:
    if one.kind is not DeliveryKind.MESSAGE or services.library.correction(one.channel) is None:
        return False
    if one.channel is Channel.EMAIL and any(services.record.recipient_counts(one.id).values()):
        return bool(who_may_have(services, one))
    return one.state in REACHED


def _why_not(services: Services, one: Delivery) -> str:
    title = title_of(services, one)
    if one.kind is not DeliveryKind.MESSAGE or services.library.correction(one.channel) is None:
        return told(Code.NOT_CORRECTABLE, title=title)
    if one.state in LEAVING | {DeliveryState.HELD}:
        return told(Code.NOT_LEFT_YET, title=title)
    return told(Code.NOBODY_GOT_IT, title=title)


def _no_way(services: Services, one: Delivery) -> str:
    return together(told(Code.NOT_CORRECTABLE, title=title_of(services, one)), told(Code.NOT_CONNECTED))


_KEY = "put-right"
"""How the key of a correction begins. The ids of what it puts right follow, so that a later start knows which mail it stopped."""


def _stopped_by(publish: Publish) -> tuple[str, ...]:
    """The ids of what a publish puts right; none where it is no correction."""
    first, *rest = (publish.key or "").split(" ")
    return tuple(rest[1:]) if first == _KEY else ()


def _digest(wrong: Wrong) -> str:
    content = (
        wrong.deliveries, sorted(wrong.words.items()), wrong.reason, sorted(wrong.in_place.items()),
        wrong.phase, sorted((wrong.components or {}).items()), wrong.notify, wrong.labelled, wrong.withdrawn,
    )  # fmt: skip
    return hashlib.sha256(repr(content).encode("utf-8", "surrogatepass")).hexdigest()


def _known(services: Services, wrong: Wrong) -> tuple[str, Publish | None]:
    """The key of this correction, and its publish where it was made before. One that was taken back was not made: it is asked for anew."""
    first = key = " ".join([_KEY, _digest(wrong)[:32], *dict.fromkeys(wrong.deliveries)])
    times = 1
    while (known := services.record.publish_by_key(key)) is not None:
        deliveries = services.record.deliveries(publish_id=known.id)
        if any(one.state is not DeliveryState.CANCELLED for one in deliveries):
            return key, known
        times += 1
        key = f"{first} {times}"
    return key, None
