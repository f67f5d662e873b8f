"""wording.toml into the rules of the advice on public wording. The shipped file counts first; a file of one's own adds rules, replaces those of the same name, and turns others off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import Field as Limited

from composer.domain.channel import Channel
from composer.domain.errors import InvalidInputError, Problem
from composer.domain.wording import (
    NoNews,
    Reading,
    SpellingWords,
    Vague,
    WordingKind,
    WordingRule,
    WordingRules,
)
from composer.planning.leaks_file import pattern_problem
from composer.toml.document import Table, TomlDocument, nearest
from composer.toml.text import UnreadableFileError, read_text_file

WordingProof = Callable[[WordingRules, str, Sequence[str], Sequence[str]], Sequence[str]]
"""What a rule's own examples say against it, a sentence each; `checks` knows, and whoever wires the core passes it in."""

_Words = Annotated[
    list[Annotated[str, Limited(min_length=1, max_length=200)]],
    Limited(default_factory=list, max_length=20_000),
]
_Examples = Annotated[list[Annotated[str, Limited(min_length=1, max_length=2_000)]], Limited(min_length=1)]
_Pattern = Annotated[str, Limited(max_length=4_000)]

VAGUE, NO_NEWS, READING, SPELLING = "impact", "no_news", "reading", "spelling"
NEXT_UPDATE, LENGTH = "next_update", "length"
PARTS = (VAGUE, NO_NEWS, READING, SPELLING, NEXT_UPDATE, LENGTH)
"""Rules that are more than words: their names can be turned off like those of the others."""


class RuleTable(Table):
    """One rule on words. It proves itself: something is found in each of `fires`, nothing in any of `clean`."""

    kind: Annotated[WordingKind, Limited(strict=False)]
    fires: _Examples
    clean: _Examples
    words: _Words
    instead: Annotated[
        dict[str, Annotated[str, Limited(min_length=1, max_length=200)]], Limited(default_factory=dict)
    ]
    remove: _Words
    pattern: _Pattern = ""
    but: _Pattern = ""


class VagueTable(Table):
    """What does not tell the impact."""

    fires: _Examples
    clean: _Examples
    fields: _Words
    words: _Words
    filler: _Words


class NoNewsTable(Table):
    """What is no news."""

    fires: _Examples
    clean: _Examples
    fields: _Words
    sentences: Annotated[list[Annotated[_Pattern, Limited(min_length=2)]], Limited(default_factory=list)]


class ReadingTable(Table):
    """How easily a text has to read."""

    fires: _Examples
    clean: _Examples
    ease: Annotated[float, Limited(ge=0, le=100, strict=False)]
    words: Annotated[int, Limited(ge=5, le=1_000)] = 30


class SpellingTable(Table):
    """Words that are spelt right."""

    words: _Words
    endings: Annotated[dict[str, str], Limited(default_factory=dict)]


class WordingTable(Table):
    """The whole file."""

    rule: Annotated[dict[str, RuleTable], Limited(default_factory=dict)]
    off: _Words
    public: _Words
    languages: Annotated[list[Annotated[str, Limited(min_length=2)]], Limited(default_factory=list)]
    length: Annotated[dict[str, Annotated[int, Limited(ge=40)]], Limited(default_factory=dict)]
    impact: VagueTable | None = None
    no_news: NoNewsTable | None = None
    reading: ReadingTable | None = None
    spelling: SpellingTable | None = None


def load_wording(
    file: Traversable,
    name: str | None = None,
    *,
    base: WordingRules | None = None,
    proof: WordingProof | None = None,
) -> WordingRules:
    """The rules in a file; see `parse_wording`. `name` is how the file is called in errors (default: its path)."""
    shown = name or str(file)
    try:
        return parse_wording(read_text_file(file, shown), shown, base=base, proof=proof)
    except UnreadableFileError as error:
        raise InvalidInputError([error.problem]) from error


def parse_wording(
    text: str, name: str, *, base: WordingRules | None = None, proof: WordingProof | None = None
) -> WordingRules:
    """The rules in a TOML text, laid over `base`. With `proof`, each rule has to do what its examples show.

    Raises `InvalidInputError` with every mistake found; a pattern that RE2 can't take (and thereby every pattern that could hang) is one.
    """
    document = TomlDocument(text, name)
    table, problems = document.read(WordingTable)
    before = base or WordingRules()
    if table is None:
        raise InvalidInputError(problems)
    problems = list(_own_problems(table, document))
    rules = _rules(table, before)
    known = {one.key: one for one in rules.rules}
    for place, key in enumerate(table.off):
        if known.pop(key, None) is None and key not in PARTS:
            problems.append(
                Problem(
                    document.place("off", place),
                    f'there is no rule "{key}"{nearest(key, [*known, *PARTS])}',
                )
            )
    if proof is not None and not problems:
        problems += _unproven(table, rules, document, proof)
    if problems:
        raise InvalidInputError(sorted(problems, key=lambda problem: problem.place.line or 0))
    return without(rules, table.off)


