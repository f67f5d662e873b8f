"""Times that differ from the facts of the incident, or have passed: since when, until when, for how long, an ETA, a promise, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from composer.checks.clashing import at_message, at_passage
from composer.checks.passages import Passage, Scene, where
from composer.checks.told_times import Length, Moment, Of, Range
from composer.domain.contradictions import Clash
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding
from composer.domain.next_update import NEXT_UPDATE, proposed_update
from composer.domain.sayings import Code, Told, told
from composer.domain.times import length_text

_ETA_FIELDS = frozenset({"eta", "expected_resolution"})
_NOT_OF_NOW = frozenset({"postmortem_meeting_at", "action_items", "prevention"})
"""What these say is not about this incident's course."""
_DAY_TIME = re.compile(r"^(?:\d{4}-\d{2}-\d{2}[ T,]+)?\d{1,2}:\d{2}(?::\d{2})?")
_GOING_ON_MINUTES = 10
_LONGEST_AGO = timedelta(hours=12)


def clashing_times(scene: Scene) -> Iterator[Finding]:
    """Each time and each length of time that can't be."""
    for passage in scene.passages:
        reading = passage.reading
        if passage.printed in _NOT_OF_NOW or not (reading.times or reading.lengths):
            continue
        for span in reading.ranges:
            if span.is_backwards:
                text = told(
                    Code.ENDS_BEFORE_START,
                    this=passage.text[span.start : span.end],
                    where=where(passage.head.channel),
                )
                turned = _turned(passage.text, span)
                yield from at_passage(scene, Clash.ORDER, text, passage, (span.start, span.end), turned)
        yield from _of_range(scene, passage)
        ranged = {one for span in reading.ranges for one in (span.first, span.last)}
        for moment in reading.times:
            if moment not in ranged:
                yield from _of_moment(scene, passage, moment)
        for length in reading.lengths:
            yield from _of_length(scene, passage, length)


def _of_range(scene: Scene, passage: Passage) -> Iterator[Finding]:
    """A stretch that is meant to be the whole impact, as far as one can see: it begins or ends with it, or goes beyond it."""
    if len(passage.reading.ranges) != 1 or len(passage.reading.times) != 2:
        return  # several stretches are parts of it
    (span,) = passage.reading.ranges
    incident, within = scene.incident, timedelta(minutes=scene.rules.limits.time_minutes)
    started, ended = incident.impact_started_at, incident.impact_ended_at
    if span.is_backwards or not span.first.is_hurt or ended is None:
        return
    first, last = span.first.nearest(started), span.last.nearest(ended)
    fits_start, fits_end = abs(first - started) <= within, abs(last - ended) <= within
    if not fits_start and (fits_end or first < started):
        yield from _off(scene, Clash.START, Code.START_CLASHES, passage, span.first, started)
    if not fits_end and (fits_start or last > ended):
        yield from _off(scene, Clash.END, Code.END_CLASHES, passage, span.last, ended)


def _of_moment(scene: Scene, passage: Passage, moment: Moment) -> Iterator[Finding]:
    incident, limits, now = scene.incident, scene.rules.limits, scene.now
    within = timedelta(minutes=limits.time_minutes)
    ago = now - moment.nearest(now)
    of = moment.of
    if passage.printed == NEXT_UPDATE:
        of = Of.PROMISE
    elif passage.printed in _ETA_FIELDS and of is Of.NOTHING:
        of = Of.ETA
    match of:
        case Of.START if moment.is_hurt:
            started = incident.impact_started_at
            if abs(moment.nearest(started) - started) > within:
                yield from _off(scene, Clash.START, Code.START_CLASHES, passage, moment, started)
        case Of.END if moment.is_hurt and incident.impact_ended_at is not None:
            ended = incident.impact_ended_at
            if abs(moment.nearest(ended) - ended) > within:
                yield from _off(scene, Clash.END, Code.END_CLASHES, passage, moment, ended)
        case Of.ETA if timedelta(minutes=1) <= ago <= _LONGEST_AGO:
            text = _passed(scene, Code.TIME_HAS_PASSED, passage, moment)
            default = scene.catalogue[passage.field].default if passage.field in _ETA_FIELDS else None
            yield from _of_field(scene, Clash.ETA, text, passage, moment, default)
        case Of.PROMISE if timedelta(minutes=1) <= ago <= _LONGEST_AGO:
            text = _passed(scene, Code.PROMISE_HAS_PASSED, passage, moment)
            ahead = proposed_update(scene.plan, {}, incident, now) if passage.field == NEXT_UPDATE else None
            value = None if ahead is None else ahead.isoformat(timespec="seconds").replace("+00:00", "Z")
            yield from _of_field(scene, Clash.PROMISE, text, passage, moment, value)
        case Of.AS_OF if timedelta(minutes=limits.stale_minutes) < ago <= _LONGEST_AGO:
            text = _passed(scene, Code.TIME_HAS_PASSED, passage, moment)
            yield from at_passage(
                scene, Clash.STALE, text, passage, _place(moment), _clock(now, _said(passage, moment))
            )


