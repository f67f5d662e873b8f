"""An incident of one's own through JSON files, from the declaration to the mail to customers, looked at after each."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.command import (
    STARTED,
    Home,
    declaration,
    follow_up,
    in_own_process,
    lines_of,
    read_mail,
    resolution,
)

DELIVERY = {"id", "channel", "destination", "template", "state", "vendor_id", "url", "error"}
FINDING = {"field", "channel", "code", "level", "text"}
CHANNELS = {"slack", "status_page", "email", "executive", "pagerduty", "copy"}
EXECUTIVE = {
    "executive_summary": "Every third payment is lost since the deploy.",
    "users_affected": "about 500",
    "data_impact": "being assessed",
    "current_actions": "The consumer is being rewound.",
    "next_update": "2026-11-23T14:30:00Z",
}
MAIL = {
    "what_happened": "Some payments were not confirmed.",
    "impact_to_you": "Your work and data were not affected.",
    "what_we_did": "We processed all waiting payments.",
    "prevention": "We check the queue after each change.",
}


def plain_text(path: Path) -> tuple[str, str]:
    """Subject and plain text of a mail."""
    mail, plain, _ = read_mail(path)
    return str(mail["Subject"]), plain


def published(answer):
    """A publish that succeeded, its JSON held against docs/contract.md section 4."""
    assert answer.status == 0, answer.out + answer.err
    assert answer.err == ""
    content = answer.json
    assert list(content) == ["incident_id", "publish_id", "deliveries", "findings"]
    assert content["incident_id"].startswith("inc-")
    assert content["publish_id"]
    for one in content["deliveries"]:
        assert set(one) - {"recipients"} == DELIVERY
        assert one["channel"] in CHANNELS
        assert (one["state"], one["error"]) == ("sent", None)
        if one["channel"] in ("email", "executive"):
            assert set(one["recipients"]) == {"accepted", "refused", "unknown", "pending"}
    for one in content["findings"]:
        assert set(one) == FINDING
        assert one["level"] == "advice"
    return answer


PROMISED = {"next_update": "2026-11-23T14:20:00Z"}
"""Without it, it is said that customers are told no time."""


def blocked(answer, *codes):
    assert answer.status == 4, answer.out + answer.err
    assert answer.json["publish_id"] is None
    assert answer.json["deliveries"] == []
    assert answer.codes() >= set(codes), answer.json["findings"]
    return answer


def snapshot(home: Home) -> dict[str, bytes]:
    """Every file of practice that readers would see, and what the record says."""
    files = {
        str(path): path.read_bytes()
        for path in home.practice.rglob("*")
        if path.is_file() and "record.db" not in path.name and "lock" not in path.name
    }
    return files | {"record": home.run("deliveries", "--json").out.encode()}


@pytest.fixture
def declared(home, clock):
    """A declared P1."""
    answer = published(home.publish(declaration()))
    return answer.json["incident_id"]


def test_from_the_declaration_to_the_mail_to_customers(home, clock):
    answer = published(home.publish(declaration()))
    incident = answer.json["incident_id"]
    assert list(answer.states()) == ["slack_channel", "slack_declaration", "status_investigating"]
    declared, amended = home.slack()[1:]
    for line in (
        "Severity: P1",
        "Summary: Webhook consumer drops one event in three",
        "Detection: Alert (Grafana)",
        "Incident Commander: @eng-lead",
        "Technical Lead: @payments-oncall",
        "Status: Investigating",
        "Channel: #incident-2026-11-23-stripe-webhook-consumer-drops-events",
        "Status Page: Pending",
    ):
        assert line in declared["text"].splitlines()
    assert amended["type"] == "message_changed"
    assert amended["text"].splitlines()[-1] == "Status Page: Updated"
    assert home.components()["Payments"] == "partial_outage"
    assert home.page()[0]["name"] == "DRILL: Problems with payments"

    clock.advance(timedelta(minutes=8))
    answer = published(
        home.publish(follow_up(incident, "identified", fields={"eta": "2026-11-23T14:55:00Z"}))
    )
    assert list(answer.states()) == ["slack_update", "status_identified"]
    assert "ETA: 14:55 UTC" in home.slack()[-1]["text"].splitlines()
    assert home.slack()[-1]["text"].startswith("DRILL · INCIDENT UPDATE - 14:08 UTC\n")

    clock.advance(timedelta(minutes=8))
    answer = published(home.publish(follow_up(incident, "mitigating")))
    assert list(answer.states()) == ["slack_update"], "Mitigating keeps the page at Identified"
    assert "Status: Mitigating" in home.slack()[-1]["text"].splitlines()
    assert "ETA: Unknown" in home.slack()[-1]["text"].splitlines(), "an old estimate is not repeated"
    assert home.page()[0]["status"] == "identified"

    clock.advance(timedelta(minutes=8))
    answer = published(home.publish(follow_up(incident, "monitoring")))
    assert list(answer.states()) == ["slack_update", "status_monitoring"]

    clock.advance(timedelta(minutes=40))
    answer = published(home.publish(resolution(incident)))
    assert list(answer.states()) == ["slack_resolved", "status_resolved"], "no mail unless it is named"
    assert "Duration: 1 h 08 min" in home.slack()[-1]["text"].splitlines()
    assert home.components()["Payments"] == "operational"
    page = home.page()[0]
    assert page["status"] == "resolved"
    assert "resolved as of 15:00 UTC" in page["incident_updates"][0]["body"]
    assert not home.mails()

    mail = {"incident": {"id": incident}, "phase": "resolved", "messages": ["customer_email"], "fields": MAIL}
    answer = published(home.publish(mail))
    assert answer.states() == {"customer_email": "sent"}
    assert answer.json["deliveries"][0]["recipients"] == {
        "accepted": 3,
        "refused": 0,
        "unknown": 0,
        "pending": 0,
    }
    plain = plain_text(home.mails()[0])[1]
    assert "occurred on 2026-11-23 between 13:52 and 15:00 UTC." in plain
    for text in MAIL.values():
        assert text in plain

    _look_afterwards(home, incident)


def _look_afterwards(home, incident):
    listed = home.run("deliveries", "--json")
    assert listed.status == 0
    assert all(set(one) - {"recipients"} == DELIVERY for one in listed.json["deliveries"])
    assert len(listed.json["deliveries"]) == 11
    found = home.run("history", "rewound CONSUMER", "--json")
    assert found.status == 0
    assert all(
        list(one) == ["incident_id", "title", "channel", "template", "at", "text", "snippet"]
        for one in found.json["messages"]
    )
    assert [one["template"] for one in found.json["messages"]] == ["slack_resolved"]
    assert found.json["messages"][0]["at"].endswith("Z")
    everything = home.run("history", "", "--json").json["messages"]
    assert len(everything) == 10
    assert everything[0]["template"] == "customer_email", "the newest first"
    for kind in ("page", "mail"):
        folder = home.practice / {"page": "status-page", "mail": "mail"}[kind]
        for path in folder.rglob("*"):
            if path.is_file():
                assert b"Stripe webhook" not in path.read_bytes(), f"{path} tells the internal title"
    assert home.run("verify").status == 0
    out = home.root.parent / "out"
    exported = home.run("export", incident, "--format", "json,md", "--to", str(out))
    assert exported.status == 0
    assert [Path(line).is_file() for line in exported.out.splitlines()] == [True, True, True]
    postmortem = (out / f"{incident}-postmortem.md").read_text(encoding="utf-8")
    assert "| Duration           | 13:52 - 15:00 UTC |" in postmortem
    assert "| Data loss                 | No |" in postmortem


def test_a_p0_tells_the_executives_and_a_p1_does_not(home, clock):
    content = declaration(incident={"severity": "P0"}, fields=EXECUTIVE)
    answer = published(home.publish(content))
    assert "executive_notification" in answer.states()
    assert len(home.mails()) == 2
    subject, plain = plain_text(home.mails()[0])
    assert subject == "DRILL · [P0 INCIDENT] Skillancer - failed payments"
    assert "Started: 13:52 UTC\n" in plain
    assert "Duration: Ongoing\n" in plain
    assert "- Data impact: Being assessed\n" in plain
    assert "Next Update: 14:30 UTC\n" in plain


def test_becoming_p0_asks_for_a_reason_and_makes_the_executives_due(home, clock, declared):
    change = follow_up(declared, "investigating", severity="P0", fields=EXECUTIVE)
    before = snapshot(home)
    refused = home.publish(change)
    assert refused.status == 2
    assert refused.out == ""
    assert "reason" in refused.err
    assert "P1 to P0" in refused.err
    assert snapshot(home) == before
    answer = published(home.publish(change | {"reason": "All cards fail now"}))
    assert set(answer.states()) == {"slack_update", "executive_notification"}
    assert "Severity: P0" in home.slack()[-1]["text"].splitlines()
    out = home.root.parent / "out"
    home.run("export", declared, "--format", "md", "--to", str(out))
    assert "(All cards fail now)" in (out / f"{declared}.md").read_text(encoding="utf-8")
    # The severity falls again: one last text to the executives, then none.
    clock.advance(timedelta(minutes=5))
    down = follow_up(declared, "investigating", severity="P1", reason="Only one provider", fields=EXECUTIVE)
    assert set(published(home.publish(down)).states()) == {"slack_update", "executive_notification"}
    clock.advance(timedelta(minutes=5))
    assert set(published(home.publish(follow_up(declared, "identified"))).states()) == {
        "slack_update",
        "status_identified",
    }


def test_a_step_back_asks_for_a_reason(home, clock, declared):
    published(home.publish(follow_up(declared, "monitoring")))
    back = follow_up(declared, "investigating")
    refused = home.publish(back)
    assert refused.status == 2
    assert "going back from Monitoring to Investigating asks for a reason" in refused.err
    answer = published(home.publish(back | {"reason": "The errors are back"}))
    assert set(answer.states()) == {"slack_update", "status_investigating"}


def test_a_resolved_incident_can_be_reopened(home, clock, declared):
    clock.advance(timedelta(minutes=70))
    published(home.publish(resolution(declared)))
    again = follow_up(declared, "investigating", reason="It came back")
    again["incident"]["components"] = {"Payments": "degraded_performance"}
    answer = published(home.publish(again))
    assert set(answer.states()) == {"slack_update", "status_investigating"}
    assert home.page()[0]["status"] == "investigating"
    assert home.components()["Payments"] == "degraded_performance"
    refused = blocked(home.publish(resolution(declared) | {"impact_ended_at": None}), "impact_end_missing")
    assert any(one["field"] == "impact_ended_at" for one in refused.json["findings"])


def test_a_component_that_another_open_incident_holds_stays_as_that_one_says(home, clock, declared):
    other = declaration(
        incident={
            "title": "Invoices are slow",
            "components": {"Payments": "degraded_performance", "search": "major_outage"},
        }
    )
    second = published(home.publish(other)).json["incident_id"]
    assert home.components()["Payments"] == "partial_outage", "the worst state counts"
    clock.advance(timedelta(minutes=70))
    elsewhere = blocked(home.publish(resolution(declared)), "all_well_elsewhere")
    assert "held by the open incident “Invoices are slow”" in elsewhere.json["findings"][0]["text"]
    published(home.publish(resolution(declared, override={"all_well_elsewhere": "the page lists it below"})))
    assert home.components()["Payments"] == "degraded_performance"
    assert home.components()["Search"] == "major_outage"
    published(home.publish(resolution(second)))
    assert set(home.components().values()) == {"operational"}


@pytest.mark.parametrize("name", ["detection", "incident_commander", "technical_lead"])
def test_a_missing_fact_of_the_declaration_keeps_all_of_it(home, clock, name):
    answer = blocked(home.publish(declaration(incident={name: None})), "required_missing")
    assert [one["field"] for one in answer.blocking()] == [name]
    assert answer.json["incident_id"] is None
    _nothing_happened(home)


@pytest.mark.parametrize("name", ["impact", "brief_description", "customer_impact"])
def test_a_missing_field_keeps_all_of_it_and_is_named(home, clock, name):
    answer = blocked(home.publish(declaration(fields={name: None})), "required_missing")
    assert {one["field"] for one in answer.blocking()} == {name}
    assert answer.json["findings"][0]["channel"] in ("slack", "status_page")
    text = home.run("publish", str(home.write(declaration(fields={name: None}))))
    assert text.status == 4
    assert f"[{name}]" in text.out
    assert text.out.endswith("Nothing was stored and nothing was sent.\n")
    _nothing_happened(home)


def _nothing_happened(home):
    assert home.deliveries() == []
    assert home.slack() == []
    assert home.page() == []
    assert home.run("history", "", "--json").json == {"messages": []}


def test_without_a_symptom_nor_words_the_internal_title_does_not_stand_in(home, clock):
    """The brief description is asked for; nothing internal fills it."""
    content = declaration(fields={"brief_description": None, "summary": None})
    answer = blocked(home.publish(content), "required_missing")
    assert {one["field"] for one in answer.blocking()} == {"brief_description"}


def test_with_a_symptom_the_first_public_post_needs_no_words(home, clock):
    content = declaration(
        incident={"symptom": "delayed", "public_title": None},
        fields={"brief_description": None, "customer_impact": None, "summary": None},
    )
    published(home.publish(content))
    page = home.page()[0]
    assert page["name"] == "DRILL: Delayed payments"
    assert (
        "investigating reports of delayed payments. Some users may experience payments that"
        in (page["incident_updates"][0]["body"])
    )
    declared = next(line for line in home.slack() if line["type"] == "message")
    assert "Summary: Stripe webhook consumer drops events" in declared["text"].splitlines()


def test_p3_declares_no_incident(home, clock):
    answer = blocked(home.publish(declaration(incident={"severity": "P3"})), "no_incident")
    finding = next(one for one in answer.json["findings"] if one["code"] == "no_incident")
    assert "log a ticket" in finding["text"]
    _nothing_happened(home)


def test_the_same_key_again_goes_on_and_other_content_is_refused(home, clock):
    content = declaration(publish_id="nightly-1")
    first = published(home.publish(content))
    assert first.json["publish_id"] == "nightly-1"
    before = snapshot(home)
    again = published(home.publish(content))
    assert again.json["deliveries"] == first.json["deliveries"]
    assert snapshot(home) == before
    assert "made before" in home.run("publish", str(home.write(content))).out
    dry = home.publish(content, "--dry-run")
    assert (dry.status, dry.json["requests"], dry.json["publish_id"]) == (0, [], "nightly-1")
    assert "made before" in home.run("publish", str(home.write(content)), "--dry-run").out
    other = content | {"fields": {**content["fields"], "summary": "Something else"}}
    for options in ((), ("--dry-run",)):
        refused = home.publish(other, *options)
        assert refused.status == 2
        assert "nightly-1" in refused.err
        assert refused.out == ""
    assert snapshot(home) == before


def test_a_dry_run_leaves_nothing_and_shows_what_then_leaves(home, clock):
    content = declaration(incident={"severity": "P0", "pagerduty_incident": "PT4KHLK"}, fields=EXECUTIVE)
    dry = home.publish(content, "--dry-run")
    assert dry.status == 0
    _nothing_happened(home)
    assert (dry.json["incident_id"], dry.json["publish_id"], dry.json["deliveries"]) == (None, None, [])
    requests = dry.json["requests"]
    keys = {"channel", "destination", "template", "method", "address", "content", "only_if"}
    assert all(set(one) == keys for one in requests)
    assert dry.json["questions"] == []  # nobody is asked in practice
    real = published(home.publish(content)).json
    ways = [(one["channel"], one["destination"], one["template"]) for one in real["deliveries"]]
    assert (
        list(dict.fromkeys((one["channel"], one["destination"], one["template"]) for one in requests)) == ways
    )
    body_of = {
        (one["template"], Path(one["address"]).name): one["content"].partition("\n\n")[2]
        for one in reversed(requests)  # the first one of each: the declaration's is amended afterwards
    }
    transcript = [line for line in home.slack() if line["type"] == "message"]
    assert json.loads(body_of["slack_declaration", "slack.jsonl"])["text"] == transcript[0]["text"]
    page = json.loads(body_of["status_investigating", "incidents.json"])["incidents"]
    assert page[0]["incident_updates"][0]["body"] == home.page()[0]["incident_updates"][0]["body"]
    note = json.loads(body_of["pagerduty_status_update", "pagerduty.jsonl"])["message"]
    assert note == lines_of(home.practice / "pagerduty.jsonl")[0]["message"]
    mails = [
        one["content"].partition("\n\n")[2] for one in requests if one["template"] == "executive_notification"
    ]
    assert len(mails) == len(home.mails()) == 2

    def text_of(source):
        mail, plain, html = read_mail(source)
        return mail["To"], mail["Subject"], plain, html

    assert {text_of(one.encode()) for one in mails} == {text_of(one) for one in home.mails()}


def test_a_dry_run_for_people_and_one_that_is_blocked(home, clock):
    shown = home.run("publish", str(home.write(declaration(fields=PROMISED))), "--dry-run")
    assert shown.status == 0
    reached, _, requests = shown.out.partition("--- ")
    assert reached.startswith("would reach #incident-2026-11-23-stripe-webhook")
    assert requests.startswith("create the Slack channel → #incident-2026-11-23-stripe-webhook")
    assert "--- status_investigating → practice status page" in shown.out
    assert shown.out.endswith("Dry run: nothing was stored and nothing was sent.\n")
    short = home.publish(declaration(fields={"impact": None, **PROMISED}), "--dry-run")
    assert (short.status, short.codes(), short.json["requests"]) == (4, {"required_missing"}, [])


def test_live_without_a_connection_is_blocked_by_channel(home, clock):
    content = declaration(incident={"severity": "P0"}, fields=EXECUTIVE)
    answer = blocked(home.publish(content, "--live"), "no_connection", "notify_missing")
    channels = {one["channel"] for one in answer.json["findings"] if one["code"] == "no_connection"}
    assert channels == {"slack", "status_page", "executive"}
    told = [one for one in answer.json["findings"] if one["code"] == "notify_missing"]
    assert [(one["field"], one["channel"]) for one in told] == [("notify", "status_page")]
    assert home.run("deliveries", "--live", "--json").json == {"deliveries": []}
    answer = blocked(home.publish(content | {"notify": False}, "--live"), "no_connection")
    assert "notify_missing" not in answer.codes()
    _nothing_happened(home)


def test_live_and_practice_have_records_of_their_own(home, clock, declared):
    assert home.run("history", "", "--live", "--json").json == {"messages": []}
    refused = home.publish(follow_up(declared, "identified"), "--live")
    assert refused.status == 2
    assert declared in refused.err
    assert "--live" in refused.err
    assert home.run("verify", "--live").status == 0


def test_a_text_for_the_clipboard_is_handed_over(home, clock, declared):
    content = {
        "incident": {"id": declared},
        "phase": "investigating",
        "messages": ["support_macro"],
        "fields": {"brief_description": "failed payments"},
    }
    answer = home.publish(content)
    assert (answer.status, answer.states()) == (0, {"support_macro": "by_hand"})


def test_standard_input_and_people_s_output(home):
    content = declaration(incident={"impact_started_at": "2025-11-23T13:52:00Z"})
    answer = home.start("publish", "-", input=json.dumps(content).encode())
    assert answer.status == 0, answer.err
    assert answer.err == ""
    assert "sent       status_investigating → practice status page" in answer.out
    assert answer.out.splitlines()[-1].startswith("Incident inc-")


def test_an_unknown_incident_is_refused_wherever_it_is_named(home, clock):
    refused = home.publish(follow_up("inc-20261123-000000000000", "identified"))
    assert (refused.status, refused.out) == (2, "")
    assert "inc-20261123-000000000000" in refused.err
    exported = home.run("export", "inc-nope", "--format", "md", "--to", str(home.root))
    assert exported.status == 2
    assert "inc-nope" in exported.err


@pytest.mark.parametrize("formats", ["html", "pdf", "csv", "ics", "json,pdf", "docx", "", ",", "../x"])
def test_a_format_that_this_version_lacks_is_said_so(home, clock, declared, formats):
    out = home.root.parent / "out"
    answer = home.run("export", declared, "--format", formats, "--to", str(out))
    assert (answer.status, answer.out) == (2, "")
    assert "json and md" in answer.err
    assert not out.exists()


def test_formats_may_be_written_as_people_do(home, clock, declared):
    out = home.root.parent / "out"
    answer = home.run("export", declared, "--format", " JSON, md,json", "--to", str(out))
    assert answer.status == 0
    assert len(answer.out.splitlines()) == 3


def test_an_export_to_where_nothing_can_be_written_says_so(home, clock, declared):
    file = home.root.parent / "file"
    file.write_text("x")
    for place in (file, file / "below", Path("/proc/nowhere")):
        answer = home.run("export", declared, "--format", "md", "--to", str(place))
        assert (answer.status, answer.out) == (1, "")
        assert str(place) in answer.err
        assert "--to" in answer.err
    assert file.read_text() == "x"


def test_nothing_due_says_when_something_will_be(home, clock, declared):
    clock.advance(timedelta(minutes=1))
    answer = blocked(home.publish(follow_up(declared, "investigating")), "nothing_due")
    assert "Nothing is due before 14:15 UTC (slack_update)." in answer.json["findings"][0]["text"]
    assert answer.json["incident_id"] == declared
    clock.advance(timedelta(minutes=14))
    assert set(published(home.publish(follow_up(declared, "investigating"))).states()) == {"slack_update"}


def test_the_old_name_of_the_start_and_offsets_are_understood(home, clock):
    content = declaration(incident={"impact_started_at": None, "started_at": "2026-11-23T14:52:00+01:00"})
    incident = published(home.publish(content)).json["incident_id"]
    out = home.root.parent / "out"
    home.run("export", incident, "--format", "json", "--to", str(out))
    stored = json.loads((out / f"{incident}.json").read_text(encoding="utf-8"))
    assert stored["incident"]["impact_started_at"] == STARTED


def test_a_promised_time_stands_in_the_public_text_and_is_kept_count_of(home, clock, declared):
    content = follow_up(declared, "identified", fields={"next_update": "2026-11-23T15:30:00+01:00"})
    published(home.publish(content))
    assert home.page()[0]["incident_updates"][0]["body"].endswith(" Next update by 14:30 UTC.")
    clock.advance(timedelta(minutes=14))
    answer = blocked(home.publish(follow_up(declared, "identified")), "nothing_due")
    clock.advance(timedelta(minutes=16))
    answer = home.publish(follow_up(declared, "identified", fields={"whats_new": "We are half way through."}))
    assert set(published(answer).states()) == {"slack_update", "status_update"}
    body = home.page()[0]["incident_updates"][0]["body"]
    assert "Next update by" not in body, "a promise that was kept is not made again by itself"


def test_times_of_another_day_are_told_with_their_date(home, clock):
    content = declaration(
        incident={"severity": "P0", "impact_started_at": "2026-11-22T23:10:00Z"},
        fields=EXECUTIVE | {"next_update": "2026-11-24T08:00:00Z"},
    )
    incident = published(home.publish(content)).json["incident_id"]
    assert home.slack()[0]["slack_channel"].startswith("#incident-2026-11-22-")
    plain = plain_text(home.mails()[0])[1]
    assert "Started: 2026-11-22 23:10 UTC\n" in plain
    assert "Next Update: 2026-11-24 08:00 UTC\n" in plain
    assert home.page()[0]["incident_updates"][0]["body"].endswith("Next update by 2026-11-24 08:00 UTC.")
    done = resolution(
        incident,
        impact_ended_at="2026-11-23T01:05:00Z",
        fields=EXECUTIVE | {"postmortem_meeting_at": "2026-11-25T10:00:00Z", "data_impact": "no"},
    )
    published(home.publish(done))
    assert "Duration: 1 h 55 min" in home.slack()[-1]["text"].splitlines()
    assert "- Post-mortem meeting scheduled for 2026-11-25 10:00 UTC" in home.slack()[-1]["text"]
    mail = {"incident": {"id": incident}, "phase": "resolved", "messages": ["customer_email"], "fields": MAIL}
    published(home.publish(mail))
    newest = max(home.mails(), key=lambda path: path.stat().st_mtime_ns)
    assert "occurred on 2026-11-22 between 23:10 and 2026-11-23 01:05 UTC." in plain_text(newest)[1]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"impact_ended_at": "2026-11-23T13:00:00Z"}, "end_before_start", "impact_ended_at"),
        ({"messages": ["slack_resolved"]}, "wrong_phase", "phase"),
        ({"messages": ["customer_email"], "fields": MAIL}, "locked", "impact_ended_at"),
    ],
)
def test_what_contradicts_itself_is_blocked(home, clock, changes, code, field):
    answer = blocked(home.publish(declaration(**changes)), code)
    assert field in {one["field"] for one in answer.json["findings"] if one["code"] == code}
    _nothing_happened(home)


def test_a_time_that_has_not_come_is_only_advised_against(home, clock):
    """Clocks differ, and a planned start is no lie; but it is said."""
    content = declaration(incident={"impact_started_at": "2026-11-23T16:00:00Z"}, fields=PROMISED)
    answer = published(home.publish(content))
    assert [(one["code"], one["field"]) for one in answer.json["findings"]] == [
        ("in_the_future", "impact_started_at")
    ]


def test_resolved_asks_for_its_two_facts(home, clock, declared):
    content = resolution(declared, fields={"data_impact": None})
    del content["impact_ended_at"]
    answer = blocked(home.publish(content), "impact_end_missing", "data_impact_missing")
    assert {one["field"] for one in answer.json["findings"]} >= {"impact_ended_at", "data_impact"}
    clock.advance(timedelta(minutes=70))
    detailed = resolution(declared, fields={"data_impact": {"yes": "12 invoices were doubled"}})
    published(home.publish(detailed))
    out = home.root.parent / "out"
    home.run("export", declared, "--format", "md", "--to", str(out))
    text = (out / f"{declared}-postmortem.md").read_text(encoding="utf-8")
    assert "| Data loss                 | Yes - 12 invoices were doubled |" in text


def test_an_existing_slack_channel_is_used_and_not_made(home, clock):
    answer = published(home.publish(declaration(incident={"slack_channel": "ops-payments"})))
    assert "slack_channel" not in answer.states()
    assert home.slack()[0]["slack_channel"] == "#ops-payments"
    assert "Channel: #ops-payments" in home.slack()[0]["text"].splitlines()


def test_commands_of_the_same_home_see_each_other(home):
    content = declaration(incident={"impact_started_at": "2025-11-23T13:52:00Z"})
    first = in_own_process(
        "publish", "-", input=json.dumps(content).encode(), env={"INCIDENT_COMPOSER_HOME": str(home.root)}
    )
    assert first.status == 0
    assert home.run("history", "consumer", "--json").json["messages"]
