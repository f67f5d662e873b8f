"""What the compose screen does: holds the draft, prepares the round at each key press, saves, and publishes. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery
from composer.domain.draft import Draft
from composer.domain.due import DueRow
from composer.domain.errors import UserFacingError
from composer.domain.fields import FieldCatalogue, FieldValue, read_time
from composer.domain.findings import Finding
from composer.domain.incident import Incident, phase_goes_back
from composer.domain.message import TemplateHead
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.record import Message
from composer.services.core import Published, Services
from composer.services.drafting import CUSTOMERS_FILE, FIRST_BATCH
from composer.services.letting_pass import with_reason
from composer.services.reminding import with_put_away
from composer.services.rounds import Round, Situation
from ui import sayings
from ui.compose import choosing
from ui.compose.ending import Ending
from ui.compose.keeping import Keeping
from ui.compose.preparing import Preparing, request_for
from ui.compose.reading import Loaded, publish_round, read_incident, read_situation
from ui.later import later
from ui.session import Session

IMPACT_ENDED, WHATS_NEW = "impact_ended_at", "whats_new"


class ComposePresenter(QObject):
    """The draft of one open incident.

    Signals:
        loaded(object): a `Loaded`; everything is to be shown anew.
        situation_changed(object): the `Situation` as the record has it now.
        round_changed(object): the `Round` that the draft would publish now.
        draft_changed(object): the `Draft`, where something other than what was just typed changed it.
        saved(str): the time of day (UTC) at which the draft was stored.
        confirm_wanted(object): a `Confirm`; answered by `publish(confirmed=…)`.
        published(object): a `Publish` that was stored, and is held or on its way.
        publishing_changed(bool): whether a publish is being stored.
        trouble(str): why nothing was published.
        overtaken(str): a phase that was published elsewhere while this draft was at an earlier one.
    """

    loaded = Signal(object)
    situation_changed = Signal(object)
    round_changed = Signal(object)
    draft_changed = Signal(object)
    saved = Signal(str)
    confirm_wanted = Signal(object)
    published = Signal(object)
    publishing_changed = Signal(bool)
    trouble = Signal(str)
    overtaken = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.draft: Draft | None = None
        self.situation: Situation | None = None
        self.earlier: tuple[Message, ...] = ()
        self.round: Round | None = None
        self.is_publishing = False
        self._incident_id: str | None = None
        self._sent: tuple[str | None, Draft, Situation] | None = None
        self._minute = ""
        self._preparing = Preparing()
        self._ending = Ending()
        self._keeping = Keeping(session, self)
        self._keeping.saved.connect(self.saved)
        self._look_again = later(self, 150, self.refresh)
        session.second_passed.connect(self._on_second)
        session.delivery_changed.connect(self._on_delivery)
        session.library_changed.connect(self.refresh)
        session.record_changed.connect(self._look_again.start)

    # --- what is known -----------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan in force."""
        return self.session.services.plan

    @property
    def catalogue(self) -> FieldCatalogue:
        """The fields in force."""
        return self.session.services.library.catalogue

    @property
    def heads(self) -> dict[str, TemplateHead]:
        """The templates' heads by name."""
        return self.situation.heads if self.situation is not None else {}

    @property
    def incident(self) -> Incident | None:
        """The incident as it is stored."""
        return None if self.situation is None else self.situation.before

    @property
    def by_hand(self) -> bool:
        """Whether nothing carries a message anywhere, so that a person sends each text."""
        return not self.session.services.connected - {Channel.COPY}

    def now(self) -> datetime:
        """The time, as the core has it."""
        return self.session.services.clock.now() if self.session.is_open else datetime.now(UTC)

    # --- loading -----------------------------------------------------------------------------------------------

    @Slot(str)
    def load(self, incident_id: str, *, to_compose: bool = False) -> None:
        """Read an incident and its draft; `loaded` tells when they are there. `to_compose`: also where deliveries of the last round are on their way."""
        self.flush()
        self._incident_id = incident_id
        self._sent = None
        read = partial(read_incident, incident_id=incident_id, to_compose=to_compose)
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

    # --- changes -----------------------------------------------------------------------------------------------

    @Slot(str, object)
    def set_field(self, name: str, value: FieldValue) -> None:
        """A field was typed into."""
        if self.draft is not None:
            self._change(choosing.typed(self.draft, name, value, self.now()))

    @Slot(str)
    def set_phase(self, key: str, reason: str = "") -> None:
        """Choose the phase that this round tells. A step back is told with a reason; the components follow the end of the incident."""
        draft, situation = self.draft, self.situation
        if draft is None or situation is None or situation.before is None:
            return
        if key == draft.phase and not reason:
            return
        before = situation.before
        changed = self._ending.with_phase(draft, key, self.plan, before, situation.others, self.now())
        kept = "" if changed.severity == before.severity else changed.reason
        self._change(replace(changed, reason=reason or kept), tell=True)

    def goes_back(self, key: str) -> bool:
        """Whether that phase lies before the published one, which asks for a reason."""
        return self.incident is not None and phase_goes_back(self.plan, self.incident.phase, key)

    @Slot(str, str)
    def set_severity(self, key: str, reason: str) -> None:
        """Choose the severity that this round tells, and why it changes."""
        if self.draft is not None:
            self._change(replace(self.draft, severity=key, reason=reason, updated_at=self.now()), tell=True)

    @Slot(object)
    def set_components(self, components: Mapping[str, ComponentStatus]) -> None:
        """Say which components are affected, and how."""
        if self.draft is not None:
            self._change(replace(self.draft, components=dict(components), updated_at=self.now()))

    @Slot(str, bool)
    def tick(self, template: str, on: bool) -> None:
        """Put one message into the round, or take it out."""
        if self.draft is not None:
            self._change(choosing.with_tick(self.draft, template, on, self.now()))

    @Slot(bool)
    def set_notify(self, on: bool) -> None:
        """Whether the status page's subscribers are told."""
        if self.draft is not None:
            self._change(replace(self.draft, notify=on, updated_at=self.now()))

    @Slot(object)
    def put_away(self, reminder: Finding) -> None:
        """Say no more of what a reminder reminds of: in this round, and for these words."""
        if self.draft is not None:
            self._change(with_put_away(self.draft, reminder, self.now()))

    def let_pass(self, finding: Finding, reason: str) -> None:
        """Let the words of a finding leave in this round, for a reason."""
        if self.draft is not None:
            self._change(with_reason(self.draft, finding.mark, reason, self.now()))

    @Slot(object)
    def set_impact_ended(self, value: FieldValue) -> None:
        """When customers were no longer hurt, as an ISO time; None where it is not known."""
        moment = read_time(value) if isinstance(value, str) else None
        if self.draft is not None:
            self._change(replace(self.draft, impact_ended_at=moment, updated_at=self.now()))

    def rows(self) -> tuple[DueRow, ...]:
        """*What to send now*, with the draft's severity and phase."""
        return () if self.round is None else self.round.rows

    def set_mailing(self, customers_file: str | None, first_batch: int | None) -> None:
        """Whom this mail goes to (None: the connection's list), and how many of them before a person is asked for the rest (None: all)."""
        if self.draft is not None:
            draft = self.draft.with_fact(CUSTOMERS_FILE, customers_file, self.now())
            self._change(draft.with_fact(FIRST_BATCH, first_batch, self.now()))

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

    @Slot()
    def flush(self) -> None:
        """Store now what was typed and not yet stored."""
        self._keeping.flush()

    def holds_unstored(self) -> bool:
        """Whether something typed could not be stored."""
        return self._keeping.has_unstored

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

    def _change(self, draft: Draft, *, tell: bool = False) -> None:
        if self.is_publishing:
            return
        self.draft = draft
        if tell:
            self.draft_changed.emit(draft)
        self._prepare()
        self._keeping.keep(self.draft)

    def _prepare(self) -> None:
        if self.situation is None or self.draft is None:
            return
        situation = self.situation = replace(self.situation, now=self.now())
        try:
            self.draft, self.round = self._preparing.round_of(situation, self.draft)
        except UserFacingError as error:
            self.trouble.emit(sayings.trouble(error))
            return
        self.round_changed.emit(self.round)

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
