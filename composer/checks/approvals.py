"""Who still has to agree before a message leaves, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from composer.domain.approval import Approval, RuleStanding
from composer.domain.findings import Finding, Level
from composer.domain.message import TemplateHead
from composer.domain.plan import Plan
from composer.domain.sayings import Code, told

MISSING = "approval_missing"
"""The code of a message that lacks approvals: none yet, one for an earlier text, or one that lapsed."""
REFUSED = "approval_refused"
"""The code of an approval that was given and can't count."""


def check_approval(
    plan: Plan, head: TemplateHead, approval: Approval, *, declares: bool
) -> Iterable[Finding]:
    """What keeps one message back until it is approved. While an incident is being declared in the window, its messages are approved afterwards."""
    if approval.is_given:
        return
    who = approvers(plan, approval)
    void, lapsed = approval.void, approval.lapsed
    if declares:
        text = told(Code.APPROVED_AFTER_DECLARING, who=who)
    elif void is not None:
        text = told(Code.APPROVAL_VOID, name=void.name, who=who, text=approval.code)
    elif lapsed is not None:
        text = told(
            Code.APPROVAL_LAPSED, name=lapsed.name, time=f"{lapsed.at:%H:%M}", who=who, text=approval.code
        )
    else:
        text = told(Code.APPROVAL_MISSING, who=who, text=approval.code)
    mark = f"approval:{approval.digest}" if approval.may_override and not declares else ""
    yield Finding(MISSING, text, channel=head.channel, template=head.name, mark=mark)


def may_be_waived(finding: Finding) -> bool:
    """Whether a message may leave without its approvals, for a reason: where the plan says so."""
    return finding.code == MISSING and bool(finding.mark)


def refused(text: str, *, blocks: bool) -> Finding:
    """An approval that was given with the request and can't count."""
    return Finding(REFUSED, text, Level.BLOCKING if blocks else Level.ADVICE, field="approvals")


def approvers(plan: Plan, approval: Approval) -> str:
    """Who still has to agree: `Legal and Incident Commander`."""
    wanted = dict.fromkeys(_of_rule(plan, one) for one in approval.rules if one.missing)
    return _joined([*wanted], Code.ALL_OF)


def _of_rule(plan: Plan, one: RuleStanding) -> str:
    roles = [role_label(plan, role) for role in one.roles]
    if one.missing == 1:
        return _joined(roles, Code.ONE_OF_TWO)
    if len(roles) == one.missing:
        return _joined(roles, Code.ALL_OF)
    return told(Code.SO_MANY_OF, count=one.missing, who=_joined(roles, Code.ONE_OF_TWO))


def role_label(plan: Plan, key: str) -> str:
    """What the plan calls a role; its key where the plan has it no more."""
    return next((role.label for role in plan.every_role if role.key == key), key)


def _joined(names: Sequence[str], code: Code) -> str:
    if len(names) == 1:
        return names[0]
    return told(code, first=", ".join(names[:-1]), second=names[-1])
