"""Named points at which a test can kill this process, so that "nothing lost, nothing doubled" is proved where it matters.

Set `INCIDENT_COMPOSER_CRASH_AT` to one of `LABELS`, and the process kills itself (SIGKILL: nothing is flushed, nothing is cleaned up) when it
gets there; `label#3` lets it pass twice and kills it the third time. Without the variable a point does nothing. A test holds `LABELS` against
the calls in the source.
"""

from __future__ import annotations

import itertools
import os
import signal

VARIABLE = "INCIDENT_COMPOSER_CRASH_AT"

LABELS = (
    # Storing a round.
    "publish.before_commit",
    "publish.committed",
    # Carrying it out.
    "outbox.hold_ended",
    "outbox.claimed",
    "outbox.on_wire",
    "outbox.delivered",
    "outbox.settled",
    "outbox.before_amend",
    "outbox.amended",
    # Files: every destination on this computer goes through these.
    "append.written",
    "atomic.temp_written",
    "atomic.renamed",
    # Practice Slack and PagerDuty.
    "slack.before_wire",
    "slack.after_wire",
    "slack.written",
    "pagerduty.before_wire",
    "pagerduty.after_wire",
    "pagerduty.written",
    # The folder of mails.
    "mail.before_wire",
    "mail.after_wire",
    "mail.between_recipients",
    "mail.written",
    # The static status page.
    "page.before_wire",
    "page.after_wire",
    "page.after_truth",
    "page.written",
)
"""Every point that practice passes."""

LIVE_LABELS = (
    # Stored that something leaves, and not yet told outside of the record.
    "record.counted",
    # A request to a service: about to be made, and answered.
    "api.asking",
    "api.answered",
    # One mail over SMTP.
    "smtp.asking",
    "smtp.answered",
)
"""Every further point that live mode passes."""

_passed = itertools.count(1)


def reach(label: str) -> None:
    """Say that the point `label` is reached; the process dies here if a test asked for it."""
    wanted, _, nth = os.environ.get(VARIABLE, "").partition("#")
    if wanted == label and next(_passed) >= int(nth or 1):
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
