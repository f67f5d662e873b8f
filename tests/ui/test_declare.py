"""The declaring screen: by keyboard alone, kept drafts, look-alikes, P3, and what keeps a message back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from composer.domain.delivery import DeliveryState
from composer.domain.fields import read_time
from composer.domain.plan import ComponentStatus
from composer.paths import Mode, open_home
from tests.ui.accessibility import nameless
from ui import workarounds
from ui.actions import Actions
from ui.declare.presenter import DeclarePresenter
from ui.declare.view import DeclareView
from ui.errors import ErrorHook
from ui.jobs import JobRunner
from ui.on_duty import PickDutyDialog
from ui.session import Session
from ui.shell.reading_order import go_on
from ui.widgets.confirm import ConfirmDialog, ConfirmRow, Question
from ui.widgets.reason import ReasonDialog
from ui.widgets.surfaces import ClickCard

workarounds.keep_singletons_alive()

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # what the offscreen platform says of any window

FACTS = {
    "impact": "~500 users unable to pay",
    "detection": "Alert",
    "incident_commander": "@eng-lead",
    "technical_lead": "@payments-oncall",
}


class Stage(QMainWindow):
    """A window with this one screen; remembers what the screen asked of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.went: list[tuple[str, object]] = []
        self.said: list[tuple[str, str, str]] = []
        self.actions_by_id = Actions(self)
        self.view = DeclareView(DeclarePresenter(session), self.actions_by_id, self)
        assert self.view.footer_buttons is not None
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.view.footer_buttons)
        self.setCentralWidget(whole)
        self.resize(1_024, 700)

    def focusNextPrevChild(self, forward):
        return go_on(self, forward=forward)

    def go(self, name, argument=None):
        self.went.append((name, argument))

    def say(self, status, tone="plain", detail=""):
        self.said.append((status, tone, detail))

    def tell(self, words, tone="good", detail=""):
        self.said.append((words, tone, detail))

    def switch_mode(self, mode, *, asked=False):
        raise AssertionError("only the person's own switch changes the mode")

    def open_status_page(self):
        raise AssertionError("nobody asked for it")

    @property
    def presenter(self) -> DeclarePresenter:
        return self.view._presenter

    @property
    def standing(self):
        return self.presenter.standing


@pytest.fixture
def session(qtbot, tmp_path):
    jobs, errors = JobRunner(), ErrorHook()
    crashes: list[str] = []
    errors.crashed.connect(crashes.append)
    errors.sentence.connect(lambda text, step: crashes.append(text))
    one = Session(open_home(tmp_path / "home"), Mode.PRACTICE, jobs, errors)
    with qtbot.waitSignal(one.opened, timeout=30_000):
        one.open()
    yield one
    qtbot.waitUntil(lambda: jobs.busy == 0, timeout=10_000)
    jobs.close()
    one.close()
    assert crashes == []


@pytest.fixture
def stage(qtbot, session):
    return new_stage(qtbot, session)


def new_stage(qtbot, session) -> Any:
    stage = Stage(session)
    qtbot.addWidget(stage)
    stage.show()
    stage.activateWindow()
    with qtbot.waitSignal(stage.presenter.restored):  # a turn after the standing is known
        stage.view.enter(None)
    qtbot.waitUntil(lambda: stage.standing is not None)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return stage


