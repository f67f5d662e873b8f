"""The history finds as one types, marks what it found, and gives it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from composer.domain.record import Bundle
from composer.paths import Mode
from tests.ui.accessibility import nameless, unreachable
from tests.ui.conftest import published
from ui.history.model import MARKS_ROLE, RANK_ROLE, Column, FoundModel
from ui.history.presenter import PAGE, Found, HistoryPresenter, marked, places_in, words_of
from ui.history.view import HistoryView
from ui.templates.presenter import TemplatesPresenter


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


def test_a_find_by_its_title_alone_is_marked_there_and_shows_its_text(session, open_incident):
    model = FoundModel()
    model.show_found(Found("Checkout", session.services.history("Checkout"), {}, {}))
    messages = [one.message.text for one in session.services.history("Checkout")]
    row = next(row for row, text in enumerate(messages) if "Checkout" not in text)
    assert model.index(row, Column.INCIDENT).data(MARKS_ROLE) == ((0, 8),)
    assert " ".join(messages[row].split()).startswith(model.index(row, Column.MESSAGE).data().rstrip("…"))
    assert model.index(row, Column.WHERE).data(MARKS_ROLE) == ()


def test_search_as_one_types(view, open_incident, settle, qtbot):
    view.enter(None)
    settle()
    everything = view.table.model().rowCount()
    assert everything == 2
    qtbot.keyClicks(view.search, "stripe")
    settle()
    assert view.table.model().rowCount() == 1
    assert "Stripe webhook rejects events" in view.text.toPlainText()
    assert view.count.text() in ("1 found", "1 found in 1 incident")
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
    assert QGuiApplication.clipboard().text() == view.reading.shown.message.text
    assert view.copy.text() == "Copied"
    assert host.said[-1][0] == "Copied"


def draft_of(session, incident_id):
    return next(one for one in session.services.record.drafts() if one.incident_id == incident_id)


def test_a_message_is_started_in_its_open_incident_with_its_words(view, open_incident, settle, host, session):
    view.enter("investigating reports")
    settle()
    view.start.click()
    settle()
    assert host.went == [("compose", open_incident)]
    values = draft_of(session, open_incident).values
    assert values["brief_description"] == "errors when paying"
    assert "public_title" not in view.reading.shown.message.values or values["public_title"]


def test_what_was_typed_is_replaced_only_when_the_person_says_so(
    view, open_incident, settle, host, session, monkeypatch
):
    services = session.services
    draft = services.draft_for(open_incident).with_value(
        "brief_description", "typed by hand", services.clock.now()
    )
    services.save_draft(draft)
    asked: list[tuple[str, ...]] = []

    def agree_the_second_time(labels: tuple[str, ...]) -> bool:
        asked.append(labels)
        return len(asked) > 1

    monkeypatch.setattr(view, "may_replace", agree_the_second_time)
    view.enter("investigating reports")
    settle()
    view.start.click()
    settle()
    assert asked == [("Brief description",)]
    assert host.went == []
    assert draft_of(session, open_incident).values["brief_description"] == "typed by hand"
    view.start.click()
    settle()
    assert host.went == [("compose", open_incident)]
    assert draft_of(session, open_incident).values["brief_description"] == "errors when paying"


def test_of_several_open_incidents_one_is_asked_for(view, resolved_incident, settle, host, session, qtbot):
    for title in ("Search is slow", "Mails are late"):
        now = session.services.clock.now()
        published(
            session.services,
            incident={
                "title": title,
                "severity": "P1",
                "impact_started_at": now.isoformat(),
                "detection": "Alert",
                "incident_commander": "@kim",
                "technical_lead": "@lee",
                "components": {"Search": "major_outage"},
            },
        )
    view.enter("rolled back")  # said in the resolved one
    settle()
    assert view.reading.shown.message.incident_id == resolved_incident
    view.start.click()
    settle()
    menu = view.reading.findChild(QMenu, "whichIncidentMenu")
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["P1 Mails are late", "P1 Search is slow", "A new incident"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    name, incident_id = host.went[-1]
    assert (name, session.services.incident(incident_id).title) == ("compose", "Search is slow")
    assert draft_of(session, incident_id).values["resolution"] == "Rolled back"
    assert draft_of(session, incident_id).values.get("incident_commander") == "@kim"


def test_filters_narrow_and_totals_are_told(view, open_incident, settle, qtbot):
    view.enter(None)
    settle()
    qtbot.waitUntil(lambda: view.count.text() == "2 found in 1 incident", timeout=5_000)
    filters = view.filters
    filters.channel.setCurrentIndex(filters.channel.findText("Status page"))
    settle()
    assert view.table.model().rowCount() == 1
    assert filters.all.isVisible()
    filters.phase.setCurrentIndex(filters.phase.findText("Resolved"))
    settle()
    assert view.count.text() == "No message fits the words and filters"
    filters.all.click()
    settle()
    assert view.table.model().rowCount() == 2
    assert not filters.all.isVisible()
    filters.span.setCurrentIndex(1)
    view.reading.only.click()
    settle()
    assert filters.incident.currentData() == open_incident
    assert view.table.model().rowCount() == 2


def test_dates_are_counted_from_now(view):
    now = datetime(2026, 11, 23, 14, tzinfo=UTC)
    filters = view.filters
    for place, days in ((2, 7), (3, 30), (4, 365)):
        filters.span.setCurrentIndex(place)
        assert filters.narrowed(now).since == now - timedelta(days=days)
    filters.span.setCurrentIndex(1)
    assert filters.narrowed(now).since.astimezone().hour == 0
    filters.span.setCurrentIndex(0)
    assert filters.narrowed(now) is None


def test_more_come_when_somebody_scrolls(
    view, open_incident, settle, session, qtbot, qtmodeltester, monkeypatch
):
    record = session.services.record
    template = record.messages()[0]
    publish = record.publishes(open_incident)[0]
    incident = session.services.incident(open_incident)
    count = 450
    many = tuple(replace(template, id=f"msg-{number}") for number in range(count))
    again = replace(publish, id="pub-many", key=None)
    record.store(
        Bundle(incident, incident.revision, again, tuple(replace(m, publish_id=again.id) for m in many), ())
    )
    said: list[str] = []
    show = view.count.setText

    def hear(text: str) -> None:
        said.append(text)
        show(text)

    monkeypatch.setattr(view.count, "setText", hear)
    view.enter(None)
    settle()
    model = view._model
    assert model.rowCount() == PAGE
    qtmodeltester.check(model)
    settle()
    qtbot.waitUntil(lambda: view.count.text() == "452 found in 1 incident", timeout=5_000)
    assert any(text.startswith("over 200 found") for text in said)  # until all were counted
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        model.fetchMore(QModelIndex())  # asked twice, it comes once
        settle()
    assert model.rowCount() == count + 2
    assert len({model.message(row).message.id for row in range(model.rowCount())}) == count + 2


def test_of_100_000_rows_only_what_is_seen_is_worked_out(view, open_incident, settle):
    view.enter(None)
    settle()
    model = view._model
    model.show_found(Found("", (model.message(0),) * 100_000, {}, {}))
    QApplication.processEvents()
    assert model.rowCount() == 100_000
    assert 0 < len(model._snippets) < 200


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
    view.reading.show_message(view._model.message(0))
    assert max(map(len, view.text.toPlainText().splitlines())) <= 1_000
    assert len(view.text.toPlainText()) < 30_000
    view.copy.click()
    assert QGuiApplication.clipboard().text() == "x" * 100_000


def test_a_worker_holds_nothing_of_qt(session, open_incident, monkeypatch):
    """A worker that lets go of a presenter last would destroy it, and its timers, on the wrong thread."""
    calls = []
    monkeypatch.setattr(session, "run", lambda call, *_answers, **_how: calls.append(call))
    history, templates = HistoryPresenter(session), TemplatesPresenter(session)
    message = history._last = session.services.record.messages()[0]
    history.load()
    history.search("x")
    history._last = message
    history.more()
    history._count()
    history.start_from(message)
    history.start_in(message, open_incident)
    templates.choose("slack_update")
    templates._text = "x"
    templates._judge()
    templates.make_own()
    templates.remove_own()
    templates.save()
    assert len(calls) == 11
    for call in calls:
        held = [cell.cell_contents for cell in call.__closure__ or ()]
        assert not [one for one in held if isinstance(one, QObject)], call.__qualname__


def test_in_a_narrow_window_list_and_message_take_turns(view, open_incident, settle, qtbot):
    view.enter("")
    settle()
    assert not view.fold.isVisible()
    assert view.table.isVisible()
    assert view.reading.isVisible()
    view.resize(560, 596)
    qtbot.waitUntil(view.fold.isVisible)
    assert view.table.isVisible()
    assert not view.reading.isVisible()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.text.hasFocus()
    assert not view.table.isVisible()
    view.fold.setCurrentIndex(0)
    assert view.table.isVisible()
    view.resize(776, 596)
    qtbot.waitUntil(lambda: view.table.isVisible() and view.reading.isVisible())
