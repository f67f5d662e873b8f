"""Plan, catalogue and templates in force: the shipped ones, with what a team and a person put over them.

An override that is wrong never stops the program: it is told (`Library.problems`) and the layer beneath it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path

from composer.domain.contradictions import ClashRules
from composer.domain.errors import (
    FieldCatalogueError,
    InvalidInputError,
    Place,
    PlanError,
    Problem,
    TemplateError,
)
from composer.domain.fields import FieldCatalogue
from composer.domain.leaks import LeakRules
from composer.domain.message import Template
from composer.domain.plan import MessageRule, Plan
from composer.domain.sayings import Code, told
from composer.domain.security import NO_SECURITY_RULES
from composer.domain.wording import WordingRules
from composer.planning.catalogue_file import load_fields
from composer.planning.contradictions_file import load_contradictions
from composer.planning.layers import POSTMORTEM, Library, Override
from composer.planning.leaks_file import LeakProof, load_leaks
from composer.planning.plan_file import read_plan
from composer.planning.template_file import fit_problems, fits, folder_problem, read_template
from composer.planning.wording_file import WordingProof, load_wording
from composer.toml.document import TomlDocument, nearest

__all__ = ["POSTMORTEM", "Library", "Override", "load_library"]

BodyProblems = Callable[[Template, FieldCatalogue], Sequence[Problem]]
"""What is wrong with a template's body and subject; `rendering` knows, and whoever wires the core passes it in."""


def load_library(
    resources: Traversable,
    templates: Traversable,
    overrides: Sequence[Override] = (),
    *,
    body_problems: BodyProblems | None = None,
    leak_proof: LeakProof | None = None,
    wording_proof: WordingProof | None = None,
) -> Library:
    """The shipped files, with overrides over them: the later one counts.

    A plan counts as a whole. Templates count one by one, by name; so do fields. Where a plan of one's own is in force, a shipped template
    counts only if that plan names it, or if nothing else can do its work (a correction, the post-mortem).

    Rules of the leak guard and those on wording are added up. Raises `PlanError`, `FieldCatalogueError`, `TemplateError` or `InvalidInputError` for the shipped files alone.
    """
    loader = _Loader(resources, templates, body_problems or _no_problems, leak_proof, wording_proof)
    return loader.load(overrides)


def _no_problems(_template: Template, _catalogue: FieldCatalogue) -> Sequence[Problem]:
    return ()


