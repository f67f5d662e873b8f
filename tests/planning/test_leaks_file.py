"""leaks.toml: what a team may lay over the shipped rules, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer import assets
from composer.checks.leaks import unproven
from composer.domain.errors import InvalidInputError
from composer.domain.leaks import LeakKind, LeakRule, LeakRules
from composer.planning.layers import Override
from composer.planning.leaks_file import load_leaks, parse_leaks
from composer.planning.library import load_library

ROOT = Path(str(assets.data_root()))
GOOD = r"""
off = ["revenue"]
public = ["api.skillancer.com"]
never = ["Acme Corp"]

[rule.customer_number]
kind = "internal"
what = "a customer's number"
pattern = '\bK-\d{6}\b'
leaks = ["K-123456"]
clean = ["K-12"]
mend = "a customer"
"""


def problems(text: str, base: LeakRules | None = None) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        parse_leaks(text, "leaks.toml", base=base, proof=unproven)
    return [str(problem) for problem in caught.value.problems]


def rule(**changes: str) -> str:
    lines = {
        "kind": '"internal"',
        "what": '"a customer number"',
        "pattern": r"'\bK-\d{6}\b'",
        "leaks": '["K-123456"]',
        "clean": '["K-12"]',
    } | changes
    return "[rule.customer_number]\n" + "\n".join(f"{key} = {value}" for key, value in lines.items())


def test_a_file_of_ones_own_is_laid_over_the_shipped_rules() -> None:
    shipped = load_leaks(ROOT / "resources" / "leaks.toml", proof=unproven)
    rules = parse_leaks(GOOD, "leaks.toml", base=shipped, proof=unproven)
    keys = [one.key for one in rules.rules]
    assert "revenue" not in keys
    assert len(keys) == len(shipped.rules)
    assert rules.rules[-1] == LeakRule(
        "customer_number", LeakKind.INTERNAL, "a customer's number", r"\bK-\d{6}\b", mend="a customer"
    )
    assert (rules.public, rules.never) == (("api.skillancer.com",), ("Acme Corp",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (rule(pattern="'(K'"), "leaks.toml line 4: rule.customer_number.pattern: is no pattern that the guard can use: missing ): (K."),
        (rule(pattern=r"'(a+)+\1'"), "leaks.toml line 4: rule.customer_number.pattern: is no pattern"),
        (rule(pattern="'(?<=K-)1'"), "leaks.toml line 4: rule.customer_number.pattern: is no pattern"),
        (rule(pattern="'K*'"), "leaks.toml line 4: rule.customer_number.pattern: fits an empty text"),
        (rule(pattern="'a{1000}{1000}'"), "leaks.toml line 4: rule.customer_number.pattern: is no pattern"),
        (rule(leaks='["K-1"]'), "leaks.toml line 1: rule.customer_number: does not find its example “K-1”."),
        (rule(clean='["K-123456"]'), "leaks.toml line 1: rule.customer_number: finds something in “K-123456”, which is clean."),
        (rule(leaks="[]"), "leaks.toml line 5: rule.customer_number.leaks: expected at least 1 of them."),
        (rule(kind='"odd"'), "leaks.toml line 2: rule.customer_number.kind: expected one of"),
        (rule(colour='"red"'), "unknown key colour"),
        ('off = ["privat_ip"]', 'leaks.toml line 1: off[0]: there is no rule "privat_ip"'),
        ("off = [", "leaks.toml line 1: is not valid TOML here"),
        ("[rule.Odd-Name]\n" + rule().partition("\n")[2], "expected a name of lower-case letters"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_key(text: str, said: str) -> None:
    assert any(said in one for one in problems(text)), problems(text)


def test_with_a_broken_file_of_ones_own_the_shipped_rules_stay_in_force(tmp_path: Path) -> None:
    shipped = load_library(ROOT / "resources", ROOT / "templates")
    (tmp_path / "leaks.toml").write_text(rule(pattern="'(K'"), encoding="utf-8")
    library = load_library(ROOT / "resources", ROOT / "templates", [Override.in_folder(tmp_path)])
    assert library.leaks == shipped.leaks
    assert len(library.leaks.rules) > 40
    assert [problem.place.line for problem in library.problems] == [4]
    (tmp_path / "leaks.toml").write_bytes(b'never = ["\xff\xfe"]')
    library = load_library(ROOT / "resources", ROOT / "templates", [Override.in_folder(tmp_path)])
    assert library.leaks == shipped.leaks
    assert len(library.problems) == 1
    (tmp_path / "leaks.toml").write_text(GOOD, encoding="utf-8")
    library = load_library(ROOT / "resources", ROOT / "templates", [Override.in_folder(tmp_path)])
    assert (library.problems, library.leaks.never) == ((), ("Acme Corp",))
