"""Where the words of a message were typed."""

from __future__ import annotations

from collections.abc import Mapping

from composer.domain.fields import YES, FieldCatalogue, FieldValue


def written_in(name: str, typed: Mapping[str, FieldValue], catalogue: FieldCatalogue) -> str:
    """The field in which somebody wrote what this one prints: itself, or one that it is filled from."""
    at: str | None = name
    seen: set[str] = set()
    while at is not None and at in catalogue and at not in seen:
        if typed.get(at) is not None:
            return at
        seen.add(at)
        at = catalogue[at].prefill_from
    return name


def text_of(value: FieldValue) -> str:
    """A field's words as one text; a list's are its lines, a yes' are its detail."""
    # What came from a file may hold other things than text; the field's own type says so elsewhere.
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return text_of(value.get(YES))
    return "\n".join(map(str, value)) if isinstance(value, tuple | list) else ""
