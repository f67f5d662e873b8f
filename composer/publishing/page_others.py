"""What else runs on a status page: incidents that the record knows nothing of, opened on the web or by another computer while ours was being written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

from composer.domain.delivery import Delivery
from composer.domain.sayings import Code, Said
from composer.publishing.answers import as_words
from composer.publishing.port import NotAccepted

MAINTENANCE = frozenset({"scheduled", "in_progress", "verifying", "completed"})
"""States of planned work, which is no incident."""


class Others(Protocol):
    """What the record knows of public incidents, and of what a person was shown of them."""

    def is_known(self, public_id: str, incident_id: str | None) -> bool:
        """Whether the record has that public incident as one of its own, opened from here or adopted. `incident_id` is that of this program, where it stands on the page."""
        ...

    def may_pass(self, delivery: Delivery, public_id: str) -> bool:
        """Whether a person was shown that public incident with the delivery's round, and let the delivery go all the same: ours is another one."""
        ...

    def show(self, delivery: Delivery, found: Mapping[str, str]) -> None:
        """Keep that these public incidents (their words by their ids) were shown with the delivery's round."""
        ...


class NobodyElse:
    """Where no record stands behind: nothing is known, and nothing was shown."""

    def is_known(self, public_id: str, incident_id: str | None) -> bool:  # noqa: ARG002 - the signature of `Others`
        """No."""
        return False

    def may_pass(self, delivery: Delivery, public_id: str) -> bool:  # noqa: ARG002 - as above
        """No."""
        return False

    def show(self, delivery: Delivery, found: Mapping[str, str]) -> None:
        """Nothing is kept."""


def what_else_runs(
    there: Iterable[Mapping[str, Any]], marked: Mapping[str, str | None], others: Others, delivery: Delivery
) -> NotAccepted | None:
    """What keeps a first update from opening an incident: what runs there already and is nobody's here. `there` is what the page has open, `marked` our ids on it."""
    strange = {
        str(one["id"]): one
        for one in there
        if isinstance(one.get("id"), str)
        and one.get("status") not in MAINTENANCE
        and not others.is_known(one["id"], marked.get(one["id"]))
        and not others.may_pass(delivery, one["id"])
    }
    if not strange:
        return None
    others.show(delivery, {own: _named(one, delivery.created_at) for own, one in strange.items()})
    first, *more = sorted(strange.values(), key=lambda one: str(one.get("created_at") or ""), reverse=True)
    words = _named(first, delivery.created_at) + (f" and {len(more)} more" if more else "")
    return NotAccepted.of(Said.of(Code.PAGE_RUNS_ELSE, incident=words))


def _named(one: Mapping[str, Any], today: datetime) -> str:
    opened = _time(one.get("started_at") or one.get("created_at"), today)
    status = as_words(one.get("status") or "")
    return f"“{as_words(one.get('name') or '')}” ({status}{opened})"


def _time(text: object, today: datetime) -> str:
    """Since when; with the date where that was another day."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return ""
    if not moment.tzinfo:
        return ""
    at = moment.astimezone(UTC)
    date = "" if at.date() == today.astimezone(UTC).date() else f"{at:%Y-%m-%d} "
    return f", since {date}{at:%H:%M} UTC"
