"""An older copy of the live record that is put back sends nothing again (fault 27): whatever was on its way in it asks a person, and what the services have stays as it is."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from composer import paths
from composer.domain.delivery import Delivery, DeliveryState, Paused, RecipientState, Resumed
from composer.domain.incident import EventKind
from composer.paths import HomePaths, Mode
from composer.publishing.destinations import sendgrid as sendgrid_module
from composer.publishing.destinations import smtp_mail
from composer.record.high_water import HighWater
from composer.record.record import Record
from composer.services.core import Published, Services
from tests.cli.command import in_process
from tests.kill.live_rounds import publish_file
from tests.publishing.ledgers import WallClock
from tests.ui.live_home import LiveHome, live_home
from tests.vendors.server import refuses

S = DeliveryState
ROUND = ("slack", "statuspage", "smtp", "sendgrid", "pagerduty")
CUSTOMERS = 7


@dataclass
class Desk:
    """A live home, and copies of its record."""

    live: LiveHome
    folder: Path
    channel: str = field(init=False)

    def __post_init__(self) -> None:
        self.live.connect_all(customers=CUSTOMERS)
        self.channel = self.live.slack.channel("incidents").id

    @property
    def home(self) -> HomePaths:
        return self.live.home

    def open(self, home: HomePaths | None = None, **more: Any) -> Services:
        """The core, as a new process has it; nothing in it waits in real time."""
        return Services(home or self.home, Mode.LIVE, clock=WallClock(datetime.now(UTC)), **more)

    def publish(self, services: Services, *vendors: str, hold_s: float = 0) -> Published:
        """A round is stored, and nothing of it has left."""
        file = publish_file(self.folder, *vendors)
        text = file.read_text().replace('"severity"', f'"slack_channel": "{self.channel}", "severity"')
        request = services.read_request(text.encode(), "a test")
        stored = services.publish(replace(request, hold_s=hold_s), carry_out=False)
        assert stored.publish is not None, stored.findings
        return stored

    def copy(self, services: Services) -> Path:
        """A copy of the record as it is now."""
        copy = self.folder / f"backup-{len(list(self.folder.glob('backup-*')))}.db"
        services.record.back_up(copy)
        return copy

    def put_back(self, copy: Path, home: HomePaths | None = None) -> None:
        """The copy in the place of the record, as a person does it."""
        record = (home or self.home).record(Mode.LIVE)
        for name in (f"{record}-wal", f"{record}-shm"):
            Path(name).unlink(missing_ok=True)
        shutil.copy(copy, record)

    def arrived(self) -> list[list[dict[str, Any]]]:
        """Everything that every service has accepted."""
        live = self.live
        return [
            list(one.ledger.entries)
            for one in (live.slack, live.page, live.sendgrid, live.smtp, live.pagerduty)
        ]

    def copies(self) -> Counter[str]:
        """How often each copy of a mail arrived."""
        by_smtp = [one["message_id"] for one in self.live.smtp.ledger.of("mail")]
        return Counter([*by_smtp, *(one["headers"]["Message-ID"] for one in self.live.sendgrid.mails())])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with live_home(tmp_path, monkeypatch) as made:
        yield Desk(made, tmp_path)


def copied_while(desk: Desk, state: DeliveryState) -> Path:
    """A whole round is sent; the copy of the record was made while each of its deliveries was in that state."""
    copies: list[Path] = []
    all_claimed = threading.Barrier(len(ROUND), lambda: copies.append(desk.copy(services)), timeout=20)
    seen: set[str] = set()

    def moved(one: Delivery) -> None:
        if state is S.SENDING and one.state is S.SENDING and one.id not in seen:
            seen.add(one.id)
            all_claimed.wait()

    live = desk.live
    if state is S.WAITING:
        pause = refuses(429, {}, Retry_After="30")
        live.slack.fail("POST", "chat.postMessage", pause)
        live.page.fail("POST", "/incidents$", pause)
        live.sendgrid.fail("POST", "/mail/send", pause)
        live.pagerduty.fail("POST", "status_updates", pause)
        live.smtp.at_rcpt = lambda address: "450 later"
    with desk.open(on_change=moved) as services:
        stored = desk.publish(services, *ROUND, hold_s=60 if state is S.HELD else 0).publish
        assert stored is not None
        if state is S.WAITING:
            services.carry_out(stored, patience_s=0)
            live.smtp.at_rcpt = lambda address: None
        if state is not S.SENDING:
            assert {one.state for one in services.record.deliveries()} == {state}
            copies.append(desk.copy(services))
        services.carry_out(stored, patience_s=100)
        assert {one.state for one in services.record.deliveries()} == {S.SENT}
    return copies[0]


def all_of_the_round(desk: Desk) -> None:
    """Each message of the round has arrived, and each copy of a mail once."""
    assert [len(desk.live.slack.ledger.of("message")), len(desk.live.page.ledger.of("update"))] == [1, 1]
    assert len(desk.live.pagerduty.ledger.of("status_update")) == 1
    assert desk.copies().total() == len(desk.copies()) == CUSTOMERS + 2


@pytest.mark.parametrize("state", [S.HELD, S.QUEUED, S.SENDING, S.WAITING])
def test_nothing_of_a_copy_that_is_put_back_leaves_again(desk: Desk, state: DeliveryState) -> None:
    copy = copied_while(desk, state)
    all_of_the_round(desk)
    before = desk.arrived()
    desk.put_back(copy)
    with desk.open() as services:
        older = services.older_copy()
        assert older is not None
        assert older.asking == len(ROUND)
        services.resume(patience_s=100)
        services.resume(patience_s=100)  # nor when it is opened a second time
        states = {one.template: one.state for one in services.record.deliveries()}
        (incident,) = services.record.incidents()
        told = [one.text for one in services.record.events(incident.id) if one.kind is EventKind.DELIVERY]
    assert desk.arrived() == before
    # Who can prove that it arrived has done so; the others ask.
    assert states == {
        "slack_declaration": S.SENT,
        "status_investigating": S.SENT,
        "customer_email": S.SENT,
        "executive_notification": S.UNKNOWN,
        "pagerduty_status_update": S.UNKNOWN,
    }
    assert any("older copy of itself" in one and "5 messages" in one for one in told)
    with desk.open() as services:  # it is said until each is decided, and no longer
        older = services.older_copy()
        assert older is not None
        assert older.asking == 2
        assert older.incident_id == incident.id
        for one in services.record.of_older_copy():
            services.let_be(one.id)
        assert services.older_copy() is None


def test_a_person_may_have_it_sent_all_the_same(desk: Desk) -> None:
    """Nothing left after this copy, but for what it does not tell of: the program can't know that, and the person can."""
    with desk.open() as services:
        desk.publish(services, "slack", "smtp")
        copy = desk.copy(services)
        services.record.count_departure()  # something left after it
    desk.put_back(copy)
    with desk.open() as services:
        services.resume()
        assert desk.arrived()[0] == desk.arrived()[3] == []
        for one in services.record.deliveries():
            assert one.state is S.UNKNOWN
            services.send_again(one.id)
        services.resume()
        assert {one.state for one in services.record.deliveries()} == {S.SENT}
    assert len(desk.live.slack.ledger.of("message")) == 1
    assert desk.copies().total() == 2


