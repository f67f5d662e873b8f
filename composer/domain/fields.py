"""Typed fields: parse what was typed, format what is shown.

A field's *value* is what the record and the JSON of `publish` hold (text, number, list, or `{"yes": detail}`);
its *text* is what a reader sees. The catalogue itself is data (`templates/fields.toml`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import NoReturn

from composer.domain.channel import Audience
from composer.domain.plan import Words
from composer.domain.sayings import Code, told

FieldValue = str | int | float | bool | tuple[str, ...] | Mapping[str, str] | None
"""What a field holds: text, a number, a list of lines, or `{"yes": detail}`. None is *not filled in*."""

NO = "no"
BEING_ASSESSED = "being assessed"
YES = "yes"
"""The three forms of a yes/no field in values and in JSON, whatever the plan's language: `"no"`, `"being assessed"`, `{"yes": detail}`."""

BRIDGE = "bridge"
"""The field that says where responders meet. An internal text whose head names it ends with it; the template's own wording stays as it is."""

MOST_LIST_LINES = 100
"""The most lines that a list field takes."""


class FieldType(StrEnum):
    """How a field is typed and shown.

    LINE        one line of text
    TEXT        text of several lines
    CHOICE      one of the catalogue's choices, or (where `free` is true) other words
    TIME        a point in time, ISO 8601 with Z or an offset; printed as "14:33 UTC"
    TIME_OR_TEXT  a time as above, or words ("Unknown", "about 30 minutes")
    DURATION    hours or minutes, as a number of the field's `unit`
    AMOUNT      a count, a percentage, or words that hold one ("~500 users", "about 40 %")
    YES_NO      "no", "being assessed", or {"yes": detail}; never preselected
    PERSON      a person or role, with or without @
    COMPONENTS  names of components, filled from the incident
    LIST        a list of lines; may be empty
    """

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    TIME = "time"
    TIME_OR_TEXT = "time_or_text"
    DURATION = "duration"
    AMOUNT = "amount"
    YES_NO = "yes_no"
    PERSON = "person"
    COMPONENTS = "components"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of the catalogue: what a template may use and a person may be asked.

    `default` is used where nothing was typed (the plan's own words, such as "Unknown"); `prefill_from` names the
    field whose value stands here until this one is edited; `example` is a whole, believable value, used by the
    rehearsal and shown as a placeholder; `maximum` is the most characters (or, for LIST, the most characters of one
    line; for DURATION the greatest number, as `minimum` is the least). A derived field is computed from the incident
    and never typed. `placeholders` are the plan's own bracket texts for this field ("[time estimate]"): a value that still
    holds one was not filled in. `lasting` says that a value stays true until it is changed; one that is not (actions taken
    since the last update) is never repeated in a later round without being given again.
    """

    name: str
    label: str
    type: FieldType
    audience: Audience
    help: str = ""
    example: FieldValue = None
    default: FieldValue = None
    prefill_from: str | None = None
    choices: tuple[str, ...] = ()
    free: bool = True
    unit: str | None = None
    maximum: int = 2_000
    derived: bool = False
    minimum: float = 0
    placeholders: tuple[str, ...] = ()
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class FieldCatalogue:
    """All fields by name, in the order in which a person is asked for them."""

    fields: Mapping[str, Field]

    def __getitem__(self, name: str) -> Field:
        return self.fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self.fields

    def typed(self) -> tuple[Field, ...]:
        """The fields that a person fills in; derived ones are left out."""
        return tuple(field for field in self.fields.values() if not field.derived)


class FieldValueError(ValueError):
    """A value that does not fit its field: one plain sentence about what was expected; `path` says where it stood."""

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text)
        self.path = path


class WrongTypeError(FieldValueError):
    """A value of another JSON type than its field takes (a number where text belongs)."""


def parse_value(field: Field, raw: object, *, path: str) -> FieldValue:
    """The value of a field from what was typed or stood in JSON, cleaned (see `clean_text`).

    The forms are those of docs/contract.md section 5: text as strings, `"no"`, `"being assessed"` or `{"yes": detail}`, a list of
    lines, a number for a duration, a time as ISO 8601 with Z or an offset (kept as `2026-11-23T14:55:00Z`). Empty text is
    None: not filled in. `path` (such as `fields.eta`) is carried by the error.

    Raises `WrongTypeError` for another JSON type, `FieldValueError` for a value that does not fit; both are
    `ValueError`s with one sentence about what was expected.
    """
    match field.type:
        case FieldType.DURATION:
            return _parse_duration(field, raw, path)
        case FieldType.YES_NO:
            return _parse_yes_no(field, raw, path)
        case FieldType.LIST:
            return _parse_lines(field, raw, path)
        case FieldType.COMPONENTS if isinstance(raw, list | tuple):
            return _parse_lines(field, raw, path)
        case FieldType.AMOUNT if _is_number(raw):
            return _parse_amount(raw, path)
    text = _parse_text(field, raw, path)
    if not text:
        return None
    match field.type:
        case FieldType.TIME:
            return _parse_time(text, path) or _fail(told(Code.TIME_EXPECTED), path)
        case FieldType.TIME_OR_TEXT:
            return _parse_time(text, path) or text
        case FieldType.CHOICE:
            return _parse_choice(field, text, path)
    return text


def format_value(field: Field, value: FieldValue, words: Words, day: date) -> str | tuple[str, ...]:
    """The text that a reader sees for a value: lines for a list field, one text for all others; "" for None.

    A time is printed as "14:33 UTC", with its date where that is not `day` (a UTC date). A duration is "1 hour", a yes "Yes -
    detail" in the plan's words; a person's handle has exactly one @ before it.
    """
    if field.type is FieldType.LIST:
        return _lines(value)
    if value is None:
        return ""
    if field.type is FieldType.YES_NO:
        return _yes_no_text(value, words)
    if isinstance(value, tuple):
        return joined(value, words.list_and)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text}" for key, text in value.items())
    if field.type is FieldType.DURATION and _is_number(value):
        return _duration_text(field, value, words)
    if not isinstance(value, str):
        return _number_text(value)
    if field.type in (FieldType.TIME, FieldType.TIME_OR_TEXT):
        moment = read_time(value)
        return value if moment is None else time_text(moment, day)
    if field.type is FieldType.PERSON:
        return person_text(value)
    return value


def clean_text(text: str, *, multiline: bool) -> str:
    """Text without what would harm a reader or a machine, otherwise as it was typed.

    All kinds of line breaks become a line feed (in one-line text, a space). Control characters go, and so do the characters that
    turn the direction of whole stretches of text (bidi embeddings, overrides and isolates), which can make a text read
    other than it is; the marks U+200E and U+200F and the joiners of scripts and emoji stay. A lone surrogate, which no encoding can
    carry, becomes U+FFFD. Nothing is composed or decomposed.
    """
    text = _LINE_BREAKS.sub("\n", text)
    if not multiline:
        text = text.replace("\n", " ").replace("\t", " ")
    return _UNWANTED.sub("", _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text))


def read_time(text: str) -> datetime | None:
    """The point in time, in UTC, that an ISO 8601 text with Z or an offset means; None for other words."""
    if not _ISO_TIME.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.upper().replace("Z", "+00:00"))
        return None if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def time_text(moment: datetime, day: date) -> str:
    """An aware time as readers see it: "14:33 UTC", or "2026-11-24 14:33 UTC" where it is not on the UTC date `day`."""
    moment = moment.astimezone(UTC)
    return (
        f"{moment:%H:%M} UTC" if moment.date() == day else f"{moment.date().isoformat()} {moment:%H:%M} UTC"
    )


def person_text(text: str) -> str:
    """A person as readers see them: a handle (one word) with one @ before it, a full name as it is."""
    bare = text.strip().lstrip("@").strip()
    return f"@{bare}" if bare and not any(map(str.isspace, bare)) else bare


_LINE_BREAKS = re.compile("\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ISO_TIME = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([Zz]|[+-]\d{2}:?\d{2})?", re.ASCII
)


def _fail(text: str, path: str) -> NoReturn:
    raise FieldValueError(text, path)


def _wrong_type(expected: str, raw: object, path: str) -> NoReturn:
    raise WrongTypeError(f"Expected {expected}, not {_kind(raw)}.", path)


def _kind(raw: object) -> str:
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true or false"),
        ((int, float), "a number"),
        (str, "text"),
        ((list, tuple), "a list"),
        (Mapping, "an object"),
    )
    return next((words for kind, words in kinds if isinstance(raw, kind)), "nothing")


def _is_number(raw: object) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _parse_text(field: Field, raw: object, path: str) -> str:
    if not isinstance(raw, str):
        _wrong_type("text", raw, path)
    text = clean_text(raw, multiline=field.type is FieldType.TEXT).strip()
    _check_length(text, field.maximum, path)
    return text


def _check_length(text: str, maximum: int, path: str) -> None:
    if len(text) > maximum:
        _fail(told(Code.TOO_MANY_CHARACTERS, most=maximum, count=len(text)), path)


def _parse_duration(field: Field, raw: object, path: str) -> int | float:
    unit = field.unit or "hours"
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        _wrong_type(f"a number of {unit}", raw, path)
    if not math.isfinite(raw) or not max(field.minimum, 0) <= raw <= field.maximum or raw == 0:
        most = field.maximum
        if field.minimum:
            least = _number_text(field.minimum)
            _fail(told(Code.AT_LEAST_AND_AT_MOST, least=least, most=most, unit=unit), path)
        _fail(told(Code.MORE_THAN_0_AND_AT_MOST, most=most, unit=unit), path)
    return raw


def _parse_amount(raw: object, path: str) -> int | float:
    assert isinstance(raw, int | float)  # noqa: S101 - the caller has looked
    if not math.isfinite(raw) or not 0 <= raw < 1e15:
        _fail(told(Code.NUMBER_EXPECTED), path)
    return raw


def _parse_yes_no(field: Field, raw: object, path: str) -> FieldValue:
    if isinstance(raw, str):
        word = clean_text(raw, multiline=False).strip().casefold()
        if word in ("", NO, BEING_ASSESSED):
            return word or None
    elif isinstance(raw, Mapping):
        detail = raw.get(YES)
        if set(raw) == {YES} and isinstance(detail, str):
            text = clean_text(detail, multiline=True).strip()
            _check_length(text, field.maximum, path)
            if text:
                return {YES: text}
    else:
        _wrong_type('"no", "being assessed" or {"yes": detail}', raw, path)
    _fail(told(Code.YES_NO_EXPECTED), path)


def _parse_lines(field: Field, raw: object, path: str) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        _wrong_type("a list of lines", raw, path)
    lines = []
    for number, item in enumerate(raw):
        if not isinstance(item, str):
            _wrong_type("text", item, f"{path}[{number}]")
        line = clean_text(item, multiline=False).strip()
        _check_length(line, field.maximum, f"{path}[{number}]")
        if line:
            lines.append(line)
    if len(lines) > MOST_LIST_LINES:
        _fail(told(Code.TOO_MANY_LINES, most=MOST_LIST_LINES, count=len(lines)), path)
    return tuple(lines)


def _parse_time(text: str, path: str) -> str | None:
    moment = read_time(text)
    if moment is not None:
        return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    if _ISO_TIME.fullmatch(text):
        _fail(told(Code.TIME_EXPECTED_NOT, given=text), path)
    return None


def _parse_choice(field: Field, text: str, path: str) -> str:
    for choice in field.choices:
        if choice.casefold() == text.casefold():
            return choice
    if not field.free:
        _fail(told(Code.ONE_OF_EXPECTED, choices=", ".join(field.choices)), path)
    return text


def _lines(value: FieldValue) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (str(value),) if value else ()


def joined(items: Sequence[str], word: str) -> str:
    """Items as a sentence has them: `A, B and C`, where `word` is the plan's *and*."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _yes_no_text(value: FieldValue, words: Words) -> str:
    if isinstance(value, Mapping):
        return f"{words.yes} - {value.get(YES, '')}"
    text = str(value)
    known = {NO: words.no, BEING_ASSESSED: words.being_assessed[:1].upper() + words.being_assessed[1:]}
    return known.get(text, text)


def _duration_text(field: Field, value: FieldValue, words: Words) -> str:
    names = {"hours": (words.hour, words.hours), "minutes": (words.minute, words.minutes)}
    one, many = names.get(field.unit or "hours", (field.unit, field.unit))
    return f"{_number_text(value)} {one if value == 1 else many}"


def _number_text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
