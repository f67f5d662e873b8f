"""What can be done at a field about words that must not leave: take them out, or let them pass for a reason."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from composer.domain.findings import Finding, Level
from composer.services.reminding import is_reminder
from ui import sayings
from ui.widgets.form import FieldRow, Ways
from ui.widgets.reason import ReasonDialog


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def ways_of(finding: Finding, findings: Iterable[Finding] = ()) -> Ways:
    """What the field of a finding offers; `findings` are all of the round, of which the words in the same field are underlined too, with dots where they are only advised on."""
    blocks = finding.level is Level.BLOCKING
    here = [one for one in findings if one.field == finding.field and one.span is not None]
    marks = (one.span for one in here if one.instead is not None and one.level is Level.BLOCKING)
    dots = (one.span for one in here if one.level is not Level.BLOCKING)
    return Ways(
        put_away=is_reminder(finding),
        span=finding.span if blocks and finding.instead is not None else None,
        instead=finding.instead or "",
        let_pass=bool(finding.mark),
        passes=not blocks,
        marks=tuple(dict.fromkeys(one for one in marks if one is not None)),
        dots=tuple(dict.fromkeys(one for one in dots if one is not None)),
    )


def ask_reason(view: QWidget, finding: Finding) -> str | None:
    """Why the words may leave all the same; None where the person went back. Empty for words that pass already: then they are kept back again."""
    if finding.level is not Level.BLOCKING:
        return ""
    return ReasonDialog.ask(
        view,
        tr("Let it pass: why?"),
        tr("Let it pass"),
        example=tr("for example it is the public name of a product"),
        detail=f"{sayings.of(finding.text)} {tr('The reason stands in the record, and holds for these words alone.')}",
    )


def take_out(rows: Iterable[FieldRow]) -> None:
    """Mend the row that has the focus, else the first that offers it."""
    offered = [row for row in rows if row.isVisible() and row.can_take_out]
    here = [row for row in offered if row.isAncestorOf(row.window().focusWidget() or row.window())]
    for row in (here or offered)[:1]:
        row.take_out()
