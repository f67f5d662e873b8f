"""Taking over: an incident that runs, from what Statuspage, Slack and PagerDuty say of it. Services are only read; nothing is written to any of them.

The same serves to adopt into an incident of ours what somebody opened on the web, and to start one from PagerDuty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState
from composer.domain.errors import RefusedError
from composer.domain.fields import BRIDGE, FieldType, FieldValue
from composer.domain.incident import EventKind, Incident, TimelineEvent, lasting_id
from composer.domain.plan import ComponentStatus
from composer.domain.sayings import Code, told
from composer.publishing.running import PageIncident
from composer.rendering import slack
from composer.rendering.slack_channel import slack_channel_name
from composer.services.core import Services
from composer.services.on_duty import detection_of, log_events
from composer.services.reading_elsewhere import Read, Sources, beginnings, own_id, read_sources
from composer.services.said_elsewhere import SaidElsewhere, is_new, store

ON_THE_WEB = "on the web"
ELSEWHERE = "on another computer"

_LINE = re.compile(r"^([^{}:\n]+): \{\{ ?(\w+) ?\}\}$", re.MULTILINE)


def take_over(
    services: Services, sources: Sources, *, title: str | None = None, severity: str | None = None
) -> Incident:
    """Store a running incident from what its sources say, and give it. Done again, only what is new there is added.

    A title or severity that is not given comes from the sources; in doubt the higher severity. RefusedError where a source can't be read or belongs to another incident.
    """
    if not sources:
        raise RefusedError(told(Code.NAME_TAKE_OVER))
    read = read_sources(services, sources)
    known = _known(services, read)
    if known is not None:
        return _add(services, known, read)
    now, plan = services.clock.now(), services.plan
    facts = dict(_facts(services, read))
    asked = severity or facts.get("severity")
    found = _severity(services, asked, read)
    began = min([now, *beginnings(read)])
    phase = _phase(services, read, facts)
    public = next((one.name for _, one in read.pages if one.name), "")
    named = title or _title(read) or public or "Incident taken over"
    values: dict[str, FieldValue] = {"public_title": public} if public else {}
    typed = _typed(services, read)
    roles = {
        one.field: typed.pop(one.field) for one in plan.roles if one.field is not None and one.field in typed
    }
    incident = Incident(
        id=own_id(read) or services.new_id("inc", now),
        title=named,
        public_title=public,
        severity=found,
        peak_severity=found,
        phase=phase,
        declared_at=began,
        impact_started_at=began,
        detection=str(typed.pop("detection", "")) or detection_of(read.duty),
        roles=roles,
        components=_components(read),
        slack_channel=slack_channel_name(plan.slack_channel_pattern, began.astimezone(UTC).date(), named),
        values={
            name: value for name, value in {**values, **typed}.items() if name in services.library.catalogue
        },
    )
    said = [*_said(services, incident, read)]
    incident = _linked(incident, read)
    events = [
        _event(services, incident, began, EventKind.IMPACT, "Impact began"),
        _event(
            services,
            incident,
            began,
            EventKind.DECLARED,
            f"{found} taken over: {named}, {incident.slack_channel}",
        ),
        *_events(services, incident, read, said),
    ]
    return store(services, incident, said, events, new=True)


def adopt(services: Services, incident_id: str, sources: Sources) -> Incident:
    """Link what somebody opened elsewhere to an incident of ours: the next update goes there, and what was said there counts as said. Nothing is written there."""
    incident = services.incident(incident_id)
    if not incident.is_open:
        raise RefusedError(told(Code.NOT_OPEN_TO_ADOPT))
    if not sources:
        raise RefusedError(told(Code.NAME_ADOPT))
    read = read_sources(services, sources)
    other = _known(services, read)
    if other is not None and other.id != incident_id:
        raise RefusedError(told(Code.BELONGS_TO, title=other.title, incident=other.id))
    for account, _ in read.pages:
        ours = services.record.deliveries(incident_id=incident_id, states={DeliveryState.SENT})
        if other is None and any(one.account == account for one in ours):
            raise RefusedError(
                told(Code.ON_ACCOUNT_ALREADY, account=account),
                next_step=told(Code.RESOLVE_ONE),
            )
    return _add(services, incident, read)


def _add(services: Services, incident: Incident, read: Read) -> Incident:
    """What is new at the sources, added to an incident that the record has."""
    said = [*_said(services, incident, read)]
    after = _linked(incident, read)
    # What the page says of a component stands there for all to see.
    after = replace(after, components={**_components(read), **incident.components})
    there = {one.id for one in services.record.events(incident.id)}
    events = [one for one in _events(services, after, read, said) if one.id not in there]
    if len(events) == 1 and after == incident and not any(is_new(services, one) for one in said):
        return incident  # nothing happened since, but that it was read
    return store(services, after, said, events, new=False)


# --- what the sources say ------------------------------------------------------------------------------------------


def _known(services: Services, read: Read) -> Incident | None:
    """The incident of the record that a source belongs to: taken over before, or begun here."""
    names = [own for own in (own_id(read),) if own]
    keys = [_page_key(account, one.id) for account, page in read.pages for one in page.updates]
    if read.slack is not None:
        keys.append(_channel_key(read.slack[0], read.slack[1].id))
    for key in keys:
        publish = services.record.publish_by_key(key)
        names += [publish.incident_id] if publish is not None else []
    if read.duty is not None:
        names += [
            one.id
            for one in services.record.incidents(open_only=True)
            if one.pagerduty_incident == read.duty.id
        ]
    return next((found for name in names if (found := services.record.find_incident(name))), None)


def _facts(services: Services, read: Read) -> Iterator[tuple[str, str]]:
    """Severity and phase as they were posted last, by plan keys."""
    known = {
        "severity": {one.key for one in services.plan.severities},
        "phase": {one.key for one in services.plan.phases},
    }
    for one in read.slack[2] if read.slack is not None else ():
        yield from ((name, one.facts[name]) for name in known if one.facts.get(name) in known[name])


def _severity(services: Services, asked: str | None, read: Read) -> str:
    severities = services.plan.severities
    if asked is not None:
        found = next((one.key for one in severities if one.key == asked and one.declares), None)
        if found is None:
            raise RefusedError(told(Code.NOT_DECLARING, severity=asked))
        return found
    impacts = {page.impact for _, page in read.pages}
    # The plan's order is worst first: in doubt the higher one.
    return next(
        (one.key for one in severities if one.page_impact in impacts and one.declares), severities[0].key
    )


def _phase(services: Services, read: Read, facts: Mapping[str, str]) -> str:
    phases = services.plan.phases
    statuses = {page.status for _, page in read.pages}
    said = facts.get("phase")
    if said is not None and (not statuses or services.plan.phase(said).page_status.value in statuses):
        return said  # finer than the page's word, and not against it
    return _first_of(services, statuses) or phases[0].key


def _first_of(services: Services, statuses: set[str]) -> str | None:
    """The first phase that carries one of the page's words."""
    return next((one.key for one in services.plan.phases if one.page_status.value in statuses), None)


