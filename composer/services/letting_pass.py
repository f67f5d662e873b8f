"""What a person lets pass with a reason, in the draft of a round: bound to the rule and to the very words, so that other words ask anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from composer.domain.draft import Draft

REASONS = "let_pass"
"""A fact of the draft: reasons by the marks of findings. A draft is one round, so that the next one asks again."""


def with_reason(draft: Draft, mark: str, reason: str, at: datetime) -> Draft:
    """The draft in which the finding of that mark passes for a reason; no reason keeps it back again."""
    kept = {one: why for one, why in let_pass(draft).items() if one != mark}
    if reason.strip():
        kept[mark] = reason.strip()
    return draft.with_fact(REASONS, kept or None, at)


def let_pass(draft: Draft) -> dict[str, str]:
    """The reasons by the marks of what they let pass."""
    value = draft.facts.get(REASONS)
    return {str(mark): str(why) for mark, why in value.items()} if isinstance(value, Mapping) else {}
