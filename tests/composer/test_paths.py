"""The home folder: which one is meant, what is made in it, and the words for one that cannot be used."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import platformdirs
import pytest

from composer.domain.errors import HomeError
from composer.paths import HomePaths, Mode, beyond_homes, home_folder, open_home
from tests.as_ordinary_user import run_as_ordinary_user


def test_explicit_wins_over_environment(tmp_path: Path) -> None:
    environ = {"INCIDENT_COMPOSER_HOME": str(tmp_path / "named")}
    assert home_folder(tmp_path / "given", environ) == tmp_path / "given"
    assert home_folder(None, environ) == tmp_path / "named"


@pytest.mark.parametrize("environ", [{}, {"INCIDENT_COMPOSER_HOME": ""}])
def test_platform_folder_is_the_default(environ: dict[str, str]) -> None:
    assert home_folder(None, environ) == Path(
        platformdirs.user_data_dir("incident-composer", appauthor=False)
    )


def test_environment_of_the_process_is_read_when_none_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INCIDENT_COMPOSER_HOME", str(tmp_path))
    assert home_folder() == tmp_path


def test_what_is_told_of_records_outside_of_homes_lies_in_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    default = home_folder(None, {})
    assert default not in (beyond_homes(), *beyond_homes().parents)
    if sys.platform.startswith("linux"):
        assert beyond_homes() == tmp_path / "incident-composer-records"


def test_relative_and_tilde_become_full_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert home_folder("here", {}) == tmp_path / "here"
    assert home_folder("~/there", {}) == tmp_path / "me" / "there"


def test_names_inside_a_home_do_not_change(tmp_path: Path) -> None:
    home = HomePaths(tmp_path)
    named = {
        "settings": home.settings,
        "connections": home.connections,
        "plan": home.plan,
        "templates": home.templates,
        "live": home.record(Mode.LIVE),
        "practice record": home.record(Mode.PRACTICE),
        "page": home.status_page,
        "mail": home.mail,
        "slack": home.slack_transcript,
        "pagerduty": home.pagerduty_transcript,
        "logs": home.logs,
        "high water": home.high_water,
    }
    assert {name: path.relative_to(tmp_path).as_posix() for name, path in named.items()} == {
        "settings": "settings.toml",
        "connections": "connections.toml",
        "plan": "plan.toml",
        "templates": "templates",
        "live": "record.db",
        "practice record": "practice/record.db",
        "page": "practice/status-page",
        "mail": "practice/mail",
        "slack": "practice/slack.jsonl",
        "pagerduty": "practice/pagerduty.jsonl",
        "logs": "logs",
        "high water": "record.high-water",
    }


def test_mode_may_be_named_and_a_wrong_one_never_falls_to_either_record(tmp_path: Path) -> None:
    home = HomePaths(tmp_path)
    assert home.record("live") == home.record(Mode.LIVE)
    assert home.record("practice") == home.record(Mode.PRACTICE)
    with pytest.raises(ValueError, match="LIVE"):
        home.record("LIVE")


def test_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    home = open_home(tmp_path / "new")
    modes = {folder.name: stat.S_IMODE(folder.stat().st_mode) for folder in home.folders}
    assert modes == dict.fromkeys(("new", "templates", "logs", "practice", "status-page", "mail"), 0o700)


def test_opening_a_home_again_changes_nothing(tmp_path: Path) -> None:
    home = open_home(tmp_path)
    home.status_page.chmod(0o755)  # somebody lets a web server read it
    home.settings.write_text("mode = 'live'\n", encoding="utf-8")

    assert open_home(tmp_path) == home
    assert stat.S_IMODE(home.status_page.stat().st_mode) == 0o755
    assert home.settings.read_text(encoding="utf-8") == "mode = 'live'\n"


@pytest.mark.parametrize("inside", ["", "below"])
def test_home_that_is_a_file(tmp_path: Path, inside: str) -> None:
    file = tmp_path / "file"
    file.write_text("kept", encoding="utf-8")
    with pytest.raises(HomeError, match="a file stands in its place") as caught:
        open_home(file / inside)
    assert "--home" in str(caught.value.next_step)
    assert file.read_text(encoding="utf-8") == "kept"


def test_file_where_a_folder_of_the_home_belongs(tmp_path: Path) -> None:
    (tmp_path / "practice").write_text("", encoding="utf-8")
    with pytest.raises(HomeError, match=r"practice cannot be a folder"):
        open_home(tmp_path)


def test_home_without_a_name() -> None:
    with pytest.raises(HomeError, match="without a name"):
        home_folder("", {})


def test_home_of_an_unknown_person() -> None:
    with pytest.raises(HomeError, match="does not know"):
        home_folder("~nobody-of-that-name/x", {})


def test_name_that_the_file_system_refuses(tmp_path: Path) -> None:
    with pytest.raises(HomeError, match=r"cannot be made: File name too long\."):
        open_home(tmp_path / ("x" * 300))


OPEN = """
import sys
from composer.domain.errors import HomeError
from composer.paths import open_home
try:
    open_home(sys.argv[1])
except HomeError as trouble:
    print(trouble.message)
else:
    print("opened")
"""


@pytest.mark.parametrize(
    ("mode", "home", "words"),
    [
        (0o500, "locked/new", "cannot be made: its parent may not be written"),
        (0o500, "locked", "may not be read and written by you"),
        (0o300, "locked", "may not be read and written by you"),
        (0o000, "locked", "may not be read and written by you"),
    ],
    ids=["below an unwritable folder", "unwritable", "unreadable", "closed"],
)
def test_home_closed_by_permissions(tmp_path: Path, mode: int, home: str, words: str) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(mode)
    try:
        done = run_as_ordinary_user([sys.executable, "-c", OPEN, str(tmp_path / home)])
    finally:
        locked.chmod(0o700)
    assert done.returncode == 0, done.stderr
    assert words in done.stdout
    assert list(locked.iterdir()) == []


def test_words_for_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above, in this process: the words alone."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refuse)
        with pytest.raises(HomeError, match="its parent may not be written"):
            open_home(tmp_path / "new")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(HomeError, match="may not be read and written by you"):
        open_home(tmp_path)


def test_complete_home_that_became_read_only(tmp_path: Path) -> None:
    open_home(tmp_path)
    tmp_path.chmod(0o500)
    try:
        done = run_as_ordinary_user([sys.executable, "-c", OPEN, str(tmp_path)])
    finally:
        tmp_path.chmod(0o700)
    assert done.stdout == f"The folder {tmp_path} may not be read and written by you.\n"
