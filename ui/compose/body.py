"""The parts of the compose screen and how they are arranged: side by side, or in turns where there is no room for both."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from composer.domain.draft import Draft
from composer.domain.findings import Finding
from composer.domain.plan import Plan
from ui import theme
from ui.compose.cards import MessageCards
from ui.compose.checks import ChecksList
from ui.compose.facts import FactsForm
from ui.compose.header import Header
from ui.compose.security_bar import SecurityBar
from ui.compose.skips import SkipsList
from ui.compose.stepper import Stepper
from ui.compose.suppliers_strip import SuppliersStrip
from ui.publish.presenter import PublishPresenter
from ui.publish.timeline import Timeline
from ui.widgets.columns import Edge
from ui.widgets.components import MenuChip
from ui.widgets.flat_tabs import FlatTabs
from ui.widgets.previews import PreviewPane
from ui.widgets.text import section

if TYPE_CHECKING:  # loaded when a publish is first shown
    from ui.publish.page import PublishPage

SIDE_BY_SIDE = 1_600
"""From so many pixels of the window's width on, at the usual size of text, the previews stand beside each other."""
LOW = 460
"""Below so many pixels of height, at the usual size of text, head and messages take as little as tells them, so that the facts are in sight."""
LOW_SECURITY = 620
"""The same for a security incident, which has a line more in the head, and rows that are suspended."""
TIMELINE = "timeline"
"""The line for an own entry, which is no field."""


