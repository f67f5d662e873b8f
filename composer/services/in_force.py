"""Which plan, fields and templates are in force in a home."""

from __future__ import annotations

from composer import assets
from composer.domain.errors import Problem
from composer.domain.fields import FieldCatalogue
from composer.domain.message import Template
from composer.paths import HomePaths
from composer.planning import kept
from composer.planning.layers import Library, Override
from composer.rendering.sandbox import check_source

KEPT = "library.json"


def open_library(home: HomePaths | None) -> Library:
    """Plan, fields and templates in force: the shipped ones with the home's own over them; None takes the shipped ones alone."""
    from composer.checks.leaks import unproven
    from composer.checks.wording import unproven as unproven_wording
    from composer.planning.library import load_library  # not where what was kept can be used

    root = assets.data_root()
    return load_library(
        root / "resources",
        root / "templates",
        _overrides(home),
        body_problems=body_problems,
        leak_proof=unproven,
        wording_proof=unproven_wording,
    )


def kept_library(home: HomePaths) -> tuple[Library, str]:
    """The same, as it was kept after it was last read, where nothing has changed since; with the stamp of the files as they were before."""
    stamped = _stamp(home)
    return kept.read_kept(home.cache / KEPT, stamped) or open_library(home), stamped


def keep_library(home: HomePaths, library: Library, stamped: str) -> None:
    """Keep for the next start what was read when the files had that stamp; not where they, or what is in force, changed since. Blocks."""
    if not kept.is_kept(home.cache / KEPT, stamped) and _stamp(home) == stamped:
        kept.keep(home.cache / KEPT, stamped, library)


def _stamp(home: HomePaths) -> str:
    root = assets.data_root()
    return kept.stamp(root / "resources", root / "templates", _overrides(home))


def _overrides(home: HomePaths | None) -> list[Override]:
    return [] if home is None else [Override.in_folder(home.root)]


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
