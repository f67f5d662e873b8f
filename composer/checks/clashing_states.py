"""States that differ: phase and severity in the words of a text, in the channels side by side, and against what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from composer.checks.clashing import at_claim, at_message, at_passage
from composer.checks.passages import Passage, Scene, first_of, where
from composer.checks.told_numbers import beginning
from composer.domain.channel import Audience, Channel
from composer.domain.contradictions import Clash
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding
from composer.domain.incident import phase_goes_back
from composer.domain.message import TemplateHead
from composer.domain.plan import PageStatus
from composer.domain.sayings import Code, told

_OF_LATER = frozenset({"next_steps", "prevention", "action_items", "eta", "expected_resolution"})
"""What these say lies ahead."""
_WHOLE = ("summary", "executive_summary")
"""The fields that say how the incident stands as a whole."""
_RANKS = list(PageStatus)
_CONTRADICTED: dict[str, frozenset[PageStatus]] = {
    "investigating": frozenset({PageStatus.MONITORING, PageStatus.RESOLVED}),
    "identified": frozenset({PageStatus.INVESTIGATING}),
    "monitoring": frozenset({PageStatus.INVESTIGATING}),
    "unresolved": frozenset({PageStatus.RESOLVED}),
}
"""In which states words of a phase can't stand. A cause may be looked into while a fix is made, and a fix be in one region while the next one follows."""


def clashing_states(scene: Scene) -> Iterator[Finding]:
    """Everything that says another phase or severity than the round."""
    for passage in scene.passages:
        if passage.printed not in _OF_LATER:
            yield from _phase(scene, passage)
            yield from _severity(scene, passage)
    yield from _severity_text(scene)
    yield from _apart(scene)
    yield from _back(scene)


def _phase(scene: Scene, passage: Passage) -> Iterator[Finding]:
    phase, reading = scene.plan.phase(scene.incident.phase), passage.reading
    if not phase.resolves:
        for place in reading.resolved:
            yield from _says_phase(scene, Clash.RESOLVED, passage, place, phase.label)
    for name, places in reading.phases.items():
        if phase.page_status in _CONTRADICTED[name]:
            for place in places[:1]:
                yield from _says_phase(scene, Clash.PHASE, passage, place, phase.label)


def _says_phase(
    scene: Scene, clash: Clash, passage: Passage, place: tuple[int, int], phase: str
) -> Iterator[Finding]:
    text = told(
        Code.PHASE_CLASHES, this=passage.text[slice(*place)], where=where(passage.head.channel), phase=phase
    )
    yield from at_claim(scene, clash, text, passage, place)


def _severity(scene: Scene, passage: Passage) -> Iterator[Finding]:
    now, said = scene.incident.severity, passage.reading.severities
    if not said or any(key == now for key, _ in said):
        return
    words = scene.rules.words
    moved = beginning(words.get("severity_moves", ()))
    other = beginning(words.get("severity_other", ()))
    for key, (start, end) in said:
        before = re.findall(r"[A-Za-z]+", passage.text[max(0, start - 24) : start])[-1:]
        after = passage.text[end : end + 16].lstrip(" -")
        if (before and moved.fullmatch(before[0])) or other.match(after):
            continue
        text = told(Code.SEVERITY_CLASHES, this=key, where=where(passage.head.channel), severity=now)
        yield from at_passage(scene, Clash.SEVERITY, text, passage, (start, end), now)


def _severity_text(scene: Scene) -> Iterator[Finding]:
    """Another severity, and the words that stood there before it."""
    before = scene.before
    if before is None or before.severity == scene.incident.severity:
        return
    last: dict[str, FieldValue] = {}
    for message in scene.earlier:
        last.update({name: message.values[name] for name in _WHOLE if message.values.get(name)})
    for passage in first_of(scene.passages):
        if passage.field in _WHOLE and passage.value == last.get(passage.field):
            text = told(
                Code.SEVERITY_TEXT_OLD,
                before=before.severity,
                severity=scene.incident.severity,
                field=scene.catalogue[passage.field].label,
            )
            yield from at_message(scene, Clash.SEVERITY_TEXT, text, passage.head, passage.field)


def _apart(scene: Scene) -> Iterator[Finding]:
    """Resolved on the one channel, and an earlier phase as the last word on the other. What was skipped there was decided."""
    plan, phase = scene.plan, scene.plan.phase(scene.incident.phase)
    if not phase.resolves:
        return
    leaving = [one.head for one in scene.messages if one.head.name not in scene.kept_back]
    told_now = {head.channel: head for head in leaving if _tells_phase(head)}
    # A phase that the plan no longer has tells nothing.
    phases = {one.key: one for one in plan.phases}
    last = {one.channel: one.phase for one in sorted(scene.said, key=lambda one: one.at)}
    pairs = ((Channel.STATUS_PAGE, Channel.SLACK), (Channel.SLACK, Channel.STATUS_PAGE))
    for channel, other in pairs:
        if channel not in told_now or other in told_now or other not in last:
            continue
        old = phases.get(last[other])
        if old is not None and not old.resolves:
            text = told(Code.CHANNELS_APART, where=where(channel), phase=old.label, there=where(other))
            yield from at_message(scene, Clash.CHANNELS, text, told_now[channel])


def _tells_phase(head: TemplateHead) -> bool:
    return not head.corrects and head.channel in (Channel.STATUS_PAGE, Channel.SLACK)


def _back(scene: Scene) -> Iterator[Finding]:
    """The page goes a phase back, and its text reads as if it were the first."""
    before, plan = scene.before, scene.plan
    phases = {one.key: one for one in plan.phases}
    old = None if before is None else phases.get(before.phase)
    now = phases[scene.incident.phase]
    if old is None or not phase_goes_back(plan, old.key, now.key):
        return
    said = [
        phases.get(one.phase) for one in scene.said if one.channel is Channel.STATUS_PAGE and not one.skipped
    ]
    if not any(one is not None and _rank(one.page_status) > _rank(now.page_status) for one in said):
        return
    again = beginning(scene.rules.words.get("again", ()))
    for asked in scene.messages:
        head, message = asked.head, asked.message
        if head.channel is not Channel.STATUS_PAGE or head.audience is not Audience.PUBLIC or message is None:
            continue
        typed = [one for one in scene.passages if one.head is head]
        if head.corrects or any(again.search(one.text) for one in typed):
            continue
        text = told(Code.BACK_WITHOUT_WORD, before=old.label, phase=now.label, where=where(head.channel))
        field = _first_written(typed, scene.values)
        yield from at_message(scene, Clash.BACK, text, head, field)


def _first_written(passages: Iterable[Passage], values: Mapping[str, FieldValue]) -> str | None:
    """The field of a text in which the word is missing: the first that a person wrote, else the first."""
    written = list(passages)
    typed = [one for one in written if values.get(one.field) is not None]
    return next((one.field for one in (*typed, *written)), None)


def _rank(status: PageStatus) -> int:
    return _RANKS.index(status)
