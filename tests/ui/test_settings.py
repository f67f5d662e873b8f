"""Settings count at once and are stored a moment later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from composer.paths import Mode
from composer.services.own_templates import own_copy
from composer.settings import Settings, load_settings
from tests.ui.accessibility import nameless, unreachable
from ui import theme
from ui.settings.presenter import SettingsPresenter
from ui.settings.view import SettingsView


@pytest.fixture
def view(session, actions, host, show):
    return show(SettingsView(SettingsPresenter(session), actions, host))


@pytest.fixture
def _light_again(qapp):
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def test_what_is_typed_is_stored(view, session, home, qtbot, host):
    qtbot.keyClicks(view.name, "Kim Example")
    qtbot.keyClicks(view.email, "kim@x.example")
    with qtbot.waitSignal(view._presenter.saved, timeout=10_000):
        pass
    assert load_settings(home.settings) == (Settings("Kim Example", "kim@x.example"), ())
    assert session.services.settings.who == "Kim Example"
    assert host.said[-1][2].startswith("Saved ")


def test_the_hold(view, session, home, settle):
    choices = [view.hold.itemData(place) for place in range(view.hold.count())]
    assert choices == [None, 0.0, 5.0, 10.0, 20.0, 30.0]
    view.hold.setCurrentIndex(view.hold.findData(10.0))
    view.hold.activated.emit(view.hold.currentIndex())
    settle()
    assert load_settings(home.settings)[0].hold_s == 10
    assert session.services.settings.hold_s == 10
    view.hold.activated.emit(0)
    settle()
    assert load_settings(home.settings)[0].hold_s is None


@pytest.mark.usefixtures("_light_again")
def test_the_look_and_the_sound(view, home):
    view.scheme.activated.emit(view.scheme.findData("dark"))
    assert theme.is_dark()
    view.sound.setChecked(False)
    kept = QSettings(str(home.root / "window.ini"), QSettings.Format.IniFormat)
    assert kept.value("look/scheme") == "dark"
    assert kept.value("sound/on", type=bool) is False


def test_the_language_is_chosen_and_kept(view, home, settle):
    offered = [view.language.itemText(place) for place in range(view.language.count())]
    assert offered == ["System", "English", "Deutsch"]
    assert view.language.currentData() == "system"
    view.language.activated.emit(view.language.findData("de"))
    settle()
    assert 'language = "de"' in home.settings.read_text(encoding="utf-8")


def test_only_another_mode_is_switched_to(view, host):
    view.practice.click()
    assert host.modes == []
    view.live.click()
    assert host.modes == [Mode.LIVE]


def test_checks_and_files(view, home, settle):
    view.enter(None)
    settle()
    plan = "In force: Skillancer Incident Response Plan 1.0.0."
    assert view.in_force.text() == f"{plan} Templates checked: 17, of them your own: 0."
    assert view.problems.text() == "✓ No problem"
    (home.templates / "mine.j2").write_text("nothing", encoding="utf-8")
    view.check.click()
    settle()
    assert view.problems.text().startswith("✕ ")
    assert "mine.j2" in view.problems.text()
    (home.templates / "mine.j2").unlink()
    own_copy(home, "slack_update")
    view.check.click()
    settle()
    assert view.in_force.text() == f"{plan} Templates checked: 17, of them your own: 1."


def test_a_home_that_cannot_be_written_keeps_the_settings_in_force(view, session, home, settle, told):
    home.settings.mkdir()
    (home.settings / "x").write_text("")
    view._presenter.set_name("Kim")
    view._presenter.save()
    settle()
    assert "could not be saved" in told[-1][0]
    assert session.services.settings.name == "Kim"


def test_every_control_has_a_name(view):
    assert nameless(view) == []
    assert unreachable(view) == []


def test_each_file_leads_to_its_folder_and_the_page_to_the_browser(view, home, host, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    view.files.buttons["home"].click()
    view.files.buttons["record"].click()
    view.files.buttons["templates"].click()
    view.files.buttons["plan"].click()  # not there yet: the folder it would lie in
    root = str(home.root)
    assert opened == [root, str(home.record(Mode.PRACTICE).parent), str(home.templates), root]
    view.open_page.click()
    assert host.went == [("status_page", None)]


def test_the_longer_hold_of_mail_is_told(view):
    words = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "Mail to customers is held at least 60 s" in words
