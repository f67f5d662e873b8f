"""Which plan, fields and templates are in force in a home."""

from __future__ import annotations

from composer import assets
from composer.domain.errors import Problem
from composer.domain.fields import FieldCatalogue
from composer.domain.message import Template
from composer.paths import HomePaths
from composer.planning.library import Library, Override, load_library
from composer.rendering.sandbox import check_source


def open_library(home: HomePaths | None) -> Library:
    """Plan, fields and templates in force: the shipped ones with the home's own over them; None takes the shipped ones alone."""
    root = assets.data_root()
    overrides = [] if home is None else [Override.in_folder(home.root)]
    return load_library(root / "resources", root / "templates", overrides, body_problems=body_problems)


def body_problems(template: Template, _catalogue: FieldCatalogue) -> list[Problem]:
    """What is wrong with a template's subject and body, as the sandbox sees it."""
    head = template.head
    problems = check_source(
        template.body, allowed_fields=head.fields, origin=template.origin, first_line=template.body_line
    )
    if template.subject is not None:
        problems += check_source(
            template.subject, allowed_fields=head.fields, origin=f"{template.origin} subject"
        )
    return problems
