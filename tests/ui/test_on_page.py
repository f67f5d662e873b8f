"""What is put on the status page after the fact, from the post-mortem's screen: once, and nobody is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from composer.paths import HomePaths, Mode
from tests.ui.accessibility import nameless
from tests.ui.compose_home import idle, soon
from tests.ui.conftest import FakeHost, published
from tests.ui.live_home import LiveHome, live_home
from tests.vendors.server import refuses
from ui.actions import Actions
from ui.postmortem.on_page import OnPageDialog
from ui.postmortem.presenter import PageAct, PostmortemPresenter
from ui.postmortem.view import PostmortemView
from ui.session import Session


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        yield made


@pytest.fixture
def home(live: LiveHome) -> HomePaths:
    """The home of the session fixtures too."""
    return live.home


def resolve(session: Session, incident_id: str | None, messages: list[str]) -> None:
    services = session.services
    published(
        services,
        incident={"id": incident_id},
        phase="resolved",
        impact_ended_at=services.clock.now().isoformat(),
        messages=messages,
        notify=False,
        fields={
            "summary": "Payments work again",
            "root_cause": "A deploy",
            "resolution": "Rolled back",
            "data_impact": "no",
            "postmortem_meeting_at": "2030-01-01T10:00:00Z",
            "affected_service": "Payments",
            "what_happened": "Some payments failed.",
        },
    )


def test_first_the_past_incident_then_its_postmortem_and_nobody_is_told(
    qtbot: QtBot,
    live: LiveHome,
    sessions: Callable[..., Session],
    show: Callable[[QWidget], QWidget],
    host: FakeHost,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = sessions(Mode.LIVE)
    # It was never on the page.
    own = published(session.services, messages=["slack_declaration"]).incident_id
    window = QMainWindow()
    qtbot.addWidget(window)
    view = PostmortemView(PostmortemPresenter(session), Actions(window), host)
    assert view.footer_buttons is not None
    view.footer_buttons.setParent(view)
    show(view)
    answers: list[str | None] = []
    asked: list[tuple[Any, ...]] = []

    def ask(*given: Any) -> str | None:
        asked.append(given[1:])
        return answers.pop(0)

    monkeypatch.setattr(OnPageDialog, "ask", staticmethod(ask))
    view.enter(own)
    soon(qtbot, lambda: view._shown is not None)
    idle(qtbot, session)
    assert not view.page.isVisible(), "an open incident has no place there yet"
    resolve(session, own, ["slack_resolved"])
    view.enter(own)
    soon(qtbot, lambda: view.page.isVisible())
    assert "Put it" in view.page.text().replace("&", "")
    # What may not leave comes back with what was typed, and then it is put there.
    answers += [
        "Checkout payments failing, as we say inside.",
        "Payments failed on db-prod-01.",
        "Some payments failed. They work again.",
    ]
    view.page.click()
    soon(qtbot, lambda: len(live.page.incidents) == 1)
    assert [one[0] for one in asked] == [PageAct.BACKFILL] * 3
    assert "internal title" in asked[1][3]
    assert asked[2][2:] == (
        "Payments failed on db-prod-01.",
        "The text: “db-prod-01” looks like a host name, which is not for customers. Say it in other words.",
    )
    soon(qtbot, lambda: host.said[-1][0] == "On the status page")
    (incident,) = live.page.incidents.values()
    assert incident["status"] == "resolved"
    soon(qtbot, lambda: "Publish" in view.page.text())
    # Back on the question: nothing is done.
    answers.append(None)
    view.page.click()
    idle(qtbot, session)
    assert live.page.ledger.of("postmortem") == []
    # The service refuses, which is told; then it goes.
    live.page.fail("PUT", "/postmortem", refuses(422, {"error": "no"}))
    answers.append("# What we learned")
    view.page.click()
    soon(qtbot, lambda: host.said[-1][0] == "Not on the status page")
    answers.append("# What we learned")
    soon(qtbot, lambda: view.page.isVisible())
    view.page.click()
    soon(qtbot, lambda: host.said[-1][0] == "On the status page")
    (kept,) = live.page.ledger.of("postmortem")
    assert kept["body"] == "# What we learned"
    assert live.page.notified == 0
    soon(qtbot, lambda: not view.page.isVisible())


@pytest.mark.parametrize("act", list(PageAct))
def test_the_question_says_that_nobody_is_notified(qtbot: QtBot, act: PageAct) -> None:
    dialog = OnPageDialog(act, ("statuspage kctbh9vrtdwd",), "")
    qtbot.addWidget(dialog)
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "Nobody is notified" in said
    assert "statuspage kctbh9vrtdwd" in said
    assert nameless(dialog) == []
    assert not dialog.go.isEnabled()
    dialog.edit.setPlainText("Words.")
    assert dialog.go.isEnabled()
    assert not dialog.go.autoDefault()
