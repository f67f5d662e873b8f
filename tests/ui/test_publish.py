"""After the act: the hold, taking back, each delivery's row, and the timeline."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.delivery import (
    Delivery,
    DeliveryEvent,
    DeliveryKind,
    DeliveryState,
    LetBe,
    LookedUp,
    LookUp,
    MarkedByHand,
    Resumed,
    SentAgain,
    TimeCame,
    reduce,
)
from composer.domain.errors import IllegalTransitionError
from composer.paths import Mode
from composer.services.core import Services
from tests.ui.accessibility import nameless
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.publish.deliveries import DeliveriesTable
from ui.publish.deliveries_model import PARTS, SHAPES, DeliveriesModel
from ui.publish.presenter import noted

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOW = datetime(2026, 11, 23, 14, 35, 8, tzinfo=UTC)


def delivery(number: int = 1, **changes: Any) -> Delivery:
    made = Delivery(
        id=f"dlv-{number}",
        publish_id="pub-1",
        incident_id="inc-1",
        message_id="msg-1",
        sequence=number,
        channel=Channel.SLACK,
        kind=DeliveryKind.MESSAGE,
        template="slack_update",
        account="practice.slack",
        destination="#incident-2026-11-23-checkout",
        payload=b"{}",
        payload_sha256="",
        severity="P0",
        phase="identified",
        created_at=NOW,
    )
    return dataclasses.replace(made, **changes)


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A round on its way, in a hold that no test outlasts."""
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=60) as made:
        made.fill_update()
        made.actions["incident.publish"].trigger()
        soon(qtbot, lambda: made.view.body.page.hold.is_counting)
        yield made


def test_nothing_leaves_before_the_hold_ends_and_esc_takes_all_of_it_back(qtbot: QtBot, held: Desk) -> None:
    services = held.session.services
    assert "Nothing sent yet · leaves in" in held.view.body.page.hold.words.text()
    assert held.window.focusWidget() is held.view.body.page.hold.button
    for width, is_led in ((1_280, True), (776, False)):
        held.window.resize(width, 716)
        QApplication.processEvents()
        assert held.view.body.page.hold._lead.isVisible() is is_led
    assert {one.state for one in services.record.deliveries() if one.hold_until} == {DeliveryState.HELD}
    held.actions["incident.take_back"].trigger()
    soon(qtbot, lambda: held.view.is_composing)
    idle(qtbot, held.session)
    assert services.incident(held.incident_id).phase == "investigating"
    assert {one.state for one in services.record.deliveries() if one.hold_until} == {DeliveryState.CANCELLED}
    draft = held.view.presenter.draft
    assert draft is not None
    assert (draft.phase, draft.values["actions_taken"]) == ("identified", "Rolled back.")
    assert services.draft_for(held.incident_id).values["actions_taken"] == "Rolled back."
    assert held.view.buttons.publish.isEnabled()


def test_strip_and_rows_count_by_one_clock(held: Desk) -> None:
    page, rows = held.view.body.page, held.view.body.page.table.rows
    until = page.hold._until
    assert until is not None
    for left in (41.9, 41.4, 41.0, 0.2):
        page.hold._now = lambda left=left: until - timedelta(seconds=left)
        page.hold._tick()
        page._on_second()  # the second of the window falls in between
        strip = re.search(r"leaves in (\d+) s", page.hold.words.text())
        assert strip is not None
        told = {
            found[1]
            for row in range(rows.rowCount())
            if (found := re.search(r"leaves in (\d+) s", str(rows.index(row, 1).data())))
        }
        assert told == {strip[1]}


def test_what_was_taken_back_can_be_published_after_all(qtbot: QtBot, held: Desk) -> None:
    held.actions["incident.take_back"].trigger()
    soon(qtbot, lambda: held.view.is_composing)
    idle(qtbot, held.session)
    services = held.session.services
    services.settings = services.settings._replace(hold_s=0)
    held.view.buttons.publish.click()
    soon(qtbot, lambda: sum(d.state is DeliveryState.SENT for d in services.record.deliveries()) == 7)


