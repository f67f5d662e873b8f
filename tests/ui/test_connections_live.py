"""Live by the window, against services with a memory on this computer: a whole P0, a mail to many that is paused, and what may have arrived."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from composer import assets
from composer.connections import customers
from composer.connections.credentials import SERVICE
from composer.domain.channel import Channel
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.record import Publish
from composer.paths import HomePaths, Mode
from composer.services.core import Services
from composer.services.reach import ReachReader
from tests.live_facts import CUSTOMER, payments_down
from tests.record import made as record_made
from tests.ui.compose_home import desk, soon
from tests.ui.conftest import published
from tests.ui.keyboard_walk import FACTS, Key, all_final, compose, declare_p0, resolve, sent
from tests.ui.live_home import HERE, SECRETS, LiveHome, live_home
from tests.ui.program_window import idle, program_on
from tests.ui.typist import ALT, CTRL, Typist, real_window, settle
from tests.vendors.server import refuses
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage
from ui.compose.choosing import hints
from ui.leaving import LeaveDialog
from ui.publish.deliveries_model import DeliveriesModel
from ui.publish.page import PublishPage
from ui.publish.presenter import PublishPresenter
from ui.reaching import page_where, places, reached
from ui.session import Session
from ui.widgets.confirm import ConfirmDialog

UNCOUNTED = "everyone in the channel (how many is not known)"


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def home(live: LiveHome) -> HomePaths:
    """The home of the session fixtures too."""
    return live.home


def words_of(top: QWidget) -> str:
    return "\n".join(one.text() for one in top.findChildren(QLabel))


def test_a_live_p0_goes_through_all_phases_and_the_services_have_every_message_once(
    qtbot: QtBot, live: LiveHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.connect_all()
    earlier = datetime.now(UTC) - timedelta(minutes=40)
    monkeypatch.setitem(
        FACTS, "impactStartedAtCombo", f"{earlier:%H:%M}"
    )  # long enough for mail to customers
    asked: list[str] = []
    with real_window(qtbot, live.home, hold_s=0) as program:
        typist = Typist(qtbot)
        assert program.session.mode is Mode.LIVE

        def confirm() -> None:
            typist.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
            asked.append(typist.ask(lambda: words_of(QApplication.activeModalWidget() or program.window)))
            typist.press(Key.Key_P, ALT)

        def script() -> None:
            declare_p0(typist, program)
            resolve(typist, program, leaves=False)
            typist.ask(lambda: compose(program).presenter.tick("customer_email", True))
            typist.until(lambda: program.jobs.busy == 0)
            typist.fill(
                whatHappenedEdit="Some payments failed.",
                impactToYouEdit="Some payments were late.",
                whatWeDidEdit="We went back to the version before.",
                preventionEdit="We add a check.",
            )
            typist.press(Key.Key_Return, CTRL)
            confirm()  # customers are mailed
            typist.until(lambda: not compose(program).is_composing)
            typist.until(lambda: all_final(program) and "customer_email" in sent(program))

        typist.perform(script)
        settle(qtbot, program)
        templates = sent(program)
        deliveries = program.session.services.record.deliveries()
    assert "3: Customer 0, Customer 1, Customer 2" in asked[0]
    # What the services have, against what the window says was sent.
    assert templates.count("customer_email") == 1
    markers = [one["delivery_id"] for one in live.slack.ledger.of("message")]
    posted = [one.id for one in deliveries if one.channel is Channel.SLACK and one.template is not None]
    assert sorted(markers) == sorted(posted), "every Slack message once"
    assert len(live.slack.ledger.of("channel")) == 1
    (incident,) = live.page.incidents.values()
    assert [one["status"] for one in incident["incident_updates"]] == [
        "resolved", "monitoring", "identified", "investigating",
    ]  # fmt: skip
    assert incident["status"] == "resolved"
    assert live.page.status_of("Payments") == "operational"
    assert templates.count("executive_notification") == 5
    assert sorted(live.smtp.readers()) == sorted(["pat@acme.example", "ceo@acme.example"] * 5)
    ids = [one["message_id"] for one in live.smtp.ledger.of("mail")]
    assert len(set(ids)) == len(ids), "no copy twice"
    assert sorted(to for mail in live.sendgrid.mails() for to in [mail["to"]]) == [
        f"c{number}@customer.example" for number in range(3)
    ]
    for secret in SECRETS:
        assert live.holds(secret) == []


def mail_round(services: Services) -> Publish:
    """An incident that is over, and the mail to its customers; stored, and not yet carried out."""
    now = services.clock.now()
    content = {
        "incident": payments_down(now - timedelta(minutes=70)),
        "phase": "investigating",
        "impact_ended_at": (now - timedelta(minutes=1)).isoformat(),
        "messages": ["customer_email"],
        "fields": CUSTOMER,
        "hold_s": 0,
    }
    published = services.publish(services.read_request(json.dumps(content).encode(), "test"), carry_out=False)
    assert published.publish is not None, published.findings
    return published.publish


def by_smtp(live: LiveHome, customers_count: int) -> None:
    live.connect_all(customers=customers_count)
    text = live.home.connections.read_text(encoding="utf-8")
    live.home.connections.write_text(
        text.replace('[customers]\nvia = "sendgrid"', '[customers]\nvia = "smtp"'), encoding="utf-8"
    )


@pytest.fixture
def page(
    live: LiveHome, sessions: Callable[..., Session], show: Callable[[QWidget], QWidget]
) -> Callable[[], tuple[Session, PublishPage]]:
    def make() -> tuple[Session, PublishPage]:
        session = sessions(Mode.LIVE)
        made = PublishPage(PublishPresenter(session))
        show(made)
        return session, made

    return make


def test_a_mail_to_many_shows_how_far_it_is_is_paused_and_goes_on(
    qtbot: QtBot, live: LiveHome, page: Callable[[], tuple[Session, PublishPage]]
) -> None:
    by_smtp(live, 30)
    gate = threading.Semaphore(10)
    live.smtp.at_data = lambda _: None if gate.acquire(timeout=20) else "451 too slow"
    session, made = page()
    presenter, strips = made._presenter, made.mails
    presenter.follow(mail_round(session.services))
    strip: Any = None

    def showing(words: str) -> bool:
        nonlocal strip
        strip = strips.findChild(QWidget, "mailStrip")
        session.second_passed.emit()
        return strip is not None and words in strip.title.text()

    soon(qtbot, lambda: showing("10 of 30 sent"))
    assert strips.isVisible()
    assert strip.bar.accessibleName() == strip.title.text()
    strip.button.click()
    soon(qtbot, lambda: showing("paused"))
    gate.release()  # the one that left at this very moment
    soon(qtbot, lambda: session.services.record.deliveries()[0].state is DeliveryState.WAITING)
    reached_before = len(live.smtp.readers())
    assert reached_before <= 11
    soon(qtbot, lambda: showing(f"paused, {reached_before} of 30 sent"))
    assert "until you go on" in strip.detail.text()
    (row,) = (made.table.rows.delivery(0),)
    assert "Paused" in made.table.rows.state_words(row)
    gate.release(30)
    strip.button.click()
    soon(qtbot, lambda: session.services.record.deliveries()[0].state is DeliveryState.SENT)
    soon(qtbot, lambda: not strips.isVisible())
    assert sorted(live.smtp.readers()) == sorted(f"c{number}@customer.example" for number in range(30))


def test_what_may_have_arrived_tells_what_the_look_up_said_and_is_sent_again_by_a_person_alone(
    qtbot: QtBot, live: LiveHome, page: Callable[[], tuple[Session, PublishPage]]
) -> None:
    by_smtp(live, 1)
    live.smtp.at_end = lambda _: "kept+close"
    session, made = page()
    made._presenter.follow(mail_round(session.services))
    rows = made.table.rows
    soon(qtbot, lambda: rows.rowCount() == 1 and rows.delivery(0).looked_up is not None)
    soon(qtbot, lambda: session.jobs.busy == 0)
    one = rows.delivery(0)
    assert one.state is DeliveryState.UNKNOWN
    assert "it can't be told whether it arrived" in rows.state_words(one)
    assert [choice.key for choice in rows.choices(one)][:3] == ["check_again", "send_again", "by_hand"]
    assert len(live.smtp.readers()) == 1, "nothing is sent again by itself"
    before = one.looked_up_at
    made.asking.deciding.do(one.id, "check_again")
    soon(qtbot, lambda: rows.delivery(0).looked_up_at != before)
    assert len(live.smtp.readers()) == 1
    live.smtp.at_end = lambda _: None
    made.asking.deciding.do(one.id, "send_again")
    soon(qtbot, lambda: rows.delivery(0).state is DeliveryState.SENT)
    first, second = (one["message_id"] for one in live.smtp.ledger.of("mail"))
    assert first == second, "the same mail, which a mail program shows once"


def test_one_service_that_refuses_holds_up_no_other_and_is_tried_when_a_person_wants(
    qtbot: QtBot, live: LiveHome, page: Callable[[], tuple[Session, PublishPage]]
) -> None:
    live.connect_all()
    live.sendgrid.fail("POST", "/v3/mail/send", refuses(401, {"errors": [{"message": "no"}]}))
    session, made = page()
    made._presenter.follow(mail_round(session.services))
    rows = made.table.rows
    soon(qtbot, lambda: rows.rowCount() == 1 and rows.delivery(0).state is DeliveryState.FAILED)
    assert "Not sent" in rows.state_words(rows.delivery(0))
    assert not [secret for secret in SECRETS if secret in rows.state_words(rows.delivery(0))]
    made.asking.deciding.do(rows.delivery(0).id, "send_again")
    soon(qtbot, lambda: rows.delivery(0).state is DeliveryState.SENT)
    assert len(live.sendgrid.mails()) == 3


def test_the_counts_of_a_question_come_from_memory_and_never_from_the_file(
    live: LiveHome, sessions: Callable[..., Session], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.connect_all(customers=50_000)
    threads: list[str] = []
    real = customers.read_customers

    def read(file: Path) -> Any:
        threads.append(threading.current_thread().name)
        return real(file)

    monkeypatch.setattr("composer.services.reach.read_customers", read)
    monkeypatch.setattr("composer.services.mail_lists.read_customers", read)
    session = sessions(Mode.LIVE)
    soon(qtbot, lambda: bool(session.services.reach) and session.jobs.busy == 0)
    asked = len(threads)
    assert reached(session.services, Channel.EMAIL, notify=True).startswith("50,000: Customer 0, Customer 1")
    assert reached(session.services, Channel.EXECUTIVE, notify=True) == "2: Pat, ceo@acme.example"
    assert reached(session.services, Channel.SLACK, notify=True) == UNCOUNTED
    assert reached(session.services, Channel.STATUS_PAGE, notify=True).endswith(
        "its subscribers are told (how many is not known)"
    )
    session.read_reach()
    soon(qtbot, lambda: session.jobs.busy == 0)
    assert len(threads) == asked, "a list that was not changed is not read again"
    assert threads
    assert threading.main_thread().name not in threads


def test_a_list_that_was_changed_is_read_again_and_a_wrong_one_is_told(
    live: LiveHome, sessions: Callable[..., Session], qtbot: QtBot
) -> None:
    live.connect_all(customers=2)
    session = sessions(Mode.LIVE)
    soon(qtbot, lambda: bool(session.services.reach))
    (live.home.root / "customers.csv").write_text("email,name\nnot an address,Kim\n", encoding="utf-8")
    session.read_reach()
    soon(qtbot, lambda: "can't be told" in reached(session.services, Channel.EMAIL, notify=True))
    found = ReachReader(live.home).read(session.services._connections)
    readers = next(one.readers for one in found if one.readers and one.readers.file)
    assert readers.trouble is not None
    assert "customers.csv line 2" in str(readers.trouble)


def test_the_pages_subscribers_and_the_channels_members_are_counted_as_check_last_said(
    live: LiveHome, sessions: Callable[..., Session], qtbot: QtBot
) -> None:
    from composer.services.connecting import Connecting

    live.connect_all()
    with Services(live.home, Mode.LIVE) as services:
        own = published(services, messages=["slack_declaration"]).incident_id
        assert own is not None
        incident = services.incident(own)
    (channel,) = live.slack.channels.values()
    channel.members = {f"U{number}" for number in range(40)}
    Connecting(live.home).checked("statuspage")
    Connecting(live.home).checked("slack")
    session = sessions(Mode.LIVE)
    soon(qtbot, lambda: bool(session.services.reach))
    (place,) = places(session.services, incident, Channel.SLACK, notify=False)
    assert place.reached.startswith("everyone in the channel: 41 members (counted ")
    words = reached(session.services, Channel.STATUS_PAGE, notify=True)
    assert words.startswith("everyone who reads it; its 1,234 subscribers are told (counted ")
    assert reached(session.services, Channel.STATUS_PAGE, notify=False).endswith("no subscriber is told")
    assert page_where(session.services) == "status.skillancer.com"
    with live.home.connections.open("a", encoding="utf-8") as file:
        file.write('[static_page]\nfolder = "page"\ntitle = "Status"\nurl = "https://mirror.acme.example"\n')
    session.read_reach(anew=True)
    soon(qtbot, lambda: page_where(session.services) == "status.skillancer.com, mirror.acme.example")
    incident = record_made.incident(severity="P0", slack_channel="#incident-x")
    page, mirror = places(session.services, incident, Channel.STATUS_PAGE, notify=True)
    assert page.where == "status.skillancer.com"
    assert "its 1,234 subscribers are told" in page.reached
    assert (mirror.where, "no subscribers" in mirror.reached) == ("mirror.acme.example", True)


def test_each_workspace_tells_whom_a_new_channel_invites(
    live: LiveHome, sessions: Callable[..., Session], qtbot: QtBot
) -> None:
    plan = assets.read_text("resources", "plan.toml")
    plan = plan.replace('slack = "@cto"\n', 'slack = "@cto"\nslack_id = "U024BE7LK"\n')
    (live.home.root / "plan.toml").write_text(plan, encoding="utf-8")
    live.connect_all()
    with live.home.connections.open("a", encoding="utf-8") as file:
        file.write(f'[slack.eu]\nbase_url = "{live.slack.url}/api"\ninvite = ["U024BE7LH"]\n')
    session = sessions(Mode.LIVE)
    soon(qtbot, lambda: bool(session.services.reach))
    incident = record_made.incident(severity="P0", slack_channel="#incident-x", creates_slack_channel=True)

    def told(**what: Any) -> list[tuple[str, str]]:
        asked = replace(incident, **{key: value for key, value in what.items() if key != "not_invited"})
        found = places(
            session.services, asked, Channel.SLACK, notify=False, not_invited=what.get("not_invited", ())
        )
        return [(one.where, one.reached) for one in found]

    # The plan's ids are those of the first workspace; each connection has its own beside them.
    eu = ("#incident-x (eu)", "a new channel; 1 is invited")
    assert told() == [("#incident-x", "a new channel; 3 are invited"), eu]
    assert told(not_invited=["CTO"]) == [("#incident-x", "a new channel; 2 are invited"), eu]
    assert {words for _, words in told(creates_slack_channel=False)} == {UNCOUNTED}
    assert [name for name, _ in told(slack_channel="C024BE7LH")] == ["C024BE7LH"]


def test_a_mail_is_tried_on_oneself_and_nobody_else_gets_it(qtbot: QtBot, live: LiveHome) -> None:
    by_smtp(live, 3)
    with Services(live.home, Mode.LIVE) as services:
        incident_id = mail_round(services).incident_id
        for one in services.record.deliveries():
            services.let_be(one.id)
    with desk(qtbot, live.home, incident_id, mode=Mode.LIVE) as made:
        if not made.view.is_composing:
            made.view.buttons.next.click()
            soon(qtbot, lambda: made.view.is_composing and made.view.presenter.draft is not None)
        presenter = made.view.presenter
        for name in ("what_happened", "impact_to_you", "what_we_did", "prevention"):
            presenter.set_field(name, "Some payments failed.")
        menu = QMenu(made.window)
        made.view.body.cards.more_wanted.emit("slack_update", menu)
        assert not [one for one in menu.actions() if "test" in one.text()], "only a mail is tried so"
        made.view.body.cards.more_wanted.emit("customer_email", menu)
        next(one for one in menu.actions() if "test" in one.text()).trigger()
        soon(qtbot, lambda: any("kim@acme.example" in "".join(one) for one in made.host.said))
        assert live.smtp.readers() == ["kim@acme.example"]
        assert "[TEST]" in live.smtp.ledger.of("mail")[0]["raw"]
        live.smtp.at_rcpt = lambda _: "550 5.1.1 nobody"
        next(one for one in menu.actions() if "test" in one.text()).trigger()
        soon(qtbot, lambda: any("was not sent" in one[0] for one in made.host.said))
        assert live.smtp.readers() == ["kim@acme.example"]


def test_live_is_left_only_when_asked_and_a_slow_mail_is_seen_through_meanwhile(
    qtbot: QtBot, live: LiveHome
) -> None:
    by_smtp(live, 3)
    with Services(live.home, Mode.LIVE) as services:
        mail_round(services)
    gate = threading.Event()
    live.smtp.at_data = lambda _: None if gate.wait(20) else "451 too slow"
    asked: list[str] = []
    with program_on(qtbot, live.home, settled=False) as program:
        told: list[str] = []
        program.errors.sentence.connect(lambda text, step: told.append(text))

        def states(mode: Mode) -> set[DeliveryState]:
            with Services(live.home, mode) as services:
                return {one.state for one in services.record.deliveries()}

        def leave(button: str) -> None:
            def answer() -> None:
                dialog = QApplication.activeModalWidget()
                if isinstance(dialog, LeaveDialog):
                    poll.stop()
                    asked.append(f"{dialog.accessibleDescription()} {words_of(dialog)}")
                    getattr(dialog, button).click()

            poll = QTimer(program, interval=20)
            poll.timeout.connect(answer)
            poll.start()
            program.switch_mode(Mode.PRACTICE)

        soon(qtbot, lambda: states(Mode.LIVE) == {DeliveryState.SENDING})
        leave("stay")
        assert program.session.mode is Mode.LIVE
        leave("leave")
        assert "Customer email: being sent" in asked[0]
        assert "What is being sent is seen through." in asked[0]
        soon(qtbot, lambda: program.session.is_open and program.session.mode is Mode.PRACTICE)
        published(program.session.services, carry_out=False)
        program.session.go_on()
        soon(qtbot, lambda: states(Mode.PRACTICE) == {DeliveryState.SENT})  # nothing waits for the other mode
        with Services(live.home, Mode.LIVE) as beside:
            beside.outbox.recover()  # what nobody is at any more would be freed
        assert states(Mode.LIVE) == {DeliveryState.SENDING}
        gate.set()
        soon(qtbot, lambda: states(Mode.LIVE) == {DeliveryState.SENT})
        idle(qtbot, program)
        assert program.session._left == [], "the core of LIVE is closed once its mail was sent"
        assert told == []
    assert sorted(live.smtp.readers()) == [f"c{number}@customer.example" for number in range(3)]


def test_a_round_goes_to_every_page_and_what_somebody_else_posted_on_one_is_shown_and_nothing_sent_there(
    qtbot: QtBot, live: LiveHome
) -> None:
    live.connect_all()
    with Statuspage(names=("API",)) as europe:
        with live.home.connections.open("a", encoding="utf-8") as file:
            file.write(f'\n[statuspage.eu]\nbase_url = "{europe.url}/v1"\npage_id = "{PAGE}"\n')
        live.ring.kept[SERVICE, f"statuspage.eu@{HERE}"] = API_KEY
        with Services(live.home, Mode.LIVE) as services:
            now = services.clock.now()
            incident = {
                "title": "Checkout payments failing", "severity": "P1", "detection": "Alert",
                "impact_started_at": (now - timedelta(minutes=9)).isoformat(),
                "incident_commander": "@kim", "technical_lead": "@lee",
                "components": {"Payments": "major_outage"},
            }  # fmt: skip
            fields = {
                "brief_description": "errors when paying",
                "customer_impact": "declined cards",
                "summary": "Payments fail",
                "impact": "500 users",
            }
            content = {
                "incident": incident, "phase": "investigating", "messages": ["slack_declaration", "status_investigating"],
                "fields": fields, "notify": True,
            }  # fmt: skip
            published = services.publish(services.read_request(json.dumps(content).encode(), "test"))
            assert published.incident_id is not None
        (there,) = live.page.incidents
        (mine,) = europe.incidents
        live.page.post(there, "identified", "We found a broken switch.")
        told = len(live.page.ledger.of("update"))
        with desk(qtbot, live.home, published.incident_id, hold_s=0, mode=Mode.LIVE) as made:
            if not made.view.is_composing:
                made.view.buttons.next.click()
                soon(qtbot, lambda: made.view.is_composing and made.view.presenter.draft is not None)
            made.fill_update()
            made.view.presenter.set_field("summary", "A deploy broke it.")
            # Known from what was read before, without asking the page.
            prepared = made.view.presenter.round
            assert prepared is not None
            told_now = [one.text for one in hints(prepared)]
            assert [
                one
                for one in told_now
                if one.startswith("The page statuspage.eu has no component “Payments”")
            ]
            assert not [one for one in told_now if one.startswith("The page statuspage has")]
            made.actions["incident.publish"].trigger()
            rows = made.view.body.page.table.rows
            soon(qtbot, lambda: bool(pages(rows)) and not any(one.state.is_under_way for one in pages(rows)))
            soon(qtbot, lambda: made.session.jobs.busy == 0)
            conflict, sent_ = sorted(pages(rows), key=lambda one: one.account)
            assert (conflict.account, sent_.account) == ("statuspage", "statuspage.eu")
            assert sent_.state is DeliveryState.SENT
            words = rows.state_words(conflict)
            assert words.startswith("✕ Not sent: Somebody else posted on the status page at ")
            assert "“We found a broken switch”" in words
            assert len(live.page.ledger.of("update")) == told, "nothing was sent there"
            assert [one["status"] for one in europe.ledger.of("update")] == ["investigating", "identified"]
            assert [one["status"] for one in europe.incidents[mine]["incident_updates"]] == [
                "identified",
                "investigating",
            ]
            # Who has looked at the page may send it all the same, once.
            made.view.body.page.asking.deciding.do(conflict.id, "send_again")
            soon(
                qtbot, lambda: made.session.services.record.delivery(conflict.id).state is DeliveryState.SENT
            )
            assert len(live.page.ledger.of("update")) == told + 1
            markers = [one["delivery_id"] for each in (live.page, europe) for one in each.ledger.of("update")]
            ours = [one for one in markers if one]
            assert len(set(ours)) == len(ours) == 4, "every update once"


def pages(rows: DeliveriesModel) -> list[Delivery]:
    """The rows of status pages."""
    every = [rows.delivery(row) for row in range(rows.rowCount())]
    return [one for one in every if one.channel is Channel.STATUS_PAGE]
