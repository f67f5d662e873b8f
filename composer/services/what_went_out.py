"""What went out in a round, as readers have it now, and what each service still allows to be done about it."""

from __future__ import annotations

from dataclasses import dataclass

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, Recipient, RecipientState
from composer.domain.fields import Field
from composer.domain.incident import Incident
from composer.domain.record import Message, Publish
from composer.services.core import Services
from composer.services.correcting import REACHED, correctable, who_may_have
from composer.services.putting_right import LEAVING, asked_for
from composer.services.rewritten import text_there
from composer.services.titles import title_of

WENT = REACHED | LEAVING


@dataclass(frozen=True, slots=True)
class WentOut:
    """One message that went to one place.

    `text` is as it stands there; `corrects` says whether a labelled correction can follow it, `edits` whether its words can be changed in place. `reached` are those who got, or may have
    got, a mail; `left` how many copies of it have not left, and `paused` that none of those leaves until a person says so.
    """

    delivery: Delivery
    message: Message
    title: str
    text: str
    corrects: bool
    edits: bool
    reached: tuple[Recipient, ...] = ()
    left: int = 0
    paused: bool = False

    @property
    def doubtful(self) -> tuple[Recipient, ...]:
        """Those of whom it is not known whether they got it."""
        return tuple(one for one in self.reached if one.state is not RecipientState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class RoundThatWent:
    """A round that can be looked at to be put right. `number` counts the incident's rounds from 1, `rounds` are all of which something went out, the newest first, with their numbers.

    `fields` are what the corrections of all of it ask for; `pages` the places where the public reads it; `others` the other open incidents, to which a message may belong.
    """

    incident: Incident
    publish: Publish
    number: int
    went: tuple[WentOut, ...]
    rounds: tuple[tuple[Publish, int], ...]
    fields: tuple[Field, ...]
    others: tuple[Incident, ...]

    @property
    def pages(self) -> tuple[WentOut, ...]:
        """What went to status pages."""
        return tuple(one for one in self.went if one.delivery.channel is Channel.STATUS_PAGE)


def what_went_out(
    services: Services, incident_id: str, publish_id: str | None = None
) -> RoundThatWent | None:
    """A round of an incident, or its last one; None where nothing of it went out."""
    publishes = sorted(services.record.publishes(incident_id), key=lambda one: one.at)
    every = services.record.deliveries(incident_id=incident_id)
    by_round = {one.publish_id for one in every if has_gone_out(one)}
    rounds = tuple((one, number) for number, one in enumerate(publishes, start=1) if one.id in by_round)[::-1]
    if not rounds:
        return None
    publish, number = next((each for each in rounds if each[0].id == publish_id), rounds[0])
    messages = {one.id: one for one in services.record.messages(publish_id=publish.id)}
    found = tuple(
        _one(services, one, messages[one.message_id])
        for one in every
        if one.publish_id == publish.id and has_gone_out(one) and one.message_id in messages
    )
    fields = asked_for(services, [one.delivery for one in found])
    others = tuple(one for one in services.record.incidents(open_only=True) if one.id != incident_id)
    return RoundThatWent(services.incident(incident_id), publish, number, found, rounds, fields, others)


def has_gone_out(one: Delivery) -> bool:
    """Whether it reached somebody, or may have, or is leaving."""
    return one.kind is DeliveryKind.MESSAGE and one.channel is not Channel.COPY and one.state in WENT


def _one(services: Services, delivery: Delivery, message: Message) -> WentOut:
    corrects = services.library.correction(delivery.channel) is not None
    counts = services.record.recipient_counts(delivery.id)
    is_mail = bool(sum(counts.values()))
    # While it is being sent, those who are next are noted as in doubt, in case the program ends.
    is_sending = delivery.state is DeliveryState.SENDING
    reached = who_may_have(services, delivery) if is_mail else ()
    if is_sending:
        reached = tuple(one for one in reached if one.state is RecipientState.ACCEPTED)
    on_its_way = delivery.state in LEAVING
    if on_its_way:  # a mail to many is put right for those who have it; all else is let be, or waited for
        corrects = corrects and delivery.channel is Channel.EMAIL and is_mail
    edits = corrects and delivery.state in REACHED and correctable(services, delivery.id).may_rewrite
    return WentOut(
        delivery,
        message,
        title_of(services, delivery),
        text_there(delivery, message),
        corrects and (not is_mail or bool(reached) or on_its_way),
        edits,
        reached,
        counts["pending"] + (counts["unknown"] if is_sending else 0) if on_its_way and is_mail else 0,
        delivery.is_paused,
    )
