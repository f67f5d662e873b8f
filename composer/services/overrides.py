"""Checking a plan and templates of one's own, before they are relied on."""

from __future__ import annotations

from pathlib import Path

from composer import assets
from composer.domain.errors import InvalidInputError, Place, PlanError, Problem
from composer.domain.plan import Plan
from composer.paths import HomePaths
from composer.planning.library import Library, Override, load_library
from composer.services.in_force import body_problems


def check_plan(home: HomePaths, file: str | None) -> tuple[Plan | None, tuple[Problem, ...]]:
    """The plan in a file (None: the home's own, else the shipped one), and everything that is wrong with it.

    It is checked together with the home's own templates. Raises InvalidInputError where the named file is not there.
    """
    path = None if file is None else Path(file)
    if path is not None and not path.is_file():
        raise InvalidInputError(
            [Problem(Place(str(path)), "there is no such file")], next_step="Name a plan file."
        )
    own = Override.in_folder(home.root)
    override = own if path is None else Override(path, own.templates)
    try:
        library = _load([override])
    except PlanError as error:  # only the shipped files raise; that would be a broken installation
        return None, error.problems
    wanted = override.plan
    origins = {str(wanted)} if wanted is not None else set()
    problems = tuple(one for one in library.problems if one.place.file in origins or file is None)
    in_force = wanted is None or library.plan_origin is not None
    return (library.plan if in_force else None), problems if problems or in_force else library.problems


def check_templates(home: HomePaths, folder: str | None) -> tuple[int, tuple[Problem, ...]]:
    """How many templates a folder (None: the home's own) brings, and everything that is wrong with them or their catalogue.

    Without any of one's own the shipped ones are counted. Raises InvalidInputError where the named folder is not there.
    """
    path = home.templates if folder is None else Path(folder)
    if folder is not None and not path.is_dir():
        raise InvalidInputError(
            [Problem(Place(str(path)), "there is no such folder")], next_step="Name a folder of templates."
        )
    plan = Override.in_folder(home.root).plan if folder is None else _plan_beside(path, home)
    library = _load([Override(plan, path if path.is_dir() else None)])
    own = [template for template in library.templates.values() if template.own]
    return len(own or library.templates), library.problems


def _plan_beside(folder: Path, home: HomePaths) -> Path | None:
    """A whole company's files lie together: a plan beside its templates is the one that they are written for."""
    beside = folder.parent / "plan.toml"
    return beside if beside.is_file() else Override.in_folder(home.root).plan


def _load(overrides: list[Override]) -> Library:
    root = assets.data_root()
    return load_library(root / "resources", root / "templates", overrides, body_problems=body_problems)
