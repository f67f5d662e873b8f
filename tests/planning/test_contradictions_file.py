"""contradictions.toml: what a team may lay over the shipped rules, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer import assets
from composer.domain.contradictions import Clash, ClashLimits, ClashRules, Weight
from composer.domain.errors import InvalidInputError
from composer.planning import kept
from composer.planning.contradictions_file import load_contradictions, parse_contradictions
from composer.planning.layers import Override
from composer.planning.library import load_library

ROOT = Path(str(assets.data_root()))
GOOD = """
[weights]
all_well = "advice"
shared_component = "off"

[limits]
stale_minutes = 30

[words]
late = ["Verspätet", "wartet   noch"]

[nouns]
tickets = ["ticket", "tickets"]
"""


@pytest.fixture(scope="module")
def shipped() -> ClashRules:
    return load_contradictions(ROOT / "resources" / "contradictions.toml")


def problems(text: str, base: ClashRules) -> list[str]:
    with pytest.raises(InvalidInputError) as caught:
        parse_contradictions(text, "contradictions.toml", base=base)
    return [str(problem) for problem in caught.value.problems]


def test_the_shipped_file_weighs_every_rule(shipped: ClashRules) -> None:
    assert set(shipped.weights) == {one.value for one in Clash}
    hard = {one for one in Clash if shipped.weight(one) is Weight.BLOCKING}
    assert hard == {
        Clash.ORDER, Clash.RESOLVED, Clash.CHANNELS, Clash.ALL_WELL, Clash.ALL_WELL_ELSEWHERE, Clash.COMPONENT_WELL, Clash.DATA,
    }  # fmt: skip
    assert shipped.limits == ClashLimits()


def test_a_file_of_ones_own_changes_what_it_names(shipped: ClashRules) -> None:
    rules = parse_contradictions(GOOD, "contradictions.toml", base=shipped)
    assert (rules.weight(Clash.ALL_WELL), rules.weight(Clash.SHARED)) == (Weight.ADVICE, Weight.OFF)
    assert rules.weight(Clash.DATA) is Weight.BLOCKING
    assert (rules.limits.stale_minutes, rules.limits.time_minutes) == (30, 5)
    assert rules.words["late"] == ("verspätet", "wartet noch")
    assert rules.words["hurt"] == shipped.words["hurt"]
    assert rules.nouns["tickets"] == ("ticket", "tickets")
    assert rules.nouns["users"] == shipped.nouns["users"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[weights]\nall_wel = "off"', 'contradictions.toml line 2: weights.all_wel: there is no “all_wel” here; did you mean all_well?'),
        ('[weights]\nall_well = "loud"', "contradictions.toml line 2: weights.all_well: "),
        ("[limits]\nstale_minutes = 0", "contradictions.toml line 2: limits.stale_minutes: "),
        ('[limits]\nstale_minutes = "5"', "contradictions.toml line 2: limits.stale_minutes: "),
        ("[limits]\nstal_minutes = 5", "contradictions.toml line 2: limits.stal_minutes: "),
        ('[words]\nhurts = ["x"]', "contradictions.toml line 2: words.hurts: there is no “hurts” here"),
        ('[words]\nhurt = "x"', "contradictions.toml line 2: words.hurt: "),
        ('[words]\nhurt = ["fails", " … "]', "contradictions.toml line 2: words.hurt[1]: expected a word or a phrase."),
        ('[phases]\nover = ["x"]', "contradictions.toml line 2: phases.over: there is no “over” here"),
        ("[weights\n", "contradictions.toml line 1: "),
        ('rule = "x"', "contradictions.toml line 1: rule: "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_key(text: str, said: str, shipped: ClashRules) -> None:
    assert [one.startswith(said) for one in problems(text, shipped)] == [True], problems(text, shipped)


@pytest.mark.parametrize(
    "content", [b'[weights]\nall_well = "loud"', b"\xff\xfe\x00", b"[[[", b"a" * 5_000_000]
)
def test_the_shipped_rules_stay_in_force(content: bytes, tmp_path: Path, shipped: ClashRules) -> None:
    (tmp_path / "contradictions.toml").write_bytes(content)
    override = Override.in_folder(tmp_path)
    library = load_library(ROOT / "resources", ROOT / "templates", [override])
    assert library.contradictions == shipped
    assert str(tmp_path / "contradictions.toml") in {one.place.file for one in library.problems}


def test_it_is_kept_for_the_next_start_and_read_anew_once_it_changes(tmp_path: Path) -> None:
    file, kept_file = tmp_path / "contradictions.toml", tmp_path / "library.json"
    file.write_text(GOOD, encoding="utf-8")
    override = Override.in_folder(tmp_path)
    stamped = kept.stamp(ROOT / "resources", ROOT / "templates", [override])
    library = load_library(ROOT / "resources", ROOT / "templates", [override])
    assert kept.keep(kept_file, stamped, library)
    assert kept.read_kept(kept_file, stamped) == library
    file.write_text(GOOD.replace("30", "31"), encoding="utf-8")
    assert kept.stamp(ROOT / "resources", ROOT / "templates", [override]) != stamped
