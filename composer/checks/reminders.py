"""Reminders: words that speak of something which is not there (a link, an attachment, the time of the next update). Advice, never a block.

Which words these are is data (`resources/reminders.toml`); this is the rule that goes by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from composer.checks.typed import text_of, written_in
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue, read_time
from composer.domain.findings import Finding
from composer.domain.message import TemplateHead
from composer.domain.next_update import NEXT_UPDATE
from composer.domain.reminders import Reminder, Wants

_READ = frozenset({FieldType.LINE, FieldType.TEXT, FieldType.LIST})
"""The types whose words a person writes freely."""
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|five|ten|fifteen|twenty|thirty|half\san|einer?|zwei|halben)"
_LENGTH = r"(?:min(?:ute)?s?|hours?|hrs?|h|Minuten?|Stunden?)"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?:\s?(?:am|pm|utc|uhr))?|\s?(?:am|pm|utc|uhr|o[’']clock))"
_TIME = rf"(?:{_CLOCK}|(?:the\snext\s|about\s)?{_NUMBER}\s?{_LENGTH})"
_LINK = re.compile(
    r"(?i)\b(?:https?://|www\.)\w|\b[\w-]+\.(?:[\w-]+\.)*[a-z]{2,}/\w|\b(?:[\w-]+\.){2,}[a-z]{2,}\b"
)


def check_reminders(
    reminders: Iterable[Reminder],
    head: TemplateHead,
    typed: Mapping[str, FieldValue],
    values: Mapping[str, FieldValue],
    catalogue: FieldCatalogue,
) -> list[Finding]:
    """What one message speaks of and does not hold.

    `values` are its fields with prefills and defaults applied, `typed` those that somebody typed: words that a field has from another one are told at that other one.
    """
    texts = {field.name: text_of(values.get(field.name)) for field in _fields(head, catalogue)}
    has_link = any(_LINK.search(text) for text in texts.values())
    promises = read_time(str(values.get(NEXT_UPDATE) or "")) is not None
    findings = []
    for name, text in texts.items():
        field = catalogue[written_in(name, typed, catalogue)]
        for rule in reminders:
            if (rule.wants is Wants.NEXT_UPDATE and promises) or (rule.wants is Wants.LINK and has_link):
                continue
            found = _missing(rule, text, has_link=has_link)
            if found is not None:
                words = rule.text.format(field=field.label, said=found[0])
                findings.append(
                    Finding(
                        rule.code, words, rule.level, head.channel, field.name, head.name, found.span(), found[0], rule.mend
                    )
                )  # fmt: skip
    return findings


def _fields(head: TemplateHead, catalogue: FieldCatalogue) -> Iterator[Field]:
    for name in head.fields:
        if name in catalogue and not catalogue[name].derived and catalogue[name].type in _READ:
            yield catalogue[name]


@lru_cache(maxsize=256)
def _missing(rule: Reminder, text: str, *, has_link: bool) -> re.Match[str] | None:
    """The first place at which the text speaks of what is not there. At a key press one text is another one; the rest were looked through before."""
    for found in _pattern(rule).finditer(text):
        if rule.wants is not Wants.BELOW:
            return found
        if not has_link and "\n" not in text[found.end() :].rstrip():
            return found
    return None


def make_patterns(reminders: Iterable[Reminder]) -> None:
    """Make what the first check makes else: half a millisecond for each rule."""
    for rule in reminders:
        _pattern(rule)


@lru_cache(maxsize=64)
def _pattern(rule: Reminder) -> re.Pattern[str]:
    """One pattern for all phrases of a rule, the longest first. No text, however long, makes it try the same characters twice."""
    words = sorted(rule.phrases, key=len, reverse=True)
    phrases = "|".join(
        r"\s{1,3}".join(re.escape(word) for word in phrase.split()).replace(r"\{time\}", _TIME) for phrase in words
    )  # fmt: skip
    after = "|".join(re.escape(word) for word in rule.not_before)
    unless = rf"(?!\s{{1,3}}(?:{after})(?!\w))" if after else ""
    return re.compile(rf"(?i)(?<![\w-])(?:{phrases})(?![\w-]){unless}")
