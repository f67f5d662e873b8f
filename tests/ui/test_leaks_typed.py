"""Every kind of leak, typed into the window by keyboard: told at its field, mended by a key, and let pass for a reason that stands in the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer import assets
from composer.domain.channel import Audience, Channel
from composer.domain.fields import Field, FieldType
from composer.domain.findings import Level
from composer.domain.incident import EventKind
from composer.services.guarding import learn_customers
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.widgets.form import FieldRow, editor_for
from ui.widgets.marked import MarkedLine
from ui.widgets.reason import ReasonDialog

OWN = "-".join(("Tr0ub4dor", "and", "3"))
"""What this computer keeps as a credential."""

PUBLIC = {
    "host name": "db-prod-01",
    "internal domain": "pay.corp.local",
    "pod": "pay-7f9c6d5b84-x2kqp",
    "container": "4f5e6d7c8b9a",
    "instance": "i-0a1b2c3d4e5f67890",
    "private address": "10.0.3.17",
    "public address": "203.0.113.9",
    "internal URL": "http://pay:8080/x",
    "path": "/var/log/pay.log",
    "port": "port 5432",
    "stack trace": "NullPointerException",
    "log line": "level=error msg=slow",
    "SQL": "SELECT id FROM payments",
    "commit": "3f2a9c1",
    "ticket": "PAY-1234",
    "incident": "INC-20260205-3",
    "handle": "@jane",
    "channel": "#payments-oncall",
    "staff by the plan": "Erika Muster",
    "address by the plan": "erika@muster.example",
    "customer of the list": "Globex",
    "revenue": "a revenue loss of $120k",
}
SECRET = {
    "vendor token": "-".join(("xoxb", "1234567890", "abcdefghij")),
    "cloud key": "AK" + "IA" + "QYLPMN5HHHFPZXKD",
    "JWT": ".".join(
        ("eyJ" + "hbGciOiJIUzI1NiJ9", "eyJ" + "zdWIiOiIxIn0", "dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1")
    ),
    "private key": "-" * 5 + "BEGIN PRIVATE " + "KEY" + "-" * 5,
    "connection string": "postgres://pay:s3cr3t@db/pay",
    "password": "password=swordfish1",
    "own credential": OWN,
}
REASON = "They know it."


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    shipped = assets.read_text("resources", "plan.toml")
    nobody = 'role = "CTO"\nname = ""'
    assert nobody in shipped
    somebody = 'role = "CTO"\nname = "Erika Muster"\nemail = "erika@muster.example"'
    home.plan.write_text(shipped.replace(nobody, somebody), encoding="utf-8")
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        learn_customers(made.session.services.guard, "customers.csv", [("Globex Ltd", "it@globex.example")])
        made.session.services._credentials.seen.add(OWN)
        made.fill_update()
        made.window.activateWindow()
        qtbot.waitUntil(made.window.isActiveWindow)
        yield made


def typed(row: FieldRow, words: str, *, keys: int = 99) -> None:
    """Type into a field, in place of what stands there; of long words no more than the last `keys` of them one by one."""
    row.focus_editor()
    edit = row.editor.input
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    edit.setProperty("text" if isinstance(edit, MarkedLine) else "plainText", words[:-keys])
    QTest.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, words[-keys:])


def let_pass(qtbot: QtBot, at_desk: Desk, row: FieldRow) -> None:
    """Give the reason by keyboard."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        QTest.keyClicks(dialog.edit, REASON)
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return)

    assert row._finding.let_pass is not None
    row._finding.let_pass.setFocus()
    QTimer.singleShot(0, answer)
    QTest.keyClick(row._finding.let_pass, Qt.Key.Key_Space)
    at_desk.window.activateWindow()
    qtbot.waitUntil(at_desk.window.isActiveWindow)


