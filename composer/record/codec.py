"""How values of the domain stand in a column: times, mappings, enums.

Standard library only, so that the first look reads the same columns in the same way. What a column holds and nobody can read is damage:
RecordDamagedError. What the domain should never hand over (a time without a time zone) is our own mistake: BugError.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from composer.domain.errors import BugError, RecordDamagedError
from composer.domain.incident import Incident
from composer.domain.plan import ComponentStatus
from composer.domain.sayings import Told, kept, read_kept

E = TypeVar("E", bound=StrEnum)


@lru_cache(maxsize=64)  # a publish writes the same moment dozens of times
def time_to_text(at: datetime) -> str:
    """An aware time of any zone as UTC with microseconds, `2026-11-23T03:04:05.000006Z`: 27 characters, and sorting the text sorts the time."""
    if at.tzinfo is None:
        raise BugError(f"a time without a time zone can't be stored: {at}")
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    return at.isoformat(timespec="microseconds")[:-6] + "Z"


def text_to_time(text: str) -> datetime:
    """The stored time, in UTC."""
    try:
        at = datetime.fromisoformat(text)
    except (TypeError, ValueError) as trouble:
        raise _unreadable("time", text) from trouble
    if at.tzinfo is None:
        raise _unreadable("time", text)
    return at


def to_json(value: object) -> str:
    """A mapping or list of the domain as JSON, in its own order; letters stay letters, so the file can be searched with plain tools."""
    return _as_text(value)


def mapping_from_json(text: str) -> dict[str, Any]:
    """A stored mapping; lists in it become tuples, as field values are."""
    value = _load(text)
    if not isinstance(value, dict):
        raise _unreadable("mapping", text)
    return _with_tuples(value)


def texts_from_json(text: str) -> tuple[str, ...]:
    """A stored list of texts."""
    value = _load(text)
    if not isinstance(value, list):
        raise _unreadable("list", text)
    return tuple(value)


def component_states(text: str) -> dict[str, ComponentStatus]:
    """A stored mapping of components to their states."""
    return {key: member(ComponentStatus, state) for key, state in mapping_from_json(text).items()}


def incident_from_json(text: str) -> Incident:
    """A whole incident that stands in one column."""
    values = mapping_from_json(text)
    for name in ("declared_at", "impact_started_at", "impact_ended_at", "resolved_at", "taken_back_at"):
        values[name] = None if values.get(name) is None else text_to_time(values[name])
    try:
        values["values"] = _with_tuples(values["values"])
        values["components"] = {
            key: member(ComponentStatus, state) for key, state in values["components"].items()
        }
        return Incident(**values)
    except (AttributeError, KeyError, TypeError) as trouble:
        raise _unreadable("incident", text) from trouble


def member(kind: type[E], text: str) -> E:
    """The member of an enum that a column names."""
    try:
        return kind(text)
    except ValueError as trouble:
        raise _unreadable(kind.__name__, text) from trouble


def sentence_to_text(sentence: str) -> str:
    """A sentence as it stands in a column: its code with the values, where it has one, on a line of its own under it."""
    if not isinstance(sentence, Told):
        return sentence
    return f"{sentence}\n{_as_text(kept(sentence.said))}"


def text_to_sentence(text: str) -> str:
    """The stored sentence, with its code again; the sentence alone where this version knows no such code, or words it in another way."""
    sentence, line_break, code = text.rpartition("\n{")
    if not line_break:
        return text
    try:
        content = _from_text(f"{{{code}")
    except ValueError:
        return text  # what a service said, over two lines
    try:
        found = Told(read_kept(content))
    except (ValueError, KeyError, TypeError, AttributeError):
        return sentence
    return found if found == sentence else sentence


def _with_tuples(mapping: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in mapping.items()}


def _load(text: str) -> Any:
    try:
        return _from_text(text)
    except (TypeError, ValueError) as trouble:
        raise _unreadable("JSON", text) from trouble


def _plain(value: object) -> object:
    # A frozen mapping is no dict, and json knows only dicts.
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, datetime):
        return time_to_text(value)
    if isinstance(value, Incident):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    raise BugError(f"a {type(value).__name__} can't be stored as JSON")


# What the domain hands over can't hold itself, so nobody has to watch for that.
_as_text = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain
).encode

_from_text = json.JSONDecoder().decode


def _unreadable(what: str, stored: object) -> RecordDamagedError:
    return RecordDamagedError(
        f"The record holds a {what} that can't be read: {str(stored)[:60]!r}.",
        next_step="Run `incident-composer verify`, and go back to a backup if it finds damage.",
    )
