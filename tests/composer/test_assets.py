"""The shipped data is found by one function, in a checkout and in an installed package alike."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from composer import assets

CHECKOUT = Path(__file__).resolve().parents[2]


def test_checkout_reads_the_folders_beside_the_package() -> None:
    assert Path(str(assets.data_root())) == CHECKOUT


def test_installed_package_reads_the_folders_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "composer"
    (package / "_data" / "resources").mkdir(parents=True)
    (package / "_data" / "resources" / "plan.toml").write_text("name = 'größer'\n", encoding="utf-8")
    monkeypatch.setattr(assets, "files", lambda name: {"composer": package}[name])

    assert assets.read_text("resources", "plan.toml") == "name = 'größer'\n"


def test_files_of_the_package_itself_are_what_importlib_says() -> None:
    assert Path(str(resources.files("composer"))) == CHECKOUT / "composer"
