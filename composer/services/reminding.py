"""Reminders of what was forgotten: the rules that ship with the program, and those that a person has put away for the message in hand, with the advice on its wording."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import datetime
from functools import cache

from composer import assets
from composer.checks.contradictions import is_hint
from composer.checks.wording_told import is_wording
from composer.domain.draft import Draft
from composer.domain.findings import Finding, Level
from composer.domain.reminders import Reminder, Wants
from composer.services.rounds import Round

PUT_AWAY = "reminders_put_away"
"""A fact of the draft: a draft is one round, so that what was put away in one comes again in the next."""


@cache
def shipped_reminders() -> tuple[Reminder, ...]:
    """The rules of `resources/reminders.toml`."""
    rows = tomllib.loads(assets.read_text("resources", "reminders.toml"))["reminder"]
    return tuple(
        Reminder(
            row["code"],
            Wants(row["wants"]),
            tuple(row["phrases"]),
            row["text"],
            row["mend"],
            Level(row.get("level", Level.ADVICE)),
            tuple(row.get("not_before", ())),
        )
        for row in rows
    )


def is_reminder(finding: Finding) -> bool:
    """Whether a finding is a reminder that a person may put away."""
    return finding.level is Level.ADVICE and finding.code in {rule.code for rule in shipped_reminders()}


def may_be_put_away(finding: Finding) -> bool:
    """Whether a person may say that they want to hear no more of it: of a reminder, and of advice on wording or on what does not fit together."""
    return is_reminder(finding) or is_wording(finding) or is_hint(finding)


def with_put_away(draft: Draft, finding: Finding, at: datetime) -> Draft:
    """The draft with a reminder or advice put away: in this field, and for these words."""
    kept = put_away(draft)
    return draft.with_fact(PUT_AWAY, (*kept, _key(finding)), at) if _key(finding) not in kept else draft


def without_put_away(round_: Round, draft: Draft) -> Round:
    """The round without the reminders and advice that were put away in its draft."""
    away = put_away(draft)
    if not away:
        return round_
    left = tuple(one for one in round_.findings if not (may_be_put_away(one) and _key(one) in away))
    return replace(round_, findings=left)


def put_away(draft: Draft) -> tuple[str, ...]:
    """Which reminders were put away; a draft that was stored gives them back as a list."""
    value = draft.facts.get(PUT_AWAY)
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def _key(finding: Finding) -> str:
    return f"{finding.code} {finding.field} {finding.quote.casefold()}"
