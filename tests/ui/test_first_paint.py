"""The first paint: what it shows, what it has not loaded, and what comes after it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from composer.paths import open_home
from tests.ui.compose_home import home_with_incident
from ui.app import Program
from ui.remembered import PlanWords
from ui.shell.opening import IncidentOpening, WelcomeOpening
from ui.shell.window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "alembic",
    "argparse",  # of PySide's writers of type stubs
    "asyncio",
    "composer.domain.errors",
    "composer.domain.plan",
    "composer.logs",
    "composer.services",
    "concurrent.futures",
    "ctypes",
    "dataclasses",
    "email",
    "filelock",
    "http",
    "httpx",
    "jinja2",
    "keyring",
    "pydantic",
    "hunspell",
    "re2",
    "slugify",
    "sqlalchemy",
    "ssl",
    "tomllib",
    "ui.actions",
    "ui.compose",
    "ui.door",
    "ui.notify",
    "ui.welcome",
)
"""Nothing of these may be loaded before the window was painted."""

WITH_AN_ACT = {
    "composer.services.dry_running",
    "composer.services.putting_right",
    "html",  # with its table of named characters
    "httpx",
    "ui.approval_sheet",
    "ui.compose.confirming",
    "ui.compose.reason",
    "ui.publish.page",
}
"""Nothing of these may be loaded in practice before the first screen can be made: being ready to publish would wait for it."""

AT_FIRST_PAINT = """
import builtins, json, sys
plain = builtins.__import__
from ui.__main__ import start
import ui.plain_imports
ui.plain_imports.import_qt()
kept = builtins.__import__ is plain
from PySide6.QtWidgets import QApplication
from ui.shell.window import MainWindow

told = []
def look():
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    told.append((sorted(sys.modules), kept, [card._title.text() for card in window.rail._cards]))
paint = MainWindow.paintEvent
def painted(self, event):
    paint(self, event)
    if not told:
        look()
MainWindow.paintEvent = painted
show = MainWindow.go
then = []
def shown(self, name, argument=None):
    then.extend(sys.modules)
    QApplication.instance().quit()
    show(self, name, argument)
    widgets.extend(vars(sys.modules["PySide6.QtWidgets"]))
