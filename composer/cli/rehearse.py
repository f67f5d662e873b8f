"""`rehearse`: a whole incident through the practice destinations, in seconds."""

from __future__ import annotations

import argparse
from datetime import datetime

from composer.cli.answers import GOOD, UNFINISHED, tell_problems
from composer.cli.output import print_json, print_line, tell
from composer.paths import HomePaths
from composer.services.rehearsal import rehearse

_NAMES = {
    "status_page": "Status page",
    "mail": "Mails",
    "slack": "Slack transcript",
    "pagerduty": "PagerDuty transcript",
    "postmortem": "Post-mortem",
    "record_markdown": "Incident record",
    "record_json": "Incident record (JSON)",
    "record": "Database",
}


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Play the incident, tell its progress, and print where everything is."""
    rehearsed = rehearse(home, options.severity, _progress, tell_problems)
    if options.json:
        files = {name: str(path) for name, path in rehearsed.files.items()}
        print_json({"incident_id": rehearsed.incident_id, "files": files})
    else:
        print_line(f"Incident {rehearsed.incident_id}, in practice: nothing left this computer. Look at:")
        for name, path in rehearsed.files.items():
            print_line(f"  {_NAMES.get(name, name) + ':':<24} {path}")
    return GOOD if rehearsed.all_sent else UNFINISHED


def _progress(at: datetime, text: str) -> None:
    tell(f"{at:%H:%M} UTC  {text}")
