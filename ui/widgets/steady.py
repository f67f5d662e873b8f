"""Room that does not jump while one types, for words that come and go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget


class Room(QWidget):
    """Holds one widget, which shows and hides itself, and is as high as `room_for` says. What has not its whole room stands out of sight."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = inside
        inside.setParent(self)
        inside.setVisible(False)
        inside.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def room_for(self, needed: int, width: int) -> int:  # noqa: ARG002 - others ask for the width
        """How high it is at this width while what is inside needs so much (0: nothing is inside)."""
        return needed

    def sizeHint(self) -> QSize:
        """As wide as what is inside; the height goes with the width."""
        wide = self._inside.sizeHint().width()
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        """Words wrap."""
        return QSize(self._inside.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What is inside, or what is kept for it."""
        return self.room_for(0 if self._inside.isHidden() else self._needed(width), width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is inside goes along."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What is inside came, went, or says something else."""
        kinds = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
        if event.type() in kinds:
            self.refresh()
        return False

    def refresh(self) -> None:
        """Another height may be right by now."""
        self.updateGeometry()
        self._place()

    def _needed(self, width: int) -> int:
        layout = self._inside.layout()
        return self._inside.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)

    def _place(self) -> None:
        needed = self._needed(self.width())
        top = 0 if needed <= self.height() else self.height() + 1
        self._inside.setGeometry(0, top, self.width(), needed)


class SteadyRoom(Room):
    """Room below an input, in its row of a form.

    From the first key on until the focus leaves, it stays as high as it is: words that go leave their place empty, and words that come, and need more than the row has below the
    input, wait. Meanwhile the input's border tells, and so do the footer and the list of checks.
    """

    def __init__(self, inside: QWidget, row: QWidget) -> None:
        super().__init__(inside, row)
        self._row = row
        self._kept: int | None = None

    def keep(self) -> None:
        """A key was pressed in the input."""
        focused = self.window().focusWidget()
        if self._kept is None and focused is not None and self._row.isAncestorOf(focused):
            self._kept = self.height()

    def let_go(self) -> None:
        """The focus left the input."""
        if self._kept is not None:
            self._kept = None
            self.refresh()

    def room_for(self, needed: int, width: int) -> int:  # noqa: ARG002 - it is the row's height that counts
        """What is needed, as far as nothing else moves for it."""
        if self._kept is None:
            return needed
        below = self._row.height() - self.y()
        return max(self._kept, needed) if needed <= max(self._kept, below) else self._kept


class GrownRoom(Room):
    """Room that grows at once and shrinks only when the focus goes elsewhere: for words that get fewer while one types in a field that lies apart from them."""

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(inside, parent)
        self._most: dict[int, int] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._settle)

    def room_for(self, needed: int, width: int) -> int:
        """The most that was needed at this width since the focus last moved, and a line to spare where there were words then: one more fact may be missing."""
        if width not in self._most:
            self._most[width] = needed + (round(1.25 * self.fontMetrics().lineSpacing()) if needed else 0)
        self._most[width] = max(needed, self._most[width])
        return self._most[width]

    @Slot(QWidget, QWidget)
    def _settle(self, _before: QWidget | None, _now: QWidget | None) -> None:
        """Nobody types at this moment: take no more than is needed."""
        if self._most:
            self._most.clear()
            self.refresh()
