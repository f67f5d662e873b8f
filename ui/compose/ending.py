"""What a step to the end of an incident changes in its draft, and what a step back gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from composer.checks.gate import end_unread
from composer.domain.draft import Draft
from composer.domain.fields import FieldValue, read_time
from composer.domain.incident import Incident, components_after_resolve
from composer.domain.plan import ComponentStatus, Plan
from composer.services.rounds import Round


class Ending:
    """Remembers, by draft, what stood there before the end was chosen: a wrong step to the end and back costs nothing that was chosen or typed."""

    def __init__(self) -> None:
        self._components: dict[str, Mapping[str, ComponentStatus]] = {}
        self._ended: dict[str, datetime] = {}
        self._unread: dict[str, str] = {}

    def with_end(self, draft: Draft, value: FieldValue, at: datetime) -> Draft:
        """The draft with the time at which impact ended. Of words that are no time it holds nothing; `told` names them."""
        moment = read_time(value) if isinstance(value, str) else None
        self._unread[draft.id] = value.strip() if isinstance(value, str) and moment is None else ""
        return replace(draft, impact_ended_at=moment, updated_at=at)

    def told(self, round_: Round, draft: Draft) -> Round:
        """The round, in which words that can't be read as the end are not told as missing: they stand there, and a person sees them."""
        words = self._unread.get(draft.id)
        if not words or draft.impact_ended_at is not None:
            return round_
        return replace(round_, findings=end_unread(round_.findings, words))

    def with_phase(
        self, draft: Draft, key: str, plan: Plan, before: Incident, others: Iterable[Incident], at: datetime
    ) -> Draft:
        """The draft in that phase. At the end each component is proposed as operational that none of the `others`, the open incidents, holds."""
        changed = draft.with_phase(key, at)
        ends, ended = plan.phase(key).resolves, plan.phase(draft.phase).resolves
        if ends and not ended:
            self._components[draft.id] = draft.components
            moment = draft.impact_ended_at or self._ended.pop(draft.id, None)
            components = components_after_resolve(before, tuple(others))
            return replace(changed, components=components, impact_ended_at=moment)
        if ended and not ends:
            opened = self._components.pop(draft.id, before.components)
            if draft.impact_ended_at is not None:
                self._ended[draft.id] = draft.impact_ended_at
            return replace(changed, components=dict(opened), impact_ended_at=None)
        return changed
