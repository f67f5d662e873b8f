"""How bad is it: a card for each of the plan's severities, and the few questions that suggest one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from composer.domain.declaring import Suggestion
from composer.domain.plan import Plan, Severity
from ui import theme
from ui.targets import length
from ui.widgets.checks import Check
from ui.widgets.columns import Columns
from ui.widgets.editors import Combo, camel
from ui.widgets.flow import FlowLayout
from ui.widgets.surfaces import Card, ClickCard, severity_badge
from ui.widgets.text import Text, Tone, small

NAMED = 3
"""So many of the plan's examples are named below the cards; all of them stand in each card's tip."""


class SeverityCard(ClickCard):
    """One severity: its key, its name, what it means, its times and who is told.

    Signals:
        looked_at(str): it has the focus; its severity's key.
    """

    looked_at = Signal(str)

    def __init__(self, severity: Severity, rank: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=9)
        self.severity = severity
        self.setObjectName(f"severity{severity.key.capitalize()}Card")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(severity_badge(severity.key, rank), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(Text(severity.label, bold=True), 1)
        self.body.addLayout(top)
        self.body.addWidget(small(severity.brief or severity.impact, tone=Tone.PLAIN))
        if severity.declares:
            # No line begins with the dot.
            parts = (length(severity.response), length(severity.resolution), severity.who_to_page)
            times = "\u00a0· ".join(parts)
        else:
            times = self.tr("no incident: log a ticket")
        self.body.addWidget(small(times))
        self.body.addStretch(1)
        description = self.tr("{impact}. Respond within {response}, resolve within {resolution}.").format(
            impact=severity.impact, response=severity.response.text, resolution=severity.resolution.text
        )
        self.setAccessibleName(f"{severity.key} {severity.label}")
        examples = self.tr("For example:")
        self.setAccessibleDescription(f"{description} {examples} {'; '.join(severity.examples)}")
        self.setToolTip("\n".join([examples, *(f"• {example}" for example in severity.examples)]))
        self.set_selected(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever has no mouse to rest on it with sees its examples, too."""
        super().focusInEvent(event)
        self.looked_at.emit(self.severity.key)

    def set_selected(self, selected: bool) -> None:
        """Mark it as the chosen one; a screen reader says so of any radio button."""
        super().set_selected(selected)
        if self.isChecked() != selected:
            self.setAutoExclusive(False)  # else Qt would keep the last one chosen
            self.setChecked(selected)
            self.setAutoExclusive(True)


