"""Another incident is chosen while something of the first one is under way: nothing is sent, noted or lost for the wrong one."""

from __future__ import annotations

import json
import resource
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from composer.domain.delivery import DeliveryState
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from composer.services.typed_notes import kept_note
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from tests.ui.program_window import program_on
from ui.compose.reason import ReasonDialog
from ui.widgets.confirm import ConfirmDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def home(tmp_path: Path) -> tuple[HomePaths, str, str]:
    """A home with two open incidents."""
    home, first = home_with_incident(tmp_path)
    _, other = home_with_incident(tmp_path, title="Search is down", severity="P1")
    return home, first, other


@pytest.fixture
def at_desk(qtbot: QtBot, home: tuple[HomePaths, str, str]) -> Iterator[Desk]:
    with desk(qtbot, home[0], home[1], hold_s=0) as made:
        yield made


@contextmanager
def slow_record(at_desk: Desk) -> Iterator[None]:
    """What is asked of the record meanwhile is answered only afterwards, as on a busy disk."""
    gate = threading.Event()
    at_desk.session.jobs.submit(lambda: gate.wait(20))
    try:
        yield
    finally:
        gate.set()


def rounds(at_desk: Desk, incident_id: str) -> int:
    return len(at_desk.session.services.record.publishes(incident_id))


