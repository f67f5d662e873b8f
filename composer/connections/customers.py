"""The file of customers: CSV with the columns email and name, checked whole before anything is sent."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from composer.connections.addresses import mailbox
from composer.domain.errors import InvalidInputError, Place, Problem
from composer.domain.sayings import Code, Said, told

SIZE_LIMIT = 32 * 1024 * 1024
MOST_PROBLEMS = 50
_FORMULA = ("=", "+", "-", "@", "\t")


class CustomersError(InvalidInputError):
    """The file of customers can't be used as it is."""


@dataclass(frozen=True, slots=True)
class CustomerFile:
    """A file of customers as it was looked at, before anything is sent to them.

    `people` are name and address of each customer, each address once (the first stands): whom a mail would go to. `twice` are the lines whose address stands there already, `nameless` those of the mailed
    without a name. With one of the `problems` the file can't be used. `changed_at` is UTC, `size` in bytes; both None where the file can't be read.
    """

    file: Path
    people: tuple[tuple[str, str], ...] = ()
    twice: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    changed_at: datetime | None = None
    size: int | None = None

    @property
    def nameless(self) -> int:
        """How many of those who are mailed have no name."""
        return sum(not name for name, _ in self.people)

    @property
    def sha256(self) -> str:
        """Stands for the people and their order: what a person has looked at is what is mailed."""
        return people_sha256(self.people)


def people_sha256(people: Iterable[tuple[str, str]]) -> str:
    """A digest of names and addresses, in their order."""
    digest = hashlib.sha256()
    for name, address in people:
        digest.update(f"{name}\0{address}\n".encode())
    return digest.hexdigest()


def look_at(file: Path) -> CustomerFile:
    """Everything that is to be known of a file before it is used; what is wrong stands in `problems`."""
    changed: datetime | None = None
    size: int | None = None
    try:
        status = file.stat()
        changed, size = datetime.fromtimestamp(status.st_mtime, UTC), status.st_size
    except OSError:
        pass  # what is wrong with it is told below, where it is read
    try:
        people, twice = _read(file)
    except CustomersError as error:
        return CustomerFile(file, problems=tuple(error.problems), changed_at=changed, size=size)
    return CustomerFile(file, people, twice, (), changed, size)


def read_customers(file: Path) -> tuple[tuple[str, str], ...]:
    """Name and address of each customer, each address once (the first stands). Raises CustomersError with the line of every mistake."""
    return _read(file)[0]


def _read(file: Path) -> tuple[tuple[tuple[str, str], ...], tuple[int, ...]]:
    """The customers, and the lines that name one of them again."""
    text = _text(file)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    problems: list[Problem] = []
    found: dict[str, tuple[str, str]] = {}
    twice: list[int] = []
    try:
        header = [column.strip().casefold() for column in next(rows, [])]
        if "email" not in header or "name" not in header:
            raise _wrong(file, 1, Said.of(Code.NO_COLUMNS))
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            cells = dict(zip(header, [cell.strip() for cell in row], strict=False))
            name, address = cells.get("name", ""), cells.get("email", "")
            mistakes = list(_mistakes(name, address, len(row), len(header)))
            problems += [Problem(Place(file.name, rows.line_num), str(said), said) for said in mistakes]
            if len(problems) >= MOST_PROBLEMS:
                break
            if mistakes:
                continue
            if address.casefold() in found:
                twice.append(rows.line_num)
            else:
                found[address.casefold()] = (name, address)
    except csv.Error as error:
        raise _wrong(file, rows.line_num, Said.of(Code.NO_CSV, reason=str(error))) from None
    if problems:
        raise CustomersError(problems, next_step=told(Code.NOTHING_SENT_MEND))
    if not found:
        raise _wrong(file, 1, Said.of(Code.NO_CUSTOMER))
    return tuple(found.values()), tuple(twice)


def _mistakes(name: str, address: str, cells: int, columns: int) -> Iterator[Said]:
    if cells != columns:
        yield Said.of(Code.OTHER_CELLS, cells=str(cells), columns=str(columns))
        return
    try:
        mailbox(address)
        fits = "<" not in address and len(address) <= 254 and address.isascii()
    except ValueError:
        fits = False
    if not fits:
        yield Said.of(Code.NO_ADDRESS)
    if name.startswith(_FORMULA):
        yield Said.of(Code.LIKE_A_FORMULA)
    if not name.isprintable() or len(name) > 200:
        yield Said.of(Code.NO_NAME)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise _wrong(file, None, Said.of(Code.NO_FILE)) from None
    except PermissionError:
        raise _wrong(file, None, Said.of(Code.MAY_NOT_BE_READ)) from None
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _wrong(file, None, Said.of(Code.CANT_BE_READ, reason=reason)) from None
    if len(data) > SIZE_LIMIT:
        raise _wrong(file, None, Said.of(Code.TOO_LARGE))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(file, line, Said.of(Code.NOT_UTF8)) from None


def _delimiter(text: str) -> str:
    """The sign between the first line's columns."""
    first = text.partition("\n")[0]
    return max((",", ";", "\t"), key=first.count)


def _wrong(file: Path, line: int | None, said: Said) -> CustomersError:
    return CustomersError(
        [Problem(Place(file.name, line), str(said), said)], next_step=told(Code.NOTHING_SENT)
    )
