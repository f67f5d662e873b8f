"""What is said to a person: codes with their values, and the one place where each has its English sentence.

The command line prints the English. The window words a code in its own language, so it needs the code where a sentence would be too late: `Told` is a sentence
that brings its code along, wherever a text goes.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from composer.domain.codes import Code
from composer.domain.sentences import NEXT_STEPS, SENTENCES

__all__ = [
    "NEXT_STEPS",
    "SENTENCES",
    "Code",
    "Said",
    "Told",
    "Value",
    "changed",
    "kept",
    "places",
    "read_kept",
    "together",
    "told",
]

Value = str | int
"""An int is a count, which a language writes in its own way; a text stays as it is, and a `Told` is worded as well."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is said, with what stands in its places. As a text it is the English sentence, with its next step."""

    code: Code
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, code: Code, **values: Value) -> Said:
        """It, with its values by name."""
        return cls(code, tuple(values.items()))

    @classmethod
    def verbatim(cls, text: str) -> Said:
        """A sentence that has no code: what a service said in its own words, or a trouble that is rare."""
        return text.said if isinstance(text, Told) else cls.of(Code.VERBATIM, text=text)

    @property
    def message(self) -> str:
        """What happened, in English."""
        return self._filled(SENTENCES[self.code])

    @property
    def next_step(self) -> str | None:
        """What to do about it, in English."""
        step = NEXT_STEPS.get(self.code)
        return None if step is None else self._filled(step)

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}" if self.next_step else self.message

    def _filled(self, sentence: str) -> str:
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in self.values}
        return sentence.format(**shown)


class Told(str):
    """An English sentence that still knows its code. It is printed, compared and stored as the text that it is; whoever speaks another language words `said` instead."""

    __slots__ = ("said",)
    said: Said

    def __new__(cls, said: Said) -> Told:
        """The sentence of a code with its values."""
        made = super().__new__(cls, str(said))
        made.said = said
        return made

    def __getnewargs__(self) -> tuple[Said]:  # type: ignore[override] # a copy is made of the code, not of the text
        return (self.said,)


def told(code: Code, **values: object) -> Told:
    """A sentence by its code; what is neither a text nor a count (a path, a reason) stands in it as its text."""
    shown = {name: one if isinstance(one, str | int) else str(one) for name, one in values.items()}
    return Told(Said.of(code, **shown))


def together(first: str, *more: str) -> str:
    """Sentences one after the other; those with a code keep it."""
    for one in more:
        if one:
            first = told(Code.TWO, first=first, second=one) if first else one
    return first


def changed(text: str, change: Callable[[str], str]) -> str:
    """A text after a change (secrets masked, white space put right). A sentence that the change leaves as it is keeps its code."""
    after = change(text)
    return text if after == text else after


def places(code: Code) -> frozenset[str]:
    """The names of the values that a code needs."""
    texts = (SENTENCES[code], NEXT_STEPS.get(code, ""))
    return frozenset(name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name)


# --- kept over a restart ----------------------------------------------------------------------------------------


def kept(said: Said, change: Callable[[str], str] = str) -> dict[str, Any]:
    """A code with its values as JSON can hold it; `change` is made to each value that is a text (secrets are masked)."""
    values: dict[str, Any] = {}
    for name, value in said.values:
        if isinstance(value, Told):
            values[name] = kept(value.said, change)
        else:
            values[name] = change(value) if isinstance(value, str) else value
    return {"code": said.code.value, "values": values}


def read_kept(found: Any) -> Said:
    """What `kept` made; TypeError, KeyError or ValueError where it can't be read, as from another version."""
    values: dict[str, Value] = {}
    for name, value in found["values"].items():
        if isinstance(value, dict):
            values[name] = Told(read_kept(value))
        elif isinstance(value, str | int) and not isinstance(value, bool):
            values[name] = value
        else:
            raise TypeError(f"{found['code']} has a value of another type")
    said = Said.of(Code(found["code"]), **values)
    if not places(said.code) <= values.keys():
        raise ValueError(f"{said.code} lacks a value")
    return said
