"""Fields: from what was typed to values, and from values to text."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.channel import Audience
from composer.domain.fields import (
    MOST_LIST_LINES,
    Field,
    FieldCatalogue,
    FieldType,
    FieldValueError,
    WrongTypeError,
    clean_text,
    format_value,
    parse_value,
    person_text,
    read_time,
    time_text,
)
from composer.planning.plan_file import load_plan

WORDS = load_plan(Path(__file__).parents[2] / "resources" / "plan.toml").words
GERMAN = load_plan(Path(__file__).parents[1] / "plans" / "nordlicht" / "plan.toml").words
DAY = date(2026, 11, 23)
EARLIEST, LATEST = datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2999-01-01")

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def field(type_, **settings):
    return Field(name="x", label="X", type=type_, audience=Audience.INTERNAL, **settings)


def parsed(type_, raw, **settings):
    return parse_value(field(type_, **settings), raw, path="fields.x")


def shown(type_, value, words=WORDS, **settings):
    return format_value(field(type_, **settings), value, words, DAY)


# ---- text -------------------------------------------------------------------------------------------------------------


def test_text_is_kept_as_typed_but_for_spaces_around_it():
    assert parsed(FieldType.TEXT, "  first\nsecond  ") == "first\nsecond"
    assert parsed(FieldType.LINE, "two\nlines") == "two lines"


@pytest.mark.parametrize(
    "kind", [kind for kind in FieldType if kind not in (FieldType.LIST, FieldType.DURATION)]
)
def test_empty_text_means_not_filled_in(kind):
    assert parsed(kind, " \n ", choices=("A",)) is None


@pytest.mark.parametrize(
    ("kind", "raw", "sentence"),
    [
        (FieldType.LINE, 5, "Expected text, not a number."),
        (FieldType.TEXT, None, "Expected text, not nothing."),
        (FieldType.TEXT, ["a"], "Expected text, not a list."),
        (FieldType.PERSON, {"a": "b"}, "Expected text, not an object."),
        (FieldType.TIME, True, "Expected text, not true or false."),
        (FieldType.AMOUNT, False, "Expected text, not true or false."),
        (FieldType.DURATION, "2", "Expected a number of hours, not text."),
        (FieldType.DURATION, True, "Expected a number of hours, not true or false."),
        (FieldType.LIST, "one", "Expected a list of lines, not text."),
        (FieldType.LIST, [1], "Expected text, not a number."),
        (FieldType.YES_NO, False, 'Expected "no", "being assessed" or {"yes": detail}, not true or false.'),
    ],
)
def test_another_json_type_is_told_as_such(kind, raw, sentence):
    with pytest.raises(WrongTypeError) as caught:
        parsed(kind, raw)
    assert str(caught.value) == sentence
    assert caught.value.path.startswith("fields.x")


def test_text_that_is_too_long_tells_both_lengths():
    with pytest.raises(FieldValueError, match=r"^Expected at most 5 characters, but there are 6\.$"):
        parsed(FieldType.LINE, "sixsix", maximum=5)


def test_a_choice_is_found_in_any_case_and_other_words_are_taken_where_free():
    assert (
        parsed(FieldType.CHOICE, "customer REPORT", choices=("Alert", "Customer report")) == "Customer report"
    )
    assert parsed(FieldType.CHOICE, "a tweet", choices=("Alert",)) == "a tweet"
    with pytest.raises(FieldValueError, match=r"^Expected one of: Draft, Final\.$"):
        parsed(FieldType.CHOICE, "done", choices=("Draft", "Final"), free=False)


# ---- times ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2026-11-23T14:55:00Z", "2026-11-23T14:55:00Z"),
        ("2026-11-23t14:55z", "2026-11-23T14:55:00Z"),
        ("2026-11-23T15:55:00+01:00", "2026-11-23T14:55:00Z"),
        ("2026-11-23 15:55:00.25+0100", "2026-11-23T14:55:00Z"),
    ],
)
def test_a_time_is_kept_in_utc(raw, value):
    assert parsed(FieldType.TIME, raw) == value
    assert parsed(FieldType.TIME_OR_TEXT, raw) == value


def test_other_words_are_no_time_but_may_stand_where_words_are_allowed():
    assert parsed(FieldType.TIME_OR_TEXT, "about 30 minutes") == "about 30 minutes"
    with pytest.raises(FieldValueError, match="Expected a time such as"):
        parsed(FieldType.TIME, "soon")


@pytest.mark.parametrize("raw", ["2026-11-23T14:55:00", "2026-02-30T10:00Z", "0001-01-01T00:00:00+14:00"])
@pytest.mark.parametrize("kind", [FieldType.TIME, FieldType.TIME_OR_TEXT])
def test_a_time_without_offset_or_that_never_was_is_refused(kind, raw):
    with pytest.raises(FieldValueError, match="with Z or an offset"):
        parsed(kind, raw)


@given(st.datetimes(min_value=EARLIEST, max_value=LATEST), st.integers(-840, 840))
def test_a_time_means_the_same_moment_before_and_after(naive, minutes):
    moment = naive.replace(tzinfo=UTC, microsecond=0)
    offset = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    local = (moment + timedelta(minutes=minutes)).replace(tzinfo=None)
    assert read_time(parsed(FieldType.TIME, local.isoformat() + offset)) == moment


def test_a_time_is_printed_with_its_date_on_another_day():
    assert shown(FieldType.TIME, "2026-11-23T14:33:00Z") == "14:33 UTC"
    assert shown(FieldType.TIME_OR_TEXT, "2026-11-24T14:33:00Z") == "2026-11-24 14:33 UTC"
    assert shown(FieldType.TIME_OR_TEXT, "Unknown") == "Unknown"
    assert time_text(datetime(2026, 11, 23, 14, 33, tzinfo=UTC), DAY) == "14:33 UTC"


# ---- numbers ----------------------------------------------------------------------------------------------------------


def test_a_duration_is_a_number_within_its_limits():
    assert parsed(FieldType.DURATION, 1.5, minimum=1, maximum=168) == 1.5
    for raw in (0.5, 169, float("nan"), float("inf"), -1):
        with pytest.raises(FieldValueError, match=r"^Expected at least 1 and at most 168 hours\.$"):
            parsed(FieldType.DURATION, raw, minimum=1, maximum=168)
    with pytest.raises(FieldValueError, match=r"^Expected more than 0 and at most 90 minutes\.$"):
        parsed(FieldType.DURATION, 0, unit="minutes", maximum=90)


@pytest.mark.parametrize(
    ("value", "unit", "words", "text"),
    [
        (1, "hours", WORDS, "1 hour"),
        (1.0, "hours", WORDS, "1 hour"),
        (2, None, WORDS, "2 hours"),
        (1.5, "hours", WORDS, "1.5 hours"),
        (1, "minutes", WORDS, "1 minute"),
        (2, "hours", GERMAN, "2 Stunden"),
    ],
)
def test_a_duration_is_printed_in_the_plans_words(value, unit, words, text):
    assert shown(FieldType.DURATION, value, words, unit=unit) == text


def test_an_amount_is_a_number_or_words():
    assert parsed(FieldType.AMOUNT, 500) == 500
    assert parsed(FieldType.AMOUNT, "about 40 %") == "about 40 %"
    for raw in (-1, float("nan"), 1e16):
        with pytest.raises(FieldValueError, match="not negative"):
            parsed(FieldType.AMOUNT, raw)
    assert shown(FieldType.AMOUNT, 500) == "500"
    assert shown(FieldType.AMOUNT, 12.5) == "12.5"


# ---- yes, no, being assessed ------------------------------------------------------------------------------------------


def test_yes_no_has_three_forms():
    assert parsed(FieldType.YES_NO, "No") == "no"
    assert parsed(FieldType.YES_NO, "being assessed") == "being assessed"
    assert parsed(FieldType.YES_NO, {"yes": " invoices of May "}) == {"yes": "invoices of May"}


@pytest.mark.parametrize(
    "raw", ["yes", "maybe", {"yes": ""}, {"yes": 1}, {"no": "x"}, {}, {"yes": "a", "no": "b"}]
)
def test_a_yes_needs_its_detail(raw):
    with pytest.raises(FieldValueError, match="where the detail says what is affected"):
        parsed(FieldType.YES_NO, raw)


@pytest.mark.parametrize(
    ("value", "words", "text"),
    [
        ("no", WORDS, "No"),
        ("being assessed", WORDS, "Being assessed"),
        ({"yes": "invoices of May"}, WORDS, "Yes - invoices of May"),
        ("no", GERMAN, "Nein"),
        ("being assessed", GERMAN, "Wird geprüft"),
        ({"yes": "Rechnungen"}, GERMAN, "Ja - Rechnungen"),
    ],
)
def test_yes_no_is_printed_in_the_plans_words(value, words, text):
    assert shown(FieldType.YES_NO, value, words) == text


# ---- persons, components, lists ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text"),
    [("eng-lead", "@eng-lead"), ("@@eng-lead", "@eng-lead"), ("Dana Example", "Dana Example"), ("@ ", "")],
)
def test_a_handle_has_one_at_sign_and_a_name_none(typed, text):
    assert shown(FieldType.PERSON, typed) == text


def test_components_are_words_or_a_list_and_read_like_a_sentence():
    assert parsed(FieldType.COMPONENTS, "Payments") == "Payments"
    assert parsed(FieldType.COMPONENTS, ["Payments", " API "]) == ("Payments", "API")
    assert shown(FieldType.COMPONENTS, ("Payments", "API", "Search")) == "Payments, API and Search"
    assert shown(FieldType.COMPONENTS, ("App", "Laden"), GERMAN) == "App und Laden"
    assert shown(FieldType.COMPONENTS, ("Payments",)) == "Payments"


def test_a_list_loses_its_empty_lines_and_may_be_empty():
    assert parsed(FieldType.LIST, [" one\ntwo ", "", "three"]) == ("one two", "three")
    assert parsed(FieldType.LIST, []) == ()
    assert shown(FieldType.LIST, ("a", "b")) == ("a", "b")
    assert shown(FieldType.LIST, None) == ()
    assert shown(FieldType.LIST, "one") == ("one",)


def test_a_list_has_limits():
    with pytest.raises(FieldValueError, match=f"at most {MOST_LIST_LINES} lines, but there are 101"):
        parsed(FieldType.LIST, ["x"] * 101)
    with pytest.raises(FieldValueError, match="at most 3 characters") as caught:
        parsed(FieldType.LIST, ["ok", "long"], maximum=3)
    assert caught.value.path == "fields.x[1]"


def test_values_that_do_not_belong_to_their_type_are_still_printed():
    assert shown(FieldType.TEXT, None) == ""
    assert shown(FieldType.TEXT, 5) == "5"
    assert shown(FieldType.TEXT, {"yes": "all"}) == "yes: all"
    assert shown(FieldType.DURATION, "long") == "long"
    assert shown(FieldType.YES_NO, 7) == "7"


# ---- cleaning ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\x00b\x07c\x7f\x9b", "abc"),
        ("a\r\nb\rc\u2028d\u2029e\x0bf\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("\u202eabc\u202c \u2066x\u2069", "abc x"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("\ud83d alone", "\ufffd alone"),
        ("tab\tstays", "tab\tstays"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_what_harms_is_taken_out_of_text_and_the_rest_stays(dirty, clean):
    assert clean_text(dirty, multiline=True) == clean


def test_one_line_text_has_spaces_for_line_breaks():
    assert clean_text("a\r\nb\tc", multiline=False) == "a b c"


@given(ANY_TEXT, st.booleans())
def test_clean_text_is_clean_for_good(text, multiline):
    clean = clean_text(text, multiline=multiline)
    clean.encode("utf-8")
    assert clean_text(clean, multiline=multiline) == clean
    allowed = "\n\t" if multiline else ""
    assert all(unicodedata.category(char) != "Cc" or char in allowed for char in clean)
    assert not set(clean) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@given(st.sampled_from(list(FieldType)), JSON)
def test_whatever_is_typed_gives_a_value_or_a_sentence(kind, raw):
    subject = field(kind, choices=("A", "B"), unit="hours")
    try:
        value = parse_value(subject, raw, path="fields.x")
    except FieldValueError as error:
        sentence = str(error)
    else:
        sentence = ""
    if sentence:
        assert re.fullmatch(r"Expected .*\.", sentence)
        return
    text = format_value(subject, value, WORDS, DAY)
    assert isinstance(text, tuple) == (kind is FieldType.LIST)
    for piece in text if isinstance(text, tuple) else (text,):
        piece.encode("utf-8")
    again = list(value) if isinstance(value, tuple) else value
    if again is not None:
        assert parse_value(subject, again, path="fields.x") == value


@given(st.text(max_size=50))
def test_a_person_never_gets_a_second_at_sign(text):
    assert not person_text(text).startswith("@@")
    assert person_text(person_text(text)) == person_text(text)


# ---- the catalogue ----------------------------------------------------------------------------------------------------


def test_a_catalogue_knows_its_fields_and_which_are_typed():
    typed = field(FieldType.LINE)
    derived = Field(name="now", label="Now", type=FieldType.TIME, audience=Audience.BOTH, derived=True)
    catalogue = FieldCatalogue({"x": typed, "now": derived})
    assert catalogue["x"] is typed
    assert "now" in catalogue
    assert "then" not in catalogue
    assert catalogue.typed() == (typed,)
