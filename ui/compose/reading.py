"""What the compose screen reads from the record; run off the window's thread."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from composer.domain.delivery import Delivery, DeliveryKind
from composer.domain.draft import Draft
from composer.domain.errors import RefusedError, UserFacingError
from composer.domain.record import Message, Publish
from composer.domain.request import PublishRequest
from composer.services.core import Published, Services
from composer.services.rewritten import as_readers_have
from composer.services.rounds import Situation
from composer.services.sent_drafts import in_hand, keep
from ui.compose import choosing
from ui.compose.ending import Ending
from ui.compose.preparing import Preparing

BESIDE = (DeliveryKind.NOTE, DeliveryKind.PAGE)
"""What is stored beside the rounds: said to nobody as an update."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An incident as it was read from the record, with what is being typed about it.

    `publish` is the last round, `on_its_way` whether some of it still moves or asks a person, or nobody has seen yet what became of it.
    """

    situation: Situation
    draft: Draft
    earlier: tuple[Message, ...]
    publish: Publish | None
    on_its_way: bool


def read_incident(
    services: Services, incident_id: str, *, to_compose: bool, unseen: str | None = None
) -> Loaded:
    """An incident, the draft of its next round, and how its last round stands. `to_compose`: the last round is not to be shown. `unseen` is a round that is to be, even where all of it is sent by now."""
    situation, earlier = read_situation(services, incident_id)
    draft = in_hand(services.record, incident_id, situation.now, services.new_id)
    if draft is None:
        draft = choosing.fresh(services.draft_for(incident_id), situation)
    elif (
        not situation.said
    ):  # nobody was told anything yet: a next update that has passed is nobody's promise
        draft = choosing.fresh(draft, situation)
    last, deliveries = _last_round(services, incident_id)
    is_new = last is not None and last.id == unseen
    on_its_way = not to_compose and (is_new or any(not one.state.is_final for one in deliveries))
    with suppress(
        UserFacingError
    ):  # told when it is prepared to be shown; here its templates are made ready to be filled
        Preparing(lambda round_: round_, Ending()).round_of(situation, draft)
    return Loaded(situation, draft, earlier, last, on_its_way)


def _last_round(services: Services, incident_id: str) -> tuple[Publish | None, tuple[Delivery, ...]]:
    """What was published last, with its deliveries. A note or a call for help that arrived is no round: it does not hide the one before."""
    for publish in sorted(services.record.publishes(incident_id), key=lambda one: one.at, reverse=True):
        deliveries = services.record.deliveries(publish_id=publish.id)
        if any(one.kind not in BESIDE or not one.state.is_final for one in deliveries):
            return publish, deliveries
    return None, ()


def check_unchanged(services: Services, situation: Situation, request: PublishRequest) -> None:
    """RefusedError where the incident went on elsewhere since the situation was read: what is seen is what leaves, and nothing twice."""
    before = situation.before
    if before is None or services.made_before(request) is not None:
        return
    if services.incident(before.id).revision != before.revision:
        raise RefusedError(
            QCoreApplication.translate(
                "", "This incident was changed meanwhile from another place, so nothing was published."
            ),
            next_step=QCoreApplication.translate(
                "",
                "What you typed stands there. Look at the messages again: now they show the incident as it is.",
            ),
        )


def publish_round(
    services: Services, draft: Draft, situation: Situation, request: PublishRequest
) -> Published | Exception:
    """Store the round; what went wrong is given, for the main thread to tell, and the screen goes on."""
    try:
        services.save_draft(draft)  # the last keys; the round takes the draft's place where it is stored
        check_unchanged(services, situation, request)
        keep(services.record, draft, request.key or "")
        return services.publish(request, carry_out=False)
    except Exception as error:  # noqa: BLE001 - as above
        return error


def read_situation(services: Services, incident_id: str) -> tuple[Situation, tuple[Message, ...]]:
    """What a round is prepared from, and what readers were told so far."""
    situation = services.situation(incident_id)
    deliveries = services.record.deliveries(incident_id=incident_id)
    messages = as_readers_have(services.record.messages(incident_id=incident_id), deliveries)
    return situation, choosing.really_said(messages, situation.said)
