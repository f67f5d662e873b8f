"""A round as it is prepared: which messages, with which facts, and what keeps it from leaving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.domain.channel import Channel
from composer.domain.findings import Level
from composer.domain.incident import Incident
from composer.domain.message import Template
from composer.domain.plan import ComponentStatus
from composer.domain.request import PublishRequest
from composer.paths import Mode
from composer.services.core import Services
from composer.services.preparing import prepare
from composer.services.rounds import PreparedMessage, Round
from tests.services.asking import NOW, SECRET, ask, declared, new, open_services, texts

DUE = ("slack_declaration", "status_investigating", "executive_notification", "pagerduty_status_update")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path, Mode.LIVE) as made:
        yield made


def of(prepared: Round, name: str) -> PreparedMessage:
    return next(one for one in prepared.messages if one.head.name == name)


def codes(prepared: Round, level: Level = Level.BLOCKING) -> set[str]:
    return {one.code for one in prepared.findings if one.level is level}


# --- which messages ---------------------------------------------------------------------------------------------


def test_left_out_means_all_that_are_due_and_never_the_customer_email(services: Services) -> None:
    prepared = services.prepare(ask(new()))
    assert tuple(one.head.name for one in prepared.messages) == DUE
    assert not prepared.is_blocked
    long_ago = new(impact_started_at=NOW - timedelta(hours=2))
    ended = services.prepare(ask(long_ago, impact_ended_at=NOW - timedelta(minutes=5)))
    assert "customer_email" in {row.template for row in ended.rows}
    assert "customer_email" not in texts(ended)


def test_named_messages_alone_are_prepared_and_checked(services: Services) -> None:
    prepared = services.prepare(
        ask(new(), messages=("slack_declaration",), values={"executive_summary": "TBD"})
    )
    assert [one.head.name for one in prepared.messages] == ["slack_declaration"]
    assert not prepared.is_blocked


def test_when_nothing_is_due_it_says_when(services: Services) -> None:
    incident_id = declared(services)
    prepared = services.prepare(ask(incident_id))
    assert codes(prepared) == {"nothing_due"}
    (finding,) = (one for one in prepared.findings if one.code == "nothing_due")
    assert finding.text.startswith("Nothing is due before 14:15 UTC (slack_update).")
    (nothing,) = services.prepare(ask(incident_id, messages=())).findings
    assert nothing.text == finding.text


def test_what_is_only_offered_is_not_what_is_due_next(services: Services) -> None:
    published = services.publish(ask(new(impact_started_at=NOW - timedelta(hours=1))))
    incident_id = published.incident_id or ""
    assert services.publish(ask(incident_id, "resolved", impact_ended_at=NOW)).publish is not None
    (finding,) = services.prepare(ask(incident_id, "resolved")).findings
    assert finding.text.startswith("Nothing is due now.")


def test_when_nothing_is_due_at_all_it_says_so(services: Services) -> None:
    situation = services.situation(None)
    silent = replace(situation, plan=replace(situation.plan, messages=()))
    (finding,) = prepare(silent, ask(new()), services.new_id).findings
    assert finding.text == "Nothing is due now. Name the messages to send them all the same."


def test_p3_declares_nothing(services: Services) -> None:
    prepared = services.prepare(ask(new(severity="P3")))
    assert prepared.is_blocked
    assert "no_incident" in codes(prepared)
    assert services.publish(ask(new(severity="P3"))).publish is None


# --- public words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes", [{}, {"symptom": None}, {"components": {}}, {"components": {}, "symptom": None}]
)
def test_the_internal_title_never_reaches_the_public(services: Services, changes: dict[str, Any]) -> None:
    incident = services.prepare(ask(new(**changes), messages=(*DUE, "support_macro"))).incident
    assert SECRET not in (incident.public_title, *map(str, incident.values.values()))
    prepared = services.prepare(
        ask(new(**changes), messages=("status_investigating", "support_macro"),
            values={"brief_description": "errors", "customer_impact": "errors"})
    )  # fmt: skip
    for one in prepared.messages:
        assert one.message is not None
        for word in SECRET.split()[:2]:
            assert word not in one.message.text + (one.message.subject_text or "")


def test_public_words_come_from_the_picks(services: Services) -> None:
    prepared = services.prepare(ask(new()))
    assert prepared.incident.public_title == "Problems with payments"
    assert "reports of errors when paying" in texts(prepared)["status_investigating"]
    without = services.prepare(ask(new(symptom=None)))
    assert {"brief_description", "customer_impact"} <= {one.field for one in without.findings}
    assert codes(without) == {"required_missing"}


# --- facts that last, and facts that don't --------------------------------------------------------------------------


def test_what_stays_true_is_said_again_and_what_was_only_true_then_is_not(services: Services) -> None:
    incident_id = declared(services)
    stored = services.incident(incident_id).values
    assert stored["impact"] == "~500 users unable to pay"
    assert "next_update" not in stored
    assert "summary" not in stored
    silent = services.prepare(
        ask(
            incident_id,
            "identified",
            values=dict.fromkeys(("actions_taken", "next_steps", "next_update"), None),
        )
    )
    missing = {one.field for one in silent.findings if one.code == "required_missing"}
    assert {"actions_taken", "next_steps", "next_update"} <= missing
    spoken = services.prepare(ask(incident_id, "identified"))
    assert of(spoken, "executive_notification").values["users_affected"] == "about 40 %"
    assert not spoken.is_blocked


def test_on_resolved_no_next_update_is_promised(services: Services) -> None:
    incident_id = declared(services)
    promised = (NOW + timedelta(hours=1)).isoformat()
    prepared = services.prepare(
        ask(incident_id, "resolved", impact_ended_at=NOW, values={"next_update": promised})
    )
    assert not prepared.is_blocked
    assert "Next Update: None" in texts(prepared)["executive_notification"]
    assert "Next update" not in texts(prepared)["status_resolved"]
    assert {one.promise_at for one in prepared.messages} == {None}


def test_a_promise_is_kept_with_the_messages_that_say_it(services: Services) -> None:
    prepared = services.prepare(ask(new()))
    promises = {one.head.name: one.promise_at for one in prepared.messages}
    then = NOW + timedelta(minutes=20)
    assert promises == {
        "slack_declaration": None,
        "status_investigating": then,
        "executive_notification": then,
        "pagerduty_status_update": None,
    }
    assert "Next update by 14:20 UTC." in texts(prepared)["status_investigating"]


def test_resolved_asks_for_two_facts(services: Services) -> None:
    incident_id = declared(services)
    services.record.save_incident(
        replace(services.incident(incident_id), values={}), services.incident(incident_id).revision
    )
    prepared = services.prepare(ask(incident_id, "resolved", values={"data_impact": None}))
    assert {"impact_end_missing", "data_impact_missing"} <= codes(prepared)


def test_what_is_not_well_is_named_by_the_worst_of_it(services: Services) -> None:
    first, last = [one.key for one in services.plan.components if one.key in ("payments", "api")]
    hurt = {first: ComponentStatus.DEGRADED_PERFORMANCE, last: ComponentStatus.MAJOR_OUTAGE}
    incident_id = declared(services)
    round_ = services.prepare(ask(incident_id, "resolved", impact_ended_at=NOW, components=hurt))
    found = [one.text for one in round_.findings if one.code == "all_well"]
    assert found
    assert all(f"but {services.plan.component(last).name} is" in text for text in found)
    calm = services.prepare(ask(incident_id, "resolved", impact_ended_at=NOW))
    assert "all_well" not in {one.code for one in calm.findings}, "else the test shows nothing"
    services.publish(ask(new(title="Other", components=hurt)))
    (elsewhere,) = [
        one
        for one in services.prepare(ask(incident_id, "resolved", impact_ended_at=NOW)).findings
        if one.code == "all_well_elsewhere"
    ]
    assert f"but {services.plan.component(last).name} is held" in elsewhere.text


# --- what blocks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "code", "field", "channel"),
    [
        (
            ask(new(), values={"users_affected": None}),
            "required_missing",
            "users_affected",
            Channel.EXECUTIVE,
        ),
        (ask(new(), values={"impact": "TBD"}), "placeholder_left", "impact", Channel.SLACK),
        (ask(new(), values={"summary": "x" * 5_000}), "too_long", "summary", Channel.SLACK),
        (ask(new(), values={"data_impact": "perhaps"}), "wrong_type", "data_impact", Channel.EXECUTIVE),
        (ask(new(), messages=("slack_resolved",)), "wrong_phase", "phase", Channel.SLACK),
        (ask(new(), messages=("customer_email",)), "locked", "impact_ended_at", Channel.EMAIL),
        (ask(new(severity="P3")), "no_incident", "severity", None),
        (ask(new(), "resolved", values={"data_impact": None}), "data_impact_missing", "data_impact", None),
        (ask(new(), "resolved"), "impact_end_missing", "impact_ended_at", None),
        (ask(new(), impact_ended_at=NOW - timedelta(days=1)), "end_before_start", "impact_ended_at", None),
        (ask(new(), messages=()), "nothing_due", "messages", None),
    ],
)
def test_each_blocking_finding_names_its_field_and_stores_nothing(
    services: Services, request_: PublishRequest, code: str, field: str, channel: Channel | None
) -> None:
    prepared = services.prepare(request_)
    found = [one for one in prepared.findings if one.code == code and one.level is Level.BLOCKING]
    assert (field, channel) in [(one.field, one.channel) for one in found], prepared.findings
    published = services.publish(request_)
    assert (published.publish, published.deliveries) == (None, ())
    assert services.record.incidents() == ()
    assert prepared.is_blocked


def test_a_template_that_can_not_be_filled_blocks_its_channel(tmp_path: Path) -> None:
    home = tmp_path / "home" / "templates" / "slack"
    home.mkdir(parents=True)
    (home / "slack_declaration.j2").write_text(
        '+++\ntitle = "Big"\nchannel = "slack"\naudience = "internal"\nfields = ["summary"]\nrequired = []\n+++\n'
        + "{{ summary }}" * 900
    )
    with open_services(tmp_path) as services:
        prepared = services.prepare(
            ask(new(), values={"summary": "x" * 2_000}, messages=("slack_declaration",))
        )
        assert prepared.is_blocked
        assert codes(prepared) & {"template_error", "too_long"}


def test_a_look_alike_is_only_advice(services: Services) -> None:
    declared(services)
    twin = services.prepare(ask(new()))
    assert "look_alike" in codes(twin, Level.ADVICE)
    assert not twin.is_blocked


# --- live ---------------------------------------------------------------------------------------------------------------


def test_live_without_a_connection_every_channel_is_blocked_but_the_clipboard(live: Services) -> None:
    prepared = live.prepare(ask(new()))
    blocked = {one.channel for one in prepared.findings if one.code == "no_connection"}
    assert blocked == {Channel.SLACK, Channel.STATUS_PAGE, Channel.EXECUTIVE, Channel.PAGERDUTY}
    assert live.publish(ask(new())).publish is None
    assert live.record.incidents() == ()
    macro = live.prepare(ask(new(), messages=("support_macro",)))
    assert not macro.is_blocked
    assert "DRILL" not in texts(macro)["support_macro"]


def test_live_the_page_asks_whom_to_tell(live: Services) -> None:
    assert "notify_missing" in codes(live.prepare(ask(new())))
    assert "notify_missing" not in codes(live.prepare(ask(new(), notify=False)))
    assert "notify_missing" not in codes(live.prepare(ask(new(), messages=("slack_declaration",))))


# --- the page's state in the declaration ----------------------------------------------------------------------------------


def test_the_declaration_says_pending_and_is_amended_with_the_page(services: Services) -> None:
    both = services.prepare(ask(new()))
    message = of(both, "slack_declaration")
    assert message.message is not None
    assert message.amended is not None
    assert message.message.text.endswith("Status Page: Pending")
    assert message.amended.text == message.message.text.replace(
        "Status Page: Pending", "Status Page: Updated"
    )
    alone = of(services.prepare(ask(new(), messages=("slack_declaration",))), "slack_declaration")
    assert alone.amended is None


def test_the_declaration_says_updated_where_the_page_has_it_already(services: Services) -> None:
    first = services.publish(ask(new(), messages=("status_investigating",)))
    assert first.incident_id is not None
    again = services.prepare(
        ask(first.incident_id, messages=("slack_declaration",), values={"summary": "Now"})
    )
    message = of(again, "slack_declaration")
    assert message.message is not None
    assert message.message.text.endswith("Status Page: Updated")
    assert message.amended is None
    moved = services.prepare(
        ask(first.incident_id, "identified", messages=("slack_declaration", "status_identified"))
    )
    assert of(moved, "slack_declaration").amended is not None


def test_an_override_of_what_the_gate_blocks_is_told_to_be_without_effect(services: Services) -> None:
    asked = ask(new(), values={"impact": None}, overrides={"required_missing": "no time"})
    prepared = services.prepare(asked)
    assert prepared.is_blocked
    assert "override_unused" in codes(prepared, Level.ADVICE)


def test_all_is_well_can_t_be_said_while_another_open_incident_holds_a_component(services: Services) -> None:
    incident_id = declared(services)
    resolved = ask(incident_id, "resolved", impact_ended_at=NOW)
    assert "all_well_elsewhere" not in {one.code for one in services.prepare(resolved).findings}
    other = new(title="Search is slow", components={"search": ComponentStatus.PARTIAL_OUTAGE})
    services.publish(ask(other))
    (finding,) = [one for one in services.prepare(resolved).findings if one.code == "all_well_elsewhere"]
    assert (finding.level, finding.channel, finding.template) == (
        Level.BLOCKING,
        Channel.STATUS_PAGE,
        "status_resolved",
    )
    assert "but Search is held by the open incident “Search is slow”" in finding.text
    update = ask(incident_id, "identified")
    assert "all_well_elsewhere" not in {one.code for one in services.prepare(update).findings}
    said = replace(resolved, overrides={"all_well_elsewhere": "Search is another page"})
    assert services.publish(said).publish is not None
    assert "Search is another page" in [one.reason for one in services.record.events(incident_id)]


def test_a_component_left_as_it_was_on_resolving_is_pointed_out(services: Services) -> None:
    situation = services.situation(declared(services))
    resolved = ask(situation.before.id if situation.before else "", "resolved", impact_ended_at=NOW)
    shipped = situation.templates["status_resolved"]
    quiet = replace(shipped, body="{{ affected_service }} is over.")

    def left(body: Template, *others: Incident, **components: ComponentStatus) -> list[tuple[Any, ...]]:
        so = replace(situation, others=others, templates={**situation.templates, "status_resolved": body})
        found = prepare(so, replace(resolved, components=components), services.new_id).findings
        codes = ("left_degraded", "others_open", "all_well")
        return [(one.code, one.field, one.level) for one in found if one.code in codes]

    degraded = {"payments": ComponentStatus.DEGRADED_PERFORMANCE}
    assert left(quiet) == left(shipped) == []
    assert left(quiet, **degraded) == [("left_degraded", "components", Level.ADVICE)]
    assert left(shipped, **degraded) == [("all_well", "components", Level.BLOCKING)], "its text says so"
    assert situation.before is not None
    other = replace(situation.before, id="other", components=degraded)
    assert left(quiet, other) == [("others_open", None, Level.ADVICE)], "and that is told already"


def test_slack_s_limit_counts_what_is_sent(services: Services) -> None:
    incident_id = declared(services)
    most = services.library.catalogue["actions_taken"].maximum
    for character, is_blocked in (("a", False), ("&", True)):
        long = {"actions_taken": character * min(most, 900)}
        prepared = services.prepare(ask(incident_id, "identified", messages=("slack_update",), values=long))
        assert prepared.is_blocked is is_blocked
    (finding,) = [one for one in prepared.findings if one.code == "too_long"]
    assert (finding.channel, finding.field, finding.level) == (Channel.SLACK, "actions_taken", Level.BLOCKING)
    assert "count for more than one" in finding.text
