"""Approval in the window: the code beside the message, what was read back, and what a changed letter does; by the widgets a person uses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from composer.assets import data_root
from composer.domain.approval import read_code
from composer.domain.incident import EventKind
from tests.ui.compose_home import Desk, desk, home_with_incident
from tests.ui.typist import real_window, settle
from ui.approval_sheet import ApprovalDialog
from ui.correction.view import CorrectionView

PAGE = "status_identified"
RULES = """
[[approvals]]
title = "What customers read"
channels = ["status_page"]
roles = ["incident_commander"]
"""
WAIT_MS = 10_000


@contextmanager
def at_desk(qtbot: Any, tmp_path: Any, rules: str = RULES) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path, roles={"incident_commander": "Maya Chen"})
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    (home.root / "plan.toml").write_text(shipped + rules, encoding="utf-8")
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        made.session.services.settings = made.session.services.settings._replace(name="Sam Lee")
        yield made


@pytest.fixture
def on_desk(qtbot, tmp_path) -> Iterator[Desk]:
    with at_desk(qtbot, tmp_path) as made:
        yield made


def describe(on_desk: Desk, words: str) -> None:
    """Type over what the brief description says."""
    edit: Any = on_desk.view.body.facts.rows["brief_description"].editor.input
    edit.selectAll()
    QTest.keyClicks(edit, words)


def line(on_desk: Desk) -> Any:
    return on_desk.view.body.cards.cards[PAGE].approval


def approval(on_desk: Desk) -> Any:
    presenter: Any = on_desk.view.presenter
    return presenter.round.approvals[PAGE]


def in_sheet(on_desk: Desk, qtbot: Any, *steps: Any) -> None:
    """Press the card's button, and take each step once the sheet stands there, with what the step before it waited for."""
    done: list[Any] = []

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ApprovalDialog)
        try:
            for step in steps:
                step(dialog)
                done.append(step)
        finally:
            dialog.reject()

    QTimer.singleShot(0, run)
    button = line(on_desk).button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(done) == len(steps)


def say(name: str, code: str, qtbot: Any, *, way: int = 0) -> Any:
    """Type who agreed and what they read back, and press Enter."""

    def step(dialog: ApprovalDialog) -> None:
        dialog.name.setEditText(name)
        dialog.way.setCurrentIndex(way)
        dialog.read.clear()
        QTest.keyClicks(dialog.read, code)
        QTest.keyClick(dialog.read, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: dialog.go.isEnabled() or not dialog.isVisible(), timeout=WAIT_MS)

    return step


def test_from_the_code_to_the_record(on_desk, qtbot):
    """Needs approval, wrong code, right code, one letter changed, changed back, published; and the record and an export say so."""
    on_desk.fill_update()
    presenter, services = on_desk.view.presenter, on_desk.session.services
    describe(on_desk, "errors when paying")
    code = approval(on_desk).code
    assert line(on_desk).words.text() == f"○ needs approval by Incident Commander · text {code}"
    assert on_desk.host.said[-1][0] == "Waits for approval: Status page (F8)"
    assert line(on_desk).button.accessibleName() == "Approval of Status page"

    def refused(dialog: ApprovalDialog) -> None:
        assert dialog.code.text() == code
        typed = dialog.name.lineEdit()
        assert typed is not None
        assert typed.accessibleName() == "Name", "it is this one that has the focus"
        shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
        assert "We have identified the cause of errors when paying" in shown
        assert presenter.round.incident.public_title in shown
        assert dialog.name.itemText(0) == "Maya Chen", "who has the role in this incident"
        dialog.copy.click()
        copied = QGuiApplication.clipboard().text()
        assert "We have identified the cause of errors when paying" in copied
        assert f"answer with its code: {code} (" in copied
        say("", code, qtbot)(dialog)
        assert (dialog._trouble.words.text(), dialog.name.hasFocus()) == ("Say who approved it.", True)
        say("Maya Chen", "2222", qtbot)(dialog)
        assert "The code 2222 is not this text's" in dialog._trouble.words.text()
        assert dialog.read.hasFocus()
        say("sam  lee", code, qtbot)(dialog)
        assert "at the keyboard" in dialog._trouble.words.text()

    in_sheet(on_desk, qtbot, refused, say("Maya Chen", code.lower(), qtbot))
    qtbot.waitUntil(lambda: approval(on_desk).is_given, timeout=WAIT_MS)
    assert line(on_desk).words.text() == f"✓ approved by Maya Chen (Incident Commander) · text {code}"
    assert not line(on_desk).button.isVisible()

    describe(on_desk, "errors when payinG")
    other = approval(on_desk).code
    assert other != code
    assert line(on_desk).words.text() == (
        f"✕ approval by Maya Chen was for an earlier text\n○ needs approval by Incident Commander · text {other}"
    )
    assert line(on_desk).changed.text() == "“paying.” → “payinG.”"

    describe(on_desk, "errors when paying")
    assert approval(on_desk).is_given, "the same bytes again"
    on_desk.view.buttons.publish.click()
    qtbot.waitUntil(lambda: not on_desk.view.is_composing, timeout=WAIT_MS)
    told = [one for one in services.record.events(on_desk.incident_id) if one.kind is EventKind.APPROVAL]
    assert [one.by for one in told] == ["Sam Lee"]
    assert told[0].text.endswith(f"UTC, text {code}")
    model = on_desk.view.body.timeline._model
    qtbot.waitUntil(
        lambda: any(told[0].text in model.item(row).text() for row in range(model.rowCount())),
        timeout=WAIT_MS,
    )
    assert on_desk.crashes == []


