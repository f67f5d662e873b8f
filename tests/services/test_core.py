"""The core as one object: a round stored and carried out, keys, decisions, notes, and what a start finds."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SimulatedClock, SystemClock
from composer.domain.channel import Channel
from composer.domain.delivery import (
    DeliveryKind,
    DeliveryState,
    InDoubt,
    LookedUp,
    LookUp,
    RecipientState,
)
from composer.domain.errors import HomeError, PublishFileError, RefusedError
from composer.domain.incident import EventKind
from composer.files import read_lines
from composer.paths import Mode
from composer.services.core import Published, Services
from composer.services.in_force import body_problems, open_library
from composer.services.overview import overview
from tests.services.asking import FIELDS, NOW, SECRET, ask, new, open_services

S = DeliveryState


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


def stored(published: Published) -> tuple[str, str]:
    """The ids of incident and publish."""
    assert published.publish is not None, published.findings
    return published.publish.incident_id, published.publish.id


def put(services: Services, delivery_id: str, state: str, **columns: Any) -> None:
    """Put a delivery into a state, past the record."""
    names = "".join(f", {name} = ?" for name in columns)
    with closing(sqlite3.connect(services.record.path)) as raw, raw:
        raw.execute(
            f"UPDATE deliveries SET state = ?{names} WHERE id = ?", (state, *columns.values(), delivery_id)
        )


# --- publishing -----------------------------------------------------------------------------------------------------


def test_a_whole_p0_is_sent_and_its_declaration_amended(services: Services) -> None:
    published = services.publish(ask(new()))
    assert [(one.template, one.state) for one in published.deliveries] == [
        (None, S.SENT),
        ("slack_declaration", S.SENT),
        ("status_investigating", S.SENT),
        ("executive_notification", S.SENT),
        ("pagerduty_status_update", S.SENT),
    ]
    assert not published.again
    lines = list(read_lines(services.home.slack_transcript))
    assert [line["type"] for line in lines] == ["channel_created", "message", "message_changed"]
    assert lines[2]["text"].endswith("Status Page: Updated")
    assert services.unfinished() == ()
    assert services.verify() == ()


def test_each_delivery_that_moved_is_told(tmp_path: Path) -> None:
    told: list[tuple[str | None, str]] = []
    with open_services(
        tmp_path, on_change=lambda one: told.append((one.template, one.state.value))
    ) as services:
        services.publish(ask(new(), messages=("slack_declaration",)))
    assert told == [
        (None, "sending"), (None, "sent"), ("slack_declaration", "sending"), ("slack_declaration", "sent"),
    ]  # fmt: skip


def test_the_same_key_goes_on_with_the_same_publish(services: Services) -> None:
    request = ask(new(), key="k", messages=("slack_declaration",))
    first = services.publish(request, carry_out=False)
    assert {one.state for one in first.deliveries} == {S.QUEUED}
    listed = services.publish(request, carry_out=False)
    assert (listed.again, stored(listed)) == (True, stored(first))
    again = services.publish(request)
    assert (again.again, stored(again)) == (True, stored(first))
    assert {one.state for one in again.deliveries} == {S.SENT}
    assert len(list(read_lines(services.home.slack_transcript))) == 2
    with pytest.raises(RefusedError, match="“k” was used for other content"):
        services.publish(replace(request, content_sha256="0" * 64))


@pytest.mark.parametrize("kind", ["blocked", "refused", "stored"])
def test_another_process_stores_the_same_key_a_moment_before(
    services: Services, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Whatever this one had come to, it goes on with the publish that was stored."""
    incident_id, _ = stored(services.publish(ask(new())))
    request = {
        "blocked": ask(incident_id, "identified", key="k"),
        "refused": ask(incident_id, severity="P1", reason="Fewer.", key="k"),
        "stored": ask(incident_id, "identified", key="k"),
    }[kind]
    real, asked = services.made_before, iter([True])

    def late(asking: Any) -> Any:
        if next(asked, False):
            if kind != "stored":
                monkeypatch.undo()
                services.publish(request, carry_out=False)
                if kind == "refused":
                    monkeypatch.setattr(
                        services, "prepare", lambda _: (_ for _ in ()).throw(RefusedError("no"))
                    )
                    return None
            return None
        return real(asking)

    monkeypatch.setattr(services, "made_before", late)
    if kind == "stored":
        freeze = services.freeze

        def slow(prepared: Any) -> Any:
            bundle = freeze(prepared)
            monkeypatch.undo()
            services.publish(request, carry_out=False)
            return bundle

        monkeypatch.setattr(services, "freeze", slow)
    published = services.publish(request)
    assert published.again
    assert {one.state for one in published.deliveries} == {S.SENT}
    assert len(services.record.publishes(incident_id)) == 2


