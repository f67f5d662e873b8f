"""`templates/<channel>/<name>.j2` into a `Template`: a TOML head between two lines `+++`, then the body."""

from __future__ import annotations

from functools import partial
from importlib.resources.abc import Traversable
from typing import Annotated, Any, ClassVar

from pydantic import Field as Limited

from composer.domain.channel import LIMITS, Audience, Channel
from composer.domain.errors import Place, Problem, TemplateError
from composer.domain.fields import FieldCatalogue
from composer.domain.message import Template, TemplateHead
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told
from composer.toml.document import Table, TomlDocument, nearest, to_domain
from composer.toml.text import UnreadableFileError, read_text_file

FENCE = "+++"
POSTMORTEM_FOLDER = "postmortem"
"""The one folder that is not called like a channel: what lies there has the channel `copy`."""


_NOT_PUBLIC = (Audience.INTERNAL, Audience.EXECUTIVE)


class HeadTable(Table):
    """A template's head, as the file has it."""

    makes: ClassVar[Any] = TemplateHead
    title: Annotated[str, Limited(min_length=1, max_length=80)]
    channel: Annotated[Channel, Limited(strict=False)]
    audience: Annotated[Audience, Limited(strict=False)]
    subject: Annotated[str, Limited(min_length=1, max_length=1_000)] | None = None
    phases: Annotated[list[str], Limited(default_factory=list)]
    severities: Annotated[list[str], Limited(default_factory=list)]
    fields: list[str]
    required: Annotated[list[str], Limited(default_factory=list)]
    language: Annotated[str, Limited(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None = None
    corrects: bool = False


def load_template(
    file: Traversable, name: str | None = None, *, language: str = "en", own: bool = False
) -> Template:
    """The template in a file; it is called like the file without `.j2`.

    `language` is the plan's, for a head that names none; `own` marks a person's override. Raises `TemplateError` with
    every mistake found in the head; the body is judged by `rendering`.
    """
    return read_template(file, name, language=language, own=own)[0]


def read_template(
    file: Traversable, name: str | None = None, *, language: str = "en", own: bool = False
) -> tuple[Template, TomlDocument]:
    """The template in a file, and its head's document, which knows the lines; see `load_template`."""
    shown = name or str(file)
    try:
        text = read_text_file(file, shown)
    except UnreadableFileError as error:
        raise TemplateError([error.problem]) from error
    head_text, body, body_line = _split(text, shown)
    document = TomlDocument(head_text, shown, first_line=2)
    head, problems = document.read(HeadTable)
    if head is None:
        raise TemplateError(problems)
    template_name = file.name.removesuffix(".j2")
    problems = _head_problems(template_name, head, document)
    if not body:
        problems.append(Problem(Place(shown, body_line), told(Code.NO_BODY)))
    if problems:
        raise TemplateError(problems)
    values = {key: to_domain(getattr(head, key)) for key in HeadTable.model_fields if key != "subject"}
    values["language"] = head.language or language
    template = Template(
        head=TemplateHead(name=template_name, **values),
        body=body,
        subject=head.subject,
        origin=shown,
        body_line=body_line,
        own=own,
    )
    return template, document


def fit_problems(
    template: Template, document: TomlDocument, catalogue: FieldCatalogue, plan: Plan | None
) -> list[Problem]:
    """What a head says that catalogue or plan don't know; without a plan, phases and severities aren't judged.

    A public text with a field that is not public is one of these: what is internal never reaches the public.
    `document` is the head's, for the lines.
    """
    head = template.head
    problems = []
    for index, name in enumerate(head.fields):
        place = partial(document.place, "fields", index)  # told only where something is wrong
        if name not in catalogue:
            problems.append(
                Problem(place(), told(Code.NO_FIELD, field=name, hint=nearest(name, catalogue.fields)))
            )
        elif head.audience is Audience.PUBLIC and catalogue[name].audience in _NOT_PUBLIC:
            text = told(Code.FIELD_NOT_PUBLIC, field=name, audience=catalogue[name].audience)
            problems.append(Problem(place(), text))
    if plan is not None:
        for plural, kind, used, keys in (
            ("severities", "severity", head.severities, [severity.key for severity in plan.severities]),
            ("phases", "phase", head.phases, [phase.key for phase in plan.phases]),
        ):
            problems += [
                Problem(
                    document.place(plural, index),
                    told(Code.PLAN_HAS_NO, kind=kind, name=key, hint=nearest(key, keys)),
                )
                for index, key in enumerate(used)
                if key not in keys
            ]
    return problems


def fits(template: Template, plan: Plan) -> bool:
    """Whether a plan has all the phases and severities that a head names."""
    severities = {severity.key for severity in plan.severities}
    phases = {phase.key for phase in plan.phases}
    return severities.issuperset(template.head.severities) and phases.issuperset(template.head.phases)


def folder_problem(template: Template, document: TomlDocument, folder: str) -> Problem | None:
    """What is wrong where a template lies in another folder than its channel's."""
    expected = Channel.COPY if folder == POSTMORTEM_FOLDER else folder
    if template.head.channel == expected:
        return None
    return Problem(
        document.place("channel"),
        told(Code.OTHER_FOLDERS_CHANNEL, folder=folder, channel=template.head.channel),
    )


def _split(text: str, origin: str) -> tuple[str, str, int]:
    """Head, body and the line on which the body begins."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise TemplateError([Problem(Place(origin, 1), told(Code.HEAD_BEGINS, fence=FENCE))])
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            first = number + 1
            while first < len(lines) and not lines[first].strip():
                first += 1
            return "\n".join(lines[1:number]), "\n".join(lines[first:]).rstrip(), min(first, len(lines)) + 1
    raise TemplateError([Problem(Place(origin, 1), told(Code.HEAD_ENDS, fence=FENCE))])


def _head_problems(name: str, head: HeadTable, document: TomlDocument) -> list[Problem]:
    problems = []
    if not (name.isidentifier() and name.isascii() and name == name.lower()):
        place = Place(document.name)
        problems.append(Problem(place, told(Code.FILE_NAME)))
    for index, field in enumerate(head.required):
        if field not in head.fields:
            text = told(Code.REQUIRES_UNLISTED, field=field, hint=nearest(field, head.fields))
            problems.append(Problem(document.place("required", index), text))
    needs_subject = head.channel in (Channel.EMAIL, Channel.EXECUTIVE)
    if needs_subject and head.subject is None:
        problems.append(Problem(document.place("channel"), told(Code.SUBJECT_MISSING)))
    if head.subject is not None and LIMITS[head.channel].subject is None:
        problems.append(Problem(document.place("subject"), told(Code.NO_SUBJECT, channel=head.channel)))
    return problems
