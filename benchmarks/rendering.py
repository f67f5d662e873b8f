"""How long one message takes to fill, against the same template in Jinja's bare sandbox with the same strings."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from jinja2.sandbox import SandboxedEnvironment

from benchmarks.measuring import Subject, by_turns, timed
from composer.domain.fields import FieldValue
from composer.rendering.compose import render_message
from composer.services.in_force import open_library

GOAL = 3.0
_AT_ONCE = 20
_RUNS = 151

DERIVED = {"now": "14:33 UTC", "severity": "P0", "phase": "Mitigating"}
TYPED = {
    "summary": "payment-service rejects confirmations since the latest deploy; charges are authorised but not confirmed.",
    "actions_taken": "Rolled payment-service back in one region; error rate falling.",
    "next_steps": "Roll back the remaining two regions, then replay the missed events.",
    "eta": "about 15 minutes",
}


@contextmanager
def subjects(_folder: Path) -> Iterator[list[Subject]]:
    """What is measured on rendering: a text that did not change, and one in which a key was pressed."""
    library = open_library(None)
    template = library.templates["slack_update"]
    bare = SandboxedEnvironment(trim_blocks=True, lstrip_blocks=True).from_string(template.body)
    day = datetime(2026, 11, 23, tzinfo=UTC).date()
    pressed = itertools.count(1)

    def floor(values: dict[str, str]) -> str:
        return bare.render(values)

    def product(values: dict[str, FieldValue]) -> str:
        return render_message(
            template, library.catalogue, values, DERIVED, library.plan.words, day=day, practice=False
        ).text

    if floor({**DERIVED, **TYPED}).strip() != product({**TYPED}).strip():
        raise RuntimeError("the floor and the program do not render the same text")

    def typing() -> str:
        return f"{TYPED['summary']} {next(pressed)}"

    yield [
        Subject(
            "render one message (slack_update), nothing changed",
            by_turns(
                lambda: timed(lambda: floor({**DERIVED, **TYPED}), _AT_ONCE),
                lambda: timed(lambda: product({**TYPED}), _AT_ONCE),
            ),
            GOAL,
            runs=_RUNS,
        ),
        Subject(
            "render one message (slack_update), another text each time",
            by_turns(
                lambda: timed(lambda: floor({**DERIVED, **TYPED, "summary": typing()}), _AT_ONCE),
                lambda: timed(lambda: product({**TYPED, "summary": typing()}), _AT_ONCE),
            ),
            GOAL,
            runs=_RUNS,
        ),
    ]
