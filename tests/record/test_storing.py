"""Publishes, incidents, timelines and drafts: all of it or nothing, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryKind, DeliveryState, LookUp
from composer.domain.errors import BugError, RefusedError
from composer.domain.incident import EventKind
from composer.domain.plan import ComponentStatus
from composer.domain.record import Bundle
from composer.record.record import Record
from tests.record import made


def everything(record: Record) -> tuple[object, ...]:
    """All that a refused write must leave as it was."""
    return (
        record.incidents(),
        record.messages(),
        record.deliveries(),
        record.drafts(),
        record.change_counter(),
    )


def test_a_publish_is_stored_with_all_that_belongs_to_it(record: Record) -> None:
    draft = made.draft()
    record.save_draft(draft)
    stored = made.bundle(count=3, draft_id=draft.id)
    mail = made.delivery(stored.messages[0], account="practice.mail", destination="12 customers")
    stored = replace(
        stored,
        deliveries=(*stored.deliveries, mail),
        recipients={mail.id: (made.recipient(0), made.recipient(1))},
    )

    assert record.store(stored) == stored.publish

    of = stored.incident.id
    assert record.find_incident(of) == replace(stored.incident, revision=1)
    assert record.publishes(of) == (stored.publish,)
    assert record.messages(of) == stored.messages == record.messages(publish_id=stored.publish.id)
    kept = record.deliveries(publish_id=stored.publish.id)
    assert [replace(each, sequence=0) for each in kept] == list(stored.deliveries)
    assert record.recipients(mail.id) == (made.recipient(0), made.recipient(1))
    assert record.events(of) == stored.events
    assert record.drafts() == ()


def test_an_incident_and_a_publish_keep_every_attribute(record: Record) -> None:
    of = made.incident(
        impact_ended_at=made.NOON,
        resolved_at=made.NOON,
        security=True,
        creates_slack_channel=False,
    )
    record.save_incident(of, None)
    published = made.publish(of, key="k", before=replace(of, revision=1))
    record.store(made.bundle(replace(of, phase="resolved"), expected=1, publish=published))
    assert record.publish_by_key("k") == published
    assert record.publish_by_key("other") is None
    assert record.find_incident(of.id) == replace(of, phase="resolved", revision=2)


def test_a_delivery_keeps_every_attribute(record: Record) -> None:
    stored = made.bundle(count=1)
    first = stored.deliveries[0]
    full = replace(
        first,
        state=DeliveryState.UNKNOWN,
        kind=DeliveryKind.CREATE_SLACK_CHANNEL,
        queued_at=made.NOON,
        not_before=made.NOON,
        attempts=3,
        on_wire=True,
        owner="me",
        vendor_id="1700.1",
        url="https://example.com",
        error="closed",
        looked_up=LookUp.CANNOT_TELL,
        looked_up_at=made.NOON,
        finished_at=made.NOON,
        by="Ada",
        amend=b"\x00amended",
        amend_after=first.id,
        amended_at=made.NOON,
        insisted=True,
        stop_after=200,
    )
    record.store(replace(stored, deliveries=(full,)))
    assert record.delivery(full.id) == replace(full, sequence=1)
    assert record.find_delivery("none") is None


def test_sequence_is_the_order_of_storing_over_all_incidents(record: Record) -> None:
    for _ in range(3):
        record.store(made.bundle(count=2))
    assert [each.sequence for each in record.deliveries()] == [1, 2, 3, 4, 5, 6]


def test_a_time_of_any_zone_comes_back_in_utc(record: Record) -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    of = made.incident(declared_at=datetime(2026, 11, 23, 17, 30, tzinfo=there))
    record.save_incident(of, None)
    found = record.find_incident(of.id)
    assert found is not None
    assert found.declared_at == datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert found.declared_at.tzinfo is UTC


def test_a_time_without_a_zone_is_our_own_mistake(record: Record) -> None:
    with pytest.raises(BugError, match="time zone"):
        record.save_incident(made.incident(declared_at=datetime(2026, 1, 1)), None)  # noqa: DTZ001
    assert record.incidents() == ()


def test_the_same_key_and_content_gives_the_stored_publish_and_stores_nothing(record: Record) -> None:
    of = made.incident()
    first = made.bundle(of, publish=made.publish(of, key="deploy-7"))
    record.store(first)
    before = everything(record)
    again = made.bundle(of, publish=made.publish(of, key="deploy-7"))
    assert record.store(again) == first.publish
    assert everything(record) == before


def test_the_same_key_with_other_content_is_refused(record: Record) -> None:
    of = made.incident()
    record.store(made.bundle(of, publish=made.publish(of, key="k")))
    before = everything(record)
    other = made.publish(of, key="k", content_sha256="d" * 64)
    with pytest.raises(RefusedError, match="key k stands for another publish"):
        record.store(made.bundle(of, publish=other, expected=1))
    assert everything(record) == before


def test_an_incident_changed_meanwhile_refuses_the_publish(record: Record) -> None:
    of = made.incident()
    record.store(made.bundle(of))
    record.save_incident(replace(of, phase="identified"), 1)
    draft = made.draft()
    record.save_draft(draft)
    before = everything(record)
    with pytest.raises(RefusedError, match="Someone else changed this incident meanwhile"):
        record.store(made.bundle(of, expected=1, draft_id=draft.id))
    with pytest.raises(RefusedError, match="Someone else"):
        record.save_incident(of, 1)
    assert everything(record) == before


def test_a_new_incident_must_be_new_and_a_known_one_known(record: Record) -> None:
    of = made.incident()
    assert record.save_incident(of, None).revision == 1
    with pytest.raises(RefusedError, match="stored already"):
        record.save_incident(of, None)
    with pytest.raises(RefusedError, match="knows no incident"):
        record.save_incident(made.incident(), 1)


@pytest.mark.parametrize("broken", ["message", "delivery", "event", "recipient"])
def test_what_fails_in_the_middle_leaves_nothing(record: Record, broken: str) -> None:
    good = made.bundle(count=2)
    record.store(good)
    bad = made.bundle(count=2)
    last = bad.deliveries[-1]
    bad = {
        "message": replace(bad, messages=(*bad.messages, good.messages[0])),
        "delivery": replace(bad, deliveries=(*bad.deliveries, good.deliveries[0])),
        "event": replace(bad, events=(*bad.events, good.events[0])),
        "recipient": replace(bad, recipients={last.id: (made.recipient(0), made.recipient(0))}),
    }[broken]
    before = everything(record)
    with pytest.raises(RefusedError, match="contradicts"):
        record.store(bad)
    assert everything(record) == before


def test_rows_that_belong_to_nothing_are_refused(record: Record) -> None:
    with pytest.raises(RefusedError):
        record.add_event(made.event(made.incident()))
    stored = made.bundle(count=1)
    amending = replace(stored.deliveries[0], amend=b"x", amend_after="nobody")
    with pytest.raises(RefusedError):
        record.store(replace(stored, deliveries=(amending,)))
    assert record.incidents() == ()


def test_a_delivery_may_wait_for_one_that_is_stored_after_it(record: Record) -> None:
    stored = made.bundle(count=2)
    first = replace(stored.deliveries[0], amend=b"x", amend_after=stored.deliveries[1].id)
    record.store(replace(stored, deliveries=(first, stored.deliveries[1])))
    assert record.deliveries()[0].amend_after == stored.deliveries[1].id


def test_a_wrong_hash_is_our_own_mistake_and_is_not_stored(record: Record) -> None:
    stored = made.bundle(count=1)
    with pytest.raises(BugError, match="hash of its text"):
        record.store(replace(stored, messages=(replace(stored.messages[0], text="other"),)))
    with pytest.raises(BugError, match="hash of its payload"):
        record.store(replace(stored, deliveries=(replace(stored.deliveries[0], payload=b"other"),)))
    assert record.incidents() == ()


def test_a_value_that_the_schema_refuses_is_our_own_mistake(record: Record) -> None:
    stored = made.bundle(count=1)
    bad = replace(stored.deliveries[0], state="lost")  # type: ignore[arg-type]
    with pytest.raises(BugError, match="refused a value"):
        record.store(replace(stored, deliveries=(bad,)))
    assert record.incidents() == ()


def test_half_a_character_is_refused_in_words(record: Record) -> None:
    with pytest.raises(RefusedError, match="half of a character"):
        record.save_incident(made.incident(title="\ud83d"), None)
    with pytest.raises(RefusedError, match="half of a character"):
        record.save_draft(made.draft(values={"summary": "\ud83d"}))


def test_what_is_no_field_value_is_our_own_mistake(record: Record) -> None:
    with pytest.raises(BugError, match="can't be stored as JSON"):
        record.save_draft(made.draft(values={"summary": object()}))


def test_incidents_come_newest_first_and_open_ones_alone(record: Record) -> None:
    old = made.incident()
    new = made.incident(declared_at=made.NOON + timedelta(days=1))
    over = made.incident(resolved_at=made.NOON, declared_at=made.NOON + timedelta(hours=1))
    for each in (old, new, over):
        record.save_incident(each, None)
    assert [each.id for each in record.incidents()] == [new.id, over.id, old.id]
    assert [each.id for each in record.incidents(open_only=True)] == [new.id, old.id]
    assert record.find_incident("none") is None


def test_the_timeline_is_in_order_of_what_happened_then_of_storing(record: Record) -> None:
    of = made.incident()
    late = made.event(of, at=made.NOON + timedelta(minutes=1))
    first, second = made.event(of), made.event(of, kind=EventKind.SKIPPED, template="t", channel="slack")
    record.save_incident(of, None, (late, first))
    record.add_event(second)
    assert record.events(of.id) == (first, second, late)


def test_drafts_are_replaced_found_and_thrown_away(record: Record) -> None:
    one, other = made.draft(), made.draft(updated_at=made.NOON + timedelta(seconds=1))
    record.save_draft(one)
    record.save_draft(other)
    changed = replace(
        one, notify=None, components={"login": ComponentStatus.OPERATIONAL}, impact_ended_at=None
    )
    record.save_draft(changed)
    assert record.draft(one.id) == changed
    assert record.drafts() == (other, changed)
    record.delete_draft(one.id)
    record.delete_draft(one.id)
    assert record.draft(one.id) is None


def test_said_holds_what_was_said_or_skipped_in_order_of_time(record: Record) -> None:
    of = made.incident()
    early = made.publish(of, at=made.NOON)
    kept, lost, unsent, copied = (
        made.message(early, template="slack_declaration"),
        made.message(early, template="status_investigating", channel=Channel.STATUS_PAGE),
        made.message(early, template="executive_notification", channel=Channel.EXECUTIVE, promise_at=None),
        made.message(early, template="support_macro", channel=Channel.COPY, promise_at=None),
    )
    channel_made = made.message(early, template="slack_update")
    skipped = made.event(
        of,
        kind=EventKind.SKIPPED,
        at=made.NOON,
        template="slack_update",
        channel="slack",
        severity="P0",
        phase="investigating",
    )
    bare = made.event(
        of, kind=EventKind.SKIPPED, at=made.NOON + timedelta(minutes=2), template="x", channel="email"
    )
    no_skip = made.event(of, kind=EventKind.SKIPPED)
    record.store(
        Bundle(
            of,
            None,
            early,
            (kept, lost, unsent, copied, channel_made),
            (
                made.delivery(kept, state=DeliveryState.FAILED),
                made.delivery(kept, state=DeliveryState.UNKNOWN),
                made.delivery(lost, state=DeliveryState.CANCELLED),
                made.delivery(unsent, state=DeliveryState.HELD),
                made.delivery(channel_made, kind=DeliveryKind.CREATE_SLACK_CHANNEL, state=DeliveryState.SENT),
            ),
            events=(skipped, bare, no_skip, made.event(of)),
        )
    )
    late = made.publish(of, at=made.NOON + timedelta(minutes=1))
    update = made.message(
        late, template="slack_update", at=made.NOON + timedelta(hours=9), phase="identified"
    )
    record.store(Bundle(of, 1, late, (update,), (made.delivery(update, state=DeliveryState.SENT),)))

    said = record.said(of.id)
    assert [(each.template, each.channel, each.skipped) for each in said] == [
        ("slack_update", Channel.SLACK, True),
        ("slack_declaration", Channel.SLACK, False),
        ("executive_notification", Channel.EXECUTIVE, False),
        ("support_macro", Channel.COPY, False),
        ("slack_update", Channel.SLACK, False),
        ("x", Channel.EMAIL, True),
    ]
    assert said[0].at == made.NOON
    assert (said[0].severity, said[0].phase, said[0].promise_at) == ("P0", "investigating", None)
    assert said[1].promise_at == kept.promise_at
    assert (said[4].at, said[4].phase) == (late.at, "identified")
    assert (said[5].severity, said[5].phase) == ("", "")
    assert record.said("none") == ()