def _title(read: Read) -> str | None:
    if read.slack is not None and ": " in read.slack[1].topic:
        return read.slack[1].topic.partition(": ")[2]
    return read.duty.title if read.duty is not None and read.duty.title else None


def _components(read: Read) -> dict[str, ComponentStatus]:
    allowed = {one.value for one in ComponentStatus}
    return {
        key: ComponentStatus(status)
        for _, page in read.pages
        for key, status in page.components.items()
        if status in allowed
    }


def _typed(services: Services, read: Read) -> dict[str, str]:
    """What people had typed, as the labelled lines of posts of ours still say; the newest stands."""
    found: dict[str, str] = {}
    plain = {FieldType.LINE, FieldType.TEXT, FieldType.PERSON, FieldType.CHOICE, FieldType.AMOUNT}
    for one in read.slack[2] if read.slack is not None else ():
        template = services.library.templates.get(one.facts.get("template", ""))
        labels = dict(_LINE.findall(template.body)) if template is not None else {}
        if template is not None and BRIDGE in template.head.fields:
            labels[services.plan.words.bridge] = BRIDGE  # the line that is added below the text
        for line in slack.as_typed(one.text).split("\n"):
            label, colon, value = line.partition(": ")
            field = services.library.catalogue.fields.get(labels.get(label, ""))
            if colon and value.strip() and field is not None and not field.derived and field.type in plain:
                found[field.name] = value.strip()
    return found


def _linked(incident: Incident, read: Read) -> Incident:
    """The incident with the places where it runs."""
    if read.duty is not None:
        incident = replace(incident, pagerduty_incident=read.duty.id)
    if read.slack is not None:
        incident = replace(incident, slack_channel=f"#{read.slack[1].name}", creates_slack_channel=False)
    return incident


# --- what was said there ---------------------------------------------------------------------------------------------


def _page_key(account: str, update_id: str) -> str:
    return f"from {account} update {update_id}"


def _channel_key(account: str, channel_id: str) -> str:
    return f"from {account} channel {channel_id}"


