"""The methods that dataclasses write for themselves, compiled once and kept beside the compiled modules.

A dataclass writes the source of its `__init__`, `__eq__` and so on and has it compiled, at each start anew: two hundred classes, 1,200 methods, 92 ms of the 680 until the
window is ready to publish. Python keeps what it compiled of a module, but not these. So what a dataclass executes goes through here: the code that one source was
compiled to is kept under a sum over that source, and can't be out of date. The file lies where Python keeps the compiled module, and is trusted as that is. Where it is
missing, damaged or of another Python, and where Python may not write there, the methods are compiled as ever.

What a start needs stands first in it. The rest, half a MiB for the other screens, is read when the first of it is needed.
"""

from __future__ import annotations

import dataclasses
import marshal
import os
import sys
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from types import CodeType
from typing import Any

_SEAM = "exec"
"""The name by which `dataclasses` has a source executed. A test tells where another Python does it otherwise; then all is compiled as ever."""


class KeptMethods:
    """What is known of the methods' code. Used from `begin` until `end`, by whichever thread imports."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[bytes, bytes] = {}
        self._has_more = False
        self._of_the_start: set[bytes] = set()
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def begin(self) -> None:
        """Read what is kept, and give it to the dataclasses that are made from now on."""
        self._known, more = self._read()
        self._has_more = bool(more)
        setattr(dataclasses, _SEAM, self._execute)

    def started(self) -> None:
        """What was used until now is what a start needs."""
        self._of_the_start = set(self._used)

    def end(self) -> None:
        """Keep what was new, and let go of all. What is made after that is compiled as ever."""
        if vars(dataclasses).get(_SEAM) != self._execute:
            return
        delattr(dataclasses, _SEAM)
        if self._new and self._file is not None and not sys.dont_write_bytecode:
            first, rest = self._read()
            known = first | _loaded(rest) | self._new
            of_the_start = self._of_the_start or self._used  # closed before it came to rest
            _write(
                self._file,
                {key: kept for key, kept in known.items() if key in of_the_start},
                {key: kept for key, kept in known.items() if key not in of_the_start},
            )
        self._known, self._has_more, self._used, self._new = {}, False, set(), {}

    def _execute(self, source: str, *names: Any) -> None:
        key = blake2b(source.encode(), digest_size=16).digest()
        if self._has_more and key not in self._known and key not in self._used:
            self._known = _loaded(self._read()[1]) | self._known
            self._has_more = False
        kept = self._known.pop(key, None)  # it is seldom needed twice, and takes memory
        if kept is not None:
            code = marshal.loads(kept)  # noqa: S302 - as trusted as the compiled modules beside it
        else:
            code = compile(source, "<string>", "exec", dont_inherit=True)
            if key not in self._used:
                self._new[key] = marshal.dumps(_sharing(code))
        self._used.add(key)
        exec(code, *names)  # noqa: S102 - what dataclasses does itself

    def _read(self) -> tuple[dict[bytes, bytes], bytes]:
        """What a start needs, and the rest as it stands in the file."""
        if self._file is None:
            return {}, b""
        try:
            head, _, kept = self._file.read_bytes().partition(b"\n")
        except OSError:
            return {}, b""
        # The sum comes first: what is damaged could end the process where it is read.
        found = marshal.loads(kept) if head == _head(kept) else None  # noqa: S302 - as above
        return found if isinstance(found, tuple) else ({}, b"")


_METHODS: list[KeptMethods] = []


def begin() -> None:
    """From now on, until `end`, dataclasses are made of what is kept beside this module compiled; a frozen program has no such place."""
    if not _METHODS:
        compiled = globals().get("__cached__")
        _METHODS.append(KeptMethods(Path(compiled).with_suffix(".methods") if compiled else None))
        _METHODS[0].begin()


def started() -> None:
    """The first screen is at rest: what comes now is no part of a start."""
    if _METHODS:
        _METHODS[0].started()


def end() -> None:
    """All that the window is made of is imported, or it closes."""
    if _METHODS:
        _METHODS.pop().end()


def _head(kept: bytes) -> bytes:
    """Of which Python it is, and that nothing of it is missing."""
    return f"{sys.version!r} {sha256(kept).hexdigest()}".encode()


def _sharing(code: CodeType) -> CodeType:
    """The same code, with words that all methods have in common as one string for all of them once it is read again: 1,200 times `__create_fn__.<locals>…`."""
    consts = tuple(
        _sharing(one) if isinstance(one, CodeType) else sys.intern(one) if type(one) is str else one
        for one in code.co_consts
    )
    return code.replace(co_consts=consts, co_qualname=sys.intern(code.co_qualname))


def _loaded(rest: bytes) -> dict[bytes, bytes]:
    found = marshal.loads(rest) if rest else {}  # noqa: S302 - as above
    return found if isinstance(found, dict) else {}


def _write(file: Path, first: dict[bytes, bytes], rest: dict[bytes, bytes]) -> None:
    kept = marshal.dumps((first, marshal.dumps(rest) if rest else b""))
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_head(kept) + b"\n" + kept)
        beside.replace(file)
    except OSError:  # a place where nothing may be written: the next start compiles again
        with suppress(OSError):
            beside.unlink(missing_ok=True)
