"""Words that a security incident keeps from the public: what fires, what must not, and that no text is slow."""

from __future__ import annotations

import time

import pytest

from composer.checks.security import first_word_kept, names_kept
from composer.domain.security import SecurityState
from tests.domain.shipped import T0, incident, plan

STATE = SecurityState("Juniper", T0)
SECRET = incident(security=True, title="Customer list downloaded", public_title="Problems with payments")


@pytest.mark.parametrize(
    "text",
    [
        "A breach.", "BREACHES happened", "the attackers", "see CVE-2026-1", "zero-day", "a Vulnerability", "credentials were seen", "unauthorised access",
        "We call it juniper.", "customer  list, downloaded", "ｂｒｅａｃｈ",
    ],
)  # fmt: skip
def test_it_is_kept(text: str) -> None:
    assert first_word_kept(plan(), SECRET, STATE, text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Payments fail for some customers.", "Our customers can download the list again.", "The outbreak of joy.", "We reached the limit.", "juniperus communis",
        "CVs are uploaded again.", "",
    ],
)  # fmt: skip
def test_it_is_not_kept(text: str) -> None:
    assert first_word_kept(plan(), SECRET, STATE, text) is None


def test_nothing_is_kept_where_it_is_no_security_incident() -> None:
    assert first_word_kept(plan(), incident(), None, "A breach.") is None


@pytest.mark.parametrize(
    ("title", "public", "kept"),
    [
        ("Customer list downloaded", "Problems with payments", ("Juniper", "Customer list downloaded")),
        ("Payments", "Problems", ("Juniper",)),  # one word would stop nearly every text
        ("Problems with payments", "Problems with payments", ("Juniper",)),  # made of the picks, and public
    ],
)
def test_a_title_is_kept_where_it_says_more_than_the_public_one(
    title: str, public: str, kept: tuple[str, ...]
) -> None:
    assert names_kept(incident(security=True, title=title, public_title=public), STATE) == kept


@pytest.mark.parametrize("line", ["breac" * 13_000, "a" * 65_536, "-" * 65_536, "CVE" * 21_000])
def test_a_long_line_is_not_slow(line: str) -> None:
    first_word_kept(plan(), SECRET, STATE, "made ready")
    began = time.process_time()
    first_word_kept(plan(), SECRET, STATE, line)
    assert time.process_time() - began < 0.5
