"""How public texts are worded: jargon, blame, promises, empty and passive phrases, what does not tell the impact, what is no news. Small rules, each pure; none blocks.

Phrases are looked up word by word and patterns run on RE2, so that no text, however long, takes more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2

from composer.checks.phrases import Phrases, words_of
from composer.checks.reading_ease import reading_ease
from composer.domain.wording import WordingRule, WordingRules

MOST = 20
"""The most places that one text is told of; whoever mends these is told of the next."""

VAGUE, NO_NEWS, READING = "impact", "no_news", "reading"
_KEPT = 8_192
_NEVER = r"[^\s\S]"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that a rule found, as (start, end) in the text, and what to put in their place (empty: they are taken out; None: nothing is offered)."""

    rule: WordingRule
    start: int
    end: int
    instead: str | None = None


class Wording:
    """The rules in force, ready to be tried.

    `own` are texts of the plan and its templates: what stands in them is the company's wording, and nobody is told to say it otherwise. `services` are the names of suppliers.
    """

    def __init__(self, rules: WordingRules, *, own: Iterable[str] = (), services: Iterable[str] = ()) -> None:
        self.rules = rules
        self._own = own = tuple(own)
        self._services = tuple(services)
        self._is_ready = False
        self._known = lru_cache(maxsize=128)(self._search)

    def _make_ready(self) -> None:
        """Compile; not before something is to be read, because opening the program reads nothing."""
        if self._is_ready:
            return
        self._phrases = Phrases(
            (phrase, (rule, instead))
            for rule in self.rules.rules
            for phrase, instead in (
                *((one, None) for one in rule.words),
                *rule.instead,
                *((one, "") for one in rule.remove),
            )
        )
        names = "|".join(re.escape(one) for one in self._services) or _NEVER
        self._patterns = [
            (
                rule,
                _compile(rule.pattern.replace("{service}", f"(?:{names})")),
                _compile(rule.but.replace("{service}", f"(?:{names})")) if rule.but else None,
            )
            for rule in self.rules.rules
            if rule.pattern
        ]
        self._public = Phrases((one, None) for one in self.rules.public)
        self._own_words = " ".join(" ".join(word for word, _, _ in words_of(text)) for text in self._own)
        self._no_news = [_compile(one) for one in self.rules.no_news.patterns]
        self._vague = frozenset(_bare(self.rules.vague.words))
        self._filler = frozenset(_bare(self.rules.vague.filler))
        self._is_ready = True

    def found(self, text: str) -> tuple[Worded, ...]:
        """The words of a text that are better said otherwise, in order, none across another."""
        if not text or not self.rules.rules:
            return ()
        self._make_ready()
        return self._known(text) if len(text) <= _KEPT else self._search(text)

    def _search(self, text: str) -> tuple[Worded, ...]:
        found = [
            Worded(rule, start, end, instead and _as_begun(instead, text, start))
            for start, end, (rule, instead) in self._phrases.find(text)
        ]
        for rule, pattern, but in self._patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if start < end and not (but is not None and but.search(text[start:end])):
                    found.append(Worded(rule, start, end))
                if len(found) > 10 * MOST:
                    break
        if not found:
            return ()
        public = [(start, end) for start, end, _ in self._public.find(text)]
        kept: list[Worded] = []
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if any(start < one.end and one.start < end for start, end in public):
                continue
            if self._is_own(text[one.start : one.end]) or (kept and one.start < kept[-1].end):
                continue
            kept.append(one)
        return tuple(kept[:MOST])

    def _is_own(self, words: str) -> bool:
        said = " ".join(word for word, _, _ in words_of(words))
        return f" {said} " in f" {self._own_words} "

    def is_vague(self, text: str) -> bool:
        """Whether a text names trouble without telling what customers notice."""
        self._make_ready()
        if not self._vague:
            return False
        words = [word for word, _, _ in words_of(text)]
        return any(word in self._vague for word in words) and all(
            word in self._vague or word in self._filler for word in words
        )

    def is_no_news(self, text: str) -> bool:
        """Whether each sentence of a text is one that says nothing new."""
        self._make_ready()
        if not self._no_news or len(text) > _KEPT:
            return False
        sentences = [one[0].strip() for one in _SENTENCE.finditer(text) if one[0].strip(" .!?")]
        return bool(sentences) and all(
            any(pattern.fullmatch(sentence.rstrip(".!? ")) for pattern in self._no_news)
            for sentence in sentences
        )

    def is_hard(self, text: str) -> float | None:
        """The reading ease of a text that is long enough to have one, where it is less than it should be."""
        least = self.rules.reading
        if not least.ease:
            return None
        ease, words = reading_ease(text)
        return ease if words >= least.words and ease < least.ease else None


def unproven(rules: WordingRules, key: str, fires: Sequence[str], clean: Sequence[str]) -> list[str]:
    """What a rule's own examples say against it, a sentence each; empty where it does what they show. `key` names a rule on words, or one of the others."""
    wording = Wording(rules, services=("Examplesoft",))

    def finds(text: str) -> bool:
        if key == VAGUE:
            return wording.is_vague(text)
        if key == NO_NEWS:
            return wording.is_no_news(text)
        if key == READING:
            return wording.is_hard(text) is not None
        return any(one.rule.key == key for one in wording.found(text))

    sentences = [f"does not find its example “{text}”." for text in fires if not finds(text)]
    return sentences + [f"finds something in “{text}”, which is clean." for text in clean if finds(text)]


def _bare(words: Iterable[str]) -> Iterable[str]:
    return (word for one in words for word, _, _ in words_of(one))


def _as_begun(instead: str, text: str, start: int) -> str:
    """Words with a capital where those before them began with one."""
    return instead[:1].upper() + instead[1:] if text[start].isupper() else instead


def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.log_errors = False  # it would write to standard error
    options.case_sensitive = False
    return re2.compile(pattern, options=options)
