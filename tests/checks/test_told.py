"""Numbers, times and lengths of time, read from sentences: what was put in comes out again, and no text is too odd."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.checks.passages import Reader
from composer.checks.told_numbers import Fate, Number, NumberReader
from composer.checks.told_times import Of, TimeReader
from tests.domain.shipped import library

_FIRST, _LAST = datetime.fromisoformat("2026-11-20"), datetime.fromisoformat("2026-11-27")
RULES = library().contradictions
NUMBERS, TIMES = NumberReader(RULES), TimeReader(RULES, ["Stripe"])
READER = Reader(RULES, library().plan)
WORDS = st.text(
    st.sampled_from("aeikst 0159:.,%-–~€#\n/()ZéΩ१"), max_size=80
) | st.lists(
    st.sampled_from([w for words in RULES.words.values() for w in words[:6]] + ["13:52", "UTC", "5", "%", "12,000", "users", "for", "\n", "."]),
    max_size=14,
).map(" ".join)  # fmt: skip


@given(WORDS)
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    reading = Reader(RULES, library().plan).read(text)
    spans = [(one.start, one.end) for one in reading.numbers]
    spans += [(one.start, one.end) for one in reading.times]
    spans += [(one.start, one.end) for one in reading.ranges]
    spans += [(one.start, one.end) for one in reading.lengths]
    spans += [*reading.resolved, *reading.all_well, *reading.no_data, *reading.data_hurt]
    spans += [place for places in reading.phases.values() for place in places]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(0 <= one.low <= one.high for one in reading.numbers)
    assert all(0 <= one.minute < 1_440 for one in reading.times)


@given(
    st.integers(1, 99_999_999),
    st.sampled_from(["{:,}", "{}"]),
    st.sampled_from(["", "about ", "~", "up to ", "more than "]),
)
def test_a_count_comes_out_as_it_was_written(count: int, form: str, how: str) -> None:
    said = f"{how}{form.format(count)} users"
    (one,) = NUMBERS.read(f"Checkout fails for {said} since this morning.")
    assert (one.of, one.fate, one.is_share, one.narrowed) == ("users", Fate.HURT, False, ())
    assert one.low <= count <= one.high
    assert f"Checkout fails for {said}"[one.start : one.end] == said


@given(st.integers(0, 100), st.sampled_from(["%", " %", " percent", " per cent"]))
def test_a_share_comes_out_as_it_was_written(share: int, sign: str) -> None:
    (one,) = NUMBERS.read(f"{share}{sign} of customers can't pay")
    assert (one.of, one.is_share, one.low, one.high, one.fate) == ("customers", True, share, share, Fate.HURT)


def _first(text: str) -> Number:
    return NUMBERS.read(text)[0]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("500 users fail", "512 users fail", False),  # rounded
        ("500 users fail", "600 users fail", True),
        ("1,204 users fail", "1,240 users fail", True),
        ("about 40 % of users fail", "38 % of users fail", False),
        ("40 % of users fail", "38 % of users fail", True),
        ("more than 25 % of users fail", "40 % of users fail", False),
        ("less than 10 % of users fail", "40 % of users fail", True),
        ("up to 340 users fail", "212 users fail", False),
        ("2k users fail", "2,000 users fail", False),
        ("1.5 million users fail", "1,500,000 users fail", False),
    ],
)
def test_numbers_differ_where_both_can_t_be_true(one: str, other: str, differs: bool) -> None:
    assert _first(one).differs(_first(other)) is differs
    assert _first(other).differs(_first(one)) is differs


@pytest.mark.parametrize(
    "text",
    ["3 of 4 users fail", "from 300 to 500 users fail", "between 300 and 500 users fail", "v2.1 users", "$500 users", "#500 users", "10.0.0.1 users", "2026-11-23 users",
     "14:05 users", "20-30 users fail", "P0 users", "1,20 users"],
)  # fmt: skip
def test_what_is_no_single_number_is_none(text: str) -> None:
    assert NUMBERS.read(text) == ()


@pytest.mark.parametrize(
    ("text", "of", "narrowed", "fate"),
    [
        ("the remaining 200 users can't pay", "users", ("remaining",), Fate.HURT),
        ("200 enterprise users can't pay", "users", ("enterprise",), Fate.HURT),
        ("200 users in Europe can't pay", "users", ("can't", "europe", "pay"), Fate.HURT),
        ("replayed 1,204 missed events", "events", (), Fate.MENDED),
        ("processed 950 payments that were waiting", "payments", (), Fate.MENDED),
        ("2,300 late payouts", "payouts", (), Fate.LATE),
        ("12,000 customers", "customers", (), Fate.OPEN),
        ("5 GB of logs", "", (), Fate.OPEN),
    ],
)
def test_what_is_counted_and_what_became_of_it(
    text: str, of: str, narrowed: tuple[str, ...], fate: Fate
) -> None:
    one = _first(text)
    assert (one.of, one.fate) == (of, fate)
    assert one.narrowed == narrowed or set(narrowed) <= set(one.narrowed)


@given(st.datetimes(_FIRST, _LAST).map(lambda one: one.replace(second=0, microsecond=0, tzinfo=UTC)))
def test_a_time_comes_out_as_it_was_written(moment: datetime) -> None:
    for said in (f"{moment:%H:%M}", f"{moment:%H:%M} UTC", f"{moment:%H:%M}Z", f"{moment + timedelta(hours=1):%H:%M} CET",
                 f"{moment - timedelta(hours=5):%H:%M} EST", f"{moment:%I:%M} {'am' if moment.hour < 12 else 'pm'}",
                 f"{moment:%Y-%m-%d %H:%M} UTC", f"{moment + timedelta(minutes=330):%Y-%m-%d %H:%M}+05:30"):  # fmt: skip
        (one,) = TIMES.times(f"Payments are failing since {said}, as far as we know.")
        assert (one.nearest(moment), one.of, one.is_hurt) == (moment, Of.START, True), said


@pytest.mark.parametrize(
    "text", ["14:05 local time", "14:05 SAST", "25:10", "1:2:3:4", "1.14:05", "2026-13-41 14:05"]
)
def test_a_time_that_nobody_can_place_is_none(text: str) -> None:
    assert TIMES.times(text) == ()


@given(st.integers(0, 739), st.integers(1, 700))
def test_a_range_is_backwards_where_it_ends_first_on_the_same_day(minute: int, length: int) -> None:
    def clock(at: int) -> str:
        return f"{at % 1_440 // 60:02d}:{at % 60:02d}"

    text = f"Payments failed between {clock(minute)} and {clock(minute + length)} UTC."
    (forth,) = TIMES.ranges(text, TIMES.times(text))
    assert not forth.is_backwards
    assert text[forth.start : forth.end].startswith("between ")
    night = "Payments failed from 23:40 to 00:25."
    (over,) = TIMES.ranges(night, TIMES.times(night))
    assert not over.is_backwards
    back = f"Payments failed from {clock(minute + length)} to {clock(minute)}."
    (one,) = TIMES.ranges(back, TIMES.times(back))
    assert one.is_backwards


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("45 minutes", 45), ("1 h 08 min", 68), ("2 hours", 120), ("two hours", 120), ("an hour and a half", 90), ("an hour and a quarter", 75),
     ("half an hour", 30), ("1.5 hours", 90), ("3 h", 180), ("1 hour and 10 minutes", 70), ("2 days", 2_880)],
)  # fmt: skip
def test_a_length_of_time_is_read(said: str, minutes: float) -> None:
    (one,) = TIMES.lengths(f"Card payments failed for {said} after a deploy.")
    assert one.low <= minutes <= one.high
    assert (one.low + one.high) / 2 == minutes


@pytest.mark.parametrize(
    "text",
    ["We watch for 30 minutes.", "Watch payments that fail for 2 hours.", "It takes 20 minutes each.", "Payments have been normal for 10 minutes.",
     "Stripe was down for 3 hours.", "Retry failed payments within 5 minutes.", "No failures for 2 hours."],
)  # fmt: skip
def test_a_length_of_something_else_is_none_of_the_impact(text: str) -> None:
    assert TIMES.lengths(text) == ()
