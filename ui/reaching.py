"""Who is reached by a message, in words: for the question that is asked before something leaves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from composer.domain.channel import Channel
from composer.domain.plan import Plan
from composer.services.core import Services

NAMED = 4
"""So many recipients are named; of more, these and how many others."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def reached(services: Services, channel: Channel, *, notify: bool) -> str:
    """Who gets a channel's message: how many, and their names where they are few. Practice says what it has in their place."""
    mail_list = services.ways_out.mail_lists.get(channel)
    people = [] if mail_list is None else [name for name, _address in mail_list.recipients]
    if services.practice:
        return _in_practice(channel, people)
    if channel is not Channel.COPY and channel not in services.connected:
        return tr("nobody by itself: you paste it there, and mark it as sent")
    if people:
        return tr("{count}: {names}").format(count=len(people), names=_names(people))
    match channel:
        case Channel.STATUS_PAGE if notify:
            return tr("everyone who reads it; its subscribers are told")
        case Channel.STATUS_PAGE:
            return tr("everyone who reads it; no subscriber is told")
        case Channel.SLACK:
            return tr("everyone in the channel")
        case Channel.EXECUTIVE:
            return tr("the executives on your list")
        case Channel.EMAIL:
            return tr("the customers on your list, a mail each")
        case Channel.PAGERDUTY:
            return tr("who follows the incident there")
        case Channel.COPY:
            return tr("nobody: it is handed to you to paste")


def leaves_by_itself(services: Services, channels: Iterable[Channel]) -> bool:
    """Whether the program carries at least one of the channels. Of a round of others nothing leaves, so nothing is held."""
    if services.practice:
        return True
    return any(channel is not Channel.COPY and channel in services.connected for channel in channels)


def by_hand_note() -> str:
    """What stands beside the button where nothing leaves by itself."""
    return tr("Nothing leaves by itself: you paste each text and mark it as sent.")


def hold_note(seconds: float) -> str:
    """What stands beside the button: that there is time to take it back, or that there is none."""
    if seconds <= 0:
        return tr("There is no hold: it leaves at once.")
    return tr("Held for {seconds:g} seconds: nothing leaves before, Esc takes it back.").format(
        seconds=seconds
    )


def hold_seconds(services: Services, plan: Plan, *, mass_mail: bool) -> float:
    """How long a round is held, in seconds; mail to many longer, unless the hold is turned off."""
    asked = services.settings.hold_s
    hold = plan.delivery.hold_s if asked is None else asked
    return max(hold, plan.delivery.mass_mail_hold_s) if mass_mail and hold > 0 else hold


def _in_practice(channel: Channel, people: list[str]) -> str:
    match channel:
        case Channel.STATUS_PAGE:
            return tr("nobody: the practice page on this computer has no subscribers")
        case Channel.SLACK | Channel.PAGERDUTY:
            return tr("nobody: it goes into a transcript on this computer")
        case Channel.EMAIL | Channel.EXECUTIVE:
            return tr("nobody: files for {count} made-up addresses ({names})").format(
                count=len(people), names=_names(people)
            )
        case Channel.COPY:
            return tr("nobody: it is handed to you to paste")


def _names(people: list[str]) -> str:
    named = ", ".join(people[:NAMED])
    return (
        tr("{names} and {count} more").format(names=named, count=len(people) - NAMED)
        if people[NAMED:]
        else named
    )
