"""The cards of *What to send now* in a low window: the reason has no room, and is told all the same."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QToolTip

from composer.domain.channel import Channel
from composer.domain.due import DueRow, DueState
from ui.approval_words import CardApproval
from ui.compose.approval_line import ApprovalLine
from ui.compose.cards import MessageCard
from ui.widgets.text import Elided, Tone

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def card(qtbot, state: DueState, *, ticked: bool) -> MessageCard:
    made = MessageCard("slack_update", "Slack update")
    qtbot.addWidget(made)
    made.set_low(True)
    row = DueRow("slack_update", Channel.SLACK, state, NOW, None, "Every 15 minutes.")
    made.show_row(row, "#incident-x", NOW, ticked=ticked, notify=None, blocked=False, waiting=False)
    made.resize(300, 60)
    made.show()
    return made


def test_the_reason_is_shown_to_whoever_comes_by_keyboard_and_stands_where_nobody_can(qtbot) -> None:
    made = card(qtbot, DueState.NOW, ticked=True)
    assert made.due.text() == "due now"
    assert "Every 15 minutes." in made.toolTip()
    assert "Every 15 minutes" in made.box.accessibleDescription()
    for reason, shown in ((Qt.FocusReason.MouseFocusReason, False), (Qt.FocusReason.TabFocusReason, True)):
        QApplication.sendEvent(made.box, QFocusEvent(QFocusEvent.Type.FocusIn, reason))
        qtbot.waitUntil(lambda wanted=shown: QToolTip.isVisible() is wanted)
        assert not shown or QToolTip.text() == made.toolTip()
    QApplication.sendEvent(made.box, QFocusEvent(QFocusEvent.Type.FocusOut))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    locked = card(qtbot, DueState.LOCKED, ticked=False)
    assert not locked.box.isEnabled()
    assert locked.due.text() == "Every 15 minutes."


def test_what_is_suspended_says_so_in_one_line_and_its_switch_comes_with_the_tick(qtbot) -> None:
    made = MessageCard("status_holding", "Holding statement")
    qtbot.addWidget(made)
    why = "Approved beforehand by Lee Law on 2026-02-05: unchanged, it needs no other approval."
    row = DueRow("status_holding", Channel.STATUS_PAGE, DueState.SUSPENDED, None, None, why)
    made.resize(200, 200)
    made.show()
    heights = {}
    for low in (False, True):
        made.set_low(low)
        for ticked in (False, True):
            made.show_row(row, "page", NOW, ticked=ticked, notify=True, blocked=False, waiting=False)
            QApplication.processEvents()
            heights[low, ticked] = made.heightForWidth(200)
            assert made.notify.isVisible() is (ticked or not low)
    assert heights[True, False] < heights[True, True] < heights[False, True] == heights[False, False]
    (line,) = [one for one in made.findChildren(Elided) if one.isVisible()]
    assert line.text() == why  # what a screen reader is told
    assert line.shown().endswith("…")
    assert why in made.toolTip()


def test_an_approval_that_the_next_letter_takes_away_moves_nothing(qtbot) -> None:
    made = ApprovalLine("statusIdentified", "Status page")
    qtbot.addWidget(made)
    made.resize(160, 200)
    made.show()
    void = (
        "✕ approval by Maya Chen was for an earlier text\n○ needs approval by Incident Commander · text A6RN"
    )
    heights = set()
    for state in (
        CardApproval("✓ approved by Maya Chen · text PDGJ", Tone.GOOD),
        CardApproval(void, Tone.DANGER, "“paying.” → “payingx.”", is_open=True),
    ):
        made.show_state(state)
        QApplication.processEvents()
        heights.add(made.sizeHint().height())
        assert state.words in made.toolTip()
        assert made.words.text() == state.words  # what a screen reader is told
    assert len(heights) == 1
    assert made.words.shown().endswith("…")
    assert made.words.shown().count("\n") == 1
    made.set_low(True)
    assert "\n" not in made.words.shown()
    assert made.sizeHint().height() < heights.pop()
    made.set_low(False)
    made.resize(250, 200)
    made.show_state(
        CardApproval("○ needs approval by Legal and Incident Commander · text A6RN", Tone.WARNING)
    )
    QApplication.processEvents()
    assert made.words.shown().endswith("text A6RN"), "the code is seen"
    assert made.changed.text() in made.toolTip()
