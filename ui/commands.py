"""Keys and commands that every screen has, joined to what they do. Wired after the first paint: nobody presses one before there is something to see."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.shell.window import MainWindow

SCREENS = ("history", "templates", "settings", "plan", "connections", "takeover")


def wire(
    window: MainWindow,
    go: Callable[..., None],
    current: Callable[[], str | None],
    search: Callable[[], None],
    open_page: Callable[[], None],
) -> None:
    """`go` brings a screen into sight, `current` is the incident that is, `search` opens the command search, `open_page` the practice status page."""
    actions = window.actions_by_id
    window.footer.problem_wanted.connect(actions["problem.next"].trigger)
    window.footer.earlier_wanted.connect(actions["said.before"].trigger)
    actions.on("incident.declare", partial(go, "declare"))
    actions.on("incident.from_pagerduty", partial(go, "declare", "pagerduty"))
    actions.on("screen.correction", lambda: go("correction", (current() or "", "", "")))
    actions.on("search", search)
    for name in SCREENS:
        actions.on(f"screen.{name}", partial(go, name))
    actions.on("page.open", open_page)
    actions.on("window.close", window.close)
    actions.on("said.before", partial(_show_earlier, window))
    actions.on("help.keys", partial(_show_keys, window))
    actions.on("menu", partial(_open_menu, window))
    window.top_bar.menu_wanted.connect(actions["menu"].trigger)
    actions.show_screen(None)


def _show_earlier(window: MainWindow) -> None:
    from ui.shell.earlier import EarlierDialog

    EarlierDialog.show_for(window, window.passing.said)


def _show_keys(window: MainWindow) -> None:
    from ui.shell.keys import KeysDialog

    KeysDialog.show_for(window)


def _open_menu(window: MainWindow) -> None:
    from ui.shell.menu import open_menu

    open_menu(window.actions_by_id, window.top_bar)