def test_two_people_agree_one_after_the_other_by_keyboard(qtbot, tmp_path):
    rules = RULES.replace('["incident_commander"]', '["incident_commander", "technical_lead"]\ncount = 2')
    with at_desk(qtbot, tmp_path, rules) as on_desk:
        on_desk.fill_update()
        code = approval(on_desk).code

        def both(dialog: ApprovalDialog) -> None:
            assert [dialog.role.itemText(at) for at in range(dialog.role.count())] == [
                "Incident Commander",
                "Technical Lead",
            ]
            say("Maya Chen", code, qtbot, way=1)(dialog)
            qtbot.waitUntil(lambda: dialog.role.count() == 1, timeout=WAIT_MS)
            assert dialog.isVisible(), "one is still missing"
            assert dialog.role.currentText() == "Technical Lead"
            assert dialog.read.text() == ""
            assert dialog.name.hasFocus(), "the next one is asked who they are"
            say("MAYA chen", code, qtbot)(dialog)
            assert "has approved this text already" in dialog._trouble.words.text()
            say("Tom Baker", code, qtbot, way=2)(dialog)
            qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)

        in_sheet(on_desk, qtbot, both)
        assert approval(on_desk).is_given
        assert "Maya Chen (Incident Commander) and Tom Baker (Technical Lead)" in line(on_desk).words.text()


def test_a_message_with_another_problem_is_not_put_before_anybody(on_desk):
    on_desk.fill_update()
    describe(on_desk, "errors on pay-7f9c8d6b5-x2x4z when paying")
    assert "once its problems are put right" in line(on_desk).words.text()
    assert not line(on_desk).button.isVisible()
    assert on_desk.host.said[-1][0] == "Status page blocked: 1 problem (F8)"


def test_a_text_that_prints_the_time_keeps_its_code(qtbot, tmp_path, monkeypatch):
    rules = RULES.replace('channels = ["status_page"]', 'messages = ["slack_update"]')
    with at_desk(qtbot, tmp_path, rules) as on_desk:
        on_desk.fill_update()
        presenter: Any = on_desk.view.presenter
        code = presenter.round.approvals["slack_update"].code
        assert read_code(code) == code
        now = presenter.now()
        monkeypatch.setattr(presenter, "now", lambda: now + timedelta(minutes=3))
        presenter._prepare()
        assert presenter.round.approvals["slack_update"].code == code
        monkeypatch.setattr(presenter, "now", lambda: now + timedelta(minutes=31))
        presenter._prepare()
        later = presenter.round.approvals["slack_update"].code
        assert later != code, "a text that old takes the present time"


def test_a_correction_passes_the_same_gate(qtbot, tmp_path):
    home, incident_id = home_with_incident(tmp_path, roles={"incident_commander": "Maya Chen"})
    shipped = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
    (home.root / "plan.toml").write_text(shipped + RULES, encoding="utf-8")
    with real_window(qtbot, home, hold_s=0) as program:
        program.go("correction", (incident_id,))
        settle(qtbot, program)
        view = program.window.stack.currentWidget()
        assert isinstance(view, CorrectionView)
        said: dict[str, Any] = {name: row.editor for name, row in view.words.rows.items()}
        for editor in said.values():
            editor.input.setPlainText("Only card payments are affected.")
        view.words.reason.setText("wrong scope")
        view.words.reason.textEdited.emit("wrong scope")
        qtbot.waitUntil(view.approving.button.isVisible, timeout=WAIT_MS)
        seen: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ApprovalDialog):
                QTimer.singleShot(50, look)
                return
            seen.append(dialog.wanted.text)
            say("Maya Chen", dialog.wanted.code, qtbot)(dialog)
            qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=WAIT_MS)

        QTimer.singleShot(50, look)
        view.approving.button.click()
        qtbot.waitUntil(lambda: bool(seen) and not view.approving.button.isVisible(), timeout=WAIT_MS)
        assert "Only card payments are affected." in seen[0]
        view.go.click()
        services = program.session.services
        qtbot.waitUntil(
            lambda: any(one.template == "status_correction" for one in services.record.deliveries()),
            timeout=WAIT_MS,
        )
        settle(qtbot, program)
