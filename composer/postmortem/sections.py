"""The sections of a filled post-mortem: what is still to be written in each, and by when the plan wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from composer.domain.deadlines import Milestone

_PLACE = re.compile(r"(?<!\\)\[(?![ xX]\])(?:[^\[\]\\\n]|\\.)+\](?!\()")
"""A template's own bracket. One that a person typed is escaped."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `to_fill` counts the places that hold the template's own words still; `due_at` (UTC) is when the plan wants it written, None: at no time of its own."""

    title: str
    to_fill: int
    due_at: datetime | None = None


def sections(markdown: str, milestones: Iterable[Milestone] = ()) -> tuple[Section, ...]:
    """The sections in their order. A deadline is a section's where its action names it."""
    found: list[tuple[str, int]] = []
    for line in markdown.splitlines():
        if line.startswith("## "):
            found.append((line[3:].strip(), 0))
        elif found:
            title, count = found[-1]
            found[-1] = title, count + len(_PLACE.findall(line))
    asked = tuple(milestones)
    return tuple(Section(title, count, _due(title, asked)) for title, count in found)


def _due(title: str, milestones: tuple[Milestone, ...]) -> datetime | None:
    words = re.findall(r"\w+", title.casefold())
    if not words:
        return None
    for one in milestones:
        if words[0] in re.findall(r"\w+", one.text.casefold()):
            return one.due_at
    return None
