"""The post-mortem is shown as filled from the record, and saved as a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QLabel

from tests.ui.accessibility import nameless, unreachable
from ui.postmortem.document import PostmortemDocument
from ui.postmortem.presenter import PostmortemPresenter
from ui.postmortem.view import PostmortemView
from ui.widgets.long_text import portions
from ui.widgets.quiet_browser import QuietBrowser
from ui.widgets.surfaces import Card


@pytest.fixture
def view(session, actions, host, show, qtbot):
    made = PostmortemView(PostmortemPresenter(session), actions, host)
    qtbot.addWidget(made.footer_buttons)
    return show(made)


def test_the_document_and_its_deadlines(view, resolved_incident, settle):
    view.enter(resolved_incident)
    settle()
    assert view.title.text() == "Post-mortem: Checkout payments failing"
    assert view.state.text() == "Draft, from the record"
    assert "A deploy" in view.document.toPlainText()
    names = [card.accessibleName() for card in view.strip.findChildren(Card) if card.isVisible()]
    assert len(names) == 7
    assert any("Hold post-mortem meeting" in name and "UTC" in name for name in names)
    cards = [[text.text() for text in card.findChildren(QLabel)] for card in view.strip.findChildren(Card)]
    assert ["✓ Created", "at once"] in cards  # it is on the screen
    assert ["Root cause", "due in 47 h"] in cards


def test_the_messages_of_a_resolved_incident_are_one_press_away(view, resolved_incident, settle, host):
    view.enter("")
    settle()
    assert view.messages.isVisible()
    view.messages.click()
    assert host.went == [("compose", resolved_incident)]


def test_the_document_reads_as_a_page(view, resolved_incident, settle):
    """Headings belong to what follows them, and tables have lines, no boxes."""
    view.enter(resolved_incident)
    settle()
    document = view.document.document()
    sizes, margins = {}, {}
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        sizes[level] = (
            QTextCursor(block).charFormat().font().pointSizeF() if level else view.font().pointSizeF()
        )
        if level == 2 and block.blockNumber() > 2:
            margins[level] = (block.blockFormat().topMargin(), block.blockFormat().bottomMargin())
        block = block.next()
    assert sizes[1] > sizes[2] > sizes[0]
    assert margins[2][0] > 2 * margins[2][1]
    tables = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    assert tables
    assert all(table.format().border() == 0 for table in tables)
    assert not view.document.horizontalScrollBar().isVisible()


def test_without_an_id_the_one_resolved_last(view, resolved_incident, settle):
    view.enter(None)
    settle()
    assert "Checkout payments failing" in view.title.text()


def test_none_is_resolved_yet(view, settle):
    view.enter(None)
    settle()
    assert "as soon as an incident is resolved" in view.document.toPlainText()
    assert not view.save.isEnabled()
    view.save.click()


def test_save_and_export(view, resolved_incident, settle, tmp_path, host, monkeypatch):
    view.enter(resolved_incident)
    settle()
    target = tmp_path / "own.md"
    monkeypatch.setattr(view, "choose_file", lambda proposed: str(target))
    monkeypatch.setattr(view, "choose_folder", lambda: str(tmp_path / "out"))
    view.save.click()
    settle()
    assert target.read_text(encoding="utf-8").startswith("# Post-Mortem: Checkout payments failing")
    assert host.said[-1][0] == "Saved own.md"
    view.export.click()
    settle()
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        f"{resolved_incident}-postmortem.md",
        f"{resolved_incident}.json",
        f"{resolved_incident}.md",
    ]
    view.copy.click()
    assert QGuiApplication.clipboard().text() == target.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_told(
    view, resolved_incident, settle, tmp_path, monkeypatch, told
):
    view.enter(resolved_incident)
    settle()
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(view, "choose_file", lambda proposed: str(tmp_path / "file" / "own.md"))
    view.save.click()
    settle()
    assert "could not be written" in told[-1][0]
    monkeypatch.setattr(view, "choose_file", lambda proposed: "")
    view.save.click()
    settle()
    assert len(told) == 1


def test_hostile_text_stays_text_and_loads_nothing(qtbot):
    browser = QuietBrowser()
    qtbot.addWidget(browser)
    browser.show_markdown("<b>x</b> <script>y</script> ![p](file:///etc/passwd) [l](http://example.com)")
    assert "<script>y</script>" in browser.toPlainText()
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in (Path(__file__).as_uri(), "data:text/plain,hello", "qrc:/x", "http://127.0.0.1:9/x.png"):
        assert bytes(browser.document().resource(kind, QUrl(address))) == b" "
    assert not browser.openLinks()


def test_every_control_has_a_name(view, resolved_incident, settle):
    view.enter(resolved_incident)
    settle()
    assert nameless(view) == []
    assert nameless(view.footer_buttons) == []
    assert unreachable(view) == []


def test_sections_say_what_is_missing_by_when_and_lead_there(view, resolved_incident, settle):
    view.enter(resolved_incident)
    settle()
    rows = [view.sections.item(row).text() for row in range(view.sections.count())]
    assert rows[0] == "Metadata\n✓ filled from the record"
    assert any(row.startswith("Impact\n") and "to fill in · due in 23 h" in row for row in rows)
    assert any(row.startswith("Root Cause Analysis\n") and "due in 47 h" in row for row in rows)
    assert view.document.verticalScrollBar().value() == 0
    view.sections.setCurrentRow(len(rows) // 2)
    assert view.document.verticalScrollBar().value() > 0
    view.enter("")
    settle()


def test_the_folder_can_be_opened_once_something_lies_there(
    view, resolved_incident, settle, tmp_path, monkeypatch
):
    view.enter(resolved_incident)
    settle()
    assert not view.open_folder.isVisibleTo(view.footer_buttons)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(view, "choose_file", lambda proposed: str(tmp_path / "own.md"))
    view.save.click()
    settle()
    assert view.open_folder.isVisibleTo(view.footer_buttons)
    view.open_folder.click()
    assert opened == [str(tmp_path)]


def test_a_long_document_comes_in_portions_and_nothing_is_lost(qtbot) -> None:
    rows = [f"| 10:{minute % 60:02d} | note {minute} |" for minute in range(120)]
    code = ["```", *(f"# line {number}" for number in range(60)), "```"]
    parts = [
        "# Post",
        "",
        "## Timeline",
        "",
        "| Time | Event |",
        "|---|---|",
        *rows,
        "",
        *code,
        "",
        "## Cause",
        "",
        "It broke.",
    ]
    text = "\n".join(parts)
    pieces = portions(text)
    assert len(pieces) > 3
    assert all(len(piece.split("\n")) < 110 for piece in pieces)
    assert all(piece.count("```") in (0, 2) for piece in pieces)  # code stays in one piece
    head = "| Time | Event |\n|---|---|\n"
    assert "\n".join([pieces[0], *(piece.removeprefix(head) for piece in pieces[1:])]) == text
    browser = QuietBrowser()
    qtbot.addWidget(browser)
    browser.show_markdown(text)
    assert "note 119" not in browser.toPlainText()  # the window had its turn before
    qtbot.waitUntil(lambda: "It broke." in browser.toPlainText(), timeout=5_000)
    shown = browser.toPlainText().split("\n")
    assert [line for line in shown if line.startswith("note ")] == [f"note {number}" for number in range(120)]
    browser.show_markdown("# Another")
    qtbot.wait(20)
    assert browser.toPlainText().strip() == "Another"


def test_an_incident_whose_severity_the_plan_lost(view, session, resolved_incident, settle):
    """The plan may be another one since it was resolved; what was written down is there to be read."""
    with closing(sqlite3.connect(session.services.record.path)) as record:
        record.execute("UPDATE incidents SET severity = 'S1', peak_severity = 'S1', phase = 'over'")
        record.commit()
    view.enter(resolved_incident)
    settle()
    assert view.title.text() == "Post-mortem: Checkout payments failing"
    assert "S1" in view.document.toPlainText()


def test_a_table_is_dressed_in_one_change(qtbot) -> None:
    """Each change lays the whole document out: a change for each cell held the window up for 45 ms."""
    document = PostmortemDocument()
    qtbot.addWidget(document)
    changes: list[None] = []
    document.document().contentsChanged.connect(lambda: changes.append(None))
    rows = "".join(f"| {row} | what happened | who |\n" for row in range(20))
    document.show_markdown(f"# Timeline\n\n| at | what | who |\n|---|---|---|\n{rows}")
    assert "19" in document.toPlainText()
    assert len(changes) < 10
