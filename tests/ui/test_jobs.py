"""The one place that knows threads: answers come back on the main thread, or not at all."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.jobs import WORKERS, JobRunner


class Asker(QObject):
    """Somebody who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        self.heard.append((answer, threading.current_thread() is threading.main_thread()))


@pytest.fixture
def jobs() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


def test_an_answer_comes_on_the_main_thread(qtbot: QtBot, jobs: JobRunner) -> None:
    asker = Asker()
    jobs.submit(lambda: 7, asker.hear)
    qtbot.waitUntil(lambda: bool(asker.heard))
    assert asker.heard == [(7, True)]


def test_an_answer_after_its_owner_is_dropped(qtbot: QtBot, jobs: JobRunner) -> None:
    asker, go, heard = Asker(), threading.Event(), list[object]()
    jobs.submit(go.wait, asker.hear)
    jobs.submit(lambda: 2, heard.append, owner=asker)
    jobs.submit(lambda: 3, heard.append)
    shiboken6.delete(asker)
    go.set()
    qtbot.waitUntil(lambda: jobs.busy == 0)
    assert asker.heard == []
    assert heard == [3]


def test_closing_does_not_wait_for_what_was_cancelled_before_it_began(qtbot: QtBot, jobs: JobRunner) -> None:
    go, begun = threading.Event(), list[int]()

    def work() -> None:
        begun.append(1)
        go.wait(10)

    for _ in range(WORKERS["send"] + 2):
        jobs.submit(work, line="send")
    qtbot.waitUntil(lambda: len(begun) == WORKERS["send"])
    jobs.close(meanwhile=go.set)
    assert len(begun) == WORKERS["send"]


def test_what_only_looks_keeps_nothing_waiting_and_is_done_in_turn(qtbot: QtBot, jobs: JobRunner) -> None:
    """A page that says nothing for long delays neither a delivery nor the end of the window."""
    go, heard = threading.Event(), list[int]()
    jobs.submit(lambda: go.wait(10), line="look")
    jobs.submit(lambda: 2, heard.append, line="look")
    jobs.submit(lambda: 1, heard.append, line="send")
    qtbot.waitUntil(lambda: heard == [1])
    began = time.monotonic()
    jobs.close()
    assert time.monotonic() - began < 5
    go.set()
    qtbot.wait(20)
    assert heard == [1], "what it would still have said is lost"


def test_what_only_looks_tells_its_answers_and_its_mistakes(qtbot: QtBot, jobs: JobRunner) -> None:
    heard: list[object] = []
    jobs.submit(lambda: 1, heard.append, line="look")
    jobs.submit(lambda: 1 // 0, heard.append, heard.append, line="look")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == 1
    assert isinstance(heard[1], ZeroDivisionError)
