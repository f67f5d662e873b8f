"""contradictions.toml into the rules on what contradicts itself. The shipped file counts first; a file of one's own changes what it names."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from typing import Annotated, Any

from pydantic import Field as Limited
from pydantic import ValidationError

from composer.domain.contradictions import Clash, ClashLimits, ClashRules, Weight
from composer.domain.errors import InvalidInputError, Problem
from composer.domain.sayings import Code, told
from composer.toml.document import Table, TomlDocument, nearest, problems_of
from composer.toml.text import UnreadableFileError, read_text_file

_Minutes = Annotated[int, Limited(ge=1, le=1_440)]
_Percent = Annotated[int, Limited(ge=0, le=100)]
_Words = Annotated[list[Annotated[str, Limited(min_length=1, max_length=100)]], Limited(max_length=500)]


class LimitsTable(Table):
    """From when on two sides differ."""

    stale_minutes: _Minutes | None = None
    time_minutes: _Minutes | None = None
    duration_minutes: _Minutes | None = None
    duration_percent: _Percent | None = None
    about_percent: _Percent | None = None
    about_share_percent: _Percent | None = None


class ClashesTable(Table):
    """The whole file."""

    weights: Annotated[dict[str, Annotated[Weight, Limited(strict=False)]], Limited(default_factory=dict)]
    limits: Annotated[LimitsTable, Limited(default_factory=LimitsTable)]
    words: Annotated[dict[str, _Words], Limited(default_factory=dict)]
    nouns: Annotated[dict[str, _Words], Limited(default_factory=dict)]
    phases: Annotated[dict[str, _Words], Limited(default_factory=dict)]


def load_contradictions(
    file: Traversable, name: str | None = None, *, base: ClashRules | None = None
) -> ClashRules:
    """The rules in a file; see `parse_contradictions`. `name` is how the file is called in errors (default: its path)."""
    shown = name or str(file)
    try:
        return parse_contradictions(read_text_file(file, shown), shown, base=base)
    except UnreadableFileError as error:
        raise InvalidInputError([error.problem]) from error


def parse_contradictions(text: str, name: str, *, base: ClashRules | None = None) -> ClashRules:
    """The rules in a TOML text, laid over `base`. Raises `InvalidInputError` with every mistake found."""
    document = TomlDocument(text, name)
    problems = list(document.problems)
    table: ClashesTable | None = None
    if not problems:
        try:
            table = ClashesTable.model_validate(document.values)
        except ValidationError as error:
            problems += problems_of(error, document, ClashesTable)
    if table is not None:
        problems += _unknown(table, document, base)
    if problems or table is None:
        raise InvalidInputError(sorted(problems, key=lambda problem: problem.place.line or 0))
    before = base or ClashRules()
    given: dict[str, Any] = table.limits.model_dump(exclude_none=True)
    kept = {name: getattr(before.limits, name) for name in ClashLimits.__slots__}
    return ClashRules(
        {**before.weights, **table.weights},
        ClashLimits(**{**kept, **given}),
        _laid(before.words, table.words),
        _laid(before.nouns, table.nouns),
        _laid(before.phases, table.phases),
    )


def _laid(before: Any, over: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    lists = {name: tuple(" ".join(one.casefold().split()) for one in words) for name, words in over.items()}
    return {**before, **lists}


def _unknown(table: ClashesTable, document: TomlDocument, base: ClashRules | None) -> list[Problem]:
    """Names that no rule goes by: a slip of the pen would change nothing, and nobody would know. New nouns may be added."""
    known: dict[str, tuple[Iterable[str], list[str]]] = {
        "weights": (table.weights, [one.value for one in Clash]),
        "words": (table.words, [] if base is None else list(base.words)),
        "phases": (table.phases, [] if base is None else list(base.phases)),
    }
    problems = []
    for section, (given, names) in known.items():
        for name in given:
            if name not in names and (base is not None or section == "weights"):
                text = told(Code.NO_CLASH_NAME, name=name, hint=nearest(name, names))
                problems.append(Problem(document.place(section, name), text))
    for section, lists in (("words", table.words), ("nouns", table.nouns), ("phases", table.phases)):
        for name, words in lists.items():
            for place, word in enumerate(words):
                if not word.strip(" …"):
                    problems.append(Problem(document.place(section, name, place), told(Code.NO_WORD)))
    return problems
