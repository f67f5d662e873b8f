"""Slack over HTTP, against a workspace with a memory. Numbers in names are those of the fault list."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from composer.assets import data_root
from composer.clock import SimulatedClock, SystemClock
from composer.domain.delivery import Delivery
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations.slack import SCOPES, SlackWorkspace
from composer.publishing.port import CannotTell, Doubt, NotAccepted, NotFound, Sent
from tests.publishing.http_doubts import DOUBTS
from tests.publishing.samples import Told, job, slack_creation, slack_message
from tests.vendors.server import (
    Fault,
    accepts_but_says,
    loses_reply,
    nobody,
    refuses,
)
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.wired import api_to

POST = ("POST", r"/chat\.postMessage$")
CREATE = ("POST", r"/conversations\.create$")


def now(one: Delivery) -> Delivery:
    return replace(one, created_at=datetime.now(UTC), attempts=1)


def message(
    delivery_id: str = "d1", text: str = "Payments are failing.", channel: str = "#incident-x"
) -> Delivery:
    return now(slack_message(delivery_id, text, channel))


def creation(**more: object) -> Delivery:
    one = now(slack_creation("d0"))
    payload = {
        "name": "incident-x",
        "topic": "P0: Payments",
        "purpose": "Incident 1",
        "invite": ["U024BE7LH"],
        **more,
    }
    return replace(one, payload=json.dumps(payload).encode())


def test_the_channel_is_made_with_its_topic_and_people(slack: Slack, workspace: SlackWorkspace) -> None:
    told = Told()
    sent = workspace.deliver(job(creation(), told=told))
    (channel,) = slack.channels.values()
    assert sent == Sent(channel.id, f"https://slack.com/app_redirect?channel={channel.id}")
    assert (channel.name, channel.topic, channel.purpose) == ("incident-x", "P0: Payments", "Incident 1")
    assert channel.members == {"U024BE7LH", "U024BE7LJ"}
    assert told.wires == 1


def test_a_taken_name_is_found_and_used(slack: Slack, workspace: SlackWorkspace) -> None:
    for number in range(7):
        slack.channel(f"other-{number}")
    taken = slack.channel("incident-x")
    slack.page_size = 3  # over several pages
    sent = workspace.deliver(job(creation()))
    assert isinstance(sent, Sent)
    assert sent.vendor_id == taken.id
    assert taken.topic == "P0: Payments"
    assert slack.ledger.of("channel") == []


def test_an_archived_channel_with_the_name_is_told(slack: Slack, workspace: SlackWorkspace) -> None:
    slack.channel("incident-x", archived=True)
    outcome = workspace.deliver(job(creation()))
    assert isinstance(outcome, NotAccepted)
    assert "archived" in outcome.error


def test_what_fails_beside_the_channel_is_a_note(slack: Slack, workspace: SlackWorkspace) -> None:
    slack.fail("POST", r"setTopic$", refuses(200, {"ok": False, "error": "too_long"}))
    sent = workspace.deliver(job(creation(invite=["U024BE7LH", "U0GONE"])))
    assert isinstance(sent, Sent)
    assert len(sent.notes) == 2
    assert "topic" in sent.notes[0]
    assert "U0GONE (user_not_found)" in sent.notes[1]
    (channel,) = slack.channels.values()
    assert channel.members == {"U024BE7LH", "U024BE7LJ"}  # the others are in


def test_a_message_is_posted_whole(slack: Slack, workspace: SlackWorkspace) -> None:
    channel = slack.channel("incident-x", member=False)
    told = Told()
    one = message()
    sent = workspace.deliver(job(one, told=told))
    (accepted,) = slack.ledger.of("message")
    assert sent == Sent(
        accepted["ts"], f"https://acme.slack.com/archives/{channel.id}/p{accepted['ts'].replace('.', '')}"
    )
    assert accepted["delivery_id"] == "d1"
    assert told.wires == 1
    payload = json.loads(one.payload)
    (request,) = slack.requests(*POST)
    assert request.headers["content-type"] == "application/json; charset=utf-8"
    body = request.json
    assert body.pop("channel") == channel.id
    assert body == {key: value for key, value in payload.items() if key != "slack_channel"}


def test_the_first_message_is_pinned(slack: Slack) -> None:
    channel = slack.channel("incident-x")
    with api_to(slack.url + "/api", TOKEN) as api:
        first = {"d1", "d3"}
        workspace = SlackWorkspace(
            api, lambda _, __: channel.id, SystemClock(), is_to_be_pinned=lambda one: one.id in first
        )
        sent = workspace.deliver(job(message()))
        assert isinstance(sent, Sent)
        workspace._paces.clear()
        assert isinstance(workspace.deliver(job(message("d2"))), Sent)
        assert channel.pins == {sent.vendor_id}
        slack.fail("POST", r"pins\.add", refuses(200, {"ok": False, "error": "too_many_pins"}))
        workspace._paces.clear()
        again = workspace.deliver(job(message("d3")))
    assert isinstance(again, Sent)
    assert "could not be pinned" in again.notes[0]


def test_a_first_message_whose_answer_was_lost_is_pinned_when_it_is_found(slack: Slack) -> None:
    channel = slack.channel("incident-x")
    with api_to(slack.url + "/api", TOKEN) as api:
        workspace = SlackWorkspace(
            api, lambda _, __: channel.id, SystemClock(), is_to_be_pinned=lambda one: True, settle_s=0
        )
        slack.fail(*POST, loses_reply())
        one = message()
        assert isinstance(workspace.deliver(job(one)), Doubt)
        assert channel.pins == set()
        found = workspace.look_up(job(one))
        assert workspace.look_up(job(one)) == found  # pinned already is as good
    (ts,) = channel.pins
    assert found == Sent(ts, f"https://acme.slack.com/archives/{channel.id}/p{ts.replace('.', '')}")
    assert len(slack.ledger.of("message")) == 1


def test_the_members_of_a_channel_are_counted(slack: Slack, workspace: SlackWorkspace) -> None:
    slack.channel("incident-x", members={"U024BE7LH", "U024BE7LJ"})
    assert workspace.finds("#incident-x") == 3
    slack.fail("GET", r"conversations\.info$", refuses(500))
    assert workspace.finds("#incident-x") is None
    assert isinstance(workspace.finds("#incident-y"), NotAccepted)


def test_a_renamed_channel_keeps_its_id(slack: Slack) -> None:
    channel = slack.channel("another-name-by-now")
    with api_to(slack.url + "/api", TOKEN) as api:
        workspace = SlackWorkspace(api, lambda _, __: channel.id, SystemClock(), settle_s=0)
        assert isinstance(workspace.deliver(job(message())), Sent)
    assert len(slack.ledger.of("message")) == 1


def test_an_id_is_taken_as_it_is(slack: Slack, workspace: SlackWorkspace) -> None:
    channel = slack.channel("incident-x")
    assert isinstance(workspace.deliver(job(message(channel=channel.id))), Sent)
    assert slack.requests("GET", r"conversations\.list") == []


def test_a_sent_message_is_changed(slack: Slack, workspace: SlackWorkspace) -> None:
    channel = slack.channel("incident-x")
    one = message()
    sent = workspace.deliver(job(one))
    assert isinstance(sent, Sent)
    done = replace(one, vendor_id=sent.vendor_id, url=sent.url)
    new = json.dumps({**json.loads(one.payload), "text": "Status Page: Updated"}).encode()
    assert workspace.amend(done, new) is None
    assert workspace.amend(done, new) is None
    assert [each["text"] for each in channel.messages] == ["Status Page: Updated"]
    channel.messages.clear()
    error = workspace.amend(done, new)
    assert error is not None
    assert "message is gone" in error.error
    assert error.retry_after_s is None
    slack.fail("POST", r"chat\.update", refuses(503))
    error = workspace.amend(done, new)
    assert error is not None
    assert error.retry_after_s is not None  # changing it twice is harmless


# --- what may have arrived is looked up --------------------------------------------------------------------------


def test_06_a_message_whose_answer_was_lost_is_found_in_the_history(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    channel = slack.channel("incident-x")
    slack.page_size = 2
    for number in range(5):
        assert isinstance(workspace.deliver(job(message(f"before-{number}", channel=channel.id))), Sent)
        workspace._paces.clear()
    slack.fail(*POST, loses_reply())
    assert isinstance(workspace.deliver(job(message())), Doubt)
    found = workspace.look_up(job(message()))
    assert isinstance(found, Sent)
    assert found.vendor_id == slack.ledger.of("message")[-1]["ts"]
    assert found.url is not None
    assert workspace.look_up(job(message("never-sent"))) == NotFound()
    assert len(slack.requests(*POST)) == 6


def test_18_a_message_made_while_the_clock_was_hours_ahead_is_found_too(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    slack.channel("incident-x")
    slack.fail(*POST, loses_reply())
    lost = job(message())
    ahead = replace(lost, delivery=replace(lost.delivery, created_at=datetime.now(UTC) + timedelta(hours=5)))
    assert isinstance(workspace.deliver(ahead), Doubt)
    assert isinstance(workspace.look_up(ahead), Sent)


def test_of_a_long_history_no_more_is_read_than_may_hold_the_message(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    channel = slack.channel("incident-x")
    slack.page_size = 2
    for number in range(6):
        assert isinstance(workspace.deliver(job(message(f"before-{number}", channel=channel.id))), Sent)
        workspace._paces.clear()
    for number, old in enumerate(channel.messages):
        old["ts"] = f"{number + 1}.000000"
    assert workspace.look_up(job(message("never-sent"))) == NotFound()
    assert len(slack.requests("GET", "conversations.history")) == 1


def test_what_was_just_sent_is_asked_for_twice_and_what_is_old_once(slack: Slack) -> None:
    channel = slack.channel("incident-x")
    clock = SimulatedClock(datetime.now(UTC))
    with api_to(slack.url + "/api", TOKEN) as api:
        workspace = SlackWorkspace(api, lambda _, __: channel.id, clock)
        assert workspace.look_up(job(message())) == NotFound()
        assert clock.monotonic() == 10
        old = replace(message(), created_at=datetime.now(UTC) - timedelta(hours=1))
        assert workspace.look_up(job(old)) == NotFound()
        assert clock.monotonic() == 10


def test_a_list_without_an_end_is_left(
    slack: Slack, workspace: SlackWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slack_module, "MOST_PAGES", 3)
    again = {"ok": True, "channels": [], "response_metadata": {"next_cursor": "x"}}
    slack.fail("GET", r"conversations\.list", *[refuses(200, again) for _ in range(9)])
    outcome = workspace.deliver(job(message()))
    assert isinstance(outcome, NotAccepted)
    assert len(slack.seen) == 3


def test_a_look_up_that_is_not_allowed_says_so(slack: Slack, workspace: SlackWorkspace) -> None:
    slack.channel("incident-x")
    slack.scopes -= {"channels:history"}
    answer = workspace.look_up(job(message()))
    assert isinstance(answer, CannotTell)
    assert "channels:history" in answer.error
    assert isinstance(workspace.look_up(job(message(channel="#gone"))), CannotTell)


def test_a_made_channel_whose_answer_was_lost_is_found_and_completed(
    slack: Slack, workspace: SlackWorkspace
) -> None:
    slack.fail(*CREATE, loses_reply())
    assert isinstance(workspace.deliver(job(creation())), Doubt)
    found = workspace.look_up(job(creation()))
    (channel,) = slack.channels.values()
    assert isinstance(found, Sent)
    assert found.vendor_id == channel.id
    assert channel.topic == "P0: Payments"
    slack.channels.clear()
    assert workspace.look_up(job(creation())) == NotFound(proven=True)


# --- the fault list -----------------------------------------------------------------------------------------------

NOT_ACCEPTED: list[tuple[str, Callable[[Slack], Fault], bool]] = [
    ("47_pause_in_seconds", lambda s: refuses(429, {"ok": False, "error": "ratelimited"}, Retry_After="30"), True),
    ("49_pause_without_a_time", lambda s: refuses(429), True),
    ("49_pause_by_name", lambda s: refuses(200, {"ok": False, "error": "ratelimited"}), True),
    ("51_revoked", lambda s: refuses(200, {"ok": False, "error": "token_revoked"}), False),
    ("51_401", lambda s: refuses(401, {"ok": False, "error": "invalid_auth"}), False),
    ("51_403", lambda s: refuses(403), False),
    ("51_scope", lambda s: refuses(200, {"ok": False, "error": "missing_scope", "needed": "chat:write"}), False),
    ("52_413", lambda s: refuses(413), False),
    ("52_400", lambda s: refuses(400, {"ok": False, "error": "invalid_json"}), False),
    ("53_301", lambda s: refuses(301, Location="http://127.0.0.1:1/"), False),
    ("53_307", lambda s: refuses(307, Location="http://127.0.0.1:1/"), False),
    *[
        (f"57_{name}", lambda s, name=name: refuses(200, {"ok": False, "error": name}), False)
        for name in ("channel_not_found", "is_archived", "not_in_channel")
    ],
    *[
        (f"58_{name}", lambda s, name=name: refuses(200, {"ok": False, "error": name}), False)
        for name in (
            "restricted_action", "msg_too_long", "invalid_blocks", "metadata_too_large", "account_inactive",
        )
    ],
]  # fmt: skip
IN_DOUBT: list[tuple[str, Callable[[Slack], Fault]]] = [
    *DOUBTS,
    ("45_deep", lambda s: accepts_but_says(200, b"[" * 100_000)),
    ("45_nan", lambda s: accepts_but_says(200, b'{"ok":NaN}')),
    ("45_charset", lambda s: accepts_but_says(200, '{"ok":true}'.encode("utf-16"))),
    ("46_another_answer", lambda s: accepts_but_says(200, {"ok": True, "channel": "C1", "ts": "1.2"})),
    ("50_fatal_error", lambda s: accepts_but_says(200, {"ok": False, "error": "fatal_error"})),
    ("50_internal_error", lambda s: accepts_but_says(200, {"ok": False, "error": "internal_error"})),
    ("50_unheard_of", lambda s: accepts_but_says(200, {"ok": False, "error": "a_new_name"})),
    ("50_no_name", lambda s: accepts_but_says(200, {"ok": False})),
]


@pytest.mark.parametrize("what", [POST, CREATE], ids=["post", "create"])
@pytest.mark.parametrize(("name", "fault", "again"), NOT_ACCEPTED, ids=[one[0] for one in NOT_ACCEPTED])
def test_proven_not_accepted(
    slack: Slack,
    workspace: SlackWorkspace,
    name: str,
    fault: Callable[[Slack], Fault],
    again: bool,
    what: tuple[str, str],
) -> None:
    channel = slack.channel("another")
    slack.fail(*what, fault(slack))
    one = message(channel=channel.id) if what is POST else creation()
    outcome = workspace.deliver(job(one))
    assert isinstance(outcome, NotAccepted), outcome
    assert (outcome.retry_after_s is not None) is again
    if name == "47_pause_in_seconds":
        assert outcome.retry_after_s == 30
    assert TOKEN not in outcome.error
    assert slack.ledger.entries == []


@pytest.mark.parametrize("what", [POST, CREATE], ids=["post", "create"])
@pytest.mark.parametrize(("name", "fault"), IN_DOUBT, ids=[one[0] for one in IN_DOUBT])
def test_any_doubt_is_told_and_never_tried_again(
    slack: Slack, workspace: SlackWorkspace, name: str, fault: Callable[[Slack], Fault], what: tuple[str, str]
) -> None:
    channel = slack.channel("another")
    slack.fail(*what, fault(slack))
    one = message(channel=channel.id) if what is POST else creation()
    outcome = workspace.deliver(job(one))
    assert isinstance(outcome, Doubt), outcome
    assert len(slack.requests(*what)) == 1
    assert TOKEN not in outcome.error
    accepted = 0 if "before_acceptance" in name else 1
    assert len(slack.ledger.entries) == accepted
    if what is POST:  # the look-up settles it
        answer = workspace.look_up(job(one))
        assert isinstance(answer, Sent if accepted else NotFound)


def test_33_nobody_listens(slack: Slack) -> None:
    told = Told()
    with nobody() as address, api_to(address, TOKEN) as api:
        workspace = SlackWorkspace(api, lambda _, __: "C1", SystemClock(), settle_s=0)
        outcome = workspace.deliver(job(message(), told=told))
        unknown_channel = SlackWorkspace(api, lambda _, __: None, SystemClock(), settle_s=0)
        later = unknown_channel.deliver(job(replace(message(), attempts=5), told=told))
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is not None
    assert told.wires == 0
    # Also where the channel is asked for first, an outage of a minute must not use up all tries.
    assert isinstance(later, NotAccepted)
    assert later.retry_after_s is not None
    assert later.retry_after_s > 20


def test_51_a_token_that_can_not_be_read_sends_nothing(slack: Slack) -> None:
    with api_to(slack.url, "xoxb-wrong-token-000") as api:
        workspace = SlackWorkspace(api, lambda _, __: "C1", SystemClock(), settle_s=0)
        outcome = workspace.deliver(job(message()))
    assert isinstance(outcome, NotAccepted)
    assert outcome.retry_after_s is None
    assert "Enter the token again" in outcome.error


def test_54_words_of_the_service_are_shown_as_text(slack: Slack, workspace: SlackWorkspace) -> None:
    evil = f"<script>\x1b[31m\u202e\n{TOKEN}" + "x" * 1000
    slack.channel("incident-x")
    slack.fail(*POST, refuses(400, {"ok": False, "error": evil}))
    outcome = workspace.deliver(job(message()))
    assert isinstance(outcome, NotAccepted)
    assert len(outcome.error) < 600
    assert outcome.error.isprintable()
    assert TOKEN not in outcome.error


def test_56_messages_to_one_channel_leave_a_second_apart(slack: Slack, workspace: SlackWorkspace) -> None:
    slack.channel("incident-x")
    first, second = (workspace.deliver(job(message(f"d{number}"))) for number in range(2))
    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    apart = float(str(second.vendor_id)) - float(str(first.vendor_id))
    assert apart >= 0.99


def test_what_the_mark_raises_sends_nothing(slack: Slack, workspace: SlackWorkspace) -> None:
    def refuse() -> None:
        raise RuntimeError("the record is full")

    slack.channel("incident-x")
    with pytest.raises(RuntimeError):
        workspace.deliver(job(message(), on_wire=refuse))
    assert slack.requests(*POST) == []


def test_the_manifest_that_a_customer_pastes_asks_for_what_is_needed_and_no_more() -> None:
    manifest = json.loads((data_root() / "resources" / "slack_app_manifest.json").read_text(encoding="utf-8"))
    asked = set(manifest["oauth_config"]["scopes"]["bot"])
    assert asked == {
        *SCOPES,
        "groups:history",
        "groups:read",  # a private channel somebody else made is found too
        "groups:write",  # that of a security incident is made
    }
    assert len(manifest["display_information"]["name"]) <= 35
    assert len(manifest["display_information"]["description"]) <= 140
