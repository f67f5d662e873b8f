"""A session on a home of its own, with real jobs, and everything closed after the test."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from composer.paths import HomePaths, Mode, open_home
from composer.services.core import Published, Services
from tests.first_opening import empty_record, quick_first_opening, read_libraries
from ui.actions import Actions
from ui.errors import ErrorHook
from ui.jobs import JobRunner
from ui.session import Session
from ui.workarounds import keep_singletons_alive

__all__ = ["empty_record", "quick_first_opening", "read_libraries"]

keep_singletons_alive()

WAIT_MS = 10_000
PATIENCE_MS = 30_000
"""How long anything is waited for at least: on a computer that does much else, what takes a moment takes ten."""


class FakeHost:
    """Remembers what a screen asked of the window around it."""

    def __init__(self) -> None:
        self.went: list[tuple[str, object]] = []
        self.said: list[tuple[str, str, str]] = []
        self.modes: list[Mode] = []

    def go(self, name: str, argument: object = None) -> None:
        self.went.append((name, argument))

    def say(self, status: str, tone: str = "plain", detail: str = "") -> None:
        self.said.append((status, tone, detail))

    def tell(self, words: str, tone: str = "good", detail: str = "") -> None:
        self.said.append((words, tone, detail))

    def switch_mode(self, mode: Mode, *, asked: bool = False) -> None:
        self.modes.append(mode)

    def open_status_page(self) -> None:
        self.went.append(("status_page", None))


class PatientBot(QtBot):
    """Waits longer than a test says, for what is to come: whoever waits for nothing to happen says so with `wait`."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    def waitSignal(self, signal: Any, *, timeout: int = 0, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE_MS), **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The robot of these tests, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def garbage_stays_on_the_main_thread() -> Iterator[None]:
    """As in the program: a collection on a worker thread would destroy widgets there."""
    gc.collect()
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    """The window's actions, on a window that is never shown."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Actions(window)
    made.setProperty("window", window)  # lives as long
    return made


@pytest.fixture
def home(tmp_path: Path) -> HomePaths:
    return open_home(tmp_path / "home")


@pytest.fixture
def told() -> list[tuple[str, str]]:
    """Every expected failure that was told to the person."""
    return []


@pytest.fixture
def sessions(qtbot: QtBot, home: HomePaths, told: list[tuple[str, str]]) -> Iterator[Callable[..., Session]]:
    """Opens a session in a mode; all are closed after the test."""
    made: list[tuple[Session, JobRunner]] = []

    def make(mode: Mode = Mode.PRACTICE) -> Session:
        errors, jobs = ErrorHook(), JobRunner()
        errors.sentence.connect(lambda text, step: told.append((text, step)))
        errors.crashed.connect(lambda details: told.append(("CRASHED", details)))
        session = Session(home, mode, jobs, errors)
        made.append((session, jobs))
        session._errors_kept = errors  # type: ignore[attr-defined]  # lives as long as the session
        session.open()
        qtbot.waitUntil(lambda: session.is_open and jobs.busy == 0, timeout=WAIT_MS)
        return session

    yield make
    for session, jobs in made:
        jobs.close()
        session.close()
    QApplication.processEvents()


@pytest.fixture
def session(sessions: Callable[..., Session]) -> Session:
    """A session in practice."""
    return sessions(Mode.PRACTICE)


@pytest.fixture
def settle(qtbot: QtBot, session: Session) -> Callable[[], None]:
    """Waits until no job is under way and every answer was handed over."""

    def wait() -> None:
        qtbot.waitUntil(lambda: session.jobs.busy == 0, timeout=WAIT_MS)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: session.jobs.busy == 0, timeout=WAIT_MS)

    return wait


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a screen at the smallest size it has in the window, and closes it after the test."""

    windows: list[QWidget] = []

    def shown(widget: QWidget) -> QWidget:
        window = QWidget()  # without a smallest size, of which the offscreen platform would complain
        windows.append(window)
        qtbot.addWidget(window)
        widget.setParent(window)
        window.resize(776, 596)
        widget.resize(776, 596)
        widget.show()
        window.show()
        QApplication.processEvents()
        return widget

    return shown


def published(services: Services, *, carry_out: bool = True, **changes: Any) -> Published:
    """Publish a round without a hold; unless told otherwise it declares a P1."""
    now = services.clock.now()
    asked: dict[str, Any] = {
        "incident": {
            "title": "Checkout payments failing",
            "severity": "P1",
            "impact_started_at": (now - timedelta(minutes=20)).isoformat(),
            "detection": "Alert",
            "incident_commander": "@kim",
            "technical_lead": "@lee",
            "components": {"Payments": "major_outage"},
        },
        "phase": "investigating",
        "fields": {
            "summary": "Stripe webhook rejects events",
            "impact": "500 users",
            "brief_description": "errors when paying",
            "customer_impact": "declined cards",
        },
        "hold_s": 0,
        **changes,
    }
    result = services.publish(services.read_request(json.dumps(asked).encode(), "test"), carry_out=carry_out)
    assert result.publish is not None, result.findings
    return result


@pytest.fixture
def open_incident(session: Session) -> str:
    """An open P1 that has said its first words."""
    found = published(session.services).incident_id
    assert found is not None
    return found


@pytest.fixture
def resolved_incident(session: Session, open_incident: str) -> str:
    """The same incident, resolved."""
    services = session.services
    published(
        services,
        incident={"id": open_incident},
        phase="resolved",
        impact_ended_at=services.clock.now().isoformat(),
        fields={
            "summary": "Payments work again",
            "root_cause": "A deploy",
            "resolution": "Rolled back",
            "data_impact": "no",
            "postmortem_meeting_at": "2030-01-01T10:00:00Z",
            "affected_service": "Payments",
        },
    )
    return open_incident
