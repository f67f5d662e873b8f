"""The incident's Slack channel from the real window: who is invited is proposed from the plan and can be taken out; a channel that is there is used, and what did not work is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer import assets
from tests.ui.keyboard_walk import EXECUTIVE_FACTS, FACTS, Key, all_final, compose, pick
from tests.ui.live_home import LiveHome, live_home
from tests.ui.test_connections_live import words_of
from tests.ui.typist import ALT, CTRL, Typist, real_window, settle
from ui.widgets.confirm import ConfirmDialog

IDS = {"CTO": "U0CTO00001", "Support Lead": "U0GONE0001"}


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        plan = assets.read_text("resources", "plan.toml")
        for role, own in {**IDS, "Engineering Lead": "U0ENG00001"}.items():
            plan = plan.replace(
                f'[[contacts]]\nrole = "{role}"\n', f'[[contacts]]\nrole = "{role}"\nslack_id = "{own}"\n'
            )
        (made.home.root / "plan.toml").write_text(plan, encoding="utf-8")
        made.slack.users |= {"U0CTO00001", "U0ENG00001"}
        yield made


def test_those_whom_the_plan_notifies_are_proposed_and_who_can_not_be_invited_is_told(
    qtbot: QtBot, live: LiveHome
) -> None:
    asked: list[str] = []
    with real_window(qtbot, live.home, hold_s=0) as program:
        typist = Typist(qtbot)

        def script() -> None:
            typist.press(Key.Key_N, CTRL)
            typist.until(lambda: program.window.screen_name() == "declare" and program.jobs.busy == 0)
            screen: Any = program.window.stack.currentWidget()
            typist.press(Key.Key_1)
            note = screen.facts.invites
            assert typist.ask(lambda: list(note.boxes)) == ["Engineering Lead"], "those of P1"
            typist.ask(lambda: screen._presenter.choose_severity("P0"))
            assert typist.ask(lambda: list(note.boxes)) == ["CTO", "Support Lead"]
            assert typist.ask(note.others.text).startswith("Invite by hand: Entire engineering team.")
            words = typist.ask(lambda: screen.outgoing.rows["slack_declaration"].words.text())
            assert words.endswith(", invite CTO, Support Lead, pin the declaration")
            typist.ask(screen.severities.cards[0].setFocus)
            typist.fill(**FACTS)
            typist.tab_to("addComponentButton")
            pick(typist, "P")
            typist.tab_to("symptomCombo")
            typist.write("E")
            typist.fill(**EXECUTIVE_FACTS)
            typist.tab_to("ctoInviteCheck")
            typist.press(Key.Key_Space)
            words = typist.ask(lambda: screen.outgoing.rows["slack_declaration"].words.text())
            assert words.endswith(", invite Support Lead, pin the declaration")
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
            asked.append(typist.ask(lambda: words_of(QApplication.activeModalWidget() or program.window)))
            typist.press(Key.Key_P, ALT)
            typist.until(lambda: program.window.screen_name() == "compose" and all_final(program))

        typist.perform(script)
        settle(qtbot, program)
        model = compose(program).body.timeline.list.model()
        shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    invited = [one.json["users"].split(",") for one in live.slack.requests("POST", r"conversations\.invite")]
    assert invited == [["U0GONE0001", "U024BE7LH", "U024BE7LJ"]], (
        "the CTO was taken out, the connection's come along"
    )
    assert "Invited as the plan says: Support Lead" in asked[0]
    assert "a new channel; 3 are invited" in asked[0]
    (channel,) = live.slack.ledger.of("channel")
    assert channel["name"].startswith("incident-")
    assert any("Not everybody could be invited" in one and "U0GONE0001" in one for one in shown), shown
