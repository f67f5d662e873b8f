"""`slack now`: one post with what holds now, in place of those that never left."""

from __future__ import annotations

import argparse

from composer.cli.answers import (
    BLOCKED,
    delivery_json,
    delivery_line,
    exit_status,
    finding_json,
    mode_of,
    tell_problems,
)
from composer.cli.output import print_json, print_line, tell
from composer.paths import HomePaths
from composer.services.catching_up import catch_up
from composer.services.core import Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Store the post and carry it out; 4 where a finding blocks it."""
    with Services(home, mode_of(options.live)) as services:
        tell_problems(services.problems)
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
