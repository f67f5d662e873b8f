"""A catalogue that is wrong is told with line and field."""

from pathlib import Path

import pytest

from composer.domain.errors import FieldCatalogueError
from composer.planning.catalogue_file import load_fields, parse_fields

SHIPPED = load_fields(Path(__file__).parents[2] / "templates" / "fields.toml")


def entry(name="ticket", type_="line", audience="internal", extra='example = "x"'):
    return f'[{name}]\nlabel = "L"\ntype = "{type_}"\naudience = "{audience}"\nhelp = "H."\n{extra}\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (entry(type_="choice"), "line 1: ticket: choices is missing: a field of type choice has some."),
        (entry(type_="duration", extra="example = 1"), 'unit is missing: a field of type duration has unit = "hours"'),
        (entry(type_="yes_no", extra='example = "no"\ndefault = "no"'), "has no default: nothing is preselected."),
        (entry(extra=""), "line 1: ticket: example is missing: a whole, believable value."),
        (entry(type_="duration", extra='example = 9\nunit = "hours"\nmaximum = 8'), "line 6: ticket.example: expected more"),
        (entry(type_="duration", extra='example = 9\nunit = "hours"\nmaximum = 8\nminimum = 9'), "minimum is greater"),
        (entry(extra="example = 5"), "line 6: ticket.example: expected text, not a number."),
        (entry(extra='example = "x"\nmaximum = 0'), "line 7: ticket.maximum: expected a number greater than 0, not 0."),
        (entry(name="Ticket-Number"), "expected a name of lower-case letters, digits and _, such as ticket_number."),
        (entry(extra='example = "x"\nderived = true'), "ticket.derived: the program computes no such field"),
        (entry(name="now"), "line 1: now: this field is derived; expected derived = true here too."),
        (entry(extra='example = "x"\nprefill_from = "sumary"'), 'there is no field "sumary"; did you mean summary?'),
        (entry(name="pm_title", extra="derived = true\ndefault = 5"), "pm_title.default: expected text or a list"),
        (entry(audience="friends"), "line 4: ticket.audience: expected one of 'internal', 'public'"),
        (entry(extra='exampel = "x"'), "line 6: ticket.exampel: unknown key exampel; did you mean example?"),
        ("ticket = 5\n", "line 1: ticket: expected a table, not 5."),
        ("[ticket\n", "line 1: is not valid TOML here:"),
    ],
)  # fmt: skip
def test_a_mistake_is_told(text, sentence):
    with pytest.raises(FieldCatalogueError) as caught:
        parse_fields(text, "fields.toml", base=SHIPPED)
    assert any(sentence in str(problem) for problem in caught.value.problems), caught.value


def test_a_catalogue_without_base_stands_alone():
    catalogue = parse_fields(entry(), "fields.toml")
    assert list(catalogue.fields) == ["ticket"]
    assert catalogue["ticket"].example == "x"


def test_a_derived_field_may_be_relabelled():
    text = entry(name="severity", audience="both", extra='derived = true\nexample = "SEV1"')
    assert parse_fields(text, "fields.toml", base=SHIPPED)["severity"].derived


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FieldCatalogueError, match="cannot be read"):
        load_fields(tmp_path / "fields.toml")
