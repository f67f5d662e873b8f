"""How an older copy of the record is known, and that a good record is never taken for one, whatever is killed, torn or cut off in whichever order."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.domain.errors import RecordError
from composer.record import high_water as high_water_module
from composer.record import older_copy
from composer.record.high_water import STEP, HighWater, Reached, Written
from composer.record.record import Record
from tests.as_ordinary_user import run_as_ordinary_user
from tests.publishing.ledgers import Killed
from tests.record import made


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with one incident, of which nothing has left."""
    path = tmp_path_factory.mktemp("plain") / "record.db"
    with Record.open(path) as record:
        record.save_incident(made.incident(), None)
    return path


class Computer:
    """A record with two processes on it, and everything that left; processes die, and the power fails."""

    def __init__(self, folder: Path, plain: Path) -> None:
        self.folder, self.boot, self.begun = folder, 1, False
        self.path, self.first, self.beyond = folder / "record.db", folder / "high-water", folder / "beyond"
        shutil.copy(plain, self.path)
        self.left: list[int | None] = []
        """What left: the start of the computer for what need not outlast the power cut, None for the rest."""
        self.copies: list[tuple[int, Path]] = []
        self.processes = [self.start(), self.start()]
        self.on_disk: tuple[dict[str, bytes], dict[str, bytes]] = ({}, {})
        self.keep()

    def start(self) -> Record:
        """A new process; the record is good, and must not be called old."""
        record = Record.open(self.path)
        assert record.guard(self.high_water(), made.NOON) is False, "a good record was called an older copy"
        return record

    def high_water(self) -> HighWater:
        return HighWater(self.first, self.beyond, f"boot-{self.boot}")

    def keep(self) -> None:
        """What is on the disk for good: all of the record, and what is told beside it. The second place may be as it was before."""
        record = [self.path, Path(f"{self.path}-wal"), self.first]
        beyond = list(self.beyond.glob("*.high-water"))
        self.on_disk = ({str(one): one.read_bytes() for one in record if one.exists()}, self.on_disk[1])
        for one in beyond:
            self.on_disk[1].setdefault(str(one), one.read_bytes())

    def leaves(self, process: int, *, soon: bool) -> None:
        record = self.processes[process]
        if soon and not self.begun:
            self.leaves(process, soon=False)  # as a mail to many does: its first readers are put on the disk
        self.begun = True
        self.counted(record, soon=soon)
        self.left.append(self.boot if soon else None)
        if not soon:
            self.keep()

    @staticmethod
    def counted(record: Record, *, soon: bool) -> None:
        with record._writing(soon=soon) as connection:
            reached = record._counted(connection, soon=soon)
        record._tell(reached, soon=soon)

    def dies(self, process: int, *, soon: bool, at: str) -> None:
        """Killed before it told anything, between the two places, or with half a line written; nothing has left."""
        record = self.processes[process]
        with pytest.MonkeyPatch.context() as patch:

            def torn(path: Path, now: Written, *, sync: bool = True) -> None:
                turn = 1 + getattr(high_water_module._read(path), "turn", 0)
                with path.open("r+b") as stream:
                    stream.seek(512 * (turn % 2))
                    stream.write(now.as_bytes()[:9])
                raise Killed

            target: Any = {"before": HighWater, "between": HighWater, "torn": high_water_module}[at]
            name = {"before": "tell", "between": "_write_first", "torn": "_write"}[at]
            patch.setattr(target, name, torn if at == "torn" else killed)
            if soon and at != "before":
                return
            with pytest.raises(Killed):
                self.counted(record, soon=soon)
        record.close()
        self.processes[process] = self.start()
        if not soon:
            self.keep()

    def power_fails(self, *, soon_survives: bool, second_survives: bool) -> None:
        """What was not on the disk is gone, or is not: nobody knows."""
        for record in self.processes:
            record.close()
        kept, second = self.on_disk
        for one in (self.path, Path(f"{self.path}-wal"), Path(f"{self.path}-shm")):
            one.unlink(missing_ok=True)
        for name, data in kept.items():
            Path(name).write_bytes(data)
        if not second_survives:
            for name, data in second.items():
                Path(name).write_bytes(data)
        if not soon_survives:
            for one in (*self.folder.glob("*.soon"), *self.beyond.glob("*.soon")):
                one.unlink()
        self.boot, self.begun = self.boot + 1, False
        self.processes = [self.start(), self.start()]
        self.keep()

    def copied(self) -> None:
        copy = self.folder / f"copy-{len(self.copies)}.db"
        self.processes[0].back_up(copy)
        self.copies.append((len(self.left), copy))

    def check(self) -> None:
        """Each copy after which something left is known for one."""
        for many, copy in self.copies:
            with Record.open(copy) as record:
                reached = record._reached()
            since = self.left[many:]
            if None in since or self.boot in since:
                seen = self.high_water().seen()
                assert self.high_water().is_ahead(reached, seen), f"{reached} is not known for a copy: {seen}"

    def close(self) -> None:
        for record in self.processes:
            record.close()


