"""What was wrong: four choices, of which one can be out of reach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.correction.presenter import Fault
from ui.widgets.checks import Radio
from ui.widgets.columns import Columns


class Faults(Columns):
    """The choices side by side, as far as there is room.

    Signals:
        chosen(object): a `Fault`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, letters=19, most=4, steps=(1, 2, 4), line_gap=2)
        self.radios: dict[Fault, Radio] = {}
        group = QButtonGroup(self)
        for fault, words in (
            (Fault.WORDING, self.tr("The &wording")),
            (Fault.PHASE, self.tr("The pha&se")),
            (Fault.INCIDENT, self.tr("The i&ncident")),
            (Fault.PAGE, self.tr("The pa&ge")),
        ):
            radio = Radio(words)
            radio.setObjectName(f"{fault.value}FaultRadio")
            radio.clicked.connect(lambda _on=False, one=fault: self.chosen.emit(one))
            group.addButton(radio)
            self.radios[fault] = radio
        self.set_widgets(list(self.radios.values()))

    def show_fault(self, fault: Fault, *, may_be_page: bool) -> None:
        """Show which one it is."""
        for one, radio in self.radios.items():
            radio.setChecked(one is fault)
        why_not = self.tr("A message can be on the wrong page only where it went to several pages.")
        page = self.radios[Fault.PAGE]
        page.setEnabled(may_be_page)
        page.setToolTip("" if may_be_page else why_not)
        page.setAccessibleDescription("" if may_be_page else why_not)
