"""A whole incident through the practice destinations, in seconds: the same calls that a person's clicks make, on a clock that is told to pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from composer import assets
from composer.clock import SimulatedClock, SystemClock
from composer.domain.due import DueState
from composer.domain.errors import RefusedError, UserFacingError
from composer.domain.fields import FieldValue
from composer.domain.plan import Plan
from composer.domain.rehearsal import Rehearsal, RehearsalStep, rehearsal_for
from composer.domain.request import NewIncident, PublishRequest
from composer.paths import HomePaths, Mode
from composer.planning.rehearsal_file import load_rehearsals
from composer.services.core import Published, Services
from composer.services.documents import export

Progress = Callable[[datetime, str], None]
"""Called with the simulated time (UTC) and a sentence for each thing that happens."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal left behind: the incident's id, and the files to look at by what they are."""

    incident_id: str
    files: Mapping[str, Path]
    all_sent: bool


def rehearse(home: HomePaths, severity: str | None, tell: Progress) -> Rehearsed:
    """Take a whole incident from the declaration to the post-mortem, in practice, with the plan in force.

    `severity` None takes the plan's worst. The clock is simulated and ends about now. Raises RefusedError for a severity that the plan does not have or at which it declares no incident.
    """
    with Services(home, Mode.PRACTICE, clock=SimulatedClock(SystemClock().now())) as services:
        plan = services.plan
        key = _severity(plan, severity)
        script = rehearsal_for(plan, services.library.catalogue, _scripts(services), key)
        clock = SimulatedClock(SystemClock().now() - timedelta(minutes=script.steps[-1].minutes + 10))
        services.clock = clock
        return _play(services, clock, script, tell)


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
    raise RefusedError(f"The plan has no severity “{wanted}”.", next_step=f"Take one of {', '.join(keys)}.")


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
    results: list[Published] = []
    for number, step in enumerate(script.steps):
        for note in sorted(step.notes, key=lambda one: one.minutes):
            if incident_id is not None:
                clock.advance_to(start + timedelta(minutes=note.minutes))
                services.add_note(incident_id, note.text)
                tell(clock.now(), note.text)
        clock.advance_to(start + timedelta(minutes=step.minutes))
        request = _request(
            services, script, step, start, incident_id, resolves=number == len(script.steps) - 1
        )
        result = _publish(services, clock, request, tell)
        incident_id = result.incident_id
        results.append(result)
        if number == 0 and incident_id is not None:
            for note in step.notes:  # what happened before there was an incident to write it to
                services.add_note(incident_id, note.text, start + timedelta(minutes=note.minutes))
    if incident_id is None:
        raise RefusedError("The script of this rehearsal has no step.")
    mail = _customer_email(services, clock, script, incident_id, tell)
    if mail is not None:
        results.append(mail)
    folder = services.home.practice / "exports"
    documents = export(services, incident_id, ("json", "md"), folder)
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
        "record": services.home.record(Mode.PRACTICE),
    }
    all_sent = all(delivery.state.is_final for result in results for delivery in result.deliveries)
    return Rehearsed(incident_id, {name: path for name, path in files.items() if path.exists()}, all_sent)


def _request(
    services: Services,
    script: Rehearsal,
    step: RehearsalStep,
    start: datetime,
    incident_id: str | None,
    *,
    resolves: bool,
) -> PublishRequest:
    values: dict[str, FieldValue] = {**_examples(services), **step.values}
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
            pagerduty_incident="PZ3K9",
        )
        values = {"detection": script.detection, **values, **script.roles}
    components = None
    if incident_id is not None and step.components:
        components = {**services.incident(incident_id).components, **step.components}
    return PublishRequest(
        phase=step.phase,
        content_sha256=hashlib.sha256(repr((script.title, step)).encode()).hexdigest(),
        new=new,
        incident_id=incident_id,
        severity=step.severity,
        reason=step.reason or "",
        impact_ended_at=start + timedelta(minutes=script.impact_ended_minutes) if resolves else None,
        values={name: value for name, value in values.items() if name in services.library.catalogue},
        components=components,
        messages=step.messages,
        hold_s=0,
    )


def _examples(services: Services) -> dict[str, FieldValue]:
    """What the script leaves open: the catalogue's own examples, but for fields that something else fills."""
    return {
        field.name: field.example
        for field in services.library.catalogue.typed()
        if field.example is not None
        and field.default is None
        and field.prefill_from is None
        and not field.lasting
    }


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


def _customer_email(
    services: Services, clock: SimulatedClock, script: Rehearsal, incident_id: str, tell: Progress
) -> Published | None:
    """The message that is only sent when it is named, once the end of impact is known: customer email."""
    incident = services.incident(incident_id)
    offered = [
        row.template
        for row in services.what_to_send(incident_id)
        if row.state is DueState.OFFERED and row.due_at is not None
    ]
    if not offered:
        return None
    clock.advance(timedelta(minutes=5))
    last = script.steps[-1]
    request = PublishRequest(
        phase=incident.phase,
        content_sha256=hashlib.sha256(repr((script.title, offered)).encode()).hexdigest(),
        incident_id=incident_id,
        values={name: value for name, value in last.values.items() if name in services.library.catalogue},
        messages=tuple(offered),
        hold_s=0,
    )
    return _publish(services, clock, request, tell)
