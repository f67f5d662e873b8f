"""Carrying deliveries out on paper, one after the other: the destinations do what they do, and nothing leaves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from composer.clock import Clock
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState, Recipient, RecipientState
from composer.domain.departure import Leaving
from composer.files import on_paper
from composer.publishing.dry.taken_down import TakenDown
from composer.publishing.outcomes import next_copies
from composer.publishing.port import Destination, Job, Sent


class StillClock:
    """A clock that shows one moment; to wait on it takes no time."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._waited = 0.0

    def now(self) -> datetime:
        """The moment."""
        return self._now

    def monotonic(self) -> float:
        """The seconds that were waited for."""
        return self._waited

    def wait(self, wake: threading.Event, timeout_s: float) -> bool:
        """Wait without waiting."""
        self._waited += max(0.0, timeout_s)
        return wake.is_set()


class OnPaper:
    """The deliveries of a run, as they would become one after the other; what is not stored yet comes after all that is. `stored` gives those of an incident that the record has."""

    def __init__(self, deliveries: Sequence[Delivery], stored: Callable[[str], Sequence[Delivery]]) -> None:
        self._stored = stored
        incidents = {one.incident_id for one in deliveries}
        last = max((one.sequence for own in incidents for one in stored(own)), default=0)
        self._run = {
            one.id: one if one.sequence else replace(one, sequence=last + number)
            for number, one in enumerate(deliveries, 1)
        }

    def __call__(self, incident_id: str) -> tuple[Delivery, ...]:
        """Those about an incident, in order."""
        kept = [self._run.get(one.id, one) for one in self._stored(incident_id)]
        known = {one.id for one in kept}
        new = [one for one in self._run.values() if one.incident_id == incident_id and one.id not in known]
        return (*kept, *new)

    @property
    def all(self) -> tuple[Delivery, ...]:
        """Those about every incident of the run."""
        incidents = dict.fromkeys(one.incident_id for one in self._run.values())
        return tuple(each for one in incidents for each in self(one))

    def run(self) -> tuple[Delivery, ...]:
        """Those of the run as they are now."""
        return tuple(self._run.values())

    def becomes(self, delivery: Delivery) -> None:
        """A delivery of the run is so from now on."""
        self._run[delivery.id] = delivery


def carry_out(
    known: OnPaper,
    recipients: Mapping[str, Sequence[Recipient]],
    destinations: Mapping[str, Destination],
    taken: TakenDown,
    *,
    cache: Path,
    amended: Collection[str] = (),
    most: int | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Leaving, ...]:
    """What each delivery would send, and then what is amended once another one is accepted. `amended` names stored deliveries whose text in place is replaced; what is kept in `cache` is nobody's message.

    Of a mail to many only the first `most` copies (or batches) are made. `stopped` is asked again and again: nobody wants to know any more.
    """

    def noted(path: Path, data: bytes, appended: bool) -> None:
        if not path.is_relative_to(cache):
            taken.file(path, data, appended=appended)

    with on_paper(noted):
        found: list[Leaving] = []
        for one in known.run():
            if stopped():
                return tuple(found)
            found.append(_carry(one, recipients, destinations, taken, known, most, stopped))
        for one in known.run():
            if one.amend is None or one.state is not DeliveryState.SENT:
                continue
            first = next((each for each in known.run() if each.id == one.amend_after), None)
            if one.id not in amended and (first is None or first.state is not DeliveryState.SENT):
                continue
            before = len(taken)
            refused = destinations[one.account].amend(one, one.amend)
            notes = () if refused is None else (refused.error,)
            found.append(Leaving(one, taken.since(before), notes=notes, amends=True))
    return tuple(found)


def _carry(
    delivery: Delivery,
    recipients: Mapping[str, Sequence[Recipient]],
    destinations: Mapping[str, Destination],
    taken: TakenDown,
    known: OnPaper,
    most: int | None,
    stopped: Callable[[], bool],
) -> Leaving:
    everybody = recipients.get(delivery.id, ())
    people = next_copies(delivery, everybody)
    pending = sum(one.state is RecipientState.PENDING for one in everybody)
    before = len(taken)
    if delivery.state is DeliveryState.SENT:
        return Leaving(delivery, (), amends=True)  # only its words may change, afterwards
    if pending and not people:
        return Leaving(delivery, (), 0, pending)
    destination = destinations.get(delivery.account)
    if destination is None:
        verb = "COPY" if delivery.channel is Channel.COPY else "BY_HAND"
        taken.take(verb, delivery.destination, f"{verb} {delivery.destination}", delivery.payload)
        return Leaving(delivery, taken.since(before))
    told: set[int] = set()

    def may_go_on() -> bool:
        return not stopped() and (most is None or len(taken) - before < most)

    job = Job(delivery, people, lambda: None, lambda one: told.add(one.ordinal), may_go_on=may_go_on)
    outcome = destination.deliver(job)
    departures = taken.since(before)
    more = len(people) - len(told)
    if isinstance(outcome, Sent):
        known.becomes(
            replace(delivery, state=DeliveryState.SENT, vendor_id=outcome.vendor_id, url=outcome.url)
        )
        return Leaving(delivery, departures, len(people), pending, notes=outcome.notes, more=more)
    return Leaving(delivery, departures, len(people), pending, trouble=outcome.error)


def still(clock: Clock) -> StillClock:
    """The moment of a clock, kept."""
    return StillClock(clock.now())
