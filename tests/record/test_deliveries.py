"""How deliveries move: one claim wins, every move is the reducer's, a round moves as one."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect

from composer.domain.channel import Channel
from composer.domain.delivery import (
    Accepted,
    Claimed,
    Delivery,
    DeliveryEvent,
    DeliveryKind,
    DeliveryState,
    HoldEnded,
    InDoubt,
    LookedUp,
    LookUp,
    RecipientState,
    WentOnWire,
    in_doubt,
    reduce,
)
from composer.domain.errors import (
    BugError,
    ComposerError,
    IllegalTransitionError,
    RecordFullError,
    RefusedError,
)
from composer.domain.incident import EventKind
from composer.domain.record import Bundle
from composer.domain.sayings import Code, Told, told
from composer.record import statements
from composer.record.record import Record
from composer.record.rows import DELIVERIES
from composer.record.sqlite import Sqlite
from composer.record.statements import narrowed
from composer.record.together import Together, Wish
from tests.record import made

LATER = made.NOON + timedelta(seconds=5)


def stored(record: Record, *states: DeliveryState, **changes: object) -> tuple[Delivery, ...]:
    """Deliveries of one publish, in these states."""
    bundle = made.bundle(count=len(states))
    deliveries = tuple(
        replace(each, state=state, **changes)  # type: ignore[arg-type]
        for each, state in zip(bundle.deliveries, states, strict=True)
    )
    record.store(replace(bundle, deliveries=deliveries))
    return record.deliveries(publish_id=bundle.publish.id)


def test_a_claim_takes_a_queued_delivery_once(record: Record) -> None:
    (queued,) = stored(record, DeliveryState.QUEUED, error="refused before", on_wire=True)
    taken = record.claim(queued.id, "me", LATER)
    assert taken == reduce(queued, Claimed(LATER, "me"))
    assert record.delivery(queued.id) == taken
    assert record.claim(queued.id, "you", LATER) is None
    assert record.claim("none", "you", LATER) is None
    assert record.delivery(queued.id).owner == "me"


@pytest.mark.parametrize("state", [one for one in DeliveryState if one is not DeliveryState.QUEUED])
def test_only_what_is_queued_can_be_claimed(record: Record, state: DeliveryState) -> None:
    (other,) = stored(record, state)
    assert record.claim(other.id, "me", LATER) is None
    assert record.delivery(other.id) == other


def test_of_eight_threads_exactly_one_wins_each_delivery(record: Record) -> None:
    queued = stored(record, *[DeliveryState.QUEUED] * 20)
    start = threading.Barrier(8)
    won: list[tuple[str, str]] = []

    def claim_all(name: str) -> None:
        start.wait()
        won.extend((each.id, name) for each in queued if record.claim(each.id, name, LATER))

    threads = [threading.Thread(target=claim_all, args=(f"thread {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(delivery for delivery, _ in won) == Counter(each.id for each in queued)
    assert {each.id: each.owner for each in record.deliveries()} == dict(won)
    assert all(each.attempts == 1 for each in record.deliveries())


class Slow(Record):
    """A record whose disk is slow; what went wrong with a transaction is scripted, and each is counted."""

    commits = 0
    trouble: Exception | None = None

    @contextmanager
    def _writing(self, patience_ms: int | None = None, *, soon: bool = False) -> Iterator[Connection]:
        with super()._writing(patience_ms, soon=soon) as connection:
            yield connection
            time.sleep(0.05)
            trouble, self.trouble = self.trouble, None
            if trouble is not None:
                raise trouble
        self.commits += 1


def moved_at_once(record: Record, moves: Mapping[str, DeliveryEvent]) -> dict[str, str]:
    """What each of these moves came to, each wanted by a thread of its own: the state, or the error."""

    def move(own: str) -> str:
        start.wait()
        try:
            return record.apply(own, moves[own]).state
        except ComposerError as trouble:
            return type(trouble).__name__

    start = threading.Barrier(len(moves))
    with ThreadPoolExecutor(len(moves)) as pool:
        return dict(zip(moves, pool.map(move, moves), strict=True))


def test_what_many_want_at_once_is_stored_together_and_one_mistake_spoils_no_other(path: Path) -> None:
    with Slow.open(path) as record:
        sending = [one.id for one in stored(record, *[DeliveryState.SENDING] * 8)]
        record.commits = 0
        moves: dict[str, DeliveryEvent] = {own: Accepted(LATER, own) for own in sending[:6]}
        moves |= {sending[6]: HoldEnded(LATER), "none": Accepted(LATER, "1")}
        came_to = moved_at_once(record, moves)
        assert [came_to[own] for own in sending[:6]] == ["sent"] * 6
        assert (came_to[sending[6]], came_to["none"]) == ("IllegalTransitionError", "RefusedError")
        assert [one.vendor_id for one in record.deliveries()[:6]] == sending[:6]
        assert record.commits <= 4


@pytest.mark.parametrize(
    ("trouble", "moved"), [(RuntimeError("a bug"), True), (RecordFullError("There is no space left."), False)]
)
def test_where_a_shared_transaction_fails_each_is_tried_alone_but_not_on_a_full_disk(
    path: Path, trouble: Exception, moved: bool
) -> None:
    with Slow.open(path) as record:
        one, two = (each.id for each in stored(record, DeliveryState.SENDING, DeliveryState.SENDING))
        wishes = [Wish(one, Accepted(LATER, "1")), Wish(two, Accepted(LATER, "2"))]
        record.trouble = trouble
        record._move_all(wishes)
        assert [wish.moved is not None for wish in wishes] == [moved, moved]
        assert [wish.trouble for wish in wishes] == ([None, None] if moved else [trouble, trouble])
        states = {each.state for each in record.deliveries()}
        assert states == {DeliveryState.SENT if moved else DeliveryState.SENDING}


def test_who_is_interrupted_leaves_the_others_to_themselves(path: Path) -> None:
    def interrupted(wishes: Sequence[Wish]) -> None:
        together._waiting += [beside]  # somebody else comes meanwhile
        raise KeyboardInterrupt

    together = Together(interrupted)
    own, before, beside = (Wish(name, Accepted(LATER, "1")) for name in ("own", "before", "beside"))
    together._waiting = [before]
    with pytest.raises(KeyboardInterrupt):
        together.fulfil(own)
    assert together._waiting == [before, beside]


CLAIM_ALL = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from composer.record.record import Record
with Record.open(Path(sys.argv[1])) as record:
    ids = [each.id for each in record.deliveries()]
    print("ready", flush=True)
    sys.stdin.readline()
    for id in ids:
        if record.claim(id, sys.argv[2], datetime.now(UTC)):
            print(id, flush=True)
"""


