"""How public texts are worded: the rules of the advice on them, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PREFIX = "wording_"
"""The beginning of the codes of all advice on wording."""


class WordingKind(StrEnum):
    """What is wrong with the words that a rule finds."""

    JARGON = "jargon"
    BLAME = "blame"
    PROMISE = "promise"
    EMPTY = "empty"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class WordingRule:
    """Words that are better not said to customers.

    `words` are found as whole words, whatever the case; `instead` are such words with what can be put in their place; `remove` may be taken out and nothing is missed.
    `pattern` is in RE2's syntax; `{service}` in it stands for the name of any supplier of the plan. What `but` fits somewhere is meant otherwise.
    """

    key: str
    kind: WordingKind
    words: tuple[str, ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    remove: tuple[str, ...] = ()
    pattern: str = ""
    but: str = ""

    @property
    def code(self) -> str:
        """The code of its findings."""
        return f"{PREFIX}{self.key}"


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that name trouble without telling it. One of `fields` that holds nothing beside them and `filler` does not say what customers notice."""

    fields: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    filler: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoNews:
    """Sentences that say nothing new. One of `fields` that holds nothing beside what `patterns` (RE2) fit from end to end is no update."""

    fields: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How easily a public text reads: the least reading ease (Flesch: 100 is very easy, 0 very hard), for texts of so many words and more."""

    ease: float = 0.0
    words: int = 30


@dataclass(frozen=True, slots=True)
class SpellingWords:
    """Words that are spelt right though no dictionary has them, and `endings` that may be spelt in another way: (as typed, as the dictionary has it). `on` is whether spelling is looked at."""

    words: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    on: bool = True


@dataclass(frozen=True, slots=True)
class WordingRules:
    """The rules in force. `public` are words about which nothing is said; `lengths` the most characters of a text by channel; `languages` those that the rules are written for."""

    rules: tuple[WordingRule, ...] = ()
    public: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    lengths: tuple[tuple[str, int], ...] = ()
    vague: Vague = Vague()
    no_news: NoNews = NoNews()
    reading: Reading = Reading()
    spelling: SpellingWords = SpellingWords()
    next_update: bool = True
