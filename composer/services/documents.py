"""Documents made from the record: the post-mortem, and an incident's record as JSON or Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from composer.domain.deadlines import follow_up, targets
from composer.domain.errors import RefusedError, RenderError, UserFacingError
from composer.domain.incident import Incident
from composer.domain.sayings import Code, told
from composer.domain.security import security_state
from composer.files import write_atomic
from composer.postmortem.document import cell, escape, escape_line, postmortem_facts
from composer.rendering.sandbox import render
from composer.services.core import Services
from composer.services.plan_fit import insist_on_plan

FORMATS = ("json", "md")
"""The formats that this version exports."""

POSTMORTEM = "postmortem"


def postmortem(services: Services, incident_id: str) -> str:
    """The post-mortem document of an incident, filled from the record as far as it is known, as Markdown."""
    incident = services.incident(incident_id)
    template = services.library.templates.get(POSTMORTEM)
    if template is None:
        raise RenderError(told(Code.NO_POSTMORTEM_TEMPLATE), next_step=told(Code.RUN_TEMPLATES_CHECK))
    catalogue = services.library.catalogue
    events = services.record.events(incident_id)
    messages = services.record.messages(incident_id=incident_id)
    facts = postmortem_facts(services.plan, incident, events, messages, services.settings.who)
    defaults = {name: catalogue[name].default for name in template.head.fields if name in catalogue}
    context = {name: facts.get(name) or _guidance(default) for name, default in defaults.items()}
    message = render(template, context)
    return _marked(services, incident, message.text.rstrip("\n") + "\n")


def _marked(services: Services, incident: Incident, markdown: str) -> str:
    """A document of a security incident says below its title that it is confidential, and how its regulators' clocks stand."""
    state = security_state(services.plan, incident, services.record.events(incident.id))
    if state is None:
        return markdown
    title, _, rest = markdown.partition("\n")
    lines = [
        f"> **Confidential.** Security incident, code name {escape_line(state.code_name)}: for those who need to know alone."
    ]
    for one in state.clocks:
        told_at = "not notified yet" if one.told_at is None else f"notified {one.told_at:%Y-%m-%d %H:%M} UTC"
        note = f", {escape_line(one.note)}" if one.note else ""
        by = f"due {one.due_at:%Y-%m-%d %H:%M} UTC"
        lines.append(f"> {escape_line(one.deadline.label)}: {by}, {told_at}{note}.")
    return "\n".join([title, "", "  \n".join(lines), rest])


def _guidance(default: object) -> str | tuple[str, ...]:
    """The template's own words where nothing is known: the plan's text in brackets."""
    if isinstance(default, tuple | list):
        return tuple(str(line) for line in default)
    return "" if default is None else str(default)


