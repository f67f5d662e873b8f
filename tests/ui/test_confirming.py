"""The question before mail to customers, and before a first public post that was not made on declaring: who is reached, and the promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from composer.domain.channel import Channel
from composer.domain.due import DueState
from composer.domain.next_update import promised_time
from composer.paths import Mode
from tests.ui.compose_home import Desk, desk, home_with_incident
from ui.compose.asking import channel_words
from ui.compose.choosing import Confirm
from ui.compose.confirming import confirm
from ui.reaching import hold_note, hold_seconds, reached
from ui.widgets.confirm import ConfirmDialog


@pytest.fixture
def on_desk(qtbot, tmp_path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id) as made:
        yield made


def test_the_promise_and_the_switch_are_set_in_the_question(on_desk, qtbot, monkeypatch):
    on_desk.fill_update()
    presenter = on_desk.view.presenter
    presenter.set_field("next_update", None)
    names = ("slack_update", "status_identified")
    for name in names:
        presenter.tick(name, True)
    seen: list[str] = []

    def ask(_kind, parent, question, /, *, on_offer, on_notify, **_more) -> bool:
        dialog = ConfirmDialog(question, parent, on_offer=on_offer, on_notify=on_notify)
        qtbot.addWidget(dialog)
        assert dialog.offer is not None
        seen.append(dialog.offer.text())
        dialog.offer.click()
        assert dialog.offer is None
        seen.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.notify.click()
        return True

    monkeypatch.setattr(ConfirmDialog, "ask", classmethod(ask))
    assert presenter.round is not None
    assert confirm(on_desk.view, presenter, Confirm(presenter.round, names, True), channel_words())
    moment = promised_time(presenter.draft.values["next_update"])
    assert f"“next update by {moment:%H:%M} UTC”" in seen[0]
    # With the date where midnight lies between.
    assert re.search(rf"Next update by (\d{{4}}-\d\d-\d\d )?{moment:%H:%M} UTC", seen[1])
    assert "practice status page" in seen[1]
    due = [one for one in presenter.rows() if one.state is DueState.NOW and one.template not in names]
    titles = [presenter.heads[one.template].title for one in due]
    assert titles
    for title in titles:  # what is due and not named in the question does not leave in silence
        assert any(f"{title} ({why})" in seen[1] for why in ("blocked", "not ticked"))
    assert "status.skillancer.com" not in seen[1].replace("\u200b", ""), "practice names no real page"
    assert presenter.draft.notify is False
    page = next(one for one in presenter.round.messages if one.head.name == "status_identified")
    assert page.promise_at == moment


def test_practice_says_what_it_has_and_mail_is_held_longer(on_desk):
    services = on_desk.session.services
    words = {channel: reached(services, channel, notify=True) for channel in Channel}
    assert (
        words[Channel.EMAIL] == "nobody: files for 3 made-up addresses (Ada Example, Björn Beispiel, 李 明)"
    )
    assert words[Channel.EXECUTIVE] == "nobody: files for 2 made-up addresses (CTO, Support Lead)"
    assert "no subscribers" in words[Channel.STATUS_PAGE]
    assert hold_seconds(services, services.plan, mass_mail=True) == 60
    assert hold_note(60) == "Held for 60 seconds: nothing leaves before, Esc takes it back."
    assert hold_note(0) == "There is no hold: it leaves at once."


def test_live_without_a_connection_a_person_carries_it(sessions):
    services = sessions(Mode.LIVE).services
    assert reached(services, Channel.STATUS_PAGE, notify=True).startswith(
        "nobody by itself: you paste it there"
    )
    assert reached(services, Channel.COPY, notify=True) == "nobody: it is handed to you to paste"
