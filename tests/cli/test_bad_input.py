"""Bad input of every kind: one clear sentence that names the place, the right exit status, and nothing stored."""

import json
import re

import pytest

from composer.assets import data_root
from composer.publishing.publish_file import SIZE_LIMIT
from tests.cli.command import declaration, follow_up, in_process

SHIPPED_PLAN = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")


def refused(answer, *words, status=2):
    """A sentence, and nothing else."""
    assert answer.status == status, answer.out + answer.err
    assert answer.out == ""
    assert "Traceback" not in answer.err
    for line in answer.err.splitlines():
        assert line.startswith("incident-composer: "), line
        assert len(line) < 1_000
    for word in words:
        assert word in answer.err, answer.err
    return answer


def good_object(**more) -> bytes:
    return json.dumps(declaration(**more)).encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", ("line 1",)),
        (b"   \n\n", ("not JSON",)),
        (b'{"phase":\n"investigating",}', ("line 2", "column 17")),
        (b'{"phase": "identified"} {}', ("line 1", "column 25")),
        (b"[]", ("one JSON object",)),
        (b"null", ("one JSON object",)),
        (b'"text"', ("one JSON object",)),
        (b'{"phase": "a", "phase": "b"}', ("phase", "twice")),
        (b'{"incident": {"id": "a", "id": "b"}}', ("id", "twice")),
        (b'{"hold_s": NaN}', ("NaN",)),
        (b'{"hold_s": -Infinity}', ("Infinity",)),
        (b"[" * 100_000 + b"]" * 100_000, ("nested too deeply",)),
        (b'{"fields":' * 50_000 + b"1" + b"}" * 50_000, ("nested too deeply",)),
        (b"\xff\xfe{}", ("not UTF-8", "byte 1")),
        ('{"phase": "é"}'.encode("latin-1"), ("not UTF-8", "byte 12")),
        ('{"phase": "x"}'.encode("utf-16"), ("not UTF-8",)),
        (b'{"hold_s": ' + b"9" * 5_000 + b"}", ("too many digits",)),
        (b" " * (SIZE_LIMIT + 5), ("16,777,216",)),
        (b"\x00", ("not JSON",)),
        (b"{'phase': 1}", ("not JSON",)),
    ],
    ids=range(20),
)
def test_what_is_no_json_object(home, data, words):
    refused(home.run("publish", str(home.write(data))), str(home.write(data)), *words)
    assert home.deliveries() == []


