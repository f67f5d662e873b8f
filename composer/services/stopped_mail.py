"""Mails that a correction stopped: whether the rest of one still waits. Asked at each start, so what puts it right is loaded only where there is one."""

from __future__ import annotations

from composer.domain.delivery import DeliveryState
from composer.services.core import Services

STOPPED = frozenset({DeliveryState.QUEUED, DeliveryState.WAITING, DeliveryState.STALE})
"""States in which the rest of a stopped mail waits. The correction that goes the same way makes it stale."""


def go_on_with_stopped(services: Services) -> None:
    """Let be the rest of each mail that a correction stopped, once that can't be taken back any more: what `after_the_hold` does, for corrections whose window was closed during the hold.
    Asks the record for little where no mail is paused."""
    paused = [one for one in services.record.deliveries(states=STOPPED) if one.is_paused]
    if paused:
        from composer.services.putting_right import let_rest_be  # 25 ms of a start, and few have one

        let_rest_be(services, paused)
