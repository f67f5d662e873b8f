"""A whole incident through the practice destinations, in seconds: the same calls that a person's clicks make, on a clock that is told to pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from composer import assets
from composer.clock import SimulatedClock, SystemClock
from composer.domain.due import DueState
from composer.domain.errors import Problem, RefusedError, UserFacingError
from composer.domain.fields import FieldValue
from composer.domain.plan import Plan
from composer.domain.rehearsal import Rehearsal, RehearsalStep, rehearsal_for
from composer.domain.request import NewIncident, PublishRequest
from composer.domain.sayings import Code, told
from composer.paths import HomePaths, Mode
from composer.planning.rehearsal_file import load_rehearsals
from composer.services.core import Published, Services
from composer.services.documents import export

PAGERDUTY_INCIDENT = "PZ3K9"
"""The made-up PagerDuty incident to which a rehearsal is linked, so that its messages are seen too."""

Progress = Callable[[datetime, str], None]
"""Called with the simulated time (UTC) and a sentence for each thing that happens."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal left behind: the incident's id, and the files to look at by what they are."""

    incident_id: str
    files: Mapping[str, Path]
    all_sent: bool


def rehearse(
    home: HomePaths,
    severity: str | None,
    tell: Progress,
    tell_problems: Callable[[Iterable[Problem]], None] = lambda problems: None,
) -> Rehearsed:
    """Take a whole incident from the declaration to the post-mortem, in practice, with the plan in force.

    `severity` None takes the plan's worst. `tell_problems` is called first, with what is wrong with the home's own files. The clock is simulated and ends about now. Raises RefusedError for a severity that the plan does not have or at which it declares no incident.
    """
    with Services(home, Mode.PRACTICE, clock=SimulatedClock(SystemClock().now())) as services:
        tell_problems(services.problems)
        plan = services.plan
        key = _severity(plan, severity)
        script = rehearsal_for(plan, services.library.catalogue, _scripts(services), key)
        clock = SimulatedClock(SystemClock().now() - timedelta(minutes=script.steps[-1].minutes + 10))
        services.clock = clock
        return _play(services, clock, script, tell)


def practice_script(services: Services) -> Rehearsal:
    """The script of the plan's worst severity, from which a new user's first practice incident is filled in."""
    key = _severity(services.plan, None)
    return rehearsal_for(services.plan, services.library.catalogue, _scripts(services), key)


def _severity(plan: Plan, wanted: str | None) -> str:
    keys = [severity.key for severity in plan.severities if severity.declares]
    if wanted is None:
        return keys[0]
    for severity in plan.severities:
        if wanted.casefold() in (severity.key.casefold(), severity.label.casefold()):
            if severity.declares:
                return severity.key
            raise RefusedError(
                f"At {severity.key} the plan declares no incident, so there is nothing to rehearse."
            )
    raise RefusedError(
        told(Code.NO_SEVERITY, severity=wanted), next_step=told(Code.TAKE_ONE_OF, names=", ".join(keys))
    )


def _scripts(services: Services) -> dict[str, Rehearsal]:
    own = services.home.root / "rehearsal.toml"
    file = own if own.exists() else assets.data_root() / "resources" / "rehearsal.toml"
    try:
        return load_rehearsals(file, services.plan, services.library.catalogue, "rehearsal.toml")
    except UserFacingError:
        if own.exists():
            raise
        return {}  # the shipped scripts are written for the shipped plan; another plan is rehearsed from its examples


def _play(services: Services, clock: SimulatedClock, script: Rehearsal, tell: Progress) -> Rehearsed:
    start = clock.now().replace(second=0, microsecond=0)
    incident_id: str | None = None
    typed: dict[str, FieldValue] = {"detection": script.detection, **script.roles}
    all_sent = True
    for step in script.steps:
        for note in sorted(step.notes, key=lambda one: one.minutes):
            if incident_id is not None:
                clock.advance_to(start + timedelta(minutes=note.minutes))
                services.add_note(incident_id, note.text)
                tell(clock.now(), note.text)
        clock.advance_to(start + timedelta(minutes=step.minutes))
        typed = {**typed, **step.values, **_times(script, step, clock.now())}
        result = _publish(services, clock, _request(services, script, step, start, incident_id, typed), tell)
        all_sent &= all(one.state.is_final for one in result.deliveries)
        if incident_id is None and result.incident_id is not None:
            incident_id = result.incident_id
            for note in step.notes:  # what happened before there was an incident to write it to
                services.add_note(incident_id, note.text, start + timedelta(minutes=note.minutes))
    if incident_id is None:
        raise RefusedError(told(Code.NO_STEP))
    mail = _named_only(services, clock, incident_id, typed, tell)
    if mail is not None:
        all_sent &= all(one.state.is_final for one in mail.deliveries)
    documents = export(services, incident_id, ("json", "md"), services.home.practice / "exports")
    tell(clock.now(), "Post-mortem written from the record")
    home = services.home
    files = {
        "status_page": home.status_page / "index.html",
        "mail": home.mail,
        "slack": home.slack_transcript,
        "pagerduty": home.pagerduty_transcript,
        "postmortem": documents["postmortem"],
        "record_markdown": documents["md"],
        "record_json": documents["json"],
        "record": home.record(Mode.PRACTICE),
    }
    return Rehearsed(incident_id, {name: path for name, path in files.items() if path.exists()}, all_sent)


