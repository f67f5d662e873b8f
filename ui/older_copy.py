"""Says in the window that the live record is an older copy of itself: as that is found, and until nothing asks because of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.session import Session
from ui.shell.notice import Notice
from ui.widgets.text import Tone

if TYPE_CHECKING:
    from composer.domain.record import OlderCopy
    from composer.services.core import Services

ABOUT = "copy"


class OlderCopyNotice(QObject):
    """Asks the core each time it was opened, and takes the notice away once all is decided. `go` brings a screen into sight."""

    def __init__(self, session: Session, notice: Notice, go: Callable[[str, object], None]) -> None:
        super().__init__(notice)
        self._session, self._notice, self._go = session, notice, go
        self._asked = False
        session.opened.connect(self._on_opened)
        session.record_changed.connect(self._look_again)
        session.delivery_changed.connect(self._look_again)
        session.overview_changed.connect(self._look_again)

    @Slot()
    def look(self) -> None:
        """See whether there is something to say."""

        def call(services: Services) -> OlderCopy | None:
            return services.older_copy()

        self._session.run(call, self._tell)

    @Slot()
    def _on_opened(self) -> None:
        self._asked = False  # it may be another record
        self.look()

    @Slot()
    def _look_again(self) -> None:
        if self._notice.about == ABOUT and self._session.is_open:
            self.look()

    def _tell(self, older: OlderCopy | None) -> None:
        asks = older is not None and older.asking > 0
        self._asked = self._asked or asks
        if older is None or (self._asked and not asks):
            self._notice.clear(ABOUT)  # all is decided
            return
        if older.asking:
            text = self.tr(
                "The record is an older copy of itself: what happened since is missing in it. Messages that may have been sent: {count}."
            ).format(count=older.asking)
            step = self.tr(
                "Nothing of it leaves by itself. Each was looked up where its service can be asked; decide about the others."
            )
        else:
            text = self.tr("The record is an older copy of itself: what happened since is missing in it.")
            step = self.tr("What runs at the services can be taken over (Ctrl+Shift+T).")
        incident_id = older.incident_id
        self._notice.tell(
            text,
            step,
            tone=Tone.WARNING,
            about=ABOUT,
            button=self.tr("Show what as&ks") if incident_id else "",
            act=(lambda: self._go("compose", incident_id)) if incident_id else None,
        )