MainWindow.go = shown
widgets = []
status = start(["--home", sys.argv[1]])
print(json.dumps([status, *told[0], then, widgets]))
"""


@pytest.mark.parametrize("incident", [True, False])
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path, incident: bool) -> None:
    home = home_with_incident(tmp_path)[0] if incident else open_home(tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, str(home.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    status, modules, kept, titles, loaded_later, widgets = json.loads(done.stdout)
    assert status == 0
    loaded = {name for name in modules if any(name == one or name.startswith(f"{one}.") for one in HEAVY)}
    assert not loaded
    assert "sqlite3" in modules  # it did look into the record
    assert kept
    assert titles == (["Checkout payments failing"] if incident else [])
    assert {"sqlalchemy", "ui.compose.view" if incident else "ui.welcome.view"} <= set(loaded_later)
    with_a_new_record = set() if incident else {"html"}  # what writes its tables brings it along
    assert WITH_AN_ACT & set(loaded_later) == with_a_new_record
    assert "QLabel" in widgets
    assert "QCalendarWidget" not in widgets  # nothing had PySide6 make every class of widget: see viewport_of


def test_qt_leaves_pythons_import_alone() -> None:
    """What `import_qt` takes away is needed by `from __feature__` alone: nothing shipped may say so, or use the names that it gives."""
    script = (
        "import builtins; plain = builtins.__import__; from ui.plain_imports import import_qt; import_qt(); "
        "assert builtins.__import__ is plain; import PySide6.QtCore; assert builtins.__import__ is plain; "
        "PySide6.QtCore.QTimer().start('soon')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert "TypeError" in done.stderr  # a wrong call is still told with what would be right
    assert "start(msec: int, /)" in done.stderr
    for path in ROOT.joinpath("ui").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(r"^\s*(from|import)\s+__feature__", text, re.MULTILINE), path
        assert not re.search(r"\.(set_object_name|set_layout|add_widget|set_window_title)\(", text), path


@pytest.fixture
def program(qtbot, tmp_path):
    """Makes the program on a home; closed after the test."""
    made: list[Program] = []
    palette, style = QApplication.palette(), QApplication.style().objectName()

    def make(home) -> Program:
        one = Program(home)
        made.append(one)
        one.start()
        return one

    yield make
    for one in made:
        one.stop()
        one.window.close()
        one.window.deleteLater()
        one.deleteLater()
    QApplication.setPalette(palette)
    QApplication.setStyle(style)
    QApplication.processEvents()


def words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_incident_is_there_at_once_and_stays_where_it_is(program, qtbot, tmp_path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    one = program(home)
    opening = one.window.stack.currentWidget()
    assert isinstance(opening, IncidentOpening)
    assert "Checkout payments failing" in words(opening)
    (card,) = one.window.rail._cards
    assert card.incident_id == incident_id
    assert card.selected
    assert "Looking at what is due…" in words(card)
    qtbot.waitUntil(lambda: one.window.stack.currentWidget() is not opening, timeout=20_000)
    assert one.window.screen_name() == "compose"
    assert one.window.stack.currentWidget().presenter.round is not None  # it came into sight filled
    assert one.window.rail._cards == [card]  # the same card, not another one in its place
    assert card.selected
    assert "Looking at what is due…" not in words(card)


def test_the_window_has_a_turn_between_filling_the_first_screen_and_showing_it(
    program, qtbot, tmp_path, monkeypatch
) -> None:
    order: list[str] = []
    show_soon = MainWindow._show_soon

    def filled(window: MainWindow) -> None:
        show_soon(window)
        QTimer.singleShot(0, lambda: order.append("a turn"))  # what has waited meanwhile

    monkeypatch.setattr(MainWindow, "_show_soon", filled)
    one = program(home_with_incident(tmp_path)[0])
    one.window.shown.connect(lambda: order.append("shown"))
    qtbot.waitUntil(lambda: "shown" in order, timeout=20_000)
    assert order[0] == "a turn"


def test_without_an_incident_the_first_words_stand_where_they_will_stand(program, qtbot, tmp_path) -> None:
    one = program(open_home(tmp_path / "home"))
    opening = one.window.stack.currentWidget()
    assert isinstance(opening, WelcomeOpening)
    one.window.resize(1_280, 820)
    QApplication.processEvents()
    title = next(label for label in opening.findChildren(QLabel) if "One set of facts" in label.text())
    before = (title.text(), title.mapTo(one.window, title.rect().topLeft()), title.font())
    qtbot.waitUntil(lambda: one.window.screen_name() == "welcome", timeout=20_000)
    QApplication.processEvents()
    view = one.window.stack.currentWidget()
    after = next(label for label in view.findChildren(QLabel) if "One set of facts" in label.text())
    assert (after.text(), after.mapTo(one.window, after.rect().topLeft()), after.font()) == before


def test_what_is_pressed_before_the_core_is_ready_is_done_then(program, qtbot, tmp_path) -> None:
    one = program(open_home(tmp_path / "home"))
    assert not one.session.is_open
    one.window.rail.declare.click()
    qtbot.waitUntil(lambda: one.window.screen_name() is not None, timeout=20_000)
    assert one.window.screen_name() == "declare"


def test_a_screen_that_is_filled_a_turn_after_it_came_into_sight_asks_nothing_of_a_closed_core(
    program, qtbot, tmp_path
) -> None:
    """Whoever closes the window in that turn would read of an error."""
    one = program(open_home(tmp_path / "home"))
    qtbot.waitUntil(lambda: one.session.is_open, timeout=20_000)
    screens = []
    for name in ("declare", "plan"):
        one.go(name)
        qtbot.waitUntil(lambda name=name: one.window.screen_name() == name, timeout=20_000)
        screens.append(one.window.stack.currentWidget())
    declare, plan = screens
    qtbot.waitUntil(lambda: declare._presenter._standing is not None, timeout=20_000)
    one.session.close()
    declare._presenter._show_restored()
    plan._show_first(None)


def test_a_window_that_nobody_sees_gets_ready_all_the_same(program, qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("ui.app.UNSEEN_MS", 50)
    monkeypatch.setattr("ui.shell.window.MainWindow.paintEvent", lambda self, event: None)
    one = program(open_home(tmp_path / "home"))
    qtbot.waitUntil(lambda: one.session.is_open, timeout=20_000)


def test_the_words_of_the_plan_are_remembered(tmp_path) -> None:
    path = str(tmp_path / "window.ini")
    settings = QSettings(path, QSettings.Format.IniFormat)
    assert (PlanWords(settings).ranks, PlanWords(settings).phases) == ({}, {})
    PlanWords(settings).remember(["SEV1", "SEV2"], {"looking": "We look, and we see", "done": "Done"})
    settings.sync()
    again = PlanWords(QSettings(path, QSettings.Format.IniFormat))
    assert again.ranks == {"SEV1": 0, "SEV2": 1}
    assert again.phases == {"looking": "We look, and we see", "done": "Done"}
    Path(path).write_text("[plan]\nseverities=P0\nphases=odd\n", encoding="utf-8")
    odd = PlanWords(QSettings(path, QSettings.Format.IniFormat))
    assert (odd.ranks, odd.phases) == ({"P0": 0}, {})