def _times(script: Rehearsal, step: RehearsalStep, now: datetime) -> dict[str, FieldValue]:
    """Fields that hold a time: a script knows only how far away they are."""
    meeting = now + timedelta(hours=script.postmortem_meeting_hours)
    times: dict[str, FieldValue] = {"postmortem_meeting_at": meeting.replace(minute=0).isoformat()}
    if step.next_update_minutes is not None:
        times["next_update"] = (now + timedelta(minutes=step.next_update_minutes)).isoformat()
    return times


def _request(
    services: Services,
    script: Rehearsal,
    step: RehearsalStep,
    start: datetime,
    incident_id: str | None,
    typed: Mapping[str, FieldValue],
) -> PublishRequest:
    new = None
    if incident_id is None:
        new = NewIncident(
            title=script.title,
            severity=script.severity,
            impact_started_at=start,
            detection=script.detection,
            roles=dict(script.roles),
            public_title=script.public_title,
            domain=script.domain,
            symptom=script.symptom,
            components=dict(script.components),
            pagerduty_incident=PAGERDUTY_INCIDENT,
        )
    resolves = services.plan.phase(step.phase).resolves
    return PublishRequest(
        phase=step.phase,
        content_sha256=hashlib.sha256(repr((script.title, step)).encode()).hexdigest(),
        new=new,
        incident_id=incident_id,
        severity=step.severity,
        reason=step.reason or "",
        impact_ended_at=start + timedelta(minutes=script.impact_ended_minutes) if resolves else None,
        values={name: value for name, value in typed.items() if name in services.library.catalogue},
        components=dict(step.components) if incident_id is not None and step.components else None,
        messages=step.messages,
        hold_s=0,
    )


def _publish(services: Services, clock: SimulatedClock, request: PublishRequest, tell: Progress) -> Published:
    prepared = services.prepare(request)
    if prepared.is_blocked:
        # A script can't know every field of another company's plan: what its templates ask for is taken from the examples.
        catalogue = services.library.catalogue
        missing = {
            name: catalogue[name].example
            for name, code in ((finding.field, finding.code) for finding in prepared.findings)
            if name is not None and name in catalogue and code in ("required_missing", "data_impact_missing")
        }
        request = replace(request, values={**request.values, **missing})
    label = services.plan.phase(request.phase).label
    result = services.publish(request)
    if result.publish is None:
        reasons = "; ".join(finding.text for finding in result.findings)
        raise RefusedError(f"The rehearsal stopped in {label}: {reasons}")
    tell(clock.now(), f"{label}: published")
    for delivery in result.deliveries:
        what = delivery.template or "Slack channel created"
        tell(clock.now(), f"  {what} → {delivery.destination}: {delivery.state.value}")
    return result


def _named_only(
    services: Services,
    clock: SimulatedClock,
    incident_id: str,
    typed: Mapping[str, FieldValue],
    tell: Progress,
) -> Published | None:
    """What is only sent when it is named, once the end of impact is known (customer email), where the script did not name it."""
    offered = [
        row.template
        for row in services.what_to_send(incident_id)
        if row.state is DueState.OFFERED and row.due_at is not None
    ]
    if not offered:
        return None
    clock.advance(timedelta(minutes=5))
    request = PublishRequest(
        phase=services.incident(incident_id).phase,
        content_sha256=hashlib.sha256(repr((incident_id, offered)).encode()).hexdigest(),
        incident_id=incident_id,
        values={name: value for name, value in typed.items() if name in services.library.catalogue},
        messages=tuple(offered),
        hold_s=0,
    )
    return _publish(services, clock, request, tell)