def fill(stage: Stage, severity: str = "P0", title: str = "Checkout payments failing") -> None:
    presenter = stage.presenter
    presenter.choose_severity(severity)
    presenter.set_fact("title", title)
    for name, value in FACTS.items():
        presenter.set_value(name, value)
    presenter.set_components({"payments": ComponentStatus.MAJOR_OUTAGE})


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def write(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def in_dialog(then, kind=ConfirmDialog) -> None:
    """Do something once the dialog is in sight; it never stays open, whatever happens."""
    tries = iter(range(100))

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            QTimer.singleShot(3_000, dialog, dialog.reject)
            then(dialog)
        elif next(tries, None) is not None:
            QTimer.singleShot(20, look)
        elif dialog is not None:
            dialog.close()

    QTimer.singleShot(20, look)


def test_nothing_is_nameless(stage):
    fill(stage)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, ClickCard)
    controls = [
        one
        for one in stage.view.findChildren(QWidget)
        if isinstance(one, kinds) and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(controls) > 25
    assert nameless(stage.view) == []
    assert nameless(stage.view.footer_buttons) == []
    names = {QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in controls}
    wanted = {
        "Title",
        "Impact",
        "Detection",
        "Incident Commander",
        "Technical Lead",
        "Public title",
        "Brief description",
        "Customer impact",
    }
    wanted |= {
        "Data impact",
        "Next update",
        "Users affected",
        "Slack declaration",
        "Status page",
        "Executive notification",
    }
    assert wanted <= names
    for key in ("P0", "P1", "P2", "P3"):
        assert any(name.startswith(key) for name in names)
    assert stage.view.declare.accessibleName() == "Declare and publish"


def test_nothing_needs_more_width_than_there_is(stage, qtbot):
    fill(stage)
    qtbot.wait(50)
    page = stage.view.area.widget()
    assert page.width() <= stage.view.area.viewport().width()
    assert page.minimumSizeHint().width() <= stage.view.area.viewport().width()


def test_p0_by_keyboard_alone(stage, qtbot):
    press(qtbot, Qt.Key.Key_0)
    assert stage.standing.severity == "P0"
    write(qtbot, "Checkout payments failing")
    for text in ("~500 users unable to pay", "Alert", "@eng-lead", "@payments-oncall"):
        press(qtbot, Qt.Key.Key_Tab)
        write(qtbot, text)
    press(qtbot, Qt.Key.Key_Tab)  # what is filled in already stands last
    assert QApplication.focusWidget() is stage.view.facts.components.add_button

    def pick() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        names = [action.text().replace("&", "") for action in menu.actions()]
        for _ in range(names.index("Payments") + 1):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        stage.activateWindow()  # what a window manager does when a menu closes

    QTimer.singleShot(100, pick)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.standing.draft.components == {"payments": ComponentStatus.MAJOR_OUTAGE})
    assert stage.standing.ready == ("slack_declaration", "status_investigating")
    assert stage.view.facts.rows["public_title"].editor.edit.text() == "Problems with payments"
    assert "Ready: 2 of 3" in stage.said[-1][0]
    asked = []

    def agree(dialog: ConfirmDialog) -> None:
        asked.append(dialog)
        assert QApplication.focusWidget() is dialog.back  # Return goes back, nothing leaves by a slip
        qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)

    in_dialog(agree)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(stage.went), timeout=5_000)
    assert len(asked) == 1
    name, incident_id = stage.went[-1]
    assert name == "compose"
    services = stage.session.services
    incident = services.record.find_incident(incident_id)
    assert incident.title == "Checkout payments failing"
    assert incident.public_title == "Problems with payments"
    assert incident.severity == "P0"
    assert incident.roles == {"incident_commander": "@eng-lead", "technical_lead": "@payments-oncall"}
    assert incident.domain == "payments"
    assert incident.slack_channel.endswith("-checkout-payments-failing")
    deliveries = services.record.deliveries(incident_id=incident_id)
    assert {one.state.value for one in deliveries} == {"held"}  # nothing has left
    assert services.record.drafts() == ()


