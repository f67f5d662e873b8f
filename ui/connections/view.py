"""The connections: what is connected and what it can do, and the form that adds or changes one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer.connections.accounts import Kind, StaticPageAccount
from composer.paths import Mode
from ui import sayings, theme
from ui.actions import Actions
from ui.connections.form import ConnectionForm
from ui.connections.presenter import ConnectionsPresenter, Refused, Row
from ui.connections.removing import RemoveDialog
from ui.connections.table import ConnectionsTable
from ui.host import Host
from ui.widgets.announcing import announce
from ui.widgets.buttons import Button
from ui.widgets.scrolling import Page, dress
from ui.widgets.text import Text, Tone, heading, small

COLUMN = 1_100


class ConnectionsView(QScrollArea):
    """Every service that the program can speak to."""

    def __init__(self, presenter: ConnectionsPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("connectionsScreen")
        self.presenter, self._host = presenter, host
        self.form: ConnectionForm | None = None
        self._from = ""
        self._wants_focus = False
        live = presenter.session.mode is Mode.LIVE
        self.footer_buttons: QWidget | None = self._footer(live=live)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(heading(self.tr("Connections")))
        self.keyring = small(self.tr("Tokens are kept in the keyring of this computer, never in a file"))
        self.keyring.setObjectName("keyringText")
        head.addWidget(self.keyring, 1)
        self.check_all = Button(self.tr("Chec&k all"))
        self.check_all.setObjectName("checkAllButton")
        self.check_all.clicked.connect(lambda: presenter.check())
        head.addWidget(self.check_all)
        self.problems = Text("", tone=Tone.DANGER)
        self.problems.setObjectName("connectionsProblems")
        self.problems.hide()
        self.table = ConnectionsTable()
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(self.problems)
        self._column.addWidget(self.table)
        # Side by side with nothing: a column would reckon its height at the whole width, which the form never takes.
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        column.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        page = Page()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(18, 14, 18, theme.EDGE)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)
        dress(self, page)
        self.table.wanted.connect(self._on_wanted)
        presenter.shown.connect(self._show)
        presenter.saved.connect(self._on_saved)
        presenter.refused.connect(self._on_refused)
        presenter.removed.connect(self._on_removed)

    def enter(self, argument: object) -> None:  # noqa: ARG002 - every screen takes one
        """Come into sight; accounts, keyring and lists are read anew."""
        if self.presenter.session.mode is Mode.LIVE:
            self._host.say(
                self.tr("You are live: messages reach real people."),
                Tone.PLAIN.value,
                self.tr("In practice nothing leaves this computer."),
            )
        else:
            self._host.say(
                "", Tone.PLAIN.value, self.tr("Practice uses none of these: nothing leaves this computer.")
            )
        self._wants_focus = True
        self.presenter.refresh()

    def hideEvent(self, event: object) -> None:
        """What is secret does not wait in a form that is out of sight."""
        super().hideEvent(event)  # type: ignore[arg-type]
        if self.form is not None:
            self.form.forget()

    def _footer(self, *, live: bool) -> Button:
        button = Button(self.tr("Switch to &practice") if live else self.tr("&Switch to LIVE…"))
        button.setObjectName("switchModeButton")
        button.clicked.connect(lambda: self._host.switch_mode(Mode.PRACTICE if live else Mode.LIVE))
        return button

    # --- what comes in --------------------------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        presenter = self.presenter
        self.table.show_rows(presenter.rows())
        self.check_all.setEnabled(bool(presenter.accounts))
        if self._wants_focus:  # where nothing is connected, there is nothing to check
            self._wants_focus = False
            first = self.check_all if presenter.accounts else self.table.first()
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if presenter.no_keyring is not None:
            self.keyring.set_tone(Tone.WARNING)
            self.keyring.setText(
                self.tr("▲ {problem} A token can be used for this run only.").format(
                    problem=presenter.no_keyring
                )
            )
        problems = () if presenter.found is None else presenter.found.problems
        self.problems.setVisible(bool(problems))
        self.problems.setText("\n".join(f"✕ {sayings.problem(one)}" for one in problems))

    @Slot(str)
    def _on_saved(self, name: str) -> None:
        self._close_form()
        row = self._row(name)
        words = self.tr("{name} is saved, and being checked.")
        self._host.tell(words.format(name=row.title if row else name), Tone.GOOD.value)

    @Slot(object)
    def _on_refused(self, refused: Refused) -> None:
        if self.form is not None:
            self.form.refuse(refused)
            announce(self.form.problem, refused.text, at_once=True)
            self.ensureWidgetVisible(self.form)

    @Slot(str, bool)
    def _on_removed(self, name: str, had: bool) -> None:
        words = self.tr("{name} was removed, its credential too.") if had else self.tr("{name} was removed.")
        self._host.tell(words.format(name=name), Tone.GOOD.value)

    # --- presses --------------------------------------------------------------------------------------------------

    @Slot(str, str)
    def _on_wanted(self, name: str, key: str) -> None:
        row = self._row(name)
        if row is None:
            return
        match key:
            case "check":
                self.presenter.check(name)
            case "remove":
                if RemoveDialog.ask(self, row):
                    self._close_form()
                    self.presenter.remove(name)
            case "open":
                self._open(row)
            case _:
                self._open_form(row, another=key == "another")

    def _open(self, row: Row) -> None:
        account = row.account
        if isinstance(account, StaticPageAccount):
            folder = self.presenter.session.home.root / account.folder
            QDesktopServices.openUrl(QUrl(account.url) if account.url else QUrl.fromLocalFile(str(folder)))

    def _open_form(self, row: Row, *, another: bool) -> None:
        self._close_form()
        presenter = self.presenter
        account = None if another else row.account
        self._from = row.name
        self.form = ConnectionForm(
            row.kind, account, presenter.carriers(), presenter.no_keyring, another=another, parent=self
        )
        self.form.given.connect(self._on_given)
        self.form.cancelled.connect(self._on_cancelled)
        self._below.insertWidget(0, self.form, 1_000)
        self.form.show()
        self.form.start()
        form = self.form
        QTimer.singleShot(0, form, lambda: self.ensureWidgetVisible(form))  # once it has its place

    @Slot(object, object, str, bool)
    def _on_given(self, kind: Kind, values: dict[str, object], secret: str, for_this_run: bool) -> None:
        self.presenter.save(kind, values, secret, for_this_run=for_this_run)

    @Slot()
    def _on_cancelled(self) -> None:
        self._close_form()

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.forget()
            self._below.removeWidget(form)
            form.hide()
            form.deleteLater()
            self.check_all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, name: str) -> Row | None:
        return next((one for one in self.presenter.rows() if one.name == name), None)
