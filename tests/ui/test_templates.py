"""Every template is shown, checked and tried; one's own copy is changed under live checks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.accessibility import nameless, unreachable
from ui.templates.presenter import TemplatesPresenter
from ui.templates.view import TemplatesView


@pytest.fixture
def view(session, actions, host, show, qtbot, settle):
    made = TemplatesView(TemplatesPresenter(session), actions, host)
    qtbot.addWidget(made.footer_buttons)
    show(made)
    return made


def choose(view, name, settle):
    row = next(row for row in range(view.list.count()) if view.list.item(row).toolTip() == name)
    view.list.setCurrentRow(row)
    settle()


def test_all_are_listed_and_read_on_the_open_incident(view, open_incident, settle):
    view.enter("status_investigating")
    settle()
    assert view.list.count() == 17
    assert view.title.text() == "Status investigating"  # in words; the name of the file stands below
    assert view.head.text().startswith("status_investigating · ")
    assert "required: Brief description, Customer impact" in view.head.text()
    assert "phases: Investigating" in view.head.text()
    assert "channel status page" in view.head.text()
    assert "errors when paying" in view.preview.toPlainText()
    assert view.on.text() == "On: Checkout payments failing"
    assert view.checks.text() == "✓ Checked, no problem"
    assert view.editor.isReadOnly()
    assert "brief_description" in view.editor.toPlainText()


def test_without_an_incident_examples_stand_in(view, settle):
    view.enter(None)
    settle()
    for row in range(view.list.count()):
        view.list.setCurrentRow(row)
        settle()
        assert view.checks.text() == "✓ Checked, no problem", view.title.text()
        assert view.preview.toPlainText() or view.title.text() == "Post-mortem"


def test_an_own_copy_is_changed_and_in_force(view, session, settle, qtbot, home, host):
    view.enter("slack_update")
    settle()
    view.copy.click()
    settle()
    file = home.templates / "slack" / "slack_update.j2"
    assert file.is_file()
    assert not view.editor.isReadOnly()
    assert view.save.isVisibleTo(view.footer_buttons)
    assert not view.save.isEnabled()
    view.editor.setPlainText(view.editor.toPlainText() + "\nGreetings, Kim")
    qtbot.waitUntil(lambda: "Greetings, Kim" in view.preview.toPlainText(), timeout=10_000)
    assert view.save.isEnabled()
    view.save.click()
    settle()
    assert "Greetings, Kim" in file.read_text(encoding="utf-8")
    assert "Greetings, Kim" in session.services.library.templates["slack_update"].body
    assert host.said[-1][0] == "Saved, and in force"
    assert not view.save.isEnabled()
    assert "your own" in view.list.currentItem().text()


def test_a_mistake_is_told_beside_the_text_and_not_saved(view, settle, qtbot, home):
    view.enter("slack_update")
    settle()
    view.copy.click()
    settle()
    before = (home.templates / "slack" / "slack_update.j2").read_bytes()
    view.editor.setPlainText(view.editor.toPlainText().replace("{{ summary }}", "{{ sumary }}"))
    qtbot.waitUntil(lambda: view.checks.text().startswith("✕"), timeout=10_000)
    assert "sumary" in view.checks.text()
    assert not view.save.isEnabled()
    assert (home.templates / "slack" / "slack_update.j2").read_bytes() == before


def test_what_was_typed_stays_while_others_are_read(view, settle):
    view.enter("slack_update")
    settle()
    view.copy.click()
    settle()
    view.editor.setPlainText(view.editor.toPlainText() + " typed")
    choose(view, "status_update", settle)
    assert "typed" not in view.editor.toPlainText()
    choose(view, "slack_update", settle)
    assert view.editor.toPlainText().endswith(" typed")


def test_a_broken_own_template_is_listed_as_such(home, sessions, actions, host, show, qtbot):
    (home.templates / "mine.j2").write_text("nothing", encoding="utf-8")
    session = sessions()
    view = TemplatesView(TemplatesPresenter(session), actions, host)
    qtbot.addWidget(view.footer_buttons)
    show(view)
    view.enter("mine")
    qtbot.waitUntil(lambda: view.checks.text().startswith("✕"), timeout=10_000)
    assert "has a problem" in view.list.currentItem().text()
    assert view.editor.toPlainText() == "nothing"


def test_every_control_has_a_name(view, settle):
    view.enter(None)
    settle()
    assert nameless(view) == []
    assert nameless(view.footer_buttons) == []
    assert unreachable(view) == []


def test_changes_to_the_shipped_one_are_seen_and_the_copy_can_go(
    view, session, settle, qtbot, home, host, monkeypatch
):
    view.enter("slack_update")
    settle()
    assert not view.changes.isVisible()
    assert not view.remove.isVisibleTo(view.footer_buttons)
    view.copy.click()
    settle()
    assert view.changes.count.text() == "None: it says the same."
    view.editor.setPlainText(view.editor.toPlainText().rstrip() + "\nGreetings, Kim\n")
    qtbot.waitUntil(lambda: "+ Greetings, Kim" in view.changes.edit.toPlainText(), timeout=10_000)
    assert view.changes.count.text() == "Lines: 1 added, 0 taken away"
    assert len(view.changes.edit.extraSelections()) == 1
    view.save.click()
    settle()
    monkeypatch.setattr(view, "may_remove", lambda: False)
    view.remove.click()
    settle()
    file = home.templates / "slack" / "slack_update.j2"
    assert file.is_file()
    monkeypatch.setattr(view, "may_remove", lambda: True)
    view.remove.click()
    settle()
    assert not file.exists()
    assert "Greetings, Kim" in (home.templates / "slack" / "slack_update.j2.removed").read_text(
        encoding="utf-8"
    )
    assert "Greetings" not in session.services.library.templates["slack_update"].body
    assert "Greetings" not in view.editor.toPlainText()
    assert view.copy.isVisibleTo(view.footer_buttons)
    assert host.said[-1][0] == "Your copy no longer counts"
    view.copy.click()
    settle()
    view.remove.click()
    settle()
    assert (home.templates / "slack" / "slack_update.j2.removed2").is_file()  # what was kept stays


def test_the_question_before_a_copy_goes_keeps_it_by_default(view, settle, qtbot):
    view.enter("slack_update")
    settle()
    view.copy.click()
    settle()
    seen = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        qtbot.keyClick(box, Qt.Key.Key_Return)

    QTimer.singleShot(200, answer)
    assert not view.may_remove()
    assert "The shipped template counts again" in seen[0]
