"""Other people's outages in the window: seen while an incident is open, used inside, and asked no longer than that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.domain.health import HealthState, ServiceHealth
from composer.paths import HomePaths
from composer.services import suppliers
from tests.ui.accessibility import (
    cut,
    doubled_access_keys,
    nameless,
    too_small,
    unreachable,
    without_key,
    wrong_words,
)
from tests.ui.compose_home import home_with_incident
from tests.ui.program_window import idle, program_on, soon
from tests.vendors import feeds
from tests.vendors.feeds import Feeds
from tests.vendors.server import drips, refuses
from ui import suppliers as watch_module
from ui.app import Program
from ui.compose.suppliers_strip import SuppliersStrip

SHIPPED = Path(__file__).parents[2] / "resources" / "plan.toml"
SINCE = datetime.now(UTC) - timedelta(minutes=13)


def plan_with(addresses: dict[str, str]) -> str:
    """The shipped plan, whose services are on this computer."""
    text = SHIPPED.read_text(encoding="utf-8")
    begin, end = text.index("# feed: what a program can read"), text.index("# How often each feed is asked")
    tables = "".join(
        f'[[services]]\nname = "{name}"\nstatus_page = ""\nsupport = ""\nfeed = "{address}"\n\n'
        for name, address in addresses.items()
    )
    return text[:begin] + tables + text[end:]


@pytest.fixture
def page() -> Iterator[Feeds]:
    with Feeds() as running:
        yield running


@pytest.fixture(autouse=True)
def _soon_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "FIRST_MS", 0)
    monkeypatch.setattr(watch_module, "BETWEEN_MS", 0)
    monkeypatch.setattr(suppliers, "LEAST_BETWEEN_S", 0)


def home_of(folder: Path, **addresses: str) -> tuple[HomePaths, str]:
    home, incident_id = home_with_incident(folder)
    home.plan.write_text(plan_with(addresses), encoding="utf-8")
    return home, incident_id


@contextmanager
def window(qtbot: Any, folder: Path, **addresses: str) -> Iterator[tuple[Program, SuppliersStrip, str]]:
    home, incident_id = home_of(folder, **addresses)
    with program_on(qtbot, home) as program:
        view: Any = program.window.stack.currentWidget()
        soon(qtbot, lambda: view.presenter.round is not None)
        soon(
            qtbot,
            lambda: (
                all(one.read_at for one in program.session.suppliers.health)
                and bool(program.session.suppliers.health)
            ),
        )
        idle(qtbot, program)
        yield program, view.body.suppliers, incident_id


def since() -> str:
    """As a person reads it: with the date where midnight lies between."""
    return f"{SINCE:%H:%M}" if SINCE.date() == datetime.now(UTC).date() else f"{SINCE:%Y-%m-%d %H:%M}"


def lines(strip: SuppliersStrip) -> list[str]:
    return [line.words.text() for line in strip._lines if not line.isHidden()]


def test_what_a_supplier_reports_is_seen_and_taken_inside_by_keys_alone(
    qtbot: Any, tmp_path: Path, page: Feeds
) -> None:
    stripe = page.put("/stripe", feeds.statuspage(incidents=[feeds.incident("Card errors", SINCE)]))
    paypal = page.put("/paypal", feeds.paypal(Checkout="operational"))
    page.fail("GET", "/aws", refuses(200, b"<html>fine</html>"))
    with window(qtbot, tmp_path, Stripe=stripe, PayPal=paypal, AWS=page.url + "/aws") as (program, strip, _):
        reported = f"Stripe reports an incident since {since()} UTC: Card errors"
        assert lines(strip) == [
            reported,
            "AWS: not known, its answer is in another form than expected",
            "All is well, they say: PayPal",
        ]
        assert strip._lines[0].beside.text().startswith("read ")
        view: Any = program.window.stack.currentWidget()
        for size in ((1_280, 820), (1_024, 700)):
            program.window.resize(*size)
            QApplication.processEvents()
            for check in (
                nameless,
                unreachable,
                too_small,
                wrong_words,
                doubled_access_keys,
                without_key,
                cut,
            ):
                assert not check(program.window), check(program.window)
        before = view.presenter.draft.values.get("summary")
        written = f"{before}\n{reported}." if before else f"{reported}."
        QTest.keyClick(program.window, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
        soon(qtbot, lambda: view.presenter.draft.values["summary"] == written)
        assert view.body.facts.rows["summary"].editor.input.toPlainText() == written
        strip.use.setFocus()
        QTest.keyClick(strip.use, Qt.Key.Key_Return)
        assert view.presenter.draft.values["summary"] == written, "it is said once"
        public = {name: text for name, text in view.presenter.draft.values.items() if name != "summary"}
        assert "Stripe" not in str(public), "never a public word"
        QTest.keyClick(program.window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
        soon(qtbot, lambda: not strip.note.isDown())
        idle(qtbot, program)
        events = program.session.ask(
            lambda services: services.record.events(view.presenter.draft.incident_id)
        )
        assert reported in [one.text for one in events]
        strip.note.click()
        idle(qtbot, program)
        assert len(events) == len(
            program.session.ask(lambda services: services.record.events(view.presenter.draft.incident_id))
        ), "it is noted once"
        assert QApplication.activeModalWidget() is None


def test_news_is_told_once_and_a_person_may_ask_now(qtbot: Any, tmp_path: Path, page: Feeds) -> None:
    stripe = page.put("/stripe", feeds.statuspage())
    with window(qtbot, tmp_path, Stripe=stripe) as (program, strip, _):
        assert lines(strip) == ["All is well, they say: Stripe"]
        told: list[str] = []
        program.window.passing.kept.connect(lambda: told.append(program.window.passing.said[0].words))

        def ask() -> None:
            asked = len(page.seen)
            program.window.activateWindow()
            modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(program.window, Qt.Key.Key_S, modifiers)
            soon(qtbot, lambda: len(page.seen) > asked)
            idle(qtbot, program)

        page.put("/stripe", feeds.statuspage(incidents=[feeds.incident("Card errors", SINCE)]))
        for _ in range(2):
            ask()
        page.put("/stripe", feeds.statuspage())
        ask()
        assert lines(strip) == ["All is well, they say: Stripe"]
        assert told == [
            f"Stripe reports an incident since {since()} UTC: Card errors",
            "Stripe says that all is well",
        ]
        page.fail("GET", "/stripe", refuses(500))
        ask()
        assert lines(strip) == ["Stripe: not known, it answered with the status 500"]
        assert len(told) == 2, "that a page can't be read is no news"
        ask()
        program.go("plan")
        shown: Any = program.window.stack.currentWidget()
        soon(qtbot, lambda: any(one.key == "services" for one in shown._sections.values()))
        section = next(one for one in shown._sections.values() if one.key == "services")
        assert "Operational, it says · read " in str(section)


def test_nobody_is_asked_once_the_incident_is_resolved(qtbot: Any, tmp_path: Path, page: Feeds) -> None:
    with window(qtbot, tmp_path, Stripe=page.put("/stripe", feeds.statuspage())) as (
        program,
        strip,
        incident_id,
    ):
        watch = program.session.suppliers
        assert watch.is_attending

        def resolve(services: Any) -> None:
            incident = services.incident(incident_id)
            services.record.save_incident(
                replace(incident, phase="resolved", resolved_at=services.clock.now()), incident.revision
            )

        program.session.run(resolve)
        idle(qtbot, program)
        program.session.refresh()
        soon(qtbot, lambda: not watch.is_attending)
        assert not watch._next.isActive()
        assert strip.isHidden()
        asked = len(page.seen)
        qtbot.wait(50)
        assert len(page.seen) == asked


def test_practice_asks_nobody_elsewhere_and_loads_nothing_for_it(qtbot: Any, tmp_path: Path) -> None:
    home, _ = home_with_incident(tmp_path)
    with program_on(qtbot, home) as program:
        watch = program.session.suppliers
        program.window.actions_by_id["incident.ask_suppliers"].trigger()
        assert program.window.footer.status.text() == "No external service is asked here: see the plan (F2)"
        assert (watch.is_attending, watch._next.isActive(), watch.health) == (False, False, ())
        assert program.window.stack.currentWidget().body.suppliers.isHidden()  # type: ignore[union-attr]


def test_a_feed_that_takes_its_time_keeps_no_window_open(qtbot: Any, tmp_path: Path, page: Feeds) -> None:
    import time

    home, _ = home_of(tmp_path, Stripe=page.put("/stripe", feeds.statuspage()))
    page.fail("GET", "/stripe", drips(page))
    with program_on(qtbot, home, settled=False):
        soon(qtbot, lambda: bool(page.seen))
        began = time.monotonic()
    assert time.monotonic() - began < 3
    page.over.set()


HEALTH = [
    ServiceHealth(name, state, SINCE, since, headline, why=why)
    for name, state, since, headline, why in (
        ("AWS", HealthState.AFFECTED, SINCE, "Increased error rates in one region", ""),
        ("Stripe", HealthState.AFFECTED, None, "", ""),
        ("PayPal", HealthState.AFFECTED, SINCE, "Checkout", ""),
        ("SendGrid", HealthState.UNKNOWN, None, "", "its answer breaks off, or is garbled."),
        ("PagerDuty", HealthState.UNKNOWN, None, "", "it answered with the status 503."),
        ("Twilio", HealthState.UNKNOWN, None, "", "it lists nothing at all."),
        ("Firebase", HealthState.OPERATIONAL, None, "", ""),
    )
]


def test_many_take_few_lines(qtbot: Any) -> None:
    strip = SuppliersStrip()
    qtbot.addWidget(strip)
    strip.show_health(HEALTH)
    assert [line.words.text() for line in strip._lines if not line.isHidden()] == [
        f"AWS reports an incident since {SINCE:%H:%M} UTC: Increased error rates in one region",
        "Stripe reports an incident",
        "PayPal report incidents too",
        "Not known: SendGrid, PagerDuty, Twilio. The plan (F2) says why.",
        "All is well, they say: Firebase",
    ]
    strip.show_health([replace(one, state=HealthState.OPERATIONAL, why="") for one in HEALTH])
    assert [line.words.text() for line in strip._lines if not line.isHidden()] == [
        "All external services say that all is well"
    ]
    assert strip.use.isHidden()
    strip.show_health([])
    assert strip.isHidden()


def test_what_is_reported_when_it_is_first_read_is_read_out_once(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.compose.suppliers_strip.announce", lambda _, words: heard.append(words))
    strip = SuppliersStrip()
    qtbot.addWidget(strip)
    asked = ServiceHealth("Stripe", HealthState.UNKNOWN)
    affected = ServiceHealth("Stripe", HealthState.AFFECTED, SINCE, SINCE, "Card errors")
    for health in (asked, affected, replace(affected, read_at=SINCE + timedelta(minutes=1))):
        strip.show_health([health])
    assert heard == [f"Stripe reports an incident since {since()} UTC: Card errors"]
