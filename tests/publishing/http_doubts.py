"""The answers, and the lack of one, after which nobody can know whether a request over HTTP was accepted; by their numbers in docs/faults.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.vendors.server import (
    Fault,
    accepts_but_says,
    breaks_off,
    drips,
    floods,
    hangs_up,
    loses_reply,
    resets,
    says_nothing,
)

HTML = b"<html>Please log in to this network</html>"
DOUBTS: list[tuple[str, Callable[[Any], Fault]]] = [
    ("36_captive_portal", lambda _: accepts_but_says(200, HTML)),
    ("40_no_answer", says_nothing),
    ("41_closed", lambda _: loses_reply()),
    ("41_closed_before_acceptance", lambda _: hangs_up()),
    ("41_reset", lambda _: resets()),
    ("42_half_an_answer", lambda _: breaks_off()),
    ("43_slow", drips),
    ("44_huge", lambda _: floods(packed=False)),
    ("44_bomb", lambda _: floods(packed=True)),
    ("45_no_json", lambda _: accepts_but_says(200, b"{")),
    ("45_a_list", lambda _: accepts_but_says(200, [])),
    ("50_500", lambda _: accepts_but_says(500)),
    ("50_502", lambda _: accepts_but_says(502, HTML)),
    ("50_503", lambda _: accepts_but_says(503, Retry_After="5")),
]
