"""What a mistake of the program looks like to a person: a sentence, details to copy, and the way on."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.ring import Ring
from ui.widgets.text import Text, heading

KEPT = 5
"""So many mistakes stand in one dialog; later ones are only counted."""
COPIED_FOR_MS = 2_000


class CrashDialog(QDialog):
    """Told once for all mistakes until it is closed; it stops nothing. The details hold no secrets: `ui.errors` masked them."""

    _shown: ClassVar[CrashDialog | None] = None

    @classmethod
    def tell(cls, parent: QWidget | None, details: str) -> CrashDialog:
        """Show a mistake; while the dialog is open, another one is added to it."""
        shown = cls._shown
        if shown is None:
            shown = cls._shown = cls(parent)
            shown.finished.connect(cls._forget)
        shown.add(details)
        shown.show()
        return shown

    @classmethod
    def _forget(cls, _result: int = 0) -> None:
        shown, cls._shown = cls._shown, None
        if shown is not None:
            shown.deleteLater()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(self.tr("Incident Composer made a mistake"))
        self.resize(680, 460)
        self._count = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.EDGE)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("The program made a mistake")))
        sentence = self.tr(
            "Nothing that was stored is lost, and you can go on working. "
            "If something looks wrong, close the window and open it again: drafts and messages on their way are kept."
        )
        layout.addWidget(Text(sentence))
        label = QLabel(self.tr("&Details for a report, without secrets"))
        layout.addWidget(label)
        self.details = QPlainTextEdit()
        self.details.setObjectName("crashDetailsEdit")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.details.setFont(font)
        label.setBuddy(self.details)
        Ring(self.details)
        layout.addWidget(self.details, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.copy = Button(self.tr("&Copy details"))
        self.copy.setObjectName("copyDetailsButton")
        self.copy.clicked.connect(self._on_copy)
        self.go_on = Button(self.tr("Go on &working"), kind=Kind.PRIMARY)
        self.go_on.setObjectName("goOnButton")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.go_on)
        layout.addLayout(buttons)
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(COPIED_FOR_MS)
        self._flash.timeout.connect(self._show_copy)

    def add(self, details: str) -> None:
        """One more mistake. After a few, more are only counted, so that a mistake at every second stays readable."""
        self._count += 1
        if self._count <= KEPT:
            between = "\n\n" + 60 * "-" + "\n\n" if self._count > 1 else ""
            self.details.setPlainText(self.details.toPlainText() + between + details)
        elif self._count == KEPT + 1:
            self.details.appendPlainText("\n" + self.tr("More of them followed; they are in the log."))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(self.tr("Copied"))
        self._flash.start()

    @Slot()
    def _show_copy(self) -> None:
        self.copy.setText(self.tr("&Copy details"))
