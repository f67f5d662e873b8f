"""What the core says of connections, in the window's words: every code has them, in each language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from composer.connections.credentials import NoKeyringError
from composer.domain.errors import Place, Problem, UserFacingError
from composer.domain.sayings import NEXT_STEPS, SENTENCES, Code, Said, Value, places
from ui import language, sayings

SAMPLES: dict[str, Value] = {"count": 1_240, "what": "API key"}


@pytest.fixture
def spoken(qapp) -> Iterator[None]:
    yield
    language.apply("en")


def sample(code: Code) -> Said:
    return Said.of(code, **{name: SAMPLES.get(name, f"a {name} {{here}}") for name in sorted(places(code))})


def test_every_code_has_an_english_sentence() -> None:
    assert set(SENTENCES) == set(Code)
    assert set(NEXT_STEPS) <= set(Code)


def test_the_window_words_every_code(spoken: None) -> None:
    every = [sample(code) for code in Code if code is not Code.VERBATIM]
    language.apply("en")
    for said in every:
        assert sayings.message(said) == said.message, "English is the same everywhere"
        assert (sayings.next_step(said) is None) == (said.next_step is None)
    language.apply("de")
    for said in every:
        assert sayings.message(said) != said.message, f"the window has no words for {said.code}"
        assert said.next_step is None or sayings.next_step(said) != said.next_step
        for name, value in said.values:
            shown = {"count": "1.240", "what": "API-Schlüssel"}.get(name, str(value))
            assert shown in sayings.words(said)


def test_what_has_no_code_is_shown_as_it_came(spoken: None) -> None:
    language.apply("de")
    assert sayings.words(Said.verbatim("Whatever {it} said.")) == "Whatever {it} said."
    assert sayings.trouble(UserFacingError("It failed.", next_step="Try again.")) == "It failed. Try again."
    assert sayings.problem(Problem(Place("a.csv", 2), "is wrong")) == "a.csv Zeile 2: is wrong"
    assert sayings.problem(Problem(Place("a.csv", 2, "key"), "is wrong")) == "a.csv line 2: key: is wrong"


def test_a_trouble_is_worded_with_and_without_its_next_step(spoken: None) -> None:
    error = NoKeyringError(Said.of(Code.NO_KEYRING))
    assert str(error).startswith("This computer has no keyring (Secret Service) that is running. Start one, ")
    language.apply("de")
    assert sayings.message_of(error) == "Auf diesem Rechner läuft kein Schlüsselbund (Secret Service)."
    assert sayings.trouble(error).startswith(f"{sayings.message_of(error)} Starten Sie einen, ")
