"""The window around the screens: footer, notices, screens that come and go, its place on the desktop."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from composer.clock import SystemClock
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.overview import overview
from tests.ui.accessibility import nameless, unreachable
from tests.ui.compose_home import EarlierClock, home_with_incident
from tests.ui.program_window import idle, program_on, soon
from ui.actions import ACTIONS
from ui.compose.view import ComposeView
from ui.language import utc_and_local
from ui.shell.footer import fitted
from ui.shell.top_bar import TopBar
from ui.shell.window import MainWindow, first_size
from ui.widgets.text import Tone

SCREENS = ("history", "templates", "settings", "plan", "declare", "welcome", "postmortem", "compose")


@pytest.fixture
def program(qtbot, tmp_path):
    home, _ = home_with_incident(tmp_path)
    with program_on(qtbot, home) as made:
        yield made


class TomorrowsClock(SystemClock):
    """The real clock, a day on."""

    def now(self):
        return super().now() + timedelta(hours=24)


class WindowsShown(QObject):
    """Every window that comes into sight beside the main one."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, MainWindow)
        ):
            self.shown.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False


def test_no_screen_flashes_up_as_a_window_of_its_own(qtbot, tmp_path, qapp):
    watch = WindowsShown()
    qapp.installEventFilter(watch)
    try:
        home, _ = home_with_incident(tmp_path)
        with program_on(qtbot, home) as program:
            for name in (*SCREENS, *reversed(SCREENS)):
                program.go(name)  # at once, as a person who presses keys faster than the screens are filled
            idle(qtbot, program)
            for name in SCREENS:
                program.go(name)
                idle(qtbot, program)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.shown == []


def test_what_a_screen_says_shows_only_while_it_is_in_sight(program, qtbot):
    footer = program.window.footer
    soon(qtbot, lambda: "Needed" in footer.status.text())
    program.go("history")
    idle(qtbot, program)
    assert "Needed" not in footer.status.text()
    said = footer.detail.text()
    program.say_for("compose", "from a screen out of sight", "danger", "")
    assert (footer.status.text(), footer.detail.text()) == ("", said)
    program.say_for("history", "from the one in sight", "good", "")
    assert footer.status.text() == "from the one in sight"
    overview = program.session.overview
    assert overview is not None
    own = overview.open[0].incident.id
    program.go("postmortem", own)
    assert footer.status.text() != "from the one in sight"
    (card,) = program.window.rail._cards
    assert card._selected, "its card is marked, as it is while messages are written"
    program.go("plan", "a part of it")
    assert not card._selected


def test_the_footer_keeps_its_height_and_tells_the_rest_as_a_tip(program, qtbot):
    program.window.resize(1_024, 700)
    font = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(font.pointSizeF() * 1.5)
    QApplication.setFont(large)
    try:
        program.go("history")
        idle(qtbot, program)
        footer = program.window.footer
        program.say_for("history", "short", "plain", "")
        QApplication.processEvents()
        before = footer.height()
        words = "Slack, Status page, Executive blocked: 14 problems, and many more words than there is room for here"
        program.say_for("history", words, "danger", words)
        QApplication.processEvents()
        assert footer.status.shown == words  # what stands behind it gives way first
        assert footer.detail.shown.endswith("…")
        assert footer.detail.toolTip() == words
        words = f"{words}, nor here: {words}, nor here: {words}"
        program.say_for("history", words, "danger", words)
        QApplication.processEvents()
        assert footer.height() == before
        assert footer.status.toolTip() == words
        assert footer.status.accessibleName() == words
        assert footer.status.shown.endswith("…")
        assert program.window.width() == 1_024
    finally:
        QApplication.setFont(font)


def test_one_button_leads_to_the_next_problem(program, qtbot):
    soon(qtbot, lambda: program.window.footer.problem.isVisible())
    program.window.footer.problem.click()
    here = QApplication.focusWidget()
    assert here is not None
    rows = program.window.stack.currentWidget().body.facts.rows
    assert any(row.isAncestorOf(here) for row in rows.values())
    program.go("history")
    assert not program.window.footer.problem.isVisible()


