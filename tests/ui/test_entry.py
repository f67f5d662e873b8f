"""The program's entry: a command goes to the command line, none opens the window or says why not."""

from __future__ import annotations

import pytest

from composer import __version__
from ui.__main__ import start
from ui.display import has_display


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--version"]) == 0
    assert capsys.readouterr().out == f"incident-composer {__version__}\n"


def test_a_command_goes_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["connections", "list"]) == 0
    assert "There are no connections" in capsys.readouterr().out


def test_without_a_display_one_line_says_so_and_names_the_rehearsal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert start([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no display" in line
    assert "rehearse" in line


def test_elsewhere_there_is_always_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert has_display()
