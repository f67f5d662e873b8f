"""Where a round went: a box to tick for each place, what its service allows, and *Pause* where a mail is still leaving."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.services.what_went_out import RoundThatWent, WentOut
from ui import theme
from ui.correction.allowed import allowed, place
from ui.correction.presenter import Fault, Typed
from ui.widgets.buttons import Button, Kind
from ui.widgets.checks import BOX, Check
from ui.widgets.text import small


class Places(QWidget):
    """The places of one round.

    Signals:
        ticked(str, bool): a delivery's id, and whether it is to be put right.
        pause_wanted(str): let no further copy of that mail leave.
    """

    ticked = Signal(str, bool)
    pause_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correctionPlaces")
        self.boxes: dict[str, Check] = {}
        self.pauses: dict[str, Button] = {}
        self._went: dict[str, WentOut] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.UNIT)

    def show_round(self, shown: RoundThatWent | None) -> None:
        """Show where it went."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self.pauses = {}, {}
        self._went = {one.delivery.id: one for one in (() if shown is None else shown.went)}
        for place_number, one in enumerate(self._went.values()):
            self._add(place_number, one)

    def show_typed(self, typed: Typed) -> None:
        """Show what is ticked; on the wrong page, only pages can be."""
        for own, box in self.boxes.items():
            one = self._went[own]
            is_page = one.delivery.channel.value == "status_page"
            box.setEnabled(one.corrects and (typed.fault is not Fault.PAGE or is_page))
            box.setChecked(own in typed.chosen)

    def _add(self, number: int, one: WentOut) -> None:
        own = one.delivery.id
        box = Check(place(one), self)
        box.setObjectName(f"placeCheck{number}")
        box.setAccessibleDescription(allowed(one))
        box.clicked.connect(lambda on: self.ticked.emit(own, on))
        self._column.addWidget(box)
        self.boxes[own] = box
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(BOX + 9, 0, 0, theme.UNIT)
        column.setSpacing(0)
        column.addWidget(small(allowed(one)))
        if one.left and not one.paused:
            button = Button(self.tr("Pause the mail"), below, kind=Kind.LINK)
            button.setObjectName(f"pauseWrongMailButton{number}")
            button.clicked.connect(lambda: self.pause_wanted.emit(own))
            column.addWidget(button)
            self.pauses[own] = button
        self._column.addWidget(below)
