"""Compose: from a key press to a preview, what is asked for, what is kept, and what is published."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.plan import ComponentStatus
from tests.ui.accessibility import nameless
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.compose.reason import ReasonDialog
from ui.widgets.confirm import ConfirmDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        yield made


def test_what_is_due_is_ticked_and_its_fields_are_asked_for(at_desk: Desk) -> None:
    at_desk.view.body.stepper.choose(2)
    body, draft = at_desk.view.body, at_desk.view.presenter.draft
    assert draft is not None
    assert draft.ticked == ("slack_update", "status_identified", "executive_notification")
    assert body.cards.cards["slack_update"].box.isChecked()
    assert body.cards.cards["status_identified"].notify.isChecked()
    assert not body.cards.cards["customer_email"].box.isEnabled()
    asked = {row.field.name for row in body.facts.in_sight()}
    assert {"summary", "actions_taken", "next_steps", "eta", "brief_description", "next_update"} <= asked
    assert "what_happened" not in asked
    body.cards.cards["slack_update"].box.click()
    assert "next_steps" not in {row.field.name for row in body.facts.in_sight()}
    assert at_desk.view.presenter.draft is not None
    assert "slack_update" not in at_desk.view.presenter.draft.ticked


def test_where_nothing_is_chosen_the_checks_say_so(at_desk: Desk) -> None:
    presenter, checks = at_desk.view.presenter, at_desk.view.body.checks
    assert presenter.draft is not None
    for name in presenter.draft.ticked:
        presenter.tick(name, False)
    line = checks._lines[0]
    assert not line.isHidden()
    assert line.words.text() == "No message is chosen, so nothing is checked."


def test_a_key_press_is_in_the_preview_at_once(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    edit = at_desk.view.body.facts.rows["actions_taken"].editor.input
    edit.setFocus()
    qtbot.keyClicks(edit, "Now ")
    assert "Now " in at_desk.view.body.pane.previews[Channel.SLACK].browser.toPlainText()


def test_a_problem_blocks_its_channel_alone_and_f8_goes_there(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    assert at_desk.view.buttons.publish.text() == "Publish 3 · Checkout payments failing"
    at_desk.type_in(next_steps="tbd")
    assert at_desk.view.buttons.publish.text() == "Publish 2 of 3 · Checkout payments failing"
    status, tone, _ = at_desk.host.said[-1]
    assert status == "Slack blocked: 1 problem (F8)"
    assert tone == "danger"
    at_desk.actions["problem.next"].trigger()
    assert at_desk.window.focusWidget() is at_desk.view.body.facts.rows["next_steps"].editor.input


def test_shift_f8_goes_back_to_the_problem_before(at_desk: Desk) -> None:
    at_desk.fill_update()
    three = ("summary", "actions_taken", "next_steps")
    at_desk.type_in(**dict.fromkeys(three, "tbd"))
    seen = []
    for way in ("next", "next", "previous"):
        at_desk.actions[f"problem.{way}"].trigger()
        seen.append(at_desk.window.focusWidget())
    assert seen[0] is seen[2]
    assert seen[0] is not seen[1]
    rows = at_desk.view.body.facts.rows
    assert set(seen) < {rows[name].editor.input for name in three}


def test_the_draft_is_stored_half_a_second_after_a_key(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    with qtbot.waitSignal(at_desk.view.presenter.saved, timeout=10_000):
        pass
    stored = at_desk.session.services.draft_for(at_desk.incident_id)
    assert stored.values["actions_taken"] == "Rolled back."
    assert stored.phase == "identified"


def test_a_draft_is_there_again_when_the_window_is_opened_again(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id) as made:
        made.fill_update()
        made.view.body.cards.cards["executive_notification"].box.click()
    with desk(qtbot, home, incident_id) as made:
        assert made.view.presenter.draft is not None
        assert made.view.presenter.draft.ticked == ("slack_update", "status_identified")
        assert made.view.body.facts.rows["next_steps"].editor.input.toPlainText() == "Watch."  # type: ignore[attr-defined]


def test_publishing_sends_in_practice_and_the_next_update_starts_from_it(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.fill_update()
    at_desk.actions["incident.publish"].trigger()
    services = at_desk.session.services
    soon(qtbot, lambda: len([d for d in services.record.deliveries() if d.state.value == "sent"]) == 7)
    idle(qtbot, at_desk.session)
    assert services.incident(at_desk.incident_id).phase == "identified"
    assert not at_desk.view.is_composing
    at_desk.view.buttons.next.click()
    soon(qtbot, lambda: at_desk.view.is_composing and at_desk.view.presenter.draft is not None)
    draft = at_desk.view.presenter.draft
    assert draft is not None
    assert draft.values["actions_taken"] == "Rolled back."
    assert draft.phase == "identified"


def test_the_promise_is_kept_with_one_action(qtbot: QtBot, at_desk: Desk) -> None:
    at_desk.actions["incident.keep_promise"].trigger()
    services = at_desk.session.services
    soon(
        qtbot,
        lambda: any(
            d.template == "status_update" and d.state.value == "sent" for d in services.record.deliveries()
        ),
    )
    said = [
        one
        for one in services.record.messages(incident_id=at_desk.incident_id)
        if one.template == "status_update"
    ]
    assert services.plan.words.nothing_new in said[0].text
    assert said[0].promise_at is not None
    assert said[0].promise_at > datetime.now(UTC)


def test_resolved_asks_for_its_two_facts_and_opens_the_customer_email(at_desk: Desk) -> None:
    at_desk.actions["phase.5"].trigger()
    presenter, body = at_desk.view.presenter, at_desk.view.body
    assert not at_desk.view.buttons.publish.isEnabled()
    assert body.facts.focus("impact_ended_at")
    assert body.facts.components.value == {"payments": ComponentStatus.OPERATIONAL}
    now = presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z")
    presenter.set_impact_ended(now)
    presenter.set_field("data_impact", "no")
    assert body.cards.cards["customer_email"].box.isEnabled()
    assert not body.cards.cards["customer_email"].box.isChecked()
    assert at_desk.view.buttons.publish.isEnabled()


def test_the_page_says_what_it_waits_for_and_a_mail_says_to_whom_it_goes(at_desk: Desk) -> None:
    at_desk.actions["phase.5"].trigger()
    presenter, cards = at_desk.view.presenter, at_desk.view.body.cards.cards
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.set_field("data_impact", "no")
    assert cards["slack_resolved"].due.text().startswith("needs facts · ")
    assert cards["status_resolved"].due.text().startswith("waits for Slack · "), "it lacks no fact of its own"
    mail = cards["customer_email"]
    mail.more.menu().aboutToShow.emit()
    assert not mail.more.isHidden()
    offered = [one.text() for one in mail.more.menu().actions()]
    assert "&Recipients and first batch…" in offered
    assert "&Skip with a reason…" not in offered, "it is sent only where it is named"
    cards["slack_resolved"].more.menu().aboutToShow.emit()
    assert "&Skip with a reason…" in [one.text() for one in cards["slack_resolved"].more.menu().actions()]
    pane = at_desk.view.body.pane
    mail.box.click()
    assert pane.tabs.tabText(pane.tabs.currentIndex()) == "Slack", "what is read stays in sight"
    mail.box.click()
    cards["slack_resolved"].box.click()
    mail.box.click()
    assert pane.tabs.tabText(pane.tabs.currentIndex()) == "Email", "where nothing else would be seen"


def test_a_wrong_step_to_resolved_and_back_loses_nothing(at_desk: Desk) -> None:
    presenter = at_desk.view.presenter
    presenter.set_components({"payments": ComponentStatus.DEGRADED_PERFORMANCE})
    at_desk.actions["phase.5"].trigger()
    presenter.set_impact_ended("2026-11-23T13:40:00Z")
    at_desk.actions["phase.2"].trigger()
    assert presenter.draft is not None
    assert presenter.draft.components == {"payments": ComponentStatus.DEGRADED_PERFORMANCE}
    assert presenter.draft.impact_ended_at is None
    at_desk.actions["phase.5"].trigger()
    assert presenter.draft.components == {"payments": ComponentStatus.OPERATIONAL}
    assert presenter.draft.impact_ended_at == datetime(2026, 11, 23, 13, 40, tzinfo=UTC)


def test_a_severity_change_asks_for_a_reason(monkeypatch: pytest.MonkeyPatch, at_desk: Desk) -> None:
    reasons: list[str | None] = [None, "Only one region."]
    monkeypatch.setattr(ReasonDialog, "ask", classmethod(lambda *_: reasons.pop(0)))
    at_desk.view.body.header.severity_wanted.emit("P1")
    assert at_desk.view.presenter.draft is not None
    assert at_desk.view.presenter.draft.severity == "P0"
    at_desk.view.body.header.severity_wanted.emit("P1")
    draft = at_desk.view.presenter.draft
    assert (draft.severity, draft.reason) == ("P1", "Only one region.")
    assert "slack_update" in draft.ticked


def test_a_severity_change_says_what_just_became_due(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    monkeypatch.setattr(ReasonDialog, "ask", classmethod(lambda *_: "All payments fail."))
    home, incident_id = home_with_incident(tmp_path, severity="P1")
    with desk(qtbot, home, incident_id) as made:
        made.view.body.header.severity_wanted.emit("P0")
        assert made.host.said[-1][0] == "Just became due: Executive notification"


def test_mail_to_customers_asks_first(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, at_desk: Desk) -> None:
    asked: list[object] = []

    def refuse(_kind: type[ConfirmDialog], /, *about: object, **_more: object) -> bool:
        asked.append(about)
        return False

    monkeypatch.setattr(ConfirmDialog, "ask", classmethod(refuse))
    presenter = at_desk.view.presenter
    at_desk.actions["phase.5"].trigger()
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.set_field("data_impact", "no")
    for name in ("what_happened", "impact_to_you", "what_we_did", "prevention"):
        presenter.set_field(name, "Words.")
    presenter.tick("customer_email", True)
    at_desk.actions["incident.publish"].trigger()
    idle(qtbot, at_desk.session)
    assert len(asked) == 1
    assert at_desk.view.is_composing


def test_a_round_needs_no_widgets(qtbot: QtBot, at_desk: Desk) -> None:
    before = at_desk.view.presenter.situation
    assert before is not None
    at_desk.view.presenter.set_components({"payments": ComponentStatus.PARTIAL_OUTAGE})
    assert at_desk.view.presenter.round is not None
    assert at_desk.view.presenter.round.incident.components["payments"] is ComponentStatus.PARTIAL_OUTAGE
    assert dataclasses.replace(before, now=before.now) == before


def test_every_control_has_a_name(at_desk: Desk) -> None:
    at_desk.fill_update()
    assert nameless(at_desk.view) == []
    assert nameless(at_desk.view.buttons) == []
    at_desk.actions["phase.5"].trigger()
    assert nameless(at_desk.view) == []


@pytest.mark.parametrize("width", [776, 1_032, 1_672])
def test_nothing_is_wider_than_the_screen(qtbot: QtBot, at_desk: Desk, width: int) -> None:
    at_desk.fill_update()
    at_desk.window.resize(width, 700)
    QApplication.processEvents()
    assert at_desk.view.minimumSizeHint().width() <= 776
    scroll = at_desk.view.body.form_scroll
    assert scroll.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert at_desk.view.body.form.minimumSizeHint().width() <= scroll.viewport().width()


@pytest.mark.parametrize(("width", "beside"), [(1_280, False), (1_599, False), (1_600, True), (1_920, True)])
def test_previews_stand_side_by_side_from_1600_pixels_on(at_desk: Desk, width: int, beside: bool) -> None:
    at_desk.fill_update()
    at_desk.window.resize(width, 900)
    QApplication.processEvents()
    pane = at_desk.view.body.pane
    shown = [channel for channel, one in pane.previews.items() if one.isVisible()]
    all_three = [Channel.SLACK, Channel.STATUS_PAGE, Channel.EXECUTIVE]
    assert shown == (all_three if beside else [Channel.SLACK])
    at_desk.type_in(actions_taken="Rolled back twice.")
    dots = [pane.tabs.tabBar().tabText(place) for place in range(pane.tabs.count())]
    assert beside is not any("●" in words for words in dots)