class _Loader:
    def __init__(
        self,
        resources: Traversable,
        templates: Traversable,
        body_problems: BodyProblems,
        leak_proof: LeakProof | None,
        wording_proof: WordingProof | None,
    ) -> None:
        self._body_problems = body_problems
        self._leak_proof = leak_proof
        self._leaks = load_leaks(resources / "leaks.toml", "leaks.toml", proof=leak_proof)
        self._clashes = load_contradictions(resources / "contradictions.toml", "contradictions.toml")
        self._wording_proof = wording_proof
        self._wording = load_wording(resources / "wording.toml", "wording.toml", proof=wording_proof)
        self._problems: list[Problem] = []
        self._unusable: set[str] = set()  # names of overrides that are wrong
        self._heads: dict[
            str, TomlDocument
        ] = {}  # by the template's origin: on which line its head says what
        self._plan, plan_document = read_plan(resources / "plan.toml", "plan.toml")
        self._catalogue = load_fields(templates / "fields.toml", "templates/fields.toml")
        self._shipped = self._load_shipped(templates)
        broken = list(_plan_problems(self._plan, self._shipped, set(), self._catalogue, plan_document))
        if broken:
            raise PlanError(broken)

    def _load_shipped(self, folder: Traversable) -> dict[str, Template]:
        found: dict[str, Template] = {}
        for channel in sorted(folder.iterdir(), key=lambda item: item.name):
            if not channel.is_dir():
                continue
            for file in sorted(channel.iterdir(), key=lambda item: item.name):
                if file.name.endswith(".j2"):
                    name = f"templates/{channel.name}/{file.name}"
                    template = self._read(file, name, self._plan.language)
                    problems = [
                        *self._own_problems(template, self._catalogue, channel.name),
                        *self._fit_problems(template, self._catalogue, self._plan),
                    ]
                    if problems:
                        raise TemplateError(problems)
                    found[template.head.name] = template
        return found

    def load(self, overrides: Sequence[Override]) -> Library:
        catalogue = self._layered_catalogue(overrides)
        own = self._own_templates(overrides, catalogue)
        plan, origin = self._plan_in_force(overrides, own, catalogue)
        templates = self._in_force(plan, own, catalogue, own_plan=origin is not None)
        plan = replace(plan, messages=tuple(self._usable_rules(plan, templates, origin)))
        leaks = self._layered_leaks(overrides)
        clashes = self._layered_clashes(overrides)
        wording = self._layered_wording(overrides)
        return Library(plan, catalogue, templates, tuple(self._problems), origin, leaks, clashes, wording)

    def _layered_clashes(self, overrides: Sequence[Override]) -> ClashRules:
        """The rules on contradictions of all layers, likewise."""
        rules = self._clashes
        for override in overrides:
            if override.contradictions is None:
                continue
            try:
                rules = load_contradictions(override.contradictions, base=rules)
            except InvalidInputError as error:
                self._problems += error.problems
        return rules

    def _layered_leaks(self, overrides: Sequence[Override]) -> LeakRules:
        """The rules of all layers together; a file with a mistake counts for nothing, and what stood before it stays in force."""
        rules = self._leaks
        for override in overrides:
            if override.leaks is None:
                continue
            try:
                rules = load_leaks(override.leaks, base=rules, proof=self._leak_proof)
            except InvalidInputError as error:
                self._problems += error.problems
        return rules

    def _layered_wording(self, overrides: Sequence[Override]) -> WordingRules:
        """Likewise for what is advised on wording."""
        rules = self._wording
        for override in overrides:
            if override.wording is None:
                continue
            try:
                rules = load_wording(override.wording, base=rules, proof=self._wording_proof)
            except InvalidInputError as error:
                self._problems += error.problems
        return rules

    def _layered_catalogue(self, overrides: Sequence[Override]) -> FieldCatalogue:
        catalogue = self._catalogue
        for override in overrides:
            if override.templates is None or not (override.templates / "fields.toml").exists():
                continue
            try:
                catalogue = load_fields(override.templates / "fields.toml", base=catalogue)
            except FieldCatalogueError as error:
                self._problems += error.problems
        return catalogue

    def _own_templates(self, overrides: Sequence[Override], catalogue: FieldCatalogue) -> dict[str, Template]:
        own: dict[str, Template] = {}
        language = self._language(overrides)
        for override in overrides:
            if override.templates is None:
                continue
            if not override.templates.is_dir():
                self._problems.append(Problem(Place(str(override.templates)), told(Code.NO_FOLDER)))
                continue
            seen: dict[str, Path] = {}
            for file in sorted(override.templates.rglob("*.j2")):
                name = file.name.removesuffix(".j2")
                if name in seen:
                    text = told(Code.SAME_NAME, file=seen[name])
                    self._problems.append(Problem(Place(str(file)), text))
                    continue
                seen[name] = file
                template = self._own_template(file, override.templates, catalogue, language)
                if template is None:
                    self._unusable.add(name)
                else:
                    own[name] = template
                    self._unusable.discard(name)
        return own

    def _language(self, overrides: Sequence[Override]) -> str:
        """The language of the plan that will most likely be in force: heads of one's own need not repeat it."""
        for override in reversed(overrides):
            if override.plan is not None:
                try:
                    return read_plan(override.plan)[0].language
                except PlanError:
                    continue  # told when the plan itself is chosen
        return self._plan.language

    def _own_template(
        self, file: Path, root: Path, catalogue: FieldCatalogue, language: str
    ) -> Template | None:
        try:
            template = self._read(file, str(file), language, own=True)
        except TemplateError as error:
            self._problems += error.problems
            return None
        folder = "" if file.parent == root else file.parent.name
        problems = self._own_problems(template, catalogue, folder)
        self._problems += problems
        return None if problems else template

    def _read(self, file: Traversable, name: str, language: str, *, own: bool = False) -> Template:
        template, self._heads[name] = read_template(file, name, language=language, own=own)
        return template

    def _fit_problems(
        self, template: Template, catalogue: FieldCatalogue, plan: Plan | None
    ) -> list[Problem]:
        return fit_problems(template, self._heads[template.origin], catalogue, plan)

    def _own_problems(self, template: Template, catalogue: FieldCatalogue, folder: str) -> list[Problem]:
        """What is wrong with a template whatever the plan."""
        problems = [
            problem
            for problem in (folder_problem(template, self._heads[template.origin], folder),)
            if problem and folder
        ]
        return [
            *problems,
            *self._fit_problems(template, catalogue, None),
            *self._body_problems(template, catalogue),
        ]

    def _plan_in_force(
        self, overrides: Sequence[Override], own: Mapping[str, Template], catalogue: FieldCatalogue
    ) -> tuple[Plan, str | None]:
        for override in reversed(overrides):
            if override.plan is None:
                continue
            try:
                plan, document = read_plan(override.plan)
            except PlanError as error:
                self._problems += error.problems
                continue
            problems = list(
                _plan_problems(plan, {**self._shipped, **own}, self._unusable, catalogue, document)
            )
            if not problems:
                # One that was written before there were any: what is shipped keeps silence, too.
                if plan.security == NO_SECURITY_RULES:
                    plan = _with_silence(plan, self._plan)
                return plan, str(override.plan)
            self._problems += problems
        return self._plan, None

    def _in_force(
        self, plan: Plan, own: Mapping[str, Template], catalogue: FieldCatalogue, *, own_plan: bool
    ) -> dict[str, Template]:
        usable: dict[str, Template] = {}
        for name, template in own.items():
            problems = self._fit_problems(template, catalogue, plan)
            if problems:
                self._problems += problems
                self._unusable.add(name)
            else:
                usable[name] = template
        corrected = {template.head.channel for template in usable.values() if template.head.corrects}
        named = {rule.template for rule in plan.messages}
        if plan.security.holding_statement is not None:
            named.add(plan.security.holding_statement.template)
        found: dict[str, Template] = {}
        for name, template in self._shipped.items():
            wanted = (
                not own_plan
                or name in named
                or name == POSTMORTEM
                or (template.head.corrects and template.head.channel not in corrected)
            )
            if wanted and name not in usable and fits(template, plan):
                # Only a catalogue of one's own, which changed a field, can make a shipped template wrong.
                problems = self._fit_problems(template, catalogue, plan)
                self._problems += problems
                if not problems:
                    found[name] = template
        return {**found, **usable}

    def _usable_rules(
        self, plan: Plan, templates: Mapping[str, Template], origin: str | None
    ) -> Iterator[MessageRule]:
        for rule in plan.messages:
            if rule.template in templates:
                yield rule
            else:
                text = told(Code.RULE_LEFT_OUT, template=rule.template)
                self._problems.append(Problem(Place(origin or "plan.toml", None, "messages"), text))


