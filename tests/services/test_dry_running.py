"""A dry run shows what then leaves, byte for byte, for each destination and each kind of delivery; and nothing leaves, and nothing is written."""

from __future__ import annotations

import hashlib
import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import pytest

from composer import files
from composer.connections.credentials import CredentialError, Credentials
from composer.domain.delivery import Delivery, DeliveryState
from composer.domain.departure import Departure, Leaving
from composer.domain.plan import ComponentStatus
from composer.domain.sayings import Code, Said
from composer.paths import Mode
from composer.publishing.destinations import slack as slack_module
from composer.publishing.destinations import statuspage as statuspage_module
from composer.publishing.wall import Wall
from composer.services.after_the_fact import backfill, publish_postmortem
from composer.services.core import Services
from composer.services.correcting import rewrite
from composer.services.dry_running import DryRun, dry_run, would_leave
from composer.services.paging import note, page
from composer.services.putting_right import Wrong, put_right, would_put_right
from tests.connections.memory_ring import MemoryRing
from tests.services.asking import NOW, ask, new, open_services
from tests.vendors import pagerduty, sendgrid
from tests.vendors.pagerduty import PagerDuty
from tests.vendors.sendgrid import Sendgrid
from tests.vendors.server import Seen, Vendor
from tests.vendors.slack import TOKEN, Slack
from tests.vendors.smtp import PASSWORD, SmtpServer
from tests.vendors.statuspage import API_KEY, PAGE, Statuspage

WEBHOOK = "/services/T000/B000/canaryWebhookSecret"
MAIL = dict.fromkeys(("what_happened", "impact_to_you", "what_we_did", "prevention"), "Words.")
SECRETS = (TOKEN, API_KEY, sendgrid.API_KEY, pagerduty.API_KEY, PASSWORD, WEBHOOK, "canary-proxy-password")
ALL = (
    "slack_declaration", "status_investigating", "executive_notification", "pagerduty_status_update",
    "customer_email", "support_macro",
)  # fmt: skip
_PLAN_IDS = 'slack = "@cto"\n', 'slack = "@cto"\nslack_id = "U024BE7LH"\npagerduty_id = "U1"\n'

