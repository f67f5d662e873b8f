"""The dry run of a declaration: all that is wanted, also what can't leave yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from composer.services.drafting import request_of
from ui.declare.standing import whole_draft
from ui.dry_running import show_dry_run

if TYPE_CHECKING:
    from composer.domain.request import PublishRequest
    from ui.declare.facts import Facts
    from ui.declare.presenter import DeclarePresenter
    from ui.declare.standing import Standing
    from ui.declare.telling import Telling
    from ui.declare.view import DeclareView


def show_for(view: DeclareView, presenter: DeclarePresenter, telling: Telling, facts: Facts) -> None:
    """Show what declaring would send, and what it still needs."""
    shown = presenter.standing
    also = []
    if shown is not None and shown.severity and (shown.whole or shown.ticket is not None):
        also = [telling.status(shown, {name: row.field.label for name, row in facts.rows.items()})[0]]
    library = presenter.services.library
    titles = {name: one.head.title for name, one in library.templates.items()}
    show_dry_run(view, presenter.session, _request(shown), telling.channels, titles, also=also)


def _request(shown: Standing | None) -> PublishRequest | None:
    wanted = () if shown is None else tuple(row.head.name for row in shown.rows if row.wanted)
    if shown is None or not wanted or shown.ticket is not None:
        return None
    return request_of(whole_draft(shown, ticked=wanted), None)
