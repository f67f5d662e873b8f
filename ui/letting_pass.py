"""What can be done at a field about words that must not leave: take them out, or let them pass for a reason."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from composer.checks.contradictions import is_hint
from composer.checks.wording_told import NO_NEXT_UPDATE, is_wording
from composer.domain.fields import read_time
from composer.domain.findings import Finding, Level
from composer.domain.mending import Span
from composer.domain.next_update import NEXT_UPDATE
from composer.services.reminding import may_be_put_away
from composer.services.spelling import SPELLING
from ui import sayings
from ui.widgets.form import MOST_LETTERS, FieldRow, Ways
from ui.widgets.marked import Wave


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def ways_of(finding: Finding, findings: Iterable[Finding] = ()) -> Ways:
    """What the field of a finding offers; `findings` are all of the round, of which the words in the same field are underlined too, with dots where they are only advised on, and a wave where they may be misspelt."""
    blocks = finding.level is Level.BLOCKING
    here = [one for one in findings if one.field == finding.field]
    marks = [one.span for one in here if one.level is Level.BLOCKING]
    dots = [
        Wave(one.span) if one.code == SPELLING and one.span is not None else one.span
        for one in here
        if one.level is not Level.BLOCKING
    ]
    value = next((one for one in (finding, *here) if _is_whole(one)), None)
    mended = finding if finding.instead is not None and (blocks or not finding.mark) else None
    if mended is None and value is None:
        mended = next((one for one in here if _mends_besides(one)), None)
    if value is not None:
        does = _promised(value)
    else:
        does = "" if mended is None else _promised(mended)
        does = does or ("" if mended is None or mended is finding else _besides(mended))
    return Ways(
        put_away=may_be_put_away(finding),
        span=None if mended is None else mended.span,
        instead=(mended or finding).instead or "",
        value=None if value is None else value.instead,
        does=does,
        let_pass=bool(finding.mark),
        passes=not blocks,
        marks=_spans(marks),
        dots=_spans(dots),
    )


def _is_whole(finding: Finding) -> bool:
    """Whether what could be put instead is all that the field would say."""
    return finding.span is None and bool(finding.instead) and (is_wording(finding) or is_hint(finding))


def _mends_besides(finding: Finding) -> bool:
    """Whether one key can mend it though the field tells of another one, for which there is no mend."""
    return (
        finding.span is not None and finding.instead is not None and bool(finding.quote) and not finding.mark
    )


def _besides(finding: Finding) -> str:
    """What the key does then: the line above it names other words."""
    if not finding.instead:
        return tr("Take out “{words}”").format(words=_short(finding.quote))
    return tr("Put “{instead}” instead of “{words}”").format(
        instead=_short(finding.instead), words=_short(finding.quote)
    )


def _short(words: str) -> str:
    shown = words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"
    return shown.replace("&", "&&")


def _promised(finding: Finding) -> str:
    """What a time of the next update does: it is a promise from then on."""
    promises = finding.code == NO_NEXT_UPDATE or finding.field == NEXT_UPDATE
    moment = read_time(finding.instead or "") if promises else None
    return "" if moment is None else tr("Promise it by {time} UTC").format(time=f"{moment:%H:%M}")


def _spans(found: Iterable[Span | None]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(one for one in found if one is not None))


def ask_reason(view: QWidget, finding: Finding) -> str | None:
    """Why the words may leave all the same; None where the person went back. Empty for words that pass already: then they are kept back again."""
    from ui.widgets.reason import ReasonDialog  # loaded when somebody asks to let something pass

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
    """Mend the row that has the focus, else the first that keeps a message back, else the first that offers it."""
    offered = [row for row in rows if row.isVisible() and row.can_take_out]
    here = [row for row in offered if row.isAncestorOf(row.window().focusWidget() or row.window())]
    held_back = [row for row in offered if row.is_held_back]
    for row in (here or held_back or offered)[:1]:
        row.take_out()
