"""Google's `incidents.json`, as Firebase and Google Cloud publish it: a list of incidents, open as long as they have no end."""

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
    one_or_more,
    plain,
    some_rows,
    verdict,
)

HURT = frozenset({"SERVICE_DISRUPTION", "SERVICE_OUTAGE"})


def fits(document: object) -> bool:
    """Whether it looks like this format."""
    return (
        isinstance(document, list)
        and bool(document)
        and isinstance(document[0], dict)
        and "begin" in document[0]
    )


def read(document: Any, asked: Asked) -> ServiceHealth:
    """How the service is doing by its list. An empty one says nothing: the history of years stands there."""
    troubles, newest = [], None
    for one in one_or_more(document):
        begin, end = moment(one.get("begin")), moment(one.get("end"))
        if begin is None or (one.get("end") is not None and end is None):
            raise Doubt(told(Code.FEED_ODD))
        newest = newest_of(newest, begin, moment(one.get("modified")))
        if _is_over(one, asked) or not _is_ours(one, asked):
            continue
        headline = plain(one.get("external_desc")) or plain(_last(one).get("text"))
        troubles.append(Trouble(headline, begin, _parts(one)))
    return verdict(asked, troubles, newest)


def _is_over(one: dict[str, Any], asked: Asked) -> bool:
    """Whether it has ended, and nothing that was said after its end says otherwise."""
    end = moment(one.get("end"))
    if end is None or end > asked.now:
        return False
    last = _last(one)
    said = moment(last.get("when"))
    return not (last.get("status") in HURT and said is not None and said > end)


def _is_ours(one: dict[str, Any], asked: Asked) -> bool:
    return asked.concerns(plain(one.get("external_desc")), *_parts(one))


def _parts(one: dict[str, Any]) -> tuple[str, ...]:
    named = [plain(product.get("title")) for product in some_rows(one, "affected_products")]
    return tuple(name for name in (plain(one.get("service_name")), *named) if name)


def _last(one: dict[str, Any]) -> dict[str, Any]:
    found = one.get("most_recent_update")
    # Statuses are compared with texts; what is none of them is as good as none.
    return found if isinstance(found, dict) and isinstance(found.get("status"), str | None) else {}
