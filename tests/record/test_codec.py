"""How values stand in a column."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import RecordDamagedError
from composer.record import codec
from composer.record.digest import message_digest, payload_digest
from tests.record import made

ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=ZONES)  # noqa: DTZ001


@given(TIMES, TIMES)
def test_times_round_trip_and_sort_as_text(one: datetime, other: datetime) -> None:
    texts = codec.time_to_text(one), codec.time_to_text(other)
    assert codec.text_to_time(texts[0]) == one
    assert codec.text_to_time(texts[0]).tzinfo is UTC
    assert (texts[0] < texts[1]) == (one < other)
    assert len(texts[0]) == 27


def test_a_frozen_mapping_is_a_mapping() -> None:
    assert (
        codec.to_json({"a": MappingProxyType({"yes": "ü"}), "b": ("x", "y")})
        == '{"a":{"yes":"ü"},"b":["x","y"]}'
    )


def test_a_whole_incident_stands_in_one_column() -> None:
    of = made.incident(impact_ended_at=made.NOON)
    assert codec.incident_from_json(codec.to_json(of)) == of


@pytest.mark.parametrize(
    "text", ["{}", '{"components": 1, "values": {}}', '{"components": {}, "values": {}, "new": 1}']
)
def test_half_an_incident_is_damage(text: str) -> None:
    with pytest.raises(RecordDamagedError):
        codec.incident_from_json(text)


def test_a_list_of_texts_must_be_one() -> None:
    assert codec.texts_from_json('["a", "b"]') == ("a", "b")
    with pytest.raises(RecordDamagedError):
        codec.texts_from_json("{}")
    with pytest.raises(RecordDamagedError):
        codec.text_to_time(7)  # type: ignore[arg-type]


def test_digests_are_those_of_the_bytes() -> None:
    assert payload_digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert message_digest(None, "x") != message_digest("", "x")
