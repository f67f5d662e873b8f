"""From the draft to the round that it would publish, at each key press. No widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from composer.domain.draft import Draft
from composer.domain.due import DueRow
from composer.domain.request import PublishRequest
from composer.services.drafting import request_of
from composer.services.rounds import Round, Situation, prepare
from ui.compose import choosing


class RoundMaker:
    """Prepares rounds of one incident. Which messages are due it works out only where that may have changed, not at each key press."""

    def __init__(self) -> None:
        self._rows: tuple[DueRow, ...] = ()
        self._key: object = None

    def make(self, situation: Situation, draft: Draft) -> tuple[Draft, Round]:
        """The draft with what is ticked now, and its round.

        Raises what `composer.services.rounds.prepare` raises.
        """
        # Which messages are due follows from severity, phase and time, not from what is typed.
        minute = f"{situation.now:%H:%M}"
        key = (
            draft.incident_id,
            draft.phase,
            draft.severity,
            draft.impact_ended_at,
            minute,
            situation.before,
            situation.said,
        )
        if key != self._key:
            asked = self.request(situation, replace(draft, ticked=()))
            self._rows, self._key = prepare(situation, asked, _id).rows, key
        draft = replace(draft, ticked=choosing.ticks(self._rows, draft))
        return draft, prepare(situation, self.request(situation, draft), _id)

    @staticmethod
    def request(situation: Situation, draft: Draft) -> PublishRequest:
        """What the draft asks for."""
        request = request_of(draft, situation.before)
        if situation.plan.phase(draft.phase).resolves:
            request = replace(request, components=dict(draft.components))  # as they stand in sight
        return request


def _id(kind: str, _now: datetime) -> str:
    return f"{kind}-draft"
