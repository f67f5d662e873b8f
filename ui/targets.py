"""The plan's times to respond and to resolve, in few words."""

from __future__ import annotations

from composer.domain.plan import Target, TargetKind


def length(target: Target) -> str:
    """`15 min`, `4 h`, or the plan's own words. It is never torn over two lines."""
    if target.kind is not TargetKind.MINUTES or not target.minutes:
        return target.text.lower()
    hours, minutes = divmod(target.minutes, 60)
    return f"{hours}\u00a0h" if hours and not minutes else f"{target.minutes}\u00a0min"
