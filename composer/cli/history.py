"""`history QUERY`: searches published messages, newest first."""

from __future__ import annotations

import argparse

from composer.cli.answers import GOOD, mode_of, tell_what_is_wrong
from composer.cli.output import print_json, print_line
from composer.paths import HomePaths
from composer.record.snippet import marked
from composer.services.core import Services


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """Print the messages that hold all words of the query."""
    with Services(home, mode_of(options.live)) as services:
        tell_what_is_wrong(services)
        found = services.history(options.query)
    if options.json:
        print_json(
            {
                "messages": [
                    {
                        "incident_id": one.message.incident_id,
                        "title": one.title,
                        "channel": one.message.channel.value,
                        "template": one.message.template,
                        "at": one.message.at.isoformat().replace("+00:00", "Z"),
                        "text": one.message.text,
                        "snippet": one.snippet,
                    }
                    for one in found
                ]
            }
        )
        return GOOD
    for one in found:
        print_line(
            f"{one.message.at:%Y-%m-%d %H:%M} UTC  {one.message.template}  {marked(one.title, options.query)}"
        )
        print_line(f"    {' '.join(one.snippet.split())}")
    if not found:
        print_line("No message holds these words.")
    return GOOD