def test_publish_pressed_while_another_incident_is_being_read_sends_nothing(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    at_desk.fill_update()
    with slow_record(at_desk):
        at_desk.view.enter(home[2])
        at_desk.actions["incident.publish"].trigger()
        at_desk.actions["incident.keep_promise"].trigger()
    idle(qtbot, at_desk.session)
    assert (rounds(at_desk, home[1]), rounds(at_desk, home[2])) == (1, 1)
    assert at_desk.view.is_composing


def test_after_a_round_was_published_and_another_incident_chosen_all_in_sight_is_of_the_other(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    at_desk.fill_update()
    record = at_desk.session.services.record
    with slow_record(at_desk):
        at_desk.actions["incident.publish"].trigger()
        at_desk.view.enter(home[2])
    idle(qtbot, at_desk.session)
    assert rounds(at_desk, home[1]) == 2
    soon(qtbot, lambda: {one.state for one in record.deliveries(incident_id=home[1])} == {DeliveryState.SENT})
    draft = at_desk.view.presenter.draft
    assert draft is not None
    assert draft.incident_id == home[2]
    at_desk.view.body.timeline.note_wanted.emit("search is back")
    idle(qtbot, at_desk.session)
    assert "search is back" in [one.text for one in record.events(home[2])]
    assert "search is back" not in [one.text for one in record.events(home[1])]


def gone_on_elsewhere(home: HomePaths, incident_id: str) -> None:
    """The command line publishes a later phase while the window has a draft of an earlier one."""
    with Services(home, Mode.PRACTICE) as beside:
        asked: dict[str, Any] = {
            "incident": {"id": incident_id},
            "phase": "monitoring",
            "fields": {
                "summary": "Card payments fail.",
                "eta": "Unknown",
                "actions_taken": "Rolled back.",
                "next_steps": "Watch.",
            },
            "messages": ["slack_update"],
            "hold_s": 0,
        }
        done = beside.publish(beside.read_request(json.dumps(asked).encode(), "test"))
        assert done.publish is not None, done.findings


@pytest.mark.parametrize("leaves_at_once", [False, True])
def test_words_typed_just_before_a_round_was_refused_are_stored(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str], *, leaves_at_once: bool
) -> None:
    presenter = at_desk.view.presenter
    presenter.tick("slack_update", True)
    at_desk.type_in(actions_taken="Rolled back.", next_steps="Watch.")
    presenter.flush()
    idle(qtbot, at_desk.session)
    gone_on_elsewhere(home[0], home[1])
    at_desk.type_in(summary="Typed last")
    with slow_record(at_desk):
        at_desk.actions["incident.publish"].trigger()
        assert presenter.is_publishing
        if leaves_at_once:
            at_desk.view.enter(home[2])
    idle(qtbot, at_desk.session)
    at_desk.view.enter(home[2])
    idle(qtbot, at_desk.session)
    assert rounds(at_desk, home[1]) == 2
    assert at_desk.session.services.draft_for(home[1]).values["summary"] == "Typed last"
    draft = presenter.draft
    assert draft is not None
    assert (draft.incident_id, draft.values["summary"]) == (home[2], "Card payments fail.")


def test_what_was_confirmed_for_one_incident_publishes_nothing_on_another(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    presenter = at_desk.view.presenter
    mailed(at_desk)

    def confirm(*_about: object, **_more: object) -> bool:
        at_desk.view.enter(home[2])  # a notification of the other incident was clicked meanwhile
        idle(qtbot, at_desk.session)
        presenter.tick("slack_update", True)
        at_desk.type_in(actions_taken="Restarted.", next_steps="Watch.")
        return True

    monkeypatch.setattr(ConfirmDialog, "ask", confirm)
    at_desk.actions["incident.publish"].trigger()
    idle(qtbot, at_desk.session)
    assert (rounds(at_desk, home[1]), rounds(at_desk, home[2])) == (1, 1)


def test_no_more_leaves_than_was_confirmed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    presenter = at_desk.view.presenter
    mailed(at_desk)
    presenter.tick("support_macro", False)
    shown: list[tuple[str, ...]] = []

    def confirm(*_about: object, **_more: object) -> bool:
        assert presenter.round is not None
        shown.append(tuple(one.head.name for one in presenter.round.messages))
        presenter.tick("support_macro", True)  # as what becomes due while the question stands there
        return True

    monkeypatch.setattr(ConfirmDialog, "ask", confirm)
    at_desk.actions["incident.publish"].trigger()
    idle(qtbot, at_desk.session)
    record = at_desk.session.services.record
    last = record.publishes(home[1])[-1]
    assert "customer_email" in shown[0]
    left = {one.template for one in record.deliveries(publish_id=last.id) if one.template}
    assert left <= set(shown[0])
    assert "customer_email" in left


@pytest.mark.parametrize("what", ["severity", "phase"])
def test_a_reason_given_for_one_incident_changes_no_other(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at_desk: Desk, home: tuple[HomePaths, str, str], what: str
) -> None:
    gone_on_elsewhere(home[0], home[1])
    at_desk.view.enter(home[1])
    idle(qtbot, at_desk.session)

    def reason(*_about: object, **_more: object) -> str:
        at_desk.view.enter(home[2])
        idle(qtbot, at_desk.session)
        return "All of it."

    monkeypatch.setattr(ReasonDialog, "ask", reason)
    if what == "severity":
        at_desk.view.body.header.severity_wanted.emit("P2")
    else:
        at_desk.view.body.stepper.choose(2)
    draft = at_desk.view.presenter.draft
    assert draft is not None
    assert (draft.incident_id, draft.severity, draft.phase, draft.reason) == (
        home[2],
        "P1",
        "investigating",
        "",
    )


def mailed(at_desk: Desk) -> None:
    """A round with a mail to customers, which asks first."""
    presenter = at_desk.view.presenter
    at_desk.actions["phase.5"].trigger()
    presenter.set_impact_ended(presenter.now().isoformat(timespec="seconds").replace("+00:00", "Z"))
    presenter.set_field("data_impact", "no")
    for name in ("what_happened", "impact_to_you", "what_we_did", "prevention"):
        presenter.set_field(name, "Words.")
    presenter.tick("customer_email", True)


def test_a_notification_clicked_while_a_question_stands_there_changes_no_incident(
    qtbot: QtBot, home: tuple[HomePaths, str, str]
) -> None:
    with program_on(qtbot, home[0]) as program:
        compose: Any = program.window.stack.currentWidget()
        assert compose.presenter.incident.id == home[1]
        assert program.notifier is not None
        question = ReasonDialog("Severity P0 → P1: why?", "Change to P1", program.window)
        question.open()
        program.notifier.chosen.emit(home[2])
        idle(qtbot, program.session)
        assert compose.presenter.incident.id == home[1]
        question.reject()
        program.notifier.chosen.emit(home[2])
        idle(qtbot, program.session)
        assert compose.presenter.incident.id == home[2]


def test_what_was_typed_just_before_the_mode_was_switched_is_stored(
    qtbot: QtBot, home: tuple[HomePaths, str, str]
) -> None:
    with program_on(qtbot, home[0]) as program:
        program.go("declare")
        idle(qtbot, program.session)
        declare: Any = program.window.stack.currentWidget()
        declare._presenter.set_fact("title", "Half typed")
        program.switch_mode(Mode.LIVE)
        soon(qtbot, lambda: program.session.is_open)
        idle(qtbot, program.session)
    with Services(home[0], Mode.PRACTICE) as services:
        kept = [one.facts.get("title") for one in services.record.drafts() if one.incident_id is None]
    assert kept == ["Half typed"]


def test_a_half_typed_entry_stays_with_its_incident(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    edit = at_desk.view.body.timeline.edit
    edit.setText("14:36 rolled back, half ty")
    at_desk.view.enter(home[2])
    assert edit.text() == ""
    edit.setText("of the other")
    at_desk.view.enter(home[1])
    assert edit.text() == "14:36 rolled back, half ty"
    idle(qtbot, at_desk.session)


def test_what_is_half_typed_outlives_another_plan_and_the_window(
    qtbot: QtBot, home: tuple[HomePaths, str, str]
) -> None:
    def shown(program: Any) -> Any:
        return program.window.stack.currentWidget()

    def line(program: Any) -> Any:
        return shown(program).body.timeline.edit

    with program_on(qtbot, home[0]) as program:
        compose = shown(program)
        QTest.keyClicks(line(program), "14:36 rolled back, half ty")
        program.go("connections")
        idle(qtbot, program.session)
        connections = shown(program)
        connections.findChild(QPushButton, "connectSlackButton").click()
        connections.form.inputs["base_url"].setText("https://half.typ")
        program.session.library_changed.emit(True)
        assert shown(program) is connections
        assert connections.form.inputs["base_url"].text() == "https://half.typ"
        assert connections.footer_buttons.isVisible()
        program.go("compose", home[1])
        soon(qtbot, lambda: line(program).text() == "14:36 rolled back, half ty")
        assert shown(program) is not compose
        QTest.keyClicks(line(program), "ped")
        program.window.flush()
        idle(qtbot, program.session)
    with program_on(qtbot, home[0]) as again:
        again.go("compose", home[1])
        soon(qtbot, lambda: line(again).text() == "14:36 rolled back, half typed")
        shown(again).body.timeline.add.click()
        again.window.flush()
        idle(qtbot, again.session)
    with Services(home[0], Mode.PRACTICE) as services:
        assert "rolled back, half typed" in [one.text for one in services.record.events(home[1])]
        assert kept_note(home[0], Mode.PRACTICE, home[1]) == ""


def test_the_caret_stays_where_the_person_types_while_another_plan_comes_into_force(
    qtbot: QtBot, home: tuple[HomePaths, str, str]
) -> None:
    with program_on(qtbot, home[0]) as program:
        before: Any = program.window.stack.currentWidget()
        soon(qtbot, lambda: bool(before.body.facts.in_sight()))
        before.body.pane.show_page(before.body.timeline)
        before.body.timeline.edit.setFocus()
        QTest.keyClicks(before.body.timeline.edit, "14:36 rolled ba")
        program.session.library_changed.emit(True)
        after: Any = program.window.stack.currentWidget()
        assert after is not before
        line: Any = after.body.timeline.edit
        soon(qtbot, lambda: bool(program.window.focusWidget() is line) and line.text() == "14:36 rolled ba")
        QTest.keyClicks(program.window.focusWidget(), "ck")
        assert line.text() == "14:36 rolled back"
        assert line.isVisible()
        field = after.body.facts.in_sight()[-1]
        field.focus_editor()
        program.session.library_changed.emit(True)
        soon(qtbot, lambda: program.window.stack.currentWidget() is not after)
        last: Any = program.window.stack.currentWidget()
        soon(qtbot, lambda: last.body.caret() == field.field.name)
        program.window.flush()
        idle(qtbot, program.session)


def test_another_plan_waits_until_a_question_is_answered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: tuple[HomePaths, str, str]
) -> None:
    with program_on(qtbot, home[0]) as program:
        compose: Any = program.window.stack.currentWidget()
        changed = (Path("resources") / "plan.toml").read_text(encoding="utf-8") + "\n# mine\n"
        loaded = threading.Event()
        program.session.library_changed.connect(lambda _: loaded.set())

        def answer() -> None:
            question: Any = QApplication.activeModalWidget()
            assert question.objectName() == "reasonDialog"
            question.edit.setText("One region.")
            question.accept()

        def change() -> None:
            home[0].plan.write_text(
                changed.replace('label = "Identified"', 'label = "Found"'), encoding="utf-8"
            )
            soon(qtbot, loaded.is_set)
            QTimer.singleShot(300, answer)

        QTimer.singleShot(0, change)
        compose.body.header.severity_wanted.emit("P1")
        assert (compose.presenter.draft.severity, compose.presenter.draft.reason) == ("P1", "One region.")
        soon(qtbot, lambda: program.window.stack.currentWidget() is not compose)
        idle(qtbot, program.session)
        again: Any = program.window.stack.currentWidget()
        assert (again.presenter.draft.severity, again.presenter.draft.reason) == ("P1", "One region.")
        assert again.presenter.plan.phase("identified").label == "Found"


def test_what_the_command_line_did_is_seen_and_what_was_not_chosen_follows_it(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    presenter = at_desk.view.presenter
    at_desk.type_in(summary="Typed in the window")
    overview = at_desk.session.overview
    gone_on_elsewhere(home[0], home[1])
    soon(qtbot, lambda: presenter.incident is not None and presenter.incident.phase == "monitoring")
    assert presenter.draft is not None
    assert (presenter.draft.phase, presenter.draft.values["summary"]) == ("monitoring", "Typed in the window")
    soon(qtbot, lambda: at_desk.session.overview is not overview)


def test_nothing_leaves_that_was_made_before_the_incident_went_on_elsewhere(
    qtbot: QtBot, at_desk: Desk, home: tuple[HomePaths, str, str]
) -> None:
    at_desk.fill_update()
    at_desk.session._watch.stop()  # the person is faster than the next look
    with Services(home[0], Mode.PRACTICE) as beside:
        asked = {
            "incident": {"id": home[1]}, "severity": "P1", "reason": "One region.", "phase": "identified",
            "fields": {"summary": "Found", "actions_taken": "a", "next_steps": "b", "eta": "Unknown"},
            "messages": ["slack_update"], "hold_s": 0,
        }  # fmt: skip
        done = beside.publish(beside.read_request(json.dumps(asked).encode(), "test"))
        assert done.publish is not None, done.findings
    told: list[str] = []
    at_desk.session.errors.sentence.connect(lambda text, step: told.append(f"{text} {step}"))
    at_desk.actions["incident.publish"].trigger()
    idle(qtbot, at_desk.session)
    assert rounds(at_desk, home[1]) == 2
    assert told[0].startswith("This incident was changed meanwhile from another place")
    draft = at_desk.view.presenter.draft
    assert draft is not None
    assert (draft.severity, draft.values["actions_taken"]) == ("P1", "Rolled back.")
    at_desk.actions["incident.publish"].trigger()  # now it was seen
    idle(qtbot, at_desk.session)
    assert rounds(at_desk, home[1]) == 3


def test_a_draft_from_before_says_how_the_missing_reason_is_given(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: tuple[HomePaths, str, str]
) -> None:
    with Services(home[0], Mode.PRACTICE) as services:  # the window was closed with a draft
        services.save_draft(
            services.draft_for(home[1]).with_value("summary", "Half typed", services.clock.now())
        )
    gone_on_elsewhere(home[0], home[1])
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_about, **_more: "It is back.")
    with desk(qtbot, home[0], home[1], hold_s=0) as made:
        idle(qtbot, made.session)
        made.view.presenter.tick("slack_update", True)
        made.type_in(actions_taken="a", next_steps="b")
        words = "Going back from Monitoring to Investigating asks for a reason: choose the phase again."
        assert words in [one[0] for one in made.host.said]
        assert not made.view.buttons.publish.isEnabled()
        made.view.body.stepper.choose(1)
        assert made.view.presenter.draft is not None
        assert made.view.presenter.draft.reason == "It is back."
        assert made.view.presenter.draft.values["summary"] == "Half typed"
        assert made.view.buttons.publish.isEnabled()


@pytest.mark.parametrize("screen", ["compose", "declare"])
def test_the_window_is_not_closed_over_words_that_could_not_be_stored(
    qtbot: QtBot, home: tuple[HomePaths, str, str], screen: str
) -> None:
    with program_on(qtbot, home[0]) as program:
        if screen == "declare":
            program.go("declare")
        idle(qtbot, program.session)
        view: Any = program.window.stack.currentWidget()
        presenter = view._presenter if screen == "declare" else view.presenter
        said: list[str] = []

        def answer() -> None:
            question: Any = QApplication.activeModalWidget()
            if question is None:
                QTimer.singleShot(50, answer)
                return
            said.append(question.accessibleName())
            question.reject()

        with full_disk():
            if screen == "declare":
                presenter.set_fact("title", "Typed on a full disk. " * 200_000)
            else:
                presenter.set_field("summary", "Typed on a full disk. " * 200_000)
            QTimer.singleShot(50, answer)
            assert not program.window.close()
        assert said == ["What you typed could not be stored"]
        presenter.set_field("summary", "Short") if screen == "compose" else presenter.set_fact(
            "title", "Short"
        )
        idle(qtbot, program.session)
        assert program.window.close()


@contextmanager
def full_disk() -> Iterator[None]:
    """Files of this process can't grow over two megabytes meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
