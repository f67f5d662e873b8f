"""The connections in the window: added, checked, changed and removed, against services on this computer; no token stays anywhere but in the keyring."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from composer.connections import accounts, credentials
from composer.connections.accounts import Kind
from composer.connections.credentials import NoKeyringError
from composer.domain.channel import Channel
from composer.domain.sayings import Code, Said
from tests.ui.live_home import HERE, LiveHome, live_home
from tests.ui.test_sizes import settled_misfits
from tests.ui.typist import WAIT_MS, real_window, settle
from tests.vendors import pagerduty, slack
from ui import language
from ui.app import Program
from ui.connected import credential_name
from ui.connections.fields import form_fields, typed_value
from ui.connections.presenter import Row
from ui.connections.removing import RemoveDialog
from ui.connections.view import ConnectionsView
from ui.reaching import reached
from ui.widgets.text import Text


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveHome]:
    with live_home(tmp_path, monkeypatch) as made:
        yield made


class Screen:
    """The connections of the real window, pressed and read."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program
        program.go("connections")
        view = program.window.stack.currentWidget()
        assert isinstance(view, ConnectionsView)
        self.view = view
        self.wait()

    def wait(self) -> None:
        settle(self.qtbot, self.program)

    def press(self, name: str) -> None:
        button: Any = self.view.findChild(QWidget, name)
        assert button is not None, name
        button.click()
        QApplication.processEvents()

    def connect(self, kind: str, **typed: str) -> None:
        """Fill a form in with keys, and hand it over with Enter."""
        self.press(f"connect{kind}Button")
        self.hand_over(**typed)

    def hand_over(self, **typed: str) -> None:
        form = self.view.form
        assert form is not None
        last: Any = None
        for key, text in typed.items():
            last = form.inputs[key.removesuffix("_")]
            last.setFocus()
            if isinstance(last, QLineEdit):
                last.selectAll()
                last.insert(text)
            else:
                last.setCurrentIndex(last.findData(text))
        form.save.click()
        self.wait()

    def row(self, name: str) -> Row:
        return next(one for one in self.view.presenter.rows() if one.name == name)

    def problem(self) -> str:
        assert self.view.form is not None
        return self.view.form.problem.text()

    def bar(self) -> list[str]:
        return [one.accessibleName() for one in self.program.window.top_bar._states]


@pytest.fixture
def opened(qtbot: QtBot, live: LiveHome) -> Iterator[Callable[[], Screen]]:
    from contextlib import ExitStack

    with ExitStack() as running:
        yield lambda: Screen(qtbot, running.enter_context(real_window(qtbot, live.home)))


