"""Bad input as a person meets it: one sentence, the next step, no traceback, and nothing that was typed is lost."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

from composer.paths import Mode
from composer.services.core import Services
from composer.services.own_templates import own_copy
from tests.ui.compose_home import home_with_incident
from tests.ui.real_window import RealWindow, real_window

NORDLICHT = Path(__file__).resolve().parents[1] / "plans" / "nordlicht"


def composing(window: RealWindow) -> None:
    window.until("screen() == 'compose'")
    window.until("find('composeScreen').presenter.round is not None")


def typed(window: RealWindow, words: str) -> None:
    """Type into the summary as a person does."""
    window.ask(f"find('composeScreen').presenter.set_field('summary', {words!r})")


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_home_that_cannot_be_written(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    with real_window(home, ordinary=True) as window:
        window.until("dialogs() == ['stopDialog']")
        assert "may not be read and written" in window.ask("text('stopText')")
        assert "name another folder with --home" in window.ask("text('stopStep')")
        window.ask("click('stopCloseButton')")
        assert window.wait() == 1
        assert "Traceback" not in window.errors
    home.chmod(0o700)


def test_a_record_that_cannot_be_written_is_told_and_the_draft_is_stored_once_it_can(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    with real_window(home.root) as window:
        composing(window)
        other = sqlite3.connect(home.record(Mode.PRACTICE))
        other.execute("BEGIN IMMEDIATE")
        typed(window, "typed while nothing can be stored")
        window.until("text('noticeText')")
        assert "record" in window.ask("text('noticeText')").lower()
        typed_ = "find('composeScreen').presenter.draft.values['summary']"
        assert window.ask(typed_) == "typed while nothing can be stored"
        assert window.ask("dialogs()") == []
        other.rollback()
        other.close()
        window.until("'saved' in (text('footerDetail') or '')")  # tried again, with no further key
        window.kill()
    with Services(home, Mode.PRACTICE) as services:
        assert services.draft_for(incident_id).values["summary"] == "typed while nothing can be stored"


def test_a_record_of_a_newer_version_is_told_and_left_alone(tmp_path):
    home, _ = home_with_incident(tmp_path)
    record = home.record(Mode.PRACTICE)
    connection = sqlite3.connect(record)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = digest(record)
    with real_window(home.root) as window:
        window.until("screen() == 'trouble'")
        assert "newer version" in window.ask("text('troubleText')")
        assert window.ask("text('troubleStep')")
        window.ask("click('tryAgainButton')")
        window.until("screen() == 'trouble' and program().jobs.busy == 0")
        assert window.ask("dialogs()") == []
        window.ask("click('otherModeButton')")  # the other record is well
        window.until("screen() == 'welcome'")
        assert window.close() == 0
        assert window.errors == ""
    assert digest(record) == before


def test_a_record_that_may_not_be_written_is_told_and_can_be_tried_again(tmp_path):
    home, _ = home_with_incident(tmp_path)
    record = home.record(Mode.PRACTICE)
    record.chmod(0o400)
    before = digest(record)
    with real_window(home.root, ordinary=True) as window:
        window.until("screen() == 'trouble'")
        assert window.ask("text('troubleText')")
        assert window.ask("dialogs()") == []
        assert digest(record) == before
        record.chmod(0o600)
        window.ask("click('tryAgainButton')")
        window.until("screen() == 'compose'")
        assert window.close() == 0
        assert window.errors == ""


def test_a_damaged_record_is_told_and_left_alone(tmp_path):
    home, _ = home_with_incident(tmp_path)
    record = home.record(Mode.PRACTICE)
    record.write_bytes(b"not a database, but long enough to be looked at " * 100)
    before = digest(record)
    with real_window(home.root) as window:
        window.until("screen() == 'trouble'")
        assert window.ask("text('troubleText')")
        assert "Traceback" not in window.ask("text('troubleText')")
        assert window.close() == 0
    assert digest(record) == before


def test_a_template_that_breaks_while_it_is_used_is_told_and_the_shipped_one_counts(tmp_path):
    home, incident_id = home_with_incident(tmp_path)
    own = own_copy(home, "slack_update")
    own.write_text(own.read_text(encoding="utf-8").replace("INCIDENT UPDATE", "OUR UPDATE"), encoding="utf-8")
    preview = "find('composeScreen').presenter.round.messages[0].message.text"
    with real_window(home.root) as window:
        composing(window)
        typed(window, "before it broke")
        window.until(f"'OUR UPDATE' in {preview}")
        own.write_text(
            own.read_text(encoding="utf-8").replace("{{ summary }}", "{{ sumary }}"), encoding="utf-8"
        )
        window.until("'sumary' in (text('noticeText') or '')")
        assert "slack_update.j2" in window.ask("text('noticeText')")
        assert "Nothing typed is lost" in window.ask("text('noticeStep')")
        window.until(f"'INCIDENT UPDATE' in {preview}")
        assert "before it broke" in window.ask(preview)
        window.ask("click('noticeActionButton')")
        window.until("screen() == 'templates'")
        window.until(
            "any('not used' in find('templateList').item(row).text() for row in range(find('templateList').count()))"
        )
        own.write_text(
            own.read_text(encoding="utf-8").replace("{{ sumary }}", "{{ summary }}"), encoding="utf-8"
        )
        window.until("not program().session.services.problems")
        window.until("find('notice') is None")
        window.ask("program().go('compose', window().rail._cards[0]._one.incident.id)")
        window.until(f"'OUR UPDATE' in {preview}")
        assert window.ask("dialogs()") == []
        assert window.close() == 0
        assert window.errors == ""
    with Services(home, Mode.PRACTICE) as services:
        assert services.draft_for(incident_id).values["summary"] == "before it broke"


def test_broken_settings_are_told_and_the_defaults_count(tmp_path):
    home, _ = home_with_incident(tmp_path)
    home.settings.write_text('name = "Kim"\nmode = "somewhere"\n', encoding="utf-8")
    with real_window(home.root) as window:
        composing(window)
        window.until("'settings.toml' in (text('noticeText') or '')")
        assert "mode" in window.ask("text('noticeText')")
        window.ask("click('noticeActionButton')")
        window.until("screen() == 'settings'")
        assert window.close() == 0
        assert window.errors == ""


def test_a_broken_plan_at_the_start_is_told_and_the_shipped_one_counts(tmp_path):
    home, _ = home_with_incident(tmp_path)
    home.plan.write_text("name = 5\n", encoding="utf-8")
    with real_window(home.root) as window:
        composing(window)
        window.until("'plan.toml' in (text('noticeText') or '')")
        assert window.ask("program().session.services.plan.name") == "Skillancer Incident Response Plan"
        window.ask("program().go('plan', 'about')")
        window.until("screen() == 'plan' and 'problems found' in text('planSubtitle')")
        assert window.close() == 0
        assert window.errors == ""


def test_the_plan_under_an_open_incident_is_never_pulled_away(tmp_path):
    home, _ = home_with_incident(tmp_path)
    with real_window(home.root) as window:
        composing(window)
        typed(window, "still here")
        # Another company's plan knows other severities.
        shutil.copy(NORDLICHT / "plan.toml", home.plan)
        window.until("'plan.toml' in (text('noticeText') or '')")
        assert window.ask("program().session.services.plan.name") == "Skillancer Incident Response Plan"
        # A broken one changes nothing either.
        home.plan.write_text("severities = 5\n", encoding="utf-8")
        window.until("'plan.toml' in (text('noticeText') or '')")
        assert window.ask("find('composeScreen').presenter.draft.values['summary']") == "still here"
        assert window.ask("dialogs()") == []
        assert window.close() == 0
        assert window.errors == ""


def test_a_plan_that_is_changed_rightly_counts_at_once_and_the_draft_stands(tmp_path):
    home, _ = home_with_incident(tmp_path)
    shipped = (Path(__file__).resolve().parents[2] / "resources" / "plan.toml").read_text(encoding="utf-8")
    with real_window(home.root) as window:
        composing(window)
        typed(window, "typed under the old plan")
        home.plan.write_text(shipped.replace('version = "1.0.0"', 'version = "1.1.0"'), encoding="utf-8")
        window.until("program().session.services.plan.version == '1.1.0'")
        window.until("screen() == 'compose' and find('composeScreen').presenter.round is not None")
        assert (
            window.ask("find('composeScreen').presenter.draft.values['summary']")
            == "typed under the old plan"
        )
        assert window.ask("dialogs()") == []
        assert window.close() == 0
        assert window.errors == ""
