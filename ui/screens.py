"""The screens by name. Each is imported when it is first needed, so that none delays the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ui import dataclass_methods
from ui.actions import Actions
from ui.host import ScreenHost, Window
from ui.qt_classes import make_other_qt_classes
from ui.session import Session
from ui.shell.window import MainWindow

NAMES = (
    "compose", "declare", "history", "templates", "postmortem", "settings", "connections", "plan", "correction",
    "takeover", "welcome",
)  # fmt: skip
"""In the order in which they are likely to be wanted."""

WITH_THE_SECOND = ("ui.shell.reading_order", "ui.palette.box", "slugify")
"""What is first needed when another screen takes the focus from the first one, and for the channel's name of a new incident."""

ASKED_BY_COMPOSE = (
    "ui.compose.confirming", "ui.publish.page", "ui.compose.reason", "ui.approval_sheet", "ui.compose.taking_live", "ui.compose.recipients_asking",
)  # fmt: skip
"""What the first screen needs once a person has done something there. Being ready to publish does not wait for it: it was 45 ms of 320 of imports."""

MADE_BEFORE = ("declare",)
"""What is made, and not only imported, before it is wanted: to make it takes 25 ms, and to lay it out and paint it as much again."""

AT_REST_MS = 1_000
"""So long after the first screen was shown."""


def load(name: str) -> None:
    """Import a screen before it is wanted, on a worker: that alone takes longer than the window may stand still."""
    for module in ("presenter", "view"):
        import_module(f"ui.{name}.{module}")


class LoadOthers(QObject):
    """Imports the other screens once the first one was shown, each as a job of its own."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session, self._jobs = window, session, session.jobs
        window.shown.connect(self._soon)

    @Slot()
    def _soon(self) -> None:
        self._window.shown.disconnect(self._soon)
        QTimer.singleShot(AT_REST_MS, self, self._load)

    @Slot()
    def _load(self) -> None:
        make_other_qt_classes()
        dataclass_methods.started()
        for module in (*ASKED_BY_COMPOSE, *WITH_THE_SECOND):
            self._jobs.submit(partial(import_module, module), line="load")
        self._left = len(NAMES)
        for name in NAMES:  # storing does not wait for it
            self._jobs.submit(partial(load, name), self._on_loaded, line="load")

    def _on_loaded(self, _: None) -> None:
        self._left -= 1
        if not self._left:  # not beside the imports, which would make it take three times as long
            QTimer.singleShot(0, self, self._make)
            self._jobs.submit(dataclass_methods.end, line="load")

    @Slot()
    def _make(self) -> None:
        for name in MADE_BEFORE:
            if self._session.is_open:
                self._window.make_ready(name)


def makers(session: Session, actions: Actions, window: Window) -> dict[str, Callable[[], QWidget]]:
    """What makes each screen: a view on its presenter."""

    def welcome() -> QWidget:
        from ui.welcome.view import WelcomeView

        return WelcomeView(session, ScreenHost(window, "welcome"))

    def declare() -> QWidget:
        from ui.declare.presenter import DeclarePresenter
        from ui.declare.view import DeclareView

        return DeclareView(DeclarePresenter(session), actions, ScreenHost(window, "declare"))

    def compose() -> QWidget:
        from ui.compose.presenter import ComposePresenter
        from ui.compose.view import ComposeView

        return ComposeView(ComposePresenter(session), actions, ScreenHost(window, "compose"))

    def history() -> QWidget:
        from ui.history.presenter import HistoryPresenter
        from ui.history.view import HistoryView

        return HistoryView(HistoryPresenter(session), actions, ScreenHost(window, "history"))

    def postmortem() -> QWidget:
        from ui.postmortem.presenter import PostmortemPresenter
        from ui.postmortem.view import PostmortemView

        return PostmortemView(PostmortemPresenter(session), actions, ScreenHost(window, "postmortem"))

    def templates() -> QWidget:
        from ui.templates.presenter import TemplatesPresenter
        from ui.templates.view import TemplatesView

        return TemplatesView(TemplatesPresenter(session), actions, ScreenHost(window, "templates"))

    def settings() -> QWidget:
        from ui.settings.presenter import SettingsPresenter
        from ui.settings.view import SettingsView

        return SettingsView(SettingsPresenter(session), actions, ScreenHost(window, "settings"))

    def connections() -> QWidget:
        from ui.connections.presenter import ConnectionsPresenter
        from ui.connections.view import ConnectionsView

        return ConnectionsView(ConnectionsPresenter(session), actions, ScreenHost(window, "connections"))

    def plan() -> QWidget:
        from ui.plan.presenter import PlanPresenter
        from ui.plan.view import PlanView

        return PlanView(PlanPresenter(session), ScreenHost(window, "plan"))

    def correction() -> QWidget:
        from ui.correction.presenter import CorrectionPresenter
        from ui.correction.view import CorrectionView

        return CorrectionView(CorrectionPresenter(session), actions, ScreenHost(window, "correction"))

    def takeover() -> QWidget:
        from ui.takeover.presenter import TakeoverPresenter
        from ui.takeover.view import TakeoverView

        return TakeoverView(TakeoverPresenter(session), actions, ScreenHost(window, "takeover"))

    return {
        "welcome": welcome,
        "declare": declare,
        "compose": compose,
        "history": history,
        "postmortem": postmortem,
        "templates": templates,
        "settings": settings,
        "plan": plan,
        "connections": connections,
        "correction": correction,
        "takeover": takeover,
    }
