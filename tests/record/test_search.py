"""The search: newest first, whole or begun words, nothing in the query is syntax."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.record import Bundle, Narrowed
from composer.record.record import Record
from composer.record.snippet import snippet
from composer.record.sqlite import search_words
from tests.record import made


def tell(record: Record, *texts: str, subject: str | None = None, title: str = "Router is down") -> str:
    """Stores an incident with messages of these texts, and gives its id."""
    of = made.incident(title=title)
    published = made.publish(of)
    messages = tuple(made.message(published, text=text, subject=subject) for text in texts)
    record.store(Bundle(of, None, published, messages, ()))
    return of.id


def texts(record: Record, query: str, limit: int = 50) -> list[str]:
    """The texts found."""
    return [found.message.text for found in record.search(query, limit)]


def test_finds_come_newest_first_with_title_and_marked_snippet(record: Record) -> None:
    tell(record, "Card payments fail", "Nothing here", "All payments work again")
    found = record.search("payments")
    assert [each.message.text for each in found] == ["All payments work again", "Card payments fail"]
    assert found[0].snippet == "All [payments] work again"
    assert found[0].title == "Router is down"
    assert found[1].message == record.messages()[0]


def test_subject_and_title_are_searched_too(record: Record) -> None:
    tell(record, "one", subject="Zürich outage", title="Router in Malmö")
    assert texts(record, "zurich") == texts(record, "MALMO") == texts(record, "out rou") == ["one"]
    assert texts(record, "zurich berlin") == []


def test_a_word_finds_longer_words_that_begin_with_it(record: Record) -> None:
    tell(record, "checkout", "check", "recheck")
    assert texts(record, "check") == ["check", "checkout"]
    assert texts(record, "checkou") == ["checkout"]


def test_an_empty_query_finds_the_newest(record: Record) -> None:
    tell(record, *[f"text {number}" for number in range(5)])
    assert texts(record, "  ", 2) == ["text 4", "text 3"]
    assert record.search("", 1)[0].snippet == "text 4"
    assert record.search("text", 0) == record.search("", -1) == ()


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "'",
        "*",
        "(",
        ")",
        "-",
        "^",
        ":",
        "🔥",
        "--",
        "; DROP TABLE messages",
        "\x00",
        "\ud83d",
        "text:",
        "NEAR",
        "{a b}:",
    ],
)
def test_nothing_is_syntax(record: Record, query: str) -> None:
    tell(record, "Payments AND refunds NOT working", "OR")
    record.search(query)
    record.search(f"payments {query}")
    assert record.verify() == ()


def test_operators_are_words(record: Record) -> None:
    tell(record, "Payments AND refunds NOT working", "Payments work")
    assert texts(record, "payments AND refunds") == ["Payments AND refunds NOT working"]
    assert texts(record, "payments NOT work") == ["Payments AND refunds NOT working"]
    assert texts(record, "payments OR nonsense") == []


def test_signs_within_a_word_are_a_phrase(record: Record) -> None:
    tell(record, "see db-01.eu for it", "01 db eu")
    assert texts(record, "db-01") == ["see db-01.eu for it"]
    assert texts(record, 'db"01') == ["see db-01.eu for it"]


def test_signs_alone_find_nothing_and_beside_words_do_no_harm(record: Record) -> None:
    tell(record, "fire 🔥 in the rack")
    assert texts(record, "🔥") == []
    assert texts(record, "🔥 fire -") == ["fire 🔥 in the rack"]


def test_a_changed_title_is_found_and_the_old_one_is_not(record: Record) -> None:
    of = record.find_incident(tell(record, "text", title="Old name"))
    assert of is not None
    saved = record.save_incident(replace(of, title="New name"), of.revision)
    assert texts(record, "old") == []
    assert record.search("new")[0].title == "New name"
    record.save_incident(replace(saved, phase="identified"), saved.revision)
    assert texts(record, "new") == ["text"]
    assert record.verify() == ()


def test_a_huge_query_and_a_huge_text_are_fine(record: Record) -> None:
    tell(record, "needle " + "hay " * 1_000_000)
    assert len(record.search("x" * 5_000_000)) == 0
    assert len(record.search("hay " * 100_000)) == 1
    assert record.search("needle")[0].snippet.startswith("[needle] hay hay")
    assert record.search("hay")[0].snippet.startswith("needle [hay] [hay]")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("a needle in it", ["need"], "a [needle] in it"),
        ("x " * 100 + "Needle" + " y" * 100, ["NEEDLE"], "…" + "x " * 29 + "[Needle]" + " y" * 56 + "…"),
        ("x" * 300, ["needle"], "x" * 120 + "…"),
        ("x" * 300, ["xx"], f"[{'x' * 120}]…"),
        ("-" * 300 + "needle", ["needle"], "…" + "-" * 60 + "[needle]"),
        ("a.b a+b", ["a+b"], "a.b [a+b]"),
    ],
)
def test_a_long_text_has_a_snippet_of_ours(text: str, words: list[str], expected: str) -> None:
    assert snippet(text, words) == expected


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_query_does_harm(record: Record, query: str) -> None:
    record.search(query)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_words_are_safe_between_quotes(query: str) -> None:
    for word in search_words(query):
        assert word
        assert not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in word)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüßéñåøč0123456789", min_size=1, max_size=12))
def test_every_word_and_each_beginning_of_it_is_found(record: Record, word: str) -> None:
    tell(record, f"before {word.upper() if word != 'ß' else word} after")
    for end in range(1, len(word) + 1):
        if "ß" not in word:  # its capital is SS, which is another word to the index
            assert any(word in text.lower() for text in texts(record, word[:end], 10_000))


def test_the_search_is_rebuilt_from_the_messages(record: Record, path: object) -> None:
    tell(record, "payments")
    with record._writing() as connection:
        connection.exec_driver_sql("DELETE FROM message_search_data WHERE id > 10")
    assert [fault.where for fault in record.verify()] == ["search"]
    record.rebuild_search()
    assert record.verify() == ()
    assert texts(record, "payments") == ["payments"]


def told(record: Record, count: int, **changes: Any) -> str:
    """Stores an incident with so many messages, each changed so."""
    of = made.incident()
    published = made.publish(of)
    messages = tuple(
        replace(made.message(published, text=f"card {number}"), **changes) for number in range(count)
    )
    record.store(Bundle(of, None, published, messages, ()))
    return of.id


def test_a_search_is_narrowed_and_counted(record: Record) -> None:
    one = told(record, 3, channel=Channel.SLACK, phase="identified", severity="P1", at=made.NOON)
    two = told(
        record, 2, channel=Channel.EMAIL, phase="resolved", severity="P0", at=made.NOON + timedelta(days=2)
    )
    for only, count in (
        (Narrowed(), 5),
        (Narrowed(channel=Channel.SLACK), 3),
        (Narrowed(severity="P0"), 2),
        (Narrowed(phase="identified"), 3),
        (Narrowed(incident_id=two), 2),
        (Narrowed(since=made.NOON + timedelta(days=1)), 2),
        (Narrowed(until=made.NOON + timedelta(days=1)), 3),
        (Narrowed(since=made.NOON, until=made.NOON), 0),
        (Narrowed(channel=Channel.SLACK, incident_id=two), 0),
    ):
        for query in ("", "card"):
            assert len(record.search(query, 50, only)) == count, only
            assert record.count(query, only) == (
                count,
                len({m.message.incident_id for m in record.search(query, 50, only)}),
            )
    assert record.count("nothing") == (0, 0)
    assert record.count("***") == (0, 0)
    assert one != two


def test_a_search_goes_on_behind_what_was_found(record: Record) -> None:
    told(record, 7)
    for query in ("", "card"):
        found = list(record.search(query, 3))
        while rest := record.search(query, 3, after=found[-1].message.id):
            found += rest
        assert [one.message.text for one in found] == [f"card {number}" for number in reversed(range(7))]
    assert record.search("", 3, after="no such message") == ()
