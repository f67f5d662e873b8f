"""From a draft to the round that it would publish, at each key press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from composer.domain.draft import Draft
from composer.domain.due import DueRow
from composer.domain.request import PublishRequest
from composer.services.drafting import request_of
from composer.services.preparing import prepare
from composer.services.reminding import without_put_away
from composer.services.rounds import Round, Situation
from ui.compose import choosing
from ui.compose.ending import Ending


class Preparing:
    """Prepares rounds. What is due is worked out anew only where severity, phase or time changed: it does not follow from what is typed. `spelling` adds what is known of the spelling, `ending` of the end."""

    def __init__(self, spelling: Callable[[Round], Round], ending: Ending) -> None:
        self._spelling, self._ending = spelling, ending
        self._rows: tuple[DueRow, ...] = ()
        self._key: object = None

    def round_of(self, situation: Situation, draft: Draft) -> tuple[Draft, Round]:
        """The draft with what it sends ticked, and its round."""
        key = (
            situation.before,
            draft.phase,
            draft.severity,
            draft.impact_ended_at,
            f"{situation.now:%H:%M}",
            situation.said,
        )
        if key != self._key:
            asked = request_for(situation, replace(draft, ticked=()))
            self._rows, self._key = prepare(situation, asked, _id).rows, key
        draft = replace(draft, ticked=choosing.ticks(self._rows, draft))
        round_ = prepare(situation, request_for(situation, draft), _id)
        missing = choosing.reason_missing(situation.plan, situation.before, draft)
        if missing is not None:
            round_ = replace(round_, findings=(missing, *round_.findings))
        return draft, without_put_away(self._ending.told(self._spelling(round_), draft), draft)


def request_for(situation: Situation, draft: Draft) -> PublishRequest:
    """What publishing the draft asks for; on Resolved the components are as they stand in sight."""
    if choosing.reason_missing(situation.plan, situation.before, draft) is not None:
        draft = replace(draft, reason="…")  # shown all the same; the finding keeps it from being published
    request = request_of(draft, situation.before)
    if situation.plan.phase(draft.phase).resolves:
        request = replace(request, components=dict(draft.components))
    return request


def _id(kind: str, _now: datetime) -> str:
    return f"{kind}-draft"
