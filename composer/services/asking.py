"""Questions: how an incident stands, what is due, what a round would send. Drafts too, which nobody else reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from composer.domain.channel import Channel
from composer.domain.declaring import LookAlike, look_alike
from composer.domain.delivery import (
    SAID,
    Delivery,
    DeliveryKind,
    DeliveryState,
)
from composer.domain.draft import Draft
from composer.domain.due import DueRow, what_to_send
from composer.domain.errors import RefusedError
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.on_page import OnPage, as_sent
from composer.domain.record import FoundMessage, Message, Narrowed, RecordFault
from composer.domain.request import PublishRequest
from composer.domain.sayings import Code, told
from composer.domain.security import code_names_in, security_state
from composer.publishing.publish_file import read_publish_file
from composer.rendering.word_diff import Change
from composer.services.advising import last_on_page
from composer.services.consents import consents_in
from composer.services.drafting import changes_since, draft_of, request_of
from composer.services.inviting import left_out
from composer.services.letting_pass import permissions_of
from composer.services.made_channel import makes_channel
from composer.services.opening import OpenHome
from composer.services.plan_fit import insist_on_plan
from composer.services.preparing import prepare
from composer.services.reminding import shipped_reminders
from composer.services.rounds import Round, Situation
from composer.services.sent_drafts import in_hand
from composer.services.skipping import said

ACCEPTED = frozenset({DeliveryState.SENT, DeliveryState.BY_HAND})
ON_PAGE = ACCEPTED | {DeliveryState.UNKNOWN, DeliveryState.SENDING}
"""States of what the public reads on a page, or may."""
REFUSED = frozenset({DeliveryState.FAILED, DeliveryState.STALE})
"""States of what never left and asks a person."""


class Asking(OpenHome):
    """What is asked of an open home."""

    @property
    def connected(self) -> frozenset[Channel]:
        """The channels that the program can reach by itself."""
        return frozenset(Channel) if self.practice else frozenset({Channel.COPY})

    @property
    def page_lacks(self) -> Mapping[str, Sequence[str]]:
        """The keys of the plan's components that each status page lacks, as was last read of it."""
        return {}

    @property
    def executives_in_slack(self) -> bool:
        """Whether executives are told in a Slack channel, too."""
        return False

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
                told(Code.NO_SUCH_INCIDENT, incident=incident_id),
                next_step=told(Code.IS_LIVE_RIGHT),
            )
        return incident

    def situation(self, incident_id: str | None) -> Situation:
        """What a round on that incident (None: a new one) is prepared from, as it is now; RefusedError where the plan in force does not know its severity or phase."""
        self.reader.warm()
        before = None if incident_id is None else self.incident(incident_id)
        if before is not None:
            insist_on_plan(self, [before])
        others = tuple(one for one in self.record.incidents(open_only=True) if one.id != incident_id)
        page_phases: tuple[str, ...] = ()
        there: OnPage | None = None
        events = () if incident_id is None else self.record.events(incident_id)
        if incident_id is not None:
            settled = self.record.deliveries(incident_id=incident_id, states=ACCEPTED | REFUSED)
            page_phases = tuple(
                one.phase for one in settled if one.channel is Channel.STATUS_PAGE and one.state in ACCEPTED
            )
            there = self._on_page(incident_id)
            if before is not None and self._wants_channel(before, settled):
                before = replace(before, creates_slack_channel=True)
        said_so_far = () if incident_id is None else said(self.record, incident_id)
        return Situation(
            plan=self.plan,
            catalogue=self.library.catalogue,
            templates=self.library.templates,
            now=self.clock.now(),
            practice=self.practice,
            before=before,
            others=others,
            said=said_so_far,
            page_phases=page_phases,
            on_page=there,
            connected=self.connected,
            by_hand=self.by_hand,
            page_lacks=self.page_lacks,
            guard=self.guard,
            reader=self.reader,
            earlier=() if before is None else self._earlier(before.id),
            others_said=tuple(one for other in others for one in self._earlier(other.id)),
            wording=self.wording,
            last_on_page=None if incident_id is None else last_on_page(self.record, incident_id, said_so_far),
            executives_in_slack=self.executives_in_slack,
            changed_at=_changed_at(events),
            not_invited=()
            if before is None
            else left_out(self.plan, before.severity, events, security=before.security),
            reminders=shipped_reminders(),
            security=None if before is None else security_state(self.plan, before, events),
            code_names=self.code_names() if incident_id is None else frozenset(),
            consents=consents_in(self.plan, events, said_so_far),
            who=self.settings.who,
            permissions=permissions_of(events),
        )

    def code_names(self) -> frozenset[str]:
        """The code names that security incidents have or had, so that no Slack channel is mixed up with another's."""
        marked = [one.id for one in self.record.incidents() if one.security]
        return frozenset(name for each in marked for name in code_names_in(self.record.events(each)))

    def _on_page(self, incident_id: str) -> OnPage | None:
        """What the public reads of an incident on the page beside the texts, or may: as the last message that got there says."""
        told_there = [
            one
            for one in self.record.deliveries(incident_id=incident_id, states=ON_PAGE)
            if one.channel is Channel.STATUS_PAGE and one.kind is DeliveryKind.MESSAGE
        ]
        last = max(told_there, key=lambda one: one.sequence, default=None)
        return None if last is None else as_sent(json.loads(last.payload))

    def _earlier(self, incident_id: str) -> tuple[Message, ...]:
        """The last message of each template that readers of an incident may have got."""
        out = {(one.template, one.at) for one in self.record.said(incident_id) if not one.skipped}
        messages = self.record.messages(incident_id=incident_id)
        return tuple({one.template: one for one in messages if (one.template, one.at) in out}.values())

    def _wants_channel(self, incident: Incident, settled: Iterable[Delivery]) -> bool:
        """Whether the incident's Slack channel could not be made, so that the next post makes it first. Without a connection it is for a person's hands, once."""
        tried = {one.state for one in settled if makes_channel(one, incident.slack_channel)}
        if not tried & REFUSED or tried & ACCEPTED or Channel.SLACK not in self.connected:
            return False
        every = self.record.deliveries(incident_id=incident.id, states=SAID)
        return not any(makes_channel(one, incident.slack_channel) for one in every)

    def what_to_send(self, incident_id: str) -> tuple[DueRow, ...]:
        """*What to send now* for an incident as it is stored."""
        situation = self.situation(incident_id)
        heads = {name: template.head for name, template in self.library.templates.items()}
        incident, now = self.incident(incident_id), situation.now
        if incident.taken_back_at is not None:
            return ()  # nobody waits for what was not declared
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
        """The draft from which the next round of an incident starts: what is half typed or was taken back, else one made from what was said last."""
        stored = in_hand(self.record, incident_id, self.clock.now(), self.new_id)
        if stored is not None:
            return stored
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
        cancelled = self.record.deliveries(incident_id=incident_id, states={DeliveryState.CANCELLED})
        never_said = {one.message_id for one in cancelled}
        messages = self.record.messages(incident_id=incident_id)
        return changes_since(text, template, tuple(one for one in messages if one.id not in never_said))

    # --- the record --------------------------------------------------------------------------------------------

    def history(
        self, query: str, limit: int = 50, only: Narrowed | None = None, after: Message | None = None
    ) -> tuple[FoundMessage, ...]:
        """Published messages that hold all words of the query, newest first; `only` narrows it, and `after` goes on behind that message."""
        return self.record.search(query, limit, only, after)

    def verify(self) -> tuple[RecordFault, ...]:
        """Everything in the record that is not as it was written."""
        return self.record.verify()

    def unfinished(self) -> tuple[Delivery, ...]:
        """Deliveries that still move by themselves or ask a person, messages and the making of channels alike."""
        states = {state for state in DeliveryState if not state.is_final}
        return self.record.deliveries(states=states)


def _changed_at(events: Iterable[TimelineEvent]) -> datetime | None:
    """When the incident's phase and severity became what they are, as its timeline tells."""
    changes = (EventKind.DECLARED, EventKind.PHASE, EventKind.SEVERITY, EventKind.REOPENED)
    return max((one.at for one in events if one.kind in changes), default=None)
