"""A plan that is wrong: all its mistakes, each with line, key and what was expected."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.errors import PlanError
from composer.domain.plan import ApprovalRule
from composer.planning.plan_file import load_plan, parse_plan

TEXT = (Path(__file__).parents[2] / "resources" / "plan.toml").read_text(encoding="utf-8")
JARGON = re.compile(
    r"pydantic|validation|type=|input_value|https?://errors|NoneType|dict|instance|literal_error"
)


def problems(text):
    with pytest.raises(PlanError) as caught:
        parse_plan(text, "plan.toml")
    found = [str(problem) for problem in caught.value.problems]
    assert not any(JARGON.search(sentence) for sentence in found), found
    return found


def changed(*changes):
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def line(text, part):
    return text[: text.index(part)].count("\n") + 1


def test_a_wrong_key_is_told_with_line_and_the_nearest_known_one():
    text = changed(('rollback = "Consider"', 'rolback = "Consider"'))
    where = line(text, 'rolback = "Consider"')
    assert problems(text) == [
        f"plan.toml line {line(text, '[severities.P1]')}: severities.P1.rollback: the key rollback is missing.",
        f"plan.toml line {where}: severities.P1.rolback: unknown key rolback; did you mean rollback?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "key", "sentence"),
    [
        ("hold_s = 5", 'hold_s = "5"', "delivery.hold_s", 'expected a number, not "5".'),
        ("hold_s = 5", "hold_s = -1", "delivery.hold_s", "expected a number of at least 0, not -1."),
        ("stale_minutes = 5", "stale_minutes = 0", "delivery.stale_minutes", "expected a number greater than 0, not 0."),
        ("hold_s = 5", "hold_s = 900", "delivery.hold_s", "expected a number of at most 600, not 900."),
        ("stale_minutes = 5", "stale_minutes = nan", "delivery.stale_minutes", None),
        ("sprint_weeks = 2", "sprint_weeks = 2.5", "calendar.sprint_weeks", "expected a whole number, not 2.5."),
        ("sprint_weeks = 2", "sprint_weeks = true", "calendar.sprint_weeks", "expected a whole number, not true."),
        ("free_days = []", "free_days = 5", "calendar.free_days", "expected a list in [ ], not 5."),
        ("free_days = []", 'free_days = ["x"]', "calendar.free_days[0]", 'expected a date such as 2026-02-05, not "x".'),
        ("updated = 2026-02-05", "updated = {}", "updated", "expected a date such as 2026-02-05, not a table."),
        ('team = "The Skillancer Team"', "team = []", "organisation.team", "expected text in quotes, not a list."),
        ('team = "The Skillancer Team"', 'team = ""', "organisation.team", "must not be empty."),
        ("declares = false", 'declares = "no"', "severities.P3.declares", 'expected true or false, not "no".'),
        (
            'page_status = "monitoring"',
            'page_status = "watching"',
            "phases.monitoring.page_status",
            "expected one of 'investigating', 'identified', 'monitoring', 'resolved', not \"watching\".",
        ),
        (
            'page_impact = "none"',
            'page_impact = "small"',
            "severities.P3.page_impact",
            "expected one of 'none', 'minor', 'major', 'critical', not \"small\".",
        ),
        (
            'minutes = 15 }',
            'minutes = 15, counts = "next_sprint" }',
            "severities.P0.response",
            'expected either minutes = 15 or counts = "next_business_day" or "next_sprint".',
        ),
        ('support_email = "support@', 'support_email = "support.', "organisation", "support_email: expected a mail address."),
        ("{ every_minutes = 15 }", "{}", "messages[2].cadence[0].steps[0].every_minutes", "the key every_minutes is missing."),
        (", until_minutes = 120 }, {", " }, {", "messages[7].cadence[0]", "expected until_minutes in every step but the last."),
        (
            "every_minutes = 60 }] },\n    { sev",
            "every_minutes = 60, until_minutes = 30 }] },\n    { sev",
            "messages[7].cadence[0]",
            "expected steps whose until_minutes grow.",
        ),
        ('"December",', "", "words.months", "expected at least 12 of them."),
        ('"December",', '"December", "Onemore",', "words.months", "expected at most 12 of them."),
        ("Next update by {time} UTC.", "Next update soon.", "words", "next_update_line: expected a sentence that holds {time}."),
        ("{day} {month} {year}", "%d", "words", "date_format: expected a pattern that holds {day}, {month} and {year}."),
        ("minutes_to = 30", "", "mitigations[1]", "expected both minutes_from and minutes_to, or neither."),
        ("minutes_to = 30", "minutes_to = 3", "mitigations[1]", "minutes_from is greater than minutes_to."),
        ('feed = "https://health', 'feed = "ftp://health', "services[0].feed", "expected an address that begins with https:// (http:// only for this computer)."),
        ('feed = "https://health', 'feed = "http://health', "services[0].feed", "expected an address that begins with https:// (http:// only for this computer)."),
        ('feed = "https://health', 'feed = "https://me:pw@health', "services[0].feed", "an address must not hold a name or password; feeds are public."),
        ('feed = "https://health.aws.amazon.com/public', 'feed = "https://[::1/x', "services[0].feed", None),
        ('feed = "https://health.aws.amazon.com/public/currentevents"', "", "services[0]", "format, match and page say something about a feed; the key feed is missing."),
        ('format = "paypal"', 'format = "json"', "services[2].format", "expected one of 'statuspage', 'atom', 'google', 'aws', 'paypal', not \"json\"."),
        ('"SendGrid", "Email"]', '""]', "services[3].match[0]", "must not be empty."),
        ("stale_days = 365", "stale_days = 0", "services[6].stale_days", "expected a number of at least 1, not 0."),
        ("every_minutes = 5\n", "every_minutes = 0.5\n", "feeds.every_minutes", "expected a number of at least 1, not 0.5."),
        ("wait_s = 10", 'wait_s = "10"', "feeds.wait_s", 'expected a number, not "10".'),
        ("slowest_minutes = 60", "slowest_minutes = 2", "feeds", "slowest_minutes is smaller than every_minutes."),
        ("status_page_url = \"https", 'status_page_url = "ftp', "organisation", None),
        ("[phases.resolved]", "[phases.'re solved']", "phases.re solved", "expected a name of letters, digits, - and _ only."),
        ('due = ["first"]', "due = []", "messages[0]", "due is empty; expected a reason, or only_when_named = true."),
        ('due = ["first"]', 'due = ["cadence"]', "messages[0]", "due names cadence, so the key cadence must say how often."),
        (
            'version = "1.0.0"',
            "version = " + '"' + "1" * 501 + '"',
            "version",
            "expected at most 500 characters.",
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_in_plain_words(old, new, key, sentence):
    found = problems(changed((old, new)))
    assert len(found) == 1, found
    place, _, said = found[0].partition(f": {key}: ")
    assert re.fullmatch(r"plan\.toml line \d+", place), found
    assert said == (sentence or said)


@pytest.mark.parametrize(
    ("old", "new", "key", "sentence"),
    [
        ('severity = "P1"', 'severity = "P9"', "questions.major_feature.severity", 'this plan has no severity "P9"; expected one of: P0, P1, P2, P3.'),
        ('severities = ["P0"]\n\n[[messages]]', 'severities = ["X"]\n\n[[messages]]', "messages[8].severities", 'no severity "X";'),
        ('phases = ["investigating"]', 'phases = ["investigate"]', "messages[3].phases", 'did you mean investigating?'),
        ('{ severities = ["P2"]', '{ severities = ["P7"]', "messages[7].cadence[1].severities", 'no severity "P7"'),
        ('domain = "infrastructure"', 'domain = "infra"', "components.api.domain", 'this plan has no domain "infra"'),
        ('timeframe = "30 days"\nseverities = ["P0"]', 'timeframe = "30 days"\nseverities = ["Z"]', "deadlines.review.severities", '"Z"'),
        ("resolves = true", "", "phases", "no phase has resolves = true; expected it on the last one."),
        ('executive_word = "Investigating"', 'executive_word = "I"\nresolves = true', "phases.resolved.resolves", "only one phase"),
        ('name = "Search"', 'name = "payments"', "components", "another component has the same name."),
        ("incident-{date}-{slug}", "incident-{date}", "slack_channel_pattern", "expected a pattern that holds {slug}"),
        ("incident-{date}-{slug}", "Incident {slug}", "slack_channel_pattern", "expected lower-case letters"),
        ("incident-{date}-{slug}", "i" * 60 + "{slug}", "slack_channel_pattern", "is too long; a Slack channel's name"),
    ],
)  # fmt: skip
def test_a_name_that_nothing_has_or_an_order_that_cannot_work(old, new, key, sentence):
    found = problems(changed((old, new)))
    assert any(f": {key}" in text and sentence in text for text in found), found


APPROVAL = """
[[approvals]]
title = "What customers read"
channels = ["status_page", "email"]
messages = ["slack_resolved"]
severities = ["P0"]
security = true
roles = ["incident_commander", "technical_lead"]
count = 2
valid_minutes = 20
may_override = true
"""


def test_the_shipped_plan_asks_nobody_about_an_ordinary_incident():
    assert not [one for one in parse_plan(TEXT, "plan.toml").approvals if one.security is not True]


def test_a_rule_on_approval_is_read_whole():
    found = parse_plan(TEXT + APPROVAL, "plan.toml").approvals[-1]
    assert found == ApprovalRule(
        "What customers read",
        ("incident_commander", "technical_lead"),
        2,
        ("slack_resolved",),
        (Channel.STATUS_PAGE, Channel.EMAIL),
        ("P0",),
        True,
        20,
        True,
    )
    shortest = '[[approvals]]\ntitle = "Mail"\nchannels = ["email"]\nroles = ["technical_lead"]\n'
    found = parse_plan(TEXT + shortest, "plan.toml").approvals[-1]
    assert (found.count, found.security, found.valid_minutes, found.may_override) == (1, None, 30, False)


@pytest.mark.parametrize(
    ("old", "new", "key", "sentence"),
    [
        ("count = 2", "count = 3", ".count", "expected a number of at most 2, not 3."),
        ("count = 2", "count = 0", ".count", "expected a number of at least 1, not 0."),
        ('["status_page", "email"]', '["page"]', ".channels[0]", "expected one of 'slack', 'status_page'"),
        ('channels = ["status_page", "email"]\nmessages = ["slack_resolved"]\n', "", "", "it names no message"),
        ('"incident_commander"', '"commander"', ".roles", 'this plan has no role "commander"'),
        ('roles = ["incident_commander", "technical_lead"]\n', "", ".roles", "the key roles is missing."),
        ('roles = ["incident_commander", "technical_lead"]', "roles = []", ".roles", "expected at least 1 of them."),
        ('severities = ["P0"]', 'severities = ["P8"]', ".severities", 'this plan has no severity "P8"'),
        ("valid_minutes = 20", "valid_minutes = 0", ".valid_minutes", "expected a number of at least 1, not 0."),
        ("security = true", 'security = "yes"', ".security", 'expected true or false, not "yes".'),
        ("may_override", "may_overide", ".may_overide", "unknown key may_overide; did you mean may_override?"),
    ],
)  # fmt: skip
def test_a_wrong_rule_on_approval_is_told_with_line_and_key(old, new, key, sentence):
    assert old in APPROVAL
    number = len(parse_plan(TEXT, "plan.toml").approvals)
    found = problems(TEXT + APPROVAL.replace(old, new))
    assert len(found) == 1, found
    assert re.search(rf"plan\.toml line \d+: approvals\[{number}\]{re.escape(key)}: ", found[0]), found
    assert sentence in found[0]


def test_the_resolving_phase_comes_last():
    text = changed(
        ("resolves = true", ""), ('executive_word = "Investigating"', 'executive_word = "I"\nresolves = true')
    )
    assert problems(text)[0].endswith(
        "expected the phase that resolves to be the last one; resolved comes after it."
    )


def test_a_plan_that_never_declares_is_refused():
    text = TEXT.replace('page_impact = "', 'declares = false\nticket_text = "t"\npage_impact = "')
    text = text.replace('declares = false\nticket_text = """', 'ticket_text = """').replace(
        'declares = false\nticket_text = "t"\npage_impact = "none"', 'declares = false\npage_impact = "none"'
    )
    assert any("no severity declares an incident" in sentence for sentence in problems(text))


def test_a_severity_without_incident_needs_the_text_of_its_ticket():
    start = TEXT.index('ticket_text = """')
    text = TEXT[:start] + TEXT[TEXT.index("examples", start) :]
    assert problems(text)[0].endswith("where declares = false, it is the text for the ticket.")


