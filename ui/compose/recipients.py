"""Whom a mail to customers goes to: the file chosen for it, how old it is, how many it holds, and what is wrong with it. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from composer.connections.customers import CustomerFile
from composer.domain.draft import Draft
from composer.services.drafting import CUSTOMERS_FILE, FIRST_BATCH
from ui import sayings
from ui.language import number, utc_and_local

if TYPE_CHECKING:
    from composer.services.core import Services
    from ui.compose.presenter import ComposePresenter

NAMED = 4
SHOWN = 4
"""So many mistakes are told; of more, how many others."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


@dataclass(frozen=True, slots=True)
class Mailing:
    """What a draft says of its mail: the file chosen for it (None: the connection's), and how many leave first (None: all at once)."""

    file: str | None = None
    first_batch: int | None = None


def mailing_of(draft: Draft | None) -> Mailing:
    """What the draft says of it."""
    facts = {} if draft is None else draft.facts
    file, first = facts.get(CUSTOMERS_FILE), facts.get(FIRST_BATCH)
    return Mailing(
        file if isinstance(file, str) and file else None, int(first) if isinstance(first, int) else None
    )


def card_words(mailing: Mailing) -> str:
    """What stands on the mail's card; nothing where all is as usual."""
    parts = [] if mailing.file is None else [mailing.file.replace("\\", "/").rpartition("/")[2]]
    if mailing.first_batch is not None:
        parts.append(tr("first {count}, then it asks you").format(count=number(mailing.first_batch)))
    return " · ".join(parts)


def look(
    presenter: ComposePresenter,
    file: str | None,
    done: Callable[[CustomerFile | None], None],
    owner: QObject,
) -> None:
    """Read the file anew, off the window's thread; `done` gets it, or None where there is none."""

    def call(services: Services) -> CustomerFile | None:
        from composer.services.mailing import customers

        return customers(services, file)

    presenter.session.run(call, done, line="send", owner=owner)


def counted(found: CustomerFile) -> str:
    """How many, and the first of them by name."""
    names = ", ".join(name or address for name, address in found.people[:NAMED])
    if len(found.people) > NAMED:
        more = number(len(found.people) - NAMED)
        names = tr("{names} and {count} more").format(names=names, count=more)
    return tr("{count}: {names}").format(count=number(len(found.people)), names=names)


def file_words(found: CustomerFile, now: datetime) -> str:
    """`customers.csv, changed 3 days ago (20 Nov 14:10 UTC)`."""
    if found.changed_at is None:
        return found.file.name
    words = tr("{file}, changed {age} ago ({time})")
    return words.format(
        file=found.file.name, age=_age(now - found.changed_at), time=utc_and_local(found.changed_at, now=now)
    )


def left_out(found: CustomerFile) -> list[str]:
    """What is no mistake and still to be known: who stands there twice, and who has no name."""
    parts = []
    if found.twice:
        words = tr("Named a second time and left out: {count} (line {lines})")
        lines = ", ".join(str(line) for line in found.twice[:SHOWN])
        parts.append(
            words.format(count=number(len(found.twice)), lines=lines + (" …" if found.twice[SHOWN:] else ""))
        )
    if found.nameless:
        parts.append(tr("Without a name: {count}").format(count=number(found.nameless)))
    return parts


def mistakes(found: CustomerFile) -> list[str]:
    """What keeps the file from being used, a sentence each."""
    told = [sayings.problem(one) for one in found.problems[:SHOWN]]
    if found.problems[SHOWN:]:
        told.append(tr("and {count} more").format(count=len(found.problems) - SHOWN))
    return told


def _age(age: timedelta) -> str:
    minutes = max(0, int(age.total_seconds() // 60))
    if minutes < 120:
        return tr("{count} min").format(count=minutes)
    if minutes < 48 * 60:
        return tr("{count} h").format(count=minutes // 60)
    return tr("{count} days").format(count=minutes // (24 * 60))
