"""Who the page is and which words it uses: what its constructor was told, and the small texts made from that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from composer.domain.plan import ComponentStatus, Words
from composer.publishing.page.truth import PageIncident, Truth, file_stem

INDICATORS = {
    ComponentStatus.OPERATIONAL: "none",
    ComponentStatus.UNDER_MAINTENANCE: "maintenance",
    ComponentStatus.DEGRADED_PERFORMANCE: "minor",
    ComponentStatus.PARTIAL_OUTAGE: "major",
    ComponentStatus.MAJOR_OUTAGE: "critical",
}
"""Statuspage's word for the whole page, by the worst state of a component."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The page in one line: `level` is the worst component state (or *operational*), `text` what a person reads."""

    level: ComponentStatus
    indicator: str
    text: str
    calm: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What a page is called, where it lies, what it lists, in which words. `url` is the public address, None where it is a folder on this computer."""

    folder: Path
    title: str
    url: str | None
    organisation: str
    components: Sequence[tuple[str, str]]
    words: Words
    practice: bool
    language: str

    @property
    def base(self) -> str:
        """The address of the page without a slash at its end."""
        return (self.url or self.folder.absolute().as_uri()).rstrip("/")

    def incident_url(self, incident_id: str) -> str:
        """The address of an incident's own page."""
        return f"{self.base}/incidents/{file_stem(incident_id)}.html"

    def stamped(self, text: str) -> str:
        """The text with the drill's mark in practice, unless it has it already."""
        mark = self.words.drill.strip()
        if not self.practice or not mark or mark.casefold() in text.casefold():
            return text
        return f"{mark}: {text}" if mark[-1].isalnum() else f"{mark} {text}"

    def all_components(self, truth: Truth) -> list[tuple[str, str]]:
        """The listed components in their order, then any other that is not operational: trouble is never hidden."""
        known = {key for key, _ in self.components}
        others = [
            (key, key.replace("_", " ").replace("-", " ").capitalize())
            for key, entry in truth.components.items()
            if key not in known and entry.status is not ComponentStatus.OPERATIONAL
        ]
        return [*self.components, *others]

    def banner(self, truth: Truth) -> Banner:
        """The page in one line."""
        states = [(name, truth.status_of(key)) for key, name in self.all_components(truth)]
        worst = max(
            (status for _, status in states), key=lambda one: one.rank, default=ComponentStatus.OPERATIONAL
        )
        if worst is not ComponentStatus.OPERATIONAL:
            names = ", ".join(name for name, status in states if status is worst)
            return Banner(
                worst, INDICATORS[worst], f"{self.words.component_status[worst]}: {names}", calm=False
            )
        if truth.open_incidents:
            incident = truth.open_incidents[0]
            harmless = all(one.newest.impact == "none" for one in truth.open_incidents)
            text = f"{self.words.page_status[incident.newest.status]}: {incident.newest.name}"
            return Banner(worst, "none" if harmless else "minor", text, calm=False)
        return Banner(worst, "none", self.words.all_operational, calm=True)

    def day(self, day: date, *, short: bool = False) -> str:
        """A date in words; `short` cuts long names of months ("23 Nov 2026")."""
        words = self.words
        if len(words.months) != 12:
            return day.isoformat()
        month = words.months[day.month - 1]
        if short and len(month) > 4:
            month = month[:3]
        return words.date_format.format(day=day.day, month=month, year=day.year)

    def stamp(self, at: datetime) -> str:
        """A time in words: "23 Nov 2026, 14:35 UTC"."""
        at = at.astimezone(UTC)
        return f"{self.day(at.date(), short=True)}, {at:%H:%M} UTC"

    def duration(self, length: timedelta) -> str:
        """A length of time: "52 min", "1 h 08 min"."""
        hours, minutes = divmod(max(0, round(length.total_seconds() / 60)), 60)
        if not hours:
            return f"{minutes} {self.words.minutes_short}"
        return f"{hours} {self.words.hours_short} {minutes:02d} {self.words.minutes_short}"

    def period(self, incident: PageIncident) -> str:
        """From when to when customers were hurt, and how long: "09:04 – 16:20 UTC, 7 h 16 min"."""
        start, end = incident.started_at, incident.ended_at or incident.resolved_at
        if end is None:
            return self.stamp(start)
        end = max(start, end)
        until = f"{end:%H:%M} UTC" if end.date() == start.date() else self.stamp(end)
        return f"{start:%H:%M} – {until}, {self.duration(end - start)}"

    def split_promise(self, body: str) -> tuple[str, str | None]:
        """A text without what it ends with, *Next update by …*, and that sentence; None where it does not end so."""
        before = self.words.next_update_line.partition("{time}")[0].strip()
        text = body.strip()
        start = text.rfind(before) if before else -1
        promise = text[start:]
        stands_alone = start == 0 or (start > 0 and text[start - 1].isspace())
        if stands_alone and "\n" not in promise and len(promise) < len(before) + 60:
            return text[:start].rstrip(), promise
        return body.strip(), None
