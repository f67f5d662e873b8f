"""Templates of one's own: copied from the ones in force, checked while they are typed, tried on an incident, and saved."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import unified_diff
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any

from composer import assets
from composer.domain.channel import Channel
from composer.domain.errors import Place, Problem, RefusedError, TemplateError
from composer.domain.fields import FieldValue
from composer.domain.incident import Incident
from composer.domain.message import Template
from composer.domain.request import NewIncident, PublishRequest
from composer.domain.sayings import Code, told
from composer.files import write_atomic
from composer.paths import HomePaths
from composer.planning.library import POSTMORTEM, Library
from composer.planning.template_file import POSTMORTEM_FOLDER, fit_problems, folder_problem, read_template
from composer.rendering.plain import with_subject
from composer.services.core import Services
from composer.services.documents import postmortem
from composer.services.in_force import body_problems, open_library
from composer.services.plan_fit import unknown_to
from composer.services.preparing import prepare
from composer.settings import load_settings

EXAMPLE_DOWNTIME = timedelta(minutes=68)
"""How long the made-up incident lasted on which a template is tried where none is stored."""


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template's file as it stands: `file` is where one's own lies or would lie, `own` whether it is there."""

    name: str
    text: str
    file: Path
    own: bool


def template_text(home: HomePaths, name: str) -> TemplateText:
    """The file of a template: one's own where there is one, also a broken one, else the shipped one. Raises RefusedError where there is neither."""
    own = _own_file(home, name)
    if own is not None:
        return TemplateText(name, own.read_bytes().decode("utf-8-sig", "replace"), own, own=True)
    shipped = _shipped_file(name)
    if shipped is None:
        raise RefusedError(told(Code.NO_TEMPLATE, template=name))
    folder, file = shipped
    return TemplateText(
        name, file.read_text(encoding="utf-8"), home.templates / folder / f"{name}.j2", own=False
    )


def own_copy(home: HomePaths, name: str) -> Path:
    """Copy a shipped template into the home, to be changed there; one that is already there stays as it is.

    Raises RefusedError for a name that nothing shipped has, NotWrittenError where the home can't be written.
    """
    own = _own_file(home, name)
    if own is not None:
        return own
    shipped = _shipped_file(name)
    if shipped is None:
        raise RefusedError(told(Code.NO_SHIPPED_TEMPLATE, template=name))
    folder, source = shipped
    target = home.templates / folder / f"{name}.j2"
    _write(target, source.read_text(encoding="utf-8"))
    return target


def save_own(home: HomePaths, library: Library, name: str, text: str) -> Path:
    """Save the text of a template of one's own. Raises TemplateError with every mistake in it, and then nothing is written."""
    problems = check_text(home, library, name, text)
    if problems:
        raise TemplateError(problems)
    target = template_text(home, name).file
    _write(target, text)
    return target


def remove_own(home: HomePaths, name: str) -> Path:
    """Take a template of one's own out of use, so that the shipped one counts again; what was in it is kept beside it, and its path is given.

    Raises RefusedError where there is none of one's own, or where its folder can't be written.
    """
    own = _own_file(home, name)
    if own is None:
        raise RefusedError(told(Code.NO_OWN_COPY, template=name))
    number, kept = 1, own.with_suffix(".j2.removed")
    while kept.exists():
        number += 1
        kept = own.with_suffix(f".j2.removed{number}")
    try:
        own.rename(kept)
    except OSError as error:
        raise RefusedError(
            told(Code.CANT_BE_REMOVED, file=own, reason=error.strerror or error),
            next_step=told(Code.LOOK_AT_PERMISSIONS),
        ) from None
    return kept


def changed_from_shipped(name: str, text: str) -> tuple[str, ...]:
    """The lines that a text has and the shipped template has not (`+ …`), and the other way round (`- …`), with two lines around them; nothing where they are the same, or nothing is shipped."""
    shipped = _shipped_file(name)
    if shipped is None:
        return ()
    before = shipped[1].read_text(encoding="utf-8").splitlines()
    found = list(unified_diff(before, text.splitlines(), lineterm="", n=2))[2:]
    return tuple("⋯" if line.startswith("@@") else f"{line[:1]} {line[1:]}" for line in found)


def check_text(home: HomePaths, library: Library, name: str, text: str) -> tuple[Problem, ...]:
    """Everything wrong with a text as the template of that name, each with its line."""
    return parse_text(home, library, name, text)[1]


def parse_text(
    home: HomePaths, library: Library, name: str, text: str
) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template that a text is, and everything wrong with it; no template where its head can't be read."""
    file = template_text(home, name).file
    try:
        template, document = read_template(
            _Typed(file.name, text), file.name, language=library.plan.language, own=True
        )
    except TemplateError as error:
        return None, tuple(error.problems)
    folder = "" if file.parent == home.templates else file.parent.name
    misplaced = folder_problem(template, document, folder) if folder else None
    problems = [
        *([] if misplaced is None else [misplaced]),
        *fit_problems(template, document, library.catalogue, library.plan),
        *body_problems(template, library.catalogue),
    ]
    return template, tuple(problems)


