"""The page for people: Jinja2 templates from `resources/static_page/`, every text escaped.

Style and script stand in each page, allowed by their hashes alone, so that a page works from any server, from a folder, and from a mirror; nothing
else is ever loaded.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from composer.assets import read_text
from composer.domain.plan import ComponentStatus, PageStatus
from composer.publishing.page.look import Look
from composer.publishing.page.truth import PageIncident, Truth, Update, file_stem, iso

DAYS_SHOWN = 14
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the history and the resolved incidents that are listed under it."""

    date: date
    incidents: tuple[PageIncident, ...]


def index(look: Look, truth: Truth, now: datetime) -> bytes:
    """The bytes of `index.html`: open incidents, components, 14 days of history."""
    return _render(
        "index.html",
        look,
        title=look.stamped(look.title),
        base="",
        truth=truth,
        banner=look.banner(truth),
        open_incidents=truth.open_incidents,
        components=[(name, truth.status_of(key)) for key, name in look.all_components(truth)],
        days=_days(truth, now),
    )


def incident(look: Look, truth: Truth, one: PageIncident) -> bytes:
    """The bytes of an incident's own page: all its updates, newest first."""
    names = dict(look.components)
    return _render(
        "incident.html",
        look,
        title=look.stamped(f"{one.newest.name} · {look.title}"),
        base="../",
        truth=truth,
        incident=one,
        components=[(names.get(key, key), status) for key, status in one.newest.components.items()],
    )


def incident_path(incident_id: str) -> str:
    """Where an incident's own page lies below the page's folder."""
    return f"incidents/{file_stem(incident_id)}.html"


def _days(truth: Truth, now: datetime) -> list[Day]:
    today = max(now.astimezone(UTC), truth.updated_at).date()
    dates = [today - timedelta(days=back) for back in range(DAYS_SHOWN)]
    listed: dict[date, list[PageIncident]] = {day: [] for day in dates}
    for one in truth.newest_first:
        if one.resolved_at is None:
            continue
        # A long incident that began before the window stands on the day it ended.
        for day in (one.started_at.date(), one.resolved_at.date()):
            if day in listed:
                listed[day].append(one)
                break
    if truth.open_incidents and not listed[today]:
        dates = dates[1:]  # "No incidents." today would be a lie
    return [Day(day, tuple(sorted(listed[day], key=lambda x: x.started_at, reverse=True))) for day in dates]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: read_text("resources", "static_page", name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What a browser would refuse in a document is shown as a sign for "not a character".
        finalize=lambda value: _NOT_SHOWN.sub("\ufffd", value) if type(value) is str else value,
    )
    environment.filters["iso"] = iso
    environment.filters["incident_path"] = incident_path
    environment.globals.update(ComponentStatus=ComponentStatus, PageStatus=PageStatus)
    style, script = (
        read_text("resources", "static_page", "page.css"),
        read_text("resources", "static_page", "local_time.js"),
    )
    environment.globals.update(style=style, script=script, style_hash=_hash(style), script_hash=_hash(script))
    return environment


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _render(name: str, look: Look, **values: Any) -> bytes:
    def split(update: Update) -> tuple[list[list[str]], str | None]:
        body, promise = look.split_promise(update.body.replace("\r\n", "\n").replace("\r", "\n"))
        return [part.strip().split("\n") for part in re.split(r"\n\s*\n", body) if part.strip()], promise

    text = _environment().get_template(name).render(look=look, words=look.words, split=split, **values)
    return text.encode()
