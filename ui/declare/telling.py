"""How a declaration stands, in words: for the footer, and for the one question before it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from composer.domain.channel import Channel
from composer.domain.next_update import NEXT_UPDATE, proposed_update
from composer.domain.plan import Plan
from composer.services.core import Services
from composer.services.reminding import is_reminder
from composer.services.rounds import PreparedMessage
from ui import sayings
from ui.declare.outgoing import invited_words, page_words
from ui.declare.standing import NOT_INVITED, PUBLIC, MessageRow, Need, Standing, names
from ui.language import utc_and_local
from ui.reaching import (
    by_hand_note,
    hold_note,
    hold_seconds,
    leaves_by_itself,
    places,
    public_audiences,
)
from ui.widgets.confirm import ConfirmRow, Question
from ui.widgets.text import Tone


def _is_sentence(words: str) -> bool:
    """Whether it is told as something wrong; else it names what is missing."""
    return words.endswith(".")


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
            lacking = ", ".join(one for one in said if not _is_sentence(one))
            needs = [self.tr("Needs {what}").format(what=lacking)] if lacking else []
            return " · ".join([*needs, *filter(_is_sentence, said)]), Tone.WARNING.value
        words = self.tr("Ready: {ready} of {all}").format(ready=len(shown.ready), all=len(shown.rows))
        stopped = [row for row in shown.rows if row.wanted and row.needs]
        parts = [self._stopped(self.channels[row.head.channel], row.needs) for row in stopped]
        return " · ".join([words, *parts]), (Tone.WARNING if stopped else Tone.GOOD).value

    def _stopped(self, message: str, needs: Sequence[Need]) -> str:
        """What keeps a message back: facts that are only missing by their names, what is wrong by its count, because a footer has no room for sentences."""
        if any(_is_sentence(need.words) for need in needs):
            if len(needs) == 1:
                return self.tr("{message} blocked: 1 problem (F8)").format(message=message)
            return self.tr("{message} blocked: {count} problems (F8)").format(
                message=message, count=len(needs)
            )
        what = ", ".join(need.words for need in needs)
        if needs[2:]:
            what = self.tr("{what} and {count} more").format(what=needs[0].words, count=len(needs) - 1)
        return self.tr("{message} needs {what}").format(message=message, what=what)

    def page_text(self, shown: Standing, *, practice: bool) -> str:
        """What the lead of the domain is paged with: short, because it is read on a phone."""
        words = [f"{shown.severity} {shown.title}"]
        impact = shown.draft.values.get("impact")
        if isinstance(impact, str) and impact.strip():
            words.append(self.tr("Impact: {impact}").format(impact=impact.strip()))
        words.append(self.tr("Join {channel}").format(channel=shown.channel.name))
        text = ". ".join(words)
        return f"{self._plan.words.drill} · {text}" if practice else text

    def detail(self, shown: Standing, saved: datetime | None) -> str:
        """When the first public post is due, and when the draft was stored."""
        parts = []
        first = next((row.due.due_at for row in shown.rows if row.head.channel is Channel.STATUS_PAGE), None)
        if first is not None:
            parts.append(self.tr("First public post due {time}").format(time=utc_and_local(first)))
        if saved is not None:
            parts.append(self.tr("draft saved {time}").format(time=utc_and_local(saved, seconds=True)))
        return " · ".join(parts)

    def confirmation(self, shown: Standing, services: Services) -> Question:
        """Who is reached by what is ready, what the page will say, and the promise that it may make."""
        rows = []
        notify = shown.draft.notify is not False
        ready = [row for row in shown.rows if row.ready]
        for row in ready:
            channel = row.head.channel
            left_out = names(shown.draft, NOT_INVITED)
            found = (
                places(services, shown.round.incident, channel, notify=notify, not_invited=left_out)
                if shown.round
                else []
            )
            rows += [
                ConfirmRow(
                    self.channels[channel],
                    one.where,
                    one.reached,
                    "" if place else self._detail(shown, channel),
                    notify if channel is Channel.STATUS_PAGE else None,
                )
                for place, one in enumerate(found)
            ]
        page = _page(shown)
        title = page.page.title if page is not None and page.page is not None else ""
        button, note = self.tr("&Publish {count} to LIVE"), ""
        if services.practice:
            button = self.tr("&Publish {count} in practice")
        if leaves_by_itself(services, (row.head.channel for row in ready)):
            note = hold_note(hold_seconds(services, self._plan, mass_mail=False))
        else:
            button, note = self.tr("&Publish {count} by hand"), by_hand_note()
        advice = offer = ""
        proposed = self.promise(shown, services)
        if page is not None and page.promise_at is None and proposed is not None:
            advice = self.tr("No time for the next update is named.")
            offer = self.tr("&Insert “next update by {time} UTC”").format(time=f"{proposed:%H:%M}")
        return Question(
            tuple(rows),
            page.message.text if page is not None and page.message is not None else "",
            button.format(count=len(ready)),
            said=self.tr("The page will say, under “{title}”").format(title=title) if title else "",
            note=note,
            advice=advice,
            offer=offer,
            blocked=() if rows else (self.tr("Nothing is ready any more: go back and look."),),
            without=tuple(self._why_not(row) for row in shown.rows if not row.ready),
            loud=public_audiences(services, (row.head.channel for row in ready)),
            reminders=_reminders(shown),
        )

    def _why_not(self, row: MessageRow) -> str:
        words = self.tr("{message} (blocked)") if row.wanted else self.tr("{message} (not ticked)")
        return words.format(message=row.head.title)

    def _detail(self, shown: Standing, channel: Channel) -> str:
        """What else happens there."""
        if channel is Channel.STATUS_PAGE:
            page = _page(shown)
            return page_words(self._plan, shown, "" if page is None else page.head.name)
        invited = invited_words(self._plan, shown) if channel is Channel.SLACK else ""
        return self.tr("Invited as the plan says: {people}").format(people=invited) if invited else ""

    def promise(self, shown: Standing, services: Services) -> datetime | None:
        """The next update that the plan's rhythm asks for; None where no field takes it."""
        if shown.round is None or NEXT_UPDATE not in services.library.catalogue:
            return None
        heads = {name: one.head for name, one in services.library.templates.items()}
        return proposed_update(self._plan, heads, shown.round.incident, services.clock.now())


def _reminders(shown: Standing) -> tuple[str, ...]:
    """What may have been forgotten in what leaves, once more."""
    found = () if shown.round is None else shown.round.findings
    ready = shown.ready
    said = [sayings.finding(one) for one in found if one.template in ready and is_reminder(one)]
    return tuple(dict.fromkeys(said))


def _page(shown: Standing) -> PreparedMessage | None:
    """The message for the status page that leaves now."""
    ready = shown.ready
    messages = shown.round.messages if shown.round else ()
    return next(
        (one for one in messages if one.head.channel is Channel.STATUS_PAGE and one.head.name in ready), None
    )
