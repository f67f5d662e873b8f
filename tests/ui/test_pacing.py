"""What is not said now: a skip with its reason and its way back, and a slower rhythm for one incident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from composer.domain.due import DueState
from composer.domain.incident import EventKind
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.compose.reason import ReasonDialog, RhythmDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        yield made


def choose(at_desk: Desk, template: str, words: str) -> None:
    """Choose something in a card's menu, as it is filled when it opens."""
    menu = at_desk.view.body.cards.cards[template].more.menu()
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if words in one.text().replace("&", ""))
    action.trigger()


def offers(at_desk: Desk, template: str) -> list[str]:
    menu: QMenu = at_desk.view.body.cards.cards[template].more.menu()
    menu.aboutToShow.emit()
    return [one.text().replace("&", "") for one in menu.actions()]


def state(at_desk: Desk, template: str = "slack_update") -> DueState:
    return next(row.state for row in at_desk.view.presenter.rows() if row.template == template)


def test_a_skip_asks_why_and_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    reasons: list[str | None] = [None, "Everybody is on the call."]
    monkeypatch.setattr(ReasonDialog, "ask", classmethod(lambda *_, **__: reasons.pop(0)))
    assert state(at_desk) is DueState.NOW
    choose(at_desk, "slack_update", "Skip")
    idle(qtbot, at_desk.session)
    assert state(at_desk) is DueState.NOW, "gone back, nothing happened"
    choose(at_desk, "slack_update", "Skip")
    soon(qtbot, lambda: state(at_desk) is DueState.UPCOMING)
    soon(qtbot, lambda: not at_desk.view.body.skips.isHidden())
    assert not at_desk.view.body.cards.cards["slack_update"].box.isChecked()
    told = at_desk.session.services.record.events(at_desk.incident_id)
    assert [one.reason for one in told if one.kind is EventKind.SKIPPED] == ["Everybody is on the call."]
    at_desk.view.body.skips.findChild(QPushButton, "slack_updateUnskipButton").click()  # type: ignore[union-attr]
    soon(qtbot, lambda: state(at_desk) is DueState.NOW)
    soon(qtbot, lambda: at_desk.view.body.skips.isHidden())
    assert at_desk.view.body.cards.cards["slack_update"].box.isChecked()


def test_a_slower_rhythm_holds_for_this_incident_until_the_plan_is_taken_again(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    monkeypatch.setattr(RhythmDialog, "ask_rhythm", classmethod(lambda *_: (60, "Waiting for the bank.")))
    assert offers(at_desk, "slack_update") == ["Skip with a reason…", "Slower for this incident…"]
    choose(at_desk, "slack_update", "Slower")
    soon(qtbot, lambda: state(at_desk) is DueState.UPCOMING)
    idle(qtbot, at_desk.session)
    assert offers(at_desk, "slack_update")[2] == "Back to the plan's rhythm"
    choose(at_desk, "slack_update", "Back to the plan")
    soon(qtbot, lambda: state(at_desk) is DueState.NOW)


def test_what_is_typed_stays_while_a_message_is_skipped(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    monkeypatch.setattr(ReasonDialog, "ask", classmethod(lambda *_, **__: "On the call."))
    at_desk.fill_update()
    choose(at_desk, "slack_update", "Skip")
    at_desk.type_in(current_actions="Typed meanwhile.")
    soon(qtbot, lambda: not at_desk.view.body.skips.isHidden())
    assert state(at_desk) is DueState.UPCOMING, "skipped at the phase of the draft"
    draft = at_desk.view.presenter.draft
    assert draft is not None
    assert (draft.values["actions_taken"], draft.values["current_actions"]) == (
        "Rolled back.",
        "Typed meanwhile.",
    )


def test_only_slower_rhythms_are_offered(qtbot: QtBot) -> None:
    dialog = RhythmDialog("Slack update: slower", 30)
    qtbot.addWidget(dialog)
    offered = [dialog.minutes.itemData(place) for place in range(dialog.minutes.count())]
    assert offered[0] == 45
    assert not dialog.go.isEnabled(), "a reason is asked for"
    dialog.edit.setText("Waiting.")
    assert dialog.go.isEnabled()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
