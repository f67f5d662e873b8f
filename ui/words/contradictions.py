"""The window's words for what contradicts itself."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from composer.domain.codes import Code

SENTENCES: dict[Code, object] = {
    Code.NO_CLASH_NAME: QT_TRANSLATE_NOOP("", "there is no “{name}” here{hint}"),
    Code.NO_WORD: QT_TRANSLATE_NOOP("", "expected a word or a phrase."),
    Code.IN_SLACK: QT_TRANSLATE_NOOP("", "in Slack"),
    Code.ON_THE_PAGE: QT_TRANSLATE_NOOP("", "on the status page"),
    Code.IN_THE_EMAIL: QT_TRANSLATE_NOOP("", "in the customer email"),
    Code.TO_EXECUTIVES: QT_TRANSLATE_NOOP("", "in the executive notification"),
    Code.IN_PAGERDUTY: QT_TRANSLATE_NOOP("", "in the PagerDuty update"),
    Code.IN_THE_COPY: QT_TRANSLATE_NOOP("", "in the text to copy"),
    Code.TEXTS_CLASH: QT_TRANSLATE_NOOP("", "“{this}” {where}, but “{that}” {there}."),
    Code.TEXTS_CLASH_THERE: QT_TRANSLATE_NOOP("", "“{this}” and “{that}” {where} contradict each other."),
    Code.START_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but the impact started at {that} UTC."),
    Code.END_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but the impact ended at {that} UTC."),
    Code.ENDS_BEFORE_START: QT_TRANSLATE_NOOP("", "“{this}” {where}: the end lies before the start."),
    Code.DURATION_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but the impact lasted {that}."),
    Code.GOING_ON_CLASHES: QT_TRANSLATE_NOOP(
        "", "“{this}” {where}, but the impact has been going on for {that}."
    ),
    Code.TIME_HAS_PASSED: QT_TRANSLATE_NOOP("", "“{this}” {where}, but it is {now} UTC."),
    Code.PROMISE_HAS_PASSED: QT_TRANSLATE_NOOP(
        "", "The next update is promised for “{this}” {where}, but it is {now} UTC."
    ),
    Code.PHASE_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but the phase is {phase}."),
    Code.SEVERITY_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but the severity is {severity}."),
    Code.SEVERITY_TEXT_OLD: QT_TRANSLATE_NOOP(
        "", "The severity goes from {before} to {severity}, but {field} says the same as before."
    ),
    Code.WELL_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but {component} is not operational."),
    Code.WELL_CLASHES_WITH_OTHER: QT_TRANSLATE_NOOP(
        "", "“{this}” {where}, but {component} is held by the open incident “{title}”."
    ),
    Code.FACT_CLASHES: QT_TRANSLATE_NOOP("", "“{this}” {where}, but {field} says “{that}”."),
    Code.DATA_SAID_BEFORE: QT_TRANSLATE_NOOP(
        "", "“{this}” was said {where} at {at} UTC, but {field} says “{that}” now."
    ),
    Code.CHANNELS_APART: QT_TRANSLATE_NOOP(
        "", "Resolved {where}, but {phase} is the last that was said {there}."
    ),
    Code.BACK_WITHOUT_WORD: QT_TRANSLATE_NOOP(
        "", "The phase goes back from {before} to {phase}, but the text {where} does not say so."
    ),
    Code.COMPONENT_SHARED: QT_TRANSLATE_NOOP("", "{component} is also held by the open incident “{title}”."),
    Code.SAME_PUBLIC_TEXT: QT_TRANSLATE_NOOP(
        "", "The same text was said {where} of the open incident “{title}”."
    ),
    Code.NOT_COMPARED: QT_TRANSLATE_NOOP(
        "",
        "The text could not be checked for contradictions, so it is not published. Restart the program; until then send it by hand.",
    ),
}
