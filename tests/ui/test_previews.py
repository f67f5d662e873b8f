"""Previews: what readers will see, and nothing else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.channel import Channel
from composer.domain.draft import Draft
from composer.paths import Mode
from composer.services.core import Services
from composer.services.drafting import request_of
from composer.services.preparing import prepare
from composer.services.rounds import Round
from tests.ui.compose_home import home_with_incident
from ui.widgets.preview_text import LONGEST_LINE, MOST_CHARACTERS
from ui.widgets.previews import PreviewPane
from ui.widgets.quiet_browser import QuietBrowser

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HOSTILE = '<img src="file:///etc/passwd"><script>x()</script><a href="https://evil.example">&amp; <b>bold</b>'


class Stage:
    """A round that can be changed, and the pane that shows it."""

    def __init__(self, services: Services, incident_id: str, pane: PreviewPane) -> None:
        self.services, self.pane = services, pane
        self.situation = services.situation(incident_id)
        self.earlier = services.record.messages(incident_id=incident_id)
        self.draft: Draft = dataclasses.replace(
            services.draft_for(incident_id),
            phase="identified",
            ticked=("slack_update", "status_identified", "executive_notification"),
        )

    def show(self, **values: Any) -> Round:
        self.draft = dataclasses.replace(self.draft, values={**self.draft.values, **values})
        made = prepare(self.situation, request_of(self.draft, self.situation.before), self.services.new_id)
        self.pane.show_round(made, self.earlier)
        return made

    def text(self, channel: Channel) -> str:
        self.pane.show_channel(channel)
        return self.pane.previews[channel].browser.toPlainText().replace("\xa0", " ")


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    home, incident_id = home_with_incident(tmp_path)
    with Services(home, Mode.PRACTICE) as services:
        pane = PreviewPane(services.plan)
        qtbot.addWidget(pane)
        pane.resize(430, 700)
        pane.show()
        yield Stage(services, incident_id, pane)
        pane.hide()


def test_each_channel_shows_its_message_as_its_readers_see_it(stage: Stage) -> None:
    stage.show(actions_taken="Rolled back.", next_steps="Watch.", next_update="2030-01-01T10:00:00Z")
    slack = stage.text(Channel.SLACK)
    assert "INCIDENT UPDATE" in slack
    assert "Actions Taken: Rolled back." in slack
    page = stage.text(Channel.STATUS_PAGE)
    assert page.lstrip().startswith("Problems with payments")
    assert "Identified — " in page
    assert "Investigating — " in page  # what was said before
    assert "✕ Major outage" in page
    mail = stage.text(Channel.EXECUTIVE)
    assert "Subject" in mail
    assert "[P0 INCIDENT]" in mail
    assert mail.count("Customer Impact:") == 2  # the mail, and its plain part
    assert stage.text(Channel.EMAIL) == ""
    assert stage.pane.previews[Channel.EMAIL].line.text() == "Nothing goes here in this round."


def test_a_page_shows_the_states_that_a_page_has(stage: Stage) -> None:
    stage.draft = dataclasses.replace(stage.draft, phase="mitigating", ticked=("status_update",))
    stage.show(whats_new="Most payments work again.")
    page = stage.text(Channel.STATUS_PAGE)
    assert "Identified — " in page, "the plan keeps the page there while it is being mitigated"
    assert "Mitigating" not in page


def test_what_was_typed_stays_text_and_nothing_is_loaded(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def never(self: QuietBrowser, _kind: int, name: QUrl | str) -> None:
        asked.append(str(name))

    monkeypatch.setattr(QuietBrowser, "loadResource", never)
    stage.show(
        actions_taken=HOSTILE, brief_description=HOSTILE, public_title=HOSTILE, current_actions=HOSTILE
    )
    for channel in (Channel.SLACK, Channel.STATUS_PAGE, Channel.EXECUTIVE):
        assert HOSTILE in stage.text(channel)
        stage.pane.grab()
    assert asked == []


def test_a_browser_loads_nothing_even_when_asked() -> None:
    browser = QuietBrowser()
    loaded = browser.loadResource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/hostname"))
    assert bytes(loaded.data()) == b" ", "with nothing at all, Qt would read the file itself"
    assert not browser.openLinks()
    browser.deleteLater()


def test_what_is_new_is_on_green_and_told_with_the_length(stage: Stage) -> None:
    made = stage.show(actions_taken="x", next_steps="y", expected_resolution="about 30 minutes")
    page = next(one.message for one in made.messages if one.head.channel is Channel.STATUS_PAGE)
    assert page is not None
    stage.pane.show_channel(Channel.STATUS_PAGE)
    line = stage.pane.previews[Channel.STATUS_PAGE].line.text()
    assert f"{len(page.text)} characters" in line
    assert "in green" in line
    assert "background-color:#d9f2e2" in stage.pane.previews[Channel.STATUS_PAGE].browser.toHtml()


def test_a_dot_tells_where_something_changed_out_of_sight(stage: Stage) -> None:
    stage.show(actions_taken="x", next_steps="y")
    stage.pane.show_channel(Channel.STATUS_PAGE)
    stage.show(actions_taken="other words")
    bar = stage.pane.tabs.tabBar()
    assert bar.tabText(0).endswith("●")
    assert bar.accessibleTabName(0) == "Slack preview, changed"
    assert not bar.tabText(1).endswith("●")
    stage.pane.show_channel(Channel.SLACK)
    assert not bar.tabText(0).endswith("●")


def test_a_very_long_text_is_cut_and_broken(stage: Stage) -> None:
    stage.show(actions_taken="x" * 120_000)
    text = stage.text(Channel.SLACK)
    assert len(text) < MOST_CHARACTERS + 2_000
    assert max(map(len, text.split("\n"))) <= LONGEST_LINE + 100
    assert "sent whole" in text


def test_previews_are_named_for_a_screen_reader(stage: Stage) -> None:
    stage.show(actions_taken="x", next_steps="y")
    made = set(stage.pane.previews)
    assert made == {Channel.SLACK}, "what is out of sight would only hold up the window"
    for channel in (Channel.SLACK, Channel.STATUS_PAGE, Channel.EMAIL, Channel.EXECUTIVE):
        stage.pane.show_channel(channel)
    names = [preview.browser.accessibleName() for preview in stage.pane.previews.values()]
    assert names[:4] == ["Slack preview", "Status page preview", "Email preview", "Executive preview"]


def test_what_goes_out_stands_side_by_side_where_there_is_room(stage: Stage) -> None:
    stage.show(actions_taken="x", next_steps="y")
    stage.pane.resize(900, 700)
    stage.pane.set_side_by_side(True)
    QApplication.processEvents()
    shown = [channel for channel, one in stage.pane.previews.items() if one.isVisible()]
    assert shown == [Channel.SLACK, Channel.STATUS_PAGE, Channel.EXECUTIVE]
    tops = {stage.pane.previews[channel].mapTo(stage.pane, QPoint()).y() for channel in shown}
    assert len(tops) == 1
    stage.show(actions_taken="other words", brief_description="other trouble")
    assert "other words" in stage.pane.previews[Channel.SLACK].browser.toPlainText()
    assert "other trouble" in stage.pane.previews[Channel.STATUS_PAGE].browser.toPlainText()
    stage.draft = dataclasses.replace(stage.draft, ticked=("slack_update", "status_identified"))
    stage.show()
    assert not stage.pane.previews[Channel.EXECUTIVE].isVisible()
    stage.pane.set_side_by_side(False)
    QApplication.processEvents()
    assert [c for c, one in stage.pane.previews.items() if one.isVisible()] == [Channel.SLACK]
    assert "other words" in stage.text(Channel.SLACK)
    assert "other trouble" in stage.text(Channel.STATUS_PAGE)


def test_the_same_page_again_is_not_laid_out_again() -> None:
    browser = QuietBrowser()
    browser.show_page("<p>one</p>")
    laid_out = browser.document().revision()
    browser.show_page("<p>one</p>")
    assert browser.document().revision() == laid_out
    browser.show_page("<p>two</p>")
    assert browser.toPlainText() == "two"
    browser.deleteLater()