def test_back_in_the_confirmation_changes_nothing(stage, qtbot):
    fill(stage)
    in_dialog(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    stage.view.declare.click()
    assert stage.went == []
    assert not stage.presenter.busy
    assert stage.session.services.record.incidents() == ()


def test_the_draft_is_kept_and_restored(stage, qtbot, session):
    fill(stage)
    stage.presenter.set_value("data_impact", {"yes": "some rows"})
    stage.presenter.answer("all_payments_fail", True)
    with qtbot.waitSignal(stage.presenter.saved, timeout=5_000):
        pass
    press(qtbot, Qt.Key.Key_Escape)
    assert stage.went == [("welcome", None)]
    stage.hide()
    again = new_stage(qtbot, session)
    assert again.standing.draft == stage.standing.draft
    rows = again.view.facts.rows
    assert rows["title"].editor.edit.text() == "Checkout payments failing"
    assert rows["data_impact"].editor.detail.text() == "some rows"
    assert again.view.severities.boxes["all_payments_fail"].isChecked()
    assert again.view.severities.cards[0].selected
    again.view.start_over.click()
    assert again.standing.severity == ""
    assert rows["title"].editor.edit.text() == ""
    qtbot.waitUntil(lambda: session.jobs.busy == 0)
    assert session.services.record.drafts() == ()


def test_typing_is_stored_twice_a_second(stage, qtbot):
    press(qtbot, Qt.Key.Key_1)
    saved: list[object] = []
    stage.presenter.saved.connect(saved.append)
    for letter in "abcdefghijklmnopqrst":
        write(qtbot, letter)
        qtbot.wait(70)
    assert len(saved) >= 2  # not only after a pause


def test_leaving_a_field_stores_it_once(stage, qtbot):
    press(qtbot, Qt.Key.Key_1)
    stage.presenter._save.setInterval(60_000)  # so that only leaving stores it
    saved: list[object] = []
    stage.presenter.saved.connect(saved.append)
    stage.view.focus_field("impact")
    write(qtbot, "500 users")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(saved), timeout=5_000)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: stage.session.jobs.busy == 0)
    QApplication.processEvents()
    assert len(saved) == len(set(saved)), "as it was, it is not stored anew"
    (draft,) = stage.session.services.record.drafts()
    assert draft.values["impact"] == "500 users"


def test_answers_suggest_with_a_reason(stage):
    stage.view.severities.boxes["all_payments_fail"].click()
    assert stage.standing.severity == "P0"
    assert (
        stage.view.severities.suggestion.text()
        == "Suggests P0 because total payment processing failure is critical."
    )
    stage.view.severities.boxes["all_payments_fail"].click()
    assert stage.standing.severity == ""
    stage.view.severities.share.setCurrentIndex(3)
    assert stage.standing.severity == "P1"
    stage.presenter.choose_severity("P2")
    assert stage.standing.severity == "P2"
    assert "You chose P2" in stage.view.severities.suggestion.text()


def test_a_blocked_message_is_unticked_and_the_others_may_go(stage, qtbot):
    fill(stage)
    rows = stage.view.outgoing.rows
    assert not rows["executive_notification"].box.isChecked()
    assert (
        rows["executive_notification"].needs.words.text()
        == "needs Users affected, Data impact, Current actions, Next update"
    )
    stage.presenter.set_value("brief_description", "db-prod-01 fails, and web-02")
    footer, _ = stage.view._telling.status(stage.standing, {})
    assert "Status page blocked: 2 problems (F8)" in footer
    assert "Executive needs Users affected and 3 more" in footer
    stage.presenter.set_value("brief_description", None)
    rows["executive_notification"].box.click()
    assert not rows["executive_notification"].box.isChecked()
    assert stage.view.facts.rows["users_affected"].editor.input.hasFocus()
    values = {
        "users_affected": "about 40 %",
        "data_impact": "no",
        "current_actions": "Rolling back.",
        "next_update": "2026-11-23T14:55:00Z",
    }
    for name, value in values.items():
        stage.presenter.set_value(name, value)
    assert rows["executive_notification"].box.isChecked()
    assert len(stage.standing.ready) == 3
    rows["slack_declaration"].box.click()
    assert stage.standing.ready == ("status_investigating", "executive_notification")


def test_empty_is_a_fault_only_once_left(stage, qtbot):
    press(qtbot, Qt.Key.Key_0)
    row = stage.view.facts.rows["impact"]
    assert not row._finding.isVisible()
    row.focus_editor()
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(row._finding.isVisible)
    assert row._finding.words.text() == "Impact is empty."


