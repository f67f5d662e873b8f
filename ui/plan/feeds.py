"""The feeds of external services in the plan's screen: what is asked, and what was said last."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui import health_words
from ui.plan.parts import Block, Lines, Table
from ui.session import Session


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def feeds(session: Session) -> tuple[Block, ...]:
    """Each feed of the plan with what it said last, and when feeds are asked at all."""
    services = session.services
    named = [one for one in services.plan.services if one.feed]
    if not named:
        return ()
    known = {one.service: one for one in session.suppliers.health}
    if services.practice and not known:
        idle = tr("Not asked in practice")
        lead = tr("In practice nothing leaves this computer, so no feed on another one is asked.")
    else:
        idle = tr("Not asked now")
        lead = tr(
            "Asked every {minutes} min while an incident is open, or now with Ctrl+Shift+S. What is in doubt is not known, never operational."
        ).format(minutes=f"{services.plan.feeds.every_minutes:g}")
    rows = tuple(
        (one.name, one.feed or "", health_words.state(known[one.name]) if one.name in known else idle)
        for one in named
    )
    heads = (tr("Service"), tr("Feed"), tr("What it said last"))
    return Lines((lead,)), Table(heads, rows, tr("Status feeds"))
