"""Settings are written so that they are read back as they were, or the file stays as it was."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import UserFacingError
from composer.settings import LANGUAGES, MODES, Settings, load_settings, save_settings


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    settings = Settings('Kim "K" Example \\ 金', "kim@x.example", "live", 7.5)
    save_settings(file, settings)
    assert load_settings(file) == (settings, ())
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]


def test_defaults_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(file, Settings(name="Kim"))
    assert file.read_text(encoding="utf-8") == 'name = "Kim"\n'
    save_settings(file, Settings())
    assert file.read_bytes() == b""


def test_a_hold_of_nothing_is_kept_apart_from_the_plans_hold(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(file, Settings(hold_s=0))
    assert load_settings(file)[0].hold_s == 0
    save_settings(file, Settings(hold_s=None))
    assert load_settings(file)[0].hold_s is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_only_the_person_may_read_it(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.toml", Settings(name="Kim"))
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o600


def test_what_a_crash_left_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / ".settings.toml.tmp").write_text("half")
    save_settings(tmp_path / "settings.toml", Settings(name="Kim"))
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError) as caught:
        save_settings(tmp_path / "missing" / "settings.toml", Settings(name="Kim"))
    assert "could not be saved" in caught.value.message
    assert caught.value.next_step
    (tmp_path / "settings.toml").mkdir()
    (tmp_path / "settings.toml" / "x").write_text("")
    with pytest.raises(UserFacingError):
        save_settings(tmp_path / "settings.toml", Settings(name="Kim"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["settings.toml"]


@given(
    st.builds(
        Settings,
        name=st.text(),
        email=st.text(),
        mode=st.sampled_from(MODES),
        hold_s=st.none() | st.integers(0, 3_600) | st.floats(0, 3_600),
        language=st.sampled_from(LANGUAGES),
    )
)
def test_any_settings_survive(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    file = tmp_path_factory.getbasetemp() / "saved.toml"
    save_settings(file, settings)
    assert load_settings(file) == (settings, ())


def test_half_a_character_becomes_a_question_mark(tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.toml", Settings(name="a\ud800b"))
    assert load_settings(tmp_path / "settings.toml")[0].name == "a?b"
