"""AWS's `currentevents`: a list of events in UTF-16 with a byte order mark."""

from __future__ import annotations

from typing import Any

from composer.domain.health import ServiceHealth
from composer.domain.sayings import Code, told
from composer.feeds.evidence import (
    Asked,
    Doubt,
    Trouble,
    moment,
    newest_of,
    odd_state,
    operational,
    plain,
    rows,
    verdict,
)

RESOLVED = "0"
OPEN = frozenset({"1", "2", "3"})
"""What they mean one by one is told differently; that they are not over is not."""
MARKS = (b"\xfe\xff", b"\xff\xfe")


def fits(document: object, body: bytes) -> bool:
    """Whether it looks like this format: also an empty list, where it comes as only this one does."""
    if not isinstance(document, list):
        return False
    first = document[0] if document else None
    return body.startswith(MARKS) if first is None else isinstance(first, dict) and "arn" in first


def read(document: Any, asked: Asked, body: bytes) -> ServiceHealth:
    """How AWS is doing, or the regions and services of it that the plan names. A list without events says that all is well, where it is AWS's own."""
    listed = tuple(rows(document))
    if not listed:
        if body.startswith(MARKS):
            return operational(asked)
        raise Doubt(told(Code.FEED_EMPTY))
    troubles, newest = [], None
    for one in listed:
        arn, state = one.get("arn"), one.get("status")
        if not isinstance(arn, str) or not arn.startswith("arn:aws"):
            raise Doubt(told(Code.FEED_ODD))
        state = str(state) if isinstance(state, int) and not isinstance(state, bool) else state
        if not isinstance(state, str) or (state != RESOLVED and state not in OPEN):
            raise odd_state(state)
        began = moment(one.get("date"))
        newest = newest_of(newest, began)
        names = [plain(one.get(key)) for key in ("service_name", "service", "region_name")]
        summary = plain(one.get("summary"))
        if state in OPEN and asked.concerns(plain(arn), summary, *names):
            troubles.append(Trouble(summary, began, (names[0] or names[1], names[2])))
    # Events stand there for as long as they matter: an old one is no sign of a list that stands still.
    return verdict(asked, troubles, newest) if troubles else _well(asked, newest)


def _well(asked: Asked, newest: Any) -> ServiceHealth:
    if newest is not None and newest > asked.now:
        return verdict(asked, (), newest)
    return operational(asked)
