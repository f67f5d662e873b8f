"""Ctrl+K: one box for messages and commands, by keys alone."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless, unreachable
from tests.ui.compose_home import home_with_incident
from tests.ui.program_window import idle, program_on, soon
from ui.actions import ACTIONS, translated
from ui.palette.presenter import Kind
from ui.palette.scoring import ranked, score


@pytest.fixture
def program(qtbot, tmp_path):
    home, _ = home_with_incident(tmp_path)
    with program_on(qtbot, home) as made:
        yield made


def press(program, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifiers)
    QApplication.processEvents()


def open_box(program):
    # From wherever the focus is: an editor would cut its line at Ctrl+K, if it got the key.
    where = QApplication.focusWidget() or program.window
    QTest.keyClick(where, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def rows(program):
    model = program.palette.model
    return [row for number in range(model.rowCount()) if (row := model.row(number)) is not None]


def write(program, text):
    program.palette.box.selectAll()
    QTest.keyClicks(program.palette.box, text)
    QApplication.processEvents()


def test_ctrl_k_opens_at_once_with_the_focus_in_the_box(program):
    open_box(program)
    program.palette.close()
    times = []
    for _ in range(5):
        began = time.perf_counter()
        open_box(program)
        times.append(time.perf_counter() - began)
        assert program.palette.is_open
        assert QApplication.focusWidget() is program.palette.box
        program.palette.close()
    assert min(times) < 0.1


def test_empty_it_offers_the_last_five_commands_and_what_is_due(program, qtbot):
    open_box(program)
    due = [row for row in rows(program) if row.kind is Kind.INCIDENT]
    assert due[0].text == "Slack update due now"
    assert rows(program) == due
    program.palette.close()
    for name in ("history", "templates", "settings", "plan", "history"):
        program.window.actions_by_id[f"screen.{name}"].trigger()
    program.window.actions_by_id["incident.declare"].trigger()
    idle(qtbot, program)
    open_box(program)
    commands = [row.target for row in rows(program) if row.kind is Kind.COMMAND]
    assert commands == [
        "incident.declare",
        "screen.history",
        "screen.plan",
        "screen.settings",
        "screen.templates",
    ]
    assert rows(program)[len(commands) :] == due


def test_commands_come_from_the_one_table_with_their_keys_and_only_what_does_something(program, qtbot):
    open_box(program)
    write(program, ">")
    here = {one.id for one in ACTIONS if not one.screens or "compose" in one.screens}
    assert {row.target for row in rows(program)} == here
    assert {row.text: row.right for row in rows(program)}["The plan"] == "F2"
    assert [row.text for row in rows(program)] == [translated(one) for one in ACTIONS if one.id in here]
    program.palette.close()
    program.go("history")
    open_box(program)
    write(program, ">")
    assert "phase.1" not in {row.target for row in rows(program)}
    write(program, ">templ")
    assert rows(program)[0].target == "screen.templates"
    press(program, Qt.Key.Key_Return)
    assert program.window.screen_name() == "templates"
    assert not program.palette.is_open
    write(program, ">zzzz")
    assert rows(program) == []
    press(program, Qt.Key.Key_Return)
    assert program.window.screen_name() == "templates"


def test_up_and_down_go_round_and_escape_gives_the_focus_back(program, qtbot):
    editor = program.window.stack.currentWidget().body.facts.rows["summary"].editor.input
    editor.setFocus()
    before = editor.toPlainText()
    open_box(program)
    assert editor.toPlainText() == before
    write(program, ">phase")
    first = program.palette.list.currentIndex().row()
    assert first == 0
    press(program, Qt.Key.Key_Down)
    assert program.palette.list.currentIndex().row() == 1
    press(program, Qt.Key.Key_Up)
    press(program, Qt.Key.Key_Up)
    assert program.palette.list.currentIndex().row() == len(rows(program)) - 1
    press(program, Qt.Key.Key_Escape)
    assert not program.palette.is_open
    assert QApplication.focusWidget() is editor
    assert program.window.screen_name() == "compose"  # Esc was the list's, not the screen's


def test_words_find_messages_the_newest_first_and_enter_reads_one_in_history(program, qtbot):
    open_box(program)
    write(program, "payments")
    soon(qtbot, lambda: any(row.kind is Kind.MESSAGE for row in rows(program)))
    kinds = [row.kind for row in rows(program)]
    assert kinds[0] is Kind.INCIDENT
    assert kinds[-1] is Kind.ALL
    found = [row for row in rows(program) if row.kind is Kind.MESSAGE]
    services = program.session.services
    assert [row.target for row in found] == [one.message.id for one in services.history("payments", 20)]
    second = kinds.index(Kind.MESSAGE) + 1
    for _ in range(second):
        press(program, Qt.Key.Key_Down)
    press(program, Qt.Key.Key_Return)
    assert program.window.screen_name() == "history"
    idle(qtbot, program)
    view = program.window.stack.currentWidget()
    assert view.search.text() == "payments"
    assert view.reading.shown.message.id == found[1].target


def test_while_a_search_is_under_way_nothing_older_can_be_chosen(program, qtbot):
    open_box(program)
    write(program, ">plan")
    write(program, "nosuchword")
    assert [row.kind for row in rows(program)] == [Kind.ALL]
    press(program, Qt.Key.Key_Return)
    assert program.window.screen_name() == "history"
    idle(qtbot, program)
    assert program.window.stack.currentWidget().search.text() == "nosuchword"


def test_what_is_due_leads_to_its_incident(program, qtbot):
    program.go("settings")
    open_box(program)
    press(program, Qt.Key.Key_Return)
    assert program.window.screen_name() == "compose"


def test_it_is_named_and_reached_and_goes_when_the_focus_goes(program, qtbot):
    program.go("history")
    open_box(program)
    write(program, ">")
    assert nameless(program.window.top_bar) == []
    assert nameless(program.palette.panel) == []
    assert unreachable(program.palette.panel) == []
    tester = QAbstractItemModelTester(
        program.palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal, program.palette
    )
    write(program, ">a")
    write(program, ">")
    program.window.stack.currentWidget().search.setFocus()
    QApplication.processEvents()
    assert not program.palette.is_open
    tester.setParent(None)


def test_letters_score_by_starts_of_words_and_runs():
    assert score("xyz", "Publish") is None
    assert score("hsilbup", "Publish") is None
    words = ["Undo publish", "Publish all", "Open the practice status page", "The plan", "Templates"]
    assert ranked("pub", words, str)[0] == "Publish all"
    assert ranked("otps", words, str) == ["Open the practice status page"]
    assert ranked("the plan", words, str)[0] == "The plan"
    assert ranked("", words, str) == words
    many = [f"Command number {number} of a long list" for number in range(330)]
    began = time.perf_counter()
    ranked("cn9", many, str)
    assert time.perf_counter() - began < 0.2
