"""`suppliers`: asks the feed of each external service of the plan once, and prints what it says."""

from __future__ import annotations

import argparse
from typing import Any

from composer.cli.answers import GOOD, UNFINISHED, tell_problems
from composer.cli.output import print_json, print_line
from composer.domain.health import HealthState, ServiceHealth
from composer.paths import HomePaths
from composer.services.in_force import kept_library
from composer.services.suppliers import suppliers_of


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """0 where every service that has a feed is operational; 3 where one is affected or unknown."""
    library, _ = kept_library(home)
    tell_problems(library.problems)
    suppliers = suppliers_of(home, library.plan, practice=not options.live)
    try:
        for _ in suppliers.asked:
            suppliers.look()
    finally:
        suppliers.close()
    if options.json:
        print_json({"services": [_json(one) for one in suppliers.all]})
    else:
        for one in suppliers.all:
            print_line(_line(one))
        if not suppliers.all:
            print_line("The plan names no feed of an external service.")
    return GOOD if all(one.state is HealthState.OPERATIONAL for one in suppliers.all) else UNFINISHED


def _json(one: ServiceHealth) -> dict[str, Any]:
    return {
        "service": one.service,
        "state": one.state.value,
        "since": None if one.since is None else one.since.isoformat(timespec="seconds"),
        "headline": one.headline or None,
        "parts": list(one.parts),
        "why": one.why or None,
        "read_at": None if one.read_at is None else one.read_at.isoformat(timespec="seconds"),
    }


def _line(one: ServiceHealth) -> str:
    match one.state:
        case HealthState.OPERATIONAL:
            said = f"{one.service}: operational"
        case HealthState.AFFECTED:
            more = f", and {one.more} more" if one.more else ""
            parts = f" ({', '.join(one.parts)})" if one.parts else ""
            said = f"{one.sentence}{more}{parts}"
        case HealthState.UNKNOWN:
            said = f"{one.service}: not known: {one.why}"
    return said if one.read_at is None else f"{said.rstrip('.')} · read {one.read_at:%H:%M} UTC"
