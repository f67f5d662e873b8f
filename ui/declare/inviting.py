"""Whom the new Slack channel is proposed to: those whom the plan notifies at this severity (of a security incident, who needs to know), each to be taken out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.plan import Plan
from composer.services.inviting import Invited, proposed
from ui.declare.standing import NOT_INVITED, Standing, names
from ui.widgets.checks import Check
from ui.widgets.editors import camel
from ui.widgets.flow import FlowLayout
from ui.widgets.text import small


class InviteNote(QWidget):
    """A tick for each who can be invited, and the names of those whom a person has to call.

    Signals:
        chosen(str, bool): a role of the plan, and whether it is invited.
    """

    chosen = Signal(str, bool)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._shown: tuple[Invited, ...] = ()
        self.boxes: dict[str, Check] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._ticks = QWidget(self)
        self._flow = FlowLayout(self._ticks, gap=10, line_gap=0)
        column.addWidget(self._ticks)
        self.others = small("", self)
        self.others.setObjectName("notInvitedText")
        column.addWidget(self.others)
        self.hide()

    def show_standing(self, shown: Standing) -> None:
        """Propose them; nobody is invited to a channel that exists."""
        is_new = bool(shown.severity) and shown.channel.is_new and shown.ticket is None
        wanted = proposed(self._plan, shown.severity, security=shown.security) if is_new else ()
        if wanted != self._shown:
            self._shown = wanted
            self._make()
        left_out = names(shown.draft, NOT_INVITED)
        for role, box in self.boxes.items():
            box.setChecked(role not in left_out)
        self.setVisible(bool(wanted))

    def _make(self) -> None:
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for one in self._shown:
            if one.slack_id:
                box = self.boxes[one.role] = Check(self.tr("Invite {who}").format(who=one.label), self._ticks)
                box.setObjectName(f"{camel(one.role.replace(' ', '_').casefold())}InviteCheck")
                box.clicked.connect(lambda on, role=one.role: self.chosen.emit(role, on))
                self._flow.addWidget(box)
                box.show()
        self._ticks.setVisible(bool(self.boxes))
        by_hand = ", ".join(one.label for one in self._shown if not one.slack_id)
        words = self.tr("Invite by hand: {who}. The plan has no Slack id of theirs.")
        self.others.setText(words.format(who=by_hand))
        self.others.setVisible(bool(by_hand))
