"""Segments cut into lines, and what counts as the template's own label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.message import Segment, join
from composer.rendering.lines import is_heading, label_length, lines_of, paragraphs_of

SEGMENTS = st.lists(
    st.builds(Segment, st.text(st.sampled_from("ab: \n"), max_size=8), st.sampled_from([None, "x"]))
)


@given(SEGMENTS)
def test_lines_give_back_the_text_and_the_fields(segments: list[Segment]) -> None:
    lines = list(lines_of(segments))
    assert "\n".join(join(line) for line in lines) == join(segments)
    assert all(segment.text and "\n" not in segment.text for line in lines for segment in line)
    for field in (None, "x"):
        kept = [segment.text for line in lines for segment in line if segment.field == field]
        assert "".join(kept) == join(s for s in segments if s.field == field).replace("\n", "")


@given(SEGMENTS)
def test_paragraphs_are_the_lines_that_hold_something(segments: list[Segment]) -> None:
    groups = list(paragraphs_of(segments))
    assert all(groups)
    assert [line for group in groups for line in group] == [
        line for line in lines_of(segments) if join(line).strip()
    ]


@pytest.mark.parametrize(
    ("line", "label", "heading"),
    [
        ((Segment("Severity: "), Segment("P0", "severity")), 9, False),
        ((Segment("What happened:"),), 14, True),
        ((Segment("What happened:  "),), 14, True),
        ((Segment("Status Page: https://x"),), 12, False),
        ((Segment("https://status.example"),), 0, False),
        ((Segment("at 14:33 UTC"),), 0, False),
        ((Segment("Note:", "summary"),), 0, False),
        ((Segment("a", "x"), Segment("Note:")), 0, False),
        ((Segment("plain words"),), 0, False),
        ((Segment("x" * 61 + ":"),), 0, False),
        ((Segment(": x"),), 0, False),
        ((), 0, False),
    ],
)
def test_only_the_templates_wording_makes_a_label(
    line: tuple[Segment, ...], label: int, heading: bool
) -> None:
    assert label_length(line) == label
    assert is_heading(line) is heading
