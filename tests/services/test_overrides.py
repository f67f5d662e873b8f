"""A plan and templates of one's own are checked before they are relied on, each mistake with its file, line and key."""

import re
import shutil
from pathlib import Path

import pytest

from composer.assets import data_root
from composer.domain.errors import InvalidInputError, Place, PlanError, Problem
from composer.paths import open_home
from composer.services import overrides
from composer.services.overrides import check_plan, check_templates

NORDLICHT = Path(__file__).parents[1] / "plans" / "nordlicht"
SHIPPED = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")
GOOD = (
    '+++\ntitle = "Slack update"\nchannel = "slack"\naudience = "internal"\n'
    'fields = ["summary"]\nrequired = ["summary"]\n+++\nUPDATE {{ summary }}\n'
)


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home")


def test_without_one_of_one_s_own_the_shipped_ones_are_good(home):
    plan, problems = check_plan(home, None)
    assert plan is not None
    assert (plan.name, problems) == ("Skillancer Incident Response Plan", ())
    assert check_templates(home, None) == (17, ())


def test_a_plan_of_one_s_own_is_told_by_its_name(home, tmp_path):
    text = SHIPPED.replace('name = "Skillancer Incident Response Plan"', 'name = "Mine"', 1)
    home.plan.write_text(text, encoding="utf-8")
    plan, problems = check_plan(home, None)
    assert plan is not None
    assert (plan.name, problems) == ("Mine", ())
    other = tmp_path / "other.toml"
    other.write_text(text.replace('"Mine"', '"Other"'), encoding="utf-8")
    plan, problems = check_plan(home, str(other))
    assert plan is not None
    assert (plan.name, problems) == ("Other", ())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("monitoring_watch_hours = 1", 'monitoring_watch_hours = "one"', "monitoring_watch_hours"),
        ('language = "en"', 'languag = "en"', "languag"),
        ('page_status = "identified"', 'page_status = "known"', "page_status"),
        ('template = "slack_update"', 'template = "slack_updates"', "messages[2].template"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(home, old, new, key):
    text = SHIPPED.replace(old, new, 1)
    home.plan.write_text(text, encoding="utf-8")
    plan, problems = check_plan(home, None)
    assert plan is None
    told = [str(problem) for problem in problems]
    assert any(key in one and str(home.plan) in one for one in told), told
    if "template" not in key:
        line = text[: text.index(new)].count("\n") + 1
        assert any(f"line {line}" in one for one in told), told


@pytest.mark.parametrize("text", ["name = ", "[[[", "\x00", "name = 1\nname = 2", "[" * 5_000])
def test_what_is_no_toml_is_told(home, text):
    home.plan.write_text(text, encoding="utf-8")
    plan, problems = check_plan(home, None)
    assert plan is None
    assert len(problems) >= 1
    assert str(home.plan) in str(problems[0])


def test_a_named_plan_is_checked_without_what_is_wrong_in_the_home_s_own(home, tmp_path):
    home.plan.write_text("name = ", encoding="utf-8")
    good = tmp_path / "good.toml"
    good.write_text(SHIPPED, encoding="utf-8")
    plan, problems = check_plan(home, str(good))
    assert plan is not None
    assert problems == ()
    bad = tmp_path / "bad.toml"
    bad.write_text(SHIPPED.replace('template = "slack_update"', 'template = "nope"', 1), encoding="utf-8")
    plan, problems = check_plan(home, str(bad))
    assert plan is None
    assert "nope" in str(problems[0])


def test_what_is_not_there_is_said(home, tmp_path):
    with pytest.raises(InvalidInputError, match="there is no such file"):
        check_plan(home, str(tmp_path / "nope.toml"))
    with pytest.raises(InvalidInputError, match="there is no such file"):
        check_plan(home, str(tmp_path))
    with pytest.raises(InvalidInputError, match="there is no such folder"):
        check_templates(home, str(tmp_path / "nope"))


def test_a_broken_installation_is_told_too(home, monkeypatch):
    def broken(*_, **__):
        raise PlanError([Problem(Place("plan.toml", 3), "is broken.")])

    monkeypatch.setattr(overrides, "load_library", broken)
    plan, problems = check_plan(home, None)
    assert plan is None
    assert [str(one) for one in problems] == ["plan.toml line 3: is broken."]


def test_templates_of_one_s_own_are_counted(home):
    (home.templates / "slack").mkdir()
    (home.templates / "slack" / "slack_update.j2").write_text(GOOD, encoding="utf-8")
    assert check_templates(home, None) == (1, ())
    assert check_templates(home, str(home.templates)) == (1, ())


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"slack"', '"slak"', 3, "channel"),
        ('["summary"]\nrequired = ["summary"]', '["summmary"]\nrequired = []', 5, "did you mean summary"),
        ("{{ summary }}", "{{ summary", 8, ""),
        ("{{ summary }}", "{{ impact }}", 8, "impact"),
        ("{{ summary }}", "{{ summary.__class__ }}", 8, ""),
        ("{{ summary }}", "{% for x in range(9) %}{% endfor %}", 8, ""),
        ("title = ", "titel = ", 2, "titel"),
        ("+++\ntitle", "title", 1, "+++"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_file_and_line(home, old, new, line, words):
    file = home.templates / "slack_update.j2"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    _, problems = check_templates(home, None)
    told = [str(problem) for problem in problems]
    assert told
    assert any(words in one for one in told)
    assert any(re.search(rf"slack_update\.j2 line {line}\b", one) for one in told), told


def test_a_company_s_folder_is_checked_with_the_plan_beside_it(home, tmp_path):
    beside = tmp_path / "company"
    shutil.copytree(NORDLICHT, beside)
    number, problems = check_templates(home, str(beside / "templates"))
    assert (number, problems) == (len(list(beside.rglob("*.j2"))), ())
    (beside / "plan.toml").unlink()
    _, problems = check_templates(home, str(beside / "templates"))
    assert any("phase" in str(one) for one in problems), "the shipped plan has other phases"
