"""How a declaration stands: everything the screen shows, worked out from the draft and the situation. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from composer.domain.channel import Audience, Channel
from composer.domain.declaring import (
    LookAlike,
    PublicWording,
    Suggestion,
    look_alike,
    pagerduty_incident_id,
    picked_symptom,
    public_wording,
    suggest_severity,
    ticket_text,
)
from composer.domain.draft import Draft
from composer.domain.due import DueRow, DueState
from composer.domain.fields import FieldCatalogue, FieldValue, read_time
from composer.domain.findings import Finding, Level, stands_before
from composer.domain.message import TemplateHead
from composer.domain.plan import Domain, Symptom
from composer.domain.security import free_code_name
from composer.services.drafting import request_of
from composer.services.letting_pass import REASONS
from composer.services.preparing import prepare
from composer.services.reminding import without_put_away
from composer.services.rounds import Round, Situation
from ui import sayings
from ui.declare.channel import SLACK_CHANNEL, SlackChannel, slack_channel
from ui.spelling import SpellingLater

NewId = Callable[[str, datetime], str]
TITLE, STARTED, LEFT_OUT, ANSWERS, SHARE, CHOSEN = (
    "title",
    "impact_started_at",
    "left_out",
    "answers",
    "users_percent",
    "chosen",
)
PAGERDUTY, SECURITY, PAGED, SYMPTOM, DOMAIN = (
    "pagerduty_incident",
    "security",
    "paged_at",
    "symptom",
    "domain",
)
NOT_INVITED = "not_invited"
"""The roles that the plan notifies, and that a person leaves out of the new Slack channel."""
STARTED_TYPED = "impact_started_typed"
"""Stands in the draft once a person has said when the impact began: before that, it is only the time at which they began to declare."""
PUBLIC = (Channel.STATUS_PAGE, Channel.EMAIL)
"""The channels that customers read."""
KEYBOARD_ROLE = "communications_lead"
"""The role of whoever uses this program: they need not be asked."""
NO_TITLE = "…"
"""Stands for the title while there is none, so that the previews live already."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a declaration is made beside the situation: who is at the keyboard (empty: nobody said), and which Slack channels are known, by name, with the title of the incident each belongs to. `spelling` knows what is spelt wrong, as far as it was looked up."""

    who: str = ""
    slack_channels: Mapping[str, str] = field(default_factory=dict)
    spelling: SpellingLater | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that keeps a message back: the field that it concerns (None: none), and words for it."""

    field: str | None
    words: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message that is due on declaring. `ready` says that it leaves when *Declare and publish* is pressed."""

    head: TemplateHead
    due: DueRow
    wanted: bool
    needs: tuple[Need, ...]

    @property
    def ready(self) -> bool:
        """Wanted, and nothing keeps it back."""
        return self.wanted and not self.needs


@dataclass(frozen=True, slots=True)
class Standing:
    """How the declaration stands.

    `title` is the typed one, else the public words of the picks. `whole` are the needs that keep everything back; `noticed` maps a field to its finding. `people` are the fields
    that hold a role's person, `persons` the people of roles that no message prints. `code_name` is that of a security incident (empty: it is none), `suspended` its messages that wait. `unlinked` says that what stands for a PagerDuty incident is none.
    """

    draft: Draft
    severity: str
    suggestion: Suggestion | None = None
    wording: PublicWording | None = None
    symptom: Symptom | None = None
    domain: Domain | None = None
    title: str = ""
    channel: SlackChannel = field(default_factory=SlackChannel)
    unlinked: bool = False
    round: Round | None = None
    rows: tuple[MessageRow, ...] = ()
    asked: tuple[str, ...] = ()
    used_by: Mapping[str, tuple[Channel, ...]] = field(default_factory=dict)
    whole: tuple[Need, ...] = ()
    noticed: Mapping[str, Finding] = field(default_factory=dict)
    like: LookAlike | None = None
    ticket: str | None = None
    people: tuple[str, ...] = ()
    persons: Mapping[str, str] = field(default_factory=dict)
    code_name: str = ""
    suspended: tuple[TemplateHead, ...] = ()

    @property
    def security(self) -> bool:
        """Whether a security incident is being declared."""
        return bool(self.code_name)

    @property
    def ready(self) -> tuple[str, ...]:
        """The templates that leave when the button is pressed."""
        return () if self.whole else tuple(row.head.name for row in self.rows if row.ready)


def new_draft(situation: Situation, new_id: NewId) -> Draft:
    """A declaration with nothing in it but the time."""
    now = situation.now
    return Draft(
        new_id("drf", now), None, "", situation.plan.phases[0].key, now, facts={STARTED: minute(now)}
    )


