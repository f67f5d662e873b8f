"""`connections list, add KIND, check, remove NAME`: which services the program speaks to. Tokens come from standard input."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from composer.cli.answers import GOOD, INVALID, UNFINISHED, tell_problems
from composer.cli.arguments.connections import KEYS
from composer.cli.output import print_json, print_line, tell
from composer.connections.accounts import Account
from composer.paths import HomePaths
from composer.services.connecting import Connecting, Kept, Listed

_LONGEST_INPUT = 65_536
_WHERE = {
    Kept.KEYRING: "in the keyring",
    Kept.THIS_RUN: "for this run only",
    Kept.MISSING: "missing",
    Kept.CANNOT_TELL: "can't be told",
}


def run(options: argparse.Namespace, home: HomePaths) -> int:
    """One action; 2 where the file or what was given is wrong."""
    connecting = Connecting(home)
    match options.action:
        case "list":
            return _list(connecting, as_json=options.json)
        case "add":
            return _add(connecting, options)
        case "check":
            return _check(connecting, options.name, as_json=options.json)
        case _:
            return _remove(connecting, options.name)


def _list(connecting: Connecting, *, as_json: bool) -> int:
    listed, problems = connecting.listed()
    tell_problems(problems)
    if as_json:
        print_json({"connections": [_json(one) for one in listed]})
    else:
        for one in listed:
            print_line(_line(one))
        if not listed:
            print_line("There are no connections. Add one with: incident-composer connections add KIND")
    return INVALID if problems else GOOD


def _json(one: Listed) -> dict[str, Any]:
    account = one.account
    return {
        "name": account.name,
        "kind": account.kind.value,
        "host": account.host,
        "credential": one.kept.value,
    }


def _line(one: Listed) -> str:
    account = one.account
    where = account.host or ""
    if one.kept is Kept.NOT_NEEDED:
        return f"{account.name:<16} {where}".rstrip()
    why = f" ({one.why.message})" if one.why else ""
    return f"{account.name:<16} {where:<24} {account.asks_for} {_WHERE[one.kept]}{why}"


def _add(connecting: Connecting, options: argparse.Namespace) -> int:
    given = {key: getattr(options, f"key_{key}") for key in KEYS}
    values = {key: value for key, value in given.items() if value is not None}
    account = connecting.planned(options.name, values)
    secret = _secret(account) if account.needs_credential else None
    account = connecting.add(options.name, values, secret)
    print_line(f"{account.name} is connected" + (f" to {account.host}." if account.host else "."))
    return GOOD


def _secret(account: Account) -> str | None:
    """The credential, from standard input; None where nothing was given there."""
    if sys.stdin.isatty():
        text = getpass.getpass(
            f"{(account.asks_for or '').capitalize()} for {account.name} at {account.host}: "
        )
    else:
        text = sys.stdin.buffer.read(_LONGEST_INPUT).decode("utf-8", "replace")
    return text.strip() or None


def _check(connecting: Connecting, name: str | None, *, as_json: bool) -> int:
    """What each account can do, and what is missing; 3 where something is."""
    problems = connecting.load()[1]
    tell_problems(problems)
    checked = connecting.checked(name)
    if as_json:
        shapes = [
            {"name": one.name, "facts": [*map(str, said.facts)], "missing": [*map(str, said.missing)]}
            for one, said in checked
        ]
        print_json({"connections": shapes})
    else:
        for one, said in checked:
            print_line(f"{one.name}: {'something is missing' if said.missing else 'good'}")
            for text in (*said.facts, *said.missing):
                print_line(f"    {text}")
        if not checked:
            print_line("There are no connections.")
    if problems:
        return INVALID
    return UNFINISHED if any(said.missing for _, said in checked) else GOOD


def _remove(connecting: Connecting, name: str) -> int:
    had = connecting.remove(name)
    print_line(f"{name} was removed" + (", its credential too." if had else "."))
    if name in {one.name for one in connecting.load()[0].accounts}:
        tell(f"incident-composer: [{name}] stays for its further accounts.")
    return GOOD
