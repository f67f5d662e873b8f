"""Whatever the domain holds comes back as it went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState, LookUp, Recipient, RecipientState
from composer.domain.draft import Draft
from composer.domain.incident import EventKind, Incident, TimelineEvent
from composer.domain.plan import ComponentStatus
from composer.domain.record import Bundle, Message, Publish, message_digest
from composer.record.digest import payload_digest
from composer.record.record import Record
from tests.record import made

# Cleaned text: no NUL, no half characters. All else, bidi controls and unassigned letters too.
IDS = st.builds(made.new_id, st.just("id"))
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
SOME = st.none() | TEXTS
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
SOMETIME = st.none() | TIMES
COUNTS = st.integers(0, 2**31)
VALUES = st.dictionaries(
    TEXTS,
    st.one_of(
        TEXTS,
        st.integers(),
        st.floats(allow_nan=False),
        st.booleans(),
        st.none(),
        st.lists(TEXTS, max_size=3).map(tuple),
        st.dictionaries(TEXTS, TEXTS, max_size=2),
    ),
    max_size=4,
)
STATES = st.dictionaries(TEXTS, st.sampled_from(ComponentStatus), max_size=3)
INCIDENTS = st.builds(
    Incident,
    id=IDS,
    title=TEXTS,
    public_title=TEXTS,
    severity=TEXTS,
    peak_severity=TEXTS,
    phase=TEXTS,
    declared_at=TIMES,
    impact_started_at=TIMES,
    detection=TEXTS,
    impact_ended_at=SOMETIME,
    resolved_at=SOMETIME,
    roles=st.dictionaries(TEXTS, TEXTS, max_size=3),
    domain=SOME,
    symptom=SOME,
    components=STATES,
    slack_channel=TEXTS,
    creates_slack_channel=st.booleans(),
    pagerduty_incident=SOME,
    security=st.booleans(),
    values=VALUES,
    cadence_minutes=st.dictionaries(TEXTS, COUNTS, max_size=3),
    revision=st.just(1),
)
DRAFTS = st.builds(
    Draft,
    id=IDS,
    incident_id=SOME,
    severity=TEXTS,
    phase=TEXTS,
    updated_at=TIMES,
    values=VALUES,
    facts=VALUES,
    components=STATES,
    ticked=st.lists(TEXTS, max_size=3).map(tuple),
    notify=st.none() | st.booleans(),
    reason=TEXTS,
    impact_ended_at=SOMETIME,
)
EXAMPLES = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@EXAMPLES
@given(INCIDENTS, st.data())
def test_a_publish_comes_back_as_it_went_in(record: Record, incident: Incident, data: st.DataObject) -> None:
    publish = data.draw(
        st.builds(
            Publish,
            id=IDS,
            incident_id=st.just(incident.id),
            at=TIMES,
            severity=TEXTS,
            phase=TEXTS,
            by=TEXTS,
            key=st.none() | IDS,
            content_sha256=TEXTS,
            before=st.none() | INCIDENTS,
        )
    )
    message = data.draw(
        st.builds(
            Message,
            id=IDS,
            publish_id=st.just(publish.id),
            incident_id=st.just(incident.id),
            template=TEXTS,
            channel=st.sampled_from(Channel),
            at=TIMES,
            severity=TEXTS,
            phase=TEXTS,
            subject=SOME,
            text=TEXTS,
            values=VALUES,
            language=TEXTS,
            sha256=st.just(""),
            promise_at=SOMETIME,
        )
    )
    message = replace(message, sha256=message_digest(message.subject, message.text))
    delivery = data.draw(
        st.builds(
            Delivery,
            id=IDS,
            publish_id=st.just(publish.id),
            incident_id=st.just(incident.id),
            message_id=st.none() | st.just(message.id),
            sequence=st.just(0),
            channel=st.sampled_from(Channel),
            kind=st.sampled_from(DeliveryKind),
            template=SOME,
            account=TEXTS,
            destination=TEXTS,
            payload=st.binary(max_size=50),
            payload_sha256=st.just(""),
            severity=TEXTS,
            phase=TEXTS,
            created_at=TIMES,
            state=st.sampled_from(DeliveryState),
            hold_until=SOMETIME,
            queued_at=SOMETIME,
            not_before=SOMETIME,
            attempts=COUNTS,
            on_wire=st.booleans(),
            owner=SOME,
            vendor_id=SOME,
            url=SOME,
            error=SOME,
            looked_up=st.none() | st.sampled_from(LookUp),
            looked_up_at=SOMETIME,
            finished_at=SOMETIME,
            by=SOME,
            amend=st.none() | st.binary(max_size=50),
            amend_after=st.none(),
            amended_at=SOMETIME,
            insisted=st.booleans(),
            stop_after=st.none() | COUNTS,
        )
    )
    delivery = replace(delivery, payload_sha256=payload_digest(delivery.payload))
    recipient = data.draw(
        st.builds(
            Recipient,
            ordinal=COUNTS,
            name=TEXTS,
            email=TEXTS,
            message_id=TEXTS,
            state=st.sampled_from(RecipientState),
            error=SOME,
        )
    )
    event = data.draw(
        st.builds(
            TimelineEvent,
            id=IDS,
            incident_id=st.just(incident.id),
            at=TIMES,
            recorded_at=TIMES,
            kind=st.sampled_from(EventKind),
            text=TEXTS,
            by=TEXTS,
            reason=TEXTS,
            template=SOME,
            channel=SOME,
            severity=SOME,
            phase=SOME,
        )
    )
    record.store(
        Bundle(incident, None, publish, (message,), (delivery,), {delivery.id: (recipient,)}, (event,))
    )
    assert record.find_incident(incident.id) == incident
    assert record.publishes(incident.id) == (publish,)
    assert record.messages(incident.id) == (message,)
    (kept,) = record.deliveries(incident_id=incident.id)
    assert replace(kept, sequence=0) == delivery
    assert record.recipients(delivery.id) == (recipient,)
    assert record.events(incident.id) == (event,)
    cancelled = delivery.state is DeliveryState.CANCELLED and not delivery.on_wire
    found = [one.message for one in record.search("", 1)]
    assert (found == [message]) is not (cancelled and delivery.message_id == message.id)


@EXAMPLES
@given(DRAFTS)
def test_a_draft_comes_back_as_it_went_in(record: Record, draft: Draft) -> None:
    record.save_draft(draft)
    assert record.draft(draft.id) == draft


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 🏳️‍🌈 🔥",
        "\u202eשלום\u202c مرحبا \u2066x\u2069",
        "a\u0301 \u00e1 \ufeff \u2028 \u2029 \ufffd",
        "one\r\ntwo\rthree\n",
        "'; DROP TABLE messages; --",
        "nul\x00inside",
        "ü" * 5_000_000,
        "",
    ],
    ids=["emoji", "right to left", "combining", "line ends", "quotes", "NUL", "5 MB", "empty"],
)
def test_texts_are_kept_to_the_byte(record: Record, path: Path, text: str) -> None:
    of = made.incident(values={"summary": text})
    published = made.publish(of)
    message = made.message(published, text=text, subject=text, values={"summary": text})
    record.store(Bundle(of, None, published, (message,), (made.delivery(message),)))
    with Record.open(path, read_only=True) as other:
        assert other.messages() == (message,)
        assert other.deliveries()[0].payload == text.encode()
        assert other.incidents()[0].values == {"summary": text}
        assert other.verify() == ()
        other.search("one drop inside ü")
