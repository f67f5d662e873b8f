"""How far the record has come, told outside of it: so that an older copy which somebody put back is known for one.

The record counts what leaves, and this file says to which number it has come. The record is stored first, then this, and only then may a byte leave. So whatever left
after a copy was made stands here with a higher number than the copy has: who is behind this file is an older copy. And a crash between the two leaves this file behind
the record, never before it: a good record is not taken for an old one.

It stands in two places: beside the record, on the disk before anything leaves; and in a folder of the person outside of the home, for whoever puts the whole home back.
The second one is written at once, but reaches the disk when the system likes. Each file has two halves that are written by turns, so that a torn one leaves the other. Between
the mails of one connection, where the disk would be too slow, a file `.soon` beside each tells of more; it counts until the computer is started again.
"""

from __future__ import annotations

import logging
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from composer.domain.errors import RecordError, UserFacingError
from composer.domain.sayings import Code, told

log = logging.getLogger("incident_composer.record")

STEP = 256
"""What is to outlast the power cut takes a number of its own, a multiple of this. Those between are for what the power cut may undo. After
each start of the computer one of the first kind comes first, so that none of them is used again."""

_HALF = 512
"""The least that a disk writes at once."""


class Reached(NamedTuple):
    """How far a record has come: to a number, in one line of copies. Line 0: it has none yet."""

    line: int
    number: int

    def next(self, *, soon: bool = False) -> Reached:
        """The number for what leaves now."""
        return self._replace(number=self.number + 1 if soon else (self.number // STEP + 1) * STEP)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one place. `turn` counts the writing; `twice`: it stands in the second place as well."""

    line: int
    number: int
    turn: int = 0
    twice: bool = False

    def as_bytes(self) -> bytes:
        """Half of a file."""
        return _checked(self.line, self.number, self.turn, int(self.twice)).ljust(_HALF)

    @classmethod
    def parsed(cls, half: bytes) -> Written | None:
        """What stands in half of a file; None where it is torn, or nothing of ours."""
        try:
            line, number, turn, twice = _parsed(half)
            return cls(int(line), int(number), int(turn), twice == "1")
        except ValueError:
            return None


class Seen(NamedTuple):
    """What stood in both places at one time, None where nothing does; and the numbers come to in that line since the computer was started."""

    first: Written | None
    second: Written | None
    soon: int = 0


class HighWater:
    """The file at `first`, and its like in the folder `beyond`. `boot` names this start of the computer, where the system tells. Safe to use from several threads and processes."""

    def __init__(self, first: Path, beyond: Path, boot: str | None) -> None:
        self._first = first
        self._beyond = beyond
        self._boot = boot
        self._turn = threading.Lock()

    def seen(self) -> Seen:
        """What stands there. It must be read before the record: a record that was read first may have gone on meanwhile, and seem to be behind."""
        try:
            first = _read(self._first)
            soon = 0 if first is None else self._soon_at(self._first, first.line)
        except OSError as trouble:
            raise self._explained(trouble) from trouble
        if first is None:
            return Seen(None, None)
        path = self._second(first.line)
        try:
            return Seen(first, _read(path), max(soon, self._soon_at(path, first.line)))
        except OSError as trouble:
            log.info("what was told outside of the home can't be read: %s", trouble)
            return Seen(replace(first, twice=False), None, soon)

    def is_ahead(self, record: Reached, seen: Seen) -> bool:
        """Whether a record, read after `seen`, is an older copy: something may have left that it knows nothing of."""
        first, second, soon = seen
        if record.line == 0:  # a new one; or one from before records had lines
            return first is not None and first.number > 0
        if first is None or first.line != record.line:
            return True  # it was brought here alone
        if max(first.number, soon) > record.number:
            return True
        if second is None:
            return first.twice  # the whole home was brought here, from another computer or another person's
        return second.number > record.number

    def tell(self, record: Reached, *, soon: bool = False) -> None:
        """Tell how far the record has come, before anything leaves. With `soon` it outlives this process at once, but need not outlive the power cut.

        RecordError where it can't be told: nothing may leave then.
        """
        try:
            if soon:
                self._tell_soon(record)
                return
            with self.held():
                self._tell(record)
        except OSError as trouble:
            raise self._explained(trouble) from trouble

    @contextmanager
    def held(self) -> Iterator[None]:
        """While nobody else tells anything. RecordError where somebody does so for too long."""
        from composer.files import locked  # not before something leaves

        with self._turn:
            try:
                with locked(self._first.with_name(f".{self._first.name}.lock")):
                    yield
            except RecordError:
                raise
            except UserFacingError as trouble:
                raise RecordError(trouble.message, next_step=trouble.next_step) from trouble

    def begin(self, record: Reached) -> None:
        """Tell of a new line of copies, whatever stood here. Only while `held`."""
        try:
            twice = self._tell_beyond(Written(record.line, record.number))
            self._write_first(Written(record.line, record.number, twice=twice))
        except OSError as trouble:
            raise self._explained(trouble) from trouble

    def _tell(self, record: Reached) -> None:
        before = _read(self._first)
        if before is not None and before.line == record.line and before.number >= record.number:
            return  # somebody told of more meanwhile, and it is on the disk
        now = Written(record.line, record.number)
        self._write_first(replace(now, twice=self._tell_beyond(now)))

    def _tell_soon(self, record: Reached) -> None:
        """A file of its own in both places, which names this start of the computer: of an earlier one it says nothing, since it may have outlived what it tells of."""
        if self._boot is None:
            return  # where that is not known, what was next in a mail to many is in doubt after any crash
        _write_soon(_soon(self._first), record, self._boot)
        try:
            _write_soon(_soon(self._second(record.line)), record, self._boot)
        except OSError as trouble:
            log.info("how far the record has come can't be told outside of the home: %s", trouble)

    def _soon_at(self, path: Path, line: int) -> int:
        try:
            own_line, boot, number = _parsed(_soon(path).read_bytes())
            return int(number) if (int(own_line), boot) == (line, self._boot) else 0
        except (FileNotFoundError, ValueError):
            return 0

    def _tell_beyond(self, now: Written) -> bool:
        """Whether it stands in the second place. Where none can be had, the first one must do."""
        path = self._second(now.line)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path, now, sync=False)
        except (OSError, UserFacingError) as trouble:
            log.info("how far the record has come can't be told outside of the home: %s", trouble)
            return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where the folder may not be looked into
        return True

    def _write_first(self, now: Written) -> None:
        try:
            _write(self._first, now)
        except UserFacingError as trouble:
            raise RecordError(trouble.message, next_step=trouble.next_step) from trouble

    def _second(self, line: int) -> Path:
        return self._beyond / f"{line:08x}.high-water"

    def _explained(self, trouble: OSError) -> RecordError:
        return RecordError(
            told(Code.HIGH_WATER_UNWRITABLE, path=self._first, reason=trouble.strerror or trouble),
            next_step=told(Code.MAY_WRITE_AND_TRY),
        )


def _read(path: Path) -> Written | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    halves = [Written.parsed(data[:_HALF]), Written.parsed(data[_HALF:])]
    return max((one for one in halves if one is not None), key=lambda one: one.turn, default=None)


def _write(path: Path, now: Written, *, sync: bool = True) -> None:
    """Write the half that does not hold the newest. A file that is not there, or no whole one, is made anew, and is on the disk then."""
    before = _read(path)
    now = replace(now, turn=0 if before is None else before.turn + 1)
    half = now.as_bytes()
    if before is None or path.stat().st_size != 2 * _HALF:
        from composer.files import write_atomic

        write_atomic(path, half * 2)
        return
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.lseek(handle, _HALF * (now.turn % 2), os.SEEK_SET)
        os.write(handle, half)
        if sync:
            getattr(os, "fdatasync", os.fsync)(handle)
    finally:
        os.close(handle)


def _write_soon(path: Path, record: Reached, boot: str) -> None:
    """Only raised. This is done before each mail, so it takes a few microseconds: the lock is the file's own, which Linux has, and a start is known by name there alone."""
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with suppress(ValueError):
            line, of, number = _parsed(os.pread(handle, _HALF, 0))
            if (int(line), of) == (record.line, boot) and int(number) >= record.number:
                return
        os.pwrite(handle, _checked(record.line, boot, record.number).ljust(_HALF), 0)
    finally:
        os.close(handle)


def _soon(path: Path) -> Path:
    return path.with_name(f"{path.name}.soon")


def _checked(*facts: object) -> bytes:
    text = " ".join(map(str, facts)).encode("ascii")
    return b"%b %08x\n" % (text, zlib.crc32(text))


def _parsed(data: bytes) -> list[str]:
    """The facts; ValueError where they are torn, or nothing of ours."""
    text, _, check = data.split(b"\n")[0].rpartition(b" ")
    if int(check, 16) != zlib.crc32(text):
        raise ValueError("the check sum is another one")
    return text.decode("ascii").split(" ")
