"""The leak guard: no host name, token or customer of ours in a text that leaves.

Patterns run on RE2, which takes time in proportion to the text whatever the pattern and the text are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import re2

from composer.checks.customers import CustomerNames
from composer.domain.leaks import LeakKind, LeakRule, LeakRules
from composer.own_secrets import OwnSecrets

MOST = 200
"""The most hits of one rule that are told of one text; whoever mends these is told of the next."""

_RANDOM_CHANGES = 0.4
_SHORTEST_KEY = 16
_KEPT = 8_192
"""The characters of the longest text of which is remembered what was found."""

_AS_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u3002\uff0e\uff61\u00b7\u2027\u2219\u22c5\u30fb\uff65", "."),
    }
)


@dataclass(frozen=True, slots=True)
class Leak:
    """Something found: where in the text, as (start, end) in characters, and by which rule."""

    rule: LeakRule
    start: int
    end: int


NEVER = LeakRule("own_name", LeakKind.INTERNAL, "a name that is kept from the public", "")
"""The rule behind the names that a team or the plan keeps to itself."""

CUSTOMER = LeakRule("customer", LeakKind.INTERNAL, "a customer of yours", "")
"""The rule behind the names of a list of customers."""

OWN_SECRET = LeakRule("own_secret", LeakKind.SECRET, "a credential of your own", "")
"""The rule behind the credentials that this program keeps."""


class _Compiled:
    """A rule with its patterns ready. Where it names words that a text needs, they are made for the first such text: of 60 rules half are never tried, and take 9 ms of a start."""

    def __init__(self, rule: LeakRule) -> None:
        self.rule = rule
        if not rule.needs:
            self._ready = self._pattern  # what is allowed besides is made for the first hit

    @cached_property
    def _pattern(self) -> Any:
        return _compile(self.rule.pattern)

    @cached_property
    def _but(self) -> Any:
        return _compile("|".join(f"(?:{one})" for one in self.rule.but)) if self.rule.but else None

    def leaks(self, text: str, lowered: str) -> Iterator[Leak]:
        if self.rule.needs and not any(word in lowered for word in self.rule.needs):
            return
        found = 0
        allowed: dict[str, bool] = {}  # the same words stand in a long line again and again
        for match in self._pattern.finditer(text):
            group = 1 if self._pattern.groups and match.span(1)[0] >= 0 else 0
            start, end = match.span(group)
            words = text[start:end]
            if start == end or (self.rule.mixed and not _is_mixed(words)):
                continue
            if self.rule.random and not _is_random(words):
                continue
            if self._but is not None:
                if words not in allowed:
                    allowed[words] = self._but.fullmatch(words) is not None
                if allowed[words]:
                    continue
            yield Leak(self.rule, start, end)
            found += 1
            if found >= MOST:
                return


class LeakGuard:
    """The rules in force, ready to be tried. `never` and `public` are further names that are kept from the public, or may be read: those of the plan."""

    def __init__(
        self,
        rules: LeakRules,
        *,
        never: Iterable[str] = (),
        public: Iterable[str] = (),
        secrets: OwnSecrets | None = None,
        customers: CustomerNames | None = None,
    ) -> None:
        allowed = (*rules.public, *public)
        self._rules = [_Compiled(rule) for rule in rules.rules]
        self._of_secrets = [one for one in self._rules if one.rule.kind is LeakKind.SECRET]
        # Two names on two lines can look drawn by chance once they are put together.
        self._cut = [one for one in self._of_secrets if not one.rule.random]
        self._secrets = secrets or OwnSecrets()
        self.customers = customers or CustomerNames(rules.ordinary)
        self._public = frozenset(word.casefold() for word in allowed)
        self._public_words = _phrases(allowed)
        self._never = _phrases((*rules.never, *never))
        # A key press changes one or two of a round's texts. Credentials and customers are looked for each time: more may have come.
        self._known = lru_cache(maxsize=32)(self._search)

    def leaks(self, text: str, *, public: bool = True) -> tuple[Leak, ...]:
        """Everything in a text that must not be read by the public, in order, none within another; a secret counts before what is internal, the longer before the shorter.

        Of a text that is not `public` only secrets are told.
        """
        if not text:
            return ()
        plain, places = _plain(text)
        search = self._known if len(plain) <= _KEPT else self._search
        found = list(search(plain, public))
        found += [Leak(OWN_SECRET, start, end) for start, end in self._secrets.find(plain)]
        if public:
            named = (Leak(CUSTOMER, *span) for span in self.customers.find(plain, words_of(plain)))
            found += self._not_public(plain, list(named))
        for joined, at in () if self._secrets.is_empty else _joints(plain):
            ends = self._secrets.find(joined)
            found += [Leak(OWN_SECRET, at[start], at[end - 1] + 1) for start, end in ends]
        if places is not None:
            found = [Leak(leak.rule, places[leak.start], places[leak.end - 1] + 1) for leak in found]
        if plain != text:  # a password may hold the very signs that patterns read as others
            found += [Leak(OWN_SECRET, start, end) for start, end in self._secrets.find(text)]
        return tuple(_apart(found))

    def _search(self, plain: str, public: bool) -> tuple[Leak, ...]:
        """What the rules and the names find, some of it within one another."""
        lowered = plain.lower()
        rules = self._rules if public else self._of_secrets
        found = [leak for rule in rules for leak in rule.leaks(plain, lowered)]
        found += self._broken(plain)
        if public:
            found += _named(self._never, plain, NEVER)
        return tuple(self._not_public(plain, found))

    def _not_public(self, plain: str, found: list[Leak]) -> list[Leak]:
        """Those that are no words that anybody may read."""
        found = [leak for leak in found if plain[leak.start : leak.end].casefold() not in self._public]
        if not found:
            return found
        allowed = [(leak.start, leak.end) for leak in _named(self._public_words, plain, NEVER)]
        return [leak for leak in found if not _within(leak, allowed)]

    def _broken(self, plain: str) -> Iterator[Leak]:
        """Secrets that a line's end cut in two, as mails and narrow windows do: each half may be too short to be known by itself."""
        for joined, places in _joints(plain):
            lowered = joined.lower()
            for rule in self._cut:
                for leak in rule.leaks(joined, lowered):
                    start, end = places[leak.start], places[leak.end - 1] + 1
                    if end - start > leak.end - leak.start:  # else it stands on one line, and is found there
                        yield Leak(leak.rule, start, end)


