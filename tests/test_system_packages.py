"""What the operating system lacks is named with the command that installs it, and never passed over."""

from __future__ import annotations

import pytest

from tests import system_packages


def test_nothing_is_missing_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.main(["test"]) == 0
    assert system_packages.main(["test", "--list"]) == 0
    assert capsys.readouterr().out == ""


def test_missing_things_are_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs = {"libno-such-thing.so.9": "libno9", "no-such-program": "no-such", "sh": "dash"}
    needs |= {"/no/*/such-file": "no-file", "/bin/*sh": "dash"}
    monkeypatch.setitem(system_packages.NEEDS, "test", needs)
    monkeypatch.setattr("sys.platform", "linux")

    assert system_packages.main([]) == 1
    assert capsys.readouterr().err == (
        "Missing on this computer: libno-such-thing.so.9, no-such-program, /no/*/such-file. On Debian or Ubuntu:\n"
        "    sudo apt-get install libno9 no-file no-such\n"
    )
    assert system_packages.main(["--list"]) == 0
    assert capsys.readouterr().out == "libno9\nno-file\nno-such\n"


def test_libraries_are_a_matter_of_linux_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(system_packages.NEEDS, "run", {"libno-such-thing.so.9": "libno9"})
    assert system_packages.missing("run") == {}


def test_running_needs_no_tool_of_the_tests() -> None:
    assert set(system_packages.NEEDS["run"]) < set(system_packages.NEEDS["test"])


def test_a_desktop_that_is_missing_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == "xdotool" else name)
    assert system_packages.main(["test"]) == 1
    assert capsys.readouterr().err.endswith("sudo apt-get install xdotool\n")
