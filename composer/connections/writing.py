"""Changes to connections.toml that keep what a person wrote there: other keys, their order, their comments."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import Table

from composer.connections.accounts import Account, Connections
from composer.connections.file import ConnectionsError, parse_connections
from composer.domain.errors import BugError, UserFacingError
from composer.domain.sayings import Code, told
from composer.files import locked, write_atomic
from composer.toml.text import UnreadableFileError, read_text_file

_HEAD = """\
# The services that Incident Composer speaks to. Tokens and passwords are in the keyring of this system, never here.
"""


def with_account(text: str, name: str, values: Mapping[str, Any]) -> str:
    """The file's text with these keys set in an account's table, which is made where it is missing. None takes a key out."""
    document = tomlkit.parse(text)
    table: Any = document
    for part in name.split("."):
        if part not in table:
            if table is document and len(document) and not text.endswith("\n\n"):
                document.add(tomlkit.nl())
            # A table that only holds others has no header of its own.
            table.add(part, tomlkit.table(is_super_table=part != name.rpartition(".")[2]))
        table = table[part]
    for key, value in values.items():
        if value is not None:
            table[key] = value
        elif key in table:
            del table[key]
    return tomlkit.dumps(document)


def without_account(text: str, name: str) -> str:
    """The file's text without an account's keys; further accounts of its kind stay."""
    document = tomlkit.parse(text)
    kind, _, further = name.partition(".")
    table: Any = document[kind]
    if further:
        del table[further]
    else:
        for key in [key for key, value in table.items() if not isinstance(value, Table)]:
            del table[key]
    if not table:
        del document[kind]
    return tomlkit.dumps(document)


def add_account(path: Path, name: str, values: Mapping[str, Any]) -> Account:
    """Write an account, or change the keys given of one that is there; the account as it is then.

    Raises ConnectionsError, with the file as it was, where the file or what was given is wrong.
    """
    before = _text(path)
    after = with_account(before or _HEAD, name, values)
    account = _account(after, path, name)
    _replace(path, before, after)
    return account


def account_if_added(path: Path, name: str, values: Mapping[str, Any]) -> Account:
    """What `add_account` would write; nothing is written."""
    return _account(with_account(_text(path) or _HEAD, name, values), path, name)


def _account(text: str, path: Path, name: str) -> Account:
    account = _checked(text, path).named(name)
    if account is None:
        raise BugError(f"the account {name} was written and is not there")
    return account


def remove_account(path: Path, name: str) -> None:
    """Take an account out of the file."""
    before = _text(path)
    after = without_account(before, name)
    _checked(after, path)
    _replace(path, before, after)


def _checked(text: str, path: Path) -> Connections:
    found, problems = parse_connections(text, path.name)
    if problems:
        raise ConnectionsError(problems, next_step=told(Code.FILE_AS_IT_WAS, file=path.name))
    return found


def _text(path: Path) -> str:
    try:
        text = read_text_file(path, path.name)
    except UnreadableFileError as error:
        if not path.exists():
            return ""
        raise ConnectionsError([error.problem]) from None
    _checked(text, path)
    return text


def _replace(path: Path, before: str, after: str) -> None:
    """Put a text in place of the file's, wholly; whoever reads meanwhile finds the old one or the new one."""
    with locked(path.with_name(f".{path.name}.lock")):
        if _text(path) != before:
            raise UserFacingError(
                told(Code.CHANGED_BY_OTHERS, file=path.name),
                next_step=told(Code.TRY_AGAIN),
            )
        write_atomic(path, after.encode())