def try_out(services: Services, template: Template, incident_id: str | None) -> str:
    """A template filled for an incident as it stands, as plain text; without an incident, for a made-up one with the catalogue's examples.

    Nothing is stored. The post-mortem is shown as the template in force fills it.
    """
    name = template.head.name
    if name == POSTMORTEM:
        if incident_id is None:
            return ""
        return postmortem(services, incident_id)
    situation = services.situation(incident_id)
    situation = replace(situation, templates={**situation.templates, name: template})
    request = (
        _example_request(services, template)
        if situation.before is None
        else _request(services, situation.before, template)
    )
    prepared = prepare(situation, request, services.new_id).messages[0]
    return prepared.error or "" if prepared.message is None else with_subject(prepared.message)


def reload(services: Services) -> None:
    """Take plan and templates in anew, after one of them was changed; what is wrong with them, or with the settings, is told in `problems`.

    The plan under open incidents is never pulled away: where it became unreadable, is gone, or lacks what an open incident stands on, the one in force stays until the next start.
    """
    found = open_library(services.home)
    kept = _why_plan_stays(services, found)
    if kept is not None:
        problems = (*found.problems, *kept)
        found = replace(services.library, problems=problems)
    services.library = found
    services.problems = (*load_settings(services.home.settings)[1], *found.problems)


def _why_plan_stays(services: Services, found: Library) -> tuple[Problem, ...] | None:
    """Why the plan in force stays, as problems to tell beside those of the files (there may be none); None where the new one counts."""
    before = services.library
    if found.plan == before.plan:
        return None
    place = Place(str(services.home.plan))
    if before.plan_origin is not None and found.plan_origin is None:
        if services.home.plan.exists():
            return ()
        return (Problem(place, told(Code.IS_GONE)),)
    lacking = unknown_to(found.plan, services.record.incidents(open_only=True))
    if lacking is None:
        return None
    incident, key = lacking
    text = told(Code.PLAN_DOES_NOT_KNOW, key=key, title=incident.title)
    return (Problem(place, text),)


def _request(services: Services, incident: Incident, template: Template) -> PublishRequest:
    """What the template would say now: what was said last stands in it, and examples where nothing was said yet."""
    values = _examples(services, template)
    values |= {
        name: value for name, value in services.draft_for(incident.id).values.items() if name in values
    }
    return PublishRequest(
        phase=incident.phase,
        content_sha256=hashlib.sha256(b"try").hexdigest(),
        incident_id=incident.id,
        values=values,
        messages=(template.head.name,),
    )


def _example_request(services: Services, template: Template) -> PublishRequest:
    plan, catalogue = services.plan, services.library.catalogue
    head = template.head
    declaring = [severity.key for severity in plan.severities if severity.declares]
    now = services.clock.now()
    values = _examples(services, template)
    new = NewIncident(
        title=str(catalogue["summary"].example or "") if "summary" in catalogue else "",
        severity=next((key for key in declaring if key in head.severities), declaring[0]),
        impact_started_at=now - EXAMPLE_DOWNTIME,
        detection="",
        roles={},
        components={},
    )
    return PublishRequest(
        phase=head.phases[0] if head.phases else plan.phases[0].key,
        content_sha256=hashlib.sha256(b"try").hexdigest(),
        new=new,
        impact_ended_at=now if head.channel is Channel.EMAIL else None,
        values=values,
        messages=(head.name,),
    )


def _examples(services: Services, template: Template) -> dict[str, FieldValue]:
    catalogue = services.library.catalogue
    return {
        name: catalogue[name].example
        for name in template.head.fields
        if name in catalogue and catalogue[name].example is not None and not catalogue[name].derived
    }


def _own_file(home: HomePaths, name: str) -> Path | None:
    """The first of one's own with that name: the one that counts."""
    return next((file for file in sorted(home.templates.rglob("*.j2")) if file.stem == name), None)


def _shipped_file(name: str) -> tuple[str, Traversable] | None:
    templates = assets.data_root() / "templates"
    folders = (*(channel.value for channel in Channel), POSTMORTEM_FOLDER)
    for folder in folders:
        file = templates / folder / f"{name}.j2"
        if file.is_file():
            return folder, file
    return None


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            told(Code.CANT_BE_MADE, folder=target.parent, reason=error.strerror or error),
            next_step=told(Code.LOOK_AT_PERMISSIONS),
        ) from None
    write_atomic(target, text.encode("utf-8", "replace"))


class _Typed(Traversable):
    """A text in memory where a file is asked for."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    @property
    def name(self) -> str:
        return self._name

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> IO[Any]:  # noqa: ARG002
        return io.BytesIO(self._text.encode("utf-8", "replace"))

    def read_bytes(self) -> bytes:
        return self._text.encode("utf-8", "replace")

    def read_text(self, encoding: str | None = None) -> str:  # noqa: ARG002
        return self._text

    def iterdir(self) -> Any:
        return iter(())

    def is_dir(self) -> bool:
        return False

    def is_file(self) -> bool:
        return True

    def joinpath(self, *descendants: Any) -> Traversable:  # noqa: ARG002
        return self
