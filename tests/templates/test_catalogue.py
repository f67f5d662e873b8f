"""The shipped templates and their fields hold what the documented contract promises."""

import re
from pathlib import Path

import pytest

from composer.domain.channel import Audience
from composer.domain.fields import FieldType, format_value, parse_value
from composer.planning.library import load_library
from composer.rendering.sandbox import check_source

ROOT = Path(__file__).parents[2]
LIBRARY = load_library(ROOT / "resources", ROOT / "templates")
FIELDS = LIBRARY.catalogue.fields

# docs/contract.md section 5, "What each message needs".
REQUIRED = {
    "slack_declaration": "summary impact detection incident_commander technical_lead",
    "slack_update": "summary actions_taken next_steps eta",
    "slack_resolved": "summary root_cause resolution impact monitoring_hours postmortem_meeting_at",
    "status_investigating": "brief_description customer_impact",
    "status_identified": "brief_description expected_resolution",
    "status_monitoring": "brief_description",
    "status_resolved": "affected_service",
    "status_update": "whats_new",
    "customer_email": "what_happened impact_to_you what_we_did prevention started_at ended_at",
    "executive_notification": (
        "executive_summary users_affected revenue_impact data_impact current_actions next_update"
    ),
}
TEMPLATE_NAMES = (
    "slack_declaration slack_update slack_resolved slack_correction status_investigating status_identified "
    "status_monitoring status_resolved status_update status_correction status_holding customer_email customer_correction "
    "executive_notification pagerduty_status_update support_macro postmortem"
)
# docs/contract.md section 5, "Field names"; the two corrections, the bridge and the holding statement are ours.
NAMES = {
    Audience.INTERNAL: (
        "summary impact detection incident_commander technical_lead actions_taken next_steps eta root_cause "
        "resolution monitoring_hours postmortem_meeting_at action_items correction bridge"
    ),
    Audience.PUBLIC: (
        "public_title scope brief_description customer_impact expected_resolution affected_service whats_new "
        "what_happened impact_to_you what_we_did prevention public_correction holding_statement"
    ),
    Audience.EXECUTIVE: "executive_summary users_affected revenue_impact data_impact current_actions",
    Audience.BOTH: "next_update",
}
DERIVED = (
    "severity phase now date started_at ended_at resolved_at duration slack_channel status_page_url "
    "status_page_state customer_name organisation support_email "
    # Ours: from the first two a typed field is prefilled.
    "components declaring_title team"
)
LABELS = {
    "summary": "Summary",
    "impact": "Impact",
    "detection": "Detection",
    "incident_commander": "Incident Commander",
    "technical_lead": "Technical Lead",
    "actions_taken": "Actions taken",
    "next_steps": "Next steps",
    "eta": "ETA",
    "public_title": "Public title",
    "brief_description": "Brief description",
    "customer_impact": "Customer impact",
    "expected_resolution": "Expected resolution",
    "data_impact": "Data impact",
    "next_update": "Next update",
}


def test_all_templates_of_the_contract_are_there():
    assert set(LIBRARY.templates) == set(TEMPLATE_NAMES.split())


@pytest.mark.parametrize("name", REQUIRED)
def test_a_message_needs_what_the_table_says(name):
    assert set(LIBRARY.templates[name].head.required) == set(REQUIRED[name].split())


@pytest.mark.parametrize("audience", NAMES)
def test_typed_fields_have_their_names_and_audiences(audience):
    typed = {field.name for field in LIBRARY.catalogue.typed() if field.audience is audience}
    assert typed == set(NAMES[audience].split())


def test_derived_fields_have_their_names():
    derived = {name for name, field in FIELDS.items() if field.derived and not name.startswith("pm_")}
    assert derived == set(DERIVED.split())


def test_fields_are_labelled_as_a_screen_reader_reads_them():
    assert {name: FIELDS[name].label for name in LABELS} == LABELS


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_documented(name):
    field = FIELDS[name]
    assert field.help.endswith((".", "…", "|")) or ":" in field.help
    assert field.derived or field.example is not None
    assert field.derived or field.type is not FieldType.YES_NO or field.default is None


@pytest.mark.parametrize("name", LIBRARY.templates)
def test_a_template_uses_the_fields_of_its_head_and_no_others(name):
    template = LIBRARY.templates[name]
    for source in filter(None, (template.body, template.subject)):
        assert check_source(source, allowed_fields=template.head.fields, origin=name) == []
    used = set(
        re.findall(
            r"[a-z_0-9]+", " ".join(re.findall(r"{[{%].*?[}%]}", template.body + str(template.subject)))
        )
    )
    extra = set(template.head.fields) - used
    # The page's title and the added line about the next update are put in by the status page itself, the bridge is added below what is internal.
    assert extra <= ({"public_title", "next_update"} if name.startswith("status_") else {"bridge"})


@pytest.mark.parametrize("name", LIBRARY.templates)
def test_what_is_internal_is_in_no_public_template(name):
    head = LIBRARY.templates[name].head
    if head.audience is Audience.PUBLIC:
        assert {FIELDS[field].audience for field in head.fields} <= {Audience.PUBLIC, Audience.BOTH}


def test_defaults_and_prefills_are_those_of_the_contract():
    words = {
        name: FIELDS[name].default for name in FIELDS if FIELDS[name].default and not FIELDS[name].derived
    }
    assert words == {
        "eta": "Unknown",
        "root_cause": "To be determined in post-mortem",
        "monitoring_hours": 1,
        "scope": "Some users",
        "expected_resolution": "not known yet",
        "revenue_impact": "being assessed",
    }
    assert {name: FIELDS[name].prefill_from for name in FIELDS if FIELDS[name].prefill_from} == {
        "summary": "declaring_title",
        "affected_service": "components",
        "executive_summary": "summary",
        "current_actions": "actions_taken",
        "impact_to_you": "customer_impact",
    }


@pytest.mark.parametrize("field", LIBRARY.catalogue.typed(), ids=lambda field: field.name)
def test_an_example_survives_parsing_and_is_not_empty_when_printed(field):
    assert parse_value(field, field.example, path=field.name) == field.example
    assert format_value(field, field.example, LIBRARY.plan.words, LIBRARY.plan.updated)
