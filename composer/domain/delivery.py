"""The states of a delivery and the one reducer that moves them (docs/contract.md section 1).

A delivery is one message to one destination. Its life::

    held ──hold over──> queued ──claimed──> sending ──accepted───────> sent
      │                   ^  ^                 ├──refused for now──> waiting ──its time──> queued
      └─taken back─┐      │  │                 ├──rejected─────────> failed
                   v      │  │                 └──any doubt────────> unknown
               cancelled  │  └── a person, after a look-up that did not find it ──┘
                          └── a person ── stale, failed

`sent`, `cancelled` and `by_hand` are final. Where the record turns out to be an older copy of itself, all others become `unknown`. Every pair of state and event that is not in the table below is refused with
IllegalTransitionError, so a mistake elsewhere can't move a message where the promise does not allow it. The reducer is pure: times
come with the events, and storing the result is the record's work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from composer.domain.channel import Channel
from composer.domain.errors import IllegalTransitionError
from composer.domain.sayings import Code, Told, told

MAY_HAVE_ARRIVED = " The message may have arrived."
"""How the words of a doubt end."""


def in_doubt(error: str) -> str:
    """What went wrong, and that the message may have arrived all the same."""
    return told(Code.MAY_HAVE_ARRIVED, text=error)


def out_of_doubt(error: str) -> str:
    """The words of a doubt without their end: what went wrong."""
    if isinstance(error, Told) and error.said.code is Code.MAY_HAVE_ARRIVED:
        return next(value for _, value in error.said.values if isinstance(value, str))
    return error if isinstance(error, Told) else error.removesuffix(MAY_HAVE_ARRIVED)


OLDER_COPY = in_doubt(told(Code.OLDER_COPY))
"""The doubt about whatever was not over in a record that turned out to be an older copy of itself; it stands there until the doubt is settled. Records are told by these words: they stay as they are."""


class DeliveryState(StrEnum):
    """Where a delivery is. The values stand in the record and in the output of the command line."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"
    STALE = "stale"
    BY_HAND = "by_hand"
    UNKNOWN = "unknown"

    @property
    def is_final(self) -> bool:
        """Whether nothing can move the delivery any more."""
        return self in FINAL

    @property
    def is_under_way(self) -> bool:
        """Whether the program itself will still move the delivery, without a person."""
        return self in UNDER_WAY

    @property
    def asks_a_person(self) -> bool:
        """Whether the delivery stands still until a person decides."""
        return not (self.is_final or self.is_under_way)


FINAL = frozenset({DeliveryState.SENT, DeliveryState.CANCELLED, DeliveryState.BY_HAND})
UNDER_WAY = frozenset(
    {DeliveryState.HELD, DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.WAITING}
)
SAID = FINAL - {DeliveryState.CANCELLED} | UNDER_WAY | {DeliveryState.UNKNOWN}
"""States in which a message counts as said, or about to be, when the list *What to send now* is made."""


class DeliveryKind(StrEnum):
    """What a delivery carries out: a message, the creation of the Slack channel before the first post; a note or a call for help at PagerDuty, a mail to responders; the
    post-mortem, or a whole past incident, on the status page. Of all these, only a message is said as an update, and overtaken by one."""

    MESSAGE = "message"
    CREATE_SLACK_CHANNEL = "create_slack_channel"
    NOTE = "note"
    PAGE = "page"
    RESPONDERS = "responders"
    POSTMORTEM = "postmortem"
    BACKFILL = "backfill"


