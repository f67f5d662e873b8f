"""The window's words for why a message is due."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.ONLY_ON_REQUEST: QT_TRANSLATE_NOOP("", "Only on request."),
    Code.AFTER_THE_END: QT_TRANSLATE_NOOP("", "After the end: it tells when impact ended."),
    Code.IMPACT_LASTED: QT_TRANSLATE_NOOP("", "Impact lasted {minutes} min, more than {limit} min."),
    Code.ONE_LAST_TEXT: QT_TRANSLATE_NOOP("", "The severity is {severity} now: one last text."),
    Code.WAS_DECLARED: QT_TRANSLATE_NOOP("", "{severity} was declared."),
    Code.NOTHING_SAID_YET: QT_TRANSLATE_NOOP(
        "", "The incident is {severity}, and nothing was said here yet."
    ),
    Code.SEVERITY_IS: QT_TRANSLATE_NOOP("", "The severity is {severity} now."),
    Code.NOTHING_ON_PAGE: QT_TRANSLATE_NOOP("", "Nothing is on the status page yet."),
    Code.PHASE_IS: QT_TRANSLATE_NOOP("", "The phase is {phase} now."),
    Code.PROMISED_BY: QT_TRANSLATE_NOOP("", "The next update was promised by {time} UTC."),
    Code.EVERY_MINUTES: QT_TRANSLATE_NOOP("", "Every {minutes} minutes."),
}
