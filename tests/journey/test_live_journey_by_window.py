"""The same journey by window: a P0 typed and published by keyboard through all phases, while every service fails in every phase in another way, and settled from the rows."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.delivery import Delivery, DeliveryState
from tests.journey.live_faults import SERVICES, Trouble
from tests.journey.live_journey import PHASES, SETTLED, Journey, journey
from tests.journey.test_live_journey import fault_of
from tests.ui import keyboard_walk
from tests.ui.keyboard_walk import FACTS, Key, compose, declare_p0, update
from tests.ui.typist import ALT, CTRL, Typist, real_window, settle
from ui.app import Program
from ui.publish.by_hand import ByHandDialog
from ui.publish.page import PublishPage
from ui.widgets.confirm import ConfirmDialog

TOLD = {
    "summaryEdit": "A deploy broke the webhook.",
    "actionsTakenEdit": "Rolled back.",
    "nextStepsEdit": "Watch.",
}


class Walk:
    """Somebody at the keyboard of one window, and the services it speaks to."""

    def __init__(self, typist: Typist, program: Program, made: Journey, run: int) -> None:
        self.typist, self.program, self.made, self._run = typist, program, made, run

    def whole(self) -> None:
        """All phases, each with its troubles, each settled before the next."""
        for phase, act in zip(
            PHASES, (self.declare, self.identified, self.monitoring, self.resolve), strict=True
        ):
            number = PHASES.index(phase)
            struck = {service: fault_of(self._run, number, at) for at, service in enumerate(SERVICES)}
            if phase != "resolved":
                del struck["sendgrid"]  # customers are mailed in the last phase alone
            troubles = [self.made.troubles.strike(service, fault) for service, fault in struck.items()]
            self.connect_anew()
            before = len(self.made.deliveries())
            act()
            self.all_struck(struck, troubles)
            self.is_over(before)
            self.made.let_some_be_refused(struck["smtp"] == "redirect")
            for one in troubles:
                one.mend()
            self.made.troubles.clear()
            self.connect_anew()
            self.settle()
            assert self.made.wrong() == [], (phase, struck)

    def all_struck(self, struck: dict[str, str], troubles: list[Trouble]) -> None:
        """Wait until every trouble was met."""

        def unmet() -> list[str]:
            return [service for service, one in zip(struck, troubles, strict=True) if not one.is_met()]

        end = time.monotonic() + 15
        while unmet() and time.monotonic() < end:
            self.typist.ask(lambda: None)
            time.sleep(0.02)
        told = [(one.template, one.account, one.state.value, one.error) for one in self.made.deliveries()]
        assert unmet() == [], "\n".join(map(str, told))

    def is_over(self, before: int) -> None:
        """Wait until the round is stored, and carried out as far as it goes by itself."""
        self.typist.until(lambda: len(self.made.deliveries()) > before and self.is_still())

    # --- rounds --------------------------------------------------------------------------------------------------

    def declare(self) -> None:
        declare_p0(self.typist, self.program)

    def identified(self) -> None:
        update(self.typist, self.program, Key.Key_2, "actionsTakenEdit", TOLD)

    def monitoring(self) -> None:
        update(self.typist, self.program, Key.Key_4, "summaryEdit", TOLD)

    def resolve(self) -> None:
        typist, program = self.typist, self.program
        ended = {
            "impactEndedAtCombo": f"{datetime.now(UTC):%H:%M}",
            "dataImpactCombo": "N",
            "summaryEdit": "Payments work again.",
            "rootCauseEdit": "A deploy broke the webhook.",
            "resolutionEdit": "The deploy was rolled back.",
            "postmortemMeetingAtCombo": f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 10:00",
        }
        update(typist, program, Key.Key_5, "impactEndedAtCombo", ended, leaves=False)
        typist.ask(lambda: compose(program).presenter.tick("customer_email", True))
        typist.until(lambda: program.jobs.busy == 0)
        typist.fill(
            whatHappenedEdit="Some payments failed.",
            impactToYouEdit="Some payments were late.",
            whatWeDidEdit="We went back to the version before.",
            preventionEdit="We add a check.",
        )
        typist.press(Key.Key_Return, CTRL)
        typist.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
        typist.press(Key.Key_P, ALT)  # customers are mailed
        typist.until(lambda: not compose(program).is_composing)

    # --- what asks -----------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """From each row that asks: look it up, send it again, or say that it is there, until none asks any more."""
        for _ in range(12):
            left = [one for one in self.made.deliveries() if one.state not in SETTLED]
            if not left:
                break
            for one in left:
                self.decide(one)
                self.typist.until(self.is_still)
        self.typist.tab_to("composeNextButton")

    def decide(self, one: Delivery) -> None:
        """What the row offers that fits. Its choices are asked of the row, so what is not offered is not done."""
        page = self.typist.ask(self.page)
        offered = self.typist.ask(lambda: [each.key for each in page.table.rows.choices(one)])
        match one.state:
            case DeliveryState.WAITING:
                wanted = "try_now"
            case DeliveryState.UNKNOWN if one.looked_up is None:
                wanted = "look_up"
            case DeliveryState.UNKNOWN if self.made.copies(one):
                wanted = "by_hand"
            case DeliveryState.UNKNOWN | DeliveryState.FAILED | DeliveryState.STALE:
                wanted = "send_again"
            case _:
                return
        assert wanted in offered, (one.state, offered)
        self.typist.ask(lambda: page.table.wanted.emit(one.id, wanted))
        if wanted == "by_hand":
            self.typist.until(lambda: isinstance(QApplication.activeModalWidget(), ByHandDialog))
            self.typist.press(Key.Key_M, ALT)
            self.typist.until(lambda: QApplication.activeModalWidget() is None)

    def page(self) -> PublishPage:
        """What the window shows after a round."""
        found: PublishPage | None = self.program.window.findChild(PublishPage)
        assert found is not None
        return found

    def is_still(self) -> bool:
        """Whether nothing moves any more by itself at this moment."""
        moving = {DeliveryState.HELD, DeliveryState.SENDING}
        return self.program.jobs.busy == 0 and not any(one.state in moving for one in self.made.deliveries())

    def connect_anew(self) -> None:
        """The connections were changed: as the screen for them does it once they are stored."""
        self.typist.ask(lambda: self.program.session.read_reach(anew=True))
        self.typist.until(lambda: self.program.jobs.busy == 0)


@pytest.mark.sweep
@pytest.mark.timeout(240)
@pytest.mark.parametrize("run", range(4))
def test_every_service_fails_in_every_phase_and_is_settled_from_its_row(
    qtbot: QtBot, run: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = datetime.now(UTC) - timedelta(minutes=40)  # long enough for mail to customers
    monkeypatch.setitem(FACTS, "impactStartedAtCombo", f"{earlier:%H:%M}")
    monkeypatch.setitem(FACTS, "pagerdutyIncidentEdit", "PABC123")
    with journey(tmp_path, monkeypatch) as made, real_window(qtbot, made.live.home, hold_s=0) as program:
        walk = Walk(Typist(qtbot), program, made, run)
        monkeypatch.setattr(keyboard_walk, "all_final", lambda _: walk.is_still() and not made.asks())
        walk.typist.perform(walk.whole)
        settle(qtbot, program)
        assert len(made.live.pagerduty.ledger.of("status_update")) >= 1
