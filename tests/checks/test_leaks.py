"""The leak guard: each rule does what its examples show, nothing makes it hang, and it never fails open."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer import assets
from composer.checks.gate import Asked
from composer.checks.leaks import MOST, LeakGuard, unproven
from composer.checks.leaks_told import GUARD_FAILED, check_leaks, first_leak, may_be_overridden
from composer.domain.channel import Audience, Channel
from composer.domain.findings import Level
from composer.domain.leaks import LeakKind, LeakRules
from composer.domain.message import RenderedMessage, Segment, TemplateHead
from composer.own_secrets import OwnSecrets
from composer.planning.catalogue_file import load_fields
from composer.planning.leaks_file import load_leaks
from composer.services.guarding import learn_customers

FILE = Path(str(assets.data_root())) / "resources" / "leaks.toml"
RULES = load_leaks(FILE)
TABLES: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))["rule"]
GUARD = LeakGuard(RULES)
CATALOGUE = load_fields(Path(str(assets.data_root())) / "templates" / "fields.toml")
PAGE = TemplateHead(
    "status_update", "Status update", Channel.STATUS_PAGE, Audience.PUBLIC, fields=("whats_new",)
)
SLACK = TemplateHead("slack_update", "Slack update", Channel.SLACK, Audience.INTERNAL, fields=("whats_new",))


def found(text: str, guard: LeakGuard = GUARD) -> list[str]:
    return [text[leak.start : leak.end] for leak in guard.leaks(text)]


def asked(head: TemplateHead, *segments: Segment, **values: str) -> Asked:
    return Asked(head, values, RenderedMessage(head.name, head.channel, segments))


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.key)
def test_each_rule_finds_its_examples_and_leaves_the_clean_ones(rule: Any) -> None:
    table = TABLES[rule.key]
    assert unproven(rule, table["leaks"], table["clean"]) == []
    for leak in table["leaks"]:
        assert found(leak), leak
        assert found(f"We are sorry ({leak}) for this.") or "\n" in leak or leak.startswith("["), leak
    for clean in table["clean"]:
        assert found(clean) == [], clean


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.key)
def test_an_example_that_is_not_one_is_told(rule: Any) -> None:
    table = TABLES[rule.key]
    assert len(unproven(rule, table["clean"], ())) == len(table["clean"])
    assert len(unproven(rule, (), table["leaks"])) == len(table["leaks"])


def test_a_leak_is_found_however_its_signs_are_written() -> None:
    assert found("the host db‑prod‑01 is down") == ["db‑prod‑01"]  # hyphens that do not break
    assert found("from １０.0.0.17 on") == ["１０.0.0.17"]  # full width
    assert found("ask db-pro\u200bd-01") == ["db-pro\u200bd-01"]  # a space of no width
    assert found("Café: PAY-1234 “läuft”") == ["PAY-1234"]


def test_a_key_that_the_end_of_a_line_cuts_is_found_whole() -> None:
    token = "ghp" + "_" + "16C7e42F292c6912E7710c838347Ae178B4a"
    for at in (4, 20, len(token) - 3):
        broken = f"{token[:at]}\n{token[at:]}"
        assert found(f"it used {broken} until now") == [broken]
        assert found(f"it used {token[:at]}\n{token[at:30]}\n{token[30:]}") or at > 30
    secrets = OwnSecrets()
    secrets.add("sesame-open-sesame-1")
    assert found("a sesame-open-\nsesame-1 b", LeakGuard(RULES, secrets=secrets)) == [
        "sesame-open-\nsesame-1"
    ]
    assert found("Phase 2\nImpact: 12 customers\nNext update: 14:20\nv2.14.0\n2026-11-23") == []


def test_none_lies_within_another_and_the_secret_counts_first() -> None:
    text = "see https://admin:s3cret@grafana.corp.skillancer.com:8443/d/1 now"
    assert found(text) == ["https://admin:s3cret@grafana.corp.skillancer.com:8443/d/1"]
    assert [leak.rule.kind for leak in GUARD.leaks(text)] == [LeakKind.SECRET]


def test_what_a_team_calls_public_is_left_and_what_it_calls_never_is_found() -> None:
    rules = LeakRules(
        RULES.rules, public=("api-2", "db01.skillancer.com"), never=("Acme Corp", "Project Heron")
    )
    guard = LeakGuard(rules, never=["Jane Doe"], public=["support@skillancer.com"])
    assert found("api-2 and db01.skillancer.com and Support@skillancer.com", guard) == []
    assert found("api-3, jane@skillancer.com", guard) == ["api-3", "jane@skillancer.com"]
    assert found("ACME  Corp. and project-heron, told by Jane Doe", guard) == [
        "ACME  Corp",
        "project-heron",
        "Jane Doe",
    ]
    assert found("Acme Corporation, Jane and the doe", guard) == []
    assert found("https://db01.skillancer.com:8443/x", guard) == ["https://db01.skillancer.com:8443/x"]


def test_the_credentials_of_this_computer_are_found_and_kept_nowhere() -> None:
    secrets = OwnSecrets()
    secret = "correct horse Battery staple"
    secrets.add(secret)
    secrets.add("short")
    guard = LeakGuard(RULES, secrets=secrets)
    assert found(f"use {secret}!", guard) == [secret]
    assert found("a short correct horse Battery stapler", guard) == ["correct horse Battery staple"]
    assert found("correct horse battery staple", guard) == []
    assert found("use correct horse Bat\u200btery staple", guard) == ["correct horse Bat\u200btery staple"]
    secrets.add("Größe·42’x")
    assert found("it is Größe·42’x now", guard) == ["Größe·42’x"], "signs that patterns read as others"
    assert secret not in repr(vars(secrets))
    assert not any(secret[:8] in str(value) for value in vars(secrets).values())
    (leak,) = guard.leaks(secret)
    assert leak.rule.kind is LeakKind.SECRET


def test_a_credential_that_comes_later_is_found_in_a_text_that_was_read_before() -> None:
    secrets = OwnSecrets()
    guard = LeakGuard(RULES, secrets=secrets)
    assert found("sesame-open-sesame", guard) == []
    secrets.add("sesame-open-sesame")
    assert found("sesame-open-sesame", guard) == ["sesame-open-sesame"]


def test_of_a_text_for_colleagues_only_secrets_are_told() -> None:
    guard = LeakGuard(RULES, never=["Jane Doe"])
    text = "Jane Doe restarts db-prod-01 with token=abcd1234"
    assert [text[one.start : one.end] for one in guard.leaks(text, public=False)] == ["abcd1234"]
    assert found(text, guard) == ["Jane Doe", "db-prod-01", "abcd1234"]


@pytest.mark.parametrize(
    ("words", "random"),
    [
        ("a1B2c3D4e5F6g7H8i9J0k1L2", True),
        ("rzyiuvY6xGjh23I91NMmbtqj", True),
        ("PaymentServiceFactory2Bean", False),
        ("incidentresponsehandbook24", False),
        ("AAAABBBBCCCCDDDDaaaabbbb0000", False),
    ],
)
def test_a_key_drawn_by_chance_is_told_from_a_name(words: str, random: bool) -> None:
    assert (found(f"use {words} then") == [words]) is random


def test_public_channels_are_kept_from_all_internal_ones_from_secrets_alone() -> None:
    value = "db-prod-01 fails with token=abcd1234"
    segments = (Segment("New: "), Segment(value, "whats_new"))
    public = check_leaks(GUARD, asked(PAGE, *segments, whats_new=value), CATALOGUE, "Payments")
    assert [(one.code, one.field, one.span, one.level) for one in public] == [
        ("leak_numbered_host", "whats_new", (0, 10), Level.BLOCKING),
        ("leak_assigned_secret", "whats_new", (28, 36), Level.BLOCKING),
    ]
    assert "“db-prod-01” looks like a host name" in public[0].text
    assert "abcd1234" not in public[1].text
    internal = check_leaks(GUARD, asked(SLACK, *segments, whats_new=value), CATALOGUE, "Payments")
    assert [one.code for one in internal] == ["leak_assigned_secret"]


def test_the_public_title_and_what_a_template_says_itself_are_read_too() -> None:
    findings = check_leaks(GUARD, asked(PAGE, Segment("See https://grafana/d/1")), CATALOGUE, "db01 is down")
    assert [(one.code, one.field) for one in findings] == [
        ("leak_url_port", None),
        ("leak_numbered_host", "public_title"),
    ]
    assert "The template status_update" in findings[0].text


def test_words_that_stand_there_twice_are_told_once_a_field() -> None:
    value = "db-prod-01 and db-prod-01"
    findings = check_leaks(
        GUARD, asked(PAGE, Segment(value, "whats_new"), whats_new=value), CATALOGUE, "db-prod-01"
    )
    assert [one.field for one in findings] == ["whats_new", "public_title"]


class _Broken(LeakGuard):
    def leaks(self, text: str, *, public: bool = True) -> Any:
        raise ZeroDivisionError(text)


@pytest.mark.logs_expected
def test_a_guard_that_breaks_keeps_public_texts_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    guard = _Broken(RULES)
    (finding,) = check_leaks(guard, asked(PAGE, Segment("fine")), CATALOGUE, "")
    assert (finding.code, finding.level) == (GUARD_FAILED, Level.BLOCKING)
    assert "could not be checked" in finding.text
    assert not may_be_overridden(finding)
    assert check_leaks(guard, asked(SLACK, Segment("fine")), CATALOGUE, "") == []
    assert first_leak(guard, "fine", public=True)
    assert first_leak(guard, "fine", public=False) is None
    assert "the leak guard failed" in caplog.text


def test_a_credential_of_this_program_is_let_pass_for_no_reason() -> None:
    secrets = OwnSecrets()
    secrets.add("hunter2hunter2")
    guard = LeakGuard(RULES, secrets=secrets)
    findings = check_leaks(guard, asked(PAGE, Segment("hunter2hunter2 PAY-12")), CATALOGUE, "")
    assert [(one.code, may_be_overridden(one)) for one in findings] == [
        ("leak_own_secret", False),
        ("leak_ticket_id", True),
    ]


@given(st.text(max_size=400), st.sampled_from(sorted(TABLES)), st.data())
@settings(max_examples=150)
def test_an_example_is_found_in_any_company_and_every_leak_lies_in_the_text(
    around: str, key: str, data: st.DataObject
) -> None:
    """Whatever stands on the other lines: a leak is found there, and each one that is found lies within the text, in order."""
    leak = data.draw(st.sampled_from([one for one in TABLES[key]["leaks"] if "\n" not in one]))
    text = f"{around}\n{leak}\n{around}"
    leaks = GUARD.leaks(text)
    start, end = len(around) + 1, len(around) + 1 + len(leak)
    assert any(one.start < end and one.end > start for one in leaks)
    places = [place for one in leaks for place in (one.start, one.end)]
    assert places == sorted(places)
    assert all(0 <= one.start < one.end <= len(text) for one in leaks)


@pytest.mark.parametrize(
    "piece", ["a1.", "a-", "1:", "/", "0.", "db01 ", "select a,", "lost ", "é", "eyJ", "@a", "#", "password="]
)
def test_one_line_of_64_kib_is_read_to_its_end(piece: str) -> None:
    line = (piece * 70_000)[:65_500] + " PAY-4711"
    leaks = GUARD.leaks(line)
    assert len(leaks) <= MOST * len(RULES.rules)
    assert line.endswith(found(line)[-1]) or piece in ("#", "/", "é", "password=")


def seconds(work: Callable[[], object]) -> float:
    """How long the processor takes: the least of three times."""
    taken = []
    for _ in range(3):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return min(taken)


def grows(find: Callable[[str], object], piece: str) -> tuple[float, float]:
    """How long a line of 16 KiB takes, and one of 64 KiB, that says the piece again and again."""
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (16_384, 65_536))
    return seconds(lambda: find(short)), seconds(lambda: find(long))


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.key)
def test_each_rule_takes_time_in_proportion_to_the_line(rule: Any) -> None:
    """What nearly fits, and what fits over and over, is where patterns go astray."""
    guard = LeakGuard(LeakRules((rule,)))
    for piece in (TABLES[rule.key]["leaks"][0][:-1], TABLES[rule.key]["clean"][0]):
        short, long = grows(guard.leaks, piece.replace("\n", " "))
        assert long < 0.02 or long < 8 * short, (piece, short, long)  # a square would be 16 times as long


@given(st.text("aA1 .-_/:=@#\"'(,é\u200b", min_size=1, max_size=10))
@settings(max_examples=15)
def test_all_rules_together_take_time_in_proportion_to_the_line(piece: str) -> None:
    short, long = grows(LeakGuard(RULES).leaks, piece)
    assert long < 0.05 or long < 8 * short, (piece, short, long)


def test_what_a_detector_library_finds_the_guard_finds() -> None:
    """detect-secrets with its detectors of known services; not its entropy ones, which take every plain word for a secret."""
    from detect_secrets.core import scan
    from detect_secrets.settings import transient_settings

    names = (
        "ArtifactoryDetector AWSKeyDetector AzureStorageKeyDetector BasicAuthDetector DiscordBotTokenDetector GitHubTokenDetector GitLabTokenDetector "
        "JwtTokenDetector MailchimpDetector NpmDetector OpenAIDetector PrivateKeyDetector PypiTokenDetector SendGridDetector SlackDetector SquareOAuthDetector "
        "StripeDetector TelegramBotTokenDetector TwilioKeyDetector"
    )
    secrets = [
        (key, line) for key, table in TABLES.items() for one in table["leaks"] for line in one.splitlines()
    ]
    with transient_settings({"plugins_used": [{"name": name} for name in names.split()]}):
        theirs = {line for _, line in secrets if list(scan.scan_line(line))}
    kinds = {key: LeakKind(table["kind"]) for key, table in TABLES.items()}
    assert len(theirs) >= 12
    assert [line for line in theirs if not found(line)] == []
    clean = [line for table in TABLES.values() for one in table["clean"] for line in one.splitlines()]
    with transient_settings({"plugins_used": [{"name": name} for name in names.split()]}):
        assert [line for line in clean if list(scan.scan_line(line))] == []
    assert kinds["ip_address"] is LeakKind.INTERNAL


CUSTOMERS = (
    ("Globex GmbH", "ops@globex.example"),
    ("Northwind Traders", "info@northwind.example"),
    ("Jane Doe", "jane@mail.example"),
    ("Mark", "mark@mail.example"),
    ("ING", "it@bank.example"),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Globex can't pay.", ["Globex"]),
        ("globex is a word", []),
        ("GLOBEX  GMBH and northwind-traders", ["GLOBEX  GMBH", "northwind-traders"]),
        ("told by Jane Doe, not by Jane or the doe", ["Jane Doe"]),
        ("write to info@northwind.example", ["info@northwind.example"]),
        ("Mark this as read; paying by ING works", []),
        ("Nortｈwind Traders", ["Nortｈwind Traders"]),
    ],
)
def test_customers_of_a_list_are_not_named_to_the_others(text: str, names: list[str]) -> None:
    guard = LeakGuard(RULES)
    assert not {text[one.start : one.end] for one in guard.leaks(text) if one.rule.key == "customer"}
    learn_customers(guard, "customers.csv", CUSTOMERS)
    found_now = [text[one.start : one.end] for one in guard.leaks(text) if one.rule.key == "customer"]
    assert found_now == names
    assert not [one for one in guard.leaks(text, public=False) if one.rule.key == "customer"]
    assert "lobex" not in repr(vars(guard.customers)), "nobody can read the list there"
    learn_customers(guard, "customers.csv", CUSTOMERS[3:])
    assert not [one for one in guard.leaks(text) if one.rule.key == "customer"], "another list in its place"


def test_the_own_organisation_is_no_customer() -> None:
    guard = LeakGuard(RULES, public=["Globex"])
    learn_customers(guard, "customers.csv", CUSTOMERS)
    assert found("Globex payments fail.", guard) == []