def test_a_paused_mail_of_an_older_copy_mails_nobody_twice(desk: Desk) -> None:
    with desk.open() as services:
        (mail,) = desk.publish(services, "sendgrid").deliveries
        services.record.apply(mail.id, Paused(services.clock.now()))
        copy = desk.copy(services)
        services.record.apply(mail.id, Resumed(services.clock.now()))
        services.resume()
    assert len(desk.live.sendgrid.mails()) == CUSTOMERS
    desk.live.sendgrid.ledger.entries, sent = [], desk.live.sendgrid.ledger.entries  # its log shows nothing
    desk.put_back(copy)
    with desk.open() as services:
        services.resume()
        (mail,) = services.record.deliveries()
        people = services.record.recipients(mail.id)
    assert desk.live.sendgrid.mails() == []
    assert sent
    assert mail.state is S.UNKNOWN
    assert {one.state for one in people} == {RecipientState.UNKNOWN}


def copies_at_every_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, vendor: str
) -> tuple[list[Path], list[Path]]:
    """A mail to many is sent, and the record copied before and after what is stored of each reader; and the files beside the record, as they are in the end."""
    copies: list[Path] = []
    right = Record.set_recipients
    with desk.open() as services:

        def copied(self: Record, *arguments: Any, **more: Any) -> None:
            right(self, *arguments, **more)
            copies.append(desk.copy(services))

        stored = desk.publish(services, vendor).publish
        assert stored is not None
        copies.append(desk.copy(services))
        with monkeypatch.context() as patch:
            patch.setattr(Record, "set_recipients", copied)
            services.carry_out(stored)
    first, beyond = desk.folder / "kept-first", desk.folder / "kept-beyond"
    first.mkdir()
    for file in desk.home.root.glob("record.high-water*"):
        shutil.copy(file, first)
    shutil.copytree(paths.beyond_homes(), beyond)
    return copies, [first, beyond]


