"""A text with the words marked that came and those that went, by more than their colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from composer.rendering.escaping import escape
from composer.rendering.word_diff import Change
from ui import theme
from ui.widgets.long_text import readable


class ChangedText(QLabel):
    """Words that come are bold and underlined, words that go are struck through; to a screen reader each is said as what it is."""

    def __init__(self, parts: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Light and dark have colours of their own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def _show(self) -> None:
        words = marked_up(self._parts)
        if words == self.text():  # else setting it would bring the next change of the palette
            return
        self.setText(words)
        says = {"same": "{words}", "added": self.tr("new: {words}"), "removed": self.tr("gone: {words}")}
        spoken = (
            says[part.kind].format(words=part.text.strip()) for part in self._parts if part.text.strip()
        )
        self.setAccessibleName("; ".join(spoken))


def marked_up(parts: Sequence[Change]) -> str:
    """The words as HTML; nothing in them is markup."""
    of = theme.colours()
    looks = {
        "same": "",
        "removed": f"background:{of.danger_ground}; color:{of.danger_text}; text-decoration:line-through",
        "added": f"background:{of.added_ground}; font-weight:bold; text-decoration:underline",
    }
    words, last = "", ""
    for part in parts:
        # What came would else be read as one word with what went.
        apart = last[-1:].strip() and part.text[:1].strip() and part.kind == "added"
        words += " " if apart else ""
        words += f'<span style="{looks[part.kind]}">{escape(readable(part.text))}</span>'
        last = part.text if part.kind == "removed" else ""
    return f'<div style="color:{of.text}; line-height:120%">{words.replace(chr(10), "<br>")}</div>'


def abridged(parts: Sequence[Change], *, keep: int = 70) -> tuple[Change, ...]:
    """The same with what stays shortened to the words around each change: for a glance, where the whole text stands elsewhere."""
    found = []
    for place, part in enumerate(parts):
        text = part.text
        if part.kind == "same" and len(text) > 3 * keep:
            before = "" if place == 0 else text[:keep].rpartition(" ")[0]
            after = "" if place == len(parts) - 1 else text[-keep:].partition(" ")[2]
            text = (
                " … ".join(one for one in (before, after) if one)
                if before and after
                else f"{before} … {after}"
            )
        found.append(Change(part.kind, text))
    return tuple(found)


def in_short(
    parts: Sequence[Change], *, most: int = 2, longest: int = 40
) -> tuple[list[tuple[str, str]], int]:
    """The first few places that differ, each as what went and what came, and how many more there are."""
    pairs: list[tuple[str, str]] = []
    for part in parts:
        words = " ".join(part.text.split())
        words = words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
        if part.kind == "removed":
            pairs.append((words, ""))
        elif part.kind == "added" and pairs and not pairs[-1][1] and pairs[-1][0]:
            pairs[-1] = pairs[-1][0], words
        elif part.kind == "added":
            pairs.append(("", words))
        elif pairs and part.text:
            pairs.append(("", ""))  # what comes next is another place
    found = [pair for pair in pairs if any(pair)]
    return found[:most], max(0, len(found) - most)
