"""What a check noticed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from composer.domain.channel import Channel


class Level(StrEnum):
    """A blocking finding keeps its channel from being published; advice does not."""

    BLOCKING = "blocking"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: `code` names the rule, `text` is one sentence.

    `channel` None concerns the whole round, `field` None no single field. `template` is the message it was noticed in.
    `span` is where in the field's text, as (start, end) in characters, and `quote` the words that stand there; a list's text is its lines. `mend` is what to do about it,
    one sentence, where `text` does not say so itself.

    `places` are where the words stand in the message's body, `above` where above it (a mail's subject, a page's title), `instead` what could be put in their place (empty: they are taken out; None: the program has nothing to offer).
    `mark` stands for the rule and the very words: what a person lets pass with a reason is bound to it; it is empty for what no reason lets pass, and for what has no words. `passes` is the reason for which
    a person lets it pass; then it no longer blocks.
    """

    code: str
    text: str
    level: Level = Level.BLOCKING
    channel: Channel | None = None
    field: str | None = None
    template: str | None = None
    span: tuple[int, int] | None = None
    quote: str = ""
    mend: str = ""
    places: tuple[tuple[int, int], ...] = ()
    instead: str | None = None
    mark: str = ""
    above: tuple[tuple[int, int], ...] = ()
    passes: str = ""


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings is blocking."""
    return any(finding.level is Level.BLOCKING for finding in findings)


def stands_before(finding: Finding, other: Finding | None) -> bool:
    """Whether of two at one field this one is told there: one that keeps a message back, and of equals one that can be mended by a key; else the first of them (`other`; None: there is none)."""
    if other is None:
        return True
    here, there = ((one.level is Level.BLOCKING, one.instead is not None) for one in (finding, other))
    return here > there
