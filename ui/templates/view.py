"""The templates: a list, the text of the chosen one with its checks, and how it reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from composer.domain.message import TemplateHead
from composer.services.own_templates import TemplateText
from ui import sayings, theme
from ui.actions import Actions
from ui.host import Host
from ui.templates.changes import Changes, ask_remove, bold_label
from ui.templates.presenter import Judged, Listed, TemplatesPresenter
from ui.widgets.buttons import Button, Kind
from ui.widgets.long_text import readable
from ui.widgets.rows import TONE_ROLE, RowList
from ui.widgets.scrolling import Panes
from ui.widgets.sheet import INSET, Sheet
from ui.widgets.text import Text, Tone, heading, small

NAME_ROLE = Qt.ItemDataRole.UserRole
SHOWN_PROBLEMS = 8


class TemplatesView(QWidget):
    """Reads, checks and changes templates."""

    def __init__(self, presenter: TemplatesPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("templatesScreen")
        self._presenter, self._host = presenter, host
        presenter.setParent(self)
        self.flush = presenter.flush  # what the window asks for before it closes
        self._rows: dict[str, Listed] = {}
        self._wanted = ""
        self._is_own = self._has_problems = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(theme.GAP)
        layout.addWidget(heading(self.tr("Templates")))
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list_part())
        both = Panes(narrow=34)
        both.addWidget(self._text_part())
        both.addWidget(self._preview_part())
        both.setSizes([420, 360])
        split.addWidget(both)
        split.setStretchFactor(1, 1)
        layout.addWidget(split, 1)
        self.footer_buttons: QWidget | None = self._buttons()
        self._show_buttons()
        presenter.listed.connect(self._show_listed)
        presenter.opened.connect(self._show_opened)
        presenter.judged.connect(self._show_judged)
        presenter.saved.connect(self._show_saved)
        presenter.removed.connect(self._show_removed)

    def enter(self, argument: object) -> None:
        """Come into sight; `argument` may name a template."""
        self._wanted = argument if isinstance(argument, str) else self._presenter.name
        self._host.say(
            "", Tone.PLAIN.value, self.tr("Your own copies lie in the templates folder of the home.")
        )
        self._presenter.load()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _list_part(self) -> QWidget:
        self.list = RowList()
        self.list.setObjectName("templateList")
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.currentItemChanged.connect(self._on_chosen)
        self._list_sheet = Sheet(self.list)
        return self._list_sheet

    def _text_part(self) -> QWidget:
        part = QWidget()
        part.setMinimumWidth(240)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        layout.setSpacing(theme.UNIT)
        self.title = Text("", bold=True, scale=1.1)
        self.title.setObjectName("templateTitle")
        layout.addWidget(self.title)
        self.head = small("")
        self.head.setObjectName("templateHead")
        layout.addWidget(self.head)
        label = bold_label(self.tr("Te&xt of the template"))
        layout.addSpacing(theme.UNIT)
        layout.addWidget(label)
        self.editor = QPlainTextEdit()
        self.editor.setObjectName("templateEdit")
        self.editor.setAccessibleName(self.tr("Text of the template"))
        self.editor.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.editor.setFont(font)
        self.editor.setReadOnly(True)
        self.editor.textChanged.connect(self._on_typed)
        label.setBuddy(self.editor)
        layout.addWidget(Sheet(self.editor, quiet=False), 1)
        self.checks = Text("", tone=Tone.GOOD)
        self.checks.setObjectName("templateChecks")
        layout.addWidget(self.checks)
        return part

    def _preview_part(self) -> QWidget:
        part = QWidget()
        part.setMinimumWidth(200)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(theme.GAP, 0, 0, 0)
        layout.setSpacing(theme.UNIT)
        label = bold_label(self.tr("&How it reads"))
        layout.addWidget(label)
        self.on = small("")
        self.on.setObjectName("previewOn")
        layout.addWidget(self.on)
        self.preview = QPlainTextEdit()
        self.preview.setObjectName("templatePreview")
        self.preview.setAccessibleName(self.tr("How it reads"))
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        label.setBuddy(self.preview)
        self.changes = Changes()
        for widget in (Sheet(self.preview), self.changes):
            layout.addWidget(widget, 1)
        return part

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP + theme.UNIT)
        self.copy = Button(self.tr("&Make my own copy"), kind=Kind.PRIMARY)
        self.copy.setObjectName("makeOwnCopyButton")
        self.copy.clicked.connect(self._presenter.make_own)
        self.save = Button(self.tr("&Save my copy"), kind=Kind.PRIMARY)
        self.save.setObjectName("saveTemplateButton")
        self.save.clicked.connect(self._presenter.save)
        self.remove = Button(self.tr("&Remove my copy…"))
        self.remove.setObjectName("removeOwnCopyButton")
        self.remove.clicked.connect(self._on_remove)
        for button in (self.remove, self.copy, self.save):
            layout.addWidget(button)
        return row

    # --- what comes in ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_listed(self, rows: tuple[Listed, ...]) -> None:
        self._rows = {row.name: row for row in rows}
        wanted = self._wanted or self._presenter.name
        self._wanted = ""
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._line(row))
            item.setData(NAME_ROLE, row.name)
            item.setToolTip(row.name)
            item.setData(TONE_ROLE, Tone.WARNING if row.broken else Tone.MUTED)
            self.list.addItem(item)
            if row.name == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._list_sheet.setMinimumWidth(
            min(self.list.widest() + 2 * INSET, 16 * self.fontMetrics().lineSpacing())
        )
        self._split.setSizes([1, self._split.width()])
        if self.list.currentItem() is None and rows:
            self.list.setCurrentRow(0)
        elif wanted and wanted != self._presenter.name:
            self._presenter.choose(wanted)

    def _line(self, row: Listed) -> str:
        title = self._title(row)
        marks = [
            *([self.tr("your own")] if row.own else []),
            *([self.tr("has a problem, not used")] if row.broken else []),
        ]
        return title + ("\n" + ", ".join(marks) if marks else "")

    def _title(self, row: Listed) -> str:
        """What it is called; where several share a title, the words of its name."""
        titles = [one.head.title for one in self._rows.values() if one.head is not None]
        if row.head is not None and titles.count(row.head.title) == 1:
            return row.head.title
        return row.name.replace("_", " ").capitalize()

    @Slot(object)
    def _show_opened(self, found: TemplateText) -> None:
        self._is_own = found.own
        row = self._rows.get(found.name)
        self.title.setText(found.name if row is None else self._title(row))
        head = None if row is None else row.head
        self.head.setText(self._head_words(found.name, head) if head is not None else str(found.file))
        if self.editor.toPlainText() != found.text:
            self.editor.blockSignals(True)
            self.editor.setPlainText(found.text)
            self.editor.blockSignals(False)
        self.editor.setReadOnly(not found.own)
        self._show_buttons()

    def _head_words(self, name: str, head: TemplateHead) -> str:
        anything = self.tr("all")
        return self.tr(
            "{name} · channel {channel} · audience {audience} · phases: {phases} · severities: {severities} · "
            "required: {required}"
        ).format(
            name=name,
            channel=head.channel.value.replace("_", " "),
            audience=head.audience.value,
            phases=", ".join(map(self._presenter.phase_label, head.phases)) or anything,
            severities=", ".join(head.severities) or anything,
            required=", ".join(map(self._presenter.field_label, head.required)) or self.tr("none"),
        )

    @Slot(object)
    def _show_judged(self, judged: Judged) -> None:
        self._has_problems = bool(judged.problems)
        if judged.problems:
            shown = [f"✕ {sayings.problem(one)}" for one in judged.problems[:SHOWN_PROBLEMS]]
            if len(judged.problems) > SHOWN_PROBLEMS:
                shown.append(
                    self.tr("… and {count} more").format(count=len(judged.problems) - SHOWN_PROBLEMS)
                )
            words, tone = "\n".join(shown), Tone.DANGER
        else:
            words, tone = self.tr("✓ Checked, no problem"), Tone.GOOD
        self.checks.set_tone(tone)
        self.checks.setText(words)
        self.checks.setAccessibleName(words)
        if judged.problems:
            self.on.setText(self.tr("Shown again once the text has no problem."))
        else:
            on = judged.on or self.tr("a made-up incident, with examples")
            self.on.setText(self.tr("On: {incident}").format(incident=on))
            reads = readable(judged.preview)
            if self.preview.toPlainText() != reads:
                self.preview.setPlainText(reads)
        self.changes.show_lines(judged.changed, own=self._is_own)
        self._show_buttons()

    @Slot(str)
    def _show_removed(self, kept: str) -> None:
        self._host.tell(
            self.tr("Your copy no longer counts"),
            Tone.GOOD.value,
            self.tr("what was in it is kept as {file}").format(file=kept),
        )

    @Slot(str)
    def _show_saved(self, path: str) -> None:
        self._host.tell(self.tr("Saved, and in force"), Tone.GOOD.value, path)

    def _show_buttons(self) -> None:
        self.copy.setVisible(not self._is_own)
        self.copy.setEnabled(bool(self._presenter.name))
        self.save.setVisible(self._is_own)
        self.remove.setVisible(self._is_own)
        self.save.setEnabled(self._presenter.is_changed and not self._has_problems)

    # --- presses ----------------------------------------------------------------------------------------------------

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None:
            self._presenter.choose(str(current.data(NAME_ROLE)))

    @Slot()
    def _on_typed(self) -> None:
        self._presenter.type(self.editor.toPlainText())
        self._show_buttons()

    @Slot()
    def _on_remove(self) -> None:
        if self.may_remove():
            self._presenter.remove_own()

    def may_remove(self) -> bool:
        """Ask whether one's own copy may go. Tests answer in its place."""
        return ask_remove(self, self._presenter.name, is_changed=self._presenter.is_changed)
