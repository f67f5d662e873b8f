"""Who carries out deliveries: alive for as long as the process lives, whatever ended it."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from composer.domain.errors import HomeError
from composer.publishing.owners import Owner

LIVING = """
import sys, time
from pathlib import Path
from composer.publishing.owners import Owner
owner = Owner(Path(sys.argv[1]))
print(owner.id, flush=True)
time.sleep(60)
"""


def test_an_owner_is_alive_until_it_is_released(tmp_path: Path) -> None:
    one, other = Owner(tmp_path / "owners"), Owner(tmp_path / "owners")
    assert one.id != other.id
    assert not one.is_dead(one.id)
    assert not other.is_dead(one.id)
    one.release()
    assert other.is_dead(one.id)
    one.release()
    other.release()
    assert list((tmp_path / "owners").iterdir()) == []


def test_a_killed_process_is_dead_and_a_living_one_is_not(tmp_path: Path) -> None:
    own = Owner(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", LIVING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        called_dead = any(own.is_dead(name) for _ in range(20))
        other.kill()
    assert not called_dead
    assert (tmp_path / f"{name}.lock").exists()
    assert own.is_dead(name)
    assert not (tmp_path / f"{name}.lock").exists()
    assert own.is_dead(name), "and stays so"
    own.release()


def test_asked_by_many_at_once_a_living_owner_is_never_called_dead(tmp_path: Path) -> None:
    living, asking = Owner(tmp_path), Owner(tmp_path)
    gate = threading.Barrier(8)

    def ask(_: int) -> bool:
        gate.wait()
        return any(asking.is_dead(living.id) for _ in range(50))

    with ThreadPoolExecutor(8) as pool:
        assert not any(pool.map(ask, range(8)))
    living.release()
    asking.release()


def test_a_name_from_the_record_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.lock"
    outside.write_text("mine")
    own = Owner(tmp_path / "owners")
    assert own.is_dead("../outside")
    assert outside.read_text() == "mine"
    own.release()


@pytest.mark.parametrize("stands", ["owners", "owners/x"])
def test_a_folder_that_can_not_be_made_is_told_in_a_sentence(tmp_path: Path, stands: str) -> None:
    (tmp_path / "owners").write_text("a file")
    with pytest.raises(HomeError, match=r"^Nothing can be sent: .* can't be written") as told:
        Owner(tmp_path / stands)
    assert "--resume" in str(told.value)


def test_a_new_owner_clears_away_what_killed_ones_left(tmp_path: Path) -> None:
    living, killed = Owner(tmp_path), Owner(tmp_path)
    killed._lock.release()  # what the system does when a process ends: its file stays
    own = Owner(tmp_path)
    assert {file.stem for file in tmp_path.iterdir()} == {living.id, own.id}
    assert own.is_dead(killed.id)
    assert not own.is_dead(living.id)


def test_an_owner_whose_file_was_swept_before_its_lock_was_taken_takes_another_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, names = Owner._take_a_name, []

    def swept_once(self: Owner) -> None:
        real(self)
        names.append(self.id)
        if len(names) == 1:
            self._path.unlink()

    monkeypatch.setattr(Owner, "_take_a_name", swept_once)
    own = Owner(tmp_path)
    assert [own.id] == names[1:]
    assert not Owner(tmp_path).is_dead(own.id)


def test_many_that_start_at_once_do_not_sweep_each_other_away(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        owners = list(pool.map(lambda _: Owner(tmp_path), range(64)))
    assert {file.stem for file in tmp_path.iterdir()} == {one.id for one in owners}
