"""What the form says of its fields: needed, wrong, forgotten; and what the question before a publish repeats of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from composer import assets
from composer.domain.channel import Channel
from composer.domain.findings import Level
from composer.domain.incident import EventKind
from composer.domain.plan import ComponentStatus
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.compose.asking import channel_words
from ui.compose.choosing import Confirm
from ui.compose.confirming import confirm
from ui.widgets.confirm import ConfirmDialog
from ui.widgets.form import FieldRow
from ui.widgets.marked import MarkedLine
from ui.widgets.reason import ReasonDialog
from ui.widgets.text import Tone


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        yield made


def told(row: FieldRow) -> str:
    """What stands under a field."""
    return row._finding.words.text() if row._finding.isVisible() else ""


def test_an_empty_field_is_marked_at_once_and_a_mistake_only_once_left_or_published(
    qtbot: QtBot, at_desk: Desk
) -> None:
    view, rows = at_desk.view, at_desk.view.body.facts.rows
    at_desk.actions["phase.2"].trigger()
    two = rows["actions_taken"], rows["next_steps"]
    assert [row.label.is_needed for row in two] == [True, True]
    assert [told(row) for row in two] == ["", ""]
    assert "Needed." in two[0].editor.input.accessibleDescription()
    assert not rows["summary"].label.is_needed
    assert at_desk.host.said[-1][:2] == ("Needed for Slack: 2 facts (F8)", "warning")
    assert view.has_problem, "F8 leads there all the same"
    assert view.buttons.publish.text() == "Publish 2 of 3 · Checkout payments failing"
    line = view.body.checks._lines[0]
    assert (line.words.text(), line.beside.text(), line.mark._tone) == (
        "Actions taken is empty.",
        "needed for Slack",
        Tone.WARNING,
    )

    two[0].focus_editor()
    QTest.keyClick(two[0].editor.input, Qt.Key.Key_Tab)
    soon(qtbot, lambda: told(two[0]) == "Actions taken is empty.")
    assert told(two[1]) == ""
    assert at_desk.host.said[-1][:2] == ("Slack blocked: 2 problems (F8)", "danger")
    at_desk.type_in(actions_taken="Rolled back.")
    assert (told(two[0]), two[0].label.is_needed) == ("", False)
    assert at_desk.host.said[-1][:2] == ("Needed for Slack: 1 fact (F8)", "warning")

    for name in ("status_identified", "executive_notification"):
        view.presenter.tick(name, False)
    at_desk.actions["incident.publish"].trigger()
    soon(qtbot, lambda: told(two[1]) == "Next steps is empty.")
    assert not view.presenter.is_publishing


def test_a_reminder_comes_while_writing_and_one_click_puts_it_away_for_this_round(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["brief_description"]
    describe(at_desk, "errors when paying, see link")
    assert told(row) == (
        "Brief description says “see link”, and there is no link. Add the address, or take the words out."
    )
    assert view.buttons.publish.text().startswith("Publish 3 "), "advice keeps nothing back"
    assert at_desk.host.said[-1][2].startswith("1 hint"), "once, though two messages print it"
    button = row._finding.button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told(row) == ""
    assert row.editor.input.hasFocus()
    describe(at_desk, "errors when paying, see link and graph attached")
    soon(qtbot, lambda: "attached" in told(row))  # other words remind anew, a moment after they were written
    draft = view.presenter.draft
    assert draft is not None
    view.presenter.flush()
    idle(qtbot, at_desk.session)
    stored = at_desk.session.services.draft_for(at_desk.incident_id)
    assert stored.facts["reminders_put_away"] == draft.facts["reminders_put_away"]
    describe(at_desk, "errors when paying, see link")
    at_desk.actions["incident.publish"].trigger()
    soon(qtbot, lambda: not view.is_composing)
    idle(qtbot, at_desk.session)
    view.presenter.compose_next()
    soon(qtbot, lambda: view.is_composing and view.presenter.round is not None)
    at_desk.actions["phase.4"].trigger()
    soon(qtbot, lambda: "see link" in told(view.body.facts.rows["brief_description"]))


def describe(at_desk: Desk, text: str) -> None:
    """Type the brief description."""
    edit = at_desk.view.body.facts.rows["brief_description"].editor.input
    assert isinstance(edit, QLineEdit)
    edit.setText(text)
    edit.textEdited.emit(text)


def ask_with(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, then: Callable[[ConfirmDialog, list[str]], None]
) -> None:
    """Have the question shown, and looked at, in place of waiting for a person."""

    def ask(_kind: object, parent: object, question: object, /, **ways: object) -> bool:
        dialog = ConfirmDialog(question, parent, **ways)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        then(dialog, [label.text() for label in dialog.findChildren(QLabel)])
        return True

    monkeypatch.setattr(ConfirmDialog, "ask", classmethod(ask))


def test_the_question_says_once_more_what_may_be_forgotten_and_that_two_audiences_are_reached(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    presenter = at_desk.view.presenter
    at_desk.fill_update()
    describe(at_desk, "errors when paying, see link")
    names = ("slack_update", "status_identified")
    seen: list[list[str]] = []
    ask_with(monkeypatch, qtbot, lambda _dialog, words: seen.append(words))
    assert presenter.round is not None
    assert confirm(at_desk.view, presenter, Confirm(presenter.round, names, True), channel_words())
    assert any("says “see link”" in words for words in seen[0])
    assert not any("public audiences" in words for words in seen[0])
    at_desk.actions["phase.5"].trigger()
    presenter.tick("customer_email", True)
    assert presenter.round is not None
    both = ("status_resolved", "customer_email")
    for name in both:
        presenter.tick(name, True)
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.tick("customer_email", True)
    for name in ("what_happened", "impact_to_you", "what_we_did", "prevention"):
        presenter.set_field(name, "Words.")
    assert confirm(at_desk.view, presenter, Confirm(presenter.round, both, True), channel_words())
    assert "2 public audiences at once: practice status page, customers by mail" in seen[1]


def test_on_resolving_the_question_proposes_operational_and_a_tick_taken_away_is_told(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    presenter = at_desk.view.presenter
    at_desk.actions["phase.5"].trigger()
    presenter.set_field("affected_service", "Payments")
    looked: list[bool] = []

    def look(dialog: ConfirmDialog, _words: list[str]) -> None:
        box = dialog.components["payments"]
        assert (box.text(), box.isChecked()) == ("Payments → Operational", True)
        box.click()
        assert presenter.draft is not None
        assert presenter.draft.components == {"payments": ComponentStatus.MAJOR_OUTAGE}
        assert at_desk.view.body.facts.components.value == presenter.draft.components
        words = [label.text() for label in dialog.findChildren(QLabel)]
        assert any("but Payments is not operational" in one for one in words), "a finding"
        assert not dialog.components["payments"].isChecked()
        dialog.components["payments"].click()
        assert presenter.draft.components == {"payments": ComponentStatus.OPERATIONAL}
        looked.append(True)

    ask_with(monkeypatch, qtbot, look)
    assert presenter.round is not None
    wanted = Confirm(presenter.round, ("status_resolved",), True)
    assert confirm(at_desk.view, presenter, wanted, channel_words())
    assert looked
    at_desk.actions["phase.2"].trigger()
    ask_with(monkeypatch, qtbot, lambda dialog, _words: looked.append(not dialog.components))
    assert confirm(
        at_desk.view, presenter, Confirm(presenter.round, ("status_identified",), True), channel_words()
    )
    assert looked == [True, True], "only at the end"


def test_a_draft_is_stored_when_a_field_or_the_window_is_left(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    presenter, row = at_desk.view.presenter, at_desk.view.body.facts.rows["summary"]
    presenter.flush()
    idle(qtbot, at_desk.session)
    presenter._keeping._save.setInterval(60_000)  # so that only leaving stores it
    row.focus_editor()
    row.editor.input.setPlainText("Typed and left.")  # type: ignore[attr-defined]
    assert presenter.holds_unstored()
    QTest.keyClick(row.editor.input, Qt.Key.Key_Tab)
    idle(qtbot, at_desk.session)
    QApplication.processEvents()
    stored = at_desk.session.services.draft_for(at_desk.incident_id)
    assert stored.values["summary"] == "Typed and left."


LEAKING = "errors when paying on db-prod-01"


def test_a_leak_stands_at_its_field_and_is_taken_out_by_a_click_or_a_key(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["brief_description"]
    edit = row.editor.input
    assert isinstance(edit, MarkedLine)
    describe(at_desk, LEAKING)
    said = "Brief description: “db-prod-01” looks like a host name, which is not for customers."
    assert told(row) == said
    assert row._finding.mend is not None
    assert row._finding.mend.accessibleDescription() == said
    assert said in edit.accessibleDescription(), "a screen reader reads it with the field"
    assert [LEAKING[slice(*one)] for one in edit.marks] == ["db-prod-01"]
    assert at_desk.host.said[-1][:2] == ("Status page blocked: 1 problem (F8)", "danger")
    page = view.body.pane._preview(Channel.STATUS_PAGE).browser
    view.body.pane.tabs.setCurrentIndex(list(view.body.pane._titles).index(Channel.STATUS_PAGE))
    assert "text-decoration: underline" in page.toHtml().partition("db-prod-01")[0][-120:]
    mend = row._finding.mend
    assert mend is not None
    assert mend.text() == "Take it out"
    QTest.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert (edit.text(), told(row), edit.marks) == ("errors when paying on", "", ())
    assert edit.hasFocus()
    edit.undo()
    assert told(row) == said, "what was taken out can be had again"
    at_desk.actions["problem.mend"].trigger()
    assert edit.text() == "errors when paying on"
    describe(at_desk, "errors from 10.0.0.17 on")
    assert mend.text() == "Put “our network” instead"
    at_desk.actions["problem.mend"].trigger()
    assert edit.text() == "errors from our network on"
    assert view.buttons.publish.text().startswith("Publish 3 ")


def test_a_leak_is_let_pass_for_a_reason_that_is_kept_and_holds_for_these_words_alone(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    view, row = at_desk.view, at_desk.view.body.facts.rows["brief_description"]
    describe(at_desk, LEAKING)
    let_pass = row._finding.let_pass
    assert let_pass is not None
    asked: list[str] = []
    answers = iter((None, "For now.", "That is what the product is called."))

    def ask(_parent: object, title: str, _button: str, **more: str) -> str | None:
        asked.append(f"{title} {more['detail']}")
        return next(answers)

    monkeypatch.setattr(ReasonDialog, "ask", ask)
    QTest.mouseClick(let_pass, Qt.MouseButton.LeftButton)
    assert "db-prod-01" in asked[0]
    assert view.buttons.publish.text().startswith("Publish 2 of 3"), "going back lets nothing pass"
    QTest.mouseClick(let_pass, Qt.MouseButton.LeftButton)
    assert view.buttons.publish.text().startswith("Publish 3 ")
    assert let_pass.text() == "Keep it back"
    at_desk.actions["problem.mend"].trigger()
    assert row.editor.input.text() == LEAKING, "what passes is no mistake"  # type: ignore[attr-defined]
    QTest.mouseClick(let_pass, Qt.MouseButton.LeftButton)
    assert view.buttons.publish.text().startswith("Publish 2 of 3")
    QTest.mouseClick(let_pass, Qt.MouseButton.LeftButton)
    row.focus_editor()
    describe(at_desk, f"{LEAKING} and web-02")
    assert "web-02" in told(row), "other words ask anew"
    describe(at_desk, LEAKING)
    view.presenter.flush()
    idle(qtbot, at_desk.session)
    view.enter(at_desk.incident_id)  # as after a restart: from what is stored
    idle(qtbot, at_desk.session)
    assert view.buttons.publish.text().startswith("Publish 3 ")
    at_desk.actions["incident.publish"].trigger()
    soon(qtbot, lambda: not view.is_composing)
    idle(qtbot, at_desk.session)
    events = at_desk.session.services.record.events(at_desk.incident_id)
    (event,) = [one for one in events if one.kind is EventKind.OVERRIDE]
    assert event.reason == "That is what the product is called."
    noticed = "Brief description: “db-prod-01” looks like a host name, which is not for customers."
    assert event.text == f"Let pass: {noticed}"
    view.presenter.compose_next()
    soon(qtbot, lambda: view.is_composing)
    idle(qtbot, at_desk.session)
    view.body.stepper.choose(4)
    row = view.body.facts.rows["brief_description"]
    describe(at_desk, LEAKING)
    row.editor.left.emit()
    assert told(row) == f"{noticed} Let pass by {event.by}, {event.at:%Y-%m-%d %H:%M} UTC: {event.reason}"
    page = next(one for one in view.presenter.round.findings if one.passes)  # type: ignore[union-attr]
    assert (page.level, page.channel) == (Level.ADVICE, Channel.STATUS_PAGE)
    assert row._finding.let_pass is not None
    assert row._finding.let_pass.text() == "Keep it back", "the permission can be taken back in the same row"
    QTest.mouseClick(row._finding.let_pass, Qt.MouseButton.LeftButton)
    assert told(row) == noticed
    assert "Status page blocked" in at_desk.host.said[-1][0]


def test_words_from_another_field_are_told_where_they_were_typed_and_an_own_credential_never_passes(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    rows = at_desk.view.body.facts.rows
    at_desk.session.services._credentials.seen.add("Tr0ub4dor-and-3")
    at_desk.view.presenter.set_field("current_actions", None)  # is filled from the actions taken
    at_desk.type_in(actions_taken="Rolled back 🙂 with Tr0ub4dor-and-3 and\ntoken=abcd1234 twice.")
    row = rows["actions_taken"]
    round_ = at_desk.view.presenter.round
    assert round_ is not None
    found = {(one.field, one.template) for one in round_.findings if one.mark or one.instead is not None}
    assert found == {("actions_taken", "slack_update"), ("actions_taken", "executive_notification")}
    assert "Actions taken holds what looks like" in told(row)
    assert told(rows["current_actions"]) == ""
    edit = row.editor.input
    assert isinstance(edit, QPlainTextEdit)
    marked = [one.cursor.selectedText() for one in edit.extraSelections()]
    assert marked == ["Tr0ub4dor-and-3", "abcd1234"]
    line = row._finding
    assert line.let_pass is None, "no reason lets a credential of this program pass"
    row.take_out()
    assert edit.toPlainText() == "Rolled back 🙂 with and\ntoken=abcd1234 twice."
    assert line.let_pass is not None
    assert not line.let_pass.isHidden()


def test_what_a_template_says_by_itself_is_let_pass_at_its_message(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    home, incident_id = home_with_incident(tmp_path)
    shipped = assets.read_text("templates", "status_page", "status_identified.j2")
    own = home.templates / "status_page" / "status_identified.j2"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text(f"{shipped.rstrip()} See https://wiki.corp.example:8443/x.\n", encoding="utf-8")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_asked, **_more: "It is open to all.")
    with desk(qtbot, home, incident_id) as made:
        made.fill_update()
        publish = made.view.buttons.publish
        assert publish.text().startswith("Publish 2 of 3")
        menu = made.view.body.cards.cards["status_identified"].more.menu()
        menu.aboutToShow.emit()
        (action,) = [one for one in menu.actions() if one.text().startswith("Let it pass: The template")]
        action.trigger()
        assert publish.text().startswith("Publish 3 ")
        menu.aboutToShow.emit()
        assert any(one.text().startswith("Keep it back: ") for one in menu.actions())


def test_a_long_line_that_scrolls_while_only_its_caret_is_painted_is_painted_whole(qtbot: QtBot) -> None:
    line = MarkedLine()
    qtbot.addWidget(line)
    words = "errors on pay-7f9c8d6b5-x2x4z and db01.prod.internal at 10.0.3.17"
    line.resize(round(0.92 * line.fontMetrics().horizontalAdvance(words[:10] + words[29:])), 30)
    line.show()
    line.setFocus()
    line.setText(words)
    line.end(False)
    QApplication.processEvents()
    line.replace_words(
        (10, 29), ""
    )  # the caret stands at the left edge now, and Qt scrolls back at the next paint
    QApplication.processEvents()
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return False

    watch = Watch()
    line.installEventFilter(watch)
    line.update(line.cursorRect())
    qtbot.waitUntil(lambda: line.rect() in painted, timeout=5_000)
    assert painted[0] != line.rect()
    painted.clear()
    line.update(line.cursorRect())
    QApplication.processEvents()
    assert len(painted) == 1, "once it stands, a caret costs no more than itself"
