"""Documents made from the record: the export as JSON and Markdown, and the post-mortem."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from composer.clock import SimulatedClock
from composer.domain.errors import RefusedError, RenderError, UserFacingError
from composer.domain.plan import ComponentStatus
from composer.domain.request import NewIncident, PublishRequest
from composer.paths import Mode, open_home
from composer.services.core import Services
from composer.services.documents import export, incident_json, incident_markdown, plain, postmortem

NOW = datetime.fromisoformat("2026-11-23T14:00:00+00:00")


@pytest.fixture
def services(tmp_path):
    with Services(open_home(tmp_path / "home"), Mode.PRACTICE, clock=SimulatedClock(NOW)) as core:
        yield core


def declared(services, **more) -> str:
    new = NewIncident(
        title="Checkout *down* | all",
        severity="P1",
        impact_started_at=datetime.fromisoformat("2026-11-23T13:52:00+00:00"),
        detection="Alert",
        roles={"incident_commander": "@eng-lead"},
        components={"payments": ComponentStatus.MAJOR_OUTAGE},
        pagerduty_incident="PT4KHLK",
    )
    values = {
        "summary": "First line",
        "impact": "~500 users",
        "detection": "Alert",
        "incident_commander": "@eng-lead",
        "technical_lead": "@dba",
        "brief_description": "failed payments",
        "customer_impact": "errors",
        **more,
    }
    request = PublishRequest(phase="investigating", content_sha256="0" * 64, new=new, values=values, hold_s=0)
    result = services.publish(request)
    assert result.publish is not None, result.findings
    assert result.incident_id is not None
    return result.incident_id


def test_the_record_as_markdown_reads_well(services):
    incident = declared(services)
    services.add_note(incident, "Called the bank | twice")
    text = incident_markdown(services, incident)
    assert text.startswith("# P1: Checkout \\*down\\* \\| all\n")
    for row in (
        "| Severity | P1 |",
        "| Phase | Investigating |",
        "| Impact started | 2026-11-23 13:52 UTC |",
        "| PagerDuty | PT4KHLK |",
        "| Incident commander | @eng-lead |",
        "| Payments | Major outage |",
        "| 2026-11-23 14:00:00 | Called the bank \\| twice |",
    ):
        assert f"\n{row}\n" in text
    assert "Impact ended" not in text, "what is not known is not told"
    assert "> Severity: P1  \n> Summary: First line  \n" in text, "lines stay lines"
    assert not [line for line in text.splitlines() if line.endswith(" ") and not line.endswith("  ")]
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "Severity: P1<br />\nSummary: First line<br />" in html
    assert "\n>\n" in text


def test_a_worse_time_before_is_told(services):
    incident = declared(services)
    services.publish(
        PublishRequest(
            phase="identified",
            content_sha256="1" * 64,
            incident_id=incident,
            severity="P2",
            reason="Only a few",
            values={"summary": "x", "actions_taken": "x", "next_steps": "x"},
            hold_s=0,
        )
    )
    text = incident_markdown(services, incident)
    assert "| Severity | P2 (worst P1) |" in text
    assert "Severity P1 → P2 (Only a few)" in text


def test_the_record_as_json_holds_everything_in_iso_times(services):
    incident = declared(services)
    content = json.loads(incident_json(services, incident))
    assert list(content) == [
        "mode",
        "incident",
        "targets",
        "follow_up",
        "timeline",
        "publishes",
        "messages",
        "deliveries",
    ]
    assert content["incident"]["declared_at"] == "2026-11-23T14:00:00Z"
    assert content["incident"]["components"] == {"payments": "major_outage"}
    assert "before" not in content["publishes"][0]
    assert all("owner" not in one and "amend" not in one for one in content["deliveries"])
    assert "INCIDENT DECLARED" in content["deliveries"][1]["payload"]


def test_a_value_of_any_kind_can_stand_in_json():
    value = {Mode.LIVE: [NOW, (ComponentStatus.OPERATIONAL, 1.5, None), frozenset({"x"})]}
    assert plain(value) == {"live": ["2026-11-23T14:00:00Z", ["operational", 1.5, None], ["x"]]}


def test_the_post_mortem_keeps_the_plan_s_words_where_nothing_is_known(services):
    text = postmortem(services, declared(services))
    assert text.endswith("- [Screenshot of metrics during the incident]\n")
    assert "| Users affected            | [Number or percentage] |" in text
    assert "| P0       | [Immediate fix to prevent recurrence]" in text
    assert "# Post-Mortem: Checkout \\*down\\* \\| all\n" in text
    assert "| Duration           | 13:52 - [End time] UTC |" in text


def test_without_a_template_there_is_no_post_mortem(services, monkeypatch):
    incident = declared(services)
    monkeypatch.delitem(services.library.templates, "postmortem")
    with pytest.raises(RenderError, match="no template for the post-mortem"):
        postmortem(services, incident)


def test_a_template_of_one_s_own_may_name_fields_that_have_no_default(tmp_path):
    home = open_home(tmp_path / "home")
    own = home.templates / "postmortem.j2"
    own.write_text(
        '+++\ntitle = "Short"\nchannel = "copy"\naudience = "internal"\n'
        'fields = ["pm_title", "incident_commander", "pm_went_well"]\n+++\n'
        "{{ pm_title }}:{{ incident_commander }}:{% for line in pm_went_well %}{{ line }};{% endfor %}\n"
    )
    with Services(home, Mode.PRACTICE, clock=SimulatedClock(NOW)) as services:
        assert services.problems == ()
        text = postmortem(services, declared(services))
    assert text.startswith("Checkout \\*down\\* \\| all::[Example:")


def test_an_export_writes_what_was_asked_for(services, tmp_path):
    incident = declared(services)
    files = export(services, incident, ("md", "json"), tmp_path / "a" / "b")
    assert set(files) == {"json", "md", "postmortem"}
    assert all(path.read_text(encoding="utf-8") for path in files.values())
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files.values()), "it tells internal things"
    assert set(export(services, incident, ("json",), tmp_path)) == {"json"}


def test_what_can_not_be_exported_is_said(services, tmp_path):
    incident = declared(services)
    with pytest.raises(RefusedError, match=r"does not export pdf, ics\."):
        export(services, incident, ("json", "pdf", "ics"), tmp_path / "out")
    with pytest.raises(RefusedError, match="No format was named"):
        export(services, incident, (), tmp_path / "out")
    with pytest.raises(RefusedError, match="There is no incident"):
        export(services, "inc-nope", ("md",), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UserFacingError, match="can't be written"):
        export(services, incident, ("md",), tmp_path / "file")
    assert Path(tmp_path / "file").read_text() == "mine"
