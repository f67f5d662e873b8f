"""The menu of the top bar: every action of the one table, in parts. Made when it is first asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint

from ui.actions import ACTIONS, CONTEXT, MENU, Actions
from ui.shell.top_bar import TopBar
from ui.widgets.menu import Menu

GAP = 2
"""So many pixels below its button it begins."""


class WholeMenu(Menu):
    """All that the window can do. What does nothing on the screen in sight stands there too, and can't be chosen."""

    def __init__(self, actions: Actions, bar: TopBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setObjectName("wholeMenu")
        self.setAccessibleName(self.tr("All commands"))
        for words, starts in MENU:
            part = Menu(QCoreApplication.translate(CONTEXT, words), self)
            part.setObjectName(f"{starts[0]}Menu")
            for one in ACTIONS:
                if one.id.partition(".")[0] in starts:
                    action = actions[one.id]
                    action.setShortcutVisibleInContextMenu(True)  # here keys are learnt, on every platform
                    part.addAction(action)
            self.addMenu(part)

    def open(self) -> None:
        """Drop down below its button."""
        button = self._bar.menu
        corner = button.mapToGlobal(QPoint(button.width() - self.sizeHint().width(), button.height() + GAP))
        self.popup(corner)


def open_menu(actions: Actions, bar: TopBar) -> None:
    """Show the menu; a second time, the same one."""
    menu = bar.findChild(WholeMenu)
    if not isinstance(menu, WholeMenu):
        menu = WholeMenu(actions, bar)
    menu.open()
