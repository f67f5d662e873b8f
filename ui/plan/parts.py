"""What the plan's screen shows, as values: sections made of cards, tables, lines and commands, each of which knows whether it holds some words."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Facts:
    """A card: a title with a badge (a severity's key and rank), labelled facts, and a list under a heading."""

    title: str
    rows: tuple[tuple[str, str], ...]
    badge: tuple[str, int] | None = None
    list_title: str = ""
    items: tuple[str, ...] = ()

    def holding(self, words: tuple[str, ...]) -> Facts | None:
        """The card, where all words stand in it."""
        texts = (self.title, *(text for row in self.rows for text in row), *self.items)
        badge = () if self.badge is None else (self.badge[0],)
        return self if holds(words, *texts, *badge) else None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. `marked` is the row that counts now."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    marked: int | None = None

    def holding(self, words: tuple[str, ...]) -> Table | None:
        """The rows in which all words stand; the whole table where they stand in its title."""
        if holds(words, self.title):
            return self
        kept = [place for place, row in enumerate(self.rows) if holds(words, *row)]
        marked = None if self.marked not in kept else kept.index(self.marked)
        return replace(self, rows=tuple(self.rows[place] for place in kept), marked=marked) if kept else None


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences, numbered where their order counts."""

    lines: tuple[str, ...]
    title: str = ""
    numbered: bool = False
    wrong: bool = False

    def holding(self, words: tuple[str, ...]) -> Lines | None:
        """The lines in which all words stand; all of them where they stand in the title."""
        if holds(words, self.title):
            return self
        kept = tuple(line for line in self.lines if holds(words, line))
        return replace(self, lines=kept, numbered=False) if kept else None


@dataclass(frozen=True, slots=True)
class Command:
    """A command to be copied, and never run by the program."""

    purpose: str
    command: str
    group: str = ""

    def holding(self, words: tuple[str, ...]) -> Command | None:
        """The command, where all words stand in it."""
        return self if holds(words, self.purpose, self.command, self.group) else None


Block = Facts | Table | Lines | Command


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the plan. `key` is its name for scripts."""

    key: str
    title: str
    blocks: tuple[Block, ...]

    def holding(self, words: tuple[str, ...]) -> Section | None:
        """What of it holds all words: all of it where they stand in its title; None where nothing does."""
        if holds(words, self.title):
            return self
        found = (block.holding(words) for block in self.blocks)
        kept = tuple(block for block in found if block is not None)
        return replace(self, blocks=kept) if kept else None


def holds(words: tuple[str, ...], *texts: str) -> bool:
    """Whether each word stands in one of the texts."""
    whole = "\n".join(texts).casefold()
    return bool(words) and all(word in whole for word in words)
