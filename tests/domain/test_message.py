"""A template's head and a rendered message."""

from __future__ import annotations

import dataclasses

import pytest

from composer.domain.channel import Audience, Channel
from composer.domain.message import RenderedMessage, Segment, TemplateHead, join


@pytest.mark.parametrize(
    ("severities", "phases", "serves"),
    [
        ((), (), True),
        (("P0",), (), True),
        (("P1",), (), False),
        ((), ("resolved",), False),
        (("P0", "P1"), ("identified", "mitigating"), True),
        (("P0",), ("resolved",), False),
    ],
)
def test_a_template_serves_its_severities_and_phases(
    severities: tuple[str, ...], phases: tuple[str, ...], serves: bool
) -> None:
    head = TemplateHead("a", "A", Channel.SLACK, Audience.INTERNAL, phases=phases, severities=severities)
    assert head.serves("P0", "identified") is serves


def test_a_message_is_its_segments() -> None:
    body = (Segment("Severity: "), Segment("P0", "severity"))
    message = RenderedMessage("a", Channel.EMAIL, body, (Segment("[P0]"),))
    assert message.text == join(body) == "Severity: P0"
    assert message.subject_text == "[P0]"
    assert dataclasses.replace(message, subject=None).subject_text is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        message.language = "de"  # type: ignore[misc]
