"""The correction screen: one act over all channels, against services with a memory; what it asks, refuses and keeps."""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from composer.connections import credentials
from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState, RecipientState
from composer.domain.plan import ComponentStatus
from composer.domain.record import Publish
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from tests.live_facts import CUSTOMER, payments_down
from tests.ui.compose_home import idle, soon
from tests.ui.conftest import FakeHost
from tests.ui.live_home import COMPONENTS, HERE, LiveHome, live_home
from tests.ui.typist import real_window, settle
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage
from ui.actions import Actions
from ui.app import Program
from ui.correction.presenter import CorrectionPresenter, Fault
from ui.correction.view import CorrectionView
from ui.session import Session
from ui.widgets.confirm import ConfirmDialog

REASON = "The wallets work"


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        yield made


def round_of(
    services: Services, *, messages: list[str], first_batch: int | None = None, **more: Any
) -> Publish:
    """A round that went out."""
    now = services.clock.now()
    content = {
        "incident": payments_down(now - timedelta(minutes=70)),
        "phase": "investigating",
        "messages": messages,
        "notify": True,
        "fields": {
            "summary": "All payments fail",
            "impact": "500 users",
            "brief_description": "errors when paying",
            "customer_impact": "declined cards and wallets",
            **CUSTOMER,
        },
        "hold_s": 0,
        **more,
    }
    if "customer_email" in messages or content["phase"] == "resolved":
        content["impact_ended_at"] = (now - timedelta(minutes=1)).isoformat()
    request = services.read_request(json.dumps(content).encode(), "test")
    published = services.publish(dataclasses.replace(request, first_batch=first_batch))
    assert published.publish is not None, published.findings
    return published.publish


def correction(qtbot: QtBot, program: Program, *wanted: str) -> CorrectionView:
    program.go("correction", wanted)
    settle(qtbot, program)
    view = program.window.stack.currentWidget()
    assert isinstance(view, CorrectionView)
    return view


def type_in(view: CorrectionView, name: str, text: str) -> None:
    view.words.rows[name].editor.input.setPlainText(text)  # type: ignore[attr-defined]


def say_why(view: CorrectionView, text: str = REASON) -> None:
    view.words.reason.setText(text)
    view.words.reason.textEdited.emit(text)


