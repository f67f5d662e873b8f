"""The private Slack channel of a security incident: made, refused, taken; and nothing of it in one that is open to all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from composer.clock import SystemClock
from composer.domain.delivery import Delivery
from composer.domain.sayings import Code
from composer.publishing.destinations.slack import SlackWorkspace
from composer.publishing.port import NotAccepted, Sent
from tests.publishing.samples import job, slack_creation, slack_message
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.wired import api_to

NAME = "alder-2026-11-23"


def creation() -> Delivery:
    payload = {"name": NAME, "topic": "P0 Alder", "invite": ["U024BE7LH"], "private": True}
    one = replace(slack_creation("d0"), created_at=datetime.now(UTC), attempts=1)
    return replace(one, payload=json.dumps(payload).encode())


def post(**more: object) -> Delivery:
    one = replace(slack_message("d1", "What we know.", f"#{NAME}"), created_at=datetime.now(UTC), attempts=1)
    return replace(one, payload=json.dumps({**json.loads(one.payload), "private": True, **more}).encode())


def test_it_is_made_private_and_only_those_are_invited_who_need_to_know(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    assert isinstance(workspace.deliver(job(creation())), Sent)
    (channel,) = slack.channels.values()
    assert (channel.private, channel.members) == (True, {"U024BE7LH"})  # not those of every incident
    assert isinstance(workspace.deliver(job(post())), Sent)
    (request,) = slack.requests("POST", r"/chat\.postMessage$")
    assert "private" not in request.json, "ours, and not Slack's"


def test_without_the_scope_nothing_is_made_and_the_sentence_names_it(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    slack.scopes.discard("groups:write")
    outcome = workspace.deliver(job(creation()))
    assert isinstance(outcome, NotAccepted)
    assert "groups:write" in outcome.error
    assert slack.channels == {}
    posted = workspace.deliver(job(post()))
    assert isinstance(posted, NotAccepted)
    checked = workspace.check()
    assert Code.LACKS_GROUPS_WRITE in {one.code for one in checked.facts}
    assert not checked.missing, "only a security incident asks for it"


def test_a_channel_that_is_open_to_all_is_never_taken_for_it(slack: Slack, workspace: SlackWorkspace) -> None:
    taken = slack.channel(NAME)
    outcome = workspace.deliver(job(creation()))
    assert isinstance(outcome, NotAccepted)
    assert "open to everybody" in outcome.error
    posted = workspace.deliver(job(post()))
    assert isinstance(posted, NotAccepted)
    by_id = workspace.deliver(job(post(slack_channel=taken.id)))
    assert isinstance(by_id, NotAccepted)
    assert (taken.messages, taken.topic, taken.members) == ([], "", set())


def test_what_a_person_made_private_is_used(slack: Slack, workspace: SlackWorkspace) -> None:
    taken = slack.channel(NAME, private=True)
    assert isinstance(workspace.deliver(job(creation())), Sent)
    assert isinstance(workspace.deliver(job(post())), Sent)
    assert len(taken.messages) == 1


def test_the_channel_that_an_incident_had_before_is_not_the_private_one(slack: Slack) -> None:
    old = slack.channel("incident-2026-11-23-x")
    made = {"#incident-2026-11-23-x": old.id}
    with api_to(slack.url + "/api", TOKEN) as api:
        workspace = SlackWorkspace(api, lambda _, name: made.get(name), SystemClock(), settle_s=0)
        assert isinstance(workspace.deliver(job(post())), NotAccepted)
    assert old.messages == []
