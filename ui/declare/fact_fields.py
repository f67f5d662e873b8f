"""The fields of a declaration that belong to the incident itself and stand in no template: their labels, help and limits."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from composer.domain.channel import Audience
from composer.domain.fields import Field, FieldType
from composer.domain.plan import Plan
from ui.declare.channel import SLACK_CHANNEL
from ui.declare.standing import DOMAIN, PAGERDUTY, STARTED, SYMPTOM, TITLE


def fact_fields(plan: Plan, domains: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields, with the plan's domains to choose from and its roles that no message prints."""
    tr = QCoreApplication.translate
    internal = Audience.INTERNAL
    made = [
        Field(
            TITLE,
            tr("Facts", "Title"),
            FieldType.LINE,
            internal,
            tr("Facts", "Internal. It names the Slack channel, and never reaches the public."),
            maximum=200,
        ),
        Field(
            STARTED,
            tr("Facts", "Impact started"),
            FieldType.TIME,
            internal,
            tr("Facts", "When customers began to be hurt, such as 13:52 or 10 min ago."),
        ),
        Field(
            DOMAIN,
            tr("Facts", "Domain"),
            FieldType.CHOICE,
            internal,
            tr("Facts", "Whom to call."),
            choices=domains,
            free=False,
        ),
        Field(
            PAGERDUTY,
            tr("Facts", "PagerDuty incident"),
            FieldType.LINE,
            internal,
            tr("Facts", "Its id, such as PT4KHLK, or its address. Status updates then go there too."),
            maximum=300,
        ),
        Field(
            SLACK_CHANNEL,
            tr("Facts", "Slack channel"),
            FieldType.LINE,
            internal,
            tr(
                "Facts", "Made from the title. Type another name to make that one, or to use one that exists."
            ),
            maximum=81,
        ),
        Field(
            SYMPTOM,
            tr("Facts", "Symptom"),
            FieldType.CHOICE,
            Audience.PUBLIC,
            tr("Facts", "What customers notice, in public words."),
            free=False,
        ),
    ]
    made += [
        Field(role.key, role.label, FieldType.PERSON, internal, role.duties, maximum=200)
        for role in plan.roles
        if not role.field
    ]
    return tuple(made)