def minute(moment: datetime) -> str:
    """A time of the draft: ISO, to the minute."""
    return moment.replace(second=0, microsecond=0).isoformat(timespec="seconds").replace("+00:00", "Z")


def is_blank(draft: Draft) -> bool:
    """Whether nothing was typed or chosen yet."""
    return not draft.severity and not draft.values and not draft.components and set(draft.facts) <= {STARTED}


def names(draft: Draft, fact: str) -> tuple[str, ...]:
    """The names that a fact of the draft lists."""
    value = draft.facts.get(fact)
    return value if isinstance(value, tuple) else ()


def is_asked(catalogue: FieldCatalogue, name: str) -> bool:
    """Whether a person must be asked for a field: nothing prefills it and it has no default."""
    seen: set[str] = set()
    source: str | None = name
    while source is not None and source not in seen and source in catalogue:
        seen.add(source)
        one = catalogue[source]
        if one.default is not None or one.derived:
            return False
        source = one.prefill_from
    return True


def standing(draft: Draft, situation: Situation, new_id: NewId, around: Around | None = None) -> Standing:
    """How the draft stands now."""
    plan, around = situation.plan, around or Around()
    share = draft.facts.get(SHARE)
    percent = float(share) if isinstance(share, int | float) else None
    suggestion = suggest_severity(plan, names(draft, ANSWERS), percent)
    severity = draft.severity or (suggestion.severity if suggestion else "")
    symptom = picked_symptom(plan, draft.components, _words(draft, SYMPTOM))
    wording = public_wording(plan, draft.components, symptom.key if symptom else None)
    title = _words(draft, TITLE) or (wording.public_title if wording else "")
    linked = _words(draft, PAGERDUTY)
    rules = plan.security
    secret = draft.facts.get(SECURITY) is True
    code_name = free_code_name(rules.code_names, situation.code_names, title) if secret else ""
    shown = Standing(
        draft,
        severity,
        suggestion,
        wording,
        symptom,
        _domain(draft, situation),
        title=title,
        channel=slack_channel(
            draft,
            plan.slack_channel_pattern,
            code_name or title,
            situation.now,
            around.slack_channels,
            rules.slack_channel_pattern if secret else "",
        ),
        code_name=code_name,
        unlinked=linked is not None and pagerduty_incident_id(linked) is None,
        people=tuple(role.field for role in plan.roles if role.field),
        persons={
            role.key: _words(draft, role.key) or (around.who if role.key == KEYBOARD_ROLE else "")
            for role in (plan.every_role if secret else plan.roles)
            if not role.field
        },
        like=look_alike(title, list(draft.components), situation.others),
    )
    asked_for = severity if severity and plan.severity(severity).declares else plan.severities[0].key
    prepared = prepare(
        situation, replace(request_of(whole_draft(shown, asked_for), None), messages=None), new_id
    )
    heads = [one.head for one in prepared.messages]
    prepared = prepared if around.spelling is None else around.spelling.checked(prepared)
    prepared = _told_at_title(without_put_away(prepared, draft), draft)
    asked, used_by = _fields(situation.catalogue, heads, executive=bool(severity))
    shown = replace(shown, asked=asked, used_by=used_by)
    whole = tuple(_whole(shown))
    if not severity:
        return replace(shown, whole=(Need("severity", ""), *whole))
    if not plan.severity(severity).declares:
        ticket = ticket_text(plan.severity(severity), title, str(draft.values.get("impact") or ""))
        return replace(shown, whole=(Need("severity", ""),), ticket=ticket)
    titled = bool(title)
    for finding in prepared.findings:
        if finding.level is Level.BLOCKING and finding.channel is None:
            whole = (*whole, Need(finding.field, sayings.of(finding.text)))
    left_out = names(draft, LEFT_OUT)
    rows = tuple(
        MessageRow(
            situation.templates[row.template].head,
            row,
            row.template not in left_out,
            _needs(situation, prepared, row, titled=titled),
        )
        for row in prepared.rows
        if row.state is DueState.NOW
    )
    silent = [row.template for row in prepared.rows if row.state is DueState.SUSPENDED]
    shown = replace(shown, suspended=tuple(situation.templates[name].head for name in silent))
    return replace(shown, round=prepared, rows=rows, whole=whole, noticed=_noticed(prepared, titled=titled))


