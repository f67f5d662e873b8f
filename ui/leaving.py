"""Closing the window, and leaving LIVE: what was typed is stored, and what is on its way is named once before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from composer.domain.errors import UserFacingError
from ui import theme
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.scrolling import Page, scrolled
from ui.widgets.text import Text, Tone, heading, small

if TYPE_CHECKING:
    from composer.services.core import Services

MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """One message that has not arrived yet: what it is, of which incident, where it goes, how it stands, and since when (UTC)."""

    title: str
    incident: str
    destination: str
    state: str
    since: datetime


def on_its_way(services: Services) -> tuple[OnItsWay, ...]:
    """Everything that still moves by itself, or may have arrived and is not known to. Reads the record."""
    from composer.domain.delivery import DeliveryState

    moving = {
        DeliveryState.HELD,
        DeliveryState.QUEUED,
        DeliveryState.SENDING,
        DeliveryState.WAITING,
        DeliveryState.UNKNOWN,
    }
    templates = services.library.templates
    found = []
    for one in services.unfinished():
        if one.state not in moving:
            continue
        template = templates.get(one.template or "")
        title = one.template if template is None else template.head.title
        incident = services.record.find_incident(one.incident_id)
        found.append(
            OnItsWay(
                title or one.channel.value,
                "" if incident is None else incident.title,
                one.destination,
                one.state.value,
                one.created_at,
            )
        )
    return tuple(found)


class Leaving(QObject):
    """Decides whether the window may close. `flush` stores what was typed and not yet stored, `holds_unstored` tells where that failed."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        flush: Callable[[], None],
        holds_unstored: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._flush = session, window, flush
        self._holds_unstored = holds_unstored
        self._unstored = False
        self._asking = False
        self._rows: tuple[OnItsWay, ...] = ()
        self._trouble = ""

    def may_close(self) -> bool:
        """Store what was typed; where something is on its way, ask once."""
        return self._may_go(to_practice=False)

    def may_leave_live(self) -> bool:
        """Before practice is opened: store what was typed; where something of LIVE is on its way, ask once."""
        return self._may_go(to_practice=True)

    def _may_go(self, *, to_practice: bool) -> bool:
        if self._asking:
            return False
        if not self._session.is_open:
            return True
        self._asking = True
        try:
            self._flush()
            return self._is_clear() or self._ask(to_practice=to_practice)
        finally:
            self._asking = False

    @Slot(QSessionManager)
    def on_logout(self, manager: QSessionManager) -> None:
        """The person logs out: what was typed is stored, and they are asked where the desktop lets us ask. The next start goes on."""
        if not self._session.is_open or self._asking:
            return
        self._asking = True
        try:
            self._flush()
            if self._is_clear() or not manager.allowsInteraction():
                return
            if not self._ask(to_practice=False):
                manager.cancel()
            manager.release()
        finally:
            self._asking = False

    def _is_clear(self) -> bool:
        """Whether nothing is on its way. What can't be looked up is asked about: the window can be closed also on a record that fails."""
        self._rows, self._trouble = (), ""
        try:
            self._rows = self._session.ask(on_its_way) or ()
        except UserFacingError as error:
            from ui import sayings

            self._trouble = sayings.trouble(error)
        self._unstored = self._holds_unstored()  # asked after the record, which stores first
        return not self._rows and not self._trouble and not self._unstored

    def _ask(self, *, to_practice: bool) -> bool:
        return LeaveDialog.ask(
            self._window, self._rows, self._trouble, unstored=self._unstored, to_practice=to_practice
        )