def without(rules: WordingRules, off: Iterable[str]) -> WordingRules:
    """The rules without those of these names."""
    gone = frozenset(off)
    return WordingRules(
        tuple(one for one in rules.rules if one.key not in gone),
        rules.public,
        rules.languages,
        () if LENGTH in gone else rules.lengths,
        Vague() if VAGUE in gone else rules.vague,
        NoNews() if NO_NEWS in gone else rules.no_news,
        Reading() if READING in gone else rules.reading,
        SpellingWords(on=False) if SPELLING in gone else rules.spelling,
        rules.next_update and NEXT_UPDATE not in gone,
    )


def _rules(table: WordingTable, before: WordingRules) -> WordingRules:
    own = {
        key: WordingRule(
            key,
            one.kind,
            tuple(one.words),
            tuple(one.instead.items()),
            tuple(one.remove),
            one.pattern,
            one.but,
        )
        for key, one in table.rule.items()
    }
    vague, no_news, reading, spelling = before.vague, before.no_news, before.reading, before.spelling
    if table.impact is not None:
        vague = Vague(tuple(table.impact.fields), tuple(table.impact.words), tuple(table.impact.filler))
    if table.no_news is not None:
        no_news = NoNews(tuple(table.no_news.fields), tuple(table.no_news.sentences))
    if table.reading is not None:
        reading = Reading(table.reading.ease, table.reading.words)
    if table.spelling is not None:
        spelling = SpellingWords(
            tuple(dict.fromkeys((*spelling.words, *table.spelling.words))),
            tuple(({**dict(spelling.endings), **table.spelling.endings}).items()),
            spelling.on,
        )
    return WordingRules(
        tuple(({one.key: one for one in before.rules} | own).values()),
        tuple(dict.fromkeys((*before.public, *table.public))),
        tuple(table.languages) or before.languages,
        tuple({**dict(before.lengths), **table.length}.items()),
        vague,
        no_news,
        reading,
        spelling,
        before.next_update,
    )


def _own_problems(table: WordingTable, document: TomlDocument) -> Iterable[Problem]:
    for channel in table.length:
        if channel not in {one.value for one in Channel}:
            sentence = f'there is no channel "{channel}"{nearest(channel, [one.value for one in Channel])}'
            yield Problem(document.place("length", channel), sentence)
    for key, one in table.rule.items():
        if not (key.isidentifier() and key.isascii() and key == key.lower()) or key in PARTS:
            text = "expected a name of lower-case letters, digits and _ that no other rule has, such as our_jargon."
            yield Problem(document.place("rule", key), text)
        if not (one.words or one.instead or one.remove or one.pattern):
            yield Problem(
                document.place("rule", key),
                "finds nothing: name words, instead, remove or pattern.",
            )
        for name, pattern in (("pattern", one.pattern), ("but", one.but)):
            reason = pattern_problem(pattern.replace("{service}", "service")) if pattern else None
            if reason is not None:
                yield Problem(document.place("rule", key, name), reason)
        for name, phrases in (("words", one.words), ("instead", one.instead), ("remove", one.remove)):
            for place, phrase in enumerate(phrases):
                if not any(character.isalnum() for character in phrase):
                    where: tuple[str | int, ...] = (phrase,) if name == "instead" else (place,)
                    yield Problem(document.place("rule", key, name, *where), "holds no word.")
    for place, pattern in enumerate([] if table.no_news is None else table.no_news.sentences):
        reason = pattern_problem(pattern)
        if reason is not None:
            yield Problem(document.place("no_news", "sentences", place), reason)


def _unproven(
    table: WordingTable, rules: WordingRules, document: TomlDocument, proof: WordingProof
) -> Iterable[Problem]:
    for key, one in table.rule.items():
        for text in proof(rules, key, one.fires, one.clean):
            yield Problem(document.place("rule", key), text)
    parts = ((VAGUE, table.impact), (NO_NEWS, table.no_news), (READING, table.reading))
    for key, part in parts:
        if part is not None:
            for text in proof(rules, key, part.fires, part.clean):
                yield Problem(document.place(key), text)