def whole_draft(shown: Standing, severity: str | None = None, ticked: tuple[str, ...] = ()) -> Draft:
    """The draft with what follows from the picks: what publishing is asked for."""
    draft = shown.draft
    facts: dict[str, FieldValue] = {
        TITLE: shown.title or NO_TITLE,
        STARTED: draft.facts.get(STARTED),
        SECURITY: draft.facts.get(SECURITY) is True,
        PAGERDUTY: pagerduty_incident_id(_words(draft, PAGERDUTY) or ""),
        SYMPTOM: shown.symptom.key if shown.symptom else None,
        DOMAIN: shown.domain.key if shown.domain else None,
        "detection": draft.values.get("detection"),
        SLACK_CHANNEL: shown.channel.name or None,
        "creates_slack_channel": shown.channel.is_new,
        NOT_INVITED: names(draft, NOT_INVITED),
        REASONS: draft.facts.get(REASONS),
    }
    if read_time(str(facts[STARTED] or "")) is None:
        facts[STARTED] = draft.updated_at.isoformat()
    roles = {name: draft.values.get(name) for name in shown.people} | dict(shown.persons)
    facts["roles"] = {name: person for name, person in roles.items() if isinstance(person, str) and person}
    return replace(
        draft,
        severity=severity or shown.severity,
        facts=facts,
        ticked=ticked,
        notify=True if draft.notify is None else draft.notify,
    )


def _fields(
    catalogue: FieldCatalogue, heads: Iterable[TemplateHead], *, executive: bool
) -> tuple[tuple[str, ...], dict[str, tuple[Channel, ...]]]:
    """Which fields are asked for, in the catalogue's order, and which channels use each."""
    asked: set[str] = set()
    used: dict[str, list[Channel]] = {}
    for head in heads:
        for name in head.fields:
            if name not in catalogue or catalogue[name].derived:
                continue
            audience = catalogue[name].audience
            if not executive and audience in (Audience.EXECUTIVE, Audience.BOTH):
                continue
            if head.channel not in used.setdefault(name, []):
                used[name].append(head.channel)
            if (name in head.required and is_asked(catalogue, name)) or name == "public_title":
                asked.add(name)
    order = tuple(one.name for one in catalogue.typed() if one.name in asked)
    return order, {name: tuple(channels) for name, channels in used.items()}


def _domain(draft: Draft, situation: Situation) -> Domain | None:
    """The domain chosen, else the one of the worst component."""
    if DOMAIN in draft.facts:
        key = _words(draft, DOMAIN)
    else:
        held = [one for one in situation.plan.components if one.key in draft.components and one.domain]
        worst = max(held, key=lambda one: draft.components[one.key].rank, default=None)
        key = worst.domain if worst else None
    return next((one for one in situation.plan.domains if one.key == key), None)


def _whole(shown: Standing) -> Iterable[Need]:
    if not shown.title:
        yield Need(TITLE, "")
    if read_time(str(shown.draft.facts.get(STARTED) or "")) is None:
        yield Need(STARTED, "")


def _needs(situation: Situation, prepared: Round, row: DueRow, *, titled: bool) -> tuple[Need, ...]:
    found = []
    for finding in prepared.findings:
        if finding.level is not Level.BLOCKING or finding.template != row.template:
            continue
        if not titled and finding.code == "placeholder_left" and NO_TITLE in finding.text:
            continue  # it is the title that is missing, and that is said once for all
        name = finding.field
        missing = finding.code == "required_missing" and name is not None and name in situation.catalogue
        found.append(
            Need(name, situation.catalogue[name].label if missing and name else sayings.of(finding.text))
        )
    return tuple(dict.fromkeys(found))


def _told_at_title(prepared: Round, draft: Draft) -> Round:
    """What must not leave, and stands in the title alone, is told there: the summary is filled from it until somebody types one."""
    findings = [
        replace(one, field=TITLE)
        if one.instead is not None
        and one.field in ("summary", "executive_summary")
        and draft.values.get(one.field) is None
        else one
        for one in prepared.findings
    ]
    return replace(prepared, findings=tuple(findings))


def _noticed(prepared: Round, *, titled: bool) -> dict[str, Finding]:
    """Each field's worst finding."""
    noticed: dict[str, Finding] = {}
    for finding in prepared.findings:
        name = finding.field
        if (
            name is None
            or finding.code == "look_alike"
            or (not titled and name in ("summary", "executive_summary"))
        ):
            continue
        if stands_before(finding, noticed.get(name)):
            noticed[name] = finding
    return noticed


def _words(draft: Draft, fact: str) -> str | None:
    value = draft.facts.get(fact)
    return value.strip() or None if isinstance(value, str) else None
