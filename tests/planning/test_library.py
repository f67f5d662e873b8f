"""Overrides: each is validated, a wrong one is told and what lies beneath it counts."""

import shutil
from pathlib import Path

import pytest

from composer.domain.channel import Channel
from composer.domain.errors import PlanError, TemplateError
from composer.planning.library import Override, load_library
from composer.planning.template_file import load_template
from composer.rendering.sandbox import check_source

ROOT = Path(__file__).parents[2]
SHIPPED_PLAN = (ROOT / "resources" / "plan.toml").read_text(encoding="utf-8")


def body_problems(template, catalogue):
    return check_source(
        template.body,
        allowed_fields=template.head.fields,
        origin=template.origin,
        first_line=template.body_line,
    )


def library(*homes):
    overrides = [Override.in_folder(home) for home in homes]
    return load_library(ROOT / "resources", ROOT / "templates", overrides, body_problems=body_problems)


def told(library):
    return [str(problem) for problem in library.problems]


@pytest.fixture
def home(tmp_path):
    return tmp_path


def put(home, path, text):
    file = home / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def template(
    body="Hello {{ summary }}", channel="slack", audience="internal", fields='["summary"]', extra=""
):
    return f'+++\ntitle = "Mine"\nchannel = "{channel}"\naudience = "{audience}"\nfields = {fields}\n{extra}\n+++\n{body}\n'


def test_an_empty_home_changes_nothing(home):
    assert library(home) == library()
    assert library().problems == ()
    assert library().plan_origin is None


def test_a_template_of_the_same_name_takes_the_place_of_the_shipped_one(home):
    put(home, "templates/slack/slack_update.j2", template())
    found = library(home)
    assert found.problems == ()
    assert found.templates["slack_update"].body == "Hello {{ summary }}"
    assert found.templates["slack_update"].own
    assert found.templates["slack_update"].body_line == 8


def test_a_new_template_is_offered_where_it_serves(home):
    put(home, "templates/slack/mine.j2", template(extra='phases = ["monitoring"]'))
    found = library(home)
    assert "mine" in {item.head.name for item in found.offered("P0", "monitoring")}
    assert "mine" not in {item.head.name for item in found.offered("P0", "resolved")}


def test_corrections_and_the_post_mortem_are_never_offered_but_found():
    names = {item.head.name for item in library().offered("P0", "investigating")}
    assert not names & {"slack_correction", "status_correction", "customer_correction", "postmortem"}
    assert library().correction(Channel.SLACK).head.name == "slack_correction"
    assert library().correction(Channel.PAGERDUTY) is None


def test_the_persons_template_counts_over_the_teams(tmp_path):
    put(tmp_path, "team/templates/slack/slack_update.j2", template("Team {{ summary }}"))
    put(tmp_path, "mine/templates/slack/slack_update.j2", template("Mine {{ summary }}"))
    team, mine = tmp_path / "team", tmp_path / "mine"
    assert library(team, mine).templates["slack_update"].body.startswith("Mine")
    put(tmp_path, "mine/templates/slack/slack_update.j2", "nothing")
    found = library(team, mine)
    assert found.templates["slack_update"].body.startswith("Team")
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Hello", " line 1: expected a line +++, with which a template's head begins."),
        ("+++\ntitle = 1\n", " line 1: expected a second line +++, with which the head ends."),
        (
            "+++\ntitle 1\n+++\nx",
            " line 2: is not valid TOML here: expected '=' after a key in a key/value pair.",
        ),
        (
            template(fields='["sumary"]'),
            ' line 5: fields[0]: there is no field "sumary"; did you mean summary?',
        ),
        (
            template(extra='required = ["impact"]'),
            ': required[0]: requires "impact", which is not among its fields',
        ),
        (template(extra='required = ["impact"]'), " line 6: required[0]"),
        (template(extra='subject = "x"'), " line 6: subject: the channel slack has no subject."),
        (
            template(extra='phases = ["solved"]'),
            ' line 6: phases[0]: the plan has no phase "solved"; did you mean resolved?',
        ),
        (
            template(extra='severities = ["P9"]'),
            ' line 6: severities[0]: the plan has no severity "P9"; expected one of: P0',
        ),
        (template(body=""), ": there is no text after the head."),
        (template(body="{{ impact }}"), " line 8: impact: the field “impact” is used here but is not"),
        (
            template(channel="email", extra='subject = "x"'),
            " line 3: channel: lies in the folder slack, but its head says",
        ),
        (template(channel="fax"), "line 3: channel: expected one of 'slack', 'status_page'"),
        (
            template(audience="public"),
            ' line 5: fields[0]: the field "summary" is internal; a public template cannot',
        ),
        (template(extra="colour = 1"), " line 6: colour: unknown key colour"),
    ],
)
def test_a_wrong_template_is_told_and_the_shipped_one_counts(home, text, sentence):
    file = put(home, "templates/slack/slack_update.j2", text)
    found = library(home)
    assert any(problem.startswith(str(file)) and sentence in problem for problem in told(found)), told(found)
    assert not found.templates["slack_update"].own


def test_a_mail_needs_a_subject_and_a_file_a_plain_name(home):
    put(home, "templates/email/my_mail.j2", template(channel="email"))
    put(home, "templates/slack/My-Text.j2", template())
    assert "the key subject is missing: a mail has one." in told(library(home))[0]
    assert "expected a file name of lower-case letters" in told(library(home))[1]


def test_two_files_of_one_name(home):
    put(home, "templates/copy/mine.j2", template(channel="copy"))
    put(home, "templates/slack/mine.j2", template())
    found = library(home)
    assert found.templates["mine"].head.channel is Channel.COPY
    assert "has the same name as" in told(found)[0]


