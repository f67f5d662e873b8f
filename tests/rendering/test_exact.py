"""The bytes that are stored and leave: one form, whoever writes it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.rendering.exact import exact_json

TEXTS = st.text()
SORTED = st.recursive(
    TEXTS | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS, inner, max_size=3).map(lambda one: dict(sorted(one.items())))
    ),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, SORTED, max_size=4).map(lambda one: dict(sorted(one.items()))))
def test_the_form_is_that_of_the_standard_library_with_sorted_keys(content):
    assert (
        exact_json(content)
        == json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    )


def test_half_a_character_is_no_text():
    with pytest.raises(UnicodeEncodeError):
        exact_json({"text": "\ud83d"})
