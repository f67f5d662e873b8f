"""Files that survive a crash: whole or not at all, line by line or not at all.

`write_atomic` replaces a file, `Lines` appends to one. Both either store everything durably or say that they did not: `NotWrittenError` is a
proof that nothing was stored, `MaybeWrittenError` that it can't be told. Their messages are plain sentences that name the file and the
reason. One writer at a time: callers of `write_atomic` hold `locked`, or own the name. In `on_paper` nothing of this touches the disk: what would be written is noted.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from composer import crash_points
from composer.domain.errors import UserFacingError
from composer.domain.sayings import Code, told

LOCK_WAIT_S = 10.0
RETRY_S = 30.0
"""How long to wait before trying again what may mend itself: a full disk, a held lock."""

_PASSING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EAGAIN, errno.EBUSY, errno.EMFILE, errno.ENFILE})
_REASONS = {
    errno.ENOSPC: told(Code.DISK_FULL),
    errno.EDQUOT: told(Code.QUOTA_USED_UP),
    errno.EFBIG: told(Code.FILE_TOO_LARGE),
    errno.EACCES: told(Code.MAY_NOT_WRITE),
    errno.EPERM: told(Code.MAY_NOT_WRITE),
    errno.EROFS: told(Code.DISK_READ_ONLY),
    errno.EIO: told(Code.DISK_ERROR),
    errno.ENOENT: told(Code.FOLDER_MISSING),
    errno.ENOTDIR: told(Code.FILE_FOR_FOLDER),
    errno.EEXIST: told(Code.FILE_IN_PLACE),
    errno.EISDIR: told(Code.FOLDER_IN_PLACE),
    errno.ENAMETOOLONG: told(Code.NAME_TOO_LONG),
}

Line = dict[str, Any]


class NotWrittenError(UserFacingError):
    """Nothing was stored. `retry_after_s` says after how many seconds it may be tried again; None where that is no use."""

    def __init__(self, message: str, retry_after_s: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class MaybeWrittenError(UserFacingError):
    """It may have been stored, or in part."""


def not_written(path: Path, trouble: OSError) -> NotWrittenError:
    """What an OSError at `path` means to a person, where nothing was stored."""
    return NotWrittenError(
        told(Code.NOT_WRITTEN, file=path.name, reason=_reason(trouble)),
        RETRY_S if trouble.errno in _PASSING else None,
    )


def _reason(trouble: OSError) -> str:
    return _REASONS.get(trouble.errno or 0) or (trouble.strerror or type(trouble).__name__).lower()


Noted = Callable[[Path, bytes, bool], None]
"""Is told what would be written: where, which bytes, and whether they are appended to what is there."""


class _Paper:
    """The files as they would be, in memory."""

    def __init__(self, noted: Noted) -> None:
        self.noted = noted
        self.files: dict[Path, bytes] = {}


_PAPER: ContextVar[_Paper | None] = ContextVar("paper", default=None)


@contextlib.contextmanager
def on_paper(noted: Noted) -> Iterator[None]:
    """On this thread nothing is written in here, made or locked: `noted` is told what would be, and reading finds it."""
    token = _PAPER.set(_Paper(noted))
    try:
        yield
    finally:
        _PAPER.reset(token)


def is_on_paper() -> bool:
    """Whether this thread writes nothing now."""
    return _PAPER.get() is not None


def read_whole(path: Path) -> bytes:
    """What a file holds; raises OSError."""
    paper = _PAPER.get()
    if paper is not None and path in paper.files:
        return paper.files[path]
    return path.read_bytes()


def make_folder(folder: Path, mode: int) -> None:
    """Make a folder, and those above it, where it is missing; raises OSError."""
    if not is_on_paper():
        folder.mkdir(mode=mode, parents=True, exist_ok=True)


@contextlib.contextmanager
def locked(lock_file: Path, *, wait_s: float = LOCK_WAIT_S) -> Iterator[None]:
    """Hold a lock that other threads and other processes respect; it ends with the process.

    Raises NotWrittenError where the lock can't be had within `wait_s` seconds or its file can't be made.
    """
    if is_on_paper():
        yield
        return
    lock = FileLock(lock_file, timeout=wait_s, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise NotWrittenError(
            told(Code.FILE_HELD, file=lock_file.name, seconds=f"{wait_s:.0f}"), RETRY_S
        ) from None
    except OSError as trouble:
        raise not_written(lock_file, trouble) from trouble
    try:
        yield
    finally:
        lock.release()


def write_atomic(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put `data` in place of `path`, wholly and durably: readers see the old bytes or the new ones, never a part.

    A crash leaves at most a hidden file `.<name>.tmp` beside it, which the next write takes over. Raises NotWrittenError with the old file untouched,
    MaybeWrittenError where the new file is in place but may not survive a power cut.
    """
    paper = _PAPER.get()
    if paper is not None:
        paper.files[path] = data
        paper.noted(path, data, False)
        return
    temp = path.with_name(f".{path.name}.tmp")
    try:
        with contextlib.suppress(FileNotFoundError):
            temp.unlink()
        handle = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        try:
            os.fchmod(handle, mode) if hasattr(os, "fchmod") else None
            _write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
        crash_points.reach("atomic.temp_written")
        temp.replace(path)
    except OSError as trouble:
        with contextlib.suppress(OSError):
            temp.unlink()
        raise not_written(path, trouble) from trouble
    crash_points.reach("atomic.renamed")
    try:
        sync_folder(path.parent)
    except OSError as trouble:
        raise MaybeWrittenError(
            told(Code.MAY_NOT_BE_SAFE, file=path.name, reason=_reason(trouble))
        ) from trouble


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Does nothing where the system has no such thing (Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


class Lines:
    """A file of JSON objects, one a line, while its lock is held (see `open_lines`)."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path = path
        self._data = data[: data.rfind(b"\n") + 1]

    def having(self, text: str) -> list[Line]:
        """The lines in which a string stands somewhere, oldest first. Only those are parsed, so that a long transcript stays quick."""
        needle = json.dumps(text, ensure_ascii=False).encode()
        found: list[Line] = []
        at = self._data.find(needle)
        while at >= 0:
            start = self._data.rfind(b"\n", 0, at) + 1
            end = self._data.index(b"\n", at)
            line = _parse(self._data[start:end])
            if line is not None:
                found.append(line)
            at = self._data.find(needle, end)
        return found

    def last(self) -> Line | None:
        """The newest line that can be read; None in an empty file."""
        end = len(self._data)
        while end > 0:
            start = self._data.rfind(b"\n", 0, end - 1) + 1
            line = _parse(self._data[start : end - 1])
            if line is not None:
                return line
            end = start
        return None

    def append(self, line: Mapping[str, Any]) -> None:
        """Add one line, durably; what a crash left of a half-written last line is cut off first.

        Raises NotWrittenError with the file as it was, MaybeWrittenError where the line may be there or not.
        """
        data = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
        paper = _PAPER.get()
        if paper is not None:
            self._data += data
            paper.files[self._path] = self._data
            paper.noted(self._path, data, True)
            return
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as trouble:
            raise not_written(self._path, trouble) from trouble
        try:
            self._append(handle, data)
        finally:
            os.close(handle)
        self._data += data

    def _append(self, handle: int, data: bytes) -> None:
        whole = len(self._data)
        try:
            if os.fstat(handle).st_size > whole:
                os.ftruncate(handle, whole)
            os.lseek(handle, whole, os.SEEK_SET)
            _write_all(handle, data)  # one write, unless the system takes less than it was given
            crash_points.reach("append.written")
            os.fsync(handle)
            if not whole:
                sync_folder(self._path.parent)
        except OSError as trouble:
            try:
                os.ftruncate(handle, whole)
                os.fsync(handle)
            except OSError:
                raise MaybeWrittenError(
                    told(Code.MAY_HOLD_PART, file=self._path.name, reason=_reason(trouble))
                ) from trouble
            raise not_written(self._path, trouble) from trouble


@contextlib.contextmanager
def open_lines(path: Path) -> Iterator[Lines]:
    """The lines of a file, under a lock from reading to appending, so that "not there yet, so add it" holds between processes.

    A file that does not exist is empty; a torn last line counts as not there. Raises NotWrittenError where the file can't be read or locked.
    """
    with locked(path.with_name(f".{path.name}.lock")):
        try:
            data = read_whole(path)
        except FileNotFoundError:
            data = b""
        except OSError as trouble:
            raise NotWrittenError(told(Code.NOT_READ, file=path.name, reason=_reason(trouble))) from trouble
        yield Lines(path, data)


def append_line(path: Path, line: Mapping[str, Any]) -> None:
    """Add one JSON object to a file of lines, durably. Raises NotWrittenError or MaybeWrittenError."""
    with open_lines(path) as lines:
        lines.append(line)


def read_lines(path: Path) -> Iterator[Line]:
    """Every whole line of a file of JSON objects, oldest first; a torn last line and lines that are no object are left out.

    Takes no lock: a reader sees whole lines only. Raises OSError where an existing file can't be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    for raw in data[: data.rfind(b"\n") + 1].split(b"\n"):
        line = _parse(raw)
        if line is not None:
            yield line


def _parse(raw: bytes) -> Line | None:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