class Body(QWidget):
    """Everything of the screen but the footer.

    Signals:
        page_made(object): the `PublishPage`, once, when a publish is first shown.
    """

    page_made = Signal(object)

    def __init__(self, plan: Plan, after: PublishPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header, self.stepper = Header(plan), Stepper(plan)
        self.cards, self.skips, self.facts = MessageCards(), SkipsList(), FactsForm(plan)
        self.pane, self.checks, self.timeline = PreviewPane(plan), ChecksList(), Timeline()
        self.suppliers = SuppliersStrip()
        self.timeline.typed.connect(after.half_typed.keep)
        after.half_typed.found.connect(self.timeline.fill)
        self._after = after
        self._page: PublishPage | None = None
        self.is_wide = True
        self._place: tuple[QWidget | None, int] = (None, 0)
        self._wants_focus = False
        self._missing: set[str | None] | None = None
        self._caret: str | None = None
        self._build()
        self.form_scroll.installEventFilter(self)
        self.security_bar.installEventFilter(self)

    def _build(self) -> None:
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, theme.UNIT, theme.GAP)
        form.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(section(self.tr("What to send now")), 1)
        self.duty = MenuChip("", inside)
        self.duty.setObjectName("pagerDutyButton")
        self.duty.hide()
        self.security = MenuChip("", inside)
        self.security.setObjectName("securityButton")
        head.addWidget(self.security)
        head.addWidget(self.duty)
        form.addLayout(head)
        form.addWidget(self.cards)
        form.addWidget(self.skips)
        form.addWidget(self.facts)
        form.addStretch(1)
        self.form_scroll = QScrollArea()
        self.form_scroll.setObjectName("composeScroll")
        self.form_scroll.setWidgetResizable(True)
        self.form_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.form_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form_scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form_scroll.setWidget(inside)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.form_scroll)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.EDGE + 2, theme.EDGE - 2, theme.EDGE - 2, 0)
        column.setSpacing(theme.EDGE - 4)
        column.addWidget(self.header)
        self.security_bar = SecurityBar()
        column.addWidget(self.security_bar)
        column.addWidget(self.stepper)
        column.addWidget(self.middle, 1)
        right = QWidget()
        beside = QHBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(Edge())
        side = QVBoxLayout()
        side.setSpacing(theme.UNIT)
        side.addWidget(self.pane, 1_000)  # as tall as what is in sight, so that the checks stand right below
        side.addWidget(self.checks)
        side.addWidget(self.suppliers)
        side.addStretch(1)
        beside.addLayout(side, 1)
        self.pane.set_snug()
        self.pane.add_page(self.timeline, self.tr("Timeline"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("composeSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 420])
        right.setMinimumWidth(300)
        self.fold = FlatTabs()
        self.fold.setObjectName("composeFoldTabs")
        self.fold.setAccessibleName(self.tr("Facts or previews"))
        self.fold.addTab(self.tr("Messages and facts"))
        self.fold.addTab(self.tr("Previews and timeline"))
        self.fold.hide()
        self.fold.currentChanged.connect(self._on_fold)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.fold)
        whole.addWidget(self.splitter, 1)
        self.form, self._left, self._right = inside, left, right

    @property
    def page(self) -> PublishPage:
        """What stands in the middle after a publish; made when it is first asked for: the form is ready 35 ms earlier without it."""
        if self._page is None:
            from ui.publish.page import PublishPage

            self._page = PublishPage(self._after)
            self.middle.addWidget(self._page)
            self.page_made.emit(self._page)
        return self._page

    @property
    def is_composing(self) -> bool:
        """Whether the form stands in the middle, and not a publish."""
        return self.middle.currentWidget() is self.form_scroll

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards and checks take less room in a small window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The middle was made narrower or wider, or the incident became a security incident."""
        if watched is self.security_bar:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._fit()
        elif event.type() == QEvent.Type.Resize:
            self._fit_cards()
        return super().eventFilter(watched, event)

    def _scale(self) -> float:
        return max(1.0, self.fontMetrics().height() / 16)

    def _fit_cards(self) -> None:
        self.cards.set_columns(1 if self.form_scroll.width() < 400 * self._scale() else 2)

    def _fit(self) -> None:
        scale = self._scale()
        self._fit_cards()
        self.is_wide = self.width() >= 940 * scale
        low = self.height() < (LOW if self.security_bar.isHidden() else LOW_SECURITY) * scale
        for part in (self.header, self.security_bar, self.stepper, self.cards):
            part.set_low(low)
        spread = self.window().width() >= SIDE_BY_SIDE * scale
        if spread is not self.pane.is_side_by_side:
            self.pane.set_side_by_side(spread)
            share = 0.36 if spread else 0.59
            self.splitter.setSizes([int(self.width() * share), int(self.width() * (1 - share))])
        self.checks.fit(self._right.height())
        folded = self.width() < 720 * scale
        if folded is self.fold.isHidden():
            self.fold.setVisible(folded)
            self._on_fold()

    @Slot()
    def _on_fold(self) -> None:
        """Where there is no room for both, the facts and the previews take turns."""
        folded = not self.fold.isHidden()
        self._left.setVisible(not folded or self.fold.currentIndex() == 0)
        self._right.setVisible(not folded or self.fold.currentIndex() == 1)

    def show_form(self) -> None:
        """The messages and facts stand in the middle."""
        self.middle.setCurrentWidget(self.form_scroll)
        self.checks.show()
        self.suppliers.set_in_place(True)
        if self.pane.tabs.currentWidget() is self.timeline:
            self.pane.show_first()

    def show_page(self) -> None:
        """The publish stands in the middle, the timeline beside it."""
        self.middle.setCurrentWidget(self.page)
        self.checks.hide()
        self.suppliers.set_in_place(False)
        self.pane.show_page(self.timeline)

    def remember_place(self) -> None:
        """Keep in mind where the person is in the form: the input with the focus, and what is scrolled to."""
        focused = self.window().focusWidget()
        inside = focused is not None and self.form.isAncestorOf(focused)
        self._place = (focused if inside else None, self.form_scroll.verticalScrollBar().value())

    def restore_place(self) -> None:
        """Bring the person back to where they were; each input has kept its own caret."""
        focused, scrolled = self._place
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_scroll.verticalScrollBar().setValue(scrolled)

    def turn_to(self, incident_id: str, draft: Draft | None) -> None:
        """Another incident is being read: what is typed until it is there would go into this one."""
        self.timeline.turn_to(incident_id)
        self.form.setEnabled(draft is None or draft.incident_id == incident_id)

    def focus_soon(self) -> None:
        """The screen was loaded anew: once its fields are known, one of them gets the focus."""
        self.form.setEnabled(True)
        self._wants_focus = True

    def caret(self) -> str | None:
        """Where the person is typing: a field's name, or `TIMELINE`; None anywhere else."""
        focused = self.window().focusWidget()
        if focused is self.timeline.edit:
            return TIMELINE
        rows = self.facts.in_sight() if focused is not None else ()
        return next((row.field.name for row in rows if focused and row.isAncestorOf(focused)), None)

    def put_caret(self, where: str | None) -> None:
        """Go on there once the screen is filled: it takes the place of one in which the person was typing."""
        self._caret = where

    @contextmanager
    def keeping_focus(self) -> Iterator[None]:
        """Where the field that has the focus is no longer asked for, another one gets it: Qt would give it to the search, and the next words with it."""
        focused = self.window().focusWidget()
        is_here = focused is not None and self.form.isAncestorOf(focused)
        yield
        if is_here and focused is not None and not focused.isVisible():
            self.focus_soon()

    def focus_first(self, blocking: tuple[Finding, ...]) -> None:
        """Bring the focus to the first field that something is missing in, else to the first of all, so that one can type at once."""
        if not self._wants_focus or not self.is_composing:
            return
        self._missing = {one.field for one in blocking}
        if self.isVisible():
            self._focus_missing()

    def showEvent(self, event: QShowEvent) -> None:
        """The form may have been filled out of sight: the focus comes once the screen that was in sight before has let go of it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._focus_missing)

    @Slot()
    def _focus_missing(self) -> None:
        missing, self._missing = self._missing, None
        if missing is None:
            return
        self._wants_focus = False
        caret, self._caret = self._caret, None
        if caret == TIMELINE:
            self.fold.setCurrentIndex(1)
            self.pane.show_page(self.timeline)
            self.timeline.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if caret is not None and self.facts.focus(caret):
            return
        rows = self.facts.in_sight()
        row = next((one for one in rows if one.field.name in missing), next(iter(rows), None))
        card = next((one for one in self.cards.cards.values() if not one.isHidden()), None)
        if row is not None:
            row.focus_editor()
            QTimer.singleShot(0, row, lambda: self._into_sight(row))  # once the rows have their places
        elif card is not None:  # nothing is ticked, so no field is asked for
            card.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_sight(self, row: QWidget) -> None:
        """What is typed at once is seen at once."""
        if row.isAncestorOf(self.window().focusWidget() or self):
            self.form_scroll.ensureWidgetVisible(row, 0, theme.EDGE)

    def focus_on(self, finding: Finding) -> None:
        """Bring what a finding concerns into sight, with the focus in it."""
        self.fold.setCurrentIndex(0)
        if not self.facts.focus(finding.field):
            card = self.cards.cards.get(finding.template or "")
            target: QWidget = self.stepper.steps[0] if card is None or card.isHidden() else card.box
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        focused = self.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self.form_scroll.ensureWidgetVisible(focused, 20, 60)
