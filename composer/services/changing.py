"""Changes of an incident beside its rounds: notes, skipped messages, another rhythm, roles."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from composer.domain.channel import Channel
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.sayings import Code, told
from composer.services.asking import Asking


class Changing(Asking):
    """What a person changes in an open home without publishing anything."""

    def add_note(self, incident_id: str, text: str, at: datetime | None = None) -> TimelineEvent:
        """Add a person's own entry to the timeline; `at` (UTC) is when it happened, now unless told."""
        now = self.clock.now()
        self.incident(incident_id)
        event = TimelineEvent(
            self.new_id("evt", now),
            incident_id,
            at or now,
            now,
            EventKind.NOTE,
            text.strip(),
            self.settings.who,
        )
        self.record.add_event(event)
        return event

    def skip(
        self,
        incident_id: str,
        template: str,
        reason: str,
        *,
        severity: str | None = None,
        phase: str | None = None,
    ) -> TimelineEvent:
        """Skip a due message, with a reason that is recorded: it is not due again until the next change or its next time.

        `severity` and `phase` are those at which it is skipped where a draft has others than the incident.
        """
        if not reason.strip():
            raise RefusedError(told(Code.SKIP_ASKS_REASON))
        incident = self.incident(incident_id)
        if template not in self.library.templates:
            raise RefusedError(told(Code.NO_TEMPLATE, template=template))
        head = self.library.templates[template].head
        now = self.clock.now()
        event = TimelineEvent(
            self.new_id("evt", now),
            incident_id,
            now,
            now,
            EventKind.SKIPPED,
            f"{head.title} skipped",
            self.settings.who,
            reason.strip(),
            template,
            head.channel.value,
            severity or incident.severity,
            phase or incident.phase,
        )
        self.record.add_event(event)
        return event

    def slow_down(self, incident_id: str, channel: Channel, every_minutes: int, reason: str) -> Incident:
        """Give one channel another rhythm for this incident alone, with a reason that is recorded."""
        if not reason.strip():
            raise RefusedError(told(Code.RHYTHM_ASKS_REASON))
        if not 1 <= every_minutes <= 24 * 60:
            raise RefusedError(told(Code.RHYTHM_RANGE))
        before = self.incident(incident_id)
        after = replace(before, cadence_minutes={**before.cadence_minutes, channel.value: every_minutes})
        text = f"{channel.value.replace('_', ' ')}: every {every_minutes} min"
        return self._change(before, after, EventKind.CADENCE, text, reason)

    def assign_role(self, incident_id: str, role: str, person: str) -> Incident:
        """Give a role of the plan to a person."""
        roles = self.plan.every_role if self.incident(incident_id).security else self.plan.roles
        names = {one.field or one.key: one.label for one in roles}
        if role not in names:
            raise RefusedError(
                told(Code.NO_ROLE, role=role), next_step=told(Code.IT_HAS, names=", ".join(names))
            )
        before = self.incident(incident_id)
        values = {**before.values, role: person} if role in self.library.catalogue else dict(before.values)
        after = replace(before, roles={**before.roles, role: person}, values=values)
        return self._change(before, after, EventKind.ROLE, f"{names[role]}: {person}")

    def _change(
        self, before: Incident, after: Incident, kind: EventKind, text: str, reason: str = ""
    ) -> Incident:
        now = self.clock.now()
        event = TimelineEvent(
            self.new_id("evt", now), before.id, now, now, kind, text, self.settings.who, reason.strip()
        )
        self.record.save_incident(after, before.revision, (event,))
        return self.incident(before.id)