def test_a_reminder_is_repeated_in_the_question_until_it_is_put_away(stage, qtbot):
    fill(stage)
    stage.presenter.set_value("impact", "500 users, graph attached")
    row = stage.view.facts.rows["impact"]
    qtbot.waitUntil(row._finding.isVisible)
    services = stage.presenter.services
    assert any(
        "“attached”" in one for one in stage.view._telling.confirmation(stage.standing, services).reminders
    )
    row._finding.button.click()
    assert not row._finding.isVisible()
    assert stage.view._telling.confirmation(stage.standing, services).reminders == ()
    assert stage.standing.ready, "it never kept anything back"


def test_a_leak_in_a_declaration_is_told_at_its_field_and_let_pass_or_taken_out(stage, qtbot, monkeypatch):
    fill(stage)
    stage.presenter.set_value("brief_description", "db-prod-01 (10.0.0.17) is down")
    row = stage.view.facts.rows["brief_description"]
    assert "“db-prod-01” looks like a host name" in row.editor.input.accessibleDescription()
    assert [row.editor.edit.text()[slice(*one)] for one in row.editor.edit.marks] == [
        "db-prod-01",
        "10.0.0.17",
    ]
    assert "status_investigating" not in stage.standing.ready
    qtbot.waitUntil(row._finding.isVisible)
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_asked, **_more: "It is the product's name.")
    row._finding.let_pass.click()
    assert "10.0.0.17" in row._finding.words.text(), "the next one in the same field"
    stage.actions_by_id["problem.mend"].trigger()
    assert row.editor.edit.text() == "db-prod-01 (our network) is down"
    assert "status_investigating" in stage.standing.ready
    stage.presenter.set_value("brief_description", "Payments fail.")
    stage.presenter.set_fact("title", "Payments: token=abcd1234 refused")
    title = stage.view.facts.rows["title"]
    assert "what looks like" in title._finding.words.text(), "the summary is filled from it"
    stage.actions_by_id["problem.mend"].trigger()
    assert title.editor.edit.text() == "Payments: token=… refused"
    assert stage.standing.ready == ("slack_declaration", "status_investigating")


def test_public_words_come_from_the_picks_until_edited(stage, qtbot):
    fill(stage)
    row = stage.view.facts.rows["brief_description"]
    assert row.editor.edit.text() == "errors when paying"
    assert row._badge.isVisible()
    row.focus_editor()
    row.editor.edit.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    assert row.editor.edit.text() == ""  # who has emptied it wants to type
    write(qtbot, "trouble")
    assert stage.standing.draft.values["brief_description"] == "trouble"
    assert not row._badge.isVisible()
    row.editor.edit.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    press(qtbot, Qt.Key.Key_Tab)
    assert row.editor.edit.text() == "errors when paying"
    stage.presenter.set_fact("symptom", "delayed")
    assert row.editor.edit.text() == "delayed payments"


def test_an_internal_word_never_reaches_the_public(stage):
    fill(stage, title="pay-7f9c crashes at Stripe")
    page = next(one for one in stage.standing.round.messages if one.head.name == "status_investigating")
    assert "pay-7f9c" not in page.message.text
    assert stage.standing.round.incident.public_title == "Problems with payments"


def test_a_look_alike_is_pointed_out(stage, qtbot, session):
    fill(stage)
    stage.presenter.publish()
    qtbot.waitUntil(lambda: bool(stage.went), timeout=20_000)
    incident_id = stage.went[-1][1]
    stage.hide()
    again = new_stage(qtbot, session)
    assert not again.view.facts.like_line.isVisible()
    again.presenter.choose_severity("P0")
    again.presenter.set_fact("title", "Payments failing checkout")
    assert again.view.facts.like_line.isVisible()
    again.view.facts.open_other.click()
    assert again.went == [("compose", incident_id)]


def test_p3_gives_a_ticket_and_declares_nothing(stage, qtbot):
    fill(stage, "P3", title="Icon off by a pixel")
    assert stage.view.ticket.isVisible()
    assert "Icon off by a pixel" in stage.view.ticket.edit.toPlainText()
    assert not stage.view.declare.isEnabled()
    assert stage.standing.ready == ()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.went == []
    stage.view.ticket.copy.click()
    assert QGuiApplication.clipboard().text() == stage.view.ticket.edit.toPlainText()


