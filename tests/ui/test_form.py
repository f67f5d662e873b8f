"""The editors of fields: what they tell, what they show, and that nothing in them is nameless."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton

from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType
from composer.domain.plan import ComponentStatus
from tests.domain.shipped import plan as shipped_plan
from tests.ui.accessibility import nameless
from ui import workarounds
from ui.widgets.components import ComponentsPicker
from ui.widgets.editors import typed_time
from ui.widgets.form import FieldRow, give_mnemonics

workarounds.keep_singletons_alive()

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # what the offscreen platform says of any window


def field(kind: FieldType, **more) -> Field:
    return Field("brief_note", "Brief note", kind, Audience.INTERNAL, help="What happens.", **more)


@pytest.fixture
def row_of(qtbot):
    def make(one: Field, channels=("Slack",)) -> tuple[FieldRow, list]:
        row, told = FieldRow(one, channels), []
        row.edited.connect(lambda name, value: told.append((name, value)))
        qtbot.addWidget(row)
        row.show()
        return row, told

    return make


@pytest.mark.parametrize("kind", list(FieldType))
def test_label_is_buddy_and_name(row_of, kind):
    row, _ = row_of(field(kind))
    assert row.label.buddy() is row.editor.input
    interface = QAccessible.queryAccessibleInterface(row.editor.input)
    assert interface.text(QAccessible.Text.Name) == "Brief note"
    assert row.editor.input.objectName().startswith("briefNote")
    assert row.editor.frame.minimumHeight() >= 32
    assert nameless(row) == []


def test_advice_comes_a_moment_after_the_last_key_and_what_blocks_at_once(row_of, qtbot):
    row, _ = row_of(field(FieldType.LINE))
    row.activateWindow()
    row.focus_editor()
    qtbot.waitUntil(row.editor.input.hasFocus)
    assert row._moment.interval() == 400
    row._moment.setInterval(60_000)
    row.set_finding("It blocks.", True)
    assert row._finding.isVisible()
    row.set_finding("A hint.", False)
    assert not row._finding.isVisible()
    row._moment.timeout.emit()
    assert row._finding.isVisible()
    row.set_finding("A hint.", False)  # the next key: it does not flicker
    assert row._finding.isVisible()
    row.set_finding("Another hint.", False)
    assert not row._finding.isVisible()
    row.editor.left.emit()
    assert row._finding.words.text() == "Another hint."
    row.set_finding("One more.", False)
    row.set_finding(None)
    row._moment.timeout.emit()
    assert not row._finding.isVisible(), "mended before it was told"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.LINE, "a line"),
        (FieldType.TEXT, "two\nlines"),
        (FieldType.CHOICE, "Alert"),
        (FieldType.CHOICE, "something else"),
        (FieldType.TIME, "2026-11-23T14:55:00Z"),
        (FieldType.TIME_OR_TEXT, "about 30 minutes"),
        (FieldType.DURATION, 2),
        (FieldType.AMOUNT, "~500 users"),
        (FieldType.YES_NO, "being assessed"),
        (FieldType.YES_NO, {"yes": "some rows"}),
        (FieldType.PERSON, "@eng-lead"),
        (FieldType.LIST, ("one", "two")),
        (FieldType.COMPONENTS, "Payments"),
    ],
)
def test_set_value_shows_and_tells_nothing(row_of, kind, value):
    row, told = row_of(field(kind, choices=("Alert", "Internal") if kind is FieldType.CHOICE else ()))
    row.set_value(value)
    row.set_value(value)
    assert told == []
    assert not row.editor.is_empty() or kind is FieldType.YES_NO
    row.set_value(None)
    assert told == []


def test_typing_tells_the_value(row_of, qtbot):
    row, told = row_of(field(FieldType.LINE))
    qtbot.keyClicks(row.editor.input, "ab")
    assert told == [("brief_note", "a"), ("brief_note", "ab")]
    qtbot.keyClick(row.editor.input, Qt.Key.Key_Backspace)
    qtbot.keyClick(row.editor.input, Qt.Key.Key_Backspace)
    assert told[-1] == ("brief_note", None)


def test_yes_asks_for_its_detail(row_of, qtbot):
    row, told = row_of(field(FieldType.YES_NO))
    assert row.editor.combo.currentIndex() == -1  # nothing is preselected
    row.editor.combo.setCurrentIndex(1)
    qtbot.keyClicks(row.editor.detail, "rows")
    assert told[-1] == ("brief_note", {"yes": "rows"})
    row.editor.combo.setCurrentIndex(0)
    assert told[-1] == ("brief_note", "no")
    assert not row.editor.detail.isVisible()


def test_number_and_list(row_of, qtbot):
    row, told = row_of(field(FieldType.DURATION))
    qtbot.keyClicks(row.editor.input, "1.5")
    assert told[-1] == ("brief_note", 1.5)
    row, told = row_of(field(FieldType.LIST))
    row.editor.input.setPlainText("one\n\ntwo\n")
    assert told[-1] == ("brief_note", ("one", "two"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14:55", "2026-11-23T14:55:00Z"),
        ("14:55 UTC", "2026-11-23T14:55:00Z"),
        ("in 20 min", "2026-11-23T14:22:00Z"),
        ("in 60 minutes", "2026-11-23T15:02:00Z"),
        ("+2 h", "2026-11-23T16:02:00Z"),
        ("01:30", "2026-11-24T01:30:00Z"),
        ("2026-11-25 09:00", "2026-11-25T09:00:00Z"),
        ("2026-11-23T14:55:00+01:00", "2026-11-23T13:55:00Z"),
        ("now", "2026-11-23T14:02:00Z"),
        ("10 min ago", "2026-11-23T13:52:00Z"),
        ("2 hours ago", "2026-11-23T12:02:00Z"),
        ("tomorrow 10:00", "2026-11-24T10:00:00Z"),
        ("24 Nov 10:00", "2026-11-24T10:00:00Z"),
        ("Nov 24, 10:00 UTC", "2026-11-24T10:00:00Z"),
        ("24th November 2026 at 9:05", "2026-11-24T09:05:00Z"),
        ("24.11. 10:00", "2026-11-24T10:00:00Z"),
        ("Dienstag um 10:00 Uhr", "2026-11-24T10:00:00Z"),
        ("Monday 10:00", "2026-11-30T10:00:00Z"),
        ("Mon 16:00", "2026-11-23T16:00:00Z"),
        ("3 Jan 09:00", "2027-01-03T09:00:00Z"),
        ("tomorrow", None),
        ("24 Nov", None),
        ("31 Feb 10:00", None),
        ("24 Nov 25:00", None),
        ("Room 12:30", None),
        ("tomorrow 10:00 CET", None),
        ("x" * 70_000 + " 10:00", None),
        ("25:00", None),
        ("about 30 minutes", None),
        ("", None),
    ],
)
def test_typed_time(text, meant):
    assert typed_time(text, datetime(2026, 11, 23, 14, 2, 31, tzinfo=UTC)) == meant


def test_time_is_told_as_iso_and_settles(row_of, qtbot):
    row, told = row_of(field(FieldType.TIME_OR_TEXT))
    row.editor.combo.setCurrentText("in 30 minutes")
    assert str(told[-1][1]).endswith("Z")
    row.editor.left.emit()
    assert row.editor.combo.currentText().endswith("UTC")


def test_a_day_typed_in_words_is_shown_as_it_was_understood_and_other_words_stay(row_of):
    row, told = row_of(field(FieldType.TIME_OR_TEXT))
    row.editor.combo.setCurrentText("tomorrow 10:00")
    row.editor.left.emit()
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
    assert row.editor.combo.currentText() == f"{tomorrow} 10:00 UTC"
    assert told[-1][1] == f"{tomorrow}T10:00:00Z"
    row.editor.combo.setCurrentText("once all are back")
    row.editor.left.emit()
    assert (row.editor.combo.currentText(), told[-1][1]) == ("once all are back", "once all are back")


def test_finding_is_words_and_shape(row_of):
    row, _ = row_of(field(FieldType.TEXT))
    row.set_finding("Brief note is empty.", True)
    assert row._finding.isVisible()
    assert row._finding.words.text() == "Brief note is empty."
    assert "Brief note is empty." in row.editor.input.accessibleDescription()
    row.set_finding(None)
    assert not row._finding.isVisible()
    assert row.editor.input.accessibleDescription() == "What happens."


def test_text_grows_and_a_huge_paste_is_cut(row_of):
    row, _ = row_of(field(FieldType.TEXT, maximum=600))
    low = row.editor.input.height()
    row.set_value("a\nb\nc\nd\ne")
    assert row.editor.input.height() > low
    data = QMimeData()
    data.setText("x" * 5_000_000)
    row.editor.input.insertFromMimeData(data)
    assert len(row.editor.input.toPlainText()) <= 600 + 1_000
    assert row.editor.cut.isVisible()
    assert row.editor.cut.text().startswith("Only the first 1,600 characters are kept here")
    row.editor.input.setPlainText("shorter")
    assert not row.editor.cut.isVisible()


def test_a_line_says_too_that_a_paste_was_cut(row_of, qtbot):
    row, _ = row_of(field(FieldType.LINE, maximum=60))
    QGuiApplication.clipboard().setText("y" * 5_000)
    row.editor.input.paste()
    assert len(row.editor.input.text()) == row.editor.input.maxLength()
    assert row.editor.cut.isVisible()
    assert "left out" in row.editor.cut.text()
    row.editor.input.clear()
    qtbot.keyClicks(row.editor.input, "z")
    assert not row.editor.cut.isVisible()


def test_hostile_text_stays_text(row_of):
    row, _ = row_of(field(FieldType.LINE))
    row.set_finding("<b>x</b><img src=file:///etc/passwd>", True)
    assert row._finding.words.textFormat() is Qt.TextFormat.PlainText


def test_mnemonics_differ(row_of):
    rows = [
        row_of(Field(name, name.capitalize(), FieldType.LINE, Audience.INTERNAL))[0]
        for name in ("impact", "import", "imp")
    ]
    give_mnemonics(rows)
    letters = [row.label.text()[row.label.text().index("&") + 1].casefold() for row in rows]
    assert len(set(letters)) == 3
    assert QAccessible.queryAccessibleInterface(rows[0].editor.input).text(QAccessible.Text.Name) == "Impact"


def test_the_menus_of_components_are_filled_when_they_open(qtbot) -> None:
    picker = ComponentsPicker(shipped_plan())
    told: list[object] = []
    picker.changed.connect(told.append)
    qtbot.addWidget(picker)
    picker.show()
    first = shipped_plan().components[0]

    def opened(button: QPushButton) -> list[QAction]:
        menu = button.menu()
        menu.aboutToShow.emit()
        menu.aboutToShow.emit()  # opened again, it offers no more than before
        return [one for one in menu.actions() if not one.isSeparator()]

    opened(picker.add_button)[0].trigger()
    assert told == [{first.key: ComponentStatus.MAJOR_OUTAGE}]
    (chip,) = [one for one in picker.findChildren(QPushButton) if one is not picker.add_button]
    states = opened(chip)
    assert [one.text().replace("&", "") for one in states if one.isChecked()] == [
        picker.status_words(ComponentStatus.MAJOR_OUTAGE)
    ]
    assert len(states) == len(ComponentStatus) + 1
    degraded = picker.status_words(ComponentStatus.DEGRADED_PERFORMANCE)
    next(one for one in states if one.text().replace("&", "") == degraded).trigger()
    assert told[-1] == {first.key: ComponentStatus.DEGRADED_PERFORMANCE}
    assert [one.isChecked() for one in opened(chip)].count(True) == 1
    assert all(first.name not in one.text().replace("&", "") for one in opened(picker.add_button))
    opened(chip)[-1].trigger()
    assert told[-1] == {}