_watched: list[str] | None = None
_WRITES = {
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.truncate",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Notes whatever would be seen of this process from outside: sockets, and files that are written."""
    if _watched is None:
        return
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind") or event in _WRITES:
        _watched.append(f"{event} {arguments}")
    if (
        event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3103
    ):  # write, create, append, cut
        _watched.append(f"{event} {arguments[0]}")


sys.addaudithook(_watch)


@contextmanager
def nothing_happens(root: Path) -> Iterator[None]:
    """Fails where a socket is used or a file written in here, or where anything in that folder is another afterwards."""
    global _watched
    before = _content(root)
    _watched = []
    try:
        yield
        # SQLite keeps an index of its log in memory that it shares as a file; the record itself is compared below.
        done = [one for one in _watched if "record.db" not in one]
        assert done == []
    finally:
        _watched = None
    assert _content(root) == before


def _content(root: Path) -> dict[str, str]:
    return {
        str(one): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in root.rglob("*")
        if one.is_file() and one.stat().st_size and not one.name.endswith("-shm")
    }


@dataclass
class There:
    """Every service, and the home that is connected to them."""

    slack: Slack
    page: Statuspage
    grid: Sendgrid
    duty: PagerDuty
    smtp: SmtpServer
    hook: Vendor
    home: Path
    ring: MemoryRing

    def vendors(self) -> tuple[Vendor, ...]:
        return self.slack, self.page, self.grid, self.duty, self.hook

    def forget(self) -> None:
        """From now on."""
        for one in self.vendors():
            one.seen.clear()
        self.smtp.heard.clear()


class _Hook(Vendor):
    def handle(self, request: Seen) -> Any:
        from tests.vendors.server import Answer

        return Answer(200, b"ok")


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[There]:
    monkeypatch.setattr(slack_module, "SETTLE_S", 0)
    monkeypatch.setattr(statuspage_module, "SETTLE_S", 0)
    home = tmp_path / "home"
    home.mkdir()
    with ExitStack() as open_ones:
        slack, duty = open_ones.enter_context(Slack()), open_ones.enter_context(PagerDuty())
        page = open_ones.enter_context(Statuspage(names=("API", "Payments", "Search", "Notifications")))
        grid, hook = open_ones.enter_context(Sendgrid()), open_ones.enter_context(_Hook())
        smtp = open_ones.enter_context(SmtpServer(auth=True))
        (home / "connections.toml").write_text(
            f'[slack]\nbase_url = "{slack.url}/api"\ninvite = ["U024BE7LK"]\n'
            f'\n[slack.hook]\nvia = "webhook"\nbase_url = "{hook.url}"\n'
            f'\n[statuspage]\nbase_url = "{page.url}/v1"\npage_id = "{PAGE}"\n'
            f'\n[sendgrid]\nbase_url = "{grid.url}/v3"\nfrom = "Support <support@example.com>"\n'
            f'\n[pagerduty]\nbase_url = "{duty.url}"\nfrom = "{pagerduty.USER}"\n'
            f'\n[smtp]\nhost = "127.0.0.1"\nport = {smtp.port}\nsecurity = "none"\nusername = "mailer"\n'
            'from = "Support <support@example.com>"\n'
            '\n[executives]\nto = ["CEO <ceo@example.com>", "cto@example.com"]\nslack_channel = "#executives"\n'
            '\n[customers]\nfile = "customers.csv"\n'
            '\n[static_page]\nfolder = "site"\n',
            encoding="utf-8",
        )
        (home / "customers.csv").write_text(
            "email,name\n" + "".join(f"c{n}@example.com,Customer {n}\n" for n in range(3)), encoding="utf-8"
        )
        from composer import assets

        plan = assets.read_text("resources", "plan.toml").replace(*_PLAN_IDS)
        (home / "plan.toml").write_text(plan, encoding="utf-8")
        slack.channel("executives")
        ring = MemoryRing()
        for user, secret in (
            ("slack", TOKEN), ("slack.hook", hook.url + WEBHOOK), ("statuspage", API_KEY),
            ("sendgrid", sendgrid.API_KEY), ("pagerduty", pagerduty.API_KEY), ("smtp", PASSWORD),
        ):  # fmt: skip
            ring.kept["incident-composer", f"{user}@127.0.0.1"] = secret
        yield There(slack, page, grid, duty, smtp, hook, home, ring)


@contextmanager
def opened(there: There, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The core, live, whose ids are counted: with `again` from the same one."""
    from composer.clock import SimulatedClock

    clock = SimulatedClock(NOW)
    for one in there.vendors():
        one.now = clock.now
    with open_services(
        there.home.parent, Mode.LIVE, clock=clock, credentials=Credentials(lambda: there.ring)
    ) as made:
        yield made


_numbers = itertools.count()


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids are random else; a dry run and the publish after it begin at the same one here."""
    global _numbers
    _numbers = itertools.count(10**9)
    monkeypatch.setattr(Services, "new_id", lambda self, kind, now: f"{kind}-20261123-{next(_numbers):012x}")


@contextmanager
def the_same_ids() -> Iterator[None]:
    """What makes ids after this makes those that are made in here."""
    global _numbers
    first = next(_numbers)
    _numbers = itertools.count(first)
    yield
    _numbers = itertools.count(first)


def dry(services: Services, request: Any) -> DryRun:
    with the_same_ids(), nothing_happens(services.home.root):
        return dry_run(services, request)


def assert_the_same(there: There, leaving: Sequence[Leaving]) -> None:
    """What was shown is what came in at each service: method, address, headers but the secret ones, and the body's bytes."""
    known: dict[str, str] = {}
    by_account: dict[str, list[Departure]] = {}
    for each_one in leaving:
        assert not each_one.trouble, each_one.trouble
        by_account.setdefault(each_one.delivery.account, []).extend(each_one.departures)
    vendors = {
        "slack": there.slack, "statuspage": there.page, "sendgrid": there.grid, "pagerduty": there.duty,
        "slack.hook": there.hook,
    }  # fmt: skip
    for account, vendor in vendors.items():
        shown, came = list(by_account.get(account, ())), list(vendor.seen)
        # Lanes run side by side. The longest first: whose words are like no other's teach the ids by which the rest is known.
        for one in sorted(came, key=lambda each: -len(each.body)):
            mine = next((each for each in shown if _same(each, one, known)), None)
            assert mine is not None, (account, one, [each.text for each in shown])
            shown.remove(mine)
        assert [each.text for each in shown if not each.only_if] == [], account
    said = b"".join(
        _wire(one.head).encode() + one.body for one in by_account.get("smtp", ()) if one.method == "MAIL"
    )
    heard = b"".join(re.sub(rb"PLAIN .*\r", b"PLAIN [secret]\r", one) for one in there.smtp.heard)
    assert said == heard.removesuffix(b"QUIT\r\n").removesuffix(b"quit\r\n")


def _wire(head: str) -> str:
    return head.replace("\n", "\r\n") + "\r\n"


def _same(shown: Departure, came: Seen, known: dict[str, str]) -> bool:
    """Whether they are one request. What only the service knew is learned where it stands for the first time."""
    first, *lines = shown.head.splitlines()
    method, _, address = first.partition(" ")
    hidden = address == "[secret]"
    parts = urlsplit(re.sub("«[^»]*»", lambda found: quote(found[0], safe=""), address))
    if method != came.method:
        return False
    headers = dict(line.split(": ", 1) for line in lines)
    mine = {name.lower(): value for name, value in headers.items()}
    real = dict(came.headers)
    for one in ("authorization", *(["host"] if hidden else [])):
        mine[one] = real[one] = mine.get(one, real.get(one, ""))
    mine.pop("content-length", None), real.pop("content-length", None)  # placeholders are of another length
    learned = dict(known)
    same = (
        mine == real
        and (hidden or _fits(unquote(parts.path), unquote(came.path), learned))
        and sorted(_query(parts.query)) == sorted(came.query)
        and all(_fits(value, came.query[name], learned) for name, value in _query(parts.query).items())
        and _fits(shown.body.decode(), came.body.decode(), learned)
    )
    if same:
        known.update(learned)
    return same


def _query(text: str) -> dict[str, str]:
    return dict(parse_qsl(text))


def _fits(shown: str, real: str, known: dict[str, str]) -> bool:
    pieces = re.split("(«[^»]*»)", shown)
    pattern, names = "", []
    for piece in pieces:
        if piece.startswith("«"):
            pattern += re.escape(known[piece]) if piece in known else r'([^"/,\s]+)'
            names += [] if piece in known else [piece]
        else:
            pattern += re.escape(piece)
    found = re.fullmatch(pattern, real, re.DOTALL)
    if found is None:
        return False
    for name, value in zip(names, found.groups(), strict=True):
        if known.setdefault(name, value) != value:
            return False
    return True


def everything(**more: Any) -> Any:
    usual = {"impact_ended_at": NOW - timedelta(minutes=5), "messages": ALL, "values": MAIL, "notify": True}
    return ask(
        new(impact_started_at=NOW - timedelta(minutes=70), pagerduty_incident="PABC123"), **{**usual, **more}
    )


def test_a_declaration_on_every_channel_leaves_as_it_was_shown(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(there, monkeypatch) as services:
        shown = dry(services, everything())
        assert all(not one.seen for one in there.vendors())
        assert (there.smtp.connections, services.record.incidents(), shown.lacking) == (0, (), ())
        methods = [one.address.rpartition("/")[2] for _, one in shown.departures if "/api/" in one.address]
        assert [one for one in methods if one.startswith(("conv", "chat.p", "chat.u", "pins"))][:6] == [
            "conversations.create", "conversations.setTopic", "conversations.setPurpose",
            "conversations.invite", "chat.postMessage", "pins.add",
        ]  # fmt: skip
        assert shown.departures[-1][1].address.endswith("chat.update")  # the page is up by then
        published = services.publish(everything())
        assert {one.state for one in published.deliveries} == {DeliveryState.SENT, DeliveryState.BY_HAND}
        assert_the_same(there, shown.leaving)
        site = [one for _, one in shown.departures if one.method == "WRITE"]
        assert len(site) > 5
        for one in site:  # the order of storing is known once it is stored
            assert _fits_file(one, Path(one.address).read_bytes()), one.address
        text = "".join(one.text + one.address for _, one in shown.departures)
        assert not [secret for secret in SECRETS if secret in text or secret.rpartition("/")[2] in text]
        assert text.count("[secret]") > 10


def _fits_file(shown: Departure, real: bytes) -> bool:
    numbered = re.compile(rb'"sequence":\d+')
    return numbered.sub(b"", shown.body) == numbered.sub(b"", real)


def test_what_follows_leaves_as_it_was_shown(there: There, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update, a resolution, what is put on the page afterwards, a note and a call for help, corrections and words in place."""
    with opened(there, monkeypatch) as services:
        first = services.publish(everything())
        own = first.incident_id
        assert own is not None
        clock: Any = services.clock
        clock.advance(timedelta(minutes=1))
        rounds = [
            ask(own, "identified", messages=("slack_update", "status_identified", "executive_notification",
                "pagerduty_status_update"), notify=False),
            ask(own, "resolved", messages=("slack_resolved", "status_resolved"), notify=True,
                impact_ended_at=NOW - timedelta(minutes=5),
                components={"payments": ComponentStatus.OPERATIONAL, "api": ComponentStatus.OPERATIONAL}),
        ]  # fmt: skip
        for request in rounds:
            there.forget()
            clock.advance(timedelta(minutes=1))
            shown = dry(services, request)
            published = services.publish(request)
            assert {one.state for one in published.deliveries} == {DeliveryState.SENT}, published
            assert_the_same(there, shown.leaving)
        for store in (
            lambda: publish_postmortem(services, own, "What happened, for customers.", notify=True),
            lambda: note(services, own, "Rolled back"),
            lambda: page(services, own, [next(_who(services))], "Help with Stripe"),
        ):
            there.forget()
            stored = store()
            assert_stored_leaves_as_shown(there, services, stored)
        sent = {one.template: one for one in services.record.deliveries(publish_id=first.publish.id)}  # type: ignore[union-attr]
        wrong = Wrong(
            tuple(sent[name].id for name in ("slack_declaration", "status_investigating", "customer_email")),
            {"correction": "The cards, not the wallets.", "public_correction": "Only cards are affected."},
            "The wallets work",
            hold_s=0,
        )
        there.forget()
        with the_same_ids(), nothing_happens(services.home.root):
            leaving = would_put_right(services, wrong)
        right = put_right(services, wrong)
        assert right.published.publish is not None, right.published.findings
        services.resume()
        assert_the_same(there, leaving)
        assert any("customer" in one.delivery.destination for one in leaving)
        there.forget()
        text = next(
            one for one in services.record.messages(incident_id=own) if one.template == "status_identified"
        )
        mine = next(
            one
            for one in services.record.deliveries(incident_id=own)
            if one.message_id == text.id and one.account == "statuspage"
        )
        with nothing_happens(services.home.root):
            words = {mine.id: text.text + " We are sorry."}
            only = would_put_right(
                services, Wrong((mine.id,), {}, "Said too little", in_place=words, labelled=False)
            )
        changed = rewrite(services, mine.id, text.text + " We are sorry.", "Said too little")
        assert_stored_leaves_as_shown(there, services, [changed], amended=[changed.id])
        assert_the_same(there, only)


def test_what_is_put_on_a_page_afterwards_leaves_as_it_was_shown(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(there, monkeypatch) as services:
        first = services.publish(everything(messages=("slack_declaration",)))
        own = first.incident_id
        assert own is not None
        over = ask(
            own, "resolved", messages=("slack_resolved",), impact_ended_at=NOW - timedelta(minutes=5),
            components={"payments": ComponentStatus.OPERATIONAL, "api": ComponentStatus.OPERATIONAL},
        )  # fmt: skip
        assert services.publish(over).publish is not None
        there.forget()
        with the_same_ids(), nothing_happens(services.home.root):
            shown = backfill(services, own, "Payments failed for a while.", store=False)
            leaving = would_leave(services, shown, {})
        assert_stored_leaves_as_shown(
            there, services, backfill(services, own, "Payments failed for a while.")
        )
        assert_the_same(there, leaving)


def _who(services: Services) -> Iterator[str]:
    from composer.services.paging import responders

    yield from (one.key for one in responders(services))


def assert_stored_leaves_as_shown(
    there: There, services: Services, stored: Sequence[Delivery], *, amended: Sequence[str] = ()
) -> None:
    people = {one.id: services.record.recipients(one.id) for one in stored}
    with nothing_happens(services.home.root):
        leaving = would_leave(services, stored, people, amended=amended)
    assert sum(len(one.departures) for one in leaving) > 0
    assert all(not one.seen for one in there.vendors())
    services.resume()
    assert_the_same(there, leaving)


def test_practice_shows_each_file_as_it_is_then_written(tmp_path: Path) -> None:
    with open_services(tmp_path) as services:
        request = everything(notify=None)
        shown = dry(services, request)
        services.publish(request)
        folder = services.home.practice if hasattr(services.home, "practice") else services.home.mail.parent
        for name in ("slack.jsonl", "pagerduty.jsonl"):
            lines = b"".join(one.body for _, one in shown.departures if one.address.endswith(name))
            assert lines == (folder / name).read_bytes()
        written = [one for _, one in shown.departures if one.method == "WRITE"]
        there = {
            one
            for one in folder.rglob("*")
            if one.is_file() and one.suffix in (".eml", ".html", ".atom", ".json")
        }
        assert there <= {Path(one.address) for one in written}
        newest = {one.address: one for one in written}
        assert all(_fits_file(one, Path(name).read_bytes()) for name, one in newest.items())


def test_a_canary_is_shown_nowhere_not_even_out_of_a_text(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A credential that somebody let pass in a text, and the proxy's password."""
    own = "own-stored-canary-4711"
    there.ring.kept["incident-composer", "slack@127.0.0.1"] = own
    text = (there.home / "connections.toml").read_text(encoding="utf-8")
    text = text.replace("https://", "https://").replace(there.page.url, "https://api.statuspage.example")
    text += '\n[proxy]\nurl = "http://127.0.0.1:9"\nusername = "some"\n'
    (there.home / "connections.toml").write_text(text, encoding="utf-8")
    there.ring.kept["incident-composer", "proxy@127.0.0.1"] = "canary-proxy-password"
    there.ring.kept["incident-composer", "statuspage@api.statuspage.example"] = API_KEY
    with opened(there, monkeypatch) as services:
        services.guard = None  # type: ignore[assignment]  # whoever let it pass
        shown = dry(services, everything(values={**MAIL, "summary": f"It says {own} here"}))
        text = "".join(one.text + one.address for _, one in shown.departures)
        assert shown.departures, shown.findings
        assert "(through the proxy 127.0.0.1)" in text
        assert "It says [secret] here" in text
        assert not [secret for secret in (*SECRETS, own) if secret in text]


def test_what_is_missing_is_said_and_the_rest_is_shown(there: There, monkeypatch: pytest.MonkeyPatch) -> None:
    class Locked(MemoryRing):
        def get_password(self, service: str, username: str) -> str | None:
            raise CredentialError(Said.of(Code.KEYRING_FAILED, error="Locked"))

    there.ring = Locked()
    with opened(there, monkeypatch) as services:
        shown = dry(services, everything())
        assert len(shown.lacking) == 1
        assert "keyring" in shown.lacking[0]
        assert len(shown.departures) > 20
    (there.home / "connections.toml").unlink()
    with open_services(there.home.parent, Mode.LIVE, by_hand=True) as services:
        shown = dry(services, everything())
        assert {one.method for _, one in shown.departures} == {"BY_HAND", "COPY"}


def test_of_a_blocked_round_the_rest_is_shown_and_what_stays_is_named(tmp_path: Path) -> None:
    with open_services(tmp_path) as services:
        request = everything(values={**MAIL, "users_affected": None}, notify=None)
        assert dry(services, request).departures == ()
        shown = dry_run(services, request, partly=True)
        assert shown.held_back == ("executive_notification",)
        assert {one.template for one, _ in shown.departures} == {None, *ALL} - {"executive_notification"}
        assert shown.findings


def test_on_paper_nothing_can_be_connected_to(tmp_path: Path) -> None:
    with files.on_paper(lambda path, data, appended: None), pytest.raises(RuntimeError):
        Wall(practice=False).connect("127.0.0.1", 9, 1)
