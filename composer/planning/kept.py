"""What is in force, kept as it was read and checked, so that the next start need neither read nor check it again.

Checking plan, catalogue and templates takes a library that takes longer to load than all else of a start. What was found good stays good as long as neither the
files nor the program have changed: the file that is kept carries a stamp of both, and a sum over its own text. Where either does not fit, it is as if there were none.
Only values of the domain are made from it, by name; it can run nothing.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from composer import __version__
from composer.domain import channel, contradictions, fields, leaks, message, plan, security, wording
from composer.domain.errors import BugError
from composer.files import MaybeWrittenError, NotWrittenError, write_atomic
from composer.planning.layers import Library, Override

_MADE: dict[str, type] = {
    name: kind
    for module in (channel, contradictions, fields, leaks, message, plan, security, wording)
    for name, kind in vars(module).items()
    if isinstance(kind, type)
    and kind.__module__ == module.__name__
    and (dataclasses.is_dataclass(kind) or issubclass(kind, StrEnum))
}
"""What may be made of a kept file."""
_MADE[Library.__name__] = Library


def stamp(resources: Traversable, templates: Traversable, overrides: Iterable[Override]) -> str:
    """A sum over every file that counts, and over the program that reads them; another one, as soon as anything of that changes."""
    found = sha256(__version__.encode())
    for name, content in _sources(resources, templates, overrides):
        found.update(f"\0{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        found.update(content)
    return found.hexdigest()


def read_kept(file: Path, stamped: str) -> Library | None:
    """The library that was kept under that stamp; None where there is none, or where it can't be relied on."""
    try:
        head, _, text = file.read_text(encoding="utf-8").partition("\n")
        if head != _head(stamped, text):
            return None
        made = _made(json.loads(text))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return made if isinstance(made, Library) else None


def is_kept(file: Path, stamped: str) -> bool:
    """Whether something was kept under that stamp."""
    try:
        with file.open(encoding="utf-8") as opened:
            return opened.readline().startswith(f"{stamped} ")
    except (OSError, ValueError):
        return False


def keep(file: Path, stamped: str, library: Library) -> bool:
    """Keep a library without problems for the next start; whether it could be. One that has some is read and told anew each time."""
    if library.problems:
        return False
    text = json.dumps(_plain(library), ensure_ascii=False, separators=(",", ":"))
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomic(file, f"{_head(stamped, text)}\n{text}".encode())
    except (OSError, NotWrittenError, MaybeWrittenError):
        return False  # the next start reads the files themselves
    return True


def _head(stamped: str, text: str) -> str:
    return f"{stamped} {sha256(text.encode()).hexdigest()}"


def _sources(
    resources: Traversable, templates: Traversable, overrides: Iterable[Override]
) -> Iterator[tuple[str, bytes]]:
    yield "plan.toml", (resources / "plan.toml").read_bytes()
    for name in ("leaks.toml", "contradictions.toml", "wording.toml"):
        yield name, (resources / name).read_bytes()
    yield from _below(templates, "templates")
    for override in overrides:
        if override.plan is not None:
            yield str(override.plan), _content(override.plan)
        for rules in (override.leaks, override.contradictions, override.wording):
            if rules is not None:
                yield str(rules), _content(rules)
        if override.templates is not None:
            for one in sorted(override.templates.rglob("*")):
                if one.is_file():
                    yield str(one), _content(one)
    # In a checkout the program changes without its version. A frozen one has no files of this kind, and needs none.
    room = Path(__file__).parents[1]
    for folder in (room / "planning", room / "domain", room / "rendering", room / "toml"):
        for one in sorted(folder.glob("*.py")):
            status = one.stat()
            yield str(one), f"{status.st_size} {status.st_mtime_ns}".encode()


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        if one.is_dir():
            yield from _below(one, f"{name}/{one.name}")
        else:
            yield f"{name}/{one.name}", one.read_bytes()


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as trouble:  # it is told when the files themselves are read
        return f"can't be read: {trouble.errno}".encode()


def _plain(value: Any) -> Any:
    """A value of the domain as JSON has it: what is no plain value is an object with one key that says what it is."""
    if isinstance(value, StrEnum):
        return {"one": [type(value).__name__, str(value)]}
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if type(value) is tuple:
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {"by": [[_plain(key), _plain(item)] for key, item in value.items()]}
    name = type(value).__name__
    if _MADE.get(name) is type(value) and dataclasses.is_dataclass(value):
        return {name: [_plain(getattr(value, each.name)) for each in dataclasses.fields(value)]}
    raise BugError(f"a {name} can't be kept")


def _made(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_made(item) for item in value)
    if not isinstance(value, dict):
        return value
    ((name, inside),) = value.items()
    match name:
        case "one":
            return _MADE[inside[0]](inside[1])
        case "day":
            return date.fromisoformat(inside)
        case "by":
            return {_made(key): _made(item) for key, item in inside}
        case _:
            return _MADE[name](*[_made(item) for item in inside])
