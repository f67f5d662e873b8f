"""A P0 by mouse alone, beyond typing its facts: real clicks at real places, from the declaration until every message has left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from composer.paths import HomePaths
from tests.ui.keyboard_walk import FACTS, all_final, sent
from tests.ui.typist import WAIT_MS, real_window, settle
from ui.app import Program
from ui.shell.reading_order import into_sight
from ui.widgets.confirm import ConfirmDialog

LEFT = Qt.MouseButton.LeftButton
EXECUTIVE = {"usersAffectedEdit": "about 40 %", "currentActionsEdit": "Looking at the latest deploy."}


class Mouse:
    """Clicks what is seen, where it is seen: the click goes to whatever lies there. `acts` names every click that is not for a fact."""

    def __init__(self, program: Program) -> None:
        self._window = program.window
        self.acts: list[str] = []

    def act(self, name: str) -> None:
        """Click a button that does something."""
        self.acts.append(name)
        self.click(name)

    def click(self, name: str) -> QWidget:
        """Click into the middle of what has this name; a field is scrolled to first."""
        top = QApplication.activeModalWidget() or self._window
        found = [one for one in top.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {found}"
        widget = found[0]
        into_sight(widget)
        QApplication.processEvents()
        spot = widget.mapTo(top, QPoint(min(widget.width() // 2, 60), widget.height() // 2))
        assert top.rect().contains(spot), f"{name} is out of sight"
        hit = top.childAt(spot)
        assert hit is not None
        assert hit is widget or widget.isAncestorOf(hit), f"{hit.objectName()} covers {name}"
        QTest.mouseClick(hit, LEFT, pos=hit.mapFrom(top, spot))
        QApplication.processEvents()
        return widget

    def fill(self, name: str, text: str) -> None:
        """Click into a field, and type."""
        widget = self.click(name)
        popup = QApplication.activePopupWidget()
        if popup is not None:  # a list dropped down: what is typed chooses from it
            popup.close()
        focused = QApplication.focusWidget()
        assert focused is widget or (focused is not None and widget.isAncestorOf(focused)), name
        if isinstance(widget, QComboBox) and not widget.isEditable():
            QTest.keyClicks(widget, text)
            return
        QTest.keySequence(focused, "Ctrl+A")
        QTest.keyClicks(focused, text)


def test_a_p0_is_declared_and_all_its_messages_published_in_four_clicks(
    qtbot: QtBot, home: HomePaths
) -> None:
    with real_window(qtbot, home, hold_s=0.1) as program:
        mouse = Mouse(program)
        mouse.act("declareButton")
        settle(qtbot, program)
        mouse.act("severityP0Card")
        settle(qtbot, program)
        for name, text in (FACTS | EXECUTIVE).items():
            mouse.fill(name, text)
        pick_component(mouse, qtbot)
        mouse.fill("symptomCombo", "E")
        mouse.fill("dataImpactCombo", "B")
        mouse.fill("nextUpdateCombo", "in 20 min")
        settle(qtbot, program)
        answered: list[bool] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ConfirmDialog):
                mouse.act("confirmButton")
                answered.append(True)
            else:
                QTimer.singleShot(20, answer)

        QTimer.singleShot(20, answer)
        mouse.act("declareAndPublishButton")
        qtbot.waitUntil(lambda: bool(answered), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: program.window.screen_name() == "compose", timeout=WAIT_MS)
        qtbot.waitUntil(lambda: all_final(program), timeout=WAIT_MS)
        assert sent(program) == ["executive_notification", "slack_declaration", "status_investigating"]
        assert len(mouse.acts) <= 4, mouse.acts


def pick_component(mouse: Mouse, qtbot: QtBot) -> None:
    """From the menu of what the plan has; it belongs to the facts."""

    chosen: list[bool] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(20, choose)
            return
        entry = next(one for one in menu.actions() if one.text().replace("&", "").startswith("Payments"))
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
        chosen.append(True)

    QTimer.singleShot(20, choose)
    mouse.click("addComponentButton")
    qtbot.waitUntil(lambda: bool(chosen) and QApplication.activePopupWidget() is None, timeout=WAIT_MS)
