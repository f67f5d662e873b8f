"""Tokens and passwords: in the keyring of the system, or in memory for this run only. Never in a file, a log, an argument or a repr.

The backend is pinned by name: what the environment, a configuration file or an installed package names in its place is not asked, since that may be
a file in plain text or nothing at all. A credential is kept under its account and the host it was entered for, so it never goes to another host.
"""

from __future__ import annotations

import importlib
import re
import sys
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar, cast

from composer.connections.accounts import Account, Kind, SlackAccount
from composer.connections.addresses import base_url, host_of
from composer.domain.errors import UserFacingError
from composer.domain.sayings import Code, Said
from composer.logs import register_secret
from composer.own_secrets import OwnSecrets

SERVICE = "incident-composer"
LONGEST = 1280
"""The most characters that every keyring takes (Windows: 2,560 bytes of UTF-16)."""
PATIENCE_S = 60.0
"""How long the keyring may take: a person may have to unlock it."""

_SECRET_SERVICE = ("keyring.backends.SecretService", "Keyring")
BACKENDS = {
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
}
"""The keyring of each system; every other system has the Secret Service or none."""

_NOWHERE = ((Code.HAS_CONTROLS, re.compile(r"[\x00-\x1f\x7f]")),)
_IN_NO_TOKEN = (
    *_NOWHERE,
    (Code.HAS_SPACE, re.compile(r"\s")),
    (Code.HAS_FOREIGN_SIGNS, re.compile(r"[^\x21-\x7e]")),
)
"""What shows that a credential was copied wrongly, each with what is said of it. A password may hold more than a token."""

T = TypeVar("T")


class CredentialError(UserFacingError):
    """The keyring can't be used just now, or does not hold what is asked for."""


class NoKeyringError(CredentialError):
    """This computer has no keyring that may be trusted with a secret."""


class MissingCredentialError(CredentialError):
    """An account has no credential for its host."""


class Keyring(Protocol):
    """What is used of a backend of the library keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def system_keyring() -> Keyring:
    """The keyring of this system; NoKeyringError where there is none."""
    module, name = BACKENDS.get(sys.platform, _SECRET_SERVICE)
    try:
        kind = getattr(importlib.import_module(module), name)
        _ = kind.priority  # asks whether the service is there, and raises where it is not
        return cast("Keyring", kind())
    except Exception:  # noqa: BLE001 - whatever a backend raises here: there is nothing to keep secrets in
        raise NoKeyringError(Said.of(Code.NO_KEYRING)) from None


def user_of(account: Account) -> str:
    """The name under which an account's credential is kept: `statuspage.eu@api.statuspage.io`."""
    return f"{account.name}@{account.host}"


def checked_secret(account: Account, secret: str) -> str:
    """A credential as a person gave it, without the line's end; UserFacingError, that never repeats it, where it can't be one."""
    kind = account.asks_for or "credential"
    text = secret.strip()
    password = account.kind in (Kind.SMTP, Kind.PROXY)
    if not text:
        raise UserFacingError(Said.of(Code.NOTHING_GIVEN, what=kind, account=account.name))
    if len(text) > LONGEST:
        raise UserFacingError(Said.of(Code.TOO_LONG, what=kind, account=account.name, count=LONGEST))
    wrong = next(
        (code for code, signs in (_NOWHERE if password else _IN_NO_TOKEN) if signs.search(text)), None
    )
    if wrong is not None:
        raise UserFacingError(Said.of(wrong, what=kind, account=account.name))
    if isinstance(account, SlackAccount) and account.is_webhook:
        _check_webhook(account, text)
    return text


def _check_webhook(account: SlackAccount, text: str) -> None:
    try:
        fits = host_of(base_url(text)) == account.host
    except ValueError:
        fits = False
    if not fits:
        raise UserFacingError(Said.of(Code.OTHER_WEBHOOK, account=account.name, host=account.host))


class Credentials:
    """The credentials of this process. Safe from any thread; asking may block while a person unlocks the keyring."""

    def __init__(
        self, keyring: Callable[[], Keyring] = system_keyring, *, patience_s: float = PATIENCE_S
    ) -> None:
        self._keyring = keyring
        self._patience_s = patience_s
        self._this_run: dict[str, str] = {}
        self.seen = OwnSecrets()
        """Those that went through here, to be told in a text but not to be read."""

    def _mind(self, secret: str) -> None:
        register_secret(secret)
        self.seen.add(secret)

    def __repr__(self) -> str:
        return "Credentials()"

    def read(self, account: Account) -> str:
        """An account's credential, which is masked from now on wherever the program prints or logs.

        Raises MissingCredentialError, NoKeyringError, CredentialError.
        """
        found = self._find(account)
        if found is None:
            what, host = str(account.asks_for), str(account.host)
            raise MissingCredentialError(
                Said.of(Code.NO_CREDENTIAL, what=what, account=account.name, host=host)
            )
        self._mind(found)
        return found

    def has(self, account: Account) -> bool:
        """Whether there is a credential; raises as `read` does where the keyring can't tell."""
        return self._find(account) is not None

    def trouble(self) -> CredentialError | None:
        """Why nothing can be kept for longer than this run; None where there is a keyring. It may still want to be unlocked."""
        try:
            self._asked(lambda ring: None)
        except CredentialError as error:
            return error
        return None

    def keep(self, account: Account, secret: str) -> None:
        """Put a credential into the keyring, in place of an older one."""
        self._mind(secret)
        self._asked(lambda ring: ring.set_password(SERVICE, user_of(account), secret))
        self._this_run.pop(user_of(account), None)

    def use_for_this_run(self, account: Account, secret: str) -> None:
        """Hold a credential in memory alone: it is gone when the program ends."""
        self._mind(secret)
        self._this_run[user_of(account)] = secret

    def is_for_this_run(self, account: Account) -> bool:
        """Whether the credential is held in memory alone."""
        return user_of(account) in self._this_run

    def forget(self, account: Account) -> bool:
        """Take a credential out of the keyring and of memory; false where there was none."""
        user = user_of(account)
        here = self._this_run.pop(user, None) is not None
        try:
            if self._asked(lambda ring: ring.get_password(SERVICE, user)) is None:
                return here
        except NoKeyringError:
            return here
        self._asked(lambda ring: ring.delete_password(SERVICE, user))
        return True

    def _find(self, account: Account) -> str | None:
        user = user_of(account)
        if user in self._this_run:
            return self._this_run[user]
        return self._asked(lambda ring: ring.get_password(SERVICE, user))

    def _asked(self, ask: Callable[[Keyring], T]) -> T:
        """What the keyring answers, within our patience: a prompt that nobody sees must not hold up a delivery for good."""
        result: list[T] = []
        trouble: list[CredentialError] = []

        def work() -> None:
            try:
                result.append(ask(self._keyring()))
            except CredentialError as error:
                trouble.append(error)
            except Exception as error:  # noqa: BLE001 - backends raise what they like; their words could hold anything
                trouble.append(CredentialError(Said.of(Code.KEYRING_FAILED, error=type(error).__name__)))

        worker = threading.Thread(target=work, name="keyring", daemon=True)
        worker.start()
        worker.join(self._patience_s)
        if trouble:
            raise trouble[0]
        if not result:
            raise CredentialError(Said.of(Code.KEYRING_SILENT, seconds=f"{self._patience_s:.0f}"))
        return result[0]
