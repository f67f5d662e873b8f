"""`statuspage postmortem, backfill`: what is put on the page after the fact."""

from __future__ import annotations

import argparse

from composer.cli.answers import GOOD, delivery_line, exit_status, mode_of, tell_what_is_wrong
from composer.cli.dry_run import print_leaving
from composer.cli.output import print_line
from composer.cli.publish import read_file
from composer.domain.errors import RefusedError
from composer.paths import HomePaths
from composer.services.after_the_fact import backfill, publish_postmortem
from composer.services.core import Services
from composer.services.dry_running import would_leave


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Store one of them for each page it concerns, and carry it out."""
    try:
        text = read_file(options.file, "the text for customers").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError(f"{options.file} is not UTF-8 text.") from None
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        store = not options.dry_run
        if options.action == "postmortem":
            notify = options.notify == "yes"
            stored = publish_postmortem(services, options.incident, text, notify=notify, store=store)
        else:
            stored = backfill(services, options.incident, text, accounts=options.page or (), store=store)
        if options.dry_run:
            print_leaving(would_leave(services, stored, {}))
            return GOOD
        services.outbox.recover()
        services.outbox.carry_out([one.publish_id for one in stored])
        after = [services.record.delivery(one.id) for one in stored]
        for one in after:
            print_line(delivery_line(services, one))
        return exit_status(services, after)
