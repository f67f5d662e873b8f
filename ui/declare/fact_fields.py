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
    internal = Audience.INTERNAL
    made = [
        Field(
            TITLE,
            QCoreApplication.translate("", "Title"),
            FieldType.LINE,
            internal,
            QCoreApplication.translate(
                "", "Internal. It names the Slack channel, and never reaches the public."
            ),
            maximum=200,
        ),
        Field(
            STARTED,
            QCoreApplication.translate("", "Impact started"),
            FieldType.TIME,
            internal,
            QCoreApplication.translate("", "When customers began to be hurt, such as 13:52 or 10 min ago."),
        ),
        Field(
            DOMAIN,
            QCoreApplication.translate("", "Domain"),
            FieldType.CHOICE,
            internal,
            QCoreApplication.translate("", "Whom to call."),
            choices=domains,
            free=False,
        ),
        Field(
            PAGERDUTY,
            QCoreApplication.translate("", "PagerDuty incident"),
            FieldType.LINE,
            internal,
            QCoreApplication.translate(
                "", "Its id, such as PT4KHLK, or its address. Status updates then go there too."
            ),
            maximum=300,
        ),
        Field(
            SLACK_CHANNEL,
            QCoreApplication.translate("", "Slack channel"),
            FieldType.LINE,
            internal,
            QCoreApplication.translate(
                "", "Made from the title. Type another name to make that one, or to use one that exists."
            ),
            maximum=81,
        ),
        Field(
            SYMPTOM,
            QCoreApplication.translate("", "Symptom"),
            FieldType.CHOICE,
            Audience.PUBLIC,
            QCoreApplication.translate("", "What customers notice, in public words."),
            free=False,
        ),
    ]
    made += [
        Field(role.key, role.label, FieldType.PERSON, internal, role.duties, maximum=200)
        for role in plan.every_role
        if not role.field
    ]
    return tuple(made)
