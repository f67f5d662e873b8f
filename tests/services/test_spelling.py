"""Spelling in a round: nothing before words were looked up, and then at their field; only public words, and none of the plan's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from composer.domain.findings import Level
from composer.domain.wording import SpellingWords
from composer.services.core import Services
from composer.services.spelling import SPELLING, Spelling
from tests.services.asking import ask, new, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def test_words_are_told_once_they_were_looked_up(services: Services) -> None:
    spelling = services.spelling
    values = {
        "brief_description": "erors when tipping at Skillancer",
        "summary": "Konsumer gets kafkaa evnts",
    }
    round_ = services.prepare(ask(new(), values=values))
    assert spelling.checked(round_) == round_
    assert not spelling.is_loaded
    assert spelling.unknown(round_, but="erors") == ("tipping",)
    assert set(spelling.unknown(round_)) == {"erors", "tipping"}, "of public words alone, none of the plan's"
    spelling.look_up(spelling.unknown(round_))
    assert spelling.unknown(round_) == ()
    (one,) = [one for one in spelling.checked(round_).findings if one.code == SPELLING]
    assert (one.level, one.field, one.quote, one.span, one.instead) == (
        Level.ADVICE,
        "brief_description",
        "erors",
        (0, 5),
        "errors",
    )
    (page,) = [one for one in round_.messages if one.head.name == "status_investigating"]
    assert page.message is not None
    assert [page.message.text[slice(*place)] for place in one.places] == ["erors"]


def test_spelling_can_be_turned_off(services: Services) -> None:
    rules = replace(services.library.wording, spelling=SpellingWords(on=False))
    off = Spelling(replace(services.library, wording=rules))
    round_ = services.prepare(ask(new(), values={"brief_description": "erors"}))
    assert off.unknown(round_) == ()