def some(name: str, **choices: Any) -> st.SearchStrategy[Callable[[Computer], None]]:
    facts = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in choices.items()})
    return facts.map(lambda chosen: lambda computer: getattr(computer, name)(**chosen))


STEPS = st.one_of(
    some("leaves", process=(0, 1), soon=(False, True)),
    some("dies", process=(0, 1), soon=(False, True), at=("before", "between", "torn")),
    some("power_fails", soon_survives=(False, True), second_survives=(False, True)),
    some("copied"),
)


def goes_through(plain: Path, tmp_path: Path, steps: list[Callable[[Computer], None]]) -> None:
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        computer = Computer(Path(folder), plain)
        try:
            for step in steps:
                step(computer)
            computer.check()
        finally:
            computer.close()


FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=2_000)


@FEW
@given(steps=st.lists(STEPS, min_size=3, max_size=12))
def test_a_good_record_is_never_called_old_and_a_copy_always_is(
    plain: Path, tmp_path: Path, steps: list[Callable[[Computer], None]]
) -> None:
    goes_through(plain, tmp_path, steps)


@pytest.mark.sweep
@pytest.mark.timeout(1_800)
@MANY
@given(steps=st.lists(STEPS, min_size=3, max_size=20))
def test_sweep_a_good_record_is_never_called_old_and_a_copy_always_is(
    plain: Path, tmp_path: Path, steps: list[Callable[[Computer], None]]
) -> None:
    goes_through(plain, tmp_path, steps)


def killed(*_: Any, **__: Any) -> None:
    """In the place of a step: the process is killed there."""
    raise Killed


@pytest.mark.parametrize("ends", ["begin", "_set"])
def test_killed_as_the_record_gets_its_line_it_is_no_copy(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    shutil.copy(plain, tmp_path / "record.db")
    high_water = HighWater(tmp_path / "high-water", tmp_path / "beyond", "boot")

    with Record.open(tmp_path / "record.db") as record, monkeypatch.context() as patch:
        patch.setattr(HighWater if ends == "begin" else older_copy, ends, killed)
        with pytest.raises(Killed):
            record.guard(high_water, made.NOON)
    for _ in range(2):
        with Record.open(tmp_path / "record.db") as record:
            assert record.guard(high_water, made.NOON) is False
            record.count_departure()


def test_killed_as_an_older_copy_is_put_in_doubt_it_is_one_still(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(plain, tmp_path / "record.db")
    high_water = HighWater(tmp_path / "high-water", tmp_path / "beyond", "boot")
    with Record.open(tmp_path / "record.db") as record:
        record.guard(high_water, made.NOON)
        record.back_up(tmp_path / "copy.db")
        record.count_departure()
    with Record.open(tmp_path / "copy.db") as copy:
        with monkeypatch.context() as patch:
            patch.setattr(HighWater, "begin", killed)
            with pytest.raises(Killed):
                copy.guard(high_water, made.NOON)
        assert copy.guard(high_water, made.NOON) is True
        assert copy.guard(high_water, made.NOON) is False


def test_where_it_can_not_be_told_nothing_may_leave(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(plain, tmp_path / "record.db")
    high_water = HighWater(tmp_path / "high-water", tmp_path / "beyond", "boot")
    with Record.open(tmp_path / "record.db") as record:
        record.guard(high_water, made.NOON)
        (tmp_path / "high-water").unlink()
        (tmp_path / "high-water").mkdir()
        with pytest.raises(RecordError) as caught:
            record.count_departure()
    assert str(tmp_path / "high-water") in str(caught.value)
    assert "nothing can be sent" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_folder_outside_of_the_home_that_may_not_be_looked_into_keeps_nothing_from_leaving(
    tmp_path: Path,
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "state").mkdir(mode=0)
    script = f"""
from datetime import UTC, datetime
from pathlib import Path
from composer.record.high_water import HighWater
from composer.record.record import Record
folder = Path({str(tmp_path)!r})
for _ in range(2):
    with Record.open(folder / "home" / "record.db") as record:
        assert not record.guard(HighWater(folder / "home" / "high-water", folder / "state" / "deep", "b"), datetime.now(UTC))
        record.count_departure()
        print(record._reached().number)
"""
    done = run_as_ordinary_user([sys.executable, "-c", script])
    (tmp_path / "state").chmod(0o700)
    assert done.stdout.split() == ["256", "512"], done.stderr


def test_what_is_no_line_of_ours_counts_as_not_there() -> None:
    whole = Written(7, STEP, 3, twice=True)
    assert Written.parsed(whole.as_bytes()) == whole
    for data in (
        b"",
        b"\xff\xfe",
        whole.as_bytes()[:-500],
        whole.as_bytes().replace(b"7", b"8", 1),
        b"1 2 3 4 5\n",
    ):
        assert Written.parsed(data) is None


def test_numbers_for_what_outlasts_the_power_cut_leave_room_for_the_others() -> None:
    first = Reached(1, 0).next()
    assert (first.number, first.next(soon=True).number, first.next(soon=True).next().number) == (
        STEP,
        STEP + 1,
        2 * STEP,
    )
