"""The top bar: the name, PRACTICE or LIVE, search, the states of the connections, Settings and the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from composer.paths import Mode
from ui import theme
from ui.language import key_words
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button
from ui.widgets.framed import Frame
from ui.widgets.surfaces import Badge, fill
from ui.widgets.text import Text
from ui.widgets.typed import Line

HEIGHT, SEARCH = 44, 420


class TopBar(QWidget):
    """The upper edge of the window.

    Signals:
        settings_wanted(): the button at the right.
        menu_wanted(): the one beside it.
    """

    settings_wanted = Signal()
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setMinimumHeight(HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.setSpacing(12)
        self.name = Text("Incident Composer", self, bold=True, wrap=False)
        layout.addWidget(self.name)
        self.mode = ModeBadge(self)
        self.mode.setObjectName("modeBadge")
        layout.addWidget(self.mode)
        self.search = Line(self)
        self.search.setObjectName("searchEdit")
        self.search.setAccessibleName(self.tr("Search messages"))
        self.search.setToolTip(self.tr("Search, > for commands (Ctrl+K)"))
        self.search.setFrame(False)
        self.search.setMinimumWidth(90)
        self.search.textChanged.connect(self._show_keys)
        self._words = (
            self.tr("Search messages and incidents"),
            self.tr("Search messages"),
            self.tr("Search"),
        )
        self._keys = Badge(key_words("Ctrl K"), lambda of: of.chip, lambda of: of.muted, self)
        self._keys.setAccessibleName("")
        frame = self._frame = _Room(self, self._show_keys)
        frame.hold(self.search)
        frame.row.addWidget(self._keys)
        frame.setMaximumWidth(SEARCH)
        layout.addWidget(frame, 1_000)
        layout.addStretch(1)
        self._states = [
            ConnectionState(name, self)
            for name in (self.tr("Slack"), self.tr("Status page"), self.tr("Email"), self.tr("PagerDuty"))
        ]
        for state in self._states:
            layout.addWidget(state)
        self.settings = Button(self.tr("Settings"), self)
        self.settings.setObjectName("settingsButton")
        self.settings.clicked.connect(self.settings_wanted)
        layout.addWidget(self.settings)
        self.menu = Button(self.tr("Menu"), self)
        self.menu.setObjectName("menuButton")
        self.menu.setToolTip(self.tr("All commands (F10)"))
        self.menu.clicked.connect(self.menu_wanted)
        layout.addWidget(self.menu)

    def show_mode(self, mode: Mode) -> None:
        """Say plainly whether anything can leave this computer."""
        if mode is Mode.PRACTICE:
            self.mode.set_badge(self.tr("PRACTICE"), lambda of: of.warning_ground, lambda of: of.warning_text)
            self.mode.is_edged = True
        else:
            self.mode.set_badge(self.tr("LIVE"), lambda of: of.danger, lambda of: of.on_danger)
            self.mode.is_edged = False
        announce(self.mode, self.mode.accessibleName(), at_once=True)
        for state in self._states:  # until it is known what is connected
            words = self.tr("practice, on this computer") if mode is Mode.PRACTICE else ""
            state.show_state(connected=False, words=words)

    def show_connections(self, states: Sequence[tuple[bool, bool, str]]) -> None:
        """For each connection whether it is connected, whether something is missing there, and how it stands in words."""
        for state, (connected, troubled, words) in zip(self._states, states, strict=True):
            state.show_state(connected=connected, words=words, troubled=troubled)

    def minimumSizeHint(self) -> QSize:
        """What does not fit goes, so it keeps no window wide."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """What is least needed goes first where it is narrow: room to search, the program's name, the names of the connections."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def begin(self) -> None:
        """The window was painted: from now on the focus is shown, and larger text is heard of."""
        from ui.shell.larger_text import LargerText

        self._frame.watch(self.search)
        LargerText(self, self._fit)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        fixed = [one.sizeHint().width() for one in (self.mode, self.settings, self.menu)]
        fixed.append(self._search_needs())
        named = [state.whole_width() for state in self._states]
        name = self.name.sizeHint().width()
        gaps = layout.spacing() * (len(fixed) + len(named) + 1) + margins.left() + margins.right()
        room = self.width() - gaps - sum(fixed)
        self.name.setVisible(room >= name + sum(named))
        for state in self._states:
            state.set_short(room < sum(named))
        self._show_keys()

    def _search_needs(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._words[-1]) + self._keys.sizeHint().width() + 48

    @Slot()
    def _show_keys(self) -> None:
        """The keys stand there while nothing is typed, and the words are those that fit beside them."""
        typed = bool(self.search.text())
        if typed and not self.search.isClearButtonEnabled():  # made when it is first needed
            self.search.setClearButtonEnabled(True)
        self._keys.setVisible(not typed)
        room = self._frame.width() - self._keys.sizeHint().width() - 44
        metrics = self.search.fontMetrics()
        fitting = (words for words in self._words if metrics.horizontalAdvance(words) <= room)
        self.search.setPlaceholderText(next(fitting, self._words[-1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, and a line below."""
        of = theme.colours()
        painter = QPainter(self)
        fill(painter, 0, 0, self.width(), self.height(), of.card)
        fill(painter, 0, self.height() - 1, self.width(), 1, of.border)


class _Room(Frame):
    """The room to search in; tells when it became another one."""

    def __init__(self, parent: QWidget, resized: Callable[[], object]) -> None:
        super().__init__(parent)
        self._resized = resized

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the bar allows."""
        super().resizeEvent(event)
        self._resized()


class ModeBadge(Badge):
    """PRACTICE, on a pale ground that only an edge sets apart from the bar, or LIVE, on red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", lambda of: of.warning_ground, lambda of: of.warning_text, parent)
        self.is_edged = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge, and its edge."""
        super().paintEvent(event)
        if self.is_edged:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colours().warning_border), 1))
            height = self.sizeHint().height()
            area = QRectF(0, (self.height() - height) / 2, self.width(), height)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class ConnectionState(QWidget):
    """One connection: a ring, a filled dot or a triangle, and its name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._connected, self._troubled, self._short = name, False, False, False
        self.show_state(connected=False, words="")

    def show_state(self, *, connected: bool, words: str, troubled: bool = False) -> None:
        """Filled where it is connected, a triangle where something is missing there, a ring where it is not connected."""
        self._connected, self._troubled = connected, troubled
        self.setToolTip(f"{self._name}: {words}" if words else self._name)
        self.setAccessibleName(self.toolTip())
        self.update()

    def set_short(self, short: bool) -> None:
        """Show the dot alone."""
        if short is not self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """The room for dot and name."""
        return 14 + self.fontMetrics().horizontalAdvance(self._name)

    def sizeHint(self) -> QSize:
        """Room for what is shown."""
        return QSize(12 if self._short else self.whole_width(), self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """The name is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dot and name."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(of.good_text if self._connected else of.muted)
        if self._troubled:
            colour = QColor(of.warning_text)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._connected else Qt.BrushStyle.NoBrush)
        middle = self.height() / 2
        if self._troubled:
            painter.drawPolygon([QPointF(5, middle - 4), QPointF(9, middle + 4), QPointF(1, middle + 4)])
        else:
            painter.drawEllipse(QRectF(1, middle - 4, 8, 8))
        if not self._short:
            painter.setPen(QColor(of.muted))
            area = QRectF(14, 0, self.width() - 14, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name)
