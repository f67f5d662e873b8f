"""Putting right what was sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState, RecipientState
from composer.domain.errors import RefusedError
from composer.files import read_lines
from composer.services.by_hand import text_to_paste
from composer.services.core import Services
from composer.services.correcting import can_correct, correctable, rewrite
from composer.services.putting_right import Wrong, put_right
from composer.services.rewritten import as_readers_have
from tests.services.asking import NOW, ask, new, open_services
from tests.services.test_core import put

S = DeliveryState


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as made:
        yield made


@pytest.fixture
def sent(services: Services) -> dict[Channel, Delivery]:
    """A declared P0, and what was sent of it."""
    published = services.publish(ask(new()))
    return {one.channel: one for one in published.deliveries if one.template}


def mail(services: Services) -> Delivery:
    """A customer email that was sent."""
    incident_id = services.publish(ask(new())).incident_id or ""
    words = dict.fromkeys(("what_happened", "impact_to_you", "what_we_did", "prevention"), "Words.")
    done = services.publish(
        ask(incident_id, "resolved", impact_ended_at=NOW, values=words, messages=("slack_resolved",))
    )
    assert done.publish is not None, done.findings
    services.clock.advance(timedelta(hours=1))  # type: ignore[attr-defined]
    sent = services.publish(ask(incident_id, "resolved", values=words, messages=("customer_email",)))
    assert sent.publish is not None, sent.findings
    return sent.deliveries[0]


def test_a_mail_that_nobody_got_needs_no_correction(services: Services) -> None:
    wrong = mail(services)
    for one in services.record.recipients(wrong.id):
        services.record.set_recipients(wrong.id, [(one.ordinal, RecipientState.REFUSED, "no such address")])
    with pytest.raises(RefusedError, match="Nobody got"):
        put_right(
            services,
            Wrong((wrong.id,), {"public_correction": "The impact ended at 14:20 UTC."}, "Wrong time"),
        )


@pytest.mark.parametrize("state", list(S))
def test_only_what_readers_may_have_got_can_be_corrected(
    services: Services, sent: dict[Channel, Delivery], state: DeliveryState
) -> None:
    one = sent[Channel.SLACK]
    put(services, one.id, state.value)
    wanted = state in (S.SENT, S.BY_HAND, S.UNKNOWN)
    assert can_correct(services, services.record.delivery(one.id)) is wanted
    if wanted:
        assert correctable(services, one.id).may_rewrite is (state is S.SENT)
    else:
        with pytest.raises(RefusedError):
            correctable(services, one.id)


def test_slack_is_edited_in_place_on_request(services: Services, sent: dict[Channel, Delivery]) -> None:
    one = sent[Channel.SLACK]
    old = correctable(services, one.id).message.text
    new_text = old.replace("All card payments fail", "Some card payments fail")
    rewrite(services, one.id, new_text, "Wallets work.")
    services.resume()
    lines = list(read_lines(services.home.slack_transcript))
    assert "Some card payments fail" in lines[-1]["text"]
    assert lines[-1]["type"] == "message_changed"
    assert {"bold": True} in [x.get("style") for x in lines[-1]["blocks"][1]["elements"][0]["elements"]], (
        "labels stay labels"
    )
    told = services.record.events(one.incident_id)[-1]
    assert told.reason == "Wallets work."
    assert "Some card payments fail" in told.text
    assert services.verify() == ()


def test_a_rewrite_asked_for_before_a_crash_is_done_at_the_next_start(
    services: Services, sent: dict[Channel, Delivery], tmp_path: Path
) -> None:
    page = sent[Channel.STATUS_PAGE]
    rewrite(services, page.id, "DRILL · Some payments fail. <b>x</b>", "Wrong words.")
    services.close()
    with open_services(tmp_path) as again:
        again.resume()
        truth = json.loads((again.home.status_page / "api" / "v2" / "incidents.json").read_text())
        bodies = [update["body"] for update in truth["incidents"][0]["incident_updates"]]
        assert bodies == ["DRILL · Some payments fail. &lt;b>x&lt;/b>"]


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("DRILL · Other words.", " ", "asks for a reason"),
        ("", "Why.", "as they were"),
        ("Other words.", "Why.", "carries DRILL"),
    ],
)
def test_a_rewrite_that_can_not_be_is_refused(
    services: Services, sent: dict[Channel, Delivery], text: str, reason: str, words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        rewrite(services, sent[Channel.SLACK].id, text, reason)
    assert services.record.due_amends() == ()


def test_a_mail_is_never_rewritten(services: Services) -> None:
    with pytest.raises(RefusedError, match="correction instead"):
        rewrite(services, mail(services).id, "DRILL · Other words.", "Why.")


def test_what_readers_have_is_what_replaced_it(services: Services, sent: dict[Channel, Delivery]) -> None:
    page = sent[Channel.STATUS_PAGE]
    rewrite(services, page.id, "DRILL · Some payments fail.", "Wrong words.")
    services.resume()
    messages = services.record.messages(incident_id=page.incident_id)
    deliveries = services.record.deliveries(incident_id=page.incident_id)
    now = {one.channel: one.text for one in as_readers_have(messages, deliveries)}
    assert now[Channel.STATUS_PAGE] == "DRILL · Some payments fail."
    old = {one.channel: one.text for one in messages}
    assert now[Channel.SLACK] == old[Channel.SLACK], "the declaration's own amend is no rewrite"
    assert correctable(services, page.id).message.text == "DRILL · Some payments fail."
    assert text_to_paste(services, services.record.delivery(page.id)) == "DRILL · Some payments fail."
    with pytest.raises(RefusedError, match="as they were"):
        rewrite(services, page.id, "DRILL · Some payments fail.", "Again.")


def test_a_rewrite_that_is_too_long_is_refused(services: Services, sent: dict[Channel, Delivery]) -> None:
    with pytest.raises(RefusedError, match="characters"):
        rewrite(services, sent[Channel.SLACK].id, "DRILL " + "long " * 20_000, "Why.")
    assert services.record.due_amends() == ()
