"""The dry run of a round, from the window: asked for off its thread, shown in a sheet, and given up where that is closed."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from composer.domain.errors import UserFacingError
from ui import sayings
from ui.language import utc_and_local
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.channel import Channel
    from composer.domain.request import PublishRequest
    from composer.services.dry_running import DryRun
    from ui.dry_run_sheet import DryRunSheet

FIRST = 1
"""So many copies of a mail to many are shown at first: they differ in name and address alone."""


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def show_dry_run(
    view: QWidget,
    session: Session,
    request: PublishRequest | None,
    channels: Mapping[Channel, str],
    titles: Mapping[str, str],
    *,
    also: Sequence[str] = (),
) -> DryRunSheet | None:
    """Show what the round of a screen would send; None for a round says that there is none yet. `also` are sentences on what keeps it, beside what the core finds. Nothing where another question stands there."""
    if QApplication.activeModalWidget() is not None or not view.isVisible():
        return None
    from ui.dry_run_sheet import DryRunSheet

    as_of = utc_and_local(session.services.clock.now(), seconds=True)
    sheet = DryRunSheet(view.window(), channels, titles, as_of, also)
    sheet.save_wanted.connect(partial(_save, sheet, session))
    if request is None:
        sheet.show_trouble(tr("There is nothing to send yet: choose a severity, or tick a message."))
    else:
        sheet.all_wanted.connect(partial(_ask, sheet, session, request, None))
        _ask(sheet, session, request, FIRST)
    sheet.open()
    return sheet


def _ask(sheet: DryRunSheet, session: Session, request: PublishRequest, most: int | None) -> None:
    over = threading.Event()
    sheet.finished.connect(lambda _result: over.set())
    services = session.services

    def call() -> DryRun:
        from composer.services.dry_running import dry_run  # what is needed for sending comes with it

        return dry_run(services, request, partly=True, most=most, stopped=over.is_set)

    def failed(error: BaseException) -> None:
        if isinstance(error, UserFacingError):
            if isValid(sheet):
                sheet.show_trouble(sayings.trouble(error))
            return
        if isValid(sheet):
            sheet.reject()
        session.errors.tell(error)

    # Not on the record's line: a keyring that waits for a person must not keep drafts from being stored.
    session.jobs.submit(call, sheet.show_run, failed, line="send", owner=sheet)


def _save(sheet: DryRunSheet, session: Session, file: str, text: str) -> None:
    def call() -> None:
        from composer.files import write_atomic

        write_atomic(Path(file), text.encode("utf-8"))

    def failed(error: BaseException) -> None:
        if isValid(sheet) and isinstance(error, UserFacingError):
            sheet.show_trouble(sayings.trouble(error))
        else:
            session.errors.tell(error)

    session.jobs.submit(call, lambda _: sheet.show_saved(file), failed, owner=sheet)
