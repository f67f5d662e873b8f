"""How an incident is put into the record: only over the revision that its writer saw."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from composer.domain.errors import RefusedError
from composer.domain.incident import Incident
from composer.domain.sayings import Code, told
from composer.record import statements
from composer.record.asking import one
from composer.record.statements import add_new, as_row, change

_CHANGED_MEANWHILE = told(Code.CHANGED_MEANWHILE)
_LOOK_AGAIN = told(Code.LOOK_AS_IT_IS)
_OF_A_ROUND = (
    "public_title",
    "severity",
    "peak_severity",
    "phase",
    "impact_ended_at",
    "resolved_at",
    "components",
    "creates_slack_channel",
    "values",
    "declared_at",
    "taken_back_at",
)


def put_incident(connection: Connection, incident: Incident, expected: int | None) -> int:
    """Stores the incident where it is still at the expected revision; its new revision."""
    if expected is None:
        if not add_new(connection, incident, revision=1):
            raise RefusedError(told(Code.STORED_ALREADY), next_step=_LOOK_AGAIN)
        return 1
    values = {f"new_{name}": value for name, value in as_row(incident, revision=expected + 1).items()}
    values |= {"incident": values.pop("new_id"), "expected": expected}
    if change(connection, statements.SAVE_INCIDENT, [values]) == 0:
        stored_incident(connection, incident.id)
        raise RefusedError(_CHANGED_MEANWHILE, next_step=_LOOK_AGAIN)
    return expected + 1


def stored_incident(connection: Connection, incident_id: str) -> Incident:
    """The stored incident, inside a transaction; RefusedError where there is none."""
    found = one(connection, Incident, statements.FIND_INCIDENT, id=incident_id)
    if found is None:
        raise RefusedError(told(Code.UNKNOWN_INCIDENT, incident=incident_id))
    return found


def restore_incident(connection: Connection, before: Incident) -> None:
    """Makes an incident what it was before a round."""
    now = stored_incident(connection, before.id)
    if now.revision == before.revision + 1:
        back = before
    else:
        back = replace(now, **{name: getattr(before, name) for name in _OF_A_ROUND})
    put_incident(connection, back, now.revision)
