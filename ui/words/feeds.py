"""The window's words for what is said of an external service's feed."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.FEED_NOT_READ_YET: QT_TRANSLATE_NOOP("", "it was not asked yet."),
    Code.FEED_OLD: QT_TRANSLATE_NOOP("", "it was last read too long ago."),
    Code.FEED_NOT_IN_PRACTICE: QT_TRANSLATE_NOOP(
        "", "it is not asked in practice, as nothing leaves this computer."
    ),
    Code.FEED_ANSWERED: QT_TRANSLATE_NOOP("", "it answered with the status {status}."),
    Code.FEED_LED_ON: QT_TRANSLATE_NOOP("", "it led on more than {count} times."),
    Code.FEED_ASTRAY: QT_TRANSLATE_NOOP("", "it leads to {host}, where no feed may lead."),
    Code.FEED_GARBLED: QT_TRANSLATE_NOOP("", "its answer breaks off, or is garbled."),
    Code.FEED_ENTITIES: QT_TRANSLATE_NOOP("", "its answer holds a document type, which no feed needs."),
    Code.FEED_ODD: QT_TRANSLATE_NOOP("", "its answer is in another form than expected."),
    Code.FEED_ODD_STATE: QT_TRANSLATE_NOOP("", "it calls a state “{word}”, which is not known here."),
    Code.FEED_OTHER_PAGE: QT_TRANSLATE_NOOP("", "its answer is about “{page}”, not about this service."),
    Code.FEED_NO_NAME: QT_TRANSLATE_NOOP("", "its answer does not say which service it is about."),
    Code.FEED_NO_PART: QT_TRANSLATE_NOOP("", "it names no part such as {names}."),
    Code.FEED_UNCLEAR: QT_TRANSLATE_NOOP(
        "", "it does not say what an incident concerns, or whether it is over."
    ),
    Code.FEED_EMPTY: QT_TRANSLATE_NOOP("", "it lists nothing at all."),
    Code.FEED_NO_TIME: QT_TRANSLATE_NOOP("", "it does not say when it was last changed."),
    Code.FEED_AHEAD: QT_TRANSLATE_NOOP("", "its times lie in the future."),
    Code.FEED_FROZEN: QT_TRANSLATE_NOOP("", "it has stood still since {date}."),
}
