"""Addresses as people type and paste them."""

from __future__ import annotations

import pytest

from composer.connections.addresses import address_of, mailbox, mailboxes, name_of

JANE = "Doe, Jane <jane@acme.example>"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cto@acme.example, ceo@acme.example", ["cto@acme.example", "ceo@acme.example"]),
        (f"{JANE}, ceo@acme.example", [JANE, "ceo@acme.example"]),
        (f"{JANE}; Roe, Rick, Jr. <rick@acme.example>", [JANE, "Roe, Rick, Jr. <rick@acme.example>"]),
        (f"ceo@acme.example\n{JANE}\n", ["ceo@acme.example", JANE]),
        ('"Doe, Jane; CTO" <jane@acme.example>', ['"Doe, Jane; CTO" <jane@acme.example>']),
        # What is no address is left as it is, so that it can be named.
        ("Doe, Jane; ceo@acme.example", ["Doe", "Jane", "ceo@acme.example"]),
        ('"Doe, jane@acme.example', ['"Doe, jane@acme.example']),
        (" , ;", []),
    ],
)
def test_a_comma_in_a_name_tears_nobody_apart(typed: str, meant: list[str]) -> None:
    assert mailboxes(typed) == meant


def test_what_a_form_shows_again_is_typed_again_the_same() -> None:
    assert mailboxes(", ".join([JANE, "ceo@acme.example", JANE])) == [JANE, "ceo@acme.example", JANE]


def test_a_name_with_a_comma_is_a_mailbox() -> None:
    assert mailbox(JANE) == JANE
    assert (name_of(JANE), address_of(JANE)) == ("Doe, Jane", "jane@acme.example")