class LookUp(StrEnum):
    """What a look-up of an unknown delivery came to: not there, or the destination can't tell."""

    NOT_FOUND = "not_found"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one destination, with the exact bytes that were frozen when it was published.

    `account` names the connection that carries it (`practice.slack`), `destination` what a person reads (`#incident-…`); order is kept
    within one (`account`, `destination`). `sequence` is the order of storing. `severity` and `phase` are the incident's at publishing, by which a later publish
    overtakes this one. `amend` is the text that replaces this one once the delivery `amend_after` was accepted (the Slack declaration's
    *Status Page: Updated*); `amended_at` tells when that was done. `insisted` is set once a person wanted it sent although it was stale. `stop_after` is the
    number of copies of a mail to many after which a person is asked before the rest leaves; 0: it is paused. All times UTC.
    """

    id: str
    publish_id: str
    incident_id: str
    message_id: str | None
    sequence: int
    channel: Channel
    kind: DeliveryKind
    template: str | None
    account: str
    destination: str
    payload: bytes
    payload_sha256: str
    severity: str
    phase: str
    created_at: datetime
    state: DeliveryState = DeliveryState.HELD
    hold_until: datetime | None = None
    queued_at: datetime | None = None
    not_before: datetime | None = None
    attempts: int = 0
    on_wire: bool = False
    owner: str | None = None
    vendor_id: str | None = None
    url: str | None = None
    error: str | None = None
    looked_up: LookUp | None = None
    looked_up_at: datetime | None = None
    finished_at: datetime | None = None
    by: str | None = None
    amend: bytes | None = None
    amend_after: str | None = None
    amended_at: datetime | None = None
    insisted: bool = False
    stop_after: int | None = None

    @property
    def is_of_older_copy(self) -> bool:
        """Whether it is in doubt because the record is an older copy. Only a person has such a one sent again, whatever a look-up did not find."""
        return self.state is DeliveryState.UNKNOWN and self.error == OLDER_COPY

    @property
    def is_paused(self) -> bool:
        """Whether nothing more of it leaves until a person lets it go on."""
        return self.stop_after == 0

    @property
    def in_slack(self) -> bool:
        """Whether it stands in Slack: what the Slack channel carries, and an executive notification that goes to a Slack channel."""
        first, _, rest = self.account.partition(".")
        return (
            self.channel is Channel.SLACK
            or first == "slack"
            or (first in ("live", "practice") and rest == "slack")
        )

    @property
    def lane(self) -> tuple[str, str]:
        """Within a lane deliveries leave one after the other, in the order in which they were stored."""
        return self.account, self.destination


# --- events ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """The hold is over and nobody took the round back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The person took the round back during the hold: nothing has left."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A process, named by `owner`, has taken the delivery to carry it out."""

    at: datetime
    owner: str


@dataclass(frozen=True, slots=True)
class WentOnWire:
    """The first byte leaves now: from here on a failure is no proof that nothing arrived."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Accepted:
    """The destination proved that it has the message."""

    at: datetime
    vendor_id: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Proven not accepted, and may be tried again at `retry_at`."""

    at: datetime
    error: str
    retry_at: datetime


@dataclass(frozen=True, slots=True)
class Rejected:
    """Proven not accepted, and no use trying again as it is."""

    at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """It may have been accepted."""

    at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class OwnerDied:
    """The process that had claimed the delivery is gone.

    `owner` and `attempts` are those of the claim that was found without its process: a living process may have made a new one meanwhile, and that
    is not touched. None: whoever it was.
    """

    at: datetime
    owner: str | None = None
    attempts: int | None = None


@dataclass(frozen=True, slots=True)
class TimeCame:
    """The wait is over."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Paused:
    """A person stops it: no further copy leaves. One that leaves at this very moment is not called back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Rested:
    """It stopped between two copies, as a person had asked; the rest waits for them."""

    at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """A person lets what was paused, or stopped after a first batch, go on."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Rerouted:
    """A person lets another account carry what the first one has proven not to have taken."""

    at: datetime
    by: str
    account: str


@dataclass(frozen=True, slots=True)
class WentStale:
    """Too old, or overtaken: it does not leave by itself any more. `reason` says why, with the age."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """The record turned out to be an older copy of itself: whatever was not over in it may have left, or been decided, since."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """A look-up found the message at the destination."""

    at: datetime
    vendor_id: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A look-up ended without finding the message."""

    at: datetime
    result: LookUp


@dataclass(frozen=True, slots=True)
class SentAgain:
    """It is to be sent again: a person wants it, or a look-up proved that it never arrived (`by_person` false; it then keeps its age)."""

    at: datetime
    by: str
    by_person: bool = True


