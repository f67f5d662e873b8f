"""Mail to many, at a person's pace: a test to oneself, a first small batch and then the rest, pause, and go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from composer.connections.customers import CustomerFile, look_at
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, Paused, Recipient, RecipientState, Rerouted, Resumed
from composer.domain.errors import IllegalTransitionError, RefusedError
from composer.domain.findings import Level
from composer.domain.incident import EventKind, TimelineEvent
from composer.domain.message import Segment
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.publishing.port import Doubt, Job, NotAccepted, RecipientOutcome, Sent
from composer.services.core import Services
from composer.services.freezing import mail_id
from composer.services.mail_lists import MailLists
from composer.services.titles import title_of

TEST_MARK = "[TEST] "
"""What stands before the subject of a test, so that it is not taken for the mail itself."""


@dataclass(frozen=True, slots=True)
class TestMail:
    """What became of a test: to whom it went, and what went wrong (None: the server has accepted it)."""

    address: str
    account: str
    error: str | None = None

    __test__ = False  # pytest takes a class of that name for its own


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a mail to many is. `done` are those whom the service has taken or refused, `unknown` those who are being mailed at this moment, or are in doubt. `rate` is in copies a second and `left_s` in seconds; None where nothing was seen to move yet."""

    done: int
    total: int
    refused: int
    unknown: int
    rate: float | None = None
    left_s: float | None = None


class Speedometer:
    """Tells from what it is shown over time how fast a mail to many moves. Shown nothing but the record, so it works for a mail that another process sends too."""

    WINDOW_S = 30.0

    def __init__(self) -> None:
        self._seen: list[tuple[float, int]] = []

    def show(self, counts: dict[str, int], now_s: float) -> Progress:
        """The progress, from a delivery's counts at a moment of a clock that nobody sets."""
        total = sum(counts.values())
        done = counts["accepted"] + counts["refused"]
        self._seen = [each for each in self._seen if now_s - each[0] <= self.WINDOW_S] + [(now_s, done)]
        first_s, first = self._seen[0]
        rate = (done - first) / (now_s - first_s) if now_s > first_s and done > first else None
        left_s = (total - done) / rate if rate else None
        return Progress(done, total, counts["refused"], counts["unknown"], rate, left_s)


def customers(services: Services, file: str | None) -> CustomerFile | None:
    """Whom a mail would go to, looked at before anything is sent: of the file chosen for it, else of the connection's. None where there is no file: practice has made-up addresses, and by hand a person knows.

    Blocks: a list may have many thousand rows.
    """
    lists = services.ways_out.mail_lists
    if isinstance(lists, MailLists):
        own = lists.customers_file
        return None if own is None else look_at(own if file is None else lists.path_of(file))
    return None if file is None else look_at(Path(file).expanduser())


def send_test(
    services: Services, request: PublishRequest, template: str, address: str | None = None
) -> TestMail:
    """Mail one copy of what a round would send to oneself (or `address`), marked as a test; nobody else is written to, and nothing counts as said.

    RefusedError where the message could not be sent as it is. Blocks until the server has answered.
    """
    to = (address or services.settings.email).strip()
    if not to:
        raise RefusedError(
            told(Code.NO_TEST_ADDRESS),
            next_step=told(Code.GIVE_TEST_ADDRESS),
        )
    prepared = services.prepare(replace(request, messages=(template,)))
    blocking = next((one for one in prepared.findings if one.level is Level.BLOCKING), None)
    message = next(iter(prepared.messages), None)
    if blocking is not None or message is None or message.message is None:
        raise RefusedError(
            "The mail can't be sent yet: " + (blocking.text if blocking else "nothing of it is written.")
        )
    if message.head.channel not in services.ways_out.mail_lists:
        raise RefusedError(told(Code.NO_MAIL, title=message.head.title))
    subject = (Segment(TEST_MARK), *(message.message.subject or ()))
    marked = replace(message, message=replace(message.message, subject=subject))
    bundle = services.freeze(replace(prepared, messages=(marked,)))
    delivery = next((one for one in bundle.deliveries if one.template == template and not one.in_slack), None)
    if delivery is None:  # a post would be read by others than oneself
        raise RefusedError(told(Code.SLACK_ALONE, title=message.head.title))
    destination = services.ways_out.destinations().get(delivery.account)
    if destination is None:
        raise RefusedError(told(Code.NOTHING_CARRIES_MAIL), next_step=told(Code.ADD_CONNECTION))
    # An id of its own: a look-up, or a file of practice, must never take the test for the mail.
    now = services.clock.now().astimezone(UTC)
    delivery = replace(delivery, id=services.new_id("tst", now), attempts=1)
    reader = Recipient(0, services.settings.who, to, mail_id(delivery.id, 0, to))
    heard: list[RecipientOutcome] = []
    outcome = destination.deliver(Job(delivery, (reader,), lambda: None, heard.append))
    error = outcome.error if isinstance(outcome, NotAccepted | Doubt) else None
    if error is None and heard and heard[-1].state is not RecipientState.ACCEPTED:
        error = heard[-1].error
    if prepared.before is not None and isinstance(outcome, Sent) and error is None:
        _note(services, delivery, f"Test of {message.head.title} sent to {to}")
    return TestMail(to, delivery.account, error)


