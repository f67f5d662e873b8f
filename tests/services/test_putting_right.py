"""Putting a whole round right in one act: corrections where the wrong texts went, mail to exactly those it reached, components and phase, words in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composer.clock import SimulatedClock
from composer.domain.delivery import Delivery, DeliveryState, RecipientState
from composer.domain.errors import RefusedError
from composer.domain.plan import ComponentStatus
from composer.files import read_lines
from composer.paths import Mode
from composer.services.core import Services
from composer.services.mailing import go_on, pause_mail
from composer.services.putting_right import Wrong, after_the_hold, asked_for, put_right
from composer.services.stopped_mail import go_on_with_stopped
from tests.services.asking import NOW, ask, new, open_services
from tests.services.test_core import put

S = DeliveryState
WORDS = {"correction": "It is the cards, not the wallets.", "public_correction": "Only cards are affected."}
MAIL = dict.fromkeys(("what_happened", "impact_to_you", "what_we_did", "prevention"), "Words.")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


@pytest.fixture
def sent(services: Services) -> dict[str, Delivery]:
    """A declared P0 with all its messages, and a customer email, by template."""
    published = services.publish(ask(new(impact_started_at=NOW - timedelta(hours=2)), impact_ended_at=NOW))
    assert published.incident_id is not None
    mailed = services.publish(
        ask(published.incident_id, "investigating", values=MAIL, messages=("customer_email",), hold_s=0.0)
    )
    assert mailed.publish is not None, mailed.findings
    both = (*published.deliveries, *mailed.deliveries)
    return {one.template: services.record.delivery(one.id) for one in both if one.template}


def wrong(sent: dict[str, Delivery], *names: str, **more: Any) -> Wrong:
    ids = tuple(sent[name].id for name in names)
    return Wrong(**{"deliveries": ids, "words": WORDS, "reason": "The wallets work", **more})


def done(services: Services, what: Wrong) -> dict[str, Delivery]:
    """Put right and carried out; the corrections by template."""
    right = put_right(services, what)
    assert right.published.publish is not None, right.published.findings
    services.resume()
    services.clock.advance(timedelta(minutes=2))  # type: ignore[attr-defined]
    services.resume()
    after_the_hold(services, what, right.published.publish.id)
    found = services.record.deliveries(publish_id=right.published.publish.id)
    return {one.template or "": one for one in found}


def test_one_act_puts_every_channel_right(services: Services, sent: dict[str, Delivery]) -> None:
    names = ("slack_declaration", "status_investigating", "customer_email")
    everybody = services.record.recipients(sent["customer_email"].id)
    services.record.set_recipients(
        sent["customer_email"].id,
        [(0, RecipientState.REFUSED, "no such address"), (1, RecipientState.UNKNOWN, None)],
    )
    states = {"payments": ComponentStatus.OPERATIONAL}
    right = put_right(services, wrong(sent, *names, components=states))
    assert right.reached == len(everybody) - 1
    assert [one.email for one in right.doubtful] == [everybody[1].email]
    services.resume()
    services.clock.advance(timedelta(minutes=2))  # type: ignore[attr-defined]
    services.resume()
    assert right.published.publish is not None
    found = {one.template: one for one in services.record.deliveries(publish_id=right.published.publish.id)}
    assert set(found) == {"slack_correction", "status_correction", "customer_correction"}
    assert {one.state for one in found.values()} == {S.SENT}
    for template, of in (
        ("slack_correction", names[0]),
        ("status_correction", names[1]),
        ("customer_correction", names[2]),
    ):
        assert found[template].lane == sent[of].lane
    mailed = services.record.recipients(found["customer_correction"].id)
    assert [one.email for one in mailed] == [one.email for one in everybody[1:]]
    incident = services.incident(sent[names[0]].incident_id)
    assert incident.components["payments"] is ComponentStatus.OPERATIONAL
    posts = [one for one in read_lines(services.home.slack_transcript) if one["type"] == "message"]
    assert "It is the cards, not the wallets." in posts[-1]["text"]
    (told,) = [one for one in services.record.events(incident.id) if one.text.startswith("Put right: ")]
    assert told.reason == "The wallets work"
    titles = [services.library.templates[name].head.title for name in names]
    assert told.text == f"Put right: {', '.join(titles)}"
    # Both texts stand in the record: the wrong one as it was sent, and the correction.
    texts = [one.text for one in services.record.messages(incident_id=incident.id)]
    assert len([one for one in texts if "Only cards are affected." in one]) == 2
    assert services.verify() == ()


def test_done_again_nothing_is_said_twice(services: Services, sent: dict[str, Delivery]) -> None:
    what = wrong(sent, "slack_declaration", "customer_email")
    first = done(services, what)
    again = put_right(services, what)
    assert again.published.again
    services.resume()
    assert again.published.publish is not None
    assert {one.id for one in services.record.deliveries(publish_id=again.published.publish.id)} == {
        one.id for one in first.values()
    }
    assert len([one for one in services.record.deliveries() if one.template == "slack_correction"]) == 1


def test_a_wrong_phase_is_taken_back_with_its_reason(services: Services, sent: dict[str, Delivery]) -> None:
    own = sent["slack_declaration"].incident_id
    moved = services.publish(ask(own, "identified", messages=("status_identified",), hold_s=0.0))
    assert moved.publish is not None, moved.findings
    (page,) = moved.deliveries
    what = Wrong((page.id,), WORDS, "We do not know the cause yet", phase="investigating")
    correction = done(services, what)["status_correction"]
    assert correction.phase == "investigating"
    assert b'"status":"investigating"' in correction.payload
    assert services.incident(own).phase == "investigating"
    assert "We do not know the cause yet" in [one.reason for one in services.record.events(own)]


def test_other_words_in_place_beside_the_labelled_correction(
    services: Services, sent: dict[str, Delivery]
) -> None:
    slack = sent["slack_declaration"]
    text = next(one.text for one in services.record.messages() if one.id == slack.message_id)
    better = text.replace("All card payments fail", "Card payments fail")
    assert better != text
    found = done(services, wrong(sent, "slack_declaration", in_place={slack.id: better}))
    assert found["slack_correction"].state is S.SENT
    lines = list(read_lines(services.home.slack_transcript))
    assert "Card payments fail" in str(lines)
    assert services.record.delivery(slack.id).amended_at is not None


def test_other_words_in_place_alone_where_no_correction_can_be_said(
    services: Services, sent: dict[str, Delivery]
) -> None:
    page = sent["status_investigating"]
    text = next(one.text for one in services.record.messages() if one.id == page.message_id)
    right = put_right(services, wrong(sent, "status_investigating", in_place={page.id: f"{text} Sorry."}))
    assert right.published.publish is not None
    services.resume()
    assert "Sorry." in services.home.status_page.joinpath("index.html").read_text()


def test_a_running_mail_is_stopped_and_the_rest_never_gets_it(
    services: Services, sent: dict[str, Delivery]
) -> None:
    own = sent["customer_email"].incident_id
    services.clock.advance(timedelta(minutes=10))  # type: ignore[attr-defined]
    again = services.publish(
        replace(
            ask(own, "investigating", values=MAIL, messages=("customer_email",), hold_s=0.0), first_batch=1
        )
    )
    (running,) = again.deliveries
    assert running.state is S.WAITING
    go_on(services, running.id)  # it would leave now
    found = done(services, Wrong((running.id,), WORDS, "Wrong time"))["customer_correction"]
    (reached,) = services.record.recipients(found.id)
    assert reached.email == services.record.recipients(running.id)[0].email
    assert services.record.delivery(running.id).state is S.CANCELLED
    assert services.record.recipient_counts(running.id)["accepted"] == 1


def test_what_can_not_be_corrected_is_named(services: Services, sent: dict[str, Delivery]) -> None:
    held = services.publish(
        ask(sent["slack_declaration"].incident_id, "investigating", messages=("slack_update",), hold_s=60.0),
        carry_out=False,
    )
    assert held.publish is not None, held.findings
    ids = (sent["slack_declaration"].id, sent["executive_notification"].id, held.deliveries[0].id)
    right = put_right(services, Wrong(ids, WORDS, "Wrong"))
    assert right.published.publish is not None, right.published.findings
    assert [one.template for one in right.published.deliveries] == ["slack_correction"]
    assert len(right.left) == 2
    assert "the next one puts it right" in right.left[0]
    assert "it has not left yet" in right.left[1]


def test_what_is_refused_stores_nothing(services: Services, sent: dict[str, Delivery]) -> None:
    before = len(services.record.deliveries())
    with pytest.raises(RefusedError, match="asks for a reason"):
        put_right(services, wrong(sent, "slack_declaration", reason=" "))
    with pytest.raises(RefusedError, match="one incident"):
        put_right(services, wrong(sent))
    put(services, sent["slack_declaration"].id, "failed")
    with pytest.raises(RefusedError, match="Nobody got"):
        put_right(services, wrong(sent, "slack_declaration"))
    blocked = put_right(services, wrong(sent, "status_investigating", words={"public_correction": "tbd"}))
    assert blocked.published.publish is None
    assert blocked.published.findings
    assert len(services.record.deliveries()) == before


def test_of_a_mail_that_nobody_got_yet_it_is_said_that_it_is_stopped(
    services: Services, sent: dict[str, Delivery]
) -> None:
    mail = sent["customer_email"]
    put(services, mail.id, "queued")
    people = services.record.recipients(mail.id)
    services.record.set_recipients(mail.id, [(one.ordinal, RecipientState.PENDING, None) for one in people])
    with pytest.raises(RefusedError, match="let it be, or let it go on"):
        put_right(services, wrong(sent, "customer_email"))
    assert services.record.delivery(mail.id).is_paused


def test_what_the_corrections_ask_for(services: Services, sent: dict[str, Delivery]) -> None:
    fields = asked_for(
        services, [sent["slack_declaration"], sent["customer_email"], sent["status_investigating"]]
    )
    assert [one.name for one in fields] == ["correction", "public_correction"]
    assert asked_for(services, [sent["executive_notification"]]) == ()


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_mail_stopped_by_a_correction_is_settled_by_the_next_start(
    services: Services, sent: dict[str, Delivery], taken_back: bool
) -> None:
    own = sent["slack_declaration"].incident_id
    mail = services.publish(
        ask(own, "investigating", values=MAIL, messages=("customer_email",), hold_s=0.0, first_batch=1)
    )
    (running,) = mail.deliveries
    by_hand = services.publish(
        ask(own, "investigating", values=MAIL, messages=("customer_email",), hold_s=0.0, first_batch=2)
    )
    (other,) = by_hand.deliveries
    pause_mail(services, other.id)
    what = replace(wrong(sent, "slack_declaration"), deliveries=(sent["slack_declaration"].id, running.id))
    right = put_right(services, replace(what, hold_s=60.0)).published.publish
    assert right is not None
    go_on_with_stopped(services)
    assert services.record.delivery(running.id).is_paused, "while it is held it may still be taken back"
    home = services.home
    services.close()
    # The window was closed here: nobody waited for the hold.
    with Services(home, Mode.PRACTICE, clock=SimulatedClock(NOW + timedelta(seconds=59))) as again:
        if taken_back:
            assert again.take_back(right.id)
        again.clock.advance(timedelta(seconds=2))  # type: ignore[attr-defined]
        for _ in range(2):
            again.resume()
            go_on_with_stopped(again)
        after = again.record.delivery(running.id)
        assert again.record.delivery(other.id).is_paused, "another mail's pause is the person's own"
        assert again.record.delivery(other.id).state is not S.CANCELLED
        if taken_back:
            assert after.is_paused
            assert after.state in (S.WAITING, S.STALE)  # it asks: go on, or let it be
        else:
            assert after.state is S.CANCELLED
            assert again.record.recipient_counts(running.id)["accepted"] == 1