def test_publish_without_facts_leads_to_what_is_missing(stage, qtbot):
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.view.severities.cards[0].hasFocus()
    stage.presenter.choose_severity("P1")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stage.view.facts.rows["title"].editor.input.hasFocus()
    assert stage.view.facts.rows["title"]._finding.words.text() == "Title is empty."
    assert stage.said[-1][0] == "Needs Title"
    press(qtbot, Qt.Key.Key_F8)
    assert not stage.view.facts.rows["title"].editor.input.hasFocus()


def test_a_start_that_is_no_time_keeps_all_back(stage):
    fill(stage)
    stage.presenter.set_fact("impact_started_at", "soon")
    assert stage.standing.ready == ()
    assert (
        stage.view.facts.rows["impact_started_at"]._finding.words.text() == "A time such as 13:52 is needed."
    )
    start = stage.session.services.clock.now() - timedelta(minutes=8)
    stage.presenter.set_fact("impact_started_at", start.isoformat())
    assert len(stage.standing.ready) == 2


def test_tab_order_is_reading_order(stage, qtbot):
    fill(stage)
    qtbot.wait(20)
    start = stage.view.severities.cards[0]
    start.setFocus()
    seen = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        press(qtbot, Qt.Key.Key_Tab)
    rows = stage.view.facts.rows
    order = [
        rows[name].editor.input
        for name in (
            "title",
            "impact",
            "detection",
            "incident_commander",
            "technical_lead",
            "symptom",
            "public_title",
            "data_impact",
        )
    ]
    order += [stage.view.outgoing.rows["slack_declaration"].box, stage.view.declare]
    places = [seen.index(one) for one in order]
    assert places == sorted(places)


def test_two_picks_and_a_severity_are_enough_for_the_first_public_post(stage, qtbot):
    stage.presenter.choose_severity("P0")
    stage.presenter.set_components({"payments": ComponentStatus.MAJOR_OUTAGE})
    assert stage.standing.ready == ("status_investigating",)
    assert stage.view.facts.rows["title"].editor.edit.text() == "Problems with payments"
    assert stage.view.facts.rows["title"]._badge._text == "from the picks"
    assert stage.standing.channel.name.endswith("-problems-with-payments")
    in_dialog(lambda dialog: dialog.go.click())
    stage.view.declare.click()
    qtbot.waitUntil(lambda: bool(stage.went), timeout=20_000)
    incident = stage.session.services.record.find_incident(stage.went[-1][1])
    assert incident.title == "Problems with payments"


def test_practice_fills_in_a_whole_p0_and_never_over_what_was_begun(stage, qtbot):
    stage.view.enter("practice")
    qtbot.waitUntil(lambda: stage.standing.severity == "P0", timeout=20_000)
    assert len(stage.standing.ready) == 4
    assert stage.standing.whole == ()
    assert stage.said[-1][0] == "Ready: 4 of 4"
    assert stage.view.facts.rows["title"].editor.edit.text() == "Checkout payments failing"
    assert stage.view.facts.rows["symptom"].editor.combo.currentText() == "errors when paying"
    started = stage.view.facts.rows["impact_started_at"]
    assert started._badge._text in ("11 min ago", "12 min ago")
    assert set(stage.standing.draft.values) <= set(stage.standing.asked)  # all of it is in sight
    stage.presenter.set_fact("title", "My own drill")
    stage.view.enter("practice")
    qtbot.waitUntil(lambda: stage.session.jobs.busy == 0)
    QApplication.processEvents()
    assert stage.standing.title == "My own drill"


