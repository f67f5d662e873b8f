"""resources/plan.toml holds the whole plan."""

from datetime import date
from pathlib import Path

from composer.domain.plan import PageStatus, TargetKind, Trigger
from composer.planning.library import load_library
from composer.planning.rehearsal_file import load_rehearsals

ROOT = Path(__file__).parents[2]
LIBRARY = load_library(ROOT / "resources", ROOT / "templates")
PLAN = LIBRARY.plan


def test_severities_with_their_targets():
    assert [severity.key for severity in PLAN.severities] == ["P0", "P1", "P2", "P3"]
    targets = {
        severity.key: (severity.response.minutes, severity.resolution.minutes) for severity in PLAN.severities
    }
    assert targets == {"P0": (15, 60), "P1": (30, 240), "P2": (120, 1440), "P3": (None, None)}
    assert PLAN.severity("P3").response.kind is TargetKind.NEXT_BUSINESS_DAY
    assert PLAN.severity("P3").resolution.kind is TargetKind.NEXT_SPRINT
    assert [severity.declares for severity in PLAN.severities] == [True, True, True, False]
    assert [len(severity.examples) for severity in PLAN.severities] == [6, 7, 7, 6]


def test_phases_as_the_status_page_and_the_executives_know_them():
    assert [(phase.label, phase.page_status, phase.executive_word) for phase in PLAN.phases] == [
        ("Investigating", PageStatus.INVESTIGATING, "Investigating"),
        ("Identified", PageStatus.IDENTIFIED, "Mitigating"),
        ("Mitigating", PageStatus.IDENTIFIED, "Mitigating"),
        ("Monitoring", PageStatus.MONITORING, "Mitigating"),
        ("Resolved", PageStatus.RESOLVED, "Resolved"),
    ]
    assert PLAN.resolving_phase.key == "resolved"


def test_nothing_of_the_plan_is_missing():
    counts = {
        "questions": 10,
        "messages": 12,
        "escalation": 4,
        "domains": 8,
        "responsibilities": 6,
        "process": 5,
        "detection_sources": 9,
        "mitigations": 6,
        "roles": 3,
        "contacts": 7,
        "services": 7,
        "components": 8,
        "deadlines": 7,
        "commands": 15,
        "documents": 8,
    }
    assert {name: len(getattr(PLAN, name)) for name in counts} == counts
    assert [len(PLAN.meeting.attendees), len(PLAN.meeting.agenda), len(PLAN.meeting.ground_rules)] == [
        6,
        5,
        5,
    ]
    assert sum(item.minutes for item in PLAN.meeting.agenda) == 60
    assert (PLAN.version, PLAN.updated) == ("1.0.0", date(2026, 2, 5))
    assert PLAN.mitigations[0].minutes_from == 0.5


def test_the_rotation_changes_on_sundays_and_comes_round_after_three_weeks():
    assert PLAN.rotation.starts.isoweekday() == 7
    weeks = [PLAN.rotation.on_call(date(2026, 2, day)) for day in (1, 7, 8, 15, 22)]
    assert [week.primary for week in weeks if week] == ["Team A", "Team A", "Team B", "Team C", "Team A"]


def test_deadlines_in_hours_after_the_end():
    assert [deadline.after_hours for deadline in PLAN.deadlines] == [0, 24, 48, 72, 168, 336, 720]
    assert PLAN.deadlines[-1].severities == ("P0",)


def test_the_customer_email_is_due_after_thirty_minutes_of_impact_and_only_when_named():
    rule = next(rule for rule in PLAN.messages if rule.template == "customer_email")
    assert rule.triggers == (Trigger.IMPACT_ENDED,)
    assert (rule.impact_over_minutes, rule.only_when_named, rule.peak_severity) == (30, True, True)


def test_every_symptom_makes_a_whole_sentence():
    for component in PLAN.components:
        assert 2 <= len(component.symptoms) <= 4
        for symptom in component.symptoms:
            assert not symptom.brief.endswith(".")
            assert not symptom.impact.endswith(".")
            assert symptom.title[0].isupper()


def test_the_shipped_scripts_fit_the_plan_and_the_first_one_asks_for_a_customer_email():
    scripts = load_rehearsals(ROOT / "resources" / "rehearsal.toml", PLAN, LIBRARY.catalogue)
    assert list(scripts) == ["P0", "P1", "P2"]
    assert scripts["P0"].impact_ended_minutes == 68
    assert scripts["P0"].steps[-1].messages == ("customer_email",)
    for script in scripts.values():
        assert script.steps[-1].phase == "resolved"
