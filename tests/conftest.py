"""What every test gets without asking: a home of its own, and a check that it left nothing behind.

A quiet run is part of passing. A warning in the log, a thread still running or a window still open fails the test
that caused it; Python's and Qt's own warnings do so by `pyproject.toml`.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Generator, Iterator
from typing import Any

import hypothesis
import pytest

# Before anything imports Qt or keyring. A person may still watch the windows: QT_QPA_PLATFORM=xcb make test.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The window speaks English in tests, whatever the computer speaks.
os.environ["LANGUAGE"] = "en"
# No test touches the keyring of whoever runs it; tests of the keyring bring their own backend.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# The program names its backend itself, so the way to it is closed too.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"

# No test asks a status feed on another computer, nor does a program that a test starts.
os.environ["INCIDENT_COMPOSER_NO_FEEDS"] = "1"

# Whoever starts the tests in the background may have told them to ignore Ctrl+C, and each program that they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

THREAD_GRACE_S = 2.0
LONGEST_FIRST = ("kill", "packaging", "page", "desktop", "ui", "cli", "journey")
"""Where files take longest: begun last, one of them would keep one worker busy while the others have nothing left to do."""

# A busy computer is no failure; what must be fast is measured in benchmarks/.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the folders that take longest first; `make test` hands the files out in this order."""
    ranks = {name: rank for rank, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))


def pytest_collection_finish() -> None:
    """What was loaded to find the tests stays until the end: no later collection walks over it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _what_stays_is_not_walked() -> None:
    """As above, for what the tests before have loaded; a file's own windows are made later, and stay garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("homes")
    return (str(folder / f"home-{number}") for number in itertools.count(1))


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program keeps of its records outside of their homes is kept in a folder of the tests; before any process is started."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(autouse=True)
def _own_home(_homes: Iterator[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the home of whoever runs it, or of another test. The folder is made by who uses it."""
    monkeypatch.setenv("INCIDENT_COMPOSER_HOME", next(_homes))


class _Unexpected(logging.Handler):
    """Keeps every record from warnings on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails the test when something was logged from warnings on; `logs_expected` says that it is meant."""
    if request.node.get_closest_marker("logs_expected"):
        yield
        return
    listener = _Unexpected()
    logging.getLogger().addHandler(listener)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(listener)
    if listener.records:
        lines = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in listener.records]
        pytest.fail("unexpected lines in the log:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fails the test when a thread that it started still runs two seconds after it."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + THREAD_GRACE_S
    left = _running_besides(before)
    while left and time.monotonic() < until:
        left[0].join(0.02)
        left = _running_besides(before)
    if left:
        pytest.fail(f"threads left running: {', '.join(t.name for t in left)}", pytrace=False)


def _running_besides(before: set[threading.Thread]) -> list[threading.Thread]:
    # A dummy stands for a thread of Qt's pool that once called Python; it cannot be joined.
    dummy = threading._DummyThread
    return [t for t in threading.enumerate() if t not in before and t.is_alive() and not isinstance(t, dummy)]


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Fails the test when a window is still shown after it; `qtbot.addWidget` closes what it is given."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    shown = [w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()]
    names = ", ".join(f"{type(w).__name__} {w.objectName()!r}" for w in shown)
    for window in shown:
        window.hide()
        window.deleteLater()
    if shown:
        pytest.fail(f"windows left open: {names}", pytrace=False)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, None]:
    """What a test logged may hold half characters, on purpose; the workers hand their reports on as UTF-8."""
    outcome = yield
    report = outcome.get_result()
    report.sections = [
        (title, text.encode("utf-8", "backslashreplace").decode("utf-8")) for title, text in report.sections
    ]
