"""How long the window stands still while it shows a whole round that is being sent, live, to slow services on this computer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import Subject
from benchmarks.opening import Children, home_of
from benchmarks.rounds import DELIVERIES, declaration
from benchmarks.vendors import vendors

if TYPE_CHECKING:
    from composer.services.core import Services
    from ui.app import Program

GAP_S = 0.05
"""The longest that the window may stand still."""
_EVERY_MS = 2
_WAIT_S = 60.0
_CONNECTIONS = """
[slack]
base_url = "{slack}/api"

[statuspage]
base_url = "{statuspage}/v1"
page_id = "{page_id}"

[sendgrid]
base_url = "{sendgrid}/v3"
from = "Support <support@example.org>"

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
from = "Incidents <incidents@example.org>"

[executives]
to = ["Pat <pat@example.org>"]

[pagerduty]
base_url = "{pagerduty}"
from = "{user}"
"""


@contextmanager
def subjects(folder: Path) -> Iterator[list[Subject]]:
    """What is measured on showing what is sent."""
    children, several = Children(folder), home_of(folder / "several", 0, incidents=2)
    with vendors() as there:
        home = folder / "home"
        home.mkdir()
        (home / "connections.toml").write_text(_CONNECTIONS.format(**there), encoding="utf-8")
        (home / "settings.toml").write_text(
            'name = "Ada"\nemail = "ada@example.org"\nmode = "live"\n', "utf-8"
        )
        with _window(home, there["secrets"]) as program:
            yield [
                Subject(
                    f"longest gap while {DELIVERIES} deliveries are sent live and shown / 50 ms",
                    lambda: (GAP_S, _Sending(program).longest_gap()),
                    1.0,
                ),
                Subject(
                    "longest gap while every screen comes into sight for the first time / 50 ms",
                    lambda: (GAP_S, children.screens(several)),
                    1.0,
                ),
            ]


class _Ring:
    """A keyring with a memory: what is measured is not the system's."""

    def __init__(self, secrets: dict[str, str]) -> None:
        self._kept = {f"{account}@127.0.0.1": secret for account, secret in secrets.items()}

    def get_password(self, _service: str, username: str) -> str | None:
        return self._kept.get(username)

    def set_password(self, _service: str, username: str, password: str) -> None:
        self._kept[username] = password

    def delete_password(self, _service: str, username: str) -> None:
        del self._kept[username]


@contextmanager
def _window(home: Path, secrets: dict[str, str]) -> Iterator[Program]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.plain_imports import import_qt

    import_qt()
    from PySide6.QtWidgets import QApplication

    from composer.connections.credentials import Credentials
    from composer.paths import open_home
    from ui.app import SWITCH_S, Program
    from ui.workarounds import keep_singletons_alive

    keep_singletons_alive()
    application = QApplication.instance() or QApplication(["benchmark", "-style", "Fusion"])
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)  # as the program has it
    program = Program(open_home(home))
    program.session._credentials = Credentials(lambda: _Ring(secrets))
    program.start()
    try:
        _until(lambda: program.window.screen_name() is not None and not program.jobs.busy)
        yield program
    finally:
        sys.setswitchinterval(interval)
        program.stop()
        program.window.close()
        program.window.deleteLater()
        application.processEvents()


class _Sending:
    """One round: a P0 is declared and told to everybody, while a timer notes when the window had its turns."""

    def __init__(self, program: Program) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._program = program
        self._last, self._longest = time.perf_counter(), 0.0
        self._timer = QTimer(program, interval=_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def longest_gap(self) -> float:
        """The longest time without a turn in seconds, from the act until every delivery was sent and is shown so."""
        session, told = self._program.session, []

        def store(services: Services) -> tuple[str, str]:
            stored = services.publish(declaration(services, notify=True), carry_out=False)
            if stored.incident_id is None or stored.publish is None:
                raise RuntimeError(f"the round of the benchmark is blocked: {stored.findings}")
            return stored.incident_id, stored.publish.id

        self._last = time.perf_counter()
        self._timer.start()
        wrong: list[BaseException] = []
        session.run(store, told.append, failed=wrong.append)
        _until(lambda: bool(told or wrong))
        if wrong:
            raise wrong[0]
        incident_id, publish_id = told[0]
        self._program.go("compose", incident_id)  # an incident with something on its way shows it
        session.go_on()
        _until(lambda: self._is_over(publish_id))
        end = time.perf_counter() + 0.3
        _until(lambda: time.perf_counter() > end)
        self._timer.stop()
        self._timer.deleteLater()
        self._close(incident_id)
        return self._longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now

    def _is_over(self, publish_id: str) -> bool:
        found = self._found(publish_id)
        wrong = [one for one in found if one.state in ("failed", "unknown", "stale")]
        if wrong:
            raise RuntimeError(f"a delivery of the benchmark went wrong: {wrong[0].state}, {wrong[0].error}")
        return len(found) >= DELIVERIES and all(one.state.is_final or one.channel == "copy" for one in found)

    def _found(self, publish_id: str) -> tuple[Any, ...]:
        """Asked for off the window's thread, as the program does."""
        answers: list[tuple[Any, ...]] = []
        self._program.session.run(
            lambda services: services.record.deliveries(publish_id=publish_id), answers.append
        )
        _until(lambda: bool(answers))
        return answers[0]

    def _close(self, incident_id: str) -> None:
        from benchmarks.rounds import close_incident

        done: list[None] = []
        self._program.session.run(lambda services: close_incident(services, incident_id), done.append)
        _until(lambda: bool(done))
        self._program.session.refresh()
        _until(lambda: not self._program.jobs.busy)


def _until(check: Any) -> None:
    """Let the window have its turns until something is so."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + _WAIT_S
    while not check():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.0005)
        if time.monotonic() > end:
            raise RuntimeError("the round of the benchmark did not come to its end")
