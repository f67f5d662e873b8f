"""What is advised on the wording of a round's messages, as findings. Advice keeps nothing from leaving; that a public text could not be looked at does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from composer.checks.gate import Asked
from composer.checks.reading_ease import reading_ease
from composer.checks.typed import text_of, written_in
from composer.checks.wording import Worded, Wording
from composer.domain.channel import Audience, Channel
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue
from composer.domain.findings import Finding, Level
from composer.domain.message import RenderedMessage, TemplateHead
from composer.domain.next_update import NEXT_UPDATE
from composer.domain.plan import Words
from composer.domain.record import Message, message_digest
from composer.domain.sayings import Code, Told, told
from composer.domain.wording import PREFIX, WordingKind
from composer.logs import logger

FAILED = f"{PREFIX}failed"
"""The code of the finding that a rule broke."""
NO_NEXT_UPDATE = f"{PREFIX}next_update"
"""The code of the finding whose mend is put into the field itself: the time of the next update."""

_FREE = frozenset({FieldType.LINE, FieldType.TEXT, FieldType.LIST})
_PROSE = frozenset({FieldType.TEXT, FieldType.LIST})
_TIMES = frozenset({FieldType.TIME_OR_TEXT})
_SHOWN = 60
_LONG = 25_000
READ = 16_384
"""So many characters of a field are read; of one that is longer it is said that it is."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What is known beside a message when its wording is looked at.

    `words` are the plan's own. `wants_promise` says that customers wait for the time of a next update, `proposed` is the one that the plan's rhythm asks for (None where the round names one).
    `last` is what the public was told last on the status page, and `phase` what the message would say now.
    """

    words: Words
    phase: str = ""
    wants_promise: bool = False
    proposed: datetime | None = None
    last: Message | None = None


def check_wording(
    wording: Wording,
    asked: Asked,
    catalogue: FieldCatalogue,
    typed: Mapping[str, FieldValue],
    worth: Worth,
) -> list[Finding]:
    """What is advised on one message. `typed` are the fields that somebody typed: words that a field has from another one are told at that other one.

    A rule that breaks keeps public texts back, and says so, until a person who has read the text lets it pass with a reason: no check fails open, and none that only advises is the
    last word. Elsewhere it takes the advice away alone.
    """
    try:
        return list(_Reading(wording, asked, catalogue, typed, worth).advice())
    except Exception:  # noqa: BLE001 - a mistake of ours must not open the gate
        logger("checks").exception("the advice on wording failed")
        head = asked.head
        if head.audience is not Audience.PUBLIC or asked.message is None:
            return [
                Finding(FAILED, told(Code.WORDING_FAILED), Level.ADVICE, head.channel, template=head.name)
            ]
        text = told(Code.WORDING_NOT_CHECKED)
        return [Finding(FAILED, text, channel=head.channel, template=head.name, mark=_mark(asked.message))]


def may_go_unadvised(finding: Finding) -> bool:
    """Whether a person's reason lets a text leave whose wording could not be looked at."""
    return finding.code == FAILED and bool(finding.mark)


def _mark(message: RenderedMessage) -> str:
    """Bound to the very text: another one asks anew."""
    said = message_digest(message.subject_text, message.text)
    return f"{FAILED} {said[:16]}"