def pause_mail(services: Services, delivery_id: str) -> Delivery:
    """Let no further copy of a mail leave. The one that leaves at this very moment goes on; the rest waits until a person lets it go on, also over a restart."""
    delivery = services.record.delivery(delivery_id)
    counts = services.record.recipient_counts(delivery_id)
    if not sum(counts.values()):
        raise RefusedError(told(Code.ONLY_MANY_PAUSE))
    if delivery.is_paused:
        return delivery
    done = counts["accepted"] + counts["refused"]
    text = f"{title_of(services, delivery)} paused; {done:,} of {sum(counts.values()):,} copies had left"
    try:
        return services.record.apply_with_event(
            delivery_id, Paused(services.clock.now()), _event(services, delivery, text)
        )
    except IllegalTransitionError:
        raise RefusedError(told(Code.NOTHING_TO_PAUSE)) from None


def go_on(services: Services, delivery_id: str) -> Delivery:
    """Let the rest of a mail leave that was paused or stopped after its first batch; carry it out afterwards. Nobody gets it twice."""
    delivery = services.record.delivery(delivery_id)
    if delivery.stop_after is None:
        raise RefusedError(told(Code.NOT_PAUSED))
    pending = services.record.recipient_counts(delivery_id)["pending"]
    text = f"{title_of(services, delivery)} goes on to the {pending:,} who are left"
    try:
        return services.record.apply_with_event(
            delivery_id, Resumed(services.clock.now()), _event(services, delivery, text)
        )
    except IllegalTransitionError:
        state = delivery.state.value.replace("_", " ")
        raise RefusedError(told(Code.CANT_GO_ON, state=state)) from None


def other_ways(services: Services, delivery: Delivery) -> tuple[str, ...]:
    """The accounts that could carry a mail in place of its own."""
    if delivery.channel not in (Channel.EMAIL, Channel.EXECUTIVE) or delivery.in_slack:
        return ()
    return tuple(one for one in services.ways_out.mail_accounts if one != delivery.account)


def send_by(services: Services, delivery_id: str, account: str) -> Delivery:
    """Let another account carry what is left of a mail that the first one refused; carry it out afterwards. It is the same mail to the byte, and who has it does not get it again."""
    delivery = services.record.delivery(delivery_id)
    ways = other_ways(services, delivery)
    if account not in ways:
        step = told(Code.COULD_LEAVE_BY, names=", ".join(ways)) if ways else told(Code.ADD_MAIL_ACCOUNT)
        raise RefusedError(told(Code.CANT_CARRY, account=account), next_step=step)
    if not services.record.recipient_counts(delivery_id)["pending"]:
        raise RefusedError(told(Code.NOBODY_LEFT))
    text = f"{title_of(services, delivery)} leaves by {account} in place of {delivery.account}"
    by = services.settings.who
    try:
        return services.record.apply_with_event(
            delivery_id,
            Rerouted(services.clock.now(), by, account),
            _event(services, delivery, text),
        )
    except IllegalTransitionError:
        state = delivery.state.value.replace("_", " ")
        raise RefusedError(told(Code.ONLY_UNTAKEN, state=state)) from None


def _note(services: Services, delivery: Delivery, text: str) -> None:
    services.record.add_event(_event(services, delivery, text))


def _event(services: Services, delivery: Delivery, text: str) -> TimelineEvent:
    now = services.clock.now()
    return TimelineEvent(
        services.new_id("evt", now),
        delivery.incident_id,
        now,
        now,
        EventKind.DELIVERY,
        text,
        services.settings.who,
        channel=delivery.channel,
    )