def test_a_held_round_stands_there_when_the_window_is_opened_again(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        draft = dataclasses.replace(
            services.draft_for(incident_id),
            phase="identified",
            ticked=("slack_update", "status_identified"),
        )
        draft = draft.with_value("actions_taken", "Rolled back.", draft.updated_at)
        draft = draft.with_value("next_steps", "Watch.", draft.updated_at)
        request = dataclasses.replace(services.request_of(draft), hold_s=3)
        assert services.publish(request, carry_out=False).publish is not None  # and the program ends
    with desk(qtbot, home, incident_id) as made:
        soon(qtbot, lambda: not made.view.is_composing)
        services = made.session.services
        soon(qtbot, lambda: sum(d.state is DeliveryState.SENT for d in services.record.deliveries()) == 6)
        soon(qtbot, lambda: "2 sent" in [said[0] for said in made.host.said])


def test_the_rows_tell_each_state_by_shape_and_words(qtmodeltester: Any) -> None:
    model = DeliveriesModel()
    rows = tuple(
        delivery(
            number,
            state=state,
            error="rate limited",
            hold_until=NOW + timedelta(seconds=3),
            not_before=NOW + timedelta(seconds=12),
            finished_at=NOW,
            by="Kim",
            looked_up=LookUp.NOT_FOUND,
        )
        for number, state in enumerate(DeliveryState)
    )
    model.show_deliveries(rows, {"slack_update": "Slack update"}, {}, NOW)
    words = [model.index(row, 1).data() for row in range(len(rows))]
    assert words[0] == "○ Held, leaves in 3 s"
    assert words[3] == "◑ Not accepted yet: rate limited, next try in 12 s"
    assert words[4] == "● Sent 14:35:08 UTC"
    doubtful = dataclasses.replace(
        rows[5], state=DeliveryState.UNKNOWN, error="No answer. The message may have arrived."
    )
    assert model.state_words(doubtful) == "◆ May have arrived: No answer"
    asked = dataclasses.replace(doubtful, looked_up=LookUp.CANNOT_TELL, looked_up_at=NOW)
    assert model.state_words(asked).startswith("◆ May have arrived: No answer. Looked up 14:35")
    assert len({shape for shape, _ in SHAPES.values()}) >= 8
    assert len(set(words)) == len(words)
    assert model.index(0, 0).data() == "Slack #incident-2026-11-23-checkout\nSlack update"
    qtmodeltester.check(model, force_py=True)
    assert model.change(dataclasses.replace(rows[0], state=DeliveryState.QUEUED), NOW) == 0
    model.deleteLater()


def test_a_row_says_nothing_twice_and_its_links_stand_on_a_line(qtbot: QtBot) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    made = delivery(1, state=DeliveryState.SENT, finished_at=NOW, kind=DeliveryKind.CREATE_SLACK_CHANNEL)
    said = delivery(2, state=DeliveryState.SENT, finished_at=NOW, url="https://example.com")
    table.resize(560, 400)
    table.show()
    table.show_deliveries((made, said), {"slack_update": "Slack update"}, {}, NOW)
    QApplication.processEvents()
    parts = [table.rows.index(row, 0).data(PARTS) for row in range(2)]
    assert parts == [
        ("Slack", "#incident-2026-11-23-checkout", "Create the channel"),
        ("Slack", "", "Slack update"),
    ]
    assert "#incident-2026-11-23-checkout" in table.rows.index(1, 0).data(), "read out, it is whole"
    links = table.indexWidget(table.rows.index(1, 2)).findChildren(QPushButton)
    assert len(links) == 3
    assert len({link.y() for link in links}) == 1


def test_mail_to_many_tells_how_many_copies_were_accepted() -> None:
    model = DeliveriesModel()
    mail = delivery(channel=Channel.EXECUTIVE, state=DeliveryState.SENT, finished_at=NOW)
    model.show_deliveries(
        (mail,), {}, {mail.id: {"accepted": 4, "refused": 1, "unknown": 0, "pending": 0}}, NOW
    )
    assert model.index(0, 1).data() == "● Accepted 4 of 5 · 14:35:08 UTC"
    assert model.index(0, 1).data(PARTS)[1:] == ("● Accepted 4 of 5", "14:35:08 UTC"), "no empty brackets"
    counts = {"accepted": 1_234, "refused": 6, "unknown": 0, "pending": 0}
    mail = delivery(channel=Channel.EMAIL, account="practice.mail", state=DeliveryState.SENT, finished_at=NOW)
    model.show_deliveries((mail,), {}, {mail.id: counts}, NOW)
    assert model.goes_to(mail) == "to\N{NO-BREAK SPACE}1,240"
    assert model.index(0, 1).data(PARTS)[1] == "● Accepted 1,234 of 1,240"
    model.deleteLater()


MOVES: dict[str, DeliveryEvent] = {
    "send_again": SentAgain(NOW, "Kim"),
    "let_be": LetBe(NOW, "Kim"),
    "pause": LetBe(NOW, "Kim"),
    "by_hand": MarkedByHand(NOW, "Kim"),
    "try_now": TimeCame(NOW),
    "look_up": LookedUp(NOW, LookUp.CANNOT_TELL),
}
"""What each link asks the reducer for; the others only look."""
DECIDES = {
    DeliveryState.HELD: [],
    DeliveryState.QUEUED: ["pause", "by_hand"],
    DeliveryState.SENDING: [],
    DeliveryState.WAITING: ["try_now", "pause", "by_hand", "other_way"],
    DeliveryState.SENT: ["correct"],
    DeliveryState.FAILED: ["catch_up", "send_again", "by_hand", "other_way", "let_be"],
    DeliveryState.CANCELLED: [],
    DeliveryState.STALE: ["catch_up", "send_again", "by_hand", "other_way", "let_be"],
    DeliveryState.BY_HAND: ["correct"],
    DeliveryState.UNKNOWN: ["look_up", "by_hand", "let_be", "correct"],
}


@pytest.mark.parametrize("looked_up", [None, LookUp.NOT_FOUND])
@pytest.mark.parametrize("state", list(DeliveryState))
def test_each_state_offers_exactly_what_it_allows(
    qtbot: QtBot, state: DeliveryState, looked_up: LookUp | None
) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    one = delivery(state=state, looked_up=looked_up if state is DeliveryState.UNKNOWN else None)
    table.show_deliveries((one,), {}, {}, NOW)
    keys = [choice.key for choice in table.rows.choices(one)]
    expected = list(DECIDES[state])
    if one.looked_up is not None:
        expected[0] = "send_again"
    assert [key for key in keys if key != "details"] == expected
    assert keys[-1] == "details"
    for key in keys:
        if key in MOVES:
            reduce(one, MOVES[key])  # the rules of docs/contract.md section 1 would refuse anything else
    for key, event in MOVES.items():
        if key not in keys and key not in ("let_be", "pause", "look_up"):
            with pytest.raises(IllegalTransitionError):
                reduce(one, event)
    box = table.indexWidget(table.rows.index(0, 2))
    assert len(box.findChildren(QPushButton)) == len(keys)
    assert nameless(table) == []


@pytest.mark.parametrize(
    ("state", "words", "first"),
    [
        (DeliveryState.QUEUED, "Paused: what is left waits until you go on", "try_now"),
        (DeliveryState.WAITING, "Paused: what is left waits until you go on", "try_now"),
        (DeliveryState.SENDING, "Stops: what leaves at this moment is seen through", "details"),
    ],
)
def test_what_is_paused_says_so_in_each_state_and_can_go_on(
    qtbot: QtBot, state: DeliveryState, words: str, first: str
) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    one = delivery(state=state, stop_after=0)
    table.show_deliveries((one,), {}, {}, NOW)
    assert table.rows.state_words(one).endswith(words)
    keys = [choice.key for choice in table.rows.choices(one)]
    assert keys[0] == first
    if first == "try_now":
        assert reduce(one, Resumed(NOW)).stop_after is None
        assert "let_be" in keys


def test_two_workspaces_are_told_apart_in_every_row(qtbot: QtBot) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    rows = [
        delivery(id=f"{account} {kind}", account=account, destination=name, kind=kind)
        for account, name in (("slack", "#slack-outage"), ("slack.eu", "#slack-outage (eu)"))
        for kind in (DeliveryKind.CREATE_SLACK_CHANNEL, DeliveryKind.MESSAGE)
    ]
    table.show_deliveries(tuple(rows), {}, {}, NOW)
    shown = [table.rows.data(table.rows.index(row, 0), PARTS)[1] for row in range(4)]
    assert shown == ["#slack-outage"] * 2 + ["#slack-outage (eu)"] * 2


def test_what_nothing_carries_wants_hands(qtbot: QtBot) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    table.rows.set_channels(carried=frozenset({Channel.COPY}), corrects=frozenset())
    one = delivery(state=DeliveryState.FAILED, error="There is no connection for this destination.")
    table.show_deliveries((one,), {}, {}, NOW)
    assert table.rows.index(0, 1).data() == "□ To be sent by hand: nothing is connected here"
    assert [choice.key for choice in table.rows.choices(one)] == ["by_hand", "let_be", "details"]
    by_hand = dataclasses.replace(one, state=DeliveryState.BY_HAND, url="https://x.example/1")
    assert [choice.key for choice in table.rows.choices(by_hand)] == ["open", "details"]


def test_a_decision_of_the_person_is_asked_for_by_the_row(qtbot: QtBot) -> None:
    table = DeliveriesTable()
    qtbot.addWidget(table)
    table.show_deliveries((delivery(state=DeliveryState.STALE),), {}, {}, NOW)
    box = table.indexWidget(table.rows.index(0, 2))
    button = box.findChild(QPushButton, "by_handButton0")
    with qtbot.waitSignal(table.wanted) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["dlv-1", "by_hand"]


def test_what_is_held_can_only_be_taken_back_whole(qtbot: QtBot, held: Desk) -> None:
    one = next(d for d in held.session.services.record.deliveries() if d.state is DeliveryState.HELD)
    with qtbot.waitSignal(held.session.errors.sentence, timeout=10_000):
        held.view.body.page.asking.deciding.do(one.id, "let_be")
    assert held.view.body.page.hold.is_counting


def test_an_own_entry_stands_in_the_timeline(qtbot: QtBot, held: Desk) -> None:
    timeline = held.view.body.timeline
    timeline.edit.setText("Rolled back eu-west")
    timeline.add.click()
    soon(qtbot, lambda: "Rolled back eu-west" in str(timeline.list.model().index(0, 0).data()))
    assert timeline.edit.text() == ""


def test_the_time_at_the_start_of_an_entry_is_when_it_happened() -> None:
    assert noted("14:30 rolled back", NOW) == (NOW.replace(minute=30, second=0), "rolled back")
    assert noted("23:59 alert", NOW) == (NOW.replace(day=22, hour=23, minute=59, second=0), "alert")
    assert noted("rolled back", NOW) == (None, "rolled back")
    assert noted("25:00 what", NOW) == (None, "25:00 what")


def test_every_control_after_a_publish_has_a_name(held: Desk) -> None:
    assert nameless(held.view) == []
    assert nameless(held.view.buttons) == []


def test_after_taking_back_caret_and_scroll_are_where_they_were(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=60) as made:
        made.fill_update()
        made.window.activateWindow()
        edit = made.view.body.facts.rows["actions_taken"].editor.input
        edit.setFocus()
        cursor = edit.textCursor()  # type: ignore[attr-defined]
        cursor.setPosition(3)
        edit.setTextCursor(cursor)  # type: ignore[attr-defined]
        bar = made.view.body.form_scroll.verticalScrollBar()
        soon(qtbot, lambda: bar.maximum() >= 40)
        bar.setValue(40)
        made.actions["incident.publish"].trigger()
        soon(qtbot, lambda: made.view.body.page.hold.is_counting)
        made.actions["incident.take_back"].trigger()
        soon(qtbot, lambda: made.view.is_composing)
        idle(qtbot, made.session)
        assert made.window.focusWidget() is edit
        assert edit.textCursor().position() == 3  # type: ignore[attr-defined]
        assert bar.value() == 40


def test_a_round_taken_back_after_a_restart_gives_back_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=60) as made:
        made.fill_update()
        made.view.body.cards.cards["executive_notification"].box.click()
        made.actions["incident.publish"].trigger()
        soon(qtbot, lambda: made.view.body.page.hold.is_counting)
        made.view.body.page.hold.stop()  # the program ends here: the round is not taken back
        made.session.services.outbox.stop()
    with desk(qtbot, home, incident_id) as made:
        soon(qtbot, lambda: made.view.body.page.hold.is_counting)
        made.actions["incident.take_back"].trigger()
        soon(qtbot, lambda: made.view.is_composing)
        draft = made.view.presenter.draft
        assert draft is not None, "the form comes into sight with its draft, and not before"
        assert (draft.phase, draft.values["next_steps"]) == ("identified", "Watch.")
        assert "executive_notification" not in draft.ticked