def _of_length(scene: Scene, passage: Passage, length: Length) -> Iterator[Finding]:
    fact = scene.incident.downtime
    place = (length.start, length.end)
    if fact is not None:
        code, slack = Code.DURATION_CLASHES, 0.0
    else:
        fact, code = scene.now - scene.incident.impact_started_at, Code.GOING_ON_CLASHES
        slack = _GOING_ON_MINUTES
    minutes = fact.total_seconds() / 60
    if minutes < 0 or length.low - slack <= minutes <= length.high + slack:
        return
    that = length_text(fact, scene.plan.words)
    text = told(
        code, this=passage.text[length.start : length.end], where=where(passage.head.channel), that=that
    )
    yield from at_passage(scene, Clash.DURATION, text, passage, place, that)


def _of_field(
    scene: Scene, clash: Clash, text: Told, passage: Passage, moment: Moment, value: FieldValue
) -> Iterator[Finding]:
    """What has passed: with another value for the whole field, where the field is about nothing else."""
    place = _place(moment)
    if not isinstance(value, str):
        yield from at_passage(scene, clash, text, passage, place)
        return
    places = ((passage.place + place[0], passage.place + place[1]),)
    said = _said(passage, moment)
    yield from at_message(
        scene, clash, text, passage.head, passage.field, quote=said, places=places, instead=value
    )


def _off(
    scene: Scene, clash: Clash, code: Code, passage: Passage, moment: Moment, fact: datetime
) -> Iterator[Finding]:
    said = _said(passage, moment)
    text = told(code, this=said, where=where(passage.head.channel), that=f"{fact.astimezone(UTC):%H:%M}")
    yield from at_passage(scene, clash, text, passage, _place(moment), _clock(fact, said))


def _passed(scene: Scene, code: Code, passage: Passage, moment: Moment) -> Told:
    return told(
        code,
        this=_said(passage, moment),
        where=where(passage.head.channel),
        now=f"{scene.now.astimezone(UTC):%H:%M}",
    )


def _said(passage: Passage, moment: Moment) -> str:
    return passage.text[moment.start : moment.end]


def _turned(text: str, span: Range) -> str:
    """The same range, the other way round; a zone stays where it stood."""
    first, last = span.first, span.last
    one, other = (_DAY_TIME.sub("", text[each.start : each.end]) for each in (first, last))
    clocks = [text[each.start : each.end].removesuffix(zone) for each, zone in ((first, one), (last, other))]
    return (
        f"{text[span.start : first.start]}{clocks[1]}{one}"
        f"{text[first.end : last.start]}{clocks[0]}{other}{text[last.end : span.end]}"
    )


def _place(moment: Moment) -> tuple[int, int]:
    return moment.start, moment.end


def _clock(moment: datetime, like: str) -> str:
    """A time as it stood there: with its zone, or without one."""
    return f"{moment.astimezone(UTC):%H:%M}" + ("" if like[-1:].isdigit() else " UTC")
