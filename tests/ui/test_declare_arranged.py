"""How the declaring screen and the first screen use their room: what stands beside what, what folds, and how the words stand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType
from composer.paths import Mode
from composer.planning.plan_file import load_plan
from tests.ui.test_declare import fill, in_dialog, new_stage
from ui import workarounds
from ui.declare.severities import SeverityCard
from ui.welcome.view import WelcomeView
from ui.widgets.choice_editors import ChoiceEditor
from ui.widgets.columns import Columns
from ui.widgets.combo import Combo
from ui.widgets.form import FieldRow
from ui.widgets.surfaces import Card
from ui.widgets.text import Text
from ui.widgets.text_editors import GrowingEdit

workarounds.keep_singletons_alive()

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # what the offscreen platform says of any window


NORDLICHT = Path(__file__).resolve().parents[1] / "plans" / "nordlicht" / "plan.toml"


def field(kind: FieldType) -> Field:
    return Field("brief_note", "Brief note", kind, Audience.INTERNAL, help="What happens.")


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel)).replace("\u00a0", " ")


def set_text_size(widget: QWidget, scale: float) -> None:
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    widget.setFont(font)


@pytest.fixture
def east_of_utc(monkeypatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Etc/GMT-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_large_text_lets_form_and_previews_take_turns(qtbot, session):
    stage = new_stage(qtbot, session)
    body = stage.view.body
    assert body.fold.isHidden()
    assert body.outcome.isVisible()
    set_text_size(body, 2)
    stage.resize(1_030, 700)
    fill(stage)
    assert body.fold.isVisible()
    qtbot.waitUntil(lambda: body.area.width() == body.width())
    assert not body.outcome.isVisible()
    body.fold.setCurrentIndex(1)
    assert body.outcome.isVisible()
    assert not body.area.isVisible()
    # Beside each other: there is width enough now, and little height.
    qtbot.waitUntil(lambda: stage.view.outgoing.mapTo(body, QPoint(0, 0)).x() > body.width() // 3)
    # What is missing is in the form, and comes into sight.
    in_sight = stage.view.facts.rows["users_affected"]
    stage.actions_by_id["problem.next"].trigger()
    assert body.area.isVisible()
    assert in_sight.isVisible()


def test_previews_have_the_height_that_they_need_and_the_list_stays_where_it_is(qtbot, session):
    stage = new_stage(qtbot, session)
    stage.resize(1_280, 1_000)
    fill(stage)
    view = stage.view
    browser = view.previews.tabs.currentWidget().findChild(QWidget, "slackPreview")
    qtbot.waitUntil(lambda: view.previews.minimumHeight() == view.previews.maximumHeight())
    qtbot.waitUntil(lambda: browser.verticalScrollBar().maximum() == 0)

    def below_the_text() -> int:
        bottom = browser.mapTo(view, QPoint(0, int(browser.document().size().height()))).y()
        return view.outgoing.title.mapTo(view, QPoint(0, 0)).y() - bottom

    qtbot.waitUntil(lambda: 0 <= below_the_text() < 60)
    list_top = view.outgoing.title.mapTo(view, QPoint(0, 0)).y()
    stage.presenter.set_value("impact", "long words " * 30)
    qtbot.waitUntil(lambda: view.outgoing.title.mapTo(view, QPoint(0, 0)).y() > list_top)
    qtbot.wait(50)
    lower = view.outgoing.title.mapTo(view, QPoint(0, 0)).y()
    stage.presenter.set_value("impact", "x")
    qtbot.wait(50)
    assert view.outgoing.title.mapTo(view, QPoint(0, 0)).y() == lower


def test_what_is_filled_in_already_stands_below_what_is_asked(qtbot, session):
    stage = new_stage(qtbot, session)
    fill(stage)
    qtbot.wait(20)
    rows = stage.view.facts.rows
    places = [
        rows[name].mapTo(stage.view.facts, QPoint(0, 0)).y()
        for name in ("technical_lead", "symptom", "data_impact", "impact_started_at")
    ]
    assert places == sorted(set(places))


def test_a_severity_is_told_in_few_words_and_whole_once_chosen(qtbot, session):
    stage = new_stage(qtbot, session)
    fill(stage)
    worst = stage.view.severities.cards[0]
    assert "15 min · 1 h · All engineering + CTO" in words(worst)
    assert worst.severity.impact not in words(worst)
    assert worst.severity.impact in stage.view.severities.details.text()
    assert "Roll back: Yes" in stage.view.severities.details.text()


def test_the_card_with_the_focus_shows_its_examples_until_one_is_chosen(qtbot, session):
    stage = new_stage(qtbot, session)
    cards, details = stage.view.severities.cards, stage.view.severities.details
    cards[1].setFocus()
    assert details.text().startswith(f"P1, for example: {cards[1].severity.examples[0]}")
    stage.presenter.choose_severity("P0")
    cards[2].setFocus()
    assert details.text().startswith("P0: ")


def test_a_plan_without_few_words_says_all_of_them(qtbot):
    severity = load_plan(NORDLICHT).severities[0]
    card = SeverityCard(severity, 0)
    qtbot.addWidget(card)
    assert severity.brief is None
    assert severity.impact in words(card)


def test_nothing_is_called_declared_before_it_is(qtbot, session):
    stage = new_stage(qtbot, session)
    fill(stage)
    row = stage.view.outgoing.rows["executive_notification"]
    assert "Only at P0" in words(row)
    assert "declared" not in words(row)


def test_live_with_nothing_connected_no_hold_is_promised(qtbot, sessions):
    stage = new_stage(qtbot, sessions(Mode.LIVE))
    fill(stage)
    seen = []

    def look(dialog):
        seen.append((words(dialog), dialog.go.text().replace("&", "")))
        dialog.back.click()

    in_dialog(look)
    stage.view.declare.click()
    assert "Held for" not in seen[0][0]
    assert "Nothing leaves by itself: you paste each text and mark it as sent." in seen[0][0]
    assert seen[0][1] == "Publish 2 by hand"


def test_the_last_has_the_rest_of_its_row(qtbot):
    columns = Columns(most=2)
    qtbot.addWidget(columns)
    three = [QWidget() for _ in range(3)]
    columns.set_widgets(three)
    columns.resize(800, 200)
    columns.show()
    qtbot.waitUntil(lambda: three[2].width() == columns.width())
    assert three[0].width() < columns.width() / 2


def test_fields_in_one_row_are_equally_high_and_begin_level(qtbot):
    rows = [FieldRow(field(kind)) for kind in (FieldType.LINE, FieldType.TEXT, FieldType.PERSON)]
    columns = Columns(most=3, letters=20)
    qtbot.addWidget(columns)
    columns.set_widgets(rows)
    columns.resize(900, 120)
    columns.show()
    qtbot.waitUntil(lambda: rows[1].editor.frame.height() > 0)
    frames = [row.editor.frame for row in rows]
    assert len({frame.height() for frame in frames}) == 1
    assert len({frame.mapTo(columns, QPoint(0, 0)).y() for frame in frames}) == 1


def test_an_example_stays_in_one_line(qtbot):
    row = FieldRow(field(FieldType.TEXT))
    qtbot.addWidget(row)
    row.resize(200, 80)
    row.show()
    edit = row.editor.input
    assert isinstance(edit, GrowingEdit)
    row.set_prefilled("many words that do not stand in one line of so narrow a field")
    assert edit.placeholderText().endswith("…")
    assert edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= edit.viewport().width()
    row.resize(900, 80)
    qtbot.waitUntil(lambda: edit.placeholderText().endswith("a field"))
    example = "an example that is longer than a narrow input has room for, and is shown whole in a wide one"
    wide = FieldRow(replace(field(FieldType.TEXT), example=example))
    qtbot.addWidget(wide)
    wide.resize(900, 80)
    wide.show()
    shown = wide.editor.input
    assert isinstance(shown, GrowingEdit)
    assert shown.placeholderText() == f"for example {example}"


def test_the_line_of_a_choice_stays_in_its_place(qtbot):
    combo = Combo()
    qtbot.addWidget(combo)
    combo.setEditable(True)
    combo.addItems(["one", "two"])
    combo.resize(200, 32)
    combo.show()
    line = combo.lineEdit()
    assert line is not None
    place = line.geometry()
    combo.setCurrentIndex(1)
    assert line.geometry() == place


@pytest.mark.usefixtures("east_of_utc")
def test_a_time_that_stands_in_utc_is_told_in_local_time_only(qtbot):
    row = FieldRow(field(FieldType.TIME))
    qtbot.addWidget(row)
    row.show()
    editor = row.editor
    assert isinstance(editor, ChoiceEditor)
    editor.combo.setCurrentText("13:52")
    assert "UTC (14:52 here)" in words(row)
    editor.left.emit()
    assert editor.combo.currentText().endswith(
        "13:52 UTC"
    )  # with its date before 13:52, when it was yesterday
    assert "UTC" not in words(row)
    assert "14:52 here" in words(row)


def test_lines_of_a_text_stand_apart_and_are_painted_in_their_places(qtbot):
    text = Text("wwwwww wwwwww wwwwww")
    qtbot.addWidget(text)
    width = text.fontMetrics().horizontalAdvance("wwwwww ") + 4
    line = text.fontMetrics().lineSpacing()
    assert text.heightForWidth(width) >= 3 * line + 2 * round(line * 0.2)
    text.resize(width, text.heightForWidth(width))
    text.show()
    picture = text.grab().toImage()
    ground = picture.pixel(0, 0)
    inked = [
        y
        for y in range(picture.height())
        if any(picture.pixel(x, y) != ground for x in range(picture.width()))
    ]
    starts = [y for y in inked if y - 1 not in inked]
    assert len(starts) == 3
    assert starts[1] - starts[0] == starts[2] - starts[1] == line + round(line * 0.2)


def test_the_first_screen_stacks_its_cards_where_it_is_narrow_and_is_wider_in_a_wide_window(
    qtbot, session, host
):
    view = WelcomeView(session, host)
    qtbot.addWidget(view)
    view.resize(1_030, 720)
    view.show()

    def cards() -> list[Card]:
        return view.findChildren(Card)[:2]

    qtbot.waitUntil(lambda: cards()[0].y() == cards()[1].y())
    assert cards()[0].width() == cards()[1].width()
    usual = view._column.width()
    view.resize(1_670, 1_000)
    qtbot.waitUntil(lambda: view._column.width() > usual)
    view.resize(500, 700)
    qtbot.waitUntil(lambda: cards()[0].y() < cards()[1].y())
    assert cards()[0].width() == cards()[1].width()


def test_a_word_without_end_cuts_nothing_of_what_declaring_does(qtbot, session):
    stage = new_stage(qtbot, session)
    fill(stage, title="x" * 190)
    stage.presenter.set_value("impact", "y" * 600)
    qtbot.wait(50)
    outgoing = stage.view.outgoing
    row = outgoing.rows["slack_declaration"]
    assert outgoing.minimumSizeHint().width() <= 320
    assert "\u200b" not in row.box.accessibleDescription() + row.words.accessibleName()
