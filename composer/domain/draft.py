"""What has been typed and not yet sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from composer.domain.fields import FieldValue
from composer.domain.plan import ComponentStatus


@dataclass(frozen=True, slots=True)
class Draft:
    """Severity, phase and facts of the next round, as they stand in the form.

    `incident_id` is None while an incident is being declared. `values` holds only what a person typed or confirmed; prefilled words come from
    the incident and the catalogue. `ticked` are the templates chosen, `notify` the status page's switch (None: not decided).
    `facts` holds what belongs to the incident itself while declaring (title, detection, roles, domain, symptom, …).
    """

    id: str
    incident_id: str | None
    severity: str
    phase: str
    updated_at: datetime
    values: Mapping[str, FieldValue] = field(default_factory=dict)
    facts: Mapping[str, FieldValue] = field(default_factory=dict)
    components: Mapping[str, ComponentStatus] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()
    notify: bool | None = None
    reason: str = ""
    impact_ended_at: datetime | None = None

    def with_value(self, name: str, value: FieldValue, at: datetime) -> Draft:
        """The draft with one field changed; None takes the field back to *not filled in*."""
        values = {key: old for key, old in self.values.items() if key != name}
        if value is not None:
            values[name] = value
        return replace(self, values=values, updated_at=at)

    def with_fact(self, name: str, value: FieldValue, at: datetime) -> Draft:
        """The draft with one fact of the incident changed."""
        return replace(self, facts={**self.facts, name: value}, updated_at=at)

    def with_phase(self, phase: str, at: datetime) -> Draft:
        """The draft in another phase; the incident keeps its own until this is published."""
        return replace(self, phase=phase, updated_at=at)


def changed_fields(before: Mapping[str, FieldValue], after: Mapping[str, FieldValue]) -> tuple[str, ...]:
    """The names of the fields whose value is another than before, in the order of `after`."""
    return tuple(name for name, value in after.items() if before.get(name) != value)