def test_whoever_turns_to_another_window_has_what_they_typed_stored(program, qtbot):
    view = program.window.stack.currentWidget()
    soon(qtbot, lambda: view.presenter.round is not None)
    presenter = view.presenter
    presenter._keeping._save.setInterval(60_000)  # so that only leaving stores it
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    presenter.set_field("summary", "Typed, and off to the chat.")
    assert presenter.holds_unstored()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    soon(qtbot, lambda: not presenter.holds_unstored())
    soon(qtbot, lambda: program.jobs.busy == 0)
    stored = program.session.services.draft_for(presenter.draft.incident_id)
    assert stored.values["summary"] == "Typed, and off to the chat."


def test_a_failure_stays_until_it_is_dealt_with(program, qtbot):
    notice = program.window.notice
    program.errors.sentence.emit("The disk is full.", "Make room, then go on typing.")
    assert notice.isVisible()
    assert (notice.text.text(), notice.step.text()) == ("The disk is full.", "Make room, then go on typing.")
    assert nameless(notice) == []
    assert unreachable(notice) == []
    program.go("history")
    assert notice.isVisible()
    notice.clear("files")  # another thing is in order again
    assert notice.isVisible()
    notice.dismiss.click()
    assert not notice.isVisible()
    done = []
    notice.tell("Text", tone=Tone.WARNING, button="&Act", act=lambda: done.append(1))
    notice.action.click()
    assert done == [1]
    assert not notice.isVisible()


def test_the_parts_around_the_screens_are_named_and_reached(program, qtbot):
    program.go("history")
    idle(qtbot, program)
    for part in (program.window.top_bar, program.window.rail, program.window.footer):
        assert nameless(part) == []
        assert unreachable(part) == []


def test_a_key_does_one_thing_and_is_given_only_where_it_does_something(program, qtbot):
    for name in SCREENS:
        program.go(name)
        for one in ACTIONS:
            usable = program.window.actions_by_id[one.id].isEnabled()
            assert usable is (not one.screens or name in one.screens), (name, one.id)


@pytest.mark.parametrize("place", [QPoint(5_000, 5_000), QPoint(-4_000, 100), QPoint(100, -3_000)])
def test_a_place_that_is_out_of_sight_is_brought_back(qtbot, tmp_path, place):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.setGeometry(QRect(place, first.size()))
    settings.setValue("window/geometry", first.saveGeometry())
    again = MainWindow(settings)
    qtbot.addWidget(again)
    room = QApplication.primaryScreen().availableGeometry()
    assert room.intersects(QRect(again.frameGeometry().topLeft(), again.frameGeometry().topRight()))


def test_place_and_size_are_kept(qtbot, tmp_path):
    home = open_home(tmp_path / "home")
    with program_on(qtbot, home) as program:
        program.window.resize(1_024, 720)
        program.window.close()
    with program_on(qtbot, home) as again:
        assert (again.window.width(), again.window.height()) == (1_024, 720)
        QTest.keyClick(again.window, Qt.Key.Key_F2)
        idle(qtbot, again)
        assert again.window.screen_name() == "plan"


