"""A mail, tried on oneself before anybody else gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from composer.domain.channel import Channel
from composer.services.drafting import request_of
from composer.services.mailing import TestMail, send_test
from ui.host import Host
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter

MAILS = (Channel.EMAIL, Channel.EXECUTIVE)


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def offer_test(presenter: ComposePresenter, host: Host, template: str, menu: QMenu) -> None:
    """Put the test of a mail into the menu of its message; other messages have none."""
    head = presenter.heads.get(template)
    if head is not None and head.channel in MAILS:
        menu.addAction(tr("Send a &test to myself"), lambda: _try(presenter, host, template))


def _try(presenter: ComposePresenter, host: Host, template: str) -> None:
    draft, situation = presenter.draft, presenter.situation
    if draft is None or situation is None:
        return
    request = request_of(draft, situation.before)
    host.say("", Tone.PLAIN.value, tr("The test is being sent…"))

    def done(sent: TestMail) -> None:
        if sent.error is None:
            words = tr("Test sent to {address} by {account}; nobody else got it.")
            host.say("", Tone.GOOD.value, words.format(address=sent.address, account=sent.account))
        else:
            words = tr("The test was not sent: {error}")
            host.say(words.format(error=sent.error), Tone.DANGER.value)

    presenter.session.run(
        lambda services: send_test(services, request, template), done, line="send", owner=presenter
    )
