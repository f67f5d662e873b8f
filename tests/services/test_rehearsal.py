"""A whole incident through the practice destinations, from a script or from the plan's own examples."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from composer.assets import data_root
from composer.domain.errors import InvalidInputError, Problem, RefusedError
from composer.domain.rehearsal import rehearsal_for
from composer.paths import Mode, open_home
from composer.services import rehearsal
from composer.services.core import Services
from composer.services.rehearsal import rehearse

SHIPPED = (data_root() / "resources" / "rehearsal.toml").read_text(encoding="utf-8")
SHIPPED_PLAN = (data_root() / "resources" / "plan.toml").read_text(encoding="utf-8")


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home")


def told(home, severity=None):
    """What a rehearsal said, and what it left behind."""
    lines: list[tuple[datetime, str]] = []
    rehearsed = rehearse(home, severity, lambda at, text: lines.append((at, text)))
    return rehearsed, lines


def test_it_tells_what_happens_in_the_order_of_time_and_ends_about_now(home):
    rehearsed, lines = told(home)
    times = [at for at, _ in lines]
    assert times == sorted(times)
    assert timedelta(0) <= datetime.now(UTC) - times[-1] < timedelta(minutes=15)
    texts = [text for _, text in lines]
    assert texts[0] == "Investigating: published"
    assert texts[-1] == "Post-mortem written from the record"
    assert "Mitigation applied: rolled payment-service back in the first region" in texts
    assert rehearsed.all_sent
    with Services(home, Mode.PRACTICE) as services:
        incident = services.incident(rehearsed.incident_id)
        assert (incident.severity, incident.phase, incident.is_open) == ("P0", "resolved", False)
        assert incident.downtime == timedelta(minutes=68)
        events = services.record.events(rehearsed.incident_id)
    assert [event.text for event in events][:2] == [
        "Impact began",
        "Error rate of payment-service began increasing",
    ]


def test_every_message_of_a_script_was_due_or_named(home):
    """Nothing of a rehearsal is left over: at its end only what comes later is to be sent."""
    rehearsed, _ = told(home)
    with Services(home, Mode.PRACTICE) as services:
        rows = services.what_to_send(rehearsed.incident_id)
    assert not [row for row in rows if row.state.value == "now"]


def test_a_script_of_one_s_own_counts_and_may_change_the_severity(home):
    text = SHIPPED.replace(
        'minutes = 26\nphase = "investigating"',
        'minutes = 26\nphase = "investigating"\nseverity = "P1"\nreason = "Fewer than thought"',
    )
    (home.root / "rehearsal.toml").write_text(text.replace("Checkout payments failing", "Mine"), "utf-8")
    rehearsed, _ = told(home)
    with Services(home, Mode.PRACTICE) as services:
        incident = services.incident(rehearsed.incident_id)
        events = services.record.events(rehearsed.incident_id)
    assert (incident.title, incident.severity, incident.peak_severity) == ("Mine", "P1", "P0")
    assert ("Severity P0 → P1", "Fewer than thought") in [(event.text, event.reason) for event in events]


def test_a_script_of_one_s_own_that_is_wrong_is_not_played(home):
    (home.root / "rehearsal.toml").write_text("[P0]\n", encoding="utf-8")
    with pytest.raises(InvalidInputError, match=r"rehearsal\.toml"):
        told(home)


def test_a_plan_that_the_shipped_scripts_do_not_fit_is_rehearsed_from_its_examples(home):
    home.plan.write_text(SHIPPED_PLAN.replace("components.payments", "components.money"), encoding="utf-8")
    rehearsed, lines = told(home, "critical")
    assert rehearsed.all_sent
    assert any("customer_email" in text for _, text in lines), "what is only sent when named is shown too"
    with Services(home, Mode.PRACTICE) as services:
        assert services.problems == ()
        assert services.incident(rehearsed.incident_id).title == "Skillancer is unavailable"


def test_what_is_wrong_with_the_home_s_files_is_told_first(home):
    home.plan.write_text("name = ", encoding="utf-8")
    problems: list[Problem] = []
    rehearse(home, "P2", lambda at, text: None, problems.extend)
    assert [problem.place.line for problem in problems] == [1]


def test_a_script_that_the_gate_keeps_back_stops_with_its_reasons(home):
    text = SHIPPED.replace('impact = "~500 users unable to pay for a contract"', 'impact = "TBD"')
    (home.root / "rehearsal.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RefusedError, match="stopped in Investigating: Impact still says “TBD”"):
        told(home)


def test_what_a_script_does_not_know_is_taken_from_the_examples(home):
    text = SHIPPED.replace('impact = "~500 users unable to pay for a contract"\n', "")
    (home.root / "rehearsal.toml").write_text(text, encoding="utf-8")
    rehearsed, _ = told(home)
    assert rehearsed.all_sent
    slack = home.slack_transcript.read_text(encoding="utf-8")
    assert "Impact: " in slack


def test_a_script_without_a_step_is_refused(home):
    with Services(home, Mode.PRACTICE) as services:
        script = rehearsal_for(services.plan, services.library.catalogue, {}, "P2")
        with pytest.raises(RefusedError, match="has no step"):
            rehearsal._play(services, services.clock, replace(script, steps=()), lambda at, text: None)  # type: ignore[arg-type]


@pytest.mark.parametrize(("severity", "words"), [("P3", "declares no incident"), ("P9", "no severity")])
def test_severities_without_a_rehearsal(home, severity, words):
    with pytest.raises(RefusedError, match=words):
        told(home, severity)
