"""After a restart: frees what a dead process had claimed, and asks destinations what became of what is unknown."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from composer.clock import Clock
from composer.domain.delivery import (
    Delivery,
    DeliveryState,
    Found,
    LookedUp,
    LookUp,
    OwnerDied,
    RecipientState,
    SentAgain,
    count_recipients,
)
from composer.domain.errors import IllegalTransitionError
from composer.domain.sayings import Code, told
from composer.publishing.delivery_store import DeliveryStore, Moves
from composer.publishing.owners import Owner
from composer.publishing.port import (
    Answer,
    CannotTell,
    Destination,
    Job,
    NotFound,
    RecipientOutcome,
    Sent,
)

log = logging.getLogger("incident_composer.outbox")

Noted = Callable[[Delivery, str], None]
"""Called with a delivery and a sentence when something happened beside its state (an amend that failed, say)."""


class Claims:
    """The claims (delivery and attempt) that threads of this process are at work on."""

    def __init__(self) -> None:
        self._held: set[tuple[str, int]] = set()
        self._claiming = threading.Lock()

    @contextmanager
    def claimed(
        self, store: DeliveryStore, delivery: Delivery, owner: str, at: datetime
    ) -> Iterator[Delivery | None]:
        """Claim a delivery in the record, for as long as the block runs; None where another process was faster."""
        with self._claiming:
            claimed = store.claim(delivery.id, owner, at)
            if claimed is not None:
                self._held.add((claimed.id, claimed.attempts))
        try:
            yield claimed
        finally:
            # Where its outcome could not be stored, nobody is at it any more: the next run, or the next start, frees it.
            if claimed is not None:
                self._held.discard((claimed.id, claimed.attempts))

    def holds(self, delivery: Delivery) -> bool:
        """Whether a thread of this process is at work on this attempt."""
        with self._claiming:  # a thread that has just claimed it has said so once it lets go of this
            return (delivery.id, delivery.attempts) in self._held


class Recovery:
    """Settles what was left without an outcome. Safe to call from several threads."""

    def __init__(
        self,
        store: DeliveryStore,
        destinations: Mapping[str, Destination],
        clock: Clock,
        owner: Owner,
        moves: Moves,
        claims: Claims,
        on_note: Noted,
    ) -> None:
        self._store = store
        self._destinations = destinations
        self._clock = clock
        self._owner = owner
        self._moves = moves
        self._claims = claims
        self._on_note = on_note

    def use(self, destinations: Mapping[str, Destination]) -> None:
        """Ask these from now on."""
        self._destinations = destinations

    def recover(self) -> None:
        """Free what a dead process had claimed. Doing it twice changes nothing more."""
        for delivery in self._store.deliveries(states={DeliveryState.SENDING}):
            self.free(delivery)

    def free(self, delivery: Delivery) -> bool:
        """Free a delivery that is being sent by nobody; false where somebody is at it."""
        if delivery.owner == self._owner.id:
            if self._claims.holds(delivery):
                return False
        elif delivery.owner is not None and not self._owner.is_dead(delivery.owner):
            return False
        self._moves.attempt(delivery, OwnerDied(self._clock.now(), delivery.owner, delivery.attempts))
        return True

    def look_up(self, delivery: Delivery) -> Delivery:
        """Ask the destination about one unknown delivery and store the answer; it goes back into the queue where absence is proven."""
        destination = self._destinations.get(delivery.account)
        answer: Answer
        if destination is None:
            answer = CannotTell(told(Code.NOT_CONNECTED))
        else:
            answer = self._ask(destination, delivery)
        found = self._store.delivery(delivery.id)
        if found.state is not DeliveryState.UNKNOWN or found.attempts != delivery.attempts:
            return found  # an answer about something that was settled meanwhile
        try:
            return self._answered(delivery, answer)
        except IllegalTransitionError:
            log.info("%s was moved by another process meanwhile", delivery.id)
            return self._store.delivery(delivery.id)

    def _answered(self, delivery: Delivery, answer: Answer) -> Delivery:
        now = self._clock.now()
        if isinstance(answer, Sent):
            answer = self._of_found_recipients(delivery, answer)
        match answer:
            case Sent(vendor_id, url, notes):
                found = self._moves.apply(delivery, Found(now, vendor_id, url))
                for note in notes:
                    self._on_note(found, note)
                return found
            case NotFound(proven):
                after = self._moves.apply(delivery, LookedUp(now, LookUp.NOT_FOUND))
                if proven and not delivery.is_of_older_copy:  # that one asks a person, whatever is not there
                    again = SentAgain(now, "the program, after a look-up", by_person=False)
                    after = self._moves.apply(after, again)
                return after
            case CannotTell(error):
                if delivery.looked_up is not LookUp.CANNOT_TELL:  # said once, however often it is asked again
                    self._on_note(delivery, error)
                return self._moves.apply(delivery, LookedUp(now, LookUp.CANNOT_TELL))

    def _of_found_recipients(self, delivery: Delivery, answer: Sent) -> Answer:
        """A mail to many was found only if each of its copies was."""
        recipients = self._store.recipients(delivery.id)
        counts = count_recipients(recipients)
        if counts["unknown"] or counts["pending"]:
            return CannotTell(told(Code.NOT_EVERY_COPY_FOUND))
        if recipients and not counts["accepted"]:
            return NotFound(proven=True)  # each was refused: the next try says so, and sends nothing
        return answer

    def _ask(self, destination: Destination, delivery: Delivery) -> Answer:
        # Asked about twice at once, the slower answer must not undo what the faster one has set going.
        _, tell_several = tellers(self._store, delivery, of_unknown=delivery)

        def several(outcomes: Sequence[RecipientOutcome]) -> None:
            # A copy that was not found is not to be sent again by the program where the record itself may have missed that it was.
            tell_several(
                [
                    one
                    for one in outcomes
                    if one.state is not RecipientState.PENDING or not delivery.is_of_older_copy
                ]
            )

        recipients = self._store.recipients(delivery.id)
        job = Job(delivery, recipients, lambda: None, lambda outcome: several([outcome]), several)
        try:
            return destination.look_up(job)
        except Exception as error:
            log.exception("the look-up of %s ended with a bug", delivery.id)
            return CannotTell(told(Code.LOOK_UP_FAILED, mistake=type(error).__name__))


Tell = Callable[[RecipientOutcome], None]
TellSeveral = Callable[[Sequence[RecipientOutcome]], None]


def tell_soon(store: DeliveryStore, delivery: Delivery) -> TellSeveral:
    """As what `tellers` gives for several, where it need not be on the disk yet: only the power cut can undo it."""

    def several(outcomes: Sequence[RecipientOutcome]) -> None:
        store.set_recipients(
            delivery.id, [(one.ordinal, one.state, one.error) for one in outcomes], soon=True
        )

    return several


def tellers(
    store: DeliveryStore, delivery: Delivery, *, of_unknown: Delivery | None = None
) -> tuple[Tell, TellSeveral]:
    """What a destination calls with what became of one copy of a mail to many, and of several; `of_unknown` where it was asked about it."""

    def several(outcomes: Sequence[RecipientOutcome]) -> None:
        told = [(one.ordinal, one.state, one.error) for one in outcomes]
        store.set_recipients(delivery.id, told, of_unknown=of_unknown)

    return lambda outcome: several([outcome]), several
