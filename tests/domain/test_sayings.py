"""Sentences that know their code."""

from __future__ import annotations

import copy
import pickle

import pytest

from composer.domain.delivery import MAY_HAVE_ARRIVED, in_doubt, out_of_doubt
from composer.domain.errors import RefusedError, told_by
from composer.domain.sayings import Code, Said, Told, changed, kept, read_kept, together, told

HELD = told(Code.FIELD_TOO_LONG, label="Title", count=1_240, most=200)


def test_a_sentence_with_a_code_is_its_english_text() -> None:
    assert HELD == "Title has 1,240 characters; at most 200 fit."
    assert HELD.upper() == str(HELD).upper()
    for same in (copy.deepcopy(HELD), pickle.loads(pickle.dumps(HELD))):
        assert isinstance(same, Told)
        assert same.said == HELD.said


def test_an_error_tells_what_happened_and_the_next_step_with_their_codes() -> None:
    error = RefusedError(told(Code.NO_PAGERDUTY), next_step=told(Code.ADD_CONNECTION))
    assert str(error) == "There is no connection to PagerDuty. Add one under Connections."
    assert isinstance(error.told, Told)
    assert error.told == str(error)
    assert isinstance(told_by(ValueError(HELD)), Told)
    assert told_by(ValueError("plain")) == "plain"
    assert together("", HELD, "") is HELD
    assert together("Plain.", HELD) == f"Plain. {HELD}"


def test_a_doubt_is_said_and_taken_off_with_and_without_a_code() -> None:
    assert out_of_doubt(in_doubt(HELD)) is HELD
    assert out_of_doubt(HELD) is HELD
    assert in_doubt("It broke off.") == f"It broke off.{MAY_HAVE_ARRIVED}"
    assert out_of_doubt(f"It broke off.{MAY_HAVE_ARRIVED}") == "It broke off."


def test_a_change_that_finds_something_wins_over_the_code() -> None:
    assert changed(HELD, str.strip) is HELD
    after = changed(HELD, lambda text: text.replace("Title", "●●●"))
    assert type(after) is str
    assert after.startswith("●●● has")


def test_a_code_is_kept_with_what_stands_within_it() -> None:
    whole = told(Code.TWO, first=HELD, second="It said so.")
    assert read_kept(kept(whole.said)) == whole.said
    masked = kept(whole.said, lambda text: text.replace("It", "●"))
    assert masked["values"]["second"] == "● said so."
    for broken, trouble in (
        ({"code": "two", "values": {"first": "A."}}, ValueError),
        ({"code": "two", "values": {"first": "A.", "second": True}}, TypeError),
        ({"code": "gone", "values": {}}, ValueError),
    ):
        with pytest.raises(trouble):
            read_kept(broken)
    assert Said.verbatim(HELD) == HELD.said
