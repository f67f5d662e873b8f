"""What a person decides about deliveries that have not left: try now, or pause what is left of a round."""

from __future__ import annotations

from composer.domain.delivery import Delivery, DeliveryState, LetBe, TimeCame
from composer.domain.errors import IllegalTransitionError, RefusedError
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.sayings import Code, told
from composer.services.core import Services
from composer.services.mailing import go_on
from composer.services.titles import title_of

MAY_BE_PAUSED = frozenset({DeliveryState.QUEUED, DeliveryState.WAITING})
"""What has not left and would leave by itself. What is held is taken back whole instead."""


def try_now(services: Services, delivery_id: str) -> Delivery:
    """Do not wait for the next try; carry the delivery out afterwards."""
    if services.record.delivery(delivery_id).is_paused:
        return go_on(services, delivery_id)
    try:
        return services.record.apply(delivery_id, TimeCame(services.clock.now()))
    except IllegalTransitionError:
        raise RefusedError(told(Code.WAITS_NO_MORE)) from None


def pause(services: Services, publish_id: str) -> tuple[Delivery, ...]:
    """Stop what has not left of a round, so that it is due again and stands in the next draft; the deliveries that were stopped.

    One that leaves at this very moment goes on: what may have been accepted can't be called back.
    """
    stopped = []
    now, by = services.clock.now(), services.settings.who
    for one in services.record.deliveries(publish_id=publish_id, states=MAY_BE_PAUSED):
        event = TimelineEvent(
            services.new_id("evt", now),
            one.incident_id,
            now,
            now,
            EventKind.DELIVERY,
            f"{title_of(services, one)} paused, not sent",
            by,
            channel=one.channel,
        )
        try:
            stopped.append(services.record.apply_with_event(one.id, LetBe(now, by), event))
        except IllegalTransitionError:
            continue  # it is being sent now
    return tuple(stopped)
