"""When a text is too old, or overtaken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from composer.domain.delivery import SAID, Delivery, DeliveryKind, DeliveryState
from composer.domain.staleness import stale_reason
from tests.domain.shipped import T0, after, delivery

S = DeliveryState
LATER = after(3)
LIMIT = timedelta(minutes=5)
OVERTAKEN = "A newer message to the same destination was published."
SET_BACK = "The clock of this computer was set back, so the age of this text can't be told."


def queued(**more: object) -> Delivery:
    return delivery(**{"state": S.QUEUED, "queued_at": T0, **more})


def reason(
    one: Delivery,
    now: datetime = LATER,
    newer: tuple[Delivery, ...] = (),
    severity: str = "P0",
    phase: str = "investigating",
) -> str | None:
    return stale_reason(one, now, LIMIT, newer, severity, phase)


def test_fresh() -> None:
    assert reason(queued()) is None
    assert reason(queued(), now=after(5)) is None


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (5.02, "This text is 5 min old."),
        (59.99, "This text is 59 min old."),
        (60, "This text is 1 h 00 min old."),
        (68, "This text is 1 h 08 min old."),
        (60 * 26 + 5, "This text is 26 h 05 min old."),
    ],
)
def test_too_old(minutes: float, text: str) -> None:
    assert reason(queued(), now=after(minutes)) == text


def test_age_counts_from_when_it_was_queued_else_from_its_making() -> None:
    assert reason(queued(queued_at=after(60)), now=after(64)) is None
    assert reason(queued(queued_at=None), now=after(5)) is None
    assert reason(queued(queued_at=None), now=after(6)) == "This text is 6 min old."


def test_clock_set_back() -> None:
    assert reason(queued(), now=after(-1)) is None
    assert reason(queued(), now=after(-1.02)) == SET_BACK
    assert reason(queued(), now=after(-600)) == SET_BACK
    assert reason(queued(insisted=True), now=after(-600)) == SET_BACK


def test_other_phase_and_other_severity() -> None:
    assert reason(queued(), phase="identified") == "The incident is in another phase now."
    assert reason(queued(), severity="P1") == "The incident has another severity now."


@pytest.mark.parametrize("state", DeliveryState)
def test_overtaken_by_another_publish(state: DeliveryState) -> None:
    other = queued(id="dlv_2", publish_id="pub_2", state=state, created_at=after(1))
    assert reason(queued(), newer=(other,)) == (OVERTAKEN if state in SAID else None)


def test_its_own_publish_does_not_overtake_it() -> None:
    sibling = queued(id="dlv_2", created_at=after(1))
    assert reason(queued(), newer=(sibling,)) is None
    assert reason(queued(), newer=(sibling, replace(sibling, publish_id="pub_2"))) == OVERTAKEN


def test_creating_the_slack_channel_ages_but_is_never_overtaken() -> None:
    creation = queued(kind=DeliveryKind.CREATE_SLACK_CHANNEL)
    other = queued(id="dlv_2", publish_id="pub_2", created_at=after(1))
    assert reason(creation, newer=(other,), severity="P1", phase="resolved") is None
    assert reason(creation, now=after(6)) == "This text is 6 min old."


def test_what_a_person_insists_on_is_not_overtaken_by_what_they_have_seen() -> None:
    wanted = queued(insisted=True, queued_at=after(2))
    seen = queued(id="dlv_2", publish_id="pub_2", created_at=after(2))
    assert reason(wanted, newer=(seen,), severity="P1", phase="resolved") is None
    assert reason(wanted, now=after(7.1), newer=(seen,)) == "This text is 5 min old."
    unseen = replace(seen, id="dlv_3", created_at=after(2.5))
    assert reason(wanted, newer=(seen, unseen)) == OVERTAKEN
    assert reason(wanted, newer=(replace(unseen, publish_id="pub_1"),)) is None


def test_what_is_paused_does_not_age() -> None:
    old = queued(state=S.WAITING, stop_after=0)
    assert (
        stale_reason(old, T0 + timedelta(hours=1), timedelta(minutes=5), (), old.severity, old.phase) is None
    )
    going = replace(old, stop_after=200)
    assert stale_reason(going, T0 + timedelta(hours=1), timedelta(minutes=5), (), old.severity, old.phase)


@pytest.mark.parametrize("kind", [DeliveryKind.NOTE, DeliveryKind.PAGE, DeliveryKind.POSTMORTEM])
def test_what_is_no_message_overtakes_nothing_and_is_overtaken_by_none(kind: DeliveryKind) -> None:
    message = queued()
    beside = replace(message, id="d2", publish_id="p2", kind=kind)
    limit = timedelta(minutes=5)
    assert stale_reason(message, T0, limit, [beside], message.severity, message.phase) is None
    assert stale_reason(beside, T0, limit, [replace(message, publish_id="p3")], "P9", "another") is None
    assert stale_reason(beside, T0 + timedelta(minutes=6), limit, (), "P0", "x") == "This text is 6 min old."
