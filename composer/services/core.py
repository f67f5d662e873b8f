"""The core as one object: everything the window and the command line ask for.

The only place where planning, rendering, checks, publishing and the record meet. One object a home and mode; safe to use from several threads.
"""

from __future__ import annotations

import os
import secrets
import threading
import tomllib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType

from composer import assets
from composer.clock import Clock, SystemClock
from composer.domain.channel import Channel
from composer.domain.declaring import LookAlike, look_alike
from composer.domain.delivery import (
    Delivery,
    DeliveryState,
    LetBe,
    MarkedByHand,
    RecipientState,
    SentAgain,
)
from composer.domain.draft import Draft
from composer.domain.due import DueRow, what_to_send
from composer.domain.errors import IllegalTransitionError, Problem, RefusedError, UserFacingError
from composer.domain.fields import FieldCatalogue, FieldType
from composer.domain.findings import Finding
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.message import Template
from composer.domain.plan import Plan
from composer.domain.record import Bundle, FoundMessage, Narrowed, Publish, RecordFault
from composer.domain.request import PublishRequest
from composer.paths import HomePaths, Mode
from composer.planning.library import Library, Override, load_library
from composer.publishing import crash_points
from composer.publishing.destinations.mail_folder import MailFolder
from composer.publishing.destinations.pagerduty_transcript import PagerDutyTranscript
from composer.publishing.destinations.slack_transcript import SlackTranscript
from composer.publishing.destinations.static_page import StaticPage
from composer.publishing.outbox import PATIENCE_S, Outbox
from composer.publishing.owners import Owner
from composer.publishing.port import Destination
from composer.publishing.publish_file import read_publish_file
from composer.record.record import Record
from composer.rendering import mail_payload
from composer.rendering.sandbox import check_source
from composer.rendering.word_diff import Change
from composer.services.drafting import changes_since, draft_of, request_of
from composer.services.freezing import MailList, Setting, Way, freeze
from composer.services.rounds import Round, Situation, prepare
from composer.settings import load_settings

_LAST_NUMBER = 2**48 - 1
# Ids count up from a random number, another one for each process: ids made together then lie together in the record's indexes, and storing them
# touches fewer pages. Two processes clash no more than random numbers of 48 bits do.
_numbers = count(secrets.randbits(48))


def _count_anew() -> None:  # pragma: no cover - runs in the child of a fork
    global _numbers
    _numbers = count(secrets.randbits(48))


