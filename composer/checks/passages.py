"""What a round says, cut into passages: each the words of one field in one message, with what a reader makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from composer.checks.gate import Asked
from composer.checks.told_numbers import Number, NumberReader
from composer.checks.told_phrases import Phrases, Place
from composer.checks.told_times import Length, Moment, Range, TimeReader
from composer.checks.typed import text_of, written_in
from composer.domain.channel import Audience, Channel
from composer.domain.contradictions import Clash, ClashRules
from composer.domain.fields import FieldCatalogue, FieldType, FieldValue
from composer.domain.incident import Incident
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan
from composer.domain.record import Message, Said
from composer.domain.sayings import Code, Told, told

MOST_READ = 16_384
"""The characters of a text that are read; a longer one is over every limit, and blocked for that."""

_WHERE = {
    Channel.SLACK: Code.IN_SLACK,
    Channel.STATUS_PAGE: Code.ON_THE_PAGE,
    Channel.EMAIL: Code.IN_THE_EMAIL,
    Channel.EXECUTIVE: Code.TO_EXECUTIVES,
    Channel.PAGERDUTY: Code.IN_PAGERDUTY,
    Channel.COPY: Code.IN_THE_COPY,
}
_ORDER = tuple(_WHERE)
_KEPT = 512
_WELL = "well "
_DIGIT = re.compile(r"\d")
_PHASES = ("investigating", "identified", "monitoring", "unresolved")


def where(channel: Channel) -> Told:
    """A channel in a sentence: *on the status page*."""
    return told(_WHERE[channel])


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a text. Phrases are given by where they stand."""

    numbers: tuple[Number, ...] = ()
    times: tuple[Moment, ...] = ()
    ranges: tuple[Range, ...] = ()
    lengths: tuple[Length, ...] = ()
    resolved: tuple[Place, ...] = ()
    phases: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    all_well: tuple[Place, ...] = ()
    component_well: tuple[tuple[str, Place], ...] = ()
    severities: tuple[tuple[str, Place], ...] = ()
    no_data: tuple[Place, ...] = ()
    data_hurt: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one field in one message. `field` is where somebody typed them, `printed` the field that prints them, `place` where they begin in the message's body."""

    head: TemplateHead
    field: str
    printed: str
    text: str
    place: int
    value: FieldValue
    reading: Reading

    @property
    def is_public(self) -> bool:
        """Whether customers read it."""
        return self.head.audience is Audience.PUBLIC

    @property
    def order(self) -> int:
        """Where it stands among the channels: what is nearer to those who found out comes first."""
        return _ORDER.index(self.head.channel)

    def span(self, start: int, end: int) -> Place | None:
        """Where words of the passage stand in what was typed; None where they came about only as it was printed."""
        typed = text_of(self.value)
        words = self.text[start:end]
        at = typed.find(self.text)
        start = start + at if at >= 0 else typed.find(words)
        return (
            (start, start + len(words)) if start >= 0 and typed[start : start + len(words)] == words else None
        )


