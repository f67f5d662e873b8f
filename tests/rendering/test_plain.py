"""Plain text: the clipboard and PagerDuty."""

from __future__ import annotations

import pytest

from composer.domain.channel import Channel
from composer.domain.errors import RenderError
from composer.domain.message import RenderedMessage, Segment
from composer.rendering import pagerduty, plain


def message(body: str, subject: str | None = None) -> RenderedMessage:
    return RenderedMessage(
        "probe", Channel.COPY, (Segment(body, "x"),), None if subject is None else (Segment(subject),)
    )


def test_text_is_the_text() -> None:
    hostile = "<b>&amp; *x* {{7*7}}\n👩‍🚒"
    assert plain.text(message(hostile)) == hostile
    assert plain.with_subject(message(hostile)) == hostile
    assert plain.with_subject(message("b", "s"), label="Betreff") == "Betreff: s\n\nb"
    assert pagerduty.status_update(message(hostile)) == hostile


def test_a_status_update_is_never_cut() -> None:
    assert len(pagerduty.status_update(message("a" * 10_000))) == 10_000
    with pytest.raises(RenderError, match="10,001 characters"):
        pagerduty.status_update(message("a" * 10_001))
