"""Scripts of a rehearsal: read, checked, and made up where a plan brings none."""

from pathlib import Path

import pytest

from composer.domain.errors import InvalidInputError
from composer.domain.plan import ComponentStatus
from composer.domain.rehearsal import misfits, rehearsal_for
from composer.planning.library import Override, load_library
from composer.planning.rehearsal_file import load_rehearsals, parse_rehearsals

ROOT = Path(__file__).parents[2]
LIBRARY = load_library(ROOT / "resources", ROOT / "templates")
PLAN, CATALOGUE = LIBRARY.plan, LIBRARY.catalogue
SCRIPTS = load_rehearsals(ROOT / "resources" / "rehearsal.toml", PLAN, CATALOGUE)
TEXT = (ROOT / "resources" / "rehearsal.toml").read_text(encoding="utf-8")


def test_a_script_of_the_severity_is_taken():
    script = rehearsal_for(PLAN, CATALOGUE, SCRIPTS, "P0")
    assert script is SCRIPTS["P0"]
    assert script.components["payments"] is ComponentStatus.MAJOR_OUTAGE
    assert script.steps[0].notes[0].minutes == 0
    assert script.steps[5].values["data_impact"] == "no"


@pytest.mark.parametrize("severity", ["P0", "P1", "P2"])
def test_without_a_script_one_is_made_from_the_examples(severity):
    script = rehearsal_for(PLAN, CATALOGUE, {}, severity)
    assert misfits(script, PLAN, CATALOGUE) == []
    assert [step.phase for step in script.steps] == [phase.key for phase in PLAN.phases]
    assert script.impact_ended_minutes > 30
    assert script.steps[-1].minutes >= script.impact_ended_minutes
    assert script.roles == {"incident_commander": "@eng-lead", "technical_lead": "@payments-oncall"}
    assert not {"next_update", "postmortem_meeting_at"} & set(script.steps[0].values)


def test_where_no_incident_is_declared_there_is_nothing_to_rehearse():
    with pytest.raises(ValueError, match="declares no incident"):
        rehearsal_for(PLAN, CATALOGUE, SCRIPTS, "P3")
    with pytest.raises(KeyError):
        rehearsal_for(PLAN, CATALOGUE, SCRIPTS, "SEV1")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('phase = "identified"', 'phase = "found"', "There is no phase found."),
        ("[P0", "[P9", "There is no severity P9."),
        ('payments = "major_outage"', 'paying = "major_outage"', "There is no component paying."),
        ('domain = "payments"', 'domain = "pay"', "There is no domain pay."),
        ('symptom = "errors"', 'symptom = "smell"', "None of the components has the symptom smell."),
        ("minutes = 26", "minutes = 2", "The steps are not in the order of time."),
        ('technical_lead = "@p', 'tech = "@p', "There is no field tech."),
        ("eta = ", "etaa = ", 'values.etaa: there is no field "etaa" to fill in; did you mean eta?'),
        ("eta = ", "severity = ", 'there is no field "severity" to fill in'),
        ('eta = "about 30 minutes"', "eta = 30", "values.eta: Expected text, not a number."),
        (
            "impact_ended_minutes = 68",
            "",
            "P0.impact_ended_minutes: the key impact_ended_minutes is missing.",
        ),
        ("minutes = 26\n", 'minutes = 26\nseverity = "P8"\n', "There is no severity P8."),
        (
            '\npayments = "degraded_performance"',
            '\nsearch = "degraded_performance"',
            "There is no component search.",
        ),
    ],
)
def test_what_does_not_fit_is_told(old, new, sentence):
    assert old in TEXT
    text = TEXT.replace(old, new) if old == "[P0" else TEXT.replace(old, new, 1)
    with pytest.raises(InvalidInputError) as caught:
        parse_rehearsals(text, PLAN, CATALOGUE, "rehearsal.toml")
    assert any(sentence in str(problem) for problem in caught.value.problems), caught.value


def test_a_script_ends_with_the_phase_that_resolves():
    text = TEXT[: TEXT.index("[[P0.steps]]\nminutes = 82")]
    with pytest.raises(InvalidInputError, match="The last step is not in the phase that resolves"):
        parse_rehearsals(text, PLAN, CATALOGUE, "rehearsal.toml")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InvalidInputError, match="cannot be read"):
        load_rehearsals(tmp_path / "rehearsal.toml", PLAN, CATALOGUE)


def test_a_script_that_does_not_fit_another_plan_is_replaced():
    home = ROOT / "tests" / "plans" / "nordlicht"
    other = load_library(ROOT / "resources", ROOT / "templates", [Override.in_folder(home)])
    misfit = {"SEV1": SCRIPTS["P0"]}
    assert rehearsal_for(other.plan, other.catalogue, misfit, "SEV1").steps[0].phase == "aufgenommen"
