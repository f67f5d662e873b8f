"""The window's words for what the gate noticed, and what a field asks for."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.FIELD_UNKNOWN_YET: QT_TRANSLATE_NOOP("", "{label} is not known."),
    Code.TEMPLATE_NOT_FILLED: QT_TRANSLATE_NOOP("", "The template could not be filled."),
    Code.FIELD_EMPTY: QT_TRANSLATE_NOOP("", "{label} is empty."),
    Code.FIELD_STILL_SAYS: QT_TRANSLATE_NOOP("", "{label} still says “{left}”."),
    Code.FIELD_TOO_LONG: QT_TRANSLATE_NOOP("", "{label} has {count} characters; at most {most} fit."),
    Code.FIELD_SAYS: QT_TRANSLATE_NOOP("", "{label}: {problem}"),
    Code.TEMPLATE_STILL_HOLDS: QT_TRANSLATE_NOOP("", "The template {template} still holds “{left}”."),
    Code.MESSAGE_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "The message has {count} characters; {most} fit in this channel."
    ),
    Code.MESSAGE_TOO_LONG_ESCAPED: QT_TRANSLATE_NOOP(
        "",
        "The message has {count} characters as this channel counts (&, < and > count for more than one); {most} fit.",
    ),
    Code.SUBJECT_TOO_LONG: QT_TRANSLATE_NOOP("", "The subject has {count} characters; {most} fit."),
    Code.SUBJECT_EMPTY: QT_TRANSLATE_NOOP("", "The subject is empty."),
    Code.NO_INCIDENT: QT_TRANSLATE_NOOP(
        "", "{severity} {label}: no incident is declared, log a ticket instead."
    ),
    Code.RESOLVED_ASKS_END: QT_TRANSLATE_NOOP("", "Resolved asks when impact ended."),
    Code.END_UNREADABLE: QT_TRANSLATE_NOOP(
        "", "“{words}” can't be read as a time. Write when impact ended as 14:55, in UTC."
    ),
    Code.RESOLVED_ASKS_DATA: QT_TRANSLATE_NOOP(
        "", "Resolved asks for the data impact: no, being assessed, or yes with details."
    ),
    Code.END_BEFORE_START: QT_TRANSLATE_NOOP("", "Impact ended before it started."),
    Code.NOT_COME_YET: QT_TRANSLATE_NOOP("", "{moment} UTC has not come yet."),
    Code.TITLE_TOO_LONG: QT_TRANSLATE_NOOP("", "Title has {count} characters; at most {most} fit."),
    Code.NOT_FOR_PHASE: QT_TRANSLATE_NOOP("", "{title} is not meant for the phase {phase}."),
    Code.WAITS_FOR_END: QT_TRANSLATE_NOOP("", "{title} waits for the end of impact."),
    Code.ASKED_AFTER_MINUTES: QT_TRANSLATE_NOOP(
        "", "The plan asks for {title} only after more than {minutes} min of impact."
    ),
    Code.ASKED_AT_SEVERITY: QT_TRANSLATE_NOOP("", "The plan asks for {title} only at {severities}."),
    Code.NOTHING_DUE: QT_TRANSLATE_NOOP("", "Nothing is due now."),
    Code.NOTHING_DUE_BEFORE: QT_TRANSLATE_NOOP("", "Nothing is due before {moment} UTC ({template})."),
    Code.NAME_THEM: QT_TRANSLATE_NOOP("", "{text} Name the messages to send them all the same."),
    Code.NO_CONNECTION_FOR: QT_TRANSLATE_NOOP(
        "", "There is no connection for {channel}; send it by hand, or in practice."
    ),
    Code.SAY_NOTIFY: QT_TRANSLATE_NOOP("", "Say with notify whether the status page's subscribers are told."),
    Code.PAGE_LACKS_COMPONENT: QT_TRANSLATE_NOOP(
        "",
        "The page {account} has no component “{component}”, so its state will not show there. Check it under Connections.",
    ),
    Code.LOOKS_LIKE: QT_TRANSLATE_NOOP(
        "", "Looks like {severity} “{title}”, open since {since} UTC ({incident})."
    ),
    Code.OTHERS_HOLD: QT_TRANSLATE_NOOP(
        "",
        "Not all is well yet: {component} is still held by the open incident “{title}”. See that the text does not say otherwise.",
    ),
    Code.LEFT_DEGRADED: QT_TRANSLATE_NOOP(
        "",
        "Resolved, and {component} does not work as usual. Set it to operational, or see that it is meant so.",
    ),
    Code.NO_OVERRIDE: QT_TRANSLATE_NOOP("", "“{finding}” can't be overridden; mend what it names."),
    Code.TEMPLATE_ITSELF: QT_TRANSLATE_NOOP("", "The template {template}"),
    Code.THE_TEXT: QT_TRANSLATE_NOOP("", "The text"),
    Code.HOLDS_SECRET: QT_TRANSLATE_NOOP(
        "",
        "{where} holds what looks like {what}. Take it out, and replace it at its service if anybody has seen it.",
    ),
    Code.HOLDS_INTERNAL: QT_TRANSLATE_NOOP(
        "", "{where}: “{words}” looks like {what}, which is not for customers."
    ),
    Code.NOT_CHECKED: QT_TRANSLATE_NOOP(
        "",
        "The text could not be checked for internal names, so it is not published. Restart the program; until then send it by hand.",
    ),
    Code.APPROVAL_MISSING: QT_TRANSLATE_NOOP("", "It waits for approval by {who}: text {text}."),
    Code.APPROVAL_VOID: QT_TRANSLATE_NOOP(
        "", "The approval by {name} was for an earlier text. It waits for approval by {who}: text {text}."
    ),
    Code.APPROVAL_LAPSED: QT_TRANSLATE_NOOP(
        "", "The approval by {name} of {time} UTC has lapsed. It waits for approval by {who}: text {text}."
    ),
    Code.APPROVED_AFTER_DECLARING: QT_TRANSLATE_NOOP(
        "", "approval by {who}: it is asked for once the incident is declared"
    ),
    Code.ALL_OF: QT_TRANSLATE_NOOP("", "{first} and {second}"),
    Code.ONE_OF_TWO: QT_TRANSLATE_NOOP("", "{first} or {second}"),
    Code.SO_MANY_OF: QT_TRANSLATE_NOOP("", "{count} people ({who})"),
    Code.CODE_OF_ANOTHER_TEXT: QT_TRANSLATE_NOOP(
        "", "The code {given} is not this text's: it was read from another text, or misheard."
    ),
    Code.CODE_OF_NO_TEXT: QT_TRANSLATE_NOOP(
        "",
        "The approval by {name} names the code {given}, and no text of this round that waits for approval has it.",
    ),
    Code.ROLE_NOT_ASKED: QT_TRANSLATE_NOOP(
        "", "The plan does not ask {role} about this message; it asks {who}."
    ),
    Code.OWN_TEXT: QT_TRANSLATE_NOOP(
        "", "{name} is at the keyboard, and can't approve this text as {role}: somebody else has to."
    ),
    Code.APPROVED_ALREADY: QT_TRANSLATE_NOOP(
        "", "{name} has approved this text already; somebody else has to be the second."
    ),
    Code.NAME_WHO_APPROVED: QT_TRANSLATE_NOOP("", "Say who approved it."),
    Code.NEEDS_NO_APPROVAL: QT_TRANSLATE_NOOP("", "This message needs no approval."),
    Code.NOT_FIT_TO_APPROVE: QT_TRANSLATE_NOOP(
        "", "This text is not fit to be approved yet: put its problems right first."
    ),
    Code.REWRITE_NEEDS_APPROVAL: QT_TRANSLATE_NOOP(
        "", "The plan asks for approval of this message, so its words can't be replaced in place."
    ),
    Code.LET_PASS: QT_TRANSLATE_NOOP("", "{text} Let pass: {reason}"),
    Code.LET_PASS_BEFORE: QT_TRANSLATE_NOOP("", "{text} Let pass by {by}, {at}: {reason}"),
    Code.OTHER_WORDS: QT_TRANSLATE_NOOP("", "Say it in other words."),
    Code.TOO_MANY_CHARACTERS: QT_TRANSLATE_NOOP(
        "", "Expected at most {most} characters, but there are {count}."
    ),
    Code.TOO_MANY_LINES: QT_TRANSLATE_NOOP("", "Expected at most {most} lines, but there are {count}."),
    Code.TIME_EXPECTED: QT_TRANSLATE_NOOP(
        "", "Expected a time such as 2026-11-23T14:55:00Z, with Z or an offset."
    ),
    Code.TIME_EXPECTED_NOT: QT_TRANSLATE_NOOP(
        "", "Expected a time such as 2026-11-23T14:55:00Z, with Z or an offset, but there is {given}."
    ),
    Code.NUMBER_EXPECTED: QT_TRANSLATE_NOOP(
        "", "Expected a number that is not negative, or words such as about 40 %."
    ),
    Code.ONE_OF_EXPECTED: QT_TRANSLATE_NOOP("", "Expected one of: {choices}."),
    Code.YES_NO_EXPECTED: QT_TRANSLATE_NOOP(
        "", 'Expected "no", "being assessed" or {{"yes": detail}}, where the detail says what is affected.'
    ),
    Code.VALUE_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "The field “{field}” has {count} characters; at most {most} are allowed."
    ),
    Code.TOO_MANY_ITEMS: QT_TRANSLATE_NOOP(
        "", "The field “{field}” has {count} lines; at most {most} are allowed."
    ),
    Code.SHORTEN_IT: QT_TRANSLATE_NOOP("", "Shorten it."),
    Code.SHORTEN_FIELDS: QT_TRANSLATE_NOOP("", "Shorten its fields."),
    Code.UPDATE_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "The PagerDuty status update has {count} characters; at most {most} fit."
    ),
    Code.SLACK_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "The Slack message has {count} characters; at most {most} fit."
    ),
    Code.AT_LEAST_AND_AT_MOST: QT_TRANSLATE_NOOP("", "Expected at least {least} and at most {most} {unit}."),
    Code.MORE_THAN_0_AND_AT_MOST: QT_TRANSLATE_NOOP("", "Expected more than 0 and at most {most} {unit}."),
    Code.TICKET_TEXT: QT_TRANSLATE_NOOP("", "{text} Text for the ticket: {ticket}"),
    Code.POSTED_TOO_LONG: QT_TRANSLATE_NOOP(
        "", "{title} has {count} characters; {most} fit in Slack, where it is posted too."
    ),
}
