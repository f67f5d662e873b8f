"""What must not be read by the public: the rules of the leak guard, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeakKind(StrEnum):
    """A secret is kept from every channel; what is internal, from the public ones."""

    SECRET = "secret"  # noqa: S105 - the word itself
    INTERNAL = "internal"


class MendKind(StrEnum):
    """What can be done about the marked words by one key."""

    REMOVE = "remove"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class LeakRule:
    """One kind of leak. `what` completes “looks like …”.

    `pattern` is in RE2's syntax, so that no text can make it slow; where it has a group, the group is the leak. What one of `but` matches as a whole is none. `needs` are
    lower-case words of which a text has to hold one before the pattern is tried at all. `mixed` asks for a digit and a letter in what was found, which tells made-up names
    from words; `random`, that it changes between digits, small and capital letters as nothing does that a person named. `mend` is put in the place of the words; empty takes them out.
    """

    key: str
    kind: LeakKind
    what: str
    pattern: str
    but: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    mixed: bool = False
    random: bool = False
    mend: str = ""

    @property
    def code(self) -> str:
        """The code of its findings."""
        return f"leak_{self.key}"


@dataclass(frozen=True, slots=True)
class LeakRules:
    """The rules in force. `public` are words that may be read by anybody, whatever a rule says; `never` are names of one's own that may not: customers, projects; `ordinary` are words that are no customer's name by themselves."""

    rules: tuple[LeakRule, ...] = ()
    public: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
