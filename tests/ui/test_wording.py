"""Advice on wording where it is typed: seen, mended by one key, put away; and spelling, which comes once a word is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.due import DueState
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.widgets.form import FieldRow
from ui.widgets.marked import MarkedLine, Wave


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        made.view.presenter.spelling._timer.setInterval(1)
        yield made


def told(row: FieldRow) -> str:
    return row._finding.words.text() if row._finding.isVisible() else ""


def line_of(row: FieldRow) -> MarkedLine:
    edit = row.editor.input
    assert isinstance(edit, MarkedLine)
    return edit


def type_into(row: FieldRow, text: str) -> MarkedLine:
    edit = line_of(row)
    row.focus_editor()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    return edit


def test_jargon_is_dotted_and_a_plainer_word_is_one_key_away(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["brief_description"]
    edit = type_into(row, "elevated latency when paying")
    assert told(row) == "", "not into the middle of what is typed"
    said = "Brief description: instead of “elevated latency”, “slow responses” is plainer."
    soon(qtbot, lambda: told(row) == said)
    soon(qtbot, lambda: [edit.text()[slice(*one)] for one in edit.dots] == ["elevated latency"])
    assert said in edit.accessibleDescription()
    assert any(said == line.words.text() for line in view.body.checks._lines)
    assert view.buttons.publish.text().startswith("Publish 3 "), "it blocks nothing"
    view.body.pane.tabs.setCurrentIndex(list(view.body.pane._titles).index(Channel.STATUS_PAGE))
    page = view.body.pane._preview(Channel.STATUS_PAGE).browser
    shown = page.document().find("elevated latency").charFormat()
    assert shown.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    mend = row._finding.mend
    assert mend is not None
    assert mend.text() == "Put “slow responses” instead"
    at_desk.actions["problem.mend"].trigger()
    assert (edit.text(), told(row)) == ("slow responses when paying", "")
    edit.undo()
    soon(qtbot, lambda: told(row) == said)
    away = row._finding.button
    assert away is not None
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert (edit.text(), told(row), edit.dots) == ("elevated latency when paying", "", ())


def test_a_missing_next_update_is_put_in_by_one_key_and_is_a_promise_from_then_on(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["next_update"]
    view.presenter.tick(
        "executive_notification", False
    )  # it needs the time, so that a lack of it would block
    view.presenter.set_field("next_update", None)
    row.set_value(None)
    assert told(row).startswith("Customers are not told when the next update comes: ")
    mend = row._finding.mend
    assert mend is not None
    time = mend.text().removeprefix("Promise it by ").removesuffix(" UTC")
    assert re.fullmatch(r"\d\d:\d\d", time)
    view.body.facts.rows["brief_description"].focus_editor()
    at_desk.actions["problem.mend"].trigger()
    assert told(row) == ""
    round_ = view.presenter.round
    assert round_ is not None
    (page,) = [one for one in round_.messages if one.head.channel is Channel.STATUS_PAGE]
    assert page.message is not None
    line = page.message.text.partition("Next update by ")[2]
    assert line.endswith(f"{time} UTC."), "with its date, where that is another day"
    at_desk.actions["incident.publish"].trigger()
    soon(qtbot, lambda: not view.is_composing)
    idle(qtbot, at_desk.session)
    rows = at_desk.session.services.what_to_send(at_desk.incident_id)
    (update,) = [one for one in rows if one.channel is Channel.STATUS_PAGE]
    assert (update.template, update.state) == ("status_update", DueState.UPCOMING)
    assert update.due_at is not None
    assert f"{update.due_at:%H:%M}" == time


def test_a_word_is_looked_up_once_it_is_written_and_gets_a_wave(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["brief_description"]
    spelling = at_desk.session.services.spelling
    edit = type_into(row, "paymnets")
    soon(qtbot, lambda: not view.presenter.spelling._timer.isActive())
    idle(qtbot, at_desk.session)
    assert "paymnets" not in spelling._verdicts, "it is being written"
    QTest.keyClicks(edit, " that fail")
    soon(qtbot, lambda: told(row) == "Brief description: “paymnets” may be misspelt.")
    soon(qtbot, lambda: len(edit.dots) == 1)
    assert isinstance(edit.dots[0], Wave)
    assert edit.text()[slice(*edit.dots[0])] == "paymnets"
    edit.setCursorPosition(3)
    assert edit.dots == (), "a person is at it"
    edit.setCursorPosition(len(edit.text()))
    at_desk.actions["problem.mend"].trigger()
    assert edit.text() == "payments that fail"
    assert told(row) == ""


def test_the_problem_key_shows_what_is_told_at_the_field_that_is_typed_in_and_a_hint_without_a_mend_hides_none(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    row = at_desk.view.body.facts.rows["brief_description"]
    edit = type_into(row, "errors in the Kafka cluster, customers recieve timeouts ")
    soon(qtbot, lambda: told(row) == "Brief description: “recieve” may be misspelt.")
    assert row._room.height() == 0, "nothing moves while one types"
    at_desk.actions["problem.next"].trigger()
    soon(qtbot, lambda: row._room.height() > 0)
    at_desk.actions["problem.mend"].trigger()
    assert "customers receive timeouts" in edit.text()
    soon(qtbot, lambda: "Kafka" in told(row))


def test_the_key_mends_a_word_beside_a_claim_that_has_no_mend_and_the_link_names_the_word(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    row = at_desk.view.body.facts.rows["brief_description"]
    edit = type_into(row, "all services are operating normally, recieve ")
    soon(qtbot, lambda: row._ways.span is not None and "not operational" in told(row))
    assert row._finding.mend is not None
    assert row._finding.mend.text() == "Put “receive” instead of “recieve”"
    at_desk.actions["problem.mend"].trigger()
    assert edit.text().startswith("all services are operating normally, receive")


def test_an_access_key_brings_its_field_into_sight(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    facts, scroll = at_desk.view.body.facts, at_desk.view.body.form_scroll
    row = facts.rows["current_actions"]
    edit = row.editor.input
    scroll.verticalScrollBar().setValue(0)
    assert edit.visibleRegion().isEmpty(), "else the test shows nothing"
    at_desk.window.activateWindow()
    letter = row.label.text().partition("&")[2][0].upper()
    QTest.keyClick(at_desk.window, Qt.Key(ord(letter)), Qt.KeyboardModifier.AltModifier)
    assert edit.hasFocus()
    soon(qtbot, lambda: not edit.visibleRegion().isEmpty())
