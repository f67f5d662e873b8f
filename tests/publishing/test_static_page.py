"""The static page's own rules: which state wins, what programs read, what survives."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel, ConfigDict

from composer.domain.delivery import Delivery
from composer.domain.plan import ComponentStatus, PageStatus
from composer.files import write_atomic
from composer.publishing.page.truth import (
    FILE,
    PageIncident,
    Truth,
    Update,
    file_stem,
    load_archived,
    short_id,
    store,
)
from composer.publishing.port import CannotTell, Doubt, NotAccepted, NotFound, Sent
from tests.publishing.samples import COMPONENTS, NOW, Told, job, page_update, static_page

STATUSES = [one.value for one in ComponentStatus]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="allow", strict=False)


class _Page(_Strict):
    id: str
    name: str
    url: str
    time_zone: str
    updated_at: AwareDatetime


class _Status(_Strict):
    indicator: str
    description: str


class _Component(_Strict):
    id: str
    name: str
    status: ComponentStatus
    position: int
    group: bool
    group_id: str | None
    only_show_if_degraded: bool
    updated_at: AwareDatetime
    page_id: str


class _Affected(_Strict):
    code: str
    name: str
    old_status: ComponentStatus
    new_status: ComponentStatus


class _Update(_Strict):
    id: str
    status: PageStatus
    body: str
    incident_id: str
    created_at: AwareDatetime
    display_at: AwareDatetime
    affected_components: list[_Affected]


class _Incident(_Strict):
    id: str
    name: str
    status: PageStatus
    impact: str
    shortlink: str
    created_at: AwareDatetime
    updated_at: AwareDatetime
    monitoring_at: AwareDatetime | None
    resolved_at: AwareDatetime | None
    page_id: str
    incident_updates: list[_Update]


class _Answer(_Strict):
    page: _Page
    status: _Status | None = None
    components: list[_Component] | None = None
    incidents: list[_Incident] | None = None
    scheduled_maintenances: list[Any] | None = None


def api(folder: Path, name: str) -> _Answer:
    return _Answer.model_validate_json((folder / "api" / "v2" / f"{name}.json").read_bytes())


def publish(folder: Path, *deliveries: Delivery, **options: Any) -> None:
    page = static_page(folder, **options)
    for one in deliveries:
        outcome = page.deliver(job(one))
        assert isinstance(outcome, Sent), outcome


def shown(folder: Path) -> dict[str, str]:
    components = api(folder, "components").components
    assert components is not None
    return {one.name: one.status.value for one in components}


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_programs_read_statuspage_v2(tmp_path: Path) -> None:
    first = page_update("d1", components={"payments": "partial_outage", "api": "degraded_performance"})
    second = page_update("d2", "Found.", status="identified", at=NOW + timedelta(minutes=5), sequence=2)
    publish(tmp_path, first, second, url="https://status.example.com/")
    summary = api(tmp_path, "summary")
    assert summary.status is not None
    assert (summary.status.indicator, summary.status.description) == (
        "critical",
        "DRILL: Major outage: Payments",
    )
    assert summary.scheduled_maintenances == []
    assert summary.page.name == "DRILL: Skillancer Status"
    assert summary.page.url == "https://status.example.com"
    assert summary.incidents is not None
    (incident,) = summary.incidents
    assert incident.name == "DRILL: Problems with payments"
    assert incident.shortlink == "https://status.example.com/incidents/incident-1.html"
    assert [one.status for one in incident.incident_updates] == ["identified", "investigating"]
    (affected,) = incident.incident_updates[0].affected_components
    assert (affected.name, affected.old_status, affected.new_status) == (
        "Payments",
        "partial_outage",
        "major_outage",
    )
    assert api(tmp_path, "incidents").incidents == summary.incidents
    assert api(tmp_path, "status").status == summary.status
    components = api(tmp_path, "components").components
    assert components is not None
    assert [one.name for one in components] == [name for _, name in COMPONENTS]
    assert [one.position for one in components] == [1, 2, 3, 4, 5]
    assert api(tmp_path, "components").components == summary.components


def test_resolved_incidents_leave_the_summary(tmp_path: Path) -> None:
    end = NOW + timedelta(hours=1)
    publish(
        tmp_path,
        page_update("d1"),
        page_update("d2", status="monitoring", sequence=2, at=NOW + timedelta(minutes=30)),
        page_update("d3", status="resolved", components={"payments": "operational"}, at=end, sequence=3),
    )
    assert api(tmp_path, "summary").incidents == []
    incidents = api(tmp_path, "incidents").incidents
    assert incidents is not None
    assert incidents[0].resolved_at == end
    assert incidents[0].monitoring_at == NOW + timedelta(minutes=30)
    status = api(tmp_path, "status").status
    assert status is not None
    assert status.indicator == "none"
    assert "All systems operational" in (tmp_path / "index.html").read_text()


def test_the_worst_state_over_open_incidents_wins(tmp_path: Path) -> None:
    publish(
        tmp_path,
        page_update("a1", incident="a", components={"payments": "degraded_performance"}),
        page_update("b1", incident="b", components={"payments": "major_outage", "api": "partial_outage"}),
    )
    assert shown(tmp_path)["Payments"] == "major_outage"
    # b ends and says operational, but a still holds payments.
    publish(
        tmp_path,
        page_update("b2", incident="b", status="resolved", sequence=2, components={"payments": "operational", "api": "operational"}),
    )  # fmt: skip
    assert shown(tmp_path)["Payments"] == "degraded_performance"
    assert shown(tmp_path)["API"] == "operational"
    publish(
        tmp_path,
        page_update(
            "a2", incident="a", status="resolved", sequence=2, components={"payments": "operational"}
        ),
    )
    assert set(shown(tmp_path).values()) == {"operational"}


def test_a_resolved_incident_may_leave_a_component_worse_than_operational(tmp_path: Path) -> None:
    publish(
        tmp_path,
        page_update("a1", incident="a"),
        page_update(
            "a2", incident="a", status="resolved", sequence=2, components={"payments": "degraded_performance"}
        ),
    )
    assert shown(tmp_path)["Payments"] == "degraded_performance"
    # Opened again, it holds the component again.
    publish(tmp_path, page_update("a3", incident="a", sequence=3, components={"payments": "partial_outage"}))
    assert shown(tmp_path)["Payments"] == "partial_outage"


steps = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["investigating", "monitoring", "resolved"]),
        st.dictionaries(st.sampled_from(["payments", "api"]), st.sampled_from(STATUSES)),
    ),
    max_size=8,
)


@given(steps)
def test_states_follow_a_simple_model(said: Sequence[tuple[str, str, dict[str, str]]]) -> None:
    truth = Truth("page", NOW)
    newest: dict[str, tuple[str, dict[str, str]]] = {}
    resting = dict.fromkeys(("payments", "api"), "operational")
    for number, (name, status, components) in enumerate(said):
        update = Update(
            f"u{number}", f"d{number}", number, name, PageStatus(status), "", NOW + timedelta(minutes=number),
            {key: ComponentStatus(value) for key, value in components.items()}, {}, None, "none", True, "en",
        )  # fmt: skip
        incident = truth.incidents.get(name)
        incident = (
            PageIncident(name, NOW, None, (update,)) if incident is None else incident.with_update(update)
        )
        truth = truth.with_incident(incident, update.at)
        newest[name] = (status, components)
        held: dict[str, list[str]] = {"payments": [], "api": []}
        for other_status, states in newest.values():
            for key, value in states.items():
                if other_status != "resolved":
                    held[key].append(value)
        for key, value in components.items():
            if status == "resolved" and not held[key]:
                resting[key] = value
        for key in resting:
            expected = max(held[key], key=STATUSES.index) if held[key] else resting[key]
            assert truth.status_of(key).value == expected


def test_an_unlisted_component_in_trouble_is_shown(tmp_path: Path) -> None:
    publish(tmp_path, page_update("d1", components={"old_thing": "major_outage"}))
    assert shown(tmp_path)["Old thing"] == "major_outage"
    assert "Major outage: Old thing" in (tmp_path / "index.html").read_text()


def test_open_incidents_are_never_called_all_well(tmp_path: Path) -> None:
    publish(tmp_path, page_update("d1", status="monitoring", components={"payments": "operational"}))
    text = (tmp_path / "index.html").read_text()
    assert "All systems operational" not in text
    assert "Monitoring: Problems with payments" in text
    status = api(tmp_path, "status").status
    assert status is not None
    assert status.indicator == "minor"


def test_the_feed_is_sound(tmp_path: Path) -> None:
    name = 'Ärger & <b>"Zahlung"</b> \u202e\x0b'
    url = "https://status.example.com"
    publish(tmp_path, page_update("d1", "1 < 2\n]]> \x00", name=name), url=url)
    for number in range(30):
        publish(
            tmp_path, page_update(f"n{number}", incident=f"i{number}", at=NOW + timedelta(minutes=number))
        )
    publish(
        tmp_path, page_update("d2", "Found.", name=name, sequence=2, at=NOW + timedelta(hours=1)), url=url
    )
    feed = feedparser.parse((tmp_path / "feed.atom").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title == "DRILL: Skillancer Status"
    assert feed.feed.author == "Skillancer"
    assert len(feed.entries) == 25
    assert len({entry.id for entry in feed.entries}) == 25
    assert all(entry.id.startswith("urn:uuid:") and "DRILL" in entry.title for entry in feed.entries)
    first = feed.entries[0]
    assert first.link == "https://status.example.com/incidents/incident-1.html"
    assert "Found." in first.content[0].value
    assert "1 &lt; 2" in first.content[0].value
    assert first.published < first.updated


def test_a_live_page_is_not_stamped(tmp_path: Path) -> None:
    publish(tmp_path, page_update("d1"), practice=False)
    assert not any(b"DRILL" in data for data in files(tmp_path).values())


def test_the_mark_is_not_doubled(tmp_path: Path) -> None:
    publish(tmp_path, page_update("d1", name="DRILL: Problems with payments"))
    assert not any(b"DRILL: DRILL" in data for data in files(tmp_path).values())


def test_a_delivery_is_there_once_and_found(tmp_path: Path) -> None:
    page, told, one = static_page(tmp_path), Told(), page_update("d1")
    assert page.look_up(job(one)) == NotFound(proven=True)
    sent = page.deliver(job(one, told=told))
    assert sent == Sent(short_id("update", "d1"), (tmp_path / "incidents" / "incident-1.html").as_uri())
    before = files(tmp_path)
    assert page.deliver(job(one, told=told)) == sent
    assert page.look_up(job(one)) == sent
    assert told.wires == 1
    assert files(tmp_path) == before
    assert page.look_up(job(page_update("d2"))) == NotFound(proven=True)


def test_every_file_is_made_again_from_the_truth(tmp_path: Path) -> None:
    page = static_page(tmp_path)
    publish(tmp_path, page_update("d1"), page_update("d2", incident="../../etc/passwd", sequence=2))
    before = files(tmp_path)
    for name in before:
        if not name.startswith(".page"):
            (tmp_path / name).unlink()
    page.refresh()
    assert files(tmp_path) == before
    assert not (tmp_path.parent / "etc").exists()


def test_what_is_public_can_be_read_by_a_web_server_and_the_truth_can_not(tmp_path: Path) -> None:
    folder = tmp_path / "page"
    publish(folder, page_update("d1"))
    for path in folder.rglob("*"):
        secret = path.name.startswith(".page")
        wanted = 0o755 if path.is_dir() else 0o600 if secret else 0o644
        assert path.stat().st_mode & 0o777 == wanted, path


def test_order_is_the_order_of_storing_and_not_of_the_clock(tmp_path: Path) -> None:
    publish(
        tmp_path,
        page_update("d1", "First.", sequence=1),
        page_update("d3", "Third.", status="monitoring", sequence=3, at=NOW - timedelta(days=1)),
        page_update("d2", "Second.", status="identified", sequence=2, at=NOW + timedelta(days=1)),
    )
    incidents = api(tmp_path, "incidents").incidents
    assert incidents is not None
    assert [one.body for one in incidents[0].incident_updates] == ["Third.", "Second.", "First."]
    assert incidents[0].status == "monitoring"


def test_an_amendment_changes_the_text_in_its_place(tmp_path: Path) -> None:
    one = page_update("d1", "We are investigatign.")
    publish(tmp_path, one, page_update("d2", "Found.", status="identified", sequence=2))
    new = page_update("d1", "We are investigating.", at=NOW + timedelta(hours=3)).payload
    page = static_page(tmp_path)
    assert page.amend(one, new) is None
    before = files(tmp_path)
    assert page.amend(one, new) is None
    assert files(tmp_path) == before
    incidents = api(tmp_path, "incidents").incidents
    assert incidents is not None
    updates = incidents[0].incident_updates
    assert [update.body for update in updates] == ["Found.", "We are investigating."]
    assert updates[1].created_at == NOW
    assert b"investigatign" not in b"".join(before.values())
    assert page.amend(page_update("d9"), new) == NotAccepted("The update to change is not on the page.")


def _full(*_: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_before_the_truth_is_not_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, page_update("d1"))
    before = files(tmp_path)
    monkeypatch.setattr(os, "write", _full)
    outcome = static_page(tmp_path).deliver(job(page_update("d2", sequence=2)))
    monkeypatch.undo()
    assert outcome == NotAccepted(".page.json could not be written: the disk is full.", 30.0)
    assert files(tmp_path) == before
    assert static_page(tmp_path).look_up(job(page_update("d2"))) == NotFound(proven=True)


def test_a_full_disk_after_the_truth_is_doubt_that_a_look_up_settles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = static_page(tmp_path)

    def only_the_truth(path: Path, data: bytes, mode: int = 0o600) -> None:
        if path.name != FILE:
            monkeypatch.setattr(os, "write", _full)
        write_atomic(path, data, mode)

    for module in ("composer.publishing.page.truth", "composer.publishing.destinations.static_page"):
        monkeypatch.setattr(f"{module}.write_atomic", only_the_truth)
    outcome = page.deliver(job(page_update("d1")))
    assert isinstance(outcome, Doubt)
    assert outcome.error.endswith("incident-1.html could not be written: the disk is full.")
    assert isinstance(page.look_up(job(page_update("d1"))), CannotTell)
    monkeypatch.undo()
    assert isinstance(page.look_up(job(page_update("d1"))), Sent)
    assert "investigating reports" in (tmp_path / "index.html").read_text()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'{"version": 1}', b'{"version": 9}', b"\xff", b"[" * 100_000]
)
def test_a_damaged_truth_is_named_and_left_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    outcome = static_page(tmp_path).deliver(job(page_update("d1")))
    assert isinstance(outcome, NotAccepted)
    assert outcome.error.startswith(".page.json, the page's own record,")
    assert (tmp_path / FILE).read_bytes() == data
    assert isinstance(static_page(tmp_path).look_up(job(page_update("d1"))), CannotTell)


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("")
    outcome = static_page(tmp_path / "page").deliver(job(page_update("d1")))
    assert outcome == NotAccepted("page could not be written: a file stands in its place.")


def test_texts_of_people_are_escaped_everywhere(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>&\"'"
    publish(
        tmp_path,
        page_update(
            "d1", f"{evil}\n\nNext update by <b>14:55</b> UTC.", name=evil, components={evil: "major_outage"}
        ),
    )
    for path in tmp_path.rglob("*.html"):
        text = path.read_text()
        assert "<script>alert" not in text
        assert "<b>14:55" not in text
        assert text.count("<script>") == 1


@given(st.text(min_size=1, max_size=90))
def test_any_id_gives_a_safe_file_name(incident_id: str) -> None:
    stem = file_stem(incident_id)
    assert stem.isascii()
    assert stem.replace("-", "").replace("_", "").isalnum()
    assert len(stem) <= 80


@given(st.integers(0, 10**6).map(lambda minutes: timedelta(minutes=minutes)))
def test_durations_are_told_in_hours_and_minutes(length: timedelta) -> None:
    text = static_page(Path("/nowhere"))._look.duration(length)
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    assert text == (f"{hours} h {minutes:02d} min" if hours else f"{minutes} min")


def _history(count: int) -> Truth:
    truth_incidents = {}
    for number in range(count):
        at = NOW - timedelta(hours=6 * (number + 1))
        updates = tuple(
            Update(
                f"u{number}-{step}", f"x{number}-{step}", step, f"Old problem {number}", PageStatus(status), "Text. " * 40,
                at + timedelta(minutes=20 * step), {"payments": ComponentStatus.OPERATIONAL}, {"payments": ComponentStatus.MAJOR_OUTAGE},
                None, "major", True, "en",
            )
            for step, status in enumerate(("investigating", "identified", "resolved"))
        )  # fmt: skip
        truth_incidents[f"old-{number}"] = PageIncident(f"old-{number}", at, None, updates)
    return Truth(short_id("page", "Skillancer"), NOW, truth_incidents)


def test_a_long_history_does_not_slow_publishing(tmp_path: Path) -> None:
    folder = tmp_path / "page"
    folder.mkdir()
    store(folder, _history(400))
    assert (folder / FILE).stat().st_size < 200_000
    page = static_page(folder)
    began = time.process_time()  # not the wall clock: other tests may keep the disk busy
    for number in range(5):
        assert isinstance(page.deliver(job(page_update(f"d{number}", sequence=number))), Sent)
    assert (time.process_time() - began) / 5 < 0.25
    assert len(json.loads((folder / "api/v2/incidents.json").read_text())["incidents"]) == 50
    assert len(feedparser.parse((folder / "feed.atom").read_bytes()).entries) == 25
    # An incident long past is still known: asked for, and opened again.
    old = page_update("again", incident="old-350", name="Back again", sequence=9)
    assert page.look_up(job(page_update("x350-1", incident="old-350"))) == Sent(
        "u350-1", (folder / "incidents/old-350.html").as_uri()
    )
    assert load_archived(folder, "old-350") is not None
    assert isinstance(page.deliver(job(old)), Sent)
    text = (folder / "incidents/old-350.html").read_text()
    assert text.count('class="update"') == 4


def test_history_lists_fourteen_days(tmp_path: Path) -> None:
    def past(name: str, start: datetime, end: datetime) -> list[Delivery]:
        return [
            page_update(f"{name}1", incident=name, name=name, at=start, started_at=start),
            page_update(
                f"{name}2", incident=name, name=name, at=end, started_at=start, status="resolved",
                components={"payments": "operational"}, sequence=2,
            ),
        ]  # fmt: skip

    day = timedelta(days=1)
    midnight = NOW.replace(hour=23, minute=50)
    publish(
        tmp_path,
        *past("Over midnight", midnight - 2 * day, midnight - 2 * day + timedelta(minutes=45)),
        *past("Long one", NOW - 30 * day, NOW - 3 * day),
        *past("Too old", NOW - 31 * day, NOW - 30 * day),
    )
    text = (tmp_path / "index.html").read_text()
    assert text.count("<h3>") == 14
    assert "Over midnight" in text
    assert "23:50 – 22 Nov 2026, 00:35 UTC, 45 min" in text
    assert "Long one" in text
    assert "Too old" not in text
    assert "23 November 2026" in text
    assert "10 November 2026" in text
