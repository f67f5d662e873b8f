"""What the core says, in the window's words: every code has them, in each language."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import composer
from composer.checks.leaks import CUSTOMER, NEVER, OWN_SECRET
from composer.connections.credentials import NoKeyringError
from composer.connections.file import ConnectionsError
from composer.domain.delivery import in_doubt
from composer.domain.errors import Place, Problem, UserFacingError
from composer.domain.sayings import NEXT_STEPS, SENTENCES, Code, Said, Value, places, told
from composer.planning.leaks_file import load_leaks
from tests.guard.corpus import RULES
from ui import language, sayings
from ui.words import leaks

CORE = Path(composer.__file__).parent
ALIKE = {Code.TWO, Code.FIELD_SAYS, Code.IN_SLACK}
"""Nothing but values, or the same in every language."""
SAMPLES: dict[str, Value] = {"count": 1_240, "what": "API key"}


@pytest.fixture
def spoken(qapp) -> Iterator[None]:
    yield
    language.apply("en")


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(CORE.rglob("*.py")):
        if file.name not in ("codes.py", "sentences.py"):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def calls_by_code() -> Iterator[tuple[Any, Path]]:
    """`told(Code.X, …)` and `Said.of(Code.X, …)` wherever they stand."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            code = node.args[0]
            by_code = isinstance(code, ast.Attribute) and getattr(code.value, "id", "") == "Code"
            if name in ("told", "of") and by_code:
                yield node, file


def named_codes() -> Iterator[str]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Code":
                yield node.attr
            elif isinstance(node, ast.Constant) and file.name == "settings.py":
                yield str(node.value)  # which names a code without loading any


def sample(code: Code) -> Said:
    return Said.of(code, **{name: SAMPLES.get(name, f"a {name} {{here}}") for name in sorted(places(code))})


def test_what_a_shipped_rule_of_the_leak_guard_finds_is_named_in_the_persons_language(spoken: None) -> None:
    shipped = {one.what for one in (*load_leaks(RULES).rules, NEVER, CUSTOMER, OWN_SECRET)}
    assert set(leaks.NOUNS) == shipped
    language.apply("de")
    said = {what: sayings.of(told(Code.HOLDS_SECRET, where="x", what=what)) for what in shipped}
    assert [what for what, text in said.items() if what in text] == []
    own = told(Code.HOLDS_INTERNAL, where="x", words="y", what="a ship of ours")
    assert "a ship of ours" in sayings.of(own), "a team's own noun stays as it is"


def test_every_code_has_an_english_sentence() -> None:
    assert set(SENTENCES) == set(Code)
    assert set(NEXT_STEPS) <= set(Code)


def test_the_window_has_the_same_words_as_the_core_for_every_code() -> None:
    assert set(sayings.SENTENCES) == set(Code) - {Code.VERBATIM}
    assert {code: text for code, text in SENTENCES.items() if code is not Code.VERBATIM} == sayings.SENTENCES
    assert set(sayings.NEXT_STEPS) == set(NEXT_STEPS)
    for code, step in sayings.NEXT_STEPS.items():
        assert named(str(step)) <= places(code)


def test_each_code_is_said_with_its_values_and_each_is_said() -> None:
    """Every place in the core that says something by its code gives it all of its values; no code is there that nothing says."""
    for call, file in calls_by_code():
        code, given = call.args[0].attr, {one.arg for one in call.keywords}
        assert given == places(Code[code]), f"{file}: {code} is given {sorted(map(str, given))}"
    unsaid = {code.name for code in Code} - set(named_codes())
    assert not unsaid, "no place in the core says these"


def test_the_window_words_every_code(spoken: None) -> None:
    every = [sample(code) for code in Code if code not in (Code.VERBATIM, *ALIKE)]
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
    assert sayings.problem(Problem(Place("a.csv", 2, "key"), "is wrong")) == "a.csv Zeile 2: key: is wrong"


def test_a_trouble_is_worded_with_and_without_its_next_step(spoken: None) -> None:
    error = NoKeyringError(Said.of(Code.NO_KEYRING))
    assert str(error).startswith("This computer has no keyring (Secret Service) that is running. Start one, ")
    language.apply("de")
    assert sayings.message_of(error) == "Auf diesem Rechner läuft kein Schlüsselbund (Secret Service)."
    assert sayings.trouble(error).startswith(f"{sayings.message_of(error)} Starten Sie einen, ")


def test_sentences_within_sentences_and_words_in_places_are_worded_too(spoken: None) -> None:
    held = told(Code.NOT_WRITTEN, file="a.eml", reason=told(Code.DISK_FULL))
    doubt = in_doubt(held)
    assert doubt == "a.eml could not be written: the disk is full. The message may have arrived."
    language.apply("de")
    assert sayings.of(doubt) == (
        "a.eml ließ sich nicht schreiben: die Platte ist voll. Die Meldung kann angekommen sein."
    )
    assert sayings.outcome(doubt) == sayings.of(held), "a row says by itself that it may have arrived"
    assert sayings.outcome(held) == sayings.of(held)
    assert sayings.of(told(Code.NOT_IN_STATE, state="by hand")).endswith("die von Hand gesendet ist.")
    wrong = ConnectionsError([Problem(Place("c.toml", 3), told(Code.KEY_UNKNOWN, key="x", hint="."))])
    assert sayings.message_of(wrong) == "c.toml Zeile 3: unbekannter Schlüssel x."
    assert sayings.of("Whatever it said.") == "Whatever it said."
