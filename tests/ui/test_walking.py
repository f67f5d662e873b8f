"""F8 goes from problem to problem, also while they are being mended one by one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from composer.domain.findings import Finding, Level
from ui.compose.walking import Walk

A, B, C = (Finding("required_missing", f"{name} is empty.", field=name) for name in "abc")
HINT = Finding("jargon", "Plainer.", Level.ADVICE, field="a")


def walked(walk: Walk, *found: Finding, by: int = 1) -> Finding | None:
    round_: Any = SimpleNamespace(findings=found)
    return walk.step(round_, by)


def test_a_mended_problem_leads_to_the_one_behind_it_and_none_is_left_out() -> None:
    walk = Walk()
    assert walked(walk, A, B, C) is A
    assert walked(walk, B, C, HINT) is B, "a was filled, and has a hint now"
    assert walked(walk, C, HINT) is C
    assert walked(walk, HINT) is HINT
    assert walked(walk) is None
    assert walked(walk, A, B) is A


def test_what_stays_is_passed_in_both_directions_wherever_it_moves() -> None:
    walk = Walk()
    assert [walked(walk, A, B, C) for _ in range(4)] == [A, B, C, A]
    assert [walked(walk, A, B, C, by=-1) for _ in range(2)] == [C, B]
    assert walked(walk, HINT, C, B, A) is A, "b stands elsewhere now"
    assert walked(walk, B, C, by=-1) is C, "a was mended: the one before it"
    assert walked(Walk(), A, B, by=-1) is B
    walk.start_anew()
    assert walked(walk, B, C) is B


def test_of_two_alike_in_one_field_the_second_is_led_to_once_the_first_is_out() -> None:
    first = Finding("leak_host", "A host.", field="a", span=(0, 5), quote="web-1")
    second = Finding("leak_host", "A host.", field="a", span=(10, 15), quote="web-2")
    moved = Finding("leak_host", "A host.", field="a", span=(5, 10), quote="web-2")
    walk = Walk()
    assert walked(walk, first, second, B) is first
    assert walked(walk, moved, B) is moved
    assert walked(walk, moved, B) is B
    walk = Walk()
    assert walked(walk, first, B) is first
    assert walked(walk, moved, B) is B, "the same one, with a letter typed before it"
