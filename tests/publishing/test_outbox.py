"""The outbox behind the real record, against destinations that remember: nothing lost, nothing doubled, nothing stale, nothing stuck."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.delivery import (
    OLDER_COPY,
    Accepted,
    Delivery,
    DeliveryEvent,
    DeliveryKind,
    DeliveryState,
    InDoubt,
    LetBe,
    LookUp,
    MarkedByHand,
    OwnerDied,
    Paused,
    PutBack,
    RecipientState,
    Resumed,
    SentAgain,
    WentOnWire,
)
from composer.domain.errors import IllegalTransitionError, RecordBusyError, RecordFullError
from composer.domain.incident import Incident
from composer.publishing.outbox import Outbox
from composer.publishing.outcomes import MAX_ATTEMPTS
from composer.publishing.owners import Owner
from composer.publishing.port import CannotTell, Job, NotAccepted, NotFound, RecipientOutcome, Sent
from composer.record.record import Record
from tests.publishing.ledgers import Killed, Ledger, WallClock, invariants, states, until
from tests.record import made

S = DeliveryState
LIMIT = timedelta(minutes=5)


class Faulty(Record):
    """A record that can't store some events, as on a full disk."""

    trouble: dict[type, Exception]

    def apply(self, delivery_id: str, event: DeliveryEvent) -> Delivery:
        trouble = getattr(self, "trouble", {}).pop(type(event), None)
        if trouble is not None:
            raise trouble
        return super().apply(delivery_id, event)


@dataclass
class Desk:
    """A record, its destinations and a clock; processes come and go."""

    record: Record
    folder: Path
    clock: Any = field(default_factory=lambda: WallClock(made.NOON))
    ledgers: dict[str, Ledger] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    insisted: Counter[str] = field(default_factory=Counter)
    owners: list[Owner] = field(default_factory=list)
    outbox: Outbox = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self, *, stale_after: timedelta = LIMIT, **more: Any) -> Outbox:
        """A new process; the one before it has died if `dies` was called."""
        self.owners.append(Owner(self.folder))
        self.outbox = Outbox(
            self.record,
            self.ledgers,
            self.clock,
            self.owners[-1],
            stale_after=stale_after,
            on_change=lambda one: self.changes.append((one.id, one.state.value)),
            on_note=lambda one, text: self.notes.append(text),
            **more,
        )
        return self.outbox

    def dies(self) -> Outbox:
        """What the system does when a process ends: its locks fall, its file stays."""
        self.owners[-1]._lock.release()
        return self.start()

    def ledger(self, account: str, *meets: Any, proves: bool = False) -> Ledger:
        found = self.ledgers.setdefault(account, Ledger(proves))
        found.script.extend(meets)
        return found

    def incident(self, **changes: Any) -> Incident:
        return self.record.save_incident(made.incident(**changes), None)

    def publish(
        self,
        of: Incident,
        *lanes: str | tuple[str, str],
        people: int = 0,
        hold_s: float = 0,
        stop_after: int | None = None,
        **changes: Any,
    ) -> list[str]:
        """Store a round with a delivery to each lane (an account, or account and destination); the ids of its deliveries."""
        now = self.clock.now()
        before = self.record.find_incident(of.id)
        assert before is not None
        after = replace(before, **changes)
        publish = made.publish(after, at=now, before=before)
        messages, deliveries, recipients = [], [], {}
        for lane in lanes:
            account, destination = lane if isinstance(lane, tuple) else (lane, lane)
            self.ledger(account)
            text = f"Text of {publish.id} for {destination}"
            message = made.message(publish, text=text)
            messages.append(message)
            one = made.delivery(
                message,
                account=account,
                destination=destination,
                created_at=now,
                state=S.HELD if hold_s else S.QUEUED,
                hold_until=now + timedelta(seconds=hold_s) if hold_s else None,
                queued_at=None if hold_s else now,
                stop_after=stop_after,
            )
            if account == "copy":
                one = replace(
                    one, channel=Channel.COPY, state=S.BY_HAND, hold_until=None, finished_at=now, by="Ada"
                )
            elif people:
                recipients[one.id] = tuple(made.recipient(number) for number in range(people))
            deliveries.append(one)
        bundle = made.bundle(after, expected=before.revision, publish=publish)
        self.record.store(
            replace(bundle, messages=tuple(messages), deliveries=tuple(deliveries), recipients=recipients)
        )
        self.stored += [one.id for one in deliveries]
        return [one.id for one in deliveries]

    def again(self, delivery_id: str) -> None:
        """A person has it sent again."""
        self.record.apply(delivery_id, SentAgain(self.clock.now(), "Ada"))
        self.insisted[delivery_id] += 1

    def state(self, delivery_id: str) -> DeliveryState:
        return self.record.delivery(delivery_id).state

    def publish_of(self, delivery_id: str) -> str:
        return self.record.delivery(delivery_id).publish_id

    def check(self) -> None:
        """The invariants."""
        invariants(self.record, self.ledgers.values(), self.stored, self.insisted)


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record without anything in it, made once."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    Faulty.open(path).close()
    return path


@pytest.fixture
def desk(tmp_path: Path, empty_record: Path) -> Iterator[Desk]:
    shutil.copy(empty_record, tmp_path / "record.db")
    with Faulty.open(tmp_path / "record.db") as record:
        made_desk = Desk(record, tmp_path / "owners")
        yield made_desk
        made_desk.check()
        assert S.SENDING.value not in states(record)
        for owner in made_desk.owners:
            owner.release()


# --- what a destination answers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meets", "state", "accepted"),
    [
        ("accept", S.SENT, 1),
        (NotAccepted("full", 5.0), S.SENT, 1),  # tried again five seconds later
        ("refuse 5", S.SENT, 1),
        (NotAccepted("channel_not_found"), S.FAILED, 0),
        ("refuse", S.FAILED, 0),
        ("lost doubt", S.UNKNOWN, 0),
        ("accept doubt", S.SENT, 1),  # a look-up finds it
    ],
)
def test_each_answer_has_its_state(desk: Desk, meets: Any, state: DeliveryState, accepted: int) -> None:
    slack = desk.ledger("slack", meets)
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    assert desk.state(one) is state
    assert slack.accepted[one] == accepted
    assert desk.changes[-1] == (one, state.value)


