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


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings is blocking."""
    return any(finding.level is Level.BLOCKING for finding in findings)