def test_practice_starts_from_a_made_up_pagerduty_incident_and_keeps_a_time_that_was_typed(stage, qtbot):
    typed = "2026-01-02T03:04:00Z"
    stage.presenter.set_fact("impact_started_at", typed)
    stage.presenter._on_second()
    assert stage.standing.draft.facts["impact_started_at"] == typed, "what was typed first is no empty form"
    in_dialog(lambda dialog: dialog.accept(), PickDutyDialog)
    stage.view.from_duty.click()
    qtbot.waitUntil(lambda: stage.standing.title == "Error rate above 5 % on checkout-api")
    facts = stage.standing.draft.facts
    assert (facts["pagerduty_incident"], facts["impact_started_at"]) == ("PDRILL1", typed)
    assert stage.standing.draft.values == {"detection": "PagerDuty: checkout-api"}
    fill(stage, title="Checkout payments failing")
    with qtbot.waitSignal(stage.presenter.declared, timeout=10_000) as declared:
        stage.presenter.publish()
    qtbot.waitUntil(lambda: stage.session.jobs.busy == 0)
    events = stage.session.services.record.events(declared.args[0])
    assert "PagerDuty: Acknowledged by Ada Example" in [one.text for one in events]


def test_words_from_elsewhere_stand_only_in_a_blank_declaration(stage, qtbot):
    stage.view.enter({"impact": "Nobody can pay", "nonsense": "x"})
    qtbot.waitUntil(lambda: bool(stage.standing.draft.values), timeout=20_000)
    assert dict(stage.standing.draft.values) == {"impact": "Nobody can pay"}
    stage.view.enter({"impact": "other"})
    qtbot.waitUntil(lambda: stage.session.jobs.busy == 0)
    QApplication.processEvents()
    assert dict(stage.standing.draft.values) == {"impact": "Nobody can pay"}


def test_roles_security_and_pagerduty_stand_in_the_record(stage, qtbot):
    fill(stage)
    rows = stage.view.facts.rows
    rows["communications_lead"].editor.combo.setCurrentText("@kim")
    rows["pagerduty_incident"].editor.edit.setFocus()
    rows["pagerduty_incident"].editor.edit.clear()
    write(qtbot, "not an id!")
    said = rows["pagerduty_incident"]._finding.words
    qtbot.waitUntil(lambda: said.text().startswith("No PagerDuty incident"))  # once the id is written
    assert "pagerduty_status_update" not in stage.standing.ready
    rows["pagerduty_incident"].editor.edit.clear()
    write(qtbot, "https://acme.pagerduty.com/incidents/PT4KHLK")
    assert "pagerduty_status_update" in stage.standing.ready
    stage.view.facts.security.box.click()
    assert "status_investigating" not in stage.standing.ready
    assert "pagerduty_status_update" not in stage.standing.ready
    assert stage.view.facts.security.words.text().startswith("Code name Alder: private Slack channel")
    assert stage.view.outgoing.suspended.text().startswith("Suspended: ")
    assert "Status page" in stage.view.outgoing.suspended.text()
    assert stage.standing.channel.name.startswith("#alder-")
    assert "CTO" in stage.view.facts.invites.others.text()
    assert "Engineering Lead" not in stage.view.facts.invites.others.text()
    assert rows["legal"].isVisible()
    stage.view.facts.security.box.click()
    assert "status_investigating" in stage.standing.ready
    assert not rows["legal"].isVisible()
    stage.view.facts.security.box.click()
    rows["legal"].editor.combo.setCurrentText("@lee")
    assert "status_investigating" not in stage.standing.ready
    page = stage.view.outgoing.page
    assert page.box.text() == "Page Billing/Payment Lead"
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("DRILL · P0 Checkout payments failing. Impact: ~500")
    page.box.click()
    stage.view.declare.click()
    qtbot.waitUntil(lambda: bool(stage.went), timeout=20_000)  # nothing public: nothing is asked
    record = stage.session.services.record
    incident = record.find_incident(stage.went[-1][1])
    assert incident.roles["communications_lead"] == "@kim"
    assert incident.pagerduty_incident == "PT4KHLK"
    assert incident.security
    assert incident.roles["legal"] == "@lee"
    assert incident.slack_channel.startswith("#alder-")
    told = [one.text for one in record.events(incident.id)]
    assert "Paged Billing/Payment Lead (Payment failures (Stripe/PayPal))" in told