def _with_silence(plan: Plan, shipped: Plan) -> Plan:
    """A plan that says nothing of security incidents, with the shipped rules for them; who needs to know there, the shipped plan can't say."""
    plan = replace(plan, security=replace(shipped.security, need_to_know=()))
    known = {role.key for role in plan.every_role}
    asked = []
    for one in shipped.approvals:
        roles = tuple(role for role in one.roles if role in known)
        if one.security and roles:
            asked.append(replace(one, roles=roles, count=min(one.count, len(roles)), severities=()))
    return replace(plan, approvals=(*plan.approvals, *asked))


def _plan_problems(
    plan: Plan,
    templates: Mapping[str, Template],
    unusable: set[str],
    catalogue: FieldCatalogue,
    document: TomlDocument,
) -> Iterator[Problem]:
    """What a plan names and nothing brings. A template that is there but wrong is told as such, not here."""
    known = [*templates, *unusable]
    for index, rule in enumerate(plan.messages):
        place = partial(document.place, "messages", index, "template")  # told only where something is wrong
        template = templates.get(rule.template)
        if template is None and rule.template not in unusable:
            yield Problem(
                place(),
                told(Code.NO_TEMPLATE_HINT, template=rule.template, hint=nearest(rule.template, known)),
            )
        elif template is not None and not template.own and not fits(template, plan):
            text = told(Code.SHIPPED_NAMES_UNKNOWN, template=rule.template)
            yield Problem(place(), text)
    held = plan.security.holding_statement
    if held is not None and held.template not in known:
        hint = nearest(held.template, known)
        where = document.place("security", "holding_statement", "template")
        yield Problem(where, told(Code.NO_TEMPLATE_HINT, template=held.template, hint=hint))
    if held is not None and held.field not in catalogue:
        hint = nearest(held.field, catalogue.fields)
        where = document.place("security", "holding_statement", "field")
        yield Problem(where, told(Code.NO_FIELD, field=held.field, hint=hint))
    for index, approval in enumerate(plan.approvals):
        for name in approval.messages:
            if name not in known:
                text = told(Code.NO_TEMPLATE_HINT, template=name, hint=nearest(name, known))
                yield Problem(document.place("approvals", index, "messages"), text)
    for role in plan.roles:
        if role.field is not None and role.field not in catalogue:
            text = told(Code.NO_FIELD, field=role.field, hint=nearest(role.field, catalogue.fields))
            yield Problem(document.place("roles", role.key, "field"), text)
