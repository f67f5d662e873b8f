"""fields.toml into a `FieldCatalogue`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Annotated, Any, Literal, Self

from pydantic import Field as Limited
from pydantic import ValidationError, model_validator

from composer.domain.channel import Audience
from composer.domain.errors import FieldCatalogueError, Problem, told_by
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue, FieldValueError, parse_value
from composer.domain.sayings import Code, Told, told
from composer.toml.document import Table, TomlDocument, nearest, problems_of
from composer.toml.text import UnreadableFileError, read_text_file


class FieldTable(Table):
    """One field of the catalogue, as the file has it."""

    label: Annotated[str, Limited(min_length=1, max_length=80)]
    type: Annotated[FieldType, Limited(strict=False)]
    audience: Annotated[Audience, Limited(strict=False)]
    help: Annotated[str, Limited(min_length=1, max_length=500)]
    example: Any = None
    default: Any = None
    prefill_from: str | None = None
    choices: Annotated[list[Annotated[str, Limited(min_length=1)]], Limited(default_factory=list)]
    free: bool = True
    unit: Literal["hours", "minutes"] | None = None
    minimum: Annotated[float, Limited(ge=0)] = 0
    maximum: Annotated[int, Limited(gt=0, le=100_000)] = 2_000
    derived: bool = False
    placeholders: Annotated[list[Annotated[str, Limited(min_length=3)]], Limited(default_factory=list)]
    lasting: bool = True

    @model_validator(mode="after")
    def _fitting_keys(self) -> Self:
        if self.type is FieldType.CHOICE and not self.choices:
            raise ValueError(told(Code.CHOICES_MISSING))
        if self.type is FieldType.DURATION and self.unit is None:
            raise ValueError(told(Code.UNIT_MISSING))
        if self.type is FieldType.YES_NO and self.default is not None:
            raise ValueError(told(Code.NOTHING_PRESELECTED))
        if not self.derived and self.type is not FieldType.LIST and self.example is None:
            raise ValueError(told(Code.EXAMPLE_MISSING))
        if self.minimum > self.maximum:
            raise ValueError(told(Code.MINIMUM_OVER_MAXIMUM))
        return self


def load_fields(
    file: Traversable, name: str | None = None, *, base: FieldCatalogue | None = None
) -> FieldCatalogue:
    """The catalogue in a file; see `parse_fields`. `name` is how the file is called in errors (default: its path)."""
    shown = name or str(file)
    try:
        return parse_fields(read_text_file(file, shown), shown, base=base)
    except UnreadableFileError as error:
        raise FieldCatalogueError([error.problem]) from error


def parse_fields(text: str, name: str, *, base: FieldCatalogue | None = None) -> FieldCatalogue:
    """The catalogue in a TOML text.

    With `base` (the shipped catalogue) the text adds fields to it and replaces those of the same name; what is derived there stays
    derived, and nothing else can be, because the program computes what it knows and no more.

    Raises `FieldCatalogueError` with every mistake found.
    """
    document = TomlDocument(text, name)
    problems = list(document.problems)
    tables: dict[str, FieldTable] = {}
    for key, values in document.values.items():
        try:
            tables[key] = FieldTable.model_validate(values)
        except ValidationError as error:
            problems += problems_of(error, document, FieldTable, key)
    fields = dict(base.fields) if base else {}
    for key, table in tables.items():
        field, found = _field(key, table, document)
        problems += found
        problems += _override_problems(field, base, document)
        fields[key] = field
    known = [*fields, *document.values]
    for field in list(fields.values()):
        if field.prefill_from is not None and field.prefill_from not in known:
            place = document.place(field.name, "prefill_from")
            problems.append(
                Problem(
                    place,
                    told(Code.NO_FIELD, field=field.prefill_from, hint=nearest(field.prefill_from, known)),
                )
            )
    if problems:
        raise FieldCatalogueError(sorted(problems, key=lambda problem: problem.place.line or 0))
    return FieldCatalogue(fields)


def _field(name: str, table: FieldTable, document: TomlDocument) -> tuple[Field, list[Problem]]:
    field = Field(
        name=name,
        label=table.label,
        type=table.type,
        audience=table.audience,
        help=table.help,
        prefill_from=table.prefill_from,
        choices=tuple(table.choices),
        free=table.free,
        unit=table.unit,
        maximum=table.maximum,
        derived=table.derived,
        minimum=table.minimum,
        placeholders=tuple(table.placeholders),
        lasting=table.lasting,
    )
    problems = []
    if not (name.isidentifier() and name.isascii() and name == name.lower() and not name.startswith("_")):
        text = told(Code.FIELD_NAME)
        problems.append(Problem(document.place(name), text))
    for key, raw in (("example", table.example), ("default", table.default)):
        try:
            value = _printed(raw) if table.derived else _typed(field, raw)
        except FieldValueError as error:
            wrong = told_by(error)
            said = wrong.said if isinstance(wrong, Told) else None
            problems.append(Problem(document.place(name, key), f"{wrong[:1].lower()}{wrong[1:]}", said))
        else:
            field = replace(field, example=value) if key == "example" else replace(field, default=value)
    return field, problems


def _typed(field: Field, raw: object) -> FieldValue:
    return None if raw is None else parse_value(field, raw, path=field.name)


def _printed(raw: object) -> FieldValue:
    """What a derived field shows where nothing is known: ready text, or ready lines."""
    if raw is None or isinstance(raw, str):
        return raw
    if isinstance(raw, list) and all(isinstance(item, str) for item in raw):
        return tuple(raw)
    raise FieldValueError(told(Code.TEXT_OR_TEXTS), "")


def _override_problems(
    field: Field, base: FieldCatalogue | None, document: TomlDocument
) -> Iterator[Problem]:
    if base is None:
        return
    shipped = base.fields.get(field.name)
    if field.derived and (shipped is None or not shipped.derived):
        yield Problem(document.place(field.name, "derived"), told(Code.NOT_COMPUTED))
    if shipped is not None and shipped.derived and not field.derived:
        yield Problem(document.place(field.name), told(Code.IS_DERIVED))
