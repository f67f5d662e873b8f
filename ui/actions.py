"""Every action once: id, words, key. Menus, buttons, the command search and F1 are made from this one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

CONTEXT = "actions"


@dataclass(frozen=True, slots=True)
class ActionText:
    """One action as data. `id` is also its object name; `text` is translated when shown; `keys` are portable key sequences.

    `screens` names those on which the action does something; empty means all.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()


COMPOSE = ("compose",)
FORMS = ("declare", "compose")
ACTS = (*FORMS, "correction")
"""Where the main act has its key."""


ACTIONS: tuple[ActionText, ...] = (
    ActionText("incident.declare", str(QT_TRANSLATE_NOOP("actions", "Declare incident")), ("Ctrl+N",)),
    ActionText(
        "incident.from_pagerduty",
        str(QT_TRANSLATE_NOOP("actions", "Start from a PagerDuty incident")),
        ("Ctrl+Shift+N",),
    ),
    ActionText(
        "incident.publish", str(QT_TRANSLATE_NOOP("actions", "Publish")), ("Ctrl+Return", "Ctrl+Enter"), ACTS
    ),
    ActionText("incident.take_back", str(QT_TRANSLATE_NOOP("actions", "Take back, or go back")), ("Esc",)),
    ActionText(
        "incident.dry_run",
        str(QT_TRANSLATE_NOOP("actions", "Dry run: see what would be sent…")),
        ("Ctrl+Shift+Y",),
        FORMS,
    ),
    ActionText(
        "incident.keep_promise",
        str(QT_TRANSLATE_NOOP("actions", "Nothing new, keep the promise")),
        ("Ctrl+Shift+K",),
        COMPOSE,
    ),
    ActionText(
        "incident.ask_suppliers",
        str(QT_TRANSLATE_NOOP("actions", "Ask the external services how they are")),
        ("Ctrl+Shift+S",),
    ),
    ActionText(
        "search", str(QT_TRANSLATE_NOOP("actions", "Search messages, or > for commands")), ("Ctrl+K",)
    ),
    ActionText("phase.1", str(QT_TRANSLATE_NOOP("actions", "First phase")), ("Ctrl+1",), COMPOSE),
    ActionText("phase.2", str(QT_TRANSLATE_NOOP("actions", "Second phase")), ("Ctrl+2",), COMPOSE),
    ActionText("phase.3", str(QT_TRANSLATE_NOOP("actions", "Third phase")), ("Ctrl+3",), COMPOSE),
    ActionText("phase.4", str(QT_TRANSLATE_NOOP("actions", "Fourth phase")), ("Ctrl+4",), COMPOSE),
    ActionText("phase.5", str(QT_TRANSLATE_NOOP("actions", "Fifth phase")), ("Ctrl+5",), COMPOSE),
    ActionText("problem.next", str(QT_TRANSLATE_NOOP("actions", "Next problem")), ("F8",), FORMS),
    ActionText(
        "problem.previous", str(QT_TRANSLATE_NOOP("actions", "Previous problem")), ("Shift+F8",), FORMS
    ),
    ActionText(
        "problem.mend",
        str(QT_TRANSLATE_NOOP("actions", "Take out what must not leave")),
        ("Ctrl+.",),
        ACTS,
    ),
    ActionText(
        "pagerduty.note",
        str(QT_TRANSLATE_NOOP("actions", "Add a note at PagerDuty")),
        ("Ctrl+Shift+J",),
        COMPOSE,
    ),
    ActionText(
        "pagerduty.page",
        str(QT_TRANSLATE_NOOP("actions", "Page for help by PagerDuty")),
        ("Ctrl+Shift+G",),
        COMPOSE,
    ),
    ActionText(
        "pagerduty.read",
        str(QT_TRANSLATE_NOOP("actions", "Read PagerDuty's log into the timeline")),
        ("Ctrl+Shift+L",),
        COMPOSE,
    ),
    ActionText(
        "screen.correction", str(QT_TRANSLATE_NOOP("actions", "Correct what was sent…")), ("Ctrl+Shift+C",)
    ),
    ActionText(
        "screen.takeover",
        str(QT_TRANSLATE_NOOP("actions", "Take over a running incident…")),
        ("Ctrl+Shift+T",),
    ),
    ActionText(
        "mail.recipients",
        str(QT_TRANSLATE_NOOP("actions", "Recipients of the mail to customers")),
        ("Ctrl+Shift+R",),
        COMPOSE,
    ),
    ActionText(
        "mail.test",
        str(QT_TRANSLATE_NOOP("actions", "Send a test of the mail to myself")),
        ("Ctrl+Shift+E",),
        COMPOSE,
    ),
    ActionText(
        "mail.pause",
        str(QT_TRANSLATE_NOOP("actions", "Pause the mail, or go on with it")),
        ("Ctrl+Shift+P",),
        COMPOSE,
    ),
    ActionText(
        "mail.record", str(QT_TRANSLATE_NOOP("actions", "Who has the mail")), ("Ctrl+Shift+D",), COMPOSE
    ),
    ActionText("screen.history", str(QT_TRANSLATE_NOOP("actions", "History")), ("Ctrl+H",)),
    ActionText("screen.templates", str(QT_TRANSLATE_NOOP("actions", "Templates")), ("Ctrl+T",)),
    ActionText("screen.settings", str(QT_TRANSLATE_NOOP("actions", "Settings")), ("Ctrl+,",)),
    ActionText("screen.connections", str(QT_TRANSLATE_NOOP("actions", "Connections")), ("F3",)),
    ActionText("screen.plan", str(QT_TRANSLATE_NOOP("actions", "The plan")), ("F2",)),
    ActionText(
        "page.open", str(QT_TRANSLATE_NOOP("actions", "Open the practice status page")), ("Ctrl+Shift+O",)
    ),
    ActionText("menu", str(QT_TRANSLATE_NOOP("actions", "All commands")), ("F10",)),
    ActionText(
        "said.before", str(QT_TRANSLATE_NOOP("actions", "What was said in the footer before")), ("F9",)
    ),
    ActionText("help.keys", str(QT_TRANSLATE_NOOP("actions", "Keys")), ("F1",)),
    ActionText("window.close", str(QT_TRANSLATE_NOOP("actions", "Close the window")), ("Ctrl+Q",)),
)