def test_the_top_bar_gives_up_search_first_and_the_names_of_the_connections_last(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    bar = TopBar(around)
    bar.show_mode(Mode.PRACTICE)
    around.resize(1_100, 100)
    around.show()

    def seen(width: int) -> tuple[bool, bool]:
        bar.resize(width, 44)
        QApplication.processEvents()
        assert bar.settings.geometry().right() < width
        metrics = bar.search.fontMetrics()
        assert metrics.horizontalAdvance(bar.search.placeholderText()) < bar.search.width()
        return bar.name.isVisible(), not any(state._short for state in bar._states)

    assert seen(1_024) == (True, True)
    assert bar.search.placeholderText() == "Search messages and incidents"
    wide = bar.search.width()
    assert seen(980) == (True, True)
    assert bar.search.width() < wide
    assert seen(820) == (False, True)
    assert seen(640) == (False, False)
    assert bar._keys.isVisible()
    bar.search.setText("x")
    assert not bar._keys.isVisible()


def test_a_card_of_the_rail_is_not_cut_by_a_scroll_bar(program, qtbot):
    idle(qtbot, program)
    rail = program.window.rail
    (card,) = rail._cards
    wide = card.width()
    assert not rail._bar.isVisible()
    card.setFixedHeight(900)
    soon(qtbot, rail._bar.isVisible)
    QApplication.processEvents()
    right = card.mapTo(rail, card.rect().topRight()).x()
    assert right < rail._bar.mapTo(rail, QPoint(0, 0)).x()
    assert wide - card.width() < 12


def test_the_rail_tells_the_time_of_the_clock_beside_what_is_left(program, qtbot):
    idle(qtbot, program)
    (card,) = program.window.rail._cards
    due = card._one.due_at
    assert f"{due:%H:%M} UTC" in card.toolTip()
    now = due - timedelta(minutes=9)
    card.tick(now)
    assert "00:09" in card._due.text()
    (told, declared) = card.toolTip().splitlines()
    assert told == f"{card._due.text()} · {utc_and_local(due, now=now)}"
    assert declared.startswith("Declared ")


def test_what_was_typed_for_a_declaration_that_was_taken_back_is_found_again(qtbot, tmp_path):
    home, incident_id = home_with_incident(tmp_path, hold_s=60)
    with Services(home, Mode.PRACTICE, clock=EarlierClock()) as services:
        (publish,) = services.record.publishes(incident_id)
        assert services.take_back(publish.id)
        taken_back = overview(services).taken_back
        assert [one.id for one in taken_back] == [incident_id]
    with program_on(qtbot, home) as program:
        assert program.window.screen_name() == "welcome", "it is not open"
        (card,) = program.window.rail._backs
        assert "Taken back" in card.accessibleName()
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        soon(qtbot, lambda: program.window.screen_name() == "compose")
        idle(qtbot, program)
        screen = program.window.stack.currentWidget()
        assert isinstance(screen, ComposeView)
        draft = screen.presenter.draft
        assert draft is not None
        assert (draft.incident_id, draft.values["impact"]) == (incident_id, "~500 users unable to pay")
    with Services(home, Mode.PRACTICE, clock=TomorrowsClock()) as services:
        assert not overview(services).taken_back, "it does not stand there for good"


def test_a_declaration_that_was_taken_back_can_be_put_away(qtbot, tmp_path):
    home, incident_id = home_with_incident(tmp_path, hold_s=60)
    with Services(home, Mode.PRACTICE, clock=EarlierClock()) as services:
        (publish,) = services.record.publishes(incident_id)
        assert services.take_back(publish.id)
    with program_on(qtbot, home) as program:
        (card,) = program.window.rail._backs
        assert card.away.accessibleName() == "Put away: Checkout payments failing"
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Tab)
        assert program.window.focusWidget() is card.away
        QTest.keyClick(card.away, Qt.Key.Key_Space)
        soon(qtbot, lambda: not program.window.rail._backs)
        assert program.window.screen_name() == "welcome", "it was not chosen by that"
        services = program.session.services
        assert not overview(services).taken_back
        assert "Put away" in services.record.events(incident_id)[-1].text


@pytest.mark.parametrize(
    ("room", "size"),
    [
        ((1_920, 1_040), (1_280, 820)),
        ((1_280, 820), (1_280, 780)),
        ((1_366, 728), (1_280, 700)),
        ((800, 800), (1_280, 820)),  # smaller than the window can be: the desktop decides
    ],
)
def test_the_first_window_fits_on_the_screen_with_its_title(room, size):
    assert first_size(QSize(*room)) == QSize(*size)


def test_the_footer_is_shortened_after_whole_words(qtbot):
    metrics = QFontMetrics(QApplication.font())
    words = "Ready: 2 of 3 · Executive needs Users affected and 3 more"
    whole = metrics.horizontalAdvance(words)
    assert fitted(words, metrics, whole, 1) == [words]
    for part in (0.3, 0.5, 0.7, 0.9):
        for most in (1, 2):
            lines = fitted(words, metrics, int(whole * part), most)
            assert len(lines) <= most
            assert all(metrics.horizontalAdvance(line) <= whole * part for line in lines)
            kept = " ".join(lines).removesuffix(" …").split(" ")
            assert kept == words.split(" ")[: len(kept)], lines
    assert " ".join(fitted(words, metrics, int(whole * 0.7), 2)) == words, "two lines have room for all of it"
    assert fitted("Unbreakable" * 9, metrics, 60, 2)[-1].endswith("…")


def test_declaring_is_made_before_it_is_wanted_and_painted_in_a_turn_of_its_own(program, qtbot) -> None:
    window = program.window
    soon(qtbot, lambda: "declare" in window._screens)
    made = window._screens["declare"]
    assert window.screen_name() == "compose"  # nothing of it is in sight
    assert not made.isVisible()
    program.go("declare")
    assert window.stack.currentWidget() is made
    assert not window.stack.updatesEnabled()  # until then the page before stays in sight
    soon(qtbot, lambda: window.stack.updatesEnabled() and made.updatesEnabled())