def test_one_act_puts_slack_the_page_and_the_mail_right(
    qtbot: QtBot, live: LiveHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Services(live.home, Mode.LIVE) as services:
        wrong = round_of(services, messages=["slack_declaration", "status_investigating", "customer_email"])
        (mail,) = [one for one in services.record.deliveries() if one.channel is Channel.EMAIL]
        services.record.set_recipients(
            mail.id, [(1, RecipientState.UNKNOWN, None), (2, RecipientState.REFUSED, "no such address")]
        )
    before = [one["to"] for one in live.sendgrid.mails()]
    assert len(before) == 3
    asked: list[str] = []

    def ask(_parent: QWidget, question: Any) -> bool:
        asked.append("\n".join([row.reached for row in question.rows] + [question.text]))
        return True

    monkeypatch.setattr(ConfirmDialog, "ask", staticmethod(ask))
    with real_window(qtbot, live.home, hold_s=0) as program:
        view = correction(qtbot, program, wrong.incident_id)
        said = "\n".join(box.accessibleDescription() for box in view.places.boxes.values())
        assert "Slack can be edited" in said
        assert "can be edited, but not deleted, and its status can't change" in said
        assert "Mail can't be unsent" in said
        assert "c1@customer.example" in said, "the doubtful one is named"
        assert all(box.isChecked() for box in view.places.boxes.values())
        type_in(view, "correction", "Only cards fail; the wallets work.")
        type_in(view, "public_correction", "Only card payments are affected.")
        ((_, edit, _),) = [each for each in view.words.edits.values() if each[0].isChecked()]
        assert "Status Page: Updated" in edit.toPlainText(), "as it stands there now"
        edit.setPlainText(edit.toPlainText().replace("All payments fail", "Card payments fail"))
        view.words.components.changed.emit({"payments": ComponentStatus.PARTIAL_OUTAGE})
        assert not view.go.isEnabled(), "a reason is asked for"
        say_why(view)
        soon(qtbot, lambda: "CORRECTION" in view.comparing.new.toPlainText())
        assert "line-through" in view.comparing.old.toHtml()
        assert "underline" in view.comparing.new.toHtml()
        assert view.go.isEnabled()
        view.go.click()
        soon(qtbot, lambda: program.window.screen_name() == "compose")
        settle(qtbot, program)
        record = program.session.services.record
        publish = max(record.publishes(wrong.incident_id), key=lambda one: one.at)
        soon(qtbot, lambda: all(one.state.is_final for one in record.deliveries(publish_id=publish.id)))
        soon(qtbot, lambda: not record.due_amends())
        settle(qtbot, program)
        events, texts = record.events(wrong.incident_id), [one.text for one in record.messages()]
        assert record.verify() == ()
    # What the services have.
    (channel,) = live.slack.channels.values()
    assert len(channel.messages) == 2
    assert "Card payments fail" in channel.messages[0]["text"]
    assert "All payments fail" not in channel.messages[0]["text"]
    assert "Only cards fail; the wallets work." in channel.messages[1]["text"]
    (incident,) = live.page.incidents.values()
    newest, first = incident["incident_updates"]
    assert newest["body"].startswith("Correction: Only card payments are affected.")
    assert "declined cards and wallets" in first["body"], (
        "on the page the wrong words stay, and are corrected"
    )
    assert live.page.status_of("Payments") == "partial_outage"
    mails = live.sendgrid.mails()
    assert [one["to"] for one in mails[len(before) :]] == ["c0@customer.example", "c1@customer.example"]
    assert len(asked) == 1
    assert "c1@customer.example" in asked[0]
    assert "Only card payments are affected." in asked[0]
    # What the record keeps: both texts, who and why.
    assert any("All payments fail" in one for one in texts)
    rewritten = next(one for one in events if one.text.startswith("Rewritten in place"))
    assert "Card payments fail" in rewritten.text
    put = next(one for one in events if one.text.startswith("Put right"))
    assert {(one.by, one.reason) for one in (put, rewritten)} == {("Kim Example", REASON)}


@pytest.fixture
def home(live: LiveHome) -> HomePaths:
    """The home of the session fixtures too."""
    return live.home


@dataclasses.dataclass
class Desk:
    """The screen by itself."""

    session: Session
    view: CorrectionView
    presenter: CorrectionPresenter
    host: FakeHost
    qtbot: QtBot
    window: QMainWindow

    def open(self, *wanted: str) -> CorrectionView:
        self.view.enter(wanted)
        soon(self.qtbot, lambda: self.presenter.round is not None)
        return self.view

    def act(self) -> None:
        """Press the button, and wait until all of it was carried out."""
        assert self.view.go.isEnabled(), self.presenter.missing()
        self.view.go.click()
        soon(self.qtbot, lambda: not self.presenter.is_acting)
        idle(self.qtbot, self.session)


@pytest.fixture
def desk(
    qtbot: QtBot,
    sessions: Callable[..., Session],
    show: Callable[[QWidget], QWidget],
    host: FakeHost,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[], Desk]:
    monkeypatch.setattr(ConfirmDialog, "ask", staticmethod(lambda *_: True))

    def make() -> Desk:
        session = sessions(Mode.LIVE)
        session.services.settings = session.services.settings._replace(hold_s=0)
        presenter = CorrectionPresenter(session)
        window = QMainWindow()
        qtbot.addWidget(window)
        view = CorrectionView(presenter, Actions(window), host)
        assert view.footer_buttons is not None
        view.footer_buttons.setParent(view)  # as the window's footer keeps them
        show(view)
        return Desk(session, view, presenter, host, qtbot, window)

    return make


def test_a_wrong_phase_is_taken_back_and_a_resolved_incident_runs_again(
    live: LiveHome, desk: Callable[[], Desk]
) -> None:
    made = desk()
    services = made.session.services
    first = round_of(services, messages=["status_investigating"])
    wrong = round_of(
        services,
        incident={"id": first.incident_id},
        phase="resolved",
        messages=["status_resolved"],
        fields={"affected_service": "Payments", "data_impact": "no"},
    )
    assert live.page.status_of("Payments") == "operational"
    view = made.open(first.incident_id, wrong.id)
    view.faults.radios[Fault.PHASE].click()
    type_in(view, "public_correction", "The issue is not resolved yet.")
    say_why(view)
    assert not view.go.isEnabled(), "a phase is asked for"
    view.words.phase.setCurrentIndex(view.words.phase.findData("identified"))
    view.words.phase.activated.emit(view.words.phase.currentIndex())
    view.words.components.changed.emit({"payments": ComponentStatus.MAJOR_OUTAGE})
    made.act()
    assert services.incident(first.incident_id).is_open
    (incident,) = live.page.incidents.values()
    assert incident["incident_updates"][0]["status"] == "identified"
    assert live.page.status_of("Payments") == "major_outage"
    assert made.host.went[-1] == ("compose", first.incident_id)


def test_the_wrong_page_is_closed_and_nothing_more_goes_there(
    live: LiveHome, desk: Callable[[], Desk]
) -> None:
    with Statuspage(names=COMPONENTS) as eu:
        text = live.home.connections.read_text(encoding="utf-8")
        live.home.connections.write_text(
            f'{text}\n["statuspage.eu"]\nbase_url = "{eu.url}/v1"\npage_id = "{PAGE}"\n'.replace(
                '["statuspage.eu"]', "[statuspage.eu]"
            ),
            encoding="utf-8",
        )
        live.ring.kept[credentials.SERVICE, f"statuspage.eu@{HERE}"] = API_KEY
        made = desk()
        services = made.session.services
        first = round_of(services, messages=["status_investigating"])
        assert len(eu.incidents) == len(live.page.incidents) == 1
        view = made.open(first.incident_id)
        view.faults.radios[Fault.PAGE].click()
        assert not any(box.isChecked() for box in view.places.boxes.values())
        wrong = next(one for one in made.presenter.round.pages if one.delivery.account == "statuspage.eu")  # type: ignore[union-attr]
        for box in view.places.boxes.values():
            box.click()
        type_in(view, "public_correction", "This incident does not concern this page.")
        say_why(view)
        assert not view.go.isEnabled(), "one page must be the right one"
        next(box for own, box in view.places.boxes.items() if own != wrong.delivery.id).click()
        made.act()
        (there,) = eu.incidents.values()
        assert there["incident_updates"][0]["status"] == "resolved"
        assert eu.status_of("Payments") == "operational"
        (here,) = live.page.incidents.values()
        assert len(here["incident_updates"]) == 1, "the right page hears nothing of it"
        assert live.page.status_of("Payments") == "major_outage"
        assert services.incident(first.incident_id).is_open
        round_of(
            services,
            incident={"id": first.incident_id},
            phase="identified",
            messages=["status_identified"],
            fields={"brief_description": "failed payments", "customer_impact": "declined cards"},
        )
        assert len(here["incident_updates"]) == 2
        assert len(there["incident_updates"]) == 2


def test_the_words_of_the_wrong_incident_go_into_the_draft_of_the_right_one(
    live: LiveHome, desk: Callable[[], Desk]
) -> None:
    made = desk()
    services = made.session.services
    first = round_of(services, messages=["slack_declaration"])
    other = {
        "title": "Search is slow", "severity": "P1", "detection": "Alert", "incident_commander": "@kim", "technical_lead": "@lee",
        "impact_started_at": services.clock.now().isoformat(), "components": {"Search": "degraded_performance"},
    }  # fmt: skip
    right = round_of(services, incident=other, messages=["slack_declaration"])
    wrong = round_of(
        services,
        incident={"id": first.incident_id},
        messages=["slack_update"],
        fields={
            "summary": "Search index rebuilt",
            "actions_taken": "Rebuilt the index.",
            "next_steps": "Watch.",
        },
    )
    view = made.open(first.incident_id, wrong.id)
    view.faults.radios[Fault.INCIDENT].click()
    type_in(view, "correction", "The last update belongs to the search incident.")
    say_why(view)
    view.words.belongs.setCurrentIndex(view.words.belongs.findData(right.incident_id))
    view.words.belongs.activated.emit(view.words.belongs.currentIndex())
    made.act()
    assert "belongs to the search incident" in live.slack.ledger.of("message")[-1]["text"]
    assert services.draft_for(right.incident_id).values["actions_taken"] == "Rebuilt the index."


def test_a_running_mail_is_paused_and_its_rest_never_leaves(
    qtbot: QtBot, live: LiveHome, desk: Callable[[], Desk]
) -> None:
    text = live.home.connections.read_text(encoding="utf-8")
    live.home.connections.write_text(
        text.replace('[customers]\nvia = "sendgrid"', '[customers]\nvia = "smtp"'), encoding="utf-8"
    )
    gate = threading.Semaphore(2)
    live.smtp.at_data = lambda _: None if gate.acquire(timeout=20) else "451 too slow"
    (live.home.root / "customers.csv").write_text(
        "email,name\n" + "".join(f"c{n}@customer.example,Customer {n}\n" for n in range(6)), encoding="utf-8"
    )
    made = desk()
    services = made.session.services
    worker = threading.Thread(target=lambda: round_of(services, messages=["customer_email"]))
    worker.start()
    soon(qtbot, lambda: len(live.smtp.readers()) == 2)
    (running,) = services.record.deliveries()
    view = made.open(running.incident_id)
    view.places.pauses[running.id].click()
    soon(qtbot, lambda: not view.places.pauses)
    gate.release()  # the one that left at this very moment
    worker.join(20)
    soon(qtbot, lambda: services.record.delivery(running.id).state is not DeliveryState.SENDING)
    type_in(view, "public_correction", "The cards work.")
    say_why(view)
    gate.release(20)
    reached = live.smtp.readers()
    made.act()
    assert services.record.delivery(running.id).state is DeliveryState.CANCELLED
    assert sorted(live.smtp.readers()[len(reached) :]) == sorted(reached)
    assert len(reached) < 6


def test_taken_back_during_its_hold_nothing_is_said_and_a_stopped_mail_can_go_on(
    qtbot: QtBot, live: LiveHome, desk: Callable[[], Desk]
) -> None:
    made = desk()
    services = made.session.services
    first = round_of(services, messages=["slack_declaration"])
    mail = round_of(services, incident={"id": first.incident_id}, messages=["customer_email"], first_batch=1)
    (running,) = services.record.deliveries(publish_id=mail.id)
    view = made.open(first.incident_id, mail.id)
    services.settings = services.settings._replace(hold_s=60)
    type_in(view, "public_correction", "The cards work.")
    say_why(view)
    view.go.click()
    soon(qtbot, lambda: not made.presenter.is_acting)
    right = max(services.record.publishes(first.incident_id), key=lambda one: one.at)
    assert services.record.delivery(running.id).is_paused
    assert services.take_back(right.id)
    idle(qtbot, made.session)
    assert len(services.record.publishes(first.incident_id)) == 3, "nothing is asked for again by itself"
    assert {one.state for one in services.record.deliveries(publish_id=right.id)} == {DeliveryState.CANCELLED}
    assert services.record.delivery(running.id).state is DeliveryState.WAITING
    assert len(live.sendgrid.mails()) == 1


def test_what_is_refused_keeps_what_was_typed_and_nothing_is_said(
    live: LiveHome, desk: Callable[[], Desk]
) -> None:
    made = desk()
    services = made.session.services
    first = round_of(services, messages=["slack_declaration", "status_investigating"])
    (slack,) = [one for one in services.record.deliveries() if one.template == "slack_declaration"]
    view = made.open(first.incident_id, first.id, slack.id)
    assert [own for own, box in view.places.boxes.items() if box.isChecked()] == [slack.id]
    type_in(view, "correction", "tbd")
    say_why(view)
    made.act()
    assert view.words.finding.words.text()
    assert made.host.went == []
    assert view.words.rows["correction"].editor.input.toPlainText() == "tbd"  # type: ignore[attr-defined]
    assert len(live.slack.ledger.of("message")) == 1
    # What must not leave is told at its field, and refused in a sentence.
    row = view.words.rows["correction"]
    type_in(view, "correction", "All payments fail, token=abcd1234")
    soon(made.qtbot, lambda: "looks like a password" in row.editor.input.accessibleDescription())
    made.act()
    assert "looks like a password" in view.words.finding.words.text()
    assert "abcd1234" not in view.words.finding.words.text()
    assert len(live.slack.ledger.of("message")) == 1
    assert row._finding.mend is not None
    assert row._finding.let_pass is None, "a correction is new words"
    row._finding.mend.click()
    assert row.editor.input.toPlainText() == "All payments fail, token=…"  # type: ignore[attr-defined]
    type_in(view, "correction", "tbd")
    # Somebody looks elsewhere and comes back: what was typed stands there.
    view.enter((first.incident_id, "", ""))
    idle(made.qtbot, made.session)
    assert view.words.rows["correction"].editor.input.toPlainText() == "tbd"  # type: ignore[attr-defined]
    assert made.presenter.typed.reason == view.words.reason.text() == REASON
    # Other words alone, without a label.
    view.words.silent.click()
    assert not view.go.isEnabled(), "nothing is changed yet"
    _, edit, _ = view.words.edits[slack.id]
    before = edit.toPlainText()
    edit.setPlainText(before.replace("All payments fail", "token=abcd1234 fails"))
    made.act()
    assert "The text holds what looks like a password" in view.words.finding.words.text()
    edit.setPlainText(before.replace("All payments fail", "Card payments fail"))
    made.act()
    (channel,) = live.slack.channels.values()
    assert len(channel.messages) == 1
    assert "Card payments fail" in channel.messages[0]["text"]
    (page,) = live.page.incidents.values()
    assert len(page["incident_updates"]) == 1
    assert services.record.events(first.incident_id)[-1].reason == REASON
