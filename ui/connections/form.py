"""The form of one connection. What is secret leaves the field as soon as it is handed over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from composer.connections.accounts import Account, Kind
from composer.connections.credentials import LONGEST
from ui import theme
from ui.connected import account_name, kind_name
from ui.connections.fields import HIDDEN_KEY, NAME, FieldKind, FormField, form_fields, typed_value, value_of
from ui.connections.presenter import Refused
from ui.widgets.buttons import Button
from ui.widgets.buttons import Kind as Look
from ui.widgets.checks import Check
from ui.widgets.combo import Combo
from ui.widgets.editors import camel
from ui.widgets.framed import Frame
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, small, with_access_key
from ui.widgets.typed import Line

WIDEST = 760


class ConnectionForm(Card):
    """What is asked for one kind of connection.

    Signals:
        given(object, object, str, bool): kind, values by key, the credential (empty: the one that is kept stays), and whether it is for this run only.
        cancelled(): the person wants nothing.
    """

    given = Signal(object, object, str, bool)
    cancelled = Signal()

    def __init__(
        self,
        kind: Kind,
        account: Account | None,
        carriers: tuple[str, ...],
        no_keyring: str | None,
        *,
        another: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connectionForm")
        self.setMaximumWidth(WIDEST)
        self._kind, self._account = kind, account
        self._used: set[str] = set("chksdpl")  # letters of the buttons here, and of the footer
        self._fields = list(form_fields(kind, carriers))
        if another:
            self._fields.insert(0, FormField(NAME, self.tr("Name"), placeholder="eu"))
        self.inputs: dict[str, QLineEdit | Combo] = {}
        title = self.tr("Connect {name}").format(name=kind_name(kind))
        if account is not None:
            title = self.tr("Edit {name}").format(name=account_name(account))
        self.setAccessibleName(title)
        self.body.addWidget(Text(title, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.UNIT)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for place, field in enumerate(self._fields):
            self._put(grid, field, *divmod(place, 2))
        self.body.addLayout(grid)
        self._keyring(no_keyring)
        self.problem = Text("", tone=Tone.DANGER)
        self.problem.setObjectName("connectionProblem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self._buttons()

    @property
    def kind(self) -> Kind:
        """The kind that is asked for."""
        return self._kind

    def start(self) -> None:
        """Put the focus where typing begins."""
        next(iter(self.inputs.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let nothing secret stand in the form."""
        secret = self.inputs.get(HIDDEN_KEY)
        if isinstance(secret, QLineEdit):
            secret.setText("")  # which forgets the history of what was typed too

    @Slot(object)
    def refuse(self, refused: Refused) -> None:
        """Say why nothing was saved; what is not secret still stands there."""
        words = refused.text
        if HIDDEN_KEY in self.inputs:
            words = self.tr("{problem}\nThe {what} was taken out of the field: enter it again.").format(
                problem=words, what=self._secret_name()
            )
        if refused.keyring:
            self.this_run.show()
        self.problem.setText(f"✕ {words}")
        self.problem.setAccessibleName(self.problem.text())
        self.problem.show()
        self.save.setEnabled(True)

    # --- parts ----------------------------------------------------------------------------------------------------

    def _put(self, grid: QGridLayout, field: FormField, row: int, column: int) -> None:
        label = Text(with_access_key(field.label, self._used), bold=True)
        label.setContentsMargins(0, theme.UNIT, 0, 0)
        grid.addWidget(label, 3 * row, column)
        edit = self._combo(field) if field.kind is FieldKind.CHOICE else self._line(field)
        edit.setObjectName(
            f"{camel('connection_' + field.key)}{'Combo' if isinstance(edit, Combo) else 'Edit'}"
        )
        edit.setAccessibleName(field.label)
        label.setBuddy(edit)
        self.inputs[field.key] = edit
        if isinstance(edit, Combo):
            grid.addWidget(edit, 3 * row + 1, column)
        else:
            frame = Frame()
            frame.add(edit)
            grid.addWidget(frame, 3 * row + 1, column)
            if field.kind is FieldKind.FILE:
                frame.row.addWidget(self._chooser(field, edit))
        hint = field.hint
        if field.kind is FieldKind.HIDDEN and self._account is not None and self._account.needs_credential:
            hint = self.tr("Empty: the one that is kept stays. {hint}").format(hint=hint).strip()
        if hint:
            grid.addWidget(small(hint), 3 * row + 2, column, Qt.AlignmentFlag.AlignTop)

    def _line(self, field: FormField) -> QLineEdit:
        edit = Line()
        edit.setFrame(False)
        edit.setPlaceholderText(field.placeholder)
        edit.setMaxLength(4_000)
        if field.kind is FieldKind.HIDDEN:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setMaxLength(LONGEST + 1)  # one more, so that too long is told and not cut
            edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        else:
            edit.setText(value_of(field, self._account))
            edit.setCursorPosition(0)
        edit.returnPressed.connect(self._on_save)
        return edit

    def _combo(self, field: FormField) -> Combo:
        combo = Combo()
        current = value_of(field, self._account)
        for value, words in field.choices:
            combo.addItem(words, value)
        if current and combo.findData(current) < 0:
            combo.addItem(current, current)
        combo.setCurrentIndex(max(0, combo.findData(current)))
        return combo

    def _chooser(self, field: FormField, edit: QLineEdit) -> Button:
        button = Button(self.tr("Choose…"), kind=Look.LINK)
        button.setObjectName(f"choose{camel(field.key).capitalize()}Button")
        button.setAccessibleName(self.tr("Choose {what}").format(what=field.label))
        button.clicked.connect(lambda: self._choose(field, edit))
        return button

    def _keyring(self, no_keyring: str | None) -> None:
        """What becomes of the credential, said plainly where it can't be kept."""
        self.this_run = Check("")
        self.this_run.setText(self.tr("&For this run only: in memory, gone when the program ends"))
        self.this_run.setObjectName("thisRunCheck")
        if HIDDEN_KEY in self.inputs and no_keyring is not None:
            words = self.tr("{problem} So the {what} can only be used for this run.").format(
                problem=no_keyring, what=self._secret_name()
            )
            self.body.addWidget(small(f"▲ {words}", tone=Tone.WARNING))
            self.this_run.setChecked(True)
        self.body.addWidget(self.this_run)
        self.this_run.setHidden(not self.this_run.isChecked())

    def _buttons(self) -> None:
        self.save = Button(self.tr("&Check and save"), kind=Look.PRIMARY)
        self.save.setObjectName("saveConnectionButton")
        self.save.clicked.connect(self._on_save)
        cancel = Button(self.tr("Cance&l"))
        cancel.setObjectName("cancelConnectionButton")
        cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.UNIT, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.save)
        row.addWidget(cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    def _secret_name(self) -> str:
        return next((one.label for one in self._fields if one.key == HIDDEN_KEY), "")

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        self.problem.hide()
        values: dict[str, object] = {}
        for field in self._fields:
            if field.key == HIDDEN_KEY:
                continue
            edit = self.inputs[field.key]
            typed = str(edit.currentData()) if isinstance(edit, Combo) else edit.text()
            value = typed_value(field, typed)
            if value is not None or value_of(field, self._account):
                values[field.key] = value
        if self._account is not None:
            values[NAME] = self._account.name.partition(".")[2] or None
        secret = self.inputs.get(HIDDEN_KEY)
        text = secret.text() if isinstance(secret, QLineEdit) else ""
        self.forget()
        for_this_run = not self.this_run.isHidden() and self.this_run.isChecked()
        self.given.emit(self._kind, values, text, for_this_run)

    @Slot()
    def _on_cancel(self) -> None:
        self.forget()
        self.cancelled.emit()

    def _choose(self, field: FormField, edit: QLineEdit) -> None:
        start = str(Path(edit.text()).expanduser().parent) if edit.text() else ""
        found, _ = QFileDialog.getOpenFileName(self, field.label, start)
        if found:
            edit.setText(found)
