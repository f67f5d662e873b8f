"""`pagerduty note, page, log`: beside the status updates of a round."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from composer.cli.answers import GOOD, delivery_line, exit_status, mode_of, tell_what_is_wrong
from composer.cli.output import print_line
from composer.domain.delivery import Delivery
from composer.domain.errors import RefusedError
from composer.domain.sayings import Code, told
from composer.paths import HomePaths
from composer.services.core import Services
from composer.services.paging import note, page
from composer.services.reading_elsewhere import Sources
from composer.services.taking_over import adopt


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """One action on one incident."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        match options.action:
            case "note":
                return _carry_out(services, note(services, options.incident, options.text))
            case "page":
                return _carry_out(services, page(services, options.incident, options.who, options.text))
            case _:
                return _log(services, options.incident)


def _carry_out(services: Services, stored: Sequence[Delivery]) -> int:
    services.outbox.recover()
    services.outbox.carry_out([one.publish_id for one in stored])
    after = [services.record.delivery(one.id) for one in stored]
    for one in after:
        print_line(delivery_line(services, one))
    return exit_status(services, after)


def _log(services: Services, incident_id: str) -> int:
    """Read what happened at PagerDuty into the timeline: who acknowledged, who was paged."""
    linked = services.incident(incident_id).pagerduty_incident
    if linked is None:
        raise RefusedError(told(Code.NOT_LINKED), next_step=told(Code.LINK_WITH))
    known = {one.id for one in services.record.events(incident_id)}
    adopt(services, incident_id, Sources(pagerduty=linked))
    for one in services.record.events(incident_id):
        if one.id not in known:
            print_line(f"{one.at:%Y-%m-%d %H:%M:%S} UTC  {one.text}")
    return GOOD
