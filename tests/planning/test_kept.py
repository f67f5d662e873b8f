"""What is kept of plan, catalogue and templates for the next start: the same as what the files say, or nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from composer.domain.errors import BugError, Place, Problem
from composer.paths import open_home
from composer.planning import kept
from composer.services.in_force import KEPT, _stamp, keep_library, kept_library, open_library

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path):
    return open_home(tmp_path / "home")


def test_what_is_kept_is_what_the_files_say(home):
    read = open_library(home)
    assert kept_library(home)[0] == read
    assert not (home.cache / KEPT).exists()  # only whoever asks for it keeps something
    keep_library(home, read, _stamp(home))
    made = kept.read_kept(home.cache / KEPT, _stamp(home))
    assert made == read
    assert repr(made) == repr(read)  # and of the same types, all the way down
    assert (home.cache / KEPT).stat().st_mode & 0o777 == 0o600
    written = (home.cache / KEPT).stat().st_mtime_ns
    keep_library(home, read, _stamp(home))
    assert (home.cache / KEPT).stat().st_mtime_ns == written


def test_a_start_with_what_was_kept_loads_nothing_that_checks(home):
    keep_library(home, *kept_library(home))
    script = (
        "import sys; from composer.paths import Mode, open_home; from composer.services.core import Services\n"
        "with Services(open_home(sys.argv[1]), Mode.PRACTICE) as services: assert services.plan.severities\n"
        "assert not {'pydantic', 'composer.planning.library', 'composer.connections.file'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script, str(home.root)], cwd=ROOT, check=True, timeout=60)


def test_every_change_of_a_file_counts_at_the_next_start(home):
    keep_library(home, *kept_library(home))
    stamps = {_stamp(home)}
    plan = (ROOT / "resources" / "plan.toml").read_text("utf-8")
    home.plan.write_text(plan.replace('name = "Skillancer"', 'name = "Another"', 1), "utf-8")
    assert kept_library(home)[0].plan.organisation.name == "Another"
    stamps.add(_stamp(home))
    own = home.templates / "slack" / "slack_update.j2"
    own.parent.mkdir()
    own.write_text((ROOT / "templates" / "slack" / "slack_update.j2").read_text("utf-8") + "\nMore.", "utf-8")
    assert kept_library(home)[0].templates["slack_update"].body.endswith("More.")
    stamps.add(_stamp(home))
    own.rename(own.with_name("another_update.j2"))
    assert "another_update" in kept_library(home)[0].templates
    stamps.add(_stamp(home))
    assert len(stamps) == 4
    # What an own file says is kept as well, and goes with it.
    keep_library(home, *kept_library(home))
    assert "another_update" in kept_library(home)[0].templates
    own.with_name("another_update.j2").unlink()
    home.plan.unlink()
    assert kept_library(home)[0] == open_library(None)


def test_another_version_of_the_program_reads_anew(home, monkeypatch):
    before = _stamp(home)
    monkeypatch.setattr(kept, "__version__", "99")
    assert _stamp(home) != before


def test_a_library_with_problems_is_told_at_every_start(home):
    home.plan.write_text("not a plan", "utf-8")
    read = open_library(home)
    assert read.problems
    keep_library(home, read, _stamp(home))
    assert not (home.cache / KEPT).exists()
    assert not kept.keep(home.cache / KEPT, _stamp(home), read)
    assert kept_library(home)[0].problems == read.problems


def test_files_that_changed_since_they_were_read_are_not_kept_as_they_were(home):
    as_read = kept_library(home)
    home.plan.write_text((ROOT / "resources" / "plan.toml").read_text("utf-8"), "utf-8")
    keep_library(home, *as_read)
    assert not (home.cache / KEPT).exists()


def _damaged():
    def cut(text):
        return text[: len(text) // 2]

    def turned(text):
        return text.replace("P0", "P1", 1)

    def other(text):
        head, _, body = text.partition("\n")
        value = json.loads(body)
        value["Library"] = value["Library"][:2]
        return summed(head, json.dumps(value))

    def foreign(text):
        return summed(text.partition("\n")[0], '{"Path": ["/"]}')

    def plain(text):
        return summed(text.partition("\n")[0], "7")

    def deep(text):
        return summed(text.partition("\n")[0], "[" * 100_000 + "]" * 100_000)

    return [cut, turned, other, foreign, plain, deep, lambda text: "", lambda text: "\udcff"]


def summed(head, body):
    """A file whose sum is right, whatever it says."""
    return f"{head.split()[0]} {sha256(body.encode()).hexdigest()}\n{body}"


@pytest.mark.parametrize("damage", _damaged())
def test_what_is_damaged_is_as_if_it_were_not_there(home, damage):
    read = open_library(home)
    keep_library(home, read, _stamp(home))
    file = home.cache / KEPT
    file.write_text(damage(file.read_text("utf-8")), "utf-8", errors="surrogateescape")
    assert kept.read_kept(file, _stamp(home)) is None
    assert kept_library(home)[0] == read


def test_where_nothing_can_be_kept_the_program_goes_on(home):
    read = open_library(home)
    home.cache.write_text("a file stands where the folder should be", "utf-8")
    keep_library(home, read, _stamp(home))
    assert kept_library(home)[0] == read
    assert not kept.is_kept(home.cache / KEPT, _stamp(home))


def test_an_own_file_that_can_not_be_read_is_a_part_of_the_stamp(home):
    before = _stamp(home)
    home.plan.mkdir()
    assert _stamp(home) != before


def test_only_values_of_the_domain_are_kept():
    with pytest.raises(BugError):
        kept._plain({"a": Path("/")})
    read = replace(open_library(None), problems=(Problem(Place("x"), "y"),))
    with pytest.raises(BugError):
        kept._plain(read)
