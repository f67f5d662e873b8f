"""`security show, begin, private, end, told`: the switch of a security incident, its regulators' clocks, and what the public has read so far."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from composer.cli.answers import GOOD, mode_of, tell_what_is_wrong
from composer.cli.output import print_json, print_line
from composer.domain.errors import InvalidInputError, Place, Problem
from composer.domain.security import RegulatorClock, SecurityState
from composer.paths import HomePaths
from composer.services import security
from composer.services.core import Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """One action, and how the incident stands then."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        own = options.incident
        if options.action == "begin":
            since = _time(options.since, "--since")
            security.begin(services, own, private=not options.keep_channel, aware_at=since)
        elif options.action == "private":
            security.open_private_channel(services, own)
        elif options.action == "end":
            security.end(services, own, options.reason)
        elif options.action == "told":
            security.regulator_told(services, own, options.deadline, options.note, _time(options.at, "--at"))
        _show(services, own, as_json=options.json)
    return GOOD


def _time(given: str | None, name: str) -> datetime | None:
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise InvalidInputError([Problem(Place(key=name), "it must be an ISO 8601 time with Z or an offset")])
    return moment.astimezone(UTC)


def _show(services: Services, incident_id: str, *, as_json: bool) -> None:
    state = security.state_of(services, incident_id)
    public = security.public_so_far(services, incident_id)
    incident = services.incident(incident_id)
    now = services.clock.now()
    if as_json:
        print_json(
            {
                "incident_id": incident_id,
                "security": state is not None,
                "code_name": None if state is None else state.code_name,
                "slack_channel": incident.slack_channel,
                "aware_at": None if state is None else _iso(state.aware_at),
                "regulators": [] if state is None else [_clock(one) for one in state.clocks],
                "public": [
                    {
                        "delivery": one.delivery.id,
                        "channel": one.delivery.channel.value,
                        "at": _iso(one.delivery.finished_at or one.delivery.created_at),
                        "state": one.delivery.state.value,
                        "url": one.delivery.url,
                        "title": None if one.page is None else one.page.title,
                        "page_status": None if one.page is None else one.page.status.value,
                        "components": {} if one.page is None else dict(one.page.components),
                        "subject": one.message.subject,
                        "text": one.message.text,
                    }
                    for one in public
                ],
            }
        )
        return
    if state is None:
        print_line("No security incident.")
    else:
        _tell_state(state, incident.slack_channel, now)
    print_line("The public has read:" if public else "The public has read nothing.")
    for one in public:
        at = one.delivery.finished_at or one.delivery.created_at
        where = one.delivery.url or one.delivery.destination
        print_line(f"  {at:%Y-%m-%d %H:%M} UTC  {one.delivery.id}  {one.delivery.state.value}  {where}")
        for line in _headed(services, one):
            print_line(f"    {line}")
        print_line(f"    {' '.join(one.message.text.split())}")


def _headed(services: Services, one: security.PublicText) -> Iterator[str]:
    """What the public reads over the text: the page's title, state and components, a mail's subject."""
    if one.message.subject:
        yield f"Subject: {one.message.subject}"
    if one.page is not None:
        words = services.plan.words
        yield f"Title: {one.page.title} ({words.page_status.get(one.page.status.value, one.page.status.value)})"
        names = {each.key: each.name for each in services.plan.components}
        for key, state in one.page.components.items():
            yield f"{names.get(key, key)}: {words.component_status.get(state.value, state.value)}"


def _tell_state(state: SecurityState, slack_channel: str, now: datetime) -> None:
    print_line(
        f"Security incident, code name {state.code_name}, known since {state.aware_at:%Y-%m-%d %H:%M} UTC."
    )
    if state.open_channel and state.open_channel == slack_channel:
        print_line(f"{slack_channel} can be read by everybody in Slack; a private one: security private")
    else:
        print_line(f"Slack: {slack_channel} (private)")
    for clock in state.clocks:
        if clock.told_at is not None:
            print_line(f"{clock.deadline.label}: notified {clock.told_at:%Y-%m-%d %H:%M} UTC, {clock.note}")
        else:
            print_line(
                f"{clock.deadline.label}: by {clock.due_at:%Y-%m-%d %H:%M} UTC, {_left(clock.due_at - now)}"
            )


def _left(length: timedelta) -> str:
    minutes = int(abs(length).total_seconds() // 60)
    words = f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{words} left" if length >= timedelta(0) else f"{words} too late"


def _clock(one: RegulatorClock) -> dict[str, Any]:
    return {
        "key": one.deadline.key,
        "label": one.deadline.label,
        "due_at": _iso(one.due_at),
        "told_at": None if one.told_at is None else _iso(one.told_at),
        "note": one.note or None,
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
