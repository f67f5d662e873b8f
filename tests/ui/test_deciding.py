"""Deliveries decided from their rows: correct, rewrite, by hand, details, pause; and back to the last round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from composer import assets
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryKind, DeliveryState
from composer.paths import Mode
from composer.services.core import Services
from composer.services.putting_right import Wrong, put_right
from tests.services.test_core import put
from tests.ui.accessibility import nameless
from tests.ui.compose_home import Desk, desk, home_with_incident, idle, soon
from ui.publish.by_hand import ByHandDialog
from ui.publish.details import DetailsDialog
from ui.publish.other_way import OtherWayDialog
from ui.widgets.checks import Check
from ui.widgets.copy_box import CopyBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
S = DeliveryState


@pytest.fixture
def done(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A round that was sent, with its rows in sight."""
    home, incident_id = home_with_incident(tmp_path)
    with desk(qtbot, home, incident_id, hold_s=0) as made:
        made.fill_update()
        made.actions["incident.publish"].trigger()
        soon(qtbot, lambda: made.view.after.current is not None and not made.view.is_composing)
        soon(qtbot, lambda: all(one.state is S.SENT for one in shown(made)))
        idle(qtbot, made.session)
        yield made


def shown(at_desk: Desk) -> tuple[Delivery, ...]:
    current = at_desk.view.after.current
    return () if current is None else current.deliveries


def row_of(at_desk: Desk, channel: Channel) -> int:
    return next(place for place, one in enumerate(shown(at_desk)) if one.channel is channel)


def press(at_desk: Desk, channel: Channel, key: str) -> None:
    """Press a link in a row."""
    name = f"{key}Button{row_of(at_desk, channel)}"
    button = at_desk.view.body.page.table.findChild(QPushButton, name)
    assert button is not None, name
    button.click()


