"""The plan: its parts at the left, the chosen one at the right, and a box that finds any word in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.host import Host
from ui.later import NEXT_MS, paint_later
from ui.plan.blocks import group_title, widget_of
from ui.plan.parts import Command, Section
from ui.plan.presenter import PlanPresenter
from ui.widgets.combo import Combo
from ui.widgets.framed import Frame
from ui.widgets.rows import RowList
from ui.widgets.scrolling import Page, dress
from ui.widgets.sheet import INSET, Sheet
from ui.widgets.text import Text, Tone, heading, small
from ui.widgets.typed import Line

KEY_ROLE = Qt.ItemDataRole.UserRole
COLUMN = 860
NARROW = 46
"""Below so many lines' heights of width the parts are a box to choose from, so that tables have room."""


class PlanView(QWidget):
    """Reads the plan. Nothing here changes it: it is a file of the person's or the team's."""

    def __init__(self, presenter: PlanPresenter, host: Host) -> None:
        super().__init__()
        self.setObjectName("planScreen")
        presenter.setParent(self)
        self._presenter, self._host = presenter, host
        self.footer_buttons: QWidget | None = None
        self._sections: dict[str, Section] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 0, 0)
        layout.setSpacing(theme.GAP + theme.UNIT)
        layout.addLayout(self._head())
        layout.addWidget(self._chooser())
        both = QHBoxLayout()
        both.setSpacing(theme.EDGE)
        both.addWidget(self._parts())
        self.area = QScrollArea()
        self.area.setObjectName("planArea")
        both.addWidget(self.area, 1)
        layout.addLayout(both, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)
        presenter.changed.connect(self._on_changed)

    def enter(self, argument: object) -> None:
        """Come into sight; `argument` may name a part."""
        wanted = argument if isinstance(argument, str) else None
        if wanted is not None:
            self.filter.clear()
        if (
            self.area.widget() is None
        ):  # made just now: filled in the next turn, and painted in the one after that
            paint_later(self)
            QTimer.singleShot(NEXT_MS, self, partial(self._show_first, wanted))
        else:
            self._show(wanted)
        self._host.say("", Tone.PLAIN.value, self.tr("↑ ↓ choose a part · PgUp PgDn scroll · Ctrl+F find"))
        (self.combo if self._list_sheet.isHidden() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_first(self, wanted: str | None) -> None:
        if self._presenter.is_open:  # the window may have been closed meanwhile
            self._show(wanted)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 18, 0)
        row.setSpacing(theme.EDGE)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = heading("")
        self.title.setObjectName("planTitle")
        self.subtitle = small("")
        self.subtitle.setObjectName("planSubtitle")
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self.filter = Line()
        self.filter.setObjectName("planFilterEdit")
        self.filter.setAccessibleName(self.tr("Find in the plan"))
        self.filter.setPlaceholderText(self.tr("Find in the plan"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFrame(False)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.installEventFilter(self)
        frame = Frame()
        frame.setMaximumWidth(280)
        frame.add(self.filter)
        row.addWidget(frame, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _parts(self) -> QWidget:
        self.list = RowList()
        self.list.setObjectName("planPartsList")
        self.list.setAccessibleName(self.tr("Parts of the plan"))
        self.list.installEventFilter(self)
        self.list.currentItemChanged.connect(self._on_part)
        self._list_sheet = Sheet(self.list)
        return self._list_sheet

    def _chooser(self) -> QWidget:
        """The same parts for a narrow window."""
        self.chooser = QWidget()
        row = QHBoxLayout(self.chooser)
        row.setContentsMargins(0, 0, 18, 0)
        label = QLabel(self.tr("&Part of the plan"))
        self.combo = Combo()
        self.combo.setObjectName("planPartsCombo")
        self.combo.activated.connect(self._on_chosen)
        label.setBuddy(self.combo)
        row.addWidget(label)
        row.addWidget(self.combo, 1)
        self.chooser.hide()
        return self.chooser

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list of parts into a box, or unfold it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().lineSpacing()
        if narrow is self.chooser.isHidden():
            self.chooser.setVisible(narrow)
            self._list_sheet.setVisible(not narrow)

    # --- what is shown --------------------------------------------------------------------------------------------

    def _show(self, wanted: str | None = None) -> None:
        """List the parts that hold what is typed, and show the wanted one, else the one that stood there."""
        presenter = self._presenter
        self.title.setText(presenter.title)
        self.subtitle.setText(presenter.subtitle)
        self.subtitle.set_tone(Tone.WARNING if presenter.has_problems else Tone.MUTED)
        key = wanted or self._key()
        found = presenter.sections(self.filter.text())
        self._sections = {one.key: one for one in found}
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.title)
            item.setData(KEY_ROLE, one.key)
            self.list.addItem(item)
            if one.key == key:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and found:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.combo.clear()
        self.combo.addItems([one.title for one in found])
        if found and not self.filter.text():
            self._list_sheet.setFixedWidth(self.list.widest() + 2 * INSET)
        self._show_part()

    def _key(self) -> str | None:
        item = self.list.currentItem()
        return None if item is None else str(item.data(KEY_ROLE))

    def _show_part(self) -> None:
        paint_later(self)
        """While something is typed all finds stand below each other, the chosen part first in sight; else one part."""
        chosen = self._key()
        self.combo.setCurrentIndex(self.list.currentRow())
        finding = bool(self.filter.text().strip())
        shown = list(self._sections.values()) if finding else [self._sections[chosen]] if chosen else []
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        column.setAccessibleName(", ".join(one.title for one in shown))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 18, theme.WIDE)
        layout.setSpacing(12)
        if not shown:
            words = self.tr("Nothing in the plan holds “{words}”.").format(words=self.filter.text().strip())
            layout.addWidget(Text(words, tone=Tone.MUTED))
        target: QWidget | None = None
        for one in shown:
            title = Text(one.title, bold=True, scale=1.15)
            layout.addWidget(title)
            target = title if finding and one.key == chosen else target
            self._fill(layout, one)
        layout.addStretch(1)
        page = Page()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)
        dress(self.area, page)  # the scroll area deletes the page before
        if target is not None and chosen != next(iter(self._sections), None):
            page.layout().activate()  # type: ignore[union-attr]
            self.area.verticalScrollBar().setValue(target.mapTo(page, target.rect().topLeft()).y())

    def _fill(self, layout: QVBoxLayout, section: Section) -> None:
        group = ""
        for block in section.blocks:
            if isinstance(block, Command) and block.group != group:
                group = block.group
                layout.addWidget(group_title(group))
            layout.addWidget(widget_of(block))

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_part(self, _now: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        self._show_part()

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.list.setCurrentRow(place)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._show()

    @Slot()
    def _on_find(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Page up and down scroll the part wherever the focus is; Down leads from the box to the parts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            bar = self.area.verticalScrollBar()
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                step = bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()
                bar.setValue(bar.value() + step)
                return True
            if watched is self.filter and event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
