"""The settings, as one page: each change counts at once."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from composer.paths import Mode
from ui import language, theme
from ui.actions import Actions
from ui.host import Host
from ui.settings.files import FileList
from ui.settings.presenter import HOLDS_S, Checked, SettingsPresenter
from ui.widgets.buttons import Button
from ui.widgets.checks import Check, Radio
from ui.widgets.editors import Combo
from ui.widgets.framed import Frame
from ui.widgets.scrolling import Page, dress
from ui.widgets.surfaces import Card
from ui.widgets.text import Text, Tone, heading, small
from ui.widgets.typed import Line

COLUMN = 760
LABELS = 13
"""The least width of the labels, in lines' heights, so that all inputs begin at one edge."""
SHOWN_PROBLEMS = 20


class SettingsView(QScrollArea):
    """What a person may decide for themselves."""

    def __init__(self, presenter: SettingsPresenter, _actions: Actions, host: Host) -> None:
        super().__init__()
        self.setObjectName("settingsScreen")
        self.footer_buttons: QWidget | None = None
        self._presenter, self._host = presenter, host
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(heading(self.tr("Settings")))
        for part in (self._who(), self._mode(), self._sending(), self._look(), self._checks(), self._files()):
            whole.addWidget(part)
        whole.addWidget(small(self.tr("Incident Composer {version}").format(version=presenter.version)))
        whole.addStretch(1)
        page = Page()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(18, 14, 18, theme.EDGE)
        outer.addStretch(1)
        outer.addWidget(column, 1_000)
        outer.addStretch(1)
        dress(self, page)
        presenter.saved.connect(self._show_saved)
        presenter.checked.connect(self._show_checked)

    def enter(self, argument: object) -> None:  # noqa: ARG002 - every screen takes one
        """Come into sight; the checks are made anew."""
        self._host.say("", Tone.PLAIN.value, self.tr("Every change counts at once."))
        self._presenter.check()
        live = self._presenter.session.mode is Mode.LIVE
        (self.live if live else self.practice).setChecked(
            True
        )  # LIVE may have been chosen, and not confirmed
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Store what was typed and not yet stored."""
        self._presenter.save()

    # --- parts ----------------------------------------------------------------------------------------------------

    def _who(self) -> Card:
        card, form = _card(self.tr("Who is at the keyboard"))
        settings = self._presenter.settings
        self.name = self._line("nameEdit", settings.name, settings.who)
        self.name.textEdited.connect(self._presenter.set_name)
        self.email = self._line("emailEdit", settings.email, "kim@example.com")
        self.email.textEdited.connect(self._presenter.set_email)
        for edit in (self.name, self.email):
            edit.editingFinished.connect(self._presenter.save)
        _row(form, self.tr("&Name"), self.name)
        _row(form, self.tr("&Email"), self.email)
        card.body.addWidget(small(self.tr("The name stands in the record beside what was published.")))
        return card

    def _mode(self) -> Card:
        card, _ = _card(self.tr("Practice or live"))
        self.practice = Radio(self.tr("P&ractice: nothing leaves this computer, every text says DRILL"))
        self.practice.setObjectName("practiceRadio")
        self.live = Radio(self.tr("&Live: real incidents, by hand where nothing is connected"))
        self.live.setObjectName("liveRadio")
        group = QButtonGroup(self)
        for button in (self.practice, self.live):
            group.addButton(button)
            card.body.addWidget(button)
        mode = self._presenter.session.mode
        (self.practice if mode is Mode.PRACTICE else self.live).setChecked(True)
        group.buttonClicked.connect(self._on_mode)
        card.body.addWidget(
            small(self.tr("Each has a record of its own; open incidents stay where they are."))
        )
        self.connections = Button(self.tr("Connec&tions…"))
        self.connections.setObjectName("connectionsButton")
        self.connections.clicked.connect(lambda: self._host.go("connections"))
        card.body.addWidget(self.connections, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _sending(self) -> Card:
        card, form = _card(self.tr("Sending and reminding"))
        self.hold = Combo()
        self.hold.setObjectName("holdCombo")
        plan_s = self._presenter.plan_hold_s
        self.hold.addItem(self.tr("As the plan says ({seconds:g} s)").format(seconds=plan_s), None)
        current = self._presenter.settings.hold_s
        for seconds in sorted({*map(float, HOLDS_S), *(() if current is None else (float(current),))}):
            words = self.tr("{seconds:g} s").format(seconds=seconds) if seconds else self.tr("No hold")
            self.hold.addItem(words, seconds)
        self.hold.setCurrentIndex(max(0, self.hold.findData(None if current is None else float(current))))
        self.hold.activated.connect(self._on_hold)
        _row(form, self.tr("&Hold before anything leaves"), self.hold)
        card.body.addWidget(
            small(
                self.tr(
                    "While a round is held, Esc takes all of it back. Mail to customers is held at least {seconds:g} s, "
                    "unless there is no hold at all."
                ).format(seconds=self._presenter.mail_hold_s)
            )
        )
        self.sound = Check("")
        self.sound.setText(self.tr("&Sound when a message becomes due"))
        self.sound.setObjectName("soundCheck")
        self.sound.setChecked(self._presenter.sound)
        self.sound.toggled.connect(self._presenter.set_sound)
        card.body.addWidget(self.sound)
        return card

    def _look(self) -> Card:
        card, form = _card(self.tr("Look"))
        self.scheme = Combo()
        self.scheme.setObjectName("schemeCombo")
        for scheme, words in (
            (theme.Scheme.SYSTEM, self.tr("System")),
            (theme.Scheme.LIGHT, self.tr("Light")),
            (theme.Scheme.DARK, self.tr("Dark")),
        ):
            self.scheme.addItem(words, scheme.value)
        self.scheme.setCurrentIndex(max(0, self.scheme.findData(self._presenter.scheme)))
        self.scheme.activated.connect(self._on_scheme)
        _row(form, self.tr("&Colours"), self.scheme)
        self.language = Combo()
        self.language.setObjectName("languageCombo")
        self.language.addItem(self.tr("System"), language.SYSTEM)
        for code, name in language.NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._presenter.settings.language)))
        self.language.activated.connect(self._on_language)
        _row(form, self.tr("Lang&uage of the window"), self.language)
        words = self.tr(
            "Spoken when the window is opened again. Messages, plan and record stay in the plan's language."
        )
        card.body.addWidget(small(words))
        return card

    def _checks(self) -> Card:
        card, _ = _card(self.tr("Plan and templates"))
        self.in_force = Text("")
        self.in_force.setObjectName("inForce")
        card.body.addWidget(self.in_force)
        self.problems = Text("", tone=Tone.GOOD)
        self.problems.setObjectName("settingsProblems")
        self.problems.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.problems)
        self.check = Button(self.tr("Check &again"))
        self.check.setObjectName("checkAgainButton")
        self.check.clicked.connect(self._presenter.check)
        card.body.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _files(self) -> Card:
        card, _ = _card(self.tr("Where the files are"))
        self.files = FileList(self._presenter.files())
        card.body.addWidget(self.files)
        self.open_page = Button(self.tr("Open the practice status &page"))
        self.open_page.setObjectName("openStatusPageButton")
        self.open_page.clicked.connect(self._host.open_status_page)
        card.body.addWidget(self.open_page, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _line(self, name: str, value: str, placeholder: str) -> QLineEdit:
        edit = Line(value)
        edit.setObjectName(name)
        edit.setFrame(False)
        edit.setMaxLength(200)
        edit.setPlaceholderText(placeholder)
        return edit

    # --- what comes in ---------------------------------------------------------------------------------------------

    @Slot()
    def _show_saved(self) -> None:
        when = datetime.now().astimezone()
        self._host.say("", Tone.PLAIN.value, self.tr("Saved {time}").format(time=f"{when:%H:%M:%S}"))

    @Slot(object)
    def _show_checked(self, checked: Checked) -> None:
        self.in_force.setText(
            self.tr("In force: {plan}. Templates checked: {count}, of them your own: {own}.").format(
                plan=checked.plan, count=checked.templates, own=checked.own
            )
        )
        if checked.lines:
            shown = [f"✕ {line}" for line in checked.lines[:SHOWN_PROBLEMS]]
            if len(checked.lines) > SHOWN_PROBLEMS:
                shown.append(self.tr("… and {count} more").format(count=len(checked.lines) - SHOWN_PROBLEMS))
            self.problems.set_tone(Tone.DANGER)
            self.problems.setText("\n".join(shown))
        else:
            self.problems.set_tone(Tone.GOOD)
            self.problems.setText(self.tr("✓ No problem"))
        self.problems.setAccessibleName(self.problems.text())

    # --- presses ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_mode(self) -> None:
        wanted = Mode.LIVE if self.live.isChecked() else Mode.PRACTICE
        if wanted is not self._presenter.session.mode:
            self._presenter.save()
            self._host.switch_mode(wanted)

    @Slot(int)
    def _on_hold(self, index: int) -> None:
        self._presenter.set_hold(self.hold.itemData(index))
        self._presenter.save()

    @Slot(int)
    def _on_scheme(self, index: int) -> None:
        value = str(self.scheme.itemData(index))
        self._presenter.set_scheme(value)
        theme.apply(theme.Scheme(value))

    @Slot(int)
    def _on_language(self, index: int) -> None:
        self._presenter.set_language(str(self.language.itemData(index)))
        self._presenter.save()


def _card(title: str) -> tuple[Card, QGridLayout]:
    """A part of the page: its title, and room for rows."""
    card = Card(margins=14)
    card.body.setSpacing(theme.GAP)
    card.body.addWidget(Text(title, bold=True, scale=1.08))
    form = QGridLayout()
    form.setHorizontalSpacing(theme.EDGE)
    form.setVerticalSpacing(theme.GAP)
    form.setColumnMinimumWidth(0, LABELS * card.fontMetrics().lineSpacing())
    form.setColumnStretch(1, 1_000)
    form.setColumnStretch(2, 1)  # what an input does not take lies behind it, and not before it
    card.body.addLayout(form)
    return card, form


def _row(form: QGridLayout, words: str, editor: QLineEdit | QComboBox) -> None:
    """A label and what it names."""
    label = QLabel(words)
    label.setBuddy(editor)
    editor.setAccessibleName(words.replace("&", ""))
    place = form.rowCount()
    form.addWidget(label, place, 0)
    if isinstance(editor, QComboBox):  # beside its label, which alone names it to a screen reader
        editor.setMaximumWidth(420)
        form.addWidget(editor, place, 1)
        return
    frame = Frame()
    frame.add(editor)
    frame.setMaximumWidth(420)
    form.addWidget(frame, place, 1)
