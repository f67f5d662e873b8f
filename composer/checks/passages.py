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
        words = rules.words
        self._numbers = NumberReader(rules)
        self._times = TimeReader(rules, [one.name for one in plan.services])
        denied = words.get("not_yet", ())
        self._resolved = Phrases(words.get("resolved", ()), denied)
        self._all_well = Phrases(words.get("all_well", ()), denied)
        self._no_data = Phrases(words.get("no_data", ()), (*denied, "that"))
        self._data_hurt = Phrases(words.get("data_hurt", ()), (*denied, *words.get("data_denied", ())))
        self._phases = {name: Phrases(rules.phases.get(name, ()), denied) for name in _PHASES}
        self._well = {
            one.key: Phrases([f"{one.name} … {end}" for end in words.get("well", ())], denied)
            for one in plan.components
        }
        keys = "|".join(re.escape(one.key) for one in plan.severities)
        self._severity = re.compile(rf"(?<![\w-])(?:{keys})(?![\w-])") if keys else re.compile(r"(?!)")
        self._read: dict[str, Reading] = {}

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
        text = text[: 4 * MOST_READ]
        return self._all_well.found(text, text.casefold())

    def _made(self, text: str) -> Reading:
        low = text.casefold()
        has_number = any(map(str.isdigit, text))
        times = self._times.times(text) if has_number and ":" in text else ()
        return Reading(
            self._numbers.read(text) if has_number else (),
            times,
            self._times.ranges(text, times) if len(times) > 1 else (),
            self._times.lengths(text),
            self._resolved.found(text, low),
            {name: places for name, one in self._phases.items() if (places := one.found(text, low))},
            self._all_well.found(text, low),
            tuple((key, place) for key, one in self._well.items() for place in one.found(text, low)),
            tuple((found[0], found.span()) for found in self._severity.finditer(text)) if has_number else (),
            self._no_data.found(text, low),
            self._data_hurt.found(text, low),
        )


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