@pytest.mark.logs_expected
@pytest.mark.parametrize(
    ("meets", "state"), [("bug", S.FAILED), ("lost bug", S.UNKNOWN), ("accept bug", S.SENT)]
)
def test_a_bug_in_a_destination_is_no_proof_once_it_is_on_the_wire(
    desk: Desk, meets: str, state: DeliveryState
) -> None:
    desk.ledger("slack", meets)
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    assert desk.state(one) is state
    if state is not S.SENT:
        assert "The program made a mistake (ZeroDivisionError)" in (desk.record.delivery(one).error or "")


def test_without_a_connection_it_fails(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "slack")
    desk.ledgers.clear()
    desk.outbox.carry_out()
    assert desk.record.delivery(one).error == "There is no connection for this destination."


def test_after_some_tries_it_fails(desk: Desk) -> None:
    slack = desk.ledger("slack", *[NotAccepted("full", 5.0)] * (MAX_ATTEMPTS + 3))
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    assert desk.state(one) is S.FAILED
    assert slack.tries[one] == MAX_ATTEMPTS
    desk.again(one)
    slack.script.clear()
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT


def test_a_record_that_can_not_take_the_mark_lets_nothing_leave(desk: Desk) -> None:
    assert isinstance(desk.record, Faulty)
    desk.record.trouble = {WentOnWire: RecordBusyError("The record is busy.")}
    slack = desk.ledger("slack")
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out(patience_s=1)
    assert (desk.state(one), desk.record.delivery(one).error) == (S.WAITING, "The record is busy.")
    assert slack.accepted.total() == 0
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT


@pytest.mark.parametrize(("proves", "state"), [(False, S.UNKNOWN), (True, S.SENT)])
def test_what_was_accepted_and_could_not_be_stored_is_never_stuck(
    desk: Desk, proves: bool, state: DeliveryState
) -> None:
    assert isinstance(desk.record, Faulty)
    desk.record.trouble = {InDoubt: RecordFullError("The disk is full.")}
    slack = desk.ledger("slack", "lost doubt", proves=proves)
    (one,) = desk.publish(desk.incident(), "slack")
    with pytest.raises(RecordFullError):
        desk.outbox.carry_out()
    desk.outbox.carry_out()  # the same process, a moment later: nobody is at it any more
    assert desk.state(one) is state
    assert slack.tries[one] == (2 if proves else 1)


def test_trouble_with_the_record_on_the_wire_is_doubt(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "mail", people=2)
    slack = desk.ledger("mail")

    def tell(*_: object, **__: object) -> None:
        raise RecordBusyError("The record is busy.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.record, "set_recipients", tell)
        slack.tells.append(CannotTell("no"))
        desk.outbox.carry_out()
    assert desk.state(one) is S.UNKNOWN
    assert "may have arrived" in (desk.record.delivery(one).error or "")


# --- look-ups -----------------------------------------------------------------------------------------------------


def test_only_where_absence_is_proven_the_program_sends_again(desk: Desk) -> None:
    proving = desk.ledger("page", "lost doubt", proves=True)
    other = desk.ledger("slack", "lost doubt")
    page, slack = desk.publish(desk.incident(), "page", "slack")
    desk.outbox.carry_out()
    assert (desk.state(page), desk.state(slack)) == (S.SENT, S.UNKNOWN)
    assert proving.tries[page] == 2
    for _ in range(5):
        desk.outbox.recover()
        desk.outbox.carry_out()
    assert other.tries[slack] == 1, "sent again by itself after doubt"
    assert desk.record.delivery(slack).looked_up is LookUp.NOT_FOUND
    desk.again(slack)
    desk.outbox.carry_out()
    assert desk.state(slack) is S.SENT


@pytest.mark.parametrize("people", [0, 3])
def test_what_an_older_copy_leaves_open_is_not_sent_again_though_absence_is_proven(
    desk: Desk, people: int
) -> None:
    """What is not there now may have been taken away again, or belong to a text that a person let be since."""
    page = desk.ledger("page", proves=True)
    (one,) = desk.publish(desk.incident(), "page", people=people)
    desk.record.apply(one, PutBack(desk.clock.now()))
    unknown = [(number, RecipientState.UNKNOWN, OLDER_COPY) for number in range(people)]
    desk.record.set_recipients(one, unknown)
    for _ in range(2):
        desk.outbox.recover()
        desk.outbox.carry_out()
    assert (page.tries[one], page.asked[one]) == (0, 2)
    assert {each.state for each in desk.record.recipients(one)} <= {RecipientState.UNKNOWN}
    assert desk.record.delivery(one).looked_up is LookUp.NOT_FOUND
    assert desk.state(one) is S.UNKNOWN


def test_it_is_asked_once_a_run_and_never_sent_in_a_circle(desk: Desk) -> None:
    page = desk.ledger("page", *["lost doubt"] * 9, proves=True)
    (one,) = desk.publish(desk.incident(), "page")
    desk.outbox.carry_out()
    assert desk.state(one) is S.UNKNOWN
    assert (page.tries[one], page.asked[one]) == (2, 1)


@pytest.mark.logs_expected
def test_who_can_not_tell_is_noted_and_the_person_decides(desk: Desk) -> None:
    desk.ledger("slack", "lost doubt").tells.extend(
        [CannotTell("The token was revoked."), ZeroDivisionError()]
    )
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    assert desk.record.delivery(one).looked_up is LookUp.CANNOT_TELL
    desk.outbox.carry_out()
    desk.ledgers.clear()
    desk.outbox.carry_out()
    # Asked three times; the timeline says once why it can't be told.
    assert desk.notes == ["The token was revoked."]
    desk.record.apply(one, MarkedByHand(desk.clock.now(), "Ada"))


def test_an_answer_about_what_was_settled_meanwhile_changes_nothing(desk: Desk) -> None:
    slack = desk.ledger("slack", "lost doubt")
    slack.tells.append(CannotTell("busy"))
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    seen = desk.record.delivery(one)
    desk.record.apply(one, LetBe(desk.clock.now(), "Ada"))
    assert desk.outbox.look_up(seen).state is S.CANCELLED


def test_an_answer_that_comes_as_another_process_settles_it(desk: Desk) -> None:
    slack = desk.ledger("slack", "lost doubt")
    slack.tells.append(CannotTell("busy"))
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    seen = desk.record.delivery(one)

    def late(*_: object) -> Delivery:
        desk.record.apply(one, LetBe(desk.clock.now(), "Ada"))
        return seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            desk.outbox._recovery,
            "_answered",
            lambda *_: desk.record.apply(one, InDoubt(desk.clock.now(), "")),
        )
        assert desk.outbox.look_up(seen).state is S.UNKNOWN


# --- time ---------------------------------------------------------------------------------------------------------


