"""The plan's screen says all that the plan says, finds any word of it, and copies commands."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from composer.domain.plan import Plan
from tests.ui.accessibility import nameless, unreachable
from ui.plan import blocks
from ui.plan.parts import Command, Facts, Lines, Section, Table
from ui.plan.presenter import PlanPresenter
from ui.plan.view import PlanView


@pytest.fixture
def presenter(session):
    return PlanPresenter(session)


@pytest.fixture
def view(qtbot, presenter, host, show):
    made = show(PlanView(presenter, host))
    made.enter(None)
    qtbot.waitUntil(lambda: made.area.widget() is not None)  # it is filled in the window's next turn
    return made


def section(presenter: PlanPresenter, key: str) -> Section:
    return next(one for one in presenter.sections() if one.key == key)


def texts(of: Section) -> str:
    """Every word that a section shows."""
    found = [of.title]
    for block in of.blocks:
        match block:
            case Facts(title, rows, badge, list_title, items):
                found += [
                    title,
                    *(text for row in rows for text in row),
                    list_title,
                    *items,
                    *(badge or ())[:1],
                ]
            case Table(headings, rows, title):
                found += [*headings, title, *(text for row in rows for text in row)]
            case Lines(lines, title):
                found += [*lines, title]
            case Command(purpose, command, group):
                found += [purpose, command, group]
    return "\n".join(str(one) for one in found)


def test_nothing_that_a_person_reads_in_the_plan_is_missing(session, presenter):
    plan: Plan = session.services.plan
    whole = "\n".join(texts(one) for one in presenter.sections())
    wanted: list[str] = [
        plan.name,
        plan.version,
        plan.updated.isoformat(),
        *plan.responsibilities,
        plan.review_cycle,
    ]
    for severity in plan.severities:
        wanted += [
            severity.key,
            severity.label,
            severity.impact,
            severity.response.text,
            severity.resolution.text,
        ]
        wanted += [severity.who_to_page, severity.rollback, *severity.notified, *severity.examples]
    for phase in plan.phases:
        wanted += [phase.label, phase.executive_word]
    wanted += [text for step in plan.escalation for text in (step.who, step.leads_on)]
    wanted += [text for one in plan.domains for text in (one.label, one.primary, one.secondary)]
    wanted += [text for one in plan.roles for text in (one.label, one.duties)]
    wanted += [text for one in plan.contacts for text in (one.role, one.slack, one.pagerduty)]
    wanted += [text for one in plan.mitigations for text in (one.name, one.description)]
    wanted += [text for one in plan.services for text in (one.name, one.status_page, one.support)]
    wanted += [text for one in plan.deadlines for text in (one.timeframe, one.action, one.responsible)]
    wanted += [text for one in plan.commands for text in (one.group, one.purpose, one.command)]
    wanted += [text for one in plan.documents for text in (one.title, one.target)]
    wanted += [text for one in plan.process for text in (one.title, *one.steps)]
    wanted += [one.name for one in plan.detection_sources] + [one.name for one in plan.components]
    wanted += [text for one in plan.meeting.agenda for text in (one.title, one.detail)]
    wanted += [text for one in plan.security.regulators for text in (one.label, one.whom)]
    wanted += [*plan.security.need_to_know, *plan.security.words_not_public, *plan.security.code_names]
    held = plan.security.holding_statement
    wanted += [] if held is None else [held.text, held.approved_by]
    assert [text for text in wanted if text not in whole] == []
    assert "0.5–0.5" not in whole
    assert "30 s" in whole
    assert "10–30 min" in whole


def test_empty_names_are_never_shown(session, presenter):
    contacts = section(presenter, "contacts").blocks[0]
    assert isinstance(contacts, Table)
    assert contacts.headings == ("Role", "Slack", "PagerDuty")
    named = dataclasses.replace(session.services.plan.contacts[0], name="Kim Lee")
    plan = dataclasses.replace(session.services.plan, contacts=(named, *session.services.plan.contacts[1:]))
    session.services.library = dataclasses.replace(session.services.library, plan=plan)
    contacts = section(presenter, "contacts").blocks[0]
    assert isinstance(contacts, Table)
    assert contacts.headings[1] == "Name"
    assert [row[1] for row in contacts.rows] == ["Kim Lee", *[""] * (len(contacts.rows) - 1)]


def test_who_is_on_call_now_with_dates(session, presenter, monkeypatch):
    rotation = session.services.plan.rotation
    day = rotation.starts + timedelta(weeks=4, days=6)
    monkeypatch.setattr(PlanPresenter, "today", lambda self: day)
    lead, table, *_ = section(presenter, "on_call").blocks
    now = rotation.weeks[4 % len(rotation.weeks)]
    assert rotation.on_call(day) == now
    assert isinstance(lead, Lines)
    assert lead.lines == (f"On call now: {now.primary}; if they cannot be reached: {now.secondary}.",)
    assert isinstance(table, Table)
    first = rotation.starts + timedelta(weeks=4)
    assert table.rows[0][0] == f"{first} – {first + timedelta(days=6)}"
    assert table.rows[0][1:] == (now.label, now.primary, now.secondary)
    assert table.marked == 0
    monkeypatch.setattr(PlanPresenter, "today", lambda self: rotation.starts - timedelta(days=1))
    lead, table, *_ = section(presenter, "on_call").blocks
    assert isinstance(lead, Lines)
    assert isinstance(table, Table)
    assert rotation.starts.isoformat() in lead.lines[0]
    assert table.marked is None


def test_rhythms_are_told_in_words(presenter):
    told = texts(section(presenter, "messages"))
    assert "every 15 min" in told
    assert "P0, P1: every 20 min for the first 2 h, then every 60 min" in told


def test_typing_finds_words_anywhere(view, presenter):
    assert view.list.count() == len(presenter.sections())
    QTest.keyClicks(view.filter, "paypal developer support")
    QApplication.processEvents()
    keys = [view.list.item(row).text() for row in range(view.list.count())]
    assert keys == ["External services"]
    shown = [label.text() for label in view.area.findChildren(QLabel) if label.isVisible()]
    assert "PayPal Developer Support" in shown
    assert "Stripe" not in shown
    view.filter.setText("no such word at all")
    assert view.list.count() == 0
    assert any("Nothing in the plan holds" in label.text() for label in view.area.findChildren(QLabel))
    view.filter.clear()
    assert view.list.count() == len(presenter.sections())


def test_a_command_is_copied_and_says_so(view, session, monkeypatch, qtbot):
    monkeypatch.setattr(blocks, "COPIED_FOR_MS", 50)
    view.enter("commands")
    QApplication.processEvents()
    cards = view.area.findChildren(blocks.CommandCard)
    assert len(cards) == len(session.services.plan.commands)
    width = cards[0].copy.width()
    cards[0].copy.click()
    assert QGuiApplication.clipboard().text() == session.services.plan.commands[0].command
    assert cards[0].copy.text() == "Copied"
    assert cards[0].copy.width() == width
    qtbot.waitUntil(lambda: cards[0].copy.text() == "Copy", timeout=5_000)
    assert len({card.copy.accessibleName() for card in cards}) == len(cards)


def test_it_is_read_by_keys_alone(view, host):
    assert QApplication.focusWidget() in (view.list, None)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.list.currentItem().text() == "On call"
    QTest.keyClick(view.list, Qt.Key.Key_Home)
    bar = view.area.verticalScrollBar()
    QTest.keyClick(view.list, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(view.list, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert host.said[-1][2].startswith("↑ ↓")


def test_every_part_is_named_reached_and_not_cut(view, presenter):
    for one in presenter.sections():
        view.enter(one.key)
        QApplication.processEvents()
        assert nameless(view) == [], one.key
        assert unreachable(view) == [], one.key
        for label in view.area.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), (one.key, label.text())
            elif label.isVisible():
                assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()


def test_problems_and_the_file_are_told(home, sessions, host):
    home.plan.write_text("name = 5\n", encoding="utf-8")
    presenter = PlanPresenter(sessions())
    assert presenter.has_problems
    assert "problems found" in presenter.subtitle
    about = texts(section(presenter, "about"))
    assert "shipped with the program" in about
    assert "plan.toml" in about
