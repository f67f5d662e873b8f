"""What the plan says of security incidents, to be read: who is told, what is kept back, and by when a regulator has to be notified."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from composer.domain.plan import Plan
from composer.domain.security import who_needs_to_know
from ui.plan.parts import Block, Facts, Section, Table


def tr(text: str) -> str:
    """Words in the person's language."""
    return QCoreApplication.translate("", text)


def security(plan: Plan) -> Section:
    """The section."""
    rules = plan.security
    people = [
        one.label if one.email in ("", one.label) else f"{one.label} ({one.email})"
        for one in who_needs_to_know(plan)
    ]
    labels = {role.key: role.label for role in plan.every_role}
    approvers = dict.fromkeys(
        labels.get(role, role) for one in plan.approvals if one.security for role in one.roles
    )
    rows = [
        (tr("Who needs to know"), ", ".join(people)),
        (tr("Approved by, before it is public"), ", ".join(approvers)),
        (tr("Words not public"), ", ".join(f"{word}…" for word in rules.words_not_public)),
        (tr("Code names"), ", ".join(rules.code_names)),
    ]
    held = rules.holding_statement
    if held is not None:
        words = tr("{text} (approved by {name} on {day})") if held.is_approved else "{text}"
        said = words.format(text=f"{held.title}: {held.text}", name=held.approved_by, day=held.approved_on)
        rows.append((tr("Holding statement"), said))
    moments = {
        "aware": tr("since it is known"),
        "declared": tr("since the declaration"),
        "impact": tr("since the start of impact"),
    }
    deadlines = tuple(
        (one.label, tr("{hours:g} h").format(hours=one.hours), moments[one.counts_from.value], one.whom)
        for one in rules.regulators
    )
    filled = tuple(row for row in rows if row[1])
    blocks: list[Block] = [Facts("", filled)] if filled else []
    if deadlines:
        heads = (tr("Deadline"), tr("Within"), tr("Counts"), tr("Whom"))
        blocks.append(Table(heads, deadlines, tr("Regulators")))
    return Section("security", tr("Security incidents"), tuple(blocks))
