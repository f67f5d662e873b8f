"""What plan.toml may say of security incidents: each mistake with its line and key, and what counts where a plan says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from composer.assets import data_root
from composer.domain.errors import PlanError
from composer.planning.library import Library, Override, load_library
from composer.planning.plan_file import parse_plan

TEXT = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
BEGINS = TEXT.index("# ---- Security incidents")


def loaded(plan: Path) -> Library:
    return load_library(data_root() / "resources", data_root() / "templates", [Override(plan, None)])


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('need_to_know = ["Security Lead", "CTO"]', 'need_to_know = ["Securty Lead"]', "security.need_to_know[0]", "did you mean Security Lead"),
        ('"{code}-{date}"', '"secret-{date}"', "security.slack_channel_pattern", "{code}"),
        ('"{code}-{date}"', '"Secret {code}"', "security.slack_channel_pattern", "letters"),
        ('"Alder", "Aspen"', '"Alder", "alder"', "security.code_names[1]", "twice"),
        ('"Alder", "Aspen"', '"Alder Tree", "Aspen"', "security.code_names[0]", "letters, digits"),
        ("hours = 72", "hours = 0", "security.regulators.gdpr_33.hours", "greater than 0"),
        ('counts_from = "aware"', 'counts_from = "awre"', "security.regulators.gdpr_33.counts_from", "'aware', 'declared', 'impact'"),
        ("We are investigating an issue with", "We are investigating a breach of", "security.holding_statement.text", "“breach”"),
        ("Service issue under investigation", "Intrusion under investigation", "security.holding_statement.title", "“intrusion”"),
        ('title = "Service issue under investigation"\n', "", "security.holding_statement.title", "missing"),
        ("[security.roles.legal]", "[security.roles.technical_lead]", "security.roles.technical_lead", "already"),
        ('template = "status_holding"', 'template = "status_holding"\naproved_by = "x"', "security.holding_statement.aproved_by", "unknown key"),
        ('template = "status_holding"', 'template = "status_holding"\napproved_by = "x"', "security.holding_statement", "both approved_by and approved_on"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_key(old: str, new: str, key: str, words: str) -> None:
    assert old in TEXT[BEGINS:]
    text = TEXT[:BEGINS] + TEXT[BEGINS:].replace(old, new, 1)
    with pytest.raises(PlanError) as caught:
        parse_plan(text, "plan.toml")
    told = {one.place.key: one for one in caught.value.problems}
    assert key in told, [str(one) for one in caught.value.problems]
    assert words in told[key].text
    line = told[key].place.line
    assert line is not None
    assert line >= TEXT[:BEGINS].count("\n")


@pytest.mark.parametrize("name", ["status_holdin", "holding_statemnt"])
def test_a_holding_statement_names_a_template_and_a_field_that_are_there(tmp_path: Path, name: str) -> None:
    file = tmp_path / "plan.toml"
    right = "status_holding" if name.startswith("status") else "holding_statement"
    file.write_text(TEXT.replace(f' = "{right}"', f' = "{name}"'), encoding="utf-8")
    (problem,) = loaded(file).problems
    assert right in problem.text
    assert (problem.place.key or "").startswith("security.holding_statement")


def test_a_plan_that_says_nothing_of_them_keeps_silence_as_the_shipped_one_does(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    file.write_text(
        TEXT[:BEGINS].replace(
            'roles = ["legal", "incident_commander"]\ncount = 2', 'roles = ["incident_commander"]'
        ),
        encoding="utf-8",
    )
    found = loaded(file)
    assert found.plan_origin == str(file), found.problems
    rules = found.plan.security
    assert rules.words_not_public
    assert rules.holding_statement is not None
    assert rules.need_to_know == (), "who needs to know there, the shipped plan can't say"
    assert "status_holding" in found.templates
    asked = [one for one in found.plan.approvals if one.security]
    assert {role for one in asked for role in one.roles} == {"incident_commander", "legal"}


def test_another_company_s_plan_says_its_own(tmp_path: Path) -> None:
    file = tmp_path / "plan.toml"
    own = TEXT[:BEGINS] + TEXT[BEGINS:].replace(
        'need_to_know = ["Security Lead", "CTO"]', 'need_to_know = ["CTO", "U024BE7LH", "ciso@acme.example"]'
    )
    file.write_text(own, encoding="utf-8")
    assert loaded(file).plan.security.need_to_know == ("CTO", "U024BE7LH", "ciso@acme.example")