def test_who_has_long_to_wait_is_left_waiting(desk: Desk) -> None:
    slack = desk.ledger("slack", NotAccepted("busy", 30.0))
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    assert desk.state(one) is S.WAITING
    assert desk.clock.monotonic() < 1
    desk.clock.advance(29)
    desk.outbox.carry_out(patience_s=0.5)
    assert slack.tries[one] == 1
    desk.clock.advance(1)
    desk.outbox.carry_out()
    assert (desk.state(one), slack.tries[one]) == (S.SENT, 2)


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(days=1)])
def test_a_wait_is_measured_by_the_clock_that_nobody_sets(desk: Desk, jump: timedelta) -> None:
    slack = desk.ledger("slack", NotAccepted("busy", 30.0))
    (one,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    desk.clock.set_wall(jump)
    desk.clock.advance(10)
    desk.outbox.carry_out()
    assert slack.tries[one] == 1, "not at once"
    desk.clock.advance(20.5)
    desk.outbox.carry_out()
    # A day later may also be a computer that slept: then a person decides.
    assert desk.state(one) is (S.SENT if jump < timedelta(0) else S.STALE)


def test_18_no_hold_lasts_longer_for_a_clock_that_was_set_back_before_a_restart(desk: Desk) -> None:
    (held,) = desk.publish(desk.incident(), "slack", hold_s=5)
    desk.clock.set_wall(-timedelta(minutes=50))
    desk.dies()
    desk.outbox.carry_out()
    assert desk.state(held) is S.STALE  # it asks at once, and does not wait for most of an hour


def test_after_a_restart_with_the_clock_set_back_a_person_decides(desk: Desk) -> None:
    desk.ledger("slack", NotAccepted("busy", 30.0))
    (waiting,) = desk.publish(desk.incident(), "slack")
    desk.outbox.carry_out()
    (held,) = desk.publish(desk.incident(), "mail", hold_s=60)
    desk.clock.set_wall(timedelta(days=-1))
    desk.dies()
    desk.outbox.carry_out()
    assert (desk.state(waiting), desk.state(held)) == (S.STALE, S.STALE)
    assert "set back" in (desk.record.delivery(held).error or "")


def test_too_old_after_a_restart(desk: Desk) -> None:
    incident = desk.incident()
    (queued,) = desk.publish(incident, "slack")
    (waiting,) = desk.publish(incident, "mail")
    desk.ledger("mail", NotAccepted("busy", 60.0))
    desk.outbox.carry_out([desk.publish_of(waiting)])
    desk.clock.advance(301)
    desk.dies()
    desk.outbox.carry_out()
    assert states(desk.record) == ["stale", "stale"]
    assert desk.record.delivery(queued).error == "This text is 5 min old."
    desk.again(queued)
    desk.outbox.carry_out()
    assert desk.state(queued) is S.SENT


@pytest.mark.parametrize("changes", [{"phase": "identified"}, {"severity": "P1"}])
def test_overtaken_by_a_change_of_the_incident(desk: Desk, changes: dict[str, Any]) -> None:
    incident = desk.incident()
    desk.ledger("slack", NotAccepted("busy", 60.0))
    (old,) = desk.publish(incident, "slack")
    desk.outbox.carry_out()
    (new,) = desk.publish(incident, "page", **changes)
    desk.outbox.carry_out()
    assert (desk.state(old), desk.state(new)) == (S.STALE, S.SENT)
    desk.again(old)
    desk.outbox.carry_out()
    assert desk.state(old) is S.SENT


@pytest.mark.parametrize("lane", ["slack", "page"])
def test_a_round_that_is_held_overtakes_when_its_hold_is_over(desk: Desk, lane: str) -> None:
    """Until then it may be taken back, and then the older one is what there is to say."""
    incident = desk.incident()
    desk.ledger("slack", NotAccepted("busy", 20.0), NotAccepted("busy", 20.0))
    (old,) = desk.publish(incident, "slack")
    desk.outbox.carry_out()
    for ends in ("taken back", "let go"):
        (new,) = desk.publish(incident, lane, hold_s=60, phase="identified")
        desk.clock.advance(20)
        desk.outbox.carry_out()
        if ends == "taken back":
            assert (desk.state(old), desk.state(new)) == (S.WAITING, S.HELD)
            assert desk.outbox.take_back(desk.publish_of(new), "Ada")
    assert desk.state(old) is S.SENT
    assert desk.state(new) is S.HELD
    assert desk.ledgers["slack"].tries[old] == 3


def test_an_older_text_is_stale_once_the_hold_of_a_newer_one_is_over(desk: Desk) -> None:
    incident = desk.incident()
    desk.ledger("slack", NotAccepted("busy", 100.0))
    (old,) = desk.publish(incident, "slack")
    desk.outbox.carry_out()
    (new,) = desk.publish(incident, "slack", hold_s=60)
    desk.outbox.carry_out()
    assert (desk.state(old), desk.state(new)) == (S.WAITING, S.HELD)
    desk.clock.advance(60)
    desk.outbox.carry_out()
    assert (desk.state(old), desk.state(new)) == (S.STALE, S.SENT)


def test_a_newer_text_to_the_same_place_does_not_wait_for_the_one_it_overtakes(desk: Desk) -> None:
    incident = desk.incident()
    slack = desk.ledger("slack", NotAccepted("busy", 600.0))
    (old,) = desk.publish(incident, "slack")
    desk.outbox.carry_out()
    (new,) = desk.publish(incident, "slack")
    desk.outbox.carry_out([desk.publish_of(new)])
    assert (desk.state(old), desk.state(new)) == (S.STALE, S.SENT)
    assert desk.record.delivery(old).error == "A newer message to the same destination was published."
    desk.again(old)  # the person has seen the newer one
    desk.outbox.carry_out()
    assert desk.state(old) is S.SENT
    assert slack.order == [new, old]


def test_another_incident_on_the_same_page_overtakes_nothing(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "page")
    (other,) = desk.publish(desk.incident(), "page")
    desk.outbox.carry_out()
    assert desk.ledgers["page"].order == [one, other]


def test_the_making_of_a_slack_channel_does_not_age_with_the_phase(desk: Desk) -> None:
    incident = desk.incident()
    desk.ledger("slack", NotAccepted("busy", 60.0))
    with pytest.MonkeyPatch.context() as patch:
        real = made.delivery
        patch.setattr(
            made, "delivery", lambda *a, **k: replace(real(*a, **k), kind=DeliveryKind.CREATE_SLACK_CHANNEL)
        )
        (one,) = desk.publish(incident, "slack")
    desk.outbox.carry_out()
    desk.publish(incident, "slack", phase="identified")
    desk.clock.advance(60)
    desk.outbox.carry_out()
    assert states(desk.record) == ["sent", "sent"]
    assert desk.ledgers["slack"].order[0] == one


def test_an_incident_that_is_gone_ages_by_time_alone(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "slack")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.record, "find_incident", lambda _: None)
        desk.outbox.carry_out()
    assert desk.state(one) is S.SENT