class Severities(QWidget):
    """The cards, the questions, and what the answers suggest.

    Signals:
        chosen(str): a severity's key.
        answered(str, bool): a question's key, and whether the answer is yes.
        share_chosen(object): the share of users in percent, None where it is not known.
    """

    chosen = Signal(str)
    answered = Signal(str, bool)
    share_chosen = Signal(object)

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._showing = False
        self._chosen = self._looked = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        self.cards = [SeverityCard(one, rank, self) for rank, one in enumerate(plan.severities)]
        grid = Columns(
            self,
            letters=19,
            most=len(self.cards),
            steps=(1, 2, len(self.cards)) if len(self.cards) > 2 else (),
        )
        grid.set_widgets(self.cards)
        for card in self.cards:
            card.looked_at.connect(self._on_looked)
            card.clicked.connect(lambda _checked=False, key=card.severity.key: self.chosen.emit(key))
        column.addWidget(grid)
        self.details = small("", self)
        self.details.setObjectName("severityDetails")
        column.addWidget(self.details)
        column.addWidget(self._questions())

    def _questions(self) -> QWidget:
        card = Card(self, margins=11)
        holder = Columns(card, letters=27, most=3, line_gap=0)
        self.boxes: dict[str, Check] = {}
        asked: list[QWidget] = []
        for question in self._plan.questions:
            if question.at_least_percent is not None:
                continue
            box = Check(question.text, holder, at_top=True)
            box.setObjectName(f"{camel(question.key)}CheckBox")
            box.toggled.connect(lambda on, key=question.key: self._on_answer(key, on))
            self.boxes[question.key] = box
            asked.append(box)
        shares = [question for question in self._plan.questions if question.at_least_percent is not None]
        self.share = Combo(holder)
        self._percents: list[float | None] = [None]
        if shares:
            limits = [(one.at_least_percent or 0.0, one.strictly) for one in shares]
            asked.append(self._share(shares[0].text, limits, holder))
        holder.set_widgets(asked)
        card.body.addWidget(holder)
        self.suggestion = Text("", card)
        self.suggestion.setObjectName("severitySuggestion")
        card.body.addWidget(self.suggestion)
        return card

    def _share(self, words: str, limits: Sequence[tuple[float, bool]], parent: QWidget) -> QWidget:
        """The share of users, in the steps that the plan tells apart."""
        self.share.setObjectName("shareOfUsersCombo")
        self.share.addItem(self.tr("not known"))
        ordered = sorted(limits)
        for place, (least, strictly) in enumerate(ordered):
            more = ordered[place + 1][0] if place + 1 < len(ordered) else None
            if more is None:
                text = self.tr("{least} % or more").format(least=f"{least:g}")
            elif least == 0:
                text = self.tr("less than {more} %").format(more=f"{more:g}")
            else:
                text = self.tr("{least} to {more} %").format(least=f"{least:g}", more=f"{more:g}")
            self.share.addItem(text)
            self._percents.append(least + 0.01 if strictly else least)
        self.share.currentIndexChanged.connect(self._on_share)
        self.share.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.share.setMinimumContentsLength(11)
        holder = QWidget(parent)
        row = FlowLayout(holder, line_gap=0)
        label = Text(
            self.tr("{question}, roughly").format(question=words).replace("&", "&&"), holder, wrap=False
        )
        label.setBuddy(self.share)
        self.share.setAccessibleName(label.text())
        row.addWidget(label)
        self.share.setMinimumHeight(28)
        row.addWidget(self.share)
        return holder

    def show_chosen(self, severity: str, chosen: bool, suggestion: Suggestion | None) -> None:
        """Mark the severity in force, tell what it means, and what the answers suggest."""
        for card in self.cards:
            if card.selected != (card.severity.key == severity):
                card.set_selected(card.severity.key == severity)
        self._chosen = severity
        self._show_details()
        if suggestion is None:
            self.suggestion.setText(self.tr("Nothing answered yet: in doubt, choose the higher one."))
            self.suggestion.set_tone(Tone.MUTED)
        else:
            words = self.tr("Suggests {severity} {because}").format(
                severity=suggestion.severity, because=suggestion.because
            )
            if suggestion.disagreed:
                words = self.tr("{words}; in doubt the higher one").format(words=words)
            if chosen and severity != suggestion.severity:
                words = self.tr("{words}. You chose {severity}").format(words=words, severity=severity)
            self.suggestion.setText(f"{words}.")
            self.suggestion.set_tone(
                Tone.WARNING if chosen and severity != suggestion.severity else Tone.PLAIN
            )

    def _show_details(self) -> None:
        """Of the severity in force, all that the plan says; before there is one, examples of the one with the focus."""
        key = self._chosen or self._looked
        one = next((one for one in self._plan.severities if one.key == key), None)
        if one is None:
            self.details.setText(self.tr("Rest on a card to see the plan's examples."))
        elif self._chosen:
            words = self.tr("{severity}: {impact}. Told: {told}. Roll back: {rollback}.")
            self.details.setText(
                words.format(
                    severity=one.key, impact=one.impact, told=", ".join(one.notified), rollback=one.rollback
                )
            )
        else:
            words = self.tr("{severity}, for example: {examples}.")
            self.details.setText(words.format(severity=one.key, examples="; ".join(one.examples[:NAMED])))

    @Slot(str)
    def _on_looked(self, key: str) -> None:
        self._looked = key
        self._show_details()

    def show_answers(self, answers: Sequence[str], percent: float | None) -> None:
        """Show what was answered; nothing is told."""
        self._showing = True
        for key, box in self.boxes.items():
            box.setChecked(key in answers)
        if self.share.count():
            self.share.setCurrentIndex(self._percents.index(percent) if percent in self._percents else 0)
        self._showing = False

    def _on_answer(self, key: str, yes: bool) -> None:
        if not self._showing:
            self.answered.emit(key, yes)

    def _on_share(self, index: int) -> None:
        if not self._showing:
            self.share_chosen.emit(self._percents[index])
