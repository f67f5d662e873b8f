"""Tests of unwritable files prove something only if permissions hold: also when root runs the tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests import as_ordinary_user
from tests.as_ordinary_user import run_as_ordinary_user


def test_unwritable_folder_and_unreadable_file_stay_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("closed", encoding="utf-8")
    file.chmod(0o000)
    tmp_path.chmod(0o500)
    try:
        done = run_as_ordinary_user(["sh", "-c", f"touch '{tmp_path}/new' || cat '{file}' || echo refused"])
    finally:
        tmp_path.chmod(0o700)
    assert done.stdout == "refused\n"
    assert not (tmp_path / "new").exists()


def test_own_files_can_be_written(tmp_path: Path) -> None:
    done = run_as_ordinary_user([sys.executable, "-c", f"open({str(tmp_path / 'new')!r}, 'w').close()"])
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "new").exists()


def test_somebody_else_keeps_what_rights_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    as_ordinary_user.give_up_root_rights()  # would change this process for good, were it to do anything
    assert os.access("/", os.R_OK)


def test_root_elsewhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SystemExit, match="as an ordinary user"):
        as_ordinary_user.give_up_root_rights()
