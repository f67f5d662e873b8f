"""What a step to the end of an incident changes in its draft, and what a step back gives back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from composer.domain.draft import Draft
from composer.domain.incident import Incident, components_after_resolve
from composer.domain.plan import ComponentStatus, Plan


class Ending:
    """Remembers, by draft, what stood there before the end was chosen: a wrong step to the end and back costs nothing that was chosen or typed."""

    def __init__(self) -> None:
        self._components: dict[str, Mapping[str, ComponentStatus]] = {}
        self._ended: dict[str, datetime] = {}

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
