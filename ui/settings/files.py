"""Where the files are: a row each, with the way to its folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.settings.presenter import FilePlace
from ui.widgets.buttons import Button, Kind
from ui.widgets.editors import camel
from ui.widgets.soft_breaks import soft
from ui.widgets.text import Text, Tone


class FileList(QWidget):
    """A row a file or folder."""

    def __init__(self, places: Iterable[FilePlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        form = QGridLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.EDGE)
        form.setVerticalSpacing(theme.UNIT)
        form.setColumnStretch(1, 1)
        for row, place in enumerate(places):
            form.addWidget(Text(place.what, tone=Tone.MUTED, wrap=False), row, 0)
            path = Text(soft(str(place.path)))
            path.setAccessibleName(f"{place.what}: {place.path}")
            form.addWidget(path, row, 1)
            button = Button(self.tr("Open folder"), kind=Kind.LINK)
            button.setObjectName(f"open{camel(place.key).capitalize()}FolderButton")
            button.setAccessibleName(self.tr("Open folder of {what}").format(what=place.what))
            button.clicked.connect(lambda _checked=False, at=place.path: open_folder(at))
            form.addWidget(button, row, 2)
            self.buttons[place.key] = button


def open_folder(path: Path) -> None:
    """Show a folder, or the one that a file lies in; where it is not there yet, the nearest one above that is."""
    folder = path
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
