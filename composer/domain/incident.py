"""An incident, its components, and what happened in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from composer.domain.fields import FieldValue
from composer.domain.plan import ComponentStatus, Plan


class EventKind(StrEnum):
    """What an entry of the timeline tells."""

    DECLARED = "declared"
    PHASE = "phase"
    SEVERITY = "severity"
    REOPENED = "reopened"
    ROLE = "role"
    COMPONENT = "component"
    IMPACT = "impact"
    PUBLISHED = "published"
    TAKEN_BACK = "taken_back"
    DELIVERY = "delivery"
    SKIPPED = "skipped"
    CADENCE = "cadence"
    OVERRIDE = "override"
    SECURITY = "security"
    SECURITY_OVER = "security_over"
    REGULATOR = "regulator"
    APPROVAL = "approval"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One entry of the timeline. `at` is when it happened, `recorded_at` when it was written down; both UTC.

    `by` is the person or program that said so. For a skip, `template`, `channel`, `severity` and `phase` say what was skipped and when
    in the incident. For a security incident's switch, `template` is what `composer.domain.security` reads from it; for a regulator who was notified, the deadline's key.
    """

    id: str
    incident_id: str
    at: datetime
    recorded_at: datetime
    kind: EventKind
    text: str
    by: str = ""
    reason: str = ""
    template: str | None = None
    channel: str | None = None
    severity: str | None = None
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """The event that customers are hurt by, as the plan's keys describe it.

    `title` is internal and never reaches the public; `public_title` is what customers read. `impact_started_at` to `impact_ended_at` is
    when customers were hurt, and its length is the downtime; `declared_at` and `resolved_at` are when we said so. `roles` maps
    a field name (`incident_commander`) to a person, `components` a component's key to its state. `values` holds the field values published last.
    `cadence_minutes` maps a channel to a slower rhythm chosen for this incident alone. `revision` counts stored changes.
    `taken_back_at` is set while its declaration is taken back and nothing was ever sent: nobody waits for it, and its next round declares it again.
    """

    id: str
    title: str
    public_title: str
    severity: str
    peak_severity: str
    phase: str
    declared_at: datetime
    impact_started_at: datetime
    detection: str = ""
    impact_ended_at: datetime | None = None
    resolved_at: datetime | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    domain: str | None = None
    symptom: str | None = None
    components: Mapping[str, ComponentStatus] = field(default_factory=dict)
    slack_channel: str = ""
    creates_slack_channel: bool = True
    pagerduty_incident: str | None = None
    security: bool = False
    values: Mapping[str, FieldValue] = field(default_factory=dict)
    cadence_minutes: Mapping[str, int] = field(default_factory=dict)
    revision: int = 0
    taken_back_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the incident is declared and not resolved."""
        return self.resolved_at is None and self.taken_back_at is None

    @property
    def downtime(self) -> timedelta | None:
        """How long customers were hurt; None while impact goes on."""
        return None if self.impact_ended_at is None else self.impact_ended_at - self.impact_started_at

    def with_severity(self, severity: str, plan: Plan) -> Incident:
        """The incident at another severity; the worst one it ever had is kept."""
        return replace(self, severity=severity, peak_severity=plan.worst(self.peak_severity, severity))

    def with_phase(self, phase: str, plan: Plan, at: datetime) -> Incident:
        """The incident in another phase.

        The resolving phase sets `resolved_at`; leaving it reopens the incident, and impact counts as going on again until its end is told anew.
        """
        resolves = plan.phase(phase).resolves
        if resolves:
            return replace(self, phase=phase, resolved_at=self.resolved_at or at)
        if self.resolved_at is not None:
            return replace(self, phase=phase, resolved_at=None, impact_ended_at=None)
        return replace(self, phase=phase)


def phase_goes_back(plan: Plan, before: str, after: str) -> bool:
    """Whether a change of phase is a step back, which asks for a reason."""
    order = [phase.key for phase in plan.phases]
    return order.index(after) < order.index(before)


def severity_moves(plan: Plan, before: str, after: str) -> bool:
    """Whether the severity changes, which asks for a reason."""
    return plan.severity(before).key != plan.severity(after).key


def components_after_resolve(
    incident: Incident, other_open: Iterable[Incident]
) -> dict[str, ComponentStatus]:
    """The state that each component of a resolved incident goes to.

    Operational, unless another open incident still holds it: then the worst state that any of those gives it (docs/contract.md section 4).
    """
    others = tuple(other_open)
    return {
        key: worst_status(
            other.components[key]
            for other in others
            if other.is_open and other.id != incident.id and key in other.components
        )
        for key in incident.components
    }


def worst_status(states: Iterable[ComponentStatus]) -> ComponentStatus:
    """The worst of some component states; operational where there are none."""
    return max(states, key=lambda status: status.rank, default=ComponentStatus.OPERATIONAL)


def lasting_id(incident_id: str, key: str) -> str:
    """The id of a timeline entry about something that happened elsewhere: the same each time it is read."""
    return f"evt-{sha256(f'{incident_id} {key}'.encode()).hexdigest()[:24]}"
