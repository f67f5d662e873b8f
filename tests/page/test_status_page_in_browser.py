"""The static status page in a real browser: nothing remote, nothing broken, readable by everybody on every width."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from composer.domain.delivery import Delivery
from composer.publishing.port import Sent
from tests.publishing.samples import NOW, job, page_update, static_page

HERE = Path(__file__).parent
LONG = "Zahlungsdienstleisterverbindungsfehlerbehandlung" * 5
HOSTILE = (
    "</p></script><script>alert(1)</script><img src=x onerror=alert(2)>"
    "<svg onload=alert(3)> \"' onload='alert(4) {{7*7}} {% raw %} javascript:alert(5)"
    " \u202eevil\u202c \u2028 \x00\x07\x9b https://user@evil.example/ &lt;b&gt;\r\n<style>*{display:none}</style>"
)
NEEDS = "apt-get install chromium nodejs npm"


def _open(name: str = "Problems with payments") -> list[Delivery]:
    both = {"payments": "major_outage", "api": "degraded_performance"}
    earlier = NOW - timedelta(minutes=37)
    promise = NOW.replace(minute=55, second=0)
    first = (
        "We are currently investigating reports of errors when paying. Some users may experience declined cards. "
        "Our engineering team is actively working on identifying and resolving this issue. We will provide updates as we "
        "have more information."
    )
    second = (
        "We have identified the cause of errors when paying. Our team is implementing a fix. Expected resolution time: about "
        "30 minutes. We apologize for any inconvenience.\n\nNext update by 14:55 UTC."
    )
    return [
        page_update("d1", first, name=name, components=both, at=earlier, sequence=1),
        page_update(
            "d2", second, name=name, status="identified", components=both, next_update_at=promise, sequence=2
        ),
    ]


def _past() -> list[Delivery]:
    day = NOW - timedelta(days=1)
    begin, end = day.replace(hour=9, minute=4), day.replace(hour=16, minute=20)
    name = "Email notifications not sending"
    broken, mended = {"notifications": "partial_outage"}, {"notifications": "operational"}
    return [
        page_update("p1", "Mail is late.", incident="past", name=name, components=broken, at=begin, started_at=begin),
        page_update(
            "p2", "All mail was sent.", incident="past", name=name, status="resolved", components=mended,
            at=end, started_at=begin, sequence=2,
        ),
    ]  # fmt: skip


STATES: dict[str, list[Delivery]] = {
    "all_fine": _past(),
    "major_outage": _past() + _open(),
    "every_state": [
        page_update("e1", "One.", incident="one", name="Slow search", components={"search": "degraded_performance"}),
        page_update("e2", "Two.", incident="two", name="Some sessions fail", components={"skillpod": "partial_outage"}),
        page_update("e3", "Three.", incident="three", name="Planned work", components={"api": "under_maintenance"}, impact="none"),
        page_update("e4", "Four.", incident="four", name="Watching payments", status="monitoring", components={"payments": "operational"}),
    ],
    "long_words": [page_update("l1", f"{LONG} {LONG}\n\n{LONG}", name=LONG, components={"payments": "major_outage", LONG: "partial_outage"})],
    "right_to_left": [
        page_update("r1", "نحن نحقق في تقارير عن أخطاء عند الدفع.\n\nسنقدم المزيد من المعلومات قريبا.", name="مشاكل في المدفوعات", language="ar")
    ],
    "hostile": [page_update("h1", HOSTILE, name=HOSTILE[:200], incident="../../<evil>"), *_past()],
}  # fmt: skip


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is missing, and these tests look at the page in it: {NEEDS}", pytrace=False)
    return found


def _node(script: str, *arguments: str) -> Any:
    if not (HERE / "node_modules").is_dir():
        pytest.fail(f"tests/page/node_modules is missing: {NEEDS}, then npm ci in tests/page", pytrace=False)
    done = subprocess.run(
        [_program("node"), script, *arguments],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{script} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}", pytrace=False)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages")
    for state, deliveries in STATES.items():
        page = static_page(root / state)
        for one in deliveries:
            assert isinstance(page.deliver(job(one)), Sent)
    for one in STATES["major_outage"]:
        assert isinstance(static_page(root / "live", practice=False).deliver(job(one)), Sent)
    static_page(root / "new").refresh()
    return root


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def served(pages: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(pages)))
    thread = threading.Thread(target=server.serve_forever, name="page-server", daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def reports(
    pages: Path, served: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[dict[str, Any]]]:
    chromium = _program("chromium")
    addresses = {name: f"{served}/{name}/index.html" for name in STATES}
    addresses |= {f"~{name}": f"{served}/{name}/index.html" for name in ("live", "new")}
    for name in ("all_fine", "major_outage", "long_words", "hostile", "right_to_left"):
        incident = sorted((pages / name / "incidents").iterdir())[0]
        addresses[f"~{name}_incident"] = f"{served}/{name}/incidents/{incident.name}"
    addresses["~from_folder"] = (pages / "major_outage" / "index.html").as_uri()
    shots = os.environ.get("PAGE_SCREENSHOTS")
    if shots:
        Path(shots).mkdir(parents=True, exist_ok=True)
    profile = str(tmp_path_factory.mktemp("profile"))
    targets = [f"{name}={address}" for name, address in addresses.items()]
    found: dict[str, list[dict[str, Any]]] = {}
    for report in _node("check.mjs", chromium, profile, "Europe/Berlin", shots or "-", *targets):
        found.setdefault(report["name"], []).append(report)
    assert set(found) == set(addresses)
    return found


def _all(reports: dict[str, list[dict[str, Any]]], key: str) -> dict[str, Any]:
    return {
        f"{one['name']} {one['width']} {one['colorScheme']}": one[key]
        for several in reports.values()
        for one in several
        if one[key]
    }


def test_no_error_in_script_or_console(reports):
    assert _all(reports, "errors") == {}


def test_nothing_but_the_page_itself_is_requested(reports):
    assert _all(reports, "failed") == {}
    assert _all(reports, "strangers") == {}
    for several in reports.values():
        for one in several:
            assert len(one["requests"]) == 1, one["requests"]


def test_nothing_is_wider_than_the_screen(reports):
    assert _all(reports, "wide") == {}
    assert _all(reports, "cut") == {}


def test_axe_finds_nothing(reports):
    assert _all(reports, "axe") == {}


def test_html_is_valid(pages):
    assert _node("html_check.mjs", *map(str, sorted(pages.rglob("*.html")))) == []


def test_page_says_what_the_picture_says(reports):
    for one in reports["major_outage"]:
        text = one["text"]
        assert one["title"] == "DRILL: Skillancer Status"
        for piece in (
            "DRILL · THIS IS PRACTICE, NOTHING IS WRONG",
            "Major outage: Payments",
            "Identified — We have identified the cause",
            "Next update by 14:55 UTC (15:55 your time).",
            "23 Nov 2026, 14:35 UTC",
            "Degraded performance",
            "22 November 2026",
            "09:04 – 16:20 UTC, 7 h 16 min",
            "21 November 2026",
            "No incidents.",
            "Updated 14:35:08 UTC",
        ):
            assert piece in text, piece
        assert text.index("Identified —") < text.index("Investigating —") < text.index("Search")


def test_a_live_page_has_no_trace_of_the_drill(reports):
    for one in reports["~live"]:
        assert "DRILL" not in one["text"] + one["title"]


def test_what_people_wrote_is_shown_as_they_wrote_it(reports):
    for one in reports["hostile"]:
        assert "<script>alert(1)</script>" in one["text"]
        assert "{{7*7}}" in one["text"]
        assert "Major outage: Payments" in one["text"]


def test_all_is_well_when_nothing_is_open(reports):
    for name in ("all_fine", "~new"):
        for one in reports[name]:
            assert "All systems operational" in one["text"]