class Reader:
    """Reads texts by the rules in force. At a key press one text is another one; the rest were read before."""

    def __init__(self, rules: ClashRules, plan: Plan) -> None:
        self.rules = rules
        self._plan = plan
        self._read: dict[str, Reading] = {}
        self._well: dict[str, tuple[Place, ...]] = {}

    def warm(self) -> None:
        """Make ready what the first text would have to wait for: a few milliseconds, once."""
        self._made("0:")
        self.all_well("")

    @cached_property
    def _numbers(self) -> NumberReader:
        return NumberReader(self.rules)

    @cached_property
    def _times(self) -> TimeReader:
        return TimeReader(self.rules, [one.name for one in self._plan.services])

    @cached_property
    def _phrases(self) -> Phrases:
        return _phrases(self.rules, self._plan)

    @cached_property
    def _all_well(self) -> Phrases:
        words = self.rules.words
        return Phrases({"all_well": words.get("all_well", ())}, {"all_well": words.get("not_yet", ())})

    @cached_property
    def _resolved(self) -> Phrases:
        words = self.rules.words
        denied = (*words.get("not_yet", ()), *words.get("another", ()))
        return Phrases({"resolved": words.get("resolved", ())}, {"resolved": denied}, within=3)

    @cached_property
    def _severity(self) -> re.Pattern[str]:
        keys = "|".join(re.escape(one.key) for one in self._plan.severities)
        return re.compile(rf"(?<![\w-])(?:{keys})(?![\w-])" if keys else r"(?!)")

    def read(self, text: str) -> Reading:
        """What the text says."""
        known = self._read.get(text)
        if known is None:
            if len(self._read) >= _KEPT:
                self._read.clear()
            known = self._made(text[:MOST_READ])
            if len(text) <= MOST_READ:
                self._read[text] = known
        return known

    def all_well(self, text: str) -> tuple[Place, ...]:
        """Where a whole message says that all is well, in whatever words of its template."""
        known = self._well.get(text)
        if known is None:
            if len(self._well) >= _KEPT:
                self._well.clear()
            known = self._well[text] = self._all_well.found(text[: 4 * MOST_READ]).get("all_well", ())
        return known

    def _made(self, text: str) -> Reading:
        has_number = _DIGIT.search(text) is not None
        times = self._times.times(text) if has_number and ":" in text else ()
        said = self._phrases.found(text)
        return Reading(
            self._numbers.read(text) if has_number else (),
            times,
            self._times.ranges(text, times) if len(times) > 1 else (),
            self._times.lengths(text),
            self._resolved.found(text).get("resolved", ()),
            {name: said[name] for name in _PHASES if name in said},
            said.get("all_well", ()),
            tuple(
                (name.removeprefix(_WELL), place)
                for name, places in said.items()
                if name.startswith(_WELL)
                for place in places
            ),
            tuple((found[0], found.span()) for found in self._severity.finditer(text)) if has_number else (),
            said.get("no_data", ()),
            said.get("data_hurt", ()),
        )


def _phrases(rules: ClashRules, plan: Plan) -> Phrases:
    words = rules.words
    denied = words.get("not_yet", ())
    plain = {name: words.get(name, ()) for name in ("all_well", "no_data", "data_hurt")}
    phases = {name: rules.phases.get(name, ()) for name in _PHASES}
    well = {
        f"{_WELL}{one.key}": [f"{one.name} … {end}" for end in words.get("well", ())]
        for one in plan.components
    }
    lists: dict[str, Iterable[str]] = {**plain, **phases, **well}
    but_after: dict[str, Iterable[str]] = dict.fromkeys(lists, denied)
    but_after["no_data"] = (*denied, "that")
    but_after["data_hurt"] = (*denied, *words.get("data_denied", ()))
    return Phrases(lists, but_after)


@dataclass(frozen=True)
class Scene:
    """A round, and what it is held against.

    `incident` is as it would be after the round, `before` as it is stored (None: it is being declared). `values` are the fields that stand, `messages` those that are asked for, of which `kept_back` will not leave.
    `said` is what was said
    or skipped so far, `earlier` the texts of it; `others` are the other open incidents, and `others_said` what was last said of them in public.
    """

    reader: Reader
    plan: Plan
    catalogue: FieldCatalogue
    now: datetime
    before: Incident | None
    incident: Incident
    values: Mapping[str, FieldValue]
    messages: tuple[Asked, ...]
    kept_back: frozenset[str] = frozenset()
    said: tuple[Said, ...] = ()
    earlier: tuple[Message, ...] = ()
    others: tuple[Incident, ...] = ()
    others_said: tuple[Message, ...] = ()

    @property
    def rules(self) -> ClashRules:
        """The rules in force."""
        return self.reader.rules

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What the messages say in the words of persons; a field that several messages print is in each of them."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[Passage]:
        for asked in self.messages:
            if asked.message is None or asked.head.corrects:
                continue  # a correction speaks of what was wrong
            place = 0
            for segment in asked.message.body:
                name, text = segment.field, segment.text
                if name is not None and name in self.catalogue and text.strip():
                    field_ = self.catalogue[name]
                    if not field_.derived and field_.type is not FieldType.COMPONENTS:
                        typed = written_in(name, self.values, self.catalogue)
                        value = asked.values.get(typed)
                        yield Passage(asked.head, typed, name, text, place, value, self.reader.read(text))
                place += len(text)

    def weighs(self, clash: Clash) -> bool:
        """Whether that rule is looked for."""
        return self.rules.weight(clash) != "off"


def first_of(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """One passage for each typed text: several messages may print the same."""
    seen: dict[tuple[str, str], Passage] = {}
    for one in passages:
        seen.setdefault((one.field, one.text), one)
    return tuple(seen.values())
