"""What a person, or a script, asks to be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from composer.domain.approval import ConsentWay
from composer.domain.fields import FieldValue
from composer.domain.plan import ComponentStatus


@dataclass(frozen=True, slots=True)
class NewIncident:
    """The facts with which an incident is declared. `public_title` None: it comes from the components, never from `title`.

    `slack_channel` None: it is derived and created; else the name or id of an existing one, unless `creates_slack_channel` says that it is to be made. `values` are field values given with the incident
    (impact, people). `not_invited` are roles whom the plan notifies and a person leaves out of the new Slack channel. Times UTC.
    """

    title: str
    severity: str
    impact_started_at: datetime
    detection: str
    roles: Mapping[str, str] = field(default_factory=dict)
    public_title: str | None = None
    domain: str | None = None
    symptom: str | None = None
    components: Mapping[str, ComponentStatus] = field(default_factory=dict)
    slack_channel: str | None = None
    creates_slack_channel: bool = False
    pagerduty_incident: str | None = None
    security: bool = False
    not_invited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenApproval:
    """Somebody's yes, as it is given with a request: the key of the role, the name, the way, and the code of the text that they agreed to."""

    role: str
    name: str
    way: ConsentWay
    code: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class PublishRequest:
    """One round to publish.

    Exactly one of `new` and `incident_id` is set. `messages` None means all that are due once phase and severity are applied, never those that are only sent when named.
    `components` None leaves the components as they are (on Resolved: what the record proposes); `removed` are those that a person took out. `hold_s` None takes the plan's. `content_sha256` stands for the whole
    request, `key` left out; the same key with other content is refused. `first_batch` is the number of customers who are mailed before a person is asked for the rest. `customers_file` is the file of customers for
    this mail alone (None: the connection's); `customers_sha256` stands for the customers that a person has looked at: with others nothing is published.
    `accounts` are those whose places alone are reached (None: every one).
    `approvals` are given with the request itself, beside those in the record; `written_at` are the times that texts say of themselves which wait for approval, by template.
    `overrides` are the reasons for which a person lets findings pass, by the findings' codes; `let_pass` are those by their marks, each for its very words alone.
    """

    phase: str
    content_sha256: str
    new: NewIncident | None = None
    incident_id: str | None = None
    key: str | None = None
    severity: str | None = None
    reason: str = ""
    impact_ended_at: datetime | None = None
    values: Mapping[str, FieldValue] = field(default_factory=dict)
    components: Mapping[str, ComponentStatus] | None = None
    removed: tuple[str, ...] = ()
    messages: tuple[str, ...] | None = None
    notify: bool | None = None
    overrides: Mapping[str, str] = field(default_factory=dict)
    let_pass: Mapping[str, str] = field(default_factory=dict)
    hold_s: float | None = None
    draft_id: str | None = None
    first_batch: int | None = None
    customers_file: str | None = None
    customers_sha256: str | None = None
    accounts: frozenset[str] | None = None
    approvals: tuple[GivenApproval, ...] = ()
    written_at: Mapping[str, datetime] = field(default_factory=dict)
