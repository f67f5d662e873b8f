"""A practice home with an open P0 whose first round went out, and a window's session on it; for the tests of composing and publishing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from composer.clock import SystemClock
from composer.domain.plan import ComponentStatus
from composer.domain.request import NewIncident, PublishRequest
from composer.paths import HomePaths, Mode, open_home
from composer.services.core import Services
from ui import workarounds
from ui.actions import Actions
from ui.compose.presenter import ComposePresenter
from ui.compose.view import ComposeView
from ui.errors import ErrorHook
from ui.jobs import JobRunner
from ui.session import Session

workarounds.keep_singletons_alive()


class EarlierClock(SystemClock):
    """The real clock, some minutes back."""

    def now(self) -> datetime:
        return super().now() - timedelta(minutes=35)


def home_with_incident(
    folder: Path, *, hold_s: float = 0, messages: tuple[str, ...] | None = None, **changes: Any
) -> tuple[HomePaths, str]:
    """A home in that folder, and the id of its P0. With a hold nothing of it has left yet; `messages` are those of the first round (None: all that are due)."""
    home = open_home(folder / "home")
    with Services(home, Mode.PRACTICE, clock=EarlierClock()) as services:
        now = services.clock.now()
        facts: dict[str, Any] = {
            "title": "Checkout payments failing",
            "severity": "P0",
            "impact_started_at": now - timedelta(minutes=6),
            "detection": "Alert (Grafana)",
            "roles": {"incident_commander": "@eng-lead", "technical_lead": "@payments-oncall"},
            "symptom": "errors",
            "components": {"payments": ComponentStatus.MAJOR_OUTAGE},
        }
        request = PublishRequest(
            phase="investigating",
            content_sha256="0" * 64,
            hold_s=hold_s,
            messages=messages,
            new=NewIncident(**{**facts, **changes}),
            values={
                "summary": "Card payments fail.",
                "impact": "~500 users unable to pay",
                "detection": "Alert (Grafana)",
                "incident_commander": "@eng-lead",
                "technical_lead": "@payments-oncall",
                "users_affected": "about 40 %",
                "data_impact": "being assessed",
                "current_actions": "Looking at the latest deploy.",
                "next_update": (now + timedelta(minutes=20)).isoformat(),
            },
        )
        published = services.publish(request)
        assert published.publish is not None, published.findings
        assert published.incident_id is not None
        return home, published.incident_id


class HostWithMemory:
    """Keeps what a screen asked of the window."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, str]] = []
        self.went: list[tuple[str, object]] = []

    def go(self, name: str, argument: object = None) -> None:
        self.went.append((name, argument))

    def say(self, status: str, tone: str = "plain", detail: str = "") -> None:
        self.said.append((status, tone, detail))

    def tell(self, words: str, tone: str = "good", detail: str = "") -> None:
        self.said.append((words, tone, detail))

    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None:
        self.went.append(("mode", mode))

    def open_status_page(self) -> None:
        self.went.append(("page", None))


@dataclasses.dataclass
class Desk:
    """The compose screen in a window, as a person has it before them."""

    session: Session
    window: QMainWindow
    actions: Actions
    view: ComposeView
    host: HostWithMemory
    incident_id: str
    crashes: list[str]

    def type_in(self, **fields: str) -> None:
        """Type into fields of text."""
        for name, text in fields.items():
            self.view.body.facts.rows[name].editor.input.setPlainText(text)  # type: ignore[attr-defined]

    def fill_update(self) -> None:
        """Go on to Identified, with the facts that Slack asks for."""
        self.view.body.stepper.choose(2)
        self.type_in(actions_taken="Rolled back.", next_steps="Watch.")


@contextmanager
def desk(
    qtbot: Any,
    home: HomePaths,
    incident_id: str,
    *,
    hold_s: float | None = None,
    mode: Mode = Mode.PRACTICE,
) -> Iterator[Desk]:
    """The compose screen on that incident, loaded."""
    errors = ErrorHook()
    crashes: list[str] = []
    errors.crashed.connect(crashes.append)
    jobs = JobRunner()
    session = Session(home, mode, jobs, errors)
    session.open()
    qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
    if hold_s is not None:
        session.services.settings = session.services.settings._replace(hold_s=hold_s)
    window = QMainWindow()
    actions = Actions(window)
    host = HostWithMemory()
    view = ComposeView(ComposePresenter(session), actions, host)
    window.setCentralWidget(view)
    window.resize(1_032, 716)
    buttons = view.footer_buttons
    assert buttons is not None
    window.setMenuWidget(buttons)
    window.show()
    view.enter(incident_id)
    qtbot.waitUntil(
        lambda: view.presenter.round is not None or view.after.current is not None, timeout=20_000
    )
    made = Desk(session, window, actions, view, host, incident_id, crashes)
    try:
        yield made
    finally:
        if view.body.page.hold.is_counting:  # so that nothing waits for the end of a long hold
            view.after.take_back()
        window.hide()
        idle(qtbot, session)
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        jobs.close()
        session.close()
        errors.deleteLater()
        session.deleteLater()
        jobs.deleteLater()
    assert not crashes, "\n".join(crashes)


def idle(qtbot: Any, session: Session) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: session.jobs.busy == 0, timeout=20_000)


def soon(qtbot: Any, check: Callable[[], bool]) -> None:
    """Wait until something is so."""
    qtbot.waitUntil(check, timeout=20_000)
