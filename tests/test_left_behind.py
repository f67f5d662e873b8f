"""The checks around every test work: what is left behind, and a loud log, fail the test that did it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")

TESTS = """
import logging, os, threading, time
import pytest
from PySide6.QtWidgets import QLabel

def test_warning():
    logging.getLogger("incident_composer.x").warning("not asked for")

@pytest.mark.logs_expected
def test_expected_warning():
    logging.getLogger("incident_composer.x").warning("asked for")

def test_thread():
    threading.Thread(target=time.sleep, args=(4,), name="forgotten", daemon=True).start()

def test_short_thread():
    threading.Thread(target=time.sleep, args=(0.2,)).start()

def test_window(qapp, request):
    request.config.label = QLabel("still here")
    request.config.label.show()

def test_closed_window(qtbot):
    label = QLabel("closed in time")
    qtbot.addWidget(label)
    label.show()

HOMES = set()

@pytest.mark.parametrize("number", range(2))
def test_own_home(number):
    home = os.environ["INCIDENT_COMPOSER_HOME"]
    assert home not in HOMES and not os.path.exists(home) and "pytest-of" in home
    HOMES.add(home)
"""


def test_each_check_fails_the_right_test(tmp_path: Path) -> None:
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    settings = "[pytest]\nmarkers = logs_expected\nqt_api = pyside6\n"
    (tmp_path / "pytest.ini").write_text(settings, encoding="utf-8")
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
    command = [sys.executable, "-m", "pytest", "-rfEp", "--tb=short", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, env=quiet, capture_output=True, text=True, timeout=90)

    summary = done.stdout.partition("short test summary")[2]
    failed = {line.split("::")[1].split(" ")[0] for line in summary.splitlines() if line.startswith("ERROR")}
    assert failed == {"test_warning", "test_thread", "test_window"}, done.stdout
    assert "WARNING incident_composer.x: not asked for" in done.stdout
    assert "threads left running: forgotten" in done.stdout
    assert "windows left open: QLabel" in done.stdout
    assert "8 passed" in done.stdout


@pytest.mark.parametrize("name", ["QT_QPA_PLATFORM", "PYTHON_KEYRING_BACKEND"])
def test_neither_display_nor_keyring_of_the_person_is_used(name: str) -> None:
    assert os.environ[name]
