"""The reducer: every pair of state and event, and what each event changes (docs/contract.md section 1)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.delivery import (
    ALLOWED,
    FINAL,
    SAID,
    UNDER_WAY,
    Accepted,
    Claimed,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    Found,
    HoldEnded,
    InDoubt,
    LetBe,
    LookedUp,
    LookUp,
    MarkedByHand,
    OwnerDied,
    Paused,
    PutBack,
    Recipient,
    RecipientState,
    Refused,
    Rejected,
    Rerouted,
    Rested,
    Resumed,
    SentAgain,
    TakenBack,
    TimeCame,
    WentOnWire,
    WentStale,
    count_recipients,
    in_doubt,
    mail_state,
    out_of_doubt,
    reduce,
)
from composer.domain.errors import IllegalTransitionError
from composer.domain.sayings import Code, told
from tests.domain.shipped import T0, after, delivery

S = DeliveryState
LATER = after(3)

EVENTS: dict[str, DeliveryEvent] = {
    "HoldEnded": HoldEnded(LATER),
    "TakenBack": TakenBack(LATER, "Kim"),
    "Claimed": Claimed(LATER, "pid-7"),
    "WentOnWire": WentOnWire(LATER),
    "Accepted": Accepted(LATER, "v1", "https://x.example/1"),
    "Refused": Refused(LATER, "429", after(4)),
    "Rejected": Rejected(LATER, "channel_not_found"),
    "InDoubt": InDoubt(LATER, "no reply"),
    "OwnerDied": OwnerDied(LATER),
    "TimeCame": TimeCame(LATER),
    "Paused": Paused(LATER),
    "Rested": Rested(LATER, "200 of 500 copies have left"),
    "Resumed": Resumed(LATER),
    "Rerouted": Rerouted(LATER, "Kim", "smtp"),
    "WentStale": WentStale(LATER, "This text is 6 min old."),
    "PutBack": PutBack(LATER),
    "Found": Found(LATER, "v1", "https://x.example/1"),
    "LookedUp": LookedUp(LATER, LookUp.NOT_FOUND),
    "SentAgain": SentAgain(LATER, "Kim"),
    "LetBe": LetBe(LATER, "Kim"),
    "MarkedByHand": MarkedByHand(LATER, "Kim", "https://x.example/by-hand"),
}

# Written down from docs/contract.md section 1, not from the code: where each event leads.
PROMISED: dict[tuple[DeliveryState, str], DeliveryState] = {
    (S.HELD, "HoldEnded"): S.QUEUED,
    (S.HELD, "TakenBack"): S.CANCELLED,
    (S.QUEUED, "Claimed"): S.SENDING,
    (S.QUEUED, "WentStale"): S.STALE,
    (S.QUEUED, "Paused"): S.QUEUED,
    (S.QUEUED, "Resumed"): S.QUEUED,
    (S.SENDING, "Paused"): S.SENDING,
    (S.SENDING, "Rested"): S.WAITING,
    (S.SENDING, "Resumed"): S.SENDING,
    (S.WAITING, "Paused"): S.WAITING,
    (S.WAITING, "Resumed"): S.QUEUED,
    (S.WAITING, "Rerouted"): S.QUEUED,
    (S.FAILED, "Rerouted"): S.QUEUED,
    (S.STALE, "Rerouted"): S.QUEUED,
    (S.QUEUED, "LetBe"): S.CANCELLED,
    (S.QUEUED, "MarkedByHand"): S.BY_HAND,
    (S.SENDING, "WentOnWire"): S.SENDING,
    (S.SENDING, "Accepted"): S.SENT,
    (S.SENDING, "Refused"): S.WAITING,
    (S.SENDING, "Rejected"): S.FAILED,
    (S.SENDING, "InDoubt"): S.UNKNOWN,
    (S.SENDING, "OwnerDied"): S.QUEUED,  # with the on-wire mark: unknown; see below
    (S.WAITING, "TimeCame"): S.QUEUED,
    (S.WAITING, "WentStale"): S.STALE,
    (S.WAITING, "LetBe"): S.CANCELLED,
    (S.WAITING, "MarkedByHand"): S.BY_HAND,
    **{(state, "PutBack"): S.UNKNOWN for state in S if state not in FINAL},
    (S.UNKNOWN, "Found"): S.SENT,
    (S.UNKNOWN, "LookedUp"): S.UNKNOWN,
    (S.UNKNOWN, "SentAgain"): S.QUEUED,  # after a look-up; see below
    (S.UNKNOWN, "LetBe"): S.CANCELLED,
    (S.UNKNOWN, "MarkedByHand"): S.BY_HAND,
    (S.STALE, "SentAgain"): S.QUEUED,
    (S.STALE, "LetBe"): S.CANCELLED,
    (S.STALE, "MarkedByHand"): S.BY_HAND,
    (S.FAILED, "SentAgain"): S.QUEUED,
    (S.FAILED, "LetBe"): S.CANCELLED,
    (S.FAILED, "MarkedByHand"): S.BY_HAND,
}


def in_state(state: DeliveryState, **more: object) -> Delivery:
    """A delivery that has come to a state in an ordinary way."""
    facts: dict[str, object] = {"state": state, "queued_at": after(1), "attempts": 1}
    if state is S.HELD:
        facts |= {"hold_until": after(1), "queued_at": None, "attempts": 0}
    if state is S.SENDING:
        facts |= {"owner": "pid-1"}
    if state is S.WAITING:
        facts |= {"not_before": after(2), "error": "429"}
    if state is S.UNKNOWN:
        facts |= {
            "on_wire": True,
            "looked_up": LookUp.NOT_FOUND,
            "looked_up_at": after(2),
            "error": "no reply",
        }
    return delivery(**{**facts, **more})


def changed(before: Delivery, now: Delivery) -> dict[str, object]:
    """The attributes that differ."""
    names = [field.name for field in fields(Delivery)]
    return {name: getattr(now, name) for name in names if getattr(before, name) != getattr(now, name)}


def test_events_and_states_are_all_tried() -> None:
    assert {type(event) for event in EVENTS.values()} == set(get_args(DeliveryEvent)) == set(ALLOWED)
    assert [type(event).__name__ for event in EVENTS.values()] == list(EVENTS)
    assert (len(DeliveryState), len(EVENTS)) == (10, 21)


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("state", DeliveryState)
def test_every_pair_of_state_and_event(state: DeliveryState, name: str) -> None:
    before = in_state(state)
    expected = PROMISED.get((state, name))
    if expected is not None:
        assert reduce(before, EVENTS[name]).state is expected
        return
    kept = replace(before)
    with pytest.raises(IllegalTransitionError, match=f"^{name} can't happen to a delivery that is {state}$"):
        reduce(before, EVENTS[name])
    assert before == kept


def test_the_sets_of_states() -> None:
    assert {S.SENT, S.CANCELLED, S.BY_HAND} == FINAL
    assert {S.HELD, S.QUEUED, S.SENDING, S.WAITING} == UNDER_WAY
    assert {S.HELD, S.QUEUED, S.SENDING, S.WAITING, S.SENT, S.BY_HAND, S.UNKNOWN} == SAID
    asking = {S.UNKNOWN, S.STALE, S.FAILED}
    for state in DeliveryState:
        assert (state.is_final, state.is_under_way, state.asks_a_person) == (
            state in FINAL,
            state in UNDER_WAY,
            state in asking,
        )
    assert [state.value for state in DeliveryState] == [
        *(
            "held",
            "queued",
            "sending",
            "waiting",
            "sent",
            "failed",
            "cancelled",
            "stale",
            "by_hand",
            "unknown",
        )
    ]


def test_lane_is_account_and_destination() -> None:
    assert delivery().lane == ("practice.slack", "#incident-2026-11-23-checkout-down")


# --- what each event changes, and nothing else --------------------------------------------------------------------


def test_hold_ended_counts_its_age_from_the_end_of_the_hold() -> None:
    # Nobody was there for two minutes: the message is as old as it is.
    assert changed(in_state(S.HELD), reduce(in_state(S.HELD), HoldEnded(LATER))) == {
        "state": S.QUEUED,
        "queued_at": after(1),
    }
    assert reduce(in_state(S.HELD, hold_until=None), HoldEnded(LATER)).queued_at == LATER


def test_paused_keeps_everything_but_leaves_no_more() -> None:
    for state in (S.QUEUED, S.SENDING, S.WAITING):
        before = in_state(state)
        assert changed(before, reduce(before, Paused(LATER))) == {"stop_after": 0}


def test_rested_waits_for_a_person_and_for_no_time() -> None:
    before = in_state(S.SENDING, on_wire=True, stop_after=200)
    assert changed(before, reduce(before, Rested(LATER, "200 of 500"))) == {
        "state": S.WAITING,
        "owner": None,
        "on_wire": False,
        "error": "200 of 500",
        "stop_after": 0,
    }


def test_resumed_is_as_fresh_as_the_decision() -> None:
    before = in_state(S.WAITING, stop_after=0)
    assert changed(before, reduce(before, Resumed(LATER))) == {
        "state": S.QUEUED,
        "queued_at": LATER,
        "not_before": None,
        "error": None,
        "insisted": True,
        "stop_after": None,
    }
    sending = in_state(S.SENDING, stop_after=0)
    assert changed(sending, reduce(sending, Resumed(LATER))) == {"stop_after": None}


def test_rerouted_is_the_same_mail_by_another_account() -> None:
    before = in_state(S.FAILED, error="550 no", stop_after=200)
    assert changed(before, reduce(before, Rerouted(LATER, "Kim", "smtp"))) == {
        "state": S.QUEUED,
        "account": "smtp",
        "queued_at": LATER,
        "error": None,
        "by": "Kim",
        "insisted": True,
    }
    assert reduce(in_state(S.WAITING, stop_after=0), Rerouted(LATER, "Kim", "smtp")).stop_after is None


def test_sent_again_after_a_doubt_in_the_first_batch_still_stops_after_it() -> None:
    assert reduce(in_state(S.UNKNOWN, stop_after=200), SentAgain(LATER, "Kim")).stop_after == 200
    assert reduce(in_state(S.UNKNOWN, stop_after=0), SentAgain(LATER, "Kim")).stop_after is None
    by_program = SentAgain(LATER, "the program", by_person=False)
    assert reduce(in_state(S.UNKNOWN, stop_after=0), by_program).stop_after == 0


def test_taken_back_leaves_nothing() -> None:
    before = in_state(S.HELD)
    assert changed(before, reduce(before, TakenBack(LATER, "Kim"))) == {
        "state": S.CANCELLED,
        "finished_at": LATER,
        "by": "Kim",
    }


def test_claim_counts_an_attempt_and_forgets_the_last_one() -> None:
    before = in_state(S.QUEUED, on_wire=True, error="429")
    assert changed(before, reduce(before, Claimed(LATER, "pid-7"))) == {
        "state": S.SENDING,
        "owner": "pid-7",
        "on_wire": False,
        "attempts": 2,
        "error": None,
    }


def test_on_wire_mark() -> None:
    before = in_state(S.SENDING)
    marked = reduce(before, WentOnWire(LATER))
    assert changed(before, marked) == {"on_wire": True}
    assert reduce(marked, WentOnWire(LATER)) == marked


def test_accepted_keeps_the_vendors_id() -> None:
    before = in_state(S.SENDING, on_wire=True, error="earlier")
    assert changed(before, reduce(before, Accepted(LATER, "v1", "https://x.example/1"))) == {
        "state": S.SENT,
        "owner": None,
        "vendor_id": "v1",
        "url": "https://x.example/1",
        "error": None,
        "finished_at": LATER,
    }
    assert reduce(before, Accepted(LATER, None)).url is None


def test_refused_waits() -> None:
    before = in_state(S.SENDING, on_wire=True)
    assert changed(before, reduce(before, Refused(LATER, "429", after(4)))) == {
        "state": S.WAITING,
        "owner": None,
        "on_wire": False,
        "error": "429",
        "not_before": after(4),
    }


def test_rejected_fails() -> None:
    before = in_state(S.SENDING, on_wire=True)
    assert changed(before, reduce(before, Rejected(LATER, "channel_not_found"))) == {
        "state": S.FAILED,
        "owner": None,
        "on_wire": False,
        "error": "channel_not_found",
    }


def test_doubt_keeps_the_mark_and_asks_for_a_new_look_up() -> None:
    before = in_state(S.SENDING, on_wire=True, looked_up=LookUp.NOT_FOUND, looked_up_at=after(2))
    assert changed(before, reduce(before, InDoubt(LATER, "no reply"))) == {
        "state": S.UNKNOWN,
        "owner": None,
        "error": "no reply",
        "looked_up": None,
        "looked_up_at": None,
    }


def test_dead_owner_without_the_mark_has_sent_nothing() -> None:
    before = in_state(S.SENDING)
    assert changed(before, reduce(before, OwnerDied(LATER))) == {"state": S.QUEUED, "owner": None}


def test_dead_owner_of_an_earlier_claim_changes_nothing() -> None:
    before = in_state(S.SENDING)
    assert reduce(before, OwnerDied(LATER, "pid-1", 1)).state is S.QUEUED
    for owner, attempts in (("pid-2", 1), ("pid-1", 2), ("pid-1", None), (None, 1)):
        with pytest.raises(
            IllegalTransitionError, match=r"^another process has claimed the delivery meanwhile$"
        ):
            reduce(before, OwnerDied(LATER, owner, attempts))


def test_dead_owner_with_the_mark_leaves_doubt() -> None:
    before = in_state(S.SENDING, on_wire=True, looked_up=LookUp.CANNOT_TELL, looked_up_at=after(2))
    now = reduce(before, OwnerDied(LATER))
    assert changed(before, now) == {
        "state": S.UNKNOWN,
        "owner": None,
        "error": "The program ended while this was being sent, so it may have arrived.",
        "looked_up": None,
        "looked_up_at": None,
    }


@pytest.mark.parametrize("state", [state for state in S if state not in FINAL])
def test_what_an_older_copy_leaves_open_is_in_doubt_and_for_a_person(state: DeliveryState) -> None:
    before = in_state(state, stop_after=0)
    now = reduce(before, PutBack(LATER))
    assert now.is_of_older_copy
    # Stored in records, and known by its words: another version has to know it, too.
    assert now.error == "The record is an older copy of itself. The message may have arrived."
    assert not before.is_of_older_copy
    assert now.on_wire, "once let be, it still counts as what may have been read"
    assert (now.owner, now.not_before, now.looked_up, now.stop_after) == (None, None, None, 0)
    assert now.queued_at == (before.queued_at or before.created_at)
    with pytest.raises(IllegalTransitionError, match="only after a look-up"):
        reduce(now, SentAgain(LATER, "Kim"))
    looked_up = reduce(now, LookedUp(LATER, LookUp.NOT_FOUND))
    with pytest.raises(IllegalTransitionError, match="for a person"):
        reduce(looked_up, SentAgain(LATER, "the program", by_person=False))
    again = reduce(looked_up, SentAgain(LATER, "Kim"))
    assert (again.state, again.is_of_older_copy, again.on_wire) == (S.QUEUED, False, False)
    assert reduce(looked_up, Found(LATER, "v1")).state is S.SENT


def test_waiting_makes_no_text_fresh_again() -> None:
    before = in_state(S.WAITING)
    assert changed(before, reduce(before, TimeCame(LATER))) == {"state": S.QUEUED, "not_before": None}
    assert reduce(in_state(S.WAITING, queued_at=None), TimeCame(LATER)).queued_at == LATER


def test_stale_says_why() -> None:
    before = in_state(S.WAITING)
    assert changed(before, reduce(before, WentStale(LATER, "This text is 6 min old."))) == {
        "state": S.STALE,
        "not_before": None,
        "error": "This text is 6 min old.",
    }


def test_found_is_sent() -> None:
    before = in_state(S.UNKNOWN)
    assert changed(before, reduce(before, Found(LATER, "v1", "https://x.example/1"))) == {
        "state": S.SENT,
        "vendor_id": "v1",
        "url": "https://x.example/1",
        "error": None,
        "finished_at": LATER,
    }
    assert reduce(before, Found(LATER, "v1")).url is None


@pytest.mark.parametrize("answer", LookUp)
def test_look_up_is_remembered(answer: LookUp) -> None:
    before = in_state(S.UNKNOWN, looked_up=None, looked_up_at=None)
    now = reduce(before, LookedUp(LATER, answer))
    assert changed(before, now) == {"looked_up": answer, "looked_up_at": LATER}


def test_a_person_makes_it_fresh_and_insists() -> None:
    before = in_state(S.UNKNOWN, not_before=after(9))
    assert changed(before, reduce(before, SentAgain(LATER, "Kim"))) == {
        "state": S.QUEUED,
        "queued_at": LATER,
        "not_before": None,
        "on_wire": False,
        "error": None,
        "by": "Kim",
        "looked_up": None,
        "looked_up_at": None,
        "insisted": True,
    }


def test_the_program_neither_makes_it_fresh_nor_insists() -> None:
    now = reduce(in_state(S.UNKNOWN), SentAgain(LATER, "the program", by_person=False))
    assert (now.state, now.queued_at, now.insisted, now.by) == (S.QUEUED, after(1), False, "the program")


def test_unknown_is_not_sent_again_before_a_look_up() -> None:
    never_looked = in_state(S.UNKNOWN, looked_up=None)
    for by_person in (True, False):
        with pytest.raises(
            IllegalTransitionError, match=r"^an unknown delivery is sent again only after a look-up$"
        ):
            reduce(never_looked, SentAgain(LATER, "Kim", by_person))


def test_where_the_vendor_cannot_tell_a_person_decides() -> None:
    asked = in_state(S.UNKNOWN, looked_up=LookUp.CANNOT_TELL)
    assert reduce(asked, SentAgain(LATER, "Kim")).state is S.QUEUED
    with pytest.raises(
        IllegalTransitionError, match=r"^the program sends again only what a look-up did not find$"
    ):
        reduce(asked, SentAgain(LATER, "the program", by_person=False))


@pytest.mark.parametrize("state", [S.STALE, S.FAILED])
def test_only_a_person_sends_what_stands_still(state: DeliveryState) -> None:
    with pytest.raises(IllegalTransitionError, match="only what a look-up did not find"):
        reduce(in_state(state), SentAgain(LATER, "the program", by_person=False))


def test_let_be() -> None:
    before = in_state(S.WAITING)
    assert changed(before, reduce(before, LetBe(LATER, "Kim"))) == {
        "state": S.CANCELLED,
        "not_before": None,
        "finished_at": LATER,
        "by": "Kim",
    }


def test_marked_by_hand() -> None:
    before = in_state(S.WAITING)
    assert changed(before, reduce(before, MarkedByHand(LATER, "Kim", "https://x.example/by-hand"))) == {
        "state": S.BY_HAND,
        "not_before": None,
        "finished_at": LATER,
        "by": "Kim",
        "url": "https://x.example/by-hand",
    }
    assert reduce(before, MarkedByHand(LATER, "Kim")).url is None


# --- whatever happens ------------------------------------------------------------------------------------------------

times = st.integers(0, 600).map(after)
words = st.sampled_from(["one", "two"])
KINDS: dict[type, st.SearchStrategy[DeliveryEvent]] = {
    HoldEnded: st.builds(HoldEnded, times),
    TakenBack: st.builds(TakenBack, times, words),
    Claimed: st.builds(Claimed, times, words),
    WentOnWire: st.builds(WentOnWire, times),
    Accepted: st.builds(Accepted, times, words),
    Refused: st.builds(Refused, times, words, times),
    Rejected: st.builds(Rejected, times, words),
    InDoubt: st.builds(InDoubt, times, words),
    OwnerDied: st.builds(OwnerDied, times, st.none() | words, st.none() | st.integers(1, 3)),
    TimeCame: st.builds(TimeCame, times),
    Paused: st.builds(Paused, times),
    Rested: st.builds(Rested, times, words),
    Resumed: st.builds(Resumed, times),
    Rerouted: st.builds(Rerouted, times, words, words),
    WentStale: st.builds(WentStale, times, words),
    PutBack: st.builds(PutBack, times),
    Found: st.builds(Found, times, words),
    LookedUp: st.builds(LookedUp, times, st.sampled_from(LookUp)),
    SentAgain: st.builds(SentAgain, times, words, st.booleans()),
    LetBe: st.builds(LetBe, times, words),
    MarkedByHand: st.builds(MarkedByHand, times, words),
}
FITTING = {state: [EVENTS[name] for before, name in PROMISED if before is state] for state in DeliveryState}


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Delivery, DeliveryEvent, Delivery]]:
    """A life of a delivery: what was before each event, and what after. Most events drawn fit the state."""
    now = delivery(hold_until=after(1))
    steps = []
    for wild in draw(st.lists(st.integers(0, 5), min_size=1, max_size=25)):
        fitting = [type(event) for event in FITTING[now.state]]
        kinds = fitting if wild and fitting else list(KINDS)
        event = draw(KINDS[draw(st.sampled_from(kinds))])
        before, copy = now, replace(now)
        try:
            now = reduce(before, event)
        except IllegalTransitionError:
            now = before
        assert before == copy
        steps.append((before, event, now))
    return steps


@settings(max_examples=300)
@given(histories())
def test_no_history_breaks_the_promise(steps: list[tuple[Delivery, DeliveryEvent, Delivery]]) -> None:
    accepted = False
    insists = False
    for before, event, now in steps:
        if before.state in FINAL:
            assert now == before
        assert now.attempts == before.attempts + (now.state is S.SENDING and before.state is not S.SENDING)
        accepted = accepted or (before != now and isinstance(event, Accepted | Found))
        if accepted:
            assert now.state is S.SENT
        if before.state is S.UNKNOWN and now.state is S.QUEUED:
            assert isinstance(event, SentAgain)
            assert before.looked_up is not None
            assert event.by_person or before.looked_up is LookUp.NOT_FOUND
        if isinstance(event, OwnerDied) and before.state is S.SENDING and now != before:
            assert event.owner in (None, before.owner)
            assert now.state is (S.UNKNOWN if before.on_wire else S.QUEUED)
        if now.state is S.SENDING:
            assert now.owner is not None
        else:
            assert now.owner is None
        if now.state in (S.FAILED, S.WAITING, S.QUEUED):
            assert not now.on_wire, "not sent is only said of what can't have arrived"
        assert now.not_before is None or now.state is S.WAITING
        if now.state is S.WAITING and now.not_before is None:
            assert now.is_paused, "it waits for a time, or for a person"
        assert (now.finished_at is not None) == (now.state in FINAL)
        if before != now and isinstance(event, SentAgain):
            insists = event.by_person
        if before != now and isinstance(event, Resumed):
            insists = insists or before.state is not S.SENDING
        if before != now and isinstance(event, Rerouted):
            insists = True
        assert now.insisted is insists
        frozen = ("payload", "payload_sha256", "id", "publish_id", "sequence", "created_at", "kind", "amend")
        assert all(getattr(now, name) == getattr(before, name) for name in frozen)


# --- mail to many --------------------------------------------------------------------------------------------------


def test_count_recipients() -> None:
    R = RecipientState
    states = [R.ACCEPTED, R.REFUSED, R.ACCEPTED, R.UNKNOWN, R.PENDING, R.PENDING, R.PENDING]
    people = [Recipient(i, "", f"{i}@x.example", f"<{i}@x>", state) for i, state in enumerate(states)]
    assert count_recipients(people) == {"accepted": 2, "refused": 1, "unknown": 1, "pending": 3}
    assert list(count_recipients([])) == ["accepted", "refused", "unknown", "pending"]
    assert set(count_recipients([]).values()) == {0}
    assert Recipient(0, "Dana", "d@x.example", "<1@x>").state is R.PENDING


@given(st.fixed_dictionaries(dict.fromkeys(("accepted", "refused", "unknown", "pending"), st.integers(0, 2))))
def test_mail_state(counts: dict[str, int]) -> None:
    state = mail_state(counts)
    if counts["unknown"]:
        assert state is S.UNKNOWN
    elif counts["pending"]:
        assert state is S.WAITING
    elif not counts["accepted"]:
        assert state is S.FAILED
    else:
        assert state is S.SENT


def test_defaults_of_a_delivery() -> None:
    fresh = delivery()
    assert (fresh.state, fresh.attempts, fresh.on_wire, fresh.insisted) == (S.HELD, 0, False, False)
    assert fresh.channel is Channel.SLACK
    assert SentAgain(T0, "Kim").by_person


@pytest.mark.parametrize(
    ("account", "channel", "stands"),
    [
        ("practice.slack", Channel.SLACK, True),
        ("live.slack", Channel.EXECUTIVE, True),
        ("slack.alerts", Channel.EXECUTIVE, True),
        ("live.mail", Channel.EXECUTIVE, False),
        ("live.statuspage", Channel.STATUS_PAGE, False),
    ],
)
def test_what_stands_in_slack_whichever_channel_it_is_of(
    account: str, channel: Channel, stands: bool
) -> None:
    assert delivery(account=account, channel=channel).in_slack is stands


def test_a_doubt_says_what_went_wrong_and_gives_it_back() -> None:
    doubt = in_doubt("no reply")
    assert doubt == "no reply The message may have arrived."
    assert out_of_doubt(doubt) == "no reply"
    assert out_of_doubt(str(doubt)) == "no reply", "a record keeps its words"
    other = told(Code.CLOCK_SET_BACK)
    assert out_of_doubt(other) is other
    assert out_of_doubt("refused") == "refused"


def test_what_is_sent_again_begins_anew() -> None:
    before = in_state(S.UNKNOWN, not_before=after(5), on_wire=True)
    again = reduce(before, SentAgain(after(9), "Kim"))
    assert (again.state, again.not_before, again.on_wire) == (S.QUEUED, None, False)
    assert (again.looked_up, again.looked_up_at) == (None, None)