def test_of_four_processes_exactly_one_wins_each_delivery(record: Record, path: Path) -> None:
    queued = stored(record, *[DeliveryState.QUEUED] * 40)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CLAIM_ALL, str(path), f"process {n}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(4)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    won = []
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        output, _ = process.communicate(timeout=60)
        won += output.split()
        assert process.returncode == 0
    assert Counter(won) == Counter(each.id for each in queued)


def test_a_move_is_the_reducers_and_is_stored(record: Record) -> None:
    (held,) = stored(record, DeliveryState.HELD)
    events = (
        HoldEnded(LATER),
        Claimed(LATER, "me"),
        WentOnWire(LATER),
        InDoubt(LATER, "closed"),
        LookedUp(LATER, LookUp.NOT_FOUND),
    )
    expected = held
    for event in events:
        expected = reduce(expected, event)
        assert record.apply(held.id, event) == expected
        assert record.delivery(held.id) == expected


def test_what_went_wrong_keeps_its_code_over_a_restart(record: Record) -> None:
    (sending,) = stored(record, DeliveryState.SENDING)
    held = told(Code.NOT_WRITTEN, file="a.eml", reason=told(Code.DISK_FULL))
    record.apply(sending.id, InDoubt(LATER, in_doubt(held)))
    found = record.delivery(sending.id).error
    assert isinstance(found, Told)
    assert found.said == told(Code.MAY_HAVE_ARRIVED, text=held).said
    assert found == "a.eml could not be written: the disk is full. The message may have arrived."
    with closing(sqlite3.connect(record.path)) as connection:
        (text,) = connection.execute("SELECT error FROM deliveries").fetchone()
        assert text.partition("\n")[0] == found, "whoever reads the file finds the sentence first"
        for other, seen in (
            (text.replace("disk_full", "disk_gone"), str(found)),  # another version's code
            (text.replace("a.eml could", "b.eml could"), str(found).replace("a.eml", "b.eml")),
            ("Said:\n{no JSON}", "Said:\n{no JSON}"),
        ):
            connection.execute("UPDATE deliveries SET error = ?", (other,))
            connection.commit()
            told_then = record.delivery(sending.id).error
            assert type(told_then) is str
            assert told_then == seen


