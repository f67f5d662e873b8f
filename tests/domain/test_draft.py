"""What has been typed and not yet sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from composer.domain.draft import Draft, changed_fields
from composer.domain.fields import FieldValue

THEN = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
NOW = THEN + timedelta(seconds=1)
DRAFT = Draft(
    "d", None, "P0", "investigating", THEN, values={"summary": "a", "impact": "b"}, facts={"title": "t"}
)


def test_a_value_is_set_and_the_old_draft_stays() -> None:
    changed = DRAFT.with_value("summary", "c", NOW)
    assert changed == replace(DRAFT, values={"impact": "b", "summary": "c"}, updated_at=NOW)
    assert DRAFT.values["summary"] == "a"


def test_none_takes_a_value_back_to_not_filled_in() -> None:
    assert DRAFT.with_value("summary", None, NOW).values == {"impact": "b"}
    assert DRAFT.with_value("unknown", None, NOW).values == DRAFT.values


def test_an_empty_text_is_a_value() -> None:
    assert DRAFT.with_value("summary", "", NOW).values["summary"] == ""


def test_a_fact_is_set() -> None:
    assert DRAFT.with_fact("domain", "payments", NOW) == replace(
        DRAFT, facts={"title": "t", "domain": "payments"}, updated_at=NOW
    )


def test_a_phase_belongs_to_the_draft() -> None:
    assert DRAFT.with_phase("resolved", NOW) == replace(DRAFT, phase="resolved", updated_at=NOW)


def test_changed_fields_come_in_the_order_of_what_is_now() -> None:
    before: dict[str, FieldValue] = {"a": "1", "b": ("x",), "gone": "y"}
    after: dict[str, FieldValue] = {"new": "z", "b": ("x", "y"), "a": "1"}
    assert changed_fields(before, after) == ("new", "b")
    assert changed_fields({}, {"empty": None}) == ()
