"""Ctrl+K: the search box of the top bar with a list that drops down below it. The keys stay in the box."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from ui.palette.painting import PaletteDelegate, PaletteModel, Panel
from ui.palette.presenter import COMMAND, Kind, PalettePresenter, Row
from ui.shell.window import MainWindow

MOST_VISIBLE = 9
WIDTH = 620


class Palette(QObject):
    """Joins the box, the list and what is done with a choice. `go` brings a screen into sight."""

    def __init__(
        self,
        window: MainWindow,
        presenter: PalettePresenter,
        go: Callable[[str, object], None],
    ) -> None:
        super().__init__(window)
        self._window, self._go = window, go
        self.presenter = presenter
        self.box = window.top_bar.search
        self.model = PaletteModel(self)
        self.panel = Panel(cast("QWidget", window.centralWidget()))
        self.list = QListView(self.panel)
        self._before: QWidget | None = None
        self._fill_panel()
        self.box.installEventFilter(self)
        window.installEventFilter(self)
        self.box.textEdited.connect(self._on_edited)
        self.presenter.offered.connect(self._on_offered)

    @property
    def is_open(self) -> bool:
        """Whether the list is in sight."""
        return self.panel.isVisible()

    @Slot()
    def open(self) -> None:
        """Put the focus into the box and offer something; a second time, begin anew."""
        focus = QApplication.focusWidget()
        if focus is not self.box and focus is not self.list:
            self._before = focus
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._show()
        self.presenter.type(self.box.text())

    @Slot()
    def close(self) -> None:
        """Take the list away and give the focus back to where it was."""
        had = self.box.hasFocus() or self.list.hasFocus()
        self.panel.hide()
        self.box.clear()
        before, self._before = self._before, None
        if not had:
            return
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        except RuntimeError:  # its screen was dropped meanwhile
            pass
        self._window.stack.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the list -------------------------------------------------------------------------------------------------

    def _fill_panel(self) -> None:
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setMouseTracking(True)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.panel.hold(self.list)

    def _show(self) -> None:
        self._place()
        self.panel.show()
        self.panel.raise_()

    def _place(self) -> None:
        """Below the box, as wide as there is room, and as high as its rows."""
        above = self.panel.parentWidget()
        if above is None:
            return
        corner = self.box.mapTo(above, self.box.rect().bottomLeft())
        rows = min(max(self.model.rowCount(), 1), MOST_VISIBLE)
        delegate = cast("PaletteDelegate", self.list.itemDelegate())
        height = rows * delegate.row_height(self.list.font()) + self.panel.edges()
        width = min(max(self.box.width(), WIDTH), above.width() - corner.x() - 12)
        self.panel.setGeometry(
            corner.x(), corner.y() + 4, width, min(height, above.height() - corner.y() - 12)
        )

    @Slot(object)
    def _on_offered(self, rows: tuple[Row, ...]) -> None:
        self.model.show_rows(rows, self._nothing())
        if rows:
            self._select(0)
        if self.is_open:
            self._place()

    def _nothing(self) -> str:
        if self.box.text().strip().startswith(COMMAND):
            return self.tr("No command fits")
        return self.tr("Type to search messages, or > for commands")

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if not self.is_open:
            self._show()
        self.presenter.type(text)

    def _select(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        if said and self.box.hasFocus():  # the focus stays in the box, so the row is told apart
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, said))

    def _move(self, step: int) -> None:
        count = self.model.rowCount()
        if count and self.model.row(0) is not None:
            self._select((self.list.currentIndex().row() + step) % count)

    # --- choosing -------------------------------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is None:
            return
        words = self.box.text().strip()
        self.close()
        match row.kind:
            case Kind.COMMAND:
                self.presenter.run_command(row.target)
            case Kind.INCIDENT:
                self._go("compose", row.target)
            case Kind.MESSAGE:
                self._go("history", (words, row.target))
            case Kind.ALL:
                self._go("history", row.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the box; and the list goes when the focus goes, or the window changes its size."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.is_open:
                self._place()
            return False
        kind = event.type()
        if kind == QEvent.Type.FocusOut and self.is_open:
            focus = QApplication.focusWidget()
            if QApplication.activeWindow() is self._window and focus not in (self.box, self.list):
                self.panel.hide()
        if not isinstance(event, QKeyEvent) or not self.is_open:
            return super().eventFilter(watched, event)
        key = event.key()
        if kind == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()  # else the window's own Esc would take it
            return True
        if kind != QEvent.Type.KeyPress or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Down and watched is self.box:
            self._move(1)
        elif key == Qt.Key.Key_Up and watched is self.box:
            self._move(-1)
        else:
            return super().eventFilter(watched, event)
        return True
