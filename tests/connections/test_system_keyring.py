"""Credentials in a real Secret Service, and what is said where there is none that may be trusted."""

from __future__ import annotations

import gc
import importlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import secretstorage

from composer import logs
from composer.connections.accounts import SlackAccount
from composer.connections.credentials import (
    CredentialError,
    Credentials,
    MissingCredentialError,
    NoKeyringError,
    system_keyring,
)
from tests.connections.secret_service import secret_service

SLACK = SlackAccount("slack", "https://slack.com/api", (), "api")
# The library leaves its bus open where the keyring refuses or goes away; collected here, it fails no other test.
LEAVES_A_BUS_OPEN = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed"
)
ELSEWHERE = SlackAccount("slack", "https://slack.example.com/api", (), "api")
TOKEN = "xoxb-canary-4711-real"


@pytest.fixture(scope="module")
def ring() -> Iterator[dict[str, str]]:
    with secret_service() as environment:
        yield environment


@pytest.fixture
def in_ring(ring: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    for name, value in ring.items():
        monkeypatch.setenv(name, value)
    return ring


def test_a_credential_is_kept_under_the_account_and_its_host(in_ring: dict[str, str]) -> None:
    Credentials().keep(SLACK, TOKEN)
    assert Credentials().read(SLACK) == TOKEN  # another process would find it
    assert logs.mask_secrets(f"a line with {TOKEN}") == "a line with [secret]"
    connection = secretstorage.dbus_init()
    (item,) = secretstorage.get_default_collection(connection).search_items(
        {"service": "incident-composer", "username": "slack@slack.com"}
    )
    assert item.get_secret() == TOKEN.encode()
    connection.close()
    # Bound to its host: for another one there is nothing.
    assert not Credentials().has(ELSEWHERE)
    with pytest.raises(MissingCredentialError, match=r"no token for slack at slack\.example\.com") as caught:
        Credentials().read(ELSEWHERE)
    assert "connections add slack" in str(caught.value)
    Credentials().keep(SLACK, TOKEN + "2")  # in place of the older one
    assert Credentials().read(SLACK) == TOKEN + "2"
    assert Credentials().forget(SLACK)
    assert not Credentials().forget(SLACK)
    assert not Credentials().has(SLACK)


def test_no_file_holds_the_credential(in_ring: dict[str, str]) -> None:
    Credentials().keep(SLACK, TOKEN)
    files = [file for file in Path(in_ring["HOME"]).rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if TOKEN.encode() in file.read_bytes()]


def test_what_the_environment_names_in_its_place_is_not_asked(
    in_ring: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "nothing.Here"):
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
        assert type(system_keyring()).__module__ == "keyring.backends.SecretService"
    Credentials().keep(SLACK, TOKEN)
    assert Credentials().has(SLACK)


@LEAVES_A_BUS_OPEN
def test_a_locked_keyring_is_told_and_nothing_else_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with secret_service(unlocked=False) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(CredentialError, match="may be locked") as caught:
            Credentials().keep(SLACK, TOKEN)
    assert TOKEN not in str(caught.value)
    gc.collect()


def test_without_a_keyring_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with pytest.raises(NoKeyringError, match="no keyring"):
        system_keyring()
    held = Credentials()
    held.use_for_this_run(SLACK, TOKEN)
    assert held.read(SLACK) == TOKEN
    assert held.is_for_this_run(SLACK)
    assert TOKEN not in repr(held)
    with pytest.raises(NoKeyringError):
        Credentials().read(SLACK)
    assert held.forget(SLACK)
    assert not held.is_for_this_run(SLACK)


@LEAVES_A_BUS_OPEN
def test_a_bus_that_goes_away_in_between_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with secret_service() as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        held = Credentials()
        held.keep(SLACK, TOKEN)
    with pytest.raises(CredentialError):
        held.read(SLACK)
    gc.collect()


def test_a_prompt_that_nobody_answers_holds_up_nothing() -> None:
    class Asleep:
        def get_password(self, service: str, username: str) -> str | None:
            time.sleep(1)
            return None

    held = Credentials(lambda: Asleep(), patience_s=0.05)  # type: ignore[arg-type, return-value]
    began = time.monotonic()
    with pytest.raises(CredentialError, match="did not answer"):
        held.read(SLACK)
    assert time.monotonic() - began < 0.9


def test_the_words_of_a_backend_are_not_repeated() -> None:
    class Chatty:
        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError(f"can't keep {password}")

    with pytest.raises(CredentialError) as caught:
        Credentials(lambda: Chatty()).keep(SLACK, TOKEN)  # type: ignore[arg-type, return-value]
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None


def test_each_system_has_one_backend_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keychain and Credential Locker can't run here; that they are asked for, and how, can be shown."""
    asked: list[str] = []

    class Backend:
        priority = 5

    class Module:
        Keyring = WinVaultKeyring = Backend

    def imported(name: str) -> type[Module]:
        asked.append(name)
        return Module

    monkeypatch.setattr(importlib, "import_module", imported)
    for system in ("darwin", "win32", "linux", "freebsd14"):
        monkeypatch.setattr(sys, "platform", system)
        system_keyring()
    assert asked == [
        "keyring.backends.macOS",
        "keyring.backends.Windows",
        "keyring.backends.SecretService",
        "keyring.backends.SecretService",
    ]


def test_a_command_keeps_the_token_out_of_everything(in_ring: dict[str, str], tmp_path: Path) -> None:
    """The one run of the whole program with the real keyring: add, list, remove."""
    home = tmp_path / "home"

    def run(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        arguments = [sys.executable, "-m", "composer", "--home", str(home), "--debug", "connections", *words]
        return subprocess.run(arguments, input=given, capture_output=True, timeout=60, check=False)

    added = run("add", "slack", given=TOKEN.encode() + b"\n")
    assert (added.returncode, added.stdout) == (0, b"slack is connected to slack.com.\n")
    assert b"token in the keyring" in run("list").stdout
    changed = run("add", "slack", "--invite", "U024BE7LH")  # the token that is there stays
    assert changed.returncode == 0
    removed = run("remove", "slack")
    assert removed.stdout == b"slack was removed, its credential too.\n"
    for one in (added, changed, removed):
        assert TOKEN.encode() not in one.stdout + one.stderr
    assert not [one for one in home.rglob("*") if one.is_file() and TOKEN.encode() in one.read_bytes()]
