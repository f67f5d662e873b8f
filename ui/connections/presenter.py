"""The connections as they are, and what a person does to them. No widgets; keyring, files and services are asked on workers alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from composer.connections.accounts import Account, Kind
from composer.connections.credentials import CredentialError
from composer.domain.errors import InvalidInputError, Problem, UserFacingError
from composer.services.connecting import Connecting, Kept, Listed
from composer.services.reach import Reachable, live_reach
from ui import sayings
from ui.connected import about, account_name, credential_name, kind_name
from ui.connections.fields import HIDDEN_KEY, NAME, ORDER, form_fields, used_for
from ui.language import utc_and_local
from ui.session import Session
from ui.widgets.text import Tone

MOST_MISSING = 3
"""So many more sentences stand in a row; a page may lack every component of the plan."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `name` is the account's; where there is none yet, its kind. `state` begins with a shape; `more` are the lines below it."""

    name: str
    kind: Kind
    title: str
    about: str
    used_for: str
    state: str
    tone: Tone
    more: tuple[str, ...] = ()
    account: Account | None = None

    @property
    def connected(self) -> bool:
        """Whether it stands in the file."""
        return self.account is not None


@dataclass(frozen=True, slots=True)
class Found:
    """What a worker found: the accounts, the mistakes of the file, and why no keyring can be used (None: it can)."""

    listed: tuple[Listed, ...]
    reach: tuple[Reachable, ...]
    problems: tuple[Problem, ...]
    no_keyring: CredentialError | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was saved. `keyring`: because the keyring could not take the credential, so that it can only be used for this run."""

    text: str
    keyring: bool = False


class ConnectionsPresenter(QObject):
    """Logic of the connections.

    Signals:
        shown(): rows, problems and the keyring's state are to be shown anew.
        saved(str): the account of that name was saved; it is being checked.
        refused(object): a `Refused`; nothing was saved.
        removed(str, bool): the account of that name is gone; whether its credential was taken out too.
    """

    shown = Signal()
    saved = Signal(str)
    refused = Signal(object)
    removed = Signal(str, bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.found: Found | None = None
        self._checking: set[str] = set()
        self._saving = False

    # --- what is shown --------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The time, as the core has it."""
        return self.session.services.clock.now()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts, as they were last read."""
        return () if self.found is None else tuple(one.account for one in self.found.listed)

    @property
    def no_keyring(self) -> str | None:
        """Why nothing can be kept in the keyring of this computer; None where it can, or is not known yet."""
        error = None if self.found is None else self.found.no_keyring
        return None if error is None else sayings.message_of(error)

    def carriers(self) -> tuple[str, ...]:
        """The accounts that can carry mail."""
        return tuple(one.name for one in self.accounts if one.kind in (Kind.SENDGRID, Kind.SMTP))

    def rows(self) -> tuple[Row, ...]:
        """Each account, and each kind that has none, in the table's order."""
        if self.found is None:
            return ()
        reach = {one.account.name: one for one in self.found.reach}
        rows: list[Row] = []
        for kind in ORDER:
            own = [one for one in self.found.listed if one.account.kind is kind]
            rows += [self._row(one, reach.get(one.account.name, Reachable(one.account))) for one in own]
            if not own:
                words = self.tr("○ Not connected")
                rows.append(
                    Row(kind.value, kind, kind_name(kind), "", used_for(kind, frozenset()), words, Tone.MUTED)
                )
        return tuple(rows)

    def _row(self, one: Listed, reach: Reachable) -> Row:
        account = one.account
        carries = frozenset(each.kind for each in self.accounts if getattr(each, "via", None) == account.name)
        state, tone, more = self._state(one, reach)
        if one.kept is Kept.THIS_RUN:
            words = self.tr("For this run only: the {what} is in memory, and gone when the program ends.")
            more = (*more, words.format(what=credential_name(account.kind)))
        return Row(
            account.name, account.kind, account_name(account), about(reach, self.now()),
            used_for(account.kind, carries), state, tone, more, account,
        )  # fmt: skip

    def _state(self, one: Listed, reach: Reachable) -> tuple[str, Tone, tuple[str, ...]]:
        account, check = one.account, reach.check
        if account.name in self._checking:
            return self.tr("◔ Being checked…"), Tone.ACCENT, ()
        if one.kept is Kept.MISSING:
            words = self.tr("✕ No {what} in the keyring for {host}: enter it with Edit")
            return words.format(what=credential_name(account.kind), host=account.host), Tone.DANGER, ()
        if one.why is not None:
            return f"▲ {sayings.message_of(one.why)}", Tone.WARNING, ()
        if reach.readers is not None and reach.readers.trouble:
            return f"✕ {sayings.problem(reach.readers.trouble)}", Tone.DANGER, ()
        if check is None:
            return self.tr("○ Not checked yet"), Tone.MUTED, ()
        said, at = check.said, utc_and_local(check.at, now=self.now())
        if said.missing:
            missing = tuple(map(sayings.words, said.missing))
            shape, tone = ("▲", Tone.WARNING) if said.facts else ("✕", Tone.DANGER)
            words = self.tr("{shape} Checked {time}: {what}").format(shape=shape, time=at, what=missing[0])
            return words, tone, self._short(missing[1:])
        known, facts = about(reach, self.now()), map(sayings.words, said.facts)
        return (
            self.tr("● Checked {time}").format(time=at),
            Tone.GOOD,
            () if reach.readers else tuple(fact for fact in facts if fact.rstrip(".") not in known),
        )

    def _short(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The first of them, and how many others."""
        if len(lines) <= MOST_MISSING:
            return lines
        others = self.tr("… and {count} more").format(count=len(lines) - MOST_MISSING)
        return (*lines[:MOST_MISSING], others)

    # --- what is asked --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the accounts, and ask the keyring for each; `shown` tells."""
        connecting, home = self._connecting, self.session.home

        def call() -> Found:
            made = connecting()
            listed, problems = made.listed()
            trouble = made.credentials.trouble()
            return Found(listed, live_reach(home), problems, trouble)

        self._ask(call, self._on_found)

    def check(self, name: str | None = None) -> None:
        """Ask the service of an account, or of all, what it may do; nobody is sent anything."""
        names = {one.name for one in self.accounts} if name is None else {name}
        self._checking |= names
        self.shown.emit()
        connecting = self._connecting

        def call() -> None:
            connecting().checked(name)

        def over(_: object) -> None:
            self._checking -= names
            self.refresh()
            self.session.read_reach()

        def failed(error: BaseException) -> None:
            self.session.errors.tell(error)
            over(error)

        self.session.jobs.submit(call, over, failed, line="send", owner=self)

    def save(self, kind: Kind, typed: Mapping[str, Any], secret: str, *, for_this_run: bool) -> None:
        """Add an account, or change the one of that name, and check it. The credential goes to the keyring and is kept nowhere else."""
        if self._saving:
            return
        self._saving = True
        values = dict(typed)
        rest = values.pop(NAME, None)
        name = f"{kind.value}.{rest}" if rest else kind.value
        connecting = self._connecting

        def call() -> str:
            return connecting().add(name, values, secret or None, for_this_run=for_this_run).name

        def done(saved: str) -> None:
            self._saving = False
            self.session.read_reach(anew=True)
            self.saved.emit(saved)
            self.check(saved)

        def failed(error: BaseException) -> None:
            self._saving = False
            if isinstance(error, UserFacingError):
                self.refused.emit(Refused(self._words(error, kind), isinstance(error, CredentialError)))
            else:
                self.refused.emit(Refused(self.tr("It was not saved.")))
                self.session.errors.tell(error)

        self.session.jobs.submit(call, done, failed, line="send", owner=self)

    def remove(self, name: str) -> None:
        """Take an account out of the file, and its credential out of the keyring."""
        connecting = self._connecting

        def done(had: bool) -> None:
            self.session.read_reach(anew=True)
            self.removed.emit(name, had)
            self.refresh()

        self._ask(lambda: connecting().remove(name), done)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _connecting(self) -> Connecting:
        return Connecting(self.session.home, self.session.credentials())

    def _ask(self, call: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.session.jobs.submit(call, done, self.session.errors.tell, line="send", owner=self)

    def _on_found(self, found: Found) -> None:
        self.found = found
        self.shown.emit()

    def _words(self, error: UserFacingError, kind: Kind) -> str:
        """What was refused, with the field's own name in place of the file's key."""
        if not isinstance(error, InvalidInputError):
            return sayings.trouble(error)
        labels = {one.key: one.label for one in form_fields(kind, self.carriers()) if one.key != HIDDEN_KEY}
        lines = []
        for problem in error.problems:
            key = (problem.place.key or "").rpartition(".")[2]
            said = sayings.problem_text(problem).removeprefix(key).strip()
            lines.append(f"{labels[key]}: {said}" if key in labels else sayings.problem(problem))
        return "\n".join(dict.fromkeys(lines))
