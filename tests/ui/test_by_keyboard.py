"""A whole incident by keyboard alone, in the real window; and how few presses it takes beyond typing facts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths
from tests.ui.compose_home import home_with_incident
from tests.ui.typist import ALT, CTRL, Typist, focus_name, real_window
from ui.app import Program
from ui.compose.view import ComposeView
from ui.widgets.confirm import ConfirmDialog

Key = Qt.Key
FACTS = {
    "titleEdit": "Checkout payments failing",
    "impactEdit": "~500 users unable to pay",
    "detectionCombo": "Alert (Grafana)",
    "incidentCommanderCombo": "@eng-lead",
    "technicalLeadCombo": "@payments-oncall",
}
EXECUTIVE_FACTS = {
    "usersAffectedEdit": "about 40 %",
    "dataImpactCombo": "B",  # Being assessed
    "currentActionsEdit": "Looking at the latest deploy.",
    "nextUpdateCombo": "in 20 min",
}


def sent(program: Program) -> list[str]:
    """The templates of the messages that arrived."""
    return sorted(
        one.template
        for one in program.session.services.record.deliveries()
        if one.state is DeliveryState.SENT and one.template is not None
    )


def compose(program: Program) -> ComposeView:
    screen = program.window.stack.currentWidget()
    assert isinstance(screen, ComposeView)
    return screen


def all_final(program: Program) -> bool:
    deliveries = program.session.services.record.deliveries()
    return (
        bool(deliveries)
        and program.jobs.busy == 0
        and all(one.state is DeliveryState.SENT for one in deliveries)
    )


def declare_p0(typist: Typist, program: Program) -> None:
    """From anywhere: all facts of a P0 typed, and published."""
    typist.press(Key.Key_N, CTRL)
    typist.until(lambda: program.window.screen_name() == "declare" and program.jobs.busy == 0)
    typist.press(Key.Key_0)
    typist.fill(**FACTS)
    typist.tab_to("addComponentButton")
    pick(typist, "P")  # Payments
    typist.tab_to("symptomCombo")
    typist.write("E")  # errors when paying
    typist.fill(**EXECUTIVE_FACTS)
    typist.press(Key.Key_Return, CTRL)
    typist.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    typist.press(Key.Key_P, ALT)
    typist.until(lambda: program.window.screen_name() == "compose")


def pick(typist: Typist, letter: str) -> None:
    """Open the menu of the button that has the focus, and take an entry: that is typing a fact too."""
    with typist.typing():
        typist.press(Key.Key_Down)
        typist.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        typist.write(letter)
        typist.until(lambda: QApplication.activePopupWidget() is None)


def test_a_p0_is_declared_and_all_its_messages_published_with_four_presses(
    qtbot: QtBot, home: HomePaths
) -> None:
    with real_window(qtbot, home, hold_s=0.1) as program:
        typist = Typist(qtbot)

        def script() -> None:
            declare_p0(typist, program)
            typist.until(lambda: all_final(program))

        typist.perform(script)
        assert sent(program) == ["executive_notification", "slack_declaration", "status_investigating"]
        assert len(typist.presses) <= 4, typist.presses


def test_a_follow_up_takes_two_presses_beyond_its_facts(qtbot: QtBot, tmp_path: Path) -> None:
    home, _ = home_with_incident(tmp_path)
    with real_window(qtbot, home, hold_s=0.1) as program:
        typist = Typist(qtbot)
        before = len(sent(program))

        def script() -> None:
            typist.until(lambda: program.window.screen_name() == "compose" and program.jobs.busy == 0)
            assert typist.focused() == "actionsTakenEdit"  # what is missing first
            typist.fill(actionsTakenEdit="Rolled back one region.", nextStepsEdit="Watch the error rate.")
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: not compose(program).is_composing)
            assert len(typist.presses) <= 2, typist.presses
            # Once more from the page that follows a publish.
            typist.presses.clear()
            typist.until(lambda: focus_name() == "composeNextButton" and all_final(program))
            typist.press(Key.Key_Return)
            typist.until(lambda: compose(program).is_composing and program.jobs.busy == 0)
            typist.fill(whatsNewEdit="Fewer payments fail now.")
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: not compose(program).is_composing)
            assert len(typist.presses) <= 2, typist.presses
            typist.until(lambda: all_final(program))

        typist.perform(script)
        said = {one.template: one.text for one in program.session.services.record.messages()}
        assert len(sent(program)) >= before + 3
        assert "Rolled back one region." in said["slack_update"]
        assert "Fewer payments fail now." in said["status_update"]


def test_a_whole_incident_from_declaration_to_resolution(qtbot: QtBot, home: HomePaths) -> None:
    with real_window(qtbot, home, hold_s=0.1) as program:
        typist = Typist(qtbot)

        def update(phase: Key, first: str, **facts: str) -> None:
            typist.until(lambda: focus_name() == "composeNextButton" and all_final(program))
            typist.press(Key.Key_Return)
            typist.until(lambda: compose(program).is_composing and program.jobs.busy == 0)
            typist.until(
                lambda: focus_name() == "slackUpdateCheck"
            )  # nothing is due, so no field is asked for
            typist.press(phase, CTRL)
            assert focus_name() == first  # what is missing: no word goes elsewhere
            typist.fill(**facts)
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: not compose(program).is_composing)

        def script() -> None:
            declare_p0(typist, program)
            told = {
                "summaryEdit": "A deploy broke the webhook.",
                "actionsTakenEdit": "Rolled back.",
                "nextStepsEdit": "Watch.",
            }
            update(Key.Key_2, "actionsTakenEdit", **told)
            update(Key.Key_3, "summaryEdit", **told)
            update(Key.Key_4, "summaryEdit", **told)
            update(
                Key.Key_5,
                "impactEndedAtCombo",
                impactEndedAtCombo=f"{datetime.now(UTC):%H:%M}",
                dataImpactCombo="N",
                summaryEdit="Payments work again.",
                rootCauseEdit="A deploy broke the webhook.",
                resolutionEdit="The deploy was rolled back.",
                postmortemMeetingAtCombo=f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 10:00",
            )
            typist.until(lambda: all_final(program))

        typist.perform(script)
        (incident,) = program.session.services.record.incidents()
        assert incident.phase == "resolved"
        templates = sent(program)
        for name in (
            "slack_declaration",
            "status_investigating",
            "status_identified",
            "status_monitoring",
            "status_resolved",
        ):
            assert templates.count(name) == 1, templates
        assert templates.count("slack_resolved") == 1
        assert templates.count("slack_update") == 3
        assert templates.count("executive_notification") == 5
