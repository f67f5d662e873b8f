"""settings.toml: what is wrong in it keeps its default, and is told."""

from __future__ import annotations

import getpass
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.settings import Settings, _account, _as_written, load_settings


def load(folder: Path, text: str | bytes) -> tuple[Settings, list[str]]:
    file = folder / "settings.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings, problems = load_settings(file)
    return settings, [str(problem) for problem in problems]


def test_a_missing_file_is_no_problem(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), ())
    assert Settings() == Settings(name="", email="", mode="practice", hold_s=None)


def test_all_settings(tmp_path: Path) -> None:
    text = 'name = "Kim Example"\nemail = "kim@x.example"\nmode = "live"\nhold_s = 7.5\n'
    assert load(tmp_path, text) == (Settings("Kim Example", "kim@x.example", "live", 7.5), [])
    assert load(tmp_path, b"\xef\xbb\xbf" + text.encode())[1] == []
    assert load(tmp_path, "hold_s = 0")[0].hold_s == 0
    assert load(tmp_path, "hold_s = 3600")[0].hold_s == 3600
    assert load(tmp_path, "") == (Settings(), [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("name = 5", "settings.toml: name: it must be text"),
        ("email = true", "settings.toml: email: it must be text"),
        ('mode = "Live"', "settings.toml: mode: it must be practice or live"),
        ("mode = []", "settings.toml: mode: it must be practice or live"),
        ("hold_s = -1", "settings.toml: hold_s: it must be 0 to 3600"),
        ("hold_s = 3601", "settings.toml: hold_s: it must be 0 to 3600"),
        ("hold_s = true", "settings.toml: hold_s: it must be 0 to 3600"),
        ("hold_s = nan", "settings.toml: hold_s: it must be 0 to 3600"),
        ('hold_s = "5"', "settings.toml: hold_s: it must be 0 to 3600"),
        ("colour = 1", "settings.toml: colour: no such setting"),
        ("who = 1", "settings.toml: who: no such setting"),
    ],
)
def test_one_wrong_setting_keeps_its_default(tmp_path: Path, line: str, problem: str) -> None:
    rest = 'email = "kim@x.example"\n' if not line.startswith("email") else 'name = "Kim"\n'
    settings, problems = load(tmp_path, rest + line)
    assert problems == [problem]
    assert settings == (Settings(email="kim@x.example") if "kim@" in rest else Settings(name="Kim"))


def test_every_wrong_setting_is_told(tmp_path: Path) -> None:
    assert load(tmp_path, "hold_s = 'x'\nblue = 1\nname = 5")[1] == [
        "settings.toml: blue: no such setting",
        "settings.toml: name: it must be text",
        "settings.toml: hold_s: it must be 0 to 3600",
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert load(tmp_path, "name =")[1][0].startswith("settings.toml: it is not TOML: ")
    assert load(tmp_path, b"name = '\xff'")[1][0].startswith("settings.toml: it can't be read: ")
    assert load(tmp_path, "x = " + "[" * 50_000)[1] == ["settings.toml: its brackets are nested too deeply"]
    (tmp_path / "folder").mkdir()
    settings, problems = load_settings(tmp_path / "folder")
    assert settings == Settings()
    assert str(problems[0]).startswith("folder: it can't be read: ")


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_give_settings_that_can_be_used(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    settings, _ = load(tmp_path_factory.getbasetemp(), data)
    assert settings.mode in ("practice", "live")


@pytest.fixture
def account_unknown() -> Iterator[None]:
    """The account is asked for anew in the test, and after it."""
    _account.cache_clear()
    yield
    _account.cache_clear()


@pytest.mark.usefixtures("account_unknown")
def test_who_is_at_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def account() -> str:
        asked.append("kim")
        return "kim"

    monkeypatch.setattr(getpass, "getuser", account)
    assert Settings(name=" Kim Example ").who == "Kim Example"
    assert Settings().who == "kim"
    assert Settings(name="  ").who == "kim"
    assert asked == ["kim"]  # a directory service may be slow: it is asked once


@pytest.mark.parametrize("error", [OSError("no user"), KeyError("uid"), ImportError("pwd")])
@pytest.mark.usefixtures("account_unknown")
def test_an_account_without_a_name(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def nobody() -> Any:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert Settings().who == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        'name = "A"\nname = "B"\n',
        'name = "A\\u0041"\n',
        'name = "A" # a "comment"\n',
        'name = """A"""\n',
        'name = "A\rB"\n',
        'name = "A"\rmode = "live"\n',
        'name = "A"\u2028mode = "live"\n',
        'name = "A\n',
        'name="A"\n',
        'name = ""\n',
        'name = "A"',
        '[name]\nmode = "live"\n',
        'no_such = "A"\n',
    ],
)
def test_what_is_read_without_a_toml_reader_is_what_that_would_read(tmp_path: Path, text: str) -> None:
    quick = _as_written(text)
    try:
        assert quick is None or quick == tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert quick is None
    assert _as_written('name = "Kim Ö"\nmode = "live"\n') == {"name": "Kim Ö", "mode": "live"}