def test_a_byte_order_mark_does_no_harm(home, clock):
    assert home.publish(b"\xef\xbb\xbf" + good_object()).status == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"phaze": "x"}, ("phaze: no such name", "did you mean phase")),
        ({"phase": None}, ("phase: it is missing",)),
        ({"phase": "Done"}, ("phase: it must be one of Investigating, Identified",)),
        ({"phase": 3}, ("phase: it must be text",)),
        ({"phase": ["investigating"]}, ("phase: it must be text",)),
        ({"severity": "P7"}, ("severity: it must be one of P0, P1, P2, P3",)),
        ({"messages": "all"}, ("messages: it must be a list",)),
        ({"messages": ["slack_updat"]}, ("slack_updat", "did you mean slack_update")),
        ({"messages": [1]}, ("messages: it must be a list",)),
        ({"notify": "yes"}, ("notify: it must be true or false",)),
        ({"notify": 1}, ("notify: it must be true or false",)),
        ({"hold_s": "5"}, ("hold_s: it must be a number of seconds",)),
        ({"hold_s": -1}, ("hold_s",)),
        ({"hold_s": 1e300}, ("hold_s",)),
        ({"hold_s": True}, ("hold_s",)),
        ({"override": {"leak": ""}}, ("override",)),
        ({"override": ["leak"]}, ("override",)),
        ({"publish_id": 7}, ("publish_id: it must be text",)),
        ({"publish_id": "x" * 201}, ("publish_id", "200")),
        ({"impact_ended_at": "15:00"}, ("impact_ended_at", "ISO 8601")),
        ({"impact_ended_at": "2026-11-23T15:00:00"}, ("impact_ended_at", "offset")),
        ({"impact_ended_at": "0001-01-01T00:00:00+14:00"}, ("impact_ended_at",)),
        ({"fields": {"sumary": "x"}}, ("fields.sumary", "did you mean summary")),
        ({"fields": {"summary": 5}}, ("fields.summary: Expected text, not a number",)),
        ({"fields": {"summary": {"a": "b"}}}, ("fields.summary",)),
        ({"fields": {"severity": "P0"}}, ("fields.severity", "worked out by the program")),
        ({"fields": {"action_items": "one"}}, ("fields.action_items",)),
        ({"fields": {"action_items": ["a", 2]}}, ("fields.action_items[1]",)),
        ({"fields": {"monitoring_hours": "long"}}, ("fields.monitoring_hours",)),
        ({"fields": {"data_impact": True}}, ("fields.data_impact",)),
        ({"fields": []}, ()),
        ({"incident": {"title": None}}, ("incident.title: it is missing",)),
        ({"incident": {"title": "  \n "}}, ("incident.title: it is empty",)),
        ({"incident": {"titel": "x"}}, ("incident.titel", "did you mean title")),
        ({"incident": {"severity": None}}, ("incident.severity: it is missing",)),
        ({"incident": {"impact_started_at": None}}, ("incident.impact_started_at: it is missing",)),
        ({"incident": {"impact_started_at": "yesterday"}}, ("incident.impact_started_at", "ISO 8601")),
        ({"incident": {"components": ["Payments"]}}, ("incident.components",)),
        ({"incident": {"components": {"Paymnts": "x"}}}, ("Paymnts", "did you mean Payments")),
        ({"incident": {"components": {"Payments": "kaputt"}}}, ("major_outage",)),
        ({"incident": {"components": {"Payments": 1}}}, ("incident.components.Payments",)),
        (
            {"incident": {"components": {"Payments": "operational", "payments": "operational"}}},
            ("stands there twice",),
        ),
        ({"incident": {"domain": "coffee"}}, ("incident.domain",)),
        ({"incident": {"symptom": "smell"}}, ("incident.symptom",)),
        ({"incident": {"security": "no"}}, ("incident.security",)),
        ({"incident": {"id": "inc-1"}}, ("incident.title", "told when the incident is declared")),
    ],
    ids=range(46),
)
def test_an_unknown_name_or_a_wrong_value_is_named_with_its_place(home, clock, change, words):
    changed = {name: change[name] for name in change if name not in ("incident", "fields")}
    content = declaration(**changed)
    if change.get("fields") == []:
        content["fields"] = []
        words = ("fields: it must be an object",)
    else:
        content["fields"] |= change.get("fields", {})
    content["incident"] |= change.get("incident", {})
    content["incident"] = {name: value for name, value in content["incident"].items() if value is not None}
    refused(home.publish(content), *words)
    assert home.deliveries() == []


@pytest.mark.parametrize("incident", [None, "inc-1", [], {"id": None}, {"id": ""}, {"id": 5}])
def test_an_incident_has_to_be_named_or_described(home, clock, incident):
    content = declaration()
    content["incident"] = incident
    refused(home.publish(content), "incident")


APPROVAL = {"role": "Incident Commander", "name": "Maya Chen", "by": "voice", "code": "K7Q2"}