def test_whoever_is_at_the_keyboard_leads_the_communication(qtbot, session):
    session.services.settings = session.services.settings._replace(name="Kim")
    stage = new_stage(qtbot, session)
    stage.presenter.choose_severity("P0")
    assert stage.view.facts.rows["communications_lead"].editor.combo.currentText() == "Kim"
    assert stage.view.facts.rows["communications_lead"]._badge._text == "you"


def test_the_slack_channel_is_made_or_exists_and_says_which(stage, qtbot, session):
    fill(stage)
    note = stage.view.facts.channel_note
    assert note.words.text() == "New: it is made on declaring."
    assert not note.other.isVisible()
    first = stage.standing.channel.name
    edit = stage.view.facts.rows["slack_channel"].editor.edit
    edit.setFocus()
    edit.selectAll()
    write(qtbot, "Our War Room!")
    assert stage.standing.channel.name == "#our-war-room"
    assert stage.standing.channel.is_new
    assert stage.standing.round.incident.creates_slack_channel
    note.other.click()
    assert note.words.text() == "Exists: nothing is made."
    assert not stage.standing.round.incident.creates_slack_channel
    note.other.click()
    assert stage.standing.round.incident.creates_slack_channel
    stage.presenter.set_fact("slack_channel", None)
    stage.presenter.publish()
    qtbot.waitUntil(lambda: bool(stage.went), timeout=20_000)
    stage.hide()
    again = new_stage(qtbot, session)
    fill(again)
    assert again.standing.channel.name == f"{first}-2"  # never another incident's
    again.presenter.set_fact("slack_channel", first)
    assert again.view.facts.channel_note.words.text() == "Exists: the channel of “Checkout payments failing”."
    assert not again.standing.round.incident.creates_slack_channel


def test_impact_starts_now_until_something_is_begun_and_is_chosen_in_words(stage, qtbot, monkeypatch):
    presenter, clock = stage.presenter, stage.session.services.clock
    later = clock.now() + timedelta(minutes=7)
    monkeypatch.setattr(clock, "now", lambda: later)
    stage.session.second_passed.emit()
    assert stage.standing.draft.facts["impact_started_at"].startswith(f"{later:%Y-%m-%dT%H:%M}")
    monkeypatch.undo()
    presenter.choose_severity("P0")
    combo = stage.view.facts.rows["impact_started_at"].editor.combo
    choices = [combo.itemText(place) for place in range(combo.count())]
    assert choices[:3] == ["now", "5 min ago", "10 min ago"]
    combo.setCurrentIndex(2)
    ten = clock.now() - timedelta(minutes=10)
    assert abs(read_time(stage.standing.draft.facts["impact_started_at"]) - ten) < timedelta(seconds=61)
    combo.activated.emit(2)
    assert combo.currentText().endswith("UTC")


def test_symptoms_of_one_key_are_offered_once_in_the_words_that_are_taken(stage):
    fill(stage)
    stage.presenter.set_components(
        {"api": ComponentStatus.DEGRADED_PERFORMANCE, "payments": ComponentStatus.MAJOR_OUTAGE}
    )
    stage.presenter.set_fact("symptom", "errors")
    combo = stage.view.facts.rows["symptom"].editor.combo
    assert combo.currentText() == "errors when paying"
    assert stage.standing.wording.brief_description == "errors when paying"


