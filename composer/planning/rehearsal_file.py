"""rehearsal.toml into the scripts of `rehearse`, by severity."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Annotated, Any

from pydantic import Field as Limited
from pydantic import ValidationError

from composer.domain.errors import InvalidInputError, Problem
from composer.domain.fields import FieldCatalogue, FieldValue, FieldValueError, parse_value
from composer.domain.plan import ComponentStatus, Plan
from composer.domain.rehearsal import Rehearsal, RehearsalNote, RehearsalStep, misfits
from composer.toml.document import Table, TomlDocument, nearest, problems_of
from composer.toml.text import UnreadableFileError, read_text_file

_Minutes = Annotated[int, Limited(ge=0, le=60 * 24 * 7)]
_Status = Annotated[ComponentStatus, Limited(strict=False)]


class NoteTable(Table):
    """An entry for the timeline."""

    minutes: _Minutes
    text: Annotated[str, Limited(min_length=1, max_length=500)]


class StepTable(Table):
    """One round of messages."""

    minutes: _Minutes
    phase: str
    values: Annotated[dict[str, Any], Limited(default_factory=dict)]
    severity: str | None = None
    reason: str | None = None
    notes: Annotated[list[NoteTable], Limited(default_factory=list)]
    messages: list[str] | None = None
    components: Annotated[dict[str, _Status], Limited(default_factory=dict)]
    next_update_minutes: Annotated[int, Limited(gt=0, le=1_440)] | None = None


class ScriptTable(Table):
    """One scripted incident."""

    title: Annotated[str, Limited(min_length=1, max_length=200)]
    components: Annotated[dict[str, _Status], Limited(min_length=1)]
    detection: Annotated[str, Limited(min_length=1)]
    roles: dict[str, str]
    steps: Annotated[list[StepTable], Limited(min_length=2)]
    impact_ended_minutes: _Minutes
    symptom: str | None = None
    public_title: str | None = None
    domain: str | None = None
    postmortem_meeting_hours: Annotated[int, Limited(gt=0, le=24 * 30)] = 48


def load_rehearsals(
    file: Traversable, plan: Plan, catalogue: FieldCatalogue, name: str | None = None
) -> dict[str, Rehearsal]:
    """The scripts in a file, by severity; see `parse_rehearsals`."""
    shown = name or str(file)
    try:
        return parse_rehearsals(read_text_file(file, shown), plan, catalogue, shown)
    except UnreadableFileError as error:
        raise InvalidInputError([error.problem]) from error


def parse_rehearsals(text: str, plan: Plan, catalogue: FieldCatalogue, name: str) -> dict[str, Rehearsal]:
    """The scripts in a TOML text, by severity, with all their values parsed.

    Raises `InvalidInputError` with every mistake found. A script for another plan is one: give the plan that the file was written for.
    """
    document = TomlDocument(text, name)
    problems = list(document.problems)
    scripts: dict[str, Rehearsal] = {}
    for severity, values in document.values.items():
        try:
            table = ScriptTable.model_validate(values)
        except ValidationError as error:
            problems += problems_of(error, document, ScriptTable, severity)
            continue
        steps = []
        for index, step in enumerate(table.steps):
            parsed, found = _values(step, catalogue, document, severity, index)
            problems += found
            steps.append(_step(step, parsed))
        scripts[severity] = Rehearsal(
            severity=severity,
            title=table.title,
            components=table.components,
            detection=table.detection,
            roles=table.roles,
            steps=tuple(steps),
            impact_ended_minutes=table.impact_ended_minutes,
            symptom=table.symptom,
            public_title=table.public_title,
            domain=table.domain,
            postmortem_meeting_hours=table.postmortem_meeting_hours,
        )
        problems += [
            Problem(document.place(severity), sentence)
            for sentence in misfits(scripts[severity], plan, catalogue)
        ]
    if problems:
        raise InvalidInputError(problems)
    return scripts


def _step(table: StepTable, values: dict[str, FieldValue]) -> RehearsalStep:
    return RehearsalStep(
        minutes=table.minutes,
        phase=table.phase,
        values=values,
        severity=table.severity,
        reason=table.reason,
        notes=tuple(RehearsalNote(note.minutes, note.text) for note in table.notes),
        messages=None if table.messages is None else tuple(table.messages),
        components=table.components,
        next_update_minutes=table.next_update_minutes,
    )


def _values(
    step: StepTable, catalogue: FieldCatalogue, document: TomlDocument, severity: str, index: int
) -> tuple[dict[str, FieldValue], list[Problem]]:
    problems = []
    values: dict[str, FieldValue] = {}
    for name, raw in step.values.items():
        place = document.place(severity, "steps", index, "values", name)
        if name not in catalogue or catalogue[name].derived:
            known = [field.name for field in catalogue.typed()]
            problems.append(Problem(place, f'there is no field "{name}" to fill in{nearest(name, known)}'))
            continue
        try:
            values[name] = parse_value(catalogue[name], raw, path=name)
        except FieldValueError as error:
            problems.append(Problem(place, str(error)))
    return values, problems
