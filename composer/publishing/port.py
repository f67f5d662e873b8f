"""The one small port between the outbox and every destination.

A destination carries out one delivery and answers with what it can *prove*. What it can't prove it must call in doubt: the
outbox never sends such a delivery again by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from composer.domain.delivery import Delivery, Recipient, RecipientState, in_doubt
from composer.domain.sayings import Said, Told


@dataclass(frozen=True, slots=True)
class Sent:
    """The destination proved that it has the message. `vendor_id` is its own id, `url` where a person can see it.

    `notes` tell, in a sentence each, what beside the message itself did not succeed (a topic, an invitation).
    """

    vendor_id: str | None
    url: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """Proven not accepted. `retry_after_s` None: no use trying again as it is; else try again after so many seconds. `said` is the error as a code, where there is one; `status` the HTTP status, where one told it."""

    error: str
    retry_after_s: float | None = None
    said: Said | None = field(default=None, compare=False)
    status: int | None = field(default=None, compare=False)

    @classmethod
    def of(cls, said: Said, retry_after_s: float | None = None, *, status: int | None = None) -> NotAccepted:
        """It, by its code."""
        return cls(Told(said), retry_after_s, said, status)


@dataclass(frozen=True, slots=True)
class Doubt:
    """It may have been accepted. `said` is what went wrong as a code, where there is one, without what it means for a message."""

    error: str
    said: Said | None = field(default=None, compare=False)

    @classmethod
    def of(cls, said: Said) -> Doubt:
        """It, by its code: the message may have arrived."""
        return cls(in_doubt(Told(said)), said)


Outcome = Sent | NotAccepted | Doubt


@dataclass(frozen=True, slots=True)
class NotFound:
    """The look-up did not find the message. `proven` is true where that is a proof that it never arrived (a destination on this computer)."""

    proven: bool = False


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The destination can't be asked, or gave no usable answer. `error` says why, in a sentence."""

    error: str


Answer = Sent | NotFound | CannotTell


@dataclass(frozen=True, slots=True)
class RecipientOutcome:
    """What became of one recipient's copy, told as soon as it is known."""

    ordinal: int
    state: RecipientState
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One delivery to carry out.

    `recipients` are those still to be mailed (pending), for mail to many; empty otherwise. `on_wire` must be called just before the first byte leaves; it
    stores that fact durably, and an exception raised in it means that nothing may leave. `tell` reports a recipient's outcome, `tell_all` those of several at
    once; they are durable when it returns. Between two copies (or batches) of a mail to many `may_go_on` is asked: where it says no, a person has paused the mail, and the
    destination returns, with `Sent` for what it did. `tell_soon` reports as `tell_all`, at once for whatever may end this process, but not for the power cut.
    """

    delivery: Delivery
    recipients: Sequence[Recipient]
    on_wire: Callable[[], None]
    tell: Callable[[RecipientOutcome], None]
    tell_several: Callable[[Sequence[RecipientOutcome]], None] | None = None
    may_go_on: Callable[[], bool] = lambda: True
    soon: Callable[[Sequence[RecipientOutcome]], None] | None = None

    def tell_all(self, outcomes: Sequence[RecipientOutcome]) -> None:
        """As `tell`, for several recipients at once."""
        if self.tell_several is not None:
            self.tell_several(outcomes)
            return
        for outcome in outcomes:
            self.tell(outcome)

    def tell_soon(self, outcomes: Sequence[RecipientOutcome]) -> None:
        """As `tell_all`, where the power cut may undo it."""
        (self.soon or self.tell_all)(outcomes)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a connection can do: `facts` about it, and what is `missing`, each with its next step. `reaches` is how many it tells, where that is known."""

    facts: tuple[Said, ...] = ()
    missing: tuple[Said, ...] = ()
    reaches: int | None = None


@runtime_checkable
class Checkable(Protocol):
    """A destination that can be tried without sending anything to anybody."""

    def check(self) -> Checked:
        """Ask the service what the account may do. Blocks until that is known."""
        ...


@runtime_checkable
class Answers(Protocol):
    """A service that can be asked whether it is there again, at little cost."""

    def answers(self) -> bool:
        """Whether it takes our credential at this moment. Writes nothing there; blocks for a few seconds at most."""
        ...


@runtime_checkable
class FindsChannels(Protocol):
    """A Slack workspace that can be asked for a channel without writing anything."""

    def finds(self, slack_channel: str) -> int | NotAccepted | None:
        """How many members a channel of that name or id has, where it is there to be posted to; None where that is not told; else why not. Blocks until that is known."""
        ...


@runtime_checkable
class KnowsComponents(Protocol):
    """A status page of which it is kept what was last read, so that it is known without a network."""

    def lacks(self) -> Sequence[str]:
        """The keys of the plan's components that the page did not have then; none where it was never read."""
        ...


class Destination(Protocol):
    """A place where messages of one account go.

    Methods run on worker threads, never two at a time for one (account, destination). They return an outcome for everything that is expected to go wrong; an exception
    is a bug, and counts as *not accepted* before the on-wire mark and as doubt after it.
    """

    def deliver(self, job: Job) -> Outcome:
        """Carry out one delivery. Blocks until the outcome is known."""
        ...

    def look_up(self, job: Job) -> Answer:
        """Ask whether a delivery arrived after all. For mail to many, `tell` is called for each recipient that can be told."""
        ...

    def amend(self, delivery: Delivery, payload: bytes) -> NotAccepted | None:
        """Replace the text of a message already sent; doing it twice is harmless. Returns None, or why it failed, and when it may be tried again."""
        ...
