"""The first screen says what this is, and leads on with one press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from composer.paths import Mode
from tests.ui.accessibility import nameless, unreachable
from ui.welcome.presenter import WelcomePresenter
from ui.welcome.view import WelcomeView


def test_the_plan_in_one_glance(session):
    rows = WelcomePresenter(session).rows()
    assert [(row.key, row.label, row.rank) for row in rows] == [
        ("P0", "Critical", 0),
        ("P1", "High", 1),
        ("P2", "Medium", 2),
        ("P3", "Low", 3),
    ]
    assert rows[0].targets.replace("\u00a0", " ") == "respond 15 min · resolve 1 h"
    assert rows[0].told == "Slack, status page, executives; customers after it ends, if down over 30 min"
    assert rows[2].told == "Slack, status page"
    assert (rows[3].targets, rows[3].told) == ("next business day", "no incident: log a ticket")


def test_enter_starts_the_practice_incident(session, host, show, qtbot):
    view = show(WelcomeView(session, host))
    view.enter(None)
    assert view.practise.text().replace("&", "") == "Start a practice incident"
    assert (
        host.said[-1][2]
        == "Plan: Skillancer Incident Response Plan 1.0.0 · all templates checked, no problem"
    )
    qtbot.keyClick(view.practise, Qt.Key.Key_Return)
    assert host.went == [("declare", "practice")]


def test_the_other_ways_in(session, host, show):
    view = show(WelcomeView(session, host))
    view.connections.click()
    view.by_hand.click()
    assert host.modes == [Mode.LIVE]
    view.page.click()
    assert host.went == [("connections", None), ("status_page", None)]


def test_live_it_says_so_and_nothing_starts_a_drill(sessions, host, show):
    view = show(WelcomeView(sessions(Mode.LIVE), host))
    assert view.practise.text().replace("&", "") == "Switch to practice"
    assert not view.page.isVisible()
    view.practise.click()
    view.by_hand.click()
    assert host.modes == [Mode.PRACTICE]
    assert host.went == [("declare", None)]


def test_what_is_wrong_with_the_home_is_said(home, sessions, host, show):
    home.plan.write_text("name = 5", encoding="utf-8")
    view = show(WelcomeView(sessions(), host))
    view.enter(None)
    assert "problems found" in host.said[-1][0]
    assert host.said[-1][1] == "warning"


def test_every_control_has_a_name_and_nothing_is_cut(session, host, show):
    view = show(WelcomeView(session, host))
    assert nameless(view) == []
    assert unreachable(view) == []
    assert view.verticalScrollBar().maximum() < 40
    for label in view.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
