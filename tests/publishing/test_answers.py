"""What an answer proves, and how long to wait. Numbers in names are those of the fault list."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from composer import logs
from composer.publishing.answers import as_words, backoff_s, list_of, not_taken, object_of, of_failure, wait_s
from composer.publishing.http import ExchangeError, Reply
from composer.publishing.port import Doubt, NotAccepted


def reply(status: int = 200, /, *, body: bytes = b"{}", **headers: Any) -> Reply:
    return Reply(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def test_only_what_is_proven_counts_as_not_accepted() -> None:
    for status in range(100, 1000):
        outcome = not_taken(reply(status), "words", attempts=1)
        if 200 <= status < 300:
            assert outcome is None
        elif status in (400, 401, 402, 403, 404, 413, 422) or 300 <= status < 400:
            assert isinstance(outcome, NotAccepted)
            assert outcome.retry_after_s is None
        elif status in (420, 429):
            assert isinstance(outcome, NotAccepted)
            assert outcome.retry_after_s is not None
        else:
            assert isinstance(outcome, Doubt), status


def test_51_a_refused_token_is_to_be_entered_again() -> None:
    outcome = not_taken(reply(401), "invalid_auth", attempts=1)
    assert isinstance(outcome, NotAccepted)
    assert (
        outcome.error
        == "The service refused it (401): invalid_auth. Enter its token again under Connections, or a new one: it may have been revoked."
    )


def http_date(after: timedelta, *, at: datetime | None = None) -> str:
    return format_datetime((at or datetime.now(UTC)) + after, usegmt=True)


def test_47_seconds_are_kept() -> None:
    assert wait_s(reply(429, retry_after="30"), attempts=1) == 30
    assert wait_s(reply(429, retry_after=" 1.5 "), attempts=1) == 1.5
    assert wait_s(reply(429, ratelimit_reset="12"), attempts=1) == 12  # PagerDuty's own


def test_48_a_date_counts_by_the_clock_of_the_service() -> None:
    assert 28 <= wait_s(reply(429, retry_after=http_date(timedelta(seconds=30))), attempts=1) <= 30
    wrong = datetime(2031, 1, 1, tzinfo=UTC)  # their clock, or ours
    headers: dict[str, Any] = {
        "retry_after": http_date(timedelta(seconds=30), at=wrong),
        "date": http_date(timedelta(), at=wrong),
    }
    assert wait_s(reply(429, **headers), attempts=1) == 30
    assert wait_s(reply(429, retry_after="Sunday, 06-Nov-94 08:49:37 GMT"), attempts=1) == 1
    assert wait_s(reply(429, retry_after="Sun Nov  6 08:49:37 1994"), attempts=1) == 1
    assert wait_s(reply(429, retry_after=http_date(timedelta(hours=3))), attempts=1) == 900
    at = datetime.now(UTC)
    epoch = str(int(at.timestamp()) + 40)
    assert (
        38
        <= wait_s(reply(429, x_ratelimit_reset=epoch, date=http_date(timedelta(), at=at)), attempts=1)
        <= 41
    )


@pytest.mark.parametrize(
    "given", [None, "", "-5", "abc", "1000000000", "9" * 400, "nan", "inf", "1e3", "Mon, 99"]
)
def test_49_what_makes_no_sense_is_our_own_backoff(given: str | None) -> None:
    headers: dict[str, Any] = {} if given is None else {"retry_after": given}
    for attempts in (1, 3, 8, 100):
        wait = wait_s(reply(429, **headers), attempts=attempts)
        whole = min(2 * 2 ** (attempts - 1), 60)
        assert 0.75 * whole <= wait <= 1.25 * whole


def test_a_wait_is_never_nothing_and_never_an_hour() -> None:
    assert wait_s(reply(429, retry_after="0"), attempts=1) == 1
    assert wait_s(reply(429, retry_after="3600"), attempts=1) == 900


def test_nobody_returns_in_a_herd() -> None:
    assert len({backoff_s(3) for _ in range(20)}) > 10


def test_a_failed_exchange_proves_what_the_mark_proves() -> None:
    assert isinstance(of_failure(ExchangeError("x.", on_wire=True), attempts=1), Doubt)
    lasting = of_failure(ExchangeError("x.", on_wire=False, lasting=True, next_step="Do y."), attempts=1)
    assert lasting == NotAccepted("x. Do y.")
    again = of_failure(ExchangeError("x.", on_wire=False), attempts=1)
    assert isinstance(again, NotAccepted)
    assert again.retry_after_s is not None
    assert of_failure(ExchangeError("x.", on_wire=False, retry_after_s=7), attempts=1) == NotAccepted("x.", 7)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"1", b"null", b'"x"', b"{", b"\xff\xfe{}", b"[" * 100_000, b'{"a":NaN}', b'{"a":' * 50_000],
    ids=range(11),
)  # fmt: skip
def test_45_a_body_that_is_no_object_is_none(body: bytes) -> None:
    assert object_of(reply(body=body)) is None
    assert body == b"[]" or list_of(reply(body=body)) is None


def test_lists_and_objects_are_read() -> None:
    assert object_of(reply(body=b'{"ok": true}')) == {"ok": True}
    assert list_of(reply(body=b'[{"id": 1}]')) == [{"id": 1}]
    assert list_of(reply(body=b"[1]")) is None


def test_54_words_of_a_service_are_plain_text_on_one_line() -> None:
    logs.register_secret("canary-in-an-error-4711")
    words = as_words(
        "a\r\n\x1b[31mred <b>x</b> \u202eevil canary-in-an-error-4711 xoxb-123456789-abc." + "y" * 900
    )
    assert "\n" not in words
    assert "\x1b" not in words
    assert "\u202e" not in words
    assert "canary" not in words
    assert "xoxb" not in words
    assert "<b>" in words
    assert len(words) == 500
