"""Asks the connected services what runs there, and takes it into the live record. Services are only read. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from composer.paths import Mode
from ui import sayings
from ui.language import number, utc_and_local
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.incident import Incident
    from composer.publishing.running import PageIncident
    from composer.services.core import Services
    from composer.services.reading_elsewhere import Running, Sources

SHOWN = 140
"""So much of the newest update is shown."""


class Place(StrEnum):
    """Where something runs."""

    PAGE = "page"
    SLACK = "slack"
    PAGERDUTY = "pagerduty"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that runs: `account` and `own` name it there; `known` is the title of the incident of this record that it belongs to."""

    place: Place
    account: str
    own: str
    title: str
    detail: str
    known: str | None = None

    @property
    def key(self) -> str:
        """Names it among the others."""
        return f"{self.account}:{self.own}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the services said. `asked` names them, `troubles` are sentences on those that could not be asked; `open_ones` are the incidents into which it can be adopted."""

    found: tuple[Found, ...]
    asked: tuple[str, ...]
    troubles: tuple[str, ...]
    open_ones: tuple[Incident, ...]


class TakeoverPresenter(QObject):
    """Logic of taking over.

    Signals:
        answered(object): an `Answer`.
        changed(): something else is ticked or chosen, or something is under way.
        refused(str, str): why nothing was taken over, and the next step.
        taken(str): the id of the incident that stands in the record now.
    """

    answered = Signal(object)
    changed = Signal()
    refused = Signal(str, str)
    taken = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.answer: Answer | None = None
        self.ticked: frozenset[str] = frozenset()
        self.into: str | None = None
        self.is_asking = False

    @property
    def is_live(self) -> bool:
        """Whether there is anything to ask: practice reaches nobody."""
        return self.session.mode is Mode.LIVE

    def look(self, into: str | None = None) -> None:
        """Ask every service what runs there; `answered` tells. `into` is the incident that something is to be adopted into, where that is known."""
        if self.is_asking or not self.is_live:
            return
        self.is_asking = True
        self.ticked, self.into = frozenset(), into
        words = self._words()

        def call(services: Services) -> Answer:
            from composer.services.reading_elsewhere import running

            return _answer(services, running(services), words)

        self.session.run(call, self._on_answer, line="send", failed=self._on_failed, owner=self)
        self.changed.emit()

    def tick(self, found: Found, on: bool) -> None:
        """Choose one, or not. Of one place only one can belong to an incident."""
        every = () if self.answer is None else self.answer.found
        others = {one.key for one in every if (one.place, one.account) == (found.place, found.account)}
        self.ticked = (self.ticked - others) | ({found.key} if on else frozenset())
        self.changed.emit()

    def choose_into(self, incident_id: str | None) -> None:
        """Adopt into that open incident; None takes it over as one of its own."""
        self.into = incident_id
        self.changed.emit()

    def chosen(self) -> tuple[Found, ...]:
        """What is ticked."""
        every = () if self.answer is None else self.answer.found
        return tuple(one for one in every if one.key in self.ticked)

    def act(self, title: str, severity: str | None) -> None:
        """Take over, or adopt; `taken` or `refused` tells."""
        if self.is_asking or not self.ticked:
            return
        self.is_asking = True
        sources, into = self._sources(), self.into
        named = title.strip() or None

        def call(services: Services) -> tuple[str, str | None, str]:
            from composer.domain.errors import UserFacingError
            from composer.services.taking_over import adopt, take_over

            try:
                if into is not None:
                    return adopt(services, into, sources).id, None, ""
                return take_over(services, sources, title=named, severity=severity).id, None, ""
            except UserFacingError as error:
                return "", sayings.message_of(error), sayings.step_of(error)

        self.session.run(call, self._on_taken, line="send", failed=self._on_failed, owner=self)
        self.changed.emit()

    # --- inside ---------------------------------------------------------------------------------------------------

    def _sources(self) -> Sources:
        from composer.services.reading_elsewhere import Sources

        made = Sources()
        for one in self.chosen():
            match one.place:
                case Place.PAGE:
                    made = replace(made, pages=(*made.pages, (one.account, one.own)))
                case Place.SLACK:
                    made = replace(made, slack_channel=one.own)
                case Place.PAGERDUTY:
                    made = replace(made, pagerduty=one.own)
        return made

    def _words(self) -> dict[str, str]:
        return {
            "page": self.tr("{status} since {time} · updates: {count}, the last: “{text}”"),
            "bare": self.tr("{status} since {time} · no update yet"),
            "duty": self.tr("{status} since {time} · {service}"),
            "no_topic": self.tr("no topic"),
        }

    def _on_answer(self, answer: Answer) -> None:
        self.is_asking = False
        self.answer = answer
        if self.into not in {one.id for one in answer.open_ones}:
            self.into = None  # it was resolved meanwhile
        self.answered.emit(answer)
        self.changed.emit()

    def _on_failed(self, _: BaseException) -> None:
        self.is_asking = False
        self.changed.emit()

    def _on_taken(self, answer: tuple[str, str | None, str]) -> None:
        self.is_asking = False
        incident_id, trouble, step = answer
        if trouble is not None:
            self.refused.emit(trouble, step)
            self.changed.emit()
            return
        self.session.refresh_soon()
        self.taken.emit(incident_id)


def _answer(services: Services, there: Running, words: dict[str, str]) -> Answer:
    from composer.services.reading_elsewhere import asked_of

    open_ones = services.record.incidents(open_only=True)
    titles = {one.id: one.title for one in services.record.incidents()}
    by_channel = {one.slack_channel: one.title for one in open_ones}
    by_duty = {one.pagerduty_incident: one.title for one in open_ones if one.pagerduty_incident}
    now = services.clock.now()
    found = [
        Found(Place.PAGE, account, one.id, one.name, _page_words(one, words, utc_and_local(one.began_at, now=now)),
              titles.get(one.incident_id or ""))
        for account, one in there.pages
    ]  # fmt: skip
    found += [
        Found(Place.SLACK, account, one.id, f"#{one.name}", one.topic or words["no_topic"], by_channel.get(f"#{one.name}"))
        for account, one in there.channels
    ]  # fmt: skip
    for one in there.duties:
        detail = words["duty"].format(
            status=one.status, time=utc_and_local(one.began_at, now=now), service=one.service
        )
        found.append(Found(Place.PAGERDUTY, "pagerduty", one.id, one.title, detail, by_duty.get(one.id)))
    return Answer(tuple(found), asked_of(services), there.troubles, open_ones)


def _page_words(one: PageIncident, words: dict[str, str], since: str) -> str:
    if not one.updates:
        return words["bare"].format(status=one.status, time=since)
    last = " ".join(one.updates[-1].body.split())
    text = last if len(last) <= SHOWN else f"{last[: SHOWN - 1]}…"
    return words["page"].format(status=one.status, time=since, count=number(len(one.updates)), text=text)
