"""Statuspage v2: `status.json`, `summary.json`, `incidents.json` and `incidents/unresolved.json`, of Statuspage itself and of those who speak it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from composer.domain.health import ServiceHealth
from composer.domain.sayings import Code, told
from composer.feeds.evidence import (
    Asked,
    Doubt,
    Trouble,
    insist_on_owner,
    moment,
    newest_of,
    odd_state,
    plain,
    some_rows,
    verdict,
)

INDICATORS = {"none": False, "minor": True, "major": True, "critical": True, "maintenance": True}
WORKING, NOT_WORKING = (
    "operational",
    frozenset({"degraded_performance", "partial_outage", "major_outage", "under_maintenance"}),
)
OVER = frozenset({"resolved", "postmortem", "completed"})
OPEN = frozenset({"investigating", "identified", "monitoring", "in_progress", "verifying"})
TO_COME = "scheduled"


def fits(document: object) -> bool:
    """Whether it looks like this format."""
    return isinstance(document, dict) and bool({"status", "incidents"} & document.keys())


def read(document: Any, asked: Asked) -> ServiceHealth:
    """How the page says its service is doing. What the page says of itself is believed less than its own list of incidents."""
    if not fits(document):
        raise Doubt(told(Code.FEED_ODD))
    page = document.get("page")
    page = page if isinstance(page, dict) else {}
    insist_on_owner(asked, [plain(page.get("name"))], [plain(page.get("url"))])
    parts = _parts(document, asked)
    newest = _newest(document, page)
    troubles = [*_incidents(document, asked), *_maintenance(document, asked)]
    affected = tuple(name for name, works in parts if not works)
    if affected and not troubles:
        troubles = [Trouble("", None, affected)]
    elif affected:
        troubles[0] = Trouble(troubles[0].headline, troubles[0].since, (*affected, *troubles[0].parts))
    if asked.service.match:
        if not parts and not troubles:
            raise asked.no_part()
    elif (overall := _overall(document)) is not None and overall and not troubles:
        troubles = [Trouble(overall)]
    return verdict(asked, troubles, newest)


def _overall(document: dict[str, Any]) -> str | None:
    """What the page says of itself where it is not well; empty where it is, None where it says nothing and lists incidents."""
    status = document.get("status")
    if status is None and "incidents" in document:
        return None
    indicator = status.get("indicator") if isinstance(status, dict) else None
    if not isinstance(indicator, str) or indicator not in INDICATORS:
        raise odd_state(indicator)
    if not INDICATORS[indicator]:
        return ""
    return plain(status.get("description") if isinstance(status, dict) else "") or indicator


def _parts(document: dict[str, Any], asked: Asked) -> list[tuple[str, bool]]:
    """The parts that the plan asks about, each with whether it works: those of that name, and those in a group of that name."""
    listed = some_rows(document, "components")
    groups = {
        one.get("id"): plain(one.get("name"))
        for one in listed
        if one.get("group") is True and isinstance(one.get("id"), str)
    }
    found = []
    for one in listed:
        name, group = plain(one.get("name")), one.get("group_id")
        if not asked.concerns(name, groups.get(group, "") if isinstance(group, str) else ""):
            continue
        state = one.get("status")
        if not isinstance(state, str) or (state != WORKING and state not in NOT_WORKING):
            raise odd_state(state)
        found.append((name, state == WORKING))
    return found


def _incidents(document: dict[str, Any], asked: Asked) -> Iterator[Trouble]:
    for one in some_rows(document, "incidents"):
        state = one.get("status")
        if state in OVER if isinstance(state, str) else False:
            continue
        if not isinstance(state, str) or state not in OPEN | {TO_COME}:
            raise odd_state(state)
        if state != TO_COME and _is_ours(one, asked):
            yield _trouble(one, "started_at")


def _maintenance(document: dict[str, Any], asked: Asked) -> Iterator[Trouble]:
    """Maintenance that is under way; what is yet to come hurts nobody."""
    for one in some_rows(document, "scheduled_maintenances"):
        if one.get("status") in ("in_progress", "verifying") and _is_ours(one, asked):
            yield _trouble(one, "scheduled_for")


def _is_ours(incident: dict[str, Any], asked: Asked) -> bool:
    """Whether it concerns what the plan asks about. One that names no part can't be told, and is in doubt unless its words name one."""
    if not asked.service.match:
        return True
    names = [plain(one.get("name")) for one in some_rows(incident, "components")]
    told_of = [plain(one.get("body")) for one in some_rows(incident, "incident_updates")]
    if asked.concerns(plain(incident.get("name")), *names, *told_of):
        return True
    if not any(names):
        raise Doubt(told(Code.FEED_UNCLEAR))
    return False


def _trouble(one: dict[str, Any], began: str) -> Trouble:
    names = tuple(name for part in some_rows(one, "components") if (name := plain(part.get("name"))))
    since = moment(one.get(began)) or moment(one.get("created_at"))
    return Trouble(plain(one.get("name")), since, names)


def _newest(document: dict[str, Any], page: dict[str, Any]) -> datetime | None:
    listed = [
        one
        for key in ("components", "incidents", "scheduled_maintenances")
        for one in some_rows(document, key)
    ]
    return newest_of(moment(page.get("updated_at")), *(moment(one.get("updated_at")) for one in listed))
