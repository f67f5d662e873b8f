"""Segments line by line: a channel decides what a line is (a heading, a label) before it dresses its pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from composer.domain.message import Segment, join

Line = tuple[Segment, ...]
"""The pieces of one line, without its line break. An empty line has none."""

_LABEL = re.compile(r"[^\s:][^:\n]{0,59}:(?=\s|$)")


def lines_of(segments: Iterable[Segment]) -> Iterator[Line]:
    """The segments cut at line breaks; pieces without text are left out. Joined with line breaks they give the text."""
    line: list[Segment] = []
    for segment in segments:
        if "\n" not in segment.text:
            if segment.text:
                line.append(segment)
            continue
        first, *rest = segment.text.split("\n")
        if first:
            line.append(Segment(first, segment.field))
        for part in rest:
            yield tuple(line)
            line = [Segment(part, segment.field)] if part else []
    yield tuple(line)


def paragraphs_of(segments: Iterable[Segment]) -> Iterator[tuple[Line, ...]]:
    """The lines in groups that blank lines part."""
    group: list[Line] = []
    for line in lines_of(segments):
        if join(line).strip():
            group.append(line)
        elif group:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def label_length(line: Line) -> int:
    """How many characters at the line's start are a label of the template ("Severity:"); 0 where it has none.

    Only the template's own wording can be a label: a colon that a person typed makes none.
    """
    if not line or line[0].field is not None:
        return 0
    found = _LABEL.match(line[0].text)
    return found.end() if found else 0


def is_heading(line: Line) -> bool:
    """Whether the whole line is a label of the template, such as "What happened:"."""
    return len(line) == 1 and 0 < label_length(line) == len(line[0].text.rstrip())