def is_wording(finding: Finding) -> bool:
    """Whether a finding is advice on wording, which a person may put away."""
    return finding.level is Level.ADVICE and finding.code.startswith(PREFIX)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One message as its wording is looked at, beside what is known of it."""

    wording: Wording
    asked: Asked
    catalogue: FieldCatalogue
    typed: Mapping[str, FieldValue]
    worth: Worth

    def advice(self) -> Iterator[Finding]:
        head, message = self.asked.head, self.asked.message
        if message is None:
            return
        texts: Sequence[tuple[Field, str]] = ()
        if head.audience is Audience.PUBLIC and _in_language(self.wording, head.language):
            texts = texts_of(head, self.asked.values, self.catalogue, self.worth.words)
            yield from self._worded(texts)
            yield from self._vague(texts)
            yield from self._no_news(texts)
        yield from self._next_update(message)
        yield from self._too_long(message)
        yield from self._too_hard(texts)

    def _where(self, field: Field) -> str:
        """The field at which something about another one is told."""
        return written_in(field.name, self.typed, self.catalogue)

    def _worded(self, texts: Sequence[tuple[Field, str]]) -> Iterator[Finding]:
        for field, text in texts:
            where = self.catalogue[self._where(field)]
            if field.type in _TIMES:
                yield from self._fixed_time(field, where, text)
                continue
            for one in self.wording.found(text):
                words = text[one.start : one.end]
                yield Finding(
                    one.rule.code,
                    _sentence(one, where.label, _short(words)),
                    Level.ADVICE,
                    self.asked.head.channel,
                    where.name,
                    self.asked.head.name,
                    (one.start, one.end),
                    words,
                    places=places_of(self.asked.message, field.name, words),
                    instead=one.instead,
                )

    def _fixed_time(self, field: Field, where: Field, text: str) -> Iterator[Finding]:
        """A field that asks for a time of the fix, and holds one: what is advised is the field's own default."""
        rule = next((one for one in self.wording.rules.rules if one.kind is WordingKind.PROMISE), None)
        if rule is None or not any(one.isdigit() for one in text):
            return
        message = self.asked.message
        body = () if message is None else message.body
        shown = next((one.text for one in body if one.field == field.name), text)
        yield Finding(
            rule.code,
            told(Code.WORDING_PROMISE, field=where.label, said=_short(shown)),
            Level.ADVICE,
            self.asked.head.channel,
            where.name,
            self.asked.head.name,
            quote=text,
            places=places_of(message, field.name, shown),
            instead=text_of(field.default) or None,
        )

    def _vague(self, texts: Sequence[tuple[Field, str]]) -> Iterator[Finding]:
        for field, text in texts:
            if field.name in self.wording.rules.vague.fields and self.wording.is_vague(text):
                said = told(Code.WORDING_VAGUE, field=field.label, said=_short(text))
                yield self._finding("impact", said, self._where(field), text)

    def _no_news(self, texts: Sequence[tuple[Field, str]]) -> Iterator[Finding]:
        """An update that repeats the last one, or that says nothing. The plan's own words for having no news are left alone: they keep a promise."""
        head, fields, worth = self.asked.head, self.wording.rules.no_news.fields, self.worth
        quiet = any(
            text_of(self.asked.values.get(one)) == worth.words.nothing_new
            for one in fields
            if one in head.fields
        )
        if head.channel is not Channel.STATUS_PAGE or head.corrects or not fields or quiet:
            return
        last = worth.last
        if last is not None and (last.template, last.phase) == (head.name, worth.phase) and texts:
            if all(text == text_of(last.values.get(field.name)) for field, text in texts):
                named = [(field, text) for field, text in texts if field.name in fields]
                field, text = (named or texts)[-1]
                said = told(Code.WORDING_SAME, field=field.label, time=f"{last.at:%H:%M}")
                yield self._finding("no_news", said, self._where(field), text)
            if any(field.name in fields for field, _ in texts):
                return
        for field, text in texts:
            if field.name in fields and self.wording.is_no_news(text):
                said = told(Code.WORDING_NO_NEWS, field=field.label)
                yield self._finding("no_news", said, self._where(field), text)

    def _next_update(self, message: RenderedMessage) -> Iterator[Finding]:
        """A post that leaves customers without a time. A phrase that names one without setting it is the reminder's."""
        head, proposed = self.asked.head, self.worth.proposed
        if not self.wording.rules.next_update or head.channel is not Channel.STATUS_PAGE:
            return
        if head.audience is not Audience.PUBLIC or head.corrects or not self.worth.wants_promise:
            return
        if any(one.field == NEXT_UPDATE for one in message.body) or "next update" in message.text.casefold():
            return
        if proposed is None:
            return
        yield Finding(
            NO_NEXT_UPDATE,
            told(Code.WORDING_NO_NEXT_UPDATE, time=f"{proposed:%H:%M}"),
            Level.ADVICE,
            head.channel,
            NEXT_UPDATE,
            head.name,
            instead=proposed.isoformat(timespec="seconds").replace("+00:00", "Z"),
        )

    def _too_long(self, message: RenderedMessage) -> Iterator[Finding]:
        most = dict(self.wording.rules.lengths).get(self.asked.head.channel.value)
        if most is None or len(message.text) <= most:
            return
        lengths: dict[str, int] = {}
        for one in message.body:
            if one.field is not None:
                lengths[one.field] = lengths.get(one.field, 0) + len(one.text)
        longest = max(lengths, key=lambda name: lengths[name], default=None)
        said = told(Code.WORDING_LONG, title=self.asked.head.title, count=len(message.text), most=most)
        yield self._finding("length", said, longest)

    def _too_hard(self, texts: Sequence[tuple[Field, str]]) -> Iterator[Finding]:
        """One figure for all that a person wrote in whole sentences, told where it reads hardest."""
        prose = [(field, text) for field, text in texts if field.type in _PROSE]
        ease = self.wording.is_hard("\n".join(text for _, text in prose))
        if ease is None:
            return
        field = min(prose, key=lambda one: reading_ease(one[1])[0])[0]
        said = told(Code.WORDING_HARD, title=self.asked.head.title, ease=max(0, round(ease)))
        yield self._finding("reading", said, self._where(field))

    def _finding(self, key: str, text: Told, field: str | None, quote: str = "") -> Finding:
        head = self.asked.head
        return Finding(PREFIX + key, text, Level.ADVICE, head.channel, field, head.name, quote=quote[:_SHOWN])


