"""Every screen of the real window, and every dialog, in the states that hold most: for tests that ask the same of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from composer.domain.delivery import Recipient
from composer.domain.departure import Departure, Leaving
from composer.domain.plan import Contact
from composer.publishing.running import DutyIncident
from composer.rendering.word_diff import Change
from composer.services.dry_running import DryRun
from composer.services.on_duty import OnDuty
from composer.services.paging import POLICY, Responder
from composer.services.second_way import SecondWays
from tests.ui.compose_home import home_with_incident
from tests.ui.typist import WAIT_MS, real_window, settle
from ui.app import Program
from ui.approval_sheet import ApprovalDialog, Wanted
from ui.compose.duty_asking import NoteDialog, PageDialog
from ui.compose.reason import ReasonDialog
from ui.compose.view import ComposeView
from ui.crash import CrashDialog
from ui.declare.view import DeclareView
from ui.dry_run_sheet import DryRunSheet
from ui.on_duty import PickDutyDialog
from ui.publish.other_way import OtherWayDialog
from ui.publish.recipients import RecipientsDialog
from ui.shell.earlier import EarlierDialog
from ui.shell.keys import KeysDialog
from ui.shell.passing import Saying
from ui.widgets.confirm import ConfirmComponent, ConfirmDialog, ConfirmRow, Question
from ui.widgets.text import Tone

SCREENS = (
    "welcome",
    "declare",
    "declare P0",
    "declare P3",
    "compose",
    "compose resolved",
    "held",
    "history",
    "postmortem",
    "templates",
    "settings",
    "plan",
    "connections",
    "correction",
    "takeover",
)
WAYS = SecondWays(
    text="INCIDENT DECLARED\n\nSeverity: P0",
    people=(
        Contact("Engineering Lead", "@eng-lead", "Yes", "Lee Example", "lee.example@payments.acme.example"),
    ),
    account="smtp",
    paged=(Responder("payments", "Payments: Payments Lead", "P1", "escalation_policy_reference"),),
    named=frozenset(),
)
APPROVAL = Wanted(
    title="Status page",
    who="Incident Commander and Technical Lead",
    text="Title: Problems with payments\n\nWe are working on it.",
    code="K7Q2",
    for_chat="",
    roles={"incident_commander": "Incident Commander", "technical_lead": "Technical Lead"},
    people={"incident_commander": ("Maya Chen",)},
    given=(
        "✕ Approved by Maya Chen (Incident Commander), by voice, 03:14 UTC: that was for an earlier text",
    ),
    changed=(Change("same", "We are "), Change("removed", "looking "), Change("added", "working ")),
    minutes=30,
)
DIALOGS = (
    "keys",
    "earlier",
    "dry run",
    "confirm",
    "reason",
    "crash",
    "other way",
    "duty",
    "note",
    "page",
    "record",
    "approval",
)


class Tour:
    """Goes from screen to screen."""

    def __init__(self, qtbot: QtBot, program: Program, incident_id: str) -> None:
        self.qtbot, self.program, self.window = qtbot, program, program.window
        self._incident_id = incident_id

    def go(self, name: str) -> QWidget:
        """Bring a screen into sight, in the state that its name says; the whole window."""
        screen, _, state = name.partition(" ")
        argument = self._incident_id if screen in ("compose", "held", "postmortem", "correction") else None
        self._leave()
        self.program.go("compose" if screen == "held" else screen, argument)
        self._settle()
        view = self.window.stack.currentWidget()
        if isinstance(view, DeclareView):
            view._presenter.discard()
            if state:
                view._presenter.choose_severity(state)
        if isinstance(view, ComposeView):
            self.qtbot.waitUntil(
                lambda: view.presenter.round is not None or not view.is_composing, timeout=WAIT_MS
            )
            if not view.is_composing:
                view.buttons.next.click()
                self.qtbot.waitUntil(
                    lambda: view.is_composing and view.presenter.draft is not None, timeout=WAIT_MS
                )
            view.presenter.set_phase("resolved" if state == "resolved" else "identified")
            if state == "resolved":
                view.presenter.set_impact_ended(datetime.now(UTC).isoformat(timespec="seconds"))
                view.presenter.tick("customer_email", True)
            if screen == "held":
                view.presenter.publish()
                self.qtbot.waitUntil(lambda: view.body.page.hold.is_counting, timeout=WAIT_MS)
        self._settle()
        return self.window

    @contextmanager
    def dialog(self, name: str) -> Iterator[QDialog]:
        """Open a dialog on the window."""
        row = ConfirmRow("Status page", "status.example.com", "all its readers", "Payments → Major outage")
        now = datetime.now(UTC)
        duty = DutyIncident("PABC123", "Payments fail", "triggered", "payments-api", now, None)
        make: dict[str, Callable[[], QDialog]] = {
            "keys": lambda: KeysDialog.show_for(self.window),
            "earlier": lambda: EarlierDialog.show_for(self.window, (Saying(now, "Copied", "", Tone.GOOD),)),
            "confirm": lambda: ConfirmDialog(
                Question(
                    (row,),
                    "We have trouble.",
                    "&Publish 1 in practice",
                    loud="2 public audiences at once: the page, customers by mail",
                    components=(ConfirmComponent("payments", "Payments → Operational", True),),
                    reminders=("Summary says “attached”, and nothing can be attached.",),
                ),
                self.window,
            ),
            "dry run": lambda: self._dry_run(),
            "reason": lambda: ReasonDialog("Severity P0 → P1: why?", "Change to P1", self.window),
            "other way": lambda: OtherWayDialog(
                "Slack does not take it: reach responders another way", WAYS, self.window
            ),
            "duty": lambda: PickDutyDialog(
                (OnDuty(duty),),
                "Start from which PagerDuty incident?",
                "Internal.",
                "&Start from it",
                now,
                self.window,
            ),
            "note": lambda: NoteDialog("PABC123", "Internal.", self.window),
            "page": lambda: PageDialog(
                "PABC123",
                "Internal.",
                (Responder("db", "Database: Ann", "EDB", POLICY),),
                "db",
                "Help",
                self.window,
            ),
            "record": lambda: RecipientsDialog(
                "Customer email", (Recipient(0, "Ann", "ann@example.com", "<1@x>"),), self.window
            ),
            "approval": lambda: ApprovalDialog(APPROVAL, self.window),
            "crash": lambda: CrashDialog.tell(self.window, "Traceback: boom"),
        }
        dialog = make[name]()
        dialog.setModal(False)
        dialog.show()
        dialog.activateWindow()
        QApplication.processEvents()
        try:
            yield dialog
        finally:
            dialog.close()
            QApplication.processEvents()

    def _dry_run(self) -> QDialog:
        """What a round would send, with a mail of which more copies would leave."""
        delivery = self.program.session.services.record.deliveries(incident_id=self._incident_id)[-1]
        long = Departure("POST", "https://api.statuspage.io/v1/pages/x/incidents", "POST https://…", b"{}")
        sheet = DryRunSheet(self.window, {delivery.channel: "Executive"}, {}, "14:02:11 UTC")
        sheet.choose_file = lambda: ""  # type: ignore[method-assign]  # the platform's own dialog is not the program's to try
        sheet.show_run(DryRun((Leaving(delivery, (long, long), 2, 2, "It is refused.", more=7),)))
        return sheet

    def everything(self) -> Iterator[tuple[str, QWidget]]:
        """Every screen and every dialog."""
        for name in SCREENS:
            yield name, self.go(name)
        self._leave()
        for name in DIALOGS:
            with self.dialog(name) as dialog:
                yield name, dialog

    def _leave(self) -> None:
        view = self.window.stack.currentWidget()
        if isinstance(view, ComposeView) and view.body.page.hold.is_counting:
            view.after.take_back()
            self.qtbot.waitUntil(lambda: view.is_composing, timeout=WAIT_MS)

    def _settle(self) -> None:
        settle(self.qtbot, self.program)


@contextmanager
def tour(qtbot: QtBot, folder: Path) -> Iterator[Tour]:
    """The window with an open P0, ready to be walked through; nothing leaves while it is."""
    home, incident_id = home_with_incident(folder)
    with real_window(qtbot, home, hold_s=600.0) as program:
        made = Tour(qtbot, program, incident_id)
        yield made
        made._leave()
