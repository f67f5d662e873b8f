"""Another company's plan, templates and fields fit without a change of code."""

from pathlib import Path

import pytest

from composer.domain.channel import Channel
from composer.domain.rehearsal import misfits, rehearsal_for
from composer.planning.library import Override, load_library
from composer.rendering.sandbox import check_source

ROOT = Path(__file__).parents[2]
HOME = Path(__file__).parent / "nordlicht"
LIBRARY = load_library(
    ROOT / "resources",
    ROOT / "templates",
    [Override.in_folder(HOME)],
    body_problems=lambda template, catalogue: check_source(
        template.body, allowed_fields=template.head.fields, origin=template.origin
    ),
)


def test_it_loads_without_a_problem_and_is_in_force():
    assert LIBRARY.problems == ()
    assert LIBRARY.plan.name == "Notfallplan Nordlicht Laden"
    assert [severity.key for severity in LIBRARY.plan.severities] == ["SEV1", "SEV2", "SEV3", "SEV4"]
    assert not LIBRARY.plan.severity("SEV4").declares
    assert len(LIBRARY.plan.phases) == 6


def test_nothing_of_the_shipped_company_is_left():
    assert all(template.own for template in LIBRARY.templates.values())
    for template in LIBRARY.templates.values():
        assert "Skillancer" not in template.body
        assert template.head.language == "de"


def test_there_is_a_template_for_every_channel():
    assert {template.head.channel for template in LIBRARY.templates.values()} == set(Channel)
    corrected = {channel for channel in Channel if LIBRARY.correction(channel)}
    assert corrected == {Channel.SLACK, Channel.STATUS_PAGE, Channel.EMAIL}


def test_its_own_fields_stand_beside_the_shipped_ones():
    assert LIBRARY.catalogue["betroffene_region"].choices == ("Nord", "Süd")
    assert LIBRARY.catalogue["summary"].label == "Lage"
    assert LIBRARY.catalogue["severity"].derived
    assert all(field.example is not None for field in LIBRARY.catalogue.typed())


@pytest.mark.parametrize("severity", ["SEV1", "SEV2", "SEV3"])
def test_it_can_be_rehearsed_from_its_examples(severity):
    script = rehearsal_for(LIBRARY.plan, LIBRARY.catalogue, {}, severity)
    assert misfits(script, LIBRARY.plan, LIBRARY.catalogue) == []
    assert script.title == "Laden startet nicht"
    if severity == "SEV1":
        assert script.impact_ended_minutes > 60, "so that the customer mail is due"