def answering(kind: type[QDialog], act: Callable[[Any], None], seen: list[Any]) -> None:
    """Act on the next dialog of that kind once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(type(dialog))
            try:
                act(dialog)
            except BaseException:
                dialog.reject()  # or it would stay open for ever, and the test with it
                raise
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_correct_leads_to_the_screen_that_puts_it_right(qtbot: QtBot, done: Desk) -> None:
    one = shown(done)[row_of(done, Channel.SLACK)]
    press(done, Channel.SLACK, "correct")
    assert done.host.went == [("correction", (done.incident_id, one.publish_id, one.id))]


def test_a_correction_taken_back_does_not_bring_back_the_round_that_was_sent(
    qtbot: QtBot, done: Desk
) -> None:
    services = done.session.services
    services.settings = services.settings._replace(hold_s=60)
    one = shown(done)[row_of(done, Channel.SLACK)]
    text = next(each.text for each in services.record.messages() if each.id == one.message_id)
    edited = {one.id: text.replace("Rolled back.", "Rolled back twice.")}
    wrong = Wrong((one.id,), {"correction": "Only wallets fail."}, "A slip", in_place=edited)
    put_right(services, wrong)
    done.view.enter(done.incident_id)
    soon(qtbot, lambda: done.view.body.page.hold.is_counting)
    done.actions["incident.take_back"].trigger()
    soon(qtbot, lambda: done.view.is_composing)
    idle(qtbot, done.session)
    draft = done.view.presenter.draft
    assert draft is not None
    assert draft.ticked == (), "what was sent is not offered again"
    assert [one.state for one in services.record.deliveries() if one.template == "slack_correction"] == [
        S.CANCELLED
    ]
    assert services.record.due_amends() == (), "nothing is edited either"
    transcript = services.home.slack_transcript
    assert "Rolled back twice." not in transcript.read_text(encoding="utf-8")
    # Asked for again it is another round, and this one leaves.
    services.settings = services.settings._replace(hold_s=0)
    again = put_right(services, wrong)
    assert not again.published.again
    services.resume()
    assert "Rolled back twice." in transcript.read_text(encoding="utf-8")


def test_details_tell_all_and_let_the_text_be_copied(qtbot: QtBot, done: Desk) -> None:
    seen: list[Any] = []

    def act(dialog: DetailsDialog) -> None:
        copy = dialog.findChild(QPushButton, "copyTextButton")
        assert copy is not None
        copy.click()
        seen.append(copy.text())
        assert nameless(dialog) == []
        dialog.accept()

    answering(DetailsDialog, act, seen)
    press(done, Channel.SLACK, "details")
    soon(qtbot, lambda: len(seen) == 2)
    assert seen[1] == "Copied"
    assert "Rolled back." in QGuiApplication.clipboard().text()


def test_open_shows_what_the_destination_has(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, done: Desk
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: opened.append(QUrl(url).toString()))
    )
    press(done, Channel.STATUS_PAGE, "open")
    assert opened == [shown(done)[row_of(done, Channel.STATUS_PAGE)].url]


def test_what_has_not_left_is_paused(qtbot: QtBot, done: Desk) -> None:
    services = done.session.services
    one = shown(done)[0]
    put(services, one.id, "waiting", not_before="2030-01-01T00:00:00.000000Z", finished_at=None)
    done.view.after.read_again()
    pause = done.view.body.page.pause
    soon(qtbot, lambda: pause.isVisible())
    pause.click()
    soon(qtbot, lambda: services.record.delivery(one.id).state is S.CANCELLED)
    soon(qtbot, lambda: not pause.isVisible())


def test_responders_are_reached_another_way_from_the_row(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, incident_id = home_with_incident(tmp_path)
    plan = assets.read_text("resources", "plan.toml")
    mailed = plan.replace('slack = "@cto"\n', 'slack = "@cto"\nemail = "cto@acme.example"\n')
    (home.root / "plan.toml").write_text(mailed, encoding="utf-8")
    seen: list[Any] = []

    def act(dialog: Any) -> None:
        assert nameless(dialog) == []
        assert "INCIDENT UPDATE" in dialog.findChild(CopyBox).edit.toPlainText()
        check = dialog.findChild(Check, "mailCheck0")
        assert (check.text(), check.isChecked()) == ("CTO, cto@acme.example", True)  # notified at P0
        check.click()
        assert not dialog.go.isEnabled()
        check.click()
        dialog.go.click()

    with desk(qtbot, home, incident_id, hold_s=0) as made:
        made.fill_update()
        made.actions["incident.publish"].trigger()
        soon(qtbot, lambda: bool(shown(made)) and all(one.state is S.SENT for one in shown(made)))
        idle(qtbot, made.session)
        services = made.session.services
        post = shown(made)[row_of(made, Channel.SLACK)]
        put(services, post.id, "failed", finished_at=None, error="Slack is away.")
        made.view.after.read_again()
        soon(qtbot, lambda: shown(made)[row_of(made, Channel.SLACK)].state is S.FAILED)
        answering(OtherWayDialog, act, seen)
        press(made, Channel.SLACK, "other_way")
        soon(qtbot, lambda: len(list(home.mail.glob("*.eml"))) > 0 and mail_to_responders(services) is S.SENT)
        idle(qtbot, made.session)
        assert services.record.delivery(post.id).state is S.FAILED  # Slack's readers still have nothing
    assert seen == [OtherWayDialog]


def mail_to_responders(services: Services) -> DeliveryState | None:
    states = [one.state for one in services.record.deliveries() if one.kind is DeliveryKind.RESPONDERS]
    return states[0] if states else None


def test_a_post_that_never_left_gives_its_place_to_what_holds_now(qtbot: QtBot, done: Desk) -> None:
    services = done.session.services
    old = shown(done)[row_of(done, Channel.SLACK)]
    posted = len(services.record.deliveries(states={S.SENT}))
    put(services, old.id, "stale", finished_at=None)
    done.view.after.read_again()
    soon(qtbot, lambda: shown(done)[row_of(done, Channel.SLACK)].state is S.STALE)
    press(done, Channel.SLACK, "catch_up")
    soon(qtbot, lambda: [one.state for one in shown(done)] == [S.SENT])
    idle(qtbot, done.session)
    (now,) = shown(done)
    assert (now.channel, now.template) == (Channel.SLACK, old.template)
    assert services.record.delivery(old.id).state is S.CANCELLED
    assert len(services.record.deliveries(states={S.SENT})) == posted  # one in the place of the other
    told = [one.text for one in services.record.events(now.incident_id)]
    assert "Slack update not sent: a current post took its place" in told


def test_the_last_round_is_one_press_away_from_the_form_and_back(qtbot: QtBot, done: Desk) -> None:
    done.view.buttons.next.click()
    soon(qtbot, lambda: done.view.is_composing)
    done.type_in(actions_taken="Typed before looking.")
    assert done.view.buttons.last.isVisible()
    done.view.buttons.last.click()
    soon(qtbot, lambda: not done.view.is_composing and len(shown(done)) == 3)
    done.view.buttons.next.click()
    soon(qtbot, lambda: done.view.is_composing and done.view.presenter.draft is not None)
    assert done.view.presenter.draft is not None
    assert done.view.presenter.draft.values["actions_taken"] == "Typed before looking."


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A practice incident taken live, composed there."""
    from composer.services.core import Services
    from composer.services.going_live import take_live

    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as practice:
        live_id = take_live(practice, incident_id)
    with desk(qtbot, home, live_id, mode=Mode.LIVE) as made:
        yield made


