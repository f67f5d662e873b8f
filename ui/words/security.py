"""The window's words for security incidents."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.PATTERN_CODE: QT_TRANSLATE_NOOP(
        "", "expected a pattern that holds {{code}}, the incident's code name."
    ),
    Code.NOBODY_NAMED_SO: QT_TRANSLATE_NOOP(
        "", "{name} is no contact of the plan, no Slack id and no address{hint}"
    ),
    Code.CODE_NAME_TWICE: QT_TRANSLATE_NOOP("", "the code name {name} stands there twice."),
    Code.ROLE_TWICE: QT_TRANSLATE_NOOP("", "the role {role} stands under [roles] already."),
    Code.HELD_SAYS_WORD: QT_TRANSLATE_NOOP(
        "", "the text holds “{word}”, which words_not_public keeps from the public."
    ),
    Code.SUSPENDED_SECURITY: QT_TRANSLATE_NOOP("", "Suspended: security incident."),
    Code.SUSPENDED_NOBODY: QT_TRANSLATE_NOOP(
        "", "Suspended: nobody on the need-to-know list has an address."
    ),
    Code.APPROVED_BEFOREHAND: QT_TRANSLATE_NOOP(
        "", "Approved beforehand by {name} on {day}: unchanged, it needs no other approval."
    ),
    Code.HELD_FOR_APPROVAL: QT_TRANSLATE_NOOP(
        "", "The plan's holding statement; nobody approved it beforehand, so it waits for its approvals."
    ),
    Code.PLAN_APPROVED_BOTH: QT_TRANSLATE_NOOP("", "expected both approved_by and approved_on, or neither."),
    Code.NOBODY_TO_MAIL: QT_TRANSLATE_NOOP(
        "",
        "Nobody on the need-to-know list has an address. Name one in plan.toml under [security] need_to_know.",
    ),
    Code.CHANNEL_IS_PUBLIC: QT_TRANSLATE_NOOP(
        "",
        "{channel} is open to everybody in Slack, and this is a security incident. Make it private there, or open a private channel for the incident.",
    ),
    Code.CHANNEL_TAKEN_PUBLIC: QT_TRANSLATE_NOOP(
        "",
        "#{channel} exists in Slack and is open to everybody, so nothing was said there. Rename it in Slack, then send again.",
    ),
    Code.LACKS_GROUPS_WRITE: QT_TRANSLATE_NOOP(
        "",
        "The token lacks {scope}: it can't make a private channel for a security incident. Add it to the app, and install it again.",
    ),
    Code.SECURITY_OVER_REASON: QT_TRANSLATE_NOOP("", "Ending it as a security incident asks for a reason."),
    Code.NO_SECURITY_INCIDENT: QT_TRANSLATE_NOOP("", "This is no security incident."),
    Code.NO_REGULATOR: QT_TRANSLATE_NOOP("", "The plan has no regulator's deadline {key}"),
    Code.REGULATOR_NOTE: QT_TRANSLATE_NOOP("", "Say who was notified, and how."),
    Code.REGULATOR_FUTURE: QT_TRANSLATE_NOOP("", "A notification can't have been made in the future."),
    Code.SECURITY_NOT_AFTER: QT_TRANSLATE_NOOP(
        "",
        "A security incident's post-mortem and past are not put on the page: each public text of it needs its approvals.",
    ),
    Code.SECURITY_END_FIRST: QT_TRANSLATE_NOOP("", "End it as a security incident first, with a reason."),
    Code.AWARE_IN_FUTURE: QT_TRANSLATE_NOOP("", "It can't have been known in the future."),
    Code.WORD_NOT_PUBLIC: QT_TRANSLATE_NOOP("", "a word that a security incident keeps from the public"),
}
"""The English of each code, as a translator finds it."""
