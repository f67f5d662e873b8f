"""The window's words for advice on public wording."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.WORDING_JARGON: QT_TRANSLATE_NOOP("", "{field}: customers may not know the word “{said}”."),
    Code.WORDING_PLAINER: QT_TRANSLATE_NOOP("", "{field}: instead of “{said}”, “{instead}” is plainer."),
    Code.WORDING_BLAME: QT_TRANSLATE_NOOP(
        "", "{field}: “{said}” puts the blame on somebody, and customers hold you to it all the same."
    ),
    Code.WORDING_PROMISE: QT_TRANSLATE_NOOP(
        "",
        "{field}: “{said}” promises a fixed time, which nobody can be sure of. Promise the next update instead.",
    ),
    Code.WORDING_EMPTY: QT_TRANSLATE_NOOP("", "{field}: “{said}” tells customers nothing."),
    Code.WORDING_PASSIVE: QT_TRANSLATE_NOOP("", "{field}: “{said}” leaves open who acts. Say who does."),
    Code.WORDING_VAGUE: QT_TRANSLATE_NOOP("", "{field}: “{said}” does not tell what customers notice."),
    Code.WORDING_NO_NEXT_UPDATE: QT_TRANSLATE_NOOP(
        "",
        "Customers are not told when the next update comes: “Next update by {time} UTC” follows the plan's rhythm.",
    ),
    Code.WORDING_NO_NEWS: QT_TRANSLATE_NOOP(
        "", "{field} has no news: say what has changed, or use Nothing new."
    ),
    Code.WORDING_SAME: QT_TRANSLATE_NOOP(
        "", "{field} says the same as the last update on the status page ({time} UTC)."
    ),
    Code.WORDING_LONG: QT_TRANSLATE_NOOP(
        "", "{title} has {count} characters. What is longer than {most} is not read to its end."
    ),
    Code.WORDING_HARD: QT_TRANSLATE_NOOP(
        "", "{title} is hard to read: its reading ease is {ease} of 100. Shorter sentences and words help."
    ),
    Code.WORDING_SPELLING: QT_TRANSLATE_NOOP("", "{field}: “{said}” may be misspelt."),
    Code.WORDING_FAILED: QT_TRANSLATE_NOOP("", "The wording could not be checked."),
    Code.WORDING_NOT_CHECKED: QT_TRANSLATE_NOOP(
        "",
        "The wording could not be checked, so the text waits. Read it once more, then let it pass with a reason.",
    ),
}