if hasattr(os, "register_at_fork"):  # pragma: no branch - not on Windows, where no process is forked
    os.register_at_fork(after_in_child=_count_anew)


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a publish. `publish` is None where nothing was stored (blocked, or a dry run); `again` that its key had been given before."""

    incident_id: str | None
    publish: Publish | None
    deliveries: tuple[Delivery, ...]
    findings: tuple[Finding, ...]
    again: bool = False


class Services(AbstractContextManager["Services"]):
    """The core for one home and one mode.

    `problems` tells what is wrong with the home's own plan, templates and settings; what is shipped is used in their place. `on_change` is called, on a worker
    thread, with each delivery that moved.
    """

    def __init__(
        self,
        home: HomePaths,
        mode: Mode,
        *,
        clock: Clock | None = None,
        on_change: Callable[[Delivery], None] | None = None,
    ) -> None:
        self.home = home
        self.mode = mode
        self.clock: Clock = clock or SystemClock()
        self.settings, settings_problems = load_settings(home.settings)
        self.library: Library = open_library(home)
        self.problems: tuple[Problem, ...] = (*settings_problems, *self.library.problems)
        self.record = Record.open(home.record(mode))
        self._on_change = on_change or (lambda delivery: None)
        self._owner: Owner | None = None
        self._outbox: Outbox | None = None
        self._making = threading.Lock()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record and give up the ownership of deliveries."""
        if self._owner is not None:
            self._owner.release()
        self.record.close()

    # --- what is in force --------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan in force."""
        return self.library.plan

    @property
    def practice(self) -> bool:
        """Whether nothing leaves this computer."""
        return self.mode is Mode.PRACTICE

    def new_id(self, kind: str, now: datetime) -> str:
        """A new id that can't clash: `inc-20261123-4f2a9c81d0e3`."""
        return f"{kind}-{now.year:04}{now.month:02}{now.day:02}-{next(_numbers) & _LAST_NUMBER:012x}"

    # --- composing ---------------------------------------------------------------------------------------------

    def read_request(self, data: bytes, origin: str) -> PublishRequest:
        """The request that a publish file holds; raises PublishFileError with every mistake in it."""
        return read_publish_file(
            data, origin, self.plan, self.library.catalogue, list(self.library.templates)
        )

    def incident(self, incident_id: str) -> Incident:
        """A stored incident; raises RefusedError where the record has none with that id."""
        incident = self.record.find_incident(incident_id)
        if incident is None:
            raise RefusedError(
                f"There is no incident “{incident_id}” in this record.",
                next_step="Practice and live have records of their own: is --live right?",
            )
        return incident

    def situation(self, incident_id: str | None) -> Situation:
        """What a round on that incident (None: a new one) is prepared from, as it is now."""
        before = None if incident_id is None else self.incident(incident_id)
        others = tuple(one for one in self.record.incidents(open_only=True) if one.id != incident_id)
        page_phases: tuple[str, ...] = ()
        if incident_id is not None:
            accepted = self.record.deliveries(
                incident_id=incident_id, states={DeliveryState.SENT, DeliveryState.BY_HAND}
            )
            page_phases = tuple(one.phase for one in accepted if one.channel is Channel.STATUS_PAGE)
        return Situation(
            plan=self.plan,
            catalogue=self.library.catalogue,
            templates=self.library.templates,
            now=self.clock.now(),
            practice=self.practice,
            before=before,
            others=others,
            said=() if incident_id is None else self.record.said(incident_id),
            page_phases=page_phases,
            connected=frozenset(Channel) if self.practice else frozenset({Channel.COPY}),
            changed_at=None if incident_id is None else self._changed_at(incident_id),
        )

    def _changed_at(self, incident_id: str) -> datetime | None:
        """When the incident's phase and severity became what they are, as its timeline tells."""
        changes = (EventKind.DECLARED, EventKind.PHASE, EventKind.SEVERITY, EventKind.REOPENED)
        return max((one.at for one in self.record.events(incident_id) if one.kind in changes), default=None)

    def what_to_send(self, incident_id: str) -> tuple[DueRow, ...]:
        """*What to send now* for an incident as it is stored."""
        situation = self.situation(incident_id)
        heads = {name: template.head for name, template in self.library.templates.items()}
        incident, now = self.incident(incident_id), situation.now
        return what_to_send(self.plan, heads, incident, situation.said, now, changed_at=situation.changed_at)

    def look_alike(self, title: str, components: tuple[str, ...]) -> LookAlike | None:
        """An open incident that may be the one being declared."""
        return look_alike(title, components, self.record.incidents(open_only=True))

    def prepare(self, request: PublishRequest) -> Round:
        """The round that a request asks for, rendered and checked; nothing is stored."""
        return prepare(self.situation(request.incident_id), request, self.new_id)

    # --- drafts ------------------------------------------------------------------------------------------------

    def save_draft(self, draft: Draft) -> None:
        """Store a draft durably; called a moment after each change."""
        self.record.save_draft(draft)

    def draft_for(self, incident_id: str) -> Draft:
        """The draft from which the next round of an incident starts: the stored one, else one made from what was said last."""
        stored = [draft for draft in self.record.drafts() if draft.incident_id == incident_id]
        if stored:
            return max(stored, key=lambda draft: draft.updated_at)
        messages = self.record.messages(incident_id=incident_id)
        return draft_of(self.incident(incident_id), messages, self.clock.now(), self.new_id)

    def preview(self, draft: Draft) -> Round:
        """The round that a draft would publish, rendered and checked; nothing is stored."""
        return self.prepare(self.request_of(draft))

    def request_of(self, draft: Draft) -> PublishRequest:
        """What publishing a draft asks for; see `composer.services.drafting.request_of`."""
        before = None if draft.incident_id is None else self.incident(draft.incident_id)
        return request_of(draft, before)

    def changes_since_last(self, incident_id: str, template: str, text: str) -> tuple[Change, ...]:
        """What is new in a text, word by word, against the last message of the same template on this incident."""
        return changes_since(text, template, self.record.messages(incident_id=incident_id))

    # --- publishing --------------------------------------------------------------------------------------------

    def publish(
        self, request: PublishRequest, *, carry_out: bool = True, patience_s: float = PATIENCE_S
    ) -> Published:
        """Store the round and carry it out, until each delivery is final, asks a person or has longer than `patience_s` to wait.

        With a blocking finding nothing is stored. A key that was given before, with the same content, goes on with that publish; with other content it
        raises RefusedError.
        """
        known = self.made_before(request)
        if known is not None:
            return self._go_on(known, carry_out, patience_s)
        try:
            prepared = self.prepare(request)
        except UserFacingError:
            known = self.made_before(request)
            if known is None:
                raise
            return self._go_on(known, carry_out, patience_s)
        if prepared.is_blocked:
            known = self.made_before(request)
            if (
                known is not None
            ):  # another process stored it meanwhile, so that now nothing is left to be said
                return self._go_on(known, carry_out, patience_s)
            incident_id = None if prepared.before is None else prepared.before.id
            return Published(incident_id, None, (), prepared.findings)
        bundle = self.freeze(prepared)
        crash_points.reach("publish.before_commit")
        publish = self.record.store(bundle)
        crash_points.reach("publish.committed")
        if carry_out:
            self.carry_out(publish, patience_s=patience_s)
        deliveries = self.record.deliveries(publish_id=publish.id)
        return Published(
            publish.incident_id, publish, deliveries, prepared.findings, again=publish.id != bundle.publish.id
        )

    def _go_on(self, known: Publish, carry_out: bool, patience_s: float) -> Published:
        if carry_out:
            self.carry_out(known, patience_s=patience_s)
        deliveries = self.record.deliveries(publish_id=known.id)
        return Published(known.incident_id, known, deliveries, (), again=True)

    def dry_run(self, request: PublishRequest) -> tuple[Round, Bundle | None]:
        """What publishing would store and send, to the byte; nothing is stored. The bundle is None where the round is blocked."""
        prepared = self.prepare(request)
        return prepared, None if prepared.is_blocked else self.freeze(prepared)

    def freeze(self, prepared: Round) -> Bundle:
        """The rows and bytes that publishing a round stores."""
        setting = Setting(
            plan=self.plan,
            ways=self._way,
            mail=self._mail_lists,
            by=self.settings.who,
            new_id=self.new_id,
            hold_s=self._hold_s(prepared),
            people=tuple(one.name for one in self.library.catalogue.typed() if one.type is FieldType.PERSON),
        )
        return freeze(prepared, setting, self.clock.now())

    def _hold_s(self, prepared: Round) -> float:
        """How long the round is held: as asked for, else as set or planned, and longer where it is mass mail; 0 turns it off."""
        if prepared.request.hold_s is not None:
            return prepared.request.hold_s
        delivery = self.plan.delivery
        hold_s = delivery.hold_s if self.settings.hold_s is None else self.settings.hold_s
        if hold_s > 0 and any(one.head.channel is Channel.EMAIL for one in prepared.messages):
            return max(hold_s, delivery.mass_mail_hold_s)
        return hold_s

    def made_before(self, request: PublishRequest) -> Publish | None:
        """The publish that was stored under the request's key; raises RefusedError where it had other content."""
        known = None if request.key is None else self.record.publish_by_key(request.key)
        if known is not None and known.content_sha256 != request.content_sha256:
            raise RefusedError(
                f"The publish_id “{request.key}” was used for other content.",
                next_step="Give the new content a publish_id of its own.",
            )
        return known

    def carry_out(self, publish: Publish, *, patience_s: float = PATIENCE_S) -> None:
        """Go on with one publish: what a dead process left behind first, then what is queued or unknown."""
        self.outbox.recover()
        self.outbox.carry_out([publish.id], patience_s=patience_s)

    def resume(self, *, patience_s: float = PATIENCE_S) -> None:
        """Go on with everything that is queued and fresh, and look up what is unknown."""
        self.outbox.recover()
        self.outbox.carry_out(None, patience_s=patience_s)

    def take_back(self, publish_id: str) -> bool:
        """Take a round back during its hold: nothing has left, and the incident is as it was. False where it is too late."""
        return self.outbox.take_back(publish_id, self.settings.who)

    def send_again(self, delivery_id: str) -> Delivery:
        """A person wants a failed, stale or (after a look-up) unknown delivery sent after all; of mail to many, the copies that may be missing."""
        after = self._decide(delivery_id, SentAgain(self.clock.now(), self.settings.who))
        doubtful = self.record.recipients(delivery_id, {RecipientState.UNKNOWN})
        self.record.set_recipients(
            delivery_id, [(one.ordinal, RecipientState.PENDING, None) for one in doubtful]
        )
        return after

    def let_be(self, delivery_id: str) -> Delivery:
        """A person decides that a delivery is not sent."""
        return self._decide(delivery_id, LetBe(self.clock.now(), self.settings.who))

    def mark_by_hand(self, delivery_id: str, url: str | None = None) -> Delivery:
        """A person sent the text themselves, and says so."""
        return self._decide(delivery_id, MarkedByHand(self.clock.now(), self.settings.who, url))

    def _decide(self, delivery_id: str, event: SentAgain | LetBe | MarkedByHand) -> Delivery:
        try:
            return self.record.apply(delivery_id, event)
        except IllegalTransitionError:
            delivery = self.record.delivery(delivery_id)
            if delivery.state is DeliveryState.UNKNOWN:
                raise RefusedError(
                    "It may have arrived, so it is looked up before it is sent again.",
                    next_step="Look it up with: incident-composer deliveries --resume",
                ) from None
            state = delivery.state.value.replace("_", " ")
            raise RefusedError(f"This can't be done to a delivery that is {state}.") from None

    @property
    def outbox(self) -> Outbox:
        """What carries deliveries out; made when it is first needed."""
        with self._making:  # a second owner would make the first one look dead
            if self._outbox is None:
                self._owner = Owner(self.home.record(self.mode).parent / "owners")
                self._outbox = Outbox(
                    self.record,
                    self._destinations(),
                    self.clock,
                    self._owner,
                    stale_after=timedelta(minutes=self.plan.delivery.stale_minutes),
                    on_change=self._on_change,
                    on_note=self._note,
                )
            return self._outbox

    def _note(self, delivery: Delivery, text: str) -> None:
        now = self.clock.now()
        self.record.add_event(
            TimelineEvent(
                self.new_id("evt", now),
                delivery.incident_id,
                now,
                now,
                EventKind.DELIVERY,
                text,
                channel=delivery.channel,
            )
        )

    # --- ways out ----------------------------------------------------------------------------------------------

    def _destinations(self) -> dict[str, Destination]:
        """What carries each account's messages. Live services come with a later version; practice is always whole."""
        if not self.practice:
            return {}
        home, clock = self.home, self.clock
        mail = MailFolder(home.mail, lambda payload, recipient, _: mail_payload.mail_for(payload, recipient))
        return {
            "practice.slack": SlackTranscript(home.slack_transcript, clock),
            "practice.status_page": self._page,
            "practice.mail": mail,
            "practice.pagerduty": PagerDutyTranscript(home.pagerduty_transcript, clock),
        }

    @cached_property
    def _page(self) -> StaticPage:
        plan, organisation = self.plan, self.plan.organisation
        return StaticPage(
            self.home.status_page,
            organisation.status_page_title,
            None,
            organisation.name,
            [(component.key, component.name) for component in plan.components],
            plan.words,
            practice=True,
            clock=self.clock,
            language=plan.language,
        )

    def status_page_file(self) -> Path:
        """The practice status page to open in a browser; made anew, so that it is there before anything was published."""
        self._page.refresh()
        return self._page.index

    def _way(self, channel: Channel, incident: Incident) -> Way:
        mode = self.mode.value
        match channel:
            case Channel.SLACK:
                return Way(f"{mode}.slack", incident.slack_channel)
            case Channel.STATUS_PAGE:
                return Way(f"{mode}.status_page", "practice status page" if self.practice else "status page")
            case Channel.EMAIL:
                return Way(f"{mode}.mail", "customers")
            case Channel.EXECUTIVE:
                return Way(f"{mode}.mail", "executives")
            case Channel.PAGERDUTY:
                return Way(f"{mode}.pagerduty", incident.pagerduty_incident or "")
            case Channel.COPY:
                return Way("copy", "clipboard")

    def recipients(self, channel: Channel) -> tuple[tuple[str, str], ...]:
        """Who a channel's mails go to now, as names and addresses; empty for a channel that has no list, or where none is connected."""
        found = self._mail_lists.get(channel)
        return () if found is None else tuple(found.recipients)

    @cached_property
    def _mail_lists(self) -> Mapping[Channel, MailList]:
        organisation = self.plan.organisation
        sender = f"{organisation.name} <{organisation.support_email}>"
        if not self.practice:
            return {}
        lists = tomllib.loads(assets.read_text("resources", "practice.toml"))
        return {
            channel: MailList(sender, tuple((one["name"], one["email"]) for one in lists[key]))
            for channel, key in ((Channel.EMAIL, "customers"), (Channel.EXECUTIVE, "executives"))
        }

    # --- the record --------------------------------------------------------------------------------------------

    def history(
        self, query: str, limit: int = 50, only: Narrowed | None = None, after: str | None = None
    ) -> tuple[FoundMessage, ...]:
        """Published messages that hold all words of the query, newest first; `only` narrows it, and `after` goes on behind the message of that id."""
        return self.record.search(query, limit, only, after)

    def add_note(self, incident_id: str, text: str, at: datetime | None = None) -> TimelineEvent:
        """Add a person's own entry to the timeline; `at` (UTC) is when it happened, now unless told."""
        now = self.clock.now()
        self.incident(incident_id)
        event = TimelineEvent(
            self.new_id("evt", now),
            incident_id,
            at or now,
            now,
            EventKind.NOTE,
            text.strip(),
            self.settings.who,
        )
        self.record.add_event(event)
        return event

    def skip(self, incident_id: str, template: str, reason: str) -> TimelineEvent:
        """Skip a due message, with a reason that is recorded: it is not due again until the next change or its next time."""
        if not reason.strip():
            raise RefusedError("A skipped message asks for a reason.")
        incident = self.incident(incident_id)
        if template not in self.library.templates:
            raise RefusedError(f"There is no template “{template}”.")
        head = self.library.templates[template].head
        now = self.clock.now()
        event = TimelineEvent(
            self.new_id("evt", now),
            incident_id,
            now,
            now,
            EventKind.SKIPPED,
            f"{head.title} skipped",
            self.settings.who,
            reason.strip(),
            template,
            head.channel.value,
            incident.severity,
            incident.phase,
        )
        self.record.add_event(event)
        return event

    def slow_down(self, incident_id: str, channel: Channel, every_minutes: int, reason: str) -> Incident:
        """Give one channel another rhythm for this incident alone, with a reason that is recorded."""
        if not reason.strip():
            raise RefusedError("Another rhythm asks for a reason.")
        if not 1 <= every_minutes <= 24 * 60:
            raise RefusedError("A rhythm has 1 to 1,440 minutes.")
        before = self.incident(incident_id)
        after = replace(before, cadence_minutes={**before.cadence_minutes, channel.value: every_minutes})
        text = f"{channel.value.replace('_', ' ')}: every {every_minutes} min"
        return self._change(before, after, EventKind.CADENCE, text, reason)

    def assign_role(self, incident_id: str, role: str, person: str) -> Incident:
        """Give a role of the plan to a person."""
        names = {one.field or one.key: one.label for one in self.plan.roles}
        if role not in names:
            raise RefusedError(f"The plan has no role “{role}”.", next_step=f"It has {', '.join(names)}.")
        before = self.incident(incident_id)
        values = {**before.values, role: person} if role in self.library.catalogue else dict(before.values)
        after = replace(before, roles={**before.roles, role: person}, values=values)
        return self._change(before, after, EventKind.ROLE, f"{names[role]}: {person}")

    def _change(
        self, before: Incident, after: Incident, kind: EventKind, text: str, reason: str = ""
    ) -> Incident:
        now = self.clock.now()
        event = TimelineEvent(
            self.new_id("evt", now), before.id, now, now, kind, text, self.settings.who, reason.strip()
        )
        self.record.save_incident(after, before.revision, (event,))
        return self.incident(before.id)

    def verify(self) -> tuple[RecordFault, ...]:
        """Everything in the record that is not as it was written."""
        return self.record.verify()

    def unfinished(self) -> tuple[Delivery, ...]:
        """Deliveries that still move by themselves or ask a person, messages and the making of channels alike."""
        states = {state for state in DeliveryState if not state.is_final}
        return self.record.deliveries(states=states)


def open_library(home: HomePaths | None) -> Library:
    """Plan, fields and templates in force: the shipped ones with the home's own over them; None takes the shipped ones alone."""
    root = assets.data_root()
    overrides = [] if home is None else [Override.in_folder(home.root)]
    return load_library(root / "resources", root / "templates", overrides, body_problems=body_problems)


def body_problems(template: Template, _catalogue: FieldCatalogue) -> list[Problem]:
    """What is wrong with a template's subject and body, as the sandbox sees it."""
    head = template.head
    problems = check_source(
        template.body, allowed_fields=head.fields, origin=template.origin, first_line=template.body_line
    )
    if template.subject is not None:
        problems += check_source(
            template.subject, allowed_fields=head.fields, origin=f"{template.origin} subject"
        )
    return problems
