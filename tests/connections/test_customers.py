"""The file of customers: every kind of dirt is told with its line, and nothing is sent."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.connections import customers
from composer.connections.customers import CustomersError, look_at, read_customers


def written(folder: Path, data: bytes) -> Path:
    file = folder / "customers.csv"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    "data",
    [
        b"email,name\na@example.com,Ann\nb@example.com,Bob\n",
        b"\xef\xbb\xbfName;E-Mail2;EMAIL\r\nAnn;x;a@example.com\r\nBob;y;b@example.com\r\n",
        b'name\temail\n"Ann"\ta@example.com\n\n\nBob\tb@example.com',
        b"email,name\na@example.com,Ann\nA@EXAMPLE.com,Ann again\nb@example.com,Bob\n",
    ],
    ids=["plain", "semicolons_and_bom", "tabs_and_empty_lines", "twice_the_same"],
)
def test_what_is_right_is_read_and_each_address_once(data: bytes, tmp_path: Path) -> None:
    assert read_customers(written(tmp_path, data)) == (("Ann", "a@example.com"), ("Bob", "b@example.com"))


def test_a_customer_without_a_name_is_one_all_the_same(tmp_path: Path) -> None:
    assert read_customers(written(tmp_path, b"email,name\na@example.com,\n")) == (("", "a@example.com"),)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1: expected a first line"),
        (b"mail,name\na@example.com,Ann\n", "line 1: expected a first line"),
        (b"email,name\n", "line 1: holds no customer"),
        (b"email,name\nnobody,Ann\n", "line 2: email"),
        (b"email,name\nAnn <a@example.com>,Ann\n", "line 2: email"),
        (b'email,name\n"a@example.com\nBcc: x@example.com",Ann\n', "email"),
        ("email,name\nä@example.com,Ann\n".encode(), "line 2: email"),
        (b"email,name\n" + b"a" * 250 + b"@example.com,Ann\n", "line 2: email"),
        (b"email,name\na@example.com,=cmd()\n", "line 2: name: it begins like a formula"),
        (b"email,name\na@example.com,+1\nb@example.com,@b\n", "line 3: name"),
        (b"email,name\na@example.com,A\x07nn\n", "line 2: name"),
        (b"email,name\na@example.com,Ann,more\n", "line 2: has 3 cells"),
        (b"email,name\na@example.com\n", "line 2: has 1 cells"),
        (b'email,name\n"a@example.com"x,Ann\n', "line 2: is not CSV"),
        ("email,name\na@example.com,Jürgen\n".encode("cp1252"), "line 2: holds a byte that is not UTF-8"),
        ("email,name\n".encode("utf-16"), "UTF-8"),
    ],
    ids=range(16),
)
def test_dirt_is_told_with_its_line(data: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(CustomersError) as caught:
        read_customers(written(tmp_path, data))
    assert "customers.csv" in str(caught.value)
    assert words in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_flood_of_mistakes_is_cut(tmp_path: Path) -> None:
    with pytest.raises(CustomersError) as caught:
        read_customers(written(tmp_path, b"email,name\n" + b"x,y\n" * 5_000))
    assert len(caught.value.problems) == customers.MOST_PROBLEMS


def test_a_file_that_is_not_there_or_far_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CustomersError, match="can't be read: no such file"):
        read_customers(tmp_path / "none.csv")
    monkeypatch.setattr(customers, "SIZE_LIMIT", 20)
    with pytest.raises(CustomersError, match="larger than"):
        read_customers(written(tmp_path, b"email,name\na@example.com,Ann\n"))


def test_looked_at_it_tells_age_counts_and_dirt_and_raises_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, b"email,name\na@example.com,Ann\nA@example.com,Again\nb@example.com,\n")
    os.utime(file, (1_000, 1_000))
    found = look_at(file)
    assert found.people == (("Ann", "a@example.com"), ("", "b@example.com"))
    assert (found.twice, found.nameless, found.problems) == ((3,), 1, ())
    assert found.changed_at == datetime(1970, 1, 1, 0, 16, 40, tzinfo=UTC)
    assert found.size == file.stat().st_size
    other = look_at(written(tmp_path, b"email,name\na@example.com,Ann\n"))
    assert other.sha256 != found.sha256
    wrong = look_at(written(tmp_path, b"email,name\nx,Ann\ny,=1\n"))
    assert [one.place.line for one in wrong.problems] == [2, 3, 3]
    assert wrong.people == ()
    gone = look_at(tmp_path / "none.csv")
    assert gone.changed_at is None
    assert "no such file" in str(gone.problems[0])