@pytest.mark.parametrize("vendor", ["smtp", "sendgrid"])
def test_copied_in_the_midst_of_a_mail_to_many_nobody_is_mailed_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, vendor: str
) -> None:
    """The copies of which nothing more left are no older ones: they go on as after a kill."""
    monkeypatch.setattr(smtp_mail, "NEXT", 3)
    monkeypatch.setattr(sendgrid_module.Sendgrid.__init__, "__kwdefaults__", {"batch": 3})
    executives = ", ".join(f'"e{number}@acme.example"' for number in range(5))
    content = desk.home.connections.read_text()
    desk.home.connections.write_text(
        content.replace('"Pat <pat@acme.example>", "ceo@acme.example"', executives)
    )
    copies, (first, beyond) = copies_at_every_step(desk, monkeypatch, vendor)
    whole = desk.copies()
    assert set(whole.values()) == {1}
    assert len(whole) == (5 if vendor == "smtp" else CUSTOMERS)
    assert len(copies) > 6
    older = 0
    for copy in copies:
        desk.put_back(copy)
        shutil.copytree(first, desk.home.root, dirs_exist_ok=True)
        shutil.copytree(beyond, paths.beyond_homes(), dirs_exist_ok=True)
        with desk.open() as services:
            older += services.older_copy() is not None
            services.resume()
        assert desk.copies() == whole, f"after the copy {copies.index(copy)}"
    assert older >= len(copies) - 3, "only of the last few nothing more had left"


# --- where it is put back -----------------------------------------------------------------------------------------


def sent_after_a_copy(desk: Desk, copy: Callable[[Services], Any]) -> Any:
    """A Slack post leaves after something was copied."""
    with desk.open() as services:
        desk.publish(services, "slack")
        made = copy(services)
        services.resume()
    assert len(desk.live.slack.ledger.of("message")) == 1
    return made


def asks(desk: Desk, home: HomePaths) -> bool:
    """Whether the home's record is known for an older copy; in no case is anything posted a second time."""
    desk.live.slack.fail(
        "GET", r"conversations\.history", *[refuses(503) for _ in range(9)]
    )  # nothing is found
    with desk.open(home) as services:
        found = services.older_copy()
        services.resume()
        states = {one.state for one in services.record.deliveries()}
    assert len(desk.live.slack.ledger.of("message")) == 1
    assert states == {S.UNKNOWN if found else S.SENT}
    return found is not None


def test_the_whole_home_put_back(desk: Desk) -> None:
    whole = desk.folder / "whole-home"
    sent_after_a_copy(desk, lambda services: shutil.copytree(desk.home.root, whole))
    shutil.rmtree(desk.home.root)
    shutil.move(whole, desk.home.root)
    assert asks(desk, desk.home)


def test_the_record_alone_in_another_home(desk: Desk) -> None:
    copy = sent_after_a_copy(desk, desk.copy)
    other = HomePaths(desk.folder / "other")
    other.root.mkdir()
    shutil.copy(desk.home.connections, other.connections)
    desk.put_back(copy, other)
    assert asks(desk, other)


def test_in_the_place_of_another_record(desk: Desk) -> None:
    copy = sent_after_a_copy(desk, desk.copy)
    other = HomePaths(desk.folder / "other")
    other.root.mkdir()
    shutil.copy(desk.home.connections, other.connections)
    desk.open(other).close()
    desk.put_back(copy, other)
    assert asks(desk, other)


def test_the_whole_home_on_another_computer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    other = HomePaths(desk.folder / "other")

    def copied(services: Services) -> None:
        services.record.count_departure()
        shutil.copytree(desk.home.root, other.root)

    sent_after_a_copy(desk, copied)
    monkeypatch.setenv("XDG_STATE_HOME", str(desk.folder / "another-state"))
    assert asks(desk, other)


def test_a_home_that_was_moved_is_no_copy(desk: Desk) -> None:
    sent_after_a_copy(desk, lambda services: None)
    moved = HomePaths(desk.folder / "moved")
    shutil.move(desk.home.root, moved.root)
    assert not asks(desk, moved)
    assert not asks(desk, moved)


