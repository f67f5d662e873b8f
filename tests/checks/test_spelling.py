"""Spelling: which words are looked up, what is told of those that are wrong, and what may have been meant."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.checks.spelling import Speller, misspelt, without_verdict, words_in
from composer.services.in_force import open_library
from composer.services.spelling import Spelling
from tests.guard.corpus import clean_texts

MOST_TOLD = 0.02
"""The share of clean public texts in which a word may be told for misspelt."""

WORDS = frozenset(open_library(None).wording.spelling.words)


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(open_library(None).wording.spelling)


def told(speller: Speller, text: str) -> list[tuple[str, str]]:
    verdicts = speller.judge(without_verdict(text, {}, WORDS))
    return [(text[start:end], meant) for start, end, meant in misspelt(text, verdicts, WORDS)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("we recieve your paymnets", [("recieve", "receive"), ("paymnets", "payments")]),
        ("Adress fields are empty.", [("Adress", "Address")]),
        ("it occured becuase of us", [("occured", "occurred"), ("becuase", "because")]),
        ("teh page", [("teh", "the")]),
        ("we can’t sign you in, it doesn't work", []),
        ("we cann’t go", [("cann’t", "can't")]),
        ("our organisation apologises for the colour of the cancelled programme", []),
        ("SRE, PostgreSQL, iOS and v2beta are names", []),
        ("see https://status.exmaple.com/incidnets or mail suport@exmaple.com, file.csvv, eu-wset-1 and pt-BR", []),
        ("payments to Łódź, München and Tromsø", []),
        ("Payments by Zahlmeister and Skrillex are late", []),
        ("Zahlmeister payments are late", []),
        ("zahlmeister payments are late today", [("zahlmeister", "")]),
        ("wir haben die Ursache gefunden und arbeiten daran", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_told(speller: Speller, text: str, wrong: list[tuple[str, str]]) -> None:
    assert told(speller, text) == wrong


def test_the_plans_words_and_those_of_its_file_are_spelt_right() -> None:
    spelling = Spelling(open_library(None))
    speller = Speller(open_library(None).wording.spelling)
    for words in ("Skillancer webhook checkout", "the payouts of skillancer", "meilisearch"):
        verdicts = speller.judge(without_verdict(words, {}, spelling._own))
        assert misspelt(words, verdicts, spelling._own) == []
    assert speller.judge(["meilisearch"])["meilisearch"] is not None, "the dictionary alone does not know it"


def test_clean_texts_are_seldom_told_to_be_misspelt(speller: Speller) -> None:
    own = Spelling(open_library(None))._own
    texts = clean_texts()
    verdicts = speller.judge({word for text in texts for word in without_verdict(text, {}, own)})
    wrong = [text for text in texts if misspelt(text, verdicts, own)]
    assert len(wrong) <= MOST_TOLD * len(texts), "\n".join(wrong)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for word, start, end in words_in(text):
        assert text[start:end].replace("’", "'").lower() == word


def test_no_line_however_long_is_looked_up_whole(speller: Speller) -> None:
    line = "wrnog-" * 11_000
    assert len(words_in(line)) <= 16_384
    assert len(words_in("a" * 65_536)) == 0, "no word is as long"


def test_the_dictionary_is_not_read_before_a_word_is_looked_up(tmp_path: Path) -> None:
    script = (
        "import sys; from composer.services.in_force import open_library\n"
        "from composer.services.spelling import Spelling\n"
        "one = Spelling(open_library(None)); assert 'hunspell' not in sys.modules\n"
        "one.look_up(['recieve']); assert 'hunspell' in sys.modules and one.is_loaded"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=tmp_path)
