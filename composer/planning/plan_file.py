"""plan.toml into a `Plan`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib.resources.abc import Traversable

from composer.domain.errors import PlanError, Problem
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told
from composer.planning.plan_schema import PlanTable
from composer.planning.security_schema import security_problems
from composer.toml.document import TomlDocument, nearest, to_domain
from composer.toml.text import UnreadableFileError, read_text_file

SLACK_NAME_LIMIT = 80
"""The most characters of a Slack channel's name, as Slack's own documentation of conversations has it."""


def load_plan(file: Traversable, name: str | None = None) -> Plan:
    """The plan in a file; `name` is how the file is called in errors (default: its path).

    Raises `PlanError` with every mistake found.
    """
    return read_plan(file, name)[0]


def read_plan(file: Traversable, name: str | None = None) -> tuple[Plan, TomlDocument]:
    """The plan in a file, and the document that knows on which line each key stands; see `load_plan`."""
    shown = name or str(file)
    try:
        text = read_text_file(file, shown)
    except UnreadableFileError as error:
        raise PlanError([error.problem]) from error
    document = TomlDocument(text, shown)
    return _plan_of(document), document


def parse_plan(text: str, name: str) -> Plan:
    """The plan in a TOML text. Raises `PlanError` with every mistake found."""
    return _plan_of(TomlDocument(text, name))


def _plan_of(document: TomlDocument) -> Plan:
    table, problems = document.read(PlanTable)
    if table is None:
        raise PlanError(problems)
    problems = list(_contradictions(table, document))
    if problems:
        raise PlanError(problems)
    plan: Plan = to_domain(table)
    return plan


def _contradictions(table: PlanTable, document: TomlDocument) -> Iterator[Problem]:
    """What is well-formed and still can't be: names that nothing in the plan has, an order that can't work."""
    yield from _names(table, document)
    yield from _phases(table, document)
    yield from _slack_pattern(table, document)
    yield from security_problems(table, document)
    if not any(severity.declares for severity in table.severities.values()):
        yield Problem(document.place("severities"), told(Code.NO_DECLARING_SEVERITY))
    names = [component.name.casefold() for component in table.components.values()]
    for key, component in table.components.items():
        if names.count(component.name.casefold()) > 1:
            yield Problem(document.place("components", key, "name"), told(Code.SAME_COMPONENT))


def _names(table: PlanTable, document: TomlDocument) -> Iterator[Problem]:
    severities, phases = list(table.severities), list(table.phases)
    for key, question in table.questions.items():
        yield from _known("severity", [question.severity], severities, document, "questions", key, "severity")
    for index, rule in enumerate(table.messages):
        where = ("messages", index)
        yield from _known("severity", rule.severities, severities, document, *where, "severities")
        yield from _known("phase", rule.phases, phases, document, *where, "phases")
        for number, cadence in enumerate(rule.cadence):
            inner = (*where, "cadence", number)
            yield from _known("severity", cadence.severities, severities, document, *inner, "severities")
            yield from _known("phase", cadence.phases, phases, document, *inner, "phases")
    for index, approval in enumerate(table.approvals):
        where = ("approvals", index)
        yield from _known("severity", approval.severities, severities, document, *where, "severities")
        roles = [*table.roles, *table.security.roles]
        yield from _known("role", approval.roles, roles, document, *where, "roles")
    for key, deadline in table.deadlines.items():
        yield from _known(
            "severity", deadline.severities, severities, document, "deadlines", key, "severities"
        )
    for key, component in table.components.items():
        if component.domain is not None:
            known = list(table.domains)
            yield from _known("domain", [component.domain], known, document, "components", key, "domain")


def _known(
    kind: str, used: Iterable[str], known: list[str], document: TomlDocument, *path: str | int
) -> Iterator[Problem]:
    for name in used:
        if name not in known:
            yield Problem(
                document.place(*path), told(Code.PLAN_LACKS, kind=kind, name=name, hint=nearest(name, known))
            )


def _phases(table: PlanTable, document: TomlDocument) -> Iterator[Problem]:
    keys = list(table.phases)
    resolving = [key for key, phase in table.phases.items() if phase.resolves]
    if not resolving:
        yield Problem(document.place("phases"), told(Code.NO_RESOLVING_PHASE))
    for key in resolving[1:]:
        yield Problem(document.place("phases", key, "resolves"), told(Code.ONE_RESOLVING_PHASE))
    if len(resolving) == 1 and resolving[0] != keys[-1]:
        text = told(Code.RESOLVING_IS_LAST, phase=keys[-1])
        yield Problem(document.place("phases", resolving[0], "resolves"), text)


def _slack_pattern(table: PlanTable, document: TomlDocument) -> Iterator[Problem]:
    pattern, place = table.slack_channel_pattern, partial(document.place, "slack_channel_pattern")
    rest = pattern.replace("{date}", "").replace("{slug}", "")
    if "{slug}" not in pattern:
        yield Problem(place(), told(Code.PATTERN_SLUG))
    if not all((char.isalnum() and char == char.lower()) or char in "-_" for char in rest):
        yield Problem(place(), told(Code.PATTERN_LETTERS))
    if len(rest) > SLACK_NAME_LIMIT - 30:
        yield Problem(place(), told(Code.PATTERN_TOO_LONG, count=SLACK_NAME_LIMIT))