def test_a_template_that_cannot_be_read(home):
    (home / "templates" / "slack" / "slack_update.j2").mkdir(parents=True)
    found = library(home)
    assert "cannot be read: Is a directory." in told(found)[0]
    assert not found.templates["slack_update"].own


def test_a_field_can_be_added_and_replaced(home):
    put(
        home,
        "templates/fields.toml",
        '[ticket]\nlabel = "Ticket"\ntype = "line"\naudience = "internal"\nhelp = "No."\nexample = "OPS-1"\n'
        '[eta]\nlabel = "End"\ntype = "line"\naudience = "internal"\nhelp = "H."\nexample = "soon"\ndefault = "?"\n',
    )
    put(home, "templates/slack/mine.j2", template("{{ ticket }}", fields='["ticket"]'))
    found = library(home)
    assert found.problems == ()
    assert found.catalogue["ticket"].label == "Ticket"
    assert found.catalogue["eta"].default == "?"
    assert found.catalogue["summary"].label == "Summary"


def test_a_wrong_catalogue_is_told_and_the_shipped_one_counts(home):
    put(
        home,
        "templates/fields.toml",
        '[ticket]\nlabel = "T"\ntype = "lines"\naudience = "internal"\nhelp = "H."\n',
    )
    found = library(home)
    assert "fields.toml line 3: ticket.type: expected one of 'line', 'text'" in told(found)[0]
    assert "ticket" not in found.catalogue


def test_a_field_made_internal_takes_the_public_templates_that_use_it_out(home):
    put(
        home,
        "templates/fields.toml",
        '[scope]\nlabel = "Scope"\ntype = "line"\naudience = "internal"\nhelp = "H."\nexample = "All"\n',
    )
    found = library(home)
    assert "status_investigating" not in found.templates
    assert "status_investigating" not in {rule.template for rule in found.plan.messages}
    assert any('the rule for "status_investigating" is left out' in sentence for sentence in told(found))


def test_a_plan_of_ones_own_counts_as_a_whole(home):
    put(home, "plan.toml", SHIPPED_PLAN.replace("every_minutes = 15", "every_minutes = 10"))
    found = library(home)
    assert found.problems == ()
    assert found.plan_origin == str(home / "plan.toml")
    rule = next(rule for rule in found.plan.messages if rule.template == "slack_update")
    assert rule.cadence[0].steps[0].every_minutes == 10
    assert set(found.templates) == set(library().templates)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("hold_s = 5", "hold = 5", "unknown key hold; did you mean hold_s?"),
        ('template = "slack_update"', 'template = "slack_updates"', "there is no template \"slack_updates\"; did you mean"),
        ('field = "technical_lead"', 'field = "tech"', 'roles.technical_lead.field: there is no field "tech"'),
    ],
)  # fmt: skip
def test_a_wrong_plan_is_told_and_the_shipped_one_counts(home, old, new, sentence):
    assert old in SHIPPED_PLAN
    put(home, "plan.toml", SHIPPED_PLAN.replace(old, new))
    found = library(home)
    assert any(sentence in problem for problem in told(found)), told(found)
    assert found.plan == library().plan


def test_the_teams_plan_counts_where_the_persons_is_wrong(tmp_path):
    put(tmp_path, "team/plan.toml", SHIPPED_PLAN.replace('version = "1.0.0"', 'version = "team"'))
    put(tmp_path, "mine/plan.toml", "version = ")
    found = library(tmp_path / "team", tmp_path / "mine")
    assert found.plan.version == "team"
    assert len(found.problems) == 1


def test_a_plan_whose_phases_the_shipped_templates_do_not_know_needs_templates_of_its_own(home):
    put(home, "plan.toml", SHIPPED_PLAN.replace("investigating", "looking").replace('page_status = "looking"', 'page_status = "investigating"').replace('\nlooking = "I', '\ninvestigating = "I').replace("status_looking", "status_investigating"))  # fmt: skip
    found = library(home)
    assert any(
        'the shipped template "slack_declaration" names phases' in problem for problem in told(found)
    ), told(found)
    assert found.plan_origin is None


def test_a_rule_whose_own_template_is_wrong_is_left_out_and_told(home):
    put(home, "plan.toml", SHIPPED_PLAN.replace('template = "support_macro"', 'template = "mine"'))
    put(home, "templates/copy/mine.j2", template("{{ 1 + 1 }}", channel="copy"))
    found = library(home)
    assert found.plan_origin is not None
    assert "mine" not in {rule.template for rule in found.plan.messages}
    assert any('the rule for "mine" is left out' in problem for problem in told(found))
    assert "support_macro" not in found.templates, "a plan of one's own does not name it"


def test_files_that_are_named_have_to_exist(tmp_path):
    found = load_library(
        ROOT / "resources", ROOT / "templates", [Override(tmp_path / "my.toml", tmp_path / "texts")]
    )
    assert told(found) == [
        f"{tmp_path / 'texts'}: there is no such folder.",
        f"{tmp_path / 'my.toml'}: cannot be read: No such file or directory.",
    ]


def test_shipped_files_that_are_wrong_stop_the_program(tmp_path):
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "slack" / "slack_update.j2").write_text(template(fields='["nothing"]'))
    with pytest.raises(TemplateError):
        load_library(tmp_path / "resources", tmp_path / "templates")
    (tmp_path / "templates" / "slack" / "slack_update.j2").unlink()
    with pytest.raises(PlanError, match="there is no template"):
        load_library(tmp_path / "resources", tmp_path / "templates")


def test_one_template_alone():
    found = load_template(ROOT / "templates" / "slack" / "slack_update.j2", language="en-GB")
    assert (found.head.name, found.head.language, found.own) == ("slack_update", "en-GB", False)