def test_what_is_typed_while_the_record_is_read_stays(qtbot: QtBot, tmp_path: Path) -> None:
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id) as made:
        made.fill_update()
        made.view.enter(incident_id)  # the same incident was clicked in the rail
        made.type_in(actions_taken="Typed meanwhile.")
        idle(qtbot, made.session)
        assert made.view.presenter.draft is not None
        assert made.view.presenter.draft.values["actions_taken"] == "Typed meanwhile."
        assert made.view.body.facts.rows["actions_taken"].editor.input.toPlainText() == "Typed meanwhile."  # type: ignore[attr-defined]


def test_an_answer_from_before_the_taking_back_is_not_taken_for_the_state_of_things(
    qtbot: QtBot, held: Desk
) -> None:
    presenter = held.view.presenter
    idle_but_for_the_hold = presenter.session.services.situation(held.incident_id)
    assert any(one.template == "slack_update" for one in idle_but_for_the_hold.said), (
        "what is held counts as said"
    )
    presenter.refresh()  # asked while it was held, answered after
    held.view.after.take_back()
    soon(qtbot, lambda: held.view.is_composing)
    assert held.view.body.facts.rows["actions_taken"].isVisible()
    draft = presenter.draft
    assert draft is not None
    presenter.set_field("next_steps", "Watch on.")
    assert "slack_update" in (presenter.draft.ticked if presenter.draft else ())
    idle(qtbot, held.session)
    assert held.view.body.facts.rows["actions_taken"].isVisible()