def test_a_copy_that_was_put_back_is_no_longer_one(desk: Desk) -> None:
    """It goes on as a record of its own, and is known when an older copy of it, or of the one before, is put back."""
    oldest = sent_after_a_copy(desk, desk.copy)
    with desk.open() as services:
        latest = desk.copy(services)
    desk.put_back(oldest)
    assert asks(desk, desk.home)
    with desk.open() as services:
        for one in services.record.of_older_copy():
            services.let_be(one.id)
        again = desk.copy(services)
        services.record.count_departure()
        assert services.older_copy() is None
    desk.put_back(again)
    with desk.open() as services:
        assert services.older_copy() is not None
    desk.put_back(latest)
    with desk.open() as services:
        assert services.older_copy() is not None


def test_where_nothing_can_be_told_beyond_the_home_the_home_alone_must_do(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands = desk.folder / "a-file"
    stands.write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(stands))
    copy = sent_after_a_copy(desk, desk.copy)
    with desk.open() as services:
        assert services.older_copy() is None
    desk.put_back(copy)
    assert asks(desk, desk.home)


# --- how it is said -----------------------------------------------------------------------------------------------


def test_the_command_line_says_it_until_each_is_decided(desk: Desk) -> None:
    with desk.open() as services:
        desk.publish(services, "slack", "smtp")
        copy = desk.copy(services)
        services.record.count_departure()
    desk.put_back(copy)
    run = partial(in_process, "--home", str(desk.home.root))
    answer = run("verify", "--live")
    assert answer.status == 3
    assert "record.db: The record is an older copy of itself" in answer.out
    assert "2 messages may have been sent" in answer.out
    answer = run("deliveries", "--live", "--json")
    assert answer.status == 3
    assert [one["state"] for one in answer.json["deliveries"]] == ["unknown", "unknown"]
    (line,) = answer.err.splitlines()
    assert line.startswith(
        "incident-composer: The record is an older copy of itself: what happened since is missing in it, and 2"
    )
    assert line.endswith("with: incident-composer deliveries --live --resume")
    for one in answer.json["deliveries"]:
        run("deliveries", "--live", "--let-be", one["id"])
    answer = run("deliveries", "--live")
    assert (answer.status, answer.err) == (0, "")
    assert run("verify", "--live").status == 0


def test_where_nothing_asks_it_is_said_once(desk: Desk) -> None:
    copy = desk.folder / "before.db"
    with desk.open() as services:
        stored = desk.publish(services, "slack")
        services.resume()
        services.record.back_up(copy)
        services.record.count_departure()
        assert stored.publish is not None
        assert [
            one.text for one in services.record.events(stored.publish.incident_id) if "older" in one.text
        ] == []
    desk.put_back(copy)
    run = partial(in_process, "--home", str(desk.home.root))
    answer = run("history", "payments", "--live")
    assert "what happened since is missing in it. List what runs at the services with" in answer.err
    assert run("history", "payments", "--live").err == ""
    assert run("verify", "--live").status == 0
    with desk.open() as services:
        (incident,) = services.record.incidents()
        events = [one.text for one in services.record.events(incident.id) if "older copy" in one.text]
    assert events == ["The record is an older copy of itself: what happened since is missing in it."]


def test_a_text_that_was_still_to_be_replaced_stays_as_it_is(desk: Desk) -> None:
    """It may have been replaced since, and by another one after that."""
    with desk.open() as services:
        stored = desk.publish(services, "slack", "statuspage")
        declaration = next(one for one in stored.deliveries if one.amend is not None)
        desk.live.slack.fail("POST", r"chat\.update", *[refuses(503) for _ in range(30)])
        services.resume(patience_s=0)
        copy = desk.copy(services)
        services.record.count_departure()
    changes = len(desk.live.slack.ledger.of("update"))
    desk.live.slack.forget_faults()
    desk.put_back(copy)
    with desk.open() as services:
        services.resume(patience_s=100)
        assert services.record.due_amends() == ()
        assert services.record.delivery(declaration.id).state is S.SENT
    assert len(desk.live.slack.ledger.of("update")) == changes == 0


# --- what would be the bug ----------------------------------------------------------------------------------------


def test_a_file_that_does_not_keep_up_is_caught_here(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the tests above are known to see it: where it is not told how far the record has come, everything leaves twice."""
    monkeypatch.setattr(HighWater, "tell", lambda self, reached, *, soon=False: None)
    copy = copied_while(desk, S.QUEUED)
    desk.put_back(copy)
    with desk.open() as services:
        services.resume()
    with pytest.raises(AssertionError):
        all_of_the_round(desk)
    assert len(desk.live.slack.ledger.of("message")) == 2