@pytest.mark.parametrize(
    ("approvals", "words"),
    [
        ("Maya", ("approvals: it must be a list of objects",)),
        (["Maya"], ("approvals: it must be a list of objects",)),
        ([{**APPROVAL, "role": "Pope"}], ("approvals[0].role: it must be one of Incident Commander",)),
        ([APPROVAL, {**APPROVAL, "by": "fax"}], ("approvals[1].by: it must be one of voice, chat, in person",)),
        ([{"role": "technical_lead"}], ("approvals[0].name: it is missing", "approvals[0].code: it is missing")),
        ([{**APPROVAL, "cod": "K7Q2"}], ("approvals[0].cod: no such name; did you mean code?",)),
        ([{**APPROVAL, "code": 7}], ("approvals[0].code: it must be text",)),
        ([APPROVAL] * 21, ("approvals: it has 21 entries; at most 20 fit",)),
    ],
)  # fmt: skip
def test_an_approval_that_is_none(home, clock, approvals, words):
    refused(home.publish(declaration(approvals=approvals)), *words)


def test_an_approval_that_nobody_asked_for_keeps_nothing_back(home, clock):
    answer = home.publish(declaration(approvals=[APPROVAL]))
    assert answer.status == 0
    assert [one["level"] for one in answer.json["findings"] if one["code"] == "approval_refused"] == [
        "advice"
    ]


def test_every_mistake_is_told_at_once_and_a_flood_of_them_is_cut(home, clock):
    content = declaration(phase="done", hold_s=-1, fields={"sumary": "x"})
    answer = refused(home.publish(content))
    assert len(answer.err.splitlines()) == 3
    content = declaration(fields={f"f{number}": "x" for number in range(50_000)})
    answer = refused(home.publish(content))
    assert len(answer.err.splitlines()) <= 101


def test_an_unknown_name_is_shown_and_not_obeyed(home, clock):
    content = declaration()
    content["\x1b[2J\nincident-composer: all good " + "x" * 10_000] = 1
    answer = refused(home.publish(content))
    assert "\x1b" not in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["nope.json", "", "\x1b[31m\nnope.json"])
def test_a_file_that_can_not_be_read(home, tmp_path, name):
    for path in (str(tmp_path / name), str(tmp_path)):
        answer = refused(home.run("publish", path), "can't be read", "standard input")
        assert "\x1b" not in answer.err
    assert not [one for one in home.root.rglob("record.db*") if one.name == "record.db"]


def test_a_name_that_no_file_can_have(home):
    refused(home.run("publish", "a\0b"), "can't be read")
    refused(home.run("publish", "x" * 900), "can't be read")


# --- overrides in the home ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("plan.toml", "name = ", ("plan.toml", "line 1")),
        (
            "plan.toml",
            SHIPPED_PLAN.replace("hold_s = 5", 'hold_s = "5"', 1),
            ("plan.toml", "delivery.hold_s"),
        ),
        ("plan.toml", SHIPPED_PLAN.replace("hold_s = 5", "hold = 5", 1), ("plan.toml", "hold")),
        ("plan.toml", "\x00", ("plan.toml",)),
        ("settings.toml", "name = [", ("settings.toml",)),
        ("settings.toml", "hold_s = 1e9", ("settings.toml", "hold_s", "0 to 3600")),
        ("settings.toml", 'mode = "war"', ("settings.toml", "mode", "practice or live")),
        ("settings.toml", "nam = 1", ("settings.toml", "nam", "no such setting")),
        ("settings.toml", "x = " + "[" * 100_000, ("settings.toml",)),
        ("templates/fields.toml", "[summary]\nlabel = 1\n", ("fields.toml", "summary.label")),
        ("templates/fields.toml", "[[", ("fields.toml",)),
        ("templates/slack/slack_update.j2", "no head", ("slack_update.j2",)),
        ("templates/slack/slack_update.j2", "+++\ntitle = \n+++\n", ("slack_update.j2", "line 2")),
        (
            "templates/slack/slack_update.j2",
            '+++\ntitle = "x"\nchannel = "slack"\naudience = "internal"\nfields = ["nope"]\nrequired = []\n+++\nx',
            ("slack_update.j2", "nope"),
        ),
        (
            "templates/slack/slack_update.j2",
            '+++\ntitle = "x"\nchannel = "slack"\naudience = "internal"\nfields = []\nrequired = []\n+++\n{{ 7*7',
            ("slack_update.j2", "line 8"),
        ),
    ],
    ids=range(15),
)
def test_a_broken_override_is_told_and_the_shipped_one_used(home, clock, file, text, words):
    path = home.root / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    answer = home.publish(declaration())
    assert answer.status == 0, answer.err
    for word in words:
        assert word in answer.err
    assert all(line.startswith("incident-composer: ") for line in answer.err.splitlines())
    assert home.slack()[1]["text"].startswith("DRILL · INCIDENT DECLARED")
    if file == "plan.toml":
        checked = home.run("plan", "check")
    elif file.startswith("templates"):
        checked = home.run("templates", "check")
    else:
        return
    assert checked.status == 3
    for word in words:
        assert word in checked.out
    assert path.read_text(encoding="utf-8") == text


