"""The screens by name. Each is imported when it is first needed, so that none delays the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.actions import Actions
from ui.host import ScreenHost, Window
from ui.session import Session


def load(name: str) -> None:
    """Import the screen that will come first, on a worker: it takes as long as the window may stand still at most."""
    from importlib import import_module

    for module in ("presenter", "view"):
        import_module(f"ui.{name}.{module}")


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
