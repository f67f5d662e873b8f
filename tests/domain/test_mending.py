"""What is cut out with words that are taken out of a text."""

from __future__ import annotations

import pytest

from composer.domain.mending import mended


@pytest.mark.parametrize(
    ("text", "words", "instead", "after"),
    [
        ("payments on db01 fail", "db01", "", "payments on fail"),
        ("payments fail on db01.", "db01", "", "payments fail on."),
        ("db01 fails", "db01", "", "fails"),
        ("it fails (“db01”) now", "db01", "", "it fails now"),
        ("it fails: (db01)", "db01", "", "it fails:"),
        ("one\ndb01 is down", "db01", "", "one\nis down"),
        ("pre-db01", "db01", "", "pre-"),
        ("db01", "db01", "", ""),
        ("(db01) fails", "db01", "our database", "(our database) fails"),
        ("Please note that payments fail.", "Please note that", "", "Payments fail."),
        ("All is well. Rest assured, no data is lost.", "Rest assured", "", "All is well. No data is lost."),
        ("All is well. Rest assured.", "Rest assured", "", "All is well."),
        ("Rest assured, Stripe works.", "Rest assured", "", "Stripe works."),
        ("It is on db01. Ab fails", "Ab", "", "It is on db01. Fails"),
        ("token=abcd1234 fails", "abcd1234", "", "token=… fails"),
        ('token = "abcd1234" fails', "abcd1234", "", 'token = "…" fails'),
    ],
)
def test_a_text_reads_well_once_words_are_out_of_it(text: str, words: str, instead: str, after: str) -> None:
    start = text.index(words)
    (first, last), put = mended(text, (start, start + len(words)), instead)
    assert text[:first] + put + text[last:] == after
