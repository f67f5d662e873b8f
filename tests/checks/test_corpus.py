"""The leak guard on its corpus: every leak is found, at most one clean text of a hundred is stopped, and the corpus is what it says it is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from composer.checks.leaks import LeakGuard
from composer.domain.leaks import LeakKind, LeakRules
from composer.planning.leaks_file import load_leaks
from tests.guard.corpus import (
    FOLDER,
    MOST_STOPPED,
    NAMES,
    RULES,
    SECRETS,
    Figures,
    clean_texts,
    internal_texts,
    leaking_texts,
    measured,
    report,
)
from tests.guard.corpus import guard as shipped_guard

KINDS = 25
LEAKING, CLEAN = leaking_texts(), clean_texts()
_WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def figures() -> Figures:
    return measured(shipped_guard(), LEAKING, CLEAN, internal_texts())


def test_every_leak_of_the_corpus_is_found(figures: Figures) -> None:
    assert not figures.missed, report(figures, LEAKING, CLEAN)


def test_at_most_one_clean_text_of_a_hundred_is_stopped(figures: Figures) -> None:
    assert len(figures.stopped) <= MOST_STOPPED * len(CLEAN), report(figures, LEAKING, CLEAN)


def test_no_text_for_colleagues_is_taken_for_a_secret(figures: Figures) -> None:
    """They are full of hosts, commits and trace ids: to stop those would teach people to override."""
    assert not figures.held, report(figures, LEAKING, CLEAN)
    texts = internal_texts()
    assert len(texts) >= 50
    assert len(measured(shipped_guard(), (), texts).stopped) > len(texts) // 2


def test_what_no_pattern_can_know_is_found_by_its_name_alone() -> None:
    nameless = LeakGuard(load_leaks(RULES))
    names = [one for one in LEAKING if one.kind == "name"]
    assert len(measured(nameless, names, ()).missed) == len(names) >= 8


def test_a_guard_without_a_rule_shows_in_the_figures() -> None:
    """Each rule that finds something alone is missed; a guard that takes every word for a leak stops everything."""
    rules = load_leaks(RULES)
    for key in ("ticket_id", "private_key", "ip_address", "revenue", "random_key"):
        fewer = LeakRules(tuple(rule for rule in rules.rules if rule.key != key))
        assert measured(LeakGuard(fewer, never=NAMES), LEAKING, ()).missed, key
    eager = replace(rules.rules[0], pattern=r"\w+", needs=(), but=(), mixed=False)
    assert len(measured(LeakGuard(LeakRules((eager,))), (), CLEAN).stopped) == len(CLEAN)


def test_of_a_secret_nothing_may_be_left_over() -> None:
    key = next(one for one in LEAKING if one.kind == "private key")
    first_line = replace(load_leaks(RULES).rules[0], pattern="BEGIN [A-Z ]+", needs=())
    assert measured(LeakGuard(LeakRules((first_line,))), [key], ()).missed


def test_the_corpus_is_large_and_of_all_kinds_and_no_two_texts_are_alike() -> None:
    assert len(LEAKING) >= 450
    assert len(CLEAN) >= 600
    assert len({one.kind for one in LEAKING}) == KINDS
    assert {one.kind for one in LEAKING} >= SECRETS
    assert all(one.spans for one in LEAKING)
    seen: dict[frozenset[str], str] = {}
    words = [(frozenset(_WORD.findall(text.lower())), text) for text in CLEAN]
    by_word: dict[str, list[int]] = {}
    for place, (those, text) in enumerate(words):
        assert those not in seen, (text, seen[those])
        seen[those] = text
        for word in those:
            by_word.setdefault(word, []).append(place)
    for place, (those, text) in enumerate(words):
        rarest = sorted(those, key=lambda word: len(by_word[word]))[: len(those) // 3 + 1]
        for other in {one for word in rarest for one in by_word[word] if one < place}:
            alike = len(those & words[other][0]) / len(those | words[other][0])
            assert alike < 0.7, (text, words[other][1])


def test_no_credential_stands_in_the_files_and_the_same_ones_are_made_each_time() -> None:
    """Services that keep code look for tokens of this shape, and people would ask whose they were."""
    assert [one.text for one in leaking_texts()] == [one.text for one in LEAKING]
    of_services = [
        rule
        for rule in load_leaks(RULES).rules
        if rule.kind is LeakKind.SECRET and ("token" in rule.key or "key" in rule.key or rule.key == "jwt")
    ]
    guard = LeakGuard(LeakRules(tuple(of_services)))
    for name in ("leaks.txt", "clean.txt", "internal.txt"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        found = [text[leak.start : leak.end] for leak in guard.leaks(text)]
        assert [one for one in found if not one.startswith(("PuTTY", "AAAA", "?", "https://{"))] == []


def test_nothing_that_a_detector_library_finds_in_the_corpus_is_missed() -> None:
    """detect-secrets with each of its detectors of a known shape; not its two of entropy and the one of key words, which take plain words of a sentence for secrets."""
    from detect_secrets.core import scan
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
    from detect_secrets.settings import transient_settings

    kinds: dict[str, type] = get_mapping_from_secret_type_to_class()
    names = {kind.__name__ for kind in kinds.values()}
    names -= {"Base64HighEntropyString", "HexHighEntropyString", "KeywordDetector"}
    assert len(names) >= 24
    guard = shipped_guard()

    def theirs(text: str) -> list[str]:
        return [one.secret_value or "" for line in text.splitlines() for one in scan.scan_line(line)]

    with transient_settings({"plugins_used": [{"name": name} for name in names]}):
        found = {one.text: words for one in LEAKING if (words := theirs(one.text))}
        clean = {text: words for text in (*CLEAN, *internal_texts()) if (words := theirs(text))}
    assert len(found) >= 50
    passed_over = [
        (text, one)
        for text, words in found.items()
        for one in words
        if not any(one in text[leak.start : leak.end] or text[leak.start : leak.end] in one for leak in guard.leaks(text))
    ]  # fmt: skip
    assert passed_over == []
    assert clean == {}, "what it stops of the clean texts has a reason here"
    secrets = [one for one in LEAKING if one.kind in SECRETS]
    assert sum(one.text in found for one in secrets) < len(secrets) / 2, "most of them only our rules find"