def test_live_without_a_connection_is_by_hand_from_the_form_to_the_mark(qtbot: QtBot, live: Desk) -> None:
    texts: list[str] = []

    def act(dialog: ByHandDialog) -> None:
        dialog.box.copy.click()
        texts.append(QGuiApplication.clipboard().text())
        assert nameless(dialog) == []
        dialog.url.setText("status.example.com")
        assert not dialog.go.isEnabled()
        dialog.url.setText("https://status.example.com/1")
        dialog.by.setText("Kim")
        dialog.go.click()

    assert live.view.buttons.publish.text().startswith("Publish 3 by hand")
    live.actions["incident.publish"].trigger()  # asks nothing: nothing leaves by itself
    soon(qtbot, lambda: len(shown(live)) >= 3 and all(one.state is S.FAILED for one in shown(live)))
    idle(qtbot, live.session)
    answering(ByHandDialog, act, [])
    press(live, Channel.STATUS_PAGE, "by_hand")
    page = shown(live)[row_of(live, Channel.STATUS_PAGE)].id
    soon(qtbot, lambda: live.session.services.record.delivery(page).state is S.BY_HAND)
    one = live.session.services.record.delivery(page)
    assert (one.by, one.url) == ("Kim", "https://status.example.com/1")
    assert texts[0].startswith("We are currently investigating")
    idle(qtbot, live.session)
    assert "DRILL" not in texts[0]


def test_a_time_that_is_none_can_not_be_said(qtbot: QtBot) -> None:
    now = datetime.fromisoformat("2026-11-23T14:35:08+00:00")
    dialog = ByHandDialog("By hand", "Text.", "Kim", now)
    qtbot.addWidget(dialog)
    assert dialog.answer is not None
    assert dialog.answer.at == now.replace(second=0)
    for words in ("", "soon", "25:00", "14:3", "14:30 and more"):
        dialog.time.setText(words)
        assert dialog.answer is None, words
        assert not dialog.go.isEnabled(), words
        assert dialog.finding.words.text(), words
    dialog.time.setText("14:30")
    assert dialog.answer.at == now.replace(second=0) - timedelta(minutes=5)


def test_copied_is_said_for_two_seconds(qtbot: QtBot) -> None:
    from ui.widgets.copy_box import COPIED_FOR_MS, CopyBox

    assert COPIED_FOR_MS == 2_000
    box = CopyBox("Text", "x" * 60_000)
    qtbot.addWidget(box)
    box._back.setInterval(50)
    box.copy.click()
    assert box.copy.text() == "Copied"
    assert QGuiApplication.clipboard().text() == "x" * 60_000
    assert len(box.edit.toPlainText()) < 60_000
    qtbot.waitUntil(lambda: box.copy.text() == "&Copy text", timeout=2_000)


def test_a_practice_incident_is_taken_live_after_one_question(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    from composer.services.core import Services
    from ui.compose.taking_live import TakeLiveDialog

    home, incident_id = home_with_incident(tmp_path)
    answers = [False, True]
    monkeypatch.setattr(TakeLiveDialog, "ask", classmethod(lambda *_: answers.pop(0)))
    with desk(qtbot, home, incident_id) as made:
        assert made.view.body.header.live.isVisible()
        made.type_in(summary="All card payments fail.")
        made.view.body.header.live.click()
        idle(qtbot, made.session)
        assert made.host.went == []
        made.view.body.header.live.click()
        soon(qtbot, lambda: len(made.host.went) == 2)
    with Services(home, Mode.LIVE, by_hand=True) as services:
        real = services.record.incidents(open_only=True)
        assert [one.title for one in real] == ["Checkout payments failing"]
        # Not whatever else is open in LIVE.
        assert made.host.went == [("mode", Mode.LIVE), ("compose", real[0].id)]
        assert services.draft_for(real[0].id).values["summary"] == "All card payments fail."
        assert services.record.messages() == ()


def test_the_question_before_going_live_waits_on_back(qtbot: QtBot) -> None:
    from ui.compose.taking_live import TakeLiveDialog

    dialog = TakeLiveDialog("Checkout payments failing")
    qtbot.addWidget(dialog)
    assert dialog.go.autoDefault() is False
    assert nameless(dialog) == []
