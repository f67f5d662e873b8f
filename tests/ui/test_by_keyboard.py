"""A whole incident by keyboard alone, in the real window; and how few presses it takes beyond typing facts."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from composer.paths import HomePaths
from tests.ui.compose_home import home_with_incident
from tests.ui.keyboard_walk import Key, all_final, compose, declare_p0, resolve, sent
from tests.ui.typist import CTRL, Typist, focus_name, real_window


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

        def script() -> None:
            declare_p0(typist, program)
            resolve(typist, program)
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
