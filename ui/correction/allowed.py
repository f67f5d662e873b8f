"""In plain words: where a message went, and what its service still allows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState
from composer.services.what_went_out import WentOut
from ui.correction.presenter import Fault
from ui.language import number

NAMED = 6
"""So many of those who may have got a mail are named; the rest is counted."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def channel_words(channel: Channel) -> str:
    """A channel as a person reads it."""
    return {
        Channel.SLACK: tr("Slack"),
        Channel.STATUS_PAGE: tr("Status page"),
        Channel.EMAIL: tr("Customer email"),
        Channel.EXECUTIVE: tr("Executive email"),
        Channel.PAGERDUTY: tr("PagerDuty"),
        Channel.COPY: tr("Copy"),
    }[channel]


def place(one: WentOut) -> str:
    """`Slack #incident-…: Slack update`."""
    name, where = channel_words(one.delivery.channel), one.delivery.destination
    if one.delivery.channel in (Channel.EMAIL, Channel.EXECUTIVE) or name.casefold() in where.casefold():
        where = ""
    title = "" if one.title.casefold() == name.casefold() else f": {one.title}"
    return f"{name} {where}".strip() + title


def message_words(one: WentOut) -> str:
    """`Slack: Slack update`, where the destination is known already."""
    name = channel_words(one.delivery.channel)
    return name if one.title.casefold() == name.casefold() else f"{name}: {one.title}"


def allowed(one: WentOut) -> str:
    """What its service allows, and who is told."""
    words = _by_channel(one)
    if one.delivery.state is DeliveryState.UNKNOWN and not one.reached:
        return tr("It may have arrived.") + f" {words}"
    return words


def _by_channel(one: WentOut) -> str:
    match one.delivery.channel:
        case Channel.SLACK if one.edits:
            return tr("Slack can be edited: the post gets other words, and a labelled correction follows it.")
        case Channel.SLACK if one.corrects:
            return tr("This post can't be edited from here; a labelled correction follows it.")
        case Channel.STATUS_PAGE if one.corrects:
            return tr(
                "An update can be edited, but not deleted, and its status can't change. A labelled correction is added with the right status and components."
            )
        case Channel.EMAIL if one.corrects:
            return _of_mail(one)
        case Channel.EMAIL if not one.left:
            return tr("Mail can't be unsent. Nobody got this one, so nobody needs a correction.")
        case Channel.SLACK | Channel.STATUS_PAGE:
            return tr("It is still leaving. Wait for it, or pause it under the last round.")
        case _:
            return tr("It can't be changed and has no correction of its own: the next one puts it right.")


def _of_mail(one: WentOut) -> str:
    if not one.reached and not one.left:
        return tr("Mail can't be unsent. A correction goes to the same list.")
    parts = [tr("Mail can't be unsent.")]
    if one.left and one.paused:
        parts.append(
            tr("Paused: {count} copies have not left, and never will once this is put right.").format(
                count=number(one.left)
            )
        )
    elif one.left:
        parts.append(
            tr("It is still leaving: {count} copies are left. Pause it first.").format(count=number(one.left))
        )
    parts.append(reached_words(one))
    return " ".join(parts)


def reached_words(one: WentOut) -> str:
    """Who gets a mail's correction; the doubtful ones by name."""
    sure = len(one.reached) - len(one.doubtful)
    words = tr("A correction goes to exactly the {count} who got it.").format(count=number(sure))
    if one.doubtful:
        words = tr("A correction goes to exactly the {count} who got it, and to {more} who may have:").format(
            count=number(sure), more=number(len(one.doubtful))
        )
        names = ", ".join(who.email for who in one.doubtful[:NAMED])
        rest = len(one.doubtful) - NAMED
        names += " " + tr("and {count} more").format(count=number(rest)) if rest > 0 else ""
        words += f" {names}."
    return words


def fault_words(fault: Fault) -> str:
    """What putting such a fault right does."""
    return {
        Fault.WORDING: tr(
            "A labelled correction is the default; what can be edited gets the right words too."
        ),
        Fault.PHASE: tr(
            "The correction carries the right phase everywhere; a resolved incident is open again."
        ),
        Fault.INCIDENT: tr(
            "The correction goes where the message went; its words go into the draft of the right incident."
        ),
        Fault.PAGE: tr(
            "There the incident is closed with a correction and its components go back. Nothing more of it goes to that page."
        ),
    }[fault]


def missing_words(key: str | None) -> str:
    """What is still to be said; see `CorrectionPresenter.missing`."""
    return {
        None: tr("All of it is done in one act, and stands in the record with your name and reason."),
        "places": tr("Tick where the wrong text went."),
        "pages": tr("Leave out the page on which the incident belongs."),
        "phase": tr("Choose the phase in which the incident really is."),
        "words": tr("Say what was wrong, and what is right."),
        "edit": tr("Change the words, or say a correction."),
        "reason": tr("Say why it is put right."),
    }[key]
