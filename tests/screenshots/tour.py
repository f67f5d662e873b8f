"""A walk through the whole window on a practice incident, by the window's own controls, at a clock that stands still.

Used to paint the screens, and by tests that look at all of them.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.plan import ComponentStatus
from composer.paths import HomePaths, Mode, open_home
from composer.services.core import Services
from composer.settings import Settings, save_settings
from ui import theme
from ui.app import Program
from ui.shell.keys import KeysDialog

START = datetime(2026, 11, 23, 13, 52, tzinfo=UTC)
"""When customers began to be hurt."""
ZONE = "Europe/Berlin"
PATIENCE_S = 60.0

Stop = Callable[[str, QWidget], None]
"""What is done at a stop: its name, and what is to be seen."""


class PictureClock:
    """Stands still, so that pictures do not differ by the minute and a hold does not end; the tour sets it."""

    at = START

    @staticmethod
    def now(_clock: SystemClock) -> datetime:
        """The time in the pictures."""
        return PictureClock.at

    @staticmethod
    def monotonic(_clock: SystemClock) -> float:
        """Passes as that time does."""
        return (PictureClock.at - START).total_seconds()

    @staticmethod
    def wait(_clock: SystemClock, wake: threading.Event, timeout_s: float) -> bool:
        """Soon looks again whether the tour has set the time on; whoever waits asks the clock anew."""
        return wake.wait(min(timeout_s, 0.05))


@contextmanager
def standing_clock(zone: str = ZONE) -> Iterator[None]:
    """The program's clock stands still, in one time zone."""
    system: Any = SystemClock  # whoever made one already has this clock too
    names = ("now", "monotonic", "wait")
    real, before = [getattr(system, name) for name in names], os.environ.get("TZ")
    for name in names:
        setattr(system, name, getattr(PictureClock, name))
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        for name, method in zip(names, real, strict=True):
            setattr(system, name, method)
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def wait_for(check: Callable[[], bool], what: str) -> None:
    """Let the window go on until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not check():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(10)


class Tour:
    """One window on one home."""

    def __init__(
        self,
        folder: Path,
        *,
        size: tuple[int, int],
        scheme: theme.Scheme,
        language: str,
        settle_ms: int = 700,
    ) -> None:
        self._folder, self._size, self._scheme, self._language = folder, size, scheme, language
        self._settle_ms = settle_ms
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        """The program in sight."""
        assert self._program is not None
        return self._program

    def walk(self, stop: Stop) -> None:
        """Every screen, each told by its name."""
        with standing_clock():
            with self._opened(self._home("new")):
                stop("welcome", self.program.window)
            home = self._home("used")
            PictureClock.at = START - timedelta(days=1)
            earlier_incidents(home)
            PictureClock.at = START + timedelta(minutes=6)
            with self._opened(home):
                self._declare(stop)
                self._compose(stop)
                self._others(stop)

    # --- the stations ---------------------------------------------------------------------------------------------

    def _declare(self, stop: Stop) -> None:
        program = self.program
        program.go("declare")
        view: Any = self._screen("declareScreen")
        wait_for(lambda: view._presenter.standing is not None, "the declaration was not read")
        QTest.keyClick(view.severities.cards[0], Qt.Key.Key_0)
        picker = view.facts.components
        picker.changed.emit({"payments": ComponentStatus.MAJOR_OUTAGE})
        rows = view.facts.rows
        self.type(rows, title="Checkout payments failing", impact="~500 users unable to pay for a contract")
        self.type(rows, detection="Alert (Grafana)", incident_commander="@eng-lead")
        self.type(rows, technical_lead="@payments-oncall", impact_started_at="13:52")
        self.settle()
        view.area.verticalScrollBar().setValue(0)
        stop("declare", program.window)
        self.type(rows, users_affected="about 40 %", data_impact=2, current_actions="Rolling back the deploy")
        self.type(rows, executive_summary="Card payments fail at checkout", next_update="14:20")
        self.settle()

        def confirm(dialog: QDialog) -> None:
            stop("confirm", dialog)
            dialog.go.click()  # type: ignore[attr-defined]

        self._in_dialog(view.declare.click, confirm)

    def _compose(self, stop: Stop) -> None:
        program = self.program
        view: Any = self._screen("composeScreen", busy=True)  # a job waits for the hold to end
        page = view.body.page
        wait_for(lambda: page.hold.is_counting, "nothing is held")
        QTest.qWait(self._settle_ms)
        stop("publish-hold", program.window)
        self._pass(timedelta(minutes=1))
        self._wait_until_sent(view)
        self.settle()
        stop("publish", program.window)
        self._pass(timedelta(minutes=34))
        view.buttons.next.click()
        wait_for(lambda: view.is_composing and view.presenter.round is not None, "no form to go on with")
        view.body.stepper.choose(2)
        rows = view.body.facts.rows
        self.settle()
        self.type(
            rows,
            summary="Stripe webhook consumer rejects events since the 13:45 deploy; charges are authorised but not confirmed.",
            actions_taken="Rolled payment-service back in one region; error rate falling",
            next_steps="Roll back the remaining two regions",
            expected_resolution="about 30 minutes",
            next_update="14:55",
        )
        self.settle()
        view.body.pane.show_channel(Channel.STATUS_PAGE)  # with what is new in green
        self.settle()
        view.body.form_scroll.verticalScrollBar().setValue(0)
        stop("compose", program.window)
        view.buttons.publish.click()
        wait_for(lambda: page.hold.is_counting, "the update is not held")
        self._pass(timedelta(minutes=1))
        self._wait_until_sent(view)
        self.settle()

    def _others(self, stop: Stop) -> None:
        program = self.program
        resolve(program.session.services, self._shown_incident())
        program.session.refresh()
        self.settle()
        program.go("history", "payments")
        history: Any = self._screen("historyScreen")
        wait_for(
            lambda: history.findChild(QWidget) is not None and self._has_rows(history), "nothing was found"
        )
        stop("history", self._settled())
        program.go("postmortem", self._shown_incident())
        stop("postmortem", self._settled())
        program.go("correction", self._shown_incident())
        stop("correction", self._settled())
        program.go("templates", "status_identified")
        stop("templates", self._settled())
        program.go("settings")
        stop("settings", self._settled())
        program.go("connections")
        stop("connections", self._settled())
        program.window.actions_by_id["screen.plan"].trigger()
        if self._settled() and program.window.screen_name() != "welcome":
            stop("plan", program.window)
        dialog = KeysDialog.show_for(program.window)
        self.settle()
        stop("keys", dialog)
        dialog.close()

    # --- how it goes on -------------------------------------------------------------------------------------------

    def type(self, rows: Any, **fields: str | int) -> None:
        """Type into fields as a person does; a number picks that choice."""
        for name, text in fields.items():
            if name not in rows or not rows[name].isVisible():
                continue
            box = rows[name].editor.input
            self._activate()
            box.setFocus()
            if isinstance(box, QComboBox):
                place = text if isinstance(text, int) else box.findText(text)
                if place >= 0:
                    box.setCurrentIndex(place)
                    continue
                box = box.lineEdit()
            assert isinstance(box, QLineEdit | QPlainTextEdit), name
            box.selectAll()
            QTest.keyClicks(box, str(text))

    def _activate(self) -> None:
        """Only in an active window does a field lose its caret when another one gets the focus."""
        window = self.program.window
        if not window.isActiveWindow():
            window.activateWindow()
            wait_for(window.isActiveWindow, "the window does not become active")

    def settle(self) -> None:
        """Until nothing is under way, and a moment more for what comes later: a draft is saved half a second after the last key."""
        jobs = self.program.jobs
        wait_for(lambda: jobs.busy == 0, "the jobs do not end")
        QTest.qWait(self._settle_ms)
        wait_for(lambda: jobs.busy == 0, "the jobs do not end")

    def _settled(self) -> QWidget:
        self.settle()
        return self.program.window

    def _home(self, name: str) -> HomePaths:
        home = open_home(self._folder / name)
        save_settings(home.settings, Settings("Kim Example", "kim@example.com", language=self._language))
        return home

    @contextmanager
    def _opened(self, home: HomePaths) -> Iterator[None]:
        program = self._program = Program(home)
        theme.apply(self._scheme)
        try:
            program.window.resize(*self._size)
            program.start()
            wait_for(lambda: program.window.screen_name() is not None, "no screen came into sight")
            self.settle()
            yield
        finally:
            program.window.hide()
            program.stop()
            program.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            self._program = None

    def _screen(self, name: str, *, busy: bool = False) -> QWidget:
        stack = self.program.window.stack

        def found() -> QWidget | None:
            return next((one for one in [stack.currentWidget()] if one and one.objectName() == name), None)

        wait_for(lambda: found() is not None, f"no {name}")
        if not busy:
            self.settle()
        screen = found()
        assert screen is not None
        return screen

    def _pass(self, by: timedelta) -> None:
        PictureClock.at += by
        self.program.session.refresh()

    def _shown_incident(self) -> str:
        overview = self.program.session.overview
        assert overview is not None
        incidents = [one.incident for one in overview.open] + [one.incident for one in overview.following]
        return next(one.id for one in incidents if one.title.startswith("Checkout"))

    @staticmethod
    def _wait_until_sent(view: Any) -> None:
        table = view.body.page.table.rows

        def states() -> list[str]:
            return [table.delivery(row).state.value for row in range(table.rowCount())]

        try:
            wait_for(lambda: set(states()) == {"sent"}, "not everything was sent")
        except TimeoutError as error:
            raise TimeoutError(f"not everything was sent: {', '.join(states())}") from error

    @staticmethod
    def _has_rows(history: Any) -> bool:
        from PySide6.QtWidgets import QAbstractItemView

        return any(
            one.model() is not None and one.model().rowCount()
            for one in history.findChildren(QAbstractItemView)
        )

    def _in_dialog(self, open_it: Callable[[], object], then: Callable[[Any], None]) -> None:
        failed: list[BaseException] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
                return
            try:
                QTest.qWait(self._settle_ms)
                then(dialog)
            except Exception as error:  # noqa: BLE001 - raised again below; the dialog must not stay open, whatever happens
                failed.append(error)
                dialog.close()

        QTimer.singleShot(20, look)
        open_it()
        if failed:
            raise failed[0]


def publish(services: Services, **asked: Any) -> str:
    """A round without a hold; the incident's id."""
    result = services.publish(services.read_request(json.dumps({"hold_s": 0, **asked}).encode(), "tour"))
    assert result.publish is not None, result.findings
    assert result.incident_id is not None
    return result.incident_id