@dataclass(frozen=True, slots=True)
class LetBe:
    """A person lets the delivery be: it will not be sent."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class MarkedByHand:
    """A person sent the text themselves."""

    at: datetime
    by: str
    url: str | None = None


DeliveryEvent = (
    HoldEnded
    | TakenBack
    | Claimed
    | WentOnWire
    | Accepted
    | Refused
    | Rejected
    | InDoubt
    | OwnerDied
    | TimeCame
    | Paused
    | Rested
    | Resumed
    | Rerouted
    | WentStale
    | PutBack
    | Found
    | LookedUp
    | SentAgain
    | LetBe
    | MarkedByHand
)

_S = DeliveryState
ALLOWED: dict[type, frozenset[DeliveryState]] = {
    HoldEnded: frozenset({_S.HELD}),
    TakenBack: frozenset({_S.HELD}),
    Claimed: frozenset({_S.QUEUED}),
    WentOnWire: frozenset({_S.SENDING}),
    Accepted: frozenset({_S.SENDING}),
    Refused: frozenset({_S.SENDING}),
    Rejected: frozenset({_S.SENDING}),
    InDoubt: frozenset({_S.SENDING}),
    OwnerDied: frozenset({_S.SENDING}),
    TimeCame: frozenset({_S.WAITING}),
    Paused: frozenset({_S.QUEUED, _S.SENDING, _S.WAITING}),
    Rested: frozenset({_S.SENDING}),
    Resumed: frozenset({_S.QUEUED, _S.SENDING, _S.WAITING}),
    Rerouted: frozenset({_S.WAITING, _S.FAILED, _S.STALE}),
    WentStale: frozenset({_S.QUEUED, _S.WAITING}),
    PutBack: frozenset(DeliveryState) - FINAL,
    Found: frozenset({_S.UNKNOWN}),
    LookedUp: frozenset({_S.UNKNOWN}),
    SentAgain: frozenset({_S.UNKNOWN, _S.STALE, _S.FAILED}),
    LetBe: frozenset({_S.QUEUED, _S.WAITING, _S.UNKNOWN, _S.STALE, _S.FAILED}),
    MarkedByHand: frozenset({_S.QUEUED, _S.WAITING, _S.UNKNOWN, _S.STALE, _S.FAILED}),
}
"""From which states each event may move a delivery."""


def reduce(delivery: Delivery, event: DeliveryEvent) -> Delivery:
    """The delivery after an event.

    Raises IllegalTransitionError for every pair of state and event that is not in `ALLOWED`, for sending an unknown delivery again before a
    look-up was made, and for the program sending anything again that no look-up found missing.
    """
    if delivery.state not in ALLOWED[type(event)]:
        raise IllegalTransitionError(
            f"{type(event).__name__} can't happen to a delivery that is {delivery.state}"
        )
    match event:
        case HoldEnded(at):
            # Its age counts from the end of the hold, also where nobody was there to see it end.
            return replace(delivery, state=_S.QUEUED, queued_at=delivery.hold_until or at)
        case TakenBack(at, by):
            return replace(delivery, state=_S.CANCELLED, finished_at=at, by=by)
        case Claimed(_, owner):
            return replace(
                delivery,
                state=_S.SENDING,
                owner=owner,
                on_wire=False,
                attempts=delivery.attempts + 1,
                error=None,
            )
        case WentOnWire(_):
            return replace(delivery, on_wire=True)
        case Accepted(at, vendor_id, url):
            return replace(
                delivery, state=_S.SENT, owner=None, vendor_id=vendor_id, url=url, error=None, finished_at=at
            )
        case Refused(_, error, retry_at):
            return replace(
                delivery, state=_S.WAITING, owner=None, on_wire=False, error=error, not_before=retry_at
            )
        case Rejected(_, error):
            return replace(delivery, state=_S.FAILED, owner=None, on_wire=False, error=error)
        case InDoubt(_, error):
            return replace(
                delivery, state=_S.UNKNOWN, owner=None, error=error, looked_up=None, looked_up_at=None
            )
        case OwnerDied(_, owner, attempts):
            if (owner, attempts) not in ((None, None), (delivery.owner, delivery.attempts)):
                raise IllegalTransitionError("another process has claimed the delivery meanwhile")
            if delivery.on_wire:
                error = told(Code.ENDED_WHILE_SENDING)
                return replace(
                    delivery, state=_S.UNKNOWN, owner=None, error=error, looked_up=None, looked_up_at=None
                )
            return replace(delivery, state=_S.QUEUED, owner=None)
        case TimeCame(at):
            # queued_at stays as it was: a message does not become fresh again by having waited.
            return replace(delivery, state=_S.QUEUED, not_before=None, queued_at=delivery.queued_at or at)
        case Paused(_):
            return replace(delivery, stop_after=0)
        case Rested(_, error):
            return replace(
                delivery,
                state=_S.WAITING,
                owner=None,
                on_wire=False,
                error=error,
                not_before=None,
                stop_after=0,
            )
        case Resumed(_) if delivery.state is _S.SENDING:
            return replace(delivery, stop_after=None)
        case Resumed(at):
            # The person sees how old it is and how the incident went on.
            return replace(
                delivery,
                state=_S.QUEUED,
                queued_at=at,
                not_before=None,
                error=None,
                insisted=True,
                stop_after=None,
            )
        case Rerouted(at, by, account):
            return replace(
                delivery,
                state=_S.QUEUED,
                account=account,
                queued_at=at,
                not_before=None,
                on_wire=False,
                error=None,
                by=by,
                insisted=True,
                stop_after=None if delivery.is_paused else delivery.stop_after,
            )
        case WentStale(_, reason):
            return replace(delivery, state=_S.STALE, not_before=None, error=reason)
        case PutBack(_):
            # Nothing of what is stored about its tries can be relied on: it counts as having been on the wire.
            return replace(
                delivery,
                state=_S.UNKNOWN,
                owner=None,
                on_wire=True,
                queued_at=delivery.queued_at or delivery.created_at,
                not_before=None,
                error=OLDER_COPY,
                looked_up=None,
                looked_up_at=None,
            )
        case Found(at, vendor_id, url):
            return replace(delivery, state=_S.SENT, vendor_id=vendor_id, url=url, error=None, finished_at=at)
        case LookedUp(at, result):
            return replace(delivery, looked_up=result, looked_up_at=at)
        case SentAgain(at, by, by_person):
            if delivery.state is _S.UNKNOWN and delivery.looked_up is None:
                raise IllegalTransitionError("an unknown delivery is sent again only after a look-up")
            if not by_person and delivery.looked_up is not LookUp.NOT_FOUND:
                raise IllegalTransitionError("the program sends again only what a look-up did not find")
            if not by_person and delivery.is_of_older_copy:
                raise IllegalTransitionError("what an older copy of the record leaves open is for a person")
            return replace(
                delivery,
                state=_S.QUEUED,
                queued_at=at if by_person else delivery.queued_at,
                not_before=None,
                on_wire=False,
                error=None,
                by=by,
                looked_up=None,
                looked_up_at=None,
                insisted=by_person,
                stop_after=None if by_person and delivery.is_paused else delivery.stop_after,
            )
        case LetBe(at, by):
            return replace(delivery, state=_S.CANCELLED, not_before=None, finished_at=at, by=by)
        case MarkedByHand(at, by, url):
            return replace(delivery, state=_S.BY_HAND, not_before=None, finished_at=at, by=by, url=url)
        case _:
            assert_never(event)


# --- mail to many -----------------------------------------------------------------------------------------------


class RecipientState(StrEnum):
    """Where one recipient's copy is."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient of a mail to many. `ordinal` counts from 0 within the delivery; `message_id` is the mail's stable Message-ID."""

    ordinal: int
    name: str
    email: str
    message_id: str
    state: RecipientState = RecipientState.PENDING
    error: str | None = None


def count_recipients(recipients: Iterable[Recipient]) -> dict[str, int]:
    """How many recipients are accepted, refused, unknown, pending."""
    counts = dict.fromkeys(("accepted", "refused", "unknown", "pending"), 0)
    for recipient in recipients:
        counts[recipient.state.value] += 1
    return counts


def mail_state(counts: dict[str, int]) -> DeliveryState:
    """The state of a mail to many: unknown if any is unknown, else waiting, else failed if none was accepted, else sent."""
    if counts["unknown"]:
        return DeliveryState.UNKNOWN
    if counts["pending"]:
        return DeliveryState.WAITING
    return DeliveryState.SENT if counts["accepted"] else DeliveryState.FAILED
