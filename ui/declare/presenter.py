"""What the declaring screen does: keeps the draft, works out how it stands, saves it and publishes it. No widgets here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from composer.domain.channel import Channel
from composer.domain.draft import Draft
from composer.domain.fields import FieldValue
from composer.domain.findings import Finding
from composer.domain.plan import ComponentStatus, Plan
from composer.services.drafting import request_of
from composer.services.letting_pass import with_reason
from composer.services.reminding import with_put_away
from ui import sayings
from ui.declare.declaring import declare, look
from ui.declare.duty_facts import with_duty
from ui.declare.practice import practice_draft, with_asked
from ui.declare.standing import (
    ANSWERS,
    DOMAIN,
    LEFT_OUT,
    NOT_INVITED,
    PAGED,
    SECURITY,
    SHARE,
    STARTED,
    STARTED_TYPED,
    Around,
    Standing,
    is_blank,
    minute,
    names,
    new_draft,
    standing,
    whole_draft,
)
from ui.later import NEXT_MS, later
from ui.session import Session
from ui.spelling import SpellingLater

if TYPE_CHECKING:
    from composer.domain.rehearsal import Rehearsal
    from composer.publishing.running import DutyIncident
    from composer.services.core import Published, Services
    from composer.services.overview import Overview
    from composer.services.rounds import Situation

SAVE_MS = 500
TRY_AGAIN_MS = 5_000
"""A draft that could not be stored is tried again so much later, until it is."""


class DeclarePresenter(QObject):
    """One declaration at a time. It is kept until it is published or thrown away.

    Signals:
        changed(object): the `Standing` after what was typed or chosen.
        restored(object): the `Standing` of another draft: everything in the form is to be shown anew.
        saved(object): the draft was stored; when (a datetime, UTC).
        busy_changed(bool): a publish is being stored.
        declared(str): the new incident's id; its round is held.
        refused(str): the round was not stored; the first sentence why.
    """

    changed = Signal(object)
    restored = Signal(object)
    saved = Signal(object)
    busy_changed = Signal(bool)
    declared = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._situation: Situation | None = None
        self._draft: Draft | None = None
        self._standing: Standing | None = None
        self._stored: Draft | None = None
        self._around = Around()
        self._duty: DutyIncident | None = None
        self._minute, self._busy = "", False
        self.spelling = SpellingLater(session, self, self.refresh)
        self._save = later(self, SAVE_MS, self.save_now)
        self._again = later(self, TRY_AGAIN_MS, self.save_now)
        session.overview_changed.connect(self._on_overview)
        session.second_passed.connect(self._on_second)

    @property
    def plan(self) -> Plan:
        """The plan in force."""
        return self._session.services.plan

    @property
    def practice(self) -> bool:
        """Whether nothing leaves this computer."""
        return self._session.services.practice

    @property
    def reads_pagerduty(self) -> bool:
        """Whether there is something to ask what is open at PagerDuty; practice has made-up incidents."""
        return Channel.PAGERDUTY in self._session.services.connected

    @property
    def session(self) -> Session:
        """The core as the window has it, for what has to be waited for."""
        return self._session

    @property
    def services(self) -> Services:
        """The core, for what needs no waiting (catalogue, plan, clock)."""
        return self._session.services

    @property
    def overview(self) -> Overview | None:
        """What is open now."""
        return self._session.overview

    @property
    def standing(self) -> Standing | None:
        """How the declaration stands; None before it was loaded."""
        return self._standing

    @property
    def busy(self) -> bool:
        """Whether a publish is being stored."""
        return self._busy

    def enter(self, values: Mapping[str, FieldValue] | None = None) -> None:
        """Load the situation and, the first time, the draft that was kept. `values` are words to start from; they stand only in a declaration with nothing in it."""
        call = partial(look, spelling=self.spelling)
        self._session.run(call, lambda loaded: self._on_loaded(loaded, values), owner=self)

    def practise(self) -> None:
        """As `enter`, with the facts of a practice incident filled in where nothing was begun."""
        self.enter()
        if self.practice:
            from composer.services.rehearsal import practice_script

            self._session.run(practice_script, self._on_script)

    def start_from(self, duty: DutyIncident) -> None:
        """Take over what an incident at PagerDuty knows; what was typed stays, and its log is put into the timeline on declaring."""
        if self._draft is None or self._busy:
            return
        self._duty = duty
        started = with_duty(self._draft, duty)
        self._change(facts=started.facts, values=started.values)

    # --- what is typed and chosen ---------------------------------------------------------------------------------

    @Slot(str)
    def choose_severity(self, key: str) -> None:
        """The person says how bad it is."""
        self._change(severity=key)

    @Slot(str, bool)
    def answer(self, key: str, yes: bool) -> None:
        """One of the few questions was answered."""
        self._flip(ANSWERS, key, yes)

    @Slot(object)
    def set_share(self, percent: object) -> None:
        """The share of users affected, in percent; None: not known."""
        self.set_fact(SHARE, percent)

    @Slot(str, object)
    def set_fact(self, name: str, value: object) -> None:
        """A fact of the incident itself."""
        if self._draft is not None:
            facts = {key: old for key, old in self._draft.facts.items() if key != name}
            if value is not None or name == DOMAIN:
                facts[name] = value  # type: ignore[assignment]
            facts |= {STARTED_TYPED: True} if name == STARTED else {}
            self._change(facts=facts)

    @Slot(str, object)
    def set_value(self, name: str, value: object) -> None:
        """A field of the catalogue."""
        if self._draft is not None:
            self._change(values=self._draft.with_value(name, value, self._draft.updated_at).values)  # type: ignore[arg-type]

    @Slot(object)
    def put_away(self, reminder: Finding) -> None:
        """Say no more of what a reminder reminds of: in this declaration, and for these words."""
        if self._draft is not None:
            self._change(facts=with_put_away(self._draft, reminder, self._draft.updated_at).facts)

    def let_pass(self, finding: Finding, reason: str) -> None:
        """Let the words of a finding leave with this declaration, for a reason."""
        if self._draft is not None:
            self._change(facts=with_reason(self._draft, finding.mark, reason, self._draft.updated_at).facts)

    @Slot(object)
    def set_components(self, components: Mapping[str, ComponentStatus]) -> None:
        """Which components are affected, and how much."""
        self._change(components=dict(components))

    @Slot(str, bool)
    def tick(self, template: str, on: bool) -> None:
        """Whether a message is wanted."""
        self._flip(LEFT_OUT, template, not on)

    @Slot(str, bool)
    def invite(self, role: str, on: bool) -> None:
        """Whether somebody whom the plan notifies is invited to the new Slack channel."""
        self._flip(NOT_INVITED, role, not on)

    @Slot(bool)
    def set_notify(self, on: bool) -> None:
        """Whether the status page's subscribers are told."""
        self._change(notify=on)

    @Slot(bool)
    def set_security(self, on: bool) -> None:
        """Whether it is a security incident: then all that is public is suspended."""
        self.set_fact(SECURITY, True if on else None)

    @Slot(bool)
    def set_paged(self, on: bool) -> None:
        """The person says that they paged the domain's lead: when, for the timeline."""
        now = self._session.services.clock.now().isoformat(timespec="seconds")
        self.set_fact(PAGED, now if on else None)

    def _flip(self, fact: str, name: str, on: bool) -> None:
        if self._draft is not None:
            held = tuple(one for one in names(self._draft, fact) if one != name)
            self.set_fact(fact, (*held, name) if on else held or None)

    def _change(self, **what: object) -> None:
        if self._draft is None or self._busy:
            return
        self._draft = replace(self._draft, updated_at=self._session.services.clock.now(), **what)  # type: ignore[arg-type]
        self._work_out()
        self.changed.emit(self._standing)
        if not self._save.isActive():  # also while somebody goes on typing it is stored twice a second
            self._save.start()

    @Slot()
    def refresh(self) -> None:
        """Work it out again: time has passed."""
        if self._draft is not None and not self._busy:
            self._work_out()
            self.changed.emit(self._standing)

    def _work_out(self) -> None:
        if self._draft is None or self._situation is None:
            return
        self._situation = replace(self._situation, now=self.services.clock.now())
        self._standing = standing(self._draft, self._situation, self.services.new_id, self._around)

    # --- keeping --------------------------------------------------------------------------------------------------

    @Slot()
    def save_now(self) -> None:
        """Store the draft; nothing where it is as it was."""
        self._save.stop()
        self._again.stop()
        draft = self._draft
        if draft is None or draft == self._stored or self._busy or not self._session.is_open:
            return
        if is_blank(draft):
            self._session.run(lambda services: services.record.delete_draft(draft.id))
            return
        self._stored = draft
        self._session.run(
            lambda services: services.save_draft(draft),
            lambda _: self.saved.emit(draft.updated_at),
            failed=self._on_not_stored,
            owner=self,
        )

    def _on_not_stored(self, _error: BaseException) -> None:
        self._stored = None
        self._again.start()

    @property
    def holds_unstored(self) -> bool:
        """Whether the draft could not be stored, and is tried again."""
        return self._again.isActive()

    @Slot()
    def discard(self) -> None:
        """Throw the draft away and begin anew."""
        draft = self._draft
        if draft is None or self._situation is None or self._busy:
            return
        self._save.stop()
        self._session.run(lambda services: services.record.delete_draft(draft.id))
        self._begin()

    def _begin(self) -> None:
        if self._situation is None:
            return
        services = self._session.services
        self._situation = replace(self._situation, now=services.clock.now())
        self._draft = new_draft(self._situation, services.new_id)
        self._work_out()
        self.restored.emit(self._standing)

    def _on_loaded(
        self, loaded: tuple[Situation, Draft | None, Around], values: Mapping[str, FieldValue] | None
    ) -> None:
        situation, kept, around = loaded
        self._situation, self._around = situation, around
        new_id = self._session.services.new_id
        if self._draft is None or is_blank(self._draft):
            self._draft = kept or new_draft(situation, new_id)
        if values and is_blank(self._draft):
            self._draft = with_asked(self._draft, values, situation, new_id)
            self._save.start()
        self._work_out()
        # In a turn of its own: the form is shown for the first time, which takes as long as the window may stand still.
        QTimer.singleShot(NEXT_MS, self, self._show_restored)

    @Slot()
    def _show_restored(self) -> None:
        if self._standing is not None and self._session.is_open:  # the window may have been closed meanwhile
            self.restored.emit(self._standing)

    def _on_script(self, script: Rehearsal) -> None:
        from composer.services.rehearsal import PAGERDUTY_INCIDENT

        if self._situation is None or self._draft is None or not is_blank(self._draft) or self._busy:
            return  # what was begun is never thrown away
        new_id = self._session.services.new_id
        self._draft = practice_draft(self._draft, script, PAGERDUTY_INCIDENT, self._situation, new_id)
        self._work_out()
        self.restored.emit(self._standing)
        self._save.start()

    @Slot()
    def _on_second(self) -> None:
        """With each minute the words that tell of time are other ones; where nothing was begun yet, impact starts now."""
        if self._draft is None or self._busy or not self._session.is_open:
            return
        now = self._session.services.clock.now()
        if minute(now) == self._minute:
            return
        self._minute = minute(now)
        if is_blank(self._draft):
            self._draft = replace(self._draft, facts={STARTED: minute(now)}, updated_at=now)
        self.refresh()

    @Slot(object)
    def _on_overview(self, overview: Overview) -> None:
        if self._situation is not None:
            self._situation = replace(self._situation, others=tuple(one.incident for one in overview.open))

    # --- publishing -----------------------------------------------------------------------------------------------

    @Slot()
    def publish(self) -> None:
        """Store the round: the incident, and the messages that are ready. The next screen sees them through their hold."""
        if self._standing is None or self._busy or not self._standing.ready:
            return
        request = request_of(whole_draft(self._standing, ticked=self._standing.ready), None)
        self._save.stop()
        self._set_busy(True)
        call = partial(declare, self._session.services, request, self._standing, self._duty)
        self._session.jobs.submit(call, self._on_published, self._on_failed)

    def _on_published(self, published: Published) -> None:
        self._set_busy(False)
        if published.publish is None or published.incident_id is None:
            self.refused.emit(sayings.of(published.findings[0].text) if published.findings else "")
            self.save_now()  # the last keys: their timer was stopped for the round
            self.refresh()
            return
        self._draft = self._standing = None  # stored with the round, the draft is gone from the record too
        self._session.declared(published.incident_id, published.publish.id)
        self.declared.emit(published.incident_id)

    def _on_failed(self, error: BaseException) -> None:
        self._session.errors.tell(error)
        if isValid(self):  # the other mode may have been opened meanwhile
            self._set_busy(False)
            self.save_now()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