MENU: tuple[tuple[str, tuple[str, ...]], ...] = (
    (str(QT_TRANSLATE_NOOP("actions", "&Incident")), ("incident",)),
    (str(QT_TRANSLATE_NOOP("actions", "&Phases and problems")), ("phase", "problem")),
    (str(QT_TRANSLATE_NOOP("actions", "Page&rDuty")), ("pagerduty",)),
    (str(QT_TRANSLATE_NOOP("actions", "&Mail to customers")), ("mail",)),
    (str(QT_TRANSLATE_NOOP("actions", "&Go to")), ("screen", "page")),
    (str(QT_TRANSLATE_NOOP("actions", "&Window and help")), ("search", "menu", "said", "help", "window")),
)
"""The parts of the menu, each with the first words of the ids that stand there."""


def translated(action: ActionText) -> str:
    """The action's words in the person's language."""
    return QCoreApplication.translate(CONTEXT, action.text)


def key_text(action: ActionText) -> str:
    """The action's first key as this platform writes it, or nothing."""
    return (
        QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
    )


class Actions(QObject):
    """The window's actions by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for one in ACTIONS:
            action = QAction(window)
            action.setText(
                translated(one)
            )  # asked for with its words, Qt would look at icons first, and make their classes
            action.setObjectName(one.id)
            action.setShortcuts([QKeySequence(keys) for keys in one.keys])
            window.addAction(action)
            self._actions[one.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def on(self, action_id: str, call: Callable[[], object]) -> None:
        """Call something when the action is triggered."""
        self._actions[action_id].triggered.connect(lambda _checked=False: call())

    def show_screen(self, screen: str | None) -> None:
        """Only what does something on that screen can be chosen and pressed."""
        for one in ACTIONS:
            self._actions[one.id].setEnabled(not one.screens or screen in one.screens)

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the table's order."""
        return tuple(self._actions.values())