def _in_language(wording: Wording, language: str) -> bool:
    known = wording.rules.languages
    return not known or language.partition("-")[0].casefold() in known


def texts_of(
    head: TemplateHead, values: Mapping[str, FieldValue], catalogue: FieldCatalogue, words: Words
) -> list[tuple[Field, str]]:
    """The words of a message that a person chose, by field: not what a field says by default, nor what the plan says."""
    found = []
    for name in head.fields:
        if name not in catalogue or name == NEXT_UPDATE:
            continue
        field = catalogue[name]
        text = text_of(values.get(name))[:READ]
        if field.derived or field.type not in _FREE | _TIMES or not text.strip():
            continue
        if text not in (text_of(field.default), words.nothing_new):
            found.append((field, text))
    return found


def _sentence(one: Worded, field: str, said: str) -> Told:
    match one.rule.kind:
        case WordingKind.JARGON | WordingKind.EMPTY if one.instead:
            return told(Code.WORDING_PLAINER, field=field, said=said, instead=one.instead)
        case WordingKind.JARGON:
            return told(Code.WORDING_JARGON, field=field, said=said)
        case WordingKind.BLAME:
            return told(Code.WORDING_BLAME, field=field, said=said)
        case WordingKind.PROMISE:
            return told(Code.WORDING_PROMISE, field=field, said=said)
        case WordingKind.EMPTY:
            return told(Code.WORDING_EMPTY, field=field, said=said)
        case WordingKind.PASSIVE:
            return told(Code.WORDING_PASSIVE, field=field, said=said)


def places_of(message: RenderedMessage | None, field: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words of a field stand in the message's body."""
    places, at = [], 0
    for segment in () if message is None else message.body:
        if segment.field == field and words and len(segment.text) <= _LONG:
            start = segment.text.find(words)
            while start >= 0:
                places.append((at + start, at + start + len(words)))
                start = segment.text.find(words, start + len(words))
        at += len(segment.text)
    return tuple(places)


def _short(words: str) -> str:
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return " ".join(shown.split())
