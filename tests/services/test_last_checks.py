"""What Check said last: kept while the account stays as it is, never with a secret, and no trouble where its file is damaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from composer.connections.accounts import StatuspageAccount
from composer.domain.sayings import Code, Said
from composer.logs import register_secret
from composer.publishing.port import Checked
from composer.services.last_checks import LastCheck, LastChecks

NOW = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
PAGE = StatuspageAccount("statuspage", "https://api.statuspage.io/v1", "p1")
SAID = Checked(
    (Said.of(Code.PAGE, name="Acme"), Said.of(Code.SUBSCRIBERS, count=1_240)),
    (Said.of(Code.NO_COMPONENT, name="Pay {me}"),),
    1_240,
)


def test_it_is_known_until_the_account_is_changed_or_forgotten(tmp_path: Path) -> None:
    checks = LastChecks(tmp_path / "cache")
    assert checks.of(PAGE) is None
    checks.keep(PAGE, SAID, NOW)
    assert LastChecks(tmp_path / "cache").of(PAGE) == LastCheck(NOW, SAID)
    assert checks.of(replace(PAGE, page_id="p2")) is None
    checks.keep(replace(PAGE, name="statuspage.eu"), Checked(), NOW)
    checks.forget("statuspage")
    assert checks.of(PAGE) is None
    assert checks.of(replace(PAGE, name="statuspage.eu")) == LastCheck(NOW, Checked())


def test_a_secret_that_a_service_repeats_is_not_kept(tmp_path: Path) -> None:
    register_secret("canary-of-a-check")
    LastChecks(tmp_path).keep(PAGE, Checked((Said.verbatim("It said canary-of-a-check."),)), NOW)
    assert "canary" not in (tmp_path / "checks.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        '{"statuspage": 3}',
        '{"statuspage": {}}',
        '{"statuspage": {"of": OF, "at": "soon", "facts": [], "missing": [], "reaches": null}}',
        '{"statuspage": {"of": OF, "at": "2026-11-23T14:30:00", "facts": [], "missing": [], "reaches": null}}',
        # A version before kept sentences; one to come may know more.
        '{"statuspage": {"of": OF, "at": AT, "facts": ["Page Acme."], "missing": [], "reaches": 3}}',
        '{"statuspage": {"of": OF, "at": AT, "facts": [], "missing": [{"code": "new", "values": {}}], "reaches": 3}}',
        '{"statuspage": {"of": OF, "at": AT, "facts": [{"code": "page", "values": {}}], "missing": [], "reaches": 3}}',
        '{"statuspage": {"of": OF, "at": AT, "facts": [{"code": "page", "values": {"name": []}}], "missing": [], "reaches": 3}}',
    ],
)
def test_a_damaged_file_holds_nothing(tmp_path: Path, text: str) -> None:
    import json

    (tmp_path / "checks.json").write_text(
        text.replace("OF", json.dumps(repr(PAGE))).replace("AT", '"2026-11-23T14:30:00+00:00"'),
        encoding="utf-8",
    )
    checks = LastChecks(tmp_path)
    assert checks.of(PAGE) is None
    checks.keep(PAGE, Checked(), NOW)
    assert checks.of(PAGE) == LastCheck(NOW, Checked())


def test_a_cache_that_cant_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    checks = LastChecks(tmp_path / "cache")
    checks.keep(PAGE, Checked(), NOW)
    assert checks.of(PAGE) is None