def test_every_kind_is_told_at_its_field_mended_by_a_key_and_let_pass_for_a_reason_in_the_record(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    view, rows = at_desk.view, at_desk.view.body.facts.rows
    passed: list[str] = []
    for name, kinds, blocked in (
        ("brief_description", PUBLIC, {Channel.STATUS_PAGE}),
        ("actions_taken", SECRET, {Channel.SLACK}),
    ):
        row = rows[name]
        for kind, leak in kinds.items():
            typed(row, f"So {leak}, ok", keys=4)
            round_ = view.presenter.round
            assert round_ is not None
            found = [one for one in round_.findings if one.field == name and one.level is Level.BLOCKING]
            assert {one.channel for one in found} == blocked, (kind, found)
            assert row._finding.words.text(), kind
            assert row.can_take_out, kind
            QTest.keyClick(at_desk.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
            assert not row._finding.isVisible(), (kind, row._finding.words.text())
            QTest.keyClick(row.editor.input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            offered = row._finding.let_pass is not None and not row._finding.let_pass.isHidden()
            assert offered is (leak != OWN), kind
            if offered:
                if passed:  # one dialog is as the other
                    monkeypatch.setattr(ReasonDialog, "ask", lambda *_asked, **_more: REASON)
                    row.pass_wanted.emit(name)
                else:
                    let_pass(qtbot, at_desk, row)
                assert view.buttons.publish.text().startswith("Publish 3 "), kind
                round_ = view.presenter.round
                assert round_ is not None
                assert [one.passes for one in round_.findings if one.mark] == [REASON], kind
                passed.append(str(found[0].text))
        typed(row, "Fine. ")
    assert len(passed) == len(PUBLIC) + len(SECRET) - 1
    rows["brief_description"].editor.input.setText("So 3f2a9c1, ok")  # type: ignore[attr-defined]
    typed(
        rows["brief_description"],
        f"{PUBLIC['host name']}, {PUBLIC['handle']}, {PUBLIC['customer of the list']}.",
    )
    typed(rows["actions_taken"], f"Rolled back {SECRET['cloud key']}.")
    assert view.buttons.publish.text().startswith("Publish 3 "), (
        "what was let pass one by one passes together"
    )
    at_desk.actions["incident.publish"].trigger()
    soon(qtbot, lambda: not view.is_composing)
    idle(qtbot, at_desk.session)
    events = at_desk.session.services.record.events(at_desk.incident_id)
    kept = [one for one in events if one.kind is EventKind.OVERRIDE]
    assert {one.reason for one in kept} == {REASON}
    assert {one.text for one in kept} == {
        f"Let pass: {text}"
        for text in passed
        if any(words in text for words in ("db-prod-01", "@jane", "“Globex”", "an AWS"))
    }
    assert len(kept) == 4


class _Said(list[str]):
    """What is read out."""

    def __call__(self, _widget: object, words: str, **_how: bool) -> None:
        self.append(words)


def test_a_clean_text_asks_nothing_and_what_is_found_is_pointed_at_and_read_out_in_a_pause(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    row = at_desk.view.body.facts.rows["brief_description"]
    said = _Said()
    monkeypatch.setattr("ui.widgets.noticing.announce", said)
    typed(row, "Card payments fail for 4 % of customers.")
    qtbot.wait(450)
    assert (row._finding.isVisible(), said) == (False, [])
    edit = row.editor.input
    assert isinstance(edit, MarkedLine)
    typed(row, "On web-02")
    told = "Brief description: “web-02” looks like a host name, which is not for customers."
    assert (edit.marks, said) == (((3, 9),), []), "underlined at once, read out in a pause"
    qtbot.waitUntil(lambda: said == [told])
    let_pass(qtbot, at_desk, row)
    row.focus_editor()
    edit.setCursorPosition(9)
    qtbot.wait(450)
    assert (edit.marks, edit.dots) == ((), ()), "no word is dotted that is being written"
    edit.setCursorPosition(0)
    assert edit.dots == ((3, 9),)
    assert said == [told], "each thing once"


def test_a_leaking_title_is_underlined_on_the_page_and_what_passes_has_dots(
    qtbot: QtBot, at_desk: Desk
) -> None:
    view = at_desk.view
    page = view.body.pane._preview(Channel.STATUS_PAGE).browser
    view.body.pane.tabs.setCurrentIndex(list(view.body.pane._titles).index(Channel.STATUS_PAGE))
    view.presenter.set_field("public_title", "Payments on web-02")
    assert "<span" in page.toHtml().partition("web-02")[0][-200:]
    styles = underlines(at_desk)
    assert styles == {"web-02": QTextCharFormat.UnderlineStyle.SingleUnderline}
    view.presenter.set_field("public_title", "Payments")
    row = view.body.facts.rows["brief_description"]
    typed(row, "On web-03 and web-04")
    let_pass(qtbot, at_desk, row)
    assert underlines(at_desk) == {
        "web-03": QTextCharFormat.UnderlineStyle.DotLine,
        "web-04": QTextCharFormat.UnderlineStyle.SingleUnderline,
    }


def underlines(at_desk: Desk) -> dict[str, QTextCharFormat.UnderlineStyle]:
    """The words that are underlined on the page."""
    block = at_desk.view.body.pane._preview(Channel.STATUS_PAGE).browser.document().begin()
    found = {}
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            look = pieces.fragment().charFormat()
            if look.fontUnderline() or look.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine:
                found[pieces.fragment().text()] = look.underlineStyle()
            pieces += 1
        block = block.next()
    return found


@pytest.mark.parametrize(("name", "words"), [("next_update", "ask db-prod-01"), ("data_impact", "yes")])
def test_a_choice_and_the_detail_of_a_yes_are_mended_at_their_field_too(
    at_desk: Desk, name: str, words: str
) -> None:
    editor = editor_for(
        Field(name, "What", FieldType.TIME_OR_TEXT if words != "yes" else FieldType.YES_NO, Audience.BOTH),
        None,
    )
    told: list[object] = []
    editor.edited.connect(told.append)
    detail = {"yes": "on db-prod-01 too"}
    editor.set_value(words if words != "yes" else detail)
    text = words if words != "yes" else detail["yes"]
    span = text.index("db"), text.index("db") + 10
    assert editor.holds(span)
    editor.set_marks([span])
    editor.replace(span, "")
    assert told[-1] == ("ask" if words != "yes" else {"yes": "on too"})


@pytest.mark.logs_expected
def test_a_guard_that_breaks_keeps_the_public_post_and_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, at_desk: Desk
) -> None:
    def broken(*_asked: object, **_more: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("composer.checks.leaks.LeakGuard.leaks", broken)
    view = at_desk.view
    typed(view.body.facts.rows["brief_description"], "Payments fail.")
    assert view.buttons.publish.text().startswith("Publish 2 of 3"), "colleagues and executives are told"
    said = [line.words.text() for line in view.body.checks._lines if line.isVisible()]
    assert any("could not be checked for internal names, so it is not published" in one for one in said)
    assert at_desk.host.said[-1][:2] == ("Status page blocked: 1 problem (F8)", "danger")
    assert at_desk.crashes == []
