"""What the first screen tells of the plan in force."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from composer.domain.channel import Channel
from composer.domain.plan import MessageRule, Severity, Trigger
from ui.session import Session
from ui.targets import length


@dataclass(frozen=True, slots=True)
class SeverityRow:
    """One line of *What your plan says*. `rank` counts from the worst, 0."""

    key: str
    label: str
    rank: int
    targets: str
    told: str


class WelcomePresenter(QObject):
    """Reads the plan; it is in memory, so nothing waits."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    @property
    def session(self) -> Session:
        """What the screen was made with."""
        return self._session

    def rows(self) -> tuple[SeverityRow, ...]:
        """A line a severity: in which time, and who is told."""
        severities = self._session.services.plan.severities
        return tuple(
            SeverityRow(one.key, one.label, rank, self._targets(one), self._told(one))
            for rank, one in enumerate(severities)
        )

    def plan_line(self) -> str:
        """The plan in force, and whether something is wrong with what the home brings."""
        services = self._session.services
        line = self.tr("Plan: {name} {version}").format(
            name=services.plan.name, version=services.plan.version
        )
        count = len(services.problems)
        if not count:
            return self.tr("{plan} · all templates checked, no problem").format(plan=line)
        return self.tr("{plan} · problems found: {count}, see Settings").format(plan=line, count=count)

    @property
    def has_problems(self) -> bool:
        """Whether something is wrong with the home's own plan, templates or settings."""
        return bool(self._session.services.problems)

    @property
    def is_connected(self) -> bool:
        """Whether a connection carries any message by itself."""
        return bool(self._session.services.connected - {Channel.COPY})

    def _targets(self, severity: Severity) -> str:
        if not severity.declares:
            return severity.response.text.lower()
        return self.tr("respond {response} · resolve {resolution}").format(
            response=length(severity.response), resolution=length(severity.resolution)
        )

    def _told(self, severity: Severity) -> str:
        if not severity.declares:
            return self.tr("no incident: log a ticket")
        services = self._session.services
        names = self._channel_names()
        now, after = [], ""
        for rule in services.plan.messages:
            template = services.library.templates.get(rule.template)
            if (
                template is None
                or rule.needs_pagerduty
                or severity.key not in (rule.severities or (severity.key,))
            ):
                continue
            channel = template.head.channel
            if Trigger.IMPACT_ENDED in rule.triggers:
                after = self._after(rule)
            elif channel in names and names[channel] not in now:
                now.append(names[channel])
        told = ", ".join(now)
        told = told[:1].upper() + told[1:]
        return "; ".join(part for part in (told, after) if part)

    def _after(self, rule: MessageRule) -> str:
        if rule.impact_over_minutes is None:
            return self.tr("customers after it ends")
        return self.tr("customers after it ends, if down over {minutes} min").format(
            minutes=rule.impact_over_minutes
        )

    def _channel_names(self) -> dict[Channel, str]:
        return {
            Channel.SLACK: self.tr("Slack"),
            Channel.STATUS_PAGE: self.tr("status page"),
            Channel.EXECUTIVE: self.tr("executives"),
            Channel.EMAIL: self.tr("customers"),
        }