def unproven(rule: LeakRule, leaks: Iterable[str], clean: Iterable[str]) -> list[str]:
    """What a rule's own examples say against it, a sentence each; empty where it does what they show. The pattern has to be a good one."""
    compiled = _Compiled(rule)
    sentences = [
        f"does not find its example “{text}”." for text in leaks if not any(compiled.leaks(*_both(text)))
    ]
    sentences += [
        f"finds something in “{text}”, which is clean." for text in clean if any(compiled.leaks(*_both(text)))
    ]
    return sentences


def _both(text: str) -> tuple[str, str]:
    plain, _ = _plain(text)
    return plain, plain.lower()


def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False  # it would write to standard error
    return re2.compile(pattern, options=options)


def _is_mixed(words: str) -> bool:
    return any(character.isdigit() for character in words) and any(character.isalpha() for character in words)


def _is_random(words: str) -> bool:
    """Whether small letters, capitals and digits follow each other as by chance. In a made-up key two of three neighbours differ; in a name that people give, one of four."""
    kinds = [(one.isdigit(), one.isupper()) for one in words if one.isalnum()]
    changes = sum(one != other for one, other in pairwise(kinds))
    return len(set(kinds)) == 3 and changes >= _RANDOM_CHANGES * len(kinds)


def _plain(text: str) -> tuple[str, list[int] | None]:
    """The text as patterns read it: wide and look-alike signs as their plain ones, unseen ones gone; and the place in the text of each character, None where nothing moved."""
    if text.isascii():
        return text, None
    read = {one: _read(one) for one in set(text) if not one.isascii()}
    if all(len(plain) == 1 for plain in read.values()):
        return text.translate({ord(one): plain for one, plain in read.items()}), None
    parts = [read.get(one, one) for one in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def _read(character: str) -> str:
    """One sign that is not ASCII, as patterns read it."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return character if category == "Mn" else unicodedata.normalize("NFKC", character).translate(_AS_ASCII)


def _phrases(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names by their first word, each as its words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(word for word, _, _ in words_of(name))
        if words:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(set(all_), key=len, reverse=True)) for first, all_ in found.items()}


def _joints(text: str) -> Iterator[tuple[str, list[int]]]:
    """What stands around each line's end without a space, put together where it may be one key; and the place in the text of each of its characters.

    A line without a space goes on with the next one.
    """
    spans: list[tuple[int, int]] = []  # of one run of words after another, each on its line
    start = 0
    for line in text.split("\n"):
        runs = line.split()
        head = runs[0] if runs and line.startswith(runs[0]) else ""
        if head and spans:
            spans.append((start, start + len(head)))
        if not head or head != line:
            yield from _joined(text, spans)
            tail = runs[-1] if runs and line.endswith(runs[-1]) else ""
            end = start + len(line)
            spans = [(end - len(tail), end)] if tail else []
        elif not spans:
            spans = [(start, start + len(head))]
        start += len(line) + 1
    yield from _joined(text, spans)


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, list[int]]]:
    if len(spans) > 1:
        words = "".join(text[start:end] for start, end in spans)
        if len(words) >= _SHORTEST_KEY and _is_mixed(words):
            yield words, [place for start, end in spans for place in range(start, end)]


_WORD = re.compile(r"\w+")  # one class, so that it takes no longer than RE2 would, and a tenth of its binding


@lru_cache(maxsize=64)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text without regard to case, each with where it stands."""
    return tuple((match[0].casefold(), *match.span()) for match in _WORD.finditer(text))


def _named(phrases: dict[str, tuple[tuple[str, ...], ...]], text: str, rule: LeakRule) -> Iterator[Leak]:
    """Where one of the names stands in a text as whole words, whatever the case and what stands between the words."""
    if not phrases:
        return
    words = words_of(text)
    for place, (word, start, _) in enumerate(words):
        for phrase in phrases.get(word, ()):
            part = words[place : place + len(phrase)]
            if tuple(one for one, _, _ in part) == phrase:
                yield Leak(rule, start, part[-1][2])
                break


def _within(leak: Leak, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= leak.start and leak.end <= end for start, end in spans)


def _apart(found: Iterable[Leak]) -> list[Leak]:
    """Those that stand for themselves, in order: none lies within or across another."""
    weight = sorted(
        found, key=lambda leak: (leak.rule.kind is not LeakKind.SECRET, leak.start - leak.end, leak.start)
    )
    kept: list[Leak] = []
    taken: set[int] = set()
    for leak in weight:
        places = range(leak.start, leak.end)
        if leak.start in taken or leak.end - 1 in taken or not taken.isdisjoint(places):
            continue
        taken.update(places)
        kept.append(leak)
    return sorted(kept, key=lambda leak: leak.start)
