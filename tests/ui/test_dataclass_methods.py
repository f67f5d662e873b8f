"""What dataclasses compile is kept for the next start, and changes nothing of what they are."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest

from ui.dataclass_methods import KeptMethods


def made() -> type:
    """A class that is made anew."""

    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Place:
        name: str
        at: int = 7
        more: list[str] = dataclasses.field(default_factory=list)

    return Place


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the methods of one class are kept."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept = KeptMethods(tmp_path / "compiled" / "of.methods")
    kept.begin()
    made()
    kept.end()
    return tmp_path / "compiled" / "of.methods"


def compiled_with(file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[type, int]:
    """The class, and how many sources were compiled for it."""
    sources: list[str] = []

    def counted(source: str, *more: object, **named: object) -> object:
        sources.append(source)
        return compile(source, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr("ui.dataclass_methods.compile", counted, raising=False)
    kept = KeptMethods(file)
    kept.begin()
    try:
        return made(), len(sources)
    finally:
        kept.end()


def test_a_second_start_compiles_nothing_and_makes_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails where another Python has its dataclasses compiled in another way: then nothing is gained any more."""
    place, compiled = compiled_with(file, monkeypatch)
    assert not compiled
    one = place("here")
    assert (one.name, one.at, one.more) == ("here", 7, [])
    assert place("here", 7, []) == one < place("there")
    assert dataclasses.replace(one, at=8).at == 8
    assert repr(one).endswith("Place(name='here', at=7, more=[])")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.at = 9
    assert "exec" not in vars(dataclasses)  # all that is made after it is compiled as ever


@pytest.mark.parametrize(
    "harm", [lambda kept: kept[:-9], lambda kept: kept.replace(b"3.", b"2.", 1), lambda _: b""]
)
def test_what_is_damaged_or_of_another_python_is_compiled_anew_and_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch, harm
) -> None:
    kept = file.read_bytes()
    file.write_bytes(harm(kept))
    place, compiled = compiled_with(file, monkeypatch)
    assert compiled
    assert place("here").at == 7
    first, rest = KeptMethods(file)._read()
    assert first.keys() == _known(kept)
    assert not rest
    assert list(file.parent.iterdir()) == [file]


def test_nothing_is_kept_where_python_may_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "compiled").write_text("a file in place of the folder", encoding="utf-8")
    assert compiled_with(tmp_path / "compiled" / "of.methods", monkeypatch)[0]("here").at == 7
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert compiled_with(tmp_path / "asked.methods", monkeypatch)[0]("here").at == 7
    assert [one.name for one in tmp_path.iterdir()] == ["compiled"]


def test_what_no_start_needs_is_read_once_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    file = tmp_path / "of.methods"
    kept = KeptMethods(file)
    kept.begin()
    made()
    kept.started()
    other()
    kept.end()
    first, rest = KeptMethods(file)._read()
    assert first
    assert rest
    kept = KeptMethods(file)
    kept.begin()
    try:
        made()
        made()  # another one of the same source is no reason to read on
        assert not kept._known
        assert kept._has_more
        monkeypatch.setattr("ui.dataclass_methods.compile", None, raising=False)
        assert other()(3).number == 3
        assert not kept._has_more
    finally:
        monkeypatch.undo()
        kept.end()


def test_words_that_all_methods_have_in_common_are_one_string(file: Path) -> None:
    import marshal

    one_string = sys.intern("__create_fn__.<locals>.__setattr__")
    first, _ = KeptMethods(file)._read()
    inner = [
        method
        for kept in first.values()
        for outer in marshal.loads(kept).co_consts
        if hasattr(outer, "co_consts")
        for method in outer.co_consts
        if hasattr(method, "co_qualname") and method.co_name == "__setattr__"
    ]
    assert [method.co_qualname for method in inner] == [one_string]
    assert inner[0].co_qualname is one_string


def other() -> type:
    """A class of another source."""

    @dataclasses.dataclass(frozen=True)
    class Other:
        number: int

    return Other


def _known(kept: bytes) -> object:
    import marshal

    return marshal.loads(kept.partition(b"\n")[2])[0].keys()
