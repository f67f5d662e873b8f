"""A prepared round, held against itself, its incident, what was said before, and other open incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from composer.checks.contradictions import check_contradictions
from composer.checks.gate import Asked
from composer.checks.passages import Scene
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.incident import Incident
from composer.services.rounds import Situation


def compare(
    situation: Situation,
    incident: Incident,
    values: Mapping[str, FieldValue],
    asked: Sequence[Asked],
    blocking: Iterable[Finding],
) -> list[Finding]:
    """What the messages contradict; `blocking` are the findings that keep some of them back, so that they will not have been said."""
    if situation.reader is None:
        return []
    stopping = [one for one in blocking if one.level is Level.BLOCKING]
    channels, templates = {one.channel for one in stopping}, {one.template for one in stopping}
    kept = {one.head.name for one in asked if one.head.channel in channels or one.head.name in templates}
    return check_contradictions(
        Scene(
            reader=situation.reader,
            plan=situation.plan,
            catalogue=situation.catalogue,
            now=situation.now,
            before=None if situation.declares else situation.before,
            incident=incident,
            values=values,
            messages=tuple(asked),
            kept_back=frozenset(kept),
            said=situation.said,
            earlier=situation.earlier,
            others=situation.others,
            others_said=situation.others_said,
        )
    )
