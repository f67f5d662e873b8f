"""TOML into a pydantic model, with every mistake told in plain words: file, line, key, what was expected."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Any, ClassVar, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from composer.domain.errors import Place, Problem, told_by
from composer.domain.sayings import Code, told
from composer.toml.positions import KeyPath, key_lines, line_of


class Table(BaseModel):
    """A table of a file: no unknown keys, no silent change of types. `makes` is the domain value that it becomes."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
    makes: ClassVar[Any] = None


_Model = TypeVar("_Model", bound=Table)
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class TomlDocument:
    """A TOML text with its values and the lines of its keys. `problems` tells why there are none."""

    def __init__(self, text: str, name: str, *, first_line: int = 1) -> None:
        self.name = name
        self.values: dict[str, Any] = {}
        self.problems: list[Problem] = []
        self._first_line = first_line
        self._text = text
        self._last_line = text.count("\n") + first_line
        try:
            self.values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.problems.append(self._syntax_problem(str(error)))
        except RecursionError:
            self.problems.append(Problem(Place(name), told(Code.TOO_DEEP)))

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        """The lines of all keys: looked for when the first mistake is told, because a good file needs none and each start reads twenty."""
        return key_lines(self._text) if self.values else {}

    def place(self, *path: str | int) -> Place:
        """Where a key stands, or its nearest parent."""
        line = line_of(self._lines, path)
        return Place(self.name, None if line is None else line + self._first_line - 1, dotted(path) or None)

    def read(self, model: type[_Model]) -> tuple[_Model | None, list[Problem]]:
        """The document as a model, or None with all its mistakes."""
        if self.problems:
            return None, self.problems
        try:
            return model.model_validate(self.values), []
        except ValidationError as error:
            return None, problems_of(error, self, model)

    def _syntax_problem(self, message: str) -> Problem:
        found = _PLACE.search(message)
        line = self._last_line if found is None or found[1] is None else int(found[1]) + self._first_line - 1
        text = _PLACE.sub("", message)
        return Problem(Place(self.name, line), told(Code.NO_TOML, first=text[:1].lower(), rest=text[1:]))


def problems_of(
    error: ValidationError, document: TomlDocument, model: type[Table], *table: str
) -> list[Problem]:
    """A validation's mistakes as problems, in the order of lines. `table` is where in the document the model stands."""
    problems = []
    for detail in error.errors(include_url=False):
        path = tuple(part for part in detail["loc"] if part != "[key]")
        problems.append(Problem(document.place(*table, *path), _sentence(detail, path, model)))
    return sorted(problems, key=lambda problem: problem.place.line or 0)


def dotted(path: Iterable[str | int]) -> str:
    """A path as people write it: `severities.P1.response`, `messages[2].template` (counted from 0)."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about an unknown name: the known one that is nearest, or all, where they are few."""
    names = list(known)
    found = get_close_matches(name, names, n=1, cutoff=0.6)
    if found:
        return told(Code.DID_YOU_MEAN, name=found[0])
    return told(Code.EXPECTED_ONE_OF, names=", ".join(names)) if 0 < len(names) <= 8 else "."


def to_domain(value: Any, **more: Any) -> Any:
    """The domain values of a validated model: tables become what they make, lists tuples, keyed tables tuples with their keys."""
    if isinstance(value, Table):
        fields = {name: to_domain(getattr(value, name)) for name in type(value).model_fields}
        return type(value).makes(**fields, **more)
    if isinstance(value, list):
        return tuple(to_domain(item) for item in value)
    if isinstance(value, dict):
        return tuple(to_domain(item, key=key) for key, item in value.items())
    return value


def _sentence(detail: ErrorDetails, path: KeyPath, model: type[Table]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    last = str(path[-1]) if path else ""
    match kind:
        case "missing":
            return told(Code.KEY_MISSING, key=last)
        case "extra_forbidden":
            return told(Code.KEY_UNKNOWN, key=last, hint=nearest(last, _known_keys(model, path[:-1])))
        case "value_error":
            return told_by(context["error"])
        case "enum" | "literal_error":
            return told(
                Code.ONE_OF_NOT,
                choices=str(context["expected"]).replace(" or ", ", "),
                given=_shown(detail["input"]),
            )
        case "greater_than":
            return told(Code.GREATER_THAN, least=f"{context['gt']:g}", given=_shown(detail["input"]))
        case "greater_than_equal":
            return told(Code.AT_LEAST, least=f"{context['ge']:g}", given=_shown(detail["input"]))
        case "less_than_equal":
            return told(Code.AT_MOST, most=f"{context['le']:g}", given=_shown(detail["input"]))
        case "too_short":
            return told(Code.AT_LEAST_OF_THEM, count=context["min_length"])
        case "too_long":
            return told(Code.AT_MOST_OF_THEM, count=context["max_length"])
        case "string_too_short":
            return told(Code.MUST_NOT_BE_EMPTY)
        case "string_too_long":
            return told(Code.AT_MOST_CHARACTERS, count=context["max_length"])
        case "string_pattern_mismatch":
            return told(Code.NAME_PATTERN)
    expected = told(_EXPECTED.get(kind, Code.ANOTHER_VALUE))
    return told(Code.EXPECTED_NOT, expected=expected, given=_shown(detail["input"]))


_EXPECTED = {
    "string_type": Code.TEXT_IN_QUOTES,
    "int_type": Code.A_WHOLE_NUMBER,
    "int_from_float": Code.A_WHOLE_NUMBER,
    "float_type": Code.A_NUMBER,
    "finite_number": Code.A_FINITE_NUMBER,
    "bool_type": Code.TRUE_OR_FALSE,
    "list_type": Code.A_LIST_IN_BRACKETS,
    "dict_type": Code.A_TABLE,
    "model_type": Code.A_TABLE,
    "date_type": Code.A_DATE,
    "date_from_datetime_inexact": Code.A_DATE,
}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return told(Code.A_TABLE)
    if isinstance(value, list):
        return told(Code.A_LIST)
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _known_keys(model: type[Table], path: KeyPath) -> list[str]:
    annotation: Any = model
    for part in path:
        annotation = _step(annotation, part)
    if not _is_model(annotation):
        return []
    return [field.alias or name for name, field in annotation.model_fields.items()]


def _step(annotation: Any, part: str | int) -> Any:
    """The type of what stands under a key of a model, or in a list or dict."""
    if _is_model(annotation):
        field = annotation.model_fields.get(str(part))
        return None if field is None else field.annotation
    return (get_args(annotation) or (None,))[-1]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
