"""The own plan under open incidents can't be read at the start: severities and phases that the shipped plan has never heard of. The window opens, says so, keeps the drafts, and offers the way out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from composer.paths import HomePaths, Mode, open_home
from composer.services.core import Services
from tests.ui.real_window import real_window

NORDLICHT = Path(__file__).resolve().parents[1] / "plans" / "nordlicht"


def home_of_another_company(folder: Path) -> tuple[HomePaths, str]:
    """A home with another company's plan, and an open incident of its own severity and phase with a draft."""
    shutil.copytree(NORDLICHT, folder / "home")
    home = open_home(folder / "home")
    started = datetime.now(UTC) - timedelta(minutes=6)
    declared = {
        "incident": {
            "title": "Leitrechner Kiel",
            "severity": "SEV1",
            "started_at": started.isoformat(),
            "detection": "Alarm",
            "incident_commander": "@leitstelle",
            "technical_lead": "@technik",
            "components": {},
        },
        "phase": "Aufgenommen",
        "fields": {
            "summary": "Säulen starten keine Ladung",
            "impact": "Rund 400 Kunden",
            "actions_taken": "Leitrechner geprüft",
            "next_steps": "Leitrechner neu starten",
            "brief_description": "Störungen beim Laden",
            "customer_impact": "abgebrochene Ladungen",
            "executive_summary": "In Kiel kann niemand laden.",
            "users_affected": "etwa 400",
            "data_impact": "no",
            "current_actions": "Wir starten den Leitrechner neu.",
            "next_update": (started + timedelta(minutes=40)).isoformat(),
        },
    }
    command = [sys.executable, "-m", "ui", "--home", str(home.root), "publish", "--json", "-"]
    done = subprocess.run(
        command, input=json.dumps(declared), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    incident_id = str(json.loads(done.stdout)["incident_id"])
    with Services(home, Mode.PRACTICE) as services:
        services.save_draft(
            replace(services.draft_for(incident_id), values={"summary": "Noch nicht gesendet"})
        )
    return home, incident_id


def test_a_broken_plan_under_an_open_incident_is_told_and_mended(tmp_path):
    home, _ = home_of_another_company(tmp_path)
    plan = home.plan.read_text(encoding="utf-8")
    home.plan.write_text("name = 5\n", encoding="utf-8")
    with real_window(home.root) as window:
        window.until("screen() == 'trouble'")
        text = window.ask("text('troubleText')")
        assert "“Leitrechner Kiel” stands on “SEV1”" in text
        assert "plan.toml: version: the key version is missing" in text
        assert "mend it, and try again" in window.ask("text('troubleStep')")
        window.ask("click('tryAgainButton')")  # nothing was mended yet
        window.until("screen() == 'trouble' and program().jobs.busy == 0")
        assert window.ask("dialogs()") == []
        home.plan.write_text(plan, encoding="utf-8")
        window.ask("click('tryAgainButton')")
        window.until("screen() == 'compose'")
        window.until("find('composeScreen').presenter.round is not None")
        assert window.ask("find('composeScreen').presenter.draft.values['summary']") == "Noch nicht gesendet"
        assert window.close() == 0
        assert window.errors == ""


def test_without_the_plan_the_other_record_can_be_worked_in_and_the_draft_is_kept(tmp_path):
    home, incident_id = home_of_another_company(tmp_path)
    home.plan.unlink()
    with real_window(home.root) as window:
        window.until("screen() == 'trouble'")
        assert "is not there" in window.ask("text('troubleText')")
        window.ask("click('otherModeButton')")
        window.until("screen() == 'welcome'")
        assert window.ask("dialogs()") == []
        assert window.close() == 0
        assert window.errors == ""
    shutil.copy(NORDLICHT / "plan.toml", home.plan)
    with Services(home, Mode.PRACTICE) as services:
        assert services.draft_for(incident_id).values["summary"] == "Noch nicht gesendet"
