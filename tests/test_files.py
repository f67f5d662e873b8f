"""Files that are whole or not at all, on real disks, with real failures."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.files import (
    MaybeWrittenError,
    NotWrittenError,
    append_line,
    locked,
    open_lines,
    read_lines,
    write_atomic,
)
from tests.as_ordinary_user import run_as_ordinary_user

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_a_file_is_replaced_wholly_with_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_atomic(path, b"one")
    write_atomic(path, b"two", 0o644)
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "a.json"
    write_atomic(path, b"old")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, full)
    with pytest.raises(
        NotWrittenError, match=r"^a\.json could not be written: the disk is full\.$"
    ) as caught:
        write_atomic(path, b"new")
    monkeypatch.undo()
    assert caught.value.retry_after_s == 30
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_a_file_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / ".a.json.tmp").write_bytes(b"half")
    write_atomic(tmp_path / "a.json", b"whole")
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    code = (
        "import sys; from pathlib import Path; from composer.files import *\n"
        "for do in (lambda p: write_atomic(p, b'x'), lambda p: append_line(p, {})):\n"
        "  try: do(Path(sys.argv[1]) / 'a.json')\n"
        "  except NotWrittenError as trouble: print(trouble, trouble.retry_after_s)"
    )
    done = run_as_ordinary_user([sys.executable, "-c", code, str(closed)])
    assert done.stdout.splitlines() == [
        "a.json could not be written: you may not write there. None",
        ".a.json.lock could not be written: you may not write there. None",
    ], done.stderr


@given(st.lists(st.dictionaries(st.text(max_size=5), json_values, max_size=4), max_size=5), st.data())
def test_a_torn_tail_is_cut_and_nothing_else_is_lost(tmp_path_factory, lines, data) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    for line in lines:
        append_line(path, line)
    torn = json.dumps({"torn": "é" * 20}, ensure_ascii=False).encode()
    torn = torn[: data.draw(st.integers(0, len(torn)))]
    with path.open("ab") as file:
        file.write(torn)
    assert list(read_lines(path)) == lines
    append_line(path, {"next": 1})
    assert list(read_lines(path)) == [*lines, {"next": 1}]


def test_lines_having_a_text_are_found(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    for number in range(20):
        append_line(path, {"id": f"d-{number}", "text": 'a "quoted" d-1 é\n'})
    with open_lines(path) as lines:
        assert [line["id"] for line in lines.having("d-1")] == ["d-1"]
        assert lines.having("d-99") == []
        last = lines.last()
        assert last is not None
        assert last["id"] == "d-19"


def test_a_file_too_large_is_left_as_it_was(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys; from pathlib import Path; from composer.files import *\n"
        "path = Path(sys.argv[1]); append_line(path, {'n': 1})\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try: append_line(path, {'n': 'x' * 500})\n"
        "except NotWrittenError as trouble: print(trouble)"
    )
    path = tmp_path / "a.jsonl"
    done = run_as_ordinary_user([sys.executable, "-c", code, str(path)])
    assert done.stdout == "a.jsonl could not be written: the file would become too large.\n", done.stderr
    assert path.read_bytes() == b'{"n":1}\n'


def test_a_failed_sync_that_cannot_be_undone_is_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(MaybeWrittenError, match="the disk reported an error"):
        append_line(tmp_path / "a.jsonl", {})


def _append_many(path: Path, name: str, count: int) -> None:
    for number in range(count):
        append_line(path, {"name": name, "number": number})


def test_processes_do_not_tear_each_others_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_append_many, args=(path, str(n), 25)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    lines = list(read_lines(path))
    assert len(lines) == 75
    for name in "012":
        assert [line["number"] for line in lines if line["name"] == name] == list(range(25))


def test_a_held_lock_is_named(tmp_path: Path) -> None:
    lock = tmp_path / ".page.lock"
    with (
        locked(lock),
        pytest.raises(NotWrittenError, match=r"Another program has held \.page\.lock"),
        locked(lock, wait_s=0.05),
    ):
        pass