def test_the_question_names_who_is_reached_and_takes_the_promise(stage, qtbot):
    fill(stage)
    seen: dict[str, Any] = {}

    def look(dialog: ConfirmDialog) -> None:
        words = " ".join(label.text() for label in dialog.findChildren(QLabel))
        seen["first"] = words
        assert dialog.offer is not None
        seen["offer"] = dialog.offer.text().replace("&", "")
        qtbot.keyClick(dialog, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: dialog.offer is None, timeout=2_000)
        seen["after"] = dialog.offer
        seen["text"] = stage.standing.draft.values["next_update"]
        seen["words"] = " ".join(
            label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)
        )
        assert dialog.notify is not None
        dialog.notify.click()
        seen["notify"] = stage.standing.draft.notify
        seen["focus"] = dialog.back.isDefault() and not dialog.go.isDefault()
        # the keys that asked the question never answer it
        for target in (dialog, dialog.go, dialog.notify):
            assert target is not None
            target.setFocus()
            qtbot.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            qtbot.wait(150)
        seen["still asked"] = dialog.isVisible()
        dialog.go.click()

    in_dialog(look)
    stage.view.declare.click()
    qtbot.waitUntil(lambda: bool(stage.went), timeout=20_000)
    assert "the practice page on this computer has no subscribers" in seen["first"]
    assert "transcript on this computer" in seen["first"]
    assert "Held for 5 seconds: nothing leaves before, Esc takes it back." in seen["first"]
    time = f"{read_time(seen['text']):%H:%M}"
    assert seen["offer"] == f"Insert “next update by {time} UTC”"
    assert seen["after"] is None
    # With the date where midnight lies between.
    assert re.search(rf"Next update by (\d{{4}}-\d\d-\d\d )?{time} UTC", seen["words"])
    assert seen["notify"] is False
    assert seen["focus"]
    assert seen["still asked"]
    record = stage.session.services.record
    page = next(
        one
        for one in record.messages(incident_id=stage.went[-1][1])
        if one.template == "status_investigating"
    )
    assert page.promise_at == read_time(seen["text"])  # tracked, not only said
    payload = next(
        one.payload
        for one in record.deliveries(incident_id=stage.went[-1][1])
        if one.template == "status_investigating"
    )
    assert b'"deliver_notifications":false' in payload


def test_what_is_blocked_can_not_be_confirmed(qtbot):
    question = Question(
        (ConfirmRow("Status page", "x", "nobody"),), "text", "Publish", blocked=("Title is empty.",)
    )
    dialog = ConfirmDialog(question)
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    assert dialog.back.isDefault()
    assert "Title is empty." in dialog.accessibleDescription()


def test_declaring_brings_nothing_to_the_front_where_the_person_has_gone_on(stage, qtbot):
    session = stage.session
    session.services.settings = session.services.settings._replace(hold_s=0)
    fill(stage)
    qtbot.waitUntil(lambda: bool(stage.standing.ready))
    stage.presenter.publish()
    stage.view.hide()  # another screen is in sight before the round is stored
    with qtbot.waitSignal(stage.presenter.declared):
        pass
    assert stage.went == []

    def states():
        return {one.state for one in session.services.record.deliveries()}

    qtbot.waitUntil(
        lambda: states() == {DeliveryState.SENT}
    )  # nobody looks at it, and it leaves all the same


def test_what_a_template_says_by_itself_is_let_pass_at_its_message_and_kept_back_again(
    stage, qtbot, monkeypatch
):
    fill(stage)
    stage.view.outgoing.show()
    before = stage.presenter._situation
    head = before.templates["status_investigating"]
    source = head.body.rstrip() + " See https://wiki.corp.example:8443/x."
    templates = dict(before.templates) | {"status_investigating": replace(head, body=source)}
    stage.presenter._situation = replace(before, templates=templates)
    stage.presenter.set_value("brief_description", "Payments fail.")
    row = stage.view.outgoing.rows["status_investigating"]
    assert "status_investigating" not in stage.standing.ready
    assert "The template status_investigating" in row.needs.words.text().replace("\u200b", "")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_asked, **_more: "It is open to all.")
    row.needs.let_pass.click()
    assert "status_investigating" in stage.standing.ready
    assert "Let pass: It is open to all." in row.needs.words.text().replace("\u200b", "")
    assert row.needs.let_pass.text() == "Keep it back"
    row.needs.let_pass.click()
    assert "status_investigating" not in stage.standing.ready
    stage.view.facts.leave_all()
    stage.presenter.set_value("impact", None)
    stage.presenter.set_value("detection", None)
    order = []
    for key in ("problem.next", "problem.next", "problem.previous"):
        stage.actions_by_id[key].trigger()
        order.append(next(name for name, one in stage.view.facts.rows.items() if one.editor.input.hasFocus()))
    assert order[0] == order[2] != order[1], "Shift+F8 walks back"