# --- lanes --------------------------------------------------------------------------------------------------------


def test_order_is_kept_within_a_lane(desk: Desk) -> None:
    incident = desk.incident()
    slack = desk.ledger("slack", NotAccepted("busy", 2.0))
    ids = desk.publish(incident, *["slack"] * 4)
    desk.outbox.carry_out()
    assert slack.order == ids
    assert slack.most_at_once == 1


def test_what_is_unknown_stale_or_failed_blocks_nothing(desk: Desk) -> None:
    slack = desk.ledger("slack", "lost doubt", NotAccepted("gone"))
    ids = desk.publish(desk.incident(), *["slack"] * 3)
    desk.outbox.carry_out()
    assert states(desk.record) == ["unknown", "failed", "sent"]
    assert slack.order == [ids[2]]


def test_one_lane_that_hangs_delays_no_other(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    slow = desk.ledger("slow", "hang")
    desk.ledger("slack", NotAccepted("busy", 0.1))
    incident = desk.incident()
    hanging, slack, page = desk.publish(incident, "slow", "slack", "page")
    held, *_ = desk.publish(incident, "mail", hold_s=0.3)
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        assert slow.reached.wait(10)
        until(lambda: [desk.state(one) for one in (slack, page, held)] == [S.SENT] * 3)
        assert desk.state(hanging) is S.SENDING
        slow.gate.set()
        run.result(10)
    assert desk.state(hanging) is S.SENT


def test_sixty_deliveries_in_thirty_lanes(desk: Desk) -> None:
    incident = desk.incident()
    lanes = [("slack", f"#{number % 30}") for number in range(60)]
    ids = desk.publish(incident, *lanes)
    desk.outbox.carry_out()
    assert desk.ledgers["slack"].accepted == Counter(ids)


def test_what_a_dead_process_left_in_the_lane_keeps_nobody_waiting(desk: Desk) -> None:
    incident, other = desk.incident(), desk.incident()
    (left,) = desk.publish(incident, "page")
    (held,) = desk.publish(incident, "page", hold_s=2)
    (elsewhere,) = desk.publish(incident, "slack")
    desk.dies()
    (mine,) = desk.publish(other, "page")
    desk.outbox.carry_out([desk.publish_of(mine)])
    assert desk.state(mine) is S.SENT
    assert [desk.state(one) for one in (left, held, elsewhere)] == [S.SENT, S.SENT, S.QUEUED]
    assert desk.ledgers["page"].order == [left, held, mine]


def test_who_stands_behind_a_long_wait_is_left_too(desk: Desk) -> None:
    desk.ledger("page", NotAccepted("busy", 60.0))
    (first,) = desk.publish(desk.incident(), "page")
    desk.outbox.carry_out()
    (second,) = desk.publish(desk.incident(), "page")
    desk.outbox.carry_out([desk.publish_of(second)])
    assert (desk.state(first), desk.state(second)) == (S.WAITING, S.QUEUED)


def test_two_runs_at_once_share_the_work(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    incident = desk.incident()
    ids = desk.publish(incident, *[("slack", f"#{number}") for number in range(20)])
    with ThreadPoolExecutor(3) as pool:
        for run in [pool.submit(desk.outbox.carry_out) for _ in range(3)]:
            run.result(20)
    assert desk.ledgers["slack"].accepted == Counter(ids)
    assert {desk.record.delivery(one).attempts for one in ids} == {1}


def test_a_claim_that_another_process_won(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "slack")
    seen = desk.record.delivery(one)
    desk.outbox.carry_out()
    desk.outbox._carry(seen)
    assert desk.ledgers["slack"].tries[one] == 1


def test_stop_leaves_the_rest_for_later(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    slow = desk.ledger("slow", "hang")
    ids = desk.publish(desk.incident(), *["slow"] * 3)
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        assert slow.reached.wait(10)
        desk.outbox.stop()
        slow.gate.set()
        run.result(10)
    assert states(desk.record) == ["sent", "queued", "queued"]
    desk.outbox.carry_out()
    assert slow.order == ids


# --- the hold -----------------------------------------------------------------------------------------------------


def test_nothing_leaves_before_the_hold_ends_and_then_all_at_once(desk: Desk) -> None:
    ids = desk.publish(desk.incident(), "slack", "page", hold_s=5)
    desk.outbox.carry_out(patience_s=2)
    assert [ledger.tries.total() for ledger in desk.ledgers.values()] == [0, 0]
    desk.clock.advance(4.9)
    desk.outbox.carry_out(patience_s=0.01)
    assert states(desk.record) == ["held", "held"]
    desk.outbox.carry_out()
    assert states(desk.record) == ["sent", "sent"]
    assert {desk.record.delivery(one).queued_at for one in ids} == {made.NOON + timedelta(seconds=5)}


def test_taken_back_leaves_the_incident_as_it_was(desk: Desk) -> None:
    incident = desk.incident()
    ids = desk.publish(incident, "slack", "copy", hold_s=5, phase="identified", severity="P1")
    publish_id = desk.publish_of(ids[0])
    assert desk.outbox.take_back(publish_id, "Ada")
    assert states(desk.record) == ["cancelled", "by_hand"]
    found = desk.record.find_incident(incident.id)
    assert found is not None
    assert replace(found, revision=incident.revision) == incident
    assert desk.changes == [(ids[0], "cancelled")]
    assert not desk.outbox.take_back(publish_id, "Ada"), "twice"
    desk.clock.advance(10)
    desk.outbox.carry_out()
    assert states(desk.record) == ["cancelled", "by_hand"]
    assert desk.ledgers["slack"].tries.total() == 0


def test_too_late_to_take_back(desk: Desk) -> None:
    incident = desk.incident()
    ids = desk.publish(incident, "slack", "page", hold_s=1, phase="identified")
    desk.clock.advance(1)
    desk.ledger("slack", NotAccepted("no"))
    desk.outbox.carry_out()
    assert not desk.outbox.take_back(desk.publish_of(ids[0]), "Ada")
    found = desk.record.find_incident(incident.id)
    assert found is not None
    assert found.phase == "identified"
    (copy,) = desk.publish(desk.incident(), "copy", hold_s=5)
    assert not desk.outbox.take_back(desk.publish_of(copy), "Ada"), "a person has it already"
    assert not desk.outbox.take_back("unheard of", "Ada")


def test_taken_back_while_it_is_waited_for(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    (one,) = desk.publish(desk.incident(), "slack", hold_s=8)
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        until(lambda: bool(desk.outbox._runs))
        assert desk.outbox.take_back(desk.publish_of(one), "Ada")
        run.result(3)
    assert desk.state(one) is S.CANCELLED


@pytest.mark.parametrize(("closed_s", "state"), [(200, S.SENT), (5 + 299, S.SENT), (5 + 301, S.STALE)])
def test_a_hold_that_ended_while_nobody_was_there(desk: Desk, closed_s: float, state: DeliveryState) -> None:
    (one,) = desk.publish(desk.incident(), "slack", hold_s=5)
    desk.clock.advance(closed_s)
    desk.dies()
    desk.outbox.carry_out()
    assert desk.state(one) is state


def test_a_hold_ended_by_another_process_does_not_shorten_a_wait(desk: Desk) -> None:
    """The wait after a 429 is another one than the hold before it."""
    desk.ledger("slack", NotAccepted("busy", 30.0))
    (one,) = desk.publish(desk.incident(), "slack", hold_s=2)
    window = desk.outbox
    window.carry_out(patience_s=1)
    command = desk.start()
    command.carry_out()
    assert desk.state(one) is S.WAITING
    window.carry_out()
    assert desk.ledgers["slack"].tries[one] == 1


# --- processes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meets", "state", "tries"), [("die", S.SENT, 2), ("lost die", S.UNKNOWN, 1), ("accept die", S.SENT, 1)]
)
def test_a_process_that_died(desk: Desk, meets: str, state: DeliveryState, tries: int) -> None:
    slack = desk.ledger("slack", meets)
    (one, _) = desk.publish(desk.incident(), "slack", "slack")
    with pytest.raises(Killed):
        desk.outbox.carry_out()
    desk.dies()
    once = None
    for _number in range(20):
        desk.outbox.recover()
        once = once or desk.record.deliveries()
        assert desk.record.deliveries() == once, "recovering again changed something"
    desk.outbox.carry_out()
    assert (desk.state(one), slack.tries[one]) == (state, tries)


def test_what_a_living_process_sends_is_never_taken_from_it(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "slack")
    desk.record.claim(one, desk.owners[0].id, desk.clock.now())
    desk.record.apply(one, WentOnWire(desk.clock.now()))
    beside = desk.start()
    beside.recover()
    assert desk.state(one) is S.SENDING
    desk.owners[0]._lock.release()
    beside.recover()
    assert desk.state(one) is S.UNKNOWN


def test_it_is_waited_for_while_another_process_sends_it(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    (one, two) = desk.publish(desk.incident(), "slack", "slack")
    desk.record.claim(one, desk.owners[0].id, desk.clock.now())
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        until(lambda: bool(desk.outbox._runs))
        assert desk.ledgers["slack"].tries.total() == 0
        desk.record.apply(one, WentOnWire(desk.clock.now()))
        desk.ledgers["slack"]._take(one, desk.record.delivery(one).payload)
        desk.record.apply(one, Accepted(desk.clock.now(), "v1"))
        run.result(10)
    assert desk.state(two) is S.SENT


def test_a_claim_made_meanwhile_is_not_taken_for_the_dead_one(desk: Desk) -> None:
    """Two processes recover at once: the second one read the row before the first had freed it and claimed it anew."""
    (one,) = desk.publish(desk.incident(), "slack")
    desk.record.claim(one, "dead", desk.clock.now())
    seen = desk.record.delivery(one)
    desk.record.apply(one, OwnerDied(desk.clock.now()))
    desk.record.claim(one, desk.owners[0].id, desk.clock.now())
    desk.outbox._recovery.free(seen)
    assert desk.state(one) is S.SENDING
    with pytest.raises(IllegalTransitionError):
        desk.record.apply(one, OwnerDied(desk.clock.now(), desk.owners[0].id, 1))
    desk.record.apply(one, OwnerDied(desk.clock.now(), desk.owners[0].id, 2))
    assert desk.state(one) is S.QUEUED


def test_what_a_thread_of_this_process_is_at_is_left_to_it(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    slow = desk.ledger("slow", "hang")
    (one,) = desk.publish(desk.incident(), "slow")
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        assert slow.reached.wait(10)
        desk.outbox.recover()
        assert desk.state(one) is S.SENDING
        slow.gate.set()
        run.result(10)
    assert slow.tries[one] == 1


def test_without_an_owner_it_is_free(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "slack")
    desk.record.claim(one, "x", desk.clock.now())
    nobody = replace(desk.record.delivery(one), owner=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.record, "deliveries", lambda **_: (nobody,))
        patch.setattr(desk.record, "apply", lambda *_: nobody)
        desk.outbox.recover()
    assert desk.changes == [(one, "sending")]
    desk.outbox.recover()
    assert desk.state(one) is S.QUEUED


# --- mail to many -------------------------------------------------------------------------------------------------


def test_mail_to_many_goes_on_with_those_who_are_left(desk: Desk) -> None:
    mail = desk.ledger("mail", "some retry")
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.outbox.carry_out(patience_s=1)
    assert desk.state(one) is S.WAITING
    assert desk.record.recipient_counts(one) == {"accepted": 1, "refused": 0, "unknown": 0, "pending": 2}
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT
    assert set(mail.accepted.values()) == {1}


def test_recipients_left_though_all_was_said_to_be_sent(desk: Desk) -> None:
    mail = desk.ledger("mail", "some")
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT
    assert mail.tries[one] == 2


def test_some_have_it_and_the_rest_is_refused_for_good(desk: Desk) -> None:
    """It can't be called failed, and it is not tried again by itself: it waits until it is stale, and asks."""
    mail = desk.ledger("mail", "some final")
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.outbox.carry_out()
    assert (desk.state(one), desk.record.delivery(one).error) == (S.WAITING, "closed")
    desk.clock.advance(299)
    desk.outbox.carry_out(patience_s=0)
    assert mail.tries[one] == 1
    desk.clock.advance(2)
    desk.outbox.carry_out()
    assert desk.state(one) is S.STALE
    desk.again(one)
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT
    assert set(mail.accepted.values()) == {1}


@pytest.mark.parametrize(
    ("meets", "state", "counts"),
    [
        ("refusing", S.SENT, [2, 1, 0, 0]),
        ("refusing all", S.FAILED, [0, 3, 0, 0]),
        ("doubting", S.UNKNOWN, [0, 0, 3, 0]),
        ("accept final", S.SENT, [3, 0, 0, 0]),
        ("lost final", S.FAILED, [0, 0, 0, 3]),
        ("lost doubt", S.UNKNOWN, [0, 0, 0, 3]),
    ],
)
def test_what_became_of_the_copies_decides(
    desk: Desk, meets: str, state: DeliveryState, counts: list[int]
) -> None:
    desk.ledger("mail", meets)
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.outbox.carry_out()
    assert desk.state(one) is state
    assert list(desk.record.recipient_counts(one).values()) == counts


@pytest.mark.parametrize(
    ("meets", "tries"), [("some die", 2), ("accept die", 1), ("lost die", 2), ("doubting", 1)]
)
def test_mail_that_can_be_asked_about_settles_itself(desk: Desk, meets: str, tries: int) -> None:
    mail = desk.ledger("mail", meets, proves=True)
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    if meets.endswith("die"):
        with pytest.raises(Killed):
            desk.outbox.carry_out()
        desk.dies()
    desk.outbox.recover()
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT
    assert mail.tries[one] == tries
    assert set(mail.accepted.values()) == {1}


def test_mail_that_everybody_refused_is_not_found_but_failed(desk: Desk) -> None:
    mail = desk.ledger("mail", "refusing all", proves=True)
    (one,) = desk.publish(desk.incident(), "mail", people=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.outbox, "_settle", lambda *_: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            desk.outbox.carry_out()
    desk.dies()
    desk.outbox.recover()
    desk.outbox.carry_out()
    assert (desk.state(one), desk.record.delivery(one).error) == (S.FAILED, "No recipient was accepted.")
    assert mail.accepted.total() == 0


def paused_after(desk: Desk, copies: int, people: int) -> str:
    """A mail that a person pauses while it is being sent, from another thread or process; its id."""
    mail = desk.ledger("mail")

    def pause(job: Any, ordinal: int) -> None:
        if ordinal == copies - 1:
            desk.record.apply(job.delivery.id, Paused(desk.clock.now()))

    mail.after_copy = pause
    (one,) = desk.publish(desk.incident(), "mail", people=people)
    desk.outbox.carry_out()
    return one


def test_a_mail_paused_in_its_midst_waits_and_goes_on_with_those_who_are_left(desk: Desk) -> None:
    one = paused_after(desk, 2, people=5)
    mail = desk.ledger("mail")
    assert desk.state(one) is S.WAITING
    assert desk.record.recipient_counts(one) == {"accepted": 2, "refused": 0, "unknown": 0, "pending": 3}
    assert desk.notes == ["2 of 5 copies have left; the rest waits for you."]
    # Neither time nor a restart lets it go on, and it does not grow stale.
    desk.clock.advance(3600)
    desk.dies()
    desk.outbox.recover()
    desk.outbox.carry_out()
    assert (desk.state(one), mail.tries[one]) == (S.WAITING, 1)
    desk.record.apply(one, Resumed(desk.clock.now()))
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT
    assert set(mail.accepted.values()) == {1}
    assert len(mail.accepted) == 5


def test_a_paused_mail_keeps_nobody_of_its_lane_waiting(desk: Desk) -> None:
    one = paused_after(desk, 2, people=5)
    other = desk.incident()
    (correction,) = desk.publish(other, "mail", people=2)
    desk.outbox.carry_out()
    assert (desk.state(one), desk.state(correction)) == (S.WAITING, S.SENT)


def test_a_paused_mail_that_a_newer_one_overtakes_asks_as_any_stale_one(desk: Desk) -> None:
    incident = desk.incident()
    (one,) = desk.publish(incident, "mail", people=3)
    desk.record.apply(one, Paused(desk.clock.now()))
    (newer,) = desk.publish(incident, "mail", people=3)
    desk.outbox.carry_out()
    assert (desk.state(one), desk.state(newer)) == (S.STALE, S.SENT)


def test_paused_before_it_began_nothing_leaves(desk: Desk) -> None:
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.record.apply(one, Paused(desk.clock.now()))
    desk.outbox.carry_out()
    assert (desk.state(one), desk.ledger("mail").tries[one]) == (S.QUEUED, 0)
    desk.record.apply(one, Resumed(desk.clock.now()))
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT


def test_paused_as_the_last_copy_leaves_it_is_sent(desk: Desk) -> None:
    assert desk.state(paused_after(desk, 3, people=3)) is S.SENT


@pytest.mark.parametrize("meets", ["accept", "some die"])
def test_a_first_batch_leaves_alone_also_where_the_program_dies_in_it(desk: Desk, meets: str) -> None:
    mail = desk.ledger("mail", meets, proves=True)
    (one,) = desk.publish(desk.incident(), "mail", people=5, stop_after=2)
    if meets.endswith("die"):
        with pytest.raises(Killed):
            desk.outbox.carry_out()
        desk.dies()
        desk.outbox.recover()
    desk.outbox.carry_out()
    assert (desk.state(one), len(mail.accepted)) == (S.WAITING, 2)
    desk.record.apply(one, Resumed(desk.clock.now()))
    desk.outbox.carry_out()
    assert (desk.state(one), len(mail.accepted)) == (S.SENT, 5)
    assert set(mail.accepted.values()) == {1}


def test_found_means_every_copy(desk: Desk) -> None:
    mail = desk.ledger("mail", "doubting")
    mail.tells.append(Sent("v1"))
    (one,) = desk.publish(desk.incident(), "mail", people=2)
    desk.outbox.carry_out()
    assert desk.state(one) is S.UNKNOWN
    assert desk.notes == ["Not every copy was found."]
    desk.record.set_recipients(one, [(number, RecipientState.ACCEPTED, None) for number in range(2)])
    mail.tells.append(Sent("v1"))
    desk.outbox.carry_out()
    assert desk.state(one) is S.SENT


def test_of_two_look_ups_at_once_the_slower_one_undoes_nothing(desk: Desk) -> None:
    mail = desk.ledger("mail", "lost doubt")
    mail.tells.append(CannotTell("not yet"))
    (one,) = desk.publish(desk.incident(), "mail", people=3)
    desk.outbox.carry_out()
    desk.record.set_recipients(one, [(number, RecipientState.UNKNOWN, "next") for number in range(3)])

    def proves(job: Job) -> NotFound:
        job.tell_all([RecipientOutcome(each.ordinal, RecipientState.PENDING) for each in job.recipients])
        return NotFound(proven=True)

    def is_slower(job: Job) -> NotFound:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(mail, "look_up", proves)
            desk.start().carry_out()  # another process asks, and sends what is left
        return proves(job)

    asks = desk.outbox
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mail, "look_up", is_slower)
        assert asks.look_up(desk.record.delivery(one)).state is S.SENT
    assert desk.record.recipient_counts(one)["accepted"] == 3
    asks.carry_out()
    assert set(mail.accepted.values()) == {1}


# --- amending -----------------------------------------------------------------------------------------------------


def linked(desk: Desk, *, page: str = "page") -> tuple[str, str]:
    """A declaration that is amended once the page has accepted."""
    incident = desk.incident()
    publish = made.publish(incident, at=desk.clock.now())
    said = [made.message(publish), made.message(publish)]
    first, second = (
        made.delivery(
            one, account=account, destination=account, created_at=desk.clock.now(), state=S.QUEUED, hold_until=None,
            queued_at=desk.clock.now(),
        )
        for one, account in zip(said, ("slack", page), strict=True)
    )  # fmt: skip
    first = replace(first, amend=b"Updated", amend_after=second.id)
    bundle = made.bundle(incident, expected=1, publish=publish)
    desk.record.store(replace(bundle, messages=tuple(said), deliveries=(first, second)))
    desk.stored += [first.id, second.id]
    desk.ledger("slack")
    desk.ledger(page)
    return first.id, second.id


def test_amended_once_after_the_page_has_accepted(desk: Desk) -> None:
    desk.ledger("page", NotAccepted("busy", 3.0))
    first, _ = linked(desk)
    desk.outbox.carry_out(patience_s=1)
    assert desk.ledgers["slack"].amended == []
    desk.outbox.carry_out()
    desk.outbox.carry_out()
    assert desk.ledgers["slack"].amended == [(first, b"Updated")]
    assert desk.record.delivery(first).amended_at is not None
    desk.outbox._amend(desk.record.delivery(desk.stored[1]))  # one with nothing to amend


@pytest.mark.logs_expected
@pytest.mark.parametrize(
    ("error", "note"),
    [
        (NotAccepted("It is gone."), "It is gone."),
        (ZeroDivisionError(), "The program made a mistake (ZeroDivisionError)."),
    ],
)
def test_an_amendment_that_fails_is_noted(desk: Desk, error: Any, note: str) -> None:
    slack = desk.ledger("slack")
    slack.amend_fails.append(error)
    first, _ = linked(desk)
    desk.outbox.carry_out()
    desk.outbox.carry_out()
    assert slack.amended == []
    assert desk.notes == [f"The message could not be brought up to date: {note}"]
    assert desk.record.delivery(first).amended_at is not None


def test_an_amendment_that_fails_for_a_passing_reason_is_tried_again(desk: Desk) -> None:
    slack = desk.ledger("slack")
    slack.amend_fails.extend([NotAccepted("busy", 3.0), NotAccepted("busy", 30.0)])
    first, _ = linked(desk)
    desk.outbox.carry_out()  # waits for the second try, and not for the third
    assert (len(slack.amend_fails), slack.amended) == (0, [])
    assert desk.record.delivery(first).amended_at is None
    desk.clock.advance(29)
    desk.outbox.carry_out(patience_s=0.5)
    assert slack.amended == []
    desk.clock.advance(1)
    desk.outbox.carry_out()
    assert slack.amended == [(first, b"Updated")]
    assert desk.record.delivery(first).amended_at is not None
    assert desk.notes == []


def test_after_a_restart_an_amendment_is_tried_at_once(desk: Desk) -> None:
    slack = desk.ledger("slack")
    slack.amend_fails.append(NotAccepted("busy", 600.0))
    first, _ = linked(desk)
    desk.outbox.carry_out()
    desk.dies()
    desk.outbox.carry_out()
    assert slack.amended == [(first, b"Updated")]


def test_an_amendment_is_not_tried_for_ever(desk: Desk) -> None:
    slack = desk.ledger("slack")
    slack.amend_fails.extend([NotAccepted("busy", 1.0)] * (MAX_ATTEMPTS + 1))
    first, _ = linked(desk)
    desk.outbox.carry_out()
    assert len(slack.amend_fails) == 1
    assert desk.notes == ["The message could not be brought up to date: busy"]
    assert desk.record.delivery(first).amended_at is not None


def test_without_a_connection_an_amendment_waits_for_one(desk: Desk) -> None:
    first, second = linked(desk)
    desk.outbox.carry_out([])
    slack = desk.ledgers.pop("slack")
    desk.record.claim(first, "x", desk.clock.now())
    desk.record.apply(first, WentOnWire(desk.clock.now()))
    slack._take(first, desk.record.delivery(first).payload)
    desk.record.apply(first, Accepted(desk.clock.now(), "v"))
    desk.outbox.carry_out()
    assert desk.state(second) is S.SENT
    assert desk.record.delivery(first).amended_at is None
    desk.ledgers["slack"] = slack
    desk.outbox.carry_out()
    assert slack.amended == [(first, b"Updated")]


def test_an_amendment_does_not_wait_for_a_lane_that_hangs(desk: Desk) -> None:
    desk.clock = SystemClock()
    desk.start(stale_after=timedelta(days=9_999))
    slow = desk.ledger("slow", "hang")
    desk.publish(desk.incident(), "slow")
    first, _ = linked(desk)
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(desk.outbox.carry_out)
        assert slow.reached.wait(10)
        until(lambda: desk.record.delivery(first).amended_at is not None)
        slow.gate.set()
        run.result(10)


# --- anything, in any order ---------------------------------------------------------------------------------------

ACCOUNTS = ("proving", "slack", "other")
MEETS = st.sampled_from(
    [
        "accept", "refuse 3", "refuse 40", "refuse", "lost doubt", "accept doubt", "die", "lost die", "accept die",
        "some retry", "some final", "some doubt", "some die", "doubting", "refusing", "refusing all",
        NotAccepted("busy", 3.0), NotAccepted("busy", 40.0), NotAccepted("gone"),
        *["accept doubt", "accept die"] * 4,  # the ones that tempt to send twice
    ]
)  # fmt: skip
LANES = st.sampled_from(["proving", "slack", "other", "other", ("slack", "#b"), ("proving", "b")])


class AnythingGoes(RuleBasedStateMachine):
    """Publishing, faults, deaths, restarts, time and people's decisions in any order."""

    empty: Path
    folder: Callable[[], Path]
    runs = 0
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        folder = type(self).folder()
        shutil.copy(self.empty, folder / "record.db")
        self.desk = Desk(Faulty.open(folder / "record.db"), folder / "owners")
        for account in ACCOUNTS:
            self.desk.ledger(account, proves=account == "proving").lags = account == "other"
        self.incidents = [self.desk.incident(), self.desk.incident()]
        AnythingGoes.runs += 1

    @rule(
        number=st.integers(0, 1), lanes=st.lists(st.tuples(LANES, MEETS), min_size=1, max_size=4),
        people=st.sampled_from([0, 0, 3]), hold_s=st.sampled_from([0, 0, 0, 5, 60]),
        phase=st.sampled_from([None, None, None, "identified"]), at_once=st.booleans(),
        stop_after=st.sampled_from([None, None, 1, 2]),
    )  # fmt: skip
    def publish(
        self,
        number: int,
        lanes: list[tuple[Any, Any]],
        people: int,
        hold_s: float,
        phase: str | None,
        at_once: bool,
        stop_after: int | None,
    ) -> None:
        """A round, what its destinations will meet, and perhaps the carrying out that follows at once."""
        for lane, meets in lanes:
            self.desk.ledger(lane[0] if isinstance(lane, tuple) else lane, meets)
        changes: dict[str, Any] = {"phase": phase} if phase else {}
        ids = self.desk.publish(
            self.incidents[number],
            *(lane for lane, _ in lanes),
            people=people,
            hold_s=hold_s,
            stop_after=stop_after if people else None,
            **changes,
        )
        if at_once:
            self._carry_out([self.desk.publish_of(ids[0])], 4.0)

    @rule(patience_s=st.sampled_from([0.0, 4.0, 10.0]), last=st.booleans())
    def carry_out(self, patience_s: float, last: bool) -> None:
        of = [self.desk.publish_of(self.desk.stored[-1])] if last and self.desk.stored else None
        self._carry_out(of, patience_s)

    def _carry_out(self, publish_ids: list[str] | None, patience_s: float) -> None:
        try:
            self.desk.outbox.recover()
            self.desk.outbox.carry_out(publish_ids, patience_s=patience_s)
        except Killed:
            self.desk.dies()

    @rule()
    def restart(self) -> None:
        self.desk.dies()
        self.desk.outbox.recover()

    @rule()
    def beside(self) -> None:
        """A second process starts while the first one lives."""
        first, owner = self.desk.outbox, self.desk.owners[-1]
        self.desk.start().recover()
        self.desk.outbox = first
        self.desk.owners.append(owner)  # it is still the one that dies next

    @rule(seconds=st.sampled_from([1, 3, 30, 290, 400]))
    def time_passes(self, seconds: float) -> None:
        self.desk.clock.advance(seconds)

    @rule(days=st.sampled_from([0, 0, 0, 0, -1, 1]))
    def clock_is_set(self, days: int) -> None:
        self.desk.clock.set_wall(timedelta(days=days))

    @precondition(lambda self: self.desk.stored)
    @rule(data=st.data(), what=st.sampled_from(["again", "let be", "by hand", "pause", "go on"]))
    def a_person_decides(self, data: st.DataObject, what: str) -> None:
        delivery_id = data.draw(st.sampled_from(self.desk.stored))
        now = self.desk.clock.now()
        try:
            match what:
                case "again":
                    self.desk.again(delivery_id)
                case "let be":
                    self.desk.record.apply(delivery_id, LetBe(now, "Ada"))
                case "pause":
                    self.desk.record.apply(delivery_id, Paused(now))
                case "go on":
                    self.desk.record.apply(delivery_id, Resumed(now))
                case _:
                    self.desk.record.apply(delivery_id, MarkedByHand(now, "Ada"))
        except IllegalTransitionError:
            pass

    @precondition(lambda self: self.desk.stored)
    @rule(data=st.data())
    def takes_back(self, data: st.DataObject) -> None:
        delivery_id = data.draw(st.sampled_from(self.desk.stored))
        publish_id = self.desk.publish_of(delivery_id)
        tried = {one.id for one in self.desk.record.deliveries(publish_id=publish_id) if one.attempts}
        taken = self.desk.outbox.take_back(publish_id, "Ada")
        assert not (taken and tried)

    @invariant()
    def holds(self) -> None:
        AnythingGoes.steps += 1
        self.desk.check()

    def teardown(self) -> None:
        desk = self.desk
        try:
            for ledger in desk.ledgers.values():
                ledger.script.clear()
            desk.dies()
            for _ in range(4):
                desk.outbox.recover()
                desk.outbox.carry_out(patience_s=3_600)
                for one in desk.record.deliveries(states={S.QUEUED, S.WAITING}):
                    assert one.is_paused, f"{one.state} is stuck"
                    desk.record.apply(one.id, Resumed(desk.clock.now()))
            desk.outbox.carry_out(patience_s=3_600)
            desk.check()
            for one in desk.record.deliveries():
                assert not one.state.is_under_way, f"{one.state} is stuck"
                if one.account == "proving" and one.state is S.UNKNOWN:
                    assert desk.record.recipient_counts(one.id)["unknown"]
            assert desk.record.verify() == ()
        finally:
            for owner in set(desk.owners):
                owner.release()
            desk.record.close()


def play(empty: Path, folder: Path, examples: int, steps: int) -> None:
    memory = Path("/dev/shm")
    root = Path(tempfile.mkdtemp(prefix="incident-composer-", dir=memory if memory.is_dir() else folder))
    numbers = iter(range(10**9))

    def fresh() -> Path:
        shutil.rmtree(root, ignore_errors=True)
        (made_here := root / str(next(numbers))).mkdir(parents=True)
        return made_here

    AnythingGoes.empty = empty
    AnythingGoes.folder = staticmethod(fresh)
    AnythingGoes.runs = AnythingGoes.steps = 0
    chosen = settings(
        max_examples=examples, stateful_step_count=steps, deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )  # fmt: skip
    try:
        run_state_machine_as_test(AnythingGoes, settings=chosen)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"\n{AnythingGoes.runs} histories, {AnythingGoes.steps} steps: no invariant broken")


@pytest.mark.timeout(600)  # it takes minutes to make a failure small
def test_whatever_happens_the_invariants_hold(empty_record: Path, tmp_path: Path) -> None:
    play(empty_record, tmp_path, 60, 20)


@pytest.mark.sweep
def test_sweep_whatever_happens_the_invariants_hold(empty_record: Path, tmp_path: Path) -> None:
    play(empty_record, tmp_path, 1_500, 50)