class LeaveDialog(QDialog):
    """Names what is on its way. The default keeps the window, or LIVE where the person would leave it for practice."""

    def __init__(
        self,
        rows: Sequence[OnItsWay],
        parent: QWidget | None = None,
        trouble: str = "",
        *,
        unstored: bool = False,
        to_practice: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("leaveDialog")
        count = len(rows)
        if trouble:
            title = self.tr("What is on its way can't be looked up")
        elif unstored:
            title = self.tr("What you typed could not be stored")
        elif count == 1:
            title = self.tr("1 message is on its way")
        else:
            title = self.tr("{count} messages are on their way").format(count=count)
        self.setWindowTitle(title)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.EDGE)
        column.setSpacing(12)
        column.addWidget(heading(title))
        lost = ""
        if unstored:
            lost = (
                self.tr(
                    "Leaving LIVE now loses it. Free some space on the disk, and it is stored by itself; or copy your words first."
                )
                if to_practice
                else self.tr(
                    "Closed now, the window loses it. Keep it open, free some space on the disk, and it is stored by itself; or copy your words first."
                )
            )
            column.addWidget(Text(lost, tone=Tone.DANGER))
        if trouble or rows:
            column.addWidget(Text(trouble, tone=Tone.DANGER) if trouble else self._list(rows), 1)
            after = (
                self.tr(
                    "What is being sent is seen through. In practice nothing else of LIVE leaves. Back in LIVE soon it goes on by itself; "
                    "what has become too old by then is not sent, and asks you. Drafts are kept."
                )
                if to_practice
                else self.tr(
                    "While the window is closed nothing leaves. Opened again soon it goes on by itself; "
                    "what has become too old by then is not sent, and asks you. Drafts are kept."
                )
            )
            column.addWidget(Text(after))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.EDGE)
        buttons.addStretch(1)
        leave, stay = self.tr("&Close the window anyway"), self.tr("&Keep the window open")
        if to_practice:
            leave, stay = self.tr("&Switch to practice anyway"), self.tr("Stay in &LIVE")
        self.leave = Button(leave)
        self.leave.setObjectName("closeAnywayButton")
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.accept)
        self.stay = Button(stay, kind=Kind.PRIMARY)
        self.stay.setObjectName("keepOpenButton")
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.stay)
        column.addLayout(buttons)
        self.setAccessibleName(title)
        told = "; ".join(f"{row.title}: {self._state(row)}" for row in rows)
        self.setAccessibleDescription(" ".join(part for part in (lost, trouble or told) if part))
        wide = 600 if parent is None else min(600, parent.window().width() - 80)
        self.setMinimumWidth(wide)
        self.resize(
            wide, column.heightForWidth(wide)
        )  # wrapped words ask for more before their width is known
        self.stay.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        rows: Sequence[OnItsWay],
        trouble: str = "",
        *,
        unstored: bool = False,
        to_practice: bool = False,
    ) -> bool:
        """Whether the person goes all the same; `trouble` is why the rows are not known, `unstored` that typed words would be lost."""
        dialog = cls(rows, parent, trouble, unstored=unstored, to_practice=to_practice)
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def _list(self, rows: Sequence[OnItsWay]) -> QWidget:
        inside = Page()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.GAP, 0)
        grid.setHorizontalSpacing(theme.WIDE)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for place, row in enumerate(rows[:MOST_ROWS]):
            what = QVBoxLayout()
            what.setSpacing(0)
            what.addWidget(Text(row.title, bold=True))
            what.addWidget(small(" · ".join(part for part in (row.incident, row.destination) if part)))
            grid.addLayout(what, place, 0)
            tone = Tone.WARNING if row.state == "unknown" else Tone.PLAIN
            grid.addWidget(Text(self._state(row), tone=tone), place, 1)
        if len(rows) > MOST_ROWS:
            more = self.tr("… and {count} more").format(count=len(rows) - MOST_ROWS)
            grid.addWidget(small(more), MOST_ROWS, 0)
        grid.setRowStretch(MOST_ROWS + 1, 1)
        if len(rows) <= 6:
            return inside
        area = scrolled(inside)
        area.setMinimumHeight(280)
        return area

    def _state(self, row: OnItsWay) -> str:
        return {
            "held": self.tr("held: nothing has left yet"),
            "queued": self.tr("about to be sent"),
            "sending": self.tr("being sent"),
            "waiting": self.tr("waits to be tried again"),
            "unknown": self.tr("may have arrived: not known yet"),
        }.get(row.state, row.state)
