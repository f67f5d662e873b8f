"""What the core says, worded in the window's language: each code by its words in `ui.words`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from composer.connections.accounts import SlackAccount, SmtpAccount, StatuspageAccount
from composer.domain.channel import Channel
from composer.domain.delivery import DeliveryState, out_of_doubt
from composer.domain.errors import InvalidInputError, Place, Problem, UserFacingError
from composer.domain.findings import Finding
from composer.domain.sayings import Code, Said, Told, Value
from ui.language import number
from ui.words import (
    connections,
    contradictions,
    deliveries,
    due,
    feeds,
    files,
    findings,
    leaks,
    record,
    refusals,
    security,
    wording,
)

SENTENCES: dict[Code, object] = {
    **connections.SENTENCES,
    **deliveries.SENTENCES,
    **findings.SENTENCES,
    **contradictions.SENTENCES,
    **due.SENTENCES,
    **refusals.SENTENCES,
    **record.SENTENCES,
    **files.SENTENCES,
    **wording.SENTENCES,
    **security.SENTENCES,
    **feeds.SENTENCES,
}
"""The English of every code, as a translator finds it."""
NEXT_STEPS = connections.NEXT_STEPS


def tr(text: str) -> str:
    """Words in the person's language. Outside of a class, lupdate files them without a context."""
    return QCoreApplication.translate("", text)


def _translated(marked: object) -> str:
    """Words that are marked for a translator elsewhere."""
    return QCoreApplication.translate("", str(marked))


def of(text: str) -> str:
    """A sentence of the core in the person's language; as it came where it has no code."""
    return words(text.said) if isinstance(text, Told) else text


def outcome(error: str) -> str:
    """What went wrong with a delivery, for a row that tells by itself whether the message may have arrived."""
    return of(out_of_doubt(error))


def words(said: Said) -> str:
    """What is said, with its next step; in English where the window has no words for it."""
    step = next_step(said)
    return f"{message(said)} {step}" if step else message(said)


def message(said: Said) -> str:
    """What happened, without the next step."""
    sentence = SENTENCES.get(said.code)
    return said.message if sentence is None else _translated(sentence).format(**_shown(said))


def next_step(said: Said) -> str | None:
    """What to do about it, where that is told apart."""
    step = NEXT_STEPS.get(said.code)
    return said.next_step if step is None else _translated(step).format(**_shown(said))


def trouble(error: UserFacingError) -> str:
    """An expected failure with its next step."""
    return f"{message_of(error)} {step_of(error)}".rstrip()


def message_of(error: UserFacingError) -> str:
    """What happened, without the next step."""
    if isinstance(error, InvalidInputError):
        return "\n".join(map(problem, error.problems))
    return of(error.message) if error.said is None else message(error.said)


def step_of(error: UserFacingError) -> str:
    """What to do about it; empty where that is not told."""
    if error.said is not None:
        return next_step(error.said) or ""
    return of(error.next_step or "")


def finding(found: Finding) -> str:
    """What a check noticed, and what to do about it where that is told apart."""
    return f"{of(found.text)} {of(found.mend)}".strip()


def problem(found: Problem) -> str:
    """One thing wrong in a file, after its place."""
    place, text = place_words(found.place), problem_text(found)
    return f"{place}: {text}" if place else text


def problem_text(found: Problem) -> str:
    """One thing wrong in a file, where its place stands beside it."""
    return of(found.text) if found.said is None else words(found.said)


def place_words(place: Place) -> str:
    """Where in a file; `customers.csv line 2: name`."""
    if place.line is None:
        return str(place)
    if place.file is None:
        where = tr("line {line}").format(line=place.line)
    else:
        where = tr("{file} line {line}").format(file=place.file, line=place.line)
    return f"{where}: {place.key}" if place.key else where


def _shown(said: Said) -> dict[str, str]:
    return {name: _value(name, value) for name, value in said.values}


def _value(name: str, value: Value) -> str:
    if isinstance(value, int):
        return number(value)
    if isinstance(value, Told):
        return words(value.said)
    known = _WORDS.get(name, {}).get(value)
    return value if known is None else _translated(known)


def _spaced(name: str) -> str:
    """A channel or a state as it stands in an English sentence."""
    return name.replace("_", " ")


_WORDS: dict[str, dict[str | None, object]] = {
    "what": {
        SlackAccount.asks_for: QT_TRANSLATE_NOOP("", "token"),
        StatuspageAccount.asks_for: QT_TRANSLATE_NOOP("", "API key"),
        SmtpAccount.asks_for: QT_TRANSLATE_NOOP("", "password"),
        **leaks.NOUNS,
    },
    "unit": {
        "hours": QT_TRANSLATE_NOOP("", "hours"),
        "minutes": QT_TRANSLATE_NOOP("", "minutes"),
    },
    "channel": {
        Channel.SLACK: QT_TRANSLATE_NOOP("", "Slack"),
        _spaced(Channel.STATUS_PAGE): QT_TRANSLATE_NOOP("", "the status page"),
        Channel.EMAIL: QT_TRANSLATE_NOOP("", "customer email"),
        Channel.EXECUTIVE: QT_TRANSLATE_NOOP("", "executives"),
        Channel.PAGERDUTY: QT_TRANSLATE_NOOP("", "PagerDuty"),
    },
    "state": {
        DeliveryState.HELD: QT_TRANSLATE_NOOP("", "held"),
        DeliveryState.QUEUED: QT_TRANSLATE_NOOP("", "queued"),
        DeliveryState.SENDING: QT_TRANSLATE_NOOP("", "being sent"),
        DeliveryState.WAITING: QT_TRANSLATE_NOOP("", "waiting"),
        DeliveryState.SENT: QT_TRANSLATE_NOOP("", "sent"),
        DeliveryState.FAILED: QT_TRANSLATE_NOOP("", "failed"),
        DeliveryState.CANCELLED: QT_TRANSLATE_NOOP("", "cancelled"),
        DeliveryState.STALE: QT_TRANSLATE_NOOP("", "too old"),
        _spaced(DeliveryState.BY_HAND): QT_TRANSLATE_NOOP("", "sent by hand"),
        DeliveryState.UNKNOWN: QT_TRANSLATE_NOOP("", "in doubt"),
    },
}
"""Values that are words themselves, by the name of their place."""
