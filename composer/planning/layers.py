"""What is in force, and what was laid over what is shipped: the values that `library` makes, without what reading files needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from composer.domain.channel import Channel
from composer.domain.contradictions import ClashRules
from composer.domain.errors import Problem
from composer.domain.fields import FieldCatalogue
from composer.domain.leaks import LeakRules
from composer.domain.message import Template
from composer.domain.plan import Plan
from composer.domain.wording import WordingRules

POSTMORTEM = "postmortem"
"""The name of the template of the post-mortem document, whatever the plan."""


@dataclass(frozen=True, slots=True)
class Override:
    """One layer over what is shipped: a plan file, a folder like `templates/`, and rules of the leak guard, on contradictions and on wording. Each may be None.

    A file or folder that is named here has to exist; `in_folder` names only what is there.
    """

    plan: Path | None = None
    templates: Path | None = None
    leaks: Path | None = None
    contradictions: Path | None = None
    wording: Path | None = None

    @classmethod
    def in_folder(cls, folder: Path) -> Override:
        """What a home or a team's shared folder brings: `plan.toml`, `templates/`, `leaks.toml`, `contradictions.toml` and `wording.toml`, where they are."""
        plan, templates, leaks = folder / "plan.toml", folder / "templates", folder / "leaks.toml"
        contradictions, wording = folder / "contradictions.toml", folder / "wording.toml"
        return cls(
            plan if plan.exists() else None,
            templates if templates.is_dir() else None,
            leaks if leaks.exists() else None,
            contradictions if contradictions.exists() else None,
            wording if wording.exists() else None,
        )


@dataclass(frozen=True, slots=True)
class Library:
    """What is in force. `templates` holds only those that fit the plan; `problems` tells what was left out, and why.

    `plan_origin` names the file of the plan in force, or is None for the shipped one.
    """

    plan: Plan
    catalogue: FieldCatalogue
    templates: Mapping[str, Template]
    problems: tuple[Problem, ...] = ()
    plan_origin: str | None = None
    leaks: LeakRules = field(default_factory=LeakRules)
    contradictions: ClashRules = field(default_factory=ClashRules)
    wording: WordingRules = field(default_factory=WordingRules)

    def offered(self, severity: str, phase: str) -> tuple[Template, ...]:
        """The templates that a person may choose at that severity and phase; corrections and the post-mortem are made on request."""
        return tuple(
            template
            for template in self.templates.values()
            if template.head.serves(severity, phase)
            and not template.head.corrects
            and template.head.name != POSTMORTEM
        )

    def correction(self, channel: Channel) -> Template | None:
        """The template with which a message of a channel is put right; None where there is none."""
        own_first = sorted(self.templates.values(), key=lambda template: not template.own)
        for template in own_first:
            if template.head.corrects and template.head.channel is channel:
                return template
        return None
