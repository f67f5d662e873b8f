"""A security incident in the window: what is suspended and blocked, approved and out, the switch with its questions, and the regulator's clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from composer.domain.deadlines import Milestone
from composer.domain.incident import EventKind
from composer.domain.security import Moment, RegulatorClock, RegulatorDeadline, SecurityState
from composer.services import security
from composer.services.overview import FollowUp, OpenIncident, Overview
from tests.approved_statement import approved_plan
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from tests.ui.test_notify import NOW, Watch, overview
from ui.compose.security_asking import BeginDialog, PublicDialog, ToldDialog
from ui.shell.rail_cards import FollowCard, IncidentCard
from ui.widgets.reason import ReasonDialog
from ui.widgets.text import Elided

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PAGE = "status_identified"


@pytest.fixture
def secret(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The compose screen of an incident that was declared as a security incident."""
    home, own = home_with_incident(tmp_path, security=True, title="Customer list downloaded")
    (home.root / "plan.toml").write_text(approved_plan(), encoding="utf-8")
    with desk(qtbot, home, own, hold_s=0) as made:
        yield made


@pytest.fixture
def plain(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """The compose screen of an incident that is none yet; its page was posted."""
    home, own = home_with_incident(tmp_path)
    with desk(qtbot, home, own, hold_s=0) as made:
        yield made


def in_dialog(open_it: Callable[[], object], then: Callable[[Any], None]) -> None:
    """Open a dialog and answer it; it never stays open."""
    failed: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
            return
        try:
            then(dialog)
        except BaseException as error:  # noqa: BLE001 - raised again below
            failed.append(error)
        finally:
            with suppress(RuntimeError):
                dialog.close()

    QTimer.singleShot(0, look)
    open_it()
    if failed:
        raise failed[0]


def test_public_waits_for_two_and_the_holding_statement_for_nobody(secret: Desk, qtbot: QtBot) -> None:
    """Declared with the switch: private channel, suspended rows; the statement approved beforehand goes out, another text after two approvals."""
    body, presenter, services = secret.view.body, secret.view.presenter, secret.session.services
    assert body.security_bar.words.text() == "Security incident · Alder"
    assert body.security_bar.clock.text().startswith("GDPR Art. 33: 71 h ")
    lines = [json.loads(one) for one in services.home.slack_transcript.read_text().splitlines()]
    assert [(one["type"], one["private"]) for one in lines] == [("channel_created", True), ("message", True)]
    cards = body.cards.cards
    assert cards["status_investigating"].due.text() == "Suspended: security incident."
    assert not cards["status_investigating"].box.isChecked()
    # The statement that was approved beforehand.
    cards["slack_update"].box.click() if cards["slack_update"].box.isChecked() else None
    cards["status_holding"].box.click()
    assert secret.view.buttons.publish.isEnabled()
    in_dialog(secret.view.buttons.publish.click, lambda dialog: dialog.go.click())
    soon(qtbot, lambda: secret.view.after.current is not None)
    idle(qtbot, secret.session)
    assert [one.message.template for one in security.public_so_far(services, secret.incident_id)] == [
        "status_holding"
    ]
    # Another text waits for two people.
    presenter.compose_next()
    soon(qtbot, lambda: secret.view.is_composing and presenter.round is not None and presenter.rows() != ())
    secret.fill_update()
    idle(qtbot, secret.session)
    body.cards.cards[PAGE].box.click()
    assert presenter.round is not None
    assert "Legal and Incident Commander" in body.cards.cards[PAGE].approval.words.text()
    code = presenter.round.approvals[PAGE].code

    def agreed(dialog: Any) -> None:
        for role, name in (("Legal", "Lee Law"), ("Incident Commander", "Ada Lead")):
            assert dialog.role.findText(role) >= 0
            dialog.role.setCurrentIndex(dialog.role.findText(role))
            dialog.name.setEditText(name)
            QTest.keyClicks(dialog.read, code)
            dialog.go.click()
            soon(qtbot, lambda role=role: not dialog.isVisible() or dialog.role.findText(role) < 0)  # type: ignore[misc]

    in_dialog(body.cards.cards[PAGE].approval.button.click, agreed)
    idle(qtbot, secret.session)
    soon(qtbot, lambda: presenter.round is not None and presenter.round.approvals[PAGE].is_given)
    secret.view.buttons.publish.click()
    soon(qtbot, lambda: len(security.public_so_far(services, secret.incident_id)) == 2)
    idle(qtbot, secret.session)


def test_the_bar_is_one_line_in_a_small_window(secret: Desk) -> None:
    bar = secret.view.body.security_bar
    assert bar.words.text() == "Security incident · Alder"
    secret.window.resize(776, 636)
    QApplication.processEvents()
    shown = (bar.words, bar.clock, bar.told)
    assert len({one.geometry().center().y() // 4 for one in shown}) == 1, [one.geometry() for one in shown]
    assert bar.told.geometry().right() <= bar.width()
    assert bar.public.isHidden()  # it stands in the menu of the switch
    assert bar.clock.text().startswith("GDPR Art. 33: 71 h ")
    assert " UTC" in bar.clock.accessibleName()
    assert bar.told.accessibleDescription() == bar.clock.accessibleName(), "which clock it stops"


def test_the_switch_tells_what_it_changes_and_asks_what_only_a_person_knows(
    plain: Desk, qtbot: QtBot
) -> None:
    body, presenter, services = plain.view.body, plain.view.presenter, plain.session.services
    plain.fill_update()
    assert body.security_bar.isHidden()
    assert body.security.text() == "Security: no"
    assert presenter.draft is not None
    assert PAGE in presenter.draft.ticked
    old = services.incident(plain.incident_id).slack_channel

    def answer(dialog: BeginDialog) -> None:
        said = " ".join(one.text() for one in dialog.findChildren(QLabel))
        assert "until Legal and Incident Commander approve each" in said
        assert "Security Lead, CTO" in said
        assert f"{old} is open to all in Slack, and what was said there stays." in said
        assert dialog.private.isChecked()
        layout = dialog.layout()
        assert layout is not None
        soon(
            qtbot, lambda: dialog.height() == layout.totalHeightForWidth(dialog.width())
        )  # nothing is spread
        dialog.accept()

    in_dialog(plain.view.security.ask_begin, answer)
    soon(qtbot, lambda: plain.view.security.state is not None)
    idle(qtbot, plain.session)
    assert services.incident(plain.incident_id).slack_channel.startswith("#alder-")
    assert presenter.draft is not None
    assert PAGE not in presenter.draft.ticked
    assert body.security_bar.isVisible()
    assert body.security.text() == "Security: Alder"
    # In a window of 1024x700 each title has one line, and two fields are in sight below the cards.
    plain.window.resize(776, 597 + plain.window.height() - body.height())
    body.form_scroll.verticalScrollBar().setValue(0)
    first_two = body.facts.in_sight()[:2]
    assert len(first_two) == 2
    foot = body.form_scroll.viewport()
    soon(
        qtbot,
        lambda: (
            body.height() == 597
            and all(one.mapTo(foot, one.rect().bottomLeft()).y() < foot.height() for one in first_two)
        ),
    )
    for text in (body.header.title, body.header.public):
        assert text.isHidden()
        (line,) = [one for one in body.header.findChildren(Elided) if one.text() == text.text()]
        assert line.isVisible()
        assert line.toolTip() == text.text() != ""

    def listed(dialog: PublicDialog) -> None:
        said = [one.text() for one in dialog.findChildren(QLabel)]
        assert any("reports of" in one for one in said), said
        shows = dialog.findChild(QLabel, "publicPage0")
        assert shows is not None
        assert shows.text().startswith("Title: ")
        assert "Payments: " in shows.text()
        where = dialog.findChild(QLabel, "publicWhere0")
        assert where is not None
        assert where.height() < 2 * where.fontMetrics().height(), "in one line"
        correct = dialog.findChild(QPushButton, "publicCorrect0Button")
        assert correct is not None
        correct.click()

    in_dialog(body.security_bar.public.click, listed)
    soon(qtbot, lambda: bool(plain.host.went))
    assert plain.host.went[-1][0] == "correction"

    def told(dialog: ToldDialog) -> None:
        assert not dialog.go.isEnabled()
        QTest.keyClicks(dialog.note.editor.input, "The authority, by its form")
        assert dialog.go.isEnabled()
        dialog.go.click()

    body.security_bar.told.setFocus()
    in_dialog(body.security_bar.told.click, told)
    soon(qtbot, lambda: body.security_bar.clock.text() == "GDPR Art. 33: notified")
    assert body.security_bar.told.isHidden()
    assert plain.window.focusWidget() is body.security, (
        "the link is gone, and what is typed next must not go into the search"
    )

    def why(dialog: ReasonDialog) -> None:
        dialog.edit.setText("A false alarm.")
        dialog.go.click()

    in_dialog(plain.view.security.ask_end, why)
    soon(qtbot, lambda: plain.view.security.state is None)
    idle(qtbot, plain.session)
    assert body.security_bar.isHidden()
    kinds = [one.kind for one in services.record.events(plain.incident_id)]
    assert {EventKind.SECURITY, EventKind.REGULATOR, EventKind.SECURITY_OVER} <= set(kinds)


def running(hours: float, told: bool = False) -> Overview:
    """An open security incident with so many hours left."""
    found = overview(title="Customer list downloaded")
    deadline = RegulatorDeadline("gdpr_33", "GDPR Art. 33", 72, Moment.AWARE, "")
    due_at = NOW + timedelta(hours=hours)
    clock = RegulatorClock(deadline, due_at, NOW if told else None)
    incident = replace(found.open[0].incident, slack_channel="#alder", security=True)
    one = OpenIncident(incident, (), None, SecurityState("Alder", NOW, "", (clock,)))
    return Overview(NOW, (one,), ())


def test_a_regulators_clock_is_heard_a_day_some_hours_and_an_hour_before_once_each(
    qapp: QApplication,
) -> None:
    watch = Watch()
    watch.look(running(25))
    for minute in range(0, 26 * 60, 7):
        watch.tick(NOW + timedelta(minutes=minute))
    assert [(kind, words) for _, kind, words in watch.heard] == [
        ("24 h", "GDPR Art. 33: less than 24 h left · P0 #alder"),
        ("6 h", "GDPR Art. 33: less than 6 h left · P0 #alder"),
        ("1 h", "GDPR Art. 33: less than 1 h left · P0 #alder"),
        ("now", "GDPR Art. 33: the time is over · P0 #alder"),
    ]
    quiet = Watch()
    quiet.look(running(5, told=True))
    assert not quiet.heard
    assert not watch.due, "no rail alarm for the public: what is suspended is not overdue"


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (50, "Security · GDPR Art. 33: 50\N{NO-BREAK SPACE}h"),
        (0.5, "Security · GDPR Art. 33: 30\N{NO-BREAK SPACE}min"),
        (-1, "Security · GDPR Art. 33: too\N{NO-BREAK SPACE}late"),
    ],
)
def test_the_rail_says_that_it_is_one_and_how_much_time_is_left(
    qtbot: QtBot, hours: float, words: str
) -> None:
    card = IncidentCard("inc-1")
    qtbot.addWidget(card)
    one = running(hours).open[0]
    card.show_incident(one.incident, one, {"P0": 0}, {})
    card.tick(NOW)
    assert card._security.text() == words
    assert card.accessibleName().endswith(words)


def test_a_clock_outlives_its_incident(qtbot: QtBot) -> None:
    found = running(5).open[0]
    assert found.security is not None
    (clock,) = found.security.clocks
    resolved = replace(found.incident, phase="resolved", resolved_at=NOW)
    after = FollowUp(resolved, Milestone("gdpr_33", "GDPR Art. 33", clock.due_at), clock)
    watch = Watch()
    watch.look(Overview(NOW, (), (after,)))
    assert [kind for _, kind, _ in watch.heard] == ["6 h"]
    card = FollowCard("inc-1")
    qtbot.addWidget(card)
    card.show_follow_up(after, NOW, {"P0": 0})
    assert "GDPR Art. 33 due in 5 h" in card.accessibleName()
    card.show_follow_up(after, NOW + timedelta(hours=6), {"P0": 0})
    assert "GDPR Art. 33: too late" in card.accessibleName()
