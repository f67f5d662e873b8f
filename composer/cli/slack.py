"""`slack now, reach`: one post with what holds now in place of those that never left; its responders reached another way while Slack does not take it."""

from __future__ import annotations

import argparse

from composer.cli.answers import (
    BLOCKED,
    GOOD,
    delivery_json,
    delivery_line,
    exit_status,
    finding_json,
    mode_of,
    tell_what_is_wrong,
)
from composer.cli.output import print_json, print_line, tell
from composer.paths import HomePaths
from composer.services.catching_up import catch_up
from composer.services.core import Services
from composer.services.second_way import reach_responders, second_ways, waiting_post


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """One action; 4 where a finding blocks the post."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        if options.action == "reach":
            return _reach(services, options)
        published = catch_up(services, options.incident, hold_s=0)
        if published.publish is not None:
            services.carry_out(published.publish)
        after = [services.record.delivery(one.id) for one in published.deliveries]
        if options.json:
            print_json(
                {
                    "incident_id": published.incident_id,
                    "publish_id": None if published.publish is None else published.publish.key,
                    "deliveries": [delivery_json(services, one) for one in after],
                    "findings": [finding_json(one) for one in published.findings],
                }
            )
        else:
            for one in after:
                print_line(delivery_line(services, one))
        if published.publish is None:
            for finding in published.findings:
                tell(f"incident-composer: {finding.text}")
            return BLOCKED
        return exit_status(services, after)


def _reach(services: Services, options: argparse.Namespace) -> int:
    """Mail or page those who are named; without a name, list who could be."""
    waiting = waiting_post(services, options.incident)
    if not options.mail and not options.page:
        ways = second_ways(services, waiting.id)
        for person in ways.people:
            print_line(f"--mail {person.role!r}  {person.name or person.role}, {person.email}")
        for responder in ways.paged:
            print_line(f"--page {responder.key!r}  {responder.label}")
        for why in (ways.no_mail, ways.no_page):
            if why:
                tell(f"incident-composer: {why}")
        return GOOD
    stored = reach_responders(services, waiting.id, mailed=options.mail or (), paged=options.page or ())
    services.outbox.carry_out({one.publish_id for one in stored})
    after = [services.record.delivery(one.id) for one in stored]
    for one in after:
        print_line(delivery_line(services, one))
    return exit_status(services, after)
