"""The search: newest first, whole or begun words, nothing in the query is syntax."""

from __future__ import annotations

import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.errors import RecordDamagedError
from composer.domain.record import Bundle, Narrowed
from composer.record.record import Record
from composer.record.snippet import marked, snippet
from composer.record.sqlite import Sqlite, bare, search_words
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


def test_a_find_by_the_title_alone_shows_the_beginning_of_the_text(record: Record) -> None:
    long = "We are looking into it. " + "More is known soon. " * 40
    tell(record, "Nothing can be paid", "Router exchanged", long, title="Router in Malmö is [down]")
    snippets = [each.snippet for each in record.search("router")]
    assert snippets[0].startswith("We are looking into it. More")
    assert snippets[0].endswith("…")
    assert snippets[1:] == ["[Router] exchanged", "Nothing can be paid"]
    assert record.search("malmo")[2].snippet == "Nothing can be paid"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rout MALMO", "[Router] in [Malmö] is [down]"),
        ("own", "Router in Malmö is [down]"),
        ("", "Router in Malmö is [down]"),
        ("+", "Router in Malmö is [down]"),
    ],
)
def test_the_words_found_are_marked_in_a_title(query: str, expected: str) -> None:
    assert marked("Router in Malmö is [down]", query) == expected


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
    assert texts(record, "payments") == ["payments"]
    with record._writing() as connection:
        connection.exec_driver_sql("DELETE FROM message_search_data WHERE id > 10")
    assert [fault.where for fault in record.verify()] == ["search"]
    record.rebuild_search()
    assert record.verify() == ()
    assert texts(record, "payments") == ["payments"]


def known(record: Record) -> int:
    """How many messages the search was filled with."""
    with record._reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM message_search_docsize").scalar_one())


def test_a_publish_does_not_wait_for_the_search_and_the_next_search_finds_it(
    record: Record, path: Path
) -> None:
    tell(record, "Card payments fail")
    assert known(record) == 0
    assert record.search("")[0].snippet == "Card payments fail"
    assert texts(record, "payments") == ["Card payments fail"]
    tell(record, "All payments work again", "Nothing here")
    assert known(record) == 1
    with Record.open(path) as other:  # as another process would, also one that begins after a kill
        assert other.count("payments") == (2, 2)
        assert texts(other, "payments") == ["All payments work again", "Card payments fail"]
    assert known(record) == 3
    assert record.verify() == ()


def test_a_search_that_is_full_writes_nothing(record: Record) -> None:
    tell(record, "payments")
    record.search("payments")
    counter = record.change_counter()
    record.search("payments")
    record.count("payments")
    assert not record.changed_since(counter)


def test_a_title_that_changes_before_the_search_is_filled(record: Record) -> None:
    of = record.find_incident(tell(record, "one", title="Old name"))
    assert of is not None
    tell(record, "two", title="Other name")
    texts(record, "one")
    again = made.publish(of)
    record.store(Bundle(of, of.revision, again, (made.message(again, text="three"),), ()))
    record.save_incident(replace(of, title="New name"), of.revision + 1)
    assert texts(record, "new") == ["three", "one"]
    assert texts(record, "old") == []
    assert texts(record, "name") == ["three", "two", "one"]
    assert record.verify() == ()


def test_what_is_deleted_or_changed_before_the_search_is_filled_does_it_no_harm(record: Record) -> None:
    tell(record, "one")
    texts(record, "one")
    tell(record, "two", "three")
    with record._writing() as connection:
        connection.exec_driver_sql("UPDATE messages SET text = 'four' WHERE text = 'three'")
        connection.exec_driver_sql("DELETE FROM messages WHERE text = 'two'")
        Sqlite.fill_search(bare(connection))
        Sqlite.check_search(connection)
    assert texts(record, "four") == ["four"]
    assert texts(record, "two") == texts(record, "three") == []


def test_searches_at_the_same_time_fill_the_search_once(record: Record, path: Path) -> None:
    tell(record, *[f"payments {number}" for number in range(200)])
    with Record.open(path) as other, ThreadPoolExecutor(8) as pool:
        askers = [record, other] * 8
        found = list(pool.map(lambda one: len(one.search("payments", 500)), askers))
    assert found == [200] * 16
    assert known(record) == 200
    assert record.verify() == ()


def test_a_record_that_may_only_be_read_finds_what_the_search_was_not_filled_with(
    record: Record, path: Path
) -> None:
    tell(record, "payments fail")
    record.search("payments")
    tell(record, "payments work", title="Zürich")
    with Record.open(path, read_only=True) as reader:
        assert texts(reader, "payments") == ["payments work", "payments fail"]
        assert reader.search("zurich")[0].title == "Zürich"
        assert reader.count("payments") == (2, 2)
        assert known(record) == 1


def test_a_search_goes_on_while_somebody_else_writes(record: Record, path: Path) -> None:
    tell(record, "payments fail")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert texts(record, "payments") == ["payments fail"]
        assert record.count("payments") == (1, 1)
        other.execute("ROLLBACK")
    assert known(record) == 0
    assert texts(record, "payments") == ["payments fail"]
    assert known(record) == 1


def test_a_damaged_search_keeps_nobody_from_publishing(record: Record) -> None:
    tell(record, "payments")
    record.search("payments")
    with record._writing() as connection:
        connection.exec_driver_sql("DELETE FROM message_search_data")
    tell(record, "refunds")
    assert [message.text for message in record.messages()] == ["payments", "refunds"]
    assert [fault.where for fault in record.verify()] == ["search"]
    with pytest.raises(RecordDamagedError):
        record.search("refunds")
    record.rebuild_search()
    assert texts(record, "refunds") == ["refunds"]


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
        while rest := record.search(query, 3, after=found[-1].message):
            found += rest
        assert [one.message.text for one in found] == [f"card {number}" for number in reversed(range(7))]
    assert record.search("", 3, after=replace(found[-1].message, id="no such message")) == ()
