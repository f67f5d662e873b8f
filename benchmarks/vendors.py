"""Slow services to publish to, in a process of their own: `python -m benchmarks.vendors` prints where they are.

They are the services with a memory that the tests have; each answers a fifth of a second after it was asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

SLOW_S = 0.2


@contextmanager
def vendors() -> Iterator[dict[str, Any]]:
    """Start them, and end them with the block; gives what `main` prints."""
    command = [sys.executable, "-m", "benchmarks.vendors"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        there = json.loads(process.stdout.readline())
        try:
            yield there
        finally:
            process.stdin.close()
            process.wait(10)


def main() -> None:
    """Serve until standard input ends."""
    from tests.vendors import pagerduty, sendgrid, slack, smtp, statuspage
    from tests.vendors.server import Answer, Seen, Vendor

    work = Vendor.work

    def slowly(self: Vendor, request: Seen) -> Answer:
        time.sleep(SLOW_S)
        return work(self, request)

    Vendor.work = slowly  # type: ignore[method-assign]
    with ExitStack() as running:
        paging = running.enter_context(pagerduty.PagerDuty())
        paging.open("PZ3K9", "Checkout payments failing")
        there = {
            "slack": running.enter_context(slack.Slack()).url,
            "statuspage": running.enter_context(
                statuspage.Statuspage(names=("API", "Payments", "Search", "Notifications"))
            ).url,
            "sendgrid": running.enter_context(sendgrid.Sendgrid()).url,
            "pagerduty": paging.url,
            "smtp": running.enter_context(smtp.SmtpServer()).port,
            "page_id": statuspage.PAGE,
            "user": pagerduty.USER,
            "secrets": {
                "slack": slack.TOKEN,
                "statuspage": statuspage.API_KEY,
                "sendgrid": sendgrid.API_KEY,
                "pagerduty": pagerduty.API_KEY,
            },
        }
        sys.stdout.write(json.dumps(there) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
