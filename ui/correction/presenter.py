"""What is to be put right, typed and tried out, and the one act that does it. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.channel import Channel
from composer.domain.errors import UserFacingError
from composer.domain.fields import FieldValue
from composer.domain.findings import Level
from composer.domain.plan import ComponentStatus
from composer.services.putting_right import PutRight, Wrong, after_the_hold, corrections, put_right
from composer.services.what_went_out import RoundThatWent, WentOut, what_went_out
from ui import sayings
from ui.jobs import Newest
from ui.later import later
from ui.session import Session

if TYPE_CHECKING:
    from composer.domain.delivery import Delivery
    from composer.domain.findings import Finding
    from composer.services.core import Services

TRY_AFTER_MS = 150
PATIENCE_S = 120.0


class Fault(StrEnum):
    """What was wrong with what was sent."""

    WORDING = "wording"
    PHASE = "phase"
    INCIDENT = "incident"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person said so far. `chosen` are deliveries' ids; `in_place` the words as they should stand, by those ids; `components` None leaves them.

    `belongs_to` is the incident whose message it really is. `silent`: nothing is said, the words are changed in place alone.
    """

    fault: Fault = Fault.WORDING
    chosen: frozenset[str] = frozenset()
    words: Mapping[str, FieldValue] = field(default_factory=dict)
    in_place: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    phase: str | None = None
    components: Mapping[str, ComponentStatus] | None = None
    belongs_to: str | None = None
    notify: bool = True
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What the corrections would say, by channel, and what a check noticed in them."""

    texts: Mapping[Channel, str]
    findings: tuple[Finding, ...]


class CorrectionPresenter(QObject):
    """Logic of the correction.

    Signals:
        shown(object): a `RoundThatWent`; None where nothing was sent.
        counted(object): the same `RoundThatWent`, of which something has moved meanwhile.
        changed(): what is typed or chosen is another.
        tried(object): a `Tried`, for what is typed now.
        refused(str): why nothing was stored; what was typed stands.
        done(object, object): the `PutRight`, and the labels of the other incident's fields that were kept as typed.
    """

    shown = Signal(object)
    counted = Signal(object)
    changed = Signal()
    tried = Signal(object)
    refused = Signal(str)
    done = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.round: RoundThatWent | None = None
        self.typed = Typed()
        self.is_acting = False
        self._wanted: tuple[str, str, str] = ("", "", "")
        self._newest = Newest()
        self._soon = later(self, TRY_AFTER_MS, self._try)
        self._read_soon = later(self, TRY_AFTER_MS, self.read_again)
        session.delivery_changed.connect(self._on_delivery)

    # --- what is looked at ----------------------------------------------------------------------------------------

    def open(self, incident_id: str, publish_id: str = "", own: str = "") -> None:
        """Read a round (empty: the last one); `own` is the delivery or message that is to be ticked, empty for all. What is typed about it already stands there again."""
        if self._goes_on(incident_id, publish_id, own):
            self.read_again()
            return
        before = None if self.round is None else self.round.incident.id
        kept = Typed(words=self.typed.words, reason=self.typed.reason) if before == incident_id else Typed()
        self._wanted = (incident_id, publish_id, own)
        self.round, self.typed = None, kept

        def call(services: Services) -> RoundThatWent | None:
            wanted = incident_id or _last_told(services)
            return None if wanted is None else what_went_out(services, wanted, publish_id or None)

        self.session.run(call, self._on_read)

    def _goes_on(self, incident_id: str, publish_id: str, own: str) -> bool:
        """Whether this is what somebody is typing about."""
        if self.round is None or not (self.typed.words or self.typed.reason or self.edited()):
            return False
        places = (
            (incident_id, self.round.incident.id),
            (publish_id, self.round.publish.id),
            (own, self._wanted[2]),
        )
        return all(wanted in ("", there) for wanted, there in places)

    def read_again(self) -> None:
        """Read how it stands now; what was typed stays."""
        if self.round is None or not self.session.is_open:
            return
        incident_id, publish_id = self.round.incident.id, self.round.publish.id
        self.session.run(
            lambda services: what_went_out(services, incident_id, publish_id), self._on_read_again, owner=self
        )

    def chosen(self) -> tuple[WentOut, ...]:
        """What is ticked, in its order."""
        went = () if self.round is None else self.round.went
        return tuple(one for one in went if one.delivery.id in self.typed.chosen)

    def fields(self) -> tuple[str, ...]:
        """The fields that the corrections of what is ticked ask for."""
        if self.round is None or self.typed.silent:
            return ()
        library = self.session.services.library
        needed = {
            name
            for one in self.chosen()
            if (template := library.correction(one.delivery.channel)) is not None
            for name in template.head.required
        }
        return tuple(one.name for one in self.round.fields if one.name in needed)

    def may_be_page(self) -> bool:
        """Whether a message can have gone to the wrong page: only where it went to several."""
        return self.round is not None and len(self.round.pages) > 1

    def may_be_silent(self) -> bool:
        """Whether all that is ticked can be changed in its place."""
        chosen = self.chosen()
        return self.typed.fault is Fault.WORDING and bool(chosen) and all(one.edits for one in chosen)

    def edited(self) -> dict[str, str]:
        """The words that are to stand in place of others, where they differ."""
        if self.typed.fault is not Fault.WORDING:
            return {}
        texts = {one.delivery.id: one.text for one in self.chosen() if one.edits}
        return {
            own: text
            for own, text in self.typed.in_place.items()
            if own in texts and text.strip() and text != texts[own]
        }

    # --- what is typed --------------------------------------------------------------------------------------------

    def say(self, **what: object) -> None:
        """Something was typed or chosen."""
        self.typed = replace(self.typed, **what)  # type: ignore[arg-type]
        if self.typed.silent and not self.may_be_silent():
            self.typed = replace(self.typed, silent=False)
        self.changed.emit()
        self._soon.start()

    def choose(self, delivery_id: str, on: bool) -> None:
        """Tick one, or not."""
        now = self.typed.chosen | {delivery_id} if on else self.typed.chosen - {delivery_id}
        self.say(chosen=now)

    def set_fault(self, fault: Fault) -> None:
        """What was wrong. On the wrong page only pages count."""
        chosen = self.typed.chosen
        if fault is Fault.PAGE and self.round is not None:
            pages = {one.delivery.id for one in self.round.pages}
            chosen = chosen & pages if len(chosen & pages) < len(pages) else frozenset()
        self.say(fault=fault, chosen=chosen)

    def missing(self) -> str | None:
        """What is still to be said, as a key: "places", "pages", "phase", "words", "edit", "reason"; None: it can be put right."""
        typed, chosen = self.typed, self.chosen()
        if self.round is None or not chosen:
            return "places"
        if typed.fault is Fault.PAGE and len(chosen) == len(self.round.pages):
            return "pages"
        if typed.fault is Fault.PHASE and typed.phase is None:
            return "phase"
        if typed.silent and not self.edited():
            return "edit"
        if not all(str(typed.words.get(name) or "").strip() for name in self.fields()):
            return "words"
        return None if typed.reason.strip() else "reason"

    def wrong(self) -> Wrong:
        """All of it, as the core takes it."""
        typed = self.typed
        ids = tuple(one.delivery.id for one in self.chosen())
        fields = self.fields()
        return Wrong(
            deliveries=ids,
            words={name: value for name, value in typed.words.items() if name in fields},
            reason=typed.reason.strip(),
            in_place=self.edited(),
            phase=typed.phase if typed.fault is Fault.PHASE else None,
            components=None if typed.fault is Fault.PAGE or typed.silent else typed.components,
            notify=typed.notify,
            labelled=not typed.silent,
            withdrawn=ids if typed.fault is Fault.PAGE else (),
        )

    # --- what is done ---------------------------------------------------------------------------------------------

    def put_right(self) -> None:
        """Do it, in one act; `done` or `refused` tells."""
        if self.is_acting or self.missing() is not None:
            return
        self.is_acting = True
        wrong, belongs_to, messages = self.wrong(), None, tuple(one.message for one in self.chosen())
        if self.typed.fault is Fault.INCIDENT:
            belongs_to = self.typed.belongs_to

        def call(services: Services) -> tuple[PutRight, tuple[str, ...]] | str:
            from composer.services.reuse import hand_over

            try:
                right = put_right(services, wrong)
            except UserFacingError as error:
                return sayings.trouble(error)
            findings = right.published.findings
            if wrong.labelled and right.published.publish is None:
                blocking = [one for one in findings if one.level is Level.BLOCKING]
                return sayings.of(blocking[0].text) if blocking else ""
            return right, () if belongs_to is None else hand_over(services, belongs_to, messages)

        # A mail that is leaving is stopped first, which may take a while.
        self.session.run(
            call, lambda answer: self._on_done(wrong, answer), line="send", failed=self._on_failed, owner=self
        )
        self.changed.emit()

    def pause(self, delivery_id: str) -> None:
        """Let no further copy of a running mail leave."""
        from composer.services.mailing import pause_mail

        self.session.run(
            lambda services: pause_mail(services, delivery_id), lambda _: self.read_again(), owner=self
        )

    # --- inside ---------------------------------------------------------------------------------------------------

    def _on_read(self, found: RoundThatWent | None) -> None:
        self.round = found
        if found is not None:
            own = self._wanted[2]
            can = [one for one in found.went if one.corrects]
            ticked = [one for one in can if own in (one.delivery.id, one.message.id)] if own else can
            self.typed = replace(
                self.typed,
                chosen=frozenset(one.delivery.id for one in ticked),
                in_place={
                    one.delivery.id: one.text
                    for one in found.went
                    if one.edits and one.delivery.channel is Channel.SLACK
                },
            )
        self.shown.emit(found)
        self.changed.emit()

    def _on_read_again(self, found: RoundThatWent | None) -> None:
        if found is not None and self.round is not None and found.publish.id == self.round.publish.id:
            self.round = found
            self.counted.emit(found)
            self.changed.emit()

    @Slot(object)
    def _on_delivery(self, delivery: Delivery) -> None:
        if self.round is not None and delivery.publish_id == self.round.publish.id and not self.is_acting:
            self._read_soon.start()

    @Slot()
    def _try(self) -> None:
        if self.round is None or not self.session.is_open:
            return
        self._newest.number += 1
        number, wrong = self._newest.number, self.wrong()

        def call(services: Services) -> tuple[int, Tried]:
            texts, findings = corrections(services, wrong) if wrong.deliveries else ({}, ())
            return number, Tried({channel: one.text for channel, one in texts.items()}, findings)

        self.session.run(call, self._on_tried)

    def _on_tried(self, answer: tuple[int, Tried]) -> None:
        if answer[0] == self._newest.number:
            self.tried.emit(answer[1])

    def _on_failed(self, _: BaseException) -> None:
        self.is_acting = False
        self.changed.emit()

    def _on_done(self, wrong: Wrong, answer: tuple[PutRight, tuple[str, ...]] | str) -> None:
        self.is_acting = False
        if isinstance(answer, str):
            self.refused.emit(answer)
            self.changed.emit()
            return
        right, kept = answer
        wrong_round, self.round, self.typed = self.round, None, Typed()
        publish, before = right.published.publish, wrong_round.publish.id if wrong_round is not None else ""

        def carry(services: Services) -> None:
            services.outbox.carry_out([before if publish is None else publish.id], patience_s=PATIENCE_S)
            if publish is not None:
                after_the_hold(services, wrong, publish.id)

        self.session.run(carry, lambda _: self.session.refresh_soon(), line="send", owner=self.session)
        self.session.refresh_soon()
        self.done.emit(right, kept)


def _last_told(services: Services) -> str | None:
    """The incident of which something was said last: an open one, where there is one, else the one declared last."""
    incidents = services.record.incidents(open_only=True)
    if not incidents:
        every = services.record.incidents()
        return max(every, key=lambda one: one.declared_at).id if every else None
    times = [
        (
            max((one.at for one in services.record.publishes(incident.id)), default=incident.declared_at),
            incident.id,
        )
        for incident in incidents
    ]
    return max(times)[1]