def test_a_move_that_changes_nothing_is_fine(record: Record) -> None:
    (sending,) = stored(record, DeliveryState.SENDING, on_wire=True)
    assert record.apply(sending.id, WentOnWire(LATER)) == sending


def test_an_illegal_move_changes_nothing(record: Record) -> None:
    (held,) = stored(record, DeliveryState.HELD)
    timeline = made.event(made.incident(id=held.incident_id))
    with pytest.raises(IllegalTransitionError):
        record.apply_with_event(held.id, Accepted(LATER, "1"), timeline)
    assert record.delivery(held.id) == held
    assert timeline not in record.events(held.incident_id)


def test_a_move_and_its_entry_in_the_timeline_are_stored_together(record: Record) -> None:
    (sending,) = stored(record, DeliveryState.SENDING)
    timeline = made.event(made.incident(id=sending.incident_id))
    record.apply_with_event(sending.id, Accepted(LATER, "17.1", "https://x"), timeline)
    assert timeline in record.events(sending.incident_id)
    (other,) = stored(record, DeliveryState.SENDING)
    with pytest.raises(RefusedError):
        record.apply_with_event(other.id, Accepted(LATER, "17.1"), timeline)  # the entry is there already
    assert record.delivery(other.id) == other


def test_a_move_that_somebody_else_was_faster_with_is_refused(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writers take turns here; a database in which they don't needs the condition of the update."""
    (sending,) = stored(record, DeliveryState.SENDING)
    monkeypatch.setattr("composer.record.deliveries._delivery", lambda *_: replace(sending, attempts=7))
    with pytest.raises(BugError, match="moved by somebody else"):
        record.apply(sending.id, Accepted(LATER, "1"))


def test_unknown_deliveries_are_refused(record: Record) -> None:
    for act in (
        lambda: record.delivery("none"),
        lambda: record.apply("none", HoldEnded(LATER)),
        lambda: record.mark_amended("none", LATER),
        lambda: record.set_recipients("none", [(0, RecipientState.ACCEPTED, None)]),
    ):
        with pytest.raises(RefusedError):
            act()


def test_deliveries_are_chosen_by_publish_incident_and_state(record: Record) -> None:
    ours = stored(record, DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.UNKNOWN)
    others = stored(record, DeliveryState.QUEUED)
    assert record.deliveries() == ours + others
    assert record.deliveries(incident_id=ours[0].incident_id) == ours
    assert record.deliveries(states={DeliveryState.QUEUED}) == (ours[0], others[0])
    chosen = record.deliveries(
        publish_id=ours[0].publish_id, states=[DeliveryState.SENT, DeliveryState.UNKNOWN]
    )
    assert chosen == ours[1:]
    assert record.deliveries(states=()) == ()


def test_a_lane_is_one_account_and_destination(record: Record) -> None:
    first, second, third = stored(record, DeliveryState.SENT, DeliveryState.QUEUED, DeliveryState.HELD)
    stored(record, DeliveryState.QUEUED, destination="#other")
    stored(record, DeliveryState.QUEUED, account="other")
    assert record.lane_after(second) == (third,)
    assert record.lane_after(first, {DeliveryState.HELD}) == (third,)
    assert record.lane_after(third) == ()
    assert record.deliveries(states=()) == ()


def test_a_hold_ends_for_the_whole_round_at_once(record: Record) -> None:
    held = stored(record, *[DeliveryState.HELD] * 3)
    other = stored(record, DeliveryState.HELD)
    moved = record.end_hold(held[0].publish_id, LATER)
    assert moved == tuple(reduce(each, HoldEnded(LATER)) for each in held)
    assert record.deliveries(publish_id=held[0].publish_id) == moved
    assert record.end_hold(held[0].publish_id, LATER) == ()
    assert record.delivery(other[0].id).state is DeliveryState.HELD


def test_a_round_taken_back_leaves_no_trace_in_its_incident(record: Record) -> None:
    of = record.save_incident(made.incident(), None)
    noted = made.event(of)
    record.add_event(noted)
    published = made.publish(of, before=of)
    after = replace(of, phase="identified", severity="P1", values={"summary": "new"}, roles={})
    bundle = made.bundle(after, expected=1, publish=published, count=2)
    record.store(bundle)
    cancelled = record.take_back(published.id, LATER, "Ada")
    assert [(each.state, each.by, each.finished_at) for each in cancelled] == [
        (DeliveryState.CANCELLED, "Ada", LATER)
    ] * 2
    assert record.deliveries() == cancelled
    assert record.find_incident(of.id) == replace(of, revision=3)
    assert record.events(of.id) == (noted,)
    assert record.take_back(published.id, LATER, "Ada") == ()
    assert record.end_hold(published.id, LATER) == ()


def test_what_somebody_changed_during_the_hold_stays(record: Record) -> None:
    of = record.save_incident(made.incident(), None)
    published = made.publish(of, before=of)
    after = replace(of, phase="identified")
    record.store(made.bundle(after, expected=1, publish=published))
    record.save_incident(replace(after, roles={"technical_lead": "Lin"}), 2)
    record.take_back(published.id, LATER, "Ada")
    found = record.find_incident(of.id)
    assert found is not None
    assert (found.phase, found.roles) == ("investigating", {"technical_lead": "Lin"})


def test_an_incident_declared_with_the_round_is_no_longer_declared_when_it_is_taken_back(
    record: Record,
) -> None:
    bundle = made.bundle(count=1)
    record.store(bundle)
    assert len(record.take_back(bundle.publish.id, LATER, "Ada")) == 1
    taken_back = replace(bundle.incident, revision=2, taken_back_at=LATER)
    assert record.find_incident(bundle.incident.id) == taken_back
    assert record.incidents(open_only=True) == ()
    *before, told = record.events(bundle.incident.id)
    assert tuple(before) == bundle.events
    assert (told.kind, told.at, told.by) == (EventKind.TAKEN_BACK, LATER, "Ada")


def test_a_slack_channel_that_was_not_made_is_made_by_the_next_round(record: Record) -> None:
    bundle = made.bundle(made.incident(creates_slack_channel=False), count=1)
    creation = made.delivery(bundle.messages[0], kind=DeliveryKind.CREATE_SLACK_CHANNEL, message_id=None)
    record.store(replace(bundle, deliveries=(creation, *bundle.deliveries)))
    record.take_back(bundle.publish.id, LATER, "Ada")
    assert record.find_incident(bundle.incident.id) == replace(
        bundle.incident, creates_slack_channel=True, revision=2, taken_back_at=LATER
    )


def test_a_text_for_the_clipboard_keeps_nothing_from_being_taken_back(record: Record) -> None:
    bundle = made.bundle(count=2)
    copied = replace(bundle.deliveries[0], channel=Channel.COPY, state=DeliveryState.BY_HAND)
    record.store(replace(bundle, deliveries=(copied, bundle.deliveries[1])))
    (taken,) = record.take_back(bundle.publish.id, LATER, "Ada")
    assert taken.id == bundle.deliveries[1].id
    assert record.take_back("none", LATER, "Ada") == ()


def test_a_round_that_has_left_in_part_is_not_taken_back(record: Record) -> None:
    held = stored(record, DeliveryState.HELD, DeliveryState.QUEUED)
    assert record.take_back(held[0].publish_id, LATER, "Ada") == ()
    assert record.deliveries() == held


def test_amends_are_due_once_both_deliveries_are_sent(record: Record) -> None:
    bundle = made.bundle(count=2)
    first, page = bundle.deliveries
    first = replace(first, amend=b"Updated", amend_after=page.id, state=DeliveryState.SENDING)
    page = replace(page, state=DeliveryState.SENDING)
    record.store(replace(bundle, deliveries=(first, page)))
    assert record.due_amends() == ()
    record.apply(first.id, Accepted(LATER, "1"))
    assert record.due_amends() == ()
    record.apply(page.id, Accepted(LATER, "2"))
    assert [each.id for each in record.due_amends()] == [first.id]
    record.mark_amended(first.id, LATER)
    record.mark_amended(first.id, LATER + timedelta(hours=1))
    assert record.due_amends() == ()
    assert record.delivery(first.id).amended_at == LATER


def test_a_page_posted_by_hand_amends_too(record: Record) -> None:
    bundle = made.bundle(count=2)
    first, page = bundle.deliveries
    first = replace(first, amend=b"Updated", amend_after=page.id, state=DeliveryState.SENT)
    record.store(replace(bundle, deliveries=(first, replace(page, state=DeliveryState.BY_HAND))))
    assert [each.id for each in record.due_amends()] == [first.id]


def test_recipients_are_noted_one_by_one_or_all_at_once(record: Record) -> None:
    bundle = made.bundle(count=1)
    mail = bundle.deliveries[0]
    people = tuple(made.recipient(number) for number in range(5))
    record.store(replace(bundle, recipients={mail.id: people}))
    record.set_recipients(mail.id, [(0, RecipientState.ACCEPTED, None)])
    record.set_recipients(
        mail.id, [(1, RecipientState.REFUSED, "550 no such user"), (2, RecipientState.UNKNOWN, "closed")]
    )
    record.set_recipients(mail.id, [])
    assert record.recipient_counts(mail.id) == {"accepted": 1, "refused": 1, "unknown": 1, "pending": 2}
    assert record.recipients(mail.id, {RecipientState.REFUSED}) == (
        replace(people[1], state=RecipientState.REFUSED, error="550 no such user"),
    )
    assert record.recipients(mail.id, [RecipientState.PENDING]) == people[3:]
    with pytest.raises(RefusedError, match="no such recipient"):
        record.set_recipients(
            mail.id, [(3, RecipientState.ACCEPTED, None), (9, RecipientState.ACCEPTED, None)]
        )
    assert record.recipient_counts(mail.id)["accepted"] == 1
    assert record.recipient_counts("none") == {"accepted": 0, "refused": 0, "unknown": 0, "pending": 0}


def test_eight_threads_store_at_once_and_nothing_is_lost(record: Record) -> None:
    def work() -> None:
        for _ in range(5):
            bundle = made.bundle(count=2)
            record.store(bundle)
            record.end_hold(bundle.publish.id, LATER)
            record.claim(bundle.deliveries[0].id, "me", LATER)
            record.search("payments")

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(work) for _ in range(8)]:
            done.result()
    states = Counter(each.state for each in record.deliveries())
    assert states == {DeliveryState.SENDING: 40, DeliveryState.QUEUED: 40}
    assert record.verify() == ()


