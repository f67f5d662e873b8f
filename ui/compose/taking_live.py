"""A practice incident that turned out to be real: asked once, then a live one with the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from composer.paths import Mode
from composer.services.going_live import take_live
from composer.services.reach import Reachable, live_reach
from ui.connected import reach_lines
from ui.going_live import reach_grid
from ui.host import Host
from ui.widgets.buttons import Button, Kind
from ui.widgets.question import QuestionDialog
from ui.widgets.text import Text, small

if TYPE_CHECKING:
    from ui.compose.presenter import ComposePresenter


class TakeLiveDialog(QuestionDialog):
    """Says what happens, and what does not."""

    def __init__(
        self, title: str, parent: QWidget | None = None, reach: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__("takeLiveDialog", parent, width=520)
        self.set_title(self.tr("Is this incident real?"))
        words = self.tr(
            "“{title}” is declared in LIVE with the facts that you have now, and the window goes on there."
        )
        self.column.addWidget(Text(words.format(title=title)))
        self.column.addWidget(
            Text(
                self.tr(
                    "Nothing is sent by this. What was published in practice stays there and reached nobody, so everything is due anew."
                )
            )
        )
        if reach:
            self.column.addWidget(
                Text(self.tr("From then on, what you publish reaches real people through:"))
            )
            self.column.addLayout(reach_grid(reach))
        self.go = Button(self.tr("&Switch to LIVE with it"), kind=Kind.DANGER)
        self.go.setObjectName("takeLiveButton")
        note = small(self.tr("Settings switch back to practice."))
        self.ask_for(self.go, back="takeLiveBackButton", note=note)

    @classmethod
    def ask(cls, parent: QWidget, title: str, reach: Sequence[tuple[str, str]] = ()) -> bool:
        """Whether the person wants it. `reach` names who can be reached then."""
        return cls(title, parent, reach).is_wanted()


def ask_and_take(view: QWidget, presenter: ComposePresenter, host: Host) -> None:
    """Find who will be reachable; then ask once, store the live incident, and only once it is stored switch the mode."""
    home = presenter.session.home
    presenter.session.jobs.submit(
        lambda: live_reach(home),
        lambda found: _ask_and_take(view, presenter, host, found),
        presenter.session.errors.tell,
        line="send",
        owner=view,
    )


def _ask_and_take(
    view: QWidget, presenter: ComposePresenter, host: Host, found: tuple[Reachable, ...]
) -> None:
    incident = presenter.incident
    if incident is None or not presenter.session.services.practice:
        return
    if not TakeLiveDialog.ask(view, incident.title, reach_lines(found, presenter.now())):
        return
    presenter.flush()
    host.tell(QCoreApplication.translate("", "Taking it live…"), "plain")
    incident_id = incident.id

    def stored(live_id: str) -> None:
        host.switch_mode(Mode.LIVE, asked=True)
        host.go("compose", live_id)  # not whatever else is open in LIVE

    presenter.session.run(lambda services: take_live(services, incident_id), stored, owner=presenter)
