"""Which external services are asked at all. Light, so that the window can know it without loading what asks."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from composer.domain.plan import ExternalService, Plan
from composer.publishing.wall import is_this_computer

NOBODY_OUTSIDE = "INCIDENT_COMPOSER_NO_FEEDS"
"""The variable of the environment that keeps every feed from being asked but those on this computer."""


def stays_here(*, practice: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether only feeds on this computer are asked."""
    return practice or bool(environment.get(NOBODY_OUTSIDE))


def asked_services(plan: Plan, *, only_here: bool) -> tuple[ExternalService, ...]:
    """Those of the plan's services whose feed is asked, in the plan's order."""
    return tuple(one for one in plan.services if one.feed and (not only_here or _is_here(one.feed)))


def _is_here(address: str) -> bool:
    return is_this_computer(urlsplit(address).hostname or "")
