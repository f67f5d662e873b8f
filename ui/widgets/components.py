"""The affected components: a chip for each, with its state, that can be changed or taken away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from composer.domain.plan import ComponentStatus, Plan
from ui import theme
from ui.widgets.editors import camel
from ui.widgets.flow import FlowLayout
from ui.widgets.menu import Menu
from ui.widgets.text import with_access_key


class MenuButton(QPushButton):
    """A button that opens a menu: by click, Space, Return or Down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Down open the menu too; Qt knows Space alone."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.showMenu()
        else:
            super().keyPressEvent(event)


class MenuChip(MenuButton):
    """A chip that opens a menu."""

    def __init__(self, text: str, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(text, parent)
        self._quiet = quiet
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the words and the chevron."""
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text().replace("&", "")) + 32, max(metrics.height() + 8, 26)
        )

    def minimumSizeHint(self) -> QSize:
        """The chevron and a few letters; the rest is elided, and told as a tip."""
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, words, chevron and focus."""
        of = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = (
            QPen(QColor(of.accent), 2) if focused else QPen(QColor(of.strong_border), 1, Qt.PenStyle.DashLine)
        )
        painter.setPen(pen if focused or self._quiet else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._quiet else QColor(of.chip))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(of.muted if self._quiet else of.text))
        room = self.width() - 30
        words = self.fontMetrics().elidedText(
            self.text().replace("&", ""), Qt.TextElideMode.ElideRight, room + 2
        )
        painter.drawText(9, 0, room + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(QColor(of.muted), 1.6))
        middle, right = self.height() / 2, self.width() - 9.0
        painter.drawPolyline(
            [QPointF(right - 8, middle - 2), QPointF(right - 4, middle + 2.5), QPointF(right, middle - 2)]
        )


class ComponentsPicker(QWidget):
    """Which components are affected, and how much.

    Signals:
        changed(object): a person changed it; `dict[str, ComponentStatus]` by the components' keys.
    """

    changed = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._value: dict[str, ComponentStatus] = {}
        self._default = ComponentStatus.MAJOR_OUTAGE
        self.setObjectName("componentsPicker")
        self.setAccessibleName(self.tr("Affected components"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(self)
        self._chips: dict[str, MenuChip] = {}
        self.add_button = MenuChip(self.tr("Add component"), self, quiet=True)
        self.add_button.setAccessibleName(self.tr("Add component"))
        self.add_button.setObjectName("addComponentButton")
        more = Menu(self.add_button)
        more.aboutToShow.connect(self._fill_more)
        self.add_button.setMenu(more)
        self.setFocusProxy(self.add_button)
        self._flow.addWidget(self.add_button)
        self._show()

    @property
    def value(self) -> dict[str, ComponentStatus]:
        """What is picked now."""
        return dict(self._value)

    def set_value(self, components: Mapping[str, ComponentStatus]) -> None:
        """Show these; nothing is told."""
        if dict(components) != self._value:
            self._value = dict(components)
            self._show()

    def set_default_status(self, status: ComponentStatus) -> None:
        """The state that a component has when it is added."""
        self._default = status

    def status_words(self, status: ComponentStatus) -> str:
        """A state in the plan's words."""
        return self._plan.words.component_status.get(status.value, status.value)

    def _show(self) -> None:
        for key in [key for key in self._chips if key not in self._value]:
            chip = self._chips.pop(key)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for component in self._plan.components:
            if component.key not in self._value:
                continue
            words = f"{component.name}: {self.status_words(self._value[component.key])}"
            chip = self._chips.get(component.key) or self._new_chip(component.key)
            chip.setText(words.replace("&", "&&"))
            chip.setToolTip(words)
            chip.updateGeometry()
        self.add_button.setVisible(len(self._chips) < len(self._plan.components))
        # Beside others, one word says enough, and they stay in one line.
        self.add_button.setText(self.tr("Add…") if self._value else self.tr("Add component"))
        self.add_button.updateGeometry()
        self._flow.invalidate()
        self.updateGeometry()

    def _new_chip(self, key: str) -> MenuChip:
        chip = MenuChip("", self)
        chip.setObjectName(f"{camel(key)}ComponentButton")
        menu = Menu(chip)
        group = QActionGroup(menu)
        menu.aboutToShow.connect(lambda: self._fill_states(key, menu, group))
        chip.setMenu(menu)
        self._chips[key] = chip
        self._flow.insert_widget(len(self._chips) - 1, chip)
        chip.show()
        return chip

    # What a menu offers is put into it when it opens: most are never opened, and actions take memory.

    @Slot()
    def _fill_more(self) -> None:
        menu = self.add_button.menu()
        menu.clear()
        used: set[str] = set()
        for component in self._plan.components:
            if component.key not in self._value:
                action = QAction(with_access_key(component.name, used), menu)
                action.triggered.connect(
                    lambda _checked=False, key=component.key: self._set(key, self._default)
                )
                menu.addAction(action)

    def _fill_states(self, key: str, menu: QMenu, group: QActionGroup) -> None:
        menu.clear()
        used: set[str] = set()
        for status in reversed(ComponentStatus):
            action = QAction(with_access_key(self.status_words(status), used), menu)
            action.setCheckable(True)
            action.setChecked(self._value.get(key) is status)
            action.triggered.connect(lambda _checked=False, status=status: self._set(key, status))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        remove = QAction(with_access_key(self.tr("Remove"), used), menu)
        remove.triggered.connect(lambda _checked=False: self._set(key, None))
        menu.addAction(remove)

    def _set(self, key: str, status: ComponentStatus | None) -> None:
        value = {name: old for name, old in self._value.items() if name != key or status is not None}
        if status is not None:
            value[key] = status
        if value == self._value:
            return
        self._value = value
        self._show()
        if status is None:
            self.add_button.setFocus()
        self.changed.emit(dict(value))
