"""What the search box offers for what was typed. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from ui.actions import ACTIONS, Actions, key_text, translated
from ui.palette.scoring import ranked
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.record import FoundMessage
    from composer.services.core import Services

COMMAND = ">"
RECENT_KEY = "palette/recent"
RECENT = 5
MESSAGES = 20
NOT_KEPT = ("search", "menu", "incident.take_back", "window.close")
"""Commands that nobody looks for among those used last."""


class Kind(StrEnum):
    """What choosing a row does."""

    COMMAND = "command"
    INCIDENT = "incident"
    MESSAGE = "message"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Row:
    """One offer. `target` is an action's, an incident's or a message's id, or the words for History; `right` stands at the right edge: a command's key, a message's time."""

    kind: Kind
    text: str
    detail: str
    right: str
    target: str


class PalettePresenter(QObject):
    """Makes the offers.

    Signals:
        offered(object): the tuple of `Row`s for what was typed last.
    """

    offered = Signal(object)

    def __init__(
        self, session: Session, actions: Actions, settings: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._settings = session, actions, settings
        self._newest = 0
        for one in ACTIONS:
            if one.id not in NOT_KEPT:
                actions[one.id].triggered.connect(self._on_triggered)

    @Slot(str)
    def type(self, typed: str) -> None:
        """Offer what fits; what needs no search is offered at once."""
        self._newest += 1
        words = typed.strip()
        if words.startswith(COMMAND):
            self.offered.emit(self.commands(words.removeprefix(COMMAND)))
        elif not words:
            self.offered.emit((*self._recent(), *self._due()))
        elif self._session.is_open:
            self.offered.emit(self._found(words, ()))  # so that nothing older can be chosen by mistake
            self._search(words, self._newest)

    def commands(self, typed: str) -> tuple[Row, ...]:
        """The commands that do something now, the best fit first."""
        usable = [one for one in ACTIONS if self._actions[one.id].isEnabled()]
        return tuple(self._command(one.id) for one in ranked(typed, usable, translated))

    def run_command(self, action_id: str) -> None:
        """Do what the command that was chosen does."""
        self._actions[action_id].trigger()

    def _command(self, action_id: str) -> Row:
        one = next(one for one in ACTIONS if one.id == action_id)
        return Row(Kind.COMMAND, translated(one), self.tr("command"), key_text(one), action_id)

    # --- while nothing is typed -----------------------------------------------------------------------------------

    def _recent(self) -> tuple[Row, ...]:
        known = {one.id for one in ACTIONS}
        ids = [one for one in self._stored() if one in known and self._actions[one].isEnabled()]
        return tuple(self._command(one) for one in ids[:RECENT])

    def _due(self) -> tuple[Row, ...]:
        overview = self._session.overview
        if overview is None or not self._session.is_open:
            return ()
        templates = self._session.services.library.templates
        rows = []
        for one in overview.open:
            for due in one.due_now:
                name = templates[due.template].head.title if due.template in templates else due.template
                rows.append(
                    Row(
                        Kind.INCIDENT,
                        self.tr("{message} due now").format(message=name),
                        f"{one.incident.severity} {one.incident.title}",
                        "",
                        one.incident.id,
                    )
                )
        return tuple(rows)

    def _stored(self) -> list[str]:
        found = self._settings.value(RECENT_KEY, [])
        return [found] if isinstance(found, str) else [str(one) for one in found or ()]  # type: ignore[attr-defined]

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if action is not None:
            used = action.objectName()
            kept = [used, *(one for one in self._stored() if one != used)]
            self._settings.setValue(RECENT_KEY, kept[: 2 * RECENT])

    # --- searching ------------------------------------------------------------------------------------------------

    def _search(self, words: str, number: int) -> None:
        def call(services: Services) -> tuple[FoundMessage, ...] | None:
            return services.history(words, MESSAGES) if number == self._newest else None

        def done(found: tuple[FoundMessage, ...] | None) -> None:
            if number == self._newest and found is not None:
                self.offered.emit(self._found(words, found))

        self._session.run(call, done)

    def _found(self, words: str, found: tuple[FoundMessage, ...]) -> tuple[Row, ...]:
        overview = self._session.overview
        open_ones = () if overview is None else overview.open
        incidents = ranked(words, open_ones, lambda one: f"{one.incident.severity} {one.incident.title}")
        rows = [
            Row(
                Kind.INCIDENT,
                f"{one.incident.severity} {one.incident.title}",
                self.tr("open incident"),
                "",
                one.incident.id,
            )
            for one in incidents
        ]
        templates = self._session.services.library.templates if self._session.is_open else {}
        for one in found:
            message = one.message
            name = (
                templates[message.template].head.title if message.template in templates else message.template
            )
            rows.append(
                Row(
                    Kind.MESSAGE,
                    " ".join(one.snippet.replace("[", "").replace("]", "").split()),
                    f"{message.severity} {one.title} · {name}",
                    f"{message.at:%d %b %H:%M}",
                    message.id,
                )
            )
        everything = self.tr("Search all messages for “{words}”").format(words=words)
        rows.append(Row(Kind.ALL, everything, self.tr("History"), "", words))
        return tuple(rows)