def export(services: Services, incident_id: str, formats: tuple[str, ...], folder: Path) -> dict[str, Path]:
    """Write an incident's record into a folder; the files by what they are. A file is there whole or not at all.

    What the plan in force no longer knows of an incident that is over is told in the record's own words. RefusedError where that is an open one's severity or phase.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise RefusedError(
            f"This version does not export {', '.join(unknown)}." if unknown else "No format was named.",
            next_step=f"It exports {' and '.join(FORMATS)}.",
        )
    incident = services.incident(incident_id)
    if incident.is_open:  # of one that is over, what the record says is enough
        insist_on_plan(services, [incident])
    contents: dict[str, tuple[str, str]] = {}
    if "json" in formats:
        contents["json"] = (f"{incident_id}.json", incident_json(services, incident_id))
    if "md" in formats:
        contents["md"] = (f"{incident_id}.md", incident_markdown(services, incident_id))
        contents["postmortem"] = (f"{incident_id}-postmortem.md", postmortem(services, incident_id))
    written = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, (name, text) in contents.items():
            write_atomic(folder / name, text.encode("utf-8"), 0o600)
            written[kind] = folder / name
    except OSError as error:
        raise UserFacingError(
            told(Code.CANT_BE_WRITTEN, folder=folder, reason=error.strerror or error),
            next_step=told(Code.OTHER_FOLDER_TO),
        ) from None
    return written


def incident_json(services: Services, incident_id: str) -> str:
    """Everything the record holds of an incident, as JSON. Times are ISO 8601 in UTC."""
    record = services.record
    incident = services.incident(incident_id)
    deliveries = []
    for delivery in record.deliveries(incident_id=incident_id):
        entry = {name: value for name, value in asdict(delivery).items() if name not in ("owner", "amend")}
        entry["payload"] = delivery.payload.decode("utf-8")
        entry["recipients"] = [asdict(one) for one in record.recipients(delivery.id)]
        deliveries.append(entry)
    content = {
        "mode": services.mode.value,
        "incident": asdict(incident),
        **_confidential(services, incident),
        "targets": [asdict(one) for one in targets(services.plan, incident)],
        "follow_up": [asdict(one) for one in follow_up(services.plan, incident)],
        "timeline": [asdict(one) for one in record.events(incident_id)],
        "publishes": [
            {name: value for name, value in asdict(one).items() if name != "before"}
            for one in record.publishes(incident_id)
        ],
        "messages": [asdict(one) for one in record.messages(incident_id=incident_id)],
        "deliveries": deliveries,
    }
    return json.dumps(plain(content), indent=2, ensure_ascii=False) + "\n"


def _confidential(services: Services, incident: Incident) -> dict[str, Any]:
    state = security_state(services.plan, incident, services.record.events(incident.id))
    return {} if state is None else {"confidential": True, "security": asdict(state)}


def plain(value: Any) -> Any:
    """A value of the domain as JSON can hold it: times as ISO 8601, words of an enumeration as text."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(plain(name)): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def incident_markdown(services: Services, incident_id: str) -> str:
    """The incident's facts, timeline and messages as Markdown, for people."""
    plan, incident = services.plan, services.incident(incident_id)
    lines = [f"# {incident.severity}: {escape_line(incident.title)}", "", *_fact_rows(services, incident), ""]
    lines += ["## Timeline", "", "All times in UTC.", "", "| Time | Event |", "| --- | --- |"]
    for event in services.record.events(incident_id):
        text = event.text + (f" ({event.reason})" if event.reason else "")
        lines.append(f"| {event.at:%Y-%m-%d %H:%M:%S} | {cell(text)} |")
    lines += ["", "## What follows", ""]
    lines += [
        f"- {milestone.due_at:%Y-%m-%d %H:%M} UTC: {milestone.text}"
        + (f" ({milestone.who})" if milestone.who else "")
        for milestone in (*targets(plan, incident), *follow_up(plan, incident))
    ]
    lines += ["", "## Messages", ""]
    states = {
        one.message_id: f"{one.destination}: {one.state.value.replace('_', ' ')}"
        for one in services.record.deliveries(incident_id=incident_id)
    }
    for message in services.record.messages(incident_id=incident_id):
        lines += [
            f"### {message.at:%Y-%m-%d %H:%M} UTC, {message.template} ({states.get(message.id, 'not sent')})",
            "",
        ]
        if message.subject:
            lines += [f"**{escape_line(message.subject)}**", ""]
        lines += [*_quoted(message.text), ""]
    return _marked(services, incident, "\n".join(lines).rstrip("\n") + "\n")


def _quoted(text: str) -> list[str]:
    """A message as a quotation that keeps its lines: two spaces at the end of one break it in Markdown."""
    lines = [escape(line).rstrip() for line in text.splitlines()]
    followed = [bool(after) for after in (*lines[1:], "")]
    return [
        f"> {line}{'  ' if more else ''}" if line else ">" for line, more in zip(lines, followed, strict=True)
    ]


def _fact_rows(services: Services, incident: Incident) -> list[str]:
    plan = services.plan
    phases = {one.key: one.label for one in plan.phases}
    components = {one.key: one.name for one in plan.components}
    rows = [
        ("Incident", incident.id),
        ("Mode", services.mode.value),
        (
            "Severity",
            incident.severity
            + (f" (worst {incident.peak_severity})" if incident.peak_severity != incident.severity else ""),
        ),
        ("Phase", phases.get(incident.phase, incident.phase)),
        ("Public title", incident.public_title),
        ("Impact started", f"{incident.impact_started_at:%Y-%m-%d %H:%M} UTC"),
        (
            "Impact ended",
            f"{incident.impact_ended_at:%Y-%m-%d %H:%M} UTC" if incident.impact_ended_at else "",
        ),
        ("Declared", f"{incident.declared_at:%Y-%m-%d %H:%M} UTC"),
        ("Detection", incident.detection),
        ("Slack channel", incident.slack_channel),
        ("PagerDuty", incident.pagerduty_incident or ""),
        *((role.replace("_", " ").capitalize(), person) for role, person in incident.roles.items()),
        *(
            (components.get(key, key), plan.words.component_status.get(status.value, status.value))
            for key, status in incident.components.items()
        ),
    ]
    return [
        "| Fact | Value |",
        "| --- | --- |",
        *(f"| {cell(name)} | {cell(value)} |" for name, value in rows if value),
    ]
