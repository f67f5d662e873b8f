"""Compose and publish: nothing is cut in a narrow window, what belongs together stands together, and what happens elsewhere is followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.findings import Finding, Level
from composer.domain.request import PublishRequest
from composer.paths import Mode
from composer.services.core import Services
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.compose.checks import SHARE, ChecksList
from ui.compose.facts import shortened
from ui.publish.coming import ComingList
from ui.widgets.flat_tabs import FlatTabs
from ui.widgets.mark import Mark
from ui.widgets.paper import Paper
from ui.widgets.soft_breaks import soft

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        yield made


@pytest.mark.parametrize("width", [776, 1_032, 1_672])
def test_phases_are_named_whole_and_in_one_size(at_desk: Desk, width: int) -> None:
    at_desk.window.resize(width, 700)
    QApplication.processEvents()
    stepper = at_desk.view.body.stepper
    assert len({step._fonts()[0].pointSizeF() for step in stepper.steps}) == 1
    for step in stepper.steps:
        words = QFontMetrics(step._fonts()[0]).horizontalAdvance(step.text())
        room = step.width() - 2 * step._pad
        assert words <= room, step.text()
        assert step.detail(room) == step.accessibleDescription(), "the whole where it has room"
        step.show_state(f"02:30 {8 * 'veröffentlicht'}", published=True, short="02:30")
        assert step.detail(room) == "02:30", "and no word is cut"
        assert step.wanted_height(step.width()) <= step.height() <= stepper.height()
    assert stepper.steps[-1].geometry().right() == stepper.width() - 2


def test_the_notify_switch_goes_below_where_the_title_needs_the_line(at_desk: Desk) -> None:
    at_desk.view.body.stepper.choose(2)
    card = at_desk.view.body.cards.cards["status_identified"]
    for width, is_below in ((1_600, False), (776, True), (1_600, False)):
        at_desk.window.resize(width, 700)
        QApplication.processEvents()
        assert (card.notify.y() > card.box.geometry().bottom()) is is_below
        assert card.notify.geometry().right() < card.width()
        assert card.box.height() >= card.box.heightForWidth(card.box.width())


def test_the_checks_stand_right_below_the_preview(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    at_desk.window.resize(1_280, 820)
    body = at_desk.view.body
    paper = body.pane.previews[Channel.SLACK].browser

    def gap() -> int:
        return body.checks.mapTo(body, body.checks.rect().topLeft()).y() - (
            paper.mapTo(body, paper.rect().bottomLeft()).y()
        )

    soon(qtbot, lambda: 0 <= gap() <= 24)
    before = paper.height()
    at_desk.type_in(actions_taken="\n".join(f"Step {number}" for number in range(8)))
    soon(qtbot, lambda: paper.height() > before and 0 <= gap() <= 24)
    assert not paper.verticalScrollBar().isVisible()


def test_a_sheet_shows_its_beginning_until_a_person_scrolls(qtbot: QtBot) -> None:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.resize(200, 60)
    paper.show_page("<p>" + "<br>".join(f"line {number}" for number in range(40)) + "</p>")
    paper.show()
    bar = paper.verticalScrollBar()
    bar.setValue(30)
    assert bar.value() == 0
    qtbot.keyClick(paper, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_tabs_get_smaller_before_one_is_cut(qtbot: QtBot) -> None:
    bar = FlatTabs()
    qtbot.addWidget(bar)
    for words in ("Slack ●", "Page ●", "Email ●", "Exec. ●", "Timeline"):
        bar.addTab(words)

    def needs() -> int:
        return sum(bar.tabSizeHint(place).width() for place in range(bar.count()))

    bar.fit(1_000)
    whole = needs()
    bar.fit(int(whole * 0.8))
    assert needs() <= whole * 0.8
    bar.fit(1_000)
    assert needs() == whole


def test_the_page_preview_tells_when_and_sets_the_drill_apart(at_desk: Desk) -> None:
    at_desk.fill_update()
    body = at_desk.view.body
    body.pane.show_channel(Channel.STATUS_PAGE)
    browser = body.pane.previews[Channel.STATUS_PAGE].browser
    now = at_desk.view.presenter.now().astimezone(UTC)
    text = browser.toPlainText().replace("\xa0", " ")
    assert f"{now:%b %d, %H:}" in text
    assert text.count(" UTC\n") >= 2
    assert "DRILL ·" not in text
    assert "—  DRILL  We have identified" in text


def test_a_phase_published_elsewhere_asks_for_a_reason_before_the_draft_goes_back_behind_it(
    qtbot: QtBot, at_desk: Desk
) -> None:
    at_desk.fill_update()
    idle(qtbot, at_desk.session)
    with Services(at_desk.session.home, Mode.PRACTICE) as elsewhere:
        request = PublishRequest(
            phase="monitoring",
            content_sha256="1" * 64,
            hold_s=0,
            incident_id=at_desk.incident_id,
            messages=("status_monitoring",),
            values={"brief_description": "errors when paying"},
        )
        published = elsewhere.publish(request)
        assert published.publish is not None, published.findings
    at_desk.view.presenter.refresh()
    draft = at_desk.view.presenter
    soon(qtbot, lambda: draft.incident is not None and draft.incident.phase == "monitoring")
    idle(qtbot, at_desk.session)
    assert draft.draft is not None
    assert draft.draft.phase == "identified"  # what the person chose stays
    told = [status for status, _, _ in at_desk.host.said]
    assert "Going back from Monitoring to Identified asks for a reason: choose the phase again." in told
    assert not any(words.startswith("reason:") for words in told)  # an inside name
    draft.set_phase("monitoring")
    soon(qtbot, lambda: draft.round is not None and draft.round.request.phase == "monitoring")
    assert draft.round is not None
    assert all(one.code != "reason_missing" for one in draft.round.findings)


def test_after_a_round_the_practice_page_is_one_press_away_and_the_window_may_be_closed(
    qtbot: QtBot, at_desk: Desk
) -> None:
    assert not at_desk.view.buttons.parting.isVisible()
    at_desk.fill_update()
    at_desk.view.buttons.publish.click()
    soon(qtbot, lambda: not at_desk.view.is_composing)
    assert "close the window" in at_desk.view.buttons.parting.text()
    assert at_desk.view.buttons.parting.isVisible()
    idle(qtbot, at_desk.session)
    at_desk.view.body.page.page.click()
    assert at_desk.host.went == [("page", None)]
    assert all("response" not in one.text for one in at_desk.view.after.milestones())


def test_what_comes_next_is_told_once_each_and_in_order(qtbot: QtBot) -> None:
    coming = ComingList()
    qtbot.addWidget(coming)
    coming.show()
    now = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
    later, sooner = now.replace(minute=50), now.replace(minute=15)
    coming.show_lines(
        [(later, "Status page", "promised"), (sooner, "Slack update", "Every 15 minutes.")], now
    )

    def told() -> list[str]:
        return [labels[0].text() for labels in coming._lines if labels[0].isVisible()]

    assert told() == ["14:15 UTC", "14:50 UTC"]
    assert coming._lines[0][1].text().startswith("Slack update")
    coming.show_lines([], now)
    assert told() == []
    assert coming._none.isVisible()


def test_long_words_break_after_their_signs() -> None:
    channel = "#incident-2026-11-23-checkout-payments-failing"
    pieces = soft(f"Slack {channel}").split("\u200b")
    assert pieces[0] == "Slack #incident-"
    assert pieces[-1] == "failing"
    assert "".join(pieces) == f"Slack {channel}"
    assert soft("a short-word") == "a short-word"
    assert max(map(len, soft("x" * 100).split("\u200b"))) <= 24


def test_what_an_empty_field_would_print_is_not_cut_in_a_line() -> None:
    assert shortened("Card payments fail.") == "Card payments fail."
    lines = "Stripe webhook consumer rejects events since the deploy;\ncharges are not confirmed."
    assert shortened(lines) == lines.replace("\n", " ")  # the input shows as much of it as it has room for
    assert len(shortened("word " * 100_000)) <= 200


def test_the_end_of_impact_can_be_picked(qtbot: QtBot, at_desk: Desk) -> None:
    presenter = at_desk.view.presenter
    presenter.set_phase("resolved")
    idle(qtbot, at_desk.session)
    combo = at_desk.view.body.facts.ended.editor.input
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText("now"))
    combo.activated.emit(combo.currentIndex())
    soon(qtbot, lambda: presenter.draft is not None and presenter.draft.impact_ended_at is not None)
    ended = None if presenter.draft is None else presenter.draft.impact_ended_at
    assert ended is not None
    assert abs((datetime.now(UTC) - ended).total_seconds()) < 90


def test_an_access_key_is_never_typed_into_the_end_and_what_is_no_time_is_told(
    qtbot: QtBot, at_desk: Desk
) -> None:
    """On X11 Qt types a letter that comes with Alt where no control takes it: *now* was chosen by Alt+N."""
    presenter = at_desk.view.presenter
    presenter.set_phase("resolved")
    idle(qtbot, at_desk.session)
    combo = at_desk.view.body.facts.ended.editor.input
    assert isinstance(combo, QComboBox)
    line = combo.lineEdit()
    assert line is not None
    summary = at_desk.view.body.facts.rows["summary"].editor.input
    before = summary.toPlainText()  # type: ignore[attr-defined]
    for one in (combo, line, summary):
        QTest.sendKeyEvent(QTest.KeyAction.Click, one, Qt.Key.Key_N, "n", Qt.KeyboardModifier.AltModifier, 0)
    assert combo.currentText() == ""
    assert summary.toPlainText() == before  # type: ignore[attr-defined]

    def said() -> list[str]:
        findings = presenter.round.findings if presenter.round is not None else ()
        return [one.text for one in findings if one.code == "impact_end_missing"]

    assert said() == ["Resolved asks when impact ended."]
    QTest.keyClicks(line, "n")
    assert combo.currentText() == "n"  # and not "now"
    QTest.keyClicks(line, "oon")
    assert said() == ["“noon” can't be read as a time. Write when impact ended as 14:55, in UTC."]
    combo.setEditText("")
    assert said() == ["Resolved asks when impact ended."]
    QTest.keyClicks(line, "now")
    assert said() == []


def test_in_a_low_window_the_facts_are_in_sight(qtbot: QtBot, at_desk: Desk) -> None:
    body = at_desk.view.body
    card = body.cards.cards["slack_update"]
    words, where = card.due.text(), card.where
    assert not where.isHidden()
    at_desk.window.resize(1_032, 470)
    qtbot.waitUntil(where.isHidden)
    assert "since" in card.due.text()
    assert card.due.text() in words.removesuffix(" · Every 15 minutes.")
    assert words in card.toolTip()
    assert words.rstrip(".") in card.box.accessibleDescription()
    row = body.facts.in_sight()[0]
    port = body.form_scroll.viewport()
    qtbot.waitUntil(lambda: row.mapTo(port, row.rect().bottomLeft()).y() <= port.height())
    at_desk.window.resize(1_032, 716)
    qtbot.waitUntil(lambda: not where.isHidden())
    assert card.due.text() == words


def test_with_large_text_fewer_checks_are_told_and_none_is_cut(qtbot: QtBot) -> None:
    texts = [f"Field {number}: “db-prod-0{number}” is not for customers. " * 3 for number in range(5)]
    findings = [Finding("leak_x", text, Level.BLOCKING, Channel.STATUS_PAGE) for text in texts]
    made = ChecksList()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    shown = []
    for room in (4_000, 500, 0):
        made.fit(room)
        made.show_findings(findings, {})
        made.resize(320, made.sizeHint().height() + 200)
        QApplication.processEvents()
        lines = [line.words for line in made._lines if line.isVisible()]
        assert all(words.height() >= words.heightForWidth(words.width()) for words in lines)
        told = sum(words.text() in texts for words in lines)
        assert lines[-1].text() == (texts[-1] if told == 5 else f"and {5 - told} more (F8)")
        assert told == 1 or sum(words.height() for words in lines) <= SHARE * room
        shown.append(told)
    assert shown[0] == 5 > shown[1] > shown[2] == 1


def test_a_finding_s_mark_grows_with_the_letters(qtbot: QtBot) -> None:
    mark = Mark()
    qtbot.addWidget(mark)
    usual, font = mark.height(), mark.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    mark.setFont(font)
    assert 1.4 * usual < mark.height() < 2.2 * usual
    assert (
        mark.grab().toImage().pixelColor(mark.width() // 2, mark.height() - 4)
        != mark.palette().window().color()
    )
