"""How a declaration stands, in words: for the footer, and for the one question before it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from composer.domain.channel import Channel
from composer.domain.plan import Plan
from ui.declare.outgoing import page_words
from ui.declare.standing import Standing
from ui.language import utc_and_local
from ui.widgets.confirm import ConfirmRow
from ui.widgets.text import Tone

PUBLIC = (Channel.STATUS_PAGE, Channel.EMAIL)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something leaves for the public."""

    rows: tuple[ConfirmRow, ...]
    text: str
    button: str
    said: str


def is_public(shown: Standing) -> bool:
    """Whether something would leave for the public."""
    return any(row.head.channel in PUBLIC for row in shown.rows if row.ready)


class Telling(QObject):
    """Finds the words."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.channels = {
            Channel.SLACK: self.tr("Slack"),
            Channel.STATUS_PAGE: self.tr("Status page"),
            Channel.EMAIL: self.tr("Email"),
            Channel.EXECUTIVE: self.tr("Executive"),
            Channel.PAGERDUTY: self.tr("PagerDuty"),
            Channel.COPY: self.tr("Copy"),
        }

    def status(self, shown: Standing, labels: Mapping[str, str]) -> tuple[str, str]:
        """What is ready and what is missing, and its tone. `labels` are the fields' names on the screen."""
        if shown.ticket is not None:
            return self.tr("No incident at this severity: log a ticket"), Tone.WARNING.value
        if not shown.severity:
            return self.tr("Choose how bad it is"), Tone.PLAIN.value
        said = [labels.get(need.field or "", need.words) for need in shown.whole]
        if said:
            return self.tr("Needs {what}").format(what=", ".join(said)), Tone.WARNING.value
        words = self.tr("Ready: {ready} of {all}").format(ready=len(shown.ready), all=len(shown.rows))
        stopped = [row for row in shown.rows if row.wanted and row.needs]
        parts = []
        for row in stopped:
            what = ", ".join(need.words for need in row.needs)
            if row.needs[2:]:
                what = self.tr("{what} and {count} more").format(
                    what=row.needs[0].words, count=len(row.needs) - 1
                )
            parts.append(
                self.tr("{message} needs {what}").format(message=self.channels[row.head.channel], what=what)
            )
        return " · ".join([words, *parts]), (Tone.WARNING if stopped else Tone.GOOD).value

    def detail(self, shown: Standing, saved: datetime | None) -> str:
        """When the first public post is due, and when the draft was stored."""
        parts = []
        first = next((row.due.due_at for row in shown.rows if row.head.channel is Channel.STATUS_PAGE), None)
        if first is not None:
            parts.append(self.tr("First public post due {time}").format(time=utc_and_local(first)))
        if saved is not None:
            parts.append(self.tr("draft saved {time}").format(time=f"{saved.astimezone():%H:%M:%S}"))
        return " · ".join(parts)

    def confirmation(self, shown: Standing, *, practice: bool) -> Question:
        """Who is reached by what is ready, and what the page will say."""
        drill = self.tr("nobody: practice stays on this computer")
        rows, text = [], ""
        for row in (row for row in shown.rows if row.ready):
            name = self.channels[row.head.channel]
            if row.head.channel is Channel.STATUS_PAGE:
                told = self.tr("all its readers; subscribers are told")
                if shown.draft.notify is False:
                    told = self.tr("all its readers; subscribers are not told")
                where = self._plan.organisation.status_page_url.removeprefix("https://")
                rows.append(
                    ConfirmRow(name, where, drill if practice else told, page_words(self._plan, shown))
                )
                messages = shown.round.messages if shown.round else ()
                text = next(
                    (one.message.text for one in messages if one.head.name == row.head.name and one.message),
                    "",
                )
            elif row.head.channel is Channel.SLACK:
                rows.append(
                    ConfirmRow(name, shown.slack_channel, drill if practice else self.tr("the responders"))
                )
            else:
                rows.append(ConfirmRow(name, "", drill if practice else self.tr("all on its list")))
        button = self.tr("&Publish {count} in practice") if practice else self.tr("&Publish {count} to LIVE")
        title = shown.round.incident.public_title if shown.round else ""
        said = self.tr("The page will say, under “{title}”").format(title=title) if title else ""
        return Question(tuple(rows), text, button.format(count=len(rows)), said)
