"""A P0 by keyboard alone, step by step: what the tests of practice and of LIVE both walk through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from composer.domain.delivery import DeliveryState
from tests.ui.typist import ALT, CTRL, Typist, focus_name
from ui.app import Program
from ui.compose.view import ComposeView
from ui.widgets.confirm import ConfirmDialog

Key = Qt.Key
FACTS = {
    "titleEdit": "Checkout payments failing",
    "impactEdit": "~500 users unable to pay",
    "detectionCombo": "Alert (Grafana)",
    "incidentCommanderCombo": "@eng-lead",
    "technicalLeadCombo": "@payments-oncall",
}
EXECUTIVE_FACTS = {
    "usersAffectedEdit": "about 40 %",
    "dataImpactCombo": "B",  # Being assessed
    "currentActionsEdit": "Looking at the latest deploy.",
    "nextUpdateCombo": "in 20 min",
}


def sent(program: Program) -> list[str]:
    """The templates of the messages that arrived."""
    return sorted(
        one.template
        for one in program.session.services.record.deliveries()
        if one.state is DeliveryState.SENT and one.template is not None
    )


def compose(program: Program) -> ComposeView:
    screen = program.window.stack.currentWidget()
    assert isinstance(screen, ComposeView)
    return screen


def all_final(program: Program) -> bool:
    deliveries = program.session.services.record.deliveries()
    return (
        bool(deliveries)
        and program.jobs.busy == 0
        and all(one.state is DeliveryState.SENT for one in deliveries)
    )


def declare_p0(typist: Typist, program: Program) -> None:
    """From anywhere: all facts of a P0 typed, and published."""
    typist.press(Key.Key_N, CTRL)
    typist.until(lambda: program.window.screen_name() == "declare" and program.jobs.busy == 0)
    typist.press(Key.Key_0)
    typist.fill(**FACTS)
    typist.tab_to("addComponentButton")
    pick(typist, "P")  # Payments
    typist.tab_to("symptomCombo")
    typist.write("E")  # errors when paying
    typist.fill(**EXECUTIVE_FACTS)
    typist.press(Key.Key_Return, CTRL)
    typist.until(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    typist.press(Key.Key_P, ALT)
    typist.until(lambda: program.window.screen_name() == "compose")


def pick(typist: Typist, letter: str) -> None:
    """Open the menu of the button that has the focus, and take an entry: that is typing a fact too."""
    with typist.typing():
        typist.press(Key.Key_Down)
        typist.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        typist.write(letter)
        typist.until(lambda: QApplication.activePopupWidget() is None)


def update(
    typist: Typist, program: Program, phase: Key, first: str, facts: dict[str, str], *, leaves: bool = True
) -> None:
    """From the page that follows a round: the next phase, its facts (the focus begins in `first`), and published where it `leaves` at once."""
    # What was declared may all have arrived before the screen was read: the next round's form then stands there at once.
    typist.until(lambda: focus_name() in ("composeNextButton", "slackUpdateCheck") and all_final(program))
    if typist.focused() == "composeNextButton":
        typist.press(Key.Key_Return)
    typist.until(lambda: compose(program).is_composing and program.jobs.busy == 0)
    typist.until(lambda: focus_name() == "slackUpdateCheck")  # nothing is due, so no field is asked for
    typist.press(phase, CTRL)
    assert focus_name() == first  # what is missing: no word goes elsewhere
    typist.fill(**facts)
    if leaves:
        typist.press(Key.Key_Return, CTRL)
        typist.until(lambda: not compose(program).is_composing)


def resolve(typist: Typist, program: Program, *, leaves: bool = True) -> None:
    """From *Investigating* through all phases to the end."""
    told = {
        "summaryEdit": "A deploy broke the webhook.",
        "actionsTakenEdit": "Rolled back.",
        "nextStepsEdit": "Watch.",
    }
    update(typist, program, Key.Key_2, "actionsTakenEdit", told)
    update(typist, program, Key.Key_3, "summaryEdit", told)
    update(typist, program, Key.Key_4, "summaryEdit", told)
    update(
        typist,
        program,
        Key.Key_5,
        "impactEndedAtCombo",
        {
            "impactEndedAtCombo": f"{datetime.now(UTC):%H:%M}",
            "dataImpactCombo": "N",
            "summaryEdit": "Payments work again.",
            "rootCauseEdit": "A deploy broke the webhook.",
            "resolutionEdit": "The deploy was rolled back.",
            "postmortemMeetingAtCombo": f"{datetime.now(UTC) + timedelta(days=2):%Y-%m-%d} 10:00",
        },
        leaves=leaves,
    )