def test_a_refusal_without_such_a_publish_is_told(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    with pytest.raises(PublishFileError):
        services.publish(ask(incident_id, severity="P1", key="k"))


def test_an_incident_changed_meanwhile_stores_nothing(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    prepared = services.prepare(ask(incident_id, "identified"))
    services.assign_role(incident_id, "incident_commander", "@ada")
    with pytest.raises(RefusedError, match="changed this incident meanwhile"):
        services.record.store(services.freeze(prepared))


def test_blocked_names_the_incident_and_stores_nothing(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    blocked = services.publish(ask(incident_id))
    assert (blocked.incident_id, blocked.publish, blocked.deliveries) == (incident_id, None, ())


def test_many_threads_share_one_owner(services: Services) -> None:
    gate = threading.Barrier(8)

    def outbox(_: int) -> int:
        gate.wait()
        return id(services.outbox)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(outbox, range(8)))) == 1
    assert len(list((services.record.path.parent / "owners").iterdir())) == 1


def test_two_rounds_at_once_on_one_home(tmp_path: Path) -> None:
    """As two processes: two cores, two owners, one record and one status page."""
    with (
        open_services(tmp_path, clock=SystemClock()) as one,
        open_services(tmp_path, clock=SystemClock()) as two,
    ):
        started = one.clock.now() - timedelta(minutes=5)
        rounds = [ask(new(title=f"Outage {name}", impact_started_at=started), key=name) for name in "ab"]
        with ThreadPoolExecutor(2) as pool:
            for published in pool.map(
                lambda pair: pair[0].publish(pair[1]), zip((one, two), rounds, strict=True)
            ):
                assert published.publish is not None
        assert {each.state for each in one.record.deliveries()} == {S.SENT}
        assert len(one.record.deliveries()) == 10


# --- the hold -------------------------------------------------------------------------------------------------------


def test_taken_back_the_incident_is_as_before(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    before = services.incident(incident_id)
    events = services.record.events(incident_id)
    said = services.record.said(incident_id)
    request = ask(
        incident_id, "identified", severity="P1", reason="Fewer.", key="k", hold_s=5, values={"public_title": "Cards"},
        messages=("slack_update", "status_identified", "support_macro"),
    )  # fmt: skip
    _, publish_id = stored(services.publish(request, carry_out=False))
    assert services.incident(incident_id).phase == "identified"
    assert services.take_back(publish_id)
    assert replace(services.incident(incident_id), revision=before.revision) == before
    assert services.record.events(incident_id) == events
    assert [one for one in services.record.said(incident_id) if one.channel is not Channel.COPY] == list(said)
    assert not services.take_back(publish_id)
    services.resume()
    again = services.publish(request)
    assert again.again
    assert [one.state for one in again.deliveries] == [S.CANCELLED, S.CANCELLED, S.BY_HAND]
    assert len(list(read_lines(services.home.slack_transcript))) == 3


def test_a_declaration_taken_back_makes_its_channel_with_the_next_round(services: Services) -> None:
    incident_id, publish_id = stored(services.publish(ask(new(), hold_s=5), carry_out=False))
    assert services.take_back(publish_id)
    assert services.incident(incident_id).creates_slack_channel
    published = services.publish(ask(incident_id, values={"summary": "All fail", "next_update": "Unknown"}))
    assert [one.template for one in published.deliveries][:2] == [None, "slack_declaration"]
    assert {one.state for one in published.deliveries} == {S.SENT}


def test_the_hold_is_waited_for_and_then_all_leaves(services: Services) -> None:
    published = services.publish(ask(new(), hold_s=5))
    assert {one.state for one in published.deliveries} == {S.SENT}
    assert services.clock.now() >= NOW + timedelta(seconds=5)
    long = services.publish(ask(new(title="Another"), hold_s=60))
    assert {one.state for one in long.deliveries} == {S.HELD}
    assert isinstance(services.clock, SimulatedClock)
    services.clock.advance(timedelta(seconds=60))
    services.resume()
    assert services.unfinished() == ()


# --- a person decides -------------------------------------------------------------------------------------------------


def test_decisions(services: Services) -> None:
    _, publish_id = stored(services.publish(ask(new()), carry_out=False))
    channel, slack, page, _, duty = (one.id for one in services.record.deliveries(publish_id=publish_id))
    assert services.let_be(channel).state is S.CANCELLED
    marked = services.mark_by_hand(duty, "https://example.com/x")
    assert (marked.state, marked.url, marked.by) == (
        S.BY_HAND,
        "https://example.com/x",
        services.settings.who,
    )
    put(services, slack, "stale")
    assert services.send_again(slack).state is S.QUEUED
    with pytest.raises(RefusedError, match="can't be done to a delivery that is by hand"):
        services.send_again(duty)
    with pytest.raises(RefusedError, match="knows no delivery"):
        services.let_be("dlv-0")
    services.record.claim(page, "x", services.clock.now())
    services.record.apply(page, InDoubt(services.clock.now(), "no reply"))
    with pytest.raises(RefusedError, match="looked up before it is sent again") as told:
        services.send_again(page)
    assert "--resume" in str(told.value)
    services.resume()
    assert services.record.delivery(page).state is S.SENT


def test_mail_sent_again_goes_to_those_in_doubt_and_to_nobody_else(services: Services) -> None:
    _, publish_id = stored(
        services.publish(ask(new(), messages=("executive_notification",)), carry_out=False)
    )
    (mail,) = services.record.deliveries(publish_id=publish_id)
    services.record.claim(mail.id, "x", services.clock.now())
    services.record.set_recipients(
        mail.id, [(0, RecipientState.ACCEPTED, None), (1, RecipientState.UNKNOWN, "?")]
    )
    services.record.apply(mail.id, InDoubt(services.clock.now(), "no reply"))
    services.record.apply(mail.id, LookedUp(services.clock.now(), LookUp.NOT_FOUND))

    def later(*_: object) -> None:
        raise AssertionError("it may be leaving by now: what is to be mailed is stored with the decision")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(services.record, "set_recipients", later)
        services.send_again(mail.id)
    services.resume()
    assert services.record.delivery(mail.id).state is S.SENT
    assert [path.name for path in services.home.mail.iterdir()] == [f"{mail.id}-00001.eml"]


def test_what_happens_beside_a_delivery_is_in_the_timeline(services: Services) -> None:
    incident_id, publish_id = stored(services.publish(ask(new())))
    slack = services.record.deliveries(publish_id=publish_id)[1]
    put(services, slack.id, "sent", amended_at=None)
    services.home.slack_transcript.write_text("")
    services.resume()
    (note,) = [one for one in services.record.events(incident_id) if one.kind is EventKind.DELIVERY]
    assert note.text == (
        "The message could not be brought up to date: The message to change is not in the Slack transcript."
    )
    assert note.channel == Channel.SLACK


def test_where_nothing_can_be_sent_it_says_so_and_what_is_stored_goes_on_later(services: Services) -> None:
    owners = services.record.path.parent / "owners"
    owners.write_text("a file in the way")
    with pytest.raises(HomeError, match="Nothing can be sent"):
        services.publish(ask(new(), key="k"))
    owners.unlink()
    assert {one.state for one in services.publish(ask(new(), key="k")).deliveries} == {S.SENT}


def test_live_nothing_has_a_way_out(tmp_path: Path) -> None:
    with open_services(tmp_path, Mode.LIVE) as live:
        published = live.publish(ask(new(), messages=("support_macro",)))
        (copy,) = published.deliveries
        assert (copy.state, copy.account) == (S.BY_HAND, "copy")
        assert not live.practice
        assert live.ways_out.destinations() == {}
    assert not (tmp_path / "home" / "practice" / "record.db").exists()


# --- the record -------------------------------------------------------------------------------------------------------


def test_what_to_send_next(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    rows = {row.template: row.state.value for row in services.what_to_send(incident_id)}
    assert rows["slack_update"] == "upcoming"
    assert services.look_alike(SECRET, ("payments",)) is not None
    with pytest.raises(RefusedError, match="is --live right"):
        services.what_to_send("inc-0")


def test_history_and_notes(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    assert services.history("payments fail", 1)[0].title == SECRET
    note = services.add_note(incident_id, " Rolled back ", NOW - timedelta(minutes=3))
    assert (note.text, note.at, note.recorded_at) == ("Rolled back", NOW - timedelta(minutes=3), NOW)
    assert note in services.record.events(incident_id)
    with pytest.raises(RefusedError):
        services.add_note("inc-0", "x")


def test_skipping_and_slowing_ask_for_a_reason(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    with pytest.raises(RefusedError, match="asks for a reason"):
        services.skip(incident_id, "slack_update", " ")
    with pytest.raises(RefusedError, match="no template"):
        services.skip(incident_id, "slack_upsate", "typo")
    skipped = services.skip(incident_id, "slack_update", " Nothing new. ")
    assert (skipped.kind, skipped.reason, skipped.template) == (
        EventKind.SKIPPED,
        "Nothing new.",
        "slack_update",
    )
    with pytest.raises(RefusedError, match="asks for a reason"):
        services.slow_down(incident_id, Channel.SLACK, 30, "")
    for minutes in (0, 24 * 60 + 1):
        with pytest.raises(RefusedError, match=r"1 to 1,440"):
            services.slow_down(incident_id, Channel.SLACK, minutes, "Quiet.")
    slowed = services.slow_down(incident_id, Channel.STATUS_PAGE, 45, "Quiet.")
    assert slowed.cadence_minutes == {"status_page": 45}


def test_roles(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    after = services.assign_role(incident_id, "incident_commander", "@ada")
    assert after.roles["incident_commander"] == after.values["incident_commander"] == "@ada"
    with pytest.raises(RefusedError, match="The plan has no role “cook”"):
        services.assign_role(incident_id, "cook", "@ada")
    others = {one.field or one.key for one in services.plan.roles} - set(services.library.catalogue.fields)
    for role in others:
        assert services.assign_role(incident_id, role, "@lin").roles[role] == "@lin"


def test_drafts(services: Services) -> None:
    incident_id, _ = stored(services.publish(ask(new())))
    draft = services.draft_for(incident_id)
    assert draft.incident_id == incident_id
    changed = replace(draft, phase="identified")
    services.save_draft(changed)
    assert services.draft_for(incident_id) == changed
    assert services.preview(changed).incident.phase == "identified"
    fresh = replace(draft, incident_id=None, facts={"title": "T", "impact_started_at": NOW.isoformat()})
    assert services.request_of(fresh).incident_id is None
    last = services.record.messages(incident_id)[0]
    assert services.changes_since_last(incident_id, last.template, last.text + " More") != ()


def test_the_library_in_force(tmp_path: Path) -> None:
    shipped = open_library(None)
    template = shipped.templates["executive_notification"]
    assert body_problems(template, shipped.catalogue) == []
    bad = replace(template, body="{{ 1 + nothing }}", subject="{{ nothing }}")
    assert len(body_problems(bad, shipped.catalogue)) >= 2
    assert body_problems(replace(template, subject=None), shipped.catalogue) == []


def test_a_setting_that_is_wrong_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text('name = "Ada"\nhold_s = "long"\n')
    with open_services(tmp_path) as services:
        assert [problem.place.key for problem in services.problems] == ["hold_s"]
        assert services.settings.who == "Ada"


def test_reading_a_request(services: Services) -> None:
    with pytest.raises(PublishFileError):
        services.read_request(b"{}", "x.json")


# --- a declaration that is taken back -----------------------------------------------------------------------------


def test_a_declaration_that_is_taken_back_leaves_no_open_incident(services: Services) -> None:
    incident_id, publish = stored(services.publish(ask(new(), hold_s=60), carry_out=False))
    assert services.take_back(publish)
    incident = services.incident(incident_id)
    assert (incident.is_open, incident.taken_back_at) == (False, services.clock.now())
    assert services.record.incidents(open_only=True) == ()
    assert services.what_to_send(incident_id) == ()
    assert overview(services).open == ()
    assert services.look_alike(new().title, ("payments",)) is None
    assert [one.text for one in services.record.events(incident_id)][1:] == [
        f"P0 declared: {new().title}, {incident.slack_channel}",
        "Declaration taken back: nothing was sent",
    ]
    assert services.history("") == services.history("payments") == ()
    assert services.verify() == ()


def test_what_was_taken_back_can_be_declared_again(services: Services) -> None:
    incident_id, publish = stored(services.publish(ask(new(), hold_s=60), carry_out=False))
    services.take_back(publish)
    assert isinstance(services.clock, SimulatedClock)
    services.clock.advance(timedelta(minutes=5))
    draft = replace(services.draft_for(incident_id), severity="P1")
    assert "slack_declaration" in {row.template for row in services.preview(draft).rows if row.state == "now"}
    again = services.publish(ask(incident_id, severity="P1", values=FIELDS))
    assert again.incident_id == incident_id
    assert {one.state for one in again.deliveries} == {S.SENT}
    incident = services.incident(incident_id)
    assert (incident.is_open, incident.severity, incident.declared_at) == (True, "P1", services.clock.now())
    assert [one.kind for one in again.deliveries].count(DeliveryKind.CREATE_SLACK_CHANNEL) == 1
    texts = [one.text for one in services.record.events(incident_id)]
    assert f"P1 declared again: {new().title}, {incident.slack_channel}" in texts
    assert incident.peak_severity == "P1"
    assert {one.message.publish_id for one in services.history("")} == {stored(again)[1]}
    assert {one.message.publish_id for one in services.history("payments")} == {stored(again)[1]}


def test_taken_back_twice_it_is_as_after_the_first_time(services: Services) -> None:
    incident_id, publish = stored(services.publish(ask(new(), hold_s=60), carry_out=False))
    services.take_back(publish)
    incident, events = services.incident(incident_id), services.record.events(incident_id)
    _, publish = stored(services.publish(ask(incident_id, values=FIELDS, hold_s=60), carry_out=False))
    assert services.incident(incident_id).is_open
    assert services.take_back(publish)
    after = services.incident(incident_id)
    assert replace(after, revision=0) == replace(incident, revision=0)
    assert services.record.events(incident_id) == events


def test_an_incident_of_which_something_was_said_stays_declared(services: Services) -> None:
    incident_id, publish = stored(services.publish(ask(new(), hold_s=60), carry_out=False))
    sent = services.publish(ask(incident_id, messages=("slack_update",)), carry_out=False)
    assert sent.publish is not None
    assert services.take_back(publish)
    assert services.incident(incident_id).is_open
    assert [one.message.text for one in services.history("")] == [
        one.text for one in services.record.messages(publish_id=sent.publish.id)
    ]