def _said(services: Services, incident: Incident, read: Read) -> Iterator[SaidElsewhere]:
    linked = _linked(incident, read)
    for account, page in read.pages:
        yield from _said_on_page(services, linked, account, page)
    if read.slack is not None:
        account, channel, posts = read.slack
        at = posts[0].at if posts else services.clock.now()
        yield SaidElsewhere(
            key=_channel_key(account, channel.id), at=at, channel=Channel.SLACK, account=account,
            destination=linked.slack_channel, template=None, severity=incident.severity, phase=incident.phase,
            text="", payload={"name": channel.name, "topic": channel.topic}, vendor_id=channel.id,
            url=f"https://slack.com/app_redirect?channel={channel.id}", by=ELSEWHERE,
        )  # fmt: skip
        for one in posts:
            facts = one.facts
            if facts.get("template") in services.library.templates:
                yield SaidElsewhere(
                    key=f"from {account} post {channel.id} {one.ts}", at=one.at, channel=Channel.SLACK,
                    account=account, destination=linked.slack_channel, template=facts["template"],
                    severity=facts.get("severity", incident.severity), phase=facts.get("phase", incident.phase),
                    text=slack.as_typed(one.text), vendor_id=one.ts, url=None, by=ELSEWHERE, delivery_id=one.delivery_id,
                    payload={"text": one.text, "slack_channel": linked.slack_channel},
                )  # fmt: skip


def _said_on_page(
    services: Services, incident: Incident, account: str, page: PageIncident
) -> Iterator[SaidElsewhere]:
    way = next(
        (one for one in services.ways_out.ways(Channel.STATUS_PAGE, incident) if one.account == account), None
    )
    heads = [one.head for one in services.library.templates.values()]
    held = services.plan.security.holding_statement
    there = {
        one.vendor_id for one in services.record.deliveries(incident_id=incident.id) if one.account == account
    }
    for number, update in enumerate(page.updates):
        if (update.id if number else page.id) in there:
            continue
        phase = _first_of(services, {update.status}) or incident.phase
        fitting = [
            head.name for head in heads
            if head.channel is Channel.STATUS_PAGE and not head.corrects and phase in head.phases
            # It says one thing alone.
            and (held is None or head.name != held.template or update.body.strip() == held.text)
        ]  # fmt: skip
        if way is None or not fitting:
            continue
        newest = number == len(page.updates) - 1
        said = {
            "id": incident.id, "name": page.name, "status": update.status, "body": update.body,
            "impact": page.impact, "components": dict(page.components) if newest else {},
            "deliver_notifications": False, "metadata": {},
        }  # fmt: skip
        yield SaidElsewhere(
            key=_page_key(account, update.id), at=update.at, channel=Channel.STATUS_PAGE, account=account,
            destination=way.destination, template=fitting[0], severity=incident.severity, phase=phase,
            text=update.body, payload={"incident": said, "at": update.at.isoformat()},
            # As for our own: the update that opened an incident bears the incident's id.
            vendor_id=update.id if number else page.id, url=page.url,
            by=ELSEWHERE if page.incident_id else ON_THE_WEB,
            # Its marker is that of the last update from this program: whose it is, is sure where there is one alone.
            delivery_id=page.delivery_id if len(page.updates) == 1 else None,
        )  # fmt: skip


def _events(
    services: Services, incident: Incident, read: Read, said: list[SaidElsewhere]
) -> Iterator[TimelineEvent]:
    """The timeline of what happened elsewhere, each entry with an id of its own for good."""
    now, plan = services.clock.now(), services.plan
    phase = None
    for one in sorted(said, key=lambda each: (each.at, each.key)):
        if one.template is not None and one.phase != phase:
            phase = one.phase
            text = f"Phase: {plan.phase(phase).label} ({one.by})"
            yield _event(services, incident, one.at, EventKind.PHASE, text, key=one.key)
    yield from log_events(services, incident.id, read.duty) if read.duty is not None else ()
    places = [f"{account} {page.id}" for account, page in read.pages]
    places += [f"Slack #{read.slack[1].name}"] if read.slack is not None else []
    places += [f"PagerDuty {read.duty.id}"] if read.duty is not None else []
    text = f"Read from {', '.join(places)}; nothing was written there"
    yield _event(services, incident, now, EventKind.NOTE, text, by=services.settings.who)


def _event(
    services: Services,
    incident: Incident,
    at: datetime,
    kind: EventKind,
    text: str,
    *,
    key: str | None = None,
    by: str = "",
) -> TimelineEvent:
    now = services.clock.now()
    own = services.new_id("evt", now)
    if key is not None:
        own = lasting_id(incident.id, key)
    return TimelineEvent(own, incident.id, at, now, kind, text, by)
