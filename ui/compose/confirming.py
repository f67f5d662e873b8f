"""The one question before an incident's first public post, and before mail to customers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from composer.connections.customers import CustomerFile
from composer.domain.channel import Channel
from composer.domain.due import DueState
from composer.domain.incident import components_after_resolve
from composer.domain.next_update import NEXT_UPDATE, proposed_update
from composer.domain.plan import ComponentStatus
from composer.rendering.word_diff import changes
from composer.services.reminding import is_reminder
from composer.services.rounds import PreparedMessage, Round
from ui import sayings
from ui.approval_words import all_given
from ui.compose import choosing, recipients
from ui.reaching import (
    by_hand_note,
    hold_note,
    hold_seconds,
    leaves_by_itself,
    places,
    public_audiences,
)
from ui.widgets.changed_text import abridged
from ui.widgets.confirm import ConfirmComponent, ConfirmDialog, ConfirmRow, ConfirmText, Question
from ui.widgets.preview_text import last_of

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def ask_and_publish(
    view: QWidget, presenter: ComposePresenter, wanted: choosing.Confirm, channels: dict[Channel, str]
) -> None:
    """Ask, and publish what was confirmed. Before mail to customers their file is read anew: who is shown is who is mailed."""

    def ask(customers: CustomerFile | None) -> None:
        # Pressed twice while the file was read, it is asked once.
        if not view.isVisible() or QApplication.activeModalWidget() is not None:
            return
        if confirm(view, presenter, wanted, channels, customers):
            seen = None if customers is None else customers.sha256
            presenter.publish(confirmed=replace(wanted, customers_sha256=seen))

    if any(presenter.heads[name].channel is Channel.EMAIL for name in wanted.names):
        recipients.look(presenter, recipients.mailing_of(presenter.draft).file, ask, view)
    else:
        ask(None)


def confirm(
    view: QWidget,
    presenter: ComposePresenter,
    wanted: choosing.Confirm,
    channels: dict[Channel, str],
    customers: CustomerFile | None = None,
) -> bool:
    """Name who will be reached, and what the public will read; `customers` is the file of those who are mailed, as it was just read. The promise and the notify switch can still be set; both stand in the draft then."""

    def question() -> Question:
        return _question(presenter, presenter.round or wanted.round, wanted, channels, customers)

    def promise() -> Question:
        round_ = presenter.round or wanted.round
        proposed = proposed_update(presenter.plan, presenter.heads, round_.incident, presenter.now())
        presenter.set_field(NEXT_UPDATE, proposed.isoformat(timespec="seconds").replace("+00:00", "Z"))
        presenter.draft_changed.emit(presenter.draft)
        return question()

    def notify(on: bool) -> Question:
        presenter.set_notify(on)
        return question()

    def component(key: str, is_well: bool) -> Question:
        before, draft = presenter.incident, presenter.draft
        if before is not None and draft is not None:
            status = ComponentStatus.OPERATIONAL if is_well else before.components[key]
            presenter.set_components({**draft.components, key: status})
            presenter.draft_changed.emit(presenter.draft)
        return question()

    return ConfirmDialog.ask(view, question(), on_offer=promise, on_notify=notify, on_component=component)


def _question(
    presenter: ComposePresenter,
    round_: Round,
    wanted: choosing.Confirm,
    channels: dict[Channel, str],
    customers: CustomerFile | None,
) -> Question:
    plan, services = presenter.plan, presenter.session.services
    leaving = [one for one in round_.messages if one.head.name in wanted.names and one.message is not None]
    rows = []
    for one in leaving:
        channel = one.head.channel
        notify = _notify(round_, one) if channel is Channel.STATUS_PAGE else None
        left_out = round_.not_invited
        found = places(services, round_.incident, channel, notify=bool(notify), not_invited=left_out)
        if channel is Channel.EMAIL and customers is not None:
            who = recipients.counted(customers) if not customers.problems else tr("nobody yet")
            if services.practice and not customers.problems:
                who = tr("nobody: files on this computer for {people}").format(people=who)
            found = [replace(found[0], reached=who)]
        detail = _detail(presenter, one, customers)
        approval = round_.approvals.get(one.head.name)
        if approval is not None:
            detail = "\n".join(part for part in (detail, *all_given(plan, approval)) if part)
        rows += [
            ConfirmRow(channels[channel], each.where, each.reached, "" if place else detail, notify)
            for place, each in enumerate(found)
        ]
    public = Channel.STATUS_PAGE if wanted.first_public else Channel.EMAIL
    said = next((one for one in leaving if one.head.channel is public), None)
    mails = any(one.head.channel is Channel.EMAIL for one in leaving)
    words = tr("&Publish {count} in practice") if services.practice else tr("&Publish {count} to LIVE")
    heading = tr("First public message of this incident") if wanted.first_public else tr("Mail to customers")
    under = tr("The mail will say")
    if wanted.first_public:
        title = said.page.title if said is not None and said.page is not None else ""
        under = tr("The page will say, under “{title}”").format(title=title)
    advice = offer = ""
    if not round_.incident.security and _may_promise(presenter, round_, said):
        moment = proposed_update(plan, presenter.heads, round_.incident, presenter.now())
        advice = tr("No time for the next update is named.")
        offer = tr("&Insert “next update by {time} UTC”").format(time=f"{moment:%H:%M}")
    note = hold_note(hold_seconds(services, plan, mass_mail=mails))
    if not leaves_by_itself(services, (one.head.channel for one in leaving)):
        words, note = tr("&Publish {count} by hand"), by_hand_note()
    blocked = [sayings.of(one.text) for one in choosing.problems(round_) if one.template in wanted.names]
    if mails and customers is not None:
        blocked += recipients.mistakes(customers)
    return Question(
        tuple(rows),
        said.message.text if said is not None and said.message is not None else "",
        words.format(count=len(leaving)),
        title=heading,
        said=under,
        note=note,
        advice=advice,
        offer=offer,
        blocked=tuple(dict.fromkeys(blocked)),
        without=_without(presenter, round_, wanted),
        loud=public_audiences(services, (one.head.channel for one in leaving)),
        components=_well_again(presenter, round_, leaving),
        reminders=_reminders(round_, wanted.names),
        changed=_changed(presenter, leaving),
    )


def _changed(presenter: ComposePresenter, leaving: Iterable[PreparedMessage]) -> tuple[ConfirmText, ...]:
    """Of each message that follows another one on its channel: word by word what is new in it."""
    found = []
    for one in leaving:
        last = last_of(presenter.earlier, one.head)
        if last is None or one.message is None:
            continue
        title = tr("{message}, changed since {time} UTC").format(
            message=one.head.title, time=f"{last.at.astimezone(UTC):%H:%M}"
        )
        found.append(ConfirmText(title, abridged(changes(last.text, one.message.text))))
    return tuple(found)


def _without(presenter: ComposePresenter, round_: Round, wanted: choosing.Confirm) -> tuple[str, ...]:
    """What is due or ticked and does not leave: blocked, or taken out by hand."""
    asked = {one.head.name for one in round_.messages}
    kept = []
    for row in round_.rows:
        if row.template in wanted.names:
            continue
        title = presenter.heads[row.template].title
        if row.template in asked:
            kept.append(tr("{message} (blocked)").format(message=title))
        elif row.state is DueState.NOW:
            kept.append(tr("{message} (not ticked)").format(message=title))
    return tuple(kept)


def _well_again(
    presenter: ComposePresenter, round_: Round, leaving: Iterable[PreparedMessage]
) -> tuple[ConfirmComponent, ...]:
    """On resolving: each component that was touched, that no other open incident holds, and that the page will hear of."""
    plan, situation, before = presenter.plan, presenter.situation, presenter.incident
    tells_page = any(one.head.channel is Channel.STATUS_PAGE for one in leaving)
    if (
        situation is None
        or before is None
        or not tells_page
        or not plan.phase(round_.incident.phase).resolves
    ):
        return ()
    well = ComponentStatus.OPERATIONAL
    word = plan.words.component_status.get(well.value, well.value)
    return tuple(
        ConfirmComponent(
            key, f"{plan.component(key).name} → {word}", round_.incident.components.get(key) is well
        )
        for key, status in components_after_resolve(before, situation.others).items()
        if status is well and before.components.get(key, well) is not well
    )


_OF_COMPONENTS = ("all_well", "left_degraded")
"""Codes of what is told of components that are not set to operational."""


def _reminders(round_: Round, names: Collection[str]) -> tuple[str, ...]:
    """What may have been forgotten in what leaves, once more."""
    found = [
        sayings.finding(one)
        for one in (*choosing.problems(round_), *choosing.hints(round_))
        if one.template in names and (is_reminder(one) or one.code in _OF_COMPONENTS)
    ]
    return tuple(dict.fromkeys(found))


def _may_promise(presenter: ComposePresenter, round_: Round, said: PreparedMessage | None) -> bool:
    """Whether the public text could name the time of the next update, and does not."""
    if said is None or said.head.channel is not Channel.STATUS_PAGE or said.promise_at is not None:
        return False
    return NEXT_UPDATE in presenter.catalogue and not presenter.plan.phase(round_.incident.phase).resolves


def _notify(round_: Round, page: PreparedMessage) -> bool:
    if round_.request.notify is not None:
        return round_.request.notify
    return next((bool(row.notify) for row in round_.rows if row.template == page.head.name), False)


def _detail(presenter: ComposePresenter, one: PreparedMessage, customers: CustomerFile | None) -> str:
    if one.page is not None:
        plan = presenter.plan
        return ", ".join(
            f"{plan.component(key).name} → {plan.words.component_status.get(status.value, status.value)}"
            for key, status in one.page.components.items()
        )
    if one.head.channel is Channel.EMAIL and one.message is not None:
        parts = [one.message.subject_text or ""]
        if customers is not None:
            parts += [recipients.file_words(customers, presenter.now()), *recipients.left_out(customers)]
        first = recipients.mailing_of(presenter.draft).first_batch
        parts += [recipients.card_words(recipients.Mailing(first_batch=first))] if first else []
        return "\n".join(part for part in parts if part)
    return ""
