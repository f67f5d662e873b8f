"""Putting right what was sent: a labelled correction, or on request the same message with other words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState
from composer.domain.plan import ComponentStatus, Plan
from composer.services.correcting import Correctable
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.components import ComponentsPicker
from ui.widgets.copy_box import CopyBox
from ui.widgets.form import FindingLine
from ui.widgets.framed import Frame
from ui.widgets.scrolling import dress
from ui.widgets.text import Text, heading, small
from ui.widgets.text_editors import GrowingEdit


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person wants said. `components` None leaves them; `reason` is there where the words are to be changed in place, without a label."""

    text: str
    components: Mapping[str, ComponentStatus] | None = None
    reason: str | None = None


class CorrectDialog(QDialog):
    """What readers have, what is right, and who is told."""

    def __init__(
        self,
        found: Correctable,
        title: str,
        plan: Plan,
        components: Mapping[str, ComponentStatus],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correctDialog")
        title = self.tr("Correct: {title}").format(title=title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._found = found
        self._before = dict(components)
        self._typed = {False: "", True: found.message.text}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.UNIT, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(CopyBox(self.tr("What readers have"), found.message.text))
        self._label = Text("", bold=True)
        column.addWidget(self._label)
        self.edit = GrowingEdit(found.field.maximum + 400, rows=(3, 9))
        self.edit.setObjectName("correctionEdit")
        self._label.setBuddy(self.edit)
        self._frame = Frame(margins=(4, 2, 2, 2))
        self._frame.add(self.edit)
        column.addWidget(self._frame)
        self._help = small("")
        column.addWidget(self._help)
        self.finding = FindingLine()
        column.addWidget(self.finding)
        self.components = ComponentsPicker(plan)
        self.components.set_value(self._before)
        self._components_label = Text(self.tr("Affected components, as they really are"), bold=True)
        self._components_label.setBuddy(self.components)
        on_page = found.delivery.channel is Channel.STATUS_PAGE
        for widget in (self._components_label, self.components):
            widget.setVisible(on_page)
            column.addWidget(widget)
        self.in_place = QCheckBox(self.tr("&Change the words in place instead, without a label"))
        self.in_place.setObjectName("inPlaceCheck")
        self.in_place.setVisible(found.may_rewrite)
        self.in_place.toggled.connect(self._show_way)
        column.addWidget(self.in_place)
        self._reason_label = Text(self.tr("&Why nobody is told"), bold=True)
        self.reason = QLineEdit()
        self.reason.setFrame(False)
        self.reason.setObjectName("rewriteReasonEdit")
        self.reason.setAccessibleName(self.tr("Why nobody is told"))
        self.reason.setMaxLength(1_000)
        self._reason_label.setBuddy(self.reason)
        self._reason_frame = Frame()
        self._reason_frame.add(self.reason)
        column.addWidget(self._reason_label)
        column.addWidget(self._reason_frame)
        column.addStretch(1)
        scroll = QScrollArea()
        dress(scroll, inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(theme.GAP)
        whole.addWidget(heading(title))
        whole.addWidget(small(self._reached()))
        whole.addWidget(scroll, 1)
        back = Button(self.tr("&Back"))
        back.setObjectName("correctBackButton")
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.go = Button("", kind=Kind.PRIMARY)
        self.go.setObjectName("correctButton")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setSpacing(theme.EDGE)
        foot.addWidget(small(self.tr("Another phase or severity is chosen in the next update.")), 1)
        foot.addWidget(back)
        foot.addWidget(self.go)
        whole.addLayout(foot)
        self.edit.textChanged.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.resize(640, 600 if on_page else 540)
        self._show_way(False)
        self.edit.setFocus()

    @property
    def answer(self) -> Correction:
        """What is wanted."""
        text = self.edit.toPlainText()
        if self.in_place.isChecked():
            return Correction(text, None, self.reason.text().strip())
        now = self.components.value
        changed = self._found.delivery.channel is Channel.STATUS_PAGE and now != self._before
        return Correction(text, now if changed else None)

    def go_on_with(self, before: Correction, finding: str) -> None:
        """Show what was typed before, and what is wrong with it."""
        self.in_place.setChecked(before.reason is not None)
        self.edit.setPlainText(before.text)
        self.reason.setText(before.reason or "")
        if before.components is not None:
            self.components.set_value(before.components)
        self.finding.show_finding(finding, blocking=True)

    def _reached(self) -> str:
        delivery, count = self._found.delivery, len(self._found.reached)
        if delivery.channel is Channel.EMAIL and count:
            return self.tr("A mail goes to exactly those %n who got the wrong one, or may have.", "", count)
        where = f"{delivery.destination}"
        if delivery.state is DeliveryState.UNKNOWN:
            return self.tr("Goes to {where}, where the wrong one may have arrived.").format(where=where)
        return self.tr("Goes to {where}, after the wrong one.").format(where=where)

    @Slot(bool)
    def _show_way(self, in_place: bool) -> None:
        self._typed[not in_place] = self.edit.toPlainText() or self._typed[not in_place]
        self.edit.setPlainText(self._typed[in_place])
        field = self._found.field
        name = self.tr("The message, as it should read") if in_place else field.label
        self._label.setText(name.replace("&", "&&"))
        self.edit.setAccessibleName(name)
        self._help.setText(
            self.tr("Readers see the new words and no sign of the old ones. The timeline keeps both.")
            if in_place
            else field.help
        )
        for widget in (self._reason_label, self._reason_frame):
            widget.setVisible(in_place)
        self.components.setEnabled(not in_place)
        self.go.setText(self.tr("Change it in place") if in_place else self.tr("Publish the correction"))
        self._check()

    @Slot()
    def _check(self) -> None:
        self.finding.show_finding(None, blocking=True)
        text, in_place = self.edit.toPlainText().strip(), self.in_place.isChecked()
        ready = bool(text)
        if in_place:
            ready = ready and text != self._found.message.text and bool(self.reason.text().strip())
        self.go.setEnabled(ready)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        found: Correctable,
        title: str,
        plan: Plan,
        components: Mapping[str, ComponentStatus],
        *,
        before: Correction | None = None,
        finding: str = "",
    ) -> Correction | None:
        """What is wanted, or None where the person went back. `before` is what was typed already, and `finding` what is wrong with it."""
        dialog = cls(found, title, plan, components, parent)
        if before is not None:
            dialog.go_on_with(before, finding)
        try:
            return dialog.answer if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()