def test_all_mistakes_are_told_at_once_in_the_order_of_lines():
    text = changed(
        ("hold_s = 5", "hold = 5"), ("stale_minutes = 5", "stale_minutes = 0"), ('label = "Week 1", ', "")
    )
    lines = [int(re.findall(r"line (\d+)", sentence)[0]) for sentence in problems(text)]
    assert len(lines) == 4
    assert lines == sorted(lines)


def test_what_is_not_toml_is_told_with_its_line():
    assert problems("name = 'x'\nversion 1\n") == [
        "plan.toml line 2: is not valid TOML here: expected '=' after a key in a key/value pair."
    ]
    assert problems("a = [1,")[0].startswith("plan.toml line 1: is not valid TOML here:")
    assert problems("a = 1\na = 2\n")[0].startswith(
        "plan.toml line 2: is not valid TOML here: cannot overwrite"
    )
    assert "too deep" in problems("a = " + "[" * 20_000)[0]
    assert len(problems("")) > 20


def test_a_plan_file_that_cannot_be_read(tmp_path):
    with pytest.raises(PlanError, match="No such file"):
        load_plan(tmp_path / "plan.toml")


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_plan_loads_or_tells_why(data):
    """Whatever line is lost, doubled or cut: a plan, or sentences without jargon, never another exception."""
    rows = TEXT.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(rows) - 1))
        match data.draw(st.integers(0, 3)):
            case 0:
                del rows[at]
            case 1:
                rows.insert(at, rows[at])
            case 2:
                rows[at] = rows[at][: len(rows[at]) // 2]
            case _:
                rows[at] = rows[at].replace('"', "", 2)
    for problem in mistakes("\n".join(rows)):
        assert problem.place.file == "plan.toml"
        assert "TOML" in problem.text or not JARGON.search(str(problem))


def mistakes(text):
    """The mistakes of a plan; none where it is good."""
    try:
        parse_plan(text, "plan.toml")
    except PlanError as error:
        return error.problems
    return ()
