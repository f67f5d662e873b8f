"""`suppliers`: what external services say, from a terminal, on a real network of this computer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.command import Home
from tests.vendors import feeds
from tests.vendors.feeds import Feeds

SHIPPED = Path(__file__).parents[2] / "resources" / "plan.toml"


@pytest.fixture
def page() -> Iterator[Feeds]:
    with Feeds() as running:
        yield running


def home_with(folder: Path, **addresses: str) -> Home:
    """A home whose plan is the shipped one with other feeds for some of its services, and none for the others."""
    home = Home(folder / "home")
    home.root.mkdir()
    lines = SHIPPED.read_text(encoding="utf-8").split("\n")
    kept, name = [], ""
    for line in lines:
        name = line.removeprefix("name = ").strip('"') if line.startswith("name = ") else name
        if line.startswith(("feed = ", "match = ", "page = ", 'format = "')):
            if line.startswith("feed = ") and name in addresses:
                kept.append(f'feed = "{addresses[name]}"')
            continue
        kept.append(line)
    (home.root / "plan.toml").write_text("\n".join(kept), encoding="utf-8")
    return home


def test_it_prints_what_each_says_and_ends_with_3_where_one_is_not_well(tmp_path: Path, page: Feeds) -> None:
    since = datetime.now(UTC) - timedelta(minutes=5)
    stripe = page.put(
        "/s", feeds.statuspage(incidents=[feeds.incident("Card errors", since, parts=("API",))])
    )
    home = home_with(tmp_path, Stripe=stripe, PayPal=page.put("/p", feeds.paypal(Checkout="operational")))
    answer = home.run("suppliers", "--live", "--json")
    services = {one["service"]: one for one in answer.json["services"]}
    assert answer.status == 3
    assert services["PayPal"]["state"] == "operational"
    assert (services["Stripe"]["state"], services["Stripe"]["headline"]) == ("affected", "Card errors")
    assert services["Stripe"]["since"] == since.replace(microsecond=0).isoformat()
    assert services["Stripe"]["parts"] == ["API"]
    page.put("/s", feeds.statuspage())
    plain = home.run("suppliers")
    assert plain.status == 0
    assert plain.out.startswith("Stripe: operational · read ")


def test_in_practice_nobody_outside_is_asked(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    answer = home.run("suppliers")
    assert answer.status == 3
    assert answer.out.count("it is not asked in practice") == 6


def test_a_feed_that_cannot_be_is_told_with_file_line_and_key(tmp_path: Path) -> None:
    home = home_with(tmp_path, Stripe="http://status.example.com/feed")
    line = (home.root / "plan.toml").read_text(encoding="utf-8").split("\n").index(
        'feed = "http://status.example.com/feed"'
    ) + 1
    answer = home.run("plan", "check")
    assert answer.status == 3
    assert (
        f"plan.toml line {line}: services[1].feed: expected an address that begins with https://"
        in answer.out
    )
