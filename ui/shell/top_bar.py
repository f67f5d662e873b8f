"""The top bar: the name, PRACTICE or LIVE, search, the states of the connections, and Settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from composer.paths import Mode
from ui import theme
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button
from ui.widgets.framed import Frame
from ui.widgets.surfaces import Badge
from ui.widgets.text import Text

HEIGHT = 44


class TopBar(QWidget):
    """The upper edge of the window.

    Signals:
        settings_wanted(): the button at the right.
    """

    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setMinimumHeight(HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 14, 5)
        layout.setSpacing(12)
        layout.addWidget(Text("Incident Composer", self, bold=True, wrap=False))
        self.mode = Badge("", lambda of: of.warning_ground, lambda of: of.warning_text, self)
        self.mode.setObjectName("modeBadge")
        layout.addWidget(self.mode)
        self.search = QLineEdit(self)
        self.search.setObjectName("searchEdit")
        self.search.setAccessibleName(self.tr("Search messages"))
        self.search.setPlaceholderText(self.tr("Search, > for commands (Ctrl+K)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFrame(False)
        frame = Frame(self)
        frame.add(self.search)
        frame.setMaximumWidth(420)
        layout.addWidget(frame, 3)
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

    def show_mode(self, mode: Mode) -> None:
        """Say plainly whether anything can leave this computer."""
        if mode is Mode.PRACTICE:
            self.mode.set_badge(self.tr("PRACTICE"), lambda of: of.warning_ground, lambda of: of.warning_text)
        else:
            self.mode.set_badge(self.tr("LIVE"), lambda of: of.danger, lambda of: of.on_danger)
        announce(self.mode, self.mode.accessibleName(), at_once=True)
        for state in self._states:  # until it is known what is connected
            words = self.tr("practice, on this computer") if mode is Mode.PRACTICE else ""
            state.show_state(connected=False, words=words)

    def show_connections(self, states: Sequence[tuple[bool, bool, str]]) -> None:
        """For each connection whether it is connected, whether something is missing there, and how it stands in words."""
        for state, (connected, troubled, words) in zip(self._states, states, strict=True):
            state.show_state(connected=connected, words=words, troubled=troubled)

    def resizeEvent(self, event: object) -> None:
        """In a narrow window the connections show their dots and tell their names as tips, so that nothing is cut."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        for state in self._states:
            state.set_short(self.width() < 1_100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, and a line below."""
        of = theme.colours()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(of.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(of.border))


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

    def sizeHint(self) -> QSize:
        """Room for dot and name."""
        metrics = self.fontMetrics()
        return QSize(12 if self._short else 14 + metrics.horizontalAdvance(self._name), metrics.height() + 4)

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
