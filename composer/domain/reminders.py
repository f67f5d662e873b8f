"""What people forget: words that speak of something, and what has to be there where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from composer.domain.findings import Level


class Wants(StrEnum):
    """What a phrase speaks of. Nothing can be attached to a message, so an attachment is never there."""

    NEXT_UPDATE = "next_update"
    LINK = "link"
    BELOW = "below"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, eq=False)
class Reminder:
    """One rule, as `resources/reminders.toml` holds it. A rule is itself and no other, so that it is found again quickly at each key press.

    `phrases` are matched as whole words in any case; `{time}` in one stands for a time of day or a length of time. A phrase does not count where one of
    `not_before` follows it. `text` is the sentence, with `{said}` for the words found and `{field}` for the field's label; `mend` is what to do.
    """

    code: str
    wants: Wants
    phrases: tuple[str, ...]
    text: str
    mend: str
    level: Level = Level.ADVICE
    not_before: tuple[str, ...] = ()