def test_bundles_with_nothing_but_an_incident_are_fine(record: Record) -> None:
    of = made.incident()
    record.store(Bundle(of, None, made.publish(of), (), ()))
    assert record.deliveries() == ()


def test_what_need_not_be_on_the_disk_yet_is_seen_by_others_at_once(record: Record) -> None:
    """It survives the end of the process; the next thing stored takes it to the disk."""
    publish = made.publish(record.save_incident(made.incident(), None))
    message = made.message(publish)
    one = made.delivery(message)
    record.store(
        replace(
            made.bundle(record.incidents()[0], expected=1, publish=publish),
            messages=(message,),
            deliveries=(one,),
            recipients={one.id: (made.recipient(0),)},
        )
    )
    modes = []
    for soon in (True, False, True):
        record.set_recipients(one.id, [(0, RecipientState.UNKNOWN, str(soon))], soon=soon)
        with Record.open(record.path) as other:
            assert [each.error for each in other.recipients(one.id)] == [str(soon)]
        with record._writing(soon=soon) as connection:
            modes.append(connection.exec_driver_sql("PRAGMA synchronous").scalar())
    with record._writing() as connection:
        modes.append(connection.exec_driver_sql("PRAGMA synchronous").scalar())
    assert modes == [1, 2, 1, 2]  # NORMAL, FULL


