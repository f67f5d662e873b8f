"""The draft in hand: what a person changes in it, the round that it would publish, and its keeping. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from composer.clock import SystemClock
from composer.domain.channel import Channel
from composer.domain.draft import Draft
from composer.domain.due import DueRow
from composer.domain.errors import UserFacingError
from composer.domain.fields import FieldCatalogue, FieldValue
from composer.domain.findings import Finding
from composer.domain.incident import Incident, phase_goes_back
from composer.domain.message import TemplateHead
from composer.domain.plan import ComponentStatus, Plan
from composer.services.approval_draft import with_approved_text, with_written_at
from composer.services.drafting import CUSTOMERS_FILE, FIRST_BATCH
from composer.services.letting_pass import with_reason
from composer.services.reminding import with_put_away
from composer.services.rounds import Round, Situation
from ui import sayings
from ui.compose import choosing
from ui.compose.ending import Ending
from ui.compose.keeping import Keeping
from ui.compose.preparing import Preparing
from ui.session import Session
from ui.spelling import SpellingLater

IMPACT_ENDED = "impact_ended_at"


class DraftInHand(QObject):
    """The draft of one open incident, prepared anew at each change.

    Signals:
        round_changed(object): the `Round` that the draft would publish now.
        draft_changed(object): the `Draft`, where something other than what was just typed changed it.
        saved(str): the time of day (UTC) at which the draft was stored.
        trouble(str): why nothing can be shown, or nothing was published.
    """

    round_changed = Signal(object)
    draft_changed = Signal(object)
    saved = Signal(str)
    trouble = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.draft: Draft | None = None
        self.situation: Situation | None = None
        self.round: Round | None = None
        self.is_publishing = False
        self.spelling = SpellingLater(session, self, self._prepare_again)
        self._ending = Ending()
        self._preparing = Preparing(self.spelling.checked, self._ending)
        self._keeping = Keeping(session, self)
        self._keeping.saved.connect(self.saved)

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
        return self.session.services.clock.now() if self.session.is_open else SystemClock().now()

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

    def keep_approved(self, template: str, text: str) -> None:
        """Keep in mind to which text somebody agreed, so that what changes from now on can be shown."""
        if self.draft is not None:
            self._change(with_approved_text(self.draft, template, text, self.now()))

    @Slot(object)
    def set_impact_ended(self, value: FieldValue) -> None:
        """When customers were no longer hurt, as an ISO time; None where it is not known."""
        if self.draft is not None:
            self._change(self._ending.with_end(self.draft, value, self.now()))

    def rows(self) -> tuple[DueRow, ...]:
        """*What to send now*, with the draft's severity and phase."""
        return () if self.round is None else self.round.rows

    def set_mailing(self, customers_file: str | None, first_batch: int | None) -> None:
        """Whom this mail goes to (None: the connection's list), and how many of them before a person is asked for the rest (None: all)."""
        if self.draft is not None:
            draft = self.draft.with_fact(CUSTOMERS_FILE, customers_file, self.now())
            self._change(draft.with_fact(FIRST_BATCH, first_batch, self.now()))

    @Slot()
    def flush(self) -> None:
        """Store now what was typed and not yet stored."""
        self._keeping.flush()

    def holds_unstored(self) -> bool:
        """Whether something typed could not be stored."""
        return self._keeping.has_unstored

    # --- inside ------------------------------------------------------------------------------------------------

    def _change(self, draft: Draft, *, tell: bool = False) -> None:
        if self.is_publishing:
            return
        self.draft = draft
        if tell:
            self.draft_changed.emit(draft)
        self._prepare()
        self._keeping.keep(self.draft)

    def _prepare_again(self) -> None:
        if not self.is_publishing:
            self._prepare()

    def _prepare(self) -> None:
        if self.situation is None or self.draft is None:
            return
        situation = self.situation = replace(self.situation, now=self.now())
        try:
            self.draft, self.round = self._preparing.round_of(situation, self.draft)
            timed = with_written_at(self.draft, self.heads, self.round.approvals, self.now())
            if timed is not self.draft:  # a text that prints the time keeps that of its code
                self.draft, self.round = self._preparing.round_of(situation, timed)
                self._keeping.keep(self.draft)
        except UserFacingError as error:
            self.trouble.emit(sayings.trouble(error))
            return
        self.round_changed.emit(self.round)
