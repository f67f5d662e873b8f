"""Whether the plan in force knows what the open incidents stand on: their severities and phases."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from composer.domain.errors import RefusedError
from composer.domain.incident import Incident
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told

if TYPE_CHECKING:
    from composer.services.opening import OpenHome


def unknown_to(plan: Plan, incidents: Iterable[Incident]) -> tuple[Incident, str] | None:
    """The first of the incidents whose severity or phase the plan does not have, and that word; None where it has all."""
    severities = {one.key for one in plan.severities}
    phases = {one.key for one in plan.phases}
    for incident in incidents:
        for key, known in ((incident.severity, severities), (incident.phase, phases)):
            if key not in known:
                return incident, key
    return None


def insist_on_plan(services: OpenHome, incidents: Iterable[Incident] | None = None) -> None:
    """Refuse to go on with incidents (all open ones unless told) under a plan that can't serve them: with it nothing of theirs could be due, rendered or checked.

    That is where one's own plan was broken or taken away while the program was closed, so that the shipped one counts.
    """
    if incidents is None:
        incidents = services.record.incidents(open_only=True)
    found = unknown_to(services.plan, incidents)
    if found is None:
        return
    incident, key = found
    what = told(Code.OPEN_INCIDENT if incident.is_open else Code.ANY_INCIDENT)
    file = str(services.home.plan)
    wrong = [str(problem) for problem in services.library.problems if problem.place.file == file]
    why = wrong[0] if wrong else told(Code.PLAN_NOT_THERE, file=file)
    raise RefusedError(
        told(Code.STANDS_ON_UNKNOWN, what=what, title=incident.title, key=key, why=why),
        next_step=told(Code.PUT_PLAN_BACK),
    )
