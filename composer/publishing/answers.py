"""What an HTTP answer proves: accepted, not accepted, or nothing (reliability: an allow-list of refusals; all else is doubt).

A gateway can fail after the service behind it has done its work, so a 5xx proves nothing. Words of a service are shown as plain text on one line, without any secret.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from composer.domain.delivery import in_doubt, out_of_doubt
from composer.domain.errors import told_by
from composer.domain.sayings import Code, Said
from composer.logs import escape_control, mask_secrets
from composer.publishing.http import ERROR_NUMBER, ExchangeError, Reply
from composer.publishing.port import Doubt, NotAccepted

REFUSED = frozenset({400, 401, 402, 403, 404, 413, 422})
"""Statuses by which a service says that it took nothing, and would take nothing the next time."""
LATER = frozenset({420, 429})
"""Statuses by which a service says that it took nothing yet (420 is an older name of 429 at Statuspage)."""

NOT_THERE = 404

LONGEST_WORDS = 500
SHORTEST_WAIT_S, LONGEST_WAIT_S = 1.0, 15 * 60.0
NONSENSE_S = 24 * 60 * 60.0
"""A wait longer than this is a mistake of the service, and our own takes its place."""
FIRST_BACKOFF_S, LONGEST_BACKOFF_S = 2.0, 60.0

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def not_taken(reply: Reply, words: str, *, attempts: int) -> NotAccepted | Doubt | None:
    """What an answer that is no success proves; None where its status is one (2xx), and its body decides."""
    status = reply.status
    if 200 <= status < 300:
        return None
    told = f": {words}" if words else ""
    if 300 <= status < 400:
        return NotAccepted.of(Said.of(Code.POINTS_ELSEWHERE, status=str(status)), status=status)
    if status in LATER:
        pause = Said.of(Code.PAUSE, status=str(status), told=told)
        return NotAccepted.of(pause, wait_s(reply, attempts=attempts), status=status)
    if status in REFUSED:
        said = Said.of(_REFUSALS.get(status, Code.REFUSED), status=str(status), told=told)
        return NotAccepted.of(said, status=status)
    return Doubt.of(Said.of(Code.FAILED, status=str(status), told=told))


_REFUSALS = {401: Code.REFUSED_TOKEN, 403: Code.REFUSED_RIGHTS}


def of_failure(trouble: ExchangeError, *, attempts: int) -> NotAccepted | Doubt:
    """What an exchange without a whole answer proves."""
    if trouble.on_wire:
        return Doubt(in_doubt(trouble.told), trouble.said)
    if trouble.lasting:
        return NotAccepted(told_by(trouble), said=trouble.said)
    return NotAccepted(told_by(trouble), trouble.retry_after_s or backoff_s(attempts), trouble.said)


def of_question(outcome: NotAccepted | Doubt | None, *, attempts: int) -> NotAccepted:
    """What it means for a delivery that a question asked before it had no answer: nothing was sent, and it may be tried again."""
    if isinstance(outcome, NotAccepted):
        return outcome
    if outcome is None:
        return NotAccepted.of(Said.of(Code.NO_ANSWER), backoff_s(attempts))
    return NotAccepted(out_of_doubt(outcome.error), backoff_s(attempts), outcome.said)


def as_said(outcome: NotAccepted | Doubt | None) -> Said:
    """What came of a question that is asked by itself, with no message that may have arrived."""
    answer = of_question(outcome, attempts=1)
    return answer.said or Said.verbatim(answer.error)


def wait_s(reply: Reply, *, attempts: int) -> float:
    """How long to wait, as the service says, in whichever form it says it; our own backoff where it says nothing that makes sense."""
    asked = asked_s(reply.headers)
    if asked is None or not 0 <= asked <= NONSENSE_S:
        return backoff_s(attempts)
    return min(max(asked, SHORTEST_WAIT_S), LONGEST_WAIT_S)


def asked_s(headers: Mapping[str, str]) -> float | None:
    """In how many seconds a service wants to be asked again, as it says; None where it says nothing of it."""
    given = headers.get("retry-after") or headers.get("ratelimit-reset")
    if given is not None:
        text = given.strip()
        if re.fullmatch(r"\d{1,12}(\.\d{1,6})?", text):
            return float(text)
        until = _moment(text)
        # By the service's own clock, where it tells it: ours may be wrong.
        now = _moment(headers.get("date", "")) or datetime.now(UTC)
        return None if until is None else max(0.0, (until - now).total_seconds())
    epoch = headers.get("x-ratelimit-reset", "").strip()
    if re.fullmatch(r"\d{1,12}", epoch):
        now = _moment(headers.get("date", "")) or datetime.now(UTC)
        return max(0.0, int(epoch) - now.timestamp())
    return None


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def backoff_s(attempts: int) -> float:
    """Our own wait after so many attempts: longer each time, and never the same for all, so that nobody returns in a herd."""
    whole = min(FIRST_BACKOFF_S * 2.0 ** max(0, min(attempts, 10) - 1), LONGEST_BACKOFF_S)
    return whole * random.uniform(0.75, 1.25)  # noqa: S311 - spreads load, keeps no secret


def object_of(reply: Reply) -> dict[str, Any] | None:
    """The JSON object of a body; None where it is anything else, however it is broken."""
    try:
        content = json.loads(reply.body.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def list_of(reply: Reply) -> list[dict[str, Any]] | None:
    """The JSON list of objects of a body; None where it is anything else."""
    try:
        content = json.loads(reply.body.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, list) or not all(isinstance(one, dict) for one in content):
        return None
    return content


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def as_words(text: object) -> str:
    """What a service said, as it may be shown: one line of plain text, at most 500 characters, no secret in it."""
    flat = _DIRECTION.sub("", ERROR_NUMBER.sub("", " ".join(str(text).split())))
    shown = escape_control(mask_secrets(flat)).rstrip(".")
    return shown if len(shown) <= LONGEST_WORDS else shown[: LONGEST_WORDS - 1] + "…"
