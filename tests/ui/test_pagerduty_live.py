"""PagerDuty in the real window, by keyboard: an incident started from one that is open there, a note, a call for help, and what its log says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer import assets
from composer.paths import Mode
from composer.services.core import Services
from composer.services.on_duty import note_log, read_linked
from tests.ui.compose_home import desk, soon
from tests.ui.keyboard_walk import EXECUTIVE_FACTS, FACTS, Key, all_final, compose, pick
from tests.ui.live_home import LiveHome, live_home
from tests.ui.test_connections_live import mail_round
from tests.ui.typist import ALT, CTRL, SHIFT, Typist, real_window, settle
from tests.vendors.server import refuses
from ui.compose.duty_asking import NoteDialog, PageDialog
from ui.on_duty import PickDutyDialog
from ui.widgets.confirm import ConfirmDialog


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        made.connect_all()
        plan = assets.read_text("resources", "plan.toml")
        plan = plan.replace("[domains.payments]\n", '[domains.payments]\npagerduty_id = "EPAY"\n', 1)
        first, _, second = plan.partition("[[contacts]]\n")
        (made.home.root / "plan.toml").write_text(
            f'{first}[[contacts]]\npagerduty_id = "U1"\n{second}', encoding="utf-8"
        )
        yield made


def modal(kind: type[Any]) -> bool:
    return isinstance(QApplication.activeModalWidget(), kind)


def texts(services: Services, incident_id: str) -> list[str]:
    return [one.text for one in services.record.events(incident_id)]


def test_a_p0_starts_from_pagerduty_and_goes_on_there_by_keyboard_alone(qtbot: QtBot, live: LiveHome) -> None:
    duty = live.pagerduty
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=12)
    duty.open("PNEW", "checkout-api 5xx on db-7", at=began.isoformat())
    with real_window(qtbot, live.home, hold_s=0) as program:
        typist = Typist(qtbot)
        services = program.session.services

        def start() -> None:
            typist.press(Key.Key_N, CTRL | SHIFT)
            typist.until(lambda: modal(PickDutyDialog))
            assert typist.ask(
                lambda: QApplication.activeModalWidget().list.item(0).text()  # type: ignore[union-attr]
            ).startswith("checkout-api 5xx on db-7\nPNEW · triggered · payments-api · ")
            typist.press(Key.Key_Return)
            typist.until(lambda: not modal(PickDutyDialog) and program.jobs.busy == 0)
            screen: Any = program.window.stack.currentWidget()
            shown = typist.ask(lambda: screen._presenter.standing)
            assert shown.title == "checkout-api 5xx on db-7"
            assert shown.draft.facts["pagerduty_incident"] == "PNEW"
            assert shown.draft.facts["impact_started_at"] == f"{began:%Y-%m-%dT%H:%M}:00Z"
            assert shown.draft.values == {"detection": "PagerDuty: payments-api"}, "nothing public"
            typist.press(Key.Key_0)
            typist.fill(
                **{name: FACTS[name] for name in FACTS if name not in ("titleEdit", "detectionCombo")}
            )
            typist.tab_to("addComponentButton")
            pick(typist, "P")
            typist.tab_to("symptomCombo")
            typist.write("E")
            typist.fill(**EXECUTIVE_FACTS)
            typist.press(Key.Key_Return, CTRL)
            typist.until(lambda: modal(ConfirmDialog))
            typist.press(Key.Key_P, ALT)
            typist.until(lambda: program.window.screen_name() == "compose" and all_final(program))

        typist.perform(start)
        settle(qtbot, program)
        (incident,) = services.record.incidents()
        assert "PagerDuty: Triggered through the website" in texts(services, incident.id)
        page = next(iter(live.page.incidents.values()))
        assert "5xx" not in str(page), "its words reached the public"
        assert [one["incident"] for one in duty.ledger.of("status_update")] == ["PNEW"]

        def go_on() -> None:
            typist.press(Key.Key_Return)  # compose the next update
            typist.until(lambda: compose(program).is_composing and program.jobs.busy == 0)
            typist.press(Key.Key_J, CTRL | SHIFT)
            typist.until(lambda: modal(NoteDialog))
            typist.write("Card declines only.")
            typist.press(Key.Key_A, ALT)
            typist.until(lambda: bool(duty.ledger.of("note")) and program.jobs.busy == 0)
            duty.acknowledge("PNEW", datetime.now(UTC).isoformat(), "Sam")
            typist.press(Key.Key_G, CTRL | SHIFT)
            typist.until(lambda: modal(PageDialog))
            dialog: Any = typist.ask(QApplication.activeModalWidget)
            assert typist.ask(lambda: dialog.go.text()) == "&Page Billing/Payment Lead now", (
                "the domain's own"
            )
            assert not duty.ledger.of("page"), "nobody is woken before it was confirmed"
            typist.press(Key.Key_P, ALT)
            typist.until(lambda: bool(duty.ledger.of("page")) and program.jobs.busy == 0)

        typist.perform(go_on)
        settle(qtbot, program)
        assert [one["message"].partition(" (ref")[0] for one in duty.ledger.of("note")] == [
            "Card declines only."
        ]
        (paged,) = duty.ledger.of("page")
        assert paged["targets"] == ["EPAY"]
        assert paged["message"].startswith("P0 checkout-api 5xx on db-7. Join #incident-")
        assert "PagerDuty: Acknowledged by Sam" in texts(services, incident.id), (
            "read after the call for help"
        )
        view = compose(program)
        assert view.body.duty.text() == "PagerDuty: acknowledged"
        assert view.is_composing, "a note and a call that arrived leave the form where it is"
        assert view.presenter.incident is not None
        assert view.presenter.incident.revision == services.incident(incident.id).revision


def test_what_was_typed_stays_and_one_that_is_open_here_is_opened(qtbot: QtBot, live: LiveHome) -> None:
    with Services(live.home, Mode.LIVE) as services:
        ours = mail_round(services).incident_id
    with real_window(qtbot, live.home, hold_s=0) as program:
        typist = Typist(qtbot)

        def script() -> None:
            typist.press(Key.Key_N, CTRL)
            typist.until(lambda: program.window.screen_name() == "declare" and program.jobs.busy == 0)
            typist.press(Key.Key_1)
            typist.fill(
                titleEdit="My own words", detectionCombo="Customer report", impactStartedAtCombo="13:05"
            )
            typist.press(Key.Key_N, CTRL | SHIFT)
            typist.until(lambda: modal(PickDutyDialog))
            typist.press(Key.Key_Return)
            typist.until(lambda: not modal(PickDutyDialog) and program.jobs.busy == 0)

        typist.perform(script)
        screen: Any = program.window.stack.currentWidget()
        draft = screen._presenter.standing.draft
        assert draft.facts["title"] == "My own words"
        assert draft.values["detection"] == "Customer report"
        assert "T13:05:00" in draft.facts["impact_started_at"]
        assert draft.facts["pagerduty_incident"] == "PABC123"
        # Linked from the other incident's head, which has none.
        program.go("compose", ours)
        settle(qtbot, program)
        view = compose(program)
        view.buttons.next.click()
        settle(qtbot, program)
        assert view.body.duty.isVisible()

        def link() -> None:
            typist.ask(view.pagerduty.duty.find)
            typist.until(lambda: modal(PickDutyDialog))
            typist.press(Key.Key_L, ALT)
            typist.until(lambda: not modal(PickDutyDialog) and program.jobs.busy == 0)
            # What is linked here already is opened in place of being declared a second time.
            typist.press(Key.Key_N, CTRL | SHIFT)
            typist.until(lambda: modal(PickDutyDialog))
            dialog: Any = typist.ask(QApplication.activeModalWidget)
            assert typist.ask(lambda: dialog.go.text()) == "&Open it here"
            typist.press(Key.Key_Return)
            typist.until(lambda: program.window.screen_name() == "compose")

        typist.perform(link)
        settle(qtbot, program)
        assert program.session.services.incident(ours).pagerduty_incident == "PABC123"
        assert "PagerDuty: Triggered through the website" in texts(program.session.services, ours)
        assert len(program.session.services.record.incidents()) == 1


def test_a_call_for_help_that_did_not_arrive_is_shown_and_a_log_that_can_not_be_read_is_told(
    qtbot: QtBot, live: LiveHome
) -> None:
    with Services(live.home, Mode.LIVE) as services:
        incident_id = mail_round(services).incident_id
        for one in services.record.deliveries():
            services.let_be(one.id)
        from composer.services.reading_elsewhere import Sources
        from composer.services.taking_over import adopt

        adopt(services, incident_id, Sources(pagerduty="PABC123"))
        before = len(texts(services, incident_id))
        note_log(services, incident_id, read_linked(services, incident_id))
        assert len(texts(services, incident_id)) == before, "each entry once"
    live.pagerduty.fail(
        "POST", "/incidents/PABC123/responder_requests", refuses(402, {"error": {"message": "no"}})
    )
    with desk(qtbot, live.home, incident_id, mode=Mode.LIVE) as made:
        duty = made.view.pagerduty.duty
        soon(qtbot, lambda: duty.duty is not None)
        duty.page(["payments"], "Help")
        soon(qtbot, lambda: not made.view.is_composing and made.view.body.page.table.rows.rowCount() == 1)
        words = made.view.body.page.table.rows.said(0)
        assert words.startswith("PagerDuty PABC123, Call for help: Not sent"), words
        assert not live.pagerduty.ledger.of("page")
        live.pagerduty.fail(
            "GET", "/incidents/PABC123/log_entries", refuses(401, {"error": {"message": "no"}})
        )
        duty.read()
        soon(qtbot, lambda: bool(duty.trouble))
        assert made.host.said[-1][1] == "danger"
        assert made.view.body.duty.text() == "PagerDuty: can't be read"
