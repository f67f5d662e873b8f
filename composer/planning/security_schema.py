"""What plan.toml may say of security incidents: the table `[security]` and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from composer.domain import security as domain
from composer.domain.errors import Problem
from composer.domain.plan import Role
from composer.domain.sayings import Code, told
from composer.toml.document import Table, TomlDocument, nearest

if TYPE_CHECKING:
    from composer.planning.plan_schema import PlanTable

Words = Annotated[str, Field(min_length=1, max_length=500)]
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]
CodeName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$", min_length=2, max_length=30)]
NotPublic = Annotated[str, Field(min_length=2, max_length=60)]

NAME_LIMIT = 80
"""The most characters of a Slack channel's name."""


class RegulatorTable(Table):
    makes: ClassVar[Any] = domain.RegulatorDeadline
    label: Words
    hours: Annotated[float, Field(gt=0, le=24 * 366)]
    counts_from: Annotated[domain.Moment, Field(strict=False)] = domain.Moment.AWARE
    whom: str = ""


class SecurityRoleTable(Table):
    makes: ClassVar[Any] = Role
    label: Words
    duties: Words


class HoldingStatementTable(Table):
    makes: ClassVar[Any] = domain.HoldingStatement
    title: Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
    text: Annotated[str, Field(min_length=1, max_length=2_000)]
    template: Words
    field: Words
    approved_by: Words | Literal[""] = ""
    approved_on: date | None = None

    @model_validator(mode="after")
    def _by_whom_and_when(self) -> Self:
        if bool(self.approved_by) != (self.approved_on is not None):
            raise ValueError(told(Code.PLAN_APPROVED_BOTH))
        return self


class SecurityTable(Table):
    makes: ClassVar[Any] = domain.SecurityRules
    code_names: Annotated[list[CodeName], Field(default_factory=list)]
    slack_channel_pattern: Annotated[str, Field(min_length=1, max_length=NAME_LIMIT)] = "{code}-{date}"
    need_to_know: Annotated[list[Words], Field(default_factory=list)]
    words_not_public: Annotated[list[NotPublic], Field(default_factory=list)]
    roles: Annotated[dict[Key, SecurityRoleTable], Field(default_factory=dict)]
    regulators: Annotated[dict[Key, RegulatorTable], Field(default_factory=dict)]
    holding_statement: HoldingStatementTable | None = None


def security_problems(table: PlanTable, document: TomlDocument) -> Iterator[Problem]:
    """What is well-formed in `[security]` and still can't be, each with its line."""
    rules = table.security
    pattern = rules.slack_channel_pattern
    rest = pattern.replace("{date}", "").replace("{code}", "")
    if "{code}" not in pattern:
        yield Problem(document.place("security", "slack_channel_pattern"), told(Code.PATTERN_CODE))
    if not all((one.isalnum() and one == one.lower()) or one in "-_" for one in rest):
        yield Problem(document.place("security", "slack_channel_pattern"), told(Code.PATTERN_LETTERS))
    roles = [one.role for one in table.contacts]
    for number, entry in enumerate(rules.need_to_know):
        if entry not in roles and "@" not in entry and not domain.is_slack_id(entry):
            text = told(Code.NOBODY_NAMED_SO, name=entry, hint=nearest(entry, roles))
            yield Problem(document.place("security", "need_to_know", number), text)
    seen: set[str] = set()
    for number, name in enumerate(rules.code_names):
        if name.casefold() in seen:
            yield Problem(
                document.place("security", "code_names", number), told(Code.CODE_NAME_TWICE, name=name)
            )
        seen.add(name.casefold())
    for key in rules.roles:
        if key in table.roles:
            yield Problem(document.place("security", "roles", key), told(Code.ROLE_TWICE, role=key))
    held = rules.holding_statement
    if held is not None:
        for key, said in (("title", held.title), ("text", held.text)):
            for word in rules.words_not_public:
                if word.casefold() in said.casefold():
                    place = document.place("security", "holding_statement", key)
                    yield Problem(place, told(Code.HELD_SAYS_WORD, word=word))
