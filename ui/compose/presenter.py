"""What the compose screen does: reads an incident, follows what the record says of it, and publishes the draft in hand. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from composer.domain.draft import Draft
from composer.domain.record import Message
from composer.services.core import Published, Services
from composer.services.rounds import Situation
from ui import sayings
from ui.compose import choosing
from ui.compose.draft_in_hand import DraftInHand
from ui.compose.preparing import request_for
from ui.compose.reading import Loaded, publish_round, read_incident, read_situation
from ui.later import later
from ui.session import Session


class ComposePresenter(DraftInHand):
    """One open incident: its draft, from the record and into it.

    Signals:
        loaded(object): a `Loaded`; everything is to be shown anew.
        situation_changed(object): the `Situation` as the record has it now.
        confirm_wanted(object): a `Confirm`; answered by `publish(confirmed=…)`.
        published(object): a `Publish` that was stored, and is held or on its way.
        publishing_changed(bool): whether a publish is being stored.
        overtaken(str): a phase that was published elsewhere while this draft was at an earlier one.
    """

    loaded = Signal(object)
    situation_changed = Signal(object)
    confirm_wanted = Signal(object)
    published = Signal(object)
    publishing_changed = Signal(bool)
    overtaken = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.earlier: tuple[Message, ...] = ()
        self._incident_id: str | None = None
        self._sent: tuple[str | None, Draft, Situation] | None = None
        self._minute = ""
        self._look_again = later(self, 150, self.refresh)
        session.second_passed.connect(self._on_second)
        session.delivery_changed.connect(self._on_delivery)
        session.library_changed.connect(self.refresh)
        session.record_changed.connect(self._look_again.start)

    # --- loading -----------------------------------------------------------------------------------------------

    @Slot(str)
    def load(self, incident_id: str, *, to_compose: bool = False) -> None:
        """Read an incident and its draft; `loaded` tells when they are there. `to_compose`: also where deliveries of the last round are on their way."""
        self.flush()
        self._incident_id = incident_id
        self._sent = None
        unseen = self.session.take_unseen(incident_id)
        read = partial(read_incident, incident_id=incident_id, to_compose=to_compose, unseen=unseen)
        self._ask(read, self._on_loaded)

    @Slot()
    def refresh(self) -> None:
        """Look again at what the record says; what is being typed stays."""
        incident_id = self._incident_id
        if incident_id is None or self.is_publishing or not self.session.is_open:
            return
        asked_with = None if self.draft is None else self.draft.id

        def answered(found: tuple[Situation, tuple[Message, ...]]) -> None:
            # Else a round was stored or taken back meanwhile, and a later answer comes.
            if asked_with == (None if self.draft is None else self.draft.id):
                self._on_situation(found)

        self._ask(lambda services: read_situation(services, incident_id), answered)

    def _on_loaded(self, loaded: Loaded) -> None:
        if loaded.draft.incident_id != self._incident_id:
            return  # another incident was chosen meanwhile
        self.situation, self.earlier = loaded.situation, loaded.earlier
        typed = self._keeping.unstored(self._incident_id)
        if typed is not None:  # somebody went on typing while this was read, or it could not be stored
            loaded = replace(loaded, draft=typed)
        self.flush()
        self.draft = loaded.draft
        self.loaded.emit(loaded)
        self._prepare()

    def _on_situation(self, found: tuple[Situation, tuple[Message, ...]]) -> None:
        situation, earlier = found
        if situation.before is None or situation.before.id != self._incident_id:
            return
        was = None if self.situation is None else self.situation.before
        self.situation, self.earlier = situation, earlier
        draft, now = self.draft, situation.before
        if draft is not None and was is not None and was.id == draft.incident_id:
            self.draft = choosing.followed(draft, was, now)
            if self.draft != draft:  # the incident went on elsewhere
                self.draft_changed.emit(self.draft)
        self.situation_changed.emit(situation)
        self._prepare()
        went_on = was is not None and was.phase != now.phase
        if went_on and self.draft is not None and not self.goes_back(self.draft.phase):
            self.overtaken.emit(self.plan.phase(now.phase).label)

    # --- publishing --------------------------------------------------------------------------------------------

    @property
    def _may_publish(self) -> bool:
        """Whether what is in sight is what would be published: not while another incident is being read, or a round stored."""
        draft = self.draft
        return draft is not None and draft.incident_id == self._incident_id and not self.is_publishing

    @Slot()
    def publish(self, *, confirmed: choosing.Confirm | None = None) -> None:
        """Store the round, and let it go after its hold. What is blocked stays; a first public post and a mail to customers ask first, where they leave by themselves.

        No more leaves than was `confirmed`, and nothing where another incident was chosen while that was asked.
        """
        if self.draft is None or self.situation is None or not self._may_publish:
            return
        self._prepare()
        names = () if self.round is None else choosing.sendable(self.round)
        if confirmed is not None:
            same = confirmed.round.incident.id == self.draft.incident_id
            names = tuple(name for name in names if same and name in confirmed.names)
        if not names or self.round is None:
            self.trouble.emit(self.tr("Nothing can be published: tick a message, or put its problems right."))
            return
        first = choosing.is_first_public(self.earlier, self.heads, names)
        mails = any(self.heads[name].channel is Channel.EMAIL for name in names)
        if (first or mails) and confirmed is None and not self.by_hand:
            self.confirm_wanted.emit(choosing.Confirm(self.round, names, first))
            return
        draft, situation = self.draft, self.situation
        self._keeping.let_go(draft.incident_id)
        self._set_publishing(True)
        request = request_for(situation, replace(draft, ticked=names))
        if confirmed is not None:
            request = replace(request, customers_sha256=confirmed.customers_sha256)
        self._sent = request.key, draft, situation

        call = partial(publish_round, draft=draft, situation=situation, request=request)
        self._ask(call, partial(self._on_published, draft))

    @Slot()
    def keep_promise(self) -> None:
        """Nothing is new: say so where the public was promised an update, with the next time, and publish."""
        draft, situation = self.draft, self.situation
        if draft is None or situation is None or situation.before is None or not self._may_publish:
            return
        draft = choosing.without_news(draft, situation)
        self._change(draft, tell=True)
        names = choosing.promised(self.plan, self.rows())
        for row in self.rows():
            draft = choosing.with_tick(draft, row.template, row.template in names, self.now())
        self._change(draft, tell=True)
        self.publish()

    def took_back(self, key: str | None) -> None:
        """The round of that key was taken back: what was typed stands there again. A correction was none of the form's rounds."""
        sent, self._sent = self._sent, None
        if sent is None or sent[0] != key or self._incident_id is None:
            self.compose_next()
            return
        self.situation = sent[2]  # the one in hand may count as said what was taken back
        # A draft is one round, and that one is over: what comes next is another, with the same words.
        now = self.now()
        self.draft = replace(sent[1], id=self.session.services.new_id("drf", now), updated_at=now)
        self._keeping.keep(self.draft)
        self.flush()
        self.draft_changed.emit(self.draft)
        self.refresh()

    @Slot()
    def compose_next(self) -> None:
        """Begin the next round from what was said last."""
        if self._incident_id is not None:
            self.flush()
            self.draft = None  # nothing is typed into a draft that is about to be another one
            self.load(self._incident_id, to_compose=True)

    def _on_published(self, draft: Draft, answer: Published | Exception) -> None:
        self._set_publishing(False)
        in_sight = draft.incident_id == self._incident_id
        if isinstance(answer, Published) and answer.publish is not None:
            self._keeping.let_go(draft.incident_id)
            self.session.refresh_soon()
            if not in_sight:  # another incident was chosen meanwhile: the round goes its way out of sight
                self.session.go_on()
                return
            self.draft = None
            self.published.emit(answer.publish)
            self.refresh()
            return
        self._sent = None if in_sight else self._sent
        if isinstance(answer, Exception):
            self._keeping.keep(draft)
            self.session.errors.tell(answer)
        else:
            self.trouble.emit("; ".join(sayings.of(one.text) for one in answer.findings))
        self.refresh()

    # --- inside ------------------------------------------------------------------------------------------------

    def _ask(self, call: Callable[[Services], Any], done: Callable[[Any], None]) -> None:
        self.session.run(call, done, owner=self)

    def _set_publishing(self, on: bool) -> None:
        self.is_publishing = on
        self.publishing_changed.emit(on)

    @Slot()
    def _on_second(self) -> None:
        if not self.session.is_open:
            return
        minute = f"{self.now():%H:%M}"
        if minute != self._minute and self.draft is not None and not self.is_publishing:
            self._minute = minute
            self._prepare()

    @Slot(object)
    def _on_delivery(self, delivery: Delivery) -> None:
        if delivery.incident_id == self._incident_id:
            self._look_again.start()
