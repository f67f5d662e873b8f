"""`take-over`: lists what runs at the connected services, or takes it over into the live record. Services are only read."""

from __future__ import annotations

import argparse
from typing import Any

from composer.cli.answers import GOOD, UNFINISHED, tell_what_is_wrong
from composer.cli.output import print_json, print_line, tell
from composer.domain.channel import Channel
from composer.domain.errors import RefusedError
from composer.domain.incident import Incident
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from composer.services.reading_elsewhere import Running, Sources, running
from composer.services.taking_over import adopt, take_over


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Without a choice, the list; 3 where a service could not be asked."""
    sources = Sources(
        tuple(_page(one) for one in options.page or ()), options.slack_channel, options.pagerduty
    )
    with Services(home, Mode.LIVE) as services:
        tell_what_is_wrong(services)
        if not sources:
            connected = bool(services.connected & {Channel.STATUS_PAGE, Channel.SLACK, Channel.PAGERDUTY})
            return _list(running(services), as_json=options.json, connected=connected)
        if options.into is None:
            incident = take_over(services, sources, title=options.title, severity=options.severity)
        else:
            incident = adopt(services, options.into, sources)
        _tell(incident, as_json=options.json)
        return GOOD


def _page(text: str) -> tuple[str, str]:
    account, colon, own = text.rpartition(":")
    if not own or (colon and not account):
        raise RefusedError(
            f"“{text}” names no public incident.", next_step="Write ACCOUNT:ID, as listed by: take-over"
        )
    return account or "statuspage", own


def _list(found: Running, *, as_json: bool, connected: bool) -> int:
    for trouble in found.troubles:
        tell(f"incident-composer: {trouble}")
    if as_json:
        print_json(_json(found))
    else:
        for account, page in found.pages:
            mine = f", {page.incident_id}" if page.incident_id else ""
            print_line(f"--page {account}:{page.id}  {page.status}: {page.name}{mine}")
        for _, channel in found.channels:
            print_line(f"--slack-channel {channel.id}  #{channel.name}  {channel.topic}".rstrip())
        for duty in found.duties:
            print_line(f"--pagerduty {duty.id}  {duty.status}: {duty.title}")
        if not (found.pages or found.channels or found.duties or found.troubles):
            print_line(
                "Nothing runs at the connected services."
                if connected
                else "Neither Statuspage nor Slack nor PagerDuty is connected. Add one with: incident-composer connections add KIND"
            )
    return UNFINISHED if found.troubles else GOOD


def _json(found: Running) -> dict[str, Any]:
    return {
        "pages": [
            {
                "account": account,
                "id": page.id,
                "name": page.name,
                "status": page.status,
                "began_at": page.began_at.isoformat(),
                "incident_id": page.incident_id,
            }
            for account, page in found.pages
        ],
        "slack_channels": [
            {"account": account, "id": one.id, "name": one.name, "topic": one.topic}
            for account, one in found.channels
        ],
        "pagerduty": [
            {"id": one.id, "title": one.title, "status": one.status, "began_at": one.began_at.isoformat()}
            for one in found.duties
        ],
        "troubles": list(found.troubles),
    }


def _tell(incident: Incident, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "incident_id": incident.id,
                "title": incident.title,
                "severity": incident.severity,
                "phase": incident.phase,
            }
        )
        return
    print_line(f"{incident.id}  {incident.severity} {incident.phase}: {incident.title}")
    print_line("It stands in the live record now. Nothing was written to any service.")
