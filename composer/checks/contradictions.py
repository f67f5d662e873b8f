"""Contradictions: what a round says at once and can't be true at once, in its texts, against the incident, and against what was said before.

A rule that breaks keeps public texts from leaving: what could not be looked at is never let through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from composer.checks.clashing import once
from composer.checks.clashing_data import clashing_data
from composer.checks.clashing_incidents import clashing_incidents
from composer.checks.clashing_numbers import clashing_numbers
from composer.checks.clashing_states import clashing_states
from composer.checks.clashing_times import clashing_times
from composer.checks.clashing_wellness import clashing_wellness
from composer.checks.leaks_told import GUARD_FAILED
from composer.checks.passages import Scene
from composer.domain.channel import Audience
from composer.domain.contradictions import Clash
from composer.domain.findings import Finding, Level
from composer.domain.sayings import Code, told
from composer.logs import logger

RULES: tuple[Callable[[Scene], Iterable[Finding]], ...] = (
    clashing_wellness,
    clashing_data,
    clashing_states,
    clashing_times,
    clashing_numbers,
    clashing_incidents,
)
CODES = frozenset(clash.value for clash in Clash)
_NO_HINTS = frozenset({Clash.OTHERS.value, Clash.LEFT.value})
"""Advice that is part of resolving, and stays in sight."""


def check_contradictions(scene: Scene) -> list[Finding]:
    """Everything in which the round contradicts something, what blocks first."""
    try:
        return once(finding for rule in RULES for finding in rule(scene))
    except Exception:  # noqa: BLE001 - a mistake of ours must not open the gate
        logger("checks").exception("the check for contradictions failed")
        public = [one.head for one in scene.messages if one.head.audience is Audience.PUBLIC]
        text = told(Code.NOT_COMPARED)
        return [Finding(GUARD_FAILED, text, channel=head.channel, template=head.name) for head in public]


def may_be_let_pass(finding: Finding) -> bool:
    """Whether a reason lets it pass."""
    return finding.code in CODES and bool(finding.mark)


def is_hint(finding: Finding) -> bool:
    """Whether a person may put it away: it is only advice, and was not let pass for a reason."""
    return (
        finding.code in CODES
        and finding.code not in _NO_HINTS
        and finding.level is Level.ADVICE
        and not finding.mark
    )
