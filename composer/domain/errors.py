"""The error tree.

::

    ComposerError
    ├── UserFacingError          expected: one plain sentence and the next step; never a traceback
    │   ├── InvalidInputError    a file or an argument is wrong: names the place (exit status 2)
    │   │   ├── PlanError            plan.toml
    │   │   ├── TemplateError        a template's head or body
    │   │   ├── FieldCatalogueError  fields.toml
    │   │   └── PublishFileError     the JSON object of `publish`
    │   ├── HomeError            the home folder cannot be used
    │   ├── RecordError          the record cannot be read or written
    │   │   ├── RecordTooNewError    written by a newer program; the file is untouched
    │   │   ├── RecordDamagedError   not a database, or a damaged one
    │   │   ├── RecordBusyError      another program held it for too long
    │   │   └── RecordFullError      no space left
    │   ├── RenderError          a template could not be filled (too large, an error in the template)
    │   ├── NotLoopbackError     practice mode refused an address outside this computer
    │   └── RefusedError         the request contradicts what is stored
    └── BugError                 our own mistake: goes to the crash path, not to the user as advice
        └── IllegalTransitionError   a pair of delivery state and event that docs/contract.md section 1 refuses

Expected failures and bugs are different types, so a caller can show the first and must not hide the second.
"""

from __future__ import annotations

from typing import NamedTuple

from composer.domain.sayings import Said, Told, together


class ComposerError(Exception):
    """Root of everything this program raises on purpose."""


class BugError(ComposerError):
    """A mistake of this program itself."""


class IllegalTransitionError(BugError):
    """A delivery was asked to make a move that its state does not allow."""


class UserFacingError(ComposerError):
    """An expected failure, worded for the person at the keyboard.

    `message` is one plain sentence; `next_step` says what to do about it. `said` is both as a code, where there is one, for whoever words it in another language.
    """

    exit_status = 1

    def __init__(self, message: str | Said, *, next_step: str | None = None) -> None:
        self.said = message if isinstance(message, Said) else None
        self.message = message.message if isinstance(message, Said) else message
        self.next_step = next_step if self.said is None else self.said.next_step
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}" if self.next_step else self.message

    @property
    def told(self) -> str:
        """What happened, and the next step, as one text that keeps its code."""
        return together(self.message, self.next_step or "") if self.said is None else Told(self.said)


def told_by(error: Exception) -> str:
    """An error's own words, with their code where they have one."""
    if isinstance(error, UserFacingError):
        return error.told
    words = error.args[0] if error.args else ""
    return words if isinstance(words, Told) else str(error)


class Place(NamedTuple):
    """Where in a file something is wrong.

    `file` is a name or path as the person knows it, `line` counts from 1, `key` is a dotted path such as
    `severities.P1.response`, a field's name or a JSON path; unknown parts are None.
    """

    file: str | None = None
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        parts = []
        if self.file:
            parts.append(self.file + (f" line {self.line}" if self.line else ""))
        elif self.line:
            parts.append(f"line {self.line}")
        if self.key:
            parts.append(self.key)
        return ": ".join(parts)


class Problem(NamedTuple):
    """One thing wrong in an input: its place, and what was expected, in a sentence. `said` is the sentence as a code, where there is one."""

    place: Place
    text: str
    said: Said | None = None

    def __str__(self) -> str:
        place = str(self.place)
        return f"{place}: {self.text}" if place else self.text


class InvalidInputError(UserFacingError):
    """A file or an argument is wrong. `problems` holds every mistake found, not only the first."""

    exit_status = 2

    def __init__(
        self, problems: list[Problem] | tuple[Problem, ...], *, next_step: str | None = None
    ) -> None:
        if not problems:
            raise BugError("an invalid input needs at least one problem")
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems), next_step=next_step)


class PlanError(InvalidInputError):
    """plan.toml does not say what a plan must say."""


class TemplateError(InvalidInputError):
    """A template's head or body is wrong."""


class FieldCatalogueError(InvalidInputError):
    """fields.toml is wrong."""


class PublishFileError(InvalidInputError):
    """The JSON object given to `publish` is wrong."""


class HomeError(UserFacingError):
    """The home folder cannot be used."""


class RecordError(UserFacingError):
    """The record cannot be read or written."""


class RecordTooNewError(RecordError):
    """The record was written by a newer version of this program."""


class RecordDamagedError(RecordError):
    """The record is not a database, or parts of it are damaged."""


class RecordBusyError(RecordError):
    """Another program held the record for longer than we wait."""


class RecordFullError(RecordError):
    """There is no space left for the record."""


class RenderError(UserFacingError):
    """A template could not be filled."""


class NotLoopbackError(UserFacingError):
    """Practice mode refused to speak to an address outside this computer."""


class RefusedError(UserFacingError):
    """What was asked contradicts what is stored, so nothing was done."""

    exit_status = 2