def earlier_incidents(home: HomePaths) -> None:
    """A P1 that was resolved yesterday and waits for its root cause, and a P2 that is still open."""
    with Services(home, Mode.PRACTICE) as services:
        PictureClock.at = START - timedelta(hours=23)
        mail = publish(
            services,
            incident={
                "title": "Email notifications not sending",
                "severity": "P1",
                "impact_started_at": PictureClock.at.isoformat(),
                "detection": "Support tickets",
                "incident_commander": "@eng-lead",
                "technical_lead": "@lee",
                "components": {"Notifications": "partial_outage"},
            },
            phase="investigating",
            fields={
                "summary": "The mail queue does not drain",
                "impact": "No notification mail since 14:50",
                "brief_description": "delayed email notifications",
                "customer_impact": "late notifications",
            },
        )
        PictureClock.at += timedelta(hours=2)
        publish(
            services,
            incident={"id": mail},
            phase="resolved",
            impact_ended_at=PictureClock.at.isoformat(),
            fields={
                "summary": "Mails leave again, the backlog is sent",
                "root_cause": "An expired certificate of the mail relay",
                "resolution": "Renewed the certificate",
                "data_impact": "no",
                "postmortem_meeting_at": "2026-11-25T10:00:00Z",
                "affected_service": "Notifications",
            },
        )
        PictureClock.at = START - timedelta(hours=2, minutes=30)
        publish(
            services,
            incident={
                "title": "Search results degraded",
                "severity": "P2",
                "impact_started_at": PictureClock.at.isoformat(),
                "detection": "Alert",
                "incident_commander": "@sam",
                "technical_lead": "@search-oncall",
                "components": {"Search": "degraded_performance"},
            },
            phase="investigating",
            fields={
                "summary": "An index replica lags",
                "impact": "Search finds new contracts late",
                "brief_description": "incomplete search results",
                "customer_impact": "missing search results",
            },
        )


def resolve(services: Services, incident_id: str) -> None:
    """The end of the P0, for the screens that look back."""
    PictureClock.at = START + timedelta(minutes=80)
    publish(
        services,
        incident={"id": incident_id},
        phase="resolved",
        override={"all_well_elsewhere": "Search has an incident and updates of its own"},
        impact_ended_at=(START + timedelta(minutes=68)).isoformat(),
        fields={
            "summary": "Payments work again",
            "current_actions": "Watching the payment rate for an hour",
            "root_cause": "The 13:45 deploy changed the webhook signature check",
            "resolution": "Rolled payment-service back in all regions",
            "data_impact": "no",
            "postmortem_meeting_at": "2026-11-25T10:00:00Z",
            "affected_service": "Payments",
            "action_items": [
                "Contract test for webhook signatures",
                "Alert on authorised but unconfirmed charges",
            ],
        },
    )
    PictureClock.at = START + timedelta(minutes=82)
