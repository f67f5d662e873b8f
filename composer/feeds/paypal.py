"""PayPal's own format: `/api/v1/components`, each with a state for production, and `/api/v1/events`, which tells incidents and never that all is well."""

from __future__ import annotations

from typing import Any

from composer.domain.health import ServiceHealth
from composer.domain.sayings import Code, told
from composer.feeds.evidence import Asked, Doubt, Trouble, odd_state, one_or_more, operational, plain, verdict

WORKING = "operational"
NOT_WORKING = frozenset({"under maintenance", "service disruption", "service outage"})
OVER = frozenset({"resolved", "closed", "completed"})


def fits(document: object) -> bool:
    """Whether it looks like this format."""
    return isinstance(document, dict) and isinstance(document.get("result"), list)


def read(document: Any, asked: Asked) -> ServiceHealth:
    """How production is doing; the sandbox is nobody's outage."""
    if not fits(document):
        raise Doubt(told(Code.FEED_ODD))
    listed = one_or_more(document["result"])
    if all("summary" in one for one in listed):
        return _events(listed, asked)
    affected, matched = [], 0
    for one in listed:
        name, status = plain(one.get("name")), one.get("status")
        state = status.get("production") if isinstance(status, dict) else None
        word = state.strip().casefold() if isinstance(state, str) else ""
        if not name or (word != WORKING and word not in NOT_WORKING):
            raise odd_state(state)
        if asked.concerns(name, plain(one.get("category"))):
            matched += 1
            affected += [name] if word in NOT_WORKING else []
    if not matched:
        raise asked.no_part()
    if affected:
        return verdict(asked, [Trouble("", None, tuple(affected))], None)
    return operational(asked)


def _events(listed: tuple[dict[str, Any], ...], asked: Asked) -> ServiceHealth:
    troubles = []
    for one in listed:
        summary, state = plain(one.get("summary")), plain(one.get("state")).casefold()
        elsewhere = plain(one.get("environment")).casefold() == "sandbox"
        if state not in OVER and not elsewhere and asked.concerns(summary):
            troubles.append(Trouble(summary))
    if not troubles:
        raise Doubt(told(Code.FEED_UNCLEAR))
    return verdict(asked, troubles, None)