def after_a_power_cut(record: Record, synced: int, folder: Path) -> Record:
    """The record as the disk has it where all was lost that came after the last time that it was told to keep it."""
    folder.mkdir()
    file = folder / record.path.name
    file.write_bytes(record.path.read_bytes())
    log = Path(f"{record.path}-wal").read_bytes()
    Path(f"{file}-wal").write_bytes(log[:synced])
    return Record.open(file)


def test_a_power_cut_loses_a_claim_but_never_the_mark(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[bool] = []
    right = Sqlite.set_soon

    def noted(connection: Connection, *, soon: bool) -> None:
        waits.append(not soon)
        right(connection, soon=soon)

    monkeypatch.setattr(Sqlite, "set_soon", noted)
    publish = made.publish(record.save_incident(made.incident(), None))
    message = made.message(publish)
    one = made.delivery(message, state=DeliveryState.QUEUED, hold_until=None)
    record.store(
        replace(
            made.bundle(record.incidents()[0], expected=1, publish=publish),
            messages=(message,),
            deliveries=(one,),
            recipients={one.id: (made.recipient(0), made.recipient(1))},
        )
    )
    log = Path(f"{record.path}-wal")
    synced = log.stat().st_size
    record.claim(one.id, "me", made.NOON)
    with after_a_power_cut(record, synced, tmp_path / "claimed") as cut:
        assert cut.delivery(one.id).state is DeliveryState.QUEUED  # no byte has left
    record.apply(one.id, WentOnWire(made.NOON))
    record.set_recipients(one.id, [(n, RecipientState.UNKNOWN, "next") for n in range(2)])
    synced = log.stat().st_size
    record.set_recipients(one.id, [(0, RecipientState.ACCEPTED, None)], soon=True)
    with after_a_power_cut(record, synced, tmp_path / "mailing") as cut:
        found = cut.delivery(one.id)
        assert (found.state, found.on_wire, found.owner) == (DeliveryState.SENDING, True, "me")
        assert [each.error for each in cut.recipients(one.id)] == ["next", "next"]  # both in doubt
    # Which of them wait for the disk: the incident, the round, the mark and who is next; the claim and what became of a copy do not.
    assert waits == [True, True, False, True, True, False]


def test_what_asks_for_something_is_found_without_looking_at_all_that_is_over(record: Record) -> None:
    """An index holds just these; that a question is answered by it hangs on its words."""
    unfinished = narrowed(statements.DELIVERY, DELIVERIES, (), 2, over=False)
    for question in (unfinished, statements.DUE_AMENDS):
        words = question.compile(dialect=dialect())
        with closing(sqlite3.connect(record.path)) as connection:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {words}", [None] * len(words.params)).fetchall()
        assert "ix_deliveries_unfinished" in plan[0][3]


def test_a_change_in_place_is_due_although_its_delivery_is_over(record: Record) -> None:
    bundle = made.bundle(count=1)
    sent = replace(bundle.deliveries[0], state=DeliveryState.SENT)
    record.store(replace(bundle, deliveries=(sent,)))
    record.rewrite(sent.id, b"new", made.event(bundle.incident))
    assert [each.id for each in record.due_amends()] == [sent.id]
    assert record.deliveries(states={DeliveryState.SENT}) == record.due_amends()
    assert record.deliveries(states={DeliveryState.QUEUED}) == ()
