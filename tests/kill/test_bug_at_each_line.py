"""Cases 20 and 21 of docs/faults.md: an error at each line that a delivery passes on its way out, in turn; memory that runs out is one of them."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import composer.publishing
from composer.connections import credentials
from composer.paths import HomePaths, Mode
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.services.core import Services
from tests.connections.memory_ring import MemoryRing
from tests.journey.live_journey import HurriedClock
from tests.kill import live_rounds

SENDER = str(Path(composer.publishing.__file__).parent)
Line = tuple[str, int]


class Tracer:
    """Notes each line of the sender that is passed, in whichever thread; at `target` it raises, once."""

    def __init__(self, target: Line | None = None, error: type[Exception] = ZeroDivisionError) -> None:
        self.passed: dict[Line, None] = {}
        self.has_struck = False
        self._target, self._error = target, error

    def __call__(self, frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        return self._line if frame.f_code.co_filename.startswith(SENDER) else None

    def _line(self, frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        if event == "line":
            line = frame.f_code.co_filename, frame.f_lineno
            self.passed[line] = None
            if line == self._target and not self.has_struck:
                self.has_struck = True
                raise self._error("sown here")
        return self._line

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """In this thread, and in those that begin meanwhile."""
        before, of_threads = sys.gettrace(), threading.gettrace()
        threading.settrace(self)
        sys.settrace(self)
        try:
            yield
        finally:
            sys.settrace(before)
            threading.settrace(of_threads)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = MemoryRing()
    for name, secret in zip(
        ("slack", "statuspage", "sendgrid", "pagerduty"), live_rounds.SECRETS, strict=True
    ):
        ring.kept["incident-composer", f"{name}@127.0.0.1"] = secret
    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (lambda: ring,))
    monkeypatch.setattr(slack_module, "SETTLE_S", 0)
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)


def round_with(tracer: Tracer, folder: Path, vendor: str) -> list[str]:
    """What of the invariants does not hold after a round under that tracer, and a restart."""
    shutil.rmtree(folder, ignore_errors=True)
    with live_rounds.services() as there:
        home = live_rounds.made_home(folder, there)
        data = live_rounds.publish_file(folder, vendor).read_bytes()
        clock = HurriedClock()
        with Services(HomePaths(home), Mode.LIVE, clock=clock) as services:
            request = services.read_request(data, "here")
            stored = services.publish(request, carry_out=False).publish
            assert stored is not None
            # Where it is in the outbox itself, it is heard, and the program ends.
            with tracer.at_work(), suppress(ZeroDivisionError, MemoryError):
                services.carry_out(stored)
        for _ in range(2):
            with Services(HomePaths(home), Mode.LIVE, clock=clock) as services:
                services.resume()
        return live_rounds.violations(home, there)


def sown(vendor: str, folder: Path) -> int:
    """An error at each line that a delivery to that service passes; how many there were."""
    clean = Tracer()
    assert round_with(clean, folder, vendor) == []
    wrong, struck = [], 0
    for number, line in enumerate(clean.passed):
        tracer = Tracer(line, MemoryError if number % 2 else ZeroDivisionError)
        told = round_with(tracer, folder, vendor)
        struck += tracer.has_struck
        wrong += [f"{Path(line[0]).name}:{line[1]}: {text}" for text in told]
    assert wrong == []
    return struck


@pytest.mark.sweep
@pytest.mark.logs_expected
@pytest.mark.timeout(1_800)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("vendor", live_rounds.MESSAGES)
def test_20_21_an_error_at_each_line_of_the_sender_loses_nothing_and_doubles_nothing(
    vendor: str, tmp_path: Path
) -> None:
    struck = sown(vendor, tmp_path / "round")
    print(f"\n{vendor}: {struck} lines of the sender, an error at each")
    assert struck >= 200