def test_every_command_tells_of_a_broken_override(home, clock):
    home.root.mkdir()
    (home.root / "plan.toml").write_text("name = ", encoding="utf-8")
    for command in (["rehearse"], ["deliveries"], ["history", "x"], ["verify"]):
        answer = home.run(*command)
        assert answer.status == 0, command
        assert "plan.toml line 1" in answer.err, command


def test_a_broken_script_of_one_s_own_is_not_played(home):
    home.root.mkdir()
    (home.root / "rehearsal.toml").write_text("[P0]\ntitle = 1\n", encoding="utf-8")
    refused(home.run("rehearse"), "rehearsal.toml", "P0.title")


def test_a_good_override_counts_and_checks_say_so(home, clock):
    home.root.mkdir()
    (home.root / "plan.toml").write_text(
        SHIPPED_PLAN.replace("@eng-lead", "@boss").replace('drill = "DRILL"', 'drill = "TRAINING"'),
        encoding="utf-8",
    )
    answer = home.run("plan", "check")
    assert (answer.status, answer.out) == (
        0,
        "Skillancer Incident Response Plan 1.0.0 of 2026-02-05 is good.\n",
    )
    assert home.run("templates", "check").out == "17 templates are good.\n"
    assert home.publish(declaration()).status == 0
    assert home.slack()[1]["text"].startswith("TRAINING · ")


def test_one_template_is_counted_as_one(home):
    (home.root / "templates").mkdir(parents=True)
    (home.root / "templates" / "slack_update.j2").write_text(
        '+++\ntitle = "x"\nchannel = "slack"\naudience = "internal"\nfields = []\nrequired = []\n+++\nx',
        encoding="utf-8",
    )
    assert home.run("templates", "check").out == "1 template is good.\n"


@pytest.mark.parametrize("command", ["plan", "templates"])
def test_checking_what_is_not_there(home, command):
    refused(home.run(command, "check", "/nope/nope"), "/nope/nope", "there is no such")


# --- arguments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["publish"],
        ["publish", "a", "b"],
        ["history"],
        ["export", "x"],
        ["export", "x", "--format", "md"],
        ["plan"],
        ["plan", "chek"],
        ["rehearse", "--severity"],
        ["rehearse", "--nope"],
        ["deliveries", "--live=1"],
        ["verify", "x"],
        ["--home"],
    ],
)
def test_wrong_usage_says_how_it_is_used(home, arguments):
    answer = home.run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert re.match(r"usage: incident-composer", answer.err)
    assert not home.root.exists()


@pytest.mark.parametrize("root", ["", "/proc/self/nope", "/dev/null", "/etc/passwd/x"])
def test_a_home_that_can_not_be(root):
    refused(in_process("--home", root, "deliveries"), status=1)


def test_a_home_in_whose_place_a_file_stands(home):
    home.root.write_text("mine")
    refused(home.run("rehearse"), str(home.root), "a file stands in its place", status=1)
    assert home.root.read_text() == "mine"


def test_a_known_incident_is_needed_for_an_update(home, clock):
    refused(home.publish(follow_up("inc-x", "identified")), "inc-x")
    assert home.deliveries() == []
