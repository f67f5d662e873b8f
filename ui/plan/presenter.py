"""The plan in force, in sections to be read. No widgets; the plan is in memory, so nothing waits."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from composer.domain.plan import Cadence, MessageRule, Trigger
from ui import sayings
from ui.plan.feeds import feeds
from ui.plan.parts import Command, Facts, Lines, Section, Table
from ui.plan.security import security
from ui.session import Session


class PlanPresenter(QObject):
    """Tells what the plan says.

    Signals:
        changed(): the plan in force, or what is wrong with it, is another.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        session.library_changed.connect(self._on_library)
        session.suppliers.changed.connect(self.changed)

    @property
    def is_open(self) -> bool:
        """Whether there is a plan to be read: not once the window is closed."""
        return self._session.is_open

    @property
    def title(self) -> str:
        """The plan's name."""
        return self._session.services.plan.name

    @property
    def subtitle(self) -> str:
        """Version, date, and whether its checks found something."""
        plan = self._session.services.plan
        return self.tr("Version {version} of {date} · {checks}").format(
            version=plan.version, date=plan.updated.isoformat(), checks=self._checks()
        )

    @property
    def has_problems(self) -> bool:
        """Whether something is wrong with the home's own files."""
        return bool(self._session.services.problems)

    def sections(self, typed: str = "") -> tuple[Section, ...]:
        """The sections; where something was typed, what of them holds all its words."""
        whole = (
            self._severities(),
            self._on_call(),
            self._escalation(),
            self._roles(),
            self._contacts(),
            security(self._session.services.plan),
            self._messages(),
            self._process(),
            self._mitigations(),
            self._commands(),
            self._components(),
            self._detection(),
            self._services(),
            self._after(),
            self._documents(),
            self._about(),
        )
        words = tuple(typed.casefold().split())
        if not words:
            return tuple(section for section in whole if section.blocks)
        return tuple(found for section in whole if (found := section.holding(words)) is not None)

    def today(self) -> date:
        """The date in UTC, by which the rotation counts."""
        return self._session.services.clock.now().date()

    # --- the sections ---------------------------------------------------------------------------------------------

    def _severities(self) -> Section:
        cards = []
        for rank, one in enumerate(self._session.services.plan.severities):
            rows = [
                (self.tr("What it is"), one.impact),
                (self.tr("Response"), one.response.text),
                (self.tr("Resolution"), one.resolution.text),
                (self.tr("Notified"), ", ".join(one.notified)),
                (self.tr("Who to page"), one.who_to_page),
                (self.tr("Roll back"), one.rollback),
            ]
            if not one.declares:
                rows.append((self.tr("Declared"), self.tr("No: a ticket is logged instead")))
            cards.append(
                Facts(one.label, _filled(rows), (one.key, rank), self.tr("Examples"), tuple(one.examples))
            )
        return Section("severities", self.tr("Severities"), tuple(cards))

    def _on_call(self) -> Section:
        rotation, today = self._session.services.plan.rotation, self.today()
        if not rotation.weeks:
            return Section("on_call", self.tr("On call"), ())
        gone = max(0, (today - rotation.starts).days // 7)
        rows = []
        for number in range(gone, gone + max(4, len(rotation.weeks))):
            first = rotation.starts + timedelta(weeks=number)
            week = rotation.weeks[number % len(rotation.weeks)]
            dates = f"{first.isoformat()} – {(first + timedelta(days=6)).isoformat()}"
            rows.append((dates, week.label, week.primary, week.secondary))
        now = rotation.on_call(today)
        if now is None:
            lead = self.tr("The rotation starts on {date}.").format(date=rotation.starts.isoformat())
        else:
            lead = self.tr("On call now: {primary}; if they cannot be reached: {secondary}.").format(
                primary=now.primary, secondary=now.secondary
            )
        heads = (self.tr("Dates (UTC)"), self.tr("Week"), self.tr("Primary"), self.tr("Secondary"))
        facts = _filled(
            [
                (self.tr("Schedule"), rotation.schedule),
                (self.tr("Contact"), rotation.contact_method),
                (self.tr("Escalation"), rotation.escalation_timeout),
            ]
        )
        return Section(
            "on_call",
            self.tr("On call"),
            (
                Lines((lead,)),
                Table(heads, tuple(rows), marked=None if now is None else 0),
                Facts("", facts),
                Lines(self._session.services.plan.responsibilities, self.tr("Who is on call")),
            ),
        )

    def _escalation(self) -> Section:
        plan = self._session.services.plan
        chain = []
        for number, step in enumerate(plan.escalation, 1):
            minutes = step.acknowledge_minutes
            wait = "" if minutes is None else self.tr("{minutes} min").format(minutes=minutes)
            chain.append((str(number), step.who, wait, step.leads_on))
        heads = ("", self.tr("Who"), self.tr("To acknowledge"), self.tr("Leads on when"))
        domains = tuple((one.label, one.primary, one.secondary) for one in plan.domains)
        ways = (self.tr("Domain"), self.tr("Primary"), self.tr("Secondary"))
        return Section(
            "escalation",
            self.tr("Escalation"),
            _tables(
                Table(heads, tuple(chain), self.tr("The chain")), Table(ways, domains, self.tr("By domain"))
            ),
        )

    def _roles(self) -> Section:
        rows = tuple((one.label, one.duties) for one in self._session.services.plan.roles)
        return Section("roles", self.tr("Roles"), _tables(Table((self.tr("Role"), self.tr("Does")), rows)))

    def _contacts(self) -> Section:
        found = self._session.services.plan.contacts
        columns = [
            (self.tr("Role"), [one.role for one in found]),
            (self.tr("Name"), [one.name for one in found]),
            (self.tr("Slack"), [one.slack for one in found]),
            (self.tr("PagerDuty"), [one.pagerduty for one in found]),
            (self.tr("Email"), [one.email for one in found]),
        ]
        kept = [
            (head, cells) for head, cells in columns if any(cells)
        ]  # a name that nobody entered is no column
        rows = tuple(tuple(cells[place] for _, cells in kept) for place in range(len(found)))
        return Section("contacts", self.tr("Contacts"), _tables(Table(tuple(head for head, _ in kept), rows)))

    def _messages(self) -> Section:
        services = self._session.services
        rows = []
        for rule in services.plan.messages:
            template = services.library.templates.get(rule.template)
            title = rule.template if template is None else template.head.title
            rows.append(
                (
                    title,
                    self._when(rule),
                    "; ".join(self._rhythm(one) for one in rule.cadence),
                    self._where(rule),
                )
            )
        heads = (self.tr("Message"), self.tr("Due"), self.tr("Rhythm"), self.tr("For"))
        phases = tuple(
            (
                one.label,
                services.plan.words.page_status.get(one.page_status.value, one.page_status.value),
                one.executive_word,
            )
            for one in services.plan.phases
        )
        names = (self.tr("Phase"), self.tr("On the status page"), self.tr("For executives"))
        return Section(
            "messages",
            self.tr("Phases and messages"),
            _tables(
                Table(names, phases, self.tr("Phases")),
                Table(heads, tuple(rows), self.tr("When a message is due")),
            ),
        )

    def _when(self, rule: MessageRule) -> str:
        words = {
            Trigger.FIRST: self.tr("at once"),
            Trigger.PHASE: self.tr("at a phase change"),
            Trigger.PAGE_STATUS: self.tr("when the page changes"),
            Trigger.SEVERITY: self.tr("at a severity change"),
            Trigger.CADENCE: self.tr("by its rhythm"),
            Trigger.PROMISE: self.tr("when an update was promised"),
            Trigger.SEVERITY_LEFT: self.tr("once more when the severity falls"),
            Trigger.IMPACT_ENDED: self.tr("after the impact ended"),
        }
        text = ", ".join(words[one] for one in rule.triggers)
        if rule.impact_over_minutes is not None:
            text += self.tr(", if it lasted over {minutes} min").format(minutes=rule.impact_over_minutes)
        return text

    def _rhythm(self, cadence: Cadence) -> str:
        steps = []
        for step in cadence.steps:
            every = self.tr("every {minutes} min").format(minutes=step.every_minutes)
            if step.until_minutes is not None:
                every += self.tr(" for the first {hours} h").format(hours=f"{step.until_minutes / 60:g}")
            steps.append(every)
        labels = {one.key: one.label for one in self._session.services.plan.phases}
        of = ", ".join((*cadence.severities, *(labels.get(key, key) for key in cadence.phases)))
        text = self.tr(", then ").join(steps)
        return f"{of}: {text}" if of else text

    def _where(self, rule: MessageRule) -> str:
        labels = {one.key: one.label for one in self._session.services.plan.phases}
        parts = (", ".join(rule.severities), ", ".join(labels.get(key, key) for key in rule.phases))
        return " · ".join(part for part in parts if part) or self.tr("all")

    def _process(self) -> Section:
        steps = self._session.services.plan.process
        return Section(
            "process",
            self.tr("What to do"),
            tuple(Lines(one.steps, one.title, numbered=True) for one in steps),
        )

    def _mitigations(self) -> Section:
        rows = tuple(
            (one.name, one.description, _minutes(one.minutes_from, one.minutes_to))
            for one in self._session.services.plan.mitigations
        )
        heads = (self.tr("Option"), self.tr("What it does"), self.tr("Takes"))
        return Section("mitigations", self.tr("Mitigation options"), _tables(Table(heads, rows)))

    def _commands(self) -> Section:
        found = self._session.services.plan.commands
        return Section(
            "commands",
            self.tr("Useful commands"),
            tuple(Command(one.purpose, one.command, one.group) for one in found),
        )

    def _components(self) -> Section:
        domains = {one.key: one.label for one in self._session.services.plan.domains}
        rows = tuple(
            (
                one.name,
                one.description,
                domains.get(one.domain or "", ""),
                ", ".join(s.label for s in one.symptoms),
            )
            for one in self._session.services.plan.components
        )
        heads = (self.tr("Component"), self.tr("What it is"), self.tr("Domain"), self.tr("Symptoms"))
        return Section("components", self.tr("Components"), _tables(Table(heads, rows)))

    def _detection(self) -> Section:
        found = self._session.services.plan.detection_sources
        rows = tuple((one.name, one.detects, one.alert_channel) for one in found)
        heads = (self.tr("Source"), self.tr("Detects"), self.tr("Alerts on"))
        return Section("detection", self.tr("Detection"), _tables(Table(heads, rows)))

    def _services(self) -> Section:
        found = self._session.services.plan.services
        rows = tuple((one.name, one.status_page, one.support) for one in found)
        heads = (self.tr("Service"), self.tr("Status page"), self.tr("Support"))
        return Section(
            "services", self.tr("External services"), (*_tables(Table(heads, rows)), *feeds(self._session))
        )

    def _after(self) -> Section:
        plan = self._session.services.plan
        rows = tuple(
            (one.timeframe, one.action, one.responsible, ", ".join(one.severities) or self.tr("all"))
            for one in plan.deadlines
        )
        heads = (self.tr("Timeframe"), self.tr("Action"), self.tr("Responsible"), self.tr("For"))
        agenda = tuple(
            (one.title, self.tr("{minutes} min").format(minutes=one.minutes), one.detail)
            for one in plan.meeting.agenda
        )
        guests = tuple((one.who, one.required) for one in plan.meeting.attendees)
        points = (self.tr("Agenda"), "", "")
        watch = self.tr("Watched for at least {hours} h after the end.").format(
            hours=f"{plan.monitoring_watch_hours:g}"
        )
        return Section(
            "after",
            self.tr("After the end"),
            (
                Lines((watch, plan.review_cycle)),
                *_tables(
                    Table(heads, rows, self.tr("Deadlines")),
                    Table(
                        points,
                        agenda,
                        self.tr("Post-mortem meeting: {when}").format(when=plan.meeting.schedule),
                    ),
                    Table((self.tr("Who comes"), ""), guests),
                    Table((self.tr("Ground rules"), ""), plan.meeting.ground_rules),
                ),
            ),
        )

    def _documents(self) -> Section:
        rows = tuple((one.title, one.target) for one in self._session.services.plan.documents)
        heads = (self.tr("Document"), self.tr("Where"))
        return Section("documents", self.tr("Related documents"), _tables(Table(heads, rows)))

    def _about(self) -> Section:
        services = self._session.services
        plan, origin = services.plan, services.library.plan_origin
        rows = [
            (self.tr("Plan"), plan.name),
            (self.tr("Version"), plan.version),
            (self.tr("Updated"), plan.updated.isoformat()),
            (self.tr("Organisation"), plan.organisation.name),
            (self.tr("Support address"), plan.organisation.support_email),
            (self.tr("Status page"), plan.organisation.status_page_url),
            (self.tr("File"), origin or self.tr("shipped with the program")),
            (self.tr("Your own plan goes here"), str(services.home.plan) if origin is None else ""),
            (self.tr("Check"), self._checks()),
        ]
        problems = tuple(sayings.problem(one) for one in services.problems)
        wrong = (Lines(problems, self.tr("Problems"), wrong=True),) if problems else ()
        return Section("about", self.tr("About this plan"), (Facts("", _filled(rows)), *wrong))

    def _checks(self) -> str:
        count = len(self._session.services.problems)
        if not count:
            return self.tr("checked, no problem")
        return self.tr("problems found: {count}").format(count=count)

    @Slot(bool)
    def _on_library(self, _plan_changed: bool) -> None:
        self.changed.emit()


def _filled(rows: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What the plan left empty is not shown."""
    return tuple((label, text) for label, text in rows if text)


def _tables(*tables: Table) -> tuple[Table, ...]:
    return tuple(table for table in tables if table.rows)


def _minutes(least: float | None, most: float | None) -> str:
    """`5 min`, `10–30 min`, `30 s`; empty where the plan gives none."""
    if least is None or most is None:
        return ""
    if most < 1:
        return f"{most * 60:g} s"
    return f"{most:g} min" if least == most else f"{least:g}–{most:g} min"
