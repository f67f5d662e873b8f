"""The door of a window: who knocks is heard once and answered, and whoever stands there silent holds nobody up."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from ui import door

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the sockets here are those of Unix")


@pytest.fixture
def name():
    return f"incident-composer-test-{uuid.uuid4().hex[:12]}"


@pytest.fixture
def heard():
    return []


@pytest.fixture(params=[door._UnixDoor, door._QtDoor])
def opened(request, name, heard, qapp):
    """A door of either kind; the one for Windows opens here too."""
    parent = QObject()
    one = request.param(name, heard.append, parent)
    yield one
    one.close()
    parent.deleteLater()


def in_the_background(call):
    answers = []
    thread = threading.Thread(target=lambda: answers.append(call()))
    thread.start()
    return thread, answers


@pytest.mark.parametrize("knock", ["_knock", "_knock_with_qt"])
def test_who_knocks_is_heard_and_answered(opened, knock, name, heard, qtbot):
    # From a process of its own, as a second start: Qt's client holds Python's lock while it waits.
    call = f"import sys; from ui import door; sys.exit(not door.{knock}({name!r}, b'a token \\xc3\\xa9\\n'))"
    with subprocess.Popen([sys.executable, "-c", call], cwd=Path(__file__).parents[2]) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    assert other.returncode == 0
    assert heard == ["a token é"]


def test_a_closed_door_leaves_nothing_and_nobody_opens(name, heard, qapp):
    parent = QObject()
    one = door._UnixDoor(name, heard.append, parent)
    assert door._path(name).stat().st_mode & 0o777 == 0o600
    one.close()
    one.close()
    assert not door._path(name).exists()
    assert not door.knock(name, "")
    parent.deleteLater()


def test_what_a_dead_window_left_is_taken_over(name, heard, qtbot):
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(door._path(name)))
    left.close()
    assert door._path(name).exists()
    assert not door.knock(name, "")
    parent = QObject()
    one = door.open_door(name, heard.append, parent)
    thread, answers = in_the_background(lambda: door.knock(name, "in pieces"))
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    assert (answers, heard) == ([True], ["in pieces"])
    one.close()
    parent.deleteLater()


def test_the_silent_the_slow_and_the_endless_hold_nobody_up(name, heard, qtbot):
    parent = QObject()
    one = door._UnixDoor(name, heard.append, parent)

    def guest():
        made = socket.socket(socket.AF_UNIX)
        made.settimeout(5)
        made.connect(str(door._path(name)))
        return made

    silent, slow, endless, gone = guest(), guest(), guest(), guest()
    gone.close()
    slow.sendall(b"half a ")
    endless.sendall(b"x" * door.LONGEST)
    thread, answers = in_the_background(lambda: door.knock(name, "now"))
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    slow.sendall(b"line\nand more")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert (answers, heard) == ([True], ["now", "half a line"])
    assert slow.recv(100) == door.ANSWER
    assert endless.recv(100) == b""  # sent away
    crowd = [guest() for _ in range(door.AT_ONCE)]
    qtbot.waitUntil(lambda: len(one._guests) == door.AT_ONCE)
    one.close()
    assert silent.recv(100) == b""
    for each in (silent, slow, endless, *crowd):
        each.close()
    parent.deleteLater()


def test_a_door_of_somebody_else_is_not_knocked_at(name, heard, qapp, monkeypatch):
    parent = QObject()
    one = door._UnixDoor(name, heard.append, parent)
    owner = door._path(name).stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert not door.knock(name, "a token")
    one.close()
    parent.deleteLater()


def test_where_there_can_be_no_door_it_says_why(name, heard, qapp):
    parent = QObject()
    with pytest.raises(door.DoorError):
        door.open_door(f"{name}/in/no/folder", heard.append, parent)
    parent.deleteLater()