def test_a_service_is_connected_checked_and_removed(
    live: LiveHome, opened: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    live.in_mode("live")
    screen = opened()
    assert screen.row("slack").state == "○ Not connected"
    assert screen.bar()[0] == "Slack: not connected, by hand"
    focused = screen.program.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "connectSlackButton"  # and not the search: nothing can be checked yet
    middles = [
        one.mapTo(screen.view, one.rect().center()).y()
        for one in (focused, *(text for text in screen.view.findChildren(Text) if text.text() == "Slack"))
    ]
    assert max(middles) - min(middles) <= 1, "a link stands as high as what it is about"
    screen.connect("Slack", credential=slack.TOKEN, base_url=f"{live.slack.url}/api")
    assert screen.view.form is None
    row = screen.row("slack")
    assert row.state.startswith("● Checked "), row
    assert row.about.startswith("Workspace Acme")
    assert live.ring.kept == {(credentials.SERVICE, f"slack@{HERE}"): slack.TOKEN}
    assert live.holds(slack.TOKEN) == []
    assert screen.bar()[0].startswith("Slack: connected, checked ")
    assert "slack" in {one.value for one in screen.program.session.services.connected}
    live.slack.channel("executives")
    screen.connect("Executives", slack_channel="executives")
    row = screen.row("executives")
    assert (row.about, row.state[:9]) == ("Slack #executives", "● Checked"), row
    services = screen.program.session.services
    assert (
        reached(services, Channel.EXECUTIVE, notify=False)
        == "everyone in #executives (how many is not known)"
    )
    answers = [False, True]
    monkeypatch.setattr(RemoveDialog, "ask", classmethod(lambda *_: answers.pop(0)))
    screen.press("removeSlackButton")
    screen.wait()
    assert screen.row("slack").connected, "the question was answered with Back"
    screen.press("removeSlackButton")
    screen.wait()
    assert not screen.row("slack").connected
    assert live.ring.kept == {}
    assert screen.bar()[0] == "Slack: not connected, by hand"
    assert not live.slack.ledger.entries, "checking sends nobody anything"


def test_what_check_says_stands_there_with_the_next_step(
    live: LiveHome, opened: Callable[[], Screen]
) -> None:
    live.connect_all()
    live.slack.scopes.discard("pins:write")
    live.ring.kept[credentials.SERVICE, f"pagerduty@{HERE}"] = "u+wrongwrongwrongwron"
    del live.ring.kept[credentials.SERVICE, f"sendgrid@{HERE}"]
    screen = opened()
    assert screen.row("statuspage").state == "○ Not checked yet"
    assert screen.row("sendgrid").state.startswith("✕ No API key in the keyring for 127.0.0.1")
    screen.press("checkAllButton")
    screen.wait()
    under_scoped = screen.row("slack")
    assert under_scoped.state.startswith("▲ Checked ")
    assert "lacks pins:write" in under_scoped.state
    assert "install it again" in under_scoped.state
    assert screen.row("pagerduty").state.startswith("✕ Checked ")
    assert "1,234 subscribers" in screen.row("statuspage").about
    assert "3 readers · customers.csv · changed within the hour" in screen.row("customers").about
    assert screen.row("customers").state.startswith("● ")
    assert screen.bar()[3].startswith("PagerDuty: connected, and something is missing: ")
    found: Any = screen.view.findChild(QWidget, "stateSlack")
    assert "pins:write" in found.accessibleName()


def test_what_check_says_is_in_the_windows_language(
    live: LiveHome, opened: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: str) -> str:
        raise OSError

    live.connect_all()
    live.slack.scopes.discard("pins:write")
    live.ring.kept[credentials.SERVICE, f"pagerduty@{HERE}"] = "u+wrongwrongwrongwron"
    screen = opened()
    screen.press("checkAllButton")
    screen.wait()
    language.apply("de")
    try:
        assert "Dem Zugangsschlüssel fehlt pins:write: Er kann" in screen.row("slack").state
        assert screen.row("slack").about.startswith("Arbeitsbereich Acme")
        assert "Der Dienst hat abgelehnt (401)" in screen.row("pagerduty").state
        assert "1.234 Abonnenten" in screen.row("statuspage").about
        (live.home.root / "customers.csv").unlink()
        monkeypatch.setattr(live.ring, "get_password", locked)
        screen.view.presenter.refresh()
        screen.wait()
        assert "Der Schlüsselbund dieses Systems lässt sich nicht benutzen" in screen.row("slack").state
        assert (
            screen.row("customers").state == "✕ customers.csv: lässt sich nicht lesen: Die Datei ist nicht da"
        )
        told: list[tuple[str, str]] = []
        screen.program.errors.sentence.connect(lambda text, step: told.append((text, step)))
        screen.view.presenter.remove("slack")
        screen.wait()
        ((text, step),) = told
        assert text.startswith("Der Schlüsselbund dieses Systems lässt sich nicht benutzen")
        assert step == "Entsperren Sie ihn, und versuchen Sie es noch einmal."
    finally:
        language.apply("en")


def test_what_was_checked_is_known_after_a_restart_until_the_account_is_changed(
    qtbot: QtBot, live: LiveHome
) -> None:
    live.connect_all()
    with real_window(qtbot, live.home) as program:
        screen = Screen(qtbot, program)
        screen.press("checkStatuspageButton")
        screen.wait()
    with real_window(qtbot, live.home) as program:
        screen = Screen(qtbot, program)
        assert "1,234 subscribers" in screen.row("statuspage").about
        live.home.connections.write_text(
            live.home.connections.read_text(encoding="utf-8").replace("page_id = ", "page_id = 'other' # "),
            encoding="utf-8",
        )
        screen.view.presenter.refresh()
        screen.wait()
        assert screen.row("statuspage").state == "○ Not checked yet"


def test_a_refused_form_keeps_what_is_not_secret(live: LiveHome, opened: Callable[[], Screen]) -> None:
    screen = opened()
    screen.connect("Statuspage", credential="canary-key-1234567", base_url="http://status.example.com/v1")
    assert "Page id" in screen.problem()
    assert "for this computer alone" in screen.problem()
    assert "enter it again" in screen.problem()
    form = screen.view.form
    assert form is not None
    address, secret = form.inputs["base_url"], form.inputs["credential"]
    assert isinstance(address, QLineEdit)
    assert isinstance(secret, QLineEdit)
    assert address.text() == "http://status.example.com/v1"
    assert secret.text() == ""
    assert live.ring.kept == {}
    assert not live.home.connections.exists()
    screen.hand_over(credential="äcanary", page_id="p1", base_url=f"{live.page.url}/v1")
    assert "has letters outside ASCII" in screen.problem()
    screen.program.window.resize(1_280, 820)
    form.problem.setText("What is wrong takes several lines. " * 12)
    assert settled_misfits(screen.program.window) == [], "the form is narrower than its column, and so taller"
    assert "canary" not in screen.problem()


def test_a_wrong_token_is_told_by_its_service(live: LiveHome, opened: Callable[[], Screen]) -> None:
    screen = opened()
    screen.connect("Slack", credential="xoxb-wrong-canary-99", base_url=f"{live.slack.url}/api")
    row = screen.row("slack")
    assert row.state.startswith("✕ Checked ")
    assert "xoxb" not in row.state
    screen.press("editSlackButton")
    screen.hand_over(credential=slack.TOKEN)
    assert screen.row("slack").state.startswith("● Checked ")


def test_an_account_is_changed_and_its_credential_stays(live: LiveHome, opened: Callable[[], Screen]) -> None:
    live.connect_all()
    screen = opened()
    screen.press("editSlackButton")
    screen.hand_over(invite="")
    assert "invite" not in live.home.connections.read_text(encoding="utf-8")
    assert live.ring.kept[credentials.SERVICE, f"slack@{HERE}"] == slack.TOKEN
    screen.press("anotherStatuspageButton")
    screen.hand_over(name="eu", credential="another-key-1234", page_id="abc", base_url=f"{live.page.url}/v1")
    assert screen.row("statuspage.eu").title == "Statuspage (eu)"
    assert live.ring.kept[credentials.SERVICE, f"statuspage.eu@{HERE}"] == "another-key-1234"


def test_without_a_keyring_a_token_is_for_this_run_only_and_it_is_said(
    live: LiveHome, opened: Callable[[], Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Any:
        raise NoKeyringError(Said.of(Code.NO_KEYRING))

    monkeypatch.setattr(credentials.Credentials.__init__, "__defaults__", (none,))
    live.in_mode("live")
    screen = opened()
    assert "no keyring" in screen.view.keyring.text()
    assert "this run only" in screen.view.keyring.text()
    screen.press("connectSlackButton")
    form = screen.view.form
    assert form is not None
    assert form.this_run.isVisible()
    assert form.this_run.isChecked()
    form.this_run.setChecked(False)
    screen.hand_over(credential=slack.TOKEN, base_url=f"{live.slack.url}/api")
    assert "no keyring" in screen.problem(), "nobody keeps a token elsewhere in silence"
    form.this_run.setChecked(True)
    screen.hand_over(credential=slack.TOKEN)
    row = screen.row("slack")
    assert row.state.startswith("● Checked ")
    assert any("For this run only" in line for line in row.more)
    assert live.holds(slack.TOKEN) == []
    assert "slack" in {one.value for one in screen.program.session.services.connected}
    assert screen.program.session.services._credentials.read(row.account) == slack.TOKEN  # type: ignore[arg-type]


def test_a_token_is_nowhere_once_it_was_handed_over(
    live: LiveHome, opened: Callable[[], Screen], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    canary = pagerduty.API_KEY
    screen = opened()
    window = screen.program.window
    QGuiApplication.clipboard().clear()
    screen.press("connectPagerdutyButton")
    form = screen.view.form
    assert form is not None
    edit = form.inputs["credential"]
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, canary)
    assert edit.text() == canary
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(edit, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert canary not in QGuiApplication.clipboard().text()
    edit.setText("")
    QTest.keyClicks(edit, canary)
    assert canary not in spoken(window), "not even while it is typed"
    screen.hand_over(from_="not an address", base_url=live.pagerduty.url)
    assert "Acting as" in screen.problem()
    assert edit.text() == ""
    edit.undo()
    assert edit.text() == "", "nothing brings it back"
    assert canary not in spoken(window)
    screen.hand_over(credential=canary, from_=pagerduty.USER)
    assert screen.row("pagerduty").state.startswith("● Checked ")
    assert canary not in spoken(window)
    assert canary not in caplog.text
    assert live.holds(canary) == []


def spoken(top: QWidget) -> str:
    """Every word that the window or a screen reader could show of it."""
    words = []
    for one in (top, *top.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is not None:
            words += [
                interface.text(what) for what in QAccessible.Text if what is not QAccessible.Text.UserText
            ]
        for name in ("toolTip", "accessibleName", "accessibleDescription", "whatsThis", "statusTip"):
            words.append(getattr(one, name)())
        if not isinstance(one, QLineEdit):
            shown = getattr(one, "text", None)
            words.append(str(shown()) if callable(shown) else "")
        else:
            words.append(one.displayText())
    return "\n".join(words)


def test_a_form_out_of_sight_holds_nothing(live: LiveHome, opened: Callable[[], Screen]) -> None:
    screen = opened()
    screen.press("connectSlackButton")
    form = screen.view.form
    assert form is not None
    secret = form.inputs["credential"]
    assert isinstance(secret, QLineEdit)
    QTest.keyClicks(secret, "canary-out-of-sight")
    screen.program.go("settings")
    screen.wait()
    assert secret.text() == ""
    assert live.ring.kept == {}


def test_before_live_it_is_named_who_will_be_reachable(
    qtbot: QtBot, live: LiveHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    from composer.paths import Mode
    from ui.going_live import GoLiveDialog

    live.connect_all(mode="practice", customers=1_204)
    asked: list[list[tuple[str, str]]] = []
    answers = [False, True]

    def ask(_: object, lines: list[tuple[str, str]]) -> bool:
        asked.append(lines)
        return answers.pop(0)

    monkeypatch.setattr(GoLiveDialog, "ask", ask)
    with real_window(qtbot, live.home) as program:
        assert program.window.top_bar._states[0].accessibleName() == "Slack: practice, on this computer"
        program.go("settings")
        settle(qtbot, program)
        view: Any = program.window.stack.currentWidget()
        view.live.click()
        settle(qtbot, program)
        assert program.session.mode is Mode.PRACTICE
        assert view.practice.isChecked(), "what is not in force is not shown as chosen"
        said = dict(asked[0])
        assert said["Customers"].startswith("1,204 readers · customers.csv")
        assert said["Executives"].startswith("2 readers")
        assert {"Slack", "Statuspage", "PagerDuty"} <= set(said)
        view.live.click()
        qtbot.waitUntil(
            lambda: program.session.mode is Mode.LIVE and program.session.is_open, timeout=WAIT_MS
        )
        settle(qtbot, program)
        assert program.window.top_bar._states[0].accessibleName() == "Slack: connected, not checked yet"


def test_nobody_is_asked_where_nothing_is_connected(qtbot: QtBot, live: LiveHome) -> None:
    from composer.paths import Mode

    with real_window(qtbot, live.home) as program:
        program.switch_mode(Mode.LIVE)
        qtbot.waitUntil(
            lambda: program.session.mode is Mode.LIVE and program.session.is_open, timeout=WAIT_MS
        )
        settle(qtbot, program)


def test_an_executive_with_a_comma_in_the_name_is_one_recipient() -> None:
    (to, *_) = form_fields(Kind.EXECUTIVES, ("smtp",))
    typed = "Doe, Jane <jane@acme.example>, ceo@acme.example"
    assert typed_value(to, typed) == ["Doe, Jane <jane@acme.example>", "ceo@acme.example"]


def test_the_window_has_its_own_word_for_each_credential() -> None:
    kinds: dict[Kind, Any] = {
        Kind.SLACK: accounts.SlackAccount,
        Kind.STATUSPAGE: accounts.StatuspageAccount,
        Kind.SENDGRID: accounts.SendgridAccount,
        Kind.PAGERDUTY: accounts.PagerdutyAccount,
        Kind.SMTP: accounts.SmtpAccount,
        Kind.PROXY: accounts.ProxyAccount,
    }
    for kind, account in kinds.items():
        assert credential_name(kind) == account.asks_for
    assert credential_name(Kind.CUSTOMERS) == ""
