"""The hash over a message's text, and how an older copy of a record is told."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.record import OlderCopy, message_digest

TEXTS = st.text(alphabet=st.characters(codec=None))
PARTS = st.tuples(st.none() | TEXTS, TEXTS)


def test_the_bytes_hashed_are_documented() -> None:
    """Written out once by hand, so that a record stays provable by other means."""
    assert message_digest("ü", "ab") == sha256(b"message\n2\n\xc3\xbc2\nab").hexdigest()
    assert message_digest(None, "ab") == sha256(b"message\n-\n2\nab").hexdigest()


@given(PARTS, PARTS)
def test_other_parts_have_another_hash(one: tuple[str | None, str], other: tuple[str | None, str]) -> None:
    assert (message_digest(*one) == message_digest(*other)) == (one == other)


def test_moving_text_between_the_parts_changes_the_hash() -> None:
    assert (
        len(
            {
                message_digest("ab", "c"),
                message_digest("a", "bc"),
                message_digest("", "abc"),
                message_digest(None, "abc"),
            }
        )
        == 4
    )


def test_half_a_surrogate_pair_has_a_hash() -> None:
    assert len(message_digest("\ud83d", "\udc00")) == 64


@pytest.mark.parametrize(
    ("asking", "ending"),
    [
        (0, "what happened since is missing in it."),
        (1, ", and 1 message may have been sent."),
        (2, ", and 2 messages may have been sent."),
    ],
)
def test_an_older_copy_tells_how_many_messages_are_in_doubt(asking: int, ending: str) -> None:
    assert OlderCopy(asking, "inc_1").told.endswith(ending)
