"""The history finds as one types, marks what it found, and gives it back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from composer.paths import Mode
from tests.ui.accessibility import nameless, unreachable
from ui.history.model import MARKS_ROLE, RANK_ROLE, Column, FoundModel
from ui.history.presenter import Found, HistoryPresenter, marked, places_in, words_of
from ui.history.view import HistoryView


@pytest.fixture
def view(session, actions, host, show):
    return show(HistoryView(HistoryPresenter(session), actions, host))


def test_words_found_are_marked_and_brackets_of_the_text_stay():
    assert marked("…[P0] a [Stripe] hook", ("stripe",)) == ("…[P0] a Stripe hook", ((8, 6),))
    assert marked("a [Café] [cafeteria]\n b", ("cafe",)) == ("a Café cafeteria b", ((2, 4), (7, 9)))
    assert marked("[a]", ()) == ("[a]", ())
    assert words_of("Stripe Café  stripe:x") == ("stripe", "cafe", "x")
    assert places_in("A cafe, Café!", ("caf",)) == ((2, 4), (8, 4))
    assert places_in("anything", ()) == ()


def test_the_model(session, open_incident, qtmodeltester):
    found = Found(
        "stripe",
        session.services.history("stripe"),
        {"P0": 0, "P1": 1},
        {"slack_declaration": "Slack declaration"},
    )
    model = FoundModel()
    qtmodeltester.check(model)
    model.show_found(found)
    qtmodeltester.check(model)
    rows = [model.index(row, Column.MESSAGE) for row in range(model.rowCount())]
    assert rows
    assert any("Stripe" in row.data() and row.data(MARKS_ROLE) for row in rows)
    assert model.index(0, Column.INCIDENT).data() == "Checkout payments failing"
    assert model.index(0, Column.SEVERITY).data() == "P1"
    assert model.index(0, Column.SEVERITY).data(RANK_ROLE) == 1
    assert model.index(0, Column.WHERE).data() == "Slack"
    assert "local time" in model.index(0, Column.WHEN).data(Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(Column.WHEN, Qt.Orientation.Horizontal) == "When (UTC)"
    assert model.message(99) is None


def test_search_as_one_types(view, open_incident, settle, qtbot):
    view.enter(None)
    settle()
    everything = view.table.model().rowCount()
    assert everything == 2
    qtbot.keyClicks(view.search, "stripe")
    settle()
    assert view.table.model().rowCount() == 1
    assert "Stripe webhook rejects events" in view.text.toPlainText()
    assert view.count.text() == "1 found"
    assert view.text.extraSelections()
    view.search.setText("nothing has this")
    settle()
    assert view.count.text() == "No message holds these words"
    assert not view.start.isVisible()


def test_only_the_newest_search_counts(session, open_incident, settle):
    presenter = HistoryPresenter(session)
    answers: list[str] = []
    presenter.found.connect(lambda found: answers.append(found.query))
    for query in ("s", "st", "str"):
        presenter.search(query)
    settle()
    assert answers == ["str"]


def test_keys_move_read_and_copy(view, open_incident, settle, qtbot, host):
    view.enter("payments")
    settle()
    assert view.search.text() == "payments"
    qtbot.keyClick(view.search, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == 1
    qtbot.keyClick(view.search, Qt.Key.Key_Up)
    assert view.table.currentIndex().row() == 0
    view.activateWindow()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    view.copy.click()
    assert QGuiApplication.clipboard().text() == view._shown.message.text
    assert view.copy.text() == "Copied"
    assert host.said[-1][0] == "Copied"


def test_a_message_is_started_from_an_open_incident(view, open_incident, settle, host):
    view.enter(None)
    settle()
    view.start.click()
    settle()
    assert host.went == [("compose", open_incident)]


def test_or_a_new_incident_from_a_resolved_one(view, resolved_incident, settle, host):
    view.enter(None)
    settle()
    view.start.click()
    settle()
    view.postmortem.click()
    assert host.went == [("declare", None), ("postmortem", resolved_incident)]


def test_an_empty_record(view, settle):
    view.enter(None)
    settle()
    assert view.count.text() == "Nothing was published yet"
    view.copy.click()
    view.start.click()


def test_live_and_practice_are_apart(sessions, open_incident, qtbot):
    live = HistoryPresenter(sessions(Mode.LIVE))
    with qtbot.waitSignal(live.found, timeout=10_000) as answer:
        live.search("")
    assert answer.args[0].messages == ()


def test_every_control_has_a_name(view, open_incident, settle):
    view.enter(None)
    settle()
    assert nameless(view) == []
    assert unreachable(view) == []
    assert view.search.accessibleName() == "Search messages"


def test_a_message_of_one_endless_line_is_broken_and_copied_whole(view, open_incident, settle):
    view.enter(None)
    settle()
    found = view._model.message(0)
    endless = replace(found, message=replace(found.message, text="x" * 100_000))
    view._model.show_found(Found("x", (endless,), {}, {}))
    view._show_message(0)
    assert max(map(len, view.text.toPlainText().splitlines())) <= 1_000
    assert len(view.text.toPlainText()) < 30_000
    view.copy.click()
    assert QGuiApplication.clipboard().text() == "x" * 100_000
