"""The page for programs: Statuspage's public API v2, so that a tool that reads Statuspage reads this page too."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from composer.domain.plan import PageStatus
from composer.publishing.page.look import Look
from composer.publishing.page.truth import PageIncident, Truth, Update, iso, short_id

INCIDENTS_SHOWN = 50

Json = dict[str, Any]


def files(look: Look, truth: Truth) -> dict[str, bytes]:
    """The JSON files by their path below the page's folder."""
    page = _page(look, truth)
    status = _status(look, truth)
    components = _components(look, truth)
    unresolved = [_incident(look, truth, one) for one in truth.open_incidents]
    newest = [_incident(look, truth, one) for one in truth.newest_first[:INCIDENTS_SHOWN]]
    answers: dict[str, Json] = {
        "summary": {
            "page": page,
            "components": components,
            "incidents": unresolved,
            "scheduled_maintenances": [],
            "status": status,
        },
        "status": {"page": page, "status": status},
        "components": {"page": page, "components": components},
        "incidents": {"page": page, "incidents": newest},
    }
    return {f"api/v2/{name}.json": _encoded(answer) for name, answer in answers.items()}


def _page(look: Look, truth: Truth) -> Json:
    return {
        "id": truth.page_id,
        "name": look.stamped(look.title),
        "url": look.base,
        "time_zone": "Etc/UTC",
        "updated_at": iso(truth.updated_at),
    }


def _status(look: Look, truth: Truth) -> Json:
    banner = look.banner(truth)
    return {"indicator": banner.indicator, "description": look.stamped(banner.text)}


def _components(look: Look, truth: Truth) -> list[Json]:
    shown = []
    for position, (key, name) in enumerate(look.all_components(truth), start=1):
        entry = truth.components.get(key)
        shown.append(
            {
                "id": short_id(truth.page_id, "component", key),
                "name": name,
                "status": truth.status_of(key).value,
                "created_at": None,
                "updated_at": iso(entry.updated_at if entry else truth.updated_at),
                "position": position,
                "description": None,
                "showcase": False,
                "start_date": None,
                "group_id": None,
                "page_id": truth.page_id,
                "group": False,
                "only_show_if_degraded": False,
            }
        )
    return shown


def _incident(look: Look, truth: Truth, incident: PageIncident) -> Json:
    newest = incident.newest
    by_key = {key: index for index, (key, _) in enumerate(look.all_components(truth))}
    components = _components(look, truth)
    return {
        "id": incident.id,
        "name": look.stamped(newest.name),
        "status": newest.status.value,
        "created_at": iso(incident.created_at),
        "updated_at": iso(newest.at),
        "monitoring_at": _optional(incident.last_at(PageStatus.MONITORING)),
        "resolved_at": _optional(incident.resolved_at),
        "impact": newest.impact,
        "shortlink": look.incident_url(incident.id),
        "started_at": iso(incident.started_at),
        "page_id": truth.page_id,
        "incident_updates": [_update(look, truth, incident, update) for update in reversed(incident.updates)],
        "components": [components[by_key[key]] for key in newest.components if key in by_key],
    }


def _update(look: Look, truth: Truth, incident: PageIncident, update: Update) -> Json:
    names = dict(look.components)
    affected = [
        {
            "code": short_id(truth.page_id, "component", key),
            "name": names.get(key, key),
            "old_status": update.old_components[key].value,
            "new_status": status.value,
        }
        for key, status in update.components.items()
    ]
    return {
        "id": update.id,
        "status": update.status.value,
        "body": update.body,
        "incident_id": incident.id,
        "created_at": iso(update.at),
        "updated_at": iso(update.at),
        "display_at": iso(update.at),
        "affected_components": affected,
        "deliver_notifications": update.notify,
        "custom_tweet": None,
        "tweet_id": None,
    }


def _optional(when: datetime | None) -> str | None:
    return None if when is None else iso(when)


def _encoded(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
