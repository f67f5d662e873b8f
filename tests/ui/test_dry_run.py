"""The dry run in the window: by key on both forms, read by keyboard alone, nothing sent or stored, given up where it is closed."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.connections.credentials import CredentialError
from composer.domain.errors import RefusedError
from composer.domain.sayings import Code, Said
from composer.services import dry_running as core
from tests.ui.compose_home import home_with_incident
from tests.ui.live_home import SECRETS, live_home
from tests.ui.typist import WAIT_MS, real_window, settle
from ui.app import Program
from ui.compose.view import ComposeView
from ui.declare.view import DeclareView
from ui.dry_run_sheet import DryRunSheet

LEAVING = (".eml", ".jsonl", ".html", ".atom")
"""Files that a round leaves in practice."""


def composing(qtbot: QtBot, program: Program, incident_id: str, phase: str = "identified") -> ComposeView:
    program.go("compose", incident_id)
    settle(qtbot, program)
    view = program.window.stack.currentWidget()
    assert isinstance(view, ComposeView)
    if not view.is_composing:
        view.buttons.next.click()
        qtbot.waitUntil(lambda: view.is_composing and view.presenter.draft is not None, timeout=WAIT_MS)
    view.presenter.set_phase(phase)
    return view


def opened(qtbot: QtBot, program: Program, *, filled: bool = True) -> DryRunSheet:
    """By its key, in whichever form is in sight."""
    QTest.keyClick(
        program.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    found: list[DryRunSheet] = []

    def is_there() -> bool:
        found[:] = [one for one in program.window.findChildren(DryRunSheet) if one.isVisible()]
        return bool(found) and (not filled or found[0].summary.text() != "Making the dry run…")

    qtbot.waitUntil(is_there, timeout=WAIT_MS)
    found[0].activateWindow()  # the offscreen platform has nobody to do it
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0], timeout=WAIT_MS)
    return found[0]


def closed(qtbot: QtBot, program: Program, sheet: DryRunSheet) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not program.window.findChildren(DryRunSheet), timeout=WAIT_MS)


def test_practice_is_read_by_keyboard_copied_and_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with real_window(qtbot, home) as program:
        composing(qtbot, program, incident_id)
        services = program.session.services
        stored = services.record.deliveries()
        files = {one for one in home.root.rglob("*") if one.suffix in LEAVING}
        sheet = opened(qtbot, program)
        assert sheet.accessibleDescription().startswith("Nothing was sent and nothing was stored.")
        assert "Slack update stays: Actions taken is empty." in sheet.accessibleDescription()
        assert sheet.list.hasFocus()
        assert [sheet.list.item(0).text().split("\n")[0]] == ["1. Status page · writes a file"]
        QTest.keyClick(sheet.list, Qt.Key.Key_End)
        assert sheet.text.toPlainText().startswith("WRITE ")
        assert "To: CTO <cto@executives.example>" in sheet.text.toPlainText()
        QTest.keyClick(sheet, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: sheet.copy.text() == "Copied", timeout=WAIT_MS)
        assert QGuiApplication.clipboard().text().startswith("WRITE ")
        mails = sheet.whole.count(".eml · ")
        assert (mails, sheet.every.isVisible()) == (1, True)
        sheet.every.click()
        qtbot.waitUntil(lambda: not sheet.every.isVisible(), timeout=WAIT_MS)
        assert sheet.whole.count(".eml · ") == 2
        monkeypatch.setattr(sheet, "choose_file", lambda: str(tmp_path / "out.txt"))
        sheet.save.click()
        qtbot.waitUntil(lambda: (tmp_path / "out.txt").exists() and program.jobs.busy == 0, timeout=WAIT_MS)
        assert (tmp_path / "out.txt").read_text(encoding="utf-8").count("\n=== ") == sheet.list.count()
        closed(qtbot, program, sheet)
        assert services.record.deliveries() == stored
        # Drafts are stored meanwhile, in the record; what leaves in practice are these.
        assert {one for one in home.root.rglob("*") if one.suffix in LEAVING} == files

        program.go("declare")
        settle(qtbot, program)
        declare = program.window.stack.currentWidget()
        assert isinstance(declare, DeclareView)
        qtbot.waitUntil(lambda: declare._presenter.standing is not None, timeout=WAIT_MS)
        sheet = opened(qtbot, program)
        assert "There is nothing to send yet" in sheet.accessibleDescription()
        assert not sheet.panes.isVisible()
        closed(qtbot, program, sheet)
        declare._presenter.choose_severity("P0")
        sheet = opened(qtbot, program)
        assert "Needs Title" in sheet.accessibleDescription()
        closed(qtbot, program, sheet)


def test_live_shows_every_request_no_secret_and_sends_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with live_home(tmp_path, monkeypatch) as there:
        there.connect_all()
        with real_window(qtbot, there.home) as program:
            program.go("declare")
            settle(qtbot, program)
            view: Any = program.window.stack.currentWidget()
            qtbot.waitUntil(lambda: view._presenter.standing is not None, timeout=WAIT_MS)
            presenter = view._presenter
            presenter.choose_severity("P1")
            presenter.set_fact("title", "Checkout fails")
            for name, value in (
                ("impact", "Nobody can pay"), ("detection", "Alert"), ("incident_commander", "@kim"),
                ("technical_lead", "@lee"), ("summary", "Payments fail"),
            ):  # fmt: skip
                presenter.set_value(name, value)
            presenter.set_value("brief_description", "failed payments")
            presenter.set_value("customer_impact", "declined cards")
            for vendor in (there.slack, there.page, there.sendgrid, there.pagerduty):
                vendor.seen.clear()
            sheet = opened(qtbot, program)
            rows = [sheet.list.item(row).text() for row in range(sheet.list.count())]
            assert any("conversations." in one for one in rows), sheet.accessibleDescription()
            assert "«…» stands for what only the service knows." in sheet.summary.text()
            assert "Authorization: Bearer [secret]" in sheet.whole
            assert not [secret for secret in SECRETS if secret in sheet.whole]
            assert not any(vendor.seen for vendor in (there.slack, there.page, there.sendgrid))
            closed(qtbot, program, sheet)
            assert program.session.services.record.incidents() == ()

            def locked(*_: object) -> str:
                raise CredentialError(Said.of(Code.KEYRING_FAILED, error="Locked"))

            monkeypatch.setattr(there.ring, "get_password", locked)
            sheet = opened(qtbot, program)
            assert sheet.accessibleDescription().count("keyring") == 1
            assert sheet.list.count() == len(rows)
            closed(qtbot, program, sheet)


def test_closed_it_is_given_up_and_a_refusal_is_one_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, incident_id = home_with_incident(tmp_path)
    go_on, given_up = threading.Event(), threading.Event()

    def slow(*_: object, stopped: Any, **__: object) -> core.DryRun:
        go_on.wait(5)
        if stopped():
            given_up.set()
        return core.DryRun()

    with real_window(qtbot, home) as program:
        composing(qtbot, program, incident_id)
        with monkeypatch.context() as patched:
            patched.setattr(core, "dry_run", slow)
            sheet = opened(qtbot, program, filled=False)
            closed(qtbot, program, sheet)
            go_on.set()
            qtbot.waitUntil(given_up.is_set, timeout=WAIT_MS)
            settle(qtbot, program)

        def refuses(*_: object, **__: object) -> core.DryRun:
            raise RefusedError("The list of customers has no row.")

        monkeypatch.setattr(core, "dry_run", refuses)
        sheet = opened(qtbot, program)
        assert sheet.accessibleDescription().endswith("The list of customers has no row.")
        assert sheet.leave.hasFocus()
        closed(qtbot, program, sheet)
