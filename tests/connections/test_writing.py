"""connections.toml, written: nothing that a person wrote there is lost."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from composer.connections import writing
from composer.connections.file import ConnectionsError, load_connections
from composer.connections.writing import account_if_added, add_account, remove_account
from composer.domain.errors import UserFacingError

OWN = """\
# Written by hand on Monday.
[slack]   # the workspace
base_url = "https://slack.com/api"  # not the enterprise one
invite = [
  "U024BE7LH",  # the CTO
]

[statuspage]
page_id = "kctbh9vrtdwd"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    one = tmp_path / "connections.toml"
    one.write_text(OWN, encoding="utf-8")
    return one


def test_what_stands_there_is_kept_to_the_letter(file: Path) -> None:
    add_account(file, "statuspage.eu", {"page_id": "eu1"})
    text = file.read_text(encoding="utf-8")
    assert text.startswith(OWN)
    assert text[len(OWN) :].strip().splitlines() == ["[statuspage.eu]", 'page_id = "eu1"']
    found, problems = load_connections(file)
    assert problems == ()
    assert [one.name for one in found.accounts] == ["slack", "statuspage", "statuspage.eu"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    add_account(file, "statuspage", {"page_id": "new"})
    assert 'page_id = "new"' in file.read_text(encoding="utf-8")
    remove_account(file, "statuspage")
    assert [one.name for one in load_connections(file)[0].accounts] == ["slack", "statuspage.eu"]
    remove_account(file, "statuspage.eu")
    assert file.read_text(encoding="utf-8").startswith(OWN.partition("[statuspage]")[0])


def test_a_new_file_is_made(tmp_path: Path) -> None:
    file = tmp_path / "connections.toml"
    account = add_account(file, "statuspage.eu", {"page_id": "a"})
    assert account.name == "statuspage.eu"
    assert [one.name for one in load_connections(file)[0].accounts] == ["statuspage.eu"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_wrong_changes_nothing(file: Path) -> None:
    with pytest.raises(ConnectionsError, match="for this computer alone"):
        add_account(file, "slack", {"base_url": "http://slack.com"})
    with pytest.raises(ConnectionsError, match="host is missing"):
        account_if_added(file, "smtp", {"port": 25})
    assert file.read_text(encoding="utf-8") == OWN
    assert list(file.parent.iterdir()) == [file]


def test_a_file_with_a_mistake_is_not_written_over(file: Path) -> None:
    broken = OWN.replace("page_id", "pageid")
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(ConnectionsError, match=r"line 9: statuspage\.pageid"):
        add_account(file, "slack", {"via": "api"})
    assert file.read_text(encoding="utf-8") == broken


def test_what_another_program_wrote_meanwhile_is_not_lost(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = writing.with_account

    def slow(text: str, name: str, values: object) -> str:
        file.write_text(OWN + "\n[customers]\n", encoding="utf-8")
        return plain(text, name, values)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "with_account", slow)
    with pytest.raises(UserFacingError, match=r"changed connections\.toml meanwhile"):
        add_account(file, "slack", {"via": "api"})
    assert file.read_text(encoding="utf-8").endswith("[customers]\n")


def test_a_key_is_taken_out_and_the_rest_stays(file: Path) -> None:
    add_account(file, "slack", {"invite": None})
    add_account(file, "slack", {"invite": None})
    text = file.read_text(encoding="utf-8")
    assert "invite" not in text
    assert 'base_url = "https://slack.com/api"  # not the enterprise one' in text
