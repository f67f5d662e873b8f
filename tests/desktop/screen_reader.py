"""What a screen reader gets of a program, through AT-SPI; run by the system's own Python, which has the bindings.

Reads a question a line from standard input and writes an answer a line, as JSON: `tree` (everything that is shown, in order), `focus` (the name of what has the focus) or `said` (what was
read out since the start). The first line it writes says that it hears: what has the focus before that is not known.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be chosen first

PROGRAM = "incident-composer"
said: list[str] = []
focus = ""


def program() -> Any:
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(place)
        if one is not None and PROGRAM in (one.get_name() or ""):
            return one
    return None


def named(one: Any) -> str:
    """As a reader names it: by its labels where it has some, else by its own name."""
    labels = [
        relation.get_target(place).get_name()
        for relation in one.get_relation_set()
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY
        for place in range(relation.get_n_targets())
    ]
    return " ".join(labels) or one.get_name() or ""


def shown(one: Any) -> dict[str, Any]:
    states = one.get_state_set()
    return {
        "role": one.get_role_name(),
        "name": named(one),
        "id": one.get_accessible_id().rpartition(".")[2],
        "checked": states.contains(Atspi.StateType.CHECKED),
    }


def walk(one: Any) -> list[dict[str, Any]]:
    found = []
    for place in range(min(one.get_child_count(), 200)):
        child = one.get_child_at_index(place)
        if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        found += [shown(child), *walk(child)]
    return found


def answer(question: str) -> None:
    found: Any = None
    try:
        if question == "said":
            found = said
        elif question == "focus":
            found = focus
        elif (top := program()) is not None:
            found = walk(top)
    except GLib.Error:
        found = None  # something went while it was looked at: asked again
    print(json.dumps(found), flush=True)


def questions(loop: GLib.MainLoop) -> None:
    for line in sys.stdin:
        GLib.idle_add(answer, line.strip())
    GLib.idle_add(loop.quit)


def hear(event: Any) -> None:
    global focus
    if event.type.startswith("object:announcement"):
        said.append(str(event.any_data))
    elif event.detail1:
        with contextlib.suppress(GLib.Error):  # it went again
            focus = named(event.source)


Atspi.init()
listener = Atspi.EventListener.new(hear)
listener.register("object:announcement")
listener.register("object:state-changed:focused")
main_loop = GLib.MainLoop()
print(json.dumps("ready"), flush=True)
threading.Thread(target=questions, args=(main_loop,), daemon=True).start()
main_loop.run()
