"""From what a person typed to the texts that a template is filled with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from composer.domain.errors import RenderError
from composer.domain.fields import Field, FieldCatalogue, FieldType, FieldValue, clean_text, format_value
from composer.domain.message import TemplateHead
from composer.domain.plan import Words
from composer.domain.sayings import Code, told
from composer.rendering.sandbox import VALUE_CAP, FieldText

Context = dict[str, str | tuple[str, ...]]
"""The text (or, for a list field, the lines) of each field that a template names."""

Derived = Mapping[str, str] | Mapping[str, str | tuple[str, ...]]
"""Ready texts (or lines) by the name of the field, computed from the incident."""

_SHORT = (
    4_000  # characters; longer texts are formatted and cleaned anew, so that what is remembered stays small
)
_MOST_REMEMBERED = 500
_formatted_before: dict[object, tuple[str | tuple[str, ...], Field, Words]] = {}


def is_filled(value: FieldValue) -> bool:
    """Whether a value says anything: not None, no empty list, not only spaces. Zero and False say something."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value) and not value.isspace()
    return bool(value) if isinstance(value, tuple | Mapping) else True


def effective_values(
    catalogue: FieldCatalogue, values: Mapping[str, FieldValue], derived: Derived | None = None
) -> dict[str, FieldValue]:
    """The values with prefills and defaults applied: what the gate judges and the templates print.

    Holds every typed field of the catalogue; what nobody filled and nothing prefills is None. First counts what was typed,
    then what `derived` says for the field (the affected service, from the components), then the field it is
    prefilled from, then the default.
    """
    return {field.name: _effective(catalogue, field, values, derived or {}) for field in catalogue.typed()}


def build_context(
    head: TemplateHead,
    catalogue: FieldCatalogue,
    values: Mapping[str, FieldValue],
    derived: Derived,
    words: Words,
    day: date,
) -> Context:
    """The texts of the fields that a template's head names, formatted and cleaned.

    `values` are the raw values as typed, `derived` ready texts by field name; for a typed field the derived text only stands
    in where nothing was typed. `day` is the UTC date to which times are told: a time of another day is printed
    with its date. An empty optional field gives "" (a list: no lines). A name that neither the catalogue nor
    `derived` knows is left out, so that the rendering names it.

    Raises `RenderError`, naming the field, for a text far too long to be cleaned and shown.
    """
    context: Context = {}
    for name in head.fields:
        field = catalogue.fields.get(name)
        if field is None or field.derived:
            value: FieldValue = derived.get(name)
            if value is None and field is not None:
                value = field.default
            if value is not None:
                context[name] = _ready(name, value)
        else:
            context[name] = _text(field, _effective(catalogue, field, values, derived), words, day)
    return context


def _effective(
    catalogue: FieldCatalogue, field: Field, values: Mapping[str, FieldValue], derived: Derived
) -> FieldValue:
    typed = values.get(field.name)
    wants_list = field.type is FieldType.LIST
    if is_filled(typed):
        return _fitting(typed, wants_list=wants_list)
    default: FieldValue = None
    seen: set[str] = set()
    source: str | None = field.name
    while source is not None and source not in seen:
        seen.add(source)
        value = values.get(source)
        if not is_filled(value):
            value = derived.get(source)
        if is_filled(value):
            return _fitting(value, wants_list=wants_list)
        origin = catalogue.fields.get(source)
        if origin is None:
            break
        if default is None:
            default = origin.default
        source = origin.prefill_from
    return _fitting(default, wants_list=wants_list)


def _fitting(value: FieldValue, *, wants_list: bool) -> FieldValue:
    """A value of one field in another: a list takes a text as its one line; `format_value` makes a text of a list."""
    return (value,) if isinstance(value, str) and wants_list else value


def _text(field: Field, value: FieldValue, words: Words, day: date) -> str | tuple[str, ...]:
    if value is None:
        return () if field.type is FieldType.LIST else ""
    if isinstance(value, Mapping) or (isinstance(value, str) and len(value) > _SHORT):
        return _formatted(field, value, words, day)
    # Texts are rendered at every key press, and all but one are the same as before. The entry holds field and words, so
    # their ids stay theirs for as long as it is kept.
    key = (id(field), id(words), day, value.__class__, value)
    known = _formatted_before.get(key)
    if known is None:
        if len(_formatted_before) >= _MOST_REMEMBERED:
            _formatted_before.clear()
        known = _formatted_before[key] = (_formatted(field, value, words, day), field, words)
    return known[0]


def _formatted(field: Field, value: FieldValue, words: Words, day: date) -> str | tuple[str, ...]:
    _check_size(field.name, value)
    text = format_value(field, value, words, day)
    if isinstance(text, tuple):
        return tuple(_cleaned(item, multiline=False) for item in text)
    return FieldText(_cleaned(text, multiline=field.type in (FieldType.TEXT, FieldType.YES_NO)), field.name)


def _ready(name: str, value: FieldValue) -> str | tuple[str, ...]:
    _check_size(name, value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item, multiline=False) for item in value)
    text = str(value)
    return _ready_before(name, text) if len(text) <= _SHORT else _cleaned(text, multiline=True)


@lru_cache(maxsize=256)
def _ready_before(name: str, text: str) -> FieldText:
    return FieldText(_cleaned(text, multiline=True), name)


def _cleaned(text: str, *, multiline: bool) -> str:
    return clean_text(text, multiline=multiline).strip()


def _check_size(name: str, value: FieldValue) -> None:
    length = 0
    if isinstance(value, str):
        length = len(value)
    elif isinstance(value, tuple):
        length = sum(map(len, value))
    elif isinstance(value, Mapping):
        length = sum(map(len, value.values()))
    if length > VALUE_CAP:
        raise RenderError(
            told(Code.VALUE_TOO_LONG, field=name, count=length, most=VALUE_CAP),
            next_step=told(Code.SHORTEN_IT),
        )
