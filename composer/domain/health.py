"""How an external service says it is doing: what its public feed was read as, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HealthState(StrEnum):
    """What a feed says. Whatever is in doubt is *unknown*, never *operational*."""

    OPERATIONAL = "operational"
    AFFECTED = "affected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ServiceHealth:
    """One external service, as its feed was last read. All texts are plain: no markup, no control characters, one line.

    `since` (UTC) is when the newest open incident began, by the feed's own word; None where it does not say, or says what can't be. `headline` is that incident's title, `more` how
    many others are open beside it, `parts` which parts of the service are named as affected. `why` says why the state is unknown. `read_at` (UTC) is None where nothing was asked yet.
    """

    service: str
    state: HealthState
    read_at: datetime | None = None
    since: datetime | None = None
    headline: str = ""
    more: int = 0
    parts: tuple[str, ...] = ()
    why: str = ""

    @property
    def said(self) -> tuple[HealthState, datetime | None, str]:
        """What of it is news when it changes; that it was read again is none."""
        return self.state, self.since, self.headline

    @property
    def sentence(self) -> str:
        """What an affected service reports, in plain English, for an internal text or the timeline."""
        what = f": {self.headline}" if self.headline else ""
        since = self.since_text
        return f"{self.service} reports an incident{f' since {since} UTC' if since else ''}{what}"

    @property
    def since_text(self) -> str:
        """When it began, in UTC: the time of day, with the date where that is another day than the one on which it was read. Empty where it is not known."""
        if self.since is None:
            return ""
        is_today = self.read_at is not None and self.since.date() == self.read_at.date()
        return f"{self.since:%H:%M}" if is_today else f"{self.since:%Y-%m-%d %H:%M}"
