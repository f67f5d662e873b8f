"""No worker makes a class of Qt: all that the window's code names are made on its own thread first."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from ui.qt_classes import NAMES, OTHERS

UI = Path(__file__).resolve().parents[2] / "ui"

SCRIPT = """
import json, sys, threading
from ui.plain_imports import import_qt
import_qt()
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui.qt_classes import make_other_qt_classes, make_qt_classes
from PySide6 import QtCore, QtGui, QtWidgets
from importlib import import_module
from ui.screens import ASKED_BY_COMPOSE, NAMES, WITH_THE_SECOND, load

def names():
    return {(one.__name__, name) for one in (QtCore, QtGui, QtWidgets) for name in vars(one)}

def made_by(work):
    before = names()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return sorted(".".join(one) for one in names() - before)

def first():
    import_module("ui.door")
    load("compose")
    load("welcome")

def others():
    for name in NAMES:
        load(name)
    for module in (*ASKED_BY_COMPOSE, *WITH_THE_SECOND):
        import_module(module)

make_qt_classes()
by_the_first = made_by(first)
make_other_qt_classes()
print(json.dumps([by_the_first, made_by(others)]))
"""


def test_every_class_that_the_window_names_is_listed_once() -> None:
    used: dict[str, set[str]] = {}
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                used.setdefault(node.module or "", set()).update(one.name for one in node.names)
            assert (
                not isinstance(node, ast.Import)
                or file.name == "plain_imports.py"
                or not any(one.name.startswith("PySide6") for one in node.names)
            ), f"{file}: names no class"
    assert {module: sorted(names) for module, names in used.items()} == {
        module: sorted(f"{names} {OTHERS.get(module, '')}".split()) for module, names in NAMES.items()
    }


def test_importing_every_screen_on_a_worker_makes_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=UI.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [[], []]
